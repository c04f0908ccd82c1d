"""
The search for repairs: every change of at most two cells that heals, and every slip of one hand that does.

What stands in the way of a solution is a sum of equations that no figures can satisfy. A repair has to change a cell in
it, in the direction that helps; so only those cells are tried, and with each that does not heal alone, only the cells
that are enough against what then stands in the way. That leaves out nothing, and little is tried.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from attrs import field, frozen

from govdisclosure.diagnosis._equations import Equations
from govdisclosure.diagnosis._slips import Slip, is_crossed, slips
from govdisclosure.diagnosis._tableau import Number, Tableau

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@frozen(eq=False)
class Solution:
    """
    A change that heals.

    Args:
        cells: Positions of the cells that are free in it.
        tableau: The equations, solved for these cells and those of which the reading is not sure.
        slip: The slip that it takes back, if its cells are not free.
    """

    cells: tuple[int, ...]
    tableau: Tableau = field(repr=False)
    slip: Slip | None = None


@frozen(eq=False)
class _Block:
    """
    A sum of equations that stands in the way.

    Args:
        times: How often it has which cells.
        due: What it should be: less than nought.
    """

    times: Mapping[int, Number]
    due: Number

    def helping(self, figures: Mapping[int, int]) -> bool:
        """Tell whether it stands in the way no more after cells have so much more."""
        return self.due - sum(self.times.get(at, 0) * more for at, more in figures.items()) >= 0


@frozen(eq=False)
class Search:
    """
    The search in some identities of a table that hang together.

    Args:
        equations: The table.
        places: Which identities.
    """

    equations: Equations
    places: AbstractSet[int]

    def solutions(self) -> tuple[list[Solution], list[Solution], list[Solution]]:
        """Give the changes of no cell, of one cell or by one slip, and of two cells; none that a part of it heals."""
        start = self._start()
        if not start.blocks():
            return [Solution((), start)], [], []
        singles, others = self._tried(start, self._helping(start))
        if not is_crossed(self.equations.cls):
            return [], singles, []
        healing = frozenset(at for single in singles for at in single.cells)
        by_slip = list(self._slips(start, healing))
        pairs: dict[frozenset[int], Solution] = {}
        for other in others:
            (first,) = other.cells
            enough = [at for at in self._enough(other.tableau) if at not in healing and at != first]
            both, _ = self._tried(other.tableau, [at for at in enough if frozenset((first, at)) not in pairs], first)
            pairs |= {frozenset(pair.cells): pair for pair in both}
        return [], singles + by_slip, [pairs[cells] for cells in sorted(pairs, key=sorted)]

    def _start(self) -> Tableau:
        """Give the equations with the cells alone of which the reading is not sure."""
        excess = self.equations.excess
        start = Tableau([-each if place in self.places else 0 for place, each in enumerate(excess)])
        effects = ((at, self.equations.effects[at]) for at in sorted(self.equations.unknown))
        return start.with_figures((at, effect, 0) for at, effect in effects if not self.places.isdisjoint(effect))

    def _tried(self, tableau: Tableau, more: Iterable[int], *cells: int) -> tuple[list[Solution], list[Solution]]:
        """Free one more cell, each in turn: give what heals then, and what does not."""
        healing: list[Solution] = []
        others: list[Solution] = []
        for at in more:
            freed = tableau.with_figures([(at, self.equations.effects[at], self.equations.figures[at])])
            (others if freed.blocks() else healing).append(Solution((*cells, at), freed))
        return healing, others

    def _helping(self, tableau: Tableau) -> list[int]:
        """Give the cells that help against a block, alone or with others: against the one that has the fewest."""
        block = min(self._blocks(tableau), key=lambda block: len(block.times))
        figures = self.equations.figures
        return sorted(at for at, times in block.times.items() if times < 0 or figures[at])

    def _enough(self, tableau: Tableau) -> list[int]:
        """Give the cells each of which is enough against a block: against the one that has the fewest."""
        block = min(self._blocks(tableau), key=lambda block: len(block.times))
        figures = self.equations.figures
        return sorted(at for at, times in block.times.items() if times < 0 or block.due + times * figures[at] >= 0)

    def _blocks(self, tableau: Tableau) -> list[_Block]:
        return [_Block(self._times(equations), due) for equations, due in tableau.blocks()]

    def _times(self, equations: Mapping[int, Number]) -> dict[int, Number]:
        """Give how often a sum of equations has which cells."""
        times: dict[int, Number] = {}
        for place, often in equations.items():
            for at, effect in self.equations.touching[place]:
                times[at] = times.get(at, 0) + often * effect
        return {at: each for at, each in times.items() if each}

    def _slips(self, start: Tableau, healing: AbstractSet[int]) -> Iterator[Solution]:
        blocks = self._blocks(start)
        figures = self.equations.figures
        seen: list[Mapping[int, int]] = []
        fewest = min(blocks, key=lambda block: len(block.times))
        for slip in slips(self.equations, fewest.times.keys()):
            more = {at: figure - figures[at] for at, figure in slip.figures.items()}
            helps = all(block.helping(more) for block in blocks)
            if helps and healing.isdisjoint(more) and slip.figures not in seen:
                moved = start.with_due(self._due(more))
                if not moved.blocks():
                    seen.append(slip.figures)
                    yield Solution((), moved, slip)

    def _due(self, more: Mapping[int, int]) -> dict[int, int]:
        """Give what is due on the right sides after cells have so much more."""
        due: dict[int, int] = {}
        for at, each in more.items():
            for place, effect in self.equations.effects[at].items():
                due[place] = due.get(place, 0) - each * effect
        return due

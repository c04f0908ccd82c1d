"""Identities that fail together, and the repairs of them."""

from __future__ import annotations

import math
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import TYPE_CHECKING, Final, cast

from attrs import frozen

from govdisclosure.arithmetic.figures import TableFigures
from govdisclosure.diagnosis._equations import Equations
from govdisclosure.diagnosis._kinds import kind_of
from govdisclosure.diagnosis._recheck import holds
from govdisclosure.diagnosis._repair import Ailment, Group, Healed, Kind, Range, Repair
from govdisclosure.diagnosis._search import Search
from govdisclosure.diagnosis._words import Wording
from govdisclosure.model.message import Message
from govdisclosure.model.naming import name_of
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.values import NA, broken_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from govdisclosure.diagnosis._repair import Proposed
    from govdisclosure.diagnosis._search import Solution
    from govdisclosure.diagnosis._slips import Slip
    from govdisclosure.diagnosis._tableau import Tableau

_LIKELIEST_FIRST: Final = tuple(Kind)


@frozen(eq=False)
class Case:
    """
    Identities that fail together.

    Args:
        report: The report.
        table: The figures of the table.
        equations: The table as equations.
        places: Which of its identities hang together.
        failed: Those of them that fail.
    """

    report: AnnualReport
    table: TableFigures
    equations: Equations
    places: AbstractSet[int]
    failed: tuple[Healed, ...]

    def ailment(self) -> Ailment:
        """Find what heals them."""
        groups: list[Group] = []
        for size, solutions in enumerate(Search(self.equations, self.places).solutions()):
            known = [repair.cells for group in groups for repair in group]
            # Two neighbours that were exchanged are two cells as well.
            repairs = [repair for repair in self._repairs(size, solutions) if repair.cells not in known]
            if repairs:
                groups.append(Group(size, tuple(sorted(repairs, key=self._likeliness))))
        return Ailment(self.table.section, self.failed, tuple(groups))

    def _repairs(self, size: int, solutions: Iterable[Solution]) -> Iterator[Repair]:
        """Make the repairs of solutions, of those that hold when they are checked, and that the cells can hold."""
        for solution in solutions:
            cells = self._cells(solution)
            if self._holds(solution) and not any(broken_count(_least(proposed)) for proposed in cells.values()):
                noted = self._noted(solution.tableau)
                kind, act = self._told(solution, cells)
                reason = self._wording.sentence(act, cells, noted) if cells else self._wording.doubted(noted)
                yield Repair(size, kind, cells, noted, self.failed, reason)

    def _holds(self, solution: Solution) -> bool:
        put = {**solution.tableau.solution(), **(solution.slip.figures if solution.slip else {})}
        if any(figure != int(figure) for figure in put.values()):
            return False
        figures = {at: int(figure) for at, figure in put.items()}
        return holds(self.table.cls, self.table.values, self.equations.follow, figures, self.places)

    def _cells(self, solution: Solution) -> dict[str, Proposed]:
        if solution.slip is not None:
            return {self.table.paths[at]: figure for at, figure in solution.slip.figures.items()}
        return {self.table.paths[at]: _proposed(solution.tableau, at) for at in sorted(solution.cells)}

    def _noted(self, tableau: Tableau) -> dict[str, Proposed]:
        unknown = (
            at for at in sorted(self.equations.unknown) if not self.places.isdisjoint(self.equations.effects[at])
        )
        return {self.table.paths[at]: _proposed(tableau, at) for at in unknown}

    def _told(self, solution: Solution, cells: Mapping[str, Proposed]) -> tuple[Kind, Message]:
        """Tell what slip a solution takes back, and say what to do."""
        if solution.slip is not None:
            return solution.slip.kind, self._slip_in_words(solution.slip)
        if not cells:
            return Kind.NOTED, Message()
        if len(cells) == 1:
            return self._kind_of_one(*solution.cells, *cells.values()), self._wording.put(cells)
        less = self._less_together(solution)
        # 3 and 4 that are 7 less together are both nought.
        if less is None or all(isinstance(proposed, int) for proposed in cells.values()):
            return Kind.FIGURES, self._wording.put(cells)
        return Kind.TOGETHER, self._wording.together(cells, less)

    def _kind_of_one(self, at: int, proposed: Proposed) -> Kind:
        printed = self.table.values[at]
        if isinstance(proposed, int) and printed is not NA:
            return kind_of(cast("int | None", printed), proposed)
        return Kind.BLANK if printed is None else Kind.FIGURE

    def _likeliness(self, repair: Repair) -> tuple[int, int]:
        """Give what repairs of one size are ordered by: the slip; of two figures, the slip that each can be."""
        of_each = 0
        if repair.kind is Kind.FIGURES:
            places = (self.table.paths.index(path) for path in repair.cells)
            kinds = map(self._kind_of_one, places, repair.cells.values())
            of_each = sum(map(_LIKELIEST_FIRST.index, kinds))
        return _LIKELIEST_FIRST.index(repair.kind), of_each

    def _less_together(self, solution: Solution) -> int | None:
        """Tell how much less two cells of one effect should be together, if nothing else is open; else None."""
        effects, figures = self.equations.effects, self.equations.figures
        one, other = solution.cells
        if effects[one] != effects[other] or solution.tableau.freedom != 1:
            return None
        figured = solution.tableau.solution()
        return figures[one] + figures[other] - int(figured[one] + figured[other])

    def _slip_in_words(self, slip: Slip) -> Message:
        paths = self.table.paths_at(slip.at)
        if slip.kind is Kind.CELLS_EXCHANGED:
            return self._wording.exchanged(*paths)
        if slip.joined is not None:
            return self._wording.split(paths[0], paths[1], self.table.paths[slip.joined], slip.figures[slip.joined])
        figures = [slip.figures.get(at, self.equations.figures[at]) for at in slip.at]
        return self._wording.slid(paths[0], paths[-1], figures)

    @cached_property
    def _wording(self) -> Wording:
        values = zip(self.table.paths, self.table.values, strict=True)
        printed = {path: "" if value is None else NA.value if value is NA else str(value) for path, value in values}
        return Wording(lambda path: name_of(self.report, path), printed, len(self.failed))


def _least(proposed: Proposed) -> int:
    return proposed.low if isinstance(proposed, Range) else proposed


def _proposed(tableau: Tableau, at: int) -> Proposed:
    """Give the figures that a cell can have."""
    if not tableau.freedom:
        return int(tableau.solution()[at])
    low, high = math.ceil(tableau.least(at)), tableau.most(at)
    return low if low == high else Range(low, None if high is None else math.floor(high))

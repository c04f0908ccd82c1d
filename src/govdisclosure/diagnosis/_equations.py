"""What each cell of a table does to the identities, where blank totals follow their parts."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import frozen

from govdisclosure.arithmetic.convention import totals
from govdisclosure.arithmetic.identities import identities, or_nought
from govdisclosure.model.structure import cache
from govdisclosure.model.values import CellValue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govdisclosure.arithmetic.identities import Identity

Effect: TypeAlias = "Mapping[int, int]"
"""What one more in a cell adds to the left sides of identities, less what it adds to the right ones, by place."""

_LEFT: Final = 1
_RIGHT: Final = -1


def following(cls: type, values: Sequence[CellValue], unknown: AbstractSet[int]) -> dict[int, Identity]:
    """
    Give the blank totals that the convention fills in from stated figures, each with the identity that does.

    A total that is blank together with all its parts is a plain blank, that is, nought. A figure that was not read for
    sure was printed, so that it counts as stated here. In the order in which the convention completes them.

    Args:
        cls: Class of the table.
        values: What the source states, in the order of ``cell_paths``.
        unknown: Positions of the cells of which the reading is not sure; none of them follows.
    """
    saying = {at for at, value in enumerate(values) if isinstance(value, int)} | unknown
    follow: dict[int, Identity] = {}
    for total in totals(cls):
        if values[total.at] is None and total.at not in unknown:
            chosen = next((each for each in total.sums if not saying.isdisjoint(each.left_at)), None)
            if chosen is not None:
                follow[total.at] = chosen
                saying.add(total.at)
    return follow


@frozen(eq=False)
class Equations:
    """
    The identities of a table as equations of its cells; what follows others is no cell of its own.

    Args:
        cls: Class of the table.
        values: What the source states, in the order of ``cell_paths``.
        unknown: Positions of the cells of which the reading is not sure.
    """

    cls: type
    values: Sequence[CellValue]
    unknown: AbstractSet[int]

    @cached_property
    def follow(self) -> Mapping[int, Identity]:
        """The blank totals that follow their parts."""
        return following(self.cls, self.values, self.unknown)

    @cached_property
    def figures(self) -> Sequence[int]:
        """What counts for each cell that does not follow others: nought for a blank, for "/" and where all is open."""
        return [0 if at in self.unknown else or_nought(value) for at, value in enumerate(self.values)]

    @cached_property
    def effects(self) -> Sequence[Effect]:
        """The effect of each cell, that on the totals which follow it among it; of these themselves none."""
        own = _effects(self.cls)
        if not self.follow:
            return own
        effects = [dict(effect) for effect in own]
        for at, summed in self._summed().items():
            effects[at] = {}
            for part, times in summed.items():
                effects[part] = _sum(effects[part], own[at], times)
        return effects

    def _summed(self) -> Mapping[int, Mapping[int, int]]:
        """Give the cells that each total which follows is the sum of, with how often."""
        summed: dict[int, dict[int, int]] = {}
        for at, identity in self.follow.items():
            cells: dict[int, int] = {}
            for part in identity.left_at:
                cells = _sum(cells, summed.get(part, {part: 1}), 1)
            summed[at] = cells
        return summed

    @cached_property
    def touching(self) -> Sequence[Sequence[tuple[int, int]]]:
        """The cells that have an effect on each identity, and which."""
        touching: list[list[tuple[int, int]]] = [[] for _ in identities(self.cls)]
        for at, effect in enumerate(self.effects):
            for place, each in effect.items():
                touching[place].append((at, each))
        return touching

    @cached_property
    def excess(self) -> Sequence[int]:
        """How much more each identity has on its left than on its right, nought being in the unknown cells."""
        excess = [0] * len(self.touching)
        for figure, effect in zip(self.figures, self.effects, strict=True):
            for place, each in effect.items():
                excess[place] += figure * each
        return excess


@cache
def _effects(cls: type) -> Sequence[Effect]:
    """Give the effects of the cells of a class where none follows others."""
    effects: dict[int, dict[int, int]] = {}
    for place, identity in enumerate(identities(cls)):
        for side, sign in ((identity.left_at, _LEFT), (identity.right_at, _RIGHT)):
            for at in side:
                effect = effects.setdefault(at, {})
                effect[place] = effect.get(place, 0) + sign
    return [effects.get(at, {}) for at in range(max(effects, default=-1) + 1)]


def _sum(one: Mapping[int, int], other: Mapping[int, int], times: int) -> dict[int, int]:
    """Add one vector, so many times, to another; nothing is kept that is nought."""
    total = dict(one)
    for key, value in other.items():
        total[key] = total.get(key, 0) + times * value
    return {key: value for key, value in total.items() if value}


@cache
def connected(cls: type) -> tuple[frozenset[int], ...]:
    """Give the places of the identities that hang together by shared cells: all of table III, a block of table IV."""
    parts: list[tuple[set[int], set[int]]] = []
    for place, identity in enumerate(identities(cls)):
        places, cells = {place}, set(identity.at)
        for part in [part for part in parts if not cells.isdisjoint(part[1])]:
            parts.remove(part)
            places |= part[0]
            cells |= part[1]
        parts.append((places, cells))
    return tuple(frozenset(places) for places, _ in parts)

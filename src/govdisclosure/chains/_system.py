"""
The reports of a chain as one system of equations: the identities of their tables, and the links between the years.

A slip in one cell breaks every equation that the cell is in, each by the same amount, and no other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, cast

from attrs import frozen

from govdisclosure.arithmetic.convention import totals
from govdisclosure.arithmetic.figures import Figures
from govdisclosure.arithmetic.identities import identities
from govdisclosure.arithmetic.verdicts import Judged, judged
from govdisclosure.chains._links import At, Link
from govdisclosure.model.values import NA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govdisclosure.arithmetic.figures import TableFigures
    from govdisclosure.arithmetic.identities import Identity
    from govdisclosure.model.values import CellValue

ENOUGH: Final = 2
"""So many equations at least have to speak of a cell before it is called wrong; one alone could be any of its cells."""

_NOTHING: Final[Mapping[At, int]] = {}

_Table: TypeAlias = tuple[int, str]
"""A table: the number of its report, and its section."""


class Broken(NamedTuple):
    """
    An equation that does not hold.

    Args:
        code: Code of the check that compares its sides.
        member: The number of the report that it is in, of the later one for a link.
        number: Its number among the identities of its table, or among the links.
        section: The section of its table; empty for a link.
    """

    code: str
    member: int
    number: int
    section: str


class Repair(NamedTuple):
    """
    Another figure in one cell, after which every equation that the cell is in holds.

    Args:
        at: The cell.
        value: The figure.
        heals: What did not hold before, and does then.
    """

    at: At
    value: int
    heals: frozenset[Broken]


@frozen(eq=False)
class System:
    """
    The equations of several reports.

    Args:
        figures: The figures of each report.
        links: What ties them together.
    """

    figures: Sequence[Figures]
    links: Sequence[Link]

    @cached_property
    def broken(self) -> frozenset[Broken]:
        """The equations that do not hold, whatever is in the blanks."""
        tables = (broken for table, one in self._judged.items() for broken in self._failing(table, one))
        return frozenset([*tables, *self._parted(range(len(self.links)))])

    @cached_property
    def slips(self) -> tuple[Repair, ...]:
        """
        The cells that are wrong: a repair heals two equations or more, and no other one explains any of them as well.

        A repair that heals only some of what another one does, with no more than that, is no rival of it.
        """
        repairs = list(self._repairs())
        return tuple(
            repair
            for repair in repairs
            if len(repair.heals) >= ENOUGH
            and all(
                other.heals < repair.heals for other in repairs if other is not repair and other.heals & repair.heals
            )
        )

    def value(self, at: At) -> CellValue:
        """Give what is printed in a cell."""
        table = (at.member, at.path.partition(".")[0])
        return self._tables[table].values[self._positions[table][at.path]]

    @cached_property
    def _tables(self) -> Mapping[_Table, TableFigures]:
        return {(member, table.section): table for member, each in enumerate(self.figures) for table in each.tables}

    @cached_property
    def _positions(self) -> Mapping[_Table, Mapping[str, int]]:
        return {key: {path: place for place, path in enumerate(table.paths)} for key, table in self._tables.items()}

    @cached_property
    def _judged(self) -> Mapping[_Table, Judged]:
        return {key: judged(table.cls, table.values) for key, table in self._tables.items() if identities(table.cls)}

    @cached_property
    def _links_of(self) -> Mapping[At, list[int]]:
        links = defaultdict[At, list[int]](list)
        for number, link in enumerate(self.links):
            for at, _ in link.terms:
                links[at].append(number)
        return links

    def _failing(self, table: _Table, judgement: Judged) -> Iterator[Broken]:
        """Yield the identities of a table that are in error."""
        member, section = table
        for number, identity in enumerate(identities(self._tables[table].cls)):
            if judgement.verdicts[number].is_error:
                yield Broken(identity.code, member, number, section)

    def _parted(self, numbers: range | list[int], changed: Mapping[At, int] = _NOTHING) -> Iterator[Broken]:
        """Yield those of some links that do not hold once some cells are changed; a blank cell says nothing."""
        for number in numbers:
            if self.gap(number, changed):
                yield Broken(self.links[number].code, self.links[number].member, number, "")

    def gap(self, number: int, changed: Mapping[At, int] = _NOTHING) -> int:
        """Give what the terms of a link come to once some cells are changed; nought where a cell is blank."""
        terms = [(changed.get(at, self.value(at)), sign) for at, sign in self.links[number].terms]
        if any(value is None for value, _ in terms):
            return 0
        return sum(sign * _count(value) for value, sign in terms)

    def _repairs(self) -> Iterator[Repair]:
        for at, value in dict.fromkeys(self._proposed()):
            repair = self._repaired(at, value)
            if repair is not None:
                yield repair

    def _proposed(self) -> Iterator[tuple[At, int]]:
        """Yield each cell of an equation that does not hold, with the figure that would make it hold."""
        for broken in sorted(self.broken):
            if broken.section:
                yield from self._proposed_in((broken.member, broken.section), broken.number)
                continue
            gap = self.gap(broken.number)
            for at, sign in self.links[broken.number].terms:
                yield at, _count(self.value(at)) - sign * gap

    def _proposed_in(self, table: _Table, number: int) -> Iterator[tuple[At, int]]:
        figures, judgement = self._tables[table], self._judged[table]
        identity = identities(figures.cls)[number]
        gap = judgement.sum_of(identity.left_at) - judgement.sum_of(identity.right_at)
        derived = {total.at for total in totals(figures.cls) if figures.values[total.at] is None}
        for place in identity.at:
            # A blank total follows its parts, and is no slip.
            if place not in derived:
                sign = 1 if place in identity.left_at else -1
                yield At(table[0], figures.paths[place]), judgement.full[place] - sign * gap

    def _repaired(self, at: At, value: int) -> Repair | None:
        """Give the repair that a figure in a cell makes, if it is one: nothing that the cell is in fails then."""
        if value < 0:
            return None
        table = (at.member, at.path.partition(".")[0])
        figures, place = self._tables[table], self._positions[table][at.path]
        values = [*figures.values[:place], value, *figures.values[place + 1 :]]
        own = frozenset(each for each in self.broken if (each.member, each.section) == table)
        failing = frozenset(self._failing(table, judged(figures.cls, values)))
        links = self._links_of[at]
        parted = frozenset(self._parted(links, {at: value}))
        if parted or not failing <= own or any(place in self._identity(each).at for each in failing):
            return None
        return Repair(at, value, (own - failing) | frozenset(self._parted(links)))

    def _identity(self, broken: Broken) -> Identity:
        return identities(self._tables[broken.member, broken.section].cls)[broken.number]


def _count(value: CellValue) -> int:
    return 0 if value is None or value is NA else cast("int", value)

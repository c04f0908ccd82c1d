"""
The reports of a chain as one system of equations: the identities of their tables, and the links between the years.

A slip in one cell breaks every equation that the cell is in, each by the same amount, and no other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import frozen

from govdisclosure.arithmetic.figures import Figures
from govdisclosure.arithmetic.identities import identities
from govdisclosure.chains._links import At, Link
from govdisclosure.chains._tables import Sheet, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from govdisclosure.model.values import CellValue

ENOUGH: Final = 2
"""So many equations at least have to speak of a cell before it is called wrong; one alone could be any of its cells."""

_UNCHANGED: Final[Mapping[At, int]] = {}


class Broken(NamedTuple):
    """
    An equation that does not hold.

    Args:
        code: Code of the check that compares its sides.
        member: The number of the report that it is in, of the later one for a link.
        section: The section of its table; empty for a link.
        number: Its number among the identities of its table, or among the links.
    """

    code: str
    member: int
    section: str
    number: int


class Repair(NamedTuple):
    """
    Another figure in one cell, after which no equation that the cell is in is refuted, and none is broken anew.

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
    def errors(self) -> frozenset[Broken]:
        """The equations that their own cells refute, whatever is in the blanks; a link with a blank says nothing."""
        tables = (
            Broken(identities(sheet.figures.cls)[number].code, *table, number)
            for table, sheet in self._sheets.items()
            for number, refuted in sheet.broken.items()
            if refuted
        )
        return frozenset([*tables, *self._parted(range(len(self.links)))])

    @cached_property
    def slips(self) -> tuple[Repair, ...]:
        """
        The cells that are wrong, as far as the equations decide it.

        A repair counts that heals two equations or more, an error among them, and that has no rival: all others that
        heal one of these heal fewer of them, and nothing else.
        """
        repairs = self._repairs()
        return tuple(
            repair
            for repair in repairs
            if len(repair.heals) >= ENOUGH
            and not repair.heals.isdisjoint(self.errors)
            and all(other.heals < repair.heals for other in _rivals(repair, repairs))
        )

    def value(self, at: At) -> CellValue:
        """Give what is printed in a cell."""
        return self._sheet_of(at).value(at.path)

    def gap(self, number: int, changed: Mapping[At, int] = _UNCHANGED) -> int:
        """Give what the terms of a link come to once some cells are changed; nought where a cell is blank."""
        terms = [(changed.get(at, self.value(at)), sign) for at, sign in self.links[number].terms]
        if any(value is None for value, _ in terms):
            return 0
        return sum(sign * counted(value) for value, sign in terms)

    @cached_property
    def _sheets(self) -> Mapping[tuple[int, str], Sheet]:
        return {
            (member, table.section): Sheet(table)
            for member, figures in enumerate(self.figures)
            for table in figures.tables
        }

    def _sheet_of(self, at: At) -> Sheet:
        return self._sheets[at.member, at.path.partition(".")[0]]

    @cached_property
    def _links_of(self) -> Mapping[At, list[int]]:
        links = defaultdict[At, list[int]](list)
        for number, link in enumerate(self.links):
            for at, _ in link.terms:
                links[at].append(number)
        return links

    def _parted(self, numbers: Iterable[int]) -> Iterator[Broken]:
        """Yield those of some links that do not hold."""
        for number in numbers:
            if self.gap(number):
                yield Broken(self.links[number].code, self.links[number].member, "", number)

    def _repairs(self) -> list[Repair]:
        """Give what heals an error, and what else heals something that one of these does."""
        repairs = self._healing(self.errors)
        beside = {healed for repair in repairs for healed in repair.heals} - self.errors
        known = {(repair.at, repair.value) for repair in repairs}
        return repairs + [each for each in self._healing(beside) if (each.at, each.value) not in known]

    def _healing(self, broken: Iterable[Broken]) -> list[Repair]:
        proposed = dict.fromkeys(proposal for each in sorted(broken) for proposal in self._proposed(each))
        repairs = (self._repaired(at, value) for at, value in proposed if value >= 0)
        return [repair for repair in repairs if repair is not None]

    def _proposed(self, broken: Broken) -> Iterator[tuple[At, int]]:
        """Yield each cell that can make an equation hold, with the figure that does."""
        if broken.section:
            for path, value in self._sheets[broken.member, broken.section].proposed(broken.number):
                yield At(broken.member, path), value
            return
        gap = self.gap(broken.number)
        for at, sign in self.links[broken.number].terms:
            yield at, counted(self.value(at)) - sign * gap

    def _repaired(self, at: At, value: int) -> Repair | None:
        """Give the repair that a figure in a cell makes, if it is one."""
        sheet, links = self._sheet_of(at), self._links_of[at]
        if any(self.gap(number, {at: value}) for number in links):
            return None
        after = sheet.broken_with(at.path, value)
        for number, refuted in after.items():
            anew = number not in sheet.broken or (refuted and not sheet.broken[number])
            if anew or (refuted and sheet.has(number, at.path)):
                return None
        section = at.path.partition(".")[0]
        codes = [identity.code for identity in identities(sheet.figures.cls)]
        # Where all adds up then, the blanks are noughts, and what they left open speaks of the cell as well.
        healed = [
            Broken(codes[number], at.member, section, number)
            for number, refuted in sheet.broken.items()
            if number not in after and (refuted or not after)
        ]
        return Repair(at, value, frozenset([*healed, *self._parted(links)]))


def _rivals(repair: Repair, repairs: list[Repair]) -> Iterator[Repair]:
    """Yield the other repairs that heal something that this one does."""
    return (other for other in repairs if other is not repair and not other.heals.isdisjoint(repair.heals))

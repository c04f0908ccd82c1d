"""What the roster says of the reports of a call: handed in, missing, late, twice, on a wrong year, of nobody."""

from __future__ import annotations

import enum
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from govdisclosure.checks.predecessors import are_copies
from govdisclosure.model.notes import Reading
from govdisclosure.rosters import Matches, Unit, called, only_regions_apart
from govdisclosure.vocabulary.bodies import name_of_body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.cli._texts import Words


@enum.unique
class Delivery(enum.StrEnum):
    """How it stands with what a unit had to hand in."""

    MISSING = "missing"
    WRONG_YEAR = "wrong-year"
    TWICE = "twice"
    COPY = "copy"
    LATE = "late"
    AMBIGUOUS = "ambiguous"
    STRANGER = "stranger"


IN_ORDER: Final = "in-order"


@frozen
class Deliveries:
    """
    What the roster says.

    Args:
        roster: The units, in the order of the roster.
        matches: The reports and the units, held against each other.
        readings: The readings that were held against them, in the same order.
        files: The names of their files.
        unread: Names of the files that could not be read, or are in no format that is read.
        above: Name of the parent of the units that name none; None if it is not known.
        of: What is odd with each reading, by its place; in order if there is nothing.
        units: The unit of each reading, by its place.
        names: What each unit is called.
    """

    roster: tuple[Unit, ...]
    matches: Matches
    readings: Sequence[Reading]
    files: Sequence[str]
    unread: Sequence[str] = ()
    above: str | None = None
    units: Mapping[int, Unit] = field(init=False)
    of: Mapping[int, tuple[Delivery, ...]] = field(init=False)
    names: Mapping[Unit, str] = field(init=False)

    @units.default
    def _units_of(self) -> dict[int, Unit]:
        return {match.index: match.unit for match in self.matches.matched}

    @names.default
    def _names_of(self) -> dict[Unit, str]:
        return called(self.roster)

    @of.default
    def _of(self) -> dict[int, tuple[Delivery, ...]]:
        odd: defaultdict[int, list[Delivery]] = defaultdict(list)
        for match in self.matches.wrong_year:
            odd[match.index].append(Delivery.WRONG_YEAR)
        for several in self.matches.twice:
            alike = all(are_copies(several[0].report, other.report) for other in several[1:])
            for match in several:
                odd[match.index].append(Delivery.COPY if alike else Delivery.TWICE)
        for late in self.matches.late:
            odd[late.index].append(Delivery.LATE)
        for ambiguous in self.matches.ambiguous:
            odd[ambiguous.index].append(Delivery.AMBIGUOUS)
        for stranger in self.matches.strangers:
            odd[stranger.index].append(Delivery.STRANGER)
        return {place: tuple(odd[place]) for place in range(len(self.readings))}

    def said_of(self, place: int, words: Words) -> str:
        """Say how it stands with a report."""
        odd = self.of[place]
        shown = [words(f"delivery.{delivery}") for delivery in odd]
        if Delivery.AMBIGUOUS in odd:
            units = next(each.units for each in self.matches.ambiguous if each.index == place)
            shown[odd.index(Delivery.AMBIGUOUS)] += words(
                "in-place", place=words("list-separator").join(self.names[unit] for unit in units)
            )
        return words("separator").join(shown) or words(f"delivery.{IN_ORDER}")

    @property
    def is_in_order(self) -> bool:
        """Whether every unit has handed in one report on the year, in time, and there is no other."""
        return not self.matches.missing and not any(self.of.values())

    def lines(self, words: Words) -> Iterator[str]:
        """Say how many units have handed in a report on the year, and who is odd, each kind in a line."""
        units = {*self.units.values(), *self.matches.missing}
        on_year = {unit for place, unit in self.units.items() if Delivery.WRONG_YEAR not in self.of[place]}
        key = "roster-total-of-no-year" if self.readings and self.matches.year is None else "roster-total"
        yield words(key, units=len(units), n=len(on_year))
        by_kind: dict[Delivery, list[str]] = {delivery: [] for delivery in Delivery}
        by_kind[Delivery.MISSING] += [self._missing(unit, words) for unit in self.matches.missing]
        for place, odd in self.of.items():
            for delivery in odd:
                by_kind[delivery].append(self._name(place, words))
        for delivery, names in by_kind.items():
            whose = list(dict.fromkeys(names))
            if whose:
                kind = words(f"delivery.{delivery}")
                yield words("of-roster", kind=kind, n=len(whose), names=words("list-separator").join(whose))
        yield from self._apart(words)

    def _apart(self, words: Words) -> Iterator[str]:
        """Say that reports of nobody can be those of missing units, of whose region the roster says nothing."""
        names = [name_of_body(stranger.report.agency) for stranger in self.matches.strangers]
        apart = only_regions_apart(self.matches.missing, filter(None, names), self.above)
        for unit, name in islice(apart.items(), 1):
            yield words("regions-apart", n=len(apart), name=name, unit=self.names[unit])

    def called_like(self, unit: Unit, words: Words) -> str:
        """Name the files that could not be read and are called like a unit, which has handed in nothing else."""
        files = [name for name in self.unread if any(each in Path(name).stem for each in unit.names)]
        return words("may-be", names=words("list-separator").join(files)) if files else ""

    @cached_property
    def _unmatched(self) -> Counter[str | None]:
        """How many reports of no unit that is known bear each name."""
        agencies = (reading.report.agency for place, reading in enumerate(self.readings) if place not in self.units)
        return Counter(map(name_of_body, agencies))

    def _missing(self, unit: Unit, words: Words) -> str:
        hint = self.called_like(unit, words)
        return self.names[unit] + (words("in-place", place=hint) if hint else "")

    def _name(self, place: int, words: Words) -> str:
        unit, name = self.units.get(place), name_of_body(self.readings[place].report.agency)
        if unit is not None:
            return self.names[unit]
        if name is not None and self._unmatched[name] > 1:
            # 甲县/财政局.docx and 乙县/财政局.docx, which nobody can tell to be one body
            return name + words("in-place", place=self.files[place])
        return name or self.files[place]

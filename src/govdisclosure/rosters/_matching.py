"""Which report is whose: reports matched to the units of a roster, and what is told by it. Nothing is guessed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Self

from attrs import field, frozen

from govdisclosure.model.report import MAX_YEAR, AnnualReport
from govdisclosure.rosters._names import forms, region_of
from govdisclosure.rosters._units import Unit, last_day
from govdisclosure.vocabulary.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govdisclosure.model.profile import Profile
    from govdisclosure.model.report import Agency


@frozen
class Matched:
    """
    A report that is that of a unit.

    Args:
        index: Its place among the reports that were given, from 0.
        report: The report.
        unit: The unit.
    """

    index: int
    report: AnnualReport
    unit: Unit


@frozen
class Ambiguous:
    """
    A report that can be that of several units, or whose code is not that of the unit which it names.

    Args:
        index: Its place among the reports that were given, from 0.
        report: The report.
        units: The units that it can be of.
    """

    index: int
    report: AnnualReport
    units: tuple[Unit, ...]


@frozen
class Stranger:
    """
    A report of none of the units.

    Args:
        index: Its place among the reports that were given, from 0.
        report: The report.
    """

    index: int
    report: AnnualReport


@frozen
class Late:
    """
    A report that was published after its last day.

    Args:
        index: Its place among the reports that were given, from 0.
        report: The report.
        unit: The unit.
        due: The last day.
    """

    index: int
    report: AnnualReport
    unit: Unit
    due: dt.date


@frozen
class Matches:
    """
    The reports that were given and the units of a roster, held against each other.

    Args:
        year: The year that the reports should be on; None if that is not known.
        matched: The reports that are each of one unit, of whatever year.
        ambiguous: Those that can be of several.
        strangers: Those of none: not on the roster.
        missing: The units without a report of whatever year.
        late: The matched reports that were published after the last day of their unit.
        twice: The units with several reports on one year, with these.
        wrong_year: The matched reports on another year.
    """

    year: int | None
    matched: tuple[Matched, ...]
    ambiguous: tuple[Ambiguous, ...]
    strangers: tuple[Stranger, ...]
    missing: tuple[Unit, ...]
    late: tuple[Late, ...]
    twice: tuple[tuple[Matched, ...], ...]
    wrong_year: tuple[Matched, ...]


@frozen(eq=False)
class Index:
    """
    The units of a roster by all that a report can be known by.

    Args:
        units: The units.
        by_code: Their places, by code.
        by_name: Their places, by each of their names, folded.
        by_form: Their places, by each form of their names, of each region.
    """

    units: tuple[Unit, ...]
    by_code: dict[str, set[int]] = field(factory=dict)
    by_name: dict[str, set[int]] = field(factory=dict)
    by_form: dict[tuple[str, ...], dict[str, set[int]]] = field(factory=dict)

    @classmethod
    def of(cls, units: tuple[Unit, ...], parent: str | None = None) -> Self:
        """
        Make the index.

        Args:
            units: The units.
            parent: The parent of those that name none.
        """
        index = cls(units)
        for place, unit in enumerate(units):
            region = region_of(unit.parent or parent or "")
            by_form = index.by_form.setdefault(region, {})
            if unit.code is not None:
                index.by_code.setdefault(unit.code, set()).add(place)
            for name in unit.names:
                index.by_name.setdefault(fold(name), set()).add(place)
                for form in forms(name, region):
                    by_form.setdefault(form, set()).add(place)
        return index

    def places_of(self, agency: Agency | None) -> set[int]:
        """Give the places of the units that an agency can be: by code, by exact name, or by the name without region."""
        if agency is None:
            return set()
        coded = self.by_code.get(agency.code or "", set())
        named = self._named(agency.name)
        # A code that is given decides between units of one name; one that contradicts the name decides nothing.
        if coded and named and coded.isdisjoint(named):
            return coded | named
        return coded or named

    def contradicts(self, agency: Agency | None, place: int) -> bool:
        """Tell whether an agency and a unit have codes, and not the same."""
        code = self.units[place].code
        return agency is not None and agency.code is not None and code is not None and agency.code != code

    def _named(self, name: str) -> set[int]:
        exact = self.by_name.get(fold(name))
        if exact is not None:
            return exact
        places: set[int] = set()
        for region, by_form in self.by_form.items():
            for form in forms(name, region):
                places |= by_form.get(form, set())
        return places


def matches(index: Index, reports: Sequence[AnnualReport], year: int | None, profile: Profile) -> Matches:
    """
    Hold reports and units against each other.

    Args:
        index: The units.
        reports: The reports.
        year: The year that they should be on; by default that of more than half of them.
        profile: By when which kind of body publishes its report, where the unit has no day of its own.
    """
    due_year = _usual_year(reports) if year is None else year
    matched: list[Matched] = []
    ambiguous: list[Ambiguous] = []
    strangers: list[Stranger] = []
    for number, report in enumerate(reports):
        places = index.places_of(report.agency)
        units = tuple(index.units[place] for place in sorted(places))
        if not units:
            strangers.append(Stranger(number, report))
        elif len(units) > 1 or index.contradicts(report.agency, next(iter(places))):
            ambiguous.append(Ambiguous(number, report, units))
        else:
            matched.append(Matched(number, report, units[0]))
    reported = {match.unit for match in matched}
    return Matches(
        due_year,
        tuple(matched),
        tuple(ambiguous),
        tuple(strangers),
        missing=tuple(unit for unit in index.units if unit not in reported),
        late=tuple(_late(matched, profile)),
        twice=_twice(matched),
        wrong_year=tuple(match for match in matched if _is_on_another(match.report.year, due_year)),
    )


def _usual_year(reports: Sequence[AnnualReport]) -> int | None:
    """Give the year of more than half of the reports."""
    years = Counter(report.year for report in reports)
    year, number = max(years.items(), key=lambda counted: counted[1], default=(None, 0))
    return year if 2 * number > len(reports) else None


def _is_on_another(year: int | None, due: int | None) -> bool:
    return year is not None and due is not None and year != due


def _late(matched: Iterable[Matched], profile: Profile) -> Iterable[Late]:
    for match in matched:
        report = match.report
        if report.published is None or report.year in {None, MAX_YEAR}:
            continue
        due = last_day(match.unit, match.unit.body, report.year, profile)
        if report.published > due:
            yield Late(match.index, report, match.unit, due)


def _twice(matched: Iterable[Matched]) -> tuple[tuple[Matched, ...], ...]:
    by_year: dict[tuple[Unit, int | None], list[Matched]] = {}
    for match in matched:
        by_year.setdefault((match.unit, match.report.year), []).append(match)
    return tuple(tuple(several) for several in by_year.values() if len(several) > 1)

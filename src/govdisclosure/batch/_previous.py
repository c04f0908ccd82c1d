"""The reports of the year before of a whole batch, and which of them are of the body of a report."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

from attrs import frozen

from govdisclosure.model.notes import Reading, all_reports
from govdisclosure.model.report import AnnualReport
from govdisclosure.rosters import Keys, Roster, Unit, before, body_keys, region_of

if TYPE_CHECKING:
    from collections.abc import Iterable


@frozen(eq=False)
class Previous:
    """
    Reports of the year before.

    Args:
        reports: The reports, of any bodies, in any order.
        roster: Who has to report: bodies of one unit are one, whatever they are called.
    """

    reports: tuple[AnnualReport, ...] = ()
    roster: Roster | None = None

    @classmethod
    def of(cls, given: Iterable[AnnualReport | Reading], roster: Roster | None) -> Self:
        """
        Take reports, or readings of them.

        Raises:
            TypeError: If they cannot be gone through, or one of them is neither.
        """
        reports = [each.report if isinstance(each, Reading) else each for each in all_reports("previous", given)]
        return cls(tuple(reports), roster)

    def keys_of(self, report: AnnualReport) -> Keys:
        """Give what the body of a report is known by: its code, its name, its unit."""
        known: Keys = set(body_keys(report, region_of(self._top or "")))
        unit = None if self.roster is None else self.roster.unit_of(report, parent=self._top)
        return known if unit is None else known | {("unit", unit)}

    def before(self, report: AnnualReport) -> tuple[AnnualReport, ...] | None:
        """
        Give those that are of the body of a report: of the year before, or if there is none, of any older year.

        Returns:
            The reports, in the order in which they were given; None if there is none.
        """
        keys = self.keys_of(report)
        alike = sorted({place for key in keys for place in self._places.get(key, ())})
        places = before(report.year, keys, alike, self._keys.__getitem__, lambda place: self.reports[place].year)
        return tuple(self.reports[place] for place in places) or None

    # What follows is made once for a batch, in each process of it.

    @cached_property
    def _top(self) -> str | None:
        return None if self.roster is None else self.roster.top

    @cached_property
    def _keys(self) -> list[Keys]:
        """What the body of each of the reports is known by."""
        return list(map(self.keys_of, self.reports))

    @cached_property
    def _places(self) -> dict[tuple[str, str | Unit], list[int]]:
        """The places of the reports whose body is known by something."""
        places: dict[tuple[str, str | Unit], list[int]] = {}
        for place, keys in enumerate(self._keys):
            for key in keys:
                places.setdefault(key, []).append(place)
        return places

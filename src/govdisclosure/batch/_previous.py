"""The reports of the year before of a whole batch, and which of them are of the body of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from attrs import Factory, field, frozen

from govdisclosure.model.notes import Reading
from govdisclosure.model.report import AnnualReport
from govdisclosure.rosters import Keys, Roster, Unit, before, body_keys, region_of

if TYPE_CHECKING:
    from collections.abc import Iterable


_Key = tuple[str, str | Unit]


def _index(previous: Previous) -> dict[_Key, list[int]]:
    places: dict[_Key, list[int]] = {}
    for place, report in enumerate(previous.reports):
        for key in previous.keys_of(report):
            places.setdefault(key, []).append(place)
    return places


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
    _places: dict[_Key, list[int]] = field(init=False, repr=False, default=Factory(_index, takes_self=True))

    @classmethod
    def of(cls, given: Iterable[AnnualReport | Reading], roster: Roster | None) -> Self:
        """
        Take reports, or readings of them.

        Raises:
            TypeError: If one of them is neither.
        """
        reports = []
        for place, each in enumerate(given):
            report = each.report if isinstance(each, Reading) else each
            if not isinstance(report, AnnualReport):
                raise TypeError(f"previous[{place}] must be an AnnualReport or a Reading, got {type(each).__name__}")
            reports.append(report)
        return cls(tuple(reports), roster)

    def keys_of(self, report: AnnualReport) -> Keys:
        """Give what the body of a report is known by: its code, its name, its unit."""
        top = None if self.roster is None else self.roster.top
        known: Keys = set(body_keys(report, region_of(top or "")))
        unit = None if self.roster is None else self.roster.unit_of(report, parent=top)
        return known if unit is None else known | {("unit", unit)}

    def before(self, report: AnnualReport) -> tuple[AnnualReport, ...] | None:
        """
        Give those that are of the body of a report: of the year before, or if there is none, of any older year.

        Returns:
            The reports, in the order in which they were given; None if there is none.
        """
        keys = self.keys_of(report)
        places = sorted({place for key in keys for place in self._places.get(key, ())})
        alike = [self.reports[place] for place in places]
        return tuple(before(report.year, keys, alike, self.keys_of, lambda each: each.year)) or None

"""What the body of a report is known by, and which reports of a body are those of the year before."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from govdisclosure.rosters._names import forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govdisclosure.model.report import AnnualReport

_T = TypeVar("_T")


def body_keys(report: AnnualReport, region: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield what the body of a report is known by without a roster: its code, its name with its region and without."""
    if report.agency is None:
        return
    if report.agency.code is not None:
        yield "code", report.agency.code
    yield from (("name", form) for form in forms(report.agency.name, region))


def of_the_year_before(year: int | None, alike: Sequence[_T], year_of: Callable[[_T], int | None]) -> list[_T]:
    """
    Give those reports of a body that are on the year before; if there is none, those on older years or on none.

    Those that are older are given to the check, which says that they are not of the year before.
    """
    before = [each for each in alike if year is not None and year_of(each) == year - 1]
    return before or [each for each in alike if year is None or (year_of(each) or 0) < year]

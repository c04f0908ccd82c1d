"""What the body of a report is known by, and which reports of a body are those of the year before."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from govdisclosure.rosters._names import forms
from govdisclosure.rosters._units import Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govdisclosure.model.report import AnnualReport

_T = TypeVar("_T")
Keys: TypeAlias = AbstractSet[tuple[str, str | Unit]]
"""What a body is known by: its unit, its code, its names."""


def body_keys(report: AnnualReport, region: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield what the body of a report is known by without a roster: its code, its name with its region and without."""
    if report.agency is None:
        return
    if report.agency.code is not None:
        yield "code", report.agency.code
    yield from (("name", form) for form in forms(report.agency.name, region))


def before(
    year: int | None,
    keys: Keys,
    others: Sequence[_T],
    keys_of: Callable[[_T], Keys],
    year_of: Callable[[_T], int | None],
) -> list[_T]:
    """
    Give those of other reports that are of one body and on the year before; if none is, on older years or on none.

    Those that are older are given to the check, which says that they are not of the year before.

    Args:
        year: The year of a report.
        keys: What its body is known by.
        others: Reports of any bodies.
        keys_of: Gives what the body of one of them is known by.
        year_of: Gives the year of one of them.
    """
    alike = [each for each in others if not keys.isdisjoint(keys_of(each)) and not _differ(keys, keys_of(each), "unit")]
    last = [each for each in alike if year is not None and year_of(each) == year - 1]
    kept = last or [each for each in alike if year is None or (year_of(each) or 0) < year]
    # A body can have another code than last year; where one has the same, those of other codes are other bodies.
    if any(_of("code", keys) & _of("code", keys_of(each)) for each in kept):
        return [each for each in kept if not _differ(keys, keys_of(each), "code")]
    return kept


def _differ(keys: Keys, others: Keys, kind: str) -> bool:
    """Tell whether two bodies are both known by something of a kind, and not by the same."""
    own, other = _of(kind, keys), _of(kind, others)
    return bool(own and other) and own.isdisjoint(other)


def _of(kind: str, keys: Keys) -> Keys:
    return {key for key in keys if key[0] == kind}

"""
The editions of the form: which there are, from when on each is used, and the classes of its tables.

A further edition is a declaration module for each table that is new, and one line of ``EDITIONS``. Everything else that
differs between editions is derived from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, TypeAlias

from attrs import field, frozen

from govdisclosure.model.proactive_disclosure import ProactiveDisclosure
from govdisclosure.model.proactive_disclosure_2019 import ProactiveDisclosure2019
from govdisclosure.model.requests import Requests
from govdisclosure.model.requests_2019 import Requests2019
from govdisclosure.model.review_and_litigation import ReviewAndLitigation
from govdisclosure.model.structure import Table

# Type checkers cannot derive these from the registration; a test compares the two.
AnyProactiveDisclosure: TypeAlias = ProactiveDisclosure | ProactiveDisclosure2019
AnyRequests: TypeAlias = Requests | Requests2019
AnyReviewAndLitigation: TypeAlias = ReviewAndLitigation

_SECTIONS: Final = ("proactive_disclosure", "requests", "review_and_litigation")


@frozen(order=True)
class Edition:
    """
    One edition of the form; of two, the later one is the greater.

    Args:
        name: Its name, such as ``2021``: the ``edition`` of its tables, in Python and in JSON.
        first_year: The first year that is reported on in it.
        notice: The notice that issued it.
        tables: The classes of its tables, by the names of their sections, in the order of the form.
    """

    name: str = field(order=False)
    first_year: int
    notice: str = field(order=False)
    tables: Mapping[str, type[Table]] = field(eq=False, repr=False)


@frozen
class Tables2021:
    """
    The tables of a report of which each is of edition 2021; None where the report has no such table.

    Args:
        proactive_disclosure: Section 二.
        requests: Section 三.
        review_and_litigation: Section 四.
    """

    proactive_disclosure: ProactiveDisclosure | None
    requests: Requests | None
    review_and_litigation: ReviewAndLitigation | None


@frozen
class Tables2019:
    """
    The tables of a report of which each is of edition 2019; None where the report has no such table.

    Args:
        proactive_disclosure: Section 二.
        requests: Section 三.
        review_and_litigation: Section 四.
    """

    proactive_disclosure: ProactiveDisclosure2019 | None
    requests: Requests2019 | None
    review_and_litigation: ReviewAndLitigation | None


def _edition(name: str, first_year: int, notice: str, *tables: type[Table]) -> Edition:
    return Edition(name, first_year, notice, dict(zip(_SECTIONS, tables, strict=True)))


def _by_name(*editions: Edition) -> Mapping[str, Edition]:
    return MappingProxyType({edition.name: edition for edition in sorted(editions)})


EDITIONS: Final = _by_name(
    _edition("2019", 2019, "国办公开办函〔2019〕60号", ProactiveDisclosure2019, Requests2019, ReviewAndLitigation),
    _edition("2021", 2021, "国办公开办函〔2021〕30号", ProactiveDisclosure, Requests, ReviewAndLitigation),
)
"""The editions by name, the first one first."""

CURRENT: Final[Edition] = max(EDITIONS.values())
"""The edition that reports are made in now."""

EDITION_2021: Final[Edition] = EDITIONS["2021"]
"""The edition that brought what several rules ask for, and that other tools know."""

FIRST_YEAR: Final[int] = min(EDITIONS.values()).first_year
"""The first year that is reported on in any edition."""


@lru_cache(maxsize=64)
def edition_of(year: int) -> str:
    """Give the edition of the form that reports on ``year`` follow; the first one for all years before it, too."""
    in_use = (edition for edition in EDITIONS.values() if edition.first_year <= max(year, FIRST_YEAR))
    return max(in_use).name


def last_year(edition: Edition) -> int | None:
    """Give the last year that is reported on in an edition; None of the current one, whose end nobody knows."""
    later = [other.first_year for other in EDITIONS.values() if other > edition]
    return min(later) - 1 if later else None


def table_class(section: str, edition: str) -> type[Table]:
    """Give the class of a section's table in an edition."""
    return EDITIONS[edition].tables[section]


def table_classes(section: str) -> tuple[type[Table], ...]:
    """Give the classes of a section's table, the current one first; one that several editions share stands once."""
    editions = sorted(EDITIONS.values(), reverse=True)
    return tuple(dict.fromkeys(edition.tables[section] for edition in editions))

"""What both tools have in common: whose report it is, and what of a report has no place with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.adapters._losses import Loss, Reason
from govdisclosure.model.cells import tables
from govdisclosure.model.editions import EDITION_2021
from govdisclosure.model.report import Agency, agency_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.structure import Table


def agency_of(given: str | Agency | None, read: str | None) -> Agency | None:
    """Give the agency of a report: the one that is given, or that of a name that was read."""
    if isinstance(given, Agency):
        return given
    name = read if given is None else given
    return Agency(name=name) if name else None


def head_lost(report: AnnualReport, *, named: bool) -> Iterator[Loss]:
    """
    Yield what is lost of a report besides its sections.

    Args:
        report: The report.
        named: Whether the other format has the name of the agency, and the year.
    """
    values = dict(_agency_lost(report.agency)) if named else {"agency": report.agency, "year": report.year}
    values |= {name: getattr(report, name) for name in ("title", "period", "published")}
    values |= {name: getattr(report, name) or None for name in ("preamble", "extensions")}
    for path, value in values.items():
        if value is not None:
            yield Loss.of(path, Reason.NO_PLACE, value.name if isinstance(value, Agency) else value)


def _agency_lost(agency: Agency | None) -> Iterator[tuple[str, object]]:
    """Yield what is lost of an agency where its name alone has a place."""
    if agency is None:
        return
    if not agency.name:
        yield "agency", agency
        return
    if agency.kind != agency_kind(agency.name):
        yield "agency.kind", str(agency.kind)
    yield "agency.code", agency.code
    yield "agency.division", agency.division


def tables_to_write(report: AnnualReport, lost: list[Loss]) -> dict[str, Table]:
    """Give the tables that other tools know; those of another edition are lost."""
    known = {}
    for section, table in tables(report):
        if type(table) is EDITION_2021.tables[section]:
            known[section] = table
        else:
            lost.append(Loss.of(section, Reason.EDITION, repr(table)))
    return known

"""What both tools have in common: whose report it is, and what of a report has no place with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.adapters._figures import EDITION
from govdisclosure.adapters._losses import Loss, Reason
from govdisclosure.model.cells import tables
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
    agency = report.agency
    values: dict[str, object] = {} if named else {"agency": agency and agency.name, "year": report.year}
    if agency is not None and named:
        derived = agency_kind(agency.name)
        values["agency.kind"] = None if agency.kind == derived else str(agency.kind)
        values |= {"agency.code": agency.code, "agency.division": agency.division}
    values |= {name: getattr(report, name) for name in ("title", "period", "published")}
    values |= {name: getattr(report, name) or None for name in ("preamble", "extensions")}
    for path, value in values.items():
        if value is not None:
            yield Loss.of(path, Reason.NO_PLACE, value)


def tables_to_write(report: AnnualReport, lost: list[Loss]) -> dict[str, Table]:
    """Give the tables that other tools know; those of another edition are lost."""
    known = {}
    for section, table in tables(report):
        if type(table) is EDITION.tables[section]:
            known[section] = table
        else:
            lost.append(Loss.of(section, Reason.EDITION, repr(table)))
    return known

"""Reports made into rows of the two tables, one by one or as Arrow."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from govdisclosure.dataset._fact import SHARED, Fact, ReportRow
from govdisclosure.dataset._records import as_stated, cell_forms, records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.dataset._records import Record, Reported, Told

_shared: Final = attrgetter(*SHARED)


def facts(reports: Reported | Iterable[Reported]) -> Iterator[Fact]:
    """
    Give every cell of the tables of reports as a fact, with its lineage, blank cells included.

    Reports are gone through as facts are asked for. A table that a report does not have has no facts, nor has a source
    that could not be read: the table of reports, ``dataset.report_rows``, names both.

    Args:
        reports: A report, what ``read`` gives, or what ``batch.examine`` gives; or any number of them. Only outcomes of
            a batch tell source and digest.

    Returns:
        The facts, in the order of the reports, and in the order of the JSON in each.

    Raises:
        TypeError: If something is none of these; of an element, that is said in its turn.
    """
    return _facts(records(reports))


def report_rows(reports: Reported | Iterable[Reported]) -> Iterator[ReportRow]:
    """
    Give the rows of the table of reports: one for each, also for an outcome of a batch that could not be read.

    Args:
        reports: As of ``facts``.

    Raises:
        TypeError: If something is none of these; of an element, that is said in its turn.
    """
    return (record.row for record in records(reports))


def to_arrow(reports: Reported | Iterable[Reported]) -> Any:  # noqa: ANN401 - pyarrow has no types
    """
    Give the facts of reports as a ``pyarrow.RecordBatchReader``, which DuckDB, Polars and pandas take.

    Args:
        reports: As of ``facts``; they are gone through as batches are asked for.

    Raises:
        MissingDependency: If pyarrow is not installed: the extra ``arrow``.
        TypeError: If something is none of these; of an element, that is said in its turn.
    """
    from govdisclosure.dataset import _arrow  # noqa: PLC0415 - only when used

    return _arrow.reader(Fact, records(reports))


def reports_to_arrow(reports: Reported | Iterable[Reported]) -> Any:  # noqa: ANN401 - pyarrow has no types
    """
    Give the table of reports as a ``pyarrow.RecordBatchReader``.

    Args:
        reports: As of ``facts``; they are gone through as batches are asked for.

    Raises:
        MissingDependency: If pyarrow is not installed: the extra ``arrow``.
        TypeError: If something is none of these; of an element, that is said in its turn.
    """
    from govdisclosure.dataset import _arrow  # noqa: PLC0415 - only when used

    return _arrow.reader(ReportRow, records(reports))


def _facts(given: Iterable[Record]) -> Iterator[Fact]:
    for record in given:
        yield from facts_of(record)


def facts_of(record: Record) -> Iterator[Fact]:
    """Give the facts of one report."""
    report, agency, code, year, source, digest, published, version = _shared(record.row)
    for table in record.tables:
        section, edition = table.cls.section, table.cls.edition
        for at, (form, own) in enumerate(zip(cell_forms(table.cls), table.values, strict=True)):
            value, amount, amount_decimal, unit, state = as_stated(own, form.unit)
            told: Told | None = table.told.get(at)
            yield Fact(
                report=report,
                agency=agency,
                code=code,
                year=year,
                table=section,
                edition=edition,
                path=form.path,
                label=form.label,
                value=value,
                amount=amount,
                amount_decimal=amount_decimal,
                unit=unit,
                state=state,
                notes=told and told.codes,
                source=source,
                place=told and told.place,
                digest=digest,
                published=published,
                version=version,
            )

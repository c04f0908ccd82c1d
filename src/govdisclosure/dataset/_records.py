"""What a caller gives, made into records: all of a report that goes into the tables, its text left behind."""

from __future__ import annotations

import functools
import hashlib
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias, cast

from attrs import frozen

from govdisclosure._version import __version__
from govdisclosure.dataset._fact import ReportRow, State
from govdisclosure.json import dumpb
from govdisclosure.model.cells import tables
from govdisclosure.model.declare import Kind
from govdisclosure.model.notes import Reading
from govdisclosure.model.report import SECTIONS, AnnualReport
from govdisclosure.model.structure import Table, cache, cell_nodes, cell_values
from govdisclosure.model.values import NA, Amount, CellValue, plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from govdisclosure.batch import Outcome
    from govdisclosure.model.notes import Note, RowPlace, Source
    from govdisclosure.model.structure import Node
    from govdisclosure.model.values import Unit

Reported: TypeAlias = "AnnualReport | Reading | Outcome"
"""What facts are made of: a report; what ``read`` gives; what ``batch.examine`` gives, which knows its lineage."""

_ID_DIGITS: Final = 32
"""Digits of an id: 128 bits, which no two sources will share."""


class Stated(NamedTuple):
    """What a cell holds, as the columns of a fact have it."""

    value: int | None
    amount: str | None
    amount_decimal: Decimal | None
    unit: str | None
    state: State


@frozen
class CellForm:
    """
    What the form says of a cell.

    Args:
        path: Its path, from the report.
        label: Official labels along the path.
        unit: Its unit; None where it brings its own.
        kind: What it holds.
        above: The paths of what it stands in, and its own.
    """

    path: str
    label: str
    unit: str | None
    kind: Kind
    above: tuple[str, ...]


class Told(NamedTuple):
    """What a reading tells of a cell: the codes of its notes, and where it stands."""

    codes: str | None
    place: str | None


@frozen
class Figures:
    """
    A table of a report.

    Args:
        cls: Its class.
        values: The values of its cells, in the order of ``cell_forms``.
        told: What the reading tells of some of them, by their places in that order.
    """

    cls: type[Table]
    values: tuple[CellValue, ...]
    told: Mapping[int, Told]


@frozen
class Record:
    """
    All of a report that goes into the tables.

    Args:
        row: Its row of the table of reports.
        tables: The tables that it has.
    """

    row: ReportRow
    tables: tuple[Figures, ...]


@cache
def cell_forms(cls: type[Table]) -> tuple[CellForm, ...]:
    """Give what the form says of the cells of a table, in the order of the JSON."""
    return tuple(_cell_form(f"{cls.section}.{node.path}", node) for node in cell_nodes(cls))


def _cell_form(path: str, node: Node) -> CellForm:
    above = tuple(accumulate(path.split("."), "{}.{}".format))
    return CellForm(path, node.label, node.declared.unit, node.declared.kind, above)


def as_stated(value: CellValue, unit: str | None) -> Stated:
    """Give what a cell holds, with its unit on the form."""
    if value is None:
        return Stated(None, None, None, unit, State.BLANK)
    if value is NA:
        return Stated(None, None, None, unit, State.NA)
    if isinstance(value, int):
        return Stated(value, None, None, unit, State.STATED)
    # 3.50 and 万元 of the form; 12.5 and 元, as the cell itself names it
    amount = value if isinstance(value, Amount) else Amount(value, cast("Unit | None", unit))
    return Stated(None, plain(amount.value), amount.value, amount.unit, State.STATED)


def records(reports: Reported | Iterable[Reported]) -> Iterator[Record]:
    """
    Make records of what a caller gives, each as it is asked for.

    Raises:
        TypeError: If it cannot be gone through; of an element, that is said in its turn.
    """
    if isinstance(reports, _kinds()):
        return iter([record(reports)])
    untrusted = cast("object", reports)
    if isinstance(untrusted, (str, bytes, os.PathLike)) or not isinstance(untrusted, Iterable):
        raise _refusal("reports", reports)
    return _records(cast("Iterable[Reported]", reports))


@functools.cache
def _kinds() -> tuple[type[AnnualReport], type[Reading], type[Outcome]]:
    from govdisclosure.batch import Outcome  # noqa: PLC0415 - it loads more than most uses need

    return AnnualReport, Reading, Outcome


def _records(reports: Iterable[Reported]) -> Iterator[Record]:
    for index, reported in enumerate(reports):
        if not isinstance(reported, _kinds()):
            raise _refusal(f"reports[{index}]", reported)
        yield record(reported)


def _refusal(name: str, given: object) -> TypeError:
    hint = "; batch.examine reads files" if isinstance(given, (str, os.PathLike)) else ""
    return TypeError(f"{name} must be reports, readings or outcomes of a batch, got {type(given).__name__}{hint}")


def record(reported: Reported) -> Record:
    """Make the record of a report, or of a source that could not be read."""
    if isinstance(reported, AnnualReport):
        return _record(Reading(reported), _id("", dumpb(reported)))
    if isinstance(reported, Reading):
        return _record(reported, _id("", dumpb(reported.report)))
    source = _as_text(reported.source)
    own_id = _id(source, (reported.digest or "").encode())
    if reported.reading is None:
        return Record(_row_of_error(reported, source, own_id), ())
    return _record(reported.reading, own_id, source, reported.digest)


def _id(source: str, content: bytes) -> str:
    """Tell a report from others: by its source and the digest of that, or by all that it says."""
    return hashlib.sha256(source.encode() + b"\0" + content).hexdigest()[:_ID_DIGITS]


def _as_text(name: str) -> str:
    """Give a name as any program can show it; one of a file may hold bytes that are no characters."""
    return name.encode("utf-8", "backslashreplace").decode()


def _record(reading: Reading, own_id: str, source: str | None = None, digest: str | None = None) -> Record:
    report = reading.report
    agency, period = report.agency, report.period
    beside: dict[str, Any] = {f"{section}_notes": tuple(table.notes) for section, table in tables(report)}
    row = ReportRow(
        report=own_id,
        agency=None if agency is None else agency.name,
        kind=None if agency is None else agency.kind,
        code=None if agency is None else agency.code,
        division=None if agency is None else agency.division,
        year=report.year,
        title=report.title,
        period_start=None if period is None else period.start,
        period_end=None if period is None else period.end,
        published=report.published,
        null_sections=tuple(section for section in SECTIONS if getattr(report, section) is None),
        notes=_codes(reading.notes),
        source=source,
        digest=digest,
        version=__version__,
        **beside,
    )
    return Record(row, tuple(_figures(table, reading) for _, table in tables(report)))


def _row_of_error(outcome: Outcome, source: str, own_id: str) -> ReportRow:
    assert outcome.error is not None, "what has no report has an error"
    return ReportRow(report=own_id, error=outcome.error.code, source=source, digest=outcome.digest, version=__version__)


def _codes(notes: Iterable[Note]) -> str | None:
    return " ".join(sorted({note.code for note in notes})) or None


def _figures(table: Table, reading: Reading) -> Figures:
    return Figures(type(table), cell_values(table), dict(_told(type(table), reading)))


def _told(cls: type[Table], reading: Reading) -> Iterator[tuple[int, Told]]:
    by_path: defaultdict[str, list[Note]] = defaultdict(list)
    for note in reading.notes:
        for path in note.paths:
            by_path[path].append(note)
    standing = dict(_places(cls, reading.rows))
    for at, form in enumerate(cell_forms(cls)):
        codes = _codes(chain.from_iterable(by_path.get(path, ()) for path in form.above)) if by_path else None
        places = (_place(note.source) for note in by_path.get(form.path, ()))
        # What a note says of a cell can tell more than where its row stands.
        place = next(filter(None, places), None) or standing.get(form.path)
        if codes is not None or place is not None:
            yield at, Told(codes, place)


def _places(cls: type[Table], rows: Sequence[RowPlace]) -> Iterator[tuple[str, str]]:
    """Name the places of cells, by the paths of these."""
    paths = cls.figure_paths()
    for row in rows:
        if row.section == cls.section:
            for place, path in enumerate(paths[row.number]):
                yield f"{cls.section}.{path}", _place(row.of_cell(place)) or ""


def _place(source: Source | None) -> str | None:
    """Name the place of a cell: table 2, row 5, column 3; line 12; sheet 表三, cell C7."""
    told = {} if source is None else source.to_json()
    return ", ".join(f"{name} {where}" for name, where in told.items()) or None

"""The two tables in Arrow: their schemas, batches of rows made column by column, and rows from batches."""

from __future__ import annotations

from itertools import chain, islice
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, Final

from govdisclosure._version import __version__
from govdisclosure.dataset._columns import Holds, columns
from govdisclosure.dataset._fact import PRECISION, SCALE, SHARED, Fact, ReportRow
from govdisclosure.dataset._rebuild import Figure
from govdisclosure.dataset._records import Stated, as_stated, cell_forms
from govdisclosure.errors import MissingDependency
from govdisclosure.model.structure import cache

try:
    import pyarrow as pa
except ImportError as error:
    raise MissingDependency("arrow", "Arrow and Parquet") from error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.dataset._records import Figures, Record
    from govdisclosure.model.structure import Table

AT_A_TIME: Final = 250
"""Reports of a batch: 50,000 facts, some 20 megabytes."""

_TYPES: Final = {
    Holds.TEXT: pa.string(),
    Holds.WORDS: pa.string(),
    Holds.WHOLE: pa.int64(),
    # As programs take year=2024 in the name of a folder.
    Holds.YEAR: pa.int32(),
    Holds.DECIMAL: pa.decimal128(PRECISION, SCALE),
    Holds.DAY: pa.date32(),
    Holds.TEXTS: pa.list_(pa.string()),
}
_FORM: Final = ("table", "edition", "path", "label")
"""The columns of a fact that the form says of its cell."""

_OF_READING: Final = {"notes": "codes", "place": "place"}


@cache
def schema(cls: type) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Give the schema of a table, by the class of its rows; titles and descriptions are metadata of the fields."""
    fields = [
        pa.field(
            column.name,
            _TYPES[column.holds],
            nullable=not column.is_required,
            metadata={"title": column.title, "description": column.description},
        )
        for column in columns(cls)
    ]
    return pa.schema(fields, metadata={"govdisclosure": __version__})


def reader(cls: type, records: Iterable[Record]) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Give a table of records as a stream of batches, made as they are asked for."""
    return pa.RecordBatchReader.from_batches(schema(cls), (batch(cls, some) for some in in_batches(records)))


def in_batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Give records some at a time."""
    left = iter(records)
    while some := list(islice(left, AT_A_TIME)):
        yield some


def batch(cls: type, records: Sequence[Record]) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Give a table of some records as one batch."""
    return _facts(records) if cls is Fact else _rows(cls, records)


def _rows(cls: type, records: Sequence[Record]) -> Any:  # noqa: ANN401 - pyarrow has no types
    rows = [record.row for record in records]
    arrays = [pa.array(map(attrgetter(field.name), rows), field.type) for field in schema(cls)]
    return pa.record_batch(arrays, schema(cls))


def _facts(records: Sequence[Record]) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Make the facts of some records, column by column: row by row takes ten times as long."""
    tables = [(whose, table) for whose, record in enumerate(records) for table in record.tables]
    own = {**_from_rows(records, tables), **_from_form(tables), **_from_cells(tables), **_from_readings(tables)}
    return pa.record_batch([own[field.name] for field in schema(Fact)], schema(Fact))


def _from_rows(records: Sequence[Record], tables: Sequence[tuple[int, Figures]]) -> dict[str, Any]:
    """Give what the row of its report says of each fact."""
    whose = pa.array(chain.from_iterable([at] * len(table.values) for at, table in tables), pa.int32())
    rows = [record.row for record in records]
    once = {name: pa.array(map(attrgetter(name), rows), schema(Fact).field(name).type) for name in SHARED}
    return {name: values.take(whose) for name, values in once.items()}


def _from_form(tables: Sequence[tuple[int, Figures]]) -> dict[str, Any]:
    """Give what the form says of each fact."""
    nothing = pa.array([], pa.string())
    forms = [_form(table.cls) for _, table in tables]
    return {name: pa.concat_arrays([nothing, *map(itemgetter(name), forms)]) for name in _FORM}


@cache
def _form(cls: type[Table]) -> dict[str, Any]:
    forms = cell_forms(cls)
    said = {
        "table": [cls.section] * len(forms),
        "edition": [cls.edition] * len(forms),
        "path": [form.path for form in forms],
        "label": [form.label for form in forms],
    }
    return {name: pa.array(values, pa.string()) for name, values in said.items()}


def _from_cells(tables: Sequence[tuple[int, Figures]]) -> dict[str, Any]:
    """Give what the cell of each fact holds."""
    columns_of_cells: tuple[list[object], ...] = tuple([] for _ in Stated._fields)
    for _, table in tables:
        held = map(as_stated, table.values, (form.unit for form in cell_forms(table.cls)))
        for values, own in zip(columns_of_cells, zip(*held, strict=True), strict=True):
            values.extend(own)
    named = zip(Stated._fields, columns_of_cells, strict=True)
    return {name: pa.array(values, schema(Fact).field(name).type) for name, values in named}


def _from_readings(tables: Sequence[tuple[int, Figures]]) -> dict[str, Any]:
    """Give what the reading says of each fact."""
    if not any(table.told for _, table in tables):
        nothing = pa.nulls(sum(len(table.values) for _, table in tables), pa.string())
        return dict.fromkeys(_OF_READING, nothing)
    told = list(chain.from_iterable(map(table.told.get, range(len(table.values))) for _, table in tables))
    columns: dict[str, Any] = {}
    for name, attribute in _OF_READING.items():
        values = [each and getattr(each, attribute) for each in told]
        columns[name] = pa.array(values, pa.string())
    return columns


def figures(source: Any) -> Iterator[Figure]:  # noqa: ANN401 - of whatever library
    """
    Give what is needed of facts for the way back.

    Raises:
        KeyError: If a column is missing.
    """
    for some in _batches(source):
        yield from map(Figure, *(some.column(name).to_pylist() for name in Figure._fields))


def report_rows(source: Any) -> Iterator[ReportRow]:  # noqa: ANN401 - of whatever library
    """
    Give the rows of reports.

    Raises:
        KeyError: If a column is missing.
    """
    read = columns(ReportRow)
    for some in _batches(source):
        for values in zip(*(some.column(column.name).to_pylist() for column in read), strict=True):
            told = zip(read, values, strict=True)
            row: dict[str, Any] = {column.name: _as_held(column.holds, value) for column, value in told}
            yield ReportRow(**row)


def _as_held(holds: Holds, value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    return tuple(value) if holds is Holds.TEXTS and value is not None else value


def _batches(source: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    return pa.RecordBatchReader.from_stream(source) if hasattr(source, "__arrow_c_stream__") else source

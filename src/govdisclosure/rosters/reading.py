"""Reading a roster from a file: a table (CSV, Excel) or TOML; every fault is named with its place."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from govdisclosure.errors import Place, ReadError, UsageError
from govdisclosure.model.message import Message
from govdisclosure.rosters._columns import Column, column_of, text_of, value_in
from govdisclosure.rosters._errors import RosterError, RosterFault
from govdisclosure.rosters._rows import csv_rows, excel_rows
from govdisclosure.rosters._units import Unit
from govdisclosure.toml_lines import line_among, lines_of
from govdisclosure.vocabulary.fold import fold

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Mapping

    from govdisclosure.model.phrases import Phrase
    from govdisclosure.rosters._rows import Row

MOST_BYTES: Final = 4 * 1024 * 1024
MOST_UNITS: Final = 20_000
"""A province has fewer bodies that report; a file beyond is no roster."""

_CSV: Final = frozenset({".csv", ".txt", ".tsv"})
_SUFFIXES: Final = (".csv", ".xlsx", ".toml")
_KEYS: Final = ("parent", "units")
_COMMENT: Final = ("#", "＃")
_ROWS_ABOVE: Final = 20
"""So many rows can stand above the column heads, such as a title."""

_EMPTY: Final = Message("名册中没有单位", "the roster names no unit")
_TOO_LARGE: Final = Message(f"文件超过 {MOST_BYTES} 字节", f"the file is larger than {MOST_BYTES} bytes")
_TOO_MANY: Final = Message(f"超过 {MOST_UNITS} 个单位", f"there are more than {MOST_UNITS} units")
_NO_NAME: Final = Message("没有名称", "has no name")
_NO_HEAD: Final = Message(
    "没有找到列名“名称”；应有一行列名，如 名称、类型、统一社会信用代码、其他名称、上级单位、截止日期",
    "no column is headed 名称 or name; expected heads such as name, kind, code, parent, due",
)
_NO_TABLES: Final = Message("应写成 [[units]] 表", "must be tables, written as [[units]]")


def read_units(path: str | os.PathLike[str]) -> tuple[Unit, ...]:
    """
    Read the units of a roster.

    Raises:
        RosterError: If the file is no roster; it names every fault.
        UsageError: If its suffix is that of no table.
        OSError: If it cannot be opened.
    """
    file = Path(path)
    suffix = file.suffix.lower()
    if suffix not in {*_CSV, *_SUFFIXES}:
        raise UsageError(f"a roster must have the suffix {', '.join(_SUFFIXES)}, got {file.name!r}")
    with file.open("rb") as opened:
        content = opened.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise RosterError(file, [RosterFault(_TOO_LARGE)])
    if suffix == ".toml":
        entries = list(_toml_entries(content, file))
    elif suffix == ".xlsx":
        entries = _entries(_sheet_with_heads(content, file), file)
    else:
        entries = _entries(list(csv_rows(content, file)), file)
    return _units(entries, file)


class _Entry:
    """
    What a file says of one unit.

    Args:
        place: Where it stands.
        cells: What stands in each column, and where that is.
    """

    def __init__(self, place: Phrase, cells: Mapping[Column, tuple[str, Phrase]]) -> None:
        self.place = place
        self.cells = cells


def _sheet_with_heads(content: bytes, file: Path) -> list[Row]:
    try:
        sheets = list(excel_rows(content))
    except ReadError as error:
        raise RosterError(file, [RosterFault(error.message)]) from error
    return next((rows for rows in sheets if _heads_of(rows) is not None), [])


def _heads_of(rows: Iterable[Row]) -> Row | None:
    stated = [row for row in rows if any(text.strip() for text in row.cells.values())]
    return next((row for row in stated[:_ROWS_ABOVE] if Column.NAME in map(column_of, row.cells.values())), None)


def _entries(rows: list[Row], file: Path) -> list[_Entry]:
    heads = _heads_of(rows)
    if heads is None:
        raise RosterError(file, [RosterFault(_NO_HEAD)])
    columns: dict[int, Column] = {}
    for number, text in heads.cells.items():
        column = column_of(text)
        if column in columns.values():
            words = Message(f"列“{text.strip()}”重复", f"the column {text.strip()!r} is there twice")
            raise RosterError(file, [RosterFault(words, heads.place(number))])
        if column is not None:
            columns[number] = column
    below = (row for row in rows if row.line > heads.line)
    return [_entry(row, columns) for row in below if _is_stated(row)]


def _is_stated(row: Row) -> bool:
    first = next((text.strip() for _, text in sorted(row.cells.items()) if text.strip()), "")
    return first != "" and not first.startswith(_COMMENT)


def _entry(row: Row, columns: Mapping[int, Column]) -> _Entry:
    cells = {
        column: (row.cells[number], row.place(number))
        for number, column in columns.items()
        if row.cells.get(number, "").strip()
    }
    return _Entry(row.place(), cells)


def _toml_entries(content: bytes, file: Path) -> Iterator[_Entry]:
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        tree = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        words = Message(f"不是有效的 TOML：{error}", f"is no valid TOML: {error}")
        raise RosterError(file, [RosterFault(words)]) from error
    lines = lines_of(text)
    tables = tree.get("units", [])
    faults = [RosterFault(_unknown(name, _KEYS), _line(lines, name)) for name in tree if name not in _KEYS]
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        faults.append(RosterFault(_NO_TABLES, _line(lines, "units")))
    if faults:
        raise RosterError(file, faults)
    shared = {"parent": tree["parent"]} if "parent" in tree else {}
    for index, table in enumerate(tables):
        yield _toml_entry({**shared, **table}, f"units[{index}]", lines, file)


def _toml_entry(table: Mapping[str, Any], above: str, lines: Mapping[str, int], file: Path) -> _Entry:
    known = {column.field: column for column in Column}
    cells: dict[Column, tuple[str, Phrase]] = {}
    for name, value in table.items():
        place = _line(lines, f"{above}.{name}")
        if name not in known:
            raise RosterError(file, [RosterFault(_unknown(name, tuple(known)), place)])
        stated = text_of(value)
        if stated is None:
            words = Message(f"{name} 应为文本", f"{name} must be text")
            raise RosterError(file, [RosterFault(words, place)])
        if stated.strip():
            cells[known[name]] = (stated, place)
    return _Entry(_line(lines, above), cells)


def _unknown(name: str, known: tuple[str, ...]) -> Message:
    return Message(
        f"{name} 不是名册的键；可用的有 {', '.join(known)}",
        f"{name} is no key of a roster; known are {', '.join(known)}",
    )


def _line(lines: Mapping[str, int], name: str) -> Phrase:
    return Place.LINE(line_among(lines, name))


def _units(entries: list[_Entry], file: Path) -> tuple[Unit, ...]:
    if len(entries) > MOST_UNITS:
        raise RosterError(file, [RosterFault(_TOO_MANY)])
    units: list[Unit] = []
    faults: list[RosterFault] = []
    begun: dict[tuple[str, str], Phrase] = {}
    coded: dict[str, Phrase] = {}
    for entry in entries:
        values, wrong = _values(entry)
        if wrong:
            faults += wrong
            continue
        unit = Unit(**values)
        faults += _twice(begun, (fold(unit.name), fold(unit.parent or "")), ("名称", "name", unit.name), entry.place)
        faults += _twice(coded, unit.code, ("代码", "code", unit.code), entry.place)
        units.append(unit)
    if faults or not units:
        raise RosterError(file, faults or [RosterFault(_EMPTY)])
    return tuple(units)


def _values(entry: _Entry) -> tuple[dict[str, Any], list[RosterFault]]:
    values: dict[str, Any] = {}
    faults: list[RosterFault] = []
    for column, (text, place) in entry.cells.items():
        taken = value_in(column, text)
        values[column.field] = taken.value
        if taken.problem is not None:
            faults.append(RosterFault(taken.problem, place))
    if Column.NAME not in entry.cells:
        faults.append(RosterFault(_NO_NAME, entry.place))
    return values, faults


def _twice(
    begun: dict[Any, Phrase], known: object, what: tuple[str, str, str | None], place: Phrase
) -> list[RosterFault]:
    """Say that a name or a code stands there twice; keep where it first does."""
    zh, en, value = what
    first = place if value is None else begun.setdefault(known, place)
    if first is place:
        return []
    words = Message(f"{zh} {value} 与{first.of('zh')}重复", f"the {en} {value} is there twice, first in {first}")
    return [RosterFault(words, place)]

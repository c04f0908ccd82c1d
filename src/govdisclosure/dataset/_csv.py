"""The two tables as CSV: text is written so that no spreadsheet takes it for a formula, and read back as it was."""

from __future__ import annotations

import codecs
import csv
import datetime as dt
import io
import json
import re
from decimal import Decimal
from operator import attrgetter
from typing import IO, TYPE_CHECKING, Any, Final, Generic, TypeVar

from govdisclosure.dataset._columns import Column, Holds, columns
from govdisclosure.model.values import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

_Row = TypeVar("_Row")

# Without a byte order mark, Excel takes UTF-8 for the code page of the system, and Chinese is lost.
ENCODING: Final = "utf-8-sig"

_MARK: Final = "'"
_FORMULA: Final = tuple("=+-@＝＋－＠")
"""With which a spreadsheet takes a cell for a formula, the wide ones where it is made for Chinese."""

_WHOLE: Final = re.compile("-?[0-9]{1,18}")


class CSVWriter(Generic[_Row]):
    """
    Writes the rows of a table.

    Args:
        cls: The class of the rows.
        file: Where they are written; it stays open.
    """

    def __init__(self, cls: type[_Row], file: IO[bytes]) -> None:
        self._file = file
        self._text = io.StringIO(newline="")
        self._writer = csv.writer(self._text)
        self._values = attrgetter(*(column.name for column in columns(cls)))
        self._written = [_WRITTEN[column.holds] for column in columns(cls)]
        file.write(codecs.BOM_UTF8)
        self._write([[column.name for column in columns(cls)]])

    def write(self, rows: Iterable[_Row]) -> None:
        """Write rows; a null is an empty cell."""
        self._write(self._cells(row) for row in rows)

    def _cells(self, row: _Row) -> list[str]:
        return [
            "" if value is None else written(value)
            for written, value in zip(self._written, self._values(row), strict=True)
        ]

    def _write(self, rows: Iterable[list[str]]) -> None:
        self._writer.writerows(rows)
        self._file.write(self._text.getvalue().encode())
        self._text.seek(0)
        self._text.truncate()


def read_rows(cls: type[_Row], file: IO[str]) -> Iterator[_Row]:
    """
    Read the rows of a table from a file that was opened with ``ENCODING`` and ``newline=""``.

    Raises:
        ValueError: If it has other columns, or a value is none of its column; it is not UTF-8.
        csv.Error: If it is no CSV, or a value has more than 131,072 characters.
    """
    by_name = {column.name: column for column in columns(cls)}
    reader = csv.reader(file, strict=True)
    head = next(reader, [])
    if sorted(head) != sorted(by_name):
        raise ValueError(f"its columns are {', '.join(head)} and not {', '.join(by_name)}")
    read = [_reader(by_name[name]) for name in head]
    for row in reader:
        values = [None if cell == "" else read_cell(cell) for read_cell, cell in zip(read, row, strict=True)]
        yield cls(**dict(zip(head, values, strict=True)))


def _protected(text: str) -> str:
    # =HYPERLINK("http://x"), and what begins with the mark itself, so that it can be taken away again
    is_odd = not text or text.startswith(_MARK) or text.lstrip().startswith(_FORMULA)
    return f"{_MARK}{text}" if is_odd else text


def _unprotected(text: str) -> str:
    return text.removeprefix(_MARK)


def _whole(text: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise ValueError(f"{text!r} is no whole number")
    return int(text)


def _texts(text: str) -> tuple[str, ...]:
    texts = json.loads(text)
    if not isinstance(texts, list):
        raise ValueError(f"{text!r} is no array")  # noqa: TRY004 - what is read is of a wrong value, not a wrong type
    return tuple(texts)


def _reader(column: Column) -> Callable[[str], Any]:
    """Give what reads a cell of a column."""
    return _one_of(column.words) if column.holds is Holds.WORDS else _READ[column.holds]


def _one_of(words: tuple[str, ...]) -> Callable[[str], str]:
    def read(text: str) -> str:
        return words[words.index(text)]

    return read


_WRITTEN: Final[Mapping[Holds, Callable[[Any], str]]] = {
    Holds.TEXT: _protected,
    Holds.WORDS: str,
    Holds.WHOLE: str,
    Holds.YEAR: str,
    Holds.DECIMAL: plain,
    Holds.DAY: dt.date.isoformat,
    Holds.TEXTS: lambda texts: json.dumps(texts, ensure_ascii=False),
}
_READ: Final[Mapping[Holds, Callable[[str], Any]]] = {
    Holds.TEXT: _unprotected,
    Holds.WHOLE: _whole,
    Holds.YEAR: _whole,
    Holds.DECIMAL: Decimal,
    Holds.DAY: dt.date.fromisoformat,
    Holds.TEXTS: _texts,
}

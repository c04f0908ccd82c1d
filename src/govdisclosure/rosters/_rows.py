"""The rows of a table in a file: CSV in any of the codes that Excel writes, or a workbook."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.errors import Place
from govdisclosure.form.wording import problem
from govdisclosure.model.message import Message
from govdisclosure.rosters._columns import column_of
from govdisclosure.rosters._errors import RosterError, RosterFault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from govdisclosure.model.phrases import Phrase

_BOMS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CODES: Final = ("utf-8", "gb18030")
_DELIMITERS: Final = (",", "\t", ";", "，")
_LETTERS: Final = 26


@frozen
class Row:
    """
    A row.

    Args:
        line: Its line in the file, or its number in the sheet, from 1.
        cells: What stands in it, by columns from 1; blank cells may be left out.
        lettered: Whether its columns have letters.
    """

    line: int
    cells: Mapping[int, str]
    lettered: bool = False

    def place(self, column: int | None = None) -> Phrase:
        """Name the place of the row, or of a cell in it."""
        if column is None:
            return Place.LINE(self.line)
        return Place.POSITION(self.line, _letters(column) if self.lettered else column)


def _letters(column: int) -> str:
    """Name a column as Excel does: 1 is A, 28 is AB."""
    above, place = divmod(column - 1, _LETTERS)
    return (_letters(above) if above else "") + chr(ord("A") + place)


def csv_rows(content: bytes, path: Path) -> Iterator[Row]:
    """
    Yield the rows of a CSV file.

    Raises:
        RosterError: If it is no text, or a quotation mark is not closed.
    """
    text = _decoded(content, path)
    first = next((line for line in text.splitlines() if line.strip()), "")
    # strict, or else a quotation mark that is not closed would swallow the rest of the file.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(first), strict=True)
    begins = 1
    try:
        for cells in reader:
            yield Row(begins, dict(enumerate(cells, 1)))
            begins = reader.line_num + 1
    except csv.Error as error:
        words = Message(f"引号或分隔有误：{error}", f"quotation marks or separators are wrong: {error}")
        raise RosterError(path, [RosterFault(words, Place.LINE(begins))]) from error


def _decoded(content: bytes, path: Path) -> str:
    marked = next((code for mark, code in _BOMS if content.startswith(mark)), None)
    for code in _CODES if marked is None else (marked,):
        try:
            return content.decode(code)
        except UnicodeDecodeError:
            continue
    words = problem("ENCODING").message
    raise RosterError(path, [RosterFault(words)])


def _delimiter(line: str) -> str:
    """Tell what stands between the cells of the first line: whatever gives most column heads."""

    def heads(delimiter: str) -> int:
        return sum(column_of(cell.strip('" ')) is not None for cell in line.split(delimiter))

    return max(_DELIMITERS, key=lambda delimiter: (heads(delimiter), line.count(delimiter)))


def excel_rows(content: bytes) -> Iterator[list[Row]]:
    """
    Yield the rows of each sheet of a workbook.

    Raises:
        ReadError: If it is no workbook, is damaged, or is beyond a bound.
    """
    from govdisclosure.formats.xlsx.rows import read_rows  # noqa: PLC0415 - only for workbooks

    for rows in read_rows(content):
        yield [Row(number, cells, lettered=True) for number, cells in rows.items()]

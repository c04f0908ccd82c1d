"""The sheets of a workbook: the text of their cells, as shown, and which cells are merged."""

from __future__ import annotations

import re
from itertools import islice, product
from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen

from govdisclosure.form.wording import problem
from govdisclosure.formats._package import Package, damaged
from govdisclosure.formats.xlsx import _numbers
from govdisclosure.formats.xlsx._shared import ON, Shared, Style, number_of, shared_by, text_of, unescaped
from govdisclosure.formats.xlsx._thresholds import MOST_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from govdisclosure.form.clock import Clock
    from govdisclosure.formats._limits import Limits


WORKBOOK: Final = "xl/workbook.xml"
_PLACE: Final = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")
_MERGED: Final = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})(?::\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6}))?")


@frozen
class Span:
    """A cell over several rows or columns: how many of each."""

    rows: int
    columns: int


@define
class Sheet:
    """
    A sheet.

    Args:
        number: Which it is, from 1.
        rows: The text of the cells of each row, by their columns; blank where a cell is only there.
        bordered: The cells that have a line on some side.
        spans: Merged cells, by their first cell.
        hidden_rows: Rows that are not shown.
        hidden_columns: Of each column, whether it is not shown.
    """

    number: int
    rows: dict[int, dict[int, str]] = field(factory=dict)
    bordered: set[tuple[int, int]] = field(factory=set)
    spans: dict[tuple[int, int], Span] = field(factory=dict)
    hidden_rows: set[int] = field(factory=set)
    hidden_columns: bytearray = field(factory=lambda: bytearray(MOST_COLUMNS + 1))

    def text(self, row: int, column: int) -> str:
        """Give the text of a cell; nothing for one that is not there."""
        return self.rows.get(row, {}).get(column, "")

    def is_hidden(self, column: int) -> bool:
        """Tell whether a column is not shown."""
        return bool(self.hidden_columns[column])

    def covered(self) -> set[tuple[int, int]]:
        """Give the cells that merged cells cover, but the first of each, within the columns and rows that are there."""
        covered: set[tuple[int, int]] = set()
        for (row, column), span in self.spans.items():
            places = product(range(row, row + span.rows), range(column, column + span.columns))
            covered.update(islice(places, 1, None))
        return covered


def sheets_of(package: Package, limits: Limits, clock: Clock) -> Iterator[Sheet]:
    """
    Give the sheets of a workbook that are shown.

    Raises:
        ReadError: If the workbook is damaged, or beyond a bound.
    """
    root = package.required(WORKBOOK)
    links = package.links(WORKBOOK)
    worksheets = {link.name: link.target for link in links if link.kind == "worksheet"}
    workbook = shared_by(package, limits, root, links)
    for number, sheet in enumerate(root.iter("sheet"), 1):
        name = worksheets.get(sheet.get("id", ""))
        if sheet.get("state", "visible") == "visible" and name is not None:
            yield _read_sheet(workbook, Sheet(number), name, clock)


def _read_sheet(workbook: Shared, sheet: Sheet, name: str, clock: Clock) -> Sheet:
    root = workbook.package.required(name)
    for columns in root.iter("col"):
        left, right = (min(number_of(columns.get(end)), MOST_COLUMNS) for end in ("min", "max"))
        if columns.get("hidden") in ON and left <= right:
            sheet.hidden_columns[left : right + 1] = b"\1" * (right + 1 - left)
    number = 0
    for row in clock.between(root.iter("row")):
        # <row> without a number, as some programs write it, is the next one.
        number = number_of(row.get("r")) or number + 1
        if row.get("hidden") in ON:
            sheet.hidden_rows.add(number)
        _read_row(workbook, sheet, number, row, name)
        if len(sheet.rows) > workbook.limits.max_lines:
            raise problem("BEYOND-LIMIT", name="max_lines", limit=workbook.limits.max_lines)
    last = max(sheet.rows, default=0), max(map(max, sheet.rows.values()), default=0)
    for merged in root.iter("mergeCell"):
        _merge(workbook, sheet, merged.get("ref", ""), name, last)
    return sheet


def _read_row(workbook: Shared, sheet: Sheet, number: int, row: Element, part: str) -> None:
    column = 0
    for cell in row.iter("c"):
        workbook.take(1)
        place = cell.get("r")
        matched = None if place is None else _PLACE.fullmatch(place)
        if place is not None and (matched is None or int(matched[2]) != number):
            raise damaged(part)
        column = column + 1 if matched is None else _column(matched[1])
        style = number_of(cell.get("s"))
        known = workbook.styles[style] if style < len(workbook.styles) else Style(_numbers.GENERAL, bordered=False)
        text = _shown(workbook, cell, known, part)
        workbook.take_text(text)
        if text or known.bordered:
            sheet.rows.setdefault(number, {})[column] = text
        if known.bordered:
            sheet.bordered.add((number, column))


def _shown(workbook: Shared, cell: Element, style: Style, part: str) -> str:
    """Give what a cell shows; a formula that nobody has computed yet shows itself."""
    kind, inline, formula = cell.get("t", "n"), cell.find("is"), cell.find("f")
    value = cell.findtext("v")
    if kind == "inlineStr":
        return "" if inline is None else text_of(inline)
    # <c r="B2"><f>SUM(B3:B9)</f></c>
    if value is None or (kind == "n" and not value.strip()):
        return "" if formula is None else unescaped(f"={formula.text or ''}")
    # <c t="s"><v>0</v></c>: the first of the strings that the sheets share
    if kind == "s":
        place = number_of(value.strip()) if value.strip().isdecimal() else len(workbook.strings)
        if place >= len(workbook.strings):
            raise damaged(part)
        return workbook.strings[place]
    # <c t="b"><v>1</v></c>
    if kind == "b":
        return "TRUE" if value.strip() in ON else "FALSE"
    if kind == "n":
        return unescaped(_numbers.shown(value.strip(), style.code, since_1904=workbook.since_1904))
    return unescaped(value)


def _merge(workbook: Shared, sheet: Sheet, reference: str, part: str, last: tuple[int, int]) -> None:
    """Keep a merged cell, as far as there are cells: up to the last row and column."""
    matched = _MERGED.fullmatch(reference)
    if matched is None:
        raise damaged(part)
    top, left = int(matched[2]), _column(matched[1])
    bottom, right = int(matched[4] or top), _column(matched[3] or matched[1])
    span = Span(min(bottom, last[0]) - top + 1, min(right, last[1]) - left + 1)
    if span.rows > 0 and span.columns > 0:
        workbook.take(span.rows * span.columns)
        sheet.spans[top, left] = span


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return min(number, MOST_COLUMNS)

"""The sheets of a workbook: the text of their cells, as shown, and which cells are merged."""

from __future__ import annotations

import re
from itertools import islice, product
from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen

from govdisclosure.form.wording import problem
from govdisclosure.formats._limits import Limits
from govdisclosure.formats._package import Package, damaged
from govdisclosure.formats.xlsx import _numbers
from govdisclosure.formats.xlsx._thresholds import MOST_COLUMNS
from govdisclosure.model.values import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element


WORKBOOK: Final = "xl/workbook.xml"
_PLACE: Final = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")
_MERGED: Final = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})(?::\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6}))?")
_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_BREAK: Final = re.compile("\r\n?")
_ON: Final = frozenset({"1", "true"})


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


@frozen
class _Style:
    code: str
    bordered: bool


@define
class _Workbook:
    """What the sheets of a workbook share, how many cells are left within the bound, and how much text was read."""

    package: Package
    limits: Limits
    strings: list[str]
    styles: list[_Style]
    since_1904: bool
    left: int
    characters: int = 0
    lines: int = 0

    def take(self, count: int) -> None:
        """
        Count cells.

        Raises:
            ReadError: If there are too many.
        """
        self.left -= count
        if self.left < 0:
            raise problem("BEYOND-LIMIT", name="max_cells", limit=self.limits.max_cells)

    def take_text(self, text: str) -> None:
        """
        Count what a cell shows: many of them may share one text.

        Raises:
            ReadError: If it is more than the parts may unpack to, or has too many lines.
        """
        self.characters += len(text)
        self.lines += text.count("\n")
        if self.lines > self.limits.max_lines:
            raise problem("BEYOND-LIMIT", name="max_lines", limit=self.limits.max_lines)
        if self.characters > self.limits.max_unpacked_bytes:
            raise problem("BEYOND-LIMIT", name="max_unpacked_bytes", limit=self.limits.max_unpacked_bytes)


def sheets_of(package: Package, limits: Limits) -> Iterator[Sheet]:
    """
    Give the sheets of a workbook that are shown.

    Raises:
        ReadError: If the workbook is damaged, or beyond a bound.
    """
    root = package.required(WORKBOOK)
    links = package.links(WORKBOOK)
    named = {link.kind: link.target for link in links}
    worksheets = {link.name: link.target for link in links if link.kind == "worksheet"}
    properties = root.find("workbookPr")
    since_1904 = properties is not None and properties.get("date1904") in _ON
    strings, styles = (package.part(named.get(kind, f"xl/{kind}.xml")) for kind in ("sharedStrings", "styles"))
    shared = [_text_of(item) for item in strings.iter("si")] if strings is not None else []
    workbook = _Workbook(
        package, limits, shared, list(_styles(styles)) if styles is not None else [], since_1904, limits.max_cells
    )
    for number, sheet in enumerate(root.iter("sheet"), 1):
        name = worksheets.get(sheet.get("id", ""))
        if sheet.get("state", "visible") == "visible" and name is not None:
            yield _read_sheet(workbook, Sheet(number), name)


def _styles(root: Element) -> Iterator[_Style]:
    codes = {_number(each.get("numFmtId")): each.get("formatCode", "") for each in root.iter("numFmt")}
    borders = list(map(_is_drawn, _below(root, "borders")))
    for style in _below(root, "cellXfs"):
        number, border = _number(style.get("numFmtId")), _number(style.get("borderId"))
        code = codes.get(number, _numbers.BUILT_IN.get(number, _numbers.GENERAL))
        yield _Style(code, border < len(borders) and borders[border])


def _is_drawn(border: Element) -> bool:
    """Tell whether a border has a line on some side."""
    return any(side.get("style", "none") != "none" for side in border)


def _below(root: Element, name: str) -> list[Element]:
    parent = root.find(name)
    return [] if parent is None else list(parent)


def _number(text: str | None) -> int:
    """Give a number that a workbook states; nought for what is none."""
    return int(text[:9]) if text is not None and text.isascii() and text.isdigit() else 0


def _text_of(item: Element) -> str:
    """Give the text of a string: of its runs, without what is printed above them to tell how it is read."""
    pieces: list[str] = []
    for part in item:
        # <si><r><t>12</t></r><rPh><t>shí èr</t></rPh></si>
        if part.tag == "r":
            pieces += (piece.text or "" for piece in part.iter("t"))
        elif part.tag == "t":
            pieces.append(part.text or "")
    return unescaped("".join(pieces))


def unescaped(text: str) -> str:
    """Give the characters for which Excel writes ``_x000D_`` and the like; line ends are line feeds."""
    plain = _ESCAPED.sub(lambda escape: chr(int(escape[1], 16)), text)
    if plain != text:
        # Characters beyond the first plane are escaped in two halves.
        plain = plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "\n".join(map(clean_text, _BREAK.sub("\n", plain).split("\n")))


def _read_sheet(workbook: _Workbook, sheet: Sheet, name: str) -> Sheet:
    root = workbook.package.required(name)
    for columns in root.iter("col"):
        left, right = (min(_number(columns.get(end)), MOST_COLUMNS) for end in ("min", "max"))
        if columns.get("hidden") in _ON and left <= right:
            sheet.hidden_columns[left : right + 1] = b"\1" * (right + 1 - left)
    number = 0
    for row in root.iter("row"):
        # <row> without a number, as some programs write it, is the next one.
        number = _number(row.get("r")) or number + 1
        if row.get("hidden") in _ON:
            sheet.hidden_rows.add(number)
        _read_row(workbook, sheet, number, row, name)
        if len(sheet.rows) > workbook.limits.max_lines:
            raise problem("BEYOND-LIMIT", name="max_lines", limit=workbook.limits.max_lines)
    last = max(sheet.rows, default=0), max(map(max, sheet.rows.values()), default=0)
    for merged in root.iter("mergeCell"):
        _merge(workbook, sheet, merged.get("ref", ""), name, last)
    return sheet


def _read_row(workbook: _Workbook, sheet: Sheet, number: int, row: Element, part: str) -> None:
    column = 0
    for cell in row.iter("c"):
        workbook.take(1)
        place = cell.get("r")
        matched = None if place is None else _PLACE.fullmatch(place)
        if place is not None and (matched is None or int(matched[2]) != number):
            raise damaged(part)
        column = column + 1 if matched is None else _column(matched[1])
        style = _number(cell.get("s"))
        known = workbook.styles[style] if style < len(workbook.styles) else _Style(_numbers.GENERAL, bordered=False)
        text = _shown(workbook, cell, known, part)
        workbook.take_text(text)
        if text or known.bordered:
            sheet.rows.setdefault(number, {})[column] = text
        if known.bordered:
            sheet.bordered.add((number, column))


def _shown(workbook: _Workbook, cell: Element, style: _Style, part: str) -> str:
    """Give what a cell shows; a formula that nobody has computed yet shows itself."""
    kind, inline, formula = cell.get("t", "n"), cell.find("is"), cell.find("f")
    value = cell.findtext("v")
    if kind == "inlineStr":
        return "" if inline is None else _text_of(inline)
    # <c r="B2"><f>SUM(B3:B9)</f></c>
    if value is None or (kind == "n" and not value.strip()):
        return "" if formula is None else unescaped(f"={formula.text or ''}")
    if kind == "s":
        place = _number(value.strip()) if value.strip().isdecimal() else len(workbook.strings)
        if place >= len(workbook.strings):
            raise damaged(part)
        return workbook.strings[place]
    if kind == "b":
        return "TRUE" if value.strip() in _ON else "FALSE"
    if kind == "n":
        return unescaped(_numbers.shown(value.strip(), style.code, since_1904=workbook.since_1904))
    return unescaped(value)


def _merge(workbook: _Workbook, sheet: Sheet, reference: str, part: str, last: tuple[int, int]) -> None:
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

"""Rows of text and numbers as an Excel workbook, for lists that are no report."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from wcwidth import wcswidth

from govdisclosure.formats.xlsx._areas import Area, cell_at
from govdisclosure.formats.xlsx._workbook import WrittenSheet, fitting
from govdisclosure.formats.xlsx.list_mark import LIST_MARK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govdisclosure.formats.xlsx._workbook import Look

_WIDEST: Final = 60
_LINE: Final = 15.0
"""Points of a line."""
_UPRIGHT: Final = 8.5
"""Points of a character of a head that stands upright."""
_HIGHEST: Final = 409.0
"""Points of a row, as Excel has them."""
_WHOLE_PAGE: Final = 120
"""Digits of a line that fills a page."""
_LONG_HEAD, _SHORT = 5, 3
_HEAD: Final[Look] = {"bold": 1, "bg_color": "#DDEBF7", "align": "center", "valign": "vcenter"}
_UPRIGHT_HEAD: Final[Look] = _HEAD | {"valign": "bottom", "rotation": 90}
_TEXT: Final[Look] = {"valign": "top"}
_NUMBER: Final[Look] = {"valign": "top", "align": "center"}
_LINK: Final[Look] = {"font_color": "#0563C1", "underline": 1}
_BROKEN: Final[Look] = {"text_wrap": 1}


def write_table(
    title: str,
    rows: Sequence[Sequence[str | int | None]],
    *,
    links: Mapping[tuple[int, int], str] = MappingProxyType({}),
    printed: int | None = None,
    remarks: tuple[str, Sequence[str]] = ("", ()),
) -> bytes:
    """
    Write rows as a sheet: the first holds the column heads, which stay in sight and have a filter.

    Text stays text, whatever it begins with; a number is a number. Of a text that is too long for a cell, the end is
    left out.

    Args:
        title: Name of the sheet.
        rows: The rows, at least the column heads, all of one length.
        links: Addresses of cells, by their row and column, from 1; column heads lead nowhere.
        printed: How many columns are printed; all by default.
        remarks: Name of a second sheet, and what is said there, a line each; without a line there is none.

    Raises:
        UsageError: If there are more rows or columns than a sheet has.
    """
    sheet = WrittenSheet(title)
    sheet.describe(LIST_MARK, title)
    _put_heads(sheet, rows)
    for number, row in enumerate(rows[1:], 2):
        for column, value in enumerate(row, 1):
            _put_value(sheet, cell_at(number, column), value, links.get((number, column)))
        _heighten(sheet, number, _lines(row) * _LINE)
    sheet.print_only(Area(1, 1, len(rows), printed or len(rows[0])))
    page = sheet.page
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, len(rows) - 1, len(rows[0]) - 1)
    if remarks[1]:
        _put_lines(sheet.another(remarks[0]), remarks[1])
    return sheet.save()


def _put_lines(sheet: WrittenSheet, lines: Sequence[str]) -> None:
    sheet.widen(1, _WHOLE_PAGE)
    for number, line in enumerate(lines, 1):
        sheet.put(cell_at(number, 1), fitting(line), _TEXT | _BROKEN)
        _heighten(sheet, number, -(-_width(line) // _WHOLE_PAGE) * _LINE)
    sheet.page.set_landscape()
    sheet.page.fit_to_pages(1, 0)


def _put_heads(sheet: WrittenSheet, rows: Sequence[Sequence[str | int | None]]) -> None:
    """Give the columns their heads and their widths; a long head above short numbers stands upright."""
    height = _lines(rows[0]) * _LINE
    for column, values in enumerate(zip(*rows, strict=True), 1):
        head, *body = map(_width, values)
        widest = max(body, default=0)
        is_upright = head > _LONG_HEAD and widest <= _SHORT
        if is_upright:
            height = max(height, _UPRIGHT * head)
        sheet.put(cell_at(1, column), values[0], _UPRIGHT_HEAD if is_upright else _HEAD)
        wide = _SHORT if is_upright else max(head, widest)
        sheet.widen(column, min(wide + 4, _WIDEST))
    _heighten(sheet, 1, height)


def _put_value(sheet: WrittenSheet, cell: Area, value: str | int | None, address: str | None) -> None:
    look = (_TEXT if isinstance(value, str) else _NUMBER) | (_BROKEN if _width(value) > _WIDEST else {})
    if not isinstance(value, str):
        sheet.put(cell, value, look)
    elif address is None:
        sheet.put(cell, fitting(value), look)
    else:
        sheet.link(cell, fitting(value), address, look | _LINK)


def _lines(row: Sequence[str | int | None]) -> int:
    return max(-(-_width(value) // _WIDEST) for value in row)


def _heighten(sheet: WrittenSheet, row: int, height: float) -> None:
    """Make a row of more than a line high: an office does not look how high it is in a file that it did not write."""
    if height > _LINE:
        sheet.heighten(row, min(height, _HIGHEST))


def _width(value: str | int | None) -> int:
    text = "" if value is None else str(value)
    return max(wcswidth(text), len(text))

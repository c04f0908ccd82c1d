"""Rows of text and numbers as an Excel workbook, for lists that are no report."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from wcwidth import wcswidth

from govdisclosure.formats.xlsx._openpyxl import Alignment, Font, PageSetupProperties, PatternFill, get_column_letter
from govdisclosure.formats.xlsx._workbook import cell_at, new_workbook, put_link, put_property, put_text, save
from govdisclosure.formats.xlsx.list_mark import LIST_MARK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

_WIDEST: Final = 60
_LINE: Final = 15.0
"""Points of a line."""
_UPRIGHT: Final = 8.5
"""Points of a character of a head that stands upright."""
_LONG_HEAD, _SHORT = 5, 3
_COLUMN_HEAD: Final = PatternFill("solid", fgColor="DDEBF7")


def write_table(
    title: str,
    rows: Sequence[Sequence[str | int | None]],
    *,
    links: Mapping[tuple[int, int], str] = MappingProxyType({}),
    printed: int | None = None,
) -> bytes:
    """
    Write rows as a sheet: the first holds the column heads, which stay in sight and have a filter.

    Text stays text, whatever it begins with; a number is a number.

    Args:
        title: Name of the sheet.
        rows: The rows, at least the column heads, all of one length.
        links: Addresses of cells, by their row and column, from 1.
        printed: How many columns are printed; all by default.
    """
    workbook, sheet = new_workbook(title)
    put_property(workbook, LIST_MARK, title)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = cell_at(sheet, number, column)
            if isinstance(value, str):
                put_text(cell, value)
            else:
                cell.value = value
            if (number, column) in links:
                put_link(cell, links[number, column])
            stands = None if isinstance(value, str) else "center"
            cell.alignment = Alignment(horizontal=stands, vertical="top", wrap_text=_width(value) > _WIDEST)
        # An office does not look how many lines a text takes in a file that it did not write.
        lines = max(-(-_width(value) // _WIDEST) for value in row)
        if lines > 1:
            sheet.row_dimensions[number].height = lines * _LINE
    for column, values in enumerate(zip(*rows, strict=True), 1):
        _put_head(sheet, column, values)
    _print_across(sheet, f"A1:{get_column_letter(printed or len(rows[0]))}{len(rows)}")
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(rows[0]))}{len(rows)}"
    return save(workbook)


def _put_head(sheet: Worksheet, column: int, values: Sequence[str | int | None]) -> None:
    """Give a column its head and its width; a long head above short numbers stands upright."""
    head, *body = map(_width, values)
    widest = max(body, default=0)
    is_upright = head > _LONG_HEAD and widest <= _SHORT
    cell = cell_at(sheet, 1, column)
    cell.font, cell.fill = Font(bold=True), _COLUMN_HEAD
    cell.alignment = Alignment(
        horizontal="center", vertical="bottom" if is_upright else "center", text_rotation=90 if is_upright else 0
    )
    if is_upright:
        sheet.row_dimensions[1].height = max(sheet.row_dimensions[1].height or 0, _UPRIGHT * head)
    wide = _SHORT if is_upright else max(head, widest)
    sheet.column_dimensions[get_column_letter(column)].width = min(wide + 4, _WIDEST)


def _print_across(sheet: Worksheet, cells: str) -> None:
    """Print cells on pages that are as wide as they are, with the column heads on each."""
    sheet.print_area = cells
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _width(value: str | int | None) -> int:
    text = "" if value is None else str(value)
    return max(wcswidth(text), len(text))

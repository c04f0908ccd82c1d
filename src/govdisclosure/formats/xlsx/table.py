"""Rows of text and numbers as an Excel workbook, for lists that are no report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wcwidth import wcswidth

from govdisclosure.formats.xlsx._openpyxl import Alignment, Font, PatternFill, get_column_letter
from govdisclosure.formats.xlsx._workbook import cell_at, new_workbook, put_text, save

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDEST: Final = 60
_COLUMN_HEAD: Final = PatternFill("solid", fgColor="DDEBF7")


def write_table(title: str, rows: Sequence[Sequence[str | int | None]]) -> bytes:
    """
    Write rows as a sheet: the first holds the column heads, which stay in sight and have a filter.

    Text stays text, whatever it begins with; a number is a number.

    Args:
        title: Name of the sheet.
        rows: The rows, at least the column heads, all of one length.
    """
    workbook, sheet = new_workbook(title)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = cell_at(sheet, number, column)
            if isinstance(value, str):
                put_text(cell, value)
            else:
                cell.value = value
            if number == 1:
                cell.font, cell.fill = Font(bold=True), _COLUMN_HEAD
                cell.alignment = Alignment(horizontal="center", vertical="center")
    for column, values in enumerate(zip(*rows, strict=True), 1):
        width = max(_width(value) for value in values)
        sheet.column_dimensions[get_column_letter(column)].width = min(width + 4, _WIDEST)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(rows[0]))}{len(rows)}"
    return save(workbook)


def _width(value: str | int | None) -> int:
    text = "" if value is None else str(value)
    return max(wcswidth(text), len(text))

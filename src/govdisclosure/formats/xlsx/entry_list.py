"""An empty list to be filled in as an Excel workbook: column heads, a row that shows how, and words to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wcwidth import wcswidth

from govdisclosure.formats.xlsx._openpyxl import Alignment, DataValidation, Font, PatternFill, get_column_letter
from govdisclosure.formats.xlsx._workbook import cell_at, new_workbook, put_text, save

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

_ROWS: Final = 2_000
"""So many rows take text as it is typed, and have a list to choose from."""

_COLUMN_HEAD: Final = PatternFill("solid", fgColor="DDEBF7")
_HINT: Final = Font(italic=True, color="808080")
_TEXT_FORMAT: Final = "@"
_ROOM: Final = 4


def write_entry_list(
    title: str, heads: Sequence[str], hint: Sequence[str], choices: Mapping[int, Sequence[str]]
) -> bytes:
    """
    Write an empty list.

    What is typed stays text, so that codes keep all their digits; a word that is none of the choices is asked about.

    Args:
        title: Name of the sheet.
        heads: The column heads.
        hint: The row below them, which shows what belongs into each column.
        choices: The words to choose from, by column from 1; none holds a comma.
    """
    workbook, sheet = new_workbook(title)
    for column, (head, shown) in enumerate(zip(heads, hint, strict=True), 1):
        top, below = cell_at(sheet, 1, column), cell_at(sheet, 2, column)
        put_text(top, head)
        put_text(below, shown)
        top.font, top.fill, top.alignment = Font(bold=True), _COLUMN_HEAD, Alignment(horizontal="center")
        below.font = _HINT
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = max(wcswidth(head), wcswidth(shown)) + _ROOM
        for row in range(3, _ROWS + 1):
            cell_at(sheet, row, column).number_format = _TEXT_FORMAT
        if column in choices:
            _offer(sheet, f"{letter}3:{letter}{_ROWS}", head, choices[column])
    sheet.freeze_panes = "A2"
    return save(workbook)


def _offer(sheet: Worksheet, cells: str, head: str, words: Sequence[str]) -> None:
    rule = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True)
    rule.showInputMessage = rule.showErrorMessage = True
    rule.promptTitle = rule.errorTitle = head
    rule.prompt = rule.error = "、".join(words)
    rule.add(cells)
    sheet.add_data_validation(rule)

"""An empty list to be filled in as an Excel workbook: column heads, a row that shows how, and words to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wcwidth import wcswidth

from govdisclosure.formats.xlsx._areas import Area, cell_at
from govdisclosure.formats.xlsx._workbook import WrittenSheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govdisclosure.formats.xlsx._workbook import Look

_ROWS: Final = 2_000
"""So many rows take text as it is typed, and have a list to choose from."""

_COLUMN_HEAD: Final[Look] = {"bold": 1, "bg_color": "#DDEBF7", "align": "center"}
_HINT: Final[Look] = {"italic": 1, "font_color": "#808080"}
_TYPED: Final[Look] = {"num_format": "@"}
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
    sheet = WrittenSheet(title)
    for column, (head, shown) in enumerate(zip(heads, hint, strict=True), 1):
        sheet.put(cell_at(1, column), head, _COLUMN_HEAD)
        sheet.put(cell_at(2, column), shown, _HINT)
        sheet.widen(column, max(wcswidth(head), wcswidth(shown)) + _ROOM)
        for row in range(3, _ROWS + 1):
            sheet.put(cell_at(row, column), None, _TYPED)
        if column in choices:
            sheet.ask(Area(3, column, _ROWS, column), _offer(head, choices[column]))
    sheet.page.freeze_panes(1, 0)
    return sheet.save()


def _offer(head: str, words: Sequence[str]) -> dict[str, str | list[str]]:
    listed = "、".join(words)
    shown: dict[str, str | list[str]] = {"input_title": head, "input_message": listed}
    return shown | {"validate": "list", "value": list(words), "error_title": head, "error_message": listed}

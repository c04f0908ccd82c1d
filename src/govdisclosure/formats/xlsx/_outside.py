"""What somebody typed on a sheet of ours outside of the form, between the marks and the checks of our writer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govdisclosure.form.figures import is_figure
from govdisclosure.form.ours import NOT_PRINTED
from govdisclosure.formats.xlsx._form import CHECK_HEADS, CHECKS, EQUALS, MARKS, NAMES, VERDICTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from govdisclosure.formats.xlsx._sheets import Sheet

_LABEL: Final = 0
_VERDICT: Final = len(CHECK_HEADS) - 1


def typed_outside(sheet: Sheet, right: int) -> Iterator[tuple[tuple[int, int], str]]:
    """
    Give what stands beside the form and is neither a mark nor a check, row by row, a line of a cell each.

    Args:
        sheet: The sheet.
        right: The first column at the right of the form.
    """
    panels = {column for row in sheet.rows.values() for column, text in row.items() if text == CHECKS}
    for row in sorted(sheet.rows.keys() - sheet.hidden_rows):
        for column, text in sorted(sheet.rows[row].items()):
            if column == MARKS:
                is_typed = text not in NAMES
            else:
                is_shown = column >= right and not sheet.is_hidden(column)
                is_typed = is_shown and not _is_ours(sheet, (row, column), text, panels)
            if is_typed:
                yield from (((row, column), line) for line in text.split("\n") if line.strip())


def _is_ours(sheet: Sheet, place: tuple[int, int], text: str, panels: Collection[int]) -> bool:
    """
    Tell whether our writer put a text at the right of the form: its legend, or the heads and lines of the checks.

    Args:
        sheet: The sheet.
        place: The cell.
        text: What stands in it.
        panels: The first columns of checks, which stand in four columns each.
    """
    if text in CHECK_HEADS or text.endswith(NOT_PRINTED):
        return True
    first = next((column for column in panels if column <= place[1] <= column + _VERDICT), None)
    if first is None:
        return False
    if place[1] == first + _LABEL:
        return EQUALS in text
    computed = sheet.formulas.places
    # 12, typed over the sum of one line; all are numbers where another program has saved what they came to.
    return place in computed or text in VERDICTS or (not computed and is_figure(text))

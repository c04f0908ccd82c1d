"""How much room words take on the sheet of a report, and which columns of the sheet a column of a table takes."""

from __future__ import annotations

import math
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Final

from wcwidth import wcswidth

from govdisclosure.form.blocks import own_columns
from govdisclosure.formats.xlsx._form import FIRST, WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from govdisclosure.form.blocks import Grid, GridCell

# Fifteen columns of so many characters are as wide as the page.
COLUMN: Final = 6.7
LINE_HEIGHT: Final = 14.5
# The form has 65 rows, the longest of real reports some hundreds; this many take seconds to write.
MOST_ROWS: Final = 10_000
# A row of Excel is at most 409 points high; what does not fit into it could not be seen.
_MOST_LINES: Final = 26
_MOST_CHARACTERS: Final = 4_000
_ENDS: Final = "。；！？"
# Points of an A4 page between its margins; a little less, since a printer may have wider ones.
_PAGE: Final = 720.0
# So little that table III of either edition stands on one page.
_PADDING: Final = 4
# A column of labels has twice the width of one of figures at least.
_LABEL_WEIGHT: Final = 2


def lines_of(text: str, columns: int, size: float = 1.0) -> int:
    """Estimate how many lines a text takes in a cell over so many columns."""
    wide = max(wcswidth(text), len(text)) * size
    return max(1, math.ceil(wide / (columns * COLUMN - 1.5)))


def pieces_of(text: str, size: float) -> Iterator[str]:
    """Cut a text into pieces that a row can show, at the end of a sentence where there is one."""
    rest = text
    while len(rest) > _MOST_CHARACTERS or lines_of(rest, WIDTH, size) > _MOST_LINES / size:
        most = min(len(rest) - 1, _MOST_CHARACTERS)
        while lines_of(rest[:most], WIDTH, size) > _MOST_LINES / size:
            most = most * 3 // 4
        end = max(rest.rfind(mark, most // 2, most) for mark in _ENDS) + 1 or most
        yield rest[:end]
        rest = rest[end:]
    yield rest


def columns_of_sheet(grid: Grid) -> list[int]:
    """Give the column of the sheet in which each column of a grid begins, and the one after the last."""
    cells = list(chain.from_iterable(row for row, _ in own_columns(grid)))
    count = max(column + cell.columns for column, cell in cells)
    below: set[int] = set()
    for column, cell in cells:
        if cell.path:
            below.update(range(column, column + cell.columns))
    labels = [column for column in range(count) if column not in below]
    unit = max(1, WIDTH // (_LABEL_WEIGHT * len(labels) + len(below)))
    widths = [unit] * count
    # Table II has one column of labels beside three of figures, table IV none.
    wide = labels or sorted(below)
    share, rest = divmod(WIDTH - unit * count, len(wide))
    for column in wide:
        widths[column] += share
    widths[wide[-1]] += rest
    return list(accumulate(widths, initial=FIRST))


def height_of(row: Sequence[tuple[int, GridCell]], starts: Sequence[int]) -> float:
    """Give the height at which a row shows all its words, in points; what reaches down has the rows below as well."""
    most = max(
        (lines_of(cell.text, starts[at + cell.columns] - starts[at]) for at, cell in row if cell.rows == 1), default=1
    )
    return most * LINE_HEIGHT + _PADDING


def page_breaks(heights: Sequence[float], together: Mapping[int, int]) -> list[int]:
    """
    Give the rows below which a page begins, so that what belongs together stands on one page if one can hold it.

    Args:
        heights: Height of each row.
        together: First row of a table with its heading, and of the like, and how many rows it has; rows count from 1.
    """
    breaks: list[int] = []
    used = 0.0
    turned: int | None = None
    for row, height in enumerate(heights):
        whole = sum(heights[row : row + together.get(row + 1, 1)])
        if height < whole <= _PAGE:
            # A program whose letters are wider prints all smaller, and so more rows on a page; it would turn elsewhere.
            begin = row if used + whole > _PAGE else turned
            if begin is not None:
                breaks.append(begin)
                used, turned = 0.0 if begin == row else used, None
        if used + height > _PAGE:
            used, turned = 0.0, row
        used += height
    return breaks

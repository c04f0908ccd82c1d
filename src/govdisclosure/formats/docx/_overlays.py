"""Text boxes and shapes that hang on paragraphs beside a table, and may lie over its cells."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from attrs import define, evolve

from govdisclosure.form.figures import is_figure
from govdisclosure.form.stand_ins import PICTURE
from govdisclosure.formats.docx._thresholds import LETTERS_OF_LINE, LINE, LINE_COVERED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govdisclosure.form.blocks import Grid, GridCell
    from govdisclosure.formats.docx._drawings import Reach


@define
class Overlays:
    """
    Tells over which tables text boxes may lie, from where the lines of the document end at the latest.

    Where lines really end, only a program knows that lays out pages: what is told here is less than that.
    """

    _below: float = 0.0
    """How many points below here the lowest text box so far reaches."""

    _since: float = math.inf
    """How many points of text there are at least since the last table."""

    def pass_lines(self, reaches: Iterable[Reach], lines: Sequence[str], *, on_new_page: bool = False) -> bool:
        """
        Pass the lines of a paragraph.

        Args:
            reaches: What the text boxes that hang on it cover.
            lines: Its lines.
            on_new_page: Whether a page ends before them or within, over which nothing reaches.

        Returns:
            Whether one of these text boxes may lie over the table above.
        """
        if on_new_page:
            self._below, self._since = 0.0, math.inf
        is_over_above = False
        for top, bottom in reaches:
            is_over_above = is_over_above or -top > self._since + LINE_COVERED
            self._below = max(self._below, bottom)
        height = LINE * sum(max(1, math.ceil(len(line) / LETTERS_OF_LINE)) for line in lines)
        self._below -= height
        self._since += height
        return is_over_above

    def pass_table(self) -> bool:
        """Pass a table; tell whether a text box may lie over it."""
        is_over = self._below > LINE_COVERED
        self._below = self._since = 0.0
        return is_over


def rows_covered(row: int, reach: Reach) -> range:
    """Give the rows that something may lie over that hangs on a cell of a row, each of them a line high at least."""
    top, bottom = reach
    above, below = (math.ceil((points - LINE_COVERED) / LINE) for points in (-top, bottom))
    return range(max(row - max(above, 0), 0), row + max(below, 0))


def covered(grid: Grid) -> Grid:
    """Give a table with each figure and each blank in doubt; words say enough by themselves."""
    return evolve(grid, rows=tuple(tuple(map(_covered, row)) for row in grid.rows))


def _covered(cell: GridCell) -> GridCell:
    is_words = any(map(str.isalpha, cell.text)) and not is_figure(cell.text)
    return cell if is_words else evolve(cell, text=f"{cell.text}\n{PICTURE}".lstrip("\n"))

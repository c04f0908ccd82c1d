"""Where something that is drawn lies over the cells of a sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import frozen

from govdisclosure.formats.xlsx._areas import Area
from govdisclosure.formats.xlsx._thresholds import MOST_DRAWN

# English metric units, in which drawings are measured, of the width of a digit, seven pixels, and of a point.
_OF_DIGIT: Final = 66_675.0
_OF_POINT: Final = 12_700.0


@frozen
class Drawing:
    """
    Something that lies over cells.

    Args:
        area: The cells that it names; the one from whose corner it is measured where it says how large it is.
        start: How far right of that corner and below it its own corner is.
        size: How wide and high it is; None where the cells that it names say that.
        texts: The paragraphs that are written in it, with their line ends.
    """

    area: Area
    start: tuple[float, float] = (0.0, 0.0)
    size: tuple[float, float] | None = None
    texts: tuple[str, ...] = ()


@frozen
class Sizes:
    """
    How large the cells of a sheet are.

    Args:
        widths: The width of each column, in digits.
        heights: The heights of rows that have one of their own, in points.
        height: That of the others.
        last: Its last row and column.
    """

    widths: Sequence[float]
    heights: Mapping[int, float]
    height: float
    last: tuple[int, int]

    def under(self, drawing: Drawing) -> Area:
        """Give the cells under a drawing."""
        area = drawing.area
        if drawing.size is None:
            return area
        (x, y), (wide, high) = drawing.start, drawing.size
        top, bottom = (self._row(area.top, length) for length in (y, y + high))
        left, right = (self._column(area.left, length) for length in (x, x + wide))
        return Area(top, left, bottom, right)

    def _row(self, row: int, length: float) -> int:
        """Give the row that lies so far below the upper edge of one."""
        most = min(self.last[0], row + MOST_DRAWN)
        while row <= most and length > (height := self.heights.get(row, self.height) * _OF_POINT):
            length -= height
            row += 1
        return row

    def _column(self, column: int, length: float) -> int:
        while column <= self.last[1] and length > (width := self.widths[column] * _OF_DIGIT):
            length -= width
            column += 1
        return column

"""The paths of a page as the edges of tables, as strokes that may go through figures, and as drawings."""

from __future__ import annotations

from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from govdisclosure.pdfium.grounds import sides_of
from govdisclosure.pdfium.objects import THIN
from govdisclosure.pdfium.overlaps import Stroke
from govdisclosure.pdfium.pages import DIGIT, Box, Edge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.pdfium.matrix import Matrix
    from govdisclosure.pdfium.objects import Path, Point

SAME_LINE: Final = 0.1
"""By how many points dots of one line stand higher or lower than the next."""

STRAIGHT: Final = 0.5
"""By how many points a line that goes straight across or down may rise."""

CORNERS: Final = 5
"""Points of a box, the first at its end once more; a 1 may be as thin as a line, but has more."""


class Lines(NamedTuple):
    """
    The lines of a page.

    Args:
        edges: Straight lines and sides of boxes.
        strokes: What is drawn by a pen, or as a thin box.
        drawings: The bounds of what is curved.
        shapes: The bounds of each part of what is drawn; upright boxes, the ground of cells and of words, aside.
        grounds: Upright boxes that are filled and have no lines around them.
    """

    edges: list[Edge]
    strokes: list[Stroke]
    drawings: list[Box]
    shapes: list[Box]
    grounds: list[Box]


def lines_of(paths: Iterable[Path], shown: Matrix) -> Lines:
    """Give the lines of paths, each moved to where it is shown."""
    lines = Lines([], [], [], [], [])
    for path in paths:
        box = Box(*shown.bounds(*path.bounds))
        if path.is_curved:
            lines.drawings.append(box)
        if not path.lines:
            lines.shapes.append(box)
            _take_box(lines.edges, lines.strokes, box)
        for points in path.lines:
            _take_part(lines, path, [shown.moved(*point) for point in points])
    for line in _dotted(lines.shapes):
        _take_box(lines.edges, lines.strokes, line)
    lines.edges.extend([*sides_of(lines.grounds, lines.edges)])
    return lines


def _dotted(shapes: Iterable[Box]) -> Iterator[Box]:
    """Give the lines that dots make, or dashes that are no lines by themselves."""
    dots = [shape for shape in shapes if max(shape.width, shape.height) < THIN]
    for start, end in ((0, 2), (1, 3)):
        for row in _rows_of(dots, 1 - start):
            line: list[Box] = []
            for dot in sorted(row, key=itemgetter(start)):
                if line and dot[start] - line[-1][end] > THIN:
                    yield _around(line)
                    line = []
                line.append(dot)
            yield _around(line)


def _rows_of(dots: Iterable[Box], across: int) -> Iterator[list[Box]]:
    """Put dots together that are equally far down, or from the left."""
    row: list[Box] = []
    for dot in sorted(dots, key=lambda dot: dot.middle[across]):
        if row and dot.middle[across] - row[-1].middle[across] > SAME_LINE:
            yield row
            row = []
        row.append(dot)
    if row:
        yield row


def _around(boxes: Iterable[Box]) -> Box:
    """Give the least box that holds all of these."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def _take_part(lines: Lines, path: Path, points: list[Point]) -> None:
    """Take one part of a path; what is curved, a seal or a button with round corners, or a digit, has no edges."""
    across, down = zip(*points, strict=True)
    box = Box(min(across), min(down), max(across), max(down))
    is_line = min(box.width, box.height) < THIN
    is_box = _is_box(points, box)
    if is_line or not is_box:
        lines.shapes.append(box)
    may_be_digit = max(box.width, box.height) < DIGIT and not is_box and not (is_line and len(points) <= CORNERS)
    edges = [] if may_be_digit else lines.edges
    if is_line and not path.is_curved:
        _take_box(edges, lines.strokes, box)
        return
    if is_box and not path.pen:
        lines.grounds.append(box)
        return
    if path.is_filled and points[0] != points[-1]:
        points = [*points, points[0]]
    for one, other in pairwise(points):
        if not path.is_curved:
            _take_side(edges, one, other)
        if path.pen:
            lines.strokes.append(Stroke(*one, *other))


def _is_box(points: Sequence[Point], box: Box) -> bool:
    """Tell whether a part is an upright box: it goes straight from corner to corner."""
    return len(points) >= 4 and all(
        min(abs(x - box.left), abs(x - box.right)) < STRAIGHT
        and min(abs(y - box.top), abs(y - box.bottom)) < STRAIGHT
        and min(abs(x - last_x), abs(y - last_y)) < STRAIGHT
        for (last_x, last_y), (x, y) in pairwise([points[-1], *points])
    )


def _take_box(edges: list[Edge], strokes: list[Stroke], box: Box) -> None:
    """Take what is so thin that it is one line; its middle is the rule."""
    across, down = box.middle
    if box.height < THIN <= box.width:
        edges.append(_across(down, box.left, box.right))
        strokes.append(Stroke(box.left, down, box.right, down))
    elif box.width < THIN <= box.height:
        edges.append(_down(across, box.top, box.bottom))
        strokes.append(Stroke(across, box.top, across, box.bottom))


def _take_side(edges: list[Edge], one: Point, other: Point) -> None:
    left, right = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    if bottom - top < STRAIGHT < right - left:
        edges.append(_across((top + bottom) / 2, left, right))
    elif right - left < STRAIGHT < bottom - top:
        edges.append(_down((left + right) / 2, top, bottom))


def _across(at: float, start: float, end: float) -> Edge:
    return Edge(is_across=True, at=at, start=start, end=end)


def _down(at: float, start: float, end: float) -> Edge:
    return Edge(is_across=False, at=at, start=start, end=end)

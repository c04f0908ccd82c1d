"""Figures that nobody can tell: something is printed over them, or a line goes through them."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from functools import lru_cache
from itertools import chain, product
from typing import TYPE_CHECKING, Final, NamedTuple

from govdisclosure.pdfium.pages import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

OVERLAP: Final = 0.2
"""The share of its width and height by which a character covers another: slanting letters reach over less."""

TWICE: Final = 0.22
"""How far apart, in widths, the same character is printed twice, as makeshift bold is; a shadow is farther."""

CORE: Final = 0.25
"""The share of a figure at each of its sides where a line only touches it."""

_TILE: Final = 24.0
"""Points to a side of the tiles by which neighbours are looked up: two lines of text."""

_STEP: Final = 6.0
"""Points from step to step along a slanting line."""

_MOST_LARGE: Final = 500
"""Letters larger than a tile that are looked at: a title and its heading have fifty."""

MOST_LOOKS: Final = 3_000_000
"""
Pairs that are looked at of what stands on a page and what may lie over it, or of a figure and a tile near it.

Beyond, all of the page are in doubt. A page full of figures has 500,000.
"""

_MOST_TILES: Final = 200
"""Tiles in a row, and steps along a line: a page has fewer."""


class Mark(NamedTuple):
    """A character: what it is, its place in the list, the bounds of its ink, and the width of its way."""

    text: str
    place: int
    ink: Box
    width: float


class Stroke(NamedTuple):
    """A line that is drawn, from one point to another."""

    x0: float
    y0: float
    x1: float
    y1: float


def overprinted(marks: Sequence[Mark]) -> set[int]:
    """Give the places of characters that are printed over others, where one of the two is a figure."""
    tiles: dict[tuple[float, float], list[Mark]] = defaultdict(list)
    large: list[Mark] = []
    for mark in marks:
        (large if is_large(mark.ink) else tiles[tile_of(mark.ink)]).append(mark)
    places: set[int] = set()
    left = MOST_LOOKS
    for figure in filter(_is_figure, marks):
        around = tiles_around(figure.ink)
        near = list(chain(large[:_MOST_LARGE], *(tiles.get(tile, ()) for tile in around)))
        left -= len(around) + len(near)
        if left < 0:
            return {mark.place for mark in marks}
        for other in near:
            if other.place != figure.place and _are_mixed(figure, other):
                places.update((figure.place, other.place))
    return places


def is_large(box: Box) -> bool:
    """Tell whether something is larger than a tile."""
    left, top, right, bottom = box
    return right - left >= _TILE or bottom - top >= _TILE


def tile_of(box: Box) -> tuple[float, float]:
    """Give the tile on which something begins."""
    return box[0] // _TILE, box[1] // _TILE


def tiles_around(box: Box) -> Sequence[tuple[float, float]]:
    """Give the tiles on which what is no larger than a tile can begin that reaches into a box."""
    left, top, right, bottom = box
    tiles = _tiles_to if is_large(box) else _few_tiles_to
    return tiles(left // _TILE, top // _TILE, right // _TILE, bottom // _TILE)


def _tiles_to(left: float, top: float, right: float, bottom: float) -> Sequence[tuple[float, float]]:
    columns = range(int(left) - 1, int(min(right, left + _MOST_TILES)) + 1)
    rows = range(int(top) - 1, int(min(bottom, top + _MOST_TILES)) + 1)
    return list(product(columns, rows))


# Many figures stand on one tile.
_few_tiles_to: Final = lru_cache(maxsize=4096)(_tiles_to)


def struck(marks: Sequence[Mark], strokes: Iterable[Stroke]) -> set[int]:
    """Give the places of figures through which a line goes."""
    lines = _Lines(strokes)
    return {mark.place for mark in marks if _is_figure(mark) and lines.strike(_core(mark.ink))}


def _is_figure(mark: Mark) -> bool:
    return mark.text.isdigit()


def _are_mixed(figure: Mark, other: Mark) -> bool:
    """Tell whether a character covers part of a figure, and is not that figure a second time."""
    left, top, right, bottom = figure.ink
    other_left, other_top, other_right, other_bottom = other.ink
    width = min(right, other_right) - max(left, other_left)
    if width <= OVERLAP * min(right - left, other_right - other_left):
        return False
    height = min(bottom, other_bottom) - max(top, other_top)
    if height <= OVERLAP * min(bottom - top, other_bottom - other_top):
        return False
    apart = max(abs(left - other_left), abs(bottom - other_bottom))
    return not (figure.text == other.text and apart < TWICE * min(figure.width, other.width))


def _tiles(box: Box) -> Iterator[tuple[int, int]]:
    """Give the tiles on which something stands; of what is larger than any letter, the first."""
    first, upper = int(box.left // _TILE), int(box.top // _TILE)
    last, lower = int(box.right // _TILE), int(box.bottom // _TILE)
    for across in range(first, min(last, first + _MOST_TILES) + 1):
        for down in range(upper, min(lower, upper + _MOST_TILES) + 1):
            yield across, down


def _way(stroke: Stroke) -> Iterator[tuple[int, int]]:
    """Give the tiles through which a line passes, and some beside it."""
    across, down = stroke.x1 - stroke.x0, stroke.y1 - stroke.y0
    steps = min(math.ceil(max(abs(across), abs(down)) / _STEP), _MOST_TILES)
    for step in range(steps + 1):
        x, y = stroke.x0 + across * step / steps, stroke.y0 + down * step / steps
        yield from _tiles(Box(x - _STEP, y - _STEP, x + _STEP, y + _STEP))


def _core(box: Box) -> Box:
    across, down = CORE * box.width, CORE * box.height
    return Box(box.left + across, box.top + down, box.right - across, box.bottom - down)


class _Lines:
    """Lines, those that go straight across or down in their order."""

    def __init__(self, strokes: Iterable[Stroke]) -> None:
        self._across: list[tuple[float, float, float]] = []
        self._down: list[tuple[float, float, float]] = []
        self._slanting: dict[tuple[int, int], list[Stroke]] = defaultdict(list)
        for stroke in strokes:
            left, right = sorted((stroke.x0, stroke.x1))
            top, bottom = sorted((stroke.y0, stroke.y1))
            if bottom - top < 1:
                self._across.append(((top + bottom) / 2, left, right))
            elif right - left < 1:
                self._down.append(((left + right) / 2, top, bottom))
            else:
                for tile in set(_way(stroke)):
                    self._slanting[tile].append(stroke)
        self._across.sort()
        self._down.sort()

    def strike(self, core: Box) -> bool:
        """Tell whether one goes through a box."""
        if _passes(self._across, (core.top, core.bottom), (core.left, core.right)):
            return True
        if _passes(self._down, (core.left, core.right), (core.top, core.bottom)):
            return True
        return any(_crosses(stroke, core) for tile in _tiles(core) for stroke in self._slanting[tile])


def _passes(
    lines: Sequence[tuple[float, float, float]], between: tuple[float, float], along: tuple[float, float]
) -> bool:
    """Tell whether one of the straight lines between two others goes through what is along it."""
    for at in range(bisect_left(lines, (between[0],)), len(lines)):
        place, start, end = lines[at]
        if place > between[1]:
            return False
        if start < along[1] and end > along[0]:
            return True
    return False


def _crosses(stroke: Stroke, box: Box) -> bool:
    """Tell whether a slanting line goes through a box: it does if a corner lies at either side of it, and both meet."""
    across, down = stroke.x1 - stroke.x0, stroke.y1 - stroke.y0
    left, right = sorted((stroke.x0, stroke.x1))
    top, bottom = sorted((stroke.y0, stroke.y1))
    if left > box.right or right < box.left or top > box.bottom or bottom < box.top:
        return False
    corners = ((x, y) for x in (box.left, box.right) for y in (box.top, box.bottom))
    return len({across * (y - stroke.y0) > down * (x - stroke.x0) for x, y in corners}) == 2

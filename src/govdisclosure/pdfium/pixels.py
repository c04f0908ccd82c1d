"""What the pixels of a page tell: whether a character is seen, wherever its ink would be."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from pypdfium2 import raw

from govdisclosure.pdfium.drawing import BLACK, WHITE, Window

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govdisclosure.pdfium.drawing import Drawing
    from govdisclosure.pdfium.objects import Bounds

SCALE: Final = 2.0
"""Pixels to a point: a stroke of the smallest letters in use is half a point wide."""

CONTRAST: Final = 20
"""How much lighter or darker than its ground, of 255, a pixel is that a person sees."""

WITHIN: Final = 0.4
"""The share of the darkest ink that a pixel has well within a stroke."""


class Pixels:
    """
    A page as it is seen, as it is without text, and its text alone.

    Args:
        drawing: The page.
        size: Its width and height in points.
    """

    def __init__(self, drawing: Drawing, size: tuple[float, float]) -> None:
        self._drawing = drawing
        self._window = Window.on((0.0, 0.0, *size), SCALE)
        self._seen = self._drawn(drawing.is_shown)
        self._ground = self._drawn(lambda order, kind: not _is_text(order, kind) and drawing.is_shown(order, kind))
        self._on_white = self._drawn(_is_text)
        self._on_black: bytes | None = None

    def _drawn(self, is_active: Callable[[int, int], bool], ground: int = WHITE) -> bytes:
        self._drawing.choose(is_active)
        return self._drawing.draw(self._window, ground)

    def share_seen(self, box: Bounds) -> float | None:
        """
        Give the share of the ink of a character that is seen.

        Args:
            box: The bounds of the character, in points from the left upper corner of the page as it is shown.

        Returns:
            From 0 to 1; None if it has no ink, whatever its ground.
        """
        rows = self._rows(box)
        if all(self._on_white[row] == self._seen[row] for row in rows):
            is_inked = any(min(self._on_white[row], default=255) <= 255 - CONTRAST for row in rows)
            return 1.0 if is_inked else self._share_of_light(rows)
        darkest = _darkest(self._on_white, rows)
        if darkest < CONTRAST:
            return self._share_of_light(rows)
        least = 255 - darkest * WITHIN
        return self._share(rows, lambda row: [at for at, value in enumerate(self._on_white[row]) if value <= least])

    def _share_of_light(self, rows: Sequence[slice]) -> float | None:
        """Give the share that is seen of what leaves no ink on white; None if it leaves none on black, either."""
        if self._on_black is None:
            self._on_black = self._drawn(_is_text, BLACK)
        on_black = self._on_black
        lightest = max((max(on_black[row], default=0) for row in rows), default=0)
        if lightest < CONTRAST:
            return None
        least = lightest * WITHIN
        return self._share(rows, lambda row: [at for at, value in enumerate(on_black[row]) if value >= least])

    def _share(self, rows: Sequence[slice], inked: Callable[[slice], Sequence[int]]) -> float:
        """Give the share of pixels with ink that differ from their ground."""
        ink = seen = 0
        for row in rows:
            ground, shown = self._ground[row], self._seen[row]
            places = inked(row)
            ink += len(places)
            seen += sum(abs(ground[at] - shown[at]) >= CONTRAST for at in places)
        return seen / ink

    def light(self, across: float, down: float) -> int | None:
        """Give how light a place of the page is, in points from its left upper corner, from 0; None beside the page."""
        scale, _, _, width, height = self._window
        column, row = math.floor(across * scale), math.floor(down * scale)
        return self._seen[row * width + column] if 0 <= column < width and 0 <= row < height else None

    def _rows(self, box: Bounds) -> list[slice]:
        """Give the pixels that lie within a box, row by row; one at least."""
        scale, _, _, width, height = self._window
        left, top, right, bottom = (value * scale for value in box)
        first, last = _within(left, right, width)
        upper, lower = _within(top, bottom, height)
        return [slice(row * width + first, row * width + last) for row in range(upper, lower)]


def _is_text(_: int, kind: int) -> bool:
    return bool(kind == raw.FPDF_PAGEOBJ_TEXT)


def _darkest(pixels: bytes, rows: Sequence[slice]) -> int:
    return 255 - min((min(pixels[row], default=255) for row in rows), default=255)


def _within(start: float, end: float, size: int) -> tuple[int, int]:
    """Give the pixels that lie between two edges as a whole, or that in their middle."""
    first, last = math.ceil(start), math.floor(end)
    if last <= first:
        first = math.floor((start + end) / 2)
        last = first + 1
    return max(first, 0), min(last, size)

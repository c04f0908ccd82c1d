"""What the pixels of a page tell: whether a character is seen, wherever its ink would be."""

from __future__ import annotations

import ctypes
import math
from typing import TYPE_CHECKING, Final

from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govdisclosure.pdfium.objects import Bounds, Objects

SCALE: Final = 2.0
"""Pixels to a point: a stroke of the smallest letters in use is half a point wide."""

MOST_PIXELS: Final = 4_000_000
"""Pixels of a page: A4 has two million at that scale, a drawing of some metres has fewer to a point."""

MOST_PICTURE: Final = 4_000_000
"""Pixels of a picture that is unpacked to see what is below it: a seal has fewer, the scan of a page more."""

CONTRAST: Final = 20
"""How much lighter or darker than its ground, of 255, a pixel is that a person sees."""

MOST_DRAWN: Final = 20
"""How often a page is drawn without one of its objects; where more lie over each other, all are unreadable."""

_INK: Final = 96
"""How dark a pixel is, of 255, that lies well within a stroke."""

_BLACK, _WHITE = 0xFF000000, 0xFFFFFFFF


class Pixels:
    """
    A page as it is seen, as it is without text, and its text alone.

    Args:
        page: The page, as pdfium has it.
        objects: What is painted on it.
        width: Its width in points.
        height: Its height.
    """

    def __init__(self, page: raw.FPDF_PAGE, objects: Objects, width: float, height: float) -> None:
        self._page = page
        self._scale = min(SCALE, math.sqrt(MOST_PIXELS / max(width * height, 1)))
        self._size = max(1, math.ceil(width * self._scale)), max(1, math.ceil(height * self._scale))
        self._objects = objects
        self._unpacked = {each.order for each in objects.pictures if each.pixels <= MOST_PICTURE}
        self._seen = self._drawn(self._is_shown)
        self._ground = self._drawn(lambda order, kind: kind != raw.FPDF_PAGEOBJ_TEXT and self._is_shown(order, kind))
        self._on_white = self._drawn(lambda _, kind: kind == raw.FPDF_PAGEOBJ_TEXT)
        self._on_black: bytes | None = None
        self._without: dict[int, bytes] = {}

    def _is_shown(self, order: int, kind: int) -> bool:
        return kind != raw.FPDF_PAGEOBJ_IMAGE or order in self._unpacked

    def _drawn(self, is_active: Callable[[int, int], bool], ground: int = _WHITE) -> bytes:
        """Draw some of the objects; a byte a pixel, from 0 for black."""
        for order, (kind, each) in enumerate(self._objects.handles, 1):
            raw.FPDFPageObj_SetIsActive(each, is_active(order, kind))
        width, height = self._size
        pixels = (ctypes.c_ubyte * (width * height))()
        bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_Gray, pixels, width)
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, ground)
        raw.FPDF_RenderPageBitmap(bitmap, self._page, 0, 0, width, height, 0, raw.FPDF_RENDER_NO_SMOOTHIMAGE)
        raw.FPDFBitmap_Destroy(bitmap)
        return bytes(pixels)

    def share_seen(self, box: Bounds) -> float | None:
        """
        Give the share of the ink of a character that is seen.

        Args:
            box: The bounds of the character, in points from the left upper corner of the page as it is shown.

        Returns:
            From 0 to 1; None if it has no ink, whatever its ground.
        """
        rows = self._rows(box)
        ink = seen = 0
        for row in rows:
            on_white = self._on_white[row]
            if on_white == self._seen[row]:
                strokes = sum(value < 255 - _INK for value in on_white)
                ink, seen = ink + strokes, seen + strokes
            else:
                inked = [at for at, value in enumerate(on_white) if value < 255 - _INK]
                ink, seen = ink + len(inked), seen + self._count_seen(row, inked)
        if ink:
            return seen / ink
        return self._share_of_white(rows)

    def _share_of_white(self, rows: Sequence[slice]) -> float | None:
        """Give the share that is seen of what leaves no ink on white."""
        if self._on_black is None:
            self._on_black = self._drawn(lambda _, kind: kind == raw.FPDF_PAGEOBJ_TEXT, _BLACK)
        ink = seen = 0
        for row in rows:
            inked = [at for at, value in enumerate(self._on_black[row]) if value > _INK]
            ink, seen = ink + len(inked), seen + self._count_seen(row, inked)
        return seen / ink if ink else None

    def _count_seen(self, row: slice, places: Sequence[int]) -> int:
        ground, seen = self._ground[row], self._seen[row]
        return sum(abs(ground[at] - seen[at]) >= CONTRAST for at in places)

    def shows(self, run: int, box: Bounds) -> bool:
        """
        Tell whether something of an object of text is seen within a box: whether it looks otherwise without the object.

        Args:
            run: The address of the object.
            box: The bounds, in points from the left upper corner of the page as it is shown.
        """
        order = self._objects.texts[run][0]
        without = self._without.get(order)
        if without is None:
            if len(self._without) >= MOST_DRAWN:
                return True
            drawn = self._drawn(lambda at, kind: at != order and self._is_shown(at, kind))
            without = self._without[order] = drawn
        return any(
            abs(one - other) >= CONTRAST
            for row in self._rows(box)
            for one, other in zip(without[row], self._seen[row], strict=True)
        )

    def _rows(self, box: Bounds) -> list[slice]:
        """Give the pixels that lie within a box, row by row; one at least."""
        width, height = self._size
        left, top, right, bottom = (value * self._scale for value in box)
        first, last = _within(left, right, width)
        upper, lower = _within(top, bottom, height)
        return [slice(row * width + first, row * width + last) for row in range(upper, lower)]


def _within(start: float, end: float, size: int) -> tuple[int, int]:
    """Give the pixels that lie between two edges as a whole, or that in their middle."""
    first, last = math.ceil(start), math.floor(end)
    if last <= first:
        first = math.floor((start + end) / 2)
        last = first + 1
    return max(first, 0), min(last, size)

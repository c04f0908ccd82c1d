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
"""For how many objects a page is drawn without them; where more lie over each other, all are in doubt."""

IN_DOUBT: Final = 0.5
"""The share where that is not looked at."""

WITHIN: Final = 0.4
"""The share of the darkest ink that a pixel has well within a stroke."""

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
        self._alone: dict[int, tuple[bytes, bytes, bytes]] = {}

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
            self._on_black = self._drawn(lambda _, kind: kind == raw.FPDF_PAGEOBJ_TEXT, _BLACK)
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
        width, height = self._size
        column, row = math.floor(across * self._scale), math.floor(down * self._scale)
        return self._seen[row * width + column] if 0 <= column < width and 0 <= row < height else None

    def share_alone(self, run: int, box: Bounds) -> float:
        """
        Give the share of the ink of a character that is seen, where others may lie over it.

        Args:
            run: The address of the object of text to which it belongs.
            box: The bounds, in points from the left upper corner of the page as it is shown.
        """
        order = self._objects.texts[run].order
        if order not in self._alone:
            if len(self._alone) >= MOST_DRAWN:
                return IN_DOUBT
            without = self._drawn(lambda at, kind: at != order and self._is_shown(at, kind))
            black, white = (self._drawn(lambda at, _: at == order, ground) for ground in (_BLACK, _WHITE))
            self._alone[order] = without, black, white
        without, black, white = self._alone[order]
        covered: list[tuple[int, bool]] = []
        for row in self._rows(box):
            for ground, shown, dark, light in zip(without[row], self._seen[row], black[row], white[row], strict=True):
                # What is as light on black as on white is ink.
                covered.append((255 - light + dark, abs(ground - shown) >= CONTRAST))
        most = max(covered, default=(0, False))[0]
        ink = [is_seen for share, is_seen in covered if share >= max(most * WITHIN, CONTRAST)]
        return sum(ink) / len(ink) if ink else 0.0

    def _rows(self, box: Bounds) -> list[slice]:
        """Give the pixels that lie within a box, row by row; one at least."""
        width, height = self._size
        left, top, right, bottom = (value * self._scale for value in box)
        first, last = _within(left, right, width)
        upper, lower = _within(top, bottom, height)
        return [slice(row * width + first, row * width + last) for row in range(upper, lower)]


def _darkest(pixels: bytes, rows: Sequence[slice]) -> int:
    return 255 - min((min(pixels[row], default=255) for row in rows), default=255)


def _within(start: float, end: float, size: int) -> tuple[int, int]:
    """Give the pixels that lie between two edges as a whole, or that in their middle."""
    first, last = math.ceil(start), math.floor(end)
    if last <= first:
        first = math.floor((start + end) / 2)
        last = first + 1
    return max(first, 0), min(last, size)

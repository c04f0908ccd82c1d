"""A page drawn to pixels: all of it or a part, with all of its objects or some."""

from __future__ import annotations

import ctypes
import math
from typing import TYPE_CHECKING, Final, NamedTuple

from pypdfium2 import raw

from govdisclosure.pdfium.calls import fast

if TYPE_CHECKING:
    from collections.abc import Callable

    from govdisclosure.pdfium.objects import Bounds, Objects

MOST_PIXELS: Final = 4_000_000
"""Pixels that are drawn at once: A4 has two million at two to a point; a drawing of some metres gets fewer."""

MOST_PICTURE: Final = 4_000_000
"""Pixels of a picture that is unpacked to see what is below it: a seal has fewer, the scan of a page more."""

BLACK, WHITE = 0xFF000000, 0xFFFFFFFF


_ACTIVATE: Final = fast("FPDFPageObj_SetIsActive", ctypes.c_int, ctypes.c_int)


class Window(NamedTuple):
    """
    The part of a page that is drawn, in pixels.

    Args:
        scale: How many there are to a point.
        left: Where it begins, from the left edge of the page.
        top: Where it begins, from the upper edge.
        width: How wide it is.
        height: How high it is.
    """

    scale: float
    left: int
    top: int
    width: int
    height: int

    @classmethod
    def on(cls, box: Bounds, scale: float) -> Window:
        """Give the window on a part of a page, in points; where that is large, there are fewer pixels to a point."""
        left, top, right, bottom = box
        scale = min(scale, math.sqrt(MOST_PIXELS / max((right - left) * (bottom - top), 1)))
        first, upper = math.floor(left * scale), math.floor(top * scale)
        width, height = math.ceil(right * scale) - first, math.ceil(bottom * scale) - upper
        return cls(scale, first, upper, max(1, width), max(1, height))


class Drawing:
    """
    A page that can be drawn.

    Args:
        page: The page, as pdfium has it.
        objects: What is painted on it.
        size: Its width and height in points.
    """

    def __init__(self, page: raw.FPDF_PAGE, objects: Objects, size: tuple[float, float]) -> None:
        self._page = page
        self._handles = objects.handles
        self._size = size
        self._unpacked = {each.order for each in objects.pictures if each.pixels <= MOST_PICTURE}

    def is_shown(self, order: int, kind: int) -> bool:
        """Tell whether an object is drawn where all of them are."""
        return kind != raw.FPDF_PAGEOBJ_IMAGE or order in self._unpacked

    def choose(self, is_active: Callable[[int, int], bool]) -> None:
        """Choose the objects that are drawn from now on, by their place in the order of painting and their kind."""
        for order, (kind, each) in enumerate(self._handles, 1):
            _ACTIVATE(each, is_active(order, kind))

    def switch(self, order: int, *, is_active: bool) -> None:
        """Choose whether one object is drawn from now on."""
        _ACTIVATE(self._handles[order - 1][1], is_active)

    def draw(self, window: Window, ground: int = WHITE) -> bytes:
        """Draw a part; a byte a pixel, from 0 for black, row by row."""
        scale, left, top, width, height = window
        pixels = (ctypes.c_ubyte * (width * height))()
        bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_Gray, pixels, width)
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, ground)
        page_size = (max(1, math.ceil(points * scale)) for points in self._size)
        raw.FPDF_RenderPageBitmap(bitmap, self._page, -left, -top, *page_size, 0, raw.FPDF_RENDER_NO_SMOOTHIMAGE)
        raw.FPDFBitmap_Destroy(bitmap)
        return bytes(pixels)

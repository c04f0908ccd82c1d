"""Objects of text drawn large, with what lies over them and without: how much of a character is seen."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from govdisclosure.pdfium.drawing import BLACK, Window
from govdisclosure.pdfium.pixels import CONTRAST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.pdfium.drawing import Drawing
    from govdisclosure.pdfium.matrix import Matrix
    from govdisclosure.pdfium.objects import Objects
    from govdisclosure.pdfium.pages import Box

SCALE: Final = 6.0
"""Pixels to a point: pdfium puts letters at whole pixels, and a stroke has several."""

MARGIN: Final = 1.0
"""Points around an object that are drawn, too."""

MOST_DRAWN: Final = 300
"""For how many objects that is done; where more lie below others, all are in doubt. A page has 200 figures."""

IN_DOUBT: Final = 0.5
"""The share where that is not looked at."""

WITHIN: Final = 0.8
"""The share of the darkest ink that a pixel has within a stroke, and not at its side."""


class _Views(NamedTuple):
    """A part of a page: as it is seen, without an object of text, and the object alone, on black and on white."""

    window: Window
    shown: bytes
    without: bytes
    on_black: bytes
    on_white: bytes


class CloseUp:
    """
    The objects of text of a page, each drawn when it is asked for.

    Args:
        drawing: The page.
        objects: What is painted on it.
        screen: From the space of the page to where it is shown.
    """

    def __init__(self, drawing: Drawing, objects: Objects, screen: Matrix) -> None:
        self._drawing = drawing
        self._texts = objects.texts
        self._screen = screen
        self._views: dict[int, _Views] = {}

    def share(self, run: int, box: Box) -> float:
        """
        Give the share of the ink of a character that is seen, where others may lie over it.

        Args:
            run: The address of the object of text to which it belongs.
            box: The bounds of the character, in points from the left upper corner of the page as it is shown.
        """
        views = self._views.get(run)
        if views is None:
            if len(self._views) >= MOST_DRAWN:
                return IN_DOUBT
            views = self._views[run] = self._drawn(run)
        pixels = list(_pixels(views, box))
        most = max((ink for ink, _ in pixels), default=0)
        inked = [is_seen for ink, is_seen in pixels if ink >= max(most * WITHIN, CONTRAST)]
        return sum(inked) / len(inked) if inked else 0.0

    def _drawn(self, run: int) -> _Views:
        order, _, bounds = self._texts[run]
        left, top, right, bottom = self._screen.bounds(*bounds)
        window = Window.on((left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN), SCALE)
        drawing = self._drawing
        drawing.choose(drawing.is_shown)
        shown = drawing.draw(window)
        drawing.switch(order, is_active=False)
        without = drawing.draw(window)
        drawing.choose(lambda at, _: at == order)
        return _Views(window, shown, without, drawing.draw(window, BLACK), drawing.draw(window))


def _pixels(views: _Views, box: Box) -> Iterator[tuple[int, bool]]:
    """Give how much ink each pixel of a character has, and whether it is seen."""
    window, shown, without, on_black, on_white = views
    left, top, right, bottom = (value * window.scale for value in box)
    columns = slice(max(math.floor(left) - window.left, 0), max(math.ceil(right) - window.left, 0))
    for row in range(max(math.floor(top) - window.top, 0), min(math.ceil(bottom) - window.top, window.height)):
        line = slice(row * window.width + columns.start, row * window.width + min(columns.stop, window.width))
        for seen, ground, dark, light in zip(shown[line], without[line], on_black[line], on_white[line], strict=True):
            # What is as light on black as on white is ink.
            yield 255 - light + dark, abs(ground - seen) >= CONTRAST

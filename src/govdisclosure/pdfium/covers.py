"""Boxes that are painted over figures and are seen to be there: nobody takes 79█ for 79."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govdisclosure.pdfium.objects import THIN
from govdisclosure.pdfium.pages import Box
from govdisclosure.pdfium.pixels import CONTRAST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.pdfium.matrix import Matrix
    from govdisclosure.pdfium.objects import Objects
    from govdisclosure.pdfium.pixels import Pixels

BESIDE: Final = 1.5
"""Points from a box to where its surroundings are looked at: beyond the rule of a cell that it fills."""

MOST_LOOKS: Final = 200_000
"""Pairs of a hidden figure and what may lie over it that are looked at; beyond, all are in doubt. A page has few."""


class Covers:
    """
    What may lie over the figures of a page.

    Args:
        objects: What is painted on the page.
        screen: From the space of the page to where it is shown.
        pixels: The page as it is seen.
    """

    def __init__(self, objects: Objects, screen: Matrix, pixels: Pixels) -> None:
        self._pixels = pixels
        self._texts = [(text.order, Box(*screen.bounds(*text.bounds)).middle) for text in objects.texts.values()]
        painted = [*objects.paths, *objects.pictures]
        boxes = ((each.order, Box(*screen.bounds(*each.bounds))) for each in painted)
        self._boxes = [(order, box) for order, box in boxes if min(box.width, box.height) >= THIN]
        self._left = MOST_LOOKS

    def show(self, order: int, ink: Box) -> bool:
        """
        Tell whether a person sees that something lies over a figure that is hidden.

        Args:
            order: The place of the figure in the order of painting.
            ink: Where it is.
        """
        self._left -= len(self._boxes)
        if self._left < 0:
            return True
        above = (each for each in self._boxes if each[0] > order and each[1].holds(ink.middle))
        return any(self._stands_out(box, ink) and not self._is_ground(number, box) for number, box in above)

    def _stands_out(self, box: Box, ink: Box) -> bool:
        """Tell whether a box is of another color than most of what is around it."""
        own = self._pixels.light(*ink.middle)
        around = [self._pixels.light(*place) for place in _around(box)]
        differences = [abs(light - own) >= CONTRAST for light in around if light is not None and own is not None]
        return sum(differences) * 2 > len(differences)

    def _is_ground(self, order: int, box: Box) -> bool:
        """Tell whether other text stands on a box, as on a slip that is pasted over a figure."""
        self._left -= len(self._texts)
        return any(number > order and box.holds(middle) for number, middle in self._texts)


def _around(box: Box) -> Iterator[tuple[float, float]]:
    """Give the places beside the sides and the corners of a box."""
    across = (box.left - BESIDE, (box.left + box.right) / 2, box.right + BESIDE)
    down = (box.top - BESIDE, (box.top + box.bottom) / 2, box.bottom + BESIDE)
    for x in across:
        for y in down:
            if not box.holds((x, y)):
                yield x, y

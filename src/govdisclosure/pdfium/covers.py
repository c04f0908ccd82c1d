"""Boxes that are painted over figures and are seen to be there: nobody takes 79█ for 79."""

from __future__ import annotations

from itertools import chain, product
from typing import TYPE_CHECKING, Final, NamedTuple

from govdisclosure.pdfium.objects import THIN
from govdisclosure.pdfium.pages import Box
from govdisclosure.pdfium.pixels import CONTRAST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.pdfium.matrix import Matrix
    from govdisclosure.pdfium.objects import Objects
    from govdisclosure.pdfium.pixels import Pixels

BESIDE: Final = 1.5
"""Points from a box to where its surroundings are looked at: beyond the rule of a cell that it fills."""

MOST_LOOKS: Final = 200_000
"""Pairs of a hidden figure and what may lie over it that are looked at; beyond, all are in doubt. A page has few."""


class _Cover(NamedTuple):
    """What may lie over a figure: its place in the order of painting, its bounds, and places on its frame."""

    order: int
    box: Box
    frame: list[tuple[float, float]]


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
        covers = [_Cover(each.order, Box(*screen.bounds(*each.bounds)), []) for each in objects.pictures]
        for path in objects.paths:
            frame = [screen.moved(*point) for point in chain.from_iterable(path.lines)] if path.pen else []
            covers.append(_Cover(path.order, Box(*screen.bounds(*path.bounds)), frame))
        self._covers = [cover for cover in covers if min(cover.box.width, cover.box.height) >= THIN]
        self._left = MOST_LOOKS

    def show(self, order: int, ink: Box) -> bool:
        """
        Tell whether a person sees that something lies over a figure that is hidden.

        Args:
            order: The place of the figure in the order of painting.
            ink: Where it is.
        """
        self._left -= len(self._covers)
        if self._left < 0:
            return True
        above = (cover for cover in self._covers if cover.order > order and cover.box.holds(ink.middle))
        return any(self._stands_out(cover, ink) and not self._is_ground(cover) for cover in above)

    def _stands_out(self, cover: _Cover, ink: Box) -> bool:
        """Tell whether a box is of another color than most of what is around it, or than its own frame."""
        self._left -= len(cover.frame)
        return self._differs(ink, _around(cover.box)) or self._differs(ink, cover.frame)

    def _differs(self, ink: Box, places: Iterable[tuple[float, float]]) -> bool:
        """Tell whether what is seen over a figure is lighter or darker than most of some places."""
        own = self._pixels.light(*ink.middle)
        around = [self._pixels.light(*place) for place in places]
        differences = [abs(light - own) >= CONTRAST for light in around if light is not None and own is not None]
        return sum(differences) * 2 > len(differences)

    def _is_ground(self, cover: _Cover) -> bool:
        """Tell whether other text stands on a box, as on a slip that is pasted over a figure."""
        self._left -= len(self._texts)
        return any(order > cover.order and cover.box.holds(middle) for order, middle in self._texts)


def _around(box: Box) -> Iterator[tuple[float, float]]:
    """Give the places beside the sides and the corners of a box."""
    across, down = box.middle
    columns = (box.left - BESIDE, across, box.right + BESIDE)
    rows = (box.top - BESIDE, down, box.bottom + BESIDE)
    for place in product(columns, rows):
        if place != box.middle:
            yield place

"""What is painted over part of a figure: boxes, curves, pens, pictures, and text that nobody sees."""

from __future__ import annotations

from collections import defaultdict
from enum import Enum
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from govdisclosure.pdfium.objects import DARK, THIN
from govdisclosure.pdfium.overlaps import is_large, tile_of, tiles_around
from govdisclosure.pdfium.pages import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.pdfium.matrix import Matrix
    from govdisclosure.pdfium.objects import Objects, Path, Point

TOUCH: Final = 0.1
"""Points by which something reaches over a figure that hides part of it: a quarter of the thinnest stroke."""

MOST_LOOKS: Final = 200_000
"""Pairs of a figure and what may lie over it that are looked at; beyond, all are taken for touched. A page has few."""


class Reach(Enum):
    """How much of the box of a figure lies below what is painted later."""

    NOTHING = "nothing"
    PART = "part"
    ALL = "all"


class Patch(NamedTuple):
    """What may lie over a figure: its place in the order of painting, and where it is."""

    order: int
    box: Box


class Touches:
    """
    What may lie over the figures of a page.

    Args:
        objects: What is painted on the page.
        screen: From the space of the page to where it is shown.
        unseen: Characters that are painted, but that nobody sees.
    """

    def __init__(self, objects: Objects, screen: Matrix, unseen: Iterable[Patch]) -> None:
        self._small: dict[tuple[float, float], list[Patch]] = defaultdict(list)
        self._large: list[Patch] = []
        self._left = MOST_LOOKS
        images = (
            Patch(each.order, Box(*screen.bounds(*each.bounds))) for each in chain(objects.pictures, objects.shadings)
        )
        drawn = chain.from_iterable(_patches(path, screen) for path in objects.paths)
        for patch in chain(images, drawn, unseen):
            place = self._large if is_large(patch.box) else self._small[tile_of(patch.box)]
            place.append(patch)

    def reach(self, order: int, ink: Box) -> Reach:
        """
        Tell how much of a figure may lie below something else.

        Args:
            order: The place of the figure in the order of painting.
            ink: Where it is.
        """
        reach = Reach.NOTHING
        for patch in chain(self._large, *(self._small.get(tile, ()) for tile in tiles_around(ink))):
            self._left -= 1
            if self._left < 0:
                return Reach.PART
            if patch.order > order and min(ink.shared(patch.box)) > TOUCH:
                reach = Reach.PART
                if patch.box.encloses(ink):
                    return Reach.ALL
        return reach


def _patches(path: Path, screen: Matrix) -> Iterator[Patch]:
    """Give what a path paints but dark lines: black on black hides nothing, and those through a figure strike it."""
    is_dark = path.light <= DARK
    # Of what is thin, only the bounds are known.
    if not path.lines:
        if not is_dark:
            yield Patch(path.order, Box(*screen.bounds(*path.bounds)))
        return
    for points in path.lines:
        corners = [screen.moved(*point) for point in points]
        box = _around(corners)
        if path.is_filled and not (is_dark and min(box.width, box.height) < THIN):
            yield Patch(path.order, box)
        if path.pen and not (path.light_of_pen <= DARK and path.pen < THIN):
            yield from (Patch(path.order, _around(side, path.pen / 2)) for side in pairwise(corners))


def _around(points: Iterable[Point], margin: float = 0.0) -> Box:
    across, down = zip(*points, strict=True)
    return Box(min(across) - margin, min(down) - margin, max(across) + margin, max(down) + margin)

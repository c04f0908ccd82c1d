"""How much of a character lies within what it is clipped to."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING, Final

from govdisclosure.pdfium.pages import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.pdfium.matrix import Matrix
    from govdisclosure.pdfium.objects import Paint, Point

INSET: Final = 0.3
"""Points from the bounds of a character to where its corners are looked for."""

MOST_CORNERS: Final = 500
"""Points of a shape that are gone through for each character that is clipped to it; what has more is in doubt."""

UNCUT: Final = 0.9
"""The share of a character of which the edge of a box leaves enough: of less, an 8 can be a 0."""

IN_DOUBT: Final = 0.5
"""The share of a character that is cut through."""


def share_within(ink: Box, paint: Paint, screen: Matrix) -> float:
    """
    Give the share of a character that lies within what it is clipped to.

    Args:
        ink: Its bounds on the page as it is shown.
        paint: How it is painted.
        screen: From the space of the page to where it is shown.
    """
    if paint.clip is None:
        return 1.0
    share = share_in(ink, Box(*screen.bounds(*paint.clip)))
    for shape in paint.shapes:
        corners = [[screen.moved(*point) for point in points] for points in shape]
        if sum(map(len, corners)) > MOST_CORNERS or not _holds_all(corners, ink):
            return min(share, IN_DOUBT)
    return share


def share_in(ink: Box, box: Box) -> float:
    """Give the share of a character that lies within a box."""
    width, height = ink.shared(box)
    if width <= 0 or height <= 0:
        return 0.0
    share = width * height / max(ink.width * ink.height, width * height)
    return share if share >= UNCUT else min(share, IN_DOUBT)


def _holds_all(shape: Sequence[Sequence[Point]], ink: Box) -> bool:
    """Tell whether the corners of a character, its middle and those of its sides lie within a shape."""
    across, down = ink.middle
    columns = (min(ink.left + INSET, across), across, max(ink.right - INSET, across))
    rows = (min(ink.top + INSET, down), down, max(ink.bottom - INSET, down))
    return all(_holds(shape, place) for place in product(columns, rows))


def _holds(shape: Sequence[Sequence[Point]], place: Point) -> bool:
    """Tell whether a place lies within a shape: a line from there to the right meets its outline an odd time."""
    met = sum(_meets(one, other, place) for points in shape for one, other in pairwise([*points, points[0]]))
    return met % 2 == 1


def _meets(one: Point, other: Point, place: Point) -> bool:
    (x0, y0), (x1, y1), (x, y) = one, other, place
    return (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0)

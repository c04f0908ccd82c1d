"""Files as LibreOffice prints them, and where cells stand on their pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from attrs import frozen
from PIL import Image, ImageChops

from support.oracle.cells import Altered
from support.oracle.documents import Draft
from support.oracle.pictures import Box, in_colour

_STEP: Final = 40


@frozen
class OfficeFile:
    """
    A file that an office prints.

    Args:
        name: How it is repeated.
        content: What it holds.
        suffix: The suffix of its name.
        cells: Its altered cells.
        draft: The report.
        plainly: Makes a file of the same cells, each with the plain figure that is given for it.
        coloured: The same file with empty altered cells, each of a colour of its own.
    """

    name: str
    content: bytes
    suffix: str
    cells: list[Altered]
    draft: Draft
    plainly: Callable[[Sequence[str]], bytes]
    coloured: bytes


def colour_of(number: int) -> tuple[int, int, int]:
    """Give a colour that no other cell has and no rule."""
    return (20 + _STEP * (number % 6), 20 + _STEP * (number // 6 % 6), 200 + 20 * (number // 36))


def places(content: bytes, count: int) -> list[tuple[int, Box] | None]:
    """Give the page and the place of each coloured cell; None of one that is on no page."""
    pages = in_colour(content)
    return [_place(pages, colour_of(number)) for number in range(count)]


def _place(pages: Sequence[Image.Image], colour: tuple[int, int, int]) -> tuple[int, Box] | None:
    for number, page in enumerate(pages):
        apart = ImageChops.difference(page, Image.new("RGB", page.size, colour))
        channels = [channel.point([255] * 5 + [0] * 251) for channel in apart.split()]
        box = ImageChops.darker(ImageChops.darker(channels[0], channels[1]), channels[2]).getbbox()
        if box is not None:
            left, top, right, bottom = box
            return number, Box(left + 0.5, top + 0.5, right - 0.5, bottom - 0.5)
    return None

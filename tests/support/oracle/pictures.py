"""Pictures of printed pages, and whether two cells look alike on them."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

if TYPE_CHECKING:
    from collections.abc import Sequence

DPI: Final = 200
_POINT: Final = DPI / 72
_INSET: Final = 3
"""Points of the picture that the rule around a cell takes."""
_INK: Final = 30
"""By how much a point differs from its ground, of 255, to be seen."""
_TRACE: Final = 14
"""By how much it differs where the edge of a character only touches it."""
_SHIFT: Final = 2
"""By how many points two like figures may be of different sizes: where they stand between points differs."""
_LEAST: Final = 3
"""How many points may differ: two digits of any font differ by more."""


class Box(NamedTuple):
    """A part of a page: its edges in points of 1/72 inch, from the left and from the top of the page as it is seen."""

    left: float
    top: float
    right: float
    bottom: float

    def of(self, page: Image.Image) -> Image.Image:
        """Cut it out of a picture, without the rules around it."""
        edges = [round(edge * _POINT) for edge in self]
        return page.crop((edges[0] + _INSET, edges[1] + _INSET, edges[2] - _INSET, edges[3] - _INSET))


def printed(content: bytes) -> list[Image.Image]:
    """
    Give the pages of a PDF as pictures in grey.

    They are drawn by poppler, which shares nothing with what reads PDF here; where it is not installed, by pdfium.
    """
    if shutil.which("pdftoppm") is None:
        return _by_pdfium(content)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "a.pdf"
        source.write_bytes(content)
        command = ["pdftoppm", "-q", "-gray", "-r", str(DPI), str(source), f"{folder}/p"]
        subprocess.run(command, check=True, timeout=120)  # noqa: S603 - a program of the machine, a file of our own
        return [_opened(path) for path in sorted(Path(folder).glob("p-*"))]


def in_colour(content: bytes) -> list[Image.Image]:
    """Give the pages of a PDF as pictures in colour, a point of the picture for each of 1/72 inch."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [page.render(scale=1).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def _opened(path: Path) -> Image.Image:
    with Image.open(io.BytesIO(path.read_bytes())) as picture:
        return picture.convert("L")


def _by_pdfium(content: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(content)
    try:
        document.init_forms()
        return [page.render(scale=_POINT, grayscale=True).to_pil().convert("L") for page in document]
    finally:
        document.close()


def has_ink(cell: Image.Image) -> bool:
    """Tell whether anything is seen in a cell but its ground."""
    return _mask(_differing(cell), _INK).getbbox() is not None


def look_alike(one: Image.Image, other: Image.Image) -> bool:
    """Tell whether two cells show the same, wherever in the cell it stands."""
    first, second = _differing(one), _differing(other)
    boxes = [_mask(each, _INK).getbbox() for each in (first, second)]
    if boxes[0] is None or boxes[1] is None:
        return boxes[0] == boxes[1]
    sizes = [(box[2] - box[0], box[3] - box[1]) for box in boxes if box is not None]
    if any(abs(a - b) > _SHIFT for a, b in zip(*sizes, strict=True)):
        return False
    width, height = (max(each) + 8 for each in zip(*sizes, strict=True))
    still = _placed(first, boxes[0], (4, 4), (width, height))
    moves = [(4 + x, 4 + y) for x in (0, -1, 1) for y in (0, -1, 1)]
    return any(_apart(still, _placed(second, boxes[1], move, (width, height))) <= _LEAST for move in moves)


def _differing(cell: Image.Image) -> Image.Image:
    """Give by how much each point differs from the ground, which most points have."""
    histogram: Sequence[int] = cell.histogram()
    ground = max(range(256), key=histogram.__getitem__)
    return ImageChops.difference(cell, Image.new("L", cell.size, ground))


def _mask(picture: Image.Image, least: int) -> Image.Image:
    return picture.point([0] * least + [255] * (256 - least))


def _placed(
    picture: Image.Image, box: tuple[int, int, int, int], at: tuple[int, int], size: tuple[int, int]
) -> Image.Image:
    result = Image.new("L", size, 0)
    result.paste(picture.crop(box), at)
    return result


def _apart(one: Image.Image, other: Image.Image) -> int:
    """Count the points that are seen in one and are not near anything in the other."""
    return sum(
        _count(ImageChops.subtract(_mask(a, _INK), _mask(b, _TRACE).filter(ImageFilter.MaxFilter(3))))
        for a, b in ((one, other), (other, one))
    )


def _count(mask: Image.Image) -> int:
    histogram: Sequence[int] = mask.histogram()
    return sum(histogram[128:])

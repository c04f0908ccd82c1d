"""The characters of a page: what each is, where it stands, and to which painted object it belongs."""

from __future__ import annotations

import ctypes
import math
import struct
from array import array
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from pypdfium2 import raw

from govdisclosure.pdfium.calls import ADDRESS, fast
from govdisclosure.pdfium.matrix import Matrix, turned
from govdisclosure.pdfium.objects import TooManyError
from govdisclosure.pdfium.pages import UNREADABLE, Box, Char

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.pdfium.objects import Bounds

SLANT: Final = math.radians(10)
"""The angle from which on text slants, as a watermark does; what lies a little askew does not."""

SKEW: Final = math.radians(0.05)
"""The angle from which on a page lies askew: over its width, 0.05 degrees lift a line by half a point."""

_BELOW: Final = 0.2
"""How far letters reach below the line that they stand on, in sizes."""

LEAST_SIZE: Final = 2.5
"""Points of letters that a person with good eyes can read: the smallest print in use has four."""

NARROWEST: Final = 0.12
"""The least width of a figure, in sizes: "1" has 0.25 in the narrowest fonts."""

IDEOGRAPHS: Final = 0x2E80
"""The first of the characters that fill the square of their letters, and for which pdfium has none of its own."""

_NO_CHARACTERS: Final = frozenset((0, 0xFFFE, 0xFFFF))
# pdfium tells a hyphen at the end of a line by a character of its own.
_HYPHEN: Final = 2


_OBJECT: Final = fast("FPDFText_GetTextObject", ADDRESS, ctypes.c_int)
_UNICODE: Final = fast("FPDFText_GetUnicode", ctypes.c_uint, ctypes.c_int)
_IS_UNMAPPED: Final = fast("FPDFText_HasUnicodeMapError", ctypes.c_int, ctypes.c_int)
_WAY: Final = fast("FPDFText_GetLooseCharBox", ctypes.c_int, ctypes.c_int, ADDRESS)
_ORIGIN: Final = fast("FPDFText_GetCharOrigin", ctypes.c_int, ctypes.c_int, *[ADDRESS] * 2)
_INK: Final = fast("FPDFText_GetCharBox", ctypes.c_int, ctypes.c_int, *[ADDRESS] * 4)
_MATRIX: Final = fast("FPDFText_GetMatrix", ctypes.c_int, ctypes.c_int, ADDRESS)
_SIZE: Final = fast("FPDFText_GetFontSize", ctypes.c_double, ctypes.c_int)
_FONT: Final = fast("FPDFTextObj_GetFont", ADDRESS)
_IS_EMBEDDED: Final = fast("FPDFFont_GetIsEmbedded", ctypes.c_int)
_DOUBLE: Final = ctypes.sizeof(ctypes.c_double)
_FLOATS: Final = struct.Struct("4f").unpack_from
_DOUBLES: Final = struct.Struct("4d").unpack_from
_PAIR: Final = struct.Struct("2d").unpack_from
# Made of all their fields at once, tuples with names take half the time.
_MAKE: Final = tuple.__new__


class Run:
    """
    What the characters of one painted object share.

    Args:
        address: What tells the object from all others.
        matrix: How its letters are turned and enlarged.
        size: Their size.
        is_embedded: Whether its font comes with the file.
        font: What tells its font from all others of the page.

    Attributes:
        is_straight: Whether they go straight to the right.
        bottom: The lower edge of the way of the last of them.
        foot: How high it stands.
    """

    __slots__ = ("address", "bottom", "font", "foot", "is_embedded", "is_straight", "matrix", "size")

    def __init__(self, address: int, matrix: Matrix, size: float, *, is_embedded: bool, font: int = 0) -> None:
        self.address: int = address
        self.matrix: Matrix = matrix
        self.size: float = size
        self.is_embedded: bool = is_embedded
        self.font: int = font
        self.is_straight: bool = matrix.a > 0 and not matrix.b and not matrix.c
        self.bottom: float = math.nan
        self.foot: float = 0.0


class Glyph(NamedTuple):
    """
    A character as pdfium gives it, in the space of its page.

    Args:
        text: The character.
        run: What it shares with its neighbours.
        origin: Where the pen begins.
        way: The bounds of what the pen passes.
        ink: The bounds of what is drawn.
    """

    text: str
    run: Run
    origin: tuple[float, float]
    way: Bounds
    ink: Bounds


class Placed(NamedTuple):
    """
    A character at its place on the page as it is shown.

    Args:
        char: The character.
        glyph: What pdfium gives.
        ink: Where its ink is.
        on_screen: Where that is on the page as it is shown, before it is turned upright.
        is_sure: Whether it stands as most of the page does, unmirrored, and is large enough to be read.
    """

    char: Char
    glyph: Glyph
    ink: Box
    on_screen: Box
    is_sure: bool


def glyphs_of(page: raw.FPDF_PAGE, most: int) -> list[Glyph]:
    """
    Give the characters of a page, in the order in which pdfium tells them.

    Raises:
        TooManyError: If they are more than they may be.
    """
    text = raw.FPDFText_LoadPage(page)
    try:
        count = raw.FPDFText_CountChars(text)
        if count > most:
            raise TooManyError
        return _glyphs(text, max(count, 0))
    finally:
        raw.FPDFText_ClosePage(text)


def _glyphs(text: raw.FPDF_TEXTPAGE, count: int) -> list[Glyph]:
    glyphs: list[Glyph] = []
    runs: dict[int, Run] = {}
    handle = ctypes.cast(text, ADDRESS).value or 0
    way, origin, ink = array("f", [0] * 4), array("d", [0] * 2), array("d", [0] * 4)
    way_place, x_place, ink_place = (numbers.buffer_info()[0] for numbers in (way, origin, ink))
    y_place = x_place + _DOUBLE
    # pdfium gives left, right, bottom, top of the ink, and left, top, right, bottom of the way.
    ink_places = [ink_place + _DOUBLE * at for at in (0, 2, 1, 3)]
    for at in range(count):
        key = _OBJECT(handle, at)
        # Blanks and ends of lines that pdfium adds belong to nothing that is painted.
        if not key:
            continue
        point = _UNICODE(handle, at)
        run = runs.get(key)
        if run is None:
            run = runs[key] = _run(handle, at, key)
        _WAY(handle, at, way_place)
        left, top, right, bottom = _FLOATS(way)
        # In a run that goes straight to the right, all that is as low as the first stands on its line.
        if run.is_straight and bottom == run.bottom:
            begin = (left, run.foot)
        else:
            _ORIGIN(handle, at, x_place, y_place)
            begin = _PAIR(origin)
            run.bottom, run.foot = bottom, begin[1]
        passed = inked = (left, bottom, right, top)
        if point < IDEOGRAPHS or right - left > 2 * run.size:
            _INK(handle, at, *ink_places)
            inked = _DOUBLES(ink)
        is_known = point not in _NO_CHARACTERS and _IS_UNMAPPED(handle, at) != 1
        character = _character(point) if is_known else UNREADABLE
        glyphs.append(_MAKE(Glyph, (character, run, begin, passed, inked)))
    return glyphs


@lru_cache(maxsize=4096)
def _character(point: int) -> str:
    if point == _HYPHEN:
        return "-"
    # Halves of characters beyond the first plane come where a platform has them so.
    return UNREADABLE if point > 0x10FFFF or 0xD800 <= point < 0xE000 else chr(point)


def _run(text: int, at: int, key: int) -> Run:
    numbers = array("f", [0] * 6)
    _MATRIX(text, at, numbers.buffer_info()[0])
    letters = Matrix(*numbers[:4])
    font = _FONT(key)
    size = _SIZE(text, at) * letters.scale
    return Run(key, letters, size, is_embedded=_IS_EMBEDDED(font) == 1, font=font or 0)


class Direction(NamedTuple):
    """Into which direction text goes: by how many quarters it is turned, and by how much it slants beside that."""

    quarters: int
    slant: float


@lru_cache(maxsize=1024)
def _direction(matrix: Matrix, shown: Matrix) -> Direction:
    # Up and down change places from the space of the page to the screen.
    angle = matrix.then(shown._replace(e=0.0, f=0.0)).angle
    quarters = round(angle / (math.pi / 2))
    return Direction(quarters % 4, angle - quarters * math.pi / 2)


class Setting:
    """
    How the text of a page is set: which way is upright.

    Args:
        glyphs: Its characters.
        screen: From the space of the page to where it is shown, from its left upper corner.
        width: Its width.
        height: Its height.

    Attributes:
        screen: From the space of the page to where it is shown.
        shown: The same if it is turned so that most of its text stands upright.
        width: Its width then.
        height: Its height then.
    """

    def __init__(self, glyphs: Sequence[Glyph], screen: Matrix, width: float, height: float) -> None:
        self.screen = screen
        turns: Counter[int] = Counter()
        slants: Counter[float] = Counter()
        runs = Counter(glyph.run for glyph in glyphs if not glyph.text.isspace())
        for run, count in runs.items():
            direction = _direction(run.matrix, screen)
            if abs(direction.slant) <= SLANT:
                turns[direction.quarters] += count
                slants[direction.slant] += count
        self._turn = max(turns, key=turns.__getitem__, default=0)
        self.width: float = height if self._turn % 2 else width
        self.height: float = width if self._turn % 2 else height
        corner = (Matrix(), Matrix(f=width), Matrix(e=width, f=height), Matrix(e=height))[self._turn]
        self._upright = screen.then(_QUARTERS[self._turn]).then(corner)
        slant = _median(slants)
        self._slant = slant if abs(slant) > SKEW else 0.0
        self._straight = turned(-self._slant)
        self.shown: Matrix = self._upright.then(self._straight)
        # Of the matrix, what tells how far down something is.
        self._feet = self.shown.b, self.shown.d, self.shown.f
        self._is_moved = bool(self._turn or self._slant)
        self._is_upright: dict[Run, bool] = {}

    def is_askew(self, run: Run) -> bool:
        """Tell whether characters slant over the page, as a watermark does."""
        return abs(_direction(run.matrix, self.screen).slant - self._slant) > SLANT

    def place(self, glyph: Glyph) -> Placed:
        """Give a character at its place."""
        _, run, (x, y), way, inked = glyph
        on_screen = ink = _MAKE(Box, self.screen.bounds(*inked))
        if self._is_moved:
            ink = self._box(inked)
            left, _, right, _ = self._box(way)
        else:
            # What fills the square of its letters passes what it inks.
            left, _, right, _ = ink if way is inked else self.screen.bounds(*way)
        size = run.size
        foot = self._feet[0] * x + self._feet[1] * y + self._feet[2]
        # In vertical writing, the pen passes the page from top to bottom.
        if right - left > 2 * size:
            middle = (ink.left + ink.right) / 2
            left, right = middle - size / 2, middle + size / 2
            foot = (ink.top + ink.bottom) / 2 + size * (0.5 - _BELOW)
        bottom = foot + size * _BELOW
        char = _MAKE(Char, (glyph.text, left, right, bottom - size, bottom, size, foot))
        is_upright = self._is_upright.get(run)
        if is_upright is None:
            quarters = _direction(run.matrix, self.screen).quarters
            is_upright = quarters == self._turn and not run.matrix.is_mirrored and size >= LEAST_SIZE
            self._is_upright[run] = is_upright
        return _MAKE(Placed, (char, glyph, ink, on_screen, is_upright and right - left >= NARROWEST * size))

    def _box(self, bounds: Bounds) -> Box:
        """Give a box as it is shown; if the page lies askew, around the same middle, without what askew corners add."""
        left, top, right, bottom = self._upright.bounds(*bounds)
        if not self._slant:
            return Box(left, top, right, bottom)
        sin, cos = abs(math.sin(self._slant)), math.cos(self._slant)
        width, height = right - left, bottom - top
        across, down = self._straight.moved((left + right) / 2, (top + bottom) / 2)
        # A box of w x h that is turned by an angle is as wide as w cos + h sin.
        half_width = max(width * cos - height * sin, 0) / (cos * cos - sin * sin) / 2
        half_height = max(height * cos - width * sin, 0) / (cos * cos - sin * sin) / 2
        return Box(across - half_width, down - half_height, across + half_width, down + half_height)


_QUARTERS: Final = (Matrix(), Matrix(0, -1, 1, 0), Matrix(-1, 0, 0, -1), Matrix(0, 1, -1, 0))
"""Back to upright, by so many quarters that text is turned to the right."""


def _median(slants: Counter[float]) -> float:
    half, passed = slants.total() / 2, 0
    for slant in sorted(slants):
        passed += slants[slant]
        if passed >= half:
            return slant
    return 0.0

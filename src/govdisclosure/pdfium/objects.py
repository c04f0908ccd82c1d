"""The objects that are painted on a page, in their order, those of forms in their places."""

from __future__ import annotations

import ctypes
import math
import operator
from array import array
from functools import partial
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pypdfium2 import raw

from govdisclosure.pdfium.calls import ADDRESS, fast
from govdisclosure.pdfium.matrix import SAME, Matrix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Bounds = tuple[float, float, float, float]
Point = tuple[float, float]
Shape = list[list[Point]]

THIN: Final = 3.0
"""Up to which width, in points, a box is a line: rules are drawn as either."""

DARK: Final = 150
"""How light text is at most, of 255, that is seen on every light ground."""

_HAIR: Final = 0.01
"""The width of the thinnest pen, which PDF writes as 0."""

_SIMPLE: Final = 6
"""Points of a box or a line; what has more is looked at point by point in any case."""

_UNKNOWN_OPACITY: Final = 254
"""Opaque, but not so surely that nobody looks at the pixels."""

_STEPS: Final = 8
"""Straight pieces by which a curve is told: one of the size of a figure lies within a tenth of a point of them."""

_DEEPEST: Final = 30
"""Forms in each other that are followed; of those beyond the fortieth, pdfium draws nothing."""

_OBJECT: Final = fast("FPDFPage_GetObject", ADDRESS, ctypes.c_int)
_COUNT_IN_FORM: Final = fast("FPDFFormObj_CountObjects", ctypes.c_int)
_OBJECT_IN_FORM: Final = fast("FPDFFormObj_GetObject", ADDRESS, ctypes.c_ulong)
_PIXEL_SIZE: Final = fast("FPDFImageObj_GetImagePixelSize", ctypes.c_int, *[ADDRESS] * 2)
_KIND: Final = fast("FPDFPageObj_GetType", ctypes.c_int)
_BOUNDS: Final = fast("FPDFPageObj_GetBounds", ctypes.c_int, *[ADDRESS] * 4)
_FILL_COLOR: Final = fast("FPDFPageObj_GetFillColor", ctypes.c_int, *[ADDRESS] * 4)
_STROKE_COLOR: Final = fast("FPDFPageObj_GetStrokeColor", ctypes.c_int, *[ADDRESS] * 4)
_STROKE_WIDTH: Final = fast("FPDFPageObj_GetStrokeWidth", ctypes.c_int, ADDRESS)
_MATRIX: Final = fast("FPDFPageObj_GetMatrix", ctypes.c_int, ADDRESS)
_MODE: Final = fast("FPDFTextObj_GetTextRenderMode", ctypes.c_int)
_HAS_TRANSPARENCY: Final = fast("FPDFPageObj_HasTransparency", ctypes.c_int)
_COUNT_MARKS: Final = fast("FPDFPageObj_CountMarks", ctypes.c_int)
_CLIP: Final = fast("FPDFPageObj_GetClipPath", ADDRESS)
_COUNT_CLIPS: Final = fast("FPDFClipPath_CountPaths", ctypes.c_int)
_COUNT_CLIP_SEGMENTS: Final = fast("FPDFClipPath_CountPathSegments", ctypes.c_int, ctypes.c_int)
_CLIP_SEGMENT: Final = fast("FPDFClipPath_GetPathSegment", ADDRESS, ctypes.c_int, ctypes.c_int)
_DRAW_MODE: Final = fast("FPDFPath_GetDrawMode", ctypes.c_int, *[ADDRESS] * 2)
_COUNT_SEGMENTS: Final = fast("FPDFPath_CountSegments", ctypes.c_int)
_SEGMENT: Final = fast("FPDFPath_GetPathSegment", ADDRESS, ctypes.c_int)
_SEGMENT_KIND: Final = fast("FPDFPathSegment_GetType", ctypes.c_int)
_POINT: Final = fast("FPDFPathSegment_GetPoint", ctypes.c_int, *[ADDRESS] * 2)

_ACTUAL_TEXT: Final = b"ActualText"
_LAYER: Final = "OC"


class TooManyError(Exception):
    """More is drawn on a page than it may hold, or deeper in forms."""


class Paint(NamedTuple):
    """
    How something is painted.

    Args:
        mode: How text is rendered, 3 and 7 not at all.
        light: How light its color is, from 0 (black) to 255.
        opacity: From 0 to 255.
        is_blended: Whether it is blended with what is below it.
        clip: The bounds outside which it is not seen, None where it is seen everywhere.
        shapes: What it is clipped to beside boxes; the points of each by its parts.
        is_in_layer: Whether it belongs to a layer, which may be off.
    """

    mode: int
    light: float
    opacity: int
    is_blended: bool
    clip: Bounds | None
    shapes: tuple[Shape, ...]
    is_in_layer: bool


class Text(NamedTuple):
    """An object of text: its place in the order of painting, how it is painted, its bounds in the space of its page."""

    order: int
    paint: Paint
    bounds: Bounds


class Path(NamedTuple):
    """
    A path, in the space of its page.

    Args:
        order: Its place in the order of painting.
        bounds: Its bounds.
        lines: The points of each of its parts; none where only its bounds are known.
        is_filled: Whether it is filled.
        pen: How wide the line is with which it is stroked; 0 where it is not.
        is_curved: Whether it has curves.
        light: How light it is filled.
        light_of_pen: How light the line is with which it is stroked.
    """

    order: int
    bounds: Bounds
    lines: Shape
    is_filled: bool
    pen: float
    is_curved: bool
    light: float
    light_of_pen: float


class Picture(NamedTuple):
    """A picture: its place in the order of painting, its bounds in the space of its page, and its size in pixels."""

    order: int
    bounds: Bounds
    pixels: int


class Objects:
    """
    What is painted on a page.

    Args:
        page: The page, as pdfium has it.
        most: How many objects and points of paths there may be.

    Attributes:
        texts: Objects of text, by their addresses.
        paths: Paths.
        pictures: Pictures.
        shadings: Where colors pass into each other; they have no pixels of their own.
        others: How many things there are whose looks only pdfium knows: forms, shadings.
        handles: The kind of each but forms, and its address, which tells it from all others.
    """

    def __init__(self, page: raw.FPDF_PAGE, most: int) -> None:
        self.texts: dict[int, Text] = {}
        self.paths: list[Path] = []
        self.pictures: list[Picture] = []
        self.shadings: list[Picture] = []
        self.others: int = 0
        self.handles: list[tuple[int, int]] = []
        self.drawn: int = 0
        self._most = most
        self._floats = array("f", [0] * 4)
        self._bytes = array("I", [0] * 4)
        self._float_places = _places(self._floats)
        self._byte_places = _places(self._bytes)
        self._take(raw.FPDFPage_CountObjects(page), partial(_OBJECT, ctypes.cast(page, ADDRESS).value), SAME, 0)

    def _take(self, count: int, object_at: Callable[[int], int], matrix: Matrix, depth: int) -> None:
        self._count(count)
        if depth > _DEEPEST:
            raise TooManyError
        for at in range(count):
            each = object_at(at)
            kind = _KIND(each)
            if kind == raw.FPDF_PAGEOBJ_FORM:
                self.others += 1
                inner = _COUNT_IN_FORM(each), partial(_OBJECT_IN_FORM, each)
                self._take(*inner, _matrix_of(each).then(matrix), depth + 1)
                continue
            self.handles.append((kind, each))
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                self.texts[each] = Text(len(self.handles), self._paint(each, matrix), self._bounds(each, matrix))
            elif kind == raw.FPDF_PAGEOBJ_PATH:
                self._take_path(each, matrix)
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self.pictures.append(Picture(len(self.handles), self._bounds(each, matrix), _pixels(each)))
            else:
                self.others += 1
                self.shadings.append(Picture(len(self.handles), self._bounds(each, matrix), 0))

    def _count(self, things: int) -> None:
        self.drawn += things
        if self.drawn > self._most:
            raise TooManyError

    def _bounds(self, each: int, matrix: Matrix) -> Bounds:
        _BOUNDS(each, *self._float_places)
        left, bottom, right, top = self._floats
        bounds = left, bottom, right, top
        return bounds if matrix is SAME else matrix.bounds(*bounds)

    def _color(self, each: int, mode: int) -> tuple[float, int]:
        """Give how light a color is, and how opaque: that of the pen where only the outline is drawn."""
        is_known = (_STROKE_COLOR if mode == 1 else _FILL_COLOR)(each, *self._byte_places)
        red, green, blue, opacity = self._bytes
        return 0.3 * red + 0.59 * green + 0.11 * blue, opacity if is_known else _UNKNOWN_OPACITY

    def _paint(self, each: int, matrix: Matrix) -> Paint:
        mode = _MODE(each)
        light, opacity = self._color(each, mode)
        is_blended = bool(_HAS_TRANSPARENCY(each))
        clip, shapes = self._clip(each, matrix)
        return Paint(mode, light, opacity, is_blended, clip, shapes, _is_in_layer(each))

    def _clip(self, each: int, matrix: Matrix) -> tuple[Bounds | None, tuple[Shape, ...]]:
        """Give the bounds to which something is clipped, and the shapes among what it is clipped to."""
        path = _CLIP(each)
        count = _COUNT_CLIPS(path) if path else 0
        clip: Bounds | None = None
        shapes: list[Shape] = []
        for number in range(max(count, 0)):
            size = _COUNT_CLIP_SEGMENTS(path, number)
            self._count(size)
            segments = (_CLIP_SEGMENT(path, number, at) for at in range(size))
            shape, is_curved = self._lines(segments, matrix)
            # Nothing is seen of what is clipped to nothing.
            points = list(chain.from_iterable(shape)) or [(0.0, 0.0)]
            across, up = zip(*points, strict=True)
            if is_curved or size > _SIMPLE or not _are_corners(points):
                shapes.append(shape)
            box = (min(across), min(up), max(across), max(up))
            clip = box if clip is None else _both(clip, box)
        return clip, tuple(shapes)

    def _point(self, segment: int) -> Point:
        x, y = self._float_places[:2]
        _POINT(segment, x, y)
        return self._floats[0], self._floats[1]

    def _take_path(self, each: int, matrix: Matrix) -> None:
        """Take a path; of a thin one that is filled its bounds tell all."""
        drawn = array("i", [0, 0])
        _DRAW_MODE(each, *_places(drawn))
        is_filled, is_stroked = map(bool, drawn)
        size = _COUNT_SEGMENTS(each)
        self._count(size)
        bounds = self._bounds(each, matrix)
        is_thin = min(bounds[2] - bounds[0], bounds[3] - bounds[1]) < THIN
        lines: Shape = []
        is_curved = False
        # The bounds of what is stroked are those of its line and the pen around it.
        pen = 0.0
        if is_stroked or size > _SIMPLE or not is_thin:
            moved = _matrix_of(each).then(matrix)
            segments = (_SEGMENT(each, at) for at in range(size))
            lines, is_curved = self._lines(segments, moved)
            pen = self._pen(each, moved) if is_stroked else 0.0
        light = self._color(each, 0)[0] if is_filled else 0.0
        light_of_pen = self._color(each, 1)[0] if is_stroked else 0.0
        order = len(self.handles)
        self.paths.append(Path(order, bounds, lines, is_filled, pen, is_curved, light, light_of_pen))

    def _pen(self, each: int, matrix: Matrix) -> float:
        """Give the width of a pen; what has none is a hair, which is drawn all the same."""
        _STROKE_WIDTH(each, self._float_places[0])
        return max(self._floats[0] * max(matrix.scale, math.hypot(matrix.a, matrix.b)), _HAIR)

    def _lines(self, segments: Iterable[int], matrix: Matrix) -> tuple[Shape, bool]:
        """Give the points of a path by its parts, and whether it curves."""
        lines: Shape = []
        is_curved = False
        controls: list[Point] = []
        for segment in segments:
            kind = _SEGMENT_KIND(segment)
            point = matrix.moved(*self._point(segment))
            if kind == raw.FPDF_SEGMENT_MOVETO or not lines:
                lines.append([])
            if kind == raw.FPDF_SEGMENT_BEZIERTO and lines[-1]:
                is_curved = True
                controls.append(point)
                if len(controls) == 3:
                    lines[-1].extend(_on_curve(lines[-1][-1], *controls))
                    controls = []
            else:
                lines[-1].append(point)
        return lines, is_curved


def _places(numbers: array[Any]) -> list[int]:
    """Give the addresses of numbers that stand one after the other."""
    first, count = numbers.buffer_info()
    return [first + at * numbers.itemsize for at in range(count)]


def _matrix_of(each: int) -> Matrix:
    numbers = array("f", [0] * 6)
    _MATRIX(each, numbers.buffer_info()[0])
    return Matrix(*numbers)


def _pixels(each: int) -> int:
    size = array("I", [0, 0])
    _PIXEL_SIZE(each, *_places(size))
    return size[0] * size[1]


def _is_in_layer(each: int) -> bool:
    """Tell whether an object is in a layer; what else its marks say in place of what is shown is taken from it."""
    is_in_layer = False
    for number in reversed(range(max(_COUNT_MARKS(each), 0))):
        handle = ctypes.cast(each, raw.FPDF_PAGEOBJECT)
        mark = raw.FPDFPageObj_GetMark(handle, number)
        # /Span << /ActualText (12) >> around a 10
        if raw.FPDFPageObjMark_GetParamValueType(mark, _ACTUAL_TEXT) != raw.FPDF_OBJECT_UNKNOWN:
            raw.FPDFPageObj_RemoveMark(handle, mark)
        else:
            is_in_layer = is_in_layer or _name_of(mark) == _LAYER
    return is_in_layer


def _name_of(mark: raw.FPDF_PAGEOBJECTMARK) -> str:
    name = (raw.FPDF_WCHAR * 8)()
    size = ctypes.c_ulong()
    raw.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), ctypes.byref(size))
    return bytes(name)[: max(size.value - 2, 0)].decode("utf-16-le", "replace")


def _on_curve(start: Point, one: Point, other: Point, end: Point) -> Iterator[Point]:
    """Give points on a Bézier curve, its end as the last."""
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        weights = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        x, y = (sum(map(operator.mul, weights, places)) for places in zip(start, one, other, end, strict=True))
        yield x, y


def _are_corners(points: list[Point]) -> bool:
    """Tell whether points are those of an upright box, one after the other: all sides go straight across or down."""
    rounded = [(round(x, 2), round(y, 2)) for x, y in points]
    is_straight = all(x0 == x1 or y0 == y1 for (x0, y0), (x1, y1) in pairwise([*rounded, rounded[0]]))
    return is_straight and len(set(rounded)) in {1, 2, 4}


def _both(one: Bounds, other: Bounds) -> Bounds:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])

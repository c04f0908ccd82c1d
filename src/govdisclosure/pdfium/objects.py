"""The objects that are painted on a page, in their order, those of forms in their places."""

from __future__ import annotations

import ctypes
import math
import operator
from functools import partial
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from pypdfium2 import raw

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
        handles: All but forms.
    """

    def __init__(self, page: raw.FPDF_PAGE, most: int) -> None:
        self.texts: dict[int, Text] = {}
        self.paths: list[Path] = []
        self.pictures: list[Picture] = []
        self.shadings: list[Picture] = []
        self.others = 0
        self.handles: list[tuple[int, raw.FPDF_PAGEOBJECT]] = []
        self.drawn = 0
        self._most = most
        self._floats = [ctypes.c_float() for _ in range(4)]
        self._bytes = [ctypes.c_uint() for _ in range(4)]
        self._float_places = [ctypes.byref(value) for value in self._floats]
        self._byte_places = [ctypes.byref(value) for value in self._bytes]
        self._take(raw.FPDFPage_CountObjects(page), partial(raw.FPDFPage_GetObject, page), SAME, 0)

    def _take(self, count: int, object_at: Callable[[int], raw.FPDF_PAGEOBJECT], matrix: Matrix, depth: int) -> None:
        self._count(count)
        if depth > _DEEPEST:
            raise TooManyError
        for at in range(count):
            each = object_at(at)
            kind = raw.FPDFPageObj_GetType(each)
            if kind == raw.FPDF_PAGEOBJ_FORM:
                self.others += 1
                inner = raw.FPDFFormObj_CountObjects(each), partial(raw.FPDFFormObj_GetObject, each)
                self._take(*inner, _matrix_of(each).then(matrix), depth + 1)
                continue
            self.handles.append((kind, each))
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                self.texts[address(each)] = Text(
                    len(self.handles), self._paint(each, matrix), self._bounds(each, matrix)
                )
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

    def _bounds(self, each: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> Bounds:
        raw.FPDFPageObj_GetBounds(each, *self._float_places)
        left, bottom, right, top = self._floats
        bounds = left.value, bottom.value, right.value, top.value
        return bounds if matrix is SAME else matrix.bounds(*bounds)

    def _color(self, each: raw.FPDF_PAGEOBJECT, mode: int) -> tuple[float, int]:
        """Give how light a color is, and how opaque: that of the pen where only the outline is drawn."""
        color = raw.FPDFPageObj_GetStrokeColor if mode == 1 else raw.FPDFPageObj_GetFillColor
        is_known = color(each, *self._byte_places)
        red, green, blue, opacity = (value.value for value in self._bytes)
        return 0.3 * red + 0.59 * green + 0.11 * blue, opacity if is_known else _UNKNOWN_OPACITY

    def _paint(self, each: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> Paint:
        mode = raw.FPDFTextObj_GetTextRenderMode(each)
        light, opacity = self._color(each, mode)
        is_blended = bool(raw.FPDFPageObj_HasTransparency(each))
        clip, shapes = self._clip(each, matrix)
        return Paint(mode, light, opacity, is_blended, clip, shapes, _is_in_layer(each))

    def _clip(self, each: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> tuple[Bounds | None, tuple[Shape, ...]]:
        """Give the bounds to which something is clipped, and the shapes among what it is clipped to."""
        path = raw.FPDFPageObj_GetClipPath(each)
        count = raw.FPDFClipPath_CountPaths(path) if path else 0
        clip: Bounds | None = None
        shapes: list[Shape] = []
        for number in range(max(count, 0)):
            size = raw.FPDFClipPath_CountPathSegments(path, number)
            self._count(size)
            segments = (raw.FPDFClipPath_GetPathSegment(path, number, at) for at in range(size))
            shape, is_curved = self._lines(segments, matrix)
            # Nothing is seen of what is clipped to nothing.
            points = list(chain.from_iterable(shape)) or [(0.0, 0.0)]
            across, up = zip(*points, strict=True)
            if is_curved or size > _SIMPLE or not _are_corners(points):
                shapes.append(shape)
            box = (min(across), min(up), max(across), max(up))
            clip = box if clip is None else _both(clip, box)
        return clip, tuple(shapes)

    def _point(self, segment: raw.FPDF_PATHSEGMENT) -> Point:
        x, y = self._float_places[:2]
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        return self._floats[0].value, self._floats[1].value

    def _take_path(self, each: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> None:
        """Take a path; of a thin one that is filled its bounds tell all."""
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(each, ctypes.byref(fill), ctypes.byref(stroke))
        size = raw.FPDFPath_CountSegments(each)
        self._count(size)
        bounds = self._bounds(each, matrix)
        is_thin = min(bounds[2] - bounds[0], bounds[3] - bounds[1]) < THIN
        lines: Shape = []
        is_curved = False
        # The bounds of what is stroked are those of its line and the pen around it.
        pen = 0.0
        if stroke.value or size > _SIMPLE or not is_thin:
            moved = _matrix_of(each).then(matrix)
            segments = (raw.FPDFPath_GetPathSegment(each, at) for at in range(size))
            lines, is_curved = self._lines(segments, moved)
            pen = self._pen(each, moved) if stroke.value else 0.0
        light = self._color(each, 0)[0] if fill.value else 0.0
        light_of_pen = self._color(each, 1)[0] if stroke.value else 0.0
        order = len(self.handles)
        self.paths.append(Path(order, bounds, lines, bool(fill.value), pen, is_curved, light, light_of_pen))

    def _pen(self, each: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> float:
        """Give the width of a pen; what has none is a hair, which is drawn all the same."""
        raw.FPDFPageObj_GetStrokeWidth(each, self._float_places[0])
        return max(self._floats[0].value * max(matrix.scale, math.hypot(matrix.a, matrix.b)), _HAIR)

    def _lines(self, segments: Iterable[raw.FPDF_PATHSEGMENT], matrix: Matrix) -> tuple[Shape, bool]:
        """Give the points of a path by its parts, and whether it curves."""
        lines: Shape = []
        is_curved = False
        controls: list[Point] = []
        for segment in segments:
            kind = raw.FPDFPathSegment_GetType(segment)
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


def address(each: raw.FPDF_PAGEOBJECT) -> int:
    """Give what tells an object from all others."""
    return ctypes.addressof(each.contents)


def _matrix_of(each: raw.FPDF_PAGEOBJECT) -> Matrix:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(each, ctypes.byref(matrix))
    return Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _pixels(each: raw.FPDF_PAGEOBJECT) -> int:
    width, height = ctypes.c_uint(), ctypes.c_uint()
    raw.FPDFImageObj_GetImagePixelSize(each, ctypes.byref(width), ctypes.byref(height))
    return width.value * height.value


def _is_in_layer(each: raw.FPDF_PAGEOBJECT) -> bool:
    """Tell whether an object is in a layer; what else its marks say in place of what is shown is taken from it."""
    is_in_layer = False
    for number in reversed(range(max(raw.FPDFPageObj_CountMarks(each), 0))):
        mark = raw.FPDFPageObj_GetMark(each, number)
        # /Span << /ActualText (12) >> around a 10
        if raw.FPDFPageObjMark_GetParamValueType(mark, _ACTUAL_TEXT) != raw.FPDF_OBJECT_UNKNOWN:
            raw.FPDFPageObj_RemoveMark(each, mark)
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

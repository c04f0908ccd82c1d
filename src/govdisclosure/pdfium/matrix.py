"""Affine matrices, as PDF has them: x' = a x + c y + e, y' = b x + d y + f."""

from __future__ import annotations

import math
from typing import Final, NamedTuple


class Matrix(NamedTuple):
    """An affine matrix."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, after: Matrix) -> Matrix:
        """Give what both do, one after the other."""
        return Matrix(
            self.a * after.a + self.b * after.c,
            self.a * after.b + self.b * after.d,
            self.c * after.a + self.d * after.c,
            self.c * after.b + self.d * after.d,
            self.e * after.a + self.f * after.c + after.e,
            self.e * after.b + self.f * after.d + after.f,
        )

    def moved(self, x: float, y: float) -> tuple[float, float]:
        """Give where a point comes to lie."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def bounds(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Give the bounds of a box that is moved: the least x and y, then the greatest."""
        # A page that is shown as it is: by far the most.
        a, b, c, d, e, f = self
        if not b and not c:
            x0, x1 = a * left + e, a * right + e
            y0, y1 = d * bottom + f, d * top + f
            return (x0, y1, x1, y0) if x0 <= x1 and y1 <= y0 else (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        corners = [self.moved(x, y) for x in (left, right) for y in (bottom, top)]
        across, down = zip(*corners, strict=True)
        return min(across), min(down), max(across), max(down)

    @property
    def angle(self) -> float:
        """The direction into which what went to the right goes now."""
        return math.atan2(self.b, self.a)

    @property
    def is_mirrored(self) -> bool:
        """Whether right and left change places."""
        return self.a * self.d - self.b * self.c < 0

    @property
    def scale(self) -> float:
        """By how much what is upright is enlarged."""
        return math.hypot(self.c, self.d)


def turned(angle: float) -> Matrix:
    """Give the matrix that turns by an angle, from x to y."""
    cos, sin = math.cos(angle), math.sin(angle)
    return Matrix(cos, sin, -sin, cos)


SAME: Final = Matrix()
"""The matrix that moves nothing."""

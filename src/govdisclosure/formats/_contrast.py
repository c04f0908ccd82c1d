"""Whether letters of one colour are seen on a ground of another, by the contrast of WCAG 2."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST_CONTRAST: Final = 1.5
"""
How many times brighter the brighter one of letters and ground is, from where on letters are seen.

On white, BFBFBF has 1.8; E0E0E0 has 1.3 and yellow 1.1.
"""


def luminance(colour: Iterable[float]) -> float:
    """Give how bright a colour is, from 0 to 1, of its red, green and blue, from 0 to 1."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def are_told_apart(letters: float, ground: float) -> bool:
    """Tell whether letters of one luminance are seen on a ground of another."""
    dark, light = sorted((letters, ground))
    return (light + 0.05) / (dark + 0.05) >= LEAST_CONTRAST

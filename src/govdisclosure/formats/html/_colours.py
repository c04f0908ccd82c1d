"""Colours of text and of the ground under it: whether one is seen on the other."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import frozen
from tinycss2 import color4

from govdisclosure.formats import _contrast
from govdisclosure.formats.html._thresholds import PALE_GREY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tinycss2.ast import Node

Colour: TypeAlias = "tuple[float, float, float, float]"
"""Red, green, blue and how opaque, each from 0 to 1."""

Colours: TypeAlias = "tuple[Colour, ...]"

BLACK: Final[Colour] = (0.0, 0.0, 0.0, 1.0)
WHITE: Final[Colour] = (1.0, 1.0, 1.0, 1.0)
CLEAR: Final[Colour] = (0.0, 0.0, 0.0, 0.0)
PALE: Final[Colour] = (PALE_GREY, PALE_GREY, PALE_GREY, 1.0)
"""A ground; an ink that is seen on it is seen on every paler one, since only a darker one can be seen on it."""


@frozen
class Gradient:
    """
    A run of colours, as ``linear-gradient(#fff, #eee)`` paints it.

    Args:
        colours: The colours that it leads from and to, in their order.
    """

    colours: Colours


_OF_THE_SYSTEM: Final = {
    **dict.fromkeys(("windowtext", "canvastext", "buttontext", "captiontext", "menutext", "infotext"), BLACK),
    **dict.fromkeys(("window", "canvas", "field", "buttonface", "infobackground", "menu"), WHITE),
}
_HEXADECIMAL: Final = re.compile("[0-9a-f]{3}(?:[0-9a-f]{3})?")
_NAMED: Final = re.compile("#[0-9a-f]{3}|(?![0-9a-f]+$)[a-z]+")
_NO_DIGIT: Final = re.compile("[^0-9a-f]")
_LONGEST_NAME: Final = 128


def colour_of(tokens: Sequence[Node]) -> Colour | None:
    """Give the colour that the value of a declaration names; None where it names none."""
    if len(tokens) != 1:
        return None
    token = tokens[0]
    if token.type == "ident" and token.lower_value in _OF_THE_SYSTEM:
        return _OF_THE_SYSTEM[token.lower_value]
    return _parsed(token)


def bare_colour_of(token: Node) -> Colour | None:
    """Give the colour that old pages name without its sign: ``color: ffffff``."""
    bare = token.serialize().lower() if token.type in {"ident", "number", "dimension"} else ""
    return _parsed(f"#{bare}") if _HEXADECIMAL.fullmatch(bare) else None


def _parsed(value: str | Node) -> Colour | None:
    try:
        colour = color4.parse_color(value)
        # rgb(none 0 0), hsl(0 0% 100%)
        colour = None if isinstance(colour, str | None) else colour.to("srgb")
    # color(), which names no space; oklab(1 0 0), of a space from which nothing is converted
    except (ValueError, NotImplementedError):
        return None
    # hsl(0 1e999 0)
    if colour is None or not all(map(math.isfinite, colour)):
        return None
    red, green, blue, alpha = map(_within, colour)
    return (red, green, blue, alpha)


def _within(share: float) -> float:
    return min(max(share, 0.0), 1.0)


def colour_of_attribute(value: str) -> Colour:
    """Give the colour that an attribute such as ``bgcolor`` names, by the rules for old pages."""
    name = value.strip().lower()
    # <font color="#FFF">, <font color="white">, but not <font color="rgb(0,0,0)">, of which the digits count
    colour = _parsed(name) if _NAMED.fullmatch(name) else None
    if colour is not None:
        return colour
    # <font color="FFFFF">
    digits = _NO_DIGIT.sub("0", name.removeprefix("#")[:_LONGEST_NAME]) or "0"
    digits += "0" * (-len(digits) % 3)
    length = len(digits) // 3
    parts = [digits[start : start + length][-8:] for start in range(0, len(digits), length)]
    while len(parts[0]) > 2 and all(part[0] == "0" for part in parts):
        parts = [part[1:] for part in parts]
    red, green, blue = (int(part[:2], 16) / (255 if length > 1 else 15) for part in parts)
    return (red, green, blue, 1.0)


def over(colour: Colour, ground: Colour) -> Colour:
    """Give the colour that is seen where one that may be partly clear lies over another."""
    share = colour[3]
    red, green, blue = (share * above + (1 - share) * below for above, below in zip(colour[:3], ground, strict=False))
    return (red, green, blue, 1.0)


def luminance(colour: Colour) -> float:
    """Give how bright a colour is, from 0 to 1."""
    return _contrast.luminance(colour[:3])


@lru_cache(maxsize=256)
def run_over(colours: Colours, ground: Colour) -> Colours:
    """Give the colours that are seen where a run of colours lies over another one, or over a part of it."""
    run = [over(colour, ground) for colour in colours]
    # Halfway from magenta to green, it is darker than both.
    between = [over((*before[:3], 0.5), behind) for before, behind in pairwise(run)]
    return (ground, *run, *between)


@lru_cache(maxsize=256)
def is_seen_on(ink: Colour, ground: Colour) -> bool:
    """Tell whether text in one colour is seen on a ground of another; most pages have few of them, and the same."""
    return _contrast.are_told_apart(luminance(over(ink, ground)), luminance(ground))


def is_pale(ground: Colour) -> bool:
    """Tell whether a ground is at least as bright as ``PALE``."""
    return is_opaque(ground) and luminance(ground) >= luminance(PALE)


def is_opaque(colour: Colour) -> bool:
    """Tell whether nothing is seen through a colour."""
    return colour[3] >= 1

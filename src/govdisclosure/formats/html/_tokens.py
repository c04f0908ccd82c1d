"""Values of declarations as they are written: lengths, lists, words."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tinycss2.ast import Node

    from govdisclosure.formats.html._colours import Colour, Gradient

Value: TypeAlias = "str | float | Colour | Gradient"
"""What a property is set to, as far as it matters: a keyword, a number of pixels or the like, a colour or several."""

Pair: TypeAlias = "tuple[str, Value]"
"""A property and its value."""

UNKNOWN: Final = math.nan
"""A number that the style sheet leaves to the browser: ``calc(…)``."""

PERCENT: Final = 5.0
"""Pixels for one in a hundred, as if of a column of 500."""

_PIXELS: Final = {
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "in": 96.0,
    "cm": 37.8,
    "mm": 3.78,
    "q": 0.945,
    **dict.fromkeys(("em", "rem", "ic"), 16.0),
    **dict.fromkeys(("ex", "ch"), 8.0),
    **dict.fromkeys(("vw", "vi", "vmax", "svw", "lvw", "dvw"), 12.8),
    **dict.fromkeys(("vh", "vb", "vmin", "svh", "lvh", "dvh"), 8.0),
    **dict.fromkeys(("lh", "rlh"), 20.0),
}
_CALCULATED: Final = re.compile(r"(?:calc|var|env|min|max|clamp|attr|round|abs|-webkit-calc)$")


def pixels(token: Node) -> float | None:
    """Give a length in pixels; UNKNOWN where it is computed, None where it is no length."""
    if token.type == "dimension":
        unit = _PIXELS.get(token.lower_unit)
        return None if unit is None else token.value * unit
    if token.type == "percentage":
        return float(token.value) * PERCENT
    # top: -5, as pages without a document type have it
    if token.type == "number":
        return float(token.value)
    # width: calc(1px + 2px)
    return UNKNOWN if token.type == "function" and _CALCULATED.match(token.lower_name) else None


def split_at_commas(tokens: Iterable[Node]) -> list[list[Node]]:
    """Cut a list at its commas."""
    parts: list[list[Node]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def is_sign(token: Node, signs: str) -> bool:
    """Tell whether a token is one of some signs: ``/`` in a font."""
    return bool(token.type == "literal" and token.value in signs)


def idents_among(tokens: Iterable[Node]) -> list[str]:
    """Give the words among tokens."""
    return [token.lower_value for token in tokens if token.type == "ident"]

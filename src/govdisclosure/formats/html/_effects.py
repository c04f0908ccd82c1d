"""What the style of an element does to the text in it."""

from __future__ import annotations

import enum
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from govdisclosure.formats.html._thresholds import LONGEST_STYLE

if TYPE_CHECKING:
    from collections.abc import Mapping


class Effect(enum.Enum):
    """What a style does to text, of several the first in this order."""

    GONE = "gone"
    """It is taken out of the page."""

    VEILED = "veiled"
    """It has its room, and nothing is seen there."""

    FADED = "faded"
    """It is not seen; a page also has this until its script has run, so it counts on a word or a cell only."""

    TINY = "tiny"
    """It has no size."""

    OUT_OF_SIGHT = "out of sight"
    """It stands beside the screen."""

    RAISED = "raised"
    WHITE = "white"
    """It is seen on another ground only, so that it is neither left out nor a digit of a number."""

    LOWERED = "lowered"
    STRUCK = "struck"
    BLOCK = "block"
    """It is a line of its own."""


def _pattern(style: str) -> re.Pattern[str]:
    return re.compile(style, re.IGNORECASE | re.DOTALL)


_EFFECTS: Final = {
    # <p style="display:none">
    Effect.GONE: _pattern(r"(?<![\w-])display\s*:\s*none(?![\w-])"),
    # <p style="visibility: hidden">
    Effect.VEILED: _pattern(r"(?<![\w-])visibility\s*:\s*(?:hidden|collapse)"),
    # <span style="opacity:0">
    Effect.FADED: _pattern(r"(?<![\w-])opacity\s*:\s*(?:0+(?:\.0*)?|\.0+)%?(?![.\w])"),
    # <span style="font-size:0pt">
    Effect.TINY: _pattern(r"font-size\s*:\s*0(?:\.0*)?(?![.0-9])"),
    # <span style="position:absolute;left:-9999px">, <span style="position:absolute;clip:rect(1px,1px,1px,1px)">,
    # <i style="display:inline-block;text-indent:-9999px">
    Effect.OUT_OF_SIGHT: _pattern(
        r"\A(?=.*position\s*:\s*(?:absolute|fixed)).*"
        r"(?:(?<![\w-])clip\s*:\s*rect\s*\((?:\s*[01](?:px)?[\s,]*){4}\)|(?<![\w-])(?:left|top)\s*:\s*-[0-9]{4})"
        r"|\A(?=.*display\s*:\s*inline-block).*text-indent\s*:\s*-[0-9]{4}"
    ),
    # <span style="vertical-align:super">
    Effect.RAISED: _pattern(r"vertical-align\s*:\s*super"),
    # <span style="color:#FFF">
    Effect.WHITE: _pattern(r"(?<![\w-])color\s*:\s*(?:#fff(?:fff)?|white|transparent)(?![\w-])"),
    # <span style="vertical-align:sub">
    Effect.LOWERED: _pattern(r"vertical-align\s*:\s*sub(?!\w)"),
    # <span style="text-decoration: underline line-through">
    Effect.STRUCK: _pattern(r"text-decoration(?:-line)?\s*:[^;]*line-through"),
    # <span style="display:table">
    Effect.BLOCK: _pattern(r"display\s*:\s*(?:block|flex|grid|list-item|table)"),
}
# <font color="#FFFFFF">
_WHITE: Final = frozenset({"#fff", "#ffffff", "white"})
# <b style="visibility:visible"> in a veiled element, <b style="font-size:16px"> in one without size
_SHOWN_AGAIN: Final = _pattern(r"visibility\s*:\s*visible|font-size\s*:\s*(?:[1-9]|0?\.[1-9])")
# <ol style="list-style:none">
_NO_NUMBERS: Final = _pattern(r"list-style(?:-type)?\s*:[^;]*none")

NO_FIGURE: Final = frozenset(
    {Effect.GONE, Effect.VEILED, Effect.FADED, Effect.OUT_OF_SIGHT, Effect.TINY, Effect.STRUCK}
)
"""What is done to a figure that is not seen, or is none."""


@lru_cache(maxsize=1024)
def effect_of(style: str) -> Effect | None:
    """Give what a style does to text; None where it does nothing that matters."""
    return next((effect for effect, pattern in _EFFECTS.items() if pattern.search(style, 0, LONGEST_STYLE)), None)


def is_shown_again(attributes: Mapping[str, str]) -> bool:
    """Tell whether an element shows itself in one that only gives its own words no room, or hides them."""
    return _SHOWN_AGAIN.search(attributes.get("style", "")) is not None


def is_white(attributes: Mapping[str, str]) -> bool:
    """Tell whether the words of a ``font`` are white."""
    return attributes.get("color", "").lower() in _WHITE


def has_no_numbers(attributes: Mapping[str, str]) -> bool:
    """Tell whether the items of a list show no numbers."""
    declarations = attributes.get("style", "").split(";")
    return any(_NO_NUMBERS.search(declaration, 0, LONGEST_STYLE) for declaration in declarations)

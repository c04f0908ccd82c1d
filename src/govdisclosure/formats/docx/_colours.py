"""Colours of letters and of the ground they stand on: whether anybody sees them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from govdisclosure.formats._contrast import are_told_apart, luminance
from govdisclosure.formats.docx._xml import W14, number, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.formats.docx._xml import Element

Colour: TypeAlias = tuple[int, int, int]

WHITE: Final[Colour] = (255, 255, 255)
UNKNOWN: Final[Colour] = (-1, -1, -1)
"""A ground of stripes or the like, on which nobody can tell what is seen; letters of a colour that is none."""

BLACK: Final[Colour] = (0, 0, 0)
_SHARE: Final = re.compile("pct([0-9]{1,2})")
_RGB: Final = re.compile("#?([0-9A-Fa-f]{6})")
_MARKERS: Final[dict[str | None, Colour]] = {
    "black": (0, 0, 0),
    "blue": (0, 0, 255),
    "cyan": (0, 255, 255),
    "darkBlue": (0, 0, 139),
    "darkCyan": (0, 139, 139),
    "darkGray": (169, 169, 169),
    "darkGreen": (0, 100, 0),
    "darkMagenta": (128, 0, 128),
    "darkRed": (139, 0, 0),
    "darkYellow": (128, 128, 0),
    "green": (0, 255, 0),
    "lightGray": (211, 211, 211),
    "magenta": (255, 0, 255),
    "red": (255, 0, 0),
    "white": WHITE,
    "yellow": (255, 255, 0),
}
"""The colours of markers by the names that Word has for them."""

_PALE: Final = ("background1", "light1", "bg1", "lt1")
_DARK: Final = ("text1", "dark1", "tx1", "dk1")
_WHOLE: Final = 100_000
_OF_ONE_COLOUR: Final = ("clear", "nil", "none", "solid")


def is_seen(colour: Colour | None, ground: Colour) -> bool:
    """Tell whether letters are seen; those whose colour is left to Word are on every ground that is known."""
    if UNKNOWN in {colour, ground}:
        return False
    return colour is None or are_told_apart(_luminance(colour), _luminance(ground))


def _luminance(colour: Colour) -> float:
    return luminance(part / 255 for part in colour)


def colour_of(stated: Element | None) -> Colour | None:
    """Give the colour of letters; None where it is left to Word, and what nobody knows where no colour is named so."""
    # <w:color w:val="FFFFFF"/>, <w:color w:val="auto"/>
    if stated is None:
        return None
    # <w:color w:val="000000" w:themeColor="background1"/>, as programs leave it: Word shows what the theme says.
    if stated.get(w("themeColor")) in _PALE and stated.get(w("themeShade")) is None:
        return WHITE
    named = stated.get(w("val"), "auto")
    return None if named == "auto" else _rgb(named) or UNKNOWN


def fillings_of(stated: Element) -> Iterator[Colour | None]:
    """Give the colours that fill letters in the newer way; None for one that is left to Word."""
    for one in stated.iter(f"{{{W14}}}srgbClr", f"{{{W14}}}schemeClr"):
        name = one.get(f"{{{W14}}}val")
        yield _of_theme(name, one) if name in _PALE or name in _DARK else _rgb(name)


def _of_theme(name: str | None, stated: Element) -> Colour:
    """Give white or black as they are made darker or lighter, in thousandths of a per cent."""
    # <w14:schemeClr w14:val="tx1"><w14:lumMod w14:val="50000"/><w14:lumOff w14:val="50000"/></w14:schemeClr>
    kept, added = (
        number(next((part.get(f"{{{W14}}}val") for part in stated.iter(f"{{{W14}}}{change}")), None), usual)
        for change, usual in (("lumMod", _WHOLE), ("lumOff", 0))
    )
    light = min(255 * ((kept if name in _PALE else 0) + added) // _WHOLE, 255)
    return light, light, light


def is_hollow(stated: Element) -> bool:
    """Tell whether letters are filled with nothing, or let the ground shine through."""
    # <w14:textFill><w14:noFill/></w14:textFill>
    return next(stated.iter(f"{{{W14}}}noFill", f"{{{W14}}}alpha"), None) is not None


def ground_of(shading: Element | None, marker: Element | None = None) -> Colour | None:
    """Give the ground that shading or a marker makes; None where there is none."""
    marked = None if marker is None else _MARKERS.get(marker.get(w("val")))
    if marked is not None or shading is None:
        return marked
    pattern = shading.get(w("val"), "clear")
    colour, fill = (_rgb(shading.get(w(name))) for name in ("color", "fill"))
    # <w:shd w:val="clear" w:fill="auto" w:themeFill="text1"/>
    if fill is None and shading.get(w("themeFill")) in _DARK:
        fill = BLACK
    # <w:shd w:val="clear" w:color="auto" w:fill="1F4E79"/>, <w:shd w:val="solid" w:color="000000"/>
    if pattern in _OF_ONE_COLOUR:
        return colour if pattern == "solid" else fill
    # <w:shd w:val="pct95" w:color="auto" w:fill="FFFFFF"/>; stripes are <w:shd w:val="thinHorzStripe"/>
    share = _SHARE.fullmatch(pattern)
    return UNKNOWN if share is None else _mixed(colour or BLACK, fill or WHITE, int(share[1]))


def _mixed(colour: Colour, fill: Colour, share: int) -> Colour:
    """Give the colour of which so many of a hundred points are one, and all others another."""
    red, green, blue = ((own * share + other * (100 - share)) // 100 for own, other in zip(colour, fill, strict=True))
    return red, green, blue


def _rgb(text: str | None) -> Colour | None:
    matched = None if text is None else _RGB.fullmatch(text)
    if matched is None:
        return None
    value = int(matched[1], 16)
    return value >> 16, value >> 8 & 255, value & 255

"""The colours of a workbook, and whether letters of one can be seen on a ground of another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import frozen

from govdisclosure.formats.xlsx._thresholds import LEAST_CONTRAST

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Colour: TypeAlias = tuple[float, float, float]
"""Red, green and blue, each from nought to one."""

WHITE: Final[Colour] = (1.0, 1.0, 1.0)
BLACK: Final[Colour] = (0.0, 0.0, 0.0)
_HEX: Final = re.compile("(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")
# -4.9989318521683403E-2
_TINT: Final = re.compile(r"-?[0-9](?:\.[0-9]{1,20})?(?:[eE]-?[0-9]{1,2})?")
# The eight colours that all palettes begin with, twice.
_EIGHT: Final = ("000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF")
_LETTERS: Final = 64
_GROUND: Final = 65
# In a theme, light and dark stand the other way round than its parts.
_THEME: Final = ("lt1", "dk1", "lt2", "dk2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
_PLAIN_THEME: Final = {"lt1": WHITE, "dk1": BLACK, "lt2": (0.91, 0.91, 0.91), "dk2": (0.27, 0.33, 0.42)}


@frozen
class Colours:
    """
    The colours that a workbook names.

    Args:
        palette: Those of its own palette, by their numbers.
        theme: Those of its theme, by their numbers.
    """

    palette: tuple[Colour, ...]
    theme: tuple[Colour | None, ...]

    def of(self, element: Element | None) -> Colour | None:
        """Give the colour that an element names; None if it names none, or one that is not known."""
        if element is None:
            return None
        # <color rgb="FFFFFFFF"/>
        colour = _from_hex(element.get("rgb"))
        # <color theme="0" tint="-0.05"/>
        theme, indexed = (element.get(name, "") for name in ("theme", "indexed"))
        if theme.isdecimal() and int(theme[:3]) < len(self.theme):
            colour = self.theme[int(theme[:3])]
        elif indexed.isdecimal():
            colour = self._indexed(int(indexed[:3]))
        return colour and _tinted(colour, element.get("tint", "0"))

    def _indexed(self, number: int) -> Colour | None:
        if number in {_LETTERS, _GROUND}:
            return BLACK if number == _LETTERS else WHITE
        if number < len(self.palette):
            return self.palette[number]
        return _from_hex(_EIGHT[number % 8]) if number < 2 * len(_EIGHT) else None


def colours_of(styles: Element, theme: Element | None) -> Colours:
    """Give the colours that a workbook names in its styles and its theme."""
    palette = tuple(_from_hex(each.get("rgb")) or BLACK for each in styles.iter("rgbColor"))
    scheme = None if theme is None else next(theme.iter("clrScheme"), None)
    named: dict[str, Colour | None] = dict(_PLAIN_THEME)
    for part in scheme if scheme is not None else ():
        # <a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>, <a:dk2><a:srgbClr val="1F497D"/></a:dk2>
        named[part.tag] = next((_from_hex(each.get("lastClr") or each.get("val")) for each in part), None)
    return Colours(palette, tuple(named.get(name) for name in _THEME))


def is_seen(letters: Colour, ground: Colour) -> bool:
    """Tell whether letters can be told from their ground, by the contrast of WCAG 2."""
    dark, light = sorted((_luminance(letters), _luminance(ground)))
    return (light + 0.05) / (dark + 0.05) >= LEAST_CONTRAST


def _luminance(colour: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _from_hex(text: str | None) -> Colour | None:
    matched = _HEX.fullmatch(text or "")
    if matched is None:
        return None
    red, green, blue = (int(matched[1][place : place + 2], 16) / 255 for place in (0, 2, 4))
    return red, green, blue


def _tinted(colour: Colour, tint: str) -> Colour:
    """Make a colour lighter by a share of what is left to white, or darker by one of itself."""
    share = float(tint) if _TINT.fullmatch(tint) else 0.0
    towards = WHITE if share > 0 else BLACK
    red, green, blue = (part + (end - part) * min(abs(share), 1) for part, end in zip(colour, towards, strict=True))
    return red, green, blue

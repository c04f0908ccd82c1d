"""The colours of a workbook, and whether letters of one can be seen on a ground of another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import frozen

from govdisclosure.formats._contrast import are_told_apart, luminance

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Colour: TypeAlias = tuple[float, float, float]
"""Red, green and blue, each from nought to one."""

WHITE: Final[Colour] = (1.0, 1.0, 1.0)
BLACK: Final[Colour] = (0.0, 0.0, 0.0)
UNKNOWN: Final[Colour] = (-1.0, -1.0, -1.0)
"""A colour that is named, but not known: nobody can tell whether it is seen."""
_HEX: Final = re.compile("(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")
# -4.9989318521683403E-2
_TINT: Final = re.compile(r"-?[0-9](?:\.[0-9]{1,20})?(?:[eE]-?[0-9]{1,2})?")
# What Excel paints by these numbers where a workbook has no palette of its own; it begins with eight colours, twice.
_EIGHT: Final = "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF"
_PALETTE: Final = (
    f"{_EIGHT} {_EIGHT}"
    " 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF"
    " 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99"
    " 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
).split()
# Of letters and of their ground, as the system has them; 32767 is what older workbooks call letters of no colour.
_SYSTEM: Final = {64: BLACK, 65: WHITE, 32767: BLACK}
_NAMES: Final = ("rgb", "theme", "indexed")
# In a theme, light and dark stand the other way round than its parts.
_THEME: Final = ("lt1", "dk1", "lt2", "dk2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
_PLAIN_THEME: Final = {"lt1": WHITE, "dk1": BLACK, "lt2": (0.91, 0.91, 0.91), "dk2": (0.27, 0.33, 0.42)}


@frozen
class Colours:
    """
    The colours that a workbook names.

    Args:
        palette: Those of its own palette, by their numbers; None for one that is not known.
        theme: Those of its theme, by their numbers; the same.
    """

    palette: tuple[Colour | None, ...]
    theme: tuple[Colour | None, ...]

    def of(self, element: Element | None) -> Colour | None:
        """Give the colour that an element names, or ``UNKNOWN``; None if it names none."""
        # <color auto="1"/>
        if element is None or not any(element.get(name) for name in _NAMES):
            return None
        # <color rgb="FFFFFFFF"/>
        colour = _from_hex(element.get("rgb"))
        # <color theme="0" tint="-0.05"/>
        theme, indexed = (element.get(name, "") for name in ("theme", "indexed"))
        if theme.isdecimal():
            place = int(theme[:3])
            colour = self.theme[place] if place < len(self.theme) else None
        elif indexed.isdecimal():
            colour = self._indexed(int(indexed[:9]))
        return UNKNOWN if colour is None else _tinted(colour, element.get("tint", "0"))

    def _indexed(self, number: int) -> Colour | None:
        # <color indexed="64"/>
        if number in _SYSTEM:
            return _SYSTEM[number]
        if number < len(self.palette):
            return self.palette[number]
        return _from_hex(_PALETTE[number]) if number < len(_PALETTE) else None


def colours_of(styles: Element, theme: Element | None) -> Colours:
    """Give the colours that a workbook names in its styles and its theme."""
    palette = tuple(_from_hex(each.get("rgb")) for each in styles.iter("rgbColor"))
    scheme = None if theme is None else next(theme.iter("clrScheme"), None)
    named: dict[str, Colour | None] = dict(_PLAIN_THEME)
    for part in scheme if scheme is not None else ():
        # <a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>, <a:dk2><a:srgbClr val="1F497D"/></a:dk2>
        named[part.tag] = next((_from_hex(each.get("lastClr") or each.get("val")) for each in part), None)
    return Colours(palette, tuple(named.get(name) for name in _THEME))


def is_seen(letters: Colour, ground: Colour) -> bool:
    """Tell whether letters can surely be told from their ground."""
    return UNKNOWN not in {letters, ground} and are_told_apart(luminance(letters), luminance(ground))


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

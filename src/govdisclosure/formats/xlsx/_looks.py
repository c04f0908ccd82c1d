"""How the letters of a cell look: raised, struck out, or such that nobody can see them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element

from attrs import frozen

from govdisclosure.formats._marked import LOWERED, RAISED
from govdisclosure.formats.xlsx import _numbers
from govdisclosure.formats.xlsx._colours import BLACK, WHITE, Colour, Colours, colours_of, is_seen
from govdisclosure.formats.xlsx._thresholds import LEAST_SIZE
from govdisclosure.formats.xlsx._xml import OFF, ON, below, number_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_RAISED: Final = {"superscript": RAISED, "subscript": LOWERED}
_SIZE: Final = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,9})?")


@frozen
class Font:
    """
    How letters look.

    Args:
        raised: ``RAISED`` or ``LOWERED`` if they do not stand in the line.
        struck: Whether a line goes through them.
        colour: Their colour; None if it is not known.
        size: How large they are, in points; nought if that is not known.
    """

    raised: str = ""
    struck: bool = False
    colour: Colour | None = BLACK
    size: float = 0

    def is_seen(self, grounds: tuple[Colour, ...]) -> bool:
        """Tell whether the letters are seen on each of some grounds."""
        colour = self.colour
        is_tiny = 0 < self.size <= LEAST_SIZE
        return not is_tiny and (colour is None or all(is_seen(colour, ground) for ground in grounds))


PLAIN: Final = Font()


@frozen
class Style:
    """
    What a style does to its cells.

    Args:
        code: The format of their numbers.
        bordered: Whether they have a line on some side.
        font: How their letters look.
        grounds: The colours behind them; none where these are not known.
        crossed: Whether a line goes from corner to corner.
        repeated: Whether what stands in them is repeated until they are full.
        across: Whether what stands in them stands in the middle of the blank cells beside them, too.
    """

    code: str = _numbers.GENERAL
    bordered: bool = False
    font: Font = PLAIN
    grounds: tuple[Colour, ...] = (WHITE,)
    crossed: bool = False
    repeated: bool = False
    across: bool = False

    @cached_property
    def is_plain(self) -> bool:
        """Whether its letters stand in the line, whole and seen."""
        font = self.font
        return not font.raised and not font.struck and font.is_seen(self.grounds)


@frozen
class Change:
    """
    What a rule does to the look of the cells for which it holds; None for what it leaves as it is.

    Args:
        code: The format of their numbers.
        struck: Whether a line goes through them.
        colour: The colour of their letters.
        grounds: The colours behind them.
    """

    code: str | None = None
    struck: bool | None = None
    colour: Colour | None = None
    grounds: tuple[Colour, ...] | None = None


def styles_of(root: Element | None, theme: Element | None) -> tuple[list[Style], list[Change], Colours]:
    """Give the styles of a workbook, the changes of looks that rules can make, and its colours."""
    root = Element("styleSheet") if root is None else root
    colours = colours_of(root, theme)
    changes = [change_of(each, colours) for each in below(root, "dxfs")]
    return list(_styles(root, colours)), changes, colours


def _styles(root: Element, colours: Colours) -> Iterator[Style]:
    codes = {number_of(each.get("numFmtId")): each.get("formatCode", "") for each in below(root, "numFmts")}
    fonts = [font_of(each, colours) for each in below(root, "fonts")]
    fills = [_grounds(each, colours) for each in below(root, "fills")]
    borders = below(root, "borders")
    for style in below(root, "cellXfs"):
        code, font, fill, line = (number_of(style.get(f"{name}Id")) for name in ("numFmt", "font", "fill", "border"))
        border = borders[line] if line < len(borders) else None
        alignment = style.find("alignment")
        horizontal = "" if alignment is None else alignment.get("horizontal", "")
        yield Style(
            codes.get(code) or _numbers.BUILT_IN.get(code, _numbers.GENERAL),
            bordered=border is not None and any(map(_is_line, border)),
            font=fonts[font] if font < len(fonts) else PLAIN,
            grounds=fills[fill] if fill < len(fills) else (WHITE,),
            crossed=border is not None and _is_crossed(border),
            repeated=horizontal == "fill",
            across=horizontal == "centerContinuous",
        )


def font_of(element: Element, colours: Colours) -> Font:
    """Read how letters look, of a style or of a run."""
    alignment, colour, size = (element.find(name) for name in ("vertAlign", "color", "sz"))
    points = "" if size is None else size.get("val", "")
    return Font(
        "" if alignment is None else _RAISED.get(alignment.get("val", ""), ""),
        struck=bool(_switch(element, "strike")),
        colour=BLACK if colour is None or colour.get("auto") in ON else colours.of(colour),
        size=float(points) if _SIZE.fullmatch(points) else 0,
    )


def change_of(element: Element, colours: Colours) -> Change:
    """Read what a rule does to the look of cells."""
    font, fill, code = (element.find(name) for name in ("font", "fill", "numFmt"))
    return Change(
        None if code is None else code.get("formatCode"),
        None if font is None else _switch(font, "strike"),
        None if font is None else colours.of(font.find("color")),
        None if fill is None else _grounds(fill, colours, of_rule=True),
    )


def _switch(element: Element, name: str) -> bool | None:
    switch = element.find(name)
    return None if switch is None else switch.get("val", "1") not in OFF


def _grounds(fill: Element, colours: Colours, *, of_rule: bool = False) -> tuple[Colour, ...]:
    """Give the colours of a fill; none where these are not known."""
    # <gradientFill><stop position="0"><color rgb="FFFFFFFF"/></stop>
    named = [colours.of(stop.find("color")) for stop in fill.iter("stop")]
    pattern = fill.find("patternFill")
    if pattern is not None:
        kind = pattern.get("patternType", "solid" if of_rule else "none")
        if kind == "none":
            return (WHITE,)
        # Of one colour, that of a style is the first, black where none is named, that of a rule the second.
        name = "bgColor" if of_rule else "fgColor"
        stated = pattern.find(name)
        only = BLACK if stated is None and not of_rule else colours.of(stated)
        # What mixes two is as light as the paper for the most part.
        named = [only if kind == "solid" else WHITE]
    return tuple(colour for colour in named if colour is not None)


def _is_line(side: Element) -> bool:
    return side.get("style", "none") != "none"


def _is_crossed(border: Element) -> bool:
    # <border diagonalUp="1"><diagonal style="thin"/></border>
    diagonal = border.find("diagonal")
    drawn = diagonal is not None and _is_line(diagonal)
    return drawn and any(border.get(name) in ON for name in ("diagonalUp", "diagonalDown"))

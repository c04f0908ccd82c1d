"""How the letters of a cell look: raised, struck out, or such that nobody can see them."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element

import attrs
from attrs import frozen

from govdisclosure.form.stand_ins import LOWERED, RAISED
from govdisclosure.formats._picture_fonts import has_pictures
from govdisclosure.formats.xlsx import _numbers
from govdisclosure.formats.xlsx._colours import BLACK, UNKNOWN, WHITE, Colour, Colours, colours_of, is_seen
from govdisclosure.formats.xlsx._thresholds import LEAST_SIZE, MOST_GROUNDS
from govdisclosure.formats.xlsx._xml import OFF, ON, below, number_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_RAISED: Final = {"superscript": RAISED, "subscript": LOWERED}
_NAMES: Final = ("name", "rFont")
_INDENTED: Final = ("left", "right", "distributed")
_FLOWING: Final = ("", "general", "left")
_SIZE: Final = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,9})?")


@frozen(cache_hash=True)
class Font:
    """
    How letters look.

    Args:
        raised: ``RAISED`` or ``LOWERED`` if they do not stand in the line.
        struck: Whether a line goes through them.
        colour: Their colour.
        size: How large they are, in points; nought if that is not known.
        name: The name of the font; nothing if that is not known.
    """

    raised: str = ""
    struck: bool = False
    colour: Colour = BLACK
    size: float = 0
    name: str = ""

    def is_seen(self, grounds: tuple[Colour, ...]) -> bool:
        """Tell whether the letters are seen, as such, on each of some grounds."""
        if has_pictures(self.name):
            return False
        is_tiny = 0 < self.size <= LEAST_SIZE
        return not is_tiny and all(is_seen(self.colour, ground) for ground in grounds)


PLAIN: Final = Font()


@frozen(cache_hash=True)
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


@frozen(cache_hash=True)
class Style:
    """
    What a style does to its cells.

    Args:
        code: The format of their numbers.
        bordered: Whether they have a line on some side.
        font: How their letters look.
        grounds: The colours behind them; none where a fill names none.
        crossed: Whether a line goes from corner to corner.
        repeated: Whether what stands in them is repeated until they are full.
        across: Whether what stands in them stands in the middle of the blank cells beside them, too.
        fitted: Whether what stands in them is made smaller until there is room for it, or turned.
        indent: By how many steps it stands away from the side of the cell.
        flowing: Whether words that are too wide go on over a blank cell at their right.
    """

    code: str = _numbers.GENERAL
    bordered: bool = False
    font: Font = PLAIN
    grounds: tuple[Colour, ...] = (WHITE,)
    crossed: bool = False
    repeated: bool = False
    across: bool = False
    fitted: bool = False
    indent: int = 0
    flowing: bool = True

    @cached_property
    def is_plain(self) -> bool:
        """Whether its letters stand in the line, whole and seen."""
        font = self.font
        return not font.raised and not font.struck and font.is_seen(self.grounds)


@lru_cache(maxsize=256)
def changed(style: Style, change: Change) -> Style:
    """Give a style as it is while a rule holds; a sheet has few, for all of its cells."""
    font = attrs.evolve(
        style.font,
        colour=style.font.colour if change.colour is None else change.colour,
        struck=style.font.struck if change.struck is None else change.struck,
    )
    return attrs.evolve(style, font=font, grounds=style.grounds if change.grounds is None else change.grounds)


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
    borders = [(any(map(_is_line, each)), _is_crossed(each)) for each in below(root, "borders")]
    for style in below(root, "cellXfs"):
        code, font, fill, line = (number_of(style.get(f"{name}Id")) for name in ("numFmt", "font", "fill", "border"))
        bordered, crossed = borders[line] if line < len(borders) else (False, False)
        alignment = style.find("alignment")
        aligned = {} if alignment is None else alignment.attrib
        horizontal = aligned.get("horizontal", "")
        yield Style(
            codes.get(code) or _numbers.BUILT_IN.get(code, _numbers.GENERAL),
            bordered=bordered,
            font=fonts[font] if font < len(fonts) else PLAIN,
            grounds=fills[fill] if fill < len(fills) else (WHITE,),
            crossed=crossed,
            repeated=horizontal == "fill",
            across=horizontal == "centerContinuous",
            # <alignment horizontal="left" indent="2"/>
            indent=number_of(aligned.get("indent")) if horizontal in _INDENTED else 0,
            fitted=aligned.get("shrinkToFit") in ON or aligned.get("textRotation", "0") != "0",
            flowing=horizontal in _FLOWING and aligned.get("wrapText") not in ON,
        )


def font_of(element: Element, colours: Colours) -> Font:
    """Read how letters look, of a style or of a run."""
    alignment, colour, size = (element.find(name) for name in ("vertAlign", "color", "sz"))
    # <name val="宋体"/>, of runs <rFont val="宋体"/>
    name = next((each.get("val", "") for each in element if each.tag in _NAMES), "")
    points = "" if size is None else size.get("val", "")
    return Font(
        "" if alignment is None else _RAISED.get(alignment.get("val", ""), ""),
        struck=bool(_switch(element, "strike")),
        colour=colours.of(colour) or BLACK,
        size=float(points) if _SIZE.fullmatch(points) else 0,
        name=name,
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
    """Give the colours of a fill; none where it names none."""
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
        # What mixes two is as light as the ground of the pattern for the most part.
        named = [only if kind == "solid" else _ground_of_pattern(pattern, colours)]
    return grounds_of(named)


def grounds_of(named: Iterable[Colour | None]) -> tuple[Colour, ...]:
    """Give the colours behind a cell, each once; of too many that nobody knows which."""
    grounds = tuple(dict.fromkeys(colour for colour in named if colour is not None))
    return grounds if len(grounds) <= MOST_GROUNDS else (UNKNOWN,)


def _ground_of_pattern(pattern: Element, colours: Colours) -> Colour | None:
    ground = pattern.find("bgColor")
    # <bgColor indexed="64"/>
    is_stated = ground is not None and ground.get("indexed") != "64" and ground.get("auto") not in ON
    return colours.of(ground) if is_stated else WHITE


def _is_line(side: Element) -> bool:
    return side.get("style", "none") != "none"


def _is_crossed(border: Element) -> bool:
    # <border diagonalUp="1"><diagonal style="thin"/></border>
    diagonal = border.find("diagonal")
    drawn = diagonal is not None and _is_line(diagonal)
    return drawn and any(border.get(name) in ON for name in ("diagonalUp", "diagonalDown"))

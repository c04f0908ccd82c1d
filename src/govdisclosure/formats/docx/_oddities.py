"""Words that are seen otherwise than they stand there: unseen, tiny, piled, turned, cut off, or pictures."""

from __future__ import annotations

import re
from operator import add
from typing import TYPE_CHECKING, Final

from govdisclosure.form.stand_ins import LOWERED, RAISED
from govdisclosure.formats._picture_fonts import has_pictures
from govdisclosure.formats.docx._colours import BLACK, colour_of, fillings_of, ground_of, is_hollow, is_seen
from govdisclosure.formats.docx._thresholds import (
    DIGIT_TO_SIZE,
    LEAST_HEIGHT,
    LEAST_SIZE,
    LEAST_WIDTH,
    LINE,
    MOST_OUTSIDE,
    MOST_PILED,
    USUAL_SIZE,
    WIDEST,
)
from govdisclosure.formats.docx._xml import OFF, child_of, stated, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govdisclosure.formats.docx._colours import Colour
    from govdisclosure.formats.docx._xml import Element

_MEASURE: Final = re.compile(r"([+-]?[0-9]{1,9})(?:\.[0-9]{1,9})?(pt|in|cm|mm|pc|pi)?")
_POINTS: Final[dict[str | None, float]] = {"pt": 1, "in": 72, "cm": 28.35, "mm": 2.835, "pc": 12, "pi": 12}
_TWIPS: Final = 20
# A hundredth of a character whose size is 21 half points is 2.1 twips wide.
_HUNDREDTHS: Final = 10
INDENT: Final = w("ind")
_INDENTS: Final = "/".join((w("p"), w("pPr"), INDENT))
_HALF_POINTS: Final = 2


def measure(text: str | None, default: int, of_point: int) -> int:
    """
    Give a measure that a document states; the default where it states none.

    Args:
        text: The measure: a number, or one with its unit.
        default: What holds where there is none.
        of_point: How many of what is measured in make a point.
    """
    # -20, 1.5pt
    matched = None if text is None else _MEASURE.match(text)
    if matched is None:
        return default
    return int(int(matched[1]) * of_point * _POINTS[matched[2]]) if matched[2] else int(matched[1])


def is_too_low(height: Element | None, above: int = 0) -> bool:
    """Tell whether a row has a height that cuts off whatever stands in it, below so many lines."""
    # <w:trHeight w:val="20" w:hRule="exact"/>
    if height is None or height.get(w("hRule")) != "exact":
        return False
    return _twips(height, "val") < LEAST_HEIGHT + above * LINE * _TWIPS


def _twips(parent: Element, name: str, default: int = LEAST_HEIGHT) -> int:
    return measure(parent.get(w(name)), default, _TWIPS)


def is_outside(properties: Mapping[str, Element]) -> bool:
    """Tell whether the lines of a paragraph are cut off, or begin outside of what it stands in."""
    lines, indent = properties.get("spacing"), properties.get("ind")
    # <w:spacing w:line="20" w:lineRule="exact"/>, and <w:spacing w:line="20"/>, of which 240 are a whole line
    rule, height = ("atLeast", 0) if lines is None else (lines.get(w("lineRule")), _twips(lines, "line"))
    if height < LEAST_HEIGHT and (rule == "exact" or (rule != "atLeast" and height)):
        return True
    if indent is None:
        return False
    # <w:ind w:left="-420" w:firstLine="420"/>
    return _indent(indent, "left", "start") + _of_first_line(indent) < -MOST_OUTSIDE


def _indent(indent: Element, *names: str) -> int:
    """Give an indent by any of its names, in twips."""
    for name in names:
        if indent.get(w(name)) is not None:
            return _twips(indent, name, 0)
    # <w:ind w:leftChars="200"/>, of which a hundred are one character
    chars = (measure(indent.get(w(f"{name}Chars")), 0, 1) for name in names)
    return next((count * USUAL_SIZE // _HUNDREDTHS for count in chars if count), 0)


def _of_first_line(indent: Element) -> int:
    return _indent(indent, "firstLine") - _indent(indent, "hanging")


def is_without_room(cell: Element, width: Element | None, margins: Element | None, *, has_indents: bool) -> bool:
    """
    Tell whether words have no room in a cell, because of its margins or the indents of its paragraphs.

    Args:
        cell: The cell.
        width: What it says of its width.
        margins: What it says of its margins.
        has_indents: Whether paragraphs of its table have indents.
    """
    # Most cells say nothing of either, which is soon known.
    if margins is None and not (has_indents and next(cell.iter(INDENT), None) is not None):
        return False
    indents = cell.findall(_INDENTS)
    # <w:tcMar><w:left w:w="9000" w:type="dxa"/></w:tcMar>
    sides = (child_of(margins, name) for name in ("left", "start", "right", "end"))
    taken = sum(_twips(side, "w", 0) for side in sides if side is not None)
    # <w:ind w:left="5000"/>, and <w:ind w:right="-5000"/> beside the cell
    rights = [_indent(indent, "right", "end") for indent in indents]
    lefts = [_indent(indent, "left", "start") + max(_of_first_line(indent), 0) for indent in indents]
    most = max(map(add, lefts, rights), default=0)
    # <w:tcW w:w="737" w:type="dxa"/>
    known = _twips(width, "w", 0) if width is not None and width.get(w("type")) == "dxa" else 0
    return min(rights, default=0) < -MOST_OUTSIDE or taken + most > max(known or WIDEST, MOST_OUTSIDE)


def _value(properties: Mapping[str, Element], name: str) -> str | None:
    one = properties.get(name)
    return None if one is None else one.get(w("val"))


def shift_of(properties: Mapping[str, Element]) -> str:
    """Give a mark for words that are raised or lowered; nothing for others."""
    alignment, position = _value(properties, "vertAlign"), measure(_value(properties, "position"), 0, _HALF_POINTS)
    if alignment == "subscript" or position < 0:
        return LOWERED
    return RAISED if alignment == "superscript" or position > 0 else ""


def size_of(properties: Mapping[str, Element]) -> int:
    """Give the size of words in half points."""
    return measure(_value(properties, "sz"), USUAL_SIZE, _HALF_POINTS)


def _is_unseen(properties: Mapping[str, Element], ground: Colour) -> bool:
    colour, marker = colour_of(properties.get("color")), properties.get("highlight")
    own_ground = ground_of(properties.get("shd"), marker) or ground
    # Word leaves letters black below a black marker, which is how people black them out, and others make them white.
    if colour is None and ground_of(None, marker) is not None:
        colour = BLACK
    if not is_seen(colour, own_ground):
        return True
    # Programs that do not know the newer way show the colour.
    filling = properties.get("textFill")
    if filling is None:
        return False
    return is_hollow(filling) or not all(is_seen(one, own_ground) for one in fillings_of(filling))


def _is_hidden_somewhere(properties: Mapping[str, Element], _ground: Colour) -> bool:
    """Tell whether words are hidden on the web only, or as only the end of a paragraph can be."""
    return any(stated(properties.get(switch)) for switch in ("specVanish", "webHidden"))


def _is_tiny(properties: Mapping[str, Element], _ground: Colour) -> bool:
    return size_of(properties) < LEAST_SIZE or measure(_value(properties, "w"), 100, 1) < LEAST_WIDTH


def _is_piled(properties: Mapping[str, Element], _ground: Colour) -> bool:
    """Tell whether digits lie on each other because they are too close."""
    # <w:spacing w:val="-100"/>
    return -measure(_value(properties, "spacing"), 0, _TWIPS) > MOST_PILED * DIGIT_TO_SIZE * size_of(properties)


def is_fitted(properties: Mapping[str, Element]) -> bool:
    """Tell whether words fill a room of some width, so that their number tells how they are seen."""
    # <w:fitText w:val="100" w:id="1"/>
    return "fitText" in properties


def is_pressed(properties: Mapping[str, Element], size: int, text: str) -> bool:
    """Tell whether the digits of a text of some size lie on each other, pressed into too little room."""
    room = measure(_value(properties, "fitText"), 0, _TWIPS) if is_fitted(properties) else 0
    return 0 < room < (1 - MOST_PILED) * DIGIT_TO_SIZE * size * len(text)


def _is_rearranged(properties: Mapping[str, Element], _ground: Colour) -> bool:
    """Tell whether words run from right to left, or stand above each other in one line."""
    layout = properties.get("eastAsianLayout")
    combined = layout is not None and layout.get(w("combine"), "0") not in OFF
    return combined or bool(stated(properties.get("rtl")))


def _is_of_pictures(properties: Mapping[str, Element], _ground: Colour) -> bool:
    """Tell whether the font has pictures where others have letters."""
    # <w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>; １ is of the font for Chinese.
    fonts = properties.get("rFonts")
    return fonts is not None and any(has_pictures(fonts.get(w(name), "")) for name in ("ascii", "eastAsia"))


ODDITIES: Final = (_is_unseen, _is_hidden_somewhere, _is_tiny, _is_piled, _is_rearranged, _is_of_pictures)

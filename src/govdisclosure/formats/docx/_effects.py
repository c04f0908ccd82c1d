"""How words look: hidden, struck out, raised, or so that nobody sees them as they stand in the document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import attrs
from attrs import frozen

from govdisclosure.formats.docx._colours import WHITE, Colour, colour_of, filling_of, ground_of, is_hollow, is_seen
from govdisclosure.formats.docx._styles import REGIONS, stated_in
from govdisclosure.formats.docx._thresholds import (
    DIGIT_TO_SIZE,
    LEAST_HEIGHT,
    LEAST_SIZE,
    LEAST_WIDTH,
    MOST_OUTSIDE,
    MOST_PILED,
    USUAL_SIZE,
)
from govdisclosure.formats.docx._xml import Element, stated, value_of, w

if TYPE_CHECKING:
    from govdisclosure.formats.docx._styles import Styles

_MEASURE: Final = re.compile(r"([+-]?[0-9]{1,9})(?:\.[0-9]{1,9})?(pt|in|cm|mm|pc|pi)?")
_POINTS: Final[dict[str | None, float]] = {"pt": 1, "in": 72, "cm": 28.35, "mm": 2.835, "pc": 12, "pi": 12}
_TWIPS: Final = 20
_HALF_POINTS: Final = 2
# Their digits are pictures; those of the font Symbol are digits.
_PICTURES: Final = ("wingdings", "webdings", "marlett", "zapfdingbats", "zapf dingbats", "bookshelf", "mt extra")


@frozen
class Place:
    """
    Where a paragraph stands, as far as its words look different there.

    Args:
        ground: The colour of the ground.
        style: The style of the table; None outside of tables.
        regions: Names of the regions of the table that it is in and for which the style has looks of their own.
        is_cut_off: Whether the row is too low for any words.
        is_framed: Whether all paragraphs around it stand in one frame.
    """

    ground: Colour = WHITE
    style: str | None = None
    regions: frozenset[str] = frozenset()
    is_cut_off: bool = False
    is_framed: bool = False


PAGE: Final = Place()
"""The page itself."""


@frozen
class Look:
    """
    How words look.

    Args:
        is_hidden: Whether they are not shown at all.
        is_struck: Whether a line goes through them.
        shift: "^" for raised words, "_" for lowered ones, else nothing.
        is_doubly_hidden: Whether two styles hide them, which some programs take for none.
        properties: What else is said of them.
        ground: The colour of the ground.
    """

    is_hidden: bool
    is_struck: bool
    shift: str
    is_doubly_hidden: bool
    properties: Mapping[str, Element]
    ground: Colour

    def is_odd(self, text: str) -> bool:
        """Tell whether what is seen of these words may be something else than they are."""
        if not text.strip():
            return False
        return self.is_doubly_hidden or any(is_odd(self.properties, self.ground, text) for is_odd in _ODD)


@frozen
class _Style:
    """
    What styles say of words.

    Args:
        properties: Their properties.
        struck: How many kinds of styles strike them out.
        hidden: How many kinds of styles hide them.
    """

    properties: Mapping[str, Element]
    struck: int
    hidden: int


class Effects:
    """
    Tells how words look.

    Args:
        styles: The styles of the document.
    """

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._known: dict[tuple[object, ...], _Style] = {}

    def of_paragraph(self, paragraph: Element, place: Place) -> tuple[str | None, Place, bool]:
        """Give the style of a paragraph, its place with the ground that it has itself, and whether it looks odd."""
        style = value_of(paragraph.find(w("pPr")), "pStyle") or self._styles.usual
        properties = {**self._styles.looks(style, "pPr"), **stated_in(paragraph, "pPr")}
        ground = ground_of(properties.get("shd"))
        if ground is not None and ground != place.ground:
            place = attrs.evolve(place, ground=ground)
        # <w:framePr w:hAnchor="page" w:x="100"/>
        is_out_of_place = "framePr" in properties and not place.is_framed
        return style, place, place.is_cut_off or is_out_of_place or _is_outside(properties)

    def of_words(self, run: Element | None, paragraph: str | None, place: Place) -> Look:
        """
        Tell how words look.

        Args:
            run: The run that they are, if it says anything of its own.
            paragraph: The style of its paragraph.
            place: Where the paragraph stands.
        """
        return self._look(stated_in(run, "rPr"), paragraph, place)

    def of_number(self, paragraph: Element, level: Element, place: Place) -> Look:
        """
        Tell how the automatic number of a paragraph looks: as the end of the paragraph does.

        Args:
            paragraph: The paragraph.
            level: What declares the level of its list.
            place: Where the paragraph stands.
        """
        style, place, _ = self.of_paragraph(paragraph, place)
        return self._look(stated_in(paragraph.find(w("pPr")), "rPr") | stated_in(level, "rPr"), style, place)

    def _look(self, direct: Mapping[str, Element], paragraph: str | None, place: Place) -> Look:
        name = direct.get("rStyle")
        styled = self._styled(paragraph, None if name is None else name.get(w("val")), place)
        properties = {**styled.properties, **direct} if direct else styled.properties
        # One program lets a second style turn off what a first one turned on, and another does not.
        struck, hidden = stated(direct.get("strike")), stated(direct.get("vanish"))
        return Look(
            is_hidden=styled.hidden == 1 if hidden is None else hidden,
            is_struck=bool(stated(properties.get("dstrike")) or (styled.struck > 0 if struck is None else struck)),
            shift=_shift(properties),
            is_doubly_hidden=styled.hidden > 1 and hidden is None,
            properties=properties,
            ground=place.ground,
        )

    def _styled(self, paragraph: str | None, character: str | None, place: Place) -> _Style:
        key = (paragraph, character, place.style, place.regions)
        styled = self._known.get(key)
        if styled is None:
            looks = self._styles.looks
            levels = (
                *(self._styles.defaults, self._of_table(place)),
                *(looks(paragraph, "rPr"), looks(character, "rPr")),
            )
            merged: dict[str, Element] = {}
            for level in levels:
                merged.update(level)
            struck, hidden = (
                sum(bool(stated(level.get(switch))) for level in levels) for switch in ("strike", "vanish")
            )
            styled = self._known[key] = _Style(merged, struck, hidden)
        return styled

    def _of_table(self, place: Place) -> Mapping[str, Element]:
        merged = dict(self._styles.looks(place.style, "rPr"))
        regions = self._styles.regions(place.style)
        for name in REGIONS:
            if name in place.regions:
                merged.update(regions[name].words)
        return merged


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


def is_too_low(height: Element | None) -> bool:
    """Tell whether a row has a height that cuts off whatever stands in it."""
    # <w:trHeight w:val="20" w:hRule="exact"/>
    return height is not None and height.get(w("hRule")) == "exact" and _twips(height, "val") < LEAST_HEIGHT


def _twips(parent: Element, name: str, default: int = LEAST_HEIGHT) -> int:
    return measure(parent.get(w(name)), default, _TWIPS)


def _is_outside(properties: Mapping[str, Element]) -> bool:
    """Tell whether the lines of a paragraph are cut off, or begin outside of what it stands in."""
    lines, indent = properties.get("spacing"), properties.get("ind")
    # <w:spacing w:line="20" w:lineRule="exact"/>
    if lines is not None and lines.get(w("lineRule")) == "exact" and _twips(lines, "line") < LEAST_HEIGHT:
        return True
    if indent is None:
        return False
    # <w:ind w:left="-420" w:firstLine="420"/>
    left = _twips(indent, "left", _twips(indent, "start", 0))
    return left + _twips(indent, "firstLine", 0) - _twips(indent, "hanging", 0) < -MOST_OUTSIDE


def _value(properties: Mapping[str, Element], name: str) -> str | None:
    one = properties.get(name)
    return None if one is None else one.get(w("val"))


def _shift(properties: Mapping[str, Element]) -> str:
    """Give a mark for words that are raised or lowered; nothing for others."""
    alignment, position = _value(properties, "vertAlign"), measure(_value(properties, "position"), 0, _HALF_POINTS)
    if alignment == "subscript" or position < 0:
        return "_"
    return "^" if alignment == "superscript" or position > 0 else ""


def _size(properties: Mapping[str, Element]) -> int:
    return measure(_value(properties, "sz"), USUAL_SIZE, _HALF_POINTS)


def _is_unseen(properties: Mapping[str, Element], ground: Colour, _text: str) -> bool:
    own_ground = ground_of(properties.get("shd"), properties.get("highlight")) or ground
    if not is_seen(colour_of(properties.get("color")), own_ground):
        return True
    # Programs that do not know the newer way show the colour.
    filling = properties.get("textFill")
    return filling is not None and (is_hollow(filling) or not is_seen(filling_of(filling), own_ground))


def _is_hidden_somewhere(properties: Mapping[str, Element], _ground: Colour, _text: str) -> bool:
    """Tell whether words are hidden on the web only, or as only the end of a paragraph can be."""
    return any(stated(properties.get(switch)) for switch in ("specVanish", "webHidden"))


def _is_tiny(properties: Mapping[str, Element], _ground: Colour, _text: str) -> bool:
    return _size(properties) < LEAST_SIZE or measure(_value(properties, "w"), 100, 1) < LEAST_WIDTH


def _is_piled(properties: Mapping[str, Element], _ground: Colour, text: str) -> bool:
    """Tell whether digits lie on each other: too close, or pressed into too little room."""
    wide = DIGIT_TO_SIZE * _size(properties)
    # <w:spacing w:val="-100"/>
    if -measure(_value(properties, "spacing"), 0, _TWIPS) > MOST_PILED * wide:
        return True
    # <w:fitText w:val="100" w:id="1"/>
    room = measure(_value(properties, "fitText"), 0, _TWIPS)
    return 0 < room < (1 - MOST_PILED) * wide * len(text)


def _is_rearranged(properties: Mapping[str, Element], _ground: Colour, _text: str) -> bool:
    """Tell whether words run from right to left, or stand above each other in one line."""
    layout = properties.get("eastAsianLayout")
    combined = layout is not None and layout.get(w("combine"), "0") not in {"0", "false", "off"}
    return combined or bool(stated(properties.get("rtl")))


def _is_of_pictures(properties: Mapping[str, Element], _ground: Colour, _text: str) -> bool:
    """Tell whether the font has pictures where others have letters."""
    # <w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>
    fonts = properties.get("rFonts")
    return fonts is not None and fonts.get(w("ascii"), "").lower().startswith(_PICTURES)


_ODD: Final = (_is_unseen, _is_hidden_somewhere, _is_tiny, _is_piled, _is_rearranged, _is_of_pictures)

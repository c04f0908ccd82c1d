"""How words look: hidden, struck out, raised, or so that nobody sees them as they stand in the document."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, Final

import attrs
from attrs import field, frozen

from govdisclosure.formats.docx._colours import WHITE, Colour, ground_of
from govdisclosure.formats.docx._oddities import ODDITIES, is_fitted, is_outside, is_pressed, shift_of, size_of
from govdisclosure.formats.docx._styles import ASKED_OF_WORDS, REGIONS, laid_over, stated_by, stated_in
from govdisclosure.formats.docx._xml import Element, stated, w, written

if TYPE_CHECKING:
    from govdisclosure.formats.docx._styles import Styles


@frozen(cache_hash=True)
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
        shift: ``RAISED`` or ``LOWERED`` for words that are, else nothing.
        is_doubly_hidden: Whether two styles hide them, which some programs take for none.
        is_unclear: Whether what is seen of them may be something else than they are, whichever words they are.
        size: Their size in half points.
        properties: What else is said of them.
        is_plain: Whether they are seen as they stand there, whichever words they are.
    """

    is_hidden: bool
    is_struck: bool
    shift: str
    is_doubly_hidden: bool
    is_unclear: bool
    size: int
    properties: Mapping[str, Element]
    is_plain: bool = field(init=False)

    @is_plain.default
    def _is_plain(self) -> bool:
        is_unseen = self.is_hidden or self.is_doubly_hidden or self.is_unclear
        return not (is_unseen or self.is_struck or self.shift or is_fitted(self.properties))

    def is_odd(self, text: str) -> bool:
        """Tell whether what is seen of these words may be something else than they are."""
        is_odd = self.is_doubly_hidden or self.is_unclear or is_pressed(self.properties, self.size, text)
        return is_odd and bool(text.strip())


@frozen(eq=False)
class ParagraphLook:
    """
    How a paragraph looks.

    Args:
        named: The style that it names.
        style: The style that it has.
        place: Its place, with the ground that it has itself.
        is_odd: Whether its words are cut off, or stand somewhere else.
        plain: How words look in it that say nothing of themselves.
        words: How others look, by what they say, as far as that is known; one for all paragraphs of a style in a place.
    """

    named: str | None
    style: str | None
    place: Place
    is_odd: bool
    plain: Look
    words: dict[tuple[Hashable, ...], Look]


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
        self._known: dict[tuple[Hashable, ...], _Style] = {}
        # Most paragraphs and most words of a document say the same of themselves as some before them.
        self._paragraphs: dict[tuple[Hashable, ...], ParagraphLook] = {}
        self._words: dict[tuple[str | None, Place], dict[tuple[Hashable, ...], Look]] = {}
        # Many paragraphs are numbered by one level.
        self._numbers: dict[Element, Mapping[str, Element]] = {}

    def of_paragraph(self, properties: Element | None, named: str | None, place: Place) -> ParagraphLook:
        """
        Tell how a paragraph looks.

        Args:
            properties: What it says of itself.
            named: The style that it names.
            place: Where it stands.
        """
        own = stated_by(properties, "pPr")
        key = (named, place, *map(written, own.values()))
        known = self._paragraphs.get(key)
        if known is None:
            known = self._paragraphs[key] = self._paragraph(named, own, place)
        return known

    def _paragraph(self, named: str | None, own: Mapping[str, Element], place: Place) -> ParagraphLook:
        style = named if named in self._styles else self._styles.usual
        properties = laid_over(self._styles.looks(style, "pPr"), own)
        ground = ground_of(properties.get("shd"))
        if ground is not None and ground != place.ground:
            place = attrs.evolve(place, ground=ground)
        # <w:framePr w:hAnchor="page" w:x="100"/>
        is_out_of_place = "framePr" in properties and not place.is_framed
        is_odd = place.is_cut_off or is_out_of_place or is_outside(properties)
        words = self._words.setdefault((style, place), {})
        return ParagraphLook(named, style, place, is_odd, self._look({}, style, place), words)

    def of_words(self, properties: Element, paragraph: ParagraphLook) -> Look:
        """
        Tell how words look.

        Args:
            properties: What the run that they are says of itself.
            paragraph: How its paragraph looks.
        """
        key = tuple([written(one) for one in properties if one.tag in ASKED_OF_WORDS])
        look = paragraph.words.get(key)
        if look is None:
            direct = stated_by(properties, "rPr")
            look = paragraph.words[key] = self._look(direct, paragraph.style, paragraph.place)
        return look

    def of_number(self, properties: Element | None, level: Element, paragraph: ParagraphLook) -> Look:
        """
        Tell how the automatic number of a paragraph looks: as the end of the paragraph does.

        Args:
            properties: What the paragraph says of itself.
            level: What declares the level of its list.
            paragraph: How the paragraph looks.
        """
        if level not in self._numbers:
            self._numbers[level] = stated_in(level, "rPr")
        said = laid_over(stated_in(properties, "rPr"), self._numbers[level])
        return self._look(said, paragraph.style, paragraph.place)

    def _look(self, direct: Mapping[str, Element], paragraph: str | None, place: Place) -> Look:
        name = direct.get("rStyle")
        styled = self._styled(paragraph, None if name is None else name.get(w("val")), place)
        properties = laid_over(styled.properties, direct) if direct else styled.properties
        # One program lets a second style turn off what a first one turned on, and another does not.
        struck, hidden = stated(direct.get("strike")), stated(direct.get("vanish"))
        return Look(
            is_hidden=styled.hidden == 1 if hidden is None else hidden,
            is_struck=bool(stated(properties.get("dstrike")) or (styled.struck > 0 if struck is None else struck)),
            shift=shift_of(properties),
            is_doubly_hidden=styled.hidden > 1 and hidden is None,
            is_unclear=any(is_odd(properties, place.ground) for is_odd in ODDITIES),
            size=size_of(properties),
            properties=properties,
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
                merged = laid_over(merged, level)
            struck = sum(bool(stated(level.get("strike"))) for level in levels)
            hidden = sum(bool(stated(level.get("vanish"))) for level in levels)
            styled = self._known[key] = _Style(merged, struck, hidden)
        return styled

    def _of_table(self, place: Place) -> Mapping[str, Element]:
        merged = dict(self._styles.looks(place.style, "rPr"))
        regions = self._styles.regions(place.style)
        for name in REGIONS:
            if name in place.regions:
                merged = laid_over(merged, regions[name].words)
        return merged

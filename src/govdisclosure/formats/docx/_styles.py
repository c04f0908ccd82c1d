"""The styles of a document, as far as they tell something of its words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypeVar

from attrs import frozen

from govdisclosure.formats.docx._thresholds import MOST_BASES
from govdisclosure.formats.docx._xml import ON, W14, Element, attributes_laid_over, child_of, value_of, w

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govdisclosure.formats.docx._styles_part import StylesPart

_ID, _TYPE, _DEFAULT = map(w, ("styleId", "type", "default"))
_OF_RUNS: Final = (
    *("color", "dstrike", "eastAsianLayout", "fitText", "highlight", "position", "rFonts", "rStyle", "rtl", "shd"),
    *("spacing", "specVanish", "strike", "sz", "vanish", "vertAlign", "w", "webHidden"),
)
_OF_PARAGRAPHS: Final = ("framePr", "ind", "shd", "spacing")
_NAMES: Final[Mapping[str, Mapping[object, str]]] = {
    "rPr": {**{w(name): name for name in _OF_RUNS}, f"{{{W14}}}textFill": "textFill"},
    "pPr": {w(name): name for name in _OF_PARAGRAPHS},
    "tcPr": {w("shd"): "shd"},
}
"""What is asked of the properties of runs, paragraphs and cells."""

ASKED_OF_WORDS: Final = _NAMES["rPr"].keys()
"""The tags of what is asked of the properties of runs."""

INSIDE: Final = ("wholeTable", "band1Vert", "band2Vert", "band1Horz", "band2Horz")
CORNERS: Final = ("neCell", "nwCell", "seCell", "swCell")
REGIONS: Final = (*INSIDE, "firstCol", "lastCol", "firstRow", "lastRow", *CORNERS)
"""The regions of a table, those behind winning over those before."""

_IN_PARTS: Final = ("rFonts", "ind", "spacing")
"""Properties of which each attribute is said by itself: <w:ind w:right="0"/> leaves the indent at the left."""

_ASKED_OF_PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(map(w, ("ascii", "eastAsia", "end", "left", "line", "lineRule", "right", "start", "val")), ()),
    **dict.fromkeys(map(w, ("endChars", "startChars")), ()),
    w("firstLine"): tuple(map(w, ("hanging", "hangingChars"))),
    w("firstLineChars"): tuple(map(w, ("firstLine", "hanging", "hangingChars"))),
    w("hanging"): tuple(map(w, ("firstLine", "firstLineChars"))),
    w("hangingChars"): tuple(map(w, ("firstLine", "firstLineChars", "hanging"))),
    w("leftChars"): (w("left"),),
    w("rightChars"): (w("right"),),
}
"""What is asked of these, each with what says nothing any more where a level above states it."""

_T = TypeVar("_T")


def stated_in(parent: Element | None, part: str) -> dict[str, Element]:
    """Give what the properties of a run, a paragraph or a style state of its looks, by the names that Word has."""
    return stated_by(child_of(parent, part), part)


def stated_by(properties: Element | None, part: str) -> dict[str, Element]:
    """Give what these properties state of looks."""
    if properties is None:
        return {}
    names = _NAMES[part]
    return {names[one.tag]: one for one in properties if one.tag in names}


def laid_over(base: Mapping[str, Element], own: Mapping[str, Element]) -> dict[str, Element]:
    """Give what two levels of properties say together, by their names: of each the own one, or its attributes."""
    both = (name for name in _IN_PARTS if name in base and name in own)
    return {**base, **own, **{name: attributes_laid_over(base[name], own[name], _ASKED_OF_PARTS) for name in both}}


@frozen
class Region:
    """
    How a style of tables has a part of them look, such as ``firstRow``.

    Args:
        words: What it states of the words.
        cells: What it states of the cells.
    """

    words: Mapping[str, Element]
    cells: Mapping[str, Element]


class Styles:
    """
    The styles by their ids.

    Args:
        part: The part that declares them.

    Attributes:
        usual: The style of paragraphs that name none, or one that is not declared.
        usual_of_tables: The style of tables that name none.
    """

    def __init__(self, part: StylesPart) -> None:
        self._part = part
        # Those that nobody has asked anything of may have nothing in them.
        self._styles = {style.get(_ID): style for style in part.styles}
        self._whole: dict[str | None, Element] = {}
        self._names: dict[str | None, str | None] = {}
        self._known: dict[str, dict[str | None, Mapping[str, Element]]] = {name: {} for name in _NAMES}
        self._numbered: dict[str | None, tuple[str | None, str | None]] = {None: (None, None)}
        self._regions: dict[str | None, Mapping[str, Region]] = {}
        defaults = part.root.find(f"{w('docDefaults')}/{w('rPrDefault')}")
        self.defaults = stated_in(defaults, "rPr")
        # <w:style w:type="paragraph" w:default="1" w:styleId="a">
        usual = [key for key, style in self._styles.items() if style.get(_DEFAULT, "0") in ON]
        # Of two of a kind the first.
        of_kind = {self._styles[key].get(_TYPE): key for key in reversed(usual)}
        self.usual, self.usual_of_tables = of_kind.get("paragraph"), of_kind.get("table")

    def __contains__(self, style: str | None) -> bool:
        return style in self._styles

    def names(self) -> set[str | None]:
        """Give the names of all of them."""
        return set(map(self.name, self._styles))

    def name(self, style: str | None) -> str | None:
        """Give the name of a style, which stays where a program gives it another id; its id if it has none."""
        if style not in self._names:
            declared = self._style(style) if style in self._styles else None
            self._names[style] = value_of(declared, "name") or style
        return self._names[style]

    def _style(self, style: str | None) -> Element:
        """Give a style with all that is in it."""
        if style not in self._whole:
            self._whole[style] = self._part.whole(self._styles[style])
        return self._whole[style]

    def numbered(self, style: str | None) -> tuple[str | None, str | None]:
        """Give the list and the level that number the paragraphs of a style."""
        known = self._numbered.get(style)
        return self._gathered(style, self._numbered, self._add_number, (None, None)) if known is None else known

    def looks(self, style: str | None, part: str) -> Mapping[str, Element]:
        """Give what a style, with those that it is based on, states of runs, paragraphs or cells."""

        def add(key: str | None, base: Mapping[str, Element]) -> Mapping[str, Element]:
            return laid_over(base, stated_in(self._style(key), part))

        return self._gathered(style, self._known[part], add, {})

    def regions(self, style: str | None) -> Mapping[str, Region]:
        """Give the regions of a table for which a style has looks of their own, by their names."""
        return self._gathered(style, self._regions, self._add_regions, {})

    def _gathered(
        self, style: str | None, known: dict[str | None, _T], add: Callable[[str | None, _T], _T], nothing: _T
    ) -> _T:
        """
        Give what a style and those that it is based on say together; a long chain of them is gone through once.

        Args:
            style: The style.
            known: What styles are already known to say.
            add: What adds what a style says by itself to what the one that it is based on says.
            nothing: What no style says.
        """
        if style not in self._styles or style in known:
            return known.get(style, nothing)
        unknown: list[str | None] = []
        for key in self._chain(style):
            if key in known:
                break
            unknown.append(key)
        for key in reversed(unknown):
            known[key] = add(key, known.get(value_of(self._style(key), "basedOn"), nothing))
        return known.get(style, nothing)

    def _add_number(self, style: str | None, base: tuple[str | None, str | None]) -> tuple[str | None, str | None]:
        properties = child_of(self._style(style), "pPr")
        name, level = value_of(properties, "numPr", "numId"), value_of(properties, "numPr", "ilvl")
        return (base[0], base[1] if level is None else level) if name is None else (name, level)

    def _add_regions(self, style: str | None, base: Mapping[str, Region]) -> Mapping[str, Region]:
        named = ((one.get(w("type"), ""), one) for one in self._style(style).findall(w("tblStylePr")))
        own = {name: Region(stated_in(one, "rPr"), stated_in(one, "tcPr")) for name, one in named if name in REGIONS}
        return {**base, **own}

    def _chain(self, style: str | None) -> Iterator[str | None]:
        """Give the ids of a style and those that it is based on, as far as programs go."""
        given: set[str | None] = set()
        while style in self._styles and style not in given and len(given) < MOST_BASES:
            given.add(style)
            yield style
            style = value_of(self._style(style), "basedOn")

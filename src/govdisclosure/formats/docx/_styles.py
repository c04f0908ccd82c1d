"""The styles of a document, as far as they tell something of its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govdisclosure.formats.docx._thresholds import MOST_BASES
from govdisclosure.formats.docx._xml import W14, value_of, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govdisclosure.formats.docx._xml import Element

_OF_RUNS: Final = (
    *("color", "dstrike", "eastAsianLayout", "fitText", "highlight", "position", "rFonts", "rStyle", "rtl", "shd"),
    *("spacing", "specVanish", "strike", "sz", "vanish", "vertAlign", "w", "webHidden"),
)
_OF_PARAGRAPHS: Final = ("framePr", "ind", "numPr", "shd", "spacing")
_NAMES: Final[Mapping[str, Mapping[object, str]]] = {
    "rPr": {**{w(name): name for name in _OF_RUNS}, f"{{{W14}}}textFill": "textFill"},
    "pPr": {w(name): name for name in _OF_PARAGRAPHS},
    "tcPr": {w("shd"): "shd"},
}
"""What is asked of the properties of runs, paragraphs and cells."""


def stated_in(parent: Element | None, part: str) -> dict[str, Element]:
    """Give what the properties of a run, a paragraph or a style state of its looks, by the names that Word has."""
    properties = None if parent is None else parent.find(w(part))
    if properties is None:
        return {}
    names = _NAMES[part]
    return {names[one.tag]: one for one in properties if one.tag in names}


class Styles:
    """
    The styles by their ids.

    Args:
        part: The part that declares them; None where there is none.

    Attributes:
        usual: The style of paragraphs that name none.
    """

    def __init__(self, part: Element | None) -> None:
        declared = part.findall(w("style")) if part is not None else []
        self._styles = {style.get(w("styleId")): style for style in declared}
        self._names = {key: value_of(style, "name") or key for key, style in self._styles.items()}
        self._known: dict[tuple[str | None, str], Mapping[str, Element]] = {}
        self._own: dict[tuple[str | None, str], Mapping[str, Element]] = {}
        self._numbered: dict[str | None, tuple[str | None, str | None]] = {}
        self._regions: dict[str | None, tuple[tuple[str, Element], ...]] = {}
        defaults = None if part is None else part.find(f"{w('docDefaults')}/{w('rPrDefault')}")
        self.defaults = stated_in(defaults, "rPr")
        usual = (key for key, style in self._styles.items() if _is_usual(style))
        self.usual = next(usual, None)

    def names(self) -> set[str | None]:
        """Give the names of all of them."""
        return set(self._names.values())

    def name(self, style: str | None) -> str | None:
        """Give the name of a style, which stays where a program gives it another id; its id if it has none."""
        return self._names.get(style, style)

    def numbered(self, style: str | None) -> tuple[str | None, str | None]:
        """Give the list and the level that number the paragraphs of a style."""
        if style not in self._numbered:
            self._numbered[style] = self._numbered_by(style)
        return self._numbered[style]

    def _numbered_by(self, style: str | None) -> tuple[str | None, str | None]:
        level: str | None = None
        for key in self._chain(style):
            stated = self._stated(key, "pPr").get("numPr")
            level = level if level is not None else value_of(stated, "ilvl")
            name = value_of(stated, "numId")
            if name is not None:
                return name, level
        return None, level

    def looks(self, style: str | None, part: str) -> Mapping[str, Element]:
        """Give what a style, with those that it is based on, states of runs, paragraphs or cells."""
        looks = self._known.get((style, part))
        if looks is None:
            merged: dict[str, Element] = {}
            for key in reversed(list(self._chain(style))):
                merged.update(self._stated(key, part))
            looks = self._known[style, part] = merged
        return looks

    def regions(self, style: str | None) -> tuple[tuple[str, Element], ...]:
        """Give the regions of a table, such as ``firstRow``, for which a style has looks of their own."""
        regions = self._regions.get(style)
        if regions is None:
            stated = [
                (one.get(w("type"), ""), one)
                for key in reversed(list(self._chain(style)))
                for one in self._styles[key].findall(w("tblStylePr"))
            ]
            regions = self._regions[style] = tuple(stated)
        return regions

    def _stated(self, style: str | None, part: str) -> Mapping[str, Element]:
        own = self._own.get((style, part))
        if own is None:
            own = self._own[style, part] = stated_in(self._styles[style], part)
        return own

    def _chain(self, style: str | None) -> Iterator[str | None]:
        """Give the ids of a style and those that it is based on, as far as programs go."""
        for _ in range(MOST_BASES):
            one = self._styles.get(style)
            if one is None:
                break
            yield style
            style = value_of(one, "basedOn")


def _is_usual(style: Element) -> bool:
    # <w:style w:type="paragraph" w:default="1" w:styleId="a">
    return style.get(w("type")) == "paragraph" and style.get(w("default"), "0") in {"1", "true", "on"}

"""The styles of a document, as far as they tell something of its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.formats.docx._thresholds import MOST_BASES
from govdisclosure.formats.docx._xml import is_on, value_of, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.formats.docx._xml import Element


class Styles:
    """
    The styles by their ids.

    Args:
        part: The part that declares them; None where there is none.
    """

    def __init__(self, part: Element | None) -> None:
        declared = part.findall(w("style")) if part is not None else []
        self._styles = {style.get(w("styleId")): style for style in declared}

    def names(self) -> set[str | None]:
        """Give the names of all of them."""
        return set(map(self.name, self._styles))

    def name(self, style: str | None) -> str | None:
        """Give the name of a style, which stays where a program gives it another id; its id if it has none."""
        return value_of(self._styles.get(style), "name") or style

    def numbered(self, style: str | None) -> tuple[str | None, str | None]:
        """Give the list and the level that number the paragraphs of a style."""
        level: str | None = None
        for one in self._chain(style):
            properties = one.find(w("pPr"))
            level = level if level is not None else value_of(properties, "numPr", "ilvl")
            name = value_of(properties, "numPr", "numId")
            if name is not None:
                return name, level
        return None, level

    def turns_on(self, style: str | None, switch: str) -> bool:
        """Tell whether a style turns a switch of its words on, such as ``vanish``."""
        switches = (is_on(one.find(w("rPr")), switch) for one in self._chain(style))
        return bool(next((switch for switch in switches if switch is not None), False))

    def alignment(self, style: str | None) -> str | None:
        """Tell whether a style raises or lowers its words."""
        alignments = (value_of(one, "rPr", "vertAlign") for one in self._chain(style))
        return next((alignment for alignment in alignments if alignment is not None), None)

    def _chain(self, style: str | None) -> Iterator[Element]:
        """Give a style and those that it is based on, as far as programs go."""
        for _ in range(MOST_BASES):
            one = self._styles.get(style)
            if one is None:
                break
            yield one
            style = value_of(one, "basedOn")

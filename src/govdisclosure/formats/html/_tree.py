"""The tree of a page, as a browser builds it, which the selectors of style sheets are held against."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from govdisclosure.formats._limits import Limits, beyond
from govdisclosure.formats.html._decode import KEPT
from govdisclosure.formats.html._rules import OverBudgetError
from govdisclosure.formats.html._shown import ROWS
from govdisclosure.formats.html._thresholds import MOST_ELEMENTS, UNCLOSED

if TYPE_CHECKING:
    from collections.abc import Mapping


class Tree:
    """
    Target of a parser: builds the tree that selectors are held against.

    Args:
        limits: The bounds within which the page is read.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._deepest = UNCLOSED * limits.max_depth
        self._elements: list[Element] = []
        self._open: list[Element] = []
        self._sheets: dict[Element, list[str]] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """
        Begin an element.

        Raises:
            ReadError: If it is too deep.
            OverBudgetError: If there are more than are held against selectors.
        """
        if len(self._elements) >= MOST_ELEMENTS:
            raise OverBudgetError
        if len(self._open) >= self._deepest:
            raise beyond(self._limits, "max_depth")
        # </html><html>
        around = self._open or self._elements[:1]
        element = Element(tag.removeprefix(KEPT), dict(attributes))
        if around:
            around[-1].append(element)
        self._elements.append(element)
        self._open.append(element)

    def end(self, _tag: str) -> None:
        """End an element."""
        self._open.pop()

    def data(self, text: str) -> None:
        """Take text: that of style sheets whole, of others that there is some."""
        if self._open:
            element = self._open[-1]
            if element.tag == "style":
                self._sheets.setdefault(element, []).append(text)
            element.text = text

    def close(self) -> list[Element]:
        """Give the elements in their order, the root of the tree first."""
        for element, texts in self._sheets.items():
            element.text = "".join(texts)
        for element in self._elements:
            if element.tag == "table":
                _wrap(element, "tr", around=("td", "th"))
                _wrap(element, "tbody", around=("tr",))
            elif element.tag in ROWS[1:]:
                _wrap(element, "tr", around=("td", "th"))
        return self._elements


def _wrap(element: Element, tag: str, *, around: tuple[str, ...]) -> None:
    """Put children of some tags, one behind the other, into an element that a browser adds."""
    if not any(child.tag in around for child in element):
        return
    children = [*element]
    # All at once: to remove the first of very many moves all others.
    del element[:]
    wrapper = None
    for child in children:
        if child.tag not in around:
            wrapper = None
            element.append(child)
            continue
        if wrapper is None:
            wrapper = SubElement(element, tag)
        wrapper.append(child)

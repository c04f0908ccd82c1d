"""Pages with style sheets of their own: what has a class that these hide or raise is kept from the number beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.formats.html._page import Page
from govdisclosure.formats.html._shown import NO_FIGURE, styled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govdisclosure.formats._limits import Limits

_SHEET: Final = re.compile(b"<(?i:style)")
_BRACE: Final = re.compile("([{}])")
_CLASS: Final = re.compile(r"[a-z0-9]*\.([\w-]+)", re.IGNORECASE)


def target(utf8: bytes, limits: Limits) -> Page:
    """Give the target that a page is read with: that for style sheets only where it has some that matter."""
    if _SHEET.search(utf8) is None:
        return Page(limits)
    sheets = (piece.partition(b">")[2].partition(b"</")[0] for piece in _SHEET.split(utf8)[1:])
    styles = {name: style for sheet in sheets for name, style in _classes(sheet.decode(errors="replace"))}
    return _StyledPage(limits, styles) if styles else Page(limits)


def _classes(sheet: str) -> Iterator[tuple[str, str]]:
    """Give the classes that a sheet styles so that it matters, wherever they are, with the name of the style."""
    for selectors, declarations in _rules(sheet):
        style = styled(declarations)
        for selector in selectors.split(",") if style is not None else ():
            found = _CLASS.fullmatch(selector.strip())
            if found is not None and style is not None:
                yield found[1], style


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Give the rules of a sheet that hold on every medium: selectors and declarations."""
    first, *others = sheet.split("/*")
    pieces = _BRACE.split("".join([first, *(other.partition("*/")[2] for other in others)]))
    depth, selectors = 0, ""
    for text, brace in zip(pieces[::2], pieces[1::2], strict=False):
        if brace == "{":
            depth, selectors = depth + 1, text if depth == 0 else ""
        else:
            depth = max(depth - 1, 0)
            yield selectors, text


class _StyledPage(Page):
    """
    Target of a parser for a page with such classes.

    A script or another sheet can show what one hides, so it is not dropped: it only makes a figure unreadable.

    Args:
        limits: The bounds within which it is read.
        styles: The classes, with the name of their style.
    """

    def __init__(self, limits: Limits, styles: Mapping[str, str]) -> None:
        super().__init__(limits)
        self._styles = styles

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        super().start(tag, attributes)
        if self._tables and not self._skipped:
            style = next(filter(None, map(self._styles.get, attributes.get("class", "").split())), None)
            if style is not None:
                self._watch(style)

    def _watch(self, style: str) -> None:
        """Look at the text of the element that has just begun before it ends."""
        due, start = self._open[-1], len(self._pieces)

        def end() -> None:
            if "".join(self._pieces[start:]).lstrip()[:1].isdigit():
                if style in NO_FIGURE:
                    self._pieces.insert(start, "~~")
                else:
                    self._set_apart(start)
            if due is True:
                self._flush()
            elif due is not False:
                due()

        self._open[-1] = end

"""Pages with style sheets of their own: what has a class that these hide or raise is kept from the number beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.formats.html._effects import NO_FIGURE, Effect, effect_of
from govdisclosure.formats.html._page import Page

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
    effects: dict[str, Effect] = {}
    for piece in _SHEET.split(utf8)[1:]:
        sheet = piece.partition(b">")[2].partition(b"</")[0]
        effects.update(_classes(sheet.decode(errors="replace")))
    return _StyledPage(limits, effects) if effects else Page(limits)


def _classes(sheet: str) -> Iterator[tuple[str, Effect]]:
    """Give the classes that a sheet styles so that it matters, wherever they are, with what it does to their text."""
    for selectors, declarations in _rules(sheet):
        effect = effect_of(declarations)
        if effect is not None:
            # span.note, .hide
            named = filter(None, (_CLASS.fullmatch(selector.strip()) for selector in selectors.split(",")))
            yield from ((one[1], effect) for one in named)


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
        effects: The classes, with what is done to their text.
    """

    def __init__(self, limits: Limits, effects: Mapping[str, Effect]) -> None:
        super().__init__(limits)
        self._effects = effects

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        super().start(tag, attributes)
        if self._tables and not self._skipped:
            effect = next(filter(None, map(self._effects.get, attributes.get("class", "").split())), None)
            if effect is not None:
                self._watch(effect)

    def _watch(self, effect: Effect) -> None:
        """Look at the text of the element that has just begun before it ends."""
        due, start = self._open[-1], len(self._pieces)

        def end() -> None:
            if "".join(self._pieces[start:]).lstrip()[:1].isdigit():
                if effect in NO_FIGURE:
                    self._pieces.insert(start, "~~")
                else:
                    self.set_apart(start)
            if due is True:
                self.end_line()
            elif due is not False:
                due()

        self._open[-1] = end

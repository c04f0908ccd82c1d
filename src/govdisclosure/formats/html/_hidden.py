"""Boxes that a page hides in the file, with the tables in them, until a script shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic

from govdisclosure.formats.html._effects import Effect, look_of
from govdisclosure.formats.html._shown import BLOCKS, BOXES
from govdisclosure.formats.html._target import Result_co

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govdisclosure.formats.html._target import TargetWithText

_HIDING: Final = ("style", "hidden")


class HiddenBoxes:
    """Target of a parser: finds the boxes outside of tables that are hidden and hold tables, by their places."""

    def __init__(self) -> None:
        self._place = -1
        self._places: list[int] = []
        # The hidden box that is open, how many elements are open in it, with itself, and how many tables outside.
        self._box = self._inside = self._tables = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        self._place += 1
        if self._inside:
            self._inside += 1
            if tag == "table" and self._box not in self._places[-1:]:
                self._places.append(self._box)
        elif tag == "table":
            self._tables += 1
        elif not self._tables and tag in (*BOXES, *BLOCKS) and _is_hidden(attributes):
            self._box, self._inside = self._place, 1

    def end(self, tag: str) -> None:
        """End an element."""
        if self._inside:
            self._inside -= 1
        elif tag == "table":
            self._tables -= 1

    def close(self) -> list[int]:
        """Give their places among all elements."""
        return self._places


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    # <div id="article" style="display:none">, <div hidden>
    return "hidden" in attributes or look_of(attributes.get("style", "")).effect in {Effect.GONE, Effect.VEILED}


class Revealed(Generic[Result_co]):
    """
    Target of a parser: tells another one of a page on which a box is shown that the file hides.

    Args:
        target: The other one.
        place: The place of the box among all elements.
    """

    def __init__(self, target: TargetWithText[Result_co], place: int) -> None:
        self._target = target
        self._left = place
        self.data, self.end, self.close = target.data, target.end, target.close

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        is_box = not self._left
        self._left -= 1
        shown = {name: value for name, value in attributes.items() if name not in _HIDING} if is_box else attributes
        self._target.start(tag, shown)

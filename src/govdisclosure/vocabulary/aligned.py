"""Texts folded one character at a time, with the way back to the places of the published text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from govdisclosure.vocabulary.fold import fold, with_usual_words

_KEPT: Final = 8192
"""More different characters than any report has; a text from anywhere can have a million."""


@frozen
class Folded:
    """
    A text in simplified script, half-width, without blanks.

    Args:
        text: The folded text.
        places: For each of its characters the place of the published character that it comes from.
    """

    text: str
    places: Sequence[int]

    def published(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the published text for a span of the folded one that is not empty."""
        return self.places[start], self.places[end - 1] + 1


class _Characters(dict[int, str]):
    """
    Each character folded by itself, for ``str.translate``; filled in as characters are asked for.

    Attributes:
        uneven: The characters of which nothing is left, or more than one.
    """

    def __init__(self) -> None:
        self.uneven: set[str] = set()

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        if len(folded) != 1:
            self.uneven.add(chr(code))
        if len(self) < _KEPT:
            self[code] = folded
        return folded


_CHARACTERS: Final = _Characters()


def fold_aligned(text: str) -> Folded:
    """Fold a text, and tell for each character of the result which one of the text it comes from."""
    text = with_usual_words(text)
    words = text.translate(_CHARACTERS)
    if _CHARACTERS.uneven.isdisjoint(text):
        return Folded(words, range(len(text)))
    return Folded(words, [place for place, character in enumerate(text) for _ in _CHARACTERS[ord(character)]])

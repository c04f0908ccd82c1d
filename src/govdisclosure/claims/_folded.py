"""Paragraphs folded for the grammar, with the way back to the places of the published text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.vocabulary.fold import fold, has_pinyin, without_pinyin

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARENTHESES: Final = re.compile(r"[㐀-鿿豈-﫿]((?:[(（][^()（）]{1,8}[)）])+)")


@frozen
class Folded:
    """
    A text in simplified script, half-width, without blanks and pinyin.

    Args:
        text: The folded text.
        places: For each of its characters the place of the published character that it comes from.
    """

    text: str
    places: tuple[int, ...]

    def published(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the published text for a span of the folded one that is not empty."""
        return self.places[start], self.places[end - 1] + 1


def folded(text: str) -> Folded:
    """Fold a paragraph, one character at a time, so that each keeps its place."""
    noise = frozenset(_pinyin(text)) if has_pinyin(text) else frozenset()
    pairs = [
        (character, place)
        for place, published in enumerate(text)
        if place not in noise
        for character in _folded_character(published)
    ]
    return Folded("".join(character for character, _ in pairs), tuple(place for _, place in pairs))


@lru_cache(maxsize=8192)
def _folded_character(character: str) -> str:
    return fold(character)


def _pinyin(text: str) -> Iterator[int]:
    """Give the places of pinyin in parentheses, of which ``without_pinyin`` is the judge."""
    for found in _PARENTHESES.finditer(text):
        kept = len(without_pinyin(found[0])) - 1
        if kept == 0:
            yield from range(*found.span(1))

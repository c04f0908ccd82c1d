"""Paragraphs folded for the grammar and the rules on words, with the way back to the places of the published text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.vocabulary.fold import fold, has_pinyin, without_pinyin
from govdisclosure.vocabulary.letters import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARENTHESES: Final = re.compile(rf"[{HAN}]((?:[(（][^()（）]{{1,8}}[)）])+)")
_KEPT: Final = 8192
"""More different characters than any report has; a text from anywhere can have a million."""
_USUAL: Final = 1_000
"""Characters of a paragraph that is remembered folded."""


@frozen
class Folded:
    """
    A text in simplified script, half-width, without blanks and pinyin.

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


def folded(text: str) -> Folded:
    """Fold a paragraph, one character at a time, so that each keeps its place; one of a usual length is remembered."""
    return _remembered(text) if len(text) <= _USUAL else _folded(text)


def _folded(text: str) -> Folded:
    kept: Sequence[int] = range(len(text))
    if has_pinyin(text):
        noise = frozenset(_pinyin(text))
        kept = [place for place in kept if place not in noise]
        text = "".join([text[place] for place in kept])
    words = text.translate(_CHARACTERS)
    if not _CHARACTERS.uneven.isdisjoint(text):
        kept = [place for character, place in zip(text, kept, strict=True) for _ in _CHARACTERS[ord(character)]]
    return Folded(words, kept)


# Claims are looked for in a paragraph, and several rules ask of its words.
_remembered: Final = lru_cache(maxsize=512)(_folded)


def _pinyin(text: str) -> Iterator[int]:
    """Give the places of pinyin in parentheses, of which ``without_pinyin`` is the judge."""
    for annotated in _PARENTHESES.finditer(text):
        # 信息公(gong)(gong)开, with the syllable doubled
        if len(without_pinyin(annotated[0])) == 1:
            yield from range(*annotated.span(1))

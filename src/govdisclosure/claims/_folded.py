"""Paragraphs folded for the grammar and the rules on words: without pinyin as well."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from govdisclosure.vocabulary.aligned import Folded, fold_aligned
from govdisclosure.vocabulary.fold import has_pinyin, without_pinyin
from govdisclosure.vocabulary.letters import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARENTHESES: Final = re.compile(rf"[{HAN}]((?:[(（][^()（）]{{1,8}}[)）])+)")
_USUAL: Final = 1_000
"""Characters of a paragraph that is remembered folded."""


def folded(text: str) -> Folded:
    """Fold a paragraph, one character at a time, so that each keeps its place; one of a usual length is remembered."""
    return _remembered(text) if len(text) <= _USUAL else _folded(text)


def _folded(text: str) -> Folded:
    if not has_pinyin(text):
        return fold_aligned(text)
    noise = frozenset(_pinyin(text))
    kept = [place for place in range(len(text)) if place not in noise]
    plain = fold_aligned("".join([text[place] for place in kept]))
    return Folded(plain.text, [kept[place] for place in plain.places])


# Claims are looked for in a paragraph, and several rules ask of its words.
_remembered: Final = lru_cache(maxsize=512)(_folded)


def _pinyin(text: str) -> Iterator[int]:
    """Give the places of pinyin in parentheses, of which ``without_pinyin`` is the judge."""
    for annotated in _PARENTHESES.finditer(text):
        # 信息公(gong)(gong)开, with the syllable doubled
        if len(without_pinyin(annotated[0])) == 1:
            yield from range(*annotated.span(1))

"""
Where the words of the grammar stand in a text.

The first word that fits at the leftmost place is taken. At most places none does, so only those words are tried there
that can begin with the character of the place.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from govdisclosure.claims._beginnings import alternatives
from govdisclosure.claims._lexicon import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    _Match: TypeAlias = Callable[[str, int], re.Match[str] | None]
    _Search: TypeAlias = Callable[..., re.Match[str] | None]


def tokens(text: str, limit: int | None = None) -> Iterator[tuple[str, re.Match[str]]]:
    """Give the words of a folded text that begin before a place, each with its kind; they do not overlap."""
    beginning, next_beginning = _beginning()
    end = len(text) if limit is None else limit
    possible = next_beginning(text, 0, end)
    while possible is not None:
        place = possible.start()
        word = beginning[possible[0]](text, place)
        if word is not None:
            yield word.lastgroup or "", word
            place = word.end() - 1
        possible = next_beginning(text, place + 1, end)


class _Words(dict[str, "_Match"]):
    """What finds the words that begin with a character, which is compiled when that is met for the first time."""

    def __init__(self, kinds: Mapping[str, Mapping[str, list[str]]]) -> None:
        self.kinds = kinds

    def __missing__(self, character: str) -> _Match:
        match = self[character] = re.compile(_pattern(self.kinds[character])).match
        return match


@cache
def _beginning() -> tuple[_Words, _Search]:
    """Give what finds the words that begin with a character, and what finds such characters."""
    kinds: dict[str, dict[str, list[str]]] = {}
    for kind, pattern in KINDS.items():
        for alternative, characters in alternatives(pattern):
            for character in characters:
                kinds.setdefault(character, {}).setdefault(kind, []).append(alternative)
    return _Words(kinds), re.compile(f"[{re.escape(''.join(kinds))}]").search


def _pattern(kinds: Mapping[str, list[str]]) -> str:
    """Give one pattern for words of several kinds, in which the group of a kind is the last that ends."""
    return "|".join(f"(?P<{kind}>{'|'.join(alternatives)})" for kind, alternatives in kinds.items())

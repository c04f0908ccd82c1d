"""
Where the words of the grammar stand in a text.

The first word that fits at the leftmost place is taken. At most places none does, so only those kinds are tried there
that have a word which can begin with the character of the place.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from govdisclosure.claims._beginnings import beginnings
from govdisclosure.claims._lexicon import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    _Match: TypeAlias = Callable[[str, int], re.Match[str] | None]
    _Search: TypeAlias = Callable[..., re.Match[str] | None]


def tokens(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Give the words of a folded text, each with its kind; they do not overlap."""
    beginning, next_beginning = _beginning()
    possible = next_beginning(text)
    while possible is not None:
        place = possible.start()
        for kind, match in beginning[possible[0]]:
            word = match(text, place)
            if word is not None:
                yield kind, word
                place = word.end() - 1
                break
        possible = next_beginning(text, place + 1)


@cache
def _beginning() -> tuple[Mapping[str, list[tuple[str, _Match]]], _Search]:
    """Give the kinds that a word can be of by the character with which it begins, in order, and what finds those."""
    kinds: dict[str, list[tuple[str, _Match]]] = {}
    for kind, pattern in KINDS.items():
        match = re.compile(pattern).match
        for character in beginnings(pattern):
            kinds.setdefault(character, []).append((kind, match))
    return kinds, re.compile(f"[{re.escape(''.join(kinds))}]").search

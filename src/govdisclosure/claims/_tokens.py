"""
Where the words of the grammar stand in a text.

The first word that fits at the leftmost place is taken. At most places none does, so only those kinds are tried there
that have a word which can begin with the character of the place.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias

from govdisclosure.claims._lexicon import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    _Match: TypeAlias = Callable[[str, int], re.Match[str] | None]
    _Search: TypeAlias = Callable[..., re.Match[str] | None]

# The characters, and classes of characters, in the source of a pattern that do not follow directly on another one.
# Every word begins with one of them: what may be left out or chosen before a character ends in one of these marks.
_BEGINNING: Final = re.compile(
    r"(?:^|(?<=[|()?*+{}:=!<>^$]))(?:\[\^?(?P<some>(?:\\.|[^\]\\])+)\]|\\(?P<escaped>.)|(?P<one>[^\\|()?*+{}\[\]^$]))"
)
# What looks around is no part of the word: (?<=共), (?!件|人).
_LOOKING: Final = re.compile(r"\(\?<?[=!](?:[^()\[\]\\]|\\.|\[[^\]]+\])*\)")
_RANGE: Final = re.compile("(.)-(.)")


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


def beginnings(pattern: str) -> set[str]:
    """Give all characters that a word of a pattern can begin with, and a few more."""
    characters: set[str] = set()
    for source in _BEGINNING.finditer(_LOOKING.sub("", pattern).replace("(?:", "(")):
        characters.update(_RANGE.sub(_every, source["some"] or source["escaped"] or source["one"]))
    return characters


def _every(span: re.Match[str]) -> str:
    """Give every character of ``0-9``."""
    return "".join(map(chr, range(ord(span[1]), ord(span[2]) + 1)))

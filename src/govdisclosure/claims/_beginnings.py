"""The alternatives of a pattern, and the characters that a word of each can begin with: found by reading it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# Of the syntax of patterns only what words need: literals, classes, groups, looks around, alternatives, repetitions.
_OPENING: Final = re.compile(r"\((?P<look>\?<?[=!])|\((?:\?:|\?P<\w+>)?")
_ATOM: Final = re.compile(r"\[(?P<some>(?:\\.|[^\]\\])+)\]|\\(?P<escaped>.)|(?P<edge>[$^])|(?P<one>[^()|\[\\])")
_REPEATED: Final = re.compile(r"(?P<none>[?*]|\{0,[0-9]*\}|\{,[0-9]+\})?(?:\+|\{[0-9,]+\})?[?+]?")
_RANGE: Final = re.compile("(.)-(.)")


class _Part(NamedTuple):
    """A part of a pattern: what it can begin with, whether it can be empty, and where it ends."""

    characters: frozenset[str]
    empty: bool
    end: int


def alternatives(pattern: str) -> Iterator[tuple[str, frozenset[str]]]:
    """
    Yield the alternatives of a pattern, each with all characters that a word of it can begin with.

    >>> [(words, sorted(characters)) for words, characters in alternatives("(?:均|暂)?无(?!法)|(?<=共)收")]
    [('(?:均|暂)?无(?!法)', ['无', '暂', '均']), ('(?<=共)收', ['收'])]
    """
    start = 0
    while start <= len(pattern):
        one = _sequence(pattern, start)
        yield pattern[start : one.end], one.characters
        start = one.end + 1


def _alternatives(pattern: str, start: int) -> _Part:
    """Read alternatives up to the bracket that closes them, or to the end."""
    every: frozenset[str] = frozenset()
    empty, place = False, start - 1
    while True:
        one = _sequence(pattern, place + 1)
        every, empty, place = every | one.characters, empty or one.empty, one.end
        if not pattern.startswith("|", place):
            return _Part(every, empty, place)


def _sequence(pattern: str, start: int) -> _Part:
    every: frozenset[str] = frozenset()
    empty, place = True, start
    while place < len(pattern) and pattern[place] not in "|)":
        one = _repeated(pattern, place)
        every, empty, place = every | one.characters if empty else every, empty and one.empty, one.end
    return _Part(every, empty, place)


def _repeated(pattern: str, start: int) -> _Part:
    opening = _OPENING.match(pattern, start)
    one = _atom(pattern, start) if opening is None else _group(pattern, opening)
    repeated = _REPEATED.match(pattern, one.end)
    assert repeated is not None  # It can be empty.
    return _Part(one.characters, one.empty or repeated["none"] is not None, repeated.end())


def _group(pattern: str, opening: re.Match[str]) -> _Part:
    inside = _alternatives(pattern, opening.end())
    # What looks around is no part of the word: (?<=共)收.
    looks = opening["look"] is not None
    return _Part(frozenset(), empty=True, end=inside.end + 1) if looks else inside._replace(end=inside.end + 1)


def _atom(pattern: str, start: int) -> _Part:
    atom = _ATOM.match(pattern, start)
    assert atom is not None  # Patterns are those of the vocabulary.
    if atom["edge"]:
        return _Part(frozenset(), empty=True, end=atom.end())
    if atom["some"]:
        some = _RANGE.sub(_every, atom["some"]).replace("\\", "")
        return _Part(frozenset(some), empty=False, end=atom.end())
    return _Part(frozenset(atom["escaped"] or atom["one"]), empty=False, end=atom.end())


def _every(span: re.Match[str]) -> str:
    """Give every character of ``0-9``."""
    return "".join(map(chr, range(ord(span[1]), ord(span[2]) + 1)))

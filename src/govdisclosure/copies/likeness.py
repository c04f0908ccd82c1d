"""How much of a text another one has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.copies.alignment import in_common
from govdisclosure.copies.texts import stretches
from govdisclosure.copies.thresholds import ALIGNED, ALIKE, HAD, LEAST, LENGTHS, MOST, PASSAGE, SHINGLE

if TYPE_CHECKING:
    from govdisclosure.copies.texts import Text


def likeness(one: Text, other: Text) -> float | None:
    """
    Give how many of the shingles of the shorter text the other one has, from 0.85 to 1; None of texts less alike.

    A shingle is a stretch of ten characters. The other text has it if it has seven of them, in the order of the texts
    or in passages that stand anywhere in it. None as well where the shorter has less than 200 characters.
    """
    if min(one.size, other.size) < LEAST:
        return None
    shorter, longer = sorted((one.characters, other.characters), key=lambda characters: (len(characters), characters))
    if len(shorter) < LENGTHS * len(longer):
        return None
    if shorter == longer:
        return 1.0
    share = _share_had(_had(shorter, longer))
    return min(share, MOST) if share >= ALIKE else None


def _had(shorter: str, longer: str) -> list[bool]:
    """Tell of each character of a text whether another one has it."""
    had = [False] * len(shorter)
    passages = stretches(longer, PASSAGE)
    for start in range(len(shorter) - PASSAGE + 1):
        if shorter[start : start + PASSAGE] in passages:
            had[start : start + PASSAGE] = [True] * PASSAGE
    if len(longer) <= ALIGNED:
        # With fewer than these, passages aside, not enough shingles can be had.
        least = int(ALIKE * HAD / SHINGLE * len(shorter)) - sum(had)
        for place in in_common(shorter, longer, least):
            had[place] = True
    return had


def _share_had(had: list[bool]) -> float:
    """Give the share of shingles of which enough characters are had."""
    number = sum(had[:SHINGLE])
    enough = int(number >= HAD)
    for came, went in zip(had[SHINGLE:], had, strict=False):
        number += came - went
        enough += number >= HAD
    return enough / (len(had) - SHINGLE + 1)

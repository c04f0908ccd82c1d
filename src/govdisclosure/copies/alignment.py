"""How much of two texts is the same, in the same order."""

from __future__ import annotations


def common_length(one: str, other: str) -> int:
    """
    Give the length of the longest text that can be made of either by leaving characters out.

    A row of the usual table of such lengths is held as the bits of one number, of which a bit that is not set is a step
    up, so that a character costs a few operations on it.

    Source: H. Hyyrö, Bit-parallel LCS-length computation revisited, AWOCA 2004.
    """
    places: dict[str, int] = {}
    for at, character in enumerate(one):
        places[character] = places.get(character, 0) | 1 << at
    everywhere = (1 << len(one)) - 1
    row = everywhere
    for character in other:
        matching = row & places.get(character, 0)
        if matching:
            row = (row + matching | row - matching) & everywhere
    return len(one) - row.bit_count()


def share_in_common(one: str, other: str) -> float:
    """Give how much of two texts is the same in the same order, from 0 to 1; two empty ones are the same."""
    longest = max(len(one), len(other))
    return common_length(one, other) / longest if longest else 1.0

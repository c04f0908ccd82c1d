"""What two texts have in common, in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def share_in_common(one: str, other: str) -> float:
    """Give how much of two texts is the same in the same order, from 0 to 1; two empty ones are the same."""
    longest = max(len(one), len(other))
    if not longest:
        return 1.0
    *_, last = _rows(one, other)
    return (len(one) - last.bit_count()) / longest


def in_common(one: str, other: str, least: int = 0) -> list[int]:
    """Give the places in a text of the most characters that another one has, too, in the same order; none if few."""
    rows = [*_rows(one, other)]
    places: list[int] = []
    if len(one) - rows[-1].bit_count() < least:
        return places
    at, row = len(one), len(other)
    while at and row:
        step = 1 << at - 1
        # Where a row has no step up, the character adds nothing to what stands before it.
        if rows[row] & step:
            at -= 1
        elif row > 1 and not rows[row - 1] & step:
            row -= 1
        else:
            row -= 1
            at -= 1
            places.append(at)
    return places[::-1]


def _rows(one: str, other: str) -> Iterator[int]:
    """
    Yield the rows of the table of the lengths that beginnings of two texts have in common, from the empty one on.

    A row is held as the bits of one number, of which one that is not set is a step up, so that a character costs a few
    operations on it.

    Source: H. Hyyrö, Bit-parallel LCS-length computation revisited, AWOCA 2004.
    """
    places: dict[str, int] = {}
    for at, character in enumerate(one):
        places[character] = places.get(character, 0) | 1 << at
    everywhere = (1 << len(one)) - 1
    row = everywhere
    yield row
    for character in other:
        matching = row & places.get(character, 0)
        if matching:
            row = (row + matching | row - matching) & everywhere
        yield row

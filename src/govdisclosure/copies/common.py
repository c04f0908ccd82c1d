"""What everybody writes, and what is left of the texts of a batch without it."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING

from govdisclosure.copies.texts import stretches
from govdisclosure.copies.thresholds import (
    COMMON_LEAST,
    COMMON_SHARE,
    COMMON_STRETCH,
    ISLAND,
    SAMPLE,
    SAMPLE_SHARE,
    SMALLEST_BATCH,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from govdisclosure.copies.texts import Text


def left_of(texts: Sequence[Text]) -> list[Text]:
    """Give what is left of each text of a batch without what more than half of them, and at least five, have."""
    common = _common(texts) if len(texts) >= SMALLEST_BATCH else frozenset()
    return [text.without(_left_out(text.characters, common)) for text in texts] if common else list(texts)


def _common(texts: Sequence[Text]) -> AbstractSet[str]:
    """Give the stretches of what everybody writes."""
    least = max(COMMON_LEAST, int(len(texts) * COMMON_SHARE) + 1)
    if len(texts) <= SAMPLE:
        return _had_by(least, texts, None)
    # All stretches of ten thousand texts would fill the memory: only those are counted that many of a sample have.
    sample = Random(0).sample(texts, SAMPLE)  # noqa: S311 - no secret, and the same in each run
    return _had_by(least, texts, _had_by(int(SAMPLE * SAMPLE_SHARE), sample, None))


def _had_by(least: int, texts: Sequence[Text], among: AbstractSet[str] | None) -> AbstractSet[str]:
    """Give the stretches that at least so many texts have; ``among`` some, or all."""
    counted: Counter[str] = Counter()
    for text in texts:
        own = stretches(text.characters, COMMON_STRETCH)
        counted.update(own if among is None else own & among)
    return {stretch for stretch, number in counted.items() if number >= least}


def _left_out(characters: str, common: AbstractSet[str]) -> list[bool]:
    """Tell of each character whether it is in a stretch that is left out, or between two of them."""
    left_out = [False] * len(characters)
    end = -ISLAND - 1
    for start in range(len(characters) - COMMON_STRETCH + 1):
        if characters[start : start + COMMON_STRETCH] in common:
            first = end if start - end <= ISLAND else start
            end = start + COMMON_STRETCH
            left_out[first:end] = [True] * (end - first)
    return left_out

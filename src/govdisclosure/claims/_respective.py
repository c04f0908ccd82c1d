"""Figures that are told one after the other behind what they are of: 行政许可、行政处罚分别为12件、3件."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final

from govdisclosure.claims._meanings import CASES, DECISIONS, OUTCOMES, RESULTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.claims._place import Word

_RESPECTIVELY: Final = re.compile("(?:(?:处理)?决定|案件|的?申请)?(?:件?数量?|总[数量])?分别(?:为|是|有|达)?")
_AND: Final = re.compile("(?:决定|案件)?(?:、|和|及|与|以及)")
_THEN: Final = re.compile("[、,和及与]|以及")
_LISTED: Final = frozenset({*CASES, *DECISIONS, *OUTCOMES, *RESULTS})


def respective(text: str, words: Sequence[Word]) -> dict[int, tuple[int, list[Word]]]:
    """
    Give the word that each of such figures is of, as if it stood right before it, by the place of the figure.

    With each word comes where it begins.

    Args:
        text: The folded text.
        words: The words of a clause.
    """
    return {
        at + nth: (word.start, [word._replace(end=words[at + nth].start)])
        for at in range(1, len(words))
        if words[at].kind == "number" and _RESPECTIVELY.fullmatch(text, words[at - 1].end, words[at].start)
        for nth, word in enumerate(_counted(text, words, at))
    }


def is_listed(text: str, words: Sequence[Word], at: int) -> bool:
    """Tell whether a figure stands in a list of bare figures: 收到申请75件、86件."""
    beside = pairwise(words[max(0, at - 1) : at + 2])
    figures = [pair for pair in beside if pair[0].kind == pair[1].kind == "number"]
    return any(_THEN.fullmatch(text, *_gap(*pair)) is not None for pair in figures)


def _counted(text: str, words: Sequence[Word], at: int) -> list[Word]:
    """Give the words of a list that the figures from a place on are of, if there are as many of both."""
    listed = _linked(text, words[at - 1 :: -1], _AND)[::-1]
    figures = _linked(text, words[at:], _THEN)
    fits = all(word.kind in _LISTED for word in listed) and all(word.kind == "number" for word in figures)
    return listed if fits and len(listed) == len(figures) else []


def _linked(text: str, words: Sequence[Word], link: re.Pattern[str]) -> list[Word]:
    """Give the first word of several, and those that are linked to the one before, in whichever direction."""
    linked = takewhile(lambda pair: link.fullmatch(text, *_gap(*pair)) is not None, pairwise(words))
    return [*words[:1], *(word for _, word in linked)]


def _gap(one: Word, other: Word) -> tuple[int, int]:
    return min(one.end, other.end), max(one.start, other.start)

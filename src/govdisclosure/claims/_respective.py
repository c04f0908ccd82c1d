"""Figures that are told one after the other behind what they are of: 行政许可、行政处罚分别为12件、3件."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final

from govdisclosure.claims._meanings import CASES, DECISIONS, MADE, OUTCOMES, PAPERS, REQUESTS, RESULTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.claims._place import Word

_RESPECTIVELY: Final = re.compile("(?:(?:处理)?决定|案件|的?申请)?(?:件?数量?|总[数量])?分别(?:为|是|有|达)?")
_AND: Final = re.compile("(?:决定|案件|(?:政府信息公开|信息公开)?申请)?(?:、|和|及|与|以及)")
_THEN: Final = re.compile("[、,和及与]|以及")
_DEEDS: Final = frozenset({*REQUESTS, *MADE})
_LISTED: Final = frozenset({*CASES, *DECISIONS, *RESULTS, *_DEEDS})
_NOUNS: Final = frozenset({"request", *PAPERS})
_NEXT_TO: Final = frozenset({"", "的"})
# 网上新收、办结申请分别为21件、20件
_OF_ALL: Final = re.compile(
    "(?:[,:、()]|其中|(?:[0-9]{4}|[全本今当])年度?|年内|共|[我本](?:[局委厅办院县市区省镇乡]|街道|单位|机关)|全[县市区省镇乡局]"
    "|[^,;:0-9]{2,16}(?:局|委员会|政府|办公室|办事处)|(?:行政)?规范性文件|(?:政府信息公开|信息公开|依)申请(?:公开)?|申请|工作|办理|受理|情况|方面|结果)*"
)


def respective(text: str, words: Sequence[Word], begin: int) -> dict[int, tuple[int, list[Word]]]:
    """
    Give the word that each of such figures is of, as if it stood right before it, by the place of the figure.

    With each word comes where it begins.

    Args:
        text: The folded text.
        words: The words of a clause.
        begin: Where the clause begins.
    """
    return {
        at + nth: (word.start, [word._replace(end=words[at + nth].start)])
        for at in range(1, len(words))
        if words[at].kind == "number" and _RESPECTIVELY.fullmatch(text, words[at - 1].end, words[at].start)
        for nth, word in enumerate(_counted(text, words, at, begin))
    }


def is_listed(text: str, words: Sequence[Word], at: int) -> bool:
    """Tell whether a figure stands in a list of bare figures: 收到申请75件、86件."""
    beside = pairwise(words[max(0, at - 1) : at + 2])
    figures = [pair for pair in beside if pair[0].kind == pair[1].kind == "number"]
    return any(_THEN.fullmatch(text, *_gap(*pair)) is not None for pair in figures)


def _counted(text: str, words: Sequence[Word], at: int, begin: int) -> list[Word]:
    """Give the words of a list that the figures from a place on are of, if there are as many of both."""
    listed = _linked(text, _with_nouns(text, words[:at])[::-1], _AND)[::-1]
    if listed[0].kind in _DEEDS - OUTCOMES.keys() and not _OF_ALL.fullmatch(text, begin, listed[0].start):
        return []
    figures = _linked(text, words[at:], _THEN)
    fits = all(word.kind in _LISTED for word in listed) and all(word.kind == "number" for word in figures)
    return listed if fits and len(listed) == len(figures) else []


def _with_nouns(text: str, words: Sequence[Word]) -> list[Word]:
    """Put each noun together with the deed right before it: 新收申请和上年结转申请, 制发、废止的规范性文件."""
    joined: list[Word] = []
    for word in words:
        deed = joined[-1] if joined else word
        if word.kind in _NOUNS and deed.kind in _DEEDS and text[deed.end : word.start] in _NEXT_TO:
            joined[-1] = deed._replace(end=word.end)
        else:
            joined.append(word)
    return joined


def _linked(text: str, words: Sequence[Word], link: re.Pattern[str]) -> list[Word]:
    """Give the first word of several, and those that are linked to the one before, in whichever direction."""
    linked = takewhile(lambda pair: link.fullmatch(text, *_gap(*pair)) is not None, pairwise(words))
    return [*words[:1], *(word for _, word in linked)]


def _gap(one: Word, other: Word) -> tuple[int, int]:
    return min(one.end, other.end), max(one.start, other.start)

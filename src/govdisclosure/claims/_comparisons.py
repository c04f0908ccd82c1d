"""The comparisons of a sentence, those together that are about the same; what they are about where figures tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from attrs import define, frozen

from govdisclosure.claims._changes import Change
from govdisclosure.claims._claim import What
from govdisclosure.claims._draft import Draft
from govdisclosure.claims._meanings import PUBLISHED
from govdisclosure.claims._quantities import skipped
from govdisclosure.vocabulary.yearly import AMOUNT_OF_REQUESTS, COUNTED, NOTHING_NEW, OF_SOMETHING, THINGS

FEW: Final = 20
"""So many claims are looked at for what a comparison is about; no sentence of a report has more."""

_CLOSED: Final = re.compile(r"\([^()]*\)")
_PAUSE: Final = re.compile("[;。]")
_NOT_PLAIN: Final = frozenset({*PUBLISHED.values(), What.PROCESSING_FEE})
"""What is published is only some of the decisions, and no cell holds what was charged for information."""

_RECEIVED: Final = frozenset({What.RECEIVED, What.RECEIVED_WITH_CARRIED_OVER})


class About(NamedTuple):
    """
    What one comparison is about.

    Args:
        readings: All that the words can be about, the likeliest first; none where it is no cell, or not plain which.
        start: Where the words for it begin.
        money: Whether it is an amount of money.
    """

    readings: tuple[What, ...]
    start: int
    money: bool


@define
class Comparison:
    """
    Changes one behind the other, which are about the same: 增加3件, 增长33.3%.

    Args:
        changes: These.
        about: What each of their items is about; None where the words before them have to tell.
    """

    changes: list[Change]
    about: list[About] | None

    @property
    def first(self) -> Change:
        """The first change."""
        return self.changes[0]

    @property
    def end(self) -> int:
        """Where the last one ends."""
        return self.changes[-1].end


@frozen
class Sentence:
    """
    A sentence with its claims.

    Args:
        text: The folded paragraph.
        start: Where the sentence begins.
        drafts: Its claims, by where they end.
    """

    text: str
    start: int
    drafts: Sequence[Draft]

    def comparisons(self, changes: Sequence[Change]) -> list[Comparison]:
        """Give the comparisons of the sentence."""
        comparisons: list[Comparison] = []
        for change in changes:
            last = comparisons[-1] if comparisons else None
            if last is not None and NOTHING_NEW.fullmatch(_between(self.text, last.end, change)):
                last.changes.append(change)
            else:
                about = self._about(change, self.start if last is None else last.end)
                comparisons.append(Comparison([change], about))
        return comparisons

    def _about(self, change: Change, begin: int) -> list[About] | None:
        """Give what a change is about that stands behind figures; None if words stand between."""
        # 分别增加3件: of each of which, nobody says.
        if change.respectively and len(change.items) == 1:
            return []
        pauses = [pause.end() for pause in _PAUSE.finditer(self.text, begin, change.start)]
        before = self._visible(max([begin, *pauses]), change.start)
        if not before or not self._is_of_figure(before[-1], change):
            return None
        # 收到申请12件，较上年增加3件行政复议
        if OF_SOMETHING.match(self.text, change.end):
            return []
        groups = _by_place(before)
        if len(change.items) > 1:
            counted = COUNTED.findall(_CLOSED.sub("", self.text[before[0].start : before[-1].end]))
            return [_about(group) for group in groups] if len(groups) == len(counted) else []
        # 收到申请12件，办结11件，较上年增加3件 can be of the first as well.
        others = [draft for group in groups[:-1] for draft in group if is_plain(draft)]
        return [_about([*groups[-1], *others])]

    def _is_of_figure(self, draft: Draft, change: Change) -> bool:
        """Tell whether nothing stands between a figure and a change that could be what the change is about."""
        told = _between(self.text, skipped(THINGS, self.text, draft.end, change.start), change)
        if draft.readings[0] in _RECEIVED:
            told = AMOUNT_OF_REQUESTS.sub("", told)
        return NOTHING_NEW.fullmatch(told) is not None

    def _visible(self, begin: int, stop: int) -> list[Draft]:
        """Give the last claims between two places that do not stand in parentheses which are closed before the end."""
        before = [draft for draft in self.drafts if begin <= draft.start and draft.end <= stop][-FEW:]
        return [draft for draft in before if ")" not in _CLOSED.sub("", self.text[draft.end : stop])]


def is_plain(draft: Draft) -> bool:
    """Tell whether a claim is of one cell, exact, of this year and of the whole body."""
    return draft.is_of_the_year and is_of_one_cell(draft)


def is_of_one_cell(draft: Draft) -> bool:
    """Tell whether a claim can be of a cell: not 主动公开规范性文件, which are new ones or all in force."""
    disclosed = any(reading.endswith("_in_force") for reading in draft.readings[1:])
    return not (disclosed or draft.summed or draft.at_least) and _NOT_PLAIN.isdisjoint(draft.readings)


def _between(text: str, begin: int, change: Change) -> str:
    """Give what stands between a place and a change, without parentheses and the words that name the year."""
    lead = change.lead
    inside = lead is not None and begin <= lead[0] < change.start
    words = text[begin : lead[0]] + text[lead[1] : change.start] if lead and inside else text[begin : change.start]
    return _CLOSED.sub("", words)


def _by_place(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """Put claims together that one number makes: 收到并办结12件."""
    groups = [[drafts[0]]]
    for before, draft in pairwise(drafts):
        if draft.end == before.end:
            groups[-1].append(draft)
        else:
            groups.append([draft])
    return groups


def _about(drafts: list[Draft]) -> About:
    """Give what claims are about; nothing, if the first of them is not plain."""
    readings = dict.fromkeys(reading for draft in drafts for reading in draft.readings)
    return About(tuple(readings) if is_plain(drafts[0]) else (), drafts[0].start, drafts[0].money)

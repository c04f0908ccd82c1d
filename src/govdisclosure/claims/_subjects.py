"""
What the comparisons of a paragraph are about.

Behind a figure they are about what that figure is about; behind words they are about what a number would be about that
stood in their place, so that the grammar of all other claims decides it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import Factory, define, frozen

from govdisclosure.claims._changes import Change, changes
from govdisclosure.claims._claim import What
from govdisclosure.claims._draft import Draft
from govdisclosure.claims._grammar import Grammar
from govdisclosure.claims._meanings import PUBLISHED
from govdisclosure.claims._mind import Mind
from govdisclosure.claims._quantities import skipped
from govdisclosure.claims._statement import Form, Statement
from govdisclosure.vocabulary.yearly import AMOUNT_OF_REQUESTS, COUNTED, NOTHING_NEW, OF_SOMETHING, SILENT, THINGS

if TYPE_CHECKING:
    from collections.abc import Iterator


_SENTENCE: Final = re.compile("[^。!?|]+")
_LONGEST: Final = 1_000
"""Characters of a sentence; a longer one is a list, and no sentence of a report."""

_FEW: Final = 20
"""So many claims back it is looked for what a comparison is about."""

_CLOSED: Final = re.compile(r"\([^()]*\)")
_PAUSE: Final = re.compile("[;。]")
_CLAUSE: Final = re.compile("[,;:(]")
_AND: Final = re.compile("[、和及与]")
_STAND_IN: Final = "1余件"
"""A number that is not exact is no part and no total of others."""

_NOT_PLAIN: Final = frozenset({*PUBLISHED.values(), What.PROCESSING_FEE})
"""What is published is only some of the decisions, and no cell holds what was charged for information."""

_RECEIVED: Final = frozenset({What.RECEIVED, What.RECEIVED_WITH_CARRIED_OVER})
_OF_MONEY: Final = frozenset({Form.UP, Form.DOWN, Form.PERCENT, Form.SAME})
"""What can be stated of an amount of money, which is printed with few decimals."""


@frozen
class Subject:
    """
    What comparisons are about, and what they state of it.

    Args:
        readings: All that the words can be about, the likeliest first.
        statements: What they state.
        start: Where the words begin in the folded text.
        end: Where they end.
    """

    readings: tuple[What, ...]
    statements: tuple[Statement, ...]
    start: int
    end: int


class _About(NamedTuple):
    """What one comparison is about, and where the words for it begin."""

    readings: tuple[What, ...]
    start: int
    money: bool


_OF_NO_CELL: Final = _About((), 0, money=False)


@define
class _Chain:
    """
    Comparisons one behind the other, which are about the same: 增加3件, 增长33.3%.

    Args:
        changes: These.
        about: What each of their items is about; None where words have to tell.
    """

    changes: list[Change]
    about: list[_About] | None = None

    @property
    def first(self) -> Change:
        return self.changes[0]

    @property
    def end(self) -> int:
        return self.changes[-1].end


@frozen
class Reader:
    """
    What is known of a paragraph before its comparisons are read.

    Args:
        text: The folded paragraph.
        year: The report year.
        agency: The agency that reports.
        domain: What the text goes on about at its beginning.
    """

    text: str
    year: int | None
    agency: str | None
    domain: str | None

    def subjects(self) -> Iterator[Subject]:
        """Yield what the comparisons of the paragraph are about, in their order."""
        sentences = [each for each in _SENTENCE.finditer(self.text) if len(each[0]) <= _LONGEST]
        compared = {each.span(): changes(self.text, *each.span(), self.year) for each in sentences}
        if not any(compared.values()):
            return
        drafts = _Drafts(self._drafts(self.text))
        chains = [
            chain
            for (start, end), found in compared.items()
            if not SILENT.search(self.text, start, end)
            for chain in _Sentence(self.text, start, drafts.within(start, end)).chains(found)
        ]
        self._ask(chains)
        for chain in chains:
            yield from _subjects(chain)

    def _drafts(self, text: str) -> list[Draft]:
        return Grammar(text=text, year=self.year, agency=self.agency, mind=Mind(domain=self.domain)).read()

    def _ask(self, chains: list[_Chain]) -> None:
        """Find out what comparisons behind words are about: what a number in their place would be about."""
        asked = [chain for chain in chains if chain.about is None]
        if not asked:
            return
        question = _Question(self.text, chains)
        drafts = _Drafts(self._drafts(question.text))
        for chain in asked:
            answers = [drafts.answer(place) for place in question.places[chain.first.start]]
            # A thing of a list that is of no cell keeps its place among the others.
            chain.about = [
                _About(draft.readings, question.origin(draft.start), draft.money) if draft else _OF_NO_CELL
                for draft in answers
            ]


class _Drafts:
    """
    The claims of a paragraph, by where they end.

    Args:
        drafts: These, in any order.
    """

    def __init__(self, drafts: list[Draft]) -> None:
        self._drafts = sorted(drafts, key=lambda draft: draft.end)
        self._ends = [draft.end for draft in self._drafts]

    def within(self, start: int, end: int) -> list[Draft]:
        """Give those that end between two places."""
        return self._drafts[bisect_right(self._ends, start) : bisect_right(self._ends, end)]

    def answer(self, place: int) -> Draft | None:
        """Give the one claim that a number which stands in makes; None for a part, or for several."""
        first = bisect_left(self._ends, place + len(_STAND_IN))
        made = [draft for draft in self._drafts[first : first + _FEW] if draft.start <= place]
        return made[0] if len(made) == 1 and made[0].whole and made[0].year == "this" else None


@frozen
class _Sentence:
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

    def chains(self, found: list[Change]) -> Iterator[_Chain]:
        """Yield the comparisons of the sentence, those together that are about the same."""
        chain: _Chain | None = None
        for change in found:
            if chain is not None and self._goes_on(chain, change):
                chain.changes.append(change)
                continue
            if chain is not None:
                yield chain
            begin = self.start if chain is None else chain.end
            chain = _Chain([change], self._about(change, begin))
        if chain is not None:
            yield chain

    def _goes_on(self, chain: _Chain, change: Change) -> bool:
        return NOTHING_NEW.fullmatch(_between(self.text, chain.end, change)) is not None

    def _about(self, change: Change, begin: int) -> list[_About] | None:
        """Give what a comparison is about that stands behind figures; None if words stand between."""
        # 分别增加3件: of each of which, nobody says.
        if change.respectively and len(change.items) == 1:
            return []
        pauses = [pause.end() for pause in _PAUSE.finditer(self.text, begin, change.start)]
        before = self._visible(max([begin, *pauses]), change.start)
        if not before:
            return None
        last = before[-1]
        told = _between(self.text, skipped(THINGS, self.text, last.end, change.start), change)
        if last.readings[0] in _RECEIVED:
            told = AMOUNT_OF_REQUESTS.sub("", told)
        if not NOTHING_NEW.fullmatch(told):
            return None
        if OF_SOMETHING.match(self.text, change.end):
            return []
        groups = _by_place(before)
        if len(change.items) > 1:
            counted = COUNTED.findall(_CLOSED.sub("", self.text[before[0].start : last.end]))
            return [_about(group) for group in groups] if len(groups) == len(counted) else []
        # 收到申请12件，办结11件，较上年增加3件 can be of the first as well.
        others = [draft for group in groups[:-1] for draft in group if _is_plain(draft)]
        return [_about([*groups[-1], *others])]

    def _visible(self, begin: int, stop: int) -> list[Draft]:
        """Give the last claims between two places that do not stand in parentheses which are closed before the end."""
        before = [draft for draft in self.drafts if begin <= draft.start and draft.end <= stop][-_FEW:]
        return [draft for draft in before if ")" not in _CLOSED.sub("", self.text[draft.end : stop])]


@define
class _Question:
    """
    A paragraph in which numbers stand in for comparisons whose words have to tell what they are about.

    Args:
        published: The paragraph.
        chains: All comparisons.
        places: Where numbers stand in, by where the comparison begins.
    """

    published: str
    chains: list[_Chain]
    places: dict[int, list[int]] = Factory(dict)
    _parts: list[str] = Factory(list)
    _origins: list[int] = Factory(list)

    def __attrs_post_init__(self) -> None:
        done = 0
        for start, end, asked in sorted(self._edits()):
            self._keep(done, start)
            if asked is not None:
                self.places.setdefault(asked, []).append(len(self._origins))
                self._parts.append(_STAND_IN)
                self._origins += [start] * len(_STAND_IN)
            done = max(done, end)
        self._keep(done, len(self.published))

    @property
    def text(self) -> str:
        """The paragraph as it is asked about."""
        return "".join(self._parts)

    def origin(self, place: int) -> int:
        """Give the place in the paragraph for one in the text that is asked about."""
        return self._origins[place]

    def _keep(self, start: int, end: int) -> None:
        self._parts.append(self.published[start:end])
        self._origins += range(start, end)

    def _edits(self) -> Iterator[tuple[int, int, int | None]]:
        """Yield what is left out, and the comparison that a number stands in for there, by where that begins."""
        for lead in {change.lead for chain in self.chains for change in chain.changes if change.lead is not None}:
            yield *lead, None
        for chain in self.chains:
            asks = chain.about is None
            for place in self._listed(chain.first) if asks else ():
                yield place, place, chain.first.start
            for change in chain.changes:
                yield change.start, change.end, change.start if asks and change is chain.first else None

    def _listed(self, change: Change) -> list[int]:
        """Give where the things of a list end, but for the last: 行政复议、行政诉讼分别增加1件、2件."""
        if len(change.items) == 1:
            return []
        stop = change.start if change.lead is None else min(change.lead[0], change.start)
        begin = max((mark.end() for mark in _CLAUSE.finditer(self.published, max(0, stop - _LONGEST), stop)), default=0)
        return [mark.start() for mark in _AND.finditer(self.published, begin, stop)]


def _between(text: str, begin: int, change: Change) -> str:
    """Give what stands between a place and a comparison, without parentheses and the words that name the year."""
    lead = change.lead
    inside = lead is not None and begin <= lead[0] < change.start
    words = text[begin : lead[0]] + text[lead[1] : change.start] if lead and inside else text[begin : change.start]
    return _CLOSED.sub("", words)


def _by_place(drafts: list[Draft]) -> list[list[Draft]]:
    """Put claims together that one number makes: 收到并办结12件."""
    groups = [[drafts[0]]]
    for before, draft in pairwise(drafts):
        if draft.end == before.end:
            groups[-1].append(draft)
        else:
            groups.append([draft])
    return groups


def _about(drafts: list[Draft]) -> _About:
    """Give what claims are about; nothing, if the first of them is not plain."""
    readings = dict.fromkeys(reading for draft in drafts for reading in draft.readings)
    return _About(tuple(readings) if _is_plain(drafts[0]) else (), drafts[0].start, drafts[0].money)


def _is_plain(draft: Draft) -> bool:
    # 约12件 · 其中网上提交9件 · 2023年收到9件
    return draft.exact and draft.whole and draft.year == "this"


def _is_of_one_cell(readings: tuple[What, ...]) -> bool:
    """Tell whether words can be of a cell at all: not 主动公开规范性文件, which are new ones or all in force."""
    disclosed = any(reading.endswith("_in_force") for reading in readings[1:])
    return bool(readings) and not disclosed and _NOT_PLAIN.isdisjoint(readings)


def _subjects(chain: _Chain) -> Iterator[Subject]:
    about = chain.about or []
    if any(len(change.items) != len(about) for change in chain.changes):
        return
    for item, each in enumerate(about):
        statements = tuple(statement for change in chain.changes for statement in change.items[item])
        fits = not each.money or _OF_MONEY.issuperset(statement.form for statement in statements)
        if fits and _is_of_one_cell(each.readings):
            yield Subject(each.readings, statements, each.start, chain.end)

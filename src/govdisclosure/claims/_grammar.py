"""The grammar: goes through a paragraph clause by clause, and binds its numbers and denials to what they are about."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import islice
from typing import Final

from attrs import Factory, define, frozen

from govdisclosure.claims._bind import stated
from govdisclosure.claims._claim import What, Year
from govdisclosure.claims._deny import denied
from govdisclosure.claims._draft import Draft
from govdisclosure.claims._meanings import CASES, OUTCOMES
from govdisclosure.claims._mind import Mind
from govdisclosure.claims._numbers import Number, number
from govdisclosure.claims._office import is_part
from govdisclosure.claims._place import Bound, Place, Word
from govdisclosure.claims._sentence import settled
from govdisclosure.claims._tokens import tokens
from govdisclosure.vocabulary.prose import APPROXIMATE, SCENERY
from govdisclosure.vocabulary.years import year_of

_BOUNDARIES: Final = frozenset({"stop", "pause", "comma", "open", "close"})
_VAGUE: Final = re.compile("[数几上][十百千万]")
_OURS: Final = re.compile("全[市县区省镇乡州]|我|本[单机局镇]|(?:总|合|共)计")
_LEFT: Final = frozenset({"not", "unsure", "concluded", "carried_over", "carried_forward", *OUTCOMES})
_MOVES: Final = {"carried_over": ("carried_year", -1), "carried_forward": ("forward_year", 1)}
_LONGEST_CLAUSE: Final = 1_000
"""
Characters of a clause that states something: the longest in real reports, a list of what was posted, has 80. What is
longer is no sentence; the words of each of its claims would be as long, and there could be thousands of them.
"""


@frozen(kw_only=True)
class _Clause:
    """
    The words of a clause.

    Args:
        words: The words, numbers among them.
        matches: What was matched of each.
        start: Where the clause begins.
        end: Where it ends.
    """

    words: list[Word]
    matches: list[re.Match[str]]
    start: int
    end: int

    @property
    def states(self) -> bool:
        """Whether it is short enough to state anything."""
        return self.end - self.start <= _LONGEST_CLAUSE


@define(kw_only=True)
class Grammar:
    """
    The reading of one paragraph.

    Args:
        text: The folded paragraph.
        year: The report year.
        agency: The agency that reports.
        mind: What is kept in mind at the place that was come to.
        drafts: The claims of the sentences that were read.
    """

    text: str
    year: int | None
    agency: str | None
    mind: Mind
    drafts: list[Draft] = Factory(list)

    def read(self) -> list[Draft]:
        """Give the claims of the paragraph in their order."""
        start, words, matches = 0, list[Word](), list[re.Match[str]]()
        for kind, matched in tokens(self.text):
            if kind in _BOUNDARIES:
                self._clause(_Clause(words=words, matches=matches, start=start, end=matched.start()))
                self._boundary(kind, matched.end())
                start, words, matches = matched.end(), [], []
            else:
                words.append(Word(self._checked(kind, matched), matched.start(), matched.end()))
                matches.append(matched)
        self._clause(_Clause(words=words, matches=matches, start=start, end=len(self.text)))
        self._end_sentence(goes_on=False)
        return self.drafts

    def _checked(self, kind: str, matched: re.Match[str]) -> str:
        """Make a move to or from a year that is not the next or the last one a neutral word."""
        if kind not in _MOVES:
            return kind
        group, distance = _MOVES[kind]
        written = matched[group]
        good = written is None or self.year is None or year_of(written.removesuffix("年")) == self.year + distance
        return kind if good else "neutral"

    def _boundary(self, mark: str, end: int) -> None:
        self.mind.end_clause(mark)
        if mark == "stop":
            self._end_sentence(goes_on=self.text.startswith("其中", end))

    def _end_sentence(self, *, goes_on: bool) -> None:
        self.drafts += settled(self.mind.sentence.drafts)
        self.mind.end_sentence(goes_on=goes_on)

    def _clause(self, clause: _Clause) -> None:
        if not clause.words:
            return
        self._subject(clause)
        before: list[Word] = []
        begin, of_others = clause.start, False
        for at, (word, matched) in enumerate(zip(clause.words, clause.matches, strict=True)):
            if word.kind == "number":
                if clause.states:
                    self._number(matched, self._place(clause, at, begin, before))
                begin, before, of_others = word.end, [], False
            elif not self._is_scenery(word, matched):
                before.append(word)
                of_others = of_others or word.kind == "of_others"
                if word.kind in CASES and of_others:
                    self.mind.domain = "else"
        if clause.states:
            self._denials(clause)

    def _subject(self, clause: _Clause) -> None:
        """Take in whom the clause begins with."""
        words = self.text[clause.start : min(clause.end, clause.start + 40)]
        if _OURS.match(words):
            self.mind.sentence.of_one_office = False
        elif is_part(words, self.agency):
            self.mind.sentence.of_one_office = True

    def _is_scenery(self, word: Word, matched: re.Match[str]) -> bool:
        """Take in a word; tell whether it only sets the scene."""
        self.mind.hear_domain(word.kind)
        if word.kind in {"last", "this", "year"}:
            self.mind.hear_year(self._which(word.kind, matched[0]), goes_on=word.kind == "last")
        else:
            self.mind.hear_scenery(word.kind)
        return word.kind in SCENERY

    def _which(self, kind: str, written: str) -> Year | None:
        if kind != "year" or self.year is None:
            return "last" if kind == "last" else "this"
        named = year_of(written.removesuffix("年"))
        return "this" if named == self.year else "last" if named == self.year - 1 else None

    def _place(self, clause: _Clause, at: int, begin: int, before: list[Word]) -> Place:
        word, matched = clause.words[at], clause.matches[at]
        after, limit = _after(clause.words, at, clause.end)
        read = number(matched)
        return Place(
            text=self.text,
            begin=begin,
            before=before,
            start=word.start,
            end=word.end,
            after=after,
            limit=limit,
            money=matched["money"] is not None,
            nought=read is not None and read.value == 0,
            domain=self.mind.domain,
        )

    def _number(self, matched: re.Match[str], place: Place) -> None:
        read = number(matched)
        if read is None or self.mind.silenced or _VAGUE.match(self.text, max(place.start - 1, 0)):
            return
        # 行政复议2，行政诉讼1, but not 收到2
        if matched["bare"] is not None and not (
            place.before and place.before[-1].kind not in {"received", "concluded"}
        ):
            return
        figure = Number(read.value, self._exact(matched, read, money=place.money))
        for bound in stated(place):
            self._add(bound, figure, money=place.money)

    def _exact(self, matched: re.Match[str], read: Number, *, money: bool) -> bool:
        rounded = not money and matched["scale"] != "" and matched["digits"] is not None
        about = matched["about"] is not None or APPROXIMATE.search(
            self.text, max(0, matched.start() - 3), matched.start()
        )
        return read.exact and not rounded and not about

    def _add(self, bound: Bound, figure: Number, *, money: bool) -> None:
        self.mind.claim(
            Draft(
                readings=bound.readings,
                value=figure.value,
                money=money,
                exact=figure.exact,
                year=self.mind.sentence.year or "this",
                whole=not self.mind.partial,
                start=bound.start,
                end=bound.end,
                words=self.text[bound.start : bound.end],
                setting=self.mind.setting,
            )
        )

    def _denials(self, clause: _Clause) -> None:
        if self.mind.silenced:
            return
        left = False
        for at, word in enumerate(clause.words):
            if word.kind == "no_report":
                if self.mind.domain in {None, "requests"} and not left:
                    self._nought(Bound((What.RECEIVED,), word.start, word.end))
            elif word.kind == "not":
                following = [each for each in clause.words[at + 1 :] if each.kind not in SCENERY]
                for bound in denied(self.text, word, following, clause.end, self.mind.domain):
                    self._nought(bound)
                return
            left = left or word.kind in _LEFT

    def _nought(self, bound: Bound) -> None:
        money = bound.readings[0] in {What.FEES, What.PROCESSING_FEE}
        self._add(bound, Number(Decimal(0), exact=True), money=money)


def _after(words: list[Word], at: int, end: int) -> tuple[list[Word], int]:
    """Give the words of a clause after the number at a place, up to the next number or the end, and where that is."""
    after: list[Word] = []
    for word in islice(words, at + 1, None):
        if word.kind == "number":
            return after, word.start
        if word.kind != "neutral":
            after.append(word)
    return after, end

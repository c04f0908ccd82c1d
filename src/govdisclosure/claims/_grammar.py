"""The grammar: goes through a paragraph clause by clause and keeps in mind what it speaks of."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import islice
from typing import Final

from attrs import Factory, define, evolve, frozen

from govdisclosure.claims._bind import stated
from govdisclosure.claims._claim import What, Year
from govdisclosure.claims._deny import denied
from govdisclosure.claims._lexicon import APPROXIMATE, SCENERY
from govdisclosure.claims._meanings import CASES, DOMAINS, OUTCOMES
from govdisclosure.claims._numbers import Number, number
from govdisclosure.claims._office import is_part
from govdisclosure.claims._place import Bound, Place, Word
from govdisclosure.claims._tokens import tokens
from govdisclosure.vocabulary.years import year_of

_BOUNDARIES: Final = frozenset({"stop", "pause", "comma", "open", "close"})
_VAGUE: Final = re.compile("[数几上][十百千万]")
_OURS: Final = re.compile("全[市县区省镇乡州]|我|本[单机局镇]|(?:总|合|共)计")
_LEFT: Final = frozenset({"not", "unsure", "concluded", "carried_over", "carried_forward", *OUTCOMES})
_MOVES: Final = {"carried_over": -1, "carried_forward": 1}
_LONGEST_CLAUSE: Final = 1_000
"""
Characters of a clause that states something: the longest in real reports, a list of what was posted, has 80. What is
longer is no sentence; the words of each of its claims would be as long, and there could be thousands of them.
"""


@frozen
class Draft:
    """A claim in the folded text."""

    readings: tuple[What, ...]
    value: Decimal
    money: bool
    exact: bool
    year: Year
    whole: bool
    start: int
    end: int


@define
class Grammar:
    """
    The reading of one paragraph.

    Args:
        text: The folded paragraph.
        year: The report year.
        agency: The agency that reports.
        domain: What the text goes on about; at first what the heading above it says.
    """

    text: str
    year: int | None
    agency: str | None
    domain: str | None = None
    drafts: list[Draft] = Factory(list)
    # Of the sentence: the year meant (None: some other), one office or part of the year, plans, 其中.
    meant: Year | None = "this"
    part: bool = False
    part_year: bool = False
    idle: bool = False
    among: bool = False
    received: int | None = None
    # Of the clause: a comparison, a condition, in parentheses, and 含 since the last claim.
    compared: bool = False
    channel: bool = False
    nested: bool = False
    included: bool = False

    def read(self) -> list[Draft]:
        """Give the claims of the paragraph in their order."""
        start, clause = 0, list[tuple[Word, re.Match[str]]]()
        for kind, found in tokens(self.text):
            if kind in _BOUNDARIES:
                self._clause(clause, start, found.start())
                self._boundary(kind, found.end())
                start, clause = found.end(), []
            else:
                clause.append((Word(self._checked(kind, found), found.start(), found.end()), found))
        self._clause(clause, start, len(self.text))
        return self.drafts

    def _checked(self, kind: str, found: re.Match[str]) -> str:
        """Make a move to or from a year that is not the next or the last one a neutral word."""
        if kind not in _MOVES:
            return kind
        written = found["carried_year" if kind == "carried_over" else "forward_year"]
        good = written is None or self.year is None or year_of(written.removesuffix("年")) == self.year + _MOVES[kind]
        return kind if good else "neutral"

    def _boundary(self, kind: str, end: int) -> None:
        self.compared = self.channel = False
        self.nested = kind == "open" or (self.nested and kind not in {"close", "stop"})
        if kind in {"stop", "pause"}:
            self.included = False
        if kind == "stop":
            self.meant, self.part_year, self.idle, self.among = "this", False, False, False
            self.part = self.part and self.text.startswith("其中", end)
            self.received = None

    def _clause(self, clause: list[tuple[Word, re.Match[str]]], start: int, end: int) -> None:
        if not clause:
            return
        words = [word for word, _ in clause]
        self.part = self._subject(start, end)
        states = end - start <= _LONGEST_CLAUSE
        before: list[Word] = []
        begin, of_others = start, False
        for at, (word, found) in enumerate(clause):
            if word.kind == "number":
                if states:
                    self._number(found, (begin, before), *_after(words, at, end))
                begin, before, of_others = word.end, [], False
            elif not self._context(word, found):
                before.append(word)
                of_others = of_others or word.kind == "of_others"
                if word.kind in CASES and of_others:
                    self.domain = "else"
        if states:
            self._denials(words, end)

    def _subject(self, start: int, end: int) -> bool:
        clause = self.text[start : min(end, start + 40)]
        if _OURS.match(clause):
            return False
        return is_part(clause, self.agency) or self.part

    def _context(self, word: Word, found: re.Match[str]) -> bool:
        """Take in a word that sets the scene; False for a word of substance."""
        kind = word.kind
        if kind in DOMAINS and not (kind == "block" and self.nested):
            self.domain = DOMAINS[kind]
        match kind:
            case "compare" | "condition":
                self.compared = True
            case "since" | "plan":
                self.idle = True
            case "last" | "this" | "year":
                self.meant = self._which(kind, found[0])
                self.part_year = self.part_year and kind == "last"
            case "part_year":
                self.part_year = True
            case "part":
                self.channel = True
            case "among" | "include":
                self.among = self.among or kind == "among"
                self.included = True
        return kind in SCENERY

    def _which(self, kind: str, written: str) -> Year | None:
        if kind != "year" or self.year is None:
            return "last" if kind == "last" else "this"
        named = year_of(written.removesuffix("年"))
        return "this" if named == self.year else "last" if named == self.year - 1 else None

    def _number(self, found: re.Match[str], run: tuple[int, list[Word]], after: list[Word], limit: int) -> None:
        begin, before = run
        read = number(found)
        if read is None or self.idle or self.compared or self.meant is None:
            return
        if found["bare"] is not None and not (before and before[-1].kind not in {"received", "concluded"}):
            return
        vague = _VAGUE.match(self.text, max(found.start() - 1, 0))
        if vague:
            return
        money = found["money"] is not None
        place = Place(
            self.text, begin, before, found.start(), found.end(), after, limit, money, read.value == 0, self.domain
        )
        for bound in stated(place):
            self._add(bound, Number(read.value, self._exact(found, read, money=money)), money=money)

    def _exact(self, found: re.Match[str], read: Number, *, money: bool) -> bool:
        rounded = not money and found["scale"] != "" and found["digits"] is not None
        about = found["about"] is not None or APPROXIMATE.search(self.text, max(0, found.start() - 3), found.start())
        return read.exact and not rounded and not about

    def _add(self, bound: Bound, figure: Number, *, money: bool) -> None:
        what = bound.readings[0]
        settled = False
        partial = self.part or self.part_year or self.channel
        if what is What.RECEIVED:
            fresh = "新收" in self.text[bound.start : bound.end] or "本年" in self.text[bound.start : bound.end]
            if self.among and fresh:
                if self.received is not None:
                    self._reread(What.RECEIVED_WITH_CARRIED_OVER)
                self.received, settled = None, True
            partial = partial or (self.among and not fresh)
            if not partial and not settled:
                self.received = len(self.drafts)
        if what is What.CARRIED_OVER and self.received is not None:
            concluded = self.drafts[-1].readings == (What.CONCLUDED,)  # Which may be what they are part of.
            if self.included and not concluded:
                self._reread(What.RECEIVED_WITH_CARRIED_OVER)
            elif self.included or self.nested or self.among:
                self._reread(What.RECEIVED, What.RECEIVED_WITH_CARRIED_OVER)
        self.included = False
        year: Year = self.meant or "this"
        self.drafts.append(
            Draft(bound.readings, figure.value, money, figure.exact, year, not partial, bound.start, bound.end)
        )

    def _reread(self, *readings: What) -> None:
        assert self.received is not None
        draft = self.drafts[self.received]
        if draft.readings == (What.RECEIVED,):
            self.drafts[self.received] = evolve(draft, readings=readings)

    def _denials(self, words: list[Word], end: int) -> None:
        if self.idle or self.compared or self.meant is None:
            return
        left = False
        for at, word in enumerate(words):
            if word.kind == "no_report":
                if self.domain in {None, "requests"} and not left:
                    self._nought(Bound((What.RECEIVED,), word.start, word.end))
            elif word.kind == "not":
                following = [each for each in words[at + 1 :] if each.kind not in SCENERY]
                for bound in denied(self.text, word, following, end, self.domain):
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

"""What the grammar keeps in mind while it goes through a paragraph, and what makes it change its mind."""

from __future__ import annotations

from typing import Final, NamedTuple

from attrs import Factory, define, evolve, frozen

from govdisclosure.claims._claim import What, Year
from govdisclosure.claims._draft import Draft, Setting
from govdisclosure.claims._meanings import ABOUT_REQUESTS, CASES, DECISIONS, DOMAINS, PAPERS, RESULT_CLAIMS

HEARD: Final = frozenset(
    {
        *("compare", "condition", "since", "plan", "part_year", "rate", "part", "among", "among_ours", "include"),
        *("became", "papers", "other_cases", "published", "decided", "amended"),
    }
)
"""Kinds of words that change what is kept in mind, beside those of years and of what a text goes on about."""

_APART: Final = ({"requests", "reconsideration"}, {"requests", "litigation"}, {"requests", "else"})
"""What is told apart from each other: what follows on one is not a part of the other."""

_FEW: Final = 20
"""So many claims back it is remembered what a sentence was about; in a long one, not all are gone through each time."""


@define(kw_only=True)
class Sentence:
    """
    What is kept in mind to the end of a sentence.

    Args:
        start: Where it begins.
        year: The year that is meant; None for some other than this and the last one.
        year_outside: The one that is meant outside of the brackets.
        of_one_office: Whether it speaks of one office out of several.
        of_part_of_year: Whether it speaks of a part of the year.
        silenced_by: The kind of word that makes all its figures no claims: many years, or a plan.
        among: Whether 其中 was read.
        among_outside: Whether it was read outside of the brackets.
        among_what: What the text went on about there.
        among_before: Whether 其中 was read before the last semicolon.
        pauses: So many semicolons were read.
        of_papers: Whether it speaks of documents by how they may be made public, not of requests.
        of_other_cases: Whether its cases are others than those about disclosure.
        after_cases: Whether the last things that it named are cases.
        of_published: Whether its decisions are those that were made public, not all that were made.
        of_amended: Whether it speaks of amended documents.
        awaits: Whether requests were received of which only a total behind tells how many.
        of_some: Whether it speaks of some of the requests, up to a semicolon.
        drafts: The claims so far.
    """

    start: int = 0
    year: Year | None = "this"
    year_outside: Year | None = "this"
    of_one_office: bool = False
    of_part_of_year: bool = False
    silenced_by: str | None = None
    among: bool = False
    among_outside: bool = False
    among_what: str | None = None
    among_before: bool = False
    pauses: int = 0
    of_papers: bool = False
    of_other_cases: bool = False
    after_cases: bool = False
    of_published: bool = False
    of_amended: bool = False
    awaits: bool = False
    of_some: bool = False
    drafts: list[Draft] = Factory(list)


@frozen(kw_only=True)
class Clause:
    """
    What is kept in mind to the end of a clause.

    Args:
        silenced_by: The kind of word that makes all its figures no claims: a comparison, or a condition.
        of_one_channel: Whether it speaks of one channel out of several.
    """

    silenced_by: str | None = None
    of_one_channel: bool = False


@define(kw_only=True)
class Stretch:
    """
    What is kept in mind to the next semicolon or full stop.

    Args:
        first: How many claims stand before it.
        domain: What the last words say that tell what the text goes on about; None for none.
        of_requests: Whether requests are spoken of.
        year_before: The year that was meant before it named one that is only that of a paper; empty if it did not.
        of_rate: Whether it speaks of a rate, or of some days of the year.
        claims_rate: Whether it makes a claim on such, so that what follows can be as well.
        of_petitions: Whether words of other work stand in it, behind a list that began before.
        of_other_things: Whether things are counted that are no requests, which what is dealt with is of: 民生实事10件，
            办结10件.
    """

    first: int = 0
    domain: str | None = None
    of_requests: bool = False
    year_before: tuple[Year | None, ...] = ()
    of_rate: bool = False
    claims_rate: bool = False
    of_petitions: bool = False
    of_other_things: bool = False


_PLAIN: Final = Clause()
"""A clause of which nothing is known."""


def _of_any_cause(draft: Draft) -> Draft:
    """Give cases of which only some are about disclosure: 行政复议162件，其中因政府信息公开引发的12件."""
    return evolve(draft, part_of="list") if draft.is_unnamed_case else draft


class Above(NamedTuple):
    """What the heading above a paragraph says: what that goes on about, and whether it is of one office of several."""

    domain: str | None = None
    of_one_office: bool = False


@define(kw_only=True)
class Mind:
    """
    The state of the grammar at a place of a paragraph.

    Args:
        above: What the heading above says, or the last sentence that only names an office.
        domain: What the text goes on about; at first what the heading above it says.
        sentence: What is known of the sentence.
        stretch: What is known of what stands behind the last semicolon.
        clause: What is known of the clause.
        nested: Whether the place is in parentheses.
        included: Whether 含, 包括 or 其中 was read since the last claim.
        number: Where the last number ends.
    """

    above: Above = Factory(Above)
    domain: str | None = Factory(lambda self: self.above.domain, takes_self=True)
    sentence: Sentence = Factory(lambda self: Sentence(of_one_office=self.above.of_one_office), takes_self=True)
    stretch: Stretch = Factory(Stretch)
    clause: Clause = _PLAIN
    nested: bool = False
    included: bool = False
    number: int = 0

    @property
    def subject(self) -> str | None:
        """What the text speaks of here."""
        return "papers" if self.sentence.of_papers else self.domain

    @property
    def says(self) -> Above:
        """What a heading says that was read to its end."""
        return Above(self.domain, self.above.of_one_office)

    @property
    def silenced(self) -> bool:
        """Whether figures are no claims here."""
        mute = self.sentence.silenced_by or self.clause.silenced_by
        return mute is not None or self.sentence.year is None

    @property
    def body(self) -> str | None:
        """Of what figures are, if not of all that the report is on: ``office`` or ``channel``, one of several."""
        if self.sentence.of_one_office:
            return "office"
        return "channel" if self.clause.of_one_channel or self.sentence.of_some else None

    @property
    def of_part_of_year(self) -> bool:
        """Whether figures are of a part of the year, or a rate."""
        return self.sentence.of_part_of_year or self.stretch.of_rate

    @property
    def setting(self) -> Setting:
        """How a claim would hang on what was said before."""
        sentence = self.sentence
        return Setting(sentence.among, self.included, self.nested, sentence.pauses, sentence.start, self.number)

    def end_clause(self, mark: str) -> None:
        """Pass a comma or a bracket, or another mark that ends a clause."""
        self.clause = _PLAIN
        # 国庆期间收到申请2件，办结2件, but 每周调度，办结申请86件
        if mark in {"comma", "pause"}:
            self.stretch.of_rate = self.stretch.claims_rate
        # 新收86件、结转6件（2023年）、办结88件: the year is that of the words in the brackets.
        if mark == "open" and not self.nested:
            self.sentence.year_outside, self.sentence.among_outside = self.sentence.year, self.sentence.among
        # 办理申请15件（其中上年结转1件），办结13件
        elif mark == "close" and self.nested:
            self.sentence.year, self.sentence.among = self.sentence.year_outside, self.sentence.among_outside
        self.nested = mark == "open" or (self.nested and mark not in {"close", "stop"})
        if mark in {"stop", "pause"}:
            self.included = self.sentence.of_some = self.sentence.awaits = False
            self.sentence.pauses += 1
            claimed = any(draft.readings for draft in self.sentence.drafts[self.stretch.first :])
            # 每月收到申请7件；办结6件, but 每月更新专栏12个；制发规范性文件6件
            of_rate = self.stretch.of_rate and mark == "pause"
            # 对2023年报告进行公开；收到申请86件
            if self.stretch.year_before and not claimed:
                self.sentence.year = self.stretch.year_before[0]
            first = 0 if mark == "stop" else len(self.sentence.drafts)
            self.stretch = Stretch(first=first, of_rate=of_rate, claims_rate=of_rate)
            # 主动公开信息860条，其中社会救助32条；收到申请1件
            self.sentence.among = self.sentence.among_before = self.sentence.among and bool(self.sentence.drafts)

    def end_sentence(self, end: int, *, goes_on: bool) -> None:
        """Pass a full stop; the next sentence can go on about the same office."""
        self.sentence = Sentence(
            start=end, of_one_office=self.above.of_one_office or (self.sentence.of_one_office and goes_on)
        )

    def hear_heading(self, *, of_one_office: bool) -> None:
        """Take in a sentence that only names a body, of which those behind it are."""
        self.above = self.above._replace(of_one_office=of_one_office)

    def hear_domain(self, kind: str, word: str) -> None:
        """Take in what a word says of what the text goes on about."""
        # 其中系统11件，局长信箱2件, through which requests came
        if kind == "block" and (self.nested or self.sentence.among):
            self.stretch.of_petitions = self.sentence.among_before and not self.stretch.of_requests
            return
        # 主动公开80件、依申请公开30件: how documents may be made public
        if self.sentence.of_papers and word.rstrip("的") == "依申请公开":
            return
        # 行政复议申请渠道畅通，共接收申请316件
        if kind == "request" and self.sentence.after_cases and word == "申请":
            return
        # 收到许可申请66件，其中网上申请52件，办结63件
        if word == "申请" and self.sentence.among and self.domain == "else":
            return
        # 更新专栏12个，制发规范性文件3件，废止1件
        if kind in PAPERS:
            self.stretch.of_other_things = False
        self.sentence.after_cases = kind in CASES
        self.domain = self.stretch.domain = DOMAINS[kind]
        # 行政复议8件，其中维持5件；收到申请86件
        if self.sentence.among_before and {self.domain, self.sentence.among_what} in _APART:
            self.sentence.among = self.sentence.among_before = False
        if kind == "request":
            self.sentence.of_papers = False
            self.stretch.of_requests = True
            self.stretch.of_petitions = self.stretch.of_other_things = False

    def hear_other_work(self) -> None:
        """Take in that other work is counted, which is no part of what a list before is of."""
        self.stretch.of_other_things = True
        self.sentence.among = self.sentence.among_before = False

    def hear_cases(self, domain: str, *, others: bool) -> None:
        """Take in that cases are spoken of: those about disclosure, or others."""
        self.domain = "else" if others else domain
        self.sentence.of_other_cases = others

    def hear_year(self, year: Year | None, *, goes_on: bool) -> None:
        """Take in which year is meant; a part of the year stays one where the word goes on about it."""
        self.sentence.year = year
        self.sentence.of_part_of_year = self.sentence.of_part_of_year and goes_on
        self.stretch.of_rate = self.stretch.of_rate and goes_on
        self.stretch.claims_rate = self.stretch.claims_rate and goes_on

    def hear_year_of_paper(self, year: Year | None) -> None:
        """Take in the year of a report or plan that something is done with, which is meant no further than that."""
        self.stretch.year_before = self.stretch.year_before or (self.sentence.year,)
        self.hear_year(year, goes_on=False)

    def hear_this_year(self) -> None:
        """Take in that this year is spoken of: 综合执法队成立以来规范执法，今年作出行政处罚9件."""
        if self.sentence.silenced_by == "since":
            self.sentence.silenced_by = None

    def hear(self, kind: str) -> None:
        """Take in a word that says of when or of what part a text speaks, or what is done with documents and cases."""
        match kind:
            case "compare" | "condition":
                self.clause = Clause(silenced_by=kind, of_one_channel=self.clause.of_one_channel)
            case "since" | "plan":
                self.sentence.silenced_by = kind
            case "part_year":
                self.sentence.of_part_of_year = True
            case "rate":
                self.stretch.of_rate = True
            case "part":
                self.clause = Clause(silenced_by=self.clause.silenced_by, of_one_channel=True)
            case "among" | "include":
                if kind == "among":
                    self._hear_list()
                self.included = True
            case "among_ours":
                self.included = True
                self._hear_list()
                self.sentence.drafts = [_of_any_cause(draft) for draft in self.sentence.drafts]
            case "became":
                self.clause = _PLAIN
                self.sentence.year = "this"
            case _:
                self._hear_work(kind)

    def _hear_list(self) -> None:
        """Take in 其中, and what its list is of: 主动公开信息860条，其中微信63条 is of nothing that is claimed."""
        self.sentence.among = True
        counted = self.sentence.drafts[self.stretch.first :]
        of_no_claim = bool(counted) and not any(draft.readings for draft in counted)
        self.sentence.among_what = "else" if of_no_claim else self.domain

    def _hear_work(self, kind: str) -> None:
        """Take in what is done with documents, decisions and cases."""
        match kind:
            case "papers":
                self.sentence.of_papers |= not self.spoke_of_requests
            case "other_cases":
                self.sentence.of_other_cases = True
            # 行政许可126件（已全部公示）
            case "published" | "decided" if not self.nested:
                self.sentence.of_published = kind == "published"
            case "amended":
                self.sentence.of_amended = True

    @property
    def spoke_of_any_requests(self) -> bool:
        """Whether the sentence has counted requests of any kind: 收到各类申请6件，其中政府信息公开申请4件."""
        received = [draft for draft in self.sentence.drafts[-_FEW:] if draft.readings == (What.RECEIVED,)]
        return bool(received) and not received[-1].names_disclosure

    @property
    def spoke_of_requests(self) -> bool:
        """Whether the sentence has made a claim on requests."""
        return any(ABOUT_REQUESTS & {*draft.readings} for draft in self.sentence.drafts[-_FEW:])

    @property
    def spoke_of_decisions(self) -> bool:
        """Whether the sentence has made a claim on decisions, and goes on about them."""
        counted = any({*DECISIONS.values()} & {*draft.readings} for draft in self.sentence.drafts[-_FEW:])
        return counted and self.stretch.domain == "decisions"

    @property
    def spoke_of_results(self) -> bool:
        """Whether the last claim of the sentence is on a result of cases."""
        return any(RESULT_CLAIMS & {*draft.readings} for draft in self.sentence.drafts[-1:])

    def claim(self, draft: Draft) -> None:
        """Take in a claim; what follows requests is of them, and no longer of documents."""
        self.sentence.drafts.append(draft)
        self.stretch.claims_rate |= self.stretch.of_rate and bool(draft.readings)
        # 办理民生实事10件，予以公开12件，办结22件
        if ABOUT_REQUESTS & {*draft.readings}:
            self.stretch.of_requests, self.stretch.of_other_things = True, False
        self.sentence.of_papers = self.sentence.of_papers and draft.readings != (What.RECEIVED,)
        self.included = False

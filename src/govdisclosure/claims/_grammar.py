"""The grammar: goes through a paragraph clause by clause, and binds its numbers and denials to what they are about."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property
from itertools import islice, pairwise
from typing import Final, NamedTuple

from attrs import Factory, define, evolve

from govdisclosure.claims._answers import all_came_to
from govdisclosure.claims._askers import names_askers, with_persons_apart
from govdisclosure.claims._beside import with_those_of_last_year, without_told_otherwise
from govdisclosure.claims._bind import bounds_of
from govdisclosure.claims._cases import BOTH_CASES, is_of_any_cause, without_other_cases
from govdisclosure.claims._claim import What, Year
from govdisclosure.claims._copied import is_copied
from govdisclosure.claims._corrected import not_corrected
from govdisclosure.claims._deny import denied, denied_words, is_said_again, not_happened
from govdisclosure.claims._draft import Draft, part
from govdisclosure.claims._left import none_left
from govdisclosure.claims._meanings import CASES, DOMAINS, FEES, OUTCOMES, PROCEEDINGS, REQUESTS, RESULTS
from govdisclosure.claims._mind import HEARD, Mind
from govdisclosure.claims._numbers import Number, in_tens_of_thousands, number
from govdisclosure.claims._office import (
    OF_SECTOR,
    are_departments_beside_towns,
    is_of_larger_region,
    is_part,
    is_part_by_heading,
)
from govdisclosure.claims._others import counts_other_things, is_other_work
from govdisclosure.claims._place import ALIEN, Bound, Place, Word
from govdisclosure.claims._respective import is_listed, respective
from govdisclosure.claims._results import by_route
from govdisclosure.claims._sentence import added_up, plausible, settled
from govdisclosure.claims._shares import without_own_shares
from govdisclosure.claims._some import (
    is_of_any_year,
    is_of_government,
    is_of_other_body,
    is_of_sector,
    is_of_some_askers,
    is_of_some_requests,
)
from govdisclosure.claims._subsets import OF_SOME
from govdisclosure.claims._tokens import tokens
from govdisclosure.claims._totals import LEFT_OUT
from govdisclosure.vocabulary.prose import APPROXIMATE, GROUNDS, SCENERY
from govdisclosure.vocabulary.years import names_year, year_of

_BOUNDARIES: Final = frozenset({"stop", "pause", "comma", "open", "close"})
_VAGUE: Final = re.compile("[数几上][十百千万]")
_SECTOR: Final = re.compile(f"全.{OF_SECTOR}")
_OURS: Final = re.compile("全[市县区省镇乡州]|我|本[单机局镇]|(?:总|合|共)计")
_NONE_LEFT: Final = {kind: REQUESTS[kind] for kind in ("carried_over", "carried_forward")}
_MOVED: Final = "结转"
_LEFT: Final = frozenset({"not", "unsure", "concluded", "carried_over", "carried_forward", *OUTCOMES})


class _Naming(NamedTuple):
    """
    A kind of word with a year: how far that should be from the report year, and what if it is not.

    The year is a group of the word, or the whole of it.
    """

    group: str | None
    distance: int
    right: str
    wrong: str


_NAMING: Final = {
    "carried_over": _Naming("carried_year", -1, "carried_over", "neutral"),
    "carried_forward": _Naming("forward_year", 1, "carried_forward", "neutral"),
    # 2024年以来, in the report on 2024
    "since": _Naming("since_year", 0, "this", "since"),
    "year": _Naming(None, 0, "year", "other_year"),
}
_TOWARDS: Final = re.compile("[至到入于]")
_REASON: Final = re.compile(
    r"\(|(?:的?(?:依申请公开|(?:政府)?信息公开)?申请)?(?:因|由于|尚|仍|正在|未|于|系|还?在)[^,。;]{0,30},"
)
_TO_COME: Final = frozenset({"", "将", "需", "需要", "已", "故", "现"})
"""What stands before words that say where requests go: 将结转至下一年度."""
_CASES: Final = {(What.RECONSIDERATION,), (What.LITIGATION,)}
# 行政复议1件，目前尚未审结 · 行政复议案件2件均被维持
_ENDED: Final = re.compile(
    "(?:案件)?[,(]?(?:截[至止][^,。;]{1,10})?其?(?:复议机关|法院|复议|诉讼|审理)?(?:结果)?(?:为|是)?(?:目前|现)?(?P<all>均|都|全部)?(?:被?(?:复议机关|法院))?(?:已|被|获得?|得到|为|予以|被予以|决定|裁定|判决)?(?:结果)?"
)
_IN_ALL: Final = re.compile("[,、]?(?:合计|共计|总计|共|总共)(?:为|有)?")
_BECAME: Final = re.compile("[增减升降]|上升|下降|提高")
_DENIALS: Final = frozenset({"not", "no_report"})
_SUBJECT: Final = 40
"""Characters of a clause that are looked at for the body that it is about."""

# 对2023年报告进行公开 · 完成2023年度报告编制
_OF_PAPER: Final = re.compile("(?:对|完成|[发公]布|编制|公开|落实|整改)了?$")
_PAPERS: Final = re.compile("(?:(?<=[公发收]文)|(?<=文件)|(?<=文稿))(?:总[数量])?[共计为]{0,2}[0-9]{1,6}[件份]")
_GOVERNING: Final = 3
_YEARS: Final = frozenset({"last", "this", "year", "other_year"})
_THINGS: Final = frozenset("件条份宗例起笔")
_LOOKING_BACK: Final = 40
"""Characters before words that are looked at for what they are of, or a part of."""

_LONGEST_CLAUSE: Final = 1_000
"""
Characters of a clause that states something: the longest in real reports, a list of what was posted, has 80. What is
longer is no sentence; the words of each of its claims would be as long, and there could be thousands of them.
"""


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
        limit: Where it is read no further, since no sentence behind states anything.
    """

    text: str
    year: int | None
    agency: str | None
    mind: Mind
    drafts: list[Draft] = Factory(list)
    limit: int = Factory(lambda self: len(self.text), takes_self=True)

    def read(self) -> list[Draft]:
        """Give the claims of the paragraph in their order."""
        start, words = 0, list[Word]()
        for kind, matched in tokens(self.text, self.limit):
            if kind in _BOUNDARIES:
                if words:
                    self._clause(words, start, matched.start())
                # 各乡镇(街道)均未收到申请
                elif kind == "open":
                    self._subject(start, start + _SUBJECT)
                self._boundary(kind, matched.end())
                start, words = matched.end(), []
            else:
                kind = self._named(kind, matched) if kind in _NAMING else kind  # noqa: PLW2901 - which it is here
                words.append(Word(kind, *matched.span(), matched))
        if words:
            self._clause(words, start, self.limit)
        if self.mind.sentence.start < self.limit:
            self._end_sentence(self.limit, goes_on=False)
        # A claim that is alone tells nothing of others.
        if len(self.drafts) == 1:
            return self.drafts
        drafts = with_those_of_last_year(
            added_up(plausible(by_route(without_own_shares(with_persons_apart(self.drafts)))))
        )
        return without_told_otherwise(drafts)

    def _named(self, kind: str, matched: re.Match[str]) -> str:
        """Give the kind of a word that names a year, which depends on the report year."""
        named = _NAMING[kind]
        written = matched[0] if named.group is None else matched.groupdict().get(named.group)
        if written is None:
            return kind
        distance = named.distance if self.year is None else year_of(written.removesuffix("年")) - self.year
        if distance == named.distance:
            return named.right
        # 结转2023年3件, in the report on 2024
        from_last = kind == "carried_forward" and distance == -1 and not _TOWARDS.search(matched[0])
        return "carried_over" if from_last else named.wrong

    def _boundary(self, mark: str, end: int) -> None:
        self.mind.end_clause(mark)
        if mark == "stop":
            self._end_sentence(end, goes_on=self.text.startswith("其中", end))

    def _end_sentence(self, end: int, *, goes_on: bool) -> None:
        sentence = self.mind.sentence
        if sentence.drafts:
            drafts = without_other_cases(sentence.drafts, self.text, end)
            sentence.drafts = [part(draft) if self._is_of_some(draft) else draft for draft in drafts]
            # 25件由我局答复，2件由县教育局答复: each is compared with the other first.
            read = settled(sentence, self.drafts)
            self.drafts += [part(draft) if is_of_other_body(draft, self.agency) else draft for draft in read]
        elif end - sentence.start <= _SUBJECT:
            of_part = is_part_by_heading(self.text[sentence.start : end], self.agency)
            if of_part is not None:
                self.mind.hear_heading(of_one_office=of_part)
        self.mind.end_sentence(end, goes_on=goes_on)

    def _is_of_some(self, draft: Draft) -> bool:
        """Tell whether a figure is of decisions of one sector, or of documents of a government or of other years."""
        of_some = is_of_sector(draft, self.agency) or is_of_government(draft, self.agency)
        return of_some or is_of_any_year(draft, self.text)

    def _clause(self, words: list[Word], start: int, end: int) -> None:
        """Go through the words of a clause, which begins and ends at these places."""
        self._subject(start, min(end, start + _SUBJECT))
        self._carried(words[0], start)
        states = end - start <= _LONGEST_CLAUSE
        own = respective(self.text, words, start) if states and self.text.find("分别", start, end) >= 0 else {}
        begin, before, denies, of_others = start, list[Word](), False, False
        for at, word in enumerate(words):
            kind = word.kind
            if kind == "number":
                # 由上年的21件增加到34件: the first is not what is claimed.
                if _BECAME.match(self.text, word.end):
                    continue
                said = own.get(at, (begin, before))
                # 2023年、2024年分别收到申请75件、86件, of which each is of one of several
                listed = at not in own and is_listed(self.text, words, at)
                if states:
                    self._number(words, at, said, end=end, listed=listed)
                begin, before, of_others = word.end, [], False
                self.mind.number = word.end
            elif kind == "topic":
                # 行政复议、行政诉讼情况：被申请行政复议5件
                begin, before = word.end, []
            elif not self._is_scenery(word):
                before.append(word)
                denies, of_others = denies or kind in _DENIALS, of_others or kind == "of_others"
                if kind in CASES:
                    self._cases(word, begin, of_others=of_others)
                elif word.end == end and (kind in RESULTS or kind in OUTCOMES):
                    self._result(word)
        if denies and states:
            self._denials(words, start, end)
        # 共有15个单位收到政府信息公开申请，共86件
        self._await(before, begin, end)
        # 自然人申请中，予以公开35件
        of_requests = self.text.endswith("申请中", start, end)
        self.mind.sentence.of_some |= of_requests and is_of_some_askers(self.text[start:end])

    def _await(self, words: list[Word], begin: int, end: int) -> None:
        """Take in requests that are said to be received, and not how many: 共有15个单位收到申请，共86件."""
        kinds = [word.kind for word in words]
        told = kinds == ["received", "request"] and words[-1].end == end and not self.mind.body
        # 收到自然人申请，共10件
        said = self.text[begin:end]
        self.mind.sentence.awaits |= told and not is_of_some_askers(said) and not is_of_some_requests(said)

    def _carried(self, first: Word, start: int) -> None:
        """Take in a clause that says of a number before it that it came from last year, or goes over to the next."""
        drafts = self.mind.sentence.drafts
        if not drafts or not first.kind.startswith("carried"):
            return
        last = drafts[-1]
        begins = self.text[start : first.start] in _TO_COME
        forward = first.kind == "carried_forward" and begins and not last.readings
        # 2件因申请时间临近年底，转下一年度继续办理
        if forward and _REASON.fullmatch(self.text, last.end, start):
            drafts[-1] = evolve(last, readings=(What.CARRIED_FORWARD,), end=first.end)
        # 收到申请1件，为上年度结转件
        elif last.readings == (What.RECEIVED,) and self.text[start : first.start] in {"为", "均为", "系"}:
            drafts[-1] = evolve(last, readings=(What.RECEIVED, What.RECEIVED_WITH_CARRIED_OVER))

    def _result(self, word: Word) -> None:
        """Take in a result that ends a clause: that of all the cases before it, which needs no number of its own."""
        drafts = self.mind.sentence.drafts
        answered = all_came_to(self.text, drafts, word) if drafts else None
        if answered is not None:
            self.mind.claim(answered)
        of_cases = word.kind in RESULTS and drafts and drafts[-1].readings in _CASES
        if not of_cases or self.text.endswith("撤销", 0, word.end):
            return
        last = drafts[-1]
        said = _ENDED.fullmatch(self.text, last.end, word.start)
        # 行政复议1件，尚未审结 · 行政诉讼3件，均维持
        if said is not None and last.value and (last.value == 1 or said["all"]):
            what = What(f"{last.readings[0]}_{RESULTS[word.kind]}")
            # The words that are quoted have the figure: 行政复议1件，尚未审结.
            words = self.text[last.start : word.end]
            self.mind.claim(evolve(last, readings=(what,), end=word.end, words=words))

    def _cases(self, word: Word, begin: int, *, of_others: bool) -> None:
        """Take in whether cases are those about disclosure: where nothing is said of that, they are as those before."""
        named = "信息公开" in self.text[max(begin, word.start - _LOOKING_BACK) : word.start]
        others = of_others or (self.mind.sentence.of_other_cases and not named)
        self.mind.hear_cases(DOMAINS[word.kind], others=others)

    def _subject(self, start: int, end: int) -> None:
        """Take in whom a clause is about that begins with the words between two places."""
        words = self.text[start:end]
        # 全县公安机关收到申请110件, in the report of the county
        of_sector = _SECTOR.match(words) is not None and is_part(words, self.agency)
        beside = are_departments_beside_towns(self.text, start, self.mind.sentence.start)
        if beside or is_of_larger_region(words, self.agency):
            self.mind.sentence.of_one_office = True
        elif _OURS.match(words) and not of_sector:
            self.mind.sentence.of_one_office = False
        elif is_part(words, self.agency):
            self.mind.sentence.of_one_office = True

    def _is_scenery(self, word: Word) -> bool:
        """Take in a word; tell whether it only sets the scene."""
        kind = word.kind
        if kind in DOMAINS:
            self.mind.hear_domain(kind, word.matched[0])
        if kind in _YEARS:
            if _OF_PAPER.search(self.text, max(0, word.start - _GOVERNING), word.start):
                self.mind.hear_year_of_paper(self._which(word))
            else:
                self.mind.hear_year(self._which(word), goes_on=kind == "last")
            # 行政许可权集中以来，2024年作出行政许可760件
            if kind == "this" or (kind == "year" and self.text[word.start - 1] == ","):
                self.mind.hear_this_year()
        elif kind in HEARD:
            self.mind.hear(kind)
            # 办结申请20件；印发公文86件，其中不予公开12件
            self.mind.sentence.of_papers |= _PAPERS.match(self.text, word.end) is not None
        return kind in SCENERY

    def _which(self, word: Word) -> Year | None:
        if word.kind != "other_year" or self.year is None:
            return "last" if word.kind == "last" else "this"
        if year_of(word.matched[0].removesuffix("年")) != self.year - 1:
            return None
        # Where the report year is spoken of as well, last year is what is meant.
        copied = is_copied(self.text, self.mind.sentence.start, word.start, word.end) and not self.names_report_year
        return "this" if copied else "last"

    @cached_property
    def names_report_year(self) -> bool:
        """Whether the paragraph names the report year."""
        return self.year is not None and names_year(self.text, self.year)

    def _number(self, words: list[Word], at: int, said: tuple[int, list[Word]], *, end: int, listed: bool) -> None:
        """Bind a number to what it is about, if it is a claim at all, by what is said before it from some place on."""
        (begin, before), word, matched = said, words[at], words[at].matched
        if self.mind.silenced or _VAGUE.match(self.text, max(word.start - 1, 0)):
            return
        read = number(matched)
        # 行政复议2，行政诉讼1, but not 收到2
        bare = matched["bare"] is not None and not (before and before[-1].kind not in {"received", "concluded"})
        if read is None or bare:
            return
        money = matched["money"] is not None
        # 行政事业性收费(万元):12.48
        if before and before[-1].kind in FEES:
            amount = in_tens_of_thousands(matched, read, self.text[before[-1].end : word.start])
            read, money = amount or read, money or amount is not None
        after, limit = _after(words, at, end)
        place = Place(
            text=self.text,
            begin=begin,
            before=before,
            start=word.start,
            end=word.end,
            after=after,
            limit=limit,
            money=money,
            nought=read.value == 0,
            mind=self.mind,
        )
        # 收到申请14件，其中网上5件；12345热线受理126件，办结125件
        if self.mind.stretch.of_petitions and is_other_work(place, read.value):
            self.mind.hear_other_work()
        bounds = bounds_of(place)
        if not bounds and self.mind.sentence.awaits and _IN_ALL.fullmatch(place.said):
            bounds = [Bound((What.RECEIVED,), place.start, place.end)]
        # 收到政府信息公开申请：网络61件
        if not bounds and before and self.text.startswith(":", before[-1].end):
            self._await(before, begin, before[-1].end)
        figure = Number(read.value, self._exact(matched, read, money=place.money))
        for bound in bounds or self._left_open(place):
            self._add(bound, figure, money=place.money, begin=begin, listed=listed)
        if not bounds or bounds[0].readings == BOTH_CASES:
            self._of_no_cell(place, read.value)

    def _left_open(self, place: Place) -> list[Bound]:
        """Give a number of things that only its sentence can tell the meaning of, as what is about nothing yet."""
        if self.mind.stretch.of_other_things or not self._tells_of_it(place):
            return []
        counted = place.text[place.end - 1] in _THINGS and not place.money
        return [Bound((), place.start, place.end)] if counted and not place.has("not", "condition", "block") else []

    def _tells_of_it(self, place: Place) -> bool:
        """Tell whether a sentence says something of a number that is about nothing yet, before it or behind it."""
        # 1件正在办理中，结转到2025年办理
        due = _REASON.match(self.text, place.end) and self.mind.subject not in ALIEN
        said = place.said
        of_some = OF_SOME.search(said) or LEFT_OUT.search(said) or names_askers(said)
        return bool(self.mind.sentence.drafts or due or of_some)

    def _of_no_cell(self, place: Place, value: Decimal) -> None:
        """Take in a number that is of no cell, so that what follows is not of one, either."""
        if place.has("reconsideration") and place.has("litigation"):
            self.mind.domain = "cases"
        # 办理行政复议案件86件，行政诉讼案件73件
        elif place.has(*PROCEEDINGS) and is_of_any_cause(place):
            self.mind.hear_cases("else", others=True)
        elif counts_other_things(place, value):
            self.mind.stretch.of_other_things = True
        # 收到招投标异议3件，答复3件
        if place.has("received", "received_new") and not place.mind.spoke_of_requests:
            self.mind.domain = "else"

    def _exact(self, matched: re.Match[str], read: Number, *, money: bool) -> bool:
        rounded = not money and matched["scale"] != "" and matched["digits"] is not None
        about = matched["about"] is not None or APPROXIMATE.search(
            self.text, max(0, matched.start() - 3), matched.start()
        )
        return read.exact and not rounded and not about

    def _add(self, bound: Bound, figure: Number, *, money: bool, begin: int, listed: bool = False) -> None:
        # Requests that came over from last year, or go over to the next, are of no part of the year.
        months = self.mind.of_part_of_year and not {What.CARRIED_OVER, What.CARRIED_FORWARD} & {*bound.readings}
        self.mind.claim(
            Draft(
                readings=bound.readings,
                value=figure.value,
                money=money,
                exact=figure.exact,
                year=self.mind.sentence.year or "this",
                part_of=self.mind.body or ("months" if months else "list" if listed else None),
                start=bound.start,
                end=bound.end,
                words=self.text[bound.start : bound.end],
                before=self.text[max(begin, bound.start - _LOOKING_BACK) : bound.start],
                setting=self.mind.setting,
                behind=self.text[bound.end : bound.end + _LOOKING_BACK],
                skipped=self.text[max(self.mind.number, begin - _LOOKING_BACK) : begin],
                grounds=self._grounds(bound),
                summed=bound.summed,
            )
        )

    def _grounds(self, bound: Bound) -> tuple[str, ...]:
        """Give the rows of the form that words name as why: 涉及商业秘密，经征求第三方意见，2件不予公开."""
        named = GROUNDS.get(bound.readings[0]) if bound.readings else None
        if named is None:
            return ()
        # What stands before the figure before is why that was so.
        told = next((draft.end for draft in reversed(self.mind.sentence.drafts) if draft.readings), 0)
        begin = max(told, self.mind.sentence.start, bound.start - _LOOKING_BACK)
        return tuple(dict.fromkeys(ground.lastgroup or "" for ground in named.finditer(self.text, begin, bound.end)))

    def _denials(self, words: list[Word], start: int, end: int) -> None:
        if self.mind.silenced:
            return
        left = None
        for at, word in enumerate(words):
            if word.kind == "no_report":
                # 上年结转政府信息公开申请数量为零
                what = (What.RECEIVED,) if left is None else _NONE_LEFT.get(left)
                if self.mind.domain in {None, "requests"} and what:
                    self._nought(Bound(what, word.start, word.end), start)
            elif word.kind == "not":
                corrected = not_corrected(self.text, words, at, self.mind)
                for bound in corrected:
                    self._nought(bound, start)
                # 行政复议零纠错、行政诉讼零败诉
                if corrected:
                    continue
                bounds = self._denied(words[at:], end)
                if [each.matched[0] for each in words[at + 1 : at + 2]] == [_MOVED]:
                    bounds = none_left(self.text, bounds, self.mind)
                for bound in bounds or not_happened(self.text, word, words[:at]):
                    self._nought(bound, start)
                return
            left = word.kind if word.kind in _LEFT else left

    def _denied(self, words: list[Word], end: int) -> list[Bound]:
        """Give what words deny that begin with a denial: each of several its own things, or all of them the same."""
        denials = [at for at, word in enumerate(words) if at == 0 or is_said_again(self.text, word)]
        if len(denials) == 1:
            return self._denied_at_once(words, end)
        # 未收到申请、未发生行政复议, but 未制定、未废止规范性文件
        own = [
            self._denied_at_once(words[at:to], words[to].start if to < len(words) else end)
            for at, to in pairwise([*denials, len(words)])
        ]
        return [bound for bounds in own for bound in bounds] if all(own) else self._denied_at_once(words, end)

    def _denied_at_once(self, words: list[Word], end: int) -> list[Bound]:
        return denied(self.text, words[0], denied_words(self.text, words[1:]), end, self.mind.domain)

    def _nought(self, bound: Bound, begin: int) -> None:
        money = bound.readings[0] in {What.FEES, What.PROCESSING_FEE}
        self._add(bound, Number(Decimal(0), exact=True), money=money, begin=begin)


def _after(words: list[Word], at: int, end: int) -> tuple[list[Word], int]:
    """Give the words of a clause after the number at a place, up to the next number or the end, and where that is."""
    after: list[Word] = []
    for word in islice(words, at + 1, None):
        if word.kind == "number":
            return after, word.start
        if word.kind != "neutral":
            after.append(word)
    return after, end

"""Numbers in their clauses: the words before and after them, and what lies between."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import frozen

from govdisclosure.claims._meanings import DECISIONS, FEES, OUTCOMES, PAPERS, PROCEEDINGS
from govdisclosure.claims._mind import Mind

if TYPE_CHECKING:
    from govdisclosure.claims._claim import What

_FILLING: Final = re.compile(
    r"(?:的|了|:|\)|”|共|共计|总计|合计|累计|总共|一共|计|为|是|有|仅|只|达到?|均|都|各|数量?|总数|收?件数|总量|总|量|案件|案|件|全年|完[成毕结]|事项|情况|情形|政府信息|申请"
    r"|文件|\([^()0-9]{1,20}\)|分别|已|约|近|超过?|逾|不足|大约|将近|至少|近乎|不少于|突破"
    # 申请量从上年的31件增加到今年的38件
    "|(?:[由从](?:上年|去年|[0-9]{4}年)?度?的?[0-9]{1,6}[件条份宗])?(?:增加|增长|上升|提高|减少|下降|增|升|降|减)[到至]"
    "(?:(?:今年|本年|[0-9]{4}年)度?的?)?)*"
)
_DECIDED: Final = re.compile(
    r"(?:\((?:办理|办结|处理|作出|件|起|宗|(?:单位:)?万元)\))?:?(?:本年度?)?(?:处理)?(?:决定书?|结果|信息)?(?:案件|措施)?(?:数量?|总数|总量|件数)?(?:的|:|共|共计|总计|合计|累计|计|为|是|均为|各|有|全年|作出|实施|约|近|超过?|逾|达到?|实现|总?金额|总额|收入)*"
)
_ANSWERED: Final = frozenset({"类", "决定", "决定书", "告知", "告知书", "信息", "相关信息", "相关政府信息"})
_TITLES: Final = re.compile("(?:《[^《》]{1,60}》[、和及]?)+(?:等)?")
_GOES_ON: Final = re.compile("(?:$|[、:]|均|都|全|并|已|较|比|同|其中|中|按|依|和|及|、)")
_ENDS: Final = frozenset({*",;。!?|()[]外", ""})
_LISTED: Final = frozenset("、和及与或")
ALIEN: Final = frozenset({"else", "papers", "cases", *PROCEEDINGS})
"""Subjects that have cases or papers of their own that are carried over."""

_SHARE: Final = re.compile("[(约]*占(?:比|[^,。;、0-9]{1,8})?[0-9.]{1,6}%\\)?")
_LONGEST_GAP: Final = 26
_ALSO: Final = re.compile("的?(?:[、和及与或]|以及)")
_SUMS: Final = re.compile("(?:共|合计|[共总]计|一共|总共)(?:有|为)?$")
# 涉及征地的信息公开申请15件, 转为依申请公开3件, 企业提出公开申请1件: what a number of requests without a verb is not.
SOME: Final = re.compile(
    "涉及|关于|属于|其中|[因对转类为查]|非$|认定|标注|抽取|选取|分析|梳理|整理|归档|回访|审核|指导|督[办导促]|催办|跟踪|协[助办]|配合|参与|研究|会商|代办|模拟"
    "|撤回|撤销|退回|补正|延期|逾期|超期|重复|律师|涉企"
    "|自然人(?![、和及与或])|(?<![、和及与或])(?:法人|企业)(?![、和及与或])"
)


class Word(NamedTuple):
    """A word of the grammar in a text: its kind, its span, and what was matched."""

    kind: str
    start: int
    end: int
    matched: re.Match[str]


class Bound(NamedTuple):
    """
    What a number is about, and the first and last character of the words that say so.

    Args:
        readings: All readings.
        start: Where the words begin.
        end: Where they end.
        summed: Whether the number is the sum of all readings, and not of one of them: 复议、诉讼共11件.
    """

    readings: tuple[What, ...]
    start: int
    end: int
    summed: bool = False


@frozen(kw_only=True)
class Place:
    """
    A number in its clause.

    Args:
        text: The whole folded text.
        begin: Where the words before it begin: after the last number, or with the clause.
        before: Words before it, back to the last number or to the beginning of the clause.
        start: Where the number begins.
        end: Where it ends, with its measure word.
        after: Words after it, up to the next number or to the end of the clause.
        limit: Where that is.
        money: Whether it is an amount of money.
        nought: Whether it is 0.
        mind: What is kept in mind at the number.
    """

    text: str
    begin: int
    before: Sequence[Word]
    start: int
    end: int
    after: Sequence[Word]
    limit: int
    money: bool
    nought: bool
    mind: Mind

    def listed(self, last: Word, kinds: Container[str]) -> list[Word]:
        """Give the words of these kinds that are listed before the number, down to the last: 予以公开和部分公开."""
        listed = [last]
        for word in reversed(self.before[: self.before.index(last)]):
            if word.kind not in kinds or _ALSO.fullmatch(self.text, word.end, listed[0].start) is None:
                break
            listed.insert(0, word)
        return listed

    def near(self) -> Word | None:
        """Give the word right before the number, with nothing but fillings between them."""
        return self.before[-1] if self.before and self._fills(self.before[-1]) else None

    def _fills(self, word: Word) -> bool:
        gap = self.text[word.end : self.start]
        # 予以公开类20件 · 作出予以公开决定5件
        gap = "" if gap in _ANSWERED and word.kind in OUTCOMES else gap
        # 制定《示例县河道管理办法》等3件规范性文件
        if "》" in gap and (word.kind in PAPERS or self.counted(*PAPERS)):
            gap = _TITLES.sub("", gap)
        filling = _DECIDED if word.kind in DECISIONS or word.kind in FEES or word.kind == "charge" else _FILLING
        return len(gap) <= _LONGEST_GAP and filling.fullmatch(gap) is not None

    def goes_on(self) -> bool:
        """Tell whether the number is not followed by the name of what is counted."""
        return _GOES_ON.match(self.text[self.end : self.limit]) is not None

    @property
    def said(self) -> str:
        """What stands before the number, back to the last one or to the beginning of the clause."""
        return self.text[self.begin : self.start]

    @property
    def sums_up(self) -> bool:
        """Whether the number is said to be a sum: 行政复议、行政诉讼案件共11件."""
        return _SUMS.search(self.said) is not None

    def bound(self, first: Word, *readings: What) -> Bound:
        """Bind the number to a word."""
        return Bound(readings, min(first.start, self.start), max(self.end, first.end))

    def names_disclosure(self, noun: Word) -> bool:
        """Tell whether a word for requests says that they are for information, as 申请 alone does not."""
        words = self.text[noun.start : noun.end]
        return "公开" in words or "依申请" in words

    def counted(self, *kinds: str) -> bool:
        """Tell whether the number is followed by one of these words."""
        return (
            bool(self.after) and self.after[0].kind in kinds and self.text[self.end : self.after[0].start] in {"", "的"}
        )

    def is_counted_next(self, word: Word) -> bool:
        """Tell whether the next number follows right behind a word: 36件申请办结34件."""
        return word.end == self.limit and self.text[self.limit : self.limit + 1] not in _ENDS

    def joined(self, word: Word) -> bool:
        """Tell whether a word is one of a list, all of which the number counts: 公文、规范性文件共35件."""
        # 涉及复议1件
        if self.text.startswith("涉及", word.start - 2):
            return False
        before = word.start - 1
        listed = self.text[max(self.begin, before) : word.start] in _LISTED and before > self.begin
        # 予以公开14件占40%、部分公开7件占20%
        return listed and _SHARE.fullmatch(self.text, self.begin, before) is None

    def has(self, *kinds: str) -> bool:
        """Tell whether one of these words stands before the number."""
        for word in self.before:  # noqa: SIM110 - any() with a generator takes twice as long, and this is asked often
            if word.kind in kinds:
                return True
        return False

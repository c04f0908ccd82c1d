"""Lines that are the heading of a section, in any words: how they are numbered, and what follows on the same line."""

from __future__ import annotations

import enum
import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from govdisclosure.model.report import NARRATIVES, SECTIONS
from govdisclosure.vocabulary.aligned import fold_aligned
from govdisclosure.vocabulary.fold import fold, key
from govdisclosure.vocabulary.headings import LONGEST_HEADING, end_of_heading, section_of, without_unit
from govdisclosure.vocabulary.memory import remembered
from govdisclosure.vocabulary.numerals import ORDINALS, ROMAN, WRITTEN_OUT, number_of
from govdisclosure.vocabulary.years import NOUGHTS, YEAR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONGEST_NUMBER: Final = 8
"""Characters that a line can be numbered with: PART 01., （十一）、."""

_SHORTEST: Final = 4
# One word of each section is enough, below its number: 五、当前主要问题及整改措施, 六、其它需报告事项.
_KEY_WORDS: Final = {
    "overview": re.compile("总体|概述|概况|基本情况|整体(?:工作)?情况|总的情况|综述"),
    "proactive_disclosure": re.compile("主动公开"),
    # 三、被申请行政复议情况 is section 四 under another number.
    "requests": re.compile("^(?!.*(?:复议|诉讼)).*申请"),
    "review_and_litigation": re.compile("复议|诉讼"),
    "problems_and_improvements": re.compile("问题|改进|整改|不足|困难"),
    "other_matters": re.compile("其[他它]"),
}
# 五、下一步工作打算, which without its number can be a line of any section
_NEXT_STEPS: Final = {"problems_and_improvements": re.compile("下一?步|打算|努力方向|展望|工作(?:安排|计划)")}
# 六、有关说明, 六、信息处理费收取情况
_BY_NUMBER: Final = {**_NEXT_STEPS, "other_matters": re.compile("说明|需要?报告|收费|处理费|附则")}
# All the words that headings of the six sections are made of, in any order.
_PLAIN: Final = re.compile(
    r"(?:本年度?|年度|全年|当前|目前|政府|政务|信息|公开|工作|开展|总体|整体|基本|概述|概况|综述|行政|机关|"
    r"主动|依|申请|收到|受理|处理|办理|以及|及其|和|及|与|因|被|提起|引[发起]|复议|诉讼|存在|主要|突出|问题|不足|困难|"
    r"改进|整改|措施|方向|打算|计划|思路|对策|建议|下一步|下步|今后|其[他它]|需要|需|应当|应|报告|说明|有关|相关|"
    r"事项|情况|方面|之处|中|的)++"
)
# 主动公开 and 依申请公开 are lines of a menu, 主动公开情况 is none.
_LAST_WORD: Final = re.compile("(?:情况|事项|措施|问题|不足|概述|概况|综述|方向|打算|计划|思路|对策)$")
_YEAR: Final = re.compile(f"{YEAR}年度?")
# 二、主动公开政府信息情况（2022年1月1日-12月31日）
_PERIOD: Final = re.compile(
    rf"\((?:统计(?:[期时]限|时间|周期|区间)?[:为]?)?自?{YEAR}[0-9年月日度至到起止截.~/—–−-]*\)$",
)
# What stands in no heading: words of the rows of table III (三、本年度办理结果, （六）其他处理), marks of sentences,
# and figures but those of a year (二、主动公开信息30条).
_FOREIGN: Final = re.compile("新收|结转|办理结果|数量|其[他它]处理|补正|[。;!?,:|《》0-9]")


class Numbering(enum.Enum):
    """How a line is numbered."""

    # There is one of each, so that its name need not be hashed.
    __hash__: Callable[[object], int] = object.__hash__  # type: ignore[assignment]  # typeshed has it bound

    NONE = ""
    COUNTED = "一、"
    BRACKETED = "（一）"
    FIGURES = "1."
    PARTS = "第一部分"
    ROMAN = "I."


_NUMBERINGS: Final = {
    Numbering.COUNTED: re.compile(rf"([{ORDINALS}]{{1,3}}|[{WRITTEN_OUT}])[、.,:·]"),
    Numbering.BRACKETED: re.compile(rf"\(([{ORDINALS}]{{1,3}})\)[、.]?"),
    Numbering.FIGURES: re.compile(r"\(?([0-9]{1,2})(?:[、)]|\.(?![0-9]))"),
    Numbering.PARTS: re.compile(rf"(?:第([{ORDINALS}]{{1,3}})(?:部分|章)|PART\.?0?([1-9]))[、.:]?", re.IGNORECASE),
    Numbering.ROMAN: re.compile(rf"({'|'.join(reversed(ROMAN))})[、.:·]"),
}
_BEGINS_NUMBERED: Final = re.compile(
    rf"[(（第]?\s?(?:[{ORDINALS}{WRITTEN_OUT}]|[0-9０-９])|[IVⅠ-Ⅵ]|PART", re.IGNORECASE
)
# Where a heading can end in its line: 一、概述。2022年, 一、概述 2022年, 一、概述2022年, 一、概述，2022年, 一、概述我局
# 一、概述（一）主动公开, 一、概述1.主动公开, 五、问题及改进情况一是公开不够全面, 六、其他需要报告的事项无
_END: Final = re.compile(
    rf"[。：:；]|\s|[，,]?(?=(?:[0-9０-９]{{4}}|二[{NOUGHTS}][{NOUGHTS}一二三四五六七八九]{{2}})年)"
    r"|[，,]?(?=[我本][局厅委办院校部省市州区县镇乡街机单])"
    r"|(?=[（(][一1][）)]|1[.．、]|一是|(?<![（(])[（(]?无[）)]?。?$)"
)
_JOINING: Final = ("及", "和", "与", "、")
_BETWEEN: Final = "。：:；，, \t\xa0\u3000"
# A sentence, or 无其他报告事项; but not 及主要做法, 统计表, which go on with the heading, and not 第1段写, 部分没有写到
_SENTENCE: Final = re.compile("(?![及和与以或的、中里]|部分|第[0-9])(?:[暂均也]?[无没未]|.{6,}[。,]|.{60})")
# Text right behind other words than the usual ones; but not 五、存在的主要问题 及改进举措, 五、主要问题2023年改进举措
_TEXT: Final = re.compile(rf"一是|\(无\)|{_SENTENCE.pattern}")
_MOST_ENDS: Final = 8
# 一、总体情况 …… 1, a line of a table of contents
_PAGE: Final = re.compile(r"[.．…·\s]*[0-9]*")


class Wording(enum.Enum):
    """In which words a heading is written."""

    USUAL = enum.auto()
    """Those of the form, or a variant of the vocabulary: 一、概述."""
    PLAIN = enum.auto()
    """Others, but only such as headings are made of: 五、存在的不足及整改措施."""
    KEY_WORD = enum.auto()
    """One key word of the section among any others: 五、坚持问题导向抓好整改."""
    OTHER = enum.auto()
    """Words that only its number and the table below it tell: 二、政府信息公开数据."""


@frozen
class Heading:
    """
    What a line is as the heading of a section.

    Args:
        section: Name of the section.
        text: The heading as printed.
        wording: In which words it is written.
        numbering: How it is numbered.
        number: Its number; None where it has none.
        behind: The text that follows on the same line.
        has_own_number: Whether it stands under the number that the form gives its section.
    """

    section: str
    text: str
    wording: Wording
    numbering: Numbering
    number: int | None
    behind: str = ""
    has_own_number: bool = field(init=False, eq=False, repr=False)

    @has_own_number.default
    def _is_under_own_number(self) -> bool:
        return self.number == SECTIONS.index(self.section) + 1

    @property
    def is_odd(self) -> bool:
        """Whether it has other words than the form and the vocabulary, or another number."""
        return self.wording is not Wording.USUAL or not (self.number is None or self.has_own_number)

    @property
    def tells_next_steps(self) -> bool:
        """Whether nothing but what comes next makes it that of section five, which can speak of that as well."""
        is_in_words = self.section in _NEXT_STEPS and self.wording is not Wording.USUAL
        return is_in_words and not _KEY_WORDS[self.section].search(fold(self.text))


def numbered(text: str) -> tuple[Numbering, int | None, str]:
    """
    Give the numbering and the number of a line, and the rest of it, folded.

    >>> [numbered(line)[1:] for line in ("（二）主动公开", "２．申请", "十一、其他", "2022年的工作", "一是公开")]
    [(2, '主动公开'), (2, '申请'), (11, '其他'), (None, '2022年的工作'), (None, '一是公开')]
    >>> [numbered(line)[1:] for line in ("壹、总体情况", "Ⅳ、复议", "PART 05 问题")]
    [(1, '总体情况'), (4, '复议'), (5, '问题')]
    """
    folded = fold(text)
    for numbering, pattern in _NUMBERINGS.items():
        matched = pattern.match(folded)
        if matched is not None:
            (number,) = filter(None, matched.groups())
            return numbering, _value(number), folded[matched.end() :]
    return Numbering.NONE, None, folded


def _value(number: str) -> int | None:
    """Give what a number of a line is, in any of the ways in which these are numbered."""
    if number.isdecimal():
        return int(number)
    return ROMAN.index(number) + 1 if number in ROMAN else number_of(number)


def begins_numbered(text: str) -> bool:
    """Tell whether a line begins with a number, as the heading of a section can: 一、, （一）, 第一部分, 1."""
    return _BEGINS_NUMBERED.match(text) is not None


@lru_cache(maxsize=1024)
def heading_of(text: str) -> Heading | None:
    """
    Tell of which section a line is the heading, in any words; None if it is that of none.

    A line in other words is one under the section's own number, or if all its words are those of such headings.
    """
    text = text.strip()
    whole = _whole(text)
    if not _BEGINS_NUMBERED.match(text) or (whole is not None and whole.wording is not Wording.KEY_WORD):
        return whole
    begun = _with_text_behind(text)
    if whole is None or begun is None:
        return begun or whole
    # 六、其他需要报告的事项 无, 五、问题及改进情况一是更新慢。
    is_text_behind = begun.wording is Wording.USUAL or _TEXT.match(fold(begun.behind))
    return begun if is_text_behind else whole


def names_section(text: str) -> bool:
    """Tell whether a line is surely a heading, wherever it stands: in the usual words, or in others of headings."""
    text = text.strip()
    return len(text) <= LONGEST_HEADING and _names_section(text)


# The steps of a reading ask it of the same lines.
@remembered
def _names_section(text: str) -> bool:
    heading = _whole(text)
    if heading is None or heading.wording is Wording.USUAL:
        return heading is not None
    # （六）其他工作 can be an item of a list, or the label of a row.
    is_plain = heading.wording is Wording.PLAIN or heading.numbering is Numbering.COUNTED
    return is_plain and heading.has_own_number


def is_heading_within(text: str) -> bool:
    """
    Tell whether words are a heading though they stand within a line.

    二、主动公开情况 can be an item of section 一 there; the sections of text have no such items.
    """
    heading = _whole(text)
    if heading is None or heading.wording is Wording.USUAL:
        return heading is not None
    is_plain = heading.wording is Wording.PLAIN and heading.numbering is Numbering.COUNTED
    return is_plain and heading.has_own_number and heading.section in NARRATIVES


def _whole(text: str) -> Heading | None:
    """Tell of which section a line as a whole is the heading."""
    if len(text) > LONGEST_HEADING:
        return None
    section = section_of(text)
    numbering, number, words = numbered(text)
    if section is not None:
        return Heading(section, text, Wording.USUAL, numbering, number)
    words = _YEAR.sub("", _PERIOD.sub("", without_unit(words).rstrip("。:;")))
    if _FOREIGN.search(words):
        return None
    wording = Wording.PLAIN if _PLAIN.fullmatch(key(words)) else Wording.KEY_WORD
    section = _by_number(number, words) if number is not None else _by_words(wording, words)
    return None if section is None else Heading(section, text, wording, numbering, number)


def _by_number(number: int, words: str) -> str | None:
    """Give the section of this number, if one of its key words is there."""
    section = SECTIONS[number - 1] if 0 < number <= len(SECTIONS) else None
    if section is None or _KEY_WORDS[section].search(words):
        return section
    told = _BY_NUMBER.get(section)
    return section if told is not None and told.search(words) else None


def _by_words(wording: Wording, words: str) -> str | None:
    """Give the only section that these words can be the heading of, without a number."""
    if wording is not Wording.PLAIN or len(words) < _SHORTEST or not _LAST_WORD.search(words):
        return None
    # 存在的主要问题及整改措施; 主动公开和依申请公开情况 is none
    sections = [section for section, word in _KEY_WORDS.items() if word.search(words)]
    return sections[0] if len(sections) == 1 else None


def _end_before_sentence(text: str) -> Iterator[int]:
    """Give where the usual words of a heading end that a line begins with, if a sentence is right behind them."""
    _, number, words = numbered(text)
    if number is None or not 0 < number <= len(SECTIONS):
        return
    # 六、其他需要报告的事项本年度未收取费用。
    end = end_of_heading(SECTIONS[number - 1], words)
    if end is not None and _SENTENCE.match(words, end):
        folded = fold_aligned(text)
        yield folded.places[len(folded.text) - len(words) + end]


def _with_text_behind(text: str) -> Heading | None:
    """Give the heading under its own number that a line begins with, with the text behind it."""
    begun: list[Heading] = []
    ends = [end.start() for end in islice(_END.finditer(text, 1, LONGEST_HEADING), _MOST_ENDS)]
    for end in sorted({*ends, *_end_before_sentence(text[: 2 * LONGEST_HEADING])}):
        # 二、主动公开政府信息情况（2022年公开30条）: the bracket is opened by the text behind.
        heading = _whole(text[:end].rstrip(f"{_BETWEEN}（("))
        if heading is None or not heading.has_own_number or heading.wording is Wording.KEY_WORD:
            continue
        # 一、政府信息公开工作概述 2022年，我局: the year begins the text.
        is_year_behind = begun and _YEAR.fullmatch(fold(heading.text.removeprefix(begun[-1].text)))
        # 五、存在的问题及2023年工作安排: the heading goes on.
        if not is_year_behind and not heading.text.endswith(_JOINING):
            begun.append(heading)
    if not begun:
        return None
    # 一、总体情况 2022年政府信息公开: of both 一、总体情况 and all of it, the usual words are it.
    usual = [heading for heading in begun if heading.wording is Wording.USUAL]
    heading = (usual or begun)[-1]
    behind = text[len(heading.text) :].lstrip(_BETWEEN)
    return None if _PAGE.fullmatch(behind) else evolve(heading, behind=behind)

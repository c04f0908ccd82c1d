"""The headings of the six sections, in the spellings in which they are published."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from govdisclosure.model.report import HEADINGS
from govdisclosure.vocabulary.fold import key
from govdisclosure.vocabulary.numerals import ORDINALS, ROMAN, WRITTEN_OUT

LONGEST_HEADING: Final = 60
"""Characters of the heading of a section: the longest official one has 19, with a year and 因 it has below 30."""
# 一、 第二部分 3 壹、 II. PART 01
_NUMBER: Final = re.compile(
    rf"^(?:第?[{ORDINALS}]{{1,2}}(?:部分|章)?|[{WRITTEN_OUT}]|{'|'.join(reversed(ROMAN))}|(?:PART)?[0-9]{{1,2}})",
    re.IGNORECASE,
)
# 三、收到和处理政府信息公开申请情况（单位：件）
_UNIT: Final = re.compile(r"[(（\[【][^()（）\[\]【】]{0,10}[单單]位[^()（）\[\]【】]{0,20}[)）\]】]\s*$")
_SPELLINGS: Final = {
    # 概述, 总体公开情况, 政府信息公开工作基本情况
    "overview": r"(?:政府信息公开)?(?:工作)?(?:总体|基本)(?:公开)?(?:情况|概述|概况)|概述|概况|总体公开情况",
    # 行政机关主动公开政府信息情况, 政府信息主动公开情况
    "proactive_disclosure": r"(?:行政机关)?主动公开政府信息(?:的|工作)?情况|政府信息主动公开(?:工作)?情况",
    # 收到和处理政府信息公开申请的情况, 收到和处理政府信息公开的申请情况
    "requests": r"收到和处理(?:的)?政府信息公开(?:的)?申请(?:的)?情况",
    # 因政府信息公开工作被申请行政复议、提起行政诉讼情况
    "review_and_litigation": (
        r"(?:因)?政府信息公开(?:工作)?(?:被)?(?:申请|提起)?行政复议(?:和|及|与|、)?(?:被)?(?:提起)?行政诉讼(?:的)?情况"
    ),
    # 政府信息公开工作存在的主要问题及改进情况, 存在问题和改进措施
    "problems_and_improvements": (
        r"(?:政府信息公开)?(?:工作)?(?:中)?存在(?:的)?(?:主要)?(?:问题|困难)(?:以及|及|和|与)?改进(?:情况|措施|的情况)"
    ),
    # 需要报告的其他事项
    "other_matters": r"(?:其他)?(?:需要|需)?报告的(?:其他)?事项",
}
_PATTERNS: Final = {section: re.compile(spellings) for section, spellings in _SPELLINGS.items()}
_PARTED: Final = (
    "总体 公开 情况",
    "主动 公开 政府 信息 情况",
    "行政 机关 主动 公开 政府 信息 情况",
    "收到 和 处理 政府 信息 公开 申请 情况",
    "行政 机关 收到 和 处理 政府 信息 公开 申请 情况",
    "政府 信息 公开 行政 复议 行政 诉讼 情况",
    "因 政府 信息 公开 工作 被 申请 行政 复议 提起 行政 诉讼 情况",
    "存在 的 主要 问题 及 改进 情况",
    "政府 信息 公开 工作 存在 的 主要 问题 及 改进 情况",
    "其他 需 要 报告 的 事项",
)
HEADINGS_IN_WORDS: Final = {
    heading.replace(" ", ""): re.compile("(?:" + heading.replace(" ", ")?(?:") + ")?") for heading in _PARTED
}
"""Headings in the words of both editions, with the patterns of what people write who leave words out."""
# 七、附件 第八部分 附表 附件1 附：说明, but not 附件下载：, a command of the site
_OTHER: Final = re.compile(r"(?:[七八九十]、|第[七八九十]部分).{1,40}|附[件表](?!下载[:：]?$).{0,40}|附[:：].{0,40}")


@lru_cache(maxsize=1024)
def section_of(heading: str) -> str | None:
    """
    Give the name of the section whose heading this is, in any spelling; None if it is the heading of none.

    A unit in brackets behind it is no part of it.
    """
    if len(heading) > LONGEST_HEADING:
        return None
    words = _without_number(without_unit(heading))
    official = _official().get(words)
    return official or next((section for section, pattern in _PATTERNS.items() if pattern.fullmatch(words)), None)


def end_of_heading(section: str, words: str) -> int | None:
    """Give where the heading of a section ends, in any spelling, with which folded words begin; None if with none."""
    heading = _PATTERNS[section].match(words)
    return None if heading is None else heading.end()


def without_unit(heading: str) -> str:
    """Leave out the unit that stands in brackets behind a heading."""
    return _UNIT.sub("", heading)


@cache
def _official() -> dict[str, str]:
    return {_without_number(label): section for section, label in HEADINGS.items()}


def _without_number(heading: str) -> str:
    return _NUMBER.sub("", key(heading))


def is_other_heading(text: str) -> bool:
    """Tell whether a paragraph after section 六 is the heading of a section beyond the six."""
    return _OTHER.fullmatch(text) is not None and not text.endswith(("。", "；"))


def is_annex(text: str) -> bool:
    """Tell whether a paragraph after section 六 is the heading of an annex."""
    return text.startswith("附") and is_other_heading(text)

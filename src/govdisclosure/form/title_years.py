"""The years that titles of reports name, in whatever way; and the words that stand beside them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from govdisclosure.vocabulary.fold import fold
from govdisclosure.vocabulary.letters import HAN
from govdisclosure.vocabulary.numerals import ORDINALS
from govdisclosure.vocabulary.years import YEAR, year_of

SUBJECT: Final = "(?:(?<!人民)政府信息(?:公开)?[和与及、]?政务公开|(?:(?<!人民)政府|政务)?信息公开|政务公开)"
"""政府信息公开, 政务公开, 信息公开, 政府信息与政务公开; of 某县人民政府信息公开, 政府 is of the agency."""
DIGITS: Final = r"(?<![0-9])20[0-9]{2}(?![0-9])"
"""A year that no 年 stands behind."""
# 示水发〔2024〕3号
_NO_NUMBER_BEHIND: Final = "(?!第?[0-9]+号)"
YEAR_IN_BRACKETS: Final = rf"[(\[〔【]{YEAR}(?:年度?)?[)\]〕】](?:年度?)?{_NO_NUMBER_BEHIND}"
"""某县统计局（2022）政府信息公开工作年度报告, 某县统计局〔2022〕年度政府信息公开工作年度报告."""
# 2022某县统计局政府信息公开工作年度报告, 某县统计局2022政府信息公开工作年度报告, 政府信息公开工作年度报告（2022）
YEAR_AS_DIGITS: Final = re.compile(
    rf"^{DIGITS}(?=[{HAN}])(?!年)|{DIGITS}(?=的?{SUBJECT})|(?<=[告报—-]){DIGITS}$"
    rf"|(?<=[(\[〔【]){DIGITS}(?=[)\]〕】]{_NO_NUMBER_BEHIND})"
)
"""A year without 年, where it can be that of a title."""
OF_DAY: Final = (
    rf"(?>(?:[0-9]{{1,2}}|[{ORDINALS}]{{1,3}}(?!月[乡镇村街]))月"
    rf"(?:(?:[0-9]{{1,2}}|[{ORDINALS}]{{1,3}})日)?)(?![至到~—–-])"
)
"""
2024年1月某县统计局2023年政府信息公开工作年度报告: a day is no year, unlike the first of two that are a period.

2023年十月乡人民政府 is none.
"""
_YEAR: Final = re.compile(f"({YEAR})年(?!{OF_DAY})度?")
# 2023年 某县统计局2022年政府信息公开工作年度报告: the other one is that of a column of the site.
_YEAR_OF_SUBJECT: Final = re.compile(f"({YEAR})年度?的?{SUBJECT}")
PUBLISHED: Final = rf"{YEAR}年(?:[0-9]+月)?(?:[0-9]+日)?(?:发布|公布|印发|编制(?!委员会|办))"
"""示例县统计局2025年发布2024年政府信息公开工作年度报告."""
_YEAR_OF_PUBLICATION: Final = re.compile(PUBLISHED)
SEVERAL_YEARS: Final = re.compile(rf"{YEAR}年?度?[-—–~至到、,和与及]{YEAR}(?:学?年)")
"""2022-2023年, 2021年、2022年: of which of them the report is, nobody tells."""
# （2022年）, ——2022年度, （2022）, 2022
_YEAR_ALONE: Final = re.compile(rf"[—-]*(?:\({YEAR}年度?\)|{YEAR}年度?|\({DIGITS}\)|{DIGITS})")
SUFFIXES: Final = "docx?|wps|pdf|ofd|txt|html?|xlsx?|et|md|zip|rar|jpe?g|png"
"""What the names of files end with."""
# 某县2022年政府信息公开工作年度报告.docx
_SUFFIX: Final = re.compile(rf"(?<!\s)\s*[.．](?:{SUFFIXES})\s*$", re.IGNORECASE)


def without_suffix(title: str) -> str:
    """Leave out the suffix of the file that a title names."""
    return _SUFFIX.sub("", title)


def is_year(text: str) -> bool:
    """Tell whether a line of its own is a year, in parentheses or not: （2022年）, ——2022年度, 2022."""
    return _YEAR_ALONE.fullmatch(fold(text)) is not None


@lru_cache(maxsize=64)
def year_of_title(title: str) -> int | None:
    """Give the year that a title names."""
    folded = fold(without_suffix(title))
    if SEVERAL_YEARS.search(folded):
        return None
    matched = _YEAR_OF_SUBJECT.search(folded)
    matched = matched or _YEAR.search(_YEAR_OF_PUBLICATION.sub("", folded))
    # 0000年 is no year.
    if matched:
        return year_of(matched[1]) or None
    bare = set(YEAR_AS_DIGITS.findall(folded))
    return year_of(bare.pop()) if len(bare) == 1 else None

"""
Which year a text speaks of as the year of its report.

Precision goes before recall: last year's figures, last year's report and plans name other years with good reason.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from govdisclosure.checks._openings import openings
from govdisclosure.claims import folded
from govdisclosure.vocabulary.fold import fold
from govdisclosure.vocabulary.years import YEAR, names_year, year_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_YEAR: Final = f"({YEAR})年"
_TO: Final = r"[日起始开止]{0,4}(?:至|到|[-—–―~])+(?:截止)?"
_NAMED: Final = re.compile(_YEAR)
# Begins with 年, so that it is soon known where there is none.
_SIGN: Final = re.compile(rf"年(?<=({YEAR})年)")
_PERIOD: Final = re.compile(rf"{_YEAR}0?1月0?1{_TO}(?:{_YEAR})?12月31日")
_REPORT: Final = re.compile(rf"{_YEAR}度?(?:政府信息公开)?(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)")
# 现将我局2023年度政府信息公开工作情况报告如下
_ACCOUNT: Final = re.compile(
    rf"{_YEAR}(?=度?(?:(?:政府)?信息|政务)公开(?:年度)?(?:工作)?(?:年度)?(?:开展|落实|完成)?(?:情况|总结)[^,。;:]{{0,6}}如下)"
)
_VALIDITY: Final = re.compile("(?:有效|执行|实施|施行|适用).{0,8}$")
_VALIDITY_AT_MOST: Final = 10
"""Characters of these words: where there are many periods, what is before each is not gone through again."""
_THIS_REPORT: Final = re.compile("如下|现将|现公布|现予|本报告|本年报")


class Spoken(NamedTuple):
    """A year that a text speaks of, and where: the place of the words in it, in characters."""

    year: int
    start: int
    end: int


def spoken_of(text: str, year: int, section: str, agency: str | None = None) -> Spoken | None:
    """
    Give the year that a text speaks of as the report year, if that is another than ``year``.

    Args:
        text: A title or a paragraph.
        year: The report year.
        section: ``title``, ``preamble`` or ``overview``.
        agency: Name of the agency that reports.
    """
    words = folded(text)
    # Most paragraphs name no year, which is sooner known of one character.
    if "年" not in words.text:
        return None
    if {year_of(written) for written in _SIGN.findall(words.text)} <= {year}:
        return None
    spoken = next(_TELLING[section](words.text, year, fold(agency or "")), None)
    if spoken is None:
        return None
    # 2023年,我局…
    end = spoken.start() + len(spoken[0].rstrip(","))
    return Spoken(year_of(spoken[1]), *words.published(spoken.start(), end))


def _in_title(words: str, year: int, _: str) -> Iterator[re.Match[str]]:
    # 示例县2024年政府信息公开工作年度报告, in the report on 2025
    if not names_year(words, year):
        yield from _NAMED.finditer(words)


def _in_preamble(words: str, year: int, agency: str) -> Iterator[re.Match[str]]:
    yield from _periods(words, year)
    # 现将我局2024年政府信息公开工作年度报告公布如下
    if not names_year(words, year):
        yield from _REPORT.finditer(words)
        yield from _ACCOUNT.finditer(words)
    yield from openings(words, year, agency)


def _in_overview(words: str, year: int, agency: str) -> Iterator[re.Match[str]]:
    yield from _periods(words, year)
    # 2020年度报告于2021年1月发布, which is no slip in the report on 2021.
    if not names_year(words, year):
        named = _REPORT.finditer(words)
        yield from (report for report in named if year_of(report[1]) != year - 1 or _THIS_REPORT.search(words))
        yield from _ACCOUNT.finditer(words)
    yield from openings(words, year, agency)


_TELLING: Final = {"title": _in_title, "preamble": _in_preamble, "overview": _in_overview}


def _periods(words: str, year: int) -> Iterator[re.Match[str]]:
    # 自2019年1月1日至2024年12月31日累计 · 有效期自2024年1月1日至12月31日, which are no report's period
    periods = list(_PERIOD.finditer(words))
    if any(year in _years(period) for period in periods):
        return
    for period in periods:
        start = period.start()
        if len(_years(period)) == 1 and not _VALIDITY.search(words, max(0, start - _VALIDITY_AT_MOST), start):
            yield period


def _years(period: re.Match[str]) -> set[int]:
    return {year_of(written) for written in period.groups() if written is not None}

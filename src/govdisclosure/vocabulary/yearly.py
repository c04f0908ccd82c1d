"""The words by which the narrative compares this year with the last one, in folded text."""

from __future__ import annotations

import re
from typing import Final

from govdisclosure.vocabulary.letters import HAN
from govdisclosure.vocabulary.numerals import COUNTING
from govdisclosure.vocabulary.years import YEAR

UP: Final = "净?增加|增长|上升|提高|增多|升高|上涨|多出|增长率|增幅|涨幅|升幅|净?增|升|多"
DOWN: Final = "净?减少|下降|降低|下滑|回落|缩减|下降率|降幅|减幅|净?减|降|少"
"""What goes up or down by a number right behind it; 新增 is what is new, and no comparison."""

_BECOMES: Final = "(?:增加|增长|上升|提高|减少|下降|降低|回落|增|升|减|降)(?:到|至|为)了?"
_RATES: Final = "(?<=[幅率])(?:约?为|达到?|是|:)?"
_NUMBER: Final = rf"(?:[0-9][0-9,]*+(?:\.[0-9]++)?|[{COUNTING}]++)"
PIECES: Final = r"(?:件(?!\(?次)|份|宗|起|例)"
"""What requests, cases, decisions and documents are counted in; not 条, 件次, 人次, 封, 次 or 项."""


def last_year(group: str) -> str:
    """
    Give the pattern of the year before: 上年, 去年同期, 2023年度.

    Args:
        group: Name for the year, if one is named.
    """
    return rf"(?:上年|去年|上一年|前一年|上个年|(?P<{group}>{YEAR})年)度?(?:同期|全年)?"


_COMPARED: Final = "(?:相比较?|比较|相较|对比|同比)"
_EQUAL: Final = "(?:持平|相同|一样)"
# 较上年 · 比2023年同期相比, · 与去年相比 · 同比 · 同比2023年; not 和上年结转3件
_LEAD: Final = (
    rf"(?:(?:相?(?:较|比)[之于]?){last_year('lead_year')}(?!结转|遗留|[末底未转])的?{_COMPARED}?"
    rf"|[与和同跟]{last_year('with_year')}的?(?:{_COMPARED}|(?=(?:{_NUMBER}件)?(?:保持|数量)*(?:{_COMPARED}|{_EQUAL})))"
    rf"|同比(?!例)(?:{last_year('same_year')})?{_COMPARED}?)[,:]?"
)
# 较2019年 · 较上季度 · 环比 · 比全县平均
_OTHER_LEAD: Final = "环比|相?较(?=[^,。;]{2})|比(?=[^例如重率对照,。;])"
# 由上年的9件增至12件 · 从2023年的30件下降到2024年的21件
_BECAME: Final = (
    rf"[由从](?:{last_year('from_year')})?[的为]?(?P<before>{_NUMBER}){PIECES},?{_BECOMES}"
    rf"(?:(?:今年|本年|(?P<to_year>{YEAR})年)度?的?)?(?P<after>{_NUMBER}){PIECES}"
)
# 下降到上年的80% · 是上年的2倍 · 相当于2023年的120%
_OF_LAST: Final = rf"(?:{_BECOMES}|[仅只]?[是为]|相当于|达到?){last_year('of_year')}的"
# 增加到3倍, with 较上年 before it
_TO: Final = _BECOMES
# (上年为9件) · ,2023年为7件 · ,去年同期21件
_WAS: Final = rf"(?<=[,(]){last_year('was_year')}(?:仅?[是为]|则为|只有|:|(?<=期))"

SIGNS: Final = re.compile(
    rf"(?P<lead>{_LEAD})|(?P<became>{_BECAME})|(?P<of_last>{_OF_LAST})|(?P<was>{_WAS})"
    rf"|(?P<to>{_TO})|(?P<half>(?:减少|下降|降低)了?一半|减半)"
    r"|(?P<fold>翻了?(?:(?P<times>[一二两三1-3])番|番|一?倍))"
    rf"|(?P<equal>(?:保持|数量)*{_EQUAL}(?=[,;。)]|$))"
    rf"|(?P<change>(?P<up>(?<!新)(?:{UP}))|(?P<down>{DOWN}))(?:{_RATES}|了)?(?=百分之|[0-9{COUNTING}])"
    rf"|(?P<other>{_OTHER_LEAD})"
)
"""The signs of a comparison, each a named group."""

VERB: Final = re.compile(rf"(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:{_RATES}|了)?")
"""What goes up or down, in a list: 分别增加4件、减少1件."""

COMPARED: Final = re.compile(rf"\)?{_COMPARED}?,?")
"""What can stand behind last year's figure: 与上年9件相比, 增加3件."""

RESPECTIVELY: Final = re.compile("分别|依次")
LISTED: Final = re.compile("[、,]?(?:和|及|与|以及)?")
VAGUE: Final = re.compile(rf"左右|以上|上下|以内|之多|有余|[余强半]|多(?![了出0-9{COUNTING}])")
"""What behind a quantity makes it approximate, or another one: 增长20%左右, 一倍半."""

SILENT: Final = re.compile(
    # 近三年 · 年均 · 历年 · 逐年 · 累计 · 连续三年 · 力争 · 平均
    rf"近[0-9{COUNTING}几数]{{1,3}}年|年均|历年|逐年|累计|连续|平均|人均|以来|力争|预计|目标|下一步|大幅|基本持平"
)
"""What makes all comparisons of a sentence undecidable: several years, sums of years, plans."""

SOME_REQUESTS: Final = re.compile(
    # 信函申请 · 当面申请 · 公民申请 · 征地类申请 · 有效申请 · 涉及征地的申请; not 各类申请
    "(?:(?:涉及|关于|有关)[^,。;:]{1,12}的|信函|信件|邮件|书面|当面|现场|网络|网上|线上|线下|公民|个人|(?<!各)类|重复|有效|无效)的?"
    "(?:政府信息公开|信息公开)?申请"
)
"""Requests of one channel or one kind, which are a part of those in the table."""

NOTHING_NEW: Final = re.compile(
    "[,、(:]*(?:(?:全年|总体|整体|数量|总量|总数|件数|均|都|各|也|又|并|且|则|其|相比|有所|分别|依次|即|同时)[,、(:]*)*"
)
"""What can stand between a figure and what is said of it: 12件, 数量较上年分别…."""

OF_SOMETHING: Final = re.compile(f"[{HAN}](?<![和及与以并且均都其达全按已共])")
"""What behind a comparison is what it is about, and not the figure before it: 较上年增加3件行政复议."""

THINGS: Final = re.compile(
    "的?(?:(?:政府信息公开|信息公开|依)申请(?:公开)?(?:申请|事项)?|申请|(?:行政)?规范性文件|(?:政府)?规章|(?:行政(?:许可|处罚|强制))?决定)"
)
"""What is counted by a figure before it, and is said again behind it: 收到12件政府信息公开申请."""

AMOUNT_OF_REQUESTS: Final = re.compile("(?:政府信息公开|依)?申请(?:公开)?(?:数?量|总量|总数|件数)|收件量|受理量")
"""What requests that were counted just before are called: 收到申请12件, 申请量较上年增加3件."""

COUNTED: Final = re.compile(rf"[0-9{COUNTING}](?:{PIECES}|[项条个次])")
"""Where a number of something ends."""

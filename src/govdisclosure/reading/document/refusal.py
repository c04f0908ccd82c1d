"""What looks like a report and is none: explanations, empty forms, samples, outlines from before the form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.form.thresholds import LONGEST_NAME
from govdisclosure.form.title_marks import KIND
from govdisclosure.form.wording import problem
from govdisclosure.model.editions import FIRST_YEAR
from govdisclosure.model.report import NARRATIVES, TABLES
from govdisclosure.model.structure import cell_values
from govdisclosure.vocabulary.fold import fold
from govdisclosure.vocabulary.memory import remembered
from govdisclosure.vocabulary.years import NOUGHTS, YEAR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.form.blocks import Paragraph
    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.structure import Table

# 一图看懂, 数说某县2022年
_EXPLAINS: Final = "(?:解读|图解|一张?图.{0,4}[读看][懂清]|[图数]说|数读|长图)"
# 一图读懂某县2022年政府信息公开工作年度报告
_EXPLANATION: Final = re.compile(
    # 年度报告的图解版同步发布，可在网站查看。 is a sentence, and no name.
    rf"(?!.*[。,;])(?:.*(?:年度报告|年报).*{_EXPLAINS}.*|.*{_EXPLAINS}.*(?:年度报告|年报).*)"
)
_YEAR: Final = re.compile(f"20[0-9]{{2}}|二[{NOUGHTS}]|《")
# 国务院办公厅政府信息与政务公开办公室关于印发《政府信息公开工作年度报告格式》的通知
_NOTICE: Final = re.compile(r".*(?:年度报告|年报).*(?:格式|模板).*")
# XX县2022年政府信息公开工作年度报告, □□县, ____局, （单位名称）; 二○二二年 is no sample
_SAMPLE: Final = re.compile(
    r"(?<!二)[Xx×*＊○〇]{2,}|[□△▲◇]{2,}|某某|样[本例稿表板]|示范文本|范[本例]|模板|\((?:示例|样式|格式|空白表?|参考[^()]{0,4})\)"
    # 某县水利局（单位名称） is filled in.
    rf"|_{{2}}|(?<![局厅委办院处会府室心(])\(?(?:单位|部门|机关|机构)[名全]称"
    # （单位）2022年, unlike 【部门】某县水利局2022年
    rf"|^{KIND}*[(\[【]{KIND}+[)\]】](?:{KIND}|人民政府)*(?:关于)?(?:{YEAR}|的?(?:年度)?(?:政府信息|信息公开|政务公开))"
)
# 2022年政府信息公开工作年度报告范文; 示例县模范街道 names a body.
_CALLED_SAMPLE: Final = re.compile(
    "[^。,;]*(?:年度报告|年报)的?(?:参考|示范|填[写报])?(?:范[文本例]|模[板版]|样[本例稿表板]|格式|空白表)[^。,;]{0,4}"
)
# 关于做好2024年政府信息公开工作年度报告编制发布工作的通知, 年度报告编写指南, 年度报告评估报告, 年度报告发布情况的通报
_ABOUT_REPORTS: Final = re.compile(
    "(?!.*[。,;]).*(?:年度报告|年报)(?:.*的(?:紧急)?通知|(?:的?编[写制]|填报).{0,6}(?:方案|说明|指南|要求|要点|须知)"
    "|.{0,12}通报|的?(?:质量)?(?:评[估议价审]|考[核评]|测评|[抽检核督]查|分析).{0,8}(?:报告|结果|情况)|汇总(?:表|情况)?)"
)
# 某县水利局2022年法治政府建设年度报告, whose sections are 存在的问题 and 其他需要报告的情况 as well; but 2022年度报告
# and 2022年信息工作年报 are 2022年政府信息公开工作年度报告 in fewer words, unless the year stands behind what they are
# on, as in 某县法治政府建设2022年度报告
_ON_SOMETHING_ELSE: Final = re.compile(
    rf"(?!.*(?:公开|信息|[。,;])).*(?:{YEAR}年?+(?!\)?年?度?(?:报告|年报))|(?:建设|工作|执法)\(?{YEAR})"
    r".*(?:报告|年报|总结|报表|[决预]算)(?:\([^()]*\))?"
)


def names_explanation(text: str) -> bool:
    """Tell whether a line names the explanation of a report, as its title or as the link to it."""
    return len(text) <= LONGEST_NAME and _is_explanation(fold(text))


# A title is asked about more than once.
@remembered
def _is_explanation(folded: str) -> bool:
    return _EXPLANATION.fullmatch(folded) is not None


def names_notice(text: str) -> bool:
    """Tell whether a line names a notice to those who are to write a report, or what is said of their reports."""
    return len(text) <= LONGEST_NAME and _ABOUT_REPORTS.fullmatch(fold(text)) is not None


def names_other_report(text: str) -> bool:
    """Tell whether a line names a report of a year that is none on disclosure."""
    return len(text) <= LONGEST_NAME and _ON_SOMETHING_ELSE.fullmatch(fold(text)) is not None


def refuse_no_report(
    report: AnnualReport, beside: Iterable[Paragraph], below: Iterable[Paragraph], *, allow_blank: bool
) -> None:
    """
    Refuse what looks like a report and is none.

    Args:
        report: What was read.
        beside: What the page says of itself, and what stands above its title.
        below: What stands between the title and section 一.
        allow_blank: Whether an empty form is welcome.

    Raises:
        ReadError: With the reason.
    """
    named_below = [fold(paragraph.text) for paragraph in below if len(paragraph.text) <= LONGEST_NAME]
    names = [*(fold(paragraph.text) for paragraph in beside if len(paragraph.text) <= LONGEST_NAME), *named_below]
    # 年报解读: without a year it can be a line of the menu.
    called = [name for name in names if _YEAR.search(name)] if report.title is None else [fold(report.title)]
    has_table = any(getattr(report, section) is not None for section in TABLES)
    # (图解)某县2022年政府信息公开工作年度报告: with tables below, it is a link that stands there.
    called += [] if has_table else [name for name in named_below if _YEAR.search(name)]
    if any(map(_is_explanation, called)):
        raise problem("EXPLANATION")
    sample = _sample(report, called)
    if sample is not None and not allow_blank:
        raise problem("SAMPLE", found=sample)
    if _is_blank(report, names) and not allow_blank:
        raise problem("BLANK-FORM")
    # 一、概述 … 六、附表, as reports on 2018 and before have them
    if report.year is not None and report.year < FIRST_YEAR and not has_table:
        raise problem("OLD-OUTLINE", year=report.year)


def _sample(report: AnnualReport, called: Iterable[str]) -> str | None:
    """Give the title of a sample, or where there is none what it is called by; None for a report."""
    if report.title is not None:
        return report.title if _SAMPLE.search(fold(report.title)) else None
    return next(filter(_CALLED_SAMPLE.fullmatch, called), None)


def _is_blank(report: AnnualReport, names: Iterable[str]) -> bool:
    """Tell whether no figure is stated in any table, and nobody wrote anything, or these name a notice of the form."""
    tables = [table for section in TABLES if (table := getattr(report, section)) is not None]
    if not tables or any(map(_states_something, tables)):
        return False
    written = any(getattr(report, section) for section in NARRATIVES)
    return not written or report.agency is None or any(map(_NOTICE.fullmatch, names))


def _states_something(table: Table) -> bool:
    return any(cell is not None for cell in cell_values(table))

"""The fee for the processing of information (信息处理费): what the words say of it, and what the tables do."""

from __future__ import annotations

from decimal import ROUND_HALF_DOWN, Decimal
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.checks._fees import FeeAmount, fee_amounts
from govdisclosure.checks._narratives import Paragraph, folded_text
from govdisclosure.checks._rules import rule, where
from govdisclosure.claims import folded
from govdisclosure.model.cells import get
from govdisclosure.model.editions import EDITION_2021
from govdisclosure.model.findings import Finding, Quote, Severity
from govdisclosure.model.message import Message
from govdisclosure.model.money import EXACT, PLACES
from govdisclosure.model.report import NARRATIVES
from govdisclosure.model.values import NA, plain
from govdisclosure.vocabulary.fees import denies_notices, says_whether_charged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.arithmetic.figures import Figures
    from govdisclosure.checks._case import Case
    from govdisclosure.model.report import AnnualReport

_TARIFF: Final = "国办函〔2020〕109号"
_STEP: Final = 10
"""Every fee of the tariff is a multiple of it: 100 yuan a step by piece, 10, 20 and 40 yuan by page."""
_AMOUNT: Final = "proactive_disclosure.fees.amount"
_UNPAID: Final = "requests.total.outcomes.other.fee_unpaid"
_CARRIED_OVER: Final = "requests.total.carried_over"
# What stands in every paragraph that states or denies a fee, an amount of it, or a notice.
_FEE: Final = "费"
_YUAN: Final = "元"
_NOTICE: Final = "通知"


def _with_yuan(case: Case) -> bool:
    return all(word in case.words for word in (_YUAN, _FEE))


def _with_notices(case: Case) -> bool:
    return all(word in case.words for word in (_NOTICE, _FEE))


@rule(
    "FEE-STATEMENT",
    Severity.WARNING,
    law=_TARIFF,
    zh="“{label}”没有说明政府信息公开信息处理费的收取情况；未收取也应写明。",
    en="section {path} does not say whether processing fees (信息处理费) were charged; that none were is reported, too",
    also={
        Severity.INFO: Message(
            zh="“{label}”没有说明信息处理费的收取情况，{where}已写“{quote}”，请移到第六部分。",
            en=(
                "section {path} does not say whether processing fees (信息处理费) were charged, but {where} does: "
                "“{quote}”; move that to section {path}"
            ),
        )
    },
    about=Message(
        zh=(
            "2021年度起，第六部分须报告当年收取信息处理费的情况：收取的金额、发出收费通知的件数，或者没有收取，例如"
            "“本年度未收取信息处理费”。只提到信息处理费而没有说收没收，不算说明；写在第一部分的，移到第六部分。"
        ),
        en=(
            "From report year 2021 on, section 六 says whether information-processing fees were charged: how much, the "
            "number of notices, or that there were none. The bare word 信息处理费 does not say it. What section 一 "
            "says of it belongs into section 六."
        ),
    ),
)
def missing_fee_statement(report: AnnualReport) -> Iterator[Finding]:
    """From report year 2021 on, section 六 says whether fees for the processing of information were charged."""
    year = report.year
    if report.other_matters is None or year is None or year < EDITION_2021.first_year:
        return
    if says_whether_charged(folded_text(report, "other_matters"), year):
        return
    said = next(_said(report, year, "overview"), None)
    if said is None:
        yield Finding("other_matters")
    else:
        yield Finding("other_matters", severity=Severity.INFO, quote=said)


@where(_with_yuan)
@rule(
    "FEE-AMOUNT",
    Severity.WARNING,
    law=_TARIFF,
    zh="{where}写“{quote}”，而信息处理费按件每档100元、按页10元、20元、40元计收，应是10元的整数倍，请核对。",
    en="{where} says “{quote}”, but every processing fee of the tariff is a multiple of 10 yuan; check the amount",
    about=Message(
        zh="信息处理费按件计收每档100元，按页计收每页10元、20元、40元，金额都是10元的整数倍。请核对金额和单位。",
        en=(
            "The tariff charges 100 yuan a step by piece, and 10, 20 or 40 yuan by page: every processing fee is a "
            "multiple of 10 yuan. Compare amount and unit. An amount in 万元 is looked at from three decimals on."
        ),
    ),
)
def odd_fee_amounts(report: AnnualReport) -> Iterator[Finding]:
    """A stated fee for the processing of information is a multiple of 10 yuan."""
    for stated in _stated(report):
        # 0.12万元 and 0.012万元, which can be rounded, are multiples of it in any case.
        if stated.amount.yuan % _STEP:
            yield Finding(stated.path, actual=plain(stated.amount.yuan), quote=stated.quote)


_BEYOND: Final = Message(
    "{where}写“{quote}”，合 {actual} 万元，表二{label}填的却是",
    "{where} says “{quote}”, that is {actual} 万元, but {path} is",
)
_COUNTED_THERE: Final = Message(
    "；信息处理费应计入其中，请核对。", ", and a processing fee is part of that; compare both"
)
_BEYOND_NA: Final = Message(
    f"{_BEYOND.zh}“{{table}}”{_COUNTED_THERE.zh}", f"{_BEYOND.en} “{{table}}”{_COUNTED_THERE.en}"
)


@where(_with_yuan)
@rule(
    "FEE-TABLE",
    Severity.WARNING,
    law=_TARIFF,
    zh=f"{_BEYOND.zh} {{table}}{_COUNTED_THERE.zh}",
    en=f"{_BEYOND.en} {{table}}{_COUNTED_THERE.en}",
    about=Message(
        zh="信息处理费本身是行政事业性收费，收取的金额不会多于表二（八）填报的金额（万元，按该格的小数位数四舍五入后比较）。",
        en=(
            "The processing fee is itself an administrative fee (行政事业性收费): what was collected does not exceed "
            "the amount of table II （八）, compared in 万元 after rounding to the decimals of the table."
        ),
    ),
)
def fees_beyond_the_table(report: AnnualReport, figures: Figures) -> Iterator[Finding]:
    """The processing fee that was collected does not exceed the administrative fees of table II."""
    if not figures.has(_AMOUNT):
        return
    cell = get(report, _AMOUNT)
    table = Decimal(0) if cell is NA else cell
    collected = [stated for stated in _stated(report) if stated.amount.collected]
    if not isinstance(table, Decimal) or not collected:
        return
    most = max(collected, key=lambda stated: stated.amount.yuan)
    amount = most.amount.yuan.scaleb(-PLACES["万元"]).normalize()
    # 0.00 beside 20元 is no nought that was rounded.
    if amount > 0 and (table == 0 or amount.quantize(table, ROUND_HALF_DOWN, EXACT) > table):
        shown = "/" if cell is NA else plain(table)
        words = _BEYOND_NA if cell is NA else Message()
        paths = _AMOUNT, most.path
        yield Finding(paths, actual=plain(amount), quote=most.quote, details={"table": shown}, message=words)


@where(_with_notices)
@rule(
    "FEE-UNPAID",
    Severity.WARNING,
    law=_TARIFF,
    zh="{where}写“{quote}”，表三{label}填的却是 {actual}；没有发出收费通知，就不会有逾期不缴费的申请，请核对。",
    en="{where} says “{quote}”, but {path} is {actual}: no fee is left unpaid that nobody asked for; compare both",
    about=Message(
        zh=(
            "申请人逾期未按收费通知要求缴纳费用的申请计入该格，所以有收费通知才有这样的申请。上年有结转的不提示："
            "收费通知可能是上年发出的。请核对第六部分和表三。"
        ),
        en=(
            "A request is counted here when the applicant has not paid the fee that a notice asked for: without a "
            "notice there is none. Silent where requests were carried over, since the notice can be last year's."
        ),
    ),
)
def unpaid_without_notice(report: AnnualReport, figures: Figures) -> Iterator[Finding]:
    """Requests whose fee was not paid need a notice that asked for it."""
    if not figures.has(_UNPAID, _CARRIED_OVER) or not _has_fees(report):
        return
    # Few reports deny that there were notices, and the words are sooner looked through than the tables completed.
    denied = next(_denials(report), None)
    if denied is None:
        return
    unpaid = figures.sum_of(_UNPAID)
    if unpaid > 0 and not figures.sum_of(_CARRIED_OVER):
        yield Finding(_UNPAID, actual=int(unpaid), quote=denied)


@frozen
class _Stated:
    """An amount of the processing fee, with the words that state it."""

    amount: FeeAmount
    path: str
    quote: Quote


def _has_fees(report: AnnualReport) -> bool:
    return report.year is not None and report.year >= EDITION_2021.first_year


def _stated(report: AnnualReport) -> Iterator[_Stated]:
    """Yield the amounts of the processing fee that the narrative of a year with such fees states."""
    if _has_fees(report):
        for paragraph in _with(_YUAN, report):
            for amount in fee_amounts(paragraph.folded, report.year):
                yield _Stated(amount, paragraph.path, paragraph.quote(amount.start, amount.end))


def _said(report: AnnualReport, year: int, *sections: str) -> Iterator[Quote]:
    for paragraph in _with(_FEE, report, *sections):
        said = says_whether_charged(paragraph.folded, year)
        if said is not None:
            yield paragraph.quote_clause(*said.span())


def _denials(report: AnnualReport) -> Iterator[Quote]:
    for paragraph in _with(_NOTICE, report):
        denied = denies_notices(paragraph.folded)
        if denied is not None:
            yield paragraph.quote_clause(*denied.span())


def _with(word: str, report: AnnualReport, *sections: str) -> Iterator[Paragraph]:
    """Yield the paragraphs on fees that have a word in them."""
    for section in sections or NARRATIVES:
        for index, text in enumerate(getattr(report, section) or []):
            words = folded(text)
            if _FEE not in words.text:
                continue
            if word in words.text:
                yield Paragraph(f"{section}[{index}]", text, words)

"""Year on year: this year's figures beside those of the year before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govdisclosure.checks._messages import LAW_OF_THE_FORM
from govdisclosure.checks._rules import rule
from govdisclosure.checks.predecessors import LastYear, Unfit, count_in, unfit
from govdisclosure.model.findings import Finding, Severity
from govdisclosure.model.message import Message
from govdisclosure.model.structure import blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.arithmetic.figures import Figures
    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.values import JSON

_T2: Final = "proactive_disclosure"
_T3: Final = "requests"
_T4: Final = "review_and_litigation"
_DOCUMENTS: Final = ("rules", "normative_documents")

TOTALS: Final = (
    f"{_T3}.total.newly_received",
    f"{_T3}.total.carried_over",
    f"{_T3}.total.outcomes.total",
    f"{_T3}.total.carried_forward",
    f"{_T4}.reconsideration.total",
    f"{_T4}.litigation.direct.total",
    f"{_T4}.litigation.after_reconsideration.total",
)
"""The figures that sum a report up: both sides of the balance of all requests, and the cases of each kind."""
JUMP: Final = 5
"""A total that is so many times another one is far from it (checks.md: five times larger or smaller)."""
JUMP_FROM: Final = 50
"""Where the larger one is below this, nothing is said: small bodies have two requests one year and ten the next."""

_UNFIT: Final = {
    Unfit.YEAR: Message(
        "作为上年报告给出的第{number}份（{body}）是 {actual} 年的，应是 {expected} 年的，没有与它比较，请核对文件。",
        "report {number} that is given as last year's ({body}) is on {actual}, not {expected}; it was not compared",
    ),
    Unfit.YEAR_UNKNOWN: Message(
        "作为上年报告给出的第{number}份（{body}）无法确认是否为上年报告：其年度或本报告的年度不明，没有与它比较。",
        "report {number} that is given as last year's ({body}) was not compared: its year, or that of this report, is "
        "not known",
    ),
    Unfit.TWICE: Message(
        "作为上年报告给出的第{number}份（{body}）与第{other}份同属一个机关、数字却不同，没有与它们比较，请只留一份。",
        "report {number} that is given as last year's ({body}) has other figures than report {other} of the same body; "
        "nothing was compared: give one of them",
    ),
}


@rule(
    "YOY-PREVIOUS",
    Severity.WARNING,
    law="Art. 49",
    zh=_UNFIT[Unfit.YEAR].zh,
    en=_UNFIT[Unfit.YEAR].en,
    about=Message(
        zh=(
            "与上年比较，上年报告须是报告年度前一年的，同一机关只给一份（内容相同的副本只算一份）。"
            "年度不符或不明、同一机关有两份数字不同的，年度间的检查都不作比较，并在此说明。"
        ),
        en=(
            "The reports given as last year's are on the year before the report year, one of each body; copies of one "
            "report count once. Where one is on another year, its year is not known, or two of one body differ, "
            "nothing is compared with last year, and this says so."
        ),
    ),
)
def last_year(report: AnnualReport, previous: tuple[AnnualReport, ...]) -> Iterator[Finding]:
    """The reports that are given as last year's are."""
    for each in unfit(report, previous):
        body = each.report.agency.name if each.report.agency is not None else "—"
        details: dict[str, JSON] = {"number": each.number, "body": body, "reason": str(each.reason)}
        if each.other is not None:
            details["other"] = each.other
        expected = None if report.year is None else report.year - 1
        message = _UNFIT[each.reason]
        yield Finding("year", expected=expected, actual=each.report.year, details=details, message=message)


_CARRY: Final = Message(
    "{last}年报告{before:cells}填报 {expected}，{this}年报告{label}填报 {actual}，两数应当相等",
    "{before} of {last} is {expected}, but {path} of {this} is {actual}; both should be the same",
)


@rule(
    "YOY-CARRY",
    Severity.ERROR,
    law="Art. 50",
    zh=f"{_CARRY.zh}，请核对后改正其中一处。",
    en=f"{_CARRY.en}: correct the one that is wrong",
    also={
        Severity.WARNING: Message(
            f"{_CARRY.zh}；上年报告的机关是{{bodies}}，如有合并、更名，请核对上年报告是否给全。",
            f"{_CARRY.en}; last year's report is that of {{bodies}}: if bodies were merged or renamed, are all given?",
        )
    },
    about=Message(
        zh=(
            "表三每一列，上年报告的“结转下年度继续办理”等于本年报告的“上年结转”；有一处空白不作比较，“/”算作 0。"
            "两份报告统一社会信用代码相同或者名称相同的是错误，其他的（如机构合并，上年各份相加）是警告。"
        ),
        en=(
            "What last year's report carried forward is what this one carried over, in each column of table III. A "
            "blank on either side says nothing, “/” is nought. An error where both reports bear the same code or the "
            "same name; otherwise, as where bodies merged and their figures are summed, a warning."
        ),
    ),
)
def carried(report: AnnualReport, previous: tuple[AnnualReport, ...], figures: Figures) -> Iterator[Finding]:
    """What last year carried forward is what this year carried over, per column; blanks say nothing."""
    last = LastYear.of(report, previous)
    if last is None or report.requests is None:
        return
    severity = Severity.ERROR if last.is_of(report) else Severity.WARNING
    for column in blocks(type(report.requests)):
        path, before = (f"{_T3}.{column.path}.{row}" for row in ("carried_over", "carried_forward"))
        expected, actual = last.count(before), count_in(report, figures, path)
        if expected is not None and actual is not None and expected != actual:
            details = {**_years(report), "before": before, "bodies": _bodies(last)}
            yield Finding(path, expected=expected, actual=actual, details=details, severity=severity)


_ADDED_UP: Final = Message(
    "{last}年现行有效 {in_force} 加{this}年制发 {issued} 减废止 {repealed}",
    "{in_force} in force in {last} plus {issued} issued minus {repealed} repealed",
)


@rule(
    "YOY-IN-FORCE",
    Severity.WARNING,
    law=LAW_OF_THE_FORM,
    zh="{label}填报 {actual}，而" + _ADDED_UP.zh + "，至多是 {expected}，请核对。",
    en="{path} is {actual}, more than " + _ADDED_UP.en + ": at most {expected}",
    also={
        Severity.INFO: Message(
            "{label}填报 {actual}，而" + _ADDED_UP.zh + "，应是 {expected}；少的 {gap} 件可能有效期届满，请核对。",
            "{path} is {actual}, {gap} fewer than " + _ADDED_UP.en + ", {expected}; the difference may have lapsed",
        )
    },
    about=Message(
        zh=(
            "规章、行政规范性文件的现行有效件数，不多于上年现行有效件数加本年制发件数减本年废止件数；多了是警告。"
            "少了只是提示：有的文件可能有效期届满。两年都用2021版表格才作比较，有空白的不作比较。"
        ),
        en=(
            "No more rules and normative documents are in force than last year, plus those issued, minus those "
            "repealed. More is a warning; fewer only an info, since documents lapse (有效期届满). Both years must be "
            "of edition 2021; a blank says nothing."
        ),
    ),
)
def in_force(report: AnnualReport, previous: tuple[AnnualReport, ...], figures: Figures) -> Iterator[Finding]:
    """What is in force is what was in force last year, plus what was issued, minus what was repealed."""
    last = LastYear.of(report, previous)
    if last is None:
        return
    for row in _DOCUMENTS:
        paths = [f"{_T2}.{row}.{cell}" for cell in ("in_force", "issued", "repealed")]
        actual, issued, repealed = (count_in(report, figures, path) for path in paths)
        before = last.count(paths[0])
        if actual is None or issued is None or repealed is None or before is None:
            continue
        expected = before + issued - repealed
        if actual != expected:
            severity = Severity.WARNING if actual > expected else Severity.INFO
            counts: dict[str, JSON] = {"in_force": before, "issued": issued, "repealed": repealed}
            details = {**_years(report), **counts, "gap": abs(actual - expected)}
            yield Finding(paths, expected=expected, actual=actual, details=details, severity=severity)


@rule(
    "YOY-JUMP",
    Severity.INFO,
    law="Art. 50",
    zh="{label}{this}年填报 {actual}，{last}年填报 {expected}，相差五倍以上，请核对是否多写、漏写了数字。",
    en="{path} is {actual}, but was {expected} in {last}: five times apart or more; was a digit added or dropped?",
    about=Message(
        zh="总数比上年增加到五倍以上或者减少到五分之一以下，且较大的数不少于50的，提示核对；情况属实的不必修改。",
        en=(
            "A total that is five times as large as last year's or a fifth of it, the larger one at least 50, is worth "
            "a second look; if it is right, leave it."
        ),
    ),
)
def jumped(report: AnnualReport, previous: tuple[AnnualReport, ...], figures: Figures) -> Iterator[Finding]:
    """A total is not five times last year's, nor a fifth of it, the larger one being 50 or more."""
    last = LastYear.of(report, previous)
    if last is None:
        return
    for path in TOTALS:
        if figures.says(path) and last.says(path):
            before, after = int(last.sum_of(path)), int(figures.sum_of(path))
            small, large = sorted((before, after))
            if large >= JUMP_FROM and large >= JUMP * small:
                yield Finding(path, expected=before, actual=after, details=_years(report))


def _years(report: AnnualReport) -> dict[str, JSON]:
    """Give the years that are compared, for messages."""
    assert report.year is not None  # what is compared has a year
    return {"last": report.year - 1, "this": report.year}


def _bodies(last: LastYear) -> list[JSON]:
    return [report.agency.name if report.agency else "—" for report in last.reports]

"""Narrative against two years: what the prose states of this year beside the last, and what the tables do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from govdisclosure.checks._messages import putting
from govdisclosure.checks._rules import rule
from govdisclosure.checks._statements import Pair, Truth, computed, in_words, truth, written
from govdisclosure.checks.narrative import READINGS, not_compared, readings_of
from govdisclosure.checks.predecessors import LastYear
from govdisclosure.claims.yearly import yearly_claims
from govdisclosure.model.findings import Finding, Quote, Severity
from govdisclosure.model.message import Message
from govdisclosure.model.values import figure_as_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.arithmetic.figures import Figures
    from govdisclosure.claims import Claims
    from govdisclosure.claims.yearly import Statement, YearlyClaim
    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.values import JSON

_FIGURES: Final = Message(
    "{where}写“{quote}”，而{cells:cells}{last}年为 {before}、{this}年为 {after}",
    "{where} says “{quote}”, but {cells} was {before} in {last} and is {after} in {this}",
)
_WORDS: Final = {
    Truth.WRONG: Message(
        f"{_FIGURES.zh}，{{come_to}}，请核对后改正有误的一处。",
        f"{_FIGURES.en}: {{come_to}}; compare them and correct the one that is wrong",
    ),
    Truth.TRUNCATED: Message(
        f"{_FIGURES.zh}，四舍五入应是 {{expected}}，“{{actual}}”是截尾的数。",
        f"{_FIGURES.en}: that is {{expected}} rounded, and {{actual}} is truncated",
    ),
}


class _Misfit(NamedTuple):
    """A statement that does not hold of two figures."""

    statement: Statement
    truth: Truth


@rule(
    "YOY-TEXT",
    Severity.WARNING,
    law="Art. 50",
    zh=_WORDS[Truth.WRONG].zh,
    en=_WORDS[Truth.WRONG].en,
    about=Message(
        zh=(
            "正文所述与上年相比的增减（件数、百分比、倍数、持平、翻番等）应与两年的表格一致。百分比按所写位数四舍五入，"
            "截尾的另行提示；“增长N倍”两种理解都可以；翻番相差25%以内不提示。约数、部分单位或渠道的数、百分点、"
            "与其他年份的比较不作检查。"
        ),
        en=(
            "What the narrative says of this year beside the last (more, per cent, times, the same, doubled) agrees "
            "with the tables of both. Per cent are rounded to the digits that are written; 增长N倍 can be read in two "
            "ways, and what doubled may be off by a quarter. Approximate figures, parts, percentage points and other "
            "years are not compared."
        ),
    ),
)
def said_of_both_years(
    report: AnnualReport, previous: tuple[AnnualReport, ...], figures: Figures, claims: Claims
) -> Iterator[Finding]:
    """What the narrative says of this year's figures beside last year's fits the tables of both years."""
    last = LastYear.of(report, previous)
    if last is None:
        return
    for claim in yearly_claims(report):
        yield from _contradiction(claim, report, figures, last)
    yield from not_compared(claims)


def _contradiction(claim: YearlyClaim, report: AnnualReport, figures: Figures, last: LastYear) -> Iterator[Finding]:
    """Yield the finding of a claim that fits no reading of the tables; nothing if the first one is blank in a year."""
    sums = [cells for reading in readings_of(claim) for cells in READINGS[reading] if _have(cells, figures, last)]
    if not sums or not _say(sums[0], figures, last):
        return
    misfits = [_misfit(claim, _pair(cells, figures, last)) for cells in sums if _say(cells, figures, last)]
    first = misfits[0]
    if first is None or None in misfits or report.year is None:
        return
    pair = _pair(sums[0], figures, last)
    details: dict[str, JSON] = {
        "cells": list(sums[0]),
        "form": str(first.statement.form),
        "truth": first.truth.value,
        "before": figure_as_json(pair.before),
        "after": figure_as_json(pair.after),
        "last": report.year - 1,
        "this": report.year,
    }
    yield Finding(
        figures.cells(*sums[0]),
        expected=computed(first.statement, pair),
        actual=written(first.statement),
        quote=Quote(claim.path, claim.start, claim.end, claim.text),
        details=details,
        message=putting(_WORDS[first.truth], come_to=in_words(first.statement, pair)),
    )


def _have(cells: tuple[str, ...], figures: Figures, last: LastYear) -> bool:
    return figures.has(*cells) and last.has(*cells)


def _say(cells: tuple[str, ...], figures: Figures, last: LastYear) -> bool:
    return figures.says(*cells) and last.says(*cells)


def _pair(cells: tuple[str, ...], figures: Figures, last: LastYear) -> Pair:
    return Pair(last.sum_of(*cells), figures.sum_of(*cells))


def _misfit(claim: YearlyClaim, pair: Pair) -> _Misfit | None:
    """Give the statement of a claim that does not hold of two figures, a wrong one before one that is truncated."""
    misfits = [_Misfit(each, truth(each, pair)) for each in claim.statements]
    wrong = [misfit for misfit in misfits if misfit.truth is not Truth.HOLDS]
    return next((misfit for misfit in wrong if misfit.truth is Truth.WRONG), next(iter(wrong), None))

"""Arithmetic (勾稽关系): the sums and balances of tables III and IV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from govdisclosure.arithmetic.convention import completed
from govdisclosure.arithmetic.identities import identities, refuted, sides
from govdisclosure.checks._rules import rule
from govdisclosure.checks._words import LAW_OF_THE_FORM
from govdisclosure.model._structure import cell_paths, cell_values
from govdisclosure.model.cells import tables
from govdisclosure.model.findings import Finding, Message, Severity
from govdisclosure.model.values import NA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govdisclosure.arithmetic.identities import Identity
    from govdisclosure.checks._rules import Check, Rule
    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.values import JSON, CellValue

_BLANKS_ZH: Final = "；若要平衡，空白的 {blanks:cells} 合计应为 {blanks_total}，请核对并补填。"
_BLANKS_EN: Final = "; to make up for it, {blanks:cells} (blank) would have to hold {blanks_total} in all"
_FORMULA_ZH: Final = (
    "{group:cells}不平衡：新收 {figures[0]} + 上年结转 {figures[1]}，"
    "应等于办理结果总计 {figures[2]} + 结转下年度 {figures[3]}；"
    "前两项合计 {expected}，后两项合计 {actual}，相差 {difference}"
)
_FORMULA_EN: Final = (
    "{group}: newly_received {figures[0]} + carried_over {figures[1]} must equal outcomes.total {figures[2]} + "
    "carried_forward {figures[3]}, but one side is {expected}, the other {actual}: {difference} apart"
)


@rule(
    "T3-BALANCE",
    Severity.ERROR,
    law=LAW_OF_THE_FORM,
    zh=_FORMULA_ZH + "，请核对这四格。",
    en=_FORMULA_EN,
    also={Severity.WARNING: Message(_FORMULA_ZH + _BLANKS_ZH, _FORMULA_EN + _BLANKS_EN)},
    about=Message(
        zh="表三每一列：本年新收加上年结转，等于（七）总计加结转下年度。收到的申请不是办结就是结转。请核对这四格，多数是漏记结转。",
        en=(
            "In each column of table III, newly_received + carried_over = outcomes.total + carried_forward: a request "
            "is either concluded or carried forward. Compare the four cells; most often a carried figure is missing."
        ),
    ),
)
def balance(report: AnnualReport) -> Iterator[Finding]:
    """What came in, and was carried over, was concluded or is carried forward; in every column of table III."""
    return _broken(report, "T3-BALANCE")


def _sum_rule(code: str, parts: Message, about: Message) -> Callable[[Check], Rule]:
    """Declare a rule on sums; ``parts`` are the words for what is summed."""
    zh = f"{{label}} 填报 {{figures[0]}}，而{parts.zh}合计为 {{expected}}，相差 {{difference}}"
    en = f"{{path}} is {{figures[0]}}, but {parts.en} add up to {{expected}}: {{difference}} apart"
    return rule(
        code,
        Severity.ERROR,
        law=LAW_OF_THE_FORM,
        zh=zh + "，请核对总计和各项。",
        en=en,
        also={Severity.WARNING: Message(zh + _BLANKS_ZH, en + _BLANKS_EN)},
        about=about,
    )


@_sum_rule(
    "T3-OUTCOMES",
    Message(zh="（一）至（六）各项", en="the outcomes above it"),
    Message(
        zh="表三每一列：（七）总计等于（一）至（六）各项之和。一件申请只计一种办理结果。请核对各项和总计。",
        en=(
            "In each column of table III, outcomes.total is the sum of all outcomes: a request is counted under one of "
            "them. Compare the figures with the total."
        ),
    ),
)
def outcomes(report: AnnualReport) -> Iterator[Finding]:
    """（七）总计 is the sum of all outcomes; in every column of table III."""
    return _broken(report, "T3-OUTCOMES")


@_sum_rule(
    "T3-ROW",
    Message(zh="自然人和法人或其他组织各列", en="the six columns beside it"),
    Message(
        zh="表三每一行：总计等于自然人与五类法人或其他组织之和。请核对这一行的七格，多数是填错了列。",
        en=(
            "In each row of table III, total is natural_person plus the five columns of legal_person. Compare the "
            "seven cells of the row; most often a figure stands in a wrong column."
        ),
    ),
)
def rows(report: AnnualReport) -> Iterator[Finding]:
    """The column 总计 is the sum of the six columns beside it; in every row of table III."""
    return _broken(report, "T3-ROW")


@_sum_rule(
    "T4-SUM",
    Message(zh="结果维持、结果纠正、其他结果、尚未审结", en="the four results beside it"),
    Message(
        zh="表四每一组：总计等于结果维持、结果纠正、其他结果与尚未审结之和。请核对这五格。",
        en="In each block of table IV, total is upheld + corrected + other + pending. Compare the five cells.",
    ),
)
def cases(report: AnnualReport) -> Iterator[Finding]:
    """总计 is the sum of the four results; in every block of table IV."""
    return _broken(report, "T4-SUM")


def _broken(report: AnnualReport, code: str) -> Iterator[Finding]:
    for section, table in tables(report):
        cls: type = type(table)
        wanted = [identity for identity in identities(cls) if identity.code == code]
        if wanted:
            values = cell_values(table)
            full = completed(cls, values)
            paths = [f"{section}.{path}" for path in cell_paths(cls)]
            for identity in wanted:
                yield from _compared(identity, values, full, paths)


def _compared(identity: Identity, values: Sequence[CellValue], full: list[int], paths: list[str]) -> Iterator[Finding]:
    left, right = (sum(full[at] for at in side) for side in (identity.left_at, identity.right_at))
    if left == right:
        return
    is_error = refuted(sides(identity, values))
    yield Finding(
        [paths[at] for at in identity.at],
        expected=left,
        actual=right,
        severity=Severity.ERROR if is_error else Severity.WARNING,
        details={
            "group": paths[identity.at[0]].rpartition(".")[0],
            "figures": [_printed(values[at]) for at in identity.at],
            "difference": abs(left - right),
            **({} if is_error else _blanks(identity, values, (left, right), paths)),
        },
    )


def _printed(value: CellValue) -> int | str | None:
    return "/" if value is NA else cast("int | None", value)


def _blanks(
    identity: Identity, values: Sequence[CellValue], totals: tuple[int, int], paths: list[str]
) -> dict[str, JSON]:
    """Say which blanks would have to make up the difference, and what they would hold: those of the smaller side."""
    found = sides(identity, values)
    in_left = found.open_left and (totals[0] < totals[1] or not found.open_right)
    side, low, other = (
        (identity.left_at, found.low_left, totals[1]) if in_left else (identity.right_at, found.low_right, totals[0])
    )
    return {"blanks": [paths[at] for at in side if values[at] is None], "blanks_total": other - low}

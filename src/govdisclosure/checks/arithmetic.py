"""Arithmetic (勾稽关系): the sums and balances of tables III and IV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, cast

from govdisclosure.arithmetic.identities import identities, stated
from govdisclosure.arithmetic.judgement import Verdict, judged
from govdisclosure.checks._messages import LAW_OF_THE_FORM
from govdisclosure.checks._rules import rule
from govdisclosure.model.cells import tables
from govdisclosure.model.findings import Finding, Severity
from govdisclosure.model.message import Message
from govdisclosure.model.structure import cell_paths, cell_values
from govdisclosure.model.values import NA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govdisclosure.arithmetic.identities import Identity
    from govdisclosure.arithmetic.judgement import Judgement
    from govdisclosure.checks._rules import Check, Rule
    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.values import JSON, CellValue


def _joined(*pieces: Message) -> Message:
    """Join templates."""
    return Message("".join(piece.zh for piece in pieces), "".join(piece.en for piece in pieces))


_BALANCE: Final = Message(
    zh=(
        "{group:cells}不平衡：本年新收 {figures[0]} + 上年结转 {figures[1]} = {expected}，"
        "（七）总计 {figures[2]} + 结转下年度 {figures[3]} = {actual}，相差 {difference}"
    ),
    en=(
        "{group}: newly_received {figures[0]} + carried_over {figures[1]} = {expected}, but "
        "outcomes.total {figures[2]} + carried_forward {figures[3]} = {actual}: {difference} apart"
    ),
)
_JOINT: Final = Message(
    zh="；空白格无论怎样补填，都不能使表内各式同时成立，请核对。",
    en="; no figures in the blank cells could make all sums of the table agree",
)
_BLANK: Final = Message(
    zh="；空白的{blanks:cells}应填 {blanks_total}", en="; {blanks:cells} (blank) would have to be {blanks_total}"
)
_BLANKS: Final = Message(
    zh="；空白的{blanks:cells}合计应为 {blanks_total}",
    en="; {blanks:cells} (blank) would have to hold {blanks_total} in all",
)
_PROVED: Final = Message(
    zh="；按表内其他数字，空白的{proved:cells}", en="; by the other figures of the table, {proved:cells}"
)
_MEND: Final = Message(zh="，请核对并补填。", en="")


@rule(
    "T3-BALANCE",
    Severity.ERROR,
    law=LAW_OF_THE_FORM,
    zh=_BALANCE.zh + "。请核对这四格。",
    en=_BALANCE.en,
    also={Severity.WARNING: _joined(_BALANCE, _BLANKS, _MEND)},
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
    return _broken(report, "T3-BALANCE", _BALANCE)


def _sum(zh: str, en: str) -> Message:
    """Give the words for a sum that does not agree; ``zh`` and ``en`` are those for its parts."""
    return Message(
        zh=f"{{label}}填报 {{figures[0]}}，{zh}合计 {{expected}}，相差 {{difference}}",
        en=f"{{path}} is {{figures[0]}}, but {en} add up to {{expected}}: {{difference}} apart",
    )


_OUTCOMES: Final = _sum("（一）至（六）各项", "the outcomes above it")
_ROW: Final = _sum("左边六列", "the six columns beside it")
_CASES: Final = _sum("四项结果", "the four results beside it")


def _sum_rule(code: str, words: Message, about: Message) -> Callable[[Check], Rule]:
    return rule(
        code,
        Severity.ERROR,
        law=LAW_OF_THE_FORM,
        zh=words.zh + "。请核对总计和各项。",
        en=words.en,
        also={Severity.WARNING: _joined(words, _BLANKS, _MEND)},
        about=about,
    )


@_sum_rule(
    "T3-OUTCOMES",
    _OUTCOMES,
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
    return _broken(report, "T3-OUTCOMES", _OUTCOMES)


@_sum_rule(
    "T3-ROW",
    _ROW,
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
    return _broken(report, "T3-ROW", _ROW)


@_sum_rule(
    "T4-SUM",
    _CASES,
    Message(
        zh="表四每一组：总计等于结果维持、结果纠正、其他结果与尚未审结之和。请核对这五格。",
        en="In each block of table IV, total is upheld + corrected + other + pending. Compare the five cells.",
    ),
)
def cases(report: AnnualReport) -> Iterator[Finding]:
    """总计 is the sum of the four results; in every block of table IV."""
    return _broken(report, "T4-SUM", _CASES)


class _Look(NamedTuple):
    values: tuple[CellValue, ...]
    judgement: Judgement
    paths: tuple[str, ...]


def _broken(report: AnnualReport, code: str, words: Message) -> Iterator[Finding]:
    for section, table in tables(report):
        cls: type = type(table)
        values = cell_values(table)
        judgement = judged(cls, values)
        verdicts = zip(identities(cls), judgement.verdicts, strict=True)
        broken = [each for each in verdicts if each[0].code == code and each[1] is not Verdict.HOLDS]
        if broken:
            look = _Look(values, judgement, tuple(f"{section}.{path}" for path in cell_paths(cls)))
            yield from (_compared(identity, verdict, look, words) for identity, verdict in broken)


def _compared(identity: Identity, verdict: Verdict, look: _Look, words: Message) -> Finding:
    values, judgement, paths = look
    left, right = (sum(judgement.full[at] for at in side) for side in (identity.left_at, identity.right_at))
    details: dict[str, JSON] = {
        "group": paths[identity.at[0]].rpartition(".")[0],
        "figures": ["/" if values[at] is NA else cast("int | None", values[at]) for at in identity.at],
        "difference": abs(left - right),
    }
    message = Message()
    if verdict is Verdict.JOINT:
        details["joint"] = True
        message = _joined(words, _JOINT)
    elif verdict is Verdict.OPEN:
        details |= _blanks(identity, look, left, right)
        message = _remedy(words, details)
    return Finding(
        [paths[at] for at in identity.at],
        expected=left,
        actual=right,
        severity=Severity.ERROR if verdict.is_error else Severity.WARNING,
        details=details,
        message=message,
    )


def _blanks(identity: Identity, look: _Look, left: int, right: int) -> dict[str, JSON]:
    """
    Say which blanks would have to make up the difference, and what they would hold: those of the smaller side.

    There are some, since the convention is never above the bounds. What is proved of any blank is said as well.
    """
    values, judgement, paths = look
    smaller, other = (identity.left_at, right) if left < right else (identity.right_at, left)
    proved: dict[str, JSON] = {paths[at]: judgement.proved[at] for at in identity.at if at in judgement.proved}
    return {
        "blanks": [paths[at] for at in smaller if values[at] is None],
        "blanks_total": other - sum(stated(values[at]) for at in smaller),
        **({"proved": proved} if proved else {}),
    }


def _remedy(words: Message, details: dict[str, JSON]) -> Message:
    """Say what the blanks would have to hold, and what is proved of them; a proof of them all is enough."""
    blanks, proved = cast("list[str]", details["blanks"]), cast("dict[str, JSON]", details.get("proved", {}))
    asked = [] if proved.keys() >= set(blanks) else [_BLANK if len(blanks) == 1 else _BLANKS]
    return _joined(words, *asked, *([_PROVED] if proved else []), _MEND)

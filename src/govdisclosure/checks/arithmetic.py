"""Arithmetic (勾稽关系): the sums and balances of tables III and IV."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Self, cast
from weakref import WeakKeyDictionary

from attrs import frozen

from govdisclosure.arithmetic.identities import or_nought
from govdisclosure.arithmetic.judgement import Judgement
from govdisclosure.arithmetic.verdicts import Verdict
from govdisclosure.checks._messages import LAW_OF_THE_FORM
from govdisclosure.checks._rules import rule, where
from govdisclosure.diagnosis import BLANKS, REPAIR, REPAIRS, Ailment, diagnosed
from govdisclosure.model.findings import Finding, Severity
from govdisclosure.model.message import Message
from govdisclosure.model.values import NAType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govdisclosure.arithmetic.judgement import FailedIdentity
    from govdisclosure.checks._case import Case
    from govdisclosure.checks._check import Check
    from govdisclosure.checks._rules import Rule
    from govdisclosure.diagnosis import Diagnosis, Repair
    from govdisclosure.model.notes import Note
    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.values import JSON


_DIAGNOSES: Final[WeakKeyDictionary[Judgement, Diagnosis]] = WeakKeyDictionary()
"""What the rules of one check share, by what all of them are given; it goes when that does."""


def _joined(*pieces: Message) -> Message:
    """Join templates."""
    return Message("".join(piece.zh for piece in pieces), "".join(piece.en for piece in pieces))


def _something_fails(case: Case) -> bool:
    return bool(case.judgement.failed)


_TERMS: Final = (
    Message("本年新收", "newly_received"),
    Message("上年结转", "carried_over"),
    Message("（七）总计", "outcomes.total"),
    Message("结转下年度", "carried_forward"),
)
_STATED: Final = tuple(
    Message(f"{term.zh} {{figures[{place}]}}", f"{term.en} {{figures[{place}]}}") for place, term in enumerate(_TERMS)
)
_PLUS: Final = Message(" + ", " + ")


def _unbalanced(left: Message, right: Message) -> Message:
    return Message(
        zh=f"{{group:cells}}不平衡：{left.zh}，{right.zh}，相差 {{difference}}",
        en=f"{{group}}: {left.en}, but {right.en}: {{difference}} apart",
    )


_LEFT_SUM, _RIGHT_SUM = Message(" = {expected}", " = {expected}"), Message(" = {actual}", " = {actual}")
_BALANCE: Final = _unbalanced(
    _joined(_STATED[0], _PLUS, _STATED[1], _LEFT_SUM), _joined(_STATED[2], _PLUS, _STATED[3], _RIGHT_SUM)
)
_FOUR_CELLS: Final = Message(zh="。请核对这四格。")
_TOTAL_AND_PARTS: Final = Message(zh="。请核对总计和各项。")
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
_TWO_CELLS: Final = 2
_ONE_REPAIR: Final = Message(zh="{repair[reason][zh]}", en="; {repair[reason][en]}")
_NO_REPAIR: Final = Message(
    zh="改正任何一格或两格，都不能使各式同时相符。", en="; no change of one or two cells makes all sums agree"
)
_CELLS_OF_EQUALS: Final = Message(
    zh="有 {repairs} 格都可能是错处，改正其中任何一格即相符。", en="; any of {repairs} cells could explain it"
)
_PAIRS_OF_EQUALS: Final = Message(
    zh="有 {repairs} 组两格都可能是错处，改正其中任何一组即相符。",
    en="; any of {repairs} pairs of cells could explain it",
)
_EQUALS: Final = Message(
    zh="有 {repairs} 种改法，采用任何一种即相符。", en="; any of {repairs} repairs could explain it"
)


@where(_something_fails)
@rule(
    "T3-BALANCE",
    Severity.ERROR,
    law=LAW_OF_THE_FORM,
    zh=_joined(_BALANCE, _FOUR_CELLS).zh,
    en=_joined(_BALANCE, _FOUR_CELLS).en,
    also={Severity.WARNING: _joined(_BALANCE, _BLANKS, _MEND)},
    about=Message(
        zh="表三每一列：本年新收加上年结转，等于（七）总计加结转下年度。收到的申请不是办结就是结转。请核对这四格，多数是漏记结转。",
        en=(
            "In each column of table III, newly_received + carried_over = outcomes.total + carried_forward: a request "
            "is either concluded or carried forward. Compare the four cells; most often a carried figure is missing."
        ),
    ),
)
def balance(report: AnnualReport, judgement: Judgement, notes: tuple[Note, ...]) -> Iterator[Finding]:
    """What came in, and was carried over, was concluded or is carried forward; in every column of table III."""
    ailing = _Ailing.of(report, judgement, notes)
    for failed in judgement.failed:
        if failed.code == "T3-BALANCE":
            yield ailing.finding(failed, _sides(failed), _FOUR_CELLS)


def _sides(failed: FailedIdentity) -> Message:
    """Give the words for the two sides; one with a blank has no sum, since a blank adds up to nothing."""
    terms = [
        _STATED[place] if figure is not None else _blank_term(place, failed.counted[place])
        for place, figure in enumerate(failed.figures)
    ]
    blank = [figure is None for figure in failed.figures]
    left, right = _joined(terms[0], _PLUS, terms[1]), _joined(terms[2], _PLUS, terms[3])
    return _unbalanced(
        left if any(blank[:2]) else _joined(left, _LEFT_SUM), right if any(blank[2:]) else _joined(right, _RIGHT_SUM)
    )


def _blank_term(place: int, counted: int) -> Message:
    term = _TERMS[place]
    # 本年新收 is blank in the column 总计, and 3 in the column 自然人
    zh, en = (f"，各项合计 {counted}", f", its parts add up to {counted}") if counted else ("", "")
    return Message(f"{term.zh}（空白{zh}）", f"{term.en} (blank{en})")


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
        zh=_joined(words, _TOTAL_AND_PARTS).zh,
        en=_joined(words, _TOTAL_AND_PARTS).en,
        also={Severity.WARNING: _joined(words, _BLANKS, _MEND)},
        about=about,
    )


@where(_something_fails)
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
def outcomes(report: AnnualReport, judgement: Judgement, notes: tuple[Note, ...]) -> Iterator[Finding]:
    """（七）总计 is the sum of all outcomes; in every column of table III."""
    return _broken("T3-OUTCOMES", _OUTCOMES, _Ailing.of(report, judgement, notes))


@where(_something_fails)
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
def rows(report: AnnualReport, judgement: Judgement, notes: tuple[Note, ...]) -> Iterator[Finding]:
    """The column 总计 is the sum of the six columns beside it; in every row of table III."""
    return _broken("T3-ROW", _ROW, _Ailing.of(report, judgement, notes))


@where(_something_fails)
@_sum_rule(
    "T4-SUM",
    _CASES,
    Message(
        zh="表四每一组：总计等于结果维持、结果纠正、其他结果与尚未审结之和。请核对这五格。",
        en="In each block of table IV, total is upheld + corrected + other + pending. Compare the five cells.",
    ),
)
def cases(report: AnnualReport, judgement: Judgement, notes: tuple[Note, ...]) -> Iterator[Finding]:
    """总计 is the sum of the four results; in every block of table IV."""
    return _broken("T4-SUM", _CASES, _Ailing.of(report, judgement, notes))


def _broken(code: str, words: Message, ailing: _Ailing) -> Iterator[Finding]:
    for failed in ailing.judgement.failed:
        if failed.code == code:
            yield ailing.finding(failed, words, _TOTAL_AND_PARTS)


@frozen(eq=False)
class _Ailing:
    """
    The identities of a report that fail, and what heals them.

    Args:
        judgement: What the figures of the report say.
        ailments: What fails together with each of them, by its code and its cells.
    """

    judgement: Judgement
    ailments: Mapping[tuple[str, tuple[str, ...]], Ailment]

    @classmethod
    def of(cls, report: AnnualReport, judgement: Judgement, notes: tuple[Note, ...]) -> Self:
        """Diagnose a report, once for all the rules that ask; a report in which nothing fails is not diagnosed."""
        if not judgement.failed:
            return cls(judgement, {})
        if judgement not in _DIAGNOSES:
            _DIAGNOSES[judgement] = diagnosed(report, judgement.figures, notes)
        ailments = _DIAGNOSES[judgement].ailments
        return cls(judgement, {(each.code, each.paths): ailment for ailment in ailments for each in ailment.failed})

    def finding(self, failed: FailedIdentity, words: Message, ask: Message) -> Finding:
        """Give the finding of an identity: what fails, what is asked for, and what heals it."""
        details: dict[str, JSON] = {
            "group": failed.paths[0].rpartition(".")[0],
            "figures": ["/" if isinstance(value, NAType) else value for value in failed.figures],
            "difference": abs(failed.expected - failed.actual),
        }
        if failed.verdict is Verdict.JOINT:
            details["joint"] = True
            words = _joined(words, _JOINT)
        elif failed.verdict is Verdict.OPEN:
            details |= _blanks(failed, self.judgement)
            words = _remedy(words, details)
        else:
            words = _joined(words, ask)
        ailment = self.ailments[failed.code, failed.paths]
        # Where blanks could make up for it, that two stated figures should be others says less than that.
        says_less = failed.verdict is Verdict.OPEN and not (ailment.groups and ailment.groups[0].size < _TWO_CELLS)
        repairs = ailment.first
        if len(repairs) == 1 and not says_less:
            details[REPAIR] = repairs[0].to_json()
        else:
            details[REPAIRS] = len(repairs)
        if not says_less:
            words = _joined(words, _healed(repairs))
        return Finding(
            failed.paths,
            expected=failed.expected,
            actual=failed.actual,
            severity=Severity.ERROR if failed.verdict.is_error else Severity.WARNING,
            details=details,
            message=words,
        )


def _healed(repairs: tuple[Repair, ...]) -> Message:
    """Say what heals, if there is one repair that is smaller than all others; else how many are equal."""
    if len(repairs) <= 1:
        return _ONE_REPAIR if repairs else _NO_REPAIR
    if repairs[0].size == _TWO_CELLS:
        return _PAIRS_OF_EQUALS
    return _CELLS_OF_EQUALS if all(len(repair.cells) == 1 for repair in repairs) else _EQUALS


def _blanks(failed: FailedIdentity, judgement: Judgement) -> dict[str, JSON]:
    """
    Say which blanks would have to make up the difference, and what they would hold: those of the smaller side.

    There are some, since the convention is never above the bounds. What is proved of any blank is said as well.
    """
    values = dict(zip(failed.paths, failed.figures, strict=True))
    less = failed.expected < failed.actual
    smaller, other = (failed.left, failed.actual) if less else (failed.right, failed.expected)
    proved: dict[str, JSON] = {path: judgement.proved[path] for path in failed.paths if path in judgement.proved}
    return {
        BLANKS: [path for path in smaller if values[path] is None],
        "blanks_total": other - sum(or_nought(values[path]) for path in smaller),
        **({"proved": proved} if proved else {}),
    }


def _remedy(words: Message, details: dict[str, JSON]) -> Message:
    """Say what the blanks would have to hold, and what is proved of them; a proof of them all is enough."""
    blanks, proved = cast("list[str]", details[BLANKS]), cast("dict[str, JSON]", details.get("proved", {}))
    asked = [] if proved.keys() >= set(blanks) else [_BLANK if len(blanks) == 1 else _BLANKS]
    return _joined(words, *asked, *([_PROVED] if proved else []), _MEND)

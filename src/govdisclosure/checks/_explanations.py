"""What explains the gaps of a roll-up, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govdisclosure.model.message import Message, counted, one_or_many
from govdisclosure.model.naming import name_of
from govdisclosure.summing import CauseKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from govdisclosure.model.message import Language
    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.values import JSON
    from govdisclosure.summing import Cause, Explained, Explanation

_NAMED: Final = 6
_ALTERNATIVES: Final = 4
"""So many equal explanations are written out in a message; the details have up to twenty."""

_CAUSES: Final[Mapping[CauseKind, Message]] = {
    CauseKind.LEFT_OUT: Message("漏计“{child}”", "{child} left out"),
    CauseKind.TWICE: Message("“{child}”计了两次", "{child} counted twice"),
    CauseKind.LAST_YEAR: Message("“{child}”用的是{year}年的报告", "the report of {child} on {year} used"),
    CauseKind.VERSION: Message("“{child}”用的是第{number}份报告", "report {number} of {child} used"),
    CauseKind.OWN_MISSING: Message("漏计本级“{child}”", "the own office {child} left out"),
    CauseKind.OWN_REVIEWS_MISSING: Message(
        "漏计本级“{child}”的复议后起诉案件（复议机关作共同被告的案件）",
        "after_reconsideration of the own office {child} left out (suits with the reviewing authority as co-defendant)",
    ),
    CauseKind.EXCHANGED: Message("{one}与{other}填反", "{one} and {other} exchanged"),
}
_FITS: Final = Message(
    "全部差额正好是一个原因造成的：{causes}。", "; all gaps are exactly those of one cause: {causes}"
)
_FIT: Final = Message(
    "全部差额正好是这几个原因共同造成的：{causes}。", "; all gaps are exactly those of these causes together: {causes}"
)
_EQUAL: Final = Message(
    "全部差额有{n}种同样吻合的解释，数字上无法区分：{causes}{more}。",
    "; {n} explanations fit all gaps exactly, and figures cannot tell them apart: {causes}{more}",
)
_AT_LEAST: Final = Message("至少 {n} ", "at least {n}")
_MANY: Final = Message(
    "全部差额有{n}种同样吻合的解释，各为{causes}，数字上无法区分。",
    "; {n} explanations of {causes} each fit all gaps exactly, and figures cannot tell them apart",
)
_EACH: Final = Message("{n}个原因", "{n} cause|{n} causes")
_MORE: Final = Message("……", " …")
_INVISIBLE: Final = Message(
    "{names}没有大于0的数，是否计入看不出来。",
    "; {names} states nothing above nought, so nothing tells whether it counts|"
    "; {names} state nothing above nought, so nothing tells whether they count",
)


def named(names: Sequence[str]) -> Message:
    """Name bodies, the first few of many."""
    shown = names[:_NAMED]
    zh, en = "、".join(f"“{name}”" for name in shown), ", ".join(shown)
    if len(names) > len(shown):
        return Message(f"{zh}等{len(names)}个单位", f"{en} and {len(names) - len(shown)} more")
    return Message(zh, en)


def in_words(explained: Explained, report: AnnualReport) -> Message:
    """
    Say what explains the gaps.

    Args:
        explained: The explanations.
        report: The report of the parent.
    """
    zh, en = (_said(explained, report, language) for language in ("zh", "en"))
    if explained.invisible:
        names, english = named(explained.invisible), one_or_many(len(explained.invisible), _INVISIBLE.en)
        zh, en = zh + _INVISIBLE.zh.format(names=names.zh), en + english.format(names=names.en)
    return Message(zh, en)


def _said(explained: Explained, report: AnnualReport, language: Language) -> str:
    n = f"{explained.number:,}" if explained.is_all else _AT_LEAST.of(language).format(n=f"{explained.number:,}")
    if not explained.explanations:
        return _MANY.of(language).format(n=n, causes=counted(explained.size, _EACH.of(language)))
    shown = explained.explanations[:_ALTERNATIVES]
    each = [_causes(explanation, report, language) for explanation in shown]
    if explained.number > 1 or not explained.is_all:
        more = _MORE.of(language) if explained.number > len(shown) or not explained.is_all else ""
        causes = ("；或者" if language == "zh" else "; or ").join(each)
        return _EQUAL.of(language).format(n=n, causes=causes, more=more)
    return (_FITS if explained.size == 1 else _FIT).of(language).format(causes=each[0])


def _causes(explanation: Explanation, report: AnnualReport, language: Language) -> str:
    and_ = "，并且" if language == "zh" else " and "
    return and_.join(_cause(cause, report, language) for cause in explanation.causes)


def _cause(cause: Cause, report: AnnualReport, language: Language) -> str:
    name: Callable[[str], str] = (lambda path: name_of(report, path)) if language == "zh" else str
    one, other = map(name, cause.paths or ("", ""))
    return (
        _CAUSES[cause.kind]
        .of(language)
        .format(child=cause.child, year=cause.year, number=cause.number, one=one, other=other)
    )


def as_json(explained: Explained) -> dict[str, JSON]:
    """Give the explanations as JSON, for the details of a finding."""
    return {
        "number": explained.number,
        **({} if explained.is_all else {"at_least": True}),
        "causes": explained.size,
        "any_of": [[_cause_as_json(cause) for cause in each.causes] for each in explained.explanations],
        "invisible": list(explained.invisible),
    }


def _cause_as_json(cause: Cause) -> dict[str, JSON]:
    said: Iterable[tuple[str, JSON]] = (
        ("cause", str(cause.kind)),
        ("child", cause.child),
        ("year", cause.year),
        ("number", cause.number),
        ("paths", list(cause.paths) or None),
    )
    return {name: value for name, value in said if value is not None}

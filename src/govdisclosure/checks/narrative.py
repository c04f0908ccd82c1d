"""Narrative against tables: the figures that the prose claims, and those that the tables state."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from govdisclosure.checks._rules import rule, where
from govdisclosure.claims import LONGEST, What
from govdisclosure.model.findings import Finding, Quote, Severity
from govdisclosure.model.message import Message
from govdisclosure.model.values import figure_as_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from govdisclosure.arithmetic.figures import Figures
    from govdisclosure.checks._case import Case
    from govdisclosure.checks._rules import Rule
    from govdisclosure.claims import Claim, Claims
    from govdisclosure.claims.yearly import YearlyClaim

_T2: Final = "proactive_disclosure"
_T3: Final = "requests.total"
_T4: Final = "review_and_litigation"
_OUT: Final = f"{_T3}.outcomes"
_REVIEW: Final = f"{_T4}.reconsideration"
_DIRECT: Final = f"{_T4}.litigation.direct"
_AFTER: Final = f"{_T4}.litigation.after_reconsideration"
_ANSWERED: Final = tuple(f"{_OUT}.{name}" for name in ("granted", "partially_granted", "refused", "unavailable"))
_HANDLED: Final = (f"{_T3}.newly_received", f"{_T3}.carried_over")


def _cells(row: str, *names: str) -> tuple[tuple[str, ...], ...]:
    """Give cells of a row of table II, each a sum of its own."""
    return tuple((f"{_T2}.{row}.{name}",) for name in names)


# What the words can mean in the tables, each a sum of cells or groups of cells; the first that the edition has comes
# first. Several where reports count in several ways: 公开 with or without 部分公开, 答复 with or without 不予处理.
READINGS: Final[dict[What, tuple[tuple[str, ...], ...]]] = {
    What.RECEIVED: ((f"{_T3}.newly_received",),),
    What.RECEIVED_WITH_CARRIED_OVER: (_HANDLED,),
    What.CARRIED_OVER: ((f"{_T3}.carried_over",),),
    What.GRANTED: ((f"{_OUT}.granted",), _ANSWERED[:2]),
    What.PARTIALLY_GRANTED: ((f"{_OUT}.partially_granted",),),
    What.REFUSED: (
        (f"{_OUT}.refused",),
        _ANSWERED[1:3],
        _ANSWERED[2:],
        (*_ANSWERED[2:], f"{_OUT}.not_processed"),
    ),
    What.UNAVAILABLE: ((f"{_OUT}.unavailable",),),
    What.NOT_PROCESSED: ((f"{_OUT}.not_processed",), (f"{_OUT}.not_processed", f"{_OUT}.other")),
    What.OTHER: ((f"{_OUT}.other",), (f"{_OUT}.other.other",)),
    What.CONCLUDED: ((f"{_OUT}.total",), (*_ANSWERED, f"{_OUT}.not_processed"), _ANSWERED),
    What.CARRIED_FORWARD: ((f"{_T3}.carried_forward",),),
    What.RECONSIDERATION: ((f"{_REVIEW}.total",),),
    What.RECONSIDERATION_UPHELD: ((f"{_REVIEW}.upheld",),),
    What.RECONSIDERATION_CORRECTED: ((f"{_REVIEW}.corrected",),),
    What.RECONSIDERATION_OTHER: ((f"{_REVIEW}.other",),),
    What.RECONSIDERATION_PENDING: ((f"{_REVIEW}.pending",),),
    What.LITIGATION: ((f"{_DIRECT}.total", f"{_AFTER}.total"),),
    What.LITIGATION_DIRECT: ((f"{_DIRECT}.total",),),
    What.LITIGATION_AFTER_RECONSIDERATION: ((f"{_AFTER}.total",),),
    What.LITIGATION_UPHELD: ((f"{_DIRECT}.upheld", f"{_AFTER}.upheld"),),
    What.LITIGATION_CORRECTED: ((f"{_DIRECT}.corrected", f"{_AFTER}.corrected"),),
    What.LITIGATION_OTHER: ((f"{_DIRECT}.other", f"{_AFTER}.other"),),
    What.LITIGATION_PENDING: ((f"{_DIRECT}.pending", f"{_AFTER}.pending"),),
    What.RULES_ISSUED: _cells("rules", "issued", "made", "disclosed"),
    What.RULES_REPEALED: _cells("rules", "repealed"),
    What.RULES_IN_FORCE: _cells("rules", "in_force", "disclosed_total"),
    What.DOCUMENTS_ISSUED: _cells("normative_documents", "issued", "made", "disclosed"),
    What.DOCUMENTS_REPEALED: _cells("normative_documents", "repealed"),
    What.DOCUMENTS_IN_FORCE: _cells("normative_documents", "in_force", "disclosed_total"),
    What.LICENSING: ((f"{_T2}.licensing.decisions",),),
    What.PENALTIES: ((f"{_T2}.penalties.decisions",),),
    What.COMPULSION: ((f"{_T2}.compulsion.decisions",),),
    What.LICENSING_PUBLISHED: ((f"{_T2}.licensing.decisions",),),
    What.PENALTIES_PUBLISHED: ((f"{_T2}.penalties.decisions",),),
    What.COMPULSION_PUBLISHED: ((f"{_T2}.compulsion.decisions",),),
    What.FEES: ((f"{_T2}.fees.amount",),),
    What.PROCESSING_FEE: (),
}
# The words are looked for as they were published, in either script.
_HANDLING: Final = ("办理", "辦理", "处理", "處理")
_HANDLED_READINGS: Final = (What.RECEIVED_WITH_CARRIED_OVER, What.RECEIVED)
_HUNDREDS_OF_MILLIONS: Final = re.compile("(?:[.．](?P<decimals>[0-9０-９]+))?[亿億][元圆圓]")
_BETWEEN: Final = 4
"""Places between 亿元 and 万元."""
_PUBLISHED: Final = frozenset({What.LICENSING_PUBLISHED, What.PENALTIES_PUBLISHED, What.COMPULSION_PUBLISHED})
_ENDING: Final = ("办结", "辦結", "答复", "答復", "答覆", "办毕", "辦畢", "回复", "回復", "回覆")


def _against_tables(code: str, what: str, english: str, *claimed: What) -> Rule:
    """Make the rule that holds claims of some kinds against the tables."""
    # Said once, not by each of the rules.
    says_what_is_unread = What.RECEIVED in claimed

    def is_claimed(case: Case) -> bool:
        return not case.claimed.isdisjoint(claimed) or (says_what_is_unread and case.claims.unread is not None)

    def check(claims: Claims, figures: Figures) -> Iterator[Finding]:
        for claim in claims:
            if claim.what in claimed and _is_comparable(claim):
                yield from _contradiction(claim, figures)
        if says_what_is_unread:
            yield from not_compared(claims)

    check.__doc__ = f"What the narrative says of {english} fits the tables in at least one reading of its words."
    declared = rule(
        code,
        Severity.WARNING,
        law="Art. 50",
        zh="{where}写“{quote}”，{held}，请核对后改正其中一处。",
        en="{where} says “{quote}”, but {held}; compare both and correct one of them",
        about=Message(
            zh=(
                f"正文所述{what}应与表格一致。约数、上年数、部分单位的数不作比较；一句话有几种理解的，"
                "各种理解都与表格不符才提示。请核对正文和表格，改正有误的一处。"
            ),
            en=(
                f"What the narrative says of {english} agrees with the tables. Approximate figures, last year's and "
                "those of one office are not compared; words with several readings are reported only if none fits. "
                "Compare the words with the table, and correct the one that is wrong."
            ),
        ),
    )
    return where(is_claimed)(declared(check))


_UNREAD: Final = Message(
    "正文过长，只有前 {read} 字与表格作了核对，{label}未核对完；请人工核对其余部分。",
    "the narrative is too long: the first {read} characters, up to {path}, are compared; compare the rest by hand",
)


def not_compared(claims: Claims) -> Iterator[Finding]:
    """Yield a finding on the paragraph from which on the narrative is not compared, if it is too long for that."""
    if claims.unread is not None:
        yield Finding(claims.unread, details={"read": LONGEST}, message=_UNREAD)


def _is_comparable(claim: Claim) -> bool:
    # 收到申请约20件 · 2020年收到申请15件 · 其中县公安局收到3件
    return claim.exact and claim.whole and claim.year == "this"


def _contradiction(claim: Claim, figures: Figures) -> Iterator[Finding]:
    """Yield the finding of a claim that fits no reading of the tables; nothing if the first reading is blank."""
    sums = [each for each in (*_sums_of(claim), *_rows_of(claim)) if figures.has(*each)]
    if not sums or not figures.says(*sums[0]):
        return
    stated = [figures.sum_of(*each) for each in sums]
    # 新增行政复议案件3件，上年结转1件
    values = {claim.value, claim.value + claim.older}
    fits = any(_fits(figure, value, _places_of(claim)) for figure in stated for value in values)
    if fits or _is_some_of(claim, stated):
        return
    published = claim.what in _PUBLISHED
    # 主动公开行政许可120件 | 200 |, 收到村民提交的申请11件 | 36 |
    if (published or claim.at_least) and claim.value < max(stated):
        return
    yield Finding(
        figures.cells(*sums[0]),
        expected=figure_as_json(stated[0]),
        actual=figure_as_json(claim.value),
        quote=Quote(claim.path, claim.start, claim.end, claim.text),
        details={
            "cells": list(sums[0]),
            "readings": [
                {"cells": list(each), "figure": figure_as_json(figure)}
                for each, figure in zip(sums, stated, strict=True)
            ],
            **({"at_most": True} if published else {}),
        },
    )


def _sums_of(claim: Claim) -> list[tuple[str, ...]]:
    """Give the sums of cells that a claim can be about."""
    # 行政复议、行政诉讼案件共11件
    if claim.summed:
        return [tuple(cell for reading in claim.readings for cell in READINGS[reading][0])]
    return [each for reading in readings_of(claim) for each in READINGS[reading]]


def _rows_of(claim: Claim) -> tuple[tuple[str, ...], ...]:
    """Give what the figure of an outcome is of where the words say why: the row of the ground named last, or of all."""
    # 其中2件因涉及第三方合法权益不予公开
    rows = tuple(f"{_OUT}.{claim.what}.{ground}" for ground in claim.grounds)
    return tuple(dict.fromkeys((rows[-1:], rows))) if rows else ()


def readings_of(claim: Claim | YearlyClaim) -> tuple[What, ...]:
    """Give all readings: 办理 N 件 can be what came in, or all that there was to deal with; 办结 cannot."""
    # 不予处理2件
    if What.CONCLUDED not in claim.readings:
        return claim.readings
    # 全年办理政府信息公开申请13件
    handled = any(word in claim.text for word in _HANDLING)
    # 办结法定办理期限内的申请15件
    ended = any(word in claim.text for word in _ENDING)
    return (*claim.readings, *_HANDLED_READINGS) if handled and not ended else claim.readings


def _is_some_of(claim: Claim, stated: list[int | Decimal]) -> bool:
    """Tell whether the words speak of documents made public, which can be new ones and some of the others in force."""
    # 公开规范性文件5件
    some = {What.DOCUMENTS_IN_FORCE, What.RULES_IN_FORCE} & {*claim.readings[1:]}
    return bool(some) and min(stated) <= claim.value <= max(stated)


def _places_of(claim: Claim) -> int:
    """Give the decimals of a figure as it is compared; fewer than none for 2.35亿元, which table II has in 万元."""
    hundreds = _HUNDREDS_OF_MILLIONS.search(claim.text)
    return _places(claim.value) if hundreds is None else len(hundreds["decimals"] or "") - _BETWEEN


def _fits(figure: int | Decimal, claimed: int | Decimal, claimed_places: int) -> bool:
    """Tell whether two figures are equal, or one is the other rounded, a tie either way; nought rounds nothing."""
    if not figure or not claimed:
        return figure == claimed
    # 行政事业性收费12.5万元 | 12.53 |, 0.13万元 | 0.125 |
    places = min(_places(figure), claimed_places)
    return abs(Fraction(figure) - Fraction(claimed)) <= Fraction(10) ** -places / 2


def _places(figure: int | Decimal) -> int:
    return len(str(figure_as_json(figure)).partition(".")[2])


received: Rule = _against_tables(
    "TEXT-RECEIVED", "收到申请数", "requests received", What.RECEIVED, What.RECEIVED_WITH_CARRIED_OVER
)
carried_over: Rule = _against_tables(
    "TEXT-CARRIED-OVER", "上年结转申请数", "requests carried over from last year", What.CARRIED_OVER
)
granted: Rule = _against_tables("TEXT-GRANTED", "予以公开数", "requests granted", What.GRANTED)
partial: Rule = _against_tables("TEXT-PARTIAL", "部分公开数", "requests granted in part", What.PARTIALLY_GRANTED)
refused: Rule = _against_tables("TEXT-REFUSED", "不予公开数", "requests refused", What.REFUSED)
unavailable: Rule = _against_tables(
    "TEXT-UNAVAILABLE", "无法提供数", "requests for what is not available", What.UNAVAILABLE
)
not_processed: Rule = _against_tables("TEXT-NOT-PROCESSED", "不予处理数", "requests not processed", What.NOT_PROCESSED)
other: Rule = _against_tables("TEXT-OTHER", "其他处理数", "requests dealt with in another way", What.OTHER)
concluded: Rule = _against_tables("TEXT-CONCLUDED", "答复、办结数", "requests answered or concluded", What.CONCLUDED)
carried_forward: Rule = _against_tables(
    "TEXT-CARRIED-FORWARD", "结转下年度申请数", "requests carried forward to next year", What.CARRIED_FORWARD
)
reconsideration: Rule = _against_tables(
    "TEXT-RECONSIDERATION",
    "行政复议及其结果",
    "administrative reconsideration and its results",
    *(what for what in What if what.startswith("reconsideration")),
)
litigation: Rule = _against_tables(
    "TEXT-LITIGATION",
    "行政诉讼及其结果",
    "administrative litigation and its results",
    *(what for what in What if what.startswith("litigation")),
)
rules: Rule = _against_tables(
    "TEXT-RULES", "规章制发、废止、现行有效件数", "rules", *(what for what in What if what.startswith("rules_"))
)
documents: Rule = _against_tables(
    "TEXT-DOCUMENTS",
    "行政规范性文件制发、废止、现行有效件数",
    "normative documents",
    *(what for what in What if what.startswith("documents_")),
)
licensing: Rule = _against_tables(
    "TEXT-LICENSING", "行政许可决定数", "licensing decisions", What.LICENSING, What.LICENSING_PUBLISHED
)
penalties: Rule = _against_tables(
    "TEXT-PENALTIES", "行政处罚决定数", "penalties", What.PENALTIES, What.PENALTIES_PUBLISHED
)
compulsion: Rule = _against_tables(
    "TEXT-COMPULSION", "行政强制决定数", "administrative compulsion", What.COMPULSION, What.COMPULSION_PUBLISHED
)
fees: Rule = _against_tables("TEXT-FEES", "行政事业性收费金额", "administrative fees", What.FEES)

"""Examples of the rules that hold the narrative against the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govdisclosure.checks._example import ASPECTS, Example
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

_MEND: Final = Message(
    "对照台账核对，改正正文或表格中有误的一处。",
    "Compare both with your records, and correct the one that is wrong: the words or the table.",
)


def _told(formula: Message, wrong: str, right: str) -> Example:
    """Give an example in which section 一 says something wrong; then it is put right."""
    return Example(formula, _MEND, _overview(wrong), _overview(right))


def _overview(said: str) -> str:
    return f'report.overview = ["{said}", "{ASPECTS}"]'


def _outcome(zh: str, en: str, wrong: str, right: str) -> Example:
    return _told(
        Message(f"正文所述件数 = 表三总计列{zh}", f"the figure claimed = {en} of requests.total"), wrong, right
    )


def _disclosed(zh: str, en: str, wrong: str, right: str) -> Example:
    return _told(Message(f"正文所述 = 表二{zh}", f"the figure claimed = {en} of table II"), wrong, right)


EXAMPLES: Final[Mapping[str, Example]] = {
    "TEXT-RECEIVED": _outcome(
        "“本年新收”（正文写明含上年结转的，加上“上年结转”）",
        "newly_received, plus carried_over where the words include it,",
        "2025年收到政府信息公开申请15件。",
        "2025年收到政府信息公开申请13件（含上年度结转1件）。",
    ),
    "TEXT-CARRIED-OVER": _outcome("“上年结转”", "carried_over", "上年结转申请3件。", "上年结转申请1件。"),
    "TEXT-GRANTED": _outcome(
        "“予以公开”，或者加上“部分公开”",
        "outcomes.granted, or that and partially_granted,",
        "12件申请均经审查已予以公开。",
        "经审查，予以公开6件。",
    ),
    "TEXT-PARTIAL": _outcome("“部分公开”", "outcomes.partially_granted", "予以部分公开的6件。", "予以部分公开的2件。"),
    "TEXT-REFUSED": _outcome("“不予公开”各项之和", "the sum of outcomes.refused", "5件不予公开。", "2件不予公开。"),
    "TEXT-UNAVAILABLE": _outcome(
        "“无法提供”各项之和",
        "the sum of outcomes.unavailable",
        "因本机关不掌握等原因无法提供5件。",
        "因本机关不掌握等原因无法提供1件。",
    ),
    "TEXT-NOT-PROCESSED": _outcome(
        "“不予处理”各项之和", "the sum of outcomes.not_processed", "不予处理的4件。", "不予处理的1件。"
    ),
    "TEXT-OTHER": _outcome("“其他处理”各项之和", "the sum of outcomes.other", "作其他处理3件。", "作其他处理0件。"),
    "TEXT-CONCLUDED": _outcome(
        "“（七）总计”", "outcomes.total", "依法办结依申请公开25件。", "依法办结依申请公开12件。"
    ),
    "TEXT-CARRIED-FORWARD": _outcome(
        "“结转下年度继续办理”",
        "carried_forward",
        "另有3件申请结转至下一年度继续办理。",
        "另有1件申请结转至下一年度继续办理。",
    ),
    "TEXT-RECONSIDERATION": _told(
        Message("正文所述 = 表四“行政复议”总计或各项结果", "the figure claimed = total or result of reconsideration"),
        "本年度未发生因政府信息公开引起的行政复议。",
        "因政府信息公开被申请行政复议1件，结果维持1件。",
    ),
    "TEXT-LITIGATION": _told(
        Message(
            "正文所述 = 表四“行政诉讼”两组总计或各项结果之和",
            "the figure claimed = total or result of litigation, direct and after reconsideration",
        ),
        "因政府信息公开被提起行政诉讼4件。",
        "因政府信息公开被提起行政诉讼1件。",
    ),
    "TEXT-RULES": _disclosed(
        "“规章”的制发、废止、现行有效件数",
        "issued, repealed or in_force of rules",
        "本年制发规章2件。",
        "本年制发规章0件。",
    ),
    "TEXT-DOCUMENTS": _disclosed(
        "“行政规范性文件”的制发、废止、现行有效件数",
        "issued, repealed or in_force of normative_documents",
        "本年制发规范性文件3件，废止1件，现行有效4件。",
        "本年制发规范性文件2件，废止1件，现行有效4件。",
    ),
    "TEXT-LICENSING": _disclosed(
        "“行政许可”处理决定数量；正文只说公开的，不多于它",
        "licensing.decisions (at most that for what is only said to be published)",
        "全年作出行政许可决定18件。",
        "全年作出行政许可决定8件。",
    ),
    "TEXT-PENALTIES": _disclosed(
        "“行政处罚”处理决定数量；正文只说公开的，不多于它",
        "penalties.decisions (at most that for what is only said to be published)",
        "全年作出行政处罚决定5件。",
        "全年作出行政处罚决定2件。",
    ),
    "TEXT-COMPULSION": _disclosed(
        "“行政强制”处理决定数量；正文只说公开的，不多于它",
        "compulsion.decisions (at most that for what is only said to be published)",
        "全年作出行政强制决定1件。",
        "全年作出行政强制决定0件。",
    ),
    "TEXT-FEES": _disclosed(
        "“行政事业性收费”金额（四舍五入后相等即可）",
        "fees.amount; equal after rounding is enough",
        "全年行政事业性收费2.5万元。",
        "全年行政事业性收费1.5万元。",
    ),
}

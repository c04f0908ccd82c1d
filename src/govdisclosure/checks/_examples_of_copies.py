"""Examples of the rules on text that is nearly that of another report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govdisclosure.checks._example import ASPECTS, Example
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

_TEXT: Final = (
    'text = "开展局长接待日活动，现场答复群众关心的问题，并把答复整理成问答公布。" * 7\n'
    "report.overview = [*(report.overview or []), text]\n"
)
_ANEW: Final = f'report.overview = ["{ASPECTS}", "三季度起在图书馆设公开专区，读者可查阅场馆开放时间和活动安排。"]'

EXAMPLES: Final[Mapping[str, Example]] = {
    "PEER-COPY": Example(
        Message(
            "与其他机关同一部分相同的片段 < 85%（除去多数报告都有的话，不少于200字）",
            "less than 85% of overview and of problems_and_improvements, without what most reports have and of at "
            "least 200 characters, is that of another body",
        ),
        Message("按本机关的实际情况改写。", "Write it anew, of what the body itself did."),
        fails=(
            "from govdisclosure.copies import peer_copies\n"
            "other = valid_report()\n"
            'other.agency = gd.Agency(name="示例县教育局")\n'
            f"{_TEXT}"
            "other.overview = report.overview"
        ),
        mended=_ANEW,
        given="copies=peer_copies([report, other])[0]",
    ),
    "YOY-COPY": Example(
        Message(
            "与上年同一部分相同的片段 < 85%（不少于200字）",
            "less than 85% of a section of text, of at least 200 characters, is that of the year before",
        ),
        Message("按本年的实际情况改写。", "Write it anew, of what was done this year."),
        fails=(
            "last = valid_report(2024)\n"
            'gd.put(last, "proactive_disclosure.normative_documents.in_force", 3)\n'
            f"{_TEXT}"
            "last.overview = report.overview"
        ),
        mended=_ANEW,
        given="previous=last",
    ),
}
"""The example of each rule, by its code."""

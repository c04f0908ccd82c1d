"""Examples of the rules that hold a report against that of the year before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govdisclosure.checks._example import ASPECTS, IN_TWO_COLUMNS, Example
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

_LAST: Final = "previous=valid_report(2024)"


def _put(path: str, wrong: int, right: int) -> tuple[str, str]:
    return f'gd.put(report, "{path}", {wrong})', f'gd.put(report, "{path}", {right})'


_IN_FORCE: Final = _put("proactive_disclosure.normative_documents.in_force", 9, 4)
_RECEIVED: Final = _put("requests.total.newly_received", 120, 12)

EXAMPLES: Final[Mapping[str, Example]] = {
    "YOY-PREVIOUS": Example(
        Message("上年报告的年度 = 报告年度 − 1，同一机关一份", "year of previous = year − 1, one report of each body"),
        Message("换成上一年的报告。", "Give the report on the year before."),
        fails="report.year = 2026",
        mended="report.year = 2025",
        given=_LAST,
    ),
    "YOY-CARRY": Example(
        Message(
            "表三每一列：上年报告“四、结转下年度继续办理” = 本年“二、上年结转”",
            "carried_forward of last year = carried_over of this year, in each column",
        ),
        Message(
            "对照两年的收件登记，改正有误的一处；已发布的上年报告有误的，更正并说明。",
            "Compare the registers of both years, and correct the one that is wrong; a published report is corrected "
            "with a note.",
        ),
        fails=IN_TWO_COLUMNS + 'gd.put(report, f"requests.{column}.carried_over", 3)',
        mended=IN_TWO_COLUMNS + 'gd.put(report, f"requests.{column}.carried_over", 1)',
        given=_LAST,
    ),
    "YOY-IN-FORCE": Example(
        Message(
            "现行有效件数 ≤ 上年现行有效件数 + 本年制发件数 − 本年废止件数；更少的可能是有效期届满",
            "in_force ≤ in_force of last year + issued − repealed; fewer may have lapsed",
        ),
        Message(
            "重新清点现行有效的文件；多出的多半是漏计了制发数，或上年少计。",
            "Count again what is in force; where there is more, most often one that was issued is not counted as such.",
        ),
        fails=_IN_FORCE[0],
        mended=_IN_FORCE[1],
        given=_LAST,
    ),
    "YOY-JUMP": Example(
        Message(
            "两年的总数，大的不到小的五倍，或者不到50", "the larger of both totals is below 5 times the smaller, or 50"
        ),
        Message("核对是否多写、漏写一位数字；情况属实的不必修改。", "Look for a digit too many or too few."),
        fails=_RECEIVED[0],
        mended=_RECEIVED[1],
        given=_LAST,
    ),
    "YOY-TEXT": Example(
        Message(
            "正文所述增减 = 由两年表格算出的增减", "what the words say of both years = what the tables of both have"
        ),
        Message(
            "用两年的表格重新计算，改正正文或表格中有误的一处。",
            "Calculate it again from both tables, and correct the one that is wrong: the words or the table.",
        ),
        fails=f'report.overview = ["2025年新收政府信息公开申请12件，较上年增长20%。", "{ASPECTS}"]',
        mended=f'report.overview = ["2025年新收政府信息公开申请12件，与上年持平。", "{ASPECTS}"]',
        given=_LAST,
    ),
}

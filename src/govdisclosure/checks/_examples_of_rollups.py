"""Examples of the rules on roll-ups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govdisclosure.checks._example import Example
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

_CHILD: Final = 'child = valid_report()\nchild.agency = gd.Agency(name="示例县文化馆")\nchildren = [child]\n'
_CHILDREN: Final = "children=children"

EXAMPLES: Final[Mapping[str, Example]] = {
    "ROLLUP-SUM": Example(
        Message(
            "表二、表三、表四的每一格 = 各单位同一格之和（空白为 0 或更大）",
            "each cell of tables II, III and IV = the sum of the children's (a blank is nought or more)",
        ),
        Message(
            "先看是否漏计或重复计入单位、用了其他年度的报告、相邻两列填反；没有这样的解释时，逐格核对汇总表。",
            "See whether a child was left out or counted twice, another year's report was used, or two columns were "
            "exchanged; if nothing of it explains the gaps, go through the sums cell by cell.",
        ),
        fails=_CHILD + 'gd.put(report, "proactive_disclosure.licensing.decisions", 9)',
        mended='gd.put(report, "proactive_disclosure.licensing.decisions", 8)',
        given=_CHILDREN,
    ),
    "ROLLUP-MISSING": Example(
        Message("名册中的每个单位都有本年度报告，每份报告都有三张表", "every unit has a report with all three tables"),
        Message(
            "催报；单位改名的，把新名称写入名册的“其他名称”。",
            "Ask for it; a new name goes into the roster's other names.",
        ),
        fails=_CHILD
        + "from govdisclosure.rosters import Unit\n"
        + 'roster = gd.Roster([Unit(name="示例县文化馆"), Unit(name="示例县图书馆")])',
        mended='children.append(gd.AnnualReport.blank(agency="示例县图书馆", year=2025))',
        given=f"{_CHILDREN}, roster=roster",
    ),
    "ROLLUP-YEAR": Example(
        Message("各单位报告的年度 = 本报告的年度", "the year of each child = the year of the report"),
        Message("请该单位报送本年度报告；年度读错的，用 --year 指定。", "Ask for the report on this year."),
        fails=_CHILD + "child.year = 2024",
        mended="child.year = 2025",
        given=_CHILDREN,
    ),
    "ROLLUP-EDITION": Example(
        Message("各单位表格的版本 = 本报告表格的版本", "the edition of each child's tables = that of the report's"),
        Message("请改用报告年度对应的表格。", "Use the form for the report year."),
        fails=_CHILD + "child.requests = valid_report(2020).requests",
        mended="child.requests = valid_report().requests",
        given=_CHILDREN,
    ),
    "ROLLUP-TWICE": Example(
        Message("每个单位每年度只有一份报告", "one report of each child on the year"),
        Message("确定以哪一份为准，移走另一份。", "Find out which one holds, and take the other away."),
        fails=_CHILD
        + "children.append(gd.from_dict(gd.to_dict(child)))\n"
        + 'gd.put(child, "proactive_disclosure.licensing.decisions", 9)',
        mended="del children[0]",
        given=_CHILDREN,
    ),
}
"""The example of each rule, by its code."""

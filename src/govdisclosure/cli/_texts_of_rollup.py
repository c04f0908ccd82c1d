"""The texts of the command ``rollup``, but those of its help."""

from __future__ import annotations

from typing import Final

from govdisclosure.model.message import Message

OF_ROLLUP: Final = {
    "roster-suffix": Message(
        "{name}：名册的扩展名应为 .csv、.xlsx 或 .toml", "{name}: a roster must have the suffix .csv, .xlsx or .toml"
    ),
    "several-years": Message(
        "各报告的年度不同（{years}），请用 --year 指定",
        "the reports are on several years ({years}); name one by --year",
    ),
    "sum-too-large": Message("合计过大，有的格填不下：{reason}", "{reason}"),
    "none-on-year": Message(
        "没有{year}的报告，无从汇总；所给报告的年度是 {years}",
        "no report is on {year}, so there is nothing to sum up; those that are given are on {years}",
    ),
    "nothing-to-sum": Message("各报告都没有填数，无从汇总", "no report states anything that can be summed up"),
    "of-parent": Message(
        "{name}：是汇总机关自己的报告（如以前的汇总），未计入",
        "{name}: is the report of the agency itself, such as an earlier sum; left out",
    ),
    "doubtful": Message(
        "{name}：已按所属单位计入；如是汇总机关自己的报告，请移出后重新汇总，并用 --agency 写明汇总机关",
        "{name}: is summed as that of a body; if it is the report of the agency that sums up, take it out, name the "
        "agency by --agency, and sum up again",
    ),
    "two-on-output": Message(
        "{one} 和 {other} 不能同时写入标准输出", "{one} and {other} cannot both be on standard output"
    ),
    "units-missing": Message("没有报告，未计入：{names}", "without a report, so not in the sums: {names}"),
    "other-year": Message(
        "只有其他年度的报告，未计入：{names}", "with a report on another year only, not summed: {names}"
    ),
    "summed-once": Message("内容相同，只计入一次：{names}", "copies of one report, summed once: {names}"),
    "held": Message(
        "已含在其上级的报告中，不再相加：{names}", "held by the report of their parent, not summed again: {names}"
    ),
    "differing": Message(
        "同一年度有几份不同的报告，不一致的格未计入：{names}",
        "several reports that differ (cells in which they differ are not summed): {names}",
    ),
    "lost": Message(
        "所用表格是旧版，有的数在新版中没有位置：{names}",
        "in an earlier edition, with figures that have no place in this one: {names}",
    ),
    "unclear": Message(
        "金额没有写明是元还是万元，未计入：{names}",
        "with an amount that names neither 元 nor 万元, not summed: {names}",
    ),
    "lower-bounds": Message(
        "{n} 格有单位未填，合计是下限。",
        "{n} cell that a child leaves blank: its sum is a lower bound.|"
        "{n} cells that children leave blank: their sums are lower bounds.",
    ),
    "not-on-roster": Message("{name}：不在名册中，已计入合计", "{name}: is not on the roster, and summed"),
    "ambiguous": Message(
        "{name}：可能是几个单位的报告：{names}", "{name}: can be the report of several units: {names}"
    ),
    "in-all": Message("{names}等{n}个", "{names}; {n} in all"),
}

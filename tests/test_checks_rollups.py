"""The rules on roll-ups: sums, missing units, years, editions, and bodies that are there twice."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

import govdisclosure as gd
from govdisclosure.rosters import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.model.values import CellValue

COUNTY = "示例县人民政府"
LICENSING = "proactive_disclosure.licensing.decisions"
FEES = "proactive_disclosure.fees.amount"
PROCUREMENT = "proactive_disclosure.procurement.amount"
CHANGE = "proactive_disclosure.licensing.change"
RECEIVED = "requests.total.newly_received"
OTHER = "requests.total.outcomes.other"
TABLES = ("proactive_disclosure", "requests", "review_and_litigation")


def stating(name: str, cells: dict[str, CellValue], year: int = 2025, edition: str | None = None) -> gd.AnnualReport:
    """Give a report that states some cells; all others are blank."""
    report = gd.AnnualReport.blank(agency=name, year=year, edition=edition)
    for path, value in cells.items():
        gd.put(report, path, value)
    return report


def one_cell(
    path: str, parent: CellValue, *children: CellValue, year: int = 2025
) -> tuple[gd.AnnualReport, list[gd.AnnualReport]]:
    """Give a parent and children of which each states one cell."""
    return stating(COUNTY, {path: parent}, year), [
        stating(f"{number}局", {path: value}, year) for number, value in enumerate(children)
    ]


def findings_on(
    report: gd.AnnualReport,
    children: Sequence[gd.AnnualReport | gd.Reading],
    *,
    select: str = "ROLLUP",
    **known: Any,  # noqa: ANN401 - what a check is given
) -> list[gd.Finding]:
    """Give the findings on a roll-up."""
    return list(gd.check(report, select=select, children=children, **known))


def test_a_cell_that_is_the_sum_is_right() -> None:
    """In every cell, "/" being nought."""
    report, children = one_cell(RECEIVED, 5, 2, 3, gd.NA)

    assert findings_on(report, children) == []
    assert findings_on(report, [gd.Reading(child) for child in children]) == []
    assert findings_on(report, []) == []


def test_a_cell_that_is_not_the_sum_is_an_error() -> None:
    """With each child's figure, and what explains all gaps, once."""
    report, children = one_cell(RECEIVED, 5, 2, 3, 4)

    (finding,) = findings_on(report, children)

    assert finding.to_json() == {
        "code": "ROLLUP-SUM",
        "severity": "error",
        "paths": [RECEIVED],
        "expected": 9,
        "actual": 5,
        "quote": None,
        "law": "国办公开办函〔2019〕60号、〔2021〕30号",
        "message": {
            "zh": "「总计」列「一、本年新收政府信息公开申请数量」填报 5，3 个单位合计 9，相差 4。"
            "全部差额正好是一个原因造成的：漏计“2局”。",
            "en": f"{RECEIVED}: 5, but the sum of its children (3 in all) is 9: 4 apart; all gaps are exactly "
            "those of one cause: 2局 left out",
        },
        "details": {
            "children": {"0局": 2, "1局": 3, "2局": 4},
            "children_in_all": 3,
            "difference": 4,
            "explanation": {
                "number": 1,
                "causes": 1,
                "any_of": [[{"cause": "left out", "child": "2局"}]],
                "invisible": [],
            },
        },
    }


def test_the_explanation_stands_at_the_first_cell_alone() -> None:
    """One cause is told once."""
    children = [stating(f"{number}局", {RECEIVED: number, LICENSING: 2 * number}) for number in (1, 2, 4)]
    report = gd.rollup(children[1:], agency=COUNTY).report

    first, second = findings_on(report, children)

    assert (first.paths, "explanation" in first.details) == ((LICENSING,), True)
    assert (second.paths, "explanation" in second.details) == ((RECEIVED,), False)


def test_several_causes_are_told_together() -> None:
    """They explain all gaps at once."""
    children = [stating(f"{number}局", {RECEIVED: 10**number, LICENSING: 3**number}) for number in range(5)]
    report = gd.rollup(children[2:], agency=COUNTY).report

    said = findings_on(report, children)[0].message.zh

    assert said.endswith("全部差额正好是这几个原因共同造成的：漏计“0局”，并且漏计“1局”。")


@pytest.mark.parametrize(
    ("children", "parent", "said"),
    [
        ((1, 4, 4), 5, "全部差额有2种同样吻合的解释，数字上无法区分：漏计“1局”；或者漏计“2局”。"),
        ((2, 0), 4, "“0局”计了两次。“1局”没有大于0的数，是否计入看不出来。"),
    ],
)
def test_explanations_are_told_in_words(children: tuple[int, ...], parent: int, said: str) -> None:
    """Several that are equal, and children that no figure shows."""
    assert findings_on(*one_cell(RECEIVED, parent, *children))[0].message.zh.endswith(said)


@pytest.mark.parametrize(
    ("noughts", "said"),
    [
        ((0,), "; 1局 states nothing above nought, so nothing tells whether it counts"),
        ((0, gd.NA), "; 1局, 2局 state nothing above nought, so nothing tells whether they count"),
    ],
)
def test_children_that_no_figure_shows_are_named_in_english(noughts: tuple[CellValue, ...], said: str) -> None:
    """One, and several."""
    assert findings_on(*one_cell(RECEIVED, 4, 2, *noughts))[0].message.en.endswith(said)


def test_many_equal_explanations_are_counted() -> None:
    """Five are told with dots, more than twenty by their number."""
    five, twenty_one = (findings_on(*one_cell(RECEIVED, number - 1, *[1] * number))[0] for number in (5, 21))

    assert five.message.en.endswith("0局 left out; or 1局 left out; or 2局 left out; or 3局 left out …")
    assert twenty_one.message.en.endswith(
        "; 21 explanations of 1 cause each fit all gaps exactly, and figures cannot tell them apart"
    )
    assert twenty_one.details["explanation"] == {"number": 21, "causes": 1, "any_of": [], "invisible": []}


def test_more_equals_than_are_counted_are_said_to_be_at_least_so_many() -> None:
    """Three of sixty alike are 34,220; in the details, the number is marked as no more than a least one."""
    said = findings_on(*one_cell(RECEIVED, 57, *[1] * 60))[0]

    assert said.message.zh.endswith("全部差额有至少 10,000 种同样吻合的解释，各为3个原因，数字上无法区分。")
    assert said.message.en.endswith(
        "; at least 10,000 explanations of 3 causes each fit all gaps exactly, and figures cannot tell them apart"
    )
    assert said.details["explanation"] == {
        "number": 10_000,
        "at_least": True,
        "causes": 3,
        "any_of": [],
        "invisible": [],
    }


def test_every_kind_of_cause_has_words() -> None:
    """Another year's report, the own office, its suits, two columns."""
    suits = "review_and_litigation.litigation.after_reconsideration.total"
    own = stating(f"{COUNTY}办公室", {RECEIVED: 3, suits: 2, LICENSING: 1})
    last, child = (
        stating("{甲}局", {RECEIVED: 1, suits: 0, LICENSING: 6}, 2024),
        stating("{甲}局", {RECEIVED: 2, suits: 0}),
    )
    gd.put(child, LICENSING, 4)
    sums: list[dict[str, CellValue]] = [
        {RECEIVED: 5, suits: 0, LICENSING: 5},
        {RECEIVED: 2, suits: 0, LICENSING: 4},
        {RECEIVED: 4, suits: 2, LICENSING: 7},
    ]

    told = [findings_on(stating(COUNTY, cells), [own, child, last])[0].message.zh for cells in sums]
    said = [words.rpartition("：")[2] for words in told]

    assert said == [
        f"漏计本级“{COUNTY}办公室”的复议后起诉案件（复议机关作共同被告的案件）。",
        f"漏计本级“{COUNTY}办公室”。",
        "“{甲}局”用的是2024年的报告。",
    ]
    row = [f"requests.{path}" for path in gd.Requests.figure_paths()[0][:2]]
    report = stating(COUNTY, dict(zip(row, (1, 2), strict=True)))
    exchanged = findings_on(report, [stating("甲局", dict(zip(row, (2, 1), strict=True)))])[0]
    new = "「一、本年新收政府信息公开申请数量」"
    assert exchanged.message.zh.endswith(f"全部差额正好是一个原因造成的：「自然人」列{new}与「商业企业」列{new}填反。")
    assert exchanged.details["explanation"]["any_of"] == [[{"cause": "columns exchanged", "paths": row}]]  # type: ignore[index,call-overload]


def test_a_blank_of_a_child_makes_a_lower_bound() -> None:
    """More can be right, less is an error."""
    report, children = one_cell(RECEIVED, 50, 20, 30, None)
    assert findings_on(report, children) == []
    gd.put(report, RECEIVED, 57)
    assert findings_on(report, children) == []
    gd.put(report, RECEIVED, 43)

    (finding,) = findings_on(report, children)
    assert finding.message == gd.model.message.Message(
        "「总计」列「一、本年新收政府信息公开申请数量」填报 43，少于各单位已填各数之和 50（另有单位未填或未报），"
        "相差 7。",
        f"{RECEIVED}: 43, less than the 50 that the children state (some state nothing): 7 apart",
    )
    assert finding.details["children"] == {"0局": 20, "1局": 30, "2局": None}


def test_a_parent_that_states_nothing_is_not_compared() -> None:
    """Its blanks are told by other rules."""
    assert findings_on(*one_cell(RECEIVED, None, 2, 3)) == []


def test_a_signed_change_has_no_lower_bound() -> None:
    """本年增/减 of a child that says nothing can be below nought."""
    assert findings_on(*one_cell(CHANGE, -5, 2, None, year=2020)) == []
    assert [finding.expected for finding in findings_on(*one_cell(CHANGE, -5, 2, -3, year=2020))] == [-1]


@pytest.mark.parametrize(
    ("children", "parent", "is_right"),
    [
        (["1.23", "4.56"], "5.79", True),
        (["1.23", "4.56"], "5.80", True),
        (["1.23", "4.56"], "5.81", False),
        (["1.234", "4.561"], "5.80", True),
        (["1.234", "4.561"], "5.81", False),
        (["1.23", "0"], "1.24", True),
        (["0", "0"], "3", False),
        (["0.00", "0.00"], "0.01", True),
        (["0.00", "0.00"], "0.02", False),
        (["3", "5"], "9", True),
        (["3", "5"], "10", False),
    ],
)
def test_amounts_can_differ_by_rounding(children: list[str], parent: str, *, is_right: bool) -> None:
    """By half the last printed digit of each figure."""
    report, reports = one_cell(FEES, Decimal(parent), *map(Decimal, children))

    assert [finding.code for finding in findings_on(report, reports)] == ([] if is_right else ["ROLLUP-SUM"])


def test_amounts_that_are_apart_are_told_as_text() -> None:
    """As they are printed."""
    (finding,) = findings_on(*one_cell(FEES, Decimal("9.00"), Decimal("1.25"), Decimal("2.50")))

    assert (finding.expected, finding.actual, finding.details["difference"]) == ("3.75", "9.00", "5.25")
    assert finding.details["children"] == {"0局": "1.25", "1局": "2.50"}


@pytest.mark.parametrize(
    ("children", "parent", "severities"),
    [
        ([("1.5", "万元"), ("5000", "元")], ("2.0", "万元"), []),
        ([("1.5", "万元"), ("5000", "元")], ("20000", "元"), []),
        ([("1.5", "万元"), ("5000", "元")], ("3.0", "万元"), ["error"]),
        ([("1.54", "万元"), ("1.53", "万元")], ("3.1", "万元"), []),
        ([("1.54", "万元"), ("1.53", "万元")], ("3.2", "万元"), ["error"]),
        ([("15400", "元"), ("1.53", "万元")], ("3", "万元"), []),
        ([("15400", "元"), ("1.53", "万元")], ("2", "万元"), ["error"]),
        ([("30", "元"), ("10", "元")], ("0.00", "万元"), []),
        ([("30", "元"), ("40", "元")], ("0.00", "万元"), ["error"]),
        ([("30", "元"), ("10", "元")], ("0", "万元"), ["error"]),
        ([("1.5", "万元"), ("5000", None)], ("9.0", "万元"), ["info"]),
        ([("1.5", "万元"), ("5000", None)], ("1.0", "万元"), ["error", "info"]),
        ([("1.5", "万元")], ("9.0", None), ["info"]),
    ],
)
def test_amounts_of_edition_2019_are_compared_in_one_unit(
    children: list[tuple[str, Any]], parent: tuple[str, Any], severities: list[str]
) -> None:
    """One that does not say its unit says nothing, and that is said; rounding is that of the printed digits."""
    amounts = [gd.Amount(Decimal(value), unit) for value, unit in (parent, *children)]

    assert [str(finding.severity) for finding in findings_on(*one_cell(PROCUREMENT, *amounts, year=2020))] == severities


def test_what_amounts_lack_to_be_compared_is_said() -> None:
    """The children whose amount names no unit, or that the parent's does not; amounts are told with theirs."""
    clear, unclear, large = gd.Amount(Decimal("1.5"), "万元"), gd.Amount(Decimal(5000)), gd.Amount(Decimal(3), "万元")
    name = "「政府集中采购」行「采购总金额」"

    (child,) = findings_on(*one_cell(PROCUREMENT, large, clear, unclear, gd.NA, unclear, year=2020))
    (parent,) = findings_on(*one_cell(PROCUREMENT, unclear, clear, unclear, year=2020))
    (wrong,) = findings_on(*one_cell(PROCUREMENT, large, clear, year=2020))
    of_two_editions = stating("二局", {}, 2020, edition="2021")
    (mixed,) = findings_on(stating(COUNTY, {PROCUREMENT: unclear}, 2020), [of_two_editions], select="ROLLUP-SUM")

    assert child.message.zh == f"“1局”、“3局”的{name}没有写明是元还是万元，未计入合计，这一格不能全部核对。"
    assert child.details == {"units": ["1局", "3局"]}
    assert parent.message.zh == mixed.message.zh == f"{name}没有写明是元还是万元，不能与各单位的合计核对。"
    assert wrong.message.zh.startswith(f"{name}填报 30000元，1 个单位合计 15000元，相差 15000元。")
    assert wrong.details["children"] == {"0局": "15000元"}
    assert findings_on(stating(COUNTY, {}, 2020), [stating("甲局", {PROCUREMENT: unclear}, 2020)]) == []


THREE = [f"{OTHER}.{cell}" for cell in ("not_corrected_in_time", "fee_unpaid", "other")]


def of_both_editions(parent: str, *, total: int) -> tuple[gd.AnnualReport, list[gd.AnnualReport]]:
    """Give a parent of an edition, with 6 and this in all, and a child of each edition, with 2 and with 4."""
    new = dict(zip(THREE, (1, 1, 0), strict=True))
    cells: dict[str, CellValue] = (
        {OTHER: total} if parent == "2019" else dict(zip(THREE, (total - 1, 1, 0), strict=True))
    )
    children = [stating("甲局", dict(new), edition="2021"), stating("乙局", {OTHER: 4}, edition="2019")]
    return stating(COUNTY, cells, edition=parent), children


@pytest.mark.parametrize("parent", ["2019", "2021"])
def test_other_outcomes_of_two_editions_are_compared_as_a_sum(parent: str) -> None:
    """（六）其他处理 of 2019 is the sum of the three cells of 2021."""
    report, children = of_both_editions(parent, total=6)
    right = gd.check(report, children=children, select="ROLLUP-SUM")
    report, children = of_both_editions(parent, total=7)
    (finding,) = gd.check(report, children=children, select="ROLLUP-SUM")

    assert list(right) == []
    assert (finding.paths, finding.expected, finding.actual) == ((OTHER,) if parent == "2019" else tuple(THREE), 6, 7)
    assert finding.details["children"] == {"甲局": 2, "乙局": 4}


def test_a_blank_among_the_three_cells_leaves_their_sum_open() -> None:
    """Of the parent, and of a child."""
    report, children = of_both_editions("2021", total=9)
    gd.put(report, THREE[2], None)

    assert list(gd.check(report, children=children, select="ROLLUP-SUM")) == []
    report, children = of_both_editions("2019", total=9)
    gd.put(children[0], THREE[2], None)
    assert list(gd.check(report, children=children, select="ROLLUP-SUM")) == []


def test_another_edition_is_a_warning() -> None:
    """For each table and edition, with the children."""
    report = stating(COUNTY, {}, 2025)
    children = [stating("甲局", {}, edition="2019"), stating("乙局", {})]

    findings = [each for each in findings_on(report, children) if each.code == "ROLLUP-EDITION"]

    assert [(each.paths, each.expected, each.actual, each.details) for each in findings] == [
        (("proactive_disclosure",), "2021", "2019", {"units": ["甲局"]}),
        (("requests",), "2021", "2019", {"units": ["甲局"]}),
    ]
    assert findings[1].message.zh == (
        "“甲局”的“三、收到和处理政府信息公开申请情况”用的是2019版表格，本报告用的是2021版；只比较两版都有的格。"
    )


UNITS = gd.Roster([Unit(name=name, parent=COUNTY) for name in ("甲局", "乙局", "丙{局}")])


def test_units_without_a_report_are_named_with_what_they_hold() -> None:
    """What the report states more than its children; the sums are lower bounds, then."""
    cells: dict[str, CellValue] = {RECEIVED: 5, LICENSING: 4}
    report = stating(COUNTY, {RECEIVED: 9, LICENSING: 4, FEES: Decimal("1.50")})

    (finding,) = findings_on(report, [stating("示例县甲局", cells)], roster=UNITS)

    assert (finding.code, finding.severity, finding.paths, finding.actual) == ("ROLLUP-MISSING", "warning", TABLES, 2)
    assert finding.details == {"units": ["乙局", "丙{局}"], "together": {RECEIVED: 4}, "only_they": True}
    assert finding.message.zh == (
        "名册中的“乙局”、“丙{局}”没有本年度报告；按本报告推算，"
        "合计应有「总计」列「一、本年新收政府信息公开申请数量」 4。"
    )


def test_missing_units_that_hold_too_little_are_not_the_only_fault() -> None:
    """Below nought, or against the identities."""
    children = [stating("甲局", {RECEIVED: 5, "requests.total.outcomes.total": 5, "requests.total.carried_over": 0})]
    gd.put(children[0], "requests.total.carried_forward", 0)
    below = stating(COUNTY, {RECEIVED: 4})
    broken = stating(COUNTY, {RECEIVED: 9, "requests.total.outcomes.total": 8, "requests.total.carried_over": 0})
    gd.put(broken, "requests.total.carried_forward", 0)

    for report in (below, broken):
        finding = next(each for each in findings_on(report, children, roster=UNITS) if each.code == "ROLLUP-MISSING")
        assert finding.details["only_they"] is False
        assert finding.message.en == (
            "no report of 乙局, 丙{局}, on the roster; but gaps are below nought or break the identities, so not only "
            "they are missing"
        )


def test_missing_units_can_hold_nothing_much_or_what_nobody_knows() -> None:
    """Nothing; more cells than a message names; and without any child, nothing is told."""
    report = stating(COUNTY, {RECEIVED: 5})
    nothing = findings_on(report, [stating("甲局", {RECEIVED: 5})], roster=UNITS)[0]
    unknown = findings_on(report, [], roster=UNITS)[0]
    block = "review_and_litigation.reconsideration"
    cells = {f"{block}.{cell}": 2 for cell in ("upheld", "corrected", "other", "pending")} | {f"{block}.total": 8}
    much = findings_on(stating(COUNTY, {**cells}), [stating("甲局", dict.fromkeys(cells, 0))], roster=UNITS)[0]

    assert nothing.message.zh == "名册中的“乙局”、“丙{局}”没有本年度报告；按本报告推算，各格均为0。"
    assert unknown.details == {"units": ["甲局", "乙局", "丙{局}"]}
    assert unknown.message.en == "no report of 甲局, 乙局, 丙{局}, on the roster"
    assert much.message.zh.endswith("「行政复议」栏「其他结果」 2等5格。")
    assert much.message.en.endswith("and 2 more")


def test_a_blank_of_a_child_leaves_open_what_missing_units_hold() -> None:
    """That they hold nothing is said only where it is known; below nought is below nought, whatever the blank is."""
    children = [stating("甲局", {RECEIVED: 5}), stating("丁局", {RECEIVED: None})]

    held, below = (findings_on(stating(COUNTY, {RECEIVED: figure}), children, roster=UNITS) for figure in (7, 4))

    (first, second) = (next(each for each in each_of if each.code == "ROLLUP-MISSING") for each_of in (held, below))
    assert first.message.zh == "名册中的“乙局”、“丙{局}”没有本年度报告。"
    assert (first.details["only_they"], second.details["only_they"]) == (True, False)


def test_many_units_are_named_by_the_first() -> None:
    """The details have all."""
    units = gd.Roster([Unit(name=f"{number}局") for number in range(9)])

    finding = findings_on(stating(COUNTY, {}), [], roster=units)[0]

    assert finding.message.zh == "名册中的“0局”、“1局”、“2局”、“3局”、“4局”、“5局”等9个单位没有本年度报告。"
    assert finding.message.en == "no report of 0局, 1局, 2局, 3局, 4局, 5局 and 3 more, on the roster"


def test_a_child_without_a_table_is_named() -> None:
    """Its blanks leave the sums open."""
    report, children = one_cell(RECEIVED, 5, 2, 3)
    children[0].requests = None

    (finding,) = findings_on(report, children)

    assert (finding.code, finding.paths, finding.details) == ("ROLLUP-MISSING", ("requests",), {"units": ["0局"]})
    assert finding.message.zh == "“0局”的报告没有“三、收到和处理政府信息公开申请情况”的表格。"


def test_a_body_with_a_report_on_another_year_only_is_named() -> None:
    """One that has a report on this year as well has a predecessor."""
    report, children = one_cell(RECEIVED, 2, 2)
    others = [stating("0局", {RECEIVED: 9}, 2024), stating("甲局", {RECEIVED: 9}, 2024), stating("乙局", {}, 2023)]
    others.append(stating("丙局", {}, 2023))

    findings = findings_on(report, [*children, *others])

    assert [(each.code, each.paths, each.expected, each.actual, each.details) for each in findings] == [
        ("ROLLUP-YEAR", ("year",), 2025, 2023, {"units": ["乙局", "丙局"]}),
        ("ROLLUP-YEAR", ("year",), 2025, 2024, {"units": ["甲局"]}),
    ]


def test_a_body_with_a_report_on_another_year_only_leaves_the_sums_open() -> None:
    """What it reports on this year is not known: the parent may count it."""
    report, children = one_cell(RECEIVED, 5, 2)

    findings = findings_on(report, [*children, stating("甲局", {RECEIVED: 9}, 2024)])

    assert [each.code for each in findings] == ["ROLLUP-YEAR"]


def test_a_report_on_another_year_that_was_counted_is_told() -> None:
    """Where no cell fails, since nobody knows what the body reports on this year, beside those that are named."""
    report, children = one_cell(RECEIVED, 11, 2)
    others = [stating("甲局", {RECEIVED: 9}, 2024), stating("乙局", {}, 2023)]

    for given in (others, others[::-1]):
        first, last = (each for each in findings_on(report, [*children, *given]) if each.code == "ROLLUP-YEAR")
        assert "explanation" not in first.details
        assert "explanation" in last.details
        assert last.message.zh == (
            "“甲局”只有2024年的报告，本报告是2025年的；未计入合计。"
            "全部差额正好是一个原因造成的：“甲局”用的是2024年的报告。"
        )


def test_which_of_several_reports_was_counted_is_told() -> None:
    """With its number, beside units without a report as well; where a cell fails, that finding says it."""
    children = [stating("0局", {RECEIVED: 2}), stating("甲局", {RECEIVED: 4}), stating("甲局", {RECEIVED: 7})]
    used, fails = stating(COUNTY, {RECEIVED: 9}), stating(COUNTY, {RECEIVED: 1})

    (twice,) = findings_on(used, children)
    (missing, again) = findings_on(used, children, roster=UNITS)
    (last, total) = findings_on(fails, children)

    assert twice.message.zh == (
        "“甲局”有 2 份内容不同的本年度报告；数字不一致的格未计入合计，请确定以哪一份为准。"
        "全部差额正好是一个原因造成的：“甲局”用的是第2份报告。"
    )
    assert twice.details["explanation"] == {
        "number": 1,
        "causes": 1,
        "any_of": [[{"cause": "one of several reports used", "child": "甲局", "number": 2}]],
        "invisible": [],
    }
    assert [each.code for each in (missing, again, total, last)] == [
        *("ROLLUP-MISSING", "ROLLUP-TWICE", "ROLLUP-SUM", "ROLLUP-TWICE"),
    ]
    assert again.message == twice.message
    assert last.message.zh.endswith("请确定以哪一份为准。")


def test_another_report_of_the_parent_is_no_child() -> None:
    """A draft of it, or an earlier sum; a copy is nothing to speak of."""
    cells: dict[str, CellValue] = {RECEIVED: 5, LICENSING: 4}
    report, draft = (stating(name, cells) for name in (COUNTY, f"示例市{COUNTY}"))
    gd.put(draft, LICENSING, 5)
    children = [stating(name, {RECEIVED: 2}) for name in ("甲局", "乙局")]
    gd.put(children[0], LICENSING, 4)
    gd.put(children[1], RECEIVED, 3)

    (finding,) = findings_on(report, [*children, draft])

    assert (finding.code, finding.severity, finding.paths, finding.actual) == ("ROLLUP-TWICE", "warning", TABLES, 1)
    assert finding.message.zh == (
        f"另有 1 份“{COUNTY}”自己的本年度报告，与本报告不同；那是汇总，不是所属单位的报告，没有计入，请确定以哪份为准。"
    )
    gd.put(draft, LICENSING, 4)
    assert findings_on(report, [*children, draft]) == []


def test_a_parent_without_a_table_has_findings_with_a_place() -> None:
    """That of all tables."""
    report, children = one_cell(RECEIVED, 5, 2)
    report.proactive_disclosure = report.requests = report.review_and_litigation = None

    findings = findings_on(report, [*children, *children, stating("0局", {RECEIVED: 3})], roster=UNITS)

    assert [(each.code, each.paths) for each in findings] == [("ROLLUP-MISSING", TABLES), ("ROLLUP-TWICE", TABLES)]


def test_two_reports_of_one_body_are_a_warning_and_copies_an_info() -> None:
    """Copies count once; of different reports nobody says which holds."""
    report, children = one_cell(RECEIVED, 5, 2, 3)
    copies = findings_on(report, [*children, stating("0局", {RECEIVED: 2})])
    different = findings_on(report, [*children, stating("0局", {RECEIVED: 4})])

    assert [(each.code, each.severity, each.paths, each.actual) for each in copies] == [
        ("ROLLUP-TWICE", "info", TABLES, 2)
    ]
    assert copies[0].message.zh == "“0局”的报告有 2 份，内容相同，只计一次。"
    assert [(each.code, each.severity, each.actual) for each in different] == [("ROLLUP-TWICE", "warning", 2)]


def test_the_report_itself_is_no_child() -> None:
    """It stands in the folder of its children."""
    report, children = one_cell(RECEIVED, 5, 2, 3)

    assert findings_on(report, [*children, report, gd.from_dict(gd.to_dict(report))]) == []


@pytest.mark.parametrize("name", ["示例镇人民政府", "示例街道办事处"])
def test_no_roll_up_is_expected_of_towns_and_streets(name: str) -> None:
    """By their names, or by the roster."""
    report, children = one_cell(RECEIVED, 5, 2)
    report.agency = gd.Agency(name=name)

    assert findings_on(report, children) == []


def test_the_roster_says_what_the_parent_is() -> None:
    """Its kind wins over its name."""
    report, children = one_cell(RECEIVED, 5, 2)
    town = gd.Roster([Unit(name=COUNTY, kind="town"), Unit(name="丁局")])

    assert findings_on(report, children, roster=town) == []


def test_a_parent_without_a_name_can_be_compared() -> None:
    """Nothing says that it is a town."""
    report, children = one_cell(RECEIVED, 5, 2)
    report.agency = None

    assert [finding.code for finding in findings_on(report, children)] == ["ROLLUP-SUM"]

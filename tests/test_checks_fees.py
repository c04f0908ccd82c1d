"""The fee for the processing of information: statement, amount, table II, and requests whose fee was not paid."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure.checks import check
from govdisclosure.model.findings import Quote
from govdisclosure.model.message import Message

AMOUNT = "proactive_disclosure.fees.amount"
UNPAID = "requests.total.outcomes.other.fee_unpaid"
LAW = "国办函〔2020〕109号"


def codes(report: gd.AnnualReport) -> list[str]:
    """Give the codes of the findings on fees."""
    return [finding.code for finding in check(report, select="FEE")]


def test_a_statement_in_section_one_is_to_be_moved() -> None:
    """It is quoted as printed, and the finding is an info."""
    report = build_report(overview=["行政事业性收费已公开。", "本年度，未收取 任何费用。"], other_matters=["无。"])

    (finding,) = check(report, select="FEE")

    assert finding == gd.Finding(
        "other_matters",
        quote=Quote("overview[1]", 4, 12, "未收取 任何费用"),
        code="FEE-STATEMENT",
        severity=gd.Severity.INFO,
        law=LAW,
        message=Message(
            zh="“六、其他需要报告的事项”没有说明信息处理费的收取情况，一、总体情况第2段已写“未收取 任何费用”，"
            "请移到第六部分。",
            en="section other_matters does not say whether processing fees (信息处理费) were charged, "
            "but 一、总体情况, paragraph 2 does: “未收取 任何费用”; move that to section other_matters",
        ),
    )


def test_a_heading_has_its_statement_in_the_next_paragraph() -> None:
    """Section 六 is one text; what stands in 五 is not in 六."""
    assert codes(build_report(other_matters=["信息处理费收取情况", "无。"])) == []
    assert codes(build_report(other_matters=["无。"], problems_and_improvements=["未收取任何费用。"])) == [
        "FEE-STATEMENT"
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("发出收费通知件数", "0", "收费总金额（元）", "0"),
        ("发出收费通知件数：", "3", "收费总金额（元）：", "420"),
        ("收取信息处理费情况：", "发出收费通知的件数和总金额 | 实际收取的总金额", "0 | 0"),
        ("发出收费通知的件数 | 0", "实际收取的总金额 | 0元"),
        ("收取信息处理费金额（元）", "0.00"),
    ],
)
def test_a_small_table_says_what_was_charged(lines: tuple[str, ...]) -> None:
    """Its figures stand beside its labels or below them."""
    assert codes(build_report(other_matters=[*lines])) == []
    assert codes(build_report(other_matters=[re.sub("[0-9.]", "", line) or "—" for line in lines])) == ["FEE-STATEMENT"]


@pytest.mark.parametrize(
    "lines", [("信息处理费收取金额", "2.其他事项"), ("信息处理费收取金额", "2024年"), ("水资源费收取金额", "0")]
)
def test_a_number_below_an_amount_need_not_be_its_figure(lines: tuple[str, ...]) -> None:
    """That of the next item is none, nor a year, nor what another fee brought in."""
    assert codes(build_report(other_matters=[*lines])) == ["FEE-STATEMENT"]


@pytest.mark.parametrize(("year", "expected"), [(2020, []), (2021, ["FEE-STATEMENT"]), (None, [])])
def test_fees_are_reported_since_2021(year: int | None, expected: list[str]) -> None:
    """Before there were none, and without a year nobody knows."""
    report = build_report(other_matters=[])
    report.year = year

    assert codes(report) == expected


def test_an_odd_amount_is_quoted() -> None:
    """With its clause, in any section; 万元 are converted."""
    report = build_report(overview=["本镇收取信息处理费０.０１５５万元，已上缴。"])

    (finding,) = check(report, select="FEE-AMOUNT")

    assert finding == gd.Finding(
        "overview[0]",
        actual="155",
        quote=Quote("overview[0]", 0, 17, "本镇收取信息处理费０.０１５５万元"),
        code="FEE-AMOUNT",
        severity=gd.Severity.WARNING,
        law=LAW,
        message=Message(
            zh="一、总体情况第1段写“本镇收取信息处理费０.０１５５万元”，而信息处理费按件每档100元、"
            "按页10元、20元、40元计收，应是10元的整数倍，请核对。",
            en="一、总体情况, paragraph 1 says “本镇收取信息处理费０.０１５５万元”, but every processing fee "
            "of the tariff is a multiple of 10 yuan; check the amount",
        ),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收取125元信息处理费。", ["125"]),
        ("收取信息处理费125元，较上年增加25元。", ["125"]),
        ("收取信息处理费三五元。", []),
        ("收取信息处理费一百二十五元。", ["125"]),
        ("收取信息处理费" + "1" * 30 + "元。", []),
        ("收取信息处理费每页15元，共105元。", ["105"]),
        ("收取信息处理费100元，邮寄支出15元，信息处理费另计25元。", ["25"]),
        ("未收取信息处理费。全年收入125元。", []),
    ],
)
def test_amounts_are_those_of_the_fee(text: str, expected: list[str]) -> None:
    """What was spent, last year's, rates, and numbers that are none are left alone."""
    findings = check(build_report(other_matters=[text]), select="FEE-AMOUNT")

    assert [each.actual for each in findings] == expected


def test_a_fee_beyond_the_table_names_both() -> None:
    """Of several amounts the largest is compared."""
    report = build_report(
        cells={AMOUNT: Decimal("0.01")}, other_matters=["收取信息处理费100元。", "下半年收取信息处理费1,200元。"]
    )

    (finding,) = check(report, select="FEE-TABLE")

    assert finding == gd.Finding(
        (AMOUNT, "other_matters[1]"),
        actual="0.12",
        quote=Quote("other_matters[1]", 0, 16, "下半年收取信息处理费1,200元"),
        details={"table": "0.01"},
        code="FEE-TABLE",
        severity=gd.Severity.WARNING,
        law=LAW,
        message=Message(
            zh="六、其他需要报告的事项第2段写“下半年收取信息处理费1,200元”，合 0.12 万元，表二「行政事业性收费」行"
            "「本年收费金额（单位：万元）」填的却是 0.01；信息处理费应计入其中，请核对。",
            en="六、其他需要报告的事项, paragraph 2 says “下半年收取信息处理费1,200元”, that is 0.12 万元, but "
            "proactive_disclosure.fees.amount is 0.01, and a processing fee is part of that; compare both",
        ),
    )


def test_a_fee_beside_a_cell_that_does_not_apply_is_beyond_it() -> None:
    """Where the cell has a stroke, its message has one, and no figure."""
    report = build_report(cells={AMOUNT: gd.NA}, other_matters=["收取信息处理费200元。"])

    (finding,) = check(report, select="FEE-TABLE")

    assert (finding.actual, finding.details) == ("0.02", {"table": "/"})
    assert finding.message == Message(
        zh="六、其他需要报告的事项第1段写“收取信息处理费200元”，合 0.02 万元，表二「行政事业性收费」行"
        "「本年收费金额（单位：万元）」填的却是“/”；信息处理费应计入其中，请核对。",
        en="六、其他需要报告的事项, paragraph 1 says “收取信息处理费200元”, that is 0.02 万元, but "
        "proactive_disclosure.fees.amount is “/”, and a processing fee is part of that; compare both",
    )


def test_a_table_that_says_nothing_is_not_compared() -> None:
    """A blank is no nought; nor is a table that is missing, or of another edition."""
    words = ["收取信息处理费100元。"]
    of_2019 = build_report(year=2020, other_matters=words)
    of_2019.year = 2021
    reports = [
        build_report(cells={AMOUNT: None}, other_matters=words),
        build_report(proactive_disclosure=None, other_matters=words),
        of_2019,
    ]

    assert [list(check(report, select="FEE-TABLE")) for report in reports] == [[], [], []]


def test_an_amount_with_many_decimals_is_compared() -> None:
    """As many as a cell can have."""
    cell = Decimal("0." + "0" * 15 + "12")

    assert codes(build_report(cells={AMOUNT: cell}, other_matters=["收取信息处理费99999999990元。"])) == ["FEE-TABLE"]


def test_an_unpaid_fee_without_a_notice_is_quoted() -> None:
    """The cell is named, and the words that deny the notice."""
    report = build_report(cells={UNPAID: 2}, other_matters=["未发出收费通知。"])

    (finding,) = check(report, select="FEE-UNPAID")

    assert finding == gd.Finding(
        UNPAID,
        actual=2,
        quote=Quote("other_matters[0]", 0, 7, "未发出收费通知"),
        code="FEE-UNPAID",
        severity=gd.Severity.WARNING,
        law=LAW,
        message=Message(
            zh="六、其他需要报告的事项第1段写“未发出收费通知”，"
            "表三「总计」列「2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请」填的却是 2；"
            "没有发出收费通知，就不会有逾期不缴费的申请，请核对。",
            en=f"六、其他需要报告的事项, paragraph 1 says “未发出收费通知”, but {UNPAID} is 2: "
            "no fee is left unpaid that nobody asked for; compare both",
        ),
    )


def test_an_unpaid_fee_can_have_had_its_notice_last_year() -> None:
    """Silent where requests were carried over; so where the cell, the year or the words say nothing."""
    denied = ["未发出收费通知。"]
    carried = {UNPAID: 2, "requests.total.carried_over": 1}
    unknown = build_report(cells={UNPAID: 2}, other_matters=denied)
    unknown.year = None
    reports = [
        build_report(cells={**carried}, other_matters=denied),
        build_report(other_matters=denied),
        build_report(requests=None, other_matters=denied),
        build_report(cells={UNPAID: 2}),
        unknown,
    ]

    assert [list(check(report, select="FEE-UNPAID")) for report in reports] == [[]] * 5


def test_a_report_without_section_six_owes_no_statement_there() -> None:
    """SECTION-MISSING says what it lacks."""
    assert list(check(build_report(other_matters=None), select="FEE")) == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("2020年收取信息处理费200元，2021年未收取信息处理费。", []),
        ("2019年、2020年分别收取信息处理费100元、200元，2021年未收取。", []),
        ("与上年相比2021年收取的信息处理费增加20元。", []),
        ("2021年收取信息处理费200元。", ["FEE-TABLE"]),
        ("2020年未收取信息处理费，2021年收取200元。", ["FEE-TABLE"]),
    ],
)
def test_a_fee_of_another_year_is_not_held_against_the_table(text: str, due: list[str]) -> None:
    """The table states what the report year brought in."""
    report = build_report(year=2021, other_matters=[text], cells={"proactive_disclosure.fees.amount": Decimal(0)})

    assert [each.code for each in check(report, select="FEE-TABLE")] == due

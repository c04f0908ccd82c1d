"""Arithmetic: what the sums and balances of tables III and IV say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure.checks import check
from govdisclosure.model.message import Message
from govdisclosure.model.requests import LegalPersons
from govdisclosure.model.values import NA

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue

LAW = "国办公开办函〔2019〕60号、〔2021〕30号"
SUMS = ("T3", "T4")
OUTCOMES = "requests.legal_person.other.outcomes"


def blank_report(cells: dict[str, CellValue]) -> gd.AnnualReport:
    """Give a report on 2021 of blank tables with a few cells stated."""
    report = gd.AnnualReport.blank(agency="示例县人民政府", year=2021)
    for path, value in cells.items():
        gd.put(report, path, value)
    return report


def test_balance_that_stated_cells_refute_is_an_error() -> None:
    """Both sides, the four figures and the difference are given, in the order of the formula."""
    column = "requests.legal_person.other"
    report = build_report(cells={f"{column}.carried_over": 2, f"{column}.carried_forward": 1})

    (finding,) = check(report, select="T3-BALANCE")

    assert finding == gd.Finding(
        (f"{column}.newly_received", f"{column}.carried_over", f"{column}.outcomes.total", f"{column}.carried_forward"),
        expected=2,
        actual=1,
        code="T3-BALANCE",
        severity=gd.Severity.ERROR,
        law=LAW,
        message=Message(
            zh="「法人或其他组织 / 其他」列不平衡：本年新收 0 + 上年结转 2 = 2，（七）总计 0 + 结转下年度 1 = 1，"
            "相差 1。请核对这四格。把「法人或其他组织 / 其他」列「二、上年结转政府信息公开申请数量」改为 0，"
            "把「法人或其他组织 / 其他」列「四、结转下年度继续办理」改为 0，三处同时相符。",
            en="requests.legal_person.other: newly_received 0 + carried_over 2 = 2, but "
            "outcomes.total 0 + carried_forward 1 = 1: 1 apart; "
            "change requests.legal_person.other.carried_over to 0 "
            "and requests.legal_person.other.carried_forward to 0, and all three sums agree",
        ),
        details={
            "group": column,
            "figures": [0, 2, 0, 1],
            "difference": 1,
            "repair": gd.diagnose(report).groups[0].repairs[0].to_json(),
        },
    )


def test_balance_that_a_blank_could_mend_is_a_warning() -> None:
    """It says which blank would have to make up the difference, and what it would have to hold."""
    column = "requests.natural_person"
    report = blank_report({f"{column}.newly_received": 3, f"{column}.outcomes.granted": 1})

    (finding,) = check(report, select="T3-BALANCE")[:1]

    assert finding == gd.Finding(
        (f"{column}.newly_received", f"{column}.carried_over", f"{column}.outcomes.total", f"{column}.carried_forward"),
        expected=3,
        actual=1,
        code="T3-BALANCE",
        severity=gd.Severity.WARNING,
        law=LAW,
        message=Message(
            zh="「自然人」列不平衡：本年新收 3 + 上年结转（空白），"
            "（七）总计（空白，各项合计 1） + 结转下年度（空白），相差 2；"
            "空白的「自然人」列「（七）总计」、「自然人」列「四、结转下年度继续办理」合计应为 3，请核对并补填。"
            "有 2 格都可能是错处，改正其中任何一格即相符。",
            en="requests.natural_person: newly_received 3 + carried_over (blank), but "
            "outcomes.total (blank, its parts add up to 1) + carried_forward (blank): 2 apart; "
            "requests.natural_person.outcomes.total, requests.natural_person.carried_forward (blank) "
            "would have to hold 3 in all; any of 2 cells could explain it",
        ),
        details={
            "group": column,
            "figures": [3, None, None, None],
            "difference": 2,
            "blanks": [f"{column}.outcomes.total", f"{column}.carried_forward"],
            "blanks_total": 3,
            "repairs": 2,
        },
    )


def test_warning_names_the_one_blank_that_would_have_to_make_up() -> None:
    """A single blank on a side, the other side being open as well: it would have to be that much at least."""
    column = "requests.natural_person"
    report = blank_report({f"{column}.newly_received": 3, f"{column}.outcomes.total": 1})

    finding = check(report, select="T3-BALANCE")[0]

    assert (finding.severity, finding.details["blanks"]) == ("warning", [f"{column}.carried_forward"])
    assert finding.message == Message(
        zh="「自然人」列不平衡：本年新收 3 + 上年结转（空白），（七）总计 1 + 结转下年度（空白），相差 2；"
        "空白的「自然人」列「四、结转下年度继续办理」应填 2，请核对并补填。",
        en="requests.natural_person: newly_received 3 + carried_over (blank), but "
        "outcomes.total 1 + carried_forward (blank): 2 apart; "
        "requests.natural_person.carried_forward (blank) would have to be 2",
    )


def test_proved_blank_is_named_and_still_a_warning() -> None:
    """Parts 3 and blank, total 5: the blank must be 2, and the warning says so."""
    block = "review_and_litigation.reconsideration"
    report = build_report(cells={f"{block}.upheld": 3, f"{block}.other": None, f"{block}.total": 5})

    (finding,) = check(report, select=SUMS)

    assert (finding.code, finding.severity, finding.expected, finding.actual) == ("T4-SUM", "warning", 3, 5)
    assert finding.details == {
        "group": block,
        "figures": [5, 3, 0, None, 0],
        "difference": 2,
        "blanks": [f"{block}.other"],
        "blanks_total": 2,
        "proved": {f"{block}.other": 2},
        "repairs": 5,
    }
    assert finding.message == Message(
        zh="「行政复议」栏「总计」填报 5，四项结果合计 3，相差 2；"
        "按表内其他数字，空白的「行政复议」栏「其他结果」只能是 2，请核对并补填。"
        "有 5 格都可能是错处，改正其中任何一格即相符。",
        en="review_and_litigation.reconsideration.total is 5, but the four results beside it add up to 3: 2 apart; "
        "by the other figures of the table, review_and_litigation.reconsideration.other must be 2; "
        "any of 5 cells could explain it",
    )


def test_blanks_of_which_one_is_proved() -> None:
    """The sum of several blanks is asked for, and the one that is proved is named."""
    report = blank_report({"requests.total.carried_forward": 2})
    table = report.requests
    assert isinstance(table, gd.Requests)
    enterprise = table.legal_person.commercial_enterprise
    enterprise.newly_received = enterprise.carried_over = enterprise.outcomes.total = 0

    (finding,) = check(report, select="T3-ROW")

    assert finding.details["proved"] == {"requests.legal_person.commercial_enterprise.carried_forward": 0}
    assert finding.message == Message(
        zh="「总计」列「四、结转下年度继续办理」填报 2，左边六列合计 0，相差 2；"
        "空白的「自然人」列「四、结转下年度继续办理」、「商业企业」列「四、结转下年度继续办理」等6格合计应为 2；"
        "按表内其他数字，空白的「商业企业」列「四、结转下年度继续办理」只能是 0，请核对并补填。"
        "把「总计」列「四、结转下年度继续办理」改为 0，两处同时相符。",
        en="requests.total.carried_forward is 2, but the six columns beside it add up to 0: 2 apart; "
        "requests.natural_person.carried_forward, requests.legal_person.commercial_enterprise.carried_forward "
        "and 4 more (blank) would have to hold 2 in all; by the other figures of the table, "
        "requests.legal_person.commercial_enterprise.carried_forward must be 0; "
        "change requests.total.carried_forward to 0, and both sums agree",
    )


def test_identities_that_contradict_each_other_are_errors() -> None:
    """A blank that must be 3 by its column and 0 by its row: the one that fails under the convention is an error."""
    column = "requests.natural_person"
    report = build_report(cells={f"{column}.carried_over": 3, f"{column}.carried_forward": None})

    (finding,) = check(report, select="T3-BALANCE")

    assert (finding.severity, finding.expected, finding.actual) == ("error", 15, 12)
    repair = gd.diagnose(report).groups[0].repairs[0].to_json()
    assert finding.details == {
        "group": column,
        "figures": [12, 3, 12, None],
        "difference": 3,
        "joint": True,
        "repair": repair,
    }
    assert finding.message == Message(
        zh="「自然人」列不平衡：本年新收 12 + 上年结转 3 = 15，（七）总计 12 + 结转下年度（空白），相差 3；"
        "空白格无论怎样补填，都不能使表内各式同时成立，请核对。"
        "把「自然人」列「二、上年结转政府信息公开申请数量」改为 0，两处同时相符。",
        en="requests.natural_person: newly_received 12 + carried_over 3 = 15, but "
        "outcomes.total 12 + carried_forward (blank): 3 apart; "
        "no figures in the blank cells could make all sums of the table agree; "
        "change requests.natural_person.carried_over to 0, and both sums agree",
    )


def test_blank_on_the_left_is_named() -> None:
    """What is missing on the left side of a balance is asked of the blanks there."""
    column = "requests.natural_person"
    report = blank_report({f"{column}.newly_received": 1, f"{column}.carried_forward": 4})

    finding = check(report, select="T3-BALANCE")[0]

    assert (finding.expected, finding.actual) == (1, 4)
    assert (finding.details["blanks"], finding.details["blanks_total"]) == ([f"{column}.carried_over"], 3)


def test_a_blank_is_not_added_up() -> None:
    """A blank 本年新收 whose parts come to 3 is no 「空白 + 0 = 3」: the parts are told, and what it has to be."""
    total = "requests.total"
    cells = {f"{total}.carried_over": 0, f"{total}.outcomes.total": 4, f"{total}.carried_forward": 0}

    findings = check(blank_report({**cells, "requests.natural_person.newly_received": 3}), select="T3-BALANCE")

    (of_total,) = [each for each in findings if each.details["group"] == total]
    assert of_total.message == Message(
        zh="「总计」列不平衡：本年新收（空白，各项合计 3） + 上年结转 0，（七）总计 4 + 结转下年度 0 = 4，相差 1；"
        "按表内其他数字，空白的「总计」列「一、本年新收政府信息公开申请数量」只能是 4，请核对并补填。",
        en="requests.total: newly_received (blank, its parts add up to 3) + carried_over 0, but "
        "outcomes.total 4 + carried_forward 0 = 4: 1 apart; "
        "by the other figures of the table, requests.total.newly_received must be 4",
    )


def test_blank_total_that_its_parts_exceed_is_an_error() -> None:
    """A blank total that must be 3 by the balance, beside a part of 4: no figure would do."""
    total = "requests.total"
    cells = {f"{total}.newly_received": 3, f"{total}.carried_over": 0, f"{total}.carried_forward": 0}

    findings = check(blank_report({**cells, f"{total}.outcomes.granted": 4}), select="T3-BALANCE")

    assert [(each.severity, each.paths[0], each.expected, each.actual) for each in findings] == [
        ("error", f"{total}.newly_received", 3, 4)
    ]


@pytest.mark.parametrize(("year", "parts"), [(2020, 19), (2021, 21)])
def test_outcomes_that_exceed_their_total_are_an_error(year: int, parts: int) -> None:
    """The paths are the total, then all outcomes; ``expected`` is the sum, ``actual`` the total."""
    report = build_report(year=year, cells={f"{OUTCOMES}.granted": 2, f"{OUTCOMES}.refused.state_secret": 1})

    (finding,) = check(report, select="T3-OUTCOMES")

    assert (finding.severity, finding.expected, finding.actual, len(finding.paths)) == ("error", 3, 0, parts + 1)
    assert finding.paths[:2] == (f"{OUTCOMES}.total", f"{OUTCOMES}.granted")
    assert finding.message == Message(
        zh="「法人或其他组织 / 其他」列「（七）总计」填报 0，（一）至（六）各项合计 3，相差 3。请核对总计和各项。"
        "把「法人或其他组织 / 其他」列「（一）予以公开」改为 0，"
        "把「法人或其他组织 / 其他」列「1.属于国家秘密」改为 0，三处同时相符。",
        en="requests.legal_person.other.outcomes.total is 0, but the outcomes above it add up to 3: 3 apart; "
        "change requests.legal_person.other.outcomes.granted to 0 "
        "and requests.legal_person.other.outcomes.refused.state_secret to 0, and all three sums agree",
    )


def test_row_names_the_seven_cells() -> None:
    """T3-ROW: the total first, then the six columns."""
    report = build_report(cells={"requests.total.carried_forward": 5, "requests.natural_person.carried_forward": 3})

    (finding,) = check(report, select="T3-ROW")

    assert finding.paths == (
        "requests.total.carried_forward",
        "requests.natural_person.carried_forward",
        *(f"requests.legal_person.{column.name}.carried_forward" for column in attrs.fields(LegalPersons)),
    )
    assert (finding.severity, finding.expected, finding.actual) == ("error", 3, 5)
    assert finding.message == Message(
        zh="「总计」列「四、结转下年度继续办理」填报 5，左边六列合计 3，相差 2。请核对总计和各项。"
        "把「自然人」列「四、结转下年度继续办理」改为 0，把「总计」列「四、结转下年度继续办理」改为 0，三处同时相符。",
        en="requests.total.carried_forward is 5, but the six columns beside it add up to 3: 2 apart; "
        "change requests.natural_person.carried_forward to 0 and requests.total.carried_forward to 0, "
        "and all three sums agree",
    )


def test_case_results_must_add_up() -> None:
    """T4-SUM: a block whose total is not the sum of its four results; "/" counts as nought."""
    block = "review_and_litigation.litigation.direct"
    report = build_report(cells={f"{block}.upheld": 2, f"{block}.pending": NA, f"{block}.total": 3})

    (finding,) = check(report, select=SUMS)

    assert finding.paths == tuple(f"{block}.{name}" for name in ("total", "upheld", "corrected", "other", "pending"))
    assert (finding.code, finding.severity, finding.expected, finding.actual) == ("T4-SUM", "error", 2, 3)
    assert finding.details == {"group": block, "figures": [3, 2, 0, 0, "/"], "difference": 1, "repairs": 5}
    assert finding.message == Message(
        zh="「未经复议直接起诉」栏「总计」填报 3，四项结果合计 2，相差 1。请核对总计和各项。"
        "有 5 格都可能是错处，改正其中任何一格即相符。",
        en="review_and_litigation.litigation.direct.total is 3, but the four results beside it add up to 2: 1 apart; "
        "any of 5 cells could explain it",
    )


def test_stated_parts_that_add_up_need_no_noughts() -> None:
    """Blank parts beside stated ones that already give the total say nothing; nor does a blank table."""
    report = build_report(cells={"requests.natural_person.outcomes.partially_granted": None})

    assert list(check(report, select=SUMS)) == []
    assert list(check(gd.AnnualReport.blank(agency="示例县人民政府", year=2021), select=SUMS)) == []


def test_blank_and_its_identities_are_all_reported() -> None:
    """A stated total of which nothing else is stated: every identity that fails under the convention is a warning."""
    report = gd.AnnualReport.blank(agency="示例县人民政府", year=2021)
    gd.put(report, "requests.natural_person.outcomes.total", 5)

    findings = check(report, select=SUMS)

    assert [(each.code, each.severity, each.paths[0]) for each in findings] == [
        ("T3-BALANCE", "warning", "requests.natural_person.newly_received"),
        ("T3-OUTCOMES", "warning", "requests.natural_person.outcomes.total"),
        ("T3-BALANCE", "warning", "requests.total.newly_received"),
        ("T3-OUTCOMES", "warning", "requests.total.outcomes.total"),
    ]

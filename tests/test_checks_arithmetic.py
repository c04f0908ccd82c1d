"""Arithmetic: what the sums and balances of tables III and IV say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import build_report

import govdisclosure as gd
from govdisclosure.checks import check
from govdisclosure.model.message import Message
from govdisclosure.model.values import NA

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue

LAW = "国办公开办函〔2019〕60号、〔2021〕30号"
SUMS = ("T3", "T4")
OUTCOMES = "requests.legal_person.other.outcomes"


def test_balance_that_stated_cells_refute_is_an_error() -> None:
    """Both sides, the four figures and the difference are given, in the order of the formula."""
    column = "requests.legal_person.other"
    report = build_report(cells={f"{column}.carried_over": 2, f"{column}.carried_forward": 1})

    (found,) = check(report, select="T3-BALANCE")

    assert found == gd.Finding(
        (f"{column}.newly_received", f"{column}.carried_over", f"{column}.outcomes.total", f"{column}.carried_forward"),
        expected=2,
        actual=1,
        code="T3-BALANCE",
        severity=gd.Severity.ERROR,
        law=LAW,
        message=Message(
            zh="法人或其他组织 / 其他不平衡：新收 0 + 上年结转 2，应等于办理结果总计 0 + 结转下年度 1；"
            "前两项合计 2，后两项合计 1，相差 1，请核对这四格。",
            en="requests.legal_person.other: newly_received 0 + carried_over 2 must equal outcomes.total 0 + "
            "carried_forward 1, but one side is 2, the other 1: 1 apart",
        ),
        details={"group": column, "figures": [0, 2, 0, 1], "difference": 1},
    )


def test_balance_that_a_blank_could_mend_is_a_warning() -> None:
    """It says which blanks would have to make up the difference, and what they would have to hold."""
    column = "requests.natural_person"
    report = build_report(cells={f"{column}.carried_over": 3, f"{column}.carried_forward": None})

    (found,) = check(report, select="T3-BALANCE")

    assert (found.severity, found.expected, found.actual) == ("warning", 15, 12)
    assert found.details == {
        "group": column,
        "figures": [12, 3, 12, None],
        "difference": 3,
        "blanks": [f"{column}.carried_forward"],
        "blanks_total": 3,
    }
    assert found.message == Message(
        zh="自然人不平衡：新收 12 + 上年结转 3，应等于办理结果总计 12 + 结转下年度 空白；"
        "前两项合计 15，后两项合计 12，相差 3；"
        "若要平衡，空白的 自然人 / 四、结转下年度继续办理 合计应为 3，请核对并补填。",
        en="requests.natural_person: newly_received 12 + carried_over 3 must equal outcomes.total 12 + "
        "carried_forward blank, but one side is 15, the other 12: 3 apart; to make up for it, "
        "requests.natural_person.carried_forward (blank) would have to hold 3 in all",
    )


def test_blank_that_the_convention_makes_too_large_is_named() -> None:
    """Where only the larger side has a blank, that is what would have to be smaller."""
    column = "requests.natural_person"
    report = build_report(cells={f"{column}.newly_received": 5, f"{column}.outcomes.total": None})

    (found,) = check(report, select="T3-BALANCE")

    assert (found.severity, found.expected, found.actual) == ("warning", 5, 12)
    assert (found.details["blanks"], found.details["blanks_total"]) == ([f"{column}.outcomes.total"], 5)


def test_blank_on_the_left_that_the_convention_makes_too_large_is_named() -> None:
    """The same on the left side of a balance: a blank row total is completed and exceeds the stated right side."""
    report = build_report(cells={"requests.total.newly_received": None, "requests.total.outcomes.total": 9})

    (found,) = check(report, select="T3-BALANCE")

    assert (found.severity, found.expected, found.actual) == ("warning", 12, 9)
    assert (found.details["blanks"], found.details["blanks_total"]) == (["requests.total.newly_received"], 9)


def test_blanks_on_both_sides_name_the_smaller_side() -> None:
    """With blanks on both sides, those of the smaller side are asked for what is missing."""
    cells = {"requests.natural_person.carried_over": None, "requests.natural_person.carried_forward": None}

    for received, blanks, held in ((10, "carried_over", 2), (15, "carried_forward", 3)):
        report = build_report(cells={**cells, "requests.natural_person.newly_received": received})
        (found,) = check(report, select="T3-BALANCE")
        assert found.details["blanks"] == [f"requests.natural_person.{blanks}"]
        assert found.details["blanks_total"] == held


@pytest.mark.parametrize(("year", "parts"), [(2020, 19), (2021, 21)])
def test_outcomes_that_exceed_their_total_are_an_error(year: int, parts: int) -> None:
    """The paths are the total, then all outcomes; ``expected`` is the sum, ``actual`` the total."""
    report = build_report(year=year, cells={f"{OUTCOMES}.granted": 2, f"{OUTCOMES}.refused.state_secret": 1})

    (found,) = check(report, select="T3-OUTCOMES")

    assert (found.severity, found.expected, found.actual, len(found.paths)) == ("error", 3, 0, parts + 1)
    assert found.paths[:2] == (f"{OUTCOMES}.total", f"{OUTCOMES}.granted")
    assert found.message == Message(
        zh="法人或其他组织 / 其他 / 三、本年度办理结果 / （七）总计 填报 0，"
        "而（一）至（六）各项合计为 3，相差 3，请核对总计和各项。",
        en="requests.legal_person.other.outcomes.total is 0, but the outcomes above it add up to 3: 3 apart",
    )


def test_row_names_the_seven_cells() -> None:
    """T3-ROW: the total first, then the six columns; a blank that could hold the rest makes it a warning."""
    cells: dict[str, CellValue] = {"requests.total.carried_forward": 5, "requests.natural_person.carried_forward": 3}
    error = check(build_report(cells=cells), select="T3-ROW")[0]
    warning = check(
        build_report(cells={**cells, "requests.legal_person.other.carried_forward": None}), select="T3-ROW"
    )[0]

    assert error.paths == warning.paths
    assert error.paths[0] == "requests.total.carried_forward"
    assert error.paths[-1] == "requests.legal_person.other.carried_forward"
    assert (error.severity, error.expected, error.actual) == ("error", 3, 5)
    assert (warning.severity, warning.expected, warning.actual) == ("warning", 3, 5)
    assert warning.message == Message(
        zh="总计 / 四、结转下年度继续办理 填报 5，而自然人和法人或其他组织各列合计为 3，相差 2；"
        "若要平衡，空白的 法人或其他组织 / 其他 / 四、结转下年度继续办理 合计应为 2，请核对并补填。",
        en="requests.total.carried_forward is 5, but the six columns beside it add up to 3: 2 apart; "
        "to make up for it, requests.legal_person.other.carried_forward (blank) would have to hold 2 in all",
    )


def test_case_results_must_add_up() -> None:
    """T4-SUM: a block whose total is not the sum of its four results; "/" counts as nought."""
    block = "review_and_litigation.litigation.direct"
    report = build_report(cells={f"{block}.upheld": 2, f"{block}.pending": NA, f"{block}.total": 3})

    (found,) = check(report, select=SUMS)

    assert found.paths == tuple(f"{block}.{name}" for name in ("total", "upheld", "corrected", "other", "pending"))
    assert (found.code, found.severity, found.expected, found.actual) == ("T4-SUM", "error", 2, 3)
    assert found.details == {"group": block, "figures": [3, 2, 0, 0, "/"], "difference": 1}
    assert found.message == Message(
        zh="行政诉讼 / 未经复议直接起诉 / 总计 填报 3，"
        "而结果维持、结果纠正、其他结果、尚未审结合计为 2，相差 1，请核对总计和各项。",
        en="review_and_litigation.litigation.direct.total is 3, but the four results beside it add up to 2: 1 apart",
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

    found = check(report, select=SUMS)

    assert [(each.code, each.severity, each.paths[0]) for each in found] == [
        ("T3-BALANCE", "warning", "requests.natural_person.newly_received"),
        ("T3-OUTCOMES", "warning", "requests.natural_person.outcomes.total"),
        ("T3-BALANCE", "warning", "requests.total.newly_received"),
        ("T3-OUTCOMES", "warning", "requests.total.outcomes.total"),
    ]

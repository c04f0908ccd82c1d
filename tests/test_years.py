"""Year on year: figures of this year's tables beside those of last year's."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure.checks.predecessors import predecessors, same_body
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue

FORWARD = "requests.total.carried_forward"
OVER = "requests.total.carried_over"
RECEIVED = "requests.total.newly_received"
DOCUMENTS = "proactive_disclosure.normative_documents"
CODE = "11330100002489559L"


def report(year: int, name: str = "示例镇人民政府", /, **cells: CellValue) -> gd.AnnualReport:
    """Give a report of a body on a year that issued nothing, with cells whose paths have ``__`` for a dot."""
    built = build_report(year=year)
    if year > 2020:
        gd.put(built, f"{DOCUMENTS}.issued", 0)
    for path, value in cells.items():
        gd.put(built, path.replace("__", "."), value)
    built.agency = gd.Agency(name=name)
    return built


def findings_of(this: gd.AnnualReport, *last: gd.AnnualReport, select: str = "YOY") -> list[gd.Finding]:
    """Give what is found beside last year's reports."""
    return list(gd.check(this, select=select, previous=last))


def carry(forward: CellValue, over: CellValue) -> list[gd.Finding]:
    """Give what is found where last year carried forward, and this year carried over."""
    return findings_of(
        report(2024, requests__total__carried_over=over), report(2023, requests__total__carried_forward=forward)
    )


def stated(findings: list[gd.Finding]) -> list[tuple[str, str, object, object]]:
    """Give of findings the severity, the first path, and both figures."""
    return [(str(each.severity), each.paths[0], each.expected, each.actual) for each in findings]


def test_nothing_is_found_where_both_years_agree() -> None:
    """All that was carried forward was carried over, in either edition."""
    assert findings_of(report(2024), report(2023)) == []
    assert findings_of(report(2020), report(2019)) == []
    assert findings_of(report(2021), report(2020)) == []


def test_what_was_carried_forward_is_what_is_carried_over() -> None:
    """The finding names both cells, both years and both figures."""
    assert carry(4, 3) == [
        gd.Finding(
            OVER,
            expected=4,
            actual=3,
            code="YOY-CARRY",
            severity=gd.Severity.ERROR,
            law="Art. 50",
            details={"last": 2023, "this": 2024, "before": FORWARD, "bodies": ["示例镇人民政府"]},
            message=Message(
                "2023年报告「总计」列「四、结转下年度继续办理」填报 4，"
                "2024年报告「总计」列「二、上年结转政府信息公开申请数量」填报 3，两数应当相等，请核对后改正其中一处。",
                f"{FORWARD} of 2023 is 4, but {OVER} of 2024 is 3; both should be the same: correct the one that is "
                "wrong",
            ),
        )
    ]


@pytest.mark.parametrize(
    ("forward", "over", "expected"),
    [
        (None, 3, []),
        (4, None, []),
        (None, None, []),
        (gd.NA, 0, []),
        (0, gd.NA, []),
        (gd.NA, 2, [("error", OVER, 0, 2)]),
        (2, gd.NA, [("error", OVER, 2, 0)]),
        (0, 1, [("error", OVER, 0, 1)]),
    ],
)
def test_a_blank_says_nothing_and_a_stroke_is_nought(
    forward: CellValue, over: CellValue, expected: list[tuple[str, str, object, object]]
) -> None:
    """On either side."""
    assert stated(carry(forward, over)) == expected


def test_every_column_is_compared() -> None:
    """Each of the seven, across editions, too."""
    columns = [
        "natural_person",
        *(
            f"legal_person.{kind}"
            for kind in (
                "commercial_enterprise",
                "research_institution",
                "public_welfare_organization",
                "legal_service_organization",
                "other",
            )
        ),
        "total",
    ]
    for last, this in ((report(2020), report(2021)), (report(2023), report(2024))):
        for number, column in enumerate(columns):
            gd.put(last, f"requests.{column}.carried_forward", number + 1)

        assert stated(findings_of(this, last)) == [
            ("error", f"requests.{column}.carried_over", number + 1, 0) for number, column in enumerate(columns)
        ]


@pytest.mark.parametrize(
    ("last", "this", "severity"),
    [
        (gd.Agency(name="示例縣水務局"), gd.Agency(name="示例县水务局"), "error"),
        (gd.Agency(name="示例县（新）水务局"), gd.Agency(name="示例县(新)水务局"), "error"),
        (gd.Agency(name="示例县水利局", code=CODE), gd.Agency(name="示例县水务局", code=CODE), "error"),
        (gd.Agency(name="示例县水务局", code=CODE), gd.Agency(name="示例县水务局"), "error"),
        (gd.Agency(name="示例县水利局"), gd.Agency(name="示例县水务局"), "warning"),
        (None, gd.Agency(name="示例县水务局"), "warning"),
        (gd.Agency(name="示例县水务局"), None, "warning"),
        (gd.Agency(name=""), gd.Agency(name=""), "warning"),
        (gd.Agency(name="　"), gd.Agency(name="  "), "warning"),
        (gd.Agency(name="　", code=CODE), gd.Agency(name="", code=CODE), "error"),
    ],
)
def test_another_body_makes_it_a_warning(last: gd.Agency | None, this: gd.Agency | None, severity: str) -> None:
    """One code or one name, in either script and any width, makes it an error."""
    before, now = report(2023, requests__total__carried_forward=4), report(2024)
    before.agency, now.agency = last, this
    (finding,) = findings_of(now, before)

    assert finding.severity == severity
    assert ("上年报告的机关是" in finding.message.zh) is (severity == "warning")


def test_the_figures_of_bodies_that_merged_are_summed() -> None:
    """They are named; a blank in one of them says nothing of the sum, "/" is nought."""
    culture = report(2023, "示例县文化局", requests__total__carried_forward=2)
    tourism = report(2023, "示例县旅游局", requests__total__carried_forward=1)
    merged = report(2024, "示例县文化和旅游局", requests__total__carried_over=3)

    assert findings_of(merged, culture, tourism, select="YOY-CARRY") == []
    gd.put(merged, OVER, 2)
    (finding,) = findings_of(merged, culture, tourism, select="YOY-CARRY")
    assert (str(finding.severity), finding.expected, finding.actual) == ("warning", 3, 2)
    assert finding.message.en == (
        f"{FORWARD} of 2023 is 3, but {OVER} of 2024 is 2; both should be the same; last year's report is that of "
        "示例县文化局, 示例县旅游局: if bodies were merged or renamed, are all given?"
    )
    gd.put(tourism, FORWARD, None)
    assert findings_of(merged, culture, tourism, select="YOY-CARRY") == []
    gd.put(tourism, FORWARD, gd.NA)
    assert findings_of(merged, culture, tourism, select="YOY-CARRY") == []


def test_a_missing_table_says_nothing() -> None:
    """Of either year."""
    last, this = report(2023, requests__total__carried_forward=4), report(2024)
    this.requests = None
    assert findings_of(this, last) == []
    this, last.requests = report(2024), None
    assert findings_of(this, last) == []


def test_copies_of_one_report_count_once() -> None:
    """The page and the Word file of last year's report are one; the same object is, too."""
    last, this = report(2023, requests__total__carried_forward=4), report(2024, requests__total__carried_over=4)
    nameless = copy.deepcopy(last)
    nameless.agency = None

    bracketed = copy.deepcopy(last)
    bracketed.agency = gd.Agency(name="示例镇人民政府（示例街道）")

    assert findings_of(this, last, copy.deepcopy(last), last) == []
    assert findings_of(this, last, bracketed) == []
    assert findings_of(this, nameless, nameless) == []


@pytest.mark.parametrize("name", ["示例县民政局", "县民政局", "民政局", "示例市示例县民政局（老龄办）"])
def test_a_body_that_is_named_without_its_region_is_that_body(name: str) -> None:
    """Two copies of its report count once, two that differ are not compared; another region is another body."""
    this = report(2024, "民政局", requests__total__carried_over=4)
    one, copied, other, elsewhere = (
        report(2023, named, requests__total__carried_forward=figure)
        for named, figure in (("示例市示例县民政局", 4), (name, 4), (name, 1), ("另一县民政局", 4))
    )

    assert findings_of(this, one, copied, select="YOY-CARRY") == []
    assert [each.details["reason"] for each in findings_of(this, one, other)] == ["twice"]
    assert [each.expected for each in findings_of(this, one, elsewhere, select="YOY-CARRY")] == [8]


def test_two_codes_are_two_bodies_whatever_their_regions() -> None:
    """Those of a county and of its city."""
    this = report(2024, "民政局", requests__total__carried_over=5)
    city, county = (report(2023, name, requests__total__carried_forward=4) for name in ("示例县民政局", "民政局"))
    gd.put(county, FORWARD, 1)
    assert city.agency is not None
    assert county.agency is not None
    city.agency.code, county.agency.code = CODE, "11100000000013338W"

    assert findings_of(this, city, county, select="YOY-CARRY") == []


def test_a_report_of_another_year_is_named_and_not_compared() -> None:
    """Nothing is compared with it, and nothing is silent about it."""
    wrong, this = report(2022, requests__total__carried_forward=4), report(2024)
    right = report(2023, "示例镇财政所", requests__total__carried_forward=4)

    assert findings_of(this, right, wrong) == [
        gd.Finding(
            "year",
            expected=2023,
            actual=2022,
            code="YOY-PREVIOUS",
            law="Art. 49",
            details={"number": 2, "body": "示例镇人民政府", "reason": "year"},
            message=Message(
                "作为上年报告给出的第2份（示例镇人民政府）是 2022 年的，应是 2023 年的，没有与它比较，请核对文件。",
                "report 2 that is given as last year's (示例镇人民政府) is on 2022, not 2023; it was not compared",
            ),
        )
    ]


def test_a_report_without_a_year_is_not_compared() -> None:
    """Neither where last year's has none, nor where the one that is checked has none."""
    last, this = report(2023, requests__total__carried_forward=4), report(2024)
    last.year = last.agency = None
    assert [(each.code, each.details) for each in findings_of(this, last)] == [
        ("YOY-PREVIOUS", {"number": 1, "body": "—", "reason": "year unknown"})
    ]
    last.year, this.year = 2023, None
    assert [(each.code, each.expected, each.actual) for each in findings_of(this, last)] == [
        ("YOY-PREVIOUS", None, 2023)
    ]


def test_two_different_reports_of_one_body_are_not_compared() -> None:
    """Which of them is last year's report, nobody can tell."""
    first, second = report(2023), report(2023, requests__total__carried_forward=4)
    said = (
        "report 3 that is given as last year's (示例镇人民政府) has other figures than report 2 of the same body; "
        "nothing was compared: give one of them"
    )

    assert [
        (each.code, each.details, each.message.en)
        for each in findings_of(report(2024), report(2023, "乙镇"), first, second)
    ] == [("YOY-PREVIOUS", {"number": 3, "body": "示例镇人民政府", "reason": "twice", "other": 2}, said)]


def test_without_a_report_there_is_nothing_to_compare() -> None:
    """An empty list of last year's reports is no fault, and no list even less."""
    assert findings_of(report(2024)) == []
    assert list(gd.check(report(2024))) == []


@pytest.mark.parametrize(
    ("before", "issued", "repealed", "now", "expected"),
    [
        (4, 2, 1, 5, []),
        (4, 2, 1, 6, [("warning", f"{DOCUMENTS}.in_force", 5, 6)]),
        (4, 2, 1, 3, [("info", f"{DOCUMENTS}.in_force", 5, 3)]),
        (None, 2, 1, 6, []),
        (4, None, 1, 6, []),
        (4, 2, None, 6, []),
        (gd.NA, gd.NA, gd.NA, gd.NA, []),
        (gd.NA, 2, gd.NA, 3, [("warning", f"{DOCUMENTS}.in_force", 2, 3)]),
    ],
)
def test_what_is_in_force_adds_up(
    before: CellValue,
    issued: CellValue,
    repealed: CellValue,
    now: CellValue,
    expected: list[tuple[str, str, object, object]],
) -> None:
    """More than last year, what was issued and what was repealed come to is a warning, fewer an info."""
    path = DOCUMENTS.replace(".", "__")
    last = report(2023, **{f"{path}__in_force": before})
    this = report(2024, **{f"{path}__issued": issued, f"{path}__repealed": repealed, f"{path}__in_force": now})

    assert stated(findings_of(this, last, select="YOY-IN-FORCE")) == expected


def test_what_lapsed_is_said_to_have_lapsed() -> None:
    """The message of an info says why there can be fewer; both say what was added up."""
    last, this = report(2023), report(2024, proactive_disclosure__normative_documents__in_force=1)
    (finding,) = findings_of(this, last, select="YOY-IN-FORCE")

    assert finding.paths == tuple(f"{DOCUMENTS}.{cell}" for cell in ("in_force", "issued", "repealed"))
    assert finding.message == Message(
        "「行政规范性文件」行「现行有效件数」填报 1，而2023年现行有效 4 加2024年制发 0 减废止 0，应是 4；少的 3 件"
        "可能有效期届满，请核对。",
        f"{DOCUMENTS}.in_force is 1, 3 fewer than 4 in force in 2023 plus 0 issued minus 0 repealed, 4; the difference "
        "may have lapsed",
    )


def test_edition_2019_does_not_say_what_is_in_force() -> None:
    """So nothing is found in the first year of edition 2021."""
    assert findings_of(report(2021, proactive_disclosure__normative_documents__in_force=90), report(2020)) == []


@pytest.mark.parametrize(
    ("before", "after", "jumps"),
    [
        (10, 50, True),
        (11, 50, False),
        (9, 49, False),
        (50, 10, True),
        (50, 11, False),
        (0, 50, True),
        (0, 49, False),
        (60, gd.NA, True),
    ],
)
def test_a_total_that_jumps_is_an_info(before: CellValue, after: CellValue, *, jumps: bool) -> None:
    """Five times larger or smaller, the larger at least 50."""
    path = "review_and_litigation.reconsideration.total"
    key = path.replace(".", "__")

    assert [each.paths for each in findings_of(report(2024, **{key: after}), report(2023, **{key: before}))] == (
        [(path,)] if jumps else []
    )


def test_a_blank_jumps_nowhere() -> None:
    """Neither from nor to it."""
    cells = [f"review_and_litigation__reconsideration__{cell}" for cell in ("upheld", "corrected", "other", "pending")]
    total = "review_and_litigation__reconsideration__total"
    blank = dict.fromkeys([*cells, total])

    assert findings_of(report(2024, **{total: 60}), report(2023, **blank)) == []
    assert findings_of(report(2024, **blank), report(2023, **{total: 60})) == []


def test_a_blank_total_is_that_of_its_parts() -> None:
    """As everywhere, the convention completes it."""
    last = report(2023)
    this = report(2024, requests__natural_person__newly_received=60, requests__total__newly_received=None)
    (finding,) = findings_of(this, last)

    assert (finding.code, str(finding.severity), finding.paths, finding.expected, finding.actual) == (
        "YOY-JUMP",
        "info",
        (RECEIVED,),
        12,
        60,
    )
    assert finding.message.en == (
        f"{RECEIVED} is 60, but was 12 in 2023: five times apart or more; was a digit added or dropped?"
    )


def test_the_report_of_the_year_before_is_picked_by_code_then_by_name() -> None:
    """Out of many bodies and years; without a year there is none."""
    own = report(2024, "示例县水务局")
    by_name, by_code, other = report(2023, "示例縣水務局"), report(2023, "示例县水利局"), report(2023, "示例县林业局")
    older, nameless = report(2022, "示例县水务局"), report(2023)
    nameless.agency = None
    among = [by_name, by_code, other, older, nameless, own]

    assert predecessors(own, among) == (by_name,)
    assert own.agency is not None
    assert by_code.agency is not None
    own.agency.code = by_code.agency.code = CODE
    assert [each is by_code for each in predecessors(own, among)] == [True]
    own.year = None
    assert predecessors(own, among) == ()
    assert not same_body(nameless, nameless)


@pytest.mark.parametrize("name", ["", "  ", "　"])
def test_a_blank_name_is_the_name_of_no_body(name: str) -> None:
    """It picks no report of the year before, and messages do not show it."""
    last, this = report(2023, name, requests__total__carried_forward=4), report(2024, name)
    (carried,), (unfit,) = findings_of(this, last), findings_of(this, this)

    assert predecessors(this, [last]) == ()
    assert (carried.details["bodies"], unfit.details["body"]) == (["—"], "—")

"""The roll-up: cells of children summed, in any order and grouping, with what each contributes and what is lacking."""

from __future__ import annotations

import copy
import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.model.cells import tables
from govdisclosure.model.editions import table_class
from govdisclosure.model.report import TABLES
from govdisclosure.model.structure import cell_paths, cell_values, set_cell
from govdisclosure.model.values import NA
from govdisclosure.rosters import Unit
from govdisclosure.summing import rollup
from govdisclosure.summing._groups import is_copy
from govdisclosure.testing import tables as any_table

if TYPE_CHECKING:
    from govdisclosure.model.structure import Table
    from govdisclosure.model.values import CellValue

LICENSING = "proactive_disclosure.licensing.decisions"
RECEIVED = "requests.total.newly_received"
FEES = "proactive_disclosure.fees.amount"
PROCUREMENT = "proactive_disclosure.procurement.amount"
OTHER = "requests.total.outcomes.other"
COUNTY = "示例县人民政府"


def child(name: str | None, year: int | None = 2025, edition: str | None = None, **cells: CellValue) -> gd.AnnualReport:
    """Give a report with blank tables but for some cells, by their paths with __ for points."""
    report = gd.AnnualReport.blank(agency=name or "-", year=year or 2025, edition=edition)
    report.agency, report.year = (None if name is None else gd.Agency(name=name)), year
    for path, value in cells.items():
        gd.put(report, path.replace("__", "."), value)
    return report


def stating(name: str, path: str, value: CellValue, year: int = 2025) -> gd.AnnualReport:
    """Give a report that states one cell."""
    report = child(name, year)
    gd.put(report, path, value)
    return report


def summed(path: str, *values: CellValue, year: int = 2025) -> CellValue:
    """Give the sum of a cell that children state."""
    children = [stating(f"{number}局", path, value, year) for number, value in enumerate(values)]
    return gd.get(gd.rollup(children).report, path)


@pytest.mark.parametrize(
    ("values", "total"),
    [
        ([1, 2, 3], 6),
        ([0, 0], 0),
        ([None, 2], 2),
        ([None, None], None),
        ([NA, NA], NA),
        ([NA, None], NA),
        ([NA, 0], 0),
        ([NA, 4, None], 4),
        ([10**18 - 2, 1], 10**18 - 1),
    ],
)
def test_what_is_stated_is_summed(values: list[CellValue], total: CellValue) -> None:
    """A blank adds nothing, and is left only where all are; "/" where there is no number."""
    assert summed(RECEIVED, *values) is total or summed(RECEIVED, *values) == total


def test_money_is_summed_exactly() -> None:
    """With all decimals."""
    assert str(summed(FEES, Decimal("0.10"), Decimal(2), Decimal("0.2"))) == "2.30"


@pytest.mark.parametrize(
    ("amounts", "total"),
    [
        ([("1.5", "万元"), ("2.25", "万元")], "3.75万元"),
        ([("1.5", "元"), ("2", "元")], "3.5元"),
        ([("1.50", "万元"), ("2", "元")], "15002.00元"),
        ([("1.5", "万元"), ("2", None)], "1.5万元"),
    ],
)
def test_amounts_are_summed_in_their_unit(amounts: list[tuple[str, Any]], total: str) -> None:
    """Of 元 and 万元 the sum is in 元; an amount that does not say its unit adds nothing."""
    assert str(summed(PROCUREMENT, *(gd.Amount(Decimal(value), unit) for value, unit in amounts), year=2020)) == total


def test_amounts_without_a_unit_have_no_sum() -> None:
    """Whether they are in 元 or in 万元 nobody knows; the roll-up says who states them."""
    amount = gd.Amount(Decimal(5))
    result = gd.rollup([stating("甲局", PROCUREMENT, amount, 2020), stating("乙局", PROCUREMENT, amount, 2020)])

    assert gd.get(result.report, PROCUREMENT) is None
    assert result.contributions[PROCUREMENT] == {"甲局": amount, "乙局": amount}
    assert PROCUREMENT not in result.lower_bounds
    assert result.unclear == {"甲局": {PROCUREMENT: amount}, "乙局": {PROCUREMENT: amount}}


def test_a_signed_change_is_summed() -> None:
    """本年增/减 of edition 2019."""
    assert summed("proactive_disclosure.licensing.change", -3, 1, None, year=2020) == -2


def test_what_each_child_contributes_is_kept() -> None:
    """By path and child; a sum to which some say nothing is a lower bound."""
    result = gd.rollup([stating("甲局", RECEIVED, 3), stating("乙局", RECEIVED, None), stating("丙局", RECEIVED, NA)])

    assert result.contributions[RECEIVED] == {"甲局": 3, "乙局": None, "丙局": NA}
    assert result.lower_bounds == {RECEIVED: ("乙局",)}
    assert len(result.contributions) == 200


def test_the_narrative_is_empty_and_the_metadata_that_of_the_caller() -> None:
    """Title and period are those of the form."""
    report = child("甲局")
    report.overview = ["甲局公开信息。"]
    result = gd.rollup([gd.Reading(report)], agency=COUNTY, year=2025).report

    expected = gd.AnnualReport.blank(agency=COUNTY, year=2025)
    assert result == expected
    assert gd.rollup([report], agency=gd.Agency(name=COUNTY, division="330100")).report.agency == gd.Agency(
        name=COUNTY, division="330100"
    )


def test_without_agency_and_year_the_title_is_left_open() -> None:
    """The year is that of the children, if they have one."""
    known, unknown = (gd.rollup([child("甲局", year)]).report for year in (2025, None))

    assert (known.agency, known.year, known.title) == (None, 2025, "2025年政府信息公开工作年度报告")
    assert (unknown.year, unknown.title, unknown.period) == (None, None, None)


def test_a_table_that_no_child_has_is_not_there() -> None:
    """Nothing says of which edition it would be."""
    report = child("甲局")
    report.requests = None
    other = child("乙局")

    assert gd.rollup([report]).report.requests is None
    assert gd.rollup([report, other]).report.requests == gd.Requests.blank()
    assert [getattr(gd.rollup([]).report, section) for section in TABLES] == [None, None, None]


def test_children_of_several_years_need_a_year() -> None:
    """With it, reports on other years are left out, and bodies that have no other are named."""
    children = [stating("甲局", RECEIVED, 3), stating("甲局", RECEIVED, 4, 2024), stating("乙局", RECEIVED, 5, 2024)]

    with pytest.raises(gd.UsageError, match=r"the children report on several years \(2024, 2025\); name one as year"):
        gd.rollup(children)
    result = gd.rollup(children, year=2025)
    assert (gd.get(result.report, RECEIVED), result.wrong_year) == (3, ("乙局",))


def test_copies_count_once() -> None:
    """Page, Word and PDF of one report differ in blanks and in where paragraphs end."""
    page, pdf = stating("甲局", RECEIVED, 3), stating("甲 局", RECEIVED, 3)
    page.overview, pdf.overview = ["一句。", "两句。"], ["一句。两 句。"]

    result = gd.rollup([page, pdf, page])

    assert (gd.get(result.report, RECEIVED), result.differing) == (3, ())
    assert [[id(report) for report in same] for same in result.copies] == [[id(page), id(pdf), id(page)]]


def test_copies_of_each_version_are_told_together() -> None:
    """Those of a body with one report, or of its reports on other years, are none."""
    first, again, other = (stating("甲局", RECEIVED, figure) for figure in (3, 3, 4))
    older, alone = stating("甲局", RECEIVED, 3, year=2024), stating("乙局", RECEIVED, 3)

    result = gd.rollup([first, older, other, again, alone, older], year=2025)

    assert [[id(report) for report in same] for same in result.copies] == [[id(first), id(again)]]
    assert result.differing == ("甲局",)


def test_different_reports_of_one_body_add_what_they_agree_in() -> None:
    """Which of them holds is not guessed."""
    first, second = (child("甲局", requests__total__newly_received=3) for _ in range(2))
    gd.put(first, LICENSING, 5)
    gd.put(second, LICENSING, 6)

    result = gd.rollup([first, second, stating("乙局", LICENSING, 1)])

    assert result.differing == ("甲局",)
    assert (gd.get(result.report, RECEIVED), gd.get(result.report, LICENSING)) == (3, 1)
    assert result.contributions[LICENSING] == {"甲局": None, "乙局": 1}


def test_bodies_of_one_name_with_two_codes_are_two() -> None:
    """城关镇 of two counties; reports with one code are of one body, whatever its name."""
    codes = ["11330000MB00000000", "11330000MB0000001X"]
    codes = [code[:17] + gd.model.report.check_digit(code[:17]) for code in codes]
    reports = [stating("城关镇", RECEIVED, number) for number in (1, 2, 4, 8)]
    reports[3].agency = gd.Agency(name="城关镇人民政府", code=codes[1])
    for report, code in zip(reports, codes, strict=False):
        report.agency = gd.Agency(name="城关镇", code=code)
    # The third has no code, and cannot be told from the first.
    result = gd.rollup(reports)

    twins = gd.rollup([stating("城关镇", RECEIVED, 1), *reports[:2]])
    reports[1].requests = reports[0].requests

    assert gd.get(gd.rollup(reports[:2]).report, RECEIVED) == 2
    assert (twins.differing, gd.get(twins.report, RECEIVED)) == ((), 3)
    assert result.differing == ("城关镇", "城关镇 (2)")
    assert list(result.contributions[RECEIVED]) == ["城关镇", "城关镇 (2)"]


@pytest.mark.parametrize("name", [None, "", "  ", "　"])
def test_children_without_a_name_are_bodies_of_their_own(name: str | None) -> None:
    """They are numbered; a blank is no name."""
    figures = (2, 2, 3)
    reports = [stating("甲局", RECEIVED, 1), *(child(name, requests__total__newly_received=each) for each in figures)]
    result = gd.rollup(reports)

    assert result.contributions[RECEIVED] == {"甲局": 1, "#2": 2, "#3": 2, "#4": 3}
    assert (result.copies, result.differing, gd.get(result.report, RECEIVED)) == ((), (), 8)


@pytest.mark.parametrize("name", [None, "", "　"])
def test_a_report_without_a_name_is_a_copy_of_one_without_a_name(name: str | None) -> None:
    """As far as its words and figures are; of one that has a name it is none."""
    nameless = child(name, requests__total__newly_received=2)

    assert is_copy(nameless, child("  ", requests__total__newly_received=2))
    assert not is_copy(nameless, child("甲局", requests__total__newly_received=2))


def test_editions_are_mixed() -> None:
    """The earlier is upgraded; what has no place is listed, and （六）其他处理 is said by nobody."""
    old = child("甲局", 2021, "2019", requests__total__outcomes__other=4, requests__total__newly_received=4)
    new = child("乙局", 2021, requests__total__outcomes__other__fee_unpaid=1, requests__total__newly_received=1)

    result = gd.rollup([old, new])

    assert isinstance(result.report.requests, gd.Requests)
    assert (gd.get(result.report, RECEIVED), gd.get(result.report, f"{OTHER}.fee_unpaid")) == (5, 1)
    assert result.lost == {"甲局": {OTHER: 4}}
    assert result.lower_bounds == {f"{OTHER}.fee_unpaid": ("甲局",)}
    assert isinstance(gd.rollup([old]).report.requests, gd.Requests2019)


ROSTER = gd.Roster(
    [
        Unit(name="甲县人民政府", kind="government", parent="示例市人民政府"),
        Unit(name="甲县财政局", parent="甲县人民政府"),
        Unit(name="乙县人民政府", kind="government", parent="示例市人民政府"),
        Unit(name="乙县财政局", parent="乙县人民政府"),
        Unit(name="市财政局", parent="示例市人民政府"),
        Unit(name="示例市人民政府办公室", kind="own", parent="示例市人民政府"),
    ]
)


def test_what_a_child_holds_is_not_summed_again() -> None:
    """甲县 reports with its departments; of 乙县 there are the departments alone."""
    names = ("示例市甲县人民政府", "甲县财政局", "乙县财政局", "示例市财政局")
    result = gd.rollup([stating(name, RECEIVED, 10**at) for at, name in enumerate(names)], roster=ROSTER)

    assert gd.get(result.report, RECEIVED) == 1101
    assert result.report.agency == gd.Agency(name="示例市人民政府")
    assert result.held == ("甲县财政局",)
    assert [unit.name for unit in result.missing] == ["乙县人民政府", "示例市人民政府办公室"]
    assert list(result.contributions[RECEIVED]) == ["甲县人民政府", "乙县财政局", "市财政局"]


def test_a_parent_can_be_named_with_the_regions_above_it() -> None:
    """As it must be for 示例市甲县财政局 to be a department of it."""
    city, county = "示例市人民政府", "示例市甲县人民政府"
    units = [("甲县人民政府", city), ("丙区人民政府", city), ("财政局", county), ("教育局", county)]
    roster = gd.Roster([Unit(name=name, parent=parent) for name, parent in units])
    names = ("示例市甲县财政局", "甲县人民政府", "丙区人民政府")

    result = gd.rollup([stating(name, RECEIVED, 10**at) for at, name in enumerate(names)], roster=roster)

    assert (roster.top, result.held, result.missing) == (city, ("财政局",), ())
    assert gd.get(result.report, RECEIVED) == 110


def test_copies_of_one_unit_can_name_it_differently() -> None:
    """A page says 甲局, and the Word file 示例县甲局."""
    roster = gd.Roster([Unit(name="甲局", parent=COUNTY)])

    result = gd.rollup([stating("甲局", RECEIVED, 3), stating("示例县甲局", RECEIVED, 3)], roster=roster)

    assert (gd.get(result.report, RECEIVED), result.differing) == (3, ())


def test_the_parent_itself_is_no_child() -> None:
    """A roster can list it beside its children; its own office (本级) is one."""
    units = [Unit(name=COUNTY, kind="government"), Unit(name="财政局", parent=COUNTY)]
    reports = [stating(COUNTY, RECEIVED, 5), stating("财政局", RECEIVED, 3)]

    result = gd.rollup(reports, roster=gd.Roster(units), agency=COUNTY)
    with_own = gd.rollup(
        reports, roster=gd.Roster([Unit(name=COUNTY, kind="own", parent=COUNTY), units[1]]), agency=COUNTY
    )

    assert (gd.get(result.report, RECEIVED), result.missing) == (3, ())
    assert (gd.get(with_own.report, RECEIVED), with_own.missing) == (8, ())


PARTS = tuple(
    child(name, requests__total__newly_received=figure, requests__total__outcomes__total=figure)
    for name, figure in (("甲局", 2), ("示例县乙局", 3))
)
PARTS_AND_MORE = (*PARTS, child("丙局", requests__total__newly_received=4, requests__total__carried_over=1))


@pytest.mark.parametrize("name", [COUNTY, "示例市示例县人民政府", "示例县人民政府（印章）", None, "　"])
@pytest.mark.parametrize("others", [PARTS, PARTS_AND_MORE])
def test_an_earlier_roll_up_is_no_child(name: str | None, others: tuple[gd.AnnualReport, ...]) -> None:
    """Nor one of fewer children, under another form of the name, or without one; it is given back."""
    earlier = gd.rollup(PARTS, year=2025).report
    earlier.agency = None if name is None else gd.Agency(name=name)
    last = gd.from_dict({**gd.to_dict(earlier), "year": 2024})

    result = gd.rollup([earlier, *others, last], agency=COUNTY, year=2025)

    assert gd.get(result.report, RECEIVED) == gd.get(gd.rollup(others).report, RECEIVED)
    assert [report is each for report, each in zip(result.of_parent, (earlier, last), strict=True)] == [True, True]
    assert (result.wrong_year, result.doubtful) == ((), ())


def test_the_own_office_can_have_the_name_of_the_government() -> None:
    """It is summed where it is not the largest of all; the roster can say that it is the own office."""
    own = child(COUNTY, requests__total__carried_over=1, requests__total__newly_received=1)
    earlier = gd.rollup(PARTS_AND_MORE, agency=COUNTY).report
    roster = gd.Roster([Unit(name=COUNTY, kind="own", parent=COUNTY), Unit(name="丁局", parent=COUNTY)])

    alone = gd.rollup([own, *PARTS_AND_MORE], agency=COUNTY)
    beside = gd.rollup([own, *PARTS_AND_MORE, earlier], agency=COUNTY)
    listed = gd.rollup([own, *PARTS_AND_MORE, earlier], roster=roster)

    assert [gd.get(each.report, RECEIVED) for each in (alone, beside, listed)] == [10, 10, 10]
    assert [list(map(id, each.of_parent)) for each in (alone, beside, listed)] == [[], [id(earlier)], [id(earlier)]]
    assert [list(map(id, each.doubtful)) for each in (alone, beside, listed)] == [[id(own)], [id(own)], []]


def test_an_own_office_that_is_listed_keeps_its_reports_where_all_of_them_are_large() -> None:
    """What is the largest of all is no roll-up for that; of two that differ, none is taken."""
    roster = gd.Roster([Unit(name=COUNTY, kind="own", parent=COUNTY), *(Unit(name=name) for name in ("甲局", "丁局"))])
    own = [
        child(COUNTY, requests__total__newly_received=figure, requests__total__outcomes__total=60)
        for figure in (50, 60)
    ]

    result = gd.rollup([*own, *PARTS], roster=roster)

    assert (result.differing, result.of_parent, gd.get(result.report, RECEIVED)) == ((COUNTY,), (), 5)


def test_without_a_parent_the_one_government_among_others_may_be_it() -> None:
    """It is summed: the city of the county can be the one that sums up. Two governments are no sums of others."""
    earlier = gd.rollup(PARTS_AND_MORE, agency=COUNTY).report
    again = gd.rollup(PARTS_AND_MORE, agency=f"示例市{COUNTY}").report

    one, two = gd.rollup([*PARTS_AND_MORE, earlier]), gd.rollup([*PARTS_AND_MORE, earlier, again])
    others = gd.rollup([*PARTS_AND_MORE, earlier, child("另一县人民政府", requests__total__newly_received=1)])

    assert list(map(id, one.doubtful)) == [id(earlier)]
    assert set(map(id, two.doubtful)) == {id(earlier), id(again)}
    assert (gd.get(one.report, RECEIVED), one.of_parent, others.doubtful) == (18, (), ())


def test_a_government_without_a_name_is_not_that_of_the_parent_for_its_kind() -> None:
    """With words of its own it is a body as any other, and hides no government that may be the parent."""
    earlier = gd.rollup(PARTS_AND_MORE, agency=COUNTY).report
    nameless = gd.rollup(PARTS_AND_MORE).report
    nameless.agency, nameless.overview = gd.Agency(name="　", kind="government"), ["一句。"]

    alone = gd.rollup([*PARTS_AND_MORE, nameless])

    assert (alone.of_parent, alone.doubtful, gd.get(alone.report, RECEIVED)) == ((), (), 18)
    assert list(map(id, gd.rollup([*PARTS_AND_MORE, nameless, earlier]).doubtful)) == [id(earlier)]


def test_a_sum_of_one_body_is_not_told_from_it() -> None:
    """It is in doubt."""
    result = gd.rollup([PARTS[0], child(COUNTY, requests__total__newly_received=2)], agency=COUNTY)

    assert (len(result.doubtful), result.of_parent, gd.get(result.report, RECEIVED)) == (1, (), 4)


def test_copies_can_name_their_body_with_and_without_its_region() -> None:
    """Where the parent tells the region, and where figures and words are all alike; brackets tell offices apart."""
    names = ("甲局", "示例市示例县甲局", "县甲局", "示例县甲局（乙局）")
    county = [stating(name, RECEIVED, 3) for name in names]
    figures = (stating("甲局", RECEIVED, 3), stating("示例县甲局", RECEIVED, 4))
    offices = [stating(f"税务所（{name}）", RECEIVED, 3) for name in ("城东", "城西")]

    assert gd.get(gd.rollup(county, agency=f"示例市{COUNTY}").report, RECEIVED) == 3
    assert gd.get(gd.rollup(county).report, RECEIVED) == 3
    assert gd.get(gd.rollup(figures).report, RECEIVED) == 7
    assert gd.rollup(figures, agency=COUNTY).differing == ("甲局",)
    assert gd.get(gd.rollup([*offices, stating("税务所", RECEIVED, 1)]).report, RECEIVED) == 7


def test_versions_of_a_body_that_is_named_with_more_regions_than_the_parent_are_told() -> None:
    """The county is named without its city, its body with it in one version; what is no region tells bodies apart."""
    names = ("示例市示例县甲局", "示例县甲局", "国家总局示例县甲局")

    result = gd.rollup([stating(name, RECEIVED, 10**at) for at, name in enumerate(names)], agency="示例县人民政府")

    assert (result.differing, gd.get(result.report, RECEIVED)) == (("示例市示例县甲局",), 100)


def test_units_of_one_name_are_called_by_their_parents() -> None:
    """The order of their reports plays no part."""
    counties = ("示例市甲县人民政府", "示例市乙县人民政府")
    roster = gd.Roster([Unit(name="财政局", parent=county) for county in counties])
    reports = [stating("甲县财政局", RECEIVED, 3), stating("乙县财政局", RECEIVED, 4)]

    for children in (reports, reports[::-1]):
        assert gd.rollup(children, roster=roster).contributions[RECEIVED] == {
            "财政局（示例市甲县人民政府）": 3,
            "财政局（示例市乙县人民政府）": 4,
        }
    (finding,) = gd.check(
        gd.AnnualReport.blank(agency="示例市人民政府", year=2025),
        children=reports[:1],
        roster=roster,
        select="ROLLUP-MISSING",
    )
    assert finding.details["units"] == ["财政局（示例市乙县人民政府）"]


def test_units_below_another_county_are_not_missing() -> None:
    """A city has one roster for all; what may be below the parent, though nothing says so, is missing."""
    rows = [("甲县人民政府", "示例市"), ("乙县人民政府", "示例市"), ("财政局", "示例市甲县"), ("教育局", "示例市乙县")]
    units = [Unit(name=name, parent=f"{parent}人民政府") for name, parent in [*rows, ("审计局", "示例市丙县")]]
    roster = gd.Roster([*units, Unit(name="丁局")])

    def missing(agency: str) -> list[str]:
        return [unit.name for unit in gd.rollup([stating("甲局", RECEIVED, 1)], roster=roster, agency=agency).missing]

    assert missing("甲县人民政府") == missing("示例市甲县人民政府") == ["财政局", "丁局"]
    assert missing("示例市人民政府") == missing("示例省人民政府") == [unit.name for unit in roster.units]


def test_parents_of_each_other_hold_nothing() -> None:
    """A roster with a circle is no hierarchy."""
    circle = gd.Roster(
        [Unit(name="甲局", parent="乙局"), Unit(name="乙局", parent="丙局"), Unit(name="丙局", parent="乙局")]
    )

    result = gd.rollup([stating("甲局", RECEIVED, 1)], roster=circle)

    assert (gd.get(result.report, RECEIVED), result.held) == (1, ())


def test_an_own_office_holds_no_children() -> None:
    """A department whose parent is said to be the office of the government is summed beside it."""
    units = gd.Roster([Unit(name="政府办公室", kind="own"), Unit(name="甲局", parent="政府办公室")])

    result = gd.rollup([stating("政府办公室", RECEIVED, 1), stating("甲局", RECEIVED, 2)], roster=units)

    assert gd.get(result.report, RECEIVED) == 3


def test_a_sum_that_no_cell_can_hold_is_refused() -> None:
    """A cell has 18 digits."""
    with pytest.raises(gd.UsageError, match=r"the sum of requests.total.newly_received cannot stand in its cell: "):
        summed(RECEIVED, 10**18 - 1, 1)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"children": ["甲局"]}, r"children\[0\] must be an AnnualReport or a Reading, got str"),
        ({"children": 1}, "children must be an iterable"),
        ({"children": [], "roster": []}, "roster must be a Roster, got list"),
        ({"children": [], "agency": 5}, "agency must be a name or an Agency, got int"),
    ],
)
def test_what_is_no_report_is_refused(arguments: dict[str, Any], error: str) -> None:
    """With its place."""
    with pytest.raises(TypeError, match=error):
        gd.rollup(**arguments)


@pytest.mark.parametrize("agency", ["", " ", "\u3000"])
def test_a_parent_without_a_name_is_not_called_nothing(agency: str) -> None:
    """None says that its name is not known."""
    with pytest.raises(gd.UsageError, match="agency must be the name of the parent, and not blank"):
        gd.rollup([stating("甲局", RECEIVED, 1)], agency=agency)
    with pytest.raises(gd.UsageError, match="agency must be the name of the parent, and not blank"):
        gd.rollup([stating("甲局", RECEIVED, 1)], agency=gd.Agency(name=agency))


def test_the_children_are_not_changed() -> None:
    """Neither they nor the roll-up share tables."""
    report = stating("甲局", RECEIVED, 3)
    before = copy.deepcopy(report)

    gd.put(gd.rollup([report]).report, RECEIVED, 9)

    assert report == before


@st.composite
def families(draw: st.DrawFn) -> list[gd.AnnualReport]:
    """Draw the reports of a few bodies, of one edition or of both, some without tables."""
    edition = st.sampled_from(draw(st.sampled_from([["2019"], ["2021"], ["2019", "2021"]])))
    reports: list[gd.AnnualReport] = []
    for number in range(draw(st.integers(1, 5))):
        report = gd.AnnualReport(agency=gd.Agency(name=f"{number}局"), year=2021)
        for section in TABLES:
            if draw(st.integers(0, 5)):
                table = draw(any_table(table_class(section, draw(edition))))
                table.notes = []
                setattr(report, section, small(table))
        reports.append(report)
    return reports


def small(table: Table) -> Table:
    """Leave large figures out, of which a sum could have too many digits."""
    for path, value in zip(cell_paths(type(table)), cell_values(table), strict=True):
        size = value.value if isinstance(value, gd.Amount) else value
        # 6E-14 has as many digits as it has places.
        if isinstance(size, Decimal) and len(f"{size:f}") > 7:
            set_cell(table, path, None)
        if isinstance(size, int) and abs(size) >= 10**17:
            set_cell(table, path, 10**16)
    return table


def sums(children: list[gd.AnnualReport]) -> list[object]:
    """Give the tables of a roll-up."""
    return [getattr(rollup(children, year=2021).report, section) for section in TABLES]


@given(families(), st.randoms(use_true_random=False), st.integers(0, 5))
def test_neither_order_nor_grouping_plays_a_part(children: list[gd.AnnualReport], random: Any, at: int) -> None:  # noqa: ANN401
    """The roll-up of roll-ups is that of all."""
    shuffled = random.sample(children, len(children))
    first, second = (
        rollup(group, agency=name, year=2021).report for group, name in ((children[:at], "甲"), (children[at:], "乙"))
    )

    assert sums(shuffled) == sums(children)
    assert sums([first, second]) == sums(children)


@given(families())
def test_the_sum_of_contributions_is_the_cell(children: list[gd.AnnualReport]) -> None:
    """Of numbers; and every child has its place in every cell."""
    result = rollup(children, year=2021)

    for section, table in tables(result.report):
        for path in cell_paths(type(table)):
            contributed = result.contributions[f"{section}.{path}"]
            numbers = [value for value in contributed.values() if isinstance(value, int | Decimal)]
            value = gd.get(result.report, f"{section}.{path}")
            assert len(contributed) == len(children)
            if numbers:
                assert value == sum(numbers)
            if value is None:
                assert {value for value in contributed.values() if not isinstance(value, gd.Amount)} <= {None}


def test_dates_of_publication_are_not_summed() -> None:
    """Nor is anything else of the children's metadata."""
    report = stating("甲局", RECEIVED, 1)
    report.published, report.extensions = dt.date(2026, 1, 20), {"a": 1}

    result = gd.rollup([report]).report

    assert (result.published, result.extensions) == (None, {})

"""Several years of a body as one system: which of their cells is wrong, and what stays undecided."""

from __future__ import annotations

import copy
import re
from random import Random
from typing import TYPE_CHECKING

import pytest
from support.builders import build_report
from support.random_chains import run

import govdisclosure as gd
from govdisclosure.chains import Chain, Place
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.model.values import CellValue

OVER = "requests.total.carried_over"
FORWARD = "requests.total.carried_forward"
NATURAL = "requests.natural_person"
DOCUMENTS = "proactive_disclosure.normative_documents"
FIRST = 2021
YEARS = range(FIRST, FIRST + 5)


def chain(years: Sequence[int] = YEARS) -> list[gd.AnnualReport]:
    """Give consistent reports of these years: each carries two requests forward, and issues one document more."""
    reports = []
    for year in years:
        report = build_report(year=year)
        for column in (NATURAL, "requests.total"):
            # 12 new and 2 carried over; 12 concluded and 2 carried forward.
            for row in ("carried_over", "carried_forward"):
                gd.put(report, f"{column}.{row}", 2)
        if year >= FIRST:
            for cell, figure in (("issued", 3), ("repealed", 2), ("in_force", 10 + year - FIRST)):
                gd.put(report, f"{DOCUMENTS}.{cell}", figure)
        reports.append(report)
    return reports


def culprits(checked: Chain) -> list[tuple[int, str, CellValue, int]]:
    """Give the cells that are named: year, path, what stands there, and what should."""
    return [(each.place.year, each.place.path, each.place.value, each.proposed) for each in checked.culprits]


def undecided(checked: Chain) -> list[tuple[str, list[tuple[int, str, CellValue]]]]:
    """Give what is left: code, and the cells with their years."""
    return [(each.code, [(place.year, place.path, place.value) for place in each.places]) for each in checked.undecided]


def changed(place: int, **cells: CellValue) -> list[gd.AnnualReport]:
    """Give the chain with other figures in one year; ``__`` stands for a dot."""
    reports = chain()
    for path, value in cells.items():
        gd.put(reports[place], path.replace("__", "."), value)
    return reports


def test_a_consistent_chain_has_nothing_to_name() -> None:
    """In any order, of one or both editions, empty or with one report."""
    for reports in (chain(), chain()[::-1], chain(range(2018, 2023)), chain()[:1], []):
        checked = gd.check_chain(reports)

        assert (culprits(checked), undecided(checked)) == ([], [])
        assert all(not findings for findings in checked.findings.values())


def test_the_cell_of_the_year_that_contradicts_itself_is_named() -> None:
    """What was carried over differs from last year's, and the table of this year fails in the same cell."""
    checked = gd.check_chain(changed(2, requests__natural_person__carried_over=5))
    (culprit,) = checked.culprits

    assert culprits(checked) == [(2023, f"{NATURAL}.carried_over", 5, 2)]
    assert undecided(checked) == []
    assert culprit.heals == ("T3-BALANCE", "T3-ROW", "YOY-CARRY")
    assert culprit.message == Message(
        "2023年「自然人」列「二、上年结转政府信息公开申请数量」填报 5，"
        "改为 2 则 3 处（T3-BALANCE, T3-ROW, YOY-CARRY）同时相符。",
        f"{NATURAL}.carried_over of 2023 is 5; with 2, all that it is in holds (T3-BALANCE, T3-ROW, YOY-CARRY)",
    )


def test_findings_are_those_of_each_year_beside_the_one_before() -> None:
    """By year, in order; the first has nothing before it."""
    findings = gd.check_chain(changed(2, requests__natural_person__carried_over=5)[::-1]).findings

    assert {year: [each.code for each in of_year] for year, of_year in findings.items()} == {
        2021: [],
        2022: [],
        2023: ["YOY-CARRY"],
        2024: [],
        2025: [],
    }


@pytest.mark.parametrize("place", range(5))
@pytest.mark.parametrize("row", ["newly_received", "carried_over", "carried_forward", "outcomes.granted"])
@pytest.mark.parametrize("column", ["natural_person", "legal_person.other", "total"])
def test_any_one_cell_of_table_iii_is_named(place: int, row: str, column: str) -> None:
    """With the figure that stood there, whether its neighbours tell or its own table does."""
    path = f"requests.{column}.{row}"
    reports = chain()
    figure = gd.get(reports[place], path)
    assert isinstance(figure, int)
    gd.put(reports[place], path, figure + 1)

    assert culprits(gd.check_chain(reports)) == [(FIRST + place, path, figure + 1, figure)]


def both_years_wrong() -> list[gd.AnnualReport]:
    """Give a chain of which two years contradict each other, and none contradicts itself."""
    reports = chain()
    for column in (NATURAL, "requests.total"):
        gd.put(reports[1], f"{column}.carried_forward", 3)
        gd.put(reports[1], f"{column}.newly_received", 13)
    return reports


def test_where_both_years_are_consistent_the_cells_of_both_are_named() -> None:
    """Nobody can tell which of them is wrong."""
    checked = gd.check_chain(both_years_wrong())

    assert culprits(checked) == []
    assert undecided(checked) == [
        ("YOY-CARRY", [(2022, f"{column}.carried_forward", 3), (2023, f"{column}.carried_over", 2)])
        for column in (NATURAL, "requests.total")
    ]
    assert checked.undecided[1].message == Message(
        "2022年「总计」列「四、结转下年度继续办理」填报 3；2023年「总计」列「二、上年结转政府信息公开申请数量」填报 2："
        "互相矛盾，但各年的表格本身都相符，无法判断哪一处有误，请核对。",
        f"{FORWARD} of 2022 is 3; {OVER} of 2023 is 2: they contradict each other, but no year contradicts itself; "
        "compare them with your records",
    )


def test_a_figure_in_force_between_two_years_is_named() -> None:
    """It is off by as much towards the year before as towards the year after."""
    for wrong in (9, 14):
        checked = gd.check_chain(changed(2, **{f"{DOCUMENTS.replace('.', '__')}__in_force": wrong}))

        assert culprits(checked) == [(2023, f"{DOCUMENTS}.in_force", wrong, 12)]
        assert checked.culprits[0].heals == ("YOY-IN-FORCE", "YOY-IN-FORCE")
        assert "YOY-IN-FORCE × 2" in checked.culprits[0].message.en


def test_a_figure_in_force_at_the_end_stays_undecided() -> None:
    """It could be that, or what was issued or repealed; fewer can have lapsed, and are no contradiction."""
    path = f"{DOCUMENTS.replace('.', '__')}__in_force"
    more, fewer = gd.check_chain(changed(4, **{path: 20})), gd.check_chain(changed(4, **{path: 10}))

    assert (culprits(more), culprits(fewer), undecided(fewer)) == ([], [], [])
    assert undecided(more) == [
        (
            "YOY-IN-FORCE",
            [
                (2024, f"{DOCUMENTS}.in_force", 13),
                (2025, f"{DOCUMENTS}.issued", 3),
                (2025, f"{DOCUMENTS}.repealed", 2),
                (2025, f"{DOCUMENTS}.in_force", 20),
            ],
        )
    ]
    assert [str(each.severity) for each in fewer.findings[2025]] == ["info"]


def test_one_equation_alone_names_no_cell() -> None:
    """Five cells of table IV could be the wrong one; the chain says nothing of them."""
    checked = gd.check_chain(changed(2, review_and_litigation__reconsideration__total=3))

    assert (culprits(checked), undecided(checked)) == ([], [])


def test_two_slips_that_touch_are_not_taken_for_one() -> None:
    """What neither cell alone explains is left undecided."""
    reports = changed(2, requests__total__carried_over=5)
    gd.put(reports[1], FORWARD, 4)
    checked = gd.check_chain(reports)

    assert culprits(checked) == []
    assert undecided(checked) == [("YOY-CARRY", [(2022, FORWARD, 4), (2023, OVER, 5)])]


def test_two_slips_apart_are_both_named() -> None:
    """Each by what it breaks."""
    reports = changed(1, requests__total__carried_over=5)
    gd.put(reports[3], f"{NATURAL}.carried_forward", 7)

    assert culprits(gd.check_chain(reports)) == [(2022, OVER, 5, 2), (2024, f"{NATURAL}.carried_forward", 7, 2)]


def test_over_a_gap_nothing_is_compared() -> None:
    """The years on both sides of it are not neighbours."""
    reports = both_years_wrong()
    del reports[2]
    checked = gd.check_chain(reports)

    assert (culprits(checked), undecided(checked)) == ([], [])
    assert {year: list(findings) for year, findings in checked.findings.items()} == {
        2021: [],
        2022: [],
        2024: [],
        2025: [],
    }


def test_noughts_left_blank_hide_no_slip() -> None:
    """Where all adds up with the blanks as noughts, what they leave open speaks of the cell as well."""
    reports = chain()
    for report in reports:
        for cell in list(gd.cells(report)):
            if cell.value == 0:
                gd.put(report, cell.path, None)
    gd.put(reports[2], OVER, 5)

    assert culprits(gd.check_chain(reports)) == [(2023, OVER, 5, 2)]


def test_a_blank_total_means_its_parts() -> None:
    """A part that is one too many makes the total that follows it wrong: both could be meant, and none is named."""
    reports = chain()
    for column in ("legal_person.other", "total"):
        gd.put(reports[2], f"requests.{column}.outcomes.granted", None)
    gd.put(reports[2], "requests.total.outcomes.total", None)
    gd.put(reports[2], "requests.total.outcomes.refused.deliberative_process", None)
    gd.put(reports[2], f"{NATURAL}.outcomes.granted", 12)
    checked = gd.check_chain(reports)

    assert culprits(checked) == []


def test_a_stroke_is_nought() -> None:
    """A slash where last year carried two forward is the culprit, and the message shows it."""
    checked = gd.check_chain(changed(2, requests__total__carried_over=gd.NA))

    assert culprits(checked) == [(2023, OVER, gd.NA, 2)]
    assert "填报 /，改为 2" in checked.culprits[0].message.zh


def test_bodies_that_merged_are_summed() -> None:
    """The only report of a year takes over from all of the year before."""
    culture, tourism = chain([2022]), chain([2022])
    culture[0].agency, tourism[0].agency = gd.Agency(name="示例县文化局"), gd.Agency(name="示例县旅游局")
    merged = chain([2023])[0]
    for column in (NATURAL, "requests.total"):
        gd.put(merged, f"{column}.carried_over", 4)
        gd.put(merged, f"{column}.carried_forward", 4)
    gd.put(merged, f"{DOCUMENTS}.in_force", 23)
    reports = [*culture, *tourism, merged]
    assert undecided(gd.check_chain(reports)) == []

    gd.put(tourism[0], FORWARD, 9)
    checked = gd.check_chain(reports)
    assert culprits(checked) == [(2022, FORWARD, 9, 2)]
    assert checked.culprits[0].place.report is tourism[0]


def test_several_bodies_side_by_side_are_each_compared_with_their_own() -> None:
    """By their names; one that was not there the year before is compared with nothing."""
    first, second = chain(), chain()
    for report in second:
        report.agency = gd.Agency(name="示例乡人民政府")
    gd.put(second[1], OVER, 5)
    del second[0]
    new = chain([2024])[0]
    new.agency = gd.Agency(name="示例街道办事处")
    checked = gd.check_chain([*first, *second, new])
    assert culprits(checked) == [(2022, OVER, 5, 2)]

    gd.put(second[2], OVER, 6)
    checked = gd.check_chain([*first, *second, new])
    assert culprits(checked) == [(2022, OVER, 5, 2), (2024, OVER, 6, 2)]
    assert checked.culprits[1].place.report is second[2]


def test_cells_of_several_bodies_of_a_year_are_told_with_their_body() -> None:
    """Two bodies that merged carried two requests forward each; the only report of a year needs no name."""
    merged = [*chain([2021, 2021]), *chain([2022])]
    for report, name in zip(merged, ("甲局", "乙局", "甲乙局"), strict=True):
        report.agency = gd.Agency(name=name)

    (_, total, *_) = gd.check_chain(merged).undecided

    forward = [f"2021年{body}「总计」列「四、结转下年度继续办理」填报 2" for body in ("甲局", "乙局")]
    over = "2022年「总计」列「二、上年结转政府信息公开申请数量」填报 2"
    assert total.message.zh.startswith("；".join([*forward, over]))
    assert total.message.en.startswith(
        f"{FORWARD} of 2021 (甲局) is 2; {FORWARD} of 2021 (乙局) is 2; {OVER} of 2022 is 2:"
    )


def test_a_year_that_contradicts_itself_elsewhere_is_not_said_to_be_consistent() -> None:
    """Nothing untrue is said of its tables, whose fault is in another cell."""
    reports = both_years_wrong()
    sound = gd.check_chain(reports).undecided[0].message
    for report in reports:
        gd.put(report, "requests.legal_person.other.outcomes.granted", 5)
    unsound = gd.check_chain(reports).undecided[0].message

    assert "但各年的表格本身都相符，无法判断" in sound.zh
    assert "表格自身也有不相符之处，无法判断" in unsound.zh
    assert "a year contradicts itself, too" in unsound.en


def test_copies_count_once_and_readings_are_taken() -> None:
    """A report that is there as a page and as a file is one."""
    reports: list[gd.AnnualReport | gd.Reading] = [*chain(), *map(gd.Reading, copy.deepcopy(chain()))]

    assert culprits(gd.check_chain(reports)) == []
    assert list(gd.check_chain(reports).findings) == list(YEARS)


def test_two_different_reports_of_one_body_and_year_are_not_compared() -> None:
    """Which of them counts, nobody can tell; the year after says so."""
    other = changed(1, requests__total__carried_forward=5)[1]
    checked = gd.check_chain([*chain(), other])

    assert (culprits(checked), undecided(checked)) == (
        [(2022, FORWARD, 5, 2)],
        [],
    )
    assert [each.code for each in checked.findings[2023]] == ["YOY-PREVIOUS"]


def test_what_is_no_report_or_has_no_year_is_refused() -> None:
    """With its place."""
    nameless = build_report()
    nameless.year = None
    with pytest.raises(TypeError, match=re.escape("reports[1] must be an AnnualReport or a Reading, got str")):
        gd.check_chain([build_report(), "2020.docx"])  # type: ignore[list-item]
    with pytest.raises(gd.UsageError, match=re.escape("the year of reports[1] is not known")):
        gd.check_chain([build_report(), nameless])


def test_places_hold_the_report_that_was_given() -> None:
    """So that whoever asks for the cell finds it."""
    reports = changed(2, requests__total__carried_over=5)
    (culprit,) = gd.check_chain(reports).culprits

    assert isinstance(culprit.place, Place)
    assert culprit.place.report is reports[2]
    assert gd.get(culprit.place.report, culprit.place.path) == culprit.place.value


@pytest.mark.property
@pytest.mark.parametrize("blanks", ["none", "noughts", "any"])
def test_no_random_chain_names_a_cell_that_is_right(blanks: str) -> None:
    """A few of the chains of the benchmark: what the neighbours decide is named, and nothing else ever is."""
    counts = run(Random(24), 20, blanks=blanks, lapse=False)  # noqa: S311 - to be repeated

    assert {kind for kind, how in counts if how == "WRONG"} == set()
    decided = {how for kind, how in counts if kind.endswith("neighbours decide")}
    assert decided == {"named"} or blanks == "any"

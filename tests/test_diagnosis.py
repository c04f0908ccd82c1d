"""Diagnosis: where sums fail, which cells can be what is wrong."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

import pytest
from attrs import define
from support.builders import build_report

import govdisclosure as gd
from govdisclosure.arithmetic.figures import Figures, TableFigures
from govdisclosure.checks import arithmetic
from govdisclosure.diagnosis import Ailment, Diagnosis, Group, Healed, Kind, Range, Repair, diagnosed
from govdisclosure.diagnosis._kinds import kind_of
from govdisclosure.diagnosis._recheck import holds
from govdisclosure.diagnosis._tableau import Tableau
from govdisclosure.diagnosis._words import Wording
from govdisclosure.model.declare import block, count, total
from govdisclosure.model.message import Message
from govdisclosure.model.structure import Group as CellGroup
from govdisclosure.model.structure import Shape, Table, cell_paths
from govdisclosure.model.values import NA, Count

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue

PERSON, FIRM, SUM = "requests.natural_person", "requests.legal_person.commercial_enterprise", "requests.total"
GRANTED = "outcomes.granted"
BLOCK = "review_and_litigation.reconsideration"


def diagnosed_first(cells: dict[str, CellValue], noted: tuple[str, ...] = ()) -> tuple[Repair, ...]:
    """Diagnose the report in which all is right but for some cells, and give the first group of its one ailment."""
    (ailment,) = gd.diagnose(gd.Reading(build_report(cells=cells), [gd.Note("AMBIGUOUS", noted)])).ailments
    return ailment.first


def told(repairs: tuple[Repair, ...]) -> list[tuple[Kind, dict[str, int | Range]]]:
    """Give what is told of repairs, but for the words."""
    return [(repair.kind, dict(repair.cells)) for repair in repairs]


@pytest.mark.parametrize("year", [2019, 2021])
def test_one_wrong_cell_is_named_with_what_should_stand_there(year: int) -> None:
    """A slip in a total breaks a row and a column: the repair is the cell, and heals both."""
    diagnosis = gd.diagnose(build_report(year=year, cells={f"{SUM}.{GRANTED}": 12}))

    (ailment,) = diagnosis.ailments
    row, outcomes = sorted(ailment.failed, key=lambda healed: healed.code, reverse=True)
    repair = Repair(
        1,
        Kind.FIGURE,
        {f"{SUM}.{GRANTED}": 11},
        {},
        ailment.failed,
        Message(
            "把「总计」列「（一）予以公开」改为 11，两处同时相符。",
            "change requests.total.outcomes.granted to 11, and both sums agree",
        ),
    )
    assert (row.code, row.paths[0], len(row.paths)) == ("T3-ROW", f"{SUM}.{GRANTED}", 7)
    assert (outcomes.code, outcomes.paths[0]) == ("T3-OUTCOMES", f"{SUM}.outcomes.total")
    assert diagnosis == Diagnosis(
        (Ailment("requests", ailment.failed, (Group(1, (repair,)),)),), ("proactive_disclosure",)
    )
    assert (str(repair), list(diagnosis.groups[0])) == (repair.reason.en, [repair])
    assert repr(diagnosis) == "<Diagnosis: requests with 2 sums that fail, 1 smallest repair>"


def test_where_all_agrees_there_is_nothing_but_that_table_two_has_no_sums() -> None:
    """A clean report has no ailment; a report without tables has nothing to say at all."""
    assert gd.diagnose(build_report()) == Diagnosis((), ("proactive_disclosure",))
    assert gd.diagnose(gd.AnnualReport()) == Diagnosis((), ())
    assert repr(gd.diagnose(build_report())) == "<Diagnosis: all sums agree>"


def test_what_is_no_report_is_refused() -> None:
    """Neither a report nor a reading."""
    with pytest.raises(TypeError, match="report must be an AnnualReport or a Reading, got str"):
        gd.diagnose("a.docx")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("printed", "proposed", "kind"),
    [
        (21, 12, Kind.DIGITS_EXCHANGED),
        (1, 12, Kind.DIGIT_DROPPED),
        (122, 12, Kind.DIGIT_DOUBLED),
        (13, 12, Kind.FIGURE),
        (0, 3, Kind.FIGURE),
        (None, 3, Kind.BLANK),
    ],
)
def test_a_slip_of_the_pen_has_its_name(printed: int | None, proposed: int, kind: Kind) -> None:
    """Digits exchanged, dropped or doubled; any other figure; a blank."""
    assert kind_of(printed, proposed) == kind


def test_a_slash_is_a_nought_that_can_be_wrong() -> None:
    """A slash where a figure belongs: it is no slip of digits."""
    assert told(diagnosed_first({f"{PERSON}.outcomes.refused.deliberative_process": NA})) == [
        (Kind.FIGURE, {f"{PERSON}.outcomes.refused.deliberative_process": 1})
    ]


def test_neighbours_exchanged_are_one_slip() -> None:
    """Beside each other, two columns fail; below each other two rows, and their totals can be what was exchanged."""
    beside: dict[str, CellValue] = {f"{PERSON}.{GRANTED}": 0, f"{FIRM}.{GRANTED}": 11}
    refused = f"{PERSON}.outcomes.partially_granted"
    below: dict[str, CellValue] = {f"{PERSON}.{GRANTED}": 0, refused: 11}

    (one,) = diagnosed_first(beside)

    assert told((one,)) == [(Kind.CELLS_EXCHANGED, {f"{PERSON}.{GRANTED}": 11, f"{FIRM}.{GRANTED}": 0})]
    assert told(diagnosed_first(below)) == [
        (Kind.CELLS_EXCHANGED, {f"{PERSON}.{GRANTED}": 11, refused: 0}),
        (Kind.CELLS_EXCHANGED, {f"{SUM}.{GRANTED}": 0, f"{SUM}.outcomes.partially_granted": 11}),
    ]
    assert (one.size, one.reason) == (
        1,
        Message(
            "把「自然人」列「（一）予以公开」的 0 与「商业企业」列「（一）予以公开」的 11 对调，两处同时相符。",
            f"exchange {PERSON}.{GRANTED} (0) and {FIRM}.{GRANTED} (11), and both sums agree",
        ),
    )


def row(figures: list[CellValue]) -> dict[str, CellValue]:
    """Put figures into the row 予以公开, and the totals of a report in which 9 more were granted to firms in all."""
    columns = [path for path in cell_paths(gd.Requests) if path.endswith(GRANTED)]
    return {f"requests.{path}": figure for path, figure in zip(columns, figures, strict=True)}


def granted() -> dict[str, CellValue]:
    """Give the cells of a report that adds up: 11 granted to persons, 4, 0, 5, 0, 3 to the five kinds of firms."""
    cells: dict[str, CellValue] = row([11, 4, 0, 5, 0, 3, 23])
    columns = [path.removesuffix(f".{GRANTED}") for path in cells]
    for column, more in zip(columns, (11, 4, 0, 5, 0, 3, 23), strict=True):
        refused = 1 if column in {PERSON, SUM} else 0
        cells |= {f"{column}.newly_received": more + refused, f"{column}.outcomes.total": more + refused}
    return cells


def test_the_report_of_the_slips_adds_up() -> None:
    """What is disturbed below is right."""
    assert gd.diagnose(build_report(cells=granted())).ailments == ()


@pytest.mark.parametrize(
    ("printed", "changed"),
    [
        ([0, 11, 4, 0, 5, 0, 3], 7),
        ([4, 0, 5, 0, 3, 23, 0], 7),
        ([0, 11, 4, 0, 5, 0, 23], 6),
        ([4, 0, 5, 0, 3, 0, 23], 6),
        ([4, 0, 5, 0, 3, 11, 23], 6),
    ],
    ids=["right", "left", "right but for the total", "left but for the total", "round"],
)
def test_a_row_slid_by_a_column_is_one_slip(printed: list[int], changed: int) -> None:
    """What fell off at the edge is what the row lacks; the figures that it had are all told."""
    (repair,) = diagnosed_first(granted() | row([*printed]))

    truth = row([11, 4, 0, 5, 0, 3, 23])
    assert (repair.size, repair.kind, len(repair.cells)) == (1, Kind.ROW_SLID, changed)
    assert {path: repair.cells.get(path, truth[path]) for path in truth} == truth


def test_a_slide_is_said_by_its_first_and_last_cell() -> None:
    """With the figures in their order."""
    (repair,) = diagnosed_first(granted() | row([0, 11, 4, 0, 5, 0, 23]))

    assert repair.reason == Message(
        "「自然人」列「（一）予以公开」至「法人或其他组织 / 其他」列「（一）予以公开」的数字错了一列，"
        "依次改为 11、4、0、5、0、3，七处同时相符。",
        f"the figures from {PERSON}.{GRANTED} to requests.legal_person.other.{GRANTED} are a column off: "
        "put 11, 4, 0, 5, 0, 3 there, and all seven sums agree",
    )


def test_a_total_that_follows_its_parts_is_left_out_of_a_slide() -> None:
    """The total of the row is blank: the six figures are put back, and it follows."""
    nobody = {f"{PERSON}.newly_received": 1, f"{PERSON}.outcomes.total": 1}
    whole = {f"{SUM}.newly_received": 13, f"{SUM}.outcomes.total": 13}
    for printed in ([4, 0, 5, 0, 3, 0, None], [4, 0, 5, 0, 3, 12, None]):
        (repair,) = diagnosed_first(granted() | nobody | whole | row([*printed]))

        truth = row([0, 4, 0, 5, 0, 3, 12])
        assert repair.kind is Kind.ROW_SLID
        assert dict(repair.cells) == {path: truth[path] for path in repair.cells}
        assert f"{SUM}.{GRANTED}" not in repair.cells


def test_a_split_number_that_pushes_the_row_on_is_one_slip() -> None:
    """1 and 1 for 11: what stands behind has gone a column to the right, and the total fell off."""
    (repair,) = diagnosed_first(granted() | row([1, 1, 4, 0, 5, 0, 3]))

    truth = row([11, 4, 0, 5, 0, 3, 23])
    assert (repair.kind, dict(repair.cells)) == (Kind.NUMBER_SPLIT, truth)
    assert repair.reason == Message(
        "「自然人」列「（一）予以公开」的 1 与「商业企业」列「（一）予以公开」的 1 原是一个数，"
        "合为「自然人」列「（一）予以公开」的 11，八处同时相符。",
        f"{PERSON}.{GRANTED} (1) and {FIRM}.{GRANTED} (1) are one number: put 11 into {PERSON}.{GRANTED}, "
        "and all eight sums agree",
    )


def test_a_split_number_beside_a_nought_is_one_slip() -> None:
    """1 and 1 for 11 and 0, in the first cell or in the second one."""
    (repair,) = diagnosed_first({f"{PERSON}.{GRANTED}": 1, f"{FIRM}.{GRANTED}": 1})

    assert told((repair,)) == [(Kind.NUMBER_SPLIT, {f"{PERSON}.{GRANTED}": 11, f"{FIRM}.{GRANTED}": 0})]


def test_two_wrong_cells_are_the_second_size() -> None:
    """Both are named, and each heals nothing alone."""
    (ailment,) = gd.diagnose(
        build_report(cells={f"{PERSON}.carried_over": 3, f"{SUM}.outcomes.refused.state_secret": 2})
    ).ailments

    assert [(group.size, len(group)) for group in ailment.groups] == [(2, 1)]
    assert told(ailment.first) == [
        (Kind.FIGURES, {f"{PERSON}.carried_over": 0, f"{SUM}.outcomes.refused.state_secret": 0})
    ]
    assert ailment.first[0].reason == Message(
        "把「自然人」列「二、上年结转政府信息公开申请数量」改为 0，"
        "把「总计」列「1.属于国家秘密」改为 0，四处同时相符。",
        f"change {PERSON}.carried_over to 0 and {SUM}.outcomes.refused.state_secret to 0, and all four sums agree",
    )


def test_pairs_in_which_each_figure_can_be_a_slip_of_the_pen_come_first() -> None:
    """Of two columns whose blank totals follow, 21 for 12 stands in one, and 3 for 13 in the other."""
    columns = (PERSON, FIRM)
    cells: dict[str, CellValue] = {
        cell.path: None for cell in gd.cells(build_report()) if cell.path.startswith((f"{SUM}.", *columns))
    }
    for column, printed in zip(columns, (21, 3), strict=True):
        right = {21: 12, 3: 13}[printed]
        cells |= {f"{column}.newly_received": right + 40, f"{column}.outcomes.refused.state_secret": 40}
        cells |= {f"{column}.outcomes.partially_granted": printed}

    repairs = diagnosed_first(cells)

    assert len(repairs) == 4 * 23  # Two figures more or two less, and one less or twenty-two more.
    assert dict(repairs[0].cells) == {
        f"{column}.outcomes.partially_granted": right for column, right in zip(columns, (12, 13), strict=True)
    }


def test_three_wrong_cells_are_beyond_it() -> None:
    """No change of two cells heals, and none is made up."""
    far: dict[str, CellValue] = {
        f"{PERSON}.carried_over": 3,
        f"{FIRM}.{GRANTED}": 20,
        f"{SUM}.outcomes.refused.state_secret": 2,
    }

    assert diagnosed_first(far) == ()


def test_blank_totals_follow_their_parts() -> None:
    """With the totals of the row and of the column blank, any outcome of the column can be it; blanks are filled in."""
    cells: dict[str, CellValue] = {
        f"{SUM}.{GRANTED}": None,
        f"{SUM}.outcomes.total": None,
        f"{SUM}.newly_received": None,
    }
    cells |= {f"{PERSON}.outcomes.total": None, f"{PERSON}.newly_received": 13, f"{PERSON}.{GRANTED}": 11}

    repairs = diagnosed_first(cells)

    assert told(repairs)[:2] == [
        (Kind.FIGURE, {f"{PERSON}.newly_received": 12}),
        (Kind.FIGURE, {f"{PERSON}.{GRANTED}": 12}),
    ]


def test_a_blank_is_filled_in() -> None:
    """A nought that was left blank, but is none: it is the one cell, and is called blank."""
    cell = f"{FIRM}.outcomes.refused.state_secret"
    totals: dict[str, CellValue] = {f"{FIRM}.outcomes.total": 2, f"{FIRM}.newly_received": 2}
    totals |= {f"{SUM}.outcomes.refused.state_secret": 2, f"{SUM}.outcomes.total": 14, f"{SUM}.newly_received": 14}

    (repair,) = diagnosed_first({**totals, cell: None})

    assert told((repair,)) == [(Kind.BLANK, {cell: 2})]
    assert repair.reason == Message(
        "把空白的「商业企业」列「1.属于国家秘密」填为 2，两处同时相符。",
        f"put 2 into {cell} (blank), and both sums agree",
    )


def test_two_cells_one_of_which_is_blank() -> None:
    """In English, each has its own verb."""
    blank, wrong = f"{FIRM}.outcomes.refused.state_secret", f"{SUM}.newly_received"
    totals = {f"{SUM}.outcomes.refused.state_secret": 2, f"{SUM}.outcomes.total": 14}
    (repair,) = diagnosed_first({blank: None, **totals, f"{FIRM}.newly_received": 2, f"{FIRM}.outcomes.total": 2})

    assert (repair.size, dict(repair.cells)) == (2, {blank: 2, wrong: 14})
    assert repair.reason.en.startswith(f"put 2 into {blank} (blank) and change {wrong} to 14, and all ")


def test_cells_of_one_effect_are_less_together() -> None:
    """Totals blank, each of two outcomes too small to make up for it alone: only both together can be told."""
    cells: dict[str, CellValue] = {f"{SUM}.{name}": None for name in (GRANTED, "outcomes.total", "newly_received")}
    one, other = f"{PERSON}.outcomes.refused.state_secret", f"{PERSON}.{GRANTED}"
    cells |= {f"{SUM}.outcomes.refused.state_secret": None, f"{SUM}.outcomes.refused.deliberative_process": 0}
    cells |= {f"{PERSON}.outcomes.refused.deliberative_process": 0, f"{PERSON}.outcomes.total": 1, one: 4, other: 3}
    cells |= {f"{PERSON}.newly_received": 1}

    pairs = [each for each in diagnosed_first(cells) if each.kind is Kind.TOGETHER]

    assert told(tuple(pairs)) == [(Kind.TOGETHER, {other: Range(0, 1), one: Range(0, 1)})]
    assert pairs[0].reason.zh.startswith("把「自然人」列「（一）予以公开」与「自然人」列「1.属于国家秘密」合计减少 6，")
    assert pairs[0].reason.en.startswith(f"take 6 off {other} and {one} together, and ")


def test_cells_of_one_effect_that_leave_nothing_open_are_two_figures() -> None:
    """Both have to be nought, so that each is told."""
    cells: dict[str, CellValue] = {f"{SUM}.{name}": None for name in (GRANTED, "outcomes.total", "newly_received")}
    one, other = f"{PERSON}.outcomes.refused.state_secret", f"{PERSON}.{GRANTED}"
    cells |= {f"{SUM}.outcomes.refused.state_secret": None, f"{SUM}.outcomes.refused.deliberative_process": 0}
    cells |= {f"{PERSON}.outcomes.refused.deliberative_process": 0, f"{PERSON}.outcomes.total": 0, one: 4, other: 3}
    cells |= {f"{PERSON}.newly_received": 0}

    pairs = told(diagnosed_first(cells))

    assert (Kind.FIGURES, {other: 0, one: 0}) in pairs
    assert Kind.TOGETHER not in {kind for kind, _ in pairs}


def test_cells_that_the_reading_is_not_sure_of_cost_nothing() -> None:
    """They alone explain it: that is the smallest repair, and there is no other."""
    cell = f"{PERSON}.{GRANTED}"

    (repair,) = diagnosed_first({cell: None}, (cell,))

    assert (repair.size, repair.kind, dict(repair.cells), dict(repair.noted)) == (0, Kind.NOTED, {}, {cell: 11})
    assert repair.reason == Message(
        "读取存疑的「自然人」列「（一）予以公开」若为 11，两处同时相符。",
        f"if {cell}, which is in doubt, is 11, both sums agree",
    )


@pytest.mark.parametrize(
    ("noted", "zh", "en"),
    [
        (
            [f"{FIRM}.newly_received"],
            "（前提是读取存疑的「商业企业」列「一、本年新收政府信息公开申请数量」为 0）",
            f" (if {FIRM}.newly_received, which is in doubt, is 0)",
        ),
        (
            [f"{FIRM}.newly_received", f"{SUM}.carried_forward"],
            (
                "（前提是读取存疑的两格中，「商业企业」列「一、本年新收政府信息公开申请数量」为 0，"
                "「总计」列「四、结转下年度继续办理」为 0）"
            ),
            f" (if, of the cells in doubt, {FIRM}.newly_received is 0 and {SUM}.carried_forward is 0)",
        ),
        (
            [f"{FIRM}.{name}" for name in ("newly_received", "carried_over", "outcomes.total", "carried_forward")],
            "（前提是读取存疑的 4 格有相应的数）",
            " (if the 4 cells in doubt allow it)",
        ),
    ],
)
def test_a_repair_names_the_cells_in_doubt_that_it_rests_on(noted: list[str], zh: str, en: str) -> None:
    """With what they have to hold; of more than three, their number."""
    (repair,) = diagnosed_first({f"{SUM}.{GRANTED}": 12}, tuple(noted))

    assert list(repair.noted) == noted
    assert repair.reason == Message(
        f"把「总计」列「（一）予以公开」改为 11{zh}，两处同时相符。",
        f"change {SUM}.{GRANTED} to 11{en}, and both sums agree",
    )


@pytest.mark.parametrize(
    ("cells", "noted", "zh", "en"),
    [
        (
            {"a": Range(3, 4)},
            {"b": Range(0, 1)},
            "把甲改为 3 或 4（具体以读取存疑的乙为准）",
            "change a to 3 or 4 (depending on b, which is in doubt)",
        ),
        (
            {"a": Range(0, 9)},
            {"b": 1, "c": Range(0, 9)},
            "把甲改为 0 至 9 之间的数（具体以读取存疑的乙、丙为准）",
            "change a to a figure from 0 to 9 (depending on b and c, which are in doubt)",
        ),
        (
            {"a": Range(2, None)},
            dict.fromkeys("bcde", Range(0, None)),
            "把甲改为不小于 2 的数（具体以读取存疑的 4 格为准）",
            "change a to a figure of 2 or more (depending on the 4 cells in doubt)",
        ),
        (
            {"a": 2},
            {"b": Range(0, None)},
            "把甲改为 2（前提是读取存疑的乙为不小于 0 的数）",
            "change a to 2 (if b, which is in doubt, is a figure of 0 or more)",
        ),
        (
            {"a": 2},
            dict.fromkeys("bcd", 0),
            "把甲改为 2（前提是读取存疑的三格中，乙为 0，丙为 0，丁为 0）",
            "change a to 2 (if, of the cells in doubt, b is 0, c is 0 and d is 0)",
        ),
    ],
)
def test_what_is_left_open_by_cells_in_doubt_is_said_to_depend_on_them(
    cells: dict[str, int | Range], noted: dict[str, int | Range], zh: str, en: str
) -> None:
    """Where it is not, they are what the repair rests on."""
    wording = Wording(dict(zip("abcde", "甲乙丙丁戊", strict=True)).__getitem__, {"a": "1"}, 12)

    said = wording.sentence(wording.put(cells), cells, noted)

    assert said == Message(f"{zh}，12 处同时相符。", f"{en}, and all 12 sums agree")


def test_cells_in_doubt_that_can_be_several_things_have_a_range() -> None:
    """Two rows of two columns are in doubt: each cell has a range; of more cells than three, none is named."""
    rows = (GRANTED, "outcomes.partially_granted")
    noted = tuple(f"{column}.{name}" for name in rows for column in (PERSON, FIRM))
    cells: dict[str, CellValue] = {f"{PERSON}.{GRANTED}": None, f"{SUM}.outcomes.partially_granted": 3}
    cells |= {f"{SUM}.{GRANTED}": 9, f"{SUM}.outcomes.total": 13, f"{SUM}.newly_received": 13}
    cells |= {f"{FIRM}.outcomes.total": 1, f"{FIRM}.newly_received": 1}

    (repair,) = diagnosed_first(cells, noted)

    assert dict(repair.noted) == {
        f"{PERSON}.{GRANTED}": Range(8, 9),
        f"{PERSON}.outcomes.partially_granted": Range(2, 3),
        f"{FIRM}.{GRANTED}": Range(0, 1),
        f"{FIRM}.outcomes.partially_granted": Range(0, 1),
    }
    assert repair.reason == Message(
        "读取存疑的 4 格可能就是原因，请对照原件核对。",
        "the 4 cells in doubt can be the reason: compare them with the source",
    )


def test_what_the_cells_in_doubt_leave_open_of_another_is_a_range() -> None:
    """One cell is wrong, but what it should be depends on one in doubt: it can be anything from some figure on."""
    doubt = f"{BLOCK}.upheld"

    repairs = diagnosed_first({f"{BLOCK}.total": 0, f"{BLOCK}.corrected": 3}, (doubt,))

    assert told(repairs) == [
        (Kind.FIGURE, {f"{BLOCK}.corrected": 0}),
        (Kind.FIGURE, {f"{BLOCK}.total": Range(3, None)}),
    ]
    assert repairs[1].reason == Message(
        "把「行政复议」栏「总计」改为不小于 3 的数（具体以读取存疑的「行政复议」栏「结果维持」为准），即相符。",
        f"change {BLOCK}.total to a figure of 3 or more (depending on {doubt}, which is in doubt), and the sum agrees",
    )
    assert repairs[1].to_json() == {
        "size": 1,
        "kind": "figure",
        "cells": {f"{BLOCK}.total": {"low": 3, "high": None}},
        "noted": {doubt: {"low": 0, "high": None}},
        "heals": [{"code": "T4-SUM", "path": f"{BLOCK}.total"}],
        "reason": {"zh": repairs[1].reason.zh, "en": repairs[1].reason.en},
    }


def test_a_blank_of_which_only_the_least_is_known() -> None:
    """It is blank, and has a range."""
    cells: dict[str, CellValue] = {
        f"{BLOCK}.total": None,
        **{f"{BLOCK}.{name}": None for name in ("upheld", "pending")},
    }
    table = build_report(cells={**cells, f"{BLOCK}.corrected": None, f"{BLOCK}.other": None}).review_and_litigation
    assert table is not None
    table.reconsideration.upheld = None
    table.reconsideration.total = 2

    repairs = diagnosed_first({**cells, f"{BLOCK}.total": 2, f"{BLOCK}.corrected": None}, ())

    assert {repair.kind for repair in repairs} == {Kind.BLANK, Kind.FIGURE}


def test_a_block_of_table_four_has_repairs_of_one_cell_only() -> None:
    """Five equals, in the order of the form; each block is an ailment of its own."""
    direct = "review_and_litigation.litigation.direct"
    diagnosis = gd.diagnose(build_report(cells={f"{BLOCK}.upheld": 9, f"{BLOCK}.total": 4, f"{direct}.total": 2}))

    assert [(ailment.section, len(ailment.groups), len(ailment.first)) for ailment in diagnosis.ailments] == [
        ("review_and_litigation", 1, 2),
        ("review_and_litigation", 1, 5),
    ]
    assert told(diagnosis.ailments[0].first) == [
        (Kind.FIGURE, {f"{BLOCK}.upheld": 4}),
        (Kind.FIGURE, {f"{BLOCK}.total": 9}),
    ]
    assert [(group.size, len(group)) for group in diagnosis.groups] == [(1, 7)]


def test_a_figure_that_no_cell_can_hold_is_no_repair() -> None:
    """A sum of more than 18 digits cannot be the total."""
    most = 10**18 - 1
    repairs = diagnosed_first({f"{BLOCK}.upheld": most, f"{BLOCK}.pending": most, f"{BLOCK}.total": 0})

    assert repairs == ()


def test_a_diagnosis_is_json() -> None:
    """What fails, by code and first cell, and what heals it."""
    diagnosis = gd.diagnose(build_report(cells={f"{SUM}.{GRANTED}": 12}))

    (repair,) = diagnosis.ailments[0].first
    heals = [{"code": healed.code, "path": healed.paths[0]} for healed in repair.heals]
    assert diagnosis.to_json() == {
        "ailments": [{"section": "requests", "failed": heals, "groups": [{"size": 1, "repairs": [repair.to_json()]}]}],
        "silent": ["proactive_disclosure"],
    }
    assert len(diagnosis.groups[0]) == 1


def test_a_healed_identity_is_named_as_its_finding_is() -> None:
    """By its code, and its cells in the same order."""
    report = build_report(cells={f"{SUM}.{GRANTED}": 12})

    findings = gd.check(report, select="T3")

    (repair,) = gd.diagnose(report).ailments[0].first
    assert set(repair.heals) == {Healed(finding.code, finding.paths) for finding in findings}


def test_findings_share_the_one_repair_that_heals_them() -> None:
    """In their details, and at the end of their messages."""
    findings = gd.check(build_report(cells={f"{SUM}.{GRANTED}": 12}), select="T3")

    (repair,) = gd.diagnose(build_report(cells={f"{SUM}.{GRANTED}": 12})).ailments[0].first
    assert [finding.details["repair"] for finding in findings] == [repair.to_json()] * 2
    assert all(finding.message.zh.endswith(repair.reason.zh) for finding in findings)
    assert all(finding.message.en.endswith(repair.reason.en) for finding in findings)


@pytest.mark.parametrize(
    ("cells", "repairs", "zh", "en"),
    [
        (
            {f"{BLOCK}.total": 3},
            5,
            "有 5 格都可能是错处，改正其中任何一格即相符。",
            "; any of 5 cells could explain it",
        ),
        (
            {f"{PERSON}.carried_over": 3, f"{FIRM}.{GRANTED}": 20, f"{SUM}.outcomes.refused.state_secret": 2},
            0,
            "改正任何一格或两格，都不能使各式同时相符。",
            "; no change of one or two cells makes all sums agree",
        ),
        (
            {f"{PERSON}.{GRANTED}": 0, f"{PERSON}.outcomes.partially_granted": 11},
            2,
            "有 2 种改法，采用任何一种即相符。",
            "; any of 2 repairs could explain it",
        ),
        (
            {f"{column}.newly_received": 13 for column in (PERSON, SUM)},
            2,
            "有 2 组两格都可能是错处，改正其中任何一组即相符。",
            "; any of 2 pairs of cells could explain it",
        ),
    ],
)
def test_where_several_could_be_it_their_number_is_said(
    cells: dict[str, CellValue], repairs: int, zh: str, en: str
) -> None:
    """And none is named."""
    errors = gd.check(build_report(cells=cells), select=("T3", "T4")).errors

    assert {finding.details["repairs"] for finding in errors} == {repairs}
    assert all(finding.message.zh.endswith(zh) and finding.message.en.endswith(en) for finding in errors)


def test_a_clean_report_is_not_diagnosed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check of it pays nothing."""

    def refuse(*_: object) -> Diagnosis:
        raise AssertionError

    monkeypatch.setattr(arithmetic, "diagnosed", refuse)

    assert list(gd.check(build_report())) == []


def test_blanks_that_could_make_up_for_it_are_asked_for_alone() -> None:
    """That two stated figures should be others says less than the blanks do, and is not said."""
    report = gd.AnnualReport.blank(agency="示例县人民政府", year=2021)
    gd.put(report, f"{PERSON}.newly_received", 3)
    gd.put(report, f"{PERSON}.outcomes.total", 1)

    finding = gd.check(report, select="T3-BALANCE")[0]

    assert (finding.severity, finding.details["repairs"]) == ("warning", 1)
    assert finding.message.zh.endswith("空白的「自然人」列「四、结转下年度继续办理」应填 2，请核对并补填。")


def test_equations_are_solved_exactly() -> None:
    """Also where a figure is no whole number: then it is a fraction, and no repair."""
    half = Tableau([3]).with_figures([(0, {0: 2}, 0)])

    assert (half.blocks(), half.solution()) == ([], {0: Fraction(3, 2)})


@define(kw_only=True, repr=False)
class Doubled(CellGroup):
    """A block whose total sums one cell twice."""

    part: Count = count("项")
    total: Count = total("总计", of=(part, part), identity="DOUBLED")


@define(kw_only=True, repr=False)
class DoubledTable(Table):
    """A table of one such block."""

    section: ClassVar[str] = "review_and_litigation"
    shape: ClassVar[Shape] = Shape.ROW

    only: Doubled = block("栏", Doubled)


def test_a_repair_is_of_whole_numbers() -> None:
    """Twice a cell is 3: the total can be another, the part cannot."""
    table = DoubledTable()
    table.only.part, table.only.total = 1, 3

    (ailment,) = diagnosed(gd.AnnualReport(), Figures((TableFigures("review_and_litigation", table),)), ()).ailments

    assert told(ailment.first) == [(Kind.FIGURE, {"review_and_litigation.only.total": 2})]


def test_the_check_of_a_repair_refuses_what_does_not_heal() -> None:
    """A figure below nought, or a sum that still fails."""
    values = [1, 0, 0, 0, 3] + [0] * 10

    assert holds(gd.ReviewAndLitigation, values, {}, {0: 3}, {0})
    assert not holds(gd.ReviewAndLitigation, values, {}, {0: 2}, {0})
    assert not holds(gd.ReviewAndLitigation, values, {}, {0: -1, 1: 4}, {0})

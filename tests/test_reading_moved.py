"""Heads of columns that are not those of the form, or stand elsewhere: the columns of which nobody is sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import govdisclosure as gd
from govdisclosure.reading.tables.column_heads import columns_of_heads, moved_columns, says_contrary
from govdisclosure.reading.tables.grids import rows_of_grid
from govdisclosure.reading.tables.lines import GridLine, Line
from govdisclosure.reading.tables.rows import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

NATURAL, COMPANIES, SCIENCE, WELFARE, LAW, OTHER, TOTAL = (
    "自然人",
    "商业企业",
    "科研机构",
    "社会公益组织",
    "法律服务机构",
    "其他",
    "总计",
)
HEADS = (NATURAL, COMPANIES, SCIENCE, WELFARE, LAW, OTHER, TOTAL)
RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
ALL = range(7)


def full(count: int = 7, columns: tuple[int, ...] = ()) -> Row:
    """Give a row with so many figures."""
    return Row(0, "一、本年新收政府信息公开申请数量", None, ["3"] * count, columns=columns)


def in_text(*lines: Sequence[str], rows: Sequence[Row]) -> dict[int, str]:
    """Look at heads in lines of text."""
    return moved_columns([Line(tuple(cells), None) for cells in lines], rows, gd.Requests)


def in_grid(*lines: Sequence[str], rows: Sequence[Row]) -> dict[int, str]:
    """Look at heads in a grid, the first of which stands in column 1."""
    grid = [GridLine(tuple(enumerate(cells, 1)), len(cells) + 1, None) for cells in lines]
    return moved_columns(grid, rows, gd.Requests)


def all_with(*heads: str) -> dict[int, str]:
    """Give what is said of all columns."""
    return dict.fromkeys(ALL, " | ".join(heads))


def test_heads_in_another_order_put_all_columns_in_doubt() -> None:
    """总计 | 自然人 | 科研机构, some of them; what stands among them that is no head says nothing."""
    assert in_text((TOTAL, NATURAL, SCIENCE), rows=[full()]) == all_with(TOTAL, NATURAL, SCIENCE)
    assert in_text((TOTAL, "小类", NATURAL, SCIENCE), rows=[full()]) == all_with(TOTAL, NATURAL, SCIENCE)


FEWER = (NATURAL, COMPANIES, SCIENCE, WELFARE, LAW, TOTAL)


def test_one_head_fewer_above_rows_with_fewer_figures_puts_all_in_doubt() -> None:
    """Whatever stands there besides, but for what may be left of it; rows with seven figures have all columns."""
    assert in_text(FEWER, rows=[full(6)]) == all_with(*FEWER)
    assert in_text(FEWER, rows=[full(7)]) == {}
    assert in_text((*FEWER[:2], "※", *FEWER[2:5], "机", TOTAL), rows=[full(6)]) == all_with(*FEWER[:5], "机", TOTAL)
    assert in_text((*FEWER[:5], "机", "机", TOTAL), rows=[full(6)]) == all_with(*FEWER[:5], "机", "机", TOTAL)
    assert in_text((*FEWER[:5], "其", TOTAL), rows=[full(6)]) == {}
    assert in_text((NATURAL, NATURAL, *FEWER[1:]), rows=[full(6)]) == {}


def test_one_column_for_all_legal_persons_puts_all_in_doubt() -> None:
    """自然人 | 法人或其他组织 | 总计; above rows with more figures, heads are lost."""
    heads = (NATURAL, "法人或其他组织", TOTAL)

    assert in_text(heads, rows=[full(3)]) == all_with(*heads)
    assert in_text(heads, rows=[full(3), full(7)]) == {}


def test_heads_that_are_missing_from_table_iv_put_nothing_in_doubt() -> None:
    """备注 beside those that are there, or no results at all: the row has its columns by their number."""
    three = [Line((*RESULTS[:4], *RESULTS[:4], *RESULTS[:4], "备注"), None)]
    none = [Line(("行政复议", "行政诉讼"), None)]

    assert moved_columns(three, [full(12)], gd.ReviewAndLitigation) == {}
    assert moved_columns(none, [full(3)], gd.ReviewAndLitigation) == {}


def test_a_row_of_table_iv_whose_heads_are_blank_has_not_their_cells() -> None:
    """Those of two blank heads are as many as figures that an extractor has dropped: it read 90 for 其他结果."""
    heads = ("结果维持", "结果纠正", "其他结果", "尚未审结", "", "未经复议直接起诉", "复议后起诉", "", "")
    figures = ("22", "48", "90", "87", "247", "69", "68", "0", "12", "149", "45", "20", "109")
    lines = [f"{cell} |" for cell in ("行政复议", "行政诉讼", *heads, *figures)]
    text = "\n".join(["示例局2023年政府信息公开工作年度报告", "四、政府信息公开行政复议、行政诉讼情况", *lines])
    reading = gd.parse(text)
    paths = {f"review_and_litigation.{path}" for path in gd.ReviewAndLitigation.figure_paths()[0]}

    assert paths <= {path for note in reading.notes for path in note.paths}


ROW = tuple(range(1, 8))


def test_a_head_of_a_grid_that_stands_above_another_column_names_that() -> None:
    """By the columns in which figures stand; a blank cell in one row leaves its column to the others."""
    heads = (COMPANIES, NATURAL, *HEADS[2:])
    gap = full(7, (1, -1, *ROW[2:]))

    assert in_grid(heads, rows=[full(7, ROW)]) == {0: COMPANIES, 1: NATURAL}
    assert in_grid(heads, rows=[gap, full(7, ROW)]) == {0: COMPANIES, 1: NATURAL}
    assert in_grid(heads, rows=[full(2, (3, 4)), full(7, ROW)]) == {0: COMPANIES, 1: NATURAL}


def test_where_figures_stand_in_other_columns_in_each_row_the_heads_tell_their_order() -> None:
    """Seven heads that are known, in the order of the form or not."""
    rows = [full(7, ROW), full(7, tuple(range(2, 9)))]

    assert in_grid(HEADS, rows=rows) == {}
    assert in_grid((COMPANIES, NATURAL, *HEADS[2:]), rows=rows) == {0: COMPANIES, 1: NATURAL}


def test_what_is_left_of_a_head_is_no_other_head() -> None:
    """社, of 社会公益组织; and 备注 is one."""
    assert in_grid((*HEADS[:3], "社", *HEADS[4:]), rows=[full(7, ROW)]) == {}
    assert in_grid((*HEADS[:3], "备注", *HEADS[4:]), rows=[full(7, ROW)]) == {3: "备注"}


@pytest.mark.parametrize(
    ("heads", "columns"),
    [
        (HEADS, list(range(1, 8))),
        ((COMPANIES, NATURAL, *HEADS[2:]), []),
        (HEADS[:6], []),
        ((*HEADS, "备注"), list(range(1, 8))),
    ],
)
def test_the_columns_of_the_heads_of_table_iii_are_known_if_all_stand_in_order(
    heads: Sequence[str], columns: list[int]
) -> None:
    """What stands below the label of a row is no head any more."""
    lines = [
        GridLine(tuple(enumerate(heads, 1)), len(heads) + 1, None),
        GridLine(((0, "规章"), (1, TOTAL)), len(heads) + 1, None),
        GridLine(((0, "一、本年新收政府信息公开申请数量"), (1, TOTAL)), len(heads) + 1, None),
    ]

    assert columns_of_heads([lines[0], lines[2]], gd.Requests) == columns
    assert columns_of_heads(lines[:1], gd.ProactiveDisclosure) == []


@pytest.mark.parametrize(
    ("cells", "is_sure"),
    [
        (("行政许可", "3", "4", None, ""), True),
        (("行政许可", "行政许可", "3", "4", ""), False),
        (("行政许可", "行政许可", "", "", "4"), False),
        (("行政许可", "行政许可", "", "", ""), False),
        (("行政许可", "行政许可", "3", "4", "5"), True),
    ],
)
def test_figures_that_a_label_printed_twice_has_moved_are_in_doubt(
    cells: tuple[str | None, ...], *, is_sure: bool
) -> None:
    """行政许可 | 行政许可 | 3 | 4 | |: 3 stands below the second head, and a figure may have been cut off."""
    heads = ("信息内容", "上一年项目数量", "本年增/减", None, "处理决定数量")
    lines = [
        GridLine(
            tuple((column, text) for column, text in enumerate(row) if text is not None),
            len(row),
            None,
            spans={column - 1: 2 for column, text in enumerate(row) if text is None},
        )
        for row in (heads, cells, ("其他对外管理服务事项", "1", "2", None, "3"))
    ]

    licensing, services = rows_of_grid(lines, gd.ProactiveDisclosure2019)

    assert (licensing.is_placed, services.is_placed) == (is_sure, True)


def test_heads_below_the_right_ones_that_stand_in_another_order_have_moved() -> None:
    """What stands right above the figures says what they are."""
    heads = (NATURAL, COMPANIES, SCIENCE, WELFARE, LAW, "其他", TOTAL)
    lower = (*heads[:4], "其他", LAW, TOTAL)

    assert in_grid(heads, lower, rows=[full(columns=ROW)]) == {4: "其他", 5: LAW}


@pytest.mark.parametrize(
    ("head", "contrary"), [("已审结", True), ("审结", False), ("已受理尚未审结", False), ("已立案未审结", False)]
)
def test_a_head_says_the_contrary_only_where_it_says_nothing_of_pending_cases(head: str, *, contrary: bool) -> None:
    """A case may be taken on and not decided."""
    assert says_contrary(head, "尚未审结") is contrary

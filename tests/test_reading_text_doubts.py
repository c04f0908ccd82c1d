"""Rows of text that are in doubt whatever the style of their table: which, and which are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from govdisclosure import ProactiveDisclosure, Requests, ReviewAndLitigation
from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.reading.tables.lines import lines_of
from govdisclosure.reading.tables.rows import UNPLACED, Doubt, Row
from govdisclosure.reading.tables.text_doubts import in_one_style
from govdisclosure.reading.tables.text_rows import rows_of_lines

if TYPE_CHECKING:
    from govdisclosure.model.structure import Table

RULES, DOCUMENTS, LICENSING, PENALTIES, COMPULSION, FEES = range(6)
RECEIVED = "一、本年新收政府信息公开申请数量"


def read(*lines: str, cls: type[Table] = ProactiveDisclosure) -> list[Row]:
    """Give the rows of lines."""
    grid = Grid(tuple(tuple(map(GridCell, line.split("|"))) for line in lines), lines=True)
    return rows_of_lines(lines_of(grid), cls, own=False)


def in_doubt(*lines: str, cls: type[Table] = ProactiveDisclosure) -> list[int | None]:
    """Give the rows of lines whose figures could be those of other cells."""
    return [row.number for row in read(*lines, cls=cls) if row.doubts >= UNPLACED]


@pytest.mark.parametrize(
    ("lines", "doubted"),
    [
        (("行政许可 | 10 |", "24 |"), [LICENSING]),
        # The number of a page has no bar behind it.
        (("行政许可 | 10 |", "24"), []),
        # Where none ends the row above it either, it has but one digit.
        (("行政许可 | 10", "24"), [LICENSING]),
        (("行政许可 | 10", "2"), []),
        (("行政许可 | 10 |", "00"), [LICENSING]),
        (("行政许可 | 10 |", "2.5"), [LICENSING]),
        (("规章 | 3 | 4 | 7 |", "行政规范性文件 | 2 | 1 |  |", "5"), [DOCUMENTS]),
        (("行政规范性文件 | 2 | 1 | 5 |", "5"), []),
        # More than stands above them is no part of it.
        (("行政许可 | 10 |", "1 | 2 | 3 |"), []),
        (("行政许可 | 10 |", "约2 |"), []),
        (("行政许可 | 10 |", "/ |"), []),
        (("行政许可 | 10 |", "-2 |"), []),
        (("备案 | 10 |", "24 |"), []),
        (("规章 | 3 | 4 | 7", "12"), [RULES]),
        # Between two rows of which one is missing, they are those of that row.
        (("行政许可 | 10 |", "24 |", "行政强制 | 2 |"), []),
    ],
)
def test_a_figure_can_go_on_in_digits_below_it(lines: tuple[str, ...], doubted: list[int]) -> None:
    """Unless they are the number of a page."""
    assert in_doubt(*lines) == doubted


@pytest.mark.parametrize(
    ("total", "below", "doubted"),
    [("44", "12", []), ("4", "4", [0]), ("44 |", "4", []), ("4 |", "4", [0]), ("45", "12", [0])],
)
def test_the_total_of_a_row_tells_whether_it_goes_on_below(total: str, below: str, doubted: list[int]) -> None:
    """In table III: where it is the sum of the others as it is, or with the digits below it."""
    assert in_doubt(f"{RECEIVED} | 33 | 7 | 0 | 1 | 0 | 3 | {total}", below, cls=Requests) == doubted


def test_rows_of_which_the_last_cells_count_up_can_hold_the_numbers_of_the_next_ones() -> None:
    """A cell a line: the number of a row stands before its label."""
    numbered = ("规章", "3", "1", "2", "行政规范性文件", "1", "2", "3")
    others = ("行政许可", "4", "行政处罚", "5", "行政强制", "6", "行政事业性收费", "7")

    assert in_doubt(*numbered, *others) == [RULES, DOCUMENTS, LICENSING, PENALTIES, COMPULSION, FEES]
    assert in_doubt(*numbered, *others[:3], *("9", "行政强制", "9", "行政事业性收费", "9")) == []


def test_figures_that_count_up_with_others_between_them_are_no_numbers_of_rows() -> None:
    """2 and 3 are those of the first row and the third; between them stands 9件."""
    labels = ("1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益")
    further = (
        "5.属于三类内部事务信息",
        "6.属于四类过程性信息",
        "7.属于行政执法案卷",
        "8.属于行政查询事项",
        "（七）总计",
    )
    totals = zip((*labels, *further), ("2", "9件", "3", "9件", "4", "9件", "5", "9件", "6"), strict=True)

    assert in_doubt(*(f"{label} | 0 | 0 | 0 | 0 | 0 | 0 | {total} |" for label, total in totals), cls=Requests) == []


def test_the_first_row_of_a_group_with_sums_has_its_own_figures_if_they_stand_below_its_label() -> None:
    """A cell a line, without bars: those above it are the sums."""
    refused = ("（三）不予公开", *"3100004")
    rows = ("1.属于国家秘密", *"1000001", "2.其他法律行政法规禁止公开", *"0000000")

    assert in_doubt(*refused, *rows, cls=Requests) == []


def test_heads_below_rows_are_those_of_further_columns() -> None:
    """Where a row has nothing behind its label; one with a blank cell has its column."""
    below = ("行政事业性收费 | 6 |", "本年处理决定数量 | 4 |")

    assert in_doubt("行政强制 |", *below) == [COMPULSION, FEES, None]
    assert in_doubt("行政强制 | |", *below) == []


def test_heads_below_a_blank_line_of_table_iv_are_its_own() -> None:
    """They stand in several lines."""
    for blank in ("||||", " "):
        heads = ("行政复议 | 行政诉讼 |", blank, "结果维持 | 结果纠正 | 其他结果 |")

        assert in_doubt(*heads, cls=ReviewAndLitigation) == []


def test_a_label_on_the_line_of_another_takes_no_figure_from_it() -> None:
    """Only digits that stand on it can be those of the row before."""
    assert in_doubt("行政许可 | 行政处罚 | 1 |", "行政强制 | 2 |") == []
    assert in_doubt("行政许可 | 1行政处罚 | 1 |", "行政强制 | 2 |") == [LICENSING]


@pytest.mark.parametrize(
    ("printed", "last"),
    [
        ("— | — 2.重复申请", "—"),
        ("— | —2.重复申请", "—"),
        ("— | 无 2.重复申请", "无"),
        ("— | N/A 2.重复申请", "N/A"),
        ("— | 无正当理由大量反复申请", None),
        ("— | 备案 2.重复申请", None),
    ],
)
def test_a_stroke_before_the_label_below_is_the_last_figure_of_a_row(printed: str, last: str | None) -> None:
    """With a blank between them or right on it; a label can begin like one."""
    line = f"1.信访举报投诉类申请 | — | — | — | — | — | {printed} | 2 | 0 | 0 | 0 | 0 | 0 | 2 |"
    row = read(line, cls=Requests)[0]

    assert row.cells[6:] == ([] if last is None else [last])


@pytest.mark.parametrize(
    ("lines", "is_number"),
    [
        (("行政许可|10|", "4|/|8"), True),
        (("行政许可 | 10 |", "4 | / | 8"), False),
        (("行政许可|10|", "备案|4|/|8"), False),
    ],
)
def test_the_number_of_a_page_stands_between_no_bars_and_behind_no_words(
    lines: tuple[str, ...], *, is_number: bool
) -> None:
    """Cells that blanks alone part have none around them."""
    assert [row.is_page_number for row in read(*lines)] == [False, is_number]


def test_a_digit_on_the_last_head_of_table_iv_can_be_of_its_row() -> None:
    """It is its first cell, which nobody can read; where the row lacks none, it is a cell too many."""
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    heads = ("行政复议 | 行政诉讼 |", " | ".join([*results, "未经复议直接起诉", "复议后起诉", ""]))
    lowest, figures = " | ".join(results * 2), " | ".join("01" * 7)

    (lacking,) = read(*heads, f"{lowest}0 | {figures} |", cls=ReviewAndLitigation)
    (whole,) = read(*heads, f"{lowest}0 | {figures} | 5 |", cls=ReviewAndLitigation)

    assert (lacking.cells[0], lacking.doubts) == ("总计0", set())
    assert (whole.cells[0], whole.doubts) == ("总计0", {Doubt.PLACES})


def test_figures_on_the_line_of_a_label_are_no_less_sure_than_those_below() -> None:
    """Of table IV, what stands on the line of its last head may be one cell with it."""
    assert in_doubt("规章 | 3 |", "4 |", "5 |", "行政规范性文件 |", "1 |", "2 |", "6 |", "行政许可 |", "7 |") == []


def test_words_between_rows_that_are_none_of_the_form_are_of_no_row() -> None:
    """They are rows of the office's own."""
    lines = ("本地文件", "4", "其他文件", "5", "规章", "1", "2", "3", "行政规范性文件", "1", "7", "9", "行政许可", "6")

    assert [row.others for row in read(*lines)] == [set()] * 5


def test_digits_on_the_label_below_are_of_no_row_that_has_all_its_figures() -> None:
    """Nor of one that the form has not."""
    assert in_doubt("规章 | 1 | 2 | 3 | 4行政处罚 | 1 |", "行政强制 | 2 |") == []
    assert in_doubt("规章 | 1 | 2 | 4行政处罚 | 1 |", "行政强制 | 2 |") == [RULES]
    assert in_doubt("备案 | 1 | 4行政处罚 | 1 |", "行政强制 | 2 |") == []


def test_where_a_row_is_filled_up_rows_whose_labels_stand_in_the_first_column_are_in_doubt() -> None:
    """In a table with a cell for each column, their blanks can be of either kind; full and blank rows are sure."""

    def table(lost: Row) -> list[Row]:
        rows = [Row(0, RECEIVED, None, ["1", "", "", "", "", "", "1"]), Row(3, "（二）部分公开", None, ["1", "", "1"])]
        return in_one_style([*rows, Row(1, "二、", None, ["1"] * 7), lost], Requests)

    lost = {*UNPLACED}
    assert [row.doubts for row in table(Row(4, "1.属于国家秘密", None, ["3"], lost))] == [
        {Doubt.PLACES},
        set(),
        set(),
        lost,
    ]
    assert [row.doubts for row in table(Row(None, "备案", None, ["3"], lost))] == [set(), set(), set(), lost]


def without_places(rows: list[Row]) -> list[int | None]:
    """Give the rows the columns of whose figures are in doubt."""
    return [row.number for row in rows if Doubt.PLACES in row.doubts]


SHORT_ROWS = ("行政许可 | 8", "行政处罚 | 1", "行政强制 | 0", "行政事业性收费 | 0")


@pytest.mark.parametrize(
    ("rows", "doubted"),
    [
        (("| 规章 | 22 | 235 |", "| 行政规范性文件 | 34 | 189 |"), [RULES, DOCUMENTS]),
        (("| 规章 | 22 | 3 | 235 |", "| 行政规范性文件 | 34 | 189 |"), [DOCUMENTS]),
        # A label alone is in doubt whatever its bars.
        (("| 规章 | 22 | 3 | 235 |", "| 行政规范性文件 |"), [DOCUMENTS]),
        # No bar opens the row.
        (("规章 | 22 | 235 |", "行政规范性文件 | 34 | 189 |"), []),
    ],
)
def test_bars_around_a_row_are_no_cells_of_it_where_others_have_none(rows: tuple[str, ...], doubted: list[int]) -> None:
    """A row of Markdown below rows of which no bar opens or closes one: which figure it lacks, nobody knows."""
    assert without_places(read(*SHORT_ROWS, *rows)) == doubted


def test_a_bar_that_opens_all_rows_of_table_ii_leaves_none_in_doubt() -> None:
    """The last bar is a blank cell's there, since the rows above it have none."""
    opened = [f"| {row}" for row in (*SHORT_ROWS, "规章 | 22 | 235 |")]

    assert without_places(read(*opened)) == []


def test_a_bar_before_a_row_of_table_iii_is_the_blank_cell_of_its_group() -> None:
    """（五）不予处理 stands beside the first row of the group alone, and the last cell is blank."""
    full, blank = "1 | 0 | 0 | 0 | 0 | 0 | 1", "1 | 0 | 0 | 0 | 0 | 0 |"
    rows = (f"{RECEIVED} | {full}", f"（五）不予处理 | 1.信访举报投诉类申请 | {full}", f"| 2.重复申请 | {blank}")

    assert without_places(read(*rows, cls=Requests)) == []

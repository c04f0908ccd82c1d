"""Rows of tables with true columns: a label and figures in one cell, rows cut by the end of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.builders import build_report
from support.grids import foreign, no_spans, spans, with_row

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.model.notes import Source
from govdisclosure.reading.recognize import recognize
from govdisclosure.reading.tables.grids import rows_of_grid
from govdisclosure.reading.tables.lines import GridLine, lines_of_grid
from govdisclosure.reading.tables.rows import UNPLACED, Doubt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.model.structure import Table
    from govdisclosure.model.values import CellValue

REPORT = build_report(published=None)
RULES = tuple(f"proactive_disclosure.rules.{name}" for name in ("issued", "repealed", "in_force"))


@pytest.mark.parametrize("glued", ["3", "000", "/"])
@pytest.mark.parametrize("beside", [(), ("", "", ""), ("0", "0", "0")])
def test_figures_glued_to_a_label_are_quoted(glued: str, beside: tuple[str, ...]) -> None:
    """They stand in no column; the other rows are read."""

    def row(cells: tuple[GridCell, ...]) -> tuple[GridCell, ...]:
        return (GridCell(f"{cells[0].text}{glued}"), *map(GridCell, beside))

    blocks = (with_row(block, "规章", row) if isinstance(block, Grid) else block for block in foreign(REPORT, spans))
    reading = recognize(blocks)

    expected = build_report(published=None, cells=dict.fromkeys(RULES))
    raw = " | ".join(["规章", glued, *filter(None, beside)])
    assert reading.report == expected
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [("UNPLACED", RULES, raw)]


def test_figures_at_the_top_of_a_page_need_not_be_of_the_row_above() -> None:
    """A line of numbers without a label, first on its page, is put to the row above, which is in doubt."""
    upper = GridLine(((0, "规章"), (1, "1"), (2, "0"), (3, "2")), 4, Source(page=1))
    lower = GridLine(((0, ""), (1, "7"), (2, ""), (3, "")), 4, Source(page=2), first=True)

    (row,) = rows_of_grid([upper, lower], gd.ProactiveDisclosure)

    assert (row.number, row.cells, row.doubts) == (0, ["1 7", "0", "2"], {*UNPLACED})


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (("1", "2", "5", ""), ("1", "2", "5")),
        (("1", "", "2", "5"), None),
        (("1", "2", "", "5"), None),
        (("", "1", "2", "5"), None),
        (("1", "2", "", "", "5"), None),
    ],
)
def test_a_figure_behind_the_last_head_is_below_none(cells: tuple[str, ...], read: tuple[str, ...] | None) -> None:
    """A row with more cells than there are heads has its figures below them, or in no known column."""

    def row(own: tuple[GridCell, ...]) -> tuple[GridCell, ...]:
        return (own[0], *map(GridCell, cells))

    blocks = (with_row(block, "规章", row) if isinstance(block, Grid) else block for block in foreign(REPORT, no_spans))
    reading = recognize(blocks)

    figures: dict[str, CellValue] = dict(zip(RULES, map(int, read) if read else [None] * 3, strict=True))
    raw = " | ".join(["规章", *filter(None, cells)])
    assert reading.report == build_report(published=None, cells=figures)
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == ([] if read else [("UNPLACED", RULES, raw)])


# Rows of figures by their columns, in small tables.

LICENSING = "行政许可"
MADE, REPEALED, IN_FORCE = "本年制发件数", "本年废止件数", "现行有效件数"
HEADS = ("信息内容", MADE, REPEALED, IN_FORCE)
KINDS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
NEW, CARRIED = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"
RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计") * 3


def line(*cells: str, first: bool = False) -> GridLine:
    """Give a row of a grid with a cell in each column."""
    return GridLine(tuple(enumerate(cells)), len(cells), None, first=first)


def spread(width: int, *cells: tuple[int, str]) -> GridLine:
    """Give a row of a grid with cells in some of its columns."""
    return GridLine(cells, width, None)


def told(
    *lines: GridLine, cls: type[Table] = gd.ProactiveDisclosure
) -> list[tuple[int | None, list[str], list[int], set[Doubt]]]:
    """Read the rows of a grid: which each is, its cells, their columns, and what is in doubt."""
    return [(row.number, row.cells, list(row.columns), row.doubts) for row in rows_of_grid(lines, cls)]


# The end of a page.


@pytest.mark.parametrize("below", ["7", "/", "7件", "0 7", "00"])
def test_numbers_at_the_top_of_a_page_are_not_glued_to_those_above(below: str) -> None:
    """Whether they are figures or digits that are none: what is quoted has a blank between them."""
    lines = (line("规章", "1", "0", "2"), line("", below, "", "", first=True))

    assert told(*lines) == [(0, [f"1 {below}", "0", "2"], [1, 2, 3], {*UNPLACED})]
    halves = (line("规", "1", "0", "2"), line("章", below, "", "", first=True))
    assert told(*halves) == [(0, [f"1 {below}", "0", "2"], [1, 2, 3], set())]


def test_numbers_below_a_row_that_is_none_of_the_form_are_put_to_it() -> None:
    """It has no number, so that there is nothing to place."""
    lines = (line("其他主动公开文件", "1", "", "5"), line("", "7", "", "", first=True))

    assert [(number, cells) for number, cells, _, _ in told(*lines)] == [(None, ["1 7", "5"])]


def test_a_figure_in_a_column_of_its_own_at_the_top_of_a_page_is_no_part_of_the_row_above() -> None:
    """The row above has nothing there that it could go on from."""
    lines = (line(LICENSING, "8"), line("", "", "7", first=True))

    assert [(number, cells) for number, cells, _, _ in told(*lines)] == [(2, ["8"]), (None, ["7"])]


def test_a_whole_row_at_the_top_of_a_page_is_not_the_end_of_one_without_a_label() -> None:
    """Its label is one by itself, and not the second half of one."""
    lines = (line("规章", "1", "0", "2"), line("", "3", "0", "5"), line(LICENSING, "8", "", "", first=True))

    assert [(number, cells) for number, cells, _, _ in told(*lines)] == [
        (0, ["1", "0", "2"]),
        (1, ["3", "0", "5"]),
        (2, ["8"]),
    ]


def test_a_group_whose_label_a_page_cuts_in_two_has_one_row_on_each_side() -> None:
    """（三）不予 | 1.属于国家秘密 on one page, 公开 | 2.其他法律行政法规禁止公开 on the next: two rows of figures."""
    lines = (
        line("（三）不予", "1.属于国家秘密", *"1000001"),
        line("公开", "2.其他法律行政法规禁止公开", *"2000002", first=True),
    )

    assert [(number, cells) for number, cells, _, _ in told(*lines, cls=gd.Requests)] == [
        (4, [*"1000001"]),
        (5, [*"2000002"]),
    ]


def test_numbers_at_the_top_of_a_page_are_none_of_the_heads_above() -> None:
    """They are a row that has lost its label: the one between 信息内容 and 行政规范性文件."""
    lines = (line(*HEADS), line("", "1", "0", "2", first=True), line("行政规范性文件", "3", "0", "5"))

    assert told(*lines) == [(0, ["1", "0", "2"], [1, 2, 3], {Doubt.ORDER}), (1, ["3", "0", "5"], [1, 2, 3], set())]


# The row of table IV.


def test_the_row_of_table_four_has_a_label_only_in_doubt() -> None:
    """What stands before the one row is said with its doubt, as in a text; 总计, its last head, is no label."""
    figures = tuple(map(str, range(15)))
    heads = line("", *RESULTS)

    [row] = rows_of_grid([heads, line("件数合计", *figures)], gd.ReviewAndLitigation)
    assert (row.number, row.label, row.doubts) == (0, "件数合计", {Doubt.ORDER})
    [row, other] = rows_of_grid([heads, line("", *figures), line("上年同期情况", *figures)], gd.ReviewAndLitigation)
    assert [(each.number, each.label) for each in (row, other)] == [(0, ""), (None, "上年同期情况")]


# What spans several columns and is written into each.


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("7", "7", "7"), (2, ["7"], [1], set())),
        (("", " ", "\u3000"), (2, [""], [1], set())),
        (("1", "1", "9"), (2, ["1", "1", "9"], [], {*UNPLACED})),
        (("1", "", "1"), (2, ["1", "1"], [], {*UNPLACED})),
    ],
)
def test_a_figure_that_spans_columns_is_one_if_each_of_them_says_the_same(
    cells: tuple[str, ...], expected: tuple[int, list[str], list[int], set[Doubt]]
) -> None:
    """Blanks of any kind are the same; where cells differ, nobody knows which of them is the figure."""
    captions = [line(*(f"第二十条第（{number}）项",) * 4) for number in "一五"]

    assert told(*captions, line(LICENSING, *cells)) == [expected]


# Columns.


def test_a_row_with_too_few_cells_need_not_end_where_it_does() -> None:
    """One with too many does."""
    assert told(line(*HEADS), line("规章", "1", "2"))[0][3] == {Doubt.PLACES, Doubt.END}
    assert told(line(*HEADS), line("规章", "1", "", "2", "", "5"))[0][3] == {Doubt.PLACES}


def test_columns_of_the_form_are_known_only_in_a_grid_as_wide() -> None:
    """Where one more is filled, a blank cell can be that of any of them."""
    lacking, full = line("规章", "3", "", "5", ""), line("行政规范性文件", "1", "2", "3", "")
    further = line("行政规范性文件", "1", "2", "3", "新")

    assert told(lacking, full)[0] == (0, ["3", "", "5"], [1, -1, 3], set())
    assert told(lacking, further) == [
        (0, ["3", "5"], [], {Doubt.PLACES}),
        (1, ["1", "2", "3", "新"], [], {Doubt.PLACES}),
    ]


def test_heads_tell_no_columns_where_rows_differ_in_width() -> None:
    """Spans are lost, so that 1 | | 2 can stand to the left or right of its heads: it is as long as it should be."""
    assert told(line(*HEADS), spread(5, (2, "规章"), (3, "1"), (4, ""), (5, "2"))) == [
        (0, ["1", "", "2"], [3, 4, 5], set())
    ]
    # The second figure would stand below the third head.
    lines = [spread(8, (0, ""), (1, "自然人"), (7, "总计")), spread(7, *enumerate(KINDS[1:6], 2))]
    row = spread(10, (0, NEW), *enumerate(("3", "", "", "", "", "", "3", ""), 1))
    assert told(*lines, row, cls=gd.Requests) == [(0, ["3", "3"], [], {Doubt.PLACES})]


def test_no_row_is_read_below_the_heads_where_a_figure_stands_before_the_first() -> None:
    """Some row has lost a cell before its figures, and so may others."""
    heads = line("", "", *KINDS)
    sure = line(NEW, "", "3", "", "", "", "", "", "3")
    shifted = line(CARRIED, "1", "", "", "", "", "", "1", "")

    assert told(heads, sure, cls=gd.Requests) == [
        (0, ["3", "", "", "", "", "", "3"], [2, -1, -1, -1, -1, -1, 8], set())
    ]
    assert told(heads, sure, shifted, cls=gd.Requests) == [
        (0, ["3", "3"], [], {Doubt.PLACES}),
        (1, ["1", "1"], [], {Doubt.PLACES}),
    ]


@pytest.mark.parametrize(
    "row",
    [
        spread(10, (2, NEW), *enumerate(("1", "", "", "", "", "", "1"), 3)),
        spread(10, (1, NEW), *enumerate(("", "1", "", "", "", "", "", "1"), 2)),
    ],
)
def test_no_figure_is_read_behind_a_label_that_stands_further_to_the_right_than_on_the_form(row: GridLine) -> None:
    """Its figures can have moved with it, so that one of them is cut off, be there a cell for each or one more."""
    refused = spread(10, (0, "（三）不予公开"), (1, ""), (2, "1.属于国家秘密"), *enumerate("1111116", 3))
    banned = spread(10, (2, "2.其他法律行政法规禁止公开"), *enumerate("1111116", 3))

    assert told(row, refused, banned, cls=gd.Requests)[0] == (0, ["1", "1"], [], {Doubt.PLACES})


BANNED, PARTLY = "2.其他法律行政法规禁止公开", "（二）部分公开"


@pytest.mark.parametrize(
    ("label", "figures", "columns"),
    [
        # 2.其他法律行政法规禁止公开 stands in the first column instead of the third, and its figures right behind it
        (BANNED, {1: "3", 7: "3"}, range(1, 8)),
        # or in their own columns.
        (BANNED, {3: "3", 9: "3"}, range(3, 10)),
        # or behind one blank cell.
        (BANNED, {2: "3", 8: "3"}, range(2, 9)),
        # They can be either, or have lost a cell between them.
        (BANNED, {3: "3", 7: "3"}, None),
        (BANNED, {2: "3", 7: "3"}, None),
        (BANNED, {3: "3", 8: "3"}, None),
        (BANNED, {1: "3", 9: "3"}, None),
        # （二）部分公开 spans two columns: its figures stand as far behind it as on the form, or right behind it.
        (PARTLY, {2: "3", 8: "3"}, range(2, 9)),
        (PARTLY, {1: "3", 7: "3"}, range(1, 8)),
        (PARTLY, {2: "3", 7: "3"}, None),
    ],
)
def test_figures_of_a_row_whose_label_has_moved_to_the_left_are_read_if_they_can_stand_but_in_one_way(
    label: str, figures: dict[int, str], columns: Sequence[int] | None
) -> None:
    """As where the label of its group is one cell with the first row, and reaches down beside it no more."""
    row = line(label, *(figures.get(column, "") for column in range(1, 10)))
    sure = line(NEW, "", "", "1", "", "", "", "", "", "1")

    (moved,) = [each for each in told(sure, row, cls=gd.Requests) if each[0] != 0]

    if columns is None:
        assert (moved[1], moved[3]) == (["3", "3"], {Doubt.PLACES})
    else:
        assert moved[1:] == ([figures.get(column, "") for column in columns], list(columns), set())


@pytest.mark.parametrize(
    ("reached", "figures", "columns"),
    [
        # （三）不予公开 reaches down behind the label instead of before it.
        (1, {2: "3", 8: "3"}, range(2, 9)),
        (1, {3: "3", 8: "3"}, None),
        # It reaches down among the figures.
        (2, {1: "3", 8: "3"}, [1, *range(3, 9)]),
    ],
)
def test_no_figure_of_a_row_whose_label_has_moved_stands_where_a_cell_reaches_down(
    reached: int, figures: dict[int, str], columns: Sequence[int] | None
) -> None:
    """As where a cell above spans one row too few."""
    own = [(column, figures.get(column, "")) for column in range(1, 10) if column != reached]
    row = GridLine(((0, BANNED), *own), 10, None, reached=((reached, "（三）不予公开"),))
    sure = line(NEW, "", "", "1", "", "", "", "", "", "1")

    moved = told(sure, row, cls=gd.Requests)[1]

    if columns is None:
        assert (moved[1], moved[3]) == (["3", "3"], {Doubt.PLACES})
    else:
        assert moved[1:] == ([figures.get(column, "") for column in columns], list(columns), set())


@pytest.mark.parametrize(
    ("cells", "is_blank"),
    [
        (((0, BANNED), *((column, "") for column in range(1, 10))), True),
        # One cell, as wide as the table
        (((0, ""), (1, ""), (2, BANNED)), True),
        # Its figures can have been behind the last column.
        ((*((column, "") for column in range(3)), (3, BANNED), *((column, "") for column in range(4, 10))), False),
    ],
)
def test_a_row_in_which_no_figure_is_printed_is_blank_wherever_its_label_stands_but_further_to_the_right(
    cells: tuple[tuple[int, str], ...], *, is_blank: bool
) -> None:
    """Where a figure is printed, its column may not be known."""
    sure = line(NEW, "", "", "1", "", "", "", "", "", "1")

    row = told(sure, spread(10, *cells), cls=gd.Requests)[1]

    assert (row[1], Doubt.PLACES in row[3]) == (([""] * 7, False) if is_blank else ([], True))


def test_figures_of_a_row_whose_label_has_moved_to_the_right_are_in_doubt() -> None:
    """The last of them can be cut off."""
    row = line("", NEW, "3", "", "", "", "", "", "", "")

    assert told(row, line("", CARRIED, "3", *[""] * 7), cls=gd.Requests) == [
        (0, ["3"], [], {Doubt.PLACES}),
        (1, ["3"], [], {Doubt.PLACES}),
    ]


def test_a_row_that_is_narrower_than_the_table_has_lost_cells_though_none_is_filled() -> None:
    """Be it one of them, or all."""
    sure = line(NEW, "", "", "1", "", "", "", "", "", "1")

    row = told(sure, sure, spread(9, (0, BANNED), *((column, "") for column in range(1, 9))), cls=gd.Requests)[-1]

    assert row[1:] == ([], [], {Doubt.PLACES})


def test_rows_of_a_table_that_is_narrower_than_the_form_can_have_lost_their_figures_though_none_is_filled() -> None:
    """As where tables II and III are one, in which all columns behind those of table II are cut off."""
    narrow = [spread(4, (0, NEW), (3, "")), spread(4, (2, BANNED), (3, ""))]

    assert [row[1:] for row in told(*narrow, cls=gd.Requests)] == [([], [], {Doubt.PLACES, Doubt.END})] * 2
    assert [row[1] for row in told(spread(10, (0, NEW)), spread(10, (2, BANNED)), cls=gd.Requests)] == [[""] * 7] * 2


@pytest.mark.parametrize(
    ("cells", "wide", "is_blank"),
    [
        # Its label spans a column more than on the form, and a cell too few is left behind it;
        (((2, BANNED), (4, ""), *((column, "") for column in range(5, 10))), {2: 2}, False),
        # all that there are,
        (((0, BANNED), *((column, "") for column in range(3, 10))), {0: 3}, True),
        (((2, BANNED),), {2: 8}, True),
        # or it stands in the last column.
        ((*((column, "") for column in range(9)), (9, BANNED)), {}, False),
    ],
)
def test_a_row_without_figures_is_blank_only_if_they_have_room_behind_its_label(
    cells: tuple[tuple[int, str], ...], wide: dict[int, int], *, is_blank: bool
) -> None:
    """Unless the label fills the row up: where cells stand beside it, one of them can be cut off."""
    sure = line(NEW, "", "", "1", "", "", "", "", "", "1")

    row = told(sure, GridLine(cells, 10, None, spans=wide), cls=gd.Requests)[1]

    assert (row[1], Doubt.PLACES in row[3]) == (([""] * 7, False) if is_blank else ([], True))


def test_a_blank_row_of_table_iv_that_lacks_a_cell_is_in_doubt() -> None:
    """It has no label behind which all cells could stand."""
    heads = line(*("结果维持", "结果纠正", "其他结果", "尚未审结", "总计") * 3)
    blank = spread(15, *((column, "") for column in range(14)))

    rows = told(heads, line(*"100010000020002"), blank, cls=gd.ReviewAndLitigation)

    assert [(row[1], row[3]) for row in rows] == [([*"100010000020002"], set()), ([], {Doubt.PLACES, Doubt.END})]


def test_a_head_above_the_labels_moves_no_figure() -> None:
    """The label is as wide as both heads above it, and a blank column stands behind: as many cells as heads."""
    heads = spread(10, (0, "项目"), (1, "指标"), *enumerate(KINDS, 2), (9, ""))
    row = spread(10, (0, NEW), *enumerate(("3", "", "", "", "", "", "3", ""), 2))

    assert told(heads, row, cls=gd.Requests) == [(0, ["3", "", "", "", "", "", "3"], [2, -1, -1, -1, -1, -1, 8], set())]


MANY = [line(*HEADS)] * 10
"""Enough rows of one width to tell one of another."""


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        # As many cells as the form has, and all stated; or a blank among them, which can stand for any column.
        (("", "规章", "1", "2", "5"), (0, ["1", "2", "5"], [2, 3, 4], set())),
        (("", "规章", "1", "", "5"), (0, ["1", "5"], [], {Doubt.PLACES})),
        # A cell more, before its figures or behind one of them.
        (("规章", "", "1", "2", "5"), (0, ["1", "2", "5"], [2, 3, 4], set())),
        (("规章", "1", "2", "5", ""), (0, ["1", "2", "5"], [], {Doubt.PLACES})),
        (("规章", "", "甲乙", "2", "5"), (0, ["甲乙", "2", "5"], [], {Doubt.PLACES})),
        # A figure more or fewer
        (("规章", "3", "1", "2", "5"), (0, ["3", "1", "2", "5"], [], {Doubt.PLACES})),
        (("规章", "2", "5"), (0, ["2", "5"], [], {Doubt.PLACES, Doubt.END})),
    ],
)
def test_a_row_of_another_width_than_the_table_is_sure_only_if_all_its_figures_stand_at_its_end(
    cells: tuple[str, ...], expected: tuple[int, list[str], list[int], set[Doubt]]
) -> None:
    """What stands above it tells nothing of its columns."""
    assert told(*MANY, line(*cells)) == [expected]


def placed(*rows: Sequence[str], cls: type[Table] = gd.ProactiveDisclosure) -> list[tuple[list[str], set[Doubt]]]:
    """Give the cells of rows of a grid and what is in doubt of them; 规章*2 is a cell over two columns."""
    grid = Grid(tuple(tuple(map(_cell, row)) for row in rows))
    return [(row.cells, row.doubts) for row in rows_of_grid(lines_of_grid(grid), cls)]


def _cell(printed: str) -> GridCell:
    text, _, width = printed.partition("*")
    return GridCell(text, columns=int(width or 1))


def test_cells_that_stand_below_the_same_head_are_in_no_column() -> None:
    """Though the row has a cell for each head: the blank one reaches beyond the last of them."""
    heads = ("信息内容", "本年制发件数*2", "本年废止件数", "现行有效件数")

    assert placed(heads, ("规章", "3", "4", "*3")) == [(["3", "4"], {*UNPLACED})]


def test_a_head_in_pieces_is_none_that_the_form_has_not() -> None:
    """The row can be told by its figures; below another head, it can not."""
    assert placed(("信息内容", "本年处", "理决定数量"), ("行政许可", "", "8")) == [(["8"], {Doubt.PLACES})]
    assert placed(("信息内容", "本年处理决定数量", "上年数"), ("行政许可", "", "8")) == [(["8"], {*UNPLACED})]


def test_a_figure_behind_all_heads_is_below_none_that_the_form_has_not() -> None:
    """Nobody knows below which it belongs."""
    heads = ("信息内容", "本年处理决定数量", "上年数")

    assert placed(heads, ("行政许可", "8", "", "5")) == [(["8", "5"], {Doubt.PLACES})]


@pytest.mark.parametrize("content", ["信息内容", "事项", "项目"])
def test_figures_stand_below_heads_whatever_stands_above_the_labels(content: str) -> None:
    """The column between two heads is of the first."""
    heads = (content, "本年制发件数", "", "本年废止件数", "现行有效件数")

    assert placed(heads, ("规章", "1", "", "", "3"), ("行政规范性文件", "", "2", "", "")) == [
        (["1", "", "3"], set()),
        (["2", "", ""], set()),
    ]


def test_figures_of_table_four_stand_below_its_heads_the_first_as_well() -> None:
    """Where no label stands before them: each of the heads spans two columns, and its figure is in the second."""
    heads = [f"{head}*2" for head in ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")] * 3
    figures = [str(number) for number in range(21, 36)]
    below = [text for figure in figures for text in ("", figure)]

    assert placed(heads, below, cls=gd.ReviewAndLitigation) == [(figures, set())]

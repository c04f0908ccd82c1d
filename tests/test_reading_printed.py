"""How rows of a table in lines are printed: which are of the form, their bars, and what is known of them besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from govdisclosure import ProactiveDisclosure, ProactiveDisclosure2019, Requests, ReviewAndLitigation
from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.reading.tables.alignment import align
from govdisclosure.reading.tables.layout import left_by_heads, spans_of_figures
from govdisclosure.reading.tables.lines import lines_of
from govdisclosure.reading.tables.pieces import NO_CELL, Text, joined, pieces_in_lines, texts_of
from govdisclosure.reading.tables.printed import Printed, printed_heads, printed_rows

if TYPE_CHECKING:
    from govdisclosure.model.structure import Table

OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
HEADS_OF_IV = (
    "行政复议 | 行政诉讼 |",
    " | ".join((*OUTCOMES, "未经复议直接起诉", "复议后起诉")) + " |",
    " | ".join((*OUTCOMES, *OUTCOMES)) + " |",
)


def rows(
    *lines: str, cls: type[Table] = ProactiveDisclosure, unit: int = 1, rows_end: bool = True, ended: bool = True
) -> list[Printed]:
    """Give the rows of the form in lines of text; the last of them can end short if ``ended``."""
    pieces = pieces_in_lines(
        joined(texts(*lines, cls=cls, rows_end=rows_end), cls, rows_end=rows_end), cls, unit=unit, rows_end=rows_end
    )
    pairs = align(pieces, cls)
    return list(printed_rows(pieces, pairs, cls, unit=unit, enders=pairs if ended else []).values())


def texts(*lines: str, cls: type[Table], rows_end: bool = True) -> list[Text]:
    """Give the texts of lines, with the bars behind them."""
    grid = Grid(tuple(tuple(map(GridCell, line.split("|"))) for line in lines), lines=True)
    return texts_of(lines_of(grid), cls, rows_end=rows_end)


def heads(*lines: str, cls: type[Table] = ProactiveDisclosure, above_cells: bool = True) -> list[tuple[int, bool]]:
    """Give the rows of heads in lines: how many columns they leave, and whether they are one cell alone."""
    stated = texts(*lines, cls=cls)
    return [(head.spans.left, head.is_alone) for head in printed_heads(stated, cls, unit=1, above_cells=above_cells)]


def test_rows_of_the_form_are_printed_with_their_bars() -> None:
    """What is no row of it is not, and the last of them is known as such."""
    spans = spans_of_figures(ProactiveDisclosure)

    assert rows("规章 | 3 | | 4 |", "行政规范性文件 | 1 | 2 | 5 |", "备案 | 7 |", "行政许可 | 8 ||") == [
        Printed(3, spans[0], ((1,), (1, 1), (1,))),
        Printed(3, spans[1], ((1,), (1,), (1,), (1,))),
        Printed(1, spans[2], ((1,), (2,)), is_final=True),
    ]
    assert rows("行政许可 | 8 ||", ended=False) == [Printed(1, spans[2], ((1,), (2,)))]


def test_a_row_without_a_label_has_none() -> None:
    """Its place tells which it is."""
    printed = rows("规章 | 3 | 4 | 5 |", " | 2 | 1 | 7 |", "行政许可 | 8 |")

    assert [row.labelled for row in printed] == [True, False, True]
    assert [row.spans for row in printed] == list(spans_of_figures(ProactiveDisclosure)[:3])


def test_the_row_of_table_iv_stands_below_its_heads() -> None:
    """Behind the last of them, where that stands in place of its label; on a line of its own it has none."""
    figures = " | ".join(map(str, range(15))) + " |"
    (apart,) = rows(*HEADS_OF_IV, figures, cls=ReviewAndLitigation)
    (beside,) = rows(*HEADS_OF_IV[:2], f"{HEADS_OF_IV[2]} {figures}", cls=ReviewAndLitigation, rows_end=False)

    assert (apart.labelled, apart.below) == (False, None)
    assert (beside.labelled, beside.below) == (False, left_by_heads(ReviewAndLitigation))
    assert rows("规章 | 3 | 4 | 5 |")[0].below is None


def test_the_last_row_does_not_end_short_where_other_words_follow_it() -> None:
    """Its figures may go on behind them, unless bars have filled it up."""
    others = "本地自设的事项 | 0 |"

    assert not rows("行政许可 | 8 |", others)[0].is_final
    assert rows("行政许可 | 8 | ||", others)[0].is_final
    assert rows("行政许可 | 8 |", "第二十条第（六）项 |")[0].is_final
    assert rows("行政许可 | 8 |", " | 4 |")[0].is_final


def test_the_first_row_of_a_group_leaves_one_column_more_below_sums_of_the_group() -> None:
    """The label of the group is a cell of the row above."""
    sums, first = "（三）不予公开 | 3 | 0 |", "1.属于国家秘密 | 1 | 0 |"
    spans = spans_of_figures(Requests)[4]

    assert [row.spans for row in rows(sums, first, cls=Requests)] == [evolve(spans, left=spans.left + 1)]
    for above in ("（三）不予公开 |", " | 3 | 0 |", "（四）无法提供 | 3 | 0 |", "备注 | 3 | 0 |"):
        assert [row.spans for row in rows(above, first, cls=Requests)] == [spans]
    assert [row.spans.left for row in rows("（一）予以公开 | 3 | 0 |", first, cls=Requests)][1] == spans.left


def test_the_label_of_a_group_in_one_cell_with_that_of_a_row_is_no_cell_of_its_own() -> None:
    """（三）不予公开1.属于国家秘密 leaves a column more than （三）不予公开 | 1.属于国家秘密 does, in two cells."""
    row = "（三）不予公开1.属于国家秘密 | 1 | 0 |"
    spans = spans_of_figures(Requests)[4]

    assert [row.spans for row in rows(row, cls=Requests)] == [evolve(spans, left=spans.left + 1)]
    assert [row.spans for row in rows("（三）不予公开 | 1.属于国家秘密 | 1 | 0 |", cls=Requests)] == [spans]
    assert [row.spans for row in rows("（三）不予公开 | 1.属于国", "家秘密 | 1 | 0 |", cls=Requests)] == [spans]
    assert [row.spans for row in rows("（五）不予处理2.重复申请 | 1 |", cls=Requests)] == [
        spans_of_figures(Requests)[16]
    ]


def test_what_stands_in_the_last_cell_can_be_of_a_column_that_the_form_has_not() -> None:
    """Where it is no figure, or where a head above the rows names one."""
    assert [row.may_exceed for row in rows("规章 | 3 | 4 | 5 |", "行政许可 | 8 | 持平 |")] == [False, True]
    assert [row.may_exceed for row in rows("信息内容 | 备注 |", "规章 | 3 | 4 | 5 |")] == [True]


@pytest.mark.parametrize("text", ["件", "AB", "B01", "Б01", "AB０１", "50%", "５０％", "3.要求", "三、本年"])
def test_words_are_of_no_column_of_figures(text: str) -> None:
    """They are of another column, or a piece of a label."""
    assert [row.has_words for row in rows(f"行政许可 | {text} | 8 |")] == [True]


@pytest.mark.parametrize("text", ["8", "-5", "+5", "3x", "12（预算数）", "约2", "人民币3万元", "x", "不涉及", "持平"])
def test_what_stands_in_place_of_a_figure_is_of_its_column(text: str) -> None:
    """A damaged figure, or an answer."""
    assert [row.has_words for row in rows(f"行政许可 | {text} | 8 |")] == [False]


def test_a_row_with_a_damaged_label_is_known() -> None:
    """What stands in its cells may be of the label."""
    assert [row.is_like for row in rows("行政许可 | 8 |", "行政处罚决 | 9 |")] == [True, False]


def test_bars_are_counted_by_cells() -> None:
    """A cell may have two of them, together or apart; what is left is of no cell. Without bars each text has one."""
    of_two = rows("规章 || 3 | | 4 || |||", unit=2)
    (bare,) = rows("规章", "3", " ", "4", unit=0, rows_end=False)

    assert [row.bars for row in of_two] == [((1,), (1,), (1, NO_CELL))]
    assert bare.bars == ((1,), (1, 1), (1,))


def test_one_bar_alone_behind_a_row_whose_cells_have_two_can_open_the_next() -> None:
    """Between two figures it is of no cell; below the heads of table IV, blank cells stand behind it."""
    within, behind = rows("规章 ||", "3 ||", "|", "4 ||", "行政许可 ||", "8 ||", "||", "|", unit=2, rows_end=False)
    lines = ("行政复议 ||", *(f"{outcome} ||" for outcome in OUTCOMES), "|", "||", "7 ||")
    (below,) = rows(*lines, cls=ReviewAndLitigation, unit=2, rows_end=False)

    assert within.bars == ((1,), (1, NO_CELL), (1,))
    assert behind.bars == ((1,), (1, 1, 1))
    assert below.bars == ((1, 1, 1), (1,))


def test_between_cells_that_no_bars_part_nobody_counts_blank_ones() -> None:
    """行政复议 and three figures on a line: each can have any number of blank cells behind it, but the last."""
    (row,) = rows("规章|3|4", unit=0)

    assert row.bars == ((1, NO_CELL), (1, NO_CELL), (1,))


def test_sums_of_a_group_are_those_of_its_label_whatever_row_they_are_taken_for() -> None:
    """Where the row above them is lost, they stand in its place; the first row of the group leaves one column more."""
    figures = " 1 | 0 | 0 | 0 | 0 | 0 | 1 |"
    granted, sums = f"（一）予以公开 |{figures}", f"（三）不予公开 |{figures}"
    (below,) = (row.spans.left for row in rows(granted, sums, f"1.属于国家秘密 |{figures}", cls=Requests)[-1:])

    assert below == spans_of_figures(Requests)[4].left + 1


def test_a_line_of_blanks_is_no_cell_where_cells_have_bars() -> None:
    """It stands between two of them."""
    assert [row.bars for row in rows("规章 |", "3 |", " ", "4 |", rows_end=False)] == [((1,), (1,), (1,))]


def test_heads_of_the_form_are_rows_without_figures() -> None:
    """Those of a caption alone are known as such."""
    assert heads("第二十条第（五）项 |||", "信息内容 | 本年处理决定数量 |") == [(3, True), (2, False)]
    assert heads("信息内容 | 本年处理决定数 |") == []
    assert heads("项目 | 本年处理决定数量 |") == []
    assert heads("第二十条第（五）项 |||", "本年处理决定数量 |") == [(3, True)]
    assert heads("信息内容 | 本年制发件数 | 本年制发件数 | 现行有效件数 |") == [(0, False)]
    assert heads("信息内容 | 本年制发件数 | 本年废止件数 | 本年废止件数 |") == []
    assert heads("信息内容 | 本年制发件数 | 本年修改件数 | 现行有效件数 |") == []


def test_heads_with_one_more_of_another_are_no_row_of_the_form() -> None:
    """申请人情况 | 备注 spans less than 申请人情况 alone."""
    assert heads("第二十条第（五）项 | 备注 |") == []
    assert heads("第二十条第（五）项 |||", "备注 |") == [(3, True)]
    assert heads("第二十条第（五）项 |||", "备注 |", above_cells=False) == []
    assert heads("第二十条第（五）项 | 8 |") == [(3, True)]
    assert heads("第二十条第（五）项 | 行政许可事项 |") == [(3, True)]


@pytest.mark.parametrize(
    ("behind", "left"),
    [
        ("处理决定数量 |", 1),
        ("处理决定数 |", None),
        ("决定件次 |", None),
        ("8 |", None),
        ("行政许可 |", 2),
        ("信息内容 |", 2),
    ],
)
def test_heads_that_begin_like_a_longer_row_end_only_where_another_row_begins(behind: str, left: int | None) -> None:
    """In the edition of 2019, what stands behind three of them may be the fourth of others, damaged."""
    of_the_block = heads(f"信息内容 | 上一年项目数量 | 本年增/减 | {behind}", cls=ProactiveDisclosure2019)

    assert of_the_block == ([] if left is None else [(left, False)])


def test_bars_behind_the_heads_of_table_iv_can_be_those_of_its_row() -> None:
    """They are heads alone only where the row begins on a line of its own."""
    above = heads(*HEADS_OF_IV, cls=ReviewAndLitigation)
    of_persons = "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |"

    assert above == [(13, False), (8, False), (5, False)]
    assert heads(*HEADS_OF_IV, cls=ReviewAndLitigation, above_cells=False) == above[:2]
    assert heads(of_persons, cls=Requests, above_cells=False) == [(5, False)]


def test_a_row_below_a_label_that_reaches_down_begins_with_its_own_or_with_blank_cells() -> None:
    """Rows that no label reaches down beside show where lines begin; without one of these, nothing tells."""
    newly, granted, total = "一、本年新收政府信息公开申请数量 | 3 |", "（二）部分公开 | 3 |", "（七）总计 | 3 |"

    def at_edge(*lines: str) -> list[bool]:
        return [row.is_at_edge for row in rows(*lines, cls=Requests)]

    assert at_edge(newly, granted, total) == [False, True, True]
    assert at_edge(f" | {newly}", f" | {granted}", f" | {total}") == [False, True, True]
    assert at_edge(newly, f" | {granted}", f" | {total}") == [False, False, False]
    assert at_edge(granted, total) == [False, False]
    # Blank cells stand before 1.属于国家秘密, and （七）总计 has one more by itself: what begins its line has moved.
    assert at_edge(" |  | 1.属于国家秘密 | 3 |", f" | {total}", " | 四、结转下年度继续办理 | 3 |") == [False] * 3

"""Tables in lines of text: in which way their rows are read."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

import pytest

from govdisclosure import ProactiveDisclosure, Requests, ReviewAndLitigation
from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.form.grids import figure_rows
from govdisclosure.reading.tables.lines import lines_of
from govdisclosure.reading.tables.rows import UNPLACED, Doubt
from govdisclosure.reading.tables.text_rows import rows_of_lines

if TYPE_CHECKING:
    from govdisclosure.model.structure import Table
    from govdisclosure.reading.tables.rows import Row

NEW, CARRIED = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"
GRANTED = 2
HEADS_OF_REVIEW = "结果维持|结果纠正|其他结果|尚未审结|总计"


def rows(*lines: str, cls: type[Table] = ProactiveDisclosure, own: bool = False) -> list[Row]:
    """Give the rows of lines."""
    grid = Grid(tuple(tuple(map(GridCell, line.split("|"))) for line in lines), lines=True)
    return rows_of_lines(lines_of(grid), cls, own=own)


def read(*lines: str, cls: type[Table] = ProactiveDisclosure) -> list[list[str] | None]:
    """Give the cells of each row of lines that nobody of us wrote; None of one that is in doubt."""
    return [None if row.doubts else row.cells for row in rows(*lines, cls=cls)]


def test_one_line_can_be_a_table() -> None:
    """There is none below it that could be a rule."""
    assert read("行政许可 | 8 |") == [["8"]]


@pytest.mark.parametrize("above", [(), ("第二十条第（一）项",), ("第二十条第（一）项", "---")])
def test_rows_below_a_rule_are_read_cell_by_cell(above: tuple[str, ...]) -> None:
    """Whatever stands above the heads."""
    heads = ("信息内容|本年制发件数|本年废止件数|现行有效件数", "---|---|---|---")

    assert read(*above, *heads, "规章|1||3", "行政规范性文件|2||5") == [["1", "", "3"], ["2", "", "5"]]


def test_a_row_of_dashes_above_a_rule_is_no_rule_itself() -> None:
    """- | - | - below the heads, in which nothing applies: what is a rule stands there already, and parts no cells."""
    lines = ("信息内容|本年制发件数|本年废止件数|现行有效件数|", "-|-|-|-|", "规章|1|0|3|", "行政规范性文件|2|1|4|")

    assert [row.cells for row in rows(*lines)] == [["1", "0", "3"], ["2", "1", "4"]]
    assert [row.cells for row in rows(*lines[:2], "---", *lines[2:])] == [["-"] * 4, ["1", "0", "3"], ["2", "1", "4"]]


def test_below_a_rule_columns_are_those_of_the_page() -> None:
    """Be they more than the form has: one of numbers, or of remarks."""
    heads = ("序号|信息内容|本年制发件数|本年废止件数|现行有效件数|备注", "---|---|---|---|---|---")

    assert read(*heads, "1|规章|1||3|新", "2|行政规范性文件|2||5|") == [["1", "", "3"], ["2", "", "5"]]


def test_below_a_rule_with_a_head_too_few_no_figure_is_placed_by_counting() -> None:
    """Nobody knows which of the columns is missing but by its heads."""
    heads = ("|信息内容|本年制发件数|现行有效件数|", "|---|---|---|")

    assert read(*heads, "|规章|1|3|", "|行政规范性文件|2||") == [None, None]


def test_labels_in_one_column_or_two_stand_before_the_figures_below_a_rule() -> None:
    """Blank cells are where they stand."""
    kinds, figures = "自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计", "1||2|||3|6"
    row = ["1", "", "2", "", "", "3", "6"]

    one = (f"项目|{kinds}", "|".join(["---"] * 8), f"一、本年新收政府信息公开申请数量|{figures}")
    two = (f"项目||{kinds}", "|".join(["---"] * 9), f"三、本年度办理结果|（一）予以公开|{figures}")
    assert read(*one, f"（一）予以公开|{figures}", cls=Requests) == [row, row]
    assert read(*two, f"|（二）部分公开|{figures}", cls=Requests) == [row, row]


def test_tables_below_rules_of_their_own_have_their_own_columns() -> None:
    """As where each block of table II is a table, with a caption above it, or each of table IV."""
    of_rules = ("信息内容|本年制发件数|本年废止件数|现行有效件数", "---|---|---|---", "规章|1||3")
    licensing = ("第二十条第（五）项", "|信息内容|本年处理决定数量|", "|---|---|", "|行政许可|8|", "|行政处罚||")
    review = [
        (caption, HEADS_OF_REVIEW, "---|---|---|---|---", "1|||2|3")
        for caption in ("行政复议", "未经复议直接起诉", "复议后起诉")
    ]

    assert read(*of_rules, *licensing) == [["1", "", "3"], ["8"], [""]]
    assert read(*of_rules, "---", *licensing) == [["1", "", "3"], ["8"], [""]]
    assert read("行政规范性文件|||5", *of_rules) == [["", "", "5"], ["1", "", "3"]]
    assert read(*chain.from_iterable(review), cls=ReviewAndLitigation) == [["1", "", "", "2", "3"] * 3]


@pytest.mark.parametrize("row", ["|规章|1||3|", "规章|1||3|", "|规章|1||3", "规章|1||3"])
@pytest.mark.parametrize("rule", ["|---|---|---|---|", "---|---|---|---"])
def test_a_line_of_markdown_may_lack_an_outer_bar(row: str, rule: str) -> None:
    """Or have one that the rule has not."""
    assert read("信息内容|本年制发件数|本年废止件数|现行有效件数", rule, row, "|行政规范性文件|||5|") == [
        ["1", "", "3"],
        ["", "", "5"],
    ]


@pytest.mark.parametrize(
    ("row", "cells"),
    [("行政许可|8|", ["8"]), ("行政许可|8", ["8"]), ("行政规范性文件||5", None), ("行政规范性文件|2|", None)],
)
def test_a_row_with_fewer_cells_than_its_rule_is_sure_where_it_has_all_its_figures(
    row: str, cells: list[str] | None
) -> None:
    """The others of its table are."""
    heads = ("信息内容|本年制发件数|本年废止件数|现行有效件数", "---|---|---|---")

    assert read(*heads, "规章|1||3", row) == [["1", "", "3"], cells]


def test_rules_between_any_two_lines_are_none_of_markdown() -> None:
    """They part rows, as lines of dashes do in a text."""
    lines = ["信息内容 | 本年处理决定数量 |", "行政许可 | 8 |", "行政处罚 | 9 |"]

    for rule in ("|---|---|---|---|", "|---|---|---|---|---|"):
        assert read(*chain.from_iterable((rule, line) for line in lines), rule) == [["8"], ["9"]]
        assert read(*chain.from_iterable((line, rule) for line in lines)) == [["8"], ["9"]]


def test_between_rules_that_part_rows_each_blank_cell_is_printed() -> None:
    """As in a table of Markdown."""
    rule = "---|---"
    lines = ("信息内容|本年处理决定数量", "行政许可|", "行政处罚|8|", "行政强制|")

    assert read(*chain.from_iterable((rule, line) for line in lines)) == [[""], ["8"], [""]]


def test_a_rule_of_another_width_than_the_rows_is_one() -> None:
    """They have a cell for each column all the same."""
    heads = ("信息内容|本年制发件数|本年废止件数|现行有效件数", "---|---|---")

    assert read(*heads, "规章|1||3", "行政规范性文件|||5") == [["1", "", "3"], ["", "", "5"]]


def test_two_bars_of_a_cell_are_no_blank_cell() -> None:
    """Though the row has as many bars as one with a cell for each column, whose second figure it states."""
    heads = ("信息内容 || 本年处理决定数量 ||", "行政许可 || 8 ||", "行政处罚 || 9 ||")

    assert read("规章 || 1 ||", "行政规范性文件 || 2 ||", *heads) == [None, None, ["8"], ["9"]]


def test_three_bars_of_a_cell_are_no_two_blank_ones() -> None:
    """Where each cell has as many, a row with one figure does not tell in which column that is."""
    heads = ("信息内容|||本年处理决定数量", "行政许可|||8", "行政处罚|||9")

    assert read(*heads, "规章|||1") == [["8"], ["9"], None]


@pytest.mark.parametrize(
    "lines",
    [
        ("信息内容|||本年处理决定数量", "行政许可|||8", "规章|1||3"),
        ("第二十条第（五）项", "信息内容|||本年处理决定数量", "行政许可|||8", "规章|1||3"),
        ("", "信息内容|||本年处理决定数量", "行政许可|||8", "规章|1||3", "备案"),
        ("| 信息内容 | | | 本年处理决定数量 |", "| 行政许可 | | | 8 |", "| | | | |", "| 规章 | 1 | | 3 |"),
    ],
)
def test_a_cell_for_each_column_is_told_by_heads_in_the_last_one(lines: tuple[str, ...]) -> None:
    """Rows of figures have as many cells; what has fewer is a caption."""
    assert read(*lines) == [["8"], ["1", "", "3"]]


def test_blanks_may_stand_between_bars_in_one_row_where_others_have_them_together() -> None:
    """Bars of heads that stand together fill no row of figures up."""
    assert read("信息内容 ||| 本年处理决定数量", "行政许可 |  |  | 8", "规章 | 1 |  | 3") == [["8"], ["1", "", "3"]]


def test_below_a_rule_each_blank_cell_is_printed() -> None:
    """Also where a row has more cells than the rule."""
    heads = ("信息内容|本年处理决定数量", "---|---")

    assert read(*heads, "行政许可|", "行政处罚|8|", "行政强制|", "行政事业性收费|9|10") == [[""], ["8"], [""], None]


def test_below_a_short_rule_each_blank_cell_is_printed_too() -> None:
    """-|- is a rule where figures stand below it."""
    assert read("信息内容|本年处理决定数量", "-|-", "行政许可|", "行政处罚|8|", "行政强制|") == [[""], ["8"], [""]]


def test_a_blank_line_below_two_bars_of_a_cell_a_line_leaves_its_row_in_doubt() -> None:
    """It can be a cell, or be of the page."""
    blank = ["", ""]
    heads, compulsion, fees = ("信息内容||", "本年处理决定数量||"), ("行政强制||", "8||"), ("行政事业性收费||", "3||")
    lines = [*heads, *blank, *compulsion, *blank, "第二十条第（八）项", *fees, *blank]

    assert [row.doubts >= UNPLACED for row in rows(*lines) if row.number is not None] == [True, True]


@pytest.mark.parametrize("row", [("规章||", "|", "1||", "7||"), ("规章||", "1||", "7|", "||")])
def test_one_bar_behind_a_label_or_a_figure_is_no_cell_where_each_has_two(row: tuple[str, ...]) -> None:
    """Of a blank cell one can be gone, as of the figure that it stands behind: nobody knows the columns."""
    heads = ("信息内容||", "本年制发件数||", "本年废止件数||", "现行有效件数||")
    others = ("行政规范性文件||", "2||", "5||", "4||", "行政许可||", "8||", "行政处罚||", "9||")

    assert read(*heads, *row, *others) == [None, ["2", "5", "4"], ["8"], ["9"]]


def test_bars_that_fill_up_what_a_label_spans_are_of_no_row_that_is_written_out() -> None:
    """Of ||||||||| below a label alone, two fill up; below a row that has a bar for each of its cells, one does."""
    filled, kept = "|||||||||", (*["|"] * 7, "||")
    groups = ("法律服务机构|", "三、本年度办理结果|", "（四）无法提供1.本机关不掌握相关政府信息|", filled)
    lines = (*groups, "3.要求提供公开出版物|", filled, "4.无正当理由大量反复申请|", *kept, "3.其他|", filled)

    assert read(*lines, cls=Requests) == [[""] * 7] * 4


def test_no_bar_opens_rows_that_are_lines() -> None:
    """Whatever stands on the first line: its bar is behind it."""
    assert read("附表 | ", "规章 | 8 | 8 | ", "行政规范性文件 | 8 | 8 | ", "行政处罚 | 1") == [["8", "8", ""]] * 2 + [
        ["1"]
    ]


def test_digits_on_the_label_of_a_row_can_be_of_any_cell() -> None:
    """Though as many figures stand there as the row has."""
    assert read("规章3", "4", "5", "行政规范性文件", "1", "2", "6") == [None, ["1", "2", "6"]]


@pytest.mark.parametrize(("below", "doubted"), [("本地文件|", True), ("行政规范性文件|", False)])
def test_a_row_of_the_offices_own_below_a_row_that_is_not_full_can_have_its_figures(
    below: str, *, doubted: bool
) -> None:
    """As its label may be that of the column."""
    lines = ("规章|", "1|", "3|", below, "4|", "2|", "5|", "行政许可|", "5|")

    assert (Doubt.FIGURES in rows(*lines)[0].doubts) is doubted


def test_a_cell_a_line_is_no_cell_for_each_column_though_heads_are_written_into_each() -> None:
    """A blank table IV is a label and its blank cells, a bar each."""
    spanning = ["行政复议"] * 5 + ["行政诉讼"] * 10 + ["未经复议直接起诉"] * 5 + ["复议后起诉"] * 5
    heads = [*spanning[:15], *HEADS_OF_REVIEW.split("|"), *spanning[15:], *HEADS_OF_REVIEW.split("|") * 3]

    assert read(*(f"{head} |" for head in heads), *["|"] * 15, cls=ReviewAndLitigation) == [[""] * 15]


def test_remarks_are_those_of_each_table_below_a_rule_of_its_own() -> None:
    """They stand in the last of its columns."""
    rules = ("信息内容|本年制发件数|本年废止件数|现行有效件数|备注", "---|---|---|---|---", "规章|0||0|新")
    compulsion = ("信息内容|本年处理决定数量|备注", "---|---|---", "行政处罚|2|无", "行政强制|/|")

    assert read(*rules, *compulsion) == [["0", "", "0"], ["2"], ["/"]]


@pytest.mark.parametrize("below", [("4",), ("备案|4",), ("备案|4|5",)])
def test_where_figures_stand_in_other_cells_bars_are_counted(below: tuple[str, ...]) -> None:
    """Of a row with one figure, nobody knows what the bars before it are."""
    lines = ("信息内容|||本年处理决定数量", "行政许可|||8", "规章|1||3")

    assert read(*lines, *below)[:2] == [None, ["1", "", "3"]]


@pytest.mark.parametrize(
    "lines",
    [
        # A label alone where each row has its bars
        ("| 行政规范性文件 |  | 9 | 8 |", "| 行政许可 |"),
        # A cell a line, where an extractor may have dropped what stood there before
        ("规章 |", "1 |", "2 |", "3 |", "行政许可 |", "0 |", "行政事业性收费"),
    ],
)
def test_a_label_alone_does_not_break_a_table_off(lines: tuple[str, ...]) -> None:
    """Its figures may have been dropped."""
    assert Doubt.END not in rows(*lines)[-1].doubts


@pytest.mark.parametrize(
    "lines",
    [
        ("规章 |", "1 |", "0 |", "3 |", "行政许可 |", "0 |", "行政事业性收费"),
        ("信息内容 | 本年处理决定数量 |", "| 行政许可 | 0 |", "| 行政处罚 | 0"),
    ],
)
def test_a_row_without_the_last_bar_of_the_others_breaks_a_table_off(lines: tuple[str, ...]) -> None:
    """A cell a line, where figures stand there twice, a label alone does so as well."""
    assert Doubt.END in rows(*lines)[-1].doubts


def test_what_our_writer_wrote_has_a_cell_for_each_column_or_each_figure() -> None:
    """In Markdown and in text."""
    wide = ("规章|1||3", "行政规范性文件|||5")

    assert [row.cells for row in rows(*wide, own=True)] == [["1", "", "3"], ["", "", "5"]]
    assert [row.cells for row in rows("规章|1|2|3", "行政许可|8", own=True)] == [["1", "2", "3"], ["8"]]


def test_in_what_our_writer_wrote_a_row_with_words_keeps_its_blank_cells() -> None:
    """It prints each of them; of others, none of which has a blank, nobody knows whether they do."""
    printed = ("规章||待定|3", "行政规范性文件|4|5|6", "行政许可|8")

    assert [row.cells for row in rows(*printed, own=True)] == [["", "待定", "3"], ["4", "5", "6"], ["8"]]
    assert read(*printed) == [None, ["4", "5", "6"], ["8"]]


def test_what_our_writer_wrote_is_in_one_style() -> None:
    """Blanks around cells tell no other part of it, as they do of other tables."""
    printed = ("规章 | 1 |  | 3", "行政规范性文件|4|5|6", "行政许可 | 8")

    assert [row.doubts for row in rows(*printed, own=True)] == [set(), set(), set()]
    assert read(*printed) == [None, ["4", "5", "6"], ["8"]]


def test_in_what_our_writer_wrote_a_row_that_lacks_a_cell_need_not_lack_the_last() -> None:
    """Somebody may have taken out another one."""
    printed = ("规章|1|2|3", "行政规范性文件|4|5", "行政许可|8")

    assert [row.doubts for row in rows(*printed, own=True)] == [set(), {Doubt.PLACES}, set()]


def test_a_blank_row_of_a_table_without_a_style_has_all_its_cells_only_with_the_bar_behind_them() -> None:
    """In other styles, the last cell may have none."""
    above = (f"{NEW} | 4 ||| 5 || 6 | 1", f"{CARRIED} || 1 || 2 ||||| 3")
    below = "（二）部分公开 | 1 |||| 5 | 2 ||"

    for bars, blank in (("|  |  |  |  |  |  | ", False), ("|  |  |  |  |  |  |  |", True)):
        printed = rows(*above, f"（一）予以公开 {bars}", below, cls=Requests)
        assert [(row.cells, row.doubts) for row in printed if row.number == GRANTED] == [
            ([""] * 7, set()) if blank else ([], {Doubt.PLACES})
        ]


def test_no_bar_opens_rows_where_each_cell_has_two() -> None:
    """Behind two figures, a bar on a line of its own can be that of a blank cell or open the next row, two cannot."""

    def printed(bars: str) -> list[str]:
        texts = ("各类文件", "规章", "1", "2", "", "行政规范性文件", "4", "5", "", "行政许可", "8")
        return [f"{text} {bars}" for text in texts]

    assert read(*printed("|")) == [None, None, ["8"]]
    assert read(*printed("||")) == [["1", "2", ""], ["4", "5", ""], ["8"]]


@pytest.mark.parametrize("above", [(), ("单位名称",)])
def test_no_bar_opens_rows_where_the_first_line_with_one_is_a_label(above: tuple[str, ...]) -> None:
    """It would stand before that; what stands above it without a bar is none of the table."""
    figures = ["4", "1", "0", "2", "0", "3", ""]
    printed = [f"{text} |".lstrip() for label in (NEW, CARRIED) for text in (label, *figures)]
    last = [f"{text} |" for text in ("（一）予以公开", *"4102037")]

    assert read(*above, *printed, *last, cls=Requests) == [figures, figures, list("4102037")]


@pytest.mark.parametrize("row", ["规章312", "规章31 | |", "规章3 | 1 |"])
def test_figures_on_a_label_need_not_be_those_that_they_seem(row: str) -> None:
    """Nor is it known in which columns they stand."""
    assert [each.doubts for each in rows(row, "行政规范性文件 | 2 | 1 | 5 |")] == [{*UNPLACED}, set()]


def test_beside_an_odd_row_only_rows_are_in_doubt_that_another_style_prints_elsewhere() -> None:
    """The figures of one can stand behind a blank cell before those of the form; another row has no blank there."""
    printed = (
        f"{CARRIED} |  | 2 |  |  | 3 |  |",
        "三、本年度办理结果 | （一）予以公开 |  |  |  | 4 |  | 5 | 9",
        "3.补正后申请内容仍不明确 |  |  | 6 | 1 |  |  | 7",
        "（五）不予处理 | 1.信访举报投诉类申请 | 8 |  | 1 | 2 |  | 11",
    )

    assert read(*printed, cls=Requests) == [
        ["", "2", "", "", "3", "", ""],
        ["", "", "", "4", "", "5", "9"],
        ["", "", "6", "1", "", "", "7"],
        None,
    ]


def test_rows_filled_up_to_the_width_of_the_grid_are_not_written_out() -> None:
    """The heads on another line show it, which are not as wide."""
    heads = ("自然人|法人或其他组织|||||总计|||", "商业企业|科研机构|社会公益组织|法律服务机构|其他")

    assert read(*heads, f"{NEW}|4|0|0|0|0|0|4||", f"{CARRIED}|1|0|0|0|0|0|1||", cls=Requests) == [
        ["4", "0", "0", "0", "0", "0", "4"],
        ["1", "0", "0", "0", "0", "0", "1"],
    ]


def test_bars_behind_the_last_of_too_few_cells_make_no_column() -> None:
    """Of two figures, each can stand in any of three columns."""
    assert read("规章 | 1 | 2 |", "行政规范性文件 | 3 | 4 |") == [None, None]


def test_lines_with_as_many_cells_as_the_form_may_have_bars_around_them() -> None:
    """These are no cells, and blanks are gone."""
    assert read("| 规章 | 3 |", "| 行政规范性文件 | 2 |") == [None, None]


def test_noughts_behind_the_blank_cells_of_a_whole_row_can_be_those_of_the_next() -> None:
    """A cell a line, where its label is lost; as many noughts as cells are those of a row in any other case."""
    full = "行政规范性文件 | 1 | 2 | 3 |"
    blank, noughts = "规章 |  |  |  |", "0 | 0 | 0 |"

    assert read(*a_cell_a_line(f"{blank} {noughts}", full)) == [None, ["1", "2", "3"]]
    assert read(f"{blank} {noughts}", full) == [["0", "0", "0"], ["1", "2", "3"]]
    assert read("规章 | 000 |", full) == [["0", "0", "0"], ["1", "2", "3"]]
    assert read(*a_cell_a_line(full, "行政许可 |  | 0 |")) == [["1", "2", "3"], ["0"]]


def test_noughts_with_a_blank_cell_among_them_can_be_those_of_the_next_row_too() -> None:
    """A cell a line, where its label is lost; a blank cell before each of them is of a column between."""
    full = "行政规范性文件 | 1 | 2 | 3 |"
    within, between = "规章 | 0 |  | 0 | 0 |", "规章 |  | 0 |  | 0 |  | 0 |"

    assert read(*a_cell_a_line(within, full)) == [None, ["1", "2", "3"]]
    assert read(within, full) == [["0", "0", "0"], ["1", "2", "3"]]
    assert read(*a_cell_a_line(between, full)) == [["0", "0", "0"], ["1", "2", "3"]]
    assert read(*a_cell_a_line("规章 |  |  |  |  | 000 |", full)) == [None, ["1", "2", "3"]]
    assert read(*a_cell_a_line("规章0 | 0 | 0 |", full)) == [["0", "0", "0"], ["1", "2", "3"]]


def test_as_many_noughts_as_table_iv_has_cells_are_its_row_however_many_bars_stand_before_it() -> None:
    """Those that fill its heads up are no blank cells; there is no next row, and a figure lacks its bar."""
    heads = [*a_cell_a_line("|".join([HEADS_OF_REVIEW] * 3)), "|||||"]
    noughts = ["0 |", "0", *["0 |"] * 13]

    assert read(*heads, *noughts, cls=ReviewAndLitigation) == [["0"] * 15]


def test_where_blank_cells_end_a_full_row_bars_below_others_stand_in_place_of_none() -> None:
    """Only what a label spans is filled up; where no full row ends in a blank cell, it may be gone."""
    kept = "规章 | 61 | 0 |  |"
    others = ["行政规范性文件 | 34 | 0 | 0 |"]
    for label in ("行政许可", "行政处罚", "行政强制"):
        others += [f"{label} | 5 |", "||"]
    figures = [["34", "0", "0"], ["5"], ["5"], ["5"]]

    assert read(kept, *others) == [["61", "0", ""], *figures]
    assert read("规章 | 61 | 0 |", "|", *others) == [None, *figures]


def a_cell_a_line(*rows: str) -> list[str]:
    """Print each cell of rows on a line of its own, with its bar."""
    return [f"{cell.strip()} |" for row in rows for cell in row.removesuffix("|").split("|")]


@pytest.mark.parametrize("bar", ["|", " |"])
def test_a_figure_below_the_bars_that_fill_a_row_up_is_not_of_that_row(bar: str) -> None:
    """With a cell a line, blanks before the bars or not."""
    lines = ("行政处罚|", "2|", "||", "7|", "||", "行政强制|", "0|", "||")

    read_rows = rows(*(line.replace("|", bar, 1) for line in lines))
    assert [(row.number, row.cells) for row in read_rows] == [(3, ["2"]), (None, ["7"]), (4, ["0"])]


def with_labels_alone(*rows: str) -> list[str]:
    """Give rows of table III behind those that are labels alone."""
    labels = (row.labels[-1] for row in figure_rows(Requests))
    return [*(f"{label} |" for label in islice(labels, 13 - len(rows))), *rows]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        # Each blank cell has a bar behind it.
        ("（七）总计 |  |  |  |  |  |  |  |", [""] * 7),
        # One is missing.
        ("（七）总计 |  |  |  |  |  |  |", None),
        ("（七）总计 |  |  |  |  |  |  | 3 |", None),
    ],
)
def test_a_row_with_a_blank_cell_for_each_column_is_blank(row: str, cells: list[str] | None) -> None:
    """Whatever style the others are printed in, of which there are labels alone."""
    lines = ["自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |", *with_labels_alone(row)]

    assert read(*lines, cls=Requests)[-1] == cells


def test_a_row_has_a_blank_cell_for_each_column_also_where_no_bar_stands_behind_the_last_one() -> None:
    """1.属于国家秘密 | 0 | 0 has none behind it, nor has any other row."""
    lines = [
        "自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计",
        "1.属于国家秘密 | 0 | 0",
        "2.其他法律行政法规禁止公开 |  | 0",
        "3.危及“三安全一稳定” |  |  | 5",
        "4.保护第三方合法权益 | 6",
        "5.属于三类内部事务信息 |  |  |  |  |  |  | ",
    ]

    assert read(*lines, cls=Requests) == [None, None, None, None, [""] * 7]


def test_where_no_style_is_known_a_row_needs_a_bar_behind_each_blank_cell() -> None:
    """Of rows with four, five and six blank cells, the last one can have lost one as well."""
    lines = [
        "1.属于国家秘密 |  |  |  |  |",
        "2.其他法律行政法规禁止公开 |  |  |  |  |  |",
        "3.危及“三安全一稳定” |  |  |  |  |  |  |",
    ]

    assert read(*lines, cls=Requests) == [None, None, None]


def test_rows_whose_figures_stand_on_their_labels_do_not_tell_how_others_are_printed() -> None:
    """They are most rows, and no style prints them."""
    lines = [
        "1.属于国家秘密03 |",
        "2.其他法律行政法规禁止公开12 |",
        "3.危及“三安全一稳定”4 |",
        "4.保护第三方合法权益 | 1 |  | 3 |  | 5 |  |  |",
    ]

    assert read(*lines, cls=Requests) == [None, None, None, ["1", "", "3", "", "5", "", ""]]


KINDS = "自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |"


def test_labels_alone_beside_one_with_its_figures_do_not_tell_how_blank_cells_are_printed() -> None:
    """（一）予以公开 | is one cell as 2.…11 | is, with nothing in it but its label; else its blank cells are gone."""
    carried = "二、上年结转政府信息公开申请数量 |  | 3 |  |  |  |  |  |"
    lines = (KINDS, carried, "（一）予以公开 |", "（二）部分公开 |", "1.属于国家秘密 |")
    cells = ["", "3", "", "", "", "", ""]

    assert read(*lines, "2.其他法律行政法规禁止公开11 |", cls=Requests) == [cells, None, None, None, None]
    assert read(*lines, cls=Requests) == [None] * 4


def test_rows_of_blank_cells_beside_one_with_its_figures_on_its_label_tell_how_these_are_printed() -> None:
    """Each has a bar for each of its cells; three rows with fewer do not outweigh them."""
    odd = ("（一）予以公开 |  |  | 5 |  |", "（二）部分公开 |  | 5 |  |  |", "1.属于国家秘密 |  |  |  | 5 |  |")
    blank = [f"{row.labels[-1]} |  |  |  |  |  |  |  |" for row in figure_rows(Requests)[5:9]]
    lines = (KINDS, *odd, *blank, "6.属于四类过程性信息 |  | 3 |  |  |  |  |  |", "7.属于行政执法案卷11 |")

    assert read(*lines, cls=Requests)[3:] == [*[[""] * 7] * 4, ["", "3", "", "", "", "", ""], None]


def test_a_label_alone_beside_one_with_its_figures_is_no_row_of_another_style() -> None:
    """Between rows with blank cells, which could be of a part of the table that prints cells before the first."""
    lines = (
        KINDS,
        "一、本年新收政府信息公开申请数量 | 1 | 2 |  | 3 |  | 4 | 10 |",
        "二、上年结转政府信息公开申请数量 |  |  |  |  | 3 |  | 3 |",
        "（一）予以公开 |",
        "（二）部分公开 |  |  |  |  | 3 |  | 3 |",
        "1.属于国家秘密11 |",
    )
    cells = ["", "", "", "", "3", "", "3"]

    assert read(*lines, cls=Requests) == [["1", "2", "", "3", "", "4", "10"], cells, None, cells, None]


def test_a_label_that_bars_fill_up_as_they_do_a_caption_stands_before_blank_cells() -> None:
    """Wherever blank cells of other rows are printed; with a bar too few, a figure can be gone."""
    heads = ("第二十条第（一）项 | |||", "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |")
    others = ("行政规范性文件 |  | 2 |  |", "第二十条第（五）项 | |||", "信息内容 | 本年处理决定数量 | ||")
    below = ("行政处罚 |  | ||", "行政强制8 | |||")

    whole = read(*heads, "规章 | |||", *others, "行政许可 | |||", *below)
    assert whole == [["", "", ""], ["", "2", ""], [""], [""], None]
    short = read(*heads, "规章 | ||", *others, "行政许可 | ||", *below)
    assert short == [None, ["", "2", ""], None, [""], None]


def test_a_row_of_table_iv_that_is_one_blank_cell_is_blank_where_bars_fill_it_up() -> None:
    """A cell a line: |, and below it as many bars as columns are left, as below the heads."""
    results = HEADS_OF_REVIEW.split("|")
    heads = (["行政复议", "行政诉讼"], [*results, "未经复议直接起诉", "复议后起诉"], [*results, *results])
    lines = [line for row in heads for line in (*(f"{cell} |" for cell in row), "|" * (15 - len(row)))]

    assert read(*lines, "|", "|" * 14, cls=ReviewAndLitigation) == [[""] * 15]
    assert read(*lines, "|", "|" * 13, cls=ReviewAndLitigation) == [None]


def test_the_last_label_is_not_filled_up_where_no_bars_are_behind_it() -> None:
    """行政强制 |, below rows that are: what fills the last row up is left out, or its cell is gone."""
    heads = ("第二十条第（五）项 | |||", "信息内容 | 本年处理决定数量 | ||")

    assert read(*heads, "行政许可 | 8 | ||", "行政处罚 | 3 | ||", "行政强制 |") == [["8"], ["3"], None]


def test_the_label_of_a_group_in_one_cell_with_its_first_row_is_filled_up_as_others_are() -> None:
    """三、本年度办理结果（一）予以公开 | |||… has as many bars as 自然人 | … of the form has columns."""
    full = "一、本年新收政府信息公开申请数量 | 1 |  |  |  |  |  | 1 | ||"
    lines = (full, "三、本年度办理结果（一）予以公开 | |||||||||", "（二）部分公开 | 3 |  |  |  |  |  | 3 | ||")
    blank = [""] * 5

    assert read(*lines, cls=Requests) == [["1", *blank, "1"], [""] * 7, ["3", *blank, "3"]]
    assert read(lines[0], lines[1][:-1], lines[2], cls=Requests)[1] is None


def test_a_row_of_blank_cells_above_figures_without_a_label_is_in_doubt() -> None:
    """规章 / | / | / ||, and below it 3, which can be one of its figures."""
    lines = ("规章|", "|", "|", "||", "3|", "行政规范性文件|", "1|", "2|", "4|")

    assert read(*lines)[0] is None


def test_one_blank_cell_tells_too_little_of_a_row_that_no_style_explains() -> None:
    """行政许可 |  |, above rows that are labels alone: there can be a bar too many."""
    assert read("行政许可 |  |", "行政处罚 |", "行政强制 |", "行政事业性收费 |")[0] is None


def test_one_blank_cell_is_told_where_a_style_explains_it() -> None:
    """Also where another one, in which blanks are gone, explains as many rows."""
    lines = ("行政许可 | 77 |", "行政处罚 | 12 |", "行政强制 |  |", "规章 | 8 | 5 |")

    assert read(*lines) == [["77"], ["12"], [""], None]


def test_the_bar_that_opens_the_next_row_is_no_blank_cell() -> None:
    """行政许可 / | / |, where a bar stands above each row, and blank cells may be gone."""
    rows_of_form = ("规章", "12"), ("行政许可",), ("行政处罚", "3"), ("行政强制", "8")
    lines = chain.from_iterable(("|", *chain.from_iterable((cell, "|") for cell in row)) for row in rows_of_form)

    assert read("|", "信息内容", "|", "本年处理决定数量", "|", *lines)[1] is None


@pytest.mark.parametrize(
    ("heads", "is_told"),
    [
        ("申请人情况 | 备注 |", True),
        ("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况 | 备注 |", True),
        ("序号 | 申请人情况 | 备注 |", False),
        ("申请人情况 |", False),
    ],
)
def test_the_head_of_a_column_behind_tells_that_no_blank_stands_before_the_figures(
    heads: str, *, is_told: bool
) -> None:
    """Each row has one blank cell more than the form, and in none a figure stands in the first or the last column."""
    lines = [
        heads,
        "自然人 | 法人或其他组织 | 总计 |",
        "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |",
        "1.属于国家秘密 |  |  | 3 |  |  |  | 3 |  |",
        "2.其他法律行政法规禁止公开 |  |  |  | 4 |  |  | 4 |  |",
    ]

    figures = [["", "", "3", "", "", "", "3"], ["", "", "", "4", "", "", "4"]]
    assert read(*lines, cls=Requests) == (figures if is_told else [None, None])


def test_the_head_of_the_labels_in_place_of_the_note_on_the_balance_is_of_no_further_column() -> None:
    """A total that is not the sum stands as it is printed."""
    lines = [
        "项目 | 申请人情况 |",
        "自然人 | 法人或其他组织 | 总计 |",
        "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |",
        "1.属于国家秘密 | 1 | 0 | 0 | 2 | 0 | 0 | 5 |",
        "2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 4 | 0 | 0 | 4 |",
    ]

    assert read(*lines, cls=Requests) == [["1", "0", "0", "2", "0", "0", "5"], ["0", "0", "0", "4", "0", "0", "4"]]


@pytest.mark.parametrize("opening", ["", "| "])
def test_rows_that_begin_with_their_labels_have_no_cell_for_each_column(opening: str) -> None:
    """Each would begin with blank cells for the labels that reach down beside it: where none does, bars are counted."""
    figures = "|  |  | 5 |  |  |  | 5 |"
    newly, granted = f"一、本年新收政府信息公开申请数量 {figures}", f"三、本年度办理结果 | （一）予以公开 {figures}"
    below = ("（二）部分公开 |", f"（七）总计 {figures}")
    columns = ["", "", "5", "", "", "", "5"]

    alone = [opening + line for line in (newly, granted, *below)]
    written_out = [opening + line for line in (newly, granted, *(f" | {line}" for line in below))]
    assert read(*alone, cls=Requests) == [columns, columns, None, columns]
    assert read(*written_out, cls=Requests) == [None] * 4


@pytest.mark.parametrize(("label", "doubts"), [("总计", set()), ("件数合计", {Doubt.ORDER})])
def test_a_figure_with_a_remark_leaves_the_row_of_table_iv_known(label: str, doubts: set[Doubt]) -> None:
    """With a cell a line, it stands behind the last head; a label of its own tells that it is no row of the form."""
    heads = ("行政复议", "行政诉讼", *HEADS_OF_REVIEW.split("|")[:4], label)
    cells = ("3（预算数）", *map(str, range(20, 34)))

    (row,) = rows(*(f"{text} |" for text in (*heads, *cells)), cls=ReviewAndLitigation)

    assert (row.cells, row.doubts) == ([*cells], doubts)


@pytest.mark.parametrize(
    ("figures", "is_sure"),
    [
        (("8", "4", "3", "", "15"), False),
        (("8", "", "", "4", "12"), False),
        (("8", "4", "3", "", "16"), True),
        (("8", "", "", "", "8"), True),
        (("0", "0", "0", "", "0"), True),
        (("8", "4", "3件", "", "15"), True),
        (("8", "4", "3", "", "", "", "15"), True),
        (("8", "4", "3", "", "15", "", ""), True),
    ],
)
def test_a_row_of_table_iii_that_ends_in_its_sum_before_its_total_is_in_doubt(
    figures: tuple[str, ...], *, is_sure: bool
) -> None:
    """Blank cells before its total can be gone, unless it has a cell for each column as all others have."""
    new, below = (f"{NEW}|", "9|", "|", "1|", "|", "|", "|", "10|", "||"), [f"{figure}|" for figure in figures]

    carried = rows(*new, f"{CARRIED}|", *below, "||", cls=Requests)[1]

    assert carried.cells == [*figures, *[""] * (7 - len(figures))]
    assert (Doubt.PLACES not in carried.doubts) == is_sure


PAGE = ("规章|0|1|2", "行政规范性文件", "第二十条第（五）项", "行政许可|8", "行政处罚")
CELLS = ("规章|", "0|", "1|", "2|", "行政规范性文件|", "0|", "3|", "2|")


def test_a_label_alone_is_a_blank_row_where_all_figures_stand_beside_labels() -> None:
    """Of lines without bars, as those of a page of a PDF are."""
    assert read(*PAGE) == [["0", "1", "2"], ["", "", ""], ["8"], [""]]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("8", *PAGE), id="figure-without-a-label"),
        pytest.param((*PAGE[:3], "行政许可 | 8 |", PAGE[4]), id="bars"),
        pytest.param(("信息内容|本年制发件数|本年废止件数|现行有效件数", "规章", "行政规范性文件"), id="no-figures"),
        pytest.param((*CELLS, "行政许可", "行政处罚|", "8|", "行政强制|", "7|"), id="figures-below-labels"),
        pytest.param(("规章|0|1|2", "行政许可|8", "行政处罚八"), id="words-behind-the-label"),
        pytest.param((*PAGE, "行政强制|5|7"), id="figure-too-many"),
        pytest.param((*PAGE, "5行政强制|7"), id="figure-on-the-next-label"),
    ],
)
def test_a_label_alone_can_have_a_figure_elsewhere(lines: tuple[str, ...]) -> None:
    """Then it is in doubt."""
    alone = [row for row in rows(*lines) if row.number is not None and not row.stated]

    assert alone
    assert not any(row.is_placed for row in alone)


def test_a_label_with_a_bar_behind_it_is_none_alone() -> None:
    """A cell that is gone may have stood behind it, though no other line has blanks around its bars."""
    assert read("规章|0|1|2", "行政规范性文件|", "行政许可|8")[1] is None


def test_as_many_blank_cells_between_each_two_figures_leave_a_full_row_sure() -> None:
    """A worksheet can have a narrow column behind each; of one figure below a blank cell, nobody knows its column."""
    blank = "\N{NO-BREAK SPACE}"
    even = ("规章", blank, "0", blank, "1", blank, "2", blank, "行政许可", blank, "8", blank)
    uneven = ("行政规范性文件", blank, "3", "4", blank, "5", blank)

    assert read(*even, *uneven) == [["0", "1", "2"], None, None]

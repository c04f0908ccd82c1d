"""Habits of pages that tables are taken from: fewer columns, line breaks in blank cells, labels with more words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.builders import build_report
from support.printers import print_report
from support.publishing.text import cell_a_line

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell, Paragraph
from govdisclosure.reading.labels import is_explained
from govdisclosure.reading.page.bars import unbarred
from govdisclosure.reading.page.loose import gathered
from govdisclosure.reading.tables.lines import lines_of
from govdisclosure.reading.tables.pieces import have_broken_blanks
from govdisclosure.reading.tables.text_rows import rows_of_lines

if TYPE_CHECKING:
    from govdisclosure.form.blocks import Block
    from govdisclosure.model.structure import Table

OF_2019 = gd.ProactiveDisclosure2019
ITEM_ONE = (
    "信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |",
    "规章 |  | 2 | 7 |",
    "规范性文件 | 3 |  |  |",
)
ITEM_FIVE = (
    "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |",
    "行政许可 | 11 |  | 40 |",
    "其他对外管理服务事项 |  |  | 5 |",
)


def read(*lines: str, cls: type[Table]) -> list[list[str] | None]:
    """Give the cells of each row of lines with bars; None of one that is in doubt."""
    grid = Grid.of_lines((tuple(map(GridCell, line.split("|"))) for line in lines), (None for _ in lines))
    return [None if row.doubts else row.cells for row in rows_of_lines(lines_of(grid), cls, own=False)]


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_the_table_of_2019_keeps_its_blank_cells_in_however_many_columns(more: int) -> None:
    """Four are enough for its rows, the form has five, and some pages have six; bars fill each row up to them."""
    filled, twice, caption = "|" * (1 + more), "|" * (2 + more), "|" * (4 + more)
    lines = (
        f"第二十条第（一）项 |{caption}",
        *(line + filled for line in (*ITEM_ONE, *ITEM_FIVE)),
        f"第二十条第（八）项 |{caption}",
        f"信息内容 | 上一年项目数量 | 本年增/减 |{twice}",
        f"行政事业性收费 | 6 |  |{twice}",
    )

    assert read(*lines, cls=OF_2019) == [["", "2", "7"], ["3", "", ""], ["11", "", "40"], ["", "", "5"], ["6", ""]]


def test_a_table_is_no_narrower_than_its_widest_row() -> None:
    """In the form of 2021 a row with two figures and as many bars as three have lacks a cell somewhere."""
    lines = ("第二十条第（一）项 | ||", "规章 | 1 | 2 | 3 |", "行政规范性文件 | 4 | 5 |", "行政许可 | 8 | |")

    assert read(*lines, cls=gd.ProactiveDisclosure)[:2] == [["1", "2", "3"], None]


HEADS_OF_REQUESTS = (
    "自然人 | 法人或其他组织 | 总计 |",
    "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |",
)
HEADS_OF_REVIEW = (
    "行政复议 | 行政诉讼 |",
    "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 |",
    "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |",
)


def test_a_line_break_in_a_blank_cell_ends_no_row() -> None:
    """Where heads stand on one line, a line that a bar opens goes on with the row above; so does a bar, or nothing."""
    lines = (
        "一、本年新收政府信息公开申请数量 | 4 |",
        *("|", "", "|"),
        "| 2 |",
        "| 6 |",
        "二、上年结转政府信息公开申请数量 |",
        "| 1 | 0 | 0 | 0 | 0 | 1 |",
        "三、本年度办理结果 | （一）予以公开 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |",
    )

    assert read(*HEADS_OF_REQUESTS, *lines, cls=gd.Requests) == [
        ["4", "", "", "", "2", "", "6"],
        ["", "1", "0", "0", "0", "0", "1"],
        ["4", "0", "0", "0", "0", "0", "4"],
    ]


def test_a_line_break_in_a_blank_cell_of_table_iv_ends_no_row() -> None:
    """Its row begins below its heads, be its first cell blank."""
    row = ("| 1 | 0 | 0 |", "| 0 | 0 | 0 | 0 |", "| 2 | 0 | 0 | 0 | 2 |")

    (cells,) = read(*HEADS_OF_REVIEW, *row, cls=gd.ReviewAndLitigation)

    assert cells == ["", "1", "0", "0", "", "0", "0", "0", "0", "", "2", "0", "0", "0", "2"]


def has_broken_blanks(*lines: str, cls: type[Table] = gd.Requests) -> bool:
    """Tell whether the lines of a table break off within its blank cells."""
    return have_broken_blanks(lines_of(_lines(*lines)), cls)


def test_other_lines_that_a_bar_opens_do_not_go_on_with_the_row_above() -> None:
    """Those of a table whose lines all open with one, whole rows, and those of a table with a cell a line."""
    label, row = "一、本年新收政府信息公开申请数量 |", "| 4 | 0 | 0 | 0 | 0 | 4 |"

    assert has_broken_blanks(*HEADS_OF_REQUESTS, label, row)
    assert not has_broken_blanks(*HEADS_OF_REQUESTS, label, "| 4 | 0 | 0 | 0 | 0 | 0 | 4 |")
    assert has_broken_blanks(*HEADS_OF_REQUESTS, f"{label} 4 |", "| 6 |")
    assert not has_broken_blanks("自然人 |", "总计 |", f"{label} 4 |", "| 6 |")
    assert not has_broken_blanks("自然人 |", "总计 |", f"{label} 4 | 0 |", "| 6 |")
    assert not has_broken_blanks(*(f"| {line}" for line in HEADS_OF_REQUESTS), label, row)
    assert not has_broken_blanks(*HEADS_OF_REQUESTS, label, "|")
    assert not has_broken_blanks(*HEADS_OF_REQUESTS, label, "| 二、上年结转政府信息公开申请数量 | 4 |")
    for above, below in ((label[:-1], row), (label, row[1:]), (label, "4")):
        assert not has_broken_blanks(*HEADS_OF_REQUESTS, above, below)


@pytest.mark.parametrize("below", ["|  | 126 | |", "| 4 |  | 6 |"])
def test_lines_with_blank_cells_of_their_own_are_not_joined_by_another(below: str) -> None:
    """A row that a page has broken between cells has a bar at the end of one line, and maybe one before the next."""
    label = "一、本年新收政府信息公开申请数量 | 140 |"

    assert not has_broken_blanks(*HEADS_OF_REQUESTS, label, below)
    assert not has_broken_blanks(*HEADS_OF_REQUESTS, label.replace("140", " | 9"), "| 4 |")
    assert not has_broken_blanks(*HEADS_OF_REQUESTS, label + " |", "| 4 |")
    assert has_broken_blanks(*HEADS_OF_REQUESTS, label, "| 4 | |||")
    assert has_broken_blanks(*HEADS_OF_REQUESTS, label, "| 4 |")


def test_the_row_of_table_iv_does_not_go_on_with_its_heads() -> None:
    """Nor with the bars that fill these up; what goes on with it is a line below its figures, or below a bar alone."""
    row = "| 1 | 0 | 0 |"

    for above in ((), ("|||||",)):
        assert not has_broken_blanks(*HEADS_OF_REVIEW, *above, row, cls=gd.ReviewAndLitigation)
    for above in (("0 | 1 |",), ("|",)):
        assert has_broken_blanks(*HEADS_OF_REVIEW, *above, row, cls=gd.ReviewAndLitigation)


def test_a_head_in_other_words_begins_the_next_row_of_heads() -> None:
    """公民 for 自然人: the row of heads above it is one of the form, and tells how rows are printed."""
    requests = dict.fromkeys(cell.path for cell in gd.cells(build_report()) if cell.path.startswith("requests."))
    stated = {"requests.legal_person.other.newly_received": 26, "requests.total.newly_received": 26}
    report = build_report(published=None, cells=requests | stated)
    printed = print_report(report, cell_a_line).replace("自然人 |", "公民 |").replace("科研机构", "科研院所")

    assert gd.parse(printed) == gd.Reading(report)


def test_a_total_beside_the_lowest_heads_leaves_rows_with_blank_cells_as_they_are() -> None:
    """A page can print 总计 with the kinds of legal persons, below a blank cell beside 法人或其他组织."""
    note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） |"
    above = (note, "申请人情况 |", "|" * 8, "自然人 |", "法人或其他组织 |", "|", "|" * 7)
    heads = ("商业企业 |", "科研机构 |", "社会公益组织 |", "法律服务机构 |", "其他 |", "总计 |", "|" * 4)
    first = ("一、本年新收政府信息公开申请数量 |", "1 |", "|", "3 |", *["|"] * 3, "4 |", "||")
    second = ("二、上年结转政府信息公开申请数量 |", "|", "2 |", *["|"] * 4, "2 |", "||")
    third = ("三、本年度办理结果 |", "（一）予以公开 |", "1 |", "2 |", "3 |", *["0 |"] * 3, "6 |", "|")
    fourth = ("（二）部分公开（区分处理的，只计这一情形，不计其他情形） |", *["0 |"] * 7, "||")

    assert read(*above, *heads, *first, *second, *third, *fourth, cls=gd.Requests) == [
        ["1", "", "3", "", "", "", "4"],
        ["", "2", "", "", "", "", "2"],
        ["1", "2", "3", "0", "0", "0", "6"],
        ["0"] * 7,
    ]


MEANING = "指行政许可以外的政务服务事项，含行政确认、行政给付、行政奖励、行政裁决、行政检查、行政征收和公共服务事项"
LONG = f"其他对外管理服务事项（{MEANING}）"
SENTENCES = "规章：是指设区的市以上政府制定的文件。名称一般称规定、办法。"


@pytest.mark.parametrize("label", [LONG, SENTENCES])
def test_a_label_with_what_it_means_behind_it_ends_no_table_without_bars(label: str) -> None:
    """However long it is, and though it is a sentence; any other sentence ends one."""
    above = ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量", "行政许可", "1", "2", "3")
    lines = (*above, label, "4", "5", "6", "第二十条第（六）项", "行政处罚", "7", "8", "9")

    assert gathered(map(Paragraph, lines)) == [_lines(*lines)]
    assert len(gathered(map(Paragraph, (*above, f"本年{MEANING}", "4")))) > 1


@pytest.mark.parametrize("behind", [" 4 5 6", "4", " /", "：4"])
def test_figures_behind_what_a_label_means_are_those_of_a_row(behind: str) -> None:
    """Such a line is not only a label; as a sentence it ends its table, which is read without it."""
    assert is_explained(SENTENCES)
    assert not is_explained(SENTENCES + behind)
    above = ("信息内容 上一年项目数量 本年增/减 处理决定数量", "行政许可 1 2 3")

    assert len(gathered(map(Paragraph, (*above, SENTENCES + behind, "行政处罚 7 8 9")))) > 1


def test_a_blank_in_a_remark_on_a_label_parts_no_cells() -> None:
    """Also before the remark; behind the last bracket stand figures of the row."""
    lines = (
        "信息内容",
        "处理决定数量 （指2024年办 结的）",
        "行政许可 （含 变更）",
        "4",
        "行政处罚 （简 易） 7",
        "行政强制",
        "0",
    )

    (grid,) = gathered(map(Paragraph, lines))

    assert isinstance(grid, Grid)
    assert [[cell.text for cell in row] for row in grid.rows] == [
        *([line] for line in lines[:4]),
        ["行政处罚 （简 易）", "7"],
        *([line] for line in lines[5:]),
    ]


def test_a_label_with_what_it_means_behind_it_is_no_text_between_bars() -> None:
    """If nothing but figures or blank cells stands below it; else it is a sentence as others are."""

    def blocks(*lines: str) -> list[Block]:
        return list(unbarred(_lines(*lines)))

    for below in ("4 |", "|", "4 | 5 | 6 |"):
        assert blocks(f"{SENTENCES} |", below) == [_lines(f"{SENTENCES} |", below)]
    for others in (["行政许可 |"], []):
        assert blocks(f"{SENTENCES} |", *others)[0] == Paragraph(SENTENCES)
    framed = f"{SENTENCES} |" + "|" * 40
    assert blocks(framed, "4 |")[0] == Paragraph(SENTENCES)
    assert blocks("本年许可4件。 |", "4 |")[0] == Paragraph("本年许可4件。")


def _lines(*lines: str) -> Grid:
    return Grid.of_lines((tuple(map(GridCell, line.split("|"))) for line in lines), (None for _ in lines))


def test_the_bar_of_a_label_can_stand_below_it() -> None:
    """As where its cell ends with a line break: the label is of the table, and parts it nowhere, be a blank between."""
    above, below = ("规章 |", "1 |", "|", "3 |"), ("8 |", "第二十条第（六）项 |")

    for label in (("行政许可", "|"), ("行政许可", "", "|")):
        blocks: list[Paragraph | Grid] = [_lines(*above), *map(Paragraph, label[:-1]), _lines(label[-1], *below)]
        assert gathered(blocks) == [_lines(*above, *label, *below)]
    for other in (
        ["行政许可", "||"],
        ["行政许可", "4 |"],
        ["行政许可 行政处罚", "|"],
        ["本地事项及其说明的全部内容和范围", "|"],
    ):
        blocks = [_lines(*above), Paragraph(other[0]), _lines(other[1], *below)]
        assert gathered(blocks) == blocks


def test_signs_with_noughts_in_brackets_are_a_cell_of_their_row() -> None:
    """They are no beginning of the label below: the row is quoted whole, and the next is read."""
    row = ("行政许可", "11", "+(0) -(0)", "40")
    below = ("其他对外管理服务事项", "6", "0", "5", "行政处罚", "1", "2", "3")
    heads = ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量")

    rows = rows_of_lines(lines_of(_lines(*heads, *row, *below)), OF_2019, own=False)

    assert [(each.label, each.cells, bool(each.doubts)) for each in rows] == [
        ("行政许可", ["11", "+(0) -(0)", "40"], True),
        ("其他对外管理服务事项", ["6", "0", "5"], False),
        ("行政处罚", ["1", "2", "3"], False),
    ]

"""What a table prints that is neither label nor figure: remarks are text of its section, and lose no figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from support.builders import build_report
from support.grids import read_foreign
from support.printers import print_report
from support.publishing.text import cell_a_line, row_a_line

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell

if TYPE_CHECKING:
    from support.grids import Markup
    from support.publishing.text import Printer

REPORT: Final = build_report(published=None)
RULES: Final = {f"proactive_disclosure.rules.{name}" for name in ("issued", "repealed", "in_force")}
PRINTERS: Final = pytest.mark.parametrize("printer", [row_a_line, cell_a_line])


def below(label: str, *cells: str) -> Markup:
    """Put a row of a grid below the one with a label."""

    def grid_with(grid: Grid) -> Grid:
        rows = list(grid.rows)
        places = [place for place, row in enumerate(rows) if any(cell.text == label for cell in row)]
        for place in places:
            width = sum(cell.columns for cell in rows[place])
            wide = GridCell(cells[-1], columns=width - len(cells) + 1)
            rows.insert(place + 1, (*map(GridCell, cells[:-1]), wide))
        return Grid(tuple(rows))

    return grid_with


def relabelled(old: str, new: str) -> Markup:
    """Change the text of a cell of a grid."""

    def grid_with(grid: Grid) -> Grid:
        rows = [
            [GridCell(new if cell.text == old else cell.text, cell.columns, cell.rows) for cell in row]
            for row in grid.rows
        ]
        return Grid(tuple(map(tuple, rows)))

    return grid_with


def disclosure_notes(reading: gd.Reading) -> list[str]:
    """Give the text beside table II."""
    assert reading.report.proactive_disclosure is not None
    return reading.report.proactive_disclosure.notes


def noted(reading: gd.Reading) -> list[tuple[str, str | None]]:
    """Give codes and texts of the notes."""
    return [(note.code, note.raw) for note in reading.notes]


def with_line(printer: Printer, label: str, line: str) -> gd.Reading:
    """Read a report in text with a line above the first one that begins with a label."""
    printed = print_report(REPORT, printer)
    start = printed.index(f"\n{label}") + 1
    return gd.parse(f"{printed[:start]}{line}\n{printed[start:]}")


@pytest.mark.parametrize(
    ("cells", "raw"),
    [
        (("其中微信公众号发布5311条",), "其中微信公众号发布5311条"),
        (("备注", "行政许可3件由政务服务中心办理"), "备注 | 行政许可3件由政务服务中心办理"),
        (("微信公众号", "约5311"), "微信公众号 | 约5311"),
        (("本地自设的事项", "约37"), "本地自设的事项 | 约37"),
        (("本地自设的事项", "近5"), "本地自设的事项 | 近5"),
        (("本地自设的事项", "30余"), "本地自设的事项 | 30余"),
        (("网站发布20条", "公众号发布30条"), "网站发布20条 | 公众号发布30条"),
        (("填报人：某某 联系电话：0000000",), "填报人：某某 联系电话：0000000"),
        (("统计时间：2022年1月20日",), "统计时间：2022年1月20日"),
        (("填表日期：2022年1月20日 3件",), "填表日期：2022年1月20日 3件"),
        (("填表人：某某 另有3件", "填表日期：2022年1月20日"), "填表人：某某 另有3件 | 填表日期：2022年1月20日"),
        (("内部文件", "16*"), "内部文件 | 16*"),
        (("内部文件", "*16"), "内部文件 | *16"),
        (("公开比例", "97%"), "公开比例 | 97%"),
        (("内部文件", "310/42"), "内部文件 | 310/42"),
        # Digits in circles, which are none of a figure
        (("①②③件",), "①②③件"),
    ],
)
def test_a_row_of_words_that_tells_a_number_is_noted(cells: tuple[str, ...], raw: str) -> None:
    """The form has no such row; its figure is in no cell, but it is not lost."""
    reading = read_foreign(REPORT, below("行政许可", *cells))

    assert noted(reading) == [("UNPLACED", raw)]
    assert (reading.report, reading.notes[0].paths) == (REPORT, ())


@pytest.mark.parametrize(
    ("cells", "remark"),
    [
        (("备注", "本表数据由各科室分别提供"), "备注 | 本表数据由各科室分别提供"),
        (("本表的数据统计截至2021年12月",), "本表的数据统计截至2021年12月"),
    ],
)
def test_a_row_of_words_is_text_of_the_section(cells: tuple[str, ...], remark: str) -> None:
    """It tells no figure that could be one of the form."""
    reading = read_foreign(REPORT, below("行政许可", *cells))

    assert (disclosure_notes(reading), reading.exact) == ([remark], True)


@PRINTERS
def test_a_line_of_words_in_a_table_of_text_is_noted(printer: Printer) -> None:
    """其中：微信公众号5311条, between the rows of table II."""
    reading = with_line(printer, "行政强制", "其中：微信公众号发布5311条 |")

    assert ("UNPLACED", "其中：微信公众号发布5311条") in noted(reading)


def test_a_column_of_remarks_is_text_of_the_section() -> None:
    """（一）予以公开 | 3 | … | 含上年结转的两件: what a column without figures repeats is said once."""

    def beside(grid: Grid) -> Grid:
        remarks = {"（一）予以公开": "含上年结转的两件", "申请人情况": "备注"}
        rows = [
            (*row, GridCell(next((remarks[cell.text] for cell in row if cell.text in remarks), "数据由各科室分别填报")))
            for row in grid.rows
        ]
        return Grid(tuple(rows))

    reading = read_foreign(REPORT, beside)

    assert reading.report.requests is not None
    assert reading.report.requests.notes == ["数据由各科室分别填报", "含上年结转的两件"]


def test_a_sentence_in_the_place_of_a_row_is_kept_whole() -> None:
    """规章制发5311件，废止5322件: its cells are blank with a note, and a note quotes its figures."""
    sentence = "规章制发5311件，废止5322件，现行有效5333件"

    def in_words(grid: Grid) -> Grid:
        rows = [(GridCell(sentence, columns=10),) if row[0].text == "规章" else row for row in grid.rows]
        return Grid(tuple(rows))

    reading = read_foreign(REPORT, in_words)

    assert ("UNPLACED", sentence) in noted(reading)
    assert {path for note in reading.notes for path in note.paths} == RULES


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("信息内容", "信息内容（5311）"),
        ("本年制发件数", "本年制发件数（含联合发文5311件）"),
        ("商业企业", "商业企业（含个体5311件）"),
        ("（四）无法提供", "（四）无法提供（含5311件）"),
        ("行政诉讼", "行政诉讼（5311）"),
    ],
)
def test_a_number_behind_a_label_is_noted(old: str, new: str) -> None:
    """A remark in a head or in the label of a group, or another year: what it says is in the note."""
    assert ("LABEL-ODD", new) in noted(read_foreign(REPORT, relabelled(old, new)))


def test_a_number_that_a_note_on_heads_quotes_is_noted_once() -> None:
    """2020年制发件数, above two rows of a report on 2021, stands in the notes on what these are."""
    heads = "2020年制发件数 | 本年废止件数 | 现行有效件数"

    assert noted(read_foreign(REPORT, relabelled("本年制发件数", "2020年制发件数"))) == [("LABEL-ODD", heads)] * 2


def in_front(label: str, text: str) -> Markup:
    """Put a text in front of the row that begins with a label, in a column that is blank but for it."""

    def grid_with(grid: Grid) -> Grid:
        return Grid(tuple((GridCell(text if row[0].text == label else ""), *row) for row in grid.rows))

    return grid_with


@pytest.mark.parametrize("text", ["5311", "3件", "约5311条"])
def test_a_figure_in_front_of_a_label_is_noted(text: str) -> None:
    """5311 | 规章 | 0 | 0 | 0 has more figures than the row."""
    reading = read_foreign(REPORT, in_front("规章", text))

    assert noted(reading) == [("UNPLACED", text)]
    assert (reading.report, reading.notes[0].paths) == (REPORT, ())


def test_digits_that_are_those_of_a_row_together_are_told_by_it_only_if_they_are_noughts() -> None:
    """规章 | 0 | 3 | 5, and in front of another row the number of a document, 035."""
    report = build_report(published=None, cells=dict(zip(sorted(RULES), (5, 0, 3), strict=True)))

    assert noted(read_foreign(report, in_front("行政许可", "035"))) == [("UNPLACED", "035")]


@pytest.mark.parametrize("number", ["1", "12"])
def test_the_number_of_a_row_in_front_of_its_label_is_not(number: str) -> None:
    """12 | 规章 | 0 | 0 | 0."""
    assert read_foreign(REPORT, in_front("规章", number)) == gd.Reading(REPORT)


def test_a_number_in_words_beside_figures_is_noted_without_them() -> None:
    """约5311条 | 规章7 | 0 | 0: the row, whose label is glued to a figure, has a note of its own."""

    def glued(grid: Grid) -> Grid:
        return relabelled("规章", "规章7")(in_front("规章", "约5311条")(grid))

    quoted = [raw for _, raw in noted(read_foreign(REPORT, glued))]

    assert quoted[:2] == ["规章 | 7 | 0 | 0 | 0", "约5311条"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("本年制发件数", "本年（2021）制发件数"),
        ("总计", "总计（1=2+3）"),
        ("自然人", "自然人(1)"),
        ("第二十条第（一）项", "第二十条第1项"),
        ("商业企业", "商业 企业"),
    ],
)
def test_the_year_of_the_report_and_numbers_of_columns_are_no_remark(old: str, new: str) -> None:
    """What every such form could say of itself tells nothing."""
    assert read_foreign(REPORT, relabelled(old, new)) == gd.Reading(REPORT)


@pytest.mark.parametrize(
    "cells",
    [
        ("单位", "件"),
        ("续表",),
        ("项目数量 增减 处理决定",),
        ("- 4 -",),
        ("第 3 页 共 9 页",),
        ("第20条第（1）项",),
        ("示例镇人民政府2021年政府信息公开工作年度报告",),
        ("二、主动公开政府信息情况",),
        # Beside another cell, it is no heading, but could be one.
        ("二、主动公开政府信息情况", "备注"),
    ],
)
def test_words_that_a_form_may_have_are_no_remark(cells: tuple[str, ...]) -> None:
    """A unit, a few words, pieces of heads, the number of a page."""
    reading = read_foreign(REPORT, below("行政许可", *cells))

    assert disclosure_notes(reading) == []


@pytest.mark.parametrize(
    "cells",
    [
        ("填表人：某某　审核人：某某　填表日期：2022年1月20日",),
        ("填表人：某某", "填报时间：2022-01-20"),
        ("填表日期", "2022.1.20"),
    ],
)
def test_the_day_on_which_a_form_was_filled_in_is_no_figure_of_it(cells: tuple[str, ...]) -> None:
    """A line that says who filled the form in, and when, is a part of forms."""
    assert read_foreign(REPORT, below("行政许可", *cells)) == gd.Reading(REPORT)


@pytest.mark.parametrize(
    "caption",
    ["（二）未经复议直接起诉的行政诉讼情况", "2021年度政府信息公开工作行政复议案件情况统计表"],
)
def test_the_caption_of_a_small_table_is_no_remark(caption: str) -> None:
    """It names a block of table IV, in however many words."""
    reading = read_foreign(REPORT, below("行政复议", caption))

    assert reading.report.review_and_litigation is not None
    assert reading.report.review_and_litigation.notes == []


@pytest.mark.parametrize("meaning", ["（依照有关规定不能公开的情形）", "：依照有关规定不能公开的情形"])
def test_what_a_label_means_is_no_remark(meaning: str) -> None:
    """Behind the label of a group, in brackets or behind a colon."""
    reading = read_foreign(REPORT, relabelled("（三）不予公开", f"（三）不予公开{meaning}"))

    assert (reading.report, noted(reading)) == (REPORT, [])


def test_heads_with_nothing_between_them_are_no_remark() -> None:
    """信息内容本年新制作数量本年新公开数量, as a program has run them together, and in other words."""
    reading = read_foreign(REPORT, below("行政许可", "信息内容本年制发件数本年废止件数现行有效件数"))

    assert disclosure_notes(reading) == []


def test_heads_in_words_of_their_own_are_no_remark() -> None:
    """本年度新制发并公开的文件 below 信息内容, where other heads are those of the form."""
    reading = read_foreign(REPORT, relabelled("本年制发件数", "本年度由本机关新制发并公开的"))

    assert disclosure_notes(reading) == []


@pytest.mark.parametrize(
    "remark",
    ["备注：县级无规章", "备注：无", "注：行政强制由执法队办理", "【说明】：规章一栏不适用"],
)
def test_a_row_that_says_that_it_is_a_remark_is_text_whatever_its_words(remark: str) -> None:
    """They may be those of a label, or too few for a remark that does not say what it is."""
    reading = read_foreign(REPORT, below("行政强制", remark))

    assert (disclosure_notes(reading), noted(reading)) == ([remark], [])


def test_a_remark_beside_a_head_is_text_of_the_section() -> None:
    """With the head, as it is printed."""
    reading = read_foreign(REPORT, below("行政强制", "信息内容", "备注：县级无规章"))

    assert (disclosure_notes(reading), noted(reading)) == (["信息内容 | 备注：县级无规章"], [])


def test_the_note_of_the_form_is_no_remark_though_it_says_so() -> None:
    """注：本列数据的勾稽关系为：…, below the rows of table III."""
    printed = "注：（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

    assert read_foreign(REPORT, below("四、结转下年度继续办理", printed)) == gd.Reading(REPORT)

"""Figures beside blank cells: where ways of printing put them in different columns, a note names the cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from support.builders import build_report
from support.grids import foreign, written_out
from support.printers import print_report
from support.publishing.styles import Style
from test_reading_styles import FULL, blanked, printed, read

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, Paragraph
from govdisclosure.form.grids import figure_rows
from govdisclosure.reading.page.losses import lost_characters
from govdisclosure.reading.recognize import recognize
from govdisclosure.reading.tables.units import other_units, units_of_money

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from support.publishing.sheets import Sheet
    from support.publishing.text import Line

REQUESTS = "requests"


def moved(truth: gd.AnnualReport, reading: gd.Reading) -> list[str]:
    """Give the cells that are read otherwise than they are printed, and named by no note."""
    noted = {path for each in reading.notes for path in each.paths}
    read_figures = {cell.path: cell.value for cell in gd.cells(reading.report)}
    return [
        cell.path
        for cell in gd.cells(truth)
        if cell.path not in noted and cell.path.partition(".")[0] not in noted and read_figures[cell.path] != cell.value
    ]


def two_bars_collapsed(row: Sequence[str]) -> str:
    """Print ``规章 || 1 || `` and ``||||`` below it: blanks are gone, their bars on the next line."""
    cells = [cell for cell in row if cell]
    filling = "||" * (4 - len(cells))
    return "".join(f"{cell} || " for cell in cells) + (f"\n{filling}" if filling else "")


def test_two_bars_a_cell_are_no_blank_cell() -> None:
    """规章 || 1 || has as many bars as 规章 |  | 1 |  |, but its figure stands in no column for sure."""
    figures, quoted = read(printed(blanked(1, 2, 4), two_bars_collapsed))

    assert figures == ["", "", "", *[""] * 3, *FULL[6:]]
    assert quoted == ["规章 | 1", "行政规范性文件 | 2 | 4"]


def in_two_styles(sheet: Sheet, rng: Random) -> Iterator[Line]:
    """Print the upper part of table III with a cell for each column, the lower filled up to the same width."""
    upper, lower = Style(written_out=True), Style(padding="beside")
    for place, row in enumerate(upper.rows(sheet)):
        if sheet.section != REQUESTS or place < len(sheet.rows) // 2:
            yield from upper.lines_of(row, sheet, rng)
        else:
            yield from lower.lines_of(sheet.rows[place], sheet, rng)


def with_blanks(stated: int) -> gd.AnnualReport:
    """Give a report in whose row 四、 of table III only one figure is stated, in this column."""
    report = build_report(published=None)
    paths = [cell.path for cell in gd.cells(report) if cell.path.endswith(".carried_forward")]
    for place, path in enumerate(paths):
        gd.put(report, path, 5 if place == stated else None)
    return report


@pytest.mark.parametrize("stated", range(7))
def test_a_row_that_two_styles_of_its_table_print_alike_is_noted(stated: int) -> None:
    """四、结转下年度继续办理 |  |  | 5 |: the first column written out, the third filled up."""
    truth = with_blanks(stated)

    assert not moved(truth, gd.parse(print_report(truth, in_two_styles)))


def with_labels_in_pieces(sheet: Sheet, rng: Random) -> Iterator[Line]:
    """Print a cell a line, of table III with blank cells before the figures, and some labels cut behind two letters."""
    for line in Style(cell_a_line=True)(sheet, rng):
        if sheet.section == REQUESTS and line.text[:2] in {"3.", "4."} and not line.paths:
            yield evolve(line, text=f"{line.text[:3]} |")
            yield evolve(line, text=line.text[3:])
        else:
            yield line


def test_the_beginning_of_a_label_is_no_cell_of_the_row_above() -> None:
    """2.重复申请 |  | 3 |  |  |  |  | 3 | 3.要: the row has seven cells, and the eighth shifts none of them."""
    truth = build_report(published=None)
    for cell in gd.cells(truth):
        if cell.path.startswith("requests.natural_person") or cell.path.startswith("requests.legal_person.other"):
            gd.put(truth, cell.path, None)

    assert not moved(truth, gd.parse(print_report(truth, with_labels_in_pieces)))


def test_words_behind_a_row_without_blanks_are_none_of_its_figures() -> None:
    """（一）予以公开 | 17 | … | kai)(kai): six figures and a piece of a label are not seven figures."""
    truth = build_report(published=None, cells={"requests.natural_person.outcomes.granted": None})

    def collapsed(sheet: Sheet, rng: Random) -> Iterator[Line]:
        for line in Style(blanks="collapsed")(sheet, rng):
            is_row = sheet.section == REQUESTS and "予以公开" in line.text
            yield evolve(line, text=line.text + " kai)(kai) |") if is_row else line

    assert not moved(truth, gd.parse(print_report(truth, collapsed)))


def test_figures_glued_elsewhere_put_a_lone_figure_in_doubt() -> None:
    """规章/// stands above, so 862862 in the first of fifteen cells can be two figures."""
    truth = build_report(published=None)
    truth.review_and_litigation = gd.ReviewAndLitigation.from_rows([[862862, *[None] * 14]])

    def glue(grid: Grid) -> Grid:
        rows = []
        for row in written_out(grid).rows:
            is_rules = row[0].text == "规章"
            texts = ["规章///", "", "", ""] if is_rules else [cell.text for cell in row]
            rows.append(tuple(evolve(cell, text=text) for cell, text in zip(row, texts, strict=True)))
        return Grid(tuple(rows))

    reading = recognize(foreign(truth, glue))

    assert {cell.path for cell in gd.cells(truth) if "review" in cell.path} <= {
        path for note in reading.notes for path in note.paths
    }


@pytest.mark.parametrize(
    "heads",
    [
        ("采购项目数量", "采购总金额（单位：万", "元）"),
        ("采购总金额（单", "位：万", "元）"),
        ("采购总金额（单位：万", "数量", "元）"),
    ],
)
def test_a_unit_in_pieces_is_the_whole_unit(heads: tuple[str, ...]) -> None:
    """采购总金额（单位：万 | 元）: 0.60 is an amount in 万元, and nothing is counted in 万."""
    cls = gd.ProactiveDisclosure2019

    assert units_of_money(heads, (), cls)["procurement.amount"] == "万元"
    assert not other_units(heads, (), cls)


def test_figures_behind_the_last_row_and_above_heads_are_of_no_row() -> None:
    """行政事业性收费 / 55704 / 本年处理决定数量 / 770: the page is printed column by column."""
    lines = [
        "规章 | 6 | 4 | 2 |",
        "行政规范性文件 |",
        "行政许可 |",
        "行政处罚 |",
        "行政强制 |",
        "行政事业性收费 | 55704 |",
    ]

    figures, _ = read(["信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |", *lines, "本年处理决定数量 | 770 |"])

    assert figures[9] == ""


def test_a_heading_with_a_digit_that_lacks_letters_is_a_sign_of_loss() -> None:
    """2、主动公开政府息情况 lacks a letter as 二、主动公开政府息情况 does; a second such line proves the loss."""
    blocks = [Paragraph("2、主动公开政府息情况"), Paragraph("5、存在的主要问题及改情况")]

    assert lost_characters(blocks) == " | ".join(block.text for block in blocks)


def changing_its_style(sheet: Sheet, rng: Random) -> Iterator[Line]:
    """Print a cell a line, the lower part of table III without its blanks and with the bars that fill it up apart."""
    upper, lower = (
        Style(cell_a_line=True, padding="beside"),
        Style(cell_a_line=True, padding="below", opened=True, blanks="collapsed"),
    )
    for place, row in enumerate(sheet.rows):
        style = lower if sheet.section == REQUESTS and place > len(sheet.rows) // 2 else upper
        yield from style.lines_of(row, sheet, rng)


@pytest.mark.parametrize("blank", range(7))
def test_a_row_in_the_part_of_a_table_that_is_printed_otherwise_is_noted(blank: int) -> None:
    """Its six figures and three bars look as if the style of the upper part had printed them."""
    truth = build_report(published=None)
    paths = [cell.path for cell in gd.cells(truth) if cell.path.endswith(".carried_forward")]
    gd.put(truth, paths[blank], None)

    reading = gd.parse(print_report(truth, changing_its_style))

    assert not moved(truth, reading)
    assert set(paths) <= {path for note in reading.notes for path in note.paths}


@pytest.mark.parametrize("blank", range(7))
def test_rows_with_blanks_between_two_parts_of_a_table_can_be_of_both(blank: int) -> None:
    """Six figures and three bars: the last of the upper part, without its blank, or the first of the lower one."""
    truth = build_report(published=None)
    rows = figure_rows(gd.Requests)
    last_above = 10
    for row in rows[7 : last_above + 1]:
        for column, path in enumerate(row.paths):
            gd.put(truth, f"{REQUESTS}.{path}", None if column == blank else 0)
    upper, lower = (
        Style(cell_a_line=True, padding="below", blanks="collapsed"),
        Style(cell_a_line=True, padding="beside"),
    )

    def printer(sheet: Sheet, rng: Random) -> Iterator[Line]:
        heads = len(sheet.rows) - len(rows)
        for place, row in enumerate(sheet.rows):
            is_above = sheet.section == REQUESTS and place <= heads + last_above
            yield from (upper if is_above else lower).lines_of(row, sheet, rng)

    assert not moved(truth, gd.parse(print_report(truth, printer)))


def test_a_row_that_is_odd_by_itself_hides_no_part_of_a_table_that_is_printed_otherwise() -> None:
    """Row 6 has lost its blank cell; far below it, the lower part prints none."""
    truth = build_report(published=None)
    rows = figure_rows(gd.Requests)
    odd, last_above = 6, 15
    for place in (odd, 17, 19, 21):
        for column, path in enumerate(rows[place].paths):
            gd.put(truth, f"{REQUESTS}.{path}", None if column == 2 else 0)
    upper, collapsed, lower = (
        Style(cell_a_line=True, opened=True, padding="beside"),
        Style(cell_a_line=True, opened=True, padding="beside", blanks="collapsed"),
        Style(cell_a_line=True, padding="below", blanks="collapsed"),
    )

    def printer(sheet: Sheet, rng: Random) -> Iterator[Line]:
        heads = len(sheet.rows) - len(rows)
        for place, row in enumerate(sheet.rows):
            is_below = sheet.section == REQUESTS and place > heads + last_above
            is_odd = sheet.section == REQUESTS and place == heads + odd
            yield from (lower if is_below else collapsed if is_odd else upper).lines_of(row, sheet, rng)

    assert not moved(truth, gd.parse(print_report(truth, printer)))


def test_a_bar_that_opens_some_lines_of_heads_can_open_the_row_below_as_well() -> None:
    """| | | 5 | in table IV: the first blank cell, or a bar before it."""
    truth = build_report(published=None)
    truth.review_and_litigation = gd.ReviewAndLitigation.from_rows([[None, 5, *[None] * 12, 5]])

    def opened(sheet: Sheet, rng: Random) -> Iterator[Line]:
        for place, line in enumerate(Style()(sheet, rng)):
            is_last = sheet.section != REQUESTS and sheet.width > 10 and place > 1
            # The last blank cell but one is lost.
            text = line.text.replace("|  |  |", "|  |", 1) if line.paths else line.text
            yield evolve(line, text=f"| {text}") if is_last else line

    assert not moved(truth, gd.parse(print_report(truth, opened)))


def test_a_row_below_opened_heads_that_no_bar_opens_is_printed_otherwise() -> None:
    """| / 结果维持 | … 总计 |||||| / 0 | 12 | 8 | 2 | 0 | …, without its blank cell and with a bar behind."""
    truth = build_report(published=None)
    truth.review_and_litigation = gd.ReviewAndLitigation.from_rows([[0, 12, 8, 2, None, *range(10)]])
    heads, figures = (
        Style(cell_a_line=True, opened=True, padding="beside"),
        Style(cell_a_line=True, padding="below", blanks="collapsed"),
    )

    def printer(sheet: Sheet, rng: Random) -> Iterator[Line]:
        for place, row in enumerate(sheet.rows):
            is_row = sheet.width > 10 and sheet.section != REQUESTS and place == len(sheet.rows) - 1
            yield from (figures if is_row else heads).lines_of(row, sheet, rng)

    assert not moved(truth, gd.parse(print_report(truth, printer)))


def test_figures_on_one_line_of_a_table_with_a_cell_a_line_are_in_doubt_where_some_are_blank() -> None:
    """（七）总计      12  7      10  29, where all others begin with a blank line: what does a gap leave out?."""
    truth = build_report(published=None)
    truth.requests = gd.Requests.blank()
    new, *_, total_of_outcomes, _ = figure_rows(gd.Requests)
    for row in (new, total_of_outcomes):
        for path, figure in zip(row.paths, (None, 12, 7, None, None, 10, 29), strict=True):
            gd.put(truth, f"{REQUESTS}.{path}", figure)
    others, total = Style(cell_a_line=True, bars=0, blanks="trimmed"), Style(bars=0, written_out=True)

    def printer(sheet: Sheet, rng: Random) -> Iterator[Line]:
        beside = total.rows(sheet)
        for place, row in enumerate(sheet.rows):
            is_total = sheet.section == REQUESTS and place == len(sheet.rows) - 2
            yield from total.lines_of(beside[place], sheet, rng) if is_total else others.lines_of(row, sheet, rng)

    text = print_report(truth, printer)

    assert "（七）总计      12  7      10  29\n" in text
    assert not moved(truth, gd.parse(text))


def test_a_bar_that_stood_above_a_broken_caption_may_have_opened_the_table() -> None:
    """| / （本列数据的勾稽关系为：第 / 一项加…） |: the table begins with the second part, and each row with a bar."""
    truth = build_report(published=None)
    truth.requests = gd.Requests.blank()
    for place, row in enumerate(figure_rows(gd.Requests)):
        gd.put(truth, f"{REQUESTS}.{row.paths[place % 5]}", 0)
    style = Style(cell_a_line=True, opened=True, written_out=True)

    text = print_report(truth, style).replace("为：第一项", "为：第\n一项")

    assert "|\n（本列数据的勾稽关系为：第\n一项加" in text
    assert not moved(truth, gd.parse(text))

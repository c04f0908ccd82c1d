"""Text tables with a row a line, in which a line break is lost, or stands before the last figure of a row."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Final

import pytest
from support.builders import build_report
from support.printers import print_report
from support.publishing.text import row_a_line

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.model.report import HEADINGS
from govdisclosure.reading.page.bars import unbarred

REPORT: Final = build_report()
FIGURES: Final = {cell.path: cell.value for cell in gd.cells(REPORT)}
# No bar ends a row.
TEXT: Final = print_report(REPORT, row_a_line).replace(" |\n", "\n")
LINES: Final = TEXT.splitlines()
BEFORE: Final = [(upper, lower) for upper, lower in pairwise(LINES) if "|" in upper]


def has_figure(line: str) -> bool:
    """Tell whether a line is a row that ends with a figure."""
    return line.rpartition(" | ")[2].replace(".", "").isdecimal()


ROWS: Final = list(filter(has_figure, LINES))


def silently_wrong(text: str) -> list[str]:
    """Give the cells that are read otherwise than they are, without a note that names them."""
    reading = gd.parse(text)
    noted = {path for note in reading.notes for path in note.paths}
    read = {cell.path: cell.value for cell in gd.cells(reading.report)}
    return [path for path, value in FIGURES.items() if read.get(path) != value and path not in noted]


def test_all_rows_of_the_three_tables_are_tried() -> None:
    """6, 25 and 1 of them."""
    assert (silently_wrong(TEXT), len(ROWS)) == ([], 32)


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("broken", [" |\n", "\n| ", " |\n| "])
def test_a_last_figure_on_the_next_line_is_in_its_cell_or_noted(row: str, broken: str) -> None:
    """行政规范性文件 | 2 | 0 |, and below it 4."""
    label, _, figure = row.rpartition(" | ")

    assert silently_wrong(TEXT.replace(row, f"{label}{broken}{figure}")) == []


def test_a_last_figure_on_the_heading_below_its_table_is_noted() -> None:
    """四、结转下年度继续办理 | 0 | … |, and below it 0四、政府信息公开行政复议、行政诉讼情况."""
    last = next(row for row in ROWS if row.startswith("四、"))
    moved = TEXT.replace(f" | 0\n{HEADINGS['review_and_litigation']}", f" |\n7{HEADINGS['review_and_litigation']}")

    assert moved != TEXT
    assert [(note.code, note.raw) for note in gd.parse(moved).notes] == [
        ("UNPLACED", last.removesuffix(" | 0")),
        ("UNPLACED", "7"),
    ]


@pytest.mark.parametrize(("upper", "lower"), BEFORE)
@pytest.mark.parametrize("between", ["", " "])
def test_where_a_line_break_is_lost_no_figure_is(upper: str, lower: str, between: str) -> None:
    """行政许可 | 8第二十条第（六）项, 行政处罚 | 2行政强制 | 0 and … | 总计0 | 0 | 0."""
    assert silently_wrong(TEXT.replace(f"{upper}\n{lower}", f"{upper}{between}{lower}")) == []


def test_the_number_of_a_page_below_a_full_row_is_none_of_its_figures() -> None:
    """It stands alone on its line, too; below a row that lacks a figure it may be that figure."""
    paged = TEXT.replace("行政规范性文件 | 2 | 0 | 4\n", "行政规范性文件 | 2 | 0 | 4\n5\n")

    assert [(note.code, note.paths) for note in gd.parse(paged).notes] == [("UNPLACED", ())]
    assert gd.parse(paged).report.proactive_disclosure == REPORT.proactive_disclosure


def test_what_stands_on_the_label_behind_a_row_is_quoted() -> None:
    """A reader of the note sees which figure it may be."""
    glued = TEXT.replace("行政许可 | 8\n", "行政许可 | 8")

    assert [(note.code, note.paths, note.raw) for note in gd.parse(glued).notes] == [
        ("UNPLACED", ("proactive_disclosure.licensing.decisions",), "行政许可 | 8第二十条第（六）项")
    ]


LABEL: Final = "行政事业性收费"
PRINTERS: Final = {
    "row a line": TEXT,
    "row a line, ended by a bar": print_report(REPORT, row_a_line),
    "blanks between": TEXT.replace(" | ", " ").replace(" |", ""),
    "cell a line": "\n".join(cell for line in LINES for cell in line.split(" | ")),
}


def with_fee(text: str, figure: str) -> str:
    """Put what follows the label of the fees in place of their amount."""
    start = text.index(LABEL) + len(LABEL)
    end = text.index(HEADINGS["requests"], start)
    amount = text[start:end]
    return text[:start] + amount.replace(f"{FIGURES['proactive_disclosure.fees.amount']}", figure) + text[end:]


def noted(text: str) -> list[tuple[str, list[str], str | None]]:
    """Read a text, and give its notes."""
    return [(note.code, [path.partition(".")[2] for path in note.paths], note.raw) for note in gd.parse(text).notes]


@pytest.mark.parametrize("text", PRINTERS.values(), ids=PRINTERS)
@pytest.mark.parametrize("rest", ["元", "（元）", "元（含滞纳金）", "余元", "（预算数）", "亿元"])
def test_a_unit_or_a_remark_below_an_amount_is_of_its_cell(text: str, rest: str) -> None:
    """5000, and below it 元: no amount in 万元, as 5000元 on one line is none."""
    broken = with_fee(text, f"5000\n{rest}")

    assert noted(broken) == [("CELL-UNREADABLE", ["fees.amount"], f"5000{rest}")]


@pytest.mark.parametrize("text", PRINTERS.values(), ids=PRINTERS)
def test_the_unit_of_the_form_below_an_amount_is_read(text: str) -> None:
    """0.5, and below it 万元."""
    reading = gd.parse(with_fee(text, "0.5\n万元"))
    amounts = [cell.value for cell in gd.cells(reading.report) if cell.path == "proactive_disclosure.fees.amount"]

    assert (list(reading.notes), amounts) == ([], [Decimal("0.5")])


@pytest.mark.parametrize("below", ["（续表）", "（单位：件）", "五项", "（行政许可）", "（以下空白）", "（盖章）"])
def test_other_words_below_an_amount_are_none_of_its_cell(below: str) -> None:
    """（续表） stands above the rest of a table that a page has cut in two, a caption above what it names."""
    assert noted(with_fee(TEXT, f"0.5\n{below}")) == []


def test_a_unit_below_the_last_amount_of_the_edition_of_2019_is_read() -> None:
    """政府集中采购 / 3 / 1300 / 万元."""
    report = build_report(year=2020)
    lines = print_report(report, row_a_line).replace(" |\n", "\n").replace(" | ", "\n").splitlines()
    place = lines.index("政府集中采购") + 2
    lines[place : place + 1] = ["1300", "万元"]
    reading = gd.parse("\n".join(lines))

    assert isinstance(reading.report.proactive_disclosure, gd.ProactiveDisclosure2019)
    assert (list(reading.notes), reading.report.proactive_disclosure.procurement.amount) == (
        [],
        gd.Amount(Decimal(1300), "万元"),
    )


@pytest.mark.parametrize("text", list(PRINTERS.values())[:3], ids=list(PRINTERS)[:3])
@pytest.mark.parametrize(("figure", "rest"), [("1", "2.5"), ("12", ".5"), ("1.", "25"), ("1", "024"), ("10", "24")])
def test_digits_below_a_figure_that_no_bar_ends_can_be_the_rest_of_it(text: str, figure: str, rest: str) -> None:
    """1, and below it 2.5, which is 12.5."""
    assert noted(with_fee(text, f"{figure}\n{rest}")) == [
        ("UNPLACED", ["fees.amount"], f"{LABEL} | {figure}"),
        ("UNPLACED", [], rest),
    ]


@pytest.mark.parametrize(("total", "is_broken"), [("3", True), ("8", False)])
def test_one_digit_below_a_total_is_the_rest_of_it_where_only_so_it_is_the_sum(total: str, is_broken: bool) -> None:
    """20 | 18 | 0 | 0 | 0 | 0 | 3, and below it 8; else it is the number of a page."""
    row = next(line for line in LINES if line.startswith("2.重复申请"))
    parts = "20 | 18 | 0 | 0 | 0 | 0" if is_broken else "8 | 0 | 0 | 0 | 0 | 0"
    printed = TEXT.replace(row, f"2.重复申请 | {parts} | {total}\n8")

    assert [("repeated" in "".join(paths), raw) for _, paths, raw in noted(printed)] == (
        [(True, f"2.重复申请 | {parts} | 3"), (False, "8")] if is_broken else [(False, "8")]
    )


@pytest.mark.parametrize(("total", "is_page"), [("8", True), ("9", False)])
def test_digits_below_a_total_that_is_the_sum_are_the_number_of_a_page(total: str, is_page: bool) -> None:
    """8 | 0 | 0 | 0 | 0 | 0 | 8, and below it 12."""
    row = next(line for line in LINES if line.startswith("2.重复申请"))
    figures = f"2.重复申请 | 8 | 0 | 0 | 0 | 0 | 0 | {total}"
    notes = noted(TEXT.replace(row, f"{figures}\n12"))

    page: tuple[str, list[str], str] = ("UNPLACED", [], "12")
    assert [note for note in notes if note[2] != figures] == [page]
    assert (notes == [page]) is is_page


@pytest.mark.parametrize(("figure", "below"), [("9" * 5000, "12"), ("8", "9" * 5000)])
def test_what_has_too_many_digits_for_a_count_is_no_sum(figure: str, below: str) -> None:
    """Python would refuse to make a number of it."""
    row = next(line for line in LINES if line.startswith("2.重复申请"))
    notes = noted(TEXT.replace(row, f"2.重复申请 | {figure} | 0 | 0 | 0 | 0 | 0 | 8\n{below}"))

    assert notes[-1] == ("UNPLACED", [], below)


@pytest.mark.parametrize("section", ["requests", "review_and_litigation", "problems_and_improvements"])
def test_a_heading_behind_the_last_figure_of_a_table_begins_its_section(section: str) -> None:
    """行政事业性收费 | 0 | 三、收到和处理政府信息公开申请情况, as a line break is lost."""
    heading = HEADINGS[section]
    moved = TEXT.replace(f"\n{heading}", f" | {heading}")

    assert moved != TEXT
    assert gd.parse(moved) == gd.parse(TEXT)


@pytest.mark.parametrize("row", ["结果维持 | 五、存在的主要问题及改进情况", "4 | 四、结转下年度继续办理 | 5"])
def test_other_cells_are_no_headings_behind_a_figure(row: str) -> None:
    """A head stands above a figure, and what stands before one is a label."""
    grid = Grid((tuple(map(GridCell, row.split(" | "))),), lines=True)

    assert list(unbarred(grid)) == [grid]


ROW_OF_REVIEW: Final = " | ".join(["0"] * 15)


@pytest.mark.parametrize(
    ("words", "below"),
    [
        ("行政复议、行政诉讼情况统计表", "行政复议 | 行政诉讼"),
        ("备注：本年无 |", HEADINGS["problems_and_improvements"]),
    ],
)
def test_one_cell_alone_above_or_below_table_iv_leaves_its_row(words: str, below: str) -> None:
    """A bar begins each of its rows, but not a caption or a remark."""
    lines = [f"| {line} |" if "|" in line else line for line in LINES]
    lines.insert(LINES.index(below), words)
    read = gd.parse("\n".join(lines)).report

    assert {cell.path: cell.value for cell in gd.cells(read)} == FIGURES


@pytest.mark.parametrize("label", ["上级转办", "件数合计", "2019年"])
def test_a_label_of_its_own_before_the_row_of_table_iv_is_odd(label: str) -> None:
    """There is a figure for each column, but they could be of other cases than those of the form."""
    reading = gd.parse(TEXT.replace(f"\n{ROW_OF_REVIEW}\n", f"\n{label} | {ROW_OF_REVIEW}\n"))

    assert {cell.path: cell.value for cell in gd.cells(reading.report)} == FIGURES
    assert [(note.code, note.raw) for note in reading.notes] == [("LABEL-ODD", label)]


@pytest.mark.parametrize("label", ["件数", "数量", "案件数量（件）", "单位：件", "项目"])
def test_a_label_that_counts_cases_before_the_row_of_table_iv_says_nothing_else(label: str) -> None:
    """The form has no label there, but what stands behind this one is its row."""
    assert gd.parse(TEXT.replace(f"\n{ROW_OF_REVIEW}\n", f"\n{label} | {ROW_OF_REVIEW}\n")) == gd.parse(TEXT)


@pytest.mark.parametrize(
    "row", [f"件数 | {ROW_OF_REVIEW} | 1", f"件数 | {ROW_OF_REVIEW[:-4]} | 半", f"1 | {ROW_OF_REVIEW}"]
)
def test_what_is_no_label_before_the_row_of_table_iv_leaves_it_blank(row: str) -> None:
    """More figures than columns, another cell that is none, or a figure before them."""
    reading = gd.parse(TEXT.replace(f"\n{ROW_OF_REVIEW}\n", f"\n{row}\n"))

    assert [(note.code, len(note.paths), note.raw) for note in reading.notes] == [("UNPLACED", 15, row)]

"""Text tables with a row a line, in which a line break is lost, or stands before the last figure of a row."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import pytest
from support.builders import build_report
from support.printers import print_report
from support.publishing.text import row_a_line

import govdisclosure as gd
from govdisclosure.model.report import HEADINGS

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

"""Tables as converters make it of web pages: spans within a row or lost, a rule as narrow as the first row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.publishing import publish
from support.publishing.scoring import score

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.reading.tables.lines import lines_of
from govdisclosure.reading.tables.text_rows import rows_of_lines

if TYPE_CHECKING:
    from govdisclosure.reading.tables.rows import Row

SUMS = {
    "一、本年新收政府信息公开申请数量": (0, 2),
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": (3, 1),
    "（七）总计": (23, 1),
    "四、结转下年度继续办理": (24, 2),
}
"""Rows of table III whose label spans several columns: which row of figures it is, and how many columns more."""
ITEM = "2.其他法律行政法规禁止公开"


@pytest.mark.parametrize("kind", ["own-spans", "barless"])
def test_what_converters_make_of_a_page_is_read_whole(kind: str) -> None:
    """With blank cells and without, in both editions."""
    outcomes = list(map(score, publish(f"markdown-{kind}", range(12))))

    assert [outcome.right for outcome in outcomes] == [outcome.figures for outcome in outcomes]


def rows(*lines: str) -> list[Row]:
    """Give the rows of a table III of Markdown with these lines below its heads."""
    above = ("|" * 11, f"|{'---|' * 10}")
    cells = (tuple(map(GridCell, line.split("|"))) for line in (*above, *lines))
    return rows_of_lines(lines_of(Grid(tuple(cells), lines=True)), gd.Requests, own=False)


def told(*lines: str) -> list[tuple[int | None, list[str] | None]]:
    """Give which row each line is, and its cells; None where these are in doubt."""
    return [(row.number, row.cells if row.is_placed else None) for row in rows(*lines)]


def spanning(cells: str, spanned: int | None = None) -> list[str]:
    """Print rows whose label spans several columns with these cells, each behind the blank ones of its label."""
    return [f"|{label}|{'|' * (more if spanned is None else spanned)}{cells}|" for label, (_, more) in SUMS.items()]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("1|0|2|0|3|0|6", ["1", "0", "2", "0", "3", "0", "6"]),
        ("|||1||3|9", ["", "", "", "1", "", "3", "9"]),
        ("||||||", [""] * 7),
    ],
)
def test_blank_cells_that_a_label_spans_are_none_of_its_row(cells: str, expected: list[str]) -> None:
    """四、结转下年度继续办理 spans three columns, so that two blank cells stand behind it; an item spans but one."""
    lines = [*spanning(cells), f"|{ITEM}|1||||||1|"]

    assert told(*lines) == [
        *((number, expected) for number, _ in SUMS.values()),
        (5, ["1", "", "", "", "", "", "1"]),
    ]


def test_a_label_with_fewer_blank_cells_behind_it_than_it_spans_leaves_its_row_in_doubt() -> None:
    """One that is gone can be one of the figures, below rows that have all; a row with all its figures is sure."""
    items = ("1.属于国家秘密", ITEM, "4.保护第三方合法权益", "7.属于行政执法案卷", "8.属于行政查询事项", "2.重复申请")
    above = [*spanning("1|||||2|3")[:3], *(f"|{item}|1||||||1|" for item in items)]

    assert told(*above, "|四、结转下年度继续办理||1|||||2|3|")[-1] == (24, None)
    assert told(*above, "|四、结转下年度继续办理||9||||2|3|")[-1] == (24, None)
    assert told(*above, "|四、结转下年度继续办理||1|0|0|0|0|2|3|")[-1] == (24, ["1", "0", "0", "0", "0", "2", "3"])


def test_cells_that_are_blank_in_some_rows_alone_are_none_that_labels_span() -> None:
    """A figure stands in one of them."""
    lines = spanning("1|||||2|3")
    lines[1] = lines[1].replace("||1|", "|7|1|")

    assert [cells for _, cells in told(*lines)] == [None] * 4


@pytest.mark.parametrize("last", ["3", " ", ""])
def test_outer_bars_are_those_of_a_rule_that_has_none(last: str) -> None:
    """So that the last cell of a row is one of the form, be it blank, and the first as well."""
    cells = ["", *"1000", *"20", "", "", "2", *"1000", last]
    heads = "| ".join(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3)
    lines = ("行政复议| 行政诉讼", "---|---", heads, "| ".join(cells))
    grid = Grid(tuple(tuple(map(GridCell, line.split("|"))) for line in lines), lines=True)

    [row] = rows_of_lines(lines_of(grid), gd.ReviewAndLitigation, own=False)

    assert (row.is_placed, row.cells) == (True, [cell.strip() for cell in cells])


def test_a_blank_cell_can_be_one_blank_wide_where_cells_have_blanks_on_one_side() -> None:
    """规章| | |: three blank cells, of a table without a rule."""
    lines = (
        "信息内容| 本年制发件数| 本年废止件数| 现行有效件数",
        "规章| | |   ",
        "行政规范性文件| 9| 1| 35",
        "行政许可| 7",
    )
    grid = Grid(tuple(tuple(map(GridCell, line.split("|"))) for line in lines), lines=True)

    read = rows_of_lines(lines_of(grid), gd.ProactiveDisclosure, own=False)

    assert [row.cells for row in read if row.is_placed] == [["", "", ""], ["9", "1", "35"], ["7"]]

"""Tables in lines of text: in which way their rows are read."""

from __future__ import annotations

import pytest

from govdisclosure import ProactiveDisclosure
from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.reading.tables.lines import lines_of
from govdisclosure.reading.tables.text_rows import rows_of_lines


def read(*lines: str) -> list[list[str] | None]:
    """Give the cells of each row of lines that nobody of us wrote; None of one that is in doubt."""
    grid = Grid(tuple(tuple(map(GridCell, line.split("|"))) for line in lines), lines=True)
    return [None if row.doubts else row.cells for row in rows_of_lines(lines_of(grid), ProactiveDisclosure, own=False)]


def test_one_line_can_be_a_table() -> None:
    """There is none below it that could be a rule."""
    assert read("行政许可 | 8 |") == [["8"]]


@pytest.mark.parametrize("above", [(), ("第二十条第（一）项",)])
def test_rows_below_a_rule_are_read_cell_by_cell(above: tuple[str, ...]) -> None:
    """Whatever stands above the heads."""
    heads = ("信息内容|本年制发件数|本年废止件数|现行有效件数", "---|---|---|---")

    assert read(*above, *heads, "规章|1||3", "行政规范性文件|2||5") == [["1", "", "3"], ["2", "", "5"]]


def test_two_bars_of_a_cell_are_no_blank_cell() -> None:
    """Though the row has as many bars as one with a cell for each column, whose second figure it states."""
    heads = ("信息内容 || 本年处理决定数量 ||", "行政许可 || 8 ||", "行政处罚 || 9 ||")

    assert read("规章 || 1 ||", "行政规范性文件 || 2 ||", *heads) == [None, None, ["8"], ["9"]]


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


def a_cell_a_line(*rows: str) -> list[str]:
    """Print each cell of rows on a line of its own, with its bar."""
    return [f"{cell.strip()} |" for row in rows for cell in row.removesuffix("|").split("|")]

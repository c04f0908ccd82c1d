"""Tables of text that are printed in one way above and in another below, which their lines tell: read part by part."""

from __future__ import annotations

from typing import Final

import pytest
from support.printers import print_report
from support.publishing.styles import Style
from test_reading_beside_blanks import REQUESTS
from test_reading_mixed_styles import BESIDE, ROWS, in_parts, with_blanks
from test_reading_text_rows import rows

import govdisclosure as gd
from govdisclosure import ProactiveDisclosure, ReviewAndLitigation
from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.form.grids import figure_rows
from govdisclosure.reading.tables.lines import lines_of
from govdisclosure.reading.tables.parts import parts_of

TABS: Final = Style(bars=0, gap="\t")
BARE: Final = Style(cell_a_line=True, bars=0)
TWO_BARS_OPENED: Final = Style(cell_a_line=True, bars=2, opened=True, padding="below")
OPENED: Final = Style(cell_a_line=True, opened=True)


def parts(*lines: str, cls: type[ProactiveDisclosure | ReviewAndLitigation] = ProactiveDisclosure) -> list[int]:
    """Tell how many lines each part of a table has."""
    grid = Grid(tuple(tuple(map(GridCell, line.split("|"))) for line in lines), lines=True)
    return [len(part) for part in parts_of(lines_of(grid), cls)]


def test_lines_with_bars_and_lines_without_are_two_parts() -> None:
    """Whichever of them stand above; what fills the last row with bars up is of its part, a label without any not."""
    barred = ("规章 | 3 | 4 | 5 |", "行政许可 | 8 |", "||")

    assert parts(*barred, "行政处罚", "6", "行政强制", "7") == [3, 4]
    assert parts("规章", "3", "4", "5", *barred[1:]) == [4, 2]
    assert parts("规章", "3", "4", "5") == []
    assert parts("规章", "3", "4", "5", *barred[1:], "行政处罚", "6") == []


def test_a_text_alone_between_two_parts_is_of_the_one_without_bars() -> None:
    """A label whose cells are blank ends it; in a part with bars, it can be a piece of a label."""
    barred = ("行政许可 |", "8 |", "行政处", "罚 |", "6 |")

    assert parts("规章", "3", "行政事业性收费", *barred) == [3, 5]


def test_a_cell_a_line_and_a_row_a_line_are_two_parts() -> None:
    """Whichever of them stand above; the label of the first figure alone is of its part, with the bar that opens it."""
    lines = ("规章 | 3 | 4 | 5 |", "行政许可 |  |", "行政处罚 |", "6 |", "行政强制 |", "7 |")

    assert parts(*lines) == [2, 4]
    assert parts(*lines[:2], "|", *lines[2:]) == [2, 5]
    assert parts(*lines[2:], *lines[:2]) == [4, 2]
    assert parts(*lines[:1], "6 |", "7 |") == [1, 2]
    assert parts(*lines[2:], *lines) == []
    assert parts(*lines[2:]) == []


def test_the_one_row_of_table_iv_is_no_part() -> None:
    """Its heads tell nothing of the way in which it is printed."""
    assert parts("总计 | 结果维持 |", "3 | 4 |", "5", "6", cls=ReviewAndLitigation) == []


@pytest.mark.parametrize(("above", "cells"), [(3, ["1", "", "3"]), (2, None)])
def test_a_part_has_three_rows_at_least(above: int, cells: list[str] | None) -> None:
    """Fewer do not tell how they are printed."""
    labels = ("其他对外管理服务事项", "行政处罚", "行政强制")
    barred = ["规章 | 1 |  | 3 |", "规范性文件 | 2 | 4 | 5 |", "行政许可 | 8 | 0 | 1 |"][:above]

    table = rows(*barred, *(f"{label}|7|0|1" for label in labels), cls=gd.ProactiveDisclosure2019)

    assert [row.cells for row in table if row.number == 0 and not row.doubts] == ([] if cells is None else [cells])


def test_a_part_that_is_in_two_styles_itself_is_none() -> None:
    """Three rows of it can look as if each had a cell for every column of the grid, and the fourth does not."""
    labels = ("5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷")
    upper = [f"{label} | 4 |  | 1 |  |  |  | 5 |" for label in labels]
    lower = (
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请||||0||0|||",
        "3.其他||||0|||0",
        "（七）总计||1804|||1249||3053",
        "四、结转下年度继续办理|||0|0||||",
    )
    cells = [f"{cell} |".strip() for row in lower for cell in row.split("|")]

    told = [row.label for row in rows(*upper, *cells, cls=gd.Requests) if row.number is not None and not row.doubts]

    assert not set(told).difference(labels)


def test_figures_on_a_label_tell_of_no_second_style_of_a_part() -> None:
    """No style prints them."""
    upper = [f"{label} | 4 |  | 1 |  |  |  | 5 |" for label in ("6.属于四类过程性信息", "7.属于行政执法案卷")]
    upper.append("8.属于行政查询事项 | 4 |  | 1 |  |  |  | 5 |")
    lower = ["1.本机关不掌握相关政府信息||||0||0|", "3.其他312", "（七）总计||1804|||1249||3053"]
    lower.append("四、结转下年度继续办理|||0|0|||")
    cells = [f"{cell} |".strip() for row in lower for cell in row.split("|")]

    told = {row.label: row.cells for row in rows(*upper, *cells, cls=gd.Requests) if not row.doubts}

    assert told["（七）总计"] == ["", "1804", "", "", "1249", "", "3053"]


@pytest.mark.parametrize("column", [0, 3, 6])
@pytest.mark.parametrize(
    ("upper", "lower"), [(ROWS, BESIDE), (OPENED, ROWS), (TWO_BARS_OPENED, ROWS), (ROWS, BARE), (BARE, BESIDE)]
)
def test_each_part_is_read_by_itself(upper: Style, lower: Style, column: int) -> None:
    """Blank cells and all."""
    truth = with_blanks(column)
    printer = in_parts(upper, lower, REQUESTS, lambda place, sheet: place >= len(sheet.rows) - 12)

    assert gd.parse(print_report(truth, printer)) == gd.Reading(truth)


def test_where_blank_cells_of_one_part_are_lost_those_of_the_other_are_not() -> None:
    """Below tabs that stand for one blank cell or for several, each cell has its bar."""
    truth = with_blanks(3)
    printer = in_parts(TABS, ROWS, REQUESTS, lambda place, sheet: place >= len(sheet.rows) - 12)

    labels = [row.labels[-1] for row in figure_rows(gd.Requests)[1:13:3]]
    quoted = [note.raw or "" for note in gd.parse(print_report(truth, printer)).notes]
    assert [raw.partition(" | ")[0].split()[-1] for raw in quoted] == labels

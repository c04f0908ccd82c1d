"""Statistics of a report's own, in text: rows of the form that say something else are text of their section."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell, Paragraph
from govdisclosure.reading.document.tables import parted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FORM = [
    ["第二十条第（一）项"],
    ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
    ["规章", "1", "0", "3"],
    ["行政规范性文件", "7", "2", "9"],
    ["第二十条第（五）项"],
    ["信息内容", "本年处理决定数量"],
    ["行政许可", "120"],
    ["第二十条第（六）项"],
    ["信息内容", "本年处理决定数量"],
    ["行政处罚", "12"],
    ["行政强制", "4"],
    ["第二十条第（八）项"],
    ["信息内容", "本年收费金额（单位：万元）"],
    ["行政事业性收费", "3.5"],
]
LABELS = ("规章", "行政规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费")
ALL = [["公开类别", "数量（条）"], *([label, str(60 + place)] for place, label in enumerate(LABELS))]
SOME = [["行政许可", "62"], ["行政处罚", "63"]]


def tabs(rows: list[list[str]]) -> str:
    """Print a row a line, blanks between its cells."""
    return "".join("\t".join(row) + "\n" for row in rows)


def bars(rows: list[list[str]]) -> str:
    """Print a row a line, a bar behind each cell."""
    return "".join(" | ".join(row) + " |\n" for row in rows)


def cells(rows: list[list[str]]) -> str:
    """Print a cell a line."""
    return "".join("\n".join(row) + "\n" for row in rows)


def read(above: str, table: str, below: str = "") -> gd.Reading:
    """Read a report with words above the table of section 二 and below the heading of section 五."""
    return gd.parse(
        "示例县水利局2023年政府信息公开工作年度报告\n统计期限为2023年1月1日至2023年12月31日。\n一、总体情况\n如下。\n"
        f"二、主动公开政府信息情况\n{above}{table}五、存在的主要问题及改进情况\n{below}不够全面。\n"
        "六、其他需要报告的事项\n无其他事项。\n",
        format="text",
    )


def told(reading: gd.Reading) -> tuple[Mapping[str, object], list[str], list[str] | None, list[str]]:
    """Give the cells that are filled, the text of sections 二 and 五, and the codes of the notes."""
    table = reading.report.proactive_disclosure
    assert table is not None
    filled = {cell.path: cell.value for cell in gd.cells(reading.report) if cell.value is not None}
    return filled, table.notes, reading.report.problems_and_improvements, [each.code for each in reading.notes]


@pytest.mark.parametrize(("printed", "own"), [(tabs, ALL), (tabs, SOME), (bars, ALL), (bars, SOME), (cells, SOME)])
def test_statistics_above_the_table_of_the_form_are_text(
    printed: Callable[[list[list[str]]], str], own: list[list[str]]
) -> None:
    """All rows below heads of their own, or some without any, of which each stands with its figures below."""
    filled, _, problems, codes = told(read("", printed(FORM)))
    reading = read(printed(own), printed(FORM))

    text = told(reading)[1]
    assert told(reading) == (filled, text, problems, codes)
    assert " ".join(text).replace(" | ", " ").split() == [word for row in own for word in row]


@pytest.mark.parametrize("printed", [tabs, bars])
def test_statistics_in_another_section_are_text(printed: Callable[[list[list[str]]], str]) -> None:
    """Their heads stand on the line above the rows, as no label of the form is among them."""
    filled, notes, problems, codes = told(read("", printed(FORM)))

    reading = read("", printed(FORM), printed(ALL))

    assert problems is not None
    assert told(reading)[0] == filled
    assert told(reading)[3] == codes
    assert [line.replace("\t", " | ").rstrip(" |") for line in reading.report.problems_and_improvements or ()] == [
        *(" | ".join(row) for row in ALL),
        *problems,
    ]
    assert notes == told(reading)[1]


def test_a_row_above_the_table_that_lacks_its_figure_there_is_noted() -> None:
    """行政许可 62 can be the figure that the form leaves blank."""
    form = [["行政许可", ""] if row[0] == "行政许可" else row for row in FORM]

    reading = read(bars([["行政许可", "62"]]), bars(form))

    path = "proactive_disclosure.licensing.decisions"
    assert [(each.code, each.raw) for each in reading.notes if path in each.paths] == [("UNPLACED", "行政许可")]


def test_all_rows_without_heads_are_a_second_form() -> None:
    """Nothing tells which of the two it is."""
    with pytest.raises(gd.ReadError, match="expected one form, found two"):
        read(tabs(ALL[1:]), tabs(FORM))


@pytest.mark.parametrize(
    ("rows", "lines", "cut"),
    [
        ([*SOME, *FORM], True, len(SOME)),
        # A number of which no label tells anything is of the form.
        ([["3", ""], *FORM], True, 0),
        # Where columns are true, what stands above the heads is in them as well.
        ([*SOME, *FORM], False, 0),
        # Rows that are blank above the heads say nothing else.
        ([["行政许可", ""], ["行政处罚", ""], *FORM], True, 0),
        # 规章 has no figure below, which it would say anew.
        ([["规章", "6"], *FORM[4:]], True, 0),
        # Without heads, all rows are those of the form.
        ([*SOME, *(row for row in FORM if row[0] in LABELS)], True, 0),
    ],
)
def test_only_figures_that_are_said_anew_below_heads_stand_apart(rows: list[list[str]], lines: bool, cut: int) -> None:
    """行政许可 62 / 行政处罚 63 above the heads of the form, and again below these; each part is what it is."""
    grid = Grid(tuple(tuple(map(GridCell, row)) for row in rows), lines=lines)
    line = Paragraph("一、总体情况")

    whole = [(grid, "proactive_disclosure")]
    above, below = Grid(grid.rows[:cut], lines=True), Grid(grid.rows[cut:], lines=True)
    parts = [(above, None), (below, "proactive_disclosure")] if cut else whole
    assert list(zip(*parted([line, grid]), strict=True)) == [(line, None), *parts]

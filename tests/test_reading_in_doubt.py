"""Figures that no label tells, and tables that can be of two editions: which cells can be meant."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

import attrs
import pytest
from support.builders import build_report
from support.grids import read_foreign
from support.printers import print_report
from support.publishing.text import Line, row_a_line

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.form.grids import figure_rows
from govdisclosure.model.requests import Requests
from govdisclosure.model.requests_2019 import Requests2019

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from support.grids import Markup
    from support.publishing.sheets import Sheet

REPORT = build_report(published=None)
OLD = build_report(published=None, year=2020)
COMPULSION: Final = "proactive_disclosure.compulsion.decisions"
FIGURES: Final = [cell.path for cell in gd.cells(REPORT)]
RULES: Final = tuple(path for path in FIGURES if path.startswith("proactive_disclosure.rules."))
PROACTIVE: Final = [path for path in FIGURES if path.startswith("proactive_disclosure.")]
HANDLED: Final = "（六）其他处理"
OWN_LABEL: Final = re.compile(r"(1\.申请人无|2\.申请人逾|3\.其他 )[^|]*\| ")
EITHER: Final = chain(figure_rows(Requests), figure_rows(Requests2019))
OTHER: Final = {f"requests.{path}" for row in EITHER for path in row.paths if ".outcomes.other" in path}


def page_text(sheet: Sheet, _: Random) -> Iterator[Line]:
    """Print the text of a PDF page: a row a line, single blanks between cells."""
    return (Line(" ".join(cell.text for cell in row if cell.text)) for row in sheet.rows)


PAGE = print_report(REPORT, page_text)
ROWS = print_report(REPORT, row_a_line)


# A label that is broken, or a piece of a head above it.


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("行政处罚 2", "行政处\n罚 2"),
        (
            "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
            "（二）部分公开（区分处\n理的，只计这一情形，不计其他情形）",
        ),
        ("信息内容 本年处理决定数量\n行政许可", "信息内容 本年处理决定数量（件   ）\n行政许可"),
        ("信息内容 本年收费金额（单位：万元）\n行政", "信息内容 本年收费金额（单位：万元   ）\n行政"),
    ],
)
def test_a_broken_label_or_head_moves_no_figure(old: str, new: str) -> None:
    """Figures stand behind the last part of their label; the bracket that ends a head is no part of one."""
    assert old in PAGE

    assert gd.parse(PAGE.replace(old, new)) == gd.Reading(REPORT)


# Figures that no label tells.


WITHOUT_COMPULSION: Final = build_report(published=None, cells={COMPULSION: None})


def below_compulsion(label: str) -> Markup:
    """The row of 行政强制 is blank; its figure stands below it in a row with another label, or none."""

    def markup(grid: Grid) -> Grid:
        rows: list[tuple[GridCell, ...]] = []
        for row in grid.rows:
            is_compulsion = row[0].text == "行政强制"
            rows.append((row[0], attrs.evolve(row[1], text="")) if is_compulsion else row)
            rows += [(GridCell(label), row[1])] if is_compulsion else []
        return Grid(tuple(rows))

    return markup


@pytest.mark.parametrize(("label", "paths"), [("", (COMPULSION,)), ("（本年）", (COMPULSION,)), ("其他文件", ())])
def test_a_figure_that_no_label_tells_names_the_blank_row_beside_it(label: str, paths: tuple[str, ...]) -> None:
    """It can be that of the row; what has a name of its own is another row, as which offices put some in."""
    reading = read_foreign(REPORT, below_compulsion(label))

    assert [(note.code, note.paths) for note in reading.notes] == [("UNPLACED", paths)]
    assert reading.report == WITHOUT_COMPULSION


def test_where_heads_follow_below_the_last_row_the_columns_follow_one_another() -> None:
    """The labels stand first, then the figures of each column below its heads: of no row it is known which it has."""
    labels = ("信息内容", "规章", "行政规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费")
    columns = "\n".join((*labels, "6", "本年处理决定数量", "4")).replace("\n", " |\n")
    above, printed = ROWS.split("第二十条第（一）项")
    _, below = printed.split("\n三、收到")

    reading = gd.parse(f"{above}{columns} |\n三、收到{below}")

    assert reading.report == build_report(published=None, cells=dict.fromkeys(PROACTIVE))
    assert {path for note in reading.notes for path in note.paths} == set(PROACTIVE)
    assert {"行政事业性收费 | 6", "本年处理决定数量 | 4"} <= {note.raw for note in reading.notes}


def test_where_blank_cells_are_gone_figures_can_be_those_of_a_label_lost_below_them() -> None:
    """A label a line, and a figure a line: without the label between them, they stand behind that of a blank row."""
    blank = [cell.path for cell in gd.cells(REPORT) if cell.value == 0]
    repealed = "proactive_disclosure.normative_documents.repealed"
    truth = build_report(published=None, cells={**dict.fromkeys(blank), repealed: 5})
    printed = print_report(truth, lambda sheet, _: (Line(cell.text) for row in sheet.rows for cell in row if cell.text))

    reading = gd.parse(printed.replace("行政规范性文件\n", ""))

    assert {gd.get(reading.report, path) for path in RULES} == {None}
    assert ("UNPLACED", RULES, "规章 | 2 | 5 | 4") in [(note.code, note.paths, note.raw) for note in reading.notes]


# Which edition it is.


def labels_lost(line: str) -> str:
    """Of the rows that only the form of 2021 has, the figures are left."""
    return OWN_LABEL.sub(" | ", line)


def in_other_words(line: str) -> str:
    """They have other labels."""
    return OWN_LABEL.sub("其中：其余 | ", line)


def rows_gone(line: str) -> str:
    """Nothing is left of them, nor of the label beside them."""
    return "" if OWN_LABEL.search(line) else line


@pytest.mark.parametrize("change", [labels_lost, in_other_words, rows_gone])
@pytest.mark.parametrize("year", ["2020", "2021", "2022"])
def test_where_the_edition_is_in_doubt_the_cells_of_both_are_named(change: Callable[[str], str], year: str) -> None:
    """What is left can be of either, whatever the year; the cells that both have are none of these."""
    printed = "\n".join(map(change, ROWS.split("\n"))).replace("2021", year)

    first, *others = gd.parse(printed).notes

    assert (first.code, set(first.paths)) == ("LABEL-ODD", OTHER)
    assert {path for note in others for path in note.paths} <= OTHER


@pytest.mark.parametrize("year", ["2020", "2022"])
def test_a_row_of_its_own_leaves_the_edition_of_a_whole_table_sure(year: str) -> None:
    """小计 is no row of any edition; one row is fewer than the other edition has more."""
    row = "小计" + " | 0" * 7 + " |"
    printed = print_report(OLD, row_a_line).replace("2020", year).replace(HANDLED, f"{row}\n{HANDLED}", 1)

    reading = gd.parse(printed)

    assert [(note.code, note.paths) for note in reading.notes] == [("UNPLACED", ())]
    assert reading.report.requests == OLD.requests


def test_where_the_year_speaks_for_an_edition_another_row_may_be_lost() -> None:
    """The rows are whole between which the other edition has more."""
    printed = print_report(OLD, row_a_line).replace("1.属于国家秘密", "属国秘")

    assert {path for note in gd.parse(printed).notes for path in note.paths}.isdisjoint(OTHER)


# Sums of a group above its first row, figures on two lines, columns in another order.

SECRET: Final = tuple(path for path in FIGURES if path.endswith(".outcomes.refused.state_secret"))
SUMS: Final = "（三）不予公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"


def with_sums(first: str) -> str:
    """Print the sums of 不予公开 on a row of their own, and then its first item."""
    item = "（三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
    assert item in ROWS
    return ROWS.replace(item, f"{SUMS}1.属于国家秘密 | {first} |\n").replace(" |\n", "\n")


@pytest.mark.parametrize("cell", ["", "1①", "3*", "3[1]"])
def test_the_sums_of_a_group_are_not_the_figures_of_its_first_item(cell: str) -> None:
    """They stand on a row of their own, which the form has not; the item has its own cells, blank or unreadable."""
    reading = gd.parse(with_sums(" | ".join([cell] * 7)).encode(), format="text")

    assert reading.report == build_report(published=None, cells=dict.fromkeys(SECRET))
    sums = ("UNPLACED", (), SUMS.removesuffix(" |\n"))
    unreadable = [("CELL-UNREADABLE", (path,), cell) for path in SECRET] if cell else []
    assert sorted((note.code, note.paths, note.raw) for note in reading.notes) == sorted([sums, *unreadable])


def test_sums_of_a_group_above_an_item_without_cells_can_be_its_own() -> None:
    """Where a cell stands on a line, blank cells leave none: the figures can be those of the item below."""
    lines = with_sums(" | ".join([""] * 7)).replace(" | ", "\n")

    reading = gd.parse(lines.encode(), format="text")

    assert {path: gd.get(reading.report, path) for path in SECRET} == dict.fromkeys(SECRET)
    assert set(SECRET) <= {path for note in reading.notes for path in note.paths}


@pytest.mark.parametrize("below", ["00 |", "5 |", ".5 |"])
def test_a_figure_can_go_on_on_the_line_below(below: str) -> None:
    """行政许可 | 8, and digits alone below it: nobody knows that the figure ends where its line does."""
    licensing = "proactive_disclosure.licensing.decisions"
    text = ROWS.replace("行政许可 | 8 |\n", f"行政许可 | 8 |\n{below}\n")

    reading = gd.parse(text.encode(), format="text")

    assert reading.report == build_report(published=None, cells={licensing: None})
    assert ("UNPLACED", (licensing,), "行政许可 | 8") in [(note.code, note.paths, note.raw) for note in reading.notes]


HEADS: Final = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
GROUPS: Final = ("自然人", *["法人或其他组织"] * 5, "总计")


def into_each_cell(heads: tuple[str, ...]) -> str:
    """Print table III with everything that spans cells written into each of them, below some heads."""
    begin, end = ROWS.index("（本列数据"), ROWS.index("四、政府信息公开")
    note = ROWS[begin : ROWS.index(" |", begin)]
    lines = [(note,) * 3 + above for above in (("申请人情况",) * 7, GROUPS, heads)]
    for row in figure_rows(Requests):
        figures = (str(gd.get(REPORT, f"requests.{path}")) for path in row.paths)
        lines.append((*row.labels, *[row.labels[-1]] * 2)[:3] + tuple(figures))
    return ROWS[:begin] + "".join(f"{' | '.join(line)}\n" for line in lines) + ROWS[end:]


@pytest.mark.parametrize("heads", [HEADS, (HEADS[0], HEADS[2], HEADS[1], *HEADS[3:])])
def test_heads_written_into_each_cell_tell_the_order_of_the_columns(heads: tuple[str, ...]) -> None:
    """Those of the form are read as they stand; another order is noted of all cells."""
    notes = gd.parse(into_each_cell(heads).encode(), format="text").notes

    requests = {path for path in FIGURES if path.startswith("requests.")}
    named = [set(note.paths) for note in notes if note.code == "LABEL-ODD"]
    assert named == ([] if heads == HEADS else [requests])

"""Tables that look whole and are not: a column more or fewer, several figures in one cell, two rows on a line."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from support.builders import build_report
from support.grids import foreign, written_out
from support.printers import print_report
from support.publishing.sheets import Cell
from support.publishing.styles import Style
from support.publishing.text import cell_a_line, cell_a_line_bare, row_a_line

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.model.report import HEADINGS
from govdisclosure.reading.recognize import recognize
from govdisclosure.reading.tables.doubtful import doubt_glued
from govdisclosure.reading.tables.lines import GridLine, Line, TableParts
from govdisclosure.reading.tables.rows import UNPLACED, Doubt
from govdisclosure.reading.tables.rows import Row as RowRead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from random import Random

    from support.publishing.sheets import Sheet
    from support.publishing.text import Line as Printed
    from support.publishing.text import Printer

    Row = tuple[Cell, ...]

TRUTH = build_report(published=None)
CELLS = [cell.path for cell in gd.cells(TRUTH)]
THREE = [path for path in CELLS if path.startswith("requests")]
LINES = Style(cell_a_line=True, bars=0)


def printing(change: Callable[[list[Row]], list[Row]], style: Printer = row_a_line) -> Printer:
    """Give a printer that prints table III changed."""

    def print_changed(sheet: Sheet, rng: Random) -> Iterator[Printed]:
        rows = change(list(sheet.rows)) if sheet.section == "requests" else sheet.rows
        yield from style(evolve(sheet, rows=tuple(rows)), rng)

    return print_changed


def with_column(heads: dict[str, str], cell: str, place: int) -> Callable[[list[Row]], list[Row]]:
    """Give a change that puts a column into the figures, with a head behind others."""

    def change(rows: list[Row]) -> list[Row]:
        return [row_with(row) for row in rows]

    def row_with(row: Row) -> Row:
        if row[-1].is_figure:
            at = len(row) - 7 + place
            return (*row[:at], Cell(cell, path=""), *row[at:])
        return tuple(each for head in row for each in (head, *with_head(head)))

    def with_head(head: Cell) -> tuple[Cell, ...]:
        return (Cell(heads[head.text]),) if head.text in heads else ()

    return change


def without_column(rows: list[Row]) -> list[Row]:
    """Leave the kind 其他 away."""
    kept = [tuple(cell for cell in row if cell.text != "其他") for row in rows]
    return [(*row[:-2], row[-1]) if row[-1].is_figure else row for row in kept]


def total_first(rows: list[Row]) -> list[Row]:
    """Print 总计 before 自然人, and a head in two pieces."""
    changed: list[Row] = []
    for row in rows:
        if row[-1].is_figure:
            changed.append((*row[:-7], row[-1], *row[-7:-1]))
        elif row[-1].text == "总计":
            changed.append((row[-1], *row[:-1]))
        else:
            changed.append(tuple(evolve(cell, text=cell.text.replace("商业企业", "商业\n企业")) for cell in row))
    return changed


def numbered(rows: list[Row]) -> list[Row]:
    """Print the number of each row before its label."""
    figures = [row for row in rows if row[-1].is_figure]
    return [(Cell(f"{figures.index(row) + 1}"), *row) if row in figures else row for row in rows]


def labels_behind(rows: list[Row]) -> list[Row]:
    """Print the labels of each row behind its figures."""
    return [(*row[-7:], *row[:-7]) if row[-1].is_figure else row for row in rows]


@pytest.mark.parametrize(
    ("change", "style"),
    [
        (with_column({"商业企业": "个体工商户"}, "4", 2), row_a_line),
        (with_column({"商业企业": "个体工商户"}, "", 2), Style(blanks="trimmed")),
        (with_column({"其他": "小计"}, "5", 6), Style(blanks="trimmed")),
        (without_column, Style(cell_a_line=True, padding="below")),
        (total_first, LINES),
        (numbered, LINES),
        (labels_behind, cell_a_line_bare),
    ],
)
def test_every_row_is_noted_of_a_table_whose_columns_are_not_those_of_the_form(
    change: Callable[[list[Row]], list[Row]], style: Printer
) -> None:
    """A kind more, a kind fewer, a sum of some, another order, numbers of rows: no figure is read in silence."""
    truth = build_report(published=None, cells={path: None for path in THREE if ".total." in path})

    reading = gd.parse(print_report(truth, printing(change, style)))

    noted = {path for note in reading.notes for path in note.paths}
    wrong = {path for path in CELLS if gd.get(reading.report, path) != gd.get(truth, path)}
    assert wrong - noted == set()
    assert {path for path in THREE if path.startswith("requests.legal_person")} <= noted


def test_every_cell_is_noted_of_a_table_iv_without_a_head() -> None:
    """其他结果 is printed in none of its blocks, and no figure below."""

    def change(sheet: Sheet, rng: Random) -> Iterator[Printed]:
        rows = [tuple(cell for cell in row if cell.text != "其他结果") for row in sheet.rows]
        if sheet.section == "review_and_litigation":
            rows[-1] = tuple(cell for place, cell in enumerate(rows[-1]) if place not in {2, 7, 12})
        yield from Style(cell_a_line=True, padding="below")(evolve(sheet, rows=tuple(rows)), rng)

    noted = {path for note in gd.parse(print_report(TRUTH, change)).notes for path in note.paths}

    assert {path for path in CELLS if path.startswith("review_and_litigation")} <= noted


def test_a_head_is_no_other_one_where_all_columns_are_stated() -> None:
    """The head 其他 is gone, its column is not."""

    def without_head(rows: list[Row]) -> list[Row]:
        return [tuple(cell for cell in row if cell.text != "其他") for row in rows]

    reading = gd.parse(print_report(TRUTH, printing(without_head)))

    assert reading == gd.Reading(TRUTH)


def written(label: str, *cells: str) -> gd.Reading:
    """Read a report in grids with a cell for each column, a row of which is printed so."""
    blocks: list[object] = []
    for block in foreign(TRUTH, written_out):
        rows = block.rows if isinstance(block, Grid) else ()
        changed = [tuple(map(GridCell, cells)) if any(cell.text == label for cell in row) else row for row in rows]
        blocks.append(evolve(block, rows=tuple(changed)) if isinstance(block, Grid) else block)
    return recognize(blocks)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "cells",
    [
        ("0 3 0 0 0 0 3", "", "", "", "", "", ""),
        ("0 3", "0", "0", "0", "0", "3", ""),
        ("030003", "", "", "", "", "", ""),
    ],
)
def test_a_row_is_noted_whose_cells_can_be_others(cells: tuple[str, ...]) -> None:
    """Several figures stand in one, with blanks between them or without."""
    carried = [path for path in THREE if path.endswith("carried_over")]

    reading = written("二、上年结转政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "", "", *cells)

    assert [set(note.paths) for note in reading.notes] == [set(carried)]
    assert all(cell in (reading.notes[0].raw or "") for cell in cells)


def test_two_rows_on_one_line_are_two_rows() -> None:
    """行政许可 | 1 | 行政处罚 | 2: each with its figure."""
    truth = build_report(published=None)
    text = print_report(truth, Style())
    start = text.index("行政处罚")
    end = text.index("行政强制")
    row, below = text[start:end].strip(), text[end:].partition("\n")[0]

    reading = gd.parse(text.replace(f"{text[start:end]}{below}", f"{row} {below}"))

    assert reading.report.proactive_disclosure == truth.proactive_disclosure
    assert reading.notes == ()


def test_a_label_alone_right_above_its_row_is_noted_and_the_row_with_it() -> None:
    """Which of the two is the row of that label, nobody knows."""
    rules = tuple(path for path in CELLS if ".rules." in path)

    reading = gd.parse(print_report(TRUTH, Style(bars=0, cell_a_line=True)).replace("规章\n", "规章\n规章\n", 1))

    assert reading.report == build_report(published=None, cells=dict.fromkeys(rules))
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [
        ("UNPLACED", rules, "规章"),
        ("UNPLACED", rules, "规章 | 0 | 0 | 0"),
    ]


def test_a_row_of_digits_without_end_is_noted() -> None:
    """No number of rows is as long as that, and no figure either."""
    digits = "7" * 5_000
    text = gd.render(TRUTH, "text").partition("\n\n")[2].replace("行政处罚       | 2", f"行政处罚 | {digits}")

    reading = gd.parse(text)

    assert digits in text
    noted = [note.paths for note in reading.notes if "7777" in (note.raw or "")]
    assert noted == [("proactive_disclosure.penalties.decisions",)]


@pytest.mark.parametrize("lines", [("| 规章 | 22 | 235 |", "| 行政规范性文件 | 34 | 189 |")])
def test_rows_between_bars_among_others_without_are_as_long_as_they_are(lines: tuple[str, ...]) -> None:
    """The bar that closes such a row is no blank cell, so that two figures of three stand in no column."""
    text = print_report(build_report(published=None), row_a_line)
    before, _, rest = text.partition("第二十条第（一）项")
    table, _, behind = rest.partition(HEADINGS["requests"])
    rows = ["第二十条第（一）项", "信息内容 本年制发件数 本年废止件数 现行有效件数"]
    rows += [row.replace(" |", "") for row in table.strip().splitlines()[4:]]

    reading = gd.parse("\n".join([before.strip(), *rows, *lines, HEADINGS["requests"] + behind]))

    disclosure = reading.report.proactive_disclosure
    assert isinstance(disclosure, gd.ProactiveDisclosure)
    assert [disclosure.rules.issued, disclosure.rules.repealed, disclosure.rules.in_force] == [None] * 3
    assert [(note.code, note.raw) for note in reading.notes] == [("UNPLACED", line.strip("| ")) for line in lines]
    assert disclosure.licensing.decisions == 8


@pytest.mark.parametrize(
    ("printed", "amount"),
    [
        ("1300 万元", gd.Amount(Decimal(1300), "万元")),
        ("约1300万元", None),
        ("1300余万元", None),
        ("人民币1300元整", None),
        ("1.3亿元", None),
        ("1300元/年", None),
    ],
)
@pytest.mark.parametrize("layout", [cell_a_line, row_a_line])
def test_an_amount_in_other_words_is_a_cell_of_its_row(printed: str, amount: gd.Amount | None, layout: Printer) -> None:
    """Also on a line of its own: it leaves no other cell of the row in doubt, and its words are in a note."""
    report = build_report(year=2020, published=None)
    path = "proactive_disclosure.procurement.amount"

    reading = gd.parse(print_report(report, layout).replace("96171.6元", printed))

    gd.put(report, path, amount)
    assert reading.report == report
    expected = [] if amount is not None else [("CELL-UNREADABLE", (path,), printed)]
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == expected


@pytest.mark.parametrize("printer", [row_a_line, cell_a_line, cell_a_line_bare])
@pytest.mark.parametrize("answer", ["不涉及", "持平", "不变", "无变化"])
@pytest.mark.parametrize(
    ("year", "path"),
    [
        (2021, "requests.legal_person.commercial_enterprise.outcomes.granted"),
        (2019, "proactive_disclosure.licensing.change"),
    ],
)
def test_an_answer_in_place_of_a_figure_leaves_its_cell_alone_blank(
    year: int, path: str, answer: str, printer: Printer
) -> None:
    """The other figures of its row are read."""
    report = build_report(year=year, published=None, cells={path: 987})

    reading = gd.parse(print_report(report, printer).replace("+987", "987").replace("987", answer, 1))

    gd.put(report, path, None)
    assert reading.report == report
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [("CELL-UNREADABLE", (path,), answer)]


def doubts(
    cells: list[str], *known: Doubt, glued: str = "", label: str = "", others: Sequence[Line | GridLine] = ()
) -> set[Doubt]:
    """Give what is in doubt of a row of table III with such cells, in a document in which figures may be glued."""
    parts = TableParts()
    parts.add(others or [Line((glued,), None)])
    told = RowRead(0, label, None, cells, {*known})
    doubt_glued([told], gd.Requests, [parts])
    return told.doubts


def test_a_figure_alone_can_be_two_where_figures_are_glued() -> None:
    """Where its column is not known anyway, that is left to the sums."""
    alone = ["8", *[""] * 6]

    assert doubts(alone) == set()
    assert doubts(alone, glued="规章312") == {*UNPLACED}
    assert doubts(alone, Doubt.PLACES, glued="规章312") == {Doubt.PLACES}


@pytest.mark.parametrize(("figure", "are_two"), [("8", False), ("12", True)])
def test_one_digit_beside_a_label_is_no_figure_of_several_that_are_glued(figure: str, *, are_two: bool) -> None:
    """Where figures are glued, they stand on their label, or are two at least."""
    cells = [figure, *[""] * 6]

    assert doubts(cells, glued="规章312", label="2.重复申请") == (UNPLACED if are_two else set())


def in_cells(line: str) -> Line:
    """Give a line of text by its cells."""
    raw = tuple(line.split("|"))
    return Line(tuple(map(str.strip, raw)), None, raw)


@pytest.mark.parametrize(
    ("glued", "are_two"),
    [
        # With bars that fill it up, or none; the cells are blank from which figures come that stand together.
        ("规章312 | |||", False),
        ("规章312 |", False),
        ("| 规章312 |", False),
        ("规章312 |  |  |  |", True),
        ("规章312 | | | |", True),
        ("规章312|4|", True),
    ],
)
def test_where_what_is_glued_is_one_cell_a_row_with_blank_cells_is_not_glued(glued: str, *, are_two: bool) -> None:
    """12 |  |  | …, in a document with a row a line."""
    others = [in_cells(glued), in_cells("|||"), *[in_cells("行政许可 | 8 |")] * 9]

    assert doubts(["12", *[""] * 6], others=others) == (UNPLACED if are_two else set())


@pytest.mark.parametrize(("cells", "are_two"), [(("规章312",), False), (("规章312", "", "", ""), True)])
def test_in_a_grid_what_is_glued_is_one_cell_if_it_is_as_wide_as_the_table(
    cells: tuple[str, ...], *, are_two: bool
) -> None:
    """Beside the blank cells of its row, others can be glued and have blank ones beside them as well."""
    others = [GridLine(tuple(enumerate(cells)), 4, None)]

    assert doubts(["12", *[""] * 6], others=others) == (UNPLACED if are_two else set())


@pytest.mark.parametrize(
    ("cell", "are_two"), [("0 3", True), ("0 甲", False), ("未 发生", False), ("3", False), ("3 件", False)]
)
def test_figures_with_blanks_between_them_are_several(cell: str, *, are_two: bool) -> None:
    """Beside blank cells, of which they can come; words are none, and a figure may have a blank in it."""
    assert doubts([cell, *[""] * 6]) == (UNPLACED if are_two else set())

"""What spans several columns of a table and is written into each; rows of sums that take a label; rows filled up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs
import pytest
from support.builders import build_report
from support.grids import read_foreign, written_out
from support.printers import print_report
from support.publishing.text import Line as Printed
from support.publishing.text import (
    cell_a_line,
    cell_a_line_bare,
    cell_a_line_padded_last,
    row_a_line,
    row_a_line_padded,
    row_a_line_written_out,
)
from support.publishing.unusual import with_channels, with_group_figures, with_rules_between, with_spans_filled

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell, columns_of
from govdisclosure.reading.tables.filled_spans import with_spans_as_one
from govdisclosure.reading.tables.lines import Line
from govdisclosure.reading.tables.pieces import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from random import Random

    from support.publishing.sheets import Sheet
    from support.publishing.text import Printer, Rows

    from govdisclosure.model.structure import Table

FIGURES: Final = [cell.path for cell in gd.cells(build_report(published=None))]
REPORT: Final = build_report(
    published=None,
    cells={path: None for path in FIGURES if path.startswith("requests.") and ".refused.internal" in path},
)
OLD: Final = build_report(published=None, year=2020)
LICENSING: Final = "proactive_disclosure.licensing.decisions"
PENALTIES: Final = "proactive_disclosure.penalties.decisions"
FEES: Final = ("proactive_disclosure.fees.items_last_year", "proactive_disclosure.fees.change")


def printed(change: Callable[[Sheet, Random], Sheet], printer: Printer) -> Printer:
    """Print a table that is changed before."""

    def table(sheet: Sheet, rng: Random) -> Rows:
        return printer(change(sheet, rng), rng)

    return table


def filled(grid: Grid) -> Grid:
    """Write the text of each cell into every column that it spans, and into every row."""
    rows: list[dict[int, GridCell]] = [{} for _ in grid.rows]
    for number, row in enumerate(columns_of(grid)):
        for start, cell in row:
            for below in rows[number : number + cell.rows]:
                below.update((column, GridCell(cell.text)) for column in range(start, start + cell.columns))
    return Grid(tuple(tuple(row[column] for column in sorted(row)) for row in rows))


def as_one(lines: Iterable[tuple[str, ...]], cls: type[Table]) -> list[str]:
    """Give the texts of lines with each cell once."""
    texts = [Text(text, Line(cells, None), []) for cells in lines for text in cells]
    return [text.text for text in with_spans_as_one(texts, cls)]


def noted(reading: gd.Reading) -> set[str]:
    """Give the paths that notes name."""
    return {path for note in reading.notes for path in note.paths}


# What spans several columns and is written into each.


def test_a_figure_in_each_column_that_its_cell_spans_is_one() -> None:
    """行政许可 | 1 | 1 | 1 below 本年处理决定数量, three times, is 1."""
    assert read_foreign(REPORT, filled) == gd.Reading(REPORT)


def test_a_figure_in_the_first_alone_of_the_columns_that_its_cell_spans_is_one() -> None:
    """行政许可 | 1 | | below 本年处理决定数量, three times: no other figure is in the row."""

    def changed(grid: Grid) -> Grid:
        rows = [list(row) for row in filled(grid).rows]
        for row in rows:
            if row[0].text == "行政许可":
                row[2:] = [GridCell("")] * len(row[2:])
        return Grid(tuple(map(tuple, rows)))

    assert read_foreign(REPORT, changed) == gd.Reading(REPORT)


def test_figures_of_the_old_form_that_span_columns_are_one_each() -> None:
    """政府集中采购 | 3 | 3 | 0.5 | 0.5: each figure of 2019 that spans two columns is one."""
    assert read_foreign(OLD, filled) == gd.Reading(OLD)


def test_figures_that_differ_are_not_one() -> None:
    """行政许可 | 1 | 1 | 9 where each cell should hold the same: nobody knows which it is."""

    def changed(grid: Grid) -> Grid:
        rows = [list(row) for row in filled(grid).rows]
        for row in rows:
            if row[0].text == "行政许可":
                row[-1] = attrs.evolve(row[-1], text="9")
        return Grid(tuple(map(tuple, rows)))

    reading = read_foreign(REPORT, changed)

    assert noted(reading) == {LICENSING}
    assert [cell.value for cell in gd.cells(reading.report) if cell.path == LICENSING] == [None]


def test_figures_that_span_other_columns_than_their_heads_are_in_doubt() -> None:
    """行政许可 | 5 | 5 | | 9 of the old form, below heads of which the second reaches over two columns."""

    def moved(grid: Grid) -> Grid:
        rows = [list(row) for row in filled(grid).rows]
        for row in rows:
            if row[0].text == "行政许可":
                row[1:4] = [GridCell("5"), GridCell("5"), GridCell("")]
        return Grid(tuple(map(tuple, rows)))

    paths = ("items_last_year", "change", "decisions")

    assert noted(read_foreign(OLD, moved)) == {f"proactive_disclosure.licensing.{path}" for path in paths}


def test_beside_a_blank_column_such_figures_are_in_doubt_and_no_others() -> None:
    """The grid is wider than the form, so that nobody knows which columns a cell of it spans."""

    def beside_blanks(grid: Grid) -> Grid:
        return Grid(tuple((*row, GridCell("")) for row in filled(grid).rows))

    wide = {LICENSING, PENALTIES, "proactive_disclosure.compulsion.decisions", "proactive_disclosure.fees.amount"}

    assert noted(read_foreign(REPORT, beside_blanks)) == wide


def test_one_row_that_is_not_merged_as_others_are_is_in_doubt() -> None:
    """行政许可 | 0 | 0 | 0 in a table in which all other such cells are merged: three figures, and none is known."""

    def parted(grid: Grid) -> Grid:
        rows = [
            (row[0], *(GridCell("0") for _ in range(row[1].columns))) if row[0].text == "行政许可" else row
            for row in grid.rows
        ]
        return Grid(tuple(rows))

    assert noted(read_foreign(REPORT, parted)) == {LICENSING}


@pytest.mark.parametrize("printer", [row_a_line, cell_a_line, cell_a_line_bare])
def test_text_with_spans_written_into_each_column_is_read_as_without(printer: Printer) -> None:
    """Labels, heads and figures that stand in each column of their cell count once, however the table is printed."""
    report = build_report(published=None)
    text = print_report(report, printed(with_spans_filled, printer))
    assert text.count("第二十条第（五）项") > 1

    assert gd.parse(text) == gd.Reading(report)


@pytest.mark.parametrize(
    ("figures", "kept"),
    [
        (("7", "7", "7"), ("7",)),
        (("7", "7", "9"), ("7", "7", "9")),
        (("7", "7"), ("7", "7")),
        (("7", "7", "7", "7"), ("7", "7", "7", "7")),
    ],
)
def test_figures_in_text_are_one_if_all_are_there_and_say_the_same(
    figures: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    """行政许可 has one, over three columns: where there are fewer, or more, or others, nobody knows which it is."""
    captions = (f"第二十条第（{number}）项" for number in "一五")
    told = as_one([*((caption,) * 4 for caption in captions), ("行政许可", *figures)], gd.ProactiveDisclosure)

    assert told == ["第二十条第（一）项", "第二十条第（五）项", "行政许可", *kept]


def test_figures_of_one_column_each_stay_in_text() -> None:
    """规章 | 7 | 7 | 7 are three, though what stands around them is written into each column that it spans."""
    captions = [("第二十条第（一）项",) * 4, ("第二十条第（五）项",) * 4]

    assert as_one([*captions, ("规章", "7", "7", "7")], gd.ProactiveDisclosure)[2:] == ["规章", "7", "7", "7"]


def test_blank_rows_of_table_four_stay_in_text() -> None:
    """Each is a line of bars, of which one may have as many as the row has cells; they are no cell over two columns."""
    heads = (*("行政复议",) * 5, *("行政诉讼",) * 10)

    assert as_one([heads, ("",), ("",)], gd.ReviewAndLitigation) == ["行政复议", "行政诉讼", "", ""]


def test_two_equal_figures_in_text_can_be_of_one_column() -> None:
    """行政事业性收费 | 4 | 4 of the old form, a cell a line: both can be of its first figure, the second is blank."""
    report = build_report(published=None, year=2020, cells=dict(zip(FEES, (4, None), strict=True)))
    text = print_report(report, printed(with_spans_filled, cell_a_line))

    assert noted(gd.parse(text)) >= set(FEES)


def test_columns_that_are_filled_up_are_not_taken_for_spans() -> None:
    """结果维持 | 结果维持 is a slip of the printer; figures behind it stand in two columns."""
    report = build_report(
        published=None, cells=dict.fromkeys([path for path in FIGURES if path.startswith("review_")], None)
    )
    text = print_report(report, row_a_line_padded).replace("结果维持 | 结果纠正", "结果维持 | 结果维持")

    assert gd.parse(text) == gd.Reading(report)


# Sums on the row of the label of a group.


@pytest.mark.parametrize("printer", [row_a_line, row_a_line_padded, row_a_line_written_out, cell_a_line_padded_last])
def test_sums_beside_the_label_of_a_group_are_left_out_alone(printer: Printer) -> None:
    """（三）不予公开 | 3 | 0 …, above 1.属于国家秘密: a note quotes the sums, and all figures of the form stand."""
    reading = gd.parse(print_report(REPORT, printed(with_group_figures, printer)))

    assert reading.report == REPORT
    assert {note.code for note in reading.notes} == {"UNPLACED"}
    assert noted(reading) == set()


def test_a_label_over_the_column_of_its_group_moves_no_figure() -> None:
    """1.属于国家秘密, merged over the column of （三）不予公开, which has become a row of its own."""

    def grouped(grid: Grid) -> Grid:
        rows = list(columns_of(grid))
        return Grid(tuple(_below_group([cell for _, cell in row]) for row in rows))

    assert read_foreign(REPORT, grouped).report == REPORT


def _below_group(cells: list[GridCell]) -> tuple[GridCell, ...]:
    """Leave the label of a group out, and let that of its first row reach over its column."""
    names = [cell.text for cell in cells if cell.path is None]
    if len(names) < 2 or not names[-2].startswith("（") or "." not in names[-1][:2]:
        return tuple(cells)
    place = len(names) - 1
    wide = attrs.evolve(cells[place], columns=cells[place].columns + cells[place - 1].columns)
    return (*cells[: place - 1], wide, *cells[place + 1 :])


# Grids that have a blank column more.


def apart(*, shifted: str | None = None) -> Callable[[Grid], Grid]:
    """Write table III out with its labels in two columns; one row has lost the blank cell behind its label."""

    def markup(grid: Grid) -> Grid:
        rows = [list(row) for row in written_out(grid).rows]
        if len(rows[0]) != 10:
            return written_out(grid)
        for row in rows[3:]:
            labels = [cell for cell in row[:3] if cell.text]
            row[:3] = [GridCell(""), labels[-1], GridCell("")] if labels else row[:3]
            if shifted is not None and row[1].text == shifted:
                row[2:] = [*row[3:], GridCell("")]
        return Grid(tuple(map(tuple, rows)))

    return markup


def test_figures_stand_below_their_heads_where_a_blank_column_parts_them_from_the_labels() -> None:
    """The grid has a column less in use than the form, but each figure has its head above it."""
    assert read_foreign(REPORT, apart()) == gd.Reading(REPORT)


def numbers_in_a_column(grid: Grid) -> Grid:
    """Write table III out with the numbers of its rows in a column of their own: 1. | 属于国家秘密."""
    rows = [list(row) for row in written_out(grid).rows]
    if len(rows[0]) != 10:
        return written_out(grid)
    for row in rows:
        number, _, words = row[2].text.partition(".")
        row[2:3] = [GridCell(f"{number}."), GridCell(words)] if words else [row[2], GridCell("")]
    return Grid(tuple(map(tuple, rows)))


def test_figures_stand_below_their_heads_where_numbers_have_a_column_of_their_own() -> None:
    """The grid has a column more than the form, in which labels stand."""
    between = "requests.legal_person.other.outcomes.refused.state_secret"
    report = build_report(published=None, cells={between: None})

    assert read_foreign(report, numbers_in_a_column) == gd.Reading(report)


def test_a_row_that_has_lost_a_cell_is_read_only_where_its_figures_can_stand_in_no_other_columns() -> None:
    """All seven stand one column before theirs; where the first is blank, they could be below their heads."""
    markup = apart(shifted="3.危及“三安全一稳定”")
    row = {path for path in FIGURES if ".endangers_security_or_stability" in path}
    first = next(path for path in row if "natural_person" in path)

    assert read_foreign(REPORT, markup) == gd.Reading(REPORT)
    assert row <= noted(read_foreign(build_report(published=None, cells={first: None}), markup))


# What stands beside or below tables.


def test_a_table_of_channels_below_is_no_page_column_by_column() -> None:
    """其他 | 4 below the table: 其他 is a head of the form, too."""
    reading = gd.parse(print_report(REPORT, with_channels(row_a_line)))

    assert reading.report == REPORT
    assert noted(reading) == set()


def test_blank_lines_beside_the_row_of_table_iv_are_no_pieces_of_it() -> None:
    """A line of bars, or an empty one, beside the one row with figures."""
    assert gd.parse(print_report(REPORT, with_rules_between(row_a_line))) == gd.Reading(REPORT)


# Bars that fill rows up.


def trimmed(sheet: Sheet, _: Random) -> Rows:
    """Print a row a line without the blank cells at its end, and below it the bars that fill it up."""
    for row in sheet.rows:
        texts = [cell.text for cell in row]
        while texts and not texts[-1]:
            texts.pop()
        yield Printed("".join(f"{text} | " for text in texts))
        yield Printed("|" * (sheet.width - len(texts)))


def trimmed_cells(sheet: Sheet, _: Random) -> Rows:
    """Print a cell a line so, with the bars that fill a row up behind its last cell."""
    for row in sheet.rows:
        texts = [cell.text for cell in row]
        while texts and not texts[-1]:
            texts.pop()
        yield from (Printed(f"{text} |") for text in texts)
        yield Printed("|" * (sheet.width - len(texts)))


@pytest.mark.parametrize("printer", [trimmed, trimmed_cells])
def test_bars_that_fill_a_row_up_tell_the_blanks_at_its_end(printer: Printer) -> None:
    """1 | | 0 | and |||| below it: as many cells as are not printed are blank, since those between figures are."""
    row = [path for path in FIGURES if path.startswith("requests.") and path.endswith(".repeated")]
    report = build_report(published=None, cells=dict.fromkeys([row[1], *row[3:]], None))

    assert gd.parse(print_report(report, printer)) == gd.Reading(report)


@pytest.mark.parametrize("printer", [trimmed, trimmed_cells])
def test_bars_that_fill_a_row_up_can_stand_for_any_blank_where_none_is_printed(printer: Printer) -> None:
    """1 | 0 | and ||||| below it, in a table in which a row further up has a blank between its figures."""
    row = [path for path in FIGURES if path.startswith("requests.") and path.endswith(".repeated")]
    between = "requests.legal_person.other.carried_over"
    report = build_report(published=None, cells=dict.fromkeys([*row[1:], between], None))

    assert noted(gd.parse(print_report(report, printer))) >= set(row)

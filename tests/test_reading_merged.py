"""Figures in cells that are merged over several columns or rows: none of them is put into a column or row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest
from support.builders import build_report
from support.grids import Markup, no_spans, read_foreign
from test_reading import wrong
from test_reading_traps import FOUR, THREE, TRUTH, TWO, Row, in_table

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.form.grids import figure_rows
from govdisclosure.reading.tables.lines import GridLine
from govdisclosure.reading.tables.merged import with_merged

if TYPE_CHECKING:
    from collections.abc import Sequence

_REFUSED = "7.属于行政执法案卷"
_ROWS = [[f"requests.{path}" for path in row.paths] for row in figure_rows(gd.Requests)]
_KINDS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
_LABELS = [row.labels[-1] for row in figure_rows(gd.Requests)]


def _with(height: int, row: int, first: int, cells: Sequence[GridCell], *, instead_of: int) -> Markup:
    """Give a markup in which some cells of a row of figures stand instead of so many from the first on."""

    def change(rows: list[Row]) -> list[Row]:
        numbers = [number for number, cells_of in enumerate(rows) if any(cell.path for cell in cells_of)]
        changed = rows[numbers[row]]
        at = next(place for place, cell in enumerate(changed) if cell.path) + first
        rows[numbers[row]] = (*changed[:at], *cells, *changed[at + instead_of :])
        return rows

    return in_table(height, change)


def _both(first: Markup, second: Markup) -> Markup:
    return lambda grid: second(first(grid))


def _noted(reading: gd.Reading) -> list[tuple[str, list[str], str | None]]:
    return [(note.code, list(note.paths), note.raw) for note in reading.notes]


@pytest.mark.parametrize("text", ["95", "0", "/", "约95", "无"])
@pytest.mark.parametrize(("first", "columns"), [(0, 2), (0, 6), (0, 7), (1, 5), (1, 6), (2, 3), (5, 2)])
def test_a_figure_over_several_columns_is_in_none_of_them(first: int, columns: int, text: str) -> None:
    """Also a nought, and a "/" over the whole row; the row is left blank, with a note that holds it as printed."""
    row = _LABELS.index(_REFUSED)
    cell = GridCell(text, columns=columns)
    stated = ["0"] * 7
    stated[first : first + columns] = [text]

    reading = read_foreign(TRUTH, _with(THREE, row, first, [cell], instead_of=columns))

    assert _noted(reading) == [("UNPLACED", _ROWS[row], " | ".join([_REFUSED, *stated]))]
    assert wrong(TRUTH, reading) == set()


@pytest.mark.parametrize(("first", "columns"), [(0, 2), (0, 7), (1, 5), (5, 2)])
def test_a_blank_over_several_columns_is_a_blank_in_each(first: int, columns: int) -> None:
    """Nothing is lost by it."""
    row = _LABELS.index(_REFUSED)
    expected = gd.loads(gd.dumps(TRUTH))
    for path in _ROWS[row][first : first + columns]:
        gd.put(expected, path, None)

    cell = GridCell("", columns=columns)
    assert read_foreign(TRUTH, _with(THREE, row, first, [cell], instead_of=columns)) == gd.Reading(expected)


@pytest.mark.parametrize("text", ["8", "约8"])
@pytest.mark.parametrize("columns", [1, 2])
def test_a_figure_over_several_rows_is_in_none_of_them(columns: int, text: str) -> None:
    """It could be of each row that it reaches over: both are left blank, and each note holds it."""
    upper = _with(THREE, 4, 1, [GridCell(text, rows=2, columns=columns)], instead_of=columns)
    lower = _with(THREE, 5, 1, [], instead_of=columns)

    reading = read_foreign(TRUTH, _both(upper, lower))

    assert [(note.code, list(note.paths)) for note in reading.notes] == [("UNPLACED", _ROWS[4]), ("UNPLACED", _ROWS[5])]
    assert all(f" | {text} | " in str(note.raw) for note in reading.notes)
    assert wrong(TRUTH, reading) == set()


def test_a_figure_over_three_rows_is_noted_with_each() -> None:
    """The last row of the table is no row that breaks off."""
    markup = _with(THREE, len(_ROWS) - 3, 6, [GridCell("4", rows=3)], instead_of=1)
    for row in (len(_ROWS) - 2, len(_ROWS) - 1):
        markup = _both(markup, _with(THREE, row, 6, [], instead_of=1))

    reading = read_foreign(TRUTH, markup)

    assert [list(note.paths) for note in reading.notes] == _ROWS[-3:]
    assert wrong(TRUTH, reading) == set()


def test_half_a_label_that_reaches_down_beside_a_merged_cell_is_none() -> None:
    """三、本年, cut off by a page, beside 2.重复申请 with its figures in one cell: its own row is read."""
    rows = [
        GridLine(
            ((0, "三、本年"), (1, "（一）予以公开"), *((column, "0") for column in range(3, 10))),
            10,
            None,
            spans={1: 2},
        ),
        GridLine(((2, "2.重复申请000"),), 10, None, spans={2: 8}, reached=((0, "三、本年"), (1, "（五）不予处理"))),
    ]
    heads = GridLine(tuple(enumerate(_KINDS, 3)), 10, None)

    assert [line.merged for line in with_merged([heads, *rows], gd.Requests)] == [False, False, True]


def test_a_blank_over_several_rows_is_a_blank_in_each() -> None:
    """Over two columns as well."""
    upper = _with(THREE, 4, 1, [GridCell("", rows=2, columns=2)], instead_of=2)
    expected = gd.loads(gd.dumps(TRUTH))
    for row in (4, 5):
        for path in _ROWS[row][1:3]:
            gd.put(expected, path, None)

    assert read_foreign(TRUTH, _both(upper, _with(THREE, 5, 1, [], instead_of=2))) == gd.Reading(expected)


def test_a_blank_that_reaches_down_beside_a_merged_figure_puts_no_row_above_in_doubt() -> None:
    """Nor that in which the column of the blank was filled last."""
    full = tuple((column, "0") for column in range(3, 10))
    lines = [
        GridLine(tuple(enumerate(_KINDS, 3)), 10, None),
        GridLine(((0, "一、本年新收政府信息公开申请数量"), *full), 10, None, spans={0: 3}),
        GridLine(((0, "二、上年结转政府信息公开申请数量"), (3, ""), *full[1:]), 10, None, spans={0: 3}),
        GridLine(((1, "（一）予以公开"), (4, "5"), *full[3:]), 10, None, spans={1: 2, 4: 2}, reached=((3, ""),)),
    ]

    assert [line.merged for line in with_merged(lines, gd.Requests)] == [False, False, False, True]


def test_a_cell_over_rows_that_are_none_is_of_its_own() -> None:
    """Behind each row of figures stands one without any cell, over which its cells reach."""

    def change(rows: list[Row]) -> list[Row]:
        last = tuple(attrs.evolve(cell, rows=2) for cell in rows[-1])
        return [*rows[:-1], last, ()]

    assert read_foreign(TRUTH, in_table(THREE, change)) == gd.Reading(TRUTH)


def test_a_remark_beside_the_table_hides_no_merged_cell() -> None:
    """Seven cells beside a label are no seven columns, where one of them is a remark and one is merged."""

    def change(rows: list[Row]) -> list[Row]:
        heads = (*rows[0], GridCell("备注", rows=3))
        return [heads, *rows[1:3], *((*row, GridCell("")) for row in rows[3:])]

    row = _LABELS.index("（一）予以公开")
    merged = _with(THREE, row, 0, [GridCell("19", columns=2)], instead_of=2)

    reading = read_foreign(TRUTH, _both(merged, in_table(THREE, change)))

    assert [note.code for note in reading.notes if list(note.paths) == _ROWS[row]] == ["UNPLACED"]
    assert wrong(TRUTH, reading) == set()


def test_other_tables_are_read_by_the_same_rule() -> None:
    """Two figures of a row of table II, and of the one of table IV."""
    two = read_foreign(TRUTH, _with(TWO, 0, 0, [GridCell("3", columns=2)], instead_of=2))
    four = read_foreign(TRUTH, _with(FOUR, 0, 0, [GridCell("3", columns=5)], instead_of=5))

    (rules,), (review,) = two.notes, four.notes
    assert (rules.code, len(rules.paths)) == ("UNPLACED", 3)
    assert (review.code, len(review.paths)) == ("UNPLACED", 15)
    assert wrong(TRUTH, two) == wrong(TRUTH, four) == set()


def test_a_figure_as_wide_as_its_head_is_in_its_column() -> None:
    """However many columns of the grid they both span; so is one beside others whose lines lie elsewhere."""

    def wider(grid: Grid) -> Grid:
        rows = (tuple(attrs.evolve(cell, columns=3 * cell.columns) for cell in row) for row in grid.rows)
        return Grid(tuple(rows))

    def sheared(rows: list[Row]) -> list[Row]:
        # The heads of 规章 span 1, 2 and 1 columns, its figures 2, 1 and 1.
        spans = {1: (1, 1, 2, 1), 2: (1, 2, 1, 1), 3: (1, 2, 1, 1)}
        shorn = []
        for number, row in enumerate(rows):
            own = spans.get(number, (*(1,) * (len(row) - 1), 6 - len(row)))
            shorn.append(tuple(attrs.evolve(cell, columns=span) for cell, span in zip(row, own, strict=True)))
        return shorn

    assert read_foreign(TRUTH, wider) == gd.Reading(TRUTH)
    assert read_foreign(TRUTH, in_table(TWO, sheared)) == gd.Reading(TRUTH)


def test_without_heads_a_merged_cell_is_one_too_few() -> None:
    """Nothing tells over which columns it reaches: the row has lost cells."""
    row = _LABELS.index("（一）予以公开")
    merged = _with(THREE, row, 1, [GridCell("60", columns=5)], instead_of=5)
    for markup in (_both(merged, in_table(THREE, lambda rows: rows[3:])), _both(merged, no_spans)):
        reading = read_foreign(TRUTH, markup)
        assert [note.code for note in reading.notes if list(note.paths) == _ROWS[row]] == ["UNPLACED"]
        assert wrong(TRUTH, reading) == set()


def test_heads_of_another_block_say_nothing() -> None:
    """A page that leaves out the heads above single figures has each below those of 规章, over all of them."""
    single = ("本年处理决定数量", "本年收费金额（单位：万元）")

    def change(rows: list[Row]) -> list[Row]:
        return [row for row in rows if len(row) > 1 and row[1].text not in single]

    assert read_foreign(TRUTH, in_table(TWO, change)) == gd.Reading(TRUTH)


_OLD = gd.loads(gd.dumps(build_report(published=None, year=2020)))
_LICENSING = "proactive_disclosure.licensing"
_NAMES = ("items_last_year", "change", "decisions")
_OLD_TWO = 18


def _old(figures: Sequence[int | None], heads: Sequence[int], cells: Sequence[int]) -> tuple[gd.AnnualReport, Markup]:
    """Give a report of 2020, and a markup in which heads and figures of item （五） span so many columns."""
    report = gd.loads(gd.dumps(_OLD))
    for name, figure in zip(_NAMES, figures, strict=True):
        gd.put(report, f"{_LICENSING}.{name}", figure)

    def change(rows: list[Row]) -> list[Row]:
        at = next(place for place, row in enumerate(rows) if row[0].text == "行政许可")
        for place, columns in ((at - 1, heads), (at, cells), (at + 1, heads)):
            spans = zip(rows[place], (1, *columns), strict=True)
            rows[place] = tuple(attrs.evolve(cell, columns=span) for cell, span in spans)
        return rows

    return report, in_table(_OLD_TWO, change)


@pytest.mark.parametrize("figures", [(7, None, 9), (None, 8, None), (7, None, None), (None, None, 9), (7, 8, 9)])
@pytest.mark.parametrize(("heads", "cells"), [((2, 2, 1), (1, 2, 1)), ((2, 2, 1), (2, 1, 1)), ((2, 2, 2), (1, 1, 2))])
def test_a_cell_for_each_head_is_below_it_though_spans_are_lost(
    figures: Sequence[int | None], heads: Sequence[int], cells: Sequence[int]
) -> None:
    """The row ends before the heads do, and lacks no cell."""
    report, markup = _old(figures, heads, cells)

    assert read_foreign(report, markup) == gd.Reading(report)


@pytest.mark.parametrize(
    ("figures", "cells"),
    [
        # The second of three cells begins below the third head, or behind it.
        ((None, 8, None), (2, 2, 1)),
        ((None, 8, None), (3, 1, 1)),
        # Two cells begin below one head.
        ((7, None, 9), (1, 1, 4)),
    ],
)
def test_cells_that_stand_below_other_heads_than_they_should_are_below_none(
    figures: Sequence[int | None], cells: Sequence[int]
) -> None:
    """Where there is one for each head, and the row ends behind the heads: neither order nor column is sure."""
    report, markup = _old(figures, (1, 1, 1) if cells[0] > 1 else (2, 1, 1), cells)

    reading = read_foreign(report, markup)

    stated = " | ".join(str(figure) for figure in figures if figure is not None)
    paths = [f"{_LICENSING}.{name}" for name in _NAMES]
    assert _noted(reading) == [("UNPLACED", paths, f"行政许可 | {stated}")]
    assert wrong(report, reading) == set()


def test_a_last_cell_that_is_too_wide_changes_nothing() -> None:
    """Each cell begins below a head of its own."""
    report, markup = _old((7, None, 9), (1, 1, 1), (1, 1, 2))

    assert read_foreign(report, markup) == gd.Reading(report)


def test_blank_cells_that_stand_below_other_heads_are_blank() -> None:
    """Nothing is in doubt of a row without figures."""
    report, markup = _old((None, None, None), (1, 1, 1), (2, 2, 1))

    assert read_foreign(report, markup) == gd.Reading(report)

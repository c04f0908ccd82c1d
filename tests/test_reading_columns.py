"""Tables with a column or row that the form does not have: each figure is read right, or named by a note."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

import attrs
import pytest
from support.grids import Markup, no_spans, read_foreign, written_out
from test_reading import wrong
from test_reading_traps import THREE, TRUTH, TWO, Row, in_table
from test_recognize import PRINTED

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell

if TYPE_CHECKING:
    from collections.abc import Callable


_NUMBERED = re.compile("([1-8]\\.|（.）|.、)(.+)", re.DOTALL)
_NUMBER_IN_LINE = re.compile(r"([1-8]\.)([^ |]+)(?= *\|)")


def numbered(head: str, *, first: int = 1) -> Callable[[list[Row]], list[Row]]:
    """Give a change that numbers the rows of a table, between labels and figures; heads have such a cell as well."""

    def change(rows: list[Row]) -> list[Row]:
        changed: list[Row] = []
        number = first
        for row in rows:
            labels = next((at for at, cell in enumerate(row) if cell.path), None)
            if labels is None:
                wider = attrs.evolve(row[0], columns=row[0].columns + 1)
                changed.append((row[0], GridCell(head), *row[1:]) if len(row) > 1 else (wider,))
            else:
                changed.append((*row[:labels], GridCell(str(number)), *row[labels:]))
                number += 1
        return changed

    return change


def in_three(head: str, *, first: int = 1) -> Markup:
    """Number the rows of table III, with one head that reaches down beside the others."""

    def change(rows: list[Row]) -> list[Row]:
        changed = numbered(head, first=first)(rows)
        return [(rows[0][0], GridCell(head, rows=3), *rows[0][1:]), *rows[1:3], *changed[3:]]

    return in_table(THREE, change)


@pytest.mark.parametrize("head", ["行次", "序号", "行 次", "序　号"])
def test_a_column_that_numbers_the_rows_is_left_out(head: str) -> None:
    """Its head says so, and it counts from one."""
    assert read_foreign(TRUTH, in_three(head)) == gd.Reading(TRUTH)
    assert read_foreign(TRUTH, in_table(TWO, numbered(head))) == gd.Reading(TRUTH)


@pytest.mark.parametrize("markup", [in_three("代码"), in_three("行次", first=2), in_table(TWO, numbered("", first=1))])
def test_a_column_of_numbers_that_nothing_names_is_not_left_out(markup: Markup) -> None:
    """Without such a head, or where it does not count from one, the rows are left blank."""
    reading = read_foreign(TRUTH, markup)

    assert wrong(TRUTH, reading) == set()
    assert {note.code for note in reading.notes} == {"UNPLACED"}


@pytest.mark.parametrize("spans", [no_spans, written_out])
@pytest.mark.parametrize("markup", [in_three("行次"), in_table(TWO, numbered("序号"))])
def test_numbers_of_rows_are_no_figures_in_other_markup(markup: Markup, spans: Callable[[Grid], Grid]) -> None:
    """Where columns are lost, the rows are left blank."""
    reading = read_foreign(TRUTH, lambda grid: spans(markup(grid)))

    assert wrong(TRUTH, reading) == set()


def with_remarks(text: str, head: str = "备注") -> Markup:
    """Give a column behind table III, under a head that reaches down beside the others."""

    def change(rows: list[Row]) -> list[Row]:
        return [(*rows[0], GridCell(head, rows=3)), *rows[1:3], *((*row, GridCell(text)) for row in rows[3:])]

    return in_table(THREE, change)


@pytest.mark.parametrize(("head", "text"), [("备注", ""), ("备　注", "已办结"), ("说明", "无")])
def test_a_column_of_remarks_is_left_out(head: str, text: str) -> None:
    """Its head says so, it is the last, and there is no digit in it."""
    assert read_foreign(TRUTH, with_remarks(text, head)) == gd.Reading(TRUTH)


@pytest.mark.parametrize("markup", [with_remarks("50%"), with_remarks("已办结", "办结")])
def test_a_column_behind_that_may_hold_figures_is_not_left_out(markup: Markup) -> None:
    """What is printed in it stands in the notes."""
    reading = read_foreign(TRUTH, markup)

    assert wrong(TRUTH, reading) == set()
    assert {note.code for note in reading.notes} == {"UNPLACED"}


def test_remarks_in_front_are_no_column_behind() -> None:
    """A head of the labels that is called so names no column that the form has not."""
    reading = read_foreign(TRUTH, in_table(TWO, lambda rows: [rows[0], (GridCell("说明"), *rows[1][1:]), *rows[2:]]))

    assert wrong(TRUTH, reading) == set()
    assert reading.report.proactive_disclosure == TRUTH.proactive_disclosure


def numbers_apart(rows: list[Row]) -> list[Row]:
    """Put the numbers of the labels in table III into cells of their own."""
    changed: list[Row] = []
    for row in rows:
        cells: list[GridCell] = []
        for cell in row:
            numbered = _NUMBERED.fullmatch(cell.text)
            if numbered is None or cell.rows > 1:
                cells.append(cell)
            else:
                cells += [GridCell(numbered[1]), attrs.evolve(cell, text=numbered[2])]
        changed.append(tuple(cells))
    return changed


def test_the_number_of_a_label_may_stand_in_a_cell_of_its_own() -> None:
    """1. | 属于国家秘密 is the label as the form has it."""
    assert read_foreign(TRUTH, in_table(THREE, numbers_apart)) == gd.Reading(TRUTH)


@pytest.mark.parametrize("bar", [" | ", " |\n"])
def test_in_text_as_well(bar: str) -> None:
    """On the same line or on the one above it; the number of another row is no part of a label."""
    page = _NUMBER_IN_LINE.sub(rf"\1{bar}\2", PRINTED)

    assert f"1.{bar}属于国家秘密" in page
    assert gd.parse(page) == gd.parse(PRINTED)
    assert "LABEL-ODD" in {note.code for note in gd.parse(page.replace(f"1.{bar}属于", f"2.{bar}属于")).notes}


def test_a_row_that_has_lost_a_cell_of_its_labels_is_whole() -> None:
    """Where spans are written out, a blank cell can be lost before a label, and one stand behind it."""
    label = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"

    def change(grid: Grid) -> Grid:
        rows = written_out(grid).rows
        return Grid(tuple(row[1:] if row[1:2] and row[1].text == label else row for row in rows))

    assert read_foreign(TRUTH, change) == gd.Reading(TRUTH)


def spread(grid: Grid) -> Grid:
    """Write what spans columns out as blank cells, keep what spans rows, and end each row with a spare cell."""
    rows: list[Row] = []
    for row in grid.rows:
        blank = [[GridCell("")] * (cell.columns - 1) for cell in row]
        cells = [(attrs.evolve(cell, columns=1), *beside) for cell, beside in zip(row, blank, strict=True)]
        rows.append((*chain.from_iterable(cells), GridCell("")))
    return Grid(tuple(rows))


@pytest.mark.parametrize("last", [1, 2, 5, 6])
def test_heads_that_have_lost_cells_tell_no_columns(last: int) -> None:
    """The last figure of a row can stand below the last of them, which is of another column."""

    def change(rows: list[Row]) -> list[Row]:
        place = next(place for place, row in enumerate(rows) if row[0].text.startswith("二、"))
        cut = [attrs.evolve(cell, text="") for cell in rows[place][last + 1 :]]
        return [*rows[:place], (*rows[place][: last + 1], *cut), *rows[place + 1 :]]

    markup = in_table(THREE, change)
    kept, moved = read_foreign(TRUTH, markup), read_foreign(TRUTH, lambda grid: spread(markup(grid)))

    assert moved == kept

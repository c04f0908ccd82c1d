"""Tables with a column or row that the form does not have: each figure is read right, or named by a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest
from support.grids import Markup, no_spans, read_foreign, written_out
from test_reading import wrong
from test_reading_traps import THREE, TRUTH, TWO, Row, in_table

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell

if TYPE_CHECKING:
    from collections.abc import Callable


def numbered(head: str, *, first: int = 1) -> Callable[[list[Row]], list[Row]]:
    """Give a change that numbers the rows of a table, between labels and figures; heads have such a cell as well."""

    def change(rows: list[Row]) -> list[Row]:
        found: list[Row] = []
        number = first
        for row in rows:
            labels = next((at for at, cell in enumerate(row) if cell.path), None)
            if labels is None:
                wider = attrs.evolve(row[0], columns=row[0].columns + 1)
                found.append((row[0], GridCell(head), *row[1:]) if len(row) > 1 else (wider,))
            else:
                found.append((*row[:labels], GridCell(str(number)), *row[labels:]))
                number += 1
        return found

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

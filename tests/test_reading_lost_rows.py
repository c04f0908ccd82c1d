"""Rows of table III that have lost their blanks: what the identities tell of them, and what they leave open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

import govdisclosure as gd
from govdisclosure.form.grids import figure_rows
from govdisclosure.reading.tables.draft import TableDraft
from govdisclosure.reading.tables.placement import place_lost_rows
from govdisclosure.reading.tables.rows import Row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govdisclosure.model.values import CellValue

RECEIVED: Final = 0
CARRIED: Final = 1
SECRET: Final = 4
ONE_ENTERPRISE: Final[Mapping[str, CellValue]] = {
    f"legal_person.commercial_enterprise.{path}": value
    for path, value in {"carried_over": 0, "outcomes.total": 1, "carried_forward": 0}.items()
}
"""Rows below 一 whose columns are sure: what was received of 商业企业 is 1."""
NO_PERSON: Final[Mapping[str, CellValue]] = {
    f"natural_person.{path}": 0 for path in ("carried_over", "outcomes.total", "carried_forward")
}


def placed(
    lost: Mapping[int, str], known: Mapping[str, CellValue] | None = None
) -> tuple[dict[int, list[CellValue]], list[tuple[str, str | None]]]:
    """Give where the figures of rows are placed, by the numbers of these, and what is noted."""
    form = figure_rows(gd.Requests)
    draft = TableDraft("requests", gd.Requests, {}, known={**(known or {})})
    draft.lost = {form[number].paths: Row(number, "", None, figures.split()) for number, figures in lost.items()}
    place_lost_rows(draft)
    cells = {number: [draft.known.get(path) for path in form[number].paths] for number in lost}
    return cells, [(note.code, note.raw) for note in draft.notes]


def test_what_all_placements_agree_in_is_taken() -> None:
    """
    3 | 1 | 1 | 1 | 1 | 7, where the second column is 1: 3 stands in the first one.

    A blank can stand in the second column, or in any behind that.
    """
    cells, notes = placed({RECEIVED: "3 1 1 1 1 7"}, ONE_ENTERPRISE)

    assert cells == {RECEIVED: [3, *[None] * 6]}
    assert notes == [("AMBIGUOUS", "3 | 1 | 1 | 1 | 1 | 7")]


def test_what_another_row_must_be_tells_of_a_row_as_well() -> None:
    """Of 商业企业, four were carried over by a row that has no blank, and five were handled: one was received."""
    handled = {"outcomes.total": 5, "carried_forward": 0}
    known = {f"legal_person.commercial_enterprise.{path}": value for path, value in handled.items()}
    cells, notes = placed({RECEIVED: "3 1 1 1 1 7", CARRIED: "0 4 0 0 0 0 4"}, known)

    assert cells == {RECEIVED: [3, *[None] * 6], CARRIED: [0, 4, 0, 0, 0, 0, 4]}
    assert notes == [("AMBIGUOUS", "3 | 1 | 1 | 1 | 1 | 7"), ("INFERRED", "0 | 4 | 0 | 0 | 0 | 0 | 4")]


def test_rows_that_contradict_each_other_tell_nothing_of_a_row() -> None:
    """Five were granted to 自然人, of one that was handled."""
    contrary = {"natural_person.outcomes.total": 1, "natural_person.outcomes.granted": 5}
    cells, _ = placed({RECEIVED: "3 1 1 1 1 7"}, {**ONE_ENTERPRISE, **contrary})

    assert cells == {RECEIVED: [None] * 7}


def test_a_row_with_nothing_in_it_is_left_out() -> None:
    """There is but one way to place no figures; yet they can be lost."""
    assert placed({RECEIVED: ""}) == ({RECEIVED: [None] * 7}, [("UNPLACED", "")])


def test_a_row_that_no_placement_fits_speaks_against_what_is_told_of_others() -> None:
    """Of 1 | 1 | 1 | 1 | 1 | 1 | 9, whose sum is 6, or of the rows by which it is judged, something is wrong."""
    cells, notes = placed({RECEIVED: "3 1 1 1 1 7", SECRET: "1 1 1 1 1 1 9"}, ONE_ENTERPRISE)

    assert cells == {RECEIVED: [None] * 7, SECRET: [None] * 7}
    assert notes == [("AMBIGUOUS", "3 | 1 | 1 | 1 | 1 | 7"), ("UNPLACED", "1 | 1 | 1 | 1 | 1 | 1 | 9")]


def test_a_row_with_too_many_figures_says_nothing_of_others() -> None:
    """One figure more than columns is left out, and what is told of another row is kept."""
    cells, notes = placed({RECEIVED: "3 1 1 1 1 7", SECRET: "0 0 0 0 0 0 0 0"}, ONE_ENTERPRISE)
    assert cells == {RECEIVED: [3, *[None] * 6], SECRET: [None] * 7}
    assert notes == [("AMBIGUOUS", "3 | 1 | 1 | 1 | 1 | 7"), ("UNPLACED", "0 | 0 | 0 | 0 | 0 | 0 | 0 | 0")]


def test_a_total_that_no_placement_leaves_stated_speaks_against_them() -> None:
    """3 | 1 | 1 | 1 | 1: the last one is no total of the others, and no row lacks its total alone."""
    cells, notes = placed({RECEIVED: "3 1 1 1 1"}, ONE_ENTERPRISE)

    assert cells == {RECEIVED: [None] * 7}
    assert notes == [("AMBIGUOUS", "3 | 1 | 1 | 1 | 1")]


@pytest.mark.parametrize(
    ("figures", "known", "cells"),
    [
        ("2 2", {}, [2, *[None] * 5, 2]),
        # An identity refutes it: no natural person has applied.
        ("2 2", NO_PERSON, [None] * 7),
        ("2 3", {}, [None] * 7),
    ],
)
def test_two_equal_figures_are_those_of_natural_persons_and_the_total(
    figures: str, known: Mapping[str, CellValue], cells: list[CellValue]
) -> None:
    """Which is their usual meaning; but a note says that they can be others."""
    assert placed({RECEIVED: figures}, known) == ({RECEIVED: cells}, [("AMBIGUOUS", figures.replace(" ", " | "))])

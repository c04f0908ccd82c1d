"""Where cells span columns: spans written out as blank cells, columns that the form has not, rows that are shifted."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from support.builders import build_report
from support.grids import foreign, with_row, written_out
from support.printers import print_report
from support.publishing.sheets import Cell
from support.publishing.styles import Style
from support.publishing.text import row_a_line

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.reading.recognize import recognize

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from support.publishing.sheets import Sheet
    from support.publishing.text import Line

LINES = Style(cell_a_line=True, written_out=True)
STYLES = (LINES, evolve(LINES, bars=0), evolve(LINES, bars=2), evolve(LINES, opened=True))
CELLS = [cell.path for cell in gd.cells(build_report())]
COLUMNS = ("natural_person", "commercial_enterprise", "research_institution")
RULES = tuple(f"proactive_disclosure.rules.{name}" for name in ("issued", "repealed", "in_force"))
CARRIED = "carried_over"


def blanked(*paths: str) -> gd.AnnualReport:
    """Give a report with blanks in these cells."""
    return build_report(published=None, cells=dict.fromkeys(paths))


def silently_wrong(truth: gd.AnnualReport, reading: gd.Reading) -> set[str]:
    """Give the cells that are read otherwise than they are, and that no note names."""
    noted = {path for note in reading.notes for path in note.paths}
    return {path for path in CELLS if path not in noted and gd.get(reading.report, path) != gd.get(truth, path)}


@pytest.mark.parametrize("style", STYLES)
@given(blanks=st.sets(st.sampled_from(CELLS)))
def test_spans_that_are_written_out_a_cell_a_line_move_no_figure(style: Style, blanks: set[str]) -> None:
    """Behind labels, between figures, and before labels below others: each column of the grid has its line."""
    truth = blanked(*blanks)

    assert silently_wrong(truth, gd.parse(print_report(truth, style))) == set()


@pytest.mark.parametrize("style", STYLES)
def test_tables_are_exact_whose_spans_are_written_out_a_cell_a_line(style: Style) -> None:
    """Some cells are blank, and the first of each row of table III."""
    blanks = [path for path in CELLS if ".natural_person." in path]
    truth = blanked(*blanks, "proactive_disclosure.rules.repealed", "proactive_disclosure.penalties.decisions")

    assert gd.parse(print_report(truth, style)) == gd.Reading(truth)


def test_a_row_with_a_line_too_many_is_noted_where_spans_are_written_out() -> None:
    """No column of its figures is known; the others are read."""
    text = print_report(blanked(f"requests.natural_person.{CARRIED}"), LINES)
    start = text.index("二、上年结转")

    reading = gd.parse(text[:start] + text[start:].replace("0 |", "0 |\n|", 1))

    carried = {path for path in CELLS if path.startswith("requests") and path.endswith(CARRIED)}
    assert [set(note.paths) for note in reading.notes] == [carried]


@pytest.mark.parametrize("style", [evolve(style, blanks="trimmed") for style in (LINES, Style(written_out=True))])
@given(blanks=st.sets(st.sampled_from(CELLS)))
def test_spans_that_are_written_out_where_rows_end_early_move_no_figure(style: Style, blanks: set[str]) -> None:
    """Blanks at the end of a row are gone."""
    truth = blanked(*blanks)

    assert silently_wrong(truth, gd.parse(print_report(truth, style))) == set()


def test_a_row_that_ends_early_is_read_where_its_last_column_is_stated() -> None:
    """So its other cells are there; of the others, nobody knows what has gone."""
    truth = blanked(*(path for path in CELLS if ".natural_person." in path), f"requests.total.{CARRIED}")

    reading = gd.parse(print_report(truth, evolve(LINES, blanks="trimmed")))

    noted = {path for note in reading.notes for path in note.paths}
    assert {path for path in noted if path.endswith(CARRIED)} == {path for path in CELLS if path.endswith(CARRIED)}
    assert silently_wrong(truth, reading) == set()


@pytest.mark.parametrize(
    "head",
    [
        "采购总金额（元）",
        "采购总金\n额（元）",
        "采购总\n金\n额（单位：元）",
        "采购□□□（\n单位：元）",
    ],
)
def test_the_unit_of_an_amount_is_told_below_a_head_in_pieces(head: str) -> None:
    """Below its caption in pieces as well, or a head whose words are lost: the table has one amount."""
    truth = build_report(year=2019, published=None)
    gd.put(truth, "proactive_disclosure.procurement.amount", gd.Amount(Decimal("251000.50"), "元"))

    def change(sheet: Sheet, rng: Random) -> Iterator[Line]:
        texts = {"采购总金额": head, "第二十条第（九）项": "第二十条第（九）\n项"}
        rows = (tuple(evolve(cell, text=texts.get(cell.text, cell.text)) for cell in row) for row in sheet.rows)
        yield from Style(pieces="lines")(evolve(sheet, rows=tuple(rows)), rng)

    reading = gd.parse(print_report(truth, change))

    assert gd.get(reading.report, "proactive_disclosure.procurement.amount") == gd.Amount(Decimal("251000.50"), "元")


def with_column(text: str, head: str, sheet: Sheet, rng: Random) -> Iterator[Line]:
    """Print a table a row a line, table III with a column behind."""
    if sheet.section == "requests":
        rows = [(*row, Cell(text)) if row[-1].is_figure else row for row in sheet.rows]
        rows[0] = (*rows[0], Cell(head))
        sheet = evolve(sheet, rows=tuple(rows))
    yield from row_a_line(sheet, rng)


@pytest.mark.property
@pytest.mark.parametrize("text", ["", "已办结", "50%", "7"])
@given(columns=st.sets(st.sampled_from(COLUMNS)))
def test_a_column_behind_that_the_form_has_not_moves_no_figure(text: str, columns: set[str]) -> None:
    """Where the first column is blank, it could as well be a blank before the columns."""
    truth = blanked(*(path for path in CELLS if any(f".{column}." in path for column in columns)))

    reading = gd.parse(print_report(truth, partial(with_column, text, "备注")))

    assert silently_wrong(truth, reading) == set()


def test_a_column_behind_with_nothing_in_it_is_no_doubt_where_the_first_column_is_stated() -> None:
    """It is as if it were not there."""
    truth = blanked(f"requests.natural_person.{CARRIED}")

    reading = gd.parse(print_report(truth, partial(with_column, "", "备注")))

    assert reading == gd.Reading(truth)


def reading_of(truth: gd.AnnualReport, label: str, row: tuple[str, ...]) -> gd.Reading:
    """Read a report in grids whose spans are written out, with a row printed so."""
    cells = tuple(map(GridCell, row))
    blocks = (
        with_row(block, label, lambda _: cells) if isinstance(block, Grid) else block
        for block in foreign(truth, written_out)
    )
    return recognize(blocks)


def test_a_row_whose_label_stands_in_another_column_is_in_doubt() -> None:
    """The label before it is gone, and the columns of its figures with it."""
    truth = blanked(*(path for path in CELLS if path.endswith("outcomes.granted")))

    reading = reading_of(truth, "（一）予以公开", ("（一）予以公开", "", "", "11", "", "", "", "", "11", ""))

    assert silently_wrong(truth, reading) == set()
    assert [note.raw for note in reading.notes] == ["（一）予以公开 | 11 | 11"]


def test_a_row_with_its_label_twice_is_in_doubt_if_it_lacks_a_figure() -> None:
    """Its last cell may be one that the page has cut off."""
    truth = blanked(*RULES)

    reading = reading_of(truth, "规章", ("规章", "规章", "2", ""))

    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [("UNPLACED", RULES, "规章 | 2")]


@pytest.mark.parametrize(("label", "read"), [("规章312", None), ("规章", 14911491)])
def test_a_figure_alone_in_the_first_cell_of_a_row_can_be_several(label: str, read: int | None) -> None:
    """Where labels and figures are glued elsewhere: it may be 1491 and 1491."""
    truth = blanked(*RULES)
    truth.review_and_litigation = gd.ReviewAndLitigation.from_rows([[14911491, *[None] * 14]])

    reading = reading_of(truth, "规章", (label, "", "", ""))

    assert gd.get(reading.report, "review_and_litigation.reconsideration.upheld") == read
    quoted = [note.raw for note in reading.notes if len(note.paths) > len(RULES)]
    assert quoted == ([] if read else ["14911491"])


def test_a_label_twice_in_one_cell_is_that_label() -> None:
    """It is odd, and its figures are in place."""
    truth = blanked()

    reading = reading_of(truth, "规章", ("规章规章", "0", "0", "0"))

    assert reading.report == truth
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [("LABEL-ODD", RULES, "规章规章")]


def test_an_edition_without_some_of_the_labels_is_not_taken() -> None:
    """Of rows that another edition alone has, the labels count, though all their cells are blank."""
    below = [path for path in CELLS if ".outcomes.other." in path and path.startswith("requests")]
    truth = blanked(*below)
    text = print_report(truth, Style()).replace("1.申请人无正当理由逾期不补正", "其中：逾期不补正")

    reading = gd.parse(text)

    assert isinstance(reading.report.requests, gd.Requests)

"""A reading tells where each figure stands in the document."""

from __future__ import annotations

import datetime as dt

import pytest
from support.builders import build_report
from support.workbooks import workbook_of

import govdisclosure as gd
from govdisclosure import batch
from govdisclosure.model.notes import Source

RECEIVED = "requests.total.newly_received"


@pytest.mark.parametrize("year", [2019, 2021])
def test_of_a_workbook_it_is_the_sheet_and_the_cell(year: int) -> None:
    """Every figure stands in the cell that has its path as a name."""
    content = gd.render(build_report(year=year), "xlsx")
    reading = gd.parse(content)
    named = {
        name: ("年度报告", str(each.attr_text).rpartition("!")[2].replace("$", ""))
        for name, each in workbook_of(content).defined_names.items()
    }

    places = {cell.path: reading.place(cell.path) for cell in gd.cells(reading.report)}

    assert {path: each and (each.sheet, each.cell) for path, each in places.items()} == {
        path: named[path] for path in places
    }


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_of_a_text_it_is_the_line(name: str) -> None:
    """Where the figure is printed."""
    report = build_report(published=dt.date(2022, 1, 25))
    for number, cell in enumerate(gd.cells(report), 1001):
        if isinstance(cell.value, int):
            gd.put(report, cell.path, number)
    content = gd.render(report, name)
    reading = gd.parse(content)
    lines = content.splitlines()

    places = {cell: reading.place(cell.path) for cell in gd.cells(reading.report) if isinstance(cell.value, int)}

    assert [
        cell.path for cell, each in places.items() if each is None or str(cell.value) not in lines[(each.line or 0) - 1]
    ] == []


@pytest.mark.parametrize(("name", "table"), [("html", 2), ("docx", 2)])
def test_of_a_page_it_is_the_table_its_row_and_column(name: str, table: int) -> None:
    """The columns of a label that spans three are counted."""
    reading = gd.parse(gd.render(build_report(), name))

    assert reading.place(RECEIVED) == Source(table=table, row=4, column=10)
    assert reading.place("requests.natural_person.carried_over") == Source(table=table, row=5, column=4)


def test_of_a_row_whose_blanks_are_lost_it_is_the_row() -> None:
    """No column is told of figures that were placed by sums."""
    reading = gd.read("examples/liuxi-2024.txt")

    place = reading.place(RECEIVED)

    assert place is not None
    assert place.to_json().keys() == {"line"}


def test_what_stands_nowhere_has_no_place() -> None:
    """Figures of JSON, sections that are null, and paths of no cell; it makes no reading another."""
    report = build_report(requests=None)
    reading = gd.parse(gd.render(report, "html"))

    assert gd.parse(gd.dumps(report)).place("proactive_disclosure.fees.amount") is None
    assert [
        reading.place(path) for path in (RECEIVED, "overview", "review_and_litigation", "proactive_disclosure.x")
    ] == [None] * 4
    assert reading.rows
    assert reading == gd.Reading(report)


@pytest.mark.parametrize("name", ["html", "xlsx"])
def test_a_batch_and_the_facts_know_it(name: str) -> None:
    """Packed between processes it is the same."""
    content = gd.render(build_report(), name)
    (outcome,) = batch.examine(
        [batch.Content(f"a.{name}", content if isinstance(content, bytes) else content.encode())], workers=1
    )
    reading = gd.parse(content)

    assert outcome.reading is not None
    assert outcome.reading.rows == reading.rows
    told = {"html": "table 2, row 4, column 10", "xlsx": "sheet 年度报告, cell P28"}[name]
    assert [fact.place for fact in gd.facts(outcome) if fact.path == RECEIVED] == [told]

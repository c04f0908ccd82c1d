"""Merged cells of a workbook without lines, whose rows have but one text: they are rows of the table."""

from __future__ import annotations

from itertools import chain

import pytest
from support.builders import build_report
from support.workbooks import by_others, place_of, saved, workbook_of

import govdisclosure as gd

REPORT = build_report(published=None)
TWO = "proactive_disclosure"
FOUR = [f"review_and_litigation.{path}" for path in gd.ReviewAndLitigation.figure_paths()[0]]


def merged(label: str, text: str | None, *, below: int = 0, size: tuple[int, int], borders: bool) -> bytes:
    """Put a text into a cell that is merged over so many rows and columns, beside the cell with a label or below it."""
    content = by_others(REPORT, borders=borders)
    book = workbook_of(content)
    sheet = book.worksheets[0]
    first = sheet[place_of(content, label, 0)]
    top, left = first.row + below, 1 if below else first.column + 1
    bottom, right = top + size[0] - 1, left + size[1] - 1
    inside = [area for area in sheet.merged_cells.ranges if top <= area.min_row <= bottom and left <= area.min_col]
    for area in inside:
        sheet.unmerge_cells(str(area))
    for cell in chain.from_iterable(sheet.iter_rows(top, bottom, left, right)):
        cell.value = None
    sheet.cell(top, left).value = text
    sheet.merge_cells(start_row=top, end_row=bottom, start_column=left, end_column=right)
    return saved(book)


def noted(reading: gd.Reading) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Give codes, paths and words of the notes."""
    return [(note.code, note.paths, note.raw) for note in reading.notes]


def with_none(*paths: str) -> gd.AnnualReport:
    """Give the report with these cells blank."""
    report = gd.loads(gd.dumps(REPORT))
    for path in paths:
        gd.put(report, path, None)
    return report


@pytest.mark.parametrize("borders", [False, True])
@pytest.mark.parametrize("text", ["7", "/"])
def test_a_figure_over_two_rows_is_in_none_of_them(text: str, *, borders: bool) -> None:
    """行政处罚 and 行政强制 are noted with it, though the lower row has but a label of its own."""
    reading = gd.parse(merged("行政处罚", text, size=(2, 3), borders=borders))

    paths = [f"{TWO}.penalties.decisions", f"{TWO}.compulsion.decisions"]
    assert reading.report == with_none(*paths)
    assert noted(reading) == [
        ("UNPLACED", (paths[0],), f"行政处罚 | {text}"),
        ("UNPLACED", (paths[1],), f"行政强制 | {text}"),
    ]


@pytest.mark.parametrize("borders", [False, True])
def test_blank_cells_that_are_merged_are_blank_cells(*, borders: bool) -> None:
    """Beside a label that is the only text of its row."""
    reading = gd.parse(merged("规章", None, size=(1, 3), borders=borders))

    assert reading == gd.Reading(with_none(*(f"{TWO}.rules.{name}" for name in ("issued", "repealed", "in_force"))))


@pytest.mark.parametrize("borders", [False, True])
@pytest.mark.parametrize("text", ["无", "0"])
def test_a_figure_over_a_whole_row_is_quoted(text: str, *, borders: bool) -> None:
    """无 over all cells of table IV."""
    reading = gd.parse(merged("复议后起诉", text, below=2, size=(1, 15), borders=borders))

    assert reading.report == with_none(*FOUR)
    assert noted(reading) == [("UNPLACED", tuple(FOUR), text)]


def test_merged_blank_cells_beside_lines_of_text_make_them_no_table() -> None:
    """Titles, headings and paragraphs over ten columns, with five merged ones beside them."""
    book = workbook_of(by_others(REPORT, borders=False))
    sheet = book.worksheets[0]
    lines = [area for area in sheet.merged_cells.ranges if area.size == {"rows": 1, "columns": 15}]
    for row in [area.min_row for area in lines]:
        sheet.unmerge_cells(start_row=row, end_row=row, start_column=1, end_column=15)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=10)
        sheet.merge_cells(start_row=row, end_row=row, start_column=11, end_column=15)

    assert lines
    assert gd.parse(saved(book)) == gd.Reading(REPORT)

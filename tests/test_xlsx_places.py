"""Where a note on a workbook stands: the sheet by its name, and the cell as it is called there."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from support.builders import build_report
from support.workbooks import workbook_of

import govdisclosure as gd
from govdisclosure.model.notes import Source

REPORT = build_report(published=None)
LABEL = "行政许可"


def workbook(*, before: int = 0, above: int = 0, label: str = LABEL) -> bytes:
    """Give a workbook of somebody else: table II in cells, some columns from the left, some rows from the top."""
    lines = gd.render(REPORT, "text").replace(LABEL, label).splitlines()
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "年报 2021"
    for _ in range(above):
        sheet.append([])
    for line in lines:
        cells = [cell.strip() for cell in line.split("|")]
        sheet.append([*[None] * before, *(cell or None for cell in cells)])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def altered(content: bytes, label: str, text: str, *, hide: int = 0) -> tuple[bytes, str]:
    """Put a text into the cell beside a label, and hide a column; give the workbook and what the cell is called."""
    book = workbook_of(content)
    sheet = book.active
    assert sheet is not None
    row, column = next((cell.row, cell.column) for cells in sheet.iter_rows() for cell in cells if cell.value == label)
    if hide:
        sheet.insert_cols(column + 1)
        sheet.column_dimensions[get_column_letter(column + 1)].hidden = True
    beside = sheet.cell(row, column + 1 + hide)
    beside.value = text
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue(), beside.coordinate


@pytest.mark.parametrize(("before", "above", "hide"), [(0, 0, 0), (2, 5, 0), (26, 0, 0), (0, 0, 1)])
def test_a_cell_of_a_workbook_is_named_as_the_workbook_names_it(before: int, above: int, hide: int) -> None:
    """Wherever the table stands, and whatever is hidden beside it."""
    content, cell = altered(workbook(before=before, above=above), LABEL, "若干", hide=hide)

    notes = [note for note in gd.parse(content).notes if note.code == "CELL-UNREADABLE"]

    assert [note.raw for note in notes] == ["若干"]
    assert [note.source and note.source.to_json() for note in notes] == [{"sheet": "年报 2021", "cell": cell}]


def test_a_row_of_a_workbook_is_named_by_its_first_cell() -> None:
    """As a row without any cell that is in doubt alone has no other name there."""
    (source,) = [note.source for note in gd.parse(workbook(before=1, label="行政许")).notes if note.raw == "行政许"]

    assert source is not None
    assert source.to_json() == {"sheet": "年报 2021", "cell": f"B{source.row}"}


def test_places_elsewhere_have_no_sheet() -> None:
    """Lines, pages, and rows of tables are numbers."""
    assert Source(table=1, row=4).in_column(2).to_json() == {"table": 1, "row": 4, "column": 3}
    assert Source(line=7).to_json() == {"line": 7}

"""Workbooks for tests: opened as a spreadsheet does, computed by LibreOffice, and made as others make them."""

from __future__ import annotations

import io
import pickle
import subprocess
import zipfile
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import openpyxl
from openpyxl.styles import Border, Side

from govdisclosure.form.blocks import Paragraph, own_columns
from govdisclosure.writing.compose import compose
from support.programs import program

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    import govdisclosure as gd

_THIN: Final = Side(style="thin")
_BOX: Final = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
VERDICTS: Final = ("相符", "不符", "待定")


@lru_cache(maxsize=32)
def _pickled(content: bytes, computed: bool) -> bytes:
    return pickle.dumps(openpyxl.load_workbook(io.BytesIO(content), data_only=computed))


def workbook_of(content: bytes, *, computed: bool = False) -> Workbook:
    """Open a workbook; one that was opened before comes in a tenth of the time, and is another object."""
    workbook: Workbook = pickle.loads(_pickled(content, computed))  # noqa: S301 - what was pickled above
    for sheet in workbook.worksheets:
        # How rows and columns without looks of their own come to them is not pickled.
        sheet.row_dimensions.default_factory = sheet._add_row  # type: ignore[attr-defined]  # noqa: SLF001 - as openpyxl does
        sheet.column_dimensions.default_factory = sheet._add_column  # type: ignore[attr-defined]  # noqa: SLF001 - the same
    return workbook


def opened(content: bytes, *, computed: bool = False) -> Worksheet:
    """Open the one sheet of a workbook, with what its formulas gave when it was saved if ``computed``."""
    sheet = workbook_of(content, computed=computed).active
    assert sheet is not None
    return sheet


def saved(workbook: Workbook) -> bytes:
    """Give the bytes of a workbook."""
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def edited(content: bytes, cells: dict[str, object]) -> bytes:
    """Type something into cells of a workbook, by their places; a merged cell is taken apart."""
    workbook = workbook_of(content)
    sheet = workbook.worksheets[0]
    for place, value in cells.items():
        for area in [
            area for area in sheet.merged_cells.ranges if place in area and area.start_cell.coordinate != place
        ]:
            sheet.unmerge_cells(area.coord)
        sheet[place] = value  # type: ignore[assignment]
    return saved(workbook)


def place_of(content: bytes, label: str, beside: int) -> str:
    """Give the place of the cell that stands so many columns to the right of the first cell with this text."""
    for row in opened(content).iter_rows():
        for cell in row:
            if cell.value == label:
                return row[cell.column - 1 + beside].coordinate
    raise AssertionError(label)


def computed(contents: list[bytes], folder: Path, *, suffix: str = "xlsx") -> list[bytes]:
    """Let LibreOffice compute workbooks and save them, all in one call."""
    office = program("soffice", "libreoffice")
    given, done = folder / "given", folder / "done"
    given.mkdir()
    for number, content in enumerate(contents):
        (given / f"{number}.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(map(str, given.iterdir()))
    command = [office, profile, "--headless", "--convert-to", suffix, "--outdir", str(done), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=540)  # noqa: S603 - a program of this machine
    return [(done / f"{number}.{suffix}").read_bytes() for number in range(len(contents))]


def verdicts(content: bytes) -> dict[tuple[int, str], object]:
    """Give the verdict of each check of a workbook that was computed, by its row and label."""
    return {
        (cell.row, str(row[(cell.column or 0) - 4].value)): cell.value
        for row in opened(content, computed=True).iter_rows()
        for cell in row
        if (cell.column or 0) > 20 and cell.value in VERDICTS
    }


def beside(content: bytes) -> dict[str, object]:
    """Give what the formulas of a workbook gave when it was saved, by their cells."""
    shown = opened(content, computed=True)
    return {
        cell.coordinate: shown[cell.coordinate].value
        for row in opened(content).iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def by_others(report: gd.AnnualReport, *, borders: bool = True, merges: bool = True) -> bytes:
    """Make a workbook of a report as others do: whole numbers as numbers, no mark of ours."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    row = 0
    for block in compose(report)[1:]:
        if isinstance(block, Paragraph):
            row += 1
            sheet.cell(row, 1, block.text)
            if merges:
                sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=15)
            continue
        for cells, _ in own_columns(block):  # type: ignore[arg-type]
            row += 1
            for column, cell in cells:
                value = int(cell.text) if cell.path and cell.text.isdigit() else cell.text
                sheet.cell(row, column + 1, None if value == "" else value)
                end = row + cell.rows - 1, column + cell.columns
                for each in ((r, c) for r in range(row, end[0] + 1) for c in range(column + 1, end[1] + 1)):
                    if borders:
                        sheet.cell(*each).border = _BOX
                if merges and (cell.rows, cell.columns) != (1, 1):
                    sheet.merge_cells(start_row=row, end_row=end[0], start_column=column + 1, end_column=end[1])
    return saved(workbook)


def with_part(content: bytes, name: str, part: bytes | None) -> bytes:
    """Put another part into a workbook in place of its own; None takes it out."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(result, "w") as target:
        for each in source.namelist():
            if each != name:
                target.writestr(each, source.read(each))
        if part is not None:
            target.writestr(name, part)
    return result.getvalue()

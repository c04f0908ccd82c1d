"""What every workbook that we write has in common."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any, Final, cast

from govdisclosure.formats.xlsx._openpyxl import (
    Border,
    Font,
    FormulaRule,
    Hyperlink,
    MultiCellRange,
    PatternFill,
    StringProperty,
    Workbook,
)

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.cell_range import CellRange
    from openpyxl.worksheet.worksheet import Worksheet

_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA: Final = tuple("=+-@＝＋－＠")
_DAY: Final = dt.datetime(2020, 1, 1)  # noqa: DTZ001 - openpyxl takes no time zone
_ZIP_DAY: Final = (1980, 1, 1, 0, 0, 0)
_CORE: Final = "docProps/core.xml"
_MODIFIED: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_MOST_CHARACTERS: Final = 32_767


class _Apart(MultiCellRange):
    """Merged cells that do not overlap, as those of the form: none is looked for among all the others."""

    def add(self, coord: CellRange) -> None:
        """Add a merged cell."""
        self.ranges.add(coord)


def new_workbook(title: str) -> tuple[Workbook, Worksheet]:
    """Make a workbook with one sheet."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None, "a new workbook has a sheet"
    sheet.title = title
    sheet.merged_cells = _Apart()
    workbook.properties.creator = "govdisclosure"
    workbook.properties.created = _DAY
    return workbook, sheet


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """Give a cell that no merged one covers."""
    return cast("Cell", sheet.cell(row, column))


def mark_if(  # noqa: PLR0913, PLR0917 - a look has several sides
    sheet: Worksheet,
    cells: str,
    formula: str,
    fill: PatternFill,
    font: Font | None = None,
    border: Border | None = None,
) -> None:
    """Let cells have another look while a formula holds; of several looks, the one given first wins."""
    rule = FormulaRule(formula=[formula], font=font, fill=fill, border=border)  # type: ignore[no-untyped-call]
    sheet.conditional_formatting.add(cells, rule)


def put_footer(sheet: Worksheet, text: str) -> None:
    """Print a text below each page, in the middle."""
    cast("Any", sheet).oddFooter.center.text = text


def put_property(workbook: Workbook, name: str, text: str) -> None:
    """Add a property to the document."""
    cast("Any", workbook).custom_doc_props.append(StringProperty(name=name, value=text))


def put_text(cell: Cell, text: str) -> None:
    """Put text into a cell that stays text: it is no formula, whatever it begins with, and no escape of Excel's."""
    escaped = _ESCAPE.sub("_x005F_", text)[:_MOST_CHARACTERS]
    cell.value = escaped
    cell.data_type = "s"
    if escaped.lstrip().startswith(_FORMULA):
        # Otherwise it becomes a formula as soon as somebody edits the cell.
        cell.quotePrefix = True


def put_link(cell: Cell, address: str) -> None:
    """Let a cell lead somewhere; what it shows stays."""
    cell.hyperlink = Hyperlink(ref=cell.coordinate, target=address)
    cell.font = Font(color="0563C1", underline="single")


def save(workbook: Workbook) -> bytes:
    """Give the bytes of a workbook: the same at all times, since no time is in them."""
    written, result = io.BytesIO(), io.BytesIO()
    workbook.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == _CORE:
                content = _MODIFIED.sub(rb"\g<1>" + f"{_DAY.isoformat()}Z".encode(), content)
            info = zipfile.ZipInfo(name, _ZIP_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            target.writestr(info, content)
    return result.getvalue()

"""What every workbook that we write has in common. The only module here that imports openpyxl at run time."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

from govdisclosure.errors import MissingDependency

try:
    import openpyxl
except ImportError as error:
    raise MissingDependency("xlsx", "Excel (.xlsx)") from error

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA: Final = tuple("=+-@＝＋－＠")
_DAY: Final = dt.datetime(2020, 1, 1)  # noqa: DTZ001 - openpyxl takes no time zone
_ZIP_DAY: Final = (1980, 1, 1, 0, 0, 0)
_CORE: Final = "docProps/core.xml"
_MODIFIED: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_MOST_CHARACTERS: Final = 32_767


def new_workbook(title: str) -> tuple[Workbook, Worksheet]:
    """Make a workbook with one sheet."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None, "a new workbook has a sheet"
    sheet.title = title
    workbook.properties.creator = "govdisclosure"
    workbook.properties.created = _DAY
    return workbook, sheet


def put_text(cell: Cell, text: str) -> None:
    """Put text into a cell that stays text: it is no formula, whatever it begins with, and no escape of Excel's."""
    escaped = _ESCAPE.sub("_x005F_", text)[:_MOST_CHARACTERS]
    cell.value = escaped
    cell.data_type = "s"
    if escaped.lstrip().startswith(_FORMULA):
        # Otherwise it becomes a formula as soon as somebody edits the cell.
        cell.quotePrefix = True


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

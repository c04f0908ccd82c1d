"""Blocks to an Excel workbook: the whole form on one sheet, beside its tables cells that check it."""

from __future__ import annotations

import json
import math
from collections import Counter
from typing import TYPE_CHECKING, Final

from attrs import define, field
from wcwidth import wcswidth

from govdisclosure.form.blocks import MARK, Grid, MetadataBlock, Paragraph, Role, own_columns
from govdisclosure.form.equations import equations, kinds
from govdisclosure.formats.xlsx._checks import put_checks, put_legend
from govdisclosure.formats.xlsx._entries import areas, guard, put_figure
from govdisclosure.formats.xlsx._form import FIRST, MARKS, MEMBER, PIECE, SHEET, WIDTH, Mark
from govdisclosure.formats.xlsx._openpyxl import (
    Alignment,
    Border,
    Font,
    PageSetupProperties,
    PatternFill,
    Side,
    Worksheet,
    get_column_letter,
)
from govdisclosure.formats.xlsx._workbook import (
    cell_at,
    mark_if,
    new_workbook,
    put_footer,
    put_property,
    put_text,
    save,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from openpyxl.workbook import Workbook

    from govdisclosure.form.blocks import Block, GridCell
    from govdisclosure.model.declare import Kind

_LAST: Final = FIRST + WIDTH - 1
_COLUMN: Final = 6.7
_LINE_HEIGHT: Final = 14.5
_ENTRY_HEIGHT: Final = 48.0
_ENTRIES: Final = 3
# A row of Excel is at most 409 points high; what does not fit into it could not be seen.
_MOST_LINES: Final = 26
_MOST_CHARACTERS: Final = 4_000
_ENDS: Final = "。；！？"
_LABEL_WEIGHT: Final = 2

_THIN: Final = Side(style="thin")
_BOX: Final = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_ENTRY: Final = PatternFill(bgColor="FFF8E1", fill_type="solid")
_FIGURE: Final = Alignment(horizontal="center", vertical="center", shrink_to_fit=True)
_CENTRED: Final = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LABEL: Final = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
_BODY: Final = Alignment(horizontal="left", vertical="top", wrap_text=True)
_FONT: Final = Font(name="宋体", size=10.5)
_LOOKS: Final = {
    Mark.TITLE: (Font(name="黑体", size=16), _CENTRED, 1.6),
    Mark.HEADING: (Font(name="黑体", size=12), Alignment(vertical="center", wrap_text=True), 1.2),
}
_MARKS: Final = {Role.TITLE: Mark.TITLE, Role.HEADING: Mark.HEADING}


def write(blocks: Iterable[Block]) -> bytes:
    """
    Write blocks as an Excel workbook.

    The metadata become properties of the document, the rest rows of one sheet, in their order. Beside the tables,
    outside of the area that is printed, formulas compare the two sides of each identity; a figure is never a formula.
    """
    workbook, sheet = new_workbook(SHEET)
    form = _Form(sheet)
    previous: Block | None = None
    for block in blocks:
        if isinstance(block, MetadataBlock):
            _put_metadata(workbook, block)
            continue
        if isinstance(block, Grid):
            form.put_grid(block)
        else:
            if block.role is Role.HEADING:
                form.leave_room(previous)
            form.put_paragraph(block)
        previous = block
    form.leave_room(previous)
    form.finish()
    workbook.calculation.fullCalcOnLoad = True
    return save(workbook)


def _put_metadata(workbook: Workbook, metadata: MetadataBlock) -> None:
    for name, value in metadata.values.items():
        text = json.dumps(value, ensure_ascii=False)
        key = name if name == MARK else MEMBER + name
        for place in range(0, len(text), PIECE):
            numbered = f"{key}:{place // PIECE + 1}" if place else key
            put_property(workbook, numbered, text[place : place + PIECE])


def _lines(text: str, columns: int, size: float = 1.0) -> int:
    """Estimate how many lines a text takes in a cell over so many columns."""
    wide = max(wcswidth(text), len(text)) * size
    return max(1, math.ceil(wide / (columns * _COLUMN - 1.5)))


def _pieces(text: str, size: float) -> Iterator[str]:
    """Cut a text into pieces that a row can show, at the end of a sentence where there is one."""
    rest = text
    while len(rest) > _MOST_CHARACTERS or _lines(rest, WIDTH, size) > _MOST_LINES / size:
        most = min(len(rest) - 1, _MOST_CHARACTERS)
        while _lines(rest[:most], WIDTH, size) > _MOST_LINES / size:
            most = most * 3 // 4
        end = max(rest.rfind(mark, most // 2, most) for mark in _ENDS) + 1 or most
        yield rest[:end]
        rest = rest[end:]
    yield rest


@define
class _Form:
    """
    The form on its sheet, written row by row.

    Args:
        sheet: The sheet.
    """

    sheet: Worksheet
    _row: int = field(default=0, init=False)

    def put_paragraph(self, paragraph: Paragraph) -> None:
        """Write a paragraph, over as many rows as it takes."""
        mark = _MARKS.get(paragraph.role, Mark.TEXT) if paragraph.role else Mark.TEXT
        font, alignment, size = _LOOKS.get(mark, (_FONT, _BODY, 1.0))
        for place, piece in enumerate(_pieces(paragraph.text, size)):
            words = Mark.EMPTY if mark is Mark.TEXT and not piece else mark
            self._begin(Mark.MORE if place else words, _lines(piece, WIDTH, size) * _LINE_HEIGHT * size + 4)
            cell = cell_at(self.sheet, self._row, FIRST)
            put_text(cell, piece)
            cell.font, cell.alignment = font, alignment
            self._merge(self._row, FIRST, self._row, _LAST)

    def leave_room(self, previous: Block | None) -> None:
        """Leave rows to be filled in: of a section without text some high ones, else a narrow one."""
        empty = isinstance(previous, Paragraph) and previous.role in {Role.TITLE, Role.HEADING}
        for _ in range(_ENTRIES if empty else 1 if previous else 0):
            self._begin(None, _ENTRY_HEIGHT if empty else _LINE_HEIGHT)
            cell = cell_at(self.sheet, self._row, FIRST)
            cell.font, cell.alignment = _FONT, _BODY
            self._merge(self._row, FIRST, self._row, _LAST)
            if empty:
                mark_if(self.sheet, cell.coordinate, f'{cell.coordinate}=""', _ENTRY)

    def put_grid(self, grid: Grid) -> None:
        """Write a table with its spans, and beside it its checks."""
        top, starts, known = self._row + 1, _columns(grid), kinds(grid)
        places: dict[str, tuple[int, int]] = {}
        figures: dict[Kind, list[tuple[int, int, int]]] = {}
        for number, (row, _) in enumerate(own_columns(grid)):
            self._begin(Mark.ROW if number else Mark.TABLE, _height(row, starts))
            for column, cell in row:
                left, right = starts[column], starts[column + cell.columns] - 1
                target = cell_at(self.sheet, self._row, left)
                target.font = _FONT
                if cell.path is None:
                    put_text(target, cell.text)
                    target.alignment = _LABEL if _is_beside_figures(row, cell) else _CENTRED
                else:
                    put_figure(target, cell.text, known[cell.path])
                    target.alignment = _FIGURE
                    places[cell.path] = (self._row, left)
                    figures.setdefault(known[cell.path], []).append((self._row, left, right))
                self._box(self._row, left, self._row + cell.rows - 1, right)
        for kind, cells in figures.items():
            for area in areas(cells):
                guard(self.sheet, area, kind)
        put_checks(self.sheet, top, equations(grid), places)

    def finish(self) -> None:
        """Set the widths of columns, and how the form is printed."""
        sheet, last = self.sheet, get_column_letter(_LAST)
        put_legend(sheet)
        for column in range(FIRST, _LAST + 1):
            sheet.column_dimensions[get_column_letter(column)].width = _COLUMN
        sheet.column_dimensions[get_column_letter(MARKS)].hidden = True
        sheet.column_dimensions[get_column_letter(_LAST + 1)].width = 3
        sheet.print_area = f"{get_column_letter(FIRST)}1:{last}{max(self._row, 1)}"
        sheet.page_setup.paperSize = "9"
        sheet.page_setup.orientation = "portrait"
        sheet.page_margins.left = sheet.page_margins.right = 0.5
        sheet.page_margins.top = sheet.page_margins.bottom = 0.7
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_options.horizontalCentered = True
        put_footer(sheet, "&P / &N")
        sheet.sheet_view.showGridLines = False

    def _begin(self, mark: Mark | None, height: float) -> None:
        self._row += 1
        if mark is not None:
            put_text(cell_at(self.sheet, self._row, MARKS), mark.value)
        self.sheet.row_dimensions[self._row].height = height

    def _merge(self, top: int, left: int, bottom: int, right: int) -> None:
        if (top, left) != (bottom, right):
            self.sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)

    def _box(self, top: int, left: int, bottom: int, right: int) -> None:
        self._merge(top, left, bottom, right)
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                self.sheet.cell(row, column).border = _BOX


def _columns(grid: Grid) -> list[int]:
    """Give the column of the sheet in which each column of a grid begins, and the one after the last."""
    rows = [row for row, _ in own_columns(grid)]
    count = max(column + cell.columns for row in rows for column, cell in row)
    below = {at for row in rows for column, cell in row if cell.path for at in range(column, column + cell.columns)}
    labels = [column for column in range(count) if column not in below]
    unit = max(1, WIDTH // (_LABEL_WEIGHT * len(labels) + len(below)))
    widths = Counter(dict.fromkeys(range(count), unit))
    wide = labels or sorted(below)
    share, rest = divmod(WIDTH - unit * count, len(wide))
    widths.update(dict.fromkeys(wide, share))
    widths[wide[-1]] += rest
    return [FIRST + sum(widths[before] for before in range(column)) for column in range(count + 1)]


def _is_beside_figures(row: Sequence[tuple[int, GridCell]], cell: GridCell) -> bool:
    return cell.rows == 1 and any(other.path is not None for _, other in row)


def _height(row: Sequence[tuple[int, GridCell]], starts: Sequence[int]) -> float:
    most = max(
        (_lines(cell.text, starts[at + cell.columns] - starts[at]) for at, cell in row if cell.rows == 1), default=1
    )
    return most * _LINE_HEIGHT + 6

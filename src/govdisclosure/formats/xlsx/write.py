"""Blocks to an Excel workbook: the whole form on one sheet, beside its tables cells that check it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from attrs import define, field

from govdisclosure.errors import UsageError
from govdisclosure.form.blocks import MARK, Grid, MetadataBlock, Paragraph, Role, own_columns
from govdisclosure.form.equations import equations, kinds
from govdisclosure.formats.xlsx._checks import put_checks, put_legend
from govdisclosure.formats.xlsx._entries import Area, areas, guard, put_figure
from govdisclosure.formats.xlsx._form import FIRST, MARKS, MEMBER, PIECE, SHEET, WIDTH, Mark
from govdisclosure.formats.xlsx._openpyxl import (
    Alignment,
    Border,
    CellRange,
    Font,
    PageSetupProperties,
    PatternFill,
    Side,
    Worksheet,
    get_column_letter,
)
from govdisclosure.formats.xlsx._sizes import (
    COLUMN,
    LINE_HEIGHT,
    MOST_ROWS,
    columns_of_sheet,
    height_of,
    lines_of,
    pieces_of,
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
    from collections.abc import Iterable, Sequence

    from openpyxl.workbook import Workbook

    from govdisclosure.form.blocks import Block, GridCell
    from govdisclosure.model.declare import Kind

_LAST: Final = FIRST + WIDTH - 1
# Of a section without text, three rows of three lines are there to be filled in.
_ENTRY_HEIGHT: Final = 48.0
_ENTRIES: Final = 3
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
_MARKS: Final[dict[Role | None, Mark]] = {Role.TITLE: Mark.TITLE, Role.HEADING: Mark.HEADING}


def write(blocks: Iterable[Block]) -> bytes:
    """
    Write blocks as an Excel workbook.

    The metadata become properties of the document, the rest rows of one sheet, in their order. Beside the tables,
    outside of the area that is printed, formulas compare the two sides of each identity; a figure is never a formula.

    Raises:
        UsageError: If the report has more rows than a sheet of the form can have.
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
        mark = _MARKS.get(paragraph.role, Mark.TEXT)
        font, alignment, size = _LOOKS.get(mark, (_FONT, _BODY, 1.0))
        for place, piece in enumerate(pieces_of(paragraph.text, size)):
            words = Mark.EMPTY if mark is Mark.TEXT and not piece else mark
            self._begin(Mark.MORE if place else words, lines_of(piece, WIDTH, size) * LINE_HEIGHT * size + 4)
            cell = cell_at(self.sheet, self._row, FIRST)
            put_text(cell, piece)
            cell.font, cell.alignment = font, alignment
            self._merge(self._row, FIRST, self._row, _LAST)

    def leave_room(self, previous: Block | None) -> None:
        """Leave rows to be filled in: of a section without text some high ones, else a narrow one."""
        empty = isinstance(previous, Paragraph) and previous.role in {Role.TITLE, Role.HEADING}
        for _ in range(_ENTRIES if empty else 1 if previous else 0):
            self._begin(None, _ENTRY_HEIGHT if empty else LINE_HEIGHT)
            cell = cell_at(self.sheet, self._row, FIRST)
            cell.font, cell.alignment = _FONT, _BODY
            self._merge(self._row, FIRST, self._row, _LAST)
            if empty:
                mark_if(self.sheet, cell.coordinate, f'{cell.coordinate}=""', _ENTRY)

    def put_grid(self, grid: Grid) -> None:
        """Write a table with its spans, and beside it its checks."""
        top, starts, known = self._row + 1, columns_of_sheet(grid), kinds(grid)
        places: dict[str, Area] = {}
        figures: dict[Kind, list[tuple[int, int, int]]] = {}
        for number, (row, _) in enumerate(own_columns(grid)):
            self._begin(Mark.ROW if number else Mark.TABLE, height_of(row, starts))
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
                    places[cell.path] = Area(self._row, left, self._row, right)
                    figures.setdefault(known[cell.path], []).append((self._row, left, right))
                self._box(self._row, left, self._row + cell.rows - 1, right)
        # One rule for a block of cells, since a rule for each would be hundreds.
        for kind, cells in figures.items():
            for area in areas(cells):
                guard(self.sheet, area, kind)
        put_checks(self.sheet, top, equations(grid), places)

    def finish(self) -> None:
        """Set the widths of columns, and how the form is printed."""
        sheet, last = self.sheet, get_column_letter(_LAST)
        put_legend(sheet)
        for column in range(FIRST, _LAST + 1):
            sheet.column_dimensions[get_column_letter(column)].width = COLUMN
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
        if self._row == MOST_ROWS:
            raise UsageError(f"a workbook holds a report of at most {MOST_ROWS} rows; write it in another format")
        self._row += 1
        if mark is not None:
            put_text(cell_at(self.sheet, self._row, MARKS), mark.value)
        self.sheet.row_dimensions[self._row].height = height

    def _merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Merge cells; openpyxl itself would make each anew and look for borders, which takes three times the rest."""
        if (top, left) != (bottom, right):
            self.sheet.merged_cells.ranges.add(CellRange(min_col=left, min_row=top, max_col=right, max_row=bottom))

    def _box(self, top: int, left: int, bottom: int, right: int) -> None:
        self._merge(top, left, bottom, right)
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                self.sheet.cell(row, column).border = _BOX


def _is_beside_figures(row: Sequence[tuple[int, GridCell]], cell: GridCell) -> bool:
    return cell.rows == 1 and any(other.path is not None for _, other in row)

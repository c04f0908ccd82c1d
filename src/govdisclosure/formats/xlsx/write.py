"""Blocks to an Excel workbook: the whole form on one sheet, beside its tables cells that check it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from attrs import define, field

from govdisclosure.errors import UsageError
from govdisclosure.form.blocks import Grid, MetadataBlock, Paragraph, Role, own_columns, property_of
from govdisclosure.form.equations import equations, kinds
from govdisclosure.formats.xlsx._areas import Area, cell_at, joined
from govdisclosure.formats.xlsx._checks import Placed, put_checks, put_legend
from govdisclosure.formats.xlsx._entries import day_in, figure_of, guard, guard_day, hint_at_preamble
from govdisclosure.formats.xlsx._form import DAY, DAY_LABEL, FIRST, MARKS, PIECE, SHEET, WIDTH, Mark
from govdisclosure.formats.xlsx._sizes import (
    COLUMN,
    LINE_HEIGHT,
    MOST_ROWS,
    columns_of_sheet,
    height_of,
    lines_of,
    page_breaks,
    pieces_of,
)
from govdisclosure.formats.xlsx._workbook import WrittenSheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govdisclosure.form.blocks import Block, GridCell
    from govdisclosure.formats.xlsx._workbook import Look
    from govdisclosure.model.declare import Kind

_LAST: Final = FIRST + WIDTH - 1
# Of a section without text, three rows of three lines are there to be filled in.
_ENTRY_HEIGHT: Final = 48.0
_ENTRIES: Final = 3
_ENTRY: Final[Look] = {"bg_color": "#FFF8E1"}
_FONT: Final[Look] = {"font_name": "宋体", "font_size": 10.5}
_CENTRED: Final[Look] = {"align": "center", "valign": "vcenter", "text_wrap": 1}
_COLUMN_HEAD: Final[Look] = _FONT | _CENTRED | {"border": 1}
_LABEL: Final[Look] = _COLUMN_HEAD | {"align": "left", "indent": 1}
_OPEN: Final[Look] = {"locked": 0}
_FIGURE: Final[Look] = _FONT | _OPEN | {"align": "center", "valign": "vcenter", "shrink": 1, "border": 1}
_BODY: Final[Look] = _FONT | _OPEN | {"align": "left", "valign": "top", "text_wrap": 1}
_TITLE: Final[Look] = _CENTRED | _OPEN | {"font_name": "黑体", "font_size": 16}
_SIGNED: Final[Look] = _FONT | {"align": "right", "valign": "vcenter", "text_wrap": 1, "indent": 2}
_DAY: Final[Look] = _SIGNED | _OPEN | {"num_format": 'yyyy"年"m"月"d"日"'}
_HEADING: Final[Look] = {"font_name": "黑体", "font_size": 12, "valign": "vcenter", "text_wrap": 1}
_LOOKS: Final = {Mark.TITLE: (_TITLE, 1.6), Mark.HEADING: (_HEADING, 1.2), Mark.SIGNER: (_SIGNED, 1.0)}
_MARKS: Final[dict[Role | None, Mark]] = {
    Role.TITLE: Mark.TITLE,
    Role.HEADING: Mark.HEADING,
    Role.SIGNATURE: Mark.SIGNER,
}
# Without a password: labels and checks are kept from slips, not from anybody.
_ALLOWED: Final = dict.fromkeys(("objects", "format_cells", "format_columns", "format_rows", "insert_rows"), True)
# What Excel or XlsxWriter would take for an escape of theirs, and what Excel counts twice.
_ESCAPED: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\U00010000-\U0010ffff]")


def write(blocks: Iterable[Block]) -> bytes:
    """
    Write blocks as an Excel workbook.

    The metadata become properties of the document, the rest rows of one sheet, in their order. Beside the tables,
    outside of the area that is printed, formulas compare the two sides of each identity; a figure is never a formula.

    Raises:
        UsageError: If the report has more rows than a sheet of the form can have, or a cell more text than one holds.
    """
    sheet = WrittenSheet(SHEET)
    form = _Form(sheet)
    previous: Block | None = None
    signature: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, MetadataBlock):
            _put_metadata(sheet, block)
            continue
        if isinstance(block, Paragraph) and block.role is Role.SIGNATURE:
            signature.append(block)
            continue
        if isinstance(block, Grid):
            form.put_grid(block)
        else:
            if block.role is Role.HEADING:
                form.leave_room(previous)
            form.put_paragraph(block)
        previous = block
    form.leave_room(previous)
    form.put_signature(signature)
    form.finish()
    return sheet.save()


def _put_metadata(sheet: WrittenSheet, metadata: MetadataBlock) -> None:
    for name, value in metadata.values.items():
        text = _ESCAPED.sub(_in_json, json.dumps(value, ensure_ascii=False))
        key = property_of(name)
        for place in range(0, len(text), PIECE):
            numbered = f"{key}:{place // PIECE + 1}" if place else key
            sheet.describe(numbered, text[place : place + PIECE])


def _in_json(escaped: re.Match[str]) -> str:
    """Write a character as its number, as JSON can."""
    return "\\u005f" if escaped[0] == "_" else json.dumps(escaped[0])[1:-1]


@define
class _Form:
    """
    The form on its sheet, written row by row.

    Args:
        sheet: The sheet.
    """

    sheet: WrittenSheet
    _heights: list[float] = field(factory=list, init=False)
    _together: dict[int, int] = field(factory=dict, init=False)
    _heading: int | None = field(default=None, init=False)
    _last: int | None = field(default=None, init=False)

    def put_paragraph(self, paragraph: Paragraph) -> None:
        """Write a paragraph, over as many rows as it takes."""
        mark = _MARKS.get(paragraph.role, Mark.TEXT)
        look, size = _LOOKS.get(mark, (_BODY, 1.0))
        first, heading = self._row + 1, self._heading
        for place, piece in enumerate(pieces_of(paragraph.text, size)):
            words = Mark.EMPTY if mark is Mark.TEXT and not piece else mark
            self._begin(Mark.MORE if place else words, lines_of(piece, WIDTH, size) * LINE_HEIGHT * size + 4)
            self.sheet.put(self._across, piece, look)
        self._last = self._row if self._row > first else heading or first
        self._heading = first if mark is Mark.HEADING else None

    def leave_room(self, previous: Block | None) -> None:
        """Leave rows to be filled in: of a section without text some high ones, else a narrow one."""
        role = previous.role if isinstance(previous, Paragraph) else None
        empty = role in {Role.TITLE, Role.HEADING}
        for _ in range(_ENTRIES if empty else 1 if previous else 0):
            self._begin(None, _ENTRY_HEIGHT if empty else LINE_HEIGHT)
            self.sheet.put(self._across, None, _BODY)
            if empty:
                cell = cell_at(self._row, FIRST)
                self.sheet.mark_if(cell, f'{cell.first}=""', _ENTRY)
        if role is Role.TITLE:
            hint_at_preamble(self.sheet, Area(self._row - _ENTRIES + 1, FIRST, self._row, FIRST))
        self._heading = None

    def put_signature(self, lines: Sequence[Paragraph]) -> None:
        """Write who reports, and the day of publication into a cell that is there to be filled in."""
        if not lines:
            return
        first = self._last or self._row + 1
        *names, day = lines
        for name in names:
            self.put_paragraph(name)
        self._begin(Mark.DAY, LINE_HEIGHT + 4)
        before = Area(self._row, FIRST, self._row, DAY - 1)
        place = Area(self._row, DAY, self._row, _LAST)
        self.sheet.put(before, None if day.text else DAY_LABEL, _SIGNED)
        self.sheet.put(place, day_in(day.text), _DAY)
        guard_day(self.sheet, place, _ENTRY)
        self.sheet.name(cell_at(place.top, place.left), "published")
        self._together[first] = self._row + 1 - first

    def put_grid(self, grid: Grid) -> None:
        """Write a table with its spans, and beside it its checks."""
        top, starts, known = self._row + 1, columns_of_sheet(grid), kinds(grid)
        places: dict[str, Placed] = {}
        figures: dict[Kind, list[Area]] = {}
        for number, (row, _) in enumerate(own_columns(grid)):
            self._begin(Mark.ROW if number else Mark.TABLE, height_of(row, starts))
            for column, cell in row:
                left, right = starts[column], starts[column + cell.columns] - 1
                over = Area(self._row, left, self._row + cell.rows - 1, right)
                if cell.path is None:
                    self.sheet.put(over, cell.text, _LABEL if _is_beside_figures(row, cell) else _COLUMN_HEAD)
                    continue
                figure = figure_of(cell.text, known[cell.path])
                self.sheet.put(over, figure.value, _FIGURE | {"num_format": figure.format})
                self.sheet.name(cell_at(over.top, over.left), cell.path)
                places[cell.path] = Placed(over, figure.value)
                figures.setdefault(known[cell.path], []).append(over)
        # One rule for a block of cells, since a rule for each would be hundreds.
        for kind, cells in figures.items():
            for area in joined(cells):
                guard(self.sheet, area, kind)
        put_checks(self.sheet, top, equations(grid), places)
        first = self._heading or top
        self._together[first], self._heading, self._last = self._row + 1 - first, None, None

    def finish(self) -> None:
        """Set the widths of columns, and how the form is printed."""
        put_legend(self.sheet)
        for column in range(FIRST, _LAST + 1):
            # The cells below a merged one must be open as it is.
            self.sheet.widen(column, COLUMN, _OPEN)
        self.sheet.widen(_LAST + 1, 3)
        self.sheet.hide(MARKS)
        self.sheet.print_only(Area(1, FIRST, max(self._row, 1), _LAST))
        page = self.sheet.page
        page.set_paper(9)
        page.set_h_pagebreaks(page_breaks(self._heights, self._together))
        page.set_margins(0.5, 0.5, 0.7, 0.7)
        page.fit_to_pages(1, 0)
        page.center_horizontally()
        page.set_footer("&C&P / &N", {"margin": 0.5})
        page.hide_gridlines(2)
        page.protect("", _ALLOWED)

    @property
    def _row(self) -> int:
        """The row that was begun last, from 1."""
        return len(self._heights)

    @property
    def _across(self) -> Area:
        """The row, over the width of the form."""
        return Area(self._row, FIRST, self._row, _LAST)

    def _begin(self, mark: Mark | None, height: float) -> None:
        if self._row == MOST_ROWS:
            raise UsageError(f"a workbook holds a report of at most {MOST_ROWS} rows; write it in another format")
        self._heights.append(height)
        if self._heading:
            self._together.setdefault(self._heading, self._row + 1 - self._heading)
        if mark is not None:
            self.sheet.put(cell_at(self._row, MARKS), mark.value, {})
        self.sheet.heighten(self._row, height)


def _is_beside_figures(row: Sequence[tuple[int, GridCell]], cell: GridCell) -> bool:
    return cell.rows == 1 and any(other.path is not None for _, other in row)

"""Workbooks with altered cells: the form on one sheet, printed on one page."""

from __future__ import annotations

import io
from collections.abc import Callable
from random import Random
from typing import TYPE_CHECKING, Any, Final

import xlsxwriter  # type: ignore[import-untyped]
from attrs import define, frozen
from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from govdisclosure.form.blocks import Grid, Paragraph, own_columns
from support.oracle.cells import Kind, Parts, draw_parts
from support.oracle.documents import Draft, draw
from support.oracle.offices import OfficeFile, colour_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.format import Format  # type: ignore[import-untyped]

    from govdisclosure.form.blocks import Block, GridCell

_FONT: Final = {"font_name": "DejaVu Sans", "font_size": 14}
_BOX: Final = {"border": 1, "valign": "vcenter"}
_ALTERED: Final = _FONT | _BOX | {"align": "center"}
"""In the middle, where no rule of the table touches a figure."""
_ROW: Final = 26
_COLUMN: Final = 12
_PAPER: Final = 8
"""A3, by the number that Excel has for it."""


@define
class Spot:
    """
    The cell that a kind writes.

    Args:
        book: The workbook.
        sheet: Its sheet.
        row: The row of the cell, from 0.
        column: Its column, from 0.
        columns: How many columns it spans.
        rng: The source of chance.
        detail: By what means, where the same thing is done by many.
    """

    book: Workbook
    sheet: Worksheet
    row: int
    column: int
    columns: int
    rng: Random
    detail: str = ""

    @property
    def at(self) -> tuple[int, int]:
        """The row and the column."""
        return self.row, self.column

    def look(self, **properties: Any) -> Format:  # noqa: ANN401 - whatever the library knows
        """Give a format: a plain cell but for these properties."""
        return self.book.add_format(_ALTERED | properties)

    def font(self, **properties: Any) -> Format:  # noqa: ANN401 - the same
        """Give the format of a piece of text."""
        return self.book.add_format(_FONT | properties)

    def write(self, value: object, **properties: Any) -> None:  # noqa: ANN401 - the same
        """Write a value; a cell that spans several columns is merged."""
        look = self.look(**properties)
        if self.columns > 1:
            self.sheet.merge_range(self.row, self.column, self.row, self.column + self.columns - 1, "", look)
        self.sheet.write(self.row, self.column, value, look)


@frozen
class SheetKind(Kind[Callable[[Spot, Parts], None]]):
    """A kind of cells of workbooks: writes the cell."""


def write_workbook(name: str, rng: Random, kinds: Sequence[SheetKind]) -> OfficeFile:
    """Write a workbook in which each of these kinds alters a cell."""
    draft = draw(rng, len(kinds), hides=True)
    chosen = dict(zip(draft.chosen, kinds, strict=False))
    parts = {path: draw_parts(rng, whole=kind.whole) for path, kind in chosen.items()}
    seeds = {path: rng.random() for path in chosen}
    details: dict[str, str] = {}

    def altered(path: str, spot: Spot) -> None:
        spot.rng.seed(seeds[path])  # A cell that is written again looks the same.
        chosen[path].build(spot, parts[path])
        details[path] = spot.detail

    def plainly(figures: Sequence[str]) -> bytes:
        given = dict(zip(draft.chosen, figures, strict=True))

        def plain(path: str, spot: Spot) -> None:
            if given[path] == parts[path].all and not chosen[path].looks_plain(parts[path]):
                altered(path, spot)
            else:
                spot.write(given[path])

        return _workbook(draft, plain, chosen)

    numbers = {path: number for number, path in enumerate(chosen)}

    def coloured(path: str, spot: Spot) -> None:
        spot.write("", bg_color="#{:02X}{:02X}{:02X}".format(*colour_of(numbers[path])))

    content = _workbook(draft, altered, chosen)
    cells = [kind.altered(path, parts[path], details[path]) for path, kind in chosen.items()]
    return OfficeFile(name, content, "xlsx", cells, draft, plainly, _workbook(draft, coloured, chosen))


def _workbook(draft: Draft, altered: Callable[[str, Spot], None], chosen: dict[str, SheetKind]) -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("年报")
    sheet.set_paper(_PAPER)
    sheet.fit_to_pages(1, 1)
    sheet.set_margins(0.2, 0.2, 0.2, 0.2)
    sheet.set_column(0, 20, _COLUMN)
    writer = _Writer(book, sheet, draft, altered, chosen)
    for block in draft.blocks:
        writer.block(block)
    book.close()
    return file.getvalue()


@define
class _Writer:
    """Writes blocks, one below the other."""

    book: Workbook
    sheet: Worksheet
    draft: Draft
    altered: Callable[[str, Spot], None]
    chosen: dict[str, SheetKind]
    row: int = 0

    def block(self, block: Block) -> None:
        """Write a block."""
        if isinstance(block, Grid):
            self._grid(block)
            return
        assert isinstance(block, Paragraph)
        self.sheet.set_row(self.row, _ROW)
        self.sheet.write_string(self.row, 0, block.text)
        self.row += 1

    def _grid(self, grid: Grid) -> None:
        for own, (row, _) in zip(grid.rows, own_columns(grid), strict=True):
            self.sheet.set_row(self.row, _ROW, None, {"hidden": own is self.draft.hidden_row})
            for column, cell in row:
                self._cell(cell, column)
            self.row += 1

    def _cell(self, cell: GridCell, column: int) -> None:
        if cell.path in self.chosen:
            rng = Random(0)  # noqa: S311 - no secret
            self.altered(cell.path, Spot(self.book, self.sheet, self.row, column, cell.columns, rng))
            return
        look = self.book.add_format(_BOX | {"font_size": 11, "shrink": True})
        value: object = int(cell.text) if cell.path and cell.text.isdigit() else cell.text
        if cell.rows * cell.columns > 1:
            last = self.row + cell.rows - 1, column + cell.columns - 1
            self.sheet.merge_range(self.row, column, *last, "", look)
        self.sheet.write(self.row, column, value, look)

"""Workbooks with altered cells: the form on one sheet, printed on one page."""

from __future__ import annotations

import io
from random import Random
from typing import TYPE_CHECKING, Any, Final

import xlsxwriter
from attrs import define, frozen

from govdisclosure.form.blocks import Grid, Paragraph, own_columns
from support.oracle.cells import Altered, Effect, Parts, draw_parts
from support.oracle.documents import beside, draw
from support.oracle.offices import OfficeFile, colour_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

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
class SheetKind:
    """
    A way to alter the cell of a workbook.

    Args:
        name: Its name.
        effect: What a person sees of the digits put in.
        write: Writes the figure and the digits put in.
        whole: Whether all digits are put in always, never, or by chance (None).
        whole_effect: What a person sees of them then, where that is something else.
        keeps_room: Whether hidden digits leave a gap, which parts the figure where they are put into its middle.
        own_look: Whether digits that are seen look otherwise than plain ones: a plain figure is compared in that look.
        truth: Gives the figure that a person sees, where that is neither of the usual.
    """

    name: str
    effect: Effect
    write: Callable[[Spot, Parts], None]
    whole: bool | None = True
    whole_effect: Effect | None = None
    keeps_room: bool = False
    own_look: bool = False
    truth: Callable[[Parts], str | None] | None = None

    def looks_plain(self, parts: Parts) -> bool:
        """Tell whether these digits, where all are seen, look like a plain figure and not in a way of their own."""
        dressed = self.own_look or self.effect is Effect.HARMLESS
        return not (dressed or (self.whole_effect is not None and not parts.kept))

    def shown(self, parts: Parts) -> str | None:
        """Give the figure that a person sees; None where it is no plain one."""
        if self.truth is not None:
            return self.truth(parts)
        if self.keeps_room and parts.before and parts.after:
            return None
        return parts.shown(self.effect if parts.kept or self.whole_effect is None else self.whole_effect)


def write_workbook(name: str, rng: Random, kinds: Sequence[SheetKind]) -> OfficeFile:
    """Write a workbook in which each of these kinds alters a cell."""
    draft = draw(rng, len(kinds))
    chosen = dict(zip(draft.chosen, kinds, strict=False))
    parts = {path: draw_parts(rng, whole=kind.whole) for path, kind in chosen.items()}
    seeds = {path: rng.random() for path in chosen}
    details: dict[str, str] = {}

    def altered(path: str, spot: Spot) -> None:
        spot.rng.seed(seeds[path])  # A cell that is written again looks the same.
        chosen[path].write(spot, parts[path])
        details[path] = spot.detail

    def plainly(figures: Sequence[str]) -> bytes:
        given = dict(zip(draft.chosen, figures, strict=True))

        def plain(path: str, spot: Spot) -> None:
            if given[path] == parts[path].all and not chosen[path].looks_plain(parts[path]):
                altered(path, spot)
            else:
                spot.write(given[path])

        return _workbook(draft.blocks, plain, chosen)

    numbers = {path: number for number, path in enumerate(chosen)}

    def coloured(path: str, spot: Spot) -> None:
        spot.write("", bg_color="#{:02X}{:02X}{:02X}".format(*colour_of(numbers[path])))

    content = _workbook(draft.blocks, altered, chosen)
    cells = [
        Altered(path, kind.name, details[path], parts[path].all, kind.shown(parts[path]), kind.effect is Effect.HARMLESS)
        for path, kind in chosen.items()
    ]
    return OfficeFile(
        name, content, "xlsx", cells, beside(draft), plainly, _workbook(draft.blocks, coloured, chosen)
    )


def _workbook(
    blocks: Iterable[Block], altered: Callable[[str, Spot], None], chosen: dict[str, SheetKind]
) -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("年报")
    sheet.set_paper(_PAPER)
    sheet.fit_to_pages(1, 1)
    sheet.set_margins(0.2, 0.2, 0.2, 0.2)
    sheet.set_column(0, 20, _COLUMN)
    writer = _Writer(book, sheet, altered, chosen)
    for block in blocks:
        writer.block(block)
    book.close()
    return file.getvalue()


@define
class _Writer:
    """Writes blocks, one below the other."""

    book: Workbook
    sheet: Worksheet
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
        for row, _ in own_columns(grid):
            self.sheet.set_row(self.row, _ROW)
            for column, cell in row:
                self._cell(cell, column)
            self.row += 1

    def _cell(self, cell: GridCell, column: int) -> None:
        if cell.path in self.chosen:
            rng = Random(0)  # noqa: S311 - no secret
            self.altered(cell.path, Spot(self.book, self.sheet, self.row, column, cell.columns, rng))
            return
        look = self.book.add_format(_BOX | {"font_size": 11, "text_wrap": False})
        value: object = int(cell.text) if cell.path and cell.text.isdigit() else cell.text
        if cell.rows * cell.columns > 1:
            last = self.row + cell.rows - 1, column + cell.columns - 1
            self.sheet.merge_range(self.row, column, *last, "", look)
        self.sheet.write(self.row, column, value, look)

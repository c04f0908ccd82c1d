"""PDF files with altered cells: ruled tables on one large page, drawn by a library."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from random import Random
from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfgen.canvas import Canvas

from govdisclosure.form.blocks import Grid, Paragraph, own_columns
from support.oracle.cells import Altered, Kind, Parts, draw_parts
from support.oracle.documents import Draft, draw
from support.oracle.pictures import Box

if TYPE_CHECKING:
    from govdisclosure.form.blocks import GridCell

WORDS: Final = "STSong-Light"
FIGURES: Final = "Helvetica"
SIZE: Final = 12
_SMALL: Final = 8
_LABEL: Final = 5.8
"""The size of labels, three lines of which a row has room for."""
_ROW: Final = 19
_LINE: Final = 13
_MARGIN: Final = 30
_PAGE: Final = (1000, 1560)


@define
class Spot:
    """
    Where a figure is drawn.

    Args:
        canvas: What it is drawn on.
        rng: The source of chance.
        left: Where the figure begins.
        foot: Its base line.
        box: The left, lower, right and upper edge of its cell.
        detail: By what means, where the same thing is done by many.
        size: The size of its font.
    """

    canvas: Canvas
    rng: Random
    left: float
    foot: float
    box: tuple[float, float, float, float]
    detail: str = ""
    size: float = SIZE

    def text(self, text: str, x: float | None = None, *, rise: float = 0, size: float = SIZE) -> float:
        """Draw digits; give where they end."""
        x = self.left if x is None else x
        self.canvas.setFont(FIGURES, size)
        self.canvas.drawString(x, self.foot + rise, text)
        return x + stringWidth(text, FIGURES, size)


def plainly_drawn(spot: Spot, figure: str) -> None:
    """Draw a plain figure."""
    spot.text(figure)


@frozen
class PdfKind(Kind[Callable[[Spot, Parts], None]]):
    """
    A way to alter the cell of a PDF.

    Args:
        plain: Draws a plain figure as this kind would show it.
        keeps_room: As of every kind; what is drawn keeps its room unless it is drawn elsewhere.
        upright: Whether it can be drawn only on a page that is not turned.
    """

    plain: Callable[[Spot, str], None] = plainly_drawn
    keeps_room: bool = field(default=True, kw_only=True)
    upright: bool = field(default=False, kw_only=True)


@frozen
class PdfFile:
    """
    A file.

    Args:
        name: How it is repeated.
        content: What it holds.
        cells: Its altered cells.
        boxes: Where they stand on its page.
        draft: The report.
        plainly: Draws a file of the same cells, each with the plain figure that is given for it.
    """

    name: str
    content: bytes
    cells: list[Altered]
    boxes: list[Box]
    draft: Draft
    plainly: Callable[[Sequence[str]], bytes]


@define
class _Drawing:
    """A page being drawn."""

    canvas: Canvas
    rng: Random
    kinds: dict[str, PdfKind]
    y: float = _PAGE[1] - _MARGIN
    cells: list[Altered] = field(factory=list)
    spots: list[tuple[PdfKind, tuple[float, float, float, float]]] = field(factory=list)
    parts: list[Parts] = field(factory=list)

    def paragraph(self, text: str) -> None:
        for start in range(0, len(text), 70):
            self.canvas.setFont(WORDS, _SMALL + 1)
            self.canvas.drawString(_MARGIN, self.y - _LINE, text[start : start + 70])
            self.y -= _LINE

    def grid(self, grid: Grid) -> None:
        rows = list(own_columns(grid))
        width = sum(cell.columns for cell in grid.rows[0])
        unit = (_PAGE[0] - 2 * _MARGIN) / width
        for number, (row, _) in enumerate(rows):
            top = self.y - number * _ROW
            for column, cell in row:
                left = _MARGIN + unit * column
                self._cell(cell, (left, top - cell.rows * _ROW, left + unit * cell.columns, top))
        self.y -= len(rows) * _ROW + 4

    def _cell(self, cell: GridCell, box: tuple[float, float, float, float]) -> None:
        left, bottom, right, top = box
        self.canvas.setFillGray(0)
        self.canvas.rect(left, bottom, right - left, top - bottom)
        if cell.path in self.kinds:
            self._altered(cell.path, box)
            return
        if cell.path:
            self._line(cell.text, FIGURES, SIZE - 2, (left + 3, top - 13))
        for number, line in enumerate(_wrapped(cell.text, right - left - 6) if not cell.path else ()):
            self._line(line, WORDS, _LABEL, (left + 3, top - _LABEL * (number + 1)))

    def _line(self, text: str, font: str, size: float, at: tuple[float, float]) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(*at, text)

    def _altered(self, path: str, box: tuple[float, float, float, float]) -> None:
        kind = self.kinds[path]
        parts = draw_parts(self.rng, whole=kind.whole)
        spot = spot_in(self.canvas, self.rng, box)
        self.canvas.saveState()
        kind.build(spot, parts)
        self.canvas.restoreState()
        self.cells.append(kind.altered(path, parts, spot.detail))
        self.spots.append((kind, box))
        self.parts.append(parts)


def _wrapped(text: str, width: float) -> list[str]:
    """Break a label into lines of a width."""
    most = int(width / _LABEL)
    return [text[start : start + most] for start in range(0, len(text), most)]


def spot_in(canvas: Canvas, rng: Random, box: tuple[float, float, float, float]) -> Spot:
    """Give the place of a figure in a cell."""
    return Spot(canvas, rng, box[0] + 14, box[1] + 5, box)


def draw_file(name: str, rng: Random, kinds: Sequence[PdfKind]) -> PdfFile:
    """Draw a file in which each of these kinds alters a cell."""
    turn = rng.choice((0, 0, 0, 0, 90, 180, 270))
    kinds = [kind for kind in kinds if not (turn and kind.upright)]
    draft = draw(rng, len(kinds))
    file, canvas = _begun(turn)
    drawing = _Drawing(canvas, rng, dict(zip(draft.chosen, kinds, strict=False)))
    for block in draft.blocks:
        if isinstance(block, Grid):
            drawing.grid(block)
        elif isinstance(block, Paragraph):
            drawing.paragraph(block.text)
    canvas.save()

    def plainly(figures: Sequence[str]) -> bytes:
        again, page = _begun(turn)
        for (kind, box), figure, parts in zip(drawing.spots, figures, drawing.parts, strict=True):
            page.saveState()
            spot = spot_in(page, rng, box)
            if figure == parts.all and not kind.looks_plain(parts):
                kind.build(spot, parts)
            else:
                kind.plain(spot, figure)
            page.restoreState()
        page.save()
        return again.getvalue()

    boxes = [Box(left, _PAGE[1] - top, right, _PAGE[1] - bottom) for _, (left, bottom, right, top) in drawing.spots]
    return PdfFile(name, file.getvalue(), drawing.cells, boxes, draft, plainly)


def _begun(turn: int) -> tuple[io.BytesIO, Canvas]:
    """Begin a file of one page that is seen upright, however it is turned."""
    registerFont(UnicodeCIDFont(WORDS))
    width, height = _PAGE
    file = io.BytesIO()
    # The library itself turns the size of a page that is turned.
    canvas = Canvas(file, pagesize=(width, height), invariant=True)
    if turn:
        canvas.setPageRotation(turn)
    if turn == 90:
        canvas.translate(height, 0)
        canvas.rotate(90)
    elif turn == 180:
        canvas.translate(width, height)
        canvas.rotate(180)
    elif turn == 270:
        canvas.translate(0, width)
        canvas.rotate(270)
    return file, canvas

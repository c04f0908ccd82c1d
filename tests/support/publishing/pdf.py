"""PDF files: Word files printed by LibreOffice, and tables drawn by a library."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from attrs import define, field
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfgen.canvas import Canvas

from support import printing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from support.publishing.pages import Page
    from support.publishing.sheets import Cell, Sheet

Rules: TypeAlias = Literal["all", "rows", "none"]
"""Which rules a table has: around each cell, between rows alone, none."""

_FONT: Final = "STSong-Light"  # One of the fonts that every reader of PDF has; nothing is embedded.
_SIZE: Final = 9
_LEADING: Final = 12
_MARGIN: Final = 50
_PADDING: Final = 3


def by_office(files: Sequence[bytes]) -> list[bytes]:
    """Let LibreOffice print Word files, all of them at once."""
    return printing.by_office(files, "docx")


@define
class _Sheet:
    """A file that is being drawn, from the top of its pages down."""

    canvas: Canvas
    width: float
    height: float
    rules: Rules
    y: float = field(init=False)
    page: int = 1

    def __attrs_post_init__(self) -> None:
        self.y = self.height - _MARGIN

    def room(self, height: float) -> None:
        """Begin a new page if this one has no room for so much."""
        if self.y - height < _MARGIN:
            self.canvas.drawCentredString(self.width / 2, _MARGIN / 2, f"- {self.page} -")
            self.canvas.showPage()
            self.canvas.setFont(_FONT, _SIZE)
            self.page += 1
            self.y = self.height - _MARGIN

    def line(self, text: str, x: float = _MARGIN) -> None:
        """Draw a line of text."""
        self.room(_LEADING)
        self.y -= _LEADING
        self.canvas.drawString(x, self.y, text)


def by_library(page: Page, rng: Random, rules: Rules = "all") -> bytes:
    """Draw a page with its tables; a table goes on over pages, a label that reaches over an end is not repeated."""
    registerFont(UnicodeCIDFont(_FONT))
    file = io.BytesIO()
    size = rng.choice((A4, landscape(A4)))
    canvas = Canvas(file, pagesize=size, invariant=True)
    canvas.setFont(_FONT, _SIZE)
    sheet = _Sheet(canvas, *size, rules)
    texts = [*page.title, *(f"{name}：{value}" for name, value in page.metadata), *page.preamble]
    _draw_texts(sheet, texts)
    for part in page.parts:
        notes = [part.sheet.note] if part.sheet is not None and part.sheet.note else []
        _draw_texts(sheet, [part.heading, *part.paragraphs, *notes])
        if part.sheet is not None:
            _draw_table(sheet, part.sheet)
    canvas.save()
    return file.getvalue()


def _draw_texts(sheet: _Sheet, texts: Sequence[str]) -> None:
    for text in texts:
        for line in _wrapped(text, sheet.width - 2 * _MARGIN):
            sheet.line(line)


def _wrapped(text: str, width: float) -> list[str]:
    """Break a text into lines of a width."""
    lines: list[str] = []
    for piece in text.split("\n"):
        line = ""
        for character in piece:
            if line and stringWidth(line + character, _FONT, _SIZE) > width:
                lines.append(line)
                line = ""
            line += character
        lines.append(line)
    return lines


def _lines(cell: Cell, width: float) -> tuple[list[str], float]:
    """Give the lines of a cell and the size of their font: a figure shrinks to fit, words are broken into lines."""
    if not cell.is_figure:
        return _wrapped(cell.text, width), _SIZE
    text = cell.text.replace("\u2212", "-")  # The font has no minus of typography.
    return [text], min(_SIZE, _SIZE * width / (stringWidth(text, _FONT, _SIZE) or 1))


def _draw_table(sheet: _Sheet, table: Sheet) -> None:
    """Draw a table: each row as high as the cells of one row need, each cell with its rules around it."""
    edges = _edges(sheet, table)
    lefts = table.columns()
    heights = [_height(table, edges, lefts, number) for number in range(len(table.rows))]
    start = 0
    while start < len(table.rows):
        sheet.room(heights[start])
        end, left = start, sheet.y - _MARGIN
        while end < len(table.rows) and heights[end] <= left:
            left -= heights[end]
            end += 1
        _draw_rows(sheet, table, edges, (start, end), heights)
        start = end


def _edges(sheet: _Sheet, table: Sheet) -> list[float]:
    """Give the left edge of each column, and the right edge of the last: columns of labels are wider."""
    labels = {10: 3, 15: 0}.get(table.width, 1)
    shares = [1.6 if column < labels else 1 for column in range(table.width)]
    unit = (sheet.width - 2 * _MARGIN) / sum(shares)
    return [_MARGIN + unit * sum(shares[:column]) for column in range(table.width + 1)]


def _height(table: Sheet, edges: list[float], lefts: list[list[int]], number: int) -> float:
    lines = 1
    for cell, column in zip(table.rows[number], lefts[number], strict=True):
        width = edges[column + cell.columns] - edges[column] - 2 * _PADDING
        needed = len(_lines(cell, width)[0])
        lines = max(lines, -(-needed // cell.rows))
    return lines * _LEADING + 2 * _PADDING


def _draw_rows(sheet: _Sheet, table: Sheet, edges: list[float], part: tuple[int, int], heights: list[float]) -> None:
    """Draw the rows of a table that stand on one page, and what reaches into them from above."""
    start, end = part
    for number, (row, columns) in enumerate(zip(table.rows[:end], table.columns()[:end], strict=True)):
        for cell, column in zip(row, columns, strict=True):
            first, last = max(number, start), min(number + cell.rows, end)
            if first >= last:
                continue
            top = sheet.y - sum(heights[start:first])
            bottom = sheet.y - sum(heights[start:last])
            right = edges[column + cell.columns]
            if sheet.rules == "all":
                sheet.canvas.rect(edges[column], bottom, right - edges[column], top - bottom)
            elif sheet.rules == "rows":
                sheet.canvas.line(edges[column], bottom, right, bottom)
            lines, size = _lines(cell, right - edges[column] - 2 * _PADDING)
            sheet.canvas.setFont(_FONT, size)
            for place, line in enumerate(lines if number >= start else (), 1):
                sheet.canvas.drawString(edges[column] + _PADDING, top - place * _LEADING, line)
    sheet.canvas.setFont(_FONT, _SIZE)
    sheet.y -= sum(heights[start:end])

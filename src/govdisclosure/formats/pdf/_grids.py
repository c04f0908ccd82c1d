"""The ruled tables of pages as grids, those that the end of a page cuts in two as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import define, field

from govdisclosure.layout.blocks import Grid, GridCell
from govdisclosure.model.notes import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pdfplumber.table import Table

Box: TypeAlias = "tuple[float, float, float, float]"
_NEAR: Final = 3.0
_NUMBER: Final = re.compile(r"[+-]?[0-9０-９]+(?:[.,，．][0-9０-９]+)*\D{0,2}")
# Word and LibreOffice leave 0.19 cm at either side of a cell.
_PADDING: Final = 11.0


def is_frame(table: Table) -> bool:
    """Tell whether a table is only a frame around text: one cell a row."""
    return all(sum(cell is not None for cell in row.cells) == 1 for row in table.rows)


@define
class RuledTable:
    """
    A ruled table, on one page or on several.

    Args:
        number: Which table of the document it is, counted from 1.
        pages: Its pieces: the number of the page, and its cells with their text.
    """

    number: int
    pages: list[tuple[int, list[tuple[Box, str]]]] = field(factory=list)

    def add(self, page: int, table: Table) -> None:
        """Add what stands on one page."""
        texts = table.extract()
        cells = [
            (box, _unwrapped((text or "").strip(), box, table))
            for row, line in zip(table.rows, texts, strict=True)
            for box, text in zip(row.cells, line, strict=True)
            if box is not None
        ]
        self.pages.append((page, cells))

    def continues_in(self, table: Table) -> bool:
        """Tell whether a table at the top of the next page has the same sides, and so is the rest of this one."""
        _, cells = self.pages[-1]
        left, right = min(box[0] for box, _ in cells), max(box[2] for box, _ in cells)
        return abs(left - table.bbox[0]) <= _NEAR and abs(right - table.bbox[2]) <= _NEAR

    def grid(self) -> Grid:
        """Give it as a grid with the spans of its cells."""
        columns = _edges(edge for _, cells in self.pages for box, _ in cells for edge in (box[0], box[2]))
        rows: list[tuple[GridCell, ...]] = []
        sources: list[Source] = []
        for page, cells in self.pages:
            lines = _edges(edge for box, _ in cells for edge in (box[1], box[3]))
            for top in range(len(lines) - 1):
                own = sorted((item for item in cells if _place(lines, item[0][1]) == top), key=lambda item: item[0][0])
                rows.append(tuple(_filled(own, columns, lines)))
                sources.append(Source(table=self.number, row=len(rows), page=page))
        return Grid(tuple(rows), sources=tuple(sources))


def _unwrapped(text: str, box: Box, table: Table) -> str:
    """
    Join a number, with its unit, that did not fit into its cell: its lines are alike, without room for one more digit.

    Other lines of a cell stay lines, since 1 above 2 need not be 12.
    """
    lines = text.split("\n")
    if len(lines) == 1 or not _NUMBER.fullmatch("".join(lines)):
        return text
    if len({len(line) for line in lines[:-1]}) > 1 or len(lines[-1]) > len(lines[0]):
        return text
    left, top, right, bottom = box
    inside = [
        char for char in table.page.chars if left <= char["x0"] <= char["x1"] <= right and top <= char["top"] < bottom
    ]
    widest = max((char["x1"] - char["x0"] for char in inside), default=0)
    room = right - left - widest * len(lines[0])
    return "".join(lines) if room < widest + _PADDING else text


def _filled(own: Sequence[tuple[Box, str]], columns: Sequence[float], lines: Sequence[float]) -> Iterable[GridCell]:
    """Give the cells that begin in a row."""
    for (left, top, right, bottom), text in own:
        yield GridCell(
            text,
            rows=max(_place(lines, bottom) - _place(lines, top), 1),
            columns=max(_place(columns, right) - _place(columns, left), 1),
        )


def _edges(found: Iterable[float]) -> list[float]:
    """Give the distinct edges, those that are nearly the same as one."""
    edges: list[float] = []
    for edge in sorted(found):
        if not edges or edge - edges[-1] > _NEAR:
            edges.append(edge)
    return edges


def _place(edges: Sequence[float], edge: float) -> int:
    return min(range(len(edges)), key=lambda place: abs(edges[place] - edge))

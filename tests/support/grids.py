"""Reports as the blocks that readers of web pages, Word and PDF files see: grids with true columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

import attrs

from govdisclosure.form.blocks import Block, Grid, GridCell, MetadataBlock, Paragraph, columns_of
from govdisclosure.reading.recognize import recognize
from govdisclosure.writing.compose import compose

if TYPE_CHECKING:
    import govdisclosure as gd

Markup: TypeAlias = Callable[[Grid], Grid]


def foreign(report: gd.AnnualReport, markup: Markup) -> Iterator[Block]:
    """Give a report as blocks that nobody knows for ours, each table in some markup."""
    for block in compose(report):
        if isinstance(block, Grid):
            yield markup(block)
        elif isinstance(block, Paragraph):
            yield attrs.evolve(block, role=None)
        else:
            assert isinstance(block, MetadataBlock)


def read_foreign(report: gd.AnnualReport, markup: Markup) -> gd.Reading:
    """Read a report from such blocks."""
    return recognize(foreign(report, markup))


def spans(grid: Grid) -> Grid:
    """Keep the spans of the form."""
    return grid


def no_spans(grid: Grid) -> Grid:
    """Lose every span: a row has only the cells that begin in it."""
    return Grid(tuple(tuple(GridCell(cell.text, path=cell.path) for cell in row) for row in grid.rows))


def written_out(grid: Grid) -> Grid:
    """Write spans out as blank cells."""
    width = sum(cell.columns for cell in grid.rows[0])
    rows: list[tuple[GridCell, ...]] = []
    for row in columns_of(grid):
        cells = [GridCell("")] * width
        for column, cell in row:
            cells[column] = GridCell(cell.text, path=cell.path)
        rows.append(tuple(cells))
    return Grid(tuple(rows))


def padded(grid: Grid) -> Grid:
    """Keep the spans and add a blank column at each side, as layout does."""
    return Grid(tuple((GridCell(""), *row, GridCell("")) for row in grid.rows))


def with_row(grid: Grid, label: str, change: Callable[[tuple[GridCell, ...]], tuple[GridCell, ...]]) -> Grid:
    """Change the row of a grid that holds a label."""
    return attrs.evolve(
        grid, rows=tuple(change(row) if any(cell.text == label for cell in row) else row for row in grid.rows)
    )

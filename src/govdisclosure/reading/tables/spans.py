"""How the rows of the form fill its grid: what a page fills up, or prints as blank cells, where cells span columns."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from govdisclosure.form.blocks import Grid, own_columns
from govdisclosure.form.grids import form_rows
from govdisclosure.model.structure import Table, cache
from govdisclosure.vocabulary.fold import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.form.blocks import GridCell


@frozen(cache_hash=True)
class Spans:
    """
    How a row of the form fills the grid.

    Columns are counted from its last cell without a figure: the innermost label, or the last head; of the row of table
    IV from the head that ends the row above it.

    Args:
        left: How many columns of the grid its cells leave.
        columns: The columns in which its figures begin.
        end: Where the grid ends.
        reached: How many columns of the next row stand before its first cell, below cells that reach down into it.
    """

    left: int
    columns: tuple[int, ...]
    end: int
    reached: int


@cache
def spans_of_figures(cls: type[Table]) -> tuple[Spans, ...]:
    """Give how each row of figures of the form fills the grid."""
    return tuple(spans for _, spans in _rows(cls) if spans.columns)


@cache
def spans_of_heads(cls: type[Table]) -> dict[tuple[str, ...], Spans]:
    """Give how each row of heads of the form fills the grid, by the keys of its heads."""
    return {tuple(key(cell.text) for cell in cells): spans for cells, spans in _rows(cls) if not spans.columns}


def left_by_heads(cls: type[Table]) -> int:
    """Give how many columns the lowest row of heads of the form leaves."""
    return list(spans_of_heads(cls).values())[-1].left


def _rows(cls: type[Table]) -> Iterator[tuple[list[GridCell], Spans]]:
    rows = [own for own, _ in own_columns(Grid(form_rows(cls)))]
    width = sum(cell.columns for cell in form_rows(cls)[0])
    begins = [*(own[0][0] for own in rows), 0]
    for own, (_, below) in zip(rows, pairwise(begins), strict=True):
        before = max((column for column, cell in own if not cell.path), default=-1)
        columns = tuple(column - before for column, cell in own if cell.path)
        yield [cell for _, cell in own], Spans(width - len(own), columns, width - before, below)

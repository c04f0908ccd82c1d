"""The heads of columns as the form has them, by their keys."""

from __future__ import annotations

from itertools import chain, takewhile
from typing import TYPE_CHECKING

from govdisclosure.form.blocks import Grid, GridCell, columns_of
from govdisclosure.form.grids import form_rows
from govdisclosure.model.structure import cache
from govdisclosure.vocabulary.fold import key

if TYPE_CHECKING:
    from govdisclosure.model.structure import Table


@cache
def lowest_heads(cls: type[Table]) -> tuple[str, ...]:
    """Give the keys of the heads right above the figures, column by column."""
    rows = [list(row) for row in columns_of(Grid(form_rows(cls)))]
    figures = next(row for row in rows if any(cell.path for _, cell in row))
    heads = {column: "" for column, cell in figures if cell.path}
    for row in takewhile(lambda row: row is not figures, rows):
        for start, cell in row:
            covered = [place for place in heads if cell.text and start <= place < start + cell.columns]
            heads.update(dict.fromkeys(covered, key(cell.text)))
    return tuple(heads.values())


@cache
def rows_of_heads(cls: type[Table]) -> list[tuple[str, ...]]:
    """Give the keys of the heads, row by row."""
    return [tuple(key(cell.text) for cell in row) for row in _cells_of_heads(cls)]


@cache
def spanning_heads(cls: type[Table]) -> dict[str, int]:
    """Give the keys of the heads that span others, row by row, and how many columns they span."""
    cells = chain.from_iterable(_cells_of_heads(cls))
    return {key(cell.text): cell.columns for cell in cells if cell.columns > 1}


@cache
def lowest_heads_by_rows(cls: type[Table]) -> tuple[str, ...]:
    """Give the keys of the heads right above the figures as they are read, row by row."""
    return tuple(head for head in chain.from_iterable(rows_of_heads(cls)) if head in lowest_heads(cls))


def _cells_of_heads(cls: type[Table]) -> list[list[GridCell]]:
    """Give the cells of the rows above the figures that are not blank."""
    heads = takewhile(lambda row: not any(cell.path for cell in row), form_rows(cls))
    return [[cell for cell in row if cell.text] for row in heads]

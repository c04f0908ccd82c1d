"""Tables in which a figure reaches over several cells, or a row is hidden."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from govdisclosure.form.blocks import Grid, GridCell, columns_of
from support.oracle.cells import Altered

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from random import Random

_ACROSS: Final = "merged over several columns"
_DOWN: Final = "merged over several rows"
HIDDEN: Final = "in a row that is hidden"


@frozen
class Merged:
    """
    A table with merged cells.

    Args:
        grid: The table.
        cells: The cells that were merged: no figure is known to be in one of them rather than in another.
    """

    grid: Grid
    cells: tuple[Altered, ...] = ()


def merged_across(rng: Random, grid: Grid, chosen: Collection[str]) -> Merged:
    """Let the figure of one cell reach over some at its right, none of which is chosen to be altered."""
    places = [
        (number, at)
        for number, row in enumerate(grid.rows)
        for at, pair in enumerate(pairwise(row))
        if all(_is_free(cell, chosen) for cell in pair)
    ]
    if not places:
        return Merged(grid)
    number, at = rng.choice(places)
    row = grid.rows[number]
    free = at
    while free < len(row) and _is_free(row[free], chosen):
        free += 1
    end = rng.randint(at + 2, free)
    wide = evolve(row[at], columns=sum(cell.columns for cell in row[at:end]))
    return Merged(_with_row(grid, number, (*row[:at], wide, *row[end:])), _altered(row[at:end], _ACROSS))


def merged_down(rng: Random, grid: Grid, chosen: Collection[str]) -> Merged:
    """Let the figure of one cell reach over the one below it, neither of which is chosen to be altered."""
    places = [
        (number, place)
        for number, (above, below) in enumerate(pairwise(grid.rows))
        for place in range(1, _figures_at_end(above) + 1)
        if _figures_at_end(above) == _figures_at_end(below)
        and all(_is_free(row[-place], chosen) for row in (above, below))
    ]
    if not places:
        return Merged(grid)
    number, place = rng.choice(places)
    above, below = grid.rows[number], grid.rows[number + 1]
    at, under = len(above) - place, len(below) - place
    cells = _altered((above[at], below[under]), _DOWN)
    grid = _with_row(grid, number, (*above[:at], evolve(above[at], rows=2), *above[at + 1 :]))
    return Merged(_with_row(grid, number + 1, (*below[:under], *below[under + 1 :])), cells)


def hideable(grid: Grid, taken: Collection[str]) -> list[int]:
    """Give the rows that can be hidden: of figures none of which is taken, and no cell reaches into or out of them."""
    return [
        number
        for number, (row, whole) in enumerate(zip(grid.rows, columns_of(grid), strict=True))
        if len(row) == len(whole)
        and any(cell.path for cell in row)
        and all(cell.rows == 1 and (cell.path is None or cell.path not in taken) for cell in row)
    ]


def hidden_cells(row: Sequence[GridCell]) -> tuple[Altered, ...]:
    """Describe the figures of a row that is hidden: nothing is seen of them."""
    return tuple(Altered(cell.path, HIDDEN, "", cell.text, "", harmless=False) for cell in row if cell.path)


def _is_free(cell: GridCell, chosen: Collection[str]) -> bool:
    return cell.path is not None and cell.path not in chosen


def _figures_at_end(row: Sequence[GridCell]) -> int:
    """Count the figures with which a row ends; none of a row in which one spans rows or columns."""
    count = 0
    while count < len(row) and row[-count - 1].path and row[-count - 1].rows == row[-count - 1].columns == 1:
        count += 1
    return count


def _with_row(grid: Grid, number: int, row: tuple[GridCell, ...]) -> Grid:
    return evolve(grid, rows=(*grid.rows[:number], row, *grid.rows[number + 1 :]))


def _altered(cells: Sequence[GridCell], kind: str) -> tuple[Altered, ...]:
    texts = ", ".join(cell.text for cell in cells)
    return tuple(Altered(cell.path or "", kind, texts, cell.text, None, harmless=False) for cell in cells)

"""Reports to print, which of their cells are altered, and how what was printed is read."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

import govdisclosure as gd
from govdisclosure.form.blocks import Block, Grid, GridCell
from govdisclosure.form.figures import print_figure
from govdisclosure.writing.compose import compose
from support.oracle.cells import Altered, Read
from support.oracle.spans import hidden_cells, hideable, merged_across, merged_down
from support.publishing.reports import random_report

if TYPE_CHECKING:
    from random import Random

_MERGED: Final = 0.5
_HIDING: Final = 0.3
_LARGEST: Final = 9_999
"""A figure that others print must fit its cell in every format; the altered ones have four digits at most."""


@frozen
class Draft:
    """
    A report before it is printed.

    Args:
        blocks: Its blocks, without those that only our own documents have.
        figures: Every figure of its tables as printed, by its path.
        chosen: The cells to be altered, each in a way of its format.
        merged: Cells that were merged with others, in the blocks already.
        hidden: The cells of the row that is to be hidden.
        hidden_row: That row itself, in the blocks; none if none is.
    """

    blocks: tuple[Block, ...]
    figures: dict[str, str]
    chosen: tuple[str, ...]
    merged: tuple[Altered, ...] = ()
    hidden: tuple[Altered, ...] = ()
    hidden_row: tuple[GridCell, ...] = ()

    @property
    def beside(self) -> dict[str, str]:
        """The figures that nobody altered, by their paths."""
        taken = {*self.chosen, *(cell.path for cell in (*self.merged, *self.hidden))}
        return {path: figure for path, figure in self.figures.items() if path not in taken}


def draw(rng: Random, altered: int, *, hides: bool = False) -> Draft:
    """Draw a report of either edition, and so many of its counts to be altered; whether a row can be hidden."""
    report = random_report(rng, blanks="none", edition=rng.choice(("2021", "2021", "2019")))
    for cell in list(gd.cells(report)):
        if isinstance(cell.value, int):
            gd.put(report, cell.path, cell.value % _LARGEST)
        elif isinstance(cell.value, Decimal):
            gd.put(report, cell.path, Decimal(rng.randint(0, _LARGEST)))
        elif isinstance(cell.value, gd.Amount):
            gd.put(report, cell.path, gd.Amount(Decimal(rng.randint(0, _LARGEST)), "万元"))
    counts = [cell.path for cell in gd.cells(report) if cell.kind == "count"]
    chosen = rng.sample(counts, min(altered, len(counts)))
    figures = {cell.path: print_figure(cell.value) for cell in gd.cells(report)}
    draft = Draft(tuple(compose(report)[1:]), figures, tuple(chosen))
    draft = _with_merged_cells(rng, draft) if rng.random() < _MERGED else draft
    return _with_hidden_row(rng, draft) if hides and rng.random() < _HIDING else draft


def _with_merged_cells(rng: Random, draft: Draft) -> Draft:
    at = rng.choice([number for number, block in enumerate(draft.blocks) if isinstance(block, Grid)])
    grid = draft.blocks[at]
    assert isinstance(grid, Grid)
    merge = rng.choice((merged_across, merged_across, merged_down))
    result = merge(rng, grid, draft.chosen)
    return evolve(draft, blocks=(*draft.blocks[:at], result.grid, *draft.blocks[at + 1 :]), merged=result.cells)


def _with_hidden_row(rng: Random, draft: Draft) -> Draft:
    taken = {*draft.chosen, *(cell.path for cell in draft.merged)}
    grid = rng.choice([block for block in draft.blocks if isinstance(block, Grid)])
    numbers = hideable(grid, taken)
    if not numbers:
        return draft
    row = grid.rows[rng.choice(numbers)]
    return evolve(draft, hidden=hidden_cells(row), hidden_row=row)


def read_back(content: str | bytes) -> Read:
    """Read a document as anybody would."""
    try:
        reading = gd.parse(content)
    except gd.ReadError as error:
        return Read({}, refused=getattr(error, "code", None) or str(error).partition("\n")[0])
    figures = {cell.path: print_figure(cell.value) for cell in gd.cells(reading.report)}
    return Read(figures, frozenset(path for note in reading.notes for path in note.paths))

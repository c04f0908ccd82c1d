"""Reports to print, which of their cells are altered, and how what was printed is read."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from attrs import frozen

import govdisclosure as gd
from govdisclosure.form.blocks import Block, Grid
from govdisclosure.form.figures import print_figure
from govdisclosure.writing.compose import compose
from support.oracle.cells import Read
from support.publishing.reports import random_report

if TYPE_CHECKING:
    from random import Random

_LARGEST: Final = 9_999
"""A figure that others print must fit its cell in every format; the altered ones have four digits at most."""


@frozen
class Draft:
    """
    A report before it is printed.

    Args:
        blocks: Its blocks, without those that only our own documents have.
        figures: Every figure of its tables as printed, by its path.
        chosen: The cells to be altered.
    """

    blocks: tuple[Block, ...]
    figures: dict[str, str]
    chosen: tuple[str, ...]

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The tables."""
        return tuple(block for block in self.blocks if isinstance(block, Grid))


def draw(rng: Random, altered: int) -> Draft:
    """Draw a report of either edition, and so many of its counts to be altered."""
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
    return Draft(tuple(compose(report)[1:]), figures, tuple(chosen))


def beside(draft: Draft) -> dict[str, str]:
    """Give the figures that nobody altered, by their paths."""
    return {path: figure for path, figure in draft.figures.items() if path not in draft.chosen}


def read_back(content: str | bytes) -> Read:
    """Read a document as anybody would."""
    try:
        reading = gd.parse(content)
    except gd.ReadError as error:
        return Read({}, refused=getattr(error, "code", None) or str(error).partition("\n")[0])
    figures = {cell.path: print_figure(cell.value) for cell in gd.cells(reading.report)}
    return Read(figures, frozenset(path for note in reading.notes for path in note.paths))

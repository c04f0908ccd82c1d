"""Tables that stand in Markdown as HTML, as programs write them that make Markdown of Word files and of pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import define, evolve, field

from govdisclosure.form.blocks import Grid
from govdisclosure.form.clock import Clock
from govdisclosure.formats._limits import Limits, hold
from govdisclosure.formats._marks import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.form.blocks import Block

_BEGINNING: Final = re.compile(TABLE)
_TAG: Final = re.compile(r"<(/?)table\b", re.IGNORECASE)

_Numbered: TypeAlias = tuple[int, str]


def apart(lines: Iterable[_Numbered]) -> Iterator[tuple[list[_Numbered], list[str]]]:
    """Yield the numbered lines before each table, and those of the table; at the end the lines behind the last."""
    between: list[_Numbered] = []
    table: list[_Numbered] = []
    depth = 0
    for number, line in lines:
        if not depth and _BEGINNING.match(line) is None:
            between.append((number, line))
            continue
        table.append((number, line))
        depth += sum(-1 if slash else 1 for slash in _TAG.findall(line))
        if depth <= 0:
            yield between, [text for _, text in table]
            between, table, depth = [], [], 0
    # What begins and does not end is no table.
    yield [*between, *table], []


@define
class Tables:
    """
    Reads the tables of one document.

    Args:
        limits: The bounds within which it is read.
        clock: The clock of its reading.
    """

    limits: Limits
    clock: Clock
    _number: int = field(default=0, init=False)
    _cells: int = field(default=0, init=False)

    def read(self, lines: Sequence[str]) -> Iterator[Block]:
        """
        Read the lines of a table as blocks.

        Raises:
            ReadError: If the tables are beyond a bound.
            MissingDependency: Without the extra ``html``.
        """
        from govdisclosure.formats.html.read import read_as_shown  # noqa: PLC0415 - only when used

        for block in read_as_shown("\n".join(("<!DOCTYPE html>", *lines)), self.limits, self.clock):
            yield self._counted(block) if isinstance(block, Grid) else block

    def _counted(self, grid: Grid) -> Grid:
        self._number += 1
        self._cells += sum(map(len, grid.rows))
        hold(self.limits, max_cells=self._cells)
        return evolve(grid, sources=tuple(evolve(source, table=self._number) for source in grid.sources))

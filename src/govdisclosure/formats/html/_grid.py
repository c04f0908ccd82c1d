"""The rows of a table in a web page: their spans as a browser takes them, and whether they only lay the page out."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from attrs import define, field

from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.form.stand_ins import STAND_INS
from govdisclosure.formats._limits import Limits, hold
from govdisclosure.formats._lines import BAR
from govdisclosure.formats.html._effects import Mark
from govdisclosure.formats.html._shown import counts
from govdisclosure.formats.html._thresholds import LONG_LINE, MAX_COLUMNS, NARRATIVE
from govdisclosure.model.notes import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


Content: TypeAlias = "list[str | Grid]"
"""What stands in one place, in its order: lines of text, and the tables in it."""

Cell: TypeAlias = "tuple[Content, str, str] | GridCell"
"""
A cell while its table is read: its content, and how many rows and columns it says that it spans; or one that was read
before, as it will be but for its rows, which are nought where it says so.
"""

_NUMBER: Final = re.compile(r"[ \t\n\f\r]*\+?([0-9]+)")
_SMALL: Final = {str(number): number for number in range(31)}


@define(eq=False)
class Table:
    """
    A table while it is read.

    Args:
        rows: Its rows.
        groups: Where the groups of rows begin, which no cell reaches out of.
        in_row: Whether a row is open.
        outside: What stands in the table, but in no cell; a browser shows it above.
        narrative: Characters of the long lines in its cells.
        nested: Cells of the tables in its cells.
        is_in_doubt: Whether what is seen in its cells, or in which of them, is not known.
    """

    rows: list[list[Cell]] = field(factory=list)
    groups: list[int] = field(factory=list)
    in_row: bool = False
    outside: Content = field(factory=list)
    narrative: int = 0
    nested: int = 0
    is_in_doubt: bool = False

    def begin_row(self) -> None:
        """Begin a row."""
        self.rows.append([])
        self.in_row = True

    def begin_group(self) -> None:
        """Begin a group of rows."""
        self.groups.append(len(self.rows))
        self.in_row = False

    def begin_cell(self, attributes: Mapping[str, str]) -> Content:
        """Begin a cell, and give the list of what is in it."""
        if not self.in_row:
            self.begin_row()
        content: Content = []
        self.rows[-1].append((content, attributes.get("rowspan", "1"), attributes.get("colspan", "1")))
        return content

    def add(self, run: Sequence[Sequence[GridCell]]) -> None:
        """Add cells that are read already, none of which has a long line."""
        if not self.in_row:
            self.begin_row()
        first, *others = run
        self.rows[-1] += first
        self.rows += map(list, others)

    def parts(self) -> Content:
        """Give all that is in it, in its order."""
        return [*self.outside, *self._inside()]

    def _inside(self) -> Iterator[str | Grid]:
        """Give what is in its cells."""
        return chain.from_iterable(map(_content, chain.from_iterable(self.rows)))

    def content(self, grids: Grids) -> Content:
        """Give what the table holds: a grid, or the content of its cells where it only lays the page out."""
        # <table><tr><td><img src="logo.png"></td></tr></table>
        if all(part in STAND_INS for part in self._inside()):
            return self.outside
        if self._lays_out():
            return self.outside + [part for part in self._inside() if part not in STAND_INS]
        if self.nested or self.is_in_doubt:
            self.rows = [list(map(self._changed, row)) for row in self.rows]
        return [*self.outside, grids.grid(self.rows, self.groups)]

    def _lays_out(self) -> bool:
        """Tell whether it is a column, a frame around other tables, or narrative for the most part."""
        if max(map(len, self.rows)) <= 1 or self.nested >= sum(map(len, self.rows)):
            return True
        if self.narrative <= NARRATIVE:
            return False
        return 2 * self.narrative > sum(len(line) for line in self._inside() if isinstance(line, str))

    def _changed(self, cell: Cell) -> Cell:
        """Give a cell with the text of the tables in it, and with a mark if it is in doubt."""
        content: Content = [*_flat(_content(cell))]
        if self.is_in_doubt:
            _put_in_doubt(content)
        return (content, str(cell.rows), str(cell.columns)) if isinstance(cell, GridCell) else (content, *cell[1:])


def _content(cell: Cell) -> Content:
    """Give what a cell holds."""
    if isinstance(cell, GridCell):
        return [cell.text] if cell.text else []
    return cell[0]


def span(value: str) -> int:
    """Give how many rows or columns a cell says that it spans."""
    if value in _SMALL:
        return _SMALL[value]
    # <td rowspan=" 3px">
    number = _NUMBER.match(value)
    return 1 if number is None else int(number[1].lstrip("0")[:7] or 0)


def columns_spanned(value: str) -> int:
    """Give how many columns a cell spans that says so."""
    return min(span(value) or 1, MAX_COLUMNS)


def _put_in_doubt(content: Content) -> None:
    """Mark a cell that is blank, or holds a figure."""
    lines = "\n".join(map(str, content))
    if not lines or (counts(lines) and not lines.startswith(Mark.UNSEEN.text)):
        content[:1] = [Mark.UNSEEN.text + lines.partition("\n")[0]]


def _flat(content: Content) -> Iterator[str]:
    for part in content:
        if isinstance(part, str):
            yield part
        else:
            yield from (cell.text for cell in chain.from_iterable(part.rows))


class Grids:
    """
    Makes the grids of one document.

    Args:
        limits: The bounds within which it is read.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._tables = 0
        self._cells = 0
        # Most cells of the form span no other, and are equal to another one.
        self._known: dict[str, GridCell] = {}

    def grid(self, rows: Sequence[Sequence[Cell]], groups: Sequence[int]) -> Grid:
        """
        Make a grid of text alone.

        Raises:
            ReadError: If the document has more cells than its bound, spans written out.
        """
        self._tables += 1
        made = tuple([self._row(row, left) for row, left in zip(rows, _left(groups, len(rows)), strict=True)])
        self._check()
        return Grid(made, sources=tuple([_source(self._tables, row) for row in range(1, len(made) + 1)]))

    def of_lines(self, lines: Iterable[str]) -> Grid:
        """
        Make a grid of lines of text with bars between their cells.

        Raises:
            ReadError: If the document has more cells than its bound.
        """
        rows = tuple([_row_of(line) for line in lines])
        self._cells += sum(map(len, rows))
        self._check()
        return Grid(rows, lines=True)

    def _check(self) -> None:
        hold(self._limits, max_cells=self._cells)

    def _row(self, row: Iterable[Cell], left: int) -> tuple[GridCell, ...]:
        """Make a row; its group has so many rows ``left`` from it on."""
        cells: list[GridCell] = []
        for cell in row:
            made = cell if isinstance(cell, GridCell) else self._made(*cell)
            if made.rows != 1 or made.columns != 1:
                if not 0 < made.rows <= left:
                    made = grid_cell(made.text, left, made.columns)
                self._cells += made.rows * made.columns - 1
            cells.append(made)
        self._cells += len(cells)
        return tuple(cells)

    def _made(self, content: Content, rowspan: str, colspan: str) -> GridCell:
        text = "\n".join(cast("list[str]", content))
        if not rowspan == colspan == "1":
            return grid_cell(text, span(rowspan), columns_spanned(colspan))
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = grid_cell(text, 1, 1)
        return known


def _row_of(line: str) -> tuple[GridCell, ...]:
    return tuple(map(GridCell, line.split(BAR)))


@lru_cache(maxsize=1024)
def _source(table: int, row: int) -> Source:
    return Source(table=table, row=row)


def _left(groups: Iterable[int], count: int) -> list[int]:
    """Tell for each of so many rows how many its group has from it on."""
    left: list[int] = []
    for start, end in pairwise(sorted({0, *groups, count})):
        left += range(end - start, 0, -1)
    return left


def grid_cell(text: str, rows: int, columns: int) -> GridCell:
    """Make a cell."""
    return _known_cell(text, rows, columns) if len(text) <= LONG_LINE else GridCell(text, rows, columns)


# The labels of the form are the same in all documents.
_known_cell: Final = lru_cache(maxsize=4096)(GridCell)

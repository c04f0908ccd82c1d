"""The lines of a table, of text or of a grid, in however many pieces it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from attrs import define, field

from govdisclosure.form.blocks import Grid, GridCell, own_columns
from govdisclosure.form.figures import is_blank, is_broken_below
from govdisclosure.model.notes import Source
from govdisclosure.reading.official import OfficialTable

# |---|:-:|--:|
_RULE: Final = re.compile(":?-{3,}:?|:-{1,2}:?|-{1,2}:")
_SHORT_RULE: Final = re.compile("-{1,2}")


@define
class Line:
    """
    One line of a table.

    Args:
        cells: The text of its cells, with one more after the last bar.
        source: Where it stands.
        raw: The same with the blanks around them.
        filled: The places of the cells that are not blank.
        stated: The text of these.
    """

    cells: tuple[str, ...]
    source: Source | None
    raw: tuple[str, ...] = field()
    filled: tuple[int, ...] = field()
    stated: tuple[str, ...] = field()

    @raw.default
    def _without_blanks(self) -> tuple[str, ...]:
        return self.cells

    @filled.default
    def _places_of_stated(self) -> tuple[int, ...]:
        return tuple([place for place, cell in enumerate(self.cells) if not is_blank(cell)])

    @stated.default
    def _stated_cells(self) -> tuple[str, ...]:
        return tuple([self.cells[place] for place in self.filled])

    @property
    def is_rule(self) -> bool:
        """Whether it is the rule that Markdown has below a header."""
        if not self.stated or "-" not in self.stated[0]:
            return False
        return all(map(_RULE.fullmatch, self.stated))

    @property
    def is_dashes(self) -> bool:
        """Whether it is a short rule, or a row in which nothing applies: - | - | -."""
        return bool(self.stated) and all(_SHORT_RULE.fullmatch(cell) for cell in self.stated)


@define
class GridLine:
    """
    One row of a grid.

    Args:
        own: The cells that begin in it: column and text.
        width: How many columns it has, with those that cells reach down into.
        source: Where it stands.
        first: Whether it is the first row of its grid, or of a page.
        in_doubt: Whether it was put together of two rows that need not be one.
        spans: How many columns its cells span that span more than one, by the columns in which they begin.
        reached: The cells of rows above that reach down into it: column and text.
        merged: Whether a figure of it is merged over several columns or rows of figures.
    """

    own: tuple[tuple[int, str], ...]
    width: int
    source: Source | None
    first: bool = False
    in_doubt: bool = False
    spans: Mapping[int, int] = field(factory=dict)
    reached: tuple[tuple[int, str], ...] = ()
    merged: bool = False
    cells: tuple[str, ...] = field(init=False)
    """The text of its own cells."""
    filled: tuple[tuple[int, str], ...] = field(init=False)
    """The cells that are not blank: column and text."""
    stated: tuple[str, ...] = field(init=False)
    """The text of these."""

    def __attrs_post_init__(self) -> None:
        self.cells = tuple([text for _, text in self.own])
        self.filled = tuple([cell for cell in self.own if not is_blank(cell[1])])
        self.stated = tuple([text for _, text in self.filled])


def lines_in(grid: Grid) -> Sequence[Line | GridLine]:
    """Give the lines of a table, whether it has true columns or not."""
    return lines_of(grid) if grid.lines else lines_of_grid(grid)


def lines_of(grid: Grid) -> list[Line]:
    """Give the lines of a grid whose rows are lines of text."""
    return list(_lines_of(grid))


def stated_in(grid: Grid) -> Iterator[tuple[str, ...]]:
    """Give what each line of a table states, one after the other, since often the first ones tell."""
    lines = _lines_of(grid) if grid.lines else lines_of_grid(grid)
    return (line.stated for line in lines)


def _lines_of(grid: Grid) -> Iterator[Line]:
    """Give these one by one."""
    above: Line | None = None
    # Many lines are alike: those of bars alone, with the same label, with the same figure.
    known: dict[tuple[str, ...], Line] = {}
    for row, source in zip(grid.rows, grid.places, strict=True):
        raw = tuple([cell.text for cell in row])
        like = known.get(raw)
        if like is None:
            like = known[raw] = Line(tuple(map(str.strip, raw)), None, raw)
        line = Line(like.cells, source, like.raw, like.filled, like.stated)
        # 行政事业性收费 | 5000, and below it 元 |
        if above is not None and is_broken_below(above.cells, line.cells):
            above = as_one(above, line)
            continue
        if above is not None:
            yield above
        above = line
    if above is not None:
        yield above


def as_one(upper: Line, lower: Line, between: str = "") -> Line:
    """Put two lines together, the last cell of one and the first of the other."""
    raw = (*upper.raw[:-1], upper.raw[-1] + between + lower.raw[0].strip(), *lower.raw[1:])
    return Line(tuple(map(str.strip, raw)), upper.source, raw)


def lines_of_grid(grid: Grid) -> list[GridLine]:
    """Give the rows of a grid that has true columns."""
    pages = [source and source.page for source in grid.places]
    lines: list[GridLine] = []
    # Of the cells that reach down into the next row: column, text, and how many rows are left.
    tall: dict[int, tuple[GridCell, int]] = {}
    for index, ((own, width), source) in enumerate(zip(own_columns(grid), grid.places, strict=True)):
        texts = tuple([(at, _on_one_line(cell.text)) for at, cell in own])
        wide = {at: cell.columns for at, cell in own if cell.columns > 1}
        wide |= {at: cell.columns for at, (cell, _) in tall.items() if cell.columns > 1}
        reached = tuple([(at, _on_one_line(cell.text)) for at, (cell, _) in tall.items()])
        first = not index or pages[index] != pages[index - 1]
        lines.append(GridLine(texts, width, source, first, spans=wide, reached=reached))
        tall = {at: (cell, rows - 1) for at, (cell, rows) in tall.items() if rows > 1}
        tall |= {at: (cell, cell.rows - 1) for at, cell in own if cell.rows > 1}
    return lines


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ").strip()


@define
class TableParts:
    """
    What is printed of a table.

    Args:
        official: The table, if it is laid out as the form is and stands there alone.
    """

    official: OfficialTable | None = None
    _lines: list[Line | GridLine] = field(factory=list, init=False)

    @property
    def lines(self) -> list[Line | GridLine]:
        """Its lines, those of all its pieces."""
        if self.official is not None and not self._lines:
            self._lines.extend(lines_of_grid(self.official))
        return self._lines

    def add(self, lines: Iterable[Line | GridLine]) -> None:
        """Add a piece."""
        self.lines.extend(lines)
        self.official = None

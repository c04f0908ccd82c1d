"""What a report is laid out in, and what a format reader sees: paragraphs, grids of cells, and the metadata."""

from __future__ import annotations

import enum
from collections.abc import Collection, Mapping
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import field, frozen

from govdisclosure.model.notes import Source
from govdisclosure.model.values import JSON

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


MARK: Final = "govdisclosure"
"""The name of the first value of the metadata; it says that our writer wrote the document, and in which version."""

MEMBER: Final = f"{MARK}:"
"""What the name of every other value begins with where it is one of the names of a document: govdisclosure:标题."""

VERSION: Final = "1"

BETWEEN_CELLS: Final = " | "
"""What stands between the cells of a row that is given as text."""


def property_of(label: str) -> str:
    """Give the name of the property of a document that holds a value of the metadata, by its label."""
    return label if label == MARK else MEMBER + label


def label_of(name: str) -> str | None:
    """Give the label of the value that a property of a document holds; None for a property of others."""
    # <property name="Manager">, of the program or the people who saved it
    is_ours = name == MARK or name.startswith(MEMBER)
    return name.removeprefix(MEMBER) if is_ours else None


class Role(enum.Enum):
    """What a paragraph is known to be."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    SIGNATURE = "signature"
    """A line of the signature block: who reports, or the day of publication."""
    PAGE = "page"
    """What a page says of itself outside its body (its title, ``name：content`` of a meta element): asked last."""


@frozen
class Paragraph:
    """
    One line of text.

    Args:
        text: The text, without its line break.
        role: What the paragraph is known to be; None where its text alone tells.
        source: Where it stands.
        path: Its path, from the report; of a heading, that of its section; None in what a reader gives.
        is_whole: Whether it is known to go on in no other line.
    """

    text: str
    role: Role | None = None
    source: Source | None = field(default=None, eq=False)
    path: str | None = field(default=None, eq=False)
    is_whole: bool = field(default=False, eq=False)


@frozen
class GridCell:
    """
    One cell of a grid.

    Args:
        text: What is printed in it; a line feed stands between its paragraphs.
        rows: How many rows it spans.
        columns: How many columns it spans.
        path: Path of the figure that it holds, from the report; None for a label, and in what a reader gives.
    """

    text: str
    rows: int = 1
    columns: int = 1
    path: str | None = None


@frozen
class Grid:
    """
    A table: rows of the cells that begin in them, from left to right.

    Args:
        rows: The rows. Of ``lines``, a cell for every stretch between bars, blank ones too, and one after the last bar.
        lines: Whether the rows are lines of text, whose cells may have lost their columns.
        sources: Where each row stands; none where it is not known.
        label: What the table is called, for formats that name a table beside printing it.
    """

    rows: tuple[tuple[GridCell, ...], ...]
    lines: bool = False
    sources: tuple[Source, ...] = field(default=(), eq=False)
    label: str = field(default="", eq=False)

    @classmethod
    def of_lines(cls, rows: Iterable[tuple[GridCell, ...]], places: Iterable[Source | None]) -> Grid:
        """Make a table of lines of text, and of the places where they stand."""
        lines, sources = tuple(rows), tuple(filter(None, places))
        return Grid(lines, lines=True, sources=sources if len(sources) == len(lines) else ())

    @cached_property
    def unlike_rows(self) -> Collection[tuple[GridCell, ...]]:
        """Its rows, one of those that are one object: in a text, many lines are equal."""
        return {id(row): row for row in self.rows}.values()

    @property
    def places(self) -> tuple[Source | None, ...]:
        """Where each row stands; None of each where it is not known."""
        return self.sources or (None,) * len(self.rows)


@frozen
class MetadataBlock:
    """
    Named values that reading the rest of the document would not give back.

    Args:
        values: The values by their labels, as JSON; the first is ``MARK`` in what our writer wrote.
    """

    values: Mapping[str, JSON]


Block: TypeAlias = "Paragraph | Grid | MetadataBlock"


def columns_of(grid: Grid) -> Iterator[list[tuple[int, GridCell]]]:
    """Give the cells of each row with the columns that they begin in; where a cell reaches down, a blank one stands."""
    for own, reaching, _ in _placed(grid):
        # 规章 | (below it, where that cell has two rows:) blank |
        blank = ((column, GridCell("", rows, columns)) for column, (rows, columns) in reaching.items())
        yield sorted([*own, *blank], key=itemgetter(0))


def own_columns(grid: Grid) -> Iterator[tuple[list[tuple[int, GridCell]], int]]:
    """Give the cells that begin in each row with their columns, and how many columns the row has."""
    for own, _, width in _placed(grid):
        yield own, width


def _placed(grid: Grid) -> Iterator[tuple[list[tuple[int, GridCell]], dict[int, tuple[int, int]], int]]:
    """Give for each row the cells that begin in it, the rows and columns that others reach over, and its width."""
    above: dict[int, tuple[int, int]] = {}
    for row in grid.rows:
        own: list[tuple[int, GridCell]] = []
        reaching: dict[int, tuple[int, int]] = {}
        below: dict[int, tuple[int, int]] = {}
        column = 0
        for cell in row:
            while column in above:
                reaching[column] = above.pop(column)
                column += reaching[column][1]
            own.append((column, cell))
            if cell.rows > 1:
                below[column] = (cell.rows - 1, cell.columns)
            column += cell.columns
        while column in above:
            reaching[column] = above.pop(column)
            column += reaching[column][1]
        yield own, reaching, column
        above = {place: (rows - 1, columns) for place, (rows, columns) in reaching.items() if rows > 1} | below

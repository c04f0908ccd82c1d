"""Lines of text as rows of figures: which figures stand beside which label, and whether their columns are sure."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from govdisclosure.layout.figures import is_blank
from govdisclosure.layout.fold import key
from govdisclosure.layout.form import figure_rows
from govdisclosure.layout.labels import table_labels
from govdisclosure.model.notes import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.layout.blocks import Grid
    from govdisclosure.model._structure import Table


@frozen
class Line:
    """One line of a table: the text of its cells, with one more after the last bar."""

    cells: tuple[str, ...]
    source: Source | None

    @property
    def stated(self) -> tuple[str, ...]:
        """The cells that are not blank."""
        return tuple(cell for cell in self.cells if not is_blank(cell))

    @property
    def filled(self) -> tuple[int, ...]:
        """The places of the cells that are not blank."""
        return tuple(place for place, cell in enumerate(self.cells) if not is_blank(cell))


@define
class Row:
    """
    A row of figures as found.

    Args:
        number: Which row of the form it is; None if its label is unknown.
        label: Its label as found; empty in table IV.
        cells: What stands beside the label.
        odd: Whether the label was recognised in spite of damage.
        source: Where the row begins.
        padded: Whether bars after the last cell fill the row up.
        exact: Whether there is one cell for every column of the form.
        cut: Whether the row ends before its last column, or without the bar that ends every other row.
    """

    number: int | None
    label: str
    source: Source | None
    odd: bool = False
    cells: list[str] = field(factory=list)
    padded: bool = False
    exact: bool = False
    cut: bool = False

    @property
    def stated(self) -> list[str]:
        """The cells that are not blank."""
        return [cell for cell in self.cells if not is_blank(cell)]

    @property
    def raw(self) -> str:
        """The row as one line of text."""
        return " | ".join((*filter(None, (self.label,)), *self.stated))


def lines_of(grid: Grid) -> list[Line]:
    """Give the lines of a grid whose rows are lines of text."""
    sources = grid.sources or (None,) * len(grid.rows)
    return [
        Line(tuple(cell.text.strip() for cell in row), source) for row, source in zip(grid.rows, sources, strict=True)
    ]


def rows_of(lines: Sequence[Line], cls: type[Table], *, own: bool) -> list[Row]:
    """
    Find the rows of figures in the lines of one table.

    Args:
        lines: The lines, a row or a cell each.
        cls: The table.
        own: Whether our writer wrote them: a row a line, a cell for every column.
    """
    widths = [len(row.paths) for row in figure_rows(cls)]
    if not own and all(len(line.stated) <= 1 for line in lines):
        rows = list(_cell_a_line(lines, cls))
        # One bar alone behind the last cell may fill the row up; with others, each on its line, it is a blank cell.
        kept = any(_has_gap(row.cells) or len(row.cells) - len(row.stated) + row.padded > 1 for row in rows)
        return [_settled(row, widths, slack=1 if kept else -1) for row in rows]
    rows = list(_row_a_line(lines, cls, own=own))
    known = [row for row in rows if row.number is not None]
    # Blanks kept between figures prove that the others are kept as well; so does one cell for every column throughout,
    # where rows are not filled up with bars.
    kept = any(_has_gap(row.cells) for row in known)
    full = not _is_filled_up(lines, cls) and all(len(row.cells) == widths[row.number or 0] for row in known)
    return [_settled(row, widths, slack=len(row.cells) if kept else 0 if full or own else -1) for row in rows]


def _is_filled_up(lines: Iterable[Line], cls: type[Table]) -> bool:
    """Tell whether header rows, of which no cell is blank, end in more than the bar of their last cell."""
    labels = table_labels(cls)
    headers = (line for line in lines if line.stated and not any(key(cell) in labels.rows for cell in line.stated))
    return any(
        all(key(cell) in labels.others for cell in line.stated) and len(line.cells) - line.filled[-1] > 2
        for line in headers
    )


def _settled(row: Row, widths: list[int], *, slack: int) -> Row:
    """
    Decide whether the columns of a row's cells are sure, and leave exactly one cell for each if they are.

    Args:
        row: The row.
        widths: How many columns each row of the form has.
        slack: How many blank cells may follow the last column where blanks are kept; -1 where they may be lost.
    """
    if row.number is None:
        return row
    width = widths[row.number]
    cells, surplus = row.cells[:width], row.cells[width:]
    row.cut = row.cut or (len(cells) < width and not row.padded)
    if not row.stated:
        row.cells, row.exact = [""] * width, True
    elif len(cells) == width and all(map(is_blank, surplus)):
        row.exact = not any(map(is_blank, cells)) or len(surplus) <= slack
        row.cells = cells if row.exact else row.cells
    return row


def _has_gap(cells: list[str]) -> bool:
    blank = [is_blank(cell) for cell in cells]
    return any(first and not second for first, second in itertools.pairwise(blank))


def _row_a_line(lines: Sequence[Line], cls: type[Table], *, own: bool) -> Iterator[Row]:
    labels = table_labels(cls)
    filled = [line for line in lines if line.stated]
    closing = not own and all(is_blank(line.cells[-1]) for line in filled[:-1])
    headed = False
    for line in lines:
        closed = closing and is_blank(line.cells[-1])
        cells = line.cells[: -1 if closed else None]
        matches = [labels.match(cell) for cell in cells]
        known = [place for place, match in enumerate(matches) if match]
        if known:
            headed = True
            match = matches[known[-1]]
            if match is not None and match.row is not None:
                yield Row(
                    match.row,
                    cells[known[-1]],
                    line.source,
                    match.odd,
                    list(cells[known[-1] + 1 :]),
                    cut=closing and not closed,
                )
        elif not labels.rows and headed and (line.stated or len(cells) == len(figure_rows(cls)[0].paths)):
            yield Row(0, "", line.source, cells=list(cells), cut=closing and not closed)
        elif line.stated:
            yield Row(None, "", line.source, cells=list(cells))


def _cell_a_line(lines: Iterable[Line], cls: type[Table]) -> Iterator[Row]:
    labels = table_labels(cls)
    row: Row | None = None
    for line in lines:
        text = next(iter(line.stated), None)
        match = labels.match(text) if text is not None else None
        if text is not None and match:
            if row is not None and (row.label or row.cells):
                yield row
            # Table IV has no labels beside its figures: they follow the last of its header.
            number = match.row if labels.rows else 0
            row = None if number is None else Row(number, text if labels.rows else "", line.source, match.odd)
        elif row is not None and text is not None:
            row.cells.append(text)
        elif row is not None and len(line.cells) == 2:
            row.cells.append("")
        elif row is not None and (row.label or row.cells):
            row.padded = True
    if row is not None:
        yield row

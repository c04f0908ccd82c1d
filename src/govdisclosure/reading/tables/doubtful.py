"""Rows whose cells stand each in a column, and yet need not be what they seem: one of them can hold several figures."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from govdisclosure.form.figures import PLAIN, is_figure
from govdisclosure.form.thresholds import MOST_DIGITS_OF_A_COUNT
from govdisclosure.model.structure import Shape, Table
from govdisclosure.model.values import MAX_DIGITS
from govdisclosure.reading.labels import is_glued
from govdisclosure.reading.tables.lines import GridLine, Line
from govdisclosure.reading.tables.pieces import is_cell_a_line
from govdisclosure.reading.tables.rows import UNPLACED, Row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from govdisclosure.reading.tables.lines import TableParts


def doubt_glued(rows: Collection[Row], cls: type[Table], tables: Iterable[TableParts]) -> None:
    """
    Put rows in doubt that can have other columns, or other figures, than those in which they stand.

    Args:
        rows: The rows of a table.
        cls: The table.
        tables: All tables of the document.
    """
    placed = [row for row in rows if row.is_placed]
    for row in placed:
        # What nearly every cell prints is one figure.
        if PLAIN.keys() >= set(row.cells):
            continue
        # In a grid, the cells are blank from which figures that stand together come.
        has_room = len(row.stated) < len(row.cells)
        if (has_room and any(map(_hold_several, row.cells))) or (not row.columns and any(map(_are_glued, row.cells))):
            row.doubts |= UNPLACED
    if cls.shape is Shape.CAPTIONS:
        return
    # 规章312 above, and so 14911491 | | | | | can be two figures; but 重复申请 | 3 | | | | | | is none of these.
    alone = [row for row in placed if row.stated == row.cells[:1] and not (row.label and len(row.stated[0]) == 1)]
    texts = chain.from_iterable(map(_texts_with_room, tables)) if alone else ()
    if any(map(is_glued, frozenset(texts).difference(PLAIN))):
        for row in alone:
            row.doubts |= UNPLACED


def _texts_with_room(parts: TableParts) -> Iterator[str]:
    """Give the texts of a table beside which blank cells can stand: not 规章312 | |||, where a row is one cell."""
    in_text = [line for line in parts.lines if isinstance(line, Line)]
    # Where a cell has a line, others stand below it.
    goes_on = bool(in_text) and is_cell_a_line(in_text)
    return chain.from_iterable(line.stated for line in parts.lines if goes_on or not _is_one_cell(line))


def _is_one_cell(line: Line | GridLine) -> bool:
    """Tell whether a line has one cell, with bars behind it that fill it up."""
    if isinstance(line, GridLine):
        return len(line.own) == 1
    # A blank behind a bar makes no cell.
    return len(line.stated) == 1 and len("".join(line.raw[line.filled[0] + 1 :])) <= 1


def _hold_several(text: str) -> bool:
    """Tell whether a cell can hold the figures of blank ones beside it."""
    # 21362327233210 | | | …, in a table IV of which all else is blank
    return _are_side_by_side(text) or _are_glued(text) or (text.isdecimal() and len(text) > MOST_DIGITS_OF_A_COUNT)


def _are_glued(text: str) -> bool:
    """Tell whether digits are no figure, and so several without a blank between them."""
    # 322365259199912516791030203301
    return text.isdecimal() and (len(text) > MAX_DIGITS or not is_figure(text))


def _are_side_by_side(text: str) -> bool:
    """Tell whether a cell holds several figures with blanks between them."""
    # 0 0 3 0 0 0 3
    parts = text.split()
    return len(parts) > 1 and not is_figure(text) and all(map(is_figure, parts))

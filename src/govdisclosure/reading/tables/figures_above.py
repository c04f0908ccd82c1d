"""Figures of a table in text that stand above their labels, in all of it or a part: which rows that leaves in doubt."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from govdisclosure.form.figures import is_figure
from govdisclosure.form.grids import figure_rows
from govdisclosure.model.structure import Shape
from govdisclosure.reading.labels import table_labels
from govdisclosure.reading.tables.layout import spans_of_heads
from govdisclosure.reading.tables.rows import UNPLACED, Row
from govdisclosure.vocabulary.fold import key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govdisclosure.reading.tables.aligned import Aligned

# One figure alone can be the number of a page.
_FEWEST: Final = 2


def doubt_figures_above(rows: Sequence[Row], table: Aligned) -> None:
    """Put rows in doubt whose figures can be those above their labels, and tell of which rows theirs can be besides."""
    stretches = _stretches(table)
    begun = {place: start for start, end in stretches.items() for place in range(start, end)}
    below: dict[int, int] = {}
    for row, pair in zip(reversed(rows), reversed(table.pairs), strict=True):
        start = begun.get(pair.place)
        if start is None:
            continue
        row.doubts |= UNPLACED
        if start in below:
            row.others.add(below[start])
        if pair.row >= 0:
            below[start] = pair.row


def _stretches(table: Aligned) -> dict[int, int]:
    """
    Give the stretches of a table in which figures can stand above their labels.

    Returns:
        Where each begins, with figures that are those of the row below it, and where it ends, behind a row without any.
    """
    rows = {pair.place: pair.row for pair in table.pairs if pair.row >= 0}
    if not rows:
        return {}
    # Where figures stand above their labels, the last of these has none behind it.
    if all(table.pieces[place].cells for place in rows):
        return {}
    first, last = min(rows), max(rows)
    figures = [sum(map(is_figure, piece.cells)) for piece in table.pieces[: last + 1]]
    if max(figures[:first], default=0) > 1 and not table.pieces[last].cells:
        return {0: last + 1}
    beyond = _places_beyond(table, rows, figures)
    if not beyond:
        return {}
    fixed = _fixed_places(table, rows)
    sure: dict[int, int] = {}
    likely: dict[int, int] = {}
    start, is_ahead = 0, False
    for place, piece in enumerate(table.pieces[: last + 1]):
        if place in fixed:
            start, is_ahead = place + 1, False
        if place in beyond:
            start, is_ahead = (start if is_ahead else place), True
        elif place in rows and not piece.cells and not any(map(sum, piece.bars)):
            # Blank cells, a line each, are its own but where they can stand above the next label as figures do.
            if sum(map(len, piece.bars)) >= _width(rows[place], table) and (start in rows or not is_ahead):
                continue
            (sure if is_ahead else likely)[start] = place + 1
            start, is_ahead = place + 1, False
    # 行政处罚 / 431 / 行政强制: 行政处罚 is blank where figures stand above other labels, else 行政强制.
    return likely | sure if sure else {}


def _fixed_places(table: Aligned, rows: Mapping[int, int]) -> set[int]:
    """Give the places that figures above their labels do not reach across: captions, and rows that are a line."""
    captions = {place for place, piece in enumerate(table.pieces) if (key(piece.label),) in spans_of_heads(table.cls)}
    lines = {place: sum(map(is_figure, table.pieces[place].line.stated)) for place in rows}
    return captions.union(place for place, row in rows.items() if lines[place] >= min(_width(row, table), _FEWEST))


def _places_beyond(table: Aligned, rows: Mapping[int, int], figures: Sequence[int]) -> set[int]:
    """Give the places of pieces with more figures than their own row has, if it has any: enough for the row below."""
    # One figure behind a head is rather the number of a page above a row of seven; above 行政许可 it can be its own.
    least = _FEWEST if table.cls.shape is Shape.COLUMNS else 1
    first, lost = min(rows), _widths_of_lost(table, rows)
    beyond: set[int] = set()
    for place, piece in enumerate(table.pieces[: max(rows)]):
        # 其他主动公开文件 | 3 is a row of its own.
        is_own = place > first and bool(piece.label) and table_labels(table.cls).match(piece.label) is None
        more = figures[place] - (_width(rows[place], table) if place in rows else 0)
        # 3.危及… and two rows of figures, then 5.属于…: where a label is lost between, the second is that of its row.
        if not is_own and more >= (least if piece.label else 1) and more != lost.get(place, 0):
            beyond.add(place)
    return beyond


def _widths_of_lost(table: Aligned, rows: Mapping[int, int]) -> dict[int, int]:
    """Give how many figures the rows have whose labels are lost behind that of each row, by its place."""
    return {
        place: sum(_width(lost, table) for lost in range(rows[place] + 1, rows[below]))
        for place, below in pairwise(sorted(rows))
    }


def _width(row: int, table: Aligned) -> int:
    """Give how many figures a row of the form has."""
    return len(figure_rows(table.cls)[row].paths)

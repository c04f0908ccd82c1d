"""Rows whose label is lost or damaged: told by the rows above and below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from govdisclosure.form.figures import is_figure
from govdisclosure.form.grids import figure_rows
from govdisclosure.model.structure import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govdisclosure.model.structure import Table
    from govdisclosure.reading.tables.lines import Row


def by_order(rows: Sequence[Row], cls: type[Table]) -> list[Row]:
    """
    Number the rows whose label is unknown, where as many of them stand between two known rows as the form has there.

    Rows that are numbered so count as odd; others stay as they are.
    """
    if cls.shape is Shape.ROW:
        return list(rows)
    form = figure_rows(cls)
    found = list(rows)
    for above, places, below in _unsure(rows, len(form)):
        missing = range(above + 1, below)
        fitting = [place for place in places if _is_row(rows[place])]
        agreed = len(fitting) == len(missing) and all(
            rows[place].number in {None, number} and len(rows[place].stated) <= len(form[number].paths)
            for place, number in zip(fitting, missing, strict=True)
        )
        if agreed:
            for place, number in zip(fitting, missing, strict=True):
                found[place] = attrs.evolve(rows[place], number=number, odd=True)
    return found


def _unsure(rows: Sequence[Row], end: int) -> Iterator[tuple[int, list[int], int]]:
    """Give each run of rows that no label names for sure, between the numbers of the rows above and below it."""
    above, places = -1, list[int]()
    for place, row in enumerate(rows):
        if row.number is None or row.odd:
            places.append(place)
        else:
            yield above, places, row.number
            above, places = row.number, []
    yield above, places, end


def _is_row(row: Row) -> bool:
    return row.number is not None or any(map(is_figure, row.cells))

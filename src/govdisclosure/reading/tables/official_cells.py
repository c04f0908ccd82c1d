"""The figures of a table that is laid out as the form is: nothing is in doubt of these but what they are."""

from __future__ import annotations

from itertools import accumulate, chain, pairwise, starmap
from typing import TYPE_CHECKING

from govdisclosure.form.blocks import Grid, columns_of
from govdisclosure.form.figures import UnreadableError, read_counts, read_figure
from govdisclosure.form.grids import figure_rows, form_rows
from govdisclosure.model.notes import RowPlace
from govdisclosure.model.structure import Shape, Table, cache, filled_in_order
from govdisclosure.reading.tables.draft import declarations, rows_of_counts
from govdisclosure.reading.tables.rows import are_numbers_from_one
from govdisclosure.reading.tables.units import other_units, units_of_money
from govdisclosure.vocabulary.units import money_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from govdisclosure.model.values import CellValue
    from govdisclosure.reading.official import OfficialTable


def read_official(official: OfficialTable, beside: Sequence[str], *, own: bool) -> Table | None:
    """
    Read a table that is laid out as the form is; None where that does not tell everything.

    Args:
        official: The table.
        beside: The lines of text beside it.
        own: Whether our writer wrote it.
    """
    cls = official.cls
    # 单位：万件
    if other_units((), beside, cls):
        return None
    # 1 | 2 | 3 | … below the heads of table IV, and no row of figures
    if not own and cls.shape is Shape.ROW and are_numbers_from_one(official.figures):
        return None
    figures = read_counts(official.figures) if _counts_alone(cls) else None
    if figures is None:
        try:
            figures = list(_read(official, _units(cls, beside)))
        except UnreadableError:
            return None
    # 14911491 | | | | |, which can be two figures where others in the document are glued together
    may_be_glued = not own and cls.shape is not Shape.CAPTIONS
    if may_be_glued and any(_is_first_alone(figures[row]) for row in _slices(cls)):
        return None
    return filled_in_order(cls, figures)


def _read(official: OfficialTable, units: Mapping[str, str]) -> Iterator[CellValue]:
    """Read the figures of a table one row after the other; most rows are of plain counts."""
    cls = official.cls
    for row, are_counts, part in zip(figure_rows(cls), rows_of_counts(cls), _slices(cls), strict=True):
        texts = official.figures[part]
        counts = read_counts(texts) if are_counts else None
        if counts is None:
            declared = declarations(cls)
            for path, text in zip(row.paths, texts, strict=True):
                yield read_figure(text, declared[path], units.get(path))
        else:
            yield from counts


@cache
def _counts_alone(cls: type[Table]) -> bool:
    """Tell whether a table has no other figures than counts."""
    return all(rows_of_counts(cls))


@cache
def _slices(cls: type[Table]) -> tuple[slice, ...]:
    """Give the place of each row among all figures of a table."""
    ends = [0, *accumulate(len(row.paths) for row in figure_rows(cls))]
    return tuple(starmap(slice, pairwise(ends)))


def places_of_rows(official: OfficialTable) -> list[RowPlace]:
    """Give where the rows of figures stand, in a table whose rows have places."""
    section, sources = official.cls.section, official.sources
    rows = enumerate(_places(official.cls) if sources else ())
    return [RowPlace(section, number, sources[row], columns) for number, (row, columns) in rows]


@cache
def _places(cls: type[Table]) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Give which row of the form each row of figures is, and the columns of its cells."""
    rows = [
        (number, tuple(column for column, cell in row if cell.path is not None))
        for number, row in enumerate(columns_of(Grid(form_rows(cls))))
    ]
    return tuple((number, columns) for number, columns in rows if columns)


def _units(cls: type[Table], beside: Sequence[str]) -> Mapping[str, str]:
    """Give the units of money by the paths of the amounts: those of the form, unless a line beside it names one."""
    return _units_of_form(cls) if not any(map(money_unit, beside)) else units_of_money(_heads(cls), beside, cls)


@cache
def _units_of_form(cls: type[Table]) -> Mapping[str, str]:
    return units_of_money(_heads(cls), (), cls)


@cache
def _heads(cls: type[Table]) -> list[str]:
    """Give what the form prints; its cells of figures are blank, and name no unit."""
    return [cell.text for cell in chain.from_iterable(form_rows(cls))]


def _is_first_alone(figures: Sequence[CellValue]) -> bool:
    return figures[0] is not None and figures.count(None) == len(figures) - 1

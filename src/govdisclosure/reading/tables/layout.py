"""How the form lays a table out: its heads of columns, by their keys, and the columns of the grid that cells fill."""

from __future__ import annotations

import re
from itertools import chain, pairwise, takewhile
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.form.blocks import Grid, own_columns
from govdisclosure.form.grids import figure_rows, form_rows, header_labels
from govdisclosure.model.structure import Shape, Table, cache, cell_nodes
from govdisclosure.reading.labels import table_labels
from govdisclosure.vocabulary.fold import header_key, key
from govdisclosure.vocabulary.spellings import official_column_head
from govdisclosure.vocabulary.units import THINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.form.blocks import GridCell

# 1.自然人
_NUMBERED: Final = re.compile(r"\s*[0-9０-９]+\s*[.．、]")
_WITH_FIGURE: Final = re.compile(rf"(?:(?P<head>[^0-9]+)[0-9]+(?:{THINGS})?|[0-9]+(?:{THINGS})?(?P<behind>[^0-9]+))")


@frozen(cache_hash=True)
class Spans:
    """
    How a row of the form fills the grid: what a page fills up, or prints as blank cells, where cells span columns.

    Columns are counted from its last cell without a figure: the innermost label, or the last head; of the row of table
    IV from the head that ends the row above it.

    Args:
        left: How many columns of the grid its cells leave.
        columns: The columns in which its figures begin.
        end: Where the grid ends.
        begin: How many columns stand before its first cell, below cells that reach down into it.
        reached: How many of these the next row has.
        label: The column of its last cell without a figure; -1 where it has none.
        is_wide: Whether a figure of it spans several columns.
    """

    left: int
    columns: tuple[int, ...]
    end: int
    begin: int
    reached: int
    label: int
    is_wide: bool


@cache
def width_of(cls: type[Table]) -> int:
    """Give how many columns the grid of the form has."""
    return sum(cell.columns for cell in form_rows(cls)[0])


@cache
def _rows(cls: type[Table]) -> tuple[list[tuple[int, GridCell]], ...]:
    """Give the cells that begin in each row of the form, with their columns."""
    return tuple(own for own, _ in own_columns(Grid(form_rows(cls))))


def _figures(row: Iterable[tuple[int, GridCell]]) -> dict[int, GridCell]:
    """Give the cells of figures of a row, by their columns."""
    return {column: cell for column, cell in row if cell.path}


def _keys(row: Iterable[tuple[int, GridCell]]) -> tuple[str, ...]:
    return tuple(key(cell.text) for _, cell in row)


@cache
def _rows_of_heads(cls: type[Table]) -> tuple[list[tuple[int, GridCell]], ...]:
    """Give the rows above all figures."""
    return tuple(takewhile(lambda row: not _figures(row), _rows(cls)))


@cache
def head_keys(cls: type[Table]) -> frozenset[str]:
    """Give the keys of all labels that are neither those of rows nor figures."""
    return frozenset(map(key, header_labels(cls)))


@cache
def rows_of_heads(cls: type[Table]) -> list[tuple[str, ...]]:
    """Give the keys of the heads, row by row."""
    return list(map(_keys, _rows_of_heads(cls)))


@cache
def lowest_heads(cls: type[Table]) -> tuple[str, ...]:
    """Give the keys of the heads right above the figures, column by column."""
    figures = _rows(cls)[len(_rows_of_heads(cls))]
    heads = dict.fromkeys(_figures(figures), "")
    for start, cell in chain.from_iterable(_rows_of_heads(cls)):
        covered = heads.keys() & range(start, start + cell.columns)
        heads.update(dict.fromkeys(covered, key(cell.text)))
    return tuple(heads.values())


@cache
def heads_of_rows(cls: type[Table]) -> tuple[tuple[str, ...], ...]:
    """Give the keys of the innermost labels of the cells of each row, in table II those of its heads."""
    heads = {node.path: header_key(node.declared.label) for node in cell_nodes(cls)}
    return tuple(tuple(map(heads.__getitem__, row.paths)) for row in figure_rows(cls))


@cache
def innermost_heads(cls: type[Table]) -> frozenset[str]:
    """Give the keys of the heads right above figures, also of those that stand between rows."""
    if cls.shape is not Shape.CAPTIONS:
        return frozenset(lowest_heads(cls))
    return frozenset(chain.from_iterable(heads_of_rows(cls)))


def states_figure(text: str, cls: type[Table]) -> bool:
    """
    Tell whether a text is the head of a column with a figure, so that it is a cell: 总计：46, 商业企业3, （自然人）40.

    In brackets behind it, 总计（7）, stands the number of the column, and in front of 1.自然人 that of the head.
    """
    stated = _WITH_FIGURE.fullmatch(key(text)) if any(map(str.isdecimal, text)) else None
    if stated is None or header_key(text) in head_keys(cls) or _NUMBERED.match(text) or table_labels(cls).is_row(text):
        return False
    return official_column_head(stated["head"] or stated["behind"]) in innermost_heads(cls)


@cache
def spanning_heads(cls: type[Table]) -> dict[str, int]:
    """Give the keys of the heads that span others, row by row, and how many columns they span."""
    cells = chain.from_iterable(_rows_of_heads(cls))
    return {key(cell.text): cell.columns for _, cell in cells if cell.columns > 1}


@cache
def columns_of_figures(cls: type[Table]) -> tuple[int, tuple[tuple[int, ...], ...]]:
    """Give the width of the form and the columns of each row of figures, columns in which no cell begins left out."""
    used = sorted({start for start, _ in chain.from_iterable(_rows(cls))})
    figures = filter(None, map(_figures, _rows(cls)))
    return len(used), tuple(tuple(map(used.index, row)) for row in figures)


@cache
def spans_of_figures(cls: type[Table]) -> tuple[Spans, ...]:
    """Give how each row of figures of the form fills the grid."""
    return tuple(spans for spans in _spans(cls) if spans.columns)


@cache
def spare_columns(cls: type[Table]) -> int:
    """Give how many columns of the grid no row needs: the table of 2019 has five, and often is printed with four."""
    return min(spans.end - 1 - len(spans.columns) for spans in spans_of_figures(cls))


@cache
def spans_of_heads(cls: type[Table]) -> dict[tuple[str, ...], Spans]:
    """Give how each row of heads of the form, also between figures, fills the grid, by the keys of its heads."""
    rows = zip(_rows(cls), _spans(cls), strict=True)
    return {_keys(row): spans for row, spans in rows if not spans.columns}


@cache
def _spanning_texts(cls: type[Table]) -> frozenset[str]:
    """Give the keys of all cells that span several columns and hold words."""
    cells = chain.from_iterable(form_rows(cls))
    return frozenset(key(cell.text) for cell in cells if cell.columns > 1 and cell.text)


def are_spans_filled(stated: Iterable[str], cls: type[Table]) -> bool:
    """Tell whether what spans several columns is written into each of them, the figures as well."""
    # 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项
    spanning = _spanning_texts(cls)
    twice = {first for first, second in pairwise(map(key, stated)) if first == second and first in spanning}
    return len(twice) > 1


def left_by_heads(cls: type[Table]) -> int:
    """Give how many columns the lowest row of heads of the form leaves."""
    return list(spans_of_heads(cls).values())[-1].left


@cache
def _spans(cls: type[Table]) -> list[Spans]:
    rows, width = _rows(cls), width_of(cls)
    begins = [*(row[0][0] for row in rows), 0]
    spans: list[Spans] = []
    for row, (begin, reached) in zip(rows, pairwise(begins), strict=True):
        label = max((column for column, cell in row if not cell.path), default=-1)
        figures = _figures(row)
        columns = tuple(column - label for column in figures)
        is_wide = any(cell.columns > 1 for cell in figures.values())
        spans.append(Spans(width - len(row), columns, width - label, begin, reached, label, is_wide))
    return spans

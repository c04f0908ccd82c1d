"""The grids of the form: tables II, III and IV with their labels and spans, derived from the declarations."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final, cast

import attrs
from attrs import field, frozen

from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.form.figures import print_figure
from govdisclosure.model.declare import Declaration, Kind, declaration
from govdisclosure.model.report import HEADINGS
from govdisclosure.model.structure import (
    Node,
    Shape,
    Table,
    block_cells,
    blocks,
    cache,
    cell_nodes,
    values_by_path,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

BALANCE_NOTE: Final = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
APPLICANTS: Final = "申请人情况"
CONTENT: Final = "信息内容"


@frozen
class Label:
    """A printed label, with those that it spans."""

    text: str
    below: tuple[Label, ...] = ()

    @property
    def width(self) -> int:
        """How many of the lowest labels it spans, itself if it is one of them."""
        return sum(label.width for label in self.below) or 1

    @property
    def depth(self) -> int:
        """How many levels of labels there are from it on."""
        return 1 + max((label.depth for label in self.below), default=0)


@frozen
class FigureRow:
    """
    One row of figures of the form.

    Args:
        labels: The labels that it stands under, from the outermost on; none in table IV.
        paths: Paths of its cells, from the table.
    """

    labels: tuple[str, ...]
    paths: tuple[str, ...]


@frozen(kw_only=True)
class FormGrid(Grid):
    """
    A table of the form that was composed.

    Args:
        section: The name of its section.
        cls: Its class.
    """

    section: str = field(eq=False)
    cls: type = field(eq=False)


def form_grid(table: Table, section: str) -> FormGrid:
    """Lay the table of a section out as the form prints it, its figures with their paths."""
    printed = {path: print_figure(value) for path, value in values_by_path(table).items()}

    def with_figure(cell: GridCell) -> GridCell:
        if cell.path is None:
            return cell
        return attrs.evolve(cell, text=printed[cell.path], path=f"{section}.{cell.path}")

    rows = (tuple(map(with_figure, row)) for row in form_rows(type(table)))
    return FormGrid(tuple(rows), label=HEADINGS[section], section=section, cls=type(table))


@cache
def form_rows(cls: type[Table]) -> tuple[tuple[GridCell, ...], ...]:
    """Give the rows of the blank form."""
    return tuple(_FORM_ROWS[cls.shape](cls))


@cache
def figure_rows(cls: type[Table]) -> tuple[FigureRow, ...]:
    """Give the rows of figures of the form, with the labels that they stand under."""
    return tuple(FigureRow(labels, paths) for labels, paths in zip(_row_labels(cls), cls.figure_paths(), strict=True))


def _row_labels(cls: type[Table]) -> Iterator[tuple[str, ...]]:
    """Give the labels beside each row of figures."""
    if cls.shape is Shape.CAPTIONS:
        yield from ((node.label,) for node in blocks(cls))
    elif cls.shape is Shape.COLUMNS:
        for node in cell_nodes(_column_class(cls)):
            yield tuple(declared.label for declared in node.chain)
    else:
        yield ()


@cache
def header_labels(cls: type[Table]) -> frozenset[str]:
    """Give every label of the form that is neither a figure nor the label of a row of figures."""
    rows = {label for row in figure_rows(cls) for label in row.labels}
    return frozenset(cell.text for row in form_rows(cls) for cell in row if not cell.path and cell.text not in rows)


def _labels(cls: type, *, lowest: Kind | None = None) -> tuple[Label, ...]:
    declarations = [declared for declared in map(declaration, attrs.fields(cls)) if declared.kind is not Kind.NARRATIVE]
    return tuple(
        Label(declared.label, () if declared.kind is lowest else _below(declared, lowest)) for declared in declarations
    )


def _below(declared: Declaration, lowest: Kind | None) -> tuple[Label, ...]:
    return tuple(label for inner in declared.classes for label in _labels(inner, lowest=lowest))


def _banner(labels: tuple[Label, ...], depth: int) -> Iterator[list[GridCell]]:
    """Give the header rows above columns: a label without others below it reaches down to the figures."""
    while labels:
        yield [GridCell(label.text, rows=1 if label.below else depth, columns=label.width) for label in labels]
        labels, depth = tuple(inner for label in labels for inner in label.below), depth - 1


def _stub(label: Label, depth: int) -> list[list[GridCell]]:
    """Give the label cells of the rows below a label, each row with those that begin in it."""
    if not label.below:
        return [[GridCell(label.text, columns=depth)]]
    rows = [row for inner in label.below for row in _stub(inner, depth - 1)]
    return [[GridCell(label.text, rows=label.width), *rows[0]], *rows[1:]]


def _column_class(cls: type[Table]) -> type:
    return blocks(cls)[0].declared.classes[0]


def _figures(paths: tuple[str, ...], spans: tuple[int, ...] = ()) -> list[GridCell]:
    return [GridCell("", columns=span, path=path) for path, span in zip(paths, spans or (1,) * len(paths), strict=True)]


def _table_two(cls: type[Table]) -> Iterator[tuple[GridCell, ...]]:
    width = 1 + len(_starts(cls))
    by_caption = cast("Callable[[Node], str]", lambda node: node.declared.caption)
    for caption, group in groupby(blocks(cls), by_caption):
        rows = tuple(group)
        spans = _spans(cls, len(block_cells(rows[0])))
        columns = [node.declared.label for node in cell_nodes(rows[0].declared.classes[0])]
        yield (GridCell(caption, columns=width),)
        yield (GridCell(CONTENT), *(GridCell(text, columns=span) for text, span in zip(columns, spans, strict=True)))
        for node in rows:
            yield (GridCell(node.declared.label), *_figures(block_cells(node), spans))


@cache
def _starts(cls: type[Table]) -> tuple[Fraction, ...]:
    """
    Give where the columns of figures of table II begin, as parts of their common width.

    The figures of each row share it evenly. Where rows of three figures and of two meet, these are four columns, as the
    form of 2019 has them: the middle one of three spans two.
    """
    starts: set[Fraction] = set()
    for count in {len(block_cells(row)) for row in blocks(cls)}:
        starts.update(Fraction(place, count) for place in range(count))
    return tuple(sorted(starts))


def _spans(cls: type[Table], count: int) -> tuple[int, ...]:
    """Tell how many columns each figure of a row of so many spans."""
    starts = [_starts(cls).index(Fraction(place, count)) for place in range(count)]
    return tuple(end - start for start, end in pairwise((*starts, len(_starts(cls)))))


def _table_three(cls: type[Table]) -> Iterator[tuple[GridCell, ...]]:
    columns, rows = _labels(cls, lowest=Kind.BLOCK), _labels(_column_class(cls))
    above, beside = (max(label.depth for label in labels) for labels in (columns, rows))
    yield (
        GridCell(BALANCE_NOTE, rows=above + 1, columns=beside),
        GridCell(APPLICANTS, columns=sum(c.width for c in columns)),
    )
    yield from map(tuple, _banner(columns, above))
    stubs = (stub for label in rows for stub in _stub(label, beside))
    for stub, paths in zip(stubs, cls.figure_paths(), strict=True):
        yield (*stub, *_figures(paths))


def _table_four(cls: type[Table]) -> Iterator[tuple[GridCell, ...]]:
    columns = _labels(cls)
    yield from map(tuple, _banner(columns, max(label.depth for label in columns)))
    for paths in cls.figure_paths():
        yield tuple(_figures(paths))


_FORM_ROWS: Final[Mapping[Shape, Callable[[type[Table]], Iterator[tuple[GridCell, ...]]]]] = {
    Shape.CAPTIONS: _table_two,
    Shape.COLUMNS: _table_three,
    Shape.ROW: _table_four,
}

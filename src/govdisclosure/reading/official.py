"""Tables that are laid out just as the form is: its labels and spans in their places, a figure or a blank elsewhere."""

from __future__ import annotations

from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from govdisclosure.form.blocks import Grid
from govdisclosure.form.figures import PLAIN, is_blank, is_figure
from govdisclosure.form.grids import form_rows
from govdisclosure.model.report import TABLES
from govdisclosure.model.structure import Table, cache
from govdisclosure.vocabulary.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.form.blocks import GridCell

_SPANS: Final = attrgetter("rows", "columns")
_TEXT: Final = attrgetter("text")
_MARKS: Final = str.maketrans("", "", "、，。：；,.:;()〔〕[]《》<>“”‘’\"'")


@frozen(kw_only=True)
class OfficialTable(Grid):
    """
    A table that is laid out as the form is, so that nobody needs to ask what one of its cells is.

    Args:
        cls: The table of the form.
        figures: What is printed in the cells of figures, row by row.
    """

    cls: type[Table] = field(eq=False)
    figures: tuple[tuple[str, ...], ...] = field(eq=False)

    @property
    def is_written(self) -> bool:
        """Whether it holds a figure."""
        return any(map(is_figure, chain.from_iterable(self.figures)))


@frozen
class _FormRow:
    """A row of the form: how many rows and columns each cell spans, the labels that it begins with, and their words."""

    spans: tuple[tuple[int, int], ...]
    labels: tuple[str, ...]
    words: tuple[str, ...]


@cache
def _form(cls: type[Table]) -> tuple[_FormRow, ...]:
    rows: list[_FormRow] = []
    for row in form_rows(cls):
        spans = tuple(map(_SPANS, row))
        labels = tuple(cell.text for cell in row if cell.path is None)
        rows.append(_FormRow(spans, labels, tuple(map(_words, labels))))
    return tuple(rows)


def as_official(grid: Grid) -> Grid:
    """Give a table that is laid out as the form is, and on one page, as one of these; any other as it is."""
    if grid.lines or (grid.sources and grid.sources[0].page != grid.sources[-1].page):
        return grid
    for cls in chain.from_iterable(TABLES.values()):
        figures = _figures(grid.rows, cls) if len(grid.rows) == len(_form(cls)) else None
        if figures is not None:
            return OfficialTable(grid.rows, sources=grid.sources, label=grid.label, cls=cls, figures=figures)
    return grid


def _figures(rows: Sequence[Sequence[GridCell]], cls: type[Table]) -> tuple[tuple[str, ...], ...] | None:
    """Give the figures of a table with as many rows as the form; None if a cell is not what it is on the form."""
    figures: list[tuple[str, ...]] = []
    for row, form in zip(rows, _form(cls), strict=True):
        if tuple(map(_SPANS, row)) != form.spans:
            return None
        texts = tuple(map(_TEXT, row))
        labels, cells = texts[: len(form.labels)], texts[len(form.labels) :]
        if not (labels == form.labels or tuple(map(_words, labels)) == form.words) or not _are_figures(cells):
            return None
        if cells:
            figures.append(cells)
    return tuple(figures)


def _words(label: str) -> str:
    """Fold a label, less the marks that say nothing: a stroke can be a figure, and % is a unit."""
    return fold(label).translate(_MARKS)


def _are_figures(texts: Sequence[str]) -> bool:
    return all(map(PLAIN.__contains__, texts)) or all(is_figure(text) or is_blank(text) for text in texts)

"""Tables that are laid out just as the form is: its labels and spans in their places, a figure or a blank elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from govdisclosure.form.blocks import Grid
from govdisclosure.form.figures import PLAIN, is_blank, is_figure
from govdisclosure.form.grids import form_rows
from govdisclosure.model.report import TABLE_CLASSES
from govdisclosure.model.structure import Table, cache
from govdisclosure.vocabulary.fold import fold
from govdisclosure.vocabulary.memory import remembered

if TYPE_CHECKING:
    from govdisclosure.form.blocks import GridCell

_MARKS: Final = str.maketrans("", "", "、，。：；,.:;()〔〕[]《》<>“”‘’\"'")


@frozen(kw_only=True)
class OfficialTable(Grid):
    """
    A table that is laid out as the form is, so that nobody needs to ask what one of its cells is.

    Args:
        cls: The table of the form.
        figures: What is printed in the cells of figures, in the order of the form.
    """

    cls: type[Table] = field(eq=False)
    figures: tuple[str, ...] = field(eq=False)

    @property
    def is_written(self) -> bool:
        """Whether it holds a figure."""
        return any(map(is_figure, self.figures))


@frozen
class _Form:
    """
    A table of the form, all rows in one.

    Args:
        heights: How many rows each cell spans.
        widths: How many columns.
        labels: The labels.
        words: The words of these.
        labels_of: Gives the labels among the texts of all cells.
        figures_of: Gives the figures among these.
    """

    heights: list[int]
    widths: list[int]
    labels: tuple[str, ...]
    words: tuple[str, ...]
    labels_of: Callable[[Sequence[str]], tuple[str, ...]]
    figures_of: Callable[[Sequence[str]], tuple[str, ...]]


@cache
def _form(cls: type[Table]) -> _Form:
    cells = list(chain.from_iterable(form_rows(cls)))
    places = [place for place, cell in enumerate(cells) if cell.path is None]
    labels = tuple(cells[place].text for place in places)
    return _Form(
        [cell.rows for cell in cells],
        [cell.columns for cell in cells],
        labels,
        tuple(map(_words, labels)),
        itemgetter(*places),
        itemgetter(*(place for place, cell in enumerate(cells) if cell.path is not None)),
    )


@lru_cache(maxsize=1)
def _by_widths() -> dict[tuple[int, ...], list[type[Table]]]:
    """Give the tables of the form by how many cells begin in each of their rows."""
    classes: dict[tuple[int, ...], list[type[Table]]] = {}
    for cls in TABLE_CLASSES:
        classes.setdefault(tuple(map(len, form_rows(cls))), []).append(cls)
    return classes


def as_official(grid: Grid) -> Grid:
    """Give a table that is laid out as the form is, and on one page, as one of these; any other as it is."""
    if isinstance(grid, OfficialTable) or grid.lines:
        return grid
    classes = _by_widths().get(tuple(map(len, grid.rows)))
    if classes is None or (grid.sources and grid.sources[0].page != grid.sources[-1].page):
        return grid
    cells = list(chain.from_iterable(grid.rows))
    for cls in classes:
        figures = _figures(cells, _form(cls))
        if figures is not None:
            return OfficialTable(grid.rows, sources=grid.sources, label=grid.label, cls=cls, figures=figures)
    return grid


def _figures(cells: Sequence[GridCell], form: _Form) -> tuple[str, ...] | None:
    """Give the figures of a table; None if a cell is not what it is on the form."""
    if [cell.columns for cell in cells] != form.widths or [cell.rows for cell in cells] != form.heights:
        return None
    texts = [cell.text for cell in cells]
    labels = form.labels_of(texts)
    if labels != form.labels and any(_words(label) != words for label, words in zip(labels, form.words, strict=True)):
        return None
    figures = form.figures_of(texts)
    # Few are others than nearly every cell prints.
    are_figures = all(is_figure(text) or is_blank(text) for text in set(figures).difference(PLAIN))
    return figures if are_figures else None


@remembered
def _words(label: str) -> str:
    """Fold a label, less the marks that say nothing: a stroke can be a figure, and % is a unit."""
    return fold(label).translate(_MARKS)

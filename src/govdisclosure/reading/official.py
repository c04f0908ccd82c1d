"""Tables that are laid out just as the form is: its labels and spans in their places, a figure or a blank elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain
from operator import attrgetter, itemgetter
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

_TEXT: Final = attrgetter("text")
_SPANS: Final = attrgetter("rows", "columns")
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
class _Form:
    """
    A table of the form, all rows in one.

    Args:
        spans: How many rows and columns each cell spans.
        labels: The labels.
        words: The words of these.
        labels_of: Gives the labels among the texts of all cells.
        figures: The places of the figures of each row that has some: of the first, and behind the last.
    """

    spans: list[tuple[int, int]]
    labels: tuple[str, ...]
    words: tuple[str, ...]
    labels_of: Callable[[Sequence[str]], tuple[str, ...]]
    figures: tuple[tuple[int, int], ...]


@cache
def _form(cls: type[Table]) -> _Form:
    rows = form_rows(cls)
    cells = list(chain.from_iterable(rows))
    places = [place for place, cell in enumerate(cells) if cell.path is None]
    labels = tuple(cells[place].text for place in places)
    figures: list[tuple[int, int]] = []
    end = 0
    for row in rows:
        end += len(row)
        count = sum(cell.path is not None for cell in row)
        figures += [(end - count, end)] if count else []
    return _Form(
        _spans(cells),
        labels,
        tuple(map(_words, labels)),
        itemgetter(*places),
        tuple(figures),
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
    if grid.lines or (grid.sources and grid.sources[0].page != grid.sources[-1].page):
        return grid
    classes = _by_widths().get(tuple(map(len, grid.rows)))
    if classes is None:
        return grid
    cells = list(chain.from_iterable(grid.rows))
    spans, texts = _spans(cells), tuple(map(_TEXT, cells))
    for cls in classes:
        figures = _figures(spans, texts, _form(cls))
        if figures is not None:
            return OfficialTable(grid.rows, sources=grid.sources, label=grid.label, cls=cls, figures=figures)
    return grid


def _figures(spans: list[tuple[int, int]], texts: tuple[str, ...], form: _Form) -> tuple[tuple[str, ...], ...] | None:
    """Give the figures of a table, row by row; None if a cell is not what it is on the form."""
    if spans != form.spans:
        return None
    labels = form.labels_of(texts)
    if labels != form.labels and any(_words(label) != words for label, words in zip(labels, form.words, strict=True)):
        return None
    figures = tuple([texts[start:end] for start, end in form.figures])
    return figures if all(map(_are_figures, figures)) else None


def _spans(cells: Sequence[GridCell]) -> list[tuple[int, int]]:
    return list(map(_SPANS, cells))


@remembered
def _words(label: str) -> str:
    """Fold a label, less the marks that say nothing: a stroke can be a figure, and % is a unit."""
    return fold(label).translate(_MARKS)


def _are_figures(texts: Sequence[str]) -> bool:
    return all(map(PLAIN.__contains__, texts)) or all(is_figure(text) or is_blank(text) for text in texts)

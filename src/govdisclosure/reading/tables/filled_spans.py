"""What spans several columns of the grid, where its text is written into each of them, a cell a line."""

from __future__ import annotations

from itertools import groupby, pairwise, takewhile
from typing import TYPE_CHECKING

from govdisclosure.form.figures import is_blank, is_figure
from govdisclosure.reading.labels import table_labels
from govdisclosure.reading.tables.layout import are_spans_filled, spans_of_figures, width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.model.structure import Table
    from govdisclosure.reading.tables.lines import GridLine
    from govdisclosure.reading.tables.pieces import Text


def with_spans_as_one(texts: Sequence[Text], cls: type[Table]) -> Sequence[Text]:
    """Give the texts of a table with each cell once, though its text is written into each column that it spans."""
    if not are_spans_filled((text.text for text in texts), cls):
        return texts
    return list(_with_figures_as_one(list(_with_labels_as_one(texts)), cls))


def _with_labels_as_one(texts: Iterable[Text]) -> Iterator[Text]:
    """Put equal labels and heads side by side together; figures side by side can be equal."""
    # 一、本年新收政府信息公开申请数量, over three columns
    for _, alike in groupby(texts, key=lambda text: id(text) if is_figure(text.text) or not text.text else text.text):
        # Behind the last of them stand the bars of blank cells.
        yield list(alike)[-1]


def _with_figures_as_one(texts: Sequence[Text], cls: type[Table]) -> Iterator[Text]:
    """Put the figures of rows together that span several columns, where all of them are there: 行政许可 | 7 | 7 | 7."""
    place = 0
    while place < len(texts):
        label = table_labels(cls).match(texts[place].text)
        yield texts[place]
        place += 1
        spans = spans_of_figures(cls)[label.row] if label is not None and label.row is not None else None
        if spans is None:
            continue
        behind = list(takewhile(lambda text: is_figure(text.text), texts[place:]))
        begins = [column - spans.columns[0] for column in (*spans.columns, spans.end)]
        cells = [behind[start:end] for start, end in pairwise(begins)]
        if len(behind) == begins[-1] and all(len({text.text for text in cell}) == 1 for cell in cells):
            yield from (cell[-1] for cell in cells)
            place += len(behind)


def figure_in_each_column(number: int, line: GridLine, cls: type[Table]) -> list[tuple[int, str]]:
    """
    Give the cells of a row whose figures stand in each column that they span, or in the first alone; else none.

    Its labels and heads stand in each.
    """
    spans = spans_of_figures(cls)[number]
    texts = {column: "" if is_blank(text) else text for column, text in line.own}
    if list(texts) != list(range(width_of(cls))):
        return []
    begins = [spans.label + column for column in (*spans.columns, spans.end)]
    covered = [[texts[column] for column in range(*ends)] for ends in pairwise(begins)]
    is_one_each = all(cells.count(cells[0]) == len(cells) for cells in covered)
    # 行政许可 | 7 | | |: no other figure is in the row, whatever columns its head spans.
    is_one_each |= len(covered) == 1 and set(covered[0][1:]) == {""}
    return [(start, cells[0]) for start, cells in zip(begins, covered, strict=False)] if is_one_each else []

"""Tables with true columns, as web pages, Word and PDF files have them: figures by the columns of their cells."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs
from attrs import define

from govdisclosure.form.blocks import Grid, columns_of
from govdisclosure.form.figures import PLAIN, is_blank, is_figure, is_words
from govdisclosure.form.grids import figure_rows, form_rows
from govdisclosure.form.thresholds import UNIFORM_ROWS_OF_TEN
from govdisclosure.model.structure import Shape, cache
from govdisclosure.reading.labels import table_labels
from govdisclosure.reading.tables.column_heads import is_in_form_order
from govdisclosure.reading.tables.lines import GridLine, Row
from govdisclosure.reading.tables.merged import with_merged
from govdisclosure.reading.tables.serials import without_row_numbers

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from govdisclosure.model.structure import Table
    from govdisclosure.reading.labels import TableLabels


@cache
def _form_columns(cls: type[Table]) -> tuple[int, tuple[tuple[int, ...], ...]]:
    """Give the width of the form and the columns of each row of figures, columns in which no cell begins left out."""
    rows = [list(row) for row in columns_of(Grid(form_rows(cls)))]
    used = sorted({start for row in rows for start, cell in row if cell.text or cell.path})
    figures = (tuple(used.index(start) for start, cell in row if cell.path) for row in rows)
    return len(used), tuple(found for found in figures if found)


@define
class _Columns:
    """
    Which columns hold the figures of a row.

    Args:
        places: The columns in which something is stated in some row, numbered anew.
        form: The columns of each row of figures, so numbered; None if the grid is not as wide as the form.
        width: The width of the rows; None where it is not the same throughout, since spans are lost.
        header: The columns below the headers that were met last.
    """

    places: Mapping[int, int]
    form: tuple[tuple[int, ...], ...] | None
    width: int | None
    header: tuple[int, ...] = ()

    def below(self, number: int, count: int, stated: Collection[int]) -> list[int | None] | None:
        """
        Tell which of the stated cells of a row each of its figures is, None for a blank; None where that is not known.

        A figure stands below its header, however many columns that spans, or in its column of the form.
        """
        if len(self.header) == count:
            headers = [bisect_right(self.header, place) for place in stated]
            if 0 not in headers and len(set(headers)) == len(headers):
                found = dict(zip(headers, stated, strict=True))
                return [found.get(number + 1) for number in range(count)]
        if self.form is not None and set(stated) <= set(self.form[number]):
            return [place if place in stated else None for place in self.form[number]]
        return None


def _columns(lines: Sequence[GridLine], cls: type[Table]) -> _Columns:
    used = sorted({column for line in lines for column, _ in line.filled})
    width, figures = _form_columns(cls)
    usual, count = Counter([line.width for line in lines]).most_common(1)[0]
    uniform = usual if count * 10 >= len(lines) * UNIFORM_ROWS_OF_TEN else None
    form = figures if uniform is not None and len(used) == width else None
    return _Columns({column: place for place, column in enumerate(used)}, form, uniform)


def rows_of_grid(lines: Sequence[GridLine], cls: type[Table]) -> list[Row]:
    """
    Find the rows of figures in the lines of one table.

    A row is sure if it has just the cells of the form beside its label, or if all that it states stands in the columns
    of figures; a row with fewer cells has lost some of them.
    """
    lines = with_merged(_joined(without_row_numbers(lines), table_labels(cls)), cls)
    columns = _columns(lines, cls)
    found: list[tuple[Row, GridLine, tuple[int, ...]]] = []
    for line in lines:
        row = _row(line, cls, headed=bool(columns.header or found))
        if row is None:
            columns.header = _header(line, cls, columns) or columns.header
        else:
            found.append((row, line, columns.header))
    rows = [row for row, _, _ in found]
    whole = _in_pieces([(row, line) for row, line, _ in found], lines, cls)
    if whole is not None:
        return [whole]
    _name_by_order(rows, cls)
    for row, line, header in found:
        columns.header = header
        _settle(row, line, cls, columns)
    return rows


def _in_pieces(found: Sequence[tuple[Row, GridLine]], lines: Sequence[GridLine], cls: type[Table]) -> Row | None:
    """
    Put the one row of table IV together, if each of its blocks stands in a table of its own; else None.

    It is sure if the heads are those of the form, in its order, and each piece has just as many cells as heads.
    """
    cells = [cell for row, _ in found for cell in row.cells]
    if cls.shape is not Shape.ROW or len(found) < 2 or len(cells) != len(figure_rows(cls)[0].paths):
        return None
    heads: list[list[str]] = [[]]
    rows = [line for _, line in found]
    for line in lines:
        if line in rows:
            heads.append([])
        else:
            heads[-1] += line.stated
    exact = is_in_form_order(heads, [len(row.cells) for row, _ in found], cls)
    return attrs.evolve(found[0][0], cells=cells, exact=exact)


def _joined(lines: Sequence[GridLine], labels: TableLabels) -> list[GridLine]:
    """Put a row together again that the end of a page has cut in two, its label on both."""
    found = list(lines[:1])
    for line in lines[1:]:
        whole = _whole(found[-1], line, labels) if line.first else None
        if whole is None:
            found.append(line)
        else:
            found[-1] = whole
    return found


def _whole(upper: GridLine, lower: GridLine, labels: TableLabels) -> GridLine | None:
    """
    Put two lines together if their labels are one, or if the lower one has none; None if they are two rows.

    What has no label of its own could be a row that lost it: it is put together in doubt. Two figures in one cell stay
    two, with a blank between them.
    """
    above, below = dict(upper.own), dict(lower.own)
    surplus = [text for column, text in lower.own if column not in above]
    if not above.keys() <= below.keys() or any(map(is_figure, surplus)):
        return None
    if not lower.stated:
        return upper
    pairs = {at: (text, below[at]) for at, text in upper.own}
    texts = {at: " ".join(pair) if all(map(is_figure, pair)) else "".join(pair) for at, pair in pairs.items()}
    halves = any(
        not is_blank(first) and not is_blank(second) and (match := labels.exact(texts[at])) and match.row is not None
        for at, (first, second) in pairs.items()
    )
    nameless = all(map(_is_number, lower.stated)) and any(map(is_figure, upper.stated))
    if not halves and not nameless:
        return None
    return attrs.evolve(upper, own=tuple(texts.items()), in_doubt=not halves)


def _is_number(text: str) -> bool:
    return is_figure(text) or "".join(text.split()).isdigit()


def _row(line: GridLine, cls: type[Table], *, headed: bool) -> Row | None:
    """Find the label of a line and what stands beside it; None for what is no row of figures."""
    labels = table_labels(cls)
    words = [(place, text) for place, text in enumerate(line.cells) if text not in PLAIN]
    known = [(place, match) for place, text in words if (match := labels.match(text))]
    place, match = known[-1] if known else (-1, None)
    beside = list(line.cells[place + 1 :])
    if match is not None and match.row is not None:
        return Row(match.row, line.cells[place], line.source, odd=match.odd or line.in_doubt, cells=beside)
    if cls.shape is Shape.ROW and match is None and headed and _is_unlabelled(line, cls):
        return Row(0, "", line.source, odd=line.in_doubt, cells=beside)
    if not any(map(is_figure, beside)):
        return None
    label = next((at for at, text in enumerate(beside) if not is_blank(text) and not is_figure(text)), -1)
    return Row(None, beside[label] if label >= 0 else "", line.source, cells=beside[label + 1 :])


def _is_unlabelled(line: GridLine, cls: type[Table]) -> bool:
    """Tell whether a line is a row without a label: figures only, or a blank in each column."""
    if line.stated == tuple(map(str, range(1, len(line.own) + 1))):  # The columns are numbered.
        return False
    if line.stated:
        return any(map(is_figure, line.stated)) and not any(map(is_words, line.stated))
    return len(line.own) >= len(figure_rows(cls)[0].paths)


def _header(line: GridLine, cls: type[Table], columns: _Columns) -> tuple[int, ...]:
    """Give the columns below the headers of a line; none for a line that has no headers."""
    labels = table_labels(cls)
    beside = line.filled[1:]
    known = any(labels.match(text) for _, text in beside)
    return tuple(columns.places[column] for column, _ in beside) if known else ()


def _name_by_order(rows: Sequence[Row], cls: type[Table]) -> None:
    """Take a row whose label is too damaged, between two rows that are known, for the one that stands there."""
    last = len(figure_rows(cls)) - 1
    for index, row in enumerate(rows):
        if row.number is not None or not row.label:
            continue
        above = rows[index - 1].number if index else -1
        below = rows[index + 1].number if index + 1 < len(rows) else last + 1
        if above is not None and below == above + 2:
            row.number, row.odd = above + 1, True


def _settle(row: Row, line: GridLine, cls: type[Table], columns: _Columns) -> None:
    """Decide whether the columns of a row's figures are sure; if they are, leave exactly one cell for each."""
    if row.number is None:
        return
    # 予以公开 | 11 | 95, over the five kinds of legal persons | 106
    if line.merged:
        row.cells, row.lost = row.stated, True
        return
    count = len(figure_rows(cls)[row.number].paths)
    beside = line.own[len(line.own) - len(row.cells) :]
    regular = columns.width is None or columns.width == line.width
    if len(beside) == count and (regular or not any(map(is_blank, row.cells))):
        row.exact, row.columns = True, [column for column, _ in beside]
        return
    stated = {columns.places[column]: (column, text) for column, text in beside if not is_blank(text)}
    below = columns.below(row.number, count, stated)
    if len(beside) > count and regular and below is not None:
        cells = [(-1, "") if place is None else stated[place] for place in below]
        row.exact, row.columns, row.cells = True, [column for column, _ in cells], [text for _, text in cells]
        return
    row.cells, row.cut = [text for _, text in stated.values()], len(beside) < count

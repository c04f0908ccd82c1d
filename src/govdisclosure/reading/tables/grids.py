"""Tables with true columns, as web pages, Word and PDF files have them: figures by the columns of their cells."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from itertools import chain, takewhile
from typing import TYPE_CHECKING

import attrs
from attrs import define

from govdisclosure.form.figures import is_blank, is_figure
from govdisclosure.form.grids import CONTENT, figure_rows
from govdisclosure.form.thresholds import NEARLY_ALL_OF_TEN
from govdisclosure.model.structure import Shape
from govdisclosure.reading.labels import table_labels
from govdisclosure.reading.tables.alignment import align, row_of
from govdisclosure.reading.tables.column_heads import columns_of_heads
from govdisclosure.reading.tables.filled_spans import figure_in_each_column
from govdisclosure.reading.tables.layout import (
    are_spans_filled,
    columns_of_figures,
    head_keys,
    heads_of_rows,
    spans_of_figures,
    width_of,
)
from govdisclosure.reading.tables.merged import with_merged
from govdisclosure.reading.tables.other_columns import without_other_columns, without_remarks_behind, without_spacers
from govdisclosure.reading.tables.pieces import pieces_in_grid
from govdisclosure.reading.tables.rows import UNPLACED, Doubt, Row
from govdisclosure.reading.tables.small_tables import row_in_pieces
from govdisclosure.vocabulary.fold import header_key, key
from govdisclosure.vocabulary.spellings import leaves_words_out, official_column_head

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from typing import TypeAlias

    from govdisclosure.model.structure import Table
    from govdisclosure.reading.labels import TableLabels
    from govdisclosure.reading.tables.alignment import Pair
    from govdisclosure.reading.tables.lines import GridLine
    from govdisclosure.reading.tables.pieces import Piece

    _Cell: TypeAlias = tuple[int, str]


@define
class _Columns:
    """
    Which columns hold the figures of a row.

    Args:
        places: The columns in which something is stated in some row, numbered anew.
        form: The columns of each row of figures, so numbered; None if the grid is not as wide as the form.
        width: The width of the rows; None where it is not the same throughout, since spans are lost.
        heads: The columns below the heads of the form, if no figure stands right before the first of them.
        are_filled: Whether what spans several columns is written into each of them.
        are_labels_wide: Whether a label that spans several columns has a blank cell for each further one.
        header: The columns below the headers that were met last.
        end: The first column behind these headers.
        words: The keys of these headers, in their official spelling.
    """

    places: Mapping[int, int]
    form: tuple[tuple[int, ...], ...] | None
    width: int | None
    heads: tuple[int, ...] = ()
    are_filled: bool = False
    are_labels_wide: bool = False
    header: tuple[int, ...] = ()
    end: int = 0
    words: tuple[str, ...] = ()

    def below(self, number: int, count: int, stated: Collection[int]) -> list[int | None] | None:
        """
        Tell which of the stated cells of a row each of its figures is, None for a blank; None where that is not known.

        A figure stands below its header, however many columns that spans, or in its column of the form. What stands
        before the first header or behind the last one is below none: 规章 | 1 | 2 | | 5 of a table with three headers.
        """
        if self.reach_last_head(stated):
            return [place if place in stated else None for place in self.heads]
        if len(self.header) == count:
            headers = [bisect_right(self.header, place) for place in stated]
            is_below = all(self.header[0] <= place < self.end for place in stated)
            if is_below and len(set(headers)) == len(headers):
                under = dict(zip(headers, stated, strict=True))
                return [under.get(number + 1) for number in range(count)]
        if self.form is not None and set(stated) <= set(self.form[number]):
            return [place if place in stated else None for place in self.form[number]]
        return None

    def is_below_headers(self, cells: Sequence[tuple[int, str]]) -> bool:
        """Tell whether each cell of a row stands below its header, where there is one for each."""
        known = [(number, self.places[column]) for number, (column, _) in enumerate(cells, 1) if column in self.places]
        return len(self.header) != len(cells) or all(
            bisect_right(self.header, place) == number for number, place in known
        )

    def is_below_other(self, row: int, stated: Iterable[int], cls: type[Table]) -> bool:
        """
        Tell whether a figure of a row of table II stands below a header that the form has not, beside those of the row.

        Args:
            row: The number of the row.
            stated: The places of its figures.
            cls: The table.
        """
        expected = heads_of_rows(cls)[row]
        # 本年处理 | 决定数量, one head in two cells
        rest = "".join(self.words)
        for head in expected:
            rest = rest.replace(head, "")
        if len(self.words) <= len(expected) or not rest:
            return False
        # 本年制发件数 | 本年废止件数 | 现行有效件数 of the block above, and 行政许可 has lost its own
        if not any(word in expected for word in self.words) and not head_keys(cls).isdisjoint(self.words):
            return False
        # 处理决定数量 without its 本年
        own = [any(leaves_words_out(word, head) for head in expected) for word in self.words]
        return not all(
            own[bisect_right(self.header, place) - 1] for place in stated if self.header[0] <= place < self.end
        )

    def reach_last_head(self, stated: Collection[int]) -> bool:
        """Tell whether figures stand below the heads, one of them below the last: no cell before them is lost."""
        if not self.heads or not stated:
            return bool(self.heads)
        return self.heads[-1] in stated and set(stated) <= set(self.heads)


def _columns(lines: Sequence[GridLine], cls: type[Table]) -> _Columns:
    used = {column for line in lines for column, _ in line.filled}
    width, figures = columns_of_figures(cls)
    usual, count = Counter([line.width for line in lines]).most_common(1)[0]
    uniform = usual if count * 10 >= len(lines) * NEARLY_ALL_OF_TEN else None
    form = figures if uniform is not None and len(used) == width else None
    heads = columns_of_heads(lines, cls) if uniform is not None else []
    # Of a row that has lost a cell before its figures, the first stands before the heads; where the heads have lost
    # some that the rows have not, the last of these stands behind them.
    figures_in = {column for line in lines for column, text in line.filled if is_figure(text)}
    is_apart = bool(heads) and heads[0] - 1 not in figures_in and max(figures_in, default=-1) <= heads[-1]
    places = {column: place for place, column in enumerate(sorted(used))}
    are_filled = are_spans_filled(chain.from_iterable(line.stated for line in lines), cls)
    return _Columns(places, form, uniform, tuple(places[column] for column in heads) if is_apart else (), are_filled)


def rows_of_grid(lines: Sequence[GridLine], cls: type[Table]) -> list[Row]:
    """
    Find the rows of figures in the lines of one table.

    A row is sure if it has just the cells of the form beside its label, or if all that it states stands in the columns
    of figures; a row with fewer cells has lost some of them.
    """
    of_form = without_remarks_behind(without_spacers(without_other_columns(lines)), cls)
    lines = with_merged(_joined(of_form, table_labels(cls)), cls)
    columns = _columns(lines, cls)
    pieces = pieces_in_grid(lines, cls)
    pairs = align(pieces, cls)
    whole = row_in_pieces(pieces, pairs, cls)
    if whole is not None:
        return [whole]
    columns.are_labels_wide = columns.width is None and _are_labels_wide(pieces, pairs, cls)
    rows: list[Row] = []
    named = {pair.place: pair for pair in pairs}
    for place, (piece, line) in enumerate(zip(pieces, lines, strict=True)):
        pair = named.get(place)
        if pair is None:
            _meet_header(line, cls, columns)
            continue
        row = row_of(pair, piece, cls, piece.cells)
        if line.in_doubt:
            row.doubts |= UNPLACED
        if piece.glued:
            row.leave_open()
        else:
            _settle(row, line, cls, columns)
        rows.append(row)
    return rows


def _joined(lines: Sequence[GridLine], labels: TableLabels) -> list[GridLine]:
    """Put a row together again that the end of a page has cut in two, its label on both."""
    whole_lines = list(lines[:1])
    for line in lines[1:]:
        whole = _whole(whole_lines[-1], line, labels) if line.first else None
        if whole is None:
            whole_lines.append(line)
        else:
            whole_lines[-1] = whole
    return whole_lines


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
    texts = {at: " ".join(pair) if all(map(_is_number, pair)) else "".join(pair) for at, pair in pairs.items()}
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


def _meet_header(line: GridLine, cls: type[Table], columns: _Columns) -> None:
    """Keep the columns below the headers of a line, if it has any."""
    labels = table_labels(cls)
    # Table IV has no label before its figures, nor a head above labels.
    beside = line.filled if cls.shape is Shape.ROW else line.filled[1:]
    if any(labels.match(text) for _, text in beside) or (beside and key(line.stated[0]) == key(CONTENT)):
        columns.header = tuple(columns.places[column] for column, _ in beside)
        columns.end = sum(column < line.width for column in columns.places)
        columns.words = tuple(official_column_head(header_key(text)) for _, text in beside)


def _is_shifted(number: int, line: GridLine, beside: Sequence[tuple[int, str]], cls: type[Table]) -> bool:
    """
    Tell whether a row of a grid that is as wide as the form has its label in another column.

    A label that reached over several rows is gone: glued to the figures of the first, it is one cell with them.
    """
    before = line.own[: len(line.own) - len(beside)]
    if line.width != width_of(cls) or not before:
        return False
    last, label = before[-1]
    # （一）予以公开 | （一）予以公开 | 3: the text of a cell in each column that it spans
    first = [column for column, _ in takewhile(lambda cell: cell[1] == label, reversed(before))][-1]
    # 1.属于国家秘密, over the column of （三）不予公开, which is a row of sums there, as well
    return spans_of_figures(cls)[number].label not in range(first, last + line.spans.get(last, 1))


def _has_room(number: int, line: GridLine, beside: Sequence[tuple[int, str]], cls: type[Table]) -> bool:
    """Tell whether all figures of a row have room behind its label; a blank row below table IV has no label."""
    spans = spans_of_figures(cls)[number]
    label = line.own[-len(beside) - 1][0] if len(line.own) > len(beside) else -1
    # In a narrower table, further to the right than on the form, or behind a wider label, a figure can be cut off; a
    # label that fills the whole row has none beside it.
    is_near = label + line.spans.get(label, 1) <= spans.label + spans.columns[0]
    return line.width >= width_of(cls) and 0 <= label <= spans.label and (is_near or not beside)


def _moved(beside: Sequence[tuple[int, str]], count: int) -> list[tuple[int, str]] | None:
    """Give the cells of the figures of a row whose label stands in another column; None where several are possible."""
    # Behind the label, a blank cell can stand for each column that it has left, or none, or fewer.
    ways = [beside[start : start + count] for start in range(len(beside) - count + 1)]
    stated = {cell for cell in beside if not is_blank(cell[1])}
    fitting = [way for way in ways if stated <= set(way)]
    return list(fitting[0]) if len(fitting) == 1 else None


def _spanned(number: int, cls: type[Table]) -> int:
    """Give how many columns the label of a row spans beyond its own."""
    return spans_of_figures(cls)[number].columns[0] - 1


def _beside_label(cells: Sequence[_Cell], number: int, cls: type[Table]) -> Sequence[_Cell] | None:
    """Give the cells of the figures of a row behind the blank ones that its label spans; None where it has others."""
    # 四、结转下年度继续办理 | | | 3 | 2 | 0 | 1 | 2 | 2 | 10
    spanned, count = _spanned(number, cls), len(figure_rows(cls)[number].paths)
    is_whole = len(cells) == spanned + count and all(is_blank(text) for _, text in cells[:spanned])
    stated = [cell for cell in cells if is_figure(cell[1])]
    if is_whole or len(stated) == count:
        return cells[spanned:] if is_whole else stated
    return None


def _are_labels_wide(pieces: Sequence[Piece], pairs: Iterable[Pair], cls: type[Table]) -> bool:
    """Tell whether labels that span several columns have a blank cell for each further one, so that nearly all fit."""
    rows = [(pieces[pair.place].cells, pair.row) for pair in pairs if pair.row >= 0]
    form = [(cells, _spanned(row, cls), len(figure_rows(cls)[row].paths)) for cells, row in rows]
    # 1.属于国家秘密 | 0 | … | 0 | 50% is longer, too, but for another reason.
    fitting = [cells[:spanned] for cells, spanned, count in form if len(cells) == spanned + count]
    are_nearly_all = len(fitting) * 10 >= len(form) * NEARLY_ALL_OF_TEN
    return are_nearly_all and any(fitting) and all(map(is_blank, chain.from_iterable(fitting)))


def _settle(row: Row, line: GridLine, cls: type[Table], columns: _Columns) -> None:
    """Decide whether the columns of a row's figures are sure; if they are, leave exactly one cell for each."""
    beside = line.own[len(line.own) - len(row.cells) :]
    if row.number is None:
        row.place([cell for cell in beside if not is_blank(cell[1])])
    # 予以公开 | 11 | 95, over the five kinds of legal persons | 106
    elif line.merged:
        row.leave_open()
    elif columns.are_filled and spans_of_figures(cls)[row.number].is_wide:
        in_each = figure_in_each_column(row.number, line, cls)
        row.place(in_each) if in_each else row.leave_open()
    elif columns.are_labels_wide and _spanned(row.number, cls):
        beside_label = _beside_label(beside, row.number, cls)
        row.place(beside_label) if beside_label else row.leave_open()
    else:
        _settle_by_columns(row, row.number, line, cls, columns)


def _settle_by_columns(row: Row, number: int, line: GridLine, cls: type[Table], columns: _Columns) -> None:
    """Decide by the columns of the other rows."""
    count = len(figure_rows(cls)[number].paths)
    beside = line.own[len(line.own) - len(row.cells) :]
    stated = {columns.places[column]: (column, text) for column, text in beside if not is_blank(text)}
    # 本年受理数量 | 本年处理决定数量 above 99 |; but 本年制 | 发件数 | … above as many figures as the form has
    if not len(beside) == count > 1 and columns.is_below_other(number, stated, cls):
        row.leave_open()
        return
    regular = columns.width is None or columns.width == line.width
    is_shifted = not columns.reach_last_head(stated) and _is_shifted(number, line, beside, cls)
    # 行政许可 | 行政许可 | 3 | 4 | |: its label stands twice, and 3 below the second header.
    is_moved = columns.width == line.width and len(beside) == count and not columns.is_below_headers(beside)
    is_full = len(stated) == count
    is_sure = is_full or (regular and not is_shifted and not is_moved)
    has_room = columns.width == line.width and _has_room(number, line, beside, cls)
    cells: Sequence[tuple[int, str]] | None = None
    # 2.重复申请 | | | …: wherever its label stands, no figure is printed.
    if not stated and has_room:
        cells = [(-1, "")] * count
    elif len(beside) == count and is_sure:
        cells = beside
    elif is_shifted and has_room:
        cells = _moved(beside, count)
    # （二）部分公开 | | 12 | 0 | …, a cell for each column that its label spans; but the row has lost a cell before it.
    elif not regular and is_full and all(is_figure(text) for _, text in beside[-count:]):
        cells = beside[-count:]
    elif len(beside) > count and regular and is_sure:
        below = columns.below(number, count, stated)
        cells = [(-1, "") if place is None else stated[place] for place in below] if below else None
    if cells is None:
        row.cells = row.stated
        row.doubts |= {Doubt.PLACES, Doubt.END} if len(beside) < count else {Doubt.PLACES}
    else:
        row.place(cells)

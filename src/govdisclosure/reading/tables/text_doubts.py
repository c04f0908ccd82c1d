"""Rows of text that are in doubt whatever their style: figures that can be those of other rows, or go on below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from govdisclosure.form.figures import is_blank, is_figure
from govdisclosure.form.grids import figure_rows
from govdisclosure.form.thresholds import LEAST_ROWS_OF_A_STYLE, LEAST_STEPS
from govdisclosure.model.structure import Shape, Table
from govdisclosure.reading.labels import table_labels
from govdisclosure.reading.tables.alignment import Pair
from govdisclosure.reading.tables.layout import head_keys, rows_of_heads, spans_of_figures
from govdisclosure.reading.tables.lines import Line
from govdisclosure.reading.tables.pieces import Piece, has_only_digits
from govdisclosure.reading.tables.rows import UNPLACED, Doubt, Row
from govdisclosure.reading.tables.styles import Printed, Styles
from govdisclosure.vocabulary.fold import key

if TYPE_CHECKING:
    from collections.abc import Iterable


@frozen
class Aligned:
    """
    A table of text, aligned to the rows of the form.

    Args:
        cls: The table.
        lines: Its lines, but for rules.
        pieces: What it prints: labels and the figures behind them.
        pairs: The pieces that are rows, in their order.
        printed: How the rows of the form among them are printed.
        styles: The styles that explain these.
        rows_end: Whether a line ends a row; else each cell has a line.
        is_own: Whether our writer wrote it.
        is_whole: Whether nothing that repeats what stands above it has been dropped.
    """

    cls: type[Table]
    lines: Sequence[Line]
    pieces: Sequence[Piece]
    pairs: Sequence[Pair]
    printed: Mapping[Pair, Printed]
    styles: Styles
    rows_end: bool
    is_own: bool
    is_whole: bool


def doubt_rows(rows: Sequence[Row], table: Aligned) -> None:
    """Put rows in doubt, those of the pairs of the table in their order."""
    _doubt_rows_of_others(rows, table)
    _doubt_rows_below_sums(rows, table)
    if table.rows_end:
        _doubt_broken_figures(rows, table)
    else:
        _doubt_rows_above_lost_labels(rows, table.cls)
    _doubt_mixed_styles(rows, table)


def in_one_style(rows: list[Row], cls: type[Table]) -> list[Row]:
    """Put rows in doubt of a table some of whose rows are written out and others filled up to the same width."""
    if any(row.number is not None and not row.is_placed for row in rows):
        # 四、结转下年度继续办理 |  |  | 5 |  |  |  |  | ||, the label of which stands in the first column by either
        begun = {number for number, spans in enumerate(spans_of_figures(cls)) if spans.label == 0}
        _doubt_places(row for row in rows if row.number in begun)
    return rows


def _doubt_rows_of_others(rows: Iterable[Row], table: Aligned) -> None:
    """Put rows in doubt where figures, anywhere in the table, may not be those of the labels before them."""
    places = [pair.place for pair in table.pairs if pair.row >= 0]
    are_of_others = (
        _are_numbered(table.pieces[place] for place in places)
        or _stand_above_labels(table.pieces, places)
        or _stand_column_by_column(table.pieces, places, table.printed.values(), table.cls)
    )
    for row in rows:
        if are_of_others:
            row.doubts |= UNPLACED
        # What an extractor has dropped can be a figure as well.
        elif not table.is_whole and not row.is_placed:
            row.doubts.add(Doubt.FIGURES)


def _are_numbered(rows: Iterable[Piece]) -> bool:
    """Tell whether the last cells of rows count up: numbers of rows, each before the label of the next row."""
    last = chain.from_iterable(row.stated[-1:] for row in rows)
    numbers = [int(text) for text in last if is_figure(text) and text.isdecimal()]
    steps = [second - first for first, second in pairwise(numbers)]
    return len(steps) >= LEAST_STEPS and steps.count(1) * 2 > len(steps)


def _stand_above_labels(pieces: Sequence[Piece], rows: Sequence[int]) -> bool:
    """Tell whether figures stand above the first label of a row, and none behind the last: labels stand behind them."""
    above = pieces[: rows[0]] if rows else ()
    return any(sum(map(is_figure, piece.stated)) > 1 for piece in above) and not pieces[rows[-1]].stated


def _stand_column_by_column(
    pieces: Sequence[Piece], rows: Sequence[int], printed: Iterable[Printed], cls: type[Table]
) -> bool:
    """Tell whether heads of columns stand below the last row: the columns follow one another, that of labels first."""
    # Where each row has cells of its own, 其他 | 4 below them is of another table, such as one of channels.
    are_bare = any(not row.figures and sum(row.bars[0]) <= 1 for row in printed)
    below = pieces[rows[-1] + 1 :] if are_bare and cls.shape is not Shape.ROW else ()
    heads = head_keys(cls).difference(rows_of_heads(cls)[0])
    # 行政强制 / 行政事业性收费 | 6 / 本年处理决定数量 | 4; but what stands above all heads, some repeat below the rows.
    return any(key(text) in heads for piece in below for text in (piece.label, *piece.stated))


def below_sums(pieces: Sequence[Piece], pairs: Sequence[Pair], cls: type[Table]) -> set[Pair]:
    """Give the first rows of groups whose label stands above theirs, with sums of its own."""
    # （三）不予公开 | 3 | 0 … / 1.属于国家秘密 | 1 | 0 …
    exact = table_labels(cls).exact
    below: set[Pair] = set()
    for above, pair in pairwise(pairs):
        group = pieces[above.place]
        is_group = above.row < 0 and bool(group.label) and bool(group.stated)
        whole = exact(group.label + pieces[pair.place].label) if is_group else None
        if whole is not None and whole.row == pair.row:
            below.add(pair)
    return below


def _doubt_rows_below_sums(rows: Iterable[Row], table: Aligned) -> None:
    """Put blank rows in doubt whose figures those can be that stand behind the label of their group, above theirs."""
    below = below_sums(table.pieces, table.pairs, table.cls)
    for row, pair in zip(rows, table.pairs, strict=True):
        # （三）不予公开 | 3 | 0 … / 1.属于国家秘密; with | | … behind it, its cells are blank
        has_cells = any(map(sum, table.pieces[pair.place].bars))
        if pair in below and not row.stated and not has_cells:
            row.doubts |= UNPLACED


def _doubt_broken_figures(rows: Iterable[Row], table: Aligned) -> None:
    """Put rows in doubt whose figures can go on below them, on a line of digits alone that is no row."""
    for (above, upper), (row, pair) in pairwise(zip(rows, table.pairs, strict=True)):
        is_beside = pair.place == upper.place + 1 and above.number is not None and bool(above.stated)
        is_of_digits = row.number is None and not row.label and all(map(has_only_digits, row.stated))
        # 3, the number of a page, has no bar behind it, and does not begin with a nought.
        is_number = not any(map(sum, table.pieces[pair.place].bars[1:])) and not row.raw.startswith("0")
        # 行政许可 | 4 | / 00 | |, which is 400
        if is_beside and is_of_digits and not is_number and len(row.stated) <= len(above.stated):
            above.doubts |= UNPLACED


def _doubt_rows_above_lost_labels(rows: Iterable[Row], cls: type[Table]) -> None:
    """Put rows in doubt whose figures can be those of the row below, as its label is lost and others are blank."""
    printed = {row.number: row for row in rows if row.number is not None}
    # Nothing is printed of blank cells, so that any label can be that of a blank row.
    if all(row.stated or row.is_placed for row in printed.values()):
        return
    lost = set(range(1, len(figure_rows(cls)))).difference(printed)
    for number, row in printed.items():
        # 行政许可, and below it the 2 of 行政处罚
        if row.stated and number + 1 in lost:
            row.doubts |= UNPLACED


def _doubt_mixed_styles(rows: Sequence[Row], table: Aligned) -> None:
    """Put rows with blank cells in doubt where lines of a table are printed in several styles."""
    beside = list(zip(rows, table.pairs, strict=True))
    if table.rows_end and not table.is_own and _are_opened_at_times(table.lines, table.cls):
        _doubt_places(row for row, pair in beside if not _is_full(row, table.pieces[pair.place]))
    strange = set(_beside_other_styles(table.printed, table.styles))
    _doubt_places(row for row, pair in beside if pair in strange)


def _are_opened_at_times(lines: Iterable[Line], cls: type[Table]) -> bool:
    """
    Tell whether a bar opens some lines and not others, so that the last bar of a row can be a blank cell as well.

    In table IV, only heads tell it: the first cell of its row can be blank. In table III, a label can be.
    """
    if cls.shape is Shape.COLUMNS:
        return False
    told = [line for line in lines if line.stated]
    if cls.shape is Shape.ROW:
        told = [line for line in told if not any(map(is_figure, line.stated))]
    # | 复议后起诉 |, below 结果维持 | 结果纠正 | 其他结果; several blank cells at the beginning have heads above them.
    # | 规章 | 22 | 235 |, below 行政处罚 0
    opened = [is_blank(line.cells[0]) and not all(map(is_blank, line.cells[:2])) for line in told]
    return any(opened) and not all(opened)


def _is_full(row: Row, piece: Piece) -> bool:
    """Tell whether a bar stands behind each cell of a labelled row, and not only behind those of a shorter one."""
    # | 规章 |  |  | 18 |, not | 规章 | 22 | 235 |
    return bool(row.label) and sum(map(sum, piece.bars)) > len(row.cells)


def _beside_other_styles(printed: Mapping[Pair, Printed], styles: Styles) -> list[Pair]:
    """Give the rows of the part of a table that is printed in another style, with those above and below it."""
    rows = list(printed.values())
    full = [place for place, row in enumerate(rows) if row.figures == row.width]
    others = [place for place, row in enumerate(rows) if row.figures and row.tells and not styles.explain(row)]
    # Where full rows are printed otherwise, which are not damaged, one far from them is odd by itself.
    has_full = len({*full} & {*others}) >= LEAST_ROWS_OF_A_STYLE
    parts = [others, others[1:], others[:-1]] if has_full else [others]
    # 一、 to 4. are printed a row a line, from there on a cell a line: some of these look as if they were alike.
    dense = (part for part in parts if len(part) >= LEAST_ROWS_OF_A_STYLE and len(part) * 2 > part[-1] - part[0])
    part = next(dense, None)
    if part is None:
        return []
    # 3. | 0 | 0 | 0 | 0 | 0 | 0 ||| can be of both parts, a row without blank cells only of the one that explains it.
    above = max((place for place in full if place < part[0]), default=0)
    below = min((place for place in full if place > part[-1]), default=len(rows))
    return list(printed)[above:below]


def _doubt_places(rows: Iterable[Row]) -> None:
    """Put in doubt where the figures of rows stand that have blank cells as well."""
    for row in rows:
        if row.is_placed and row.stated and len(row.stated) < len(row.cells):
            row.doubts.add(Doubt.PLACES)

"""Rows of text that are in doubt whatever their style: figures that can be those of other rows, or go on below."""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from govdisclosure.form.figures import has_only_digits, is_blank, is_figure
from govdisclosure.form.grids import figure_rows
from govdisclosure.form.thresholds import LEAST_ADDENDS, LEAST_STEPS
from govdisclosure.model.structure import Shape, Table
from govdisclosure.model.values import MAX_DIGITS
from govdisclosure.reading.tables.figures_above import doubt_figures_above
from govdisclosure.reading.tables.further_columns import breaks_sum, doubt_rows_of_further_columns
from govdisclosure.reading.tables.layout import head_keys, rows_of_heads, spans_of_figures
from govdisclosure.reading.tables.lines import Line
from govdisclosure.reading.tables.mixed_styles import doubt_mixed_styles
from govdisclosure.reading.tables.pieces import is_bare
from govdisclosure.reading.tables.printed import below_sums, is_interrupted
from govdisclosure.reading.tables.rows import UNPLACED, Doubt, Row, doubt_places
from govdisclosure.vocabulary.fold import key
from govdisclosure.vocabulary.numerals import is_page_number

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from govdisclosure.reading.tables.aligned import Aligned
    from govdisclosure.reading.tables.alignment import Pair
    from govdisclosure.reading.tables.pieces import Piece
    from govdisclosure.reading.tables.printed import Printed


def doubt_rows(rows: Sequence[Row], table: Aligned) -> None:
    """Put rows in doubt, those of the pairs of the table in their order."""
    _tell_page_numbers(rows, table)
    _doubt_rows_of_others(rows, table)
    doubt_figures_above(rows, table)
    below = below_sums(table.pieces, table.pairs, table.cls)
    _doubt_rows_below_sums(rows, table, below)
    _doubt_rows_beside_groups(rows, table, has_own=bool(below))
    _doubt_rows_beside_glued_labels(rows, table)
    if not table.known.goes_on:
        _doubt_broken_figures(rows, table)
    else:
        _doubt_rows_above_lost_labels(rows, table.cls)
        _doubt_row_beside_head(rows, table)
        _name_words_within(rows, table)
    doubt_mixed_styles(rows, table)
    if not table.is_own:
        _doubt_row_begun_by_bar(rows, table.cls)
        _doubt_rows_that_end_in_their_sum(rows, table)
        _doubt_rows_between_bars(rows, table)
        doubt_rows_of_further_columns(rows, table)


def _tell_page_numbers(rows: Iterable[Row], table: Aligned) -> None:
    """Tell which rows can be the number of a page: 4 / 8, but not 4 | / | 8 |, nor below a row that lacks figures."""
    form, lacks = figure_rows(table.cls), False
    for row, pair in zip(rows, table.pairs, strict=True):
        line = table.pieces[pair.place].line
        assert isinstance(line, Line), "a row of text begins on a line"
        is_number = not row.label and not lacks and _counts_pages("".join(row.stated))
        row.is_page_number = is_number and is_bare(line) and bool(line.cells[-1])
        lacks = row.number is not None and len(row.stated) < len(form[row.number].paths)


def _counts_pages(text: str) -> bool:
    """Tell whether a text is the number of a page, from 1 to that of the last one: 4/8, but not 0/28."""
    if not is_page_number(text):
        return False
    numbers = [int(number) for number in re.findall(r"[0-9]+", text)]
    return 1 <= numbers[0] <= numbers[-1]


def in_one_style(rows: list[Row], cls: type[Table]) -> list[Row]:
    """Put rows in doubt of a table some of whose rows are written out and others filled up to the same width."""
    if any(row.number is not None and not row.is_placed for row in rows):
        # 四、结转下年度继续办理 |  |  | 5 |  |  |  |  | ||, the label of which stands in the first column by either
        begun = {number for number, spans in enumerate(spans_of_figures(cls)) if spans.label == 0}
        doubt_places(row for row in rows if row.number in begun)
    return rows


def _doubt_rows_of_others(rows: Iterable[Row], table: Aligned) -> None:
    """Put rows in doubt where figures, anywhere in the table, may not be those of the labels before them."""
    places = [pair.place for pair in table.pairs if pair.row >= 0]
    are_of_others = _are_numbered(table.pieces[place] for place in places) or _stand_column_by_column(
        table.pieces, places, table.printed.values(), table.cls
    )
    for row, pair in zip(rows, table.pairs, strict=True):
        if are_of_others:
            row.doubts |= UNPLACED
        # What an extractor has dropped can be a figure as well, also where the bars of a placed row lack.
        elif not table.is_whole and not (row.is_placed and _shows_all_cells(row, table.printed[pair])):
            row.doubts.add(Doubt.FIGURES)


def _shows_all_cells(row: Row, printed: Printed) -> bool:
    """Tell whether a row has a figure in each of its cells, or a bar behind each: 规章 | 3 | | |, unlike 行政许可 |."""
    return len(row.stated) == printed.width or sum(printed.sums) > printed.width


def _are_numbered(rows: Iterable[Piece]) -> bool:
    """Tell whether the last cells of rows count up: numbers of rows, each before the label of the next row."""
    last = chain.from_iterable(row.cells[-1:] for row in rows)
    # 12件 is no number of a row.
    numbers = [int(text) if is_figure(text) and text.isdecimal() else None for text in last]
    steps = [first is not None and second == first + 1 for first, second in pairwise(numbers)]
    return len(steps) >= LEAST_STEPS and sum(steps) * 2 > len(steps)


def _stand_column_by_column(
    pieces: Sequence[Piece], rows: Sequence[int], printed: Iterable[Printed], cls: type[Table]
) -> bool:
    """Tell whether heads of columns stand below the last row: the columns follow one another, that of labels first."""
    # Where each row has cells of its own, 其他 | 4 below them is of another table, such as one of channels.
    are_bare = any(not row.figures and sum(row.bars[0]) <= 1 for row in printed)
    below = pieces[rows[-1] + 1 :] if are_bare and cls.shape is not Shape.ROW else ()
    heads = head_keys(cls).difference(rows_of_heads(cls)[0])
    # 行政强制 / 行政事业性收费 | 6 / 本年处理决定数量 | 4; but what stands above all heads, some repeat below the rows.
    return any(key(text) in heads for piece in below for text in (piece.label, *piece.cells))


def _doubt_rows_below_sums(rows: Iterable[Row], table: Aligned, below: Collection[Pair]) -> None:
    """Put blank rows in doubt whose figures those can be that stand behind the label of their group, above theirs."""
    for row, pair in zip(rows, table.pairs, strict=True):
        # （三）不予公开 | 3 | 0 … / 1.属于国家秘密; with | | … behind it, its cells are blank
        if pair in below and not row.stated and not any(map(sum, table.pieces[pair.place].bars)):
            row.doubts |= UNPLACED


def _doubt_rows_beside_groups(rows: Iterable[Row], table: Aligned, *, has_own: bool) -> None:
    """Put rows in doubt whose figures stand beside the label of their group, where others have rows of their own."""
    beside: list[Row] = []
    for row, pair in zip(rows, table.pairs, strict=True):
        group, *cells = table.pieces[pair.place].line.stated or ("",)
        groups = figure_rows(table.cls)[pair.row].labels[1:-1]
        if key(group) in map(key, groups) and all(map(is_figure, cells)):
            # （三）不予公开 | 3 | 0 … / 1.属于国家秘密, and elsewhere （四）无法提供 / 1.本机关不掌握相关政府信息 | 0 …
            beside += [row] if cells else []
            has_own |= not cells
    for row in beside if has_own else ():
        row.doubts |= UNPLACED


def _doubt_broken_figures(rows: Iterable[Row], table: Aligned) -> None:
    """Put rows in doubt whose figures can go on below them, on a line of digits alone that is no row."""
    for (above, upper), (row, pair) in pairwise(zip(rows, table.pairs, strict=True)):
        is_beside = pair.place == upper.place + 1 and above.number is not None
        is_of_digits = row.number is None and not row.label and all(map(_is_of_digits, row.stated))
        # 3, the number of a page, has no bar behind it, and does not begin with a nought; nor has the row above it a
        # blank cell at its end, which could be where the figure stood: 行政规范性文件 | 2 | 1 | / 5.
        is_full = not above.is_placed or bool(above.cells[-1])
        is_bare = not any(map(sum, table.pieces[pair.place].bars[1:]))
        # 行政处罚 | 10 / 24: one digit alone is rather the number of a page, where no bar ends the row above it; so is
        # what stands below a row whose total is the sum of the others as it is.
        is_ended = any(table.pieces[upper.place].bars[-1]) or len(row.raw) == 1
        is_ended = is_ended or _completes_total(above, "", table.cls)
        is_number = is_full and is_bare and is_ended and row.raw.isdecimal() and not row.raw.startswith("0")
        is_number = is_number and not _completes_total(above, row.raw, table.cls)
        # 行政许可 | 4 | / 00 | |, which is 400
        if is_beside and is_of_digits and not is_number and len(row.stated) <= len(above.stated):
            above.doubts |= UNPLACED


def _completes_total(row: Row, digits: str, cls: type[Table]) -> bool:
    """Tell whether the total of a row of table III is the sum of the others with digits that stand below it, if any."""
    # 33 | 7 | 0 | 1 | 0 | 3 | 4, and below it 4
    if cls.shape is not Shape.COLUMNS or not row.is_placed:
        return False
    *parts, last = row.cells
    total = last + digits
    return all(map(_is_count, (*parts, total))) and int(total) == sum(map(int, parts))


def _is_of_digits(text: str) -> bool:
    return has_only_digits(text.replace(".", ""))


def _doubt_rows_beside_glued_labels(rows: Iterable[Row], table: Aligned) -> None:
    """Put rows in doubt that lack figures, where digits or a stroke stand on the label behind them."""
    for row, pair in zip(rows, table.pairs, strict=True):
        if row.number is None or len(row.stated) >= table.printed[pair].width:
            continue
        piece, below = table.pieces[pair.place], table.pieces[pair.place + 1 : pair.place + 2]
        # 行政许可 | 8第二十条第（六）项, or 行政处罚 | 1行政强制 | 0
        behind = [other.label for other in below if other.line is piece.line and other.label[:1].isdecimal()]
        strokes = [sign for other in below if other.line is piece.line and (sign := _stroke_before(other.label))]
        if behind:
            row.doubts |= UNPLACED
            row.cells += behind
        # — | — 2.重复申请: a stroke is a figure, and no part of a label.
        elif strokes:
            row.doubts.add(Doubt.PLACES)
            row.cells = [*row.stated, *strokes]


def _stroke_before(label: str) -> str | None:
    """Give the figure that stands before a label with a blank between them, or the stroke right on it; else None."""
    first, *words = label.split() or [""]
    # —2.重复申请; but 无法提供 is the label alone
    first = first if words or first.isalnum() else first[:1]
    return first if is_figure(first) else None


def _doubt_row_beside_head(rows: Iterable[Row], table: Aligned) -> None:
    """Put the row of table IV in doubt of which some figures stand on the line of a head, and others below it."""
    for row, pair in zip(rows, table.pairs, strict=True):
        # 总计: 46件, which can be one cell
        piece = table.pieces[pair.place]
        head, *beside = piece.line.stated
        if table.cls.shape is Shape.ROW and head == piece.label and 0 < len(beside) < len(piece.cells):
            row.cells = row.stated
            row.doubts |= UNPLACED


def _doubt_row_begun_by_bar(rows: Iterable[Row], cls: type[Table]) -> None:
    """Put the row of table IV in doubt that begins with its only blank cell, if sums tell that a bar opens it."""
    for row in rows if cls.shape is Shape.ROW else ():
        # Where other blank cells are printed, none is gone.
        blank = [place for place, text in enumerate(row.cells) if is_blank(text)]
        if blank == [0] and breaks_sum(row, row.cells, cls):
            # | 17 | 9 | 10 | 19 | 55 | …, where 55 is the sum of the others, and a blank cell behind is gone
            rest = row.cells[1:]
            others = ([*rest[:place], "", *rest[place:]] for place in range(1, len(row.cells)))
            if not all(breaks_sum(row, cells, cls) for cells in others):
                row.doubts.add(Doubt.PLACES)


def _doubt_rows_that_end_in_their_sum(rows: Iterable[Row], table: Aligned) -> None:
    """Put rows of table III in doubt whose total is blank, and whose last figure is the sum of those before it."""
    for row, pair in zip(rows, table.pairs, strict=True) if table.cls.shape is Shape.COLUMNS else ():
        # 8 | 4 | 3 | | 15, of which blank cells before the total can be gone; 8 | 4 | 3 | | 15 | | has all.
        lacks_total = row.is_placed and not row.cells[-1] and not table.styles.keep(table.printed[pair])
        if lacks_total and len(row.stated) > LEAST_ADDENDS and all(map(_is_count, row.stated)):
            *parts, last = map(int, row.stated)
            if sum(parts) == last > 0:
                row.doubts.add(Doubt.PLACES)


def _doubt_rows_between_bars(rows: Sequence[Row], table: Aligned) -> None:
    """Put rows of table II in doubt that bars open and close, beside others that no bar opens: neither is of a cell."""
    lines = [table.pieces[pair.place].line for pair in table.pairs]
    if table.cls.shape is not Shape.CAPTIONS or all(is_blank(line.cells[0]) for line in lines):
        return
    for row, line in zip(rows, lines, strict=True):
        # | 规章 | 22 | 235 |, where others are 行政许可 | 0: which of the three figures is not there, nobody knows.
        is_between_bars = line.stated == line.cells[1:-1]
        if is_between_bars and row.is_placed and not row.cells[-1]:
            row.doubts.add(Doubt.PLACES)


def _is_count(text: str) -> bool:
    # What has more digits is no count.
    return text.isdecimal() and len(text) <= MAX_DIGITS


def _name_words_within(rows: Sequence[Row], table: Aligned) -> None:
    """Name words that stand where a row goes on as its cell, with the figures behind them: 40 / 3 / 待核实."""
    by_place = {pair.place: row for row, pair in zip(rows, table.pairs, strict=True)}
    for row, pair in zip(rows, table.pairs, strict=True):
        if row.number is None or Doubt.FIGURES not in row.doubts:
            continue
        if not is_interrupted(table.pieces, pair.place, table.cls):
            continue
        behind = by_place.get(pair.place + 1)
        if behind is None:
            row.cells.append(table.pieces[pair.place + 1].label)
        else:
            behind.others.add(row.number)


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

"""Tables in lines of text: their rows, and the columns of the figures where every style of printing agrees."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from govdisclosure.form.figures import is_blank, is_figure
from govdisclosure.form.thresholds import LEAST_ROWS_OF_A_STYLE, NEARLY_ALL_OF_TEN
from govdisclosure.reading.labels import table_labels
from govdisclosure.reading.tables.aligned import Aligned
from govdisclosure.reading.tables.alignment import Pair, align, row_of
from govdisclosure.reading.tables.filled_spans import with_spans_as_one
from govdisclosure.reading.tables.further_columns import has_column_behind
from govdisclosure.reading.tables.grids import rows_of_grid
from govdisclosure.reading.tables.layout import are_spans_filled, spare_columns, width_of
from govdisclosure.reading.tables.lines import GridLine, Line
from govdisclosure.reading.tables.mixed_styles import told_by_gaps
from govdisclosure.reading.tables.other_columns import without_other_columns, without_row_numbers
from govdisclosure.reading.tables.parts import parts_of
from govdisclosure.reading.tables.pieces import (
    are_opened,
    are_spaced,
    have_broken_blanks,
    is_cell_a_line,
    joined,
    pieces_in_lines,
    texts_of,
    unit_of,
    with_blanks_whole,
)
from govdisclosure.reading.tables.printed import Printed, is_interrupted, printed_heads, printed_rows
from govdisclosure.reading.tables.rows import Doubt, Row
from govdisclosure.reading.tables.small_tables import row_in_pieces
from govdisclosure.reading.tables.styles import Known, Styles, styles_of
from govdisclosure.reading.tables.text_doubts import doubt_rows, in_one_style

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govdisclosure.model.structure import Table


def rows_of_lines(lines: Sequence[Line], cls: type[Table], *, own: bool) -> list[Row]:
    """
    Find the rows of figures in the lines of one table.

    Args:
        lines: The lines, a row or a cell each.
        cls: The table.
        own: Whether our writer wrote them: a row a line, a cell for every figure, or else for every column of the grid.
    """
    rules = [place for place, line in enumerate(lines) if line.is_rule]
    stated = _without_rules(lines, rules)
    width = width_of(cls)
    if own and all(len(line.cells) == width for line in stated):
        return rows_of_grid(list(map(_in_columns, stated)), cls)
    ruled = _below_rules(lines, rules)
    if ruled:
        return rows_of_grid(list(chain.from_iterable(map(without_other_columns, ruled))), cls)
    # In a table of Markdown, below whose heads a rule stands, each row has all its cells.
    is_filled = own or len(stated) < len(lines)
    in_parts = [_rows(part, cls, own=own, is_filled=is_filled, is_part=True) for part in parts_of(stated, cls)]
    if in_parts and all(sum(row.number is not None for row in part) >= LEAST_ROWS_OF_A_STYLE for part in in_parts):
        return [*chain.from_iterable(in_parts)]
    return _rows(stated, cls, own=own, is_filled=is_filled)


def _rows(stated: Sequence[Line], cls: type[Table], *, own: bool, is_filled: bool, is_part: bool = False) -> list[Row]:
    """
    Find the rows of figures in lines that are printed in one way.

    Args:
        stated: The lines, but for rules.
        cls: The table.
        own: Whether our writer wrote them.
        is_filled: Whether each row has all its cells.
        is_part: Whether they are a part of a table; it has no rows where the part is not in one style itself.
    """
    if have_broken_blanks(stated, cls):
        stated = with_blanks_whole(stated, cls)
    rows_end = not is_cell_a_line(stated)
    texts = joined(with_spans_as_one(texts_of(stated, cls, rows_end=rows_end), cls), cls, rows_end=rows_end)
    texts = without_row_numbers(texts, cls)
    unit = unit_of(texts, rows_end=rows_end)
    # 规章 || 1 || has as many bars as 规章 |  | 1 |  |, but a cell has two of them.
    written_out = _written_out(stated, cls) if unit == 1 else []
    if written_out and not _are_filled_up(stated):
        return in_one_style(rows_of_grid(list(map(_in_columns, written_out)), cls), cls)
    pieces = pieces_in_lines(texts, cls, unit=unit, rows_end=rows_end)
    pairs = align(pieces, cls)
    whole = row_in_pieces(pieces, pairs, cls)
    if whole is not None:
        return [whole]
    # Where no line stands there twice, an extractor has dropped those that stood there before.
    is_whole = rows_end or _repeats(stated)
    # Of a table with a row a line, a label alone is no row that the page has left short: 四、结转下年度继续办理 |
    enders = [pair for pair in pairs if is_whole and (not rows_end or pieces[pair.place].cells)]
    printed: Mapping[Pair, Printed] = printed_rows(pieces, pairs, cls, unit=unit, enders=enders)
    heads = list(printed_heads(texts, cls, unit=unit, above_cells=rows_end))
    known = _known(stated, cls, unit=unit, rows_end=rows_end, is_filled=is_filled)
    styles = styles_of(list(printed.values()), heads, known)
    if is_part and not _explain_nearly_all(styles, printed.values()):
        return []
    printed = told_by_gaps(printed, styles)
    table = Aligned(cls, stated, pieces, pairs, printed, heads, styles, known, is_own=own, is_whole=is_whole)
    rows = [_row(pair, table) for pair in pairs]
    doubt_rows(rows, table)
    return rows


def _explain_nearly_all(styles: Styles, printed: Iterable[Printed]) -> bool:
    """Tell whether styles can print the rows of a table that have figures, but for one in ten."""
    explained = [styles.explain(row) for row in printed if row.tells and row.figures]
    return sum(explained) * 10 >= len(explained) * NEARLY_ALL_OF_TEN


def _known(lines: Sequence[Line], cls: type[Table], *, unit: int, rows_end: bool, is_filled: bool) -> Known:
    """Give what is known of the style of a table before its rows are looked at."""
    return Known(
        kept=is_filled,
        barred=unit > 0,
        goes_on=not rows_end,
        apart=not rows_end or are_spaced(lines),
        may_open=not rows_end and _may_begin_with_bar(lines, cls),
        spare=spare_columns(cls),
        has_column_behind=has_column_behind(lines, cls),
    )


def _without_rules(lines: Sequence[Line], rules: Iterable[int]) -> list[Line]:
    """Leave out the rules of Markdown; a short one (|-|-|) is one only below the first line, with figures below it."""
    known = frozenset(rules)
    stated = [line for place, line in enumerate(lines) if place not in known]
    if known or len(lines) < 2 or not lines[1].is_dashes:
        return stated
    figures_below = any(any(map(is_figure, line.stated)) for line in lines[2:])
    return [*stated[:1], *stated[2:]] if figures_below else stated


def _below_rules(lines: Sequence[Line], rules: Iterable[int]) -> list[list[GridLine]]:
    """Give tables of Markdown within their outer bars, without their rules; none where no line is one."""
    rules = [place for place in rules if len(lines[place].cells) > 1]
    # A table begins with the line above its rule.
    begins = [0, *(rule - 1 for rule in rules[1:])]
    tables: list[list[GridLine]] = []
    for rule, begin, end in zip(rules, begins, [*begins[1:], len(lines)], strict=False):
        rows = lines[rule + 1 : end]
        # Where a rule stands between any two lines, it is none of Markdown.
        if not rows:
            return []
        # | | | |: where a table has no head, nothing stands above its rule.
        heads = [line for line in lines[begin:rule] if line.stated]
        cells = (Line(_within_bars_of(lines[rule], line), line.source) for line in chain(heads, rows))
        tables.append(list(map(_in_columns, cells)))
    return tables


def _within_bars_of(rule: Line, line: Line) -> tuple[str, ...]:
    """Give the cells of a line of a table of Markdown within its outer bars, which can be those of its rule."""
    # A caption between two tables has no bars.
    if len(line.cells) == 1:
        return line.cells + ("",) * (len(rule.stated) - 1)
    # |规章|0||3|, or 规章|0| |3
    if len(line.cells) == len(rule.cells):
        return line.cells[rule.filled[0] : rule.filled[-1] + 1]
    # 行政复议| 行政诉讼, a rule as narrow, and | | | 2| … of 15 cells, or 行政许可| : no span is written out.
    is_bare = len(rule.filled) == len(rule.cells)
    surplus = len(line.cells) - len(rule.cells)
    if is_bare and (surplus > len(("", "")) or (surplus < 0 and len(line.stated) == 1)):
        return line.cells
    # 规章|0||3|, or |规章|0||3: an outer bar is missing that the rule has, or the other way round
    return line.cells[not line.cells[0] : len(line.cells) - (not line.cells[-1])]


def _may_begin_with_bar(lines: Sequence[Line], cls: type[Table]) -> bool:
    """Tell whether a bar alone on a line stands before the first text that has one, or may have stood there."""
    # Where each cell has two bars, one bar alone is none.
    if all(len(line.cells) != len(("", "")) for line in lines):
        return False
    barred = next((line for line in lines if len(line.cells) > 1), lines[0])
    if not barred.stated:
        return len(barred.cells) == len(("", ""))
    # （本列数据的勾稽关系为：第 / 一项加第二项之和… |: what stands above the second part is not of the table.
    return table_labels(cls).exact(barred.stated[0]) is None


def _written_out(lines: Sequence[Line], cls: type[Table]) -> list[Line]:
    """
    Give lines within their outer bars, those that all have, if they are written out; else none.

    They have a cell for each column of the grid, all those with figures or several heads among them. What spans
    several columns stands in the first of them, or in each.
    """
    width = width_of(cls)
    if all(len(line.cells) < width for line in lines):
        return []
    opening = are_opened(lines)
    closing = all(is_blank(line.cells[-1]) for line in lines)
    inner = slice(1 if opening else 0, -1 if closing else None)
    outer = width + opening + closing
    if not any(len(line.cells) == outer for line in lines):
        return []
    # 信息内容 || 本年新制作数量 || 本年新公开数量, or 规章 | 3: a part that is printed otherwise
    others = (Line(line.cells[inner], line.source) for line in lines if len(line.cells) != outer)
    if any(len(line.stated) > 1 or any(map(is_figure, line.cells)) for line in others):
        return []
    within = [Line(line.cells[inner], line.source) for line in lines]
    heads = [line for line in within if not any(map(is_figure, line.cells))]
    are_filled = are_spans_filled(chain.from_iterable(line.cells for line in heads), cls)
    return within if are_filled or any(map(_has_gap, heads)) else []


def _are_filled_up(lines: Sequence[Line]) -> bool:
    """Tell whether bars fill rows of figures up, which have no blanks between them as those of cells do."""
    # 0 | 0 | 1 |  | 3 | |||||
    with_figures = [line for line in lines if any(map(is_figure, line.cells))]
    return are_spaced(lines) and any("" in line.raw[1:-1] for line in with_figures)


def _in_columns(line: Line) -> GridLine:
    """Give a line with a cell for each column of the grid as a row of one."""
    return GridLine(tuple(enumerate(line.cells)), len(line.cells), line.source)


def _has_gap(line: Line) -> bool:
    """Tell whether a blank cell stands between two others."""
    return bool(line.filled) and line.filled[-1] - line.filled[0] >= len(line.filled)


def _repeats(lines: Iterable[Line]) -> bool:
    """Tell whether some line stands there twice, be it one of bars."""
    telling = [line.cells for line in lines if line.stated or len(line.cells) > 1]
    return len(set(telling)) < len(telling)


def _row(pair: Pair, table: Aligned) -> Row:
    """Give a row with one cell for each column where all styles agree on these; else with what is stated."""
    piece = table.pieces[pair.place]
    row = row_of(pair, piece, table.cls, [*piece.cells])
    printed = table.printed.get(pair)
    if printed is None:
        return row
    if printed.is_final and table.styles.break_off(printed):
        row.doubts.add(Doubt.END)
    # 规章 | 000: as many noughts as cells can be nothing else.
    if "".join(row.cells) == "0" * printed.width and not (table.known.goes_on and _has_blanks_within(printed)):
        row.cells = ["0"] * printed.width
        return row
    columns = () if _is_blank(pair.place, printed, table) else table.styles.columns(printed)
    if columns is not None:
        texts = dict(zip(columns, row.cells, strict=True))
        row.cells = [texts.get(column, "") for column in range(printed.width)]
        return row
    row.doubts.add(Doubt.PLACES)
    if piece.glued or table.styles.lack(printed) or is_interrupted(table.pieces, pair.place, table.cls):
        row.doubts.add(Doubt.FIGURES)
    return row


def _has_blanks_within(row: Printed) -> bool:
    """Tell whether blank cells stand before or among the figures of a row, so that some can be those of the next."""
    *before, _ = row.sums
    # | | | | 000, or 0 | 0 || 0; but between all columns a blank one may stand. Below table IV, there is no other row.
    return row.labelled and row.width > 1 and (before[0] > row.width or max(before) > max(min(before), 1))


def _is_blank(place: int, printed: Printed, table: Aligned) -> bool:
    """Tell whether a row has a blank cell for each column, whatever its style, and right below it another label."""
    match = table_labels(table.cls).match
    # 政府集中采购 |  |, and below it 0.39元（含上年2件） |
    if printed.figures or any(match(piece.label) is None for piece in table.pieces[place + 1 : place + 2]):
        return False
    # 行政许可, and not 行政许可 见附件
    if not printed.sums[0] and table.has_figures_beside_labels:
        return True
    # 规章 |  |  |  |, or 规章 |  |  | where no bar stands behind the last cell of a row
    is_open = bool(table.styles.left) and not any(style.closing for style in table.styles.left)
    # Behind a label alone, the bar that opens the next row can stand as well.
    has_cells = len(printed.bars[0]) > max(printed.width - is_open, 1 + table.known.may_open)
    # In 行政许可 |  |, there can be a bar too many behind the label alone.
    is_blank = has_cells and (printed.width > 1 or table.styles.explain(printed))
    # 规章 | |||, filled up as 第二十条第（一）项 | ||| is: none of its cells is printed, so that none has a figure.
    return is_blank or table.styles.fill_up(printed)

"""Tables of text whose parts are printed in several styles: rows with blank cells that these put in other columns."""

from __future__ import annotations

from itertools import chain, groupby, pairwise, takewhile
from typing import TYPE_CHECKING

from attrs import evolve

from govdisclosure.form.figures import is_blank, is_figure
from govdisclosure.form.thresholds import LEAST_ROWS_OF_A_STYLE
from govdisclosure.model.structure import Shape
from govdisclosure.reading.tables.pieces import Piece, is_bare
from govdisclosure.reading.tables.rows import doubt_places
from govdisclosure.reading.tables.styles import every_style, without_glued

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from govdisclosure.reading.tables.aligned import Aligned
    from govdisclosure.reading.tables.alignment import Pair
    from govdisclosure.reading.tables.lines import Line
    from govdisclosure.reading.tables.printed import Printed
    from govdisclosure.reading.tables.rows import Row
    from govdisclosure.reading.tables.styles import Styles


def told_by_gaps(printed: Mapping[Pair, Printed], styles: Styles) -> Mapping[Pair, Printed]:
    """Give the rows of a table, those marked between others that tell how each part of it prints blank cells."""
    if not styles.may_trim():
        return printed
    rows = list(printed.values())
    gaps = [place for place, row in enumerate(rows) if styles.have_gap(row)]
    # 3 | 2 | ||||, between 3 | | 2 | ||| and | 2 | |||||: a part in which no blank cell is printed has more rows.
    near = ((above, below) for above, below in pairwise(gaps) if below - above <= LEAST_ROWS_OF_A_STYLE)
    between = set(chain.from_iterable(range(above + 1, below) for above, below in near))
    return {
        pair: evolve(row, between_gaps=True) if place in between else row
        for place, (pair, row) in enumerate(printed.items())
    }


def doubt_mixed_styles(rows: Sequence[Row], table: Aligned) -> None:
    """Put rows with blank cells in doubt where lines of a table, that is not our own, are printed in several styles."""
    left = {pair: row for pair, row in zip(table.pairs, rows, strict=True) if row.has_blanks}
    if table.is_own or not left:
        return
    if _are_printed_otherwise(table):
        strange = set(left)
    else:
        # | 规范性文件 | 350374 |, in a table that has a cell a line
        strange = {pair for pair, row in left.items() if _stands_on_line(row, table.pieces[pair.place])}
        explained = {place for place, row in enumerate(table.printed.values()) if table.styles.explain(row)}
        asked = {row for pair, row in table.printed.items() if pair in left and pair not in strange}
        strange |= _in_other_columns(table, explained, asked)
        strange |= _beside_odd_rows(table, explained) | _below_other_heads(table)
    doubt_places(row for pair, row in left.items() if pair in strange)


def _are_printed_otherwise(table: Aligned) -> bool:
    """Tell whether lines of a table show that others are printed in another style than they are."""
    # | | 12 | 8, of which the first bar is a blank cell or opens the row
    if table.cls.shape is Shape.ROW and _are_opened_at_times(table.lines):
        return True
    # 行政复议 | 行政诉讼 |, and below it 0   0 0 0 without bars
    return len({is_bare(line) for line in table.lines if line.stated and len(line.cells) > 1}) > 1


def _are_opened_at_times(lines: Iterable[Line]) -> bool:
    """Tell whether a bar opens some lines of heads and not others, so that the first bar of a row can be such a one."""
    heads = [line for line in lines if line.stated and not any(map(is_figure, line.stated))]
    # | 复议后起诉 |, below 结果维持 | 结果纠正 | 其他结果; several blank cells at the beginning have heads above them.
    opened = [is_blank(line.cells[0]) and not all(map(is_blank, line.cells[:2])) for line in heads]
    return any(opened) and not all(opened)


def _stands_on_line(row: Row, piece: Piece) -> bool:
    """Tell whether cells of a row stand beside each other, of a table with a cell a line, but not a bar for each."""
    # | 规范性文件 |  | 350374 |  | has them all, and a bar that opens it.
    if piece.wide is None:
        return False
    cells = len(piece.wide.cells) - is_blank(piece.wide.cells[0])
    return cells <= len(row.cells) + bool(row.label)


def _below_other_heads(table: Aligned) -> set[Pair]:
    """Give the first rows of a table some heads of which are printed in another style, up to one that is full."""
    if table.styles.explain_all(table.heads):
        return set()
    # Where all are of one width, one column more than the form has can stand before those of the figures.
    has_one_width = len({sum(head.sums) - head.spans.left for head in table.heads}) == 1
    if has_one_width and not any(map(table.styles.explain, table.heads)):
        return set()
    if table.cls.shape is Shape.CAPTIONS:
        # Heads stand between the rows.
        return set(table.printed)
    # | / 结果维持 | … 总计 ||||||, below 行政复议 | 行政诉讼 / ||||||||
    is_plain = {pair for pair, row in table.printed.items() if row.figures == row.width and table.styles.explain(row)}
    return set(takewhile(lambda pair: pair not in is_plain, table.printed))


def _in_other_columns(table: Aligned, explained: Collection[int], asked: Iterable[Printed]) -> set[Pair]:
    """
    Give the rows whose figures another style puts elsewhere, one that prints a part of the table with odd rows.

    Args:
        table: The table.
        explained: The places of the rows that its styles explain; the others are odd.
        asked: How the rows are printed that are asked about.
    """
    rows = list(table.printed.values())
    apart = frozenset(without_glued(rows))
    odd = {place for place, row in enumerate(rows) if row.tells and row in apart}.difference(explained)
    if not odd:
        return set()
    columns = {row: table.styles.columns(row) for row in asked}
    # Many rows are alike.
    usual, strange = {rows[place] for place in explained}, {rows[place] for place in odd}
    otherwise: set[int] = set()
    for style in every_style(rows, table.heads, table.known):
        # Heads above odd rows are of their part, and tell nothing of the others.
        is_for_all = all(map(style.explains, usual))
        if not is_for_all and not any(map(style.explains, strange)):
            continue
        fitting = filter(style.explains, columns)
        elsewhere = {row for row in fitting if style.columns_of(row) != columns[row]}
        # Most styles put figures nowhere else.
        if not elsewhere:
            continue
        places = [place for place, row in enumerate(rows) if style.explains(row)]
        for part in [places] if is_for_all else filter(odd.intersection, _parts(places)):
            # 3. | 0 | 0 | 0 | 0 | 0 | 0 ||| can be of both parts, be it a blank cell that ends it or one that is gone.
            if sum(rows[place].tells for place in part) >= LEAST_ROWS_OF_A_STYLE:
                otherwise.update(place for place in part if rows[place] in elsewhere)
    return {pair for place, pair in enumerate(table.printed) if place in otherwise}


def _beside_odd_rows(table: Aligned, explained: Collection[int]) -> set[Pair]:
    """Give the few rows that styles explain beside several others that they do not."""
    rows = list(table.printed.values())
    odd = [place for place in range(len(rows)) if place not in explained]
    # 规章312 |||| is printed in no style.
    apart = frozenset(without_glued(rows))
    several = [part for part in _parts(odd) if sum(rows[place] in apart for place in part) >= LEAST_ROWS_OF_A_STYLE]
    near = set(chain.from_iterable((part[0] - 1, part[-1] + 1) for part in several))
    # 四、结转下年度继续办理 |  | 0 |  |  |  |  |  | ||, below six rows in which no blank cell is printed
    few = [part for part in _parts(sorted(explained)) if len(part) < LEAST_ROWS_OF_A_STYLE and near.intersection(part)]
    beside = set(chain.from_iterable(few))
    return {pair for place, pair in enumerate(table.printed) if place in beside}


def _parts(places: Sequence[int]) -> list[list[int]]:
    """Part places, in their order, where they do not follow one another."""
    apart = groupby(enumerate(places), key=lambda numbered: numbered[1] - numbered[0])
    return [[place for _, place in group] for _, group in apart]

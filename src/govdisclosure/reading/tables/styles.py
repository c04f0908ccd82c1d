"""How a table in lines prints its cells: all styles that it can have, and where those that fit put the figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache
from itertools import accumulate, chain, pairwise, product
from typing import TYPE_CHECKING

from attrs import define, evolve, frozen

from govdisclosure.form.thresholds import MOST_PRINTED_ROWS, MOST_SURPLUSES
from govdisclosure.reading.tables.pieces import NO_CELL
from govdisclosure.vocabulary.memory import remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from govdisclosure.reading.tables.printed import Printed


class Blanks(Enum):
    """What becomes of blank cells."""

    KEPT = auto()
    """Each is printed."""
    TRIMMED = auto()
    """Those at the end of a row are not printed, the others are."""
    COLLAPSED = auto()
    """None is printed."""


@frozen(cache_hash=True)
class Style:
    """
    One way to print the cells of a table.

    Args:
        closing: Whether the last cell of a row has a bar behind it, too.
        more: With how many more bars than columns are left a row is filled up; None where it is not.
        opened: Whether a bar on a line of its own opens each row.
        beside: Whether the bars that fill a row up stand together with that of its last cell, or by themselves; None
            where bars do not stand apart from each other, so that nothing can be told of it.
        blanks: What becomes of blank cells.
        lead: How many cells that are none of the form stand before the first column of each row.
        behind: How many such cells stand behind the last column.
    """

    closing: bool
    more: int | None
    opened: bool
    beside: bool | None
    blanks: Blanks
    lead: int
    behind: int = 0

    def columns(self, row: Printed) -> tuple[int, ...] | None:
        """Give the column of each figure of a row; None where the style leaves them open, or cannot print it."""
        return self.columns_of(row) if self.explains(row) else None

    def columns_of(self, row: Printed) -> tuple[int, ...] | None:
        """Give the column of each figure of a row that the style can print; None where it leaves them open."""
        if self.blanks is Blanks.COLLAPSED:
            # A label alone can stand before blanks that are gone, or figures that are.
            is_open = row.figures + self.lead < row.width if row.figures else self.more is None
            # 规章 | B01 | 3 | 2 can be two figures of three.
            is_open |= row.has_words
            return None if is_open else tuple(range(row.width - row.figures, row.width))
        # 规章 | | 3 |: two bars behind the label, so one blank before the figure
        groups, sums = self._groups(row)
        columns = tuple(column - 1 - self.lead for column in accumulate(sums[:-1]))
        # What is not printed at the end can be figures as well as blanks. Where bars fill the row up, it is blanks; but
        # 3 | 2 | |||| can be of a part of the table in which no blank is printed, unlike 3 | | 2 | |||.
        has_gap = columns != tuple(range(len(columns))) or row.between_gaps
        filling = sum(groups[-1]) - self.closing if has_gap else 0
        is_short = columns[-1] + filling < row.width - 1 if columns else self.more is None
        is_open = self.blanks is Blanks.TRIMMED and is_short
        # 规章 | | 3 | 50% has more than figures.
        return None if is_open or max(columns, default=0) >= row.width > 0 else columns

    def reaches_end(self, row: Printed) -> bool:
        """Tell whether a row has a figure in the last column."""
        return sum(self._groups(row)[1][:-1]) == row.width + self.lead

    # Most rows are printed alike, in one table and in many.
    @remembered
    def explains(self, row: Printed) -> bool:
        """Tell whether a row can be printed so."""
        groups, sums = self._groups(row)
        cells, last = sums[:-1], sums[-1]
        if cells and (min(cells) < 1 or cells[0] <= self.lead):
            return False
        inside = sum(cells)
        if inside > row.width + self.lead + self.behind * row.may_exceed or self._lacks_opening(row):
            return False
        end = last
        if self.blanks is Blanks.KEPT:
            end += inside - row.width - (self.lead + self.behind) * (row.width > 0)
            return end in self._ends(row) and self._keeps(row, groups[-1], end)
        behind = groups[-1]
        if self.blanks is Blanks.TRIMMED and not row.labelled and not row.figures:
            # | / ||||||||||||||: of the row of table IV, a blank cell is left, since it has no label that could be
            behind, end = behind[1:], end - 1
        if self._are_apart(behind):
            return False
        if self.blanks is Blanks.COLLAPSED and cells != (1 + self.lead, *[1] * (row.width - 1))[: len(cells)]:
            return False
        gone = 0 if self.more is None else row.width - inside
        can_end = last - gone in self._ends(row) or (row.is_final and last == self.closing)
        return can_end and self._keeps(row, behind, end)

    def _keeps(self, row: Printed, groups: Sequence[int], end: int) -> bool:
        """Tell whether of the bars behind the last figure only those stand together that fill the row up."""
        if self.beside is None:
            return True
        filling = end - self.closing
        together = max(groups, default=0)
        if self.beside:
            return together == filling + 1
        # A row of blank cells alone, and one before whose columns others stand, can be filled up with more of these.
        can_be_apart = filling <= 1 or self.lead > 0 or (row.width > 0 and not row.figures)
        return together == filling or (together <= 1 and can_be_apart)

    def _are_apart(self, groups: Sequence[int]) -> bool:
        """Tell whether there are more groups of bars than that of the last cell and those that fill the row up."""
        # 3 | | | |||: each blank has its bar for itself, so that none has collapsed.
        return self.beside is False and len(groups) > len(("|", "|||"))

    def fills_up(self, row: Printed) -> bool:
        """Tell whether bars fill a row without figures up to its whole width, as they do where its cells are gone."""
        return row.sums[0] > row.width and evolve(self, beside=None, blanks=Blanks.COLLAPSED).explains(row)

    def lacks(self, row: Printed) -> bool:
        """Tell whether bars of a row are missing, in a table that fills rows up."""
        missing = sum(self._groups(row)[1]) - row.width - min(self._ends(row))
        return self.more is not None and missing < 0

    def breaks_off(self, row: Printed) -> bool:
        """Tell whether a row ends before its last column, or without the bar that ends all others."""
        # 四、结转下年度继续办理 | 0 | 0
        return sum(self._groups(row)[1]) < row.width + self.closing

    def _ends(self, row: Printed) -> list[int]:
        """Give how many bars can stand behind the last cell of a row."""
        last, left = int(self.closing), row.spans.left
        if row.width and self.blanks is not Blanks.COLLAPSED:
            # A blank before the first figure is one of the columns that the label spans: it does not fill up once more.
            left = max(left - self.lead, 0)
        ends = [last + self._filling(left)]
        if not row.width:
            # 申请人情况 spans the columns of the form, and leaves 备注 as well.
            ends.append(last + self._filling(left + self.behind))
        if row.is_final:
            # Only what fills up the last row of a table is left out.
            ends.append(last)
        if self.more and not row.spans.left:
            # A page in a layout table ends each line with a hundred bars, however wide its cells are.
            ends.append(last + self.more)
        if row.is_alone or (self.blanks is Blanks.TRIMMED and self.more is None and not row.figures):
            # 行政许可 |, since without a bar it would be no line of a table.
            ends.append(1)
        return ends

    def _filling(self, left: int) -> int:
        return left + self.more if left and self.more is not None else 0

    def _groups(self, row: Printed) -> tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]:
        """Give the bars behind the label and each figure, less those that end heads or open a row, and their sums."""
        groups = row.bars
        if self.opened and not row.is_final and groups[-1][-1:] == (1,):
            # 规章 | 3 | / |, on a line of its own: it opens the row behind.
            groups = (*groups[:-1], groups[-1][:-1])
        if not row.labelled:
            first = groups[0]
            if row.below is not None:
                first = (1, *self._behind_heads(first, row.below))
            if self.opened and first[1:] and first[-1] == 1:
                first = first[:-1]
            groups = (first, *groups[1:])
        return groups, row.sums if groups is row.bars else tuple(map(sum, groups))

    def _lacks_opening(self, row: Printed) -> bool:
        """Tell whether no bar opens the row of table IV, though one opens the heads above it."""
        # | / 结果维持 | … 总计 |||||| / 0 | 12 | …: what prints no bar there may print no blank cells, either.
        return self.opened and row.below is not None and not self._behind_heads(row.bars[0], row.below)

    def _behind_heads(self, bars: tuple[int, ...], left: int) -> tuple[int, ...]:
        """Give the bars behind those that end a row of heads which leaves so many columns."""
        ends = self.closing + self._filling(left)
        rest = list(bars)
        while rest and ends:
            counted = min(rest[0], ends)
            rest[0] -= counted
            ends -= counted
            rest = rest if rest[0] else rest[1:]
        return (*rest, -ends) if ends else tuple(rest)


@frozen(cache_hash=True)
class WrittenOut:
    """
    A way to print a table with a cell for each column of the grid: those that a span covers are blank.

    Args:
        closing: Whether the last cell of a row has a bar behind it, too.
        opened: Whether a bar on a line of its own opens each row.
        goes_on: Whether the blank cells before the label of the next row follow those of a row, on lines of their own.
        apart: Whether the bars of blank cells stand apart from each other.
        blanks: What becomes of blank cells of figures.
        filled: Whether bars that stand together fill a row up, in place of blank cells at its end.
    """

    closing: bool
    opened: bool
    goes_on: bool
    apart: bool
    blanks: Blanks
    filled: bool = False

    def columns(self, row: Printed) -> tuple[int, ...] | None:
        """Give the column of each figure of a row; None where the style leaves them open, or cannot print it."""
        return self.columns_of(row) if self.explains(row) else None

    def columns_of(self, row: Printed) -> tuple[int, ...] | None:
        """Give the column of each figure of a row that it can print; None where it leaves them open."""
        columns = tuple(row.spans.columns.index(place) for place in self._places(row)[:-1])
        is_open = self.blanks is Blanks.TRIMMED and columns[-1:] != (row.width - 1,)
        if self.filled:
            # 3 | 2 | |||||, as in Style: blank cells between these can be gone as well.
            is_whole = self._filling(row) <= 1 or row.between_gaps
            is_open &= 0 < len(columns) == columns[-1] + 1 and not is_whole
        return None if is_open else columns

    @remembered
    def explains(self, row: Printed) -> bool:
        """Tell whether a row can be printed so."""
        *places, end = self._places(row)
        in_order = all(first < second for first, second in pairwise([0, *places, end]))
        # 2.没有现成信息需要另行制作 | 3 |: no blank cells stand before it for those that reach down beside it.
        if row.is_at_edge and not self.goes_on:
            return False
        if self.apart and not self._are_apart(row):
            return False
        return in_order and set(places) <= set(row.spans.columns) and end in self._ends(row, places)

    def lacks(self, row: Printed) -> bool:
        """Tell whether bars of a row are missing."""
        return self.blanks is Blanks.KEPT and self.breaks_off(row)

    def breaks_off(self, row: Printed) -> bool:
        """Tell whether a row ends before its last column, or without the bar that ends all others."""
        return self._places(row)[-1] < row.spans.end

    def _are_apart(self, row: Printed) -> bool:
        """Tell whether bars stand apart from each other, but for those that fill the row up behind its last cell."""
        if max(chain.from_iterable(row.bars[:-1]), default=0) > 1:
            return False
        most = self._filling(row)
        if most <= 1:
            return True
        return self.filled and row.labelled and row.width > 0

    def _filling(self, row: Printed) -> int:
        return max(row.bars[-1], default=0)

    def _ends(self, row: Printed, places: Sequence[int]) -> set[int]:
        """Give where a row can end whose last figure stands in the last of these columns."""
        if self.blanks is Blanks.KEPT or self.filled:
            return {row.spans.end}
        # 行政许可 | 8 | | |, or without the blank cells below the head that spans three columns
        last = max(places, default=0)
        begins = next((column for column in row.spans.columns if column > last), row.spans.end)
        return {last + 1, begins}

    def _places(self, row: Printed) -> list[int]:
        """Give the columns of the figures, counted from the label, and where the row ends."""
        # The bar that opens the row of table IV stands behind the heads above it.
        before = self.opened and row.below is not None
        goes_on = (self.opened + self.goes_on * row.spans.reached) * (not row.is_final)
        *places, end = accumulate(row.sums, initial=-before)
        return [*places[1:], end - goes_on + (not self.closing)]


@define
class Styles:
    """The styles that explain most rows of a table."""

    left: Sequence[Style | WrittenOut]

    def columns(self, row: Printed) -> tuple[int, ...] | None:
        """Give the column of each figure of a row if all styles agree; else None."""
        if row.figures == row.width and not row.has_words and row.is_even:
            return tuple(range(row.width))
        answers = {style.columns(row) for style in self.left}
        return answers.pop() if len(answers) == 1 else None

    def have_gap(self, row: Printed) -> bool:
        """Tell whether a row has a blank cell before a figure by all styles."""
        columns = self.columns(row)
        return columns is not None and columns != tuple(range(len(columns)))

    def may_trim(self) -> bool:
        """Tell whether by one of the styles blank cells are printed but for those at the end of a row."""
        return any(style.blanks is Blanks.TRIMMED for style in self.left)

    def explain(self, row: Printed) -> bool:
        """Tell whether one of the styles can print a row."""
        return any(style.explains(row) for style in self.left)

    def explain_all(self, rows: Sequence[Printed]) -> bool:
        """Tell whether there are no rows, or one of the styles can print them all."""
        return not rows or any(all(map(style.explains, rows)) for style in self.left)

    def keep(self, row: Printed) -> bool:
        """Tell whether a row has each of its blank cells by every style."""
        return bool(self.left) and all(style.blanks is Blanks.KEPT and style.explains(row) for style in self.left)

    def fill_up(self, row: Printed) -> bool:
        """Tell whether bars fill a row without figures up to its whole width by every style."""
        return bool(self.left) and all(isinstance(style, Style) and style.fills_up(row) for style in self.left)

    def lack(self, row: Printed) -> bool:
        """Tell whether bars of a row are missing by every style."""
        return bool(self.left) and all(style.lacks(row) for style in self.left)

    def break_off(self, row: Printed) -> bool:
        """Tell whether a row ends too early by every style."""
        return bool(self.left) and all(style.breaks_off(row) for style in self.left)


@frozen
class Known:
    """
    What is known of how a table prints its cells, before its rows are looked at.

    Args:
        kept: Whether blank cells are printed for sure.
        barred: Whether cells have bars.
        goes_on: Whether a row goes on below its line.
        apart: Whether the bars of blank cells stand apart from each other.
        may_open: Whether a bar on a line of its own may open each row.
        spare: How many columns the table can be narrower than the form.
        has_column_behind: Whether a head tells of a column behind those of the form, and none of one before them.
    """

    kept: bool
    barred: bool
    goes_on: bool
    apart: bool
    may_open: bool
    spare: int
    has_column_behind: bool = False


def styles_of(rows: Sequence[Printed], heads: Sequence[Printed], known: Known) -> Styles:
    """
    Give the styles that explain most rows of a table.

    Args:
        rows: Its rows of figures.
        heads: Its rows of heads, which have no blanks.
        known: What is known of the table besides.
    """
    telling = [row for row in without_glued(rows) if row.tells] or rows
    counts = dict(Counter([*telling, *heads]).most_common(MOST_PRINTED_ROWS))
    styles = (style for style in _styles(rows, counts, known) if _can_fill(style, telling))
    best = _best(styles, counts)
    left = [style for style in best if _is_founded(style, telling)]
    # That blanks are left out at the end need not be thought of where all rows are as long as they should be.
    are_kept = any(style.blanks is Blanks.KEPT for style in left)
    return Styles([style for style in left if not (are_kept and style.blanks is Blanks.TRIMMED)])


def without_glued(rows: Sequence[Printed]) -> list[Printed]:
    """Leave out rows whose label and figures are one cell: 规章312 |, and beside such a row 行政许可 |, with blanks."""
    apart = [row for row in rows if not row.is_glued]
    return [row for row in apart if not row.is_one_cell] if len(apart) < len(rows) else apart


def every_style(rows: Sequence[Printed], heads: Sequence[Printed], known: Known) -> Sequence[Style | WrittenOut]:
    """Give every style that a part of a table can have, also those in which a bar opens rows only there."""
    return _styles(rows, Counter([*rows, *heads]), evolve(known, may_open=known.goes_on))


def _can_fill(style: Style | WrittenOut, rows: Iterable[Printed]) -> bool:
    """Tell whether bars can fill rows up by a style: if others are written out, it prints all of them."""
    # 0 | 0 |  | 78 | |||, of which ||| fills up what its label spans, below rows that have a cell for that
    if not isinstance(style, WrittenOut) or not style.filled:
        return True
    return all(map(style.explains, rows))


def _is_founded(style: Style | WrittenOut, rows: Iterable[Printed]) -> bool:
    """
    Tell whether the cells that a style has before the first column can be no cells of the form.

    Where no row has a figure in the last column, the first column may be blank in all rows instead.
    """
    # 规章 | | 3 | 4 ||
    if isinstance(style, WrittenOut) or not style.lead or style.blanks is not Blanks.TRIMMED:
        return True
    return any(style.explains(row) and style.reaches_end(row) for row in rows)


def _best(styles: Iterable[Style | WrittenOut], counts: Mapping[Printed, int]) -> list[Style | WrittenOut]:
    """Give the styles that explain most rows; none where that is not half of them, so that nobody knows the style."""
    unexplained = {style: _unexplained(style, counts) for style in styles}
    fewest = min(unexplained.values(), default=0)
    best = [style for style, count in unexplained.items() if count == fewest]
    return best if fewest <= sum(counts.values()) // 2 else []


def _unexplained(style: Style | WrittenOut, counts: Mapping[Printed, int]) -> int:
    """Count the rows that a style does not explain."""
    return sum(count for row, count in counts.items() if not style.explains(row))


def _styles(rows: Sequence[Printed], counts: Mapping[Printed, int], known: Known) -> Sequence[Style | WrittenOut]:
    """Give every style that a table can have."""
    leads = [row.sums[0] - 1 for row in rows if row.figures and row.labelled and NO_CELL not in row.bars[0]]
    most = max(min(leads, default=0), 0) * (not known.has_column_behind)
    widest = max((row.width for row in rows), default=0)
    # 规章 | | | 3 |: the first blank stands before the columns, or both are cells of the form.
    before = (0, *range(max(most - widest, 1), most + 1))
    # 规章 | | 3 | |: or a column stands behind that the form has not (备注).
    # In table IV, the one bar more is that which opens its row, unless a head stands above it.
    may_exceed = any(row.may_exceed or row.labelled for row in rows)
    around = [*product(before, (0,)), *product(before[: max(most, 1)] if may_exceed else (), (1,))]
    return _every_style(tuple(_surpluses(counts, known.spare)), tuple(around), known)


@lru_cache(maxsize=64)
def _every_style(
    surpluses: Sequence[int | None], around: Sequence[tuple[int, int]], known: Known
) -> Sequence[Style | WrittenOut]:
    """
    Give every style with these surpluses, and so many cells before and behind those of the form.

    It is remembered, since many tables are printed alike.
    """
    styles: list[Style | WrittenOut] = []
    # 行政许可 | 8 ends without a bar only where rows are not filled up.
    ends = [(True, more) for more in surpluses] + [(False, None)] * known.barred
    openings = (True, False) if known.may_open else (False,)
    beside = (False, True) if known.apart else (None,)
    blanks = (Blanks.KEPT,) if known.kept else tuple(Blanks)
    for (closing, more), opened, together, kind, (lead, behind) in product(ends, openings, beside, blanks, around):
        # Rows that are not filled up have no bars that do so; where those stand by themselves, they tell blanks gone.
        if (more is None and together) or (more is not None and kind is Blanks.TRIMMED and not known.apart):
            continue
        if not behind or kind is Blanks.KEPT:
            styles.append(Style(closing, more, opened, together, kind, lead, behind))
    closings = {closing for closing, _ in ends}
    written = [kind for kind in blanks if kind is not Blanks.COLLAPSED]
    for closing, opened, kind, is_filled in product(closings, openings, written, (False, True)):
        if kind is Blanks.TRIMMED or not is_filled:
            styles.append(WrittenOut(closing, opened, known.goes_on, known.apart, kind, is_filled))
    return tuple(styles)


def _surpluses(rows: Mapping[Printed, int], spare: int) -> list[int | None]:
    """Give with how many bars beyond the width of the form its rows may be filled up; None for not at all."""
    seen: Counter[int] = Counter()
    for row, count in rows.items():
        surplus = sum(row.sums) - row.width - row.spans.left
        for each in range(max(surplus - 2, -spare), surplus + 1) if row.spans.left else ():
            seen[each] += count
    return [None, *sorted(more for more, _ in seen.most_common(MOST_SURPLUSES))]

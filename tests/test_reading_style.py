"""Styles of printing the cells of a table: which rows each can print, and in which columns it puts their figures."""

from __future__ import annotations

from typing import Final

import pytest
from attrs import evolve

from govdisclosure.reading.tables.layout import Spans
from govdisclosure.reading.tables.pieces import NO_CELL
from govdisclosure.reading.tables.printed import Printed
from govdisclosure.reading.tables.styles import Blanks, Known, Style, Styles, WrittenOut, styles_of

CLOSED: Final = Style(closing=True, more=None, opened=False, beside=None, blanks=Blanks.KEPT, lead=0)
"""规章 | 0 |  | 0 |"""
SHORT: Final = evolve(CLOSED, closing=False)
"""规章 | 0 |  | 0"""
OPENED: Final = evolve(CLOSED, opened=True)
"""| / 规章 | 0 |  | 0 |"""
PADDED: Final = evolve(CLOSED, more=0)
"""行政许可 | 8 |||, as wide as the table"""
APART: Final = evolve(PADDED, beside=False)
"""行政许可 | 8 | ||"""
TRIMMED: Final = evolve(CLOSED, blanks=Blanks.TRIMMED)
"""规章 | 0 |"""
COLLAPSED: Final = evolve(CLOSED, blanks=Blanks.COLLAPSED)
"""规章 | 0 | 0 |"""
WRITTEN: Final = WrittenOut(closing=True, opened=False, goes_on=False, apart=False, blanks=Blanks.KEPT)
"""行政许可 | 8 |  |  |, with a cell for each column of the grid"""

FULL: Final = (0, 1, 2)

LINES: Final = Known(kept=False, barred=True, goes_on=False, apart=False, may_open=False, spare=0)
"""What is known of a table whose rows are lines with bars."""


def row(text: str, width: int = 3, left: int = 0, columns: tuple[int, ...] = (), end: int = 0) -> Printed:
    """
    Give a row of a table as it is printed.

    Args:
        text: Its label and its figures, and the bars behind them; blanks keep groups of bars apart.
        width: How many figures it has on the form.
        left: How many columns of the grid its cells leave.
        columns: Those in which its figures begin on the form, if not one after another.
        end: Where the grid ends, if not behind the last of them.
    """
    bars: list[list[int]] = []
    for word in text.split():
        if word.strip("|"):
            bars.append([])
        else:
            bars[-1].append(len(word))
    begun = columns or tuple(range(1, width + 1))
    spans = Spans(left, begun, end or width + 1, begin=0, reached=0, label=0, is_wide=bool(columns))
    return Printed(width, spans, tuple(map(tuple, bars)))


def head(text: str, left: int) -> Printed:
    """Give a row of heads."""
    return row(text, width=0, left=left)


def below_heads(text: str, left: int) -> Printed:
    """Give the row of table IV, whose figures stand behind a head; the heads above it leave so many columns."""
    return evolve(row(text), labelled=False, below=left)


def test_the_bars_before_a_figure_tell_its_column() -> None:
    """Each blank before it has one."""
    assert CLOSED.columns(row("规章 | | 3 | 4 |")) == (1, 2)
    assert CLOSED.columns(row("规章 | 3 || 4 |")) == (0, 2)
    assert CLOSED.columns(row("规章 | 3 | | |")) == (0,)
    assert CLOSED.columns(row("规章 | 3 |")) is None


def test_a_row_with_words_in_its_cells_tells_nothing_of_the_style_nor_does_a_damaged_one() -> None:
    """What stands in a cell may be of its label."""
    printed = row("规章 | 3 | 4 | 5 |")

    assert printed.tells
    assert not evolve(printed, has_words=True).tells
    assert not evolve(printed, is_like=False).tells


def test_where_blanks_are_gone_only_a_row_with_all_its_figures_is_sure() -> None:
    """Also a label alone can stand before figures that are gone, unless bars fill its row up."""
    assert COLLAPSED.columns(row("规章 | 3 | 4 | 5 |")) == FULL
    assert COLLAPSED.columns(row("规章 | 3 | 4 |")) is None
    assert COLLAPSED.columns(evolve(row("规章 | 3 | 4 | 5 |"), has_words=True)) is None
    assert COLLAPSED.columns(row("规章 |")) is None
    assert evolve(COLLAPSED, more=0).columns(row("规章 ||||")) == ()
    assert evolve(COLLAPSED, lead=1).columns(row("规章 | | 4 | 5 |")) == (1, 2)


def test_figures_without_a_bar_between_them_are_of_no_style() -> None:
    """They would be of one column, though the row has as many bars as it should have."""
    assert CLOSED.columns(row("规章 || 1 2 | 3 |")) is None
    assert WRITTEN.columns(row("规章 || 1 2 | |")) is None


def test_a_figure_is_never_in_a_column_before_those_of_the_form() -> None:
    """Not in the cell that stands before these in each row."""
    led = evolve(CLOSED, lead=1)

    assert led.columns(row("规章 | | 3 | | 4 |")) == (0, 2)
    assert led.columns(row("规章 | 3 | | 4 | 5 |")) is None


def test_a_row_with_more_figures_than_columns_has_none_that_is_sure() -> None:
    """Though a style with a column behind those of the form can print it, if the last figure is none of these."""
    noted = evolve(CLOSED, behind=1)
    longer = row("规章 | 3 | 4 | 5 | 50% |")

    assert not noted.explains(longer)
    assert noted.explains(evolve(longer, may_exceed=True))
    assert noted.columns(evolve(longer, may_exceed=True)) is None


def test_a_row_between_two_with_a_gap_is_filled_up_as_these_are() -> None:
    """Where blank cells are printed but for those at the end; not where one stands before the columns in each row."""
    filled = evolve(APART, blanks=Blanks.TRIMMED)
    between = evolve(row("规章 | 3 | ||"), between_gaps=True)

    assert filled.columns(between) == (0,)
    assert filled.columns(row("规章 | 3 | ||")) is None
    assert evolve(filled, lead=1).columns(evolve(row("规章 | | 3 | ||"), between_gaps=True)) is None
    assert TRIMMED.columns(evolve(row("规章 | 3 |"), between_gaps=True)) is None


def test_of_the_blank_row_of_table_iv_a_cell_is_left() -> None:
    """It has no label that could be; bars beside it or below fill the row up. Where no blank is printed, no cell is."""
    trimmed, collapsed = (evolve(APART, blanks=blanks) for blanks in (Blanks.TRIMMED, Blanks.COLLAPSED))

    assert trimmed.columns(below_heads("总计 | | ||", 0)) == ()
    assert trimmed.columns(below_heads("总计 | |||", 0)) is None
    assert collapsed.columns(below_heads("总计 | |||", 0)) == ()
    assert collapsed.columns(below_heads("总计 | | ||", 0)) is None
    assert evolve(trimmed, beside=True).columns(below_heads("总计 | |||", 0)) == ()
    assert not trimmed.explains(below_heads("总计 | | | ||", 0))


def test_where_blanks_at_the_end_are_gone_a_row_that_ends_early_is_open() -> None:
    """What is not printed can be figures as well, unless bars fill the row up behind a blank that is there."""
    filled = evolve(APART, blanks=Blanks.TRIMMED)

    assert TRIMMED.columns(row("规章 | 3 |")) is None
    assert TRIMMED.columns(row("规章 | | | 3 |")) == (2,)
    assert filled.columns(row("规章 | | 3 | |")) == (1,)
    assert filled.columns(row("规章 | 3 | ||")) is None
    assert TRIMMED.explains(row("规章 | 3 |"))
    assert TRIMMED.columns(row("规章 |")) is None
    assert filled.columns(row("规章 | |||")) == ()


def test_only_the_last_row_of_a_table_need_not_be_filled_up() -> None:
    """What fills it up is at the end of the table."""
    filled = evolve(APART, blanks=Blanks.TRIMMED)
    last = evolve(row("规章 | 3 |"), is_final=True)

    assert filled.explains(last)
    assert not filled.explains(row("规章 | 3 |"))


def test_bars_that_fill_a_row_up_stand_together() -> None:
    """By themselves, or with that of the last cell."""
    together, apart, each = row("许可 | 8 |||", 1, 2), row("许可 | 8 | ||", 1, 2), row("许可 | 8 | | |", 1, 2)

    assert list(map(evolve(PADDED, beside=True).explains, (together, apart, each))) == [True, False, False]
    assert list(map(APART.explains, (together, apart, each))) == [False, True, False]
    assert list(map(PADDED.explains, (together, apart, each))) == [True, True, True]


def test_bars_stand_each_apart_where_cells_can_stand_in_their_place() -> None:
    """Blank cells fill up a row of blanks alone, and one before whose columns others stand; not one of heads."""
    led = evolve(APART, lead=1)

    assert APART.explains(row("规章 | 3 | 4 | 5 |"))
    assert APART.explains(row("许可 | | | | |", 1, 3))
    assert not APART.explains(head("申请人情况 | | | |", 3))
    assert led.explains(row("许可 | | 8 | | |", 1, 3))
    assert not led.explains(row("许可 | | 8 | || ||", 1, 5))


def test_bars_that_stand_apart_are_of_blanks_and_not_of_what_fills_a_row_up() -> None:
    """Where bars of a table stand apart from each other; where they do not, nothing can be told of it."""
    filled = evolve(COLLAPSED, more=0)

    assert filled.explains(row("规章 | 3 | | |"))
    assert not evolve(filled, beside=False).explains(row("规章 | 3 | | |"))
    assert evolve(filled, beside=False).explains(row("规章 | 3 | ||"))


def test_a_row_lacks_bars_only_where_rows_are_filled_up() -> None:
    """Elsewhere it may end early."""
    assert PADDED.lacks(row("规章 | 3 |"))
    assert not PADDED.lacks(row("规章 | 3 | 4 | 5 |"))
    assert not CLOSED.lacks(row("规章 | 3 |"))


def test_a_blank_before_the_columns_is_one_that_the_label_spans() -> None:
    """It does not fill up the row once more; heads have none."""
    led = evolve(PADDED, lead=1)

    assert led.explains(row("许可 | | 8 ||", 1, 2))
    assert not led.explains(row("许可 | | 8 |||", 1, 2))
    assert led.explains(head("申请人情况 |||", 2))
    assert evolve(led, blanks=Blanks.COLLAPSED).explains(row("许可 | | 8 ||", 1, 2))


def test_only_a_head_that_spans_the_columns_leaves_the_one_behind_them_too() -> None:
    """申请人情况 leaves that of 备注, which rows of figures have."""
    noted = evolve(PADDED, behind=1)

    assert noted.explains(head("申请人情况 | |||", 2))
    assert noted.explains(row("规章 | 3 | 4 | 5 | |"))
    assert not noted.explains(row("规章 | 3 | 4 | 5 | ||"))


def test_rows_filled_up_beyond_the_table_end_so_however_wide_they_are() -> None:
    """With the same bars more, or with none where the row is as wide as the table."""
    further = evolve(PADDED, more=2)

    assert further.explains(row("规章 | 3 | 4 | 5 |||"))
    assert further.explains(row("规章 | 3 | 4 | 5 |"))
    assert further.explains(row("许可 | 8 |||||", 1, 2))
    assert not further.explains(row("许可 | 8 |||", 1, 2))


def test_what_is_one_cell_alone_has_a_bar_where_others_have_none_at_their_end() -> None:
    """Without it, it would be no line of a table: a caption, or a row whose blanks are gone."""
    short = evolve(SHORT, blanks=Blanks.TRIMMED)

    assert SHORT.explains(evolve(head("申请人情况 |", 0), is_alone=True))
    assert not SHORT.explains(head("申请人情况 |", 0))
    assert short.explains(row("规章 |"))
    assert not short.explains(row("规章 | 3 |"))
    assert not SHORT.explains(row("规章 ||||"))
    assert not evolve(PADDED, blanks=Blanks.TRIMMED).explains(row("许可 ||", 1, 2))
    assert SHORT.explains(row("许可 | 8", 1, 2))


def test_only_a_bar_by_itself_opens_the_next_row() -> None:
    """Two that stand together behind a row are none; behind the last row of a table there is none."""
    assert OPENED.explains(row("规章 | 3 | 4 | 5 | |"))
    assert not OPENED.explains(row("规章 | 3 | 4 | 5 | ||"))
    assert not OPENED.explains(row("规章 | 3 | 4 | 5 ||"))
    assert OPENED.explains(evolve(row("规章 | 3 | 4 | 5 |"), is_final=True))


def test_the_bar_that_opens_a_row_without_a_label_is_of_no_cell() -> None:
    """Where it stands alone, it is the bar of the blank label."""
    for text in ("x | 3 | 4 | 5 | |", "x | | 3 | 4 | 5 | |"):
        assert OPENED.columns(evolve(row(text), labelled=False)) == FULL
    assert OPENED.columns(row("规章 | | 3 | 4 | 5 | |")) is None
    assert OPENED.columns(evolve(row("x | || 3 | 4 | 5 | |"), labelled=False)) is None
    assert CLOSED.columns(evolve(row("x | | 3 | 4 |"), labelled=False)) == (1, 2)


def test_the_row_of_table_iv_begins_behind_the_bars_of_its_heads() -> None:
    """They are filled up, too; what is too few of them is no row."""
    assert PADDED.columns(below_heads("总计 | || | 3 | 4 |", 2)) == (1, 2)
    assert PADDED.columns(below_heads("总计 |||| 3 | 4 |", 2)) == (1, 2)
    assert PADDED.columns(below_heads("总计 | || 3 | 4 | 5 |", 2)) == FULL
    assert PADDED.columns(below_heads("总计 | 3 | 4 | 5 |", 2)) is None


def test_where_a_bar_opens_rows_one_opens_that_of_table_iv() -> None:
    """What prints none there may print no blank cells, either."""
    assert OPENED.columns(below_heads("总计 | | 3 | 4 | 5 | |", 0)) == FULL
    assert OPENED.columns(below_heads("总计 | 3 | 4 | 5 | |", 0)) is None
    assert CLOSED.columns(below_heads("总计 | 3 | 4 | 5 |", 0)) == FULL


def test_with_a_cell_for_each_column_of_the_grid_figures_stand_where_their_spans_begin() -> None:
    """The others are blank."""
    wide = row("许可 | 3 | | 4 |", 2, columns=(1, 3), end=4)

    assert WRITTEN.columns(row("规章 | | 3 | |")) == (1,)
    assert WRITTEN.columns(wide) == (0, 1)
    assert WRITTEN.columns(row("许可 | 3 | 4 | |", 2, columns=(1, 3), end=4)) is None
    assert WRITTEN.columns(row("规章 | 3 |")) is None


def test_with_a_cell_for_each_column_a_row_that_ends_early_is_open() -> None:
    """It ends behind its last figure, or before the next one would begin."""
    trimmed = evolve(WRITTEN, blanks=Blanks.TRIMMED)

    assert trimmed.columns(row("规章 | | 3 |")) is None
    assert trimmed.columns(row("规章 | | | 3 |")) == (2,)
    assert [trimmed.explains(row(f"许可 | 3 {bars}", 2, columns=(1, 4), end=5)) for bars in ("|", "||", "|||")] == [
        True,
        False,
        True,
    ]


def test_with_a_cell_for_each_column_bars_that_stand_apart_never_stand_together() -> None:
    """Each blank cell has its own."""
    apart = evolve(WRITTEN, apart=True)

    assert WRITTEN.columns(row("规章 | 3 || 4 |")) == (0, 2)
    assert apart.columns(row("规章 | 3 || 4 |")) is None
    assert apart.columns(row("规章 | 3 | | 4 |")) == (0, 2)


def test_with_a_cell_for_each_column_a_row_that_is_a_line_begins_with_blank_ones_below_a_label() -> None:
    """With a cell a line, these are counted behind the row above."""
    at_edge = evolve(row("规章 | 3 | 4 | 5 |"), is_at_edge=True)

    assert not WRITTEN.explains(at_edge)
    assert evolve(WRITTEN, goes_on=True).explains(at_edge)


def test_with_a_cell_for_each_column_bars_that_stand_together_can_fill_a_row_up() -> None:
    """In place of blank cells at its end: behind the last figure, or behind the blank cells that the label spans."""
    filled = evolve(WRITTEN, apart=True, blanks=Blanks.TRIMMED, filled=True)
    below, beside = (row(text, columns=(3, 4, 5), end=6) for text in ("规章 | | | |||", "规章 | | ||||"))

    assert filled.columns(row("规章 | |||")) == ()
    assert filled.columns(row("规章 ||||")) == ()
    assert filled.columns(row("规章 | | | |")) == ()
    assert filled.columns(below) == ()
    assert filled.columns(beside) == ()
    assert filled.columns(row("规章 | | 3 | |")) == (1,)
    assert filled.columns(row("规章 | | 3 ||")) == (1,)
    assert filled.columns(row("规章 | 3 | 4 | 5 |")) == FULL


def test_with_a_cell_for_each_column_bars_that_fill_a_row_up_leave_it_open_unless_it_has_a_gap() -> None:
    """3 | ||: nobody knows whether a blank cell before a figure would have been printed; rows around it can tell."""
    filled = evolve(WRITTEN, apart=True, blanks=Blanks.TRIMMED, filled=True)

    assert filled.columns(row("规章 | 3 | ||")) is None
    assert filled.columns(evolve(row("规章 | 3 | ||"), between_gaps=True)) == (0,)
    assert filled.columns(row("规章 | 3 | | |")) == (0,)


@pytest.mark.parametrize("text", ["规章 || 3 | 4 |", "规章 | 3 | | ||", "规章 | || ||", "规章 | 3 |", "规章 | 3 | |||"])
def test_with_a_cell_for_each_column_no_other_bars_stand_together(text: str) -> None:
    """Not before a figure, behind another blank cell or twice; nor do too few fill a row up, or too many."""
    filled = evolve(WRITTEN, apart=True, blanks=Blanks.TRIMMED, filled=True)

    assert not filled.explains(row(text))


def test_with_a_cell_for_each_column_bars_fill_up_rows_with_labels() -> None:
    """Heads have all their cells, and so has the row of table IV."""
    filled = evolve(WRITTEN, apart=True, blanks=Blanks.TRIMMED, filled=True)

    assert not filled.explains(head("信息内容 ||||", 3))
    assert not filled.explains(below_heads("总计 | |||", 0))


def test_with_a_cell_for_each_column_only_rows_that_keep_their_blanks_lack_bars() -> None:
    """Those that leave them out may end early."""
    assert WRITTEN.lacks(row("规章 | 3 |"))
    assert not WRITTEN.lacks(row("规章 | 3 | 4 | 5 |"))
    assert not evolve(WRITTEN, blanks=Blanks.TRIMMED).lacks(row("规章 | 3 |"))


def test_with_a_cell_for_each_column_a_bar_may_open_rows_too() -> None:
    """It stands behind the heads above the row of table IV, behind any other row before the next."""
    opened = evolve(WRITTEN, opened=True)
    below_a_span = row("规章 | 3 | 4 | 5 | |")
    below_a_span = evolve(below_a_span, spans=evolve(below_a_span.spans, reached=1))

    assert opened.columns(below_heads("总计 | | 3 | 4 | 5 | |", 0)) == FULL
    assert opened.columns(row("规章 | 3 | 4 | 5 | |")) == FULL
    assert WRITTEN.columns(below_heads("总计 | 3 | 4 | 5 |", 0)) == FULL
    assert evolve(WRITTEN, goes_on=True).columns(below_a_span) == FULL
    assert WRITTEN.columns(below_a_span) is None


@pytest.mark.parametrize(
    ("printed", "columns"),
    [
        (row("规章 | 3 | 4 | 5 ||"), FULL),
        (below_heads("总计 ||| 3 | 4 | 5 |", 0), FULL),
        (row("规章 | 3 | 4 |"), None),
        (row("规章 | 3 || 4 | 5 |"), None),
        (evolve(row("规章 | 3 | 4 | 5 |"), has_words=True), None),
    ],
)
def test_a_row_with_a_cell_for_each_column_is_sure_in_every_style(
    printed: Printed, columns: tuple[int, ...] | None
) -> None:
    """Also where none is known; no other row is."""
    assert Styles([]).columns(printed) == columns


def test_columns_are_sure_where_all_styles_agree() -> None:
    """What one of them leaves open is open."""
    assert Styles([CLOSED, TRIMMED]).columns(row("规章 | | 3 | 4 |")) == (1, 2)
    assert Styles([CLOSED, COLLAPSED]).columns(row("规章 | | 3 | 4 |")) is None


def test_rows_are_explained_together_by_one_style_for_all_of_them() -> None:
    """That each has one of its own is not enough; no rows need none."""
    kept, gone = row("规章 | | | 3 |"), row("规章 | 3 | 4 |")

    assert Styles([CLOSED, COLLAPSED]).explain_all([kept])
    assert Styles([CLOSED, COLLAPSED]).explain_all([gone])
    assert not Styles([CLOSED, COLLAPSED]).explain_all([kept, gone])
    assert Styles([]).explain_all([])


def test_a_table_of_no_style_keeps_no_blank_cell() -> None:
    """Nor does one whose style cannot print the row, or can leave blank cells out."""
    assert Styles([CLOSED]).keep(row("规章 | | 3 | 4 |"))
    assert not Styles([]).keep(row("规章 | | 3 | 4 |"))
    assert not Styles([CLOSED]).keep(row("规章 | 3 | 4 |"))
    assert not Styles([CLOSED, TRIMMED]).keep(row("规章 | | 3 | 4 |"))


def test_without_a_style_no_row_lacks_bars_or_breaks_off() -> None:
    """Nobody knows how long it should be."""
    assert Styles([PADDED]).lack(row("规章 | 3 |"))
    assert not Styles([PADDED, CLOSED]).lack(row("规章 | 3 |"))
    assert not Styles([]).lack(row("规章 | 3 |"))
    assert Styles([PADDED]).break_off(row("规章 | 3 |"))
    assert not Styles([CLOSED]).break_off(row("规章 | 3 | 4 | 5 |"))
    assert not Styles([]).break_off(row("规章 | 3 |"))


def test_a_table_is_told_by_its_damaged_rows_where_it_has_no_others() -> None:
    """Beside others, they tell nothing: what stands in a cell of theirs may be of the label."""
    kept = row("规章 | 3 | | 4 |")
    damaged = evolve(row("规 | 3 | 4 |"), is_like=False)

    assert styles_of([damaged, damaged], [], LINES).columns(kept) is None
    assert styles_of([evolve(kept, is_like=False)], [], LINES).columns(kept) == (0, 2)
    assert styles_of([damaged, damaged, kept], [], LINES).columns(kept) == (0, 2)


def test_a_blank_row_that_ends_at_its_label_does_not_hide_a_column_before_those_of_the_form() -> None:
    """Rows of figures tell how many cells stand before these."""
    led = row("规章 | | 3 | 4 | 5 |")

    assert styles_of([led, led, row("规章 |")], [], LINES).columns(led) == FULL


def test_a_row_that_has_lost_its_label_does_not_hide_a_column_before_those_of_the_form_either() -> None:
    """What stands before its figures is of the label."""
    led, lost = row("规章 | | 3 | 4 | 5 |"), evolve(row("x | 3 | 4 | 5 |"), labelled=False)

    assert styles_of([led, led, lost], [], LINES).columns(led) == FULL


def test_a_row_that_no_bars_part_does_not_hide_a_column_before_those_of_the_form_either() -> None:
    """Nobody knows how many cells stand behind its label."""
    led, bare = row("规章 | | 3 | 4 | 5 |"), evolve(row("文件 | 3"), bars=((1, NO_CELL), ()))

    assert styles_of([led, led, bare], [], LINES).columns(led) == FULL


def test_with_a_cell_for_each_column_blank_cells_are_not_all_gone() -> None:
    """Those that a span covers are printed, and so is a blank figure below full rows."""
    full, gap = (row(text, columns=(1, 4, 5), end=6) for text in ("规章 | 3 ||| 4 | 5 |", "文件 | 3 ||| 4 ||"))

    assert styles_of([full], [], LINES).columns(gap) == (0, 1)


def test_blanks_at_the_end_can_be_gone_from_all_rows() -> None:
    """None of them need reach the last column."""
    gap, short = row("规章 | | 3 | |"), row("文件 | 3 | ||")
    heads = [head("申请人情况 | ||", 2)]

    assert styles_of([gap, short], heads, evolve(LINES, apart=True)).columns(gap) == (1,)


def test_bars_that_fill_rows_up_are_blanks_where_all_bars_stand_together() -> None:
    """That those at the end are gone, and fill rows up, cannot be told from it; also where the last row ends early."""
    kept, gap = row("规章 | 3 |||"), row("文件 | | 3 ||")
    last = evolve(row("合计 | 3 |"), is_final=True)

    assert styles_of([kept, gap, gap, last], [head("申请人情况 |||", 2)], LINES).columns(kept) == (0,)


def test_only_a_row_that_fits_shows_that_a_cell_stands_before_the_first_column() -> None:
    """One with as many bars before its last figure, and too many behind it, does not."""
    last, short, odd = row("规章 | | | 3 |"), row("文件 | | 3 |"), row("许可 | | 3 | | 4 ||")

    assert styles_of([last, last, short, short, odd], [], LINES).columns(last) == (2,)


def test_a_blank_column_may_stand_behind_those_of_the_form() -> None:
    """Not behind the row of table IV, where one bar more can be the one that opens it, unless a head stands above."""
    noted = row("规章 | 3 | | 4 | |")

    assert styles_of([noted], [], LINES).columns(noted) == (0, 2)
    assert styles_of([evolve(noted, labelled=False)], [], LINES).columns(noted) is None
    assert styles_of([evolve(noted, labelled=False, may_exceed=True)], [], LINES).columns(noted) == (0, 2)


def test_rows_can_end_early_where_all_bars_stand_together() -> None:
    """Their blanks at the end are gone, with nothing in their place."""
    early = row("规章 | 3 | | 4 |", width=5, columns=(1, 2, 5, 6, 7), end=8)

    assert styles_of([early], [], LINES).explain(early)


def test_rows_can_be_filled_up_where_all_bars_stand_together() -> None:
    """Each of their blanks is printed, be it that some bars of it stand apart all the same."""
    filled, apart = row("许可 | 8 |||", 1, 2), row("许可 | 8 | | |", 1, 2)

    assert styles_of([filled], [], LINES).explain(filled)
    assert styles_of([apart], [], LINES).explain(apart)
    assert not styles_of([apart], [], evolve(LINES, apart=True)).explain(apart)

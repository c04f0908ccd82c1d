"""What a table prints, aligned to the rows of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure import ProactiveDisclosure, Requests, ReviewAndLitigation
from govdisclosure.form.grids import figure_rows
from govdisclosure.reading.tables.alignment import Likeness, Pair, align
from govdisclosure.reading.tables.lines import Line
from govdisclosure.reading.tables.pieces import Piece, Text, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.model.structure import Table

NONE, BY_ORDER, DAMAGED, PRINTED = Likeness
_Row: TypeAlias = "tuple[str, ...]"

# Table II has the rows 规章, 行政规范性文件 (of three figures), 行政许可, 行政处罚, 行政强制, 行政事业性收费 (of one).
RULES, DOCUMENTS, LICENSING, PENALTIES, COMPULSION, FEES = (
    ("规章", "1", "0", "1"),
    ("行政规范性文件", "2", "0", "4"),
    ("行政许可", "8"),
    ("行政处罚", "3"),
    ("行政强制", "0"),
    ("行政事业性收费", "5"),
)
LABELS = [row.labels[-1] for row in figure_rows(Requests)]
RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
FIGURES = tuple(map(str, range(15)))


def aligned(cls: type[Table], rows: Sequence[_Row]) -> list[tuple[int, int, Likeness]]:
    """Align rows, a label and its cells each: the row of the form, the place, how it is told."""
    pieces = [Piece(label, Line((label, *cells), None), list(cells)) for label, *cells in rows]
    return [(pair.row, pair.place, pair.likeness) for pair in align(pieces, cls)]


def disclosure(*rows: _Row) -> list[tuple[int, Likeness]]:
    """Align rows of table II: which each with figures is, and how it is told."""
    return [(row, likeness) for row, _, likeness in aligned(ProactiveDisclosure, rows)]


@given(st.sets(st.integers(0, 24)))
def test_rows_in_their_order_are_those_that_their_labels_name(kept: set[int]) -> None:
    """Whichever of the form are there."""
    rows = [(LABELS[number], *"0000000") for number in sorted(kept)]

    # 其他 and 总计 stand in several places; the order tells which they are.
    expected = [(number, place) for place, number in enumerate(sorted(kept))]
    unlike = [number for number in kept if LABELS.count(LABELS[number]) == 1]
    told = [(row, place) for row, place, _ in aligned(Requests, rows) if row in unlike]
    assert told == [(row, place) for row, place in expected if row in unlike]


def test_captions_and_heads_are_no_rows() -> None:
    """They have no figures and no label of a row."""
    rows = (
        ("第二十条第（一）项",),
        ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
        RULES,
        ("第二十条第（五）项",),
    )

    assert aligned(ProactiveDisclosure, rows) == [(0, 2, PRINTED)]


def test_a_damaged_label_is_told_as_such() -> None:
    """So is one with a remark."""
    rows = (("规章(县级无此项)", "0", "0", "0"), ("行政规范文件", "2", "0", "4"), LICENSING)

    assert disclosure(*rows) == [(0, DAMAGED), (1, DAMAGED), (2, PRINTED)]


@pytest.mark.parametrize("label", ["", "甲乙丙丁"])
def test_rows_without_their_labels_are_told_by_those_around_them(label: str) -> None:
    """Where just as many are missing: between two, before the first, behind the last."""
    between = (RULES, DOCUMENTS, (label, "8"), (label, "3"), COMPULSION, FEES)
    outside = ((label, "1", "0", "1"), DOCUMENTS, LICENSING, PENALTIES, COMPULSION, (label, "5"))

    assert disclosure(*between) == [
        (0, PRINTED),
        (1, PRINTED),
        (2, BY_ORDER),
        (3, BY_ORDER),
        (4, PRINTED),
        (5, PRINTED),
    ]
    assert [likeness for _, likeness in disclosure(*outside)] == [BY_ORDER, *[PRINTED] * 4, BY_ORDER]


@pytest.mark.parametrize(
    "between",
    [
        (("", "8"),),  # two are missing
        (("", "8"), ("", "3"), ("", "0")),  # three stand there
        (("", "8", "0", "0"), ("", "3")),  # too many figures for 行政许可
        (("", "8"), ("行政强", "0")),  # a damaged label of another row
    ],
)
def test_rows_without_labels_that_do_not_fit_are_no_rows_of_the_form(between: tuple[_Row, ...]) -> None:
    """Nobody knows which they are; what has a damaged label stays what it names."""
    told = disclosure(RULES, DOCUMENTS, *between, COMPULSION, FEES)

    unnamed = [likeness for row, likeness in told if row == -1]
    assert unnamed == [NONE] * sum(not row[0] for row in between)
    assert {likeness for row, likeness in told if likeness is BY_ORDER} == set()


def test_a_damaged_label_between_sure_ones_is_the_row_that_is_missing() -> None:
    """It stays damaged, though its place tells it as well."""
    told = disclosure(RULES, DOCUMENTS, ("行政许", "8"), PENALTIES, COMPULSION, FEES)

    assert told[2] == (2, DAMAGED)


@pytest.mark.parametrize(
    ("below", "told"),
    [
        (PENALTIES, (BY_ORDER, DAMAGED)),  # two rows are missing above it, and two stand there
        (FEES, (NONE, DAMAGED)),  # four are missing
    ],
)
def test_a_damaged_label_is_no_bound_between_which_rows_are_counted(
    below: _Row, told: tuple[Likeness, Likeness]
) -> None:
    """Only between two labels as the form prints them is a row without one told by its place."""
    rows = disclosure(RULES, ("", "2", "0", "4"), ("行政许", "8"), below)

    assert tuple(likeness for _, likeness in rows[1:3]) == told


def test_a_row_without_a_label_does_not_tell_which_of_two_is_out_of_order() -> None:
    """Of 行政处罚 and 行政许可 below it the first counts, so that nothing is told by the other one."""
    told = disclosure(PENALTIES, ("", "9"), LICENSING, ("", "0"), ("", "5"))

    assert told == [(3, PRINTED), (-1, NONE), (2, PRINTED), (-1, NONE), (-1, NONE)]


def test_a_row_put_in_is_no_row_of_the_form() -> None:
    """It takes no other one's place."""
    told = disclosure(RULES, ("本地自设的事项", "7"), DOCUMENTS, LICENSING, PENALTIES, COMPULSION, FEES)

    assert told == [(0, PRINTED), (-1, NONE), *[(row, PRINTED) for row in range(1, 6)]]


def test_a_row_in_another_place_is_the_one_that_its_label_names() -> None:
    """The others stay in the order of the form around it."""
    told = disclosure(COMPULSION, RULES, DOCUMENTS, LICENSING, PENALTIES, FEES)

    assert told == [(4, PRINTED), *[(row, PRINTED) for row in (0, 1, 2, 3, 5)]]


def test_a_row_that_lost_its_label_is_told_beside_one_in_another_place() -> None:
    """The heaviest chain leaves out the label that stands out of the order, not those around it."""
    told = disclosure(RULES, COMPULSION, ("", "2", "0", "4"), LICENSING, PENALTIES, FEES)

    # Two rows stand between 规章 and 行政许可, where the form has one.
    assert told == [(0, PRINTED), (4, PRINTED), (-1, NONE), (2, PRINTED), (3, PRINTED), (5, PRINTED)]


def test_of_two_rows_with_one_label_that_with_figures_is_the_row() -> None:
    """行政处罚 in a menu above does not take rows between itself and the table for its own."""
    told = aligned(ProactiveDisclosure, (("行政处罚",), RULES, DOCUMENTS, ("", "8"), PENALTIES, COMPULSION, FEES))

    assert told == [
        (3, 0, PRINTED),
        *[(0, 1, PRINTED), (1, 2, PRINTED), (2, 3, BY_ORDER), (3, 4, PRINTED), (4, 5, PRINTED), (5, 6, PRINTED)],
    ]


def test_both_of_two_rows_with_one_label_are_given() -> None:
    """Whether they say the same is for the table to tell."""
    assert disclosure(RULES, PENALTIES, PENALTIES, COMPULSION) == [
        (0, PRINTED),
        (3, PRINTED),
        (3, PRINTED),
        (4, PRINTED),
    ]


def test_of_equal_chains_the_first_counts() -> None:
    """Of 行政处罚 twice with figures, what lost its label behind the first stands behind the row."""
    told = disclosure(RULES, DOCUMENTS, ("", "8"), PENALTIES, ("", "0"), PENALTIES, FEES)

    assert told[2] == (2, BY_ORDER)
    assert told[4] == (-1, NONE)


def test_a_table_without_any_label_has_rows_of_the_form_only_if_all_are_there() -> None:
    """Then the order tells each of them; with one less, none."""
    rows = [("", *cells) for _, *cells in (RULES, DOCUMENTS, LICENSING, PENALTIES, COMPULSION, FEES)]

    assert disclosure(*rows) == [(row, BY_ORDER) for row in range(6)]
    assert disclosure(*rows[1:]) == [(-1, NONE)] * 5


def test_nothing_has_no_rows() -> None:
    """A table of words only, or of nothing."""
    assert disclosure() == []
    assert disclosure(("甲",), ("乙", "丙")) == []


def review(*rows: _Row, bars: list[list[int]] | None = None) -> list[Pair]:
    """Align rows of table IV; behind the last of them stand bars."""
    pieces = [Piece(label, Line((label, *cells), None), list(cells)) for label, *cells in rows]
    pieces[-1].bars = bars or []
    return align(pieces, ReviewAndLitigation)


def test_the_row_of_table_four_stands_below_its_heads() -> None:
    """The numbers of its columns are none of its rows, nor is what stands above the heads."""
    numbers = ("", *map(str, range(1, 16)))
    rows = (("", "2024"), *((head,) for head in RESULTS), numbers, ("", *FIGURES))

    assert review(*rows) == [Pair(-1, 0, NONE), Pair(-1, 6, NONE), Pair(0, 7, PRINTED)]


def test_the_row_of_table_four_can_begin_on_the_line_of_its_last_head() -> None:
    """Its figures stand behind 总计."""
    assert review(*((head,) for head in RESULTS[:-1]), ("总计", *FIGURES)) == [Pair(0, 4, PRINTED)]


def test_a_label_of_its_own_before_the_row_of_table_four() -> None:
    """件数合计 is the row where it is the only one; else nobody knows which of them is."""
    heads = [(head,) for head in RESULTS]

    assert review(*heads, ("件数合计", *FIGURES)) == [Pair(0, 5, BY_ORDER)]
    assert review(*heads, ("本级", *FIGURES), ("下级", *FIGURES)) == [Pair(-1, 5, NONE), Pair(-1, 6, NONE)]


def test_words_among_the_figures_of_table_four_are_no_row() -> None:
    """They are no figures of the form."""
    heads = [(head,) for head in RESULTS]

    assert review(*heads, ("", "无此项", *FIGURES[1:])) == [Pair(-1, 5, NONE)]


def test_a_blank_row_of_table_four_is_told_by_its_bars() -> None:
    """Fifteen bars behind its last head are fifteen blank cells; fewer are those of the head."""
    heads = [(head,) for head in RESULTS]

    assert review(*heads, bars=[[1, *[1] * 14]]) == [Pair(0, 4, PRINTED)]
    assert review(*heads, bars=[[15]]) == [Pair(0, 4, PRINTED)]
    assert review(*heads, bars=[[1] * 3]) == []
    assert review(("甲",), bars=[[15]]) == []


def test_texts_that_are_too_long_are_no_parts_of_a_label() -> None:
    """Lines of a paragraph among those of a table stay what they are."""
    first, second = (Line(("长" * 150,), None), Line(("句" * 150,), None))
    texts = [Text(first.cells[0], first, []), Text(second.cells[0], second, [])]

    assert joined(texts, Requests, rows_end=True) == texts


REMARKED = "1（含上年1件）"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([RESULTS, ("", *[REMARKED] * 15)], [(0, 1, PRINTED)]),
        ([RESULTS, ("", *[REMARKED] * 14, "/")], [(0, 1, PRINTED)]),
        ([("", *[REMARKED] * 15), RESULTS], []),
        ([RESULTS, ("", REMARKED)], []),
        ([RESULTS, ("小计", *[REMARKED] * 15)], []),
        ([RESULTS, ("", *["未发生"] * 15)], [(-1, 1, NONE)]),
        ([RESULTS, ("", *["未发生"] * 14, "没有")], []),
        ([RESULTS, ("", *["总计"] * 15)], []),
        ([RESULTS, ("", *["件"] * 15)], []),
    ],
)
def test_below_the_heads_of_table_iv_a_row_can_hold_remarks_or_one_word(
    rows: Sequence[_Row], expected: list[tuple[int, int, Likeness]]
) -> None:
    """In more than half of its cells, and without a label; heads and units are none."""
    assert aligned(ReviewAndLitigation, rows) == expected


def test_rows_with_cells_are_those_of_the_table_and_labels_alone_a_menu() -> None:
    """规章 and 行政许可 in a menu above a table in which a label is lost."""
    menu = [(label,) for label, *_ in (RULES, LICENSING)]

    told = disclosure(*menu, RULES, ("", *DOCUMENTS[1:]), LICENSING)

    assert told[2:] == [(0, PRINTED), (1, BY_ORDER), (2, PRINTED)]


def test_a_row_that_stands_behind_the_table_is_not_missing_in_it() -> None:
    """Of 行政规范性文件 and 行政许可, one has lost its label, and the other stands last."""
    told = disclosure(RULES, ("", *DOCUMENTS[1:]), PENALTIES, COMPULSION, FEES, LICENSING)

    assert told == [(0, PRINTED), (1, BY_ORDER), (3, PRINTED), (4, PRINTED), (5, PRINTED), (2, PRINTED)]

"""The rows of the form aligned to the pieces of a table: which label each has, or must have by the rows around it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from govdisclosure.form.figures import is_figure, is_words
from govdisclosure.form.grids import figure_rows
from govdisclosure.model.structure import Shape, Table
from govdisclosure.reading.labels import table_labels
from govdisclosure.reading.tables.layout import width_of
from govdisclosure.reading.tables.rows import Doubt, Row, are_numbers_from_one
from govdisclosure.vocabulary.fold import key
from govdisclosure.vocabulary.units import counts_cases, other_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from govdisclosure.reading.tables.pieces import Piece


class Likeness(IntEnum):
    """How surely a row of the form is told, and what that weighs where one piece speaks against another."""

    NONE = 0
    """Not at all."""
    BY_ORDER = 1
    """By the rows above and below it: its label is lost, or too damaged."""
    DAMAGED = 2
    """By a label in spite of damage, or with a remark: 行政许 | 8."""
    PRINTED = 4
    """By its label as the form prints it, or in another spelling."""


DOUBTS: Final[Mapping[Likeness, frozenset[Doubt]]] = {
    Likeness.NONE: frozenset(),
    Likeness.BY_ORDER: frozenset({Doubt.ORDER}),
    Likeness.DAMAGED: frozenset({Doubt.LABEL}),
    Likeness.PRINTED: frozenset(),
}
"""What is in doubt of a row that is told so."""

# Of two rows with one label, that with figures is the row; the other may be a reference to it.
_WITH_CELLS: Final = 1


@frozen
class Pair:
    """
    A piece of a table and the row of the form that it prints.

    Args:
        row: The number of the row; -1 for what is no row of the form.
        place: The place of the piece.
        likeness: How the row is told.
    """

    row: int
    place: int
    likeness: Likeness


@frozen
class _Chain:
    """Pairs in the order of the form: how much they weigh, the last of them, and the chain before it."""

    weight: int
    last: Pair
    before: _Chain | None


def row_of(pair: Pair, piece: Piece, cls: type[Table], cells: list[str]) -> Row:
    """Give the row that a pair tells of a piece, with its cells: which it is, its label, and what is in doubt of it."""
    is_row = pair.row >= 0
    # 总计, the last head of table IV, is no label of its row; 件数 is.
    is_head = cls.shape is Shape.ROW and table_labels(cls).match(piece.label) is not None
    label = "" if is_row and is_head else piece.label
    return Row(pair.row if is_row else None, label, piece.line.source, cells, {*DOUBTS[pair.likeness]})


def align(pieces: Sequence[Piece], cls: type[Table]) -> list[Pair]:
    """
    Align what is printed to the rows of the form.

    Of all ways to take labels for those of rows, that one is taken which names most of them, and best, in the order of
    the form. What is left over with a label of the form is a row that stands elsewhere, or a second time; without one,
    it is told by the rows around it, or is no row of the form.

    Returns:
        The pairs in the order of the pieces, each piece with figures in one of them.
    """
    if cls.shape is Shape.ROW:
        return _rows_without_labels(pieces, cls)
    pairs = list(_pairs(pieces, cls))
    chain = _heaviest_chain([pair for pair in pairs if pair.row >= 0], pieces)
    return _named_by_order(pairs, chain, pieces, cls)


def _rows_without_labels(pieces: Sequence[Piece], cls: type[Table]) -> list[Pair]:
    """Give what may be the row of table IV, which has heads above it and no label."""
    match = table_labels(cls).match
    heads = [place for place, piece in enumerate(pieces) if match(piece.label) is not None]
    pairs = list(_pairs_without_labels(pieces, heads, cls))
    if any(pair.row == 0 for pair in pairs):
        return pairs
    # 件数合计 | 1 | 0 | 3 | …: the only row below the heads
    if len(pairs) == 1 and pieces[pairs[0].place].label:
        is_count = counts_cases(pieces[pairs[0].place].label)
        return [Pair(0, pairs[0].place, Likeness.PRINTED if is_count else Likeness.BY_ORDER)]
    # 总计 | and the bars of fifteen blank cells behind it
    width = width_of(cls)
    bars = pieces[heads[-1]].bars if heads else []
    is_blank_row = any(sum(groups) + groups.count(0) >= width for groups in bars)
    return [*pairs, Pair(0, heads[-1], Likeness.PRINTED)] if is_blank_row else pairs


def _pairs_without_labels(pieces: Sequence[Piece], heads: Sequence[int], cls: type[Table]) -> Iterator[Pair]:
    """Give each piece that can be the row, and each other one with figures or one word in each cell."""
    width, first, are_heads = width_of(cls), min(heads, default=len(pieces)), frozenset(heads)
    for place, piece in enumerate(pieces):
        is_below = place >= first
        is_row = piece.holds_figures or not (piece.label or piece.stated)
        has_words = (piece.label and place not in are_heads) or any(map(is_words, piece.stated))
        is_long = is_below and len(piece.stated) * 2 > width
        fills_row = is_long and not piece.label
        # 1（含上年1件） in each cell, be it behind 总计, the last head
        is_remarked = is_long and (fills_row or place in are_heads) and all(map(_has_digits, piece.stated))
        is_numbers = len(piece.stated) >= width and are_numbers_from_one(piece.stated)
        if ((is_below and is_row and not has_words) or is_remarked) and not is_numbers:
            yield Pair(0, place, Likeness.PRINTED)
        # 未发生 in each cell
        elif piece.holds_figures or (fills_row and _is_of_one_word(piece, cls)):
            yield Pair(-1, place, Likeness.NONE)


def _has_digits(text: str) -> bool:
    return is_figure(text) or any(map(str.isdecimal, text))


def _is_of_one_word(piece: Piece, cls: type[Table]) -> bool:
    """Tell whether each cell says the same, and neither a head nor a unit, 件 or 万件, nor :--, a rule of Markdown."""
    first = piece.stated[0]
    is_unit = len(key(first)) <= 1 or other_unit(first) is not None
    return len(set(piece.stated)) == 1 and not is_unit and table_labels(cls).match(first) is None


def _pairs(pieces: Sequence[Piece], cls: type[Table]) -> Iterator[Pair]:
    """Give each piece that has the label of a row, and each with figures that has none."""
    match = table_labels(cls).match
    for place, piece in enumerate(pieces):
        label = match(piece.label)
        if label is not None and label.row is not None:
            yield Pair(label.row, place, Likeness.DAMAGED if label.odd else Likeness.PRINTED)
        elif piece.holds_figures:
            yield Pair(-1, place, Likeness.NONE)


def _heaviest_chain(pairs: Sequence[Pair], pieces: Sequence[Piece]) -> list[Pair]:
    """Give the pairs in the order of the form that weigh most together; of equals, those that stand first."""
    # The heaviest chain that ends with each row, so that a page with a million rows costs a million steps.
    ending: dict[int, _Chain] = {}
    # The heaviest of them, and of equals that which ends with the first row: its weight and, negative, this row.
    latest: _Chain | None = None
    most = (0, 0)
    for pair in pairs:
        before = latest
        # Most often, each row stands below the last one of the heaviest chain, as on the form.
        if pair.row <= -most[1]:
            before = max((ending[row] for row in sorted(ending) if row < pair.row), default=None, key=_weight)
        own = pair.likeness + (_WITH_CELLS if pieces[pair.place].stated else 0)
        chain = _Chain(_weight(before) + own, pair, before)
        if chain.weight > _weight(ending.get(pair.row)):
            ending[pair.row] = chain
            if (chain.weight, -pair.row) > most:
                latest, most = chain, (chain.weight, -pair.row)
    heaviest = max(ending.values(), default=None, key=_weight)
    backwards: list[Pair] = []
    while heaviest is not None:
        backwards.append(heaviest.last)
        heaviest = heaviest.before
    return backwards[::-1]


def _weight(chain: _Chain | None) -> int:
    return 0 if chain is None else chain.weight


def _named_by_order(
    pairs: Sequence[Pair], chain: Sequence[Pair], pieces: Sequence[Piece], cls: type[Table]
) -> list[Pair]:
    """Name the rows that no label names for sure, where as many stand between two sure ones as the form has there."""
    form = figure_rows(cls)
    sure = {pair.place for pair in chain if pair.likeness is Likeness.PRINTED}
    # Rows that stand apart from the others, behind the table, are not missing in it.
    printed = {pair.row for pair in pairs if pair.likeness is Likeness.PRINTED}
    named: list[Pair] = []
    unsure: list[Pair] = []
    above = -1
    for pair in [*pairs, Pair(len(form), len(pieces), Likeness.PRINTED)]:
        if pair.place not in sure and pair.place < len(pieces):
            unsure.append(pair)
            continue
        # （一）予公开 between 一 and 二, or only its figures
        missing = [row for row in range(above + 1, pair.row) if row not in printed]
        fits = len(missing) == len(unsure) and all(
            each.row in {-1, row} and len(pieces[each.place].stated) <= len(form[row].paths)
            for each, row in zip(unsure, missing, strict=True)
        )
        if fits:
            unsure = [
                evolve(each, row=row, likeness=max(each.likeness, Likeness.BY_ORDER))
                for each, row in zip(unsure, missing, strict=True)
            ]
        named += [*unsure, pair]
        above, unsure = pair.row, []
    return named[:-1]

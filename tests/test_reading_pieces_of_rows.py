"""The row of table IV in pieces, below heads of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import govdisclosure as gd
from govdisclosure.reading.tables.alignment import Likeness, Pair
from govdisclosure.reading.tables.lines import GridLine, Line
from govdisclosure.reading.tables.pieces import Piece
from govdisclosure.reading.tables.rows import UNPLACED
from govdisclosure.reading.tables.small_tables import row_in_pieces
from govdisclosure.reading.tables.units import units_of_money

if TYPE_CHECKING:
    from collections.abc import Sequence

RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
REVIEW, DIRECT, AFTER = "行政复议", "未经复议直接起诉", "复议后起诉"
FIGURES = tuple(map(str, range(5)))


def grid_line(*cells: str) -> Piece:
    """Give a line of a grid as a piece."""
    line = GridLine(tuple(enumerate(cells)), len(cells), None)
    return Piece(cells[0] if not cells[0].isdecimal() else "", line, [cell for cell in cells if cell.isdecimal()])


def told(pieces: Sequence[Piece], rows: Sequence[int], others: Sequence[int] = ()) -> tuple[list[str], bool] | None:
    """Put the row of these places together: its cells, and whether it is sure."""
    pairs = [Pair(0, place, Likeness.PRINTED) for place in rows]
    pairs += [Pair(-1, place, Likeness.NONE) for place in others]
    row = row_in_pieces(pieces, sorted(pairs, key=lambda pair: pair.place), gd.ReviewAndLitigation)
    return None if row is None else (row.cells, not row.doubts & UNPLACED)


def small_tables(*captions: str) -> list[Piece]:
    """Give three tables, each with its caption, its heads, and its figures."""
    return [piece for caption in captions for piece in (grid_line(caption), grid_line(*RESULTS), grid_line(*FIGURES))]


def test_three_small_tables_are_one_row() -> None:
    """Each below the caption of its block."""
    assert told(small_tables(REVIEW, DIRECT, AFTER), [2, 5, 8]) == ([*FIGURES] * 3, True)


def test_small_tables_in_another_order_are_in_doubt() -> None:
    """行政复议 last."""
    assert told(small_tables(DIRECT, AFTER, REVIEW), [2, 5, 8]) == ([*FIGURES] * 3, False)


def test_what_stands_among_small_tables_that_is_no_row_counts_for_nothing() -> None:
    """7 | 7, below the second table."""
    pieces = small_tables(REVIEW, DIRECT, AFTER)
    pieces.insert(6, grid_line("7", "7"))

    assert told(pieces, [2, 5, 9], [6]) == ([*FIGURES] * 3, True)


def test_what_is_no_row_does_not_part_the_heads_of_a_table() -> None:
    """7 | 7 between two lines of heads, as where a page prints its number there."""
    pieces = small_tables(REVIEW, DIRECT, AFTER)
    pieces[1:2] = [grid_line(*RESULTS[:2]), grid_line("7", "7"), grid_line(*RESULTS[2:])]

    assert told(pieces, [4, 7, 10], [2]) == ([*FIGURES] * 3, True)


def test_the_last_head_of_a_line_a_cell_begins_the_row() -> None:
    """总计 | 0 | 1 | 2 | 3 | 4, where each cell has a line: the label is a head as well."""
    line = Line(("总计",), None)
    pieces: list[Piece] = []
    for caption in (REVIEW, DIRECT, AFTER):
        pieces += [Piece(text, line) for text in (caption, *RESULTS[:4])]
        pieces.append(Piece("总计", line, [*FIGURES]))

    assert told(pieces, [5, 11, 17]) == ([*FIGURES] * 3, True)


@pytest.mark.parametrize("cell", ["单位：万元）", "（单位：万元）"])
def test_a_unit_without_the_words_of_a_head_is_that_of_the_amounts(cell: str) -> None:
    """No other cell of table II is an amount; 3万元 is one, and tells nothing of others."""
    assert units_of_money([cell], (), gd.ProactiveDisclosure) == {"fees.amount": "万元"}
    assert units_of_money(["3万元"], (), gd.ProactiveDisclosure) == {}


def test_the_unit_of_the_head_is_that_of_the_amount_whatever_else_names_one() -> None:
    """Words that stand elsewhere name one only where no head does."""
    block = ["第二十条第（八）项", "信息内容", "本年收费金额（元）", "行政事业性收费", "5"]

    assert units_of_money([*block, "合计（万元）"], (), gd.ProactiveDisclosure) == {"fees.amount": "元"}
    assert units_of_money(["合计（万元）", *block], (), gd.ProactiveDisclosure) == {"fees.amount": "元"}
    assert units_of_money(["行政处罚（万元）", *block], (), gd.ProactiveDisclosure) == {"fees.amount": "元"}


def test_the_unit_of_a_head_in_pieces_stands_in_the_last_of_them() -> None:
    """采购总金 | 额（元）, whatever else names one."""
    stated = [
        "第二十条第（九）项",
        "信息内容",
        "采购项目数量",
        "采购总金",
        "额（元）",
        "政府集中采购",
        "3",
        "5",
        "合计（万元）",
    ]

    assert units_of_money(stated, (), gd.ProactiveDisclosure2019)["procurement.amount"] == "元"

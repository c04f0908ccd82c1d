"""Lines of a grid whose cells span columns or reach down: figures that are merged, and blanks that stand in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import govdisclosure as gd
from govdisclosure.reading.tables.lines import GridLine
from govdisclosure.reading.tables.merged import with_merged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govdisclosure.model.structure import Table

Cells = tuple[tuple[int, str], ...]
HEADS: Cells = ((0, "信息内容"), (1, "本年制发件数"), (2, "本年废止件数"), (3, "现行有效件数"))
PERSONS: Cells = tuple(enumerate(("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"), 3))


def line(own: Cells, spans: Mapping[int, int] | None = None, reached: Cells = ()) -> GridLine:
    """Give a line of a grid."""
    return GridLine(own, 10, None, spans=spans or {}, reached=reached)


def told(cls: type[Table], *lines: GridLine) -> list[tuple[Cells, bool]]:
    """Give the cells of lines, and which hold a merged figure."""
    return [(each.own, each.merged) for each in with_merged(lines, cls)]


RULES: Cells = ((0, "规章"), (1, "7"), (2, "0"), (3, "5"))


@pytest.mark.parametrize(
    ("row", "cells", "is_merged"),
    [
        (line(((0, "规章"), (1, "95"), (3, "5")), {1: 2}), ((0, "规章"), (1, "95"), (3, "5")), True),
        (line(((0, "规章"), (1, ""), (3, "5")), {1: 2}), ((0, "规章"), (1, ""), (2, ""), (3, "5")), False),
        (line(((0, "行政许可"), (1, "8")), {1: 3}), ((0, "行政许可"), (1, "8")), False),
        (
            line(((0, "规章"), (1, "95"), (3, "5"), (4, "6")), {1: 2}),
            ((0, "规章"), (1, "95"), (3, "5"), (4, "6")),
            True,
        ),
        (
            line(((0, "规章"), (2, "0"), (3, "5")), reached=((1, ""),)),
            ((0, "规章"), (1, ""), (2, "0"), (3, "5")),
            False,
        ),
        (line(RULES), RULES, False),
    ],
)
def test_cells_of_table_ii_are_held_against_the_heads_above_them(
    row: GridLine, cells: Cells, *, is_merged: bool
) -> None:
    """规章 | 95, over two heads, is of none; 行政许可 | 8, below heads of 规章, has one of its own."""
    assert told(gd.ProactiveDisclosure, line(HEADS), row) == [(HEADS, False), (cells, is_merged)]


def test_a_blank_that_begins_below_a_wide_head_stands_in_each_column_behind_it() -> None:
    """本年制发件数, over two columns; the blank is over the second of these and the next, and no cell in the first."""
    heads: Cells = ((0, "信息内容"), (1, "本年制发件数"), (3, "本年废止件数"), (4, "现行有效件数"))
    row = line(((0, "规章"), (2, ""), (4, "5")), {2: 2})

    lines = told(gd.ProactiveDisclosure, line(heads, {1: 2}), row)

    assert lines[1] == (((0, "规章"), (2, ""), (3, ""), (4, "5")), False)


def test_a_head_that_reaches_down_is_no_figure() -> None:
    """备注, on the left of all rows."""
    lines = told(gd.ProactiveDisclosure, line((*HEADS, (4, "备注"))), line(RULES, reached=((4, "备注"),)))

    assert lines[1] == (RULES, False)


def test_a_figure_that_reaches_down_is_of_neither_row() -> None:
    """规章 | 7, beside 行政规范性文件 as well."""
    documents = line(((0, "行政规范性文件"), (2, "1"), (3, "2")), reached=((1, "7"),))

    lines = told(gd.ProactiveDisclosure, line(HEADS), line(RULES), documents)

    assert [is_merged for _, is_merged in lines] == [False, True, True]


def test_below_the_label_of_a_group_the_row_is_that_of_the_next_label() -> None:
    """三、本年度办理结果 | （一）予以公开, and a blank that reaches down from the row above."""
    figures: Cells = tuple((column, "4") for column in range(4, 10))
    labels: Cells = ((0, "三、本年度办理结果"), (1, "（一）予以公开"))

    lines = told(gd.Requests, line(PERSONS), line((*labels, *figures), {1: 2}, reached=((3, ""),)))

    assert lines[1] == ((*labels, (3, ""), *figures), False)

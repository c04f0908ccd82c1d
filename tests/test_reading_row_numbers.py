"""A column 序号 in a table II with a cell a line: its numbers are no figures of the rows before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from test_reading_styles import FULL, LABELS, blanked, printed, read

if TYPE_CHECKING:
    from collections.abc import Sequence


def numbered(numbers: Sequence[int], *, blank: Sequence[int] = (), head: str = "序号") -> list[str]:
    """Print table II a cell a line with numbers before the labels; blank cells are gone."""
    by_label = dict(zip(LABELS, numbers, strict=True))

    def cells_of(row: Sequence[str]) -> str:
        number = head if row[0] == "信息内容" else str(by_label.get(row[0], ""))
        return "\n".join(filter(None, (number, *row)))

    return printed(blanked(*blank), cells_of)


@pytest.mark.parametrize("numbers", [range(1, 7), (1, 2, 1, 1, 2, 1)])
@pytest.mark.parametrize("head", ["序号", "行次"])
def test_rows_are_read_without_their_numbers(numbers: Sequence[int], head: str) -> None:
    """They count up, through the table or in each block."""
    assert read(numbered(numbers, head=head)) == (list(FULL), [])


def test_a_number_is_not_the_figure_that_a_row_lacks() -> None:
    """1 / 规章 / 1 / 3 / 2 / 行政规范性文件: a blank cell of 规章 is gone, and 2 numbers the row below."""
    assert read(numbered(range(1, 7), blank=(1,))) == (blanked(0, 1, 2), ["规章 | 1 | 3"])


@pytest.mark.parametrize("numbers", [(1, 3, 4, 5, 6, 7), (2, 3, 4, 5, 6, 7)])
def test_what_does_not_count_up_from_one_stays(numbers: Sequence[int]) -> None:
    """It can be figures."""
    assert "规章 | 1 | 7 | 3 | 3" in read(numbered(numbers))[1]


def test_words_in_place_of_a_number_stay() -> None:
    """They are no number."""
    lines = "\n".join(numbered(range(1, 7))).replace("\n2\n行政规范性文件", "\n二\n行政规范性文件").split("\n")

    assert "规章 | 1 | 7 | 3 | 二" in read(lines)[1]


def test_without_a_head_that_says_so_they_stay() -> None:
    """A table may print more figures than the form has."""
    assert "规章 | 1 | 7 | 3 | 2" in read(numbered(range(1, 7), head=""))[1]

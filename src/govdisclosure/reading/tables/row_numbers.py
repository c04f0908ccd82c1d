"""A column that numbers the rows of a table with a cell a line: its cells are no figures of the rows before them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from govdisclosure.reading.labels import table_labels
from govdisclosure.vocabulary.fold import key
from govdisclosure.vocabulary.spellings import COLUMNS_OF_NUMBERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.model.structure import Table
    from govdisclosure.reading.tables.pieces import Text


def without_row_numbers(texts: list[Text], cls: type[Table]) -> list[Text]:
    """Leave the numbers out that stand before each label of a row, below a head that says so."""
    if COLUMNS_OF_NUMBERS.isdisjoint(key(text.text) for text in texts):
        return texts
    before = [place - 1 for place, text in enumerate(texts) if table_labels(cls).is_row(text.text)]
    numbers = [texts[place].text for place in before]
    # 1 | 2 | 3, or anew in each block: 1 | 2 | 1
    if not all(map(str.isdecimal, numbers)) or not _count_up([0, *map(int, numbers)]):
        return texts
    return [text for place, text in enumerate(texts) if place not in before]


def _count_up(numbers: Sequence[int]) -> bool:
    return all(second in {1, first + 1} for first, second in pairwise(numbers))

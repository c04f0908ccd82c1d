"""Columns that the form has not: one that numbers the rows, one behind them for remarks, narrow ones between them."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

import attrs

from govdisclosure.form.figures import PLAIN, is_blank
from govdisclosure.form.thresholds import LEAST_HEADS, LONGEST_OTHER_COLUMN_HEAD, LOWEST_OTHER_COLUMN_HEAD
from govdisclosure.reading.labels import table_labels
from govdisclosure.reading.tables.column_heads import is_of_row
from govdisclosure.reading.tables.layout import lowest_heads
from govdisclosure.reading.tables.rows import are_numbers_from_one
from govdisclosure.vocabulary.fold import key
from govdisclosure.vocabulary.spellings import COLUMNS_OF_NUMBERS, COLUMNS_OF_REMARKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.model.structure import Table
    from govdisclosure.reading.tables.lines import GridLine
    from govdisclosure.reading.tables.pieces import Text


def without_other_columns(lines: Sequence[GridLine]) -> Sequence[GridLine]:
    """Leave columns of a grid out whose heads say that the form has them not, if they hold what such columns do."""
    heads: dict[int, str] = {}
    for line in lines[:LOWEST_OTHER_COLUMN_HEAD]:
        heads.update((column, _head(text)) for column, text in line.filled if _head(text))
    if not heads:
        return lines
    below: dict[int, list[str]] = {column: [] for column in heads}
    for line in lines:
        for column, text in line.filled:
            if column in heads and not _head(text):
                below[column].append(text)
    last = max(line.own[-1][0] for line in lines if line.own)
    others = {column for column, head in heads.items() if _is_other(head, below[column], is_last=column == last)}
    return [_without(line, others) for line in lines]


def without_spacers(lines: Sequence[GridLine]) -> Sequence[GridLine]:
    """Leave out the blank cell behind each cell of a grid whose spans are lost: no column is blank in all rows."""
    # 规章 |  | 3 |  | 1 |  | 4 |  |, and heads that tell as much as these; but 行政许可 |  | has a blank cell.
    have_heads = any(len(line.stated) >= LEAST_HEADS for line in lines)
    if not have_heads or not all(map(_is_spaced, lines)):
        return lines
    return [attrs.evolve(line, own=line.own[::2]) for line in lines]


def without_remarks_behind(lines: Sequence[GridLine], cls: type[Table]) -> Sequence[GridLine]:
    """Leave out the last cell of each row of a grid whose spans are lost, if a head ends a line that says so: 备注."""
    heads = list(takewhile(lambda line: not is_of_row(line, cls), lines))
    rows = lines[len(heads) :]
    # 申请人情况 | 备注, and below it 一、本年新收… | 1 | 0 | … | 1 | |: one cell more than the form has, and no figure
    last_heads = [_head(line.stated[-1]) for line in heads if len(line.stated) > 1]
    if COLUMNS_OF_REMARKS.isdisjoint(last_heads) or not all(_has_remark(row, cls) for row in rows):
        return lines
    return [*heads, *(attrs.evolve(row, own=row.own[:-1]) for row in rows)]


def _has_remark(line: GridLine, cls: type[Table]) -> bool:
    """Tell whether a row has one cell more behind its label than the form, which holds no figure."""
    labels = [place for place, text in enumerate(line.cells) if table_labels(cls).is_row(text)]
    behind = line.cells[labels[-1] + 1 :] if labels and not line.spans else ()
    return len(behind) == len(lowest_heads(cls)) + 1 and not any(map(str.isdecimal, behind[-1]))


def _is_spaced(line: GridLine) -> bool:
    return not line.spans and len(line.own) % 2 == 0 and all(is_blank(text) for text in line.cells[1::2])


def _head(text: str) -> str:
    """Give the key of the head of such a column; nothing for any other text."""
    words = "" if text in PLAIN or len(text) > LONGEST_OTHER_COLUMN_HEAD else key(text)
    return words if words in COLUMNS_OF_NUMBERS or words in COLUMNS_OF_REMARKS else ""


def _is_other(head: str, below: Sequence[str], *, is_last: bool) -> bool:
    if head in COLUMNS_OF_NUMBERS:
        return are_numbers_from_one(below)
    # 备注 | 已办结; what has digits can be a figure, and stays.
    return is_last and not any(map(str.isdecimal, "".join(below)))


def _without(line: GridLine, columns: set[int]) -> GridLine:
    own = tuple(cell for cell in line.own if cell[0] not in columns)
    reached = tuple(cell for cell in line.reached if cell[0] not in columns)
    return attrs.evolve(line, own=own, reached=reached)


def without_row_numbers(texts: list[Text], cls: type[Table]) -> list[Text]:
    """Leave the numbers out that stand before each label of a row, a cell a line, below a head that says so."""
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

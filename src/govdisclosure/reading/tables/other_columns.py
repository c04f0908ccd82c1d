"""Columns of a grid that the form has not: one that numbers its rows, and one behind them for remarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from govdisclosure.form.figures import PLAIN
from govdisclosure.form.thresholds import LONGEST_OTHER_COLUMN_HEAD, LOWEST_OTHER_COLUMN_HEAD
from govdisclosure.reading.tables.rows import are_numbers_from_one
from govdisclosure.vocabulary.fold import key
from govdisclosure.vocabulary.spellings import COLUMNS_OF_NUMBERS, COLUMNS_OF_REMARKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.reading.tables.lines import GridLine


def without_other_columns(lines: Sequence[GridLine]) -> Sequence[GridLine]:
    """Leave columns out whose heads say that they are none of the form's, if they hold what such columns do."""
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

"""A column that numbers the rows of a table, which the form does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from govdisclosure.form.figures import PLAIN
from govdisclosure.form.thresholds import LONGEST_SERIAL_HEAD, LOWEST_SERIAL_HEAD
from govdisclosure.vocabulary.fold import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.reading.tables.lines import GridLine

_HEADS: Final = frozenset({"行次", "序号"})


def without_row_numbers(lines: Sequence[GridLine]) -> Sequence[GridLine]:
    """Leave a column out whose head says that it numbers the rows, and which holds 1, 2, 3 and so on below."""
    heads: set[int] = set()
    for line in lines[:LOWEST_SERIAL_HEAD]:
        heads.update(column for column, text in line.filled if text not in PLAIN and _is_head(text))
    below: dict[int, list[str]] = {column: [] for column in heads}
    for line in lines if heads else ():
        for column, text in line.filled:
            if column in heads and not _is_head(text):
                below[column].append(text)
    numbered = {column for column, cells in below.items() if cells == list(map(str, range(1, len(cells) + 1)))}
    if not numbered:
        return lines
    return [attrs.evolve(line, own=tuple(cell for cell in line.own if cell[0] not in numbered)) for line in lines]


def _is_head(text: str) -> bool:
    return len(text) <= LONGEST_SERIAL_HEAD and key(text) in _HEADS

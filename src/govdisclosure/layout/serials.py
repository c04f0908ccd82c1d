"""A column that numbers the rows of a table, which the form does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from govdisclosure.layout.figures import PLAIN
from govdisclosure.layout.fold import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.layout.grids import GridLine

_HEADS: Final = frozenset({"行次", "序号"})
_LONGEST_HEAD: Final = 5
_HIGHEST: Final = 6
"""In which of the first lines such a head stands, below captions."""


def without_row_numbers(lines: Sequence[GridLine]) -> Sequence[GridLine]:
    """Leave a column out whose head says that it numbers the rows, and which holds 1, 2, 3 and so on below."""
    heads = {
        column for line in lines[:_HIGHEST] for column, text in line.filled if text not in PLAIN and _is_head(text)
    }
    numbered = {column for column in heads if _counts(lines, column)}
    if not numbered:
        return lines
    return [attrs.evolve(line, own=tuple(cell for cell in line.own if cell[0] not in numbered)) for line in lines]


def _is_head(text: str) -> bool:
    return len(text) <= _LONGEST_HEAD and key(text) in _HEADS


def _counts(lines: Sequence[GridLine], column: int) -> bool:
    cells = [text for line in lines for at, text in line.filled if at == column and not _is_head(text)]
    return cells == [str(number) for number in range(1, len(cells) + 1)]

"""
The convention: one completion of a whole table, in which every blank has a figure.

It says how the sums of a table are looked at where cells are blank; the data are never changed by it.
"""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from attrs import frozen

from govdisclosure.arithmetic.identities import Identity, identities, or_nought

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.model.values import CellValue


@frozen(eq=False)
class Total:
    """
    A cell that is a total.

    Args:
        path: Its path below the table.
        at: Its position in ``cell_values``.
        sums: Its identities: one, or two where a row and a column meet; the one inside its own column first.
    """

    path: str
    at: int
    sums: tuple[Identity, ...]


@cache
def totals(cls: type) -> tuple[Total, ...]:
    """
    Give the totals of a table in the order in which the convention completes them.

    Row totals come first, then the totals inside the columns, last the totals of both, which need all others.
    """
    sums_of: dict[int, list[Identity]] = {}
    for identity in identities(cls):
        if len(identity.right) == 1:
            sums_of.setdefault(identity.right_at[0], []).append(identity)
    every = [Total(sums[0].right[0], at, tuple(sorted(sums, key=attrgetter("across")))) for at, sums in sums_of.items()]
    return tuple(sorted(every, key=lambda total: (len(total.sums), not total.sums[0].across)))


def completed(cls: type, values: Sequence[CellValue]) -> list[int]:
    """
    Complete a table of counts by the convention.

    A blank row total is the sum of its parts, then a blank total of a column is that of its parts. A blank cell that is
    both is the sum of its column if a number is stated in that, otherwise that of its row. Every other blank is nought,
    and so is "/". What is stated stays as it is.

    Args:
        cls: Class of the table.
        values: Its figures, in the order of ``cell_paths``.
    """
    full = list(map(or_nought, values))
    for total in totals(cls):
        if values[total.at] is None:
            chosen = next((identity for identity in total.sums if is_stated(identity, values)), total.sums[-1])
            full[total.at] = sum(full[at] for at in chosen.left_at)
    return full


def is_stated(identity: Identity, values: Sequence[CellValue]) -> bool:
    """Tell whether at least one part of a sum is a number in the source."""
    return any(isinstance(values[at], int) for at in identity.left_at)

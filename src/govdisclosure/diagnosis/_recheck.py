"""Whether a table holds after a repair: cell by cell and sum by sum, without anything that found the repair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.arithmetic.identities import identities, or_nought

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from govdisclosure.arithmetic.identities import Identity
    from govdisclosure.model.values import CellValue


def holds(
    cls: type,
    values: Sequence[CellValue],
    follow: Mapping[int, Identity],
    put: Mapping[int, int],
    places: Collection[int],
) -> bool:
    """
    Tell whether some identities of a table hold after figures are put into it.

    Args:
        cls: Class of the table.
        values: What the source states, in the order of ``cell_paths``.
        follow: The blank totals that the convention fills in, with what they are the sum of, in the order of doing it.
        put: The figures that are put in, by position.
        places: Which of the identities are asked for.
    """
    if any(figure < 0 for figure in put.values()):
        return False
    full = [put.get(at, or_nought(value)) for at, value in enumerate(values)]
    for at, identity in follow.items():
        full[at] = sum(full[part] for part in identity.left_at)
    return all(
        sum(full[at] for at in identity.left_at) == sum(full[at] for at in identity.right_at)
        for place, identity in enumerate(identities(cls))
        if place in places
    )

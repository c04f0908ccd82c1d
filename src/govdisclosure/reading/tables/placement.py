"""Rows of table III whose blanks were lost: where their figures can stand without breaking an identity."""

from __future__ import annotations

from itertools import combinations
from math import inf
from typing import TYPE_CHECKING, Final, TypeAlias

from govdisclosure.arithmetic.identities import Identity, identities
from govdisclosure.model.values import NA, CellValue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govdisclosure.model.structure import Table

Placement: TypeAlias = "tuple[CellValue, ...]"
_Bounds: TypeAlias = "tuple[float, float]"
_UNKNOWN: Final[_Bounds] = (0, inf)


def placements(
    cls: type[Table], known: Mapping[str, CellValue], rows: Mapping[tuple[str, ...], Sequence[CellValue]]
) -> dict[tuple[str, ...], list[Placement]]:
    """
    Give the placements of each row's figures that no identity refutes.

    Each placement keeps the order of the figures and leaves the other columns blank; a blank is nought or more. What
    one row can no longer be may refute placements of another, so all rows are looked at until nothing changes.

    Args:
        cls: The table.
        known: The cells of the rows whose columns are sure.
        rows: The figures of the other rows, by the paths of their cells.
    """
    left = {paths: _all_placements(figures, len(paths)) for paths, figures in rows.items()}
    bounds = {path: _bounds([value]) for path, value in known.items()}
    bounds.update(_row_bounds(left))
    touching = _identities_by_cell(cls)
    changed = True
    while changed:
        changed = False
        for paths, candidates in left.items():
            concerned = {id(identity): identity for path in paths for identity in touching.get(path, ())}.values()
            kept = [candidate for candidate in candidates if _holds(concerned, bounds, paths, candidate)]
            if len(kept) < len(candidates):
                left[paths], changed = kept, True
                bounds.update(_row_bounds({paths: kept}))
    return left


def contradicts_itself(cls: type, known: Mapping[str, CellValue]) -> bool:
    """Tell whether cells whose columns are sure already break an identity; then none of them refutes anything."""
    bounds = {path: _bounds([value]) for path, value in known.items()}
    return not _holds(identities(cls), bounds, (), ())


def _all_placements(figures: Sequence[CellValue], width: int) -> list[Placement]:
    found = []
    for columns in combinations(range(width), len(figures)):
        placed: list[CellValue] = [None] * width
        for column, figure in zip(columns, figures, strict=True):
            placed[column] = figure
        found.append(tuple(placed))
    return found


def _identities_by_cell(cls: type) -> dict[str, list[Identity]]:
    found: dict[str, list[Identity]] = {}
    for identity in identities(cls):
        for path in identity.paths:
            found.setdefault(path, []).append(identity)
    return found


def _bounds(values: Sequence[CellValue]) -> _Bounds:
    ends = [_UNKNOWN if value is None else (_count(value), _count(value)) for value in values]
    return min((low for low, _ in ends), default=0), max((high for _, high in ends), default=inf)


def _count(value: CellValue) -> int:
    if isinstance(value, int):
        return value
    assert value is NA, "table III holds counts"
    return 0


def _row_bounds(rows: Mapping[tuple[str, ...], Sequence[Placement]]) -> dict[str, _Bounds]:
    return {
        path: _bounds([candidate[column] for candidate in candidates])
        for paths, candidates in rows.items()
        for column, path in enumerate(paths)
    }


def _holds(
    concerned: Iterable[Identity], bounds: Mapping[str, _Bounds], paths: tuple[str, ...], candidate: Placement
) -> bool:
    """Tell whether a placement leaves every identity that it concerns possible."""
    placed = {path: _bounds([value]) for path, value in zip(paths, candidate, strict=True)}
    for identity in concerned:
        sides = [
            [placed[path] if path in placed else bounds.get(path, _UNKNOWN) for path in side]
            for side in (identity.left, identity.right)
        ]
        (low, high), (other_low, other_high) = (
            (sum(low for low, _ in side), sum(high for _, high in side)) for side in sides
        )
        if high < other_low or other_high < low:
            return False
    return True

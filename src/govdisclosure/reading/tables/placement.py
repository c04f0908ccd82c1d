"""Rows of table III whose blanks were lost: placed as far as the identities tell, else left out or in doubt."""

from __future__ import annotations

from itertools import combinations
from math import inf
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from govdisclosure.arithmetic.identities import identities, or_nought
from govdisclosure.form.figures import UnreadableError, print_figure, read_figure
from govdisclosure.model.structure import Shape, cache
from govdisclosure.reading.tables.draft import TableDraft, declarations
from govdisclosure.reading.tables.rows import Doubt, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govdisclosure.model.structure import Table
    from govdisclosure.model.values import CellValue

Placement: TypeAlias = "tuple[CellValue, ...]"
_Bounds: TypeAlias = "tuple[float, float]"
_Of = TypeVar("_Of")
_Signs: TypeAlias = "Sequence[tuple[_Of, int]]"
_UNKNOWN: Final[_Bounds] = (0, inf)


def place_lost_rows(draft: TableDraft) -> None:
    """Place the figures of rows that have lost their blanks, as far as the identities tell."""
    if not draft.lost:
        return
    figures = {paths: _readable(draft, paths, row) for paths, row in draft.lost.items()}
    readable = {paths: values for paths, values in figures.items() if values is not None}
    possible = placements(draft.cls, draft.known, readable)
    contradictory = not all(possible.values()) or contradicts_itself(draft.cls, draft.known)
    for paths, row in draft.lost.items():
        _settle(draft, paths, row, possible.get(paths, []), doubtful=contradictory)


def _readable(draft: TableDraft, paths: tuple[str, ...], row: Row) -> list[CellValue] | None:
    """Read the figures of a row; None where they cannot be placed: too many, lost, glued, unreadable."""
    declared = declarations(draft.cls)[paths[0]]
    if draft.cls.shape is not Shape.COLUMNS or len(row.stated) > len(paths) or Doubt.FIGURES in row.doubts:
        return None
    try:
        return [read_figure(text, declared) for text in row.stated]
    except UnreadableError:
        return None


def _settle(
    draft: TableDraft, paths: tuple[str, ...], row: Row, possible: Sequence[Placement], *, doubtful: bool
) -> None:
    if not possible or not row.stated:
        draft.leave_out(paths, row)
        return
    if len(possible) == 1:
        draft.known.update(zip(paths, possible[0], strict=True))
        draft.note("INFERRED", paths, row)
        return
    columns = list(zip(*possible, strict=True))
    # Figures that break identities of the table, or a total that no placement leaves stated, speak against these.
    doubtful = doubtful or all(placement[-1] is None for placement in possible)
    unsure = [
        path for path, column in zip(paths, columns, strict=True) if doubtful or len(set(map(print_figure, column))) > 1
    ]
    usual = _usual(row, possible)
    taken = usual or [column[0] if path not in unsure else None for path, column in zip(paths, columns, strict=True)]
    # A form is not empty of which a figure can be that of several cells.
    if usual is None:
        draft.unplaced.append(row)
    draft.known.update(zip(paths, taken, strict=True))
    # The whole row: a report whose sums contradict each other can rule out the placement that is printed.
    draft.note("AMBIGUOUS", paths, row)


def _usual(row: Row, possible: Sequence[Placement]) -> Placement | None:
    """Give the usual meaning of exactly two equal figures: 自然人 and 总计, if no identity refutes it."""
    if len(row.stated) != 2:
        return None
    return next((each for each in possible if each[0] is not None and each[0] == each[-1]), None)


def placements(
    cls: type[Table], known: Mapping[str, CellValue], rows: Mapping[tuple[str, ...], Sequence[CellValue]]
) -> dict[tuple[str, ...], Sequence[Placement]]:
    """
    Give the placements of each row's figures that no identity refutes.

    Each placement keeps the order of the figures and leaves the other columns blank; a blank is nought or more. What
    one row can no longer be may refute placements of another, so all rows are looked at until nothing changes.

    Args:
        cls: The table.
        known: The cells of the rows whose columns are sure.
        rows: The figures of the other rows, by the paths of their cells.
    """
    left: dict[tuple[str, ...], Sequence[Placement]] = {
        paths: _all_placements(figures, len(paths)) for paths, figures in rows.items()
    }
    bounds = {path: _bounds_of(value) for path, value in known.items()}
    for paths, candidates in left.items():
        bounds |= _row_bounds(paths, candidates)
    changed = True
    while changed:
        changed = False
        for paths, candidates in left.items():
            kept = _kept(paths, candidates, bounds, cls)
            if len(kept) < len(candidates):
                left[paths], changed = kept, True
                bounds |= _row_bounds(paths, kept)
    return left


def contradicts_itself(cls: type, known: Mapping[str, CellValue]) -> bool:
    """Tell whether cells whose columns are sure already break an identity; then none of them refutes anything."""
    bounds = {path: _bounds_of(value) for path, value in known.items()}
    excesses = (_excess(signs.items(), bounds) for signs in _signed(cls))
    return any(low > 0 or high < 0 for low, high in excesses)


def _all_placements(figures: Sequence[CellValue], width: int) -> list[Placement]:
    possible: list[Placement] = []
    for columns in combinations(range(width), len(figures)):
        placed: list[CellValue] = [None] * width
        for column, figure in zip(columns, figures, strict=True):
            placed[column] = figure
        possible.append(tuple(placed))
    return possible


@cache
def _signed(cls: type) -> tuple[dict[str, int], ...]:
    """Give the identities of a table as sums that are nought: the paths of each, with their signs."""
    return tuple(
        {**dict.fromkeys(identity.left, 1), **dict.fromkeys(identity.right, -1)} for identity in identities(cls)
    )


def _bounds_of(value: CellValue) -> _Bounds:
    return _UNKNOWN if value is None else (or_nought(value), or_nought(value))


def _bounds(values: Iterable[CellValue]) -> _Bounds:
    # Of dozens of placements, each puts one of a few figures into a column, or none.
    ends = list(map(_bounds_of, set(values)))
    return min((low for low, _ in ends), default=0), max((high for _, high in ends), default=inf)


def _row_bounds(paths: Sequence[str], candidates: Sequence[Placement]) -> dict[str, _Bounds]:
    columns = zip(*candidates, strict=True) if candidates else ((),) * len(paths)
    return dict(zip(paths, map(_bounds, columns), strict=True))


def _excess(signs: Iterable[tuple[str, int]], bounds: Mapping[str, _Bounds]) -> _Bounds:
    """Give the bounds of a sum of cells with these signs."""
    least: float = 0
    most: float = 0
    for path, sign in signs:
        low, high = bounds.get(path, _UNKNOWN)
        least += low if sign > 0 else -high
        most += high if sign > 0 else -low
    return least, most


def _kept(
    paths: Sequence[str], candidates: Sequence[Placement], bounds: Mapping[str, _Bounds], cls: type
) -> Sequence[Placement]:
    """Give the placements of a row that leave every identity possible."""
    for own, beside in _signed_in(paths, cls):
        others = _excess(beside, bounds)
        candidates = [candidate for candidate in candidates if _holds(candidate, own, others)]
    return candidates


@cache
def _signed_in(paths: Sequence[str], cls: type) -> Sequence[tuple[_Signs[int], _Signs[str]]]:
    """Give each sum that has cells of a row, in two: those of the row by their columns, and the others."""
    parts: list[tuple[_Signs[int], _Signs[str]]] = []
    for signs in _signed(cls):
        own = [(column, signs[path]) for column, path in enumerate(paths) if path in signs]
        if own:
            parts.append((own, [(path, sign) for path, sign in signs.items() if path not in paths]))
    return parts


def _holds(candidate: Placement, own: Iterable[tuple[int, int]], others: _Bounds) -> bool:
    """Tell whether a sum can be nought of which these columns are a part, each with its sign."""
    least, most = others
    for column, sign in own:
        value = candidate[column]
        if value is not None:
            signed = sign * or_nought(value)
            least += signed
            most += signed
        elif sign > 0:
            most = inf
        else:
            least = -inf
    return least <= 0 <= most

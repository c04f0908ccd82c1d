"""Slips of one hand that change several figures at once: neighbours exchanged, a row slid, a number split."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from govdisclosure.arithmetic.identities import identities
from govdisclosure.diagnosis._repair import Kind
from govdisclosure.model.structure import cache

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from govdisclosure.diagnosis._equations import Equations

_SHORTEST: Final = 3
"""Cells of the shortest run that can have slid: in a run of two, a figure that slid was exchanged for a nought."""


@frozen(eq=False)
class Slip:
    """
    A slip that may have been made.

    Args:
        kind: What slip it is.
        at: Positions of the cells from the first to the last that it changed, but for totals that follow others.
        figures: What should stand in those that are changed.
        joined: Of a split number, the position of the cell that it belongs into.
    """

    kind: Kind
    at: tuple[int, ...]
    figures: Mapping[int, int] = field(repr=False)
    joined: int | None = None


@cache
def _rows(cls: type) -> tuple[tuple[int, ...], ...]:
    """Give the rows of a table whose rows are summed, each from the first part to the total."""
    return tuple((*each.left_at, *each.right_at) for each in identities(cls) if each.across)


def is_crossed(cls: type) -> bool:
    """Tell whether cells of a table stand in a row and in a column that are both summed, as in table III."""
    return bool(_rows(cls))


def slips(equations: Equations, among: AbstractSet[int]) -> Iterator[Slip]:
    """
    Give the slips whose taking back could leave rows that add up.

    Args:
        equations: The table.
        among: Positions of cells, one of which has to change.
    """
    rows = _rows(equations.cls)
    neighbours = (*map(pairwise, rows), *(zip(row, below, strict=True) for row, below in pairwise(rows)))
    for line in neighbours:
        yield from _exchanged(equations, ((one, other) for one, other in line if one in among or other in among))
    for row in rows:
        if equations.unknown.isdisjoint(row) and not among.isdisjoint(row):
            yield from _in_row(equations, row)


def _exchanged(equations: Equations, neighbours: Iterator[tuple[int, int]]) -> Iterator[Slip]:
    figures = equations.figures
    for one, other in neighbours:
        fixed = (
            equations.unknown.isdisjoint((one, other)) and one not in equations.follow and other not in equations.follow
        )
        if fixed and figures[one] != figures[other]:
            yield Slip(Kind.CELLS_EXCHANGED, (one, other), {one: figures[other], other: figures[one]})


def _in_row(equations: Equations, row: tuple[int, ...]) -> Iterator[Slip]:
    """Give the slips inside of a row: a total that is blank and follows its parts is left out of them."""
    printed = [equations.figures[at] for at in row]
    if not any(printed):
        return
    *parts, _ = printed
    whole = [*parts, sum(parts)] if row[-1] in equations.follow else printed
    for start in range(len(row) - _SHORTEST + 1):
        for stop in range(start + _SHORTEST, len(row) + 1):
            # A blank total is what a slide of all has left; other slides leave it to follow.
            for figures in _slid(printed if stop == len(row) else whole, start, stop):
                slip = _slip(equations, row, printed, figures, Kind.ROW_SLID)
                if slip is not None:
                    yield slip
    stated = [isinstance(equations.values[at], int) for at in row]
    for at in range(len(row) - 1):
        # 0 and 5 are no parts of a number.
        if stated[at] and stated[at + 1] and printed[at]:
            for figures, joined in _joined(whole, at):
                slip = _slip(equations, row, printed, figures, Kind.NUMBER_SPLIT, row[joined])
                if slip is not None:
                    yield slip


def _slid(printed: Sequence[int], start: int, stop: int) -> Iterator[list[int]]:
    """Give a row with a run of its figures put back by a column, to the right and to the left."""
    last = len(printed) - 1
    # 3 0 0 2 5 _ for 0 3 0 0 2 5: what fell off at the left edge is what the row lacks.
    right = [*printed[:start], 0, *printed[start : stop - 1], *printed[stop:]]
    yield from _filled(right, start, vacated=printed[stop - 1], at_edge=start == 0)
    # _ 0 3 0 0 2 for 0 3 0 0 2 5: the total fell off, or the last of its parts.
    left = [*printed[:start], *printed[start + 1 : stop], 0, *printed[stop:]]
    yield from _filled(left, stop - 1, vacated=printed[start], at_edge=stop >= last)


def _filled(figures: list[int], at: int, *, vacated: int, at_edge: bool) -> Iterator[list[int]]:
    """Fill in what a slide has pushed out: the one figure with which the row adds up, if it can have been there."""
    lost = _lacking(figures, at)
    # In the cell that it left, there is nothing, or what was pushed out at the other end.
    if (lost == 0 or (lost > 0 and at_edge)) and vacated in {0, lost}:
        figures[at] = lost
        yield figures


def _lacking(figures: list[int], at: int) -> int:
    """Give what a row lacks in a cell that has nought, to add up."""
    *parts, total = figures
    return sum(parts) if at == len(parts) else total - sum(parts)


def _joined(printed: Sequence[int], at: int) -> Iterator[tuple[list[int], int]]:
    """Give a row with the figures of two neighbours as one number, and where that stands."""
    number = int(f"{printed[at]}{printed[at + 1]}")
    before, behind = printed[:at], printed[at + 2 :]
    # 1 2 for 12 _ and for _ 12
    yield [*before, number, 0, *behind], at
    yield [*before, 0, number, *behind], at + 1
    # 1 2 3 4 for 12 3 4 _: the second digit has pushed what is behind it over the edge, or over the last part.
    if behind:
        pushed = [*before, number, *behind, 0]
        yield from ((figures, at) for figures in _filled(pushed, len(printed) - 1, vacated=0, at_edge=True))
        kept = [*before, number, *behind[:-1], 0, behind[-1]]
        yield from ((figures, at) for figures in _filled(kept, len(printed) - 2, vacated=0, at_edge=True))


def _slip(  # noqa: PLR0913, PLR0917 - what a slip is made of
    equations: Equations,
    row: tuple[int, ...],
    printed: Sequence[int],
    figures: Sequence[int],
    kind: Kind,
    joined: int | None = None,
) -> Slip | None:
    """Make a slip of a row; None if the row does not add up, or no two cells of it are changed."""
    *parts, total = figures
    changed = [place for place, figure in enumerate(figures) if figure != printed[place]]
    changes = {row[place]: figures[place] for place in changed if row[place] not in equations.follow}
    if sum(parts) != total or len(changes) < 2:
        return None
    run = tuple(at for at in row[changed[0] : changed[-1] + 1] if at not in equations.follow)
    return Slip(kind, run, changes, joined)

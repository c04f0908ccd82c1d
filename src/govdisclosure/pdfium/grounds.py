"""Filled boxes within the cells of tables: the ground of words, or what covers them, and no rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govdisclosure.pdfium.pages import Box, Edge

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_NEAR: Final = 3.0
"""How near a rule the side of a ground ends, or lies, in points, that meets it, or adds nothing to it."""

_MOST_PAIRS: Final = 1_000_000
"""Sides and edges that are compared; in a drawing of thousands of filled boxes, all sides are kept."""


def sides_of(grounds: Iterable[Box], edges: Collection[Edge]) -> Iterator[Edge]:
    """
    Give the sides of filled boxes that can be rules of a table.

    A box is none that lies alone within what other edges enclose, and neither whose upper nor lower side goes from one
    rule to another, so that it parts no cell. Boxes beside each other there are the grounds of cells.

    Args:
        grounds: The boxes, without lines around them.
        edges: All other straight lines, and sides of boxes.
    """
    sides = {ground: (_across(ground), _down(ground)) for ground in grounds}
    are_few = len(sides) * (len(edges) + len(sides)) <= _MOST_PAIRS
    for ground, (across, down) in sides.items():
        cell = _around(across, down, edges) if are_few else None
        if cell is None or _has_another(cell, ground, sides) or any(_parts(side, edges) for side in across):
            yield from (*across, *down)


def _across(box: Box) -> tuple[Edge, Edge]:
    upper = Edge(is_across=True, at=box.top, start=box.left, end=box.right)
    return upper, upper._replace(at=box.bottom)


def _down(box: Box) -> tuple[Edge, Edge]:
    left = Edge(is_across=False, at=box.left, start=box.top, end=box.bottom)
    return left, left._replace(at=box.right)


def _around(across: tuple[Edge, Edge], down: tuple[Edge, Edge], edges: Collection[Edge]) -> Box | None:
    """Give what the nearest edges on all sides enclose; None where there is none on some side."""
    rows, columns = _nearest(across, edges), _nearest(down, edges)
    return None if rows is None or columns is None else Box(columns[0], rows[0], columns[1], rows[1])


def _nearest(sides: tuple[Edge, Edge], edges: Iterable[Edge]) -> tuple[float, float] | None:
    """Give where the nearest edges on either side of two stand that face each other."""
    first, last = sides
    middle = (first.start + first.end) / 2
    beside = [edge.at for edge in edges if edge.is_across == first.is_across and edge.start <= middle <= edge.end]
    before = [at for at in beside if at <= first.at + _NEAR]
    behind = [at for at in beside if at >= last.at - _NEAR]
    return (max(before), min(behind)) if before and behind else None


def _has_another(cell: Box, ground: Box, grounds: Iterable[Box]) -> bool:
    """Tell whether another box stands in a cell, at the left or right of the one."""
    shared = (ground.shared(other) for other in grounds if cell.holds(other.middle))
    return any(width <= _NEAR < height for width, height in shared)


def _lies_on(side: Edge, edges: Iterable[Edge]) -> bool:
    """Tell whether an edge of the same kind is where a side is."""
    return any(
        edge.is_across == side.is_across
        and abs(edge.at - side.at) <= _NEAR
        and edge.start < side.end
        and edge.end > side.start
        for edge in edges
    )


def _parts(side: Edge, edges: Collection[Edge]) -> bool:
    """Tell whether a side goes from one rule to another, and lies on none."""
    met = [
        edge.at
        for edge in edges
        if edge.is_across != side.is_across
        and side.start - _NEAR <= edge.at <= side.end + _NEAR
        and edge.start <= side.at <= edge.end
    ]
    return bool(met) and max(met) - min(met) > _NEAR and not _lies_on(side, edges)

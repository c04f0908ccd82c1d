"""The identities of a table (勾稽关系), derived from its declarations and from nothing else."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from govdisclosure.model.structure import block_cells, blocks, cell_paths, nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.model.declare import Declaration
    from govdisclosure.model.structure import Node
    from govdisclosure.model.values import CellValue


@frozen(eq=False)
class Identity:
    """
    One equation between cells of a table: the left side equals the right side.

    Args:
        code: Code of the check that compares the two sides.
        left: Paths of the cells on the left, below the table; of a sum, its parts.
        right: Paths of the cells on the right; of a sum, the total alone.
        paths: Every cell in the order in which a finding lists them: the formula; of a sum, the total first.
        at: Positions of ``paths`` in ``cell_values`` of the table.
        left_at: Positions of the left side.
        right_at: Positions of the right side.
        across: Whether it sums blocks cell by cell, as a row of table III does.
    """

    code: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    paths: tuple[str, ...]
    at: tuple[int, ...]
    left_at: tuple[int, ...]
    right_at: tuple[int, ...]
    across: bool


@cache
def identities(cls: type) -> tuple[Identity, ...]:
    """Give the identities of a table, in the order in which the form declares the cells that close them."""
    return tuple(identity for node in nodes(cls) for identity in _closed_by(cls, node))


def or_nought(value: CellValue) -> int:
    """Give what a count adds to a sum: itself if it is a number, nought for a blank and for "/"."""
    return value if isinstance(value, int) else 0


def _closed_by(cls: type, node: Node) -> Iterator[Identity]:
    declared = node.declared
    above, _, _ = node.path.rpartition(".")
    if declared.balance is not None:
        left = tuple(f"{above}.{path}" for path in declared.balance.left)
        right = tuple(f"{above}.{path}" for path in declared.balance.right)
        yield _identity(cls, declared.balance.code, left, right, left + right)
    if declared.identity is not None:
        parts = [path for part in declared.of for path in _sibling(cls, above, part)]
        for *summed, total in _rows(cls, node, parts):
            across = not declared.kind.is_cell
            yield _identity(cls, declared.identity, tuple(summed), (total,), (total, *summed), across=across)


def _sibling(cls: type, above: str, part: Declaration) -> Iterator[str]:
    # Declarations are compared by identity, and a class may share one with the class of the other edition.
    for node in nodes(cls):
        if node.declared is part and node.path.rpartition(".")[0] == above:
            yield node.path


def _rows(cls: type, total: Node, parts: list[str]) -> Iterator[tuple[str, ...]]:
    if total.declared.kind.is_cell:
        yield (*(path for part in parts for path in cell_paths(cls) if _is_below(path, part)), total.path)
        return
    columns = [block_cells(block) for part in parts for block in blocks(cls) if _is_below(block.path, part)]
    yield from zip(*columns, block_cells(total), strict=True)


def _identity(  # noqa: PLR0913 - an identity says everything at once
    cls: type,
    code: str,
    left: tuple[str, ...],
    right: tuple[str, ...],
    paths: tuple[str, ...],
    *,
    across: bool = False,
) -> Identity:
    position = {path: at for at, path in enumerate(cell_paths(cls))}
    at, left_at, right_at = (tuple(map(position.__getitem__, some)) for some in (paths, left, right))
    return Identity(code, left, right, paths, at, left_at, right_at, across)


def _is_below(path: str, part: str) -> bool:
    return path == part or path.startswith(f"{part}.")

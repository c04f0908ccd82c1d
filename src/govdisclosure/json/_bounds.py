"""Bounds of a tree that no parser has made: it can be deeper than any document, hold itself, and share its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govdisclosure.errors import Fault, StructureError
from govdisclosure.json._expected import Expected, Met
from govdisclosure.json._parse import MAX_NESTING

if TYPE_CHECKING:
    from govdisclosure.model.phrases import Phrase

MAX_VALUES: Final = 10_000_000
"""More than any document that fits in a reader's bounds; parts that are shared can unfold to any number of values."""


def refuse_unbounded(tree: object) -> None:
    """
    Refuse a tree that is too deep or too large.

    Raises:
        StructureError: If it has more than 200 levels, or unfolds to more than 10,000,000 values.
    """
    if _unfolded(tree, 1, {}) > MAX_VALUES:
        raise _unbounded(Met.MORE(), Expected.SIZE(MAX_VALUES))


def _unfolded(node: object, depth: int, sizes: dict[int, int]) -> int:
    """Count the values of a node, each part that is shared as often as it is met, but walk it once."""
    if not isinstance(node, (dict, list)):
        return 1
    if depth > MAX_NESTING:
        raise _unbounded(Met.LEVEL(), Expected.NESTING(MAX_NESTING))
    if id(node) not in sizes:
        items = node.values() if isinstance(node, dict) else node
        sizes[id(node)] = 1 + sum(_unfolded(item, depth + 1, sizes) for item in items)
    return sizes[id(node)]


def _unbounded(met: Phrase, expected: Phrase) -> StructureError:
    return StructureError([Fault("", met, expected)])

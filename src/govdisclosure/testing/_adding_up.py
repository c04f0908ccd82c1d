"""Tables in which all is right: their figures add up and are plausible."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from govdisclosure.model.declare import Kind
from govdisclosure.model.structure import Shape, blocks, cache, cell_kinds, cell_nodes, cell_paths, filled, set_cell
from govdisclosure.model.values import UNITS, Amount

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govdisclosure.model.structure import Node, Table
    from govdisclosure.model.values import CellValue

SMALL: Final = st.integers(0, 40)
_MOST_STATED: Final = 4
"""So many cells of a block are above nought at most, besides the totals: who reads an example sees which."""


@cache
def table_adding_up(cls: type[Table]) -> st.SearchStrategy[Table]:
    """Draw a table of a class in which all is right."""
    return _plausible(cls) if cls.shape is Shape.CAPTIONS else _adding_up(cls)


def _plausible(cls: type[Table]) -> st.SearchStrategy[Table]:
    # No body drawn here can make rules; what is in force, or disclosed in all, is the last and largest of its row.
    kinds = cell_kinds(cls)
    rows = [(row.path == "rules", paths) for row, paths in zip(blocks(cls), cls.figure_paths(), strict=True)]

    def build(*drawn: list[int]) -> Table:
        table = cls()
        for (is_rules, paths), figures in zip(rows, drawn, strict=True):
            for path, figure in zip(paths, sorted(figures), strict=True):
                set_cell(table, path, as_kind(0 if is_rules else figure, kinds[path]))
        return table

    return st.builds(build, *(st.lists(SMALL, min_size=len(paths), max_size=len(paths)) for _, paths in rows))


def as_kind(figure: int, kind: Kind) -> CellValue:
    """Give a figure as what a cell of a kind holds."""
    if kind is Kind.MONEY_WITH_UNIT:
        return Amount(Decimal(figure), UNITS[0])
    return Decimal(figure) if kind is Kind.MONEY else figure


def noughts(cls: type[Table]) -> Table:
    """Give a table of a class each cell of which is nought."""
    return filled(cls, {path: as_kind(0, kind) for path, kind in cell_kinds(cls).items()})


def _adding_up(cls: type[Table]) -> st.SearchStrategy[Table]:
    parts = parts_of(cls)
    cells = cell_paths(parts[0].declared.classes[0])
    stated = st.dictionaries(st.sampled_from(cells), SMALL, max_size=_MOST_STATED)
    return st.builds(partial(summed_up, cls), st.fixed_dictionaries({part.path: stated for part in parts}))


def parts_of(cls: type[Table]) -> list[Node]:
    """Give the blocks of a table that are sums of no others."""
    return [block for block in blocks(cls) if not block.declared.of]


def summed_up(cls: type[Table], stated: Mapping[str, Mapping[str, int]]) -> Table:
    """
    Make a table of what is stated in its parts: every other cell is nought, and all totals are right.

    Args:
        cls: The class of the table.
        stated: By the path of a part, the figures of its cells; those of totals are made anew.
    """
    parts = parts_of(cls)
    table, sums = cls(), dict.fromkeys(cell_paths(parts[0].declared.classes[0]), 0)
    for part in parts:
        figures = _with_totals(part.declared.classes[0], stated.get(part.path, {}))
        _fill(table, part, figures)
        sums = {path: sums[path] + figure for path, figure in figures.items()}
    for whole in blocks(cls):
        if whole.declared.of:
            _fill(table, whole, sums)
    return table


def _fill(table: Table, block: Node, figures: dict[str, int]) -> None:
    for path, figure in figures.items():
        set_cell(table, f"{block.path}.{path}", figure)


def _with_totals(cls: type, stated: Mapping[str, int]) -> dict[str, int]:
    figures = dict.fromkeys(cell_paths(cls), 0) | dict(stated)
    for node in cell_nodes(cls):
        if node.declared.of:
            above = node.path[: node.path.rfind(".") + 1]
            figures[node.path] = 0
            figures[node.path] = sum(figure for path, figure in figures.items() if path.startswith(above))
    for balance in (node.declared.balance for node in cell_nodes(cls)):
        if balance:
            right, (first, second) = sum(figures[path] for path in balance.right), balance.left
            figures[second] = min(figures[second], right)
            figures[first] = right - figures[second]
    return figures

"""The identities of a grid of the form, in words, and what its cells may hold: for formats that compute themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs
from attrs import frozen

from govdisclosure.arithmetic.identities import Identity, identities
from govdisclosure.form.grids import form_rows
from govdisclosure.model.declare import Kind
from govdisclosure.model.report import TABLES
from govdisclosure.model.structure import cell_nodes

if TYPE_CHECKING:
    from govdisclosure.form.blocks import Grid, GridCell
    from govdisclosure.model.structure import Node

_NUMBER: Final = re.compile("[一二三四五六七八九十]+(?=、)|（[一二三四五六七八九十]+）")


@frozen
class Equation:
    """
    One identity of a table: the sum of the left cells is the sum of the right cells.

    Args:
        code: Code of the check that compares the two sides.
        label: What it says, such as ``自然人：一＋二＝三（七）＋四``.
        left: Paths of the cells on the left, from the report.
        right: Paths of the cells on the right.
        across: Whether all its cells stand in one row, which has one such identity.
    """

    code: str
    label: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    across: bool


def equations(grid: Grid) -> tuple[Equation, ...]:
    """Give the identities between the figures of a grid that was composed; none for any other grid."""
    section, cls = _table(grid)
    if cls is None:
        return ()
    labelled = {node.path: node for node in cell_nodes(cls)}
    return tuple(
        Equation(
            identity.code,
            _label(identity, labelled),
            tuple(f"{section}.{path}" for path in identity.left),
            tuple(f"{section}.{path}" for path in identity.right),
            identity.across,
        )
        for identity in identities(cls)
    )


def kinds(grid: Grid) -> dict[str, Kind]:
    """Give what each figure of a grid that was composed may be, by its path from the report."""
    section, cls = _table(grid)
    return {} if cls is None else {f"{section}.{node.path}": node.declared.kind for node in cell_nodes(cls)}


def _table(grid: Grid) -> tuple[str, type | None]:
    """Tell which table of the form a grid is, by its section: the one that is the grid without its figures."""
    paths = (cell.path for row in grid.rows for cell in row if cell.path is not None)
    section = next(paths, "").partition(".")[0]
    blank = tuple(tuple(_blank(cell, section) for cell in row) for row in grid.rows)
    return section, next((cls for cls in TABLES.get(section, ()) if form_rows(cls) == blank), None)


def _blank(cell: GridCell, section: str) -> GridCell:
    return cell if cell.path is None else attrs.evolve(cell, text="", path=cell.path.removeprefix(f"{section}."))


def _label(identity: Identity, labelled: dict[str, Node]) -> str:
    total = labelled[identity.right[0]]
    block, below = _parts(total)
    if len(identity.right) > 1:
        left, right = ("＋".join(_short(labelled[path]) for path in side) for side in (identity.left, identity.right))
        return f"{' / '.join(block)}：{left}＝{right}"
    if identity.across:
        return f"{below[-1]}：各列之和＝{block[-1]}"
    return f"{' / '.join(block)}：各项之和＝{below[-1]}"


def _parts(node: Node) -> tuple[list[str], list[str]]:
    """Give the labels of the block that a cell is in, and those below it."""
    labels = [declared.label for declared in node.chain]
    end = next(place for place, declared in enumerate(node.chain, 1) if declared.kind is Kind.BLOCK)
    return labels[:end], labels[end:]


def _short(node: Node) -> str:
    """Give the numbers that the labels of a cell begin with: 三（七）."""
    return "".join(found.group() for label in _parts(node)[1] if (found := _NUMBER.match(label)))

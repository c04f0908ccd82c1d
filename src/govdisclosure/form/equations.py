"""The identities of a grid of the form, in words, and what its cells may hold: for formats that compute themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs
from attrs import frozen

from govdisclosure.arithmetic.identities import Identity, identities
from govdisclosure.form.grids import form_rows
from govdisclosure.model.naming import cell_names
from govdisclosure.model.report import TABLES
from govdisclosure.model.structure import cell_kinds
from govdisclosure.vocabulary.numerals import ORDINALS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.form.blocks import Grid, GridCell
    from govdisclosure.model.declare import Kind
    from govdisclosure.model.naming import CellName

_NUMBER: Final = re.compile(f"[{ORDINALS}]+(?=、)|（[{ORDINALS}]+）")


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
    named = cell_names(cls)
    return tuple(_equation(identity, section, _label(identity, named)) for identity in identities(cls))


def _equation(identity: Identity, section: str, label: str) -> Equation:
    left = tuple(f"{section}.{path}" for path in identity.left)
    right = tuple(f"{section}.{path}" for path in identity.right)
    return Equation(identity.code, label, left, right, identity.across)


def names(grid: Grid) -> dict[str, CellName]:
    """Give the names of the figures of a composed grid, and of their blocks, by their paths from the report."""
    section, cls = _table(grid)
    return {} if cls is None else {f"{section}.{path}": name for path, name in cell_names(cls).items()}


def kinds(grid: Grid) -> dict[str, Kind]:
    """Give what each figure of a grid that was composed may be, by its path from the report."""
    section, cls = _table(grid)
    return {} if cls is None else {f"{section}.{path}": kind for path, kind in cell_kinds(cls).items()}


def _table(grid: Grid) -> tuple[str, type | None]:
    """Tell which table of the form a grid is, by its section: the one that is the grid without its figures."""
    paths = (cell.path for row in grid.rows for cell in row if cell.path is not None)
    section = next(paths, "").partition(".")[0]
    blank = tuple(_blank_row(row, section) for row in grid.rows)
    return section, next((cls for cls in TABLES.get(section, ()) if form_rows(cls) == blank), None)


def _blank_row(row: Iterable[GridCell], section: str) -> tuple[GridCell, ...]:
    return tuple(_blank(cell, section) for cell in row)


def _blank(cell: GridCell, section: str) -> GridCell:
    return cell if cell.path is None else attrs.evolve(cell, text="", path=cell.path.removeprefix(f"{section}."))


def _label(identity: Identity, named: dict[str, CellName]) -> str:
    total = named[identity.right[0]]
    block = " / ".join(total.block)
    # 自然人：一＋二＝三（七）＋四
    if len(identity.right) > 1:
        return f"{block}：{_numbered(identity.left, named)}＝{_numbered(identity.right, named)}"
    # （一）予以公开：各列之和＝总计
    if identity.across:
        return f"{total.below[-1]}：各列之和＝{total.block[-1]}"
    # 行政复议：各项之和＝总计
    return f"{block}：各项之和＝{total.below[-1]}"


def _numbered(side: Iterable[str], named: dict[str, CellName]) -> str:
    return "＋".join(_number(named[path]) for path in side)


def _number(name: CellName) -> str:
    """Give the numbers that the labels of a cell begin with: 三（七）."""
    numbers = filter(None, map(_NUMBER.match, name.below))
    return "".join(number.group() for number in numbers)

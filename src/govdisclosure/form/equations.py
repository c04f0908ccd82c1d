"""The identities of a grid of the form, in words, and what its cells may hold: for formats that compute themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.arithmetic.identities import Identity, identities
from govdisclosure.form.grids import FormGrid
from govdisclosure.model.naming import cell_names
from govdisclosure.model.structure import cell_kinds
from govdisclosure.vocabulary.numerals import ORDINALS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.form.blocks import Grid
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
    if not isinstance(grid, FormGrid):
        return ()
    named = cell_names(grid.cls)
    return tuple(_equation(identity, grid.section, _label(identity, named)) for identity in identities(grid.cls))


def _equation(identity: Identity, section: str, label: str) -> Equation:
    left = tuple(f"{section}.{path}" for path in identity.left)
    right = tuple(f"{section}.{path}" for path in identity.right)
    return Equation(identity.code, label, left, right, identity.across)


def names(grid: Grid) -> dict[str, CellName]:
    """Give the names of the figures of a composed grid, and of their blocks, by their paths from the report."""
    if not isinstance(grid, FormGrid):
        return {}
    return {f"{grid.section}.{path}": name for path, name in cell_names(grid.cls).items()}


def kinds(grid: Grid) -> dict[str, Kind]:
    """Give what each figure of a grid that was composed may be, by its path from the report."""
    if not isinstance(grid, FormGrid):
        return {}
    return {f"{grid.section}.{path}": kind for path, kind in cell_kinds(grid.cls).items()}


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

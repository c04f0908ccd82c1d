"""The cells of a report by their paths, and the order of all paths."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, cast

from attrs import field, frozen

from govdisclosure.errors import UsageError
from govdisclosure.model.report import TABLES, AnnualReport, require_report
from govdisclosure.model.structure import (
    Node,
    Table,
    cache,
    cell_nodes,
    cell_paths,
    cell_values,
    fault_of,
    nodes,
    set_cell,
)
from govdisclosure.model.values import CellValue, scale_key

if TYPE_CHECKING:
    from collections.abc import Iterator

_INDEX: Final = re.compile(r"\[([0-9]{1,9})\]")


CellKind: TypeAlias = Literal["count", "change", "money", "money with unit"]
"""What a cell holds, besides a blank and ``NA``: a whole number, a signed one, a ``Decimal``, an ``Amount``."""


@frozen
class Cell:
    """
    One figure cell of a report.

    Two are equal if path, label and value are; the rest is what the form says of every cell with this path.

    Args:
        path: Dotted path, such as ``requests.total.newly_received``.
        label: Official labels along the path, such as ``总计 / 一、本年新收政府信息公开申请数量``.
        value: What is printed: a number, money, ``NA``, or ``None`` for a blank. ``0`` and ``0.00`` are two amounts.
        kind: ``"count"``: a whole number that is not negative; ``"change"``: a signed one; ``"money"``: a ``Decimal``
            in the unit of the cell; ``"money with unit"``: an ``Amount``, which brings its unit along.
        unit: Unit of the figure: ``件``, ``项`` or ``万元``; None where each figure brings its own.
        law: Ground in the Regulation, such as ``Art. 20(1)``: of the cell, or of the group that it is in; None where
            the form names none.
    """

    path: str
    label: str
    value: CellValue = field(eq=scale_key)
    kind: CellKind = field(default="count", eq=False)
    unit: str | None = field(default=None, eq=False)
    law: str | None = field(default=None, eq=False)


def cells(report: AnnualReport) -> Iterator[Cell]:
    """
    Give every cell of the tables that the report has, in the order of its JSON.

    Raises:
        TypeError: If ``report`` is no report.
    """
    require_report(report)
    return _cells(report)


def _cells(report: AnnualReport) -> Iterator[Cell]:
    for section, table in tables(report):
        for node, value in zip(cell_nodes(type(table)), cell_values(table), strict=True):
            yield cell_at(section, node, value)


def cell_at(section: str, node: Node, value: CellValue) -> Cell:
    """Give a cell of the table of a section with what the form declares of it."""
    kind = cast("CellKind", node.declared.kind.value)
    return Cell(f"{section}.{node.path}", node.label, value, kind, node.declared.unit, node.law)


def tables(report: AnnualReport) -> Iterator[tuple[str, Table]]:
    """Give the tables that the report has, with the names of their sections."""
    for section in TABLES:
        table = getattr(report, section)
        if table is not None:
            yield section, table


def get(report: AnnualReport, path: str) -> CellValue:
    """
    Give the value of a cell; ``None`` for a blank, and for every cell of a table that the report does not have.

    Raises:
        TypeError: If ``report`` is no report.
        UsageError: If the path is not that of a cell, or is a cell of the other edition of the table.
    """
    table, below = _table_of(report, path)
    if table is None:
        return None
    return cast("CellValue", attrgetter(below)(table))


def put(report: AnnualReport, path: str, value: CellValue) -> None:
    """
    Set the value of a cell in place.

    Raises:
        UsageError: If the path is not that of a cell of this report, or the report does not have the table.
        TypeError: If the value is of a wrong type, or ``report`` is no report.
        ValueError: If the value is out of range.
    """
    table, below = _table_of(report, path)
    if table is None:
        raise UsageError(f"the report has no table {path.partition('.')[0]!r} to put a value into")
    fault = fault_of(type(table), below, value)
    if fault is not None:
        raise fault.error(fault.refusal)
    set_cell(table, below, value)


def node_of(path: str) -> Node:
    """
    Give what the form declares of a cell, from its table; of a path that several editions have, the current one.

    Raises:
        UsageError: If the path is not that of a cell of any edition.
    """
    section, below = _split(path)
    for cls in TABLES.get(section, ()):
        if below in _positions(cls):
            return cell_nodes(cls)[_positions(cls)[below]]
    raise UsageError(f"{path!r} is not the path of a cell")


def label_of(report: AnnualReport, path: str) -> str:
    """Give the official label of a path: of a cell, group, section or value of the metadata; else the path itself."""
    section, _, below = path.partition(".")
    table = getattr(report, section) if section in TABLES else None
    if isinstance(table, Table) and below:
        return _labels(type(table)).get(below, path)
    return _labels(AnnualReport).get(path.partition("[")[0], path)


def path_key(path: str) -> tuple[tuple[int, ...], str]:
    """Give the place of a path in the order of the JSON keys; unknown paths come last, by their letters."""
    base, bracket, below = path.partition("[")
    place = _order(AnnualReport).get(base)
    if place is None:
        return (1,), path
    return (0, place, *map(int, _INDEX.findall(bracket + below))), below


def _table_of(report: AnnualReport, path: str) -> tuple[Table | None, str]:
    require_report(report)
    section, below = _split(path)
    classes = TABLES.get(section, ())
    table: Table | None = getattr(report, section) if classes else None
    for cls in classes if table is None else (type(table),):
        if below in _positions(cls):
            return table, below
    whose = "" if table is None else f" of this {type(table).__name__}"
    raise UsageError(f"{path!r} is not the path of a cell{whose}")


def _split(path: object) -> tuple[str, str]:
    if not isinstance(path, str):
        raise UsageError(f"a path must be text, got {type(path).__name__}")
    section, _, below = path.partition(".")
    return section, below


@cache
def _positions(cls: type) -> dict[str, int]:
    return {path: position for position, path in enumerate(cell_paths(cls))}


@cache
def _labels(cls: type) -> dict[str, str]:
    return {node.path: node.label for node in nodes(cls)}


@cache
def _order(cls: type) -> dict[str, int]:
    # Both editions are in one order: a path that they share has the place of the current one.
    paths = dict.fromkeys(node.path for node in nodes(cls))
    return {path: place for place, path in enumerate(paths)}

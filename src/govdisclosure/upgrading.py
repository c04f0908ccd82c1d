"""Upgrading: the tables of an earlier edition of the form as those of the current one, and what has no place there."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from attrs import frozen

from govdisclosure.model.cells import Cell, cells, tables
from govdisclosure.model.editions import CURRENT
from govdisclosure.model.report import AnnualReport, require_report
from govdisclosure.model.structure import cache, cell_kinds, filled, values_by_path

if TYPE_CHECKING:
    from govdisclosure.model.structure import Table
    from govdisclosure.model.values import CellValue


@frozen
class Upgrade:
    """
    A report with every table in the current edition of the form.

    Args:
        report: A copy of the report; in its tables are the figures that have a place, every other cell is blank.
        lost: The cells of the given report that state something and have no place in the copy, in the order of its
            JSON.
    """

    report: AnnualReport
    lost: tuple[Cell, ...]


def upgrade(report: AnnualReport) -> Upgrade:
    """
    Bring each table of a report into the current edition; the given report is not changed, and nothing is invented.

    A cell has a place if both editions have it, by path and kind of figure. Where an earlier edition counts otherwise,
    its figure has none: 本年新制作数量 are no 本年制发件数, 对外公开总数量 says nothing of 现行有效件数, and a figure
    of （六）其他处理 does not say which of the three rows below it are meant. Where a nought there leaves the three no
    other value, ``complete(report, parts=True)`` fills them in. Tables that are of the current edition already, text,
    metadata and extensions stay as they are.

    Raises:
        TypeError: If ``report`` is no report.

    Source: 国办公开办函〔2019〕60号 and 〔2021〕30号, sections 二 and 三.
    """
    require_report(report)
    result = copy.deepcopy(report)
    kept: set[str] = set()
    for section, table in tables(result):
        cls = CURRENT.tables[section]
        kept.update(f"{section}.{path}" for path in shared_paths(type(table), cls))
        if type(table) is not cls:
            setattr(result, section, _in_class(table, cls))
    lost = (cell for cell in cells(report) if cell.path not in kept and cell.value is not None)
    return Upgrade(result, tuple(lost))


@cache
def shared_paths(before: type[Table], after: type[Table]) -> tuple[str, ...]:
    """Give the paths from the table at which both have a cell of the same kind, in the order of the first."""
    kinds = cell_kinds(after)
    return tuple(path for path, kind in cell_kinds(before).items() if kinds.get(path) is kind)


def shared_values(table: Table, cls: type[Table]) -> dict[str, CellValue]:
    """Give the values of the cells of a table that another class has as well, by their paths from it."""
    values = values_by_path(table)
    return {path: values[path] for path in shared_paths(type(table), cls)}


def _in_class(table: Table, cls: type[Table]) -> Table:
    """Give the table as one of another class, with the cells that both have, and its notes."""
    result = filled(cls, shared_values(table, cls))
    result.notes = table.notes
    return result

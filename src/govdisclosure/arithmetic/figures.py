"""What the tables of a report state, so that sums of cells and of groups of cells can be asked for by their paths."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from types import NoneType
from typing import TYPE_CHECKING, Final, Self

from attrs import frozen

from govdisclosure.arithmetic.clean import is_clean
from govdisclosure.arithmetic.convention import completed, is_stated, totals
from govdisclosure.arithmetic.identities import identities
from govdisclosure.errors import UsageError
from govdisclosure.model.cells import tables
from govdisclosure.model.structure import Table, cache, cell_paths, cell_values
from govdisclosure.model.values import NAType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from govdisclosure.arithmetic.convention import Total
    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.values import CellValue

NO_FIGURE: Final = frozenset({NoneType, NAType})
"""The types of what stands in a cell in place of a figure."""


@frozen(eq=False)
class TableFigures:
    """
    The figures of one table; by position, all are in the order of ``paths``.

    Args:
        section: Name of its section, such as ``requests``.
        table: The table.
    """

    section: str
    table: Table

    @property
    def cls(self) -> type:
        """The class of the table."""
        return type(self.table)

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of its cells in the report."""
        return _groups(self.section, self.cls)[self.section]

    def paths_at(self, positions: Iterable[int]) -> tuple[str, ...]:
        """Give the paths of the cells at some positions."""
        paths = self.paths
        return tuple([paths[at] for at in positions])

    @cached_property
    def values(self) -> tuple[CellValue, ...]:
        """What is printed in its cells."""
        return cell_values(self.table)

    @cached_property
    def _types(self) -> frozenset[type]:
        return frozenset(map(type, self.values))

    @cached_property
    def full(self) -> tuple[int | Decimal, ...]:
        """Every figure: blanks as the convention completes them, where the table has identities; otherwise nought."""
        if identities(self.cls):
            return tuple(completed(self.cls, self.values))
        return tuple(value if isinstance(value, int | Decimal) else 0 for value in self.values)

    @cached_property
    def blank_totals(self) -> tuple[int, ...]:
        """The positions of the blank totals of which a part is stated."""
        if NoneType not in self._types:
            return ()
        return tuple(total.at for total in totals(self.cls) if self._is_asked_for(total))

    def _is_asked_for(self, total: Total) -> bool:
        return self.values[total.at] is None and any(is_stated(each, self.values) for each in total.sums)


def types_in(table: TableFigures) -> frozenset[type]:
    """Give the types of what is printed in the cells of a table: where it is filled in, none of them is a blank's."""
    return table._types  # noqa: SLF001 - no part of what a check is given


def is_filled_in(table: TableFigures) -> bool:
    """Tell whether a figure stands in every cell of a table."""
    if _is_all_sums(table.cls) and is_clean(table.table):
        return True
    return NO_FIGURE.isdisjoint(map(type, cell_values(table.table)))


@cache
def _is_all_sums(cls: type) -> bool:
    """Tell whether every cell of a table is in an identity: where that is clean, all are numbers."""
    return {at for identity in identities(cls) for at in identity.at} == {*range(len(cell_paths(cls)))}


@frozen(eq=False)
class Figures:
    """
    The figures of the tables of a report, of those that it has.

    Cells are named by their paths, groups of cells by what their paths begin with: ``requests.total.outcomes`` is all
    outcomes of that column. A cell says something if a figure or "/" (nought) stands in it, and a blank total if one of
    its parts does; other blanks say nothing, and count as nought in a sum with cells that do.

    Args:
        tables: The figures of each table, in the order of the report.
    """

    tables: tuple[TableFigures, ...]

    @classmethod
    def of(cls, report: AnnualReport) -> Self:
        """Take the figures of a report, which must not be changed while they are used."""
        return cls(tuple([TableFigures(section, table) for section, table in tables(report)]))

    def cells(self, *names: str) -> tuple[str, ...]:
        """Give the paths of these cells, and of the cells of these groups, that the report has, in its order."""
        return tuple(sorted(self._cells(names), key=self._order.__getitem__))

    def has(self, *names: str) -> bool:
        """Tell whether the report has each of these cells and groups; a table of another edition may not."""
        return self._members.keys() >= {*names}

    def says(self, *names: str) -> bool:
        """Tell whether one of the cells says something."""
        return not self._saying.isdisjoint(self._cells(names))

    def sum_of(self, *names: str) -> int | Decimal:
        """
        Give the sum of cells and groups; blanks count as the convention completes them.

        Raises:
            UsageError: If the report does not have one of them.
        """
        missing = next((name for name in names if name not in self._members), None)
        if missing is not None:
            raise UsageError(f"the report has no cell or group {missing!r}")
        return sum(self._figures[path] for path in self._cells(names))

    def _cells(self, names: tuple[str, ...]) -> set[str]:
        return {path for name in names for path in self._members.get(name, ())}

    @cached_property
    def _members(self) -> Mapping[str, tuple[str, ...]]:
        return _members_of(tuple([(table.section, table.cls) for table in self.tables]))

    @cached_property
    def _figures(self) -> Mapping[str, int | Decimal]:
        figures: dict[str, int | Decimal] = {}
        for table in self.tables:
            figures |= zip(table.paths, table.full, strict=True)
        return figures

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return _order_of(tuple([(table.section, table.cls) for table in self.tables]))

    @cached_property
    def _saying(self) -> frozenset[str]:
        saying: set[str] = set()
        for table in self.tables:
            saying.update(path for path, value in zip(table.paths, table.values, strict=True) if value is not None)
            saying.update(table.paths_at(table.blank_totals))
        return frozenset(saying)


@cache
def _members_of(classes: tuple[tuple[str, type], ...]) -> Mapping[str, tuple[str, ...]]:
    """Give the cells of all tables as ``_groups`` does; once for the tables of all reports on the same form."""
    members: dict[str, tuple[str, ...]] = {}
    for section, cls in classes:
        members |= _groups(section, cls)
    return members


@cache
def _order_of(classes: tuple[tuple[str, type], ...]) -> Mapping[str, int]:
    """Give the place of each cell in the order of the report."""
    paths = [path for section, cls in classes for path in _groups(section, cls)[section]]
    return {path: place for place, path in enumerate(paths)}


@cache
def _groups(section: str, cls: type) -> Mapping[str, tuple[str, ...]]:
    """Give the cells of a table by the path of each of them, of each group of them, and of the table itself."""
    members: dict[str, list[str]] = {}
    for below in cell_paths(cls):
        path = f"{section}.{below}"
        at = len(section)
        while at > 0:
            members.setdefault(path[:at], []).append(path)
            at = path.find(".", at + 1)
        members[path] = [path]
    return {name: tuple(paths) for name, paths in members.items()}

"""What the tables of a report state, so that sums of cells and of groups of cells can be asked for."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, Self

from attrs import frozen

from govdisclosure.arithmetic.convention import completed, is_stated, totals
from govdisclosure.model.cells import tables
from govdisclosure.model.structure import cell_paths, cell_values

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.model.report import AnnualReport

_COUNTED: Final = ("requests", "review_and_litigation")


@frozen
class Stated:
    """
    The figures of the tables of a report.

    A cell says something if a figure or "/" (nought) stands in it, and a blank total if one of its parts does; other
    blanks say nothing, and count as nought in a sum with cells that do.

    Args:
        figures: Figure of each cell, by its path; blanks as the convention completes them.
        saying: Paths of the cells that say something.
    """

    figures: dict[str, int | Decimal]
    saying: frozenset[str]

    @classmethod
    def of(cls, report: AnnualReport) -> Self:
        """Take the figures of a report."""
        figures: dict[str, int | Decimal] = {}
        saying: set[str] = set()
        for section, table in tables(report):
            kind: type = type(table)
            paths = [f"{section}.{path}" for path in cell_paths(kind)]
            values = cell_values(table)
            figures |= {
                path: value if isinstance(value, int | Decimal) else 0
                for path, value in zip(paths, values, strict=True)
            }
            saying.update(path for path, value in zip(paths, values, strict=True) if value is not None)
            if section in _COUNTED:
                figures |= zip(paths, completed(kind, values), strict=True)
                known = (total for total in totals(kind) if any(is_stated(each, values) for each in total.sums))
                saying.update(paths[total.at] for total in known)
        return cls(figures, frozenset(saying))

    def cells(self, names: Iterable[str]) -> list[str]:
        """Give the paths of these cells, and of the cells of these groups, that the report has."""
        given = tuple(names)
        return [path for path in self.figures if any(path == name or path.startswith(f"{name}.") for name in given)]

    def has(self, names: Iterable[str]) -> bool:
        """Tell whether the report has each of these cells and groups."""
        return all(self.cells([name]) for name in names)

    def says(self, names: Iterable[str]) -> bool:
        """Tell whether one of the cells says something."""
        return any(path in self.saying for path in self.cells(names))

    def sum_of(self, names: Iterable[str]) -> int | Decimal:
        """Give the sum of cells and groups; blanks count as the convention completes them."""
        first, *others = (self.figures[path] for path in self.cells(names))
        return sum(others, first)

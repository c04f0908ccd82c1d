"""What faults have in common: what one is, and how figures are changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from hypothesis import strategies as st

from govdisclosure.model.cells import cells, get, put
from govdisclosure.model.report import AnnualReport
from govdisclosure.testing._case import Case

Faults: TypeAlias = Mapping[str, Callable[[], st.SearchStrategy[AnnualReport | Case]]]
"""By the code of a rule, what draws a report, or a case, in which that rule alone is broken."""

SOME: Final = st.integers(1, 40)
"""By how much a figure is wrong."""


def raise_cells(report: AnnualReport, by: int, *paths: str) -> None:
    """Make figures larger."""
    for path in paths:
        figure = get(report, path)
        assert isinstance(figure, int)
        put(report, path, figure + by)


def sum_of(report: AnnualReport, *names: str) -> int:
    """Give the sum of the counts in cells and groups of cells."""
    figures = [cell.value for cell in cells(report) if any(f"{cell.path}.".startswith(f"{name}.") for name in names)]
    return sum(figure for figure in figures if isinstance(figure, int))

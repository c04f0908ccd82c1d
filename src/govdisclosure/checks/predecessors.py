"""The reports of the year before: which of many they are, and what they state together."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Self

from attrs import frozen

from govdisclosure.arithmetic.figures import Figures
from govdisclosure.model.cells import cells, get
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.values import NA
from govdisclosure.rosters import is_one_body
from govdisclosure.vocabulary.bodies import name_of_body
from govdisclosure.vocabulary.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from govdisclosure.model.values import CellValue


class Unfit(enum.StrEnum):
    """Why a report that is given as last year's is not compared."""

    YEAR = "year"
    """It is on another year."""
    YEAR_UNKNOWN = "year unknown"
    """Its year is not known, or that of the report that is checked."""
    TWICE = "twice"
    """Another one of the same body has other figures."""


@frozen
class Misfit:
    """
    A report that is given as last year's, and is not.

    Args:
        number: Its place among those that are given, from 1.
        report: The report.
        reason: Why it is not compared.
        other: The place of another one of the same body, from which it differs; None if that is not the reason.
    """

    number: int
    report: AnnualReport
    reason: Unfit
    other: int | None = None


def same_body(first: AnnualReport, second: AnnualReport) -> bool:
    """Tell whether two reports bear the same code, or the same name in either script and any width."""
    if first.agency is None or second.agency is None:
        return False
    if first.agency.code is not None and first.agency.code == second.agency.code:
        return True
    one, other = name_of_body(first.agency), name_of_body(second.agency)
    return one is not None and other is not None and fold(one) == fold(other)


def predecessors(report: AnnualReport, among: Iterable[AnnualReport]) -> tuple[AnnualReport, ...]:
    """
    Pick the reports of the same body on the year before out of many, as ``check`` takes them for ``previous``.

    The code of the agency decides where both have one and one of them fits, otherwise the name as it stands. A body
    that others merged into has theirs as well, which no name tells: give these to ``check`` yourself.

    Args:
        report: The report that is to be checked.
        among: Reports of any bodies and years, itself among them or not.

    Returns:
        Usually one; none where there is none or a year is not known; several where there are copies.
    """
    if report.year is None:
        return ()
    last = [each for each in among if each.year == report.year - 1 and same_body(report, each)]
    by_code = [each for each in last if report.agency and each.agency and report.agency.code == each.agency.code]
    return tuple(by_code if by_code and report.agency and report.agency.code is not None else last)


@frozen(eq=False)
class LastYear:
    """
    What the reports of the year before state, several together where bodies merged.

    Args:
        reports: These; copies of one report count once.
    """

    reports: tuple[AnnualReport, ...]
    _figures: tuple[Figures, ...]

    @classmethod
    def of(cls, report: AnnualReport, previous: Iterable[AnnualReport]) -> Self | None:
        """Take the reports that are given as last year's; None if there is none, or one that is not."""
        given = tuple(previous)
        if not given or any(True for _ in unfit(report, given)):
            return None
        kept = [each for place, each in enumerate(given) if not any(are_copies(each, other) for other in given[:place])]
        return cls(tuple(kept), tuple(map(Figures.of, kept)))

    def is_of(self, report: AnnualReport) -> bool:
        """Tell whether it is one report, of the same body as this one."""
        return len(self.reports) == 1 and same_body(self.reports[0], report)

    def count(self, path: str) -> int | None:
        """Give the sum of a count as it is printed, "/" as nought; None where it is blank in one of the reports."""
        figures = [count_in(report, known, path) for report, known in zip(self.reports, self._figures, strict=True)]
        counted = [figure for figure in figures if figure is not None]
        return sum(counted) if len(counted) == len(figures) else None

    def has(self, *names: str) -> bool:
        """Tell whether each of the reports has these cells and groups of cells."""
        return all(figures.has(*names) for figures in self._figures)

    def says(self, *names: str) -> bool:
        """Tell whether something stands in these cells in each of the reports."""
        return all(figures.says(*names) for figures in self._figures)

    def sum_of(self, *names: str) -> int | Decimal:
        """Give the sum of cells and groups of cells; blanks count as the convention completes them."""
        return sum(figures.sum_of(*names) for figures in self._figures)


def count_in(report: AnnualReport, figures: Figures, path: str) -> int | None:
    """Give a count as it is printed, "/" as nought; None where it is blank, or the report does not have the cell."""
    return count_of(get(report, path)) if figures.has(path) else None


def count_of(value: CellValue) -> int | None:
    """Give the same of what stands in a cell."""
    return 0 if value is NA else value if isinstance(value, int) else None


def unfit(report: AnnualReport, previous: Iterable[AnnualReport]) -> Iterator[Misfit]:
    """Yield the reports given as last year's that are not."""
    given = tuple(previous)
    for number, each in enumerate(given, 1):
        if report.year is None or each.year is None:
            yield Misfit(number, each, Unfit.YEAR_UNKNOWN)
        elif each.year != report.year - 1:
            yield Misfit(number, each, Unfit.YEAR)
        else:
            before = enumerate(given[: number - 1], 1)
            other = next((place for place, one in before if _differs(each, one)), None)
            if other is not None:
                yield Misfit(number, each, Unfit.TWICE, other)


def _differs(one: AnnualReport, other: AnnualReport) -> bool:
    """Tell whether two reports can only be of one body, and have other figures."""
    return _can_only_be_one(one, other) and not are_copies(one, other)


def are_copies(first: AnnualReport, second: AnnualReport) -> bool:
    """Tell whether two reports are one: of one body, named with its brackets and regions or without, and equal."""
    return first is second or (_can_only_be_one(first, second) and list(cells(first)) == list(cells(second)))


def _can_only_be_one(first: AnnualReport, second: AnnualReport) -> bool:
    """Tell whether two reports can only be of one body: 示例市示例县民政局 and 县民政局, unless their codes differ."""
    if same_body(first, second):
        return True
    if first.agency is None or second.agency is None or None not in {first.agency.code, second.agency.code}:
        return False
    return is_one_body(first.agency.name, second.agency.name)

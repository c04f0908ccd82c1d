"""The way back: reports, with all of their tables, from the rows of both tables."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from govdisclosure.dataset._fact import Fact, State
from govdisclosure.dataset._records import as_stated, cell_forms
from govdisclosure.errors import ReadError
from govdisclosure.model.declare import Kind
from govdisclosure.model.report import NARRATIVES, SECTIONS, TABLES, Agency, AnnualReport, Period
from govdisclosure.model.structure import Table, fault_of, filled
from govdisclosure.model.values import NA, UNITS, Amount

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from govdisclosure.dataset._fact import ReportRow
    from govdisclosure.dataset._records import CellForm
    from govdisclosure.model.values import CellValue

CODE: Final = "DATA-SET"
"""The code of a data set that cannot be read."""


class Figure(NamedTuple):
    """What is needed of a fact for the way back."""

    report: str
    table: str
    edition: str | None
    path: str
    value: int | None
    amount: str | None
    unit: str | None
    state: str


_Fact: TypeAlias = Fact | Figure


def refusal(en: str, zh: str) -> ReadError:
    """Make the error of a data set that cannot be read."""
    return ReadError(en, code=CODE, zh=zh)


def rebuild(facts: Iterable[Fact], reports: Iterable[ReportRow]) -> Iterator[AnnualReport]:
    """
    Give the reports back whose rows these are, in the order of their rows.

    Their tables are equal to those that the facts were made of, sections that they lack are null again, and so are
    agency, year, title, period and day of publication what they were. The text of the other sections is in no table: it
    is an empty list, as are preamble and further sections. Rows of sources that could not be read are left out.

    Args:
        facts: The facts, those of one report together, and the reports in the order of their rows: as they were
            written, or both sorted by ``report``.
        reports: The rows of the reports.

    Raises:
        ReadError: If the two contradict each other, a cell has no fact, or a fact says what its cell cannot hold.
    """
    return rebuilt(facts, reports)


def rebuilt(facts: Iterable[_Fact], reports: Iterable[ReportRow]) -> Iterator[AnnualReport]:
    """Do what ``rebuild`` does, with as much of the facts as is needed."""
    supply = _Supply(facts)
    for row in reports:
        if row.error is None:
            yield _report(row, supply.of(row.report))
    supply.require_end()


class _Supply:
    """Facts, taken report by report."""

    def __init__(self, facts: Iterable[_Fact]) -> None:
        self._left = iter(facts)
        self._next = next(self._left, None)

    def of(self, report: str) -> dict[str, _Fact]:
        """Take the facts of a report, by their paths; a path that comes again is that of a report given twice."""
        taken: dict[str, _Fact] = {}
        while self._next is not None and self._next.report == report and self._next.path not in taken:
            taken[self._next.path] = self._next
            self._next = next(self._left, None)
        return taken

    def require_end(self) -> None:
        """Refuse facts that are left over."""
        if self._next is not None:
            raise refusal(
                f"the facts of report {self._next.report} stand in another order than its row; sort both by report",
                f"报告 {self._next.report} 的数据与其所在行的次序不同，请将两表都按 report 排序",
            )


def _report(row: ReportRow, facts: Mapping[str, _Fact]) -> AnnualReport:
    null = _null_sections(row)
    by_section: dict[str, dict[str, _Fact]] = {}
    for path, fact in facts.items():
        by_section.setdefault(fact.table, {})[path] = fact
    if by_section.keys() != TABLES.keys() - null:
        stated_there, expected = ", ".join(sorted(by_section)), ", ".join(sorted(TABLES.keys() - null))
        raise refusal(
            f"report {row.report} has facts of the tables [{stated_there}], its row names [{expected}]",
            f"报告 {row.report} 的数据所属的表（{stated_there}）与其所在行（{expected}）不符",
        )
    try:
        report = AnnualReport(
            agency=_agency(row), year=row.year, title=row.title, period=_period(row), published=row.published
        )
        for section in NARRATIVES:
            setattr(report, section, None if section in null else [])
        for section, own in by_section.items():
            table = _table(section, own)
            table.notes = list(getattr(row, f"{section}_notes") or ())
            setattr(report, section, table)
    except (TypeError, ValueError) as error:
        raise refusal(f"report {row.report}: {error}", f"报告 {row.report}：{error}") from error
    return report


def _null_sections(row: ReportRow) -> set[str]:
    null = set(row.null_sections or ())
    if null <= set(SECTIONS):
        return null
    strange = ", ".join(sorted(null - set(SECTIONS)))
    raise refusal(f"report {row.report} names no section: {strange}", f"报告 {row.report} 没有这样的部分：{strange}")


def _agency(row: ReportRow) -> Agency | None:
    if row.agency is None:
        return None
    return Agency(name=row.agency, kind=row.kind, code=row.code, division=row.division)


def _period(row: ReportRow) -> Period | None:
    if row.period_start is None or row.period_end is None:
        return None
    return Period(start=row.period_start, end=row.period_end)


def _table(section: str, facts: Mapping[str, _Fact]) -> Table:
    """
    Make a table of its facts.

    Raises:
        ValueError: If they are not those of all of its cells, or one says what its cell cannot hold.
    """
    editions = {fact.edition for fact in facts.values()}
    of_edition = [cls for cls in TABLES[section] if {cls.edition} == editions]
    if not of_edition:
        raise ValueError(f"{section}: no edition {', '.join(map(str, editions))}")
    (cls,) = of_edition
    forms = {form.path: form for form in cell_forms(cls)}
    if forms.keys() != facts.keys():
        strange = sorted(forms.keys() ^ facts.keys())
        raise ValueError(f"{strange[0]}: {'no fact' if strange[0] in forms else 'no cell'}")
    values = {path.removeprefix(f"{section}."): _value(form, facts[path]) for path, form in forms.items()}
    for path, value in values.items():
        fault = fault_of(cls, path, value)
        if fault is not None:
            raise fault.error(fault.refusal)
    return filled(cls, values)


def _value(form: CellForm, fact: _Fact) -> CellValue:
    value = _said(form, fact)
    # Somebody may have made 万元 into 元, or filled a blank in, and left the rest as it was.
    again = as_stated(value, form.unit)
    if (again.value, again.amount, again.unit, again.state) != (fact.value, fact.amount, fact.unit, fact.state):
        raise ValueError(f"{form.path}: value, amount, unit and state contradict each other, or the form")
    return value


def _said(form: CellForm, fact: _Fact) -> CellValue:
    if fact.state == State.BLANK:
        return None
    if fact.state == State.NA:
        return NA
    if form.kind.is_number:
        return fact.value
    try:
        amount = Decimal(fact.amount or "")
    except InvalidOperation as error:
        raise ValueError(f"{form.path}: {fact.amount!r} is no amount") from error
    if form.kind is Kind.MONEY:
        return amount
    return Amount(amount, next((unit for unit in UNITS if unit == fact.unit), None))

"""The strategies: what they can draw, and that all of it is as promised."""

from __future__ import annotations

import importlib
import sys
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import Phase, find, given, settings
from support.builders import build_report

import govdisclosure as gd
from govdisclosure import testing
from govdisclosure.model import values
from govdisclosure.model.editions import edition_of
from govdisclosure.model.report import HEADINGS, agency_kind, standard_title, validate
from govdisclosure.model.structure import cell_values

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

    from govdisclosure.model.structure import Group, Table


@given(report=testing.reports())
def test_reports_are_valid(report: gd.AnnualReport) -> None:
    """Whatever is drawn, the model accepts a second time."""
    validate(report)


@given(report=testing.reports(extensions=False))
def test_reports_without_extensions(report: gd.AnnualReport) -> None:
    """Only JSON keeps extensions; a property of another format leaves them out."""
    assert report.extensions == {}


_SEEN: dict[str, Callable[[gd.AnnualReport], Any]] = {
    "nothing at all": lambda report: report == gd.AnnualReport(),
    "mixed editions": lambda report: _editions(report) == {"2019", "2021"},
    "a blank, a nought and a stroke": lambda report: {None, 0, gd.NA} <= {cell.value for cell in gd.cells(report)},
    "18 digits": lambda report: 10**18 - 1 in [cell.value for cell in gd.cells(report)],
    "a signed change": lambda report: any(type(cell.value) is int and cell.value < 0 for cell in gd.cells(report)),
    "a scaled nought": lambda report: "0.00" in [str(cell.value) for cell in gd.cells(report)],
    "an amount with its unit": lambda report: any(str(cell.value).endswith("万元") for cell in gd.cells(report)),
    "a kind against the name": lambda report: (
        report.agency and report.agency.kind and report.agency.kind != agency_kind(report.agency.name)
    ),
    "a kind left out": lambda report: (
        report.agency and report.agency.kind is None and agency_kind(report.agency.name) is not None
    ),
    "a code": lambda report: report.agency and report.agency.code,
    "a division": lambda report: report.agency and report.agency.division,
    "a standard title": lambda report: (
        report.agency and report.year and report.title == standard_title(report.agency.name, report.year)
    ),
    "a wrong period": lambda report: report.period and report.year and report.period.start.year != report.year,
    "a year long ago": lambda report: report.year and report.year < 1000,
    "a heading as a paragraph": lambda report: set(HEADINGS.values()) & set(report.preamble),
    "a heading of the form elsewhere": lambda report: (
        set(HEADINGS.values()) & {section.heading for section in report.other_sections}
    ),
    "an empty paragraph": lambda report: "" in (report.overview or []),
    "notes beside a table": lambda report: report.requests and report.requests.notes,
    "extensions": lambda report: report.extensions,
}


@pytest.mark.property
def test_reports_include_what_is_likely_to_go_wrong() -> None:
    """Each of these is among the first reports drawn, so that every property is tried on it."""
    missing = set(_SEEN)

    @settings(max_examples=1000, derandomize=True, database=None)
    @given(report=testing.reports())
    def look(report: gd.AnnualReport) -> None:
        missing.difference_update([name for name in missing if _SEEN[name](report)])

    look()
    assert missing == set()


def _editions(report: gd.AnnualReport) -> set[str | None]:
    tables = (report.proactive_disclosure, report.requests)
    return {table.edition for table in tables if table is not None}


_STANDARD: dict[str, Callable[[gd.AnnualReport], Any]] = {
    "a title with its agency": lambda report: (
        report.agency and report.agency.name and report.title == standard_title(report.agency.name, report.year or 2021)
    ),
    "a title without an agency": lambda report: report.agency is None and report.title == standard_title("", 2021),
    "the period of the year": lambda report: report.year == 2022 and report.period == gd.Period.of_year(2022),
    "a period without a year": lambda report: report.year is None and report.period == gd.Period.of_year(2021),
}


@pytest.mark.property
@pytest.mark.parametrize("what", _STANDARD)
def test_titles_and_periods_can_be_the_standard_ones(what: str) -> None:
    """Those that agency and year ask for; where no year is stated, those of 2021 are as good as any."""
    quick = settings(max_examples=2000, derandomize=True, database=None, phases=[Phase.generate])

    assert _STANDARD[what](find(testing.reports(), _STANDARD[what], settings=quick))


@pytest.mark.parametrize(
    ("strategy", "rule"),
    [
        (testing.paragraphs(), values.broken_text),
        (testing.counts(), values.broken_count),
        (testing.amounts(), values.broken_money),
    ],
)
def test_values_are_valid(strategy: SearchStrategy[object], rule: Callable[[object], object]) -> None:
    """A paragraph, a count, an amount: nothing that the model refuses."""

    @given(drawn=strategy)
    def obeys(drawn: object) -> None:
        assert rule(drawn) is None

    obeys()


@pytest.mark.parametrize("cls", [gd.ProactiveDisclosure, gd.Requests2019, gd.ReviewAndLitigation])
def test_tables_are_of_their_class(cls: type[Table]) -> None:
    """A drawn table is of the class asked for, and its own."""

    @given(one=testing.tables(cls), other=testing.tables(cls))
    def holds(one: Table, other: Table) -> None:
        assert type(one) is type(other) is cls
        assert one.notes is not other.notes

    holds()


def test_most_cells_of_a_table_are_alike() -> None:
    """All but eight at most are blank, nought or "/" together; each of the three is drawn."""
    fills: set[object] = set()

    @settings(max_examples=30, derandomize=True, database=None)
    @given(table=testing.tables(gd.Requests))
    def look(table: gd.Requests) -> None:
        values = cell_values(table)
        ((fill, times),) = Counter(values).most_common(1)
        assert times >= len(values) - 8
        fills.add(fill)

    look()
    assert fills == {None, 0, gd.NA}


@given(report=testing.consistent_reports())
def test_consistent_reports_add_up(report: gd.AnnualReport) -> None:
    """Every figure is stated, every identity of tables III and IV holds, the edition is that of the year."""
    requests, cases, disclosure = report.requests, report.review_and_litigation, report.proactive_disclosure
    assert requests is not None
    assert cases is not None
    assert disclosure is not None
    assert report.year is not None
    assert requests.edition == disclosure.edition == edition_of(report.year)
    assert all(type(cell.value) in {int, Decimal, gd.Amount} for cell in gd.cells(report))

    persons = requests.legal_person
    columns = [
        requests.natural_person,
        persons.commercial_enterprise,
        persons.research_institution,
        persons.public_welfare_organization,
        persons.legal_service_organization,
        persons.other,
    ]
    assert [sum(row) for row in zip(*map(_figures, columns), strict=True)] == _figures(requests.total)
    for column in (*columns, requests.total):
        outcomes = _figures(column.outcomes)
        assert sum(outcomes[:-1]) == outcomes[-1]
        assert _sum(column.newly_received, column.carried_over) == _sum(column.outcomes.total, column.carried_forward)
    for block in (cases.reconsideration, cases.litigation.direct, cases.litigation.after_reconsideration):
        results = _figures(block)
        assert sum(results[:-1]) == results[-1]


def _figures(group: Group) -> list[int]:
    return [figure for figure in cell_values(group) if isinstance(figure, int)]


def _sum(*figures: object) -> int:
    return sum(figure for figure in figures if isinstance(figure, int))


@given(report=testing.consistent_reports())
def test_consistent_reports_are_plausible(report: gd.AnnualReport) -> None:
    """Published in time, with a standard title and period, no rules, and never fewer in force than were issued."""
    assert report.agency is not None
    assert report.year is not None
    assert report.title == standard_title(report.agency.name, report.year)
    assert report.period == gd.Period.of_year(report.year)
    assert report.published is None or (report.published.year, report.published.month) == (report.year + 1, 1)
    table = report.proactive_disclosure
    assert table is not None
    assert set(cell_values(table.rules)) == {0}
    _, issued, in_force = sorted(_figures(table.normative_documents))
    assert issued <= in_force == _figures(table.normative_documents)[-1]


def test_consistent_reports_are_not_all_alike() -> None:
    """Some are published on a day and some on none; normative documents are in force in some."""
    missing = {"a day", "no day", "a document"}

    @settings(max_examples=30, derandomize=True, database=None)
    @given(report=testing.consistent_reports())
    def look(report: gd.AnnualReport) -> None:
        table = report.proactive_disclosure
        assert table is not None
        missing.discard("no day" if report.published is None else "a day")
        if any(_figures(table.normative_documents)):
            missing.discard("a document")

    look()
    assert missing == set()


def test_blanked_blanks_a_copy() -> None:
    """The cells named are blank in the copy, and as they were in the report."""
    report = build_report()
    paths = ["requests.total.newly_received", "proactive_disclosure.fees.amount"]

    assert testing.blanked(report, paths) == build_report(cells=dict.fromkeys(paths))
    assert report == build_report()


def test_without_hypothesis_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who lacks hypothesis is told what to install."""
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.delitem(sys.modules, "govdisclosure.testing", raising=False)

    with pytest.raises(gd.MissingDependency) as raised:
        importlib.import_module("govdisclosure.testing")

    assert str(raised.value) == 'govdisclosure.testing needs an extra: pip install "govdisclosure[testing]"'

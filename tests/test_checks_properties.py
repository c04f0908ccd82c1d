"""Properties of checks: what holds for every report, and for every consistent one."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import build_report

import govdisclosure as gd
from govdisclosure.arithmetic.convention import completed
from govdisclosure.arithmetic.identities import identities
from govdisclosure.checks import check
from govdisclosure.model.cells import path_key, tables
from govdisclosure.model.structure import cell_values
from govdisclosure.testing import blanked, consistent_reports, reports

ARITHMETIC = ("T3", "T4")
COUNTED = ("requests", "review_and_litigation")
PATHS = {year: [cell.path for cell in gd.cells(build_report(year=year))] for year in (2019, 2021)}


def paths_of(report: gd.AnnualReport) -> list[str]:
    """Give the paths of all cells of a report."""
    return [cell.path for cell in gd.cells(report)]


@given(consistent_reports())
def test_consistent_report_has_no_findings(report: gd.AnnualReport) -> None:
    """In a report in which all is right nothing is found."""
    assert list(check(report)) == []


@given(st.data())
def test_blanks_never_make_an_error_of_arithmetic(data: st.DataObject) -> None:
    """Whatever cells of a consistent report are blanked, its sums are no errors."""
    report = data.draw(consistent_reports())
    counted = [path for path in paths_of(report) if path.startswith(COUNTED)]
    kept = data.draw(st.sets(st.sampled_from(counted)))
    some = data.draw(st.sampled_from([kept, set(counted) - kept]))

    assert list(check(blanked(report, some), select=ARITHMETIC).errors) == []


@given(st.data())
def test_one_wrong_cell_is_always_an_error(data: st.DataObject) -> None:
    """Every cell of tables III and IV is in an identity: without blanks, one wrong figure is an error."""
    report = data.draw(consistent_reports())
    path = data.draw(st.sampled_from([path for path in paths_of(report) if path.startswith(COUNTED)]))
    right = gd.get(report, path)
    gd.put(report, path, data.draw(st.integers(0, 10**6).filter(lambda wrong: wrong != right)))

    findings = check(report, select=ARITHMETIC)

    assert findings.errors
    assert findings.errors == findings
    assert all(path in each.paths for each in findings)


@given(st.data())
def test_blank_cells_are_all_named(data: st.DataObject) -> None:
    """CELL-BLANK and TOTAL-BLANK together name exactly the blank cells, each once."""
    report = data.draw(reports())
    empty = {path for each in check(report, select=("FORM-EMPTY", "TABLE-EMPTY")) for path in each.paths}

    named = [path for each in check(report, select=("CELL-BLANK", "TOTAL-BLANK")) for path in each.paths]

    blank = [cell.path for cell in gd.cells(report) if cell.value is None and cell.path.split(".")[0] not in empty]
    assert sorted(named) == sorted(blank)


@given(reports())
def test_check_is_ordered_and_changes_nothing(report: gd.AnnualReport) -> None:
    """For every report: no exception, findings in order, complete and as JSON, the report as it was."""
    before = copy.deepcopy(report)

    findings = check(report)

    assert report == before
    assert list(findings) == sorted(findings, key=lambda each: (path_key(each.paths[0]), each.code))
    assert all(each.message.zh and each.message.en and each.law for each in findings)
    assert len(findings.to_json()) == len(findings)


@given(reports())
def test_quotes_are_in_their_paragraphs(report: gd.AnnualReport) -> None:
    """The quoted words stand where the quote says."""
    for each in check(report, select="YEAR", ignore="YEAR-MISSING"):
        if each.quote is not None:
            section, _, index = each.quote.path.rstrip("]").partition("[")
            paragraph = getattr(report, section)[int(index)]
            assert paragraph[each.quote.start : each.quote.end] == each.quote.text


@given(reports())
def test_selections_split_the_findings(report: gd.AnnualReport) -> None:
    """What is selected and what is ignored are together all findings."""
    some = check(report, select=("T", "YEAR"))
    rest = check(report, ignore=("T", "YEAR"))

    assert sorted(map(str, (*some, *rest))) == sorted(map(str, check(report)))


@given(st.data())
def test_convention_keeps_what_is_stated_and_fills_in_what_is_not(data: st.DataObject) -> None:
    """A completion of a blanked consistent table: stated cells stay, and no figure is larger than the true one."""
    report = data.draw(consistent_reports())
    some = data.draw(st.sets(st.sampled_from(paths_of(report)), max_size=60))
    truth = dict(tables(report))

    for section, table in tables(blanked(report, some)):
        cls: type = type(table)
        if not identities(cls):
            continue
        values, true = cell_values(table), cell_values(truth[section])
        full = completed(cls, values)
        assert all(figure == value for figure, value in zip(full, values, strict=True) if value is not None)
        assert all(isinstance(most, int) and figure <= most for figure, most in zip(full, true, strict=True))


@pytest.mark.parametrize("year", PATHS)
def test_every_counted_cell_is_in_an_identity(year: int) -> None:
    """No figure of tables III and IV stands outside the arithmetic."""
    report = build_report(year=year)
    classes: dict[str, type] = {section: type(table) for section, table in tables(report)}
    covered = {
        f"{section}.{path}"
        for section, cls in classes.items()
        for identity in identities(cls)
        for path in identity.paths
    }

    assert covered == {path for path in PATHS[year] if path.startswith(COUNTED)}

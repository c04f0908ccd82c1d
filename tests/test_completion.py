"""Completion: what is blank and proved, or said by the convention, is filled in."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import build_report
from support.systems import random_table, with_blanks, with_faults

import govdisclosure as gd
from govdisclosure.arithmetic.convention import completed
from govdisclosure.completion import Completion, complete
from govdisclosure.model.cells import tables
from govdisclosure.model.structure import cell_paths, cell_values, set_cell
from govdisclosure.model.values import NA

if TYPE_CHECKING:
    from random import Random
    from typing import Literal

    from govdisclosure.model.values import CellValue

CASES = "review_and_litigation.reconsideration"
COUNTED = ("requests", "review_and_litigation")
LARGEST = 10**18 - 1
RANDOM = st.randoms(use_true_random=True)
WAYS = st.sampled_from(["proved", "convention"])
SHARES = (0.02, 0.3, 0.6, 0.95)


def cases(*figures: CellValue) -> gd.AnnualReport:
    """Give a report whose only table is IV, with these figures first and noughts in all other cells."""
    report = gd.AnnualReport(year=2021)
    report.review_and_litigation = gd.ReviewAndLitigation.from_rows([[*figures, *[0] * (15 - len(figures))]])
    return report


def random_report(random: Random, *, faults: int) -> gd.AnnualReport:
    """Draw a report with tables III and IV, with blanks and faults."""
    report = gd.AnnualReport.blank(agency="示例县人民政府", year=random.choice((2020, 2021)))
    share = random.choice(SHARES)
    for section, table in tables(report):
        if section in COUNTED:
            cls: type = type(table)
            figures = with_faults(random, random_table(random, type(table)), faults)
            for path, value in zip(cell_paths(cls), with_blanks(random, figures, share), strict=True):
                set_cell(table, path, value)
    return report


def errors(report: gd.AnnualReport) -> set[tuple[str, str]]:
    """Give the errors of arithmetic."""
    return {(finding.code, finding.paths[0]) for finding in gd.check(report, select=("T3", "T4")).errors}


def test_proved_totals_are_filled_in() -> None:
    """All parts are stated, so the total is proved; parts are not filled in; the given report stays as it is."""
    report = cases(1, 0, NA, 2, None, 3, None, 0, 0, 5)
    before = copy.deepcopy(report)

    completion = complete(report)

    assert completion == Completion(
        cases(1, 0, NA, 2, 3, 3, None, 0, 0, 5), {f"{CASES}.total": 3}, frozenset({f"{CASES}.total"})
    )
    assert report == before
    assert completion.report is not report


def test_proved_parts_are_filled_in_if_wanted() -> None:
    """With ``parts``, a part of which nothing else can be true is filled in, although the convention is another."""
    path = "review_and_litigation.litigation.direct.corrected"

    completion = complete(cases(0, 0, 0, 0, 0, 3, None, 0, 0, 5), parts=True)

    assert (completion.filled, set(completion.proved)) == ({path: 2}, {path})
    assert completion.report == cases(0, 0, 0, 0, 0, 3, 2, 0, 0, 5)


def test_total_that_is_not_proved_is_that_of_the_convention() -> None:
    """A part is blank: the total is not proved; the convention counts the blank as nought, and leaves it blank."""
    report = cases(1, None, 0, 0, None)

    assert complete(report).filled == complete(report, parts=True).filled == {}
    assert complete(report, totals="convention") == Completion(
        cases(1, None, 0, 0, 1), {f"{CASES}.total": 1}, frozenset()
    )
    assert complete(report, totals="convention", parts=True) == Completion(
        cases(1, 0, 0, 0, 1), {f"{CASES}.corrected": 0, f"{CASES}.total": 1}, frozenset()
    )


def test_total_of_nothing_is_left_blank_beside_its_parts() -> None:
    """Where nothing is stated, the convention makes noughts only together with the parts."""
    report = cases(None, None, None, None, None)

    assert complete(report, totals="convention").filled == {}
    assert complete(report, totals="convention", parts=True).report == cases()


def test_blanks_that_have_to_make_something_up_are_left_alone() -> None:
    """Parts 1, blank and blank, total 4: noughts would be wrong, and nobody knows which of them is not."""
    report = cases(1, None, None, 0, 4)

    assert complete(report, totals="convention", parts=True) == Completion(report, {}, frozenset())


def test_convention_is_made_with_what_is_proved() -> None:
    """A row total beside a part that must be 2: the total counts it, and is at least that."""
    person, total = "requests.natural_person", "requests.total"
    report = build_report(
        cells={
            f"{person}.newly_received": 14,
            f"{total}.newly_received": 14,
            f"{person}.carried_forward": None,
            f"{total}.carried_forward": None,
        }
    )

    completion = complete(report, totals="convention")

    assert (completion.filled, set(completion.proved)) == (
        {f"{total}.carried_forward": 2},
        {f"{total}.carried_forward"},
    )


def test_nothing_is_proved_in_a_table_with_an_error() -> None:
    """Table IV has an error in another block: its blank total is filled in by the convention only."""
    report = cases(1, 0, 0, 0, None, 1, 0, 0, 0, 2)

    assert complete(report).filled == {}
    assert complete(report, totals="convention") == Completion(
        cases(1, 0, 0, 0, 1, 1, 0, 0, 0, 2), {f"{CASES}.total": 1}, frozenset()
    )


def test_total_that_no_cell_can_hold_is_left_blank() -> None:
    """A cell has at most 18 digits."""
    report = cases(LARGEST, 1, 0, 0, None)

    assert complete(report, totals="convention") == Completion(report, {}, frozenset())


def test_other_tables_and_missing_ones_stay_as_they_are() -> None:
    """Table II has no totals; a table that is not there is not made."""
    report = build_report(requests=None, cells={"proactive_disclosure.rules.issued": None})

    assert complete(report, totals="convention", parts=True) == Completion(report, {}, frozenset())


def test_unknown_way_is_a_usage_error() -> None:
    """The ways are named."""
    with pytest.raises(gd.UsageError) as caught:
        complete(build_report(), totals="guess")  # type: ignore[arg-type]

    assert str(caught.value) == "totals must be one of proved, convention, got 'guess'"


def test_signature_names_the_ways() -> None:
    """What the type allows is what the function knows."""
    assert get_args(get_type_hints(complete)["totals"]) == ("proved", "convention")


@given(random=RANDOM, faults=st.integers(0, 3), totals=WAYS, parts=st.booleans())
def test_completing_never_makes_an_error_and_never_overwrites(
    random: Random, faults: int, totals: Literal["proved", "convention"], *, parts: bool
) -> None:
    """With blanks and faults: the same errors as before, stated cells as before, and a second time changes nothing."""
    report = random_report(random, faults=faults)
    before = {cell.path: cell.value for cell in gd.cells(report)}

    completion = complete(report, totals=totals, parts=parts)

    after = {cell.path: cell.value for cell in gd.cells(completion.report)}
    assert errors(completion.report) == errors(report)
    assert after == {**before, **completion.filled}
    assert all(before[path] is None for path in completion.filled)
    assert list(completion.filled) == [path for path in before if path in completion.filled]
    assert complete(completion.report, totals=totals, parts=parts) == Completion(completion.report, {}, frozenset())


@given(RANDOM)
def test_completing_by_the_convention_gives_the_convention(random: Random) -> None:
    """In a table of which all sums agree under the convention, every blank gets its figure of the convention."""
    report = random_report(random, faults=0)

    full = complete(report, totals="convention", parts=True).report

    agree = not gd.check(report, select=("T3", "T4"))
    for section, table in tables(report):
        cls: type = type(table)
        if section in COUNTED and agree:
            assert list(cell_values(getattr(full, section))) == completed(cls, cell_values(table))


@given(RANDOM)
def test_completing_by_proof_restores_what_was_blanked(random: Random) -> None:
    """What is proved in a consistent report is what stood there, and it says so."""
    report = gd.AnnualReport(year=2021)
    figures = random_table(random, gd.Requests)
    table = report.requests = gd.Requests.blank()
    values = with_blanks(random, figures, random.choice(SHARES))
    for path, value in zip(cell_paths(gd.Requests), values, strict=True):
        set_cell(table, path, value)
    true = dict(zip((f"requests.{path}" for path in cell_paths(gd.Requests)), figures, strict=True))

    completion = complete(report, parts=True)

    assert completion.proved == completion.filled.keys()
    assert all(true[path] == figure for path, figure in completion.filled.items())

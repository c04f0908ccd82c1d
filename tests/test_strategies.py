"""Strategies of faults, families and chains: what is drawn has the fault that it is named for and no other."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis.vendor.pretty import pretty

import govdisclosure as gd
from govdisclosure import testing
from govdisclosure.checks import rules

if TYPE_CHECKING:
    from collections.abc import Callable

CODES = [rule.code for rule in rules()]
_UNSAVED = settings(database=None)
_FEW = settings(max_examples=3, phases=[Phase.explicit, Phase.reuse, Phase.generate])


@pytest.mark.parametrize("code", CODES)
def test_what_is_broken_fails_its_rule_and_no_other(code: str) -> None:
    """Everything that a check finds bears the code that was asked for; ``benchmarks/broken.py`` tries many more."""

    @_FEW
    @given(case=testing.broken(code))
    def fails_it_alone(case: testing.Case) -> None:
        assert {finding.code for finding in case.check()} == {code}
        assert case.check() == gd.check(case.report, **case.given)

    fails_it_alone()


@pytest.mark.property
@pytest.mark.parametrize("code", CODES)
def test_what_is_broken_fails_its_rule_and_no_other_in_many_examples(code: str) -> None:
    """The same, on as many examples as properties are tried on."""

    @settings(phases=[Phase.explicit, Phase.reuse, Phase.generate])
    @given(case=testing.broken(code))
    def fails_it_alone(case: testing.Case) -> None:
        assert {finding.code for finding in case.check()} == {code}

    fails_it_alone()


_SMALLEST = {
    "T3-ROW": (
        "Case(report=<示例县人民政府, 2021: requests.natural_person.carried_over: 1, "
        "requests.natural_person.carried_forward: 1>)"
    ),
    "CELL-NA": "Case(report=<示例县人民政府, 2021: requests.natural_person.newly_received: NA>)",
    "T2-RULES": "Case(report=<示例县人民政府, 2021: proactive_disclosure.rules.in_force: 1>)",
    "YOY-CARRY": (
        "Case(report=<示例县人民政府, 2022: requests.natural_person.carried_over: 1, "
        "requests.natural_person.carried_forward: 1, requests.total.carried_over: 1, "
        "requests.total.carried_forward: 1>, previous=<示例县人民政府, 2021: all cells nought>)"
    ),
    "ROLLUP-SUM": (
        "Case(report=<示例县人民政府, 2021: proactive_disclosure.normative_documents.in_force: 1>, "
        "children=[<示例县教育局, 2021: all cells nought>])"
    ),
    "PEER-COPY": (
        "Case(report=<示例县教育局, 2021: all cells nought>, peers=[<示例县统计局, 2021: all cells nought>])"
    ),
}


@pytest.mark.property
@pytest.mark.parametrize("code", _SMALLEST)
def test_a_fault_shrinks_to_what_is_wrong(code: str) -> None:
    """In the smallest example every cell is nought but those that make the fault, and its ``repr`` names them."""
    assert repr(find(testing.broken(code), lambda _: True, settings=_UNSAVED)) == _SMALLEST[code]


def test_an_example_names_the_first_cells_only() -> None:
    """Of a form that is blank, twelve of its 200 cells are named."""
    case = testing.Case(gd.AnnualReport.blank(agency="示例县统计局", year=2025))

    assert repr(case).startswith("Case(report=<示例县统计局, 2025: proactive_disclosure.rules.issued: None, ")
    assert repr(case).endswith(" and 188 more>)")


def test_an_example_shows_all_that_is_given() -> None:
    """Other reports in short, what else is given as it is; so does hypothesis in a failing example."""
    empty, roster = gd.AnnualReport(), gd.Roster()
    case = testing.Case(empty, previous=empty, children=(empty,), roster=roster, peers=(empty,))
    short = "<None, None: all cells nought>"

    assert repr(case) == (
        f"Case(report={short}, previous={short}, children=[{short}], peers=[{short}], roster={roster!r})"
    )
    assert pretty(case) == repr(case)
    assert case.given == {"previous": empty, "children": (empty,), "roster": roster, "copies": ()}


def test_a_code_that_no_rule_has_is_refused() -> None:
    """At once, with the nearest."""
    with pytest.raises(gd.UsageError) as raised:
        testing.broken("t3-rows")

    assert str(raised.value) == "no rule has the code 't3-rows'; the nearest is 'T3-ROW'"


@given(family=testing.families())
def test_families_sum_up(family: testing.Family) -> None:
    """A parent states the sum of its children cell by cell, and a check finds nothing in any of them."""
    parent, children = family
    summed = gd.rollup(children, year=parent.year).report
    tables = (parent.proactive_disclosure, parent.requests, parent.review_and_litigation)

    assert tables == (summed.proactive_disclosure, summed.requests, summed.review_and_litigation)
    assert list(gd.check(parent, children=children)) == []
    assert [list(gd.check(child)) for child in children] == [[]] * len(children)
    assert len({child.agency.name for child in children if child.agency}) == len(children)


@given(chain=testing.chains())
def test_chains_carry_over(chain: tuple[gd.AnnualReport, ...]) -> None:
    """Years follow each other, and a check finds nothing in any year beside the one before."""
    years = [report.year for report in chain if report.year is not None]
    findings = [list(gd.check(chain[0]))]
    findings += [list(gd.check(this, previous=last)) for last, this in pairwise(chain)]

    assert years == [years[0] + place for place in range(len(chain))]
    assert findings == [[]] * len(chain)
    assert (gd.check_chain(chain).culprits, gd.check_chain(chain).undecided) == ((), ())


_SEEN: dict[str, Callable[[tuple[gd.AnnualReport, ...]], object]] = {
    "carried over": lambda chain: gd.get(chain[-1], "requests.total.carried_over"),
    "repealed": lambda chain: gd.get(chain[-1], "proactive_disclosure.normative_documents.repealed"),
    "two editions": lambda chain: len({report.requests.edition for report in chain if report.requests}) == 2,
    "four years": lambda chain: len(chain) == 4,
}


@pytest.mark.property
@pytest.mark.parametrize("what", _SEEN)
def test_chains_are_not_all_alike(what: str) -> None:
    """Requests and documents are carried on in some, and some pass the change of the form."""
    quick = settings(max_examples=500, derandomize=True, database=None, phases=[Phase.generate])

    assert find(testing.chains(), lambda chain: bool(_SEEN[what](chain)), settings=quick)

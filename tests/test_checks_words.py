"""
The rules on what is said, on labelled sentences of our own.

Of each file, the sentences marked ``seen`` were there when a rule was written, those marked ``held`` were held back
until it was, and those marked ``later`` and
``second`` to ``seventh`` were written when it had passed all before.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from support.builders import build_report

import govdisclosure as gd

DATA = Path(__file__).parent / "data" / "rules"
YEAR = 2024


def lines(name: str) -> list[list[str]]:
    """Give the fields of each line of a file, without the set that it belongs to."""
    return [line.split("\t")[1:] for line in (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()]


def findings(report: gd.AnnualReport, code: str) -> list[gd.Finding]:
    """Give the findings of one code."""
    return [finding for finding in gd.check(report, select=code) if finding.code == code]


def missing(finding: gd.Finding) -> str:
    """Give what a finding says is missing, joined by commas."""
    named = finding.details["missing"]
    assert isinstance(named, list)
    return ",".join(map(str, named))


def test_every_rule_has_its_sentences() -> None:
    """At least 40 copied openings and 40 traps, 30 and 10 statements on fees, 20 and 20 of every other rule."""
    counts = {path.stem: [fields[0] for fields in lines(path.stem)] for path in DATA.iterdir()}
    silent = {name: sum(said in {"-", "silent"} for said in expected) for name, expected in counts.items()}
    reported = {name: len(expected) - silent[name] for name, expected in counts.items()}

    assert silent == {
        "fee-amount": 39,
        "fee-statement": 70,
        "fee-table": 39,
        "fee-unpaid": 38,
        "gov-supervision": 60,
        "overview-aspects": 87,
        "problems-remedy": 131,
        "year": 154,
    }
    assert reported == {
        "fee-amount": 40,
        "fee-statement": 150,
        "fee-table": 38,
        "fee-unpaid": 39,
        "gov-supervision": 80,
        "overview-aspects": 84,
        "problems-remedy": 109,
        "year": 134,
    }


@pytest.mark.parametrize(("spoken", "text"), lines("year"))
def test_copied_openings_are_found_and_others_are_not(spoken: str, text: str) -> None:
    """Of a report on 2024: the other year that a sentence speaks of as the report year."""
    year_findings = findings(build_report(year=YEAR, overview=[text]), "YEAR")

    assert [str(each.actual) for each in year_findings] == ([] if spoken == "-" else [spoken])


@pytest.mark.parametrize(("said", "text"), lines("fee-statement"))
def test_statements_on_fees_are_told_from_mere_mentions(said: str, text: str) -> None:
    """Whether fees were charged is said, or it is not."""
    fee_findings = findings(build_report(year=YEAR, other_matters=[text]), "FEE-STATEMENT")

    assert [each.severity for each in fee_findings] == ([] if said == "says" else ["warning"])


@pytest.mark.parametrize(("odd", "text"), lines("fee-amount"))
def test_amounts_that_the_tariff_does_not_know_are_found(odd: str, text: str) -> None:
    """The amount in 元 is told; one that is rounded to 万元 is not looked at."""
    amount_findings = findings(build_report(year=YEAR, other_matters=[text]), "FEE-AMOUNT")

    assert [each.actual for each in amount_findings] == ([] if odd == "-" else [odd])


@pytest.mark.parametrize(("beyond", "table", "text"), lines("fee-table"))
def test_fees_beyond_the_table_are_found(beyond: str, table: str, text: str) -> None:
    """What was collected is compared with the cell as it is printed."""
    cell = gd.NA if table == "/" else Decimal(table)
    report = build_report(year=YEAR, cells={"proactive_disclosure.fees.amount": cell}, other_matters=[text])

    assert bool(findings(report, "FEE-TABLE")) == (beyond == "yes")


@pytest.mark.parametrize(("denied", "text"), lines("fee-unpaid"))
def test_unpaid_fees_need_a_notice(denied: str, text: str) -> None:
    """Reported only where the words deny that there was one."""
    report = build_report(year=YEAR, cells={"requests.total.outcomes.other.fee_unpaid": 1}, other_matters=[text])

    assert bool(findings(report, "FEE-UNPAID")) == (denied == "denied")


@pytest.mark.parametrize(("unsaid", "text"), lines("gov-supervision"))
def test_supervision_is_told_by_its_words(unsaid: str, text: str) -> None:
    """In whatever section they stand."""
    report = build_report(year=YEAR, overview=["公开。"], other_matters=[text])

    assert [missing(each) for each in findings(report, "GOV-SUPERVISION")] == ([] if unsaid == "-" else [unsaid])


@pytest.mark.parametrize(("unsaid", "text"), lines("overview-aspects"))
def test_aspects_are_told_by_their_words(unsaid: str, text: str) -> None:
    """In section 一 alone."""
    aspect_findings = findings(build_report(year=YEAR, overview=[text]), "OVERVIEW-ASPECTS")

    assert [missing(each) for each in aspect_findings] == ([] if unsaid == "-" else [unsaid])


@pytest.mark.parametrize(("unsaid", "text"), lines("problems-remedy"))
def test_problems_and_remedies_are_told(unsaid: str, text: str) -> None:
    """In the future tense or in the past."""
    remedy_findings = findings(build_report(year=YEAR, problems_and_improvements=[text]), "PROBLEMS-REMEDY")

    assert [missing(each) for each in remedy_findings] == ([] if unsaid == "-" else [unsaid])

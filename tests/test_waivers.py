"""Waivers: what they cover, how a waived finding counts, and how it is written as JSON."""

from __future__ import annotations

import copy
import datetime as dt
import json
import pickle
from typing import Any

import cattrs
import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure import json as gd_json
from govdisclosure.model.findings import Findings
from govdisclosure.model.waivers import Waiver

_TOTAL = "requests.total.newly_received"
_WAIVER = Waiver("T3-ROW", "requests.total", reason="已按此公布", date=dt.date(2026, 1, 20), file="2021/*")


def wrong_report() -> gd.AnnualReport:
    """Give a report with two errors, T3-BALANCE and T3-ROW, in one column."""
    return build_report(cells={_TOTAL: 13})


@pytest.mark.parametrize(
    ("path", "covered"),
    [
        (None, True),
        (_TOTAL, True),
        ("requests.total", True),
        ("requests", True),
        ("requests.natural_person.newly_received", True),
        ("requests.total.newly", False),
        ("requests.total.newly_received.more", False),
        ("request", False),
        ("review_and_litigation", False),
    ],
)
def test_a_waiver_covers_a_path_and_what_lies_below_it(path: str | None, *, covered: bool) -> None:
    """Any path of the finding counts; without a path, every finding of the code is covered."""
    paths = (_TOTAL, "requests.natural_person.newly_received")

    assert Waiver("T3-ROW", path, reason="-").covers("T3-ROW", paths) is covered


def test_a_paragraph_lies_below_its_section() -> None:
    """``overview`` covers ``overview[3]``, which does not cover ``overview[31]``."""
    assert Waiver("YEAR", "overview", reason="-").covers("YEAR", ["overview[3]"])
    assert not Waiver("YEAR", "overview[3]", reason="-").covers("YEAR", ["overview[31]"])


def test_a_code_is_meant_as_a_whole() -> None:
    """It is no beginning, and a finding without paths is covered by its code alone."""
    assert not Waiver("T3", reason="-").covers("T3-ROW", [_TOTAL])
    assert not Waiver("YEAR", reason="-").covers("YEAR-MISSING", ["year"])
    assert Waiver("OWN", reason="-").covers("OWN", [])


@pytest.mark.parametrize(
    ("values", "error", "message"),
    [
        ({"code": " "}, ValueError, "code must not be blank, got ' '"),
        ({"reason": ""}, ValueError, "reason must not be blank, got ''"),
        ({"reason": None}, TypeError, "reason must be text, got None"),
        ({"path": 1}, TypeError, "path must be text, got 1"),
        ({"file": b"x"}, TypeError, "file must be text, got b'x'"),
        ({"date": "2026-01-20"}, TypeError, "date must be a date or None, got '2026-01-20'"),
        (
            {"date": dt.datetime(2026, 1, 20, tzinfo=dt.UTC)},
            TypeError,
            "date must be a date or None, got datetime.datetime(2026, 1, 20, 0, 0, tzinfo=datetime.time...",
        ),
    ],
)
def test_a_waiver_needs_a_code_and_a_reason(values: dict[str, Any], error: type[Exception], message: str) -> None:
    """What is blank or of a wrong type is refused."""
    with pytest.raises(error) as raised:
        Waiver(**{"code": "T3-ROW", "reason": "-", **values})

    assert str(raised.value) == message


def test_a_waived_finding_stays_and_counts_no_more() -> None:
    """It is marked, neither error nor reason to raise, and the others are as they were."""
    report = wrong_report()
    before = gd.check(report)

    findings = gd.check(report, waivers=[_WAIVER])

    assert [finding.code for finding in findings] == [finding.code for finding in before] == ["T3-BALANCE", "T3-ROW"]
    assert [finding.waived for finding in findings] == [None, _WAIVER]
    assert [finding.code for finding in findings.errors] == ["T3-BALANCE"]
    assert findings.waived == findings[1:]
    assert (before.waived, findings.unused) == (Findings(), ())
    assert repr(findings) == "<Findings: 1 error, 0 warning, 0 info, 1 waived>"
    assert str(findings[1]) == f"{before[1]} (waived: 已按此公布)"


def test_a_report_whose_errors_are_all_waived_raises_nothing() -> None:
    """An error that is not waived raises, and is the only one that is named."""
    report, balance = wrong_report(), Waiver("T3-BALANCE", reason="-")

    gd.check(report, waivers=[_WAIVER, balance]).raise_for_errors()
    with pytest.raises(gd.FindingsError) as raised:
        gd.check(report, waivers=[balance]).raise_for_errors()

    assert str(raised.value) == f"1 error: {gd.check(report).errors[1]}"


def test_the_first_waiver_that_covers_a_finding_marks_it() -> None:
    """A second one is of use all the same: it is not reported."""
    other = Waiver("T3-ROW", reason="-")

    assert gd.check(wrong_report(), waivers=iter([other, _WAIVER])).waived[0].waived == other
    assert gd.check(wrong_report(), waivers=[other, _WAIVER]).unused == ()


def test_a_waiver_that_matches_nothing_is_reported() -> None:
    """Of another place, or of a code that nothing has; one of a code that is not wanted was not looked for."""
    place, code = Waiver("T3-ROW", "requests.legal_person.other", reason="-"), Waiver("NOTHING-SUCH", reason="-")

    assert gd.check(wrong_report(), waivers=[_WAIVER, code]).unused == (code,)
    assert gd.check(build_report(), waivers=[place, code]).unused == (place, code)
    assert gd.check(build_report(), waivers=[place, code], select="T4").unused == ()


def test_findings_of_own_checks_can_be_waived() -> None:
    """Declared or plain."""
    own = Waiver("OWN", "year", reason="-")

    findings = gd.check(build_report(), checks=[lambda _: [gd.Finding("year", code="OWN")]], waivers=[own])

    assert [finding.waived for finding in findings] == [own]


def test_the_json_of_a_waived_finding_has_the_pinned_keys() -> None:
    """The waiver is among the details; without one, there is no such key."""
    bare = gd.Finding("year", code="YEAR", details={"own": 1})
    waived = gd.Finding("year", code="YEAR", details={"own": 1}, waived=_WAIVER)

    assert list(waived.to_json()) == list(bare.to_json())
    assert bare.to_json()["details"] == {"own": 1}
    assert waived.to_json()["details"] == {
        "own": 1,
        "waived": {
            "code": "T3-ROW",
            "path": "requests.total",
            "reason": "已按此公布",
            "date": "2026-01-20",
            "file": "2021/*",
        },
    }


@pytest.mark.parametrize("waiver", [_WAIVER, Waiver("YEAR", reason="-")])
def test_a_waived_finding_survives_json_pickling_and_copying(waiver: Waiver) -> None:
    """By the functions, by a converter, with all that the waiver says."""
    converter = cattrs.Converter()
    gd_json.register(converter)
    finding = gd.Finding("year", code="YEAR", details={"own": 1}, waived=waiver)
    findings = gd.Findings([finding, gd.Finding("title", code="YEAR")])
    tree = json.loads(json.dumps(findings.to_json()))

    assert gd_json.findings_from_json(tree) == converter.structure(tree, gd.Findings) == findings
    assert gd_json.finding_from_json(finding.to_json()).waived == waiver
    assert pickle.loads(pickle.dumps(findings)) == copy.deepcopy(findings) == findings  # noqa: S301 - our own pickle


def test_details_must_not_be_taken_for_a_waiver() -> None:
    """The key belongs to the waiver."""
    with pytest.raises(ValueError, match=r"^details must not have the key 'waived', which is that of the waiver$"):
        gd.Finding("year", details={"waived": True})


def test_faults_of_a_waiver_in_json_are_told_with_the_others() -> None:
    """Each with its path; the waiver is no key of the finding itself."""
    tree: list[Any] = [
        {"paths": ["year"], "waived": None},
        {"paths": [1], "details": {"waived": {"code": "", "date": "2026", "x": 1}, "own": 2}},
        {"paths": ["year"], "details": {"waived": None}},
        {"paths": ["year"], "details": {"waived": {"code": "YEAR", "reason": "-", "path": None}}, "code": 1},
    ]
    with pytest.raises(gd.StructureError) as raised:
        gd_json.findings_from_json(tree)

    assert [(fault.path, fault.found, fault.expected) for fault in raised.value.faults] == [
        ("[0].waived", "an unknown key", "no such key"),
        ("[1].paths[0]", "1", "text"),
        ("[1].details.waived.code", '""', "text that is not blank"),
        ("[1].details.waived.date", '"2026"', 'a date such as "2021-12-31" or null'),
        ("[1].details.waived.x", "an unknown key", "no such key"),
        ("[1].details.waived.reason", "nothing", "a value, the key is required"),
        ("[2].details.waived", "null", "an object"),
        ("[3].code", "1", "text"),
    ]

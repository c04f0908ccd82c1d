"""Findings, notes and readings: data that can be ordered, counted, raised and written as JSON."""

from __future__ import annotations

import copy
import operator
import pickle
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import govdisclosure as gd
from govdisclosure.model.findings import Quote
from govdisclosure.model.message import Message
from govdisclosure.model.notes import Source

if TYPE_CHECKING:
    from collections.abc import Callable

_ROW = gd.Finding(
    paths=("requests.total.newly_received", "requests.natural_person.newly_received"),
    expected=12,
    actual=0,
    code="T3-ROW",
    severity=gd.Severity.ERROR,
    law="Art. 50",
    message=Message("各栏之和应为12", "the columns add up to 12"),
    details={"proved": True},
)
_TEXT = gd.Finding(
    paths="requests.total.outcomes.granted",
    expected=11,
    actual=12,
    quote=Quote("overview[3]", 0, 6, "予以公开12件"),
    code="TEXT-GRANTED",
)
_BLANK = gd.Finding(paths="requests", code="CELL-BLANK", severity=gd.Severity.INFO)
_YEAR = gd.Finding(paths=["year"], code="YEAR-MISSING")
_PARAGRAPH = gd.Finding(paths=["title", "overview[3]"], code="OWN-TEXT")
_BARE = gd.Finding(paths=(), code="OWN")


def test_finding_takes_one_path_or_many() -> None:
    """A string is one path; severity may be its name."""
    assert gd.Finding(paths="year").paths == gd.Finding(paths=["year"]).paths == ("year",)
    assert gd.Finding(paths=(), severity="info").severity is gd.Severity.INFO


def test_unknown_severity_is_refused() -> None:
    """There are three."""
    with pytest.raises(ValueError, match=r"^'fatal' is not a valid Severity$"):
        gd.Finding(paths=(), severity="fatal")


def test_severities_compare_by_gravity() -> None:
    """A note is less than a warning, and that less than an error; sorting goes by it."""
    info, warning, error = gd.Severity.INFO, gd.Severity.WARNING, gd.Severity.ERROR

    assert sorted([warning, error, info]) == [info, warning, error]
    assert [each > warning for each in (info, warning, error)] == [False, False, True]
    assert [each >= warning for each in (info, warning, error)] == [False, True, True]
    assert [each < warning for each in (info, warning, error)] == [True, False, False]
    assert [each <= warning for each in (info, warning, error)] == [True, True, False]


def test_a_severity_compares_with_the_name_of_one() -> None:
    """On either side; it is still equal to its name, and has its hash."""
    assert gd.Severity.ERROR >= "warning"
    assert not gd.Severity.INFO > "info"
    assert operator.lt("warning", gd.Severity.ERROR)
    assert operator.gt("error", gd.Severity.WARNING)
    assert {"warning"} == {gd.Severity.WARNING}


def test_a_severity_compares_with_nothing_else() -> None:
    """Other text is no severity, and what is no text cannot be compared."""
    severity: Any = gd.Severity.ERROR
    comparisons: list[Callable[[object], object]] = [severity.__lt__, severity.__le__, severity.__gt__, severity.__ge__]

    for compare in comparisons:
        with pytest.raises(ValueError, match=r"^'fatal' is not a valid Severity$"):
            compare("fatal")
        assert compare(3) is NotImplemented
    with pytest.raises(TypeError, match="not supported between instances"):
        severity > None  # noqa: B015 - the comparison that is tested


def test_severities_are_listed_from_the_gravest() -> None:
    """Summaries count errors first."""
    assert list(gd.Severity) == ["error", "warning", "info"]


def test_finding_as_json_has_the_pinned_keys() -> None:
    """Every key in its order, null where nothing is said."""
    assert list(_ROW.to_json().items()) == [
        ("code", "T3-ROW"),
        ("severity", "error"),
        ("paths", ["requests.total.newly_received", "requests.natural_person.newly_received"]),
        ("expected", 12),
        ("actual", 0),
        ("quote", None),
        ("law", "Art. 50"),
        ("message", {"zh": "各栏之和应为12", "en": "the columns add up to 12"}),
        ("details", {"proved": True}),
    ]
    assert _TEXT.to_json()["quote"] == {"path": "overview[3]", "start": 0, "end": 6, "text": "予以公开12件"}


def test_finding_prints_its_first_path_and_message() -> None:
    """One line for a terminal."""
    assert str(_ROW) == "error T3-ROW requests.total.newly_received: the columns add up to 12"
    assert str(_BARE) == "warning OWN : "


def test_findings_are_in_the_order_of_json_then_of_code() -> None:
    """Whatever the order of the checks; what names no known path comes last."""
    other = gd.Finding(paths="requests.total.newly_received", code="T3-BALANCE")

    findings = gd.Findings([_BARE, _TEXT, _ROW, _BLANK, other, _YEAR])

    assert list(findings) == [_YEAR, _BLANK, other, _ROW, _TEXT, _BARE]


def test_findings_are_a_sequence() -> None:
    """Length, items, slices, membership; a slice is findings again."""
    findings = gd.Findings([_ROW, _YEAR])

    assert (len(findings), findings[0], findings[-1], _ROW in findings) == (2, _YEAR, _ROW, True)
    assert findings[1:] == gd.Findings([_ROW])
    assert (bool(gd.Findings()), len(gd.Findings())) == (False, 0)


def test_findings_by_severity() -> None:
    """Errors, warnings and notes apart, and all of them counted in the repr."""
    findings = gd.Findings([_BLANK, _YEAR, _TEXT, _ROW])

    assert findings.errors == gd.Findings([_ROW])
    assert findings.warnings == gd.Findings([_YEAR, _TEXT])
    assert findings.infos == gd.Findings([_BLANK])
    assert repr(findings) == "<Findings: 1 error, 2 warning, 1 info>"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("requests.total.newly_received", [_ROW]),
        ("requests.natural_person", [_ROW]),
        ("requests.total", [_ROW, _TEXT]),
        ("requests", [_BLANK, _ROW, _TEXT]),
        ("overview", [_PARAGRAPH]),
        ("overview[3]", [_PARAGRAPH]),
        ("overview[30]", []),
        ("requests.tot", []),
        ("year", [_YEAR]),
        ("nowhere", []),
        ("", []),
    ],
)
def test_findings_at_a_path(path: str, expected: list[gd.Finding]) -> None:
    """Those with a path that is this one or lies below it; one that begins with the same letters does not."""
    findings = gd.Findings([_BARE, _TEXT, _ROW, _BLANK, _YEAR, _PARAGRAPH])

    assert list(findings.at(path)) == expected


def test_waived_findings_are_at_their_path() -> None:
    """They are among the findings."""
    waived = attrs.evolve(_ROW, waived=gd.Waiver("T3-ROW", reason="as printed"))

    assert list(gd.Findings([waived, _YEAR]).at("requests")) == [waived]


def test_findings_at_what_is_no_path_cannot_be_meant() -> None:
    """A path is text."""
    path: Any = 3

    with pytest.raises(gd.UsageError, match=r"^a path must be text, got int$"):
        gd.Findings().at(path)


def test_raise_for_errors_holds_all_findings() -> None:
    """One error is enough to raise; the exception brings the others along."""
    findings = gd.Findings([_ROW, _YEAR])

    with pytest.raises(gd.FindingsError) as raised:
        findings.raise_for_errors()

    assert raised.value.findings == findings
    assert str(raised.value) == ("1 error: error T3-ROW requests.total.newly_received: the columns add up to 12")


def test_warnings_do_not_raise() -> None:
    """Only findings of severity error do."""
    gd.Findings([_YEAR, _BLANK]).raise_for_errors()


def test_findings_as_json() -> None:
    """A list of findings, in order."""
    assert gd.Findings([_ROW, _YEAR]).to_json() == [_YEAR.to_json(), _ROW.to_json()]


def test_findings_survive_copying_and_pickling_and_can_be_counted_in_sets() -> None:
    """Findings cross processes, and equal ones are one in a set."""
    findings = gd.Findings([_ROW, _TEXT])

    assert pickle.loads(pickle.dumps(findings)) == copy.deepcopy(findings) == findings  # noqa: S301 - our own pickle
    assert len({_ROW, copy.deepcopy(_ROW), _TEXT}) == 2


def test_note_as_json_has_the_pinned_keys() -> None:
    """Code, paths, message, raw text and source, null where nothing is said."""
    note = gd.Note(
        "UNPLACED",
        ["requests.total.newly_received"],
        Message("未能定位", "not placed"),
        raw="1 2 3",
        source=Source(table=1, row=4, column=2),
    )

    assert list(note.to_json().items()) == [
        ("code", "UNPLACED"),
        ("paths", ["requests.total.newly_received"]),
        ("message", {"zh": "未能定位", "en": "not placed"}),
        ("raw", "1 2 3"),
        ("source", {"table": 1, "row": 4, "column": 2}),
    ]
    assert gd.Note("PINYIN-REMOVED").to_json() == {
        "code": "PINYIN-REMOVED",
        "paths": [],
        "message": {"zh": "", "en": ""},
        "raw": None,
        "source": None,
    }


def test_reading_without_notes_is_exact() -> None:
    """A note makes it inexact."""
    report = gd.AnnualReport()

    assert gd.Reading(report).exact
    assert not gd.Reading(report, [gd.Note("YEAR-MISSING", "year")]).exact


def test_findings_have_one_order() -> None:
    """However they are come by: all that they hold decides, down to the waiver."""
    waiver = gd.Waiver(code="A", reason="旧表")
    base = gd.Finding("year", code="A", expected=1, details={"b": 1, "a": {"c": [1]}})
    findings = [
        base,
        attrs.evolve(base, expected="1"),
        attrs.evolve(base, details={"a": {"c": [1]}, "b": 2}),
        attrs.evolve(base, severity="error"),
        attrs.evolve(base, law="Art. 50"),
        attrs.evolve(base, message=Message("一", "one")),
        attrs.evolve(base, message=Message("二", "one")),
        attrs.evolve(base, waived=waiver),
        attrs.evolve(base, details={"x": object}),  # type: ignore[dict-item]
    ]
    orders = {tuple(map(id, gd.Findings(findings[turn:] + findings[:turn]))) for turn in range(len(findings))}
    reversed_order = tuple(map(id, gd.Findings(reversed(findings))))

    assert orders == {reversed_order}

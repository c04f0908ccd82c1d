"""Reports, tables, findings and notes inside of other classes, by a user's own cattrs converter."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import cattrs
import pytest
from attrs import define
from cattrs.preconf.json import make_converter
from hypothesis import given
from support.builders import build_report

import govdisclosure as gd
from govdisclosure import json as gd_json
from govdisclosure.errors import StructureError
from govdisclosure.json._register import _is_union_of_tables
from govdisclosure.model.findings import Quote
from govdisclosure.model.message import Message
from govdisclosure.model.notes import Source
from govdisclosure.testing import reports


@define
class Filing:
    """A class of a user's."""

    number: int
    report: gd.AnnualReport
    before: gd.AnnualReport | None = None


@define
class Tables:
    """Tables without a report."""

    two: gd.ProactiveDisclosure2019
    three: gd.Requests
    four: gd.ReviewAndLitigation


@define
class Either:
    """Tables of either edition, as the fields of a report."""

    two: gd.ProactiveDisclosure | gd.ProactiveDisclosure2019
    three: gd.Requests | gd.Requests2019 | None
    four: gd.ReviewAndLitigation | None


FINDING = gd.Finding(
    ("overview[3]", "requests.total.newly_received"),
    expected=12,
    actual="0.00",
    quote=Quote("overview[3]", 2, 5, "12件"),
    details={"floor": 10, "years": [2020, None], "exact": True},
    code="TEXT-RECEIVED",
    severity=gd.Severity.ERROR,
    law="Art. 50",
    message=Message("新收12件", "12 received"),
)


def converters() -> list[cattrs.Converter]:
    """Give converters of several settings."""
    return [
        cattrs.Converter(),
        cattrs.Converter(forbid_extra_keys=True, omit_if_default=True, detailed_validation=False),
        cattrs.Converter(unstruct_strat=cattrs.UnstructureStrategy.AS_TUPLE, prefer_attrib_converters=True),
        make_converter(),
    ]


@pytest.mark.parametrize("converter", converters())
def test_a_report_has_the_same_json_in_another_class(converter: cattrs.Converter) -> None:
    """Whatever the converter's settings."""
    gd_json.register(converter)
    report = build_report(extensions={"a": [1]})

    tree = converter.unstructure(report)

    assert json.dumps(tree, ensure_ascii=False, separators=(",", ":")) == gd_json.dumps(report)
    assert converter.structure(tree, gd.AnnualReport) == report
    filing = Filing(7, report)
    assert converter.structure(converter.unstructure(filing), Filing) == filing


@given(reports())
def test_any_report_survives_as_a_field(report: gd.AnnualReport) -> None:
    """Through the JSON text of the class that holds it."""
    converter = cattrs.Converter()
    gd_json.register(converter)
    filing = Filing(1, report, report)

    assert converter.structure(json.loads(json.dumps(converter.unstructure(filing))), Filing) == filing


def test_tables_can_be_fields_and_carry_their_edition() -> None:
    """Each table class on its own, with the edition as in a report."""
    converter = cattrs.Converter()
    gd_json.register(converter)
    tables = Tables(gd.ProactiveDisclosure2019.blank(), gd.Requests.blank(), gd.ReviewAndLitigation.blank())
    tables.two.fees.change = -3
    tree = converter.unstructure(tables)

    assert list(tree["two"])[:2] == ["edition", "notes"]
    assert list(tree["four"])[:2] == ["notes", "reconsideration"]
    assert converter.structure(tree, Tables) == tables


@pytest.mark.parametrize("converter", converters()[:2] + converters()[3:])
@pytest.mark.parametrize(
    "tables",
    [
        Either(gd.ProactiveDisclosure2019.blank(), gd.Requests.blank(), gd.ReviewAndLitigation.blank()),
        Either(gd.ProactiveDisclosure.blank(), gd.Requests2019.blank(), None),
        Either(gd.ProactiveDisclosure.blank(), None, None),
    ],
    ids=["2019 and 2021", "2021 and 2019", "none"],
)
def test_a_field_can_hold_a_table_of_either_edition(converter: cattrs.Converter, tables: Either) -> None:
    """The edition of the table says which class is meant."""
    gd_json.register(converter)
    tree = json.loads(json.dumps(converter.unstructure(tables)))

    assert (
        tree["two"]
        == json.loads(gd_json.dumps(gd.AnnualReport(proactive_disclosure=tables.two)))["proactive_disclosure"]
    )
    assert converter.structure(tree, Either) == tables


def test_an_amount_can_be_a_field_of_its_own() -> None:
    """With its unit, in the JSON that it has in a report."""
    converter = cattrs.Converter()
    gd_json.register(converter)
    amount = gd.Amount(Decimal("251000.00"), "元")
    tree = {"value": "251000.00", "unit": "元"}

    assert converter.unstructure(amount) == tree
    assert converter.structure(tree, gd.Amount) == amount
    assert converter.structure({"value": "0"}, gd.Amount) == gd.Amount(Decimal(0))
    with pytest.raises(StructureError) as caught:
        converter.structure({"value": 1, "unit": "角"}, gd.Amount)
    assert [fault.path for fault in caught.value.faults] == ["value", "unit"]


def test_faults_of_a_table_of_either_edition() -> None:
    """As in a report: the known editions, and whether null would do."""
    converter = cattrs.Converter()
    gd_json.register(converter)
    cases: list[tuple[Any, Any, str]] = [
        ({}, gd.Requests2019 | gd.Requests, 'edition: expected "2019" or "2021", found nothing'),
        (None, gd.Requests | gd.Requests2019, "document: expected an object, found null"),
        (7, gd.Requests | gd.Requests2019 | None, "document: expected an object or null, found 7"),
        ({"edition": "2019", "x": 1}, gd.Requests | gd.Requests2019, "x: expected no such key, found an unknown key"),
    ]
    for tree, cls, message in cases:
        with pytest.raises(StructureError) as caught:
            converter.structure(tree, cls)
        assert str(caught.value) == f"json: {message}"


@pytest.mark.parametrize(
    ("cls", "message"),
    [
        (
            gd.Requests | None,
            'edition: expected "2021", found "2019"; x: expected no such key, found an unknown key',
        ),
        (gd.Requests2019 | None, "x: expected no such key, found an unknown key"),
        (gd.Requests2019 | gd.Requests | None, "x: expected no such key, found an unknown key"),
    ],
)
def test_faults_of_a_table_that_may_be_none(cls: Any, message: str) -> None:  # noqa: ANN401 - a type
    """Whichever of the editions the field may hold."""
    converter = cattrs.Converter()
    gd_json.register(converter)
    for tree, told in (
        ({"edition": "2019", "x": 1}, message),
        (7, "document: expected an object or null, found 7"),
    ):
        with pytest.raises(StructureError) as caught:
            converter.structure(tree, cls)
        assert str(caught.value) == f"json: {told}"
    assert converter.structure(None, cls) is None


def test_unions_with_others_are_left_to_the_converter() -> None:
    """Only unions of the tables of one section are ours."""
    converter = cattrs.Converter()
    gd_json.register(converter)
    for cls in (gd.Requests | int, gd.Requests | gd.ProactiveDisclosure2019, int | None):
        assert not _is_union_of_tables(cls)
    assert converter.structure("7", int | None) == 7  # type: ignore[arg-type]


def test_a_table_of_another_edition_is_refused() -> None:
    """The field says which class is meant."""
    converter = cattrs.Converter()
    gd_json.register(converter)
    with pytest.raises(StructureError) as caught:
        converter.structure({"edition": "2021", "x": 1}, gd.Requests2019)

    assert str(caught.value) == (
        'json: edition: expected "2019", found "2021"; x: expected no such key, found an unknown key'
    )
    with pytest.raises(StructureError) as caught:
        converter.structure([], gd.Requests2019)
    assert str(caught.value) == "json: document: expected an object, found a list"


def test_faults_are_told_from_the_report_down() -> None:
    """As strict as ``loads``, inside of a converter that is not."""
    converter = cattrs.Converter(detailed_validation=False)
    gd_json.register(converter)
    tree = converter.unstructure(build_report()) | {"year": "2021", "x": 1}
    with pytest.raises(StructureError) as caught:
        converter.structure({"number": "7", "report": tree}, Filing)

    assert str(caught.value) == (
        'json: year: expected a whole number or null, found "2021"; x: expected no such key, found an unknown key'
    )


def test_a_tree_of_other_objects_than_json_is_refused() -> None:
    """Keys that are no text, and values that are no JSON."""
    converter = cattrs.Converter()
    gd_json.register(converter)

    class Text(str):
        __slots__ = ()

    tree: Any = {"govdisclosure": "1", 3: 1, "title": Text("x"), "extensions": {"a": (1,), 4: 2}}
    with pytest.raises(StructureError) as caught:
        converter.structure(tree, gd.AnnualReport)

    assert [str(fault) for fault in caught.value.faults] == [
        "[3]: expected no such key, found an unknown key",
        'title: expected text, a plain str or null, found "x"',
        "extensions.a: expected JSON, found (1,)",
        "extensions[4]: expected text, a plain str, found the key 4",
    ]


def test_a_table_that_was_spoilt_in_place_is_not_written() -> None:
    """As with a whole report."""
    converter = cattrs.Converter()
    gd_json.register(converter)
    table = gd.Requests.blank()
    table.notes.append("a\nb")
    with pytest.raises(ValueError, match=r"^notes\[0\] must not contain U\+000A \(at 1\), got 'a\\nb'$"):
        converter.unstructure(table)


@pytest.mark.parametrize("finding", [FINDING, gd.Finding("year"), gd.Finding((), expected="2021-01-31", actual=None)])
def test_a_finding_survives_its_json(finding: gd.Finding) -> None:
    """Through text, alone and among others, and by a converter."""
    converter = cattrs.Converter()
    gd_json.register(converter)
    tree = json.loads(json.dumps(finding.to_json()))
    findings = gd.Findings((finding, FINDING))

    assert converter.unstructure(finding) == finding.to_json()
    assert gd_json.finding_from_json(tree) == converter.structure(tree, gd.Finding) == finding
    assert gd_json.findings_from_json(findings.to_json()) == findings
    assert converter.structure(converter.unstructure(findings), gd.Findings) == findings


def test_a_finding_may_leave_out_what_has_a_default() -> None:
    """Only the paths are required."""
    assert gd_json.finding_from_json({"paths": ["year"]}) == gd.Finding("year")
    assert gd_json.findings_from_json([]) == gd.Findings()


def test_faults_of_findings_are_told_all_at_once() -> None:
    """Wrong types, unknown keys, and a severity that does not exist."""
    tree: list[Any] = [
        {"code": 1, "severity": "fatal", "paths": "year", "expected": 1.5, "actual": True, "x": 0},
        7,
        {"quote": {"path": "a", "start": "1", "end": 2}, "details": [], "message": None, "law": 3},
        {"paths": ["a", 1], "severity": None},
    ]
    with pytest.raises(StructureError) as caught:
        gd_json.findings_from_json(tree)

    assert [(fault.path, fault.found, fault.expected) for fault in caught.value.faults] == [
        ("[0].code", "1", "text"),
        ("[0].severity", '"fatal"', '"error" or "warning" or "info"'),
        ("[0].paths", '"year"', "a list"),
        ("[0].expected", "1.5", "a whole number, text or null"),
        ("[0].actual", "true", "a whole number, text or null"),
        ("[0].x", "an unknown key", "no such key"),
        ("[1]", "7", "an object"),
        ("[2].quote.start", '"1"', "a whole number"),
        ("[2].quote.text", "nothing", "a value, the key is required"),
        ("[2].details", "a list", "an object"),
        ("[2].message", "null", "an object"),
        ("[2].law", "3", "text or null"),
        ("[2].paths", "nothing", "a value, the key is required"),
        ("[3].paths[1]", "1", "text"),
        ("[3].severity", "null", '"error" or "warning" or "info"'),
    ]


def test_a_note_is_written_as_its_own_json() -> None:
    """Notes go one way only."""
    converter = cattrs.Converter()
    gd_json.register(converter)
    note = gd.Note("UNPLACED", ("requests.total",), raw="3 3", source=Source(line=7))

    assert converter.unstructure([note]) == [note.to_json()]

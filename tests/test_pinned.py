"""What others build on, written down apart from the declarations: keys of the JSON, codes, and whole documents."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure import json as gd_json
from govdisclosure.checks import rules
from govdisclosure.form.wording import error_codes, note_codes
from govdisclosure.model.findings import Quote
from govdisclosure.model.message import Message
from govdisclosure.model.notes import Source
from govdisclosure.model.waivers import Waiver

if TYPE_CHECKING:
    from collections.abc import Iterator

_DATA = Path(__file__).parent / "data" / "json"

_FINDING = gd.Finding(
    "overview[3]",
    expected=12,
    actual="0.00",
    quote=Quote("overview[3]", 2, 5, "12件"),
    code="TEXT-RECEIVED",
    severity=gd.Severity.ERROR,
    law="Art. 50",
    message=Message("新收12件", "12 received"),
    waived=Waiver("TEXT-RECEIVED", "overview", reason="-", date=dt.date(2026, 1, 20), file="*.txt"),
)
_NOTE = gd.Note(
    "UNPLACED",
    ("requests.total",),
    Message("未能归入", "not placed"),
    raw="3 3",
    source=Source(line=1, table=2, row=3, column=4, page=5),
)


def stored(name: str) -> list[str]:
    """Give the lines of a file of data."""
    return (_DATA / name).read_text(encoding="utf-8").splitlines()


def keys(node: object, path: str = "") -> Iterator[str]:
    """Give the path of every key of a tree, in order; the items of a list have one path, that of the first."""
    if isinstance(node, dict):
        for key, item in node.items():
            below = f"{path}.{key}" if path else key
            yield below
            yield from keys(item, below)
    elif isinstance(node, list) and node:
        yield from keys(node[0], f"{path}[]")


def tree_of(edition: int) -> dict[str, Any]:
    """Give the tree of a report in which every object is there."""
    report = build_report(year=edition, other_sections=[gd.OtherSection(heading="七、附件")])
    tree: dict[str, Any] = json.loads(gd_json.dumps(report))
    return tree


@pytest.mark.parametrize("edition", [2019, 2021])
def test_the_keys_of_a_report_are_pinned(edition: int) -> None:
    """Every key of the JSON, in its order; other programs read them by these names."""
    assert list(keys(tree_of(edition))) == stored(f"keys-{edition}.txt")


def test_the_keys_of_a_finding_and_a_note_are_pinned() -> None:
    """With those of a waiver and of a place in a source."""
    assert list(keys(_FINDING.to_json())) == stored("keys-finding.txt")
    assert list(keys(_NOTE.to_json())) == stored("keys-note.txt")


def test_the_codes_are_pinned() -> None:
    """Of findings, notes and errors; what is told apart by them stays so."""
    assert sorted(rule.code for rule in rules()) == stored("codes-of-findings.txt")
    assert sorted(note_codes()) == stored("codes-of-notes.txt")
    assert sorted(error_codes()) == stored("codes-of-errors.txt")


@pytest.mark.parametrize("edition", [2019, 2021])
@pytest.mark.parametrize("format", ["text", "bytes"])
def test_a_stored_document_is_read_and_written_as_it_is(edition: int, format: str) -> None:  # noqa: A002 - the word of the public face
    """Byte by byte; the file stays as it is, whatever the declarations become."""
    content = (_DATA / f"report-{edition}.json").read_bytes()

    report = gd.loads(content if format == "bytes" else content.decode())

    assert gd.dumpb(report) == content
    assert gd.dumps(report) == content.decode()


def test_a_stored_document_means_what_it_meant() -> None:
    """Values of each kind, by their paths."""
    report = gd.loads((_DATA / "report-2019.json").read_bytes())

    assert report.agency == gd.Agency(name="示例县统计局", code="113300000024821091", division="330102")
    assert (report.year, report.published) == (2019, dt.date(2020, 1, 20))
    assert report.period == gd.Period(start=dt.date(2019, 5, 15), end=dt.date(2019, 12, 31))
    assert report.overview == ["（一）主动公开", "本机关依法公开政府信息。"]
    assert (report.problems_and_improvements, report.other_matters) == (None, [])
    assert report.other_sections == [gd.OtherSection(heading="七、附件", paragraphs=["见附件。"])]
    assert report.extensions == {"example": {"id": 7, "ok": True, "share": 0.5, "none": None, "list": []}}
    assert {path: gd.get(report, path) for path in _VALUES} == _VALUES


_VALUES = {
    "proactive_disclosure.rules.made": 3,
    "proactive_disclosure.licensing.change": -1,
    "proactive_disclosure.fees.items_last_year": gd.NA,
    "proactive_disclosure.procurement.amount": gd.Amount(Decimal("96171.60"), "元"),
    "requests.natural_person.newly_received": 12,
    "requests.natural_person.outcomes.other": 0,
    "requests.total.carried_forward": None,
    "review_and_litigation.litigation.after_reconsideration.total": 0,
}

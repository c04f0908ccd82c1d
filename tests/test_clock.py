"""The time that reading may take: of every format, looked at between the pieces of a document."""

from __future__ import annotations

import itertools
import json
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from support.builders import build_report
from support.mentions import headed, workbook_of_sheets
from support.pdfs import below, drawn

import govdisclosure as gd
from govdisclosure.form.clock import Clock
from govdisclosure.formats import Limits

if TYPE_CHECKING:
    from collections.abc import Callable

REPORT = build_report()
EXTRA = 60
PLACES = 40
ENDLESS = Limits(max_seconds=10**6)


def count_looks(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Let a second pass at every look at the clock; give what tells how many there were."""
    looks = itertools.count()
    monkeypatch.setattr("govdisclosure.form.clock.time", SimpleNamespace(monotonic=lambda: next(looks)))
    return lambda: next(looks)


def rendered(format_: str, report: gd.AnnualReport = REPORT) -> str | bytes:
    """Give a report in a format, PDF too."""
    return drawn(below("一、总体情况")) if format_ == "pdf" else gd.render(report, format_)


def refusal(content: str | bytes, format_: str, seconds: float) -> tuple[str | None, str]:
    """Give code and words of the error that reading within so many seconds ends in."""
    with pytest.raises(gd.ReadError) as caught:
        gd.parse(content, format=format_, limits=Limits(max_seconds=seconds))
    return caught.value.code, str(caught.value)


@pytest.mark.parametrize("format_", ["text", "markdown", "html", "docx", "xlsx", "pdf", "json"])
def test_reading_ends_when_the_time_is_up(format_: str) -> None:
    """Whatever the format, with the name of the bound."""
    assert refusal(rendered(format_), format_, 1e-9) == (
        "BEYOND-LIMIT",
        f"{format_}: the document is beyond max_seconds = 1e-09; raise it in its Limits to read it",
    )


@pytest.mark.parametrize("format_", ["text", "markdown", "docx", "xlsx"])
def test_the_clock_is_looked_at_between_paragraphs(format_: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the end of the time is not the end of the document."""
    long = build_report(overview=["本机关依法公开政府信息。"] * EXTRA)
    looks = count_looks(monkeypatch)
    gd.parse(rendered(format_), limits=ENDLESS)
    before = looks()
    gd.parse(rendered(format_, long), limits=ENDLESS)

    assert looks() - before - 1 >= before + EXTRA - len(REPORT.overview or [])


def test_the_clock_is_looked_at_between_sheets_and_page_headers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where there is no row and no paragraph in them."""
    looks = count_looks(monkeypatch)
    for content in (workbook_of_sheets({f"s{place}.xml": "" for place in range(EXTRA)}), headed(EXTRA)):
        before = looks()
        with pytest.raises(gd.ReadError, match="expected the headings and tables of the form"):
            gd.parse(content, limits=ENDLESS)
        assert looks() - before - 1 > EXTRA


@pytest.mark.parametrize("own", [True, False])
def test_the_clock_is_looked_at_between_the_steps_of_recognition(monkeypatch: pytest.MonkeyPatch, *, own: bool) -> None:
    """What is read as blocks is not yet a report."""
    text = rendered("text") if own else str(rendered("text")).replace("govdisclosure", "another")
    looks = count_looks(monkeypatch)
    gd.parse(text, limits=ENDLESS)
    # One to start it, one for each line.
    assert looks() > 1 + str(text).count("\n")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("overview", [1] * PLACES),
        ("overview", [*["字"] * PLACES, 1]),
        ("other_sections", [*[{"heading": "七、其他"}] * PLACES, 1]),
        ("extensions", {"a": [1] * PLACES}),
        ("extensions", {str(number): number for number in range(PLACES)}),
        ("agency", {"name": "示例局", **{str(number): number for number in range(PLACES)}}),
    ],
)
def test_the_clock_is_looked_at_between_the_values_of_json(
    key: str, value: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Items, keys, paragraphs, and what other tools keep; what is not read at once, as it is too large or wrong."""
    tree = {**gd.to_dict(REPORT), key: value}
    monkeypatch.setattr("govdisclosure.json._document.MOST_AT_ONCE", 0)
    count_looks(monkeypatch)

    assert refusal(json.dumps(tree), "json", PLACES - 1)[0] == "BEYOND-LIMIT"


def test_a_report_in_memory_has_no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """``loads`` and ``from_dict`` take what their caller holds."""
    looks = count_looks(monkeypatch)
    gd.from_dict(gd.to_dict(gd.loads(gd.dumps(REPORT))))

    assert looks() == 0


def test_pieces_come_as_long_as_there_is_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A look before each."""
    count_looks(monkeypatch)
    pieces = Clock(2).between("abcd")

    assert [next(pieces), next(pieces)] == ["a", "b"]
    with pytest.raises(gd.ReadError, match="max_seconds = 2"):
        next(pieces)


def test_time_spent_waiting_for_ones_turn_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """Others may keep pdfium busy for longer than a reading may take."""
    now = [0.0]
    monkeypatch.setattr("govdisclosure.form.clock.time", SimpleNamespace(monotonic=lambda: now[0]))
    clock = Clock(2)
    with clock.stopped():
        now[0] = 100.0

    assert clock.left == 2
    now[0] = 102.5
    assert clock.left == 0
    with pytest.raises(gd.ReadError, match="max_seconds = 2"):
        clock.check()

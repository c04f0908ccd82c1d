"""What cannot be checked or shown is refused by a clear error."""

from __future__ import annotations

from typing import Any

import pytest
from support.builders import build_report

import govdisclosure as gd


@pytest.mark.parametrize(("given", "name"), [("report.json", "str"), (None, "NoneType"), ({}, "dict")])
def test_what_is_no_report_is_not_checked(given: Any, name: str) -> None:  # noqa: ANN401 - anything
    """A path of a file is no report; it is to be read first."""
    with pytest.raises(TypeError) as raised:
        gd.check(given)

    assert str(raised.value) == f"report must be an AnnualReport or a Reading, got {name}"


def test_a_paragraph_that_is_no_text_any_more_is_told_as_render_tells_it() -> None:
    """A list can be changed in place; its path and what stands there are named."""
    report = build_report(overview=["（一）主动公开", "本机关依法公开政府信息。"])
    changed: Any = report.overview
    changed[1] = 5

    for call in (lambda: gd.check(report), lambda: gd.check(gd.Reading(report)), lambda: gd.render(report, "text")):
        with pytest.raises(TypeError) as raised:
            call()
        assert str(raised.value) == "overview[1] must be text, a plain str, got 5"


def test_a_paragraph_that_is_no_line_any_more_is_not_checked() -> None:
    """A line break makes two paragraphs of it."""
    report = build_report(preamble=["一行"])
    report.preamble[0] = "两\n行"

    with pytest.raises(ValueError, match=r"^preamble\[0\] must not contain U\+000A \(at 1\), got '两\\n行'$"):
        gd.check(report)


def test_only_findings_and_notes_are_shown() -> None:
    """Which of them is none is told by its place."""
    report, code = build_report(), "T3-ROW"
    findings: Any = [gd.Finding(paths="year", code=code), code]
    notes: Any = [findings[0]]

    with pytest.raises(TypeError) as finding:
        gd.render(report, "html", findings=findings)
    with pytest.raises(TypeError) as note:
        gd.render(report, "html", notes=notes)

    assert str(finding.value) == "findings[1] must be a Finding, got str"
    assert str(note.value) == "notes[0] must be a Note, got Finding"

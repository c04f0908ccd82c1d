"""What cannot be checked or shown is refused by a clear error."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure import batch, copies

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


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


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"select": 5}, "select must be an iterable of str, got int"),
        ({"select": ["T3", 5]}, "select[1] must be a str, got int"),
        ({"ignore": [None]}, "ignore[0] must be a str, got NoneType"),
        ({"checks": 5}, "checks must be an iterable of Callable, got int"),
        ({"checks": [5]}, "checks[0] must be a Callable, got int"),
        ({"waivers": ["T3-ROW"]}, "waivers[0] must be a Waiver, got str"),
        ({"waivers": None}, "waivers must be an iterable of Waiver, got NoneType"),
    ],
)
def test_what_a_check_is_given_is_named(arguments: dict[str, Any], message: str) -> None:
    """With the place of the wrong one."""
    with pytest.raises(TypeError) as raised:
        gd.check(build_report(), **arguments)

    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (gd.register, "converter must be a cattrs Converter, got int"),
        (lambda wrong: gd.parse("一", limits=wrong), "limits must be Limits, got int"),
        (lambda wrong: gd.read("no-such-file", limits=wrong), "limits must be Limits, got int"),
        (
            lambda wrong: gd.render(gd.AnnualReport(), "html", findings=wrong),
            "findings must be an iterable of Finding, got int",
        ),
        (lambda wrong: gd.render(gd.AnnualReport(), "html", notes=wrong), "notes must be an iterable of Note, got int"),
    ],
    ids=["register", "parse", "read", "findings", "notes"],
)
def test_what_was_expected_is_named(call: Callable[[Any], object], message: str) -> None:
    """No error of something inside."""
    with pytest.raises(TypeError) as raised:
        call(5)

    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (gd.rollup, "children"),
        (gd.check_chain, "reports"),
        (lambda wrong: gd.check(gd.AnnualReport(), children=wrong), "children"),
        (lambda wrong: list(batch.examine([], previous=wrong)), "previous"),
        (copies.peer_copies, "reports"),
        (gd.Roster().match, "reports"),
    ],
    ids=["rollup", "check_chain", "check", "examine", "peer_copies", "match"],
)
def test_one_report_is_not_several(call: Callable[[Any], object], name: str) -> None:
    """Who forgets the list is told that reports or readings are wanted."""
    with pytest.raises(TypeError) as raised:
        call(gd.AnnualReport())

    assert str(raised.value) == f"{name} must be an iterable of reports or readings, got AnnualReport"


@attrs.define(kw_only=True, repr=False)
class Reviewed(gd.AnnualReport):
    """A report with a field of its own."""

    reviewed: dt.date = dt.date(2026, 1, 20)


class Remarked(gd.AnnualReport):
    """A report that attributes can be put on."""


def remarked() -> Remarked:
    """Give one with a remark."""
    report = Remarked()
    report.remark = "稿"  # type: ignore[attr-defined]
    return report


@pytest.mark.parametrize(
    ("report", "name"), [(Reviewed(), "Reviewed.reviewed"), (remarked(), "Remarked.remark")], ids=["attrs", "plain"]
)
def test_a_field_that_no_format_holds_is_refused(tmp_path: Path, report: gd.AnnualReport, name: str) -> None:
    """It was dropped in silence."""
    calls: list[Callable[[], object]] = [
        lambda: gd.dumps(report),
        lambda: gd.to_dict(report),
        lambda: gd.write(report, tmp_path / "x.json"),
        lambda: gd.write(report, tmp_path / "x.txt"),
        *(
            lambda named=named: gd.render(report, named)
            for named in ("json", "text", "markdown", "html", "docx", "xlsx")
        ),
    ]

    for call in calls:
        with pytest.raises(TypeError) as raised:
            call()
        assert str(raised.value) == (
            f"{name} is no field of an AnnualReport, and no format holds it; keep it in extensions"
        )
    assert list(tmp_path.iterdir()) == []


def test_a_derived_class_without_fields_is_written_and_any_is_checked() -> None:
    """Methods of its own lose nothing."""
    assert gd.dumps(Remarked(year=2021)) == gd.dumps(gd.AnnualReport(year=2021))
    assert gd.check(Reviewed(year=2021)) == gd.check(gd.AnnualReport(year=2021))

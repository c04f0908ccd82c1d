"""What a notebook shows of reports and findings."""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape

import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure.model.findings import Finding, Findings
from govdisclosure.model.message import Message
from govdisclosure.model.waivers import Waiver

_HOSTILE = "<script>alert(1)</script>\" onload='x' &amp; \u202e"


def test_a_report_is_shown_as_its_form_in_a_frame() -> None:
    """Its style stays in there, and whatever it says is text."""
    report = build_report(title=_HOSTILE, overview=[_HOSTILE])

    shown = report._repr_html_()

    matched = re.fullmatch(r'<iframe sandbox srcdoc="([^"]*)" title="([^"<>]*)" style="[^"]*"></iframe>', shown)
    assert matched is not None
    assert unescape(matched[1]) == gd.render(report, "html")
    assert gd.parse(unescape(matched[1])) == gd.Reading(report)


def test_findings_are_shown_as_a_table() -> None:
    """The gravity, the code, the first place and the message in both languages; whatever they say is text."""
    told = Finding([_HOSTILE], code=_HOSTILE, message=Message(f"错{_HOSTILE}", f"wrong {_HOSTILE}"))
    waived = Finding([], code="X-1", waived=Waiver("X-1", reason=_HOSTILE))

    shown = Findings([told, waived])._repr_html_()

    tags = {"p", "bdi", "table", "thead", "tr", "th", "tbody", "td", "code", "br", "span"}
    tags = {"p", "bdi", "table", "thead", "tr", "th", "tbody", "td", "code", "br", "span"}
    assert set(re.findall("<([a-z]+)", shown)) == tags
    assert shown.count("&lt;script&gt;") == 5
    assert "已豁免" in shown
    assert shown.startswith("<p><bdi>&lt;Findings: 0 error, 1 warning, 0 info, 1 waived&gt;</bdi></p><table>")


def test_of_very_many_findings_the_first_are_shown() -> None:
    """And how many more there are."""
    shown = Findings([Finding(["title"], code=f"X-{number}") for number in range(201)])._repr_html_()

    assert shown.count("<tr>") == 201
    assert shown.endswith("<p>另有 1 条 / 1 more</p>")


@pytest.mark.programs
def test_the_model_alone_loads_nothing_that_writes() -> None:
    """Only what is shown needs it."""
    code = (
        "import sys, govdisclosure.model.report, govdisclosure.model.findings\n"
        "print([name for name in sys.modules if name.startswith(('govdisclosure.formats', 'govdisclosure.notebook'))])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - ours

    assert done.stdout == "[]\n"

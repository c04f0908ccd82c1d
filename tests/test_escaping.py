"""Whatever stands in a text of a report stays text in every format: no markup, no formula, no code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure.formats import FORMATS
from govdisclosure.model.report import OtherSection

if TYPE_CHECKING:
    from govdisclosure.formats import Format

WRITTEN = [known for known in FORMATS.values() if known.writes is not None]
HOSTILE = {
    "script": "<script>alert(1)</script>",
    "handler": "\"><img src=x onerror='alert(1)'>",
    "entity": "&lt;b&gt; &amp;amp; &#60;",
    "cdata": "]]><!--<![CDATA[",
    "quotes": "\"双\" '单' “中” ’ \\",
    "formula": "=cmd|'/c calc'!A1",
    "plus": "+1",
    "minus": "-1+1",
    "at": "@SUM(A1)",
    "wide-formula": "＝１＋１",
    "excel-escape": "_x000D__x0041_",
    "field": "{ MERGEFIELD x } {{x}} ${x} %s",
    "right-to-left": "甲\u202e乙\u2066丙\u200f",
    "joiners": "e\u0301\u200b\u200d\ufeff👩‍👩‍👧𠮷",
    "number": "20241234567890123456",
    "date": "2024-01-01",
    "bars": "a | b || c",
    "long": "政府信息公开<&>" * 4_000,
    "long-word": "a" * 100_000,
}


@pytest.mark.property
@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("known", WRITTEN, ids=lambda known: known.name)
def test_hostile_text_comes_back_as_text(known: Format, words: str) -> None:
    """In the narrative, the notes of a table, the title, the name of the agency, and a section of its own."""
    report = build_report(
        agency=gd.Agency(name=words),
        title=f"{words}2021年政府信息公开工作年度报告",
        preamble=[words],
        overview=["一", words, "", words],
        other_sections=[OtherSection(heading=words, paragraphs=[words])],
    )
    for table in (report.proactive_disclosure, report.requests, report.review_and_litigation):
        assert table is not None
        table.notes = [words]

    assert gd.parse(gd.render(report, known.name)) == gd.Reading(report)


@pytest.mark.parametrize("known", [known for known in WRITTEN if known.writes == "text"], ids=lambda known: known.name)
def test_the_script_is_nowhere_markup(known: Format) -> None:
    """In formats that a browser shows, its angle brackets are escaped."""
    written = gd.render(build_report(overview=[HOSTILE["script"]]), known.name)

    assert isinstance(written, str)
    assert ("<script>alert" in written) == (known.name in {"json", "text"})

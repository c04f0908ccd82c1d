"""Every format that is written gives every report back: of whatever editions, from whatever other format."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.builders import build_report, build_requests
from support.cli_calls import call

import govdisclosure as gd
from govdisclosure.formats import FORMATS
from govdisclosure.model.editions import table_class
from govdisclosure.model.report import TABLES, OtherSection
from govdisclosure.testing import reports, tables

if TYPE_CHECKING:
    from govdisclosure.formats import Format

WRITTEN = [known for known in FORMATS.values() if known.writes is not None]
MIXES = list(itertools.product(("2021", "2019"), repeat=2))
_EACH = max(1, settings().max_examples // len(MIXES))


@pytest.mark.parametrize("mix", MIXES, ids="-".join)
@pytest.mark.parametrize("known", WRITTEN, ids=lambda known: known.name)
@given(data=st.data())
@settings(max_examples=_EACH)
def test_every_report_comes_back(known: Format, mix: tuple[str, str], data: st.DataObject) -> None:
    """For all reports, with tables II and III of any mix of editions: equal, no notes, the format told by itself."""
    report = data.draw(reports(extensions=False))
    for section, edition in zip(TABLES, mix, strict=False):
        setattr(report, section, data.draw(tables(table_class(section, edition))))

    assert gd.parse(gd.render(report, known.name)) == gd.Reading(report)


@pytest.mark.parametrize("known", WRITTEN, ids=lambda known: known.name)
@given(report=reports(extensions=False))
@settings(max_examples=_EACH)
def test_every_report_comes_back_with_sections_missing(known: Format, report: gd.AnnualReport) -> None:
    """For all reports, with tables of either edition or none."""
    assert gd.parse(gd.render(report, known.name), format=known.name) == gd.Reading(report)


def rich_report() -> gd.AnnualReport:
    """Give a report with all that a format has to keep: blanks, "/", noughts, a mix of editions, other sections."""
    report = build_report(
        requests=build_requests("2019"),
        agency=gd.Agency(name="示例镇人民政府", kind=None, division="320682"),
        title="关于“示例镇”<2021>年工作的报告",
        other_matters=None,
        other_sections=[OtherSection(heading="七、附件", paragraphs=["# 一", "", " 二 | 三 "])],
        cells={
            "proactive_disclosure.rules.issued": None,
            "proactive_disclosure.rules.in_force": gd.NA,
            "requests.natural_person.carried_over": None,
            "review_and_litigation.reconsideration.upheld": gd.NA,
        },
    )
    assert report.review_and_litigation is not None
    report.review_and_litigation.notes = ["=1+1", "说明"]
    return report


_PAIRS = list(itertools.product(WRITTEN, repeat=2))


@pytest.mark.parametrize(("first", "second"), _PAIRS, ids=lambda known: known.name)
def test_the_command_line_converts_any_format_to_any_other(
    first: Format, second: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The report is the same after it, nothing is printed, and nothing else is in the directory."""
    monkeypatch.chdir(tmp_path)
    source, target = f"in{first.suffixes[0]}", f"out{second.suffixes[-1]}"
    gd.write(rich_report(), source)

    result = call("convert", source, target)

    assert (result.exit_code, result.output) == (0, "")
    assert gd.read(target) == gd.Reading(rich_report())
    assert sorted(path.name for path in Path().iterdir()) == [source, target]


@pytest.mark.parametrize("known", WRITTEN, ids=lambda known: known.name)
def test_standard_output_takes_every_format(known: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Text in UTF-8, or bytes as they are; what was piped on is read from standard input."""
    monkeypatch.chdir(tmp_path)
    report = rich_report()

    written = call("convert", "-", "-", "--to", known.name, given=gd.dumpb(report))
    again = call("convert", "-", "-", "--from", known.name, given=written.stdout_bytes)

    assert (written.exit_code, written.stderr, again.exit_code, again.stderr) == (0, "", 0, "")
    assert gd.parse(written.stdout_bytes) == gd.Reading(report)
    assert gd.parse(again.stdout_bytes) == gd.Reading(report)


@pytest.mark.parametrize("known", WRITTEN, ids=lambda known: known.name)
def test_only_json_keeps_extensions(known: Format) -> None:
    """The form has no place for them; all else is the same."""
    report = build_report(extensions={"来源": ["甲"]})

    read = gd.parse(gd.render(report, known.name)).report

    assert read.extensions == ({"来源": ["甲"]} if known.is_json else {})
    read.extensions = report.extensions
    assert read == report

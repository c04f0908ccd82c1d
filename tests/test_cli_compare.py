"""The command ``compare``: how one file differs from another."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from support.builders import build_report
from support.cli_calls import call

import govdisclosure as gd

RECEIVED = "requests.total.newly_received"
SAID = """\
一、总体情况
  增加第3段：“新加的一段。”
三、收到和处理政府信息公开申请情况
  「总计」列「一、本年新收政府信息公开申请数量」：12 → 13
勾稽关系
  T3-ROW：「总计」列「一、本年新收政府信息公开申请数量」，由成立变为不成立
  T3-BALANCE：「总计」列，由成立变为不成立
"""


@pytest.fixture(autouse=True)
def _in_a_directory_with_two_versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    report = build_report()
    gd.write(report, "a.docx")
    assert report.overview is not None
    report.overview.append("新加的一段。")
    gd.put(report, RECEIVED, 13)
    gd.write(report, "b.html")


def test_differences_are_printed() -> None:
    """A line each, whatever the formats of the two; they are no errors."""
    result = call("compare", "a.docx", "b.html")

    assert (result.exit_code, result.output) == (0, SAID)


def test_long_lines_are_not_folded() -> None:
    """However narrow the terminal is."""
    assert call("compare", "a.docx", "b.html", columns=30).output == SAID


def test_differences_are_printed_in_english() -> None:
    """By paths."""
    result = call("compare", "a.docx", "b.html", "--lang", "en")

    assert "  requests.total.newly_received: 12 → 13\n" in result.output


def test_copies_of_one_report_do_not_differ() -> None:
    """The same report as page and Word document."""
    gd.write(build_report(), "a.html")

    result = call("compare", "a.docx", "a.html", "--strict")

    assert (result.exit_code, result.output) == (0, "没有差异。\n")


def test_strict_fails_where_files_differ() -> None:
    """Or where nobody knows."""
    gd.write(build_report(published=None), "c.txt")

    assert call("compare", "a.docx", "b.html", "--strict").exit_code == 1
    assert call("compare", "a.docx", "c.txt", "--strict").exit_code == 1
    assert call("compare", "a.docx", "c.txt").output.splitlines() == [
        "不能确定（读取说明所指之处，或来源没有写明）",
        "  发布日期：2022-01-20 → 空缺",
    ]


def test_differences_are_written_as_json() -> None:
    """With the names of both files."""
    result = call("compare", "a.docx", "b.html", "--json")

    differences = gd.compare(gd.read("a.docx"), gd.read("b.html"))
    assert result.exit_code == 0
    assert json.loads(result.output) == {"a": "a.docx", "b": "b.html", **differences.to_json()}


def test_notes_are_printed_with_the_name_of_their_file() -> None:
    """On standard error; the cell that a note names is not known."""
    text = gd.render(build_report(), "text")
    assert isinstance(text, str)
    Path("c.txt").write_text(re.sub(r"(规章 +\| )0", r"\1x", text), encoding="utf-8")

    result = call("compare", "a.docx", "c.txt")

    assert result.stderr.startswith("c.txt：CELL-UNREADABLE")
    assert result.stdout.splitlines() == [
        "不能确定（读取说明所指之处，或来源没有写明）",
        "  「规章」行「本年制发件数」：0 → 空白",
    ]


def test_a_file_that_cannot_be_read_is_an_error() -> None:
    """With its name."""
    result = call("compare", "a.docx", "none.docx")

    assert (result.exit_code, result.stderr) == (2, "错误：none.docx：无法读取：文件不存在\n")

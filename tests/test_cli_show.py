"""The command ``show``: the form on a terminal of 80 columns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from support.builders import OPENING, build_report
from support.cli_calls import call, coloured, styles_of, trimmed

import govdisclosure as gd
from govdisclosure.cli import _check
from govdisclosure.model.findings import Finding, Findings
from govdisclosure.model.report import OtherSection

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue

_DATA = Path(__file__).parent / "data" / "cli"
_CELLS: dict[str, CellValue] = {
    "proactive_disclosure.rules.issued": None,
    "requests.legal_person.other.newly_received": gd.NA,
    "requests.natural_person.carried_over": None,
    "requests.total.newly_received": 123456,
    "review_and_litigation.litigation.direct.pending": 7,
}


@pytest.fixture(autouse=True)
def _in_an_empty_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def shown(report: gd.AnnualReport, *options: str) -> str:
    """Give what is shown of a report without a check."""
    gd.write(report, "a.json")
    result = call("show", "a.json", "--no-check", *options)
    assert (result.exit_code, result.stderr) == (0, "")
    return trimmed(result.stdout)


@pytest.mark.parametrize("edition", ["2021", "2019"])
def test_a_report_is_shown_as_the_form(edition: str) -> None:
    """Metadata, headings and tables in the order of the form; a blank is nothing, "/" is "/", nought is 0."""
    cells = {path: value for path, value in _CELLS.items() if edition == "2021" or "rules" not in path}

    printed = shown(build_report(year=int(edition), cells=cells))

    assert printed == (_DATA / f"show-{edition}.txt").read_text(encoding="utf-8")
    assert max(map(cell_len, printed.splitlines())) == 80


def test_what_a_check_finds_is_marked_on_the_form() -> None:
    """A sign in front of each figure that a finding names, what the signs mean, and the findings."""
    gd.write(build_report(cells=_CELLS), "a.json")

    result = call("show", "a.json")

    assert (result.exit_code, result.stderr) == (0, "")
    assert trimmed(result.stdout) == (_DATA / "show-2021-checked.txt").read_text(encoding="utf-8")


def test_a_report_in_which_all_is_right_is_marked_nowhere() -> None:
    """The form as it is, and a line that says so."""
    gd.write(build_report(), "a.json")

    assert trimmed(call("show", "a.json").stdout) == shown(build_report()) + "\n未发现问题。\n"


def test_headings_paragraphs_and_the_head_are_marked_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of paragraphs bears the mark of the worst of them; with ``--full``, each its own."""
    findings = Findings(
        Finding(path, code="ODD", severity=severity)
        for path, severity in {
            "title": "warning",
            "year": "info",
            "overview[1]": "error",
            "overview[0]": "info",
            "other_matters": "warning",
            "other_sections[0].paragraphs[0]": "info",
        }.items()
    )
    monkeypatch.setattr(_check, "check", lambda *_, **__: findings)
    other = OtherSection(heading="七、附件", paragraphs=["附件一"])
    gd.write(build_report(other_sections=[other]), "a.json")

    brief, full = call("show", "a.json").stdout, call("show", "a.json", "--full").stdout

    assert brief.startswith("*示例镇人民政府2021年政府信息公开工作年度报告\n机关：示例镇人民政府\n年度：^2021\n")
    assert "\n一、总体情况\n!2 段\n" in brief
    assert "\n*六、其他需要报告的事项\n1 段\n\n七、附件\n^1 段\n\n! 错误  * 警告  ^ 提示\n" in brief
    assert f"\n一、总体情况\n^{OPENING}\n!本机关依法公开政府信息。\n" in full


_WRONG = "\x1b[1;7;31m!13\x1b[0m"
_BLANK = "\x1b[4m^\x1b[0m"
_DOUBTFUL = "\x1b[1;36m?"


def test_marks_are_in_colour_on_a_terminal() -> None:
    """An error is red and reversed, an info underlined; a waived finding has neither colour nor sign."""
    cells: dict[str, CellValue] = {"requests.total.newly_received": 13, "proactive_disclosure.rules.issued": None}
    gd.write(build_report(cells=cells), "a.json")

    plain = coloured("show", "a.json")
    Path("govdisclosure.toml").write_text(
        '[[waivers]]\ncode = "T3-ROW"\nreason = "已公布"\n[[waivers]]\ncode = "T3-BALANCE"\nreason = "已公布"\n',
        encoding="utf-8",
    )
    waived = coloured("show", "a.json")

    assert (_WRONG in plain, _WRONG in waived) == (True, False)
    assert "!" not in waived
    assert _BLANK in plain
    assert _BLANK in waived


def test_table_two_tells_captions_from_column_heads_and_rows_by_style() -> None:
    """Captions are bold, column heads faint, labels of rows and figures plain."""
    gd.write(build_report(), "a.json")

    printed = coloured("show", "a.json", "--no-check")

    assert styles_of("第二十条第（一）项", printed) == ["1"]
    assert styles_of("信息内容", printed) == ["2"] * 4
    assert styles_of("本年制发件数", printed) == ["2"]
    assert styles_of("行政许可", printed) == [""]
    assert styles_of("8 │", printed) == [""]


def test_what_the_reading_left_in_doubt_has_a_mark_of_its_own() -> None:
    """A question mark, beside the sign of a finding where there is one."""
    written = gd.render(build_report(), "text").replace("行政处罚       | 2", "行政处罚 | 约2")
    Path("a.txt").write_text(written, encoding="utf-8")

    checked, unchecked = coloured("show", "a.txt"), coloured("show", "a.txt", "--no-check")

    assert "\x1b[4m^?\x1b[0m" in checked
    assert f"{_DOUBTFUL}\x1b[0m" in unchecked
    assert f"{_DOUBTFUL} 读取说明\x1b[0m\n" in unchecked
    assert "[1]" not in unchecked
    assert "未发现问题" not in unchecked


def test_no_figure_is_cut() -> None:
    """Where the largest figures do not fit, they go on below."""
    report = build_report()
    for cell in gd.cells(report):
        if not cell.path.endswith("amount"):
            gd.put(report, cell.path, 123456789012345678)

    printed = shown(report)

    assert "…" not in printed
    for column in "12345678":
        assert printed.count(column) >= 199


def test_what_is_missing_is_said() -> None:
    """A missing section and a missing table are named as such, a value of the metadata is left empty."""
    assert shown(gd.AnnualReport()) == (
        "机关：\n年度：\n统计期限：\n发布日期：\n"
        "\n一、总体情况\n（没有这一部分）\n"
        "\n二、主动公开政府信息情况\n（没有表格）\n"
        "\n三、收到和处理政府信息公开申请情况\n（没有表格）\n"
        "\n四、政府信息公开行政复议、行政诉讼情况\n（没有表格）\n"
        "\n五、存在的主要问题及改进情况\n（没有这一部分）\n"
        "\n六、其他需要报告的事项\n（没有这一部分）\n"
    )


def test_the_text_is_shown_when_asked_for() -> None:
    """``--full`` prints every paragraph, also those beside a table and those of other sections."""
    report = build_report(other_sections=[OtherSection(heading="七、附件", paragraphs=["附件一", "[bold]附件二"])])
    assert report.requests is not None
    report.requests.notes = ["表三说明"]

    brief, full = shown(report), shown(report, "--full")

    assert brief.endswith("\n六、其他需要报告的事项\n1 段\n\n七、附件\n2 段\n")
    assert full.endswith(
        "\n六、其他需要报告的事项\n本机关本年度未收取政府信息公开信息处理费。\n\n七、附件\n附件一\n[bold]附件二\n"
    )
    assert "\n表三说明\n\n四、" in full
    assert f"\n一、总体情况\n{OPENING}\n本机关依法公开政府信息。\n" in full
    assert "\n\n本报告所列数据的统计期限自2021年1月1日起至2021年12月31日止。\n\n一、" in full


def test_an_english_head_has_the_names_of_the_model() -> None:
    """The labels of the form stay as they are."""
    lines = shown(build_report(), "--lang", "en").splitlines()

    assert lines[:9] == [
        "示例镇人民政府2021年政府信息公开工作年度报告",
        "agency: 示例镇人民政府",
        "year: 2021",
        "period: 2021-01-01 to 2021-12-31",
        "published: 2022-01-20",
        "",
        "1 paragraph",
        "",
        "一、总体情况",
    ]


def test_notes_of_the_reading_are_printed_below() -> None:
    """On standard error: what is shown is not all beyond doubt."""
    Path("a.txt").write_text("一、总体情况\n无。\n六、其他需要报告的事项\n无。\n", encoding="utf-8")
    codes = [note.code for note in gd.read("a.txt").notes]

    result = call("show", "a.txt")

    assert codes
    assert [line.partition("：")[0].partition("（")[0] for line in result.stderr.splitlines()] == codes


def test_a_file_that_is_no_report_is_one_line() -> None:
    """Exit status 2."""
    result = call("show", "missing.txt")

    assert (result.exit_code, result.output) == (2, "错误：missing.txt：无法读取：文件不存在\n")

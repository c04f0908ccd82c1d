"""The command ``read``: figures as read with the notes beside them; and what a user knows better than the source."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.builders import build_report
from support.cli_calls import call, trimmed

import govdisclosure as gd
from govdisclosure import formats
from govdisclosure.batch import _work
from govdisclosure.form import wording

_HEADING = "三、收到和处理政府信息公开申请情况"


@pytest.fixture(autouse=True)
def _in_a_directory_with_a_doubtful_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lines = gd.render(build_report(title=None, agency=None, requests=None), "text").partition("\n\n")[2].splitlines()
    kept = [line.replace("行政处罚       | 2", "行政处罚 | 约2") for line in lines if "统计期限" not in line]
    Path("a.txt").write_text("\n".join(kept), encoding="utf-8")
    gd.write(build_report(), "exact.json")


def test_notes_stand_beside_the_figures_that_they_are_on() -> None:
    """A row names the number of its note, a cell in doubt has a question mark; notes stand below their section."""
    result = call("read", "--notes", "a.txt", columns=100)
    printed = trimmed(result.stdout)

    assert (result.exit_code, result.stderr) == (0, "")
    assert [(note.code, note.paths) for note in gd.read("a.txt").notes] == [
        ("TABLE-MISSING", ("requests",)),
        ("YEAR-MISSING", ("year",)),
        ("CELL-UNREADABLE", ("proactive_disclosure.penalties.decisions",)),
    ]
    assert printed.startswith("机关：\n年度：?\n统计期限：\n发布日期：\n[2] YEAR-MISSING：未找到报告年度\n\n一、")
    assert "│ 行政处罚 [3]       │                          ? │" in printed
    assert "┘\n[3] CELL-UNREADABLE（第16行）：单元格内容不是表格允许的数字，已留空：约2\n\n?三、" in printed
    assert f"\n[1] TABLE-MISSING：未找到该部分的表格：{_HEADING}\n\n四、" in printed
    assert printed.endswith("\n六、其他需要报告的事项\n1 段\n\n? 读取说明\n")


def test_a_heading_without_its_table_is_shown_once() -> None:
    """It is kept as a section of its own where the table is a picture; in other words it is shown as it was printed."""
    title, headings = "示例县体育局2024年政府信息公开工作年度报告", ["一、总体情况", _HEADING, "四、复议诉讼情况一览"]
    pictures = "".join(f"<h2>{heading}</h2><p><img src='x.png'></p>" for heading in headings)
    Path("a.html").write_text(f"<h1>{title}</h1>{pictures}<h2>六、其他需要报告的事项</h2><p>无。</p>", encoding="utf-8")
    headings_read = [(other.heading, other.paragraphs) for other in gd.read("a.html").report.other_sections]

    printed = trimmed(call("read", "a.html", columns=100).stdout)

    assert headings_read == [(_HEADING, []), ("四、复议诉讼情况一览", [])]
    assert printed.count(f"{_HEADING}\n") == 1
    assert printed.endswith("\n六、其他需要报告的事项\n1 段\n\n四、复议诉讼情况一览\n（只有标题）\n")


def test_without_notes_the_form_is_plain_and_they_are_on_standard_error() -> None:
    """As with every other command that reads."""
    result = call("read", "a.txt")

    assert "?" not in result.stdout
    assert "[1]" not in result.stdout
    assert [line.partition("：")[0].partition("（")[0] for line in result.stderr.splitlines()] == [
        note.code for note in gd.read("a.txt").notes
    ]


def test_a_note_on_no_value_stands_below_the_metadata(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is about the source as a whole."""
    note = wording.note("PINYIN-REMOVED")
    monkeypatch.setattr(formats, "read", lambda *_, **__: gd.Reading(build_report(preamble=[]), [note]))

    printed = trimmed(call("read", "--notes", "a.txt").stdout)

    assert f"\n发布日期：2022-01-20\n[1] PINYIN-REMOVED：{note.message.zh}\n\n一、" in printed


def test_an_exact_reading_says_so() -> None:
    """Nothing is marked."""
    result = call("read", "--notes", "exact.json")

    assert trimmed(result.stdout) == trimmed(call("read", "exact.json").stdout) + "\n读取无疑问。\n"


def test_programs_get_report_and_notes_as_json() -> None:
    """The report in its canonical shape, each note in its pinned one, and the name of the file as given."""
    result = call("read", "--json", "a.txt")

    reading = gd.read("a.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout) == {
        "file": "a.txt",
        "report": json.loads(gd.dumps(reading.report)),
        "notes": [note.to_json() for note in reading.notes],
    }


def test_the_format_can_be_given() -> None:
    """A text that is read as JSON is none."""
    result = call("read", "a.txt", "--from", "json")

    assert result.exit_code == 2
    assert result.output.startswith("错误：a.txt：无法读取：")


@pytest.mark.parametrize("command", [("read", "--json"), ("check", "--json"), ("convert", "-", "--from", "text")])
def test_what_the_user_knows_wins(command: tuple[str, ...]) -> None:
    """Agency and year are those that were given, and the year is in doubt no more."""
    name, *options = command
    arguments = [name, "a.txt", *options, "--agency", "示例县教育局", "--year", "2022", "--allow-blank"]

    printed = call(*arguments).stdout

    answer = json.loads(printed)
    answer = answer[0] if name == "check" else answer
    report = answer["report"] if name == "read" else answer
    agency = report["agency"] if name == "check" else report["agency"]["name"]
    assert (agency, report["year"]) == ("示例县教育局", 2022)
    assert "YEAR-MISSING" not in printed


@pytest.mark.parametrize("command", ["read", "check", "convert"])
def test_an_empty_form_is_read_only_when_asked_for(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The option reaches the reader."""
    asked: list[object] = []

    def read(_: object, **given: object) -> gd.Reading:
        asked.append(given["allow_blank"])
        return gd.Reading(build_report())

    monkeypatch.setattr(formats, "read", read)
    monkeypatch.setattr(_work, "parse", read)

    for options in ([], ["--allow-blank"]):
        call(command, "a.txt", *(["-"] if command == "convert" else []), *options)

    assert asked == [False, True]


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--year", "20", "--year：“20”应为四位年度，如 2025（2000 至 2099）"),
        ("--year", "20225", "--year：“20225”应为四位年度，如 2025（2000 至 2099）"),
        ("--year", "２０２５", "--year：“２０２５”应为四位年度，如 2025（2000 至 2099）"),
        ("--year", "x", "--year：“x”应为四位年度，如 2025（2000 至 2099）"),
        ("--agency", "a\nb", r"--agency：“a\nb”不能作机关名称"),
        ("--from", "odt", "--from：“odt”应为 json, text, markdown, html, docx, xlsx, pdf 之一"),
    ],
)
def test_what_the_model_refuses_is_wrong_usage(option: str, value: str, message: str) -> None:
    """Exit status 2, before anything is read."""
    result = call("read", "missing.txt", option, value)

    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == f"错误：{message}"


def test_a_missing_extra_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit status 2, and what to install; of many files, each says so for itself."""

    def missing(*_: object, **__: object) -> gd.Reading:
        raise gd.MissingDependency("pdf", "reading PDF")

    monkeypatch.setattr(formats, "read", missing)
    monkeypatch.setattr(_work, "parse", missing)

    for name in ("read", "show"):
        result = call(name, "a.txt")
        assert (result.exit_code, result.stdout) == (2, "")
        assert (
            result.stderr == '错误：a.txt：无法读取：reading PDF 需要安装附加组件：pip install "govdisclosure[pdf]"\n'
        )
    checked = call("check", "--json", "a.txt", "exact.json")
    assert checked.exit_code == 2
    assert [outcome["error"] for outcome in json.loads(checked.stdout)] == [
        'reading PDF 需要安装附加组件：pip install "govdisclosure[pdf]"'
    ] * 2


@pytest.mark.parametrize(
    ("command", "said"), [("diagnose", "目录中没有"), ("read", "是目录"), ("rollup", "目录中没有")]
)
def test_a_folder_without_reports_is_said_to_be_one(command: str, said: str) -> None:
    """Exit status 2, and why, whether a command takes folders or one file."""
    Path("empty").mkdir()

    result = call(command, "empty", *(["-o", "out.json"] if command == "rollup" else []))

    assert result.exit_code == 2
    assert said in result.output

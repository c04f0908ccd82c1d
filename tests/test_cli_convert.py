"""The command ``convert``: formats, standard streams, notes, and what it refuses."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from support.builders import build_report
from support.cli_calls import call

import govdisclosure as gd
from govdisclosure import formats


@pytest.fixture(autouse=True)
def _in_a_directory_with_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    gd.write(build_report(), "in.txt")


def note_lines(path: str) -> list[str]:
    """Give the lines that a conversion prints for the notes of a reading."""
    notes = gd.read(path).notes
    return [
        f"{note.code}{'' if note.source is None else f'（第{note.source.line}行）'}：{note.message.zh}"
        for note in notes
    ]


@pytest.mark.parametrize("name", ["out.json", "out.txt"])
def test_the_suffix_tells_the_format(name: str) -> None:
    """What is written is the same report, and nothing is printed."""
    result = call("convert", "in.txt", name)

    assert (result.exit_code, result.output) == (0, "")
    assert gd.read(name, format={".json": "json", ".txt": "text"}[Path(name).suffix]).report == build_report()


def test_to_wins_over_the_suffix() -> None:
    """A file can have any name; nothing else is left beside it."""
    result = call("convert", "in.txt", "out.report", "--to", "json")

    assert (result.exit_code, result.output) == (0, "")
    assert json.loads(Path("out.report").read_text(encoding="utf-8"))["year"] == 2021
    assert sorted(path.name for path in Path().iterdir()) == ["in.txt", "out.report"]


def test_from_wins_over_the_content() -> None:
    """A text that is read as JSON is none."""
    result = call("convert", "in.txt", "out.json", "--from", "json")

    with pytest.raises(gd.ReadError) as error:
        gd.read("in.txt", format="json")
    assert result.stderr == f"错误：in.txt：无法读取：{error.value.message.zh}\n"
    assert (result.exit_code, result.stdout) == (2, "")
    assert not Path("out.json").exists()


def test_standard_streams_hold_json_unless_told() -> None:
    """``-`` is standard input and standard output, in UTF-8."""
    content = gd.render(build_report(), "text")

    as_json = call("convert", "-", "-", given=content.encode())
    as_text = call("convert", "-", "-", "--to", "text", given=as_json.stdout_bytes)

    assert as_json.stdout.startswith('{\n  "govdisclosure": "1",\n')
    assert gd.parse(as_json.stdout_bytes).report == build_report()
    assert as_text.stdout_bytes == content.encode()


NOTED = """\
示例镇人民政府2021年政府信息公开工作年度报告
一、总体情况
无。
二、主动公开政府信息情况
规章 | 0 | 0 | x |
行政规范性文件 | 2 | 0 | 4 |
行政许可 | 8 |
行政处罚 | 2 |
行政强制 | 0 |
行政事业性收费 | 0 |
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
无。
六、其他需要报告的事项
无。
"""


def test_notes_of_the_reading_are_printed_and_strict_counts_them() -> None:
    """The report is written; standard error says what is not sure of it, a line each."""
    Path("noted.txt").write_text(NOTED, encoding="utf-8")
    expected = note_lines("noted.txt")

    lax = call("convert", "noted.txt", "out.json")
    strict = call("convert", "noted.txt", "out.json", "--strict", "--overwrite")

    assert any(line.startswith("CELL-UNREADABLE（第5行）：") for line in expected)
    assert lax.stderr.splitlines() == expected
    assert (lax.exit_code, strict.exit_code) == (0, 1)
    assert gd.read("out.json").report == gd.read("noted.txt").report


def test_strict_is_content_with_an_exact_reading() -> None:
    """Without notes, nothing is in doubt."""
    assert call("convert", "in.txt", "out.json", "--strict").exit_code == 0


def test_a_file_is_never_written_over_itself() -> None:
    """A source is not replaced by what was read from it, by whatever name it is given."""
    before = Path("in.txt").read_bytes()

    result = call("convert", "in.txt", "./in.txt")

    assert (result.exit_code, result.output) == (2, "错误：./in.txt：不能写入到来源文件自身\n")
    assert Path("in.txt").read_bytes() == before


def test_another_file_is_replaced_only_where_that_is_asked_for() -> None:
    """What is there may be somebody's work; the message names the option."""
    Path("out.json").write_text("old", encoding="utf-8")

    refused = call("convert", "in.txt", "out.json")
    kept = Path("out.json").read_text(encoding="utf-8")
    replaced = call("convert", "in.txt", "out.json", "--overwrite")

    assert (refused.exit_code, refused.output) == (2, "错误：out.json：文件已存在；如要覆盖，请加 --overwrite\n")
    assert (kept, replaced.exit_code, replaced.output) == ("old", 0, "")
    assert gd.read("out.json").report == build_report()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such device")
def test_a_device_is_written_to() -> None:
    """It is no file that could be lost."""
    assert call("convert", "in.txt", "/dev/null", "--to", "json").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.txt", "out.json"], "missing.txt：无法读取：文件不存在"),
        (
            ["in.txt", "out.xyz"],
            "out.xyz：输出格式由扩展名决定，应为 .json/.txt/.md/.markdown/.html/.htm/.docx/.xlsx；或用 --to 指明",
        ),
        (["in.txt", "out.pdf"], "pdf 格式只能读取，不能写入"),
        (["missing.txt", "-", "--to", "pdf"], "pdf 格式只能读取，不能写入"),
        (["in.txt", "no/out.json"], "no/out.json：无法写入：文件或目录不存在"),
        (["in.txt", "no/out.x", "--to", "json"], "no/out.x：无法写入：文件或目录不存在"),
    ],
)
def test_what_cannot_be_done_is_one_line(arguments: list[str], message: str) -> None:
    """Exit status 2, and no traceback."""
    result = call("convert", *arguments)

    assert (result.exit_code, result.output) == (2, f"错误：{message}\n")


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["convert", "in.txt", "out.json"], "out.json"),
        (["template", "out.json", "--year", "2025"], "out.json"),
        (["check", "in.txt", "--summary", "out.csv"], "out.csv"),
        (["check", "in.txt", "--html", "out.html"], "out.html"),
    ],
)
def test_a_system_without_words_leaves_the_error_its_own(
    arguments: list[str], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever command could not write."""

    def broken(*_: object, **__: object) -> None:
        raise OSError("the disk is gone")

    for writing in ("write", "replace_file", "replace_page"):
        monkeypatch.setattr(formats, writing, broken)

    result = call(*arguments)

    assert (result.exit_code, result.stderr) == (2, f"错误：{name}：无法写入：the disk is gone\n")


@pytest.mark.parametrize("target", ["out.docx", "-"])
def test_a_missing_extra_is_one_line(target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit status 2, and what to install."""

    def missing(*_: object, **__: object) -> None:
        raise gd.MissingDependency("docx", "writing Word")

    monkeypatch.setattr(formats, "write", missing)
    monkeypatch.setattr(formats, "render", missing)

    result = call("convert", "in.txt", target, "--to", "docx")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == '错误：writing Word 需要安装附加组件：pip install "govdisclosure[docx]"\n'


def test_unreadable_standard_input_is_named_in_words() -> None:
    """A dash is no name for people."""
    with pytest.raises(gd.ReadError) as error:
        gd.parse(b"")

    result = call("convert", "-", "out.json", given=b"")

    assert (result.exit_code, result.output) == (2, f"错误：标准输入：无法读取：{error.value.message.zh}\n")

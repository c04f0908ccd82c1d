"""Odd names on the command line: what a name is, or a link leads to, ends no command but in a line that says why."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support.builders import build_report
from support.cli_calls import call

import govdisclosure as gd
from govdisclosure.paths import is_file, is_folder, is_there, whole

LONG = "a" * 300 + ".json"
CIRCLE = "circle.json"


@pytest.fixture(autouse=True)
def _reports_and_a_circle_of_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    gd.write(build_report(), "a.json")
    Path(CIRCLE).symlink_to(CIRCLE)
    Path("long.json").symlink_to(LONG)
    Path("folder").mkdir()
    Path("folder", CIRCLE).symlink_to(CIRCLE)


@pytest.mark.parametrize("name", [CIRCLE, LONG, "long.json", "none", f"{LONG}/a", f"{CIRCLE}/a"])
def test_a_name_of_nothing_is_that_of_no_file(name: str) -> None:
    """Whatever the system says of it: there is an answer for each name."""
    assert (is_file(name), is_folder(name), is_there(name)) == (False, False, False)
    assert whole(name).name == {"long.json": LONG}.get(name, Path(name).name)


def test_a_link_that_leads_to_no_file_is_said_to() -> None:
    """It is there itself; what is not there at all is no file."""
    Path("link.json").symlink_to("gone.json")
    Path("link.csv").symlink_to("gone.csv")

    shown, converted = call("check", "link.json"), call("convert", "link.json", "-")
    roster = call("check", "a.json", "--roster", "link.csv")

    assert shown.stdout.splitlines()[:2] == ["link.json", "无法读取：链接所指的文件不存在"]
    assert converted.stderr == "错误：link.json：无法读取：链接所指的文件不存在\n"
    assert roster.stderr == "错误：link.csv：链接所指的文件不存在\n"
    assert (shown.exit_code, converted.exit_code, roster.exit_code) == (2, 2, 2)
    assert call("check", "gone.json", "--lang", "en").stdout.splitlines()[1] == "cannot be read: there is no such file"


def test_where_the_folder_is_gone_a_name_is_what_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is below a working directory that somebody has removed."""
    there = Path("a.json").resolve()
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    result, written = call("check", "a.json"), call("check", str(there), "--html", "out")

    assert whole("a.json") == Path("a.json")
    assert (result.exit_code, result.stdout.splitlines()[:2]) == (2, ["a.json", "无法读取：文件不存在"])
    assert written.stderr.startswith("错误：out/a.json.html：无法写入：")
    assert written.exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", CIRCLE), "circle.json\n无法读取：Too many levels of symbolic links\n"),
        (("check", "folder"), "folder/circle.json\n无法读取：Too many levels of symbolic links\n"),
        (("check", "long*.json"), "long*.json\n没有匹配的文件\n"),
        (("diagnose", CIRCLE), "circle.json\n无法读取：Too many levels of symbolic links\n"),
        (("check", "a.json", "--previous", LONG), f"{LONG}：无法读取：文件名过长\n"),
        (("check", "a.json", "--children", CIRCLE), f"{CIRCLE}：无法读取：Too many levels of symbolic links\n"),
        (("check", "a.json", "--html", f"{LONG}.html"), f"错误：{LONG}.html：无法写入：文件名过长\n"),
        (("convert", "a.json", LONG), f"错误：{LONG}：无法写入：文件名过长\n"),
        (("convert", CIRCLE, "b.json"), f"错误：{CIRCLE}：无法读取：Too many levels of symbolic links\n"),
        (("facts", CIRCLE, "-o", "f.csv"), f"{CIRCLE}：无法读取：Too many levels of symbolic links\n"),
        (("rollup", "a.json", "-o", LONG), f"错误：{LONG}：无法写入：文件名过长\n"),
        (("rollup", CIRCLE, "-o", "r.json"), f"错误：{CIRCLE}：无法读取：Too many levels of symbolic links\n"),
        (("template", LONG, "--year", "2021"), f"错误：{LONG}：无法写入：文件名过长\n"),
        (("template", "--roster", f"{LONG}.csv"), f"错误：{LONG}.csv：无法写入：文件名过长\n"),
    ],
)
def test_a_link_to_itself_and_a_name_that_is_too_long_are_said(arguments: tuple[str, ...], said: str) -> None:
    """Each command says in a line what the system does, and ends with 2."""
    result = call(*arguments, columns=1000)

    assert said in result.output
    assert result.exit_code == 2


@pytest.mark.parametrize("name", ["folder", "many.zip", "many.jsonl"])
def test_a_parent_is_one_file(name: str) -> None:
    """Of a folder or an archive, one report would be the parent, and the others its children."""
    result = call("check", "a.json", "--parent", name)

    assert (result.stdout, result.stderr) == ("", f"错误：{name}：--parent 应是一份报告的文件\n")
    assert result.exit_code == 2


def test_the_list_of_pages_names_files_whose_names_are_no_text() -> None:
    """Their bytes are escaped, as in its rows."""
    Path(os.fsdecode(b"folder/\xff.doc")).write_bytes(b"")
    gd.write(build_report(), "folder/a.json")

    result = call("check", "folder", "--html", "out")

    page = Path("out/index.html").read_text(encoding="utf-8")
    assert "folder/\\udcff.doc" in page
    assert result.exit_code == 2


@pytest.mark.skipif(os.name == "nt", reason="pipes are no files there")
def test_a_pipe_in_a_folder_is_left_alone() -> None:
    """Nobody writes to it, and the call would wait for ever."""
    gd.write(build_report(), "folder/a.json")
    os.mkfifo("folder/pipe.txt")

    result = call("check", "folder", "--json")

    assert '"folder/a.json"' in result.stdout
    assert "pipe" not in result.output


@pytest.mark.parametrize("option", ["--children", "--previous"])
def test_what_is_left_out_of_a_folder_that_an_option_names_is_said(option: str) -> None:
    """Once, also where the files that are checked stand in a folder above it."""
    gd.write(build_report(), "folder/b.json")
    Path("folder/c.doc").write_bytes(b"")
    Path(CIRCLE).unlink()
    Path("long.json").unlink()
    Path("folder", CIRCLE).unlink()

    for checked in ("a.json", "."):
        result = call("check", checked, option, "folder", columns=1000)

        assert result.stdout.count(str(Path("folder", "c.doc"))) == 1, result.output


def test_no_page_takes_the_place_of_another() -> None:
    """A file that is called index, without a suffix, and one that is called as the page of it would be."""
    for name in ("index", "index.html"):
        Path("folder", name).write_bytes(Path("a.json").read_bytes())

    call("check", "folder/index", "folder/index.html", "--html", "out")

    pages = ["index.html", "index.html.html", "index.html.html.html"]
    assert sorted(path.name for path in Path("out").iterdir()) == pages

"""The command ``check`` with settings: waivers, wanted codes, and where settings are found."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from support.builders import build_report
from support.cli_calls import call, coloured, styles_of, trimmed

import govdisclosure as gd

_TOTAL = "requests.total.newly_received"
_BALANCE = '[[waivers]]\ncode = "T3-BALANCE"\nreason = "[原表]如此"\n'
_ROW = '[[waivers]]\ncode = "T3-ROW"\npath = "requests.total"\nreason = "已公布"\ndate = 2026-01-20\n'


def put(path: str, *, wrong: bool = True) -> None:
    """Write a report with two errors, T3-BALANCE and T3-ROW, or one in which all is right."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    gd.write(build_report(cells={_TOTAL: 13} if wrong else {}), path)


def settings(content: str, path: str = "govdisclosure.toml") -> str:
    """Write settings, and give their path as it is shown."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(content, encoding="utf-8")
    return str(Path(path).resolve())


def codes(*arguments: str) -> list[list[str]]:
    """Give the codes that a call finds, file by file, those that are waived in lower case."""
    files = json.loads(call("check", "--json", *arguments).stdout)
    return [
        [finding["code"].lower() if "waived" in finding["details"] else finding["code"] for finding in file["findings"]]
        for file in files
    ]


@pytest.fixture(autouse=True)
def _in_an_empty_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_waived_error_is_listed_with_its_reason_and_does_not_fail() -> None:
    """The other error does, until it is waived, too."""
    put("a.txt")
    settings(_ROW)
    one = call("check", "a.txt", columns=400)
    settings(_ROW + _BALANCE)
    both = call("check", "a.txt", columns=400)

    assert (one.exit_code, both.exit_code) == (1, 0)
    assert one.stdout.splitlines()[-1] == (
        "共 1 个文件：0 个无法读取，1 个错误，0 个警告，0 条提示，0 条读取说明，1 个已豁免"
    )
    assert both.stdout.splitlines()[-1].endswith("0 个错误，0 个警告，0 条提示，0 条读取说明，2 个已豁免")
    lines = [line.strip() for line in trimmed(both.stdout).splitlines()]
    assert [line.split()[:2] for line in (lines[3], lines[5])] == [["错误", "T3-BALANCE"], ["错误", "T3-ROW"]]
    assert lines[4] == "已豁免：[原表]如此"
    assert lines[6] == "已豁免：已公布（2026-01-20）"
    assert "waived: 已公布 (2026-01-20)" in call("check", "--lang", "en", "a.txt", columns=400).stdout


def test_a_waived_finding_is_faint_and_its_reason_is_not() -> None:
    """One that stands has the colour of its severity, and its text none."""
    put("a.txt")
    settings(_ROW)

    printed = coloured("check", "a.txt", columns=200)

    assert styles_of("错误", printed) == ["1;31", "2"]
    assert (styles_of("T3-ROW", printed), styles_of("T3-BALANCE", printed)) == (["2"], [""])
    assert styles_of("已豁免", printed) == [""]


def test_strict_counts_no_waived_finding() -> None:
    """Waived is waived."""
    put("a.txt")
    settings(_ROW + _BALANCE)

    assert call("check", "--strict", "a.txt").exit_code == 0


def test_json_has_waived_findings_with_their_waivers() -> None:
    """All keys are the pinned ones; the reason is among the details."""
    put("a.txt")
    settings(_ROW + _BALANCE)

    result = call("check", "--json", "a.txt")

    balance, row = json.loads(result.stdout)[0]["findings"]
    assert (result.exit_code, result.stderr) == (0, "")
    assert balance["details"]["waived"]["reason"] == "[原表]如此"
    assert row["details"]["waived"] == {
        "code": "T3-ROW",
        "path": "requests.total",
        "reason": "已公布",
        "date": "2026-01-20",
        "file": None,
    }


def test_a_waiver_that_matches_nothing_is_reported() -> None:
    """A line that says where it stands; with ``--strict`` it counts; beside JSON it is on standard error."""
    put("a.txt", wrong=False)
    path = settings(f'{_ROW}file = "*.txt"\n{_BALANCE}')
    row = f"{path}：豁免“T3-ROW（requests.total、*.txt）”没有对应的问题，可以删除：已公布"
    balance = f"{path}：豁免“T3-BALANCE”没有对应的问题，可以删除：[原表]如此"

    shown, as_json, strict = (call("check", *options, "a.txt") for options in ([], ["--json"], ["--strict"]))

    assert shown.stdout.splitlines()[2:] == [
        "",
        row,
        balance,
        "共 1 个文件：0 个无法读取，0 个错误，0 个警告，0 条提示，0 条读取说明",
    ]
    assert as_json.stderr.splitlines() == [row, balance]
    assert json.loads(as_json.stdout)[0]["findings"] == []
    assert [result.exit_code for result in (shown, as_json, strict)] == [0, 0, 1]
    english = call("check", "--lang", "en", "a.txt").stdout.splitlines()
    assert english[4] == f"{path}: the waiver of T3-BALANCE matches nothing: [原表]如此"


def test_a_waiver_for_files_that_are_not_there_is_reported() -> None:
    """Whichever file is checked; one for a file that is there, and was not asked for, is not."""
    put("2023/a.txt", wrong=False)
    put("2024/b.txt", wrong=False)
    whole = Path("2024").resolve().as_posix()
    names = ("2022/*", "2024/*", "/elsewhere/*.txt", f"{whole}/*.txt", f"{whole}/c.txt", "/*.none")
    path = settings("".join(f'{_BALANCE}file = "{name}"\n' for name in names))

    shown = call("check", "2023/a.txt")

    idle = ("2022/*", "/elsewhere/*.txt", f"{whole}/c.txt")
    said = [f"{path}：豁免“T3-BALANCE（{name}）”没有对应的问题，可以删除：[原表]如此" for name in idle]
    assert shown.stdout.splitlines()[3:6] == said
    assert shown.stdout.count("豁免") == 3


def test_a_waiver_can_name_a_file_by_its_whole_path() -> None:
    """From the root of the system, as well as from the folder of the settings."""
    put("2023/a.txt")
    settings(f'{_BALANCE}file = "{Path("2023").resolve().as_posix()}/*.txt"')

    assert codes("2023/a.txt") == [["t3-balance", "T3-ROW"]]


def test_a_waiver_that_matches_in_one_of_many_files_is_of_use() -> None:
    """Only what no file needs is reported; a file that cannot be read needs nothing that is known."""
    put("a.txt")
    put("b.txt", wrong=False)
    settings(_ROW + _BALANCE)

    assert "可以删除" not in call("check", "b.txt", "a.txt").stdout
    assert "可以删除" in call("check", "b.txt").stdout
    assert "可以删除" not in call("check", "missing.txt").stdout


def test_a_waiver_is_for_the_files_of_its_glob() -> None:
    """One file of settings serves a folder; a waiver for another file is neither used nor reported."""
    put("2021/a.txt")
    put("2022/a.txt")
    settings(f'{_ROW}file = "2021/*"')

    result = call("check", "2022/a.txt")

    assert codes("2021", "2022") == [["T3-BALANCE", "t3-row"], ["T3-BALANCE", "T3-ROW"]]
    assert (result.exit_code, "可以删除" in result.stdout) == (1, False)


def test_each_file_has_the_settings_of_its_folder() -> None:
    """Found upwards, the nearest; the same waiver in two files is two waivers."""
    put("a/x/1.txt")
    put("b/1.txt", wrong=False)
    outer, inner = settings(_ROW), settings(_ROW + _BALANCE, "a/govdisclosure.toml")

    assert codes("a", "b") == [["t3-balance", "t3-row"], []]
    idle = [line for line in call("check", "a", "b").stdout.splitlines() if "可以删除" in line]
    assert [line.partition("：")[0] for line in idle] == [outer]
    assert inner not in call("check", "a").stdout


def test_standard_input_has_the_settings_of_the_working_directory() -> None:
    """Where the call is made."""
    settings(_ROW + _BALANCE)
    content = gd.render(build_report(cells={_TOTAL: 13}), "text").encode()

    assert call("check", "-", given=content).exit_code == 0


def test_settings_can_be_given_or_left_out() -> None:
    """``--config`` and ``--no-config`` win over what would be found."""
    put("a.txt")
    settings(_ROW)
    settings(_BALANCE, "other/my.toml")

    assert codes("a.txt") == [["T3-BALANCE", "t3-row"]]
    assert codes("a.txt", "--config", "other/my.toml") == [["t3-balance", "T3-ROW"]]
    assert codes("a.txt", "--no-config") == [["T3-BALANCE", "T3-ROW"]]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], ["T3-BALANCE"]),
        (["--ignore", "T3-B"], ["T3-ROW"]),
        (["--select", "T3-R"], ["T3-ROW"]),
        (["--select", "T3", "--ignore", "T3-B"], ["T3-ROW"]),
        (["--no-config"], ["T3-BALANCE", "T3-ROW", "FEE-STATEMENT"]),
    ],
)
def test_codes_of_the_command_line_win_over_those_of_the_settings(options: list[str], expected: list[str]) -> None:
    """``--select`` sets both lists aside, ``--ignore`` only the list of its name."""
    gd.write(build_report(cells={_TOTAL: 13}, other_matters=["无。"]), "a.txt")
    settings('select = "T3"\nignore = "T3-ROW"')

    assert codes("a.txt", *options) == [expected]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([], "{path}：waivers[0].code 缺少，必须填写"),
        (["--config", "missing.toml"], "missing.toml：无法读取：文件不存在"),
        (["--config", "x", "--no-config"], "--config 和 --no-config 不能同时使用"),
    ],
)
def test_settings_that_cannot_be_meant_are_wrong_usage(options: list[str], message: str) -> None:
    """One line, before anything is checked."""
    put("a.txt")
    path = settings("[[waivers]]\n")

    result = call("check", "a.txt", *options)

    assert (result.exit_code, result.output) == (2, f"错误：{message.format(path=path)}\n")


@pytest.mark.skipif(sys.platform == "win32", reason="the system has other words")
def test_settings_that_cannot_be_opened_are_wrong_usage() -> None:
    """With the reason of the system."""
    put("a.txt")
    Path("folder.toml").mkdir()

    result = call("check", "a.txt", "--config", "folder.toml", "--lang", "en")

    assert (result.exit_code, result.output) == (2, "Error: folder.toml: cannot be read: Is a directory\n")

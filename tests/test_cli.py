"""The program: help, language, exit status, and output on consoles of every kind."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import string
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from rich.console import Console
from support.builders import build_report
from support.cli_calls import call
from wcwidth import wcswidth

import govdisclosure as gd
from govdisclosure import __main__, cli
from govdisclosure.cli import _console, _streams, app
from govdisclosure.cli._app import _COMMANDS
from govdisclosure.cli._options import words_of
from govdisclosure.cli._texts import TEXTS, Words, default_language
from govdisclosure.cli._usage import write_rows

if TYPE_CHECKING:
    from collections.abc import Callable

_ENVIRONMENT = {key: value for key, value in os.environ.items() if key not in {"LC_ALL", "LC_MESSAGES", "COLUMNS"}}
_PROGRAM = [sys.executable, "-m", "govdisclosure"]


def process(
    *arguments: str, given: bytes = b"", program: list[str] = _PROGRAM, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Call the program as a process of its own."""
    return subprocess.run(  # noqa: S603 - our own program
        [*program, *arguments], input=given, env=_ENVIRONMENT | environment, capture_output=True, check=False
    )


def _fields(template: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("key", TEXTS)
def test_every_text_is_there_in_both_languages(key: str) -> None:
    """Neither is empty, and both have the same fields."""
    message = TEXTS[key]

    assert message.zh
    assert message.en
    assert _fields(message.zh) == _fields(message.en)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "C", "LC_MESSAGES": "zh_CN.GBK"}, "zh"),
        ({"LANG": "en_US", "LC_MESSAGES": "", "LC_ALL": "zh"}, "zh"),
    ],
)
def test_the_locale_tells_the_language(environment: dict[str, str], language: str) -> None:
    """LC_ALL before LC_MESSAGES before LANG; Chinese where it is Chinese, else English."""
    assert default_language(environment) == language


@pytest.mark.parametrize(("name", "language"), [("Chinese (Simplified)_China", "zh"), ("English", "en"), (None, "en")])
def test_a_system_without_these_variables_is_asked(
    name: str | None, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows names its locales in words."""
    monkeypatch.setattr("locale.getlocale", lambda: (name, None))

    assert default_language({}) == language


def test_help_lists_the_commands_in_chinese() -> None:
    """The program says what it is for, and what each command does, in a few words."""
    assert call("--help").output == (
        "用法：govdisclosure [选项] 命令 [参数]...\n"
        "\n"
        "  政府信息公开工作年度报告：检查、查看、读取、转换。\n"
        "\n"
        "选项：\n"
        "  --lang [zh|en]  语言：中文或英文；默认随系统。\n"
        "  --help          显示帮助。\n"
        "  --version       显示版本。\n"
        "\n"
        "命令：\n"
        "  check     检查报告\n"
        "  diagnose  找出可能填错的格\n"
        "  show      在终端中显示一份报告，并标出检查发现的问题（设置与 check 相同）\n"
        "  read      读取一份报告\n"
        "  convert   转换一份报告的格式\n"
        "  complete  补填一份报告的总计\n"
        "  compare   比较两份报告\n"
        "  template  生成一份空白报告供填写\n"
        "  rollup    把各单位的报告汇总成上级机关的报告\n"
        "  facts     把许多报告的每一格写成表中的一行\n"
        "  explain   说明一个代码的含义\n"
        "  schema    输出报告 JSON 的 JSON Schema（2020-12），供任何语言的程序使用\n"
    )


@pytest.mark.parametrize(
    "name",
    ["check", "diagnose", "show", "read", "convert", "complete", "template", "rollup", "facts", "explain", "schema"],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_command_and_option_has_help(name: str, language: str) -> None:
    """Help of a command is in the language that the command was given."""
    result = call(name, "--lang", language, "--help", columns=200)

    command = app.get_command(click.Context(app), name)
    assert command is not None
    words = Words("zh" if language == "zh" else "en")
    assert result.exit_code == 0
    assert "".join(words(f"help.{name}").split()) in "".join(result.output.split())
    for option in command.params:
        if isinstance(option, click.Option):
            own = f"help.{name}.{option.name}"
            said = words(own if own in TEXTS else f"help.{option.name}")
            assert "".join(said.split()) in "".join(result.output.split())


def test_an_unknown_command_is_wrong_usage() -> None:
    """Exit status 2."""
    assert call("chekc").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "usage", "message"),
    [
        (["chekc"], " [选项] 命令 [参数]...", "没有命令 chekc；相近的有 check"),
        (["--verbos"], " [选项] 命令 [参数]...", "没有选项 --verbos；相近的有 --version"),
        (["--quux"], " [选项] 命令 [参数]...", "没有选项 --quux"),
        (["check"], " check [选项] 文件...", "缺少 文件"),
        (["check", "--jsn", "a"], " check [选项] 文件...", "没有选项 --jsn；相近的有 --json, --jobs"),
        (["check", "a", "--select"], " check [选项] 文件...", "选项 --select 后应有一个值"),
        (["check", "a", "--json=1"], " check [选项] 文件...", "选项 --json 不带值"),
        (["convert", "a"], " convert [选项] 输入 输出", "缺少 输出"),
        (["convert", "a", "b", "c", "d"], " convert [选项] 输入 输出", "多余的参数：c d"),
        (["template", "a.xlsx"], " template [选项] 输出", "缺少 --year"),
        (["explain", "a", "b"], " explain [选项] [代码]", "多余的参数：b"),
        (["explain", ""], " explain [选项] [代码]", "缺少 代码"),
    ],
)
@pytest.mark.parametrize("place", ["before", "after"])
def test_wrong_usage_is_said_in_the_language_of_the_call(
    arguments: list[str], usage: str, message: str, place: str
) -> None:
    """Usage, where help is, and the reason; the language stands before the command or behind everything."""
    call_of = [*arguments, "--lang=zh"] if place == "after" else ["--lang", "zh", *arguments]
    if place == "after" and arguments[-1] == "--select":
        call_of = [*arguments[:-1], "--lang=zh", arguments[-1]]

    result = call(*call_of, language="en_GB.UTF-8")

    command = usage.partition(" [")[0].rstrip()
    assert result.stderr.splitlines() == [
        f"用法：govdisclosure{usage}",
        f"用“govdisclosure{command} --help”查看帮助。",
        "",
        f"错误：{message}",
    ]
    assert (result.exit_code, result.stdout) == (2, "")


def test_help_has_the_language_that_stands_behind_it() -> None:
    """And in English, that of English."""
    result = call("--help", "--lang", "en")

    assert result.output.splitlines()[0] == "Usage: govdisclosure [OPTIONS] COMMAND [ARGS]..."
    assert call("check", "--help", "--lang=en").output.startswith("Usage: govdisclosure check [OPTIONS] FILE...\n")


def test_an_unknown_language_is_refused_in_that_of_the_locale() -> None:
    """What follows two dashes is no option."""
    assert call("check", "--lang", "fr", "a").stderr.endswith("错误：--lang：“fr”应为 zh, en 之一\n")
    assert call("check", "--", "--lang", "en").stdout.startswith("--lang\n无法读取：文件不存在\n")


@pytest.mark.parametrize("arguments", [[], ["--lang", "zh"]])
def test_a_call_without_a_command_shows_the_help(arguments: list[str]) -> None:
    """On standard error, for nothing was done."""
    result = call(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == call("--help").output


def test_others_can_ask_for_the_commands() -> None:
    """As a completion of the shell does; what is none is None."""
    context = click.Context(app)

    assert app.list_commands(context)[:2] == ["check", "diagnose"]
    assert app.get_command(context, "chekc") is None


def test_help_is_as_wide_as_it_looks() -> None:
    """Chinese has two columns a character: descriptions stand below each other, and no line is too long."""
    lines = call("check", "--help").output.splitlines()

    options = lines[lines.index("选项：") + 1 :]
    begins = {wcswidth(line[: re.match(r"  (?:-\S+(?: \S+)*?(?=  |$))?\s*", line).end()]) for line in options}  # type: ignore[union-attr]
    assert len(begins) == 1
    assert max(map(wcswidth, lines)) <= 80


def test_an_option_with_a_long_name_has_its_description_below() -> None:
    """The others are not moved for it."""
    formatter = click.HelpFormatter(width=60)

    write_rows(formatter, "选项：", [("--a", "一"), ("--an-option-that-has-a-very-long-name", "二")])

    blank = " " * 34
    assert formatter.getvalue() == (
        f"\n选项：\n  --a{' ' * 29}一\n  --an-option-that-has-a-very-long-name\n{blank}二\n"
    )


@pytest.mark.programs
@pytest.mark.parametrize("arguments", [["check"], ["show"], ["explain", "T3-ROW"], ["check", "--summary", "-"]])
def test_output_to_a_file_is_not_folded(report: Path, arguments: list[str]) -> None:
    """No line ends with blanks; a console of a given width folds as before."""
    gd.write(build_report(cells={"requests.total.newly_received": 13}), report)
    files = [] if arguments[0] == "explain" else [str(report)]

    unfolded = process(*arguments, *files, "--lang", "zh", PYTHONIOENCODING="utf-8").stdout.decode()
    folded = process(*arguments, *files, "--lang", "zh", PYTHONIOENCODING="utf-8", COLUMNS="60").stdout.decode()

    lines = unfolded.splitlines()
    assert lines == [line.rstrip() for line in lines]
    assert len(lines) < len(folded.splitlines())
    assert max(map(wcswidth, folded.splitlines())) <= 60 < max(map(wcswidth, lines))


def test_the_version_is_that_of_the_package() -> None:
    """``--version`` prints it."""
    assert call("--version").output == f"govdisclosure {gd.__version__}\n"


def test_the_language_of_a_call_without_one_is_that_of_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no option says it."""
    monkeypatch.setattr("govdisclosure.cli._usage.default_language", lambda: "en")

    assert words_of(click.Context(app)) == Words("en")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Give the path of a report."""
    path = tmp_path / "a.txt"
    gd.write(build_report(agency=gd.Agency(name="示例局")), path)
    return path


@pytest.mark.programs
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "gb18030", "utf-8"])
def test_every_console_survives(report: Path, encoding: str) -> None:
    """What a console cannot show is escaped: nothing is lost, and nothing fails."""
    shown = {}
    for arguments in (["check"], ["show", "--full"]):
        result = process(*arguments, str(report), "--lang", "zh", PYTHONIOENCODING=encoding)
        assert (result.returncode, result.stderr) == (0, b"")
        shown[arguments[0]] = result.stdout

    name = "示例局".encode(encoding, "backslashreplace")
    assert name in shown["check"]
    assert name in shown["show"]


@pytest.mark.programs
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "gb18030", "utf-8"])
def test_json_is_valid_on_every_console(report: Path, encoding: str) -> None:
    """The same JSON, whatever the console can show."""
    result = process("check", "--json", str(report), PYTHONIOENCODING=encoding)

    (outcome,) = json.loads(result.stdout)
    assert (outcome["agency"], outcome["findings"], result.returncode) == ("示例局", [], 0)
    assert ("示例局".encode() in result.stdout) is (encoding == "utf-8")


@pytest.mark.programs
def test_a_converted_document_is_utf_8_on_every_console(report: Path) -> None:
    """It goes into a file or another program, not to the eye."""
    result = process("convert", str(report), "-", "--to", "text", PYTHONIOENCODING="ascii")

    assert result.stdout == report.read_bytes()


@pytest.mark.programs
def test_the_entry_point_and_the_module_are_one(report: Path) -> None:
    """Both give the same, and pass the exit status on."""
    code = "import sys; from govdisclosure.__main__ import main; sys.exit(main())"
    content = report.read_bytes()

    by_module = process("check", "-", "--json", given=content)
    by_name = process("check", "-", "--json", given=content, program=[sys.executable, "-c", code])

    assert by_module.stdout == by_name.stdout
    assert json.loads(by_name.stdout)[0]["agency"] == "示例局"
    assert process("check", "missing").returncode == 2
    assert process("check", "missing", program=[sys.executable, "-c", code]).returncode == 2


@pytest.mark.programs
@pytest.mark.parametrize("missing", ["click", "rich"])
def test_without_the_extra_it_says_how_to_install_it(missing: str) -> None:
    """One line on standard error, exit status 2, no traceback."""
    code = f"import sys; sys.modules[{missing!r}] = None; from govdisclosure.__main__ import main; sys.exit(main())"

    result = process("check", "x", program=[sys.executable, "-c", code])

    assert result.stderr.decode().splitlines() == [
        'the command line needs an extra: pip install "govdisclosure[cli]"',
    ]
    assert (result.returncode, result.stdout) == (2, b"")


def test_without_the_extra_and_without_standard_error_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nowhere to say it; the status is the same."""
    monkeypatch.setattr(cli, "run", _raising(gd.MissingDependency("cli", "the command line")))
    monkeypatch.setattr(sys, "stderr", None)

    assert __main__.main() == 2


@pytest.mark.programs
@pytest.mark.skipif(sys.platform == "win32", reason="pipes break in another way")
@pytest.mark.parametrize("arguments", [["explain"], ["check", "--json"], ["show", "--full"]])
def test_a_broken_pipe_is_quiet(report: Path, arguments: list[str]) -> None:
    """If nobody reads any more, the program ends without a word, as one that a signal ended."""
    files = [] if arguments == ["explain"] else [str(report)]
    read, write = os.pipe()
    os.close(read)

    result = subprocess.run(  # noqa: S603 - our own program
        [*_PROGRAM, *arguments, *files], stdout=write, stderr=subprocess.PIPE, env=_ENVIRONMENT, check=False
    )

    os.close(write)
    assert (result.returncode, result.stderr) == (141, b"")


@pytest.mark.programs
@pytest.mark.skipif(sys.platform == "win32", reason="no shell that closes them")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["check", "-j1", "a.txt"], 0),
        (["check", "wrong.txt"], 1),
        (["convert", "noted.txt", "made.json"], 0),
        (["convert", "noted.txt", "-"], 0),
        (["facts", "a.txt", "--output", "made.csv"], 0),
        (["convert", "missing", "made.json"], 2),
        (["--version"], 0),
        (["bogus"], 2),
    ],
)
def test_what_is_for_a_closed_stream_is_dropped(
    report: Path, arguments: list[str], status: int, closed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a traceback: the status is what it would be, and a file that is written has nothing but its content."""
    monkeypatch.chdir(report.parent)
    gd.write(build_report(cells={"requests.total.newly_received": 99}), "wrong.txt")
    noted = re.sub("(行政许可 .*)8", "\\1约8", report.read_text(encoding="utf-8"))
    Path("noted.txt").write_text(noted, encoding="utf-8")

    result = process(*arguments, program=["sh", "-c", f'exec "$@" {closed}', "sh", *_PROGRAM])

    assert (result.returncode, b"Traceback" in result.stdout + result.stderr) == (status, False)
    if "made.json" in arguments and status == 0:
        assert gd.read("made.json").report == gd.parse(noted).report


@pytest.mark.programs
@pytest.mark.skipif(sys.platform == "win32", reason="no shell that closes them")
def test_closed_standard_input_is_an_empty_file() -> None:
    """It is told as one."""
    result = process("--lang", "en", "check", "-", program=["sh", "-c", 'exec "$@" <&-', "sh", *_PROGRAM])

    assert (result.returncode, b"the content is empty" in result.stdout, result.stderr) == (2, True, b"")


@pytest.mark.parametrize("arguments", [["--help"], [], ["bogus"], *([name, "--help"] for name in _COMMANDS)])
def test_every_command_can_do_without_standard_streams(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A program without a console has none; afterwards it is as it was."""
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)

    assert cli.run([*arguments]) == (0 if "--help" in arguments else 2)

    assert (sys.stdin, sys.stdout, sys.stderr) == (None, None, None)
    assert capfd.readouterr() == ("", "")


@pytest.mark.programs
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("arguments", [["--help"], ["schema"], ["check"], ["check", "--json"]])
def test_a_full_disk_is_said(report: Path, arguments: list[str]) -> None:
    """Of standard output as of any other: one line, and a status that is none of findings."""
    program = [*_PROGRAM, "--lang", "en", *arguments, *([str(report)] if "check" in arguments else [])]
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(program, stdout=full, stderr=subprocess.PIPE, env=_ENVIRONMENT, check=False)  # noqa: S603 - our own program

    said = b"Error: standard output: cannot be written: No space left on device\n"
    assert (result.returncode, result.stderr) == (2, said)


@pytest.mark.parametrize(
    "error", [PermissionError(errno.EACCES, "no"), OSError(errno.ENOSPC, "full", "a.txt"), OSError("what")]
)
def test_no_other_error_is_taken_for_a_full_disk(error: OSError, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody expected is no trouble of standard output."""
    monkeypatch.setattr(app, "invoke", _raising(error))

    with pytest.raises(OSError, match=re.escape(str(error))):
        cli.run(["explain"])


def _raising(error: BaseException) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def test_an_interrupted_call_ends_with_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C while a command works, and before it does."""
    monkeypatch.setattr(sys, "argv", ["govdisclosure", "explain"])
    monkeypatch.setattr(app, "invoke", _raising(KeyboardInterrupt()))
    assert __main__.main() == 130

    monkeypatch.setattr(cli, "run", _raising(KeyboardInterrupt()))
    assert __main__.main() == 130
    assert capsys.readouterr().out == ""


def test_run_gives_the_exit_status(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of what was found, of wrong usage, and of help."""
    assert cli.run(["check", "--lang", "en", str(report)]) == 0
    assert cli.run(["check", str(report.with_name("missing"))]) == 2
    assert cli.run(["check"]) == 2
    assert cli.run(["explain", "NOTHING-SUCH"]) == 2
    assert cli.run(["explain", "YEAR"]) == 0
    assert "Nothing found." in capsys.readouterr().out


def test_json_is_for_eyes_where_the_console_can_show_it(report: Path) -> None:
    """Chinese is not escaped in UTF-8."""
    assert '"agency": "示例局"' in call("check", "--json", str(report)).stdout


def test_json_is_ascii_where_the_output_has_no_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is known of what it is for."""
    output = io.StringIO()
    monkeypatch.setattr(sys, "stdout", output)

    _streams.write_json(["示例"])

    assert output.getvalue() == '[\n  "\\u793a\\u4f8b"\n]\n'


def test_streams_that_are_no_files_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A notebook's output has no encoding to be changed."""
    monkeypatch.setattr(sys, "stdout", object())
    monkeypatch.setattr(sys, "stderr", None)

    _streams.escape_unencodable()


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("三、收到和处理", ["三、收到", "和处理  "]),
        ("表格有 165 格", ["表格有  ", "165 格  "]),
        ("公开。（一）总", ["公开。  ", "（一）总"]),
        ("abcdefghijk", ["abcdefgh", "ijk     "]),
        ("表abcdefghijk", ["表      ", "abcdefgh", "ijk     "]),
        ("一\n二", ["一      ", "二      "]),
        ("abcdefgh ijk", ["abcdefgh", "ijk     "]),
        ("", ["        "]),
    ],
)
def test_prose_is_broken_as_chinese_is(words: str, broken: list[str]) -> None:
    """Between any two characters, but not before a mark that closes; a word only where it fits no line."""
    screen = Console(width=8)
    text = _console.prose("").append(words)

    rendered = screen.render_lines(text, screen.options)

    assert ["".join(segment.text for segment in line) for line in rendered] == broken


def test_prose_can_be_set_to_the_right() -> None:
    """In columns of figures."""
    screen = Console(width=8)

    rendered = screen.render_lines(_console.prose("三、收到和处理"), screen.options.update(justify="right"))

    assert ["".join(segment.text for segment in line) for line in rendered] == ["三、收到", "  和处理"]

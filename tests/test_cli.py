"""The program: help, language, exit status, and output on consoles of every kind."""

from __future__ import annotations

import io
import json
import os
import string
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest
from rich.console import Console
from support.builders import build_report
from support.cli_calls import call

import govdisclosure as gd
from govdisclosure import __main__, cli
from govdisclosure.cli import _console, _streams, app
from govdisclosure.cli._options import words_of
from govdisclosure.cli._texts import TEXTS, Words, default_language

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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
        "Usage: govdisclosure [OPTIONS] COMMAND [ARGS]...\n"
        "\n"
        "  政府信息公开工作年度报告：检查、查看、读取、转换。\n"
        "\n"
        "Options:\n"
        "  --lang [zh|en]  语言：中文或英文；默认随系统。\n"
        "  --help          显示帮助。\n"
        "  --version       显示版本。\n"
        "\n"
        "Commands:\n"
        "  check     检查报告\n"
        "  show      在终端中显示一份报告，并标出检查发现的问题（设置与 check 相同）\n"
        "  read      读取一份报告\n"
        "  convert   转换一份报告的格式\n"
        "  template  生成一份空白报告供填写\n"
        "  rollup    汇总\n"
        "  explain   说明一个代码的含义\n"
    )


@pytest.mark.parametrize("name", ["check", "show", "read", "convert", "template", "rollup", "explain"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_command_and_option_has_help(name: str, language: str) -> None:
    """Help of a command is in the language that the command was given."""
    result = call(name, "--lang", language, "--help", columns=200)

    command = app.get_command(click.Context(app), name)
    assert command is not None
    words = Words("zh" if language == "zh" else "en")
    assert result.exit_code == 0
    assert words(f"help.{name}").split()[0] in result.output
    for option in command.params:
        if isinstance(option, click.Option):
            own = f"help.{name}.{option.name}"
            assert words(own if own in TEXTS else f"help.{option.name}").split()[0] in result.output


def test_an_unknown_command_is_wrong_usage() -> None:
    """Exit status 2."""
    assert call("chekc").exit_code == 2


def test_the_version_is_that_of_the_package() -> None:
    """``--version`` prints it."""
    assert call("--version").output == f"govdisclosure {gd.__version__}\n"


def test_the_language_of_a_call_without_one_is_that_of_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no option says it."""
    monkeypatch.setattr("govdisclosure.cli._options.default_language", lambda: "en")

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

    (found,) = json.loads(result.stdout)
    assert (found["agency"], found["findings"], result.returncode) == ("示例局", [], 0)
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

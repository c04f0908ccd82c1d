"""The settings: which file holds, what it may say, and what is refused."""

from __future__ import annotations

import datetime as dt
import pickle
from pathlib import Path

import pytest

import govdisclosure as gd
from govdisclosure.model.message import Message
from govdisclosure.model.waivers import Waiver
from govdisclosure.settings import NAME, Settings, SettingsError, find_settings, read_settings

_WHOLE = """\
select = ["T3", "FEE-STATEMENT"]
ignore = "T3-ROW"

[[waivers]]
code = "T3-BALANCE"
path = "requests.total"
reason = "已按此公布"
date = 2026-01-20
file = "2021/*"

[[waivers]]
code = "FEE-STATEMENT"
reason = "2026-01-20"
date = "2026-01-20"
"""
_UNKNOWN = "is no setting; known are"
_NO_CODES = 'must be a list of codes such as ["T3", "YEAR"]'
_NO_TEXT = "must be text, and not blank"
_NO_DATE = "must be a date such as 2026-01-20"
_NO_TABLES = "must be tables, written as [[waivers]]"


@pytest.fixture(autouse=True)
def _in_an_empty_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(content: str, path: str = NAME) -> Path:
    """Write a file of settings."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(content, encoding="utf-8")
    return Path(path)


def test_settings_are_read() -> None:
    """One code may stand for a list of it; a date may be one of TOML, or text; a reason stays text."""
    path = written(_WHOLE)

    assert read_settings(path) == Settings(
        path,
        select=("T3", "FEE-STATEMENT"),
        ignore=("T3-ROW",),
        waivers=(
            Waiver("T3-BALANCE", "requests.total", reason="已按此公布", date=dt.date(2026, 1, 20), file="2021/*"),
            Waiver("FEE-STATEMENT", reason="2026-01-20", date=dt.date(2026, 1, 20)),
        ),
    )


def test_an_empty_file_sets_nothing() -> None:
    """With the mark that editors on Windows put first, too."""
    assert read_settings(written("")) == read_settings(written("\ufeff")) == Settings(Path(NAME))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("selcet = []", f"selcet {_UNKNOWN} select, ignore, waivers, profile"),
        ("select = 3", f"select {_NO_CODES}"),
        ('ignore = ["T3", 3]', f"ignore {_NO_CODES}"),
        ('ignore = [" "]', f"ignore {_NO_CODES}"),
        ('select = "t3"', "select has no code 't3'; the nearest is 'T3-ROW'"),
        ('ignore = ["T3-RWO"]', "ignore has no code 'T3-RWO'; the nearest is 'T3-ROW'"),
        ("waivers = 1", f"waivers {_NO_TABLES}"),
        ('waivers = ["T3-ROW"]', f"waivers {_NO_TABLES}"),
        ('[waivers]\ncode = "T3-ROW"', f"waivers {_NO_TABLES}"),
        ('[[waivers]]\nreason = "-"', "waivers[0].code is missing"),
        ('[[waivers]]\ncode = "T3-ROW"', "waivers[0].reason is missing"),
        ('[[waivers]]\ncode = "T3-ROW"\nreason = " "', f"waivers[0].reason {_NO_TEXT}"),
        ('[[waivers]]\ncode = 3\nreason = "-"', f"waivers[0].code {_NO_TEXT}"),
        ('[[waivers]]\ncode = "T3"\nreason = "-"', "waivers[0].code has no code 'T3'; the nearest is 'T3-ROW'"),
        (
            '[[waivers]]\ncode = "T3-ROW"\nreason = "-"\n[[waivers]]\ncode = "T3-ROW"\nreason = "-"\nwhy = "-"',
            f"waivers[1].why {_UNKNOWN} code, path, reason, date, file",
        ),
        ('[[waivers]]\ncode = "T3-ROW"\nreason = "-"\npath = ["year"]', f"waivers[0].path {_NO_TEXT}"),
        ('[[waivers]]\ncode = "T3-ROW"\nreason = "-"\nfile = ""', f"waivers[0].file {_NO_TEXT}"),
        ('[[waivers]]\ncode = "T3-ROW"\nreason = "-"\ndate = "2026-02-30"', f"waivers[0].date {_NO_DATE}"),
        ('[[waivers]]\ncode = "T3-ROW"\nreason = "-"\ndate = "20260120"', f"waivers[0].date {_NO_DATE}"),
        ('[[waivers]]\ncode = "T3-ROW"\nreason = "-"\ndate = 2026-01-20T08:00:00', f"waivers[0].date {_NO_DATE}"),
        ('[[waivers]]\ncode = "T3-ROW"\nreason = "-"\ndate = 20260120', f"waivers[0].date {_NO_DATE}"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_file_and_key(content: str, problem: str) -> None:
    """Unknown keys and codes, wrong types, waivers without code or reason, dates that are none."""
    path = written(content)

    with pytest.raises(gd.UsageError) as raised:
        read_settings(path)

    assert str(raised.value) == f"{NAME}: {problem}"


@pytest.mark.parametrize("content", [b"select = [", b'ignore = "\xff"', b"x = " + b"[" * 100_000])
def test_a_file_that_is_no_toml_is_refused(content: bytes) -> None:
    """Bad syntax, bytes that are no text, and what is too deep to be read."""
    Path(NAME).write_bytes(content)

    with pytest.raises(SettingsError, match=rf"^{NAME}: is no valid TOML: ") as raised:
        read_settings(NAME)

    assert raised.value.key == ""
    assert raised.value.message.zh.startswith("不是有效的 TOML：")


def test_a_file_in_another_encoding_is_to_be_saved_anew() -> None:
    """GBK is what old editors write."""
    Path(NAME).write_bytes("# 设置".encode("gbk"))

    with pytest.raises(SettingsError) as raised:
        read_settings(NAME)

    assert raised.value.problem == Message(
        "不是有效的 TOML：文件应以 UTF-8 编码保存", "is no valid TOML: save the file as UTF-8"
    )


def test_the_error_speaks_both_languages_and_survives_pickling() -> None:
    """With its file and its key."""
    with pytest.raises(SettingsError) as raised:
        read_settings(written("[[waivers]]"))

    copied = pickle.loads(pickle.dumps(raised.value))  # noqa: S301 - our own pickle
    assert (copied.path, copied.key, copied.message.zh) == (
        Path(NAME),
        "waivers[0].code",
        "waivers[0].code 缺少，必须填写",
    )
    assert copied.message.en == "waivers[0].code is missing"


def test_a_file_that_is_not_there_is_an_error_of_the_system() -> None:
    """As with a report."""
    with pytest.raises(FileNotFoundError):
        read_settings("missing.toml")


def test_settings_are_found_upwards() -> None:
    """The nearest hold, alone; a folder of that name is no file, and what does not exist is in its folder, too."""
    outer, inner = written('ignore = "T3"'), written('ignore = "T4"', f"a/b/{NAME}")
    Path("a", NAME).mkdir()

    settings = {start: find_settings(start) for start in ("x.txt", "a", "a/x.txt", "a/b", "a/b/c/x.txt")}

    assert {start: each and each.path for start, each in settings.items()} == {
        "x.txt": outer.resolve(),
        "a": outer.resolve(),
        "a/x.txt": outer.resolve(),
        "a/b": inner.resolve(),
        "a/b/c/x.txt": inner.resolve(),
    }


def test_without_a_file_there_are_no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """None, up to the root."""
    monkeypatch.setattr("os.path.isfile", lambda _: False)

    assert find_settings("x.txt") is None


@pytest.mark.parametrize(
    ("pattern", "file", "held"),
    [
        (None, "a.txt", True),
        ("a.txt", "a.txt", True),
        ("a.txt", "2021/a.txt", False),
        ("*/a.txt", "2021/a.txt", True),
        ("2021/*", "2021/a.txt", True),
        ("2021/*", "2021/b/a.txt", True),
        ("2021/*", "2022/a.txt", False),
        ("2021/A.txt", "2021/a.txt", False),
        ("[a].txt", "[a].txt", True),
        ("[a].txt", "a.txt", True),
    ],
)
def test_a_waiver_is_for_the_files_of_its_glob(pattern: str | None, file: str, *, held: bool) -> None:
    """The glob is compared with the path from the folder of the settings, wherever the program runs."""
    waiver = Waiver("T3-ROW", reason="-", file=pattern)

    settings = Settings(Path("reports", NAME), waivers=[waiver])

    assert settings.waivers_for(Path("reports", file)) == ((waiver,) if held else ())


def test_a_file_elsewhere_is_compared_as_a_whole() -> None:
    """Settings that were given may stand in another folder; those that were made in code, in none."""
    anywhere, here = (Waiver("T3-ROW", reason="-", file=pattern) for pattern in ("*/a.txt", "a.txt"))

    assert Settings(Path("x", NAME), waivers=[anywhere, here]).waivers_for("a.txt") == (anywhere,)
    assert Settings(waivers=[anywhere, here]).waivers_for("a.txt") == (here,)


def test_a_waiver_of_all_files_and_settings_of_no_file_have_files() -> None:
    """Only a pattern in a file of settings can be a slip."""
    settings = Settings(path=Path(NAME))

    assert settings.has_file_for(Waiver("T3-ROW", reason="已核对"))
    assert Settings().has_file_for(Waiver("T3-ROW", reason="已核对", file="nowhere/*"))

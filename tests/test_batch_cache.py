"""The cache of a batch: what is kept, by what, and that nothing that happens to its file stops a batch."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import attrs
import pytest
from support.builders import build_report
from support.own_checks import failing

import govdisclosure as gd
from govdisclosure import batch
from govdisclosure.batch import Cache, Content, _cache, _terms
from govdisclosure.formats import Limits
from govdisclosure.rosters import Roster, Unit

GOOD = Content("good.json", gd.dumpb(build_report()))
WRONG = Content("wrong.json", gd.dumpb(build_report(cells={"requests.total.newly_received": 13})))
BAD = Content("bad.json", b'{"govdisclosure": "2"}')
GIVEN = (GOOD, WRONG, BAD)


@pytest.fixture(autouse=True)
def _in_an_empty_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def cached(*given: Content, cache: Any = "c", **asked: Any) -> list[bool]:  # noqa: ANN401 - as examine
    """Examine contents, and tell which were known."""
    return [outcome.cached for outcome in batch.examine(given or GIVEN, cache=cache, workers=1, **asked)]


def results() -> int:
    """Count what is kept."""
    connection = sqlite3.connect("c")
    (n,) = connection.execute("SELECT count(*) FROM results").fetchone()
    connection.close()
    return int(n)


def test_the_second_run_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its outcomes are the same, those of errors as well; what was named otherwise is known by its content."""
    first = list(batch.examine(GIVEN, cache="c"))

    def refuse(*_: object, **__: object) -> gd.Reading:
        raise AssertionError("nothing is read")

    monkeypatch.setattr("govdisclosure.batch._work.parse", refuse)
    second = list(batch.examine([*GIVEN, attrs.evolve(WRONG, name="again.json")], cache=Path("c")))

    assert second[:3] == first
    assert [outcome.cached for outcome in first] == [False] * 3
    assert [outcome.cached for outcome in second] == [True] * 4
    assert second[3].findings == first[1].findings
    assert not any(Path().glob("c-*"))


def test_only_what_changed_is_done_again() -> None:
    """Of a folder of three, one."""
    assert cached() == [False, False, False]
    assert cached(GOOD, Content("wrong.json", GOOD.content + b" "), BAD) == [True, False, True]


@pytest.mark.parametrize(
    "changed",
    [
        {"select": "T3"},
        {"ignore": ["T3"]},
        {"is_checked": False},
        {"waivers": [gd.Waiver("T3-ROW", reason="so")]},
        {"profile": gd.Profile(severities={"T3-ROW": "info"})},
        {"profile": gd.Profile(longest_overview=9)},
        {"roster": Roster([Unit(name="示例镇人民政府")])},
        {"previous": [build_report(year=2020)]},
        {"limits": Limits(max_seconds=59)},
        {"format": "json"},
        {"agency": "示例局"},
        {"year": 2022},
        {"allow_blank": True},
        {"settings": lambda _: gd.settings.Settings(ignore=["T3"])},
    ],
)
def test_all_that_decides_makes_another_key(changed: dict[str, Any]) -> None:
    """Each by itself; and what is asked for again is known again."""
    cached()

    assert cached(**changed) == [False, False, False]
    assert cached(**changed) == cached() == [True, True, True]


def test_another_version_makes_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the library, and of those with which it reads."""
    cached()
    monkeypatch.setattr(_terms, "_version_of", lambda name: None if name == "lxml" else "1")
    assert cached() == [False, False, False]

    monkeypatch.setattr(_terms, "__version__", "99")
    assert cached() == [False, False, False]


def test_a_library_that_is_not_there_has_no_version() -> None:
    """Where it is installed later, what it reads is not what was refused."""
    assert _terms._version_of("no-such-package") is None  # noqa: SLF001 - it is asked of four packages only


def test_what_another_machine_may_do_is_not_kept() -> None:
    """Time, memory, files that are not there: errors of the moment."""
    slow = Limits(max_seconds=1e-9)
    text = Content("a.txt", gd.render(build_report(), "text").encode())

    assert cached(text, limits=slow) == cached(text, limits=slow) == [False]
    assert [outcome.cached for outcome in batch.examine("nowhere.txt", cache="c")] == [False]
    assert results() == 0


def test_checks_of_ones_own_have_no_key() -> None:
    """They are code; a warning says that nothing is kept."""
    with pytest.warns(UserWarning, match="the cache is not used"):
        assert cached(checks=[failing]) == [False, False, False]

    assert not Path("c").exists()


def test_a_cache_can_be_held_by_the_caller() -> None:
    """It is written at its end, or when there is much, and knows before what is new."""
    with Cache("c") as cache:
        assert cached(cache=cache) == [False, False, False]
        assert cached(cache=cache) == [True, True, True]
        assert (cache.set_aside, cache.lost) == (None, None)
    cache.close()

    assert results() == 3
    with Cache("c") as cache:
        assert cached(cache=cache) == [True, True, True]


def test_what_is_new_is_written_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a run that is killed has not been for nothing."""
    monkeypatch.setattr(_cache, "_MANY", 2)
    outcomes = batch.examine(GIVEN, cache="c", workers=1)
    next(outcomes)
    assert results() == 0
    next(outcomes)
    assert results() == 2
    outcomes.close()

    monkeypatch.setattr(_cache, "_MANY", 99)
    monkeypatch.setattr(_cache, "_LONG", 0.0)
    with Cache("c") as cache:
        cache.put("k", b"v")
        assert results() == 3


def test_two_can_use_a_cache_at_once() -> None:
    """Whoever comes first writes it, and nothing gets lost."""
    given = [attrs.evolve(GOOD, content=GOOD.content + b" " * n) for n in range(60)]
    with ThreadPoolExecutor(3) as threads:
        runs = [threads.submit(cached, *given) for _ in range(3)]
        assert [len(run.result()) for run in runs] == [60, 60, 60]

    assert results() == 60
    assert cached(*given) == [True] * 60


@pytest.mark.parametrize("content", [bytes(5000), b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_cache_is_set_aside(content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    """Under a name of its own; a new one is begun, and the log says so."""
    Path("c").write_bytes(content)
    Path("c-wal").write_bytes(b"old")

    with Cache("c") as cache:
        assert cached(cache=cache) == [False, False, False]
        assert cache.set_aside == Path("c.damaged")

    assert Path("c.damaged").read_bytes() == content
    assert cached() == [True, True, True]
    assert "is damaged" in caplog.text
    Path("c").write_bytes(content)
    cached()
    assert Path("c.damaged1").read_bytes() == content


@pytest.mark.parametrize("content", [b"<html>", b"{}", b"PK\x03\x04" + bytes(99), b"SQLite format 2"])
def test_what_was_never_a_cache_is_refused(content: bytes) -> None:
    """As of ``check --cache *.html``: it is somebody's report, which stays where it is."""
    Path("c").write_bytes(content)

    with pytest.raises(gd.UsageError, match="c is a file of another program, and no cache"):
        Cache("c")

    assert {path.name: path.read_bytes() for path in Path().iterdir()} == {"c": content}


def test_a_result_that_is_damaged_is_none() -> None:
    """SQLite has no check sums, so each result has one; the file is set aside and begun anew."""
    cached()
    connection = sqlite3.connect("c")
    with connection:
        connection.execute("UPDATE results SET result = replace(result, '13', '12')")
    connection.close()

    with Cache("c") as cache:
        assert cached(cache=cache) == [False, False, False]
        assert cache.set_aside is not None
    assert cached() == [True, True, True]


@pytest.mark.property
def test_a_page_that_is_damaged_is_no_traceback() -> None:
    """Wherever in the file it is, behind what says that it is a database."""
    cached(*(attrs.evolve(GOOD, content=GOOD.content + b" " * n) for n in range(20)))
    whole = Path("c").read_bytes()
    for place in range(0, len(whole), 4096):
        Path("c").write_bytes(whole[: max(place, 16)] + b"\x5a" * 4080 + whole[place + 4096 :])
        assert len(cached()) == 3
        for left in Path().glob("c.damaged*"):
            left.unlink()


def test_a_database_of_another_program_is_left_alone() -> None:
    """It is refused, and stays what it is."""
    connection = sqlite3.connect("c")
    connection.execute("CREATE TABLE mails (a)")
    connection.close()
    before = Path("c").read_bytes()

    with pytest.raises(gd.UsageError, match="a file of another program"):
        cached()

    assert Path("c").read_bytes() == before


def test_what_cannot_be_opened_is_said() -> None:
    """By the words of the system."""
    with pytest.raises(FileNotFoundError):
        cached(cache="nowhere/c")


def test_where_nothing_can_be_written_the_batch_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    """The disk is full, or somebody else does not let go of the file: nothing is kept any more, and the log says so."""
    other = sqlite3.connect("c", isolation_level=None)
    with Cache("c") as cache, pytest.MonkeyPatch.context() as patched:
        assert cache._connection is not None  # noqa: SLF001 - to wait no half minute
        cache._connection.execute("PRAGMA busy_timeout = 1")  # noqa: SLF001
        patched.setattr(_cache, "_MANY", 1)
        other.execute("BEGIN EXCLUSIVE")
        assert cached(cache=cache) == [False, False, False]
        other.execute("ROLLBACK")
        assert cache.lost == "database is locked"
        assert cached(cache=cache) == [False, False, False]
    other.close()

    assert caplog.text.count("cannot be used any more") == 1


def test_a_cache_that_others_hold_when_it_is_opened_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch needs none."""
    monkeypatch.setattr(_cache, "_WAIT", 0.01)
    other = sqlite3.connect("c", isolation_level=None)
    other.execute("PRAGMA journal_mode = DELETE")
    other.execute("BEGIN EXCLUSIVE")

    with Cache("c") as cache:
        assert cached(cache=cache) == [False, False, False]
        assert cache.lost == "database is locked"

    other.execute("ROLLBACK")
    other.close()

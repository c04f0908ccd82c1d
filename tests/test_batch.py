"""Batches: what becomes of each source, with the settings of its folder, in order, lazily, and whatever goes wrong."""

from __future__ import annotations

import datetime as dt
import itertools
import pickle
import threading
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from support.builders import build_report
from support.own_checks import failing

import govdisclosure as gd
from govdisclosure import batch
from govdisclosure.batch import Content, Failure, Outcome, Progress, _hands, _packing, _tasks
from govdisclosure.formats import Limits
from govdisclosure.model.message import Message
from govdisclosure.model.notes import Note, Source
from govdisclosure.rosters import Roster, Unit
from govdisclosure.settings import Settings, find_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

WRONG: dict[str, Any] = {"requests.total.newly_received": 13}
OTHERS = "示例县教育局"


def content(name: str = "a.json", **changes: Any) -> Content:  # noqa: ANN401 - as build_report
    """Give a report as a source in memory."""
    return Content(name, gd.dumpb(build_report(**changes)))


def many(n: int) -> list[Content]:
    """Give many reports, each other one with an error."""
    return [content(f"{place}.json", cells=WRONG if place % 2 else None, title=f"第{place}份") for place in range(n)]


def names(outcomes: Iterable[Outcome]) -> list[str]:
    """Give the names of the sources."""
    return [outcome.source for outcome in outcomes]


def codes(outcome: Outcome) -> list[str]:
    """Give the codes of the findings."""
    return [finding.code for finding in outcome.findings]


def error_of(outcome: Outcome) -> Failure:
    """Give the error of an outcome that has no report."""
    assert (outcome.report, outcome.reading, outcome.is_read) == (None, None, False)
    assert outcome.error is not None
    return outcome.error


def test_an_outcome_is_what_reading_and_checking_give() -> None:
    """Report, notes and findings are those of ``read`` and ``check``, with the waivers that match nothing."""
    text = gd.render(build_report(cells=WRONG), "text").replace("年度报告", "年度报 告", 1)
    waivers = [gd.Waiver("T3-ROW", reason="so", date=dt.date(2026, 1, 20)), gd.Waiver("YEAR", reason="idle")]

    (outcome,) = batch.examine(Content("b.txt", text.encode()), waivers=waivers)

    reading = gd.parse(text)
    expected = gd.check(reading, waivers=waivers)
    assert outcome.reading == reading
    assert (outcome.findings, outcome.findings.unused) == (expected, expected.unused)
    assert (outcome.source, outcome.error, outcome.is_read) == ("b.txt", None, True)
    assert outcome.report is outcome.report


@pytest.mark.parametrize(
    "note",
    [
        Note("AMBIGUOUS", ("requests",), Message("中", "en"), raw="\ud800 | 1", source=Source(line=3)),
        Note("UNPLACED", source=Source(table=1, row=2, column=3, sheet="表", cell="C2", letters=("A", "B"))),
        Note("SECTION-MISSING"),
    ],
)
def test_notes_are_packed_whole(note: Note) -> None:
    """Also with what their own JSON leaves out."""
    packed = _packing.packed_reading(gd.Reading(build_report(), [note]), gd.Findings())

    (unpacked,) = Outcome("a", None, packed).notes

    assert unpacked == note
    assert attrs.astuple(unpacked) == attrs.astuple(note)


def test_an_outcome_can_be_pickled_and_compared() -> None:
    """What was unpacked of it makes no difference, and neither whether it was kept."""
    (first,), (second,) = batch.examine(content()), batch.examine(content())
    assert first.report is not None

    assert first == second == pickle.loads(pickle.dumps(first))  # noqa: S301 - our own
    assert first == attrs.evolve(second, cached=True)
    assert first != attrs.evolve(second, source="b")
    assert "packed" not in repr(first)


def test_what_cannot_be_read_is_an_outcome_with_an_error(tmp_path: Path) -> None:
    """It tells code and reason, of JSON all faults by path, and the batch goes on."""
    bad = Content("bad.json", b'{"govdisclosure": "1", "year": "x"}')
    given: list[batch.Source] = [Content("e", b""), bad, tmp_path / "nowhere.txt", tmp_path / "a\0.txt", content()]

    empty, broken, missing, unnamed, good = batch.examine(given, limits=Limits())

    assert error_of(empty).code == "EMPTY"
    assert (empty.digest is None, missing.digest) == (False, None)
    told = error_of(broken)
    assert (told.code, told.format) == ("STRUCTURE", "json")
    assert "year" in told.paths
    assert str(told) == told.message.en
    assert error_of(missing).message == Message("文件不存在", "there is no such file")
    assert error_of(unnamed).code == "UNEXPECTED"
    assert (good.is_read, good.error) == (True, None)


def test_an_error_nobody_expected_ends_nothing() -> None:
    """A check of one's own with a fault is named; the other sources are checked."""
    given = [content("bad.json", overview=[]), content("good.json")]

    bad, good = batch.examine(given, checks=[failing], workers=1)

    assert error_of(bad) == Failure(
        "CHECK",
        Message(
            "自定义的检查未能完成（ZeroDivisionError: integer division or modulo by zero）",
            "a check of your own failed: ZeroDivisionError: integer division or modulo by zero",
        ),
    )
    assert "OWN-FAILING" in codes(good)


def test_what_an_extra_is_needed_for_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """As an error of each such source."""

    def lacking(*_: object, **__: object) -> gd.Reading:
        raise gd.MissingDependency("pdf", "PDF")

    monkeypatch.setattr("govdisclosure.batch._work.parse", lacking)

    (outcome,) = batch.examine(content())

    assert error_of(outcome) == Failure("MISSING-DEPENDENCY", gd.MissingDependency("pdf", "PDF").message)


def test_reports_can_be_read_only() -> None:
    """Then nothing is found."""
    (outcome,) = batch.examine(content(cells=WRONG), is_checked=False)

    assert (outcome.is_read, len(outcome.findings)) == (True, 0)


def test_select_and_ignore_are_those_of_check() -> None:
    """One prefix, or several."""
    given = content(cells={**WRONG, "proactive_disclosure.rules.issued": None})
    (everything,) = batch.examine(given)
    (some,) = batch.examine(given, select="T3")
    (others,) = batch.examine(given, ignore=["T3", "CELL"])

    assert set(codes(everything)) > set(codes(some)) == {"T3-BALANCE", "T3-ROW"}
    assert set(codes(others)) == set(codes(everything)) - {"T3-BALANCE", "T3-ROW", "CELL-BLANK"}


def test_a_folder_has_its_settings(tmp_path: Path) -> None:
    """Found by a function from the name of each source; what the call says wins."""
    toml = 'ignore = ["CELL-BLANK"]\n[profile]\nseverities = {T3-ROW = "info"}\n'
    waiver = '[[waivers]]\ncode = "T3-BALANCE"\nreason = "so"\nfile = "b*"\n'
    (tmp_path / "govdisclosure.toml").write_text(toml + waiver, encoding="utf-8")
    for name in ("a.json", "b.json"):
        gd.write(build_report(cells={**WRONG, "proactive_disclosure.rules.issued": None}), tmp_path / name)

    first, second = batch.examine(tmp_path, settings=find_settings)

    assert "CELL-BLANK" not in codes(first) + codes(second)
    assert {finding.severity for finding in first.findings if finding.code == "T3-ROW"} == {gd.Severity.INFO}
    assert (len(first.findings.waived), len(second.findings.waived)) == (0, 1)

    (selected, *_), (graded, *_), (plain, *_) = (
        batch.examine(tmp_path, settings=find_settings, select="CELL"),
        batch.examine(tmp_path, settings=find_settings, profile=gd.Profile(severities={"T3-ROW": "warning"})),
        batch.examine(tmp_path, settings=lambda _: None),
    )
    assert codes(selected) == ["CELL-BLANK"]
    assert {finding.severity for finding in graded.findings if finding.code == "T3-ROW"} == {gd.Severity.WARNING}
    assert "CELL-BLANK" in codes(plain)


def test_settings_can_be_the_same_for_all() -> None:
    """With ``ignore`` of the call in place of theirs."""
    given = content(cells={**WRONG, "proactive_disclosure.rules.issued": None})
    settings = Settings(ignore=["T3"])

    ((first,), (second,)) = (
        batch.examine(given, settings=settings),
        batch.examine(given, settings=settings, ignore="CELL"),
    )

    assert (set(codes(first)), set(codes(second))) == ({"CELL-BLANK"}, {"T3-BALANCE", "T3-ROW"})


def test_a_report_is_checked_beside_last_years_of_its_own_body() -> None:
    """Told by code, name, or the unit of the roster; of several years, that before."""
    now = build_report(year=2022, cells={"requests.total.carried_over": 3, "requests.natural_person.carried_over": 3})
    last, older = build_report(year=2021), build_report(year=2020)
    renamed = attrs.evolve(last, agency=gd.Agency(name="示例旧镇人民政府"))
    strange = attrs.evolve(last, agency=gd.Agency(name=OTHERS))
    nameless = attrs.evolve(last, agency=None)
    given = Content("a.json", gd.dumpb(now))
    roster = Roster([Unit(name="示例镇人民政府", other_names=["示例旧镇人民政府"])])

    def of(*previous: gd.AnnualReport | gd.Reading, roster: Roster | None = None) -> list[str]:
        (outcome,) = batch.examine(given, previous=previous, roster=roster, select="YOY")
        return codes(outcome)

    assert of(strange, older, gd.Reading(last)) == [
        finding.code for finding in gd.check(now, previous=last, select="YOY")
    ]
    assert "YOY-CARRY" in of(last)
    assert of(older) == ["YOY-PREVIOUS"]
    assert of(strange, nameless) == of(renamed) == []
    assert of(renamed, roster=roster) == of(last)


def test_last_years_report_of_a_unit_of_the_same_name_below_another_county_is_of_another() -> None:
    """甲县财政局 and 乙县财政局 are both a 财政局 on the roster of their city."""
    roster = Roster([Unit(name="财政局", parent=f"示例市{county}人民政府") for county in ("甲县", "乙县")])
    now = build_report(year=2022, cells={"requests.total.carried_over": 3})
    own, other = build_report(year=2021), build_report(year=2021)
    for made, name in ((now, "甲县财政局"), (own, "示例市甲县财政局"), (other, "乙县财政局")):
        made.agency = gd.Agency(name=name)

    (outcome,) = batch.examine(
        Content("a.json", gd.dumpb(now)), previous=[other, own], roster=roster, select="YOY-CARRY"
    )

    assert outcome.findings
    assert {str(finding.details["bodies"]) for finding in outcome.findings} == {"['示例市甲县财政局']"}


def test_bodies_are_told_by_code() -> None:
    """Whatever they are called; a report of nobody is beside none."""
    code = "11100000MB03271699"
    now, last = build_report(year=2022), build_report(cells={"requests.total.carried_forward": 1})
    now.agency, last.agency = gd.Agency(name="示例甲局", code=code), gd.Agency(name="示例乙局", code=code)
    nobody = attrs.evolve(now, agency=None)

    first, second = batch.examine(
        [Content("a", gd.dumpb(now)), Content("b", gd.dumpb(nobody))], previous=[last], select="YOY-CARRY"
    )

    assert codes(first) != []
    assert codes(second) == []


def test_what_a_caller_knows_wins() -> None:
    """Agency, year, format, and that empty forms are wanted."""
    form = gd.render(gd.AnnualReport.blank(agency=OTHERS, year=2021), "markdown")
    bare = form.partition("---\n\n")[2]

    (refused,) = batch.examine(Content("a.md", bare.encode()))
    (outcome,) = batch.examine(
        Content("a.md", bare.encode()), format="markdown", agency="示例局", year=2022, allow_blank=True
    )
    (named,) = batch.examine(Content("a.md", bare.encode(), "json"))

    assert error_of(refused).code == "BLANK-FORM"
    assert outcome.report is not None
    assert outcome.report.agency == gd.Agency(name="示例局")
    assert outcome.report.year == 2022
    assert error_of(named).code == "STRUCTURE"


def test_sources_are_gone_through_lazily() -> None:
    """An endless number of them is no harm."""
    taken: list[int] = []

    def endless() -> Iterator[Content]:
        for number in itertools.count():
            taken.append(number)
            yield content(f"{number}.json")

    outcomes = batch.examine(endless(), workers=1)

    assert taken == []
    assert names(itertools.islice(outcomes, 3)) == ["0.json", "1.json", "2.json"]
    assert len(taken) < 6


class FirstIsSlow(ThreadPoolExecutor):
    """Threads, of which the one with the first task waits until so many others are done."""

    def __init__(self, others: int) -> None:
        super().__init__(4)
        self.most = self.n = self.done = 0
        self._others = others
        self.are_done = threading.Event()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_: Any) -> Future[Any]:  # noqa: ANN401 - as Executor
        """Give a task to a thread."""
        is_first = not self.most
        self.n += 1
        self.most = max(self.most, self.n)

        def act() -> object:
            if is_first:
                self.are_done.wait(60)
            done = fn(*args)
            self.n -= 1
            self.done += 1
            if self.done == self._others:
                self.are_done.set()
            return done

        return super().submit(act)


@pytest.mark.parametrize("ordered", [True, False])
def test_order_is_kept_or_not(monkeypatch: pytest.MonkeyPatch, *, ordered: bool) -> None:
    """In the order of the sources, or as they are done; never more tasks under way than may be."""
    monkeypatch.setattr("govdisclosure.batch._pools.Others.most_contents", 1)
    with FirstIsSlow(2 if ordered else 99) as executor:
        outcomes = batch.examine(many(8), executor=executor, most_tasks=3, ordered=ordered)
        first = next(outcomes).source
        executor.are_done.set()
        rest = names(outcomes)

    assert (first == "0.json") == ordered
    assert ([first, *rest] if ordered else sorted([first, *rest])) == [f"{place}.json" for place in range(8)]
    assert executor.most <= 3


def test_what_waits_for_the_first_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the first takes long, others are done, but not all of them."""
    monkeypatch.setattr("govdisclosure.batch._pools.Others.most_contents", 1)
    taken: list[Content] = []

    def given() -> Iterator[Content]:
        for each in many(60):
            taken.append(each)
            yield each

    with FirstIsSlow(15) as executor:
        outcomes = batch.examine(given(), executor=executor, most_tasks=3)
        first = next(outcomes)
        begun = len(taken)
        rest = names(outcomes)

    assert (first.source, rest) == ("0.json", [f"{place}.json" for place in range(1, 60)])
    assert 15 < begun <= 3 * _tasks.WAITING + 1


def test_threads_give_what_one_gives() -> None:
    """The executor is the caller's, and can be used again."""
    given = many(40)
    with ThreadPoolExecutor(2) as executor:
        outcomes = list(batch.examine(given, executor=executor))
        again = list(batch.examine(given, executor=executor, ordered=False))

    assert outcomes == list(batch.examine(given, workers=1))
    assert sorted(again, key=lambda outcome: int(outcome.source[:-5])) == outcomes


def test_with_an_executor_that_is_broken_the_rest_ends_as_errors() -> None:
    """Whether it takes nothing more, or loses what it was given."""
    shut = ThreadPoolExecutor(1)
    shut.shutdown()

    class Losing(ThreadPoolExecutor):
        def submit(self, _: Callable[..., Any], /, *__: Any, **___: Any) -> Future[Any]:  # noqa: ANN401 - as Executor
            future: Future[Any] = Future()
            future.cancel()
            future.set_running_or_notify_cancel()
            return future

    refused = list(batch.examine(many(3), executor=shut))
    lost = list(batch.examine(many(3), executor=Losing(1)))

    assert [error_of(outcome).code for outcome in (*refused, *lost)] == ["EXECUTOR"] * 6
    assert "RuntimeError" in error_of(refused[0]).message.en
    assert "CancelledError" in error_of(lost[0]).message.zh


@pytest.mark.parametrize("results", [None, [], [None] * 3, [b"junk"] * 3, [b"null\n[]\n[]\nnull"] * 3])
def test_what_an_executor_gives_is_looked_at(results: object) -> None:
    """Where its workers are, another version of the library may be installed."""

    class Other(ThreadPoolExecutor):
        def submit(self, *_: Any, **__: Any) -> Future[Any]:  # noqa: ANN401 - as Executor
            future: Future[Any] = Future()
            future.set_result(results)
            return future

    outcomes = list(batch.examine(many(3), executor=Other(1)))

    assert [error_of(outcome).code for outcome in outcomes] == ["EXECUTOR"] * 3
    assert "no result of this version" in error_of(outcomes[0]).message.en


def test_what_has_not_begun_is_taken_back() -> None:
    """When nobody wants the outcomes any more."""
    given: list[Future[Any]] = []

    class Holding(Executor):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **_: Any) -> Future[Any]:  # noqa: ANN401 - as Executor
            given.append(Future())
            if len(given) == 2:
                given[1].set_result(fn(*args))
            return given[-1]

    outcomes = batch.examine(many(80), executor=Holding(), most_tasks=3, ordered=False)
    next(outcomes)
    outcomes.close()

    assert [future.cancelled() for future in given] == [True, False]


def test_progress_is_told() -> None:
    """After each outcome: how many there are, and how many of them are errors."""
    told: list[Progress] = []

    list(batch.examine([content(), Content("b", b""), content()], progress=told.append))

    assert [(each.done, each.failed, each.cached) for each in told] == [(1, 0, 0), (2, 1, 0), (3, 1, 0)]
    assert all(each.rate == each.done / each.seconds for each in told)
    assert Progress(3, 0, 0, 0.0).rate == 0.0


def test_few_small_sources_start_no_process() -> None:
    """All cores or not: conftest lets no process be started here."""
    assert len(names(batch.examine(many(8), workers=64))) == 8


@pytest.mark.parametrize("has_affinity", [True, False])
def test_there_are_as_many_processes_as_cores(monkeypatch: pytest.MonkeyPatch, *, has_affinity: bool) -> None:
    """As many as this one may use, where the system tells; one where it tells nothing."""
    if has_affinity:
        monkeypatch.setattr("os.sched_getaffinity", lambda _: {1, 3}, raising=False)
    else:
        monkeypatch.delattr("os.sched_getaffinity", raising=False)
        monkeypatch.setattr("os.cpu_count", lambda: None)

    assert _hands.cores() == (2 if has_affinity else 1)


@pytest.mark.parametrize(
    ("wrong", "error", "said"),
    [
        ({"select": "T9"}, gd.UsageError, "the nearest is"),
        ({"format": "pdff"}, gd.UsageError, "no format 'pdff' is read"),
        ({"workers": 0}, gd.UsageError, "workers must be 1 or more, got 0"),
        ({"most_tasks": 1.5}, TypeError, "most_tasks must be a whole number, got float"),
        ({"executor": "threads"}, TypeError, "executor must be a Executor, got str"),
        ({"limits": 3}, TypeError, "limits must be a Limits, got int"),
        ({"archives": 3}, TypeError, "archives must be a ArchiveLimits, got int"),
        ({"year": "2025"}, TypeError, "year must be"),
        ({"agency": 3}, TypeError, "name must"),
        ({"roster": 3}, TypeError, "roster must be a Roster, got int"),
        ({"profile": 3}, TypeError, "profile must be a Profile, got int"),
        ({"waivers": [3]}, TypeError, "waivers"),
        ({"checks": [3]}, TypeError, "checks"),
        ({"checks": [failing, failing]}, gd.UsageError, "two checks have the code"),
        ({"previous": [3]}, TypeError, r"previous\[0\] must be an AnnualReport or a Reading, got int"),
    ],
)
def test_what_cannot_be_meant_is_said_at_once(wrong: dict[str, Any], error: type[Exception], said: str) -> None:
    """Before any source is opened."""
    with pytest.raises(error, match=said):
        batch.examine(content(), **wrong)


def test_what_is_no_source_is_said_in_its_turn() -> None:
    """With its type."""
    outcomes = batch.examine([content(), 3], workers=1)  # type: ignore[list-item]
    next(outcomes)

    with pytest.raises(TypeError, match="a source must be a path or a Content, got int"):
        next(outcomes)


def test_rules_can_be_pickled() -> None:
    """That of a module is the same rule there, though it has taken the place of its function; others are copied."""
    other = gd.rule("OWN-OTHER", "info")(_in_a_script)

    assert pickle.loads(pickle.dumps(failing)) is failing  # noqa: S301 - our own
    assert pickle.loads(pickle.dumps(other)) == other  # noqa: S301 - as above


def _in_a_script(report: gd.AnnualReport) -> Iterator[gd.Finding]:  # noqa: ARG001 - as every check
    yield gd.Finding("agency", code="OWN")


def test_checks_that_cannot_be_sent_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of the script itself, and what cannot be pickled; threads and this process take them."""
    monkeypatch.setattr(_in_a_script, "__module__", "__main__")
    monkeypatch.setattr("__main__._in_a_script", _in_a_script, raising=False)

    with pytest.raises(gd.UsageError, match="move them into a module"):
        batch.examine(content(), checks=[_in_a_script], workers=2)
    with pytest.raises(gd.UsageError, match="checks cannot be sent to other processes: "):
        batch.examine(content(), checks=[lambda _: ()], workers=2)
    with ThreadPoolExecutor(1) as threads:
        (outcome,) = batch.examine(content(), checks=[_in_a_script], executor=threads)

    assert codes(outcome) == ["OWN"]
    assert len(names(batch.examine(content(), checks=[lambda _: ()], workers=1))) == 1

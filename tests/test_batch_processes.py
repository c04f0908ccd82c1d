"""Batches in other processes: our own, which may end or never end, those of an executor, and those of Dask."""

from __future__ import annotations

import io
import multiprocessing
import os
import pickle
import shutil
import subprocess
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from support.builders import build_report
from support.docs import PAGES, ROOT, blocks
from support.own_checks import DEADLY, ENDLESS, HARMFUL_ONCE, deadly
from support.pdfs import below, drawn, raw, ruled, together

import govdisclosure as gd
from govdisclosure import batch, processes
from govdisclosure.batch import Content, _packing, _pools, _tasks, worker
from govdisclosure.batch._terms import Common, Terms
from govdisclosure.formats import Limits

pytestmark = pytest.mark.programs


@pytest.fixture(autouse=True)
def _never_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start processes for however little."""
    monkeypatch.setattr(_tasks, "FEW", 0)


def of(name: str, n: int = 0, **changes: Any) -> Content:  # noqa: ANN401 - as build_report
    """Give the report of a body."""
    report = build_report(agency=gd.Agency(name=name), **changes)
    return Content(f"{name}{n or ''}.json", gd.dumpb(report) + b" " * n)


def many(n: int) -> list[Content]:
    """Give reports, each third with an error, and one that is none."""
    wrong = {"requests.total.newly_received": 13}
    given = [of("示例县教育局", place, cells=None if place % 3 else wrong) for place in range(1, n)]
    return [*given, Content("bad", b"")]


def codes(outcomes: Any) -> list[str | None]:  # noqa: ANN401 - an iterator of outcomes
    """Give the codes of the errors."""
    return [None if outcome.error is None else outcome.error.code for outcome in outcomes]


def test_processes_of_our_own_give_what_this_one_gives() -> None:
    """In order or not, with settings and last year's reports; nothing is left of them."""
    given = many(60)
    before = threading.active_count()
    asked: dict[str, Any] = {"previous": [build_report(year=2020)], "ignore": "CELL"}
    here = list(batch.examine(given, workers=1, **asked))

    assert list(batch.examine(given, workers=2, **asked)) == here
    assert sorted(batch.examine(given, workers=2, ordered=False, **asked), key=str) == sorted(here, key=str)
    assert threading.active_count() == before


def test_a_report_that_ends_its_process_is_named(tmp_path: Path) -> None:
    """It is tried once more, alone; what one process ended over and another one does not is no error."""
    mark = tmp_path / "once"
    given = [*many(5), of(DEADLY), *many(5), of(HARMFUL_ONCE, title=str(mark)), *many(3)]

    outcomes = codes(batch.examine(given, workers=2, checks=[deadly]))

    assert outcomes == [*[None] * 4, "EMPTY", "WORKER", *[None] * 4, "EMPTY", None, *[None] * 2, "EMPTY"]
    assert mark.exists()


def test_a_report_that_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """What no clock of ours reaches has a clock outside."""
    monkeypatch.setattr(_pools, "GRACE", 1.0)
    monkeypatch.setattr(_pools, "_LOOK", 0.05)

    outcomes = batch.examine([of(ENDLESS), of("示例局")], workers=2, checks=[deadly], limits=Limits(max_seconds=2))

    assert codes(outcomes) == ["WORKER", None]


def test_processes_end_when_nobody_wants_the_outcomes() -> None:
    """At once, whatever they are at, and it is not tried again."""
    outcomes = batch.examine([of("示例局"), of(ENDLESS)] * 40, workers=2, checks=[deadly], ordered=False)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(_pools.Processes, "most_contents", 1)
        next(outcomes)
    others = [thread for thread in threading.enumerate() if thread.name.startswith("govdisclosure")]

    start = time.monotonic()
    outcomes.close()

    assert time.monotonic() - start < 30
    assert len(others) >= 2
    assert not any(thread.is_alive() for thread in others)


def test_a_process_that_begins_as_the_batch_ends_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would be at its content for as long as that takes, and nobody would end it."""
    started, begins, goes_on = processes.started, threading.Event(), threading.Event()

    def slowly(module: str) -> subprocess.Popen[bytes]:
        begins.set()
        goes_on.wait()
        return started(module)

    monkeypatch.setattr(_pools, "started", slowly)
    monkeypatch.setattr(_pools, "_LOOK", 0.05)
    pool = _pools.Processes(Common(checks=(deadly,)), 1)
    done = pool.submit(Terms(), [of(ENDLESS).content])
    begins.wait()
    closing = threading.Thread(target=pool.close, daemon=True)
    closing.start()
    while not done.running() or not pool._is_closed.is_set():  # noqa: SLF001 - what the moment depends on
        time.sleep(0.01)
    goes_on.set()
    closing.join(30)

    assert not closing.is_alive()
    assert done.result() == []


PDF = drawn(together(ruled([["规章", "1"]]), below("正文", top=600)))


def test_pdf_files_are_read_in_the_process_of_the_batch() -> None:
    """What cannot be read so is read once more in a process of its own, so that its error is that of one process."""
    given = [Content("a.pdf", PDF), Content("b.pdf", b"%PDF-1.7"), Content("c.pdf", raw(b""))]

    assert list(batch.examine(given, workers=2)) == list(batch.examine(given, workers=1))


def test_a_process_does_tasks_until_there_are_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is ready once it knows what holds for all; a PDF that can be read is read here."""
    report = _packing.packed_reading(gd.Reading(build_report()), gd.Findings())
    here: list[bool] = []

    def examined(content: bytes, terms: Terms, _: Common) -> bytes:
        here.append(not terms.limits.pdf_process)
        return report if content == PDF else b"null\n"

    monkeypatch.setattr(worker, "examined", examined)
    requests, answers = io.BytesIO(), io.BytesIO()
    processes.send(requests, b"C", pickle.dumps(Common()))
    processes.send(requests, worker.TASK, pickle.dumps((Terms(), False, [PDF, b"%PDF-", b"text"])))
    processes.send(requests, worker.TASK, pickle.dumps((Terms(), True, [PDF])))
    processes.send(requests, worker.TASK, pickle.dumps((Terms(limits=Limits(pdf_process=False)), False, [PDF])))
    worker.serve(io.BytesIO(requests.getvalue()), answers)

    answers.seek(0)
    told = list(iter(lambda: processes.receive(answers), None))
    bad = (worker.RESULT, b"null\n")
    good = (worker.RESULT, report)
    assert told == [(worker.READY, b""), good, bad, bad, good, good]
    assert here == [True, True, False, False, False, True]
    worker.serve(io.BytesIO(), answers)


def test_a_process_serves_its_standard_streams() -> None:
    """What a library prints is no answer; the terminal interrupts the parent."""
    request = io.BytesIO()
    processes.send(request, b"C", pickle.dumps(Common()))
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", _pools.MODULE], input=request.getvalue(), capture_output=True, check=True
    )

    assert processes.receive(io.BytesIO(done.stdout)) == (worker.READY, b"")


def _no_such_file(*_: object, **__: object) -> str:
    raise FileNotFoundError(2, "no such file")


@pytest.mark.parametrize("lacking", ["resource", "/proc"])
def test_memory_is_bounded_where_the_system_can(monkeypatch: pytest.MonkeyPatch, lacking: str) -> None:
    """Elsewhere, a PDF is read all the same; the bound is given back."""
    resource = pytest.importorskip("resource")
    bounds: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "setrlimit", lambda _, bound: bounds.append(bound))
    before = resource.getrlimit(resource.RLIMIT_AS)
    with worker._bounded_memory():  # noqa: SLF001 - it holds for this process
        assert len(bounds) == 1
    assert bounds[1:] == [before]
    assert bounds[0][0] > worker.MOST_MEMORY

    if lacking == "resource":
        monkeypatch.setitem(sys.modules, "resource", None)
    else:
        monkeypatch.setattr(Path, "read_text", _no_such_file)
    with worker._bounded_memory():  # noqa: SLF001
        assert len(bounds) == 2


@pytest.mark.parametrize("why", ["frozen", "no module", "no room"])
def test_where_no_process_can_be_started_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch, why: str) -> None:
    """In a program without an interpreter, or on a system that has no room for one more process."""

    def refuse(_: str) -> subprocess.Popen[bytes]:
        raise BlockingIOError(11, "no room")

    if why == "frozen":
        monkeypatch.setattr(sys, "frozen", True, raising=False)
    elif why == "no module":
        monkeypatch.setattr(_pools, "MODULE", "govdisclosure.batch.nowhere")
    else:
        monkeypatch.setattr(_pools, "started", refuse)

    assert list(batch.examine(many(9), workers=2)) == list(batch.examine(many(9), workers=1))


def test_a_suspect_for_whom_there_is_no_process_is_not_tried_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would end this one."""
    began: list[str] = []

    def one_only(module: str) -> subprocess.Popen[bytes]:
        began.append(module)
        if len(began) > 1:
            raise BlockingIOError(11, "no room")
        return processes.started(module)

    monkeypatch.setattr(_pools, "started", one_only)

    assert codes(batch.examine(of(DEADLY), workers=2, checks=[deadly])) == ["WORKER"]


def test_a_script_needs_no_guard(tmp_path: Path) -> None:
    """Our own processes do not run it once more."""
    for place, each in enumerate(many(40)):
        (tmp_path / f"{place}.json").write_bytes(each.content)
    script = tmp_path / "script.py"
    script.write_text(
        "from govdisclosure import batch\n"
        "from govdisclosure.batch import _tasks\n"
        "_tasks.FEW = 0\n"
        f"print(sum(outcome.is_read for outcome in batch.examine({str(tmp_path)!r}, workers=2)))\n",
        encoding="utf-8",
    )

    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)  # noqa: S603 - our own script

    assert (done.stdout, done.stderr, done.returncode) == ("39\n", "", 0)


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_an_executor_of_processes_gives_what_this_one_gives(method: str) -> None:
    """However it starts them; when it breaks, the rest ends as errors."""
    given = many(40)
    with ProcessPoolExecutor(2, multiprocessing.get_context(method)) as executor:
        assert list(batch.examine(given, executor=executor)) == list(batch.examine(given, workers=1))
        broken = list(batch.examine([of(DEADLY), *given], executor=executor, checks=[deadly], most_tasks=1))

    assert set(codes(broken)) == {"EXECUTOR"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_script_of_the_page_on_dask_runs(tmp_path: Path, language: str) -> None:
    """As it stands there."""
    (page,) = (page for page in PAGES if page.parts[-3:] == (language, "howto", "dask.md"))
    (script,) = blocks(page, 'python title="cluster.py"')
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "cluster.py").write_text(script, encoding="utf-8")

    done = subprocess.run([sys.executable, "cluster.py"], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (done.stdout, done.returncode) == ("[2]\n", 0), done.stderr


@pytest.mark.filterwarnings("ignore")  # Those of Dask and of what it stands on are not ours.
def test_dask_gives_what_this_process_gives() -> None:
    """Two workers on this machine, by the executor that Dask gives, as it is."""
    distributed = pytest.importorskip("distributed")
    given = many(60)
    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50
    )
    with cluster, distributed.Client(cluster) as client:
        outcomes = list(batch.examine(given, executor=client.get_executor()))
        pids = set(client.run(os.getpid).values())

    assert outcomes == list(batch.examine(given, workers=1))
    assert len(pids - {os.getpid()}) == 2

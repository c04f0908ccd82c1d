"""The process in which pdfium runs: kept, bounded, started again after it was ended, no burden to a program."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.pdfs import below, drawn, raw, ruled, seen, stream, together

import govdisclosure as gd
from govdisclosure import processes
from govdisclosure.form.blocks import Paragraph
from govdisclosure.formats import Limits
from govdisclosure.formats.pdf import _pages, _process
from govdisclosure.formats.pdf.read import read
from govdisclosure.pdfium import messages, pages, worker
from govdisclosure.pdfium.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.programs

TEXT = b"BT /F1 10 Tf 100 100 Td (1) Tj ET"
SOUND = drawn(
    together(ruled([["规章", "1"], ["行政许可", "8"]]), below("正文", top=600)), below("第二页"), title="标题"
)
HERE = Limits(pdf_process=False)
ENDLESS = raw(
    b"/X Do",
    resources=b"/XObject << /X 6 0 R >>",
    others=[
        stream(
            b"/X Do " * 12,
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>" % (number + 1),
        )
        for number in range(6, 20)
    ],
)
"""Forms that draw each other: twelve times twelve times twelve …"""


def running() -> subprocess.Popen[bytes]:
    """Give the process that is kept."""
    kept = _pages._pdfium._worker  # noqa: SLF001 - nobody else is to know it
    assert kept is not None
    return kept.process


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Begin and end without a process."""
    _pages._pdfium.end()  # noqa: SLF001 - as at the end of a program
    yield
    _pages._pdfium.end()  # noqa: SLF001


def test_the_process_is_kept() -> None:
    """The second file does not wait for it to start."""
    first, one = read(SOUND), running().pid
    second, other = read(SOUND), running().pid

    assert first == second
    assert one == other


def test_with_and_without_a_process_the_same_is_read() -> None:
    """And refused for the same reason."""
    assert read(SOUND, HERE) == read(SOUND)
    for content, code in (
        (b"%PDF-1.7", "PDF-DAMAGED"),
        (raw(b""), "SCANNED"),
        (drawn(*[below("甲")] * 201), "BEYOND-LIMIT"),
    ):
        for limits in (Limits(), HERE):
            with pytest.raises(gd.ReadError) as caught:
                read(content, limits)
            assert caught.value.code == code


@pytest.mark.parametrize("error", [OverflowError, MemoryError, KeyError, ValueError])
def test_without_a_process_damage_ends_in_a_read_error(error: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    """As it does if the process ends by it."""

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(Document, "pages", fail)
    with pytest.raises(gd.ReadError) as caught:
        read(SOUND, HERE)
    assert caught.value.code == "PDF-DAMAGED"


def test_without_a_process_the_clock_is_looked_at_between_pages() -> None:
    """One page is read, however long it takes."""
    with pytest.raises(gd.ReadError) as caught:
        read(SOUND, Limits(pdf_process=False, max_seconds=1e-9))

    assert caught.value.code == "BEYOND-LIMIT"


def test_a_process_that_takes_too_long_is_ended() -> None:
    """Within the time and a second; the next file is read by another."""
    read(SOUND)
    process = running()
    began = time.monotonic()

    with pytest.raises(gd.ReadError) as caught:
        read(ENDLESS, Limits(max_seconds=0.5))

    assert caught.value.code in {"BEYOND-LIMIT", "PDF-DAMAGED", "PDF-MEMORY"}
    assert time.monotonic() - began < 1.5
    assert process.returncode is not None
    assert seen(raw(TEXT)) == ["1"]


def test_what_takes_too_long_behind_the_pages_is_ended_as_well() -> None:
    """Whoever takes it."""
    read(SOUND)
    kept = _pages._pdfium._worker  # noqa: SLF001
    assert kept is not None

    with pytest.raises(gd.ReadError) as caught:
        kept.read(SOUND, Limits(), Limits(max_seconds=1).clock(), lambda _: time.sleep(1.1))
    assert caught.value.code == "BEYOND-LIMIT"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows bounds no memory of a process so")
def test_a_process_that_takes_too_much_memory_is_ended() -> None:
    """Nothing of it reaches the program."""
    bomb = stream(b"0 0 m 9 9 l S " * 6_000_000, packed=True)

    with pytest.raises(gd.ReadError) as caught:
        read(raw(b"", others=[bomb]).replace(b"/Contents 4 0 R", b"/Contents 6 0 R"), Limits(max_seconds=20))

    assert caught.value.code == "PDF-MEMORY"
    assert "320 MB" in str(caught.value)
    assert seen(raw(TEXT)) == ["1"]


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL] if hasattr(signal, "SIGKILL") else [signal.SIGTERM])
def test_a_process_that_was_ended_is_started_again(end: signal.Signals) -> None:
    """By whatever: the one that lacks memory is not always the one that took it."""
    read(SOUND)
    one = running()
    os.kill(one.pid, end)
    one.wait()

    assert read(SOUND) == read(SOUND, HERE)
    assert running().pid != one.pid


def test_a_process_that_ends_while_it_reads_is_a_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file was its end, for all that is known."""
    read(SOUND)
    process = running()

    def end(*_: object) -> None:
        process.kill()
        process.wait()

    monkeypatch.setattr(_process.Worker, "_send", end)
    with pytest.raises(gd.ReadError) as caught:
        read(SOUND)
    assert caught.value.code == "PDF-DAMAGED"


def test_a_file_that_cannot_be_sent_is_a_damaged_file() -> None:
    """The process ends in the moment in which it is asked."""
    read(SOUND)
    kept = _pages._pdfium._worker  # noqa: SLF001
    assert kept is not None
    kept.process.kill()
    kept.process.wait()

    with pytest.raises(gd.ReadError) as caught, processes.Killer(kept.process, 9):
        kept.read(SOUND, Limits(), Limits().clock(), lambda _: None)
    assert caught.value.code == "PDF-DAMAGED"


def test_nonsense_is_a_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process in which a file has come to power says what it likes."""
    for answer in (
        b"",
        b"x",
        b"P" + bytes(8),
        b"P\xff\xff\xff\xff\xff\xff\xff\x7f",
        messages_of(b"?"),
        messages_of(b"P"),
    ):
        read(SOUND)
        kept = _pages._pdfium._worker  # noqa: SLF001
        assert kept is not None
        kept._answers.close()  # noqa: SLF001 - what it says itself
        monkeypatch.setattr(kept, "_answers", io.BytesIO(answer))
        with pytest.raises(gd.ReadError) as caught:
            read(SOUND)
        assert caught.value.code == "PDF-DAMAGED"


def messages_of(kind: bytes) -> bytes:
    """Give a message of a kind that holds nothing that is of use."""
    answers = io.BytesIO()
    processes.send(answers, kind, b'{"page": [1, 2, 3, 4], "text": "12", "counts": [1, 0, 0, 0]}\n')
    return answers.getvalue()


def test_eight_threads_read_one_after_the_other() -> None:
    """Two never enter pdfium; 8 of them end it, and the program, in a moment."""
    for limits in (Limits(), HERE):
        inside = threading.Lock()

        def one(_: int, limits: Limits = limits, inside: threading.Lock = inside) -> object:
            blocks = read(SOUND, limits)
            with inside:
                return blocks

        with ThreadPoolExecutor(8) as pool:
            outcomes = list(pool.map(one, range(48)))
        assert outcomes == [read(SOUND, HERE)] * 48


def test_where_no_process_can_be_started_pdfium_runs_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a frozen program, which would start itself; and where what is started is no Python."""
    monkeypatch.setattr(_pages, "_pdfium", frozen := _pages._Pdfium())  # noqa: SLF001
    monkeypatch.setattr(frozen, "_cannot_start", True)
    assert seen(raw(TEXT)) == ["1"]

    monkeypatch.setattr(_process, "MODULE", "govdisclosure.pdfium.worker.nowhere")
    monkeypatch.setattr("conftest._OWN", _process.MODULE)
    monkeypatch.setattr(_pages, "_pdfium", _pages._Pdfium())  # noqa: SLF001
    assert seen(raw(TEXT)) == ["1"]
    assert seen(raw(TEXT)) == ["1"]


def test_a_process_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has a moment to do so by itself."""
    monkeypatch.setattr(_process, "TIME_TO_END", 0)
    read(SOUND)
    process = running()

    _pages._pdfium.end()  # noqa: SLF001

    assert process.returncode is not None


def test_a_fork_forgets_the_process_of_its_parent() -> None:
    """It closes its ends of the pipes, and starts its own when it needs one."""
    forked = _pages._Pdfium()  # noqa: SLF001
    forked.forget()
    mine = forked.worker()
    assert mine is not None
    pid = mine.process.pid

    forked.forget()

    other = forked.worker()
    assert other is not None
    assert other.process.pid != pid
    # Nobody holds the other ends of its pipes: it ends.
    assert os.waitpid(pid, 0)[0] == pid
    forked.end()


def test_the_worker_answers_until_nobody_asks() -> None:
    """A page at a time, the title at the end, or why it refuses."""
    requests, answers = io.BytesIO(), io.BytesIO()
    for content, most in ((SOUND, 200), (SOUND, 1), (b"%PDF-1.7", 200)):
        processes.send(requests, messages.READ, messages.Request(most, 300_000, content).packed())
    requests.seek(0)

    worker.serve(requests, answers)

    answers.seek(0)
    kinds = []
    while (message := processes.receive(answers)) is not None:
        kinds.append((message[0], message[1] if message[0] != messages.PAGE else pages.unpacked(message[1]).number))
    assert kinds == [
        (messages.READY, b""),
        (messages.PAGE, 1),
        (messages.PAGE, 2),
        (messages.END, "标题".encode()),
        (messages.REFUSED, b"max_pages"),
        (messages.REFUSED, b"PDF-DAMAGED"),
    ]


def test_the_worker_says_that_it_lacks_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once what took it is given back."""

    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(Document, "pages", fail)
    requests, answers = io.BytesIO(), io.BytesIO()
    processes.send(requests, messages.READ, messages.Request(9, 9, SOUND).packed())
    requests.seek(0)

    worker.serve(requests, answers)

    answers.seek(0)
    assert [processes.receive(answers), processes.receive(answers)] == [
        (messages.READY, b""),
        (messages.REFUSED, b"PDF-MEMORY"),
    ]


def test_a_process_that_lacked_memory_is_not_used_again() -> None:
    """What it holds is not known."""
    read(SOUND)
    kept = _pages._pdfium._worker  # noqa: SLF001
    assert kept is not None
    refusal = io.BytesIO()
    processes.send(refusal, messages.REFUSED, b"PDF-MEMORY")
    refusal.seek(0)
    kept._answers.close()  # noqa: SLF001 - what it says itself
    kept._answers = refusal  # noqa: SLF001 - as above

    with pytest.raises(gd.ReadError) as caught:
        read(SOUND)

    assert caught.value.code == "PDF-MEMORY"
    assert kept.process.returncode is not None
    assert read(SOUND) == read(SOUND, HERE)


class FakeResource:
    """Stands in for the module of that name, and for none of it on Windows."""

    RLIMIT_AS = 9

    def __init__(self, bounds: list[object]) -> None:
        self._bounds = bounds

    def getrlimit(self, _: int) -> tuple[int, int]:
        """Give no bounds."""
        return (-1, -1)

    def setrlimit(self, *bound: object) -> None:
        """Remember a bound."""
        self._bounds.append(bound)


def test_the_worker_bounds_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Its memory, as far as the system can; what is printed is no answer; it leaves interrupts to its parent."""
    bounds: list[object] = []
    signals: list[object] = []
    monkeypatch.setattr(signal, "signal", lambda *args: signals.append(args))
    requests = tmp_path / "requests"
    requests.write_bytes(b"")
    monkeypatch.setitem(sys.modules, "resource", FakeResource(bounds))
    for _ in range(2):
        with (
            requests.open("rb") as asked,
            (tmp_path / "answers").open("wb") as told,
            (tmp_path / "log").open("wb") as log,
        ):
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(asked))
            monkeypatch.setattr(sys, "stdout", told)
            monkeypatch.setattr(sys, "stderr", log)
            worker.main()
        assert (tmp_path / "answers").read_bytes()[:1] == messages.READY
        monkeypatch.setitem(sys.modules, "resource", None)

    assert signals == [(signal.SIGINT, signal.SIG_IGN)] * 2
    assert bounds == [(9, (messages.MOST_MEMORY, -1))]


SCRIPT = """
import pathlib, sys, govdisclosure.formats.pdf.read as pdf
content = pathlib.Path(sys.argv[1]).read_bytes()
{}
"""
FORK = """
import multiprocessing, os
def work(number):
    return len(pdf.read(content)), os.getpid()
pdf.read(content)
context = multiprocessing.get_context("fork")
with context.Pool(2) as pool:
    print(sorted(set(size for size, _ in pool.map(work, range(6)))), end="")
print(len(pdf.read(content)))
"""
CHILD = """
import os
pdf.read(content)
if os.fork() == 0:
    assert len(pdf.read(content)) == 4
    os._exit(0)
assert os.wait()[1] == 0
print(len(pdf.read(content)))
"""
IDLE = """
print(len(pdf.read(content)))
from govdisclosure.formats.pdf._pages import _pdfium
print(_pdfium._worker.process.pid)
"""


def run(body: str, content: bytes, tmp_path: Path) -> str:
    """Run a script that has no ``__main__`` guard, elsewhere; give what it prints."""
    script, file = tmp_path / "script.py", tmp_path / "report.pdf"
    script.write_text(SCRIPT.format(body), encoding="utf-8")
    file.write_bytes(content)
    command = [sys.executable, "-W", "error", str(script), str(file)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=tmp_path)  # noqa: S603 - ours
    assert done.stderr == ""
    return done.stdout


def test_a_script_needs_no_guard_and_leaves_nothing_behind(tmp_path: Path) -> None:
    """The process ends with it."""
    count, pid = run(IDLE, SOUND, tmp_path).split()

    assert count == "4"
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid), 0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks here")
def test_forks_and_the_workers_of_a_pool_have_a_process_of_their_own(tmp_path: Path) -> None:
    """Though theirs, daemons, may have no children by multiprocessing."""
    assert run(FORK, SOUND, tmp_path) == "[4]4\n"
    assert run(CHILD, SOUND, tmp_path) == "4\n"


def test_the_process_ends_when_its_program_is_killed(tmp_path: Path) -> None:
    """It reads the end of its input then."""
    script, file = tmp_path / "script.py", tmp_path / "report.pdf"
    script.write_text(SCRIPT.format(IDLE + "import time; sys.stdout.flush(); time.sleep(60)"), encoding="utf-8")
    file.write_bytes(SOUND)
    with subprocess.Popen([sys.executable, str(script), str(file)], stdout=subprocess.PIPE, text=True) as program:  # noqa: S603 - ours
        assert program.stdout is not None
        _, pid = program.stdout.readline(), int(program.stdout.readline())
        program.kill()
        program.wait()

    for _ in range(100):
        if not Path(f"/proc/{pid}").exists():
            return
        time.sleep(0.05)
    pytest.fail("the process lives on")


def test_a_page_is_packed_and_unpacked() -> None:
    """Nothing of it is lost, and what is none is told."""
    page = pages.SeenPage(
        *(3, 595.5, 842.0, 7),
        chars=[pages.Char("政", 1.5, 11.5, 2.0, 12.0, 10.0, 10.0), pages.Char("\U00020000", 1, 2, 3, 4, 5, 6)],
        edges=[pages.Edge(True, 1.0, 2.0, 3.0), pages.Edge(False, 4.0, 5.0, 6.0)],  # noqa: FBT003 - across, and down
        pictures=[pages.Box(1.0, 2.0, 3.0, 4.0)],
        shapes=[pages.Box(5.0, 6.0, 7.0, 8.0), pages.Box(9.0, 1.0, 9.5, 2.0)],
    )

    assert pages.unpacked(pages.packed(page)) == page
    assert read(raw(TEXT)) == [Paragraph("1")]
    with pytest.raises(ValueError, match="this is no page"):
        pages.unpacked(pages.packed(page) + bytes(8))

"""
What is seen on the pages of a PDF: asked of pdfium, which runs in a process of its own, or in this one.

pdfium is never entered by two threads. The process is started when it is first needed, kept, and started again after
it was ended; it ends with this one. A fork of this process starts its own.
"""

from __future__ import annotations

import atexit
import os
import threading
from contextlib import ExitStack, suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from govdisclosure.errors import MissingDependency, ReadError
from govdisclosure.form.wording import problem
from govdisclosure.formats._limits import Limits, beyond
from govdisclosure.formats.pdf._process import Worker
from govdisclosure.pdfium.messages import RefusedError
from govdisclosure.processes import can_start

if find_spec("pypdfium2") is None:
    raise MissingDependency("pdf", "PDF")

if TYPE_CHECKING:
    from collections.abc import Callable

    from govdisclosure.form.clock import Clock
    from govdisclosure.pdfium.pages import SeenPage

_NO_BOUNDS: Final = frozenset({"ENCRYPTED", "PDF-DAMAGED"})


def pages_of(content: bytes, limits: Limits, clock: Clock, take: Callable[[SeenPage], None]) -> str:
    """
    Hand over what is seen on each page of a file, in turn.

    Returns:
        The title that the file states of itself.

    Raises:
        ReadError: If the file is damaged, locked, or beyond a bound.
    """
    with ExitStack() as turn:
        with clock.stopped():
            turn.enter_context(_pdfium.lock)
            worker = _pdfium.worker() if limits.pdf_process else None
        try:
            if worker is None:
                return _read_here(content, limits, clock, take)
            return _pdfium.ask(worker, content, limits, clock, take)
        except RefusedError as error:
            raise _problem(error.code, limits) from error


def _problem(code: str, limits: Limits) -> ReadError:
    if code in _NO_BOUNDS:
        return problem(code)
    return beyond(limits, code)


def _read_here(content: bytes, limits: Limits, clock: Clock, take: Callable[[SeenPage], None]) -> str:
    """Read a file in this process: nothing ends what a page takes, but between pages the clock is looked at."""
    from govdisclosure.pdfium.document import Document  # noqa: PLC0415 - loads pdfium

    try:
        document = Document(content)
        try:
            for page in document.pages(limits.max_pages, limits.max_marks):
                take(page)
                clock.check()
            return document.title
        finally:
            document.close()
    # Numbers without end, and what else a process of its own would have ended by.
    except (ArithmeticError, LookupError, MemoryError, ValueError) as error:
        raise RefusedError("PDF-DAMAGED") from error


class _Pdfium:
    """The process in which pdfium runs, and who may speak to it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self._worker: Worker | None = None
        self._cannot_start = not can_start()

    def worker(self) -> Worker | None:
        """Give the process, started if need be; None where none can be: in a frozen program, or an embedded one."""
        if self._worker is not None and self._worker.is_alive:
            return self._worker
        self.end()
        if self._cannot_start:
            return None
        self._worker = Worker()
        if not self._worker.is_ready():
            self._cannot_start = True
            self.end()
        return self._worker

    def ask(
        self, worker: Worker, content: bytes, limits: Limits, clock: Clock, take: Callable[[SeenPage], None]
    ) -> str:
        """Read a file; if that is broken off, the process is ended, since it may still be at it."""
        try:
            return worker.read(content, limits, clock, take)
        except RefusedError:
            raise
        except BaseException:
            worker.kill()
            raise

    def end(self) -> None:
        """End the process."""
        if self._worker is not None:
            self._worker.end()
            self._worker = None

    def forget(self) -> None:
        """Begin anew in a fork: the process belongs to the parent, and a thread that held the lock is not here."""
        if self._worker is not None:
            self._worker.let_go()
            # It is no child of this process, and nothing is to be said of it.
            self._worker.process.returncode = 0
        self._worker = None
        self.lock = threading.Lock()


_pdfium: Final = _Pdfium()
atexit.register(_pdfium.end)
with suppress(AttributeError):  # Windows has no forks.
    os.register_at_fork(after_in_child=_pdfium.forget)

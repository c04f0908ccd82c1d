"""Who does the work: this process, processes of our own, or an executor of the caller's."""

from __future__ import annotations

import pickle
import threading
import time
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Final, Protocol

from govdisclosure.batch._failures import failure
from govdisclosure.batch._packing import is_whole, packed_failure
from govdisclosure.batch._work import work
from govdisclosure.batch.codes import EXECUTOR, WORKER
from govdisclosure.batch.worker import READY, RESULT, TASK
from govdisclosure.processes import Killer, can_start, receive, send, started

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govdisclosure.batch._terms import Common, Terms

MODULE: Final = "govdisclosure.batch.worker"

TIME_TO_START: Final = 60.0
"""Seconds that a process has to begin: it takes half of one, and longer where many begin at once."""

GRACE: Final = 10.0
"""
Seconds beyond those of the reading that a process has for a content before it is ended.

To check a report takes thousandths of one.
"""

_LOOK: Final = 0.5
"""Seconds between two looks at who is at one content for too long."""

_COMMON: Final = b"C"


class Pool(Protocol):
    """
    Who does tasks.

    Attributes:
        most_tasks: How many tasks may be given to it at a time.
        most_contents: How many contents may be in a task.
    """

    most_tasks: int
    most_contents: int

    def submit(self, terms: Terms, contents: Sequence[bytes]) -> Future[list[bytes]]:
        """Give a task; its result is what became of each content, and it never fails."""
        ...

    def close(self) -> None:
        """End what goes on; nothing is left of it."""
        ...


class Here:
    """This process, which does each task as it is given."""

    most_tasks = 1
    most_contents = 1

    def __init__(self, common: Common) -> None:
        self._common = common

    def submit(self, terms: Terms, contents: Sequence[bytes]) -> Future[list[bytes]]:
        """Do a task."""
        done: Future[list[bytes]] = Future()
        done.set_result(work(terms, self._common, contents))
        return done

    def close(self) -> None:
        """Do nothing."""


class Others:
    """An executor of the caller's, which outlives the batch; what it cannot do ends as errors."""

    most_contents = 16

    def __init__(self, executor: Executor, common: Common, most_tasks: int) -> None:
        self._executor = executor
        self._common = common
        self.most_tasks = most_tasks
        self._given: set[Future[list[bytes]]] = set()

    def submit(self, terms: Terms, contents: Sequence[bytes]) -> Future[list[bytes]]:
        """Give a task to the executor."""
        answer: Future[list[bytes]] = Future()
        try:
            given = self._executor.submit(work, terms, self._common, list(contents))
        except Exception as error:  # noqa: BLE001 - broken, shut down, or whatever its maker thought of
            answer.set_result(_all_failed(contents, error))
            return answer
        self._given.add(given)

        def pass_on(done: Future[list[bytes]]) -> None:
            self._given.discard(done)
            answer.set_result(_result_of(done, contents))

        given.add_done_callback(pass_on)
        return answer

    def close(self) -> None:
        """Take back what has not begun."""
        for given in list(self._given):
            given.cancel()


def _result_of(done: Future[list[bytes]], contents: Sequence[bytes]) -> list[bytes]:
    try:
        return _of_this_version(done.result(), len(contents))
    except BaseException as error:  # noqa: BLE001 - a cancelled task, a broken pool
        return _all_failed(contents, error)


def _of_this_version(results: object, n: int) -> list[bytes]:
    """Refuse what is no result: where an executor has its workers, another version of the library may be installed."""
    given = results if isinstance(results, list) else []
    if len(given) != n or not all(isinstance(each, bytes) and is_whole(each) for each in given):
        raise ValueError("it is no result of this version of the library")
    return given


def _all_failed(contents: Sequence[bytes], error: BaseException) -> list[bytes]:
    told = failure(EXECUTOR, what=f"{type(error).__name__}: {error}")
    return [packed_failure(told)] * len(contents)


class _EndedError(Exception):
    """A process has ended, or was ended, while it was at a content."""


class _Worker:
    """A process of our own that does tasks, used by one thread."""

    def __init__(self, common: bytes) -> None:
        self.process = started(MODULE)
        self.deadline: float | None = None
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self._requests: IO[bytes] = self.process.stdin
        self._answers: IO[bytes] = self.process.stdout
        self._send(_COMMON, common)

    def is_ready(self) -> bool:
        """Wait until it has begun; tell whether it has."""
        with Killer(self.process, TIME_TO_START):
            message = receive(self._answers)
        return message is not None and message[0] == READY

    def results(self, terms: Terms, contents: Sequence[bytes], *, is_alone: bool = False) -> Iterator[bytes]:
        """
        Give what became of each content, as soon as that is known.

        Raises:
            _EndedError: If the process ends, or talks nonsense.
        """
        self._send(TASK, pickle.dumps((terms, is_alone, list(contents))))
        for _ in contents:
            self.deadline = time.monotonic() + terms.limits.max_seconds + GRACE
            message = receive(self._answers)
            self.deadline = None
            if message is None or message[0] != RESULT or not is_whole(message[1]):
                raise _EndedError
            yield message[1]

    def _send(self, kind: bytes, data: bytes) -> None:
        """Send something; that the process has ended is seen when it does not answer."""
        with suppress(OSError):
            send(self._requests, kind, data)

    def end(self) -> None:
        """End it at once."""
        for stream in (self._requests, self._answers):
            with suppress(OSError):
                stream.close()
        self.process.kill()
        self.process.wait()


class Processes:
    """
    Processes of our own, started when there is something to do, and started again when one ends.

    What a process was at when it ended is tried once more, alone, by a new one. If that ends as well, it is named.

    Args:
        common: What holds for all.
        n: How many processes there are at most.
    """

    most_contents = 16

    def __init__(self, common: Common, n: int) -> None:
        self.most_tasks = 2 * n
        self._common = common
        self._packed = pickle.dumps(common)
        self._cannot_start = not can_start()
        self._threads = ThreadPoolExecutor(n, "govdisclosure-batch")
        self._of_thread = threading.local()
        self._workers: list[_Worker] = []
        self._is_closed = threading.Event()
        self._is_over = threading.Event()
        self._watch = threading.Thread(target=self._look, name="govdisclosure-watch", daemon=True)
        self._watch.start()

    def submit(self, terms: Terms, contents: Sequence[bytes]) -> Future[list[bytes]]:
        """Give a task to the next process that has nothing to do."""
        return self._threads.submit(self._done, terms, contents)

    def _done(self, terms: Terms, contents: Sequence[bytes]) -> list[bytes]:
        """Do a task in the process of this thread."""
        results: list[bytes] = []
        while len(results) < len(contents):
            left = contents[len(results) :]
            worker = self._worker()
            if self._is_closed.is_set():
                break
            if worker is None:
                return results + work(terms, self._common, left)
            try:
                for result in worker.results(terms, left):
                    results.append(result)  # noqa: PERF402 - those that came before it ended are kept
            except _EndedError:
                self._dismiss(worker)
                if self._is_closed.is_set():
                    break
                results.append(self._alone(terms, contents[len(results)]))
        return results

    def _alone(self, terms: Terms, suspect: bytes) -> bytes:
        worker = self._worker()
        if worker is not None:
            with suppress(_EndedError):
                return next(worker.results(terms, [suspect], is_alone=True))
            self._dismiss(worker)
        return packed_failure(failure(WORKER))

    def _worker(self) -> _Worker | None:
        """Give the process of this thread, started if need be; None where none can be."""
        worker: _Worker | None = getattr(self._of_thread, "worker", None)
        if worker is not None or self._cannot_start:
            return worker
        try:
            worker = _Worker(self._packed)
        except OSError:  # There is no room for one more process.
            return None
        self._workers.append(worker)
        if worker.is_ready():
            self._of_thread.worker = worker
            return worker
        # What is called the interpreter here is none: a program that has Python inside.
        self._cannot_start = not self._is_closed.is_set()
        self._dismiss(worker)
        return None

    def _dismiss(self, worker: _Worker) -> None:
        self._of_thread.worker = None
        worker.end()
        self._workers.remove(worker)

    def _look(self) -> None:
        """End processes that are at one content for too long, and those that begin when nobody wants them any more."""
        while not self._is_over.wait(_LOOK):
            for worker in list(self._workers):
                is_late = worker.deadline is not None and worker.deadline < time.monotonic()
                if is_late or self._is_closed.is_set():
                    worker.process.kill()

    def close(self) -> None:
        """End the processes, whatever they are at."""
        self._is_closed.set()
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in list(self._workers):
            worker.process.kill()
        self._threads.shutdown()
        self._is_over.set()
        self._watch.join()
        for worker in self._workers:
            worker.end()
        self._workers.clear()

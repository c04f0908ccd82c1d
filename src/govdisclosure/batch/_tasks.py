"""The way of a batch: contents to tasks, so many at a time, and back to outcomes, in their order or as they come."""

from __future__ import annotations

from collections import deque
from concurrent.futures import FIRST_COMPLETED, Future, wait
from itertools import chain
from typing import TYPE_CHECKING, Final

from attrs import define, field

from govdisclosure.batch._outcome import Outcome
from govdisclosure.batch._terms import Terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govdisclosure.batch._pools import Pool

MOST_BYTES: Final = 128 * 1024
"""
Bytes of the contents of a task, if it has more than one.

A dozen documents of JSON, two web pages, one PDF: enough for it to be worth sending, little enough for all to end at
about the same time.
"""

WAITING: Final = 8
"""For each task that may be under way, so many can be done and wait for one that was given before them."""

SMALL: Final = 512 * 1024
FEW: Final = 16
"""Bytes of all contents, and how many tasks, up to which it is not worth while to start a process."""


@define
class Job:
    """
    One content on its way.

    Args:
        name: What its outcome is called by.
        terms: What holds for it.
        digest: That of the content; None if there is none.
        key: The key under which what became of it is kept; None if nothing is.
        content: The content, until it is done.
        packed: What became of it, once that is known.
        is_cached: Whether the cache knew it.
    """

    name: str
    terms: Terms
    digest: str | None = None
    key: str | None = None
    content: bytes | None = None
    packed: bytes | None = None
    is_cached: bool = False

    @property
    def outcome(self) -> Outcome:
        """What became of it."""
        assert self.packed is not None, "it is done"
        return Outcome(self.name, self.digest, self.packed, self.is_cached)


@define(eq=False)
class Task:
    """
    Some contents that go together, and among them those of which it is known what became of them.

    Args:
        jobs: These, in their order.
        future: What will become of those that are left to do; None if there are none, or it has not been given.
    """

    jobs: list[Job] = field(factory=list)
    future: Future[list[bytes]] | None = None

    @property
    def to_do(self) -> list[Job]:
        """The jobs that are not done."""
        return [job for job in self.jobs if job.packed is None]

    @property
    def size(self) -> int:
        """Bytes of the contents that are not done."""
        return sum(len(job.content or b"") for job in self.to_do)

    @property
    def is_done(self) -> bool:
        """Whether there is nothing to wait for."""
        return self.future is None or self.future.done()

    def takes(self, job: Job) -> bool:
        """Tell whether one more job belongs to it."""
        to_do = self.to_do
        if job.packed is not None or not to_do:
            return True
        return to_do[0].terms == job.terms and self.size + len(job.content or b"") <= MOST_BYTES

    def begin(self, pool: Pool) -> None:
        """Give to a pool what is left to do."""
        to_do = self.to_do
        if to_do:
            self.future = pool.submit(to_do[0].terms, [job.content or b"" for job in to_do])

    def finished(self) -> list[Job]:
        """Wait for what is left to do, and give all jobs."""
        if self.future is not None:
            for job, packed in zip(self.to_do, self.future.result(), strict=True):
                job.packed, job.content = packed, None
        return self.jobs


def tasks(jobs: Iterator[Job], most_contents: int) -> Iterator[Task]:
    """Put contents that follow each other into tasks."""
    task = Task()
    for job in jobs:
        if task.jobs and not task.takes(job):
            yield task
            task = Task()
        task.jobs.append(job)
        if len(task.jobs) == most_contents:
            yield task
            task = Task()
    if task.jobs:
        yield task


def is_small(given: Iterator[Task]) -> tuple[bool, Iterator[Task]]:
    """Tell whether there is so little to do that no process is worth starting; give the tasks, all of them still."""
    begun: list[Task] = []
    size = 0
    for task in given:
        begun.append(task)
        size += task.size
        if size > SMALL or len(begun) > FEW:
            return False, chain(begun, given)
    return True, iter(begun)


def done(given: Iterator[Task], pool: Pool, *, ordered: bool) -> Iterator[Job]:
    """
    Do tasks, so many at a time as a pool takes, and give their jobs.

    Args:
        given: The tasks; as many are asked for as can be under way.
        pool: Who does them.
        ordered: Whether jobs come in their order; otherwise as they are done.
    """
    waiting: deque[Task] = deque()
    for task in given:
        task.begin(pool)
        waiting.append(task)
        yield from _finished(waiting, pool.most_tasks, ordered=ordered)
    while waiting:
        yield from _finished(waiting, 1, ordered=ordered)


def _finished(waiting: deque[Task], most: int, *, ordered: bool) -> Iterator[Job]:
    """Give the jobs of tasks that are done, until fewer than so many are under way."""
    while True:
        for task in _ready(waiting, ordered=ordered):
            waiting.remove(task)
            yield from task.finished()
        under_way = [task.future for task in waiting if task.future is not None and not task.future.done()]
        has_room = len(under_way) < most
        if has_room and len(waiting) < WAITING * most:
            return
        # Whoever is done makes room, but where too much waits for the first, it is the first.
        wait(under_way if not has_room or not ordered else under_way[:1], return_when=FIRST_COMPLETED)


def _ready(waiting: deque[Task], *, ordered: bool) -> Sequence[Task]:
    if not ordered:
        return [task for task in waiting if task.is_done]
    ready = []
    for task in waiting:
        if not task.is_done:
            break
        ready.append(task)
    return ready

"""Examining a batch: sources made into outcomes."""

from __future__ import annotations

import hashlib
import os
import time
import warnings
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from contextlib import ExitStack
from typing import TYPE_CHECKING, TypeVar

from attrs import frozen

from govdisclosure.batch._archive import ArchiveLimits
from govdisclosure.batch._asked import Asked, SettingsOf, try_out
from govdisclosure.batch._cache import Cache
from govdisclosure.batch._hands import MOST_TASKS, Hands, cores
from govdisclosure.batch._packing import failure_in, is_of_report, packed_failure
from govdisclosure.batch._previous import Previous
from govdisclosure.batch._progress import Progress
from govdisclosure.batch._sources import Content, Source, items
from govdisclosure.batch._tasks import Job, done
from govdisclosure.batch._terms import Common, Keys, Terms
from govdisclosure.errors import UsageError
from govdisclosure.formats import FORMATS, Limits
from govdisclosure.rosters import Roster

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from govdisclosure.batch._contents import Item
    from govdisclosure.batch._outcome import Outcome
    from govdisclosure.checks import Check
    from govdisclosure.model.notes import Reading
    from govdisclosure.model.profile import Profile
    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.waivers import Waiver
    from govdisclosure.settings import Settings

_T = TypeVar("_T")


def examine(  # noqa: PLR0913 - each is a choice of its own
    sources: Source | Iterable[Source],
    *,
    executor: Executor | None = None,
    workers: int | None = None,
    most_tasks: int = MOST_TASKS,
    ordered: bool = True,
    cache: Cache | str | os.PathLike[str] | None = None,
    progress: Callable[[Progress], object] | None = None,
    is_checked: bool = True,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    checks: Iterable[Check] = (),
    waivers: Iterable[Waiver] = (),
    profile: Profile | None = None,
    settings: Settings | SettingsOf | None = None,
    roster: Roster | None = None,
    previous: Iterable[AnnualReport | Reading] = (),
    format: str | None = None,  # noqa: A002 - the word of the public face
    agency: str | None = None,
    year: int | None = None,
    allow_blank: bool = False,
    limits: Limits | None = None,
    archives: ArchiveLimits | None = None,
) -> Generator[Outcome, None, None]:
    """
    Read and check many reports, on all cores, in memory that does not grow with their number.

    A source is a file in any format that is read; a folder, with all such files below it; a zip archive, with those in
    it; or JSON Lines (``.jsonl``, ``.ndjson``), a report on each line. One that cannot be read is an outcome with an
    error, and the batch goes on. Sources are gone through as outcomes are asked for.

    Args:
        sources: A source, or many of them, which can be made on the way.
        executor: Who does the work; by default processes of our own, which need no ``__main__`` guard and are started
            when there is enough to do. What such a process ends over is tried once more, alone, and named if it ends
            that one, too. An executor of yours outlives the batch; what it cannot do ends as errors.
        workers: How many processes; by default as many as there are cores for this one. 1 is this process itself.
        most_tasks: How many tasks, of up to 16 contents, an executor of yours is given at a time.
        ordered: Whether outcomes come in the order of the sources; otherwise as they are done.
        cache: A file that keeps what became of contents, by all that decides: the content, the version of the library
            and of those that it reads with, and every parameter below. It is not used with ``checks`` of your own,
            whose code no digest tells; a warning says so.
        progress: Called after each outcome, in the thread that asks for them.
        is_checked: Whether reports are checked; otherwise they are only read.
        select: Prefixes of the codes that are wanted, as ``govdisclosure.check`` has it.
        ignore: Prefixes of the codes that are not.
        checks: Checks of your own; for other processes they stand in a module that these can import.
        waivers: What lets findings be, in all sources.
        profile: What the place of the reports asks of them; it takes the place of that of the settings.
        settings: The settings of the folder, or a function that gives those of a source by its name, such as
            ``govdisclosure.settings.find_settings``. ``select`` sets both lists of codes of theirs aside, ``ignore``
            the one of its name.
        roster: Who has to report.
        previous: The reports of the year before, of all bodies: each report is checked beside those of its own.
        format: Name of the format of all sources; by default told by their content.
        agency: Name of the agency, if known, as ``govdisclosure.read`` has it.
        year: The year reported on, if known.
        allow_blank: Whether an empty form is read.
        limits: The bounds within which a content is read.
        archives: The bounds within which an archive is read.

    Returns:
        What became of each content, as it is asked for. Close the iterator, or go through all of it, to end the
        processes.

    Raises:
        TypeError: If something is of a wrong type; of an element of ``sources``, that is said in its turn.
        UsageError: If a prefix matches no code, the format is not read, a number is not above nought, or ``checks``
            cannot be sent to other processes. That the cache is a file of another program, or cannot be opened
            (``OSError``), is said when the first outcome is asked for.
    """
    _require(Roster, "roster", roster)
    _require(Executor, "executor", executor)
    terms = Terms(
        format=_readable(format),
        agency=agency,
        year=year,
        allow_blank=allow_blank,
        limits=_require(Limits, "limits", limits) or Limits(),
        is_checked=is_checked,
        select=_as_prefixes(select),
        ignore=_as_prefixes(ignore),
        waivers=tuple(waivers),
        profile=profile,
    )
    common = Common(roster, Previous.of(previous, roster), tuple(checks))
    try_out(terms, common)
    hands = Hands(
        executor, cores() if workers is None else _number("workers", workers), _number("most_tasks", most_tasks)
    )
    hands.require_sendable(common)
    if cache is not None and common.checks:
        warnings.warn("checks of your own are code, which no digest tells: the cache is not used", stacklevel=2)
        cache = None
    given = [sources] if isinstance(sources, (str, os.PathLike, Content)) else sources
    bounds = _require(ArchiveLimits, "archives", archives) or ArchiveLimits()
    return _Batch(Asked.by(terms, settings), common, hands, ordered, progress).outcomes(
        items(given, terms.limits, bounds), cache
    )


@frozen
class _Batch:
    """What is asked for of all sources, and who does it."""

    asked: Asked
    common: Common
    hands: Hands
    ordered: bool
    progress: Callable[[Progress], object] | None

    def outcomes(
        self, given: Iterator[Item], cache: Cache | str | os.PathLike[str] | None
    ) -> Generator[Outcome, None, None]:
        with ExitStack() as stack:
            kept = cache if cache is None or isinstance(cache, Cache) else stack.enter_context(Cache(cache))
            keeper = _Keeper(kept, None if kept is None else Keys(self.common))
            jobs = (keeper.job(item, self.asked.of(item)) for item in given)
            pool, tasks = self.hands.take(jobs, self.common)
            stack.callback(pool.close)
            yield from self._counted(keeper.keep(job) for job in done(tasks, pool, ordered=self.ordered))

    def _counted(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        begun = time.perf_counter()
        failed = cached = 0
        for n, outcome in enumerate(outcomes, 1):
            failed += not outcome.is_read
            cached += outcome.cached
            if self.progress is not None:
                self.progress(Progress(n, failed, cached, time.perf_counter() - begun))
            yield outcome


@frozen
class _Keeper:
    """What keeps what became of contents, if anything does."""

    cache: Cache | None
    keys: Keys | None

    def job(self, item: Item, terms: Terms) -> Job:
        """Make a job of a content; what is known of it needs nothing to be done."""
        if item.content is None:
            assert item.failure is not None, "what has no content has a failure"
            return Job(item.name, terms, packed=packed_failure(item.failure))
        digest = hashlib.sha256(item.content).hexdigest()
        if self.cache is None or self.keys is None:
            return Job(item.name, terms, digest, content=item.content)
        key = self.keys.key(terms, digest)
        known = self.cache.get(key)
        if known is not None:
            return Job(item.name, terms, digest, packed=known, is_cached=True)
        return Job(item.name, terms, digest, key, item.content)

    def keep(self, job: Job) -> Outcome:
        """Keep what became of a job, if that would be the same again."""
        if self.cache is not None and job.key is not None and job.packed is not None and _is_lasting(job.packed):
            self.cache.put(job.key, job.packed)
        return job.outcome


def _is_lasting(packed: bytes) -> bool:
    failure = None if is_of_report(packed) else failure_in(packed)
    return failure is None or failure.is_lasting


def _require(cls: type[_T], name: str, given: _T | None) -> _T | None:
    if not isinstance(given, cls | None):
        raise TypeError(f"{name} must be a {cls.__name__}, got {type(given).__name__}")
    return given


def _number(name: str, given: int) -> int:
    if type(given) is not int:
        raise TypeError(f"{name} must be a whole number, got {type(given).__name__}")
    if given < 1:
        raise UsageError(f"{name} must be 1 or more, got {given}")
    return given


def _readable(name: str | None) -> str | None:
    readable = [known.name for known in FORMATS.values() if known.takes is not None]
    if name is not None and name not in readable:
        raise UsageError(f"no format {name!r} is read; known are {', '.join(readable)}")
    return name


def _as_prefixes(given: str | Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)

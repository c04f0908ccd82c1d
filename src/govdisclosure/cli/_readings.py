"""The sources of a call, read and checked: each with its settings, and why it could not be read."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import IO, TYPE_CHECKING, Final

from attrs import field, frozen

from govdisclosure.batch import Cache, Content, examine
from govdisclosure.cli import _files
from govdisclosure.cli._files import Source
from govdisclosure.cli._progress import watched
from govdisclosure.cli._system import reason_of
from govdisclosure.cli._texts import Words
from govdisclosure.formats import Limits
from govdisclosure.model.findings import Findings
from govdisclosure.model.notes import Reading
from govdisclosure.rosters import Roster
from govdisclosure.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.batch import Outcome

_MANY_IN_ONE: Final = (".zip", ".jsonl", ".ndjson")
"""Suffixes of files that hold many reports."""


def standard_input() -> IO[bytes]:
    """Give what standard input holds, as bytes."""
    return sys.stdin.buffer


@frozen
class Read:
    """
    A source, read.

    Args:
        source: The source.
        settings: The settings that hold for it.
        reading: Its reading; None if it could not be read.
        error: Why it could not be.
        findings: What is wrong with the report as far as it tells itself, if it was checked.
    """

    source: Source
    settings: Settings
    reading: Reading | None = None
    error: str | None = None
    findings: Findings = field(factory=Findings)


@frozen
class Way:
    """
    How sources are read.

    Args:
        jobs: By how many processes; None for as many as there are cores.
        cache: What keeps what became of them; None if nothing does.
    """

    jobs: int | None = None
    cache: Cache | None = None


@frozen
class Checking:
    """
    How reports are checked as they are read.

    Args:
        select: Prefixes of the codes that are wanted; they set both lists of codes of the settings aside.
        ignore: Prefixes of the codes that are not.
        roster: Who has to report.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    roster: Roster | None = None


def read_all(  # noqa: PLR0913 - each is a choice of its own
    sources: Sequence[Source],
    settings: Sequence[Settings],
    words: Words,
    known: _files.Known,
    *,
    way: Way,
    checking: Checking | None = None,
) -> Iterable[Read]:
    """
    Read sources, each as it is asked for, or, of many on a terminal, all behind a bar.

    Args:
        sources: The sources; of an archive, or of JSON Lines, each report becomes one.
        settings: Those of each source.
        words: The language.
        known: What the user knows of all of them.
        way: How they are read.
        checking: How they are checked as well; None if they are not.
    """
    pairs = {source.name: (source, each) for source, each in zip(sources, settings, strict=True)}
    many = {name: pair for name, pair in pairs.items() if pair[0].error is None and holds_many(name)}
    made = _Sources(pairs, many, words)
    asked = checking or Checking()
    outcomes = examine(
        made.files(),
        workers=way.jobs,
        cache=way.cache,
        is_checked=checking is not None,
        select=asked.select,
        ignore=asked.ignore,
        settings=made.settings_of,
        roster=asked.roster,
        agency=known.agency,
        year=known.year,
        allow_blank=known.allow_blank,
    )
    return watched(made.read(outcomes), None if many else len(sources), words("reading"))


def holds_many(name: str) -> bool:
    """Tell whether a file is one that holds many reports, by its suffix."""
    return name.lower().endswith(_MANY_IN_ONE)


def _is_in(name: str, held: str) -> bool:
    # reports.zip/2025/a.html, reports.jsonl:12
    return name.startswith((f"{held}/", f"{held}:"))


@frozen
class _Sources:
    """
    The sources of a call, and whose outcomes are whose.

    Args:
        pairs: The sources with their settings, by their names.
        many: Those of them that hold many reports.
        words: The language.
        refused: Why there is nothing to be read of a source, as far as that is known by now.
    """

    pairs: Mapping[str, tuple[Source, Settings]]
    many: Mapping[str, tuple[Source, Settings]]
    words: Words
    refused: dict[str, str] = field(factory=dict)

    def files(self) -> Iterator[str | Content]:
        """Give those that are files, and what standard input holds."""
        for source, _ in self.pairs.values():
            if source.error is not None:
                self.refused[source.name] = source.error
            elif source.name == _files.STANDARD:
                yield from self._standard_input()
            else:
                yield source.name

    def _standard_input(self) -> Iterator[Content]:
        try:
            yield Content(_files.STANDARD, standard_input().read(Limits().max_bytes + 1))
        except OSError as error:  # check - < folder
            self.refused[_files.STANDARD] = reason_of(error, self.words)

    def settings_of(self, name: str) -> Settings:
        """Give the settings of a source, or of the file in which a report is one of many."""
        return self._whose(name)[1]

    def _whose(self, name: str) -> tuple[Source, Settings]:
        pair = self.pairs.get(name)
        if pair is not None:
            return pair
        return next(pair for held, pair in self.many.items() if _is_in(name, held))

    def _is_of(self, source: Source, outcome: Outcome) -> bool:
        return outcome.source == source.name or (source.name in self.many and _is_in(outcome.source, source.name))

    def read(self, outcomes: Iterable[Outcome]) -> Iterator[Read]:
        """Give what was read, in the order of the sources."""
        left = iter(self.pairs.values())
        whose: Source | None = None
        for outcome in outcomes:
            # Not by the name alone: a.zip/b.html can be named beside a.zip, in which there is one.
            while whose is None or not self._is_of(whose, outcome):
                whose, settings = next(left)
                yield from self._refused(whose, settings)
            yield self._read(whose, settings, outcome)
        for source, own in left:
            yield from self._refused(source, own)

    def _refused(self, source: Source, settings: Settings) -> Iterator[Read]:
        if source.name in self.refused:
            yield Read(source, settings, error=self.refused[source.name])

    def _read(self, whose: Source, settings: Settings, outcome: Outcome) -> Read:
        source = whose if whose.name == outcome.source else Source(outcome.source)
        if outcome.error is not None:
            reason = _files.reason(outcome.error.code, outcome.error.message, self.words)
            return Read(source, settings, error=reason)
        return Read(source, settings, outcome.reading, findings=outcome.findings)

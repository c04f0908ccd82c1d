"""What is said after the files of a ``check``: which of a folder were left out, and which report on the same."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from govdisclosure.cli._kinds import UNREAD
from govdisclosure.vocabulary.bodies import name_of_body

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.cli._files import Named
    from govdisclosure.cli._outcome import Outcome
    from govdisclosure.cli._texts import Words
    from govdisclosure.model.report import AnnualReport

_LISTED: Final = 3


def remarks(named: Named, outcomes: Iterable[Outcome], words: Words) -> list[str]:
    """Say which files of the folders were left out and why, and which are of one agency and year."""
    twins = Twins()
    for outcome in outcomes:
        if outcome.reading is not None:
            twins.add(outcome.reading.report, outcome.source.shown(words))
    return [*left_out(named, words), *twins.lines(words)]


def left_out(named: Named, words: Words) -> Iterator[str]:
    """Say which files of the folders and archives were left out and why."""
    by_reason: dict[str, list[str]] = {}
    for name in named.left_out:
        by_reason.setdefault(words.of(UNREAD[Path(name).suffix.lower()]), []).append(name)
    if named.own:
        by_reason[words("own-output")] = list(named.own)
    for reason, names in by_reason.items():
        yield words("left-out", names=_listed(names, words), reason=reason)


def _listed(names: list[str], words: Words) -> str:
    listed = words("list-separator").join(names[:_LISTED])
    return words("files-in-all", names=listed, n=len(names)) if len(names) > _LISTED else listed


@frozen
class Twins:
    """Which files are of one agency and year; of a report only these and the name of its file are kept."""

    _alike: dict[tuple[str, int], list[str]] = field(factory=dict, init=False)

    def add(self, report: AnnualReport, name: str) -> None:
        """Take the report of a file."""
        agency = name_of_body(report.agency)
        if agency is not None and report.year is not None:
            self._alike.setdefault((agency, report.year), []).append(name)

    def lines(self, words: Words) -> Iterator[str]:
        """Name the files that are of one agency and year."""
        for (agency, year), names in self._alike.items():
            if len(names) > 1:
                yield words("twins", names=_listed(names, words), agency=agency, year=words("year", year=year))

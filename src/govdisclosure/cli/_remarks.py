"""What is said after the files of a ``check``: which of a folder were left out, and which report on the same."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from govdisclosure.cli._kinds import UNREAD
from govdisclosure.model.report import AnnualReport
from govdisclosure.vocabulary.bodies import name_of_body

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.cli._files import Named
    from govdisclosure.cli._outcome import Outcome
    from govdisclosure.cli._texts import Words

_LISTED: Final = 3


def remarks(named: Named, outcomes: Iterable[Outcome], words: Words) -> list[str]:
    """Say which files of the folders were left out and why, and which are of one agency and year."""
    return [*left_out(named, words), *_twins(outcomes, words)]


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


def _twins(outcomes: Iterable[Outcome], words: Words) -> Iterator[str]:
    """Name the files that are of one agency and year."""
    alike: dict[tuple[str, int], list[str]] = {}
    for outcome in outcomes:
        report = AnnualReport() if outcome.reading is None else outcome.reading.report
        name = name_of_body(report.agency)
        if name is not None and report.year is not None:
            alike.setdefault((name, report.year), []).append(outcome.source.shown(words))
    for (agency, year), names in alike.items():
        if len(names) > 1:
            yield words("twins", names=_listed(names, words), agency=agency, year=words("year", year=year))

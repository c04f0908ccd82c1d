"""What is said after the files of a ``check``: which of a folder were left out, and which report on the same."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from govdisclosure import formats
from govdisclosure.cli import _files
from govdisclosure.form.wording import problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.cli._outcome import Outcome
    from govdisclosure.cli._texts import Words

_LISTED: Final = 3


def remarks(arguments: Iterable[str], outcomes: Iterable[Outcome], words: Words) -> list[str]:
    """Say which files of the folders were left out and why, and which are of one agency and year."""
    seen = list(outcomes)
    return [*_left_out(arguments, seen, words), *_twins(seen, words)]


def _left_out(arguments: Iterable[str], outcomes: Iterable[Outcome], words: Words) -> Iterator[str]:
    read = {Path(outcome.source.name).resolve() for outcome in outcomes}
    by_suffix: dict[str, dict[str, None]] = {}
    for name in _files.left_out(arguments):
        if Path(name).resolve() not in read:
            by_suffix.setdefault(Path(name).suffix.lower(), {})[name] = None
    for suffix, names in by_suffix.items():
        yield words("left-out", names=_listed(list(names), words), reason=_reason(suffix, words))


def _reason(suffix: str, words: Words) -> str:
    if suffix in _files.OLD_OFFICE:
        return words.of(problem("OLD-OFFICE").message)
    return words("no-format", suffixes="/".join(formats.suffixes_read()))


def _listed(names: list[str], words: Words) -> str:
    listed = words("list-separator").join(names[:_LISTED])
    return words("files-in-all", names=listed, n=len(names)) if len(names) > _LISTED else listed


def _twins(outcomes: Iterable[Outcome], words: Words) -> Iterator[str]:
    """Name the files that are of one agency and year."""
    alike: dict[tuple[str, int], list[str]] = {}
    for outcome in outcomes:
        report = None if outcome.reading is None else outcome.reading.report
        if report is not None and report.agency is not None and report.year is not None:
            alike.setdefault((report.agency.name, report.year), []).append(outcome.source.shown(words))
    for (agency, year), names in alike.items():
        if len(names) > 1:
            yield words("twins", names=_listed(names, words), agency=agency, year=words("year", year=year))

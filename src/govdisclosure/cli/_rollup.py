"""``rollup``: the report of a parent as the sum of the reports of its children."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from govdisclosure import formats
from govdisclosure.cli import _files
from govdisclosure.cli._console import console, text
from govdisclosure.cli._options import (
    Command,
    Failure,
    YearOf,
    agency_name,
    common_options,
    require_folder,
    unwritable,
    words_of,
    written_suffixes,
)
from govdisclosure.cli._remarks import left_out
from govdisclosure.cli._system import why_unread
from govdisclosure.errors import MissingDependency, ReadError, UsageError
from govdisclosure.model.report import Agency, AnnualReport
from govdisclosure.paths import is_there, whole
from govdisclosure.rosters import Roster, called
from govdisclosure.summing import Rollup, rollup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.cli._texts import Words
    from govdisclosure.model.notes import Reading

_LISTED: Final = 10


@click.command("rollup", cls=Command)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("-o", "--output", "target", metavar="OUT", required=True)
@click.option("--roster", metavar="FILE")
@click.option("--agency", metavar="NAME", callback=agency_name)
@click.option("--year", type=YearOf())
@click.option("--overwrite", is_flag=True)
@common_options
@click.pass_context
def command(  # noqa: PLR0913 - the options of the command
    ctx: click.Context,
    /,
    *,
    files: tuple[str, ...],
    target: str,
    roster: str | None,
    agency: str | None,
    year: int | None,
    overwrite: bool,
) -> None:
    """Sum up the reports of a government's bodies."""
    words = words_of(ctx)
    _require_target(target, words, overwrite=overwrite)
    units = None if roster is None else read_roster(roster, words)
    whose = None if agency is None else Agency(name=agency)
    named = _files.Search(words, (target,)).through(files)
    if any(whole(source.name) == whole(target) for source in named.sources):
        raise Failure(words, words("same-file", name=target))
    readings = _read(named.sources, words)
    result = _summed([reading for _, reading in readings], units, whose, year, words)
    _require_figures(result, readings, words)
    _write(result.report, target, words)
    screen = console(stderr=True)
    own = _of_parent(readings, result, words)
    for line in (
        *left_out(named, words),
        *_notes(readings, words),
        *_remarks(result, units, words),
        *_copies(readings, result, words),
        *own,
        *_unmatched(readings, result, units, words),
    ):
        screen.print(text(line, "yellow"), soft_wrap=True)


def read_roster(name: str, words: Words) -> Roster:
    """
    Read the roster that an option names.

    Raises:
        Failure: If that cannot be done.
    """
    try:
        return Roster.read(name)
    except ReadError as error:
        raise Failure(words, words("named", name=name, reason=words.of(error.message))) from error
    except UsageError as error:
        raise Failure(words, words("roster-suffix", name=name)) from error
    except OSError as error:
        raise Failure(words, words("named", name=name, reason=why_unread(error, words))) from error


def _require_target(target: str, words: Words, *, overwrite: bool) -> None:
    try:
        name = formats.format_of(target)
    except UsageError as error:
        suffixes = "/".join(written_suffixes())
        raise Failure(words, words("no-template-suffix", name=target, suffixes=suffixes)) from error
    if formats.FORMATS[name].writes is None:
        raise Failure(words, words("only-read", format=name))
    if is_there(target) and not overwrite:
        raise Failure(words, words("there-overwrite", name=target))
    require_folder(target, words)


def _read(sources: Iterable[_files.Source], words: Words) -> list[tuple[str, Reading]]:
    """Read all files; what cannot be read ends it, each named, since the sums would lack it."""
    readings: list[tuple[str, Reading]] = []
    failures: list[Failure] = []
    for source in sources:
        try:
            readings.append((source.shown(words), _files.read(source, words)))
        except _files.Unreadable as error:
            reason = source.unread(error.reason, words)
            failures.append(Failure(words, words("named", name=source.shown(words), reason=reason)))
    if failures:
        *others, last = failures
        for failure in others:
            failure.show()
        raise last
    return readings


def _summed(
    readings: Sequence[Reading], roster: Roster | None, agency: Agency | None, year: int | None, words: Words
) -> Rollup:
    years = sorted({reading.report.year for reading in readings if reading.report.year is not None})
    if year is None and len(years) > 1:
        raise Failure(words, words("several-years", years=words("list-separator").join(map(str, years))))
    try:
        return rollup(readings, roster=roster, agency=agency, year=year)
    except UsageError as error:
        raise Failure(words, words("sum-too-large", reason=error)) from error


def _require_figures(result: Rollup, readings: Sequence[tuple[str, Reading]], words: Words) -> None:
    """Refuse to write an empty form: no report is on the year, or nothing stands in any."""
    if any(value is not None for cells in result.contributions.values() for value in cells.values()):
        return
    years = {reading.report.year for _, reading in readings}
    year = result.report.year
    if year is None or not years.isdisjoint((year, None)):
        raise Failure(words, words("nothing-to-sum"))
    others = words("list-separator").join(str(each) for each in sorted(filter(None, years)))
    raise Failure(words, words("none-on-year", year=words("year", year=year), years=others))


def _write(report: AnnualReport, target: str, words: Words) -> None:
    try:
        formats.write(report, target)
    except MissingDependency as error:
        raise Failure(words, words.of(error.message)) from error
    except OSError as error:
        raise unwritable(target, error, words) from error


def _notes(readings: Iterable[tuple[str, Reading]], words: Words) -> Iterator[str]:
    for name, reading in readings:
        if reading.notes:
            yield words("named", name=name, reason=words.count("notes", len(reading.notes)))


def _remarks(result: Rollup, roster: Roster | None, words: Words) -> Iterator[str]:
    """Say what the sums lack."""
    names_of = called(roster.units if roster else ())
    several = {
        "units-missing": [names_of[unit] for unit in result.missing],
        "other-year": result.wrong_year,
        "held": result.held,
        "differing": result.differing,
        "lost": list(result.lost),
        "unclear": list(result.unclear),
    }
    for key, names in several.items():
        if names:
            yield words(key, names=_listed(names, words))
    if result.lower_bounds:
        yield words.count("lower-bounds", len(result.lower_bounds))


def _copies(readings: Sequence[tuple[str, Reading]], result: Rollup, words: Words) -> Iterator[str]:
    """Name the files that hold one report, and so were summed once."""
    for same in result.copies:
        names = [name for name, reading in readings if _is_in(reading.report, same)]
        yield words("summed-once", names=_listed(names, words))


def _of_parent(readings: Iterable[tuple[str, Reading]], result: Rollup, words: Words) -> Iterator[str]:
    """Name the files of the parent itself, which are left out, and those that may be and are not."""
    for name, reading in readings:
        if _is_in(reading.report, result.of_parent):
            yield words("of-parent", name=name)
        elif _is_in(reading.report, result.doubtful):
            yield words("doubtful", name=name)


def _is_in(report: AnnualReport, reports: Iterable[AnnualReport]) -> bool:
    return any(report is each for each in reports)


def _unmatched(
    readings: Sequence[tuple[str, Reading]], result: Rollup, roster: Roster | None, words: Words
) -> Iterator[str]:
    """Name the files that are of no unit of the roster, or can be of several."""
    if roster is None:
        return
    agency, year = result.report.agency, result.report.year
    names_of = called(roster.units)
    on_year = [
        (name, reading)
        for name, reading in readings
        if reading.report.year in {year, None} and not _is_in(reading.report, result.of_parent)
    ]
    matches = roster.match((reading for _, reading in on_year), parent=None if agency is None else agency.name)
    for stranger in matches.strangers:
        yield words("not-on-roster", name=on_year[stranger.index][0])
    for ambiguous in matches.ambiguous:
        names = _listed([names_of[unit] for unit in ambiguous.units], words)
        yield words("ambiguous", name=on_year[ambiguous.index][0], names=names)


def _listed(names: Sequence[str], words: Words) -> str:
    listed = words("list-separator").join(names[:_LISTED])
    return listed if len(names) <= _LISTED else words("in-all", names=listed, n=len(names))

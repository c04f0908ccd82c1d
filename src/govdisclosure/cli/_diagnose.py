"""``diagnose``: where sums fail, which cells can be what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

import click
from attrs import frozen

from govdisclosure.cli import _files
from govdisclosure.cli._options import Command, common_options, reading_options, words_of
from govdisclosure.cli._streams import write_json
from govdisclosure.diagnosis import Diagnosis, diagnose
from govdisclosure.form.figures import print_figure
from govdisclosure.model.cells import get
from govdisclosure.model.naming import name_of
from govdisclosure.model.notes import Reading
from govdisclosure.model.report import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.text import Text

    from govdisclosure.cli._texts import Words
    from govdisclosure.diagnosis import Ailment
    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.values import JSON

_LISTED: Final = 24
"""Repairs of a group, or sums, that are listed: in a column of table III with blank totals so many are equal."""


@frozen
class _Diagnosed:
    """A source with its reading and diagnosis, or why it could not be read."""

    source: _files.Source
    reading: Reading | None = None
    diagnosis: Diagnosis | None = None
    error: str | None = None

    @property
    def status(self) -> int:
        """The exit status that it is worth."""
        if self.diagnosis is None:
            return 2
        return 1 if self.diagnosis.ailments else 0

    def to_json(self) -> dict[str, JSON]:
        diagnosis = None if self.diagnosis is None else self.diagnosis.to_json()
        return {"file": self.source.name, "diagnosis": cast("JSON", diagnosis), "error": self.error}


@click.command("diagnose", cls=Command)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--json", "as_json", is_flag=True)
@reading_options
@common_options
@click.pass_context
def command(  # noqa: PLR0913 - the options of the command
    ctx: click.Context,
    /,
    files: tuple[str, ...],
    *,
    as_json: bool,
    agency: str | None,
    year: int | None,
    allow_blank: bool,
) -> None:
    """Say which cells can be what is wrong."""
    words = words_of(ctx)
    known = _files.Known(agency=agency, year=year, allow_blank=allow_blank)
    outcomes = [_diagnosed(source, words, known) for source in _files.find(files, words)]
    if as_json:
        write_json([cast("JSON", outcome.to_json()) for outcome in outcomes])
    else:
        _print(outcomes, words)
    _print_notes(outcomes, words)
    ctx.exit(max(outcome.status for outcome in outcomes))


def _diagnosed(source: _files.Source, words: Words, known: _files.Known) -> _Diagnosed:
    try:
        reading = _files.read(source, words, known)
    except _files.Unreadable as error:
        return _Diagnosed(source, error=error.reason)
    return _Diagnosed(source, reading, diagnose(reading))


def _print(outcomes: list[_Diagnosed], words: Words) -> None:
    from govdisclosure.cli._console import console, text  # noqa: PLC0415 - --json needs none

    screen = console()
    for outcome in outcomes:
        screen.print(text(outcome.source.shown(words), "bold"))
        for line in _lines(outcome, words):
            screen.print(line, soft_wrap=True)
        screen.print()


def _print_notes(outcomes: list[_Diagnosed], words: Words) -> None:
    """Print what the readings are not sure of, where sums fail: it can be what is wrong."""
    from govdisclosure.cli._convert import print_notes  # noqa: PLC0415 - most files have none

    for outcome in outcomes:
        if outcome.diagnosis is not None and outcome.diagnosis.ailments and outcome.reading is not None:
            print_notes(outcome.reading, words, outcome.source.shown(words))


def _lines(outcome: _Diagnosed, words: Words) -> Iterator[Text]:
    from govdisclosure.cli._console import prose  # noqa: PLC0415 - as above

    if outcome.diagnosis is None or outcome.reading is None:
        yield prose(outcome.source.unread(outcome.error, words), "red")
        return
    for ailment in outcome.diagnosis.ailments:
        failed = words.count("fail-together", len(ailment.failed))
        yield prose(words("named", name=_heading(ailment.section, words), reason=failed), "red")
        for line in _said(ailment, outcome.reading.report, words):
            yield prose(line)
    if not outcome.diagnosis.ailments:
        yield prose(words("all-agree"), "green")
    for section in outcome.diagnosis.silent:
        yield prose(words("named", name=_heading(section, words), reason=words("no-sums")), "dim")


def _heading(section: str, words: Words) -> str:
    return HEADINGS[section] if words.language == "zh" else section


def _said(ailment: Ailment, report: AnnualReport, words: Words) -> Iterator[str]:
    """Say what heals, group by group, or that nothing small does."""
    if not ailment.groups:
        yield from _failed(ailment, report, words)
    for group in ailment.groups:
        yield words.count(f"slips-{group.size}", len(group))
        choices = group.choices if len(group) > _LISTED else None
        if choices is None:
            yield from _items([words.of(repair.reason) for repair in group], words)
        else:
            yield from _chosen(choices, report, words)


def _chosen(choices: Iterable[Sequence[tuple[str, int]]], report: AnnualReport, words: Words) -> Iterator[str]:
    """List, of very many pairs of changes, those of which each pair takes one, and the others."""
    for key, changes in zip(("one-of", "and-one-of"), choices, strict=True):
        yield words.count(key, len(changes))
        yield from _items([_change(path, figure, report, words) for path, figure in changes], words)


def _change(path: str, figure: int, report: AnnualReport, words: Words) -> str:
    printed = get(report, path)
    return words(
        "becomes",
        name=_name(path, report, words),
        before=words("blank") if printed is None else print_figure(printed),
        after=figure,
    )


def _name(path: str, report: AnnualReport, words: Words) -> str:
    return name_of(report, path) if words.language == "zh" else path


def _failed(ailment: Ailment, report: AnnualReport, words: Words) -> Iterator[str]:
    """Say that nothing small heals, and which sums fail."""
    yield words("no-repair")
    totals = [(failed.code, failed.paths[0]) for failed in ailment.failed]
    named = [words("named", name=code, reason=_name(path, report, words)) for code, path in totals]
    yield from _items(named, words, more="more-rows")


def _items(items: Sequence[str], words: Words, more: str = "and-more") -> Iterator[str]:
    """List items, and of very many the first ones."""
    for item in items[:_LISTED]:
        yield words("item", item=item)
    if len(items) > _LISTED:
        yield words("item", item=words(more, n=len(items) - _LISTED))

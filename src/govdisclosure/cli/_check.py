"""``check``: what is wrong with reports, for people or as JSON."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import click
from attrs import field, frozen

from govdisclosure.checks import check, rules
from govdisclosure.cli import _files
from govdisclosure.cli._console import write_json
from govdisclosure.cli._options import Command, common_options, unknown_code, words_of
from govdisclosure.model.findings import Findings, Severity
from govdisclosure.model.notes import Reading
from govdisclosure.model.report import AnnualReport

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from govdisclosure.cli._words import Words
    from govdisclosure.model.values import JSON

_MANY: Final = 10
_Item = TypeVar("_Item")


@frozen
class Outcome:
    """
    What became of one source.

    Args:
        source: The source.
        reading: Its reading; None if it could not be read.
        findings: What is wrong with the report.
        error: Why it could not be read.
    """

    source: _files.Source
    reading: Reading | None = None
    findings: Findings = field(factory=Findings)
    error: str | None = None

    def status(self, *, strict: bool) -> int:
        """Give the exit status that it is worth; ``strict`` lets warnings and notes count as errors do."""
        if self.reading is None:
            return 2
        odd = strict and (self.findings.warnings or self.reading.notes)
        return 1 if self.findings.errors or odd else 0

    def to_json(self) -> dict[str, JSON]:
        """Give the outcome in its pinned shape."""
        report = AnnualReport() if self.reading is None else self.reading.report
        return {
            "file": self.source.name,
            "year": report.year,
            "agency": None if report.agency is None else report.agency.name,
            "notes": [] if self.reading is None else [note.to_json() for note in self.reading.notes],
            "findings": self.findings.to_json(),
            "error": self.error,
        }


def _prefixes(ctx: click.Context, _: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Take codes and beginnings of codes, in either case; one that no check has is refused with the nearest."""
    prefixes = [part.strip().upper() for each in given for part in each.split(",") if part.strip()]
    codes = [rule.code for rule in rules()]
    for prefix in prefixes:
        if not any(code.startswith(prefix) for code in codes):
            raise unknown_code(prefix, codes, words_of(ctx))
    return tuple(prefixes)


@click.command("check", cls=Command)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--json", "as_json", is_flag=True)
@click.option("--strict", is_flag=True)
@click.option("--select", multiple=True, metavar="CODE", callback=_prefixes)
@click.option("--ignore", multiple=True, metavar="CODE", callback=_prefixes)
@common_options
@click.pass_context
def command(ctx: click.Context, /, files: tuple[str, ...], *, as_json: bool, strict: bool, **codes: Any) -> None:  # noqa: ANN401 - select and ignore
    """Check reports."""
    words = words_of(ctx)
    wanted = {"select": codes["select"] or "", "ignore": codes["ignore"]}

    def one(source: _files.Source) -> Outcome:
        try:
            reading = _files.read(source, words)
        except _files.Unreadable as error:
            return Outcome(source, error=error.reason)
        return Outcome(source, reading, check(reading, **wanted))

    outcomes = tracked(one, _files.find(files, words), words)
    if as_json:
        seen = list(outcomes)
        write_json(cast("JSON", [outcome.to_json() for outcome in seen]))
    else:
        from govdisclosure.cli._outcomes import print_outcomes  # noqa: PLC0415 - --json needs no tables

        seen = print_outcomes(outcomes, words)
    ctx.exit(max(outcome.status(strict=strict) for outcome in seen))


def tracked(act: Callable[[_files.Source], _Item], sources: list[_files.Source], words: Words) -> Iterable[_Item]:
    """
    Do something with each source, as its result is asked for.

    Of many sources, a terminal sees a progress bar, and the results only after it: both may be on one screen.
    """
    if len(sources) < _MANY or not sys.stderr.isatty():
        return map(act, sources)
    from rich.progress import Progress  # noqa: PLC0415 - only when used

    from govdisclosure.cli._console import console  # noqa: PLC0415

    with Progress(console=console(stderr=True), transient=True) as progress:
        return [act(source) for source in progress.track(sources, description=words("reading"))]


def counts(outcomes: Iterable[Outcome]) -> Iterator[tuple[str, int]]:
    """Count files, unreadable ones, findings by severity, and notes, by the keys of their texts."""
    seen = list(outcomes)
    yield "files", len(seen)
    yield "unreadables", sum(outcome.reading is None for outcome in seen)
    for severity in Severity:
        yield f"{severity}s", sum(len(outcome.findings.of(severity)) for outcome in seen)
    yield "notes", sum(len(outcome.reading.notes) for outcome in seen if outcome.reading is not None)

"""``check``: what is wrong with reports, for people or as JSON."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import click

from govdisclosure.checks import check, rules
from govdisclosure.cli import _files
from govdisclosure.cli._options import Command, Failure, common_options, reading_options, unknown_code, words_of
from govdisclosure.cli._outcome import Outcome
from govdisclosure.cli._settings import settings_of, unused
from govdisclosure.cli._shown import Shown
from govdisclosure.cli._streams import write_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from govdisclosure.cli._html import Pages
    from govdisclosure.cli._texts import Words
    from govdisclosure.model.findings import Findings
    from govdisclosure.model.notes import Reading
    from govdisclosure.model.values import JSON
    from govdisclosure.settings import Settings

_FEW: Final = 10
"""Files up to which there is no progress bar: they are done before anybody wonders."""

_Given = TypeVar("_Given")
_Item = TypeVar("_Item")


def _prefixes(ctx: click.Context, _: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Take codes and beginnings of codes, in either case; one that no check has is refused with the nearest."""
    # --select T2,t3-balance --select DATE
    parts = ",".join(given).split(",")
    prefixes = [part.strip().upper() for part in parts if part.strip()]
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
@click.option("--summary", metavar="OUT")
@click.option("--html", metavar="OUT")
@click.option("--only-findings", is_flag=True)
@click.option("--config", metavar="FILE")
@click.option("--no-config", "without", is_flag=True)
@click.option("--profile", metavar="FILE")
@reading_options
@common_options
@click.pass_context
def command(ctx: click.Context, /, files: tuple[str, ...], *, summary: str | None, **options: Any) -> None:  # noqa: ANN401 - the other options
    """Check reports."""
    words, as_json, strict = words_of(ctx), options["as_json"], options["strict"]
    found = _files.Search(words).through(files)
    sources = found.sources
    if summary is not None:
        _require_summary(summary, sources, words, as_json=as_json)
    pages = _pages(options["html"], sources, words)
    settings = settings_of(
        sources, words, config=options["config"], without=options["without"], profile=options["profile"]
    )
    pairs = list(zip(sources, settings, strict=True))

    known = _files.Known(agency=options["agency"], year=options["year"], allow_blank=options["allow_blank"])

    def one(pair: tuple[_files.Source, Settings]) -> Outcome:
        return _outcome(*pair, words, known, select=options["select"], ignore=options["ignore"])

    shown = Shown(words, summary, pages, only_findings=options["only_findings"])
    outcomes = tracked(one, pairs, words)
    seen = write_outcomes_as_json(outcomes) if as_json else shown.outcomes(outcomes)
    shown.finish(seen, found, as_json=as_json)
    odd = 1 if strict and unused(seen) else 0
    ctx.exit(max(odd, *(outcome.status(strict=strict) for outcome in seen)))


def write_outcomes_as_json(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Write outcomes in their pinned shape, and give them back."""
    seen = list(outcomes)
    write_json(cast("JSON", [outcome.to_json() for outcome in seen]))
    return seen


def _require_summary(target: str, sources: Sequence[_files.Source], words: Words, *, as_json: bool) -> None:
    from govdisclosure.cli._summary import require_target  # noqa: PLC0415 - only when used

    require_target(target, sources, words)
    if as_json and target == _files.STANDARD:
        raise Failure(words, words("json-and-summary"))


def _pages(target: str | None, sources: Sequence[_files.Source], words: Words) -> Pages | None:
    if target is None:
        return None
    from govdisclosure.cli._html import pages  # noqa: PLC0415 - only when used

    return pages(target, sources, words)


def _outcome(  # noqa: PLR0913 - each is a choice of its own
    source: _files.Source,
    settings: Settings,
    words: Words,
    known: _files.Known,
    *,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
) -> Outcome:
    try:
        reading = _files.read(source, words, known)
    except _files.Unreadable as error:
        return Outcome(source, error=error.reason, settings=settings)
    return Outcome(source, reading, findings_of(reading, source, settings, select, ignore), settings=settings)


def findings_of(
    reading: Reading,
    source: _files.Source,
    settings: Settings,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
) -> Findings:
    """Check; ``select`` sets both lists of codes of the settings aside, ``ignore`` the one of its name."""
    return check(
        reading,
        select=select or settings.select,
        ignore=ignore if select else ignore or settings.ignore,
        waivers=settings.waivers_for(source.name),
        profile=settings.profile,
    )


def tracked(act: Callable[[_Given], _Item], sources: list[_Given], words: Words) -> Iterable[_Item]:
    """
    Do something with each source, as its result is asked for.

    Of many sources, a terminal sees a progress bar, and the results only after it: both may be on one screen.
    """
    # In a pipe, and of a few files, results are shown as they come.
    if len(sources) <= _FEW or not sys.stderr.isatty():
        return map(act, sources)
    from rich.progress import Progress  # noqa: PLC0415 - only when used

    from govdisclosure.cli._console import console  # noqa: PLC0415

    with Progress(console=console(stderr=True), transient=True) as progress:
        return [act(source) for source in progress.track(sources, description=words("reading"))]

"""``check``: what is wrong with reports, for people or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import click

from govdisclosure.checks import check, rules
from govdisclosure.cli import _files
from govdisclosure.cli._kept import opened, remarks_on
from govdisclosure.cli._options import (
    Command,
    Failure,
    NumberOf,
    common_options,
    reading_options,
    unknown_code,
    words_of,
)
from govdisclosure.cli._others import codes_alone, has_others, together, with_files
from govdisclosure.cli._outcome import Outcome
from govdisclosure.cli._progress import tracked
from govdisclosure.cli._readings import Checking, Read, Way, read_all
from govdisclosure.cli._settings import settings_of, unused
from govdisclosure.cli._shown import Shown
from govdisclosure.cli._streams import write_json
from govdisclosure.cli._surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from govdisclosure.cli._html import Pages
    from govdisclosure.cli._texts import Words
    from govdisclosure.model.findings import Findings
    from govdisclosure.model.notes import Reading
    from govdisclosure.model.values import JSON
    from govdisclosure.settings import Settings

    Writer = Callable[[Iterable[Outcome], Words], list[Outcome]]


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
@click.option("--sarif", "as_sarif", is_flag=True)
@click.option("--strict", is_flag=True)
@click.option("--exit-zero", is_flag=True)
@click.option("--select", multiple=True, metavar="CODE", callback=_prefixes)
@click.option("--ignore", multiple=True, metavar="CODE", callback=_prefixes)
@click.option("--roster", metavar="FILE")
@click.option("--previous", multiple=True, metavar="FILE")
@click.option("--parent", metavar="FILE")
@click.option("--children", multiple=True, metavar="FILE")
@click.option("--summary", metavar="OUT")
@click.option("--html", metavar="OUT")
@click.option("--only-findings", is_flag=True)
@click.option("--config", metavar="FILE")
@click.option("--no-config", "without", is_flag=True)
@click.option("--profile", metavar="FILE")
@click.option("-j", "--jobs", type=NumberOf(), metavar="N")
@click.option("--cache", metavar="FILE")
@reading_options
@common_options
@click.pass_context
def command(ctx: click.Context, /, files: tuple[str, ...], *, summary: str | None, **options: Any) -> None:  # noqa: ANN401 - the other options
    """Check reports."""
    words, strict = words_of(ctx), options["strict"]
    written = _written(options["as_json"], options["as_sarif"], summary, words)
    around = Surroundings.of(options, words)
    named = around.without_needed(_files.Search(words, around.names).through(files))
    sources = (*around.parents, *named.sources)
    besides = around.sources(files)
    if summary is not None:
        _require_summary(summary, (*sources, *besides), words)
    pages = _pages(options["html"], sources, words, besides)
    cache = opened(options["cache"], (*sources, *besides), ctx, words)
    around.way = Way(options["jobs"], cache)
    settings = settings_of(
        sources, words, config=options["config"], without=options["without"], profile=options["profile"]
    )
    known = _files.Known(agency=options["agency"], year=options["year"], allow_blank=options["allow_blank"])
    checking = Checking(options["select"], options["ignore"], around.roster)
    read = list(read_all(sources, settings, words, known, way=around.way, checking=checking))
    if len(read) != len(sources):
        pages = _pages(options["html"], [each.source for each in read], words, besides)
    beside = around.read(files, read)

    def one(each: Read) -> Outcome:
        if each.reading is None:
            return Outcome(each.source, error=each.error, settings=each.settings)
        findings, others = each.findings, beside.of(each.reading)
        if has_others(others):
            told = findings_of(each.reading, each.source, each.settings, checking, unwanted=codes_alone(), **others)
            findings = together(findings, with_files(told, beside.previous_files(each.reading)))
        return Outcome(each.source, each.reading, findings, settings=each.settings)

    only = options["only_findings"]
    shown = Shown(words, summary, pages, only_findings=only, unread_beside=around.unread_files)
    outcomes = tracked(one, read, words("checking"))
    seen = shown.outcomes(outcomes) if written is None else written(outcomes, words)
    deliveries = around.deliveries(beside, read, named, year=options["year"])
    also = [*around.remarks(beside), *remarks_on(cache, words)]
    shown.finish(seen, named, deliveries, also, as_data=written is not None)
    is_odd = strict and (unused(seen) or not (deliveries is None or deliveries.is_in_order))
    status = max(1 if is_odd else 0, around.status, *(outcome.status(strict=strict) for outcome in seen))
    ctx.exit(0 if options["exit_zero"] and status == 1 else status)


def _written(as_json: bool, as_sarif: bool, summary: str | None, words: Words) -> Writer | None:
    """Give what writes outcomes as data; None where people are to read them."""
    writers: dict[str, Writer] = {"--json": write_outcomes_as_json} if as_json else {}
    writers |= {"--sarif": write_outcomes_as_sarif} if as_sarif else {}
    on_output = [*writers, *(["--summary -"] if summary == _files.STANDARD else [])]
    if len(on_output) > 1:
        raise Failure(words, words("two-on-output", one=on_output[0], other=on_output[1]))
    return next(iter(writers.values()), None)


def write_outcomes_as_json(outcomes: Iterable[Outcome], _: Words) -> list[Outcome]:
    """Write outcomes in their pinned shape, and give them back."""
    seen = list(outcomes)
    write_json(cast("JSON", [outcome.to_json() for outcome in seen]))
    return seen


def write_outcomes_as_sarif(outcomes: Iterable[Outcome], words: Words) -> list[Outcome]:
    """Write outcomes as SARIF, and give them back."""
    from govdisclosure.cli._sarif import as_sarif  # noqa: PLC0415 - only when used

    seen = list(outcomes)
    write_json(as_sarif(seen, words))
    return seen


def _require_summary(target: str, sources: Sequence[_files.Source], words: Words) -> None:
    from govdisclosure.cli._summary import require_target  # noqa: PLC0415 - only when used

    require_target(target, sources, words)


def _pages(
    target: str | None, sources: Sequence[_files.Source], words: Words, besides: Sequence[_files.Source]
) -> Pages | None:
    if target is None:
        return None
    from govdisclosure.cli._html import pages  # noqa: PLC0415 - only when used

    return pages(target, sources, words, besides)


def findings_of(
    reading: Reading,
    source: _files.Source,
    settings: Settings,
    checking: Checking = Checking(),  # noqa: B008 - a value
    *,
    unwanted: tuple[str, ...] = (),
    **beside: Any,  # noqa: ANN401 - what else ``check`` is given
) -> Findings:
    """
    Check with the settings of the source.

    What is ``unwanted`` nobody has asked to be ignored: whole codes that are looked for elsewhere.
    """
    select, ignore = settings.codes(checking.select, checking.ignore)
    return check(
        reading,
        select=select,
        ignore=(*ignore, *unwanted),
        waivers=settings.waivers_for(source.name),
        profile=settings.profile,
        **beside,
    )

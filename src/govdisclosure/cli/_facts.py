"""``facts``: every cell of many reports as a row of a table, with its lineage."""

from __future__ import annotations

import sys
from typing import IO, TYPE_CHECKING, Any

import click
from attrs import define, field
from click.exceptions import Exit

from govdisclosure import dataset
from govdisclosure.batch import Content, examine
from govdisclosure.cli import _files
from govdisclosure.cli._console import console, text
from govdisclosure.cli._kept import opened, remarks_on
from govdisclosure.cli._options import (
    Command,
    Failure,
    NumberOf,
    OneOf,
    common_options,
    reading_options,
    unwritable,
    words_of,
)
from govdisclosure.cli._outcome import UNREADABLE
from govdisclosure.cli._remarks import Twins, left_out
from govdisclosure.cli._texts import Words
from govdisclosure.errors import MissingDependency, UsageError
from govdisclosure.formats import Limits
from govdisclosure.paths import is_folder, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.batch import Outcome
    from govdisclosure.dataset import Written


@click.command("facts", cls=Command)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("-o", "--output", "target", metavar="OUT", required=True)
@click.option("--to", "target_format", type=OneOf(dataset.FORMS))
@click.option("--overwrite", is_flag=True)
@click.option("--strict", is_flag=True)
@click.option("-j", "--jobs", type=NumberOf(), metavar="N")
@click.option("--cache", metavar="FILE")
@reading_options
@common_options
@click.pass_context
def command(ctx: click.Context, /, files: tuple[str, ...], *, target: str, **options: Any) -> None:  # noqa: ANN401 - the other options
    """Write the facts of reports."""
    words = words_of(ctx)
    named = _files.Search(words, filter(None, (target, options["cache"]))).through(files)
    if any(_is_same(source.name, target) for source in named.sources):
        raise Failure(words, words("same-file", name=target))
    cache = opened(options["cache"], named.sources, ctx, words)
    seen = _Seen(words)
    for source in named.sources:
        if source.error is not None:
            seen.refuse(source.shown(words), source.error)
    outcomes = examine(
        _contents(named.sources),
        is_checked=False,
        workers=options["jobs"],
        cache=cache,
        agency=options["agency"],
        year=options["year"],
        allow_blank=options["allow_blank"],
    )
    written = _written(seen.through(outcomes), target, options["target_format"], words, overwrite=options["overwrite"])
    for remark in (*left_out(named, words), *seen.twins.lines(words), *remarks_on(cache, words)):
        seen.say(remark)
    seen.say(words("facts-written", reports=written.reports, facts=written.facts), style="")
    ctx.exit(UNREADABLE if seen.is_refused else 1 if options["strict"] and seen.has_notes else 0)


def _is_same(source: str, target: str) -> bool:
    return _files.STANDARD not in {source, target} and whole(source) == whole(target)


def _contents(sources: Iterable[_files.Source]) -> Iterator[str | Content]:
    """Give the files, and what standard input holds."""
    for source in sources:
        if source.name == _files.STANDARD:
            yield Content(source.name, sys.stdin.buffer.read(Limits().max_bytes + 1))
        elif source.error is None:
            yield source.name


@define
class _Seen:
    """
    What is told of outcomes as they go by.

    Args:
        words: The language.
        is_read: Whether something could be read.
        is_refused: Whether something could not.
        has_notes: Whether a reading has notes.
        twins: Which of them are of one agency and year.
    """

    words: Words
    is_read: bool = False
    is_refused: bool = False
    has_notes: bool = False
    twins: Twins = field(factory=Twins)

    def through(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """
        Let outcomes go by, behind a bar on a terminal.

        Raises:
            Exit: If none of them is a report.
        """
        for outcome in _tracked(outcomes, self.words("reading")):
            name = _files.Source(outcome.source).shown(self.words)
            if outcome.report is not None:
                self.twins.add(outcome.report, name)
            if outcome.error is not None:
                self.refuse(name, _files.reason(outcome.error.code, outcome.error.message, self.words))
            self.is_read = self.is_read or outcome.is_read
            self.has_notes = self.has_notes or bool(outcome.notes)
            yield outcome
        if not self.is_read:
            # Nothing is written, then.
            raise Exit(UNREADABLE)

    def refuse(self, name: str, reason: str) -> None:
        """Say that something could not be read, and why."""
        self.is_refused = True
        self.say(self.words("named", name=name, reason=self.words("unreadable", reason=reason)), style="bold red")

    def say(self, line: str, style: str = "yellow") -> None:
        """Write a line to standard error."""
        console(stderr=True).print(text(line, style), soft_wrap=True)


def _tracked(outcomes: Iterable[Outcome], doing: str) -> Iterable[Outcome]:
    """Show how many there are by now; unlike those of other commands, none of them is kept."""
    if not sys.stderr.isatty():
        return outcomes
    from rich.progress import track  # noqa: PLC0415 - only when used

    return track(outcomes, doing, console=console(stderr=True), transient=True)


def _written(
    outcomes: Iterable[Outcome], target: str, form: dataset.Form | None, words: Words, *, overwrite: bool
) -> Written:
    """
    Write the facts.

    Raises:
        Failure: If that cannot be done.
    """
    file: str | IO[bytes] = sys.stdout.buffer if target == _files.STANDARD else target
    try:
        return dataset.write(outcomes, file, format=form, overwrite=overwrite)
    except MissingDependency as error:
        raise Failure(words, words.of(error.message)) from error
    except UsageError as error:
        key = "holds-something-else" if is_folder(target) else "no-facts-suffix"
        raise Failure(words, words(key, name=target)) from error
    except FileExistsError as error:
        raise Failure(words, words("there-overwrite", name=target)) from error
    except OSError as error:
        if target == _files.STANDARD:
            raise
        raise unwritable(target, error, words) from error

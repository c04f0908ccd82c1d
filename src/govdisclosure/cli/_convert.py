"""``convert``: a report in another format."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from govdisclosure import formats, json
from govdisclosure.cli import _files
from govdisclosure.cli._console import console, text
from govdisclosure.cli._options import (
    Command,
    Failure,
    common_options,
    format_choice,
    reading_options,
    source_format_choice,
    unwritable,
    words_of,
    written_suffixes,
)
from govdisclosure.cli._outcomes import note_line
from govdisclosure.errors import MissingDependency, UsageError
from govdisclosure.paths import is_file, whole

if TYPE_CHECKING:
    from govdisclosure.cli._texts import Words
    from govdisclosure.model.notes import Reading
    from govdisclosure.model.report import AnnualReport


@click.command("convert", cls=Command)
@click.argument("source", metavar="IN")
@click.argument("target", metavar="OUT")
@click.option("--from", "source_format", type=source_format_choice())
@click.option("--to", "target_format", type=format_choice())
@reading_options
@click.option("--strict", is_flag=True)
@click.option("--overwrite", is_flag=True)
@common_options
@click.pass_context
def command(  # noqa: PLR0913 - the options of the command
    ctx: click.Context,
    /,
    source: str,
    target: str,
    *,
    source_format: str | None,
    target_format: str | None,
    strict: bool,
    overwrite: bool,
    **known: Any,  # noqa: ANN401 - what the user knows of the source
) -> None:
    """Convert a report."""
    words = words_of(ctx)
    target_format = require_target(source, target, target_format, words, overwrite=overwrite)
    reading = read_or_fail(source, words, _files.Known(source_format, **known))
    write_report(reading.report, target, target_format, words)
    print_notes(reading, words)
    ctx.exit(1 if strict and reading.notes else 0)


def require_target(source: str, target: str, name: str | None, words: Words, *, overwrite: bool) -> str:
    """Give the name of the format to write; fail if it cannot be written, or would take the place of a file."""
    name = _format_of(target, words) if name is None else name
    if formats.FORMATS[name].writes is None:
        raise Failure(words, words("only-read", format=name))
    if _is_same(source, target):
        raise Failure(words, words("same-file", name=target))
    # A pipe or a device is no file that could be lost.
    if not overwrite and target != _files.STANDARD and is_file(target):
        raise Failure(words, words("there-overwrite", name=target))
    return name


def read_or_fail(name: str, words: Words, known: _files.Known) -> Reading:
    """Read the one file of a command, which fails if that cannot be done."""
    source = _files.Source(name)
    try:
        return _files.read(source, words, known)
    except _files.Unreadable as error:
        reason = words("unreadable", reason=error.reason)
        raise Failure(words, words("named", name=source.shown(words), reason=reason)) from error


def print_notes(reading: Reading, words: Words, name: str | None = None) -> None:
    """Print the notes of a reading to standard error, a line each; of one of several files, with its name."""
    screen = console(stderr=True)
    for note in reading.notes:
        line = note_line(note, words)
        line = line if name is None else words("named", name=name, reason=line)
        screen.print(text(line, "yellow"), soft_wrap=True)


def _format_of(target: str, words: Words) -> str:
    if target == _files.STANDARD:
        return "json"
    try:
        return formats.format_of(target)
    except UsageError as error:
        raise Failure(words, words("no-suffix", name=target, suffixes="/".join(written_suffixes()))) from error


def _is_same(source: str, target: str) -> bool:
    return _files.STANDARD not in {source, target} and whole(source) == whole(target)


def write_report(report: AnnualReport, target: str, name: str, words: Words) -> None:
    """Write a report to a file or to standard output; fail if that cannot be done."""
    try:
        _write(report, target, name, words)
    except MissingDependency as error:
        raise Failure(words, words.of(error.message)) from error


def _write(report: AnnualReport, target: str, name: str, words: Words) -> None:
    if target == _files.STANDARD:
        # A document is UTF-8, whatever the console is: it goes into a file or another program.
        content = json.indented(report) if name == "json" else formats.render(report, name)
        sys.stdout.buffer.write(content.encode() if isinstance(content, str) else content)
        return
    try:
        formats.write(report, target, format=name)
    except OSError as error:
        raise unwritable(target, error, words) from error

"""``compare``: how one report differs from another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from govdisclosure.cli._console import console, text
from govdisclosure.cli._convert import print_notes, read_or_fail
from govdisclosure.cli._files import Known
from govdisclosure.cli._options import Command, common_options, words_of
from govdisclosure.cli._streams import write_json
from govdisclosure.differences import compare

if TYPE_CHECKING:
    from govdisclosure.cli._texts import Words
    from govdisclosure.differences import Differences


@click.command("compare", cls=Command)
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option("--json", "as_json", is_flag=True)
@click.option("--strict", is_flag=True)
@common_options
@click.pass_context
def command(ctx: click.Context, /, before: str, after: str, *, as_json: bool, strict: bool) -> None:
    """Compare two reports."""
    words = words_of(ctx)
    readings = [(name, read_or_fail(name, words, Known())) for name in (before, after)]
    differences = compare(*(reading for _, reading in readings))
    if as_json:
        write_json({"a": before, "b": after, **differences.to_json()})
    else:
        _print(differences, words)
    for name, reading in readings:
        print_notes(reading, words, name)
    ctx.exit(1 if strict and (differences or differences.unknown) else 0)


def _print(differences: Differences, words: Words) -> None:
    """Print a line for each difference, below the name of its section."""
    screen = console()
    for line in differences.text(words.language).splitlines():
        screen.print(text(line, "" if line.startswith(" ") else "bold"), soft_wrap=True)

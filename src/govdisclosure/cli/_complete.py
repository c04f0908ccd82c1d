"""``complete``: a report with the totals filled in that its other figures tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import click

from govdisclosure.cli import _files
from govdisclosure.cli._console import console, prose
from govdisclosure.cli._convert import print_notes, read_or_fail, require_target, write_report
from govdisclosure.cli._options import Command, OneOf, common_options, format_choice, reading_options, words_of
from govdisclosure.completion import complete
from govdisclosure.model.naming import name_of

if TYPE_CHECKING:
    from govdisclosure.cli._texts import Words
    from govdisclosure.completion import Completion


@click.command("complete", cls=Command)
@click.argument("source", metavar="IN")
@click.argument("target", metavar="OUT")
@click.option("--totals", type=OneOf(["proved", "convention"]), default="proved")
@click.option("--parts", is_flag=True)
@click.option("--to", "target_format", type=format_choice())
@reading_options
@click.option("--overwrite", is_flag=True)
@common_options
@click.pass_context
def command(  # noqa: PLR0913 - the options of the command
    ctx: click.Context,
    /,
    source: str,
    target: str,
    *,
    totals: Literal["proved", "convention"],
    parts: bool,
    target_format: str | None,
    overwrite: bool,
    **known: Any,  # noqa: ANN401 - what the user knows of the source
) -> None:
    """Fill in totals."""
    words = words_of(ctx)
    target_format = require_target(source, target, target_format, words, overwrite=overwrite)
    reading = read_or_fail(source, words, _files.Known(**known))
    completion = complete(reading.report, totals=totals, parts=parts)
    write_report(completion.report, target, target_format, words)
    _print_filled(completion, words)
    print_notes(reading, words)


def _print_filled(completion: Completion, words: Words) -> None:
    """Print what was filled in, a line each; the report itself may go to standard output."""
    screen = console(stderr=True)
    for path, figure in completion.filled.items():
        name = name_of(completion.report, path) if words.language == "zh" else path
        screen.print(prose(words("named", name=name, reason=figure)), soft_wrap=True)
    if not completion.filled:
        screen.print(prose(words("nothing-filled")), soft_wrap=True)

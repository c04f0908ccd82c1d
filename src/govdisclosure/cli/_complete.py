"""``complete``: a report with the totals filled in that its other figures tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import click

from govdisclosure.cli import _files
from govdisclosure.cli._console import console, prose
from govdisclosure.cli._convert import print_notes, read_or_fail, require_target, write_report
from govdisclosure.cli._options import Command, OneOf, common_options, format_choice, reading_options, words_of
from govdisclosure.completion import WAYS, complete
from govdisclosure.model.cells import put
from govdisclosure.model.naming import name_of
from govdisclosure.model.report import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govdisclosure.cli._texts import Words
    from govdisclosure.model.notes import Reading
    from govdisclosure.model.report import AnnualReport


@click.command("complete", cls=Command)
@click.argument("source", metavar="IN")
@click.argument("target", metavar="OUT")
@click.option("--totals", type=OneOf(WAYS), default=WAYS[0])
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
    report, in_doubt = completion.report, _in_doubt(reading)
    filled = {path: figure for path, figure in completion.filled.items() if _section(path) not in in_doubt}
    left = completion.filled.keys() - filled.keys()
    for path in left:
        put(report, path, None)
    write_report(report, target, target_format, words)
    _print_filled(report, filled, words)
    _print_left({_section(path) for path in left}, words)
    print_notes(reading, words)


def _in_doubt(reading: Reading) -> set[str]:
    """Give the sections with figures that may be others than those that were read: these prove no total."""
    return {_section(path) for note in reading.notes for path in note.paths}


def _section(path: str) -> str:
    return path.partition(".")[0]


def _print_filled(report: AnnualReport, filled: Mapping[str, int], words: Words) -> None:
    """Print what was filled in, a line each; the report itself may go to standard output."""
    screen = console(stderr=True)
    for path, figure in filled.items():
        name = name_of(report, path) if words.language == "zh" else path
        screen.print(prose(words("named", name=name, reason=figure)), soft_wrap=True)
    if not filled:
        screen.print(prose(words("nothing-filled")), soft_wrap=True)


def _print_left(sections: set[str], words: Words) -> None:
    """Print which tables have totals that were left blank because of their notes."""
    screen = console(stderr=True)
    for section in sorted(sections):
        name = HEADINGS[section] if words.language == "zh" else section
        screen.print(prose(words("named", name=name, reason=words("not-filled"))), soft_wrap=True)

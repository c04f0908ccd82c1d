"""``read``: a report as it was read, and what its reading could not decide."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click
from rich.table import Table
from rich.text import Text

from govdisclosure.cli._console import console, prose
from govdisclosure.cli._convert import print_notes, read_or_fail
from govdisclosure.cli._files import Known
from govdisclosure.cli._marks import Marks
from govdisclosure.cli._options import Command, common_options, reading_options, source_format_choice, words_of
from govdisclosure.cli._outcomes import note_line
from govdisclosure.cli._show import parts
from govdisclosure.cli._streams import write_json
from govdisclosure.json import dumps
from govdisclosure.model.report import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.cli._texts import Words
    from govdisclosure.model.notes import Note, Reading
    from govdisclosure.model.values import JSON


@click.command("read", cls=Command)
@click.argument("file", metavar="FILE")
@click.option("--notes", "with_notes", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@click.option("--from", "source_format", type=source_format_choice())
@reading_options
@common_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    file: str,
    *,
    with_notes: bool,
    as_json: bool,
    source_format: str | None,
    **known: Any,  # noqa: ANN401 - what the user knows of the source
) -> None:
    """Read a report, and show what is not sure of it."""
    words = words_of(ctx)
    reading = read_or_fail(file, words, Known(source_format, **known))
    if as_json:
        notes: list[JSON] = [note.to_json() for note in reading.notes]
        write_json({"file": file, "report": json.loads(dumps(reading.report)), "notes": notes})
    else:
        _print(reading, words, with_notes=with_notes)


def _print(reading: Reading, words: Words, *, with_notes: bool) -> None:
    """Print the form; with its notes, those on a section below it, by the numbers that stand beside its rows."""
    screen = console()
    marks = Marks(notes=reading.notes, numbered=True) if with_notes else Marks()

    def below(section: str) -> Iterator[Table]:
        numbered = [(number, note) for number, note in enumerate(marks.notes, 1) if _section(note) == section]
        if numbered:
            yield _listed(numbered, words)

    for part in parts(reading.report, words, marks, below=below):
        screen.print(part)
    if with_notes:
        screen.print()
        screen.print(marks.legend(words) if reading.notes else Text(words("exact"), "green"))
    else:
        print_notes(reading, words)


def _section(note: Note) -> str:
    """Give the name of the section that a note is on; an empty one for a note on the metadata, or on nothing."""
    name = note.paths[0].partition(".")[0].partition("[")[0] if note.paths else ""
    return name if name in SECTIONS else ""


def _listed(numbered: list[tuple[int, Note]], words: Words) -> Table:
    listed = Table.grid(padding=(0, 1, 0, 0))
    for number, note in numbered:
        listed.add_row(Text(f"[{number}]", "bold cyan"), prose(note_line(note, words)))
    return listed

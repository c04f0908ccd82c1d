"""``explain``: what the codes of findings and notes mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import click
from rich import box
from rich.table import Table
from rich.text import Text

from govdisclosure.batch import codes
from govdisclosure.checks import rules
from govdisclosure.cli._console import console, prose, text
from govdisclosure.cli._options import Command, common_options, unknown_code, words_of
from govdisclosure.cli._outcomes import STYLES
from govdisclosure.form import wording
from govdisclosure.form.advice import advice_on
from govdisclosure.model.naming import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from govdisclosure.checks import Rule
    from govdisclosure.cli._texts import Words
    from govdisclosure.model.message import Message

_SENTENCE_END: Final = re.compile(r"。|\.(?:\s|$)")


@click.command("explain", cls=Command)
@click.argument("code", required=False, metavar="[CODE]")
@click.option("--python", "as_python", is_flag=True)
@common_options
@click.pass_context
def command(ctx: click.Context, /, code: str | None, *, as_python: bool) -> None:
    """Explain a code."""
    words, screen = words_of(ctx), console()
    known = {rule.code: rule for rule in rules()}
    if code is None:
        _list(screen, words)
        return
    wanted = code.strip().upper()
    everything = list(dict.fromkeys((*known, *wording.note_codes(), *wording.error_codes(), *codes.WORDS)))
    matching = [wanted] if wanted in everything else [each for each in everything if each.startswith(wanted)]
    if not matching:
        raise unknown_code(wanted, everything, words)
    for place, each in enumerate(matching):
        if place:
            screen.print()
        screen.print(Text(each, "bold"))
        if each in known:
            _explain(screen, known[each], words, as_python=as_python)
        if each in known and each in wording.note_codes():
            screen.print()
        _explain_reading(screen, each, words)


def _explain_reading(screen: Console, code: str, words: Words) -> None:
    """Print what the code of a note or an error says, and what to do; nothing for any other."""
    if code in codes.WORDS:
        _print_reading(screen, "error-code", codes.general(code), (codes.ADVICE[code],), words)
    elif code in wording.error_codes():
        _print_reading(screen, "error-code", wording.general(code), advice_on(code), words)
    elif code in wording.note_codes():
        _print_reading(screen, "note-code", wording.general(code), advice_on(code), words)


def _print_reading(screen: Console, kind: str, said: Message, advice: Iterable[Message], words: Words) -> None:
    screen.print(text(words(kind)))
    screen.print(text(words.of(said), "dim"))
    screen.print(prose(words("what-to-do", advice=words("alternatives").join(map(words.of, advice)))))


def _explain(screen: Console, rule: Rule, words: Words, *, as_python: bool) -> None:
    """Print what the page of the rule has; its example as rows of the form, or as Python."""
    from govdisclosure.checks.examples import explained  # noqa: PLC0415 - a list of the codes needs no examples

    for part in explained(rule, words.language):
        if part.kind == "code" and not as_python:
            continue
        if part.title:
            screen.print(Text(f"\n{part.title}", "bold"))
        for line in part.lines:
            if part.kind == "code":
                # A line of code is not broken: it can be copied.
                screen.print(text(line), soft_wrap=True)
            else:
                screen.print(prose(line))
    if not as_python:
        _print_example(screen, rule, words)


def _print_example(screen: Console, rule: Rule, words: Words) -> None:
    from govdisclosure.cli._example_rows import rows_of  # noqa: PLC0415 - as above

    example = rows_of(rule.code, words)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="dim")
    for key in ("example", "fails", "passes"):
        table.add_column(words(key), overflow="fold")
    for row in example.rows:
        style = "" if row.before == row.after else STYLES[rule.severity]
        table.add_row(prose(row.name), prose(row.before, style), prose(row.after))
    if example.more:
        table.add_row(words("more-rows", n=example.more))
    screen.print()
    screen.print(table)
    for said in example.findings:
        screen.print(prose(said, "dim"))


def _list(screen: Console, words: Words) -> None:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="dim")
    table.add_column(words("severity"), no_wrap=True)
    table.add_column(words("code"), no_wrap=True)
    table.add_column(words("finding"))
    for rule in rules():
        severity = Text(words.of(SEVERITIES[rule.severity]), STYLES[rule.severity])
        table.add_row(severity, rule.code, prose(_SENTENCE_END.split(words.of(rule.about))[0]))
    table.add_section()
    for code in wording.note_codes():
        table.add_row(words("note-short"), code, prose(words.of(wording.general(code))))
    table.add_section()
    for code in wording.error_codes():
        table.add_row(words("unreadable-title"), code, prose(words.of(wording.general(code))))
    for code in codes.WORDS:
        table.add_row(words("unreadable-title"), code, prose(words.of(codes.general(code))))
    screen.print(table)

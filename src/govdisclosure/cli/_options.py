"""What all commands share: the language, help in that language, and failures that end in one line."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Final, TypeVar

import click

from govdisclosure.cli._streams import harmless
from govdisclosure.cli._texts import TEXTS, Words, default_language

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govdisclosure.model.message import Language

_F = TypeVar("_F", bound="Callable[..., object]")
_LANGUAGE: Final = "govdisclosure.language"


# Of the help of a command, the list of commands has what stands before the first of these.
_BREAK: Final = re.compile("[：；。:;.]")


class Failure(click.ClickException):
    """What keeps a command from doing its work: one line, exit status 2."""

    exit_code = 2

    def __init__(self, words: Words, reason: str) -> None:
        super().__init__(words("failure", reason=harmless(reason)))

    def show(self, file: object = None) -> None:  # noqa: ARG002 - as click.ClickException
        """Write the line to standard error."""
        click.echo(self.message, err=True)


class Command(click.Command):
    """A command whose help is in the language that was asked for."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help."""
        speak(self, words_of(ctx))
        super().format_help(ctx, formatter)


def unknown_code(code: str, known: Sequence[str], words: Words) -> Failure:
    """Say that there is no such code, and name the nearest."""
    nearest = difflib.get_close_matches(code, known, n=3, cutoff=0)
    return Failure(words, words("unknown-code", code=code, nearest=words("list-separator").join(nearest)))


def unwritable(target: object, error: OSError, words: Words) -> Failure:
    """Say that a file cannot be written, and why: in the words of the system, if it has any."""
    return Failure(words, words("unwritable", name=target, reason=error.strerror or error))


def words_of(ctx: click.Context) -> Words:
    """Give the texts in the language of the call."""
    language: Language | None = ctx.meta.get(_LANGUAGE)
    return Words(language or default_language())


def speak(command: click.Command, words: Words) -> None:
    """Give a command and its options their help: texts are found by the names of both."""
    command.help = words(f"help.{command.name}" if f"help.{command.name}" in TEXTS else "help")
    command.short_help = _BREAK.split(command.help)[0]
    for option in command.params:
        if isinstance(option, click.Option):
            own = f"help.{command.name}.{option.name}"
            option.help = words(own if own in TEXTS else f"help.{option.name}")


def common_options(command: _F) -> _F:
    """Add ``--lang``, which the program and each command take, and ``--help``."""
    language = click.option(
        "--lang", type=click.Choice(["zh", "en"]), is_eager=True, expose_value=False, callback=_keep_language
    )
    return language(click.help_option("--help")(command))


def format_choice() -> click.Choice[str]:
    """Give the names of all formats to choose from."""
    from govdisclosure.formats import FORMATS  # noqa: PLC0415 - the program itself needs none

    return click.Choice(list(FORMATS))


def source_format_choice() -> click.Choice[str]:
    """Give the names of the formats that are read to choose from."""
    from govdisclosure.formats import FORMATS  # noqa: PLC0415 - as above

    return click.Choice([known.name for known in FORMATS.values() if known.takes is not None])


def reading_options(command: _F) -> _F:
    """Add what a user knows of a source: ``--agency``, ``--year``, ``--allow-blank``."""
    from govdisclosure.model.report import MAX_YEAR  # noqa: PLC0415 - the program itself needs no report

    options = (
        click.option("--agency", metavar="NAME", callback=_agency),
        click.option("--year", type=click.IntRange(1, MAX_YEAR)),
        click.option("--allow-blank", is_flag=True),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _agency(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    from govdisclosure.model.report import Agency  # noqa: PLC0415 - as above

    try:
        return value and Agency(name=value).name
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def _keep_language(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        ctx.meta[_LANGUAGE] = value

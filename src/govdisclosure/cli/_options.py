"""What all commands share: their options, and failures that end in one line."""

from __future__ import annotations

import difflib
import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from govdisclosure.cli._system import reason_of
from govdisclosure.cli._usage import (
    LANGUAGES,
    Command,
    Failure,
    NumberOf,
    OneOf,
    WrongUsage,
    YearOf,
    keep_language,
    words_of,
)
from govdisclosure.paths import is_folder, is_there

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govdisclosure.cli._texts import Words

__all__ = [
    "Command",
    "Failure",
    "NumberOf",
    "OneOf",
    "WrongUsage",
    "YearOf",
    "agency_name",
    "common_options",
    "format_choice",
    "reading_options",
    "require_folder",
    "source_format_choice",
    "unknown_code",
    "unwritable",
    "words_of",
    "written_suffixes",
]

_F = TypeVar("_F", bound="Callable[..., object]")


def unknown_code(code: str, known: Sequence[str], words: Words) -> Failure:
    """Say that there is no such code, and name the nearest."""
    nearest = difflib.get_close_matches(code, known, n=3, cutoff=0)
    return Failure(words, words("unknown-code", code=code, nearest=words("list-separator").join(nearest)))


def unwritable(target: object, error: OSError, words: Words) -> Failure:
    """Say that a file cannot be written, and why."""
    return Failure(words, words("unwritable", name=target, reason=reason_of(error, words)))


def require_folder(target: str, words: Words) -> None:
    """
    Make sure, before the work, that there is the folder in which a file is to be written.

    Raises:
        Failure: If there is none.
    """
    folder = Path(target).parent
    if not is_folder(folder):
        number = errno.ENOTDIR if is_there(folder) else errno.ENOENT
        raise unwritable(target, OSError(number, os.strerror(number)), words)


def common_options(command: _F) -> _F:
    """Add ``--lang``, which the program and each command take, and ``--help``."""
    language = click.option("--lang", type=OneOf(LANGUAGES), is_eager=True, expose_value=False, callback=keep_language)
    return language(click.help_option("--help")(command))


def format_choice() -> OneOf:
    """Give the names of all formats to choose from."""
    from govdisclosure.formats import FORMATS  # noqa: PLC0415 - the program itself needs none

    return OneOf(FORMATS)


def source_format_choice() -> OneOf:
    """Give the names of the formats that are read to choose from."""
    from govdisclosure.formats import FORMATS  # noqa: PLC0415 - as above

    return OneOf([known.name for known in FORMATS.values() if known.takes is not None])


def written_suffixes() -> list[str]:
    """Give the suffixes of the files that are written."""
    from govdisclosure.formats import FORMATS  # noqa: PLC0415 - as above

    return [suffix for known in FORMATS.values() if known.writes is not None for suffix in known.suffixes]


def reading_options(command: _F) -> _F:
    """Add what a user knows of a source: ``--agency``, ``--year``, ``--allow-blank``."""
    options = (
        click.option("--agency", metavar="NAME", callback=agency_name),
        click.option("--year", type=YearOf()),
        click.option("--allow-blank", is_flag=True),
    )
    for option in reversed(options):
        command = option(command)
    return command


def agency_name(ctx: click.Context, _: click.Parameter, value: str | None) -> str | None:
    """Take what can be the name of an agency."""
    from govdisclosure.model.report import Agency  # noqa: PLC0415 - the program itself needs no report

    try:
        return value and Agency(name=value).name
    except ValueError as error:
        raise WrongUsage(ctx, "no-name", given=value) from error

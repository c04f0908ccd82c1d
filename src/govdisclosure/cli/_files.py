"""Which files are meant by the arguments of a call, and reading them."""

from __future__ import annotations

import glob
import os
import sys
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure import formats
from govdisclosure.errors import MissingDependency, ReadError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.cli._texts import Words
    from govdisclosure.model.notes import Reading

STANDARD: Final = "-"
# Hidden files, and those that Word and Excel keep beside a document that is open.
_LOCK: Final = "~$"
_BESIDE: Final = (".", _LOCK)
OLD_OFFICE: Final = frozenset({".doc", ".dot", ".wps", ".wpt", ".xls", ".xlt", ".et"})
"""Suffixes of documents that an office can save in a format that is read."""
_OFFICE: Final = frozenset({".odt", ".ods", ".rtf", ".ofd", ".pages", ".numbers", ".docm", ".xlsm", ".mht", ".mhtml"})
_PICTURES: Final = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff"})
_UNREAD: Final = _OFFICE | _PICTURES | {".zip", ".rar", ".7z"}


@frozen
class Source:
    """
    One thing to be read.

    Args:
        name: As given, or as found below a directory; ``-`` is standard input.
        error: Why there is nothing to be read; None for a file.
    """

    name: str
    error: str | None = None

    def shown(self, words: Words) -> str:
        """Give the name for people."""
        return words("stdin") if self.name == STANDARD else self.name


@frozen
class Known:
    """
    What a user knows of a source; it wins over what the source tells.

    Args:
        format: Name of its format.
        agency: Name of the agency.
        year: The year reported on.
        allow_blank: Whether an empty form is read that others wrote.
    """

    format: str | None = None
    agency: str | None = None
    year: int | None = None
    allow_blank: bool = False


_NOTHING: Final = Known()


class Unreadable(Exception):  # noqa: N818 - as ReadError says, it is the source
    """A source that cannot be read, with the reason in one line."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def find(arguments: Iterable[str], words: Words) -> list[Source]:
    """
    Give the sources that the arguments name, each file once, in the order of the arguments.

    A file that is named is taken whatever its suffix. A directory stands for all files below it that have the suffix
    of a format, sorted; what begins with a dot or ``~$`` is left out. A name that does not exist may be a glob, for
    shells that do not expand them. What names nothing is a source with an error.
    """
    by_path: dict[object, Source] = {}
    for argument in arguments:
        for source in _sources(argument, words):
            by_path.setdefault(source if source.name == STANDARD else Path(source.name).resolve(), source)
    return list(by_path.values())


def left_out(arguments: Iterable[str]) -> Iterator[str]:
    """
    Give the files in the directories that the arguments name which may hold reports, and are in no format that is read.

    What an office keeps beside a document that is open (``~$a.doc``) holds none.
    """
    for folder in chain.from_iterable(map(_folders, arguments)):
        yield from (name for name in _walked(folder, []) if Path(name).suffix.lower() in OLD_OFFICE | _UNREAD)


def _folders(argument: str) -> list[str]:
    """Give the directories that an argument names, for which the files below them stand."""
    if Path(argument).is_dir():
        return [argument]
    # Of a pattern with **, the files in every directory are matched themselves.
    if argument == STANDARD or "**" in argument or not glob.has_magic(argument) or Path(argument).is_file():
        return []
    return [name for name in sorted(glob.glob(argument)) if Path(name).is_dir()]  # noqa: PTH207 - as below


def _sources(argument: str, words: Words) -> Iterator[Source]:
    if argument == STANDARD or not (Path(argument).is_dir() or glob.has_magic(argument)) or Path(argument).is_file():
        yield Source(argument)
    # reports/2021
    elif Path(argument).is_dir():
        yield from _below(argument, words)
    # reports/**/*.docx, in quotation marks or on a shell that leaves it
    else:
        matched = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - the pattern may be absolute
        files = [name for name in matched if Path(name).is_file() and not Path(name).name.startswith(_LOCK)]
        folders = _folders(argument)
        yield from map(Source, files)
        for folder in folders:
            yield from _below(folder, words)
        if not files and not folders:
            yield Source(argument, words("no-match"))


def _below(directory: str, words: Words) -> Iterator[Source]:
    suffixes = tuple(formats.suffixes_read())
    refused: list[OSError] = []
    nothing = True
    for name in _walked(directory, refused):
        if name.lower().endswith(suffixes):
            nothing = False
            yield Source(name)
    for error in refused:
        yield Source(str(error.filename), error.strerror)
    if nothing and not refused:
        yield Source(directory, words("no-report", suffixes="/".join(suffixes)))


def _walked(directory: str, refused: list[OSError]) -> Iterator[str]:
    """Give the files below a directory, sorted; what cannot be listed is added to ``refused``."""
    for folder, folders, names in os.walk(directory, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (str(Path(folder, name)) for name in sorted(names) if not name.startswith(_BESIDE))


def read(source: Source, words: Words, known: Known = _NOTHING) -> Reading:
    """
    Read a source.

    Raises:
        Unreadable: If it is no report, is not there, cannot be opened, or needs an extra that is not installed.
    """
    if source.error is not None:
        raise Unreadable(source.error)
    try:
        return formats.read(
            sys.stdin.buffer if source.name == STANDARD else source.name,
            format=known.format,
            agency=known.agency,
            year=known.year,
            allow_blank=known.allow_blank,
        )
    except (MissingDependency, ReadError) as error:
        raise Unreadable(words.of(error.message)) from error
    except FileNotFoundError as error:
        raise Unreadable(words("no-file")) from error
    except OSError as error:
        raise Unreadable(error.strerror or str(error)) from error

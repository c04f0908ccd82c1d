"""Which files are meant by the arguments of a call, and reading them."""

from __future__ import annotations

import glob
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure import formats
from govdisclosure.batch.members import passed_over
from govdisclosure.cli._kinds import UNREAD
from govdisclosure.cli._outputs import is_own
from govdisclosure.cli._system import reason_of, why_unread
from govdisclosure.cli._texts import TEXTS
from govdisclosure.errors import MissingDependency, ReadError
from govdisclosure.paths import is_file, is_folder, is_stream, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.cli._texts import Words
    from govdisclosure.model.message import Message
    from govdisclosure.model.notes import Reading

STANDARD: Final = "-"
# Hidden files, and those that Word and Excel keep beside a document that is open.
_LOCK: Final = "~$"
_BESIDE: Final = (".", _LOCK)


@frozen
class Source:
    """
    One thing to be read.

    Args:
        name: As given, or as found below a directory; ``-`` is standard input.
        error: Why there is nothing to be read; None for a file. What has one is no file: a folder without reports.
    """

    name: str
    error: str | None = None

    def shown(self, words: Words) -> str:
        """Give the name for people."""
        return words("stdin") if self.name == STANDARD else self.name

    def unread(self, reason: str | None, words: Words) -> str:
        """Say why nothing was read: a file cannot be; of what is none, the reason says all."""
        return words("unreadable", reason=reason) if self.error is None else self.error


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


@frozen
class Named:
    """
    What the arguments of a call name.

    Args:
        sources: What is read, each file once, in the order of the arguments.
        left_out: The files of folders and archives that may be reports and are in no format that is read.
        own: The files that ``check`` itself wrote, which are no reports.
    """

    sources: tuple[Source, ...]
    left_out: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


def find(arguments: Sequence[str], words: Words) -> list[Source]:
    """Give the sources that the arguments name; see ``Search``."""
    return list(Search(words).through(arguments).sources)


class Search:
    """
    A search for what the arguments of a call name.

    A file that is named is taken whatever its suffix. A directory stands for all files below it that have the suffix of
    a format, sorted; what begins with a dot or ``~$`` is left out, and so is what ``check`` itself wrote. A name that
    does not exist may be a glob, for shells that do not expand them. What names nothing is a source with an error.

    Args:
        words: The language.
        besides: Files and folders that the call needs for something else: none of the reports of a folder.
    """

    def __init__(self, words: Words, besides: Iterable[str] = ()) -> None:
        self._words = words
        self._besides = {whole(name) for name in besides if name != STANDARD}
        self._sources: dict[object, Source] = {}
        self._left_out: dict[str, None] = {}
        self._own: dict[str, None] = {}

    def through(self, arguments: Sequence[str]) -> Named:
        """Go through the arguments, and give what they name."""
        # A shell that expands 2025/* names what is in a folder one by one; what is named alone is meant.
        is_alone = len(arguments) == 1
        meant = [whole(argument) for argument in arguments]
        # check 2025 --previous . looks for last year's reports in all that is not 2025.
        self._besides = {path for path in self._besides if not any(each.is_relative_to(path) for each in meant)}
        for argument in arguments:
            self._argument(argument, is_alone=is_alone)
        if not self._sources:
            self._take(Source(arguments[0], self._words("no-match")))
        read = {whole(source.name) for source in self._sources.values()}
        left_out = tuple(name for name in self._left_out if whole(name) not in read)
        return Named(tuple(self._sources.values()), left_out, tuple(self._own))

    def _argument(self, argument: str, *, is_alone: bool) -> None:
        # reports/2021
        if argument != STANDARD and is_folder(argument):
            self._below(argument, is_alone=is_alone)
        elif argument != STANDARD and glob.has_magic(argument) and not is_file(argument):
            self._matching(argument)
        elif argument == STANDARD or is_alone:
            self._take(Source(argument))
        else:
            self._one_of_many(argument)

    def _matching(self, pattern: str) -> None:
        """Take what a pattern matches: reports/**/*.docx, in quotation marks or on a shell that leaves it."""
        matched = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - the pattern may be absolute
        files = [name for name in matched if is_file(name) and not Path(name).name.startswith(_LOCK)]
        # Of a pattern with **, the files in every directory are matched themselves.
        folders = [] if "**" in pattern else [name for name in matched if is_folder(name)]
        for name in files:
            self._one_of_many(name)
        for folder in folders:
            self._below(folder, is_alone=False)
        if not files and not folders:
            self._take(Source(pattern, self._words("no-match")))

    def _below(self, directory: str, *, is_alone: bool) -> None:
        suffixes = tuple(formats.suffixes_read())
        refused: list[OSError] = []
        written = len(self._own)
        is_empty = True
        for name in _walked(directory, refused):
            if name.lower().endswith(suffixes):
                is_empty = not self._one_of_many(name) and is_empty
            elif Path(name).suffix.lower() in UNREAD and not self._is_besides(whole(name)):
                self._left_out[name] = None
        for error in refused:
            self._take(Source(str(error.filename), reason_of(error, self._words)))
        # 2025/pages, of which 2025/* has made an argument
        is_output = len(self._own) > written and not is_alone
        if is_empty and not refused and not is_output:
            self._take(Source(directory, self._words("no-report", suffixes="/".join(suffixes))))

    def _one_of_many(self, name: str) -> bool:
        """Take a file, unless it is none that anybody means; tell whether it was taken."""
        path = whole(name)
        if path.name.startswith(_LOCK) or self._is_besides(path):
            return False
        if is_own(name):
            self._own[name] = None
            return False
        self._take(Source(name))
        return True

    def _is_besides(self, path: Path) -> bool:
        return not self._besides.isdisjoint((path, *path.parents))

    def _take(self, source: Source) -> None:
        taken = self._sources.setdefault(source if source.name == STANDARD else whole(source.name), source)
        others = passed_over(source.name) if taken is source else ()
        self._left_out.update((name, None) for name in others if Path(name).suffix.lower() in UNREAD)


def _walked(directory: str, refused: list[OSError]) -> Iterator[str]:
    """Give the files below a directory, sorted; what cannot be listed is added to ``refused``."""
    for folder, folders, names in os.walk(directory, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        below = (str(Path(folder, name)) for name in sorted(names) if not name.startswith(_BESIDE))
        yield from (name for name in below if not is_stream(name))


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
    except MissingDependency as error:
        raise Unreadable(words.of(error.message)) from error
    except ReadError as error:
        raise Unreadable(reason(error.code, error.message, words)) from error
    except OSError as error:
        raise Unreadable(why_unread(error, words)) from error


def reason(code: str, message: Message, words: Words) -> str:
    """Give the reason with what a user of the command line can do, where the library names what a program can."""
    own = f"unreadable.{code}"
    return words(own) if own in TEXTS else words.of(message)

"""The console, which takes no text for markup, and breaks Chinese where it can be broken."""

from __future__ import annotations

import io
import os
import re
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NoReturn, TextIO, cast

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from govdisclosure.cli._streams import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.containers import Lines


# What stays on one line: a word that is not Chinese, or a character of Chinese, with the marks that belong to it.
_PIECE: Final = re.compile(r"[（“《〔「]*(?:[^\s\u2e80-\uffff“”]+|.?)[，。、；：！？）”》〕」]*[^\S\n]*\n?", re.DOTALL)


_END: Final = re.compile(r"[^\S\n]+(?=\n|$)")
_UNFOLDED: Final = 10_000
"""Columns of a file: more than any line has."""


class _Console(Console):
    """A console that leaves a broken pipe to its caller."""

    def on_broken_pipe(self) -> NoReturn:
        """Raise instead of exiting with a status that has another meaning here."""
        raise BrokenPipeError


class _Trimmed(io.TextIOBase):
    """A file in which no line ends with the blanks that fill up the columns of a table."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """The encoding of the file, which tells what boxes it can show."""
        return self._file.encoding or "ascii"

    def write(self, text: str) -> int:
        """Write lines without the blanks at their ends."""
        return self._file.write(_END.sub("", text))

    def flush(self) -> None:
        """Hand on what was written."""
        self._file.flush()


def console(*, stderr: bool = False) -> Console:
    """
    Give a console that takes no text for markup.

    It is as wide as the terminal, or as ``COLUMNS`` says; a file or a pipe, which nobody folds again, has lines as
    long as they are.
    """
    screen = _Console(stderr=stderr, highlight=False, markup=False, emoji=False)
    if screen.is_terminal or "COLUMNS" in os.environ:
        return screen
    file = cast("TextIO", _Trimmed(sys.stderr if stderr else sys.stdout))
    return _Console(file=file, width=_UNFOLDED, highlight=False, markup=False, emoji=False)


def text(words: str, style: str = "") -> Text:
    """Make harmless text of words from anywhere."""
    return Text(harmless(words), style)


class _Prose(Text):
    """Text that can be broken between any two Chinese characters, and not only at blanks."""

    def wrap(self, console: Console, width: int, **options: Any) -> Lines:  # noqa: ANN401
        """Break the text into lines of at most ``width`` columns; of the options of rich, ``justify`` is heeded."""
        lines = self.divide(_breaks(self.plain, width))
        for line in lines:
            line.rstrip()
        lines.justify(console, width, justify=options["justify"])
        return lines


def prose(words: str, style: str = "") -> Text:
    """Make harmless text like ``text``, for columns in which it is broken as Chinese is."""
    return _Prose(harmless(words), style)


def broken(words: str, width: int) -> Iterator[str]:
    """Give words as lines of at most ``width`` columns, at least one, broken as Chinese is."""
    starts = [0, *_breaks(words, width), len(words)]
    yield from (words[start:end].rstrip() for start, end in pairwise(starts))


def _breaks(plain: str, width: int) -> list[int]:
    """Give the places where lines begin, but the first."""
    starts: list[int] = []
    used = 0
    for piece in _PIECE.finditer(plain):
        whole = cell_len(piece.group().rstrip())
        if used and used + whole > width:
            starts.append(piece.start())
            used = 0
        for at, mark in enumerate(piece.group(), piece.start()):
            if whole > width and used + cell_len(mark) > width:
                starts.append(at)
                used = 0
            used += cell_len(mark)
        if piece.group().endswith("\n"):
            starts.append(piece.end())
            used = 0
    return starts

"""The console, which takes no text for markup, and breaks Chinese where it can be broken."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NoReturn

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from govdisclosure.cli._streams import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.containers import Lines


# What stays on one line: a word that is not Chinese, or a character of Chinese, with the marks that belong to it.
_PIECE: Final = re.compile(r"[（“《〔「]*(?:[^\s\u2e80-\uffff“”]+|.?)[，。、；：！？）”》〕」]*[^\S\n]*\n?", re.DOTALL)


class _Console(Console):
    """A console that leaves a broken pipe to its caller."""

    def on_broken_pipe(self) -> NoReturn:
        """Raise instead of exiting with a status that has another meaning here."""
        raise BrokenPipeError


def console(*, stderr: bool = False) -> Console:
    """Give a console that takes no text for markup; it is as wide as the terminal, or as ``COLUMNS`` says."""
    return _Console(stderr=stderr, highlight=False, markup=False, emoji=False)


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

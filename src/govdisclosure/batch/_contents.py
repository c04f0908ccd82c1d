"""What is in a file: one content, or of JSON Lines one on each line; never more of it in memory than one may be."""

from __future__ import annotations

import codecs
from typing import IO, TYPE_CHECKING, Final

from attrs import field, frozen

from govdisclosure.batch._failures import Failure, failure, failure_of
from govdisclosure.batch.codes import NO_REPORT
from govdisclosure.form.wording import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.formats import Limits

SUFFIXES_OF_LINES: Final = (".jsonl", ".ndjson")
_PIECE: Final = 1024 * 1024
"""Bytes of a line that is too long, of which the end is looked for."""


@frozen
class Item:
    """
    One content of a source, or why there is none.

    Args:
        name: What its outcome is called by.
        content: The content; None if there is none.
        format: Name of its format; None to tell it by the content.
        failure: Why there is none.
    """

    name: str
    content: bytes | None = field(default=None, repr=False)
    format: str | None = None
    failure: Failure | None = None


def contents_of(name: str, file: IO[bytes], limits: Limits) -> Iterator[Item]:
    """
    Read a file, or each line of one of JSON Lines.

    Args:
        name: Its name; that it is JSON Lines is told by the suffix, since a first line is a whole report as well.
        file: The file, open.
        limits: How long a content can be.

    Raises:
        OSError: If it cannot be read.
    """
    if name.lower().endswith(SUFFIXES_OF_LINES):
        yield from _lines(name, file, limits)
        return
    content = _whole(file, limits.max_bytes + 1)
    yield _too_large(name, limits) if len(content) > limits.max_bytes else Item(name, content)


def _whole(file: IO[bytes], most: int) -> bytes:
    """Read up to so many bytes; a stream gives what it has, and ends where nothing comes."""
    pieces = []
    while most > 0 and (piece := file.read(most)):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def _lines(name: str, file: IO[bytes], limits: Limits) -> Iterator[Item]:
    """Read line by line; those that are empty hold nothing, and are counted."""
    number = told = 0
    while line := file.readline(limits.max_bytes + 1):
        number += 1
        place = f"{name}:{number}"
        if len(line) > limits.max_bytes:
            _skip_line(line, file)
            told += 1
            yield _too_large(place, limits)
            continue
        content = (line.removeprefix(codecs.BOM_UTF8) if number == 1 else line).strip()
        if content:
            told += 1
            yield Item(place, content, "json")
    if not told:
        yield Item(name, failure=failure(NO_REPORT))


def _skip_line(begun: bytes, file: IO[bytes]) -> None:
    while begun and not begun.endswith(b"\n"):
        begun = file.readline(_PIECE)


def _too_large(name: str, limits: Limits) -> Item:
    return Item(name, failure=failure_of(problem("TOO-LARGE", limit=limits.max_bytes)))

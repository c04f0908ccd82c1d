"""The sources of a call, read: each with its settings, and why it could not be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from attrs import frozen

from govdisclosure.cli import _files
from govdisclosure.cli._files import Source
from govdisclosure.cli._progress import tracked
from govdisclosure.model.notes import Reading
from govdisclosure.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govdisclosure.cli._texts import Words


@frozen
class Read:
    """
    A source, read.

    Args:
        source: The source.
        settings: The settings that hold for it.
        reading: Its reading; None if it could not be read.
        error: Why it could not be.
    """

    source: Source
    settings: Settings
    reading: Reading | None = None
    error: str | None = None


def read_all(
    sources: Sequence[Source], settings: Sequence[Settings], words: Words, known: _files.Known
) -> Iterable[Read]:
    """Read sources, each as it is asked for, or, of many on a terminal, all behind a bar."""
    pairs = list(zip(sources, settings, strict=True))
    return tracked(partial(_read, words=words, known=known), pairs, words("reading"))


def _read(pair: tuple[Source, Settings], words: Words, known: _files.Known) -> Read:
    source, settings = pair
    try:
        return Read(source, settings, _files.read(source, words, known))
    except _files.Unreadable as error:
        return Read(source, settings, error=error.reason)

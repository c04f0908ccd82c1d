"""Reading a report: from a file, or from what a file holds."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from attrs import evolve

from govdisclosure import json
from govdisclosure.errors import ReadError, UsageError
from govdisclosure.form.blocks import MetadataBlock
from govdisclosure.form.wording import problem
from govdisclosure.formats import _sniff
from govdisclosure.formats._limits import DEFAULT, Limits
from govdisclosure.formats._registry import FORMATS, Format, HidingReader, OwnReader, known_format
from govdisclosure.model.notes import Reading
from govdisclosure.model.report import TABLES, Agency

if TYPE_CHECKING:
    from govdisclosure.form.blocks import Block
    from govdisclosure.form.clock import Clock


def read(  # noqa: PLR0913 - each is a choice of its own
    source: str | os.PathLike[str] | IO[bytes] | IO[str],
    *,
    format: str | None = None,  # noqa: A002 - the word of the public face
    agency: str | None = None,
    year: int | None = None,
    allow_blank: bool = False,
    limits: Limits = DEFAULT,
) -> Reading:
    """
    Read a report from a file.

    Args:
        source: Path of the file, or an open file.
        format: Name of its format; by default told by its content, never by its suffix.
        agency: Name of the agency, if known: it wins over what was read; see ``parse``.
        year: The year reported on, if known: it wins over what was read; see ``parse``.
        allow_blank: Whether an empty form is read that others wrote; it is no report, and refused otherwise.
        limits: The bounds within which the source is read.

    Returns:
        The report, with notes on everything that the source leaves in doubt.

    Raises:
        ReadError: If the file holds no report, or is beyond a bound.
        MissingDependency: If reading the format needs an extra that is not installed.
        OSError: If the file cannot be opened or read.
        TypeError: If ``source`` is neither a path nor an open file, or ``limits`` are no ``Limits``.
        UsageError: If the format is unknown or only written.
    """
    _require_limits(limits)
    if isinstance(source, (str, os.PathLike)):
        with Path(source).open("rb") as file:
            content = _content(file, limits.max_bytes)
    elif hasattr(source, "read"):
        content = _content(source, limits.max_bytes)
    else:
        raise TypeError(f"source must be a path or an open file, got {type(source).__name__}")
    return parse(content, format=format, agency=agency, year=year, allow_blank=allow_blank, limits=limits)


def parse(  # noqa: PLR0913 - as read
    content: str | bytes,
    *,
    format: str | None = None,  # noqa: A002 - the word of the public face
    agency: str | None = None,
    year: int | None = None,
    allow_blank: bool = False,
    limits: Limits = DEFAULT,
) -> Reading:
    """
    Read a report from text or bytes.

    Args:
        content: What a file holds.
        format: Name of its format; by default told by the content.
        agency: Name of the agency, if known: it wins over what was read. An agency of another name is replaced with its
            code and all; one of this name stays as it is.
        year: The year reported on, if known: it wins over what was read, and doubts about the year are dropped.
        allow_blank: Whether an empty form is read that others wrote; it is no report, and refused otherwise.
        limits: The bounds within which the content is read.

    Returns:
        The report, with notes on everything that the source leaves in doubt.

    Raises:
        ReadError: If the content holds no report, or is beyond a bound.
        MissingDependency: If reading the format needs an extra that is not installed.
        TypeError: If the content is neither text nor bytes, or the limits, the agency or the year of a wrong type.
        UsageError: If the format is unknown or only written.
    """
    if not isinstance(content, (str, bytes)):
        raise TypeError(f"content must be str or bytes, got {type(content).__name__}")
    _require_limits(limits)
    clock = limits.clock()
    if len(content) > limits.max_bytes:
        raise problem("TOO-LARGE", limit=limits.max_bytes)
    known = known_format(format) if format is not None else FORMATS[_sniff.format_of(content)]
    if known.takes is None:
        raise UsageError(f"format {format!r} is only written")
    try:
        reading = (
            Reading(json.read(content, clock.check))
            if known.is_json
            else _recognize(known, content, limits, clock, blank=allow_blank)
        )
    except ReadError as error:
        error.format = known.name
        raise
    return _with_known(reading, agency, year)


def _require_limits(limits: object) -> None:
    if not isinstance(limits, Limits):
        raise TypeError(f"limits must be Limits, got {type(limits).__name__}")


def _with_known(reading: Reading, agency: str | None, year: int | None) -> Reading:
    """Let what a caller knows win over what was read."""
    agency_read = reading.report.agency
    if agency is not None and (agency_read is None or agency_read.name != agency):
        reading.report.agency = Agency(name=agency)
    if year is None:
        return reading
    reading.report.year = year
    return evolve(reading, notes=(note for note in reading.notes if note.paths != ("year",)))


def _content(file: IO[bytes] | IO[str], limit: int) -> str | bytes:
    """Read up to one more than ``limit``; an unbuffered stream gives what it has, and ends only where nothing comes."""
    pieces: list[Any] = []
    left = max(limit, 0) + 1
    while left > 0:
        piece: Any = file.read(left)
        if piece is None:
            raise BlockingIOError("the source does not block and has nothing to read yet")
        pieces.append(piece)
        left -= len(piece)
        if not piece:
            break
    joined: str | bytes = pieces[0][:0].join(pieces)
    return joined


def _recognize(known: Format, content: str | bytes, limits: Limits, clock: Clock, *, blank: bool) -> Reading:
    from govdisclosure.reading.recognize import recognize  # noqa: PLC0415 - only when used

    if known.takes == "text" and isinstance(content, bytes):
        content = _sniff.decode(content)
    if known.takes == "bytes" and isinstance(content, str):
        raise problem("NOT-BYTES")
    blocks, unbelieved = _blocks(known, content, limits, clock)
    try:
        return recognize(blocks, allow_blank=blank, clock=clock, unbelieved=unbelieved)
    except ReadError as error:
        hidden = _recognize_hidden(known, content, limits, clock, blank=blank) if error.code == "NO-FORM" else None
        if hidden is None:
            raise
        return hidden


def _recognize_hidden(
    known: Format, content: str | bytes, limits: Limits, clock: Clock, *, blank: bool
) -> Reading | None:
    """Give the report that a file shows as soon as a script has run, if it is a whole one, with all its tables."""
    from govdisclosure.reading.recognize import recognize  # noqa: PLC0415 - only when used

    reader = known.reader() if known.reader is not None else None
    if not isinstance(reader, HidingReader):
        return None
    # <div id="article" style="display:none">
    blocks = reader.read_hidden(content, limits, clock)
    try:
        reading = recognize(blocks, allow_blank=blank, clock=clock)
    except ReadError:
        return None
    return reading if all(getattr(reading.report, table) is not None for table in TABLES) else None


def _blocks(
    known: Format, content: str | bytes, limits: Limits, clock: Clock
) -> tuple[list[Block], MetadataBlock | None]:
    """
    Read blocks; what says that it is ours is believed only while it still is the form that our writer makes.

    Returns:
        The blocks, and the metadata that are not believed, if there are such.
    """
    from govdisclosure.form.ours import is_ours  # noqa: PLC0415 - only when used

    assert known.reader is not None, "JSON has no blocks"
    reader = known.reader()
    blocks = reader.read(content, limits, clock)
    metadata = next((block for block in blocks if isinstance(block, MetadataBlock)), None)
    if metadata is None or is_ours(blocks):
        return blocks, None
    if isinstance(reader, OwnReader):
        return reader.read_as_shown(content, limits, clock), metadata
    return [block for block in blocks if block is not metadata], metadata

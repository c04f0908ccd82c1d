"""Reading and writing: formats are bytes and blocks, JSON is the model itself; each is imported only when used."""

from __future__ import annotations

import importlib
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from attrs import evolve, frozen

from govdisclosure import json
from govdisclosure.errors import ReadError, UsageError
from govdisclosure.formats import _sniff
from govdisclosure.layout.wording import problem
from govdisclosure.model.notes import Reading
from govdisclosure.model.report import Agency, AnnualReport

if TYPE_CHECKING:
    from types import ModuleType

MAX_BYTES: Final = 64 * 1024 * 1024


@frozen
class Format:
    """A format: its name, the suffixes of its files, and the module that makes blocks of it (None for JSON)."""

    name: str
    suffixes: tuple[str, ...]
    module: str | None = None


FORMATS: Final = {
    known.name: known for known in (Format("json", (".json",)), Format("text", (".txt",), "govdisclosure.formats.text"))
}
"""The formats by name; more come with later versions."""


def format_of(path: str | os.PathLike[str]) -> str:
    """
    Tell the format of a file by its suffix.

    Raises:
        UsageError: If no format has this suffix.
    """
    suffix = Path(path).suffix.lower()
    for known in FORMATS.values():
        if suffix in known.suffixes:
            return known.name
    suffixes = ", ".join(suffix for known in FORMATS.values() for suffix in known.suffixes)
    raise UsageError(f"no format has the suffix {suffix!r}; known are {suffixes}")


def read(
    source: str | os.PathLike[str] | IO[bytes] | IO[str],
    *,
    format: str | None = None,  # noqa: A002 - the word of the public face
    agency: str | None = None,
    year: int | None = None,
    max_bytes: int = MAX_BYTES,
) -> Reading:
    """
    Read a report from a file.

    Args:
        source: Path of the file, or an open file.
        format: Name of its format; by default told by its content, never by its suffix.
        agency: Name of the agency, if known: it wins over what was read; see ``parse``.
        year: The year reported on, if known: it wins over what was read; see ``parse``.
        max_bytes: The largest file to be read.

    Returns:
        The report, with notes on everything that the source leaves in doubt.

    Raises:
        ReadError: If the file holds no report, or is too large.
        OSError: If the file cannot be opened or read.
        TypeError: If ``source`` is neither a path nor an open file.
        UsageError: If the format is unknown.
    """
    if isinstance(source, (str, os.PathLike)):
        with Path(source).open("rb") as file:
            content = _content(file, max_bytes)
    elif hasattr(source, "read"):
        content = _content(source, max_bytes)
    else:
        raise TypeError(f"source must be a path or an open file, got {type(source).__name__}")
    if len(content) > max_bytes:
        raise problem("TOO-LARGE", limit=max_bytes)
    return parse(content, format=format, agency=agency, year=year)


def parse(
    content: str | bytes,
    *,
    format: str | None = None,  # noqa: A002 - the word of the public face
    agency: str | None = None,
    year: int | None = None,
) -> Reading:
    """
    Read a report from text or bytes.

    Args:
        content: What a file holds.
        format: Name of its format; by default told by the content.
        agency: Name of the agency, if known: it wins over what was read. An agency of another name is replaced with its
            code and all; one of this name stays as it is.
        year: The year reported on, if known: it wins over what was read, and what is in doubt of the year is no more.

    Returns:
        The report, with notes on everything that the source leaves in doubt.

    Raises:
        ReadError: If the content holds no report.
        TypeError: If the content is neither text nor bytes, or the agency or the year of a wrong type.
        UsageError: If the format is unknown.
    """
    if not isinstance(content, (str, bytes)):
        raise TypeError(f"content must be str or bytes, got {type(content).__name__}")
    known = _known(format) if format is not None else FORMATS[_sniff.format_of(content)]
    reading = Reading(json.loads(content)) if known.module is None else _recognize(_module(known), content, known.name)
    found = reading.report.agency
    if agency is not None and (found is None or found.name != agency):
        reading.report.agency = Agency(name=agency)
    if year is None:
        return reading
    reading.report.year = year
    return evolve(reading, notes=(note for note in reading.notes if note.paths != ("year",)))


def render(report: AnnualReport, format: str) -> str:  # noqa: A002 - the word of the public face
    """
    Write a report as text of a format.

    Raises:
        UsageError: If the format is unknown.
        TypeError: If a list of paragraphs was given something else than text.
        ValueError: If a paragraph holds a line break or another character that text must not have.
    """
    known = _known(format)
    if known.module is None:
        return json.dumps(report)
    from govdisclosure.layout.compose import compose  # noqa: PLC0415 - only when used

    written = _module(known).write(compose(report))
    assert isinstance(written, str), "text formats write text"
    return written


def write(
    report: AnnualReport,
    path: str | os.PathLike[str],
    *,
    format: str | None = None,  # noqa: A002 - the word of the public face
) -> None:
    """
    Write a report to a file, which is there in whole or as it was before.

    Args:
        report: The report.
        path: Path of the file.
        format: Name of its format; by default told by its suffix.

    Raises:
        UsageError: If no format has this suffix, or the format is unknown.
        OSError: If the file cannot be written.
        TypeError: If a list of paragraphs was given something else than text.
        ValueError: If a paragraph holds a line break or another character that text must not have.
    """
    target = Path(path)
    known = FORMATS[format_of(target)] if format is None else _known(format)
    written = json.indented(report) if known.module is None else render(report, known.name)
    replace_file(target, written.encode())


def replace_file(target: Path, content: bytes) -> None:
    """
    Write a file that is there in whole or as it was before, through a link; a pipe or a device is written to directly.

    Raises:
        OSError: If the file cannot be written.
    """
    if target.exists() and not target.is_file():
        target.write_bytes(content)
        return
    real = Path(os.path.realpath(target))
    temporary = real.with_name(f".govdisclosure-{secrets.token_hex(8)}")
    try:
        file = temporary.open("xb")
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error
    try:
        with file:
            if real.exists():  # Before there is anything to read: the old file may be private.
                temporary.chmod(real.stat().st_mode & 0o777)
            file.write(content)
        temporary.replace(real)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


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


def _known(name: str) -> Format:
    if name not in list(FORMATS):  # A list is searched for anything, even for what has no hash.
        raise UsageError(f"unknown format {name!r}; known are {', '.join(FORMATS)}")
    return FORMATS[name]


def _module(known: Format) -> ModuleType:
    assert known.module is not None, "JSON has no blocks"
    return importlib.import_module(known.module)


def _recognize(module: ModuleType, content: str | bytes, name: str) -> Reading:
    from govdisclosure.layout.recognize import recognize  # noqa: PLC0415 - only when used

    text = content if isinstance(content, str) else _sniff.decode(content)
    try:
        return recognize(module.read(text))
    except ReadError as error:
        error.format = name
        raise

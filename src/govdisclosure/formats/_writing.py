"""Writing a report: as text or bytes, or to a file."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, cast, overload

from govdisclosure import json
from govdisclosure.errors import UsageError
from govdisclosure.formats._registry import format_of, known_format
from govdisclosure.model.findings import Finding
from govdisclosure.model.given import all_of
from govdisclosure.model.notes import Note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from govdisclosure.form.blocks import Block
    from govdisclosure.formats._registry import ShowingWriter
    from govdisclosure.model.report import AnnualReport

_SHOWING: Final = ("html",)
"""The formats that show findings and notes on the form."""

_SIGNED: Final = ("docx", "html", "xlsx")
"""The formats that are printed, and so end in a signature block; the others have its day in their metadata."""


_Text: TypeAlias = Literal["json", "text", "markdown", "html"]
_Bytes: TypeAlias = Literal["docx", "xlsx"]


@overload
def render(
    report: AnnualReport, format: _Text, *, findings: Iterable[Finding] | None = None, notes: Iterable[Note] = ()
) -> str: ...
@overload
def render(
    report: AnnualReport, format: _Bytes, *, findings: Iterable[Finding] | None = None, notes: Iterable[Note] = ()
) -> bytes: ...
@overload
def render(
    report: AnnualReport, format: str, *, findings: Iterable[Finding] | None = None, notes: Iterable[Note] = ()
) -> str | bytes: ...
def render(
    report: AnnualReport,
    format: str,  # noqa: A002 - the word of the public face
    *,
    findings: Iterable[Finding] | None = None,
    notes: Iterable[Note] = (),
) -> str | bytes:
    """
    Write a report as text of a format, or as bytes (``docx`` and ``xlsx``).

    Args:
        report: The report.
        format: Name of the format.
        findings: What a check found, to be shown on the form; only in ``html``. With none found, the page says so; by
            default there was no check.
        notes: What its reading could not decide, to be shown on the form; only in ``html``.

    Raises:
        UsageError: If the format is unknown or only read, cannot show findings and notes, or the report is longer than
            a workbook of the form can be.
        MissingDependency: If writing the format needs an extra that is not installed.
        TypeError: If a list of paragraphs was given something else than text, or something is no report, no finding or
            no note.
        ValueError: If a paragraph holds a line break or another character that text must not have.
    """
    known = known_format(format)
    if known.writes is None:
        raise UsageError(f"format {format!r} is only read")
    findings = None if findings is None else all_of(Finding, "findings", findings)
    notes = all_of(Note, "notes", notes)
    if (findings or notes) and known.name not in _SHOWING:
        raise UsageError(f"format {format!r} does not show findings and notes; {', '.join(_SHOWING)} does")
    if known.writer is None:
        return json.dumps(report)
    writer, blocks = known.writer(), _blocks(report, known.name)
    if known.name in _SHOWING:
        return cast("ShowingWriter[str]", writer).write(blocks, findings=findings, notes=notes)
    return writer.write(blocks)


def _blocks(report: AnnualReport, name: str) -> list[Block]:
    """Lay a report out for a format."""
    from govdisclosure.writing.compose import compose  # noqa: PLC0415 - only when used
    from govdisclosure.writing.signature import signature  # noqa: PLC0415 - only when used

    blocks = compose(report)
    return [*blocks, *signature(report, blocks)] if name in _SIGNED else blocks


def render_page(
    report: AnnualReport,
    *,
    findings: Iterable[Finding],
    notes: Iterable[Note],
    list_at: str | None = None,
    in_english: bool = False,
) -> str:
    """
    Write a report as one of many web pages, as ``render`` does.

    Args:
        report: The report.
        findings: What a check found.
        notes: What its reading could not decide.
        list_at: Address of the list of the pages, to which the page has a link; None where there is none.
        in_english: Whether the English messages are shown from the beginning.
    """
    writer = known_format("html").writer
    assert writer is not None
    module = cast("ShowingWriter[str]", writer())
    return module.write(
        _blocks(report, "html"),
        findings=tuple(findings),
        notes=tuple(notes),
        list_at=list_at,
        in_english=in_english,
    )


def write(
    report: AnnualReport,
    path: str | os.PathLike[str],
    *,
    format: str | None = None,  # noqa: A002 - the word of the public face
) -> None:
    """
    Write a report to a file, which is there in whole or as it was before, also when the machine stops.

    It is written beside the file under the name ``.govdisclosure-`` and 16 hexadecimal digits, then renamed; an old
    file's permissions are kept. A process that is killed leaves a file of such a name behind, which nothing takes away:
    it could be another's that is being written.

    Args:
        report: The report.
        path: Path of the file.
        format: Name of its format; by default told by its suffix.

    Raises:
        UsageError: If no format has this suffix, the format is unknown or only read, or the report is longer than a
            workbook of the form can be.
        MissingDependency: If writing the format needs an extra that is not installed.
        OSError: If the file cannot be written.
        TypeError: If a list of paragraphs was given something else than text.
        ValueError: If a paragraph holds a line break or another character that text must not have.
    """
    target = Path(path)
    known = known_format(format_of(target) if format is None else format)
    written = json.indented(report) if known.is_json else render(report, known.name)
    replace_file(target, written.encode() if isinstance(written, str) else written)


def replace_file(target: Path, content: bytes) -> None:
    """
    Write a file that is there in whole or as it was before, through a link; a pipe or a device is written to directly.

    Raises:
        OSError: If the file cannot be written.
    """
    _replace(target, content, os.fsync)


def replace_page(target: Path, content: bytes) -> None:
    """
    Write one file of many that can be made again, as ``replace_file`` does, but do not wait for the disk.

    Raises:
        OSError: If the file cannot be written.
    """
    _replace(target, content, _leave_to_the_system)


def _leave_to_the_system(_: int) -> None:
    """Do nothing: the system writes what it holds when it likes."""


def _replace(target: Path, content: bytes, store: Callable[[int], None]) -> None:
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
            # A name can reach the disk before what it names: after a loss of power the file would be empty.
            file.flush()
            store(file.fileno())
        temporary.replace(real)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise

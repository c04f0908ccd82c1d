"""
The members of a zip archive, one by one and within bounds; nothing is ever unpacked into a folder.

An archive says itself how large its members are, and zipfile unpacks no more of one than that. So the bounds are held
against what it says, before anything is unpacked: a bomb is one by its own words.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from govdisclosure.batch._contents import SUFFIXES_OF_LINES, Item, contents_of
from govdisclosure.batch._failures import (
    ARCHIVE_NAME,
    ARCHIVE_NESTED,
    ARCHIVE_SIZE,
    NO_REPORT,
    Failure,
    failure,
    failure_of,
)
from govdisclosure.form.wording import problem
from govdisclosure.formats import suffixes_read
from govdisclosure.formats.zip_damage import DAMAGE
from govdisclosure.model.given import above_nought

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govdisclosure.formats import Limits

_ENCRYPTED: Final = 0x1
_IN_UTF_8: Final = 0x800
_ARCHIVES: Final = (".zip", ".rar", ".7z", ".tar", ".gz", ".tgz")
_SIGNATURES: Final = {b"PK\x03\x04", b"PK\x05\x06"}
# A Word document or a workbook is a zip file, too, and has this.
_OFFICE: Final = "[Content_Types].xml"
_HERE: Final = ("", ".")
# What macOS and Windows put into archives beside the files.
_BESIDE: Final = (".", "~$", "__MACOSX")


@frozen
class ArchiveLimits:
    """
    The bounds within which an archive is read; how large a member can be is among the ``Limits`` of reading.

    Args:
        max_members: How many members there can be; the list of them is in memory.
        max_ratio: How many times as large as the archive all members together can be. Pages of one site, packed one by
            one, come to some 30 times; what is made to fill a disk comes to a thousand times.

    Raises:
        TypeError: If a bound is no number.
        ValueError: If a bound is not above nought.
    """

    max_members: int = field(default=500_000, validator=above_nought)
    max_ratio: int = field(default=200, validator=above_nought)


def is_zip(name: str) -> bool:
    """
    Tell whether a file is a zip file, and not something else under its suffix.

    Raises:
        OSError: If it cannot be opened.
    """
    with Path(name).open("rb") as file:
        return file.read(4) in _SIGNATURES


def members(name: str, limits: Limits, bounds: ArchiveLimits) -> Iterator[Item]:
    """Read the members of an archive that may hold reports, in its order, each as ``archive.zip/member``."""
    try:
        archive = zipfile.ZipFile(name)
    except DAMAGE as error:
        yield Item(name, failure=failure_of(error if isinstance(error, OSError) else problem("ZIP")))
        return
    with archive:
        if _OFFICE in archive.NameToInfo:
            with Path(name).open("rb") as file:
                yield from contents_of(name, file, limits)
            return
        beyond = _beyond(archive, Path(name).stat().st_size, bounds)
        if beyond is not None:
            yield Item(name, failure=beyond)
            return
        is_empty = True
        for item in _read(archive, name, limits):
            is_empty = False
            yield item
        if is_empty:
            yield Item(name, failure=failure(NO_REPORT))


def _beyond(archive: zipfile.ZipFile, size: int, bounds: ArchiveLimits) -> Failure | None:
    """Tell which bound an archive is beyond by what it says of itself; None for none."""
    listed = archive.infolist()
    if len(listed) > bounds.max_members:
        return failure(ARCHIVE_SIZE, name="max_members", limit=bounds.max_members)
    if sum(info.file_size for info in listed) > bounds.max_ratio * size:
        return failure(ARCHIVE_SIZE, name="max_ratio", limit=bounds.max_ratio)
    return None


def _read(archive: zipfile.ZipFile, name: str, limits: Limits) -> Iterator[Item]:
    suffixes = (*suffixes_read(), *SUFFIXES_OF_LINES)
    seen: set[tuple[str, ...]] = set()
    for info in archive.infolist():
        member = _name_of(info)
        # ./2025//a.html is 2025/a.html
        parts = tuple(part for part in member.replace("\\", "/").split("/") if part not in _HERE)
        if info.is_dir() or any(part.startswith(_BESIDE) and part != ".." for part in parts):
            continue
        if member.lower().endswith(_ARCHIVES):
            yield Item(f"{name}/{member}", failure=failure(ARCHIVE_NESTED))
        elif not member.lower().endswith(suffixes):
            continue
        elif _is_strange(member, parts) or parts in seen:
            yield Item(f"{name}/{_harmless(member)}", failure=failure(ARCHIVE_NAME))
        else:
            seen.add(parts)
            yield from _of_member(archive, info, f"{name}/{member}", limits)


def _name_of(info: zipfile.ZipInfo) -> str:
    """Give the name of a member; Windows in China writes it in GBK, which zipfile takes for the code page of DOS."""
    if info.flag_bits & _IN_UTF_8:
        return info.filename
    written = info.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return written.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _is_strange(member: str, parts: Sequence[str]) -> bool:
    """Tell whether a name is no path below the archive."""
    # ../a.html, /etc/a.txt, C:\a.txt
    return (
        member.startswith(("/", "\\"))
        or ":" in member
        or ".." in parts
        or any(ord(character) < ord(" ") for character in member)
    )


def _harmless(member: str) -> str:
    return "".join("_" if character in "/\\:" or ord(character) < ord(" ") else character for character in member)


def _of_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, limits: Limits) -> Iterator[Item]:
    if info.flag_bits & _ENCRYPTED:
        yield Item(name, failure=failure_of(problem("ENCRYPTED")))
        return
    try:
        with archive.open(info) as file:
            yield from contents_of(name, file, limits)
    except DAMAGE:
        yield Item(name, failure=failure_of(problem("ZIP")))

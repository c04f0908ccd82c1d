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

from govdisclosure.batch._contents import Item, contents_of
from govdisclosure.batch._failures import Failure, failure, failure_of
from govdisclosure.batch.codes import ARCHIVE_NAME, ARCHIVE_NESTED, ARCHIVE_SIZE, NO_REPORT
from govdisclosure.batch.members import ARCHIVES, OFFICE, files_in, suffixes_taken
from govdisclosure.form.wording import problem
from govdisclosure.formats.zip_damage import DAMAGE
from govdisclosure.model.given import above_nought
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.formats import Limits

_ENCRYPTED: Final = 0x1
_OUTSIDE: Final = Message("指向压缩文件之外", "leads out of the archive")
_AGAIN: Final = Message("重复", "stands in the archive twice")


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


def members(name: str, limits: Limits, bounds: ArchiveLimits) -> Iterator[Item]:
    """Read the members of an archive that may hold reports, in its order, each as ``archive.zip/member``."""
    try:
        archive = zipfile.ZipFile(name)
    except DAMAGE as error:
        yield Item(name, failure=failure_of(error if isinstance(error, OSError) else problem("ZIP")))
        return
    with archive:
        if OFFICE in archive.NameToInfo:
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
    suffixes = suffixes_taken()
    seen: set[tuple[str, ...]] = set()
    for member in files_in(archive):
        if member.is_of(ARCHIVES):
            yield Item(f"{name}/{member.name}", failure=failure(ARCHIVE_NESTED))
        elif not member.is_of(suffixes):
            continue
        elif member.leads_out or member.parts in seen:
            why = _OUTSIDE if member.leads_out else _AGAIN
            yield Item(f"{name}/{member.harmless}", failure=failure(ARCHIVE_NAME, why=why))
        else:
            seen.add(member.parts)
            yield from _of_member(archive, member.info, f"{name}/{member.name}", limits)


def _of_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, limits: Limits) -> Iterator[Item]:
    if info.flag_bits & _ENCRYPTED:
        yield Item(name, failure=failure_of(problem("ENCRYPTED")))
        return
    try:
        with archive.open(info) as file:
            yield from contents_of(name, file, limits)
    except DAMAGE:
        yield Item(name, failure=failure_of(problem("ZIP")))

"""The members of a zip archive by their names: which may be reports, and which are in no format that is read."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.batch._contents import SUFFIXES_OF_LINES
from govdisclosure.formats import suffixes_read
from govdisclosure.formats.zip_damage import DAMAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

ARCHIVES: Final = (".zip", ".rar", ".7z", ".tar", ".gz", ".tgz")
# A Word document or a workbook is a zip file, too, and has this.
OFFICE: Final = "[Content_Types].xml"
_IN_UTF_8: Final = 0x800
_SIGNATURES: Final = {b"PK\x03\x04", b"PK\x05\x06"}
_HERE: Final = ("", ".")
# What macOS and Windows put into archives beside the files.
_BESIDE: Final = (".", "~$", "__MACOSX")


@frozen
class Member:
    """
    A file in an archive.

    Args:
        info: What the archive says of it.
        name: Its name.
        parts: The folders and the file that the name is made of: ``./2025//a.html`` is ``2025/a.html``.
    """

    info: zipfile.ZipInfo
    name: str
    parts: tuple[str, ...]

    def is_of(self, suffixes: tuple[str, ...]) -> bool:
        """Tell whether it has one of these suffixes."""
        return self.name.lower().endswith(suffixes)

    @property
    def leads_out(self) -> bool:
        """Whether its name is no path below the archive."""
        # ../a.html, /etc/a.txt, C:\a.txt
        return (
            self.name.startswith(("/", "\\"))
            or ":" in self.name
            or ".." in self.parts
            or any(ord(character) < ord(" ") for character in self.name)
        )

    @property
    def harmless(self) -> str:
        """Its name as one that leads nowhere."""
        return "".join("_" if each in "/\\:" or ord(each) < ord(" ") else each for each in self.name)


def suffixes_taken() -> tuple[str, ...]:
    """Give the suffixes of what is read out of an archive."""
    return (*suffixes_read(), *SUFFIXES_OF_LINES)


def is_zip(name: str) -> bool:
    """
    Tell whether a file is a zip file, and not something else under its suffix.

    Raises:
        OSError: If it cannot be opened.
    """
    with Path(name).open("rb") as file:
        return file.read(4) in _SIGNATURES


def files_in(archive: zipfile.ZipFile) -> Iterator[Member]:
    """Give the files in an archive, in its order, but those that a system puts there."""
    for info in archive.infolist():
        name = _name_of(info)
        parts = tuple(part for part in name.replace("\\", "/").split("/") if part not in _HERE)
        if not info.is_dir() and not any(part.startswith(_BESIDE) and part != ".." for part in parts):
            yield Member(info, name, parts)


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


def passed_over(name: str) -> tuple[str, ...]:
    """
    Name the files in an archive of which nothing is said when it is read, since they are in no format that is.

    Args:
        name: Name of the archive; there are none in what is no zip file, is damaged, or is a document itself.

    Returns:
        The names, as those of outcomes: ``archive.zip/民政局.doc``.
    """
    taken = (*suffixes_taken(), *ARCHIVES)
    try:
        if not name.lower().endswith(".zip") or not is_zip(name):
            return ()
        with zipfile.ZipFile(name) as archive:
            if OFFICE in archive.NameToInfo:
                return ()
            others = [member for member in files_in(archive) if not member.is_of(taken)]
            return tuple(f"{name}/{member.harmless if member.leads_out else member.name}" for member in others)
    except DAMAGE:
        return ()

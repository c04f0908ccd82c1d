"""Zip files: their parts by name, in any case, unpacked within bounds."""

from __future__ import annotations

import io
import zipfile
from typing import Final

from govdisclosure.form.wording import problem
from govdisclosure.formats._limits import Limits, hold
from govdisclosure.formats._part_names import folded
from govdisclosure.formats.zip_damage import DAMAGE

_ENCRYPTED: Final = 1
_PACKED: Final = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))


class Archive:
    """
    The parts of a zip file.

    Args:
        content: The file.
        limits: The bounds within which it is unpacked.

    Raises:
        ReadError: If it is no zip file, or unpacks to more than a bound.
    """

    def __init__(self, content: bytes, limits: Limits) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
            parts = self._archive.infolist()
        except DAMAGE as error:
            raise problem("ZIP") from error
        # zipfile unpacks no more of a part than the size that the list of parts states.
        hold(limits, max_unpacked_bytes=sum(info.file_size for info in parts))
        self._parts = {folded(info.filename): info for info in parts}

    def __contains__(self, name: str) -> bool:
        return folded(name) in self._parts

    def part(self, name: str) -> bytes | None:
        """
        Unpack a part; None if it is not there.

        Raises:
            ReadError: If it is damaged or encrypted.
        """
        info = self._parts.get(folded(name))
        if info is None:
            return None
        if info.flag_bits & _ENCRYPTED:
            raise problem("ENCRYPTED")
        if info.compress_type not in _PACKED:
            raise problem("ZIP")
        try:
            return self._archive.read(info)
        except DAMAGE as error:
            raise problem("ZIP") from error

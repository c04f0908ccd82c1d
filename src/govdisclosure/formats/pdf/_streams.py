"""What the streams of a PDF unpack to, looked at before anything is unpacked for good."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Final

from govdisclosure.layout.wording import problem

if TYPE_CHECKING:
    from govdisclosure.formats._limits import Limits

_STREAM: Final = re.compile(rb"stream\r?\n")
_ZLIB: Final = re.compile(rb"[\x08\x18\x28\x38\x48\x58\x68\x78][\x01\x5e\x9c\xda]")
_PIECE: Final = 1024 * 1024
_MOST_FILTERS: Final = 4


def refuse_bomb(content: bytes, limits: Limits) -> None:
    """
    Refuse a file whose streams unpack to more than they may.

    Raises:
        ReadError: If they do.
    """
    left = limits.max_unpacked_bytes
    for found in _STREAM.finditer(content):
        packed = memoryview(content)[found.end() :]
        for _ in range(_MOST_FILTERS):
            start, size = _unpacked(packed, left)
            left -= size
            if left < 0:
                raise problem("BEYOND-LIMIT", name="max_unpacked_bytes", limit=limits.max_unpacked_bytes)
            if not start:
                break
            packed = memoryview(start)


def _unpacked(packed: memoryview, most: int) -> tuple[bytes, int]:
    """
    Give what a packed stream unpacks to if that is packed once more, and how many bytes it is.

    Stops soon after ``most`` bytes; what is not packed, or damaged, is as long as it gets.
    """
    if not _ZLIB.match(packed[:2]):
        return b"", 0
    unpacker = zlib.decompressobj()
    kept: list[bytes] = []
    size, given = 0, packed
    while size <= most:
        try:
            piece = unpacker.decompress(given, _PIECE)
        except zlib.error:
            break
        size += len(piece)
        if kept or (not size > len(piece) and _ZLIB.match(piece[:2])):
            kept.append(piece)
        given = memoryview(unpacker.unconsumed_tail)
        if unpacker.eof or not piece:
            break
    return b"".join(kept), size

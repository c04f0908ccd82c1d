"""What the streams of a PDF unpack to, looked at before anything is unpacked for good."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from pdfminer.psparser import literal_name

from govdisclosure.form.wording import problem
from govdisclosure.formats.pdf._thresholds import COST_OF_LETTERS, MOST_FILTERS, MOST_UNUSUAL, PIECE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdftypes import DecipherCallable, PDFStream

    from govdisclosure.formats._limits import Limits
    from govdisclosure.formats.pdf._work import Work

_STREAM: Final = re.compile(rb"stream\r?\n")
_ZLIB: Final = re.compile(rb"[\x08\x18\x28\x38\x48\x58\x68\x78][\x01\x5e\x9c\xda]")
# The end of letters may be in the next piece. What was passed is never looked at again.
_ASCII: Final = re.compile(rb"(?:\s*+<~)?([!-uz\s]++)(?:~>|~?\Z)")
_LETTERS: Final = re.compile(rb"[!-uz\s]++")
_HEX: Final = re.compile(rb"([0-9A-Fa-f\s]++)(?:>|\Z)")
# What ends a stream in letters, and what can begin one.
_MARKS_OF_LETTERS: Final = (b"~>", b"<~")
_USUAL: Final = frozenset({"FlateDecode", "Fl", "ASCII85Decode", "A85", "ASCIIHexDecode", "AHx"})


def refuse_bomb(content: bytes, work: Work) -> None:
    """
    Refuse a file whose streams unpack to more than they may.

    Raises:
        ReadError: If they do, or the time is up: ``stream`` can stand everywhere, and in the letters of another.
    """
    limits = work.limits
    left = limits.max_unpacked_bytes
    for start in _starts(content):
        work.check_clock()
        left = _left(content, start, left)
        if left < 0:
            raise problem("BEYOND-LIMIT", name="max_unpacked_bytes", limit=limits.max_unpacked_bytes)


def _starts(content: bytes) -> Iterator[int]:
    """
    Give where streams begin.

    Letters that nothing ends may hold thousands of others that begin; none of these is a stream in letters, either.
    """
    endless = 0
    for stream in _STREAM.finditer(content):
        start = stream.end()
        if start >= endless:
            letters = _LETTERS.match(content, start)
            if letters is not None and not content.startswith(_MARKS_OF_LETTERS, letters.end()):
                endless = letters.end()
            yield start
        elif _HEX.match(content, start):
            yield start


def refuse_hidden_bomb(document: PDFDocument, limits: Limits) -> None:
    """Look at the streams of an encrypted document, too, each when it is decrypted; ``ReadError`` then."""
    decrypt = document.decipher
    left = limits.max_unpacked_bytes

    def guarded(decrypt: Callable[..., bytes], *args: object) -> bytes:
        nonlocal left
        data = decrypt(*args)
        left = _left(data, 0, left)
        if left < 0:
            raise problem("BEYOND-LIMIT", name="max_unpacked_bytes", limit=limits.max_unpacked_bytes)
        return data

    if decrypt is not None:
        document.decipher = cast("DecipherCallable", partial(guarded, decrypt))


def data_of(stream: PDFStream) -> bytes:
    """
    Unpack a stream.

    Raises:
        ReadError: If it is packed in a way that is for pictures.
    """
    names = {literal_name(name) for name, _ in stream.get_filters()}
    if not names <= _USUAL and len(stream.get_rawdata() or b"") > MOST_UNUSUAL:
        raise problem("PDF-DAMAGED")
    return stream.get_data()


def _left(content: bytes, start: int, left: int) -> int:
    """Give what is left of so many bytes when the stream that starts here is unpacked; below nought if it is more."""
    packed = memoryview(content)[start:]
    for _ in range(MOST_FILTERS):
        inner, size = _unpacked(packed, left)
        left -= size
        if left < 0:
            break
        packed = memoryview(inner)
    return left


def _unpacked(packed: memoryview, most: int) -> tuple[bytes, int]:
    """
    Give what a packed stream unpacks to if that is packed once more, and how many bytes it is.

    Stops soon after ``most`` bytes; what is not packed, or damaged, is as long as it gets.
    """
    if not _ZLIB.match(packed[:2]):
        return _from_ascii(packed)
    unpacker = zlib.decompressobj()
    kept: list[bytes] = []
    size, given = 0, packed
    while size <= most:
        try:
            piece = unpacker.decompress(given, PIECE)
        except zlib.error:
            break
        size += len(piece)
        if kept or (size == len(piece) and _begins_packed(piece)):
            kept.append(piece)
        given = memoryview(unpacker.unconsumed_tail)
        if not piece:
            break
    return b"".join(kept), size


def _begins_packed(piece: bytes) -> bool:
    """Tell whether the first piece of something can be the beginning of what is packed."""
    return any(pattern.match(piece) for pattern in (_ZLIB, _HEX, _ASCII))


def _from_ascii(packed: memoryview) -> tuple[bytes, int]:
    """Give the bytes that stand there as letters or in hexadecimal, none if it is neither; and what that has cost."""
    cost = 0
    for pattern, decode in ((_HEX, binascii.unhexlify), (_ASCII, base64.a85decode)):
        if encoded := pattern.match(packed):
            cost += len(encoded[1]) * COST_OF_LETTERS
            try:
                return decode(b"".join(encoded[1].split())), cost
            except ValueError:
                continue
    return b"", cost

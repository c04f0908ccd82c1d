"""The messages between a process and the one in which pdfium runs: what kind, how long, and the bytes."""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from typing import IO

READY: Final = b"H"
"""The process is there."""

READ: Final = b"R"
"""Asks for the pages of a file."""

PAGE: Final = b"P"
"""What is seen on a page."""

END: Final = b"E"
"""All pages are read; the title of the file."""

REFUSED: Final = b"N"
"""The file cannot be read, and why."""

TOO_LARGE: Final = "PDF-MEMORY"

CODES: Final = frozenset({"ENCRYPTED", "PDF-DAMAGED", TOO_LARGE, "max_pages", "max_marks"})
"""Why a file cannot be read: what it is, or which bound it is beyond."""

MOST_MEMORY: Final = 320 * 1024 * 1024
"""
Bytes of memory of the process: a report of six pages takes 0.03 GB, the largest file that is read three times its 0.07
GB.

It bounds time as well, since nothing stops pdfium within a page: a million paths, which are 25 kB, take it a second.
"""

_HEAD: Final = struct.Struct("<cQ")

LONGEST: Final = 2**30
"""Bytes of a message; what claims to be longer is none."""


class RefusedError(Exception):
    """
    A document cannot be read.

    Args:
        code: Why: ``ENCRYPTED``, ``PDF-DAMAGED``, ``PDF-MEMORY``, or the name of the bound that it is beyond.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Request(NamedTuple):
    """
    What is asked for.

    Args:
        most_pages: How many pages there may be.
        most_marks: How many characters and pieces of lines there may be on all of them.
        content: The bytes of the file.
    """

    most_pages: int
    most_marks: int
    content: bytes

    def packed(self) -> bytes:
        """Pack it to be sent."""
        return json.dumps([self.most_pages, self.most_marks]).encode() + b"\n" + self.content


def unpacked(data: bytes) -> Request:
    """Give the request that was packed."""
    line, _, content = data.partition(b"\n")
    most_pages, most_marks = json.loads(line)
    return Request(most_pages, most_marks, content)


def send(stream: IO[bytes], kind: bytes, data: bytes) -> None:
    """Send a message."""
    stream.write(_HEAD.pack(kind, len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[bytes, bytes] | None:
    """Receive a message: its kind and its bytes; None if there is none, or none that is whole."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, size = _HEAD.unpack(head)
    if size > LONGEST:
        return None
    data = stream.read(size)
    return (kind, data) if len(data) == size else None

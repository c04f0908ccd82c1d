"""The messages between a process and the one in which pdfium runs: of what kind they are, and what is in them."""

from __future__ import annotations

import json
from typing import Final, NamedTuple

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

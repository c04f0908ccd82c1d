"""Output that survives every console: what it cannot show is escaped, and text from files can do nothing to it."""

from __future__ import annotations

import codecs
import io
import json
import os
import re
import sys
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.model.values import JSON

# Controls, marks that turn the direction of writing, other line ends, and what stands for undecodable file names.
_HARMFUL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


# In the order of their descriptors.
_STANDARD: Final = {"stdin": "r", "stdout": "w", "stderr": "w"}


@contextmanager
def closed_ones_stood_in() -> Iterator[None]:
    """
    Let the null device stand in for standard streams that the caller has closed, as ``>&-`` does.

    It takes the descriptor of such a stream as well: no file that is opened meanwhile gets it, and with it what is
    meant for the stream.
    """
    with ExitStack() as stack:
        for name, mode in _STANDARD.items():
            if getattr(sys, name) is None:
                stack.callback(setattr, sys, name, None)
                setattr(sys, name, stack.enter_context(open(os.devnull, mode, encoding="utf-8")))  # noqa: PTH123 - no path
        yield


def harmless(text: str) -> str:
    """Write out what could steer a terminal or break a line: an escape becomes a backslash and ``x1b``."""
    return _HARMFUL.sub(lambda harm: harm.group().encode("unicode_escape").decode(), text)


def escape_unencodable() -> None:
    """Let standard output and standard error escape what their encoding lacks, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def write_json(value: JSON) -> None:
    """Write JSON to standard output, in ASCII where that is not UTF-8: it is valid and complete on every console."""
    is_utf8 = codecs.lookup(sys.stdout.encoding or "ascii").name == "utf-8"
    sys.stdout.write(json.dumps(value, ensure_ascii=not is_utf8, indent=2) + "\n")

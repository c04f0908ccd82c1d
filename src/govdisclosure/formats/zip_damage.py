"""What ``zipfile`` raises over a damaged file, which it does not say: it lets through whatever its parts raise."""

from __future__ import annotations

import struct
import zipfile
import zlib
from typing import Final


def _of_lzma() -> tuple[type[Exception], ...]:
    """Give what the unpacking of LZMA raises; nothing where Python was built without it, and zipfile refuses it."""
    try:
        from lzma import LZMAError  # noqa: PLC0415 - it may be missing
    except ImportError:
        return ()
    return (LZMAError,)


DAMAGE: Final[tuple[type[Exception], ...]] = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    # A dictionary of LZMA can claim to be as large as the memory.
    MemoryError,
    *_of_lzma(),
)

"""Functions of pdfium that are called for each character or object."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any, Final

from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Callable

ADDRESS: Final = ctypes.c_void_p


def fast(name: str, result: type[Any], *arguments: type[Any]) -> Callable[..., Any]:
    """
    Give a function of pdfium that takes addresses as numbers: called so often, that halves the time.

    It is over so soon that no other thread need get its turn meanwhile.
    """
    prototype = ctypes.PYFUNCTYPE(result, ctypes.c_void_p, *arguments)
    return ctypes.cast(getattr(raw, name), prototype)

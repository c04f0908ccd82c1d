"""Addresses of files, from the folder of the file that names them."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from govdisclosure.paths import whole


def address(target: Path, folder: Path) -> str:
    """
    Give the address of a file as a link in a file of a folder has it.

    Whatever a name holds, it is part of a path: bytes that are no text, ``#`` and ``:`` are written as escapes.
    """
    try:
        beside = os.path.relpath(whole(target), whole(folder))
    except ValueError:  # Windows: another drive
        return whole(target).as_uri()
    return "/".join(quote(os.fsencode(part), safe="") for part in Path(beside).parts)

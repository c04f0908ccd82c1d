"""What ``check`` itself wrote into a folder, told by marks in the content: it is no report, and never read as one."""

from __future__ import annotations

import os
import sys
import zipfile
from pathlib import Path
from typing import Final

from govdisclosure.formats.xlsx.list_mark import LIST_MARK
from govdisclosure.formats.zip_damage import DAMAGE
from govdisclosure.paths import is_file

INDEX_MARK: Final = "govdisclosure:index"
"""Name of the meta element by which the list of pages is known."""

_PAGE: Final = (b'<header class="summary" data-part>', f'<meta name="{INDEX_MARK}"'.encode())
_JSON: Final = (b'[\n  {\n    "file": ', b'{\n  "$schema": "https://json.schemastore.org/sarif-')
_PROPERTIES: Final = "docProps/custom.xml"
_MOST: Final = 1_000_000
"""Bytes of a page, or of the properties of a workbook, in which the mark is looked for: it is near the beginning."""


def is_own(name: str) -> bool:
    """Tell whether a file is a page, a list, a summary, JSON or a descriptor that a command wrote, or is writing."""
    try:
        return _is_standard_output(name) or _is_marked(name)
    except DAMAGE:
        return False


def _is_marked(name: str) -> bool:
    # A pipe is read once.
    suffix = Path(name).suffix.lower() if is_file(name) else ""
    if suffix == ".xlsx":
        with zipfile.ZipFile(name) as workbook:
            if _PROPERTIES not in workbook.namelist():
                return False
            with workbook.open(_PROPERTIES) as properties:
                return f'name="{LIST_MARK}"'.encode() in properties.read(_MOST)
    if suffix not in {".html", ".htm", ".json"}:
        return False
    with Path(name).open("rb") as file:
        content = file.read(_MOST)
    if suffix != ".json":
        return any(mark in content for mark in _PAGE)
    from govdisclosure.dataset import is_descriptor  # noqa: PLC0415 - only when used

    return content.startswith(_JSON) or is_descriptor(content)


def _is_standard_output(name: str) -> bool:
    """Tell whether the output of this very call goes into a file: ``check 2025 > 2025/result.txt``."""
    try:
        return os.path.samestat(os.fstat(sys.stdout.fileno()), os.stat(name))  # noqa: PTH116 - beside that of a descriptor
    except (ValueError, AttributeError):
        return False

"""What a benchmark measured, kept as JSON for the page on performance: the versions, and rows of figures."""

from __future__ import annotations

import json
import os
import platform
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

import govdisclosure as gd

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_COMPARED: Final = ("msgspec", "orjson", "pydantic", "attrs", "cattrs", "lxml", "pdfplumber", "pypdfium2")


def versions() -> dict[str, str]:
    """Give what is measured and what it is measured beside, by their versions."""
    others = {name: version(name) for name in _COMPARED}
    return {"python": platform.python_version(), "govdisclosure": gd.__version__, **others}


def keep(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    """
    Write what was measured to a file.

    Args:
        path: The file; it is replaced.
        rows: The figures, by their names.
    """
    told = {"cores": os.cpu_count(), "versions": versions(), "rows": list(rows)}
    path.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")

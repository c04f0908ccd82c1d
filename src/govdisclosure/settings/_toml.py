"""TOML as it stands in a file."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from govdisclosure.model.message import Message
from govdisclosure.settings._errors import SettingsError

if TYPE_CHECKING:
    from pathlib import Path


def read_toml(file: Path) -> tuple[dict[str, Any], str]:
    """
    Read a file; give its tree and its text.

    Raises:
        SettingsError: If it is no TOML.
        OSError: If it cannot be opened.
    """
    content = file.read_bytes()
    try:
        # Editors on Windows begin a file with a byte order mark, which is no TOML.
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        return tomllib.loads(text), text
    except (ValueError, RecursionError) as error:
        raise SettingsError(file, "", Message(f"不是有效的 TOML：{error}", f"is no valid TOML: {error}")) from error

"""TOML as it stands in a file."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, Final

from govdisclosure.model.message import Message
from govdisclosure.settings._errors import SettingsError

if TYPE_CHECKING:
    from pathlib import Path

# How the parser ends what it says: Invalid value (at line 1, column 8)
_PLACE: Final = re.compile(r" \(at line (?P<line>[0-9]+), column (?P<column>[0-9]+)\)$")
_WIDE: Final = re.compile("[\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}＝［］，＃]")
_NOT_UTF8: Final = Message("不是有效的 TOML：文件应以 UTF-8 编码保存", "is no valid TOML: save the file as UTF-8")


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
    except UnicodeDecodeError as error:
        raise SettingsError(file, "", _NOT_UTF8) from error
    except (ValueError, RecursionError) as error:
        raise SettingsError(file, "", _malformed(text, str(error))) from error


def _malformed(text: str, error: str) -> Message:
    """Say what is wrong with TOML, and where; marks of a Chinese keyboard look like those of TOML, and are none."""
    place = _PLACE.search(error)
    line = "" if place is None else text.split("\n")[int(place["line"]) - 1]
    wide = _WIDE.search(line)
    zh = error if place is None else f"第{place['line']}行第{place['column']}列，{error[: place.start()]}"
    hint = (
        Message()
        if wide is None
        else Message(f"；「{wide[0]}」应改用半角", f"; the full-width {wide[0]} is no mark of TOML")
    )
    return Message(f"不是有效的 TOML：{zh}{hint.zh}", f"is no valid TOML: {error}{hint.en}")

"""TOML as it stands in a file."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, Final

from govdisclosure.model.message import Message
from govdisclosure.settings._errors import SettingsError

if TYPE_CHECKING:
    from pathlib import Path

# Texts and comments can hold any mark, so they are passed over.
_WIDE: Final = re.compile(
    r"\"\"\"(?:[^\\]|\\.)*?\"\"\"|'''.*?'''|\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*+'|#[^\n]*+"
    "|(?P<wide>[\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}＝［］，＃])",
    re.DOTALL,
)
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
    """Say what is wrong with TOML in the words of the parser, which name the place, and what may have caused it."""
    hint = _hint(text)
    return Message(f"不是有效的 TOML：{error}{hint.zh}", f"is no valid TOML: {error}{hint.en}")


def _hint(text: str) -> Message:
    """Name the first mark of a Chinese keyboard that looks like one of TOML, and is none."""
    wide = next((mark for mark in _WIDE.finditer(text) if mark["wide"]), None)
    if wide is None:
        return Message()
    line = text.count("\n", 0, wide.start()) + 1
    return Message(
        f"；第{line}行的「{wide['wide']}」应改用半角",
        f"; the full-width {wide['wide']} in line {line} is no mark of TOML",
    )

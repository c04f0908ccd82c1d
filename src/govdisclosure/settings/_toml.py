"""TOML as it stands in a file: its tree, and the lines of its keys."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, Final

from govdisclosure.model.message import Message
from govdisclosure.settings._errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

# What a valid file consists of; text comes first, since it can hold anything.
_PIECE: Final = re.compile(
    r"\"\"\"(?:[^\\]|\\.)*?\"\"\"|'''.*?'''|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'"
    r"|#[^\n]*|\n|[\[\]{}=,.]|[^\S\n]+|[^\s\"'#\[\]{}=,.]+",
    re.DOTALL,
)
_OPENING: Final = frozenset("[{")
_CLOSING: Final = frozenset("]}")
# How the parser ends what it says: Invalid value (at line 1, column 8)
_PLACE: Final = re.compile(r" \(at line (?P<line>[0-9]+), column (?P<column>[0-9]+)\)$")
_WIDE: Final = re.compile("[\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}＝［］，＃]")
_NOT_UTF8: Final = Message("不是有效的 TOML：文件应以 UTF-8 编码保存", "is no valid TOML: save the file as UTF-8")
# aspects[0] is the parent of aspects[0].words, and aspects of both.
_LAST_PART: Final = re.compile(r"(?:\.[^.\[]*|\[[0-9]+\])$")


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


def line_of(text: str, key: str) -> int:
    """Give the line of a key in the text of a valid file, or else that of what it would have to stand below."""
    lines = _lines(text)
    while key not in lines and _LAST_PART.search(key):
        key = _LAST_PART.sub("", key)
    return lines.get(key, 1)


def _lines(text: str) -> Mapping[str, int]:
    lines: dict[str, int] = {}
    tables: dict[str, int] = {}
    above = ""
    for line, pieces in _statements(text):
        if pieces[0] == "[":
            # [days.department] · [[aspects]]
            above = _table(pieces, tables)
            _keep(above, line, lines)
        else:
            key = _name(pieces[: pieces.index("=")])
            _keep(f"{above}.{key}" if above else key, line, lines)
    return lines


def _keep(key: str, line: int, lines: dict[str, int]) -> None:
    """Keep the line of a key, and of what it stands below, if nothing stood there before."""
    lines.setdefault(key, line)
    while _LAST_PART.search(key):
        key = _LAST_PART.sub("", key)
        lines.setdefault(key, line)


def _statements(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the statements of a file: the line of each, and its pieces without blanks and comments."""
    line, begun, depth = 1, 1, 0
    pieces: list[str] = []
    for piece in _PIECE.findall(f"{text}\n"):
        if piece == "\n" and depth == 0:
            if pieces:
                yield begun, pieces
            pieces = []
        elif piece.strip() and not piece.startswith("#"):
            begun = begun if pieces else line
            depth += (piece in _OPENING) - (piece in _CLOSING)
            pieces.append(piece)
        line += piece.count("\n")


def _table(pieces: list[str], tables: dict[str, int]) -> str:
    name = _name(piece for piece in pieces if piece not in _OPENING | _CLOSING)
    if pieces[1] == "[":
        tables[name] = tables.get(name, -1) + 1
    # [aspects.more] is of the last of the [[aspects]].
    first, _, below = name.partition(".")
    return f"{first}[{tables[first]}]{below and '.' + below}" if first in tables else name


def _name(pieces: Iterable[str]) -> str:
    return "".join(piece.strip("\"'") for piece in pieces)

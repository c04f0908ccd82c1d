"""The lines of the keys of a TOML file, which its tree does not tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# What a valid file consists of; text comes first, since it can hold anything.
_PIECE: Final = re.compile(
    r"\"\"\"(?:[^\\]|\\.)*?\"\"\"|'''.*?'''|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'"
    r"|#[^\n]*|\n|[\[\]{}=,.]|[^\S\n]+|[^\s\"'#\[\]{}=,.]+",
    re.DOTALL,
)
_OPENING: Final = frozenset("[{")
_CLOSING: Final = frozenset("]}")
# aspects[0] is the parent of aspects[0].words, and aspects of both.
_LAST_PART: Final = re.compile(r"(?:\.[^.\[]*|\[[0-9]+\])$")


def line_of(text: str, key: str) -> int:
    """Give the line of a key in the text of a valid file, or else that of what it would have to stand below."""
    return line_among(lines_of(text), key)


def line_among(lines: Mapping[str, int], key: str) -> int:
    """Give the line of a key among those of a file, or else that of what it would have to stand below."""
    while key not in lines and _LAST_PART.search(key):
        key = _LAST_PART.sub("", key)
    return lines.get(key, 1)


def lines_of(text: str) -> Mapping[str, int]:
    """Give the lines of all keys in the text of a valid file, such as that of ``units[0].name``."""
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

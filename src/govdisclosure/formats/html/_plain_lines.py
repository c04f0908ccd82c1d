"""
Paragraphs of one text in plain markup: read before the page is parsed, which gets one place for many of them.

As with plain cells, a page whose places do not come each once and in order is read again with all paragraphs in it.
Those in tables are left to the parser, for the size of the text beside a figure matters there.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import Final

from govdisclosure.formats.html._plain_cells import plain_attributes, unescaped
from govdisclosure.formats.html._thresholds import LONGEST_CELL

LINES: Final = f"x-{os.urandom(8).hex()}"
"""The attribute of a place, which nobody can know to write: the number of its texts."""

# A comment and a script, whole; a table, where it begins or ends; a paragraph: tags and text, and the ends of the tags.
_PARTS: Final = re.compile(
    rb"<(?:!--.*?(?:-->|\Z)|script\b.*?(?:</script|\Z)|(/?)table\b"
    rb"|(p\b[^<]*+(?:<(?!p\b)[a-z]++[^<>]*+>[^<]*+)*+)((?:</(?!p>)[a-z]++>[ \t\r\n]*+)*+</p>))",
    re.DOTALL,
)
_NESTED: Final = re.compile("p (?:(?:span|font|strong|b|em|i|u) )*+")


def cut_lines(utf8: bytes) -> tuple[bytes, list[list[str]]]:
    """Give a page with places for its plain paragraphs, and the texts that belong to each."""
    rest: list[bytes] = []
    places: list[list[str]] = []
    depth = end = 0
    for part in _PARTS.finditer(utf8):
        table, begun, closing = part.groups()
        if table is not None:
            depth = max(depth - 1, 0) if table else depth + 1
        text = None if begun is None or depth else _plain_text(begun, closing)
        if text is None:
            continue
        before = utf8[end : part.start()]
        # 5<b<p>6</p>, in a tag that never ends
        if before.rfind(b"<") > before.rfind(b">"):
            continue
        if not places or (before and not before.isspace()):
            rest += (before, f"<p {LINES}={len(places)}></p>".encode())
            places.append([])
        places[-1].append(text)
        end = part.end()
    return b"".join([*rest, utf8[end:]]), places


def _plain_text(begun: bytes, closing: bytes) -> str | None:
    """Give the text of a paragraph as a parser would; None where that is not known here, or its tags are not plain."""
    opening, _, written = begun.rpartition(b">")
    if len(opening) + len(closing) > LONGEST_CELL or not _is_plain(opening, closing):
        return None
    text = written.decode()
    if text.isprintable() and "&" not in text:
        return text
    # Parsers differ on what a carriage return is in preformatted text.
    return None if "\r" in text else unescaped(text)


@lru_cache(maxsize=4096)
def _is_plain(opening: bytes, closing: bytes) -> bool:
    """Tell whether the tags of a paragraph do nothing to its text outside of tables."""
    attributes = plain_attributes(opening.decode(), closing.decode(), _NESTED)
    # <p style="white-space:pre-wrap">
    return attributes is not None and not any("white-space" in each.get("style", "").lower() for each in attributes)

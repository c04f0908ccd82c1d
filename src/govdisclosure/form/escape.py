"""
Paragraphs as lines of text, so that each comes back as it was.

A paragraph that a reader would not return unchanged is written as a JSON string, a heading as a JSON list of one
string; a line is taken for one of these only if it is exactly what would have been written.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from govdisclosure.form.blocks import Paragraph, Role
from govdisclosure.model.values import broken_text

if TYPE_CHECKING:
    from collections.abc import Collection

    from govdisclosure.model.notes import Source


def write_line(paragraph: Paragraph, headings: Collection[str]) -> str:
    """
    Write a paragraph as one line.

    Args:
        paragraph: The paragraph, with its role.
        headings: The headings of the document; other paragraphs that look like one are escaped.
    """
    text = paragraph.text
    if paragraph.role is Role.HEADING:
        return text if _is_plain(text) else _json([text])
    return text if _is_plain(text) and text not in headings else _json(text)


def read_line(line: str, headings: Collection[str], source: Source | None = None) -> Paragraph:
    """Read a line that ``write_line`` wrote; any other is a paragraph as it stands."""
    text = _unescaped(line)
    role = Role.HEADING if line.startswith("[") else Role.TEXT
    known = role is Role.TEXT or text in headings
    if text is not None and known and write_line(Paragraph(text, role), headings) == line:
        return Paragraph(text, role, source)
    return Paragraph(line, source=source)


def _is_plain(text: str) -> bool:
    return text == text.strip() != "" and "|" not in text and not text.startswith(('"', '["'))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _unescaped(line: str) -> str | None:
    """Give the text of what looks like an escape; None for any other line."""
    if not line.startswith(('"', '["')):
        return None
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    # "第一段 | 有竖线" or, as a heading, ["七、其他"]
    text: str = value[0] if isinstance(value, list) else value
    return text if broken_text(text) is None else None

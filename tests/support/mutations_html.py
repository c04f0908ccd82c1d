"""Damage done to web pages: to their bytes, or to the tags in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random

_TAG: Final = re.compile(rb"<[^<>]*>")
_ELEMENT: Final = re.compile(rb"<(p|td|tr|table|div|span|section|h2)\b[^>]*>.*?</\1>", re.DOTALL)
_VALUE: Final = re.compile(rb"""(?<=["'])[^"'<>]*(?=["'])""")
_VALUES: Final = (b"", b"0", b"-1", b"2", b"99999999999999999999", b"x", b"\xff", "１".encode(), b"&lt;", b"null")
_INSERTED: Final = (
    *(b"<table>", b"</table>", b"<tr>", b"</tr>", b"<td>", b"</td>", b"<td rowspan=0>", b"<td colspan=100000000>"),
    *(b"<main>", b"</main>", b"<p data-part>", b"<meta name=govdisclosure content=1>", b"<script>", b"<!--", b"-->"),
    *(b"<pre>", b"a|b\n", b"<ol start=9><li>", b"<ul><li><a href=x>x</a>", b"<div class=nav>", b"<p hidden>", b"<br>"),
    *(b"5<sup>1</sup>", b"<del>5</del>", b"<img>", b"<input value=5>", b"&#0;", b"&#xD800;", b"&#xFFFE;", b"&x;"),
    *(
        b"\x00",
        b"\x01",
        b"\xff",
        b"\xfe\xff",
        "<中".encode(),
        b"<![CDATA[",
        b"<?xml",
        b"</html>",
        b"<html>",
        b"</body>",
    ),
    *(b"<textarea>", b"<frameset>", b"<plaintext>", b"<svg>", b"<select>", b"<title>", b"<thead>", b"<caption>"),
)


def mutate_html(rng: random.Random, content: bytes) -> bytes:
    """Give a web page with one to four things damaged, the same for the same ``rng``."""
    for _ in range(rng.randint(1, 4)):
        content = rng.choice((_bytes, _tag, _element, _value, _insertion, _insertion))(rng, content)
    return content


def _bytes(rng: random.Random, content: bytes) -> bytes:
    """Change, lose or double a few bytes, or all behind a place."""
    place, length = rng.randrange(len(content) + 1), rng.choice((1, 1, 2, 40, len(content)))
    behind = content[place + length :]
    return content[:place] + rng.choice((b"", rng.randbytes(min(length, 4)), 2 * content[place:][:length])) + behind


def _tag(rng: random.Random, content: bytes) -> bytes:
    """Lose a tag, double it, or leave its end open."""
    span = _some(rng, _TAG, content)
    if span is None:
        return content
    start, end = span
    tag = rng.choice((b"", 2 * content[start:end], content[start : end - 1]))
    return content[:start] + tag + content[end:]


def _element(rng: random.Random, content: bytes) -> bytes:
    """Lose an element, double it, or move it somewhere else."""
    span = _some(rng, _ELEMENT, content)
    if span is None:
        return content
    start, end = span
    element, rest = content[start:end], content[:start] + content[end:]
    place = rng.choice((start, rng.randrange(len(rest) + 1)))
    return rest[:place] + rng.choice((b"", element, 2 * element)) + rest[place:]


def _value(rng: random.Random, content: bytes) -> bytes:
    """Give an attribute another value."""
    span = _some(rng, _VALUE, content)
    return content if span is None else content[: span[0]] + rng.choice(_VALUES) + content[span[1] :]


def _insertion(rng: random.Random, content: bytes) -> bytes:
    place = rng.randrange(len(content) + 1)
    return content[:place] + rng.choice(_INSERTED) + content[place:]


def _some(rng: random.Random, pattern: re.Pattern[bytes], content: bytes) -> tuple[int, int] | None:
    """Give the start and the end of the first match behind a place."""
    match = pattern.search(content, rng.randrange(len(content) + 1)) or pattern.search(content)
    return None if match is None else match.span()

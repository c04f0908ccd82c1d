"""Damage done to PDF files: to their bytes, their objects, and the operators in their streams."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

_OBJECT: Final = re.compile(rb"\d+ 0 obj.*?endobj\s", re.DOTALL)
_STREAM: Final = re.compile(rb"(?<=stream\n)(.*?)(?=\r?\nendstream)|(?<=stream\r\n)(.*?)(?=\r?\nendstream)", re.DOTALL)
_NUMBER: Final = re.compile(rb"-?\d+(?:\.\d+)?")
_NAME: Final = re.compile(rb"/[A-Za-z0-9]+")
_REFERENCE: Final = re.compile(rb"\d+ 0 R")
_OPERATOR: Final = re.compile(rb"(?<=\s)[A-Za-z]{1,2}\*?(?=\s)")
_NUMBERS: Final = (b"0", b"-1", b"1", b"2", b"90", b"1e9", b"99999999999", b"9" * 400, b"-0.0", b"nan", b"null", b"[]")
_NAMES: Final = (b"/Page", b"/Pages", b"/Kids", b"/Length", b"/Type", b"/FlateDecode", b"/LZWDecode", b"/W", b"/None")
_OPERATORS: Final = (
    *(b" q ", b" Q ", b" BT ", b" ET ", b" 3 Tr ", b" 1 g ", b" 0 0 0 0 k ", b" 0 0 600 800 re f ", b" W n ", b" [ "),
    *(b" (12) Tj ", b" <00> Tj ", b" 1 0 0 1 0 0 cm ", b" 0 1 -1 0 0 0 cm ", b" 1e6 Tz ", b" /F1 0 Tf ", b" /X Do "),
    *(b" 0 0 0 0 0 0 Tm ", b" << /A ", b" BI /W 1 /H 1 ID x EI ", b" 0 0 m 0 0 1 1 2 2 c S ", b" ) ", b" > ", b" % "),
)


def mutate_pdf(rng: random.Random, content: bytes) -> bytes:
    """Give a PDF file with one to four things damaged, the same for the same ``rng``."""
    for _ in range(rng.randint(1, 4)):
        content = rng.choice(_DAMAGES)(rng, content)
    return content


def _bytes(rng: random.Random, content: bytes) -> bytes:
    """Change, lose or double a few bytes, or lose all behind a place."""
    place, length = rng.randrange(len(content) + 1), rng.choice((1, 1, 2, 40, 2_000, len(content)))
    put = rng.choice((b"", rng.randbytes(min(length, 4)), content[place : place + min(length, 64)] * 2))
    return content[:place] + put + content[place + length :]


def _number(rng: random.Random, content: bytes) -> bytes:
    return _replaced(rng, _NUMBER, content, rng.choice(_NUMBERS))


def _name(rng: random.Random, content: bytes) -> bytes:
    return _replaced(rng, _NAME, content, rng.choice(_NAMES))


def _reference(rng: random.Random, content: bytes) -> bytes:
    """Let a reference lead to another object, maybe round in a circle."""
    references = _REFERENCE.findall(content)
    return _replaced(rng, _REFERENCE, content, rng.choice(references) if references else b"")


def _object(rng: random.Random, content: bytes) -> bytes:
    """Lose an object, or double it."""
    span = _some(rng, _OBJECT, content)
    if span is None:
        return content
    start, end = span
    return content[:start] + rng.choice((b"", 2 * content[start:end])) + content[end:]


def _operators(rng: random.Random, content: bytes) -> bytes:
    """Change what a stream says, and pack it again."""
    span = _some(rng, _STREAM, content)
    if span is None:
        return content
    start, end = span
    try:
        stream = zlib.decompress(content[start:end])
    except zlib.error:
        return content
    for _ in range(rng.randint(1, 5)):
        pattern, new = rng.choice(
            ((_NUMBER, rng.choice(_NUMBERS)), (_OPERATOR, rng.choice(_OPERATORS)), (_OPERATOR, b""))
        )
        stream = _replaced(rng, pattern, stream, new)
    place = rng.randrange(len(stream) + 1)
    stream = stream[:place] + rng.choice(_OPERATORS) * rng.choice((1, 1, 1, 2_000)) + stream[place:]
    packed = zlib.compress(stream)
    before = re.sub(
        rb"/Length \d+(?! 0 R)(?=[^/]{0,40}$)", b"/Length %d" % len(packed), content[max(0, start - 200) : start]
    )
    return content[: max(0, start - 200)] + before + packed + content[end:]


def _replaced(rng: random.Random, pattern: re.Pattern[bytes], content: bytes, new: bytes) -> bytes:
    span = _some(rng, pattern, content)
    return content if span is None else content[: span[0]] + new + content[span[1] :]


def _some(rng: random.Random, pattern: re.Pattern[bytes], content: bytes) -> tuple[int, int] | None:
    """Give the start and the end of the first match behind a place."""
    match = pattern.search(content, rng.randrange(len(content) + 1)) or pattern.search(content)
    return None if match is None else match.span()


_DAMAGES: Final[tuple[Callable[[random.Random, bytes], bytes], ...]] = (
    *(_bytes, _number, _name, _reference, _object),
    *(_operators, _operators, _operators),
)

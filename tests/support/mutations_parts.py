"""Damage done to zip files of XML, such as Word documents and workbooks: to the file, or to the XML of its parts."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final, NamedTuple

from support.word import zipped

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

_TAG: Final = re.compile(rb"<[^<>]*>")
_VALUE: Final = re.compile(rb'(?<==")[^"]*(?=")')


class Harm(NamedTuple):
    """
    What does harm to files of a kind.

    Args:
        part: The part that most of it is done to.
        element: An element, which is dropped or doubled.
        values: What values of attributes become.
        inserted: What is put between tags.
    """

    part: str
    element: re.Pattern[bytes]
    values: Sequence[bytes]
    inserted: Sequence[bytes]


def mutate_parts(rng: random.Random, content: bytes, harm: Harm) -> bytes:
    """Give a zip file with one to four things damaged, the same for the same ``rng``."""
    if rng.random() < 0.25:
        return damaged_bytes(rng, content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(rng.randint(1, 4)):
        name = harm.part if rng.random() < 0.7 else rng.choice(sorted(parts))
        if name in parts:
            _damage(rng, parts, name, harm)
    return zipped(parts)


def _damage(rng: random.Random, parts: dict[str, bytes], name: str, harm: Harm) -> None:
    part = parts[name]
    kind = rng.randrange(12)
    # Few of them: with the first byte that is damaged XML is none any more.
    if kind == 0 and rng.random() < 0.4:
        del parts[name]
    elif kind == 0:
        parts[name] = damaged_bytes(rng, part)
    elif kind <= 4:
        parts[name] = _replaced(rng, part, _VALUE, rng.choice(harm.values))
    elif kind <= 6:
        parts[name] = _replaced(rng, part, harm.element, b"")
    elif kind <= 8:
        elements = [element.group() for element in harm.element.finditer(part)]
        parts[name] = _inserted(rng, part, rng.choice(elements) if elements else b"")
    else:
        parts[name] = _inserted(rng, part, rng.choice(harm.inserted))


def _replaced(rng: random.Random, part: bytes, pattern: re.Pattern[bytes], new: bytes) -> bytes:
    places = [matched.span() for matched in pattern.finditer(part)]
    if not places:
        return part
    start, end = rng.choice(places)
    return part[:start] + new + part[end:]


def _inserted(rng: random.Random, part: bytes, new: bytes) -> bytes:
    places = [tag.end() for tag in _TAG.finditer(part)] or [0]
    place = rng.choice(places)
    return part[:place] + new + part[place:]


def damaged_bytes(rng: random.Random, content: bytes) -> bytes:
    """Give bytes with some of them cut off, dropped, doubled or changed."""
    if not content:
        return content
    start = rng.randrange(len(content))
    kind = rng.randrange(4)
    if kind == 0:
        return content[:start]
    if kind == 1:
        return content[:start] + content[start + rng.randint(1, 64) :]
    if kind == 2:
        return content[:start] + rng.randbytes(rng.randint(1, 8)) + content[start:]
    return content[:start] + rng.randbytes(1) + content[start + 1 :]

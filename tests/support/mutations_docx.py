"""Damage done to Word documents: to the zip file, or to the XML of its parts."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

from support.word import zipped

if TYPE_CHECKING:
    import random

_TAG: Final = re.compile(rb"<[^<>]*>")
_ELEMENT: Final = re.compile(rb"<w:(p|r|tc|tr|tbl|tcPr|trPr|pPr)>.*?</w:\1>", re.DOTALL)
_VALUE: Final = re.compile(rb'(?<==")[^"]*(?=")')
_VALUES: Final = (b"", b"0", b"-1", b"2", b"99999999999999999999", b"continue", b"x", b"\xff", "１".encode(), b"&lt;")
_INSERTED: Final = (
    *(b"<w:vMerge/>", b"<w:hMerge/>", b'<w:gridSpan w:val="100000000"/>', b'<w:gridSpan w:val="3"/>', b"<w:del/>"),
    *(b"<w:br/>", b"<w:tab/>", b"&#13;", b"&x;", b"<!-- -->", b"<?x?>", b"<![CDATA[x]]>", b"<w:tbl/>", b"<w:tc/>"),
    *(b"<w:p/>", b'<w:fldChar w:fldCharType="begin"/>', b"<w:ruby/>", b"<w:t/>", b"<!DOCTYPE x>", b"\x00", b"\xff"),
    *(b"<w:fldSimple/>", b"<w:fldSimple w:instr=' page '>", b"<w:instrText>EQ</w:instrText>", b"<w:drawing/>"),
    *(b'<w:fldChar w:fldCharType="separate"/>', b'<w:fldChar w:fldCharType="end"/>', b"<w:altChunk/>"),
    *(b"<w:rPr><w:sz w:val='-'/><w:color/></w:rPr>", b"<w:rPr><w:shd/><w:rFonts/></w:rPr>", b"<w:framePr/>"),
    *(b"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr></w:sdt>", b"<w:pict/>", b"<w:ffData><w:ddList/></w:ffData>"),
    *(b'<w:numPr><w:ilvl w:val="9"/><w:numId w:val="1"/></w:numPr>', b"<w:trPr><w:gridAfter w:val='7'/></w:trPr>"),
)


def mutate_docx(rng: random.Random, content: bytes) -> bytes:
    """Give a Word document with one to four things damaged, the same for the same ``rng``."""
    if rng.random() < 0.25:
        return _bytes(rng, content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(rng.randint(1, 4)):
        name = "word/document.xml" if rng.random() < 0.7 else rng.choice(sorted(parts))
        if name in parts:
            _damage(rng, parts, name)
    return zipped(parts)


def _damage(rng: random.Random, parts: dict[str, bytes], name: str) -> None:
    part = parts[name]
    kind = rng.randrange(6)
    if kind == 0 and rng.random() < 0.2:
        del parts[name]
    elif kind <= 1:
        parts[name] = _bytes(rng, part)
    elif kind == 2:
        parts[name] = _replaced(rng, part, _VALUE, rng.choice(_VALUES))
    elif kind == 3:
        parts[name] = _replaced(rng, part, _ELEMENT, b"")
    elif kind == 4:
        elements = [found.group() for found in _ELEMENT.finditer(part)]
        parts[name] = _inserted(rng, part, rng.choice(elements) if elements else b"")
    else:
        parts[name] = _inserted(rng, part, rng.choice(_INSERTED))


def _replaced(rng: random.Random, part: bytes, pattern: re.Pattern[bytes], new: bytes) -> bytes:
    places = [found.span() for found in pattern.finditer(part)]
    if not places:
        return part
    start, end = rng.choice(places)
    return part[:start] + new + part[end:]


def _inserted(rng: random.Random, part: bytes, new: bytes) -> bytes:
    places = [found.end() for found in _TAG.finditer(part)] or [0]
    place = rng.choice(places)
    return part[:place] + new + part[place:]


def _bytes(rng: random.Random, content: bytes) -> bytes:
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

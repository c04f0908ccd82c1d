"""Damage done to Word documents: to the zip file, or to the XML of its parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from support.mutations_parts import Harm, mutate_parts

if TYPE_CHECKING:
    import random

_ELEMENT: Final = re.compile(rb"<w:(p|r|tc|tr|tbl|tcPr|trPr|pPr)>.*?</w:\1>", re.DOTALL)
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
_HARM: Final = Harm("word/document.xml", _ELEMENT, _VALUES, _INSERTED)


def mutate_docx(rng: random.Random, content: bytes) -> bytes:
    """Give a Word document with one to four things damaged, the same for the same ``rng``."""
    return mutate_parts(rng, content, _HARM)

"""Damage done to workbooks: to the zip file, or to the XML of their parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from support.mutations_parts import Harm, mutate_parts

if TYPE_CHECKING:
    import random

_ELEMENT: Final = re.compile(rb"<(row|c|v|is|si|cols|mergeCells|cellXfs)\b[^<>]*(?:/>|>.*?</\1>)", re.DOTALL)
_VALUES: Final = (
    *(b"", b"0", b"-1", b"2", b"99999999999999999999", b"x", b"\xff", "１".encode(), b"&lt;", b"1", b"true", b"hidden"),
    *(b"A1", b"XFD1048576", b"A0", b"ZZZ9999999", b"A1:XFD1048576", b"B2:A1", b"$A$1", b"s", b"n", b"b", b"e", b"str"),
    *(
        b"inlineStr",
        b"d",
        b";;;",
        b"0.00;[Red]-0.00",
        b'"x"0',
        b"yyyy",
        b"[",
        b"@",
        b"#,##0",
        b"veryHidden",
        b"../x",
        b"/",
    ),
)
_INSERTED: Final = (
    *(
        b"<row/>",
        b'<row r="99999999"/>',
        b'<row r="3" hidden="1"/>',
        b"<c/>",
        b"<c><v>1</v></c>",
        b'<c t="s"><v>9</v></c>',
    ),
    *(b'<c t="inlineStr"><is><t>1</t></is></c>', b"<c><f>A1</f></c>", b'<c t="b"><v>1</v></c>', b"<c><v>1e999</v></c>"),
    *(b'<mergeCell ref="A1:P60"/>', b'<mergeCell ref="A1:XFD1048576"/>', b'<col min="1" max="99999" hidden="1"/>'),
    *(
        b"<r><rPr><strike/></rPr><t>1</t></r>",
        b"<rPh><t>1</t></rPh>",
        b"<t>1</t>",
        b"&#13;",
        b"&x;",
        b"<!-- -->",
        b"<?x?>",
    ),
    *(
        b"<![CDATA[x]]>",
        b"<!DOCTYPE x>",
        b"\x00",
        b"\xff",
        b"_x000D_",
        b"<xf/>",
        b'<numFmt numFmtId="1" formatCode=";"/>',
    ),
)
_HARM: Final = Harm("xl/worksheets/sheet1.xml", _ELEMENT, _VALUES, _INSERTED)


def mutate_xlsx(rng: random.Random, content: bytes) -> bytes:
    """Give a workbook with one to four things damaged, the same for the same ``rng``."""
    return mutate_parts(rng, content, _HARM)

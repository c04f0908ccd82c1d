"""Digits of a PDF of which a font has two with one name: its table of characters is wrong about one of them."""

from __future__ import annotations

import pytest
from support.pdfs import raw, stream

from govdisclosure.form.blocks import Paragraph
from govdisclosure.formats import Limits
from govdisclosure.formats.pdf.read import read
from govdisclosure.pdfium.characters import Glyph, Run
from govdisclosure.pdfium.digits import with_doubtful_digits
from govdisclosure.pdfium.matrix import Matrix


def shown(operators: bytes, names: bytes) -> list[str]:
    """Read what is drawn in fonts F2 and F3, Helvetica and Courier, of which F2 names a character otherwise."""
    fonts = [
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>",
        stream(b"begincmap 1 beginbfchar %b endbfchar endcmap" % names),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    ]
    content = raw(operators, resources=b"/Font << /F2 6 0 R /F3 8 0 R >>", others=fonts)
    blocks = read(content.replace(b"/Font << /F1 5 0 R >>", b""), Limits(pdf_process=False))
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def text(font: int, what: bytes, *, foot: int = 100, size: int = 12) -> bytes:
    """Draw letters."""
    return b"BT /F%d %d Tf 100 %d Td (%b) Tj ET " % (font, size, foot, what)


@pytest.mark.parametrize(
    ("operators", "names", "read_as"),
    [
        # 1 named 7, and a 7
        (text(2, b"2137"), b"<31> <0037>", "2\N{REPLACEMENT CHARACTER}3\N{REPLACEMENT CHARACTER}"),
        # No 7 beside it, and a letter that is named so as well
        (text(2, b"213"), b"<31> <0037>", "273"),
        (text(2, b"21A7"), b"<41> <0042>", "21B7"),
        (text(2, b"AB"), b"<41> <0042>", "BB"),
    ],
)
def test_digits_of_two_shapes_and_one_name_are_unreadable(operators: bytes, names: bytes, read_as: str) -> None:
    """Which of them is what it is called, nobody knows."""
    assert shown(operators, names) == [read_as]


def test_digits_of_other_fonts_and_sizes_have_other_shapes() -> None:
    """A 7 of Helvetica is none of Courier, and the same at each size, and stretched."""
    plain = text(2, b"17") + text(3, b"17", foot=200) + text(2, b"17", foot=300, size=30)
    stretched = b"BT /F2 12 Tf 2 0 0 1 100 400 Tm (17) Tj ET"

    assert "\N{REPLACEMENT CHARACTER}" not in "".join(shown(plain + stretched, b"<41> <0042>"))


def test_letters_upside_down_or_without_size_are_not_measured() -> None:
    """What stands so is put in doubt elsewhere."""
    odd = [Run(1, Matrix(d=-1), 10, is_embedded=True), Run(2, Matrix(), 0, is_embedded=True)]
    usual = Run(3, Matrix(), 10, is_embedded=True)
    glyphs = [Glyph("7", run, (0, 0), (0, 0, 5, 7), (at, 0, 5, 7)) for at, run in enumerate([*odd, usual])]

    assert with_doubtful_digits(glyphs) == glyphs

"""PDF files that are damaged, locked, or made to do harm: refused within bounds, with a ReadError and nothing else."""

from __future__ import annotations

import random
import re
import sys
import time
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from support.mutations_pdf import mutate_pdf
from support.pdfs import below, drawn, raw, ruled, seen, stream, together

import govdisclosure as gd
from govdisclosure.form.blocks import Paragraph
from govdisclosure.formats import Limits
from govdisclosure.formats.pdf.read import read

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

pytestmark = pytest.mark.property

TEXT = b"BT /F1 10 Tf 100 100 Td (1) Tj ET"
NESTED = zlib.compress(zlib.compress(zlib.compress(zlib.compress(zlib.compress(zlib.compress(b"x"))))))
SOUND = drawn(together(ruled([["规章", "1"]]), below("正文", top=600)), below("正文"))


def refused(content: bytes, **limits: float) -> str | None:
    """Give the code of the reason for which a file is refused."""
    with pytest.raises(gd.ReadError) as caught:
        read(content, Limits(**limits))  # type: ignore[arg-type]
    return caught.value.code


def beyond(content: bytes, name: str, limit: float) -> bool:
    """Tell whether a file is refused beyond a bound, with its name, in less than ten seconds."""
    began = time.process_time()
    with pytest.raises(gd.ReadError) as caught:
        gd.parse(content, format="pdf", limits=Limits(**{name: limit}))  # type: ignore[arg-type]
    assert time.process_time() - began < 10
    return str(caught.value) == f"pdf: the document is beyond {name} = {limit}; raise it in its Limits to read it"


def test_a_page_that_is_none_is_damage() -> None:
    """Nothing, or a number; a page of no size is taken to be of the usual one."""
    for page in (b"null", b"7"):
        content = re.sub(rb"3 0 obj.*?endobj", b"3 0 obj\n%b\nendobj" % page, raw(TEXT), flags=re.DOTALL)
        assert refused(content) == refused(content, pdf_process=False) == "PDF-DAMAGED"
    assert seen(raw(TEXT).replace(b"/MediaBox [0 0 600 800]", b"/MediaBox [0 0 1e-9 1e-9]")) == ["1"]


def test_damage_names_its_format() -> None:
    """As every reader does."""
    with pytest.raises(gd.ReadError, match=r"^pdf: the PDF file is damaged$"):
        gd.parse(b"%PDF-1.7\nx")


def test_a_damaged_list_of_objects_is_made_anew() -> None:
    """The objects are found without it."""
    assert seen(SOUND[: SOUND.rindex(b"xref")] + b"trailer << /Root 3 0 R >>") == seen(SOUND)
    assert seen(SOUND.replace(b"startxref\n", b"startxref\n9")) == seen(SOUND)


def test_scans_are_refused() -> None:
    """Pages without text; text that is hidden behind the picture is no better."""
    picture = b"q 500 0 0 700 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"

    assert refused(raw(picture)) == refused(raw(picture), pdf_process=False) == "SCANNED"
    assert refused(raw(picture + b" BT /F1 10 Tf 3 Tr 100 100 Td (1) Tj ET")) == "SCANNED-HIDDEN"


def encrypted(user: str, strength: int) -> bytes:
    """Give a file with passwords for its user and its owner."""
    return drawn(latin, encrypt=StandardEncryption(user, ownerPassword="owner", canPrint=0, strength=strength))


def latin(canvas: Canvas) -> None:
    """Draw a figure in a font whose description holds no text, which the library would leave as it is."""
    canvas.setFont("Helvetica", 10)
    canvas.drawString(100, 100, "12")


@pytest.mark.parametrize("strength", [40, 128])
def test_files_with_a_password_are_refused(strength: int) -> None:
    """One for the owner only is no hindrance: everybody can open the file."""
    assert refused(encrypted("user", strength)) == "ENCRYPTED"
    assert seen(encrypted("", strength)) == ["12"]


def test_files_locked_in_an_unknown_way_are_refused() -> None:
    """As locked, not as damaged."""
    content = raw(TEXT).replace(b"trailer <<", b"trailer << /ID [(a)(a)] /Encrypt << /Filter /Unknown /V 9 >>")

    assert refused(content) == "ENCRYPTED"


@pytest.mark.parametrize("content", [b"stream\n" + b" " * 300_000, b"stream\n" * 20_000, b"stream\n" * 20_000 + b"~>"])
def test_streams_that_do_not_end_are_bounded(content: bytes) -> None:
    """By the time that looking at them takes."""
    began = time.process_time()

    assert refused(content, max_seconds=1) in {"BEYOND-LIMIT", "PDF-DAMAGED", "PDF-MEMORY"}
    assert time.process_time() - began < 10


def test_what_only_looks_packed_is_read() -> None:
    """Streams are told by their first bytes, which can deceive."""
    others = [
        stream(content)
        for content in (b"x\x9cno", b"zz~>", b"abc>", b"abcd>", b"v~>", NESTED, zlib.compress(b"x\x9cno"))
    ]

    assert seen(raw(TEXT, others=others)) == ["1"]


def test_pages_are_bounded() -> None:
    """They are counted while they are read; a page that holds itself, or is named twice, comes once."""
    page = b"/Kids [3 0 R]"

    assert beyond(drawn(*[below("甲")] * 4), "max_pages", 3)
    assert seen(raw(TEXT).replace(page, b"/Kids [2 0 R 3 0 R 3 0 R 2 0 R]")) == ["1"]


def test_lines_and_cells_are_bounded() -> None:
    """Over all pages together."""
    assert beyond(drawn(below("甲", "乙"), below("丙", "丁")), "max_lines", 3)
    assert beyond(drawn(*[ruled([["甲", "乙"]])] * 4), "max_cells", 7)


def grid(across: int, down: int) -> bytes:
    """Give the operators of so many rules across and down."""
    rules = [b"0 %d m 590 %d l S" % (4 * y, 4 * y) for y in range(across)]
    return b" ".join([*rules, *(b"%d 0 m %d 790 l S" % (4 * x, 4 * x) for x in range(down)), TEXT])


def test_crossings_of_rules_are_bounded() -> None:
    """Finding cells takes the square of them."""
    assert beyond(raw(grid(100, 100)), "max_cells", 20_000)
    assert beyond(raw(grid(20, 20)), "max_cells", 399)
    assert beyond(raw(broken(4_000)), "max_cells", 20_000)
    assert seen(raw(broken(600) + b" " + TEXT)) == ["1"]


def broken(count: int) -> bytes:
    """Give the operators of many short rules, in lines that never meet."""
    across = (b"%d %d m %d %d l S" % (at % 70 * 8, at // 70 * 8, at % 70 * 8 + 4, at // 70 * 8) for at in range(count))
    down = (
        b"%d %d m %d %d l S" % (at % 70 * 8 + 6, at // 70 * 8, at % 70 * 8 + 6, at // 70 * 8 + 4) for at in range(count)
    )
    return b" ".join([*across, *down])


def with_font(inner: bytes, *others: bytes, outer: bytes = b"") -> bytes:
    """Give a file with "1" in a font of these tables."""
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [7 0 R] %b >>" % outer
    descendant = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /FontDescriptor << /FontName /X >> %b >>" % inner
    return raw(
        b"BT /F2 10 Tf 100 100 Td <0031> Tj ET", resources=b"/Font << /F2 6 0 R >>", others=[font, descendant, *others]
    ).replace(b"/Font << /F1 5 0 R >>", b"")


def mapped(table: bytes) -> bytes:
    """Give a file with a table of characters."""
    whole = b"/CIDInit /ProcSet findresource begin begincmap %b endcmap end" % table
    return with_font(b"", stream(whole, packed=True), outer=b"/ToUnicode 8 0 R")


@pytest.mark.parametrize(
    "content",
    [
        raw(b"[" * 50_000),
        raw(b"<< /A " * 50_000),
        raw(TEXT, others=[b"[" * 100_000]),
        raw(TEXT).replace(b"/Kids [3 0 R]", b"/Kids " + b"[" * 5_000 + b"]" * 5_000),
        raw(TEXT).replace(b"/Contents 4 0 R", b"/Contents 9 0 R", 1) + b"9 0 obj 9 0 R endobj",
        raw(TEXT).replace(b"/Parent 2 0 R", b"/Parent 3 0 R").replace(b"/MediaBox [0 0 600 800]", b""),
        raw(b"BT /F1 1e300 Tf 1e300 0 0 1e300 1e300 1e300 Tm (1) Tj ET"),
        raw(b"BT /F1 10 Tf 0 0 0 0 0 0 Tm (1) Tj ET"),
        raw(TEXT, page=b"/CropBox [0 0 0 0]"),
        raw(TEXT, page=b"/CropBox [0 0]"),
        raw(TEXT).replace(b"[0 0 600 800]", b"[0 0 0 0]"),
        raw(TEXT).replace(b"[0 0 600 800]", b"[0 0 1e400 1e400]"),
        raw(b"h S f 1 1 l S 0 0 m f " + TEXT),
        raw(b"0 0 m 5 5 v f 0 0 m 1 1 1 1 1 1 c h f " + TEXT),
    ],
)
def test_odd_files_end_in_blocks_or_a_read_error(content: bytes) -> None:
    """Endless nesting, circles, sizes of nought and without end, paths without a beginning."""
    began = time.process_time()
    try:
        outcome: object = isinstance(read(content), list)
    except gd.ReadError as error:
        outcome = error.code
    assert outcome in {True, "PDF-DAMAGED", "PDF-MEMORY", "SCANNED", "SCANNED-HIDDEN", "BEYOND-LIMIT"}
    assert time.process_time() - began < 10


def test_paths_without_a_beginning_draw_nothing() -> None:
    """What they are filled with is no ground of a text."""
    assert seen(raw(b"1 1 l f " + TEXT)) == ["1"]


@pytest.mark.parametrize(
    "content",
    [
        *(
            b"",
            b"%PDF-1.7",
            SOUND[:40],
            SOUND[: len(SOUND) // 2].replace(b"Pages", b"Pagex"),
            b"%PDF-1.7\n" + bytes(99),
        ),
        SOUND.replace(b"/Root", b"/Roof"),
    ],
)
def test_damaged_files_are_refused(content: bytes) -> None:
    """Cut off, without a beginning, without pages."""
    assert refused(content) in {"PDF-DAMAGED", "PDF-MEMORY", "SCANNED"}


def test_without_pdfium_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who lacks it is told what to install."""
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    for name in [name for name in sys.modules if name.startswith("govdisclosure.formats.pdf")]:
        monkeypatch.delitem(sys.modules, name)

    with pytest.raises(gd.MissingDependency, match=r'^PDF needs an extra: pip install "govdisclosure\[pdf\]"$'):
        gd.parse(SOUND)


@pytest.mark.parametrize("filters", [b"/FlateDecode", b"[/FlateDecode /FlateDecode]"])
def test_bombs_end_within_bounds(filters: bytes) -> None:
    """What a page draws unpacks to a thousand times its size, or a million times; what nobody draws costs nothing."""
    packed = zlib.compress(b"0 w " * 25_000_000, 9)
    packed = zlib.compress(packed, 9) if b"[" in filters else packed
    bomb = b"<< /Length %d /Filter %b >>\nstream\n%b\nendstream" % (len(packed), filters, packed)
    drawn_bomb = raw(TEXT, others=[bomb]).replace(b"/Contents 4 0 R", b"/Contents [4 0 R 6 0 R]")
    began = time.monotonic()

    with suppress(gd.ReadError):
        assert read(drawn_bomb, Limits(max_seconds=5)) == [Paragraph("1")]
    assert time.monotonic() - began < 5 + 1
    assert seen(raw(TEXT, others=[bomb])) == ["1"]


def picture(width: int, height: int, filters: bytes, content: bytes) -> bytes:
    """Give the object of a picture."""
    size = b"/Width %d /Height %d /BitsPerComponent 8 /ColorSpace /DeviceGray" % (width, height)
    return stream(content, b"/Type /XObject /Subtype /Image %b /Filter %b" % (size, filters))


@pytest.mark.parametrize("kind", ["Flate", "LZW", "RunLength", "JBIG2", "DCT", "CCITTFax", "JPX"])
def test_large_pictures_are_not_unpacked(kind: str) -> None:
    """They stand before the text, or behind it: nothing else is to be known of them."""
    bomb = picture(60_000, 60_000, f"/{kind}Decode".encode(), zlib.compress(bytes(10_000_000)))
    below = raw(b"q 99 0 0 99 90 90 cm /X Do Q " + TEXT, resources=b"/XObject << /X 6 0 R >>", others=[bomb])
    above = raw(TEXT + b" q 99 0 0 99 90 90 cm /X Do Q", resources=b"/XObject << /X 6 0 R >>", others=[bomb])

    assert seen(below) == ["1"]
    assert refused(above) == "SCANNED-HIDDEN"


@pytest.mark.parametrize("operators", [TEXT * 2_000, b"0 0 m " + b"1 1 l " * 2_000 + b"S", b"0 0 m 1 1 l S " * 1_000])
def test_what_is_drawn_is_bounded(operators: bytes) -> None:
    """Characters, and what paths are made of; also what they are clipped to, and on all pages together."""
    clips = b"0 0 m " + b"1 1 l " * 900 + b"W n " + TEXT
    pages = [below("正文" * 20)] * 30

    long = raw(b"BT /F1 10 Tf 100 100 Td (%b) Tj ET" % (b"1" * 2_000))
    for content, most in ((raw(operators), 1_000), (raw(clips), 500), (long, 1_000), (drawn(*pages), 1_000)):
        assert beyond(content, "max_marks", most)
        assert refused(content, max_marks=most, pdf_process=False) == "BEYOND-LIMIT"


def test_what_is_put_on_pages_is_bounded() -> None:
    """A form field counts as fifty characters: to put it on its page takes as long."""
    field = b"<< /Type /Annot /Subtype /Widget /FT /Tx /V (1) /Rect [90 90 99 99] >>"
    content = raw(TEXT, page=b"/Annots [" + b"6 0 R " * 30 + b"]", others=[field])

    assert beyond(content, "max_marks", 1_499)
    assert refused(content, max_marks=1_499, pdf_process=False) == "BEYOND-LIMIT"
    assert not beyond(content, "max_marks", 1_600)


@pytest.mark.parametrize(
    "operators",
    [b"q Q " * 300_000, b"1 " * 300_000 + b"0 0 m", b"q " * 300_000, b"[" * 300_000, b"BT " * 300_000],
    ids=["states", "operands", "saved", "lists", "texts"],
)
def test_operators_that_do_nothing_are_bounded(operators: bytes) -> None:
    """By the time that they take, which is little."""
    began = time.monotonic()

    assert seen(raw(TEXT + b" " + operators)) == ["1"]
    assert time.monotonic() - began < 10


def test_the_time_is_bounded() -> None:
    """Though it is hardly any."""
    assert beyond(raw(TEXT * 3), "max_seconds", 1e-9)


def test_the_time_of_tables_is_bounded() -> None:
    """Letters and drawings are looked for in each table, where no process is ended."""
    cells = b"".join(
        b"%d %d 20 10 re S %d %d m %d %d l S " % (x, y, x + 10, y, x + 10, y + 10)
        for x, y in ((k % 20 * 28 + 5, k // 20 * 28 + 5) for k in range(100))
    )
    letters = b"".join(b"BT /F1 2 Tf 3 %d Td (%b) Tj ET " % (790 - 2 * y, b"a" * 250) for y in range(390))
    began = time.process_time()

    assert refused(raw(cells + letters), max_seconds=1) == "BEYOND-LIMIT"
    assert time.process_time() - began < 3


def test_forms_that_draw_each_other_are_bounded() -> None:
    """Ten times ten times ten …, and round in a circle."""
    names = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
    forms = [stream(b"/X Do " * 10, names % (number + 1)) for number in range(6, 14)]
    content = raw(b"/X Do", resources=b"/XObject << /X 6 0 R >>", others=[*forms, stream(b" " * 9, names % 6)])
    circle = raw(b"/X Do " + TEXT, resources=b"/XObject << /X 6 0 R >>", others=[stream(b"/X Do", names % 6)])
    assert seen(raw(TEXT)) == ["1"]
    began = time.monotonic()

    assert refused(content, max_seconds=2) in {"BEYOND-LIMIT", "PDF-DAMAGED", "PDF-MEMORY", "SCANNED"}
    assert time.monotonic() - began < 2 + 1
    # Nothing tells a circle from forms that are too deep.
    assert beyond(circle, "max_marks", 300_000)


def test_forms_deep_in_each_other_are_refused() -> None:
    """Of those that are too deep pdfium draws nothing, and nobody would know what is missing."""

    def nested(depth: int) -> bytes:
        names = b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X %d 0 R >> >>"
        forms = [stream(b"/X Do", names % number) for number in range(7, 6 + depth)]
        fonts = b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 5 0 R >> >>"
        return raw(b"/X Do " + TEXT, resources=b"/XObject << /X 6 0 R >>", others=[*forms, stream(TEXT, fonts)])

    assert seen(nested(30)) == ["1"]
    for depth in (31, 39, 60, 200):
        assert beyond(nested(depth), "max_marks", 300_000)
        assert refused(nested(depth), pdf_process=False) == "BEYOND-LIMIT"


@pytest.mark.parametrize("operators", [b"0 0 9 9 re f\n" * 2_000_000, TEXT * 1_000_000], ids=["paths", "texts"])
def test_a_page_of_millions_of_things_is_soon_refused(operators: bytes) -> None:
    """Nothing stops pdfium within a page but the bound of its memory."""
    content = raw(b"", others=[stream(operators, packed=True)]).replace(b"/Contents 4 0 R", b"/Contents 6 0 R")
    began = time.monotonic()

    assert refused(content) == "PDF-MEMORY"
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "table",
    [
        b"begincidrange " * 16_000,
        b"1 beginbfrange " + b"<00> <00> [" * 20_000,
        b"1 beginbfrange " + b"<00> <00> <" * 20_000,
        b"1 begincidrange <00000000> <FFFFFFFF> 1 endcidrange",
        b" " * 3_000_000,
    ],
    ids=["begun", "lists", "codes", "numbers", "blanks"],
)
def test_tables_of_fonts_are_bounded(table: bytes) -> None:
    """A range of four thousand million characters is a few bytes; 2 kB of a file held its reader for minutes."""
    began = time.monotonic()

    assert seen(mapped(table)) == seen(mapped(b""))
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("character", ["\x01", "\x7f", "\x9f", "\ufdd0"])
def test_what_a_table_of_a_font_calls_a_control_character_is_unreadable_in_a_cell(character: str) -> None:
    """A font draws something there; in a section of text, such a table ended in a bare error."""
    table = b"begincmap 1 beginbfchar <78> <%b> endbfchar endcmap" % character.encode("utf-16-be").hex().encode()
    cells = b"100 100 50 20 re S 150 100 50 20 re S BT /F2 10 Tf 110 105 Td (1x) Tj 50 0 Td (2) Tj ET"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>"

    content = raw(cells, resources=b"/Font << /F2 6 0 R >>", others=[font, stream(table)])

    assert seen(content.replace(b"/Font << /F1 5 0 R >>", b"")) == [[["1�", "2"]]]


def test_tables_of_fonts_tell_characters() -> None:
    """They say what is printed, whatever its code."""
    assert seen(mapped(b"1 beginbfrange <0031> <0032> <0035> endbfrange")) == ["5"]
    assert seen(mapped(b"1 beginbfrange <00000000> <FFFFFFFF> <0031> endbfrange")) == ["b"]


def test_damage_is_not_told_on_the_screen(capfd: pytest.CaptureFixture[str]) -> None:
    """What is wrong with a file is in the reading or the error."""
    assert seen(raw(b"(x) w " + TEXT)) == ["1"]
    assert seen(with_font(b"")) == ["\N{REPLACEMENT CHARACTER}"]
    # Its information is the list of its pages, which lead back to it.
    root = re.search(rb"/Root ([0-9]+ 0 R)", SOUND)
    assert root is not None
    assert seen(re.sub(rb"/Info [0-9]+ 0 R", b"/Info " + root[1], SOUND)) == seen(SOUND)

    assert tuple(capfd.readouterr()) == ("", "")


@given(st.integers(0, 2**32))
def test_damage_ends_in_blocks_or_a_read_error(seed: int) -> None:
    """Whatever is done to a file, nothing else leaves the reader."""
    damaged = mutate_pdf(random.Random(seed), SOUND)  # noqa: S311 - damage, no secret

    try:
        outcome: object = isinstance(read(damaged), list)
    except gd.ReadError as error:
        outcome = error.code
    assert outcome in {True, "PDF-DAMAGED", "PDF-MEMORY", "SCANNED", "SCANNED-HIDDEN", "ENCRYPTED", "BEYOND-LIMIT"}

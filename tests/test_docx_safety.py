"""Word documents that are damaged or made to do harm: refused within bounds, with a ReadError and nothing else."""

from __future__ import annotations

import io
import random
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import build_report
from support.mutations_docx import mutate_docx
from support.word import cell, document, paragraph, part, table, zipped
from test_docx_read import NUMBERED, numbered, remade

import govdisclosure as gd
from govdisclosure.form.blocks import Paragraph
from govdisclosure.formats import Limits
from govdisclosure.formats.docx._xml import attributes_laid_over, new, w
from govdisclosure.formats.docx.read import read

REPORT = build_report()
OWN = gd.render(REPORT, "docx")


def refused(content: bytes, **limits: int) -> str:
    """Give the reason for which a document is refused, in English."""
    with pytest.raises(gd.ReadError) as caught:
        gd.parse(content, format="docx", limits=Limits(**limits))  # type: ignore[arg-type]
    return str(caught.value)


def with_part(name: str, content: bytes) -> bytes:
    """Give our own document with one part instead."""
    with zipfile.ZipFile(io.BytesIO(OWN)) as archive:
        return zipped({other: archive.read(other) for other in archive.namelist()} | {name: content})


def beyond(name: str, limit: int) -> str:
    """Give the reason of a document beyond a bound."""
    return f"docx: the document is beyond {name} = {limit}; raise it in its Limits to read it"


DAMAGED = "docx: the Word, Excel or zip file is damaged and cannot be opened; fetch it again"


def test_zip_bombs_are_refused_before_they_are_unpacked() -> None:
    """The parts together may not unpack to more than the bound, whichever they are."""
    bomb = with_part("word/media/image1.png", bytes(300_000))

    assert refused(bomb, max_unpacked_bytes=300_000) == beyond("max_unpacked_bytes", 300_000)
    assert gd.parse(bomb, limits=Limits(max_unpacked_bytes=400_000)).report == REPORT


def test_a_part_that_is_larger_than_it_says_is_damaged() -> None:
    """No more is unpacked than the list of parts states, and then the checksum is wrong."""
    plain = document(paragraph("x" * 10_000))
    size = len(part("document", f"<w:body>{paragraph('x' * 10_000)}</w:body>"))
    lying = plain.replace(struct.pack("<I", size), struct.pack("<I", 100))

    assert lying.count(struct.pack("<I", 100)) >= 2
    assert refused(lying) == DAMAGED


def test_damaged_zip_files_are_refused() -> None:
    """Cut off, no zip file at all, or with a part that cannot be unpacked."""
    broken = bytearray(OWN)
    place = OWN.index(b"word/document.xml") + len("word/document.xml")
    broken[place : place + 50] = bytes(50)

    assert [refused(content) for content in (OWN[:-100], b"PK\x03\x04", b"", bytes(broken))] == [DAMAGED] * 4


def test_encrypted_zip_files_are_refused() -> None:
    """The reason says what to do."""
    assert refused(_flagged(OWN)) == "docx: the file is encrypted; remove its password first"


def _flagged(content: bytes) -> bytes:
    """Give a zip file whose list says that every part is encrypted."""
    marked, place = bytearray(content), 0
    while (place := content.find(b"PK\x01\x02", place)) >= 0:
        marked[place + 8] |= 1
        place += 4
    return bytes(marked)


def test_parts_are_packed_as_word_packs_them() -> None:
    """Other methods of packing can take any amount of memory."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", part("document", "<w:body/>"))

    assert refused(buffer.getvalue()) == DAMAGED


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
OUTSIDE = b'<!DOCTYPE x SYSTEM "file:///etc/passwd">'
DOCUMENT = part("document", f"<w:body>{paragraph('x')}</w:body>")


@pytest.mark.parametrize(
    "content",
    [
        ENTITIES + DOCUMENT,
        OUTSIDE + DOCUMENT,
        (OUTSIDE + DOCUMENT).decode().encode("utf-16"),
        b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x+AD4-' + DOCUMENT,
        b'<?xml version="1.0" encoding="GBK"?>' + DOCUMENT.replace(b"x<", "示例<".encode("gbk")),
        DOCUMENT.replace(b">x<", b">&x;<"),
        DOCUMENT[:-5],
        b"",
        b"\x00",
        b"\xff\xfe\x00",
        part("document", f"<w:body>{paragraph('x' * 10_000_001)}</w:body>"),
        b"<a>" * 300 + b"</a>" * 300,
    ],
    ids=["entities", "outside", "utf-16", "utf-7", "gbk", "unknown", "cut", "empty", "nul", "odd", "huge", "deep"],
)
def test_xml_that_is_none_of_words_is_refused(content: bytes) -> None:
    """Document types and entities, other encodings, damage, words and depths without measure."""
    expected = "docx: the part word/document.xml is damaged, or declares what no document may"

    assert refused(zipped({"word/document.xml": content})) == expected


def test_a_document_without_a_body_is_refused() -> None:
    """The reason names the part."""
    expected = "docx: the file is not complete: word/document.xml is missing"

    assert refused(zipped({"xl/workbook.xml": b"<x/>"})) == expected
    assert refused(zipped({"word/document.xml": b"<x/>"})) == expected


def test_depth_is_bounded() -> None:
    """Tables in tables and text boxes in text boxes, as deep as the bound allows."""
    nested = text = paragraph("x")
    for _ in range(60):
        nested = f"<w:tbl><w:tr><w:tc>{nested}</w:tc></w:tr></w:tbl>"
        text = (
            text
            if len(text) > 3_000
            else f"<w:p><w:r><w:pict><w:txbxContent>{text}</w:txbxContent></w:pict></w:r></w:p>"
        )

    assert len(read(document(nested))) == 1
    assert read(document(text))[-1] == Paragraph("x")
    assert refused(document(nested), max_depth=100) == beyond("max_depth", 100)


@pytest.mark.parametrize("number", ["100000000", "9" * 5_000])
def test_cells_are_bounded_with_their_spans(number: str) -> None:
    """A span that is larger than any table is refused, not laid out."""
    for body in (
        table(cell("", f'<w:gridSpan w:val="{number}"/>')),
        table(f'<w:trPr><w:gridBefore w:val="{number}"/></w:trPr>{cell("")}'),
        table(f'<w:trPr><w:gridAfter w:val="{number}"/></w:trPr>{cell("")}'),
    ):
        assert refused(document(body)) == beyond("max_cells", 20_000)
    assert refused(document(table(cell("") * 11)), max_cells=10) == beyond("max_cells", 10)


def test_lines_are_bounded() -> None:
    """Paragraphs, also empty ones, lines in a paragraph, the markup around them, and words without end."""
    assert refused(document("<w:p/>" * 11), max_lines=10) == beyond("max_lines", 10)
    assert refused(document("<w:p><w:r>" + "<w:br/>" * 11 + "</w:r></w:p>"), max_lines=10) == beyond("max_lines", 10)
    assert refused(document("<w:x/>" * 1_000), max_lines=10) == beyond("max_lines", 10)
    assert refused(document(paragraph("x" * 25_000)), max_lines=10) == beyond("max_lines", 10)


def test_links_are_bounded() -> None:
    """A document has some for its parts, and one for each picture and each address."""
    links = "<R>" + '<r Type="http://x/styles" Target="s.xml"/>' * 11 + "</R>"
    body = {"word/document.xml": part("document", "<w:body/>"), "word/_rels/document.xml.rels": links.encode()}

    assert refused(zipped(body), max_lines=10) == beyond("max_lines", 10)
    assert refused(zipped(body), max_lines=11).startswith("docx: expected the headings")


def test_labels_of_lists_are_short() -> None:
    """A label is repeated with every paragraph, so a long one would grow without measure."""
    declared = NUMBERED.replace('"%1、"', f'"{"长" * 100_000}"')

    assert read(document(numbered("x"), numbering=declared)) == [Paragraph("长" * 40 + " x")]


@pytest.mark.parametrize(
    ("custom", "reason"),
    [
        ('<property name="govdisclosure"><v>x</v></property>', "docx, head: govdisclosure holds no JSON"),
        ('<property name="govdisclosure"/>', "docx, head: govdisclosure holds no JSON"),
        (
            '<property name="govdisclosure"><v>"1"</v></property><property name="govdisclosure:x"><v>[</v></property>',
            "docx, head: govdisclosure:x holds no JSON",
        ),
        (
            '<property name="govdisclosure"><v>"2"</v></property>',
            "docx, head: version '2' of the layout is not known; known is '1'",
        ),
        (
            '<property name="govdisclosure"><v>"1"</v></property><property name="govdisclosure:x"><v>1</v></property>',
            "docx, head: unknown name 'x'",
        ),
    ],
)
def test_a_head_that_we_did_not_write_is_refused(custom: str, reason: str) -> None:
    """What says that it is ours must be ours."""
    opening = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">'

    assert refused(with_part("docProps/custom.xml", f"{opening}{custom}</Properties>".encode())) == reason


def test_properties_of_others_are_none_of_ours() -> None:
    """A document that has some is one like any other."""
    opening = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">'
    custom = f'{opening}<x/><property/><property name="govdisclosure:x"><v>1</v></property></Properties>'

    report = gd.parse(with_part("docProps/custom.xml", custom.encode())).report

    assert report.requests == REPORT.requests
    with_others = with_part(
        "docProps/custom.xml", _custom().replace(b"</Properties>", b'<property name="x"/></Properties>')
    )
    assert gd.parse(with_others) == gd.Reading(REPORT)


def test_properties_without_our_styles_are_none_of_ours() -> None:
    """Programs that make Word documents of web pages carry the properties over, but not what our writer wrote."""
    assert gd.parse(OWN).report.published == REPORT.published

    reading = gd.parse(with_part("word/styles.xml", part("styles", "")))

    assert (reading.report.requests, (reading.report.other_matters or [])[-1:]) == (REPORT.requests, ["2022年1月20日"])


def test_our_styles_without_properties_are_none_of_ours() -> None:
    """Who makes a document of his own after ours need not keep what our writer wrote."""
    with zipfile.ZipFile(io.BytesIO(OWN)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    del parts["docProps/custom.xml"]

    reading = gd.parse(zipped(parts))

    assert (reading.report.requests, (reading.report.other_matters or [])[-1:]) == (REPORT.requests, ["2022年1月20日"])


def test_our_styles_are_known_by_their_names_or_else_their_ids() -> None:
    """Programs that save a document again give styles other ids; a style that has no name is known by its id."""
    with zipfile.ZipFile(io.BytesIO(OWN)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    styles, body = parts["word/styles.xml"], parts["word/document.xml"]
    for old, other in ((b'w:styleId="Gov', b'w:styleId="a'), (b'<w:name w:val="Gov', b'<w:aka w:val="')):
        assert old in styles
        renamed = body.replace(b'pStyle w:val="Gov', b'pStyle w:val="a') if b"styleId" in old else body
        changed = parts | {"word/styles.xml": styles.replace(old, other), "word/document.xml": renamed}
        assert read(zipped(changed)) == read(OWN)


def _custom() -> bytes:
    with zipfile.ZipFile(io.BytesIO(OWN)) as archive:
        return archive.read("docProps/custom.xml")


def test_macros_and_templates_are_read_as_documents() -> None:
    """What a document can do besides is never looked at."""
    with zipfile.ZipFile(io.BytesIO(OWN)) as archive:
        types = archive.read("[Content_Types].xml")
    for kind in (b"ms-word.document.macroEnabled", b"openxmlformats-officedocument.wordprocessingml.template"):
        other = types.replace(b"openxmlformats-officedocument.wordprocessingml.document", kind)
        assert other != types
        assert gd.parse(with_part("[Content_Types].xml", other)).report == REPORT


SEEDS = [
    OWN,
    gd.render(build_report(year=2020), "docx"),
    remade(REPORT),
    document(
        numbered("x")
        + table(cell("a", '<w:vMerge w:val="restart"/>') + cell("b"), cell("", "<w:vMerge/>") + cell("c")),
        numbering=NUMBERED,
    ),
]


@pytest.mark.property
@given(st.sampled_from(SEEDS), st.integers(0, 2**32))
def test_damage_ends_in_a_report_or_a_read_error(content: bytes, seed: int) -> None:
    """Whatever is done to a document, nothing else leaves the reader."""
    damaged = mutate_docx(random.Random(seed), content)  # noqa: S311 - damage, no secret

    try:
        reading = gd.parse(damaged, format="docx", allow_blank=True)
    except gd.ReadError as error:
        outcome: object = error.format
    else:
        outcome = gd.loads(gd.dumps(reading.report)) == reading.report
    assert outcome in {"docx", True}


def test_what_styles_hand_down_is_short() -> None:
    """A long name would be copied for each that is laid over it."""
    long, short, own = (new(w("rFonts"), {}) for _ in range(3))
    long.set(w("ascii"), "a" * 1_000)
    short.set(w("ascii"), "b")
    own.set(w("eastAsia"), "b" * 1_000)
    own.set(w("cs"), "b")
    asked: dict[str, tuple[str, ...]] = dict.fromkeys((w("ascii"), w("eastAsia")), ())

    assert attributes_laid_over(long, own, asked).items() == [(w("eastAsia"), "b" * 1_000)]
    assert attributes_laid_over(short, own, asked).items() == [(w("ascii"), "b"), (w("eastAsia"), "b" * 1_000)]

"""What of a page of a PDF a person sees: what is hidden is not there, and a figure in doubt is unreadable."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from support.pdfs import FONT, LEFT, SIZE, TOP, drawn, raw, ruled, seen, stream, texts, together

from govdisclosure.form.blocks import Paragraph, Role
from govdisclosure.formats import Limits
from govdisclosure.formats.pdf.read import read
from govdisclosure.pdfium import close_up, covers, judge, overlaps, visibility
from govdisclosure.pdfium.characters import Glyph, Run, Setting
from govdisclosure.pdfium.judge import _may_lack_letters
from govdisclosure.pdfium.matrix import Matrix
from govdisclosure.pdfium.overlaps import Mark, Stroke, overprinted, struck
from govdisclosure.pdfium.pages import Box

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.pdfgen.canvas import Canvas

FIGURE = b"BT /F1 10 Tf 100 100 Td (12) Tj ET "
OTHER = b"BT /F1 10 Tf 300 100 Td (x) Tj ET "
BOX = b"95 95 30 20 re f 0 g "
STATES = (
    b" /Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 0] /Extend [true true] /Function"
    b" << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [1] /N 1 >> >> >> /Pattern << /P << /PatternType 2 /Shading"
    b" << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 0] /Extend [true true] /Function"
    b" << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [0] /N 1 >> >> >> >>"
    b" /ExtGState << /H << /ca 0 /CA 0 >> /N << /ca 0.03 >> /L << /ca 0.5 >> /M << /BM /Multiply >> >>"
)
TABLE = [["规章", "12", "0"], ["行政许可", "8", "3"]]
HERE = Limits(pdf_process=False)


def form(content: bytes, attributes: bytes = b"/BBox [0 0 600 800]") -> bytes:
    """Give the object of a form that is drawn on a page."""
    return stream(
        content,
        b"/Type /XObject /Subtype /Form /Resources << /Font << /F1 5 0 R >> /XObject << /X 7 0 R >> >> " + attributes,
    )


def picture(side: int = 1, attributes: bytes = b"", content: bytes = b"\xff") -> bytes:
    """Give the object of a picture of one color."""
    size = b"/Width %d /Height %d /BitsPerComponent 8 /ColorSpace /DeviceGray" % (side, side)
    return stream(content, b"/Type /XObject /Subtype /Image %b %b" % (size, attributes))


def shown(operators: bytes, *others: bytes, resources: bytes = b"/XObject << /X 6 0 R >>") -> str:
    """Give the line that is read of a page, as in a process and as here."""
    content = raw(operators + OTHER, resources=resources + STATES, others=others)
    with_process, without = read(content), read(content, HERE)
    assert with_process == without
    (line,) = without
    assert isinstance(line, Paragraph)
    return line.text.removesuffix("x").strip()


@pytest.mark.parametrize(
    ("operators", "expected"),
    [
        (FIGURE, "12"),
        (FIGURE + b"1 g " + BOX, ""),
        (b"1 g " + BOX + FIGURE, "12"),
        (FIGURE + b"1 g " + BOX + FIGURE.replace(b"12", b"34"), "34"),
        (FIGURE + b"1 g " + BOX + FIGURE.replace(b"(12)", b"(3)"), "3"),
        (FIGURE + b"1 g 105.5 95 30 20 re f 0 g ", "1"),
        (FIGURE + b"1 g 108 95 30 20 re f 0 g ", "1�"),
        (FIGURE + b"1 g 95 104 30 20 re f 0 g ", "��"),
        (b"BT /F1 10 Tf 100 100 Td (ab) Tj ET 1 g 95 104 30 20 re f 0 g ", "ab"),
        (b"1 g " + FIGURE + b"0 g ", ""),
        (b"0.98 g " + FIGURE + b"0 g ", ""),
        (b"0.8 g " + FIGURE + b"0 g ", "12"),
        (b"0.1 g 90 90 50 50 re f 1 g " + FIGURE + b"0 g ", "12"),
        (b"0.1 g 90 90 50 50 re f 0.12 g " + FIGURE + b"0 g ", ""),
        (b"0 0 1 rg 90 90 50 50 re f " + FIGURE + b"0 g ", ""),
        (b"1 1 0 rg 90 90 50 50 re f 1 0 0 rg " + FIGURE + b"0 g ", "12"),
        (b"0.1 g 90 90 m 90 150 150 150 150 90 c f 1 g " + FIGURE + b"0 g ", "12"),
        (b"q 0 0 50 50 re W n " + FIGURE + b"Q ", ""),
        (b"q 0 0 50 50 re W n 60 60 9 9 re W n " + FIGURE + b"Q ", ""),
        (b"q 0 0 105 500 re W n " + FIGURE + b"Q ", "1"),
        (b"q 0 0 500 103 re W n " + FIGURE + b"Q ", "��"),
        (b"q 90 90 500 500 re W n 95 95 90 90 re W n " + FIGURE + b"Q ", "12"),
        (b"q 0 0 m 0 500 l 90 500 l 90 0 l 500 90 l W n " + FIGURE + b"Q ", ""),
        (b"q 0 0 m 600 0 l 0 600 l h W n " + FIGURE + b"Q ", "12"),
        (b"q W n " + FIGURE + b"Q ", "12"),
        (b"q /H gs " + FIGURE + b"Q ", ""),
        (b"q /N gs " + FIGURE + b"Q ", ""),
        (b"q /L gs " + FIGURE + b"Q ", "12"),
        (FIGURE + b"q /L gs 1 g " + BOX + b"Q ", "12"),
        (FIGURE + b"q /H gs 1 g " + BOX + b"Q ", "12"),
        (FIGURE + b"q /M gs 1 g " + BOX + b"Q ", "12"),
        (b"2 Tr " + FIGURE + b"0 Tr ", "12"),
        (b"1 Tr 1 G " + FIGURE + b"0 Tr 0 G ", ""),
        (b"7 Tr " + FIGURE + b"0 Tr ", ""),
        (FIGURE + b"q 95 95 30 20 re W n /S sh Q ", ""),
        (b"/Pattern cs /P scn " + FIGURE + b"0 g ", "12"),
        (b"BT /F1 10 Tf 101.4 100 Td (.) Tj ET 1 g " + BOX + FIGURE, "12"),
        (FIGURE + b"1 g " + BOX + FIGURE, "12"),
        (b"q /L gs BT /F1 0.2 Tf 100 100 Td (12) Tj ET Q ", ""),
        (FIGURE + b"99 99 0.4 0.4 re f ", "12"),
    ],
)
def test_what_is_hidden_is_not_there(operators: bytes, expected: str) -> None:
    """Covered by what is painted later, clipped away, transparent, of the color of its ground; in part, in doubt."""
    assert shown(operators) == expected


@pytest.mark.parametrize(
    ("operators", "others", "expected"),
    [
        (FIGURE + b"q 30 0 0 20 95 95 cm /X Do Q ", [picture()], ""),
        (b"q 30 0 0 20 95 95 cm /X Do Q " + FIGURE, [picture()], "12"),
        (FIGURE + b"q 30 0 0 20 95 95 cm /X Do Q ", [picture(1, b"/SMask 7 0 R"), picture(content=b"\0")], "12"),
        (FIGURE + b"q 30 0 0 20 95 95 cm /X Do Q ", [picture(60_000)], ""),
        (b"q 30 0 0 20 95 95 cm /X Do Q " + FIGURE, [picture(60_000)], "12"),
        (FIGURE + b"q 30 0 0 20 295 295 cm /X Do Q ", [picture(60_000)], "12"),
        (b"/X Do ", [form(FIGURE)], "12"),
        (b"q 1 0 0 1 0 20 cm /X Do Q ", [form(b"q 1 0 0 1 0 -20 cm /X Do Q"), form(FIGURE)], "12"),
        (b"/X Do ", [form(FIGURE, b"/BBox [0 0 50 50]")], ""),
        (FIGURE + b"q 1 0 0 1 50 50 cm /X Do Q ", [form(b"1 g 45 45 30 20 re f")], ""),
        (FIGURE + b"q 2 0 0 2 0 0 cm /X Do Q ", [form(b"49 51.7 m 57 51.7 l S")], "��"),
    ],
)
def test_pictures_and_forms_are_painted_like_all_else(operators: bytes, others: list[bytes], expected: str) -> None:
    """They hide what is below them, and what is in a form is seen where it is drawn; a large picture stays packed."""
    assert shown(operators, *others) == expected


def test_what_is_deep_in_forms_is_seen() -> None:
    """Up to thirty in each other."""
    forms = [
        stream(
            b"/X Do",
            b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X %d 0 R >> >>" % at,
        )
        for at in range(7, 36)
    ]

    assert shown(b"/X Do ", *forms, form(FIGURE)) == "12"


@pytest.mark.parametrize("default", [b"/OFF [6 0 R]", b"/BaseState /OFF"])
def test_a_layer_that_is_off_is_not_there(default: bytes) -> None:
    """Whether its text, a form, or what covers a text; one that is on is."""
    layer = b"<< /Type /OCG /Name (L) >>"
    marked = b"/OC /L BDC %b EMC " + OTHER

    def content(operators: bytes, state: bytes) -> bytes:
        resources = b"/Properties << /L 6 0 R >> /XObject << /X 7 0 R >>"
        file = raw(operators, resources=resources, others=[layer, form(FIGURE, b"/BBox [0 0 600 800] /OC 6 0 R")])
        layers = b"/Type /Catalog /OCProperties << /OCGs [6 0 R] /D << %b >> >>" % state
        return file.replace(b"/Type /Catalog", layers)

    assert seen(content(marked % FIGURE, default)) == ["x"]
    assert seen(content(marked % FIGURE, b"")) == ["12 x"]
    assert seen(content(b"/X Do " + OTHER, default)) == ["x"]
    assert seen(content(b"/X Do " + OTHER, b"")) == ["12 x"]
    assert seen(content(FIGURE + marked % (b"1 g " + BOX), default)) == ["12 x"]


@pytest.mark.parametrize(
    ("operators", "expected"),
    [
        (b"99 103.5 m 112 103.5 l S ", "��"),
        (b"99 103 13 0.7 re f ", "��"),
        (b"95 98 m 118 110 l S ", "��"),
        (b"95 98 m 95 120 l 118 110 l h S ", "��"),
        (b"95 98 m 100 110 110 95 118 108 c S ", "��"),
        (b"102.5 90 m 102.5 120 l S ", "�2"),
        (b"".join(b"%d 103 1 1 re f " % at for at in range(97, 115, 2)), "��"),
        (b"".join(b"%d 97 1 1 re f " % at for at in range(97, 115, 2)), "12"),
        (b"99 98.5 m 112 98.5 l S ", "12"),
        (b"99 108.5 m 112 108.5 l S ", "12"),
        (b"97 90 m 97 120 l S 99 80 m 160 103.5 l S 113 103.5 m 130 103.5 l S 102.5 50 m 102.5 90 l S ", "12"),
        (b"99 110 m 90 125 l S ", "12"),
    ],
)
def test_a_figure_through_which_a_line_goes_is_unreadable(operators: bytes, expected: str) -> None:
    """However it is drawn; what is below a figure or above it does no harm."""
    assert shown(FIGURE + operators) == expected
    assert shown(FIGURE.replace(b"12", b"ab") + operators) == "ab"


@pytest.mark.parametrize(
    ("operators", "expected"),
    [
        (b"BT /F1 10 Tf 100.4 100 Td (12) Tj ET ", "12"),
        (b"BT /F1 10 Tf 100.4 100 Td (1) Tj 5.56 0 Td (2) Tj ET ", "12"),
        (b"0.7 g BT /F1 10 Tf 103 100.5 Td (12) Tj ET 0 g ", "��"),
        (b"BT /F1 10 Tf 102 100 Td (34) Tj ET ", "����"),
        (b"BT /F1 10 Tf 100 100 Td (--) Tj ET ", "-�-2"),
        (b"BT /F1 10 Tf 94 100 Td (12) Tj ET ", "1�2"),
        (b"BT /F1 10 Tf 88 100 Td (12) Tj ET ", "1212"),
    ],
)
def test_figures_that_lie_over_each_other_are_unreadable(operators: bytes, expected: str) -> None:
    """A shadow, or another figure typed over one; the same at the same place is bold. Only what meets is in doubt."""
    assert "".join(shown(operators + FIGURE).split()) == expected


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        (b"0 g 105 95 10 20 re f ", "1�"),
        (b"0.5 g 105 95 10 20 re f ", "1�"),
        (b"0 g 105 95 m 115 95 l 115 115 l 105 115 l f ", "1�"),
        (b"0 G 10 w 110 98 m 110 112 l S ", "1�"),
        (b"0 g 95 95 40 20 re f ", "��"),
        (b"q 10 0 0 20 105 95 cm /X Do Q ", "1�"),
        (b"1 g 105 95 10 20 re f ", "1"),
        (b"1 g 105 95 10 20 re f BT 0 g /F1 10 Tf 107 100 Td (7) Tj ET ", "17"),
        (b"1 1 0 rg 105 95 12 20 re f BT 0 g /F1 10 Tf 109 100 Td (7) Tj ET ", "1 7"),
        (b"1 g 0 G 105 95 10 20 re B ", "1�"),
        (b"1 g 1 G 105 95 10 20 re B ", "1"),
        (b"1 G 10 w 110 98 m 110 112 l S ", "1"),
        (b"0 g 108 95 1 20 re f 0 G 90 90 50 40 re S ", "1�"),
    ],
    ids=[
        "black",
        "gray",
        "shape",
        "pen",
        "both",
        "picture",
        "white",
        "typed",
        "slip",
        "frame",
        "white frame",
        "white pen",
        "line",
    ],
)
def test_a_figure_that_is_blacked_out_is_unreadable(over: bytes, expected: str) -> None:
    """A person sees that something stands there; what is as its ground, or has new text on it, is not seen at all."""
    assert shown(FIGURE + over, picture(content=b"\x00")) == expected


def test_very_many_boxes_over_figures_leave_all_in_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each pair of a figure and a box would have to be looked at."""
    white = FIGURE + b"1 g 95 95 30 20 re f 0 g "
    assert shown(white) == ""

    monkeypatch.setattr(covers, "MOST_LOOKS", 1)
    (line,) = read(raw(white * 2 + OTHER), HERE)
    assert line == Paragraph("�� x")


def test_very_many_figures_near_each_other_are_all_in_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each pair of them would have to be compared; so it is with what is printed twice."""
    apart = raw(FIGURE + FIGURE.replace(b"100 100", b"200 100") + OTHER)
    twice = raw(FIGURE * 2 + OTHER)
    assert [read(content, HERE) for content in (apart, twice)] == [[Paragraph("12 12 x")], [Paragraph("12 x")]]

    monkeypatch.setattr(overlaps, "MOST_LOOKS", 1)
    assert read(apart, HERE) == [Paragraph("�� �� x")]
    monkeypatch.undo()
    monkeypatch.setattr(visibility, "MOST_LOOKS", 0)
    assert [read(content, HERE) for content in (apart, twice)] == [[Paragraph("12 12 x")], [Paragraph("�� x")]]


def test_very_many_large_pictures_leave_all_figures_in_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are not unpacked, and each would have to be looked at for each figure."""
    size = b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    far = raw(
        FIGURE + b"q 9 0 0 9 400 400 cm /X Do Q " + OTHER,
        resources=b"/XObject << /X 6 0 R >>",
        others=[stream(b"\xff", size)],
    )
    assert read(far, HERE) == [Paragraph("12 x")]

    monkeypatch.setattr(judge, "MOST_SCANS", 0)
    assert read(far, HERE) == [Paragraph("�� x")]


@pytest.mark.parametrize(
    "over",
    [b"0.9 g 0 0 600 800 re f 0 g ", b"q 600 0 0 800 0 0 cm /X Do Q ", b"/S sh "],
    ids=["boxes", "pictures", "shadings"],
)
def test_what_fills_a_page_very_often_leaves_all_figures_in_doubt(over: bytes) -> None:
    """It is not drawn, which takes seconds."""
    shading = b"/Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 9 9] /Function 7 0 R >> >>"
    function = b"<< /FunctionType 2 /Domain [0 1] /N 1 >>"
    resources = b"/XObject << /X 6 0 R >> " + shading
    once, often = (
        raw(
            over * times + FIGURE + OTHER + b"1 g 300 300 9 9 re f ",
            resources=resources,
            others=[picture(content=b"\xff"), function],
        )
        for times in (1, 200)
    )

    assert [read(content, HERE) for content in (once, often)] == [[Paragraph("12 x")], [Paragraph("�� x")]]


@pytest.mark.parametrize(
    ("small", "expected"), [(b"7", "12�"), (b"14", "12�"), (b"9", "123"), (b"11.5", "123"), (b"8.4", "123")]
)
def test_a_digit_of_another_size_is_no_part_of_a_figure(small: bytes, expected: str) -> None:
    """On one line with it, it is the number of a note; fonts that are set side by side differ a little."""
    assert shown(b"BT /F1 10 Tf 100 100 Td (12) Tj /F1 %b Tf (3) Tj ET " % small) == expected


@pytest.mark.parametrize(("rise", "expected"), [(b"1.9", "123"), (b"2.1", "12�"), (b"-2.9", "12�")])
def test_a_digit_at_another_height_is_no_part_of_a_figure(rise: bytes, expected: str) -> None:
    """Though it is as large as the others, and on one line with them."""
    assert shown(b"BT /F1 10 Tf 100 100 Td (12) Tj %b Ts (3) Tj ET " % rise) == expected


def test_figures_of_a_row_may_stand_higher_than_its_label() -> None:
    """As programs print them that have other fonts for Chinese and for figures; what is raised more is no such row."""
    row = b"BT /F1 10 Tf 100 100 Td (ab) Tj 100 %b Td (12) Tj 50 0 Td (3) Tj ET "

    assert [seen(raw(row % rise)) for rise in (b"2.3", b"-2.9")] == [["ab 12 3"]] * 2
    assert seen(raw(row % b"3.2")) == ["12 3", "ab"]


def test_a_note_number_beside_words_stays() -> None:
    """It changes no figure."""
    assert shown(b"BT /F1 10 Tf 100 100 Td (ab) Tj /F1 7 Tf (3) Tj ET ") == "ab3"


@pytest.mark.parametrize("shift", [b"2 -2", b"3 0", b"0 2"])
def test_a_shadow_is_no_makeshift_bold(shift: bytes) -> None:
    """The figure stands there twice."""
    twice = b"BT /F1 12 Tf 100 100 Td (12) Tj %b Td (12) Tj ET " % shift
    assert set("".join(shown(twice).split())) == {"�"}


def test_two_figures_that_nearly_stand_at_one_place_are_in_doubt() -> None:
    """88, set close, is not an 8 that is printed twice."""
    assert shown(b"BT /F1 10 Tf 100 100 Td (8) Tj 2 0 Td (8) Tj ET ") == "�"
    assert shown(b"BT /F1 10 Tf 100 100 Td (1) Tj 5.56 0 Td (1) Tj ET ") == "11"
    assert shown(b"BT /F1 10 Tf 100 100 Td (1) Tj 0.5 0 Td (1) Tj ET ") == "1"
    assert shown(b"BT /F1 10 Tf 100 100 Td (1) Tj 5.56 0 Td ( ) Tj 0 0 Td ( ) Tj 0 50 Td () Tj ET ") == "1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"/F1 0.5 Tf 100 100 Td (12) Tj", "��"),
        (b"/F1 10 Tf 1 Tz 100 100 Td (12) Tj 100 Tz", "��"),
        (b"/F1 10 Tf -1 0 0 1 120 100 Tm (12) Tj", "��"),
        (b"/F1 4 Tf 100 100 Td (12) Tj", "12"),
    ],
)
def test_a_figure_that_nobody_can_read_is_unreadable(text: bytes, expected: str) -> None:
    """Too small, too narrow, or seen in a mirror."""
    content = raw(b"BT " + text + b" ET BT /F1 10 Tf 300 300 Td (abcdef) Tj ET")

    assert seen(content) == ["abcdef", expected]


def test_what_a_mark_says_in_place_of_the_text_is_not_read() -> None:
    """It is for those who hear the page, and nobody sees it."""
    assert shown(b"/Span << /ActualText (99) >> BDC " + FIGURE + b"EMC ") == "12"
    assert shown(b"/P << /MCID 0 >> BDC " + FIGURE + b"EMC ") == "12"


def skewed(angle: float) -> bytes:
    """Give a file whose page lies askew."""

    def page(canvas: Canvas) -> None:
        canvas.translate(300, 400)
        canvas.rotate(angle)
        canvas.translate(-300, -400)
        canvas.setFont(FONT, SIZE)
        together(ruled(TABLE, width=120), texts([(LEFT, 730, "一、概述本机关依法公开"), (LEFT, 400, "二、其他")]))(
            canvas
        )

    return drawn(page)


def test_most_of_the_text_tells_how_a_page_lies() -> None:
    """Not what stands askew by itself."""
    askew = (
        b"BT /F1 10 Tf 0.99 0.1 -0.1 0.99 100 300 Tm (a) Tj ET BT /F1 10 Tf 0.99 -0.1 0.1 0.99 100 400 Tm (b) Tj ET "
    )

    assert seen(raw(askew + FIGURE)) == ["b", "a", "12"]


@pytest.mark.parametrize("angle", [0.03, 0.2, 1, -2, 4, 8, 181])
def test_a_page_that_lies_askew_is_read(angle: float) -> None:
    """As one that was fed into a scanner a little aslant, and whose text was recognised."""
    assert seen(skewed(angle)) == ["一、概述本机关依法公开", TABLE, "二、其他"]


def annotated(annotation: bytes, *others: bytes, operators: bytes = OTHER) -> bytes:
    """Give a file with something put on its page, of 60 by 20 points at 98, 95."""
    annotation_object = b"<< /Type /Annot /Rect [98 95 158 115] %b >>" % annotation
    return raw(operators, page=b"/Annots [6 0 R]", others=[annotation_object, *others])


def appearance(content: bytes) -> bytes:
    """Give the object of an appearance."""
    return stream(content, b"/Type /XObject /Subtype /Form /BBox [0 0 60 20] /Resources << /Font << /F1 5 0 R >> >>")


TYPED = appearance(b"BT /F1 10 Tf 2 5 Td (1,200) Tj ET")


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        (b"/Subtype /FreeText /F 4 /AP << /N 7 0 R >>", ["1,200 x"]),
        (b"/Subtype /Stamp /AP << /N 7 0 R >>", ["1,200 x"]),
        (b"/Subtype /Widget /FT /Tx /V (1200) /F 4 /AP << /N 7 0 R >>", ["1,200 x"]),
        (b"/Subtype /Widget /FT /Tx /V (1300) /F 4 /AP << /N 7 0 R >>", ["�,���� x"]),
        (b"/Subtype /Widget /FT /Tx /F 4 /AP << /N 7 0 R >>", ["1,200 x"]),
        (b"/Subtype /Widget /FT /Tx /V (12) /F 4", ["� x"]),
        (b"/Subtype /Widget /FT /Tx /F 4", ["x"]),
        (b"/Subtype /Widget /FT /Tx /V (%b)" % (b"1" * 3_000), ["x"]),
        (b"/Subtype /FreeText /Contents (12) /DA (/F1 10 Tf 0 g)", ["� x"]),
        (b"/Subtype /FreeText /F 2 /AP << /N 7 0 R >>", ["x"]),
        (b"/Subtype /FreeText /F 32 /AP << /N 7 0 R >>", ["x"]),
        (b"/Subtype /Link /Contents (12)", ["x"]),
        (b"/Subtype /Highlight /Contents (12) /QuadPoints [98 115 158 115 98 95 158 95]", ["x"]),
    ],
)
def test_what_is_put_on_a_page_is_read_as_it_appears(annotation: bytes, expected: list[str]) -> None:
    """Form fields, free text and stamps; of what has no appearance nobody knows how it looks, but it is there."""
    assert seen(annotated(annotation, TYPED)) == expected


def test_what_is_crossed_out_is_unreadable() -> None:
    """By a mark that is put on the page, without an appearance of its own; what covers it hides it."""
    crossed = b"/Subtype /StrikeOut /QuadPoints [98 115 158 115 98 95 158 95]"
    white = b"/Subtype /Square /AP << /N 7 0 R >>"

    assert seen(annotated(crossed, operators=FIGURE + OTHER)) == ["�� x"]
    assert seen(annotated(white, appearance(b"1 g 0 0 60 20 re f"), operators=FIGURE + OTHER)) == ["x"]


def test_where_very_much_is_put_on_a_page_all_figures_are_in_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is compared then; that something is there is seen all the same."""
    field, ink = b"/Subtype /Widget /FT /Tx /V (12) /F 4", b"/Subtype /Ink /InkList [[154 84 154 92]]"
    monkeypatch.setattr(visibility, "MOST_LOOKS", 0)

    assert read(annotated(field, operators=OTHER), HERE) == [Paragraph("� x")]
    assert read(annotated(ink, operators=FIGURE + OTHER), HERE) == [Paragraph("�� x")]


def test_the_frame_of_a_form_field_is_no_rule() -> None:
    """A cell holds it, and is no two cells."""

    def page(canvas: Canvas) -> None:
        ruled([["规章", "", "7"], ["许可", "", "3"]])(canvas)
        for name, value, foot in (("a", "10", TOP - 18), ("b", "", TOP - 38)):
            canvas.acroForm.textfield(name=name, value=value, x=int(LEFT) + 82, y=int(foot), width=70, height=16)

    assert seen(drawn(page)) == [[["规章", "10", "7"], ["许可", "", "3"]]]


def test_the_line_below_a_form_field_is_no_drawing() -> None:
    """Nor is the relief of its frame."""

    def page(canvas: Canvas) -> None:
        ruled([["规章", "", "7"], ["许可", "", "3"]])(canvas)
        for style, foot in (("underlined", TOP - 18), ("bevelled", TOP - 38)):
            canvas.acroForm.textfield(name=style, borderStyle=style, x=int(LEFT) + 84, y=int(foot), width=70, height=15)

    assert seen(drawn(page)) == [[["规章", "", "7"], ["许可", "", "3"]]]


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        (b"/Subtype /Ink /InkList [[154 84 154 92]] /Rect [151 83 157 93]", "10�"),
        (b"/Subtype /Ink /InkList [[154 84 154 92]] /Rect [153 83 155 93]", "10�"),
        (b"/Subtype /Line /L [154 84 154 92] /Rect [151 83 157 93]", "10�"),
        (b"/Subtype /Ink /InkList [[154 84 154 92]] /Rect [151 83 157 93] /AP << /N 7 0 R >>", "10�"),
        (b"/Subtype /FreeText /Rect [151 83 157 93]", "10"),
        (b"/Subtype /Text /Rect [151 83 157 93]", "10"),
        (b"/Subtype /Ink /InkList [[154 284 154 292]] /Rect [151 283 157 293]", "10"),
    ],
    ids=["ink", "narrow", "line", "with appearance", "no text", "slip", "elsewhere"],
)
def test_what_a_pen_draws_beside_a_figure_is_unreadable(annotation: bytes, expected: str) -> None:
    """Whether its appearance is in the file, or is left to the viewer."""
    table = b"50 60 m 50 100 l 100 60 m 100 100 l 200 60 m 200 100 l " + b"".join(
        b"50 %d m 200 %d l " % (foot, foot) for foot in (60, 80, 100)
    )
    words = b"S BT /F1 10 Tf 54 85 Td (a) Tj 70 0 Td (10) Tj -70 -20 Td (b) Tj 70 0 Td (7) Tj ET "
    content = raw(
        table + words,
        page=b"/Annots [6 0 R]",
        others=[
            b"<< /Type /Annot /F 4 %b >>" % annotation,
            stream(b"1 0 0 RG 3 1 m 3 9 l S", b"/Type /XObject /Subtype /Form /BBox [0 0 6 10]"),
        ],
    )

    assert seen(content) == [[["a", expected], ["b", "7"]]]


def test_a_picture_in_a_cell_is_unreadable() -> None:
    """A figure that is a picture, or drawn; one beside words is an ornament, one across cells a seal."""

    def pictured(*, left: float = LEFT + 90, top: float = TOP - 16, width: float = 30) -> Callable[[Canvas], object]:
        image = ImageReader(Image.new("RGB", (20, 10), (0, 0, 0)))
        return lambda canvas: canvas.drawImage(image, left, top, width, 12)

    def outlined(canvas: Canvas) -> None:
        path = canvas.beginPath()
        path.moveTo(LEFT + 90, TOP - 15)
        path.curveTo(LEFT + 92, TOP - 5, LEFT + 98, TOP - 5, LEFT + 95, TOP - 15)
        path.close()
        canvas.drawPath(path, fill=1, stroke=0)

    table = ruled([["规章", "", "7"], ["行政许可", "8", "3"]])
    unknown = [["规章", "�", "7"], ["行政许可", "8", "3"]]

    assert seen(drawn(together(table, pictured()))) == [unknown]
    assert seen(drawn(together(table, outlined))) == [unknown]
    assert seen(drawn(together(table, pictured(left=LEFT + 50)))) == [[["规章", "", "7"], ["行政许可", "8", "3"]]]
    assert seen(drawn(together(table, pictured(left=LEFT + 30, width=200)))) == [
        [["规章", "", "�"], ["行政许可", "8", "3"]]
    ]
    assert seen(drawn(together(table, pictured(top=TOP + 200)))) == [[["规章", "", "7"], ["行政许可", "8", "3"]]]


def stroked(*lines: tuple[float, float, float, float]) -> Callable[[Canvas], None]:
    """Draw lines, each by itself."""

    def draw(canvas: Canvas) -> None:
        for line in lines:
            canvas.line(*line)

    return draw


def path(*points: tuple[float, float], fill: int = 1) -> Callable[[Canvas], None]:
    """Draw one path with straight sides, filled or stroked."""

    def draw(canvas: Canvas) -> None:
        shape = canvas.beginPath()
        shape.moveTo(*points[0])
        for point in points[1:]:
            shape.lineTo(*point)
        if fill:
            shape.close()
        canvas.drawPath(shape, fill=fill, stroke=1 - fill)

    return draw


def box(left: float, foot: float, width: float, height: float, light: float = 0) -> Callable[[Canvas], None]:
    """Draw a filled box."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(light)
        canvas.rect(left, foot, width, height, stroke=0, fill=1)
        canvas.setFillGray(0)

    return draw


FOOT = TOP - 12
LOW = [["规章", "10", "7"], ["许可", "", "3"]]
ONE = ((97, FOOT + 5), (99.5, FOOT + 7), (100.2, FOOT + 7), (100.2, FOOT), (99.3, FOOT), (99.3, FOOT + 5.8))
WIDE_ONE = (*ONE[:3], (100.2, FOOT + 1), (102, FOOT + 1), (102, FOOT), (97, FOOT), (97, FOOT + 1), (99.3, FOOT + 1))
FOUR = ((100, FOOT), (100, FOOT + 7), (97, FOOT + 3), (97, FOOT + 2), (102, FOOT + 2))
SEVEN = ((97, FOOT + 7), (102, FOOT + 7), (99, FOOT), (98, FOOT), (100.5, FOOT + 6), (97, FOOT + 6))


def moved(points: tuple[tuple[float, float], ...], across: float) -> list[tuple[float, float]]:
    """Give points farther to the right."""
    return [(x + across, y) for x, y in points]


DIGITS = {
    "thin 1": path(*moved(ONE, 50)),
    "wide 1": path(*moved(WIDE_ONE, 50)),
    "4": path(*moved(FOUR, 50)),
    "7": path(*moved(SEVEN, 50)),
    "line": stroked((150, FOOT, 150, FOOT + 7)),
    "bar": box(150, FOOT, 0.8, 7),
    "polyline": path((148, FOOT + 5), (150, FOOT + 7), (150, FOOT), fill=0),
    "slash": stroked((148, FOOT, 152, FOOT + 7)),
    "dash": stroked((148, FOOT + 3, 153, FOOT + 3)),
    "point": box(150, FOOT, 0.8, 0.8),
    "near a rule": stroked((LEFT + 157.5, FOOT, LEFT + 157.5, FOOT + 7)),
}


@pytest.mark.parametrize("digit", DIGITS.values(), ids=DIGITS)
@pytest.mark.parametrize("text", ["10", "", "10件"])
def test_a_digit_that_is_drawn_with_straight_strokes_is_unreadable(digit: Callable[[Canvas], None], text: str) -> None:
    """An outlined 1, 4 or 7, a bar or a line, alone or beside a figure: none is a rule, and the cell is not blank."""
    table = ruled([["规章", text, "7"], ["行政许可", "8", "3"]])

    assert seen(drawn(together(table, digit))) == [[["规章", text + "�", "7"], ["行政许可", "8", "3"]]]


def test_a_digit_in_a_low_cell_parts_no_cell() -> None:
    """Its ends are near the rules above and below, which it does not meet."""
    table = ruled([["规章", "", "7"], ["许可", "", "3"]], height=13)
    unknown = [["规章", "�", "7"], ["许可", "", "3"]]

    assert seen(drawn(together(table, stroked((150, TOP - 11, 150, TOP - 2.2))))) == [unknown]
    assert seen(drawn(together(table, box(150, TOP - 11, 0.8, 8.8)))) == [unknown]


def test_outlined_digits_in_all_cells_move_no_rules() -> None:
    """Their sides, which lie one below the other, are no edges."""

    def outlined(canvas: Canvas) -> None:
        for row in range(8):
            for column in range(2):
                for at, digit in enumerate((FOUR, SEVEN, WIDE_ONE, ONE, FOUR)):
                    places = moved(digit, LEFT + 80 * (column + 1) - 95.5 + 6 * at)
                    path(*((x, y - 20 * row) for x, y in places))(canvas)

    table = ruled([["规章", "", ""]] * 8)

    assert seen(drawn(together(table, outlined))) == [[["规章", "�", "�"]] * 8]


PLAIN = {
    "underline": stroked((LEFT + 84, FOOT - 1.5, LEFT + 94, FOOT - 1.5)),
    "double underline": stroked(*((LEFT + 84, FOOT - at, LEFT + 94, FOOT - at) for at in (1, 2.5))),
    "dotted underline": stroked(*((LEFT + 84 + at, FOOT - 1.5, LEFT + 85 + at, FOOT - 1.5) for at in range(0, 10, 2))),
    "ground": box(LEFT + 81, TOP - 19, 78, 18, 0.8),
    "ground of words": box(LEFT + 83, FOOT - 2, 12, 11, 0.8),
    "dotted rule": stroked(*((LEFT + 80, TOP - at, LEFT + 80, TOP - at - 0.7) for at in range(20))),
    "pieces of a rule": together(*(box(LEFT + 79.75, TOP - at, 0.5, 5) for at in (5, 10, 15, 20))),
    "double rule": stroked((LEFT + 78.6, TOP - 40, LEFT + 78.6, TOP), (LEFT + 81.4, TOP - 40, LEFT + 81.4, TOP)),
    "inner rule": stroked((LEFT + 82, TOP - 19, LEFT + 158, TOP - 19), (LEFT + 82, TOP - 19, LEFT + 82, TOP - 1)),
    "cut corner": path((LEFT + 80, TOP), (LEFT + 85, TOP), (LEFT + 80, TOP - 5)),
    "from corner to corner": stroked((LEFT + 160, TOP - 20, LEFT + 240, TOP - 40)),
    "too small": box(150, FOOT, 0.3, 0.3),
    "beside words": stroked((LEFT + 40, FOOT, LEFT + 40, FOOT + 7)),
    "outside": stroked((LEFT, TOP + 30, LEFT, TOP + 37)),
}


@pytest.mark.parametrize("drawing", PLAIN.values(), ids=PLAIN)
def test_what_is_no_digit_leaves_a_table_as_it_is(drawing: Callable[[Canvas], None]) -> None:
    """Rules in every way of drawing them, grounds, and lines below a figure."""
    assert seen(drawn(together(drawing, ruled(LOW)))) == [LOW]


def test_very_many_lines_below_a_figure_are_not_looked_at() -> None:
    """Each would be compared with all characters of the cell."""
    lines = [(LEFT + 84, FOOT - 1.5, LEFT + 94, FOOT - 1.5)] * 101

    assert seen(drawn(together(stroked(*lines[1:]), ruled(LOW)))) == [LOW]
    assert seen(drawn(together(stroked(*lines), ruled(LOW)))) == [[["规章", "10�", "7"], LOW[1]]]


def test_white_figures_in_dark_cells_are_read() -> None:
    """Each cell filled as it is drawn."""

    def page(canvas: Canvas) -> None:
        for row, cells in enumerate(TABLE):
            for column, text in enumerate(cells):
                canvas.setFillColorRGB(0.1, 0.2, 0.4)
                canvas.rect(LEFT + 80 * column, TOP - 20 * (row + 1), 80, 20, fill=1)
                canvas.setFillColorRGB(1, 1, 1)
                canvas.drawString(LEFT + 80 * column + 4, TOP - 20 * row - 12, text)

    assert seen(drawn(page)) == [TABLE]


def test_a_wide_box_of_vertical_writing_is_narrowed() -> None:
    """Where pdfium gives the way of the pen down the page as the width of a character."""
    glyph = Glyph("政", Run(1, Matrix(), 10.0, is_embedded=True), (100, 300), (95, 290, 145, 300), (96, 290, 104, 300))

    char = Setting([glyph], Matrix(1, 0, 0, -1, 0, 800), 600, 800).place(glyph).char

    assert (char.left, char.right, char.foot) == (95.0, 105.0, 508.0)


def test_vertical_writing_is_read() -> None:
    """Its characters stand one below the other."""
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-V /DescendantFonts [7 0 R] >>"
    inner = (
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 8 0 R"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>"
    )
    described = b"<< /Type /FontDescriptor /FontName /STSong-Light /FontBBox [-25 -254 1000 880] /Ascent 880 >>"
    text = "规章12公".encode("utf-16-be").hex().encode()
    content = raw(
        b"BT /F2 10 Tf 100 300 Td <%b> Tj ET " % text + OTHER,
        resources=b"/Font << /F2 6 0 R /F1 5 0 R >>",
        others=[font, inner, described],
    ).replace(b"/Font << /F1 5 0 R >> ", b"")

    assert seen(content) == ["规", "章", "1", "2", "公", "x"]


def test_a_hyphen_at_the_end_of_a_line_is_one() -> None:
    """Of which pdfium thinks that it only parts a word."""
    assert seen(raw(b"BT /F1 10 Tf 100 100 Td (ab-) Tj 0 -12 Td (cd) Tj ET")) == ["ab-", "cd"]


@pytest.mark.parametrize(
    "title",
    [
        b"<FEFF%b>" % "示例县".encode("utf-16-be").hex().encode(),
        b"<FFFE%b>" % "示例县".encode("utf-16-le").hex().encode(),
        b"<EFBBBF%b>" % "示例县".encode().hex().encode(),
    ],
    ids=["high first", "low first", "eight bits"],
)
def test_titles_are_read_whatever_their_encoding(title: bytes) -> None:
    """Some writers put the lower byte first, against the standard."""
    content = raw(FIGURE, others=[b"<< /Title %b >>" % title]).replace(b"trailer <<", b"trailer << /Info 6 0 R")

    assert read(content)[0] == read(content, HERE)[0] == Paragraph("示例县", Role.PAGE)


def test_a_glyph_that_nothing_can_draw_is_seen() -> None:
    """Where the fonts for 政 are missing, pixels say nothing of it; figures are always drawn."""
    run = Run(1, Matrix(), 10.0, is_embedded=False)
    own = Run(1, Matrix(), 10.0, is_embedded=True)
    nowhere = (0.0, 0.0, 0.0, 0.0)

    assert _may_lack_letters(Glyph("政", run, (0, 0), nowhere, nowhere))
    assert not _may_lack_letters(Glyph("政", own, (0, 0), nowhere, nowhere))
    assert not _may_lack_letters(Glyph("1", run, (0, 0), nowhere, nowhere))


def test_only_so_many_objects_are_drawn_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where more lie over each other, all are in doubt."""
    monkeypatch.setattr(close_up, "MOST_DRAWN", 0)

    (line, *_) = read(raw(FIGURE + b"1 g " + BOX + FIGURE.replace(b"12", b"34") + OTHER), HERE)

    assert isinstance(line, Paragraph)
    assert "�" in line.text


def mark(text: str, place: int, corner: tuple[float, float], width: float = 5, height: float = 7) -> Mark:
    """Give a character."""
    left, top = corner
    return Mark(text, place, Box(left, top, left + width, top + height), width)


def test_marks_of_every_size_are_compared() -> None:
    """Letters larger than a tile, too, and figures; few of each."""
    small, large, far = mark("1", 0, (50, 50)), mark("O", 1, (0, 0), 90, 90), mark("2", 2, (200, 50))
    wide = mark("3", 3, (10, 40), 60, 30)

    assert overprinted([small, large, far]) == {0, 1}
    assert overprinted([large, far, mark("4", 3, (201, 58))]) == set()
    assert overprinted([wide, mark("a", 4, (30, 45))]) == {3, 4}


def test_long_strokes_are_followed_to_their_end() -> None:
    """Over the whole of a page, or only beside a figure."""
    figures = [mark("1", 0, (0, 0)), mark("2", 1, (400, 600)), mark("3", 2, (100, 20))]

    assert struck(figures, [Stroke(-10, -14, 412, 617)]) == {0, 1}
    assert struck(figures, [Stroke(100, 19, 105, 19.2), Stroke(99, 0, 99.5, 90), Stroke(90, 0, 120, 15)]) == set()

"""A figure of a PDF that is covered in part is unreadable, whatever lies over it; one that is only neared is not."""

from __future__ import annotations

from typing import Final

import pytest
from support.pdfs import raw, stream

from govdisclosure.form.blocks import Paragraph
from govdisclosure.formats import Limits
from govdisclosure.formats.pdf.read import read
from govdisclosure.pdfium import clips, touches

HERE: Final = Limits(pdf_process=False)
LEFT, FOOT, SIZE = 100.0, 100.0, 12.0
HEIGHT: Final = 0.72 * SIZE
WIDTH: Final = 0.556 * SIZE
"""A figure of Helvetica is so wide, and its ink begins and ends some 0.04 sizes within."""

WHITE, GRAY, DARK_ = b"1 g ", b"0.6 g ", b"0 g "
PLACES: Final = {
    "upright": b"",
    "turned": b"/Rotate 270",
    "large page": b"/Rotate 90 /MediaBox [0 0 1560 1000]",
    "very large page": b"/MediaBox [0 0 3000 3000]",
}


def figure(text: str = "8", size: float = SIZE) -> bytes:
    """Draw a figure."""
    return b"0 g BT /F1 %f Tf %f %f Td (%b) Tj ET " % (size, LEFT, FOOT, text.encode())


def part(left: float, lower: float, right: float, upper: float) -> tuple[float, float, float, float]:
    """Give a part of the figure, in shares of its width and height, as left, lower edge, width and height."""
    return LEFT + left * WIDTH, FOOT + lower * HEIGHT, (right - left) * WIDTH, (upper - lower) * HEIGHT


def box(color: bytes, *shares: float) -> bytes:
    """Draw a box over a part."""
    return b"q %b %f %f %f %f re f Q " % (color, *part(*shares))


def picture(*shares: float) -> bytes:
    """Draw a white picture over a part."""
    left, lower, width, height = part(*shares)
    return b"q %f 0 0 %f %f %f cm /X Do Q " % (width, height, left, lower)


def bulge(*shares: float) -> bytes:
    """Draw a white curve that bulges over a part, from its left to its right."""
    left, lower, width, height = part(*shares)
    upper = lower + height * 4 / 3
    points = (left, lower, left, upper, left + width, upper, left + width, lower)
    return b"q 1 g %f %f m %f %f %f %f %f %f c h f Q " % points


def pen(color: bytes, width: float, *shares: float) -> bytes:
    """Draw a line from the left lower corner of a part to the right upper one."""
    left, lower, across, up = part(*shares)
    return b"q %b %f w %f %f m %f %f l S Q " % (color, width, left, lower, left + across, lower + up)


def letters(text: str, size: float, left: float, lower: float) -> bytes:
    """Draw white letters over a part."""
    x, y, _, _ = part(left, lower, 1, 1)
    return b"1 g BT /F1 %f Tf %f %f Td (%b) Tj ET 0 g " % (size, x, y, text.encode())


def shown(operators: bytes, page: bytes = b"") -> str:
    """Give the figures that are read of a page, also those in doubt; it has a picture of one white pixel."""
    white = stream(
        b"\xff", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    )
    content = raw(operators, resources=b"/XObject << /X 6 0 R >>", page=page, others=[white])
    lines = (block.text for block in read(content, HERE) if isinstance(block, Paragraph))
    return "".join(char for char in "".join(lines) if char.isdigit() or char == "�")


IN_PART: Final = {
    "lower half": box(WHITE, -0.2, -0.2, 1.2, 0.5),
    "upper half": box(WHITE, -0.2, 0.5, 1.2, 1.2),
    "left half": box(WHITE, -0.2, -0.2, 0.5, 1.2),
    "right half": box(WHITE, 0.5, -0.2, 1.2, 1.2),
    "a strip": box(WHITE, -0.2, 0.4, 1.2, 0.6),
    "a strip beside the middle": box(WHITE, -0.2, 0.65, 1.2, 0.85),
    "a strip down": box(WHITE, 0.4, -0.2, 0.6, 1.2),
    "upper right corner": box(WHITE, 0.55, 0.55, 1.2, 1.2),
    "lower left corner": box(WHITE, -0.2, -0.2, 0.45, 0.45),
    "a small corner": box(WHITE, 0.6, 0.6, 1.2, 0.85),
    "all but a rim": box(WHITE, -0.2, -0.2, 1.2, 0.85),
    "gray": box(GRAY, -0.2, -0.2, 1.2, 0.5),
    "black": box(DARK_, -0.2, -0.2, 1.2, 0.3),
    "a picture": picture(-0.2, -0.2, 1.2, 0.5),
    "a picture at a corner": picture(0.55, 0.55, 1.2, 1.2),
    "a curve from below": bulge(-0.2, -0.3, 1.2, 0.5),
    "a curve in the middle": bulge(0.3, 0.1, 0.7, 0.9),
    "a broad pen": pen(b"1 G ", 3.5, -0.2, 0.2, 1.2, 0.2),
    "a slanting pen": pen(b"1 G ", 1.5, -0.2, 0.5, 1.2, 1.0),
    "thin boxes": b"1 g 95 %f 20 1 re 95 %f 20 1 re f " % (FOOT + 2, FOOT + 6),
    "a box with a frame": b"1 g 0 G 0.5 w 95 95 20 10 re B ",
    "a fine pen": pen(b"1 G ", 1.2, -0.2, 0.8, 1.2, 0.8),
    "a letter": letters("l", 14, 0.3, -0.1),
    "a dash": letters("-", 30, -0.1, -0.6),
}

NEARED: Final = {
    "from below": box(WHITE, -0.2, -0.6, 1.2, -0.03),
    "from above": box(WHITE, -0.2, 1.04, 1.2, 1.6),
    "from the left": box(WHITE, -0.8, -0.2, 0.03, 1.2),
    "from the right": box(WHITE, 0.98, -0.2, 1.5, 1.2),
    "in the hole": box(WHITE, 0.4, 0.66, 0.5, 0.76),
    "a picture": picture(-0.2, -0.6, 1.2, -0.03),
    "a curve": bulge(-0.2, -1, 1.2, -0.03),
    "a frame": b"q 0.5 w %f %f %f %f re S Q " % part(-0.3, -0.3, 1.3, 1.3),
    "a rule below": pen(b"0 G ", 1, -0.5, -0.08, 1.5, -0.08),
    "a rule that touches": pen(b"0 G ", 0.8, -0.5, 0.02, 1.5, 0.02),
    "thin dark boxes": b"0 g 95 %f 20 1 re 95 %f 20 1 re f " % (FOOT - 1, FOOT + 8.4),
    "a thin dark box": box(DARK_, -0.2, -0.1, 1.2, 0.02),
    "a thin dark box, and a cover beside it": box(DARK_, -0.2, -0.1, 1.2, 0.02) + box(WHITE, 3, 0, 4, 1),
    "a corner of its box": box(WHITE, 0.93, 0.93, 1.2, 1.2),
    "unseen text beside it": letters("8", 12, 1.02, 0),
}


@pytest.mark.parametrize("page", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("cover", IN_PART.values(), ids=IN_PART)
def test_a_figure_that_is_covered_in_part_is_unreadable(cover: bytes, page: bytes) -> None:
    """What is left of an 8 may be a 0, a 3 or a 6."""
    assert shown(figure() + cover, page) == "�"


@pytest.mark.parametrize("page", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("cover", NEARED.values(), ids=NEARED)
def test_a_figure_that_is_only_neared_is_read(cover: bytes, page: bytes) -> None:
    """A cover that lies over the margin of a figure, or in its hole, takes nothing of it away."""
    assert shown(figure() + cover, page) == "8"


CUT: Final = {
    "a slanting edge": b"90 90 m 90 130 l 118 90 l h",
    "a curve": b"90 90 m 90 120 112 120 104 90 c h",
    "a hole": b"90 90 m 130 90 l 130 130 l 90 130 l h 102 102 m 102 106 l 106 106 l 106 102 l h",
    "a box": b"90 90 30 11.5 re",
}
KEPT: Final = {
    "a slanting edge": b"50 50 m 50 250 l 250 50 l h",
    "a curve": b"50 50 m 50 250 250 250 250 50 c h",
    "a hole": b"90 90 m 130 90 l 130 130 l 90 130 l h 110 102 m 110 106 l 120 106 l 120 102 l h",
    "a box": b"90 90 40 18.4 re",
    "a box around a shape": b"50 50 200 200 re W n 50 50 m 50 250 l 250 50 l h",
}


@pytest.mark.parametrize("clip", CUT.values(), ids=CUT)
def test_a_figure_that_is_clipped_in_part_is_unreadable(clip: bytes) -> None:
    """Whatever the shape to which it is clipped."""
    assert shown(b"q " + clip + b" W n " + figure() + b"Q ") == "�"


@pytest.mark.parametrize("clip", KEPT.values(), ids=KEPT)
def test_a_figure_within_what_it_is_clipped_to_is_read(clip: bytes) -> None:
    """Whatever the shape, and also in a form of its own."""
    assert shown(b"q " + clip + b" W n " + figure() + b"Q ") == "8"


def test_very_many_corners_of_a_clip_leave_a_figure_in_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are not gone through for each figure."""
    monkeypatch.setattr(clips, "MOST_CORNERS", 3)

    assert shown(b"q " + KEPT["a curve"] + b" W n " + figure() + b"Q ") == "�"


@pytest.mark.parametrize("digit", "0123456789")
@pytest.mark.parametrize("size", [6.0, 7.5, 9.0, 10.5])
def test_a_half_is_told_from_a_margin_at_every_size(digit: str, size: float) -> None:
    """Of small figures a stroke is half a point wide, less than a pixel of the page."""
    middle, foot = FOOT + 0.36 * size, FOOT - 0.1
    covers = {
        "�": b"1 g 95 %f 20 20 re f " % middle,
        digit: b"1 g 95 %f 20 20 re f 95 %f 20 -20 re f " % (FOOT + 0.78 * size, foot - 0.02 * size),
    }

    assert [shown(figure(digit, size) + cover) for cover in covers.values()] == list(covers)


def test_a_figure_under_the_edge_of_a_large_picture_is_in_doubt() -> None:
    """What is too large to be unpacked is not drawn."""
    size = b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    resources, x = b"/XObject << /X 6 0 R >>", b"BT /F1 12 Tf 300 100 Td (x) Tj ET "

    def read_with(picture_at: bytes) -> str:
        content = raw(
            figure() + x + b"q %b cm /X Do Q " % picture_at, resources=resources, others=[stream(b"\xff", size)]
        )
        (line,) = read(content, HERE)
        assert isinstance(line, Paragraph)
        return line.text

    assert [read_with(at) for at in (b"9 0 0 30 104.5 90", b"9 0 0 30 107 90")] == ["� x", "8 x"]


def test_very_many_covers_leave_the_figures_to_a_closer_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not each pair of a figure and a cover is gone through; what is whole is read all the same."""
    monkeypatch.setattr(touches, "MOST_LOOKS", 0)

    assert [shown(figure() + NEARED["from below"]), shown(figure() + IN_PART["lower half"])] == ["8", "�"]


CROPS: Final = {
    "the lower half": b"/CropBox [0 104 600 800]",
    "the upper half": b"/CropBox [0 0 600 104]",
    "most of it": b"/CropBox [0 106 600 800]",
    "the right half": b"/CropBox [0 0 103 800]",
}


@pytest.mark.parametrize("page", CROPS.values(), ids=CROPS)
def test_a_figure_that_the_edge_of_the_page_cuts_is_unreadable(page: bytes) -> None:
    """However much of it lies beyond the edge."""
    assert shown(figure(), page) == "�"


def test_a_figure_through_a_mask_is_unreadable() -> None:
    """What it hides, no other object tells; what is only half transparent is read."""
    group = b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Group << /S /Transparency /CS /DeviceGray >>"
    half = stream(b"1 g 0 0 600 103 re f", group)
    masked = b" /ExtGState << /M << /SMask << /Type /Mask /S /Luminosity /G 6 0 R >> >> /L << /ca 0.5 >> >>"

    def seen_with(state: bytes) -> str:
        content = raw(b"q " + state + b" gs " + figure() + b"Q ", resources=masked, others=[half])
        (line,) = read(content, HERE)
        assert isinstance(line, Paragraph)
        return line.text

    assert [seen_with(b"/M"), seen_with(b"/L")] == ["�", "8"]


def test_an_annotation_that_a_viewer_draws_itself_leaves_no_figure_sure_that_it_reaches() -> None:
    """A white square over the lower half, of which the file has no picture."""
    square = b"/Annots [<< /Type /Annot /Subtype /Square /Rect [95 %d 125 %d] /IC [1 1 1] >>]"

    assert [shown(figure(), square % edges) for edges in ((95, 103), (80, 99))] == ["�", "8"]


def test_blanks_are_kept_on_a_page_with_covers() -> None:
    """They have no ink that could be seen."""
    (line,) = read(raw(figure("8 9") + box(WHITE, 9, 0, 10, 1)), HERE)

    assert line == Paragraph("8 9")

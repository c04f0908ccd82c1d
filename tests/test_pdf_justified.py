"""Justified text in PDF files: lines that are drawn apart, and lines that are short as an address had no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.pdfs import FONT, LEFT, SIZE, TOP, below, drawn, seen, texts, together

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.pdfgen.canvas import Canvas

FULL = "本机关依法推进公开工作回应社会关切完善制度加强培训拓宽渠道提高质量做好解读促进公开服务社会"
WORD = "nianduqingkuang" * 5
ADDRESS = "http://www.example.gov.cn/zwgk/index.html"


def apart(text: str, room: float, *, line: int = 0, left: float = LEFT) -> Callable[[Canvas], None]:
    """Draw a line of text with room between its characters, but none within a figure."""

    def draw(canvas: Canvas) -> None:
        at, last = left, ""
        for character in text:
            at += room if last and not (last.isascii() and character.isascii()) else 0
            canvas.drawString(at, TOP - 16 * line, character)
            at += canvas.stringWidth(character)
            last = character

    return draw


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("予以公开31件", 0.8, "予以公开31件"),
        ("予以公开共31件", 0.8, "予以公开共31件"),
        ("自然人商", 0.8, "自 然 人 商"),
        ("予以公开共31件", 1.5, "予 以 公 开 共 31 件"),
    ],
)
def test_a_line_that_is_drawn_apart_has_no_blanks(text: str, room: float, expected: str) -> None:
    """If it has some Chinese characters that all stand equally far apart, and not as cells of a table do."""
    if "予以公开31" in text:
        text = expected = "本年" + text
    assert seen(drawn(apart(text, room * SIZE))) == [expected]


def test_figures_that_stand_apart_are_two_in_a_line_that_is_drawn_apart() -> None:
    """They are not stretched."""
    line = together(
        apart("本年予以公开", 0.8 * SIZE), texts([(LEFT + 10.8 * SIZE, TOP, "3"), (LEFT + 12 * SIZE, TOP, "1")])
    )

    assert seen(drawn(line)) == ["本年予以公开3 1"]


def test_a_line_of_blanks_is_none() -> None:
    """It stands for nothing."""
    assert seen(drawn(texts([(LEFT, TOP, "上"), (LEFT, TOP - 16, "  "), (LEFT, TOP - 32, "下")]))) == ["上", "下"]


def test_cells_of_words_are_no_line_that_is_drawn_apart() -> None:
    """There the room between characters differs."""
    cells = together(apart("商业企业", 0), apart("科研机构", 0, left=LEFT + 4.8 * SIZE))

    assert seen(drawn(cells)) == ["商业企业 科研机构"]


@pytest.mark.parametrize(
    ("left", "text", "expected"),
    [
        (LEFT, ADDRESS, [f"{FULL}46件。见{ADDRESS}"]),
        (LEFT, "2023年的报告", [f"{FULL}46", "件 。 见", "2023年的报告"]),
        (LEFT + 3 * SIZE, ADDRESS, [f"{FULL}46", "件 。 见", ADDRESS]),
    ],
)
def test_few_characters_are_drawn_apart_where_an_address_stands_below(
    left: float, text: str, expected: list[str]
) -> None:
    """It had no room on their line, however far they are drawn apart; elsewhere they are cells."""
    lines = together(below(f"{FULL}46"), apart("件。见", 22 * SIZE, line=1), texts([(left, TOP - 32, text)]))

    assert seen(drawn(lines)) == expected


def test_a_blank_that_pdfium_adds_between_chinese_is_none() -> None:
    """It adds one within a line that is drawn at once with room between; one that is printed stays."""

    def stretched(canvas: Canvas) -> None:
        line = canvas.beginText(LEFT, TOP)
        line.setFont(FONT, SIZE)
        characters = " -200 ".join(f"<{ord(character):04X}>" for character in "本年公开")
        vars(line)["_code"].append(f"[{characters}] TJ")
        canvas.drawText(line)

    assert seen(drawn(stretched)) == ["本年公开"]
    assert seen(drawn(texts([(LEFT, TOP, "本年 公开情况")]))) == ["本年 公开情况"]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["公开工作详见示例县人民政府网站，网址为", WORD + "。"], True),
        (["电子版见http://www.example.gov.cn/2023/", WORD + "-index.html。"], True),
        (["电子版见http://www.example.gov.cn/2023/", "report-" + WORD], False),
        (["公开工作详见示例县人民政府网站，网址为。", WORD], False),
        (["网址", WORD], False),
    ],
)
def test_a_line_is_full_if_the_word_below_had_no_room_in_it(lines: list[str], joined: bool) -> None:
    """Then the paragraph goes on, unless the sentence has ended, or there is none."""
    expected = ["".join(lines)] if joined else lines

    assert seen(drawn(below(FULL, FULL, "至此。", top=500), below(*lines))) == [FULL + FULL + "至此。", *expected]


@pytest.mark.parametrize(
    ("text", "joined"),
    [("全年公开工作", False), ("《公开工作》", True), ("全，年公开工作", True), ("1234567年", True), ("12年", False)],
)
def test_what_had_room_behind_the_end_of_a_sentence_begins_a_paragraph(text: str, joined: bool) -> None:
    """A line that lacks two characters and a half is full only if what begins the next one is longer."""
    ended = FULL[:-4] + "A。"
    expected = [ended + text] if joined else [ended, text]

    assert seen(drawn(below(FULL, FULL, "至此。", top=500), below(ended, text))) == [FULL + FULL + "至此。", *expected]

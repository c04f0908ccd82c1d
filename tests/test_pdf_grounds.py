"""Filled boxes of a PDF: the ground of words, or what covers them, is no rule of the table in which it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from support.pdfs import LEFT, TOP, drawn, raw, ruled, seen, together

from govdisclosure.form.blocks import Paragraph
from govdisclosure.formats import Limits
from govdisclosure.formats.pdf.read import read as read_pdf
from govdisclosure.pdfium import grounds, visibility
from govdisclosure.pdfium.pages import Box, Edge

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.pdfgen.canvas import Canvas

ROWS: Final = [["规章", "1", "2"], ["行政规范性文件", "10", "4"]]
HEIGHT: Final = 14.0
"""Of a row: as high as its line, so that what lies below a figure is near the rules."""


def filled(
    box: tuple[float, float, float, float], text: str = "", *, at: float = 85, alpha: float = 1
) -> Callable[[Canvas], None]:
    """Fill a box of a table, by its left and upper edge, its width and its height, with figures on it."""
    left, top, width, height = box

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.setFillAlpha(alpha)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.rect(LEFT + left, TOP - top - height, width, height, fill=1, stroke=0)
        canvas.restoreState()
        canvas.drawString(LEFT + at, TOP - 26, text)

    return draw


@pytest.mark.parametrize(
    ("box", "figure"),
    [
        # As wide as the figure; as the row is high; over a rule below it, and beside it; all of the cell
        (filled((82, 16, 14, 11.5), "12"), "12"),
        (filled((82, 14.5, 14, 13), "12"), "12"),
        (filled((82, 16, 14, 14), "12"), "12"),
        (filled((76, 16, 20, 11.5), "12"), "12"),
        (filled((80, 14, 80, 14), "12"), "12"),
        # Seen through
        (filled((82, 14.5, 14, 13), alpha=0.01), "10"),
        # From one side of the table to the other
        (filled((1, 15, 238, 12), alpha=0.01), "10"),
    ],
)
def test_a_filled_box_within_a_table_is_no_rule(box: Callable[[Canvas], None], figure: str) -> None:
    """What is typed over it is in its cell, and so is what it lies on."""
    assert seen(drawn(together(ruled(ROWS, height=HEIGHT), box))) == [[ROWS[0], ["行政规范性文件", figure, "4"]]]


@pytest.mark.parametrize(
    ("text", "read"),
    [("12", "\N{REPLACEMENT CHARACTER}2"), ("1", "\N{REPLACEMENT CHARACTER}"), ("21", "21"), ("10", "10")],
)
def test_a_figure_that_stands_just_on_one_that_is_covered_is_told(text: str, read: str) -> None:
    """Of two that are alike pdfium tells the lower one, which is not seen: 12 over 10 was 2."""
    box = filled((82, 14.5, 14, 13), text, at=84)
    table = ruled([["规章", "1", "2"], ["行政规范性文件", "10", "4"]], height=HEIGHT)

    assert seen(drawn(together(table, box))) == [[ROWS[0], ["行政规范性文件", read, "4"]]]


HERE: Final = Limits(pdf_process=False)


def line(text: bytes, left: float, *, mode: int = 0) -> bytes:
    """Draw letters at the foot of a page."""
    return b"0 g BT /F1 12 Tf %d Tr %f 100 Td (%b) Tj ET " % (mode, left, text)


WHITE_BOX: Final = b"q 1 g 95 95 60 20 re f Q "


@pytest.mark.parametrize(
    ("operators", "read"),
    [
        # Words that are typed anew
        (line(b"ABC", 100) + WHITE_BOX + line(b"AB", 100), ["AB"]),
        # Recognised text, which nobody sees
        (line(b"15", 100, mode=3) + WHITE_BOX + line(b"12", 100), ["2"]),
        # Off the page
        (line(b"12 345", -16), ["345"]),
        # Covered, and nothing over it
        (line(b"10", 100) + WHITE_BOX + line(b"7", 200), ["7"]),
    ],
)
def test_what_is_covered_is_told_only_where_the_same_is_seen(operators: bytes, read: list[str]) -> None:
    """A character that is covered is gone, but for one on which the same stands."""
    assert texts_of(operators) == read


def texts_of(operators: bytes) -> list[str]:
    """Read a page."""
    return [block.text for block in read_pdf(raw(operators), HERE) if isinstance(block, Paragraph)]


def test_where_much_lies_over_much_what_is_covered_is_in_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    """To look at all of it would take long."""
    monkeypatch.setattr(visibility, "MOST_LOOKS", 1)

    assert texts_of(line(b"10", 100) + WHITE_BOX + line(b"7", 200)) == [
        "\N{REPLACEMENT CHARACTER}" * 2 + " \N{REPLACEMENT CHARACTER}"
    ]


TABLE: Final = (
    *(Edge(is_across=True, at=at, start=0, end=200) for at in (0.0, 100.0)),
    *(Edge(is_across=False, at=at, start=0, end=100) for at in (0.0, 100.0, 200.0)),
)
"""Two cells of a hundred points."""


def test_grounds_that_part_cells_are_rules() -> None:
    """What goes from rule to rule, stands between others as the ground of a column, or is not within a table."""
    rules: dict[str, Sequence[Box]] = {
        "a row of it": [Box(0, 40, 200, 60)],
        "a row of a cell": [Box(2, 40, 98, 60)],
        "two columns in a cell": [Box(0, 0, 50, 100), Box(50, 0, 100, 100)],
        "cells with room between them": [Box(4, 4, 48, 96), Box(52, 4, 96, 96)],
        "cells that lie over each other a little": [Box(2, 2, 51, 98), Box(50, 2, 98, 98)],
        "above it": [Box(20, -20, 40, 20)],
        "below it": [Box(20, 80, 40, 120)],
        "at its left": [Box(-20, 40, 20, 60)],
        "at its right": [Box(180, 40, 220, 60)],
        "nowhere near": [Box(300, 300, 320, 320)],
    }
    others: dict[str, Sequence[Box]] = {
        "within a cell": [Box(20, 40, 80, 60)],
        "as high as a cell": [Box(20, 1, 80, 99)],
        "at one side of it": [Box(0, 1, 80, 99)],
        "twice": [Box(20, 1, 80, 99)] * 2,
        "above another": [Box(20, 10, 80, 20), Box(20, 80, 80, 90)],
        "a cell": [Box(0, 0, 100, 100)],
        "over a rule": [Box(50, 40, 150, 60)],
    }

    assert [name for name, boxes in rules.items() if not [*grounds.sides_of(boxes, TABLE)]] == []
    assert [name for name, boxes in others.items() if [*grounds.sides_of(boxes, TABLE)]] == []


@pytest.mark.parametrize(
    ("rule", "ground", "is_rule"),
    [
        # A rule in the other cell only, at its right and at its left
        (Edge(is_across=True, at=40, start=100, end=200), Box(2, 40, 98, 60), True),
        (Edge(is_across=True, at=40, start=0, end=100), Box(102, 40, 198, 60), True),
        # A rule that ends above
        (Edge(is_across=False, at=50, start=0, end=20), Box(52, 40, 102, 60), False),
        (Edge(is_across=False, at=50, start=0, end=100), Box(52, 40, 102, 60), True),
    ],
)
def test_a_rule_counts_where_it_is(rule: Edge, ground: Box, *, is_rule: bool) -> None:
    """One that is elsewhere neither meets a side nor lies on it."""
    assert bool([*grounds.sides_of([ground], [*TABLE, rule])]) is is_rule


def test_the_sides_of_a_ground_are_four_rules() -> None:
    """Where there is no table, boxes that are filled can be one."""
    assert [*grounds.sides_of([Box(1, 2, 3, 4)], [])] == [
        *(Edge(is_across=True, at=at, start=1, end=3) for at in (2, 4)),
        *(Edge(is_across=False, at=at, start=2, end=4) for at in (1, 3)),
    ]


def test_of_very_many_grounds_all_sides_are_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """A drawing of thousands of boxes takes no time."""
    monkeypatch.setattr(grounds, "_MOST_PAIRS", 5)

    assert len([*grounds.sides_of([Box(20, 40, 80, 60)], TABLE)]) == 4

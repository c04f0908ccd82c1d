"""Reading PDF files: tables as grids with their spans, text as paragraphs, what nobody sees left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from support.pdfs import FONT, HEIGHT, LEFT, SIZE, TOP, WIDTH, below, drawn, raw, ruled, seen, stream, texts, together

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell, Paragraph, Role
from govdisclosure.formats.pdf._columns import in_reading_order
from govdisclosure.formats.pdf._text import Line
from govdisclosure.formats.pdf.read import read
from govdisclosure.model.notes import Source

if TYPE_CHECKING:
    from collections.abc import Callable


TABLE = [["规章", "12", "0"], ["行政许可", "8", "←"]]
FULL = "本机关依法推进公开工作回应社会关切完善制度加强培训拓宽渠道提高质量做好解读促进公开服务社会"


def test_ruled_tables_become_grids_with_spans() -> None:
    """A cell over several columns or rows is one cell; each row says on which page it stands."""
    content = drawn(ruled([["项目", "数量", "←"], ["↑", "本年", "上年"], ["规章", "1", "2"]]), title="页面标题")

    blocks = read(content)

    grid = Grid(
        (
            (GridCell("项目", rows=2), GridCell("数量", columns=2)),
            (GridCell("本年"), GridCell("上年")),
            (GridCell("规章"), GridCell("1"), GridCell("2")),
        )
    )
    assert blocks == [Paragraph("页面标题", Role.PAGE), grid]
    assert isinstance(blocks[1], Grid)
    assert blocks[1].sources == tuple(Source(table=1, row=row, page=1) for row in (1, 2, 3))


def test_text_above_between_and_below_tables_keeps_its_place() -> None:
    """Lines and tables come from top to bottom, tables counted."""
    content = drawn(
        together(texts([(LEFT, 750, "上"), (LEFT, 620, "中"), (LEFT, 400, "下")]), ruled(TABLE), ruled(TABLE, top=600))
    )

    assert seen(content) == ["上", TABLE_SEEN, "中", TABLE_SEEN, "下"]
    assert [block.sources[0].table for block in read(content) if isinstance(block, Grid)] == [1, 2]


WIDE = FULL + FULL[:25]
TABLE_SEEN = [["规章", "12", "0"], ["行政许可", "8"]]


def test_a_table_goes_on_over_pages() -> None:
    """What stands first on a page with the same sides is the rest of the table above, whatever the margins hold."""

    def page(number: int, table: list[list[str]]) -> object:
        margins = texts([(LEFT, 800, "示例镇人民政府"), (280, 30, f"— {number} —")])
        return together(margins, ruled(table))

    content = drawn(page(1, [["甲", "1"]]), page(2, [["乙", "2"]]), page(3, [["丙", "3"]]))  # type: ignore[arg-type]

    assert seen(content) == [[["甲", "1"], ["乙", "2"], ["丙", "3"]]]
    (grid,) = (block for block in read(content) if isinstance(block, Grid))
    assert grid.sources == tuple(Source(table=1, row=page, page=page) for page in (1, 2, 3))


def test_other_tables_on_the_next_page_are_tables_of_their_own() -> None:
    """Those with other sides, those below a line of text, and two on one page."""
    first = ruled([["甲", "1"]])

    assert seen(drawn(first, ruled([["乙", "2"]], left=70))) == [[["甲", "1"]], [["乙", "2"]]]
    assert seen(drawn(first, together(texts([(LEFT, 720, "二、")]), first))) == [[["甲", "1"]], "二、", [["甲", "1"]]]
    assert seen(drawn(together(first, ruled([["乙", "2"]], top=600)))) == [[["甲", "1"]], [["乙", "2"]]]


def test_columns_that_are_drawn_a_little_apart_on_two_pages_are_the_same() -> None:
    """Within three points."""
    content = drawn(ruled([["甲", "1"], ["丙", "←"]]), ruled([["乙", "2"]], left=LEFT + 2))
    (grid,) = (block for block in read(content) if isinstance(block, Grid))

    assert grid.rows == (
        (GridCell("甲"), GridCell("1")),
        (GridCell("丙", columns=2),),
        (GridCell("乙"), GridCell("2")),
    )


@pytest.mark.parametrize(
    ("cell", "width", "expected"),
    [
        ("1234\n567", 24, "1234567"),
        ("1234\n5件", 24, "12345件"),
        ("1\n2", 24, "1\n2"),
        ("12\n345", 24, "12\n345"),
        ("123\n45\n678", 24, "123\n45\n678"),
        ("1234\n56\n7890", 24, "1234\n56\n7890"),
        ("1234\n5,678", 30, "1234\n5,678"),
        ("商业\n企业", 24, "商业\n企业"),
        ("12 3", 60, "12 3"),
    ],
)
def test_a_figure_that_did_not_fit_into_its_cell_is_joined(cell: str, width: float, expected: str) -> None:
    """Lines that are full belong to one figure; others could be two figures and stay lines."""
    content = drawn(ruled([[cell, "合计是三"[:2]], ["0", "0"]], width=width, height=40))

    assert seen(content) == [[[expected, "合计"], ["0", "0"]]]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (b"0 -11 Td (2)", "12"),
        (b"0 -36 Td (2)", "1\n2"),
        (b"8 -11 Td (2)", "1\n2"),
        (b"/F1 5 Tf 5 5 Td (2)", "2\n1"),
        (b"/F1 5 Tf 0 -7 Td (2)", "1\n2"),
    ],
    ids=["below", "far below", "aside", "raised", "small"],
)
def test_figures_in_a_narrow_cell_are_one_only_where_they_look_as_one(second: bytes, expected: str) -> None:
    """A figure of another size, far below or at the other side is another one, or the number of a note."""
    cells = b"".join(b"%d %d 16 60 re S " % place for place in ((100, 100), (116, 100), (100, 160), (116, 160)))

    assert seen(raw(cells + b"BT /F1 9 Tf 102 140 Td (1) Tj %b Tj ET" % second)) == [[["", ""], [expected, ""]]]


def test_frames_around_text_are_no_tables() -> None:
    """One cell a row: its lines are paragraphs; a table inside a frame is one."""
    frame = ruled([["甲"], ["乙"]], width=400)
    inner = together(ruled([[""], [""]], left=30, top=760, width=500, height=300), ruled(TABLE, top=650))

    assert seen(drawn(frame)) == ["甲", "乙"]
    assert seen(drawn(inner)) == [TABLE_SEEN]


def test_a_frame_around_a_page_does_not_hide_its_table() -> None:
    """A single box is no table either."""
    box = ruled([[""]], left=30, top=800, width=530, height=760)

    assert seen(drawn(together(box, texts([(LEFT, 720, "一、概述")]), ruled(TABLE)))) == ["一、概述", TABLE_SEEN]


def test_a_box_that_has_a_table_in_it_is_no_cell() -> None:
    """A border around a report meets the table that the end of a page cuts; its words stand around what is in it."""
    border = ruled([["", "←"], ["人数", "9"]], left=30, top=780, width=260, height=140)
    words = texts([(LEFT, 740, "一、概述"), (LEFT, 652, "二、申请")])

    assert seen(drawn(together(border, words, ruled(TABLE, top=720)))) == [
        "一、概述",
        TABLE_SEEN,
        "二、申请",
        [["人数", "9"]],
    ]


def test_small_boxes_in_a_cell_leave_it_a_cell() -> None:
    """Two squares beside each other, to be ticked, frame nothing."""
    squares = ruled([["", ""]], left=LEFT + 40, top=716, width=9, height=9)

    assert seen(drawn(together(ruled(TABLE, top=720), squares))) == [TABLE_SEEN, [["", ""]]]


def test_wrapped_lines_in_a_row_of_one_cell_are_joined() -> None:
    """The cell is as wide as its table; in the others, and below lines that are not full, lines stay lines."""
    short = FULL[:20] + "。"
    table = ruled([["", "←"], ["规章\n文件", "1"]], width=len(FULL) * SIZE / 2 + 4, height=70)

    assert seen(drawn(together(table, below("概述", FULL, short, short, left=LEFT + 4, top=TOP - 12)))) == [
        [["概述\n" + FULL + short + "\n" + short], ["规章\n文件", "1"]]
    ]


def lacking(
    *rules: tuple[str, int, int],
    top: float = TOP,
    line: Callable[[Canvas, float, float, float, float], None] = Canvas.line,
) -> Callable[[Canvas], None]:
    """Draw the table without some parts of its rules: their direction, which rule of those, and which part of it."""

    def draw(canvas: Canvas) -> None:
        for row, cells in enumerate(WHOLE):
            for column, text in enumerate(cells):
                canvas.drawString(LEFT + 80 * column + 4, top - 30 * row - 12, text)
        for across, y in (
            (part, rule) for rule in range(3) for part in range(3) if ("across", rule, part) not in rules
        ):
            line(canvas, LEFT + 80 * across, top - 30 * y, LEFT + 80 * (across + 1), top - 30 * y)
        for down, x in ((part, rule) for rule in range(4) for part in range(2) if ("down", rule, part) not in rules):
            line(canvas, LEFT + 80 * x, top - 30 * down, LEFT + 80 * x, top - 30 * (down + 1))

    return draw


WHOLE: Final = [["规章", "12", "0"], ["行政许可", "8", "5"]]
UPPER: Final = tuple(("across", 0, part) for part in range(3))
LOWER: Final = tuple(("across", 2, part) for part in range(3))
LEFT_SIDE: Final = tuple(("down", 0, part) for part in range(2))
RIGHT_SIDE: Final = tuple(("down", 3, part) for part in range(2))


@pytest.mark.parametrize(
    "rules",
    [UPPER, LOWER, LEFT_SIDE, RIGHT_SIDE, LEFT_SIDE + RIGHT_SIDE, UPPER + LOWER, UPPER[:1], LOWER[2:], LOWER[1:]],
)
def test_a_table_may_lack_rules_at_an_edge(rules: tuple[tuple[str, int, int], ...]) -> None:
    """As browsers print a table over two pages; where its other rules end, it ends, and what is beyond is outside."""
    around = texts([(LEFT + 4, TOP + 8, "一、概述"), (LEFT + 4, TOP - 80, "二、其他")])

    assert seen(drawn(together(lacking(*rules), around))) == ["一、概述", WHOLE, "二、其他"]


@pytest.mark.parametrize(("length", "step"), [(0.75, 1.5), (1.5, 3.0), (2.25, 3.75)])
def test_rules_may_be_made_of_dots_or_short_dashes(length: float, step: float) -> None:
    """As browsers print them: a small box for each; in no cell they are a drawing."""

    def dots(canvas: Canvas, left: float, top: float, right: float, bottom: float) -> None:
        for at in range(int((right - left + top - bottom) / step) + 1):
            if top == bottom:
                canvas.rect(left + at * step, top, length, 0.75, stroke=0, fill=1)
            else:
                canvas.rect(left, top - at * step, 0.75, length, stroke=0, fill=1)

    assert seen(drawn(lacking(line=dots))) == [WHOLE]


@pytest.mark.parametrize(
    "rules",
    [
        UPPER + RIGHT_SIDE,
        LEFT_SIDE + LOWER,
        UPPER + LEFT_SIDE + RIGHT_SIDE,
        LOWER + LEFT_SIDE + RIGHT_SIDE,
        UPPER + LOWER + LEFT_SIDE + RIGHT_SIDE,
    ],
)
def test_a_table_without_rules_at_two_edges_has_the_cell_in_their_corner(
    rules: tuple[tuple[str, int, int], ...],
) -> None:
    """One that is open at its sides and goes on over the end of a page: its last figure there stands in no rules."""
    around = texts([(LEFT + 4, TOP + 8, "一、概述"), (LEFT + 4, TOP - 80, "二、其他")])

    assert seen(drawn(together(lacking(*rules), around))) == ["一、概述", WHOLE, "二、其他"]


@pytest.mark.parametrize("sides", [LEFT_SIDE + RIGHT_SIDE, UPPER + LOWER + LEFT_SIDE + RIGHT_SIDE])
def test_words_between_tables_that_lack_rules_at_their_sides_are_in_none(
    sides: tuple[tuple[str, int, int], ...],
) -> None:
    """Though the rules of both end on one line."""
    both = together(lacking(*sides), texts([(LEFT + 4, TOP - 80, "二、其他")]), lacking(*sides, top=TOP - 110))

    assert seen(drawn(both)) == [WHOLE, "二、其他", WHOLE]


def test_rules_that_end_within_a_table_part_none_of_its_cells() -> None:
    """Where others go on between them, the table does."""
    inside = ("across", 1, 0), ("across", 1, 1), ("down", 1, 0), ("down", 3, 0)

    assert seen(drawn(lacking(*inside))) == [[["规章 12\n行政许可 8", "0"], ["5"]]]


def test_cells_of_a_ruled_table_can_be_blank() -> None:
    """Beside others, or all of them."""
    assert seen(drawn(ruled([["规章", ""], ["", "8"]]))) == [[["规章", ""], ["", "8"]]]
    assert seen(drawn(together(ruled([["", ""]]), below("正文", top=600)))) == [[["", ""]], "正文"]


@pytest.mark.parametrize(
    ("place", "drawing", "expected"),
    [
        ((LEFT + 90, TOP - 14), "12", ["规章", "12", "0"]),
        ((LEFT + 81, TOP - 14), "12", ["规章", "12", "0"]),
        ((LEFT + 149.5, TOP - 14), "12", ["规章", "12", "0"]),
        ((LEFT + 150, TOP - 18.5), "12", ["规章", "12", "0"]),
        ((LEFT + 152.5, TOP - 14), "12", ["规章", "1��", "0�"]),
        ((LEFT + 155, TOP - 14), "12", ["规章", "1�", "20�"]),
        ((LEFT + 158, TOP - 14), "1", ["规章", "�", "�0�"]),
        ((LEFT + 154, TOP - 14), "政", ["规章", "政", "0"]),
        ((LEFT + 76, TOP - 14), "12", ["规章 1", "2�", "0"]),
        ((LEFT + 100, TOP + 3), "12", ["规章", "", "0"]),
        ((LEFT + 100, TOP - 3), "12", ["规章", "���", "0"]),
    ],
)
def test_a_figure_that_stands_on_a_rule_is_in_doubt(
    place: tuple[float, float], drawing: str, expected: list[str]
) -> None:
    """Nobody can tell of which cell it is, nor whether 1 and 2 at either side of a rule are 12; words are as before."""
    table = ruled([["规章", "", "0"], ["行政许可", "8", "3"]])

    rows = [block for block in seen(drawn(together(table, texts([(*place, drawing)])))) if isinstance(block, list)]

    assert rows == [[expected, ["行政许可", "8", "3"]]]


def test_figures_below_each_other_are_not_cut() -> None:
    """One below the last may begin where that ends; one beside it stands in the next cell with more room between."""
    table = ruled([["规章", "", "0"], ["行政许可", "", "3"]])
    figures = texts([(LEFT + 90, TOP - 14, "1"), (LEFT + 95, TOP - 34, "2")])

    assert seen(drawn(together(table, figures))) == [[["规章", "1", "0"], ["行政许可", "2", "3"]]]


def turned(
    text: str, *, by: float, size: float = SIZE, left: float = LEFT + 100, mode: Literal[0, 3] = 0
) -> Callable[[Canvas], None]:
    """Draw words aslant."""

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.setFont(FONT, size)
        canvas.translate(left, TOP - 15)
        canvas.rotate(by)
        canvas.drawString(0, 0, text, mode=mode)
        canvas.restoreState()

    return draw


@pytest.mark.parametrize(
    ("part", "figure"),
    [
        (turned("16", by=20), "�"),
        (turned("16", by=-30), "�"),
        (turned("第16号", by=20, size=8), "�"),
        (turned("16", by=2), "16"),
        (turned("无", by=20), ""),
        (turned("2021", by=45, size=60), ""),
        (turned("16", by=20, left=LEFT + 600), ""),
        (turned("16", by=20, mode=3), ""),
        (together(lambda canvas: canvas.setFillAlpha(0), turned("16", by=20)), ""),
    ],
)
def test_figures_that_slant_in_a_cell_are_seen_in_it(part: Callable[[Canvas], None], figure: str) -> None:
    """One in a cell is no watermark, which is large, or has words."""
    table = ruled([["规章", "", "0"], ["行政许可", "8", "3"]])

    assert seen(drawn(together(table, part))) == [[["规章", figure, "0"], ["行政许可", "8", "3"]]]


def test_slanting_lines_are_no_rules() -> None:
    """One through a cell says that nothing is to be filled in; it is no fault of the file."""
    slanting = together(lambda canvas: canvas.line(LEFT, TOP, LEFT + 80, TOP - 20), ruled(TABLE))

    assert seen(drawn(slanting)) == [TABLE_SEEN]


def test_tables_without_rules_are_lines() -> None:
    """A blank stands where there is room for one."""
    content = drawn(texts([(LEFT, 700, "规章"), (150, 700, "12"), (200, 700, "0"), (LEFT, 684, "行政许可")]))

    assert seen(content) == ["规章 12 0", "行政许可"]


def test_figures_that_stand_apart_are_two() -> None:
    """Chinese is stretched by as much where lines are justified, also beside a figure."""
    rows = [("1", "2", 7.6), ("政", "府", 13), ("年", "1", 13), ("1", "月", 7.6)]
    lines = [
        part
        for row, (left, right, apart) in enumerate(rows)
        for part in (
            (LEFT, TOP - 40 * row, left),
            (LEFT + apart, TOP - 40 * row, right),
        )
    ]

    assert seen(drawn(texts(lines))) == ["1 2", "政府", "年1", "1月"]


def test_hard_wrapped_lines_are_joined() -> None:
    """A line that is full goes on below, also on the next page and in a landscape; what is indented begins anew."""
    short = FULL[:20] + "。"
    first = below(f"　　{FULL[:-2]}", FULL, short, f"　　{FULL[:-2]}", FULL)
    second = below(FULL, short, "一、概述", "（一）" + short)

    expected = [FULL[:-2] + FULL + short, FULL[:-2] + FULL + FULL + short, "一、概述", "（一）" + short]
    assert seen(drawn(first, second)) == expected
    assert seen(drawn(below(WIDE, WIDE, short, top=500), size=landscape(A4))) == [WIDE + WIDE + short]


def test_a_line_beyond_the_others_is_no_edge_of_the_text() -> None:
    """A mark in the margin; nor is a table on a page that is wider."""

    def wide(canvas: Canvas) -> None:
        canvas.setPageSize(landscape(A4))
        ruled(TABLE, width=240, top=400)(canvas)

    assert seen(drawn(together(texts([(20, 740, "注")]), below(FULL, FULL)))) == ["注", FULL + FULL]
    assert seen(drawn(below(FULL, FULL), wide)) == [FULL + FULL, TABLE_SEEN]


def test_tables_wider_than_the_text_and_marks_that_hang_over_its_edge_cut_no_paragraph() -> None:
    """The edges of the text are where its lines end that go on; where no line does, tables tell them."""
    ragged = [FULL, FULL + "，", FULL[:-2], FULL[:-1], "至此。"]
    table = ruled(TABLE, left=LEFT - 20, width=190, top=500)

    assert seen(drawn(together(below(*ragged), table))) == ["".join(ragged), TABLE_SEEN]
    assert seen(drawn(together(below(FULL[:40], "联系电话"), table))) == [FULL[:40], "联系电话", TABLE_SEEN]


def test_the_rules_of_another_table_move_no_rule_into_a_figure() -> None:
    """Though they stand on nearly the same line; a figure near its rule is not cut by it."""
    tables = together(ruled([["规章", ""]]), ruled([["规章", "1"]], left=LEFT + 2.9, top=600))

    assert seen(drawn(together(tables, texts([(LEFT + 80.2, TOP - 12, "7")])))) == [[["规章", "7"]], [["规章", "1"]]]


def test_a_row_of_a_table_without_rules_is_no_part_of_a_paragraph() -> None:
    """Though it begins and ends where full lines do."""
    right = LEFT + stringWidth(FULL[:-2], FONT, SIZE)
    row = texts([(LEFT, TOP - 16, "规章"), (right, TOP - 16, "二件")])

    assert seen(drawn(together(below(FULL), row, below(FULL, top=TOP - 32)))) == [FULL, "规章 二件", FULL]


def test_what_is_numbered_begins_anew_below_a_full_sentence() -> None:
    """Though nothing is indented; in the midst of a sentence a number is just a number."""
    ended = FULL[:-1] + "。"

    assert seen(drawn(below(ended, "二、主动公开", FULL, "1.5倍"))) == [ended, "二、主动公开", FULL + "1.5倍"]
    assert seen(drawn(below(ended, FULL))) == [ended + FULL]


def test_words_of_latin_letters_keep_their_blank() -> None:
    """Between lines, too; Chinese needs none."""
    width = int(stringWidth(FULL, FONT, SIZE) / stringWidth("word ", FONT, SIZE))
    line = ("word " * width).strip()

    assert seen(drawn(below(FULL, FULL, line, "word."))) == [f"{FULL}{FULL}{line} word."]
    assert seen(drawn(below(FULL, FULL, f"{FULL[:-1]}AB", "公开"))) == [f"{FULL}{FULL}{FULL[:-1]}AB公开"]


def test_other_sizes_and_wide_gaps_end_a_paragraph() -> None:
    """A heading in large letters below a full line, and a line far below."""

    def page(canvas: Canvas) -> None:
        below(FULL, FULL)(canvas)
        canvas.setFont(FONT, 14)
        canvas.drawString(LEFT, TOP - 32, "概述")
        canvas.setFont(FONT, SIZE)
        below(FULL, top=600)(canvas)
        below(FULL, top=500)(canvas)

    assert seen(drawn(page)) == [FULL + FULL, "概述", FULL, FULL]


@pytest.mark.parametrize("number", ["- {} -", "— {} —", "第 {} 页 共 3 页", "第{}页", "{} / 3", "{}", "Page {} of 3"])
def test_numbers_of_pages_are_left_out(number: str) -> None:
    """However they are printed."""
    pages = [together(below("正文"), texts([(280, 30, number.format(page))])) for page in (1, 2, 3)]

    assert seen(drawn(*pages)) == ["正文"] * 3


def test_lone_figures_in_the_margin_are_kept_unless_they_count_pages() -> None:
    """Nor is a line dropped that holds figures, though it comes again."""
    assert seen(drawn(texts([(LEFT, 30, "0")]), texts([(LEFT, 30, "0")]))) == ["0", "0"]
    assert seen(drawn(texts([(LEFT, 780, "1"), (LEFT, 765, "其他 0 0")]), texts([(LEFT, 765, "其他 0 0")]))) == [
        *("1", "其他 0 0", "其他 0 0"),
    ]
    assert seen(drawn(below("- 1 -"))) == ["- 1 -"]
    assert seen(drawn(texts([(LEFT, 30, "1")]), texts([(LEFT, 400, "2")]))) == ["1", "2"]


def test_heads_that_run_through_the_pages_are_left_out() -> None:
    """If they stand in the margin of several pages; once is no running head."""
    running, once = (LEFT, 800, "示例镇人民政府"), (LEFT, 785, "另一行")

    assert seen(drawn(together(texts([running, once]), below("甲")), together(texts([running]), below("乙")))) == [
        *("另一行", "甲", "乙"),
    ]
    assert seen(drawn(texts([running]))) == ["示例镇人民政府"]


def test_heads_and_feet_of_browsers_are_left_out() -> None:
    """Their address ends in the number of the page and how many there are, and that of no page else."""

    def page(numbers: str) -> Callable[[Canvas], None]:
        return together(below("甲"), texts([(LEFT, 20, "https://www.example.gov.cn/1.html"), (500, 20, numbers)]))

    assert seen(drawn(page("1/2"), page("2/2"))) == ["甲", "甲"]
    assert len(seen(drawn(page("2/2"), page("1/2")))) == 4
    assert len(seen(drawn(page("1/1")))) == 2


@pytest.mark.parametrize(("lines_left", "lines_right"), [(5, 6), (6, 5)])
def test_two_columns_are_read_one_after_the_other(lines_left: int, lines_right: int) -> None:
    """Not line by line across both."""
    left, right = [FULL[:20]] * lines_left, [FULL[20:40]] * lines_right
    columns = together(below(*left), below(*right, left=320))

    content = drawn(together(texts([(200, 740, "通栏标题在此" * 4)]), columns, texts([(LEFT, 560, FULL)])))

    assert seen(content) == ["通栏标题在此" * 4, *left, *right, FULL]


def line(text: str, left: float, right: float, gap: tuple[int, float, float] | None = None) -> Line:
    """Give a line of a page."""
    return Line(text, left, right, top=0, bottom=10, widest=10, gap=gap, is_row=gap is not None)


def test_a_line_above_columns_does_not_narrow_the_room_between_them() -> None:
    """What stands above reaches into it, and the columns below have moved a little."""
    above = line("通栏", 0, 130)
    wide = [line(f"{'左' * 9} {'右' * 9}", 0, 300, (9, 90, 145)) for _ in range(2)]
    narrow = [line(f"{'左' * 9} {'右' * 9}", 0, 300, (9, 100, 139)) for _ in range(2)]

    ordered = [each.text for each in in_reading_order([above, *wide, *narrow])]

    assert ordered == ["通栏", *["左" * 9] * 4, *["右" * 9] * 4]


def test_pairs_of_words_are_no_columns() -> None:
    """Nor are a few lines, nor lines that something crosses."""
    pairs = [(LEFT, TOP - 16 * line, "行政许可") for line in range(5)]
    few = together(below(FULL[:20], FULL[:20]), below(FULL[:20], FULL[:20], left=320))

    assert seen(drawn(texts([*pairs, *((300, foot, "8") for _, foot, _ in pairs)]))) == ["行政许可 8"] * 5
    assert seen(drawn(few)) == [f"{FULL[:20]} {FULL[:20]}"] * 2
    across = together(few, below(*[FULL[:35]] * 2, top=600), texts([(400, 560, "右"), (LEFT, 540, "左")]))
    assert seen(drawn(across)) == [*[f"{FULL[:20]} {FULL[:20]}"] * 2, FULL[:35], FULL[:35], "右", "左"]


def test_what_is_printed_twice_is_read_once() -> None:
    """So makeshift bold is done, a little to the right or above: 12 stays 12."""
    bold = together(ruled(TABLE), ruled(TABLE, left=LEFT + 0.4), ruled(TABLE, top=TOP + 0.4))

    assert seen(drawn(bold)) == [TABLE_SEEN]
    assert seen(drawn(together(below("11"), below("11", left=LEFT + 1)))) == ["11"]


def test_another_figure_printed_over_a_figure_is_unreadable() -> None:
    """Nobody knows which of them holds; two letters stay."""
    content = drawn(together(ruled([["数量", "5"]]), texts([(LEFT + 84, TOP - 12, "3")])))

    assert seen(content) == [[["数量", "�"]]]
    assert seen(drawn(together(below("甲"), below("乙", left=LEFT + 1)))) == ["甲乙"]


def test_small_raised_figures_do_not_run_into_others() -> None:
    """The mark of a note is no digit."""

    def page(canvas: Canvas) -> None:
        ruled([["数量", "12"]])(canvas)
        canvas.setFont(FONT, 6)
        canvas.drawString(LEFT + 94, TOP - 8, "3")

    assert seen(drawn(page)) == [[["数量", "3\n12"]]]


def white(*boxes: tuple[float, float, float, float], picture: bool = False) -> bytes:
    """Give a file with "3" in white on dark boxes, or on a picture, and with "8" in black."""
    grounds = b" ".join(b"%d %d %d %d re f" % box for box in boxes)
    image = b"q 50 0 0 50 80 80 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q" if picture else b""
    return raw(
        b"0.2 g %b %b BT /F1 10 Tf 1 g 100 100 Td (3) Tj 0 g 100 0 Td (8) Tj ET" % (grounds, image),
    )


def test_white_text_is_seen_on_dark_grounds_only() -> None:
    """Filled boxes and curves, and pictures."""
    curve = b"0.2 g 90 90 m 90 120 120 120 120 90 c f BT /F1 10 Tf 1 1 1 rg 100 100 Td (3) Tj ET"
    outlined = b"BT /F1 10 Tf 1 g 1 Tr 100 100 Td (3) Tj ET"
    ink = b"/S cs 1 scn BT /F1 10 Tf 100 100 Td (3) Tj ET"
    separation = b"/ColorSpace << /S [/Separation /Black /DeviceGray 6 0 R] >>"
    tint = b"<< /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>"

    assert seen(white()) == ["8"]
    assert seen(white((90, 90, 50, 50))) == ["3 8"]
    assert seen(white((300, 90, 50, 50))) == ["8"]
    assert seen(white(picture=True)) == ["3 8"]
    assert seen(raw(curve)) == ["3"]
    assert seen(raw(curve.replace(b"0.2 g", b"1 g") + b" BT 0 g 9 9 Td (8) Tj ET")) == ["8"]
    assert seen(raw(outlined)) == ["3"]
    assert seen(raw(ink, resources=separation, others=[tint])) == ["3"]


@pytest.mark.parametrize(
    "drawing",
    [
        b"90 90 50 50 re S",
        b"1 g 90 90 50 50 re f",
        b"90 90 m 90 120 120 120 120 90 c S",
        b"20 90 m 20 120 50 120 50 90 c h 290 90 m 290 120 320 120 320 90 c f",
        b"q 1 0 0 1 50 50 cm /X Do Q",
    ],
    ids=["ruled", "white", "rounded", "between", "words"],
)
def test_white_text_is_not_seen_where_nothing_dark_is_below_it(drawing: bytes) -> None:
    """Nothing fills a frame, nor what is between two seals of one path, nor a form that holds nothing but words."""
    words = stream(b"BT /F1 10 Tf 10 10 Td (12) Tj ET", b"/Type /XObject /Subtype /Form /BBox [0 0 500 500]")
    text = b"0.2 g %b BT /F1 10 Tf 1 g 100 100 Td (3) Tj 0 g 100 0 Td (8) Tj ET" % drawing

    (line, *_) = seen(raw(text, resources=b"/XObject << /X 6 0 R >>", others=[words]))

    assert line == "8"


def test_text_off_the_page_is_left_out() -> None:
    """Beside the page, and beside what is shown of it, turned or not."""
    operators = b"BT /F1 10 Tf 100 100 Td (1) Tj 0 600 Td (2) Tj 0 900 Td (3) Tj ET"

    assert seen(raw(operators)) == ["2", "1"]
    assert seen(raw(operators, page=b"/CropBox [0 0 600 400]")) == ["1"]
    assert seen(raw(operators, page=b"/CropBox [0 0 600 400] /Rotate 180")) == ["1"]
    assert seen(raw(operators, page=b"/MediaBox [50 50 600 400]")) == ["1"]


def test_hidden_text_is_left_out() -> None:
    """A layer of recognised text lies below the picture of a scan."""
    assert seen(raw(b"BT /F1 10 Tf 100 100 Td 3 Tr (1) Tj 0 Tr 0 20 Td (2) Tj ET")) == ["2"]


def test_hidden_text_does_not_hide_the_blank_before_it() -> None:
    """Words that stand close are two where a blank is written between them."""
    blank = b"BT /F1 10 Tf 100 100 Td [(a ) 200] TJ %d Tr (.) Tj 0 Tr 6.9 0 Td (b) Tj ET"

    assert seen(raw(blank % 3)) == ["a b"]
    assert seen(raw(b"BT /F1 10 Tf 100 100 Td (a) Tj 6.9 0 Td (b) Tj ET")) == ["ab"]


def test_slanting_stamps_are_left_out() -> None:
    """A watermark across the page does not mix with its figures."""
    content = b"BT /F1 10 Tf 100 100 Td (1) Tj ET BT /F1 40 Tf .7 .7 -.7 .7 80 80 Tm (2021) Tj ET"

    assert seen(raw(content)) == ["1"]


def sideways(turn: int) -> bytes:
    """Give a file whose page is drawn turned by so many quarters to the left."""

    def page(canvas: Canvas) -> None:
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.rotate(90 * turn)
        canvas.translate(-WIDTH / 2, -HEIGHT / 2)
        canvas.setFont(FONT, SIZE)
        together(ruled(TABLE, left=200, top=500), below("一、概述", left=200, top=520))(canvas)

    return drawn(page)


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_pages_that_are_drawn_sideways_are_turned(turn: int) -> None:
    """A wide table is often turned, its page is not."""
    assert seen(sideways(turn)) == ["一、概述", TABLE_SEEN]


def test_pages_that_are_shown_turned_are_read_as_they_are_shown() -> None:
    """Whether the text is drawn for it or not."""

    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(WIDTH, 0)
        canvas.rotate(90)
        canvas.setFont(FONT, SIZE)
        together(ruled(TABLE, top=500), below("一、概述", top=520))(canvas)

    def upright(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        ruled(TABLE, top=500)(canvas)

    assert seen(drawn(page)) == ["一、概述", TABLE_SEEN]
    assert seen(drawn(upright)) == [TABLE_SEEN]


def test_single_figures_that_lie_on_their_side_are_unreadable() -> None:
    """Up or down, 12 could be 21."""
    content = b"BT /F1 10 Tf 100 100 Td (a b c) Tj ET BT /F1 10 Tf 0 1 -1 0 300 100 Tm (x1) Tj ET"

    assert seen(raw(content)) == ["�", "a b c x"]


def test_characters_that_no_table_tells_are_unreadable() -> None:
    """Their numbers are no figures."""
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [7 0 R] >>"
    inner = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /FontDescriptor 8 0 R /DW 1000 >>"
    described = b"<< /Type /FontDescriptor /FontName /X /FontBBox [0 0 1000 1000] /Descent 0 /Ascent 800 >>"

    content = raw(
        b"BT /F2 10 Tf 100 100 Td <00310032> Tj ET",
        resources=b"/Font << /F2 6 0 R >>",
        others=[font, inner, described],
    ).replace(b"/Font << /F1 5 0 R >>", b"")

    assert seen(content) == ["��"]


def test_an_unreadable_figure_is_noted() -> None:
    """And its cell left blank."""
    report = gd.AnnualReport.blank(agency="示例镇人民政府", year=2021)
    report.proactive_disclosure = gd.ProactiveDisclosure.blank()

    rows = [
        *(["第二十条第（一）项", "←", "←", "←"], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]),
        *(["规章", "1", "0", "0"], ["行政规范性文件", "2", "0", "4"], ["第二十条第（五）项", "←", "←", "←"]),
        *(["信息内容", "本年处理决定数量", "←", "←"], ["行政许可", "8", "←", "←"]),
        *(["第二十条第（六）项", "←", "←", "←"], ["信息内容", "本年处理决定数量", "←", "←"]),
        *(["行政处罚", "2", "←", "←"], ["行政强制", "0", "←", "←"], ["第二十条第（八）项", "←", "←", "←"]),
        *(["信息内容", "本年收费金额（单位：万元）", "←", "←"], ["行政事业性收费", "0", "←", "←"]),
    ]
    over = texts([(LEFT + 104, TOP - 52, "7")])
    heading = texts([(LEFT, 740, "二、主动公开政府信息情况"), (LEFT, 400, "三、收到和处理政府信息公开申请情况")])

    reading = gd.parse(drawn(together(heading, ruled(rows, width=100), over)))

    table = reading.report.proactive_disclosure
    assert isinstance(table, gd.ProactiveDisclosure)
    assert (table.rules.issued, table.rules.repealed, table.licensing.decisions) == (None, 0, 8)
    assert [(note.code, note.paths) for note in reading.notes if note.raw == "�"] == [
        ("CELL-UNREADABLE", ("proactive_disclosure.rules.issued",))
    ]


def test_forms_that_are_drawn_on_a_page_are_read() -> None:
    """Some printers draw each page as one."""
    form = stream(b"BT /F1 10 Tf 10 10 Td (12) Tj ET", b"/Type /XObject /Subtype /Form /BBox [0 0 100 100]")

    assert seen(raw(b"q 1 0 0 1 90 90 cm /X Do Q", resources=b"/XObject << /X 6 0 R >>", others=[form])) == ["12"]


def test_the_title_of_the_file_is_asked_last() -> None:
    """A file without one, or with one that is blank or no text, says nothing."""
    titled = drawn(below("正文"), title="  示例镇人民政府2021年政府信息公开工作年度报告\n ")
    number = raw(b"BT /F1 10 Tf 9 9 Td (1) Tj ET").replace(b"trailer <<", b"trailer << /Info << /Title 7 >>")

    assert read(titled)[0] == Paragraph("示例镇人民政府2021年政府信息公开工作年度报告", Role.PAGE)
    assert read(drawn(below("正文"), title=" ")) == [Paragraph("正文")]
    assert read(number) == [Paragraph("1")]
    assert read(raw(b"BT /F1 10 Tf 9 9 Td (1) Tj ET")) == [Paragraph("1")]


def test_radicals_that_browsers_print_are_the_characters_they_look_like() -> None:
    """A page that a browser has printed holds ⽰ (U+2F70) where a person sees 示, and ⺠ (U+2EA0) for 民."""
    assert seen(drawn(below("⽰例县人⺠政府公开⾏政"))) == ["示例县人民政府公开行政"]
    assert seen(drawn(ruled([["⾏政许可", "⼈⺠"]]))) == [[["行政许可", "人民"]]]

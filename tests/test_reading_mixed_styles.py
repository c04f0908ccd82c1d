"""Tables of text whose parts are printed in several styles: rows whose figures these put elsewhere are noted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from attrs import evolve
from support.builders import build_report
from support.printers import print_report
from support.publishing.styles import Style
from support.publishing.text import row_a_line
from test_reading_beside_blanks import REQUESTS, moved
from test_reading_styles import (
    FULL,
    between,
    closed,
    on_lines,
    on_lines_opened,
    on_lines_padded,
    printed,
    read,
    two_bars,
)

import govdisclosure as gd
from govdisclosure.form.grids import figure_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from random import Random

    from support.publishing.sheets import Sheet
    from support.publishing.styles import Padding
    from support.publishing.text import Line

    Printer = Callable[[Sheet, Random], Iterator[Line]]

BESIDE: Final = Style(cell_a_line=True, padding="beside")
BELOW: Final = Style(cell_a_line=True, padding="below")
OPENED: Final = Style(cell_a_line=True, padding="below", opened=True)
WRITTEN: Final = Style(cell_a_line=True, written_out=True)
GONE: Final = Style(cell_a_line=True, padding="below", blanks="collapsed")
OPENED_GONE: Final = Style(cell_a_line=True, opened=True, blanks="collapsed")
ROWS: Final = Style(padding="beside")
ROWS_GONE: Final = Style(padding="below", blanks="collapsed")
ROWS_WRITTEN: Final = Style(written_out=True)


def in_parts(upper: Style, lower: Style, section: str, begins: Callable[[int, Sheet], bool]) -> Printer:
    """Print a table of a section in two styles, the others in the first."""

    def printer(sheet: Sheet, rng: Random) -> Iterator[Line]:
        written = {style: style.rows(sheet) if style.written_out else sheet.rows for style in (upper, lower)}
        for place in range(len(sheet.rows)):
            style = lower if sheet.section == section and begins(place, sheet) else upper
            yield from style.lines_of(written[style][place], sheet, rng)

    return printer


def with_blanks(column: int) -> gd.AnnualReport:
    """Give a report in which this column of each third row of table III is blank."""
    truth = build_report(published=None)
    for row in figure_rows(gd.Requests)[1::3]:
        for place, path in enumerate(row.paths):
            gd.put(truth, f"{REQUESTS}.{path}", None if place == column else 0)
    return truth


@pytest.mark.parametrize("column", [0, 3, 6])
@pytest.mark.parametrize("rows_below", [2, 4, 9, 16])
@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (BESIDE, OPENED_GONE),
        (OPENED, BESIDE),
        (BELOW, WRITTEN),
        (WRITTEN, GONE),
        (GONE, BESIDE),
        (BELOW, OPENED_GONE),
        (ROWS, ROWS_WRITTEN),
        (ROWS_WRITTEN, ROWS_GONE),
        (ROWS, GONE),
        (OPENED, ROWS_GONE),
    ],
)
def test_no_figure_moves_where_a_table_changes_its_style(
    upper: Style, lower: Style, rows_below: int, column: int
) -> None:
    """Wherever the lower part begins, whichever cell is blank."""
    truth = with_blanks(column)
    printer = in_parts(upper, lower, REQUESTS, lambda place, sheet: place >= len(sheet.rows) - rows_below)

    assert not moved(truth, gd.parse(print_report(truth, printer)))


@pytest.mark.parametrize("column", [0, 1, 4, 9, 14])
@pytest.mark.parametrize("heads_below", [0, 1, 2])
@pytest.mark.parametrize(
    ("upper", "lower"),
    [(BELOW, OPENED), (BESIDE, OPENED), (ROWS_WRITTEN, ROWS_GONE), (BELOW, ROWS_GONE), (BESIDE, ROWS)],
)
def test_no_figure_of_table_iv_moves_below_heads_in_another_style(
    upper: Style, lower: Style, heads_below: int, column: int
) -> None:
    """One row tells nothing of how it is printed, but its heads do."""
    truth = build_report(published=None)
    truth.review_and_litigation = gd.ReviewAndLitigation.from_rows(
        [[None if place == column else 7 for place in range(15)]]
    )
    last = 1 + heads_below
    printer = in_parts(upper, lower, "review_and_litigation", lambda place, sheet: place >= len(sheet.rows) - last)

    assert not moved(truth, gd.parse(print_report(truth, printer)))


def replaced(lines: list[str], place: int, line: str) -> list[str]:
    """Print one row of table II otherwise."""
    return [*lines[:place], line, *lines[place + 1 :]]


def in_two(blank: str = "") -> list[str]:
    """Give the figures of table II, one of which is blank in each of its first two rows."""
    return [FULL[0], FULL[1], blank, FULL[3], blank, FULL[5], *FULL[6:]]


def test_figures_beside_their_label_are_in_doubt_where_each_cell_has_a_line() -> None:
    """行政规范性文件 | 2 | 4 |, and a bar below it: of three cells, one is gone."""
    figures, quoted = read(replaced(printed(in_two(), on_lines_padded), 3, "行政规范性文件 | 2 | 4 |\n|"))

    assert figures[3:] == ["", "", "", *FULL[6:]]
    assert "行政规范性文件 | 2 | 4" in quoted


@pytest.mark.parametrize("line", ["行政规范性文件 | 2 |  | 4 |", "| 行政规范性文件 | 2 |  | 4 |"])
def test_a_line_that_has_a_bar_behind_each_cell_is_sure(line: str) -> None:
    """Though each cell of the other rows has a line."""
    figures, quoted = read(replaced(printed(in_two(), on_lines), 3, line))

    assert figures == in_two()
    assert quoted == []


@pytest.mark.parametrize("line", ["", "| |", "||||"])
def test_a_line_without_cells_is_none_that_no_bar_opens(line: str) -> None:
    """| 规章 | 1 | 7 |  |, and all other lines like it."""
    figures, quoted = read([*printed(in_two(), between), line])

    assert (figures, quoted) == (in_two(), [])


@pytest.mark.parametrize("caption", [0, 4])
def test_a_bar_that_opens_a_caption_of_table_ii_is_no_blank_cell_below(caption: int) -> None:
    """| 第二十条第（一）项 |, and no bar before others: rows of table II begin with their labels."""
    lines = printed(in_two(), closed)

    assert read(replaced(lines, caption, f"| {lines[caption]}")) == (in_two(), [])


def test_rows_beside_several_others_that_no_style_explains_are_in_doubt() -> None:
    """规章 | 1 | 7 |  |, above three rows of one figure with a blank cell in front."""
    lines = printed(in_two(), closed)
    for place, line in {6: "行政许可 |  | 8 |", 9: "行政处罚 |  | 9 |", 10: "行政强制 |  | 6 |"}.items():
        lines[place] = line

    figures, quoted = read(lines)

    assert figures == [*[""] * 9, FULL[9]]
    assert quoted == ["规章 | 1 | 7", "行政规范性文件 | 2 | 4", "行政许可 | 8", "行政处罚 | 9", "行政强制 | 6"]


def test_rows_whose_figures_stand_on_their_labels_put_none_beside_them_in_doubt() -> None:
    """行政许可8 | is printed in no style, and so tells nothing of the way in which 规章 | 1 | 7 |  | is."""
    lines = printed(in_two(), closed)
    for place, line in {6: "行政许可8 |", 9: "行政处罚9 |", 10: "行政强制6 |"}.items():
        lines[place] = line

    figures, quoted = read(lines)

    assert figures == [*in_two()[:6], *[""] * 3, FULL[9]]
    assert quoted == ["行政许可 | 8", "行政处罚 | 9", "行政强制 | 6"]


def test_labels_alone_beside_figures_that_stand_on_labels_put_none_beside_them_in_doubt() -> None:
    """规范性文件 | can have lost its figures: like 规章2251 |, it tells nothing of 行政强制 | 0 |  | 319490 |."""
    lines = (
        "2023年示例市财政局政府信息公开工作年度报告",
        "二、主动公开政府信息情况",
        "信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |",
        "规章2251 |",
        "规范性文件 |",
        "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |",
        "行政许可61393786 |",
        "其他对外管理服务事项 | 0 | 89 |  |",
        "行政处罚-22 |",
        "行政强制 | 0 |  | 319490 |",
        "信息内容 | 上一年项目数量 | 本年增/减 |",
        "行政事业性收费01716 |",
        "信息内容 | 采购项目数量 | 采购总金额（单位：元） |",
        "政府集中采购 |  | 0.00 |",
    )

    unplaced = [note.raw for note in gd.parse("\n".join(lines)).notes if note.code == "UNPLACED"]

    assert unplaced == ["规章 | 2251", "规范性文件", "行政许可 | 61393786", "行政处罚 | -22", "行政事业性收费 | 01716"]


def test_heads_in_another_style_put_the_rows_below_in_doubt() -> None:
    """第二十条第（一）项 |||| stands above them, and |||| on a line of its own below the other captions."""
    lines = printed(in_two(), lambda row: on_lines_opened(row).removeprefix("|\n"))
    _, quoted = read(replaced(lines, 0, "第二十条第（一）项 ||||"))

    assert quoted == ["规章 | 1 | 7", "行政规范性文件 | 2 | 4"]


def test_rows_that_are_filled_up_below_heads_that_are_written_out_are_not() -> None:
    """规章 | 1 | 7 ||: no blank stands between the last bars, as it does between those of cells."""
    heads = printed(in_two(), lambda row: closed([*row, *[""] * (4 - len(row))]))
    lines = replaced(heads, 2, "规章 | 1 | 7 ||")

    figures, quoted = read(lines)

    assert figures[:3] == ["", "", ""]
    assert "规章 | 1 | 7" in quoted


@pytest.mark.parametrize(
    ("end", "quoted"), [("27 |", []), ("27 |||", ["二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0"])]
)
def test_only_a_full_row_in_the_style_of_the_others_ends_what_heads_put_in_doubt(end: str, quoted: list[str]) -> None:
    """
    | 申请人情况 |, and 一、 | 21 | … | 27 | without a bar before it.

    With bars too many behind it, that row does not tell how 二、 is printed, which has blank cells.
    """
    truth = build_report(published=None)
    received, carried_over = (row.paths for row in figure_rows(gd.Requests)[:2])
    for place, (path, below) in enumerate(zip(received, carried_over, strict=True)):
        gd.put(truth, f"{REQUESTS}.{path}", 21 + place)
        gd.put(truth, f"{REQUESTS}.{below}", None if place in {2, 5} else 0)
    printer = in_parts(Style(opened=True), ROWS, REQUESTS, lambda place, _: place >= 3)

    reading = gd.parse(print_report(truth, printer).replace("27 |", end))

    assert [note.raw for note in reading.notes] == quoted


TRIMMED: Final = Style(cell_a_line=True, padding="below", blanks="trimmed")


def requests_of(*figures: Sequence[int | None]) -> gd.AnnualReport:
    """Give a report whose rows of table III begin with these."""
    truth = build_report(published=None)
    full = [[0] * 7] * (25 - len(figures))
    truth.requests = gd.Requests.from_rows([*figures, *full])
    return truth


@pytest.mark.parametrize(
    "style",
    [
        Style(cell_a_line=True, bars=2, opened=True),
        Style(cell_a_line=True, bars=2, opened=True, padding="below"),
        TRIMMED,
        evolve(TRIMMED, padding="beside"),
        evolve(TRIMMED, cell_a_line=False),
        evolve(TRIMMED, written_out=True),
        evolve(TRIMMED, written_out=True, opened=True),
        evolve(TRIMMED, written_out=True, padding="beside"),
        evolve(TRIMMED, written_out=True, cell_a_line=False),
    ],
)
def test_a_style_is_told_by_the_rows_of_its_table(style: Style) -> None:
    """Bars that open rows of cells with two, and those that fill rows up."""
    gap: list[int | None] = [0, None, 0, *[None] * 4]
    truth = requests_of(*(gap, [None] * 7) * 12)

    assert gd.parse(print_report(truth, style)) == gd.Reading(truth)


@pytest.mark.parametrize("padding", ["below", "beside"])
def test_the_blank_row_of_table_iv_is_filled_up_behind_its_first_cell(padding: Padding) -> None:
    """It has no label that could be left of it."""
    truth = requests_of([0, None, 0, *[None] * 4])
    truth.review_and_litigation = gd.ReviewAndLitigation.blank()

    assert gd.parse(print_report(truth, evolve(TRIMMED, padding=padding))) == gd.Reading(truth)


@pytest.mark.parametrize("padding", ["below", "beside"])
def test_a_row_of_table_iv_with_figures_is_filled_up_behind_the_last_of_them(padding: Padding) -> None:
    """Its first cells, though they are blank, are printed."""
    truth = requests_of([0, None, 0, *[None] * 4])
    truth.review_and_litigation = gd.ReviewAndLitigation.blank()
    for place in (6, 8, 9):
        gd.put(truth, f"review_and_litigation.{figure_rows(gd.ReviewAndLitigation)[0].paths[place]}", place)

    assert gd.parse(print_report(truth, evolve(TRIMMED, padding=padding))) == gd.Reading(truth)


def test_a_row_between_two_that_tell_how_blank_cells_are_printed_is_read() -> None:
    """0 | | 0 | |||| above it and | 0 | ||||| below: its own blank cells are those that bars fill up at its end."""
    gap, other, short = [0, None, 0, *[None] * 4], [None, 0, *[None] * 5], [0, 0, *[None] * 5]
    sure, doubtful = requests_of(gap, short, short, other), requests_of(gap, short, short, short, other)
    at_the_end = requests_of(short, gap, other)

    readings = [gd.parse(print_report(truth, TRIMMED)) for truth in (sure, doubtful, at_the_end)]

    assert readings[0] == gd.Reading(sure)
    assert [len(reading.notes) for reading in readings] == [0, 3, 1]


def test_a_row_without_a_blank_cell_in_front_may_be_of_a_part_in_which_none_is_printed() -> None:
    """The same text, whether the last row has its two figures in the first columns, or a blank cell between them."""
    printer = in_parts(TRIMMED, GONE, REQUESTS, lambda place, sheet: place == len(sheet.rows) - 1)
    one, other = (with_blanks(0) for _ in range(2))
    for place, path in enumerate(figure_rows(gd.Requests)[-1].paths):
        gd.put(one, f"{REQUESTS}.{path}", 0 if place < 2 else None)
        gd.put(other, f"{REQUESTS}.{path}", 0 if place in {0, 5} else None)

    text = print_report(one, TRIMMED)
    assert text == print_report(other, printer)
    assert [note.raw for note in gd.parse(text).notes] == ["四、结转下年度继续办理 | 0 | 0"]


def test_where_no_style_prints_both_heads_and_the_rows_below_all_rows_without_a_full_one_are_in_doubt() -> None:
    """Each of them ends with other bars too many, so that nobody knows where their part does."""
    truth = requests_of(*[[0, None, 0, None, None, 0, None]] * 25)
    more = {"自然人": 17, "一、": 5, "二、": 9, "三、": 14}
    lines = print_report(truth, ROWS).split("\n")
    text = "\n".join(line + "|" * more.get(line[:3], more.get(line[:2], 0)) * ("|" in line) for line in lines)

    assert len(gd.parse(text).notes) == 25


OUTCOMES: Final = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
HEADS: Final = [
    ["行政复议", "行政诉讼"],
    [*OUTCOMES, "未经复议直接起诉", "复议后起诉"],
    [*OUTCOMES, *OUTCOMES],
]
HEADS_WRITTEN_OUT: Final = [
    ["行政复议", *[""] * 4, "行政诉讼", *[""] * 9],
    [*OUTCOMES, "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4],
    [*[""] * 5, *OUTCOMES, *OUTCOMES],
]


@pytest.mark.parametrize(
    "lines",
    [
        # No bar opens the heads, and the first one of the row is that of a blank cell: |  7 | 2 | …
        [*map(closed, HEADS), closed(["", "7", *["2"] * 13])],
        # A bar opens all of them; a line of bars below has no head.
        [*map(between, HEADS), between(["", "7", *["2"] * 13]), "||||"],
        # Blank cells below 结果维持 … 总计, which reach down beside the last heads
        [*map(two_bars, HEADS_WRITTEN_OUT), two_bars(["", "7", *["2"] * 13])],
    ],
)
def test_a_blank_cell_that_begins_the_row_of_table_iv_is_one_where_all_heads_begin_alike(lines: list[str]) -> None:
    """Only where a bar opens some heads and not others can the first bar of the row be such a one."""
    above, _, below = print_report(build_report(published=None), row_a_line).partition("行政复议 | 行政诉讼 |")
    rest = below[below.index("\n五、") :]
    truth = build_report(published=None)
    truth.review_and_litigation = gd.ReviewAndLitigation.from_rows([[None, 7, *[2] * 13]])

    assert gd.parse("\n".join([f"{above}{lines[0]}", *lines[1:]]) + rest) == gd.Reading(truth)


def test_a_row_of_table_iv_without_bars_below_heads_that_have_them_is_in_doubt() -> None:
    """7    7  7 …: one gap is wider, and a blank cell stood there."""
    truth = build_report(published=None)
    truth.review_and_litigation = gd.ReviewAndLitigation.from_rows([[7, None, *[7] * 13]])
    bare = Style(bars=0, written_out=True)
    printer = in_parts(BELOW, bare, "review_and_litigation", lambda place, sheet: place == len(sheet.rows) - 1)

    assert not moved(truth, gd.parse(print_report(truth, printer)))


def test_figures_that_can_be_of_any_cell_are_no_empty_form() -> None:
    """819, somewhere in a row of table III: the report names no body, and nothing else is stated."""
    truth = gd.AnnualReport(year=2023, requests=gd.Requests.blank())
    truth.title = "2023年政府信息公开工作年度报告"
    gd.put(truth, "requests.total.outcomes.granted", 819)

    reading = gd.parse(print_report(truth, OPENED_GONE))

    assert [note.raw for note in reading.notes if note.code == "AMBIGUOUS"] == ["（一）予以公开 | 819"]


@pytest.mark.parametrize(
    ("figures", "quoted"),
    [
        ([None, 17, 9, 22, 48], []),
        ([None, 17, *[2] * 13], []),
        ([None, 17, 9, 10, 19, 55], ["17 | 9 | 10 | 19 | 55"]),
    ],
)
def test_a_blank_cell_that_begins_the_row_of_table_iv_is_in_doubt_where_sums_tell_that_it_is_none(
    figures: list[int | None], quoted: list[str]
) -> None:
    """| 17 | 9 | 10 | 19 | 55: where a bar opens it that opens none of its heads, 55 is the sum of the others."""
    truth = build_report(published=None)
    rest = [0] * (15 - len(figures))
    truth.review_and_litigation = gd.ReviewAndLitigation.from_rows([[*figures, *rest]])

    notes = gd.parse(print_report(truth, row_a_line)).notes

    assert [(note.raw or "").removesuffix(" | 0" * len(rest)) for note in notes] == quoted

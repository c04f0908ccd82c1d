"""Tables whose cells stand below each other, as programs print them that keep the layout of a page."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from support.builders import build_report
from support.printers import print_report
from support.publishing.pagetext import page_rows_aligned
from wcwidth import wcswidth

import govdisclosure as gd
from govdisclosure.errors import ReadError
from govdisclosure.formats._columns import with_bars_for_columns

if TYPE_CHECKING:
    from collections.abc import Callable

REPORT = build_report(
    published=None,
    proactive_disclosure=gd.ProactiveDisclosure.from_rows(
        [[0, None, 3], [2, 1, None], [8], [None], [5], [Decimal("0.35")]]
    ),
)
PRINTED = print_report(REPORT, page_rows_aligned)
CAPTION = "第二十条第（一）项"
HEADS = "信息内容        本年制发件数  本年废止件数  现行有效件数"
ROW = "规章            3                           5"
ROWS = [CAPTION, HEADS, ROW, "行政规范性文件  12            0             7"]
BARRED = [
    "| 第二十条第（一）项 |  |  |  |",
    "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |",
    "| 规章 | 3 |  | 5 |",
    "| 行政规范性文件 | 12 | 0 | 7 |",
]


def test_a_table_in_columns_is_read_with_its_blank_cells() -> None:
    """Blanks tell in which column each figure stands."""
    assert "规章            0                           3" in PRINTED
    assert gd.parse(PRINTED) == gd.Reading(REPORT)


def test_bars_that_stand_for_columns_count() -> None:
    """A text may not hold more of them than of those that stand there."""
    with pytest.raises(ReadError) as caught:
        gd.parse("\n".join(ROWS * 2_000))

    assert caught.value.code == "BEYOND-LIMIT"
    assert "max_bars = 20000" in str(caught.value)


def test_each_row_of_a_table_in_columns_has_a_bar_for_each() -> None:
    """Blank lines between them, and what stands around them, stay."""
    assert with_bars_for_columns(["正文。", *ROWS, "", "正文。"]) == ["正文。", *BARRED, "", "正文。"]


REMARKED = "本年处理决定数量（件）"
WRONG_HEADS = "信息内容        本年制发件数  本年制发件数  现行有效件数"
CUT_HEADS = "信息内容        本年制发件    本年废止件    现行有效件"


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        pytest.param("第二十条第（八）项", ["第二十条第（八）项", "", "", ""], id="caption"),
        pytest.param("行政处罚", ["行政处罚", "", "", ""], id="blank"),
        pytest.param("规范性文件                    4", ["规范性文件", "", "4", ""], id="other-spelling"),
        pytest.param("规(gui)章       3", ["规(gui)章", "3", "", ""], id="pinyin"),
        pytest.param("行政规范 性文件 3", ["行政规范 性文件", "3", "", ""], id="blank-within"),
        pytest.param("行政规范 性文件               3", ["行政规范 性文件", "", "3", ""], id="blank-within-alone"),
        pytest.param(f"信息内容        {REMARKED}", ["信息内容", REMARKED, "", ""], id="remark"),
        pytest.param(CUT_HEADS, CUT_HEADS.split(), id="cut-heads"),
        pytest.param(WRONG_HEADS, WRONG_HEADS.split(), id="one-head-for-another"),
    ],
)
def test_rows_of_the_form_are_in_columns(row: str, cells: list[str]) -> None:
    """However their labels are written."""
    assert with_bars_for_columns([*ROWS, row]) == [*BARRED, f"| {' | '.join(cells)} |"]


def test_the_number_of_a_page_stands_between_rows() -> None:
    """It is no row, and does not end the table."""
    rest = ["- 4 -", "行政处罚        8"]

    assert with_bars_for_columns([*ROWS, *rest]) == [*BARRED, "- 4 -", "| 行政处罚 | 8 |  |  |"]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("行政许可         8", id="beside-its-column"),
        pytest.param("行政许可                      8", id="in-another-column"),
        pytest.param("  行政许可      8", id="label-beside-its-column"),
        pytest.param("                8             9", id="no-label"),
        pytest.param("行政许可        行政许可", id="label-in-a-column-of-figures"),
        pytest.param("信息内容        现行有效件数  本年废止件数  本年制发件数", id="heads-in-another-order"),
        pytest.param("信息内容        本年制发件数  本年废止件数", id="head-missing"),
        pytest.param("规章            3             0             5             7", id="column-behind"),
        pytest.param("规章            3             0 5", id="two-figures-in-a-column"),
        pytest.param("结果维持", id="label-of-another-table"),
    ],
)
def test_blanks_tell_nothing_where_one_row_is_not_of_the_form(row: str) -> None:
    """Then nobody knows whether blanks tell the columns of the others."""
    assert with_bars_for_columns([*ROWS, row]) == [*ROWS, row]


@pytest.mark.parametrize(
    "between",
    [
        pytest.param("5", id="figure-or-number-of-a-page"),
        pytest.param("其他主动公开文件", id="other-words"),
        pytest.param("信息内容        本年          本年废止件数  现行有效件数", id="little-of-a-head"),
        pytest.param("规章" + " " * 299 + "3", id="long-line"),
    ],
)
def test_a_table_ends_at_a_line_that_is_none_of_it(between: str) -> None:
    """What stands below is another one, of too few columns here."""
    rest = ["行政处罚        8"]

    assert with_bars_for_columns([*ROWS, between, *rest]) == [*BARRED, between, *rest]


def test_blanks_tell_nothing_where_blank_cells_are_printed_as_wide_ones() -> None:
    """规章, a blank cell and 3 in the second column, which begins right below the first head."""
    printed = [HEADS.replace("        ", "  "), "规章  \u3000  3  \u3000"]

    assert with_bars_for_columns(printed) == printed


def test_blanks_tell_nothing_where_blank_cells_can_be_gone_from_all_rows() -> None:
    """Figures can stand in the first columns because those before them are gone; one row with a gap tells otherwise."""
    packed = [HEADS, "规章            3             5"]

    assert with_bars_for_columns(packed) == packed
    assert with_bars_for_columns([*packed, ROW]) == [BARRED[1], "| 规章 | 3 | 5 |  |", BARRED[2]]


def _expanded(line: str, stop: int, measure: Callable[[str], int]) -> str:
    """Give a line with blanks up to the next stop in place of each tab."""
    result = ""
    for cell in line.split("\t"):
        result += cell
        result += " " * (stop - measure(result) % stop)
    return result.rstrip()


@pytest.mark.parametrize(
    ("row", "stop", "measure"),
    [
        pytest.param("行政规范性文件\t\t\t4", 8, wcswidth, id="wide-characters"),
        pytest.param("规章\t\t3", 4, wcswidth, id="near-stops"),
        pytest.param("规章\t\t3", 4, len, id="near-stops-of-characters"),
        pytest.param("规章\t\t\t3", 8, len, id="another-column-on-a-screen"),
    ],
)
def test_blanks_in_place_of_tabs_tell_nothing_where_they_reach_below_another_head(
    row: str, stop: int, measure: Callable[[str], int]
) -> None:
    """As many tabs behind a short label as behind a long one end at another place."""
    lines = [_expanded("\t".join(HEADS.split()), stop, measure), _expanded(row, stop, measure)]

    assert with_bars_for_columns([*lines, "正文。", *ROWS]) == [*lines, "正文。", *BARRED]


def test_cells_that_begin_at_no_stop_stand_in_place_of_no_tabs() -> None:
    """Though as many stops are between them as between those of another column."""
    lines = ["信息内容          本年制发件数    本年废止件数    现行有效件数", "规章              3"]

    assert with_bars_for_columns([*lines, "正文。", *ROWS]) == [BARRED[1], "| 规章 | 3 |  |  |", "正文。", *BARRED]


def test_a_table_whose_characters_were_counted_is_in_columns() -> None:
    """On a screen, its cells begin at other places, since labels are of other lengths."""
    cells = [[text.strip() for text in row.strip("|").split("|")] for row in BARRED]
    counted = ["".join(text.ljust(9) for text in row).rstrip() for row in cells]

    assert with_bars_for_columns(counted) == BARRED


def test_figures_that_end_below_each_other_tell_nothing_without_heads() -> None:
    """3 and 12 of one column begin at two places, as those of two columns do."""
    rows = [
        "规章                        12       5",
        "行政规范性文件               3",
        "行政许可                    99",
    ]

    assert with_bars_for_columns([*rows, "正文。", *ROWS]) == [*rows, "正文。", *BARRED]


def test_one_table_with_a_gap_tells_of_the_others() -> None:
    """The same program has printed them, so that labels alone are blank rows there as well."""
    blank = [HEADS, "规章", "行政规范性文件"]
    text = "正文。"

    assert with_bars_for_columns(blank) == blank
    assert with_bars_for_columns([*blank, text, *ROWS]) == [
        BARRED[1], "| 规章 |  |  |  |", "| 行政规范性文件 |  |  |  |", text, *BARRED
    ]  # fmt: skip


OLDER = build_report(
    year=2019,
    published=None,
    cells=dict.fromkeys(["requests.natural_person.outcomes.granted", "requests.total.carried_over"]),
)
OLDER_PRINTED = print_report(OLDER, page_rows_aligned)
PARTIALLY = "（二）部分公开（区分处理的，只计这一情形，不计其他情形） 0       0"
BALANCE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"


def test_a_cell_that_is_wider_than_its_column_moves_the_next_one() -> None:
    """But one blank stands between them then; behind a label, it is the first figure that is moved."""
    assert "本年新公开数量 对外公开总数量" in OLDER_PRINTED
    assert PARTIALLY.replace(" 0 ", " 0", 1) in OLDER_PRINTED
    assert gd.parse(OLDER_PRINTED) == gd.Reading(OLDER)
    assert gd.parse(OLDER_PRINTED.replace("本年新公开数量 ", "本年新公 开数量 ")) == gd.Reading(OLDER)


def test_a_figure_that_a_label_moves_to_another_column_tells_nothing() -> None:
    """Behind a label that reaches so far, a figure of the column before would begin there as well."""
    lines = OLDER_PRINTED.split("\n")
    place = next(place for place, line in enumerate(lines) if "（二）部分公开" in line)
    begin = with_bars_for_columns(lines)
    start = lines[place].index("（二）")
    moved = [*lines]
    moved[place] = " " * start + "（二）部分公开（区分处理的，只计这一情形，不计其他情形）（含上年） 0"

    assert begin[place].startswith("|  | （二）部分公开")
    assert with_bars_for_columns(moved)[place] == moved[place]


@pytest.mark.parametrize("above", ["", f"{BALANCE}\n"], ids=["nowhere", "above-the-table"])
def test_the_note_on_the_balance_need_not_be_a_cell(above: str) -> None:
    """Some print it on a line of its own, others not at all."""
    text = OLDER_PRINTED.replace(BALANCE, " " * 2 * len(BALANCE))

    assert gd.parse(text.replace(" " * 2 * len(BALANCE), above + " " * 2 * len(BALANCE))) == gd.Reading(OLDER)


def test_a_head_alone_is_no_gap() -> None:
    """申请人情况 stands behind no blank cell where the note on the balance is nowhere."""
    lines = (
        print_report(build_report(year=2019), page_rows_aligned).replace(BALANCE, " " * 2 * len(BALANCE)).split("\n")
    )

    assert with_bars_for_columns(lines) == lines

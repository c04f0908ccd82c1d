"""Tables whose cells tabs part, as browsers, word processors and spreadsheets copy them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from support.builders import build_report
from support.printers import print_report
from support.publishing.styles import Style
from support.publishing.text import row_a_line

import govdisclosure as gd
from govdisclosure.errors import ReadError
from govdisclosure.formats._tabs import with_bars_for_tabs
from govdisclosure.model.notes import Source

REPORT = build_report(
    published=None,
    proactive_disclosure=gd.ProactiveDisclosure.from_rows(
        [[0, None, 3], [2, 1, None], [8], [None], [5], [Decimal("0.35")]]
    ),
)
COPIED = print_report(REPORT, Style(bars=0, gap="\t"))
WRITTEN_OUT = print_report(REPORT, Style(bars=0, gap="\t", written_out=True))
CAPTION = "第二十条第（五）项"
HEADS = ["信息内容\t本年制发件数\t本年废止件数\t现行有效件数", "规章\t\t1\t", "行政规范性文件\t2\t\t3"]
BARRED = ["信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数", "规章 |  | 1 | ", "行政规范性文件 | 2 |  | 3"]


@pytest.mark.parametrize("format_name", ["text", "markdown"])
@pytest.mark.parametrize("text", [COPIED, WRITTEN_OUT], ids=["spans-once", "spans-written-out"])
def test_a_copied_table_is_read_with_its_blank_cells(text: str, format_name: str) -> None:
    """As a browser copies it, and as a spreadsheet does, which fills merged cells up with blank ones."""
    assert "规章\t0\t\t3" in text
    assert gd.parse(text, format=format_name) == gd.Reading(REPORT)


def test_a_copied_table_is_read_beside_a_menu_with_bars() -> None:
    """A page that was copied as a whole has more lines than its tables."""
    assert gd.parse(f"首页 | 新闻 | 政务公开\n{COPIED}") == gd.Reading(REPORT)


@pytest.mark.parametrize(
    ("beside", "read"),
    [
        # A row that the form has not, and one of blanks, below a row of the form
        (["其他事项\t3\t0\t1"], ["其他事项 | 3 | 0 | 1"]),
        (["", "\t\t\t"], ["", " |  |  | "]),
        (["规(gui)章\t2\t\t3"], ["规(gui)章 | 2 |  | 3"]),
        (["行政许可\t"], ["行政许可 | "]),
        # No row has figures.
        (
            [CAPTION, "信息内容\t本年处理决定数量\t说明", "行政许可\t"],
            [f"{CAPTION} | ", "信息内容 | 本年处理决定数量 | 说明", "行政许可 | "],
        ),
        # What stands elsewhere is none.
        (["一、\t总体情况", "\t\t"], ["一、\t总体情况", "\t\t"]),
        (["\t本机关依法公开。", "电话：\t0000"], ["\t本机关依法公开。", "电话：\t0000"]),
        (["项目\t情况"], ["项目\t情况"]),
    ],
)
def test_rows_alone_get_bars(beside: list[str], read: list[str]) -> None:
    """Whatever other lines with tabs there are."""
    assert with_bars_for_tabs([*HEADS, *beside]) == [*BARRED, *read]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["规章\t0\t0\t0", "行政许可\t0"], id="few-labels"),
        pytest.param([*HEADS, "行政许可 | 0 | 0"], id="bars-in-the-table"),
        pytest.param([HEADS[0], "规章\t\t\t0\t0\t1", "行政规范性文件\t2\t0\t3"], id="aligned"),
        pytest.param([HEADS[0].replace("\t", "\t\t", 1), *HEADS[1:]], id="aligned-heads"),
        pytest.param([*HEADS, "规章\t5"], id="cut-off"),
        pytest.param([HEADS[0], "规章\t\t\t0\t0\t1", "", "续表", "行政规范性文件\t2\t0\t3"], id="words-between"),
    ],
)
def test_tabs_that_part_no_cells_stay(lines: list[str]) -> None:
    """Of a list, and where so many tabs stand behind a label that the next column begins below that above."""
    assert with_bars_for_tabs(lines) == lines


@pytest.mark.parametrize(
    "between", [["二、主动公开政府信息情况"], [CAPTION], ["", CAPTION], [f"{CAPTION}(xiang)"]], ids=str
)
def test_each_part_of_a_table_has_cells_of_its_own(between: list[str]) -> None:
    """The rows of one have as many, those of another can have more."""
    row, barred = "行政许可\t8\t9", "行政许可 | 8 | 9"

    barred_between = [f"{line} | " if line.startswith(CAPTION) else line for line in between]
    assert with_bars_for_tabs([*HEADS, *between, row]) == [*BARRED, *barred_between, barred]
    assert with_bars_for_tabs([*HEADS, row]) == [*HEADS, row]


LABELS = ["1.属于国家秘密", "2.重复申请", "3.其他", "（七）总计"]
ROWS = [f"{label}\t1\t\t3" for label in LABELS * 3]
SECTION = "三、收到和处理政府信息公开申请情况"


def barred(lines: list[str]) -> list[str]:
    """Put a bar in place of each tab."""
    return [line.replace("\t", " | ") for line in lines]


@pytest.mark.parametrize(
    "row", [pytest.param("2.重复申请\t1\t3", id="lost"), pytest.param("2.重复申请\t1\t\t\t3", id="put-in")]
)
def test_one_row_of_many_can_have_other_cells(row: str) -> None:
    """Its tabs stay, since nobody knows which is lost, or one too many; two such rows of fourteen are too many."""
    assert with_bars_for_tabs([*ROWS, row]) == [*barred(ROWS), row]
    assert with_bars_for_tabs([*ROWS, row, row]) == [*ROWS, row, row]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("（三）不予公开\t1.属于国家秘密\t1\t\t3", id="two-labels"),
        pytest.param("1\t1.属于国家秘密\t\t\t", id="number"),
        pytest.param("（三）不予公开\t1.属于国家秘密\t1\t见附件\t", id="remark"),
    ],
)
def test_rows_have_as_many_cells_behind_their_labels(row: str) -> None:
    """What stands before a label, or behind the figures, does not count."""
    assert with_bars_for_tabs([*ROWS, *[row] * 3]) == barred([*ROWS, *[row] * 3])


def test_beside_tables_of_aligned_columns_few_rows_tell_too_little() -> None:
    """Of one row, nobody knows whether its tabs align it, too; of twelve, one would be odd."""
    aligned = ["规章\t\t\t0\t0\t1", "行政规范性文件\t2\t0\t3"]
    cases = ["结果维持\t结果纠正\t其他结果\t尚未审结\t总计", "1\t\t0\t0\t1"]
    below = ["四、政府信息公开行政复议、行政诉讼情况", *cases]

    assert with_bars_for_tabs([*aligned, SECTION, *ROWS, *below]) == [*aligned, SECTION, *barred(ROWS), *below]
    assert with_bars_for_tabs([SECTION, *ROWS, *below]) == barred([SECTION, *ROWS, *below])


def test_a_section_with_bars_is_told_apart_from_others() -> None:
    """Of its lines, tabs are blanks; those of others part cells."""
    own = ["规章 | 0 | 0 | 1", "行政许可\t8"]

    assert with_bars_for_tabs([*own, SECTION, *ROWS]) == [*own, SECTION, *barred(ROWS)]
    assert with_bars_for_tabs([*own, f"{SECTION}(kuang)", *ROWS]) == [*own, f"{SECTION}(kuang)", *barred(ROWS)]


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        ([CAPTION, *HEADS], [f"{CAPTION} | ", *BARRED]),
        ([f"{CAPTION}(xiang)", *HEADS], [f"{CAPTION}(xiang) | ", *BARRED]),
        ([*HEADS, "", CAPTION, CAPTION], [*BARRED, "", f"{CAPTION} | ", f"{CAPTION} | "]),
        # Other words stand between.
        ([CAPTION, "情况如下：", *HEADS, "见附件", CAPTION], [CAPTION, "情况如下：", *BARRED, "见附件", CAPTION]),
        # The cells of a row can be lost.
        ([*HEADS, "行政许可"], [*BARRED, "行政许可"]),
    ],
)
def test_captions_beside_rows_are_of_their_table(lines: list[str], read: list[str]) -> None:
    """They are cells over all columns, behind which nobody copies a tab."""
    assert with_bars_for_tabs(lines) == read


def test_captions_have_as_many_bars_as_cells_have_tabs() -> None:
    """Some put two tabs between all cells; of a hundred, captions need not have as many."""
    assert with_bars_for_tabs([CAPTION, *(line.replace("\t", "\t\t") for line in HEADS)])[0] == f"{CAPTION} |  | "
    assert with_bars_for_tabs([CAPTION, *(line.replace("\t", "\t" * 100) for line in HEADS)])[0] == f"{CAPTION} |  | "


def test_a_block_whose_head_has_a_unit_is_of_its_table() -> None:
    """One row below 本年处理决定数量（件） was text of the section."""
    assert gd.parse(COPIED.replace("本年处理决定数量", "本年处理决定数量（件）")) == gd.Reading(REPORT)


def test_cells_of_several_lines_stand_on_the_first() -> None:
    """A spreadsheet puts quotation marks around them, and doubles those within."""
    lines = ['"示例局\n2022年报"\t\t', '信息内容\t"本年\n制发件数"\t"本年废止\n件数"\t现行有效件数', *HEADS[1:]]
    last = ['"行政\n强制"\t"注""一"""', '"放管服"改革', '"双随机', '一公开"检查']

    assert with_bars_for_tabs("\n".join([*lines, *last]).split("\n")) == [
        *("示例局2022年报\t\t", ""),
        *(BARRED[0], "", "", *BARRED[1:]),
        *('行政强制 | 注"一"', "", '"放管服"改革'),
        *('"双随机', '一公开"检查'),
    ]


def test_a_quotation_mark_that_is_never_closed_joins_nothing() -> None:
    """It is no sign of a cell then."""
    lines = [*HEADS, '行政许可\t"8', *map(str, range(30))]

    assert with_bars_for_tabs(lines) == [*BARRED, '行政许可 | "8', *map(str, range(30))]


def test_lines_keep_their_numbers() -> None:
    """Those of a cell count."""
    printed = COPIED.replace("规章\t0", '"规\n章"\t零点')

    (note,) = gd.parse(printed).notes

    assert note.source == Source(line=next(n for n, line in enumerate(printed.split("\n"), 1) if line == '"规'))


def test_a_text_with_too_many_tabs_is_refused() -> None:
    """They count as the bars that they become."""
    with pytest.raises(ReadError) as caught:
        gd.parse("\n".join([COPIED, *["规章" + "\t" * 1_000] * 20]))

    assert caught.value.code == "BEYOND-LIMIT"
    assert "max_bars = 20000" in str(caught.value)


def test_rows_with_bars_are_read_as_ever() -> None:
    """Tabs beside them are blanks."""
    assert gd.parse(print_report(REPORT, row_a_line).replace(" | ", "\t|\t")) == gd.Reading(REPORT)

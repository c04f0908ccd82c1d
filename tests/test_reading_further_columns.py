"""Columns that the form has not, in text: a row that prints one figure too few can hold one of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from attrs import evolve
from support.builders import build_report
from support.printers import print_report
from support.publishing.sheets import Cell
from support.publishing.text import Line, cell_a_line, row_a_line_padded

import govdisclosure as gd
from govdisclosure.form.blocks import Block, Grid, Paragraph
from govdisclosure.form.grids import figure_rows
from govdisclosure.reading.page.loose import gathered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from support.publishing.sheets import Sheet
    from support.publishing.text import Printer

    from govdisclosure.model.values import CellValue

RESULTS: Final = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
REVIEW: Final = [f"review_and_litigation.{path}" for path in figure_rows(gd.ReviewAndLitigation)[0].paths]
FIGURES: Final = "0 1 4 0 5 1 1 4 1 7 2 1 1 1 5"
CELLS: Final[dict[str, CellValue]] = dict(zip(REVIEW, map(int, FIGURES.split()), strict=True))
REPORT: Final = build_report(published=None, cells=CELLS)


def page_text(sheet: Sheet, _: Random) -> Iterator[Line]:
    """Print a row a line, single blanks between its cells; what is blank leaves nothing."""
    return (Line(" ".join(cell.text for cell in row if cell.text)) for row in sheet.rows)


PAGE: Final = print_report(REPORT, page_text)


def read(*changes: tuple[str, str]) -> gd.Reading:
    """Read the page with other lines in it."""
    page = PAGE
    for old, new in changes:
        assert old in page
        page = page.replace(old, new)
    return gd.parse(page)


def told(reading: gd.Reading) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Give the notes of a reading."""
    return [(note.code, note.paths, note.raw) for note in reading.notes]


def with_cells(cells: dict[str, CellValue]) -> gd.AnnualReport:
    """Give the report with other figures."""
    return build_report(published=None, cells=CELLS | cells)


# Table IV


def in_rows(row: str = FIGURES, first: str = "行政复议 行政诉讼", lowest: str = " ".join(RESULTS * 2)) -> str:
    """Print table IV, a row a line."""
    return "\n".join([first, " ".join([*RESULTS, "未经复议直接起诉", "复议后起诉"]), lowest, row])


def in_cells(row: str, *first: str) -> str:
    """Print table IV, a cell a line, the heads of its first row in these words."""
    return "\n".join([*first, *RESULTS, "未经复议直接起诉", "复议后起诉", *RESULTS * 2, *row.split()])


def in_bars(row: str, before: Sequence[str] = (), behind: Sequence[str] = ()) -> str:
    """Print table IV in bars, with all its heads on one line."""
    return "\n".join([" | ".join(["", *before, *RESULTS * 3, *behind, ""]), f"| {row} |"])


@pytest.mark.parametrize(
    ("table", "row"),
    [
        # 2021 stands below 年度, and one of fifteen cells is blank.
        (in_rows(row := "2021 1 4 0 5 1 1 4 1 7 2 1 1 1 5", "年度 行政复议 行政诉讼"), row),
        (in_cells(row, "年度", "行政复议", "行政诉讼"), row),
        # 1 below 序号 adds up with what stands beside it.
        (in_rows(row := "1 0 0 0 1 0 0 0 0 0 0 0 0 0 0", "序号 行政复议 行政诉讼"), row),
        (in_cells(row, "序号", "行政复议", "行政诉讼"), row),
        # So can a sum behind, which is not left blank.
        (in_rows(FIGURES, "行政复议 行政诉讼 诉讼合计"), FIGURES),
        (in_cells(FIGURES, "行政复议", "诉讼合计", "行政诉讼"), FIGURES),
        # A remark, where the figures do not add up
        (in_rows(row := "0 1 4 5 1 1 4 1 7 2 1 1 1 5 3", "行政复议 行政诉讼 备注"), row),
        (in_cells(row, "行政复议", "行政诉讼", "备注"), row),
        (in_cells(row, "行政复议", "行政诉讼", "备注").replace("\n", "\n\n"), row),
        (in_bars(row.replace(" ", " | "), behind=["备注"]), row),
        (in_rows(row, "行政复议 行政诉讼 备注", " ".join([*RESULTS, "结果改变", *RESULTS])), row),
        # +3 is no count.
        (in_rows(row := "0 1 4 0 5 1 1 4 1 7 2 1 1 1 +3", "行政复议 行政诉讼 备注"), row),
        # Below a head that leads, or stands among the others, bars do not tell which column is left out.
        (
            in_bars("3 | 0 |  | 4 | 0 | 5 | 1 | 1 | 4 | 1 | 7 | 2 | 1 | 1 | 1 | 5 |", ["备注"]),
            "3 0 4 0 5 1 1 4 1 7 2 1 1 1 5",
        ),
        (
            in_bars("0 | 1 |  |  | 5 |  |  |  |  |  | 2 |  |  |  | 6 |  |").replace(
                "总计 | 结果", "总计 | 结果改变 | 结果", 1
            ),
            "0 1 5 2 6",
        ),
        (in_bars("2021 | 1 |  |  | 5 |  |  |  |  |  | 2 |  |  |  | 6 |", ["年度"]), "2021 1 5 2 6"),
    ],
)
def test_the_row_of_table_four_is_left_out_whose_figures_can_be_of_a_further_column(table: str, row: str) -> None:
    """Fifteen figures below sixteen heads: nobody knows which of the cells is blank."""
    reading = read((in_rows(), table))

    assert told(reading) == [("UNPLACED", tuple(REVIEW), row.replace(" ", " | "))]
    assert reading.report == with_cells(dict.fromkeys(REVIEW))


@pytest.mark.parametrize(
    "table",
    [
        # No remark is printed, and all adds up.
        in_rows(FIGURES, "行政复议 行政诉讼 备注"),
        in_cells(FIGURES, "行政复议", "行政诉讼", "备注"),
        # What stands below 项目 is a label, or nothing.
        in_rows(FIGURES, "项目 行政复议 行政诉讼"),
        in_rows(f"件数 {FIGURES}", "项目 行政复议 行政诉讼"),
        in_rows(FIGURES, "序号 行政复议 行政诉讼"),
    ],
)
def test_the_row_of_table_four_is_read_where_nothing_stands_in_the_further_column(table: str) -> None:
    """Fifteen figures that add up are those of the form."""
    reading = read((in_rows(), table))

    assert reading.report == REPORT


@pytest.mark.parametrize(
    "first",
    [
        "行政复议 行政诉讼",
        "行政复议情况 行政诉讼",
        "行政复议（件） 行政诉讼",
        "行政复议 行政诉讼 单位：件",
        "行政复议 行政诉讼 政府信息公开的案件类型",
    ],
)
def test_without_a_further_head_figures_stand_as_they_are_printed(first: str) -> None:
    """However they add up: a head in other words, a unit or a caption is the head of no further column."""
    reading = read((in_rows(), in_rows("0 1 4 0 6 1 1 4 1 7 2 1 1 1 5", first)))

    assert reading.report == with_cells({REVIEW[4]: 6})


WRONG_SUM: Final = "0 1 4 0 6 1 1 4 1 7 2 1 1 1 5"


@pytest.mark.parametrize(
    "table",
    [
        # Of 项目, 件数 is what stands below.
        in_rows(f"件数 {WRONG_SUM}", "项目 行政复议 行政诉讼"),
        # 案件撤回 stands in the place of a head of the form.
        in_rows(WRONG_SUM, lowest=" ".join([*RESULTS[:2], "案件撤回", *RESULTS[3:], *RESULTS])),
        # 情况说明 is a line of its own between lines of several heads.
        in_rows(WRONG_SUM, "行政复议 行政诉讼\n案情"),
    ],
)
def test_what_is_no_head_of_a_figure_leaves_a_wrong_sum_as_it_is_printed(table: str) -> None:
    """A head above labels, one in the place of another, or a line between the heads."""
    reading = read((in_rows(), table))

    assert [gd.get(reading.report, path) for path in REVIEW] == list(map(int, WRONG_SUM.split()))


def test_a_remark_behind_a_row_with_a_label_can_be_a_figure_of_it() -> None:
    """件数 stands below 项目, 3 below 备注 or below 总计."""
    row = "0 1 4 5 1 1 4 1 7 2 1 1 1 5 3"

    reading = read((in_rows(), in_rows(f"件数 {row}", "项目 行政复议 行政诉讼 备注")))

    assert [gd.get(reading.report, path) for path in REVIEW] == [None] * 15


def test_one_below_a_head_that_numbers_no_rows_is_a_figure() -> None:
    """1 below 序号 numbers the row; 项目 does not say so."""
    row = "1 0 0 0 1 0 0 0 0 0 0 0 0 0 0"

    reading = read((in_rows(), in_rows(row, "项目 行政复议 行政诉讼")))

    assert [gd.get(reading.report, path) for path in REVIEW] == list(map(int, row.split()))


def test_bars_tell_the_blank_cell_of_a_remark() -> None:
    """Behind the others, the column of remarks is the last."""
    reading = read((in_rows(), in_bars("0 |  | 4 | 0 | 6 | 1 | 1 | 4 | 1 | 7 | 2 | 1 | 1 | 1 | 5 | ", behind=["备注"])))

    assert reading == gd.Reading(with_cells({REVIEW[1]: None, REVIEW[4]: 6}))


def test_a_caption_a_line_above_the_heads_is_none_of_them() -> None:
    """On a line of its own above a line of several."""
    table = in_rows("0 1 4 0 6 1 1 4 1 7 2 1 1 1 5", "案件情况\n行政复议 行政诉讼")
    report = with_cells({REVIEW[4]: 6})
    assert report.review_and_litigation is not None
    report.review_and_litigation.notes = ["案件情况"]

    assert read((in_rows(), table)) == gd.Reading(report)


def texts(block: Block) -> list[str]:
    """Give the texts of a table."""
    assert isinstance(block, Grid)
    return [cell.text for row in block.rows for cell in row]


def test_the_head_that_leads_a_table_of_a_cell_a_line_is_of_the_table() -> None:
    """年度 right above its first head; the last line of another table is none of this one."""
    lines = in_cells(FIGURES, "行政复议", "行政诉讼").splitlines()

    (leading,) = gathered(map(Paragraph, ["年度", *lines]))
    own, below = gathered(map(Paragraph, [*lines, "年度"]))
    above, other = gathered(map(Paragraph, ["案件", *lines]))

    assert [texts(table) for table in (leading, own, other)] == [["年度", *lines], lines, lines]
    assert (below, above) == (Paragraph("年度"), Paragraph("案件"))


# Table III


def paths_of(label: str) -> tuple[str, ...]:
    """Give the cells of a row of table III, by a piece of its label."""
    (row,) = [row for row in figure_rows(gd.Requests) if label in row.labels[-1]]
    return tuple(f"requests.{path}" for path in row.paths)


OPENED: Final = "申请人情况\n自然人"
WITH_REMARKS: Final = (OPENED, "申请人情况 备注\n自然人")
WITH_CHANGES: Final = (OPENED, "申请人情况 同比增减\n自然人")


@pytest.mark.parametrize("heads", [WITH_REMARKS, WITH_CHANGES, (OPENED, "上年总计 申请人情况\n自然人")])
@pytest.mark.parametrize("figures", ["0 0 0 0 0 0 3", "0 0 0 0 0 0 -2", "0 0 0 0 0 -2"])
def test_a_row_of_table_three_is_left_out_whose_total_is_not_the_sum(heads: tuple[str, str], figures: str) -> None:
    """Seven figures below eight heads: the last can be a remark, and one of the others blank."""
    reading = read(heads, ("2.重复申请 0 0 0 0 0 0 0", f"2.重复申请 {figures}"))

    quoted = f"2.重复申请 | {figures.replace(' ', ' | ')}"
    assert told(reading) == [("UNPLACED", paths_of("2.重复申请"), quoted)]
    assert reading.report == with_cells(dict.fromkeys(paths_of("2.重复申请")))


def test_an_unreadable_figure_says_nothing_of_the_sum() -> None:
    """It alone is left blank, also below heads with a further one."""
    reading = read(WITH_REMARKS, ("2.重复申请 0 0 0 0 0 0 0", "2.重复申请 0 0 0 0 0 0 x"))

    assert told(reading) == [("CELL-UNREADABLE", paths_of("2.重复申请")[-1:], "x")]
    assert reading.report == with_cells({paths_of("2.重复申请")[-1]: None})


def test_without_a_further_head_a_wrong_total_stands_as_it_is_printed() -> None:
    """A check says that it is wrong."""
    reading = read(("2.重复申请 0 0 0 0 0 0 0", "2.重复申请 0 0 0 0 0 0 3"))

    assert reading == gd.Reading(with_cells({paths_of("2.重复申请")[-1]: 3}))


def with_remarks(sheet: Sheet, place: int, remark: str = "") -> Sheet:
    """Print a column of remarks before or behind the figures of table III."""
    if sheet.section != "requests":
        return sheet
    rows: list[tuple[Cell, ...]] = []
    for row in sheet.rows:
        at = place if place < 0 else len(row)
        own = remark if any("重复申请" in cell.text for cell in row) else ""
        rows.append((*row[:at], Cell(own), *row[at:]) if row[-1].is_figure else row)
    at = 1 if place < 0 else len(rows[0])
    rows[0] = (*rows[0][:at], Cell("备注", rows=3), *rows[0][at:])
    return evolve(sheet, rows=tuple(rows))


@pytest.mark.parametrize("printer", [row_a_line_padded, cell_a_line])
def test_bars_tell_that_no_remark_stands_behind_a_wrong_total(printer: Printer) -> None:
    """Each row has the bar of its blank remark."""
    report = with_cells({paths_of("2.重复申请")[-1]: 3})

    printed = print_report(report, lambda sheet, rng: printer(with_remarks(sheet, 0), rng))

    assert gd.parse(printed) == gd.Reading(report)


def test_bars_do_not_tell_whether_a_remark_stands_before_the_figures() -> None:
    """A row that has one, and a blank, has as many figures as the form."""
    repeated = paths_of("2.重复申请")
    report = with_cells({repeated[1]: None})

    printed = print_report(report, lambda sheet, rng: row_a_line_padded(with_remarks(sheet, -7, "3"), rng))

    assert ("UNPLACED", repeated, "2.重复申请 | 3 | 0 | 0 | 0 | 0 | 0 | 0") in told(gd.parse(printed))


def test_a_head_in_another_word_is_no_further_one() -> None:
    """公民 is 自然人."""
    reading = read(("自然人 法人", "公民 法人"), ("2.重复申请 0 0 0 0 0 0 0", "2.重复申请 0 0 0 0 0 0 3"))

    assert reading.report == with_cells({paths_of("2.重复申请")[-1]: 3})


def test_a_row_of_its_own_is_none_of_the_form() -> None:
    """Below a further head, it is quoted as elsewhere."""
    own = "本地自设的事项 0 0 0 0 0 0 3"

    reading = read(WITH_REMARKS, ("3.要求提供公开出版物", f"{own}\n3.要求提供公开出版物"))

    assert reading.report == REPORT
    assert told(reading) == [("UNPLACED", (), own.replace(" ", " | "))]


TABLE_THREE: Final = PAGE[PAGE.index("（本列数据") : PAGE.index("四、政府信息公开行政复议")].rstrip()


@pytest.mark.parametrize(("last", "first"), [("12%", "12%"), ("+3", "7"), ("7", "12%")])
def test_where_most_rows_have_a_figure_too_many_all_are_left_out(last: str, first: str) -> None:
    """One of seven noughts can be that of the eighth column, which is seldom blank."""
    more = [line for line in TABLE_THREE.splitlines()[3:] if line[-1:].isdecimal() and "重复申请" not in line]
    longer = TABLE_THREE
    for number, line in enumerate(more):
        longer = longer.replace(line, f"{line} {first if number % 2 else last}")

    reading = read((TABLE_THREE, longer.replace(*WITH_CHANGES)))

    unplaced = {path for note in reading.notes if note.code == "UNPLACED" for path in note.paths}
    assert unplaced >= set(paths_of("2.重复申请"))
    assert reading.report == with_cells(
        dict.fromkeys(f"requests.{path}" for row in figure_rows(gd.Requests) for path in row.paths)
    )


# Table II


RULES: Final = tuple(f"proactive_disclosure.rules.{name}" for name in ("issued", "repealed", "in_force"))
DOCUMENTS: Final = tuple(path.replace("rules", "normative_documents") for path in RULES)
HEADS: Final = "信息内容 本年制发件数 本年废止件数 现行有效件数"


@pytest.mark.parametrize("head", ["本年修改件数", "上年制发件数", "其中：联合发文"])
def test_rows_of_table_two_below_a_further_head_of_figures_are_left_out(head: str) -> None:
    """Of three figures below four heads, one can be that of the further column; the other blocks are read."""
    reading = read((HEADS, HEADS.replace("现行", f"{head} 现行")))

    expected = [("UNPLACED", RULES, "规章 | 0 | 0 | 0"), ("UNPLACED", DOCUMENTS, "行政规范性文件 | 2 | 0 | 4")]
    assert [note for note in told(reading) if note[0] == "UNPLACED"] == expected
    assert reading.report == with_cells(dict.fromkeys((*RULES, *DOCUMENTS)))


@pytest.mark.parametrize(
    "heads",
    [
        f"{HEADS} 备注",
        f"序号 {HEADS}",
        HEADS.replace("信息内容", "文件类别"),
        f"{HEADS}（单位：件）",
        f"{HEADS} 单位：件",
        f"{HEADS} 件数",
        HEADS.replace("废止件数", "废止数"),
    ],
)
def test_rows_of_table_two_are_read_below_other_words(heads: str) -> None:
    """Of remarks, numbers, labels and units nothing stands among the figures."""
    page = (HEADS, heads) if "文件类别" not in heads else ("信息内容", "文件类别")

    assert read(page).report == REPORT


def test_beside_a_further_head_a_unit_above_other_rows_is_none() -> None:
    """Only rows of the block that has the further head are left out."""
    reading = read((HEADS, f"{HEADS} 本年修改件数"), ("信息内容 本年处理决定数量", "信息内容 本年处理决定数量 （件）"))

    assert reading.report == with_cells(dict.fromkeys((*RULES, *DOCUMENTS)))


def test_a_head_of_figures_before_those_of_the_form_is_a_further_one() -> None:
    """Behind 信息内容, it is none of labels."""
    reading = read((HEADS, HEADS.replace("本年制发", "修改件数 本年制发")))

    assert reading.report == with_cells(dict.fromkeys((*RULES, *DOCUMENTS)))


@pytest.mark.parametrize("label", ["规章（县级无此项）", "规章5"])
def test_the_label_of_a_row_is_no_head_above_the_next(label: str) -> None:
    """With a remark behind it, or a figure on it."""
    reading = read(("规章 0 0 0", label))

    assert [gd.get(reading.report, path) for path in DOCUMENTS] == [2, 0, 4]


@pytest.mark.parametrize("remark", ["含2021年前", "见注1", "含上年2件"])
@pytest.mark.parametrize("behind", ["", " 备注"])
def test_a_remark_that_tells_a_number_is_no_figure(remark: str, behind: str) -> None:
    """A row that has lost a blank has a remark in the place of its last figure: it is left out, as in table III."""
    reading = read((HEADS, f"{HEADS}{behind}"), ("行政规范性文件 2 0 4", f"行政规范性文件 2 4 {remark}"))

    assert told(reading) == [("UNPLACED", DOCUMENTS, f"行政规范性文件 | 2 | 4 | {remark}")]
    assert reading.report == with_cells(dict.fromkeys(DOCUMENTS))


@pytest.mark.parametrize("figure", ["约2", "共12件", "x", "约13万元"])
def test_a_damaged_figure_leaves_its_own_cell_blank(figure: str) -> None:
    """However it is damaged, it is the last of three."""
    reading = read(("行政规范性文件 2 0 4", f"行政规范性文件 2 0 {figure}"))

    assert told(reading) == [("CELL-UNREADABLE", DOCUMENTS[2:], figure)]
    assert reading.report == with_cells({DOCUMENTS[2]: None})

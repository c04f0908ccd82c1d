"""What a table prints stands in a cell, or in a note that names the cells it can be of, as it was printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from support.builders import build_report
from support.grids import read_foreign
from support.printers import print_report
from support.publishing.text import cell_a_line_bare, row_a_line

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.vocabulary.units import other_unit

if TYPE_CHECKING:
    from support.grids import Markup

REPORT: Final = build_report(published=None)
PRINTED: Final = print_report(REPORT, row_a_line)
BARE: Final = print_report(REPORT, cell_a_line_bare)
LICENSED: Final = build_report(published=None, cells={"proactive_disclosure.licensing.decisions": 8})
LINES: Final = BARE.split("\n")
RECEIVED: Final = "一、本年新收政府信息公开申请数量"
PETITIONS: Final = "1.信访举报投诉类申请"
IV: Final = "review_and_litigation"
NOUGHTS: Final = " | ".join("0" * 15)


def row(name: str) -> tuple[str, ...]:
    """Give the paths of a row of table III."""
    return tuple(cell.path for cell in gd.cells(REPORT) if cell.path.startswith("req") and cell.path.endswith(name))


def table(section: str) -> tuple[str, ...]:
    """Give the paths of a table."""
    return tuple(cell.path for cell in gd.cells(REPORT) if cell.path.startswith(f"{section}."))


def notes_of(reading: gd.Reading) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Give the notes of a reading: code, paths, raw text."""
    return [(note.code, note.paths, note.raw) for note in reading.notes]


def parsed(content: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Give the notes of the reading of a text."""
    return notes_of(gd.parse(content))


def with_cell(row_of: str, place: int, text: str) -> Markup:
    """Change a cell beside the label of a row."""

    def grid_with(grid: Grid) -> Grid:
        rows = list(grid.rows)
        for number, cells in enumerate(rows):
            label = next((at for at, cell in enumerate(cells) if cell.text == row_of), None)
            if label is not None:
                changed = list(cells)
                changed[label + place] = GridCell(text)
                rows[number] = tuple(changed)
        return Grid(tuple(rows))

    return grid_with


def bare_with(label: str, place: int, text: str) -> str:
    """Change a cell behind a label in a text with a cell a line."""
    cells = [at for at, line in enumerate(LINES) if line.strip()]
    begin = next(number for number, at in enumerate(cells) if LINES[at] == label)
    lines = list(LINES)
    lines[cells[begin + place]] = text
    return "\n".join(lines)


@pytest.mark.parametrize("text", ["总计：12", "总计12件", "商业企业3", "（自然人）40", "其他: 2", "12总计"])
def test_a_head_with_a_figure_in_a_cell_is_a_cell(text: str) -> None:
    """It cannot be read, and is quoted."""
    reading = read_foreign(REPORT, with_cell(RECEIVED, 7, text))

    assert notes_of(reading) == [("CELL-UNREADABLE", ("requests.total.newly_received",), text)]


@pytest.mark.parametrize("text", ["总计：12", "商业企业3", "（自然人）40", "其他: 2"])
def test_a_head_with_a_figure_in_a_cell_of_a_text_leaves_its_row_in_doubt(text: str) -> None:
    """It can be a remark behind the figures."""
    line = PRINTED.replace("0 | 12 |\n二、上年", f"0 | {text} |\n二、上年")

    assert parsed(line) == [("UNPLACED", row(".newly_received"), f"{RECEIVED} | 12 | 0 | 0 | 0 | 0 | 0 | {text}")]


def test_the_row_of_table_iv_can_begin_with_a_head_and_a_figure() -> None:
    """结果维持1 | 0 | 0 | … is a row, and no row of heads."""
    line = PRINTED.replace(f"{NOUGHTS} |", f"结果维持1{NOUGHTS[1:]} |")

    assert parsed(line) == [("UNPLACED", table(IV), f"结果维持1{NOUGHTS[1:]}")]


def test_the_numbers_of_columns_in_heads_are_no_figures() -> None:
    """Be they in brackets behind the heads, or with a point in front of them."""
    behind = PRINTED.replace("科研机构 |", "科研机构（3） |")
    before = PRINTED.replace("科研机构 |", "3.科研机构 |")

    assert gd.parse(behind).report == gd.parse(before).report == REPORT


@pytest.mark.parametrize("head", ["总计（3）", "总计①", "总计²", "5.总计", "5、总计"])
def test_numbers_and_marks_of_heads_of_table_iv_with_a_cell_a_line_are_no_figures(head: str) -> None:
    """总计① is a head with the mark of a remark below the table."""
    assert gd.parse(BARE.replace("\n总计\n", f"\n{head}\n")) == gd.parse(BARE)


@pytest.mark.parametrize("printed", [PRINTED, BARE])
def test_a_label_can_break_before_its_closing_bracket(printed: str) -> None:
    """（七 / ） / 总计."""
    assert gd.parse(printed.replace("（七）总计", "（七\n）\n总计")) == gd.parse(printed)


@pytest.mark.parametrize(
    ("figures", "code"),
    [(["0"] * 15, "LABEL-ODD"), (["0", *[""] * 14], "LABEL-ODD"), ([""] * 15, "UNPLACED")],
    ids=["filled", "with blank cells", "blank"],
)
def test_a_figure_with_the_mark_of_a_remark_before_the_row_of_table_iv_is_in_its_note(
    figures: list[str], code: str
) -> None:
    """1② | 0 | 0 | …: as the label of the row, or, where nothing is behind it, as a cell that nobody knows."""

    def with_mark(grid: Grid) -> Grid:
        is_of_reviews = any(cell.text == "结果维持" for cells in grid.rows for cell in cells)
        marked = tuple(map(GridCell, ("1②", *figures)))
        return Grid((*grid.rows[:-1], marked)) if is_of_reviews else grid

    assert notes_of(read_foreign(REPORT, with_mark)) == [(code, table(IV), "1②")]


def test_the_label_of_a_row_is_no_head_with_a_figure() -> None:
    """3  .其他 is that of the last row under （六）, also with blanks in its number."""
    assert gd.parse(PRINTED.replace("3.其他 |", "3  .其他 |")) == gd.Reading(REPORT)
    assert gd.parse(PRINTED.replace("3.其他 |", "3其他 |")) == gd.Reading(REPORT)


def test_words_in_every_cell_leave_each_row_noted_with_them() -> None:
    """规章 | 制发0件 | 废止0件 | 现行有效0件 is a row of three cells."""
    rules = tuple(path for path in table("proactive_disclosure") if ".rules." in path)
    line = PRINTED.replace("规章 | 0 | 0 | 0 |", "规章 | 制发0件 | 废止0件 | 现行有效0件 |")

    assert parsed(line) == [("UNPLACED", rules, "规章 | 制发0件 | 废止0件 | 现行有效0件")]


@pytest.mark.parametrize("stroke", ["— ", "—", "/ ", "无 "])
def test_a_stroke_before_the_next_label_is_the_last_figure_of_the_row(stroke: str) -> None:
    """The bar between two rows on a line is lost: … | 0 | — 2.重复申请 | 0 | …."""
    noughts = " | ".join("0" * 6)
    one_line = PRINTED.replace(f"{noughts} | 0 |\n2.重复申请", f"{noughts} | {stroke}2.重复申请")
    reading = gd.parse(one_line)
    inferred = [note for note in notes_of(reading) if note[0] == "INFERRED"]

    assert inferred == [("INFERRED", row(".petition_or_complaint"), f"{PETITIONS} | {noughts} | {stroke.strip()}")]
    assert gd.get(reading.report, "requests.total.outcomes.not_processed.petition_or_complaint") is gd.NA


def test_a_row_that_lacks_no_figure_takes_no_stroke_from_the_next_label() -> None:
    """… | 0 | 0 | — 2.重复申请 has seven figures before the stroke."""
    one_line = PRINTED.replace("0 |\n2.重复申请", "0 | — 2.重复申请")

    assert gd.parse(one_line) == gd.Reading(REPORT)


@pytest.mark.parametrize("text", ["十二", "见附件", "待核实", "结果维持1"])
def test_words_that_end_a_row_are_in_its_note(text: str) -> None:
    """With a cell a line, they stand where its last cell is due."""
    words = [note for note in parsed(bare_with(RECEIVED, 7, text)) if text in (note[2] or "")]

    assert words == [("UNPLACED", row(".newly_received"), f"{RECEIVED} | 12 | 0 | 0 | 0 | 0 | 0 | {text}")]


def test_rows_that_the_form_has_not_are_noted_each_where_an_extractor_drops_what_stands_twice() -> None:
    """Neither is taken for words within the other: 自设事项 | 13 above 另设事项 | 15."""
    above = BARE.replace("行政许可\n", "自设事项\n13\n另设事项\n15\n行政许可\n")
    once = "\n".join(dict.fromkeys(above.split("\n")))
    unknown = [note for note in parsed(once) if "事项 |" in (note[2] or "")]

    assert unknown == [("UNPLACED", (), "自设事项 | 13"), ("UNPLACED", (), "另设事项 | 15")]


@pytest.mark.parametrize("sign", ["×", "〃", "√"])
def test_a_sign_below_the_last_head_of_table_iv_is_its_first_cell(sign: str) -> None:
    """It is no part of the head, and stands in the note on the row."""
    assert parsed(bare_with("复议后起诉", 11, sign)) == [("UNPLACED", table(IV), f"{sign}{NOUGHTS[1:]}")]


def test_a_figure_on_the_line_of_the_last_head_leaves_the_row_of_table_iv_in_doubt() -> None:
    """总计: 46件, which can be one cell, in a table with a cell a line."""
    assert parsed(bare_with("复议后起诉", 11, "总计: 46件")) == [("UNPLACED", table(IV), f"46件{NOUGHTS[1:]}")]


@pytest.mark.parametrize(("first", "second"), [("上年", "本年"), ("2020年", "2021年")])
def test_two_labelled_rows_of_table_iv_are_noted_with_its_cells(first: str, second: str) -> None:
    """Which of them is the row of the form, nobody knows, and no note is blank."""
    lines = f"{first} | {NOUGHTS} |\n{second} | {NOUGHTS} |\n"

    assert parsed(PRINTED.replace(f"{NOUGHTS} |\n", lines)) == [
        ("UNPLACED", table(IV), f"{first} | {NOUGHTS}"),
        ("UNPLACED", table(IV), f"{second} | {NOUGHTS}"),
    ]


@pytest.mark.parametrize("bar", ["|", "｜"])
def test_bars_without_blanks_part_blank_cells(bar: str) -> None:
    """12||||||12| has seven cells."""
    report = build_report(published=None, cells={cell.path: None for cell in gd.cells(REPORT) if cell.value == 0})

    assert gd.parse(print_report(report, row_a_line).replace(" | ", "|").replace(" |", "|").replace("|", bar)) == (
        gd.Reading(report)
    )


def test_the_number_of_a_page_in_a_table_is_no_figure() -> None:
    """Where no row lacks its figures."""
    assert gd.parse(PRINTED.replace("3.危及", "4 / 8\n3.危及")) == gd.parse(PRINTED)


@pytest.mark.parametrize("line", ["4 | / | 8", "4 | / | 8 |", "4|/|8|", "自设事项 4 / 8"])
def test_what_would_be_the_number_of_a_page_is_a_row_with_bars_or_a_label(line: str) -> None:
    """Nobody knows it, and it is noted."""
    raw = " | ".join(line.replace("|", " ").split())

    assert parsed(PRINTED.replace("3.危及", f"{line}\n3.危及")) == [("UNPLACED", (), raw)]


def test_what_looks_like_the_number_of_a_page_can_be_the_figures_of_a_blank_row() -> None:
    """4 / 8 above a row with nothing in it."""
    rules = tuple(path for path in table("proactive_disclosure") if ".rules." in path)
    notes = parsed(PRINTED.replace("规章 | 0 | 0 | 0 |", "4 / 8\n规章 |  |  |  |"))

    assert ("UNPLACED", rules, "4 | / | 8") in notes


def test_what_looks_like_the_number_of_a_page_is_noted_where_figures_stand_above_their_labels() -> None:
    """4, / and 8 above 规章, in a table without heads with a cell a line, with a blank row below it."""
    first, above = BARE.index("第二十条第（一）项"), ["4", "/", "8", "规章", "2", "0", "4", "行政规范性文件"]
    notes = parsed("\n".join([BARE[:first].rstrip(), *above, BARE[BARE.index("第二十条第（五）项") :]]))
    rules = tuple(path for path in table("proactive_disclosure") if ".rules." in path)
    documents = tuple(path for path in table("proactive_disclosure") if ".normative_documents." in path)

    assert notes == [
        ("UNPLACED", rules, "4 | / | 8"),
        ("UNPLACED", (*rules, *documents), "规章 | 2 | 0 | 4"),
        ("UNPLACED", documents, "行政规范性文件"),
    ]


@pytest.mark.parametrize(("above", "line"), [("规章 2", "1 / 37"), ("规章 0 0 0", "0 / 28"), ("规章 0 0 0", "9 / 8")])
def test_figures_that_are_no_number_of_a_page_are_noted(above: str, line: str) -> None:
    """Below a row that lacks figures, or where no page has that number."""
    notes = parsed(PRINTED.replace(" |", "").replace("规章 0 0 0", f"{above}\n{line}"))

    assert ("UNPLACED", (), line.replace(" ", " | ")) in notes


def test_labels_of_groups_in_two_pieces_are_no_lost_characters() -> None:
    """（三）不 | 1.属于国家秘密, and below it 予公开 | 2.其他法律行政法规禁止公开."""
    page = PRINTED.replace(" |", "")
    for group, label, below in (
        ("（三）不予公开", "1.属于国家秘密", "2.其他法律行政法规禁止公开"),
        ("（四）无法提供", "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作"),
    ):
        page = page.replace(f"{group} {label}", f"{group[:4]} {label}").replace(below, f"{group[4:]} {below}")
    reading = gd.parse(page)

    assert {note.code for note in reading.notes} == {"LABEL-ODD"}
    assert (reading.report, len(reading.notes)) == (REPORT, 4)


def test_labels_of_groups_of_which_nothing_goes_on_below_have_lost_characters() -> None:
    """（三）不 1.属于国家秘密 and （四）无 1.本机关不掌握相关政府信息, and their ends nowhere."""
    page = PRINTED.replace(" |", "").replace("（三）不予公开 1", "（三）不 1").replace("（四）无法提供 1", "（四）无 1")

    assert "CHARACTERS-LOST" in {note.code for note in gd.parse(page).notes}


@pytest.mark.parametrize("heads", [["结", "果", "维", "持", "总", "计"], ["行政复议 行政诉讼"], []])
def test_figures_below_the_heading_of_a_table_that_nobody_knows_are_those_of_its_cells(heads: list[str]) -> None:
    """The note quotes them, and no finding says that the table may be a picture."""
    start, end = PRINTED.index("行政复议 | 行政诉讼"), PRINTED.index("五、存在的主要问题")
    reading = gd.parse("\n".join([PRINTED[:start] + "\n".join(heads), "2 3", PRINTED[end:]]))
    printed = " | ".join(["四、政府信息公开行政复议、行政诉讼情况", *heads, "2 3"])

    assert notes_of(reading) == [("UNPLACED", table(IV), printed)]
    assert "TABLE-MISSING" not in {finding.code for finding in gd.check(reading)}


def test_the_number_of_a_page_below_the_heading_of_a_table_is_none_of_its_figures() -> None:
    """The table may be a picture."""
    start, end = PRINTED.index("行政复议 | 行政诉讼"), PRINTED.index("五、存在的主要问题")
    reading = gd.parse("\n".join([PRINTED[:start] + "见下图", "5", "4/8", PRINTED[end:]]))

    assert notes_of(reading) == [("TABLE-MISSING", (IV,), "四、政府信息公开行政复议、行政诉讼情况")]


def test_heads_beside_the_last_one_are_no_cells_of_table_iv() -> None:
    """Below heads on one line, its figures can stand on lines of their own."""
    noughts = "\n".join("0 |" for _ in range(15))

    assert gd.parse(PRINTED.replace(f"{NOUGHTS} |", noughts)).report == REPORT


def test_figures_of_a_table_that_nobody_knows_are_of_the_current_edition_where_no_year_is_told() -> None:
    """Table III without a label, in a report without a title."""
    start, end = PRINTED.index("（本列数据"), PRINTED.index("四、政府信息公开行政复议")
    body = PRINTED[PRINTED.index("一、总体情况") : start] + "12 0 0 0 0 0 12\n" + PRINTED[end:]
    reading = gd.parse(body)

    assert ("UNPLACED", table("requests"), "三、收到和处理政府信息公开申请情况 | 12 0 0 0 0 0 12") in notes_of(reading)


@pytest.mark.parametrize("head", ["本年处理决定数量（万件）", "同比增长（%）"])
def test_a_unit_in_a_head_of_table_ii_holds_for_the_rows_below_it(head: str) -> None:
    """The next head without one is of other rows: only that of item （五） says so."""
    licensing = ("proactive_disclosure.licensing.decisions",)
    changed = print_report(LICENSED, row_a_line).replace("本年处理决定数量", head, 1)
    unreadable = [note for note in parsed(changed) if note[0] == "CELL-UNREADABLE"]

    assert unreadable == [("CELL-UNREADABLE", licensing, f"8 {other_unit(head)}")]


def test_a_unit_in_a_head_above_no_row_of_table_ii_holds_for_all_counts() -> None:
    """Behind the last row, nobody knows which rows it is of."""
    changed = print_report(LICENSED, row_a_line).replace("三、收到", "同比增长（%） | 备注 |\n三、收到", 1)
    unreadable = {path for note in parsed(changed) if note[0] == "CELL-UNREADABLE" for path in note[1]}

    assert unreadable == {path for path in table("proactive_disclosure") if not path.endswith("amount")}


def test_a_unit_of_every_head_of_a_column_holds_for_all_rows_below_them() -> None:
    """本年处理决定数量（万件） above 行政许可 and above 行政处罚."""
    changed = print_report(LICENSED, row_a_line).replace("本年处理决定数量", "本年处理决定数量（万件）")
    unreadable = [path for note in parsed(changed) if note[0] == "CELL-UNREADABLE" for path in note[1]]

    assert unreadable == [path for path in table("proactive_disclosure") if path.endswith("decisions")]


@pytest.mark.parametrize(("year", "edition"), [(2020, gd.Requests2019), (2021, gd.Requests)])
def test_a_table_without_rows_that_tell_its_edition_is_of_that_of_its_year(
    year: int, edition: type[gd.Requests | gd.Requests2019]
) -> None:
    """No row under （六）其他处理, nor its label; that it can be of the other one is noted."""
    lines = PRINTED.replace("2021年", f"{year}年").split("\n")
    begin = next(place for place, line in enumerate(lines) if line.startswith("（六）其他处理"))
    reading = gd.parse("\n".join([*lines[:begin], *lines[begin + 3 :]]))
    own = [cell.path for cell in gd.cells(build_report(requests=edition.blank())) if ".outcomes.other" in cell.path]
    noted = [path for code, paths, _ in notes_of(reading) if code == "UNPLACED" for path in paths]

    assert type(reading.report.requests) is edition
    assert sorted(noted) == sorted(own)
    assert {note.code for note in reading.notes if "requests" in "".join(note.paths)} == {"LABEL-ODD", "UNPLACED"}

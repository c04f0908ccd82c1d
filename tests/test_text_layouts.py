"""Tables that were turned into text: seven ways to be silently wrong, and labels and headers as pages have them."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

import pytest
from support.builders import OPENING, build_report
from support.printers import print_report
from support.publishing.sheets import Cell, Sheet
from support.publishing.text import (
    Line,
    Printer,
    cell_a_line,
    cell_a_line_collapsed,
    cell_a_line_opened,
    markdown,
    row_a_line,
    row_a_line_collapsed,
)

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell, Paragraph
from govdisclosure.reading.page.losses import lost_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

REPORT = build_report(published=None)
PRINTED = print_report(REPORT, row_a_line)
CELLS = print_report(REPORT, cell_a_line)
SPARSE = build_report(
    published=None,
    cells={
        cell.path: None
        for cell in gd.cells(REPORT)
        if cell.value == 0
        and not cell.path.startswith(("proactive_disclosure.licensing", "requests.legal_person.other"))
    },
)
GRANTED = tuple(
    cell.path
    for cell in gd.cells(REPORT)
    if cell.path.startswith("requests.") and cell.path.endswith(".outcomes.granted")
)
RULES = tuple(f"proactive_disclosure.rules.{name}" for name in ("issued", "repealed", "in_force"))
PENALTIES = ("proactive_disclosure.penalties.decisions",)


def notes_of(content: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Give the notes of a reading: code, paths, raw text."""
    return [(note.code, note.paths, note.raw) for note in gd.parse(content).notes]


def lines_of(*, blank: str, bar: str) -> Printer:
    """Print a cell a line: a blank cell as ``blank``, and a line of ``bar`` after each cell."""
    return lambda sheet, _: (
        Line(part) for row in sheet.rows for cell in row for part in (cell.text or blank, bar) if part
    )


# Way 1: a line with only a bar is a blank cell, a separator, the start of a row or the end of the cell above it.


def test_a_bar_alone_is_a_blank_cell() -> None:
    """Where cells end in a bar, a bar alone is a blank cell."""
    assert gd.parse(print_report(SPARSE, cell_a_line)) == gd.Reading(SPARSE)


def test_a_bar_alone_is_the_start_of_a_row() -> None:
    """Where a bar opens each row, the last of two bars after a row is no blank cell of it."""
    assert gd.parse(print_report(SPARSE, cell_a_line_opened)) == gd.Reading(SPARSE)


def test_a_bar_alone_is_the_end_of_the_cell_above() -> None:
    """Where cells have no bar of their own, the bar below each is its end; two of them hold a blank cell."""
    printed = print_report(SPARSE, lines_of(blank="", bar="|"))

    assert gd.parse(printed) == gd.Reading(SPARSE)


def test_a_bar_alone_is_a_separator_beside_the_bars_of_cells() -> None:
    """Where each cell has a bar and another below it, two bars are one cell."""
    full = build_report(published=None)
    printed = print_report(
        full, lambda sheet, _: (Line(part) for row in sheet.rows for cell in row for part in (f"{cell.text} |", "|"))
    )

    assert gd.parse(printed) == gd.Reading(full)


def test_bars_of_both_kinds_in_one_table() -> None:
    """A cell may have its bar beside it or below it, even in one table: only their number counts."""
    changed = re.sub(r"^(0|12) \|$", r"\1\n|", print_report(SPARSE, cell_a_line), flags=re.MULTILINE)

    assert gd.parse(changed) == gd.Reading(SPARSE)


def test_a_row_with_fewer_bars_than_the_others_is_not_exact() -> None:
    """A bar that is missing among those of blank cells could be of any of them."""
    changed = print_report(SPARSE, cell_a_line).replace("（一）予以公开 |\n11 |\n|\n", "（一）予以公开 |\n11 |\n", 1)

    assert notes_of(changed) == [("UNPLACED", GRANTED, "（一）予以公开 | 11 | 0 | 11")]


def test_words_in_the_middle_of_a_row_end_it() -> None:
    """A line of unknown words between the figures of a row leaves none of them sure; those behind can be its own."""
    changed = CELLS.replace("（一）予以公开 |\n11 |\n", "（一）予以公开 |\n11 |\n本地自设的事项 |\n", 1)

    assert notes_of(changed) == [
        ("UNPLACED", GRANTED, "（一）予以公开 | 11"),
        ("UNPLACED", GRANTED, "本地自设的事项 | 0 | 0 | 0 | 0 | 0 | 11"),
    ]


# Way 2: blanks collapse.


@pytest.mark.parametrize("more", [0, 2, 3])
@pytest.mark.parametrize("layout", [row_a_line_collapsed, cell_a_line_collapsed])
def test_collapsed_blanks_are_placed_by_the_usual_meaning(layout: object, more: int) -> None:
    """Two equal figures are natural persons and total, with all seven cells named, however many bars follow."""
    assert callable(layout)
    sparse = build_report(
        published=None,
        cells=dict.fromkeys(("requests.legal_person.other.outcomes.granted", *GRANTED[1:6])),
    )
    lines = print_report(sparse, layout).replace("||\n", f"||{'|' * more}\n")

    reading = gd.parse(lines)

    assert reading.report == sparse
    assert [(note.code, note.paths) for note in reading.notes] in ([("INFERRED", GRANTED)], [("AMBIGUOUS", GRANTED)])


# Way 3: an extractor drops lines that were there before.


def test_dropped_repetitions_are_not_blanks() -> None:
    """Where no figure stands twice, rows with fewer figures than cells have lost some: nothing is filled in."""
    report = build_report(
        published=None, cells={"requests.natural_person.newly_received": 9, "requests.total.newly_received": 9}
    )
    lines = print_report(report, lines_of(blank="", bar="")).splitlines()

    reading = gd.parse("\n".join(dict.fromkeys(lines)))

    named = {path for note in reading.notes for path in note.paths}
    unnamed = {cell.path for cell in gd.cells(report) if not {cell.path, cell.path.partition(".")[0]} & named}
    assert {path: gd.get(reading.report, path) for path in unnamed} == {
        "proactive_disclosure.licensing.decisions": 8,
    }
    assert {note.code for note in reading.notes} == {"UNPLACED", "TABLE-MISSING"}


def test_a_row_that_lacks_bars_has_no_blank_cells_where_no_line_stands_twice() -> None:
    """222637, 0, 0 stood above 0, 43 and a blank cell, of which 0 is left once: 43 was read as those issued."""
    heads = ("信息内容 |", "本年制发件数 |", "本年废止件数 |", "现行有效件数 |", "本年处理决定数量 |||")
    rules = ("规章 |", "222637 |", "0 |", "行政规范性文件 |", "43 |", "|")
    acts = ("行政许可 |", "5 |||", "行政处罚 |", "行政强制 |", "本年收费金额（单位：万元） |||", "行政事业性收费 |")

    reading = gd.parse(
        "\n".join(["示例县统计局2023年政府信息公开工作年度报告", "二、主动公开政府信息情况", *heads, *rules, *acts])
    )

    named = {path for note in reading.notes for path in note.paths}
    blank = {cell.path for cell in gd.cells(reading.report) if cell.value is None}
    assert {path for path in blank if path.startswith("proactive_disclosure")} <= named
    assert gd.get(reading.report, "proactive_disclosure.licensing.decisions") == 5


# Way 4: cells are glued.


def test_glued_noughts_are_noughts() -> None:
    """As many noughts as cells can be nothing else."""
    assert gd.parse(PRINTED.replace("规章 | 0 | 0 | 0 |", "规章000 |")) == gd.Reading(REPORT)
    assert gd.parse(PRINTED.replace("规章 | 0 | 0 | 0 |", "规章 | 000 |")) == gd.Reading(REPORT)
    assert gd.parse(CELLS.replace("规章 |\n0 |\n0 |\n0 |", "规章000 |")) == gd.Reading(REPORT)


@pytest.mark.parametrize("glued", ["4032", "00", "1,200", "0件00"])
def test_other_glued_figures_are_not_guessed(glued: str) -> None:
    """Where a figure ends cannot be told."""
    for printed in (
        PRINTED.replace("规章 | 0 | 0 | 0 |", f"规章{glued} |"),
        CELLS.replace("规章 |\n0 |\n0 |\n0 |", f"规章{glued} |"),
    ):
        assert notes_of(printed) == [("UNPLACED", RULES, f"规章 | {glued}")]


def test_glued_figures_of_table_three_are_not_placed() -> None:
    """One number that could be seven is no number of one column."""
    printed = PRINTED.replace("（一）予以公开 | 11 | 0 | 0 | 0 | 0 | 0 | 11 |", "（一）予以公开110000011 |")

    assert notes_of(printed) == [("UNPLACED", GRANTED, "（一）予以公开 | 110000011")]


# Way 5: short runs of characters are lost.


@pytest.mark.parametrize(
    ("whole", "lost", "raw"),
    [
        ("自2021年1月1日起至2021年12月31日止", "自202111日起至20211231日止", None),
        ("本年制发件数", "本年发件", "本年发件"),
        ("（一）予以公开 |", "（一）予公开 |", None),
        ("8.属于行政查询事项 |", "8.属于行政查 |", None),
        ("本年收费金额（单位：万元）", "本收费金额（单位：万元）", "本收费金额（单位：万元）"),
        ("主动公开的深度", "依照《中华人民共和国政府信息公例》，主动公开的深度", None),
    ],
)
def test_lost_characters_put_every_figure_in_doubt(whole: str, lost: str, raw: str | None) -> None:
    """A date or a header that lacks characters, or two labels that do: figures may lack some as well."""
    printed = PRINTED.replace(whole, lost).replace("7.属于行政执法案卷", "7.属于行政法案卷")

    notes = [note for note in gd.parse(printed).notes if note.code == "CHARACTERS-LOST"]

    assert {path for note in notes for path in note.paths} == {
        *(cell.path for cell in gd.cells(REPORT)),
        *("agency", "year", "title", "period"),
    } - ({"period"} if "202111" in printed else set())
    assert raw is None or {note.raw for note in notes} == {raw}


@pytest.mark.parametrize("name", ["中华人民共和国政府信息公开条例", "政府信息公开条例", "中华人民共和国信息公开条例"])
def test_names_of_the_regulation_that_people_write_have_lost_nothing(name: str) -> None:
    """Its whole name and its short ones."""
    reading = gd.parse(PRINTED.replace("主动公开的深度", f"依照《{name}》，主动公开的深度"))

    assert reading.notes == ()


@pytest.mark.parametrize(
    ("cells", "lost"),
    [
        (("行政强", "行政处"), "行政强 | 行政处"),
        (("行政强", "制", "行政处", "罚"), None),
        (("规", "行政强"), None),
        (("政府信息", "行政强"), None),
        (("现行有", "行政强"), None),
        (("（一）予以公", "（二）部分公开", "行政强"), "（一）予以公 | 行政强"),
        (("行政规范性文", "规范性文件", "行政强"), "行政规范性文 | 行政强"),
        (("行政规范性文", "12件", "行政强"), "行政规范性文 | 行政强"),
        (("行政事业性", "本年收费金额", "行政强"), "行政事业性 | 行政强"),
        (("行政强（", "行政处（"), None),
        (("7.属于行政法案卷",), None),
        # The remark of a label lacks letters as well as the label.
        (("（二）部分公开（区分处理的，只计这一情形，不计其情形）", "7.属于行政法案卷"), "…"),
        # Words are left out, or shorter ones written.
        (
            ("（三）不公开", "（五）不处理", "3.补正后申请内容不明确", "8.行政查询事项", "2.没有现成信息需另行制作"),
            None,
        ),
        # 不 is no word that people leave out.
        (("3.补正后申请内容仍明确", "1.本机关掌握相关政府信息"), "3.补正后申请内容仍明确 | 1.本机关掌握相关政府信息"),
        (("——", "行政强", "规章"), None),
    ],
)
def test_two_labels_that_are_cut_have_lost_characters(cells: tuple[str, ...], lost: str | None) -> None:
    """What is cut off may stand in another cell, if that is not whole; two letters can be a part of anything."""
    expected = " | ".join(cells) if lost == "…" else lost
    assert lost_characters([Grid((tuple(map(GridCell, cells)),))]) == expected


@pytest.mark.parametrize("text", ["自2021年1月1起至2021年12月31止", "2020年1231日", "《中华人民共和国政府信息公例》"])
def test_a_date_or_name_that_lacks_characters_has_lost_them(text: str) -> None:
    """Whichever of them it lacks."""
    assert lost_characters([Grid(((GridCell("规章"),),)), Paragraph(text)]) == text
    assert (
        lost_characters([Paragraph("自2021年1月1日起至2021年12月31日止，依照《中华人民共和国政府信息公开条例》")])
        is None
    )


def test_headers_that_are_cut_are_noted_alone() -> None:
    """A header cut at its end says nothing of the figures: the row labels tell what they are."""
    printed = PRINTED.replace("现行有效件数", "现行有效件")

    assert notes_of(printed) == [("LABEL-ODD", (), "本年制发件数 | 本年废止件数 | 现行有效件")] * 2
    assert gd.parse(printed).report == REPORT


def test_a_label_beside_the_one_that_reaches_over_it_has_lost_nothing() -> None:
    """In the text of a page both stand on one line; a header that is cut says nothing then, either."""
    printed = print_report(REPORT, page_text).replace("现行有效件数", "现行有效件")

    assert {code for code, _, _ in notes_of(printed)} == {"LABEL-ODD"}
    assert gd.parse(printed).report == REPORT


# Way 6: surplus cells; test_recognize.py has more of them.


def test_surplus_cells_in_a_table_of_padded_rows() -> None:
    """Three numbers where the form has one are in the note only."""
    printed = PRINTED.replace("行政处罚 | 2 |", "行政处罚 | 2 | 0 | 0 |")

    assert notes_of(printed) == [("UNPLACED", PENALTIES, "行政处罚 | 2 | 0 | 0")]


# Way 7: the other edition's form, or a hybrid.


def test_the_headers_decide_the_edition() -> None:
    """The form of 2019 in a report on 2022 is read as what it is."""
    old = build_report(year=2020, published=None)
    printed = print_report(old, row_a_line).replace("2020", "2022")

    report = gd.parse(printed).report

    assert (report.year, report.proactive_disclosure, report.requests) == (
        2022,
        old.proactive_disclosure,
        old.requests,
    )


@pytest.mark.parametrize("lost", ["", "第二十条第（五）项"], ids=["whole", "a caption lost"])
@pytest.mark.parametrize("figures", ["3 | 120万元", "|"])
def test_a_row_left_over_from_the_other_edition_does_not_decide(figures: str, lost: str) -> None:
    """Below all heads of 2021, the last block of 2019 is one more: every other row is read, its figures are noted."""
    block = f"第二十条第（九）项 |\n信息内容 | 采购项目数量 | 采购总金额 |\n政府集中采购 | {figures} |\n"
    printed = PRINTED.replace("三、收到和处理", f"{block}三、收到和处理", 1).replace(lost or " ", "" if lost else " ")

    reading = gd.parse(printed)

    table = gd.parse(PRINTED).report.proactive_disclosure
    noted = [("UNPLACED", (), f"政府集中采购 | {figures}")] if figures != "|" else []
    assert (reading.report.proactive_disclosure, notes_of(printed)) == (table, noted)


def test_figures_below_headers_of_the_other_edition_are_not_taken() -> None:
    """In a hybrid, a row below headers that mean something else is blank."""
    printed = PRINTED.replace(
        "行政处罚 | 2 |", "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n行政处罚 | 2 |"
    )

    assert ("UNPLACED", PENALTIES, "行政处罚 | 2") in notes_of(printed)


def test_swapped_headers_are_noted_with_their_cells() -> None:
    """Headers of the form in another order leave open what the figures below them mean."""
    printed = PRINTED.replace("本年制发件数 | 本年废止件数", "本年废止件数 | 本年制发件数")

    assert [(code, paths) for code, paths, _ in notes_of(printed)] == [
        ("LABEL-ODD", RULES),
        ("LABEL-ODD", tuple(path.replace("rules", "normative_documents") for path in RULES)),
    ]


# Tables without bars.


@pytest.mark.parametrize("between", ["", "\n"])
def test_cells_without_bars(between: str) -> None:
    """A cell a line without bars, blank ones as lines of nbsp, is read exactly."""
    printed = print_report(SPARSE, lines_of(blank="\u00a0", bar="")).replace("\n", f"\n{between}")

    assert gd.parse(printed) == gd.Reading(SPARSE)


@pytest.mark.parametrize("between", ["", "\u00a0\n"])
def test_pieces_of_headers_and_labels(between: str) -> None:
    """What a header or a label is broken into moves no figure."""
    printed = print_report(SPARSE, lines_of(blank="\u00a0", bar=""))
    broken = printed.replace("商业企业", f"商业\n{between}企业").replace("（四）无法提供", "（四）无\n法提供")

    assert gd.parse(broken) == gd.Reading(SPARSE)


def page_text(sheet: Sheet, _: Random) -> Iterator[Line]:
    """Print the text of a PDF page: a row a line, single blanks between cells."""
    return (Line(" ".join(cell.text for cell in row if cell.text)) for row in sheet.rows)


def test_text_of_a_page() -> None:
    """Rows with single blanks between their cells are read; numbers of pages and broken labels between them, too."""
    printed = print_report(REPORT, page_text)
    broken = (
        printed.replace("2.重复申请 ", "- 4 -\n2.重复申请 ")
        .replace("2.没有现成信息需要另行制作 0 0 0 0 0 0 0", "2.没有现成信息\n0 0 0 0 0 0 0\n需要另行制作")
        .replace("1.信访举报投诉类申请 0 0 0 0 0 0 0", "1.信访举报投 0 0 0 0 0 0 0\n诉类申请")
        .replace("四、结转下年度继续办理 0 0 0 0 0 0 0", "四、结转下年度继\n续办理\n0 0 0 0 0 0 0")
        .replace("本年制发件数 本年废止件数", "本年制发 本年废止件数\n件数")
    )

    assert gd.parse(printed) == gd.Reading(REPORT)
    assert gd.parse(broken) == gd.Reading(REPORT)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_pinyin_that_the_end_of_a_line_cuts(between: str) -> None:
    """Heads of columns and labels are put together again where a line ends inside the pinyin of a character."""
    printed = print_report(REPORT, page_text).replace("\n", between)
    heads = "结果维持 结果纠正 其他结果 尚未审结 总计"
    upper, lower = "结(ji 结(ji 其他结果 尚未审(shě 总(zǒ", "é)果维持 é)果纠正 n)结 (jié) ng)计"
    start = printed.index("未经复议直接起诉")
    cut = (
        (printed[:start] + printed[start:].replace(f"{heads} {heads}", f"{upper} {upper}{between}{lower} {lower}"))
        .replace(heads, f"{upper}{between}{lower}")
        .replace("三、收到", "三、收(shōu)到")
        .replace("四、结转下年度继续办理 0 0 0 0 0 0 0", f"四、结转下年度继续(x 0 0 0 0 0 0 0{between}ù)办理")
        .replace("2.重复申请 0 0 0 0 0 0 0", f"2.重复申请({between}0 0 0 0 0 0 0{between}qǐng)")
    )

    reading = gd.parse(cut)

    assert ([note.code for note in reading.notes], reading.report) == (["PINYIN-REMOVED"], REPORT)


def test_the_minus_of_typography_is_that_of_a_figure() -> None:
    """A change is printed with it in the text of a page as well."""
    report = build_report(proactive_disclosure=gd.ProactiveDisclosure2019.blank(), published=None)
    row = {"items_last_year": 3, "change": -417, "decisions": 5}
    for name, value in row.items():
        gd.put(report, f"proactive_disclosure.licensing.{name}", value)
    printed = print_report(report, page_text)

    reading = gd.parse(printed.replace("3 -417 5", "3 \N{MINUS SIGN}417 5"))

    assert {name: gd.get(reading.report, f"proactive_disclosure.licensing.{name}") for name in row} == row


def test_a_label_without_the_remark_that_it_has_on_the_form() -> None:
    """A remark of the form's own may be left out, or have another behind it."""
    whole = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"

    assert gd.parse(PRINTED.replace(whole, "（二）部分公开")) == gd.Reading(REPORT)
    assert notes_of(PRINTED.replace(whole, f"{whole}（县级无此项）")) == [("LABEL-ODD", (), f"{whole}（县级无此项）")]


def test_a_remark_that_the_end_of_a_line_cuts() -> None:
    """A label with a remark on two lines is that of its row."""
    printed = print_report(REPORT, page_text)

    reading = gd.parse(printed.replace("行政强制 0", "行政强制(县级 0\n无此项)"))

    assert ([(note.code, note.paths) for note in reading.notes], reading.report) == ([("LABEL-ODD", ())], REPORT)


def test_a_table_without_bars_at_the_end_of_a_document() -> None:
    """Nothing need follow a table; a sentence with a number at its end is no row of it."""
    printed = print_report(REPORT, page_text)
    end = printed.index("五、")
    sentence = "本机关依法公开政府信息" * 9 + " 12"

    reading = gd.parse(printed[:end].replace("第二十条第（一）项\n", f"{sentence}\n第二十条第（一）项\n"))

    assert [note.code for note in reading.notes] == ["SECTION-MISSING"] * 2
    assert (reading.report.requests, reading.report.review_and_litigation) == (
        REPORT.requests,
        REPORT.review_and_litigation,
    )


def test_figures_beside_a_piece_of_a_label_are_those_of_the_row_that_is_missing() -> None:
    """Between two rows that are known, one that is not is the row of the form that stands there."""
    printed = PRINTED.replace("2.没有现成信息需要另行制作 |", "另行 |")

    notes = notes_of(printed)

    assert [(code, len(paths), raw) for code, paths, raw in notes] == [("LABEL-ODD", 7, "另行")]
    assert gd.parse(printed).report == REPORT


def test_a_page_between_bars() -> None:
    """A page that stood in a layout table as a whole: bars after each line, headings before their text."""
    bars = "|" * 120

    def framed(line: str) -> str:
        return f"{line} {bars}" if "|" not in line else f"{line} {bars[line.count('|') :]}"

    lines = PRINTED.replace(f"一、总体情况\n{OPENING}\n", f"一、总体情况 {OPENING}。\n").splitlines()
    reading = gd.parse("\n".join(map(framed, lines)))

    assert reading.notes == ()
    assert reading.report.overview == [f"{OPENING}。", "本机关依法公开政府信息。"]
    assert reading.report.requests == REPORT.requests


# Labels.


@pytest.mark.parametrize(
    ("label", "printed"),
    [
        ("规章 |", "规章(县级无此项) |"),
        ("规章 |", "规章：2021年1月1日以来 |"),
        ("行政强制 |", "行政强制（填1至12月的数） |"),
    ],
)
def test_remarks_and_instructions_in_labels(label: str, printed: str) -> None:
    """What a label has behind it, digits even, makes it odd and no other."""
    reading = gd.parse(PRINTED.replace(label, printed))

    assert ([note.code for note in reading.notes], reading.report) == (["LABEL-ODD"], REPORT)


def test_local_rows_missing_captions_and_remarks_in_headers() -> None:
    """A row of a page's own is in a note; a caption that is missing and the year in a header change nothing."""
    printed = (
        PRINTED.replace("第二十条第（一）项 |\n", "")
        .replace("本年制发件数", "本年(2021)制发件数")
        .replace("第二十条第（五）项", "其他主动公开文件 | 3 | 3 | 3 |\n第二十条第（五）项")
    )

    assert notes_of(printed) == [("UNPLACED", (), "其他主动公开文件 | 3 | 3 | 3")]
    assert gd.parse(printed).report == REPORT


def test_figures_that_span_other_columns_than_their_headers() -> None:
    """Where spans are written out, the second of three figures may stand in either column that it could span."""
    old = build_report(year=2020, published=None)
    lines = print_report(old, markdown)

    later = lines.replace("| 规章 | 0 | 0 |  | 0 |", "| 规章 | 0 |  | 0 | 0 |")
    beyond = lines.replace("| 规章 | 0 | 0 |  | 0 |", "| 规章 |  | 0 | 0 |  |")

    assert gd.parse(later) == gd.Reading(old)
    assert [(code, len(paths)) for code, paths, _ in notes_of(beyond)] == [("UNPLACED", 3)]


def test_two_labels_on_one_line_are_those_of_the_last() -> None:
    """Figures stand beside the label next to them; the other row is missing."""
    printed = PRINTED.replace("规章 | 0 | 0 | 0 |\n行政规范性文件 |", "规章 | 行政规范性文件 |")

    assert [(code, paths) for code, paths, _ in notes_of(printed)] == [("UNPLACED", RULES)]


def test_the_cells_of_a_row_are_those_of_the_form() -> None:
    """The helper prints the rows of the form."""
    sheet = Sheet("requests", ((Cell("规章"), Cell("0")),))

    assert list(page_text(sheet, Random(0))) == [Line("规章 0")]  # noqa: S311 - no secret


def test_a_line_that_names_the_report_of_another_year_is_none_of_two_reports() -> None:
    """A title below the first heading is that of another report only if it names an agency."""
    line = "2020年政府信息公开工作年度报告"

    reading = gd.parse(PRINTED.replace("二、主动公开", f"{line}\n二、主动公开", 1))

    assert reading.notes == ()
    assert reading.report.overview == [*(REPORT.overview or []), line]

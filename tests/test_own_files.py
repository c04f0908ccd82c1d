"""Our own files after somebody, or another program, had them: believed while they still are the form."""

from __future__ import annotations

import datetime as dt
import io
import re
import subprocess
import zipfile
from html import escape
from typing import TYPE_CHECKING, Any, Final, cast

import attrs
import openpyxl
import openpyxl.utils
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.cell_range import CellRange
from support.builders import OPENING, build_report, build_requests
from support.programs import program
from support.word import cell, paragraph, table
from support.workbooks import edited, place_of, saved, with_part, workbook_of

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell, MetadataBlock, Paragraph, Role
from govdisclosure.form.clock import Clock
from govdisclosure.form.ours import NOT_PRINTED, is_ours
from govdisclosure.form.wording import note
from govdisclosure.formats import FORMATS, Format, Limits
from govdisclosure.formats.xlsx._form import FIRST
from govdisclosure.model.report import HEADINGS, OtherSection
from govdisclosure.writing.compose import compose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from govdisclosure.form.blocks import Block
    from govdisclosure.formats import OwnReader
    from govdisclosure.model.values import CellValue

CELL: Final = "requests.natural_person.newly_received"
ROW: Final = "一、本年新收政府信息公开申请数量"
WORDS: Final = "本机关依法公开政府信息。"
RENAMED: Final = ("五、存在的主要问题及改进情况", "五、问题和改进措施")
WRITTEN: Final = ("text", "markdown", "html", "docx", "xlsx")
_DOCUMENT: Final = "word/document.xml"


def own_report(value: CellValue = 12, *overview: str) -> gd.AnnualReport:
    """Give a report with values that only its metadata tell: kind and division of the agency, day of publication."""
    report = build_report(
        title="示例县招商局2021年政府信息公开工作年度报告",
        agency=gd.Agency(name="示例县招商局", kind=None, division="320682"),
        cells={CELL: value},
    )
    if overview:
        report.overview = list(overview)
    return report


UNSIGNED: Final = {"text", "markdown"}
"""The formats without a signature."""


def told_report(known: str) -> gd.AnnualReport:
    """Give what is left of this report in a format where its metadata are not believed: its signature is text."""
    report = own_report()
    report.agency = gd.Agency(name="示例县招商局")
    if known in UNSIGNED:
        report.published = None
    else:
        report.other_matters = [*(report.other_matters or ()), "示例县招商局", "2022年1月20日"]
    return report


UNBELIEVED: Final = (
    note("METADATA-UNREADABLE", ("agency.division",), raw='行政区划代码："320682"'),
    note("METADATA-UNREADABLE", ("published",), raw='发布日期："2022-01-20"'),
)
"""What is noted of a form of ours that is no longer as it was written."""
REPORT: Final = own_report()
PAGE: Final = gd.render(REPORT, "html")
TABLES: Final = re.findall(r'<div class="scroll".*?</table></div>', PAGE, re.DOTALL)
WORD: Final = gd.render(REPORT, "docx")
EXCEL: Final = gd.render(REPORT, "xlsx")


def replaced(text: str, old: str, new: str) -> str:
    """Replace what stands there, once."""
    assert old in text
    return text.replace(old, new, 1)


def page_with(inner: str, attributes: str = "") -> str:
    """Give our page with something else in one cell of table III."""
    cell = re.search(rf'(<td id="{re.escape(CELL)}"[^>]*)>12</td>', PAGE)
    assert cell is not None
    return PAGE.replace(cell[0], f"{cell[1]}{attributes}>{inner}</td>")


def document() -> str:
    """Give the main part of our Word form."""
    return zipfile.ZipFile(io.BytesIO(WORD)).read(_DOCUMENT).decode()


def word_with(old: str, new: str) -> bytes:
    """Give our Word form with something replaced."""
    return with_part(WORD, _DOCUMENT, replaced(document(), old, new).encode())


def word_cell(runs: str) -> bytes:
    """Give our Word form with something else in one cell of table III."""
    before, row, after = document().partition(ROW)
    after = re.sub(r"<w:r><w:t [^>]*>12</w:t></w:r>", runs, after, count=1)
    return with_part(WORD, _DOCUMENT, f"{before}{row}{after}".encode())


def run(text: str, properties: str = "") -> str:
    """Give a run of Word's."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def excel_cell(value: object) -> bytes:
    """Give our workbook with something else typed into one cell of table III."""
    return edited(EXCEL, {place_of(EXCEL, ROW, 8): value})


def excel_with(change: Callable[[Workbook], None]) -> bytes:
    """Give our workbook after a change."""
    workbook = workbook_of(EXCEL)
    change(workbook)
    return saved(workbook)


def sheet_of(workbook: Workbook) -> Worksheet:
    """Give the sheet of our workbook."""
    return workbook.worksheets[0]


def refusal(content: str | bytes) -> str:
    """Give the code of the error that reading ends in."""
    with pytest.raises(gd.ReadError) as caught:
        gd.parse(content)
    return caught.value.code


def noted(reading: gd.Reading) -> list[tuple[str, str | None]]:
    """Give codes and texts of the notes, without that on metadata that are not believed."""
    return [(note.code, note.raw) for note in reading.notes if note not in UNBELIEVED]


def told_reading(known: str) -> gd.Reading:
    """Give what is left of this report in a format where its metadata are not believed."""
    return gd.Reading(told_report(known), UNBELIEVED if known in UNSIGNED else UNBELIEVED[:1])


# What stands in a cell.

FILLED: Final[list[tuple[str, CellValue]]] = [("12件", 12), ("１２", 12), ("1,234", 1234), ("/", gd.NA), ("", None)]


@pytest.mark.parametrize(("typed", "value"), FILLED)
@pytest.mark.parametrize(
    "made", [page_with, lambda typed: word_cell(run(typed)), excel_cell], ids=["html", "docx", "xlsx"]
)
def test_a_form_is_there_to_be_filled_in(made: Callable[[str], str | bytes], typed: str, value: CellValue) -> None:
    """Figures, with their unit or without, "/" and blanks are read, and the metadata stay."""
    assert gd.parse(made(typed)) == gd.Reading(own_report(value))


@pytest.mark.parametrize(
    ("inner", "value"),
    [
        ("<b>10</b>", 10),
        ("<p>10</p>", 10),
        ("\n    10\n  ", 10),
        ("<ins>1</ins>0", 10),
        ("1<!-- 9 -->0", 10),
        ('<span style="color:red">10</span>', 10),
        ('<span style="display:none">9</span>10', 10),
        ("<span hidden>9</span>10", 10),
        ('<span class="hidden">9</span>10', 10),
        ('10<span class="tip" data-part>99</span>', 10),
        ("1<b data-part>0</b>", 10),
        ("<table><tr><td>10</td></tr></table>", 10),
    ],
)
def test_a_cell_of_our_page_is_what_it_shows(inner: str, value: int) -> None:
    """Whatever stands around its words, and whatever in it is not shown; the rest stays ours."""
    assert gd.parse(page_with(inner)) == gd.Reading(own_report(value))


@pytest.mark.parametrize(
    "inner",
    [
        "<s>9</s>10",
        "<q>10</q>",
        "<del>1</del>0",
        "10<sup>2</sup>",
        "10<sub>2</sub>",
        "1<br>0",
        "<div>1</div><div>0</div>",
        '<input value="10">',
        '1<input value="0">',
        "<textarea>10</textarea>",
        "<select><option>10</select>",
        '<img src="10.png">',
        "<svg><text>10</text></svg>",
        "10<script>document.write(1)</script>",
        '10<a href="#note">1</a>',
        '<font color="white">9</font>10',
        '<span style="text-decoration:line-through">9</span>10',
        '<span style="vertical-align:super">9</span>10',
    ],
)
def test_a_cell_of_our_page_with_marks_that_we_never_make_is_unreadable(inner: str) -> None:
    """It is read as in a page of others, the rest stays ours."""
    reading = gd.parse(page_with(inner))

    assert reading.report == own_report(None)
    assert [(note.code, note.paths) for note in reading.notes] == [("CELL-UNREADABLE", (CELL,))]


def test_a_cell_of_our_page_may_be_struck_out_as_a_whole() -> None:
    """By a style of its own."""
    assert noted(gd.parse(page_with("12", ' style="text-decoration:line-through"'))) == [("CELL-UNREADABLE", "~~12")]


@pytest.mark.parametrize(
    "runs",
    [
        run("9", "<w:strike/>") + run("10"),
        run("10") + run("2", '<w:vertAlign w:val="superscript"/>'),
        run("9", '<w:color w:val="FFFFFF"/>') + run("10"),
        "<w:r><w:t>1</w:t><w:br/><w:t>0</w:t></w:r>",
    ],
)
def test_a_cell_of_our_word_form_with_marks_is_unreadable(runs: str) -> None:
    """Struck out, raised, white, on two lines; the rest stays ours."""
    reading = gd.parse(word_cell(runs))

    assert reading.report == own_report(None)
    assert [(note.code, note.paths) for note in reading.notes] == [("CELL-UNREADABLE", (CELL,))]


def test_hidden_words_in_our_word_form_are_not_there() -> None:
    """The figure beside them is read."""
    assert gd.parse(word_cell(run("9", "<w:vanish/>") + run("10"))) == gd.Reading(own_report(10))


@pytest.mark.parametrize("typed", ["约12", "1\n2", "12.5", "=6+6"])
def test_what_is_no_figure_in_our_workbook_is_noted(typed: str) -> None:
    """The cell is blank, the rest stays ours."""
    reading = gd.parse(excel_cell(typed))

    assert reading.report == own_report(None)
    assert [(note.code, note.paths) for note in reading.notes] == [("CELL-UNREADABLE", (CELL,))]


@pytest.mark.parametrize(
    ("value", "raw"),
    [
        (CellRichText(TextBlock(InlineFont(strike=True), "9"), "10"), "~~9~~10"),
        (CellRichText("10", TextBlock(InlineFont(vertAlign="superscript"), "2")), "10^2"),
    ],
)
def test_a_cell_of_our_workbook_with_marks_is_unreadable(value: object, raw: str) -> None:
    """Struck out, raised; the rest stays ours."""
    reading = gd.parse(excel_cell(value))

    assert reading.report == own_report(None)
    assert noted(reading) == [("CELL-UNREADABLE", raw)]


# Paragraphs.


@pytest.mark.parametrize(
    ("inner", "overview"),
    [
        ("本机关<s>不</s>依法公开政府信息。", ["本机关~~不~~依法公开政府信息。"]),
        ("本机关<br>依法公开政府信息。", ["本机关", "依法公开政府信息。"]),
        (f"<span hidden>甲</span>{WORDS}", [WORDS]),
        (f"<ins>{WORDS}</ins>", [WORDS]),
        (f"\n    {WORDS}\n  ", [WORDS]),
        (f"  <b>{WORDS}</b>", [f"  {WORDS}"]),
        (f"{WORDS}</p><p>补充", [WORDS, "补充"]),
        (f"{WORDS}</p><div>补充<br>说明</div><p hidden>", [WORDS, "补充", "说明"]),
        (f"{WORDS}</p><ul><li>补充</ul><p hidden>", [WORDS, "补充"]),
        (f"{WORDS}</p>补充<p hidden>", [WORDS, "补充"]),
        (f"{WORDS}</p>pH值<p hidden>", [WORDS, "pH值"]),
    ],
)
def test_a_paragraph_of_our_page_is_what_it_shows(inner: str, overview: list[str]) -> None:
    """Marks in it, lines of it, and what an editor has put beside it; the rest stays ours."""
    page = replaced(PAGE, f"{WORDS}</p>", f"{inner}</p>")

    assert gd.parse(page) == gd.Reading(own_report(12, OPENING, *overview))


@pytest.mark.parametrize(
    "beside", ["<tr>{}<th", "<tbody>\n{}<tr", "<thead>\n{}<tr", "{}</tr>\n</tbody>", "{}</tbody>", "{}</table>"]
)
def test_words_between_the_cells_of_our_page_are_a_paragraph(beside: str) -> None:
    """Also behind the last one: a browser shows them above the table."""
    expected = own_report()
    assert expected.requests is not None
    expected.requests.notes = ["甲"]

    table_ = replaced(TABLES[1], beside.format(""), beside.format("甲"))
    assert gd.parse(replaced(PAGE, TABLES[1], table_)) == gd.Reading(expected)


def test_a_title_of_our_page_may_be_broken_into_lines() -> None:
    """It is one title all the same."""
    assert gd.parse(replaced(PAGE, "招商局<", "招商局<br><")) == gd.Reading(REPORT)


def test_paragraphs_can_be_put_into_our_word_form() -> None:
    """In any style; lines without words are none, and a small table is text."""
    heading = '<w:p><w:pPr><w:pStyle w:val="GovdisclosureHeading"/></w:pPr><w:r><w:t xml:space="preserve">二、'
    added = f"{paragraph('补充说明。')}<w:p/>{table(cell('平台') + cell('条数'))}<w:p/>"

    reading = gd.parse(word_with(heading, added + heading))

    assert reading == gd.Reading(own_report(12, OPENING, WORDS, "补充说明。", "平台 | 条数"))


def insert_row(sheet: Worksheet, at: int, cells: dict[int, str]) -> None:
    """Insert a row as a spreadsheet does: what is merged across it grows, what is below moves down."""
    merged = [CellRange(area.coord) for area in sheet.merged_cells.ranges]
    for area in merged:
        sheet.unmerge_cells(area.coord)
    sheet.insert_rows(at)
    for column, text in cells.items():
        sheet.cell(at, column).value = text
    for area in merged:
        if area.min_row >= at:
            area.shift(row_shift=1)
        elif area.max_row >= at:
            area.expand(down=1)
        sheet.merge_cells(area.coord)


def row_of(label: str) -> int:
    """Give the row of a label on our sheet."""
    return int(re.sub("[A-Z]", "", place_of(EXCEL, label, 0)))


def test_rows_can_be_put_into_our_workbook() -> None:
    """A line of a cell is a paragraph; an empty row in a table is nothing."""

    def change(workbook: Workbook) -> None:
        insert_row(sheet_of(workbook), row_of(ROW) + 3, {})
        insert_row(sheet_of(workbook), row_of(OPENING), {2: "甲\n乙"})

    expected = own_report(12, "甲", "乙", OPENING, WORDS)
    assert gd.parse(excel_with(change)) == gd.Reading(expected)


def test_a_row_with_something_in_it_breaks_a_table_of_our_workbook() -> None:
    """The table is not ours any more, and nobody knows what the row is."""
    column = openpyxl.utils.column_index_from_string(re.sub("[0-9]", "", place_of(EXCEL, ROW, 8)))

    reading = gd.parse(excel_with(lambda workbook: insert_row(sheet_of(workbook), row_of(ROW) + 3, {column: "3"})))

    assert not reading.exact
    assert reading.report.agency == gd.Agency(name="示例县招商局")


# A form that is no longer ours.


def changed(known: str, old: str, new: str) -> str | bytes:
    """Give our file in a format with some words changed."""
    if known == "docx":
        return word_with(old, new)
    if known == "xlsx":
        return edited(EXCEL, {place_of(EXCEL, old, 0): new})
    return replaced(str(gd.render(REPORT, known)), old, new)


@pytest.mark.parametrize("known", WRITTEN)
def test_a_label_that_was_changed_makes_the_form_one_of_others(known: str) -> None:
    """It is read and noted as in any other, without the metadata."""
    content = changed(known, "规章", "县规章")

    reading = gd.parse(content, format=known)

    assert reading.report == told_report(known)
    assert noted(reading) == [("LABEL-ODD", "县规章")]
    assert [each for each in reading.notes if each in UNBELIEVED] == list(told_reading(known).notes)


@pytest.mark.parametrize("known", WRITTEN)
@pytest.mark.parametrize(
    ("old", "new", "section"),
    [
        (*RENAMED, "problems_and_improvements"),
        ("六、其他需要报告的事项", "六、其他事项", "other_matters"),
    ],
)
def test_a_heading_that_was_renamed_makes_the_form_one_of_others(known: str, old: str, new: str, section: str) -> None:
    """The last one, too: a document that breaks off has nothing in its place."""
    reading = gd.parse(changed(known, old, new), format=known)

    assert reading.report.agency == gd.Agency(name="示例县招商局")
    assert noted(reading) == [("HEADING-ODD", new)]
    told = {each.paths for each in told_reading(known).notes}
    assert {each.paths for each in reading.notes} == {*told, (section,)}


@pytest.mark.parametrize("known", WRITTEN)
@pytest.mark.parametrize("blanks", [" ", "\u3000", "\t"])
def test_blanks_beside_a_heading_leave_the_form_ours(known: str, blanks: str) -> None:
    """一、总体情况 and a blank behind it, which nobody sees: the metadata are believed as before."""
    heading = HEADINGS["overview"]

    assert gd.parse(changed(known, heading, heading + blanks), format=known) == gd.Reading(REPORT)


def test_what_metadata_that_are_not_believed_say_otherwise_is_left_blank_with_a_note() -> None:
    """Another agency or year than the title has: nobody knows which of them is meant."""
    report = own_report()
    report.agency, report.year = gd.Agency(name="示例县统计局", division="320682"), 2020
    reading = gd.parse(replaced(str(gd.render(report, "text")), *RENAMED))

    assert (reading.report.agency, reading.report.year, reading.report.published) == (None, None, None)
    assert [(each.paths, each.raw) for each in reading.notes if each.code == "METADATA-UNREADABLE"] == [
        (("agency",), '机关名称："示例县统计局"'),
        (("agency.division",), '行政区划代码："320682"'),
        (("year",), "年度：2020"),
        (("published",), '发布日期："2022-01-20"'),
    ]
    # What the caller knows is in doubt no more.
    known = gd.parse(replaced(str(gd.render(report, "text")), *RENAMED), year=2021)
    assert "year" not in {path for each in known.notes for path in each.paths}


def test_metadata_that_say_that_there_is_none_are_not_overruled() -> None:
    """机关：null, though the title names one: nobody knows which is meant."""
    report = own_report()
    report.agency = None
    reading = gd.parse(replaced(str(gd.render(report, "text")), *RENAMED))

    assert reading.report.agency is None
    assert ("METADATA-UNREADABLE", "机关：null") in noted(reading)


@pytest.mark.parametrize("known", WRITTEN)
def test_metadata_that_are_not_believed_are_nowhere(known: str) -> None:
    """Neither in a paragraph nor in what the page says of itself."""
    report = gd.parse(changed(known, *RENAMED), format=known).report

    assert gd.dumps(report).count("govdisclosure") == 1  # The mark of the JSON itself.
    assert (report.published, report.preamble) == (told_report(known).published, REPORT.preamble)


@pytest.mark.parametrize(
    "page",
    [
        PAGE + PAGE,
        PAGE.replace("</main>", f"</main>{PAGE[PAGE.index('<main>') :]}"),
        replaced(PAGE, TABLES[1], TABLES[1] * 2),
        replaced(PAGE, "</main>", f"</main>{TABLES[1]}"),
        replaced(PAGE, f"{WORDS}</p>", f"{WORDS}</p>{TABLES[1]}"),
        replaced(PAGE, TABLES[0], TABLES[1]),
    ],
)
def test_a_second_form_in_our_page_is_refused(page: str) -> None:
    """The page twice, a table twice, wherever it stands."""
    assert refusal(page) == "TWO-FORMS"


@pytest.mark.parametrize("known", ["text", "markdown"])
def test_our_text_with_a_second_form_is_refused(known: str) -> None:
    """With its head or without."""
    text = str(gd.render(REPORT, known))

    assert refusal(text * 2) == refusal(text + text.partition("\n\n")[2]) == "TWO-FORMS"


def test_our_word_form_with_a_second_form_is_refused() -> None:
    """A table or all of it, pasted behind."""
    tables = re.findall("<w:tbl>.*?</w:tbl>", document(), re.DOTALL)
    body = document().partition("<w:body>")[2].partition("<w:sectPr")[0]

    assert refusal(word_with(tables[1], f"{tables[1]}<w:p/>{tables[1]}")) == "TWO-FORMS"
    assert refusal(word_with(body, body * 2)) == "TWO-FORMS"


def test_our_workbook_with_a_second_form_is_refused() -> None:
    """The sheet copied for another year; one that is hidden is not there."""

    def copied(workbook: Workbook) -> None:
        workbook.copy_worksheet(sheet_of(workbook))

    def hidden(workbook: Workbook) -> None:
        copied(workbook)
        workbook.worksheets[1].sheet_state = "hidden"

    assert refusal(excel_with(copied)) == "TWO-FORMS"
    assert gd.parse(excel_with(hidden)) == gd.Reading(REPORT)


@pytest.mark.parametrize("place", [0, 1])
def test_a_second_sheet_of_our_workbook_is_read_as_one_of_others(place: int) -> None:
    """Wherever it stands, its words come behind; one without words is nothing."""

    def added(workbook: Workbook) -> None:
        workbook.create_sheet("空", place)
        sheet = workbook.create_sheet("核对", place)
        sheet["A1"], sheet["B1"] = "合计", 3

    expected = own_report()
    assert expected.other_matters is not None
    expected.other_matters.append("合计 | 3")
    assert gd.parse(excel_with(added)) == gd.Reading(expected)


def test_the_column_of_marks_may_be_shown_but_not_lost() -> None:
    """Who shows it changes nothing; a row without its mark makes the form one of others."""

    def shown(workbook: Workbook) -> None:
        sheet_of(workbook).column_dimensions["A"].hidden = False

    def lost(workbook: Workbook) -> None:
        sheet_of(workbook).cell(row_of(ROW), 1).value = None

    assert gd.parse(excel_with(shown)) == gd.Reading(REPORT)
    assert gd.parse(excel_with(lost)) == told_reading("xlsx")


def test_a_row_that_is_hidden_is_not_there() -> None:
    """In no format is the form ours then."""

    def hide(workbook: Workbook) -> None:
        sheet_of(workbook).row_dimensions[row_of(ROW)].hidden = True

    start = document().rindex("<w:tr>", 0, document().index(ROW))
    word = with_part(
        WORD,
        _DOCUMENT,
        (document()[:start] + document()[start:].replace("<w:trPr>", "<w:trPr><w:hidden/>", 1)).encode(),
    )
    page = re.sub(rf"<tr>(<th[^>]*>{ROW})", r"<tr hidden>\1", PAGE)

    for content in (excel_with(hide), word, page):
        assert noted(gd.parse(content)) == [("UNPLACED", ROW)]


@pytest.mark.parametrize("frame", ['<main style="display:none">', "<main hidden>"])
def test_a_page_of_ours_that_is_hidden_holds_no_report(frame: str) -> None:
    """Nothing of it is seen."""
    assert refusal(replaced(PAGE, "<main>", frame)) == "TITLE-MISSING"


@pytest.mark.parametrize(
    ("sheet", "attributes", "cell"),
    [
        (".x{color:#111}", "", 12),
        (".x{text-decoration:line-through}", ' class="x"', None),
        (".x{display:none}", ' class="x"', None),
    ],
)
def test_tables_of_a_page_with_another_style_sheet_are_what_it_shows(
    sheet: str, attributes: str, cell: CellValue
) -> None:
    """The rest stays ours, its paragraphs as they were written."""
    page = page_with(f"<span{attributes}>12</span>").replace("</head>", f"<style>{sheet}</style></head>")
    page = page.replace(WORDS, f"  {WORDS}")

    assert gd.parse(page).report == own_report(cell, OPENING, f"  {WORDS}")


# Pages, text and Markdown that a program laid out anew.


@pytest.mark.parametrize(
    "page",
    [
        re.sub(r"</(?:td|th|tr|p|tbody|thead|html|body)>", "", PAGE.replace(">\n<", "><")),
        re.sub(r"<(p|td|th|h1|h2)([^>]*)>([^<]*)</\1>", r"<\1\2>\n    \3\n  </\1>", PAGE),
        PAGE.replace("<body>", '<body style="margin:0"><div id="header"><a href="/">首页</a></div>'),
        PAGE.replace('<div class="scroll"', '<div class="table-responsive"'),
    ],
    ids=["minified", "indented", "framed", "boxed"],
)
def test_our_page_may_be_laid_out_anew(page: str) -> None:
    """Made smaller, indented, put into the frame of a site."""
    assert gd.parse(page) == gd.Reading(REPORT)


@pytest.mark.parametrize("known", ["text", "markdown"])
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("gb18030"),
        lambda text: re.sub(" +$", "", text, flags=re.MULTILINE),
        lambda text: re.sub(" {2,}", " ", text),
        lambda text: re.sub("-{4,}", "---", text),
    ],
    ids=["crlf", "bom", "utf-16", "gb18030", "stripped", "narrowed", "ruled"],
)
def test_our_text_may_be_saved_by_an_editor(known: str, change: Callable[[str], str | bytes]) -> None:
    """Line ends, encodings, the widths of columns."""
    assert gd.parse(change(str(gd.render(REPORT, known)))) == gd.Reading(REPORT)


@pytest.mark.parametrize("known", ["text", "markdown"])
def test_a_line_of_our_text_may_end_in_a_bar(known: str) -> None:
    """Nothing stands behind it; a figure there makes the form one of others."""
    text = str(gd.render(REPORT, known))
    row = next(line for line in text.splitlines() if "行政许可" in line)

    assert gd.parse(text.replace(row, f"{row} |")) == gd.Reading(REPORT)
    assert gd.parse(text.replace(row, f"{row} | 3 |")).report.agency == gd.Agency(name="示例县招商局")


# What is compared.

RICH: Final = build_report(
    title="关于2021年工作的报告",
    requests=build_requests("2019"),
    other_matters=None,
    other_sections=[
        OtherSection(heading="七、附件", paragraphs=["甲"]),
        OtherSection(heading="八、附表", paragraphs=[]),
    ],
)


def others() -> Iterator[tuple[str, list[Block]]]:
    """Give every form that differs from ours in one label, span, row or heading."""
    for report in (REPORT, RICH, build_report(year=2020)):
        blocks = compose(report)
        for place, block in enumerate(blocks):
            before, after = blocks[:place], blocks[place + 1 :]
            if isinstance(block, Grid):
                for name, rows in _other_rows(block):
                    yield name, [*before, attrs.evolve(block, rows=rows), *after]
                yield "table twice", [*before, block, block, *after]
                yield "table gone", [*before, *after]
            elif isinstance(block, Paragraph) and block.role in {Role.TITLE, Role.HEADING}:
                if block.role is Role.HEADING:
                    yield "heading renamed", [*before, attrs.evolve(block, text=f"{block.text}甲"), *after]
                yield "heading again", [*blocks, attrs.evolve(block, text="一、总体情况")]
                yield "role lost", [*before, attrs.evolve(block, role=Role.TEXT), *after]


def _other_rows(grid: Grid) -> Iterator[tuple[str, tuple[tuple[GridCell, ...], ...]]]:
    rows = grid.rows
    for number, row in enumerate(rows):
        yield "row gone", (*rows[:number], *rows[number + 1 :])
        yield "row twice", (*rows[: number + 1], *rows[number:])
        yield "cell gone", (*rows[:number], row[:-1], *rows[number + 1 :])
        for at, known in enumerate(row):
            changes: tuple[dict[str, Any], ...] = {"rows": known.rows + 1}, {"columns": known.columns + 1}
            for change in (*changes, *([{"text": f"{known.text}甲"}] if known.path is None else [])):
                other = (*row[:at], attrs.evolve(known, **change), *row[at + 1 :])
                yield f"{change}", (*rows[:number], other, *rows[number + 1 :])


def test_every_label_span_and_heading_counts() -> None:
    """A form that differs in one of them is not ours."""
    assert [name for name, blocks in others() if is_ours(blocks)] == []


def test_figures_and_paragraphs_do_not_count() -> None:
    """Whatever stands in them; nor do the blanks in a label, which a program has folded."""
    for report in (REPORT, RICH):
        filled: list[Block] = []
        for block in compose(report):
            if isinstance(block, Grid):
                rows = (
                    tuple(
                        attrs.evolve(cell, text="约3" if cell.path else f" {cell.text[:1]}\n{cell.text[1:]}")
                        for cell in row
                    )
                    for row in block.rows
                )
                filled.append(attrs.evolve(block, rows=tuple(rows)))
            elif isinstance(block, Paragraph) and block.role is Role.TEXT:
                filled += [attrs.evolve(block, text="甲"), Paragraph("乙"), Paragraph("丙", Role.TEXT)]
            else:
                filled.append(block)
        assert is_ours(filled)


def test_what_says_nothing_is_not_ours() -> None:
    """Without metadata, or with a table in place of the title."""
    blocks = compose(REPORT)

    assert is_ours(blocks)
    assert not is_ours(blocks[1:])
    assert not is_ours([blocks[0], *blocks[2:]])
    assert not is_ours([blocks[0], Grid(((),)), *blocks[1:]])


def test_a_form_without_title_and_one_that_breaks_off_are_ours() -> None:
    """Of a report without title, no title is expected; nothing has to stand behind the metadata or a paragraph."""
    blocks = compose(build_report(overview=["甲"]))
    words = [block.text if isinstance(block, Paragraph) else None for block in blocks]

    assert is_ours(compose(build_report(title=None)))
    assert is_ours(blocks[:1])
    assert is_ours(blocks[: words.index("甲") + 1])


@pytest.mark.parametrize("added", [Paragraph("附注", Role.HEADING), Paragraph("一、总体情况")])
def test_a_heading_that_the_form_has_not_there_makes_it_none_of_ours(added: Paragraph) -> None:
    """One of somebody's own, or one of the form's for the second time, though it is not marked as a heading."""
    blocks = compose(REPORT)

    assert is_ours([*blocks, Paragraph("附注")])
    assert not is_ours([*blocks, added])


@pytest.mark.parametrize(
    "known", [known for known in FORMATS.values() if known.writer is not None], ids=lambda known: known.name
)
def test_every_format_can_be_read_as_shown(known: Format) -> None:
    """Without metadata, whoever wrote it; the report is the one that the document tells."""
    assert known.reader is not None
    reader = cast("OwnReader[str | bytes]", known.reader())

    blocks = reader.read_as_shown(gd.render(REPORT, known.name), Limits(), Clock(60))

    assert not any(isinstance(block, MetadataBlock) for block in blocks)


def test_what_is_not_ours_any_more_is_read_as_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the same reader, though it gave other blocks while it believed the metadata."""

    class Reader:
        def read(self, _content: str, _limits: Limits, _clock: Clock) -> list[Block]:
            return compose(REPORT)[:2] * 2

        def read_as_shown(self, _content: str, _limits: Limits, _clock: Clock) -> list[Block]:
            return compose(REPORT)

    monkeypatch.setitem(FORMATS, "own", Format("own", (".own",), Reader, takes="text"))

    assert gd.parse("", format="own") == gd.Reading(REPORT)


def test_a_reader_without_a_way_to_show_loses_the_metadata(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a format of somebody else, metadata of a form that is not ours are not believed, either."""

    class Reader:
        def read(self, _content: str, _limits: Limits, _clock: Clock) -> list[Block]:
            first, *blocks = compose(REPORT)
            return [first, *blocks, *blocks]

    monkeypatch.setitem(FORMATS, "own", Format("own", (".own",), Reader, takes="text"))

    with pytest.raises(gd.ReadError) as caught:
        gd.parse("", format="own")
    assert caught.value.code == "TWO-FORMS"


def lines_of_ours() -> tuple[list[Block], int]:
    """Give the blocks of our text, whose tables are lines with bars, and the place of the first table."""
    known = FORMATS["text"]
    assert known.reader is not None
    blocks = [*known.reader().read(gd.render(REPORT, "text"), Limits(), Clock(60))]
    return blocks, next(place for place, block in enumerate(blocks) if isinstance(block, Grid))


def test_only_the_last_table_may_lack_lines() -> None:
    """A text that breaks off lacks them at its end; anywhere else, lines too few or too many make another form."""
    blocks, place = lines_of_ours()
    table = blocks[place]
    assert isinstance(table, Grid)
    shorter = attrs.evolve(table, rows=table.rows[:-1], sources=())
    longer = attrs.evolve(table, rows=(*table.rows, table.rows[-1]), sources=())

    assert is_ours(blocks)
    assert is_ours([*blocks[:place], shorter])
    assert not is_ours([*blocks[:place], shorter, *blocks[place + 1 :]])
    assert not is_ours([*blocks[:place], longer])
    assert not is_ours([*blocks[:place], longer, *blocks[place + 1 :]])


def test_a_heading_without_its_numeral_is_one_that_was_renamed() -> None:
    """A form that ends below it does not just break off."""
    blocks, place = lines_of_ours()

    assert is_ours(blocks[: place - 1])
    assert not is_ours([*blocks[: place - 1], Paragraph("主动公开政府信息情况")])


def test_a_small_table_with_blank_cells_is_text_of_ours() -> None:
    """In a section without table, as long as it holds no label of the form."""
    blocks, place = lines_of_ours()

    assert is_ours([*blocks[: place - 1], Grid(((GridCell("甲"), GridCell("")),)), *blocks[place - 1 :]])
    assert not is_ours([*blocks[: place - 1], Grid(((GridCell("规章"), GridCell("")),)), *blocks[place - 1 :]])


def shown(value: object) -> str:
    """Give what a program shows of what is stored in a cell."""
    if isinstance(value, dt.date):
        return f"{value.year}年{value.month}月{value.day}日"
    return "" if value is None else str(value)


def page_of_sheet(sheet: Worksheet) -> str:
    """Give a sheet as another program saves it as a web page: one table, with all columns that are shown."""
    sizes = {merged.coord.partition(":")[0]: merged.size for merged in sheet.merged_cells.ranges}
    covered = {sheet.cell(*place).coordinate for merged in sheet.merged_cells.ranges for place in merged.cells}
    page = "<table>"
    for row in sheet.iter_rows(min_col=FIRST):
        if sheet.row_dimensions[cast("int", row[0].row)].hidden:
            continue
        page += "<tr>"
        for each in row:
            size = sizes.get(each.coordinate, {"columns": 1, "rows": 1})
            if each.coordinate in sizes or each.coordinate not in covered:
                text = "相符" if each.data_type == "f" else escape(shown(each.value))
                page += f'<td colspan="{size["columns"]}" rowspan="{size["rows"]}">{text}</td>'
    return page + "</table>"


def test_the_columns_that_check_our_workbook_are_no_part_of_the_page_that_is_made_of_it() -> None:
    """They stand beside its tables there; whoever cuts off what says so has them noted, and no figure wrong."""
    page = page_of_sheet(sheet_of(workbook_of(EXCEL)))

    assert gd.parse(page) == gd.Reading(told_report("html"))
    noted = gd.parse(page.replace(NOT_PRINTED, ""))
    values = {each.path: each.value for each in gd.cells(noted.report)}
    doubtful = {path for each in noted.notes for path in each.paths}
    assert all(values[each.path] == each.value or each.path in doubtful for each in gd.cells(REPORT))


# Saved by another program.


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with our files as LibreOffice saves them: IN-OUT.SUFFIX."""
    soffice = program("soffice", "libreoffice")
    folder = tmp_path_factory.mktemp("office")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for source, content in (("html", PAGE.encode()), ("docx", WORD), ("xlsx", excel_cell("12件"))):
        path = folder / f"{source}.{source}"
        path.write_bytes(content)
        for kind in ("docx:Office Open XML Text", "html:HTML") if source != "xlsx" else ("xlsx", "html"):
            command = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", str(folder / "out"), str(path)]
            subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603 - a program of this machine
            suffix = kind.partition(":")[0]
            (folder / "out" / f"{source}.{suffix}").rename(folder / f"{source}-{suffix}.{suffix}")
    return folder


@pytest.mark.programs
@pytest.mark.parametrize("name", ["docx-docx.docx", "xlsx-xlsx.xlsx"])
def test_a_form_that_an_office_saved_is_ours(office: Path, name: str) -> None:
    """The template filled in with LibreOffice keeps its metadata, and so does the Word form."""
    assert gd.read(office / name) == gd.Reading(REPORT)


@pytest.mark.programs
@pytest.mark.parametrize("name", ["html-docx.docx", "html-html.html", "docx-html.html", "xlsx-html.html"])
def test_a_form_saved_in_another_format_is_one_of_others(office: Path, name: str) -> None:
    """It gains no paragraph and loses none: no caption, page number, metadata or cell that checks it."""
    assert gd.read(office / name) == gd.Reading(told_report(name))


NEXT_YEAR: Final = ("局2021年", "局2022年")


@pytest.mark.parametrize("made", ["text", "markdown", "docx"])
def test_a_title_of_another_year_leaves_the_period_of_its_metadata_blank(made: str) -> None:
    """The form of last year with a new title: nobody has seen the period, which stands in its metadata."""
    report = build_report(preamble=[], overview=["甲"])
    report.title = f"示例县统计{NEXT_YEAR[0]}政府信息公开工作年度报告"
    report.agency = gd.Agency(name="示例县统计局")
    content = gd.render(report, made)

    reading = gd.parse(_with_title_of_next_year(content))

    raw = '统计期限：["2021-01-01", "2021-12-31"]'
    assert gd.parse(content) == gd.Reading(report)
    assert (reading.report.year, reading.report.period) == (2022, None)
    assert reading.notes == (note("METADATA-UNREADABLE", ["period"], raw=raw),)


def _with_title_of_next_year(content: str | bytes) -> str | bytes:
    old, new = NEXT_YEAR
    if isinstance(content, str):
        return content.replace(old, new)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        part = archive.read("word/document.xml")
    return with_part(content, "word/document.xml", part.replace(old.encode(), new.encode()))


@pytest.mark.parametrize("made", ["text", "docx"])
def test_a_period_of_another_year_comes_back(made: str) -> None:
    """A report may have one, which its metadata then tell with the year."""
    report = build_report(period=gd.Period(start=dt.date(2020, 1, 1), end=dt.date(2020, 12, 31)), preamble=[])

    assert gd.parse(gd.render(report, made)) == gd.Reading(report)


def test_a_period_that_is_printed_is_kept_below_a_title_of_another_year() -> None:
    """It is seen, and checked against the year."""
    report = build_report()
    report.title = f"示例县统计{NEXT_YEAR[0]}政府信息公开工作年度报告"
    report.agency = gd.Agency(name="示例县统计局")

    reading = gd.parse(_with_title_of_next_year(gd.render(report, "text")))

    assert (reading.report.year, reading.report.period, reading.notes) == (2022, report.period, ())

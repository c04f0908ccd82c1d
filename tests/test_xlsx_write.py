"""Workbooks as they are written: figures, text that stays text, metadata, looks, and the same bytes each time."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from openpyxl.cell.cell import MergedCell
from support.builders import build_report
from support.workbooks import opened, place_of, workbook_of

import govdisclosure as gd
from govdisclosure.form.blocks import Block, Grid, GridCell, Paragraph, Role
from govdisclosure.formats.xlsx import _workbook
from govdisclosure.formats.xlsx._areas import cell_at
from govdisclosure.formats.xlsx._sizes import page_breaks
from govdisclosure.formats.xlsx._workbook import WrittenSheet
from govdisclosure.formats.xlsx.rows import read_rows
from govdisclosure.formats.xlsx.table import write_table
from govdisclosure.formats.xlsx.write import write

_TEXT = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}t"
_FEES = "proactive_disclosure.fees.amount"
_TOTAL = "requests.total.newly_received"
_RECEIVED = "一、本年新收政府信息公开申请数量"


@pytest.mark.parametrize(
    ("value", "cell", "format"),
    [
        (0, 0, "0"),
        (13, 13, "0"),
        (999_999_999_999_999, 999_999_999_999_999, "0"),
        (10**15, "1000000000000000", "@"),
        (gd.NA, "/", "0"),
        (None, None, "0"),
    ],
)
def test_a_count_is_a_number(value: int | None, cell: object, format: str) -> None:  # noqa: A002 - what it is
    """Unless Excel has not as many digits; "/" is text, a blank is nothing. A wrong total stays as it was printed."""
    content = gd.render(build_report(cells={_TOTAL: value}), "xlsx")

    written = opened(content)[place_of(content, _RECEIVED, 14)]
    assert (written.value, written.number_format) == (cell, format)


@pytest.mark.parametrize(
    ("value", "cell", "format"),
    [
        (Decimal(0), 0, "0"),
        (Decimal("0.00"), 0, "0.00"),
        (Decimal("35.650"), 35.65, "0.000"),
        (Decimal("0.0000001"), 1e-7, "0.0000000"),
        (Decimal("1234567890123.456"), "1234567890123.456", "@"),
        (gd.NA, "/", "0.00####"),
        (None, None, "0.00####"),
    ],
)
def test_money_keeps_its_scale(value: Decimal | None, cell: object, format: str) -> None:  # noqa: A002 - what it is
    """By the format of its number."""
    content = gd.render(build_report(cells={_FEES: value}), "xlsx")

    written = opened(content)[place_of(content, "行政事业性收费", 6)]
    assert (written.value, written.number_format) == (cell, format)


def test_an_amount_shows_its_unit() -> None:
    """As a part of the format; the cell holds a number."""
    content = gd.render(build_report(year=2020), "xlsx")

    written = opened(content)[place_of(content, "政府集中采购", 11)]
    assert (written.value, written.number_format) == (96171.6, '0.0"元"')


def test_formulas_stand_only_outside_of_the_form() -> None:
    """Nothing in the form is computed or leads anywhere, and nothing beside it is printed."""
    texts = ["=1+1", "+1", "-1", "@x", "＝1", " =1", "http://example.cn/", "internal:A1", "{=1}", "1"]
    content = gd.render(build_report(overview=texts), "xlsx")

    sheet = opened(content)
    formulas = {cell.column or 0 for row in sheet.iter_rows() for cell in row if cell.data_type == "f"}
    assert min(formulas) > 16
    assert sheet.print_area == f"'{sheet.title}'!$B$1:$P$75"
    cells = [sheet.cell(row, 2) for row in range(5, 15)]
    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in cells] == [(text, "s", None) for text in texts]
    assert [cell.quotePrefix for cell in cells] == [True] * 6 + [False] * 4


def test_escapes_of_excel_are_escaped() -> None:
    """So that Excel shows them as they are: broken into runs where an escape would begin with what ends another."""
    for text, stored in (
        ("_x000D_", ["_x005F_x000D_"]),
        ("_x000D_x000d_", ["_x", "000D_x", "000d_"]),
        ("_x005F_x000D_", ["_x", "005F_x", "000D_"]),
        ("_x000D", ["_x000D"]),
        ("__x00aF__", ["__x005F_x00aF__"]),
        ("<r><t>1</t></r>", ["<", "r><t>1</t></r>"]),
        ("<r>_x000D_</r>", ["<", "r>_x", "000D_</r>"]),
        ("<r>", ["<r>"]),
        ("=<r></r>", ["=<r></r>"]),
    ):
        content = write_table("表", [[text]])
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            strings = ET.fromstring(archive.read("xl/sharedStrings.xml"))  # noqa: S314 - our own
        assert [piece.text for piece in strings.iter(_TEXT)] == stored
        assert [row[1][1] for row in read_rows(content)] == [text]
        report = build_report(overview=[text, "x005F_"], agency=gd.Agency(name="甲", division="350100"), title=text)
        assert gd.parse(gd.render(report, "xlsx")) == gd.Reading(report)


def test_a_long_paragraph_goes_on_in_the_next_row() -> None:
    """Where a sentence ends, if it has one: a row of Excel is not high enough for it, nor its cells wide enough."""
    texts = ["机关依法公开。" * 6_000, "字" * 40_000, "\u0301" * 40_000, " " * 3_000, "=" * 40_000]
    report = build_report(overview=texts, title="题" * 3_000)

    content = gd.render(report, "xlsx")

    sheet = opened(content)
    cells = [row[0].value for row in sheet.iter_rows(min_col=2, max_col=2)]
    assert max(len(str(cell)) for cell in cells) <= 4_000
    assert sum(str(cell).endswith("公开。") for cell in cells) > 30
    assert max(size.height or 0 for size in sheet.row_dimensions.values()) <= 409
    assert gd.parse(content) == gd.Reading(report)


def test_the_head_is_in_the_properties_of_the_document() -> None:
    """As JSON; a long value in pieces, since Excel keeps 255 characters of each."""
    name = "示例" * 300
    content = gd.render(build_report(agency=gd.Agency(name=name, division="350100")), "xlsx")

    workbook: Any = workbook_of(content)
    texts = {each.name: each.value for each in workbook.custom_doc_props.props}
    assert texts["govdisclosure"] == '"1"'
    assert '"350100"' in texts.values()
    assert sorted(map(len, texts.values()))[-3:] == [102, 250, 250]
    assert gd.parse(content).report.agency == gd.Agency(name=name, division="350100")


def test_properties_hold_what_excel_counts_twice_and_takes_for_its_own() -> None:
    """An emoji is two of the 255 characters of a property, and _x000D_ a line end: both are written as JSON can."""
    report = build_report(agency=gd.Agency(name="_x000D_x000D_" + "😀" * 200, division="350100"), title="题")

    content = gd.render(report, "xlsx")

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        properties = archive.read("docProps/custom.xml").decode()
    assert "_x" not in properties
    assert "😀" not in properties
    assert gd.parse(content) == gd.Reading(report)
    with pytest.raises(gd.UsageError, match="a property of a workbook has at most 255 characters"):
        WrittenSheet("表").describe("名", "😀" * 128)


def test_nothing_is_cut_off_or_left_out_without_a_word() -> None:
    """A cell of a table that is too long, and one that a sheet has not, are refused; a list says where it is cut."""
    most = f"{'😀' * 16_383}字"

    assert opened(write([Grid(((GridCell(most),),))]))["B1"].value == most
    with pytest.raises(gd.UsageError, match="16,384 cells, each of 32,767 characters at most"):
        write([Grid(((GridCell(f"{most}。"),),))])
    with pytest.raises(gd.UsageError, match="a workbook has 1,048,576 rows"):
        WrittenSheet("表").put(cell_at(1_048_577, 1), 1, {})
    sheet = opened(write_table("表", [["甲"], [most], [f"{most}。"]]))
    assert [sheet.cell(row, 1).value for row in (2, 3)] == [most, f"{'😀' * 16_383}…"]
    assert sheet.row_dimensions[3].height == 409


def test_the_sheet_is_laid_out_for_paper() -> None:
    """A4, one page wide, the marks of the rows out of sight."""
    sheet = opened(gd.render(build_report(), "xlsx"))

    setup = sheet.page_setup
    assert (setup.paperSize, setup.fitToWidth or 1, setup.fitToHeight) == (9, 1, 0)
    assert (sheet.title, sheet.column_dimensions["A"].hidden) == ("年度报告", True)
    assert (sheet.freeze_panes, sheet["B1"].value) == (None, "示例镇人民政府2021年政府信息公开工作年度报告")


@pytest.mark.parametrize(("year", "titles"), [(2021, {"件数", "金额"}), (2020, {"件数", "增减数", "金额"})])
def test_every_figure_has_a_rule_for_what_is_typed(year: int, titles: set[str]) -> None:
    """Each with a message for what it wants, and one for what is wrong; so has the day of publication alone."""
    report = build_report(year=year)
    sheet = opened(gd.render(report, "xlsx"))

    day, *rules = sorted(sheet.data_validations.dataValidation, key=lambda rule: rule.promptTitle != "发布日期")
    assert (day.promptTitle, day.prompt == day.error, str(day.sqref)) == ("发布日期", True, f"M{sheet.max_row}")
    covered = [sheet.cell(*place) for rule in rules for area in rule.sqref for place in area.cells]
    figures = [cell for cell in covered if not isinstance(cell, MergedCell)]
    assert {(rule.type, rule.errorTitle, rule.prompt == rule.error) for rule in rules} == {("custom", "填写有误", True)}
    assert {rule.promptTitle for rule in rules} == titles
    assert len(figures) == len(set(figures)) == len(list(gd.cells(report)))
    assert {cell.alignment.shrink_to_fit for cell in figures} == {True}


def test_a_row_is_as_high_as_its_own_words() -> None:
    """A label that reaches down over several rows makes none of them higher."""
    sheet = opened(gd.render(build_report(), "xlsx"))

    heights = {
        str(cell.value)[:4]: sheet.row_dimensions[number].height
        for number, row in enumerate(sheet.iter_rows(max_col=6), 1)
        for cell in row
    }
    assert heights["三、本年"] == heights["（一）予"] == 18.5
    assert heights["（二）部"] == 33.0


def test_what_is_no_entry_is_locked() -> None:
    """Labels, headings and checks; no password is asked of who wants to change them, and rows can be put in."""
    report = gd.AnnualReport.blank(agency="示例县", year=2025)
    sheet = opened(gd.render(report, "xlsx"))

    assert sheet.parent is not None
    figures = [next(iter(each.destinations))[1] for each in sheet.parent.defined_names.values()]
    unlocked = {cell.coordinate for row in sheet.iter_rows(min_col=2) for cell in row if not cell.protection.locked}
    entries = {f"B{row}" for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value in {"title", None}}
    assert unlocked - entries >= {place.replace("$", "") for place in figures}
    assert entries <= unlocked
    assert [sheet.column_dimensions[letter].protection.locked for letter in "ABQ"] == [True, False, True]
    assert [sheet[place_of(gd.render(report, "xlsx"), label, 0)].protection.locked for label in ("规章", _RECEIVED)]
    assert (sheet.protection.sheet, sheet.protection.password, sheet.protection.insertRows) == (True, None, False)


def test_the_rows_of_the_preamble_say_what_belongs_there() -> None:
    """They have no heading that does."""
    sheet = opened(gd.render(gd.AnnualReport.blank(agency="示例县", year=2025), "xlsx"))

    hints = [
        (str(rule.sqref), rule.type) for rule in sheet.data_validations.dataValidation if rule.promptTitle == "前言"
    ]
    assert hints == [("B2:B4", None)]


def breaks(report: gd.AnnualReport) -> list[object]:
    """Give what stands first on each page that begins where the workbook of a report says."""
    return breaks_in(gd.render(report, "xlsx"))


def breaks_in(content: bytes) -> list[object]:
    """Give what stands first on each page that begins where a workbook says."""
    sheet = opened(content)
    return [sheet.cell(each.id + 1, 2).value for each in sheet.row_breaks.brk]


def test_a_table_stands_on_one_page() -> None:
    """
    With its heading, if a page can hold it; what is left of a page is used where the table fits there.

    That page begins where the workbook says: a program that prints all smaller would have more rows on the one before.
    """
    third, fourth = "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"
    text = ["机关依法公开政府信息。" * 12]

    assert breaks(build_report()) == breaks(build_report(year=2020)) == [third, fourth]
    assert breaks(build_report(overview=text * 10)) == ["二、主动公开政府信息情况", third, fourth]
    assert breaks(build_report(overview=text * 14)) == [*text, third, fourth]
    assert page_breaks([500.0, 100.0, 100.0, 100.0], {2: 3}) == [1]
    assert page_breaks([700.0, 10.0, 800.0], {2: 2}) == []
    assert page_breaks([100.0, 400.0, 300.0], {1: 3}) == []
    assert page_breaks([700.0, 30.0, 10.0, 10.0, 10.0, 10.0], {3: 2, 5: 2}) == [1]
    assert page_breaks([700.0, 30.0, 700.0, 10.0, 10.0, 10.0], {4: 2}) == [2]
    assert page_breaks([700.0, 30.0, 300.0, 10.0, 380.0, 10.0], {3: 2, 5: 2}) == [1, 4]


LONG, SHORT = "字" * 49 * 26, "字" * 49 * 20
"""Two paragraphs that leave room for two lines on a page."""


def signed(*blocks: Block) -> list[object]:
    """Give what stands first on the pages behind the first one, of these blocks with a signature."""
    signature = [Paragraph(text, Role.SIGNATURE) for text in ("示例镇人民政府", "2022年1月20日")]
    return breaks_in(write([*blocks, *signature]))


def test_a_signature_does_not_stand_alone_on_a_page() -> None:
    """The last paragraph goes with it, and the heading above that; of one over several rows, the last of these."""
    heading, last = Paragraph("六、其他", Role.HEADING), Paragraph("无。")
    long, short, table = Paragraph(LONG), Paragraph(SHORT), Grid(((GridCell("甲"),),))

    assert signed(long, last) == []
    assert signed(long, short, last) == ["无。"]
    assert signed(heading, long, short, last) == ["无。"]
    assert signed(long, short, heading, last) == ["六、其他"]
    assert signed(long, short, heading) == ["六、其他"]
    assert signed(long, Paragraph(SHORT + "。" + LONG)) == [LONG]
    # Below a table its two lines stand on one page.
    assert signed(long, short, table) == ["示例镇人民政府"]


def test_a_heading_does_not_stand_alone_at_the_end_of_a_page() -> None:
    """What stands below it goes with it: a paragraph, or a row to be filled in."""
    long, heading = Paragraph(LONG), Paragraph("六、其他", Role.HEADING)

    assert breaks_in(write([long, Paragraph(SHORT[:-49]), heading, long])) == ["六、其他"]
    assert breaks_in(write([long, Paragraph(SHORT), heading])) == ["六、其他"]
    assert breaks_in(write([heading, heading, long])) == []


@pytest.mark.parametrize("year", [2021, 2020])
def test_each_figure_has_its_path_as_a_name(year: int) -> None:
    """By which a formula or a program finds its cell; the blank template has them, too."""
    report = build_report(year=year)
    workbook = workbook_of(gd.render(report, "xlsx"))
    blank = workbook_of(gd.render(gd.AnnualReport.blank(agency="示例县", year=year), "xlsx"))

    places = {name: next(iter(each.destinations)) for name, each in workbook.defined_names.items()}
    assert places.keys() == blank.defined_names.keys() == {cell.path for cell in gd.cells(report)} | {"published"}
    assert workbook["年度报告"][places[_TOTAL][1]].coordinate == place_of(gd.render(report, "xlsx"), _RECEIVED, 14)


def test_rows_are_marked_and_there_is_room_to_fill_in() -> None:
    """Three high rows below a heading without text, a narrow one between sections, none at the top."""
    grid = Grid(((GridCell("甲"),), (GridCell("乙"),)))
    blocks: list[Block] = [
        Paragraph("题", Role.HEADING),
        Paragraph("二", Role.HEADING),
        Paragraph("字"),
        Paragraph(""),
        grid,
    ]

    sheet = opened(write(blocks))

    rows = [(sheet.cell(row, 1).value, sheet.row_dimensions[row].height) for row in range(1, sheet.max_row + 1)]
    assert [mark for mark, _ in rows] == ["heading", None, None, None, "heading", "text", "empty", "table", "row", None]
    assert [height for mark, height in rows if mark is None] == [48.0, 48.0, 48.0, 14.5]
    assert opened(write([Paragraph("", Role.TITLE)]))["A1"].value == "title"


def test_labels_beside_figures_stand_at_the_left() -> None:
    """Column heads, and labels that reach over several rows, stand in the middle."""
    sheet = opened(gd.render(build_report(), "xlsx"))

    stands = {str(cell.value): cell.alignment.horizontal for row in sheet.iter_rows(max_col=6) for cell in row}
    assert {stands["一、本年新收政府信息公开申请数量"], stands["1.属于国家秘密"], stands["规章"]} == {"left"}
    assert {stands["三、本年度办理结果"], stands["信息内容"], stands["结果维持"]} == {"center"}


def test_columns_of_a_list_are_as_wide_as_their_words() -> None:
    """A blank takes no room; nothing makes a column wider than 60."""
    sheet = opened(write_table("表", [["甲", "乙", "丙"], [None, "一二三四五", "长" * 90]]))

    assert [sheet.column_dimensions[letter].width for letter in "ABC"] == [6, 14, 60]


def test_a_long_head_above_short_numbers_stands_upright() -> None:
    """So that many columns of counts fit beside each other; the row of heads is as high as they are long."""
    sheet = opened(write_table("表", [["FEE-STATEMENT", "甲", "LATE"], [1, 2, 3], [None, 1000, 4]]))

    assert [sheet.cell(1, column).alignment.textRotation for column in (1, 2, 3)] == [90, 0, 0]
    assert sheet.column_dimensions["A"].width == 7
    assert sheet.row_dimensions[1].height == 8.5 * len("FEE-STATEMENT")


def test_a_long_text_of_a_list_is_broken_into_lines() -> None:
    """Its row is as high as these; a short one has the height of a line."""
    sheet = opened(write_table("表", [["甲"], ["长" * 70], ["短"]]))

    assert [sheet.cell(row, 1).alignment.wrap_text for row in (2, 3)] == [True, None]
    assert [sheet.row_dimensions[row].height for row in (2, 3)] == [45, None]


def test_a_list_can_have_a_sheet_of_remarks() -> None:
    """A line each, broken where it is longer than a page is wide, and no formula; the first sheet stays in front."""
    content = write_table("表", [["甲"], [1]], remarks=("备注", ["=1", "长" * 130]))
    workbook = workbook_of(content)

    remarks = workbook["备注"]
    assert (workbook.sheetnames, opened(content).title) == (["表", "备注"], "表")
    assert [(cell.value, cell.data_type, cell.alignment.wrap_text) for (cell,) in remarks.iter_rows()] == [
        ("=1", "s", True),
        ("长" * 130, "s", True),
    ]
    assert [remarks.row_dimensions[row].height for row in (1, 2)] == [None, 45]
    assert (remarks.page_setup.orientation, remarks.column_dimensions["A"].width) == ("landscape", 120)


def test_a_list_is_printed_across_a_page() -> None:
    """The column heads on each page; of the columns, so many as are asked for."""
    rows: list[list[str | int | None]] = [["甲", "乙", "丙"], [1, 2, 3]]
    whole, some = opened(write_table("表", rows)), opened(write_table("表", rows, printed=2))

    assert (whole.page_setup.orientation, whole.page_setup.fitToHeight) == ("landscape", 0)
    assert whole.sheet_properties.pageSetUpPr is not None
    assert (whole.print_title_rows, whole.sheet_properties.pageSetUpPr.fitToPage) == ("$1:$1", True)
    assert [sheet.print_area for sheet in (whole, some)] == ["'表'!$A$1:$C$2", "'表'!$A$1:$B$2"]


def test_a_cell_of_a_list_can_lead_somewhere() -> None:
    """What it shows stays, and a formula it is not."""
    sheet = opened(write_table("表", [["甲"], ["=1"]], links={(2, 1): "a%20b.html"}))

    cell = sheet["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink.target) == ("=1", "s", "a%20b.html")


def test_links_beyond_what_excel_holds_are_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many of them, and one that is too long."""
    monkeypatch.setattr(_workbook, "_MOST_LINKS", 1)
    links = {(2, 1): "a" * 2_080, (3, 1): "b", (4, 1): "c"}

    sheet = opened(write_table("表", [["甲"], ["一"], ["_x000D_x000D_"], ["三"]], links=links))

    targets = [cell.hyperlink and cell.hyperlink.target for (cell,) in sheet.iter_rows()]
    assert targets == [None, None, "b", None]
    assert [cell.value for (cell,) in sheet.iter_rows()] == ["甲", "一", "_x000D_x000D_", "三"]


def test_blocks_without_a_report_are_a_workbook_as_well() -> None:
    """A sheet with nothing, one with a paragraph of no role, and one with a table that is none of the form."""
    assert opened(write([])).max_row == 1
    assert opened(write([Paragraph("字"), Paragraph("题", Role.HEADING)]))["B1"].value == "字"
    assert opened(write([Grid(((GridCell("甲"), GridCell("乙")),))]))["I1"].value == "乙"


_PROGRAM = """\
import sys
sys.path.insert(0, {tests!r})
from support.builders import build_report
import govdisclosure as gd
sys.stdout.buffer.write(gd.render(build_report(year=2020), "xlsx"))
"""


@pytest.mark.programs
def test_the_bytes_are_the_same_each_time() -> None:
    """In two processes, whatever the time and the seed of hashes: no time is in them."""
    program = _PROGRAM.format(tests=str(Path(__file__).parent))
    first, second = (
        subprocess.run([sys.executable, "-c", program], check=True, capture_output=True).stdout  # noqa: S603 - ours
        for _ in range(2)
    )

    assert first == second == gd.render(build_report(year=2020), "xlsx")
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.programs
def test_a_missing_extra_is_named() -> None:
    """Writing needs XlsxWriter, reading needs nothing."""
    program = """\
import sys
sys.modules["openpyxl"] = sys.modules["xlsxwriter"] = None
import govdisclosure as gd
content = sys.stdin.buffer.read()
print(gd.parse(content).exact)
try:
    gd.render(gd.AnnualReport(), "xlsx")
except gd.MissingDependency as error:
    print(error.extra)
"""
    content = gd.render(build_report(), "xlsx")
    done = subprocess.run([sys.executable, "-c", program], input=content, check=True, capture_output=True)  # noqa: S603 - ours

    assert done.stdout.split() == [b"True", b"xlsx"]

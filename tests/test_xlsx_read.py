"""Workbooks as they are read: our own as written, filled in by hand, those of others, and files that are none."""

from __future__ import annotations

import io
import random
import zipfile
from decimal import Decimal
from string import ascii_uppercase
from typing import TYPE_CHECKING

import openpyxl
import pytest
from attrs import evolve
from hypothesis import given
from support.builders import OPENING, build_report
from support.mentions import workbook_of_sheets
from support.workbooks import by_others, computed, edited, opened, place_of, saved, with_part, workbook_of

import govdisclosure as gd
from govdisclosure import formats
from govdisclosure.form.blocks import Block, Grid, MetadataBlock, Paragraph
from govdisclosure.formats.xlsx.read import read
from govdisclosure.formats.xlsx.write import write
from govdisclosure.model.notes import Source
from govdisclosure.testing import reports
from govdisclosure.writing.compose import compose

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_SHEET = "xl/worksheets/sheet1.xml"
_BOOK = "xl/workbook.xml"
_CUSTOM = "docProps/custom.xml"
OWN = gd.render(build_report(), "xlsx")
_TOTAL = "requests.total.newly_received"
_RECEIVED = "一、本年新收政府信息公开申请数量"


def blank(year: int = 2025) -> gd.AnnualReport:
    """Give a report to be filled in."""
    return gd.AnnualReport.blank(agency="示例县人民政府", year=year)


@given(reports(extensions=False))
def test_every_report_comes_back(report: gd.AnnualReport) -> None:
    """Without a note, whatever its texts look like."""
    assert gd.parse(gd.render(report, "xlsx")) == gd.Reading(report)


@pytest.mark.parametrize("report", [build_report(), build_report(year=2020), blank(), blank(2020)])
def test_blocks_come_back(report: gd.AnnualReport) -> None:
    """The metadata, the paragraphs with their roles, and the grids with their spans."""
    blocks = compose(report)

    assert read(write(blocks)) == list(map(_without_paths, blocks))


def _without_paths(block: Block) -> Block:
    if not isinstance(block, Grid):
        return block
    return Grid(tuple(tuple(evolve(cell, path=None) for cell in row) for row in block.rows))


def test_a_template_is_filled_in() -> None:
    """Figures in the ways in which they are typed, text in the rows that are left for it, a line a paragraph."""
    content = gd.render(blank(), "xlsx")
    figure = place_of(content, _RECEIVED, 8)
    column, row = figure[0], int(figure[1:])
    typed = {
        f"{chr(ord(column) + at)}{row}": value for at, value in enumerate((12, 12.0, "12", "１２", "/", "", " 7 "))
    }
    overview = int(place_of(content, "一、总体情况", 0)[1:])
    preamble = "本报告的统计期限自2025年1月1日起至2025年12月31日止。"
    texts = {f"B{overview + 1}": f"{OPENING}\n本机关依法公开政府信息。", f"B{overview + 3}": 12, "B2": preamble}

    reading = gd.parse(edited(content, typed | texts))

    expected = blank()
    for path, value in zip(gd.Requests.figure_paths()[0], (12, 12, 12, 12, gd.NA, None, 7), strict=True):
        gd.put(expected, f"requests.{path}", value)
    expected.overview = [OPENING, "本机关依法公开政府信息。", "12"]
    expected.preamble = [preamble]
    assert reading == gd.Reading(expected)


def test_text_that_was_taken_out_is_gone() -> None:
    """A paragraph whose cell was emptied is none any more; one that was added is one; a title may be on two lines."""
    content = gd.render(build_report(preamble=["前言", ""], overview=["甲", "乙"]), "xlsx")
    rows = {str(row[1].value): row[1].coordinate for row in opened(content).iter_rows()}
    last = f"B{int(rows['乙'][1:]) + 1}"

    title = "示例镇人民政府\n2021年政府信息公开工作年度报告"
    report = gd.parse(edited(content, {rows["甲"]: None, last: "丙", "C3": "旁", "B1": title})).report

    assert (report.preamble, report.overview, report.title) == (["前言", "", "旁"], ["乙", "丙"], build_report().title)


def test_a_paragraph_that_goes_on_can_be_edited() -> None:
    """A line that was added in the piece below is a paragraph of its own."""
    content = gd.render(build_report(overview=["句。" * 900]), "xlsx")
    piece = next(row[1] for row in opened(content).iter_rows() if row[0].value == "more")

    report = gd.parse(edited(content, {piece.coordinate: "完。\n又。"})).report

    assert report.overview is not None
    assert [report.overview[0][-4:], *report.overview[1:]] == ["句。完。", "又。"]


@pytest.mark.parametrize(
    ("value", "raw"),
    [
        (12.5, "12.5 [0]"),
        (-3, "-3"),
        ("约12", "约12"),
        ("=1+1", "=1+1"),
        (True, "TRUE"),
        ("#REF!", "#REF!"),
        (1e300, "1" + "0" * 300),
    ],
)
def test_what_is_no_count_is_noted(value: object, raw: str) -> None:
    """Never cut off, and never a blank without a word: a formula that was not computed shows itself."""
    place = place_of(OWN, _RECEIVED, 14)

    reading = gd.parse(edited(OWN, {place: value}))

    (note,) = reading.notes
    assert (note.code, note.paths, note.raw) == ("CELL-UNREADABLE", (_TOTAL,), raw)
    assert note.source is not None
    assert (note.source.table, note.source.row) == (1, int(place[1:]))
    assert reading.report == build_report(cells={_TOTAL: None})


@pytest.mark.programs
def test_a_formula_is_read_as_it_was_computed(tmp_path: Path) -> None:
    """LibreOffice saved what it gave; everything else is as it was written."""
    report = build_report(overview=["=1+1", " 前", "'单"], cells={"proactive_disclosure.fees.amount": Decimal("0.50")})
    content = gd.render(report, "xlsx")
    place = place_of(content, _RECEIVED, 14)
    escaped = build_report(overview=["_x000D_", "<r>1</r>", "http://example.cn/", "a\tb", "😀"])
    others = [blank(), build_report(year=2020), escaped]

    formula, *same = computed(
        [edited(content, {place: "=6+7"}), *(gd.render(each, "xlsx") for each in others)], tmp_path
    )

    gd.put(report, _TOTAL, 13)
    assert gd.parse(formula) == gd.Reading(report)
    assert list(map(gd.parse, same)) == list(map(gd.Reading, others))


def test_money_is_read_as_shown() -> None:
    """With the decimals of its format; an amount that is shown rounded is left blank, with a note."""
    content = gd.render(build_report(), "xlsx")
    place = place_of(content, "行政事业性收费", 6)
    for value, code, amount in (
        (3.5, "0.00", "3.50"),
        (3.456, "0.00##", "3.456"),
        (1234.5, "#,##0.00", "1234.50"),
        (3, '0.0"万元"', "3.0"),
        ("1,234.5", "@", "1234.5"),
        (0.1 + 0.2, "General", "0.3"),
    ):
        workbook = workbook_of(content)
        cell = workbook.worksheets[0][place]
        cell.value, cell.number_format = value, code
        report = gd.parse(saved(workbook)).report
        assert gd.get(report, "proactive_disclosure.fees.amount") == Decimal(amount)
        assert str(gd.get(report, "proactive_disclosure.fees.amount")) == amount


@pytest.mark.parametrize("year", [2021, 2020])
@pytest.mark.parametrize("borders", [True, False])
@pytest.mark.parametrize("merges", [True, False])
def test_workbooks_of_others_are_read(year: int, *, borders: bool, merges: bool) -> None:
    """With lines or without, merged or not, blanks where they are."""
    cells = {"requests.legal_person.other.newly_received": None, "requests.total.carried_over": None}
    report = build_report(year=year, published=None, cells=cells)  # type: ignore[arg-type]

    assert gd.parse(by_others(report, borders=borders, merges=merges)) == gd.Reading(report)


def test_our_sheet_is_known_without_its_properties() -> None:
    """By the marks of its rows; then the metadata are lost, and the rest is read as that of others."""
    report = build_report()
    report.other_matters = [*(report.other_matters or ()), "示例镇人民政府", "2022年1月20日"]

    assert gd.parse(with_part(OWN, _CUSTOM, None)).report == report


def test_what_is_not_shown_is_not_read() -> None:
    """Hidden sheets, rows and columns of others; sheets are read one after the other."""
    workbook = openpyxl.Workbook()
    first, second, hidden = workbook.worksheets[0], workbook.create_sheet(), workbook.create_sheet()
    first["A1"], first["A2"], first["A3"], first["A4"], first["B3"] = "甲", "行", "乙\n丙", 1, "列"
    first.row_dimensions[2].hidden = first.column_dimensions["B"].hidden = True
    second["C9"], hidden["A1"] = "丁", "隐"
    hidden.sheet_state = "hidden"

    assert read(saved(workbook)) == [Paragraph("甲"), Paragraph("乙"), Paragraph("丙"), Paragraph("1"), Paragraph("丁")]


def test_a_workbook_that_shows_nothing_and_hides_sheets_is_said_to() -> None:
    """One that shows something, or that hides nothing, has no form as any other file has none."""

    def refused(shown: str | None, state: str) -> str:
        workbook = openpyxl.Workbook()
        workbook.worksheets[0]["A1"] = shown
        hidden = workbook.create_sheet()
        hidden.sheet_state = state
        hidden["A1"] = "一、总体情况" if state != "visible" else None
        with pytest.raises(gd.ReadError) as caught:
            gd.parse(saved(workbook))
        return str(caught.value)

    said = "xlsx: expected a web page, Word, Excel, PDF, Markdown, text or JSON, found a workbook that shows nothing "
    assert [refused(None, state) for state in ("hidden", "veryHidden")] == [f"{said}and hides sheets; show these"] * 2
    for shown, state in ((None, "visible"), ("见附件", "hidden")):
        assert refused(shown, state).startswith("xlsx: expected the headings and tables of the form"), (shown, state)


def test_rich_and_escaped_text_is_read() -> None:
    """Runs are joined, what tells how to read them is not; escapes are resolved, line ends are one kind."""
    sheet = (
        '<worksheet xmlns="x"><sheetData><row><c t="inlineStr"><is><r><t>甲</t></r><r><t xml:space="preserve"> 乙</t>'
        '</r><rPh sb="0" eb="1"><t>jia</t></rPh></is></c></row><row r="2"><c r="A2" t="str"><f>1</f>'
        '<v>_xD842__xDFB7__x000D_\n丙</v></c></row><row><c t="s"><v> 0 </v></c></row>'
        '<row><c t="inlineStr"/></row><row><c t="b"><v>0</v></c></row>'
        "</sheetData></worksheet>"
    ).encode()
    book = openpyxl.Workbook()
    # What the formula gave is shown as it was saved.
    book.calculation.fullCalcOnLoad = False
    book.worksheets[0]["A1"] = "文"
    content = with_part(saved(book), _SHEET, sheet)
    content = with_part(content, "xl/sharedStrings.xml", b"<sst><si><t>a_x005F_x000D_b</t></si></sst>")

    texts = [block.text for block in read(content) if isinstance(block, Paragraph)]

    assert texts == ["甲 乙", "𠮷", "丙", "a_x000D_b", "FALSE"]


_PROPERTIES = b'<Properties xmlns="x"><property name="govdisclosure"><v>"1"</v></property>%s</Properties>'


def test_a_head_comes_in_pieces() -> None:
    """Properties of others are left alone, and ours without our sheet; one of ours that is no JSON is an error."""
    custom = (
        _PROPERTIES
        % (
            '<property name="公司"><v>x</v></property><property name="govdisclosure:甲"><v>"a</v></property>'
            '<property name="govdisclosure:甲:2"><v>b"</v></property>'
        ).encode()
    )
    assert read(with_part(OWN, _CUSTOM, custom))[0] == MetadataBlock({"govdisclosure": "1", "甲": "ab"})
    alone = with_part(saved(openpyxl.Workbook()), _CUSTOM, custom)
    assert read(alone) == []
    with pytest.raises(gd.ReadError) as caught:
        read(with_part(OWN, _CUSTOM, _PROPERTIES % b'<property name="govdisclosure:a"><v>{</v></property>'))
    assert caught.value.code == "HEAD"


@pytest.mark.parametrize("order", [sorted, lambda pieces: pieces[::-1]])
def test_the_pieces_of_a_head_may_be_in_any_order(order: Callable[[list[str]], list[str]]) -> None:
    """LibreOffice sorts them by their names, so that the tenth stands before the second; one that is lost is missed."""
    digits = "0123456789AB"
    first = f'<property name="govdisclosure:甲"><v>"{digits[0]}</v></property>'
    names = [f'<property name="govdisclosure:甲:{place}"><v>{digit}' for place, digit in enumerate(digits[1:], 2)]
    pieces = [first, *(f"{name}</v></property>" for name in names[:-1]), f'{names[-1]}"</v></property>']

    whole, broken = (_PROPERTIES % "".join(order(some)).encode() for some in (pieces, [*pieces[:4], *pieces[5:]]))

    assert read(with_part(OWN, _CUSTOM, whole))[0] == MetadataBlock({"govdisclosure": "1", "甲": digits})
    with pytest.raises(gd.ReadError) as caught:
        read(with_part(OWN, _CUSTOM, broken))
    assert caught.value.code == "HEAD"


def _sheet_of(rows: str, *, after: str = "") -> bytes:
    part = f"<worksheet><sheetData>{rows}</sheetData>{after}</worksheet>".encode()
    # Without its theme, which is larger than the smallest bounds.
    return with_part(with_part(saved(openpyxl.Workbook()), "xl/theme/theme1.xml", None), _SHEET, part)


_BOMB = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;">]><worksheet>&c;</worksheet>'


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (OWN[:-40], "ZIP"),
        (b"PK\x03\x04", "ZIP"),
        (with_part(OWN, _SHEET, None), "PART-MISSING"),
        (with_part(OWN, _BOOK, None), "PART-MISSING"),
        (with_part(OWN, _SHEET, b"<worksheet>"), "XML"),
        (with_part(OWN, _SHEET, _BOMB), "XML"),
        (with_part(OWN, _SHEET, b'<?xml version="1.0" encoding="no-such"?><worksheet/>'), "XML"),
        (with_part(OWN, _SHEET, b"<a>" * 300), "BEYOND-LIMIT"),
        (_sheet_of('<row r="1"><c r="B2"/></row>'), "XML"),
        (_sheet_of('<row r="1"><c r="B"/></row>'), "XML"),
        (_sheet_of('<row r="1"><c r="B1" t="s"><v>9</v></c></row>'), "XML"),
        (_sheet_of('<row r="1"><c r="B1" t="s"><v>x</v></c></row>'), "XML"),
        (_sheet_of("", after='<mergeCells><mergeCell ref="A"/></mergeCells>'), "XML"),
        *((_sheet_of(f'<row r="1"><c r="{place}"/></row>'), "XML") for place in ("XFE1", "ZZZ1", "A0", "a1", "1A", "")),
        (_sheet_of('<row r="1"><c r="XFD1"><v>1</v></c><c><v>2</v></c></row>'), "XML"),
        (_sheet_of('<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row>'), "XML"),
        (_sheet_of('<row r="1"><c r="B1"><v>1</v></c><c r="A1"/><c><v>2</v></c></row>'), "XML"),
        (_sheet_of('<row r="1"><c r="B1"><v>1</v></c></row><row r="1"><c r="B1"/></row>'), "XML"),
        (_sheet_of('<row r="1048577"><c r="A1048577"/></row>'), "XML"),
        (_sheet_of('<row r="1048576"/><row/>'), "XML"),
    ],
)
def test_a_damaged_file_is_an_error(content: bytes, code: str) -> None:
    """With a code that says what is wrong, and the format."""
    with pytest.raises(gd.ReadError) as caught:
        gd.parse(content, format="xlsx")

    assert (caught.value.code, caught.value.format) == (code, "xlsx")


@pytest.mark.parametrize(
    ("content", "limits"),
    [
        (OWN, formats.Limits(max_unpacked_bytes=1_000)),
        (OWN, formats.Limits(max_cells=100)),
        (OWN, formats.Limits(max_cells=1)),
        (OWN, formats.Limits(max_lines=10)),
        (OWN, formats.Limits(max_depth=2)),
        (
            _sheet_of(
                "".join(f'<row r="{n}"><c r="{c}{n}"><v>1</v></c></row>' for n, c in enumerate(ascii_uppercase[:21], 1))
            ),
            formats.Limits(max_cells=41),
        ),
        (
            _sheet_of(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"甲" + 20 * chr(10)}</t></is></c></row>'),
            formats.Limits(max_lines=10),
        ),
        (
            with_part(
                _sheet_of('<row r="1"><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'),
                "xl/sharedStrings.xml",
                f"<sst><si><t>{'a' * 90_000}</t></si></sst>".encode(),
            ),
            formats.Limits(max_unpacked_bytes=150_000),
        ),
        (
            _sheet_of(
                '<row r="1"><c r="A1"><v>1</v></c></row><row r="900"><c r="ZZ900"><v>1</v></c></row>',
                after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
            ),
            formats.Limits(),
        ),
    ],
)
def test_what_is_beyond_a_bound_is_refused(content: bytes, limits: formats.Limits) -> None:
    """Before it can do harm."""
    with pytest.raises(gd.ReadError) as caught:
        gd.parse(content, format="xlsx", limits=limits)

    assert caught.value.code == "BEYOND-LIMIT"


def test_a_part_is_one_sheet() -> None:
    """As Excel has it: a workbook whose sheets share a part is damaged, and one of very many sheets beyond a bound."""
    sheets = {f"s{place}.xml": "" for place in range(3)}

    assert read(workbook_of_sheets(sheets), formats.Limits(max_cells=60)) == []
    with pytest.raises(gd.ReadError) as caught:
        read(workbook_of_sheets(sheets), formats.Limits(max_cells=59))
    assert caught.value.code == "BEYOND-LIMIT"
    with pytest.raises(gd.ReadError) as caught:
        read(workbook_of_sheets(sheets, mentions=2))
    assert caught.value.code == "XML"


def test_an_encrypted_part_is_an_error() -> None:
    """And so is one that is packed in a way that no spreadsheet uses."""
    for flag, packed, code in ((1, 8, "ENCRYPTED"), (0, 12, "ZIP"), (0, 99, "ZIP")):
        content = bytearray(OWN)
        with zipfile.ZipFile(io.BytesIO(OWN)) as archive:
            offset = archive.getinfo(_BOOK).header_offset
        central = content.rindex(b"PK\x01\x02", 0, content.rindex(_BOOK.encode()))
        content[central + 8] = flag
        content[central + 10] = packed
        content[offset + 8] = packed
        with pytest.raises(gd.ReadError) as caught:
            gd.parse(bytes(content), format="xlsx")
        assert caught.value.code == code


def test_merged_cells_beyond_the_sheet_are_cut() -> None:
    """A cell that is merged over a million rows reaches as far as there are cells; one outside of them is nothing."""
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
        '<row r="2"><c r="C2"><v>3</v></c><c r="D2"><v>3</v></c></row>'
    )
    merged = '<mergeCells><mergeCell ref="A1:A1048576"/><mergeCell ref="X9:Z99"/><mergeCell ref="$B$1"/></mergeCells>'

    (grid,) = read(_sheet_of(rows, after=merged))

    assert isinstance(grid, Grid)
    assert [[(cell.text, cell.rows, cell.columns) for cell in row] for row in grid.rows] == [
        [("1", 2, 1), ("2", 1, 1), ("", 1, 1), ("", 1, 1)],
        [("", 1, 1), ("3", 1, 1), ("3", 1, 1)],
    ]


def test_the_last_cell_of_a_sheet_is_read() -> None:
    """No column and no row is behind it, whatever a rule, a column or a merged cell names there."""
    rows = '<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>'
    beyond = (
        '<mergeCells><mergeCell ref="XFD1048576:ZZZ9999999"/></mergeCells>'
        '<conditionalFormatting sqref="XFD1048576:ZZZ9999999"><cfRule type="cellIs"/></conditionalFormatting>'
        '<cols><col min="16384" max="16385" width="20"/></cols>'
    )

    assert read(_sheet_of(rows, after=beyond)) == [
        Paragraph("7", source=Source(table=1, row=1_048_576, sheet="Sheet", cell="XFD1048576"))
    ]


def test_nothing_but_read_errors_leaves() -> None:
    """Whatever happens to the bytes of a file, or to those of its parts."""
    chance = random.Random(1)  # noqa: S311 - no secret
    parts = {}
    with zipfile.ZipFile(io.BytesIO(OWN)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = [_SHEET, _BOOK, _CUSTOM, "xl/styles.xml", "xl/_rels/workbook.xml.rels"]
    for _ in range(150):
        name = chance.choice([None, *names])
        spoiled = bytearray(OWN if name is None else parts[name])
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(spoiled))
            spoiled[at : at + chance.randint(0, 3)] = bytes(
                chance.choices(b'<>/"=A19 \xff\x00', k=chance.randint(0, 3))
            )
        try:
            reading = gd.parse(bytes(spoiled) if name is None else with_part(OWN, name, bytes(spoiled)), format="xlsx")
        except gd.ReadError:
            continue
        assert isinstance(reading, gd.Reading)

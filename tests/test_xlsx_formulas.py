"""Formulas of workbooks: what is stored beside one is read where it is what is seen when the workbook is opened."""

from __future__ import annotations

import io
import re
import zipfile

import openpyxl
import pytest
from support.builders import build_report
from support.workbooks import by_others, place_of, saved, with_part

import govdisclosure as gd
from govdisclosure import formats
from govdisclosure.form.blocks import Grid
from govdisclosure.formats.xlsx.read import read

_SHEET = "xl/worksheets/sheet1.xml"
_BOOK = "xl/workbook.xml"


def workbook(rows: str, calculation: str) -> bytes:
    """Give a workbook with the rows of its sheet, and with what it says of its computation."""
    content = saved(openpyxl.Workbook())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        book = archive.read(_BOOK).decode()
    book, count = re.subn("<calcPr[^>]*/>", calculation, book)
    assert count == 1
    content = with_part(content, _BOOK, book.encode())
    return with_part(content, _SHEET, f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode())


def texts(rows: str, calculation: str) -> list[list[str]]:
    """Give the texts of the cells of the only table of a workbook."""
    (grid,) = read(workbook(rows, calculation))
    assert isinstance(grid, Grid)
    return [[cell.text for cell in row] for row in grid.rows]


def last_of(cells: str, calculation: str) -> str:
    """Give the text of the last cell of a row that begins with 3, 4, a blank, 甲 and 0.5."""
    row = (
        '<c r="A1"><v>3</v></c><c r="B1"><v>4</v></c><c r="C1"/><c r="D1" t="str"><v>甲</v></c><c r="E1"><v>0.5</v></c>'
    )
    return texts(f'<row r="1">{row}{cells}</row>', calculation)[0][-1]


_EACH_TIME = '<calcPr fullCalcOnLoad="1"/>'


@pytest.mark.parametrize(
    "calculation",
    [_EACH_TIME, '<calcPr calcId="124519" fullCalcOnLoad="true"/>', '<calcPr fullCalcOnLoad="0" forceFullCalc="1"/>'],
)
def test_a_value_that_is_computed_anew_is_not_seen(calculation: str) -> None:
    """XlsxWriter stores 0 for each formula, and tells Excel to compute all of them when it opens the workbook."""
    assert last_of('<c r="F1"><f>A1*B1</f><v>0</v></c>', calculation) == "=A1*B1"


@pytest.mark.parametrize("calculation", ["", "<calcPr/>", '<calcPr fullCalcOnLoad="0" forceFullCalc="false"/>'])
def test_a_value_that_was_computed_is_seen(calculation: str) -> None:
    """As Excel, WPS and LibreOffice save it."""
    assert last_of('<c r="F1"><f>A1*B1</f><v>12</v></c>', calculation) == "12"


@pytest.mark.parametrize(("view", "text"), [("1", "=A1*B1"), ("true", "=A1*B1"), ("0", "12")])
def test_a_sheet_may_show_its_formulas(view: str, text: str) -> None:
    """As somebody left it who looked at them (公式, 显示公式): then nobody sees what they give."""
    rows = '<row r="1"><c r="A1"><v>3</v></c><c r="B1"><v>4</v></c><c r="C1"><f>A1*B1</f><v>12</v></c></row>'
    views = f'<sheetViews><sheetView showFormulas="{view}"/></sheetViews>'
    sheet = f"<worksheet>{views}<sheetData>{rows}</sheetData></worksheet>"

    (grid,) = read(with_part(workbook(rows, ""), _SHEET, sheet.encode()))

    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.rows[0]] == ["3", "4", text]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<f>SUM(A1:B1)</f><v>7</v>", "7"),
        ("<f>sum($A$1:$C$1)</f><v>7</v>", "7"),
        ("<f>SUM(A1,B1,E1)</f><v>7.5</v>", "7.5"),
        ("<f>A1+B1</f><v>7</v>", "7"),
        ("<f>A1</f><v>3</v>", "3"),
        ("<f>SUM(A1:B1)</f><v>0</v>", "=SUM(A1:B1)"),
        ("<f>A1+B1</f><v>8</v>", "=A1+B1"),
        ("<f>SUM(A1:D1)</f><v>7</v>", "=SUM(A1:D1)"),
        ("<f>SUM(A1:F1)</f><v>7</v>", "=SUM(A1:F1)"),
        ("<f>SUM(A2:A9)</f><v>0</v>", "=SUM(A2:A9)"),
        ("<f>SUM(B1:A1)</f><v>0</v>", "=SUM(B1:A1)"),
        ("<f>SUM(B2:B1)</f><v>0</v>", "=SUM(B2:B1)"),
        ("<f>A1:B1+B1</f><v>11</v>", "=A1:B1+B1"),
        ("<f>A1+3</f><v>6</v>", "=A1+3"),
        ("<f>SUM(A1:B1)+1</f><v>8</v>", "=SUM(A1:B1)+1"),
        ("<f>SUM(A1:B1)</f><v>7E0</v>", "=SUM(A1:B1)"),
        ("<f>SUM(A1:B1)</f><v></v>", "=SUM(A1:B1)"),
        ("<f>SUM(A1:B1)</f>", "=SUM(A1:B1)"),
        ('<f t="shared" si="0" ref="F1:F9">A1+B1</f><v>7</v>', "=A1+B1"),
        ("<v>7</v>", "7"),
    ],
)
def test_a_sum_of_plain_numbers_is_worked_out(cell: str, text: str) -> None:
    """What adds up cells that stand before, and is what is stored, is seen whoever computes it."""
    assert last_of(f'<c r="F1">{cell}</c>', _EACH_TIME) == text


@pytest.mark.parametrize(
    ("kind", "value", "text"), [("str", "甲乙", "=D1"), ("b", "1", "=D1"), ("str", "", "=D1"), ("e", "#N/A", "=D1")]
)
def test_words_that_are_computed_anew_are_not_seen(kind: str, value: str, text: str) -> None:
    """As numbers are not."""
    assert last_of(f'<c r="F1" t="{kind}"><f>D1</f><v>{value}</v></c>', _EACH_TIME) == text
    assert last_of(f'<c r="F1" t="{kind}"><v>{value}</v></c>', _EACH_TIME) != text


def test_sums_of_sums_are_worked_out() -> None:
    """Totals stand behind and below their parts; a sum of one that is stale is not known either."""
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><f>SUM(A1:B1)</f><v>3</v></c></row>'
        '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c><c r="C2"><f>SUM(A2:B2)</f><v>0</v></c></row>'
        '<row r="3"><c r="A3"><f>A1+A2</f><v>4</v></c><c r="B3"><f>B1+C1</f><v>5</v></c>'
        '<c r="C3"><f>C1+C2</f><v>3</v></c></row>'
    )

    assert texts(rows, _EACH_TIME) == [["1", "2", "3"], ["3", "4", "=SUM(A2:B2)"], ["4", "5", "=C1+C2"]]


def test_a_sum_of_more_cells_than_a_form_has_is_not_worked_out() -> None:
    """Blank cells count as well."""
    for last, text in ((100, "0"), (101, "=SUM(A1:A101)")):
        rows = f'<row r="999"><c r="A999"><v>1</v></c><c r="B999"><f>SUM(A1:A{last})</f><v>0</v></c></row>'
        assert texts(rows, _EACH_TIME) == [["1", text]]


def test_a_sum_of_more_pieces_than_a_form_has_is_not_worked_out() -> None:
    """Each is a cell at least, even if it is the same one."""
    for pieces, text in ((100, "100"), (101, f"={'+'.join(['A1'] * 101)}")):
        formula = "+".join(["A1"] * pieces)
        rows = f'<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>{formula}</f><v>{pieces}</v></c></row>'
        assert texts(rows, _EACH_TIME) == [["1", text]]


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        ("<f>RANDBETWEEN(1,99)</f>", "=RANDBETWEEN(1,99)"),
        ("<f>year( today () )-1</f>", "=year( today () )-1"),
        ("<f>_xlfn.RANDARRAY(1)</f>", "=_xlfn.RANDARRAY(1)"),
        ("<f>SUM(OFFSET(A1,0,0,1,2))</f>", "=SUM(OFFSET(A1,0,0,1,2))"),
        ('<f>INDIRECT("A1")</f>', '=INDIRECT("A1")'),
        ('<f ca="1">A1*B1</f>', "=A1*B1"),
        ('<f>IF(A1=3,12,"NOW()")</f>', "12"),
        ("<f>'NOW()'!A1</f>", "12"),
        ("<f>SNOW(A1)</f>", "12"),
        ('<f ca="0">A1*B1</f>', "12"),
    ],
)
def test_a_value_of_its_moment_is_not_seen_later(formula: str, text: str) -> None:
    """Whatever a workbook says of its computation: Excel computes such a formula each time."""
    assert last_of(f'<c r="F1">{formula}<v>12</v></c>', "") == text


def test_formulas_of_several_cells_count_for_each() -> None:
    """One that cells share stands in the first of them, as does one that fills cells below or beside."""
    shared = (
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">DAY(NOW())</f><v>1</v></c>'
        '<c r="B1"><f t="shared" ref="B1:B2" si="1">2*3</f><v>6</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c><c r="B2"><f t="shared" si="1"/><v>6</v></c></row>'
    )
    filled = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="array" ref="B1:C2">{1,2}</f><v>0</v></c>'
        '<c r="C1"><v>0</v></c><c r="D1"><v>4</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>0</v></c>'
        '<c r="C2"><v>0</v></c><c r="D2"><v>4</v></c></row>'
        '<row r="3"><c r="A3"><v>1</v></c><c r="B3"><v>2</v></c><c r="C3"><v>3</v></c><c r="D3"><v>4</v></c></row>'
    )

    assert texts(shared, "") == [["=DAY(NOW())", "6"], ["=DAY(NOW())", "6"]]
    assert texts(filled, "") == [["1", "0", "0", "4"], ["1", "0", "0", "4"], ["1", "2", "3", "4"]]
    anew = ["1", "={1,2}", "={1,2}", "4"]
    assert texts(filled, _EACH_TIME) == [anew, anew, ["1", "2", "3", "4"]]


def test_a_figure_that_is_computed_anew_is_noted() -> None:
    """The cell is left blank, with its formula in the note; the total of the row beside it, a sum, is read."""
    report = build_report(published=None)
    content = by_others(report)
    received = "requests.natural_person.newly_received", "requests.total.newly_received"
    first, last = (place_of(content, "一、本年新收政府信息公开申请数量", beside) for beside in (3, 9))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read(_SHEET).decode()

    def computed(place: str, formula: str) -> bytes:
        own = re.compile(rf'(<c r="{place}"[^>]*>)(<v>)')
        return with_part(content, _SHEET, own.sub(rf"\1<f>{formula}</f>\2", sheet).encode())

    stale = gd.parse(computed(first, "6*2"))
    expected = build_report(published=None)
    gd.put(expected, received[0], None)
    assert stale.report == expected
    assert [(note.code, note.paths, note.raw) for note in stale.notes] == [("CELL-UNREADABLE", received[:1], "=6*2")]
    before = f"{chr(ord(last[0]) - 1)}{last[1:]}"
    assert gd.parse(computed(last, f"SUM({first}:{before})")) == gd.Reading(report)


def test_more_cells_filled_by_formulas_than_there_can_be_are_refused() -> None:
    """Each formula that fills cells is looked at for each cell without one."""
    filling = '<c><f t="array" ref="A1">1</f><v>1</v></c>' * 700 + "<c><v>1</v></c>" * 700
    content = workbook(f'<row r="1">{filling}</row>', "")

    with pytest.raises(gd.ReadError) as caught:
        read(content, formats.Limits(max_cells=1_400))

    assert caught.value.code == "BEYOND-LIMIT"

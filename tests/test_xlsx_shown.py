"""Cells of workbooks that show something else than is stored in them: what is shown is read, or there is a note."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any, cast

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.drawing.image import Image
from openpyxl.formatting import rule as openpyxl_rules
from openpyxl.styles import Alignment, Border, Color, Font, GradientFill, NamedStyle, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from support.builders import build_report
from support.mentions import linked, workbook_of_sheets
from support.workbooks import by_others, place_of, saved, with_part, workbook_of

import govdisclosure as gd
from govdisclosure import formats
from govdisclosure.form.blocks import Grid
from govdisclosure.form.stand_ins import HIDDEN, LINE, PICTURE
from govdisclosure.formats.xlsx.read import read
from govdisclosure.formats.xlsx.rows import read_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    Change = Callable[[Worksheet, Cell], None]
    Looks = dict[str, object]

# openpyxl says nothing of the types of what makes rules.
_MAKE = cast("Any", openpyxl_rules)
_PATH = "requests.natural_person.newly_received"
REPORT = build_report(published=None)
FIGURE = gd.get(REPORT, _PATH)
OTHERS = by_others(REPORT)
PLACE = place_of(OTHERS, "一、本年新收政府信息公开申请数量", 3)
_WHITE = PatternFill("solid", fgColor="FFFFFF")
_DARK = PatternFill("solid", fgColor="1F3864")
_PIXEL = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\6\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\xdac\xfc\xcf\xc0P\x0f\0\4"
    b"\x85\1\x80\x84\xa9\x8c!\0\0\0\0IEND\xaeB`\x82"
)


def changed(change: Change) -> bytes:
    """Give a workbook of others in which the cell of a figure was changed."""
    workbook = workbook_of(OTHERS)
    sheet = workbook.worksheets[0]
    change(sheet, sheet[PLACE])
    return saved(workbook)


def noted(content: bytes) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Give code, paths and raw text of the notes of its reading."""
    return [(note.code, note.paths, note.raw) for note in gd.parse(content).notes]


def having(**looks: object) -> Change:
    """Give a change of some attributes of a cell."""

    def change(_: Worksheet, cell: Cell) -> None:
        for name, value in looks.items():
            setattr(cell, name, value)

    return change


def font(**looks: object) -> Change:
    """Give a change of the letters of a cell."""
    return having(font=Font(**looks))  # type: ignore[arg-type]


def rich(*runs: tuple[str, Looks] | str) -> Change:
    """Give a change of a cell to a text of several runs."""
    blocks = [run if isinstance(run, str) else TextBlock(InlineFont(**run[1]), run[0]) for run in runs]  # type: ignore[arg-type]
    return having(value=CellRichText(*blocks))


def both(*changes: Change) -> Change:
    """Give several changes as one."""

    def change(sheet: Worksheet, cell: Cell) -> None:
        for each in changes:
            each(sheet, cell)

    return change


def ruled(rule: object) -> Change:
    """Give a change of the rules for a cell."""
    return lambda sheet, cell: sheet.conditional_formatting.add(f"A1:A2 {cell.coordinate}", rule)


def rule(**looks: object) -> object:
    """Give a rule that holds where nobody can tell."""
    return _MAKE.Rule(type="expression", formula=["TRUE"], dxf=cast("Any", DifferentialStyle)(**looks))


def _without_noughts(sheet: Worksheet, _: object) -> None:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == 0 and cell.coordinate != PLACE:
                cell.value = "0"
    sheet.sheet_view.showZeros = False


_RED, _RED_GROUND = Font(color="FFC00000"), PatternFill(bgColor="FFC00000")
_STRUCK: Looks = {"strike": True}
_UP: Looks = {"vertAlign": "superscript"}
_LOW: Looks = {"vertAlign": "subscript"}
_UNSEEN: Looks = {"color": "FFFFFF"}


@pytest.mark.parametrize(
    ("change", "raw"),
    [
        (rich(("9", _STRUCK), "10"), "~~9~~10"),
        (rich("10", ("9", _STRUCK)), "10~~9~~"),
        (rich("1", ("2", _STRUCK), "3"), "1~~2~~3"),
        (rich("10", ("2", _UP)), "10^2"),
        (rich("10", ("2", _LOW)), "10_2"),
        (rich(("2", _UP), "10"), "^2 10"),
        (rich(("2", _LOW), "10"), "_2 10"),
        (rich(("10", {"sz": 11}), ("2", {"sz": 8})), "10 2"),
        (rich(("1", {"sz": 11}), ("02", {"sz": 20})), "1 02"),
        (rich("10", ("件", _UP)), "10^件"),
        (rich(("9", _UNSEEN), "10"), "^9 10"),
        (rich("1", ("0", {"sz": 1})), "1^0"),
        (rich(("12", _UNSEEN)), f"{HIDDEN}12"),
        (rich(("", _STRUCK), "1", ("2", _STRUCK)), "1~~2~~"),
        (both(rich(("9", _STRUCK), "10"), having(number_format='@"件"')), '~~9~~10 [@"件"]'),
        (both(font(strike=True), having(value=12)), "~~12~~"),
        (both(font(strike=True), having(value="/")), "~~/~~"),
        (both(font(vertAlign="superscript"), having(value=12)), "^12"),
        (both(font(vertAlign="subscript"), having(value="12件")), "_12件"),
        (both(font(color="FFFFFF"), having(value=12)), f"{HIDDEN}12"),
        (both(font(color="FFFFFF"), having(value="/")), f"{HIDDEN}/"),
        (both(font(color="E0E0E0"), having(value=12)), f"{HIDDEN}12"),
        (both(font(color="FFFF00"), having(value=12)), f"{HIDDEN}12"),
        (both(font(color="FFFDFDFD"), having(value=12)), f"{HIDDEN}12"),
        (both(font(color=Color(theme=0)), having(value=12)), f"{HIDDEN}12"),
        (both(font(color=Color(theme=0, tint=-0.049989)), having(value=12)), f"{HIDDEN}12"),
        (both(font(color=Color(theme=1, tint=0.99)), having(value=12)), f"{HIDDEN}12"),
        (both(font(color=Color(indexed=9)), having(value=12)), f"{HIDDEN}12"),
        (both(font(color=Color(indexed=65)), having(value=12)), f"{HIDDEN}12"),
        (both(font(color=Color(indexed=26)), having(value=12)), f"{HIDDEN}12"),
        (both(font(color=Color(indexed=41)), having(value=12)), f"{HIDDEN}12"),
        (both(font(color=Color(indexed=66)), having(value=12)), f"{HIDDEN}12"),
        (both(font(color=Color(theme=99)), having(value=12)), f"{HIDDEN}12"),
        (having(fill=PatternFill("solid", fgColor=Color(indexed=8)), value=12), f"{HIDDEN}12"),
        (having(fill=PatternFill("solid", fgColor=Color(indexed=66)), value=12), f"{HIDDEN}12"),
        (both(font(color="FFFFFF"), having(fill=_WHITE, value=12)), f"{HIDDEN}12"),
        (both(font(color="1F3864"), having(fill=_DARK, value=12)), f"{HIDDEN}12"),
        (having(fill=PatternFill("solid", fgColor="FF000000"), value=12), f"{HIDDEN}12"),
        (having(fill=PatternFill("solid"), value=12), f"{HIDDEN}12"),
        (both(font(color="FFFFFF"), having(fill=PatternFill("gray125"), value=12)), f"{HIDDEN}12"),
        (both(font(color="FF0000"), having(fill=GradientFill(stop=("FF0000", "00FF00")), value=12)), f"{HIDDEN}12"),
        (both(font(sz=1), having(value=12)), f"{HIDDEN}12"),
        (both(font(name="Wingdings"), having(value=12)), f"{HIDDEN}12"),
        (both(font(name="Webdings"), having(value="12")), f"{HIDDEN}12"),
        (rich("1", ("2", {"rFont": "Wingdings 2"})), "1^2"),
        (having(fill=PatternFill("gray0625", bgColor="FF010101"), value=12), f"{HIDDEN}12"),
        (having(number_format="[$-F800]0", value=12), "12 [[$-F800]0]"),
        (having(number_format=";;;", value=12), "12 [;;;]"),
        (having(number_format=";;;", value="12"), "12 [;;;]"),
        (having(number_format="0.0,", value=1234), "1234 [0.0,]"),
        (having(number_format="0%", value=12), "12 [0%]"),
        (having(number_format="[White]0", value=12), "12 [[White]0]"),
        (having(alignment=Alignment(horizontal="fill"), value=1), "1 [fill]"),
        (having(border=Border(diagonal=Side("thin"), diagonalUp=True), value=12), "~~12~~"),
        (having(border=Border(diagonal=Side("thin"), diagonalDown=True), value=None), LINE),
        (both(_without_noughts, having(value=0)), f"{HIDDEN}0"),
        (both(ruled(rule(font=Font(color="FFFFFF"))), having(value=12)), f"{HIDDEN}12"),
        (both(ruled(rule(font=Font(strike=True))), having(value=12)), "~~12~~"),
        (both(ruled(rule(fill=PatternFill(bgColor="FF000000"))), having(value=12)), f"{HIDDEN}12"),
        (both(ruled(rule(numFmt=NumberFormat(200, ";;;"))), having(value=12)), "12 [;;;]"),
        (both(ruled(_MAKE.CellIsRule("equal", ["0"], font=Font(color="FFFFFF"))), having(value=0)), f"{HIDDEN}0"),
        (both(ruled(_MAKE.CellIsRule("equal", ["0"], font=Font(color="FFFFFF"))), having(value="/")), f"{HIDDEN}/"),
        (both(ruled(_MAKE.CellIsRule("equal", ["$A$1"], font=Font(color="FFFFFF"))), having(value=12)), f"{HIDDEN}12"),
        (both(ruled(_MAKE.FormulaRule(["A1>2"], font=Font(color="FFFFFF"))), having(value=12)), f"{HIDDEN}12"),
        (both(ruled(rule(font=_RED)), ruled(rule(fill=_RED_GROUND)), having(value=12)), f"{HIDDEN}12"),
        (both(ruled(rule(fill=_RED_GROUND)), ruled(rule(font=_RED)), having(value="/")), f"{HIDDEN}/"),
        (both(ruled(_MAKE.DataBarRule("min", 0, "max", 9, color="202020")), having(value=12)), f"{HIDDEN}12"),
        (
            both(ruled(_MAKE.IconSetRule("3Arrows", "num", [0, 1, 2], showValue=False)), having(value=12)),
            f"{HIDDEN}12",
        ),
        (
            both(ruled(_MAKE.DataBarRule("min", 0, "max", 9, color="638EC6", showValue=False)), having(value=12)),
            f"{HIDDEN}12",
        ),
        (
            both(
                ruled(_MAKE.ColorScaleRule(start_type="min", start_color="000000", end_type="max", end_color="FF0000")),
                having(value=12),
            ),
            f"{HIDDEN}12",
        ),
        (having(value="#REF!"), "#REF!"),
        (having(value=True), "TRUE"),
        (having(value="=1+1"), "=1+1"),
        (both(having(value="=1+1"), font(strike=True)), "~~=1+1~~"),
        (having(value="'12"), "'12"),
    ],
)
def test_what_is_not_shown_so_is_noted(change: Change, raw: str) -> None:
    """The cell is left blank, with a note that holds what stands there; all others are read."""
    content = changed(change)

    assert noted(content) == [("CELL-UNREADABLE", (_PATH,), raw)]
    assert gd.get(gd.parse(content).report, _PATH) is None


@pytest.mark.parametrize(
    ("change", "figure"),
    [
        (rich("1", "2"), 12),
        (rich(("1", {"sz": 11}), ("2", {"sz": 12})), 12),
        (rich(("12", {"sz": 11}), ("件", {"sz": 8})), 12),
        (rich(("1", {"b": True}), ("2", {"color": "FF0000"}), "件"), 12),
        (both(rich(("12", {"sz": 9})), font(strike=True)), 12),
        (both(font(color="BFBFBF"), having(value=12)), 12),
        (both(font(color="FFFFFF"), having(fill=_DARK, value=12)), 12),
        (both(font(color=Color(theme=0)), having(fill=PatternFill("solid", fgColor=Color(theme=1)), value=12)), 12),
        (both(font(color=Color(auto=True)), having(value=12)), 12),
        (both(font(color=Color(indexed=64)), having(value=12)), 12),
        (both(font(color=Color(indexed=23)), having(value=12)), 12),
        (both(font(color=Color(indexed=32767)), having(value=12)), 12),
        (having(fill=PatternFill("solid", fgColor=Color(indexed=43)), value=12), 12),
        (both(font(color="FFFFFF"), having(fill=PatternFill("solid", fgColor=Color(indexed=56)), value=12)), 12),
        (both(font(b=True, i=True, u="double", sz=4), having(value=12)), 12),
        (having(fill=PatternFill("solid", fgColor="FFFF00"), value=12), 12),
        (having(fill=PatternFill("gray125", bgColor=Color(indexed=64)), value=12), 12),
        (both(font(color="FFFFFF"), having(fill=PatternFill("gray125", bgColor="1F3864"), value=12)), 12),
        (both(font(name="Symbol"), having(value=12)), 12),
        (having(number_format='#,##0"件"', value=1234), 1234),
        (having(number_format="[Red]0", value=12), 12),
        (having(number_format="@", value="12"), 12),
        (having(number_format='_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', value=0), gd.NA),
        (having(alignment=Alignment(shrink_to_fit=True, text_rotation=90, horizontal="distributed"), value=12), 12),
        (having(protection=Protection(hidden=True), value=12), 12),
        (having(quotePrefix=True, value="12"), 12),
        (having(style=NamedStyle("强调", font=Font(b=True)), value=12), 12),
        (having(border=Border(left=Side("thick"), diagonal=Side("thin")), value=12), 12),
        (both(ruled(rule(font=Font(color="9C0006"), fill=PatternFill(bgColor="FFC7CE"))), having(value=12)), 12),
        (both(ruled(rule(font=Font(color="FFFFFF"), fill=PatternFill(bgColor="C00000"))), having(value=12)), 12),
        (both(ruled(rule(font=Font(strike=False, b=True))), having(value=12)), 12),
        (both(ruled(rule(font=_RED)), ruled(rule(fill=PatternFill(bgColor="FFFFFF00"))), having(value=12)), 12),
        (both(ruled(rule(font=_RED)), ruled(rule(font=Font(color="FFFFFF"), fill=_RED_GROUND)), having(value=12)), 12),
        (both(ruled(rule(numFmt=NumberFormat(200, "#,##0"))), having(value=12)), 12),
        (both(ruled(rule(font=Font(color="FFFFFF"))), having(value="约12")), None),
        (both(ruled(_MAKE.CellIsRule("equal", ["0"], font=Font(color="FFFFFF"))), having(value=12)), 12),
        (both(ruled(_MAKE.CellIsRule("lessThan", ["5"], font=Font(color="FFFFFF"))), having(value=12)), 12),
        (both(ruled(_MAKE.IconSetRule("3Arrows", "num", [0, 1, 2])), having(value=12)), 12),
        (both(ruled(_MAKE.DataBarRule("min", 0, "max", 9, color="638EC6")), having(value=12)), 12),
        (lambda sheet, _: sheet.conditional_formatting.add("A1", rule(font=Font(strike=True))), FIGURE),
    ],
)
def test_what_is_shown_is_read(change: Change, figure: object) -> None:
    """Looks that change nothing of a figure leave no note on it."""
    content = changed(change)

    assert figure is None or gd.get(gd.parse(content).report, _PATH) == figure
    assert figure is None or noted(content) == []


def over(anchor: str) -> Change:
    """Give a change that puts a picture into a cell."""

    def change(sheet: Worksheet, _: object) -> None:
        sheet.add_image(Image(io.BytesIO(_PIXEL)), anchor)

    return change


def test_a_picture_over_a_figure_is_seen_in_its_place() -> None:
    """Over a blank, too; one over words, or outside of the tables, changes nothing."""
    beside = place_of(OTHERS, "一、总体情况", 0)
    for value, raw in ((12, f"{PICTURE}12"), (None, PICTURE)):
        content = changed(both(having(value=value), over(PLACE), over("A1"), over(beside)))
        assert noted(content) == [("CELL-UNREADABLE", (_PATH,), raw)]
        assert gd.parse(content).report.overview == REPORT.overview


_THEME = "xl/theme/theme1.xml"
_DRAWING = "xl/drawings/drawing1.xml"
_NARROW = '<ext cx="99999" cy="9"/></oneCellAnchor>'
_FROM = "<from><col>3</col><row>{0}</row></from>"


@pytest.mark.parametrize(
    ("anchor", "cells"),
    [
        ("<oneCellAnchor>" + _FROM + "</oneCellAnchor>", 1),
        ("<twoCellAnchor>" + _FROM + "<to><col>3</col><colOff>9</colOff><row>{0}</row></to></twoCellAnchor>", 1),
        ("<twoCellAnchor>" + _FROM + "<to><col>4</col><colOff>0</colOff><row>{0}</row></to></twoCellAnchor>", 1),
        ("<twoCellAnchor>" + _FROM + "<to><col>4</col><colOff>9</colOff><row>{0}</row></to></twoCellAnchor>", 2),
        ("<twoCellAnchor>" + _FROM + "<to><col>99</col><row>{0}</row></to></twoCellAnchor>", 7),
        ("<twoCellAnchor><from><col>3</col></from></twoCellAnchor>", 0),
        ("<twoCellAnchor><from><col>x</col><row>1</row></from></twoCellAnchor>", 0),
        ("<twoCellAnchor><to><col>3</col><row>1</row></to></twoCellAnchor>", 0),
        ("<absoluteAnchor/>", 0),
        # As wide as one column of the usual width, and beyond it.
        ("<oneCellAnchor>" + _FROM + '<ext cx="500000" cy="100000"/></oneCellAnchor>', 1),
        ("<oneCellAnchor>" + _FROM + '<ext cx="900000" cy="100000"/></oneCellAnchor>', 2),
        (
            "<oneCellAnchor><from><col>3</col><colOff>500000</colOff><row>{0}</row></from>" + _NARROW,
            2,
        ),
        ("<oneCellAnchor>" + _FROM + '<ext cx="99999999" cy="100000"/></oneCellAnchor>', 7),
        ("<oneCellAnchor>" + _FROM + '<ext cx="100000" cy="200000"/></oneCellAnchor>', 2),
        ("<oneCellAnchor>" + _FROM + '<ext cx="wide" cy="200000"/></oneCellAnchor>', 1),
        ('<absoluteAnchor><pos x="1700000" y="{1}"/><ext cx="600000" cy="100000"/></absoluteAnchor>', 2),
    ],
)
def test_what_is_drawn_reaches_as_far_as_it_says(anchor: str, cells: int) -> None:
    """A box, a line or a group: each cell of figures under it is noted."""
    above = int(PLACE[1:]) - 1
    # Rows of 15 points stand above.
    drawing = f"<wsDr>{anchor.format(above, above * 15 * 12_700 + 9)}</wsDr>".encode()

    notes = noted(with_part(changed(over(PLACE)), _DRAWING, drawing))

    assert [code for code, _, _ in notes] == ["CELL-UNREADABLE"] * cells


def test_rows_under_a_picture_are_as_high_as_they_say() -> None:
    """One that is higher holds all of it; of those that are hidden it covers none."""
    anchor = f"<oneCellAnchor>{_FROM.format(int(PLACE[1:]) - 1)}<ext cx='100000' cy='300000'/></oneCellAnchor>"
    content = with_part(changed(over(PLACE)), _DRAWING, f"<wsDr>{anchor}</wsDr>".encode())
    usual = with_xml("<sheetFormatPr ", '<sheetFormatPr customHeight="1" ', content)

    assert len(noted(content)) == 2
    assert len(noted(with_xml(_ROW, f'{_ROW} ht="30"', content))) == 1
    assert len(noted(with_xml('defaultRowHeight="15"', 'defaultRowHeight="8"', usual))) == 3


_BOX_OF_TEXT = (
    "<twoCellAnchor><from><col>1</col><row>{0}</row></from><to><col>2</col><row>{0}</row></to><sp><nvSpPr>"
    '<cNvPr id="2" name="文本框 1"{1}/></nvSpPr><txBody><bodyPr/><p><r><t>另收到申请</t></r><r><t>9件。</t></r></p>'
    "<p><r><t>甲</t></r><br/><r><t>乙</t></r></p><p/></txBody></sp></twoCellAnchor>"
)


@pytest.mark.parametrize("own", [False, True])
def test_what_is_written_in_a_text_box_is_read(*, own: bool) -> None:
    """Where the box begins: in a narrative below the row that it begins in, in a table behind it."""
    content = gd.render(REPORT, "xlsx") if own else OTHERS
    written, overview, others = ["另收到申请9件。", "甲", "乙"], REPORT.overview or [], REPORT.other_matters or []
    first, table = (int(place_of(content, text, 0)[1:]) for text in (overview[0], "规章"))
    links = linked({"a": ("drawing", "../drawings/d.xml")})
    for row, attributes, section, expected in (
        (first, "", "overview", [overview[0], *written, *overview[1:]]),
        (999, "", "other_matters", [*others, *written]),
        (table, "", "proactive_disclosure", written),
        (first, ' hidden="1"', "overview", overview),
    ):
        drawing = f"<wsDr>{_BOX_OF_TEXT.format(row - 1, attributes)}</wsDr>".encode()
        reading = gd.parse(with_part(with_part(content, _RELATIONS, links), "xl/drawings/d.xml", drawing))
        part = getattr(reading.report, section)
        assert (part if isinstance(part, list) else part.notes) == expected
        assert reading.report.agency == REPORT.agency


def test_of_alternatives_in_a_text_box_one_is_shown() -> None:
    """The other is for programs that know the first one not."""
    box = _BOX_OF_TEXT.format(0, "").replace("<txBody>", "<Choice><txBody>").replace("</txBody>", "</txBody></Choice>")
    box = box.replace("</sp>", "<Fallback><txBody><p><r><t>此形状表示切片器。</t></r></p></txBody></Fallback></sp>")
    links = linked({"a": ("drawing", "../drawings/d.xml")})

    content = with_part(with_part(OTHERS, _RELATIONS, links), "xl/drawings/d.xml", f"<wsDr>{box}</wsDr>".encode())

    assert "此形状表示切片器。" not in gd.dumps(gd.parse(content).report)


def test_text_boxes_are_lines() -> None:
    """There are no more of them than a bound allows; an anchor in another one is looked at once."""
    box = _BOX_OF_TEXT.format(0, "")
    inner = box.replace("</twoCellAnchor>", f"{box}</twoCellAnchor>")
    links = linked({"a": ("drawing", "../drawings/d.xml")})
    drawn = with_part(with_part(OTHERS, _RELATIONS, links), "xl/drawings/d.xml", f"<wsDr>{inner}</wsDr>".encode())

    assert gd.dumps(gd.parse(drawn).report).count("另收到申请9件。") == 2
    with pytest.raises(gd.ReadError) as caught:
        gd.parse(with_part(drawn, "xl/drawings/d.xml", f"<wsDr>{box * 7_000}</wsDr>".encode()))
    assert caught.value.code == "BEYOND-LIMIT"


def test_what_is_drawn_lies_over_each_sheet_that_names_it() -> None:
    """The part is the same for both, and may be named twice by one."""
    place = "<from><col>0</col><row>0</row></from>"
    links = linked({"a": ("drawing", "drawn.xml"), "b": ("drawing", "drawn.xml"), "c": ("drawing", "none.xml")})
    drawn = f"<wsDr><oneCellAnchor>{place}</oneCellAnchor></wsDr>".encode()
    names = ("s1.xml", "s2.xml")
    sheet = "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>"

    grids = read(
        workbook_of_sheets(
            dict.fromkeys(names, sheet),
            parts={"xl/drawn.xml": drawn, **{f"xl/_rels/{name}.rels": links for name in names}},
        )
    )

    assert [[cell.text for cell in grid.rows[0]] for grid in grids if isinstance(grid, Grid)] == [
        [f"{PICTURE}1", "2"],
        [f"{PICTURE}1", "2"],
    ]


def test_what_lies_over_everything_is_the_ground_of_it() -> None:
    """Nobody could read anything otherwise."""
    sheet = '<worksheet><sheetData><row r="9999"><c r="A9999"><v>1</v></c></row></sheetData></worksheet>'
    to = "<to><col>9</col><row>9998</row></to>"
    whole = f"<wsDr><twoCellAnchor><from><col>0</col><row>0</row></from>{to}</twoCellAnchor></wsDr>"
    content = with_part(with_part(changed(over(PLACE)), _DRAWING, whole.encode()), _SHEET, sheet.encode())

    with pytest.raises(gd.ReadError):
        gd.parse(content)


_RELATIONS = "xl/worksheets/_rels/sheet1.xml.rels"
_OF_CONTROLS = (
    '<Relationships><Relationship Id="r1" Type="x/vmlDrawing" Target="../drawings/v.vml"/>'
    '<Relationship Id="r2" Type="x/vmlDrawing" Target="../drawings/none.vml"/>'
    '<Relationship Id="r3" Type="x/comments" Target="../drawings/v.vml"/></Relationships>'
)


@pytest.mark.parametrize(
    ("kind", "anchor", "cells"),
    [
        ("Checkbox", "3, 9, {0}, 2, 4, 0, {0}, 12", 1),
        ("Drop", "3, 9, {0}, 2, 4, 5, {0}, 12", 2),
        ("Note", "3, 9, {0}, 2, 4, 5, {0}, 12", 0),
        ("Checkbox", "3, 9", 0),
    ],
)
def test_controls_are_seen_and_notes_on_cells_are_not(kind: str, anchor: str, cells: int) -> None:
    """A check box hides what is stored below it; a comment shows when somebody points at it."""
    place = anchor.format(int(PLACE[1:]) - 1)
    drawing = f'<xml><shape><ClientData ObjectType="{kind}"><Anchor>{place}</Anchor></ClientData></shape></xml>'
    content = with_part(with_part(OTHERS, _RELATIONS, _OF_CONTROLS.encode()), "xl/drawings/v.vml", drawing.encode())

    assert [raw for _, _, raw in noted(content)] == [f"{PICTURE}{figure}" for figure in _FIGURES[:cells]]


@pytest.mark.parametrize(("visible", "cells"), [("", 2), ("True", 2), ("False", 0), ("f", 0)])
def test_a_note_that_stays_shown_lies_over_cells(visible: str, cells: int) -> None:
    """As Excel leaves it where somebody chose to show it."""
    place = f"3, 9, {int(PLACE[1:]) - 1}, 2, 4, 5, {int(PLACE[1:]) - 1}, 12"
    data = f'<ClientData ObjectType="Note"><Visible>{visible}</Visible><Anchor>{place}</Anchor></ClientData>'
    drawing = f"<xml><shape>{data}</shape></xml>"
    content = with_part(with_part(OTHERS, _RELATIONS, _OF_CONTROLS.encode()), "xl/drawings/v.vml", drawing.encode())

    assert [raw for _, _, raw in noted(content)] == [f"{PICTURE}{figure}" for figure in _FIGURES[:cells]]


_FIGURES = [gd.get(REPORT, f"requests.{path}") for path in gd.Requests.figure_paths()[0]]
_SHEET = "xl/worksheets/sheet1.xml"


def with_xml(old: str, new: str, content: bytes = OTHERS) -> bytes:
    """Change something in the XML of the sheet."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read(_SHEET).decode()
    assert old in sheet
    return with_part(content, _SHEET, sheet.replace(old, new, 1).encode())


_CELL = f'<c r="{PLACE}" '
_ROW = f'<row r="{PLACE[1:]}"'


@pytest.mark.parametrize(
    "rule",
    [
        "<cfRule><dxf><font><strike/></font></dxf></cfRule><sqref>{0}</sqref>",
        '<cfRule><dxf><font><strike val="1"/></font></dxf></cfRule><sqref>A1:B2 nothing ${1}${2}:$XFD$1048576</sqref>',
        "<cfRule><dxf><font><strike/></font></dxf></cfRule><sqref>{1}:{1}</sqref>",
        "<cfRule><dxf><font><strike/></font></dxf></cfRule><sqref>${2}:${2}</sqref>",
    ],
)
def test_rules_of_newer_programs_count_as_well(rule: str) -> None:
    """Excel writes them behind all else, with their looks inside."""
    rule = rule.format(PLACE, PLACE[0], PLACE[1:])
    content = with_xml(
        "</sheetData>", f"</sheetData><extLst><conditionalFormatting>{rule}</conditionalFormatting></extLst>"
    )

    assert ("CELL-UNREADABLE", (_PATH,), f"~~{FIGURE}~~") in noted(content)


def test_a_rule_compares_as_many_digits_as_excel_has() -> None:
    """An amount that a program computed is equal to what it shows."""
    path = "proactive_disclosure.fees.amount"
    place = place_of(OTHERS, "行政事业性收费", 1)
    white = _MAKE.CellIsRule("equal", ["35.65"], font=Font(color="FFFFFF"))

    def change(sheet: Worksheet, _: Cell) -> None:
        sheet[place] = 35.650000000000006
        sheet.conditional_formatting.add(place, white)

    assert noted(changed(change)) == [("CELL-UNREADABLE", (path,), f"{HIDDEN}35.65")]


@pytest.mark.parametrize(
    "rule",
    [
        '<conditionalFormatting sqref="{0}"><cfRule dxfId="99"/><cfRule/></conditionalFormatting>',
        '<conditionalFormatting><cfRule dxfId="0"/></conditionalFormatting>',
    ],
)
def test_rules_without_looks_change_nothing(rule: str) -> None:
    """Also those whose looks or cells are not there."""
    assert noted(with_xml("</sheetData>", f"</sheetData>{rule.format(PLACE)}")) == []


def test_a_control_in_the_sheet_is_seen() -> None:
    """With the place that Excel 2010 and later write."""
    place = f"<from><col>3</col><row>{int(PLACE[1:]) - 1}</row></from>"
    control = f"<controls><control><controlPr><anchor>{place}</anchor></controlPr></control></controls>"
    content = with_xml("</sheetData>", f"</sheetData>{control}")

    assert noted(content) == [("CELL-UNREADABLE", (_PATH,), f"{PICTURE}{FIGURE}")]


def test_columns_and_rows_without_width_are_not_shown() -> None:
    """As those that are hidden: the figures in them are not read."""
    whole = with_xml(_ROW, f'{_ROW} ht="0" customHeight="1"')
    zero = with_xml("<sheetData>", '<cols><col min="4" max="4" width="0" customWidth="1"/></cols><sheetData>')
    default = with_xml(_ROW, f'{_ROW} ht="0"')
    low = with_xml(_ROW, f'{_ROW} ht="1.5" customHeight="1"')

    assert [len(paths) for _, paths, _ in noted(whole)] == [7]
    assert noted(low) == noted(whole)
    assert gd.parse(zero).report.requests is not None
    assert gd.get(gd.parse(zero).report, _PATH) is None
    assert not gd.parse(zero).exact
    assert gd.parse(default) == gd.Reading(REPORT)


@pytest.mark.parametrize(
    ("width", "value", "merged", "looks", "expected"),
    [
        (1.5, 1234, "", {}, "1234 [####]"),
        (3.9, 1234, "", {}, "1234 [####]"),
        (4.1, 1234, "", {}, "1234"),
        (4.71, 1234, "", {}, "1234"),
        (8.43, 12345678, "", {}, "12345678"),
        (8.43, 123456789, "", {}, "123456789 [####]"),
        (6.7, 1234.56789, "", {}, "1234.56789 [####]"),
        (4.71, 1234, "", {"font": Font(size=16)}, "1234 [####]"),
        (6.5, 1234, "", {"font": Font(size=16)}, "1234"),
        (3.6, 1234, "", {"font": Font(size=9)}, "1234"),
        (1.2, 5, "", {}, "5 [####]"),
        (1.71, 5, "", {}, "5"),
        (4.71, 1234, "", {"number_format": "0"}, "1234"),
        (3.5, 1234, "", {"number_format": "0"}, "1234 [####]"),
        (6.5, 1234, "", {"number_format": '0"件"'}, "1234件"),
        (5.5, 1234, "", {"number_format": '0"件"'}, "1234件 [####]"),
        (8.43, 12, "", {"alignment": Alignment(horizontal="left", indent=5)}, "12"),
        (8.43, 12, "", {"alignment": Alignment(horizontal="left", indent=6)}, "12 [####]"),
        (8.43, 12, "", {"alignment": Alignment(horizontal="right", indent=15)}, "12 [####]"),
        (8.43, 12, "", {"alignment": Alignment(horizontal="center", indent=15)}, "12"),
        (1.5, "1234", "", {}, "1234"),
        (0.5, "规章", "", {}, "规章"),
        (2.5, 1234, "B1:C1", {}, "1234"),
        (1.5, 1234, "B1:B2", {}, "1234 [####]"),
        (1.5, 1234, "", {"alignment": Alignment(shrink_to_fit=True)}, "1234"),
        (1.5, 1234, "", {"alignment": Alignment(text_rotation=90)}, "1234"),
        (1.5, 1234, "", {"alignment": Alignment(horizontal="centerContinuous")}, "1234"),
        (1.5, 1234, "", {"font": Font(strike=True)}, "~~1234~~"),
    ],
)
def test_a_number_for_which_its_column_is_too_narrow_is_not_seen(
    width: float, value: object, merged: str, looks: dict[str, object], expected: str
) -> None:
    """Excel shows #### in its stead, 1E+09 or fewer decimals; as wide as Excel fits it, a column is not narrow."""
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for row in (["甲", value, None, "乙"], ["丙", None, None, 1]):
        sheet.append(row)
    for name, look in looks.items():
        setattr(sheet["B1"], name, look)
    sheet.column_dimensions["B"].width = width
    if merged:
        sheet.merge_cells(merged)

    (grid,) = read(saved(workbook))

    assert isinstance(grid, Grid)
    assert grid.rows[0][1].text == expected


@pytest.mark.parametrize(
    ("width", "beside", "looks", "expected"),
    [
        (1.5, None, {}, "1234"),
        (1.5, 0, {}, "1234 [####]"),
        (4.1, 0, {}, "1234"),
        (1.5, None, {"horizontal": "left"}, "1234"),
        (1.5, None, {"horizontal": "center"}, "1234 [####]"),
        (1.5, None, {"wrap_text": True}, "1234 [####]"),
        (4.1, None, {"wrap_text": True}, "1234"),
        (1.5, 0, {"shrink_to_fit": True}, "1234"),
    ],
)
def test_a_figure_as_text_is_cut_off_where_its_column_is_too_narrow(
    width: float, beside: object, looks: dict[str, object], expected: str
) -> None:
    """It goes on over a blank cell at its right, unless it is centred, or broken into lines that the row may hide."""
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for row in (["甲", "1234", beside, "乙"], ["丙", None, None, 1]):
        sheet.append(row)
    sheet["B1"].alignment = Alignment(**looks)  # type: ignore[arg-type]
    sheet.column_dimensions["B"].width = width

    (grid,) = read(saved(workbook))

    assert isinstance(grid, Grid)
    assert grid.rows[0][1].text == expected


@pytest.mark.parametrize(("width", "expected"), [(1.5, "1234 [####]"), (9.0, "1234")])
def test_a_merged_figure_is_cut_off_by_the_columns_that_are_shown(width: float, expected: str) -> None:
    """The first of them may be hidden; a figure that is hidden altogether is not cut off."""
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for row in (["甲", 1234, None, "乙"], ["丙", 1234, 1, 2]):
        sheet.append(row)
    sheet.merge_cells("B1:C1")
    sheet.column_dimensions["B"].hidden = True
    sheet.column_dimensions["C"].width = width
    content = saved(workbook)

    (grid,), (rows,) = read(content), read_rows(content)

    assert isinstance(grid, Grid)
    assert [[cell.text for cell in row] for row in grid.rows] == [["甲", expected, "乙"], ["丙", "1", "2"]]
    assert rows[2] == {1: "丙", 2: "1234", 3: "1", 4: "2"}


@pytest.mark.parametrize(
    ("height", "looks", "merged", "raws"),
    [
        ('ht="6" customHeight="1"', {}, "", ["12 [行高不足]"]),
        ('ht="8" customHeight="1"', {}, "", ["12 [行高不足]"]),
        ('ht="8.5" customHeight="1"', {}, "", []),
        ('ht="6" customHeight="1"', {"font": Font(sz=8)}, "", []),
        ('ht="15" customHeight="1"', {"font": Font(sz=24)}, "", ["12 [行高不足]"]),
        ('ht="6" customHeight="1"', {"alignment": Alignment(shrink_to_fit=True)}, "", ["12 [行高不足]"]),
        ('ht="6"', {}, "", []),
        ('ht="6" customHeight="1"', {"value": "约12"}, "", ["约12"]),
        ('ht="6" customHeight="1"', {}, "1", []),
    ],
)
def test_a_figure_is_cut_off_where_its_row_is_too_low(
    height: str, looks: dict[str, object], merged: str, raws: list[str]
) -> None:
    """Of the row that somebody set so low, not of one that follows its letters, nor of two that are merged."""

    def change(sheet: Worksheet, cell: Cell) -> None:
        # Of the other cells of the row, which no test is about, the letters are small.
        for each in sheet[cell.row]:
            each.font = Font(sz=6)
        cell.font = Font(sz=11)
        cell.value = 12
        having(**looks)(sheet, cell)
        if merged:
            sheet.merge_cells(start_row=cell.row, end_row=cell.row + 1, start_column=4, end_column=4)

    content = with_xml(_ROW, f"{_ROW} {height}", changed(change))

    assert [raw for code, _, raw in noted(content) if code == "CELL-UNREADABLE"] == raws


def test_columns_of_no_width_of_their_own_have_that_of_the_sheet() -> None:
    """Also where a sheet declares more columns than there are, in which case it is not looked at all of them."""
    row = '<row r="1"><c r="A1" t="str"><v>甲</v></c><c r="B1"><v>1234</v></c></row>'
    usual = f'<worksheet><sheetFormatPr defaultColWidth="1.5"/><sheetData>{row}</sheetData></worksheet>'
    columns = '<col min="2" max="2" width="9"/>' + '<col min="9" max="3" width="1"/>' * 16_384
    many = f'<worksheet><cols>{columns}<col min="2" max="2" width="1"/></cols><sheetData>{row}</sheetData></worksheet>'

    for sheet, expected in ((usual, "1234 [####]"), (many, "1234")):
        (grid,) = read(with_part(OTHERS, _SHEET, sheet.encode()))
        assert isinstance(grid, Grid)
        assert [cell.text for cell in grid.rows[0]] == ["甲", expected]


@pytest.mark.parametrize(("size", "expected"), [("22", "1234"), ("11", "1234"), ("8", "1234 [####]"), ("x", "1234")])
def test_columns_are_as_wide_as_digits_of_the_usual_letters(size: str, expected: str) -> None:
    """Those of the first style of the workbook; if their size is not known, of eleven points."""
    fonts = f'<fonts><font><sz val="{size}"/></font><font><sz val="11"/></font></fonts>'
    styles = f'<styleSheet>{fonts}<cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>'
    row = '<row r="1"><c r="A1" t="str"><v>甲</v></c><c r="B1" s="1"><v>1234</v></c></row>'
    sheet = f'<worksheet><cols><col min="2" max="2" width="4.71"/></cols><sheetData>{row}</sheetData></worksheet>'

    (grid,) = read(with_part(with_part(OTHERS, _SHEET, sheet.encode()), "xl/styles.xml", styles.encode()))

    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.rows[0]] == ["甲", expected]


def test_letters_of_no_known_size_have_eleven_points() -> None:
    """Those of a number in a narrow column."""
    styles = '<styleSheet><fonts><font/></fonts><cellXfs><xf fontId="0"/></cellXfs></styleSheet>'
    row = '<row r="1"><c r="A1" t="str"><v>甲</v></c><c r="B1"><v>1234</v></c></row>'
    sheet = f'<worksheet><cols><col min="2" max="2" width="3"/></cols><sheetData>{row}</sheetData></worksheet>'

    (grid,) = read(with_part(with_part(OTHERS, _SHEET, sheet.encode()), "xl/styles.xml", styles.encode()))

    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.rows[0]] == ["甲", "1234 [####]"]


def centred(count: int, *, blank: bool) -> Change:
    """Give a change that centres a cell, and those beside it, over all of them."""

    def change(sheet: Worksheet, cell: Cell) -> None:
        for beside in range(count):
            other = sheet.cell(cell.row, cell.column + beside)
            other.alignment = Alignment(horizontal="centerContinuous")
            if beside and blank:
                other.value = None

    return change


@pytest.mark.parametrize(
    ("change", "codes"),
    [(centred(3, blank=True), ["UNPLACED"]), (centred(3, blank=False), []), (centred(1, blank=False), [])],
)
def test_what_is_centred_over_several_cells_is_in_none_of_them(change: Change, codes: list[str]) -> None:
    """It looks as if the cells were merged; one beside stated cells is in its own."""
    assert [code for code, _, _ in noted(changed(change))] == codes


def test_a_merged_cell_is_shown_where_its_first_column_is_hidden() -> None:
    """There its text stands, over what is left of it."""
    sheet = (
        '<worksheet><cols><col min="1" max="1" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c>'
        '<c r="B1"/><c r="C1" t="str"><v>乙</v></c></row><row r="2"><c r="B2"><v>1</v></c><c r="C2"><v>2</v></c></row>'
        '</sheetData><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:A3"/></mergeCells></worksheet>'
    )

    (grid,) = read(with_part(OTHERS, _SHEET, sheet.encode()))

    assert isinstance(grid, Grid)
    assert [[cell.text for cell in row] for row in grid.rows] == [["甲", "乙"], ["1", "2"]]


def test_a_merged_cell_is_shown_where_its_first_row_is_hidden() -> None:
    """So is one of which only the last row and column are shown; one that is hidden as a whole is not."""
    rows = "".join(
        f'<row r="{row}" hidden="{int(row in {1, 3, 4})}"><c r="A{row}" t="str"><v>{label}</v></c>'
        f'<c r="B{row}"><v>{row}</v></c><c r="C{row}"><v>{row * 10}</v></c></row>'
        for row, label in enumerate(["甲", "乙"] * 3, 1)
    )
    merged = "".join(f'<mergeCell ref="{area}"/>' for area in ("A1:A2", "B1:C2", "A3:A4"))
    sheet = f"<worksheet><sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"

    (grid,) = read(with_part(OTHERS, _SHEET, sheet.encode()))

    assert isinstance(grid, Grid)
    assert [[cell.text for cell in row] for row in grid.rows] == [["甲", "1"], ["甲", "5", "50"], ["乙", "6", "60"]]


_ODD_STYLES = (
    b'<styleSheet><fonts><font><color/></font><font><color indexed="8"/></font><font><sz val="x"/>'
    b'<vertAlign/><color rgb="blue"/></font></fonts><fills><fill/></fills>'
    b'<borders><border diagonalUp="1"/></borders><cellXfs><xf/></cellXfs></styleSheet>'
)


@pytest.mark.parametrize(
    "styles",
    [
        None,
        b"<styleSheet/>",
        b'<styleSheet><cellXfs><xf numFmtId="1" fontId="9" fillId="9" borderId="9"/></cellXfs></styleSheet>',
        _ODD_STYLES,
    ],
)
def test_styles_that_are_not_there_are_plain(styles: bytes | None) -> None:
    """Nothing is known of their looks, so that figures are read as they are stored."""
    content = with_part(with_part(OTHERS, "xl/styles.xml", styles), _THEME, None)

    assert gd.get(gd.parse(content).report, _PATH) == FIGURE


def test_a_theme_has_its_own_white() -> None:
    """A dark theme turns letters and ground round; a colour that is not in it is in doubt."""
    dark = (
        b"<theme><themeElements><clrScheme><dk1><srgbClr val='FFFFFF'/></dk1><lt1><srgbClr val='000000'/></lt1>"
        b"<accent1/></clrScheme></themeElements></theme>"
    )
    for theme, hidden in ((1, True), (0, False), (4, True)):
        content = with_part(changed(both(font(color=Color(theme=theme)), having(value=12))), _THEME, dark)
        assert any(paths == (_PATH,) for _, paths, _ in noted(content)) is hidden


_LETTERS = (
    b'<styleSheet><fonts><font>%s</font></fonts><fills><fill><patternFill patternType="solid">%s</patternFill>'
    b'</fill></fills><cellXfs><xf fontId="0" fillId="0"/><xf fontId="0" fillId="0"/></cellXfs><colors><indexedColors>'
    b'<rgbColor rgb="00FFFFFF"/><rgbColor rgb="blue"/></indexedColors></colors></styleSheet>'
)
_LIGHT = b'<fgColor rgb="FFEEEEEE"/>'


@pytest.mark.parametrize(
    ("colour", "ground", "seen"),
    [
        (b"", _LIGHT, True),
        (b"<color/>", _LIGHT, True),
        (b'<color auto="1"/>', _LIGHT, True),
        (b'<color rgb="blue"/>', _LIGHT, False),
        (b'<color indexed="0"/>', _LIGHT, False),
        (b'<color indexed="1"/>', _LIGHT, False),
        (b'<color indexed="2"/>', _LIGHT, True),
        (b'<color indexed="9"/>', _LIGHT, False),
        (b'<color indexed="63"/>', _LIGHT, True),
        (b'<color indexed="99"/>', _LIGHT, False),
        (b'<color theme="4"/>', _LIGHT, False),
        (b'<color theme="12"/>', _LIGHT, False),
        (b"", b'<fgColor rgb="blue"/>', False),
        (b"", b'<fgColor indexed="0"/>', True),
        (b"", b'<fgColor indexed="1"/>', False),
        (b"", b'<fgColor indexed="99"/>', False),
        (b"", b'<fgColor auto="1"/>', True),
    ],
)
def test_a_colour_that_is_not_known_is_in_doubt(colour: bytes, ground: bytes, *, seen: bool) -> None:
    """A palette of the workbook comes before that of Excel; letters without a colour are black."""
    content = with_part(with_part(OTHERS, "xl/styles.xml", _LETTERS % (colour, ground)), _THEME, None)

    assert (gd.get(gd.parse(content).report, _PATH) == FIGURE) is seen
    assert (noted(content) == []) is seen


@pytest.mark.parametrize(
    "look",
    [
        "<font><color indexed='99'/></font>",
        "<fill><patternFill><bgColor theme='99'/></patternFill></fill>",
    ],
)
def test_a_rule_may_paint_in_a_colour_that_is_not_known(look: str) -> None:
    """Then a figure for which it may hold is in doubt; one with no colour of its own changes none."""
    rule = f"<cfRule><dxf>{look}</dxf></cfRule><sqref>{PLACE}</sqref>"
    plain = re.sub("(indexed|theme)='99'", "", rule)
    for each, notes in ((rule, [("CELL-UNREADABLE", (_PATH,), f"{HIDDEN}{FIGURE}")]), (plain, [])):
        after = f"</sheetData><extLst><conditionalFormatting>{each}</conditionalFormatting></extLst>"
        assert noted(with_xml("</sheetData>", after)) == notes


_MANY_RULES = f"<conditionalFormatting sqref={' '.join(['A1:J99'] * 999)!r}><cfRule/></conditionalFormatting>"
_ALL = "<anchor><from><col>0</col><row>0</row></from><to><col>9</col><row>60</row></to></anchor>"


@pytest.mark.parametrize("after", [_MANY_RULES, f"<control>{_ALL * 999}</control>"])
def test_more_looks_than_cells_need_are_refused(after: str) -> None:
    """Rules and drawings, each over all cells, are no more than a bound allows."""
    with pytest.raises(gd.ReadError) as caught:
        gd.parse(
            with_xml("</sheetData>", f"</sheetData>{after}"), format="xlsx", limits=formats.Limits(max_cells=1_500)
        )

    assert caught.value.code == "BEYOND-LIMIT"

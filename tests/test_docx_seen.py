"""Figures of table III as Word shows them: an oddity in a cell is read as it is seen, or noted; never as another."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import pytest
from support.builders import build_report
from support.word import Odd, cell, document, form, table

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, Paragraph
from govdisclosure.formats.docx.read import read
from govdisclosure.model.values import CellValue

if TYPE_CHECKING:
    from collections.abc import Mapping

Shown: TypeAlias = CellValue | Literal["unreadable"]
UNREADABLE: Final = "unreadable"
PATHS: Final = tuple(cell.path for cell in gd.cells(build_report()) if cell.path.startswith("requests.natural_person."))
"""The cells that are tried, each in a row of its own."""

PATH: Final = "requests.natural_person.outcomes.granted"


def read_cells(odd: Mapping[str, Odd], table_properties: str = "", **parts: str) -> dict[str, Shown]:
    """Read a form with oddities in some cells: give what is read in them; all else must be read as it stands."""
    reading = gd.parse(document(form(build_report(), odd, table_properties), **parts), format="docx")
    values = {path: gd.get(reading.report, path) for path in odd}
    assert reading.report.requests == build_report(cells=values).requests
    assert {note.code for note in reading.notes} <= {"CELL-UNREADABLE"}
    unreadable = {path for note in reading.notes for path in note.paths}
    assert all(values[path] is None for path in unreadable)
    return {path: UNREADABLE if path in unreadable else value for path, value in values.items()}


def shown(inner: str, properties: str = "", row: str = "", **parts: str) -> Shown:
    """Read a form with one oddity."""
    return read_cells({PATH: Odd(inner, properties, row)}, **parts)[PATH]


def all_shown(variants: Mapping[str, str], styles: str = "") -> dict[str, Shown]:
    """Read forms with an oddity in each of their rows, by the names of the oddities."""
    seen: dict[str, Shown] = {}
    waiting = iter(variants.items())
    while batch := dict(islice(waiting, len(PATHS))):
        odd = {path: Odd(inner) for path, inner in zip(PATHS, batch.values(), strict=False)}
        seen.update(zip(batch, read_cells(odd, styles=styles).values(), strict=True))
    return seen


def t(text: str) -> str:
    """Give words in a run."""
    return f'<w:t xml:space="preserve">{text}</w:t>'


def r(text: str, properties: str = "") -> str:
    """Give a run."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{t(text)}</w:r>"


def p(inner: str, properties: str = "") -> str:
    """Give a paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def mark(kind: str, inner: str = "", more: str = "") -> str:
    """Give a mark of a field in a run of its own."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"{more}>{inner}</w:fldChar></w:r>'


def code(*pieces: str) -> str:
    """Give what computes a field, in several runs."""
    return "".join(f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in pieces)


def field(instruction: str, result: str = "", data: str = "", more: str = "") -> str:
    """Give a field with its result."""
    return mark("begin", data, more) + code(*instruction.split("|")) + mark("separate") + result + mark("end")


def bare(instruction: str, data: str = "") -> str:
    """Give a field that has no result."""
    return mark("begin", data) + code(*instruction.split("|")) + mark("end")


def simple(instruction: str, result: str, more: str = "") -> str:
    """Give a field as one element."""
    return f'<w:fldSimple w:instr="{instruction}"{more}>{result}</w:fldSimple>'


def data(inner: str) -> str:
    """Give what a control of a form says of itself."""
    return f"<w:ffData>{inner}</w:ffData>"


FIELDS: Final[dict[str, tuple[str, Shown]]] = {
    "=SUM(ABOVE)": (field(" =SUM(ABOVE) ", r("10")), 10),
    "= SUM(ABOVE) in runs": (field(" =| SUM|(ABOVE) \\# 0", r("1") + r("0")), 10),
    "= without a result": (bare(" =SUM(ABOVE) "), UNREADABLE),
    "= that is dirty": (field(" =SUM(ABOVE) ", r("10"), more=' w:dirty="true"'), UNREADABLE),
    "formtext in lower case": (field(" formtext ", r("10")), 10),
    "FORMTEXT in runs": (field(" FO|RMTEXT ", r("10")), 10),
    "FORMTEXT in one run": (
        "".join((mark("begin"), code("FORMTEXT"), mark("separate"), r("10"), mark("end"))).replace("</w:r><w:r>", ""),
        10,
    ),
    "FORMTEXT that is blank": (field(" FO|RMTEXT ", r("\u2002\u2002\u2002\u2002\u2002")), UNREADABLE),
    "FORMTEXT without a result": (bare("FORMTEXT"), UNREADABLE),
    "FORMCHECKBOX": (bare(" FORM|CHECKBOX ", data("<w:checkBox><w:default w:val='1'/></w:checkBox>")), UNREADABLE),
    "FORMCHECKBOX beside a figure": (r("10") + bare(" formcheckbox "), UNREADABLE),
    "FORMDROPDOWN": (
        bare(
            " FORM|DROPDOWN ",
            data('<w:ddList><w:result w:val="1"/><w:listEntry w:val="9"/><w:listEntry w:val="10"/></w:ddList>'),
        ),
        10,
    ),
    "FORMDROPDOWN beside a digit": (
        bare("FORMDROPDOWN", data('<w:ddList><w:listEntry w:val="1"/></w:ddList>')) + r("0"),
        UNREADABLE,
    ),
    "FORMDROPDOWN with a default": (
        bare("FormDropDown", data('<w:ddList><w:default w:val="0"/><w:listEntry w:val="10"/></w:ddList>')),
        10,
    ),
    "FORMDROPDOWN beyond its list": (
        bare("FORMDROPDOWN", data('<w:ddList><w:result w:val="7"/><w:listEntry w:val="10"/></w:ddList>')),
        UNREADABLE,
    ),
    "FORMDROPDOWN with a result": (field("FORMDROPDOWN", r("10")), UNREADABLE),
    "page": (field(" page ", r("10")), UNREADABLE),
    "PAGE without a result": (bare(" PA|GE "), UNREADABLE),
    "PAGE beside a figure": (r("1") + field("PAGE", r("0")), UNREADABLE),
    "PAGEREF": (r("10") + field(" PAGEREF _Toc1 \\h ", r("2")), UNREADABLE),
    "NUMPAGES": (simple(" NUMPAGES ", r("10")), UNREADABLE),
    "fldSimple": (simple(" QUOTE 10 ", r("10")), 10),
    "fldSimple that is dirty": (simple(" DOCPROPERTY N ", r("10"), ' w:dirty="1"'), UNREADABLE),
    "fldSimple in fldSimple": (simple(" QUOTE ", simple(" REF a ", r("10"))), 10),
    "fldSimple PAGE in fldSimple": (simple(" QUOTE ", simple(" PAGE ", r("10"))), UNREADABLE),
    "fldSimple without a result": (simple(" NUMWORDS ", ""), UNREADABLE),
    "fldSimple whose end stands inside": (simple(" QUOTE ", r("10") + mark("end")), 10),
    "fldSimple that opens another": (simple(" QUOTE ", r("10") + mark("begin")), UNREADABLE),
    "NOTEREF": (r("10") + field(" NOTEREF _Ref1 \\f \\h ", r("2", '<w:vertAlign w:val="superscript"/>')), UNREADABLE),
    "NOTEREF that is not raised": (r("10") + field(" NOTEREF _Ref1 ", r("2")), UNREADABLE),
    "HYPERLINK": (field(' HYPERLINK "http://www.example.org" \\l "a" ', r("10")), 10),
    "HYPERLINK into the document": (r("10") + field(' HYPERLINK \\l "_ftn1" ', r("2")), UNREADABLE),
    "SEQ": (field(" SEQ 表 \\* ARABIC ", r("10")), UNREADABLE),
    "QUOTE": (field(' QUOTE "10" ', r("10")), 10),
    "IF": (field(f' IF {"1"} = 1 "10" "9" ', r("10")), 10),
    "MERGEFIELD": (field(" MERGEFIELD granted ", r("10")), 10),
    "MERGEFIELD without a result": (bare(" MERGEFIELD granted "), UNREADABLE),
    "DOCPROPERTY": (field(" DOCPROPERTY granted ", r("10")), 10),
    "REF": (field(" REF granted \\h ", r("10")), 10),
    "EQ in each other": (bare(" EQ \\o(9,1)"), UNREADABLE),
    "eq raised": (r("10") + bare(" eq \\s\\up(2)"), UNREADABLE),
    "EQ as a fraction, with a result": (field(" E|Q \\f(10,2)", r("10")), UNREADABLE),
    "SYMBOL": (field(" SYMBOL 82 \\f Wingdings ", r("10")), UNREADABLE),
    "MACROBUTTON": (bare(" MACROBUTTON Run 10 "), UNREADABLE),
    "ADVANCE": (r("1") + bare(" ADVANCE \\l 8 ") + r("0"), UNREADABLE),
    "LISTNUM": (bare(" LISTNUM ") + r("10"), UNREADABLE),
    "XE, which shows nothing": (r("10") + bare(' XE "公开" '), 10),
    "a field in the code of another": (
        mark("begin")
        + code(" IF ")
        + field(" REF a ", r("9"))
        + code(" = 9 ")
        + mark("separate")
        + r("10")
        + mark("end"),
        10,
    ),
    "a field in the result of another": (field(" QUOTE ", r("1") + field(" REF a ", r("0"))), 10),
    "a field that shows another alone": (field(" QUOTE ", field(" REF a ", r("10"))), 10),
    "a field whose name is the result of another": (
        mark("begin") + field(" QUOTE ", r("PAGE")) + mark("separate") + r("10") + mark("end"),
        UNREADABLE,
    ),
    "a field without an end": (mark("begin") + code(" REF a ") + mark("separate") + r("10"), UNREADABLE),
    "a field without result and end": (mark("begin") + code(" REF a ") + r("10"), UNREADABLE),
    "two separations": (mark("begin") + code("REF a") + mark("separate") * 2 + r("10") + mark("end"), 10),
    "an end without a field": (mark("separate") + mark("end") + r("10"), UNREADABLE),
    "a field whose marks are hidden": (
        '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/><w:instrText>REF a</w:instrText></w:r>'
        '<w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("10")
        + mark("end"),
        10,
    ),
}


def test_fields_show_their_result() -> None:
    """By their parsed names, in any case and in several runs; what the document has no words of is no blank."""
    seen = all_shown({name: p(inner) for name, (inner, _) in FIELDS.items()})

    assert seen == {name: expected for name, (_, expected) in FIELDS.items()}


def control(properties: str, inner: str) -> str:
    """Give a content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


HELD_BACK: Final = "<w:showingPlcHdr/>"
CHECKED: Final = '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'
CONTROLS: Final[dict[str, tuple[str, Shown]]] = {
    "text": (p(control("<w:text/>", r("10"))), 10),
    "date": (p(control("<w:date/>", r("10"))), 10),
    "dropDownList": (p(control("<w:dropDownList/>", r("10"))), 10),
    "comboBox": (p(control("<w:comboBox/>", r("1") + r("0"))), 10),
    "checkbox": (p(control(CHECKED, r("☒"))), UNREADABLE),
    "checkbox beside a figure": (p(r("10") + control(CHECKED, r("☐"))), UNREADABLE),
    "checkbox as a symbol": (
        p(control(CHECKED, '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>')),
        UNREADABLE,
    ),
    "prompt": (p(control(HELD_BACK, r("单击输入"))), UNREADABLE),
    "prompt that is a figure": (p(control(HELD_BACK, r("0"))), UNREADABLE),
    "prompt of blanks": (p(control(HELD_BACK, r("     "))), UNREADABLE),
    "prompt in several runs": (p(control(HELD_BACK, r("1") + r("0"))), UNREADABLE),
    "prompt in a prompt": (p(control(HELD_BACK, control(HELD_BACK, r("1")) + r("0"))), UNREADABLE),
    "prompt that is none any more": (p(control('<w:showingPlcHdr w:val="0"/>', r("10"))), 10),
    "prompt around a paragraph": (control(HELD_BACK, p(r("10"))), UNREADABLE),
    "control around a paragraph": (control("", p(r("10"))), 10),
    "ActiveX": (p('<w:r><w:object><v:shape/><w:control r:id="rId9"/></w:object></w:r>'), UNREADABLE),
    "old ActiveX": (p('<w:r><w:pict><v:shape/><w:control r:id="rId9"/></w:pict></w:r>'), UNREADABLE),
    "OLE beside a figure": (p(r("1") + "<w:r><w:object><v:shape/></w:object></w:r>"), UNREADABLE),
    "altChunk": ('<w:altChunk r:id="rId7"/><w:p/>', UNREADABLE),
    "altChunk beside a figure": (p(r("10")) + '<w:altChunk r:id="rId7"/>', UNREADABLE),
    "subDoc": (p(r("10") + '<w:subDoc r:id="rId7"/>'), UNREADABLE),
}


def test_controls_show_their_text() -> None:
    """What was entered is text; what only asks for it, or is shown without text, is neither that nor a blank."""
    seen = all_shown({name: inner for name, (inner, _) in CONTROLS.items()})

    assert seen == {name: expected for name, (_, expected) in CONTROLS.items()}


PICTURE: Final = '<a:graphic><a:graphicData><a:blip r:embed="rId8"/></a:graphicData></a:graphic>'
SHAPE: Final = "<wps:wsp><wps:spPr/></wps:wsp>"
CHART: Final = '<a:graphic><chart r:id="rId8"/></a:graphic>'


def drawn(inner: str, kind: str = "inline", more: str = "") -> str:
    """Give a drawing in a run."""
    return f'<w:r><w:drawing><wp:{kind}><wp:docPr id="1" name="图"{more}/>{inner}</wp:{kind}></w:drawing></w:r>'


def box(text: str, more: str = "") -> str:
    """Give a shape with text in it."""
    return f"<wps:wsp>{more}<wps:txbx><w:txbxContent>{p(r(text))}</w:txbxContent></wps:txbx></wps:wsp>"


def old(inner: str, style: str = "") -> str:
    """Give a shape as older programs have it."""
    return f'<w:r><w:pict><v:shape style="{style}">{inner}</v:shape></w:pict></w:r>'


def old_box(text: str) -> str:
    """Give the text of such a shape."""
    return f"<v:textbox><w:txbxContent>{p(r(text))}</w:txbxContent></v:textbox>"


def alternatives(*inner: str) -> str:
    """Give alternatives."""
    return f"<mc:AlternateContent>{''.join(inner)}</mc:AlternateContent>"


def choice(requires: str, inner: str) -> str:
    """Give what is shown by programs that understand some namespaces."""
    return f'<mc:Choice Requires="{requires}">{inner}</mc:Choice>'


DRAWINGS: Final[dict[str, tuple[str, Shown]]] = {
    "picture in the line": (drawn(PICTURE), UNREADABLE),
    "picture beside a figure": (r("1") + drawn(PICTURE), UNREADABLE),
    "picture beside a figure with a unit": (r("1") + drawn(PICTURE) + r("件"), UNREADABLE),
    "floating picture alone": (drawn(PICTURE, "anchor"), UNREADABLE),
    "seal beside a figure": (r("10") + drawn(PICTURE, "anchor"), 10),
    "shape that floats beside a figure": (r("10") + drawn(SHAPE, "anchor"), UNREADABLE),
    "shape that floats alone": (drawn(SHAPE, "anchor"), UNREADABLE),
    "chart": (drawn(CHART), UNREADABLE),
    "SmartArt": (drawn("<a:graphic><relIds/></a:graphic>"), UNREADABLE),
    "ink": ('<w:r><w:contentPart r:id="rId8"/></w:r>', UNREADABLE),
    "text box in the line": (drawn(box("10")), 10),
    "text box in the line beside a figure": (r("9") + drawn(box("10")), UNREADABLE),
    "text box that floats": (drawn(box("10"), "anchor"), UNREADABLE),
    "text box that floats beside a figure": (r("9") + drawn(box("10"), "anchor"), UNREADABLE),
    "text box on its head": (drawn(box("9", '<wps:spPr><a:xfrm rot="10800000"/></wps:spPr>')), UNREADABLE),
    "text box whose words stand on their heads": (
        drawn(box("9", '<wps:bodyPr rot="10800000"/>')),
        UNREADABLE,
    ),
    "old text box in a group beside one that is hidden": (
        old(f'<v:rect style="visibility:hidden">{old_box("9")}</v:rect><v:rect>{old_box("10")}</v:rect>'),
        10,
    ),
    "text box and picture": (drawn(box("10") + PICTURE), UNREADABLE),
    "hidden text box": (r("10") + drawn(box("9"), "anchor", ' hidden="1"'), 10),
    "drawing in hidden words": (
        r("10") + drawn(PICTURE).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>"),
        10,
    ),
    "old text box": (old(old_box("10")), 10),
    "old text box that floats": (old(old_box("10"), "position:absolute;left:9pt"), UNREADABLE),
    "old text box that is hidden": (r("10") + old(old_box("9"), "position:absolute;visibility:hidden"), 10),
    "old text box that is turned": (old(old_box("9"), "rotation:180"), UNREADABLE),
    "old picture": (old('<v:imagedata r:id="rId8"/>'), UNREADABLE),
    "old floating picture alone": (old('<v:imagedata r:id="rId8"/>', "position:absolute"), UNREADABLE),
    "old picture that floats beside a figure": (r("10") + old('<v:imagedata r:id="rId8"/>', "position:absolute"), 10),
    "words as art": (old('<v:textpath string="10"/>'), UNREADABLE),
    "line through a figure": (
        r("10") + '<w:r><w:pict><v:line style="position:absolute" from="0,0" to="9pt,9pt"/></w:pict></w:r>',
        UNREADABLE,
    ),
    "alternatives in a drawing": (
        drawn(alternatives(choice("wps", box("10")), f"<mc:Fallback>{box('9')}</mc:Fallback>")),
        10,
    ),
    "number of the page": ("<w:r><w:pgNum/></w:r>", UNREADABLE),
    "day on which it is looked at": ("<w:r><w:dayShort/></w:r>", UNREADABLE),
}


def test_drawings_are_no_blanks() -> None:
    """Text in a box in the line is text; a figure beside something drawn, or drawn itself, is in doubt."""
    seen = all_shown({name: p(inner) for name, (inner, _) in DRAWINGS.items()})

    assert seen == {name: expected for name, (_, expected) in DRAWINGS.items()}


FALLBACK: Final = f"<mc:Fallback>{r('9')}</mc:Fallback>"
OLD_BOX: Final = f"<mc:Fallback>{old(old_box('9'))}</mc:Fallback>"
ALTERNATIVES: Final[dict[str, tuple[str, Shown]]] = {
    "understood": (alternatives(choice("wps", r("10")), FALLBACK), 10),
    "understood, of two": (alternatives(choice("wps w14", r("10")), FALLBACK), 10),
    "not understood": (alternatives(choice("new", r("10")), FALLBACK), 9),
    "not understood in part": (alternatives(choice("w14 new", r("10")), FALLBACK), 9),
    "not declared": (alternatives(choice("other", r("10")), FALLBACK), 9),
    "second choice": (alternatives(choice("new", r("8")), choice("wps", r("10")), FALLBACK), 10),
    "fallback alone": (alternatives(FALLBACK), 9),
    "none understood": (r("10") + alternatives(choice("new", r("8"))), UNREADABLE),
    "nothing": (r("10") + alternatives(), UNREADABLE),
    "without a requirement": (alternatives(f"<mc:Choice>{r('8')}</mc:Choice>", FALLBACK), 9),
    "in each other": (alternatives(choice("wps", alternatives(choice("new", r("8")), FALLBACK))), 9),
    "in a run": ("<w:r>" + alternatives(choice("new", t("8")), f"<mc:Fallback>{t('9')}</mc:Fallback>") + "</w:r>", 9),
    "in properties": (
        f"<w:r><w:rPr>{alternatives(choice('w14', '<w:strike/>'))}</w:rPr>{t('10')}</w:r>",
        UNREADABLE,
    ),
    "in properties, not understood": (
        f"<w:r><w:rPr>{alternatives(choice('new', '<w:strike/>'), '<mc:Fallback/>')}</w:rPr>{t('10')}</w:r>",
        10,
    ),
    "a box or an old box": (alternatives(choice("wps", drawn(box("10"))), OLD_BOX), 10),
}


def test_of_alternatives_the_one_that_is_understood_is_read() -> None:
    """Never both, never neither."""
    seen = all_shown({name: p(inner) for name, (inner, _) in ALTERNATIVES.items()})

    assert seen == {name: expected for name, (_, expected) in ALTERNATIVES.items()}


def test_a_prefix_that_stands_for_more_than_one_thing_is_not_understood() -> None:
    """What a choice requires is known by the namespace, not by its usual prefix."""
    unusual = choice("wps", r("10")).replace("<mc:Choice", '<mc:Choice xmlns:wps="urn:x"')

    assert shown(p(alternatives(unusual, FALLBACK))) == 9


def test_alternatives_around_paragraphs_are_read() -> None:
    """A cell can hold them, too."""
    assert shown(alternatives(choice("new", p(r("8"))), f"<mc:Fallback>{p(r('9'))}</mc:Fallback>")) == 9
    assert shown(p(r("10")) + alternatives(choice("new", p(r("8"))))) == UNREADABLE


def style(name: str, properties: str, more: str = "", kind: str = "paragraph") -> str:
    """Give a style."""
    return f'<w:style w:type="{kind}" w:styleId="{name}">{more}<w:rPr>{properties}</w:rPr></w:style>'


def shaded(colour: str) -> str:
    """Give a ground of some colour."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'


def white(more: str = "") -> str:
    """Give a white figure."""
    return r("10", f'<w:color w:val="FFFFFF"/>{more}')


EFFECTS: Final[dict[str, tuple[str, Shown]]] = {
    "vanish": (r("9", "<w:vanish/>") + r("10"), 10),
    "vanish alone": (r("9", "<w:vanish/>"), None),
    "vanish within": (r("1") + r("9", "<w:vanish/>") + r("0"), 10),
    "vanish off": (r("10", '<w:vanish w:val="off"/>'), 10),
    "specVanish": (r("9", "<w:specVanish/>") + r("10"), UNREADABLE),
    "webHidden": (r("10", "<w:webHidden/>"), UNREADABLE),
    "strike": (r("9", "<w:strike/>") + r("10"), UNREADABLE),
    "strike alone": (r("10", "<w:strike/>"), UNREADABLE),
    "strike off": (r("10", '<w:strike w:val="false"/>'), 10),
    "dstrike": (r("9", "<w:dstrike/>") + r("10"), UNREADABLE),
    "superscript": (r("10") + r("2", '<w:vertAlign w:val="superscript"/>'), UNREADABLE),
    "subscript": (r("10") + r("2", '<w:vertAlign w:val="subscript"/>'), UNREADABLE),
    "superscript before": (r("2", '<w:vertAlign w:val="superscript"/>') + r("10"), UNREADABLE),
    "baseline": (r("1") + r("0", '<w:vertAlign w:val="baseline"/>'), 10),
    "position": (r("10") + r("2", '<w:position w:val="6"/>'), UNREADABLE),
    "position below": (r("10") + r("2", '<w:position w:val="-6"/>'), UNREADABLE),
    "position, small": (r("10") + r("2", '<w:position w:val="1"/>'), UNREADABLE),
    "position with a unit": (r("10") + r("2", '<w:position w:val="3pt"/>'), UNREADABLE),
    "position of nought": (r("1") + r("0", '<w:position w:val="0"/>'), 10),
    "position of all": (r("1", '<w:position w:val="6"/>') + r("0", '<w:position w:val="6"/>'), 10),
    "white": (white(), UNREADABLE),
    "white behind a figure": (r("10") + r("2", '<w:color w:val="FFFFFF"/>'), UNREADABLE),
    "white before a figure": (r("2", '<w:color w:val="ffffff"/>') + r("10"), UNREADABLE),
    "white in a unit": (white() + r("件"), UNREADABLE),
    "nearly white": (r("10", '<w:color w:val="F2F2F2"/>'), UNREADABLE),
    "light grey": (r("10", '<w:color w:val="E0E0E0"/>'), UNREADABLE),
    "grey": (r("10", '<w:color w:val="BFBFBF"/>'), 10),
    "yellow": (r("10", '<w:color w:val="FFFF00"/>'), UNREADABLE),
    "white of the theme": (r("10", '<w:color w:themeColor="background1"/>'), UNREADABLE),
    "white of the theme beside a colour": (r("10", '<w:color w:val="000000" w:themeColor="background1"/>'), UNREADABLE),
    "grey made of the white of the theme": (
        r("10", '<w:color w:val="7F7F7F" w:themeColor="background1" w:themeShade="7F"/>'),
        10,
    ),
    "white with a sign before it": (r("10", '<w:color w:val="#FFFFFF"/>'), UNREADABLE),
    "dark with a sign before it": (r("10", '<w:color w:val="#333333"/>'), 10),
    "a colour that is none": (r("10", '<w:color w:val="FFF"/>'), UNREADABLE),
    "black on the black of the theme": (
        r("10", '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="auto" w:themeFill="text1"/>'),
        UNREADABLE,
    ),
    "dark of the theme": (r("10", '<w:color w:themeColor="text1"/>'), 10),
    "white on dark": (white(shaded("1F4E79")), 10),
    "white on a marker": (white('<w:highlight w:val="darkBlue"/>'), 10),
    "blacked out with a marker": (r("10", '<w:highlight w:val="black"/>'), UNREADABLE),
    "blacked out, of no colour": (r("10", '<w:color w:val="auto"/><w:highlight w:val="black"/>'), UNREADABLE),
    "left to Word on a light marker": (r("10", '<w:highlight w:val="green"/>'), 10),
    "white on a marker that is none": (white('<w:highlight w:val="none"/>'), UNREADABLE),
    "white on a solid pattern": (white('<w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>'), 10),
    "black on black": (r("10", f'<w:color w:val="000000"/>{shaded("000000")}'), UNREADABLE),
    "yellow on yellow": (r("10", '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>'), UNREADABLE),
    "left to Word on black": (r("10", f'<w:color w:val="auto"/>{shaded("000000")}'), 10),
    "red": (r("1") + r("0", '<w:color w:val="FF0000"/>'), 10),
    "blank in white": (r("10") + r(" ", '<w:color w:val="FFFFFF"/>'), 10),
    "textFill noFill": (r("10", "<w14:textFill><w14:noFill/></w14:textFill>"), UNREADABLE),
    "textFill white": (
        r("10", '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>'),
        UNREADABLE,
    ),
    "textFill white of the theme": (
        r("10", '<w14:textFill><w14:solidFill><w14:schemeClr w14:val="bg1"/></w14:solidFill></w14:textFill>'),
        UNREADABLE,
    ),
    "textFill of a pale black": (
        r(
            "10",
            '<w14:textFill><w14:solidFill><w14:schemeClr w14:val="tx1"><w14:lumMod w14:val="5000"/>'
            '<w14:lumOff w14:val="95000"/></w14:schemeClr></w14:solidFill></w14:textFill>',
        ),
        UNREADABLE,
    ),
    "textFill of a grey": (
        r(
            "10",
            '<w14:textFill><w14:solidFill><w14:schemeClr w14:val="tx1"><w14:lumMod w14:val="65000"/>'
            '<w14:lumOff w14:val="35000"/></w14:schemeClr></w14:solidFill></w14:textFill>',
        ),
        10,
    ),
    "textFill of a dark white": (
        r(
            "10",
            '<w14:textFill><w14:solidFill><w14:schemeClr w14:val="bg1"><w14:lumMod w14:val="50000"/>'
            "</w14:schemeClr></w14:solidFill></w14:textFill>",
        ),
        10,
    ),
    "textFill from black to white": (
        r(
            "10",
            '<w14:textFill><w14:gradFill><w14:srgbClr w14:val="000000"/><w14:srgbClr w14:val="FFFFFF"/>'
            "</w14:gradFill></w14:textFill>",
        ),
        UNREADABLE,
    ),
    "textFill that shines through": (
        r(
            "10",
            '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="99000"/>'
            "</w14:srgbClr></w14:solidFill></w14:textFill>",
        ),
        UNREADABLE,
    ),
    "textFill black over white": (
        r(
            "10",
            '<w:color w:val="FFFFFF"/><w14:textFill><w14:solidFill><w14:srgbClr w14:val="000000"/>'
            "</w14:solidFill></w14:textFill>",
        ),
        UNREADABLE,
    ),
    "textFill that is empty": (r("10", "<w14:textFill/>"), 10),
    "w of a tenth": (r("10", '<w:w w:val="10"/>'), UNREADABLE),
    "w of two thirds": (r("10", '<w:w w:val="66"/>'), 10),
    "sz 1": (r("9", '<w:sz w:val="1"/>') + r("10"), UNREADABLE),
    "sz 2 alone": (r("10", '<w:sz w:val="2"/>'), UNREADABLE),
    "sz of one point": (r("10", '<w:sz w:val="1pt"/>'), UNREADABLE),
    "sz 15": (r("10", '<w:sz w:val="15"/>'), 10),
    "sz 14 behind 21": (r("10") + r("2", '<w:sz w:val="14"/>'), UNREADABLE),
    "sz 32 before 21": (r("1", '<w:sz w:val="32"/>') + r("0"), UNREADABLE),
    "sz 20 beside 21": (r("1") + r("0", '<w:sz w:val="20"/>'), 10),
    "sz 14 of a blank": (r("10") + r(" ", '<w:sz w:val="14"/>'), 10),
    "sz that is none": (r("10", '<w:sz w:val="small"/>'), 10),
    "spacing that piles": (r("10", '<w:spacing w:val="-100"/>'), UNREADABLE),
    "spacing that piles large letters": (r("10", '<w:sz w:val="44"/><w:spacing w:val="-5pt"/>'), UNREADABLE),
    "spacing, condensed": (r("10", '<w:spacing w:val="-10"/>'), 10),
    "spacing, wide": (r("10", '<w:spacing w:val="40"/>'), 10),
    "fitText that piles": (r("10", '<w:fitText w:val="60"/>'), UNREADABLE),
    "fitText": (r("10", '<w:fitText w:val="420" w:id="1"/>'), 10),
    "two lines in one": (r("10", '<w:eastAsianLayout w:id="1" w:combine="1"/>'), UNREADABLE),
    "across in vertical": (r("10", '<w:eastAsianLayout w:id="1" w:vert="1" w:combine="0"/>'), 10),
    "effect": (r("10", '<w:effect w:val="blinkBackground"/>'), 10),
    "outline": (r("10", "<w:outline/>"), 10),
    "rtl": (r("10", "<w:rtl/>"), UNREADABLE),
    "rtl off": (r("10", '<w:rtl w:val="0"/>'), 10),
    "Wingdings": (r("10", '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>'), UNREADABLE),
    "Wingdings for Chinese": (r("１０", '<w:rFonts w:eastAsia="Wingdings"/>'), UNREADABLE),
    "another font": (r("10", '<w:rFonts w:ascii="Times New Roman"/>'), 10),
    "a font for Chinese": (r("10", '<w:rFonts w:eastAsia="仿宋"/>'), 10),
    "highlight": (r("10", '<w:highlight w:val="yellow"/>'), 10),
    "bdo": (f'<w:bdo w:val="rtl">{r("01")}</w:bdo>', UNREADABLE),
    "bdo from left to right": (f'<w:bdo w:val="ltr">{r("10")}</w:bdo>', 10),
    "dir": (f'<w:dir w:val="rtl">{r("1")}</w:dir>{r("0")}', UNREADABLE),
    "mark of direction": (r("\u202e01\u202c"), UNREADABLE),
    "sym of Wingdings": ('<w:r><w:sym w:font="Wingdings" w:char="F08C"/></w:r>', UNREADABLE),
    "sym of a digit": ('<w:r><w:sym w:font="Wingdings" w:char="0031"/></w:r>', UNREADABLE),
    "sym beside a figure": (r("10") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', UNREADABLE),
    "noBreakHyphen": (f"<w:r>{t('1')}<w:noBreakHyphen/>{t('0')}</w:r>", UNREADABLE),
    "softHyphen": (f"<w:r>{t('1')}<w:softHyphen/>{t('0')}</w:r>", 10),
    "tab": (f"<w:r>{t('1')}<w:tab/>{t('0')}</w:r>", UNREADABLE),
    "tab before": (f"<w:r><w:tab/>{t('10')}</w:r>", 10),
    "ptab": (f"<w:r>{t('1')}<w:ptab/>{t('0')}</w:r>", UNREADABLE),
    "br": (f"<w:r>{t('1')}<w:br/>{t('0')}</w:r>", UNREADABLE),
    "cr": (f"<w:r>{t('1')}<w:cr/>{t('0')}</w:r>", UNREADABLE),
    "br behind": (f"<w:r>{t('10')}<w:br/></w:r>", 10),
    "footnoteReference": (r("10") + '<w:r><w:footnoteReference w:id="2"/></w:r>', UNREADABLE),
    "footnoteReference, raised": (
        r("10") + '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>',
        10,
    ),
    "mark of a note that was typed": (
        r("10") + f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/>{t("3")}</w:r>',
        UNREADABLE,
    ),
    "endnoteReference": (r("10") + '<w:r><w:endnoteReference w:id="2"/></w:r>', UNREADABLE),
    "comment": (f'<w:commentRangeStart w:id="1"/>{r("10")}<w:r><w:commentReference w:id="1"/></w:r>', 10),
    "bookmark": (f'<w:bookmarkStart w:id="1" w:name="a"/>{r("1")}<w:bookmarkEnd w:id="1"/>{r("0")}', 10),
    "smartTag": (f"<w:smartTag>{r('1')}</w:smartTag>{r('0')}", 10),
    "ruby of a figure": (
        f"<w:r><w:ruby><w:rt>{r('2')}</w:rt><w:rubyBase>{r('10')}</w:rubyBase></w:ruby></w:r>",
        UNREADABLE,
    ),
    "ruby of a sound": (f"<w:r><w:ruby><w:rt>{r('shí')}</w:rt><w:rubyBase>{r('10')}</w:rubyBase></w:ruby></w:r>", 10),
    "oMath": ("<m:oMath><m:r><m:t>10</m:t></m:r></m:oMath>", 10),
    "oMath with a root": ("<m:oMath><m:rad><m:e><m:r><m:t>10</m:t></m:r></m:e></m:rad></m:oMath>", UNREADABLE),
    "oMath struck out": (
        "<m:oMath><m:r><w:rPr><w:strike/></w:rPr><m:t>10</m:t></m:r></m:oMath>",
        UNREADABLE,
    ),
    "del": (f"<w:del><w:r><w:delText>9</w:delText></w:r></w:del>{r('10')}", UNREADABLE),
    "delText without del": (f"<w:r>{t('1')}<w:delText>0</w:delText></w:r>", UNREADABLE),
    "what nobody knows around a run": (f"{r('1')}<new:wrap>{r('0')}</new:wrap>", UNREADABLE),
    "what nobody knows in a run": (f"<w:r>{t('1')}<new:t>0</new:t></w:r>", UNREADABLE),
    "what nobody knows, empty": (f"{r('1')}<new:mark/>{r('0')}", 10),
    "del in ins": (f"<w:ins><w:del><w:r><w:delText>9</w:delText></w:r></w:del></w:ins>{r('10')}", UNREADABLE),
    "rPrChange": (r("10", "<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>"), 10),
    "del of blanks": (f"<w:del><w:r><w:delText> </w:delText></w:r></w:del>{r('10')}", 10),
    "del alone": ("<w:del><w:r><w:delText>10</w:delText></w:r></w:del>", UNREADABLE),
    "ins": (f"{r('1')}<w:ins>{r('0')}</w:ins>", 10),
    "moveFrom": (f"<w:moveFrom>{r('9')}</w:moveFrom>{r('10')}", UNREADABLE),
    "moveTo": (f"<w:moveTo>{r('10')}</w:moveTo>", 10),
}


def test_effects_of_runs_are_seen() -> None:
    """What is hidden is not there; what is struck, raised, unseen, piled or turned is no plain figure."""
    seen = all_shown({name: p(inner) for name, (inner, _) in EFFECTS.items()})

    assert seen == {name: expected for name, (_, expected) in EFFECTS.items()}


def test_line_breaks_between_runs_change_nothing() -> None:
    """Some programs write each run on a line of its own: then no paragraph is text alone, and all are seen the same."""
    spaced = {name: p(inner.replace("<w:r>", "\n<w:r>")) for name, (inner, _) in EFFECTS.items()}

    assert all_shown(spaced) == {name: expected for name, (_, expected) in EFFECTS.items()}


def test_text_where_no_words_stand_is_in_doubt() -> None:
    """Of digits in what a paragraph or a run says of itself, nobody knows whether they are shown."""
    variants = {
        "paragraph": "<w:p><w:pPr>9</w:pPr><w:r><w:t>10</w:t></w:r></w:p>",
        "run": "<w:p><w:r><w:rPr><w:b/>9</w:rPr><w:t>10</w:t></w:r></w:p>",
        "within a text": "<w:p><w:r><w:t><w:t>9</w:t></w:t></w:r></w:p>",
    }

    assert all_shown(variants) == dict.fromkeys(variants, UNREADABLE)


STRUCK: Final = style("Struck", "<w:strike/>")
STRUCK_RUN: Final = style("StruckRun", "<w:strike/>", kind="character")
PALE: Final = '<w:color w:val="FFFFFF"/>'
WHITE: Final = style("White", PALE)
DEFAULTS: Final = "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault></w:docDefaults>"
NORMAL: Final = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:rPr>{}</w:rPr></w:style>'
_LOW: Final = style("Low", "", '<w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>')
_OUTSIDE: Final = style("Outside", "", '<w:pPr><w:ind w:left="-3000"/></w:pPr>')
IN_STRUCK: Final = '<w:pStyle w:val="Struck"/>'
IN_STRUCK_RUN: Final = '<w:rStyle w:val="StruckRun"/>'
STYLES: Final[dict[str, tuple[str, str, Shown]]] = {
    "strike of the paragraph": (STRUCK, p(r("10"), IN_STRUCK), UNREADABLE),
    "strike of the paragraph, off": (STRUCK, p(r("10", '<w:strike w:val="0"/>'), IN_STRUCK), 10),
    "strike of the run": (STRUCK_RUN, p(r("10", IN_STRUCK_RUN)), UNREADABLE),
    "strike of both": (STRUCK + STRUCK_RUN, p(r("10", IN_STRUCK_RUN), IN_STRUCK), UNREADABLE),
    "strike of a base": (
        STRUCK + style("Next", "", '<w:basedOn w:val="Struck"/>'),
        p(r("10"), '<w:pStyle w:val="Next"/>'),
        UNREADABLE,
    ),
    "strike of a base, off": (
        STRUCK + style("Off", '<w:strike w:val="0"/>', '<w:basedOn w:val="Struck"/>'),
        p(r("10"), '<w:pStyle w:val="Off"/>'),
        10,
    ),
    "dstrike of the paragraph": (
        style("Twice", "<w:dstrike/>"),
        p(r("10"), '<w:pStyle w:val="Twice"/>'),
        UNREADABLE,
    ),
    "raised by position": (
        style("Up", '<w:position w:val="8"/>', kind="character"),
        p(r("10") + r("2", '<w:rStyle w:val="Up"/>')),
        UNREADABLE,
    ),
    "white of the paragraph": (WHITE, p(r("10"), '<w:pStyle w:val="White"/>'), UNREADABLE),
    "white of the paragraph, and red": (
        WHITE,
        p(r("10", '<w:color w:val="FF0000"/>'), '<w:pStyle w:val="White"/>'),
        10,
    ),
    "white of the paragraph on its dark ground": (
        WHITE,
        p(r("10"), f'<w:pStyle w:val="White"/>{shaded("000000")}'),
        10,
    ),
    "white in dark styles": (
        style("Dark", PALE, f"<w:pPr>{shaded('000000')}</w:pPr>"),
        p(r("10"), '<w:pStyle w:val="Dark"/>'),
        10,
    ),
    "vanish of both": (
        style("H", "<w:vanish/>") + style("h", "<w:vanish/>", kind="character"),
        p(r("10", '<w:rStyle w:val="h"/>'), '<w:pStyle w:val="H"/>'),
        UNREADABLE,
    ),
    "pictures, and another font for Chinese": (
        style("Pictures", '<w:rFonts w:ascii="Webdings" w:hAnsi="Webdings"/>', kind="character"),
        p(r("10", '<w:rStyle w:val="Pictures"/><w:rFonts w:eastAsia="仿宋"/>')),
        UNREADABLE,
    ),
    "pictures, and another font": (
        style("Pictures", '<w:rFonts w:ascii="Webdings" w:hAnsi="Webdings"/>', kind="character"),
        p(r("10", '<w:rStyle w:val="Pictures"/><w:rFonts w:ascii="仿宋"/>')),
        10,
    ),
    "a line of one point by a style, and room before it": (
        _LOW,
        p(r("10"), '<w:pStyle w:val="Low"/><w:spacing w:before="20"/>'),
        UNREADABLE,
    ),
    "a line of one point by a style, and of another height": (
        _LOW,
        p(r("10"), '<w:pStyle w:val="Low"/><w:spacing w:line="400"/>'),
        10,
    ),
    "outside by a style, and an indent at the right": (
        _OUTSIDE,
        p(r("10"), '<w:pStyle w:val="Outside"/><w:ind w:right="0"/>'),
        UNREADABLE,
    ),
    "outside by a style, and an indent in characters": (
        _OUTSIDE,
        p(r("10"), '<w:pStyle w:val="Outside"/><w:ind w:leftChars="0"/>'),
        10,
    ),
    "hanging by a style, and a first line": (
        style("Hanging", "", '<w:pPr><w:ind w:left="3000" w:hanging="3000"/></w:pPr>'),
        p(r("10"), '<w:pStyle w:val="Hanging"/><w:ind w:left="0" w:firstLine="0"/>'),
        10,
    ),
    "a line of one point": ("", p(r("10"), '<w:spacing w:line="20" w:lineRule="exact"/>'), UNREADABLE),
    "a twelfth of a line": ("", p(r("10"), '<w:spacing w:line="20"/>'), UNREADABLE),
    "a line whose height is not told": ("", p(r("10"), '<w:spacing w:line="0" w:lineRule="auto"/>'), 10),
    "at least a point": ("", p(r("10"), '<w:spacing w:line="20" w:lineRule="atLeast"/>'), 10),
    "a line of twenty points": ("", p(r("10"), '<w:spacing w:line="400" w:lineRule="exact"/>'), 10),
    "a frame": ("", p(r("10"), '<w:framePr w:w="900" w:hAnchor="page" w:x="100"/>'), UNREADABLE),
    "outside": ("", p(r("10"), '<w:ind w:left="-3000"/>'), UNREADABLE),
    "outside by its first line": ("", p(r("10"), '<w:ind w:start="0" w:hanging="3000"/>'), UNREADABLE),
    "outside but for its first line": ("", p(r("10"), '<w:ind w:left="-3000" w:firstLine="3000"/>'), 10),
    "indented": ("", p(r("10"), '<w:ind w:left="-100"/>'), 10),
    "unknown": ("", p(r("10", '<w:rStyle w:val="x"/>'), '<w:pStyle w:val="x"/>'), 10),
}


def test_effects_of_styles_are_seen() -> None:
    """Of paragraphs and of runs, with those they are based on; switches of two kinds may turn each other off."""
    styles = "".join({one for one, _, _ in STYLES.values()})
    seen = all_shown({name: inner for name, (_, inner, _) in STYLES.items()}, styles)

    assert seen == {name: expected for name, (_, _, expected) in STYLES.items()}


@pytest.mark.parametrize("usual", [DEFAULTS, NORMAL])
@pytest.mark.parametrize(
    ("odd", "plain"),
    [
        ("<w:strike/>", '<w:strike w:val="0"/>'),
        ('<w:color w:val="FFFFFF"/>', '<w:color w:val="auto"/>'),
        ("<w:rtl/>", '<w:rtl w:val="0"/>'),
        ('<w:sz w:val="2"/>', '<w:sz w:val="21"/>'),
    ],
)
def test_effects_of_a_whole_document_are_seen(usual: str, odd: str, plain: str) -> None:
    """What holds for all words holds for those of a cell, unless they say otherwise."""
    reading = gd.parse(document(form(build_report(), {PATH: Odd(p(r("10", plain)))}), styles=usual.format(odd)))

    assert gd.get(reading.report, PATH) == 10
    assert len(reading.notes) > 100
    assert not any(PATH in note.paths for note in reading.notes)
    assert shown(p(r("10", odd)), styles=usual.format(plain)) == UNREADABLE


def test_a_whole_document_can_be_hidden() -> None:
    """Only what says otherwise is shown, and that is no report."""
    with pytest.raises(gd.ReadError):
        gd.parse(document(form(build_report(), {}), styles=DEFAULTS.format("<w:vanish/>")))


def table_style(properties: str, *regions: tuple[str, str, str]) -> str:
    """Give a style of tables, with what it says of their regions: name, looks of words, ground."""
    parts = "".join(
        f'<w:tblStylePr w:type="{name}"><w:rPr>{words}</w:rPr><w:tcPr>{ground}</w:tcPr></w:tblStylePr>'
        for name, words, ground in regions
    )
    return f'<w:style w:type="table" w:styleId="T">{properties}{parts}</w:style>'


def test_a_style_of_tables_can_hold_for_all_that_name_none() -> None:
    """Or one that is not declared."""
    usual = table_style("<w:rPr><w:strike/></w:rPr>").replace("<w:style ", '<w:style w:default="1" ')

    for named in ("", '<w:tblStyle w:val="x"/>'):
        reading = gd.parse(document(form(build_report(), {}, named), styles=usual))
        assert (reading.exact, gd.get(reading.report, PATH)) == (False, None)


def test_a_paragraph_of_a_style_that_is_not_declared_has_the_usual_one() -> None:
    """As one that names none."""
    unknown = p(r("10"), '<w:pStyle w:val="x"/>')
    reading = gd.parse(document(form(build_report(), {PATH: Odd(unknown)}), styles=NORMAL.format("<w:strike/>")))

    assert any(PATH in note.paths for note in reading.notes)


IN_TABLE: Final = '<w:tblStyle w:val="T"/>'


@pytest.mark.parametrize(
    ("styles", "properties", "expected"),
    [
        (table_style("<w:rPr><w:strike/></w:rPr>"), IN_TABLE, False),
        (table_style(f"<w:rPr>{PALE}</w:rPr>"), IN_TABLE, False),
        (table_style(f"<w:rPr>{PALE}</w:rPr><w:tcPr>{shaded('1F4E79')}</w:tcPr>"), IN_TABLE, True),
        (table_style(f"<w:rPr>{PALE}</w:rPr>"), IN_TABLE + shaded("1F4E79"), True),
        (table_style("", ("firstRow", PALE, shaded("1F4E79"))), IN_TABLE, True),
        (table_style("", ("firstRow", PALE, "")), IN_TABLE, True),
        (table_style("", ("lastCol", "<w:strike/>", "")), IN_TABLE, False),
        (table_style("", ("lastRow", "<w:strike/>", "")), IN_TABLE, False),
        (table_style("", ("band1Horz", PALE, "")), IN_TABLE, False),
        (table_style("", ("band1Horz", PALE, shaded("000000"))), IN_TABLE, True),
        (table_style("", ("firstCol", PALE, "")), IN_TABLE, False),
        (table_style("", ("firstCol", PALE, shaded("000000"))), IN_TABLE, True),
    ],
)
def test_effects_of_styles_of_tables_are_seen(styles: str, properties: str, *, expected: bool) -> None:
    """Of the whole table and of its regions, on the ground that these have; words need none of it."""
    reading = gd.parse(document(form(build_report(), {}, properties), styles=styles))

    assert (reading.exact, gd.get(reading.report, PATH) in {11, None}) == (expected, True)


CELLS: Final[dict[str, tuple[tuple[str, str, str], Shown]]] = {
    "white on a dark cell": ((p(white()), shaded("1F4E79"), ""), 10),
    "black on a black cell": ((p(r("10", '<w:color w:val="000000"/>')), shaded("111111"), ""), UNREADABLE),
    "white on a cell that is none": ((p(white()), '<w:shd w:val="nil"/>', ""), UNREADABLE),
    "row of twenty points": ((p(r("10")), "", '<w:trHeight w:val="400" w:hRule="exact"/>'), 10),
    "row of at least one point": ((p(r("10")), "", '<w:trHeight w:val="20" w:hRule="atLeast"/>'), 10),
    "below an empty line in a low row": (
        (p("") + p(r("10")), "", '<w:trHeight w:val="340" w:hRule="exact"/>'),
        UNREADABLE,
    ),
    "below an empty line in a row of two lines": (
        (p("") + p(r("10")), "", '<w:trHeight w:val="480" w:hRule="exact"/>'),
        10,
    ),
    "above an empty line in a low row": ((p(r("10")) + p(""), "", '<w:trHeight w:val="340" w:hRule="exact"/>'), 10),
    "merged while changes are tracked": ((p(r("10")), '<w:cellMerge w:id="1" w:vMerge="cont"/>', ""), UNREADABLE),
    "two paragraphs": ((p(r("1")) + p(r("0")), "", ""), UNREADABLE),
    "an empty paragraph": ((p("") + p(r("10")), "", ""), 10),
    "inserted": ((p(r("10")), '<w:cellIns w:id="1"/>', ""), 10),
    "what nobody knows": ((p(r("10")) + f"<new:wrap>{p(r('9'))}</new:wrap>", "", ""), UNREADABLE),
    "in a control": ((p(control("", r("10"))), "", ""), 10),
    "a number of its own": (
        (p(r("10"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), "", ""),
        UNREADABLE,
    ),
}
_WIDE: Final = '<w:tcW w:w="737" w:type="dxa"/>'
_PATTERNED: Final[tuple[tuple[str, str, Shown], ...]] = (
    ("000000", 'w:val="pct95" w:color="auto" w:fill="FFFFFF"', UNREADABLE),
    ("000000", 'w:val="pct95" w:color="FFFFFF" w:fill="000000"', 10),
    ("FFFFFF", 'w:val="pct5" w:color="auto" w:fill="auto"', UNREADABLE),
    ("FFFFFF", 'w:val="pct95" w:color="auto" w:fill="FFFFFF"', 10),
    ("000000", 'w:val="pct15" w:color="auto" w:fill="FFFFFF"', 10),
    ("auto", 'w:val="pct95" w:color="auto" w:fill="FFFFFF"', 10),
    ("000000", 'w:val="thinHorzStripe" w:color="auto" w:fill="FFFFFF"', UNREADABLE),
    ("auto", 'w:val="diagCross" w:color="auto" w:fill="FFFFFF"', UNREADABLE),
    ("000000", 'w:val="nil" w:color="auto" w:fill="auto"', 10),
)
PATTERNS: Final[dict[str, tuple[tuple[str, str, str], Shown]]] = {
    f"{colour} on {pattern}": ((p(r("10", f'<w:color w:val="{colour}"/>')), f"<w:shd {pattern}/>", ""), expected)
    for colour, pattern, expected in _PATTERNED
}
_INDENTED: Final[tuple[tuple[str, str, Shown], ...]] = (
    ('w:left="5000"', _WIDE, UNREADABLE),
    ('w:start="5000"', _WIDE, UNREADABLE),
    ('w:firstLine="5000"', _WIDE, UNREADABLE),
    ('w:leftChars="5000"', _WIDE, UNREADABLE),
    ('w:startChars="5000"', _WIDE, UNREADABLE),
    ('w:firstLineChars="-3000"', _WIDE, UNREADABLE),
    ('w:right="-5000"', _WIDE, UNREADABLE),
    ('w:end="-5000"', _WIDE, UNREADABLE),
    ('w:left="400" w:right="400"', _WIDE, UNREADABLE),
    ('w:left="700"', _WIDE, 10),
    ('w:left="100" w:leftChars="5000"', _WIDE, 10),
    ('w:left="100" w:hanging="100"', _WIDE, 10),
    ('w:right="-108"', _WIDE, 10),
    ('w:left="5000"', "", 10),
    ('w:left="40000"', "", UNREADABLE),
    ('w:left="700"', '<w:tcW w:w="5" w:type="pct"/>', 10),
    ('w:left="400"', '<w:tcW w:w="1" w:type="dxa"/>', 10),
    ('w:left="400"', _WIDE + '<w:tcMar><w:left w:w="400" w:type="dxa"/></w:tcMar>', UNREADABLE),
    ("", _WIDE + '<w:tcMar><w:right w:w="9000" w:type="dxa"/></w:tcMar>', UNREADABLE),
    ("", _WIDE + '<w:tcMar><w:top w:w="9000" w:type="dxa"/><w:left w:w="108" w:type="dxa"/></w:tcMar>', 10),
)
ROOMS: Final[dict[str, tuple[tuple[str, str, str], Shown]]] = {
    f"{indent} in a cell {sides}": ((p(r("10"), f"<w:ind {indent}/>"), sides, ""), expected)
    for indent, sides, expected in _INDENTED
}
_TAKEN: Final = '<w:rPr><w:del w:id="1"/></w:rPr>'
ENDS: Final[dict[str, tuple[tuple[str, str, str], Shown]]] = {
    "1 and 0 whose end was deleted": ((p(r("1"), _TAKEN) + p(r("0")), "", ""), UNREADABLE),
    "10 and 件 whose end was deleted": ((p(r("10"), _TAKEN) + p(r("件")), "", ""), 10),
    "a blank and 10 whose end was deleted": ((p(r(" "), _TAKEN) + p(r("10")), "", ""), 10),
    "a blank line whose end was deleted": ((p("", _TAKEN) + p(r("10")), "", ""), 10),
}
LIST: Final = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


@pytest.mark.parametrize(("pieces", "expected"), [*CELLS.values(), *ENDS.values()], ids=[*CELLS, *ENDS])
def test_effects_of_cells_are_seen(pieces: tuple[str, str, str], expected: Shown) -> None:
    """Their ground, their height, their lines."""
    assert shown(*pieces, numbering=LIST) == expected


@pytest.mark.parametrize(("pieces", "expected"), PATTERNS.values(), ids=PATTERNS)
def test_patterns_of_cells_are_mixed(pieces: tuple[str, str, str], expected: Shown) -> None:
    """By the share that their name states; of stripes, nobody can tell what is seen on them."""
    assert shown(*pieces) == expected


@pytest.mark.parametrize(("pieces", "expected"), ROOMS.values(), ids=ROOMS)
def test_words_without_room_in_their_cell_are_in_doubt(pieces: tuple[str, str, str], expected: Shown) -> None:
    """Indents and margins that are wider than it, by what it says of its width, push them out or cut them off."""
    assert shown(*pieces) == expected


def test_a_table_in_a_frame_is_seen() -> None:
    """Word frames each of its paragraphs as soon as the table floats on the page."""
    framed = form(build_report(), {}).replace("<w:pPr>", '<w:pPr><w:framePr w:wrap="around" w:y="1"/>')

    assert gd.parse(document(framed)).exact


def test_a_row_that_cuts_its_words_off_is_not_seen() -> None:
    """As one of a point that is exactly that; at least a point is as high as it must be."""
    low = '<w:trHeight w:val="20" w:hRule="exact"/>'

    reading = gd.parse(document(form(build_report(), {PATH: Odd(p(r("10")), row=low)})))

    assert [note.code for note in reading.notes] == ["CELL-UNREADABLE"] * 7
    assert {note.raw for note in reading.notes} == {"10 ［显示不同］", "0 ［显示不同］", "11 ［显示不同］"}


def test_text_in_a_cell_that_is_merged_with_none_is_shown() -> None:
    """Beside one that begins no merged cell it shows its own; below, as what a merged cell covers, it is in doubt."""
    across = table(
        cell("5") + cell("6", "<w:hMerge/>"),
        cell("7", '<w:hMerge w:val="restart"/>') + cell("8", "<w:hMerge/>"),
        cell("9", '<w:hMerge w:val="restart"/>') + cell("", "<w:hMerge/>"),
    )
    down = table(
        cell("1") + cell("2", '<w:vMerge w:val="restart"/>'),
        cell("3", "<w:vMerge/>") + cell("4", "<w:vMerge/>"),
        cell("", "<w:vMerge/>") + cell("5"),
    )

    assert grids(across) == [[("5", 1), ("6", 1)], [("7\n［显示不同］", 1)], [("9", 1)]]
    assert grids(down) == [[("1", 1), ("2", 2)], [("3\n［显示不同］", 2)], [("5", 1)]]


def test_cells_beside_one_that_was_deleted_are_in_doubt() -> None:
    """They move to the left as soon as the change is accepted, and not before; words say where they belong."""
    row = cell("规章") + cell("9", "<w:cellDel/>") + cell("5") + cell("")

    assert grids(table(row)) == [[("规章", 1), ("5\n［显示不同］", 1), ("\n［显示不同］", 1)]]


def grids(body: str) -> list[list[tuple[str, int]]]:
    """Give the cells of a body that holds one table: text and rows."""
    (grid,) = read(document(body, numbering=LISTS))
    assert isinstance(grid, Grid)
    return [[(one.text, one.rows) for one in row] for row in grid.rows]


def numbered(name: int, text: str, mark: str = "") -> str:
    """Give a cell that is numbered by itself."""
    properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{name}"/></w:numPr><w:rPr>{mark}</w:rPr>'
    return f"<w:tc>{p(r(text) if text else '', properties)}</w:tc>"


LEVELS: Final = (
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/>',
    '<w:numFmt w:val="bullet"/><w:lvlText w:val="9"/>',
    '<w:numFmt w:val="bullet"/><w:lvlText w:val="l"/>',
    '<w:numFmt w:val="none"/><w:lvlText w:val="8%1"/>',
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/><w:rPr><w:vanish/></w:rPr>',
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/><w:rPr><w:color w:val="FFFFFF"/></w:rPr>',
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/><w:rPr><w:strike/></w:rPr>',
)
LISTS: Final = "".join(
    f'<w:abstractNum w:abstractNumId="{place}"><w:lvl w:ilvl="0"><w:start w:val="1"/>{level}</w:lvl></w:abstractNum>'
    for place, level in enumerate(LEVELS)
) + "".join(f'<w:num w:numId="{place}"><w:abstractNumId w:val="{place}"/></w:num>' for place in range(len(LEVELS)))


def test_automatic_numbers_are_seen() -> None:
    """Also bullets that are figures; a number that is not seen as it is makes a blank cell no figure."""
    cells = [numbered(place, "") for place in range(len(LEVELS))] + [numbered(0, "", PALE)]
    beside = [numbered(place, "10") for place in range(4)]

    assert grids(table("".join(cells))) == [
        [
            *(("1", 1), ("9", 1), ("", 1), ("8", 1), ("\n［显示不同］", 1), ("1\n［显示不同］", 1)),
            *(("1\n［显示不同］", 1), ("2\n［显示不同］", 1)),
        ]
    ]
    assert grids(table("".join(beside))) == [[("1 10", 1), ("9 10", 1), ("10", 1), ("8 10", 1)]]


def link(name: str, first: str) -> str:
    """Give lists of which the second is a link to the style of the first, of which these are the levels."""
    return (
        f'<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="{name}"/>{first}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="{name}"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )


_NINE: Final = (
    '<w:lvl w:ilvl="0"><w:start w:val="9"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    '<w:suff w:val="nothing"/></w:lvl>'
)
_NONE: Final = '<w:lvl w:ilvl="0"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl>'


@pytest.mark.parametrize(
    ("name", "levels", "number", "expected"),
    [
        ("a", _NINE, 2, [("9.", 1), ("10. 0", 1)]),
        ("a", _NONE, 2, [("", 1), ("0", 1)]),
        ("a", "", 2, [("\n［显示不同］", 1), ("0\n［显示不同］", 1)]),
        ("b", _NINE, 2, [("\n［显示不同］", 1), ("0\n［显示不同］", 1)]),
        ("a", _NINE, 3, [("", 1), ("0", 1)]),
    ],
)
def test_lists_are_found_by_their_styles(name: str, levels: str, number: int, expected: list[tuple[str, int]]) -> None:
    """A number that is in front of a figure, but that nothing tells, puts the figure in doubt; no list numbers none."""
    styles = (
        '<w:style w:type="numbering" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = table(numbered(number, "") + numbered(number, "0"))

    (grid,) = read(document(body, styles=styles, numbering=link(name, levels)))

    assert isinstance(grid, Grid)
    assert [(one.text, one.rows) for row in grid.rows for one in row] == expected


def test_a_part_of_a_master_document_is_not_lost() -> None:
    """What it holds is not read, but that it is there."""
    assert read(document(p(r("一")) + p('<w:subDoc r:id="rId7"/>'))) == [
        Paragraph("一"),
        Paragraph("［嵌入文件］\N{REPLACEMENT CHARACTER}"),
    ]


def test_another_document_that_is_shown_in_this_one_is_not_lost() -> None:
    """What it holds is not read, but that it is there."""
    assert read(document(p(r("一")) + '<w:altChunk r:id="rId7"/>' + p(r("二")))) == [
        Paragraph("一"),
        Paragraph("［嵌入文件］\N{REPLACEMENT CHARACTER}"),
        Paragraph("二"),
    ]


def test_an_embedded_document_is_noted() -> None:
    """What it holds is missing from the report."""
    heading = p(r("一、总体情况")).replace("<w:rPr></w:rPr>", "")
    body = form(build_report(), {})
    assert heading in body

    notes = gd.parse(document(body.replace(heading, heading + '<w:altChunk r:id="rId7"/>'))).notes

    assert [(note.code, note.paths) for note in notes] == [("CHARACTERS-LOST", ("overview[0]",))]


@pytest.mark.parametrize(
    ("lines", "figure", "blank"),
    [
        ('<w:tl2br w:val="single" w:sz="4"/>', UNREADABLE, UNREADABLE),
        ('<w:tr2bl w:val="dashed"/>', UNREADABLE, UNREADABLE),
        ('<w:tl2br w:val="nil"/><w:tr2bl w:val="none"/>', 10, None),
        ('<w:top w:val="single"/>', 10, None),
    ],
)
def test_a_line_from_corner_to_corner_is_no_blank_and_crosses_a_figure_out(
    lines: str, figure: Shown, blank: Shown
) -> None:
    """Other lines around a cell say nothing."""
    borders = f"<w:tcBorders>{lines}</w:tcBorders>"

    assert (shown(p(r("10")), borders), shown(p(""), borders)) == (figure, blank)


FIRST_OF_FOUR: Final = "review_and_litigation.reconsideration.upheld"


@pytest.mark.parametrize(
    "inner",
    [
        p(r("5", "<w:strike/>")),
        p(r("5", '<w:color w:val="FFFFFF"/>')),
        p(drawn(PICTURE, "inline")),
        p(mark("begin") + code("FORMTEXT") + mark("end")),
        "<w:p/><w:altChunk/>",
    ],
)
def test_the_first_cell_of_table_four_is_no_label_whatever_it_shows(inner: str) -> None:
    """The row has none: the other figures are read, and the one note names the cell."""
    reading = gd.parse(document(form(build_report(), {FIRST_OF_FOUR: Odd(inner)})), format="docx")

    assert [(note.code, note.paths) for note in reading.notes] == [("CELL-UNREADABLE", (FIRST_OF_FOUR,))]
    expected = build_report(cells={FIRST_OF_FOUR: None})
    assert reading.report.review_and_litigation == expected.review_and_litigation


def floating(top: float, height: float, *, within: str = "paragraph", wrap: str = "None", behind: int = 0) -> str:
    """Give a text box that floats from some points below its paragraph on."""
    place = f'<wp:positionV relativeFrom="{within}"><wp:posOffset>{top * 12_700:.0f}</wp:posOffset></wp:positionV>'
    inner = f'{place}<wp:extent cx="9" cy="{height * 12_700:.0f}"/><wp:wrap{wrap}/>{box("注")}'
    return drawn(inner, "anchor").replace("<wp:anchor>", f'<wp:anchor behindDoc="{behind}">')


def covering(shape: str) -> str:
    """Give something without words that floats from its paragraph on."""
    return floating(0, 30).replace(box("注"), shape)


def floating_of_old(style: str, more: str = "") -> str:
    """Give a text box as older programs have it."""
    return old(old_box("注") + more, f"position:absolute;{style}")


PAGE_BREAK: Final = p('<w:r><w:br w:type="page"/></w:r>')
LONG: Final = "本机关依法公开政府信息。" * 20


@pytest.mark.parametrize(
    ("above", "below", "is_covered"),
    [
        (p(r("甲") + floating(0, 12)), "", False),
        (p(r("甲") + floating(0, 30)), "", True),
        (p(r("甲") + floating(20, 12)), "", True),
        (p(r("甲") + floating(-20, 30)), "", False),
        (p(r("甲") + floating(300, 30)), p(r("乙")), True),
        (p(r("甲") + floating(0, 30)) + p(r("乙")) * 2, "", False),
        (p(r("甲") + floating(0, 60)) + p(r("乙")) * 2, "", True),
        (p(r(LONG) + floating(0, 60)), "", False),
        (p(r("甲") + floating(300, 30, within="page")), "", True),
        (p(r("甲") + floating(0, 30, wrap="Square")), "", False),
        (p(r("甲") + floating(0, 30, wrap="TopAndBottom")), "", False),
        (p(r("甲") + floating(0, 30, behind=1)), "", False),
        (p(r("甲") + drawn(box("注"), "inline")), "", False),
        ("", p(r("甲") + floating(-30, 20)), True),
        ("", p(r("乙")) * 2 + p(r("甲") + floating(-20, 20)), False),
        ("", p(r("乙")) * 2 + p(r("甲") + floating(-60, 20)), True),
        ("", p(r("甲") + floating(0, 90)), False),
        (p(r("甲") + floating_of_old("margin-top:5pt;height:30.5pt")), "", True),
        (p(r("甲") + floating_of_old("margin-top:-.5pt;height:9pt")), "", False),
        (p(r("甲") + floating_of_old("margin-top:.pt;height:-pt")), "", False),
        (p(r("甲") + floating_of_old("margin-top:5pt;height:30pt;z-index:-1")), "", False),
        (
            p(
                r("甲")
                + floating_of_old(
                    "height:30pt", '<w10:wrap xmlns:w10="urn:schemas-microsoft-com:office:word" type="square"/>'
                )
            ),
            "",
            False,
        ),
        (p(r("甲") + floating(0, 30).replace("<wp:posOffset>0<", "<wp:posOffset>oben<")), "", True),
        (p(r("甲") + covering(SHAPE)), "", True),
        (p(r("甲") + covering("<wps:wsp><wps:spPr><a:solidFill/></wps:spPr></wps:wsp>")), "", True),
        (p(r("甲") + covering("<wps:wsp><wps:spPr><a:noFill/></wps:spPr></wps:wsp>")), "", False),
        (p(r("甲") + covering(PICTURE)), "", False),
        (p(r("甲") + old("", "position:absolute;height:30pt")), "", True),
        (p(r("甲") + old("", 'position:absolute;height:30pt" filled="f')), "", False),
        (p(r("甲") + floating(0, 800)) + PAGE_BREAK, "", False),
        (p(r("甲") + floating(0, 800)) + p(r("乙"), "<w:pageBreakBefore/>"), "", False),
        (p(r("甲") + floating(0, 800)) + PAGE_BREAK.replace("page", "textWrapping"), "", True),
        ("", PAGE_BREAK + p(r("甲") + floating(-60, 20)), False),
    ],
)
def test_a_text_box_beside_a_table_may_lie_over_it(above: str, below: str, *, is_covered: bool) -> None:
    """As far as it reaches over the lines between them at least: then no figure of the table is sure, nor a blank."""
    blocks = read(document(above + table(cell("规章") + cell("3") + cell("")) + below))

    (grid,) = (block for block in blocks if isinstance(block, Grid))
    texts = [one.text for one in grid.rows[0]]
    assert texts == (["规章", "3\n［图片］", "［图片］"] if is_covered else ["规章", "3", ""])


@pytest.mark.parametrize(
    ("shape", "covered_rows"),
    [
        (covering(SHAPE), {1, 2}),
        (floating(0, 6).replace(box("注"), SHAPE), set()),
        (floating(0, 12).replace(box("注"), SHAPE), {1}),
        (floating(-12, 12).replace(box("注"), SHAPE), {0}),
        (floating(-60, 30).replace(box("注"), SHAPE), {0}),
        (covering("<wps:wsp><wps:spPr><a:noFill/></wps:spPr></wps:wsp>"), set()),
        (covering(PICTURE), set()),
        (covering(SHAPE) + floating(-24, 12).replace(box("注"), SHAPE), {0, 1, 2}),
    ],
)
def test_what_hangs_on_a_cell_may_lie_over_others(shape: str, covered_rows: set[int]) -> None:
    """As over the rows below it, each of them a line high at least; or above it."""
    hanging = f"<w:tc>{p(r('规章') + shape)}</w:tc>" + cell("3")
    rows = [cell("甲") + cell(""), hanging, cell("乙") + cell("4"), cell("丙") + cell("5"), cell("丁") + cell("6")]

    (grid,) = read(document(table(*rows)))

    assert isinstance(grid, Grid)
    assert {place for place, row in enumerate(grid.rows) if "［图片］" in row[1].text} == covered_rows


def test_a_text_box_below_a_table_of_nothing_is_text() -> None:
    """There is no figure that it could lie over."""
    blocks = read(document("<w:tbl/>" + p(r("甲") + floating(-30, 20))))

    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["甲", "注"]


def test_a_text_box_over_a_table_puts_its_figures_in_doubt() -> None:
    """All of them, and those of no other table."""
    covering = p(r("甲") + floating(0, 40))
    body = form(build_report(), {})
    first = body.index("<w:tbl>")

    reading = gd.parse(document(body[:first] + covering + body[first:]), format="docx")

    paths = {cell.path for cell in gd.cells(build_report()) if cell.path.startswith("proactive_disclosure.")}
    assert {path for note in reading.notes for path in note.paths} == paths
    assert reading.report.requests == build_report().requests

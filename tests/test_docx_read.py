"""Word documents that others published, as blocks: what Word shows, nothing else, with the true spans of tables."""

from __future__ import annotations

import io
from typing import Final

import docx
import pytest
from support.builders import build_report
from support.word import cell, document, paragraph, part, table, zipped

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell, Paragraph, Role, columns_of
from govdisclosure.formats.docx.read import read
from govdisclosure.model.notes import Source


def lines(body: str, **parts: str) -> list[str]:
    """Give the lines of a body that holds paragraphs only."""
    blocks = read(document(body, **parts))
    assert all(isinstance(block, Paragraph) for block in blocks)
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def runs(inner: str) -> str:
    """Give a paragraph that holds this."""
    return f"<w:p>{inner}</w:p>"


def rows(body: str) -> list[list[tuple[str, int, int]]]:
    """Give the cells of a body that holds one table: text, rows, columns."""
    (grid,) = read(document(body))
    assert isinstance(grid, Grid)
    return [[(cell.text, cell.rows, cell.columns) for cell in row] for row in grid.rows]


def test_paragraphs_are_given_with_their_numbers() -> None:
    """Empty paragraphs are left out, but counted, so that a note names the paragraph that people see."""
    blocks = read(document(paragraph("一、概述") + paragraph(" ") + "<w:p/>" + paragraph("正文。")))

    assert blocks == [Paragraph("一、概述"), Paragraph("正文。")]
    assert [block.source for block in blocks if isinstance(block, Paragraph)] == [Source(line=1), Source(line=4)]


SAID: Final = "<w:r><w:t>kāi</w:t></w:r>"
CHANGES: Final = (
    "<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
    "<w:moveFrom><w:r><w:t>从</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>到</w:t></w:r></w:moveTo>"
)
WORDS: Final = {
    "runs": ("<w:r><w:t>规</w:t></w:r><w:r><w:t>章</w:t></w:r>", ["规章"]),
    "blanks of a run": ('<w:r><w:t> 规 </w:t><w:t xml:space="preserve"> 章 </w:t></w:r>', ["规 章 "]),
    "tabs": ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:ptab/><w:t>c</w:t></w:r>", ["a\tb\tc"]),
    "line breaks": (
        '<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t><w:br w:type="page"/></w:r>',
        ["a", "b", "c"],
    ),
    "hyphens": ("<w:r><w:noBreakHyphen/><w:t>417</w:t><w:softHyphen/></w:r>", ["-417"]),
    "line breaks of the file": ("<w:r><w:t>a&#13;\nb</w:t></w:r>", ["a  b"]),
    "characters that no text has": ("<w:r><w:t>a&#x85;b&#xFDD0;c</w:t></w:r>", ["a b\ufffdc"]),
    "symbols": (
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:char="x"/><w:sym/></w:r>',
        ["\uf0fc\ufffd\ufffd"],
    ),
    "symbols beyond Unicode": ('<w:r><w:sym w:char="FFFFFFFFFFFFFFFF"/><w:t>a</w:t></w:r>', ["\ufffda"]),
    "pinyin above characters": (
        f"<w:r><w:ruby><w:rt>{SAID}</w:rt><w:rubyBase><w:r><w:t>开</w:t></w:r></w:rubyBase></w:ruby></w:r>",
        ["开"],
    ),
    "formulas": ("<m:oMath><m:r><m:t>1+2</m:t></m:r><m:r><m:t/></m:r></m:oMath>", ["1+2"]),
    "links": ("<w:hyperlink><w:r><w:t>附件</w:t></w:r></w:hyperlink><w:r><w:t>一</w:t></w:r>", ["附件一"]),
    "tags": ("<w:smartTag><w:smartTagPr/><w:r><w:t>2021</w:t></w:r></w:smartTag><w:r><w:t>年</w:t></w:r>", ["2021年"]),
    "content controls": ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt>", ["a"]),
    "fields of nothing": ("<w:r><w:instrText/><w:t>a</w:t><w:t/></w:r>", ["a"]),
    "simple fields": ('<w:fldSimple w:instr="DATE"><w:r><w:t>1日</w:t></w:r></w:fldSimple>', ["1日"]),
    "hidden words": ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>", ["b"]),
    "words hidden no more": ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>a</w:t></w:r>', ["a"]),
    "notes and comments": (
        '<w:commentRangeStart w:id="0"/><w:r><w:t>a</w:t><w:footnoteReference w:id="1"/><w:annotationRef/></w:r>',
        ["a"],
    ),
    "changes": (CHANGES, ["新到"]),
}


@pytest.mark.parametrize("name", WORDS)
def test_words_are_what_word_shows(name: str) -> None:
    """All changes accepted, nothing that is hidden or only computes something else."""
    inner, expected = WORDS[name]

    assert lines(runs(inner)) == expected


def test_words_are_the_same_on_lines_of_their_own() -> None:
    """Line breaks of the file between runs make no paragraph another one."""
    spaced = {name: lines(runs(inner.replace("<w:r>", "\n<w:r>"))) for name, (inner, _) in WORDS.items()}

    assert spaced == {name: expected for name, (_, expected) in WORDS.items()}


def test_of_fields_only_the_result_is_read() -> None:
    """A field can stand in what computes another one, and can lack its beginning or end."""

    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def words(text: str) -> str:
        return f"<w:r><w:instrText>IF</w:instrText><w:t>{text}</w:t></w:r>"

    whole = mark("begin") + mark("other") + words("x") + mark("separate") + words("12") + mark("end")
    nested = mark("begin") + whole + words("x") + mark("separate") + words("3") + mark("end") + words("件")

    assert lines(runs(whole) + runs(nested)) == ["12", "3件"]
    assert lines(runs(mark("separate") + mark("end") + words("4")) + runs(mark("begin")) + runs(words("5"))) == [
        "4",
        "5",
    ]


def test_styles_can_hide_words() -> None:
    """Of a run, of a paragraph, and through the style that they are based on; a run can be shown all the same."""
    hiding = (
        '<w:style w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="k"><w:basedOn w:val="h"/></w:style>'
        '<w:style w:styleId="l"><w:basedOn w:val="l"/></w:style>'
    )
    shown = '<w:r><w:rPr><w:vanish w:val="false"/></w:rPr><w:t>e</w:t></w:r>'
    body = (
        runs('<w:r><w:rPr><w:rStyle w:val="k"/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>')
        + paragraph("c", '<w:pStyle w:val="h"/>')
        + paragraph("d", '<w:pStyle w:val="l"/>')
        + runs(f'<w:pPr><w:pStyle w:val="k"/></w:pPr>{shown}')
    )

    assert lines(body, styles=hiding) == ["b", "d", "e"]


def test_paragraphs_whose_end_was_deleted_are_one() -> None:
    """A paragraph mark that a tracked change took out joins what it stood between; the last has nothing to join."""
    gone = "<w:rPr><w:del/></w:rPr>"
    body = (
        paragraph("一、", gone)
        + paragraph("总体", gone)
        + paragraph("情况")
        + paragraph("末", "<w:rPr><w:moveFrom/></w:rPr>")
    )

    assert lines(body) == ["一、总体情况", "末"]
    assert lines(paragraph("", gone)) == []


def test_blocks_in_content_controls_are_read() -> None:
    """Around paragraphs, tables, rows and cells, in each other, and marked by custom XML."""

    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent><w:customXml>{inner}</w:customXml></w:sdtContent></w:sdt>"

    row = f"<w:tr>{control(cell('a'))}{cell('b')}</w:tr>"

    assert read(document(control(control(paragraph("x")) + f"<w:tbl>{control(row)}</w:tbl>"))) == [
        Paragraph("x"),
        Grid(((GridCell("a"), GridCell("b")),)),
    ]


def test_a_text_box_is_read_once() -> None:
    """It stands there twice, for new and for old programs; it comes after the paragraph that it hangs on."""
    box = f"<w:txbxContent>{paragraph('框')}{table(cell('1'))}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing><v:a><v:b/>{box}</v:a></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    both = f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>"
    old = f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>"

    shown = [Paragraph("外"), Paragraph("框"), Grid(((GridCell("1"),),))]
    assert read(document(runs(f"<w:r><w:t>外</w:t>{both}<mc:AlternateContent/></w:r>"))) == shown
    assert read(document(runs(old + "<w:r><w:t>外</w:t></w:r>"))) == shown


@pytest.mark.parametrize("mark", ["x", "99", "-1", "0", ""])
def test_what_alternatives_say_of_themselves_chooses_none(mark: str) -> None:
    """Of those of which none is understood, nothing is shown, whatever attributes they bring."""
    unknown = f'<mc:Choice Requires="new">{paragraph("新")}</mc:Choice>'
    known = f"<mc:Fallback>{paragraph('旧')}</mc:Fallback>"
    begin = f'<mc:AlternateContent chosen="{mark}">{unknown}'

    assert read(document(f"{begin}</mc:AlternateContent>{begin}{known}</mc:AlternateContent>")) == [Paragraph("旧")]


NUMBERED: Final = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:lvlText w:val="%1.%2.%3."/><w:isLgl/></w:lvl>
  <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
  <w:lvl w:ilvl="4"><w:start w:val="1"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%5)%9"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>
  <w:lvlOverride w:ilvl="1"><w:lvl w:ilvl="1"><w:start w:val="5"/><w:lvlText w:val="%2."/></w:lvl></w:lvlOverride>
</w:num>
<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
"""


def numbered(text: str, level: int = 0, name: int = 1) -> str:
    """Give a paragraph that is numbered by itself."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{name}"/></w:numPr>')


def test_automatic_numbers_are_part_of_the_words() -> None:
    """Word shows them, so they are read; a deeper level begins anew below each number of its own unless told not to."""
    body = (
        *(numbered("总体情况"), numbered("主动公开", 1), numbered("依申请", 1), numbered("甲", 2), numbered("点", 3)),
        *(numbered("乙", 4), numbered("主动公开情况"), numbered("丙", 1), numbered("丁", 4), numbered("戊", 5)),
        *(numbered("重来", 0, 2), numbered("另", 1, 2), numbered("续"), numbered("无", 0, 3), numbered("零", 0, 0)),
    )

    assert lines("".join(body), numbering=NUMBERED) == [
        *("一、总体情况", "（一）主动公开", "（二）依申请", "1.2.1.甲", "点"),
        *("1)乙", "二、主动公开情况", "（一）丙", "2)丁", "戊"),
        *("一、重来", "5.另", "二、续", "无", "零"),
    ]


def test_the_number_of_a_hidden_paragraph_is_not_shown() -> None:
    """Programs count it nevertheless."""
    hidden = numbered("", 0).replace("</w:numPr>", "</w:numPr><w:rPr><w:vanish/></w:rPr>")

    assert lines(numbered("甲") + hidden + numbered("乙"), numbering=NUMBERED) == ["一、甲", "三、乙"]


def test_styles_can_number_paragraphs() -> None:
    """The list and the level come from the style, or from what that is based on; a paragraph can say otherwise."""
    styles = (
        '<w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = (
        paragraph("x", '<w:pStyle w:val="a"/>')
        + paragraph("y", '<w:pStyle w:val="b"/>')
        + paragraph("z", '<w:pStyle w:val="b"/><w:numPr><w:ilvl w:val="0"/></w:numPr>')
        + paragraph("n", '<w:pStyle w:val="b"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )

    assert lines(body, styles=styles, numbering=NUMBERED) == ["一、x", "（一）y", "二、z", "n"]


@pytest.mark.parametrize(
    ("kind", "start", "expected"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedFullstop", 2, "⒉"),
        ("decimalEnclosedParen", 3, "⑶"),
        ("numberInDash", 3, "- 3 -"),
        ("chineseLegalSimplified", 3, "叁"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographEnclosedCircle", 1, "㊀"),
        ("ideographTraditional", 2, "乙"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"),
        ("ideographDigital", 120, "一二○"),
        ("japaneseCounting", 21, "二十一"),
        ("chineseCountingThousand", 10001, "10001"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 28, "BB"),
        ("lowerLetter", 0, "a"),
        ("somethingNew", 7, "7"),
    ],
)
def test_numbers_are_written_as_their_list_says(kind: str, start: int, expected: str) -> None:
    """In the formats of Chinese lists; a number too large for one, or of a format that is not known, in digits."""
    level = f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="%1"/></w:lvl>'
    made = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    declared = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>{made}'

    assert lines(numbered(""), numbering=declared) == [expected]


def test_a_number_does_not_run_into_the_words() -> None:
    """A label that ends in no mark is followed by a blank, so that no figure becomes another one."""
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1"/></w:lvl>'
    made = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    declared = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>{made}'

    assert lines(numbered("2021年") + numbered(""), numbering=declared) == ["1 2021年", "2"]


def test_lists_of_one_kind_can_have_levels_of_their_own() -> None:
    """They count on together; a level that another one of them has is left alone, one without a text shows none."""
    override = '<w:lvlOverride w:ilvl="6"><w:lvl w:ilvl="6"><w:start w:val="1"/>{}</w:lvl></w:lvlOverride>'
    model, shown = '<w:abstractNumId w:val="0"/>', '<w:lvlText w:val="%7)"/>'
    others = (
        f'<w:num w:numId="8">{model}{override.format(shown)}</w:num>'
        f'<w:num w:numId="9">{model}{override.format("")}</w:num>'
    )
    body = (numbered("甲"), numbered("乙", 6, 8), numbered("丙"), numbered("丁", 6, 8), numbered("戊", 6, 9))

    assert lines("".join(body), numbering=NUMBERED + others) == ["一、甲", "1)乙", "二、丙", "2)丁", "戊"]


@pytest.mark.parametrize(
    ("kind", "start", "expected"),
    [
        ("decimal", 3, ["3.1 甲", "3.2 乙", "3 丙", "4 丁", "3 戊"]),
        ("decimal", 0, ["0.1 甲", "0.2 乙", "0 丙", "1 丁", "0 戊"]),
        ("ideographDigital", 0, ["○.1 甲", "○.2 乙", "○丙", "一 丁", "○戊"]),
        ("chineseCounting", 0, ["零.1 甲", "零.2 乙", "零 丙", "一 丁", "零 戊"]),
        ("decimal", "x", ["0.1 甲", "0.2 乙", "0 丙", "1 丁", "0 戊"]),
    ],
)
def test_a_level_that_begins_anew_does_so_at_its_start(kind: str, start: object, expected: list[str]) -> None:
    """As a level that no paragraph has reached yet does; and again for the next list that says so."""
    above = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="%1"/></w:lvl>'
    below = '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    anew = "".join(
        f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{first}"/></w:lvlOverride>'
        for at, first in ((0, start), (8, 5))
    )
    made = "".join(f'<w:num w:numId="{name}"><w:abstractNumId w:val="0"/>{anew}</w:num>' for name in (1, 2))
    declared = f'<w:abstractNum w:abstractNumId="0">{above}{below}</w:abstractNum>{made}'
    body = (numbered("甲", 1), numbered("乙", 1), numbered("丙"), numbered("丁"), numbered("戊", 0, 2))

    assert lines("".join(body), numbering=declared) == expected


def test_merged_cells_are_spans() -> None:
    """Over columns, over rows, over both, and by the older mark; a part of a merged cell holds no text of its own."""
    body = table(
        cell("a", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')
        + cell("b", "<w:hMerge w:val='restart'/>")
        + cell("", "<w:hMerge/>"),
        cell("hidden", '<w:gridSpan w:val="2"/><w:vMerge/>') + cell("c") + cell("d", '<w:vMerge w:val="restart"/>'),
        cell("e") + cell("f") + cell("g") + cell("", '<w:vMerge w:val="continue"/>'),
    )

    assert rows(body) == [
        [("a", 2, 2), ("b", 1, 2)],
        [("c", 1, 1), ("d", 2, 1)],
        [("e", 1, 1), ("f", 1, 1), ("g", 1, 1)],
    ]


def test_merging_with_nothing_is_a_cell_of_its_own() -> None:
    """A first row, or a cell of another width, has nothing above that it continues."""
    body = table(
        cell("a", "<w:vMerge/>") + cell("b", "<w:hMerge w:val='restart'/>"),
        cell("c", '<w:gridSpan w:val="2"/><w:vMerge/>'),
        cell("d", "<w:hMerge/>") + cell("e", '<w:gridSpan w:val="0"/>') + cell("f", '<w:gridSpan w:val="²"/>'),
        cell("g", '<w:gridSpan w:val="two"/>') + cell("h"),
    )

    assert rows(body) == [
        [("a", 1, 1), ("b", 1, 1)],
        [("c", 1, 2)],
        [("d", 1, 1), ("e", 1, 1), ("f", 1, 1)],
        [("g", 1, 1), ("h", 1, 1)],
    ]


def test_columns_that_a_row_leaves_out_are_blank_cells() -> None:
    """A row that begins further right, or ends further left, has its figures where Word shows them."""
    skipped = '<w:trPr><w:gridBefore w:val="2"/><w:gridAfter w:val="1"/></w:trPr>'

    assert rows(table(skipped + cell("5"))) == [[("", 1, 2), ("5", 1, 1), ("", 1, 1)]]


def test_cells_hold_their_paragraphs_as_lines() -> None:
    """Also empty ones; of a hidden or deleted row, or a deleted cell, nothing is read."""
    two = "<w:tc>" + paragraph("商业") + "<w:p/>" + paragraph("企业") + "</w:tc>"
    body = table(
        two + cell("x", "<w:cellDel/>") + cell("y", "<w:cellIns/>"),
        "<w:trPr><w:del/></w:trPr>" + cell("a"),
        "<w:trPr><w:hidden/></w:trPr>" + cell("b"),
        "<w:trPr><w:ins/></w:trPr>" + cell("c"),
        "",
    )

    assert rows(body) == [[("商业\n\n企业", 1, 1), ("y", 1, 1)], [("c", 1, 1)]]
    assert read(document(table("<w:trPr><w:moveFrom/></w:trPr>" + cell("a")))) == []


def test_rows_know_where_they_stand() -> None:
    """The number of the table, in the order in which tables begin, and of the row, deleted ones counted."""
    inner = table(cell("i"))
    body = table("<w:trPr><w:del/></w:trPr>", f"<w:tc>{inner}</w:tc>", cell("o")) + table(cell("z"))
    body = body.replace("<w:tbl>", "<w:tbl><w:tblPr/><w:tblGrid/>")

    grids = [block for block in read(document(body)) if isinstance(block, Grid)]

    assert [(grid.rows[0][0].text, grid.sources) for grid in grids] == [
        ("i", (Source(table=2, row=1),)),
        ("o", (Source(table=1, row=3),)),
        ("z", (Source(table=3, row=1),)),
    ]


def test_tables_that_lay_out_a_page_are_opened() -> None:
    """A row that holds tables is no row of figures: what stands in it is given one by one, in its order."""
    inner = table(cell("规章") + cell("0"))
    body = table(
        cell("上") + cell("u", '<w:vMerge w:val="restart"/>'),
        f"<w:tc>{paragraph('一、概述')}{inner}{paragraph('后')}</w:tc>" + cell("旁", "<w:vMerge/>"),
        cell("下") + cell("", "<w:vMerge/>"),
    )

    assert read(document(body)) == [
        Grid(((GridCell("上"), GridCell("u")),)),
        Paragraph("一、概述"),
        Grid(((GridCell("规章"), GridCell("0")),)),
        Paragraph("后"),
        Paragraph("旁"),
        Grid(((GridCell("下"), GridCell("")),)),
    ]


def test_the_title_that_a_document_states_comes_first() -> None:
    """What the document says of itself outside its body is asked last, so it is marked; a blank title is none."""
    core = '<c xmlns:d="http://purl.org/dc/elements/1.1/"><d:title>{}</d:title></c>'
    parts = {"word/document.xml": part("document", f"<w:body>{paragraph('x')}</w:body>")}

    def titled(inner: str) -> list[object]:
        return list(read(zipped(parts | {"docProps/core.xml": inner.encode()})))

    assert titled(core.format(" 示例县\n报告 ")) == [Paragraph("示例县 报告", Role.PAGE), Paragraph("x")]
    assert titled(core.format(" ")) == titled("<c/>") == [Paragraph("x")]


def test_parts_are_found_by_their_links() -> None:
    """A document may name its parts as it likes; a link to the outside, or to nothing, is none."""
    links = (
        '<Relationships xmlns="x"><Relationship/>'
        '<Relationship Type="http://x/officeDocument" Target="http://x/" TargetMode="External"/>'
        '<Relationship Type="http://x/officeDocument" Target="n.xml" TargetMode="External"/>'
        '<Relationship Type="http://x/officeDocument" Target="nowhere.xml"/>'
        '<Relationship Type="http://x/officeDocument" Target="/a/b.xml"/></Relationships>'
    )
    of_document = '<R><r Type="http://x/numbering" Target="../n.xml"/><r Type="http://x/styles" Target="s.xml"/></R>'
    content = zipped(
        {
            "_rels/.rels": links.encode(),
            "a/b.xml": part("document", f"<w:body>{numbered('x')}</w:body>"),
            "a/_rels/b.xml.rels": of_document.encode(),
            "n.xml": part("numbering", NUMBERED),
        }
    )

    assert read(content) == [Paragraph("一、x")]


@pytest.mark.parametrize("name", ["Word/Numbering.XML", "word\\numbering.xml", "/word/numbering.xml"])
def test_names_of_parts_are_the_same_in_any_case(name: str) -> None:
    """As Word takes them, and with any slash; what styles and lists say is lost otherwise."""
    lists = part("numbering", NUMBERED)
    content = {"word\\Document.xml": part("document", f"<w:body>{numbered('x')}</w:body>"), name: lists}

    assert read(zipped(content)) == [Paragraph("一、x")]


@pytest.mark.parametrize("target", ["my%20lists.xml", "/WORD/My%20Lists.xml", ".\\my lists.xml"])
def test_links_to_parts_are_addresses(target: str) -> None:
    """With blanks written as on the web, or as some programs have them."""
    link = f'<R><r Type="http://x/numbering" Target="{target}"/></R>'
    content = {
        "word/document.xml": part("document", f"<w:body>{numbered('x')}</w:body>"),
        "word/_rels/document.xml.rels": link.encode(),
        "word/my lists.xml": part("numbering", NUMBERED),
    }

    assert read(zipped(content)) == [Paragraph("一、x")]


def test_strict_documents_are_read() -> None:
    """Word can save with other names for the same things."""
    strict = part("document", f"<w:body>{paragraph('x')}</w:body>").replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )

    assert read(zipped({"word/document.xml": strict})) == [Paragraph("x")]


def test_documents_in_utf_16_are_read() -> None:
    """The other encoding that a part may have."""
    text = part("document", f"<w:body>{paragraph('示例')}</w:body>").decode()

    assert read(zipped({"word/document.xml": f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16")})) == [
        Paragraph("示例")
    ]


@pytest.mark.property
def test_a_report_made_with_another_library_is_read() -> None:
    """Paragraphs without styles of ours, tables with merged cells: every figure in its cell, no notes."""
    report = build_report()

    reading = gd.parse(remade(report))

    assert (reading.report.proactive_disclosure, reading.report.requests) == (
        report.proactive_disclosure,
        report.requests,
    )
    assert (reading.report.review_and_litigation, reading.notes) == (report.review_and_litigation, ())


def remade(report: gd.AnnualReport) -> bytes:
    """Give the form as somebody else would: with python-docx, spans merged, no properties."""
    made = docx.Document()
    for block in read(gd.render(report, "docx")):
        if isinstance(block, Paragraph):
            made.add_paragraph(block.text)
        elif isinstance(block, Grid):
            _remake(made, block)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _remake(made: docx.document.Document, grid: Grid) -> None:
    laid = list(columns_of(grid))
    width = max(start + cell.columns for row in laid for start, cell in row)
    added = made.add_table(len(laid), width)
    for place, (row, begun) in enumerate(zip(laid, grid.rows, strict=True)):
        for start, one in row:
            if any(one is cell for cell in begun):
                first = added.cell(place, start)
                first.merge(added.cell(place + one.rows - 1, start + one.columns - 1)).text = one.text


@pytest.mark.parametrize(
    ("properties", "text"),
    [
        ("<w:strike/>", "10~~2~~"),
        ("<w:dstrike/>", "10~~2~~"),
        ('<w:strike w:val="0"/>', "102"),
        ('<w:vertAlign w:val="superscript"/>', "10^2"),
        ('<w:vertAlign w:val="subscript"/>', "10_2"),
        ('<w:position w:val="6"/>', "10^2"),
        ('<w:position w:val="-6"/>', "10_2"),
        ('<w:position w:val="0"/>', "102"),
        ('<w:color w:val="FFFFFF"/>', "10^2"),
        ('<w:color w:val="FF0000"/>', "102"),
    ],
)
def test_what_is_raised_or_struck_out_is_no_digit_of_a_number(properties: str, text: str) -> None:
    """A mark keeps it apart from the number before it."""
    mark = f"<w:r><w:rPr>{properties}</w:rPr><w:t>2</w:t></w:r>"

    assert lines(runs(f"<w:r><w:t>10</w:t></w:r><w:r/>{mark}")) == [text]
    assert lines(runs(f"<w:r><w:t>第</w:t></w:r>{mark}"))[0].strip("第~") == "2"


def test_a_number_that_is_raised_as_a_whole_is_one() -> None:
    """Its digits can stand in runs of their own."""
    digit = '<w:r><w:rPr><w:position w:val="6"/></w:rPr><w:t>1</w:t></w:r>'

    assert lines(runs(digit * 2)) == ["11"]


IN_LINE: Final = '<w:drawing><wp:inline xmlns:wp="urn:x"/></w:drawing>'
TEXT_BOX_IN_LINE: Final = IN_LINE.replace("/></", f"><w:txbxContent>{paragraph('5')}</w:txbxContent></wp:inline></")
ON_THE_PAGE: Final = '<w:drawing><wp:anchor xmlns:wp="urn:x"><a:blip xmlns:a="urn:a"/></wp:anchor></w:drawing>'
OLD_ON_THE_PAGE: Final = '<w:pict><v:shape style="position:absolute"><v:imagedata/></v:shape></w:pict>'


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (f"<w:t>1</w:t>{IN_LINE}", "1\n［图片］"),
        (IN_LINE, "\n［图片］"),
        ("<w:object/>", "\n［图片］"),
        ('<w:pict><v:shape xmlns:v="urn:v" style="width:9pt"/></w:pict>', "\n［图片］"),
        (f"<w:t>1</w:t>{ON_THE_PAGE}", "1"),
        (ON_THE_PAGE, "\n［图片］"),
        (f"<w:t>1</w:t>{OLD_ON_THE_PAGE}", "1"),
        (OLD_ON_THE_PAGE, "\n［图片］"),
        (f"<w:t>规章</w:t>{IN_LINE}", "规章"),
        (TEXT_BOX_IN_LINE, "\n5"),
    ],
)
def test_a_picture_in_a_cell_is_not_taken_for_a_blank(inner: str, text: str) -> None:
    """Nor for nothing beside a figure; a seal on the page is no part of the cell, and beside words it says nothing."""
    two = f"<w:tc>{runs(f'<w:r>{inner}</w:r>')}</w:tc>{cell('末')}"

    assert rows(f"<w:tbl><w:tr>{two}</w:tr></w:tbl>") == [[(text, 1, 1), ("末", 1, 1)]]


def test_a_picture_beside_a_table_in_a_cell_says_nothing() -> None:
    """The cell only lays the page out, whatever stands in the table."""
    inner = table(cell("5"))

    assert read(document(f"<w:tbl><w:tr><w:tc>{runs(f'<w:r>{IN_LINE}</w:r>')}{inner}</w:tc></w:tr></w:tbl>")) == [
        Grid(((GridCell("5"),),))
    ]


STYLED: Final = (
    '<w:style w:styleId="Raised"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:styleId="Note"><w:basedOn w:val="Raised"/></w:style>'
    '<w:style w:styleId="Old"><w:rPr><w:strike/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ('<w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Note"/></w:rPr><w:t>1</w:t></w:r>', "10^1"),
        ('<w:r><w:t>10</w:t></w:r><w:hyperlink w:anchor="note"><w:r><w:t>1</w:t></w:r></w:hyperlink>', "10^1"),
        ('<w:r><w:t>1</w:t></w:r><w:hyperlink r:id="site"><w:r><w:t>0</w:t></w:r></w:hyperlink>', "10"),
        ('<w:hyperlink w:anchor="note"><w:r><w:t>1</w:t></w:r></w:hyperlink><w:r><w:t>10</w:t></w:r>', "1 10"),
        ('<w:hyperlink w:anchor="note"><w:r><w:t>1</w:t></w:r></w:hyperlink><w:r><w:t>件</w:t></w:r>', "1件"),
        ('<w:r><w:rPr><w:rStyle w:val="Old"/></w:rPr><w:t>10</w:t></w:r>', "~~10~~"),
        ('<w:r><w:rPr><w:rStyle w:val="Old"/><w:strike w:val="0"/></w:rPr><w:t>10</w:t></w:r>', "10"),
        ('<w:pPr><w:pStyle w:val="Old"/></w:pPr><w:r><w:t>10</w:t></w:r>', "~~10~~"),
        ("<m:oMath><m:r><m:t>1</m:t></m:r><m:r><m:t>0</m:t></m:r></m:oMath>", "10"),
        ("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t/></m:r></m:den></m:f></m:oMath>", "1 "),
    ],
)
def test_what_stands_beside_a_number_is_no_digit_of_it(inner: str, text: str) -> None:
    """Raised or struck out by a style, the number of a note in front or behind, a fraction."""
    assert lines(runs(inner.replace(" r:id", " w:id")), styles=STYLED) == [text]


@pytest.mark.parametrize(
    ("field", "text"),
    [(" EQ \\o\\ac(○,1)", "\n［图片］"), ("FORMDROPDOWN", "\n［输入框］"), (" SYMBOL 82 ", "\n［图片］")],
)
def test_a_field_that_shows_what_is_no_text_is_no_blank(field: str, text: str) -> None:
    """A letter in a circle, or a list to choose from: the document does not hold what is shown."""
    inner = f'<w:fldChar w:fldCharType="begin"/><w:instrText>{field}</w:instrText><w:fldChar w:fldCharType="end"/>'
    two = f"<w:tc>{runs(f'<w:r>{inner}</w:r>')}</w:tc>{cell('末')}"

    assert rows(f"<w:tbl><w:tr>{two}</w:tr></w:tbl>") == [[(text, 1, 1), ("末", 1, 1)]]


def test_an_automatic_number_does_not_run_into_a_figure() -> None:
    """1.1.1. and 5 are not 1.1.1.5."""
    assert lines(numbered("5", 2), numbering=NUMBERED) == ["1.1.1. 5"]


@pytest.mark.parametrize(
    ("inner", "kept"),
    [
        ("12", True),
        ("12件", True),
        ("~~9~~10", True),
        # What lays out a page, and no figure
        ("公开概况", False),
        ("", False),
    ],
)
def test_a_figure_in_a_table_of_its_own_is_in_the_cell_around_it(inner: str, *, kept: bool) -> None:
    """A frame around one figure of a row, pasted as a table; other tables in tables lay out what is in them."""
    framed = f"<w:tc>{paragraph('')}{table(cell(inner))}{paragraph('')}</w:tc>"

    blocks = read(document(table(cell("规章") + framed)))

    assert (blocks == [Grid(((GridCell("规章"), GridCell(inner)),), sources=(Source(table=1, row=1),))]) is kept


@pytest.mark.parametrize("around", [table(cell("12") + cell("7")), table(cell("12")) + paragraph("7")])
def test_a_figure_that_stands_beside_another_in_a_cell_is_not_taken_for_it(around: str) -> None:
    """A table of two cells, or one beside words."""
    blocks = read(document(table(cell("规章") + f"<w:tc>{around}</w:tc>")))

    assert not any(isinstance(block, Grid) and GridCell("12") in block.rows[0][1:] for block in blocks)

"""Word documents and workbooks in which very many places name one large thing."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from support.word import document, paragraph, part, zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_KINDS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NUMBERED: Final = '<w:numPr><w:numId w:val="{}"/></w:numPr>'
# What stands there and says nothing.
_OWN: Final = "<w:x/>"
_OTHER: Final = "<x/>"
_BLANKS: Final = " " * 100


def linked(links: Mapping[str, tuple[str, str]]) -> bytes:
    """Give the links of a part: by their names the kind of the other part, and its place."""
    each = (f'<r Id="{name}" Type="{_KINDS}/{kind}" Target="{target}"/>' for name, (kind, target) in links.items())
    return f"<links>{''.join(each)}</links>".encode()


def headed(headers: int, sections: int = 1, blanks: str = "") -> bytes:
    """Give a document with so many page headers, each of which is that of so many sections."""
    names = [f"header{place}.xml" for place in range(headers)]
    shown = "".join(f'<w:headerReference w:type="default" r:id="{name}"/>' for name in names)
    body = paragraph("一") + f"<w:sectPr>{shown}</w:sectPr>" * sections
    return zipped(
        {
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": linked({name: ("header", name) for name in names}),
            **{f"word/{name}": part("hdr", blanks) for name in names},
        }
    )


def workbook_of_sheets(
    sheets: Mapping[str, str],
    mentions: int = 1,
    parts: Mapping[str, bytes] = MappingProxyType({}),
    *,
    is_recomputed: bool = False,
) -> bytes:
    """
    Give a workbook.

    Args:
        sheets: Its sheets, by the names of their parts.
        mentions: How often it names each.
        parts: Other parts, by their names.
        is_recomputed: Whether its formulas are computed when it is opened.
    """
    entries = "".join(f'<sheet name="{name}" id="{name}"/>' for name in sheets) * mentions
    computed = f'<calcPr fullCalcOnLoad="{is_recomputed:d}"/>'
    return zipped(
        {
            "xl/workbook.xml": f"<workbook><sheets>{entries}</sheets>{computed}</workbook>".encode(),
            "xl/_rels/workbook.xml.rels": linked({name: ("worksheet", name) for name in sheets}),
            **{f"xl/{name}": f"<worksheet>{sheet}</worksheet>".encode() for name, sheet in sheets.items()},
            **parts,
        }
    )


def _of_one_list(level: str, text: str = "一") -> Callable[[int], bytes]:
    """Give what makes a document of which all paragraphs are numbered by one level."""

    def make(size: int) -> bytes:
        declared = level.format(text="长" * size, inner=_OWN * size)
        model = f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">{declared}</w:lvl></w:abstractNum>'
        made = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        return document(paragraph(text, _NUMBERED.format(1)) * size, numbering=model + made)

    return make


def _lists(size: int) -> bytes:
    model = f'<w:abstractNum w:abstractNumId="0">{_OWN * size}</w:abstractNum>'
    made = (f'<w:num w:numId="{name}"><w:abstractNumId w:val="0"/></w:num>' for name in range(size))
    body = (paragraph("一", _NUMBERED.format(name)) for name in range(size))
    return document("".join(body), numbering=model + "".join(made))


def _headers(size: int) -> bytes:
    return headed(1, size // 10, _BLANKS * size)


def _formulas(shared: str) -> Callable[[int], bytes]:
    """Give what makes a workbook of cells that share a formula, as elements of formulas have it."""

    def make(size: int) -> bytes:
        first = f"<row><c><f {shared}>{'A1+' * size}A1</f><v>1</v></c></row>"
        rows = f"<row>{f'<c><f {shared}/><v>1</v></c>' * 100}</row>" * (size // 100)
        return workbook_of_sheets({"s.xml": f"<sheetData>{first}{rows}</sheetData>"}, is_recomputed=True)

    return make


def _runs(size: int) -> bytes:
    run, cell = "<r><rPr/><t/></r>", '<c t="s"><v>0</v></c>'
    strings = {"xl/sharedStrings.xml": f"<sst><si><r><t>1</t></r>{run * size}</si></sst>".encode()}
    rows = f"<row>{cell * 100}</row>" * (size // 100)
    return workbook_of_sheets({"s.xml": f"<sheetData>{rows}</sheetData>"}, parts=strings)


def _borders(size: int) -> bytes:
    styles = f"<x><borders><border>{_OTHER * size}</border></borders><cellXfs>{'<xf/>' * size}</cellXfs></x>"
    return workbook_of_sheets({"s.xml": ""}, parts={"xl/styles.xml": styles.encode()})


def _areas(size: int) -> bytes:
    rule = f'<cfRule type="cellIs" operator="equal">{_OTHER * size}<formula>1</formula></cfRule>'
    return workbook_of_sheets(
        {"s.xml": f'<conditionalFormatting sqref="{"Z99 " * size}">{rule}</conditionalFormatting>'}
    )


def _scale(size: int) -> bytes:
    colours = "".join(f'<color rgb="FF{0xFFFFFF - number:06X}"/>' for number in range(size))
    rule = f"<cfRule><colorScale>{colours}</colorScale></cfRule>"
    rows = f"<row>{'<c><v>1</v></c>' * 100}</row>" * (size // 100)
    group = f'<conditionalFormatting sqref="A1:CZ999">{rule}</conditionalFormatting>'
    return workbook_of_sheets({"s.xml": f"<sheetData>{rows}</sheetData>{group}"})


def _drawings(size: int) -> bytes:
    sheets = {f"s{place}.xml": "" for place in range(size // 100)}
    links = linked({f"d{place}": ("drawing", "drawn.xml") for place in range(size // 100)})
    drawn = {"xl/drawn.xml": f"<x>{_OTHER * size}</x>".encode()}
    return workbook_of_sheets(sheets, parts=drawn | {f"xl/_rels/{name}.rels": links for name in sheets})


def _properties(size: int) -> bytes:
    mark = '<property name="govdisclosure"><v>1</v></property>'
    others = (f'<property name="govdisclosure:{number}"><v>1</v></property>' for number in range(size))
    custom = f"<x>{''.join(others)}{mark * size}</x>".encode()
    return workbook_of_sheets({"s.xml": ""}, parts={"docProps/custom.xml": custom})


MENTIONS: Final[dict[str, Callable[[int], bytes]]] = {
    "docx, a header of sections": _headers,
    "docx, a model of lists": _lists,
    "docx, a bullet of paragraphs": _of_one_list('<w:numFmt w:val="bullet"/><w:lvlText w:val="{text}"/>'),
    "docx, a level of paragraphs": _of_one_list('<w:lvlText w:val="%1"/>{inner}', ""),
    "xlsx, a formula of cells": _formulas('t="shared" si="0"'),
    "xlsx, a sum of cells": _formulas('si="0"'),
    "xlsx, a string of cells": _runs,
    "xlsx, a border of styles": _borders,
    "xlsx, a rule of areas": _areas,
    "xlsx, a scale of cells": _scale,
    "xlsx, a drawing of sheets": _drawings,
    "xlsx, a mark of properties": _properties,
}
"""From how many mentions there are of one thing, which is as large, to the document."""

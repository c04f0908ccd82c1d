"""Sources in which a text that means harm stands at one place: every text, cell and name of every format."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from functools import cache, partial
from typing import TYPE_CHECKING, Final, TypeAlias

import govdisclosure as gd
from govdisclosure.model.report import HEADINGS
from govdisclosure.model.values import clean_text
from support.builders import build_report
from support.pdfs import raw, stream

if TYPE_CHECKING:
    from collections.abc import Callable

    Maker: TypeAlias = Callable[[str], "str | bytes"]

_FIGURE: Final = 987654321
_MARKS: Final = {
    "title": "记号题",
    "preamble": "记号前",
    "overview": "记号概",
    "heading": "记号附",
    "paragraph": "记号段",
    "note": "记号注",
    "metadata": "记号名",
    "cell": str(_FIGURE),
    "label": "商业企业",
}
_TOLD: Final = tuple(name for name in _MARKS if name != "label")
_OWN: Final = ("title", "preamble", "heading", "metadata", "cell")
_SOUND: Final = "无"
# What no part of a zip file may hold as text.
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UTF8: Final = "utf-8"

_PAGE: Final = {
    "a style": '<p style="{}">一</p>',
    "a style of a cell": '<table><tr><td style="{}">1</td></tr></table>',
    "a class": '<p class="{}">一</p>',
    "an identifier": '<p id="{}">一</p>',
    "a link": '<a href="{}">一</a>',
    "a name of an attribute": "<p {}=1>一</p>",
    "a name of an element": "<{}>一</p>",
    "a sheet": "<style>{}</style>",
    "a selector": "<style>{} {{display:none}}</style>",
    "a value of a sheet": "<style>td {{display:{}}}</style>",
    "a comment": "<!--{}-->",
    "a script": "<script>{}</script>",
    "a title": "<title>{}</title>",
    "a meta": '<meta name="{0}" content="{0}">',
    "an input": '<input value="{}">',
    "an input area": "<textarea>{}</textarea>",
    "a start of a list": '<ol start="{}"><li>一</ol>',
    "a span": '<table><tr><td colspan="{0}" rowspan="{0}">1</td></tr></table>',
    "markup": "{}",
    "markup of a cell": "<table><tr><td>{}</td></tr></table>",
}
_DOCUMENT: Final = {
    "a code of a field": (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    ),
    "a code of a simple field": '<w:p><w:fldSimple w:instr="{}"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>',
    "a style of a paragraph": '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr></w:p>',
    "a numbered paragraph": '<w:p><w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr></w:p>',
    "a span": '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{}"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
    "a choice": '<w:p><w:r><w:sdt><w:sdtPr><w:tag w:val="{0}"/></w:sdtPr></w:sdt><w:t>{0}</w:t></w:r></w:p>',
}
_SHEET: Final = {
    "an inline string": '<row><c t="inlineStr"><is><t>{}</t></is></c></row>',
    "a value": "<row><c><v>{}</v></c></row>",
    "a formula": "<row><c><f>{}</f></c></row>",
    "a place of a cell": '<row><c r="{}"><v>1</v></c></row>',
    "a place of a row": '<row r="{}"><c><v>1</v></c></row>',
    "a type": '<row><c t="{}"><v>1</v></c></row>',
}
_DRAWN: Final = {
    "operators": "{}",
    "a string": "BT /F1 12 Tf 50 700 Td ({}) Tj ET",
    "a string in hexadecimal": "BT /F1 12 Tf 50 700 Td <{}> Tj ET",
    "an array": "BT /F1 12 Tf 50 700 Td [{}] TJ ET",
    "a font": "BT /{} 12 Tf 50 700 Td (1) Tj ET",
    "a comment": "% {}",
}


def places() -> dict[str, Maker]:
    """Give what makes a source with a text at a place, by the format and the place."""
    makers: dict[str, Maker] = {}
    for format_ in ("text", "markdown", "html", "docx", "xlsx"):
        for place in _MARKS:
            makers[f"{format_}, {place}"] = partial(_foreign, format_, place)
        for place in _OWN:
            makers[f"{format_}, our own, {place}"] = partial(_own, format_, place)
    makers |= {f"html, {place}": partial(_page, template) for place, template in _PAGE.items()}
    makers |= {f"docx, {place}": partial(_document, template) for place, template in _DOCUMENT.items()}
    makers |= {f"docx, {place}": partial(_part, "docx", *edit) for place, edit in _WORD_PARTS.items()}
    makers |= {f"xlsx, {place}": partial(_sheet, template) for place, template in _SHEET.items()}
    makers |= {f"xlsx, {place}": partial(_part, "xlsx", *edit) for place, edit in _EXCEL_PARTS.items()}
    makers |= {f"{format_}, a name of a part": partial(_member, format_) for format_ in ("docx", "xlsx")}
    makers |= {f"json, {place}": partial(_json, place) for place in _JSON}
    makers |= {f"pdf, {place}": partial(_drawn, template) for place, template in _DRAWN.items()}
    makers |= {f"pdf, {place}": make for place, make in _OBJECTS.items()}
    return makers


def format_of(place: str) -> str:
    """Give the format of a place."""
    return place.partition(",")[0]


# Texts, cells and metadata.


@cache
def _rendered(format_: str) -> str | bytes:
    report = build_report(preamble=[_MARKS["preamble"]])
    report.agency = gd.Agency(name=_MARKS["metadata"])
    report.title = f"{_MARKS['title']}示例镇人民政府2021年政府信息公开工作年度报告"
    report.overview = [_MARKS["overview"], f"本机关{_MARKS['overview']}。"]
    heading, text = f"七、{_MARKS['heading']}", _MARKS["paragraph"]
    report.other_sections = [gd.OtherSection(heading=heading, paragraphs=[text])]
    assert report.requests is not None
    report.requests.notes = [_MARKS["note"]]
    gd.put(report, "requests.natural_person.newly_received", _FIGURE)
    return gd.render(report, format_)


def _own(format_: str, place: str, text: str) -> str | bytes:
    quoted = json.dumps(text, ensure_ascii=False)[1:-1] if place == "metadata" else text
    return _rewritten(format_, lambda written: _filled(written, format_, place, quoted))


def _foreign(format_: str, place: str, text: str) -> str | bytes:
    return _rewritten(
        format_, lambda written: _filled(written.replace("govdisclosure", "another"), format_, place, text)
    )


def _filled(written: str, format_: str, place: str, text: str) -> str:
    escaped = text if format_ in {"text", "markdown"} else html.escape(text)
    for other, mark in _MARKS.items():
        if other in {place, *_TOLD}:
            written = written.replace(mark, escaped if other == place else _SOUND)
    return written


def _rewritten(format_: str, edit: Callable[[str], str], added: str | None = None) -> str | bytes:
    """Give a report with each of its parts changed, if it is a zip file, and perhaps with another part."""
    rendered = _rendered(format_)
    if isinstance(rendered, str):
        return edit(rendered)
    parts = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(rendered)) as old, zipfile.ZipFile(parts, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, _NO_XML.sub("?", edit(old.read(name).decode())))
        if added is not None:
            new.writestr(added, "")
    return parts.getvalue()


# Names and values in markup.


def _page(template: str, text: str) -> str | bytes:
    raw_ = "markup" in template or template in {"{}", _PAGE["a sheet"], _PAGE["markup of a cell"]}
    inserted = template.format(text if raw_ else html.escape(text))
    return _rewritten(
        "html", lambda page: page.replace("govdisclosure", "another").replace("<body>", f"<body>{inserted}")
    )


def _document(template: str, text: str) -> str | bytes:
    inserted = template.format(html.escape(text))
    return _rewritten("docx", lambda part: part.replace("<w:body>", f"<w:body>{inserted}"))


def _sheet(template: str, text: str) -> str | bytes:
    inserted = template.format(html.escape(text))
    return _rewritten("xlsx", lambda part: part.replace("<sheetData>", f"<sheetData>{inserted}"))


_WORD_PARTS: Final = {
    "a name of a style": ('(<w:name w:val=")[^"]*',),
    "an identifier of a style": ('(w:styleId=")[^"]*',),
    "a title of the document": ("(<dc:title>)[^<]*",),
    "a name of a property": ('(<property [^>]*name=")govdisclosure:[^"]*',),
    "a value of a property": ("(<vt:lpwstr[^>]*>)[^<]*",),
    "a target": ('(Target=")word/document.xml',),
}
_EXCEL_PARTS: Final = {
    "a name of a sheet": ('(<sheet [^>]*name=")[^"]*',),
    "a format of numbers": ('(formatCode=")[^"]*',),
    "a merged cell": ('(<mergeCell ref=")[^"]*',),
    "a name of a property": ('(<property [^>]*name=")govdisclosure:[^"]*',),
    "a value of a property": ("(<vt:lpwstr[^>]*>)[^<]*",),
    "a target": ('(Target=")/xl/worksheets/sheet1.xml',),
    "a style of a cell": ('(<c [^>]*s=")[^"]*',),
}


def _part(format_: str, pattern: str, text: str) -> str | bytes:
    escaped = html.escape(text)
    return _rewritten(format_, lambda part: re.sub(pattern, lambda begun: begun[1] + escaped, part, count=1))


def _member(format_: str, text: str) -> str | bytes:
    # A zip file has room for a name of 65,535 bytes.
    name = text.encode(_UTF8, "replace")[:60_000].decode(_UTF8, "ignore")
    return _rewritten(format_, str, added=name)


# JSON.

_JSON: Final = {
    "the document": "{}",
    "a value": '{{"govdisclosure":"1","year":{}}}',
    "a text": '{{"govdisclosure":"1","title":"{}"}}',
    "a paragraph": '{{"govdisclosure":"1","overview":["{}"]}}',
    "a heading": '{{"govdisclosure":"1","other_sections":[{{"heading":"{}"}}]}}',
    "a key": '{{"govdisclosure":"1","{}":1}}',
    "a key of a table": '{{"govdisclosure":"1","requests":{{"edition":"2021","{}":1}}}}',
    "a cell": '{{"govdisclosure":"1","requests":{{"edition":"2021","total":{{"newly_received":"{}"}}}}}}',
    "an amount": '{{"govdisclosure":"1","proactive_disclosure":{{"edition":"2021","fees":{{"amount":"{}"}}}}}}',
    "an edition": '{{"govdisclosure":"1","requests":{{"edition":"{}"}}}}',
    "a version": '{{"govdisclosure":"{}"}}',
    "a day": '{{"govdisclosure":"1","published":"{}"}}',
    "a list": '{{"govdisclosure":"1","overview":[{}]}}',
    "a list of sections": '{{"govdisclosure":"1","other_sections":[{}]}}',
    "extensions": '{{"govdisclosure":"1","extensions":{{"a":"{0}","{0}":[{{"{0}":"{0}"}}]}}}}',
    "extensions as they are": '{{"govdisclosure":"1","extensions":{{"a":[{}]}}}}',
}
_AS_IT_IS: Final = {"the document", "a value", "a list", "a list of sections", "extensions as they are"}


def _json(place: str, text: str) -> str | bytes:
    if place in _AS_IT_IS:
        # {},{},{} is a list of objects, without the letters at both ends that keep blanks from being trimmed.
        return _JSON[place].format(text.removeprefix("x").removesuffix("x").rstrip(","))
    return _JSON[place].format(json.dumps(text, ensure_ascii=False)[1:-1])


# PDF.


def _bytes(text: str) -> bytes:
    return text.encode(_UTF8, "surrogatepass")


def _drawn(template: str, text: str) -> bytes:
    return raw(_bytes(template.format(text)))


def _mapped(text: str) -> bytes:
    font = b"/Font << /F2 6 0 R >>"
    named = b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H"
    type0 = named + b" /DescendantFonts [8 0 R] /ToUnicode 7 0 R >>"
    below = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (A) /Ordering (B) >> >>"
    shown = b"BT /F2 12 Tf 50 700 Td <00010002> Tj ET"
    return raw(shown, resources=font, others=[type0, stream(_bytes(text)), below])


_OBJECTS: Final[dict[str, Maker]] = {
    "a map of characters": _mapped,
    "a key of the page": lambda text: raw(b"BT /F1 12 Tf (1) Tj ET", page=b"/" + _bytes(text)),
    "resources": lambda text: raw(b"BT /F1 12 Tf (1) Tj ET", resources=_bytes(text)),
    "an object": lambda text: raw(b"BT /F1 12 Tf (1) Tj ET", others=[_bytes(text)]),
    "the end of the file": lambda text: raw(b"BT /F1 12 Tf (1) Tj ET") + _bytes(text),
}


# Reports that a program makes.


def reports() -> dict[str, Callable[[str], gd.AnnualReport]]:
    """Give what makes a report with a text at a place, by the place."""
    return {
        "title": lambda text: build_report(title=f"{clean_text(text)}2021年政府信息公开工作年度报告"),
        "agency": lambda text: build_report(agency=gd.Agency(name=clean_text(text))),
        "preamble": lambda text: build_report(preamble=[clean_text(text)[::2], "发布日期", clean_text(text)[1::2]]),
        "overview": lambda text: build_report(overview=[clean_text(text)]),
        "paragraphs": lambda text: build_report(overview=_cut(clean_text(text))),
        "note": _noted,
        "other matters": lambda text: build_report(other_matters=[clean_text(text)]),
        "heading": lambda text: build_report(other_sections=[gd.OtherSection(heading=clean_text(text), paragraphs=[])]),
        "sections": lambda text: build_report(other_sections=list(map(_section, _cut(clean_text(text))))),
        "sections of a table": lambda text: build_report(
            requests=None,
            other_sections=[gd.OtherSection(heading=HEADINGS["requests"], paragraphs=[])] * (len(text) // 8),
        ),
        "extensions": lambda text: build_report(extensions={clean_text(text): [clean_text(text)]}),
    }


def _cut(text: str) -> list[str]:
    return [text[start : start + 8] for start in range(0, len(text), 8)]


def _section(text: str) -> gd.OtherSection:
    return gd.OtherSection(heading=text, paragraphs=[text])


def _noted(text: str) -> gd.AnnualReport:
    report = build_report()
    assert report.requests is not None
    report.requests.notes = [clean_text(text)]
    return report

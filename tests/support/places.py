"""Sources in which a text that means harm stands at one place: every text, cell and name of every format."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import govdisclosure as gd
from govdisclosure.model.report import HEADINGS
from govdisclosure.model.values import clean_text
from support.builders import build_report, build_requests
from support.pdfs import raw, stream

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Maker: TypeAlias = Callable[[str], "str | bytes"]
    Put: TypeAlias = Callable[[str, str], str]
    Rest: TypeAlias = Callable[[str], str]

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
# Where a text is put as it is.
_MARKUP: Final = ("a sheet", "markup", "markup of a cell", "markup of a table")
# Markup that goes on behind its place, and hides what stands there.
_ALONE: Final = frozenset(f"html, {place}" for place in ("a name of an element", "a comment", *_MARKUP))

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
    "markup of a table": "<style>b {{display:none}}</style><table>{}<td>1</td></table>",
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


class _Edit(NamedTuple):
    """How a text is put at a place of a report that is written, part by part, and what is done to the rest of it."""

    format: str
    rest: Rest
    put: Put


def places() -> dict[str, Maker]:
    """Give what makes a source with a text at a place, by the format and the place."""
    makers: dict[str, Maker] = {name: partial(_edited, [edit]) for name, edit in _edits().items()}
    makers |= {f"{format_}, a name of a part": partial(_member, format_) for format_ in ("docx", "xlsx")}
    makers["html, a document type"] = "<!DOCTYPE html PUBLIC {}".format
    makers |= {f"html, a page in {encoding}": partial(_in_encoding, encoding) for encoding in _ENCODINGS}
    makers |= {f"json, {place}": partial(_json, place) for place in _JSON}
    makers |= {f"pdf, {place}": partial(_drawn, template) for place, template in _DRAWN.items()}
    makers |= {f"pdf, {place}": make for place, make in _OBJECTS.items()}
    return makers


def places_together(most: int) -> list[list[str]]:
    """Give the places by so many as one source can have a text at, all of them at once."""
    groups: dict[tuple[str, Rest], list[str]] = {}
    for name, edit in _edits().items():
        if name not in _ALONE:
            groups.setdefault((edit.format, edit.rest), []).append(name)
    together = [group[at : at + most] for group in groups.values() for at in range(0, len(group), most)]
    grouped = set(chain.from_iterable(together))
    return together + [[name] for name in places() if name not in grouped]


def source(names: Sequence[str], text: str) -> str | bytes:
    """Give a source with a text at several places."""
    if len(names) == 1:
        return places()[names[0]](text)
    return _edited([_edits()[name] for name in names], text)


@cache
def _edits() -> dict[str, _Edit]:
    edits: dict[str, _Edit] = {}
    for format_ in ("text", "markdown", "html", "docx", "xlsx"):
        for place in _MARKS:
            edits[f"{format_}, {place}"] = _Edit(format_, _another, partial(_marked, format_, place))
        for place in _OWN:
            edits[f"{format_}, our own, {place}"] = _Edit(format_, _told, partial(_own, format_, place))
    for place, template in _PAGE.items():
        edits[f"html, {place}"] = _Edit("html", _unmarked, partial(_page, template))
    for format_, begin, templates in (("docx", "<w:body>", _DOCUMENT), ("xlsx", "<sheetData>", _SHEET)):
        for place, template in templates.items():
            edits[f"{format_}, {place}"] = _Edit(format_, str, partial(_inserted, template, begin))
    for format_, patterns in (("docx", _WORD_PARTS), ("xlsx", _EXCEL_PARTS)):
        for place, pattern in patterns.items():
            edits[f"{format_}, {place}"] = _Edit(format_, str, partial(_part, pattern))
    return edits


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


def _marked(format_: str, place: str, text: str, written: str) -> str:
    escaped = text if format_ in {"text", "markdown"} else html.escape(text)
    return written.replace(_MARKS[place], escaped)


def _own(format_: str, place: str, text: str, written: str) -> str:
    return _marked(format_, place, _quoted(text) if place == "metadata" else text, written)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _told(written: str) -> str:
    """Put a sound text where a mark is left."""
    for name in _TOLD:
        written = written.replace(_MARKS[name], _SOUND)
    return written


def _another(written: str) -> str:
    return _told(_unmarked(written))


def _unmarked(written: str) -> str:
    """Leave out what tells that a file is our own."""
    return written.replace("govdisclosure", "another")


def _edited(edits: Sequence[_Edit], text: str) -> str | bytes:
    def edited(written: str) -> str:
        for edit in edits:
            written = edit.put(text, written)
        return edits[0].rest(written)

    return _rewritten(edits[0].format, edited)


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


def _page(template: str, text: str, page: str) -> str:
    raw_ = template in map(_PAGE.__getitem__, _MARKUP)
    return _inserted(template, "<body>", text, page, escape=str if raw_ else html.escape)


def _inserted(template: str, begin: str, text: str, part: str, *, escape: Callable[[str], str] = html.escape) -> str:
    return part.replace(begin, begin + template.format(escape(text)))


# What a page may name, with a byte that UTF-8 does not have; no page is in the last ones.
_ENCODINGS: Final = ("gb18030", "big5", "iso-2022-jp", "shift_jis", "windows-1252", "utf-16", "punycode", "idna")


def _in_encoding(encoding: str, text: str) -> bytes:
    return f"<html><meta charset={encoding}><p>\xff</p>-".encode("latin-1") + _bytes(text)


_WORD_PARTS: Final = {
    "a name of a style": '(<w:name w:val=")[^"]*',
    "an identifier of a style": '(w:styleId=")[^"]*',
    "a title of the document": "(<dc:title>)[^<]*",
    "a name of a property": '(<property [^>]*name=")govdisclosure:[^"]*',
    "a value of a property": "(<vt:lpwstr[^>]*>)[^<]*",
    "a target": '(Target=")word/document.xml',
}
_EXCEL_PARTS: Final = {
    "a name of a sheet": '(<sheet [^>]*name=")[^"]*',
    "a format of numbers": '(formatCode=")[^"]*',
    "a merged cell": '(<mergeCell ref=")[^"]*',
    "a name of a property": '(<property [^>]*name=")govdisclosure:[^"]*',
    "a value of a property": "(<vt:lpwstr[^>]*>)[^<]*",
    "a target": '(Target=")/xl/worksheets/sheet1.xml',
    "a style of a cell": '(<c [^>]*s=")[^"]*',
}


def _part(pattern: str, text: str, part: str) -> str:
    escaped = html.escape(text)
    return re.sub(pattern, lambda begun: begun[1] + escaped, part, count=1)


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
    return _JSON[place].format(_quoted(text))


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
    return {place: partial(report, [place]) for place in _TEXTS}


def reports_together(most: int) -> list[list[str]]:
    """Give the places by so many as one report can have a text at, all of them at once."""
    light = [place for place in _TEXTS if place not in _MANY]
    return [light[at : at + most] for at in range(0, len(light), most)] + [[place] for place in _MANY]


def report(names: Sequence[str], text: str) -> gd.AnnualReport:
    """Give a report with a text at several places."""
    made = build_report()
    for name in names:
        for attribute, value in _TEXTS[name](clean_text(text)).items():
            setattr(made, attribute, value)
    return made


_TEXTS: Final[dict[str, Callable[[str], dict[str, object]]]] = {
    "title": lambda text: {"title": f"{text}2021年政府信息公开工作年度报告"},
    "agency": lambda text: {"agency": gd.Agency(name=text)},
    "preamble": lambda text: {"preamble": [text[::2], "发布日期", text[1::2]]},
    "overview": lambda text: {"overview": [text]},
    "paragraphs": lambda text: {"overview": _cut(text)},
    "note": lambda text: {"requests": _noted(text)},
    "other matters": lambda text: {"other_matters": [text]},
    "heading": lambda text: {"other_sections": [gd.OtherSection(heading=text, paragraphs=[])]},
    "sections": lambda text: {"other_sections": list(map(_section, _cut(text)))},
    "sections of a table": lambda text: {
        "requests": None,
        "other_sections": [gd.OtherSection(heading=HEADINGS["requests"], paragraphs=[])] * (len(text) // 8),
    },
    "extensions": lambda text: {"extensions": {text: [text]}},
}
# What cuts a text into many pieces takes longer than the rest.
_MANY: Final = ("paragraphs", "sections", "sections of a table")


def _cut(text: str) -> list[str]:
    return [text[start : start + 8] for start in range(0, len(text), 8)]


def _section(text: str) -> gd.OtherSection:
    return gd.OtherSection(heading=text, paragraphs=[text])


def _noted(text: str) -> gd.Requests | gd.Requests2019:
    requests = build_requests()
    requests.notes = [text]
    return requests

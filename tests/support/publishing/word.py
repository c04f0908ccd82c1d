"""Word files as offices write them: merged cells or none, headings numbered by Word, tables in tables, tables cut."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final, Literal, TypeAlias
from xml.sax.saxutils import escape

import docx
from attrs import evolve
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from support.publishing.sheets import Cell, Sheet, cut_in_two

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from random import Random

    from support.publishing.pages import Page

Kind: TypeAlias = Literal["merged", "unmerged", "numbered", "nested", "cut"]
Tables: TypeAlias = "Callable[[Sheet, Random], list[tuple[str, Sheet]]]"
KINDS: Final[tuple[Kind, ...]] = ("merged", "unmerged", "numbered", "nested", "cut")

_NUMBERING: Final = 77
_BORDERS: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)

_MARGINS: Final = '<w:tblCellMar><w:left w:w="30" w:type="dxa"/><w:right w:w="30" w:type="dxa"/></w:tblCellMar>'
_SMALL: Final = '<w:rPr><w:sz w:val="15"/></w:rPr>'


def as_it_is(sheet: Sheet, rng: Random) -> list[tuple[str, Sheet]]:
    """Print a table as one, without a caption."""
    del rng
    return [("", sheet)]


def print_word(page: Page, rng: Random, kind: Kind, tables: Tables = as_it_is) -> bytes:
    """Print a page as a Word file; ``tables`` gives the tables that one is printed as, each with its caption."""
    document = docx.Document()
    body = document.element.body
    if kind == "numbered":
        _number_headings(document.part.numbering_part.element)
    if rng.random() < 0.3:
        section = document.sections[0]
        section.page_width, section.page_height = section.page_height, section.page_width
    for piece in _pieces(page, rng, kind, tables):
        body.insert(len(body) - 1, parse_xml(piece))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _pieces(page: Page, rng: Random, kind: Kind, tables: Tables) -> Iterable[str]:
    """Give the XML of each paragraph and table."""
    yield from (_paragraph(line, rng, '<w:jc w:val="center"/>') for line in page.title)
    if page.metadata:
        pairs = tuple((Cell(name), Cell(value)) for name, value in page.metadata)
        yield (
            _table(Sheet("metadata", pairs), rng)
            if rng.random() < 0.5
            else _paragraph(" ".join(f"{name.text}：{value.text}" for name, value in pairs), rng)
        )
    yield from (_paragraph(text, rng) for text in page.preamble)
    for part in page.parts:
        yield _heading(part.heading, rng, numbered=kind == "numbered")
        yield from (_paragraph(text, rng) for text in part.paragraphs)
        if part.sheet is not None:
            yield from [_paragraph(part.sheet.note, rng)] if part.sheet.note else []
            for caption, sheet in tables(part.sheet, rng):
                yield from [_paragraph(caption, rng)] if caption else []
                yield from _tables(sheet, rng, kind)


def _tables(sheet: Sheet, rng: Random, kind: Kind) -> Iterable[str]:
    if kind == "cut" and len(sheet.rows) > 6:
        first, second = cut_in_two(sheet, rng)
        yield _table(first, rng)
        yield _paragraph(rng.choice(("", " ")), rng)
        yield _table(second, rng)
    elif kind == "unmerged":
        yield _table(evolve(sheet, rows=tuple(map(tuple, sheet.written_out()))), rng)
    elif kind == "nested":
        inner = f"<w:tc>{_table(sheet, rng, declared='')}<w:p/></w:tc>"
        yield f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{inner}</w:tr></w:tbl>"
    else:
        yield _table(sheet, rng)


def _table(sheet: Sheet, rng: Random, declared: str = nsdecls("w")) -> str:
    """Give the XML of a table, its cells merged where they span."""
    columns = "".join(f'<w:gridCol w:w="{9000 // sheet.width}"/>' for _ in range(sheet.width))
    rows = "".join(f"<w:tr>{''.join(_cell(*placed, rng) for placed in row)}</w:tr>" for row in _merged(sheet))
    properties = (
        f'<w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>{_MARGINS}</w:tblPr>'
    )
    return f"<w:tbl {declared}>{properties}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def _merged(sheet: Sheet) -> Iterable[list[tuple[Cell, str]]]:
    """Give each row with all its cells and how each is merged with those above and below."""
    reaching: dict[int, Cell] = {}
    for row in sheet.rows:
        cells, merged, column = list(row), [], 0
        below: dict[int, Cell] = {}
        while column < sheet.width and (cells or column in reaching):
            if column in reaching:
                cell, merge = reaching[column], "continue"
            else:
                cell = cells.pop(0)
                merge = "restart" if cell.rows > 1 else ""
            merged.append((cell, merge))
            if cell.rows > 1:
                below[column] = Cell("", cell.rows - 1, cell.columns)
            column += cell.columns
        reaching = below
        yield merged


def _cell(cell: Cell, merge: str, rng: Random) -> str:
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    span += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    if rng.random() < 0.5:
        pieces = "".join(_paragraph(piece, rng, declared="", run=_SMALL) for piece in cell.text.split("\n"))
    else:
        pieces = _paragraph(cell.text, rng, declared="", run=_SMALL)
    return f"<w:tc><w:tcPr>{span}</w:tcPr>{pieces}</w:tc>"


def _paragraph(text: str, rng: Random, properties: str = "", declared: str = nsdecls("w"), run: str = "") -> str:
    """Give the XML of a paragraph, its text in one run or in two."""
    place = rng.randrange(len(text) + 1) if rng.random() < 0.3 else 0
    runs = "".join(_run(piece, run) for piece in (text[:place], text[place:]) if piece)
    return f"<w:p {declared}><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _run(text: str, properties: str = "") -> str:
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{properties}{lines}</w:r>"


def _heading(text: str, rng: Random, *, numbered: bool) -> str:
    number, _, words = text.partition("、")
    if not (numbered and words and len(number.strip()) == 1):
        return _paragraph(text, rng, rng.choice(("", '<w:pStyle w:val="Heading1"/>')))
    own = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{_NUMBERING}"/></w:numPr>'
    return _paragraph(words, rng, own)


def _number_headings(numbering: docx.oxml.xmlchemy.BaseOxmlElement) -> None:
    """Define the numbers 一、二、… that Word puts before headings by itself."""
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/>'
        '<w:lvlJc w:val="left"/></w:lvl>'
    )
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_NUMBERING}">{level}</w:abstractNum>')
    numbering.insert(0, abstract)
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{_NUMBERING}"><w:abstractNumId w:val="{_NUMBERING}"/></w:num>')
    )

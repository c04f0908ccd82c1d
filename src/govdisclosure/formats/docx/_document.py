"""The body of our document: paragraphs in their styles, tables with merged cells and fixed widths."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from wcwidth import wcswidth

from govdisclosure.formats.docx import _looks as looks
from govdisclosure.formats.docx._xml import R, W, etree, w
from govdisclosure.layout.blocks import Grid, Head, Role, columns_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govdisclosure.formats.docx._looks import Style
    from govdisclosure.formats.docx._xml import Element
    from govdisclosure.layout.blocks import Block, GridCell, Paragraph

_PRESERVE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_PIECES: Final = re.compile(r"\t|[^\t]{1,30000}")
_ENUMERATED: Final = re.compile(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[0-9]+[.．、]")
_SUBHEADING: Final = re.compile(r"（[一二三四五六七八九十]+）[^。；]{1,40}[。：:]?")
_STYLES: Final = {Role.TITLE: looks.TITLE, Role.HEADING: looks.HEADING}

# Labels may take three lines in each row that they reach over; no column is narrower than three characters.
_LINES_OF_LABEL: Final = 3
_NARROWEST: Final = 3


def document_part(blocks: Iterable[Block], footers: Sequence[tuple[str, str]]) -> bytes:
    """
    Give the part that holds the document's body.

    Args:
        blocks: The blocks of the report; the head stands elsewhere.
        footers: Kinds of the footers, with the ids under which they are found.
    """
    document = etree.Element(w("document"), nsmap={"w": W, "r": R})
    body = _add(document, "body")
    last: Block | None = None
    for block in blocks:
        if isinstance(block, Head):
            continue
        if isinstance(block, Grid):
            _add_table(body, block)
        else:
            _add_paragraph(body, block.text, _style(block))
        last = block
    if isinstance(last, Grid):
        _add_paragraph(body, "", looks.END)
    _add_page(body, footers)
    return bytes(etree.tostring(document, encoding="UTF-8", xml_declaration=True, standalone=True))


def _add(parent: Element, name: str, **attributes: object) -> Element:
    return etree.SubElement(parent, w(name), {w(key): str(value) for key, value in attributes.items()})


def _style(paragraph: Paragraph) -> Style:
    if paragraph.role in _STYLES:
        return _STYLES[paragraph.role]
    return looks.SUBHEADING if _SUBHEADING.fullmatch(paragraph.text) else looks.TEXT


def _add_paragraph(parent: Element, text: str, style: Style, *, keep: bool = False) -> None:
    paragraph = _add(parent, "p")
    properties = _add(paragraph, "pPr")
    _add(properties, "pStyle", val=style.name)
    if keep:
        _add(properties, "keepNext")
    run = _add(paragraph, "r") if text else paragraph
    for piece in _PIECES.findall(text):
        if piece == "\t":
            _add(run, "tab")
        else:
            words = _add(run, "t")
            words.text = piece
            words.set(_PRESERVE, "preserve")


def _add_page(body: Element, footers: Sequence[tuple[str, str]]) -> None:
    section = _add(body, "sectPr")
    for kind, identifier in footers:
        _add(section, "footerReference", type=kind).set(f"{{{R}}}id", identifier)
    _add(section, "pgSz", w=looks.PAGE_WIDTH, h=looks.PAGE_HEIGHT)
    edges = {"top": looks.TOP, "right": looks.RIGHT, "bottom": looks.BOTTOM, "left": looks.LEFT}
    _add(section, "pgMar", **edges, header=851, footer=looks.FOOTER, gutter=0)
    _add(section, "docGrid", type="linesAndChars", linePitch=looks.LINE, charSpace=looks.CHARACTER_SPACE)


def _add_table(body: Element, grid: Grid) -> None:
    rows = list(columns_of(grid))
    widths = _widths(grid, rows)
    table = _add(body, "tbl")
    properties = _add(table, "tblPr")
    _add(properties, "tblW", w=sum(widths), type="dxa")
    _add(properties, "jc", val="center")
    borders = _add(properties, "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        _add(borders, side, val="single", sz=4, space=0, color="auto")
    _add(properties, "tblLayout", type="fixed")
    margins = _add(properties, "tblCellMar")
    for side in ("left", "right"):
        _add(margins, side, w=_MARGIN, type="dxa")
    if grid.label:
        _add(properties, "tblCaption", val=grid.label)
    columns = _add(table, "tblGrid")
    for width in widths:
        _add(columns, "gridCol", w=width)
    header = _header_rows(grid)
    for number, (row, begun) in enumerate(zip(rows, grid.rows, strict=True)):
        _add_row(table, row, begun, widths, header=number < header, keep=number < len(rows) - 1)


def _add_row(
    table: Element,
    row: Sequence[tuple[int, GridCell]],
    begun: Sequence[GridCell],
    widths: Sequence[int],
    *,
    header: bool,
    keep: bool,
) -> None:
    line = _add(table, "tr")
    properties = _add(line, "trPr")
    _add(properties, "cantSplit")
    _add(properties, "trHeight", val=_ROW, hRule="atLeast")
    if header:
        _add(properties, "tblHeader")
    beginning = {id(cell) for cell in begun}
    for start, cell in row:
        box = _add(line, "tc")
        properties = _add(box, "tcPr")
        _add(properties, "tcW", w=sum(widths[start : start + cell.columns]), type="dxa")
        if cell.columns > 1:
            _add(properties, "gridSpan", val=cell.columns)
        if id(cell) not in beginning:
            _add(properties, "vMerge")
        elif cell.rows > 1:
            _add(properties, "vMerge", val="restart")
        _add(properties, "vAlign", val="center")
        style = looks.LABEL if cell.rows == 1 and _ENUMERATED.match(cell.text) else looks.CELL
        _add_paragraph(box, cell.text, style, keep=keep)


_ROW: Final = 340
_MARGIN: Final = 57


def _header_rows(grid: Grid) -> int:
    """Give how many rows above the figures are repeated on each page; none where labels come between figures again."""
    bare = [all(cell.path is None for cell in row) for row in grid.rows]
    return bare.index(False) if False in bare and not any(bare[bare.index(False) :]) else 0


def _widths(grid: Grid, rows: Sequence[Sequence[tuple[int, GridCell]]]) -> list[int]:
    """Share the width of the page out by what each column holds."""
    count = max(start + cell.columns for row in rows for start, cell in row)
    needed = [0.0] * count
    shared = [0.0] * count
    for start, cell in (item for row in rows for item in row):
        need = max(_NARROWEST, _characters(cell))
        if cell.columns == 1:
            needed[start] = max(needed[start], need)
        for column in range(start, start + cell.columns):
            shared[column] = max(shared[column], need / cell.columns)
    needs = [own or other for own, other in zip(needed, shared, strict=True)]
    edges = [round(looks.WIDTH * sum(needs[:column]) / sum(needs)) for column in range(count + 1)]
    return [right - left for left, right in zip(edges, edges[1:], strict=False)]


def _characters(cell: GridCell) -> int:
    """Give how many characters wide a cell has to be: a figure on one line, a label on some."""
    width = max(wcswidth(cell.text), 0) / 2
    return math.ceil(width + 1 if cell.path else width / (_LINES_OF_LABEL * cell.rows))

"""The body of our document: paragraphs in their styles, tables with merged cells and fixed widths."""

from __future__ import annotations

import math
import re
from copy import copy
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final

from wcwidth import wcswidth

from govdisclosure.form.blocks import Grid, MetadataBlock, Paragraph, Role, columns_of
from govdisclosure.formats.docx import _looks as looks
from govdisclosure.formats.docx._xml import R, W, add, new, to_bytes, w
from govdisclosure.model.report import NAME
from govdisclosure.vocabulary.numerals import ORDINALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govdisclosure.form.blocks import Block, GridCell
    from govdisclosure.formats.docx._looks import Style
    from govdisclosure.formats.docx._xml import Element

_PRESERVED: Final = {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}
_PIECES: Final = re.compile(r"[\t\n]|[^\t\n]{1,30000}")
_TEXT: Final = w("t")
_BREAKS: Final = {"\t": "tab", "\n": "br"}
_MOST_COPIED: Final = 16
"""Pieces of a paragraph that is copied as a whole; of longer ones hardly two look alike."""
_ENUMERATED: Final = re.compile(rf"[{ORDINALS}]+、|（[{ORDINALS}]+）|[0-9]+[.．、]")
_SUBHEADING: Final = re.compile(rf"（[{ORDINALS}]+）[^。；]{{1,40}}[。：:]?")
_STYLES: Final = {Role.TITLE: looks.TITLE, Role.HEADING: looks.HEADING}

_CHARACTER: Final = 10 * looks.CELL_SIZE
_TITLE_CHARACTER: Final = 10 * looks.TITLE.size
_TITLE_ROOM: Final = looks.WIDTH // _TITLE_CHARACTER


def document_part(blocks: Iterable[Block], footers: Sequence[tuple[str, str]]) -> bytes:
    """
    Give the part that holds the document's body.

    Args:
        blocks: The blocks of the report; the metadata stand elsewhere.
        footers: Kinds of the footers, with the ids under which they are found.
    """
    document = new(w("document"), {"w": W, "r": R})
    body = _add(document, "body")
    last: Block | None = None
    signature: list[str] = []
    for block in blocks:
        if isinstance(block, MetadataBlock):
            continue
        if isinstance(block, Paragraph) and block.role is Role.SIGNATURE:
            signature += [block.text] if block.text else []
            continue
        if isinstance(block, Grid):
            _add_table(body, block)
        else:
            style = _style(block)
            if style is looks.TITLE:
                _add_title(body, block.text)
            else:
                _add_paragraph(body, block.text, style)
        last = block
    _add_signature(body, signature)
    # Word wants a paragraph after a table at the end.
    if isinstance(last, Grid) and not signature:
        _add_paragraph(body, "", looks.END)
    _add_page(body, footers)
    return to_bytes(document)


def _add(parent: Element, name: str, **attributes: object) -> Element:
    return add(parent, w(name), {w(key): str(value) for key, value in attributes.items()})


def _style(paragraph: Paragraph) -> Style:
    if paragraph.role in _STYLES:
        return _STYLES[paragraph.role]
    return looks.SUBHEADING if _SUBHEADING.fullmatch(paragraph.text) else looks.TEXT


def _add_title(body: Element, title: str) -> None:
    """Add the title; where it takes two lines, it breaks between words, as GB/T 9704-2012 wants it (7.3.1)."""
    before = title.removesuffix(NAME)
    # 示例县人民政府办公室2022年 | 政府信息公开工作年度报告
    if _characters_of(title) > _TITLE_ROOM >= _characters_of(before):
        _add_paragraph(body, f"{before}\n{NAME}", looks.TITLE)
    else:
        indent = _balance(title, looks.WIDTH, _TITLE_CHARACTER, _TITLE_CHARACTER // 2)
        _add_paragraph(body, title, looks.TITLE, indent=indent)


def _characters_of(text: str) -> int:
    """Give how many Chinese characters wide a text is."""
    return math.ceil(wcswidth(text) / 2)


def _add_paragraph(  # noqa: PLR0913 - each is a choice of its own
    parent: Element, text: str, style: Style, *, keep: bool = False, indent: int = 0, end: int = 0
) -> None:
    indents = {}
    if indent:
        indents = {"left": indent, "right": indent}
    elif end:
        indents = {"right": end}
    elif style.indent and text[:1].isspace():
        # 　　2022年: blanks typed in front are its indent, a second one would stand before them.
        indents = {"firstLineChars": 0, "firstLine": 0}
    pieces = _PIECES.findall(text)
    names = tuple([_BREAKS.get(piece, "t") for piece in pieces])
    # Many look alike: to copy one takes a third of the time in which its elements are made one by one.
    is_copied = len(names) <= _MOST_COPIED
    # lxml copies all that is in an element.
    paragraph = copy(_model_paragraph(style.name, keep, tuple(indents.items()), names if is_copied else ()))
    parent.append(paragraph)
    if not is_copied:
        _add_run(paragraph, names)
    words = [piece for piece in pieces if piece not in _BREAKS]
    for element, piece in zip(paragraph[-1].iterchildren(_TEXT), words, strict=True):
        element.text = piece


def _add_run(paragraph: Element, names: Iterable[str]) -> None:
    """Add a run without words: the places of its pieces of text, and the breaks between them."""
    run = _add(paragraph, "r")
    for name in names:
        add(run, w(name), _PRESERVED if name == "t" else {})


@lru_cache(maxsize=256)
def _model_paragraph(style: str, keep: bool, indents: tuple[tuple[str, int], ...], names: tuple[str, ...]) -> Element:
    """Give a paragraph without words, with a run of such elements for them if there are names of any."""
    paragraph = new(w("p"), {"w": W})
    properties = _add(paragraph, "pPr")
    _add(properties, "pStyle", val=style)
    if keep:
        _add(properties, "keepNext")
    if indents:
        _add(properties, "ind", **dict(indents))
    if names:
        _add_run(paragraph, names)
    return paragraph


def _add_signature(body: Element, lines: Sequence[str]) -> None:
    """Add the signature block, at the right."""
    for place, (line, end) in enumerate(zip(lines, _ends(lines), strict=True)):
        style = looks.DAY if place else looks.SIGNER
        _add_paragraph(body, line, style, end=round(end * looks.CHARACTER))


def _ends(lines: Sequence[str]) -> list[float]:
    """Give how many characters before the words each line of the signature ends: its day begins behind its name."""
    widths = [max(wcswidth(line), len(line)) / 2 for line in lines]
    shifts = [place * looks.SIGNED_BEFORE for place in range(len(lines))]
    begin = max((width + shift for width, shift in zip(widths, shifts, strict=True)), default=0) + looks.SIGNED_BEFORE
    # A name that is longer than a line begins where it must.
    if begin * looks.CHARACTER > looks.WIDTH:
        return [looks.SIGNED_BEFORE] * len(lines)
    return [begin - shift - width for width, shift in zip(widths, shifts, strict=True)]


def _add_page(body: Element, footers: Sequence[tuple[str, str]]) -> None:
    section = _add(body, "sectPr")
    for kind, identifier in footers:
        _add(section, "footerReference", type=kind).set(f"{{{R}}}id", identifier)
    _add(section, "pgSz", w=looks.PAGE_WIDTH, h=looks.PAGE_HEIGHT)
    edges = {"top": looks.TOP, "right": looks.RIGHT, "bottom": looks.BOTTOM, "left": looks.LEFT}
    _add(section, "pgMar", **edges, header=851, footer=looks.FOOTER, gutter=0)
    _add(section, "docGrid", type="lines", linePitch=looks.LINE)


def _add_table(body: Element, grid: Grid) -> None:
    rows = list(columns_of(grid))
    widths = _widths(rows)
    table = _add(body, "tbl")
    _add_frame(table, grid, widths)
    repeated = _rows_of_column_heads(grid)
    for number, row in enumerate(rows):
        line = _add(table, "tr")
        properties = _add(line, "trPr")
        _add(properties, "cantSplit")
        _add(properties, "trHeight", val=looks.ROW, hRule="atLeast")
        if number < repeated:
            _add(properties, "tblHeader")
        begun = {id(cell) for cell in grid.rows[number]}
        for start, cell in row:
            width = sum(widths[start : start + cell.columns])
            _add_cell(line, cell, width, begins=id(cell) in begun, keep=number < len(rows) - 1)


def _add_frame(table: Element, grid: Grid, widths: Sequence[int]) -> None:
    """Add what holds for a table as a whole: its place on the page, its rules, the widths of its columns."""
    properties = _add(table, "tblPr")
    _add(properties, "tblW", w=sum(widths), type="dxa")
    _add(properties, "jc", val="center")
    borders = _add(properties, "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        _add(borders, side, val="single", sz=4, space=0, color="auto")
    _add(properties, "tblLayout", type="fixed")
    margins = _add(properties, "tblCellMar")
    for side in ("left", "right"):
        _add(margins, side, w=looks.MARGIN, type="dxa")
    if grid.label:
        _add(properties, "tblCaption", val=grid.label)
    columns = _add(table, "tblGrid")
    for width in widths:
        _add(columns, "gridCol", w=width)


def _add_cell(line: Element, cell: GridCell, width: int, *, begins: bool, keep: bool) -> None:
    """Add a cell, or where none begins the part of one that reaches down from above."""
    box = _add(line, "tc")
    properties = _add(box, "tcPr")
    _add(properties, "tcW", w=width, type="dxa")
    if cell.columns > 1:
        _add(properties, "gridSpan", val=cell.columns)
    if not begins:
        _add(properties, "vMerge")
    elif cell.rows > 1:
        _add(properties, "vMerge", val="restart")
    _add(properties, "vAlign", val="center")
    # （一）予以公开, 1.属于国家秘密
    if cell.path is None and cell.rows == 1 and _ENUMERATED.match(cell.text):
        _add_paragraph(box, cell.text, looks.LABEL, keep=keep)
    else:
        indent = 0 if cell.path else _balance(cell.text, width - 2 * looks.MARGIN, _CHARACTER, looks.SLACK)
        _add_paragraph(box, cell.text, looks.CELL, keep=keep, indent=indent)


def _balance(text: str, width: int, character: int, slack: int) -> int:
    """Give the indent on both sides at which words that take several lines fill them evenly: 商业/企业."""
    room, count = width // character, _characters_of(text)
    if not 0 < room < count:
        return 0
    longest = math.ceil(count / math.ceil(count / room))
    return max((width - longest * character) // 2 - slack, 0)


def _rows_of_column_heads(grid: Grid) -> int:
    """Give how many rows above the figures are repeated on each page; none where labels come between figures again."""
    bare = list(map(_has_no_figure, grid.rows))
    return bare.index(False) if False in bare and not any(bare[bare.index(False) :]) else 0


def _has_no_figure(row: Iterable[GridCell]) -> bool:
    return all(cell.path is None for cell in row)


def _widths(rows: Sequence[Sequence[tuple[int, GridCell]]]) -> list[int]:
    """Share the width of the page out by what each column holds."""
    cells = list(chain.from_iterable(rows))
    count = max(start + cell.columns for start, cell in cells)
    needed = [0.0] * count
    shared = [0.0] * count
    for start, cell in cells:
        least = looks.NARROWEST if cell.rows < looks.ROWS_BESIDE else looks.NARROWEST_BESIDE
        need = max(least, _characters(cell))
        if cell.columns == 1:
            needed[start] = max(needed[start], need)
        for column in range(start, start + cell.columns):
            shared[column] = max(shared[column], need / cell.columns)
    needs = [own or other for own, other in zip(needed, shared, strict=True)]
    edges = [round(looks.WIDTH * sum(needs[:column]) / sum(needs)) for column in range(count + 1)]
    return [right - left for left, right in pairwise(edges)]


def _characters(cell: GridCell) -> int:
    """Give how many characters wide a cell has to be: a figure on one line, a label on some unless it is short."""
    width = max(wcswidth(cell.text), 0) / 2
    # 自然人, 总计
    is_whole = cell.path is not None or width <= looks.LONGEST_UNFOLDED
    return math.ceil(width + 1 if is_whole else width / (looks.LINES_OF_LABEL * cell.rows))

"""The body of our document: paragraphs in their styles, tables with merged cells and fixed widths."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final

from wcwidth import wcswidth

from govdisclosure.form.blocks import Grid, MetadataBlock, Paragraph, Role, columns_of
from govdisclosure.formats._markup import Markup, attribute, joined
from govdisclosure.formats.docx import _looks as looks
from govdisclosure.formats.docx._xml import R
from govdisclosure.model.report import NAME
from govdisclosure.vocabulary.numerals import ORDINALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.form.blocks import Block, GridCell
    from govdisclosure.formats.docx._looks import Style

_PIECES: Final = re.compile(r"[\t\n]|[^\t\n]+")
_LONGEST_WORDS: Final = 30_000
"""Readers of XML bound the text in one element (libxml2: ten million bytes)."""
_ENUMERATED: Final = re.compile(rf"[{ORDINALS}]+、|（[{ORDINALS}]+）|[0-9]+[.．、]")
_NUMBERED: Final = re.compile(rf"（[{ORDINALS}]+）")
_SUBHEADING: Final = re.compile(rf"（[{ORDINALS}]+）[^。；]{{1,40}}[。：:]?")
# 示例县统计局|（示例县调查队）|2022年|政府信息公开工作年度报告; a name that is longer than a line: 示例市|示例县|统计局
_BETWEEN_WORDS: Final = re.compile(
    rf"(?![^（）]{{0,30}}）)(?:(?=（)|(?<=）)|(?=[0-9]{{4}}年)|(?={NAME})|(?<=[省市县区盟旗])(?<!城市)|(?<=自治州))"
)
# Programs leave a quarter of a character between Chinese and Latin: 于|2022|年.
_GAP: Final = re.compile(r"(?<=[^\W\x00-\x7f])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[^\W\x00-\x7f])")
_BREAKS: Final = {"\t": Markup("<w:tab/>"), "\n": Markup("<w:br/>")}
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
    # As text: two million elements, of 125,000 sections, take five seconds to be made one by one.
    body = joined(*_parts_of_body(blocks), _page(footers))
    opening = f"<w:document {looks.NAMESPACE}{attribute('xmlns:r', R)}><w:body>"
    return f"{looks.DECLARATION}{opening}{body}</w:body></w:document>".encode()


def _parts_of_body(blocks: Iterable[Block]) -> Iterator[Markup]:
    """Give the paragraphs and tables, the signature block behind all others, and no page without the last of these."""
    signature: list[str] = []
    others: list[Grid | Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.role is Role.SIGNATURE:
            signature += [block.text] if block.text else []
        elif not isinstance(block, MetadataBlock):
            others.append(block)
    last = others[-1] if others else None
    for printed in others:
        if isinstance(printed, Grid):
            yield _table(printed)
            continue
        style, keep = _style(printed), printed is last and bool(signature)
        yield _title(printed.text) if style is looks.TITLE else _paragraph(printed.text, style, keep=keep)
    yield from _signature(signature)
    # Word wants a paragraph after a table at the end.
    if isinstance(last, Grid) and not signature:
        yield _paragraph("", looks.END)


def _element(name: str, /, *content: str, **attributes: str | int) -> Markup:
    """Make an element of Word's own; text in it that is no ``Markup`` is escaped."""
    given = "".join([attribute(f"w:{key}", value) for key, value in attributes.items()])
    return Markup(f"<w:{name}{given}>{joined(*content)}</w:{name}>" if content else f"<w:{name}{given}/>")


def _style(paragraph: Paragraph) -> Style:
    if paragraph.role in _STYLES:
        return _STYLES[paragraph.role]
    return looks.SUBHEADING if _SUBHEADING.fullmatch(paragraph.text) else looks.TEXT


def _title(title: str) -> Markup:
    """Give the title; where it takes several lines, they break between words, as GB/T 9704-2012 wants it (7.3.1)."""
    lines = [""]
    for words in _BETWEEN_WORDS.split(title):
        if _characters_of(lines[-1] + words) > _TITLE_ROOM:
            lines.append("")
        lines[-1] += words
    # 示例县人民政府办公室2022年 | 政府信息公开工作年度报告
    if max(map(_characters_of, lines)) <= _TITLE_ROOM:
        return _paragraph("\n".join(lines), looks.TITLE)
    indent = _balance(title, looks.WIDTH, _TITLE_CHARACTER, _TITLE_CHARACTER // 2)
    return _paragraph(title, looks.TITLE, left=indent, right=indent)


def _characters_of(text: str) -> int:
    """Give how many Chinese characters wide a text is."""
    return math.ceil(_width(text))


def _width(text: str) -> float:
    """Give how many Chinese characters wide a text is, with what is left between these and others."""
    return max(wcswidth(text), len(text)) / 2 + len(_GAP.findall(text)) / 4


def _paragraph(text: str, style: Style, *, keep: bool = False, left: int = 0, right: int = 0) -> Markup:
    indents = {side: indent for side, indent in (("left", left), ("right", right)) if indent}
    if not indents and style.indent and text[:1].isspace():
        # 　　2022年: blanks typed in front are its indent, a second one would stand before them.
        indents = {"firstLineChars": 0, "firstLine": 0}
    properties = _properties(style.name, keep, tuple(indents.items()))
    run = "".join([_run(text[start : start + _LONGEST_WORDS]) for start in range(0, len(text), _LONGEST_WORDS)])
    return Markup(f"<w:p>{properties}<w:r>{run}</w:r></w:p>" if run else f"<w:p>{properties}</w:p>")


def _run(text: str) -> str:
    """Give what stands in a run: pieces of text, and the tabs and line breaks between them."""
    # Escaped as a whole: there may be half a million tabs in it.
    pieces = _PIECES.findall(joined(text))
    return "".join([_BREAKS.get(piece) or f'<w:t xml:space="preserve">{piece}</w:t>' for piece in pieces])


@lru_cache(maxsize=256)
def _properties(style: str, keep: bool, indents: tuple[tuple[str, int], ...]) -> Markup:
    """Give the properties of a paragraph; many have the same."""
    parts = [_element("pStyle", val=style)]
    if keep:
        parts.append(_element("keepNext"))
    if indents:
        parts.append(_element("ind", **dict(indents)))
    return _element("pPr", *parts)


def _signature(lines: Sequence[str]) -> Iterator[Markup]:
    """
    Give the signature block, at the right: its day begins two characters behind its name (7.3.5.2).

    Both have indents at the left, so that they do so whatever fonts a program has.
    """
    behind = [looks.SIGNED_BEFORE * bool(place) for place in range(len(lines))]
    widths = list(map(_even_width, lines, behind))
    begin = max(map(sum, zip(widths, behind, strict=True)), default=0) + looks.SIGNED_BEFORE
    for line, width, further in zip(lines, widths, behind, strict=True):
        left = round(looks.WIDTH - (begin - further) * looks.CHARACTER)
        # Lines of a name that takes several fill the same width, and a little more: a character less would fold them.
        right = looks.SIGNED_BEFORE * looks.CHARACTER - looks.CHARACTER // 2 if width < _width(line) else 0
        yield _paragraph(line, looks.DAY if further else looks.SIGNER, left=left, right=right)


def _even_width(line: str, behind: int) -> float:
    """Give how many characters wide a line of the signature is; one that takes several lines fills them evenly."""
    width = _width(line)
    lines = math.ceil(width / (looks.WIDTH // looks.CHARACTER - looks.SIGNED_BEFORE - behind))
    return width if lines <= 1 else math.ceil(width / lines)


def _page(footers: Sequence[tuple[str, str]]) -> Markup:
    return _element(
        "sectPr",
        *(_footer(kind, identifier) for kind, identifier in footers),
        _element("pgSz", w=looks.PAGE_WIDTH, h=looks.PAGE_HEIGHT),
        _element(
            "pgMar",
            top=looks.TOP,
            right=looks.RIGHT,
            bottom=looks.BOTTOM,
            left=looks.LEFT,
            header=851,
            footer=looks.FOOTER,
            gutter=0,
        ),
        _element("docGrid", type="lines", linePitch=looks.LINE),
    )


def _footer(kind: str, identifier: str) -> Markup:
    return Markup(f"<w:footerReference{attribute('w:type', kind)}{attribute('r:id', identifier)}/>")


def _table(grid: Grid) -> Markup:
    rows = list(columns_of(grid))
    widths = _widths(rows)
    repeated = _rows_of_column_heads(grid)
    lines: list[Markup] = []
    for number, row in enumerate(rows):
        properties = [_element("cantSplit"), _element("trHeight", val=looks.ROW, hRule="atLeast")]
        if number < repeated:
            properties.append(_element("tblHeader"))
        begun = {id(cell) for cell in grid.rows[number]}
        cells = [
            _cell(
                cell, sum(widths[start : start + cell.columns]), begins=id(cell) in begun, keep=number < len(rows) - 1
            )
            for start, cell in row
        ]
        lines.append(_element("tr", _element("trPr", *properties), *cells))
    columns = [_element("gridCol", w=width) for width in widths]
    return _element("tbl", _frame(grid.label, sum(widths)), _element("tblGrid", *columns), *lines)


def _frame(label: str, width: int) -> Markup:
    """Give what holds for a table as a whole: its place on the page, its rules, its label."""
    rules = [
        _element(side, val="single", sz=4, space=0, color="auto")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    ]
    margins = [_element(side, w=looks.MARGIN, type="dxa") for side in ("left", "right")]
    properties = [
        _element("tblW", w=width, type="dxa"),
        _element("jc", val="center"),
        _element("tblBorders", *rules),
        _element("tblLayout", type="fixed"),
        _element("tblCellMar", *margins),
    ]
    if label:
        properties.append(_element("tblCaption", val=label))
    return _element("tblPr", *properties)


def _cell(cell: GridCell, width: int, *, begins: bool, keep: bool) -> Markup:
    """Give a cell, or where none begins the part of one that reaches down from above."""
    properties = [_element("tcW", w=width, type="dxa")]
    if cell.columns > 1:
        properties.append(_element("gridSpan", val=cell.columns))
    if not begins:
        properties.append(_element("vMerge"))
    elif cell.rows > 1:
        properties.append(_element("vMerge", val="restart"))
    properties.append(_element("vAlign", val="center"))
    if _is_row(cell):
        words = _paragraph(cell.text, looks.LABEL, keep=keep)
    else:
        indent = 0 if cell.path else _balance(cell.text, width - 2 * looks.MARGIN, _CHARACTER, looks.SLACK)
        words = _paragraph(cell.text, looks.CELL, keep=keep, left=indent, right=indent)
    return _element("tc", _element("tcPr", *properties), words)


def _is_row(cell: GridCell) -> bool:
    """Tell whether a cell is the numbered label of a row: （一）予以公开, 1.属于国家秘密."""
    return cell.path is None and cell.rows == 1 and bool(_ENUMERATED.match(cell.text))


def _balance(text: str, width: int, character: int, slack: int) -> int:
    """Give the indent on both sides at which words that take several lines fill them evenly: 商业/企业."""
    room, count = width // character, _characters_of(text)
    if not 0 < room < count:
        return 0
    # （三）不予/公开: of words behind a number, each line has as many.
    numbered = _NUMBERED.match(text)
    number = _characters_of(numbered[0]) if numbered else 0
    longest = number + math.ceil((count - number) / math.ceil(count / room))
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
        need = max(_least(cell), _characters(cell))
        if cell.columns == 1:
            needed[start] = max(needed[start], need)
        for column in range(start, start + cell.columns):
            shared[column] = max(shared[column], need / cell.columns)
    needs = [own or other for own, other in zip(needed, shared, strict=True)]
    edges = [round(looks.WIDTH * sum(needs[:column]) / sum(needs)) for column in range(count + 1)]
    return [right - left for left, right in pairwise(edges)]


def _least(cell: GridCell) -> int:
    """Give how many characters wide the column of a cell is at least."""
    if cell.rows < looks.ROWS_BESIDE:
        return looks.NARROWEST
    return looks.NARROWEST_NUMBERED if _NUMBERED.match(cell.text) else looks.NARROWEST_BESIDE


def _characters(cell: GridCell) -> int:
    """Give how many characters wide a cell has to be: a figure on one line, a label on some unless it is short."""
    width = max(wcswidth(cell.text), 0) / 2
    # 自然人, 总计; 1.本机关不掌握相关政府信息
    longest = looks.LONGEST_ROW if _is_row(cell) else looks.LONGEST_UNFOLDED
    is_whole = cell.path is not None or width <= longest
    return math.ceil(width + 1 if is_whole else width / (looks.LINES_OF_LABEL * cell.rows))

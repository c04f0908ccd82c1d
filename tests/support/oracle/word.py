"""Word documents with altered cells: tables of fixed columns and rows on one large page."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from random import Random
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from attrs import define, frozen

from govdisclosure.form.blocks import Grid, Paragraph, columns_of
from support.oracle.cells import Kind, Parts, draw_parts
from support.oracle.documents import Draft, draw
from support.oracle.offices import OfficeFile, colour_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.form.blocks import Block, GridCell

_NAMES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_TYPES: Final = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>{}</Types>'
)
_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WIDTH: Final = 18_000
_ROW: Final = 400
_EXACT: Final = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="exact"/>'
_CLOSE: Final = '<w:spacing w:before="0" w:after="0"/>'
_FONT: Final = '<w:rFonts w:ascii="DejaVu Sans" w:hAnsi="DejaVu Sans" w:cs="DejaVu Sans"/>'
FIGURE: Final = f'{_FONT}<w:sz w:val="24"/>'
"""The properties of a plain figure."""
_PAGE: Final = (
    '<w:sectPr><w:pgSz w:w="20000" w:h="31200"/>'
    '<w:pgMar w:top="500" w:right="800" w:bottom="300" w:left="800"/></w:sectPr>'
)
_BORDERS: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def run(text: str, properties: str = "", tag: str = "t") -> str:
    """Give a run; nothing for no text."""
    if not text:
        return ""
    looks = f"<w:rPr>{_FONT}{properties}{_size(properties)}</w:rPr>"
    return f'<w:r>{looks}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def _size(properties: str) -> str:
    return "" if "<w:sz " in properties or "<w:rStyle" in properties else '<w:sz w:val="24"/>'


@define
class Spot:
    """
    The cell that a kind prints.

    Args:
        rng: The source of chance.
        number: A number that no other cell of the document has.
        paragraph: Properties of its paragraph.
        cell: Properties of the cell.
        detail: By what means, where the same thing is done by many.
    """

    rng: Random
    number: int
    paragraph: str = ""
    cell: str = ""
    detail: str = ""


@frozen
class WordKind(Kind[Callable[[Parts, Spot], str]]):
    """A kind of cells of Word documents: gives the runs of the cell, or its paragraphs."""


def print_document(name: str, rng: Random, kinds: Sequence[WordKind]) -> OfficeFile:
    """Print a document in which each of these kinds alters a cell."""
    draft = draw(rng, len(kinds), hides=True)
    chosen = dict(zip(draft.chosen, kinds, strict=False))
    parts = {path: draw_parts(rng, whole=kind.whole) for path, kind in chosen.items()}
    spots = {path: Spot(rng, number) for number, path in enumerate(draft.chosen)}
    runs = {path: kind.build(parts[path], spots[path]) for path, kind in chosen.items()}
    cells = [kind.altered(path, parts[path], spots[path].detail) for path, kind in chosen.items()]

    def altered(path: str) -> str:
        return _filled(runs[path], spots[path])

    def plainly(figures: Sequence[str]) -> bytes:
        given = dict(zip(draft.chosen, figures, strict=True))

        def plain(path: str) -> str:
            in_its_look = given[path] == parts[path].all and not chosen[path].looks_plain(parts[path])
            return altered(path) if in_its_look else _filled(run(given[path]), Spot(rng, 0))

        return _document(draft, plain, spots)

    def coloured(path: str) -> str:
        fill = "".join(f"{channel:02X}" for channel in colour_of(spots[path].number))
        return _filled("", Spot(rng, 0, cell=f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'))

    content = _document(draft, altered, spots)
    return OfficeFile(name, content, "docx", cells, draft, plainly, _document(draft, coloured, spots))


def _filled(runs: str, spot: Spot) -> str:
    """Give the inside of a cell but its width and spans, which ``{}`` stands for."""
    inside = runs if runs.startswith("<w:p>") else f"<w:p><w:pPr>{spot.paragraph}{_CLOSE}</w:pPr>{runs}</w:p>"
    return f'<w:tcPr>{{}}{spot.cell}<w:vAlign w:val="center"/></w:tcPr>{inside}'


def _document(draft: Draft, altered: Callable[[str], str], chosen: dict[str, Spot]) -> bytes:
    printer = _Printer(draft, altered, chosen)
    return package(f"<w:body>{''.join(map(printer.block, draft.blocks))}{_PAGE}</w:body>")


@frozen
class _Printer:
    """Prints blocks, the chosen cells in one way or another."""

    draft: Draft
    altered: Callable[[str], str]
    chosen: dict[str, Spot]

    def block(self, block: Block) -> str:
        """Print a block."""
        return self._table(block) if isinstance(block, Grid) else _paragraph(block)

    def _table(self, grid: Grid) -> str:
        width = sum(cell.columns for cell in grid.rows[0])
        unit = _WIDTH // width
        rows = (self._row(own, row, unit) for own, row in zip(grid.rows, columns_of(grid), strict=True))
        columns = f'<w:gridCol w:w="{unit}"/>' * width
        properties = (
            f'<w:tblPr><w:tblW w:w="{unit * width}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/></w:tblPr>'
        )
        return f"<w:tbl>{properties}<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"

    def _row(self, own: tuple[GridCell, ...], row: list[tuple[int, GridCell]], unit: int) -> str:
        begun = {id(cell) for cell in own}
        cells = "".join(self._cell(cell, unit, begins=id(cell) in begun) for _, cell in row)
        hidden = "<w:hidden/>" if own is self.draft.hidden_row else ""
        return f'<w:tr><w:trPr>{hidden}<w:trHeight w:val="{_ROW}" w:hRule="exact"/></w:trPr>{cells}</w:tr>'

    def _cell(self, cell: GridCell, unit: int, *, begins: bool) -> str:
        spans = f'<w:tcW w:w="{unit * cell.columns}" w:type="dxa"/>'
        spans += f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        if not begins:
            spans += "<w:vMerge/>"
        elif cell.rows > 1:
            spans += '<w:vMerge w:val="restart"/>'
        if cell.path in self.chosen:
            return f"<w:tc>{self.altered(cell.path).replace('{}', spans, 1)}</w:tc>"
        size = "20" if cell.path else "13"
        text = f'<w:r><w:rPr><w:sz w:val="{size}"/></w:rPr><w:t>{escape(cell.text)}</w:t></w:r>' if cell.text else ""
        return f"<w:tc><w:tcPr>{spans}</w:tcPr><w:p><w:pPr>{_CLOSE}</w:pPr>{text}</w:p></w:tc>"


def _paragraph(block: Block) -> str:
    assert isinstance(block, Paragraph)
    text = f'<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t xml:space="preserve">{escape(block.text)}</w:t></w:r>'
    return f"<w:p><w:pPr>{_EXACT}</w:pPr>{text}</w:p>"


_CHARACTER: Final = {
    "Vanish": "<w:vanish/>",
    "Strike": "<w:strike/>",
    "Super": '<w:vertAlign w:val="superscript"/>',
    "White": '<w:color w:val="FFFFFF"/>',
    "Bold": "<w:b/>",
    "Raised": '<w:position w:val="12"/>',
}
"""What the styles of a document do, by their names: each for characters and for paragraphs, with one based on it."""


def _styles() -> str:
    each = (
        f'<w:style w:type="{kind}" w:styleId="{kind[0].upper()}{name}"><w:name w:val="{kind} {name}"/>'
        f"<w:rPr>{properties}</w:rPr></w:style>"
        f'<w:style w:type="{kind}" w:styleId="{kind[0].upper()}{name}Child"><w:name w:val="{kind} {name} child"/>'
        f'<w:basedOn w:val="{kind[0].upper()}{name}"/><w:rPr><w:i/></w:rPr></w:style>'
        for kind in ("character", "paragraph")
        for name, properties in _CHARACTER.items()
    )
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    return normal + "".join(each)


_NUMBERING: Final = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:suff w:val="nothing"/><w:lvlText w:val="%1"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>'
)
_SETTINGS: Final = '<w:revisionView w:insDel="0" w:formatting="0" w:markup="0"/>'


def package(body: str) -> bytes:
    """Put a document together: its body, with the styles, the numbering and the settings that the kinds use."""
    parts = {
        "document": ("document.main", body),
        "styles": ("styles", _styles()),
        "numbering": ("numbering", _NUMBERING),
        "settings": ("settings", _SETTINGS),
    }
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN.format(kind)}"/>'
        for name, (kind, _) in parts.items()
    )
    related = "".join(
        f'<Relationship Id="r{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for name in parts
        if name != "document"
    )
    root = f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES.format(overrides))
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{_PACKAGE}">{root}</Relationships>')
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{_PACKAGE}">{related}</Relationships>')
        for name, (_, inner) in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {_NAMES}>{inner}</w:{name}>")
    return buffer.getvalue()

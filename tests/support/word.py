"""Word documents of somebody else's, made from the XML of their body."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.form.blocks import Grid, Paragraph, columns_of
from govdisclosure.writing.compose import compose

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import govdisclosure as gd
    from govdisclosure.form.blocks import GridCell

_OPEN: Final = (
    '<w:{0} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:new="urn:of-no-program-yet"'
    ' xmlns:v="urn:schemas-microsoft-com:vml">{1}</w:{0}>'
)


def part(name: str, inner: str) -> bytes:
    """Give a part of Word's own, such as ``styles``, with what stands in it."""
    return _OPEN.format(name, inner).encode()


def zipped(parts: dict[str, bytes]) -> bytes:
    """Give a zip file with these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def document(body: str, **parts: str) -> bytes:
    """
    Give a document.

    Args:
        body: What stands in its body.
        parts: What stands in other parts, such as ``styles`` and ``numbering``.
    """
    others = {f"word/{name}.xml": part(name, inner) for name, inner in parts.items()}
    return zipped({"word/document.xml": part("document", f"<w:body>{body}</w:body>"), **others})


def paragraph(text: str, properties: str = "") -> str:
    """Give a paragraph of one run."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def cell(text: str, properties: str = "") -> str:
    """Give a cell of one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows: str) -> str:
    """Give a table of rows, each of which is its cells."""
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


_RESTART: Final = ' w:val="restart"'


@frozen
class Odd:
    """
    A cell of a form with an oddity.

    Args:
        inner: What stands in it.
        cell: Its properties.
        row: The properties of its row.
    """

    inner: str
    cell: str = ""
    row: str = ""


def form(report: gd.AnnualReport, odd: Mapping[str, Odd], table_properties: str = "") -> str:
    """
    Give the body of a report as somebody else makes it.

    Args:
        report: The report.
        odd: The cells with an oddity, by their paths.
        table_properties: Properties of all tables.
    """
    pieces: list[str] = []
    for block in compose(report):
        if isinstance(block, Paragraph):
            pieces.append(paragraph(block.text))
        elif isinstance(block, Grid):
            rows = [
                _row(row, set(map(id, begun)), odd) for row, begun in zip(columns_of(block), block.rows, strict=True)
            ]
            pieces.append(f"<w:tbl><w:tblPr>{table_properties}</w:tblPr>{''.join(rows)}</w:tbl><w:p/>")
    return "".join(pieces)


def _row(row: Sequence[tuple[int, GridCell]], begun: set[int], odd: Mapping[str, Odd]) -> str:
    properties, cells = "", ""
    for _, one in row:
        begins = id(one) in begun
        span = f'<w:gridSpan w:val="{one.columns}"/><w:vMerge{_RESTART if begins else ""}/>'
        oddity = odd.get(one.path or "")
        if oddity is None:
            cells += cell(one.text if begins else "", span)
        else:
            properties = oddity.row
            cells += f"<w:tc><w:tcPr>{span}{oddity.cell}</w:tcPr>{oddity.inner}</w:tc>"
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"

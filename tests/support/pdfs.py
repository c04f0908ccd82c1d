"""PDF files for tests: drawn by a library, or put together from their operators."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Final

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

from govdisclosure.form.blocks import Block, Grid, Paragraph
from govdisclosure.formats import Limits
from govdisclosure.formats.pdf.read import read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.lib.pdfencrypt import StandardEncryption

FONT: Final = "STSong-Light"
"""One of the fonts that every reader of PDF has."""
SIZE: Final = 10
WIDTH, HEIGHT = A4
LEFT: Final = 50.0
TOP: Final = 700.0


def drawn(
    *pages: Callable[[Canvas], object],
    size: tuple[float, float] = A4,
    title: str | None = None,
    encrypt: StandardEncryption | None = None,
) -> bytes:
    """Give a file with these pages."""
    registerFont(UnicodeCIDFont(FONT))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=True, encrypt=encrypt)
    if title is not None:
        canvas.setTitle(title)
    for page in pages:
        canvas.setFont(FONT, SIZE)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def texts(lines: Sequence[tuple[float, float, str]]) -> Callable[[Canvas], None]:
    """Draw lines of text: the left edge, the height of the foot, and the text."""

    def draw(canvas: Canvas) -> None:
        for left, foot, text in lines:
            canvas.drawString(left, foot, text)

    return draw


def below(*lines: str, left: float = LEFT, top: float = TOP, leading: float = 16) -> Callable[[Canvas], None]:
    """Draw lines one below the other; an ideographic blank at the start of one indents it."""
    return texts([(left, top - leading * number, line) for number, line in enumerate(lines)])


def ruled(
    rows: Sequence[Sequence[str]], *, left: float = LEFT, top: float = TOP, width: float = 80, height: float = 20
) -> Callable[[Canvas], None]:
    """Draw a table: each cell with rules around it; "←" goes on with the cell at its left, "↑" with that above it."""

    def draw(canvas: Canvas) -> None:
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                if text in {"←", "↑"}:
                    continue
                across = next((at for at in range(column + 1, len(cells)) if cells[at] != "←"), len(cells)) - column
                down = next((at for at in range(row + 1, len(rows)) if rows[at][column] != "↑"), len(rows)) - row
                x, y = left + column * width, top - (row + down) * height
                canvas.rect(x, y, across * width, down * height)
                for number, line in enumerate(text.split("\n")):
                    canvas.drawString(x + 4, top - row * height - 12 - 9 * number, line)

    return draw


def together(*parts: Callable[[Canvas], object]) -> Callable[[Canvas], None]:
    """Draw several things on one page."""

    def draw(canvas: Canvas) -> None:
        for part in parts:
            part(canvas)

    return draw


def seen(content: bytes) -> list[str | list[list[str]]]:
    """
    Read a file: the text of each paragraph, and of each table its rows; the title of the file is left out.

    It is read in a process of its own and without, and both times the same.
    """
    blocks = read(content)
    assert read(content, Limits(pdf_process=False)) == blocks
    return [_seen(block) for block in blocks if not (isinstance(block, Paragraph) and block.role is not None)]


def _seen(block: Block) -> str | list[list[str]]:
    if isinstance(block, Grid):
        return [[cell.text for cell in row] for row in block.rows]
    assert isinstance(block, Paragraph)
    return block.text


def raw(operators: bytes, *, page: bytes = b"", resources: bytes = b"", others: Sequence[bytes] = ()) -> bytes:
    """
    Put a file of one page together.

    Args:
        operators: What is drawn; ``/F1`` is Helvetica.
        page: More of the page.
        resources: More of its resources.
        others: More objects, from number 6.
    """
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R %b"
        b" /Resources << /Font << /F1 5 0 R >> %b >> >>" % (page, resources),
        stream(operators),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *others,
    ]
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer << /Root 1 0 R >>\n%%EOF\n"


def stream(content: bytes, attributes: bytes = b"", *, packed: bool = False) -> bytes:
    """Give the object of a stream, packed or as it is."""
    if packed:
        content, attributes = zlib.compress(content, 9), attributes + b" /Filter /FlateDecode"
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), attributes, content)

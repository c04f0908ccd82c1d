"""
PDF to blocks: ruled tables as grids, everything else as paragraphs.

Needs the extra ``pdf``. A file is read page by page within its bounds; a page that is only a picture has no text.
"""

from __future__ import annotations

import io
import time
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attrs import define, field

from govdisclosure.errors import MissingDependency, ReadError
from govdisclosure.formats._limits import DEFAULT, Limits
from govdisclosure.formats.pdf._grids import RuledTable, is_frame
from govdisclosure.formats.pdf._paragraphs import TextLine, paragraphs_of, without_furniture
from govdisclosure.formats.pdf._streams import refuse_bomb
from govdisclosure.layout.blocks import Block, Paragraph, Role
from govdisclosure.layout.wording import problem
from govdisclosure.model.values import clean_text

try:
    import pdfplumber
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
except ImportError as error:
    raise MissingDependency("pdf", "PDF") from error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdfplumber.page import Page

_Item: TypeAlias = "TextLine | RuledTable"
_MOST_RULES: Final = 20_000
_LONGEST_TITLE: Final = 200


def read(content: bytes, limits: Limits = DEFAULT) -> list[Block]:
    """
    Read the pages of a PDF as blocks.

    Raises:
        ReadError: If the file is damaged, encrypted, a scan without text, or beyond a bound.
    """
    refuse_bomb(content, limits)
    try:
        return _read(content, limits)
    except ReadError:
        raise
    except Exception as error:
        raise problem("ENCRYPTED" if _is_encrypted(error) else "PDF-DAMAGED") from error


def _is_encrypted(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, (PDFPasswordIncorrect, PDFEncryptionError)) or any(
            isinstance(part, (PDFPasswordIncorrect, PDFEncryptionError)) for part in error.args
        ):
            return True
        error = error.__cause__ or error.__context__
    return False


def _read(content: bytes, limits: Limits) -> list[Block]:
    end = time.monotonic() + limits.max_seconds
    document = _Document(limits)
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        if len(pdf.pages) > limits.max_pages:
            raise problem("BEYOND-LIMIT", name="max_pages", limit=limits.max_pages)
        for page in pdf.pages:
            document.add(page)
            page.close()
            if time.monotonic() > end:
                raise problem("BEYOND-LIMIT", name="max_seconds", limit=limits.max_seconds)
        title = _title(pdf.metadata)
    if not document.items:
        raise problem("SCANNED")
    return [*title, *document.blocks()]


def _title(metadata: dict[str, Any]) -> list[Block]:
    found = metadata.get("Title")
    if not isinstance(found, str) or not found.strip():
        return []
    return [Paragraph(clean_text(found[:_LONGEST_TITLE].strip()), Role.PAGE)]


@define
class _Document:
    """The lines and tables of a document, in their order."""

    limits: Limits
    items: list[_Item] = field(factory=list)
    tables: int = 0
    lines: int = 0
    cells: int = 0

    def add(self, page: Page) -> None:
        """Add what stands on a page."""
        if len(page.rects) + len(page.lines) + len(page.curves) > _MOST_RULES:
            raise problem("BEYOND-LIMIT", name="max_cells", limit=self.limits.max_cells)
        tables = [table for table in page.find_tables() if not is_frame(table)]
        self.cells += sum(len(table.cells) for table in tables)
        if self.cells > self.limits.max_cells:
            raise problem("BEYOND-LIMIT", name="max_cells", limit=self.limits.max_cells)
        boxes = [table.bbox for table in tables]
        lines = without_furniture([*self._lines(page, boxes)])
        below = sorted([*((line.top, line) for line in lines), *((table.bbox[1], table) for table in tables)], key=_top)
        for _, item in below:
            if isinstance(item, TextLine):
                self.items.append(item)
            else:
                self._add_table(page.page_number, item)

    def _lines(self, page: Page, boxes: list[tuple[float, float, float, float]]) -> Iterator[TextLine]:
        outside = page.filter(lambda thing: not _is_inside(thing, boxes)) if boxes else page
        for line in outside.extract_text_lines(strip=True, return_chars=False):
            self.lines += 1
            if self.lines > self.limits.max_lines:
                raise problem("BEYOND-LIMIT", name="max_lines", limit=self.limits.max_lines)
            place = (line["top"] - page.bbox[1]) / max(page.height, 1)
            yield TextLine(
                line["text"], line["x0"], line["x1"], line["top"], line["bottom"], page.page_number, place, self.lines
            )

    def _add_table(self, page: int, table: Any) -> None:  # noqa: ANN401 - pdfplumber's table
        last = self.items[-1] if self.items else None
        if isinstance(last, RuledTable) and last.pages[-1][0] < page and last.continues_in(table):
            last.add(page, table)
            return
        self.tables += 1
        ruled = RuledTable(self.tables)
        ruled.add(page, table)
        self.items.append(ruled)

    def blocks(self) -> Iterator[Block]:
        """Give the paragraphs and grids."""
        lines = [item for item in self.items if isinstance(item, TextLine)]
        left, right = min((line.left for line in lines), default=0), max((line.right for line in lines), default=0)
        for is_text, group in groupby(self.items, lambda item: isinstance(item, TextLine)):
            items = list(group)
            if is_text:
                yield from paragraphs_of([item for item in items if isinstance(item, TextLine)], left, right)
            else:
                yield from (item.grid() for item in items if isinstance(item, RuledTable))


def _top(item: tuple[float, object]) -> float:
    return item[0]


def _is_inside(thing: dict[str, Any], boxes: list[tuple[float, float, float, float]]) -> bool:
    across, down = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
    return any(left <= across <= right and top <= down <= bottom for left, top, right, bottom in boxes)

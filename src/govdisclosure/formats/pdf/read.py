"""
PDF to blocks: ruled tables as grids, everything else as paragraphs.

Needs the extra ``pdf``. A file is read page by page within its bounds; a page that is only a picture has no text.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from attrs import define, field

from govdisclosure.form.blocks import Block, Paragraph, Role
from govdisclosure.form.clock import Clock
from govdisclosure.form.wording import problem
from govdisclosure.formats._limits import DEFAULT, Limits, hold
from govdisclosure.formats.pdf._columns import in_reading_order
from govdisclosure.formats.pdf._grids import RuledTable, grid_of, tables_of
from govdisclosure.formats.pdf._pages import pages_of
from govdisclosure.formats.pdf._paragraphs import PageLines, TextLine, bodies, paragraphs_of, without_furniture
from govdisclosure.formats.pdf._text import lines_of
from govdisclosure.model.values import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.pdfium.pages import SeenPage

_Item: TypeAlias = "TextLine | list[RuledTable]"


def read(content: bytes, limits: Limits = DEFAULT, clock: Clock | None = None) -> list[Block]:
    """
    Read the pages of a PDF as blocks.

    Raises:
        ReadError: If the file is damaged, encrypted, a scan without text, or beyond a bound.
    """
    clock = clock or limits.clock()
    document = _Document(limits, clock)
    title = pages_of(content, limits, clock, document.add)
    # A scan: its pages are pictures, with hidden text where they were recognised.
    if not any(document.tables.values()) and not any(page.lines for page in document.pages):
        raise problem("SCANNED-HIDDEN" if document.hidden else "SCANNED")
    return [*_title(title), *document.blocks()]


def _title(title: str) -> list[Block]:
    return [Paragraph(clean_text(title), Role.PAGE)] if title else []


@define
class _Document:
    """The lines and tables of the pages, and how many characters are hidden."""

    limits: Limits
    clock: Clock
    pages: list[PageLines] = field(factory=list)
    tables: dict[int, list[RuledTable]] = field(factory=dict)
    lines: int = 0
    cells: int = 0
    hidden: int = 0

    def add(self, page: SeenPage) -> None:
        """Add what stands on a page."""
        tables = tables_of(page, self.limits, self.clock)
        self.cells += sum(table.size for table in tables)
        hold(self.limits, max_cells=self.cells)

        chars = page.chars
        for table in self.clock.between(tables):
            chars = table.take(chars)
        lines = list(in_reading_order(lines_of(chars)))
        self.lines += len(lines)
        hold(self.limits, max_lines=self.lines)
        self.pages.append(PageLines(page.number, page.width, page.height, lines))
        self.tables[page.number] = tables
        self.hidden += page.hidden

    def _items(self) -> Iterator[_Item]:
        """Give lines and tables in their order, a table with what goes on of it on the pages below."""
        begun: list[RuledTable] = []
        for number, lines in without_furniture(self.pages).items():
            for item in _merged(lines, self.tables[number]):
                # Table III, cut in two by the end of a page
                if isinstance(item, RuledTable) and begun and item.continues(begun[-1]):
                    begun.append(item)
                    continue
                if begun:
                    yield begun
                begun = [item] if isinstance(item, RuledTable) else []
                if isinstance(item, TextLine):
                    yield item
        if begun:
            yield begun

    def blocks(self) -> Iterator[Block]:
        """Give the paragraphs and grids."""
        items = list(self._items())
        widths = {page.number: page.width for page in self.pages}
        sides: list[tuple[float, float]] = []
        for number, tables in self.tables.items():
            sides += ((widths[number], table.right) for table in tables)
        edges = bodies([item for item in items if isinstance(item, TextLine)], sides)
        count = 0
        for _, group in groupby(items, lambda item: isinstance(item, TextLine)):
            stretch = list(group)
            yield from paragraphs_of([item for item in stretch if isinstance(item, TextLine)], edges)
            for item in stretch:
                if not isinstance(item, TextLine):
                    count += 1
                    yield grid_of(item, count)


def _merged(lines: Iterable[TextLine], tables: Sequence[RuledTable]) -> Iterator[TextLine | RuledTable]:
    """Put the tables of a page between its lines."""
    left = list(reversed(tables))
    for line in lines:
        while left and left[-1].top < line.line.top:
            yield left.pop()
        yield line
    yield from reversed(left)

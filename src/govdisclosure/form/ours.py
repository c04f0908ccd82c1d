"""Whether a document that says that our writer wrote it is still the form that our writer makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, field

from govdisclosure.form.blocks import Grid, GridCell, MetadataBlock, Paragraph, Role, columns_of
from govdisclosure.form.grids import form_rows
from govdisclosure.form.metadata_block import MetadataReader, known_headings
from govdisclosure.form.outline import Slot, slots
from govdisclosure.model.report import TABLE_CLASSES, TABLES
from govdisclosure.model.structure import Table, cache
from govdisclosure.vocabulary.headings import section_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.form.blocks import Block

NOT_PRINTED: Final = "本区域不打印，不属于报告内容。"
"""What the workbook of our writer says above the columns beside the form, in which it is checked."""


def is_ours(blocks: Sequence[Block]) -> bool:
    """
    Tell whether blocks are the form that their metadata say they are, as far as they go.

    Title, headings, labels, spans, their order and the number of tables are those that the writer makes; figures and
    paragraphs may differ, since a form is there to be filled in. A document that breaks off is ours up to its end.

    Raises:
        ReadError: If the metadata are none that the writer makes.
    """
    metadata = next((block for block in blocks if isinstance(block, MetadataBlock)), None)
    if metadata is None:  # It never said so.
        return False
    said = MetadataReader(metadata.values)
    body = [block for block in blocks if not isinstance(block, MetadataBlock)]
    if not said.title_is_missing() and body:
        title = body.pop(0)
        if not isinstance(title, Paragraph) or title.role is not Role.TITLE:
            return False
    walk = _Walk(known_headings([metadata]), slots(said.missing(), said.others()))
    return all(walk.meets(block, is_last=place == len(body)) for place, block in enumerate(body, 1)) and walk.may_end


@define
class _Walk:
    """
    A walk through a document beside the form.

    Args:
        headings: Every heading that a paragraph of the document could be.
        ahead: The headings that are still to come.
    """

    headings: frozenset[str]
    ahead: list[Slot]
    _section: str | None = None
    _has_table: bool = False
    _lines: list[str] = field(factory=list)

    def meets(self, block: Block, *, is_last: bool) -> bool:
        """Tell whether the next block is one that can stand here."""
        if isinstance(block, Grid):
            return self._meets_grid(block, is_last=is_last)
        assert isinstance(block, Paragraph), "the metadata stand apart"
        if self.ahead and is_heading(block, self.ahead[0]):
            is_whole = self._has_table or self._section not in TABLES
            self._section, self._has_table = self.ahead.pop(0).section, False
            self._lines.clear()
            return is_whole
        if block.role is Role.SIGNATURE:
            return not self.ahead
        self._lines.append(block.text)
        return block.role is Role.TEXT or (block.role is None and block.text.strip() not in self.headings)

    def _meets_grid(self, grid: Grid, *, is_last: bool) -> bool:
        if self._section in TABLES and not self._has_table:
            self._has_table = any(_is_form(grid, cls, is_last=is_last) for cls in TABLES[self._section])
            return self._has_table
        # A small table that somebody put into a section is text; with a label of the form it is another form.
        return not any(_plain(cell.text) in _all_labels() for row in grid.rows for cell in row)

    @property
    def may_end(self) -> bool:
        """Whether the document can end here, whole or broken off; not where the next heading stands there, renamed."""
        if not self.ahead:
            return True
        heading, section = self.ahead[0].heading, self.ahead[0].section
        # 六、其他事项
        renamed = [line for line in self._lines if line[:2] == heading[:2] or section_of(line) == section is not None]
        return not renamed


def is_heading(paragraph: Paragraph, slot: Slot) -> bool:
    """Tell whether a paragraph is the heading that is expected; somebody may have typed blanks around it."""
    return paragraph.role is not Role.TEXT and slot.heading in {paragraph.text, paragraph.text.strip()}


def _plain(text: str) -> str:
    """Give a label without blanks: programs fold it into lines of their own."""
    return "".join(text.split())


@cache
def _all_labels() -> frozenset[str]:
    """Give every label of every table of the form."""
    cells = (cell for cls in TABLE_CLASSES for row in form_rows(cls) for cell in row)
    return frozenset(_plain(cell.text) for cell in cells if cell.path is None)


def _is_form(grid: Grid, cls: type[Table], *, is_last: bool) -> bool:
    """Tell whether a grid is a table of the form; of lines, the last in a document may break off."""
    if not grid.lines:
        return len(grid.rows) == len(form_rows(cls)) and _agree(grid.rows, form_rows(cls))
    if len(grid.rows) > len(form_rows(cls)) or (len(grid.rows) < len(form_rows(cls)) and not is_last):
        return False
    for form in (_as_lines(cls), _with_blanks(cls)):
        rows = [_ended(row, len(expected)) for row, expected in zip(grid.rows, form, strict=False)]
        if _agree(rows, form):
            return True
    return False


def _ended(row: Sequence[GridCell], count: int) -> Sequence[GridCell]:
    """Leave out what stands behind a bar that somebody put at the end of a line, as nothing does."""
    # 规章 | 1 | 0 | 4 | and 第二十条第（一）项 |
    return row[:count] if not any(cell.text.strip() for cell in row[count:]) else row


def _agree(rows: Sequence[Sequence[GridCell]], form: Sequence[Sequence[GridCell]]) -> bool:
    """Tell whether each row has just the cells of the form's: its labels, and anything where figures or blanks are."""
    for row, expected in zip(rows, form, strict=False):
        if len(row) != len(expected):
            return False
        for cell, known in zip(row, expected, strict=True):
            if known.text and _plain(known.text) != _plain(cell.text):
                return False
            if cell.rows != known.rows or cell.columns != known.columns:
                return False
    return True


@cache
def _as_lines(cls: type[Table]) -> tuple[tuple[GridCell, ...], ...]:
    """Give the rows of the form as lines with bars: a cell for each that begins in a row or reaches into it."""
    return tuple(tuple(GridCell(cell.text) for _, cell in row) for row in columns_of(Grid(form_rows(cls))))


@cache
def _with_blanks(cls: type[Table]) -> tuple[tuple[GridCell, ...], ...]:
    """Give the rows of the form as lines with a cell for every column."""
    rows: list[tuple[GridCell, ...]] = []
    for row in columns_of(Grid(form_rows(cls))):
        cells: list[GridCell] = []
        for _, cell in row:
            cells += [GridCell(cell.text), *[GridCell("")] * (cell.columns - 1)]
        rows.append(tuple(cells))
    return tuple(rows)

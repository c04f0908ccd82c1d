"""The body of a document as blocks: its paragraphs line by line, its tables with their spans."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final

import attrs
from attrs import define, field

from govdisclosure.form.blocks import Grid, GridCell, Paragraph, Role
from govdisclosure.form.figures import is_figure
from govdisclosure.form.stand_ins import ALTERED, LINE, PICTURE
from govdisclosure.formats._limits import Limits, beyond
from govdisclosure.formats.docx._effects import PAGE, Effects
from govdisclosure.formats.docx._oddities import is_without_room
from govdisclosure.formats.docx._overlays import Overlays, covered, rows_covered
from govdisclosure.formats.docx._paragraphs import words_of
from govdisclosure.formats.docx._tables import TableLooks
from govdisclosure.formats.docx._words import BREAK, LOST
from govdisclosure.formats.docx._xml import (
    ALTERNATIVES,
    W,
    by_tag,
    children,
    is_on,
    number,
    properties_of,
    value_of,
    w,
)
from govdisclosure.model.notes import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govdisclosure.form.clock import Clock
    from govdisclosure.formats.docx._drawings import Reach
    from govdisclosure.formats.docx._effects import Look, ParagraphLook, Place
    from govdisclosure.formats.docx._numbering import Numbering
    from govdisclosure.formats.docx._styles import Styles
    from govdisclosure.formats.docx._words import Words
    from govdisclosure.formats.docx._xml import Element

_PARAGRAPH, _TABLE, _ROW, _CELL, _EMBEDDED = map(w, ("p", "tbl", "tr", "tc", "altChunk"))
_STYLE, _NUMBER, _END, _VALUE = map(w, ("pStyle", "numPr", "rPr", "val"))
_DELETED, _MERGED, _SHADING, _SPAN, _DOWN, _ACROSS, _BORDERS, _WIDTH, _MARGINS = map(
    w, ("cellDel", "cellMerge", "shd", "gridSpan", "vMerge", "hMerge", "tcBorders", "tcW", "tcMar")
)
_TYPE, _BREAKS = w("type"), "/".join((w("r"), w("br")))
_OWN: Final = f"{{{W}}}"
_TAKEN_OUT: Final = frozenset(map(w, ("del", "moveFrom")))


@define
class _Cell:
    """
    A cell of one row.

    Args:
        blocks: What it holds.
        columns: How many columns it spans.
        down: How it is merged with the cell above: "restart", "continue" or not at all.
        is_merged: Whether it says itself that cells beside it belong to it.
    """

    blocks: list[Paragraph | Grid] = field(factory=list)
    columns: int = 1
    down: str | None = None
    is_merged: bool = False

    @property
    def text(self) -> str:
        """Its text, a line feed between its lines."""
        return BREAK.join([block.text for block in self.blocks if isinstance(block, Paragraph)])

    @property
    def is_layout(self) -> bool:
        """Whether it holds a table."""
        return Grid in map(type, self.blocks)

    def take_in(self) -> None:
        """Take in a figure that stands in a table of its own, which only frames it."""
        if not self.is_layout:
            return
        texts = [cell.text for block in self.blocks if isinstance(block, Grid) for row in block.rows for cell in row]
        if len(texts) == 1 and not self.text.strip() and texts[0].strip() and _has_no_words(texts[0]):
            self.blocks = [Paragraph(texts[0])]

    def stand_in(self, instead: str) -> None:
        """Put a stand-in beside a figure, or where nothing else is; words say enough by themselves."""
        if not self.is_layout and _has_no_words(self.text):
            self.blocks.append(Paragraph(instead))


class Body:
    """
    Reads what a document holds, in its order.

    Args:
        styles: Its styles.
        numbering: The numbers of its paragraphs.
        roles: The roles of paragraphs by the names of their styles.
        unread: The name of the style whose empty paragraphs are none.
        limits: The bounds within which it is read.
        clock: The clock of the reading.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - each is something else, and it is called once
        self,
        styles: Styles,
        numbering: Numbering,
        roles: Mapping[str | None, Role],
        unread: str,
        limits: Limits,
        clock: Clock,
    ) -> None:
        self._styles = styles
        self._effects = Effects(styles)
        # Cells that look as the page does have its place: one and the same is told from others sooner than its like.
        self._places: dict[Place, Place] = {PAGE: PAGE}
        self._numbering = numbering
        self._roles = roles
        self._unread = unread
        self._limits = limits
        self._clock = clock
        self._paragraphs = self._lines = self._tables = self._cells = self._floating = 0
        # What stands for something that is shown otherwise than as the words that were read, in its order.
        self._instead: list[str] = []
        # What lies over the page and hangs on cells, in its order.
        self._reaches: list[Reach] = []

    def blocks(self, parent: Element, place: Place = PAGE, overlays: Overlays | None = None) -> list[Paragraph | Grid]:
        """
        Give the paragraphs and tables in an element.

        Args:
            parent: The element.
            place: How words look in it.
            overlays: The text boxes that may lie over its tables; None where that is looked at otherwise, as in cells.

        Raises:
            ReadError: If there are more of them than a bound allows.
        """
        blocks: list[Paragraph | Grid] = []
        joined: list[str] = []
        for child in children(parent):
            tag = child.tag
            if tag == _PARAGRAPH:
                words = self._add_paragraph(blocks, child, place, joined)
                if overlays is None:
                    self._reaches += words.reaches
                elif overlays.pass_lines(words.reaches, words.text.split(BREAK), on_new_page=_turns_page(child)):
                    _cover_last(blocks)
                for box in words.boxes:
                    blocks += self.blocks(box)
            elif tag == _TABLE:
                self._clock.check()
                table = self._table(child)
                is_covered = overlays is not None and overlays.pass_table()
                blocks += [covered(one) if is_covered and isinstance(one, Grid) else one for one in table]
            # <w:altChunk r:id="rId7"/>, of which the words are lost
            elif tag == _EMBEDDED:
                blocks.append(Paragraph(LOST))
            # What is none of Word's own may show something.
            elif tag == ALTERNATIVES or (not str(tag).startswith(_OWN) and len(child)):
                self._instead.append(ALTERED)
        if any(joined):
            blocks += self._lines_of(joined, self._effects.of_paragraph(None, None, place), None, None)
        return blocks

    def _add_paragraph(
        self, blocks: list[Paragraph | Grid], paragraph: Element, place: Place, joined: list[str]
    ) -> Words:
        """
        Add the lines of a paragraph to the blocks before it.

        Args:
            blocks: The blocks.
            paragraph: The paragraph.
            place: How words look where it stands.
            joined: The words of paragraphs before it whose ends were taken out.

        Returns:
            Its words, of which the text boxes are not yet read.
        """
        self._clock.check()
        properties = properties_of(paragraph, "pPr")
        stated = by_tag(properties)
        look = self._effects.of_paragraph(properties, _named(stated.get(_STYLE)), place)
        words = words_of(paragraph, look, self._effects)
        joined.append(words.text)
        self._floating += words.has_floating
        if words.instead:
            self._instead.append(words.instead)
        # The end of a paragraph can be taken out, so that the next one continues it.
        if not _is_taken_out(stated.get(_END)):
            blocks += self._lines_of(joined, look, properties, stated.get(_NUMBER))
            joined.clear()
        return words

    def _lines_of(
        self, joined: Iterable[str], look: ParagraphLook, properties: Element | None, numbered: Element | None
    ) -> list[Paragraph]:
        """
        Give the lines of a paragraph, and of those before it whose ends were taken out.

        Args:
            joined: Its words and theirs.
            look: How it looks.
            properties: What it says of itself.
            numbered: What it says of its number.
        """
        pieces = [piece for piece in joined if piece]
        # 1 and 0 on two lines, of which the end of the first was deleted with changes tracked
        if len(pieces) > 1 and any(one[-1].isdigit() and other[0].isdigit() for one, other in pairwise(pieces)):
            self._instead.append(ALTERED)
        text = "".join(pieces)
        label, level = self._numbering.label(numbered, look.named)
        if label is None:
            self._instead.append(ALTERED)
        if level is not None and label:
            of_number = self._effects.of_number(properties, level, look)
            # A blank cell whose number is white, or struck out.
            if not text and _is_unsure(label, of_number):
                self._instead.append(ALTERED)
            # A paragraph that is hidden as a whole is counted, but no number is shown.
            if not of_number.is_hidden:
                text = _labelled(label, text)
        style = self._styles.name(look.named)
        self._paragraphs += 1
        if style == self._unread and not text:
            return []
        role = self._roles.get(style)
        # 示例县人民政府办公室2022年 | 政府信息公开工作年度报告: the title of our own is broken for its looks.
        lines = [text.replace(BREAK, "")] if role is Role.TITLE else text.split(BREAK)
        self._lines += len(lines)
        if self._lines > self._limits.max_lines:
            raise beyond(self._limits, "max_lines")
        source = _source_of_paragraph(self._paragraphs)
        return [Paragraph(line, role, source) for line in lines]

    def _table(self, table: Element) -> list[Paragraph | Grid]:
        """Give a table; rows that hold tables only lay out what stands in them, and are opened."""
        self._tables += 1
        number_of_table = self._tables
        looks = TableLooks(table, self._styles, self._places)
        blocks: list[Paragraph | Grid] = []
        rows: list[list[_Cell]] = []
        sources: list[Source] = []
        reached: list[range] = []
        declared = [child for child in children(table) if child.tag == _ROW]
        for place, row in enumerate(declared, 1):
            # A row that was deleted with changes tracked: <w:tr><w:trPr><w:del w:id="1"/></w:trPr>
            properties = properties_of(row, "trPr")
            if _is_taken_out(properties) or is_on(properties, "hidden"):
                continue
            looks.begin_row(properties, is_first=place == 1, is_last=place == len(declared))
            known = len(self._reaches)
            cells = self._row(row, properties, looks)
            reached += [rows_covered(len(rows), reach) for reach in self._reaches[known:]]
            if [cell for cell in cells if cell.is_layout]:
                blocks += _grid(_covered(rows, reached), sources)
                rows, sources, reached = [], [], []
                for cell in cells:
                    blocks += cell.blocks
            elif cells:
                rows.append(cells)
                sources.append(Source(table=number_of_table, row=place))
        return blocks + _grid(_covered(rows, reached), sources)

    def _row(self, row: Element, properties: Element | None, looks: TableLooks) -> list[_Cell]:
        cells: list[_Cell] = []
        self._add_blanks(cells, value_of(properties, "gridBefore"))
        declared = [child for child in children(row) if child.tag == _CELL]
        kept = 0
        for place, cell in enumerate(declared):
            stated = by_tag(properties_of(cell, "tcPr"))
            if _DELETED in stated:
                continue
            kept += 1
            is_first, is_last = not place, place == len(declared) - 1
            place_of_words = looks.of_cell(stated.get(_SHADING), is_first=is_first, is_last=is_last)
            self._add_cell(cells, cell, stated, place_of_words, has_indents=looks.has_indents)
        self._add_blanks(cells, value_of(properties, "gridAfter"))
        # Where cells are marked as deleted, the others move only when that is accepted.
        if kept < len(declared):
            doubtful = cells
        else:
            # A figure may stand below an empty line for which alone there is room.
            doubtful = [added for added in cells if looks.cuts_off(added.text)] if looks.has_height else []
        for added in doubtful:
            added.stand_in(ALTERED)
        return cells

    def _add_blanks(self, cells: list[_Cell], columns: str | None) -> None:
        count = number(columns, 0)
        if count:
            self._count_cells(count)
            cells.append(_Cell(columns=count))

    def _add_cell(
        self, cells: list[_Cell], cell: Element, stated: Mapping[str, Element], place: Place, *, has_indents: bool
    ) -> None:
        """
        Add a cell to those of its row.

        Args:
            cells: The cells before it.
            cell: The cell.
            stated: What it says of itself, by the tags of that.
            place: How words look in it.
            has_indents: Whether paragraphs of its table may have indents.
        """
        columns = _columns(stated.get(_SPAN))
        self._count_cells(columns)
        known, floating = len(self._instead), self._floating
        added = _Cell(self.blocks(cell, place), columns, _merge(stated.get(_DOWN)))
        # A figure that was pasted as a picture, alone or beside a unit.
        if len(self._instead) > known:
            added.stand_in(self._instead[known])
        # A seal may hang on any cell, but in an empty one a picture can be the figure.
        elif self._floating > floating and not added.text.strip():
            added.stand_in(PICTURE)
        added.take_in()
        # <w:cellMerge w:vMerge="cont"/>, with changes tracked: one cell with the one above as soon as that is accepted.
        width, margins = stated.get(_WIDTH), stated.get(_MARGINS)
        if _MERGED in stated or is_without_room(cell, width, margins, has_indents=has_indents):
            added.stand_in(ALTERED)
        if _is_crossed(stated.get(_BORDERS)):
            added.stand_in(LINE)
        merge = _merge(stated.get(_ACROSS))
        # WPS merges across with <w:hMerge/>, Word with <w:gridSpan w:val="2"/>.
        if not cells or merge != "continue" or (added.text and not cells[-1].is_merged):
            added.is_merged = merge == "restart"
            cells.append(added)
            return
        cells[-1].columns += columns
        if added.text:
            cells[-1].stand_in(ALTERED)

    def _count_cells(self, columns: int) -> None:
        self._cells += columns
        if self._cells > self._limits.max_cells:
            raise beyond(self._limits, "max_cells")


@lru_cache(maxsize=4096)
def _source_of_paragraph(number: int) -> Source:
    return Source(line=number)


def _cover_last(blocks: list[Paragraph | Grid]) -> None:
    """Put the figures of the last table in doubt."""
    for place in reversed(range(len(blocks))):
        last = blocks[place]
        if isinstance(last, Grid):
            blocks[place] = covered(last)
            return


def _covered(rows: list[list[_Cell]], reached: Sequence[range]) -> list[list[_Cell]]:
    """Put the figures in doubt over which something may lie that hangs on a cell: from its first row to its last."""
    if any(reached):
        first, last = min(each.start for each in reached if each), max(each.stop for each in reached)
        for cell in chain.from_iterable(rows[first:last]):
            cell.stand_in(PICTURE)
    return rows


def _has_no_words(text: str) -> bool:
    """Tell whether a cell holds a figure, or what is none for its marks: 12件, 无, ~~9~~10; but not 规章."""
    return is_figure(text) or not any(map(str.isalpha, text))


def _turns_page(paragraph: Element) -> bool:
    """Tell whether a paragraph begins a page, or holds what does."""
    # <w:r><w:br w:type="page"/></w:r>
    breaks = paragraph.iterfind(_BREAKS)
    return any(one.get(_TYPE) == "page" for one in breaks) or bool(
        is_on(properties_of(paragraph, "pPr"), "pageBreakBefore")
    )


def _is_unsure(label: str, look: Look) -> bool:
    """Tell whether the number of a paragraph may not be seen as it is."""
    return look.is_hidden or look.is_struck or look.is_odd(label)


def _labelled(label: str, text: str) -> str:
    """Put its number before the text of a paragraph: Word puts a tab there, which matters where both would run on."""
    # 1. and 2021年, 1 and 件
    apart = label[-1].isalnum() or (label.endswith(".") and text[:1].isdigit())
    return f"{label} {text}" if text and apart else label + text


def _is_crossed(borders: Element | None) -> bool:
    """Tell whether a line goes from corner to corner of a cell."""
    # <w:tcBorders><w:tl2br w:val="single" w:sz="4"/></w:tcBorders>
    if borders is None:
        return False
    lines = {value_of(borders, name) for name in ("tl2br", "tr2bl")}
    return not lines <= {None, "nil", "none"}


def _named(style: Element | None) -> str | None:
    """Give the style that a paragraph names."""
    return None if style is None else style.get(_VALUE)


def _columns(span: Element | None) -> int:
    """Give how many columns a cell spans."""
    return 1 if span is None else max(number(span.get(_VALUE), 1), 1)


def _merge(merge: Element | None) -> str | None:
    """Give how a cell is merged with the one before it: "continue" where nothing else is said."""
    return None if merge is None else merge.get(_VALUE, "continue")


def _is_taken_out(properties: Element | None) -> bool:
    return properties is not None and not _TAKEN_OUT.isdisjoint([child.tag for child in properties])


def _grid(rows: Iterable[list[_Cell]], sources: Iterable[Source]) -> list[Grid]:
    """Give rows as a grid, cells that continue the one above as its span; nothing where there are no rows."""
    laid: list[list[GridCell]] = []
    # Most cells are equal to another one.
    known: dict[tuple[str, int], GridCell] = {}
    # Where a cell was begun that reaches down to a column, and whether it says so itself.
    above: dict[int, tuple[int, int, bool]] = {}
    for cells in rows:
        column, row, reached, laid_row = 0, len(laid), {}, list[GridCell]()
        laid.append(laid_row)
        for cell in cells:
            at = above.get(column) if cell.down == "continue" else None
            # What stands in a part of a merged cell is not shown, but in a cell that is merged with none it is.
            if at is not None and laid[at[0]][at[1]].columns == cell.columns and (at[2] or not cell.text):
                origin = laid[at[0]][at[1]]
                laid[at[0]][at[1]] = attrs.evolve(origin, rows=origin.rows + 1)
                reached[column] = at
            else:
                if cell.down == "continue" and cell.text:
                    cell.stand_in(ALTERED)
                reached[column] = (row, len(laid_row), cell.down == "restart")
                said = cell.text, cell.columns
                laid_row.append(known.get(said) or known.setdefault(said, GridCell(cell.text, columns=cell.columns)))
            column += cell.columns
        above = reached
    return [Grid(tuple(map(tuple, laid)), sources=tuple(sources))] if laid else []

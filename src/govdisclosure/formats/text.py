"""The official layout as plain text: text and blocks."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

import attrs

from govdisclosure.form.blocks import MARK, Block, Grid, GridCell, MetadataBlock, Paragraph, Role, columns_of
from govdisclosure.form.escape import read_line, write_line
from govdisclosure.form.metadata_block import MetadataReader, known_headings
from govdisclosure.formats import markdown
from govdisclosure.formats._limits import DEFAULT, Limits
from govdisclosure.formats._lines import (
    BAR,
    BLANKS,
    numbered_lines,
    padding,
    read_metadata,
    source_of,
    widths_of,
    write_metadata,
)
from govdisclosure.model.values import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.form.clock import Clock

_BETWEEN: Final = f" {BAR} "
_COLON: Final = "："
_MARK: Final = f"{MARK}{_COLON}"


def write(blocks: Iterable[Block]) -> str:
    """
    Write blocks as text: a table row a line, ``|`` between its cells, columns aligned by their width on a screen.

    Lines end in a line feed. The metadata stand on top, ``名称：JSON`` a line; empty lines mean nothing but their end.
    """
    blocks = tuple(blocks)
    headings = known_headings(block for block in blocks if isinstance(block, MetadataBlock))
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, MetadataBlock):
            lines += [*write_metadata(block, _COLON), ""]
        elif isinstance(block, Grid):
            lines += _table_lines(block)
        else:
            lines += [""] if block.role is Role.HEADING else []
            lines.append(write_line(block, headings))
    return "\n".join(lines) + "\n"


def read(text: str, limits: Limits = DEFAULT, clock: Clock | None = None) -> list[Block]:
    """
    Read text as blocks: our own as it was written, any other line by line; what is Markdown by its marks, as such.

    Raises:
        ReadError: If a text that says that it is ours has metadata that we did not write; if it is beyond a bound.
    """
    if not _is_marked(text):
        return markdown.read(text, limits, clock) if markdown.is_markdown(text) else _as_lines(text, limits, clock)
    lines = numbered_lines(text, limits, clock, own=True)
    metadata = _metadata(lines)
    blocks = list(_blocks(lines, known_headings([metadata]), own=True))
    # Nothing but its place tells the title from other paragraphs.
    if blocks and not MetadataReader(metadata.values).title_is_missing() and isinstance(blocks[0], Paragraph):
        blocks[0] = attrs.evolve(blocks[0], role=Role.TITLE)
    return [metadata, *blocks]


def read_as_shown(text: str, limits: Limits = DEFAULT, clock: Clock | None = None) -> list[Block]:
    """
    Read text line by line, whoever wrote it; what says that it is ours loses its metadata.

    Raises:
        ReadError: As ``read`` does.
    """
    if not _is_marked(text) and markdown.is_markdown(text):
        return markdown.read_as_shown(text, limits, clock)
    return _as_lines(text, limits, clock)


def _as_lines(text: str, limits: Limits, clock: Clock | None) -> list[Block]:
    lines = numbered_lines(text, limits, clock, own=False)
    if _is_marked(text):
        _metadata(lines)
    return list(_blocks(lines, frozenset(), own=False))


def _is_marked(text: str) -> bool:
    return text.removeprefix("\ufeff").lstrip().startswith(_MARK)


def _metadata(lines: Iterable[tuple[int, str]]) -> MetadataBlock:
    return read_metadata(lines, _COLON, lambda line: not line)


def _blocks(lines: Iterable[tuple[int, str]], headings: frozenset[str], *, own: bool) -> Iterator[Block]:
    """Give a grid for every run of lines with bars, and a paragraph for every other line that is not empty."""
    # A line of other blanks than these, such as one full-width blank, stands for a blank cell.
    empty = None if own else BLANKS
    # Many lines are equal to another one, and most cells.
    rows: dict[str, tuple[GridCell, ...]] = {}
    cells: dict[str, GridCell] = {}
    filled = ((number, clean_text(line)) for number, line in lines if line.strip(empty))
    for is_row, group in groupby(filled, lambda numbered: _is_row(numbered[1], headings, own=own)):
        if is_row:
            numbers, texts = zip(*group, strict=True)
            for text in dict.fromkeys(texts):
                if text not in rows:
                    rows[text] = tuple([_cell(cell, cells) for cell in text.split(BAR)])
            yield Grid(tuple(map(rows.__getitem__, texts)), lines=True, sources=tuple(map(source_of, numbers)))
        else:
            for number, text in group:
                source = source_of(number)
                yield read_line(text, headings, source) if own else Paragraph(text, source=source)


def _cell(text: str, known: dict[str, GridCell]) -> GridCell:
    cell = known.get(text)
    if cell is None:
        cell = known[text] = GridCell(text)
    return cell


def _is_row(text: str, headings: frozenset[str], *, own: bool) -> bool:
    return BAR in text and not (own and read_line(text, headings).role is not None)


def _table_lines(grid: Grid) -> Iterator[str]:
    rows = list(columns_of(grid))
    widths = widths_of(rows, len(_BETWEEN))
    for row in rows:
        cells: list[str] = []
        for start, cell in row:
            width = sum(widths[start : start + cell.columns]) + len(_BETWEEN) * (cell.columns - 1)
            cells.append(cell.text + padding(cell.text, width))
        yield f"{cells[0].rstrip()} {BAR}" if len(cells) == 1 else _BETWEEN.join(cells).rstrip()

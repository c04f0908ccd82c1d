"""The official layout as GitHub-flavoured Markdown: text and blocks."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

import attrs

from govdisclosure.form.blocks import MARK, Block, Grid, GridCell, MetadataBlock, Paragraph, Role, columns_of
from govdisclosure.formats import _marks
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
from govdisclosure.formats._markup_tables import Tables, apart
from govdisclosure.model.values import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.form.clock import Clock
    from govdisclosure.model.notes import Source

_FENCE: Final = "---"
_COLON: Final = ": "
_BETWEEN: Final = f" {BAR} "
_MARK: Final = re.compile(rf"{_FENCE}(?:\r*\n|\r){MARK}{_COLON}")
_LEVELS: Final = {Role.TITLE: "#", Role.HEADING: "##"}
_ROLES: Final = {level: role for role, level in _LEVELS.items()}

_HEADING: Final = re.compile(r"(##?)(?:[ \t](.*))?")
_EMPTY: Final = re.compile(r"<br ?/?>")
_RULE: Final = re.compile(r":?-+:?")


def write(blocks: Iterable[Block]) -> str:
    """
    Write blocks as Markdown: the metadata as front matter, a blank line between any two blocks.

    A table has a cell for every column of the grid; where a cell reaches over several, blank ones follow it.
    """
    return "\n\n".join(map(_written, blocks)) + "\n"


def read(text: str, limits: Limits = DEFAULT, clock: Clock | None = None) -> list[Block]:
    """
    Read Markdown as blocks: our own as it was written, that of others line by line, without its marks.

    Raises:
        ReadError: If a text that says that it is ours has metadata that we did not write; if it is beyond a bound.
    """
    if not _is_marked(text):
        return read_as_shown(text, limits, clock)
    lines = numbered_lines(text, limits, clock, own=True)
    return [_metadata(lines), *_own_blocks(lines)]


def read_as_shown(text: str, limits: Limits = DEFAULT, clock: Clock | None = None) -> list[Block]:
    """
    Read Markdown line by line, whoever wrote it; what says that it is ours loses its metadata.

    Raises:
        ReadError: As ``read`` does.
        MissingDependency: If it has tables that are written as HTML, without the extra ``html``.
    """
    clock = clock or limits.clock()
    lines = numbered_lines(text, limits, clock, own=False)
    if _is_marked(text):
        _metadata(lines)
    tables = Tables(limits, clock)
    blocks: list[Block] = []
    for between, table in apart(lines):
        blocks += _foreign_blocks(between)
        blocks += tables.read(table) if table else ()
    return blocks


def is_markdown(text: str) -> bool:
    """Tell by its content whether a text is Markdown, whoever wrote it."""
    return _is_marked(text) or _marks.is_marked(text.removeprefix("\ufeff"))


def _is_marked(text: str) -> bool:
    return _MARK.match(text.removeprefix("\ufeff")) is not None


def _metadata(lines: Iterator[tuple[int, str]]) -> MetadataBlock:
    next(lines)
    return read_metadata(lines, _COLON, _FENCE.__eq__, "FRONT-MATTER")


def _written(block: Block) -> str:
    if isinstance(block, MetadataBlock):
        return "\n".join([_FENCE, *write_metadata(block, _COLON), _FENCE])
    if isinstance(block, Grid):
        return "\n".join(_table_lines(block))
    if block.role in _LEVELS:
        return f"{_LEVELS[block.role]} {_marks.inline(block.text)}".rstrip()
    return _marks.paragraph(block.text)


def _table_lines(grid: Grid) -> Iterator[str]:
    rows = [list(map(_marked, row)) for row in columns_of(grid)]
    widths = [max(width, len(_FENCE)) for width in widths_of(rows, 0)]
    for number, row in enumerate(rows):
        cells = []
        for start, cell in row:
            # The blank cells behind one over several columns have no width, so that the next one is in its place.
            cells += [cell.text + padding(cell.text, sum(widths[start : start + cell.columns]))]
            cells += [""] * (cell.columns - 1)
        yield _row_line(cells)
        if number == 0:
            yield _row_line(["-" * width for width in widths])


def _marked(place: tuple[int, GridCell]) -> tuple[int, GridCell]:
    """Give a cell with its words as Markdown, and the column that it begins in."""
    column, cell = place
    return column, attrs.evolve(cell, text=_marks.inline(cell.text))


def _row_line(cells: Iterable[str]) -> str:
    return f"{BAR} {_BETWEEN.join(cells)} {BAR}"


def _own_blocks(lines: Iterable[tuple[int, str]]) -> Iterator[Block]:
    """Give a grid for every run of lines with bars, and a paragraph for every other line that is not empty."""
    filled = ((number, clean_text(line).strip()) for number, line in lines)
    for is_row, group in groupby((each for each in filled if each[1]), _is_row):
        if is_row:
            yield _own_grid(list(group))
        else:
            for number, line in group:
                yield _own_paragraph(line, source_of(number))


def _own_paragraph(line: str, source: Source) -> Paragraph:
    heading = _HEADING.fullmatch(line)
    if heading is not None:
        return Paragraph(_marks.plain((heading[2] or "").strip()), _ROLES[heading[1]], source)
    return Paragraph("" if _EMPTY.fullmatch(line) else _marks.plain(line), Role.TEXT, source)


def _own_grid(lines: list[tuple[int, str]]) -> Grid:
    """Read the rows of a table; as Markdown has it, a row that is shorter than the first ends in blank cells."""
    rows = [(number, _own_cells(line)) for number, line in lines]
    # | --- | --- |
    if len(rows) > 1 and all(_RULE.fullmatch(cell) for cell in rows[1][1]):
        del rows[1]
    width = len(rows[0][1])
    grid: list[tuple[GridCell, ...]] = []
    for _, cells in rows:
        blank = [""] * (width - len(cells))
        grid.append(tuple(GridCell(_marks.plain(cell)) for cell in cells + blank))
    return Grid(tuple(grid), lines=True, sources=tuple(source_of(number) for number, _ in rows))


def _own_cells(line: str) -> list[str]:
    """Give the cells of a row, as they are marked; the bars at both ends may be missing."""
    cells = [cell.strip() for cell in _marks.BAR.split(line)]
    opened, closed = not cells[0], not cells[-1]
    return cells[opened : -1 if closed else None]


def _foreign_blocks(lines: Iterable[tuple[int, str]]) -> Iterator[Block]:
    # A line of other blanks than these, such as one full-width blank, stands for a blank cell.
    filled = ((number, clean_text(line)) for number, line in lines if line.strip(BLANKS))
    for is_row, group in groupby(filled, _is_row):
        if is_row:
            numbers, texts = zip(*group, strict=True)
            rows = (map(GridCell, map(_marks.words_of_cell, _marks.cells_of_row(text))) for text in texts)
            yield Grid(tuple(map(tuple, rows)), lines=True, sources=tuple(map(source_of, numbers)))
        else:
            for number, line in group:
                yield Paragraph(_marks.words_of_line(line), source=source_of(number), is_whole=True)


def _is_row(numbered: tuple[int, str]) -> bool:
    return _marks.BAR.search(numbered[1]) is not None

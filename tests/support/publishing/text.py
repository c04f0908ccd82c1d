"""The layouts of tables that were turned into text."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from support.publishing.pages import Page
    from support.publishing.sheets import Cell, Sheet


@frozen
class Line:
    """A line of a text, with the paths of the figures that stand in it."""

    text: str
    paths: tuple[str, ...] = ()


Rows: TypeAlias = "Iterator[Line]"
Printer: TypeAlias = "Callable[[Sheet, Random], Rows]"
NBSP = "\u00a0"


def print_page(page: Page, rng: Random, printer: Printer | dict[str, Printer]) -> list[Line]:
    """Print a page; tables by one printer, or by one for each section."""
    lines = [*page.menu, *page.title, *_metadata(page, rng), *page.preamble]
    result = [Line(line) for line in lines]
    for part in page.parts:
        result += [Line(part.heading), *map(Line, part.paragraphs)]
        if part.sheet is not None:
            result += [Line(part.sheet.note)] if part.sheet.note else []
            chosen = printer[part.section] if isinstance(printer, dict) else printer
            result += chosen(part.sheet, rng)
    return [*result, *map(Line, page.footer)]


def joined(lines: list[Line], rng: Random) -> str | bytes:
    """Give lines as a text, or as a file in some encoding, with some ends of lines, blank lines between them or not."""
    end = rng.choice(("\n", "\n", "\n", "\r\n", "\n\n"))
    text = end.join(line.text for line in lines) + end
    encoding = rng.choice((None, None, None, "utf-8", "utf-8-sig", "gb18030"))
    return text if encoding is None else text.encode(encoding)


def _metadata(page: Page, rng: Random) -> list[str]:
    """Print the metadata block: as pairs, as a list, or on one line."""
    kind = rng.randrange(3)
    if kind == 0:
        return [f"{name}：{value}" for name, value in page.metadata]
    if kind == 1:
        return [text for pair in page.metadata for text in pair]
    return [" ".join(f"{name}：{value}" for name, value in page.metadata)] if page.metadata else []


def flat(cell: Cell, rng: Random) -> str:
    """Give the text of a cell on one line."""
    return cell.text.replace("\n", rng.choice(("", " ")))


def paths_of(cells: tuple[Cell, ...] | list[Cell]) -> tuple[str, ...]:
    """Give the paths of the figures in cells."""
    return tuple(cell.path for cell in cells if cell.path)


def stated(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Give the cells of a row in which something is printed."""
    return tuple(cell for cell in row if cell.text.strip())


def _padding(sheet: Sheet, cells: int, more: int = 0) -> str:
    """Give the bars that fill a row up to the width of the table, or beyond it."""
    missing = sheet.width - cells
    return "|" * (missing + more if missing > 0 else 0)


def _row(cells: tuple[Cell, ...], rng: Random, before: str = "") -> Line:
    return Line(before + "".join(f"{flat(cell, rng)} | " for cell in cells), paths_of(cells))


def row_a_line(sheet: Sheet, rng: Random) -> Rows:
    """Print ``规章 | 0 | 0 | 0 |``."""
    for row in sheet.rows:
        line = _row(row, rng)
        yield Line(line.text.rstrip(), line.paths)


def row_a_line_padded(sheet: Sheet, rng: Random) -> Rows:
    """Print ``行政许可 | 8 | ||``: merged tails are padded to the width of the table."""
    for row in sheet.rows:
        line = _row(row, rng)
        yield Line((line.text + _padding(sheet, len(row))).rstrip(), line.paths)


def row_a_line_collapsed(sheet: Sheet, rng: Random, more: int = 0) -> Rows:
    """Print ``label | 3 | 3 | |||``: blank cells are gone, their bars in the padding."""
    for row in sheet.rows:
        cells = stated(row)
        line = _row(cells, rng)
        yield Line((line.text + _padding(sheet, len(cells), more)).rstrip(), line.paths)


def row_a_line_collapsed_further(sheet: Sheet, rng: Random) -> Rows:
    """Print the same with two or three more bars than cells are missing."""
    return row_a_line_collapsed(sheet, rng, rng.choice((2, 3)))


def row_a_line_short(sheet: Sheet, rng: Random) -> Rows:
    """Print ``行政许可 | 8``: short rows are short, the last cell has no bar unless it is blank or alone."""
    for row in sheet.rows:
        text = " | ".join(flat(cell, rng) for cell in row).rstrip(" ")
        yield Line(text if "|" in text else f"{text} |", paths_of(row))


def row_a_line_trimmed(sheet: Sheet, rng: Random) -> Rows:
    """Print the same, but blank cells at the end of a row are gone with their bars."""
    for row in sheet.rows:
        text = " | ".join(flat(cell, rng) for cell in row).rstrip(" |")
        yield Line(text if "|" in text else f"{text} |", paths_of(row))


def row_a_line_between_bars(sheet: Sheet, rng: Random) -> Rows:
    """Print ``| 规章 | 0 | 0 | 0 |``, without a rule."""
    for row in sheet.rows:
        line = _row(row, rng, "| ")
        yield Line(line.text.rstrip(), line.paths)


def row_a_line_wide(sheet: Sheet, rng: Random) -> Rows:
    """Print two blanks before each bar."""
    for row in sheet.rows:
        yield Line("".join(f"{flat(cell, rng)}  | " for cell in row).rstrip(), paths_of(row))


def row_a_line_written_out(sheet: Sheet, rng: Random) -> Rows:
    """Print a cell for every column, those that a span covers blank."""
    for row in sheet.written_out():
        yield Line(f"| {' | '.join(flat(cell, rng) for cell in row)} |", paths_of(row))


def markdown(sheet: Sheet, rng: Random) -> Rows:
    """Print a table of Markdown: the same, with the rule below its first row."""
    head, *body = row_a_line_written_out(sheet, rng)
    yield head
    yield Line(f"|{' --- |' * sheet.width}")
    yield from body


def cell_a_line_bare(sheet: Sheet, rng: Random) -> Rows:
    """Print a cell a line without bars, blank ones as lines of nbsp."""
    return _cells(sheet, between=rng.random() < 0.6, blank=NBSP)


def cell_a_line_bare_gone(sheet: Sheet, rng: Random) -> Rows:
    """Print a cell a line without bars, blank ones gone."""
    return _cells(sheet, between=rng.random() < 0.6, blank="")


def _cells(sheet: Sheet, *, between: bool, blank: str) -> Rows:
    for row in sheet.rows:
        for cell in row:
            for piece in (cell.text if cell.text.strip() else blank).split("\n"):
                if piece:
                    yield Line(piece, paths_of([cell]))
                    yield from [Line("")] if between else []


def cell_a_line(sheet: Sheet, rng: Random) -> Rows:
    """Print a cell a line with a bar behind it, blank ones as a lone bar, rows padded to the width of the table."""
    del rng
    for row in sheet.rows:
        yield from _barred(row)
        padding = _padding(sheet, len(row))
        yield from [Line(padding)] if padding else []


def _barred(row: tuple[Cell, ...]) -> Rows:
    for cell in row:
        *pieces, last = cell.text.split("\n")
        yield from map(Line, pieces)
        yield Line(f"{last} |".lstrip(" "), paths_of([cell]))


def cell_a_line_collapsed(sheet: Sheet, rng: Random, more: int = 0) -> Rows:
    """Print a cell a line with a bar behind it, blank ones gone, their bars in the padding of the row."""
    del rng
    for row in sheet.rows:
        filled = stated(row)
        yield from _barred(filled)
        padding = _padding(sheet, len(filled), more)
        yield from [Line(padding)] if padding else []


def cell_a_line_collapsed_further(sheet: Sheet, rng: Random) -> Rows:
    """Print the same with two or three more bars than cells are missing."""
    return cell_a_line_collapsed(sheet, rng, rng.choice((2, 3)))


def cell_a_line_padded_last(sheet: Sheet, rng: Random) -> Rows:
    """Print the padding of a row on the line of its last cell: ``8 |||``."""
    del rng
    for row in sheet.rows:
        *lines, last = _barred(row)
        yield from lines
        yield Line(last.text + _padding(sheet, len(row)), last.paths)


def cell_a_line_opened(sheet: Sheet, rng: Random) -> Rows:
    """Print a lone bar before each row of cells."""
    del rng
    for row in sheet.rows:
        yield Line("|")
        yield from _barred(row)
        padding = _padding(sheet, len(row))
        yield from [Line(padding)] if padding else []


def cell_a_line_between_bars(sheet: Sheet, rng: Random) -> Rows:
    """Print bar, newline, cell, newline, bar; where a row ends, one bar or two."""
    twice = rng.random() < 0.5
    for number, row in enumerate(sheet.rows):
        yield from [Line("|")] if twice or number == 0 else []
        for cell in row:
            yield from (Line(piece, paths_of([cell])) for piece in cell.text.split("\n") if piece.strip())
            yield Line("|")


KEPT: dict[str, Printer] = {
    "row": row_a_line,
    "row-padded": row_a_line_padded,
    "row-short": row_a_line_short,
    "row-barred": row_a_line_between_bars,
    "row-wide": row_a_line_wide,
    "markdown": markdown,
    "cell": cell_a_line_bare,
    "cell-barred": cell_a_line,
    "cell-padded-last": cell_a_line_padded_last,
    "cell-opened": cell_a_line_opened,
    "cell-between-bars": cell_a_line_between_bars,
}
LOST: dict[str, Printer] = {
    "row-collapsed": row_a_line_collapsed,
    "row-collapsed-further": row_a_line_collapsed_further,
    "row-trimmed": row_a_line_trimmed,
    "cell-gone": cell_a_line_bare_gone,
    "cell-collapsed": cell_a_line_collapsed,
    "cell-collapsed-further": cell_a_line_collapsed_further,
}

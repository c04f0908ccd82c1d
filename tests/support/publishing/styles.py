"""Ways to print tables as text, put together from their parts: bars, padding, blanks, spans, pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from attrs import evolve, frozen

from support.publishing.sheets import Cell, Sheet
from support.publishing.text import NBSP, Line, flat, paths_of, stated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

Padding: TypeAlias = Literal["none", "below", "beside"]
Blanks: TypeAlias = Literal["kept", "collapsed", "trimmed"]
Pieces: TypeAlias = Literal["joined", "lines", "tokens"]

_REQUESTS: Final = "requests"


@frozen
class Style:
    """
    A way to print the tables of a document; it is called as a printer.

    Args:
        cell_a_line: Whether each cell stands on a line of its own, not each row.
        bars: How many bars stand behind a cell.
        opened: Whether a bar opens each row.
        padding: Where the bars stand that fill a short row: nowhere, on a line of their own, beside its last cell.
        blanks: Whether blank cells are printed, gone, or gone at the end of a row.
        written_out: Whether cells that a span covers are printed, blank.
        pieces: Whether the pieces of a label are joined, stand on lines of their own, or are cells of their own.
        gap: What stands between cells of a row that have no bars.
        lead: How many blanks stand before the figures of a row of table III that the form has not.
        cut: Behind how many figures each row of table III breaks off.
    """

    cell_a_line: bool = False
    bars: int = 1
    opened: bool = False
    padding: Padding = "none"
    blanks: Blanks = "kept"
    written_out: bool = False
    pieces: Pieces = "joined"
    gap: str = "  "
    lead: int = 0
    cut: int | None = None

    @property
    def keeps_positions(self) -> bool:
        """Whether the text tells in which cell each figure of a row with blanks stands."""
        silent = self.bars == 0 and not self.cell_a_line and self.gap != "\t"
        return self.blanks == "kept" and not silent and not self.lead and self.cut is None

    def __call__(self, sheet: Sheet, rng: Random) -> Iterator[Line]:
        """Print a table."""
        for row in self.rows(sheet):
            yield from self.lines_of(row, sheet, rng)

    def rows(self, sheet: Sheet) -> list[tuple[Cell, ...]]:
        """Give the rows of a table with the cells that are printed or are blank."""
        return list(map(tuple, sheet.written_out())) if self.written_out else list(sheet.rows)

    def lines_of(self, row: tuple[Cell, ...], sheet: Sheet, rng: Random) -> Iterator[Line]:
        """Print one of these rows."""
        cells = self._printed(sheet, row)
        padding = "|" * (max(0, sheet.width - len(cells)) * self.bars if self.padding != "none" else 0)
        yield from self._cells(cells, padding) if self.cell_a_line else self._row(cells, padding, rng)

    def _printed(self, sheet: Sheet, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        """Give the cells of a row that are printed."""
        figures = tuple(cell for cell in row if cell.is_figure)
        if figures and sheet.section == _REQUESTS:
            labels = tuple(cell for cell in row if not cell.is_figure)
            row = (*labels, *(Cell(" "),) * self.lead, *figures[: self.cut])
        if self.blanks == "collapsed":
            row = stated(row)
        if self.blanks == "trimmed":
            row = _trimmed(row)
        return tuple(piece for cell in row for piece in _pieces_of(cell)) if self.pieces == "tokens" else row

    def _row(self, cells: tuple[Cell, ...], padding: str, rng: Random) -> Iterator[Line]:
        *broken, text = self._joined(cells, rng).split("\n")
        yield from map(Line, broken)
        text = "| " * self.opened + text.rstrip(" ")
        yield Line(text + " " * bool(padding) + (padding if self.padding == "beside" else ""), paths_of(cells))
        yield from [Line(padding)] if padding and self.padding == "below" else []

    def _joined(self, cells: tuple[Cell, ...], rng: Random) -> str:
        texts = [cell.text if self.pieces == "lines" else flat(cell, rng) for cell in cells]
        bars = "|" * self.bars
        return "".join(f"{text} {bars} " for text in texts) if bars else self.gap.join(texts)

    def _cells(self, cells: tuple[Cell, ...], padding: str) -> Iterator[Line]:
        yield from [Line("|")] if self.opened else []
        bars = " " + "|" * self.bars if self.bars else ""
        for number, cell in enumerate(cells):
            *pieces, last = cell.text.split("\n")
            yield from map(Line, pieces)
            beside = padding if self.padding == "beside" and number == len(cells) - 1 else ""
            text = last.strip() + bars + beside
            yield Line(text.strip(" ") or NBSP, paths_of([cell]))
        yield from [Line(padding)] if padding and self.padding == "below" else []

    def beyond_reading(self, sheet: Sheet) -> Iterator[str]:
        """Give the paths of the figures that are not printed at all; a blank is none."""
        if sheet.section == _REQUESTS and self.cut is not None:
            for row in sheet.rows:
                figures = [cell for cell in row if cell.is_figure]
                yield from paths_of([cell for cell in figures[self.cut :] if cell.text.strip()])

    def in_doubt(self, sheet: Sheet) -> Iterator[str]:
        """Give the paths of the rows in which figures may have lost their place."""
        for row in sheet.rows:
            figures = [cell for cell in row if cell.is_figure]
            lost = not self.keeps_positions and any(not cell.text.strip() for cell in figures)
            moved = sheet.section == _REQUESTS and (self.lead or self.cut is not None)
            in_pieces = self.pieces == "tokens" and any("\n" in cell.text for cell in row)
            if lost or moved or in_pieces:
                yield from paths_of(figures)


def _trimmed(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    while len(row) > 1 and row[-1].is_figure and not row[-1].text.strip():
        row = row[:-1]
    return row


def _pieces_of(cell: Cell) -> list[Cell]:
    *pieces, last = cell.text.split("\n")
    return [*map(Cell, pieces), evolve(cell, text=last)]


def any_style(rng: Random, *, kept: bool) -> Style:
    """Draw a style that keeps the positions of figures, or does not."""
    while True:
        style = Style(
            cell_a_line=rng.random() < 0.5,
            bars=rng.choice((0, 1, 1, 1, 2)),
            opened=rng.random() < 0.3,
            padding=rng.choice(("none", "below", "beside")),
            blanks=rng.choice(("kept", "kept", "collapsed", "trimmed")),
            written_out=rng.random() < 0.3,
            pieces=rng.choice(("joined", "lines")),
            gap=rng.choice(("  ", "\t", "    ")),
        )
        if not style.bars:
            style = evolve(style, opened=False, padding="none")
        if style.keeps_positions is kept:
            return style


def mixed(first: Style, second: Style, sheet: Sheet, rng: Random) -> Iterator[Line]:
    """Print the upper part of a table in one style and the lower in another, as where a page ends between them."""
    place = rng.randrange(len(sheet.rows))
    upper, lower = first.rows(sheet)[:place], second.rows(sheet)[place:]
    for style, rows in ((first, upper), (second, lower)):
        for row in rows:
            yield from style.lines_of(row, sheet, rng)

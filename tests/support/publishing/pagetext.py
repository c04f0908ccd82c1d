"""Text of a PDF page, and of a page that stood in a layout table as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.publishing.text import Line, flat, paths_of, stated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from support.publishing.pages import Page
    from support.publishing.sheets import Cell, Sheet


def page_rows(sheet: Sheet, rng: Random) -> Iterator[Line]:
    """Print a row a line, single blanks between cells, column heads stacked, numbers of pages between."""
    return _page_rows(sheet, rng, wrapped=False)


def page_rows_wrapped(sheet: Sheet, rng: Random) -> Iterator[Line]:
    """Print the same, long labels broken over lines, the figures beside or between their halves."""
    return _page_rows(sheet, rng, wrapped=True)


def _page_rows(sheet: Sheet, rng: Random, *, wrapped: bool) -> Iterator[Line]:
    number = rng.randint(2, 9)
    for row in sheet.rows:
        if rng.random() < 0.03:
            yield from (Line(f"- {number} -"), Line("\f"))
            number += 1
        if not any(cell.is_figure for cell in row):
            yield from map(Line, _stacked(row, rng))
        elif wrapped and rng.random() < 0.3 and len(row[0].text) > 8:
            yield from _broken(row, rng)
        else:
            yield Line(" ".join(flat(cell, rng) for cell in stated(row)), paths_of(row))


def _stacked(row: tuple[Cell, ...], rng: Random) -> list[str]:
    """Print the column heads on one line, or their halves on two."""
    texts = [cell.text.replace("\n", "") for cell in stated(row)]
    if len(texts) < 2 or rng.random() < 0.4:
        return [" ".join(texts)]
    halves = [(text[: len(text) // 2], text[len(text) // 2 :]) if len(text) > 4 else (text, "") for text in texts]
    upper, lower = (" ".join(filter(None, side)) for side in zip(*halves, strict=True))
    return [upper, lower] if lower else [upper]


def _broken(row: tuple[Cell, ...], rng: Random) -> Iterator[Line]:
    labels = " ".join(cell.text for cell in row if not cell.is_figure)
    figures = [cell for cell in stated(row) if cell.is_figure]
    place = rng.randrange(len(labels) // 2, len(labels) - 2)
    line = Line(" ".join(cell.text for cell in figures), paths_of(row))
    if rng.random() < 0.5:
        yield Line(f"{labels[:place]} {line.text}", line.paths)
    else:
        yield from (Line(labels[:place]), line)
    yield Line(labels[place:])


def whole_page(page: Page, rng: Random) -> list[Line]:
    """Print a page that stood in one layout table: a hundred bars and more a line, headings before their text."""
    columns = rng.randint(60, 300)
    words = [*page.menu, *page.title, " ".join(page.preamble)]
    result = [_filled(text, columns) for text in words if text]
    for part in page.parts:
        notes = [part.sheet.note] if part.sheet is not None and part.sheet.note else []
        result.append(_filled(" ".join((part.heading, *part.paragraphs, *notes)), columns))
        for row in part.sheet.rows if part.sheet is not None else ():
            texts = "".join(f"{flat(cell, rng)} | " for cell in row)
            result.append(Line(texts + "|" * (columns - len(row)), paths_of(row)))
    return result


def _filled(text: str, columns: int) -> Line:
    return Line(f"{text} {'|' * columns}")


def page_rows_aligned(sheet: Sheet, rng: Random) -> Iterator[Line]:
    """Print a row a line, cells below each other by runs of blanks, as programs do that keep the layout of a page."""
    grid = [[flat(cell, rng).strip() for cell in row] for row in sheet.written_out()]
    ends = [max(4, *map(_shown_width, column)) + 2 for column in _without_wide(grid, sheet)]
    for row, texts in zip(sheet.written_out(), grid, strict=True):
        line = ""
        for column, text in enumerate(texts):
            start = sum(ends[:column])
            line += " " * max(start - _shown_width(line), 1 if line.strip() and text else 0) + text if text else ""
        yield Line(line, paths_of(row))


def _without_wide(grid: list[list[str]], sheet: Sheet) -> Iterator[list[str]]:
    """Give each column with the texts of the cells that span no other one."""
    for column in range(sheet.width):
        yield [
            texts[column]
            for texts, row, starts in zip(grid, sheet.rows, sheet.columns(), strict=True)
            if column not in starts or row[starts.index(column)].columns == 1
        ]


def _shown_width(text: str) -> int:
    return sum(2 if ord(character) > 0x2E80 else 1 for character in text)

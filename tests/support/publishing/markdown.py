"""Markdown that others wrote: headings with ``#``, tables with or without a rule."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import evolve

from support.publishing.sheets import Cell
from support.publishing.text import Line, flat, paths_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from random import Random

    from support.publishing.pages import Page
    from support.publishing.sheets import Sheet

Kind: TypeAlias = Literal["ruled", "unruled", "aligned", "empty-head", "narrow", "own-spans", "barless"]
Tables: TypeAlias = "Callable[[Sheet], list[tuple[str, Sheet]]]"


def print_markdown(page: Page, rng: Random, kind: Kind, tables: Tables) -> str:
    """Print a page as Markdown; ``tables`` gives the tables that one is printed as, each with its caption."""
    title = [f"# {' '.join(page.title)}"] if page.title else []
    pairs = ["  \n".join(f"**{name}**：{value}" for name, value in page.metadata)] if page.metadata else []
    pieces = [*page.menu, *title, *pairs, *page.preamble]
    mark = rng.choice(("##", "##", "###", "**"))
    for part in page.parts:
        pieces.append(f"**{part.heading}**" if mark == "**" else f"{mark} {part.heading}")
        pieces += part.paragraphs
        if part.sheet is not None:
            pieces += [part.sheet.note] if part.sheet.note else []
            printed = tables(part.sheet)
            for caption, sheet in _narrow(printed) if kind == "narrow" else printed:
                pieces += [caption] if caption else []
                pieces.append("\n".join(line.text for line in table(sheet, rng, kind)))
    return "\n\n".join([*pieces, *page.footer]) + "\n"


def table(sheet: Sheet, rng: Random, kind: Kind) -> Iterator[Line]:
    """Print a table; a cell that a span covers is blank, or in some kinds not printed."""
    if kind == "own-spans":
        yield from _with_own_spans(sheet, rng)
        return
    if kind == "barless":
        yield from _barless(sheet, rng)
        return
    rows = [Line(_between_bars(row, rng), paths_of(row)) for row in sheet.written_out()]
    rule = rng.choice((":---:", ":--", "---:")) if kind == "aligned" else "---"
    ruled = Line(f"|{f' {rule} |' * sheet.width}")
    if kind == "unruled":
        yield from rows
    elif kind == "empty-head":
        yield from (Line(f"|{'  |' * sheet.width}"), ruled, *rows)
    else:
        yield from (rows[0], ruled, *rows[1:])


def _with_own_spans(sheet: Sheet, rng: Random) -> Iterator[Line]:
    """Print a bar for each column that a cell spans, but nothing in the rows below it, and a blank head."""
    yield Line(f"|{'  |' * sheet.width}")
    yield Line(f"|{' --- |' * sheet.width}")
    for row in sheet.rows:
        cells = (f" {flat(cell, rng)}{' |' * cell.columns}" for cell in row)
        yield Line(f"|{''.join(cells)}", paths_of(row))


def _barless(sheet: Sheet, rng: Random) -> Iterator[Line]:
    """Print ``规章| 0| 0| 0``: no outer bars, spans lost, a rule as narrow as the first row."""
    for number, row in enumerate(sheet.rows):
        yield Line(f"{'| '.join(flat(cell, rng) for cell in row)}  ", paths_of(row))
        if not number:
            yield Line("|".join(["---"] * len(row)) + "  ")


def _narrow(tables: Iterable[tuple[str, Sheet]]) -> Iterator[tuple[str, Sheet]]:
    """Give each block of table II as a table of its own, and table III with one column of labels below one of heads."""
    for caption, sheet in tables:
        begins = [place for place, row in enumerate(sheet.rows) if len(row) == 1 and not row[0].is_figure]
        if sheet.section == "requests":
            yield caption, _in_one_row_of_heads(sheet)
        elif begins[:1] == [0]:
            for first, end in pairwise([*begins, len(sheet.rows)]):
                yield sheet.rows[first][0].text, evolve(sheet, rows=sheet.rows[first + 1 : end])
        else:
            yield caption, sheet


def _in_one_row_of_heads(sheet: Sheet) -> Sheet:
    """Leave out all labels but those right beside the figures, and right above them."""
    heads: dict[int, str] = {}
    body: list[tuple[Cell, ...]] = []
    for row, columns in zip(sheet.rows, sheet.columns(), strict=True):
        figures = [column for cell, column in zip(row, columns, strict=True) if cell.is_figure]
        if figures:
            labels = [cell for cell in row if not cell.is_figure]
            body.append((labels[-1], *row[-len(figures) :]))
            last = figures
        else:
            for cell, start in zip(row, columns, strict=True):
                heads.update(dict.fromkeys(range(start, start + cell.columns), cell.text))
    above = (Cell("项目"), *(Cell(heads[column]) for column in last))
    return evolve(sheet, rows=(above, *(tuple(evolve(cell, rows=1, columns=1) for cell in row) for row in body)))


def _between_bars(row: list[Cell], rng: Random) -> str:
    return f"| {' | '.join(flat(cell, rng) for cell in row)} |"

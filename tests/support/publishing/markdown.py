"""Markdown that others wrote: headings with ``#``, tables with or without a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from support.publishing.text import Line, flat, paths_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from support.publishing.pages import Page
    from support.publishing.sheets import Cell, Sheet

Kind: TypeAlias = Literal["ruled", "unruled", "aligned", "empty-head"]
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
            for caption, sheet in tables(part.sheet):
                pieces += [caption] if caption else []
                pieces.append("\n".join(line.text for line in table(sheet, rng, kind)))
    return "\n\n".join([*pieces, *page.footer]) + "\n"


def table(sheet: Sheet, rng: Random, kind: Kind) -> Iterator[Line]:
    """Print a table; a cell that a span covers is blank."""
    rows = [Line(_between_bars(row, rng), paths_of(row)) for row in sheet.written_out()]
    rule = rng.choice((":---:", ":--", "---:")) if kind == "aligned" else "---"
    ruled = Line(f"|{f' {rule} |' * sheet.width}")
    if kind == "unruled":
        yield from rows
    elif kind == "empty-head":
        yield from (Line(f"|{'  |' * sheet.width}"), ruled, *rows)
    else:
        yield from (rows[0], ruled, *rows[1:])


def _between_bars(row: list[Cell], rng: Random) -> str:
    return f"| {' | '.join(flat(cell, rng) for cell in row)} |"

"""Prints reports as others publish them: the layouts of tables that were turned into text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell, columns_of
from govdisclosure.form.figures import print_figure
from govdisclosure.form.grids import form_rows
from govdisclosure.model.report import HEADINGS, TABLES
from govdisclosure.model.structure import Table

Rows: TypeAlias = list[list[GridCell]]
TablePrinter: TypeAlias = Callable[[Rows], Iterator[str]]

# Traditional characters of the labels, and a pinyin for each, as one real page converts them.
TRADITIONAL = dict(zip("开动规范总体况报业务类过结转办审", "開動規範總體況報業務類過結轉辦審", strict=True))
PINYIN = {
    "開": "kāi",
    "動": "dòng",
    "範": "fàn",
    "總": "zǒng",
    "體": "tǐ",
    "報": "bào",
    "類": "lèi",
    "轉": "zhuǎn",
    "審": "shěn",
}


def print_report(report: gd.AnnualReport, table: TablePrinter) -> str:
    """Print a report with its headings and tables; the narrative is one sentence a section."""
    lines = [report.title or "", *report.preamble]
    for section, heading in HEADINGS.items():
        lines.append(heading)
        if section in TABLES:
            lines.extend(table(rows_of(report, section)))
        else:
            lines.extend(getattr(report, section) or ())
    return "\n".join(lines) + "\n"


def rows_of(report: gd.AnnualReport, section: str) -> Rows:
    """Give the rows of a section's table, the figures printed in their cells."""
    table = getattr(report, section)
    assert isinstance(table, Table)
    return [
        [
            GridCell(print_figure(gd.get(report, f"{section}.{cell.path}")), cell.rows, cell.columns, cell.path)
            if cell.path
            else cell
            for cell in row
        ]
        for row in form_rows(type(table))
    ]


def row_a_line(rows: Rows) -> Iterator[str]:
    """Print ``规章 | 0 | 0 | 0 |``."""
    yield from ("".join(f"{cell.text} | " for cell in row).rstrip() for row in rows)


def row_a_line_padded(rows: Rows) -> Iterator[str]:
    """``行政许可 | 8 | |||``: a merged tail is padded to the width of the table."""
    width = sum(cell.columns for cell in rows[0])
    for row in rows:
        yield "".join(f"{cell.text} | " for cell in row) + "|" * (width - len(row))


def row_a_line_collapsed(rows: Rows) -> Iterator[str]:
    """``label | 3 | 3 | |||``: blank cells are gone, their bars stand at the end."""
    width = sum(cell.columns for cell in rows[0])
    for row in rows:
        filled = [cell for cell in row if cell.text]
        yield "".join(f"{cell.text} | " for cell in filled) + "|" * (width - len(filled))


def row_a_line_between_bars(rows: Rows) -> Iterator[str]:
    """Print ``| 规章 | 0 | 0 | 0 |``."""
    yield from (f"| {line}" for line in row_a_line(rows))


def row_a_line_written_out(rows: Rows) -> Iterator[str]:
    """Print a cell for every column of the grid, those that a span covers blank."""
    for row in columns_of(Grid(tuple(map(tuple, rows)))):
        cells = [""] * sum(cell.columns for cell in rows[0])
        for column, cell in row:
            cells[column] = cell.text
        yield f"| {' | '.join(cells)} |"


def markdown(rows: Rows) -> Iterator[str]:
    """Print a table of Markdown, with the rule below its first row."""
    lines = list(row_a_line_written_out(rows))
    yield lines[0]
    yield f"|{' --- |' * (lines[0].count('|') - 1)}"
    yield from lines[1:]


def cell_a_line_opened(rows: Rows) -> Iterator[str]:
    """Print a bar on a line of its own before each row of cells."""
    for row in rows:
        yield "|"
        yield from cell_a_line_of(row, rows)


def cell_a_line(rows: Rows) -> Iterator[str]:
    """A cell a line, blanks kept as lines of a bar, each row padded to the width of the table."""
    for row in rows:
        yield from cell_a_line_of(row, rows)


def cell_a_line_of(row: list[GridCell], rows: Rows) -> Iterator[str]:
    """Print one row, a cell a line."""
    width = sum(cell.columns for cell in rows[0])
    yield from (f"{cell.text} |".lstrip() for cell in row)
    yield from ["|" * (width - len(row))] if width > len(row) else []


def cell_a_line_collapsed(rows: Rows) -> Iterator[str]:
    """A cell a line, blank cells gone, their bars in the padding."""
    width = sum(cell.columns for cell in rows[0])
    for row in rows:
        filled = [cell for cell in row if cell.text]
        yield from (f"{cell.text} |" for cell in filled)
        yield from ["|" * (width - len(filled))] if width > len(filled) else []


def traditional(text: str) -> str:
    """Print a text in traditional characters."""
    return "".join(TRADITIONAL.get(character, character) for character in text)


def with_pinyin(text: str) -> str:
    """Print the pinyin of some characters behind them."""
    return re.sub(f"[{''.join(PINYIN)}]", lambda found: f"{found[0]}({PINYIN[found[0]]})", text)

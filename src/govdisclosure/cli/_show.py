"""``show``: a report in the terminal."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

import click
from rich import box
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from govdisclosure.cli._console import console, prose, text
from govdisclosure.cli._convert import print_notes, read_or_fail
from govdisclosure.cli._options import Command, common_options, words_of
from govdisclosure.layout.figures import print_figure
from govdisclosure.layout.form import figure_rows, form_grid
from govdisclosure.model._structure import block_cells, blocks, cell_nodes, cell_paths, cell_values
from govdisclosure.model.cells import label_of
from govdisclosure.model.report import HEADINGS, TABLES
from govdisclosure.model.requests import RequestsTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from govdisclosure.cli._words import Words
    from govdisclosure.model import _structure
    from govdisclosure.model.report import AnnualReport

_STACKED: Final = 2


@click.command("show", cls=Command)
@click.argument("file", metavar="FILE")
@click.option("--full", is_flag=True)
@common_options
@click.pass_context
def command(ctx: click.Context, file: str, *, full: bool) -> None:
    """Show a report."""
    words = words_of(ctx)
    reading = read_or_fail(file, words)
    screen = console()
    for part in _parts(reading.report, words, full=full):
        screen.print(part)
    print_notes(reading, words)


def _parts(report: AnnualReport, words: Words, *, full: bool) -> Iterator[RenderableType]:
    if report.title is not None:
        yield text(report.title, "bold")
    yield from _head(report, words)
    if report.preamble:
        yield Text()
    yield from _prose(report.preamble, words, full=full)
    for section, label in HEADINGS.items():
        found = getattr(report, section)
        yield Text()
        yield text(label, "bold")
        if found is None:
            yield text(words("no-table" if section in TABLES else "no-section"), "red")
        elif section in TABLES:
            yield grid(found, section, words)
            yield from _prose(found.notes, words, full=full)
        else:
            yield from _prose(found, words, full=full)
    for other in report.other_sections:
        yield Text()
        yield text(other.heading, "bold")
        yield from _prose(other.paragraphs, words, full=full)


def _head(report: AnnualReport, words: Words) -> Iterator[Text]:
    period = report.period and words("period", start=report.period.start, end=report.period.end)
    values = {
        "agency": report.agency and report.agency.name,
        "year": report.year,
        "period": period,
        "published": report.published,
    }
    for name, value in values.items():
        label = label_of(report, name) if words.language == "zh" else name
        yield Text.assemble(
            text(words("named", name=label, reason=""), "dim"), "" if value is None else text(str(value))
        )


def _prose(paragraphs: list[str], words: Words, *, full: bool) -> Iterator[Text]:
    if full:
        yield from map(prose, paragraphs)
    elif paragraphs:
        yield text(words.count("paragraphs", len(paragraphs)), "dim")


def grid(table: _structure.Table, section: str, words: Words) -> Table:
    """Lay the table of a section out for a terminal of 80 columns."""
    if isinstance(table, RequestsTable):
        return _table_three(table, words)
    return _table_two(table, section) if blocks(type(table))[0].declared.caption else _table_four(table)


def _printed(table: _structure.Table) -> dict[str, str]:
    return dict(zip(cell_paths(type(table)), map(print_figure, cell_values(table)), strict=True))


def _table_two(table: _structure.Table, section: str) -> Table:
    """Give a caption, a header and the figures of each block as rows of one table."""
    rows = form_grid(table, section).rows
    width = max(map(len, rows))
    shown = Table(box=box.SQUARE, show_header=False)
    for column in range(width):
        shown.add_column(justify="right" if column else "left", overflow="fold")
    for row in rows:
        is_figures = any(cell.path is not None for cell in row)
        if len(row) == 1:
            shown.add_section()
        style = "" if is_figures else "bold" if len(row) == 1 else "dim"
        cells = [prose(cell.text) for cell in row]
        shown.add_row(*cells, *[""] * (width - len(cells)), style=style)
    return shown


def _table_three(table: RequestsTable, words: Words) -> Table:
    """Give a column for each kind of applicant, and the rows of the form, those of a group under its label."""
    cls: type[_structure.Table] = type(table)
    shown = Table(box=box.SQUARE)
    shown.add_column(prose(words("separator").join(_groups(table, words)), "dim"), vertical="bottom", ratio=1)
    for node in blocks(cls):
        shown.add_column(_stacked(node.declared.label), justify="right", vertical="bottom", overflow="fold")
    printed = _printed(table)
    above: tuple[str, ...] = ()
    for row in figure_rows(cls):
        *groups, label = row.labels
        for depth, group in enumerate(groups):
            if above[: depth + 1] != tuple(groups[: depth + 1]):
                shown.add_row(_indented(group, depth))
        above = tuple(groups)
        shown.add_row(_indented(label, len(groups)), *(text(printed[path]) for path in row.paths))
    return shown


def _groups(table: RequestsTable, words: Words) -> Iterator[str]:
    """Say which columns are under a common label, for there is no room for one above them."""
    for group, nodes in groupby(blocks(type(table)), lambda node: node.chain[:-1]):
        if group:
            columns = words("list-separator").join(node.declared.label for node in nodes)
            yield words("group", group=group[0].label, columns=columns)


def _stacked(label: str) -> str:
    """Break a label every two characters, if it is longer than three."""
    if len(label) <= _STACKED + 1:
        return label
    return "\n".join(label[start : start + _STACKED] for start in range(0, len(label), _STACKED))


def _indented(label: str, depth: int) -> Padding:
    return Padding(prose(label), (0, 0, 0, 2 * depth))


def _table_four(table: _structure.Table) -> Table:
    """Give a row for each block."""
    nodes = blocks(type(table))
    shown = Table(box=box.SQUARE)
    shown.add_column()
    for cell in cell_nodes(nodes[0].declared.classes[0]):
        shown.add_column(cell.declared.label, justify="right", overflow="fold")
    printed = _printed(table)
    for node in nodes:
        shown.add_row(prose(node.label), *(printed[path] for path in block_cells(node)))
    return shown

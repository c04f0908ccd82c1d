"""``show``: a report in the terminal, with what a check finds marked on it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

import click
from rich import box
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from govdisclosure.cli._check import findings_of
from govdisclosure.cli._console import console, prose, text
from govdisclosure.cli._convert import print_notes, read_or_fail
from govdisclosure.cli._files import Known, Source
from govdisclosure.cli._marks import Marks
from govdisclosure.cli._options import Command, common_options, words_of
from govdisclosure.cli._outcomes import findings_table
from govdisclosure.cli._settings import settings_of
from govdisclosure.form.figures import print_figure
from govdisclosure.form.grids import figure_rows, form_rows
from govdisclosure.model.cells import label_of
from govdisclosure.model.report import HEADINGS, TABLES, agency_name
from govdisclosure.model.structure import (
    Shape,
    block_cells,
    blocks,
    cell_nodes,
    values_by_path,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rich.console import RenderableType

    from govdisclosure.cli._texts import Words
    from govdisclosure.model import structure
    from govdisclosure.model.findings import Findings
    from govdisclosure.model.notes import Reading
    from govdisclosure.model.report import AnnualReport

_STACKED: Final = 2


@click.command("show", cls=Command)
@click.argument("file", metavar="FILE")
@click.option("--full", is_flag=True)
@click.option("--no-check", "unchecked", is_flag=True)
@common_options
@click.pass_context
def command(ctx: click.Context, /, file: str, *, full: bool, unchecked: bool) -> None:
    """Show a report, with what a check finds."""
    words, screen = words_of(ctx), console()
    source = Source(file)
    reading = read_or_fail(file, words, Known())
    findings = None if unchecked else _checked(reading, source, words)
    marks = Marks(tuple(findings or ()), reading.notes)
    for part in (*parts(reading.report, words, marks, full=full), *_below(findings, reading.report, words, marks)):
        screen.print(part)
    print_notes(reading, words)


def _checked(reading: Reading, source: Source, words: Words) -> Findings:
    (settings,) = settings_of([source], words, config=None, without=False)
    return findings_of(reading, source, settings)


def _below(findings: Findings | None, report: AnnualReport, words: Words, marks: Marks) -> Iterator[RenderableType]:
    """Give the legend of the signs and the list of findings; nothing of findings where none were looked for."""
    legend = marks.legend(words)
    if legend:
        yield Text()
        yield legend
    if findings is not None:
        yield Text()
        yield findings_table(findings, report, words) if findings else Text(words("clean"), "green")


def parts(
    report: AnnualReport,
    words: Words,
    marks: Marks,
    *,
    full: bool = False,
    below: Callable[[str], Iterable[RenderableType]] = lambda _: (),
) -> Iterator[RenderableType]:
    """
    Give a report as parts to be printed.

    Args:
        report: The report.
        words: The language.
        marks: What is marked on it.
        full: Whether the text of the sections is shown, and not the number of its paragraphs.
        below: Gives what stands below a section, by its name; below the metadata, by an empty one.
    """
    if report.title is not None:
        yield marks.on(text(report.title, "bold"), "title")
    yield from _metadata(report, words, marks)
    yield from below("")
    if report.preamble:
        yield Text()
    yield from _prose(report.preamble, "preamble", words, marks, full=full)
    for section, label in HEADINGS.items():
        part = getattr(report, section)
        yield Text()
        yield marks.on(text(label, "bold"), section)
        if part is None:
            yield text(words("no-table" if section in TABLES else "no-section"), "red")
        elif section in TABLES:
            yield _grid(part, section, words, marks)
            yield from _prose(part.notes, f"{section}.notes", words, marks, full=full)
        else:
            yield from _prose(part, section, words, marks, full=full)
        yield from below(section)
    without_table = {label for section, label in HEADINGS.items() if getattr(report, section) is None}
    for place, other in enumerate(report.other_sections):
        if not other.paragraphs and other.heading in without_table:
            # 三、…, of which the table is a picture, stands above already.
            continue
        yield Text()
        yield text(other.heading, "bold")
        if not other.paragraphs:
            yield text(words("heading-alone"), "dim")
        yield from _prose(other.paragraphs, f"other_sections[{place}].paragraphs", words, marks, full=full)


def _metadata(report: AnnualReport, words: Words, marks: Marks) -> Iterator[Text]:
    period = report.period and words("period", start=report.period.start, end=report.period.end)
    values = {
        "agency": agency_name(report),
        "year": report.year,
        "period": period,
        "published": report.published,
    }
    for name, value in values.items():
        label = label_of(report, name) if words.language == "zh" else name
        shown = text("" if value is None else str(value))
        yield Text.assemble(text(words("named", name=label, reason=""), "dim"), marks.on(shown, name))


def _prose(paragraphs: list[str], path: str, words: Words, marks: Marks, *, full: bool) -> Iterator[Text]:
    paths = [f"{path}[{place}]" for place in range(len(paragraphs))]
    if full:
        yield from (marks.on(prose(paragraph), each) for paragraph, each in zip(paragraphs, paths, strict=True))
    elif paragraphs:
        yield marks.on(text(words.count("paragraphs", len(paragraphs)), "dim"), *paths)


def _grid(table: structure.Table, section: str, words: Words, marks: Marks) -> Table:
    """Lay the table of a section out for a terminal of 80 columns."""
    if table.shape is Shape.COLUMNS:
        return _table_three(table, section, words, marks)
    if table.shape is Shape.CAPTIONS:
        return _table_two(table, section, marks)
    return _table_four(table, section, marks)


def _printed(table: structure.Table, section: str, marks: Marks) -> dict[str, Text]:
    """Print the figures of a table, by their paths from the table."""
    figures = values_by_path(table)
    return {path: marks.on(text(print_figure(figure)), f"{section}.{path}") for path, figure in figures.items()}


def _labelled(label: str, section: str, paths: Iterable[str], marks: Marks) -> Text:
    """Give the label of a row, with the numbers of the notes on its cells."""
    numbers = marks.numbers(f"{section}.{path}" for path in paths)
    return prose(f"{label} {numbers}" if numbers else label)


def _table_two(table: structure.Table, section: str, marks: Marks) -> Table:
    """Give a caption, a header and the figures of each block as rows of one table."""
    rows = form_rows(type(table))
    width = max(map(len, rows))
    shown = Table(box=box.SQUARE, show_header=False)
    for column in range(width):
        shown.add_column(justify="right" if column else "left", overflow="fold")
    printed = _printed(table, section, marks)
    for label, *beside in rows:
        paths = [cell.path for cell in beside if cell.path is not None]
        if not beside:
            shown.add_section()
        style = "" if paths else "dim" if beside else "bold"
        cells = [prose(cell.text) if cell.path is None else printed[cell.path] for cell in beside]
        first = _labelled(label.text, section, paths, marks)
        shown.add_row(first, *cells, *[""] * (width - 1 - len(cells)), style=style)
    return shown


def _table_three(table: structure.Table, section: str, words: Words, marks: Marks) -> Table:
    """Give a column for each kind of applicant, and the rows of the form, those of a group under its label."""
    cls: type[structure.Table] = type(table)
    shown = Table(box=box.SQUARE)
    shown.add_column(prose(words("separator").join(_groups(table, words)), "dim"), vertical="bottom", ratio=1)
    for node in blocks(cls):
        shown.add_column(_stacked(node.declared.label), justify="right", vertical="bottom", overflow="fold")
    printed = _printed(table, section, marks)
    above: tuple[str, ...] = ()
    for row in figure_rows(cls):
        *groups, label = row.labels
        for depth, group in enumerate(groups):
            if above[: depth + 1] != tuple(groups[: depth + 1]):
                shown.add_row(Padding(prose(group), (0, 0, 0, 2 * depth)))
        above = tuple(groups)
        labelled = Padding(_labelled(label, section, row.paths, marks), (0, 0, 0, 2 * len(groups)))
        shown.add_row(labelled, *(printed[path] for path in row.paths))
    return shown


def _groups(table: structure.Table, words: Words) -> Iterator[str]:
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


def _table_four(table: structure.Table, section: str, marks: Marks) -> Table:
    """Give a row for each block."""
    nodes = blocks(type(table))
    shown = Table(box=box.SQUARE)
    shown.add_column()
    for cell in cell_nodes(nodes[0].declared.classes[0]):
        shown.add_column(cell.declared.label, justify="right", overflow="fold")
    printed = _printed(table, section, marks)
    for node in nodes:
        paths = block_cells(node)
        shown.add_row(_labelled(node.label, section, paths, marks), *(printed[path] for path in paths))
    return shown

"""Lines that hold a table of the form, read into the table: each figure in its cell, or a note."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from attrs import frozen

from govdisclosure.form.figures import UnreadableError, print_figure, read_counts, read_figure
from govdisclosure.form.grids import figure_rows
from govdisclosure.form.wording import note
from govdisclosure.model.notes import Note, RowPlace
from govdisclosure.model.structure import Table, filled
from govdisclosure.reading.labels import editions_printed
from govdisclosure.reading.tables.compare_heads import compare_columns, compare_heads
from govdisclosure.reading.tables.doubtful import doubt_glued
from govdisclosure.reading.tables.draft import TableDraft, declarations, rows_of_counts
from govdisclosure.reading.tables.edition import cells_in_doubt, likeliest, told_by_numbers
from govdisclosure.reading.tables.grids import rows_of_grid
from govdisclosure.reading.tables.left_over import note_left_over
from govdisclosure.reading.tables.lines import GridLine, Line, TableParts
from govdisclosure.reading.tables.official_cells import places_of_rows, read_official
from govdisclosure.reading.tables.placement import place_lost_rows
from govdisclosure.reading.tables.repeats import refuse_break, rows_by_number, tell_once
from govdisclosure.reading.tables.rows import UNTOLD, Doubt, Row, is_told_by_label
from govdisclosure.reading.tables.text_rows import rows_of_lines
from govdisclosure.reading.tables.units import other_units, units_of_money

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govdisclosure.model.notes import Source


@frozen
class TableReading:
    """
    A table as read.

    Args:
        table: The table.
        notes: Notes that name every cell whose figure could be another.
        unplaced: The rows whose figures, if they have any, could not be placed.
        rows: Where the rows stand.
        remarks: Words in the table that are neither label nor figure, text of its section.
    """

    table: Table
    notes: list[Note]
    unplaced: list[Row]
    rows: list[RowPlace]
    remarks: Sequence[str] = ()


@frozen
class Around:
    """
    What a document tells of a table by what is around it.

    Args:
        own: Whether our writer wrote it.
        last: Whether nothing follows the table.
        year: The year of the report, which tells the edition where the labels do not; None if it is not known.
        beside: The text above and below the table.
        tables: All its tables.
    """

    own: bool
    last: bool
    year: int | None = None
    beside: Sequence[str] = ()
    tables: Collection[TableParts] = ()


def read_table(section: str, parts: TableParts, around: Around) -> TableReading:
    """
    Read one table, all pieces of it.

    Args:
        section: Name of the section.
        parts: What is printed of it.
        around: What is around them.

    Raises:
        ReadError: If the table stands there twice, or the document breaks off inside it.
    """
    beside = () if around.own else around.beside
    if parts.official is not None:
        table = read_official(parts.official, beside, own=around.own)
        if table is not None:
            return TableReading(table, [], [], places_of_rows(parts.official))
    lines = parts.lines
    stated = list(chain.from_iterable(line.stated for line in lines))
    editions = editions_printed(section, stated, around.year)
    cls = likeliest(editions, stated)
    printed = _rows(lines, cls, own=around.own)
    told = told_by_numbers(cls, printed)
    if told is not None:
        editions = [told]
        # Most often, the numbers say no more than the labels.
        if told is not cls:
            cls, printed = told, _rows(lines, told, own=around.own)
    draft = TableDraft(section, cls, units_of_money(stated, beside, cls))
    unsure = cells_in_doubt(cls, editions, printed, around.year)
    if unsure:
        paths = (f"{section}.{path}" for path in unsure)
        draft.notes.append(note("LABEL-ODD", paths, raw=stated[0], source=lines[0].source))
    rows = rows_by_number(draft, printed)
    if not around.own:
        compare_heads(draft, stated, rows, year=around.year)
        doubt_glued(rows.values(), cls, around.tables)
    compare_columns(draft, lines, printed)
    if around.last:
        refuse_break(draft, rows)
    _read_rows(draft, rows, lines[0].source)
    place_lost_rows(draft)
    tell_once(draft)
    for path, unit in () if around.own else other_units(stated, beside, cls).items():
        _take_out(draft, path, unit, rows)
    remarks = note_left_over(draft, lines, printed, around.year)
    return TableReading(filled(cls, draft.known), draft.notes, draft.unplaced, _places(section, rows), remarks)


def _places(section: str, rows: Mapping[int, Row]) -> list[RowPlace]:
    """Give where rows of figures stand."""
    return [
        RowPlace(section, number, row.source, tuple(row.columns) if row.is_placed else ())
        for number, row in rows.items()
        if row.source is not None
    ]


def _rows(lines: Sequence[Line | GridLine], cls: type[Table], *, own: bool) -> list[Row]:
    in_grid = [line for line in lines if isinstance(line, GridLine)]
    if in_grid:
        return rows_of_grid(in_grid, cls)
    return rows_of_lines([line for line in lines if isinstance(line, Line)], cls, own=own)


def _read_rows(draft: TableDraft, rows: Mapping[int, Row], begin: Source | None) -> None:
    for number, form_row in enumerate(figure_rows(draft.cls)):
        if number in rows:
            _read_row(draft, number, rows[number])
        elif not draft.names(form_row.paths):
            draft.leave_out(form_row.paths, Row(number, " / ".join(form_row.labels), begin))


def _read_row(draft: TableDraft, number: int, row: Row) -> None:
    form_row = figure_rows(draft.cls)[number]
    if not row.doubts.isdisjoint(UNTOLD):
        sure = is_told_by_label(row, draft.cls)
        draft.note("LABEL-ODD", () if sure else form_row.paths, row, row.label or None)
    if Doubt.HEADS in row.doubts:
        draft.leave_out(form_row.paths, row)
        return
    if not row.is_placed:
        draft.lost[form_row.paths] = row
        return
    counts = read_counts(row.cells) if rows_of_counts(draft.cls)[number] else None
    if counts is not None:
        draft.known.update(zip(form_row.paths, counts, strict=True))
        return
    declared = declarations(draft.cls)
    for place, (path, text) in enumerate(zip(form_row.paths, row.cells, strict=True)):
        try:
            draft.known[path] = read_figure(text, declared[path], draft.units.get(path))
        except UnreadableError:
            draft.note("CELL-UNREADABLE", (path,), row, text, column=row.column_of(place))
            draft.unplaced.append(row)


def _take_out(draft: TableDraft, path: str, unit: str, rows: Mapping[int, Row]) -> None:
    """Leave a count out that is printed in another unit than the form has, with a note."""
    value = draft.known.get(path)
    if not isinstance(value, int):
        return
    number, place = next(
        (number, form_row.paths.index(path))
        for number, form_row in enumerate(figure_rows(draft.cls))
        if path in form_row.paths
    )
    row = rows[number]
    text = row.cells[place] if row.is_placed else print_figure(value)
    del draft.known[path]
    draft.unplaced.append(row)
    draft.note("CELL-UNREADABLE", (path,), row, f"{text} {unit}", column=row.column_of(place))

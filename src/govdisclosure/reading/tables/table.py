"""Lines that hold a table of the form, read into the table: each figure in its cell, or a note."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import define, evolve, field, frozen

from govdisclosure.form.figures import UnreadableError, is_figure, print_figure, read_counts, read_figure
from govdisclosure.form.grids import FigureRow, figure_rows, form_rows
from govdisclosure.form.thresholds import SHARE_OF_SECOND_FORM
from govdisclosure.form.wording import line_of, note, problem
from govdisclosure.model.declare import Declaration, Kind
from govdisclosure.model.editions import EDITIONS, edition_of
from govdisclosure.model.notes import Note
from govdisclosure.model.report import HEADINGS
from govdisclosure.model.structure import Shape, Table, cache, cell_nodes, filled
from govdisclosure.model.values import MAX_DIGITS, CellValue
from govdisclosure.reading.labels import (
    editions_printed,
    header_key,
    headers_of_rows,
    is_of_other_edition,
    table_labels,
)
from govdisclosure.reading.tables.column_heads import are_moved, moved_columns
from govdisclosure.reading.tables.grids import rows_of_grid
from govdisclosure.reading.tables.lines import GridLine, Line
from govdisclosure.reading.tables.placement import Placement, contradicts_itself, placements
from govdisclosure.reading.tables.rows import BETWEEN, Doubt, Row
from govdisclosure.reading.tables.text_rows import rows_of_lines
from govdisclosure.reading.tables.units import other_units, units_of_money
from govdisclosure.vocabulary.fold import key
from govdisclosure.vocabulary.spellings import official_column_head

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@frozen
class TableReading:
    """
    A table as read.

    Args:
        table: The table.
        notes: Notes that name every cell whose figure could be another.
        unplaced: The rows whose figures, if they have any, could not be placed.
    """

    table: Table
    notes: list[Note]
    unplaced: list[Row]


@define
class _Table:
    """A table that is being read: its cells so far, the rows whose columns are lost, and the notes."""

    section: str
    cls: type[Table]
    units: dict[str, str]
    known: dict[str, CellValue] = field(factory=dict)
    lost: dict[tuple[str, ...], Row] = field(factory=dict)
    notes: list[Note] = field(factory=list)
    unplaced: list[Row] = field(factory=list)
    empty: list[Note] = field(factory=list)

    def leave_out(self, paths: Iterable[str], row: Row) -> None:
        """Leave a row of the document out, with a note on the cells that it may be of."""
        self.unplaced.append(row)
        self.note("UNPLACED", paths, row)
        if not row.stated:
            self.empty.append(self.notes[-1])

    def note(self, code: str, paths: Iterable[str], row: Row, raw: str | None = None, *, column: int = -1) -> None:
        """Add a note on cells of the table, on one that stands in a known ``column`` of its grid with that."""
        absolute = (f"{self.section}.{path}" for path in paths)
        source = row.source
        if source is not None and column >= 0:
            source = evolve(source, column=column + 1)
        self.notes.append(note(code, absolute, raw=row.raw if raw is None else raw, source=source))


@frozen
class Around:
    """
    What a document tells of a table by what is around it.

    Args:
        own: Whether our writer wrote it.
        last: Whether nothing follows the table.
        year: The year of the report, which tells the edition where the labels do not; None if it is not known.
        beside: The text above and below the table.
    """

    own: bool
    last: bool
    year: int | None = None
    beside: Sequence[str] = ()


def read_table(section: str, lines: Sequence[Line | GridLine], around: Around) -> TableReading:
    """
    Read the lines of one table, all pieces of it.

    Args:
        section: Name of the section.
        lines: The lines.
        around: What is around them.

    Raises:
        ReadError: If the table stands there twice, or the document breaks off inside it.
    """
    stated = [cell for line in lines for cell in line.stated]
    editions = editions_printed(section, stated, around.year)
    readings = {cls: _rows(lines, cls, own=around.own) for cls in editions}
    # Of editions that are nearly as likely, the likeliest that has a place for all that is printed.
    cls = min(editions, key=lambda cls: sum(map(_is_left_over, readings[cls])))
    all_rows = readings[cls]
    draft = _Table(section, cls, units_of_money(stated, () if around.own else around.beside, cls))
    if len(editions) > 1 and _is_in_doubt(cls, all_rows, around.year):
        draft.notes.append(note("LABEL-ODD", (section,), raw=BETWEEN.join(stated[:1]), source=lines[0].source))
    rows = _rows_by_number(draft, all_rows)
    for number, headers in () if around.own else headers_of_rows(stated, cls).items():
        if number in rows:
            rows[number].doubts |= _compare_headers(draft, rows[number], headers)
    if not around.own and _are_spans_filled(stated, cls):
        for number in rows.keys() & _rows_with_spans(cls):
            rows[number].doubts.add(Doubt.HEADS)
    _compare_columns(draft, lines, all_rows)
    if around.last:
        _refuse_break(draft, rows)
    for number, form_row in enumerate(figure_rows(cls)):
        row = rows.get(number)
        if row is None:
            draft.leave_out(form_row.paths, Row(number, " / ".join(form_row.labels), lines[0].source))
        else:
            _read_row(draft, row, form_row)
    _place(draft)
    _tell_once(draft)
    for path, unit in () if around.own else other_units(stated, around.beside, cls).items():
        _take_out(draft, path, unit, rows)
    return TableReading(filled(cls, draft.known), draft.notes, draft.unplaced)


def _is_left_over(row: Row) -> bool:
    """Tell whether nothing but the rows around it tells a row, if anything does."""
    return row.number is None or Doubt.ORDER in row.doubts


def _is_in_doubt(cls: type[Table], rows: Iterable[Row], year: int | None) -> bool:
    """Tell whether a table of another edition than that of the year can be one of that which has lost rows."""
    sure = {row.number for row in rows if not row.doubts & {Doubt.LABEL, Doubt.ORDER}}
    is_whole = sure >= set(range(len(figure_rows(cls))))
    return not is_whole and year is not None and cls not in EDITIONS[edition_of(year)].tables.values()


def _rows(lines: Sequence[Line | GridLine], cls: type[Table], *, own: bool) -> list[Row]:
    in_grid = [line for line in lines if isinstance(line, GridLine)]
    return (
        rows_of_grid(in_grid, cls)
        if in_grid
        else rows_of_lines([line for line in lines if isinstance(line, Line)], cls, own=own)
    )


def _rows_by_number(draft: _Table, rows: Iterable[Row]) -> dict[int, Row]:
    """Take each row that stands there once; say what is left over, and refuse a table that stands there twice."""
    by_number: dict[int, list[Row]] = {}
    for row in rows:
        if row.number is None:
            draft.leave_out((), row)
        else:
            by_number.setdefault(row.number, []).append(row)
    taken: dict[int, Row] = {}
    repeated: list[Row] = []
    form = len(figure_rows(draft.cls))
    blank = sum(any(row.stated for row in same) and not all(row.stated for row in same) for same in by_number.values())
    for number, same in by_number.items():
        # 规章 in a menu, or the empty form, above or below the table
        printed = [row for row in same if row.stated or (row.is_placed and blank * SHARE_OF_SECOND_FORM < form)]
        taken[number] = next((row for row in printed if row.stated), same[0])
        for row in printed:
            if row is not taken[number] and (row.stated or row.cells != taken[number].cells):
                # 行政处罚 | | and 行政处罚 | 7: of one of them, the label is that of another row.
                draft.leave_out(figure_rows(draft.cls)[number].paths, row)
        repeated += [row for row in printed if row.stated and row is not taken[number]]
    # Of table IV, which is one row, others can be pieces of it.
    pieces = draft.cls.shape is Shape.ROW
    if any(row.is_placed for row in repeated) if pieces else len(repeated) * SHARE_OF_SECOND_FORM >= form:
        raise problem("TWO-FORMS", heading=HEADINGS[draft.section], place=line_of(repeated[0].source))
    return taken


def _refuse_break(draft: _Table, rows: Mapping[int, Row]) -> None:
    form = figure_rows(draft.cls)
    final = rows.get(len(form) - 1)
    if final is None:
        missing = next(
            number for number in range(len(form)) if not any(later in rows for later in range(number, len(form)))
        )
        looked_for = " / ".join(form[missing].labels) or form[missing].paths[0]
        raise problem("BREAKS-OFF", heading=HEADINGS[draft.section], looked_for=looked_for)
    if Doubt.END in final.doubts:
        counts = {"expected": len(form[-1].paths), "found": len(final.stated)}
        raise problem("ROW-BREAKS-OFF", heading=HEADINGS[draft.section], place=line_of(final.source), **counts)


def _read_row(draft: _Table, row: Row, form_row: FigureRow) -> None:
    if row.doubts & {Doubt.LABEL, Doubt.ORDER}:
        # A label that is whole but for a remark can be that of no other row.
        remarked = table_labels(draft.cls).remarked(row.label)
        sure = remarked is not None and remarked.row == row.number
        draft.note("LABEL-ODD", () if sure else form_row.paths, row, row.label or None)
    if Doubt.HEADS in row.doubts:
        draft.leave_out(form_row.paths, row)
        return
    if not row.is_placed:
        draft.lost[form_row.paths] = row
        return
    # In a grid, the cells are blank from which figures that stand together come.
    has_room = not row.columns or len(row.stated) < len(row.cells)
    if has_room and any(map(_are_glued, row.cells)):
        draft.leave_out(form_row.paths, row)
        return
    counts = read_counts(row.cells) if _are_counts(draft.cls)[row.number or 0] else None
    if counts is not None:
        draft.known.update(zip(form_row.paths, counts, strict=True))
        return
    declared = _declarations(draft.cls)
    for place, (path, text) in enumerate(zip(form_row.paths, row.cells, strict=True)):
        try:
            draft.known[path] = read_figure(text, declared[path], draft.units.get(path))
        except UnreadableError:
            column = row.columns[place] if row.columns else -1
            draft.note("CELL-UNREADABLE", (path,), row, text, column=column)
            draft.unplaced.append(row)


def _are_glued(text: str) -> bool:
    """Tell whether digits are no figure, and so several without a blank between them."""
    # 322365259199912516791030203301
    return text.isdecimal() and (len(text) > MAX_DIGITS or not is_figure(text))


def _compare_headers(draft: _Table, row: Row, headers: Sequence[str]) -> set[Doubt]:
    """
    Compare the headers above a row with those of the form, and note what differs.

    Returns:
        What is in doubt: the figures mean something else below heads of another edition.
    """
    paths = figure_rows(draft.cls)[row.number or 0].paths
    expected = [header_key(_declarations(draft.cls)[path].label) for path in paths]
    keys = [official_column_head(header_key(header)) for header in headers]
    if not set(expected) & set(keys) and any(is_of_other_edition(header, draft.cls) for header in keys):
        return {Doubt.HEADS}
    if len(keys) == len(expected) and keys != expected:
        draft.note("LABEL-ODD", paths if are_moved(keys, expected) else (), row, " | ".join(headers))
    return set()


def _are_spans_filled(stated: Iterable[str], cls: type[Table]) -> bool:
    """Tell whether what spans several columns is written into each of them, the figures as well."""
    # 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项
    spanning = {key(cell.text) for row in form_rows(cls) for cell in row if cell.columns > 1 and cell.text}
    twice = {first for first, second in pairwise(map(key, stated)) if first == second and first in spanning}
    return len(twice) > 1


@cache
def _rows_with_spans(cls: type[Table]) -> frozenset[int]:
    """Give the rows of figures of which some span several columns."""
    rows = [row for row in form_rows(cls) if any(cell.path for cell in row)]
    return frozenset(number for number, row in enumerate(rows) if any(cell.path and cell.columns > 1 for cell in row))


def _compare_columns(draft: _Table, lines: Sequence[Line | GridLine], rows: Sequence[Row]) -> None:
    """Note the cells of columns that stand in another order than on the form."""
    if draft.cls.shape is Shape.CAPTIONS:  # Its blocks have column heads of their own.
        return
    moved = moved_columns(lines, rows, draft.cls)
    if moved:
        paths = (row.paths[place] for row in figure_rows(draft.cls) for place in moved)
        draft.note("LABEL-ODD", paths, Row(None, "", lines[0].source), " | ".join(dict.fromkeys(moved.values())))


@cache
def _declarations(cls: type[Table]) -> dict[str, Declaration]:
    return {node.path: node.declared for node in cell_nodes(cls)}


@cache
def _are_counts(cls: type[Table]) -> tuple[bool, ...]:
    """Tell of each row of figures whether all its cells hold counts."""
    declared = _declarations(cls)
    return tuple(all(declared[path].kind is Kind.COUNT for path in row.paths) for row in figure_rows(cls))


def _place(draft: _Table) -> None:
    """Place the figures of rows that have lost their blanks, as far as the identities tell."""
    figures = {paths: _figures(draft, paths, row) for paths, row in draft.lost.items()}
    readable = {paths: values for paths, values in figures.items() if values is not None}
    possible = placements(draft.cls, draft.known, readable) if readable else {}
    contradictory = not all(possible.values()) or (bool(possible) and contradicts_itself(draft.cls, draft.known))
    for paths, row in draft.lost.items():
        _settle(draft, paths, row, possible.get(paths, []), doubtful=contradictory)


def _tell_once(draft: _Table) -> None:
    """Tell in one note of a table whose rows all lack their values."""
    form = figure_rows(draft.cls)
    if len(form) == 1 or draft.known or any(row.stated for row in draft.unplaced):
        return
    lacking = set(draft.empty)
    draft.notes = [each for each in draft.notes if each not in lacking]
    raw = " / ".join(row.label for row in draft.unplaced)
    paths = [path for row in form for path in row.paths]
    draft.note("UNPLACED", paths, draft.unplaced[0], raw)


def _figures(draft: _Table, paths: tuple[str, ...], row: Row) -> list[CellValue] | None:
    """Read the figures of a row; None where they cannot be placed: too many, lost, glued, unreadable."""
    declared = _declarations(draft.cls)[paths[0]]
    if draft.cls.shape is not Shape.COLUMNS or len(row.stated) > len(paths) or Doubt.FIGURES in row.doubts:
        return None
    try:
        return [read_figure(text, declared) for text in row.stated]
    except UnreadableError:
        return None


def _take_out(draft: _Table, path: str, unit: str, rows: Mapping[int, Row]) -> None:
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
    column = row.columns[place] if row.is_placed and row.columns else -1
    del draft.known[path]
    draft.unplaced.append(row)
    draft.note("CELL-UNREADABLE", (path,), row, f"{text} {unit}", column=column)


def _settle(draft: _Table, paths: tuple[str, ...], row: Row, possible: Sequence[Placement], *, doubtful: bool) -> None:
    if not possible or not row.stated:
        draft.leave_out(paths, row)
        return
    if len(possible) == 1:
        draft.known.update(zip(paths, possible[0], strict=True))
        draft.note("INFERRED", paths, row)
        return
    columns = list(zip(*possible, strict=True))
    # Figures that break identities of the table, or a total that no placement leaves stated, speak against these.
    doubtful = doubtful or all(placement[-1] is None for placement in possible)
    unsure = [
        path for path, column in zip(paths, columns, strict=True) if doubtful or len(set(map(print_figure, column))) > 1
    ]
    usual = _usual(row, possible)
    taken = usual or [column[0] if path not in unsure else None for path, column in zip(paths, columns, strict=True)]
    draft.known.update(zip(paths, taken, strict=True))
    # The whole row: a report whose sums contradict each other can rule out the placement that is printed.
    draft.note("AMBIGUOUS", paths, row)


def _usual(row: Row, possible: Sequence[Placement]) -> Placement | None:
    """Give the usual meaning of exactly two equal figures: 自然人 and 总计, if no identity refutes it."""
    if len(row.stated) != 2:
        return None
    ends = (placement for placement in possible if placement[0] is not None and placement[-1] is not None)
    return next((placement for placement in ends if placement[0] == placement[-1]), None)

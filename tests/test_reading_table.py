"""One table as it is read: its figures, the notes on them, and where its rows stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.model.notes import RowPlace, Source
from govdisclosure.reading.tables.lines import TableParts, lines_in
from govdisclosure.reading.tables.table import Around, TableReading, read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TABLE_II = "proactive_disclosure"
RULES = ("第二十条第（一）项 |", "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |")
LICENSING = ("第二十条第（五）项 |", "信息内容 | 本年处理决定数量 |")


def read(section: str, grid: Grid, *, own: bool = False) -> TableReading:
    """Read a table of a report on 2023."""
    parts = TableParts()
    parts.add(lines_in(grid))
    return read_table(section, parts, Around(own=own, last=False, year=2023))


def in_lines(*lines: str, with_places: bool = True) -> Grid:
    """Give a table in lines of text."""
    sources = tuple(Source(line=number) for number in range(1, len(lines) + 1)) if with_places else ()
    return Grid(tuple(tuple(map(GridCell, line.split("|"))) for line in lines), lines=True, sources=sources)


def in_cells(*rows: Sequence[str]) -> Grid:
    """Give a table whose cells have columns."""
    sources = tuple(Source(table=1, row=number) for number in range(1, len(rows) + 1))
    return Grid(tuple(tuple(map(GridCell, row)) for row in rows), sources=sources)


def noted(code: str, reading: TableReading) -> list[tuple[str | None, list[str], Source | None]]:
    """Give the notes of a code: what is quoted, the cells without their section, and where that stands."""
    cells: Iterable[list[str]] = ([path.partition(".")[2] for path in note.paths] for note in reading.notes)
    return [
        (note.raw, paths, note.source) for note, paths in zip(reading.notes, cells, strict=True) if note.code == code
    ]


def test_a_row_whose_label_is_lost_is_quoted_by_its_figures() -> None:
    """There is nothing else to quote."""
    lost = read(TABLE_II, in_lines(*RULES, "规章 | 1 | 2 | 3 |", " | 4 | 5 | 6 |", *LICENSING, "行政许可 | 8 |"))
    cells = [f"normative_documents.{name}" for name in ("issued", "repealed", "in_force")]

    assert noted("LABEL-ODD", lost) == [("4 | 5 | 6", cells, Source(line=4))]


def test_rows_have_places_where_the_document_tells_them() -> None:
    """In lines, they have no columns."""
    rules = (*RULES, "规章 | 1 | 2 | 3 |")

    assert read(TABLE_II, in_lines(*rules)).rows == [RowPlace(TABLE_II, 0, Source(line=3), ())]
    assert read(TABLE_II, in_lines(*rules, with_places=False)).rows == []


def test_cells_that_could_not_be_placed_have_no_columns() -> None:
    """In a table of cells, the others have."""
    full, glued = ("规章", "1", "2", "3"), ("行政规范性文件", "456", "", "")
    heads = [line.removesuffix(" |").split(" | ") for line in RULES]

    assert read(TABLE_II, in_cells(*heads, full)).rows == [RowPlace(TABLE_II, 0, Source(table=1, row=3), (1, 2, 3))]
    assert read(TABLE_II, in_cells(*heads, full, glued)).rows[1:] == [
        RowPlace(TABLE_II, 1, Source(table=1, row=4), (1, 2, 3))
    ]


def test_a_count_in_another_unit_is_quoted_as_it_is_printed() -> None:
    """With its cell, where the table has cells."""
    paths = ["licensing.decisions"]
    licensing = [line.removesuffix(" |").split(" | ") for line in LICENSING]

    assert noted("CELL-UNREADABLE", read(TABLE_II, in_lines(*LICENSING, "行政许可（万件） | ８ |"))) == [
        ("８ 万件", paths, Source(line=3))
    ]
    assert noted("CELL-UNREADABLE", read(TABLE_II, in_cells(*licensing, ("行政许可（万件）", "８")))) == [
        ("８ 万件", paths, Source(table=1, row=3, column=2))
    ]


def test_our_own_tables_have_the_units_of_the_form() -> None:
    """What our writer wrote names no other."""
    reading = read(TABLE_II, in_lines(*LICENSING, "行政许可（万件） | 8 |"), own=True)

    assert noted("CELL-UNREADABLE", reading) == []

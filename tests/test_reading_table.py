"""One table as it is read: its figures, the notes on them, and where its rows stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure import Requests
from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.form.grids import figure_rows
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


def test_rows_that_another_one_puts_in_doubt_have_no_columns() -> None:
    """行政处罚 has two figures, so that nobody knows how the others are printed."""
    heads = "信息内容 |  |  | 本年处理决定数量"
    rows = read(TABLE_II, in_lines(heads, "行政许可 |  |  | 8", "行政处罚 | 7 | 9 | ", "规章 | 1 |  | 3")).rows

    assert [row.columns for row in rows] == [(3,), (), ()]


def test_a_count_in_another_unit_of_a_row_whose_blanks_are_gone_is_quoted_as_it_is_inferred() -> None:
    """What stands in its place may be the figure of another column."""
    heads = "项目 | 自然人 | 商业企业 | 科研机构（万件） | 社会公益组织 | 法律服务机构 | 其他 | 总计 |"
    nought = " | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"
    reading = read(
        "requests",
        in_lines(
            heads,
            "一、本年新收政府信息公开申请数量 | 5 | 2 | 1 | 1 | 1 | 10 |",
            f"二、上年结转政府信息公开申请数量{nought}",
            "（七）总计 | 5 | 0 | 2 | 1 | 1 | 1 | 10 |",
            f"四、结转下年度继续办理{nought}",
        ),
    )

    kind = "legal_person.research_institution"
    assert noted("CELL-UNREADABLE", reading)[0] == ("2 万件", [f"{kind}.newly_received"], Source(line=2))


def test_rows_that_are_numbered_as_in_the_other_edition_are_read_by_that() -> None:
    """In whatever words, and whichever edition the heads and the year speak for."""
    rows = [row.labels[-1] for row in figure_rows(Requests)]
    words = ["1.逾期不补正", "2.逾期不缴费", "3.其他情形"]
    lines = [f"{label} |{' 0 |' * 6} {number} |" for number, label in enumerate([*rows[:20], *words, *rows[23:]])]
    parts = TableParts()
    parts.add(lines_in(in_lines(*lines)))

    reading = read_table("requests", parts, Around(own=False, last=False, year=2019))

    assert isinstance(reading.table, Requests)
    assert [row.number for row in reading.rows] == list(range(len(rows)))
    assert [note.raw for note in reading.notes if note.code == "LABEL-ODD"] == words


def test_our_own_tables_have_the_units_of_the_form() -> None:
    """What our writer wrote names no other."""
    reading = read(TABLE_II, in_lines(*LICENSING, "行政许可（万件） | 8 |"), own=True)

    assert noted("CELL-UNREADABLE", reading) == []

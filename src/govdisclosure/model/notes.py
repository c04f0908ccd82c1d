"""What a reader tells of its reading: notes, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from attrs import field, frozen

from govdisclosure.model.given import gone_through
from govdisclosure.model.message import Message
from govdisclosure.model.paths import as_paths
from govdisclosure.model.report import TABLES, AnnualReport

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.model.values import JSON


@frozen
class Source:
    """
    Where in a source something was read; every number counts from 1, None is left out.

    Args:
        line: Line of a text.
        table: Table of a document, or sheet of a workbook, with ``row`` and ``column``.
        row: Row of the table.
        column: Column of the table.
        page: Page of a PDF.
        sheet: Name of the sheet of a workbook, with ``cell``.
        cell: What the cell is called there (``C7``); of a row, its first cell.
        letters: Letters of the columns of a table in a workbook.
    """

    line: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    page: int | None = None
    sheet: str | None = None
    cell: str | None = None
    letters: tuple[str, ...] = field(default=(), repr=False, eq=False)

    def in_column(self, place: int) -> Source:
        """Give the place of a cell of a row, by the number of its column from 0."""
        cell = f"{self.letters[place]}{self.row}" if self.letters else None
        return attrs.evolve(self, column=place + 1, cell=cell)

    def to_json(self) -> dict[str, JSON]:
        """Give what is known, by its name; of a workbook, sheet and cell."""
        names = ("line", "table", "row", "column", "page") if self.sheet is None else ("sheet", "cell")
        return {name: getattr(self, name) for name in names if getattr(self, name) is not None}


@frozen
class Note:
    """
    One thing that makes a reading inexact.

    Args:
        code: Its stable code, such as ``AMBIGUOUS``.
        paths: Paths of the cells whose figure could be another than the one given; where the edition of a table is in
            doubt, those of the other edition, too.
        message: The note in words.
        raw: The text that it is about, as read.
        source: Where that stands.
    """

    code: str
    paths: tuple[str, ...] = field(default=(), converter=as_paths)
    message: Message = Message()
    raw: str | None = None
    source: Source | None = None

    def to_json(self) -> dict[str, JSON]:
        """Give the note as JSON, with the keys of its pinned shape in their order."""
        return {
            "code": self.code,
            "paths": list(self.paths),
            "message": attrs.asdict(self.message),
            "raw": self.raw,
            "source": None if self.source is None else self.source.to_json(),
        }


def _as_notes(notes: Iterable[Note]) -> tuple[Note, ...]:
    return tuple(notes)


def _as_rows(rows: Iterable[RowPlace]) -> tuple[RowPlace, ...]:
    return tuple(rows)


@frozen
class RowPlace:
    """
    Where a row of figures stands in a document.

    Args:
        section: The section of its table.
        number: Which row of the form it is, counted from 0 as in ``Table.figure_paths``.
        source: Where it stands.
        columns: The columns of its cells in the document, counted from 0; empty where only the row is known, negative
            for a cell that is not there.
    """

    section: str
    number: int
    source: Source
    columns: tuple[int, ...] = ()

    def of_cell(self, place: int) -> Source:
        """Give where one of its cells stands, by its place in the row; where that is not known, where the row does."""
        column = self.columns[place] if self.columns else -1
        return self.source if column < 0 else self.source.in_column(column)


@frozen
class Reading:
    """
    A report as read, and what its reading could not decide.

    Args:
        report: The report.
        notes: What makes the reading inexact, in the order of the source.
        rows: Where the rows of figures stand, as far as that is known; two readings that differ in nothing else are
            equal.
    """

    report: AnnualReport
    notes: tuple[Note, ...] = field(default=(), converter=_as_notes)
    rows: tuple[RowPlace, ...] = field(default=(), converter=_as_rows, eq=False, repr=False)

    @property
    def exact(self) -> bool:
        """Whether every value of the report is beyond doubt: a reading without notes is exact."""
        return not self.notes

    def place(self, path: str) -> Source | None:
        """
        Tell where the figure of a cell stands in the document: line, table, row and column, or sheet and cell.

        Args:
            path: The path of the cell, from the report.

        Returns:
            The place; None of what was not found there, is no cell of the report, or was read from JSON.
        """
        section, _, below = path.partition(".")
        table = getattr(self.report, section, None) if section in TABLES else None
        paths = () if table is None else table.figure_paths()
        for row in self.rows:
            if row.section == section and below in paths[row.number]:
                return row.of_cell(paths[row.number].index(below))
        return None


def all_reports(name: str, given: Iterable[AnnualReport | Reading]) -> tuple[AnnualReport | Reading, ...]:
    """
    Give all of several reports, or readings of them.

    Args:
        name: Name of the parameter, for messages.
        given: What was given.

    Raises:
        TypeError: If it cannot be gone through, as a single report, or something in it is neither report nor reading.
    """
    checked = gone_through(name, given, "reports or readings")
    for index, each in enumerate(checked):
        if not isinstance(each, AnnualReport | Reading):
            raise TypeError(f"{name}[{index}] must be an AnnualReport or a Reading, got {type(each).__name__}")
    return checked

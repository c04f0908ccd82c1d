"""What a reader tells of its reading: notes, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from attrs import field, frozen

from govdisclosure.model.message import Message
from govdisclosure.model.paths import as_paths
from govdisclosure.model.report import AnnualReport

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


@frozen
class Reading:
    """
    A report as read, and what its reading could not decide.

    Args:
        report: The report.
        notes: What makes the reading inexact, in the order of the source.
    """

    report: AnnualReport
    notes: tuple[Note, ...] = field(default=(), converter=_as_notes)

    @property
    def exact(self) -> bool:
        """Whether every value of the report is beyond doubt: a reading without notes is exact."""
        return not self.notes

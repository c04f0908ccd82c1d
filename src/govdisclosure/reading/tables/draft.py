"""A table that is being read: its cells so far, the rows whose columns are lost, and the notes."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from attrs import define, field

from govdisclosure.form.grids import figure_rows
from govdisclosure.form.wording import note
from govdisclosure.model.declare import Kind
from govdisclosure.model.notes import Note
from govdisclosure.model.structure import Table, cache, cell_nodes
from govdisclosure.model.values import CellValue
from govdisclosure.reading.tables.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govdisclosure.model.declare import Declaration


@define
class TableDraft:
    """
    A table that is being read.

    Args:
        section: The name of its section.
        cls: Its class.
        units: The units of money that heads name, by the paths of the cells below.
        known: The cells so far, by their paths.
        lost: The rows whose columns are lost, by the paths of their cells.
        notes: The notes.
        unplaced: The rows that were left out, or of which a cell was.
    """

    section: str
    cls: type[Table]
    units: dict[str, str]
    known: dict[str, CellValue] = field(factory=dict)
    lost: dict[tuple[str, ...], Row] = field(factory=dict)
    notes: list[Note] = field(factory=list)
    unplaced: list[Row] = field(factory=list)

    def leave_out(self, paths: Iterable[str], row: Row) -> None:
        """Leave a row of the document out, with a note on the cells that it may be of."""
        self.unplaced.append(row)
        others = chain.from_iterable(figure_rows(self.cls)[number].paths for number in sorted(row.others))
        self.note("UNPLACED", dict.fromkeys([*paths, *others]), row)

    def names(self, paths: Sequence[str]) -> bool:
        """Tell whether a note says what is printed of a row that has no label to be told by: that of table IV."""
        named = chain.from_iterable(each.paths for each in self.notes if each.code == "UNPLACED")
        return {f"{self.section}.{path}" for path in paths} <= set(named)

    def note(self, code: str, paths: Iterable[str], row: Row, raw: str | None = None, *, column: int = -1) -> None:
        """Add a note on cells of the table, on one that stands in a known ``column`` of its grid with that."""
        absolute = (f"{self.section}.{path}" for path in paths)
        source = row.source
        if source is not None and column >= 0:
            source = source.in_column(column)
        self.notes.append(note(code, absolute, raw=row.raw if raw is None else raw, source=source))


@cache
def declarations(cls: type[Table]) -> dict[str, Declaration]:
    """Give the declarations of the cells of a table by their paths."""
    return {node.path: node.declared for node in cell_nodes(cls)}


@cache
def rows_of_counts(cls: type[Table]) -> tuple[bool, ...]:
    """Tell of each row of figures whether all its cells hold counts."""
    counts = frozenset(path for path, declared in declarations(cls).items() if declared.kind is Kind.COUNT)
    return tuple(counts.issuperset(row.paths) for row in figure_rows(cls))

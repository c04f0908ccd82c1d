"""The diagnosis of a report: its tables, the identities in them that fail together, and what heals these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.arithmetic.clean import is_clean
from govdisclosure.arithmetic.figures import Figures
from govdisclosure.arithmetic.identities import identities
from govdisclosure.diagnosis._case import Case
from govdisclosure.diagnosis._equations import Equations, connected
from govdisclosure.diagnosis._repair import Diagnosis, Healed
from govdisclosure.model.notes import Reading
from govdisclosure.model.report import AnnualReport

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from decimal import Decimal

    from govdisclosure.arithmetic.figures import TableFigures
    from govdisclosure.diagnosis._repair import Ailment
    from govdisclosure.model.notes import Note


def diagnose(report: AnnualReport | Reading) -> Diagnosis:
    """
    Say which cells of tables III and IV can be what is wrong, where identities (勾稽关系) fail.

    Args:
        report: The report, or the reading of one: cells that its notes name can then hold anything, at no cost.

    Returns:
        For each set of identities that fail together, the repairs in groups by their size, the smallest first. Those of
        one and two cells of table III are complete, of table IV those of one cell: blank totals of stated parts follow
        these, other blanks are nought, and no figure is negative. Nothing of a table in which all identities hold.

    Raises:
        TypeError: If ``report`` is neither a report nor a reading.
    """
    if not isinstance(report, AnnualReport | Reading):
        raise TypeError(f"report must be an AnnualReport or a Reading, got {type(report).__name__}")
    read, notes = (report.report, report.notes) if isinstance(report, Reading) else (report, ())
    return diagnosed(read, Figures.of(read), notes)


def diagnosed(report: AnnualReport, figures: Figures, notes: Iterable[Note]) -> Diagnosis:
    """
    Diagnose a report of which the figures are known already.

    Args:
        report: The report.
        figures: Its figures.
        notes: What its reading was not sure of.
    """
    noted = {path for note in notes for path in note.paths}
    tables = [table for table in figures.tables if identities(table.cls)]
    return Diagnosis(
        tuple(ailment for table in tables for ailment in _ailments(report, table, noted)),
        tuple(table.section for table in figures.tables if not identities(table.cls)),
    )


def _ailments(report: AnnualReport, table: TableFigures, noted: AbstractSet[str]) -> Iterator[Ailment]:
    if is_clean(table.table):
        return
    failing = {
        place: Healed(identity.code, table.paths_at(identity.at))
        for place, identity in enumerate(identities(table.cls))
        if _sum(table, identity.left_at) != _sum(table, identity.right_at)
    }
    unknown = frozenset(at for at, path in enumerate(table.paths) if path in noted)
    equations = Equations(table.cls, table.values, unknown)
    for places in connected(table.cls):
        failed = tuple(failing[place] for place in sorted(failing.keys() & places))
        if failed:
            yield Case(report, table, equations, places, failed).ailment()


def _sum(table: TableFigures, positions: Sequence[int]) -> int | Decimal:
    return sum([table.full[at] for at in positions])

"""What units without a report must hold together: the gaps that they would fill."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from govdisclosure.arithmetic.identities import identities
from govdisclosure.arithmetic.verdicts import judged
from govdisclosure.model.cells import tables
from govdisclosure.model.declare import Kind
from govdisclosure.model.structure import cell_paths
from govdisclosure.summing._adding import Figure

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue
    from govdisclosure.summing._compare import Comparison, Line


@frozen
class Together:
    """
    What the missing units must hold together, if nothing else is wrong.

    Args:
        figures: What the parent states more than its children do, by the paths of its cells, of every cell in which
            that is decided and not nought.
        is_possible: Whether units can hold this: nothing is below nought, and the identities of the tables can hold. If
            not, not only they are missing.
        is_decided: Whether every cell that the parent states is: no child leaves it blank, so nothing else is held.
    """

    figures: Mapping[str, Figure]
    is_possible: bool
    is_decided: bool = True


def together(comparison: Comparison) -> Together:
    """Give what units without a report must hold together."""
    held = {line.paths[0]: _held(line) for line in comparison.lines if len(line.paths) == 1}
    figures = {path: figure for path, figure in held.items() if figure is not None and figure != 0}
    # What children leave blank is nought or more, so that a gap below nought stays one.
    is_below = any(line.fails and line.gap < 0 for line in comparison.lines if line.kind is not Kind.CHANGE)
    is_decided = not any(line.parent is not None and None in line.figures for line in comparison.lines)
    return Together(figures, not is_below and not _breaks(comparison, held), is_decided)


def _held(line: Line) -> Figure | None:
    return None if line.parent is None or None in line.figures else line.gap


def _breaks(comparison: Comparison, held: Mapping[str, Figure | None]) -> bool:
    """Tell whether figures break an identity of a table, whatever the blanks among them are."""
    for section, table in tables(comparison.report):
        cls: type = type(table)
        if identities(cls):
            values: list[CellValue] = [held[f"{section}.{path}"] for path in cell_paths(cls)]
            if any(verdict.is_error for verdict in judged(cls, values).verdicts):
                return True
    return False

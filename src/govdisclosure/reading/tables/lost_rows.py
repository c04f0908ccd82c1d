"""Rows whose blanks are lost: placed as far as the identities tell, else left out or in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.form.figures import UnreadableError, print_figure, read_figure
from govdisclosure.model.structure import Shape
from govdisclosure.reading.tables.draft import TableDraft, declarations
from govdisclosure.reading.tables.placement import Placement, contradicts_itself, placements
from govdisclosure.reading.tables.rows import Doubt, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.model.values import CellValue


def place_lost_rows(draft: TableDraft) -> None:
    """Place the figures of rows that have lost their blanks, as far as the identities tell."""
    if not draft.lost:
        return
    figures = {paths: _figures(draft, paths, row) for paths, row in draft.lost.items()}
    readable = {paths: values for paths, values in figures.items() if values is not None}
    possible = placements(draft.cls, draft.known, readable)
    contradictory = not all(possible.values()) or contradicts_itself(draft.cls, draft.known)
    for paths, row in draft.lost.items():
        _settle(draft, paths, row, possible.get(paths, []), doubtful=contradictory)


def _figures(draft: TableDraft, paths: tuple[str, ...], row: Row) -> list[CellValue] | None:
    """Read the figures of a row; None where they cannot be placed: too many, lost, glued, unreadable."""
    declared = declarations(draft.cls)[paths[0]]
    if draft.cls.shape is not Shape.COLUMNS or len(row.stated) > len(paths) or Doubt.FIGURES in row.doubts:
        return None
    try:
        return [read_figure(text, declared) for text in row.stated]
    except UnreadableError:
        return None


def _settle(
    draft: TableDraft, paths: tuple[str, ...], row: Row, possible: Sequence[Placement], *, doubtful: bool
) -> None:
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
    # A form is not empty of which a figure can be that of several cells.
    if usual is None:
        draft.unplaced.append(row)
    draft.known.update(zip(paths, taken, strict=True))
    # The whole row: a report whose sums contradict each other can rule out the placement that is printed.
    draft.note("AMBIGUOUS", paths, row)


def _usual(row: Row, possible: Sequence[Placement]) -> Placement | None:
    """Give the usual meaning of exactly two equal figures: 自然人 and 总计, if no identity refutes it."""
    if len(row.stated) != 2:
        return None
    return next((each for each in possible if each[0] is not None and each[0] == each[-1]), None)

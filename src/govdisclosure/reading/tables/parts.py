"""Tables of text that are printed in one way above and in another below: with bars or not, a cell a line or a row."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from govdisclosure.form.figures import is_figure
from govdisclosure.model.structure import Shape, Table
from govdisclosure.reading.tables.pieces import is_bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govdisclosure.reading.tables.lines import Line


def parts_of(lines: Sequence[Line], cls: type[Table]) -> list[Sequence[Line]]:
    """Give the lines of a table in two parts where they are printed in one way above, in another below; else none."""
    # The one row of table IV tells nothing of the way in which it is printed.
    cut = None if cls.shape is Shape.ROW else _cut_at_bars(lines) or _cut_at_rows(lines)
    return [] if cut is None else [lines[:cut], lines[cut:]]


def _cut_at_bars(lines: Sequence[Line]) -> int | None:
    """Tell where lines begin to have bars, or no longer have any; None where they do not, or do so several times."""
    have_bars = list(map(_has_bars, lines))
    change = _only_change(have_bars)
    if change is None:
        return None
    # What fills the last row with bars up belongs to it; a label without any does not.
    above, below = change
    return below if not have_bars[above] else above + 1


def _has_bars(line: Line) -> bool | None:
    """Tell whether the cells of a line have bars; None for a text alone, which can be a piece of a label."""
    if len(line.cells) == 1:
        return False if is_figure(line.cells[0]) else None
    return not line.stated or not is_bare(line)


def _cut_at_rows(lines: Sequence[Line]) -> int | None:
    """Tell where each cell begins to have a line of its own, or each row; None where they do not, or several times."""
    change = _only_change([_stands_alone(line) for line in lines])
    if change is None:
        return None
    above, below = change
    if _stands_alone(lines[above]):
        return below
    # The label of the first figure alone, and the bar that opens its row.
    begin = max((place for place in range(above + 1, below) if lines[place].stated), default=below)
    return begin - (lines[begin - 1].cells == ("", ""))


def _stands_alone(line: Line) -> bool | None:
    """Tell whether a line has one figure alone, or figures beside others or a label; None for one without figures."""
    if not any(map(is_figure, line.stated)):
        return None
    return len(line.stated) == 1


def _only_change(kinds: Iterable[bool | None]) -> tuple[int, int] | None:
    """Give the places between which lines change, those that tell anything; None unless they do so once."""
    told = [(place, kind) for place, kind in enumerate(kinds) if kind is not None]
    changes = [(above, below) for (above, first), (below, second) in pairwise(told) if first is not second]
    return changes[0] if len(changes) == 1 else None

"""Rows of tables with true columns: a label and figures in one cell, rows cut by the end of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.builders import build_report
from support.grids import foreign, no_spans, spans, with_row

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.model.notes import Source
from govdisclosure.reading.recognize import recognize
from govdisclosure.reading.tables.grids import rows_of_grid
from govdisclosure.reading.tables.lines import GridLine
from govdisclosure.reading.tables.rows import UNPLACED

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue

REPORT = build_report(published=None)
RULES = tuple(f"proactive_disclosure.rules.{name}" for name in ("issued", "repealed", "in_force"))


@pytest.mark.parametrize("glued", ["3", "000", "/"])
@pytest.mark.parametrize("beside", [(), ("", "", ""), ("0", "0", "0")])
def test_figures_glued_to_a_label_are_quoted(glued: str, beside: tuple[str, ...]) -> None:
    """They stand in no column; the other rows are read."""

    def row(cells: tuple[GridCell, ...]) -> tuple[GridCell, ...]:
        return (GridCell(f"{cells[0].text}{glued}"), *map(GridCell, beside))

    blocks = (with_row(block, "规章", row) if isinstance(block, Grid) else block for block in foreign(REPORT, spans))
    reading = recognize(blocks)

    expected = build_report(published=None, cells=dict.fromkeys(RULES))
    raw = " | ".join(["规章", glued, *filter(None, beside)])
    assert reading.report == expected
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [("UNPLACED", RULES, raw)]


def test_figures_at_the_top_of_a_page_need_not_be_of_the_row_above() -> None:
    """A line of numbers without a label, first on its page, is put to the row above, which is in doubt."""
    upper = GridLine(((0, "规章"), (1, "1"), (2, "0"), (3, "2")), 4, Source(page=1))
    lower = GridLine(((0, ""), (1, "7"), (2, ""), (3, "")), 4, Source(page=2), first=True)

    (row,) = rows_of_grid([upper, lower], gd.ProactiveDisclosure)

    assert (row.number, row.cells, row.doubts) == (0, ["1 7", "0", "2"], {*UNPLACED})


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (("1", "2", "5", ""), ("1", "2", "5")),
        (("1", "", "2", "5"), None),
        (("1", "2", "", "5"), None),
        (("", "1", "2", "5"), None),
        (("1", "2", "", "", "5"), None),
    ],
)
def test_a_figure_behind_the_last_head_is_below_none(cells: tuple[str, ...], read: tuple[str, ...] | None) -> None:
    """A row with more cells than there are heads has its figures below them, or in no known column."""

    def row(own: tuple[GridCell, ...]) -> tuple[GridCell, ...]:
        return (own[0], *map(GridCell, cells))

    blocks = (with_row(block, "规章", row) if isinstance(block, Grid) else block for block in foreign(REPORT, no_spans))
    reading = recognize(blocks)

    figures: dict[str, CellValue] = dict(zip(RULES, map(int, read) if read else [None] * 3, strict=True))
    raw = " | ".join(["规章", *filter(None, cells)])
    assert reading.report == build_report(published=None, cells=figures)
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == ([] if read else [("UNPLACED", RULES, raw)])

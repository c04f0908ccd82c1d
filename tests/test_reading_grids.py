"""Rows of tables with true columns whose label and figures stand in one cell."""

from __future__ import annotations

import pytest
from support.builders import build_report
from support.grids import foreign, spans, with_row

from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.reading.recognize import recognize

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

"""Heads of columns that the form has not, beside those of a row of table II: a figure below one is not the row's."""

from __future__ import annotations

import pytest
from support.grids import read_foreign
from test_reading import wrong
from test_reading_traps import TRUTH, TWO, Row, in_table

import govdisclosure as gd
from govdisclosure.form.blocks import GridCell

OWN, FEES = "本年处理决定数量", "本年收费金额（单位：万元）"
PATHS = {OWN: "proactive_disclosure.licensing.decisions", FEES: "proactive_disclosure.fees.amount"}
LABELS = {OWN: "行政许可", FEES: "行政事业性收费"}
Cell = tuple[str, int]


def read(heads: tuple[Cell, ...], figures: tuple[Cell, ...], own: str = OWN) -> gd.Reading:
    """Print heads and figures over so many columns, in place of the head and the figure of one row."""

    def change(rows: list[Row]) -> list[Row]:
        at = next(place for place, row in enumerate(rows) if row[0].text == LABELS[own])
        rows[at - 1 : at + 1] = [
            (rows[at + below][0], *(GridCell(text, columns=columns) for text, columns in cells))
            for below, cells in ((-1, heads), (0, figures))
        ]
        return rows

    return read_foreign(TRUTH, in_table(TWO, change))


def noted(reading: gd.Reading) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Give codes, paths and words of the notes."""
    return [(note.code, note.paths, note.raw) for note in reading.notes]


@pytest.mark.parametrize(
    ("heads", "figures", "own"),
    [
        ((("本年受理数量", 2), (OWN, 1)), (("99", 2), ("", 1)), OWN),
        ((("本年收费项目数", 2), (FEES, 1)), (("99", 2), ("", 1)), FEES),
        ((("上年处理决定数量", 1), (OWN, 2)), (("99", 1), ("", 2)), OWN),
        ((("受理数量", 1), ("本年处理决定数量（件）", 2)), (("99", 1), ("", 2)), OWN),
        # Of heads in other words, nobody knows which is that of the form.
        ((("受理件数", 1), ("办结件数", 2)), (("99", 1), ("", 2)), OWN),
        # The blank cell is left out.
        ((("本年受理数量", 1), (OWN, 2)), (("99", 1),), OWN),
    ],
)
def test_a_figure_below_another_head_is_none_of_the_row(
    heads: tuple[Cell, ...], figures: tuple[Cell, ...], own: str
) -> None:
    """Where the cell below that of the form is blank; the row is left blank, with a note."""
    reading = read(heads, figures, own)

    assert noted(reading) == [("UNPLACED", (PATHS[own],), f"{LABELS[own]} | 99")]
    assert wrong(TRUTH, reading) == set()


@pytest.mark.parametrize(
    ("heads", "figures"),
    [
        # A head of its own and a blank one, as others print spans
        (((OWN, 1), ("", 1), ("", 1)), (("99", 1), ("", 1), ("", 1))),
        (((OWN, 1), (OWN, 1), (OWN, 1)), (("99", 1), ("", 1), ("", 1))),
        (((OWN, 2), ("备注", 1)), (("99", 2), ("", 1))),
        # One head in two cells
        ((("本年处理", 1), ("决定数量", 2)), (("99", 1), ("", 2))),
        # In fewer words
        ((("处理决定数量", 1), ("受理数量", 2)), (("99", 1), ("", 2))),
    ],
)
def test_a_figure_below_its_own_head_is_read(heads: tuple[Cell, ...], figures: tuple[Cell, ...]) -> None:
    """Whatever stands beside that."""
    expected = gd.loads(gd.dumps(TRUTH))
    gd.put(expected, PATHS[OWN], 99)

    assert read(heads, figures) == gd.Reading(expected)


def test_a_row_without_heads_is_below_none_of_the_block_above() -> None:
    """本年制发件数 | 本年废止件数 | 现行有效件数, and 行政许可 | 8 in one of three cells."""

    def change(rows: list[Row]) -> list[Row]:
        at = next(place for place, row in enumerate(rows) if row[0].text == LABELS[OWN])
        figures = (rows[at][0], GridCell("99"), GridCell(""), GridCell(""))
        return [*rows[: at - 2], figures, *rows[at + 1 :]]

    expected = gd.loads(gd.dumps(TRUTH))
    gd.put(expected, PATHS[OWN], 99)

    assert read_foreign(TRUTH, in_table(TWO, change)) == gd.Reading(expected)


def test_as_many_figures_as_the_form_has_are_read_below_heads_in_pieces() -> None:
    """本年制 | 发件 | 废止件数 | …, of which no piece is a head."""

    def change(rows: list[Row]) -> list[Row]:
        heads = (rows[1][0], *map(GridCell, ("制作的", "文件", "废止的", "有效的")))
        return [rows[0], heads, *rows[2:]]

    assert read_foreign(TRUTH, in_table(TWO, change)) == gd.Reading(TRUTH)

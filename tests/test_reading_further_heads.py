"""Heads of columns that the form has not, beside those of a row of table II: a figure below one is not the row's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.grids import read_foreign
from test_reading import wrong
from test_reading_traps import TRUTH, TWO, Row, in_table

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.reading.tables.lines import lines_of
from govdisclosure.reading.tables.rows import UNPLACED
from govdisclosure.reading.tables.text_rows import rows_of_lines

if TYPE_CHECKING:
    from govdisclosure.model.structure import Table

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


# In text, where a figure can be one of a further column

RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
KINDS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
FIGURES = "1 | 0 | 1 | 0 | 2 | 1 | 0 | 1 | 0 | 2 | 1 | 0 | 1 | 0"


def in_doubt(*lines: str, cls: type[Table] = gd.ReviewAndLitigation) -> list[int | None]:
    """Give the rows of lines whose figures could be those of other columns."""
    grid = Grid(tuple(tuple(map(GridCell, line.split("|"))) for line in lines), lines=True)
    return [row.number for row in rows_of_lines(lines_of(grid), cls, own=False) if row.doubts >= UNPLACED]


@pytest.mark.parametrize(
    ("heads", "doubted"),
    [
        ([*RESULTS[:4], "备注", *RESULTS[4:], *RESULTS * 2], [0]),
        (["项目", "序号", *RESULTS * 3], [0]),
        # Figures of what stands behind all others are those that are missing at the end.
        ([*RESULTS * 3, "项目", "序号"], []),
    ],
)
def test_a_row_with_a_figure_too_few_can_have_one_of_a_column_among_the_others(
    heads: list[str], doubted: list[int]
) -> None:
    """Or before them."""
    assert in_doubt(" | ".join([*heads, ""]), f"{FIGURES} |") == doubted


@pytest.mark.parametrize(
    ("heads", "doubted"),
    [
        (["行政复议", "行政诉讼", "年度", *RESULTS, "未经复议直接起诉", "复议后起诉"], []),
        (["行政复议", "行政诉讼", *RESULTS, "未经复议直接起诉", "复议后起诉", "", "备注"], []),
        # Between two that the form has not, nobody knows where a head stands.
        (["行政复议", "行政诉讼", "项目", "说明", *RESULTS, "未经复议直接起诉", "复议后起诉"], [0]),
        (["件数", "单位：件", "行政复议", "行政诉讼", *RESULTS, "未经复议直接起诉", "复议后起诉"], []),
        (["行政复议 | 行政诉讼", "年度", *RESULTS, "未经复议直接起诉", "复议后起诉"], [0]),
    ],
)
def test_where_heads_stand_a_cell_a_line_those_beside_a_further_one_tell_its_place(
    heads: list[str], doubted: list[int]
) -> None:
    """One that a head of the form stands before is behind some columns, and what lacks can be of the last."""
    assert in_doubt(*heads, *RESULTS * 2, *FIGURES.split(" | ")) == doubted


def test_a_blank_remark_before_all_others_leaves_its_rows_in_doubt() -> None:
    """If its figures do not add up: one of them can be of that column."""
    heads, figures = "|".join(KINDS), "2|0|0|2|0|2|9|"
    new, granted = f"一、本年新收政府信息公开申请数量|{figures}|", "（一）予以公开|1|2|1|0|0|0|4||"

    assert in_doubt(f"说明|{heads}|", new, granted, cls=gd.Requests) == [0]


def test_the_label_of_a_row_with_a_remark_is_no_head_of_a_further_column() -> None:
    """Though it stands on the line of the heads, as where line breaks are lost."""
    for label, doubted in (("行政处罚（本级）", []), ("本年修改件数", [4])):
        lines = (f"信息内容 | 本年处理决定数量 | {label} |", "行政强制 | 9 |")

        assert in_doubt(*lines, cls=gd.ProactiveDisclosure) == doubted

"""Tables with true columns: each figure in its cell, whatever the markup; what lost its column is noted."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import build_report
from support.grids import Markup, foreign, no_spans, padded, read_foreign, spans, with_row, written_out
from test_reading import printed_reports, wrong

import govdisclosure as gd
from govdisclosure.form.blocks import Block, Grid, GridCell, Paragraph
from govdisclosure.model.notes import Source
from govdisclosure.reading.recognize import recognize

REPORT = build_report(published=None)
OLD = build_report(year=2020, published=None)


@pytest.mark.parametrize("markup", [spans, no_spans, written_out, padded])
@given(truth=printed_reports())
def test_every_figure_is_read_from_every_markup(markup: Markup, truth: gd.AnnualReport) -> None:
    """With spans, without them, written out, or with blank columns beside: blanks are blanks, and there is no note."""
    assert read_foreign(truth, markup) == gd.Reading(truth)


def changed(label: str, *cells: str | GridCell) -> Markup:
    """Give a markup in which the row of a label holds other cells behind it."""
    new = tuple(GridCell(cell) if isinstance(cell, str) else cell for cell in cells)

    def change(row: tuple[GridCell, ...]) -> tuple[GridCell, ...]:
        at = next(place for place, cell in enumerate(row) if cell.text == label)
        return (*row[: at + 1], *new)

    return lambda grid: with_row(grid, label, change)


def noted(reading: gd.Reading) -> list[tuple[str, int, str | None]]:
    """Give code, number of paths and raw text of the notes."""
    return [(note.code, len(note.paths), note.raw) for note in reading.notes]


def test_a_row_that_lost_a_cell_is_not_shifted() -> None:
    """Six figures for seven columns: they are placed by the identities, or left blank, with a note."""
    reading = read_foreign(REPORT, changed("（一）予以公开", "11", "0", "0", "0", "0", "11"))

    assert noted(reading) == [("AMBIGUOUS", 7, "（一）予以公开 | 11 | 0 | 0 | 0 | 0 | 11")]
    assert wrong(REPORT, reading) == set()


def test_surplus_figures_are_not_guessed() -> None:
    """Three figures where the form has one are left blank."""
    reading = read_foreign(REPORT, changed("行政处罚", "2", "0", "0"))

    assert noted(reading) == [("UNPLACED", 1, "行政处罚 | 2 | 0 | 0")]
    assert gd.get(reading.report, "proactive_disclosure.penalties.decisions") is None


def test_a_row_of_another_width_is_sure_only_if_it_is_full() -> None:
    """A blank in a row that is narrower than the table could stand for any of its columns."""
    full = changed("（一）予以公开", "11", "0", "0", "0", "0", "0", "11")
    short = changed("（一）予以公开", "11", "", "0", "0", "0", "11")

    assert read_foreign(REPORT, lambda grid: written_out(full(grid))) == gd.Reading(REPORT)
    reading = read_foreign(REPORT, short)
    assert [note.code for note in reading.notes] == ["AMBIGUOUS"]
    assert wrong(REPORT, reading) == set()


def test_figures_stand_below_their_headers_where_the_table_has_another_width() -> None:
    """A table II with further blank columns between is read by the columns of its headers."""

    def spread(grid: Grid) -> Grid:
        if len(grid.rows) != 14:
            return grid
        rows = [tuple(part for cell in row for part in (GridCell(cell.text), GridCell(""))) for row in grid.rows]
        return Grid((*rows, (GridCell("备注"), *[GridCell("")] * 6, GridCell("无备注说明"))))

    assert read_foreign(REPORT, spread) == gd.Reading(REPORT)


def test_figures_may_stand_below_the_blank_cell_that_a_header_was_written_out_with() -> None:
    """Its spans are not those of the figures: 1, 2, 1 above 2, 1, 1."""
    report = build_report(year=2020, published=None, cells={"proactive_disclosure.licensing.change": None})

    def shifted(grid: Grid) -> Grid:
        rows = written_out(grid).rows
        three = [len(row) == 5 and row[1].text.isdigit() and row[4].text.isdigit() for row in rows]
        return Grid(
            tuple(
                (*row[:2], row[3], row[2], row[4]) if has_three else row
                for row, has_three in zip(rows, three, strict=True)
            )
        )

    assert read_foreign(report, shifted) == gd.Reading(report)


def test_an_unreadable_cell_is_noted_with_its_place() -> None:
    """Table, row and column of what is no figure."""

    def sourced(grid: Grid) -> Grid:
        return attrs.evolve(
            changed("行政许可", "八")(grid), sources=tuple(Source(table=1, row=n + 1) for n in range(len(grid.rows)))
        )

    (note,) = read_foreign(REPORT, sourced).notes

    assert (note.code, note.paths, note.raw) == (
        "CELL-UNREADABLE",
        ("proactive_disclosure.licensing.decisions",),
        "八",
    )
    assert note.source == Source(table=1, row=7, column=2)


def test_two_lines_in_a_cell_are_no_one_figure() -> None:
    """12 above 34 in one cell is no 1234."""
    reading = read_foreign(REPORT, changed("行政许可", "12\n34"))

    assert noted(reading) == [("CELL-UNREADABLE", 1, "12 34")]


def test_a_row_that_the_form_does_not_have_is_noted() -> None:
    """A local row with figures is not dropped silently."""

    def extended(grid: Grid) -> Grid:
        if len(grid.rows) != 14:
            return grid
        return Grid((*grid.rows[:7], (GridCell("其他主动公开文件"), GridCell("5", columns=3)), *grid.rows[7:]))

    reading = read_foreign(REPORT, extended)

    assert reading.report == REPORT
    assert noted(reading) == [("UNPLACED", 0, "其他主动公开文件 | 5")]


def test_a_damaged_label_between_two_known_rows_is_the_row_between() -> None:
    """The order of the rows names a row whose label nobody can read."""

    def damaged(grid: Grid) -> Grid:
        return with_row(
            grid,
            "3.要求提供公开出版物",
            lambda row: tuple(attrs.evolve(c, text="出版□□□") if "出版" in c.text else c for c in row),
        )

    reading = read_foreign(REPORT, damaged)

    assert reading.report == REPORT
    assert noted(reading) == [("LABEL-ODD", 7, "出版□□□")]


LABEL = "2.没有现成信息需要另行制作"
BETWEEN = 12
THROUGH = 16


def cut(grid: Grid, at: int, halves: tuple[str, str] | None = None) -> tuple[Grid, Grid]:
    """Cut table III in two before a row, or through the row of ``LABEL``, halves of the label on both pages."""
    rows = grid.rows
    sources = tuple(Source(table=1, row=n + 1, page=1 + (n >= at)) for n in range(len(rows)))
    if halves is None:
        return Grid(rows[:at], sources=sources[:at]), Grid(rows[at:], sources=sources[at:])
    upper = tuple(attrs.evolve(c, text=halves[0]) if c.text == LABEL else c for c in rows[at])
    # On the next page, the cells of the groups begin anew.
    groups = (GridCell("", rows=12), GridCell("", rows=2))
    lower = (*groups, *(GridCell(halves[1] if c.text == LABEL else "") for c in rows[at]))
    return (
        Grid((*rows[:at], upper), sources=sources[: at + 1]),
        Grid((lower, *rows[at + 1 :]), sources=(Source(table=1, row=at + 1, page=2), *sources[at + 1 :])),
    )


@pytest.mark.parametrize(("at", "halves"), [(BETWEEN, None), (THROUGH, ("2.没有现", "成信息需要另行制作"))])
def test_a_table_cut_in_two_by_a_page_is_one_table(at: int, halves: tuple[str, str] | None) -> None:
    """Between two rows, or through one whose label stands on both pages, with figures on the first."""
    blocks: list[Block] = []
    for block in foreign(REPORT, spans):
        is_three = isinstance(block, Grid) and len(block.rows) == 28
        blocks.extend(cut(block, at, halves) if isinstance(block, Grid) and is_three else [block])

    assert recognize(blocks) == gd.Reading(REPORT)


def test_what_is_left_of_a_cut_row_on_the_next_page_is_nothing() -> None:
    """A row whose text all stands on the first page leaves a blank one on the next."""
    blocks: list[Block] = []
    for block in foreign(REPORT, spans):
        if isinstance(block, Grid) and len(block.rows) == 4:
            rest = tuple(GridCell("") for _ in block.rows[-1])
            sources = tuple(Source(table=3, row=n + 1, page=1 + n // 4) for n in range(5))
            blocks.append(Grid((*block.rows, rest), sources=sources))
        else:
            blocks.append(block)

    assert recognize(blocks) == gd.Reading(REPORT)


def test_figures_on_both_pages_of_a_cut_row_are_not_put_together() -> None:
    """1 on one page and 2 on the next are no 12."""

    def broken(grid: Grid) -> tuple[Grid, ...]:
        if len(grid.rows) != 28:
            return (grid,)
        upper, lower = cut(grid, THROUGH, ("2.没有现", "成信息需要另行制作"))
        first = tuple(attrs.evolve(c, text=c.text or "1") for c in lower.rows[0])
        return upper, attrs.evolve(lower, rows=(first, *lower.rows[1:]))

    blocks = [
        part for block in foreign(REPORT, spans) for part in (broken(block) if isinstance(block, Grid) else (block,))
    ]
    reading = recognize(blocks)

    assert wrong(REPORT, reading) == set()
    assert reading.notes != ()


@given(truth=printed_reports(), data=st.data())
def test_a_lost_cell_is_never_silently_wrong(truth: gd.AnnualReport, data: st.DataObject) -> None:
    """Whatever cell a page has dropped from whatever markup: all others are refused, noted, or right."""
    markup = data.draw(st.sampled_from([spans, no_spans, written_out]))
    number = data.draw(st.integers(0, 2))
    dropped: set[str | None] = set()

    def lossy(grid: Grid) -> Grid:
        nonlocal number
        number -= 1
        grid = markup(grid)
        if number != -1:
            return grid
        row = data.draw(st.integers(0, len(grid.rows) - 1))
        cell = data.draw(st.integers(0, len(grid.rows[row]) - 1))
        dropped.add(grid.rows[row][cell].path)
        rows = list(grid.rows)
        rows[row] = (*rows[row][:cell], *rows[row][cell + 1 :])
        return Grid(tuple(rows))

    try:
        reading = read_foreign(truth, lossy)
    except gd.ReadError:
        return
    assert wrong(truth, reading) <= dropped


def test_a_blank_row_of_table_four_is_blank() -> None:
    """Fifteen blank cells below the headers are a row."""
    report = build_report(published=None, review_and_litigation=gd.ReviewAndLitigation.blank())

    assert read_foreign(report, spans) == gd.Reading(report)


def test_the_edition_is_that_of_the_table() -> None:
    """Table II of 2021 beside table III of 2019 is read as it is."""
    report = build_report(published=None, requests=OLD.requests)

    assert read_foreign(report, spans) == gd.Reading(report)


def test_blocks_of_text_beside_a_grid_are_paragraphs() -> None:
    """What stands between heading and table is kept as its note."""
    blocks = [Paragraph("以下数据以万元为单位。")]
    at = next(n for n, block in enumerate(foreign(REPORT, spans)) if isinstance(block, Grid))
    all_blocks = list(foreign(REPORT, spans))
    reading = recognize([*all_blocks[:at], *blocks, *all_blocks[at:]])

    assert reading.report.proactive_disclosure is not None
    assert reading.report.proactive_disclosure.notes == ["以下数据以万元为单位。"]

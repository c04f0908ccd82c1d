"""The lines of a table: of one with true columns, what reaches into them; of text, what each of them states."""

from __future__ import annotations

from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.model.notes import Source
from govdisclosure.reading.tables.lines import GridLine, Line, lines_in, lines_of_grid, stated_in


def test_a_line_tells_which_cells_span_columns_and_which_reach_down_into_it() -> None:
    """三、本年度办理结果 | （一）予以公开 | 3, and below it 4: of a cell in one column no span is told."""
    upper = (GridCell("三、本年度\n办理结果", rows=2), GridCell("（一）予以公开", rows=2, columns=2), GridCell("3"))
    below = (GridCell(" 4\n"),)

    lines = lines_of_grid(Grid((upper, below)))

    tall = ((0, "三、本年度 办理结果"), (1, "（一）予以公开"))
    assert lines == [
        GridLine((*tall, (3, "3")), 4, None, first=True, spans={1: 2}),
        GridLine(((3, "4"),), 4, None, spans={1: 2}, reached=tall),
    ]


def test_the_first_line_of_each_page_is_known() -> None:
    """A row can be cut in two by the end of a page, and not inside one."""
    sources = tuple(Source(page=page, table=1, row=row) for row, page in enumerate([3, 3, 4, 4], 1))
    rows = tuple((GridCell(label),) for label in ("规章", "行政规范性文件", "行政许可", "行政处罚"))

    assert [line.first for line in lines_of_grid(Grid(rows, sources=sources))] == [True, False, True, False]


def test_a_line_of_text_states_what_is_not_blank_whatever_the_blanks_are() -> None:
    """规章 | | 3 |, with a wide blank, one that has no width, and none: also where it stands there a second time."""
    row = tuple(map(GridCell, ("规章 ", "\u3000", "\u200b", " 3（件） ", "")))
    sources = (Source(line=4), Source(line=5))

    lines = lines_in(Grid((row, row), lines=True, sources=sources))

    cells, raw = ("规章", "", "\u200b", "3（件）", ""), tuple(cell.text for cell in row)
    assert lines == [Line(cells, source, raw) for source in sources]
    assert {(line.filled, line.stated) for line in lines if isinstance(line, Line)} == {((0, 3), ("规章", "3（件）"))}


def test_a_figure_that_goes_on_below_is_stated_once() -> None:
    """行政事业性收费 | 5000 and 元 |: the two lines are one, and what stands below is a line of its own."""
    rows = (("行政事业性收费 ", " 5000"), ("元 ", ""), ("规章 ", ""))
    grid = Grid(tuple(tuple(map(GridCell, row)) for row in rows), lines=True)

    assert list(stated_in(grid)) == [("行政事业性收费", "5000元"), ("规章",)]


def test_a_table_of_text_without_lines_states_nothing() -> None:
    """A table has lines; but one without any is no fault of the reader."""
    assert lines_in(Grid((), lines=True)) == []


def test_a_table_with_true_columns_states_its_rows_as_they_are() -> None:
    """行政许可 | 5000, and below it 元: only in lines of text a figure goes on below."""
    rows = ((GridCell("行政\n许可"), GridCell("5000")), (GridCell("元"), GridCell("")))

    assert list(stated_in(Grid(rows))) == [("行政 许可", "5000"), ("元",)]
    assert list(stated_in(Grid(rows, lines=True))) == [("行政\n许可", "5000元")]

"""The lines of a table with true columns: its cells in the columns in which they begin, and what reaches into them."""

from __future__ import annotations

from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.model.notes import Source
from govdisclosure.reading.tables.lines import GridLine, lines_of_grid


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

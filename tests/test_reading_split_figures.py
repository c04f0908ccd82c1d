"""Tables with true columns in which a figure goes on, or stands, in a row of its own right below that of its label."""

from __future__ import annotations

from typing import Final

import pytest
from support.builders import build_report
from support.workbooks import by_others, edited, place_of, saved, workbook_of

import govdisclosure as gd

LABEL: Final = "一、本年新收政府信息公开申请数量"
REPORT: Final = build_report(published=None)
PATHS: Final = tuple(f"requests.{path}" for path in gd.Requests.figure_paths()[0])


def lowered(content: bytes, label: str, beside: int, *figures: int | str) -> bytes:
    """Put a row below that of a label, with figures from a column on."""
    workbook = workbook_of(content)
    sheet = workbook.worksheets[0]
    place = sheet[place_of(content, label, beside)]
    merged = [area.bounds for area in sheet.merged_cells.ranges]
    for area in [*sheet.merged_cells.ranges]:
        sheet.unmerge_cells(str(area))
    sheet.insert_rows(place.row + 1)
    for left, top, right, bottom in merged:
        down = [number + (number > place.row) for number in (top, bottom)]
        sheet.merge_cells(start_row=down[0], end_row=down[1], start_column=left, end_column=right)
    for column, figure in enumerate(figures, place.column):
        sheet.cell(place.row + 1, column).value = figure
    return saved(workbook)


def told(content: bytes | str) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Give the notes of a reading."""
    return [(note.code, note.paths, note.raw) for note in gd.parse(content).notes]


@pytest.mark.parametrize(
    ("content", "beside"),
    [(by_others(REPORT), 3), (by_others(REPORT, borders=False), 3), (gd.render(REPORT, "xlsx"), 8)],
)
@pytest.mark.parametrize("figures", [(4,), (4, 5), (".5",)])
def test_figures_below_a_row_of_a_workbook_name_the_cells_in_which_they_can_go_on(
    content: bytes, beside: int, figures: tuple[int | str, ...]
) -> None:
    """With lines or without, in our own form or in that of others."""
    note = ("UNPLACED", PATHS[: len(figures)], " | ".join(map(str, figures)))

    assert told(lowered(content, LABEL, beside, *figures)) == [note]


def test_what_begins_as_a_paragraph_does_below_a_table_of_a_workbook_is_one() -> None:
    """A number as well, with another beside it; and words, wherever they begin."""
    content = gd.render(gd.AnnualReport.blank(agency="示例县统计局", year=2025), "xlsx")
    row = int(place_of(content, "三、收到和处理政府信息公开申请情况", 0)[1:]) - 1

    for typed in ({"B": "12"}, {"B": "12", "C": "3"}, {"C": "另有3件。"}):
        cells: dict[str, object] = {f"{column}{row}": text for column, text in typed.items()}
        table = gd.parse(edited(content, cells), allow_blank=True).report.proactive_disclosure
        assert table is not None
        assert table.notes == [*typed.values()]


@pytest.mark.parametrize(
    ("label", "beside", "text"),
    [
        ("行政事业性收费", 0, "12"),
        ("行政事业性收费", 1, "另有3件。"),
        # Above the table
        ("二、主动公开政府信息情况", 1, "12"),
    ],
)
def test_a_number_beside_a_table_of_a_workbook_of_others_is_a_paragraph(label: str, beside: int, text: str) -> None:
    """Where paragraphs begin, or above the table; and words below it."""
    reading = gd.parse(lowered(by_others(REPORT, borders=False), label, beside, text))

    assert reading.notes == ()
    assert reading.report.proactive_disclosure is not None
    assert reading.report.proactive_disclosure.notes == [text]


@pytest.mark.parametrize(("between", "beside"), [(0, 3), (1, 0), (1, 3)])
def test_a_number_below_a_table_with_lines_is_a_paragraph(between: int, beside: int) -> None:
    """3, the number of a page, right below it or with a row between."""
    content = lowered(by_others(REPORT), "行政事业性收费", beside, 3)
    for _ in range(between):
        content = lowered(content, "行政事业性收费", 0)
    reading = gd.parse(content)

    assert reading.notes == ()
    assert reading.report.proactive_disclosure is not None
    assert reading.report.proactive_disclosure.notes == ["3"]


DOCUMENTS: Final = gd.ProactiveDisclosure.figure_paths()[1]


def page(*rows: str, between: str = "") -> str:
    """Print table II as a web page, with rows below that of 行政规范性文件: 2, 1 and 5."""
    cells = {f"proactive_disclosure.{path}": figure for path, figure in zip(DOCUMENTS, (2, 1, 5), strict=True)}
    printed = str(gd.render(build_report(published=None, cells=cells), "html")).replace('name="govdisclosure"', "")  # type: ignore[arg-type]  # counts
    above, _, below = printed.partition('<tr><th scope="col" colspan="4">第二十条第（五）项')
    assert below
    return f'{above}{between}{"".join(rows)}<tr><th colspan="4">第二十条第（五）项{below}'


def row_of(*cells: str) -> str:
    """Print a row of a web page."""
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


@pytest.mark.parametrize(
    ("lower", "raw", "places"),
    [
        (("", "", "", "7"), "7", (2,)),
        (("", "3", "", "7"), "3 | 7", (0, 2)),
        (("", "3", "4", "7"), "3 | 4 | 7", (0, 1, 2)),
        # Below no cell of the row
        (("", "", "", "", "7"), "7", (0, 1, 2)),
        # A row with words of its own
        (("小计", "3", "4", "7"), "小计 | 3 | 4 | 7", ()),
        (("", "3", "其中", "7"), "3 | 其中 | 7", ()),
    ],
)
def test_figures_below_a_row_of_a_grid_name_the_cells_in_which_they_can_go_on(
    lower: tuple[str, ...], raw: str, places: tuple[int, ...]
) -> None:
    """行政规范性文件 | 2 | 1 | 5, and below it | | | 7: 57, or another row."""
    paths = tuple(f"proactive_disclosure.{DOCUMENTS[place]}" for place in places)

    assert told(page(row_of(*lower))) == [("UNPLACED", paths, raw)]


def test_each_of_several_rows_of_figures_below_a_row_can_go_on_in_it() -> None:
    """| | | 7, and below it | | | 8; but not below words that part them from it."""
    in_force = (f"proactive_disclosure.{DOCUMENTS[2]}",)
    rows = (row_of("", "", "", "7"), row_of("", "", "", "8"))

    assert told(page(*rows)) == [("UNPLACED", in_force, "7"), ("UNPLACED", in_force, "8")]
    assert told(page(*rows, between=row_of("以上为本机关制发", "", "", ""))) == [
        ("UNPLACED", (), "7"),
        ("UNPLACED", (), "8"),
    ]


def test_a_row_without_a_label_that_is_told_by_its_place_is_no_part_of_the_row_above() -> None:
    """Between 规章 and the next caption, the form has one row."""
    notes = told(page().replace('<th scope="row">行政规范性文件</th>', "<td></td>"))

    assert notes == [("LABEL-ODD", tuple(f"proactive_disclosure.{path}" for path in DOCUMENTS), "2 | 1 | 5")]

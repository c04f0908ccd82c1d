"""Tables of the report's own, which count something else by the rows or heads of the form: they are text."""

from __future__ import annotations

import attrs
import pytest
from support.grids import foreign, spans
from test_reading_traps import FOUR, THREE, TRUTH, TWO

import govdisclosure as gd
from govdisclosure.form.blocks import Block, Grid, GridCell, Paragraph
from govdisclosure.reading.recognize import recognize

ROWS = ("规章", "行政规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费")
COUNTS = (("公开类别", "数量（条）"), *((label, str(900 + number)) for number, label in enumerate(ROWS)))
OF_THE_FORM = (
    ("甲", "乙", "丙", "丁"),
    *((label, "7", "1", "9") for label in ROWS[:2]),
    *((each, "8") for each in ROWS[2:]),
)
COMPARED = (
    ("类别", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"),
    ("行政复议", "900", "901", "902", "903", "904"),
    ("行政诉讼", "910", "911", "912", "913", "914"),
)
SECTIONS = ["overview", "problems_and_improvements", "other_matters"]
HEADING_TWO = "二、主动公开政府信息情况"


def grid_of(*rows: tuple[str, ...]) -> Grid:
    """Give rows as a table."""
    return Grid(tuple(tuple(map(GridCell, row)) for row in rows))


def without(height: int, report: gd.AnnualReport = TRUTH) -> list[Block]:
    """Give the blocks of a report without the table of this height, as where it is a picture."""
    return [block for block in foreign(report, spans) if not (isinstance(block, Grid) and len(block.rows) == height)]


def put(body: list[Block], section: str, table: Grid, *above: str) -> list[Block]:
    """Put lines and a table behind the first paragraph of a section."""
    said = getattr(TRUTH, section)[0]
    at = next(place for place, block in enumerate(body) if isinstance(block, Paragraph) and block.text == said) + 1
    return [*body[:at], *map(Paragraph, above), table, *body[at:]]


def with_text(report: gd.AnnualReport, section: str, rows: tuple[tuple[str, ...], ...], *above: str) -> gd.AnnualReport:
    """Give a report with lines and the rows of a table as text behind the first paragraph of a section."""
    changed = gd.loads(gd.dumps(report))
    getattr(changed, section)[1:1] = [*above, *map(" | ".join, rows)]
    return changed


def noted(reading: gd.Reading) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Give codes, paths and words of the notes."""
    return [(note.code, note.paths, note.raw) for note in reading.notes]


QUOTED = [("UNPLACED", (), " | ".join(row)) for row in COUNTS[1:]]


@pytest.mark.parametrize("section", SECTIONS)
def test_statistics_by_the_rows_of_table_two_are_not_that_where_it_is_missing(section: str) -> None:
    """They are text of their section; a note quotes each row, and table II is missing."""
    reading = recognize(put(without(TWO), section, grid_of(*COUNTS)))

    expected = with_text(attrs.evolve(TRUTH, proactive_disclosure=None), section, COUNTS)
    assert attrs.evolve(reading.report, other_sections=[]) == expected
    missing = ("TABLE-MISSING", ("proactive_disclosure",), HEADING_TWO)
    assert sorted(noted(reading)) == sorted([missing, *QUOTED])


@pytest.mark.parametrize("section", SECTIONS)
def test_statistics_by_the_rows_of_table_two_leave_it_blank_where_it_is(section: str) -> None:
    """Its own table says so; a note quotes each row."""
    blank = attrs.evolve(TRUTH, proactive_disclosure=gd.ProactiveDisclosure.blank())
    body = list(foreign(blank, spans))

    reading = recognize(put(body, section, grid_of(*COUNTS)))

    assert reading.report == with_text(blank, section, COUNTS)
    assert noted(reading) == QUOTED


def test_statistics_beside_table_two_are_text_without_a_note() -> None:
    """As of any other table of the report's own."""
    reading = recognize(put(list(foreign(TRUTH, spans)), "overview", grid_of(*COUNTS)))

    assert reading == gd.Reading(with_text(TRUTH, "overview", COUNTS))


@pytest.mark.parametrize("caption", ["（一）主动公开情况", "2、主动公开情况", "（二）主动公开政府信息情况"])
def test_a_line_that_is_like_the_heading_of_table_two_begins_it_nowhere_else(caption: str) -> None:
    """Above statistics in section 一, where the heading itself stands below."""
    reading = recognize(put(without(TWO), "overview", grid_of(*COUNTS), caption))

    expected = with_text(attrs.evolve(TRUTH, proactive_disclosure=None), "overview", COUNTS, caption)
    assert attrs.evolve(reading.report, other_sections=[]) == expected


def read_of(body: list[Block]) -> list[object]:
    """Give what is read of 规章 and of 行政许可."""
    report = recognize(body).report
    return [gd.get(report, f"proactive_disclosure.{path}") for path in ("rules.issued", "licensing.decisions")]


@pytest.mark.parametrize(
    ("table", "figures"),
    [
        # Heads of the form, in whatever edition
        (grid_of(("信息内容", "数量（条）"), *COUNTS[1:]), [None, 902]),
        (grid_of(("公开类别", "本年处理决定数量"), *COUNTS[1:]), [None, 902]),
        (grid_of(("公开类别", "本年处理决定数量（件）"), *COUNTS[1:]), [None, 902]),
        (grid_of(("公开类别", "处理决定数量"), *COUNTS[1:]), [None, 902]),
        (grid_of(("第二十条第（五）项", ""), *COUNTS), [None, 902]),
        # No heads, or one
        (grid_of(*COUNTS[1:]), [None, 902]),
        (grid_of(("数量（条）", ""), *COUNTS[1:]), [None, 902]),
        # As many figures as the form has
        (grid_of(*OF_THE_FORM), [7, 8]),
    ],
)
def test_a_table_with_something_of_table_two_is_that_wherever_it_stands(table: Grid, figures: list[int | None]) -> None:
    """A head of the form, no heads of its own, or its columns."""
    assert read_of(put(without(TWO), "overview", table)) == figures


def test_more_figures_than_the_form_has_are_of_no_form() -> None:
    """项目 | 2021年 | 2022年 | 2023年, three figures beside each row."""
    years = (("项目", "2021年", "2022年", "2023年"), *((label, "4", "5", "6") for label in ROWS))

    reading = recognize(put(without(TWO), "overview", grid_of(*years)))

    assert reading.report.proactive_disclosure is None
    assert reading.report.overview == with_text(TRUTH, "overview", years).overview


def test_a_table_with_rows_of_two_tables_is_none_of_statistics() -> None:
    """It can be the form, glued together."""
    rows = (*COUNTS, ("1.属于国家秘密", "5"))

    assert recognize(put(without(TWO), "overview", grid_of(*rows))).report.proactive_disclosure is not None


def test_statistics_by_the_rows_of_table_three_are_noted_as_that() -> None:
    """Of a row of one figure beside seven columns, nobody takes it for sure."""
    labels = ("一、本年新收政府信息公开申请数量", "（一）予以公开", "（二）部分公开", "1.属于国家秘密")
    rows = (("类别", "件数"), *((label, "5") for label in labels))

    reading = recognize(put(without(THREE), "overview", grid_of(*rows)))

    # Few labels are there, and none of one edition alone: that of the year is taken.
    assert reading.report.requests == gd.Requests.blank()
    quoted = {note.raw for note in reading.notes}
    assert quoted >= {" | ".join(row) for row in rows[1:]}


@pytest.mark.parametrize("with_heading", [True, False])
def test_where_table_two_is_due_such_a_table_is_read_as_it(*, with_heading: bool) -> None:
    """Below its heading, or where that is lost: it can be what is left of table II."""
    body = without(TWO)
    at = next(place for place, block in enumerate(body) if isinstance(block, Paragraph) and block.text == HEADING_TWO)
    body[at : at + 1] = [body[at], grid_of(*COUNTS)] if with_heading else [grid_of(*COUNTS)]

    assert read_of(body) == [None, 902]


@pytest.mark.parametrize("section", SECTIONS)
def test_a_small_table_with_heads_of_table_four_leaves_that_as_it_is(section: str) -> None:
    """行政复议 and 行政诉讼 in figures of two rows, above or below the whole table."""
    reading = recognize(put(list(foreign(TRUTH, spans)), section, grid_of(*COMPARED)))

    assert reading == gd.Reading(with_text(TRUTH, section, COMPARED))


@pytest.mark.parametrize("section", SECTIONS)
def test_table_four_in_another_section_is_no_summary_of_itself(section: str) -> None:
    """It is read wherever it stands."""
    (table,) = (block for block in foreign(TRUTH, spans) if isinstance(block, Grid) and len(block.rows) == FOUR)

    reading = recognize(put(without(FOUR), section, table))

    assert reading.report.review_and_litigation == TRUTH.review_and_litigation

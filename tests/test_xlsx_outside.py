"""Our workbook with something typed outside of the form, over its marks or beside its checks: it is text."""

from __future__ import annotations

import copy
from typing import Final

import pytest
from support.builders import build_report
from support.workbooks import edited, opened, place_of, saved, workbook_of

import govdisclosure as gd
from govdisclosure.differences import ParagraphChange
from govdisclosure.formats.xlsx._form import NAMES

REPORT: Final = build_report()
CONTENT: Final = gd.render(REPORT, "xlsx")
ROWS: Final = opened(CONTENT).max_row
MARKED: Final = {str(cell.value): cell.row for cell in reversed(opened(CONTENT)["A"])}
"""The first row of each mark, and of none."""
# The first line of table III that has no heads above it.
ROW: Final = int(place_of(CONTENT, "一、本年新收政府信息公开申请数量", 0)[1:])
LAST: Final = 1048576


def reading(cells: dict[str, object]) -> gd.Reading:
    """Read our workbook after these were typed."""
    return gd.parse(edited(CONTENT, cells), format="xlsx")


def noted(section: str, *lines: str) -> gd.Reading:
    """Give the report with further paragraphs at the end of a section, read without notes."""
    report = copy.deepcopy(REPORT)
    if section == "requests":
        assert report.requests is not None
        report.requests.notes += lines
    else:
        getattr(report, section).extend(lines)
    return gd.Reading(report)


@pytest.mark.parametrize("row", [*MARKED.values(), ROW, ROWS - 2, ROWS + 2, LAST])
def test_what_is_typed_over_a_mark_is_one_paragraph_more(row: int) -> None:
    """The row is what it was: title, heading, text, row of a table, agency, day, or one to be filled in."""
    read = reading({f"A{row}": 7731})

    assert [(type(each), each.after) for each in gd.compare(REPORT, read.report)] == [(ParagraphChange, "7731")]
    assert read.exact


def test_a_row_that_never_had_a_mark_is_text_whatever_its_words() -> None:
    """The words of a heading as well: the row is there to be filled in."""
    assert reading({f"B{MARKED['None']}": "一、总体情况"}) == noted("preamble", "一、总体情况")


def test_there_is_a_row_for_each_mark() -> None:
    """But for those of paragraphs that are empty or very long."""
    assert MARKED.keys() - {"None"} == NAMES.keys() - {"empty", "more"}


@pytest.mark.parametrize("column", ["A", "Q", "R", "S", "U", "V", "W", "X", "AF"])
@pytest.mark.parametrize("typed", [77, "注：本格存疑，应为77"])
def test_what_is_typed_beside_a_table_is_text_behind_it(column: str, typed: object) -> None:
    """In a gap, over the words of a check, over its sum, or far beside it."""
    assert reading({f"{column}{ROW}": typed}) == noted("requests", str(typed))


def test_each_line_of_a_cell_beside_the_form_is_a_paragraph() -> None:
    """Row by row, from the left; the day below the form stays its day."""
    cells: dict[str, object] = {"Z2": "丁", f"Q{LAST}": "戊", "R2": "乙\n\n丙", "A1": "甲"}
    expected = noted("preamble", "乙", "丙", "丁")
    expected.report.preamble.insert(0, "甲")
    assert expected.report.other_matters is not None
    expected.report.other_matters.append("戊")

    assert reading(cells) == expected


def test_what_a_hidden_column_or_row_beside_the_form_holds_is_not_read() -> None:
    """As anywhere else."""
    book = workbook_of(CONTENT)
    sheet = book.worksheets[0]
    sheet["Z5"], sheet[f"Q{ROWS + 5}"] = "甲", "乙"
    sheet.column_dimensions["Z"].hidden = True
    sheet.row_dimensions[ROWS + 5].hidden = True

    assert gd.parse(saved(book), format="xlsx") == gd.Reading(REPORT)


def test_checks_that_another_program_saved_as_what_they_came_to_are_no_text() -> None:
    """Words over one of them are."""
    content = saved(workbook_of(CONTENT, computed=True))

    assert gd.parse(content, format="xlsx") == gd.Reading(REPORT)
    typed = gd.parse(edited(content, {f"S{ROW}": "存疑"}), format="xlsx")
    assert typed == noted("requests", "存疑")


@pytest.mark.parametrize("place", [f"{column}{row}" for column in ("A", "R", "S", "Z") for row in (1, 3, ROW)])
def test_it_is_text_of_a_form_that_is_ours_no_more(place: str) -> None:
    """Here for a label that somebody changed: nothing that was typed is lost, and no check is text."""
    changed: dict[str, object] = {place_of(CONTENT, "规章", 0): "政府规章"}
    read, alone = reading({**changed, place: 7731}), reading(changed)

    assert [(type(each), each.after) for each in gd.compare(alone, read)] == [(ParagraphChange, "7731")]
    assert read.notes == alone.notes


def test_figures_beside_a_form_without_checks_are_text() -> None:
    """Where somebody deleted these."""
    book = workbook_of(CONTENT)
    book.worksheets[0].delete_cols(17, 20)
    content = edited(saved(book), {f"S{ROW}": 7731})

    assert gd.parse(content, format="xlsx") == noted("requests", "7731")

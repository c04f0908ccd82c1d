"""Reading what others published: every layout of tables as text, never silently wrong."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.builders import OPENING, build_report
from support.printers import print_report
from support.publishing.script import traditional, with_pinyin
from support.publishing.text import (
    Printer,
    cell_a_line,
    cell_a_line_collapsed,
    cell_a_line_opened,
    markdown,
    row_a_line,
    row_a_line_between_bars,
    row_a_line_collapsed,
    row_a_line_padded,
    row_a_line_written_out,
)

import govdisclosure as gd
from govdisclosure.testing import blanked, consistent_reports

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue

KEPT = [
    row_a_line,
    row_a_line_padded,
    row_a_line_between_bars,
    row_a_line_written_out,
    markdown,
    cell_a_line,
    cell_a_line_opened,
]
COLLAPSED = [row_a_line_collapsed, cell_a_line_collapsed]

# Every example reads a whole document in many layouts; GOVDISCLOSURE_EXAMPLES for more of them.
EXAMPLES = settings(max_examples=int(os.environ.get("GOVDISCLOSURE_EXAMPLES", "100")))

# A figure that a page puts into a row is like one of the report's own: it can fill a blank, and move what is beside it.
EXCUSED = {"insert figure": 7}


def figures(report: gd.AnnualReport) -> dict[str, CellValue]:
    """Give every cell of a report by its path."""
    return {cell.path: cell.value for cell in gd.cells(report)}


def wrong(truth: gd.AnnualReport, reading: gd.Reading) -> set[str]:
    """Give the paths of the cells that differ from the truth and that no note names."""
    noted = {path for note in reading.notes for path in note.paths}
    read = figures(reading.report)
    differing = {path for path, value in figures(truth).items() if read.get(path, "missing") != value}
    return {path for path in differing - noted if path.partition(".")[0] not in noted}


def plain(truth: gd.AnnualReport) -> gd.AnnualReport:
    """Give the report with a narrative of one sentence a section and the metadata that print_report prints."""
    report = build_report(year=truth.year or 2021, published=None)
    for section in ("proactive_disclosure", "requests", "review_and_litigation"):
        setattr(report, section, getattr(truth, section))
    return report


@st.composite
def printed_reports(draw: st.DrawFn) -> gd.AnnualReport:
    """A consistent report with some of its cells blank."""
    report = plain(draw(consistent_reports()))
    paths = list(figures(report))
    kept = draw(st.sets(st.sampled_from(paths), max_size=60))
    few = draw(st.booleans())
    return blanked(report, [path for path in paths if (path in kept) is not few])


@pytest.mark.property
@pytest.mark.parametrize("layout", KEPT)
@EXAMPLES
@given(truth=printed_reports())
def test_layouts_that_keep_blanks_are_never_silently_wrong(layout: Printer, truth: gd.AnnualReport) -> None:
    """Where every cell has its place in the text, each figure is right or named by a note."""
    assert wrong(truth, gd.parse(print_report(truth, layout))) == set()


@pytest.mark.parametrize("layout", COLLAPSED)
@EXAMPLES
@given(truth=printed_reports())
def test_collapsed_layouts_are_never_silently_wrong(layout: Printer, truth: gd.AnnualReport) -> None:
    """Where blanks are gone, each figure is right or named by a note."""
    assert wrong(truth, gd.parse(print_report(truth, layout))) == set()


@EXAMPLES
@given(truth=printed_reports())
def test_a_row_a_line_with_a_cell_for_every_column_is_read_exactly(truth: gd.AnnualReport) -> None:
    """A text with one cell for every column is read without a note, blanks as blanks."""
    reading = gd.parse(print_report(truth, row_a_line))

    assert reading == gd.Reading(truth)


@EXAMPLES
@given(truth=printed_reports())
def test_a_cell_a_line_is_exact_but_for_one_blank_at_the_end(truth: gd.AnnualReport) -> None:
    """One bar alone behind the figures of a row could fill it up: that row, and no other, may be in doubt."""
    reading = gd.parse(print_report(truth, cell_a_line))

    assert wrong(truth, reading) == set()
    # The rows of table IV have no label: one bar less.
    doubted = [(len(note.paths), (note.raw or "").count("|")) for note in reading.notes]
    assert all(bars == paths - (2 if paths == 15 else 1) for paths, bars in doubted)


@pytest.mark.property
@EXAMPLES
@given(truth=consistent_reports())
def test_full_tables_are_read_exactly_from_every_layout(truth: gd.AnnualReport) -> None:
    """Where no cell is blank, no layout loses anything."""
    for layout in (*KEPT, *COLLAPSED):
        reading = gd.parse(print_report(plain(truth), layout))

        assert (figures(reading.report), reading.notes) == (figures(truth), ())


@pytest.mark.parametrize("year", [2020, 2021])
@pytest.mark.parametrize("layout", [*KEPT, *COLLAPSED])
def test_the_whole_report_is_read(layout: Printer, year: int) -> None:
    """Metadata, narrative and tables come back as they were printed."""
    report = build_report(year=year, published=None)

    assert gd.parse(print_report(report, layout)) == gd.Reading(report)


def test_traditional_script_is_kept_in_the_narrative_and_folded_in_labels() -> None:
    """Labels and headings are recognised in traditional characters; the narrative stays as published."""
    report = build_report(published=None)

    reading = gd.parse(traditional(print_report(report, cell_a_line)))

    assert reading.notes == ()
    assert figures(reading.report) == figures(report)
    assert reading.report.overview == [traditional(OPENING), "本機關依法公開政府信息。"]


def test_pinyin_is_removed_where_a_heading_or_label_carries_it() -> None:
    """Pinyin behind single characters is noise of the page; it goes everywhere, with one note."""
    report = build_report(published=None)

    reading = gd.parse(with_pinyin(traditional(print_report(report, row_a_line))))

    assert [note.code for note in reading.notes] == ["PINYIN-REMOVED"]
    assert reading.report == gd.parse(traditional(print_report(report, row_a_line))).report


def test_pinyin_in_the_narrative_alone_stays() -> None:
    """Without pinyin in a heading or label, parentheses with a syllable are the report's own."""
    report = build_report(published=None, overview=["本機關公開(kāi)信息。"])

    assert gd.parse(print_report(report, row_a_line)) == gd.Reading(report)


def with_granted(values: list[CellValue]) -> gd.AnnualReport:
    """Give a report with these figures in row （一）, all of them received this year."""
    cls = gd.Requests
    rows: list[list[CellValue]] = [[0] * 7 for _ in cls.figure_paths()]
    stated: list[CellValue] = [0 if value is None else value for value in values]
    rows[0], rows[2], rows[23] = stated, values, stated
    return build_report(published=None, requests=cls.from_rows(rows))


SLIPS = ["drop", "damage", "insert figure", "insert words", "repeat", "empty", "cut in two"]


def with_slip(lines: list[str], kind: str, place: int) -> list[str]:
    """Give the lines of a text with one slip."""
    line = lines[place]
    changed = {
        "drop": [],
        "damage": [re.sub("[㐀-鿿]{2}(?=[㐀-鿿])", "", line, count=1)],
        "insert figure": ["3 |", line],
        "insert words": ["本地自设的事项 |", line],
        "repeat": [line, line],
        "empty": ["", line],
        "cut in two": ["- 4 -", line],
    }[kind]
    return [*lines[:place], *changed, *lines[place + 1 :]]


@pytest.mark.property
@pytest.mark.parametrize("layout", [*KEPT, *COLLAPSED])
@EXAMPLES
@given(truth=printed_reports(), kind=st.sampled_from(SLIPS), data=st.data())
def test_a_slip_of_the_page_is_never_silently_wrong(
    layout: Printer, truth: gd.AnnualReport, kind: str, data: st.DataObject
) -> None:
    """A label lost, doubled or damaged, a line put in among the tables: refused, noted, or the right figures."""
    lines = print_report(truth, layout).splitlines()
    words = re.compile("[㐀-鿿]" if kind in {"drop", "damage", "repeat"} else "[|]")
    place = data.draw(
        st.sampled_from([place for place, line in enumerate(lines) if "|" in line and words.search(line)])
    )
    try:
        reading = gd.parse("\n".join(with_slip(lines, kind, place)))
    except gd.ReadError:
        return

    assert len(wrong(truth, reading)) <= EXCUSED.get(kind, 0), (kind, lines[place], sorted(wrong(truth, reading)))


def row_paths(report: gd.AnnualReport, end: str) -> tuple[str, ...]:
    """Give the seven paths of a row of table III."""
    return tuple(
        cell.path for cell in gd.cells(report) if cell.path.startswith("requests.") and cell.path.endswith(end)
    )


@pytest.mark.parametrize("layout", [cell_a_line, cell_a_line_opened])
def test_words_put_in_among_the_figures_of_a_row_leave_it_in_doubt(layout: Printer) -> None:
    """Words after the first of seven figures, the last two of which are not nought: the note names all seven."""
    report = plain(build_report())
    report.requests = gd.Requests.from_rows([[0] * 7] * 25)
    for column in (report.requests.legal_person.other, report.requests.total):
        column.newly_received = column.outcomes.other.fee_unpaid = column.outcomes.total = 1
    lines = print_report(report, layout).splitlines()
    start = next(place for place, line in enumerate(lines) if "2.申请人逾期未按收费通知要求缴纳费用" in line)

    reading = gd.parse("\n".join(with_slip(lines, "insert words", start + 2)))

    assert wrong(report, reading) == set()
    assert set(row_paths(report, ".fee_unpaid")) <= {path for note in reading.notes for path in note.paths}


def test_the_only_possible_placement_is_taken_and_noted() -> None:
    """Where the totals of the columns leave one placement, the figures stand there, with a note."""
    report = with_granted([3, 4, None, 5, None, None, 12])
    printed = print_report(report, row_a_line).replace("| 3 | 4 |  | 5 |  |  | 12 |", "| 3 | 4 | 5 | 12 |")

    reading = gd.parse(printed)

    assert reading.report == report
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [
        ("INFERRED", row_paths(report, ".outcomes.granted"), "（一）予以公开 | 3 | 4 | 5 | 12")
    ]


def test_a_figure_that_was_placed_is_quoted_with_the_unit_of_its_head() -> None:
    """Nobody knows which count it is in a unit that the form has not."""
    report = with_granted([3, 4, None, 5, None, None, 12])
    printed = print_report(report, row_a_line).replace("| 3 | 4 |  | 5 |  |  | 12 |", "| 3 | 4 | 5 | 12 |")

    reading = gd.parse(printed.replace("自然人", "自然人（万件）", 1))

    path = "requests.natural_person.outcomes.granted"
    assert ("CELL-UNREADABLE", (path,), "3 万件") in [(note.code, note.paths, note.raw) for note in reading.notes]
    assert gd.get(reading.report, path) is None


def test_only_what_all_placements_share_is_filled_in() -> None:
    """Three figures of which one could stand in either of two columns: that one is left blank, and all are named."""
    report = with_granted([3, None, 0, None, None, None, 3])
    printed = print_report(report, row_a_line).replace("| 3 |  | 0 |  |  |  | 3 |", "| 3 | 0 | 3 |")

    reading = gd.parse(printed)

    granted = row_paths(report, ".outcomes.granted")
    assert [gd.get(reading.report, path) for path in granted] == [3, None, None, None, None, None, 3]
    assert [(note.code, note.paths) for note in reading.notes] == [("AMBIGUOUS", granted)]


def test_two_equal_figures_are_natural_persons_and_total() -> None:
    """The usual meaning is taken where no identity refutes it; the note names every column that is not sure."""
    report = with_granted([0, None, None, None, None, None, 0])
    printed = print_report(report, row_a_line).replace("| 0 |  |  |  |  |  | 0 |", "| 0 | 0 |")

    reading = gd.parse(printed)

    assert reading.report == report
    assert [(note.code, note.paths) for note in reading.notes] == [
        ("AMBIGUOUS", row_paths(report, ".outcomes.granted"))
    ]


def test_not_applicable_counts_as_nought_where_figures_are_placed() -> None:
    """A stroke in a row that lost its blanks is a figure like others, and nothing in a sum."""
    report = with_granted([gd.NA, None, None, None, None, 4, 4])
    report.requests = with_granted([0, None, None, None, None, 4, 4]).requests
    gd.put(report, "requests.natural_person.outcomes.granted", gd.NA)
    printed = print_report(report, row_a_line).replace("| / |  |  |  |  | 4 | 4 |", "| / | 4 | 4 |")

    reading = gd.parse(printed)

    assert wrong(report, reading) == set()
    assert {note.code for note in reading.notes} == {"AMBIGUOUS"}


def test_figures_that_no_placement_fits_are_left_blank() -> None:
    """Figures that break an identity wherever they stand are in the note only."""
    printed = print_report(with_granted([3, 4, None, 5, None, None, 12]), row_a_line).replace(
        "| 3 | 4 |  | 5 |  |  | 12 |", "| 3 | 4 | 6 | 12 |"
    )

    reading = gd.parse(printed)

    assert [(note.code, len(note.paths), note.raw) for note in reading.notes] == [
        ("UNPLACED", 7, "（一）予以公开 | 3 | 4 | 6 | 12")
    ]


def test_blanks_kept_a_cell_a_line_are_blanks() -> None:
    """A bar on a line of its own is a blank cell, between figures and at the end."""
    report = with_granted([None, None, None, None, None, None, None])
    assert report.proactive_disclosure is not None
    for path in ("licensing.decisions", "rules.issued", "rules.repealed", "rules.in_force", "fees.amount"):
        gd.put(report, f"proactive_disclosure.{path}", None)

    assert gd.parse(print_report(report, cell_a_line)) == gd.Reading(report)

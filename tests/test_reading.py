"""Reading what others published: every layout of tables as text, never silently wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import build_report
from hypothesis import given
from hypothesis import strategies as st
from printers import (
    TablePrinter,
    cell_a_line,
    cell_a_line_collapsed,
    print_report,
    row_a_line,
    row_a_line_collapsed,
    row_a_line_padded,
    traditional,
    with_pinyin,
)

import govdisclosure as gd
from govdisclosure.testing import blanked, consistent_reports

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue

KEPT = [row_a_line, row_a_line_padded, cell_a_line]
COLLAPSED = [row_a_line_collapsed, cell_a_line_collapsed]


def figures(report: gd.AnnualReport) -> dict[str, CellValue]:
    """Give every cell of a report by its path."""
    return {cell.path: cell.value for cell in gd.cells(report)}


def wrong(truth: gd.AnnualReport, reading: gd.Reading) -> set[str]:
    """Give the paths of the cells that differ from the truth and that no note names."""
    noted = {path for note in reading.notes for path in note.paths}
    read = figures(reading.report)
    return {path for path, value in figures(truth).items() if read.get(path, "missing") != value} - noted


def plain(truth: gd.AnnualReport) -> gd.AnnualReport:
    """Give the report with a narrative of one sentence a section and the head that print_report prints."""
    report = build_report(year=truth.year or 2021)
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


@pytest.mark.parametrize("layout", KEPT)
@given(truth=printed_reports())
def test_layouts_that_keep_blanks_are_never_silently_wrong(layout: TablePrinter, truth: gd.AnnualReport) -> None:
    """Where every cell has its place in the text, each figure is right or named by a note."""
    assert wrong(truth, gd.parse(print_report(truth, layout))) == set()


@pytest.mark.parametrize("layout", COLLAPSED)
@given(truth=printed_reports())
def test_collapsed_layouts_are_never_silently_wrong(layout: TablePrinter, truth: gd.AnnualReport) -> None:
    """Where blanks are gone, each figure is right or named by a note."""
    assert wrong(truth, gd.parse(print_report(truth, layout))) == set()


@pytest.mark.parametrize("layout", [row_a_line, cell_a_line])
@given(truth=printed_reports())
def test_a_cell_for_every_column_is_read_exactly(layout: TablePrinter, truth: gd.AnnualReport) -> None:
    """A text with one cell for every column is read without a note, blanks as blanks."""
    reading = gd.parse(print_report(truth, layout))

    assert reading.notes == ()
    assert reading.report == gd.parse(gd.render(reading.report, "text")).report
    assert figures(reading.report) == figures(truth)


@given(truth=consistent_reports())
def test_full_tables_are_read_exactly_from_every_layout(truth: gd.AnnualReport) -> None:
    """Where no cell is blank, no layout loses anything."""
    for layout in (*KEPT, *COLLAPSED):
        reading = gd.parse(print_report(plain(truth), layout))

        assert (figures(reading.report), reading.notes) == (figures(truth), ())


@pytest.mark.parametrize("year", [2020, 2021])
@pytest.mark.parametrize("layout", [*KEPT, *COLLAPSED])
def test_the_whole_report_is_read(layout: TablePrinter, year: int) -> None:
    """Head, narrative and tables come back as they were printed."""
    report = build_report(year=year, published=None)

    assert gd.parse(print_report(report, layout)) == gd.Reading(report)


def test_traditional_script_is_kept_in_the_narrative_and_folded_in_labels() -> None:
    """Labels and headings are recognised in traditional characters; the narrative stays as published."""
    report = build_report(published=None)

    reading = gd.parse(traditional(print_report(report, cell_a_line)))

    assert reading.notes == ()
    assert figures(reading.report) == figures(report)
    assert reading.report.overview == ["（一）主動公開", "本機关依法公開政府信息。".replace("機", "机")]


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


def collapsed(row: list[CellValue], label: str = "（一）予以公开") -> gd.Reading:
    """Read a table III of which one row has lost its blanks and all others are nought."""
    printed = print_report(build_report(), row_a_line)
    cells = "".join(f" {value} |" for value in row)
    lines = [
        f"{label} |{cells}" if label in line else line.replace("| 12 | 0 | 0 | 0 | 0 | 0 | 12 |", "|" * 8)
        for line in printed.splitlines()
    ]
    return gd.parse("\n".join(lines))


def test_the_only_possible_placement_is_taken_and_noted() -> None:
    """Figures that the identities allow in one way only are placed there, with a note."""
    report = build_report(cells={"requests.legal_person.other.outcomes.granted": None})
    printed = print_report(report, row_a_line).replace("| 11 | 0 | 0 | 0 | 0 |  | 11 |", "| 11 | 0 | 0 | 0 | 0 | 11 |")

    reading = gd.parse(printed)

    assert [note.code for note in reading.notes] == ["AMBIGUOUS"]
    assert wrong(report, reading) == set()


def test_identities_infer_a_placement() -> None:
    """Each column's total settles where the figures of a row stand."""
    granted = [3, 4, 0, 0, 0, 0, 7]
    table = gd.Requests.from_rows([[0] * 7 for _ in range(25)])
    columns = (
        table.natural_person,
        *(
            getattr(table.legal_person, name)
            for name in gd.Requests.blank().legal_person.__slots__
            if name != "__weakref__"
        ),
        table.total,
    )
    for column, value in zip(columns, granted, strict=True):
        column.newly_received = column.outcomes.granted = column.outcomes.total = value
    table.legal_person.other.outcomes.granted = None
    table.legal_person.research_institution.outcomes.granted = None
    report = build_report(requests=table, published=None)
    printed = print_report(report, row_a_line).replace("| 3 | 4 |  | 0 | 0 |  | 7 |", "| 3 | 4 | 0 | 0 | 7 |")

    reading = gd.parse(printed)

    assert wrong(report, reading) == set()
    assert {note.code for note in reading.notes} <= {"INFERRED", "AMBIGUOUS"}
    assert gd.get(reading.report, "requests.legal_person.commercial_enterprise.outcomes.granted") == 4

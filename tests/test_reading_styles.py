"""Tables in text, in every style of printing: a figure is in its column, or in no column and in a note."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import cycle, islice
from typing import TYPE_CHECKING, Final, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import build_report
from support.printers import print_report
from support.publishing import unusual
from support.publishing.text import cell_a_line, row_a_line

import govdisclosure as gd
from govdisclosure.model.structure import cell_paths

if TYPE_CHECKING:
    from random import Random

    from support.publishing.sheets import Sheet
    from support.publishing.text import Rows

    from govdisclosure.model.values import CellValue

_Printer: TypeAlias = Callable[[Sequence[str]], str]

# A report in text, in which table II is printed anew.
ABOVE, _, REST = print_report(build_report(published=None), row_a_line).partition("第二十条第（一）项")
BELOW = REST[REST.index("三、收到") :]
WIDTH = 4
LABELS = ("规章", "行政规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费")
PERSONS = (
    "commercial_enterprise",
    "research_institution",
    "public_welfare_organization",
    "legal_service_organization",
    "other",
)
REQUESTS = [f"requests.{path}" for path in cell_paths(type(build_report().requests))]
BLANKS: Final = {
    "outcomes.granted": (3,),
    "outcomes.refused.third_party_rights": (0, 3),
    "outcomes.unavailable.not_held": (3,),
    "outcomes.not_processed.petition_or_complaint": (1, 2),
    "outcomes.not_processed.repeated": (3,),
    "outcomes.not_processed.excessive": (2,),
    "outcomes.not_processed.reconfirmation": (2,),
    "outcomes.other.not_corrected_in_time": (0, 3),
    "carried_forward": (3,),
}
PLACES = ((0, 1, 2), (3, 4, 5), (6,), (7,), (8,), (9,))
FULL = ("1", "7", "3", "2", "5", "4", "8", "9", "6", "11")


def printed(figures: Sequence[str], printer: _Printer) -> list[str]:
    """Print table II, each row by the printer."""
    cells = [[label, *(figures[place] for place in places)] for label, places in zip(LABELS, PLACES, strict=True)]
    content, decisions = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["信息内容", "本年处理决定数量"]
    rows = [
        ["第二十条第（一）项"],
        content,
        *cells[:2],
        ["第二十条第（五）项"],
        decisions,
        cells[2],
        ["第二十条第（六）项"],
        decisions,
        *cells[3:5],
        ["第二十条第（八）项"],
        ["信息内容", "本年收费金额（单位：万元）"],
        cells[5],
    ]
    return [printer(row) for row in rows]


def read(lines: Sequence[str]) -> tuple[list[str], list[str | None]]:
    """Read a report with such a table II: its figures, blanks as none, and what the notes quote."""
    reading = gd.parse(f"{ABOVE}{chr(10).join(lines)}\n{BELOW}")
    table = reading.report.tables_2021().proactive_disclosure
    assert table is not None
    figures = ["" if cell.value is None else f"{cell.value}" for cell in islice(gd.cells(reading.report), len(FULL))]
    assert {note.code for note in reading.notes} <= {"UNPLACED"}
    return figures, [note.raw for note in reading.notes]


def blanked(*places: int) -> list[str]:
    """Give the figures with blanks in some places."""
    return ["" if place in places else figure for place, figure in enumerate(FULL)]


def closed(row: Sequence[str]) -> str:
    """Print ``规章 | 0 |  | 0 |``."""
    return "".join(f"{cell} | " for cell in row).rstrip()


def short(row: Sequence[str]) -> str:
    """Print ``规章 | 0 | | 0``: no bar behind the last cell, but where nothing else makes it a row."""
    text = " | ".join(row).rstrip(" ")
    return text if "|" in text else f"{text} |"


def trimmed(row: Sequence[str]) -> str:
    """Print ``规章 | 0``: blanks at the end are gone with their bars."""
    text = " | ".join(row).rstrip(" |")
    return text if "|" in text else f"{text} |"


def between(row: Sequence[str]) -> str:
    """Print ``| 规章 | 0 | | 0 |``."""
    return f"| {closed(row)}"


def two_bars(row: Sequence[str]) -> str:
    """Print ``规章 || 0 || || 0 ||``."""
    return "".join(f"{cell} || " for cell in row).rstrip()


def leading(row: Sequence[str]) -> str:
    """Print ``规章 | | 0 | | 0 |``: a blank before the first column of each row, which is none of the form."""
    return closed([row[0], "", *row[1:]] if row[1:] else row)


def collapsed(row: Sequence[str]) -> str:
    """Print ``规章 | 0 | 0 |``: blanks are gone with their bars."""
    return closed([cell for cell in row if cell])


def padded(row: Sequence[str], more: int = 0, gap: str = " ") -> str:
    """Print ``行政许可 | 8 | ||``: filled up to the width of the table, or beyond."""
    missing = WIDTH - len(row)
    return f"{closed(row)}{gap}{'|' * (missing + more)}" if missing else closed(row)


def padded_beside(row: Sequence[str]) -> str:
    """Print ``行政许可 | 8 |||``: what fills up stands together with the bar of the last cell."""
    return padded(row, gap="")


def padded_further(row: Sequence[str]) -> str:
    """Print the same with two bars more."""
    return padded(row, more=2)


def collapsed_padded(row: Sequence[str]) -> str:
    """Print ``规章 | 0 | 0 | |``: the bars of blanks that are gone fill the row up."""
    return padded([cell for cell in row if cell])


def on_lines(row: Sequence[str]) -> str:
    """Print a cell a line with its bar: ``规章 |``, ``0 |``, ``|``."""
    return "\n".join(f"{cell} |".strip() for cell in row)


def on_lines_padded(row: Sequence[str]) -> str:
    """Print the same, with a line of bars that fills the row up."""
    return f"{on_lines(row)}\n{'|' * (WIDTH - len(row))}".rstrip("\n")


def on_lines_opened(row: Sequence[str]) -> str:
    """Print the same, with a bar on a line of its own before each row."""
    return f"|\n{on_lines_padded(row)}"


def on_lines_apart(row: Sequence[str]) -> str:
    """Print the same, with the bar of each cell and another one below it."""
    return "\n".join(f"{cell} |\n|".strip() for cell in row)


def on_lines_beside(row: Sequence[str]) -> str:
    """Print a cell a line, with what fills the row up on the line of its last cell."""
    return f"{on_lines(row)}{'|' * (WIDTH - len(row))}"


def on_lines_bare(row: Sequence[str]) -> str:
    """Print a cell a line without a bar; a blank is a line of a blank that does not break."""
    return "\n".join(cell or "\N{NO-BREAK SPACE}" for cell in row)


def on_lines_gone(row: Sequence[str]) -> str:
    """Print a cell a line without a bar, no blanks."""
    return "\n".join(cell for cell in row if cell)


def on_lines_collapsed(row: Sequence[str]) -> str:
    """Print a cell a line with its bar, blanks gone, their bars on a line that fills the row up."""
    return on_lines_padded([cell for cell in row if cell])


KEPT: tuple[_Printer, ...] = (
    closed,
    short,
    between,
    two_bars,
    leading,
    padded,
    padded_beside,
    padded_further,
    on_lines,
    on_lines_padded,
    on_lines_opened,
    on_lines_apart,
    on_lines_beside,
    on_lines_bare,
)
LOST: tuple[_Printer, ...] = (trimmed, collapsed, collapsed_padded, on_lines_gone, on_lines_collapsed)


@pytest.mark.parametrize("printer", KEPT + LOST)
def test_a_table_without_blanks_is_exact_in_every_style(printer: _Printer) -> None:
    """There is nothing that could have been lost."""
    assert read(printed(FULL, printer)) == (list(FULL), [])


@pytest.mark.parametrize("printer", KEPT)
@pytest.mark.parametrize("blanks", [(0, 1), (0, 2), (1, 2, 6), (0, 1, 2), (0, 1, 2, 4, 5, 7), (9,), (2, 4)])
def test_blanks_that_are_printed_are_blank_cells(printer: _Printer, blanks: tuple[int, ...]) -> None:
    """The figures beside them stay in their columns."""
    assert read(printed(blanked(*blanks), printer)) == (blanked(*blanks), [])


@pytest.mark.parametrize("printer", [collapsed, collapsed_padded, on_lines_gone, on_lines_collapsed])
def test_a_row_whose_blanks_are_gone_is_quoted(printer: _Printer) -> None:
    """The others, with as many figures as columns, have lost nothing."""
    figures, quoted = read(printed(blanked(0, 1), printer))

    assert figures == blanked(0, 1, 2)
    assert quoted == ["规章 | 3"]


def test_a_row_that_ends_before_its_last_column_is_quoted() -> None:
    """Blanks in front of a figure in the last column are there; those behind a figure may be figures."""
    assert read(printed(blanked(0, 1), trimmed)) == (blanked(0, 1), [])
    assert read(printed(blanked(5), trimmed)) == (blanked(3, 4, 5), ["行政规范性文件 | 2 | 5"])


@pytest.mark.parametrize("printer", [collapsed, on_lines_gone])
def test_a_label_alone_where_blanks_can_be_gone_is_quoted(printer: _Printer) -> None:
    """Its figure can be gone as well."""
    assert read(printed(blanked(0, 1, 6), printer))[1][-1] == "行政许可"


@pytest.mark.property
@pytest.mark.parametrize("printer", KEPT + LOST)
@given(blanks=st.sets(st.integers(0, len(FULL) - 1)))
def test_no_figure_is_in_another_cell_and_none_is_lost_without_a_note(printer: _Printer, blanks: set[int]) -> None:
    """Whatever is blank, in every style."""
    stated = blanked(*blanks)

    figures, quoted = read(printed(stated, printer))

    for label, places in zip(LABELS, PLACES, strict=True):
        given_row, read_row = ([each[place] for place in places] for each in (stated, figures))
        told = any(label in (raw or "") for raw in quoted)
        assert read_row == given_row or (told and set(read_row) == {""})


def test_a_row_that_two_styles_print_in_two_ways_is_quoted() -> None:
    """Without a bar behind the last cell, or with one: 规章 | 1 | 7 | is a blank at its end, or none."""
    lines = [short(row.split(" | ")) for row in printed(FULL, " | ".join)]
    lines[2] = "规章 | 1 | 7 |"

    figures, quoted = read(lines)

    assert (figures, quoted) == (blanked(2), [])


def test_a_row_with_a_bar_too_few_is_quoted() -> None:
    """No style that prints the others prints it so."""
    lines = printed(blanked(1), closed)
    lines[2] = "规章 | 1 | 3 |"

    assert read(lines) == (blanked(0, 1, 2), ["规章 | 1 | 3"])


def test_of_a_table_most_of_whose_rows_no_style_prints_only_full_rows_are_sure() -> None:
    """Its bars tell nothing; what is in no cell is quoted."""
    bars = cycle([1, 3, 2, 5, 4, 2, 6])

    def at_random(row: Sequence[str]) -> str:
        return "".join(f"{cell} {'|' * next(bars)} " for cell in row).rstrip()

    figures, quoted = read(printed(blanked(1), at_random))

    assert figures == ["", "", "", "", "", "", "", "9", "", "11"]
    assert set(blanked(1)) <= {*figures, *quoted}


@pytest.mark.parametrize(
    "blanks", [(0, 1, 3, 6, 7, 8, 9), (0, 2, 3, 6, 7, 8, 9), (0, 1, 2, 3, 6, 7, 8, 9), (0, 1, 3, 4, 6, 7, 8, 9)]
)
def test_a_first_column_of_blanks_is_none_that_is_not_of_the_form(blanks: tuple[int, ...]) -> None:
    """Where a blank stands before the first column of each row and the first column is blank, too."""
    assert read(printed(blanked(*blanks), leading)) == (blanked(*blanks), [])
    assert read(printed(blanked(*blanks), closed)) == (blanked(*blanks), [])


def test_as_many_noughts_as_cells_are_all_of_them() -> None:
    """规章 | 000 | can be nothing else."""
    lines = printed(FULL, closed)
    lines[2] = "规章 | 000 |"

    assert read(lines) == (["0", "0", "0", *FULL[3:]], [])


def test_money_is_read_in_every_style() -> None:
    """With its point."""
    report = gd.parse(f"{ABOVE}{chr(10).join(printed([*FULL[:-1], '3.50'], two_bars))}\n{BELOW}").report

    assert gd.get(report, "proactive_disclosure.fees.amount") == Decimal("3.50")


def numbers_apart(sheet: Sheet, rng: Random) -> Rows:
    """Print a cell a line, the numbers of labels in cells of their own."""
    return cell_a_line(unusual.numbers_apart(sheet, rng), rng)


def test_a_column_that_is_blank_in_all_rows_is_not_left_out() -> None:
    """What stands before the first figure of each row may be that column, or none; sums fit both."""
    persons = [f"requests.legal_person.{name}" for name in PERSONS]
    rows = [path.removeprefix("requests.total.") for path in REQUESTS if path.startswith("requests.total.")]
    cells: dict[str, CellValue] = {f"requests.natural_person.{row}": None for row in rows}
    for number, row in enumerate(rows):
        figures = [None if place in BLANKS.get(row, ()) else 100 + 7 * number + place for place in range(len(persons))]
        cells |= {f"{person}.{row}": figure for person, figure in zip(persons, figures, strict=True)}
        cells[f"requests.total.{row}"] = sum(filter(None, figures))
    report = build_report(published=None, cells=cells)
    # The head of the labels stands in a paragraph above the table.
    text = print_report(report, numbers_apart).replace("第四项之和） |", "第四项之和）\n|")

    reading = gd.parse(text)

    noted = {path for note in reading.notes for path in note.paths}
    assert [path for path in REQUESTS if path not in noted and gd.get(reading.report, path) != cells[path]] == []

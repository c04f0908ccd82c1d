"""Figures that no label tells, and tables of which it is not sure which edition they are: the cells that can be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.builders import build_report
from support.printers import print_report
from support.publishing.text import Line, cell_a_line, row_a_line

import govdisclosure as gd
from govdisclosure.form.grids import figure_rows
from govdisclosure.model.requests import Requests
from govdisclosure.model.requests_2019 import Requests2019

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from support.publishing.sheets import Sheet

REPORT = build_report(published=None)
OLD = build_report(published=None, year=2020)
FIGURES = {cell.path: cell.value for cell in gd.cells(REPORT)}
COMPULSION = "proactive_disclosure.compulsion.decisions"
LICENSING = "proactive_disclosure.licensing.decisions"
OTHER = {
    f"requests.{path}" for cls in (Requests, Requests2019) for row in figure_rows(cls) for path in row.paths if ".outcomes.other" in path
}
HANDLED = "（六）其他处理"


def page_text(sheet: Sheet, _: Random) -> Iterator[Line]:
    """Print the text of a PDF page: a row a line, single blanks between cells."""
    return (Line(" ".join(cell.text for cell in row if cell.text)) for row in sheet.rows)


PAGE = print_report(REPORT, page_text)
ROWS = print_report(REPORT, row_a_line)


# A label that is broken, or a piece of a head above it.


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("行政处罚 2", "行政处\n罚 2"),
        ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开（区分处\n理的，只计这一情形，不计其他情形）"),
        ("信息内容 本年处理决定数量\n行政许可", "信息内容 本年处理决定数量（件   ）\n行政许可"),
        ("信息内容 本年收费金额（单位：万元）\n行政", "信息内容 本年收费金额（单位：万元   ）\n行政"),
    ],
)
def test_a_broken_label_or_head_moves_no_figure(old: str, new: str) -> None:
    """Figures stand behind the last part of their label; the bracket that ends a head is no part of one."""
    assert old in PAGE

    assert gd.parse(PAGE.replace(old, new)) == gd.Reading(REPORT)


# Figures that no label tells.


def withheld(content: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Give the notes of a reading: code, paths, raw text."""
    return [(note.code, note.paths, note.raw) for note in gd.parse(content).notes]


def test_a_figure_without_a_label_names_the_blank_rows_beside_it() -> None:
    """It can be of any of them; a row with a figure of its own is sure, and what is not beside it as well."""
    figure = FIGURES[COMPULSION]
    printed = f"行政强制 | {figure} |"
    assert printed in ROWS

    assert withheld(ROWS.replace(printed, f"行政强制 | |\n | {figure} |")) == [("UNPLACED", (COMPULSION,), str(figure))]

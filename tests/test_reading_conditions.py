"""Conditions of the reader of tables that few documents meet: each keeps a figure as it is printed."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from support.builders import build_report
from support.printers import print_report
from support.publishing.text import row_a_line

import govdisclosure as gd

ITEMS: Final = "proactive_disclosure.licensing.items_last_year"
AMOUNT: Final = "proactive_disclosure.procurement.amount"
STATED: Final = "政府集中采购 | 5 | 96171.6 |"


def test_the_unit_of_a_figure_in_a_remark_is_that_of_no_amount() -> None:
    """200万元 in a remark below the table does not tell in what the 96171.6 above it is counted."""
    truth = build_report(published=None, year=2020, cells={AMOUNT: gd.Amount(Decimal("96171.6"), None)})
    page = print_report(truth, row_a_line)
    assert STATED in page

    reading = gd.parse(page.replace(STATED, f"{STATED}\n注：其中1项为200万元 |"))

    assert list(gd.cells(reading.report)) == list(gd.cells(truth))
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [("UNPLACED", (), "注：其中1项为200万元")]


def test_a_sign_apart_from_its_digits_is_no_second_figure() -> None:
    """- 1 beside a blank cell is one change, not the two figures "-" and 1."""
    truth = build_report(published=None, year=2020, cells={ITEMS: None})
    page = print_report(truth, row_a_line)
    assert "行政许可 |  | -1 |" in page

    assert gd.parse(page.replace("行政许可 |  | -1 |", "行政许可 |  | - 1 |")) == gd.Reading(truth)

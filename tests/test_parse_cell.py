"""A cell from its text: what a CSV file or a database has is read as a form is."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

import govdisclosure as gd
from govdisclosure.form.figures import print_figure
from govdisclosure.testing import reports

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue

_RECEIVED = "requests.total.newly_received"
_CHANGE = "proactive_disclosure.fees.change"
_FEES = "proactive_disclosure.fees.amount"
_PROCUREMENT = "proactive_disclosure.procurement.amount"


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        (_RECEIVED, "1,234", 1234),
        (_RECEIVED, "１２件", 12),
        (_RECEIVED, " 0 ", 0),
        (_RECEIVED, "零", 0),
        (_RECEIVED, "", None),
        (_RECEIVED, "\u3000", None),
        (_RECEIVED, "/", gd.NA),
        (_RECEIVED, "不适用", gd.NA),
        (_CHANGE, "减3", -3),
        (_CHANGE, "+2", 2),
        (_FEES, "1.50", Decimal("1.50")),
        (_FEES, "1.50万元", Decimal("1.50")),
        (_PROCUREMENT, "12", gd.Amount(Decimal(12))),
        (_PROCUREMENT, "1.2万元", gd.Amount(Decimal("1.2"), "万元")),
    ],
)
def test_text_of_every_kind_of_cell(path: str, text: str, value: CellValue) -> None:
    """Cells of either edition; a blank, a nought and "/" are three things."""
    assert gd.parse_cell(path, text) == value


@given(reports())
def test_what_is_printed_in_a_cell_is_its_text(report: gd.AnnualReport) -> None:
    """Every value that a cell can hold comes back from its printed text."""
    for cell in gd.cells(report):
        assert gd.Cell(cell.path, cell.label, gd.parse_cell(cell.path, print_figure(cell.value))) == cell


_COUNT_ALLOWED = 'a whole number that is not negative (1234, 1,234, 12件), "/" or blank'
_CHANGE_ALLOWED = 'a whole number, with a sign or without (12, -3, +3, 减3), "/" or blank'
_FEES_ALLOWED = 'an amount in 万元 that is not negative (1234.50, 1,234.5, 12万元), "/" or blank'
_AMOUNT_ALLOWED = 'an amount that is not negative (1234.50, 12元, 1.2万元), "/" or blank'


@pytest.mark.parametrize(
    ("path", "text", "allowed", "reason"),
    [
        (_RECEIVED, "-3", _COUNT_ALLOWED, "has a sign"),
        (_RECEIVED, "1.5", _COUNT_ALLOWED, "is no whole number"),
        (_RECEIVED, "3万元", _COUNT_ALLOWED, "is no whole number"),
        (_RECEIVED, "1" * 19, _COUNT_ALLOWED, "has more than 18 digits"),
        (_RECEIVED, "1,23", _COUNT_ALLOWED, "is no figure"),
        (_RECEIVED, "1 2", _COUNT_ALLOWED, "is no figure"),
        (_CHANGE, "1.5", _CHANGE_ALLOWED, "is no whole number"),
        (_CHANGE, "持平", _CHANGE_ALLOWED, "is no figure"),
        (_FEES, "35000元", _FEES_ALLOWED, "is no amount in 万元"),
        (_FEES, "-1", _FEES_ALLOWED, "has a sign"),
        (_PROCUREMENT, "-1", _AMOUNT_ALLOWED, "has a sign"),
        (_PROCUREMENT, "约12元", _AMOUNT_ALLOWED, "is no figure"),
    ],
)
def test_other_text_is_refused_with_the_reason(path: str, text: str, allowed: str, reason: str) -> None:
    """The error names the cell, what is allowed there, the text, and why it is not that."""
    with pytest.raises(ValueError, match="must be") as raised:
        gd.parse_cell(path, text)

    assert str(raised.value) == f"{path} must be {allowed}, got {text!r}, which {reason}"
    assert not isinstance(raised.value, gd.UsageError)


def test_long_text_is_refused_at_once_and_shown_in_short() -> None:
    """Whatever stands in a column of a database."""
    with pytest.raises(ValueError, match=r"which is no figure$") as raised:
        gd.parse_cell(_RECEIVED, "公开" * 500_000)

    assert len(str(raised.value)) < 250


@pytest.mark.parametrize("path", ["requests.total", "requests.total.unknown", "year", ""])
def test_the_path_must_be_that_of_a_cell(path: str) -> None:
    """Of some edition."""
    with pytest.raises(gd.UsageError) as raised:
        gd.parse_cell(path, "1")

    assert str(raised.value) == f"{path!r} is not the path of a cell"


def test_text_and_path_must_be_text() -> None:
    """A number is no text; it can be put as it is."""
    number: Any = 5

    with pytest.raises(TypeError) as text:
        gd.parse_cell(_RECEIVED, number)
    with pytest.raises(gd.UsageError) as path:
        gd.parse_cell(number, "5")

    assert str(text.value) == f"the text of {_RECEIVED} must be a str, got int"
    assert str(path.value) == "a path must be text, got int"

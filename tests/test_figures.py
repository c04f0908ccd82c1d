"""Figures as they are printed: what each cell means, and what is left blank with a note."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.form.figures import (
    UnreadableError,
    is_answer,
    is_damaged_figure,
    is_figure,
    is_words,
    print_figure,
    read_counts,
    read_figure,
)
from govdisclosure.model.declare import Declaration, declaration
from govdisclosure.model.proactive_disclosure import Fees
from govdisclosure.model.proactive_disclosure_2019 import ItemCounts2019, Procurement2019
from govdisclosure.model.report import TABLES
from govdisclosure.model.structure import Group, Table, cell_nodes, cell_values
from govdisclosure.testing import tables

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue

COUNT = declaration(attrs.fields(ItemCounts2019).decisions)
CHANGE = declaration(attrs.fields(ItemCounts2019).change)
MONEY = declaration(attrs.fields(Fees).amount)
AMOUNT = declaration(attrs.fields(Procurement2019).amount)


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\xa0", "\u200b", "\ufeff", "\t"])
@pytest.mark.parametrize("declared", [COUNT, CHANGE, MONEY, AMOUNT])
def test_blanks_of_every_kind_are_blank(text: str, declared: Declaration) -> None:
    """A cell with nothing but blanks states nothing."""
    assert read_figure(text, declared) is None


@pytest.mark.parametrize(
    "text",
    ["/", "／", "—", "——", "－", "-", "--", "–", "不适用", "不適用", "无", "無", "N/A", "n/a", " / "],
)
@pytest.mark.parametrize("declared", [COUNT, CHANGE, MONEY, AMOUNT])
def test_not_applicable_in_its_forms(text: str, declared: Declaration) -> None:
    """A stroke, a dash or its words mean that the item does not apply."""
    assert read_figure(text, declared) is gd.NA


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("１２", 12),
        ("1,234", 1234),
        ("1，234，567", 1234567),
        ("12件", 12),
        ("12 件", 12),
        (" 7 ", 7),
        ("0", 0),
        ("0件", 0),
        ("零", 0),
        ("999999999999999999", 999999999999999999),
    ],
)
def test_counts(text: str, value: int) -> None:
    """Digits of any width, thousands separators and a unit are read; nought is nought."""
    assert read_figure(text, COUNT) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("+21", 21), ("-417", -417), ("−2", -2), ("减3", -3), ("减少22", -22), ("增2", 2), ("6", 6), ("減1", -1)],
)
def test_signed_changes(text: str, value: int) -> None:
    """The change column of edition 2019 is signed, in signs or in words."""
    assert read_figure(text, CHANGE) == value


@pytest.mark.parametrize(
    ("declared", "text", "value"),
    [
        (MONEY, "96171.6", Decimal("96171.6")),
        (MONEY, "0.00", Decimal("0.00")),
        (MONEY, "190.457379", Decimal("190.457379")),
        (MONEY, "35.65万元", Decimal("35.65")),
        (MONEY, "35.65 萬元", Decimal("35.65")),
        (MONEY, "零", Decimal(0)),
        (AMOUNT, "251000元", gd.Amount(Decimal(251000), "元")),
        (AMOUNT, "0.37万元", gd.Amount(Decimal("0.37"), "万元")),
        (AMOUNT, "8,040", gd.Amount(Decimal(8040))),
    ],
)
def test_money_keeps_every_digit(declared: Declaration, text: str, value: CellValue) -> None:
    """Amounts are exact; where the form names no unit, the unit of the cell is kept."""
    assert (read_figure(text, declared), print_figure(read_figure(text, declared))) == (value, print_figure(value))


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        (COUNT, "12.0"),
        (COUNT, "1 2"),
        (COUNT, "8②"),
        (COUNT, "8²"),
        (COUNT, "①"),
        (MONEY, "1 2万元"),
        (COUNT, "-3"),
        (COUNT, "000"),
        (COUNT, "012"),
        (COUNT, "1,23"),
        (COUNT, "约12"),
        (COUNT, "十二"),
        (COUNT, "1000000000000000000"),
        (CHANGE, "增"),
        (MONEY, "3565元"),
        (MONEY, "1.2.3"),
        (MONEY, "-1"),
        (MONEY, "1234567890123456.789"),
        (AMOUNT, "5美元"),
    ],
)
def test_anything_else_is_unreadable(declared: Declaration, text: str) -> None:
    """A figure that could mean two things, or another unit than the form's, is not guessed."""
    with pytest.raises(UnreadableError):
        read_figure(text, declared)


@pytest.mark.parametrize(
    ("text", "figure", "words"),
    [
        *((text, True, False) for text in ("12件", "-5", "减少3条", "3.50", "3.50万元", "零", "/", "—", "不适用")),
        *((text, False, False) for text in ("", "规章", "3..5", "-5.5", "2 0", "1" * 41)),
        *((text, False, False) for text in ("［不显示］5", "［输入框］", "5［嵌入文件］")),
        *((text, False, True) for text in ("行政许可", "不适用于本机关", "3件行政许可")),
    ],
)
def test_what_some_cell_may_hold_is_a_figure(text: str, *, figure: bool, words: bool) -> None:
    """A count, a change, an amount, nought in words, "/"; words are three letters of anything else but stand-ins."""
    assert (is_figure(text), is_words(text)) == (figure, words)


@pytest.mark.parametrize("text", ["不涉及", "持平", "不变", "无变化", "未发生", "与上年持平", "與上年持平", "没有"])
def test_an_answer_in_place_of_a_figure_is_neither_a_figure_nor_words(text: str) -> None:
    """It stands in a cell of the form, unlike a label, and cannot be read."""
    assert (is_answer(text), is_figure(text), is_words(text)) == (True, False, False)
    assert not is_answer(f"{text}的事项")


@pytest.mark.parametrize(
    ("declared", "unit", "value"),
    [
        (MONEY, "万元", Decimal("9.6")),
        (AMOUNT, "万元", gd.Amount(Decimal("9.6"), "万元")),
        (AMOUNT, None, gd.Amount(Decimal("9.6"))),
    ],
)
def test_the_unit_of_the_header_is_that_of_the_cell(declared: Declaration, unit: str | None, value: CellValue) -> None:
    """Where a cell names no unit, the header's holds."""
    assert read_figure("9.6", declared, unit) == value
    with pytest.raises(UnreadableError):
        read_figure("9.6", MONEY, "元")


@pytest.mark.parametrize(
    ("declared", "text", "unit", "value"),
    [
        (MONEY, "0元", None, Decimal(0)),
        (MONEY, "0", "元", Decimal(0)),
        (MONEY, "0.00元", "千元", Decimal("0.00")),
        (AMOUNT, "0", "千元", gd.Amount(Decimal(0))),
    ],
)
def test_nought_is_nought_in_any_unit(declared: Declaration, text: str, unit: str | None, value: CellValue) -> None:
    """Whatever the cell or its header says; only a unit that an amount can have stays with it."""
    assert repr(read_figure(text, declared, unit)) == repr(value)


@given(table=st.sampled_from([cls for classes in TABLES.values() for cls in classes]).flatmap(tables))
def test_what_is_printed_is_read(table: Table) -> None:
    """Every value that the model holds is read as it was printed, to the last digit."""
    nodes = cell_nodes(type(table))

    read = [
        read_figure(print_figure(value), node.declared) for node, value in zip(nodes, cell_values(table), strict=True)
    ]

    assert list(map(repr, read)) == list(map(repr, cell_values(table)))


@given(
    cell=st.sampled_from(
        [
            (ItemCounts2019, "decisions", COUNT),
            (ItemCounts2019, "change", CHANGE),
            (Fees, "amount", MONEY),
            (Procurement2019, "amount", AMOUNT),
        ]
    ),
    text=st.text("0123456789.,-/+−元万件增减零 １", max_size=24) | st.integers(0, 10**19).map(str),
)
def test_what_is_read_is_what_the_model_takes(cell: tuple[type[Group], str, Declaration], text: str) -> None:
    """Tables are filled in without asking the model again, so no figure is read that it would refuse."""
    cls, name, declared = cell
    try:
        figure = read_figure(text, declared)
    except UnreadableError:
        return

    assert getattr(cls(**{name: figure}), name) == figure


@given(texts=st.lists(st.sampled_from(["", "/", "0", "12", "999", "1000", "007", " ", "x"]), max_size=7))
def test_a_row_of_plain_counts_is_read_as_its_cells_are(texts: list[str]) -> None:
    """To read a whole row at once gives what each cell gives; a row with any other cell is not read so."""
    plain = {"", "/", "0", "12", "999"}.issuperset(texts)

    assert read_counts(texts) == ([read_figure(text, COUNT) for text in texts] if plain else None)


@pytest.mark.parametrize(
    ("text", "is_damaged"),
    [("12（预算数）", True), ("0.5万元（预算数）", True), (".5", True), ("约1300万元", True), ("见附件（三）", False)],
)
def test_a_figure_with_a_remark_is_one_with_its_point_or_without(text: str, *, is_damaged: bool) -> None:
    """0.5 is a figure and 05 is none; a piece of a figure can begin with its point."""
    assert is_damaged_figure(text) == is_damaged

"""The three tables: what the form declares, how they are filled in, and what they refuse."""

from __future__ import annotations

import copy
import itertools
import pickle
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure.model.declare import Kind
from govdisclosure.model.structure import Table, blocks, cell_nodes, cell_paths, cell_values, nodes, set_cell

if TYPE_CHECKING:
    from collections.abc import Callable

    from govdisclosure.model.values import CellValue, MoneyWithUnit

_TABLES: list[type[Table]] = [
    gd.ProactiveDisclosure,
    gd.ProactiveDisclosure2019,
    gd.Requests,
    gd.Requests2019,
    gd.ReviewAndLitigation,
]
_ROWS = {
    gd.ProactiveDisclosure: [3, 3, 1, 1, 1, 1],
    gd.ProactiveDisclosure2019: [3, 3, 3, 3, 3, 3, 2, 2],
    gd.Requests: [7] * 25,
    gd.Requests2019: [7] * 23,
    gd.ReviewAndLitigation: [15],
}


def _numbered(cls: type[Table]) -> list[list[CellValue]]:
    kinds = {node.path: node.declared.kind for node in cell_nodes(cls)}
    numbers = itertools.count()
    return [[_as_kind(next(numbers), kinds[path]) for path in row] for row in cls.figure_paths()]


def _as_kind(number: int, kind: Kind) -> CellValue:
    if kind is Kind.MONEY:
        return Decimal(number)
    return gd.Amount(Decimal(number), "元") if kind is Kind.MONEY_WITH_UNIT else number


@pytest.mark.parametrize("cls", _TABLES)
def test_rows_are_those_of_the_form(cls: type[Table]) -> None:
    """The rows of figures, by their lengths, as each edition prints them; together they are all cells."""
    rows = cls.figure_paths()

    assert [len(row) for row in rows] == _ROWS[cls]
    assert sorted(itertools.chain(*rows)) == sorted(cell_paths(cls))


@pytest.mark.parametrize("cls", _TABLES)
def test_from_rows_fills_every_cell_in_the_order_of_the_form(cls: type[Table]) -> None:
    """Row by row, from left to right; lists and tuples alike."""
    rows = _numbered(cls)

    table = cls.from_rows(rows)

    figures = dict(zip(cell_paths(cls), cell_values(table), strict=True))
    assert [[figures[path] for path in row] for row in cls.figure_paths()] == rows
    assert cls.from_rows(tuple(map(tuple, rows))) == table


def test_table_iii_is_filled_in_by_rows_of_seven_columns() -> None:
    """A row of table III runs over the columns, though its JSON holds columns of rows."""
    table = gd.Requests.from_rows(_numbered(gd.Requests))

    assert table.natural_person.newly_received == 0
    assert table.legal_person.commercial_enterprise.newly_received == 1
    assert table.total.newly_received == 6
    assert table.natural_person.carried_over == 7
    assert table.total.outcomes.other.fee_unpaid == 21 * 7 + 6
    assert table.total.carried_forward == 24 * 7 + 6


@pytest.mark.parametrize("cls", _TABLES)
def test_blank_table_has_every_cell_blank(cls: type[Table]) -> None:
    """Blank is None in every cell, and no notes."""
    table = cls.blank()

    assert (set(cell_values(table)), table.notes) == ({None}, [])
    assert table == cls()


def test_from_rows_refuses_a_wrong_number_of_rows_or_figures() -> None:
    """Figures that do not fit the form are put nowhere."""
    with pytest.raises(ValueError, match="rows") as raised:
        gd.Requests2019.from_rows([[0] * 7] * 25)
    assert str(raised.value) == "Requests2019 has 23 rows of figures, got 25"

    with pytest.raises(ValueError, match="figures") as raised:
        gd.ProactiveDisclosure.from_rows([[0] * 3, [0] * 4, [0], [0], [0], [Decimal(0)]])
    assert str(raised.value) == "ProactiveDisclosure has 3 figures in row 1, got 4"

    with pytest.raises(ValueError, match="figure") as raised:
        gd.ProactiveDisclosure.from_rows([[0] * 3, [0] * 3, [0, 0], [0], [0], [Decimal(0)]])
    assert str(raised.value) == "ProactiveDisclosure has 1 figure in row 2, got 2"


@pytest.mark.parametrize(
    ("path", "value", "error", "message"),
    [
        ("rules.issued", True, TypeError, "issued must be a whole number, None or NA, got True"),
        ("rules.issued", "1", TypeError, "issued must be a whole number, None or NA, got '1'"),
        ("rules.issued", -1, ValueError, "issued must not be negative, got -1"),
        (
            "rules.issued",
            10**5000,
            ValueError,
            "issued must have at most 18 digits, got a number of more than 30 digits",
        ),
        ("fees.amount", 0, TypeError, "amount must be a Decimal, None or NA, got 0"),
        ("fees.amount", Decimal("-0.1"), ValueError, "amount must not be negative, got Decimal('-0.1')"),
        ("fees", None, TypeError, "fees must be Fees, got None"),
        ("notes", None, TypeError, "notes must be a list of paragraphs, got None"),
        ("notes", ("a",), TypeError, "notes must be a list of paragraphs, got ('a',)"),
        ("notes", ["a", "b\n"], ValueError, r"notes[1] must not contain U+000A (at 1), got 'b\n'"),
    ],
    ids=lambda argument: type(argument).__name__,
)
def test_assignment_is_validated(path: str, value: CellValue, error: type[Exception], message: str) -> None:
    """A wrong value is refused where it is assigned: field, rule and value; what was there stays."""
    table = gd.ProactiveDisclosure.blank()

    with pytest.raises(error) as raised:
        set_cell(table, path, value)

    assert (type(raised.value), str(raised.value)) == (error, message)
    assert table == gd.ProactiveDisclosure.blank()


def test_construction_is_validated() -> None:
    """What assignment refuses, construction refuses."""
    with pytest.raises(TypeError) as raised:
        gd.Requests(total=gd.Requests2019.blank().total)  # type: ignore[arg-type]

    assert str(raised.value).startswith("total must be RequestColumn, got RequestColumn2019(")


@pytest.mark.parametrize(
    ("value", "error", "message"),
    [
        (Decimal(1), TypeError, "amount must be an Amount, None or NA, got Decimal('1')"),
        ("1元", TypeError, "amount must be an Amount, None or NA, got '1元'"),
    ],
)
def test_amount_without_its_unit_is_refused(value: MoneyWithUnit, error: type[Exception], message: str) -> None:
    """采购总金额 is one cell: the amount and the unit that the cell names."""
    table = gd.ProactiveDisclosure2019.blank()

    with pytest.raises(error) as raised:
        table.procurement.amount = value

    assert str(raised.value) == message


def test_only_the_change_column_is_signed() -> None:
    """增/减 of edition 2019 may be below nought."""
    table = gd.ProactiveDisclosure2019.blank()

    table.fees.change = -2
    table.procurement.amount = gd.NA

    assert (table.fees.change, table.procurement.amount) == (-2, gd.NA)
    with pytest.raises(ValueError, match=r"^items_last_year must not be negative, got -2$"):
        table.fees.items_last_year = -2


def test_a_misspelt_cell_is_refused() -> None:
    """Slots: there is no cell that the form does not have."""
    with pytest.raises(AttributeError):
        gd.Requests.blank().total.newly_recieved = 1  # type: ignore[attr-defined]


def test_equality_keeps_the_scale_of_money() -> None:
    """0 and 0.00 万元 are two different tables, since their JSON is not the same."""
    nought, scaled = gd.ProactiveDisclosure.blank(), gd.ProactiveDisclosure.blank()
    nought.fees.amount, scaled.fees.amount = Decimal(0), Decimal("0.00")

    assert nought != scaled
    scaled.fees.amount = Decimal(0)
    assert nought == scaled


def test_tables_of_two_editions_are_never_equal() -> None:
    """A blank table of one edition is not that of the other."""
    pair: tuple[object, object] = (gd.Requests.blank(), gd.Requests2019.blank())

    assert pair[0] != pair[1]


@pytest.mark.parametrize("again", [copy.deepcopy, lambda table: pickle.loads(pickle.dumps(table))])  # noqa: S301 - our own pickle
def test_tables_survive_copying_and_pickling(again: Callable[[gd.Requests], gd.Requests]) -> None:
    """A copy is equal and its own: to change it leaves the original alone."""
    table = gd.Requests.blank()
    table.total.newly_received = 12
    table.total.outcomes.other.other = gd.NA

    copied = again(table)

    assert copied == table
    assert copied.total.outcomes.other.other is gd.NA
    copied.total.newly_received = 1
    assert table.total.newly_received == 12


def test_repr_is_short() -> None:
    """A table tells its edition and how full it is, a group of cells those that are not blank."""
    report = build_report(year=2020, cells={"review_and_litigation.reconsideration.total": None})
    requests = gd.Requests.blank()
    requests.total.outcomes.refused.state_secret = 0
    requests.total.carried_over = gd.NA

    assert repr(report.proactive_disclosure) == "<ProactiveDisclosure2019: edition 2019, 22 of 22 cells filled in>"
    assert repr(report.review_and_litigation) == "<ReviewAndLitigation: 14 of 15 cells filled in>"
    assert repr(requests.total) == (
        "RequestColumn(carried_over=NA, outcomes=Outcomes(refused=Refused(state_secret=0)))"
    )


def test_totals_declare_their_parts() -> None:
    """（七） sums the outcomes, the column 总计 the others, and a column is closed by its balance."""
    declared = {node.path: node.declared for node in nodes(gd.Requests2019)}
    total = declared["natural_person.outcomes.total"]
    balance = declared["total.carried_forward"].balance

    assert [part.label for part in total.of] == [
        "（一）予以公开",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "（三）不予公开",
        "（四）无法提供",
        "（五）不予处理",
        "（六）其他处理",
    ]
    assert total.identity == "T3-OUTCOMES"
    assert declared["total"].of == (declared["natural_person"], declared["legal_person"])
    assert balance is not None
    assert (balance.code, balance.left, balance.right) == (
        "T3-BALANCE",
        ("newly_received", "carried_over"),
        ("outcomes.total", "carried_forward"),
    )


@pytest.mark.parametrize("cls", _TABLES)
def test_every_field_is_declared(cls: type[Table]) -> None:
    """Every attribute has a declaration with a label, and a cell has a unit, unless the cell names its own."""
    for node in nodes(cls):
        assert node.declared.label
        assert (node.declared.unit is not None) == (
            node.declared.kind.is_cell and node.declared.kind is not Kind.MONEY_WITH_UNIT
        )


def test_editions_share_declarations_but_for_what_changed() -> None:
    """A column of edition 2019 is that of 2021, with one cell under （六）其他处理."""
    current = {node.path: node.label for node in nodes(gd.Requests)}
    older = {node.path: node.label for node in nodes(gd.Requests2019)}
    columns = [node.path for node in blocks(gd.Requests)]

    assert set(current) - set(older) == {
        f"{column}.outcomes.other.{name}"
        for column in columns
        for name in ("not_corrected_in_time", "fee_unpaid", "other")
    }
    assert older == {path: current[path] for path in older}


def test_every_table_has_notes_of_its_own() -> None:
    """Two blank tables share no list."""
    assert gd.ProactiveDisclosure2019().notes is not gd.ProactiveDisclosure2019().notes

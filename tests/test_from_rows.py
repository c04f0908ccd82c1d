"""What is wrong with rows of figures is told all at once, by the paths of the cells."""

from __future__ import annotations

import pickle
from decimal import Decimal
from typing import Any

import pytest

import govdisclosure as gd
from govdisclosure.model.faults import RowsTypeError, RowsValueError
from govdisclosure.model.message import Message


def rows_of_requests(first: list[Any]) -> list[list[Any]]:
    """Give rows of table III: this one, and noughts."""
    return [first, *([0] * 7 for _ in range(24))]


def test_every_fault_of_rows_is_told_by_its_path() -> None:
    """Row by row, each with the exception that it alone would be; with one out of range, it is a ``ValueError``."""
    expected = [
        (
            "requests.natural_person.newly_received",
            ValueError,
            Message(
                "requests.natural_person.newly_received应为非负数，实为-1",
                "requests.natural_person.newly_received must not be negative, got -1",
            ),
        ),
        (
            "requests.total.newly_received",
            TypeError,
            Message(
                "requests.total.newly_received应为整数、None或NA，实为'3'",
                "requests.total.newly_received must be a whole number, None or NA, got '3'",
            ),
        ),
    ]

    with pytest.raises(RowsValueError) as raised:
        gd.Requests.from_rows(rows_of_requests([-1, 0, 0, 0, 0, 0, "3"]))

    assert [(fault.path, fault.error, fault.message) for fault in raised.value.faults] == expected
    assert str(raised.value) == "; ".join(message.en for _, _, message in expected)


@pytest.mark.parametrize(
    ("cls", "rows", "paths"),
    [
        (gd.Requests2019, [[0.5, *[0] * 6], *[[0] * 7] * 22], ["requests.natural_person.newly_received"]),
        (
            gd.ProactiveDisclosure,
            [[True, 0, 0], [0] * 3, [0], [0], [0], [1.5]],
            ["proactive_disclosure.rules.issued", "proactive_disclosure.fees.amount"],
        ),
        (
            gd.ProactiveDisclosure2019,
            [*[[0] * 3] * 6, [0] * 2, [0, Decimal(1)]],
            ["proactive_disclosure.procurement.amount"],
        ),
        (
            gd.ReviewAndLitigation,
            [["1"] * 1 + [0] * 14],
            ["review_and_litigation.reconsideration.upheld"],
        ),
    ],
)
def test_faults_of_type_alone_are_a_type_error(cls: Any, rows: list[list[Any]], paths: list[str]) -> None:  # noqa: ANN401 - any table
    """In every table, by the paths of a report."""
    with pytest.raises(RowsTypeError) as raised:
        cls.from_rows(rows)

    assert [fault.path for fault in raised.value.faults] == paths


def test_the_text_of_many_faults_is_short() -> None:
    """It tells ten and counts the rest; the faults are all there."""
    with pytest.raises(RowsValueError) as raised:
        gd.Requests.from_rows([[-1] * 7] * 25)

    faults = raised.value.faults
    assert len(faults) == 175
    assert str(raised.value) == "; ".join([*(str(fault) for fault in faults[:10]), "and 165 more"])


def test_ten_faults_are_told_in_full() -> None:
    """Nothing is left to be counted."""
    with pytest.raises(RowsValueError) as raised:
        gd.ReviewAndLitigation.from_rows([[*[-1] * 10, *[0] * 5]])

    assert str(raised.value) == "; ".join(map(str, raised.value.faults))


def test_errors_of_rows_can_be_pickled() -> None:
    """They cross processes with their faults."""
    with pytest.raises(RowsTypeError) as raised:
        gd.Requests.from_rows(rows_of_requests(["1"] * 7))

    again = pickle.loads(pickle.dumps(raised.value))  # noqa: S301 - our own pickle

    assert (type(again), again.faults, str(again)) == (RowsTypeError, raised.value.faults, str(raised.value))


def test_rows_can_come_from_anything_that_is_gone_through() -> None:
    """Once is enough, for the rows and for the figures of each."""
    rows = rows_of_requests([1, 0, 0, 0, 0, 0, 1])

    assert gd.Requests.from_rows(iter(row) for row in rows) == gd.Requests.from_rows(rows)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (None, "rows must be an iterable of rows of figures, got NoneType"),
        ([*rows_of_requests([0] * 7)[:24], None], "rows[24] must be an iterable of figures, got NoneType"),
        ([0] * 25, "rows[0] must be an iterable of figures, got int"),
    ],
)
def test_what_are_no_rows_is_told(rows: Any, message: str) -> None:  # noqa: ANN401 - anything
    """By what is wanted in its place."""
    with pytest.raises(TypeError) as raised:
        gd.Requests.from_rows(rows)

    assert str(raised.value) == message


class Noted(gd.ReviewAndLitigation):
    """A table of a user's, that notes what is put into it."""

    def __init__(self) -> None:
        self.noted: list[str] = []
        super().__init__()

    def __setattr__(self, name: str, value: object) -> None:
        super().__setattr__(name, value)
        if name != "noted":
            self.noted.append(name)


def test_tables_of_derived_classes_are_made_as_they_make_themselves() -> None:
    """Blank and of rows: nothing that a class does is passed by."""
    table = Noted.from_rows([[1, *[0] * 13, None]])

    assert (type(table), type(Noted.blank()), Noted.blank().noted) == (Noted, Noted, [])
    assert (table.reconsideration.upheld, table.litigation.after_reconsideration.total) == (1, None)
    with pytest.raises(RowsValueError):
        Noted.from_rows([[-1] * 15])


def test_tables_of_rows_refuse_as_others_do() -> None:
    """Of every section and edition: they are of the classes of the form, and each has its own notes."""
    for cls in (gd.ProactiveDisclosure, gd.ProactiveDisclosure2019, gd.Requests, gd.Requests2019):
        rows: list[list[Any]] = [[None] * len(row) for row in cls.figure_paths()]
        one, other = cls.from_rows(rows), cls.blank()
        one.notes.append("注")
        assert (type(one), other, other.notes) == (cls, cls(), [])
    table = gd.ReviewAndLitigation.blank()
    with pytest.raises(ValueError, match=r"^upheld must not be negative, got -1$"):
        table.reconsideration.upheld = -1
    with pytest.raises(TypeError):
        table.reconsideration = None  # type: ignore[assignment]

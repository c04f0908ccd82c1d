"""The identities and the convention, derived from the declarations."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from support.builders import build_report

from govdisclosure.arithmetic.convention import completed, totals
from govdisclosure.arithmetic.identities import identities
from govdisclosure.model.proactive_disclosure import ProactiveDisclosure
from govdisclosure.model.requests import Requests
from govdisclosure.model.requests_2019 import Requests2019
from govdisclosure.model.review_and_litigation import ReviewAndLitigation
from govdisclosure.model.structure import Table, cell_paths, cell_values
from govdisclosure.model.values import NA, CellValue

COLUMNS = (
    "natural_person",
    "legal_person.commercial_enterprise",
    "legal_person.research_institution",
    "legal_person.public_welfare_organization",
    "legal_person.legal_service_organization",
    "legal_person.other",
)


def complete(cls: type[Table], **cells: CellValue) -> dict[str, int]:
    """Complete a blank table with some cells stated (``__`` for a dot); give all figures but noughts."""
    values = dict.fromkeys(cell_paths(cls)) | {name.replace("__", "."): value for name, value in cells.items()}
    full = completed(cls, list(values.values()))
    return {path: figure for path, figure in zip(cell_paths(cls), full, strict=True) if figure}


@pytest.mark.parametrize(
    ("cls", "expected"),
    [
        (Requests, {"T3-BALANCE": 7, "T3-OUTCOMES": 7, "T3-ROW": 25}),
        (Requests2019, {"T3-BALANCE": 7, "T3-OUTCOMES": 7, "T3-ROW": 23}),
        (ReviewAndLitigation, {"T4-SUM": 3}),
        (ProactiveDisclosure, {}),
    ],
)
def test_tables_have_the_identities_of_the_form(cls: type, expected: dict[str, int]) -> None:
    """Each identity of the form is there once."""
    assert Counter(identity.code for identity in identities(cls)) == expected


def test_balance_lists_its_cells_in_the_order_of_the_formula() -> None:
    """T3-BALANCE: received + carried over = total + carried forward."""
    balance = next(identity for identity in identities(Requests) if identity.code == "T3-BALANCE")

    assert (balance.left, balance.right, balance.paths, balance.across) == (
        ("natural_person.newly_received", "natural_person.carried_over"),
        ("natural_person.outcomes.total", "natural_person.carried_forward"),
        (
            "natural_person.newly_received",
            "natural_person.carried_over",
            "natural_person.outcomes.total",
            "natural_person.carried_forward",
        ),
        False,
    )


@pytest.mark.parametrize(("cls", "parts"), [(Requests, 21), (Requests2019, 19)])
def test_outcomes_are_summed_leaf_by_leaf(cls: type, parts: int) -> None:
    """The groups of outcomes are expanded to their cells; the total comes first among the paths."""
    outcomes = next(identity for identity in identities(cls) if identity.code == "T3-OUTCOMES")

    assert len(outcomes.left) == parts
    assert all(path.startswith("natural_person.outcomes.") for path in outcomes.left)
    assert outcomes.right == ("natural_person.outcomes.total",)
    assert outcomes.paths == outcomes.right + outcomes.left


@pytest.mark.parametrize("cls", [Requests, Requests2019])
def test_rows_sum_the_six_columns(cls: type) -> None:
    """Every row of table III has an identity across the columns, in the order of the form."""
    rows = [identity for identity in identities(cls) if identity.code == "T3-ROW"]

    assert all(identity.across for identity in rows)
    assert [identity.paths for identity in rows] == [
        (f"total.{row}", *(f"{column}.{row}" for column in COLUMNS))
        for row in (path.removeprefix("total.") for path in cell_paths(cls) if path.startswith("total."))
    ]


def test_positions_point_at_the_cells() -> None:
    """The positions of an identity are those of its paths in the tuple of all cell values."""
    for identity in identities(Requests):
        paths = cell_paths(Requests)
        assert tuple(paths[at] for at in identity.left_at) == identity.left
        assert tuple(paths[at] for at in identity.right_at) == identity.right
        assert tuple(paths[at] for at in identity.at) == identity.paths


@pytest.mark.parametrize("cls", [Requests, Requests2019])
def test_totals_of_rows_come_first_and_the_corner_last(cls: type) -> None:
    """The convention completes rows, then columns, then the cell in which both meet."""
    order = [(len(total.sums), total.sums[0].across) for total in totals(cls)]

    rows = sum(identity.code == "T3-ROW" for identity in identities(cls)) - 1
    assert order == [(1, True)] * rows + [(1, False)] * 6 + [(2, False)]
    assert totals(cls)[-1].path == "total.outcomes.total"


def test_blank_row_total_is_the_sum_of_its_parts() -> None:
    """The 总计 of a row comes from the six columns beside it."""
    assert complete(Requests, natural_person__newly_received=3, legal_person__other__newly_received=4) == {
        "natural_person.newly_received": 3,
        "legal_person.other.newly_received": 4,
        "total.newly_received": 7,
    }


def test_stated_outcomes_give_the_total_of_their_column() -> None:
    """（七） of a column is the sum of its outcomes; the 总计 column, of which none is stated, sums the six （七）."""
    assert complete(Requests, natural_person__outcomes__granted=2, natural_person__outcomes__other__fee_unpaid=1) == {
        "natural_person.outcomes.granted": 2,
        "natural_person.outcomes.other.fee_unpaid": 1,
        "natural_person.outcomes.total": 3,
        "total.outcomes.granted": 2,
        "total.outcomes.other.fee_unpaid": 1,
        "total.outcomes.total": 3,
    }


def test_corner_sums_the_seven_beside_it_if_no_outcome_of_its_column_is_stated() -> None:
    """Without stated outcomes in the 总计 column, its （七） comes from the six （七）, not from its own column."""
    assert complete(Requests, natural_person__outcomes__granted=2, natural_person__outcomes__total=5) == {
        "natural_person.outcomes.granted": 2,
        "natural_person.outcomes.total": 5,
        "total.outcomes.granted": 2,
        "total.outcomes.total": 5,
    }


def test_corner_sums_its_own_column_if_an_outcome_of_it_is_stated() -> None:
    """With one stated outcome in the 总计 column, its （七） is the sum of the completed outcomes of that column."""
    figures = complete(
        Requests,
        natural_person__outcomes__granted=2,
        natural_person__outcomes__total=5,
        total__outcomes__partially_granted=1,
    )

    assert figures["total.outcomes.total"] == 3


def test_slash_is_no_stated_outcome() -> None:
    """A printed "/" is no number: a column of which only "/" is stated counts as not stated."""
    figures = complete(Requests2019, natural_person__outcomes__total=5, total__outcomes__granted=NA)

    assert figures == {"natural_person.outcomes.total": 5, "total.outcomes.total": 5}


def test_column_without_outcomes_has_a_total_of_nought() -> None:
    """A blank （七） beside blank outcomes is nought, whatever was received."""
    assert complete(Requests, natural_person__newly_received=4) == {
        "natural_person.newly_received": 4,
        "total.newly_received": 4,
    }


def test_stated_cells_stay_as_they_are() -> None:
    """A stated total that is wrong is not mended; "/" in a total is nought."""
    assert complete(ReviewAndLitigation, reconsideration__upheld=2, reconsideration__total=5) == {
        "reconsideration.upheld": 2,
        "reconsideration.total": 5,
    }
    assert complete(ReviewAndLitigation, reconsideration__upheld=2, reconsideration__total=NA) == {
        "reconsideration.upheld": 2,
    }
    assert complete(ReviewAndLitigation, reconsideration__upheld=2) == {
        "reconsideration.upheld": 2,
        "reconsideration.total": 2,
    }


@pytest.mark.parametrize("year", [2019, 2021])
def test_identities_hold_in_a_consistent_report(year: int) -> None:
    """Any two of the parts blanked, the convention still leaves the stated cells alone."""
    table = build_report(year=year).requests
    assert table is not None
    values = cell_values(table)

    assert completed(type(table), values) == list(values)
    for first, second in combinations(range(0, len(values), 23), 2):
        blanked = [None if at in {first, second} else value for at, value in enumerate(values)]
        full = completed(type(table), blanked)
        assert all(full[at] == value for at, value in enumerate(blanked) if value is not None)

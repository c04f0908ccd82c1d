"""Figures and judgement of a whole report, by paths; and whether a table is clean, as straight-line code."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import define
from hypothesis import given
from hypothesis import strategies as st
from support.builders import build_report
from support.systems import LARGE, SmallTable, random_table, with_blanks, with_faults

import govdisclosure as gd
from govdisclosure.arithmetic.clean import is_clean
from govdisclosure.arithmetic.figures import TableFigures
from govdisclosure.arithmetic.verdicts import Verdict, judged
from govdisclosure.checks import Figures, Judgement
from govdisclosure.model.declare import block, count, total
from govdisclosure.model.structure import Group, Table, cell_paths, cell_values, set_cell
from govdisclosure.model.values import NA, CellValue, Count

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

TOTAL = "requests.total"


def filled(cls: type[Table], values: Sequence[Count]) -> Table:
    """Give a table with these figures."""
    table = cls.blank()
    for path, value in zip(cell_paths(cls), values, strict=True):
        set_cell(table, path, value)
    return table


@given(
    st.randoms(use_true_random=True),
    st.sampled_from([*LARGE, SmallTable]),
    st.sampled_from([0, 0, 1, 2]),
    st.sampled_from([0, 0, 0.02]),
)
def test_a_table_is_clean_if_every_cell_is_a_number_and_every_identity_holds(
    random: Random, cls: type[Table], faults: int, share: float
) -> None:
    """The straight-line code says what the judgement says, for every class of tables."""
    values = with_blanks(random, with_faults(random, random_table(random, cls), faults), share)

    holds = {Verdict.HOLDS} == {*judged(cls, values).verdicts}

    assert is_clean(filled(cls, values)) == (holds and None not in values)


@pytest.mark.parametrize("path", cell_paths(gd.Requests))
def test_a_table_with_any_blank_or_slash_is_not_clean(path: str) -> None:
    """Every cell of table III is in a sum."""
    for value in (None, NA):
        table = gd.Requests.from_rows([[0] * 7 for _ in range(25)])
        set_cell(table, path, value)
        assert not is_clean(table)


def test_a_table_without_identities_is_clean() -> None:
    """Table II has no sums, so its blanks say nothing against it."""
    assert is_clean(gd.ProactiveDisclosure.blank())


@define(kw_only=True, repr=False)
class Pair(Group):
    """A part, and a total that has no other part."""

    part: Count = count("项")
    whole: Count = total("总计", of=(part,), identity="T3-OUTCOMES")


@define(kw_only=True, repr=False)
class PairTable(Table):
    """A table of two cells."""

    pair: Pair = block("组", Pair)


@pytest.mark.parametrize(("part", "whole", "expected"), [(None, None, False), (1, 1, True), (1, 2, False)])
def test_two_blanks_are_not_equal(part: Count, whole: Count, *, expected: bool) -> None:
    """A total of one part: where both are blank, nothing is known."""
    assert is_clean(PairTable(pair=Pair(part=part, whole=whole))) is expected


def test_figures_of_cells_and_groups_are_summed() -> None:
    """A path is a cell, or what the paths of several begin with: a group, a column, a table."""
    figures = Figures.of(build_report())

    assert figures.sum_of(f"{TOTAL}.newly_received") == 12
    assert figures.sum_of(f"{TOTAL}.newly_received", f"{TOTAL}.outcomes.refused") == 13
    assert figures.sum_of(f"{TOTAL}.outcomes.refused", f"{TOTAL}.outcomes.refused.deliberative_process") == 1
    assert figures.sum_of("requests.natural_person") == 36
    assert figures.sum_of("proactive_disclosure.fees.amount") == Decimal(0)
    assert figures.sum_of() == 0


def test_cells_are_in_the_order_of_the_report() -> None:
    """However they are asked for; what the report does not have is left out."""
    figures = Figures.of(build_report())

    assert figures.cells(f"{TOTAL}.outcomes.other", f"{TOTAL}.newly_received", "requests.nowhere", TOTAL[:-1]) == (
        f"{TOTAL}.newly_received",
        f"{TOTAL}.outcomes.other.not_corrected_in_time",
        f"{TOTAL}.outcomes.other.fee_unpaid",
        f"{TOTAL}.outcomes.other.other",
    )


def test_a_report_has_the_cells_of_its_edition() -> None:
    """Rows of the other edition, and of a table that is not there, it has not."""
    old, new = Figures.of(build_report(year=2020)), Figures.of(build_report(requests=None))

    assert [old.has("proactive_disclosure.rules.issued"), new.has("proactive_disclosure.rules.issued")] == [False, True]
    assert [old.has("requests", TOTAL), new.has("requests"), new.has("requests", "proactive_disclosure")] == [
        True,
        False,
        False,
    ]


def test_a_sum_of_what_is_not_there_is_a_usage_error() -> None:
    """Nought would be a lie."""
    with pytest.raises(gd.UsageError) as caught:
        Figures.of(build_report()).sum_of(TOTAL, "requests.totals")

    assert str(caught.value) == "the report has no cell or group 'requests.totals'"


def test_cells_that_say_something() -> None:
    """A figure, "/" and a blank total with a part say something; a blank does not, and counts as nought."""
    report = build_report(
        cells={
            f"{TOTAL}.carried_over": NA,
            f"{TOTAL}.carried_forward": None,
            f"{TOTAL}.outcomes.total": None,
            "requests.natural_person.carried_forward": None,
        }
    )
    figures = Figures.of(report)

    said = [f"{TOTAL}.{name}" for name in ("newly_received", "carried_over", "outcomes.total", "carried_forward")]
    assert [figures.says(path) for path in said] == [True, True, True, True]
    assert [figures.sum_of(path) for path in said] == [12, 0, 12, 0]
    assert not figures.says("requests.natural_person.carried_forward")
    assert figures.says("requests.natural_person.carried_forward", f"{TOTAL}.carried_over")


def test_tables_are_seen_with_their_figures_as_printed_and_completed() -> None:
    """Paths, figures, the convention and the blank totals of one table, by position."""
    row: list[CellValue] = [1, 0, NA, None, None, *[0] * 10]
    table = TableFigures("review_and_litigation", gd.ReviewAndLitigation.from_rows([row]))

    assert table.paths[:5] == tuple(
        f"review_and_litigation.reconsideration.{name}" for name in ("upheld", "corrected", "other", "pending", "total")
    )
    assert table.values == tuple(row)
    assert table.full == (1, 0, 0, 0, 1, *[0] * 10)
    assert table.blank_totals == (4,)
    assert table.paths_at(table.blank_totals) == ("review_and_litigation.reconsideration.total",)


def test_failed_identities_name_their_cells_and_both_sides() -> None:
    """One identity that fails in two of its cells' columns is told with all that a finding needs."""
    report = build_report(cells={"review_and_litigation.reconsideration.pending": None})
    gd.put(report, "review_and_litigation.reconsideration.total", 2)

    judgement = Judgement(Figures.of(report))

    (failed,) = judgement.failed
    below = "review_and_litigation.reconsideration"
    parts = tuple(f"{below}.{name}" for name in ("upheld", "corrected", "other", "pending"))
    assert (failed.code, failed.verdict, failed.expected, failed.actual) == ("T4-SUM", Verdict.OPEN, 0, 2)
    assert (failed.paths, failed.left, failed.right) == ((f"{below}.total", *parts), parts, (f"{below}.total",))
    assert failed.figures == (2, 0, 0, 0, None)
    assert dict(judgement.proved) == {f"{below}.pending": 2}


def test_a_consistent_report_has_nothing_failed_and_nothing_proved() -> None:
    """All is stated and right."""
    judgement = Judgement(Figures.of(build_report()))

    assert (judgement.failed, dict(judgement.proved)) == ((), {})


def test_proofs_are_in_the_order_of_the_report() -> None:
    """Blanks of two tables that can hold one figure only, though every identity holds."""
    paths = ["requests.natural_person.carried_over", "requests.total.outcomes.total", "requests.total.carried_forward"]
    paths.append("review_and_litigation.litigation.direct.total")
    report = build_report(cells=dict.fromkeys(paths))

    judgement = Judgement(Figures.of(report))

    assert judgement.failed == ()
    assert list(judgement.proved.items()) == list(zip(paths, [0, 12, 0, 0], strict=True))


def test_values_of_a_table_are_those_of_its_cells() -> None:
    """The figures are read once, and stay as they were read."""
    report = build_report()
    (_, requests, _) = Figures.of(report).tables

    assert requests.values == cell_values(report.requests or gd.Requests.blank())
    gd.put(report, f"{TOTAL}.newly_received", 99)
    assert requests.values[requests.paths.index(f"{TOTAL}.newly_received")] == 12

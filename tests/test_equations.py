"""The identities of a grid, in words."""

from __future__ import annotations

import pytest
from support.builders import build_report

from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.form.equations import Equation, equations, kinds, names
from govdisclosure.model.declare import Kind
from govdisclosure.writing.compose import compose


def grids(year: int) -> list[Grid]:
    """Give the three tables of a report."""
    return [block for block in compose(build_report(year=year)) if isinstance(block, Grid)]


@pytest.mark.parametrize(("year", "counts"), [(2021, [0, 39, 3]), (2020, [0, 37, 3])])
def test_each_identity_of_a_table_is_named(year: int, counts: list[int]) -> None:
    """Table II has none; no two of a table have the same words."""
    by_table = [equations(grid) for grid in grids(year)]

    assert list(map(len, by_table)) == counts
    assert [len({each.label for each in some}) for some in by_table] == counts


def test_an_identity_says_what_it_is() -> None:
    """By the numbers of the form where it has some, else by its labels."""
    _, three, four = map(equations, grids(2021))
    labels = [each.label for each in three]

    assert labels[1] == "自然人：一＋二＝三（七）＋四"
    assert labels[2] == "法人或其他组织 / 商业企业：各项之和＝（七）总计"
    assert "一、本年新收政府信息公开申请数量：各列之和＝总计" in labels
    cases = "review_and_litigation.litigation.after_reconsideration"
    assert four[2] == Equation(
        "T4-SUM",
        "行政诉讼 / 复议后起诉：各项之和＝总计",
        tuple(f"{cases}.{name}" for name in ("upheld", "corrected", "other", "pending")),
        (f"{cases}.total",),
        across=False,
    )


def test_kinds_of_figures_go_by_their_paths() -> None:
    """Every figure has one."""
    two = grids(2020)[0]

    kind_of = kinds(two)
    assert kind_of["proactive_disclosure.fees.change"] is Kind.CHANGE
    assert kind_of.keys() == {cell.path for row in two.rows for cell in row if cell.path}


def test_another_table_has_none() -> None:
    """One that is none of the form, and one of which a part is missing."""
    three = grids(2021)[1]
    for grid in (Grid(((GridCell("甲"),),)), Grid(three.rows[:9])):
        assert equations(grid) == ()
        assert (kinds(grid), names(grid)) == ({}, {})

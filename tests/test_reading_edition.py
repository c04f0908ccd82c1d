"""Which edition a table is of, by its labels and rows: the cells in doubt where it can be of another."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import pytest
from attrs import define, evolve

from govdisclosure.form.grids import figure_rows
from govdisclosure.model.declare import block
from govdisclosure.model.proactive_disclosure import DocumentCounts, ProactiveDisclosure
from govdisclosure.model.proactive_disclosure_2019 import ProactiveDisclosure2019
from govdisclosure.model.requests import Requests
from govdisclosure.model.requests_2019 import Requests2019
from govdisclosure.model.structure import Shape, Table
from govdisclosure.reading.tables.edition import cells_in_doubt
from govdisclosure.reading.tables.grids import rows_of_grid
from govdisclosure.reading.tables.lines import GridLine
from govdisclosure.reading.tables.rows import Doubt, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

# Of table III, edition 2021 has 1.申请人无正当理由…, 2.申请人逾期… and 3.其他, where that of 2019 has （六）其他处理.
HANDLED = 20
OWN = range(20, 23)


def rows_of(cls: type[Table]) -> list[Row]:
    """Give all rows of a table, each with its label."""
    rows = enumerate(figure_rows(cls))
    return [Row(number, row.labels[-1], None, ["0"] * len(row.paths)) for number, row in rows]


def in_doubt(cls: type[Table], other: type[Table], rows: Sequence[Row], year: int | None = None) -> bool:
    """Tell whether any cell is in doubt since a table can be of another edition."""
    return bool(cells_in_doubt(cls, [cls, other], rows, year))


def test_a_table_that_can_be_of_two_editions_has_the_cells_in_doubt_that_one_of_them_lacks() -> None:
    """Its rows that each of both has are no others."""
    form, old = figure_rows(Requests), figure_rows(Requests2019)
    own = [*(path for number in OWN for path in form[number].paths), *old[HANDLED].paths]

    assert cells_in_doubt(Requests, [Requests, Requests2019], rows_of(Requests)[:HANDLED], None) == own


@pytest.mark.parametrize(("by_order", "doubtful"), [(OWN[:0], False), (OWN[:2], False), (OWN[2:], False), (OWN, True)])
def test_a_label_of_one_edition_alone_tells_it(by_order: Sequence[int], *, doubtful: bool) -> None:
    """One of three is enough; where all are lost, what order makes of the rows between others is no label."""
    rows = rows_of(Requests)
    for number in by_order:
        rows[number] = evolve(rows[number], label="□□□", doubts={Doubt.ORDER})

    assert in_doubt(Requests, Requests2019, rows, 2021) is doubtful


@pytest.mark.parametrize(
    ("between", "doubtful"),
    [
        ([], False),
        ([Row(None, "本地自设的事项", None, ["7"])], False),
        # One without a label, or with a piece of one, can be a row of the other edition.
        ([Row(None, "", None, ["7"])], True),
        ([Row(None, "缴纳费用", None, ["7"])], True),
        # So can two, of which the other edition has as many more.
        ([Row(None, "本地自设的事项", None, ["7"]), Row(None, "另一自设的事项", None, ["7"])], True),
        # （三）不予公开 is a label of both.
        ([Row(None, "（三）不予公开", None, ["7"])], False),
    ],
)
def test_a_row_that_is_none_of_the_form_can_be_one_of_the_other_edition(between: list[Row], *, doubtful: bool) -> None:
    """Beside （六）其他处理, which both editions have, the later one has three rows more."""
    rows = rows_of(Requests2019)

    assert in_doubt(Requests2019, Requests, [*rows[: HANDLED + 1], *between, *rows[HANDLED + 1 :]], 2019) is doubtful


def test_a_row_that_order_names_is_none_of_the_other_edition() -> None:
    """Also where its label stands a second time, with a remark: no row is left that the other could have more."""
    lines = [
        *(("规章", "1", "0", "1"), ("行政规范性文件", "2", "0", "4"), ("", "8", "", ""), ("行政处罚", "3", "", "")),
        *(("行政强制", "0", "", ""), ("行政许可（续）", "9", "", ""), ("行政事业性收费", "5", "", "")),
    ]
    rows = rows_of_grid([GridLine(tuple(enumerate(cells)), 4, None) for cells in lines], ProactiveDisclosure)

    assert [row.number for row in rows] == [0, 1, 2, 3, 4, 2, 5]
    assert not in_doubt(ProactiveDisclosure, ProactiveDisclosure2019, rows)


@define(kw_only=True, repr=False)
class Fewer(Table):
    """An edition of table II, imaginary, that has but rows that that of 2021 has as well."""

    edition: ClassVar[str | None] = "2031"
    section: ClassVar[str] = "proactive_disclosure"
    shape: ClassVar[Shape] = Shape.CAPTIONS

    rules: DocumentCounts = block("规章", DocumentCounts, law="Art. 20(1)", caption="第二十条第（一）项")
    normative_documents: DocumentCounts = block(
        "行政规范性文件", DocumentCounts, law="Art. 20(1)", caption="第二十条第（一）项"
    )


def test_an_edition_that_has_no_row_of_its_own_is_told_by_all_its_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of its own year as well: there are none between which another one would have more."""
    monkeypatch.setattr("govdisclosure.reading.tables.edition.table_class", lambda *_: Fewer)
    rows = rows_of(Fewer)

    assert not in_doubt(Fewer, ProactiveDisclosure, rows, 2031)
    assert in_doubt(Fewer, ProactiveDisclosure, rows[:1], 2031)

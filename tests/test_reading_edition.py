"""Which edition a table is of, by its labels and rows: the cells in doubt where it can be of another."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, ClassVar

import pytest
from attrs import define, evolve
from support.grids import Markup, no_spans, read_foreign, spans
from test_reading_traps import TRUTH

import govdisclosure as gd
from govdisclosure.form.blocks import Grid
from govdisclosure.form.grids import figure_rows
from govdisclosure.model.declare import block
from govdisclosure.model.proactive_disclosure import DocumentCounts, ProactiveDisclosure
from govdisclosure.model.proactive_disclosure_2019 import ProactiveDisclosure2019
from govdisclosure.model.requests import Requests
from govdisclosure.model.requests_2019 import Requests2019
from govdisclosure.model.review_and_litigation import ReviewAndLitigation
from govdisclosure.model.structure import Shape, Table
from govdisclosure.reading.tables.edition import cells_in_doubt, told_by_numbers
from govdisclosure.reading.tables.grids import rows_of_grid
from govdisclosure.reading.tables.lines import GridLine
from govdisclosure.reading.tables.pieces import label_among
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


@pytest.mark.parametrize(("year", "doubtful"), [(None, True), (2023, True), (2020, False)])
def test_unless_the_year_speaks_for_an_edition_all_its_rows_must_stand_there(
    year: int | None, *, doubtful: bool
) -> None:
    """Of that of 2019, the first row is lost, far from the one with a blank cell of which that of 2021 has more."""
    rows = rows_of(Requests2019)
    rows[HANDLED] = evolve(rows[HANDLED], cells=["", *rows[HANDLED].cells[1:]])

    assert in_doubt(Requests2019, Requests, rows[1:], year) is doubtful
    assert not in_doubt(Requests2019, Requests, rows_of(Requests2019), year)


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


@pytest.mark.parametrize(
    ("row", "year", "doubtful"),
    [
        (Row(HANDLED, "（六）其他处理", None, ["0"] * 7), 2021, False),
        (Row(HANDLED, "（六）其他处理", None, ["0"] * 7), None, False),
        # One that is not full, or that order tells, can be one of three rows of the other edition.
        (Row(HANDLED, "（六）其他处理", None, ["0"] * 6), 2021, True),
        (Row(HANDLED, "（六）其他处理", None, ["0"] * 6), 2019, False),
        (Row(HANDLED, "□□□", None, ["0"] * 7, {Doubt.ORDER}), 2021, True),
    ],
)
def test_a_full_row_between_those_around_it_is_all_that_its_edition_has_there(
    row: Row, year: int | None, *, doubtful: bool
) -> None:
    """Whatever the year, and though the label of a row elsewhere is lost."""
    rows = rows_of(Requests2019)
    rows[2] = evolve(rows[2], label="□□□", doubts={Doubt.ORDER})
    rows[HANDLED] = row

    assert in_doubt(Requests2019, Requests, rows, year) is doubtful


def test_a_row_that_order_names_is_none_of_the_other_edition() -> None:
    """Also where its label stands a second time, with a remark: no row is left that the other could have more."""
    lines = [
        *(("规章", "1", "0", "1"), ("行政规范性文件", "2", "0", "4"), ("", "8", "", ""), ("行政处罚", "3", "", "")),
        *(("行政强制", "0", "", ""), ("行政许可（续）", "9", "", ""), ("行政事业性收费", "5", "", "")),
    ]
    rows = rows_of_grid([GridLine(tuple(enumerate(cells)), 4, None) for cells in lines], ProactiveDisclosure)

    assert [row.number for row in rows] == [0, 1, 2, 3, 4, 2, 5]
    assert not in_doubt(ProactiveDisclosure, ProactiveDisclosure2019, rows)


_WORDS = ("逾期不补正", "逾期不缴费", "其他情形")


def numbered(*numbers: str, old: bool = False, figures: Sequence[str] = ("7",)) -> list[Row]:
    """Give the rows of table III with others in place of those of （六）, numbered so."""
    rows = rows_of(Requests2019 if old else Requests)
    others = [Row(None, number + words, None, [*figures]) for number, words in zip(numbers, _WORDS, strict=False)]
    return [*rows[:HANDLED], *others, *rows[HANDLED + (1 if old else len(OWN)) :]]


@pytest.mark.parametrize("numbers", [("1.", "2.", "3."), ("1、", "2、", "3、"), ("（1）", "（2）", "（3）")])
@pytest.mark.parametrize("old", [False, True])
def test_three_numbered_rows_tell_the_edition_that_has_as_many(numbers: Sequence[str], *, old: bool) -> None:
    """In whatever words, and in whichever edition the table was read before; blank rows between them count for none."""
    cls = Requests2019 if old else Requests
    rows = numbered(*numbers, old=old)
    rows.insert(HANDLED, Row(None, "（六）其他处理", None))

    assert told_by_numbers(cls, rows) is Requests


def _with_doubt(number: int, doubt: Doubt) -> list[Row]:
    """Give a table with three numbered rows, and another one in doubt, whose label is lost."""
    rows = numbered("1.", "2.", "3.")
    return [evolve(row, label="", doubts={doubt}) if row.number == number else row for row in rows]


@pytest.mark.parametrize(
    "rows",
    [
        # Two, or not from 1 on, or one alone, which can be what is left of three
        numbered("1.", "2."),
        numbered("2.", "3.", "4."),
        numbered("1."),
        # None with a number, or none with words
        numbered("", "", ""),
        [Row(each.number, "", None, ["7"]) if each.number is None else each for each in numbered("1.", "2.", "3.")],
        # The row before them, or that behind them, is not sure.
        [row for row in numbered("1.", "2.", "3.") if row.number != HANDLED - 1],
        [row for row in numbered("1.", "2.", "3.") if row.number != OWN[-1] + 1],
        [evolve(row, label=row.label[:1], doubts={Doubt.ORDER}) for row in numbered("1.", "2.", "3.")],
        numbered("1.", "2.", "3.")[: HANDLED + 3],
        _with_doubt(HANDLED - 1, Doubt.LABEL),
        _with_doubt(HANDLED - 1, Doubt.ORDER),
    ],
)
def test_other_rows_tell_no_edition_by_their_numbers(rows: Sequence[Row]) -> None:
    """They may be some of those of either."""
    assert told_by_numbers(Requests, rows) is None


def test_the_number_of_a_row_stands_before_its_innermost_label() -> None:
    """（六）其他处理 | 1.逾期不补正 | 7: the label of the group stands before the first of them."""
    rows = numbered("1.", "2.", "3.", old=True)
    first = rows[HANDLED]
    rows[HANDLED] = Row(HANDLED, "（六）其他处理", None, [first.label, *first.cells])

    assert told_by_numbers(Requests2019, rows) is Requests


def test_tables_of_other_kinds_have_no_numbered_rows() -> None:
    """No row of table II stands before its own ones, or behind them; table IV has one edition."""
    assert told_by_numbers(ProactiveDisclosure, rows_of(ProactiveDisclosure)) is None
    assert told_by_numbers(ReviewAndLitigation, []) is None


_SHORT = dict(
    zip(
        (row.labels[-1] for row in figure_rows(Requests)[20:23]),
        ("1.逾期不补正", "2.逾期不缴费", "3.其他情形"),
        strict=True,
    )
)


@pytest.mark.parametrize("markup", [spans, no_spans])
def test_a_table_with_three_numbered_rows_in_other_words_is_read_row_by_row(markup: Markup) -> None:
    """Each of the three is named by a note, and no other cell is in doubt."""

    def shortened(grid: Grid) -> Grid:
        cells = (tuple(evolve(cell, text=_SHORT.get(cell.text, cell.text)) for cell in row) for row in grid.rows)
        return markup(Grid(tuple(cells)))

    reading = read_foreign(TRUTH, shortened)

    paths = [tuple(f"requests.{path}" for path in figure_rows(Requests)[number].paths) for number in OWN]
    assert reading.report == TRUTH
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [
        ("LABEL-ODD", named, words) for named, words in zip(paths, _SHORT.values(), strict=True)
    ]


@pytest.mark.parametrize("markup", [spans, no_spans])
def test_numbers_tell_the_edition_where_the_words_tell_another(markup: Markup) -> None:
    """1.甲, 2.乙, 3.丙: the table is read as of the other edition at first, which has two rows there."""
    words = dict(zip(_SHORT, ("1.甲", "2.乙", "3.丙"), strict=True))

    def renamed(grid: Grid) -> Grid:
        cells = (tuple(evolve(cell, text=words.get(cell.text, cell.text)) for cell in row) for row in grid.rows)
        return markup(Grid(tuple(cells)))

    reading = read_foreign(TRUTH, renamed)

    own = set(chain.from_iterable(figure_rows(Requests)[number].paths for number in OWN))
    read = {cell.path.removeprefix("requests.") for cell in gd.cells(reading.report) if cell.value is not None}
    paths = set(chain.from_iterable(row.paths for row in figure_rows(Requests)))
    assert (type(reading.report.requests), paths - read) == (Requests, own)
    assert {note.code for note in reading.notes} == {"UNPLACED"}


def test_words_behind_the_label_of_a_group_are_no_label_before_more_words() -> None:
    """（六）其他处理 | 1.逾期不补正 | 的申请 | 7: nobody knows where the label ends."""
    texts = ("（六）其他处理", "1.逾期不补正", "的申请", "7")

    assert label_among(texts, Requests, rows_end=True) == 0
    assert label_among((*texts[:2], "7"), Requests, rows_end=True) == 1
    assert label_among(("（一）予以公开", "件数", "7"), Requests, rows_end=True) == 0
    assert label_among(("信息内容", "办理数量", "7"), ProactiveDisclosure, rows_end=True) == 0
    assert label_among(("（一）予以公开3", "件数", "7"), Requests, rows_end=True) == 0


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

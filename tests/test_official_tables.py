"""Tables that are laid out as the form is are read without a search, and to the same effect as by their labels."""

from __future__ import annotations

from decimal import Decimal
from unittest.mock import patch

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import build_report
from support.grids import foreign, spans

import govdisclosure as gd
from govdisclosure.errors import ReadError
from govdisclosure.form.blocks import Block, Grid, GridCell, Paragraph
from govdisclosure.model.notes import Source
from govdisclosure.model.report import TABLES
from govdisclosure.reading import fill
from govdisclosure.reading.official import OfficialTable, as_official
from govdisclosure.reading.recognize import recognize
from govdisclosure.writing.compose import compose

_FIGURES = ("", "/", "0", "3", "14911491", "1,234", "12件", " 5\n", "-", "减少3条", "007", "3万元", "3 4", "某", "　")
_LABELS = (
    "规章（%）",
    "规章\n%",
    "“规章”",
    "规章000",
    "规章///",
    "規章",
    " 规\n章 ",
    "规章（县级无此项）",
    "规章 3 ",
    "",
)
_BEHIND = (
    "（%）",
    "\n%",
    "（万件）",
    "（单位：元）",
    "/",
    "///",
    "0",
    "（县级无此项）",
    "：",
    "件",
    "*",
    "①",
    "、",
    "”",
)
_LINES = ("单位：万件", "单位：元", "单位：万元", "行政诉讼", "本机关公开3条。")


def tables(year: int = 2021) -> list[Grid]:
    """Give the three tables of a report as a page has them."""
    return [block for block in foreign(build_report(year=year), spans) if isinstance(block, Grid)]


def text_at(block: Block, place: tuple[int, int]) -> str:
    """Give the text of a cell of a table."""
    assert isinstance(block, Grid)
    cells = block.rows[place[0] % len(block.rows)]
    return cells[place[1] % len(cells)].text


def changed(block: Block, place: tuple[int, int], text: str | None = None, *, wider: int = 0, taller: int = 0) -> Block:
    """Give a table with another text in a cell, or with a cell that spans more; a paragraph as it is."""
    if not isinstance(block, Grid):
        return block
    rows = [list(cells) for cells in block.rows]
    cells = rows[place[0] % len(rows)]
    column = place[1] % len(cells)
    cell = cells[column]
    text = cell.text if text is None else text
    cells[column] = attrs.evolve(cell, text=text, rows=cell.rows + taller, columns=cell.columns + wider)
    return Grid(tuple(map(tuple, rows)), sources=block.sources)


def is_official(grid: Block) -> bool:
    """Tell whether a table is known to be laid out as the form is."""
    assert isinstance(grid, Grid)
    return isinstance(as_official(grid), OfficialTable)


def outcome(blocks: list[Block]) -> object:
    """Give what is read, or the error."""
    try:
        reading = recognize(blocks, allow_blank=True)
    except ReadError as error:
        return str(error)
    return reading.report, reading.notes


def by_labels(blocks: list[Block]) -> object:
    """Give what is read if the layout of no table is known."""
    with patch.object(fill, "as_official", lambda grid: grid):
        return outcome(blocks)


@st.composite
def documents(draw: st.DrawFn) -> list[Block]:
    """Documents with the tables of the form, with odd figures, a label, a span or a line that is none of the form's."""
    blocks = list(foreign(build_report(year=draw(st.sampled_from([2019, 2021]))), spans))
    places = [place for place, block in enumerate(blocks) if isinstance(block, Grid)]
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.sampled_from(places))
        at = draw(st.integers(0, 27)), draw(st.integers(-8, 8))
        text = draw(st.sampled_from([*_FIGURES] * 3 + [*_LABELS]))
        behind = draw(st.sampled_from(_BEHIND))
        text = draw(st.sampled_from([text, text_at(blocks[place], at) + behind, behind + text_at(blocks[place], at)]))
        blocks[place] = changed(blocks[place], at, text)
    # 行政许可 | 8 and nothing else, or a row in which only the first figure is stated
    for place in draw(st.lists(st.sampled_from(places), max_size=1)):
        row = draw(st.integers(0, 27))
        for column in range(1, 7):
            blocks[place] = changed(blocks[place], (row, -column), "")
    for line in draw(st.lists(st.sampled_from(_LINES), max_size=1)):
        blocks.insert(draw(st.sampled_from(places)), Paragraph(line))
    for place in draw(st.lists(st.sampled_from(places), max_size=1)):
        blocks.insert(draw(st.integers(0, len(blocks))), blocks[place])
    return blocks


@given(blocks=documents())
def test_a_known_layout_is_read_as_the_labels_say(blocks: list[Block]) -> None:
    """Report, notes and errors are the same whether a layout is known or every cell is asked for."""
    assert outcome(blocks) == by_labels(blocks)


@pytest.mark.parametrize("year", [2019, 2021])
def test_the_tables_of_the_form_are_known(year: int) -> None:
    """Each table of each edition is known, and gives all its figures."""
    report = build_report(year=year)
    grids = tables(year)
    known = [table for table in map(as_official, grids) if isinstance(table, OfficialTable)]

    assert [table.rows for table in known] == [grid.rows for grid in grids]
    assert [table.cls for table in known] == [type(getattr(report, section)) for section in TABLES]
    assert [len(table.figures) for table in known] == [sum(map(len, table.cls.figure_paths())) for table in known]


@pytest.mark.parametrize("label", ["規章", " 规\n章 ", "规章", "“规章”：", "规章（）"])
def test_a_label_may_be_written_otherwise(label: str) -> None:
    """Script, width and blanks of a label do not matter."""
    assert is_official(changed(tables()[0], (2, 0), label))


@pytest.mark.parametrize(
    "label", ["规章///", "规章（%）", "规章\n％", "规章000", "规章（县级无此项）", "规范性文件", "3"]
)
def test_a_label_with_anything_else_is_asked_for(label: str) -> None:
    """Remarks, glued figures and other spellings are told by the labels."""
    assert not is_official(changed(tables()[0], (2, 0), label))


def test_another_layout_is_asked_for() -> None:
    """A span that the form has not, or words where a figure is due, is told by the labels."""
    table = tables()[1]

    assert not is_official(changed(table, (5, -1), wider=1))
    assert not is_official(changed(table, (5, -1), taller=1))
    assert not is_official(changed(table, (5, -1), "某"))
    assert not is_official(changed(table, (5, -1), "3 4"))


def test_other_tables_are_asked_for() -> None:
    """Tables with a row more or less, in lines, or on two pages are told by the labels."""
    grid = tables()[0]
    pages = tuple(Source(page=1 + place // 7) for place in range(len(grid.rows)))

    assert not is_official(Grid(grid.rows[1:]))
    assert not is_official(Grid((*grid.rows, (GridCell("某"),))))
    assert not is_official(Grid(grid.rows, lines=True))
    assert not is_official(Grid(grid.rows, sources=pages))


@pytest.mark.parametrize(("line", "read"), [("单位：元", False), ("单位：万元", True), ("单位：万件", False)])
def test_a_unit_beside_a_known_table_counts(line: str, *, read: bool) -> None:
    """An amount is not read in a unit that a line beside its table names and the form has not."""
    report = build_report()
    gd.put(report, "proactive_disclosure.fees.amount", Decimal("9.6"))
    blocks = list(foreign(report, spans))
    place = next(place for place, block in enumerate(blocks) if isinstance(block, Grid))

    reading = recognize([*blocks[:place], Paragraph(line), *blocks[place:]])

    assert reading.exact is read


NO_SEARCH = patch("govdisclosure.reading.tables.table.editions_printed", side_effect=AssertionError("no search"))


def test_our_own_tables_are_known_as_well() -> None:
    """What our writer wrote is read by its layout, a row with its first figure alone among it."""
    report = build_report()
    assert report.requests is not None
    report.requests = gd.Requests.from_rows([[3, *[None] * 6]] * 25)
    # 1 | 2 | 3 | … number the columns only where others could have put them there.
    report.review_and_litigation = gd.ReviewAndLitigation.from_rows([range(1, 16)])

    with NO_SEARCH:
        assert recognize(compose(report)).report == report


def test_the_layout_tells_everything_of_what_others_print_in_it() -> None:
    """Rows of blanks, figures alone in their rows, figures that count up: none of these is asked for by its labels."""
    report = build_report(published=None)
    # 规章 | 1 | 2 | 3, and 行政许可 | 1
    for number, name in enumerate(("rules.issued", "rules.repealed", "rules.in_force"), 1):
        gd.put(report, f"proactive_disclosure.{name}", number)
    gd.put(report, "proactive_disclosure.licensing.decisions", 1)
    report.requests = gd.Requests.from_rows([[None] * 7, range(1, 8), *[[0] * 7] * 23])

    with NO_SEARCH:
        assert recognize(foreign(report, spans)).report == report

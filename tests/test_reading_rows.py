"""Rows as they are read: which are told by their labels, which are in doubt, which stand there twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import govdisclosure as gd
from govdisclosure.form.grids import figure_rows
from govdisclosure.model.notes import Source
from govdisclosure.reading.tables.doubtful import doubt_glued
from govdisclosure.reading.tables.draft import TableDraft
from govdisclosure.reading.tables.lines import Line, TableParts
from govdisclosure.reading.tables.repeats import refuse_break, rows_by_number
from govdisclosure.reading.tables.rows import UNPLACED, UNTOLD, Doubt, Row, has_words_of_its_own, is_told_by_label

if TYPE_CHECKING:
    from collections.abc import Sequence

RULES, DOCUMENTS, LICENSING, PENALTIES = range(4)
SECTION = "proactive_disclosure"


def row(number: int | None, *cells: str, label: str = "", source: Source | None = None) -> Row:
    """Give a row."""
    return Row(number, label, source, list(cells))


def in_doubt(of_row: Row) -> Row:
    """Put a row in doubt that its label does not tell."""
    of_row.doubts |= UNTOLD
    return of_row


@pytest.mark.parametrize(
    ("of_row", "is_told"),
    [
        (row(RULES, "1", label="规章"), True),
        (row(None, "1", label="规章"), False),
        (in_doubt(row(None, "1", label="规章")), False),
        (in_doubt(row(PENALTIES, label="行政处罚（含简易程序）")), True),
        (in_doubt(row(LICENSING, label="行政处罚（含简易程序）")), False),
        (in_doubt(row(PENALTIES, label="行政处")), False),
    ],
)
def test_a_whole_label_tells_its_row(of_row: Row, *, is_told: bool) -> None:
    """Also with a remark behind it; but not a row that it does not name."""
    assert is_told_by_label(of_row, gd.ProactiveDisclosure) is is_told


@pytest.mark.parametrize(
    ("number", "label"),
    [
        (2, "三、本年度办 （一）予以公开"),
        (12, "（四）无法提 1.本机关("),
        (15, "（五）不予处 1.信访举"),
        (16, "2.重复申"),
        (24, "四、结转"),
    ],
)
def test_the_beginning_of_a_label_tells_its_row_beside_all_its_figures(number: int, label: str) -> None:
    """It goes on in the lines below, as that of its group does; beside blank cells, a figure can be gone with it."""
    figures = ["1", "0", "0", "0", "0", "0", "1"]

    def told(*cells: str, columns: Sequence[int] = (), others: int = 0) -> bool:
        return is_told_by_label(in_doubt(Row(number + others, label, None, [*cells], columns=columns)), gd.Requests)

    assert told(*figures)
    assert not told(*figures, others=1)
    assert not told(*figures[:-1], "")
    assert told(*figures[:-1], "", columns=range(3, 10))
    assert not told()


@pytest.mark.parametrize("label", ["1.申请人无正当理由或逾期", "总计", "不予处理", "1.", "（三）不予公 1."])
def test_what_begins_no_label_or_several_tells_no_row(label: str) -> None:
    """Whatever row it was taken for."""
    rows = (Row(number, label, None, ["0"] * 7) for number in range(25))

    assert not any(is_told_by_label(in_doubt(of_row), gd.Requests) for of_row in rows)


@pytest.mark.parametrize(
    ("of_row", "has_words"),
    [
        (row(None, "3", label="小计"), True),
        (row(None, "3", label="规章"), False),
        (row(None, "3", "其他主动公开文件"), True),
        (row(None, "零"), False),
        (row(None, "3", "不适用"), False),
    ],
)
def test_words_that_are_no_piece_of_a_label_are_of_a_row_of_its_own(of_row: Row, *, has_words: bool) -> None:
    """零 and 不适用 are figures, and no words."""
    assert has_words_of_its_own(of_row, gd.ProactiveDisclosure) is has_words


def test_a_blank_row_that_stands_there_twice_says_the_same_twice() -> None:
    """Neither is left out."""
    draft = TableDraft(SECTION, gd.ProactiveDisclosure, {})
    first, second = (row(RULES, "", "", "", label="规章") for _ in range(2))

    assert (rows_by_number(draft, [first, second]), draft.notes) == ({RULES: first}, [])


def test_a_row_that_is_none_of_the_form_is_not_placed() -> None:
    """Whatever stands in it; and one cell without a label can be the label, or the number of a page."""
    assert [row(None, "1").is_placed, row(RULES, "1").is_placed] == [False, True]
    assert [row(None, "1").has_figures, row(None, "1", "2").has_figures] == [False, True]
    assert [row(None, "1", label="小计").has_figures, row(None, label="小计").has_figures] == [True, False]


LONG = "3" * 30


@pytest.mark.parametrize(
    ("cells", "columns", "is_doubted"),
    [
        (("0 0 3", "", ""), (1, -1, -1), True),
        (("0 0 3", "1", "2"), (1, 2, 3), False),
        (("3 件", "", ""), (1, -1, -1), False),
        ((LONG, "", ""), (1, -1, -1), True),
        ((LONG, "1", "2"), (1, 2, 3), False),
        ((LONG, "1", "2"), (), True),
        (("007", "1", "2"), (), True),
        # What somebody counts has nine digits at most, and a cell may have more where none is blank.
        (("136232733", "", ""), (1, -1, -1), False),
        (("1362327332", "", ""), (1, -1, -1), True),
        (("007", "", ""), (1, -1, -1), True),
        (("见县政府门户网站公告栏", "", ""), (1, -1, -1), False),
        (("1362327332", "1", ""), (), True),
        (("1362327332", "1", "2"), (1, 2, 3), False),
        (("1362327332", "1", "2"), (), False),
        (("7", "1", ""), (), False),
    ],
)
def test_figures_that_can_be_several_put_a_row_in_doubt(
    cells: tuple[str, ...], columns: tuple[int, ...], *, is_doubted: bool
) -> None:
    """Where cells are blank from which they may come, or where nothing but bars tells the columns."""
    rules = Row(RULES, "规章", None, list(cells), columns=columns)

    doubt_glued([rules], gd.ProactiveDisclosure, [])

    assert rules.doubts == (UNPLACED if is_doubted else set())


@pytest.mark.parametrize(
    ("cells", "cls", "is_doubted"),
    [
        (("862862", *[""] * 6), gd.Requests, True),
        (("862862", "", "1", *[""] * 4), gd.Requests, False),
        (("", "862862", *[""] * 5), gd.Requests, False),
        (("862862", "", ""), gd.ProactiveDisclosure, False),
    ],
)
def test_a_lone_figure_is_in_doubt_where_others_are_glued(
    cells: tuple[str, ...], cls: type[gd.Requests | gd.ProactiveDisclosure], *, is_doubted: bool
) -> None:
    """规章000 stands elsewhere; in table II rows are short."""
    of_row = Row(RULES, "", None, list(cells), columns=tuple(range(1, 1 + len(cells))))
    glued = TableParts()
    glued.add([Line(("规章000", ""), None)])

    doubt_glued([of_row], cls, [glued])

    assert of_row.doubts == (UNPLACED if is_doubted else set())


def taken(
    *rows: Row, cls: type[gd.ProactiveDisclosure | gd.ReviewAndLitigation] = gd.ProactiveDisclosure
) -> TableDraft:
    """Take rows of a table once each, and give the draft with its notes and, as what is known, the rows."""
    draft = TableDraft(SECTION, cls, {})
    draft.known.update({str(number): len(each.doubts) for number, each in rows_by_number(draft, rows).items()})
    return draft


def test_a_row_that_stands_there_again_is_noted_and_the_first_stays_sure() -> None:
    """行政处罚 | 3 and further down 行政处罚 | 7, in a cell that nobody can place."""
    lost = row(PENALTIES, "7", label="行政处罚")
    lost.doubts.add(Doubt.PLACES)

    draft = taken(row(PENALTIES, "3", label="行政处罚"), lost)

    assert [(note.code, note.raw) for note in draft.notes] == [("UNPLACED", "行政处罚 | 7")]
    assert draft.known == {str(PENALTIES): 0}


def test_a_label_alone_beside_its_row_can_be_that_of_another() -> None:
    """规章, and right below it 规章 | 0 | 0 | 0."""
    alone = row(RULES, label="规章")
    alone.doubts.add(Doubt.PLACES)

    draft = taken(alone, row(RULES, "0", "0", "0", label="规章"))

    assert [note.raw for note in draft.notes] == ["规章"]
    assert draft.known == {str(RULES): len(UNPLACED)}


def test_blank_cells_of_a_row_that_stands_there_twice_leave_it_sure() -> None:
    """行政处罚 | | and 行政处罚 | 7: the label of one of them is that of another row."""
    draft = taken(row(PENALTIES, "", label="行政处罚"), row(PENALTIES, "7", label="行政处罚"))

    assert [note.raw for note in draft.notes] == ["行政处罚"]
    assert draft.known == {str(PENALTIES): 0}


ROW_OF_IV = ["7"] * 15


def below(source: Source | None, other: Source | None) -> list[gd.Note]:
    """Take two rows of table IV."""
    rows = [Row(0, "", where, [*ROW_OF_IV]) for where in (source, other)]
    return taken(*rows, cls=gd.ReviewAndLitigation).notes


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (Source(line=7), Source(line=8)),
        (Source(table=1, row=4), Source(table=1, row=5)),
    ],
)
def test_two_rows_below_each_other_are_no_two_forms(upper: Source, lower: Source) -> None:
    """Table IV is one row: the other is left out with a note."""
    assert [note.code for note in below(upper, lower)] == ["UNPLACED"]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (None, Source(line=8)),
        (Source(line=7), None),
        (None, None),
        (Source(line=7), Source(line=9)),
        (Source(line=7), Source(table=1, row=8)),
        (Source(table=1, row=7), Source(line=8)),
        (Source(table=1, row=4), Source(table=1, row=6)),
        (Source(table=1, row=4), Source(table=2, row=5)),
        (Source(table=1, row=4, sheet="1"), Source(table=1, row=5, sheet="2")),
    ],
)
def test_two_rows_apart_from_each_other_are_two_forms(upper: Source | None, lower: Source | None) -> None:
    """Heads can stand between them."""
    with pytest.raises(gd.ReadError) as caught:
        below(upper, lower)

    assert caught.value.code == "TWO-FORMS"


def test_a_piece_of_the_row_of_table_iv_that_nobody_can_place_makes_no_second_row() -> None:
    """Half a row below the whole one is left out, and that stays sure."""
    piece = Row(0, "", Source(line=20), ["7", "7"])
    piece.doubts.add(Doubt.PLACES)

    draft = taken(Row(0, "", Source(line=7), [*ROW_OF_IV]), piece, cls=gd.ReviewAndLitigation)

    assert draft.known == {"0": 0}


def lost(number: int | None, *cells: str, label: str = "") -> Row:
    """Give a row whose figures nobody can place."""
    of_row = row(number, *cells, label=label)
    of_row.doubts.add(Doubt.PLACES)
    return of_row


def test_a_label_in_a_menu_is_no_second_row() -> None:
    """规章 alone, above 行政规范性文件 and the row 规章; with blank cells it is one, and noted."""
    rows = [row(DOCUMENTS, "1", "2", "3", label="行政规范性文件"), row(RULES, "4", "5", "6", label="规章")]

    assert taken(lost(RULES, label="规章"), *rows).notes == []
    assert [note.raw for note in taken(row(RULES, "", "", "", label="规章"), *rows).notes] == ["规章"]


def test_rows_that_stand_there_again_right_below_themselves_are_no_second_form() -> None:
    """However many they are, and however often; each is noted."""
    labels = ("规章", "行政规范性文件", "行政许可", "行政处罚")
    rows = [row(number, "2", label=label) for number, label in enumerate(labels) for _ in range(3)]

    assert [note.raw for note in taken(*rows).notes] == [f"{label} | 2" for label in labels for _ in range(2)]


@pytest.mark.parametrize(
    "rows",
    [
        [(number, "1") for _ in range(2) for number in range(4)],
        [(number, year) for number in range(4) for year in ("1", "2")],
    ],
)
def test_rows_that_stand_there_again_elsewhere_or_with_other_figures_are_a_second_form(
    rows: list[tuple[int, str]],
) -> None:
    """Two rows of the same label with other figures can be those of two years."""
    with pytest.raises(gd.ReadError) as caught:
        taken(*(row(number, cell, label="规章") for number, cell in rows))

    assert caught.value.code == "TWO-FORMS"


def test_an_empty_form_beside_the_table_is_none_of_it() -> None:
    """Each row stands there without figures and with them."""
    labels = [" / ".join(each.labels) for each in figure_rows(gd.ProactiveDisclosure)]
    blank = [row(number, "", label=label) for number, label in enumerate(labels)]
    stated = [row(number, "1", label=label) for number, label in enumerate(labels)]

    assert taken(*blank, *stated).notes == []


def test_a_table_whose_rows_all_stand_there_again_is_a_second_form() -> None:
    """Whether their figures can be placed or not."""
    labels = [" / ".join(each.labels) for each in figure_rows(gd.ProactiveDisclosure)]
    rows = [row(number, "1", label=label) for number, label in enumerate(labels)]
    again = [lost(number, "1", label=label) for number, label in enumerate(labels)]

    with pytest.raises(gd.ReadError) as caught:
        taken(*rows, *again)

    assert caught.value.code == "TWO-FORMS"


@pytest.mark.parametrize(
    ("beside", "paths"),
    [
        (row(None, "1"), (f"{SECTION}.penalties.decisions",)),
        (row(None, ""), ()),
        (row(None, "1", label="小计"), ()),
        (row(None, "1", label="信息内容"), ()),
    ],
)
def test_a_row_without_a_label_can_be_that_of_the_blank_row_beside_it(beside: Row, paths: tuple[str, ...]) -> None:
    """行政处罚 and below it 1; what has words of its own, or states nothing, is none."""
    draft = taken(row(LICENSING, "8", label="行政许可"), row(PENALTIES, "", label="行政处罚"), beside)

    assert [note.paths for note in draft.notes] == [paths]


@pytest.mark.parametrize(
    ("rows", "cls", "looked_for"),
    [
        ([RULES], gd.ProactiveDisclosure, "行政规范性文件"),
        ([], gd.ProactiveDisclosure, "规章"),
        ([], gd.ReviewAndLitigation, "reconsideration.upheld"),
    ],
)
def test_a_document_that_breaks_off_says_what_was_looked_for(
    rows: list[int], cls: type[gd.ProactiveDisclosure | gd.ReviewAndLitigation], looked_for: str
) -> None:
    """The label of the next row; table IV, whose row has none, by the name of its first cell."""
    draft = TableDraft(SECTION, cls, {})

    with pytest.raises(gd.ReadError, match=looked_for) as caught:
        refuse_break(draft, {number: row(number, "1") for number in rows})

    assert caught.value.code == "BREAKS-OFF"


def test_two_whole_rows_of_table_iv_of_which_nobody_knows_that_they_are_beside_each_other_are_of_two_forms() -> None:
    """Their places tell a page, and no line."""
    first, second = (Row(0, "", Source(page=page), [str(page)] * 15, columns=tuple(range(15))) for page in (1, 1))

    with pytest.raises(gd.ReadError) as refused:
        taken(first, second, cls=gd.ReviewAndLitigation)

    assert refused.value.code == "TWO-FORMS"

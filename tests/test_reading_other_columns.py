"""Tables with as many cells as the form has, but not these: other columns, other rows, numbers of columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

import attrs
import pytest
from support.builders import build_report
from support.grids import no_spans, read_foreign, written_out
from support.printers import print_report
from support.publishing.text import cell_a_line_bare, row_a_line

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.form.grids import figure_rows
from govdisclosure.form.wording import problem
from govdisclosure.reading.tables.lines import GridLine
from govdisclosure.reading.tables.other_columns import (
    without_other_columns,
    without_remarks_behind,
    without_spacers,
)

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue

REPORT = build_report(published=None)
SEVEN = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
REQUESTS = [f"requests.{path}" for row in figure_rows(gd.Requests) for path in row.paths]
REVIEW = [f"review_and_litigation.{path}" for path in figure_rows(gd.ReviewAndLitigation)[0].paths]
Change: TypeAlias = Callable[[list[tuple[GridCell, ...]]], Sequence[tuple[GridCell, ...]]]


def in_table(word: str, change: Change) -> Callable[[Grid], Grid]:
    """Change the rows of the table in which a word stands."""

    def markup(grid: Grid) -> Grid:
        texts = {cell.text for row in grid.rows for cell in row}
        return Grid(tuple(change(list(grid.rows)))) if any(word in text for text in texts) else grid

    return markup


def with_heads(heads: Sequence[str]) -> Callable[[Grid], Grid]:
    """Print other heads above the seven columns of table III."""
    names = dict(zip(SEVEN, heads, strict=True))

    def renamed(rows: list[tuple[GridCell, ...]]) -> Sequence[tuple[GridCell, ...]]:
        def head(cell: GridCell) -> GridCell:
            return attrs.evolve(cell, text=names.get(cell.text, cell.text))

        return [*(tuple(map(head, row)) for row in rows[:3]), *rows[3:]]

    return in_table("申请人情况", renamed)


def noted(reading: gd.Reading) -> set[str]:
    """Give the paths that notes name."""
    return {path for note in reading.notes for path in note.paths}


def of_columns(*names: str) -> set[str]:
    """Give the paths of whole columns of table III."""
    places = [SEVEN.index(name) for name in names]
    return {REQUESTS[start + place] for start in range(0, len(REQUESTS), len(SEVEN)) for place in places}


@pytest.mark.parametrize("other", ["小计", "上年总计", "去年", "同比增减", "占比"])
def test_a_column_that_the_form_has_not_is_none_of_its_own(other: str) -> None:
    """A subtotal, last year's total or a share is no total, however much of the word they have."""
    reading = read_foreign(REPORT, with_heads((*SEVEN[:-1], other)))

    assert noted(reading) == of_columns("总计")


def test_a_total_in_another_word_is_one() -> None:
    """合计 is what the form calls 总计."""
    reading = read_foreign(REPORT, with_heads((*SEVEN[:-1], "合计")))

    assert reading == gd.Reading(REPORT)


def test_columns_behind_one_that_is_left_out_are_all_in_doubt() -> None:
    """Where the total stands in the place of another column, what stands in the place of the total is none."""
    reading = read_foreign(REPORT, with_heads((*SEVEN[:4], "其他", "总计", "2020年总计")))

    assert noted(reading) == of_columns("法律服务机构", "其他", "总计")


@pytest.mark.parametrize("markup", [no_spans, written_out])
@pytest.mark.parametrize(
    "heads",
    [
        (*SEVEN[1:], "备注"),
        (*SEVEN[:4], *SEVEN[5:], "上年"),
        ("小计", *SEVEN[:5], SEVEN[6]),
        (*SEVEN[:2], *SEVEN[3:], "2020年总计"),
    ],
)
def test_where_spans_are_lost_a_missing_head_and_another_one_put_columns_in_doubt(
    markup: Callable[[Grid], Grid], heads: tuple[str, ...]
) -> None:
    """Seven columns, but not those of the form: from the first that differs on nobody knows which is which."""
    rename = with_heads(heads)
    first = next(place for place, head in enumerate(heads) if head != SEVEN[place])

    reading = read_foreign(REPORT, lambda grid: markup(rename(grid)))

    assert noted(reading) >= of_columns(*SEVEN[first:])


@pytest.mark.parametrize("heads", [("自然人", "商业企亚", *SEVEN[2:]), ("自然人", "企业", *SEVEN[2:])])
def test_what_is_left_of_a_head_is_no_other_one(heads: tuple[str, ...]) -> None:
    """A head with a letter wrong, or in another word, is the one that its place asks for."""
    rename = with_heads(heads)

    reading = read_foreign(REPORT, lambda grid: no_spans(rename(grid)))

    assert reading.report == REPORT


def test_one_column_for_all_legal_persons_is_none_of_the_form() -> None:
    """自然人 | 法人或其他组织 | 总计, in a grid that a line above makes as wide as the form."""

    def grouped(rows: list[tuple[GridCell, ...]]) -> Sequence[tuple[GridCell, ...]]:
        filled = [GridCell("") for _ in range(4)]
        figures = [(*row[:-7], *row[-7:-5], row[-1], *filled) for row in rows[3:]]
        heads = (*map(GridCell, SEVEN[:1]), GridCell("法人或其他组织"), GridCell("总计"), *filled)
        return [(GridCell("填报说明", columns=10),), rows[0], heads, *figures]

    reading = read_foreign(REPORT, in_table("申请人情况", grouped))

    assert noted(reading) >= set(REQUESTS)


@pytest.mark.parametrize("numbers", [("甲", "1", "2", "3"), ("栏次", "1", "2", "3")])
def test_moved_columns_of_table_two_are_noted_above_a_row_of_numbers(numbers: tuple[str, ...]) -> None:
    """甲 | 1 | 2 | 3 below the heads is none of them."""

    def moved(rows: list[tuple[GridCell, ...]]) -> Sequence[tuple[GridCell, ...]]:
        first, heads, *rest = rows
        return [first, (heads[0], *heads[:0:-1]), tuple(map(GridCell, numbers)), *rest]

    reading = read_foreign(REPORT, in_table("规章", moved))

    rules = {f"proactive_disclosure.{row}" for row in ("rules", "normative_documents")}
    assert noted(reading) >= {f"{row}.{name}" for row in rules for name in ("issued", "repealed", "in_force")}


def review(*rows: Sequence[str]) -> Callable[[Grid], Grid]:
    """Print other rows below the heads of table IV."""
    return in_table("结果维持", lambda printed: [*printed[:-1], *(tuple(map(GridCell, row)) for row in rows)])


FIGURES = tuple(str(number) for number in range(30, 45))
NUMBERS = tuple(str(number) for number in range(1, 16))


@pytest.mark.parametrize("first", ["1（含上年1件）", "3*", "3[1]", "4（家）"])
def test_two_rows_of_table_four_are_two_whatever_stands_beside_their_figures(first: str) -> None:
    """Figures with remarks are a row of figures: two are refused where nothing tells that one table has both."""
    refusal = problem("TWO-FORMS", heading="四、政府信息公开行政复议、行政诉讼情况")

    with pytest.raises(gd.ReadError) as raised:
        read_foreign(REPORT, review([first] * 15, FIGURES))

    assert (raised.value.code, str(raised.value)) == (refusal.code, str(refusal))


@pytest.mark.parametrize("blank", range(15))
def test_a_column_more_whose_head_stands_in_each_row_moves_no_figure(blank: int) -> None:
    """诉讼合计 behind table IV, what spans several columns or rows in each: of a row with a blank, none is sure."""

    def longer(grid: Grid) -> Grid:
        rows = written_into_each(grid).rows
        figures = [*FIGURES[:blank], "", *FIGURES[blank + 1 :], "999"]
        heads = [(*row, GridCell("诉讼合计")) for row in rows[:-1]]
        return Grid((*heads, tuple(map(GridCell, figures))))

    reading = read_foreign(REPORT, lambda grid: longer(grid) if is_of_review(grid) else grid)

    raw = " | ".join([*FIGURES[:blank], *FIGURES[blank + 1 :], "999"])
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [("UNPLACED", tuple(REVIEW), raw)]
    assert reading.report == build_report(published=None, cells=dict.fromkeys(REVIEW))


@pytest.mark.parametrize(("first", "label"), [("", ""), ("项目", "件数")])
def test_a_column_before_table_four_moves_no_figure(first: str, label: str) -> None:
    """A column of labels with its head, or one that is blank throughout."""

    def longer(grid: Grid) -> Grid:
        rows = written_into_each(grid).rows
        return Grid((*((GridCell(first), *row) for row in rows[:-1]), (GridCell(label), *map(GridCell, FIGURES))))

    reading = read_foreign(REPORT, lambda grid: longer(grid) if is_of_review(grid) else grid)

    assert reading.report == build_report(published=None, cells=dict(zip(REVIEW, map(int, FIGURES), strict=True)))


def is_of_review(grid: Grid) -> bool:
    """Tell whether a grid is table IV."""
    return any(cell.text == "结果维持" for row in grid.rows for cell in row)


def written_into_each(grid: Grid) -> Grid:
    """Write what spans several columns or rows into each cell that it covers."""
    texts: dict[tuple[int, int], str] = {}
    for number, row in enumerate(grid.rows):
        column = 0
        for cell in row:
            while (number, column) in texts:
                column += 1
            places = [(number + down, column + across) for down in range(cell.rows) for across in range(cell.columns)]
            texts |= dict.fromkeys(places, cell.text)
    width = 1 + max(column for _, column in texts)
    rows = [[GridCell(texts[number, column]) for column in range(width)] for number in range(len(grid.rows))]
    return Grid(tuple(map(tuple, rows)))


def page_with(*rows: str) -> str:
    """Give a page of another program with other rows in table IV."""
    above, _, rest = gd.render(REPORT, "html").partition("<main>")[2].rpartition("<tbody>")
    below = rest.partition("</tbody>")[2].partition('<div class="signature">')[0]
    return f"<html><body>{above}<tbody>{''.join(rows)}</tbody>{below}"


def row_of(cells: Sequence[object]) -> str:
    """Give a row of a page."""
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def text_with(*rows: str) -> str:
    """Give the text of a report with other lines in place of the row of table IV."""
    above, _, rest = gd.render(REPORT, "text").rpartition("\n0 ")
    return "\n".join([above, *rows, rest.partition("\n")[2]])


HEADS = gd.render(REPORT, "html").rpartition("<thead>")[2].partition("</thead>")[0]
OTHERS = " | ".join(["0"] * 15), " | ".join(FIGURES)


@pytest.mark.parametrize(
    ("printed", "raws"),
    [
        (page_with(row_of([0] * 15), row_of(FIGURES)), OTHERS),
        (page_with(row_of([0] * 15), row_of(FIGURES), row_of([0] * 15)), (*OTHERS, OTHERS[0])),
        (text_with(*OTHERS), OTHERS),
    ],
    ids=["page", "three", "text"],
)
def test_of_two_rows_below_the_heads_of_table_four_none_is_taken(printed: str, raws: tuple[str, ...]) -> None:
    """Nobody knows which of them counts (本级, or all): the table is blank, both are quoted, the rest is read."""
    reading = gd.parse(printed)

    expected = build_report(published=None, cells=dict.fromkeys(REVIEW))
    assert reading.report == expected
    unplaced = [(note.raw, note.paths) for note in reading.notes if note.code == "UNPLACED"]
    assert unplaced == [(raw, tuple(REVIEW)) for raw in raws]


@pytest.mark.parametrize(
    "printed",
    [
        page_with(row_of([0] * 15), HEADS, row_of(FIGURES)),
        text_with(OTHERS[0], "", OTHERS[1]),
    ],
    ids=["page", "text"],
)
def test_a_row_of_table_four_below_heads_of_its_own_is_of_a_second_form(printed: str) -> None:
    """What does not follow right below the first row may be of another report."""
    with pytest.raises(gd.ReadError) as raised:
        gd.parse(printed)

    assert raised.value.code == "TWO-FORMS"


def test_a_figure_alone_among_the_heads_of_table_four_is_no_second_form() -> None:
    """The number of a page: the row is left blank, and both are quoted."""
    report = build_report(published=None)
    lines = print_report(report, row_a_line).splitlines()
    heads = next(place for place, line in enumerate(lines) if "未经复议直接起诉" in line) + 1

    reading = gd.parse("\n".join([*lines[:heads], "6", *lines[heads:]]))

    assert [(note.code, note.raw) for note in reading.notes] == [("UNPLACED", "6"), ("UNPLACED", " | ".join("0" * 15))]
    assert reading.report == attrs.evolve(report, review_and_litigation=gd.ReviewAndLitigation())


@pytest.mark.parametrize("page", ["- 6 -", "第6页", "第 6 页 共 9 页"])
@pytest.mark.parametrize("label", ["行政复议", "商业企业", "规章", "1.属于国家秘密"])
def test_the_number_of_a_page_is_no_cell_on_a_line(page: str, label: str) -> None:
    """Between a label and its figures, or among heads."""
    report = build_report(published=None)
    lines = print_report(report, cell_a_line_bare).splitlines()
    below = lines.index(label) + 1

    assert gd.parse("\n".join([*lines[:below], page, *lines[below:]])) == gd.Reading(report)


def test_a_row_of_figures_with_remarks_is_unreadable() -> None:
    """It is the row of table IV, and each of its cells is noted."""
    reading = read_foreign(REPORT, review(["1（含上年1件）"] * 15))

    assert reading.report == build_report(published=None, cells=dict.fromkeys(REVIEW))
    assert [(note.code, note.paths) for note in reading.notes] == [("CELL-UNREADABLE", (path,)) for path in REVIEW]


@pytest.mark.parametrize("behind", [(), ([""] * 15,)])
def test_words_in_place_of_the_figures_of_table_four_are_quoted(behind: tuple[list[str], ...]) -> None:
    """未发生 in each cell says something, also above a blank row."""
    reading = read_foreign(REPORT, review(["未发生"] * 15, *behind))

    assert reading.report == build_report(published=None, cells=dict.fromkeys(REVIEW))
    assert " | ".join(["未发生"] * 15) in [note.raw for note in reading.notes]


@pytest.mark.parametrize("row", [["件"] * 15, ["（件）"] * 15, [":--"] * 15])
def test_units_below_the_heads_of_table_four_are_no_row(row: list[str]) -> None:
    """件 in each cell says what the form counts, and :-- how Markdown aligns it."""
    figures: dict[str, CellValue] = {path: int(figure) for path, figure in zip(REVIEW, FIGURES, strict=True)}

    reading = read_foreign(REPORT, review(row, FIGURES))

    assert reading == gd.Reading(build_report(published=None, cells=figures))


@pytest.mark.parametrize("behind", [(), ([""] * 15,)])
def test_numbers_of_columns_are_no_figures_of_table_four(behind: tuple[list[str], ...]) -> None:
    """1 to 15 below the heads number them, also where the blank row below is trimmed."""
    reading = read_foreign(REPORT, review(NUMBERS, *behind))

    assert reading.report == build_report(published=None, cells=dict.fromkeys(REVIEW))
    assert noted(reading) == set(REVIEW)


def test_a_column_that_is_left_out_is_missed_beside_a_row_of_sums() -> None:
    """小计, a row that the form has not, has as many texts as the form has figures, and is no row of figures."""

    def narrower(rows: list[tuple[GridCell, ...]]) -> Sequence[tuple[GridCell, ...]]:
        heads = [tuple(attrs.evolve(cell, columns=min(cell.columns, 6)) for cell in row) for row in rows[:2]]
        inner = tuple(cell for cell in rows[2] if cell.text != "法律服务机构")
        heads[1] = tuple(attrs.evolve(cell, columns=min(cell.columns, 4)) for cell in heads[1])
        figures = [(*row[:-3], *row[-2:]) for row in rows[3:]]
        sums = (GridCell(""), GridCell(""), *map(GridCell, ("小计", "1", "2", "3", "4", "5", "15")))
        return [*heads, inner, *figures[:-1], sums, figures[-1]]

    change = in_table("申请人情况", narrower)

    reading = read_foreign(REPORT, lambda grid: written_out(change(grid)))

    assert noted(reading) == set(REQUESTS)


@pytest.mark.parametrize(
    ("below", "is_none"),
    [
        (["已办结", "", "已办结"], True),
        (["12", "", "已办结"], False),
    ],
)
@pytest.mark.parametrize("place", [0, 2])
def test_a_column_of_remarks_is_none_of_the_form_if_it_stands_last(
    below: list[str], place: int, *, is_none: bool
) -> None:
    """And holds no digits, which can be a figure."""
    heads = ["甲", "乙"]
    heads.insert(place, "备注")
    rows = [["3", "4"] for _ in below]
    for cells, text in zip(rows, below, strict=True):
        cells.insert(place, text)
    lines = [GridLine(tuple(enumerate(cells)), len(cells), None, reached=((place, "备"),)) for cells in (heads, *rows)]

    left = without_other_columns(lines)

    kept = [number for number in range(3) if number != place or not (is_none and place == len(heads) - 1)]
    assert [[column for column, _ in line.own] for line in left] == [kept] * len(lines)
    assert [bool(line.reached) for line in left] == [place in kept] * len(lines)


def test_a_row_without_cells_of_its_own_does_not_hide_the_last_column() -> None:
    """All of its cells reach down from above."""
    lines = [
        GridLine(((0, "甲"), (1, "备注")), 2, None),
        GridLine((), 2, None, reached=((0, "3"), (1, "已办结"))),
        GridLine(((0, "4"), (1, "无")), 2, None),
    ]

    assert [line.own for line in without_other_columns(lines)] == [((0, "甲"),), (), ((0, "4"),)]


def test_narrow_columns_behind_the_others_are_left_out_where_spans_are_lost() -> None:
    """None of them is blank throughout, since rows have other numbers of cells; blank cells stay."""
    truth = build_report(published=None)
    for place in (0, 3, 4):
        gd.put(truth, REQUESTS[place], None)

    def markup(grid: Grid) -> Grid:
        return Grid(tuple(tuple(each for cell in row for each in (cell, GridCell(""))) for row in no_spans(grid).rows))

    assert read_foreign(truth, markup).report == read_foreign(truth, no_spans).report
    assert read_foreign(truth, markup).notes == read_foreign(truth, no_spans).notes


def in_columns(*cells: str) -> GridLine:
    """Give a row of a grid with a cell in each column."""
    return GridLine(tuple(enumerate(cells)), len(cells), None)


@pytest.mark.parametrize(
    "other",
    [
        in_columns("规章", "", "3", "1"),
        in_columns("规章", "", "3"),
        GridLine(((0, "规章"), (1, "")), 3, None, spans={1: 2}),
    ],
)
def test_columns_are_narrow_ones_only_if_they_are_blank_beside_all_others(other: GridLine) -> None:
    """A row in which something stands there, or cells that span others, or an odd number of cells has none."""
    heads = in_columns("信息内容", "", "本年制发件数", "", "本年废止件数", "")

    assert without_spacers([heads, other]) == [heads, other]


def test_blank_cells_behind_labels_are_no_narrow_columns() -> None:
    """行政许可 |  | 8 |, and no more in any row: the figure can be of a column that the form has not."""
    lines = [
        in_columns("第二十条第（五）项", ""),
        in_columns("行政许可", "", "8", ""),
        in_columns("行政处罚", "", "9", ""),
    ]

    assert without_spacers(lines) == lines


NEW = "一、本年新收政府信息公开申请数量"
GRANTED = ("三、本年度办理结果", "（一）予以公开")
ABOVE_REMARKS = (in_columns("申请人情况", "备注"), in_columns("自然人", "法人或其他组织", "总计"))


@pytest.mark.parametrize("remark", ["", "已办结"])
def test_remarks_behind_the_others_are_left_out_where_spans_are_lost(remark: str) -> None:
    """One cell more than the form has stands behind the label of each row, and a head says what it holds."""
    rows = [in_columns(NEW, *"1002003"), in_columns(*GRANTED, "", *"002003")]
    longer = [in_columns(*row.cells, remark) for row in rows]

    left = without_remarks_behind([*ABOVE_REMARKS, *longer], gd.Requests)

    assert [line.cells for line in left] == [line.cells for line in (*ABOVE_REMARKS, *rows)]


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (ABOVE_REMARKS, in_columns(NEW, *"1002003", "50%")),
        (ABOVE_REMARKS, in_columns(NEW, *"100200", "")),
        (ABOVE_REMARKS, in_columns(NEW, *"10020033", "")),
        (ABOVE_REMARKS, in_columns("小计", *"1002003", "")),
        (ABOVE_REMARKS, attrs.evolve(in_columns(NEW, *"1002003", ""), spans={0: 3})),
        ([in_columns("备注", "申请人情况")], in_columns(NEW, *"1002003", "")),
        ([in_columns("申请人情况", "备注", "总计")], in_columns(NEW, *"1002003", "")),
        ([in_columns("备注")], in_columns(NEW, *"1002003", "")),
        ([in_columns("申请人情况", "上年")], in_columns(NEW, *"1002003", "")),
        ([in_columns("申请人情况", "序号")], in_columns(NEW, *"1002003", "")),
    ],
)
def test_only_what_holds_no_figure_behind_each_row_is_left_out_for_remarks(
    heads: Sequence[GridLine], row: GridLine
) -> None:
    """Not a share, a cell too few or too many, one behind a label that spans columns, or below no such head."""
    lines = [*heads, in_columns(NEW, *"0000000", ""), row]

    assert without_remarks_behind(lines, gd.Requests) == lines

"""Figures above their labels in a part of a table in text: those that can be of two rows are noted for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.builders import build_report
from support.printers import print_report
from support.publishing.text import row_a_line
from test_reading_styles import ABOVE as ABOVE_II
from test_reading_styles import BELOW as BELOW_II
from test_reading_styles import LABELS, PLACES, blanked, printed, read

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.form.grids import figure_rows
from govdisclosure.reading.tables.lines import lines_of
from govdisclosure.reading.tables.rows import UNPLACED
from govdisclosure.reading.tables.text_rows import rows_of_lines

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from govdisclosure.model.values import CellValue

ROWS = figure_rows(gd.Requests)
VALUES: dict[str, CellValue] = {
    f"requests.{path}": 10 * number + place for number, row in enumerate(ROWS) for place, path in enumerate(row.paths)
}
REPORT = build_report(published=None, cells=VALUES)
ABOVE, _, REST = print_report(REPORT, row_a_line).partition("（本列数据")
BELOW = REST[REST.index("四、政府信息公开") :]
LOST, LAST = 7, len(ROWS) - 1
HEADS = (
    "申请人情况",
    "自然人",
    "法人或其他组织",
    "总计",
    "商业企业",
    "科研机构",
    "社会公益组织",
    "法律服务机构",
    "其他",
)


def labels(number: int) -> list[str]:
    """Give the labels that stand before a row, those of its groups only before the first of these."""
    above = ROWS[number - 1].labels if number else ()
    return [label for label in ROWS[number].labels if label not in above]


def figures(number: int) -> list[str]:
    """Give what a row prints."""
    return [str(VALUES[path]) for path in paths(number)]


def paths(*numbers: int) -> tuple[str, ...]:
    """Give the paths of rows, as a note has them."""
    return tuple(f"requests.{path}" for number in numbers for path in ROWS[number].paths)


def raw(label: str, *cells: str) -> str:
    """Give a row as a note quotes it."""
    return " | ".join([label, *cells])


def told(reading: gd.Reading) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Give what the notes say, but for rows that are read though their blanks are lost."""
    return [(note.code, note.paths, note.raw) for note in reading.notes if note.code != "INFERRED"]


def without(*numbers: int) -> gd.AnnualReport:
    """Give the report without the figures of some rows."""
    return build_report(published=None, cells={**VALUES, **dict.fromkeys(paths(*numbers))})


def a_cell_a_line(
    above: Collection[int], *, blank: Collection[int] = (), heads: Sequence[str] = HEADS, below: str = ""
) -> gd.Reading:
    """Read a table III with figures above the labels of some rows; blank cells are gone, words stand below a label."""
    lines = [*heads]
    for number in range(len(ROWS)):
        cells = [] if number in blank else figures(number)
        lines += [*cells, *labels(number)] if number in above else [*labels(number), *cells]
        lines += [below] if number == 0 and below else []
    return gd.parse(f"{ABOVE}{chr(10).join(lines)}\n{BELOW}")


def a_row_a_line(
    above: Collection[int], together: Collection[int], *, cells: Mapping[int, str] | None = None, first: str = ""
) -> gd.Reading:
    """
    Read a table III each row of which is a line but for some that have their figures above, some of these on one line.

    Args:
        above: The rows that have them above.
        together: Those of these that have them on one line.
        cells: What rows have in place of figures.
        first: What stands above the first row.
    """
    lines = [*HEADS, *filter(None, [first])]
    for number in range(len(ROWS)):
        beside = (cells or {}).get(number, " ".join(figures(number)))
        apart = [beside] if number in together else figures(number)
        lines += [*apart, *labels(number)] if number in above else [" ".join([*labels(number), beside]).strip()]
    return gd.parse(f"{ABOVE}{chr(10).join(lines)}\n{BELOW}")


def test_the_first_rows_can_be_printed_so() -> None:
    """Each note names the row whose label stands before the figures and that whose label stands behind them."""
    reading = a_cell_a_line((0, 1))

    assert reading.report == without(0, 1)
    assert told(reading) == [
        ("UNPLACED", paths(0), raw("其他", *figures(0))),
        ("UNPLACED", paths(0, 1), raw(labels(0)[0], *figures(1))),
        ("UNPLACED", paths(1), labels(1)[0]),
    ]


def test_a_head_in_pieces_has_no_figures_of_its_own() -> None:
    """组织机构, the lower half of two heads, above the figures of the first row."""
    reading = a_cell_a_line((0, 1), heads=[*HEADS, "组织机构"])

    assert ("UNPLACED", paths(0), raw("组织机构", *figures(0))) in told(reading)
    assert ("UNPLACED", paths(0, 1), raw(labels(0)[0], *figures(1))) in told(reading)


def test_rows_in_the_middle_can_be_printed_so() -> None:
    """The row above has two rows of figures; what stands above it and below is read."""
    reading = a_cell_a_line((6, 7))

    assert reading.report == without(5, 6, 7)
    assert told(reading) == [
        ("UNPLACED", paths(5, 6), raw(labels(5)[0], *figures(5), *figures(6))),
        ("UNPLACED", paths(6, 7), raw(labels(6)[0], *figures(7))),
        ("UNPLACED", paths(7), labels(7)[0]),
    ]


def test_two_parts_can_be_printed_so() -> None:
    """What stands between them is read."""
    assert a_cell_a_line((0, 10)).report == without(0, 9, 10)


def test_a_blank_row_among_them_leaves_both_in_doubt() -> None:
    """Of 1 / label / 3 / label / label, one row is blank, and nobody knows which."""
    assert a_cell_a_line((0, 1, 2, 3), blank=(2,)).report == without(0, 1, 2, 3)


def test_where_all_rows_are_printed_so_each_note_names_both_rows() -> None:
    """The last label has no figures behind it."""
    reading = a_cell_a_line(range(len(ROWS)))

    assert reading.report == without(*range(len(ROWS)))
    assert [note.paths for note in reading.notes] == [
        paths(0),
        *(paths(number, number + 1) for number in range(len(ROWS) - 1)),
        paths(len(ROWS) - 1),
    ]


def test_a_number_of_a_page_above_the_first_row_is_none_of_its_figures() -> None:
    """One figure alone is no row of seven, though a row further down is blank."""
    assert a_cell_a_line((), blank=(5, 9), heads=[*HEADS, "3"]).report == without(5, 9)


def test_figures_above_the_label_of_the_first_row_are_of_the_table_though_its_heads_are_lost() -> None:
    """A page prints the heads in pieces that are no labels, or above a line of text."""
    reading = a_cell_a_line((0, 1), heads=())

    assert told(reading)[-3:] == [
        ("UNPLACED", paths(0), raw(*figures(0))),
        ("UNPLACED", paths(0, 1), raw(labels(0)[0], *figures(1))),
        ("UNPLACED", paths(1), labels(1)[0]),
    ]


@pytest.mark.parametrize("line", ["3", "本年收到 12 30"])
def test_other_lines_above_the_label_of_the_first_row_are_text(line: str) -> None:
    """The number of a page, and figures with words."""
    reading = a_cell_a_line((), heads=(line,))

    requests = reading.report.tables_2021().requests
    assert requests is not None
    assert requests.notes == [line]
    assert not told(reading)


def test_figures_above_the_heads_of_a_table_are_text() -> None:
    """They can be those of a list."""
    assert not a_cell_a_line((), heads=("12 30", *HEADS)).notes


@pytest.mark.parametrize("together", [(12, 13), (13,)])
def test_rows_that_are_a_line_each_are_sure(together: Collection[int]) -> None:
    """Those beside them have their figures above their labels; of the row above, figures alone could be the rest."""
    reading = a_row_a_line((12, 13), together)

    assert reading.report == without(11, 12, 13)
    assert set(paths(11, 12, 13)) == {path for _, named, _ in told(reading) for path in named}


def test_words_between_them_are_no_row_without_figures() -> None:
    """A page says that the table goes on; no row lacks the figures that it has too many."""
    assert a_cell_a_line((), heads=[*HEADS, "8", "9"], below="以下为续表内容").report == without()


def test_a_blank_row_below_rows_that_are_a_line_each_leaves_them_sure() -> None:
    """Figures stand above the label of another row, or above the first."""
    assert a_row_a_line((6,), (6,), cells={12: ""}).report == without(5, 6, 12)
    assert a_row_a_line((), (), cells={12: ""}, first="8 9").report == without(12)


def test_two_figures_beside_a_label_are_its_own() -> None:
    """5 5 beside 一, which are 自然人 and 总计, above 二, which has none."""
    reading = a_row_a_line((), (), cells={0: "5 5", 1: ""}, first="8 9")

    assert [gd.get(reading.report, path) for path in paths(0)] == [5, *[None] * 5, 5]


# Table II, a cell a line.


def above(*numbers: int, blank: Collection[int] = ()) -> list[str]:
    """Print table II with figures above the labels of some rows; blank cells are gone."""
    lines = printed(blanked(*(place for number in blank for place in PLACES[number])), cells_of)
    return [turned(line, numbers) for line in lines]


def cells_of(row: Sequence[str]) -> str:
    """Print a cell a line, blank ones not at all."""
    return "\n".join(filter(None, row))


def turned(row: str, numbers: Collection[int]) -> str:
    """Print the label of a row that is among these below its figures."""
    label, *cells = row.split("\n")
    return "\n".join([*cells, label] if label in LABELS and LABELS.index(label) in numbers else [label, *cells])


@pytest.mark.parametrize(
    ("lines", "unsure", "quoted"),
    [
        (above(3, 4), (7, 8), ["本年处理决定数量 | 9", "行政处罚 | 6", "行政强制"]),
        (above(2), (6,), ["本年处理决定数量 | 8", "行政许可"]),
        (above(0, 1), range(6), ["现行有效件数 | 1 | 7 | 3", "规章 | 2 | 5 | 4", "行政规范性文件"]),
    ],
)
def test_one_block_can_be_printed_so(lines: list[str], unsure: Sequence[int], quoted: list[str]) -> None:
    """The others are read."""
    assert read(lines) == (blanked(*unsure), quoted)


def test_a_blank_row_in_a_table_of_which_another_block_is_printed_so_can_be_either() -> None:
    """行政处罚 / 6 / 行政强制: where no figures of the table stand above their labels, 行政强制 is blank."""
    assert read(above(blank=(4,))) == (blanked(8), ["行政强制"])
    assert read(above(2, 4, blank=(3,))) == (
        blanked(6, 7, 8),
        ["本年处理决定数量 | 8", "行政许可", "行政处罚 | 6", "行政强制"],
    )


def test_two_rows_of_figures_behind_one_label_are_of_the_stretch_that_has_begun() -> None:
    """本年处理决定数量 / 9 / 行政处罚 / 6 / 5 / 行政强制: 9 can be of 行政处罚 all the same."""
    lines = "\n".join(above(3, 4)).replace("6\n行政强制", "6\n5\n行政强制")

    notes = gd.parse(f"{ABOVE_II}{lines}\n{BELOW_II}").notes

    decisions = [f"proactive_disclosure.{row}.decisions" for row in ("penalties", "compulsion")]
    assert [(note.paths, note.raw) for note in notes] == [
        ((decisions[0],), "本年处理决定数量 | 9"),
        (tuple(decisions), "行政处罚 | 6 | 5"),
        ((decisions[1],), "行政强制"),
    ]


def test_figures_above_labels_are_those_of_their_own_block() -> None:
    """A number above 行政许可 is not the figure that 行政强制 lacks."""
    lines = "\n".join(above(blank=(4,))).replace("行政许可", "2\n行政许可").split("\n")

    assert read(lines) == (blanked(8), ["本年处理决定数量 | 2", "行政强制"])


def test_a_figure_beside_the_label_of_a_row_of_one_is_its_own() -> None:
    """2 / 行政处罚 9 / 行政强制, which is blank."""
    lines = printed(blanked(8), lambda row: " ".join(filter(None, row)))
    lines.insert(lines.index("行政处罚 9"), "2")

    assert read(lines)[0] == blanked(8)


def test_a_row_of_an_offices_own_has_its_own_figures() -> None:
    """其他执法事项 | 7 above 行政处罚 and 行政强制, which is blank."""
    lines = "\n".join(above(blank=(4,))).replace("行政处罚", "其他执法事项\n7\n行政处罚").split("\n")

    assert read(lines)[0] == blanked(8)


def test_blank_cells_that_stand_there_are_those_of_their_row() -> None:
    """行政处罚 / 9 / 0 / 行政强制 and a blank line: of one figure too many, the other rows know nothing."""
    lines = "\n".join(printed(blanked(3, 4, 5, 8), with_blanks)).replace("行政处罚\n9", "行政处罚\n9\n0").split("\n")

    assert read(lines) == (blanked(3, 4, 5, 7, 8), ["行政处罚 | 9 | 0"])


def test_blank_cells_above_a_label_are_those_of_no_row_for_sure() -> None:
    """本年处理决定数量 / 9 / 行政处罚 / a blank line / 行政强制."""
    lines = "\n".join(printed(blanked(8), with_blanks)).replace("行政处罚\n9", "9\n行政处罚")
    lines = lines.replace("行政强制\n\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}\n行政强制")

    assert read(lines.split("\n")) == (blanked(7, 8), ["本年处理决定数量 | 9", "行政处罚", "行政强制"])


def with_blanks(row: Sequence[str]) -> str:
    """Print a cell a line, blank ones as a blank that is kept."""
    return "\n".join(cell or "\N{NO-BREAK SPACE}" for cell in row)


def test_figures_of_a_row_whose_label_is_lost_are_not_those_above_the_next_label() -> None:
    """Of 4.保护第三方合法权益 nothing but its figures is left, and another row of the table is blank."""
    lines = [*HEADS]
    for number in range(len(ROWS)):
        lines += [*(labels(number) if number != LOST else []), *(figures(number) if number != LAST else [])]

    reading = gd.parse(f"{ABOVE}{chr(10).join(lines)}\n{BELOW}")

    assert reading.report == without(LOST - 1, LOST, LAST)
    assert {path for note in reading.notes if note.code == "UNPLACED" for path in note.paths} == {
        *paths(LOST - 1, LOST, LAST)
    }


DECISIONS = "本年处理决定数量"
BOTH_HEADS = ("信息内容", DECISIONS)


@pytest.mark.parametrize(
    ("lines", "doubted"),
    [
        # The blank cell is that of 行政处罚, or of 行政强制 where 2 is that of 行政处罚.
        ((DECISIONS, "2", "行政处罚", "", "行政强制", "3", "行政事业性收费", ""), [None, 3]),
        (("2", "行政许可", "3", "行政处罚", "", "行政强制", "5"), [None, 2, 3, 4]),
        (("规章", "3", "4", "5", "1", "12", "4", "行政规范性文件", "", "", "", "行政许可", "8"), []),
        (("规章", "3", "4", "5", "1", "12", "4", "行政规范性文件", "", "", "", "8", "行政许可"), [0, 1, 2]),
        # Where nothing stands above 行政事业性收费, its cell is its own.
        ((*BOTH_HEADS, "5", *BOTH_HEADS, "2", "行政处罚", "", *BOTH_HEADS, "行政事业性收费", ""), [None, None, 3]),
    ],
)
def test_blank_cells_are_those_of_the_label_above_them_but_where_a_label_above_that_has_figures_too_many(
    lines: tuple[str, ...], doubted: list[int | None]
) -> None:
    """They can stand above their label as figures do."""
    grid = Grid(tuple((GridCell(line),) for line in lines), lines=True)
    rows = rows_of_lines(lines_of(grid), gd.ProactiveDisclosure, own=False)

    assert [row.number for row in rows if row.doubts >= UNPLACED] == doubted

"""What a table in lines prints, in pieces: its texts with the bars behind them, labels, and the cells behind these."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest

from govdisclosure import ProactiveDisclosure, Requests, ReviewAndLitigation
from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.reading.tables.lines import GridLine, Line, lines_of
from govdisclosure.reading.tables.pieces import (
    NO_CELL,
    Piece,
    are_opened,
    are_spaced,
    is_cell_a_line,
    joined,
    label_among,
    pieces_in_grid,
    pieces_in_lines,
    texts_of,
    unit_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.model.structure import Table

_Text: TypeAlias = tuple[str, list[int]]
_Label: TypeAlias = tuple[str, int, list[int]]
_Piece: TypeAlias = tuple[str, list[str], list[list[int]]]


def lines(*printed: str) -> list[Line]:
    """Give lines of text as those of a table, with bars between their cells."""
    return lines_of(Grid(tuple(tuple(map(GridCell, line.split("|"))) for line in printed), lines=True))


def texts(*printed: str, cls: type[Table] = ProactiveDisclosure, rows_end: bool = True) -> list[_Text]:
    """Give the texts of lines, each with the bars behind it."""
    return [(text.text, text.bars) for text in texts_of(lines(*printed), cls, rows_end=rows_end)]


def before(*printed: str, cls: type[Table] = ProactiveDisclosure, rows_end: bool = True) -> list[_Text]:
    """Give the texts of lines, each with the bars before it."""
    return [(text.text, text.before) for text in texts_of(lines(*printed), cls, rows_end=rows_end)]


def labels(*printed: str, cls: type[Table] = ProactiveDisclosure, rows_end: bool = True) -> list[_Label]:
    """Put the labels of lines together: each text with the number of its line and the bars behind it."""
    stated = lines(*printed)
    whole = joined(texts_of(stated, cls, rows_end=rows_end), cls, rows_end=rows_end)
    return [(text.text, stated.index(text.line), text.bars) for text in whole]


def unit(*printed: str, rows_end: bool = True) -> int:
    """Count the bars that a cell of lines has."""
    return unit_of(texts_of(lines(*printed), ProactiveDisclosure, rows_end=rows_end), rows_end=rows_end)


def pieces(*printed: str, cls: type[Table] = ProactiveDisclosure, rows_end: bool = True) -> list[_Piece]:
    """Part lines into labels, the cells behind each, and the bars behind all of these."""
    whole = joined(texts_of(lines(*printed), cls, rows_end=rows_end), cls, rows_end=rows_end)
    parted = pieces_in_lines(whole, cls, unit=unit_of(whole, rows_end=rows_end), rows_end=rows_end)
    return [(piece.label, piece.cells, piece.bars) for piece in parted]


# Texts, and the bars behind them


@pytest.mark.parametrize(
    ("printed", "behind"),
    [
        ("规章 | 3 |  |  | |||", [1, 1, 4]),  # between the last bars is no room for a cell
        ("规章 | 3 | |  | 4", [2, 1]),  # nor in one blank, where blank cells are two wide
        ("规章 | 3 | | 4", [1, 1]),  # one blank is a cell, before a figure
        ("规章 | 3 | |", [2]),  # before the last bar, one blank is but what stands around bars
        ("规章|3| |", [1, 1]),  # no cell has blanks around it: that blank is a cell
        ("规章|3||4", [2]),
    ],
)
def test_bars_without_room_for_a_cell_between_them_stand_together(printed: str, behind: list[int]) -> None:
    """How many blanks are room for a cell, the other cells tell."""
    assert texts(printed)[:2] == [("规章", [1]), ("3", behind)]


def test_a_line_of_which_only_the_words_are_known_has_its_bars_between_them() -> None:
    """What blanks stood around them is not told by the line."""
    known = texts_of([Line(("规章", "", "3"), None)], ProactiveDisclosure, rows_end=True)

    assert [(text.text, text.bars) for text in known] == [("规章", [2]), ("3", [])]


def test_blanks_of_a_blank_cell_are_none_around_a_text() -> None:
    """Only those beside a text tell that cells have blanks around it."""
    assert are_spaced(lines("规章 | 3"))
    assert not are_spaced(lines("规章| |3|  |"))


@pytest.mark.parametrize(
    ("printed", "opened"),
    [
        (["| 规章 | 3"] * 9 + ["行政许可 | 8"], True),  # one in ten may be put in by the page
        (["| 规章 | 3"] * 8 + ["行政许可 | 8"] * 2, False),
        (["规章 | 3 |"] + ["|||"] * 9, False),  # lines of bars alone do not count
        (["附表", "| 规章 | 3"], True),  # nor does a caption, one cell alone
        (["| 规章", "| 3"], True),  # where each line is one cell, all do
        (["规章", "3", *[""] * 18], False),
    ],
)
def test_lines_are_opened_by_a_bar_if_nearly_all_that_hold_a_text_are(printed: list[str], *, opened: bool) -> None:
    """A line in ten may differ."""
    assert are_opened(lines(*printed)) is opened


def test_bars_before_a_cell_are_behind_the_one_above_if_rows_go_on() -> None:
    """So are those on a line of their own; but a line of several cells is a row of its own."""
    assert texts("规章 | 22", "| 4", "|", rows_end=False) == [("规章", [1]), ("22", [1]), ("4", [1])]
    assert texts("行政许可 | 8", "| 规章 | 22 | |", rows_end=False) == [
        ("行政许可", [1]),
        ("8", []),
        ("规章", [1]),
        ("22", [2]),
    ]


def test_only_the_first_text_of_a_row_that_is_a_line_has_bars_before_it() -> None:
    """Without the one that opens each line."""
    assert before("| | 3 | 4") == [("3", [1]), ("4", [])]
    assert before("| | 3 | 4", rows_end=False) == [("3", []), ("4", [])]


def test_a_line_of_bars_is_a_row_of_table_four_only_where_a_row_is_a_line() -> None:
    """It is the row with nothing in it; where rows go on, the bars above the first text are no cells."""
    heads = ("| 行政复议 |", "| 结果维持 |")

    assert before(*heads, "|  |  |", cls=ReviewAndLitigation)[2:] == [("", [1, 1])]
    assert before("行政复议", "结果维持", "", cls=ReviewAndLitigation)[2:] == [("", [0])]
    assert texts("||", "总计 | 3", cls=ReviewAndLitigation, rows_end=False) == [("总计", [1]), ("3", [])]


def test_bars_below_each_row_fill_it_up() -> None:
    """Those above the first row fill nothing up, nor does a second line of them; a blank line has none."""
    assert texts("||", "规章 | 3 |", "||") == [("规章", [1]), ("3", [1, 2])]
    assert texts("规章 | 3 |", "||", "|||") == [("规章", [1]), ("3", [1, 2])]
    assert texts("规章 | 3 |", "") == [("规章", [1]), ("3", [1])]


def test_bars_below_each_short_row_fill_it_up_however_many_are_full() -> None:
    """Three of them at least: 7 | 5 | below heads in another style can have a blank cell on the next line."""
    full, short = ["规章 | 3 | 4 |"] * 4, ["行政许可 | 8 |", "|"]

    assert texts(*full, *short * 3)[-1] == ("8", [1, 1])
    assert texts(*full, *short * 2)[-1] == ("8", [1])
    assert texts(*full, *short * 3, "行政处罚 | 6 |")[-2:] == [("行政处罚", [1]), ("6", [1])]


def test_bars_before_a_figure_do_not_fill_up_the_row_above() -> None:
    """Though bars on a line of their own fill up nine in ten."""
    filled_up = ["规章 | 3 |", "||"] * 9

    assert texts(*filled_up, "规章 | 3 |", "| 4 |")[-2:] == [("3", [1]), ("4", [1])]


# Labels that are broken over lines


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        # A page of PDF: nothing stands between the parts.
        (("行政", "许可"), [("行政许可", 0, [])]),
        (("行政 | 3", "许可"), [("行政许可", 0, [1]), ("3", 0, [])]),
        (("行政", "许可 | 3"), [("行政许可", 0, [1]), ("3", 0, [])]),
        (("行政", "3", "许可"), [("行政许可", 0, [1]), ("3", 0, [])]),
        (("行政规范", "性文件", "2 | 0 | 4"), [("行政规范性文件", 0, [1]), ("2", 0, [1]), ("0", 0, [1]), ("4", 0, [])]),
        (("行政", "许可", "3"), [("行政许可", 0, []), ("3", 2, [])]),  # one figure may be of another row
        (("行政", "许可 |", "8 | 2"), [("行政许可", 0, [1]), ("8", 2, [1]), ("2", 2, [])]),  # a blank row
        (("行政", "许可 | 行政处罚 | 5"), [("行政许可", 0, [1]), ("行政处罚", 1, [1]), ("5", 1, [])]),
        (("行政", "许可（县级无此项） | 3"), [("行政许可（县级无此项）", 0, [1]), ("3", 0, [])]),
        (("| 行政", "许可 | 3"), [("行政许可", 0, [1]), ("3", 0, [])]),  # a bar that opens lines is no blank cell
        (("行政 |", "许可 | 3"), [("行政", 0, [1]), ("许可", 1, [1]), ("3", 1, [])]),  # a blank cell ends a label
    ],
)
def test_the_figures_of_a_label_in_two_parts_stand_beside_one_of_them_or_between_or_below(
    printed: Sequence[str], whole: list[_Label]
) -> None:
    """They are of its line; where a row is a line, a bar stands between it and them."""
    assert labels(*printed) == whole


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        (("行政 | 3", "许可"), [("行政许可", 0, [1]), ("3", 0, [])]),
        (("行政", "许可 | 3"), [("行政许可", 0, [1]), ("3", 0, [])]),
        (("行政", "3", "许可"), [("行政许可", 0, []), ("3", 0, [])]),
    ],
)
def test_where_rows_go_on_the_bars_are_those_between_the_parts_and_the_figures(
    printed: Sequence[str], whole: list[_Label]
) -> None:
    """Without any, none is put in."""
    assert labels(*printed, rows_end=False) == whole


def test_figures_below_a_label_that_has_its_own_are_not_of_it() -> None:
    """They are a row without a label."""
    assert labels("行政 | 3", "许可", "8 | 2") == [("行政许可", 0, [1]), ("3", 0, []), ("8", 2, [1]), ("2", 2, [])]


def test_words_beside_the_last_part_of_a_label_leave_it_whole() -> None:
    """A label can stand there; figures beside it, and beside the first part, would be those of two rows."""
    assert labels("行政 | 3", "许可 | 行政处罚 | 5") == [
        ("行政许可", 0, [1]),
        ("3", 0, []),
        ("行政处罚", 1, [1]),
        ("5", 1, []),
    ]
    assert labels("行政 | 3", "许可 | 5") == [("行政", 0, [1]), ("3", 0, []), ("许可", 1, [1]), ("5", 1, [])]


@pytest.mark.parametrize("last", [("事业性 | 4", "收费"), ("事业性", "4", "收费")])
def test_a_second_row_of_figures_ends_a_label_in_parts(last: Sequence[str]) -> None:
    """Figures beside two of its parts, or below two, are those of two rows."""
    assert [text for text, _, _ in labels("行政 | 3", *last)] == ["行政", "3", "事业性", "4", "收费"]


@pytest.mark.parametrize(("count", "whole"), [(15, "行政许可"), (16, "行政")])
def test_more_figures_than_a_row_has_end_a_label_in_parts(count: int, whole: str) -> None:
    """No row of the form has more than fifteen."""
    assert labels("行政", " | ".join("3" * count), "许可")[0][0] == whole


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (("行政", "事", "业性", "收", "费"), ["行政事业性收费"]),
        (("行", "政", "事", "业性", "收", "费"), ["行", "政", "事", "业性", "收", "费"]),
    ],
)
def test_a_label_is_broken_into_five_parts_at_most(parts: Sequence[str], whole: list[str]) -> None:
    """Six lines are none."""
    assert [text for text, _, _ in labels(*parts)] == whole


def test_a_label_with_a_remark_is_no_longer_than_two_hundred_characters() -> None:
    """What is longer is left in its parts."""
    for words, whole in (("本级" * 96, True), ("本级" * 97, False)):
        parts = f"规章（{words}", "现行有效） | 3"
        left = [("".join(parts)[:-4], 0, [1]), ("3", 0, [])]
        apart = [(parts[0], 0, []), ("现行有效）", 1, [1]), ("3", 1, [])]
        assert labels(*parts) == (left if whole else apart)


def test_the_end_of_a_head_is_no_part_of_the_label_below() -> None:
    """A bracket alone, which the page has put on a line of its own."""
    assert labels("）", "行政处罚 | 1") == [("）", 0, []), ("行政处罚", 1, [1]), ("1", 1, [])]


def test_what_ends_in_an_opening_bracket_goes_on_below() -> None:
    """Though it is a label already: of 部分公开, with the words in brackets or without."""
    rest = "区分处理的，只计这一情形，不计其他情形）"

    assert labels("（二）部分公开（", rest, cls=Requests) == [(f"（二）部分公开（{rest}", 0, [])]
    assert labels("（二）部分公开", rest, cls=Requests) == [("（二）部分公开", 0, []), (rest, 1, [])]


def test_a_blank_row_of_table_four_ends_a_head_in_parts() -> None:
    """What stands below it is no part of what stands above it."""
    printed = ("行政复议", "行政诉讼", "结果", "||", "维持")

    assert labels(*printed, cls=ReviewAndLitigation)[2:] == [("结果", 2, []), ("", 3, []), ("维持", 4, [])]


def test_a_label_on_which_its_figure_stands_is_no_part_of_another() -> None:
    """It has a figure, 5, so that the group above it is no part of its row."""
    assert labels("三、本年度办理结果", "（一）予以公开5", cls=Requests) == [
        ("三、本年度办理结果", 0, []),
        ("（一）予以公开", 1, []),
        ("5", 1, []),
    ]


def test_a_figure_is_no_number_of_the_label_below() -> None:
    """In 2.重复申请 | 3, and 其他 below it, 3 is no part of 3.其他."""
    assert labels("2.重复申请 | 3", "其他 | 5", cls=Requests, rows_end=False) == [
        ("2.重复申请", 0, [1]),
        ("3", 0, []),
        ("其他", 1, [1]),
        ("5", 1, []),
    ]


def test_a_number_in_a_cell_of_its_own_is_part_of_the_label_behind_it() -> None:
    """1. | 属于国家秘密 | 2 is one label and its figure; what is no number of it stays apart."""
    assert labels("1. | 属于国家秘密 | 2", cls=Requests) == [("1.属于国家秘密", 0, [1]), ("2", 0, [])]
    assert labels("2. | 属于国家秘密 | 2", cls=Requests)[0] == ("2.", 0, [1])


def test_the_sums_of_a_group_are_not_the_figures_of_its_first_row() -> None:
    """Where that has cells, which are blank; but a group whose words go on below has none."""
    printed = ("（三）不予公开 | 3", "1.属于国家秘密")

    assert labels(printed[0], f"{printed[1]} |", cls=Requests)[0] == ("（三）不予公开", 0, [1])
    assert labels(*printed, cls=Requests, rows_end=False)[0] == ("（三）不予公开", 0, [1])
    assert labels(*printed, cls=Requests) == [("（三）不予公开1.属于国家秘密", 0, [1]), ("3", 0, [])]
    # The label of the row is broken itself.
    assert labels("（三）不予公开 | 3", "1.属于国家", "秘密", cls=Requests, rows_end=False) == [
        ("（三）不予公开1.属于国家秘密", 0, [1]),
        ("3", 0, []),
    ]


@pytest.mark.parametrize("rows_end", [True, False])
def test_a_group_without_figures_is_part_of_the_label_below(*, rows_end: bool) -> None:
    """The form has both for the row."""
    assert labels("（三）不予公开", "1.属于国家秘密", cls=Requests, rows_end=rows_end) == [
        ("（三）不予公开1.属于国家秘密", 0, [])
    ]
    assert labels("三、本年度办理结果", "（一）予以公开", cls=Requests, rows_end=rows_end) == [
        ("三、本年度办理结果（一）予以公开", 0, [])
    ]


def test_the_end_of_a_label_can_be_one_of_another_spelling() -> None:
    """Where 行政 stands above 规范性文件, which is the name of the row in other forms, 行政 is no group with sums."""
    assert labels("行政 | 2 | 0 | 4", "规范性文件", rows_end=False) == [
        ("行政规范性文件", 0, [1]),
        ("2", 0, [1]),
        ("0", 0, [1]),
        ("4", 0, []),
    ]


def test_the_figures_of_a_group_are_not_those_of_a_row_further_down_in_it() -> None:
    """Of 2.重复申请 below （五）不予处理, the first row of the group is lost, and the figures may be of that one."""
    assert labels("（五）不予处理 | 3", "2.重复申请", cls=Requests) == [
        ("（五）不予处理", 0, [1]),
        ("3", 0, []),
        ("2.重复申请", 1, []),
    ]


def test_a_label_without_a_row_takes_no_figures_between_its_parts() -> None:
    """Neither a group, nor a head of table IV."""
    assert labels("（三） | 3", "不予公开", cls=Requests) == [("（三）", 0, [1]), ("3", 0, []), ("不予公开", 1, [])]
    assert labels("结果 | 3", "维持", cls=ReviewAndLitigation) == [("结果", 0, [1]), ("3", 0, []), ("维持", 1, [])]


def test_figures_beside_the_last_part_of_a_head_stay_on_their_line() -> None:
    """They are those of the row of table IV, which has no label."""
    printed = ("总", "计 | 1 | 0")

    assert labels(*printed, cls=ReviewAndLitigation) == [("总计", 0, [1]), ("1", 1, [1]), ("0", 1, [])]
    assert pieces(*printed, cls=ReviewAndLitigation)[-1] == ("", ["1", "0"], [[1], [1], []])


# How many bars a cell has


@pytest.mark.parametrize(("narrow", "bars"), [(1, 2), (2, 1)])
def test_a_gap_narrower_than_nearly_all_others_is_a_slip(narrow: int, bars: int) -> None:
    """One in ten tells how many bars a cell has, fewer do not."""
    assert unit(*["规章 || 3"] * 11, *["行政许可 | 8"] * narrow) == bars


def test_the_bars_at_the_ends_of_lines_are_those_of_cells_only_where_rows_go_on() -> None:
    """Where a row is a line, they are but what closes it."""
    printed = ("规章 || 3 |", "行政许可 || 8 |")

    assert (unit(*printed), unit(*printed, rows_end=False)) == (2, 1)


@pytest.mark.parametrize(
    ("printed", "a_line"),
    [
        (("规章 | 3", "行政许可", "8", "行政处罚", "3"), False),
        (("规章 | 3", "行政许可", "8", "行政处罚", "3", "|"), False),
        (("规章 | 3", "行政许可", "8", "行政处罚", "3", "行政强制"), True),
    ],
)
def test_a_cell_is_a_line_if_one_line_in_six_holds_several(printed: Sequence[str], *, a_line: bool) -> None:
    """Or fewer; lines of bars alone hold none, and do not count."""
    assert is_cell_a_line(lines(*printed)) is a_line


# The label of a line


@pytest.mark.parametrize(
    ("cells", "cls", "rows_end", "place"),
    [
        (("规章", "3"), ProactiveDisclosure, True, 0),
        (("", "3", "/"), ProactiveDisclosure, True, -1),
        (("/", "3"), ProactiveDisclosure, True, -1),
        (("主动公开", "规章3"), ProactiveDisclosure, True, 1),
        (("行政许可", "8", "行政处罚", "3"), ProactiveDisclosure, True, 2),
        (("其他主动公开文件", "7"), ProactiveDisclosure, True, 0),
        (("其他主动公开文件", "7"), ReviewAndLitigation, True, 0),
        (("其他主动公开文件", "另行统计的"), ReviewAndLitigation, True, -1),
        (("其他主动公开文件", "另行统计的"), ReviewAndLitigation, False, 0),
        (("其他主动公开文件", "另行统计的"), ProactiveDisclosure, True, 0),
        (("x", "7"), ReviewAndLitigation, True, -1),
        (("x", "7"), ProactiveDisclosure, True, 0),
        (("x", "7"), ProactiveDisclosure, False, -1),
        (("000000", "7"), ProactiveDisclosure, True, -1),
        (("（六）其他处理", "群众来信咨询", "3"), Requests, True, 1),
        (("3.其他", "群众来信咨询", "3"), Requests, True, 0),
        (("13000000(预算数)",), ReviewAndLitigation, False, -1),
    ],
)
def test_the_label_of_a_line_is_one_of_the_form_or_else_its_first_words(
    cells: tuple[str, ...], cls: type[Table], place: int, *, rows_end: bool
) -> None:
    """Where a row is a line, whatever is no figure; but of table IV words alone, beside which no others stand."""
    assert label_among(cells, cls, rows_end=rows_end) == place


# Labels, and the cells behind them


def test_each_label_of_the_form_begins_a_piece() -> None:
    """Two rows can stand on one line, and digits on a label."""
    assert pieces("行政许可 | 8 | 行政处罚 | 3", "行政强制0 |") == [
        ("行政许可", ["8"], [[1], [1]]),
        ("行政处罚", ["3"], [[1], []]),
        ("行政强制", ["0"], [[], [1]]),
    ]


def test_words_before_a_label_of_the_form_are_a_piece_of_their_own() -> None:
    """They are no cell of the row before them."""
    assert pieces("行政许可 | 本地自设事项 | 行政处罚 | 3") == [
        ("行政许可", [], [[1]]),
        ("本地自设事项", [], [[1]]),
        ("行政处罚", ["3"], [[1], []]),
    ]


def test_cells_without_a_label_are_a_piece_where_a_row_is_a_line() -> None:
    """Where rows go on, they are those of the row above, if there is any."""
    printed = ("规章 | 3 |", "| 0 | 4")

    assert pieces(*printed) == [("规章", ["3"], [[1], [1]]), ("", ["0", "4"], [[1, 1], [1], []])]
    assert pieces(*printed, rows_end=False) == [("规章", ["3", "0", "4"], [[1], [1, 1], [1], []])]
    assert pieces("0 | 4", rows_end=False) == [("", ["0", "4"], [[1], [1], []])]


def test_bars_that_fill_a_row_up_end_it_where_rows_go_on() -> None:
    """A figure below them is of another row, which has lost its label; be it a row of blank cells."""
    assert pieces("行政许可 | 8 ||", "3", rows_end=False) == [
        ("行政许可", ["8"], [[1], [2]]),
        ("", ["3"], [[1], []]),
    ]
    assert pieces("规章 | 1 |", "行政许可 ||", "3", rows_end=False)[1:] == [
        ("行政许可", [], [[2]]),
        ("", ["3"], [[1], []]),
    ]
    # The bars behind those are of cells of the other row.
    assert pieces("行政许可 | 8 | ||| | 3", rows_end=False) == [
        ("行政许可", ["8"], [[1], [1, 3]]),
        ("", ["3"], [[1, 1], []]),
    ]


@pytest.mark.parametrize(("printed", "ends"), [("规章 | 3 ||| 4", True), ("规章|3|||4", False)])
def test_where_a_row_is_a_line_bars_end_it_if_blanks_tell_them_from_cells(printed: str, *, ends: bool) -> None:
    """Without blanks around the texts, these bars can be those of blank cells."""
    apart = [("规章", ["3"], [[1], [3]]), ("", ["4"], [[1], []])]
    assert pieces("行政许可|8", printed)[1:] == (apart if ends else [("规章", ["3", "4"], [[1], [3], []])])


@pytest.mark.parametrize(
    ("printed", "rows_end", "wide"),
    [
        (("规章", "3 | 4", "5"), False, "3 | 4"),
        (("规章", "3", "4"), False, None),
        (("规章 | 3", "4"), True, None),
    ],
)
def test_where_rows_go_on_a_line_of_several_cells_is_kept_with_its_row(
    printed: Sequence[str], wide: str | None, *, rows_end: bool
) -> None:
    """On it each cell should have a text."""
    whole = texts_of(lines(*printed), ProactiveDisclosure, rows_end=rows_end)
    parted = pieces_in_lines(whole, ProactiveDisclosure, unit=1, rows_end=rows_end)

    assert parted[0].wide == (wide and lines(wide)[0])


@pytest.mark.parametrize(
    ("cells", "stated", "holds"),
    [
        (["", "3", " "], ["3"], True),
        (["", "000000"], ["000000"], True),
        (["/"], ["/"], True),
        (["", "件"], ["件"], False),
    ],
)
def test_digits_that_are_no_figure_count_as_one(cells: list[str], stated: list[str], *, holds: bool) -> None:
    """Blank cells are not stated; words are no figures."""
    piece = Piece("规章", lines("规章")[0], cells)

    assert (piece.stated, piece.holds_figures) == (stated, holds)


def test_what_fills_up_the_heads_of_table_four_stands_before_its_row() -> None:
    """Behind the last head it is no end of a row; behind a figure it is one."""
    assert pieces("总计 ||", "1 | 0", cls=ReviewAndLitigation, rows_end=False) == [("总计", ["1", "0"], [[2], [1], []])]
    assert pieces("总计 | 1 ||", "0", cls=ReviewAndLitigation, rows_end=False) == [
        ("总计", ["1"], [[1], [2]]),
        ("", ["0"], [[1], []]),
    ]


def test_blank_cells_between_those_without_bars_are_not_counted() -> None:
    """Only the last text of each line tells what stands behind it."""
    whole = texts_of(lines("规章 | 3", "4"), ProactiveDisclosure, rows_end=True)

    assert [piece.bars for piece in pieces_in_lines(whole, ProactiveDisclosure, unit=0, rows_end=True)] == [
        [[NO_CELL], []],
        [[0], []],
    ]


# Tables with true columns


def grid(*rows: Sequence[str], cls: type[Table] = ProactiveDisclosure) -> list[tuple[str, list[str], bool]]:
    """Part rows with true columns: the label and the cells of each, and whether a figure stood on the label."""
    parted = pieces_in_grid([GridLine(tuple(enumerate(row)), len(row), None) for row in rows], cls)
    return [(piece.label, piece.cells, piece.glued) for piece in parted]


def test_a_row_of_a_grid_is_its_label_and_the_cells_behind_it() -> None:
    """Groups before the label are left out; a row can have none."""
    assert grid(("规章", "3", "", "4"), ("", "8", "0", "2"), ("行政许可3", "", "")) == [
        ("规章", ["3", "", "4"], False),
        ("", ["", "8", "0", "2"], False),
        ("行政许可", ["3", "", ""], True),
    ]
    assert grid(("三、本年度办理结果", "（一）予以公开", "5"), cls=Requests) == [("（一）予以公开", ["5"], False)]


def test_in_a_grid_a_number_in_its_own_column_is_part_of_the_label() -> None:
    """1. | 属于国家秘密 | 2 has one label; a figure behind the label is no number."""
    assert grid(("（三）不予公开", "1.", "属于国家秘密", "2"), cls=Requests) == [("1.属于国家秘密", ["2"], False)]
    assert grid(("属于国家秘密", "2", "1"), cls=Requests) == [("属于国家秘密", ["2", "1"], False)]

"""Heads of columns that are broken over the lines of a printed page, a piece of each beside those of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from support.builders import build_report
from support.printers import print_report
from support.publishing.text import Line

import govdisclosure as gd
from govdisclosure.reading.tables.stacked_heads import stacked_in_other_order

if TYPE_CHECKING:
    from random import Random

    from support.publishing.sheets import Sheet
    from support.publishing.text import Printer, Rows

    from govdisclosure.model.structure import Table

REPORT: Final = build_report(published=None)
ABOVE: Final = ("行政复议 行政诉讼", "未经复议直接起诉 复议后起诉")
LETTERS: Final = (
    *("结 结 其 尚", "结 结 其 尚 结 结 其 尚", "果 果 他 未", "总计 果 果 他 未 总 果 果 他 未 总"),
    *("维 纠 结 审", "维 纠 结 审 计 维 纠 结 审 计", "持 正 果 结", "持 正 果 结 持 正 果 结"),
)
HALVES: Final = (
    "结果 结果 其他 尚未 总",
    "维持 纠正 结果 审结 计 结果 结果 其他 尚未 总 结果 结果 其他 尚未 总",
    "维持 纠正 结果 审结 计 维持 纠正 结果 审结 计",
)
TOTAL_FIRST: Final = (
    "总 结果 结果 其他 尚未",
    "计 维持 纠正 结果 审结 总 结果 结果 其他 尚未 总 结果 结果 其他 尚未",
    "计 维持 纠正 结果 审结 计 维持 纠正 结果 审结",
)


def on_a_page(heads: tuple[str, ...]) -> Printer:
    """Print a row a line, and table IV below heads that a page has broken over lines."""

    def table(sheet: Sheet, rng: Random) -> Rows:
        del rng
        rows = [Line(" ".join(cell.text.replace("\n", "") for cell in row if cell.text)) for row in sheet.rows]
        return iter([*map(Line, (*ABOVE, *heads)), rows[-1]] if len(sheet.rows[-1]) > 10 else rows)

    return table


@pytest.mark.parametrize("heads", [LETTERS, HALVES])
def test_heads_of_which_a_piece_stands_on_each_line_are_those_of_the_form(heads: tuple[str, ...]) -> None:
    """Be it a letter of each: the figures below them are read."""
    assert gd.parse(print_report(REPORT, on_a_page(heads))) == gd.Reading(REPORT)


@pytest.mark.parametrize(
    "heads",
    [
        TOTAL_FIRST,
        tuple(line.replace("维 纠", "纠 维").replace("持 正", "正 持") for line in LETTERS),
    ],
)
def test_heads_in_pieces_that_stand_in_another_order_leave_all_cells_noted(heads: tuple[str, ...]) -> None:
    """The figures are read as on the form, which is not what they are; the heads are quoted."""
    reading = gd.parse(print_report(REPORT, on_a_page(heads)))

    paths = tuple(cell.path for cell in gd.cells(REPORT) if cell.path.startswith("review_and_litigation."))
    pieces = [piece for line in heads for piece in line.split()]
    assert reading.report == REPORT
    assert [(note.code, note.paths) for note in reading.notes] == [("LABEL-ODD", paths)]
    assert set((reading.notes[0].raw or "").split(" | ")) == set(pieces)


def stacked(*lines: str, cls: type[Table] = gd.ReviewAndLitigation) -> list[str] | None:
    """Give the pieces of heads on lines that are those of the form in another order; None where they tell nothing."""
    return stacked_in_other_order([[line] for line in lines], cls)


def test_only_all_heads_of_the_form_in_pieces_tell_of_their_order() -> None:
    """A letter that is lost, one that is put in, and pieces of two heads without a blank between them tell nothing."""
    assert stacked(*ABOVE, *LETTERS) == stacked(*HALVES) == []
    assert stacked(*ABOVE, *TOTAL_FIRST) == [piece for line in TOTAL_FIRST for piece in line.split()]
    assert stacked(*ABOVE, *TOTAL_FIRST[:2]) is None
    assert stacked(*TOTAL_FIRST, "备注") is None
    assert stacked(TOTAL_FIRST[0].replace("总 结果", "总结果"), *TOTAL_FIRST[1:]) is None


def test_heads_that_can_be_told_apart_in_too_many_ways_tell_nothing() -> None:
    """As where a letter stands on each line, and in no order."""
    many = "结结结其尚总其尚总果果他未果他"
    letters = "".join(piece for line in TOTAL_FIRST for piece in line.split())
    for letter in many:
        letters = letters.replace(letter, "", 1)

    assert stacked(*many, *reversed(letters)) is None


def test_a_rule_among_heads_is_no_piece_of_them() -> None:
    """Nor does it take long to tell the heads apart below a rule of a column each, or a letter of each on one line."""
    whole = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    letters = " ".join("".join(whole))

    assert stacked(" ".join(whole), " ".join(["---"] * 15), " ".join(whole * 2)) is None
    assert stacked(letters, f"{letters} {letters}") is None
    assert stacked("--- ---", *ABOVE, *TOTAL_FIRST) == [piece for line in TOTAL_FIRST for piece in line.split()]

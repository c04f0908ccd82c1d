"""How the form lays its tables out, and what of it is known again in a printed table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

import govdisclosure as gd
from govdisclosure.reading.tables.layout import are_spans_filled, lowest_heads, rows_of_heads, states_figure

if TYPE_CHECKING:
    from collections.abc import Sequence

RULES: Final = "第二十条第（一）项"
LICENSING: Final = "第二十条第（五）项"


def test_the_heads_above_the_figures_of_table_iii_stand_in_two_rows() -> None:
    """自然人 and 总计 reach down beside the five kinds of legal persons, and so stand in the row above these."""
    legal_persons = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")

    assert lowest_heads(gd.Requests) == ("自然人", *legal_persons, "总计")
    assert rows_of_heads(gd.Requests)[-2:] == [("自然人", "法人或其他组织", "总计"), legal_persons]


@pytest.mark.parametrize(
    ("stated", "are_filled"),
    [
        # Captions over four columns, written into each of them
        ([*[RULES] * 4, *[LICENSING] * 4], True),
        # One alone can stand there twice by mistake.
        ([*[RULES] * 4, LICENSING], False),
        # Blank cells side by side are no words that span several columns.
        ([*[RULES] * 4, "规章", "", "", ""], False),
        # A head and a label of one column each, printed twice by mistake
        (["本年制发件数", "本年制发件数", "规章", "规章"], False),
    ],
)
def test_words_that_span_columns_are_written_into_each_if_two_of_them_are(
    stated: Sequence[str], *, are_filled: bool
) -> None:
    """第二十条第（一）项 | 第二十条第（一）项 | …, and 第二十条第（五）项 | 第二十条第（五）项 | …."""
    assert are_spans_filled(stated, gd.ProactiveDisclosure) is are_filled


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("总计：46", True),
        ("（自然人）40件", True),
        ("总计（7）", False),
        ("1.自然人", False),
        ("２、自然人", False),
        ("3其他", False),  # the label of a row
        ("总计①", False),  # the number of a remark
        ("自然人", False),
    ],
)
def test_a_head_and_its_figure_can_stand_in_one_cell(text: str, *, states: bool) -> None:
    """In brackets behind it stands the number of its column, in front of it its own."""
    assert states_figure(text, gd.Requests) is states

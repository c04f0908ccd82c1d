"""What single cells and paragraphs can hold."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from govdisclosure.model.declare import Kind
from govdisclosure.model.report import HEADINGS, TABLE_CLASSES
from govdisclosure.model.structure import nodes
from govdisclosure.model.values import MAX_DIGITS, NA, NONCHARACTERS, UNITS, Amount

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue, Count

_LARGEST: Final = 10**MAX_DIGITS - 1

_LABELS: Final = sorted({node.declared.label for cls in TABLE_CLASSES for node in nodes(cls)})

# What a format could take for something else than the words of a paragraph.
_AWKWARD: Final = [
    *(
        "",
        " ",
        "\t",
        "\u3000",
        "\u00a0",
        "  两头有空格  ",
        "\ttab\t",
        "\u2028",
        "\u2029",
        "零\u200b宽",
        "\ufeff",
        "字\ufeff中",
    ),
    *HEADINGS.values(),
    *(f"{heading}\u3000" for heading in HEADINGS.values()),
    *(
        "一、概述",
        "二、",
        "（一）主动公开情况",
        "七、附件",
        "四、 结转下年度继续办理",
        "收到和處理政府信息公開申請情況",
    ),
    *("规章 | 0 | 0 | 0 |", "| 规章 | 0 | 0 | 0 |", "|", "||", " | ", "| --- | --- |", "0", "/", "12", "规章\t0\t0\t0"),
    *('"', '"字"', '"\\u0041"', '""', "'", "null", "[]", "{}", '{"a": 1}', "\\", "\\n", "\\|", "\\\\", "\\#"),
    *(
        'govdisclosure："1"',
        "标题：null",
        '机关性质："government"',
        "年度：2021",
        "发布日期：2022-01-20",
        "标题: x",
        "前言：[]",
    ),
    *(
        "# 标题",
        "- 项",
        "1. 项",
        "> 引",
        "```",
        "***",
        "<b>",
        "<br>",
        "&amp;",
        "&#13;",
        "&nbsp;",
        "<!-- -->",
        "]]>",
        "<table>",
    ),
    *(
        "開(kāi)",
        "公(gong)(gong)",
        "政(zhèng)府信息公開(kāi)",
        "两个标题一、总体情况二、主动公开政府信息情况",
        "é",
        "e\u0301",
        "𠮷",
        "👩‍👩‍👧",
    ),
    *(
        "2021年政府信息公开工作年度报告",
        "示例县人民政府2021年政府信息公开工作年度报告",
        "2021年1月1日至2021年12月31日",
        "无。",
    ),
]

_TEXT: Final = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\t", exclude_characters=NONCHARACTERS),
    max_size=8,
)
_PIECE: Final = st.one_of(st.sampled_from(_AWKWARD), st.sampled_from(_LABELS), _TEXT)
_PIECES: Final = st.one_of(_PIECE, st.lists(_PIECE, min_size=2, max_size=4).map("".join))


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """Draw any line of text that the model accepts, most of it apt to be taken for something else by a format."""
    return draw(_PIECES)


def counts() -> st.SearchStrategy[Count]:
    """Draw what a cell of pieces can hold: a blank, ``NA``, nought, any count of at most 18 digits."""
    return st.one_of(st.sampled_from([None, 0, NA, 1, 12, _LARGEST]), st.integers(0, _LARGEST))


def amounts() -> st.SearchStrategy[Decimal]:
    """Draw any amount of money that the model accepts: at most 18 digits, at most 17 of them decimals."""
    some = st.sampled_from([Decimal(text) for text in ("0", "0.00", "0.0000001", "96171.6", "35.650", "1" * 18)])
    return st.one_of(some, st.builds(_amount, st.integers(0, _LARGEST), st.integers(0, MAX_DIGITS - 1)))


def _amount(digits: int, decimals: int) -> Decimal:
    return Decimal(f"{digits}E-{decimals}")


LINE: Final = paragraphs()
NARRATIVE: Final = st.lists(LINE, max_size=3)
_UNIT: Final = st.sampled_from([None, *UNITS])
CELLS: Final[dict[Kind, st.SearchStrategy[CellValue]]] = {
    Kind.COUNT: counts(),
    Kind.CHANGE: st.one_of(counts(), st.integers(-_LARGEST, _LARGEST)),
    Kind.MONEY: st.one_of(st.sampled_from([None, NA]), amounts()),
    Kind.MONEY_WITH_UNIT: st.one_of(st.sampled_from([None, NA]), st.builds(Amount, amounts(), _UNIT)),
}

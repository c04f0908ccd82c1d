"""How a figure is printed in a cell, and what a printed cell means."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, cast

from govdisclosure.form.stand_ins import STAND_INS
from govdisclosure.model.declare import Declaration, Kind
from govdisclosure.model.values import MAX_DIGITS, NA, UNITS, Amount, CellValue, plain
from govdisclosure.vocabulary.fold import fold, fold_figure, header_key, without_remarks
from govdisclosure.vocabulary.letters import HAN
from govdisclosure.vocabulary.memory import remembered

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from govdisclosure.model.values import Unit

PLAIN: Final[dict[str, CellValue]] = {"": None, "/": NA, **{str(number): number for number in range(1_000)}}
"""What nearly every cell of counts prints, and what it means."""

_NOT_APPLICABLE: Final = frozenset({"/", "-", "--", "—", "——", "–", "不适用", "无", "N/A", "n/a"})
_WHOLE: Final = r"(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)"
_DIGITS_ALONE: Final = re.compile(rf"[1-9][0-9]{{0,{MAX_DIGITS - 1}}}")
_PIECES: Final = r"\s*(?:件|条|宗|份|例|项|个|起)?"
_COUNT: Final = re.compile(rf"({_WHOLE}){_PIECES}")
_CHANGE: Final = re.compile(rf"(?:([+-]|增加?|减少?)\s*)?({_WHOLE}){_PIECES}")
_MONEY: Final = re.compile(rf"({_WHOLE}(?:\.[0-9]+)?)\s*(元|万元)?")
# 约1300万元, 人民币1300元整, 1.3亿元
_AMOUNT: Final = re.compile(
    "(?:约|近|超过?|人民币|[共合总]计|[￥¥]){0,2}[0-9][0-9.,]*[余多]?(?:[十百千万亿]+元?|元)(?:整|左右|以[上内])?(?:/年)?"
)
_UNIT: Final = re.compile("[十百千万亿]*元")
# 元, （万元）, 多万元, 万件, %, and remarks on amounts: （预算数）, （含滞纳金）, but not （行政许可） or （以下空白）
_REST: Final = re.compile(
    "(?:[(]?(?:[余多]?[十百千万亿]*元整?|[余多]?[百千万亿]+件?|[%‰])[)]?)?"
    f"(?:[(](?:不?含|其中|预算|决算|估|约|合计|累计|实[收际])[{HAN}]{{0,6}}[)])?"
)
_LETTER: Final = re.compile(f"[{HAN}]")
# ［不显示］5, ［输入框］
_STAND_IN: Final = re.compile("|".join(STAND_INS))
# What people write in place of a figure, and the form does not allow
_ANSWER: Final = re.compile(
    "[不未没无]有?(?:涉及|发生|变化?|统计|产生)|没有|不详|暂无|(?:与?上年(?:度|同期)?|同比|基本|两年)?(?:持平|相同|不变)"
)
# 3万元整 aside, a figure with its unit holds two characters of Chinese at most.
_LEAST_WORDS: Final = 3
# A figure has 18 digits, five marks between them, a sign in words and a unit, and there may be blanks around it.
_LONGEST: Final = 40
_NOUGHT: Final = "零"
_POINTS: Final = ".,,，．"


class UnreadableError(ValueError):
    """A cell that holds something else than the form allows."""


def print_figure(value: CellValue) -> str:
    """Print the value of a cell: nothing for a blank, "/" for ``NA``, every digit of an amount."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return plain(value)
    return "/" if value is NA else str(value)


def is_blank(text: str) -> bool:
    """Tell whether a printed cell is left blank: nothing in it but blanks of any kind."""
    return not text or (not text[0].isalnum() and not fold(text))


def without_blanks(cells: Collection[str]) -> list[str]:
    """Give those of printed cells that are not left blank."""
    if all(map(str.isalnum, cells)):
        return [*cells]
    return [cell for cell in cells if not is_blank(cell)]


@remembered
def is_figure(text: str) -> bool:
    """Tell whether a printed cell holds something that the form allows in some cell: a figure, or "/" in its forms."""
    if len(text) > _LONGEST:
        return False
    printed = fold_figure(text).strip()
    return (
        _CHANGE.fullmatch(printed) is not None
        or _MONEY.fullmatch(printed) is not None
        or printed == _NOUGHT
        or fold(printed) in _NOT_APPLICABLE
    )


def has_only_digits(text: str) -> bool:
    """Tell whether a text is a figure or what is left of one: 00 of 400, .65 of 35.65, 000000."""
    return text.strip(_POINTS).isdigit()


def is_part_of_figure(text: str) -> bool:
    """Tell whether a text can be a figure, or what is left of one."""
    return is_figure(text) or has_only_digits(text)


@remembered
def is_damaged_figure(text: str) -> bool:
    """Tell whether a cell holds a figure with a remark, 13000000(预算数), or an amount in other words: 约1300万元."""
    if len(text) > _LONGEST:
        return False
    # .5, the rest of a figure; 0.5万元（预算数）, which is none without its point
    is_with_remark = is_figure(header_key(text)) or is_figure(without_remarks(text))
    return is_with_remark or _AMOUNT.fullmatch(fold_figure(text)) is not None


def _goes_on(text: str, rest: str) -> bool:
    """Tell whether a figure goes on in a text, which is its unit or a remark on it: 5000 and 元, or （预算数）."""
    if not 0 < len(rest) <= _LONGEST:
        return False
    is_amount = is_figure(text) or is_damaged_figure(text)
    return is_amount and _REST.fullmatch(fold_figure(rest).strip()) is not None


def is_broken_below(cells: Sequence[str], below: Sequence[str]) -> bool:
    """Tell whether the last cell of a line, which no bar ends, is a figure that goes on in the first of the next."""
    return bool(cells and below) and _goes_on(cells[-1].strip(), below[0])


def is_answer(text: str) -> bool:
    """Tell whether a printed cell holds words in place of a figure: 不涉及, 持平."""
    return len(text) <= _LONGEST and _ANSWER.fullmatch(fold(text)) is not None


@remembered
def is_words(text: str) -> bool:
    """Tell whether a printed cell holds words, as a label does, and not those in place of what could be read."""
    return not is_figure(text) and not is_answer(text) and len(_LETTER.findall(_STAND_IN.sub("", text))) >= _LEAST_WORDS


def unit_in(column_head: str) -> str | None:
    """Give the unit of money that a column head names."""
    # 采购总金额（万元）
    unit = _UNIT.search(fold(column_head))
    return unit and unit.group()


def read_counts(texts: Collection[str]) -> list[CellValue] | None:
    """Read what is printed in cells that hold counts if all are as plain as most are; None where one is not."""
    try:
        return list(map(PLAIN.__getitem__, texts))
    except KeyError:
        return None


def read_figure(text: str, declared: Declaration, head_unit: str | None = None) -> CellValue:
    """
    Read what is printed in a cell that is declared to hold a count, a change or an amount.

    Args:
        text: What is printed.
        declared: The declaration of the cell.
        head_unit: The unit of money that the column head above it names.

    Raises:
        UnreadableError: If it is neither blank, nor "/" in one of its forms, nor such a figure.
    """
    if declared.kind is Kind.COUNT and (text in PLAIN or _DIGITS_ALONE.fullmatch(text)):
        return PLAIN[text] if text in PLAIN else int(text)
    if is_blank(text):
        return None
    # Blanks inside a figure are kept, since 1 2 is no 12.
    printed = fold_figure(text).strip()
    # —
    if fold(printed) in _NOT_APPLICABLE:
        return NA
    if declared.kind.is_money:
        return _read_money(printed, declared, head_unit)
    # 零
    if printed == _NOUGHT:
        return 0
    # 减少3条 where a change is due, 1,234件 where a count is.
    pattern = _CHANGE if declared.kind is Kind.CHANGE else _COUNT
    matched = pattern.fullmatch(printed)
    if matched is None:
        raise UnreadableError(text)
    sign, digits = matched.groups() if declared.kind is Kind.CHANGE else (None, matched[1])
    number = int(_digits(digits, text))
    return -number if sign is not None and sign[0] in "-减" else number


def _read_money(printed: str, declared: Declaration, head_unit: str | None) -> CellValue:
    matched = _MONEY.fullmatch("0" if printed == _NOUGHT else printed)
    if matched is None:
        raise UnreadableError(printed)
    value, unit = Decimal(_digits(matched[1], printed)), cast("Unit | None", matched[2] or head_unit)
    units = UNITS if declared.kind is Kind.MONEY_WITH_UNIT else {declared.unit}
    # 采购总金额（千元）, or 3500元 where 万元 are due: nobody knows which of the two is wrong.
    if unit is not None and unit not in units:
        # 0元: nought is nought in any unit.
        if value != 0:
            raise UnreadableError(printed)
        unit = None
    return Amount(value, unit) if declared.kind is Kind.MONEY_WITH_UNIT else value


def _digits(digits: str, text: str) -> str:
    without_groups = digits.replace(",", "")
    if len(without_groups.replace(".", "")) > MAX_DIGITS:
        raise UnreadableError(text)
    return without_groups

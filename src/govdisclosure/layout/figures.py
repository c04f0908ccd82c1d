"""How a figure is printed in a cell, and what a printed cell means."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, cast

from govdisclosure.layout.fold import fold, fold_characters
from govdisclosure.model._declare import Declaration, Kind
from govdisclosure.model.values import MAX_DIGITS, NA, Amount, CellValue, plain

if TYPE_CHECKING:
    from govdisclosure.model.values import Unit

_NOT_APPLICABLE: Final = frozenset({"/", "-", "--", "—", "——", "–", "不适用", "无", "N/A", "n/a"})
_WHOLE: Final = r"(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)"
_COUNT: Final = re.compile(rf"({_WHOLE})(?:件|条|宗|份|例|项|个|起)?")
_CHANGE: Final = re.compile(rf"([+-]|增加?|减少?)?({_WHOLE})(?:件|条|宗|份|例|项|个|起)?")
_MONEY: Final = re.compile(rf"({_WHOLE}(?:\.[0-9]+)?)(元|万元)?")
_NOUGHT: Final = "零"


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
    return not fold(text)


def read_figure(text: str, declared: Declaration) -> CellValue:
    """
    Read what is printed in a cell that is declared to hold a count, a change or an amount.

    Raises:
        UnreadableError: If it is neither blank, nor "/" in one of its forms, nor such a figure.
    """
    if is_blank(text):
        return None
    # Blanks inside a figure are kept, since 1 2 is no 12; the minus of typography becomes the plain one.
    printed = fold_characters(text).strip().replace("−", "-")
    if fold(printed) in _NOT_APPLICABLE:
        return NA
    if declared.kind in {Kind.MONEY, Kind.MONEY_WITH_UNIT}:
        return _read_money(fold(printed) if printed.endswith("元") else printed, declared)
    if printed == _NOUGHT:
        return 0
    pattern = _CHANGE if declared.kind is Kind.CHANGE else _COUNT
    matched = pattern.fullmatch(printed)
    if matched is None:
        raise UnreadableError(text)
    sign, digits = matched.groups() if declared.kind is Kind.CHANGE else (None, matched[1])
    number = int(_digits(digits, text))
    return -number if sign is not None and sign[0] in "-减" else number


def _read_money(printed: str, declared: Declaration) -> CellValue:
    matched = _MONEY.fullmatch("0" if printed == _NOUGHT else printed)
    if matched is None:
        raise UnreadableError(printed)
    value, unit = Decimal(_digits(matched[1], printed)), cast("Unit | None", matched[2])
    if declared.kind is Kind.MONEY_WITH_UNIT:
        return Amount(value, unit)
    if unit not in {None, declared.unit}:
        raise UnreadableError(printed)
    return value


def _digits(digits: str, text: str) -> str:
    found = digits.replace(",", "")
    if len(found.replace(".", "")) > MAX_DIGITS:
        raise UnreadableError(text)
    return found

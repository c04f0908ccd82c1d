"""Whether what words state of last year's figure and of this year's holds of the two, and what holds instead."""

from __future__ import annotations

import enum
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.claims.yearly import Form
from govdisclosure.model.message import Message
from govdisclosure.model.values import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govdisclosure.claims.yearly import Statement

_ROUGHLY: Final = Fraction(1, 4)
"""Words such as 翻一番 are meant roughly: only what is off by more than this part of it is wrong."""
_PER_CENT: Final = 100
_SHOWN: Final = 2
"""Decimals that a share or a multiple is shown with at most, if the words have fewer."""


class Truth(enum.Enum):
    """What is to be said of a statement."""

    HOLDS = "holds"
    """It holds, or nobody can tell: there is no share of nought."""
    TRUNCATED = "truncated"
    """Decimals were cut off where they had to be rounded: 42.8 for 42.86."""
    WRONG = "wrong"
    """It does not hold."""


@frozen
class Pair:
    """
    A figure of last year and the same of this year.

    Args:
        before: Last year's.
        after: This year's.
    """

    before: int | Decimal
    after: int | Decimal

    @property
    def change(self) -> Fraction:
        """How much more it is this year."""
        return Fraction(self.after) - Fraction(self.before)

    @property
    def multiple(self) -> Fraction:
        """How many times last year's figure this year's is; last year's must not be nought."""
        return Fraction(self.after) / Fraction(self.before)


def truth(statement: Statement, pair: Pair) -> Truth:
    """Tell whether a statement holds of a figure and the one of the year before."""
    form, stated = statement.form, Fraction(statement.value)
    if form in _AMOUNTS:
        return _told(_AMOUNTS[form](pair) == stated)
    if not pair.before:
        return Truth.HOLDS
    if form in _SHARES:
        return _of_share(_SHARES[form](pair), stated, statement.places)
    return _told(_MULTIPLES[form](pair, stated, statement.places))


def computed(statement: Statement, pair: Pair) -> int | str:
    """Give what the figures have in the place of what the words state: ``3``, ``"33.3%"``, ``"1.25"``."""
    form = statement.form
    if form in _AMOUNTS:
        return _count(_AMOUNTS[form](pair))
    if form in _SHARES:
        return _written(_SHARES[form](pair), statement.places, fixed=True) + "%"
    return _written(pair.multiple - (form is Form.TIMES_MORE), max(statement.places, _SHOWN))


def written(statement: Statement) -> int | str:
    """Give what the words state, in the same way."""
    if statement.form in _AMOUNTS:
        return _count(Fraction(statement.value))
    if statement.form is Form.HALVED:
        return "0.5"
    if statement.form is Form.DOUBLED:
        return str(2 ** int(statement.value))
    return plain(statement.value) + ("%" if statement.form in _SHARES else "")


def in_words(statement: Statement, pair: Pair) -> Message:
    """Say what the figures come to, for a message: 增加 3 件, 增长 33.3%, 是上年的 1.25 倍."""
    if statement.form in {Form.WAS, Form.NOW}:
        return Message("与所述不符", "that is not what is said")
    if statement.form in _MULTIPLES:
        times = _written(pair.multiple, max(statement.places, _SHOWN))
        return Message(f"本年是上年的 {times} 倍", f"this year's is {times} times last year's")
    if statement.form is Form.PERCENT:
        shown = computed(statement, pair)
        return Message(f"本年是上年的 {shown}", f"this year's is {shown} of last year's")
    if not pair.change:
        return Message("两年持平", "both are the same")
    up = pair.change > 0
    if statement.form in _SHARES:
        share = _written(abs(pair.change) / Fraction(pair.before) * _PER_CENT, statement.places, fixed=True)
        return Message(f"{'增长' if up else '下降'} {share}%", f"that is {share}% {'more' if up else 'less'}")
    amount = _written(abs(pair.change), _SHOWN)
    return Message(f"{'增加' if up else '减少'} {amount}", f"that is {amount} {'more' if up else 'fewer'}")


def _told(holds: bool) -> Truth:
    return Truth.HOLDS if holds else Truth.WRONG


def _of_share(share: Fraction, stated: Fraction, places: int) -> Truth:
    if _rounds_to(share, stated, places):
        return Truth.HOLDS
    return Truth.TRUNCATED if stated <= share < stated + Fraction(1, 10**places) else Truth.WRONG


def _rounds_to(exact: Fraction, stated: Fraction, places: int) -> bool:
    """Tell whether a number is another one rounded to so many decimals; a tie either way."""
    return abs(exact - stated) <= Fraction(1, 2 * 10**places)


def _is_multiple(multiple: Fraction, stated: Fraction, places: int) -> bool:
    """Tell whether a number of times is meant; a whole number exactly, one with decimals is rounded."""
    return multiple == stated if places == 0 else _rounds_to(multiple, stated, places)


def _is_fold(pair: Pair, stated: Fraction, _: int) -> bool:
    whole = Fraction(2) ** int(stated)
    return abs(pair.multiple - whole) <= whole * _ROUGHLY


def _is_half(pair: Pair, _: Fraction, __: int) -> bool:
    # Of 13, a half is 6 or 7.
    return abs(Fraction(pair.after) - Fraction(pair.before) / 2) <= Fraction(1, 2)


def _grown_by(pair: Pair, stated: Fraction, places: int) -> bool:
    # 增长2倍 is used for three times and for twice as many.
    return _is_multiple(pair.multiple, stated, places) or _is_multiple(pair.multiple - 1, stated, places)


_AMOUNTS: Final[Mapping[Form, Callable[[Pair], Fraction]]] = {
    Form.MORE: lambda pair: pair.change,
    Form.FEWER: lambda pair: -pair.change,
    Form.WAS: lambda pair: Fraction(pair.before),
    Form.NOW: lambda pair: Fraction(pair.after),
    Form.SAME: lambda pair: pair.change,
}
_SHARES: Final[Mapping[Form, Callable[[Pair], Fraction]]] = {
    Form.UP: lambda pair: (pair.multiple - 1) * _PER_CENT,
    Form.DOWN: lambda pair: (1 - pair.multiple) * _PER_CENT,
    Form.PERCENT: lambda pair: pair.multiple * _PER_CENT,
}
_MULTIPLES: Final[Mapping[Form, Callable[[Pair, Fraction, int], bool]]] = {
    Form.TIMES: lambda pair, stated, places: _is_multiple(pair.multiple, stated, places),
    Form.TIMES_MORE: _grown_by,
    Form.DOUBLED: _is_fold,
    Form.HALVED: _is_half,
}


def _count(number: Fraction) -> int | str:
    """Give a whole number as it is, and an amount of money as text."""
    return int(number) if number.denominator == 1 else _written(number, _SHOWN)


def _written(number: Fraction, places: int, *, fixed: bool = False) -> str:
    """Write a number with so many decimals, halves up; without noughts at the end unless the decimals are fixed."""
    scaled = number * 10**places
    whole = (abs(scaled) + Fraction(1, 2)).__floor__()
    digits = f"{whole:0{places + 1}d}"
    sign = "-" if scaled < 0 and whole else ""
    shown = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return sign + (shown if fixed or not places else shown.rstrip("0").rstrip("."))

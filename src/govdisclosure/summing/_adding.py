"""Adding cells: what is stated is summed, and a blank adds nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from govdisclosure.model.money import EXACT, WORTH
from govdisclosure.model.values import NA, Amount, NAType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.model.values import CellValue

Figure: TypeAlias = int | Decimal


def add(values: Iterable[CellValue]) -> CellValue:
    """
    Add cells of one kind, in any order and grouping.

    Numbers are summed; with no number, "/" is what is left, and a blank only where all are. An amount that does not say
    its unit adds nothing, as if it was blank. Of amounts in 元 and in 万元 the sum is in 元.
    """
    total: CellValue = None
    for value in values:
        total = _plus(total, None if is_unclear(value) else value)
    return total


def is_unclear(value: CellValue) -> bool:
    """Tell whether a value is an amount whose unit is not said."""
    return isinstance(value, Amount) and value.unit is None


def _plus(one: CellValue, other: CellValue) -> CellValue:
    if one is None or (isinstance(other, int | Decimal | Amount) and one is NA):
        return other
    if other is None or isinstance(other, NAType):
        return one
    if isinstance(one, Amount) and isinstance(other, Amount):
        return _amount(one, other)
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return EXACT.add(one, other)
    assert isinstance(one, int)
    assert isinstance(other, int)
    return one + other


def _amount(one: Amount, other: Amount) -> Amount:
    if one.unit == other.unit:
        return Amount(EXACT.add(one.value, other.value), one.unit)
    return Amount(EXACT.add(yuan(one), yuan(other)), "元")


def yuan(amount: Amount) -> Decimal:
    """Give an amount, whose unit is said, in 元."""
    assert amount.unit is not None
    return EXACT.multiply(amount.value, WORTH[amount.unit])


def plus(one: Figure, other: Figure) -> Figure:
    """Add two numbers of cells, of which an amount loses no digit."""
    if isinstance(one, Decimal) or isinstance(other, Decimal):
        return EXACT.add(one, other)
    return one + other


def exact_sum(amounts: Iterable[Figure]) -> Decimal:
    """Add amounts, of which none loses a digit."""
    total = Decimal(0)
    for amount in amounts:
        total = EXACT.add(total, amount)
    return total

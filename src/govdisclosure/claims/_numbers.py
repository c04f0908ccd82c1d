"""Numbers as reports write them: digits of any width, Chinese numerals, 万 and 亿, decimals."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.model.values import MAX_DIGITS
from govdisclosure.vocabulary.numerals import COUNTING, DIGITS, SCALES, number_of

if TYPE_CHECKING:
    import re

_UNITS: Final = {"": 1, "十": 10, "百": 100, "千": 1_000, **SCALES, "万亿": SCALES["万"] * SCALES["亿"]}
_SCALE: Final = f"[{''.join(SCALES)}]"

# Possessive, and never begun inside a number: a long run of digits is gone through once.
PATTERN: Final = (
    rf"(?<![0-9第{COUNTING}])(?<![0-9][.,])(?<![{COUNTING}]{_SCALE})"
    r"(?:(?P<digits>[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])(?:\.[0-9]++)?|[0-9]++(?:\.[0-9]++)?)"
    # 一万二千: a scale inside; one at the end is left to the group below.
    rf"|(?P<numerals>[{COUNTING}]++(?:{_SCALE}{{1,2}}+[{COUNTING}]++)*+(?:点[{COUNTING}]++)?))"
    rf"(?P<more>[余多几来]?)(?P<scale>(?:{_SCALE}{{1,2}}|[十百千](?=余|多|万))?)(?P<over>[余多几来]?)"
)
"""A number with its scale; ``more`` and ``over`` are what makes it approximate, before and after the scale."""


_IN_BRACKETS: Final = ("(万元)", "(单位:万元)")


@frozen
class Number:
    """A number and whether it is meant exactly."""

    value: Decimal
    exact: bool


def number(matched: re.Match[str]) -> Number | None:
    """Read what ``PATTERN`` matched; None for what is no number that a report can mean."""
    digits, numerals, scale = matched["digits"], matched["numerals"], matched["scale"]
    approximate = bool(matched["more"] or matched["over"])
    if digits is None and not matched["more"] and "点" not in numerals:
        # 三亿五千万 is one number, though its last scale is a group of its own.
        whole = _whole(numerals + scale)
        return None if whole is None else Number(whole, exact=not approximate)
    value = _arabic(digits) if numerals is None else _decimal(numerals)
    unit = _UNITS.get(scale)
    return None if value is None or unit is None else Number(value * unit, exact=not approximate)


def in_tens_of_thousands(matched: re.Match[str], read: Number, said: str) -> Number | None:
    """
    Read an amount whose unit is 万元, though that does not stand right behind it; None where it is no such amount.

    12.48(万元) · (万元):12.48 · 12.48万

    Args:
        matched: What the pattern of numbers matched, with its unit.
        read: The number.
        said: What stands between the name of the amount and the number.
    """
    bare = matched["bare"] is not None
    if matched["scale"]:
        return read if bare and matched["scale"] == "万" else None
    told = matched["tens"] or (bare and said.startswith(_IN_BRACKETS))
    return Number(read.value * SCALES["万"], read.exact) if told else None


def _arabic(written: str) -> Decimal | None:
    digits = written.replace(",", "")
    return Decimal(digits) if len(digits) <= MAX_DIGITS else None


def _whole(written: str) -> Decimal | None:
    value = number_of(written) if len(written) <= MAX_DIGITS else None
    return None if value is None else Decimal(value)


def _decimal(written: str) -> Decimal | None:
    """Read a number with or without decimals, such as 三点五."""
    before, point, after = written.partition("点")
    whole = _whole(before) if len(written) <= MAX_DIGITS else None
    if whole is None or not DIGITS.keys() >= set(after):
        return None
    return Decimal(f"{whole}{'.' if point else ''}{''.join(str(DIGITS[digit]) for digit in after)}")

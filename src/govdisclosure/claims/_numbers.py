"""Numbers as reports write them: digits of any width, Chinese numerals, 万 and 亿, decimals."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from attrs import frozen

from govdisclosure.model.values import MAX_DIGITS

_NUMERALS: Final = "〇零一二三四五六七八九十百千两廿壹贰叁肆伍陆柒捌玖拾佰仟"
_SCALES: Final = {"": 1, "十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000, "万亿": 10**12}
_DIGITS: Final = {numeral: str(value) for value, numeral in enumerate("零一二三四五六七八九")} | {"〇": "0"}
_POSITIONAL: Final = re.compile("[十百千廿拾佰仟]")

# Possessive, and never begun inside a number: a long run of digits is gone through once.
PATTERN: Final = (
    rf"(?<![0-9第{_NUMERALS}])(?<![0-9][.,])"
    r"(?:(?P<digits>[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])(?:\.[0-9]++)?|[0-9]++(?:\.[0-9]++)?)"
    rf"|(?P<numerals>[{_NUMERALS}]++(?:点[{_NUMERALS}]++)?))"
    r"(?P<more>[余多几来]?)(?P<scale>(?:[万亿]{1,2}|[十百千](?=余|多|万))?)(?P<over>[余多几来]?)"
)
"""A number with its scale; ``more`` and ``over`` are what makes it approximate, before and after the scale."""


@frozen
class Number:
    """A number and whether it is meant exactly."""

    value: Decimal
    exact: bool


def number(found: re.Match[str]) -> Number | None:
    """Read what ``PATTERN`` found; None for what is no number that a report can mean."""
    written = found["digits"]
    value = _chinese(found["numerals"]) if written is None else _arabic(written)
    scale = _SCALES.get(found["scale"])
    if value is None or scale is None:
        return None
    return Number(value * scale, exact=not (found["more"] or found["over"]))


def _arabic(written: str) -> Decimal | None:
    digits = written.replace(",", "")
    return Decimal(digits) if len(digits) <= MAX_DIGITS else None


def _chinese(written: str) -> Decimal | None:
    whole, point, decimals = written.partition("点")
    if len(written) > MAX_DIGITS or not all(digit in _DIGITS for digit in decimals):
        return None
    value = _whole(whole)
    return None if value is None else Decimal(f"{value}{'.' * len(point)}{''.join(_DIGITS[each] for each in decimals)}")


def _whole(written: str) -> int | None:
    if len(written) > 1 and not _POSITIONAL.search(written):
        return None  # 三五件 is three to five, 一二件 one or two.
    # It is large, and most reports write digits.
    from cn2an import cn2an  # type: ignore[import-untyped,unused-ignore] # noqa: PLC0415

    try:
        return int(cn2an(written, "normal"))
    except (ValueError, KeyError, IndexError):
        return None

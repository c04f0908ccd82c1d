"""A number of a cell as Excel shows it: never another number than the one that is stored."""

from __future__ import annotations

import datetime as dt
import math
import re
from decimal import Decimal
from typing import Final

from govdisclosure.formats.xlsx._thresholds import DIGITS, FIRST_SURE_DAY, LAST_DAY, LONGEST_CODE, LONGEST_NUMBER

GENERAL: Final = "General"
BUILT_IN: Final = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    **dict.fromkeys((14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 55), 57, 58), "yyyy/m/d"),
    **dict.fromkeys((18, 19, 20, 21, *range(32, 36), 45, 46, 47, 55, 56), "h:mm"),
    **dict.fromkeys((37, 38, 41, 42), "#,##0"),
    **dict.fromkeys((39, 40, 43, 44), "#,##0.00"),
    48: "##0.0E+0",
}
"""The formats that a workbook need not name."""

_NUMBER: Final = re.compile(r"[+-]?[0-9]+(\.[0-9]*)?([eE][+-]?[0-9]{1,4})?")
_UNSEEN: Final = r"\[[^\]]*\]|_.|\*."
_QUOTED: Final = r'"[^"]*"|[\\!].'
_SECTION: Final = re.compile(rf"(?:{_QUOTED}|[^;])*?(?=;|$)")
_SKIPPED: Final = re.compile(f"{_UNSEEN}|{_QUOTED}")
_LITERAL: Final = rf"(?:{_UNSEEN}|{_QUOTED}|[ ()+\-$¥￥]|[^\x00-\x7f])*"
_SIMPLE: Final = re.compile(
    rf"(?P<before>{_LITERAL})(?P<whole>[#0?][#0?,]*(?<!,)|)(?:\.(?P<decimals>[#0?]+))?(?P<after>{_LITERAL})"
)
_PLACES: Final = re.compile("[#0?]")
_DATE: Final = re.compile("[ymdhs]", re.IGNORECASE)
_EPOCHS: Final = {False: dt.date(1899, 12, 30), True: dt.date(1904, 1, 1)}


def shown(raw: str, code: str, *, since_1904: bool = False) -> str:
    """
    Show a number.

    Words and decimals of the format are shown, but never fewer decimals than the number has, nor any other number: of
    a format that cannot be shown so, the code follows the number in brackets, and is no figure for any reader.

    Args:
        raw: The number as stored.
        code: Its format.
        since_1904: Whether days are counted from 1904.
    """
    value = _value(raw)
    if value is None:
        return raw
    sections = _sections(code) if len(code) <= LONGEST_CODE else [GENERAL]
    section = sections[1] if value < 0 and len(sections) > 1 else sections[0]
    bare = _SKIPPED.sub("", section)
    # General, @, "见附表"
    if not _PLACES.search(bare) and not _DATE.search(bare):
        return _plain(value)  # The number is no less stated where words are shown in its place.
    # #,##0.00"万元", _ * #,##0_ ;[Red](#,##0)
    simple = _SIMPLE.fullmatch(section)
    if simple is not None:
        negative = len(sections) > 1 and section is sections[1]
        number = _plain(abs(value) if negative else value, (simple["decimals"] or "").count("0"))
        return (_words(simple["before"]) + number + _words(simple["after"])).strip()
    # yyyy"年"m"月"d"日", 0%
    day = _day(value, bare, since_1904=since_1904)
    return day or f"{_plain(value)} [{code}]"


def _value(raw: str) -> Decimal | None:
    """Read a number as Excel does, with 15 digits; a whole number that was written out keeps all of them."""
    matched = _NUMBER.fullmatch(raw)
    if matched is None or len(raw) > LONGEST_NUMBER:
        return None
    if matched[1] is None and matched[2] is None:
        return Decimal(raw)
    number = float(raw)
    return Decimal(format(number, f".{DIGITS}g")) if math.isfinite(number) else None


def _plain(value: Decimal, decimals: int = 0) -> str:
    """Write a number without an exponent, with all its decimals and at least so many."""
    whole, _, fraction = format(value, "f").partition(".")
    fraction = fraction.rstrip("0").ljust(decimals, "0")
    written = f"{whole}.{fraction}" if fraction else whole
    return "0" if written == "-0" else written


def _sections(code: str) -> list[str]:
    sections, place = [], 0
    while place <= len(code):
        matched = _SECTION.match(code, place)
        assert matched is not None, "a section may be empty"
        sections.append(matched.group())
        place = matched.end() + 1
    return sections


def _words(literal: str) -> str:
    """Give what a format shows beside the number."""
    seen = re.sub(_UNSEEN, "", literal)
    return re.sub(r'"([^"]*)"|[\\!](.)', lambda matched: matched[1] or matched[2] or "", seen)


def _day(value: Decimal, bare: str, *, since_1904: bool) -> str | None:
    """Give the day that a number is; None if it is none, or a time."""
    whole = value == value.to_integral_value() and FIRST_SURE_DAY <= value <= LAST_DAY
    if not whole or not re.search("[yd]", bare, re.IGNORECASE):
        return None
    day = _EPOCHS[since_1904] + dt.timedelta(days=int(value))
    return f"{day.year}年{day.month}月{day.day}日"

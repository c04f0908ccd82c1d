"""A number of a cell as Excel shows it; where it shows another number or none, the format stands behind it."""

from __future__ import annotations

import datetime as dt
import math
import re
from decimal import Decimal
from operator import eq, ge, gt, le, lt, ne
from typing import TYPE_CHECKING, Final

from govdisclosure.form.figures import PLAIN
from govdisclosure.formats.xlsx._thresholds import (
    DIGITS,
    FIRST_SURE_DAY,
    GENERAL_WIDTH,
    LAST_DAY,
    LEAST_GENERAL,
    LONGEST_CODE,
    LONGEST_NUMBER,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

GENERAL: Final = "General"
_ACCOUNTS: Final = r'_ * #,##0{0}_ ;_ * \-#,##0{0}_ ;_ * "-"_ ;_ @_ '
BUILT_IN: Final = {
    **dict.fromkeys((1, 59), "0"),
    **dict.fromkeys((2, 60), "0.00"),
    **dict.fromkeys((3, 61), "#,##0"),
    **dict.fromkeys((4, 62), "#,##0.00"),
    **dict.fromkeys((9, 67), "0%"),
    **dict.fromkeys((10, 68), "0.00%"),
    11: "0.00E+00",
    **dict.fromkeys((12, 69), "# ?/?"),
    **dict.fromkeys((13, 70), "# ??/??"),
    **dict.fromkeys((14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 55), 57, 58, *range(71, 76), 78), "yyyy/m/d"),
    **dict.fromkeys((18, 19, 20, 21, *range(32, 36), 45, 46, 47, 55, 56, 76, 77, *range(79, 82)), "h:mm"),
    **dict.fromkeys((5, 6, 37, 38, 63, 64), "#,##0;-#,##0"),
    **dict.fromkeys((7, 8, 39, 40, 65, 66), "#,##0.00;-#,##0.00"),
    **dict.fromkeys((41, 42), _ACCOUNTS.format("")),
    **dict.fromkeys((43, 44), _ACCOUNTS.format(".00")),
    48: "##0.0E+0",
}
"""The formats that a workbook need not name; what stands for money in them depends on the machine."""
# What nearly every cell of counts has.
_AS_STORED: Final = frozenset((GENERAL, "0", "@"))

_NUMBER: Final = re.compile(r"[+-]?[0-9]+(\.[0-9]*)?([eE][+-]?[0-9]{1,4})?")
_QUOTED: Final = r'"[^"]*"|[\\!].'
_SECTION: Final = re.compile(rf"(?:{_QUOTED}|[_*].|\[[^\]]*\]|[^;])*?(?=;|$)")
_WHEN: Final = re.compile(r"\[(<=|>=|<>|<|>|=)(-?[0-9]+(?:\.[0-9]+)?)\]")
_COMPARE: Final[dict[str, Callable[[Decimal, Decimal], bool]]] = {
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
    "=": eq,
    "<>": ne,
}
# [Red], [$-804], but not [White], [DBNum2] or [$-D00041E], which shows the digits of another script;
# [$-F800] is the day, in the way of the one who looks at it.
_COLOUR: Final = (
    r"\[(?i:black|blue|cyan|green|magenta|red|yellow|colou?r ?(?:[13-9]|[1-5][0-9])|[黑蓝青绿红黄]色|洋红)\]"
)
_CURRENCY: Final = r"\[\$[^\]\-]*(?:-(?![Ff][48]00)[0-9A-Fa-f]{1,4})?\]"
_UNSEEN: Final = rf"{_WHEN.pattern}|{_COLOUR}|_.|\* "
_LITERAL: Final = rf"(?:{_UNSEEN}|{_CURRENCY}|{_QUOTED}|[ ()+\-$:&'~^{{}}<>=]|[^\x00-\x7f])*"
_WHOLE: Final = r"[#0?][#0?,]*(?<!,)|"
_SIMPLE: Final = re.compile(
    rf"(?P<before>{_LITERAL})(?:(?P<general>General|G/通用格式|@)|(?P<whole>{_WHOLE})(?P<point>\.(?P<decimals>[#0?]*))?)"
    rf"(?P<after>{_LITERAL})"
)
_TOKEN: Final = re.compile(rf"(?P<unseen>{_UNSEEN})|\[\$(?P<currency>[^\]\-]*)[^\]]*\]|{_QUOTED}|.")
_SKIPPED: Final = re.compile(rf"\[[^\]]*\]|[_*].|{_QUOTED}")
EPOCH: Final = dt.date(1899, 12, 30)
"""The day from which Excel counts days, unless a workbook says otherwise."""

_EPOCHS: Final = {False: EPOCH, True: dt.date(1904, 1, 1)}


def shown(raw: str, code: str, *, since_1904: bool = False) -> str:
    """
    Show a number.

    Words of the format are shown, its decimals and its noughts. What would be shown as another number (rounded, in
    thousands, per cent, with noughts for all digits behind the fifteenth) or not at all is given as stored, with the
    code behind it in brackets: no figure for any reader.

    Args:
        raw: The number as stored.
        code: Its format.
        since_1904: Whether days are counted from 1904.
    """
    value = None if code in _AS_STORED and raw in PLAIN else _value(raw)
    if value is None:
        return raw
    # Excel shows 12345678901234567 as 12345678901234600.
    if abs(value) >= 10**DIGITS and value != Decimal(raw):
        return in_brackets(_plain(Decimal(raw)), code)
    section, negative = _section(value, _sections(code or GENERAL)) if len(code) <= LONGEST_CODE else ("", False)
    text = _shown(abs(value) if negative else value, section)
    # yyyy"年"m"月"d"日"
    text = text or _day(value, _SKIPPED.sub("", section), since_1904=since_1904)
    return text or in_brackets(_plain(value), code)


def text_shown(text: str, code: str) -> str:
    """Show a text in a cell whose numbers have a format: as the fourth section has it, or the last one with ``@``."""
    if not text.strip() or code in {GENERAL, "@"} or len(code) > LONGEST_CODE:
        return text
    sections = _sections(code)
    section = sections[3] if len(sections) > 3 else sections[-1]
    if len(sections) <= 3 and "@" not in _SKIPPED.sub("", section):
        return text
    simple = _SIMPLE.fullmatch(section)
    # 0;-0;0;
    if simple is None or not section or simple["whole"] or simple["point"]:
        return in_brackets(text, code)
    return _words(simple["before"]) + (text if simple["general"] else "") + _words(simple["after"])


def in_brackets(text: str, reason: str) -> str:
    """Give what a cell holds but does not show so, with the reason."""
    return f"{text} [{reason[:LONGEST_CODE]}]"


def _value(raw: str) -> Decimal | None:
    """Read a number as Excel does, with 15 digits."""
    if _NUMBER.fullmatch(raw) is None or len(raw) > LONGEST_NUMBER:
        return None
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


def _section(value: Decimal, sections: Sequence[str]) -> tuple[str, bool]:
    """
    Give the section of a format that shows a number, and whether that shows it without its sign.

    An empty section, and none of whose conditions holds, shows nothing.
    """
    conditions = [_WHEN.search(_without_words(section)) for section in sections[:2]]
    # [=0]"";0
    if any(conditions):
        for section, condition in zip(sections, conditions, strict=False):
            if condition is None or _COMPARE[condition[1]](value, Decimal(condition[2])):
                # What is negative, or for whom the second of three sections is, depends on the program.
                unsure = value < 0 or (condition is None and len(sections) > 2)
                return ("" if unsure else section), False
        return (sections[2] if len(sections) > 2 and value >= 0 else ""), False
    if value < 0 and len(sections) > 1:
        return sections[1], True
    return (sections[2] if value == 0 and len(sections) > 2 else sections[0]), False


def _without_words(section: str) -> str:
    return re.sub(rf"{_QUOTED}|[_*].", "", section)


def _shown(value: Decimal, section: str) -> str | None:
    """Show a number as one section of a format has it; None where that shows another number, or nothing."""
    simple = _SIMPLE.fullmatch(section)
    number = None if simple is None else _digits(value, simple)
    if simple is None or number is None:
        return None
    # Excel puts the sign before all else.
    sign, number = ("-", number[1:]) if number.startswith("-") else ("", number)
    return (sign + _words(simple["before"]) + number + _words(simple["after"])).strip()


def _digits(value: Decimal, simple: re.Match[str]) -> str | None:
    """Give the digits that a section shows; nothing where it has none, as ``"无"``, and None where they are others."""
    plain = _plain(value)
    if simple["general"] is not None:
        # 1.23457E+11
        is_short = len(plain.lstrip("-")) <= GENERAL_WIDTH and (not value or abs(value) >= LEAST_GENERAL)
        return plain if is_short else None
    if not simple["whole"] and not simple["point"]:
        return ""
    places = simple["decimals"] or ""
    whole, _, fraction = plain.partition(".")
    if len(fraction) > len(places):
        return None
    noughts = simple["whole"].replace(",", "").lstrip("#?")
    digits = whole.lstrip("-")
    # #,### shows no nought, 000 three of them.
    digits = ("" if digits == "0" else digits).rjust(len(noughts), "0")
    fraction = fraction.ljust(len(places[: places.rfind("0") + 1]), "0")
    if not digits and not fraction:
        return None
    # 5 as 0. or #.# is 5., which is a figure to no reader of any format.
    written = f"{digits or 0}.{fraction}" if fraction else digits + ("." if simple["point"] else "")
    return "-" + written if whole.startswith("-") else written


def _words(literal: str) -> str:
    """Give what a format shows beside the number."""
    pieces: list[str] = []
    for token in _TOKEN.finditer(literal):
        text = token.group()
        if token["currency"] is not None:
            pieces.append(token["currency"])
        elif token["unseen"] is None:
            pieces.append(text[1:-1] if text.startswith('"') else text.removeprefix("\\").removeprefix("!"))
    return "".join(pieces)


def _day(value: Decimal, bare: str, *, since_1904: bool) -> str | None:
    """Give the day that a number is; None if it is none, or a time."""
    whole = value == value.to_integral_value() and FIRST_SURE_DAY <= value <= LAST_DAY
    if not whole or not re.search("[yd]", bare, re.IGNORECASE):
        return None
    day = _EPOCHS[since_1904] + dt.timedelta(days=int(value))
    return f"{day.year}年{day.month}月{day.day}日"

"""Chinese numerals: their characters, and numbers written in them, to be read and to be written."""

from __future__ import annotations

import re
from typing import Final

# 两 is two of things that are counted, 壹 to 玖 are how a receipt has it.
_WRITTEN: Final = ("零〇", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
DIGITS: Final = {character: digit for digit, characters in enumerate(_WRITTEN) for character in characters}
"""What each character for a digit is worth."""

_UNITS: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1_000, "仟": 1_000}
_TENS: Final = {"廿": "二十", "卅": "三十"}
SCALES: Final = {"万": 10_000, "亿": 100_000_000}
"""What counts in ten thousands."""

PLAIN_DIGITS: Final = "〇一二三四五六七八九"
"""The digits as years are written."""

ORDINALS: Final = "一二三四五六七八九十"
"""What the numbers of sections, of their parts and of items are written with: 一、 （二） 十三、."""

WRITTEN_OUT: Final = "壹贰叁肆伍陆柒捌玖拾"
"""The same, as a receipt has them: 壹、总体情况."""

ROMAN: Final = ("I", "II", "III", "IV", "V", "VI")
"""The numbers of the six sections, as Rome wrote them."""

COUNTING: Final = "".join((*DIGITS, *_UNITS, *_TENS))
"""What a number below ten thousand is written with."""

_SECTION: Final = 10_000
_COUNTING: Final = frozenset(COUNTING)
# - 4 -, 第4页, 第 4 页 共 9 页, 4/9
_PAGE: Final = re.compile(
    r"[-—–]\s*[0-9]{1,3}\s*[-—–]|第\s?[0-9]{1,3}\s?页(?:[,，/]?\s*共\s?[0-9]{1,3}\s?页)?|[0-9]{1,3}\s?/\s?[0-9]{1,3}"
)


def number_of(written: str) -> int | None:
    """
    Read a number, as ``written`` in folded text; None for what is none, or could be several.

    >>> [number_of(written) for written in ("十二", "一百零五", "一千零一十", "廿三", "两千", "一万二", "三亿五千万")]
    [12, 105, 1010, 23, 2000, 12000, 350000000]
    >>> [number_of(written) for written in ("三五", "二〇二四", "七八十", "百")]
    [None, None, None, None]
    """
    for short, long in _TENS.items():
        written = written.replace(short, long)
    return _read(written, tuple(reversed(SCALES)))


def _read(written: str, scales: tuple[str, ...]) -> int | None:
    """Read a number in which these scales can stand, the largest first."""
    if not scales:
        return _below_ten_thousand(written) if _COUNTING.issuperset(written) else None
    largest, *smaller = scales
    upper, scale, lower = written.rpartition(largest)
    if not scale:
        return _read(written, tuple(smaller))
    above, below = _read(upper, tuple(smaller)), _behind(lower, SCALES[largest], tuple(smaller))
    return None if above is None or below is None else above * SCALES[largest] + below


def _behind(lower: str, scale: int, smaller: tuple[str, ...]) -> int | None:
    """Read what follows a scale."""
    # 三十万
    if not lower:
        return 0
    # 一万二, short for 一万二千
    if DIGITS.get(lower):
        return DIGITS[lower] * scale // 10
    # 一万零五十
    return _read(lower.removeprefix("零").removeprefix("〇"), smaller) or None


def _below_ten_thousand(written: str) -> int | None:
    if written in DIGITS:
        return DIGITS[written]
    value, unit, digit, gap = 0, _SECTION, 0, False
    for character in written:
        if character in _UNITS:
            smaller = _UNITS[character]
            # 百 alone is no number, 十二 is one; 一千零十 leaves a unit out, 一百零十 none.
            if smaller >= unit or not (digit or smaller == 10) or (gap and smaller * 10 == unit):
                return None
            value, unit, digit, gap = value + (digit or 1) * smaller, smaller, 0, False
        elif digit or (gap and not DIGITS[character]):
            # 三五件 is three to five, 一二件 one or two.
            return None
        elif DIGITS[character]:
            digit = DIGITS[character]
        elif unit in {_SECTION, 10}:
            # 零五, 十零五
            return None
        else:
            gap = True
    if not digit:
        # 一百零
        return None if gap or unit == _SECTION else value
    # 一百二, short for 一百二十; but 一百零二.
    return value + (digit if gap else digit * unit // 10)


def counted(number: int) -> str:
    """
    Write a number up to 9,999 as Chinese counts.

    >>> [counted(number) for number in (0, 3, 10, 12, 20, 103, 110, 1010)]
    ['零', '三', '十', '十二', '二十', '一百零三', '一百一十', '一千零一十']
    """
    written, left, gap = "", number, False
    for character, unit in (("千", 1_000), ("百", 100), ("十", 10)):
        digit, left = divmod(left, unit)
        if digit:
            first = digit == 1 and unit == 10 and not written
            written += ("零" if gap else "") + ("" if first else PLAIN_DIGITS[digit]) + character
        gap = bool(written) and not digit
    if left:
        return written + ("零" if gap else "") + PLAIN_DIGITS[left]
    return written or "零"


def spelt(digits: str) -> str:
    """
    Write figures one by one in Chinese.

    >>> spelt("2024")
    '二〇二四'
    """
    return "".join(PLAIN_DIGITS[int(digit)] for digit in digits)


def is_page_number(text: str) -> bool:
    """Tell whether a line is the number of a page."""
    return _PAGE.fullmatch(text.strip()) is not None

"""Years as reports write them, in folded text: 2024, 二〇二四, 二零二四, 二○二四, 二0二四, 二OO九, 贰零贰肆."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from govdisclosure.vocabulary.numerals import PLAIN_DIGITS, WRITTEN_OUT, spelt

# 二○二四 has a circle and 二0二四 a figure for 〇; O is what folding leaves of the Ｏ in 二ＯＯ九.
NOUGHTS: Final = "〇零○0O"
"""Everything that stands for 〇 in a year."""

# 贰零贰肆, as a receipt has them
_PLAIN: Final = {**dict.fromkeys(NOUGHTS, PLAIN_DIGITS[0]), **dict(zip(WRITTEN_OUT, PLAIN_DIGITS[1:], strict=False))}
_VALUES: Final = {digit: str(PLAIN_DIGITS.index(_PLAIN.get(digit, digit))) for digit in (*_PLAIN, *PLAIN_DIGITS)}
_AS_PLAIN: Final = str.maketrans(_PLAIN)
_AS_DIGITS: Final = str.maketrans(_VALUES)

# With one class before all alternatives, re skips quickly to the next of its characters.
YEAR: Final = rf"(?:[0-9一二壹贰](?:(?<=[0-9])(?<![0-9][0-9])[0-9]{{3}}|(?<=[一二壹贰])[{''.join(_VALUES)}]{{3}}))"
"""A year of four digits, without the 年 behind it; no group. Figures that more figures stand before are none."""

YEAR_BEFORE: Final = re.compile("上一?年|去年|往年")
"""The year before that of the report: 上一年项目数量, 上年结转."""


@lru_cache(maxsize=256)  # Nearly every year that a report names is one of few.
def year_of(written: str) -> int:
    """
    Read a year that ``YEAR`` matched.

    >>> [year_of(written) for written in ("2024", "二〇二四", "二0二四", "二OO九", "贰零贰肆")]
    [2024, 2024, 2024, 2009, 2024]
    """
    return int(written.translate(_AS_DIGITS))


def names_year(folded: str, year: int) -> bool:
    """Tell whether a folded text has a year in it, in figures that are no part of more or in numerals."""
    digits = f"{year:04d}"
    if re.search(rf"(?<![0-9]){digits}(?![0-9])", folded):
        return True
    return spelt(digits) in folded.translate(_AS_PLAIN)

"""Where things stand on the sheet of a report: shared by its writer and its reader."""

from __future__ import annotations

import enum
from typing import Final

SHEET: Final = "年度报告"
MARKS: Final = 1
"""The hidden column that says what each row is."""

FIRST: Final = 2
WIDTH: Final = 15
"""The columns of the form: so many, from the first."""

DAY: Final = FIRST + 11
"""The first column of the day of publication, which ends where the form does."""

DAY_LABEL: Final = "发布日期："
"""What stands before the place of a day that is not known yet."""

CHECKS: Final = "勾稽关系"
"""The head of the first column beside the form, of those that check it."""

CHECK_HEADS: Final = (CHECKS, "左边", "右边", "结果")
"""The heads of the columns of checks: what a check says, its sums, and its verdict."""

EQUALS: Final = "＝"
"""What stands in the words of each check."""

HOLDS: Final = "相符"
FAILS: Final = "不符"
OPEN: Final = "待定"
VERDICTS: Final = (HOLDS, FAILS, OPEN)

PIECE: Final = 250
"""How long a document property is at most: Excel cuts off what is longer than 255 characters."""


class Mark(enum.Enum):
    """What a row of the sheet is. A row without a mark is there to be filled in: what stands in it is a paragraph."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    EMPTY = "empty"
    """A paragraph without words; a row of ``TEXT`` that somebody has emptied is no paragraph any more."""
    MORE = "more"
    """What follows belongs to the paragraph above."""
    SIGNER = "signer"
    """Who reports, in the signature block."""
    DAY = "day"
    """The day of publication, in its column."""
    TABLE = "table"
    """The first row of a table."""
    ROW = "row"


NAMES: Final = {mark.value: mark for mark in Mark}

"""Whether a sentence that opens with last year is one of last year's report, copied into this one."""

from __future__ import annotations

import re
from typing import Final

_NUMBERED: Final = re.compile(r"(?:\([^()]{1,3}\)|[^,。、]{1,2}[、.])?(?:截[至止]到?)?")
_STOP: Final = re.compile("[。!?|]")
_DAY: Final = re.compile("度?[0-9]{1,2}月|[-—~至到]")
# 2023年收到、年底未办结的1件结转今年, which this year's report has good reason to speak of.
_OF_LAST_YEAR: Final = re.compile("结转|遗留|未办结|以来|将|拟|计划|今年|本年")


def is_copied(text: str, sentence: int, start: int, end: int) -> bool:
    """
    Tell whether last year opens a sentence as if it were the report year.

    2023年，我局共收到申请5件，较上年增加2件, in the report on 2024.

    Args:
        text: The folded paragraph, which does not speak of the report year.
        sentence: Where the sentence begins.
        start: Where the year begins.
        end: Where it ends, with 年.
    """
    if not _NUMBERED.fullmatch(text, sentence, start) or _DAY.match(text, end):
        return False
    stop = _STOP.search(text, end)
    return not _OF_LAST_YEAR.search(text, end, len(text) if stop is None else stop.start())

"""What the sum of some outcomes is of, where a sentence tells it behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.claims._claim import What

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.claims._draft import Draft

# 予以公开42件、部分公开8件，合计50件, which 公开 alone can mean as well
_TOGETHER: Final = {
    frozenset({What.GRANTED, What.PARTIALLY_GRANTED}): What.GRANTED,
    frozenset({What.PARTIALLY_GRANTED, What.REFUSED}): What.REFUSED,
    frozenset({What.REFUSED, What.UNAVAILABLE}): What.REFUSED,
    frozenset({What.REFUSED, What.UNAVAILABLE, What.NOT_PROCESSED}): What.REFUSED,
}
_OF_TWO: Final = re.compile("[两二三]项")


def of_answers(answers: Sequence[Draft], total: Draft, before: Sequence[Draft]) -> tuple[What, ...]:
    """Give what can be meant by the sum of some outcomes: all answers, or such that are often told together."""
    # 办结88件，其中予以公开42件、部分公开8件，合计50件 · 两项合计50件
    beside_all = any(draft.readings == (What.CONCLUDED,) and draft.value > total.value for draft in before)
    if beside_all or _OF_TWO.search(total.before):
        return ()
    together = _TOGETHER.get(frozenset(draft.readings[0] for draft in answers))
    return (What.CONCLUDED,) if together is None else (What.CONCLUDED, together)

"""What the sum of some outcomes is of, where a sentence tells it behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from govdisclosure.claims._claim import What
from govdisclosure.claims._meanings import OUTCOMES, RESULT_CLAIMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.claims._draft import Draft
    from govdisclosure.claims._place import Word

_ANSWERS: Final = frozenset(OUTCOMES.values())
_NUMBER_OF_ANSWERS: Final = re.compile("[0-9]+件答复")
# 12件答复均按期作出 · 作出12件答复 · 12件答复中，公开8件
_OF_ALL: Final = re.compile("[均都全已完中,。;、:()0-9]|申请人|$")
# 予以公开42件、部分公开8件，合计50件, which 公开 alone can mean as well
_TOGETHER: Final = {
    frozenset({What.GRANTED, What.PARTIALLY_GRANTED}): What.GRANTED,
    frozenset({What.PARTIALLY_GRANTED, What.REFUSED}): What.REFUSED,
    frozenset({What.REFUSED, What.UNAVAILABLE}): What.REFUSED,
    frozenset({What.REFUSED, What.UNAVAILABLE, What.NOT_PROCESSED}): What.REFUSED,
}


# 收到申请3件，均予以公开 · 收到申请3件，经审查，全部依法不予公开
_ALL_OF_THEM: Final = re.compile(
    "[,(](?:经[^,。;0-9]{2,6},)?已?(?:均|都|全部|一律)(?:已|依法|按规定|按[时期]|及时|为|属于?|系|是|决定|作出|给予){0,4}"
)


_CAME_IN: Final = re.compile("收|受理|接")


def all_came_to(text: str, drafts: Sequence[Draft], outcome: Word) -> Draft | None:
    """
    Give what became of all requests of a number right before an outcome without one: 收到申请3件，均予以公开.

    Args:
        text: The folded text.
        drafts: What the sentence has counted so far.
        outcome: The word that ends the clause.
    """
    last = drafts[-1]
    # 依申请公开政府信息5件，全部予以公开 can be what was made public.
    received = last.readings == (What.RECEIVED,) and last.value and _CAME_IN.search(last.words)
    if outcome.kind not in OUTCOMES or not received:
        return None
    if _ALL_OF_THEM.fullmatch(text, last.end, outcome.start) is None:
        return None
    # Those of last year can have come to the same.
    words = text[last.start : outcome.end]
    return evolve(last, readings=(OUTCOMES[outcome.kind],), end=outcome.end, words=words, at_least=True)


def is_of_all(draft: Draft) -> bool:
    """Tell whether it is what became of all requests of a number, as above."""
    return draft.at_least and not _ANSWERS.isdisjoint(draft.readings) and _ALL_OF_THEM.search(draft.words) is not None


def of_outcomes(before: Sequence[Draft], total: Draft) -> tuple[What, ...] | None:
    """
    Give what the sum of outcomes is of that stand before it; None where it is of something else.

    Args:
        before: What the sentence has counted so far.
        total: The sum.
    """
    answers = [draft for draft in before if draft.readings[0] in _ANSWERS]
    # 予以公开6件，不予公开2件，总计8件
    if _is_sum(answers, total):
        return _of_answers(answers, total, before)
    # 复议结果：维持5件、纠正2件，总计7件
    results = [draft for draft in before if draft.readings[0] in RESULT_CLAIMS]
    cases = {draft.readings[0].partition("_")[0] for draft in results}
    # 行政复议8件，维持5件、纠正2件，共7件，尚未审结1件
    told = any(draft.readings[0] in cases for draft in before)
    return (What(*cases),) if len(cases) == 1 and not told and _is_sum(results, total) else None


def _is_sum(outcomes: Sequence[Draft], total: Draft) -> bool:
    return len(outcomes) > 1 and sum(draft.value for draft in outcomes) == total.value


def _of_answers(answers: Sequence[Draft], total: Draft, before: Sequence[Draft]) -> tuple[What, ...]:
    """Give what can be meant by the sum of some outcomes: all answers, or such that are often told together."""
    # 办结88件，其中予以公开42件、部分公开8件，合计50件
    beside_all = any(draft.readings == (What.CONCLUDED,) and draft.value > total.value for draft in before)
    if beside_all:
        return ()
    together = _TOGETHER.get(frozenset(draft.readings[0] for draft in answers))
    return (What.CONCLUDED,) if together is None else (What.CONCLUDED, together)


def are_spoken_of(draft: Draft) -> bool:
    """Tell whether something is said of some answers that does not go for all: 2件答复引发行政复议."""
    return _NUMBER_OF_ANSWERS.fullmatch(draft.words) is not None and _OF_ALL.match(draft.behind) is None

"""What a total is of that stands behind requests carried over from last year: of these and the new ones, or of less."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final

from attrs import evolve

from govdisclosure.claims._claim import What
from govdisclosure.claims._subsets import are_concluded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from govdisclosure.claims._draft import Draft

# 申请人以自然人为主，共27件, but 均为自然人提出，共36件
_NAMES_SOME: Final = re.compile("(?!.*(?:[均皆]|全部|一律|都(?!市)|以上|上述))[,;)]*[^,;)]")
# 按期办结，共38件 · 申请量居全县前列，共38件
_SAYS_LITTLE: Final = re.compile(
    "[,;)]*(?:已?(?:按[期时]|依法|及时|如期)*(?:受理|办[结理]|答复|处理|回复)"
    "|(?:(?:政府)?信息公开|依申请公开)?申请(?:数|总)?量(?:[位排名]*[居列]|同比|较|比)[^,;]*),"
)
# 扣除撤回2件，答复33件 · 除撤回的2件外，共答复33件
LEFT_OUT: Final = re.compile("(?:扣除|剔除|减去|除[去开]?)[^,。;:0-9]{0,8}(?:撤[回销]|退回|终止|取消)[^,。;:0-9]{0,6}$")
"""What before a figure says that it is of requests which are not counted in the next one."""

_BOTH: Final = (What.RECEIVED_WITH_CARRIED_OVER, What.RECEIVED)


def of_new_and_older(total: Draft, before: Sequence[Draft]) -> tuple[What, ...]:
    """
    Give what a total is of that stands behind new requests and those carried over: 新收10件，上年结转2件，共计12件.

    Args:
        total: The total.
        before: What the sentence has counted so far.
    """
    # 办结上年结转申请3件、本年新收申请32件，共35件
    if any(are_concluded(pair, before[:place]) for place, pair in enumerate(pairwise(before))):
        return (What.CONCLUDED,)
    new = list(takewhile(_is_new, reversed(before)))
    # 上年结转3件，新收36件，其中自然人20件、法人7件，共27件
    if _add_up([draft for draft in new if draft.setting.among], total):
        return ()
    # 上年结转3件，按期办结，共35件
    if _SAYS_LITTLE.fullmatch(total.skipped):
        return (*_BOTH, What.CONCLUDED)
    # 上年结转3件，本年受理网上申请21件、信函申请12件、当面申请3件，共计36件
    return _BOTH if _add_up([draft for draft in new if not draft.setting.among], total) else _BOTH[:1]


def without_left_out(drafts: Sequence[Draft]) -> list[Draft]:
    """Let answers know of the requests withdrawn that are left out of them, which the table counts as well."""
    claims = list(drafts)
    for place, (draft, behind) in enumerate(pairwise(drafts)):
        if behind.readings == (What.CONCLUDED,) and LEFT_OUT.search(draft.before):
            claims[place + 1] = evolve(behind, older=draft.value)
    return claims


def _is_new(draft: Draft) -> bool:
    return draft.readings in {(), (What.RECEIVED,)}


def _add_up(parts: Sequence[Draft], total: Draft) -> bool:
    return len(parts) > 1 and sum(draft.value for draft in parts) == total.value


def counts_some(total: Draft, new: Decimal, every: Decimal) -> bool:
    """
    Tell whether a total is of those that a clause right before it names: 新收36件，以自然人申请为主，共27件.

    Args:
        total: The total.
        new: The new requests.
        every: Those with the ones carried over.
    """
    # 新收36件，上年结转3件，按期办结，共38件
    of_all = total.value > new and _SAYS_LITTLE.fullmatch(total.skipped) is not None
    return total.value < every and not of_all and _NAMES_SOME.match(total.skipped) is not None

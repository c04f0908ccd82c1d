"""Lists whose head says that they are of something else: topics of requests, or the answers that cases are about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.claims._meanings import CASES, DECISIONS, OUTCOMES, PROCEEDINGS

if TYPE_CHECKING:
    from govdisclosure.claims._place import Place, Word

_ITEM: Final = "[^,。;:0-9]{0,16}[0-9]{1,6}[件起宗份条次](?:,?占[^,。;0-9]{0,6}[0-9.]{1,6}%)?,?(?:其中[,:])?"
_ANSWER: Final = (
    "(?:[、和及与]|以及|其中)?(?:涉及|针对|不服|因)?(?:不?予以?|不?同意|部分|无法|其他)(?:公开|提供|处理)(?:的?(?:答复|决定|告知)书?)?的?"
    "[0-9]{1,6}[件起宗],?"
)
_AND: Final = "(?:[、和及与]|以及|其中)?"
_OF: Final = "(?:涉及|属于|关于|有关|针对|用于|不服|收到|表示|回复)?"
_IS: Final = (
    "(?:方?面|上|来?看|分析|划?分布?|统计|情况)*[,:]?(?:主要|重点|集中|分布|大?多|[为是有在于])*"
    "(?:涉及|涵盖|包括|包含|属于|关于|用于)?"
)


def _under(head: str, item: str = _ITEM) -> re.Pattern[str]:
    """Give what stands before a word of a list with a head, from there on; any items before it have figures."""
    return re.compile(f"(?:{head})(?:{item})*{_AND}{_OF}$")


# 从申请内容看，行政许可8件，行政处罚5件 · 拟用于行政诉讼的12件, but 申请事项11件，行政复议1件
_TOPICS: Final = _under(
    "(?:申请(?:公开)?的?(?:政府)?(?:信息)?的?(?:主要)?(?:内容|事项|主题|领域|用途|目的|方向|类[型别])(?![0-9])"
    "|申请当?中(?=,?(?:主要)?涉及)|申请(?:公开|获取)的(?:政府)?信息(?=主要|集中|多为)"
    f"|(?:,|所?涉及?)内容){_IS}|用于"
)
# 收到申请36件，主要涉及行政许可8件、行政处罚5件
_OF_REQUESTS: Final = _under("涉及")
# 发布典型案例12件，其中行政处罚8件、行政复议2件 · 法制审核重大执法决定6件（行政处罚5件、行政许可1件）
_EXAMPLES: Final = _under(
    "(?:案例|案卷|卷宗|法制审[核查]|评查|抽[查取]|备案|听证)[^,。;0-9]{0,12}[0-9]{1,6}[件个起篇份卷宗例]"
    r"(?:\(|[,:]?(?:其中(?:涉及)?|包括|含|涉及)[,:]?)"
)
# 不服不予公开决定2件、无法提供答复3件
_CONTESTED: Final = _under("不服", _ANSWER)
# 行政复议涉及的答复类型：不予公开2件 · 6件复议中，涉及不予公开答复2件 · 复议事由为不予公开2件
_ABOUT_ANSWERS: Final = _under(
    f"(?:(?:涉及|针对|因)(?:的?答复)?(?:类[型别]|方式|结果)?|事由|原因|焦点|答复类[型别]){_IS}",
    _ANSWER,
)
# 第三方同意公开1件，不同意公开2件 · 征求第三方意见3件，同意公开1件
_CONSENT: Final = _under("(?:第三[方人]|权利人|利害关系人)(?:书面|明确|表示|反馈|回复|意见|[函书均都的])*")
_LISTED: Final = frozenset({*CASES, *DECISIONS, *OUTCOMES})
_LOOKING_BACK: Final = 100
"""Characters of a list before a word that are looked at."""


def is_of_something_else(place: Place, near: Word) -> bool:
    """
    Tell whether a list that a number stands in is of something else than what its word is of elsewhere.

    Decisions and cases can be what requests are about, answers what cases are about, and consent that of others.

    Args:
        place: The number.
        near: The word right before it.
    """
    first = _first_of_list(place, near)
    if near.kind in DECISIONS and place.mind.spoke_of_requests and _stands(place, first, _OF_REQUESTS):
        return True
    if near.kind in {*DECISIONS, *CASES}:
        return _stands(place, first, _TOPICS, _EXAMPLES)
    # 不予公开答复2件
    last = next((word for word in reversed(place.before) if word.kind in OUTCOMES), None)
    answer = None if last is None else _first_of_list(place, last)
    return answer is not None and _stands(place, answer, _CONTESTED, *_of_answers(place, answer))


def _first_of_list(place: Place, last: Word) -> Word:
    """Give the first word of a list that a number sums up: 申请内容涉及行政复议和行政诉讼共9件."""
    # 第三方不同意公开、不予公开1件
    return place.listed(last, _LISTED)[0] if place.sums_up else last


def _of_answers(place: Place, word: Word) -> list[re.Pattern[str]]:
    about = [_ABOUT_ANSWERS] if place.mind.subject in PROCEEDINGS else []
    return [*about, _CONSENT] if "同意" in word.matched[0] else about


def _stands(place: Place, word: Word, *heads: re.Pattern[str]) -> bool:
    said = place.text[max(0, word.start - _LOOKING_BACK) : word.start]
    return any(head.search(said) for head in heads)

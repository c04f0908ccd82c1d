"""Answers beside which more are told that a table counts with them: 收到申请10件，答复8件，无法提供2件."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import partial
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final

from attrs import evolve

from govdisclosure.claims._answers import is_of_all
from govdisclosure.claims._claim import What
from govdisclosure.claims._draft import FEW, part
from govdisclosure.claims._meanings import CARRIED, OUTCOMES
from govdisclosure.claims._totals import LEFT_OUT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govdisclosure.claims._draft import Draft

_OUTCOMES: Final = frozenset(OUTCOMES.values())
_NOT_OPENED: Final = _OUTCOMES - {What.GRANTED, What.PARTIALLY_GRANTED}
# 答复58件，另有2件答复待送达
_FURTHER: Final = re.compile("(?:另外?|还)有?$")
# 收到申请12件，另收到县政府转办3件 · 收到申请12件（不含转办3件）
_NOT_AMONG: Final = re.compile("(?:另外?(?:收到|受理|接[到收])|不(?:含|包[含括]))(?!.*(?:复议|许可))[^,。;0-9]*$")
_WITHDRAWN: Final = "不予?受理|不符合|撤[回销]|补正|终止|合并|重复|咨询|信访|举报|投诉"
_ON_A_GROUND: Final = "不掌握|不存在|不属于|非本|不明确|现成|制作|出版物|内部|过程|案卷|秘密|隐私"
_PASSED_ON: Final = re.compile("转[交送]|移[交送]")
_KEPT: Final = frozenset({(What.CONCLUDED,), (What.RECEIVED,)})
_SEVERAL: Final = 2
_LEFT: Final = "在办|正在|办理中|未(?:办|到|答)|尚在|[还仍]在"


def _told_by(words: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give what says of a figure what became of its requests, before it or behind it in its clause."""
    return re.compile(words), re.compile(f"[^,。;0-9]*?(?:{words})")


# 上年结转2件，全部办结 · 上年结转2件在本年办结, but 上年结转2件，办结12件
_CONCLUDED_BEHIND: Final = re.compile("[^。;0-9]{0,12}?(?:办[结毕]|答复)(?:[,。;、)]|$)")
_CONCLUDED_BEFORE: Final = re.compile("(?:办[结毕]|答复)了?$")
_NEW: Final = "新收"
# 重复申请1件, 申请人撤回1件 · 6件为本机关不掌握的信息
_SAYS_OTHERWISE: Final = _told_by(f"{_WITHDRAWN}|{_ON_A_GROUND}")
_ANSWERED: Final = re.compile("答复|回复")
_SAYS_UNANSWERED: Final = _told_by("不予?受理|撤[回销]|终止")
# 已主动公开、告知查询方式的3件, which the form counts as granted
_SAYS_OPENED: Final = _told_by("主动公开|(?:获取|查询)的?(?:方式|途径|渠道)|指引")
# 正在办理2件 · 2件尚未到答复期限
_SAYS_LEFT: Final = _told_by(_LEFT)


def with_more_beside(drafts: Sequence[Draft], told: Sequence[Draft]) -> list[Draft]:
    """
    Let answers know of those beside them that the table counts as well, and of which they can be a part.

    Args:
        drafts: The claims of a sentence.
        told: Those of the sentences before.
    """
    claims = list(drafts)
    for place, draft in enumerate(drafts):
        if draft.readings == (What.GRANTED,):
            around = drafts[max(0, place - FEW) : place + 1 + FEW]
            claims[place] = _with_more(draft, _sum(other for other in around if _is_opened(other)))
        elif draft.readings == (What.CONCLUDED,) and _FURTHER.search(draft.before):
            claims[place] = part(draft)
            _add_to(claims, place, What.CONCLUDED)
        elif not draft.readings and _NOT_AMONG.search(draft.before):
            _add_to(claims, place, What.RECEIVED)
        elif draft.readings == (What.CONCLUDED,):
            # 收到申请10件。其中，答复8件，无法提供2件。
            before = [*told[-FEW:], *drafts[max(0, place - FEW) : place]]
            others = _dealt_with_otherwise(draft, before, drafts[place + 1 : place + 1 + FEW])
            claims[place] = _with_more(draft, others)
    return claims


def without_passed_on(drafts: Sequence[Draft]) -> list[Draft]:
    """
    Let requests received know that some of them can be missing in the table, since others were to answer them.

    收到申请15件，转交2件，实际办理13件: the table can have 13.
    """
    claims = list(drafts)
    for place, (draft, kept) in enumerate(pairwise(drafts)):
        if not _PASSED_ON.search(draft.before + draft.words) or kept.readings[:1] not in _KEPT:
            continue
        for at in range(max(0, place - FEW), place):
            if claims[at].readings == (What.RECEIVED,) and claims[at].value == draft.value + kept.value:
                claims[at] = _with_more(claims[at], -draft.value)
    return claims


def _add_to(claims: list[Draft], place: int, what: What) -> None:
    """Let figures of a kind know of those behind them that are none of these, up to a semicolon."""
    more = claims[place]
    for at in range(max(0, place - FEW), place):
        if claims[at].readings == (what,) and claims[at].setting.pauses == more.setting.pauses:
            claims[at] = _with_more(claims[at], more.value)


def _with_more(draft: Draft, more: Decimal) -> Draft:
    return evolve(draft, older=draft.older + more)


def _dealt_with_otherwise(draft: Draft, before: Sequence[Draft], behind: Sequence[Draft]) -> Decimal:
    """
    Give how many requests were dealt with in other ways, where only with these all that were received are told.

    Three ways behind answers, of which none is that something was made public, are all others that there are.
    """
    received = next((other.value for other in reversed(before) if other.readings[:1] == (What.RECEIVED,)), None)
    over = _sum(other for other in before if other.readings == (What.CARRIED_OVER,))
    stretch = list(takewhile(partial(_goes_on, draft), behind))
    others = list(filter(_is_otherwise, stretch))
    # 答复6件，无法提供2件，结转下年2件
    every = draft.value + _sum(others) + _sum(filter(_is_left, stretch))
    # 答复12件，无法提供2件，不予处理3件，不予公开1件，作出公开决定8件、部分公开决定4件
    refused = list(takewhile(_is_not_opened, others))
    listed = sum(map(_is_outcome, refused)) > _SEVERAL and _sum(others) != draft.value
    if listed:
        return _sum(refused)
    if received is not None and every in {received, received + over}:
        return _sum(others)
    # 收到36件，答复28件，不予受理7件, beside which others can be left, but 办结28件，撤回7件
    if not _ANSWERED.search(draft.words):
        return Decimal(0)
    beside = (*takewhile(partial(_stands_with, draft), reversed(before)), *others)
    return _sum(other for other in beside if _says(other, *_SAYS_UNANSWERED) and not LEFT_OUT.search(other.before))


def _stands_with(draft: Draft, other: Draft) -> bool:
    """Tell whether a figure before another stands in one list with it: 其中不予受理7件，答复28件."""
    one, another = draft.setting, other.setting
    alike = (one.sentence, one.pauses, one.among) == (another.sentence, another.pauses, another.among)
    return alike and not another.nested


def _is_outcome(draft: Draft) -> bool:
    return not _OUTCOMES.isdisjoint(draft.readings)


def _is_not_opened(draft: Draft) -> bool:
    return _NOT_OPENED.issuperset(draft.readings)


def _goes_on(draft: Draft, other: Draft) -> bool:
    """Tell whether a figure goes on behind another: 其中答复12件，无法提供8件, but 答复20件，其中公开类12件."""
    begins = other.setting.among and not draft.setting.among
    return other.setting.pauses == draft.setting.pauses and not begins


def _sum(drafts: Iterable[Draft]) -> Decimal:
    return sum((draft.value for draft in drafts), Decimal(0))


def _is_otherwise(draft: Draft) -> bool:
    """Tell whether it is of what became of requests, and no part of the figure before it."""
    apart = not (draft.setting.nested or draft.setting.included)
    return apart and (_is_outcome(draft) or _says(draft, *_SAYS_OTHERWISE))


def _is_opened(draft: Draft) -> bool:
    return _says(draft, *_SAYS_OPENED)


def _is_left(draft: Draft) -> bool:
    forward = What.CARRIED_FORWARD in draft.readings or draft.readings == CARRIED
    return forward or _says(draft, *_SAYS_LEFT)


def _says(draft: Draft, before: re.Pattern[str], behind: re.Pattern[str]) -> bool:
    """Tell whether words before or behind a figure that is of no cell say something of its requests."""
    said = before.search(draft.before) or behind.match(draft.behind)
    return not draft.readings and said is not None


def without_told_otherwise(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out what became of all requests where some came to something else: 均予以公开，其中部分公开16件."""
    return [draft for draft in drafts if not is_of_all(draft) or _came_to_it(draft, drafts)]


def _came_to_it(draft: Draft, drafts: Sequence[Draft]) -> bool:
    others = [other for other in drafts if not is_of_all(other)]
    # 互动平台受理86件，均予以公开, which are no requests, or some of them
    counted = any(other.whole and other.start == draft.start for other in others)
    return counted and not any(_tells_otherwise(draft, other) for other in others if 0 < other.value <= draft.value)


def _tells_otherwise(draft: Draft, other: Draft) -> bool:
    apart = other.readings != draft.readings or other.value < draft.value
    return apart and (_is_outcome(other) or _says(other, *_SAYS_OTHERWISE) or _is_left(other))


def with_those_of_last_year(drafts: Sequence[Draft]) -> list[Draft]:
    """
    Let answers know of requests carried over, where they can be those to new ones alone.

    新收10件，办结9件；上年结转2件，全部办结: the table has 11.

    Args:
        drafts: The claims of a paragraph.
    """
    over = [draft for draft in drafts if draft.readings == (What.CARRIED_OVER,)]
    if not _add_up_without(drafts):
        over = [draft for draft in over if _are_concluded(draft)]
    more = max((draft.value for draft in over), default=Decimal(0))
    new = max((draft.value for draft in drafts if draft.readings[:1] == (What.RECEIVED,)), default=Decimal(0))
    # 办结上年结转申请3件、本年新收申请32件，共35件, which are all, but 新收办结32件；上年结转3件，均已办结
    return [_with_more(draft, more) if _are_answers_to_new(draft, new) else draft for draft in drafts]


def _are_answers_to_new(draft: Draft, new: Decimal) -> bool:
    # 收到10件，答复9件，无法提供3件；上年结转2件，均已办结, which are all with those that are told beside them
    in_all = draft.value + draft.older
    return draft.readings == (What.CONCLUDED,) and (in_all <= new or draft.before.endswith(_NEW))


def _are_concluded(over: Draft) -> bool:
    """Tell whether requests carried over are said to be concluded, by words of their own: 办结上年结转2件."""
    said = _CONCLUDED_BEHIND.match(over.behind) or _CONCLUDED_BEFORE.search(over.before)
    return said is not None


def _add_up_without(drafts: Sequence[Draft]) -> bool:
    """Tell whether the new requests are those concluded and those left: 收到10件，上年结转2件，办结9件，结转下年1件."""
    parts = (What.RECEIVED, What.CONCLUDED, What.CARRIED_FORWARD)
    received, concluded, left = ({draft.value for draft in drafts if draft.readings[:1] == (what,)} for what in parts)
    return bool(left) and received == {sum((*concluded, *left), Decimal(0))}

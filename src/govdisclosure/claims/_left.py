"""What is said of requests that were left at the end of the year: 未办结4件, 无结转."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from govdisclosure.claims._claim import What
from govdisclosure.claims._draft import FAR, FEW
from govdisclosure.claims._meanings import ABOUT_REQUESTS, CARRIED
from govdisclosure.claims._some import tells_of_some

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.claims._draft import Draft
    from govdisclosure.claims._mind import Mind
    from govdisclosure.claims._place import Bound

# 办结34件，尚未办结2件, but 上年未办结2件 and 目前未办结2件, which can be at another day than the last of the year
_UNDONE: Final = re.compile("[,、(]?(?P<words>[尚仍还]?(?:有|余)?未(?:办结|办理完毕)(?:的?申请)?(?:有|为|共)?)")
_DONE: Final = re.compile("办[结毕]|答复|回复|办理完[毕成]")
_STOP: Final = re.compile("[。!?|]")
_REQUESTS: Final = re.compile("申请|新收")
_RECEIVED: Final = frozenset({What.RECEIVED, What.RECEIVED_WITH_CARRIED_OVER})
_LAST: Final = re.compile("(?:上一?|去)年度?")
# 许可申请全部办结，无结转
_OTHERS: Final = re.compile("预算|提案|信访|援助|许可")
# 上年结转申请均已办结，无结转 · 补正后的申请全部办结，无结转 · 截至6月底收到的申请全部办结，无结转
_OF_SOME: Final = re.compile(
    "(?:上一?年度?|去年|[0-9]{4}年度?)(?:结转|遗留|转入)的?(?:(?:政府)?信息公开)?申请(?:已|均|都|全部)|补正后?的?申请"
    "|[上下]半年|季度|(?<![0-9])(?:[1-9]|1[01])月(?!(?:1日)?[-—~至到起]*12月)"
)


def with_undone(drafts: Sequence[Draft]) -> list[Draft]:
    """Read what was not concluded as what goes over to the next year: 收到申请36件，办结34件，未办结2件."""
    claims = list(drafts)
    for place, draft in enumerate(drafts):
        undone = None if draft.setting.among else _UNDONE.fullmatch(draft.before)
        if undone is not None and _is_of_requests(drafts[max(0, place - FEW) : place], draft):
            begin = draft.start - len(draft.before) + undone.start("words")
            words = undone["words"] + draft.words
            claims[place] = evolve(draft, readings=(What.CARRIED_FORWARD,), start=begin, words=words)
    return claims


def _is_of_requests(before: Sequence[Draft], draft: Draft) -> bool:
    """Tell whether all that stands before a figure is of all requests: not 办理提案6件，未办结2件."""
    stretch = [other for other in before if other.setting.pauses == draft.setting.pauses]
    told = [other for other in stretch if not other.setting.among]
    # 网上申请21件，办结20件，未办结1件: without 收到 it is not plain of what the figures are.
    received = any(_RECEIVED & {*other.readings} for other in told)
    # 收到申请36件，局长信箱来信45件，未办结2件
    beside = all(draft.setting.number <= other.end for other in before[-1:])
    return received and beside and all(map(_is_of_all, told))


def _is_of_all(draft: Draft) -> bool:
    return bool(draft.readings) and ABOUT_REQUESTS.issuperset(draft.readings)


def none_left(text: str, bounds: Sequence[Bound], mind: Mind) -> list[Bound]:
    """Give what 无结转 denies, which way the words before it tell; nothing where it is not plain that it is of all."""
    return [read for bound in bounds for read in _none_left(text, bound, mind)]


def _none_left(text: str, bound: Bound, mind: Mind) -> list[Bound]:
    begin = max(mind.sentence.start, bound.start - FAR)
    said = text[max(begin, text.rfind(";", begin, bound.start) + 1) : bound.start]
    stop = _STOP.search(text, bound.end, bound.end + FAR)
    rest = text[bound.end : stop.start() if stop else bound.end + FAR]
    # 局长信箱来信全部办结，无结转
    told = _REQUESTS.search(said + rest) or (mind.spoke_of_requests and not said) or _LAST.fullmatch(said)
    if (
        mind.subject not in {None, "requests"}
        or not told
        or _OTHERS.search(said)
        or tells_of_some(said)
        or _is_of_part(said, bound, mind)
    ):
        return []
    if bound.readings != CARRIED:
        return [bound]
    # 上年结转3件已全部办结，无结转
    if [draft.readings for draft in mind.sentence.drafts] == [(What.CARRIED_OVER,)]:
        return []
    return [bound._replace(readings=(What.CARRIED_FORWARD,)) if _DONE.search(said) else bound]


def _is_of_part(said: str, bound: Bound, mind: Mind) -> bool:
    """Tell whether what was done is told of some requests only: 上半年收到的申请全部办结."""
    received = [draft for draft in mind.sentence.drafts[-FEW:] if _RECEIVED & {*draft.readings} and draft.whole]
    # 收到申请36件，其中3月收到3件，全部办结
    behind = bound.start - mind.sentence.drafts[-1].end if received else len(said)
    return _OF_SOME.search(said, max(0, len(said) - behind)) is not None

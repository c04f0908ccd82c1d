"""What a denial is about: 未收到…申请, 未发生…行政复议、行政诉讼, 未制发…."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from govdisclosure.claims._claim import What
from govdisclosure.claims._draft import FAR
from govdisclosure.claims._meanings import (
    CASES,
    DECISIONS,
    DOMAINS,
    FEES,
    LISTED,
    MADE,
    OTHER_WORK,
    OUTCOMES,
    PAPERS,
    REQUESTS,
    RESULTS,
    made,
)
from govdisclosure.claims._place import Bound, Word
from govdisclosure.vocabulary.modifiers import OTHER_MATTERS
from govdisclosure.vocabulary.prose import SCENERY

if TYPE_CHECKING:
    from collections.abc import Sequence

_HAPPENED: Final = re.compile("(?:发生|产生|出现|申请|案件)?(?:[,。;]|$)")
_NAMED: Final = re.compile("(?:工作|办理|受理|申请|总?数量?|件数)*(?:情况)?:")
_OTHER_CAUSE: Final = re.compile("(?:(?!信息|公开|申请|答复|[此被引])[^,。;、0-9]){2,12}(?:引[发起]|导致|产生)")
# 未发生行政复议案件 · 没有不予公开的情况发生, but 无行政诉讼二审案件, 未发生行政处罚错案, 没有行政许可权
_NO_MORE: Final = re.compile(
    "(?:案件?|案例|事件|信?件|要求|[书表]|的|类|等|情[况形]|现象|行为|项目|事项|业务|工作|措施|决定|政府信息|信息|文件|申请|申诉|纠纷|争议"
    "|发生|产生|出现|过)*(?:[,。;.、()0-9或和及与]|”(?=[,。;、)“]|$)|$)"
)
"""What can stand behind the last word of a denial when nothing but that is denied."""
_ITS: Final = re.compile("[^、,。;:或和及与]{0,8}")
"""What stands between a thing and what is only something about it: 行政处罚类复议, 行政许可投诉."""

# 未收到企业提出的申请 · 不存在无故不予公开的情形 · 未出台涉企规范性文件 · 未收取行政事业性收费以外的费用
_OF_A_KIND: Final = re.compile(
    "(?:[收接]到|受理)(?:企业|法人|科研机构|社会公益|其他组织|自然人(?:以外|之外)|涉)|发现"
    "|[^,。;]{0,20}?(?:以外|之外|新[增设]的?行政|违[规法]|无故|随意|应公开未|无[^,。;]{0,6}依据|抵触|涉企|重大|泄密|涉密|涉及市场|要求(?:废止|修改|制定)|因(?:主动|不予以?)公开)"
)
# 因公开不及时引发的行政复议, but 因不服答复引发的行政复议
_DEFECT: Final = re.compile("[^,。;]{0,6}因[^,。;]{0,10}(?:不(?![服满])|未)[^,。;]{0,10}(?:引[发起]|导致|产生)")
_OF_DISCLOSURE: Final = re.compile("信息公开|提供(?:政府)?信息")
# 答复零复议, but 行政执法零复议
NOUGHT: Final = "零"
"""What denies cases right before them: 零复议."""
_ON_DISCLOSURE: Final = re.compile(f"(?:公开|申请|答复)(?:(?!{OTHER_MATTERS})[^。])*$")
_JOINED: Final = frozenset({*LISTED, "并", "或", "或者", "以及"})
_SAID_AGAIN: Final = frozenset("、和或及")
_SINGLE: Final = {**DECISIONS, **FEES}
_THINGS: Final = frozenset({*CASES, *_SINGLE})
_OTHER_THAN_CASES: Final = frozenset({"block", "of_others"})
_OTHER_THINGS: Final = frozenset({"block", *CASES, *RESULTS})
_NOT_ONE: Final = frozenset({"一起", "一件", "一例", "1起", "1件", "1例"})  # 未引起一起行政复议
_TURNED_AWAY: Final = re.compile("拒绝|拖延")
_CAUSE: Final = re.compile("[因由对就服]")
_CAME_OF: Final = re.compile("引[发起]|导致|产生")
_BEFORE: Final = 12
"""Characters before a denial that tell what it is about: 信息公开未收取任何费用."""


def denied(text: str, denial: Word, words: Sequence[Word], limit: int, domain: str | None) -> list[Bound]:
    """Give what is denied: 未收到…申请, 未发生…行政复议、行政诉讼, 未制发…."""
    words = _without_dealing(text, words)
    kinds = [word.kind for word in words]
    if not kinds or {"unsure", "not", "number", "compare"} & {*kinds} or not _NO_MORE.match(text, words[-1].end, limit):
        return []
    if _is_of_some_cause(text, denial, {*kinds}) or _OF_A_KIND.match(text, denial.end, words[-1].end):
        return []
    # 未出现拒绝受理政府信息公开申请的情况
    if _TURNED_AWAY.search(text, denial.end, words[0].start):
        return []
    if any(map(partial(_is_of_its, text), words, words[1:])) or _is_a_slogan(text, denial, words[0]):
        return []
    # 未收到上年结转的申请, but 未收到申请和上年结转申请
    if kinds == ["received", "carried_over", "request"] and words[0].end == words[1].start:
        return [Bound(REQUESTS["carried_over"], denial.start, words[-1].end)]
    # 未制定、出台规章 denies one thing, though two words say so.
    of_disclosure = _OF_DISCLOSURE.search(text, max(0, denial.start - _BEFORE), denial.start) is not None
    whats = dict.fromkeys(_denied(kinds, "requests" if domain is None and of_disclosure else domain))
    requests = dict.fromkeys([(What.RECEIVED,)] if _lists_requests_and_cases(text, words) else [])
    return [Bound(readings, denial.start, words[-1].end) for readings in requests | whats]


def denied_words(text: str, words: list[Word]) -> list[Word]:
    """Give the words of substance behind a denial, which can be said again in a list: 未制定、未废止规范性文件."""
    return [
        word
        for word in words
        if word.kind not in SCENERY and not is_said_again(text, word) and word.matched[0] not in _NOT_ONE
    ]


def is_said_again(text: str, word: Word) -> bool:
    """Tell whether a word denies again what is listed: 零复议零诉讼, 未收到申请、未发生复议."""
    return word.kind == "not" and (word.matched[0] == NOUGHT or text[word.start - 1] in _SAID_AGAIN)


def _without_dealing(text: str, words: Sequence[Word]) -> Sequence[Word]:
    """Leave out what would be done with the requests of which there were none: 未收到和处理政府信息公开申请."""
    dealt = len(words) > 1 and words[1].kind == "concluded"
    joined = dealt and text[words[0].end : words[1].start] in _JOINED
    return [words[0], *words[2:]] if joined else words


def _lists_requests_and_cases(text: str, words: Sequence[Word]) -> bool:
    """Tell whether a list of what was not received begins with requests: 未收到政府信息公开申请、行政复议、行政诉讼."""
    kinds = [word.kind for word in words[:3]]
    if kinds[:2] != ["received", "request"] or kinds[-1] not in CASES:
        return False
    # 未收到因政府信息公开申请、行政复议引发的行政诉讼, of which there were some
    of_cause = _CAUSE.search(text, words[0].end, words[1].start) or _CAME_OF.search(text, words[1].end, words[-1].start)
    return of_cause is None and all(text[word.end] in LISTED for word in words[1:-1])


def _is_of_some_cause(text: str, denial: Word, kinds: set[str]) -> bool:
    """Tell whether cases of one cause are denied: 无医疗纠纷引发的诉讼, 没有因公开不及时引发的复议."""
    if not CASES.keys() & kinds:
        return False
    # But of a result, the cause says why: 未发生因答复不规范引起的行政复议被纠错
    by_defect = not RESULTS.keys() & kinds and _DEFECT.match(text, denial.end)
    return bool(by_defect or _OTHER_CAUSE.match(text, denial.end))


def _is_a_slogan(text: str, denial: Word, thing: Word) -> bool:
    """Tell whether nought cases are told of no matter: 实现零复议, but 政府信息公开零复议."""
    nought = denial.matched[0] == NOUGHT and thing.start == denial.end
    return nought and _ON_DISCLOSURE.search(text, max(0, denial.start - FAR), denial.start) is None


def _is_of_its(text: str, thing: Word, word: Word) -> bool:
    """Tell whether a word is of something about a decision or case: 行政许可投诉, 行政处罚复议, 行政许可撤销案件."""
    others = _OTHER_THAN_CASES if thing.kind in CASES else _OTHER_THINGS
    return thing.kind in _THINGS and word.kind in others and _ITS.fullmatch(text, thing.end, word.start) is not None


def not_happened(text: str, denial: Word, words: Sequence[Word]) -> list[Bound]:
    """Give the cases or requests before a denial that there were none of: 行政复议、行政诉讼均未发生, 行政复议：无."""
    if not _HAPPENED.match(text, denial.end):
        return []
    named = [word for word in words if word.kind != "topic"]
    last = named[-1] if named else None
    # 依申请公开：无 · 依申请公开政府信息情况：无
    if last is not None and last.kind == "request" and _NAMED.fullmatch(text, last.end, denial.start):
        return [Bound((What.RECEIVED,), last.start, denial.end)]
    return [Bound((CASES[word.kind],), word.start, denial.end) for word in words if word.kind in CASES]


def _denied(kinds: list[str], domain: str | None) -> list[tuple[What, ...]]:
    if PAPERS & {*kinds}:
        # 没有制定、修改规范性文件
        other_work = {*OTHER_WORK} - {"amended"} & {*kinds}
        verbs = [] if other_work else [kind for kind in dict.fromkeys(kinds) if kind in MADE]
        return [made(noun, verb) for noun in dict.fromkeys(kinds) if noun in PAPERS for verb in verbs]
    if CASES.keys() & {*kinds}:
        return [(what,) for what in _denied_cases(kinds)]
    if _SINGLE.keys() & {*kinds}:
        return [(_SINGLE[kind],) for kind in kinds if kind in _SINGLE and not {"received", *OTHER_WORK} & {*kinds}]
    if "charge" in kinds:
        return [(What.PROCESSING_FEE,)] if "request" in kinds or domain in {"requests", *FEES} else []
    return [] if "block" in kinds else _denied_requests(kinds)


def _denied_cases(kinds: list[str]) -> list[What]:
    cases = [kind for kind in dict.fromkeys(kinds) if kind in CASES]
    results = [kind for kind in dict.fromkeys(kinds) if kind in RESULTS]
    return [What(f"{DOMAINS[case]}_{RESULTS[result]}") for case in cases for result in results] or [
        CASES[case] for case in cases
    ]


def _denied_requests(kinds: list[str]) -> list[tuple[What, ...]]:
    first = next((kind for kind in kinds if kind in REQUESTS and kind != "concluded"), None)
    if first in {"received", "received_new"} or (first is None and kinds[0] == "request"):
        return [(What.RECEIVED,)] if "request" in kinds and "concluded" not in kinds else []
    if first == "carried_over" and "carried_forward" in kinds:
        return [REQUESTS[first], REQUESTS["carried_forward"]]
    # 没有不予公开和无法提供的情形
    if first in OUTCOMES:
        return [REQUESTS[kind] for kind in dict.fromkeys(kinds) if kind in OUTCOMES]
    return [] if first is None else [REQUESTS[first]]

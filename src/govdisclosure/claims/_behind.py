"""What a number is about that stands before the words that say so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.claims._cases import is_number_of_cases, of_counted, of_results
from govdisclosure.claims._claim import What
from govdisclosure.claims._meanings import CASES, DECISIONS, LISTED, OUTCOMES, PAPERS, PUBLISHED, REQUESTS, RESULTS
from govdisclosure.claims._place import ALIEN, SOME, Bound, Place, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAYING_NOTHING: Final = frozenset({"not", "unsure", "block", "condition", "compare", "other_year", "papers", "rate"})
_OF_PAPERS: Final = re.compile("的[^,。;0-9]{0,6}(?:文件|公文|材料)")
_CONTESTED: Final = re.compile("的?(?:答复|决定|告知)?书?(?:结果|意见|内容)?(?:不服|不满|有异议)")
# 公开了3件行政许可, but 公开了3项行政许可 and 公开了3件行政许可事项
_PUBLISHED: Final = re.compile(
    r"[件宗起]的?行政(?:许可|处罚|强制(?:措施|执行)?)(?:信息|案件|结果)?(?:[,。;、()和及与]|$)"
)
# 12件行政处罚决定已公示, but 287件行政处罚决定均已公示
_MADE_PUBLIC: Final = re.compile("决定书?(?:已|现|依法|及时|按时)*(?:(?:在|通过|于)[^,。;0-9均全都]{2,20})?公[开示布]")
# 收到的86件申请加上年结转的4件
_ADDED: Final = ("加", "加上")
_OR: Final = ("、", "和", "及", "与", "或", "或者")
_IN_ALL: Final = ("共", "共计", "总计", "合计", "共有")
_RANK: Final = ("carried_forward", "carried_over", "carried", *OUTCOMES, "concluded")
"""Of several deeds the first of these is what is counted: 3件申请答复期限未到，结转下年度办理."""


def after(place: Place) -> list[Bound]:
    """Give what a number is about that comes first: 2件不予公开, 3件结转下年度办理, 1件行政复议."""
    kinds = [word.kind for word in place.after]
    # 补正3件、答复9件: what follows has a number of its own.
    if not kinds or _SAYING_NOTHING & {*kinds} or place.text[place.end] in LISTED:
        return []
    return _thing_behind(place, place.after[0]) or _deed_behind(place)


def _thing_behind(place: Place, first: Word) -> list[Bound]:
    """Give the cases, decisions or requests that a number right before them counts."""
    # 其中2起维持、1起依法撤销
    if first.kind in RESULTS:
        return of_results(place, first)
    if first.kind in CASES and is_number_of_cases(place, first):
        return of_counted(place, first)
    # 作出3件行政许可决定 · 公开了3件行政许可
    if first.kind in DECISIONS and place.counted(first.kind) and _counts_decisions(place, first):
        published = place.mind.sentence.of_published or _MADE_PUBLIC.match(place.text, first.end) is not None
        meant = PUBLISHED if published else DECISIONS
        return [place.bound(first, meant[first.kind])]
    return [place.bound(first, What.RECEIVED)] if _is_all_that_is_said(place, first) else []


def _counts_decisions(place: Place, first: Word) -> bool:
    published = place.mind.sentence.of_published and _PUBLISHED.match(place.text, place.end - 1) is not None
    return published or place.text.startswith("决定", first.end)


def _deed_behind(place: Place) -> list[Bound]:
    """Give what was done with the requests that a number counts."""
    # 1536件行政许可均按期办结
    if place.counted(*DECISIONS, *CASES, *PAPERS):
        return []
    # 3件为本年度新收, but 3件申请行政复议、答复后起诉
    verbs = [word for word in place.after if word.kind in _RANK and not _tells_when(place.text, word)]
    if not verbs or place.has("block"):
        return []
    # 6件予以公开、部分公开2件, of which the second has a number of its own
    if len(verbs) > 1 and verbs[-1].kind in OUTCOMES and _is_listed_next(place, verbs[-1]):
        verbs.pop()
    verb = min(verbs, key=lambda word: _RANK.index(word.kind))
    # 14件分别作不予公开、无法提供和其他处理 · 21件公开或部分公开
    if verb.kind in OUTCOMES and _is_one_of_several(place, verb, verbs):
        return []
    # 申请人对2件不予公开决定不服
    if _CONTESTED.match(place.text, verb.end):
        return []
    # 36件申请办结34件 · 对2件不予公开的政策文件
    added = place.text[place.end : verb.start].endswith(_ADDED)
    if added or place.is_counted_next(verb) or _OF_PAPERS.match(place.text, verb.end):
        return []
    return [place.bound(verb, *REQUESTS[verb.kind])] if _counts_requests(place, verb) else []


def _is_listed_next(place: Place, verb: Word) -> bool:
    # 10件分别作不予公开、无法提供2件
    several = "分别" in place.text[place.end : verb.start]
    return place.text[verb.start - 1] == "、" and place.is_counted_next(verb) and not several


def _tells_when(text: str, word: Word) -> bool:
    return word.kind == "concluded" and text.startswith("后", word.end)


def _is_one_of_several(place: Place, verb: Word, verbs: Sequence[Word]) -> bool:
    """Tell whether several outcomes are told of the requests of one number, which is that of none of them."""
    told = {word.kind for word in verbs if word.kind in OUTCOMES}
    return len(told) > 1 or place.text[place.end : verb.start].endswith(_OR)


def _counts_requests(place: Place, verb: Word) -> bool:
    """Tell whether a number before a verb is one of requests: 4件申请因未到期结转下年度办理."""
    nouns = [word for word in place.after if word.kind == "request"]
    subject = place.mind.subject
    if any(place.names_disclosure(noun) for noun in nouns) or subject in {None, "requests"}:
        return True
    return subject not in ALIEN and (bool(nouns) or verb.kind.startswith("carried"))


def _is_all_of_the_subject(place: Place) -> bool:
    # 依申请公开工作情况：全年共22件申请
    return place.mind.subject == "requests" and place.said.endswith(_IN_ALL)


def _is_all_that_is_said(place: Place, noun: Word) -> bool:
    """Tell whether requests are counted by a number before them: 有1件政府信息公开申请, 0件依申请公开."""
    return (
        not place.before
        and place.counted("request")
        and noun.end == place.limit
        and (place.names_disclosure(noun) or _is_all_of_the_subject(place))
        and place.mind.subject != "papers"
        and not place.mind.sentence.among
        and not SOME.search(place.said)
    )

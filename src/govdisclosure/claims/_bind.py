"""What a number is about: from the words before it, or else from those after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.claims._claim import What
from govdisclosure.claims._meanings import (
    CASES,
    DECISIONS,
    DOMAINS,
    FEES,
    MADE,
    OTHER_WORK,
    OUTCOMES,
    PUBLISHED,
    REQUESTS,
    RESULTS,
    made,
)
from govdisclosure.claims._place import Bound, Place, Word

if TYPE_CHECKING:
    from collections.abc import Callable

# 1起有关政府信息公开的行政复议案件
_ABOUT: Final = re.compile("的?(?:(?:有关|涉及|因|关于)?(?:政府)?信息公开(?:工作)?(?:引[发起])?[的类]?)?")
_LISTED: Final = frozenset("、和及与")
_SAYING_NOTHING: Final = frozenset({"not", "unsure", "block", "condition", "compare", "other_year", "papers"})
_ITEMS: Final = frozenset("项条个篇部")  # 行政许可120项 are kinds of licences, and 条 what is posted of them.
_AND: Final = re.compile("(?:、|并|和|及|、并)(?:依法|依规|妥善|全部|按时|按期|及时)*")
_COUNTED: Final = frozenset("件条份宗例项")  # 依申请公开12次 are no requests.
# 涉及征地的政府信息公开申请15件, 转为依申请公开3件: what a number of requests without a verb is not.
_SOME: Final = re.compile("涉及|关于|属于|其中|[因对转类为]|认定|标注")
# 公开2件、部分公开1件
_OTHER_OUTCOMES: Final = re.compile("[、,;](?:予以|给予|同意|准予)?(?:部分|不)(?:予以?|同意)?公开")


def stated(place: Place) -> list[Bound]:
    """Give what a number is about, if anything; several for a number that is about each of several things."""
    if place.has("not", "unsure", "condition"):
        return []
    near = place.near()
    if place.money:
        return _money(place) if near else []
    before = _before(place, near) if near else []
    return before or ([] if near and near.kind in CASES else _after(place))


def _before(place: Place, near: Word) -> list[Bound]:
    listed = near.kind not in {*CASES, *RESULTS, *MADE} and place.joined(near) and not _is_said_twice(place, near)
    if listed and not (place.nought and near.kind in {"documents", *DECISIONS, *OUTCOMES}):
        return []
    binder = _BINDERS.get(near.kind)
    return binder(place, near) if binder else []


def _is_said_twice(place: Place, near: Word) -> bool:
    """Tell whether a list says one thing in two ways: 区分处理、部分公开2件."""
    return near.kind in OUTCOMES and [word.kind for word in place.before[-2:]] == [near.kind] * 2


def _of_decisions(place: Place, near: Word) -> list[Bound]:
    if (
        place.has("received", "received_new", "rules_block", "issued", "disclosed")
        or place.text[place.end - 1] in _ITEMS
    ):
        return []
    listed = [word for word in place.before if word.kind in DECISIONS] if place.joined(near) else [near]
    meant = PUBLISHED if place.mind.sentence.of_published else DECISIONS
    return [_bound(place, word, meant[word.kind]) for word in listed]


def _bound(place: Place, first: Word, *readings: What) -> Bound:
    return Bound(readings, min(first.start, place.start), max(place.end, first.end))


def _of_requests(place: Place, near: Word) -> list[Bound]:
    verbs = [word for word in place.before if word.kind in REQUESTS]
    if not verbs:
        return [_bound(place, near, What.RECEIVED)] if _is_all_requests(place, near) else []
    if near.kind != "request" and not _says_nothing_else(place, near):
        return []
    last = verbs[-1]
    if len(verbs) > 1 and last.kind == "concluded" and verbs[-2].kind in OUTCOMES and last.start - verbs[-2].end <= 2:
        last = verbs[-2]
    chosen = [last]
    if place.joined(near):  # Of nothing in all, each is nothing.
        chosen = [verb for verb in verbs if verb.kind in OUTCOMES]
    if len(verbs) > 1 and last.kind == "concluded" and verbs[-2].kind.startswith("received"):
        chosen = verbs[-2:] if _AND.fullmatch(place.text, verbs[-2].end, last.start) else chosen
    return [_bound(place, verb, *REQUESTS[verb.kind]) for verb in chosen if _about_requests(place, verb)]


def _is_all_requests(place: Place, noun: Word) -> bool:
    """Tell whether requests are counted without a verb: 全年政府信息公开申请12件, 依申请公开5件."""
    return (
        _names_disclosure(place.text, noun)
        and all(word.kind == "request" for word in place.before)
        and place.text[place.end - 1] in _COUNTED
        and place.mind.subject != "papers"
        and not place.mind.sentence.among
        and not _SOME.search(place.text, place.begin, noun.start)
    )


def _names_disclosure(text: str, noun: Word) -> bool:
    words = text[noun.start : noun.end]
    return "公开" in words or "依申请" in words


def _says_nothing_else(place: Place, near: Word) -> bool:
    if near.kind in {"received", "received_new", "concluded"}:
        return place.goes_on() or place.counted("request") or place.counted(*REQUESTS)
    return not place.counted("block")


def _about_requests(place: Place, verb: Word) -> bool:
    if place.has("request") or place.counted("request"):
        return not place.has("block") or _is_for_petitions(place, verb) or place.before[-1].kind == "request"
    # 予以公开5件，属于举报投诉不予处理1件
    if place.has("block") and _is_for_petitions(place, verb):
        return True
    if verb.kind in {"received", "received_or_concluded"}:
        return place.mind.subject == "requests"
    if verb.kind in {"concluded", "received_new", "not_processed", "other"}:
        return place.mind.subject in {None, "requests"}
    return place.mind.subject not in {"else", "papers"}


def _is_for_petitions(place: Place, verb: Word) -> bool:
    """Tell whether petitions are why a request was not processed, as the form has it, and not what is counted."""
    return verb.kind == "not_processed" and (place.has("request") or place.mind.spoke_of_requests)


def _of_opened(place: Place, near: Word) -> list[Bound]:
    """公开3件, which are requests granted where the sentence speaks of requests."""
    subject = place.mind.subject
    others = _OTHER_OUTCOMES.match(place.text, place.end)
    if not place.goes_on() or subject not in {None, "requests"} or not (others or place.mind.spoke_of_requests):
        return []
    return [_bound(place, near, What.GRANTED)]


def _of_cases(place: Place, near: Word) -> list[Bound]:
    if place.has("of_others") or place.mind.sentence.of_other_cases:
        return []
    if (
        place.has("received", "received_new", "concluded")
        and "信息公开" not in place.text[place.before[0].start : place.start]
    ):
        return []
    if place.joined(near) and not place.has(*(CASES.keys() - {near.kind})):
        return []
    several = [word for word in place.before if word.kind in {"reconsideration", "litigation"}]
    if len({word.kind for word in several}) < 2 or near.kind not in {"reconsideration", "litigation"}:
        return [_bound(place, near, CASES[near.kind])]
    if place.nought or place.text[near.end : place.start].endswith(("各", "均为", "都为")):
        return [_bound(place, word, CASES[word.kind]) for word in several]
    return []


def _of_results(place: Place, near: Word) -> list[Bound]:
    cases = [word.kind for word in place.before if word.kind in CASES]
    domain = DOMAINS[cases[-1]] if cases else place.mind.domain
    if domain not in {"reconsideration", "litigation"} or place.counted("documents", "rules"):
        return []
    return [_bound(place, near, What(f"{domain}_{RESULTS[near.kind]}"))]


def _of_documents(place: Place, _: Word) -> list[Bound]:
    verbs = [word for word in place.before if word.kind in {*MADE, *OTHER_WORK}]
    nouns = [word for word in place.before if word.kind in {"documents", "rules"}]
    kinds = {word.kind for word in nouns}
    if not nouns and place.counted("documents", "rules"):
        kinds = {place.after[0].kind}
    elif (not nouns and place.goes_on()) or place.counted(*MADE):
        kinds = kinds or {place.mind.domain or ""} & {"documents", "rules"}
    if not verbs or verbs[-1].kind in OTHER_WORK or not kinds or (len(kinds) > 1 and not place.nought):
        return []
    return [_bound(place, verbs[-1], *made(kind, verbs[-1].kind)) for kind in sorted(kinds)]


def _money(place: Place) -> list[Bound]:
    # 减免行政事业性收费236万元
    if place.has("reduced") or place.before[-1].kind not in {*FEES, "charge"}:
        return []
    nouns = [word for word in place.before if word.kind in FEES]
    # 行政事业性收费1项，收费总额为4.043万元
    if not nouns and place.mind.domain == "fees" and place.text.startswith("收费", place.before[-1].start):
        return [_bound(place, place.before[-1], What.FEES)]
    if not nouns:
        return []
    return [_bound(place, nouns[-1], FEES[nouns[-1].kind])]


def _after(place: Place) -> list[Bound]:
    """A number that comes first: 2件不予公开, 3件结转下年度办理, 1件行政复议."""
    kinds = [word.kind for word in place.after]
    # 补正3件、答复9件: what follows has a number of its own.
    if not kinds or _SAYING_NOTHING & {*kinds} or place.text[place.end] in _LISTED:
        return []
    first = place.after[0]
    if first.kind in CASES and _is_number_of_cases(place, first):
        return [_bound(place, first, CASES[first.kind])]
    if first.kind in DECISIONS and place.counted(first.kind):
        return [_bound(place, first, DECISIONS[first.kind])] if place.text.startswith("决定", first.end) else []
    if kinds == ["request"] and _is_all_that_is_said(place, first):
        return [_bound(place, first, What.RECEIVED)]
    verbs = [word for word in place.after if word.kind in REQUESTS and not word.kind.startswith("received")]
    if not verbs or (place.before and place.near() is None and place.has("block")):
        return []
    rank = ("carried_forward", "carried_over", *OUTCOMES, "concluded")
    verb = min(verbs, key=lambda word: rank.index(word.kind))
    return [_bound(place, verb, *REQUESTS[verb.kind])] if _counts_requests(place, verb) else []


def _counts_requests(place: Place, verb: Word) -> bool:
    """Tell whether a number before a verb is one of requests: 4件申请因未到期结转下年度办理."""
    nouns = [word for word in place.after if word.kind == "request"]
    subject = place.mind.subject
    if any(_names_disclosure(place.text, noun) for noun in nouns) or subject in {None, "requests"}:
        return True
    return subject not in {"else", "papers"} and (bool(nouns) or verb.kind.startswith("carried"))


def _is_number_of_cases(place: Place, first: Word) -> bool:
    kinds = {word.kind for word in place.after}
    about = _ABOUT.fullmatch(place.text, place.end, first.start) is not None
    ours = not place.has("received", "concluded") and not place.mind.sentence.of_other_cases
    return about and ours and len(CASES.keys() & kinds) == 1


def _is_all_that_is_said(place: Place, noun: Word) -> bool:
    """Tell whether requests are counted by a number before them: 有1件政府信息公开申请, 0件依申请公开."""
    return (
        not place.before
        and place.counted("request")
        and noun.end == place.limit
        and _names_disclosure(place.text, noun)
        and place.mind.subject != "papers"
        and not place.mind.sentence.among
        and not _SOME.search(place.said)
    )


_BINDERS: Final[dict[str, Callable[[Place, Word], list[Bound]]]] = {
    **dict.fromkeys((*REQUESTS, "request"), _of_requests),
    **dict.fromkeys(CASES, _of_cases),
    "opened": _of_opened,
    **dict.fromkeys(RESULTS, _of_results),
    **dict.fromkeys(("documents", "rules", *MADE), _of_documents),
    **dict.fromkeys(DECISIONS, _of_decisions),
}

"""What a number is about: from the words before it, or else from those after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govdisclosure.claims._claim import What
from govdisclosure.claims._meanings import CASES, DECISIONS, DOMAINS, FEES, MADE, OUTCOMES, REQUESTS, RESULTS, made
from govdisclosure.claims._place import Bound, Place, Word

if TYPE_CHECKING:
    from collections.abc import Callable

_ITEMS: Final = frozenset("项条个篇部")  # 行政许可120项 are kinds of licences, and 条 what is posted of them.
_AND: Final = frozenset({"并", "和", "及", "、", "、并", "并依法", "并全部", "并按时"})


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
    listed = near.kind not in {*CASES, *RESULTS, *MADE} and place.joined(near)
    if listed and not (place.nought and near.kind in {"documents", *DECISIONS, *OUTCOMES}):
        return []
    binder = _BINDERS.get(near.kind)
    return binder(place, near) if binder else []


def _of_decisions(place: Place, near: Word) -> list[Bound]:
    if (
        place.has("received", "received_new", "rules_block", "issued", "disclosed")
        or place.text[place.end - 1] in _ITEMS
    ):
        return []
    listed = [word for word in place.before if word.kind in DECISIONS] if place.joined(near) else [near]
    return [_bound(place, word, DECISIONS[word.kind]) for word in listed]


def _bound(place: Place, first: Word, *readings: What) -> Bound:
    return Bound(readings, min(first.start, place.start), max(place.end, first.end))


def _of_requests(place: Place, near: Word) -> list[Bound]:
    verbs = [word for word in place.before if word.kind in REQUESTS]
    if not verbs or (near.kind != "request" and not _says_nothing_else(place, near)):
        return []
    last = verbs[-1]
    if len(verbs) > 1 and last.kind == "concluded" and verbs[-2].kind in OUTCOMES and last.start - verbs[-2].end <= 2:
        last = verbs[-2]
    chosen = [last]
    if place.joined(near):  # Of nothing in all, each is nothing.
        chosen = [verb for verb in verbs if verb.kind in OUTCOMES]
    if len(verbs) > 1 and last.kind == "concluded" and verbs[-2].kind.startswith("received"):
        chosen = verbs[-2:] if place.text[verbs[-2].end : last.start] in _AND else chosen
    return [_bound(place, verb, REQUESTS[verb.kind]) for verb in chosen if _about_requests(place, verb)]


def _says_nothing_else(place: Place, near: Word) -> bool:
    if near.kind in {"received", "received_new", "concluded"}:
        return place.goes_on() or place.counted("request") or place.counted(*REQUESTS)
    return not place.counted("block")


def _about_requests(place: Place, verb: Word) -> bool:
    if place.has("request") or place.counted("request"):
        return not place.has("block") or place.before[-1].kind == "request"
    if verb.kind == "received":
        return place.domain == "requests"
    if verb.kind in {"concluded", "received_new", "not_processed", "other", "carried_over", "carried_forward"}:
        return place.domain in {None, "requests"}
    return place.domain != "else"


def _of_cases(place: Place, near: Word) -> list[Bound]:
    if place.has("of_others"):
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
    domain = DOMAINS[cases[-1]] if cases else place.domain
    if domain not in {"reconsideration", "litigation"} or place.counted("documents", "rules"):
        return []
    return [_bound(place, near, What(f"{domain}_{RESULTS[near.kind]}"))]


def _of_documents(place: Place, _: Word) -> list[Bound]:
    verbs = [word for word in place.before if word.kind in {*MADE, "rules_block"}]
    nouns = [word for word in place.before if word.kind in {"documents", "rules"}]
    kinds = {word.kind for word in nouns}
    if not nouns and place.counted("documents", "rules"):
        kinds = {place.after[0].kind}
    elif (not nouns and place.goes_on()) or place.counted(*MADE):
        kinds = kinds or {place.domain or ""} & {"documents", "rules"}
    if not verbs or verbs[-1].kind == "rules_block" or not kinds or (len(kinds) > 1 and not place.nought):
        return []
    return [_bound(place, verbs[-1], *made(kind, verbs[-1].kind)) for kind in sorted(kinds)]


def _money(place: Place) -> list[Bound]:
    nouns = [word for word in place.before if word.kind in FEES]
    if not nouns or place.before[-1].kind not in {*FEES, "charge"}:
        return []
    return [_bound(place, nouns[-1], FEES[nouns[-1].kind])]


def _after(place: Place) -> list[Bound]:
    """A number that comes first: 2件不予公开, 3件结转下年度办理, 1件行政复议."""
    kinds = [word.kind for word in place.after]
    if not kinds or {"not", "unsure", "block", "condition", "compare"} & {*kinds}:
        return []
    first = place.after[0]
    if (
        first.kind in CASES
        and place.counted(first.kind)
        and len(CASES.keys() & {*kinds}) == 1
        and not place.has("received", "concluded")
    ):
        return [_bound(place, first, CASES[first.kind])]
    if first.kind in DECISIONS and place.counted(first.kind):
        return [_bound(place, first, DECISIONS[first.kind])] if place.text.startswith("决定", first.end) else []
    verbs = [word for word in place.after if word.kind in REQUESTS and not word.kind.startswith("received")]
    if not verbs or (place.before and place.near() is None and place.has("block")):
        return []
    rank = ("carried_forward", "carried_over", *OUTCOMES, "concluded")
    verb = min(verbs, key=lambda word: rank.index(word.kind))
    about = any(word.kind == "request" for word in place.after) or place.domain in {None, "requests"}
    return [_bound(place, verb, REQUESTS[verb.kind])] if about else []


_BINDERS: Final[dict[str, Callable[[Place, Word], list[Bound]]]] = {
    **dict.fromkeys((*REQUESTS, "request"), _of_requests),
    **dict.fromkeys(CASES, _of_cases),
    **dict.fromkeys(RESULTS, _of_results),
    **dict.fromkeys(("documents", "rules", *MADE), _of_documents),
    **dict.fromkeys(DECISIONS, _of_decisions),
}

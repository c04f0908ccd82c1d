"""Numbers of cases of reconsideration and litigation, and of their results."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.claims._claim import What
from govdisclosure.claims._meanings import CASES, DOMAINS, RESULTS

if TYPE_CHECKING:
    from govdisclosure.claims._place import Bound, Place, Word

# 1起有关政府信息公开的行政复议案件
_ABOUT: Final = re.compile("的?(?:(?:有关|涉及|因|关于)?(?:政府)?信息公开(?:工作)?(?:引[发起])?[的类]?)?")
_BARE: Final = "其他"


def of_cases(place: Place, near: Word) -> list[Bound]:
    """Give what a number behind cases is about: 行政复议2件, 行政复议、行政诉讼各1件."""
    # 上年结转行政诉讼1件
    if place.has("of_others", "carried_over") or place.mind.sentence.of_other_cases:
        return []
    if is_of_any_cause(place) or (place.joined(near) and not place.has(*(CASES.keys() - {near.kind}))):
        return []
    several = [word for word in place.before if word.kind in {"reconsideration", "litigation"}]
    if len({word.kind for word in several}) < 2 or near.kind not in {"reconsideration", "litigation"}:
        return [place.bound(near, CASES[near.kind])]
    if place.nought:
        return [*_no_requests(place), *(place.bound(word, CASES[word.kind]) for word in several)]
    if place.text[near.end : place.start].endswith(("各", "均为", "都为")):
        return [place.bound(word, CASES[word.kind]) for word in several]
    return []


def _no_requests(place: Place) -> list[Bound]:
    """Give the requests that a list of what there was none of begins with: 依申请公开、行政复议、行政诉讼均为0件."""
    first = place.before[0]
    listed = first.kind == "request" and place.text[first.end] == "、"
    return [place.bound(first, What.RECEIVED)] if listed else []


def is_of_any_cause(place: Place) -> bool:
    """Tell whether cases are received or dealt with, and nothing says that they are about disclosure."""
    dealt_with = place.has("received", "received_new", "concluded")
    return dealt_with and "信息公开" not in place.text[place.before[0].start : place.start]


def of_results(place: Place, near: Word) -> list[Bound]:
    """Give what a number beside a result is about, which the cases before it tell: 行政诉讼2件，维持1件."""
    cases = [word.kind for word in place.before if word.kind in CASES]
    domain = DOMAINS[cases[-1]] if cases else place.mind.domain
    # 行政复议案件收案322件；一审行政诉讼败诉9件
    if place.mind.sentence.of_other_cases:
        return []
    if domain not in {"reconsideration", "litigation"} or place.counted("documents", "rules"):
        return []
    # 维持22件、其他4件, but 行政复议15件，其中征地类12件，其他3件
    if near.matched[0] == _BARE and not place.mind.spoke_of_results:
        return []
    return [place.bound(near, What(f"{domain}_{RESULTS[near.kind]}"))]


def is_number_of_cases(place: Place, first: Word) -> bool:
    """Tell whether cases are counted by a number before them: 发生1起行政诉讼."""
    kinds = {word.kind for word in place.after}
    about = _ABOUT.fullmatch(place.text, place.end, first.start) is not None
    ours = not place.has("received", "concluded") and not place.mind.sentence.of_other_cases
    return about and ours and len(CASES.keys() & kinds) == 1

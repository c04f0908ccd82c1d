"""Whether the words of a claim say that it is of some of the things of its kind, by what stands before their noun."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve

from govdisclosure.claims._claim import What
from govdisclosure.claims._draft import FAR
from govdisclosure.claims._meanings import ABOUT_REQUESTS, CASES, DECISIONS, OUTCOMES, RESULT_CLAIMS, made
from govdisclosure.claims._office import is_short_for
from govdisclosure.vocabulary.channels import ALL_CHANNELS, CAME_IN
from govdisclosure.vocabulary.fold import fold
from govdisclosure.vocabulary.modifiers import (
    AGAINST_GOVERNMENT,
    ANSWERED_BY,
    ANSWERED_FOR_BY,
    ANSWERED_TOGETHER,
    ANSWERS_LATER,
    ANSWERS_LOOKED_INTO,
    APPROVED_BY,
    CASES_OF_A_KIND,
    DECISIONS_WORKED_ON,
    DOCUMENTS_KEPT,
    DOCUMENTS_OF_A_KIND,
    KINDS_OF_REQUESTS,
    LISTED,
    MADE_BY_GOVERNMENT,
    OF_MANY_SECTORS,
    OF_SOMEBODY,
    OUTCOMES_LOOKED_INTO,
    REQUESTS,
    RESULTS_LATER,
    SECTOR,
)
from govdisclosure.vocabulary.numerals import COUNTING
from govdisclosure.vocabulary.prose import GROUNDS, SOME_ANSWERS, SOME_ASKERS, SOME_REQUESTS
from govdisclosure.vocabulary.years import YEAR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govdisclosure.claims._draft import Draft

# 征地类申请 · 涉及征地的申请, but 各类申请
_MATTER: Final = re.compile("(?<!各)类(?:政府信息公开)?申请|涉及|关于")
_NOBODY: Final = "无人"
_REQUESTS: Final = frozenset({What.RECEIVED, What.RECEIVED_WITH_CARRIED_OVER, What.CONCLUDED})
_DECISIONS: Final = frozenset(DECISIONS.values())
_OUTCOMES: Final = frozenset(OUTCOMES.values())
_REPEALED: Final = frozenset({What.DOCUMENTS_REPEALED, What.RULES_REPEALED})
_GOVERNMENT: Final = "政府"
_OF_TOWN: Final = re.compile("[乡镇](?:人民)?政府$")
_OF_THEIR_OWN: Final = re.compile("(?:^|[,;])废止(?:行政)?规范性文件[0-9]+件$")
# 文件库累计公开规范性文件86件
_KEPT_IN_ALL: Final = re.compile("(?:库|专栏|栏目)[^,。;0-9]*(?<!全年)累计$")
_IN_ALL: Final = re.compile("累计(?:主动)?公开[^,。;]*$")
# 2025年累计公开规范性文件8件
_THIS_YEAR: Final = re.compile("全年|今年|本年|年内|(?<!截至)(?<!截止)(?<!至)[0-9]{4}年")
# 公开规范性文件86件，其中本年度制发8件
_ISSUED_THIS_YEAR: Final = re.compile(
    f",(?:其中)?(?:[今本当]年度?|{YEAR}年度?)新?(?:制[定发]|出台|印发|发布)(?:(?:行政)?规范性文件|规章)?[0-9{COUNTING}]"
)
_PUBLISHED: Final = frozenset({made("documents", "disclosed"), made("rules", "disclosed")})
_OF_GOVERNMENT: Final[dict[What, re.Pattern[str]]] = {
    **{what: MADE_BY_GOVERNMENT for what in What if what.startswith(("rules_", "documents_"))},
    **dict.fromkeys(CASES.values(), AGAINST_GOVERNMENT),
}

_SOME: Final[dict[What, re.Pattern[str]]] = {
    What.CONCLUDED: ANSWERS_LOOKED_INTO,
    **dict.fromkeys((What.GRANTED, What.PARTIALLY_GRANTED, What.REFUSED), ANSWERS_LATER),
    **dict.fromkeys(DECISIONS.values(), DECISIONS_WORKED_ON),
    **dict.fromkeys(CASES.values(), CASES_OF_A_KIND),
    **dict.fromkeys(RESULT_CLAIMS, RESULTS_LATER),
    **dict.fromkeys((What.DOCUMENTS_ISSUED, What.DOCUMENTS_REPEALED), DOCUMENTS_OF_A_KIND),
}
"""What the words of a claim say when it is of things of one kind."""

_OF_A_BODY: Final[dict[What, tuple[re.Pattern[str], ...]]] = {
    What.CONCLUDED: (ANSWERED_BY, APPROVED_BY),
    **dict.fromkeys(CASES.values(), (ANSWERED_FOR_BY,)),
}
"""What the words of a claim say when it is of what one body did, let be done, or answered for."""


def is_of_some(draft: Draft) -> bool:
    """Tell whether it counts only some things of its kind: 收到涉农政府信息公开申请3件, 抽查行政许可126件."""
    what = draft.readings[0]
    if what in _REQUESTS and is_of_some_requests(draft.words):
        return True
    words = draft.before + draft.words
    if OUTCOMES_LOOKED_INTO.match(words):
        return True
    some = _SOME.get(what)
    return some is not None and some.match(words) is not None


def answers_to_some(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """Give what became of some requests: of one kind of applicant, as 收到网上申请3件，予以公开1件, or with others."""
    return [*_answers_to(drafts, _counts_some_requests), *_answered_together(drafts)]


def with_lower_bounds(drafts: Sequence[Draft]) -> list[Draft]:
    """Let requests of somebody or for something, and what became of them, know that there can be more beside them."""
    theirs = {id(draft) for draft in (*filter(_are_of_somebody, drafts), *_answers_to(drafts, _are_of_somebody))}
    return [evolve(draft, at_least=True) if id(draft) in theirs else draft for draft in drafts]


def _are_of_somebody(draft: Draft) -> bool:
    # 无人申请政府信息公开
    about_requests = ABOUT_REQUESTS.issuperset(draft.readings) and not draft.words.startswith(_NOBODY)
    return about_requests and OF_SOMEBODY.search(draft.before + draft.words) is not None


def _answers_to(drafts: Sequence[Draft], are_some: Callable[[Draft], bool]) -> Sequence[Draft]:
    received = [at for at, draft in enumerate(drafts) if draft.readings[:1] == (What.RECEIVED,)]
    # 收到网上申请10件、信函申请3件，予以公开5件, but 收到网上申请10件，办结9件，收到信函申请3件，办结3件
    told_apart = all(behind - at > 1 for at, behind in pairwise(received))
    some = bool(received) and told_apart and all(are_some(drafts[at]) for at in received)
    if not some or not all(draft.readings for draft in drafts):
        return ()
    over = sum((draft.value for draft in drafts if draft.readings == (What.CARRIED_OVER,)), Decimal(0))
    ends = pairwise((*received, len(drafts)))
    return [draft for at, end in ends for draft in _answers_to_one(drafts[at:end], over)]


def _answers_to_one(behind: Sequence[Draft], over: Decimal) -> Sequence[Draft]:
    """Give some requests, and what is said behind of what became of them, up to the next ones."""
    most = behind[0].value + over
    # 收到网上申请8件，全年共答复12件 · 微信公众号收到申请3件，办结12件
    about = [draft for draft in behind if draft.readings[0] in ABOUT_REQUESTS and draft.value <= most]
    return [draft for draft in about if "共" not in draft.before]


def _answered_together(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield outcomes behind a clause that says with whom requests were answered: 与县自然资源局联合答复，公开2件."""
    theirs = False
    for draft in drafts:
        goes_on = theirs and ";" not in draft.skipped
        told = goes_on or ANSWERED_TOGETHER.search(draft.skipped + draft.before) is not None
        theirs = told and not _OUTCOMES.isdisjoint(draft.readings)
        if theirs:
            yield draft


def _counts_some_requests(draft: Draft) -> bool:
    """Tell whether requests of one kind are counted: 受理关于征地拆迁的申请11件, 收到网上申请3件."""
    # 收到信访举报类申请2件，不予处理2件, which are all that there are on this ground
    on_a_ground = any(ground.search(draft.words) for ground in GROUNDS.values())
    of_kind = is_of_some(draft) or SOME_REQUESTS.match(draft.words) is not None
    return counts_some_askers(draft) or (of_kind and not on_a_ground)


def counts_some_answers(draft: Draft) -> bool:
    """Tell whether answers of one kind are counted: 延期答复5件, 答复关于农村公路的申请15件."""
    of_kind = SOME_ANSWERS.match(draft.before + draft.words) is not None
    return draft.readings == (What.CONCLUDED,) and (of_kind or is_of_some(draft) or counts_some_askers(draft))


def counts_some_askers(draft: Draft) -> bool:
    """Tell whether requests of one kind of applicant, or that came in one way, are counted: 网上申请答复3件."""
    words = draft.before + draft.words
    return draft.readings[0] in ABOUT_REQUESTS and (SOME_ASKERS.match(words) is not None or came_by_one_channel(words))


def came_by_one_channel(words: str) -> bool:
    """Tell whether requests came in by a channel that words name: 微信公众号收到, but 通过各渠道收到."""
    return CAME_IN.search(words) is not None and ALL_CHANNELS.search(words) is None


def whole_results(drafts: Sequence[Draft]) -> set[What]:
    """Give the results of cases that are together as many as these: 行政复议3件，自行纠正1件，维持2件."""
    sums: dict[str, Decimal] = {}
    for draft in drafts:
        if draft.readings[0] in RESULT_CLAIMS:
            cases, _, _ = draft.readings[0].partition("_")
            sums[cases] = sums.get(cases, Decimal(0)) + draft.value
    complete = [draft.readings[0] for draft in drafts if sums.get(draft.readings[0]) == draft.value]
    return {what for cases in complete for what in RESULT_CLAIMS if what.startswith(f"{cases}_")}


def is_of_some_askers(words: str) -> bool:
    """Tell whether words speak of requests of one kind of applicant, of one channel or on one subject: 自然人申请."""
    return SOME_ASKERS.match(words) is not None or words.endswith("类申请中")


def tells_of_some(words: str) -> bool:
    """Tell whether words speak of some requests, by who asked, how, or on what: 网上申请21件, 征地类申请11件."""
    return SOME_ASKERS.match(words) is not None or _MATTER.search(words) is not None


def is_of_sector(draft: Draft, agency: str | None) -> bool:
    """
    Tell whether decisions of one kind or sector are counted: 企业登记类行政许可3600件, 公安行政处罚960件 of a county.

    A department decides in its own sector, and what is named after it is all that it has: 教育类行政许可 of 县教育局.
    """
    sector = SECTOR.fullmatch(draft.before) if draft.readings and draft.readings[0] in _DECISIONS else None
    if sector is None or LISTED.search(sector["which"]):
        return False
    which = sector["which"].removesuffix("类")
    # 完成教育类行政许可 of 示例县教育局
    own = agency is not None and any(is_short_for(which[at:], fold(agency)) for at in range(len(which) - 1))
    of_many = agency is not None and OF_MANY_SECTORS.search(agency) is not None
    return not own and (of_many or which != sector["which"])


def is_of_other_body(draft: Draft, agency: str | None) -> bool:
    """Tell whether answers or cases are those of another body: 1件由县政府答复, but 由县住建局答复 of that."""
    words = draft.before + draft.words
    by = next(filter(None, (of_a_body.match(words) for of_a_body in _OF_A_BODY.get(draft.readings[0], ()))), None)
    return by is not None and not (agency is not None and is_short_for(by["body"], fold(agency)))


def is_of_government(draft: Draft, agency: str | None) -> bool:
    """Tell whether a department or town counts what a government made, or cases against it: 发布省政府规章2件."""
    of_department = agency is not None and (_GOVERNMENT not in fold(agency) or _OF_TOWN.search(agency) is not None)
    named = _OF_GOVERNMENT.get(draft.readings[0]) if of_department and draft.readings and draft.value else None
    return named is not None and named.search(draft.before + draft.words) is not None


def is_of_any_year(draft: Draft, text: str) -> bool:
    """Tell whether documents are those of many years: 政策文件库收录规范性文件86件，其中废止20件."""
    repealed = not _REPEALED.isdisjoint(draft.readings)
    kept = repealed and DOCUMENTS_KEPT.search(text, max(0, draft.start - FAR), draft.start) is not None
    # 标注规范性文件有效性，废止规范性文件2件
    of_any_year = kept and _OF_THEIR_OWN.search(draft.before + draft.words) is None
    return of_any_year or _KEPT_IN_ALL.search(draft.before) is not None or _is_of_all_years(draft, text)


def _is_of_all_years(draft: Draft, text: str) -> bool:
    """Tell whether documents were made public over the years: 截至2025年底，累计公开规范性文件86件."""
    if draft.readings not in _PUBLISHED:
        return False
    begin = max(draft.setting.sentence, draft.start - FAR)
    # 全年收到申请6件；截至年底，累计公开…
    begin = max(begin, text.rfind(";", begin, draft.start))
    in_all = _IN_ALL.search(text, begin, draft.end) and not _THIS_YEAR.search(text, begin, draft.start)
    return bool(in_all) or _ISSUED_THIS_YEAR.match(text, draft.end) is not None


def is_of_some_requests(words: str) -> bool:
    """
    Tell whether what stands between a verb and its requests says which they are.

    收到同一申请人提出的…, 办理疑难复杂…, but 收到公民提出的…; lists such as 自然人、法人和其他组织 name all there are.
    Words that are not known say nothing.
    """
    requests = REQUESTS.search(words)
    if requests is None or LISTED.search(requests["which"]):
        return False
    return KINDS_OF_REQUESTS.search(requests["which"]) is not None

"""What the claims of one sentence say of each other: which are parts, which are totals, what is counted in what."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import chain, takewhile
from typing import TYPE_CHECKING, Final

from attrs import evolve

from govdisclosure.claims._answers import are_spoken_of, is_of_all, of_outcomes
from govdisclosure.claims._askers import names_askers, of_askers
from govdisclosure.claims._beside import with_more_beside, without_passed_on, without_told_otherwise
from govdisclosure.claims._cases import is_of_a_kind, of_some_cases, with_dismissed, with_older
from govdisclosure.claims._claim import What
from govdisclosure.claims._draft import FEW, part
from govdisclosure.claims._left import with_undone
from govdisclosure.claims._meanings import CARRIED, CASES, DECISIONS, FEES, OUTCOMES, PUBLISHED, RESULT_CLAIMS
from govdisclosure.claims._results import with_results
from govdisclosure.claims._shares import (
    behind_offices,
    is_total_of_region,
    of_own_office,
    with_all_others,
    with_own_share,
)
from govdisclosure.claims._some import answers_to_some, counts_some_askers, is_of_some, whole_results, with_lower_bounds
from govdisclosure.claims._subsets import are_shares, with_accepted, with_others_apart, with_subsets, with_sums_apart
from govdisclosure.claims._totals import counts_some, of_new_and_older, without_left_out
from govdisclosure.vocabulary.numerals import COUNTING
from govdisclosure.vocabulary.prose import SOME_ANSWERS, SOME_CASES, SOME_DECISIONS, SOME_OUTCOMES, SOME_REQUESTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.claims._draft import Draft
    from govdisclosure.claims._mind import Sentence

_BODIES: Final = frozenset({"office", "channel"})
_TOTAL: Final = re.compile(
    "[,、:;]?(?:以上|两项|全年|累计|申请|全[市县区省镇乡州旗局])*(?P<mark>合计|共计|总计|总共|共|总[数量])(?:为|是|有)?"
)
_FRESH: Final = ("新收", "本年")
_OF_THESE: Final = re.compile("[0-9]+件(?:申请)?[为系是]")
_APART: Final = ("另有", "另", "加上", "加", "以及")
# What a number of requests is said to be of when it is of all: 收到公民、法人和其他组织提出的政府信息公开申请5件
_OF_ALL: Final = re.compile(
    "新?收[到悉]?|新增|本年度?|受理|接[到收]|公民|法人|其他组织|社会|群众|申请人?|提[出交起]|递交|书面|各类|有效|政府|信息|公开|依"
    f"|事项|要求|[、和或及者的了共总计数量为是有件条份宗例起0-9{COUNTING}:]"
)
# What figures behind a claim are of when they are no further requests of its kind.
_LEFT_OVER: Final = re.compile("对$|行政|查处|案件|撤回|撤销|补正|退回|转|告知|未|在办|正在|涉及|重复|其余|另")
# 其余31件 · 正在办理31件 · 31件正在办理, but 收到申请11件，撤回2件，办结9件
_UNANSWERED: Final = re.compile("^$|未|在办|正在|其余|剩余?|尚|[还仍]有")
_WHEN: Final = "(?:按时|按期|延期|延长期限|逾期|提前|当场|当日|当天|限期内|期限内)"
_IN_TIME: Final = re.compile(f"(?<![均全]){_WHEN}[^,。;0-9]{{0,6}}$")
_IN_TIME_BEHIND: Final = re.compile(f"^[0-9]+件[^,。;0-9]{{0,6}}{_WHEN}")
_INCLUDED: Final = re.compile("[,、]?(?:含|包括)")
# 全年共收到…2件, which says no body and no channel
_IN_ALL: Final = re.compile("[,、]?(?:全年|本年度?|今年)?(?:总?共|合计|累计)")
_SUMMED: Final = re.compile("合计|总计|总共")
_LATE: Final = re.compile("(?:逾期|超期|超时|延期)[^,。;0-9]{0,2}(?:答复|办结|回复|办理)[^,。;0-9]{0,2}$")
_HANDLED: Final = ("办理", "处理")
_OVERDUE: Final = ("延期", "逾期", "超期", "超时")
_ENDED: Final = re.compile("办[结毕]|答复|回复")
_MADE: Final = re.compile("制发|印发|发布|颁布")
_ISSUED: Final = frozenset({(What.DOCUMENTS_ISSUED,), (What.RULES_ISSUED,)})
_FORWARD: Final = frozenset({What.CONCLUDED, What.CARRIED_FORWARD, What.CARRIED_OVER})
_SOME: Final = {
    What.RECEIVED: SOME_REQUESTS,
    What.CONCLUDED: SOME_ANSWERS,
    **dict.fromkeys((*DECISIONS.values(), *PUBLISHED.values()), SOME_DECISIONS),
    **dict.fromkeys(OUTCOMES.values(), SOME_OUTCOMES),
    **dict.fromkeys(CASES.values(), SOME_CASES),
}
"""What the words of a claim say when it is of things of one kind."""

_FEE: Final = frozenset((what,) for what in FEES.values())
_IN_NAME: Final = "名义"


def settled(sentence: Sentence, told: Sequence[Draft]) -> list[Draft]:
    """Give the claims of a sentence, each read as the others and those of the sentences before let it be read."""
    # 未收取信息处理费: what a sentence says of requests, answers and documents says nothing of a fee.
    if len(sentence.drafts) == 1 and sentence.drafts[0].readings in _FEE:
        return [part(draft) if is_of_a_kind(draft) or is_of_some(draft) else draft for draft in sentence.drafts]
    plain = [draft for draft in sentence.drafts if not is_of_all(draft)]
    # Nearly always there are no others.
    alone = len(plain) == len(sentence.drafts)
    of_all = [] if alone else list(filter(is_of_all, without_told_otherwise(sentence.drafts)))
    drafts = with_more_beside(without_passed_on(without_left_out(plain)), told)
    # One that is alone has none before or behind it that tell more of it.
    drafts = _told_by_others(drafts, told) if len(drafts) > 1 else _told_by_itself(drafts)
    if sentence.of_amended:
        # 新制定3件，修改2件: what is amended is issued as well.
        drafts = [part(draft) if _is_only_new(draft) or _is_unamended(draft) else draft for draft in drafts]
    drafts = with_lower_bounds(drafts)
    some = of_askers(drafts) | {id(draft) for draft in chain(answers_to_some(drafts), of_some_cases(drafts))}
    bound = [draft for draft in drafts if draft.readings]
    ended = whole_results(bound)
    read = [part(draft) if id(draft) in some or _is_of_one_kind(draft, ended) else draft for draft in bound]
    return without_told_otherwise([*read, *of_all])


def _told_by_itself(drafts: Sequence[Draft]) -> list[Draft]:
    """Find out what the words of each say of it."""
    return _without_some(_with_carried_over(_with_directions(drafts)))


def _told_by_others(drafts: Sequence[Draft], told: Sequence[Draft]) -> list[Draft]:
    """Find out what several say of each other, too."""
    apart = with_sums_apart(behind_offices(with_all_others(with_dismissed(with_older(drafts)))))
    directed = _with_directions(with_subsets(with_own_share(apart)))
    carried = with_undone(_with_carried_over(_with_rest(_with_handled(directed))))
    answered = with_accepted(_without_some(with_others_apart(carried)), told)
    return with_results(_with_parts(_with_totals(answered)))


def _without_some(drafts: Sequence[Draft]) -> list[Draft]:
    return [part(draft) if _is_some_of_all(draft) else draft for draft in drafts]


def _is_of_one_kind(draft: Draft, ended: set[What]) -> bool:
    """Tell whether it counts things of one kind out of several: 延期答复3件, 收到重复申请1件, 不予行政处罚1件."""
    some = _SOME.get(draft.readings[0])
    of_kind = some is not None and some.match(draft.before + draft.words) is not None
    return of_kind or counts_some_askers(draft) or (is_of_some(draft) and draft.readings[0] not in ended)


def _with_directions(drafts: Sequence[Draft]) -> list[Draft]:
    """Find out which way 结转 goes that does not say so: from last year, to the next, or either."""
    if not [draft for draft in drafts if draft.readings == CARRIED]:
        return list(drafts)
    stated = {draft.readings for draft in drafts}
    readings = tuple(what for what in CARRIED if (what,) not in stated)
    return [evolve(draft, readings=readings) if draft.readings == CARRIED else draft for draft in drafts]


def _is_unamended(draft: Draft) -> bool:
    # 废止4件、修改2件、保留15件, of which 17 are in force
    return draft.words.startswith("保留")


def _is_only_new(draft: Draft) -> bool:
    return draft.readings in _ISSUED and draft.value > 0 and not _MADE.search(draft.words)


def _with_carried_over(drafts: Sequence[Draft]) -> list[Draft]:
    """Read what was received with the requests carried over behind it: are they counted in it?"""
    claims: list[Draft] = []
    received: int | None = None
    for draft in drafts:
        claims.append(draft)
        what = draft.readings[0] if draft.readings else None
        if what is What.RECEIVED and _is_new_among_all(draft):
            # 共办理、受理申请67件，其中本年新收62件、上年结转5件, but 收到申请62件；办理67件，其中新收62件、上年结转5件
            if received is not None and claims[received].value != draft.value:
                claims[received] = _reread(claims[received], What.RECEIVED_WITH_CARRIED_OVER)
            received = None
        elif what is What.RECEIVED and draft.setting.among and not _SUMMED.search(draft.before):
            lesser = len(claims) - 1
            # 收到各类申请6件，其中政府信息公开申请4件
            if received is not None and draft.names_disclosure and not claims[received].names_disclosure:
                lesser = received
            claims[lesser] = part(claims[lesser])
        elif what is What.RECEIVED and draft.whole:
            received = len(claims) - 1
        elif what is What.CONCLUDED and received is not None and _INCLUDED.match(draft.before):
            # 收到申请42件（含2023年底收到、2024年办理的3件）
            claims[received] = _reread(claims[received], What.RECEIVED, What.RECEIVED_WITH_CARRIED_OVER)
        elif what is What.CARRIED_OVER and received is not None:
            between = claims[max(received + 1, len(claims) - FEW) : -1]
            claims[received] = _reread(claims[received], *_total_before(claims[received], between, draft))
    return claims


def _with_rest(drafts: Sequence[Draft]) -> list[Draft]:
    """Find out what was received with the requests carried over where a sentence tells how many are left."""
    concluded = [draft.value for draft in drafts if _states(draft, What.CONCLUDED)]
    unsaid = [draft for draft in drafts if not draft.readings and draft.value]
    left = [draft.value for draft in unsaid if _UNANSWERED.search(draft.before)]
    tells_of_last_year = any(_states(draft, What.CARRIED_OVER) for draft in drafts)
    # 共受理申请749件，办结718件，31件正在办理
    if len(concluded) != 1 or len(left) != 1 or tells_of_last_year:
        return list(drafts)
    return _summing_up(drafts, concluded[0] + left[0])


def _with_handled(drafts: Sequence[Draft]) -> list[Draft]:
    """Read 办理 as what there was to deal with where less was answered: 办理申请17件，办结16件."""
    # 处理申请17件，延期答复0件，按时办结17件
    every = [draft for draft in drafts if draft.readings == (What.CONCLUDED,) and draft.whole]
    answered = [draft for draft in every if not draft.before.endswith(_OVERDUE)]
    if len(answered) < 2 or not answered[0].words.startswith(_HANDLED) or _ENDED.search(answered[0].words):
        return list(drafts)
    first, second, *_ = answered
    # 办理申请17件，其中按时办结16件 is of one figure and its part.
    if not _ENDED.search(second.words) or second.setting.included or second.value >= first.value:
        return list(drafts)
    both = What.RECEIVED_WITH_CARRIED_OVER, What.RECEIVED
    return [evolve(draft, readings=both) if draft is first else draft for draft in drafts]


def _summing_up(drafts: Sequence[Draft], total: Decimal) -> list[Draft]:
    """Read those requests received as all there were, too, that are as many as what became of them."""
    both = What.RECEIVED, What.RECEIVED_WITH_CARRIED_OVER
    return [
        _reread(draft, *both) if draft.value == total and draft.whole and not _is_fresh(draft) else draft
        for draft in drafts
    ]


def _is_fresh(draft: Draft) -> bool:
    # 其中本年新增36件
    return any(word in draft.words for word in _FRESH) or draft.before.endswith(_FRESH)


def _is_new_among_all(draft: Draft) -> bool:
    # 其中自然人新收18件
    return (draft.setting.among or draft.setting.nested) and _is_fresh(draft) and not names_askers(draft.before)


def _total_before(received: Draft, between: Sequence[Draft], carried_over: Draft) -> tuple[What, ...]:
    """Give what a number of requests received can be about, with those carried over behind it."""
    setting = carried_over.setting
    # 新收申请18件…，上年结转2件; 另有上年结转2件
    if (_is_fresh(received) and not setting.included) or carried_over.before.endswith(_APART):
        return (What.RECEIVED,)
    listed = sum((draft.value for draft in between if draft.setting.among), Decimal(0))
    told = sum((draft.value for draft in between if not draft.readings), Decimal(0))
    # 收到申请36件，网上21件、信函15件（含上年结转3件）
    if setting.included and len(between) > 1 and told == received.value:
        return (What.RECEIVED_WITH_CARRIED_OVER,)
    # 收到申请44件，其中网上42件、邮寄2件，上年结转3件
    if listed and listed == received.value:
        return (What.RECEIVED,)
    # 收到申请12件，应办结14件（含上年结转2件）, which may be what they are part of; but 其中网上3件（含上年结转1件）
    listed_before = bool(between) and not between[-1].readings and between[-1].setting.among
    of_another = setting.number > received.end and not listed_before
    if (setting.included and not of_another) or (listed and listed + carried_over.value == received.value):
        return (What.RECEIVED_WITH_CARRIED_OVER,)
    # 收到申请36件，3件为上年结转, but 3件上年结转的申请
    if setting.included or setting.nested or setting.among or _OF_THESE.match(carried_over.words):
        return What.RECEIVED, What.RECEIVED_WITH_CARRIED_OVER
    return (What.RECEIVED,)


def _reread(draft: Draft, *readings: What) -> Draft:
    return evolve(draft, readings=readings) if draft.readings == (What.RECEIVED,) else draft


def _with_totals(drafts: Sequence[Draft]) -> list[Draft]:
    """Find out what a bare total is of: 线上收到申请5件，线下收到申请3件，共计8件."""
    claims: list[Draft] = []
    for draft in drafts:
        marked = None if draft.readings else _TOTAL.fullmatch(draft.before)
        claims.append(draft if marked is None else _marked_total(draft, marked, claims[-FEW:]))
    return claims


def _marked_total(draft: Draft, marked: re.Match[str], before: Sequence[Draft]) -> Draft:
    begin = draft.start - len(draft.before) + marked.start("mark")
    months = "months" if draft.part_of == "months" else None
    return evolve(draft, readings=_of_total(draft, before), start=begin, part_of=months, before="共")


def _of_total(total: Draft, before: Sequence[Draft]) -> tuple[What, ...]:
    received = [draft for draft in before if draft.readings[:1] == (What.RECEIVED,) and not draft.setting.among]
    over = [draft for draft in before if draft.readings == (What.CARRIED_OVER,)]
    # 收到申请10件，上年结转2件，共计12件
    if received and any(not (draft.setting.included or draft.setting.nested) for draft in over):
        new, older = (sum((draft.value for draft in drafts), Decimal(0)) for drafts in (received, over))
        return () if counts_some(total, new, new + older) else of_new_and_older(total, before)
    # 行政诉讼5件，无被纠正情形；网上申请21件、信函申请15件，共36件
    bound = [draft for draft in before if draft.readings and (draft.value or draft.readings[0] not in RESULT_CLAIMS)]
    told = of_outcomes(bound, total)
    if told is not None or not bound:
        return told or ()
    several = [draft for draft in bound if draft.readings == bound[-1].readings and not draft.setting.among]
    first = bound[-1]
    if received and first.readings == (What.RECEIVED,):
        first = received[-1]
        several += _further(before, first)
    # 县政府收到申请5件，全县合计25件
    if is_total_of_region(first, total):
        return first.readings
    # 收到书面申请3件、网上申请9件，申请总量12件 · 现行有效的县政府规范性文件5件、部门规范性文件4件，合计9件
    summed = first.value + sum(draft.value for draft in _open_behind(before, first))
    # 新增行政复议案件3件，上年结转1件，共4件, and a total that is another than that
    of_both = bool(first.older) and total.value >= first.value
    return first.readings if len(several) > 1 or summed == total.value or of_both else ()


def _further(drafts: Sequence[Draft], received: Draft) -> list[Draft]:
    """Give the figures right behind a number of some requests that are of other requests: 法人提出的3件."""
    behind = _open_behind(drafts, received)
    # 收到书面申请40件、网上申请46件, but 收到书面申请86件
    is_of_some = _OF_ALL.sub("", received.words) or (behind and behind[0].before.endswith("申请"))
    return behind if is_of_some else []


def _open_behind(drafts: Sequence[Draft], received: Draft) -> list[Draft]:
    """Give the figures right behind a number of requests that nothing is said of."""
    place = next(place for place, draft in enumerate(drafts) if draft is received)
    return list(takewhile(_is_open, drafts[place + 1 :]))


def _is_open(draft: Draft) -> bool:
    of_something = draft.readings or draft.setting.among or not draft.before
    return not of_something and not _LEFT_OVER.search(draft.before)


def _with_parts(drafts: Sequence[Draft]) -> list[Draft]:
    """Make those that are parts of others, or of a whole that is not stated, parts."""
    claims, own = list(drafts), of_own_office(drafts)
    likes: dict[tuple[What, ...], list[int]] = {}
    for place, draft in enumerate(claims):
        if draft.readings and draft.exact and draft.year == "this":
            likes.setdefault(draft.readings, []).append(place)
    for places in likes.values():
        whole = _whole_of([claims[place] for place in places], claims, own)
        if whole is None:
            continue
        kept = {id(draft) for draft in whole}
        for place in places:
            draft = claims[place]
            claims[place] = evolve(draft, part_of=None) if id(draft) in kept else part(draft)
    return claims


def _is_some_of_all(draft: Draft) -> bool:
    """Tell whether it counts some of what was answered: those in time, or those of last year."""
    if draft.readings != (What.CONCLUDED,):
        return False
    # 收到申请8件，其中按时办结7件 · 其中7件按期答复
    in_time = _IN_TIME.search(draft.before) or _IN_TIME_BEHIND.search(draft.words)
    # 含2023年收到、2024年办结的1件
    included = (draft.setting.among and in_time is not None) or _INCLUDED.match(draft.before) is not None
    return included or are_spoken_of(draft)


def _whole_of(group: list[Draft], claims: Sequence[Draft], own: set[int]) -> list[Draft] | None:
    """Give those of several like claims that are not parts of others; None where all stay what they are."""
    # 以县政府名义印发规范性文件1件，以部门名义印发规范性文件1件
    if len(group) > 1 and (all(_IN_NAME in draft.before for draft in group) or are_shares(group)):
        return []
    further = _others_alike(group, claims)
    if len({draft.value for draft in group if draft.whole}) < 2 and not further:
        return _total_of_parts(group, own)
    first, *others = (group[0], *further, *group[1:])
    *parts, last = (first, *others)
    # 收到书面申请1件、网上申请1件, but 收到农户、企业申请8件，均为政府信息公开申请8件
    if further and len(others) == 1 and "均" not in last.before:
        return []
    for total, summands in ((first, others), (last, parts)):
        if total.value == sum(draft.value for draft in summands):
            return [total]
    return [] if further else _outstanding(group)


def _others_alike(group: list[Draft], claims: Sequence[Draft]) -> list[Draft]:
    """Give the figures of a sentence that are of more of the same, though no word beside them says so."""
    if group[0].readings == (What.RECEIVED,):
        return _further(claims, group[0])
    if group[0].readings == (What.CONCLUDED,):
        # 按时办结9件，超期办结1件
        return [draft for draft in claims if draft.value and _LATE.search(draft.before)]
    return []


def _total_of_parts(group: list[Draft], own: set[int]) -> list[Draft] | None:
    """Give the one of several like claims that sums the others up, of which each is of one office or channel."""
    whole = max((draft.value for draft in group if draft.whole), default=None)
    beside = [draft for draft in group if draft.part_of in _BODIES and not draft.setting.among]
    # 县政府制定规范性文件2件，县直部门制定规范性文件6件: the first cannot be all.
    if whole is not None and any(draft.value > whole for draft in beside):
        return []
    if any(draft.whole and id(draft) in own for draft in group):
        return []
    *parts, last = group
    if len(parts) > 1 and last.part_of != "months" and last.value == sum(draft.value for draft in parts):
        return [last]
    return None


def _outstanding(group: list[Draft]) -> list[Draft]:
    # 全市共发生行政复议案件1120件，其中因政府信息公开引发的行政复议8件, but 因政府信息公开…2件，全县合计6件
    named = [draft for draft in group if draft.speaks_of_disclosure]
    if group[0].readings[0] in CASES.values() and 0 < len(named) < len(group) and group[-1].before != "共":
        return _alike(named)
    # 办结9件，含2023年收到、2024年办结的1件; 按时答复12件，延期答复0件
    top = [draft for draft in group if draft.value and not (draft.setting.among or draft.setting.included)]
    # 转来申请1件，乡政府收到申请1件，全年共收到申请2件
    if _IN_ALL.fullmatch(group[-1].before) and group[-1].value == max(draft.value for draft in group):
        return [group[-1]]
    return _alike(_without_timely(top))


def _without_timely(group: list[Draft]) -> list[Draft]:
    """Leave out those that are said to be in time, or not, beside a greater number of all."""
    # 全年办结申请60件，提前办结12件
    every = [draft for draft in group if not _IN_TIME.search(draft.before)]
    total = every and every[0] is group[0] and all(draft.value <= group[0].value for draft in group)
    return every if total else group


def _alike(group: list[Draft]) -> list[Draft]:
    """Give claims that state one figure; none of those that state several."""
    return group if len({draft.value for draft in group}) == 1 else []


def plausible(drafts: Sequence[Draft]) -> list[Draft]:
    """
    Leave out what is more than all requests, and nothing beside it says that it is of requests.

    收到政府信息公开申请5件。互动平台受理86件，办结86件。
    """
    named = [draft for draft in drafts if _states(draft, What.RECEIVED) and _is_named(draft)]
    if not named:
        return list(drafts)
    over = sum((draft.value for draft in drafts if _states(draft, What.CARRIED_OVER)), Decimal(0))
    most = max(draft.value for draft in named) + over
    sentences = {draft.setting.sentence for draft in named}
    return [
        part(draft) if _is_beyond(draft, most) and draft.setting.sentence not in sentences else draft
        for draft in drafts
    ]


def _is_beyond(draft: Draft, most: Decimal) -> bool:
    return draft.readings[0] in {What.RECEIVED, What.CONCLUDED} and draft.value > most and not _is_named(draft)


def _is_named(draft: Draft) -> bool:
    return any(noun in words for noun in ("申请", "公开") for words in (draft.words, draft.before))


def added_up(drafts: Sequence[Draft]) -> list[Draft]:
    """
    Read requests received as those with the ones carried over, too, where only so the words add up.

    共受理申请749件，办理718件，结转下一年31件: the 36 of last year are among the 749, though nobody says so.
    """
    if len(drafts) < len(_FORWARD):
        return list(drafts)
    values = {what: {draft.value for draft in drafts if _states(draft, what)} for what in _FORWARD}
    concluded, forward, over = (values[what] for what in (What.CONCLUDED, What.CARRIED_FORWARD, What.CARRIED_OVER))
    drafts = _without_carried_over(drafts, concluded, forward, over)
    if len(concluded) != 1 or len(forward) != 1 or forward == {0} or over == {0}:
        return list(drafts)
    (answered,), (left,) = concluded, forward
    return _summing_up(drafts, answered + left)


def _without_carried_over(
    drafts: Sequence[Draft], concluded: set[Decimal], forward: set[Decimal], over: set[Decimal]
) -> Sequence[Draft]:
    """
    Read requests received as the new ones, too, where more became of them than they are with those carried over.

    收到80件，其中5件为上年结转，办结78件，结转下年7件: 85 there were, of which 80 are new.
    """
    every = {answered + left for answered in concluded for left in forward or {Decimal(0)}}
    every |= {draft.value for draft in drafts if draft.readings == (What.RECEIVED,)}
    more = {total - older for total in every for older in over if older}
    return [
        evolve(draft, readings=(What.RECEIVED_WITH_CARRIED_OVER, What.RECEIVED))
        if draft.readings == (What.RECEIVED_WITH_CARRIED_OVER,) and draft.value in more
        else draft
        for draft in drafts
    ]


def _states(draft: Draft, what: What) -> bool:
    return draft.readings == (what,) and draft.is_of_the_year

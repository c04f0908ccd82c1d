"""Which figures of a sentence tell what became of some things that it has just counted, not of all of them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import partial
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import evolve

from govdisclosure.claims._claim import What
from govdisclosure.claims._draft import FEW, part
from govdisclosure.claims._meanings import CASES, OUTCOMES, RESULT_CLAIMS, made
from govdisclosure.claims._some import counts_some_answers
from govdisclosure.vocabulary.channels import CHANNEL, ENTRANCE
from govdisclosure.vocabulary.modifiers import ON_A_SUBJECT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.claims._draft import Draft


_ALL: Final = frozenset({What.RECEIVED, What.RECEIVED_WITH_CARRIED_OVER, What.CONCLUDED, *CASES.values()})
_ENDS: Final = frozenset({What.CONCLUDED, *OUTCOMES.values(), *RESULT_CLAIMS})
# 其中网上申请8件，予以公开5件: how they came says nothing of what became of them.
_HOW: Final = re.compile(CHANNEL)
# 收到申请89件，其中非政府信息公开申请3件
_NOT_FOR_INFORMATION: Final = re.compile("非(?:政府)?信息公开")
# 我局牵头制定1件，参与制定1件
_SAYING_NOTHING: Final = re.compile(
    "[,、;:()的]|其中|(?:全|本|今|当|[0-9]{4})年度?|[我本](?:局|县|市|区|镇|乡|街道|单位|机关)|(?:政府)?信息公开|因|被|申请|提起|引[发起]|发生|新增?"
)
_LISTED: Final = re.compile("[、和及]")
_ACCEPTED: Final = "受理"
_REQUESTS_ON_A_SUBJECT: Final = re.compile(f"{ON_A_SUBJECT}[^,。;:0-9]{{2,24}}申请")
_OF_THESE: Final = re.compile("当?中,?已?")
_CONCLUDED: Final = re.compile("(?:办[结毕]|答复|回复)了?的?$")
_PUBLISHED: Final = frozenset({made("documents", "disclosed"), made("rules", "disclosed")})
_REPEALED: Final = frozenset({What.DOCUMENTS_REPEALED, What.RULES_REPEALED})
_DOCUMENTS: Final = _REPEALED.union(*_PUBLISHED)
_BODY_OR_WAY: Final = re.compile("(?:政府|办公室|部门|局|委|本级|乡镇|街道|单位|机关|联合|单独|独立|牵头|参与)$")
_BY_AGE: Final = re.compile("历史|历年|往年|以前|存量|原有|新公[开布]|新增")
_AMENDED: Final = re.compile("修[改订正]")


class _Further(NamedTuple):
    """What is said before such as can be counted with others, and what those say where they do not count these."""

    named: re.Pattern[str]
    beside: re.Pattern[str]


_EXPIRED: Final = _Further(re.compile("失效"), re.compile("^废止[^失]*$"))
_FURTHER: Final = {
    What.DOCUMENTS_REPEALED: _EXPIRED,
    What.RULES_REPEALED: _EXPIRED,
    # 行政强制措施15件，申请法院强制执行4件
    What.COMPULSION: _Further(re.compile("强制执行"), re.compile("措施")),
}
_SOME_OF_THEM: Final = (
    "(?:类|涉[^及,。;:、]{1,6}"
    f"|(?<![、和或及与])(?:自然人|个人|法人|企业|(?<![我本])单位|律师(?:事务所)?|{ENTRANCE}(?:提[交出]的?)?))"
)
# 征地类申请31件，予以公开15件 · 网上申请21件，办结20件 · 行政诉讼7件，上诉2件，维持2件
OF_SOME: Final = re.compile(
    f"{_SOME_OF_THEM}(?:政府信息公开)?申请[总共]?计?$"
    # 涉及征地拆迁的申请11件 · 涉及工程建设领域的15件 · 征地类11件 · 结转的3件申请
    f"|{ON_A_SUBJECT}[^,。;:0-9]{{2,24}}的(?:(?:政府)?信息公开)?(?:申请)?[总共]?计?$"
    "|(?<![各多两几种])类$|结转的$"
    "|上诉|再审|抗诉|申诉|失效|(?<!行政)强制执行"
)
"""What before a figure says that it is of some things: 征地类申请31件, 失效规范性文件1件, but 公众申请23件."""


def with_subsets(drafts: Sequence[Draft]) -> list[Draft]:
    """
    Make what became of some things that were counted right before a part: 收到申请86件，其中涉土地类31件，予以公开12件.

    That is so only where it is no more than those: 其中网上申请9件，办结86件 is of all again, and so is what follows a
    list that is complete: 其中网上申请50件、信函申请36件，予以公开42件.
    """
    claims = list(drafts)
    for place, draft in enumerate(drafts):
        behind = _ends_of(draft, drafts[place + 1 : place + 1 + FEW])
        rest = drafts[place + 1 + len(behind) : place + 3 + len(behind)]
        before = claims[max(0, place - FEW) : place]
        if behind and (_is_subset(draft, before, _in_all(behind), rest) or _is_parted(draft, before, behind)):
            claims[place + 1 : place + 1 + len(behind)] = map(part, behind)
        left = _left_of(draft, before, drafts[place + 1 : place + 1 + FEW])
        claims = [part(claim) if claim is left else claim for claim in claims] if left else claims
    return claims


def _left_of(head: Draft, before: Sequence[Draft], behind: Sequence[Draft]) -> Draft | None:
    """Give those of some requests that go over to the next year; none where all are told: 征地类11件，结转1件."""
    stretch = takewhile(lambda draft: draft.setting.pauses == head.setting.pauses, behind)
    bound = [draft for draft in stretch if draft.readings]
    ends = list(takewhile(partial(_is_end_of, head), bound))
    left = next(iter(bound[len(ends) :]), None)
    # 收到申请36件，办结35件；征地类申请11件，办结10件，结转1件
    before = [other for other in before if other.setting.pauses == head.setting.pauses]
    if left is None or What.CARRIED_FORWARD not in left.readings or not _is_subset(head, before, _in_all(ends), ()):
        return None
    told = _in_all(ends) + left.value
    # 上年结转的3件申请，予以公开2件，结转下年1件
    adds_up = told == head.value or (not head.readings and told < head.value)
    return left if adds_up and not any(_ALL & {*other.readings} for other in before) else None


def _is_parted(head: Draft, before: Sequence[Draft], behind: Sequence[Draft]) -> bool:
    """Tell whether outcomes are those of some answers right before them: 延期答复5件，其中公开2件."""
    if _in_all(behind) > head.value:
        return False
    # 本年新收36件中办结32件，公开和部分公开共18件
    if _is_of_new(head, before[-1:]):
        return True
    # 延期答复5件，公开和部分公开共5件
    if behind[0].summed and counts_some_answers(head):
        return True
    if behind[0].setting.included or (behind[0].setting.nested and not head.setting.nested):
        return counts_some_answers(head)
    # 办理涉及征地拆迁的申请11件，予以公开5件
    return head.readings == (What.CONCLUDED,) and _REQUESTS_ON_A_SUBJECT.search(head.words) is not None


def _is_of_new(draft: Draft, before: Sequence[Draft]) -> bool:
    # 本年新收36件中办结32件
    of_these = _OF_THESE.fullmatch(draft.skipped + draft.before) is not None
    return of_these and any("新收" in other.words for other in before)


def _is_subset(draft: Draft, before: Sequence[Draft], ended: Decimal, rest: Sequence[Draft]) -> bool:
    """
    Tell whether a figure counts only some of the things that its sentence is about.

    Args:
        draft: The figure.
        before: The claims before it.
        ended: Of so many it is told right behind it what became of them.
        rest: The first two claims behind that, if any.
    """
    if not draft.value or ended > draft.value:
        return False
    # 上年结转的4件申请，予以公开3件
    if draft.readings == (What.CARRIED_OVER,):
        return not any(_ALL & {*other.readings} for other in before)
    wholes = [other.value for other in before if _ALL & {*other.readings} and other.whole]
    if draft.readings or (wholes and _HOW.search(draft.before)):
        return False
    if not (draft.setting.among and wholes) and not OF_SOME.search(draft.before):
        return False
    if not wholes:
        # 其中予以公开14件；征地类申请11件，办结10件
        before = [other for other in before if other.setting.pauses == draft.setting.pauses]
    listed = takewhile(lambda other: not other.readings, reversed(before))
    told = draft.value + sum(other.value for other in listed)
    if not wholes:
        # 予以公开12件，其中涉土地类3件，部分公开2件
        in_another = draft.setting.among and any(other.readings for other in before)
        return told == draft.value and not in_another
    # 收到申请23件，其中自然人申请22件，已办结22件，1件正在办理
    left = rest[0].value if len(rest) == 1 and not rest[0].readings else 0
    # 行政诉讼3件，其中胜诉2件，1件未审结: both are outcomes.
    return told < wholes[-1] and wholes[-1] not in {told + ended, ended + left}


def with_others_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """Make a count of requests a part if some of them are said to be none for information: 收到89件，其中非…3件."""
    claims = list(drafts)
    for place, (draft, behind) in enumerate(pairwise(drafts)):
        counts_others = not behind.readings and behind.value and _NOT_FOR_INFORMATION.search(behind.before)
        if draft.readings == (What.RECEIVED,) and counts_others:
            claims[place] = part(draft)
    return claims


def with_sums_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """Make counts parts that are of the things of several cells, or of one of several ways, as is told beside them."""
    return _with_further(_with_published_apart(_with_concluded_apart(_with_left_apart(drafts))))


def _with_left_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """Make what is to be done with those carried forward a part: 结转下年4件（延期1件、正常办理3件）."""
    claims: list[Draft] = []
    head: Draft | None = None
    for draft in drafts:
        if not draft.setting.nested:
            head = draft
        elif head is not None and _is_of_left(draft, head):
            draft = part(draft)  # noqa: PLW2901 - what is kept of it
        claims.append(draft)
    return claims


def _is_of_left(draft: Draft, head: Draft) -> bool:
    forward = What.CARRIED_FORWARD in head.readings and draft.readings == (What.CONCLUDED,)
    # 结转下年4件（办结35件）
    return forward and draft.value <= head.value


def _with_concluded_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """Make a count of new requests a part if it is of those that were concluded: 已办结上年结转4件、本年新收23件."""
    claims = list(drafts)
    for place, pair in enumerate(pairwise(drafts)):
        readings = [draft.readings for draft in pair]
        # 本年新收36件中办结32件, beside which those of last year are
        if readings[1] == (What.CONCLUDED,) and _is_of_new(pair[1], pair[:1]):
            claims[place + 1] = part(pair[1])
        if {*readings} == {(What.RECEIVED,), (What.CARRIED_OVER,)} and are_concluded(pair, drafts[:place]):
            claims[place : place + 2] = [part(draft) if draft.readings == (What.RECEIVED,) else draft for draft in pair]
    return claims


def are_concluded(pair: tuple[Draft, Draft], before: Sequence[Draft]) -> bool:
    """Tell whether two figures of a list are of requests that were concluded, or the two parts of all that were."""
    first, second = pair
    if _LISTED.match(second.before) is None:
        return False
    every = before[-1] if before else first
    # 办结27件，其中本年新收23件、上年结转4件, but 办理29件，其中…
    among = first.setting.included or first.setting.nested
    summed = every.readings == (What.CONCLUDED,) and every.value == first.value + second.value
    return _CONCLUDED.search(first.before) is not None or (among and summed and not every.words.startswith("办理"))


def _with_published_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """
    Make a count of documents made public a part if it has other things in it than documents of one cell.

    主动公开规范性文件36件，其中现行有效31件、废止5件: these are all in force and those repealed.
    """
    claims = list(drafts)
    for place, draft in enumerate(drafts):
        if draft.readings not in _PUBLISHED:
            continue
        behind = drafts[place + 1 : place + 1 + FEW]
        if _are_of_several_cells(draft, behind):
            claims[place] = part(draft)
        else:
            # 公开规章12件（含新制定6件、修改2件、废止4件）, of which 8 were issued
            claims[place] = evolve(draft, older=draft.older - _repealed_beside_amended(behind))
    return claims


def _repealed_beside_amended(behind: Sequence[Draft]) -> Decimal:
    """Give how many documents of a list were repealed that counts those amended as well."""
    listed = takewhile(_is_listed_document, [draft for draft in behind if not _AMENDED.search(draft.before)])
    return sum((draft.value for draft in listed if _REPEALED.intersection(draft.readings)), Decimal(0))


def _are_of_several_cells(published: Draft, behind: Sequence[Draft]) -> bool:
    # 公开规范性文件36件、废止5件
    beside = behind[:1] and behind[0].before.startswith("、")
    listed = [] if beside else list(takewhile(_is_listed_document, behind))
    added_up = len(listed) > 1 and sum((draft.value for draft in listed), Decimal(0)) == published.value
    # 主动公开规范性文件36件，其中制发7件、废止5件: what was repealed is neither new nor in force.
    return added_up or any(draft.value for draft in listed if _REPEALED.intersection(draft.readings))


def _is_listed_document(draft: Draft) -> bool:
    # 主动公开规范性文件36件（含新制定31件，废止5件） · 36件，含新制定31件、废止5件
    setting = draft.setting
    listed = setting.among or setting.included or setting.nested or draft.before.startswith("、")
    # 公开规范性文件36件，其中新公开7件，历史公开29件
    told = not _DOCUMENTS.isdisjoint(draft.readings) or _BY_AGE.search(draft.before) is not None
    return listed and told


def _with_further(drafts: Sequence[Draft]) -> list[Draft]:
    """Let counts know of others beside them that the same cell can hold: 失效规范性文件1件、废止2件."""
    told = [draft for draft in drafts if not draft.readings]
    claims: list[Draft] = []
    for draft in drafts:
        others = _FURTHER.get(draft.readings[0]) if draft.readings else None
        if others is not None and others.beside.search(draft.words):
            more = sum((other.value for other in told[:FEW] if others.named.search(other.before)), Decimal(0))
            draft = evolve(draft, older=more)  # noqa: PLW2901 - the same
        claims.append(draft)
    return claims


def are_shares(group: Sequence[Draft]) -> bool:
    """Tell whether equal counts of one thing are of several bodies or ways: 县政府制发3件，县政府办公室制发3件."""
    said = {_SAYING_NOTHING.sub("", draft.before) for draft in group}
    apart = len(said) == len(group) and all(_BODY_OR_WAY.search(each) for each in said)
    return apart and len({draft.value for draft in group}) == 1


def _ends_of(head: Draft, behind: Sequence[Draft]) -> list[Draft]:
    """Give the outcomes right behind a figure; none where they stand in one list with it."""
    # 其中主动撤回2件、其他处理1件
    listed = bool(behind) and behind[0].before.startswith("、")
    return [] if listed else list(takewhile(partial(_is_end_of, head), behind))


def _is_end_of(head: Draft, draft: Draft) -> bool:
    """Tell whether a figure can be of what became of things before it: not 共办结86件, or behind ；."""
    told = bool(_ENDS & {*draft.readings}) and "共" not in draft.before
    # 其中涉土地类9件，予以公开4件，办结86件
    beyond = draft.readings == (What.CONCLUDED,) and draft.value > head.value
    return told and not beyond and draft.setting.pauses == head.setting.pauses


def _in_all(drafts: Sequence[Draft]) -> Decimal:
    """Give how many things ended in one way or another: 答复17件，其中予以公开12件、不予公开5件 are 17."""
    outcomes = [draft.value for draft in drafts if draft.readings != (What.CONCLUDED,)]
    concluded = [draft.value for draft in drafts if draft.readings == (What.CONCLUDED,)]
    return max(sum(outcomes, Decimal(0)), *concluded, Decimal(0))


def with_accepted(drafts: Sequence[Draft], told: Sequence[Draft]) -> list[Draft]:
    """
    Make those accepted a part of those that came in: 收到申请57件，撤回39件，正式受理18件.

    Args:
        drafts: The claims of a sentence.
        told: Those of the sentences before.
    """
    # 收到申请57件。经审查，撤回39件，受理18件。
    before = [draft for draft in told[-FEW:] if draft.is_of_the_year and _are_parts_of(draft, drafts)]
    received = list(filter(_came_in, (*before, *drafts)))
    if not received or received[0].words.startswith(_ACCEPTED):
        return list(drafts)
    lesser = {id(draft) for draft in received if draft.words.startswith(_ACCEPTED) and draft.value < received[0].value}
    return [part(draft) if id(draft) in lesser else draft for draft in drafts]


def _are_parts_of(whole: Draft, drafts: Sequence[Draft]) -> bool:
    return any(draft.value + behind.value == whole.value for draft, behind in pairwise(drafts))


def _came_in(draft: Draft) -> bool:
    # 2024年收到申请7件，2025年收到申请57件，受理18件, whose first is none of these
    return draft.readings[:1] == (What.RECEIVED,) and draft.year == "this"

"""Numbers of cases of reconsideration and litigation, and of their results."""

from __future__ import annotations

import re
from functools import partial
from itertools import chain, pairwise, takewhile
from typing import TYPE_CHECKING, Final

from attrs import evolve

from govdisclosure.claims._claim import What
from govdisclosure.claims._draft import FEW
from govdisclosure.claims._meanings import CASES, DECISIONS, DOMAINS, PAPERS, PROCEEDINGS, RESULT_CLAIMS, RESULTS
from govdisclosure.vocabulary.modifiers import CASES_ENDED, CASES_OF_A_CAUSE, CASES_OF_A_KIND, OTHER_MATTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govdisclosure.claims._draft import Draft
    from govdisclosure.claims._place import Bound, Place, Word

# 1起有关政府信息公开的行政复议案件
_ABOUT: Final = re.compile("的?(?:(?:有关|涉及|因|关于)?(?:政府)?信息公开(?:工作)?(?:引[发起])?[的类]?)?")
_BARE: Final = "其他"
# 尚未审结的行政复议0件 · 被纠正的政府信息公开行政诉讼1件 · 被纠正行政复议1件
_OF: Final = re.compile("(?:的(?:(?:有关|涉及?)?政府信息公开类?)?)?")
# 1件行政复议被上级机关纠正 · 1件行政诉讼结果维持
_CAME_TO: Final = re.compile("(?:案件)?(?P<all>均|都|全部)?(?:[已经被由为是][^,。;:、0-9]{0,12}?)?(?:结果)?")
# 均与政府信息公开无关 · 均不涉及政府信息公开 · 均非政府信息公开引起 · 均为工伤认定案件
_OTHERS: Final = re.compile(
    "(?:均|都|全部|全)(?:与|和)(?:政府)?信息公开[^,。;0-9]{0,6}无关|(?:均|都|全部|全)(?:为|是|系|属于?)?(?:不|未|非|并非)"
    "(?:涉及?|属于?|因|是|由)?(?:政府)?信息公开|(?:均|都|全部|全)(?:为|是|系|属于?)(?:因|由)?(?![^,。;0-9]*(?:信息|公开|[行复诉]))"
    f"[^,。;0-9]{{0,12}}{OTHER_MATTERS}[^,。;0-9]{{0,6}}(?:案件|类|纠纷|争议|引[发起])"
)
_BY_REVIEW: Final = re.compile("被[^,。;]{0,8}复议机关")
# 新增行政复议案件3件，上年结转1件
_OLDER: Final = re.compile(
    "[、和及]?(?:另有?|加上?)?(?:(?:上一?年度?|去年|往年|历年|以前年度|[0-9]{4}年度?)[^,。;、0-9]{0,6}?"
    "(?:结转|遗留|转入|转来|顺延|未[审办]?结)[^,。;、0-9]{0,6}|结转自?(?:上一?|去|往)年度?|旧存)"
)
_NEW: Final = re.compile("新[增发收立]|本年")
_BEFORE_ONE: Final = re.compile(
    "(?<=向)[^,。;、0-9]{1,20}?(?=法院|提起|提出|申请|起诉)|(?<=在)[^,。;、0-9]{1,12}?(?=法院)"
)
"""Where cases are brought: 向县人民法院提起行政诉讼3件."""
_ANY_COURT: Final = frozenset({"法院", "人民法院"})
_COURT: Final = re.compile("院|诉")
_EVERY_CASE: Final = frozenset((what,) for what in CASES.values())
_SUITS: Final = _EVERY_CASE - {(What.RECONSIDERATION,)}
# 行政复议纠错1件 · 纠正的行政诉讼1件, but 行政复议1件、行政诉讼1件，均维持
_CASES_NAMED: Final = re.compile("(?:(?P<review>复议(?!机[关构]|后|决定))|诉讼)(?=[^,0-9]*[0-9]*[件起宗例份]?$)")
_LISTED: Final = re.compile("[、和及与](?:提[起出]|申请)?")
# 其中被申请行政复议2件 · 未引发行政复议, but 因政府信息公开引发行政复议6件
_CAME_OF_THEM: Final = re.compile("(?!.*(?:公开|答复)).*(?:其中|因此|由此|引[发起])")
_UPHELD: Final = frozenset({What.RECONSIDERATION_UPHELD, What.LITIGATION_UPHELD})
_DISMISSED: Final = re.compile("驳回|胜诉")
_DISMISSED_BEHIND: Final = re.compile("[^,。;0-9]{0,4}?(?:驳回|胜诉)")
_DECISIONS: Final = frozenset(DECISIONS.values())
_ABOUT_CASES: Final = frozenset({*CASES.values(), *RESULT_CLAIMS})
# 2件行政复议由上年申请引发, but 由政府信息公开引发
_CAUSED: Final = re.compile("(?:案件)?[是系]?由(?![^,。;0-9]*(?:公开|答复))[^,。;、0-9]{2,14}引[发起]")
_A_BODY: Final = (
    "(?:我|[^,。;:、0-9各]{0,20}(?:[局县市区镇乡委厅办院省州]|委员会|政府|街道|单位|机关|中心)"
    "|[及和](?:其|各|所属|[县市区]直|[县市区]级)*(?:部门|单位))"
)
"""A body of which all figures are, but not 各部门."""


def saying_nothing(*words: str) -> re.Pattern[str]:
    """Give what can stand before things that are all there are: such words, and at most three that name a body."""
    fillings = f"(?:{'|'.join(words)})*"
    return re.compile(f"(?!.{{61}}){fillings}(?:{_A_BODY}{fillings}){{0,3}}")


# 因政府信息公开引发行政复议、行政诉讼共11件, but 涉企…, 张某提起… and 各部门…
_OF_ALL_CASES: Final = saying_nothing(
    "[,、:(的因就对由被共总有应和或及]|其中|同时|此外|另外|全年|年内|[本当今]年度?|年初|以来|[0-9]{4}年度?|针对|涉(?=.{0,5}信息公开)",
    "有关|关于|依?申请公开|(?:政府)?信息公开|工作|类|不服|答复|当事人|申请人?|公民|法人|其[他它]组织|引[起发]|产生|导致|发生|提起",
    "新[增收]?|收到|办理|累计|合计|以上|上述|案件",
)
# 全县行政复议、行政诉讼案件共130件, of any cause
_OF_A_REGION: Final = re.compile("全[县市区省镇乡](?![^,。;0-9]*信息公开)[^,。;0-9]*案件")
# 县政府被提起行政复议、行政诉讼共3件；各部门被提起共8件
_OF_OTHER_BODIES: Final = re.compile(
    "[^。;]{0,40}?[,;][^,。;0-9]{0,12}(?:部门|单位)(?:因|政府|信息公开|被|提起|申请|行政|复议|诉讼|案件|共|合?计|有|[、和的])+[0-9]"
)
BOTH_CASES: Final = What.RECONSIDERATION, What.LITIGATION
_NO_RESULT: Final = "撤销"
"""What an applicant can do as well: 1件行政复议申请人撤销."""


def without_other_cases(drafts: list[Draft], text: str, end: int) -> list[Draft]:
    """Leave out cases that a sentence, which ends at a place, says to be others: 行政诉讼2件，均与政府信息公开无关."""
    last = max((at for at, draft in enumerate(drafts) if draft.is_of_cases), default=None)
    if last is None or _OTHERS.search(text, drafts[last].end, end) is None:
        return drafts
    return [draft for draft in drafts[: last + 1] if not draft.is_unnamed_case] + drafts[last + 1 :]


def with_older(drafts: Sequence[Draft]) -> list[Draft]:
    """Let cases of this year know of those of last year that stand beside them: 新增行政复议案件3件，上年结转1件."""
    claims = list(drafts)
    for at, (draft, behind) in enumerate(pairwise(drafts)):
        if draft.is_of_cases and _is_older(behind):
            claims[at] = evolve(draft, older=behind.value)
        # 上年结转1件，新增行政复议案件3件
        elif not at and _is_older_before(draft, behind):
            claims[:2] = evolve(draft, readings=()), evolve(behind, older=draft.value)
    return claims


def with_dismissed(drafts: Sequence[Draft]) -> list[Draft]:
    """Let cases upheld know of those dismissed or won, which a table can count with them: 维持3件、驳回2件."""
    claims = list(drafts)
    for at, draft in enumerate(drafts):
        if not _UPHELD.isdisjoint(draft.readings):
            before = takewhile(_is_of_same, reversed(drafts[max(0, at - FEW) : at]))
            behind = takewhile(_is_of_same, drafts[at + 1 : at + 1 + FEW])
            dismissed = filter(_is_dismissed, chain(before, behind))
            claims[at] = evolve(draft, older=sum((other.value for other in dismissed), draft.older))
    return claims


def _is_of_same(draft: Draft) -> bool:
    return not draft.is_of_cases


def _is_dismissed(draft: Draft) -> bool:
    # 驳回诉讼请求2件 · 2件驳回诉讼请求 · 一审3件均胜诉
    said = _DISMISSED.search(draft.before) or _DISMISSED_BEHIND.match(draft.behind)
    return not draft.readings and said is not None


def _is_older(draft: Draft) -> bool:
    return not (draft.readings or draft.setting.nested) and _OLDER.fullmatch(draft.before) is not None


def _is_older_before(draft: Draft, behind: Draft) -> bool:
    carried = draft.readings == (What.CARRIED_OVER,) and "申请" not in draft.words
    return carried and behind.is_of_cases and _NEW.search(behind.before) is not None


def names_its_cases(result: Draft) -> bool:
    """Tell whether a result says which cases it is of: 行政诉讼5件；行政复议纠错1件."""
    named = _CASES_NAMED.search(result.before + result.words)
    return named is not None and result.readings[0].startswith("reconsideration" if named["review"] else "litigation")


def of_some_cases(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield what is of some cases only: that have ended, are of one cause, or were brought before one of several."""
    several = _at_several(drafts)
    listed = theirs = False
    for at, draft in enumerate(drafts):
        # 化解行政复议1件、行政诉讼1件 · 同一申请人提起行政复议4件、行政诉讼3件
        of_kind = is_of_a_kind(draft) or _is_of_decisions(draft, drafts[max(0, at - FEW) : at])
        some = of_kind or CASES_ENDED.fullmatch(draft.before) is not None
        listed = draft.is_of_cases and (some or (listed and _LISTED.fullmatch(draft.before) is not None))
        is_result = not RESULT_CLAIMS.isdisjoint(draft.readings)
        # 征地类行政复议12件，撤销2件, but 征地类行政复议12件，行政诉讼纠正1件
        theirs = of_kind or (theirs and is_result and not names_its_cases(draft))
        if listed or theirs or (draft.readings in several and _brought_before(draft) is not None):
            yield draft


def is_of_a_kind(draft: Draft) -> bool:
    """Tell whether its words say that cases are of one cause or kind."""
    of_kind = CASES_OF_A_CAUSE.fullmatch(draft.before) or CASES_OF_A_KIND.match(draft.before + draft.words)
    return of_kind is not None


def _is_of_decisions(draft: Draft, before: Sequence[Draft]) -> bool:
    """Tell whether cases came of the decisions counted before them: 作出行政处罚287件，引发行政复议2件."""
    # 未引发行政复议、行政诉讼, which are both right behind them
    last = next((other for other in reversed(before) if other.end <= draft.start), draft)
    decided = last.value > 0 and not _DECISIONS.isdisjoint(last.readings)
    of_cases = not _ABOUT_CASES.isdisjoint(draft.readings)
    return decided and of_cases and _CAME_OF_THEM.match(draft.before + draft.words) is not None


def _at_several(drafts: Sequence[Draft]) -> set[tuple[What, ...]]:
    """Give which cases were brought before several bodies: 向县人民法院提起行政诉讼3件，向市中级人民法院提起2件."""
    bodies: dict[tuple[What, ...], set[str | None]] = {}
    for draft in drafts:
        # 向法院提起行政诉讼5件，其中向县人民法院提起3件
        if draft.setting.among:
            continue
        # 向市法院提起2件, but 向县政府申请行政复议4件，向县法院起诉5件: a court hears no reconsiderations
        unsaid = _SUITS if _COURT.search(draft.before) else ((What.RECONSIDERATION,),)
        for readings in _EVERY_CASE.intersection((draft.readings,) if draft.readings else unsaid):
            bodies.setdefault(readings, set()).add(_brought_before(draft))
    return {readings for readings, named in bodies.items() if len(named - {None}) > 1}


def _brought_before(draft: Draft) -> str | None:
    before = _BEFORE_ONE.search(draft.before + draft.words)
    # 向法院提起行政诉讼6件，在县法院审理3件
    return None if before is None or before[0] in _ANY_COURT else before[0]


def of_cases(place: Place, near: Word) -> list[Bound]:
    """Give what a number behind cases is about: 行政复议2件, 行政复议、行政诉讼各1件."""
    # 上年结转行政诉讼1件
    if place.has("of_others", "carried_over") or place.mind.sentence.of_other_cases:
        return []
    if is_of_any_cause(place) or (place.joined(near) and not place.has(*(CASES.keys() - {near.kind}))):
        return []
    bound = partial(_bound, place, _result_before(place))
    several = [word for word in place.before if word.kind in PROCEEDINGS]
    if len({word.kind for word in several}) < 2 or near.kind not in PROCEEDINGS:
        return [bound(near)]
    if place.nought:
        return [*_no_requests(place), *map(bound, several)]
    if place.text[near.end : place.start].endswith(("各", "均为", "都为")):
        return [*map(bound, several)]
    # 行政复议和行政诉讼共计11件
    every = place.bound(several[0], *BOTH_CASES)._replace(summed=True)
    of_all = _OF_ALL_CASES.fullmatch(place.text, place.begin, several[0].start) is not None
    of_any = _OF_A_REGION.search(place.text, place.begin, place.start) is not None
    whole = of_all and not of_any and _OF_OTHER_BODIES.match(place.text, place.end) is None
    return [every] if whole and place.sums_up and not place.has(*RESULTS) else []


def _result_before(place: Place) -> Word | None:
    """Give the result of the cases right behind it: 尚未审结的行政复议0件, 尚未审结的行政复议、行政诉讼均为0件."""
    for result, case in pairwise(place.before):
        # 撤销行政复议1件 is what an applicant can do as well.
        of_result = result.kind in RESULTS and case.kind in CASES and result.matched[0] != _NO_RESULT
        if of_result and _OF.fullmatch(place.text, result.end, case.start):
            return result
    return None


def _bound(place: Place, result: Word | None, case: Word) -> Bound:
    return place.bound(case, CASES[case.kind]) if result is None else place.bound(result, _what(case, result))


def _what(case: Word, result: Word) -> What:
    return What(f"{DOMAINS[case.kind]}_{RESULTS[result.kind]}")


def of_counted(place: Place, first: Word) -> list[Bound]:
    """Give what cases behind their number are about: all, or those of a result: 1件行政复议被上级机关纠正."""
    every = place.bound(first, CASES[first.kind])
    result = place.after[1] if len(place.after) > 1 else first
    # 2起行政复议维持1起
    if result.kind not in RESULTS or place.is_counted_next(result):
        return [every]
    if result.matched[0] == _NO_RESULT:
        return []
    said = _CAME_TO.fullmatch(place.text, first.end, result.start)
    if said is None:
        return [every]
    of_result = every._replace(readings=(_what(first, result),), end=result.end)
    return [every, of_result] if said["all"] else [of_result]


def _no_requests(place: Place) -> list[Bound]:
    """Give the requests that a list of what there was none of begins with: 依申请公开、行政复议、行政诉讼均为0件."""
    first = place.before[0]
    listed = first.kind == "request" and place.text[first.end] == "、"
    return [place.bound(first, What.RECEIVED)] if listed else []


def is_of_any_cause(place: Place) -> bool:
    """Tell whether cases are received or dealt with, and nothing says that they are about disclosure."""
    # 办理行政复议9件, but 答复后被行政复议9件
    answered = [word for word in place.before if word.kind == "concluded"]
    dealing = [word for word in answered if not place.text.startswith("后", word.end)]
    dealt_with = bool(dealing) or place.has("received", "received_new")
    return dealt_with and "信息公开" not in place.text[place.before[0].start : place.start]


def of_results(place: Place, near: Word) -> list[Bound]:
    """Give what a number beside a result is about, which the cases before it tell: 行政诉讼2件，维持1件."""
    cases = [word.kind for word in place.before if word.kind in CASES]
    domain = DOMAINS[cases[-1]] if cases else place.mind.domain
    # 被复议机关纠正2件
    if _BY_REVIEW.search(place.said):
        domain = "reconsideration"
    # 行政复议案件收案322件；一审行政诉讼败诉9件
    if place.mind.sentence.of_other_cases:
        return []
    if domain not in PROCEEDINGS or place.counted(*PAPERS):
        return []
    # 维持22件、其他4件, but 行政复议15件，其中征地类12件，其他3件
    if near.matched[0] == _BARE and not place.mind.spoke_of_results:
        return []
    return [place.bound(near, What(f"{domain}_{RESULTS[near.kind]}"))]


def is_number_of_cases(place: Place, first: Word) -> bool:
    """Tell whether cases are counted by a number before them: 发生1起行政诉讼."""
    kinds = {word.kind for word in place.after}
    about = _ABOUT.fullmatch(place.text, place.end, first.start) is not None
    # 在审结的5件行政复议中，维持3件
    ours = not place.has("received", "concluded", "of_others") and not place.mind.sentence.of_other_cases
    of_cause = _CAUSED.match(place.text, first.end) is not None
    return about and ours and not of_cause and len(CASES.keys() & kinds) == 1

"""What a number is about: from the words before it, or else from those after it."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from govdisclosure.claims._behind import after
from govdisclosure.claims._cases import of_cases, of_results, saying_nothing
from govdisclosure.claims._claim import What
from govdisclosure.claims._draft import FAR, FEW
from govdisclosure.claims._headed import is_of_something_else
from govdisclosure.claims._meanings import (
    CASES,
    DECISIONS,
    FEES,
    MADE,
    OTHER_WORK,
    OUTCOMES,
    PAPERS,
    PROCEEDINGS,
    PUBLISHED,
    REQUESTS,
    RESULTS,
    made,
)
from govdisclosure.claims._place import ALIEN, SOME, Bound, Place, Word
from govdisclosure.claims._some import tells_of_some
from govdisclosure.vocabulary.modifiers import DECISIONS_WORKED_ON, HELPED, IN_A_CAMPAIGN

if TYPE_CHECKING:
    from collections.abc import Callable

_ITEMS: Final = frozenset("项条个篇部")  # 行政许可120项 are kinds of licences, and 条 what is posted of them.
_NOUGHT: Final = 2
_NONE_OF_THEM: Final = re.compile("(?<![0-9十百])[0零]")
_EXAMPLES: Final = "案例"
_COUNTED_SO: Final = frozenset("项个")
_NO_REQUESTS: Final = (*_ITEMS, *(f"{digit}次" for digit in "0123456789"))
_AND: Final = re.compile("(?:、|并|和|及|、并)(?:依法|依规|妥善|全部|按时|按期|及时)*")
_HANDLED: Final = frozenset({"办理", "处理"})
_AND_ALSO: Final = frozenset({*"、和及与,", ",行政"})
_NOUN: Final = re.compile("规章|规范性文件")
_DONE_WITH: Final = ("in_force", "issued", "repealed")
_WITH: Final = re.compile("的?(?:(?:政府信息公开|信息公开|依)?申请(?:公开)?)?(?:[、和及与]|以及|加上?)")
# 其中予以公开和部分公开共21件 · 已答复，公开和部分公开的共21件, but 网站公开和部分公开共12件
_OF_ALL: Final = saying_nothing(
    "[,、:(的后共已均对为是有含]|其中|全年|[本当今]年度?|[0-9]{4}年度?|全部|经审[查核]|按照?规定|符合(?:公开)?条件|最终|依法|依规|按时",
    "按期|及时|给予|[作做]出|决定|答复|办[结理毕]|结果|包括|(?:(?:政府)?信息公开)?申请[中人]?",
)
_PAPERS_COUNTED: Final = re.compile("文件|公文|份$")
_GOES_ON: Final = re.compile("[,、]?(?:依法|并)*(?:[作做]出|实施|移送)?行政(?:许可|处罚|强制)(?:案件|决定)?")
_POSTED: Final = frozenset("条篇次期")
_OTHER_PAPERS: Final = re.compile(
    "信息|微信|微博|公众号|视频|专栏|栏目|媒体|网站|平台|客户端|解读|图解|资料|手册|简报|海报|动态"
)
"""What is published and made beside documents."""
_CHANGED: Final = ("新增", "新设", "调整", "停止")
_AMOUNT: Final = re.compile("收费|总?金额")
_CLOSED: Final = re.compile("[,、;(]?(?:其中|已|现已|实际|依法)*(?:结案|办结|审结)[0-9]")
# 行政许可860件、行政处罚160件已在网站公示, but 行政许可860件均在网站公示, which are all that there are
_PUBLISHED_BEHIND: Final = re.compile(
    "(?:[、和及](?:行政)?(?:许可|处罚|强制)[^,。;0-9]{0,8}[0-9]{1,9}[件宗起])*(?:信息|结果)?(?:已|现|依法|及时|按时){0,3}"
    "(?:在|通过|于)[^,。;0-9均全都]{2,20}(?:公示|公开|公布)"
)
# 公开事故调查报告3份、行政处罚12件
_PUBLISHED_BEFORE: Final = re.compile(
    "(?<!信息)(?<!政务)(?<!予)(?<!申请)公[开布示](?!率|栏|专|平台|工作|情况|方面|申请|内容)[^,。;]*[0-9]"
)

_PIECES: Final = re.compile("(?:信息|内容|文件|材料|问题|事项)(?:共|共计)?$")
_COUNTED: Final = (*"件份宗例项笔", "件次")  # 依申请公开信息12条 is what was made public, 12次 how often.
_JOINING: Final = frozenset("和及与或")
_ANOTHER: Final = re.compile("[、,和及与][0-9]")
_EACH: Final = re.compile("各(?:自?新?(?:收到?|受理|接[到收])|(?:自|为|是|有|计)*$)")
_OF_REQUESTS: Final = frozenset({*REQUESTS, "request"})
_OF_NOTHING: Final = frozenset("条0")  # 依申请公开数为0
# 权力事项办理1200件
_OTHER_THINGS: Final = re.compile("事项|业务|案|登记|审批|权力|证|批示|督办|来文|文件|服务|项目")
# 公开2件、部分公开1件
_OTHER_OUTCOMES: Final = re.compile(
    "[、,;](?:予以|给予|同意|准予)?(?:部分|不)(?:予以?|同意)?公开|[、,;](?:无法提供|不予处理)"
)

_NOT_TO_OPEN: Final = re.compile("(?:不属于?|非|不归|不由|不是)[^,。;、0-9]{0,12}公开$")


def bounds_of(place: Place) -> list[Bound]:
    """Give what a number is about, if anything; several for a number that is about each of several things."""
    if place.has("not", "unsure", "condition"):
        return []
    near = place.near()
    if place.money:
        return _money(place) if near else []
    before = _before(place, near) if near else []
    return before or ([] if near and near.kind in CASES else after(place))


def _before(place: Place, near: Word) -> list[Bound]:
    listed = near.kind not in {*CASES, *RESULTS, *MADE} and place.joined(near) and not _is_said_twice(place, near)
    of_all = place.nought or _is_of_each(place, near)
    if is_of_something_else(place, near):
        return []
    if listed and not of_all and (place.sums_up or _are_counted_together(place, near)):
        return _of_sum(place, near)
    if listed and not (of_all and near.kind in {"documents", *DECISIONS, *OUTCOMES}):
        return []
    binder = _BINDERS.get(near.kind)
    bounds = binder(place, near) if binder else []
    return [] if len(bounds) == 1 and _is_of_each_asker(place, near) else bounds


def _are_counted_together(place: Place, near: Word) -> bool:
    """Tell whether one number stands behind outcomes that and or or joins: 予以公开或部分公开21件."""
    joined = near.kind in OUTCOMES and place.text[near.start - 1] in _JOINING
    # 予以公开和部分公开14件、7件
    return joined and place.text.endswith(_COUNTED, 0, place.end) and not _ANOTHER.match(place.text, place.end)


def _of_sum(place: Place, near: Word) -> list[Bound]:
    """Give what a number behind a list is the sum of: 予以公开和部分公开的共21件, 新收和上年结转合计39件."""
    if near.kind == "carried_over" and len(place.before) > 1 and _is_new_and_old(place, place.before[-2], near):
        return [place.bound(place.before[-2], What.RECEIVED_WITH_CARRIED_OVER)]
    return _of_summed_outcomes(place, near) if near.kind in OUTCOMES else []


def _of_summed_outcomes(place: Place, last: Word) -> list[Bound]:
    """Give the outcomes of a list that a number is the sum of: 予以公开和部分公开的共21件."""
    begin = _stretch(place)
    # 网上申请21件，予以公开和部分公开共13件 · 印发公文86件，公开和部分公开共58件 · 公开和部分公开共15件为自然人申请
    if tells_of_some(place.text[begin : place.limit]) or not _about_requests(place, last):
        return []
    listed = place.listed(last, OUTCOMES)
    kinds = dict.fromkeys(OUTCOMES[word.kind] for word in listed)
    # 征地类公开和部分公开共8件 · 公开、部分公开文件共120份
    of_all = _OF_ALL.fullmatch(place.text, place.begin, listed[0].start)
    papers = _PAPERS_COUNTED.search(place.text, last.end, place.end)
    whole = of_all is not None and papers is None
    return [place.bound(listed[0], *kinds)._replace(summed=True)] if whole and len(kinds) > 1 else []


def _is_of_each_asker(place: Place, near: Word) -> bool:
    """Tell whether requests of each of several are counted: 收到自然人、法人提出的申请各6件, 两局各收到申请6件."""
    return near.kind in _OF_REQUESTS and not place.nought and _EACH.search(place.said) is not None


def _is_of_each(place: Place, near: Word) -> bool:
    """Tell whether a number is of each of several things: 予以公开、部分公开各1件."""
    return place.text[near.end : place.start] in {"各", "各为", "各有"}


def _is_open_outcome(place: Place, verb: Word) -> bool:
    """Tell whether a nought can be of an outcome, too: not of the first in 6件予以公开、部分公开0件."""
    own = place.text.endswith(_COUNTED, 0, verb.start) and not _NONE_OF_THEM.match(place.text, verb.start - _NOUGHT)
    return verb.kind in OUTCOMES and not own


def _is_said_twice(place: Place, near: Word) -> bool:
    """Tell whether a list says one thing in two ways: 区分处理、部分公开2件."""
    return near.kind in OUTCOMES and [word.kind for word in place.before[-2:]] == [near.kind] * 2


def _of_decisions(place: Place, near: Word) -> list[Bound]:
    # 受理行政许可430件, but 受理并办结行政许可430件
    received = place.has("received", "received_new") and not place.has("concluded")
    if received or place.has("rules_block", "issued", "disclosed", "not_accepted") or _is_worked_on(place):
        return []
    # 开展专项整治，作出行政处罚16件, but 开展专项整治，办理行政许可760件
    if near.kind != "licensing" and IN_A_CAMPAIGN.search(place.text, _stretch(place), place.start):
        return []
    # 行政许可120条, but 行政许可处理决定数0条 and 行政许可处理决定62项
    measure, said = place.text[place.end - 1], place.text[near.end : place.start]
    decided = "决定数" in said or (measure in _COUNTED_SO and said.endswith("决定"))
    if measure in _ITEMS and not decided:
        return []
    # 办理行政处罚案件20件，结案17件
    if _CLOSED.match(place.text, place.end):
        return []
    # 公开行政处罚信息33件, but 归集行政处罚信息33件
    if place.text.startswith("信息", near.end) and not place.mind.sentence.of_published:
        return []
    listed = [word for word in place.before if word.kind in DECISIONS] if place.joined(near) else [near]
    published = place.mind.sentence.of_published or _is_published(place)
    meant = PUBLISHED if published else DECISIONS
    return [place.bound(word, meant[word.kind]) for word in listed]


def _is_published(place: Place) -> bool:
    """Tell whether decisions are those that were made public, by what stands behind them or before a list of them."""
    if _PUBLISHED_BEHIND.match(place.text, place.end) is not None:
        return True
    listed = place.said.startswith("、") and _PUBLISHED_BEFORE.search(place.text, _clause(place), place.start)
    return bool(listed)


def _is_worked_on(place: Place) -> bool:
    """Tell whether decisions go on a list of those worked on otherwise: 法制审核行政处罚36件、行政许可12件."""
    begin = _stretch(place)
    helped = HELPED.search(place.text, begin, place.begin) is not None
    # 配合县执法部门查处违法案件12件，作出行政处罚3件, but 全年作出行政处罚36件
    if helped and _GOES_ON.fullmatch(place.said):
        return True
    listed = place.said.startswith("、")
    return listed and DECISIONS_WORKED_ON.match(place.text, _clause(place), place.start) is not None


def _clause(place: Place) -> int:
    """Give where the clause begins that a list goes on in."""
    mark = max(place.text.rfind(mark, place.mind.sentence.start, place.begin) for mark in ",;")
    return max(mark + 1, place.mind.sentence.start)


def _of_requests(place: Place, near: Word) -> list[Bound]:
    verbs = [word for word in place.before if word.kind in REQUESTS]
    # 行政许可办理63件
    decisions = place.before[-2] if len(place.before) > 1 else near
    if near.kind == "concluded" and decisions.kind in DECISIONS and decisions.end == near.start:
        return _of_decisions(place, decisions)
    # 行政许可受理申请66件
    if place.before[0].kind in DECISIONS and not place.names_disclosure(near):
        return []
    if not verbs:
        return [place.bound(near, What.RECEIVED)] if _is_all_requests(place, near) else []
    # 主动公开296条，不予公开15条
    posted = place.text[place.end - 1] == "条" and not place.mind.spoke_of_requests
    of_pieces = near.kind in OUTCOMES and (posted or _counts_pieces(place))
    if of_pieces or (near.kind != "request" and not _says_nothing_else(place, near)):
        return []
    told = _without_answer(verbs)
    several = _of_several(place, near, told)
    if several is not None:
        return several
    last = told[-1]
    chosen = [last]
    if place.joined(near):  # Of nothing in all, each is nothing.
        chosen = verbs if _is_of_each(place, near) else [verb for verb in verbs if _is_open_outcome(place, verb)]
    if len(verbs) > 1 and last.kind == "concluded" and verbs[-2].kind.startswith("received"):
        # 收到和处理申请3件 · 收到处理申请3件
        both = _AND.fullmatch(place.text, verbs[-2].end, last.start) or (
            verbs[-2].end == last.start and last.matched[0] in _HANDLED
        )
        chosen = verbs[-2:] if both else chosen
    heard_of_cases = place.mind.subject in PROCEEDINGS
    return [
        place.bound(verb, *REQUESTS[verb.kind])
        for verb in chosen
        # 行政复议申请渠道畅通，共接收申请316件
        if not (heard_of_cases and verb.kind.startswith("received")) and _about_requests(place, verb)
    ]


def _counts_pieces(place: Place) -> bool:
    """Tell whether what is counted are pieces of information: 受理申请12件，涉及信息45条，公开40条."""
    measure, told = place.text[place.end - 1], place.mind.sentence.drafts[-FEW:]
    requests = any(draft.words.endswith(measure) for draft in told if draft.readings)
    pieces = any(draft.words.endswith(measure) and _PIECES.search(draft.before) for draft in told if not draft.readings)
    return pieces and not requests


def _without_answer(verbs: list[Word]) -> list[Word]:
    """Leave out a last verb that only says that an outcome was answered: 予以公开答复2件."""
    *others, last = verbs
    answered = bool(others) and last.kind == "concluded" and others[-1].kind in OUTCOMES
    return others if answered and last.start - others[-1].end <= len("答复") else verbs


def _of_several(place: Place, near: Word, verbs: list[Word]) -> list[Bound] | None:
    """Give what requests of several kinds are that are counted together; None where they are of one kind."""
    last = verbs[-1]
    # 新收和上年结转申请共41件
    if len(verbs) > 1 and last.kind == "carried_over" and _is_new_and_old(place, verbs[-2], last):
        return [place.bound(verbs[-2], What.RECEIVED_WITH_CARRIED_OVER)]
    # 区分处理、部分公开的申请2件 says one thing in two ways.
    twice = [word.kind for word in verbs[-2:]] == [last.kind] * 2
    if last.kind not in OUTCOMES or not place.joined(last) or twice or place.nought or _is_of_each(place, near):
        return None
    # 公开和部分公开的申请共计21件
    return _of_summed_outcomes(place, last) if place.sums_up else []


def _is_new_and_old(place: Place, received: Word, over: Word) -> bool:
    return received.kind.startswith("received") and _WITH.fullmatch(place.text, received.end, over.start) is not None


def _is_all_requests(place: Place, noun: Word) -> bool:
    """Tell whether requests are counted without a verb: 全年政府信息公开申请12件, 依申请公开5件."""
    return (
        place.names_disclosure(noun)
        # 剖析依申请公开案例8件
        and not noun.matched[0].endswith(_EXAMPLES)
        and all(word.kind == "request" for word in place.before)
        and (
            place.text.endswith(_COUNTED, place.start, place.end)
            or (place.nought and place.text[place.end - 1] in _OF_NOTHING)
        )
        and place.mind.subject != "papers"
        and (not place.mind.sentence.among or place.mind.spoke_of_any_requests)
        and not SOME.search(place.text[place.begin : noun.start].replace("其中", ""))
        # 主动公开信息2300条，依申请公开信息12条
        and place.text.rfind("主动公开", max(place.mind.sentence.start, noun.start - FAR), noun.start) < 0
    )


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
        return place.mind.subject == "requests" and not place.mind.stretch.of_other_things
    if verb.kind in {"concluded", "received_new", "not_processed", "other"}:
        return place.mind.subject in {None, "requests"} and not _counts_other_things(place, verb)
    if verb.kind.startswith("carried"):
        # 办理行政许可66件，结转3件, but 规范行政处罚程序，结转申请3件
        return (
            place.mind.subject not in ALIEN
            and not place.mind.spoke_of_decisions
            and not _counts_other_things(place, verb)
        )
    return place.mind.subject not in {"else", "papers"}


def _counts_other_things(place: Place, verb: Word) -> bool:
    """Tell whether what is counted is named, and no request; of requests it can be said 案件 as well."""
    if place.mind.stretch.of_other_things:
        return True
    # 涉及事项15项，已答复15项 · 作出答复10次
    if verb.kind == "concluded" and place.text.endswith(_NO_REQUESTS, place.start, place.end):
        return not _counts_as_before(place)
    # 公租房申请不予处理3件 · 垃圾无害化处理率100%，其他处理3件
    if not place.mind.spoke_of_requests and place.mind.subject is None and _is_of_others(place, verb):
        return True
    # 权力事项办理1200件 · 新收案件56件
    end = place.start if place.mind.subject is None else verb.start
    return _OTHER_THINGS.search(place.text, place.begin, end) is not None


def _counts_as_before(place: Place) -> bool:
    """Tell whether the requests right before were counted by the same word: 收到申请21条，办结21条."""
    measure, last = place.text[place.end - 1], place.mind.sentence.drafts[-1:]
    return bool(last) and last[0].readings == (What.RECEIVED,) and last[0].words.endswith(measure)


def _is_of_others(place: Place, verb: Word) -> bool:
    """Tell whether an outcome is said of other things: of applications of some kind, or behind a clause on others."""
    # 公租房申请不予处理3件, but 申请办结数13件
    applied = verb.kind in OUTCOMES and place.text.endswith("申请", place.begin, verb.start)
    return applied or (verb.kind == "other" and place.mind.sentence.start < place.begin)


def _is_for_petitions(place: Place, verb: Word) -> bool:
    """Tell whether petitions are why a request was not processed, as the form has it, and not what is counted."""
    # 属于信访举报类不予处理3件
    named = place.has("request") or place.mind.spoke_of_requests or place.text.endswith("类", 0, verb.start)
    return verb.kind == "not_processed" and named


def _of_no_fees(place: Place, near: Word) -> list[Bound]:
    """行政事业性收费金额为零, which names no unit."""
    # 清理行政事业性收费0项
    changed = place.has("rules_block", "reduced") or place.said.endswith(_CHANGED, 0, near.start - place.begin)
    return [place.bound(near, FEES[near.kind])] if place.nought and not changed else []


def _of_opened(place: Place, near: Word) -> list[Bound]:
    """公开3件, which are requests granted where the sentence speaks of requests."""
    subject = place.mind.subject
    # 不属于本机关公开4件
    if _NOT_TO_OPEN.search(place.said) or _counts_pieces(place):
        return []
    others = _OTHER_OUTCOMES.match(place.text, place.end)
    if not place.goes_on() or subject not in {None, "requests"} or not (others or place.mind.spoke_of_requests):
        return []
    return [place.bound(near, What.GRANTED)]


def _stretch(place: Place) -> int:
    """Give where the stretch up to a semicolon begins that is looked at before what is said of a number."""
    pause = place.text.rfind(";", place.mind.sentence.start, place.begin)
    return max(place.mind.sentence.start, pause, place.begin - FAR)


def _of_documents(place: Place, near: Word) -> list[Bound]:
    # 规范性文件制发、废止分别为3件、1件
    if not place.nought and "分别" in place.text[near.end : place.start]:
        return []
    verbs = [word for word in place.before if word.kind in {*MADE, *OTHER_WORK}]
    nouns = [word for word in place.before if word.kind in PAPERS]
    kinds = {word.kind for word in nouns}
    if not nouns and place.counted(*PAPERS):
        kinds = {place.after[0].kind}
    elif (not nouns and place.goes_on()) or place.counted(*MADE):
        kinds = kinds or _spoken_of(place, near)
    # 有规范性文件11件现行有效
    if not verbs and nouns and place.counted("in_force"):
        return [place.bound(place.after[0], *made(nouns[-1].kind, "in_force"))]
    if not verbs and len(nouns) == 1:
        return _of_listed_documents(place, nouns[0])
    # 归集公开规范性文件126件
    worked_on = bool(verbs) and (verbs[-1].kind in OTHER_WORK or _is_of_other_work(place, verbs))
    if not verbs or worked_on or not kinds or (len(kinds) > 1 and not place.nought):
        return []
    # 制发、废止均为0件
    chosen = verbs if place.nought and place.joined(verbs[-1]) else verbs[-1:]
    return [place.bound(verb, *made(kind, verb.kind)) for kind in sorted(kinds) for verb in chosen]


def _is_of_other_work(place: Place, verbs: list[Word]) -> bool:
    last, before = verbs[-1], verbs[-2:-1]
    # 清理废止规范性文件1件
    if last.kind == "repealed" and any(word.matched[0] == "清理" for word in before):
        return False
    # 全面清理我局制发的规范性文件12件 · 对我局制定的12件规范性文件进行清理
    of_made = place.text.startswith("的", last.end)
    beside = [*verbs[:-1], *place.after] if of_made else [word for word in before if word.end == last.start]
    return any(word.kind in OTHER_WORK for word in beside)


def _spoken_of(place: Place, near: Word) -> set[str]:
    """Give the documents that the text speaks of, if a number without a noun is theirs: 制发规范性文件6件，废止3件."""
    # 制发规范性文件6件。微信公众号发布1820条 · 制发规范性文件6件；新增专栏6个，保留36个
    posted = place.text[place.end - 1] in _POSTED or _OTHER_PAPERS.search(place.text, place.begin, near.start)
    return set() if posted or place.mind.stretch.of_other_things else {place.mind.domain or ""} & PAPERS


def _of_listed_documents(place: Place, noun: Word) -> list[Bound]:
    """Give what was done with documents in a list that says so once: 现行有效规章18件、规范性文件264件."""
    last = place.mind.sentence.drafts[-1:]
    if not last or place.text[last[0].end : noun.start] not in _AND_ALSO:
        return []
    kind, _, verb = last[0].readings[0].partition("_") if last[0].readings else ("", "", "")
    verb = "disclosed" if len(last[0].readings) > 1 else verb
    if kind not in PAPERS - {noun.kind}:
        return []
    # 新制作规章0件，废止0件，规范性文件8件: what was done with these is not said.
    unsaid = place.text[last[0].end : noun.start] == "," and _NOUN.search(last[0].words) is None
    readings = (made(noun.kind, each) for each in (_DONE_WITH if unsaid else (verb,)))
    return [place.bound(noun, *chain.from_iterable(readings))]


def _money(place: Place) -> list[Bound]:
    # 减免行政事业性收费236万元
    if place.has("reduced") or place.before[-1].kind not in {*FEES, "charge"}:
        return []
    nouns = [word for word in place.before if word.kind in FEES]
    # 行政事业性收费1项，收费总额为4.043万元 · 信息处理费收费通知0件，总金额0元
    if not nouns and place.mind.domain in FEES and _AMOUNT.match(place.text, place.before[-1].start):
        return [place.bound(place.before[-1], FEES[place.mind.domain])]
    if not nouns:
        return []
    return [place.bound(nouns[-1], FEES[nouns[-1].kind])]


_BINDERS: Final[dict[str, Callable[[Place, Word], list[Bound]]]] = {
    **dict.fromkeys((*REQUESTS, "request"), _of_requests),
    **dict.fromkeys(CASES, of_cases),
    "opened": _of_opened,
    **dict.fromkeys(FEES, _of_no_fees),
    **dict.fromkeys(RESULTS, of_results),
    **dict.fromkeys((*PAPERS, *MADE), _of_documents),
    **dict.fromkeys(DECISIONS, _of_decisions),
}

"""Which figures of a sentence are of the office that reports, where those of other bodies stand beside them."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve

from govdisclosure.claims._claim import What
from govdisclosure.claims._draft import part
from govdisclosure.claims._meanings import ABOUT_REQUESTS
from govdisclosure.claims._office import OWN_OFFICE
from govdisclosure.vocabulary.letters import HAN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.claims._draft import Draft

# 全县共收到政府信息公开申请120件，其中我局6件, but 其中我局机关6件
_OWN_SHARE: Final = re.compile(
    "[,;(]?(?P<among>其中[,:]?)?[我本](?:[局委厅办院]|单位|机关)(?:共?(?P<verb>收到|受理|办[结理]|答复)|[共为有占])?(?:政府信息公开)?(?:申请)?"
)
# 全省自然资源系统收到政府信息公开申请15620件，其中厅机关1203件: the form can be of either.
_OF_SECTOR: Final = re.compile("系统[^,。;、0-9]*$")
_SHARE_OF_SECTOR: Final = re.compile("[,(]?其中[,:]?[省市区县州]?[局厅委](?:机关|本级)?[^,。;、0-9]*")
_DOCUMENTS: Final = frozenset(what for what in What if what.startswith(("documents_", "rules_")))
_OF_ALL_BODIES: Final = re.compile("全[市县区省镇乡州旗系]")
# 县政府共收到申请5件 · 县政府因政府信息公开被提起行政诉讼1件
_OF_GOVERNMENT: Final = re.compile("政府(?:总?共|全年|累计)*(?:因[^,。;0-9]{0,14})?(?:被(?:申请|提起)?)?$")
# 县政府收到申请5件, but 县政府信息公开申请5件 and 县政府及各部门收到申请25件
_ITSELF: Final = re.compile(
    "[,;(]?(?:其中[,:]?)?(?:全年|今年|本年度?|[0-9]{4}年度?)?"
    # 直接向县政府提出的申请6件
    f"(?:(?![向由经在按对被]|根据|依[据照])[{HAN}]){{0,8}}?[省市县区州盟旗](?:人民)?政府"
    "(?!信息|部门|本级|门户|办|网|系统|公报|规章|规范|名义|[及和与、各的])"
)
# 县政府被申请行政复议1件，各部门被申请行政复议5件
_ALL_OTHERS: Final = re.compile(
    "[,;、]?(?:其他)?各(?:级|有关|相关|职能|下属|直属|[省市县区]直)*(?:部门|单位|乡镇|镇街|街道|[乡镇])(?![及和与、])"
)
_OTHERS: Final = re.compile("(?:单位|部门|机构|分局|大队|中心|[镇乡街所站队室]|街道|学校|公司)共?[有为计]?$")
# 县政府及部门规范性文件, which is all of both
_WHOSE: Final = re.compile("(?P<body>(?:政府[及和与、][各其]?(?:所属|直属|组成)?)?部门|政府)的?(?:行政)?规范性文件")
_EITHER: Final = ("政府", "部门")
_PIECES: Final = ("件", "份", "宗", "例", "起", "个")
_INFORMATION: Final = re.compile("信息(?!公开)|文件|提案|建议|稿")
_SAYS_NO_BODY: Final = re.compile("[,、)]?(?:目前|全年|年内|均?已|全部|[总合]?共计?|累计|合计|依法|按[时期])*")


def with_own_share(drafts: Sequence[Draft]) -> list[Draft]:
    """Read what an office says of itself among all bodies as what it reports on: 全县收到申请120件，其中我局6件."""
    claims: list[Draft] = []
    goes_on = False
    for draft in drafts:
        place = _place_of_all(claims, draft)
        # 全市共收到申请1200件，其中我局收到6件，办结6件
        goes_on = goes_on and _SAYS_NO_BODY.fullmatch(draft.before) is not None
        if place is not None:
            every = claims[place]
            goes_on = _is_of_region(every)
            claims[place] = evolve(every, part_of="list")
            readings = draft.readings or (every.readings if _OF_ALL_BODIES.search(every.before) else ())
            setting = draft.setting._replace(among=False, included=False)
            part_of = None if draft.part_of == "office" else draft.part_of
            draft = evolve(draft, readings=readings, setting=setting, part_of=part_of)  # noqa: PLW2901 - the same
        elif goes_on and draft.part_of == "office":
            draft = evolve(draft, part_of=None)  # noqa: PLW2901 - the same
        elif claims and _is_share_of_sector(draft, claims[-1]):
            claims[-1] = part(claims[-1])
        claims.append(draft)
    return claims


def _place_of_all(claims: Sequence[Draft], draft: Draft) -> int | None:
    """Give where the count of all bodies stands that an own share is of; None where there is no share, or no count."""
    share = _OWN_SHARE.fullmatch(draft.before)
    places = [place for place, other in enumerate(claims) if other.readings and (other.whole or _is_of_region(other))]
    if share is None or not places:
        return None
    every = claims[places[-1]]
    if OWN_OFFICE.search(every.before) or (share["verb"] and not share["among"] and _is_of_else(draft, every)):
        return None
    # 全县共收到申请120件，我局6件, but 全县水利系统共收到申请12件，我局6件, of which the tables can have either
    apart = _OF_ALL_BODIES.search(every.before) and not (every.whole and _OF_SECTOR.search(every.before))
    # 全市共收到申请1200件，我局办结6件
    alike = draft.readings in {(), every.readings} or _is_of_region(every)
    return places[-1] if share["among"] or (apart and alike) else None


def _is_of_else(draft: Draft, every: Draft) -> bool:
    """Tell whether what is said to be dealt with are requests: 全县制发规范性文件12件，我局办结27件."""
    # 全县收到申请120件；我局办结27件 · 全县行政复议案件120件，我局办理4件
    alike = ABOUT_REQUESTS.issuperset(every.readings) or every.setting.pauses == draft.setting.pauses
    return not draft.readings and (not alike or bool(_DOCUMENTS.intersection(every.readings)))


def _is_of_region(draft: Draft) -> bool:
    """Tell whether all bodies of a region are meant that is larger than that of the body which reports."""
    return draft.part_of == "office" and _OF_ALL_BODIES.search(draft.before) is not None


def is_total_of_region(own: Draft, total: Draft) -> bool:
    """Tell whether a total of all bodies stands behind what a government did itself: 县政府收到5件，全县合计25件."""
    apart = _OF_GOVERNMENT.search(own.before) and _OF_ALL_BODIES.search(total.before)
    return own.whole and bool(apart) and own.value < total.value


def _is_share_of_sector(draft: Draft, every: Draft) -> bool:
    return _SHARE_OF_SECTOR.fullmatch(draft.before) is not None and _OF_SECTOR.search(every.before) is not None


def with_all_others(drafts: Sequence[Draft]) -> list[Draft]:
    """Read what all other bodies did as theirs where a government stands before them: 县政府收到5件，各部门收到20件."""
    claims: list[Draft] = []
    itself, others, pauses = False, False, 0
    for draft in _with_kinds_of_documents(drafts):
        goes_on = _SAYS_NO_BODY.fullmatch(draft.before) is not None and "共" not in draft.before
        others = others and goes_on and draft.setting.pauses == pauses
        others = others or (itself and _ALL_OTHERS.match(draft.before) is not None)
        # 全县收到申请36件（县政府收到12件，各部门收到24件），办结35件
        listed = draft.setting.among or draft.setting.nested
        itself = itself or (not listed and _ITSELF.match(draft.before) is not None)
        pauses = draft.setting.pauses
        claims.append(evolve(draft, part_of=draft.part_of or "office") if others else draft)
    return claims


def _with_kinds_of_documents(drafts: Sequence[Draft]) -> list[Draft]:
    """Make documents parts that are told by who made them: 县政府规范性文件2件、部门规范性文件1件."""
    whose = [_WHOSE.search(draft.before + draft.words) for draft in drafts]
    several = len({of["body"] for of in whose if of is not None}) > 1
    return [
        part(draft) if several and of is not None and of["body"] in _EITHER else draft
        for draft, of in zip(drafts, whose, strict=True)
    ]


def without_own_shares(drafts: Sequence[Draft]) -> list[Draft]:
    """
    Make what a government did itself parts where the paragraph tells of all bodies together.

    县政府收到申请12件，办结11件。全县合计收到36件，办结35件。
    """
    every = {draft.readings: draft for draft in drafts if _OF_ALL_BODIES.search(draft.before)}
    told = {_stretch(draft) for draft in every.values()}
    sentences = {sentence for sentence, _ in told}
    own: set[tuple[int, int | None]] = set()
    for draft in drafts:
        total = every.get(draft.readings)
        sentence, pauses = _stretch(draft)
        if total is not None and draft.value < total.value and _ITSELF.match(draft.before):
            # In a sentence of its own all is told of it.
            own.add((sentence, pauses if sentence in sentences else None))
    own -= told
    return [part(draft) if {_stretch(draft), (draft.setting.sentence, None)} & own else draft for draft in drafts]


def _stretch(draft: Draft) -> tuple[int, int]:
    return draft.setting.sentence, draft.setting.pauses


def behind_offices(drafts: Sequence[Draft]) -> list[Draft]:
    """
    Read what stands behind the shares of all offices as what the whole body did, where no office is named beside it.

    共收到申请156件，其中本级42件、部门88件、乡镇26件，共办结150件
    """
    claims: list[Draft] = []
    every: Draft | None = None
    shares = Decimal(0)
    for draft in drafts:
        told = every is not None and shares == every.value
        if draft.readings and draft.whole and not told:
            every, shares = draft, Decimal(0)
        elif draft.part_of == "office" and not told:
            shares += draft.value
        elif draft.part_of == "office" and draft.readings and _SAYS_NO_BODY.fullmatch(draft.before):
            draft = evolve(draft, part_of=None, setting=draft.setting._replace(among=False))  # noqa: PLW2901 - the same
        claims.append(draft)
    return claims


def of_own_office(drafts: Sequence[Draft]) -> set[int]:
    """Give what is counted of one's own office, beside which others stand: 我局收到申请10件，下属单位收到2件."""
    others = [draft for draft in drafts if _is_of_other_office(draft) and not _is_of_other_things(draft)]
    if not others or not any(map(_names_own_office, drafts)):
        return set()
    about = {what for draft in others for what in draft.readings or ABOUT_REQUESTS}
    # 县政府被申请行政复议、行政诉讼共3件，各部门8件 · 我局被申请行政复议1件，局属单位5件
    beside = [before for before, draft in pairwise(drafts) if _is_said_of_others_only(draft)]
    about.update(what for draft in beside if draft.is_of_cases for what in draft.readings)
    # 我局收到申请10件、予以公开8件；下属单位收到2件
    alike = about | ABOUT_REQUESTS if about & ABOUT_REQUESTS else about
    behind = others[-1].start
    return {id(draft) for draft in drafts if alike & {*draft.readings} and _is_of_own_office(draft, behind)}


def _is_said_of_others_only(draft: Draft) -> bool:
    """Tell whether no more is said of a figure than whose it is, so that it is of the same as the one before it."""
    return _is_of_other_office(draft) and not draft.readings and _OTHERS.search(draft.before) is not None


def _is_of_other_things(draft: Draft) -> bool:
    """Tell whether figures of other bodies are of no requests: 各部门报送信息1200条."""
    of_others = not draft.words.endswith(_PIECES) or _INFORMATION.search(draft.before) is not None
    return not draft.readings and of_others


def _is_of_own_office(draft: Draft, behind: int) -> bool:
    """Tell whether something is counted of one's own office: before the others, or behind them by its name."""
    # 下属单位收到申请2件，我局收到申请10件, but 我局共收到申请12件
    return draft.start < behind or (_names_own_office(draft) and "共" not in draft.before)


def _names_own_office(draft: Draft) -> bool:
    return draft.whole and bool(OWN_OFFICE.search(draft.before) or _ITSELF.match(draft.before))


def _is_of_other_office(draft: Draft) -> bool:
    among = draft.setting.among or draft.setting.included
    return draft.part_of == "office" and bool(draft.value) and not among

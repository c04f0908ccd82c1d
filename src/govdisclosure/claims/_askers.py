"""Which figures of a sentence are of the requests of one kind of applicant: 自然人予以公开6件、部分公开5件."""

from __future__ import annotations

import re
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from govdisclosure.claims._claim import What
from govdisclosure.claims._draft import FEW, part
from govdisclosure.claims._meanings import ABOUT_REQUESTS, LISTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.claims._draft import Draft

_LEGAL: Final = (
    "(?:(?:企业)?法人|(?:商业)?企业|科研机构|社会组织|(?:社会)?公益组织|法律服务机构|其[他它]组织|律师(?:事务所)?)"
)
# 收到公民申请5件，收到法人申请1件；其中上年结转1件
_RECEIVED: Final = frozenset({(What.RECEIVED,), (What.RECEIVED_WITH_CARRIED_OVER,)})
_PERSONS: Final = re.compile("公民|村民|居民|市民|群众|个人")
_ORGANIZATIONS: Final = re.compile(_LEGAL)
_ASKED: Final = "的?(?:政府信息公开|信息公开|依申请公开)?申请(?:人|数量?|总?量)?[为是有]?"
# 对自然人予以公开6件 · 法人及其他组织办结7件, but 自然人、法人办结27件; 公民新收18件, but 公民申请18件
_ASKERS: Final = re.compile(
    "[、和及与]?(?:其中[,:]?)?(?:[0-9]{4}年度?|全年|本年度?)?[,对给为向由]?"
    f"(?:(?:自然人|个人|{_LEGAL}(?:(?:[、和及与或]|或者|以及){_LEGAL})*)(?:方面|类)?(?:提[出交起])?"
    f"(?:{_ASKED})?|(?:企事业)?单位(?:提[出交])?{_ASKED}|公民)中?[,:]?(?:共|已|均|全年|本年度?|[0-9]{4}年度?)?"
)
# 自然人新收18件，共办结27件
_IN_ALL: Final = re.compile("[共总我]|全(?!部)|合计|累计|本[局机单]")
_WHOLE: Final = frozenset({What.RECEIVED, What.RECEIVED_WITH_CARRIED_OVER, What.CONCLUDED})


def names_askers(words: str) -> bool:
    """Tell whether words before a figure say no more than that it is of one kind of applicant."""
    return _ASKERS.fullmatch(words) is not None


def of_askers(drafts: Sequence[Draft]) -> set[int]:
    """
    Give what is of the requests of one kind of applicant: what is said of it, and what goes on about that.

    自然人新收18件，办结20件，结转2件; but 自然人新收18件，法人新收7件，办结27件 goes on about both.
    """
    theirs: set[int] = set()
    for at, draft in enumerate(drafts):
        if _is_of_askers(draft):
            theirs.add(id(draft))
            goes_on = partial(_goes_on, draft, alone=_is_alone(draft, drafts[max(0, at - FEW) : at], theirs))
            theirs |= {id(behind) for behind in takewhile(goes_on, drafts[at + 1 : at + 1 + FEW])}
    return theirs


def with_persons_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """
    Make requests of citizens a part where others are told beside them: 收到公民申请3件，收到企业申请2件.

    Args:
        drafts: The claims of a paragraph.
    """
    apart = any(_are_of_organizations(draft) for draft in drafts)
    return [part(draft) if apart and _are_of_persons(draft) else draft for draft in drafts]


def _are_of_persons(draft: Draft) -> bool:
    of_persons = _PERSONS.search(draft.words) and not _ORGANIZATIONS.search(draft.words)
    return draft.readings[:1] in _RECEIVED and bool(of_persons)


def _are_of_organizations(draft: Draft) -> bool:
    # 收到公民申请5件，其中收到企业申请2件
    among = draft.setting.among or draft.setting.included or draft.setting.nested
    apart = bool(draft.value) and not among and _ORGANIZATIONS.search(draft.words) is not None
    return draft.readings[:1] == (What.RECEIVED,) and apart and not _PERSONS.search(draft.words)


def _is_of_askers(draft: Draft) -> bool:
    # 公民申请信息公开18件, which everybody can be called
    of_everyone = draft.before.endswith("公民") and draft.readings == (What.RECEIVED,) and draft.words[0] != "新"
    return names_askers(draft.before) and ABOUT_REQUESTS.issuperset(draft.readings) and not of_everyone


def _is_alone(draft: Draft, before: Sequence[Draft], theirs: set[int]) -> bool:
    """Tell whether no requests of others or of all are told before it, up to a semicolon, of which more can be told."""
    stretch = [other for other in before if other.setting.pauses == draft.setting.pauses]
    # 申请人为自然人18件、法人7件，办结27件
    if (stretch and _is_of_askers(stretch[-1])) or draft.before[0] in LISTED:
        return False
    # 予以公开9件，其中自然人6件，部分公开7件, which goes on about all
    if not draft.readings and (draft.setting.among or draft.setting.nested):
        return False
    whole = _WHOLE if draft.readings else ABOUT_REQUESTS
    return not any(whole & {*other.readings} and id(other) not in theirs for other in stretch)


def _goes_on(head: Draft, draft: Draft, *, alone: bool) -> bool:
    """Tell whether a figure is of the applicants that one before it is of, where none else are told between them."""
    if draft.setting.pauses != head.setting.pauses or _IN_ALL.search(draft.before) or _is_of_askers(draft):
        return False
    # 予以公开9件（自然人6件）、部分公开6件 · 法人申请7件，新收申请25件, which are more than theirs
    apart = head.setting.nested and not draft.setting.nested
    if apart or (What.RECEIVED in draft.readings and draft.value > head.value):
        return False
    # 自然人予以公开6件，法人予以公开3件、部分公开1件, but 自然人新收18件、法人新收7件，办结27件
    closer = draft.before.startswith("、") and not head.before.startswith("、")
    return ABOUT_REQUESTS.issuperset(draft.readings) and (alone or closer)

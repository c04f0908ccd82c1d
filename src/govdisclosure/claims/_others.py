"""Whether a number is one of things that are no requests, and no part of them: other work, of which reports tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.claims._claim import What
from govdisclosure.claims._meanings import PAPERS
from govdisclosure.vocabulary.letters import HAN

if TYPE_CHECKING:
    from decimal import Decimal

    from govdisclosure.claims._place import Place

_DEALT_WITH: Final = ("received", "received_new", "received_or_concluded", "concluded")
_THINGS: Final = frozenset("件份宗例起笔项个")
_NAMED: Final = re.compile(f"[{HAN}]{{2}}")
_SAYS_NOTHING: Final = re.compile(
    "[0-9]{4}年|[全今本当]年度?|年内|截[至止]|[我本](?:[局县市区镇乡省厅委办街]|单位|机关)|全[县市区镇乡省]|收到|受理|接[到收]|办[理结]|处理|答复|回复|主动|公开|发布"
    "|政府|信息|情况|方面|依法|已|另|还|均|共有?|总|合|累计|新增?|数量?|[的了计有为是,:、和及]"
)
# What requests or cases are parted by: 补正3件、驳回2件、网上5件、自然人提出9件、涉土地类3件
_OF_REQUESTS: Final = re.compile(
    "补正|驳回|延[期长]|逾期|超期|撤|退回|移|转|在办|办理中|未|尚|网[上络站]|信函|信件|邮|现场|当面|上门|窗口|传真|电[话子]|线[上下]|渠道|方式"
    "|自然人|个人|公民|法人|企业|公益|组织|机构|律师|重复|涉|关于|属于|类|告知|其中|提[出交]|申请|征求|第三方|材料|资料|答复[书函]|(?:告知|决定|意见|通知|文)书|掌握|存在|现成|不予|结转|复议|诉讼|规范性文件|规章|修[改订正]"
)


def is_other_work(place: Place, value: Decimal) -> bool:
    """Tell whether petitions and their like are counted for themselves, and are no channel of the requests before."""
    return place.has(*_DEALT_WITH) or _is_beyond(place, value)


def _is_beyond(place: Place, value: Decimal) -> bool:
    """Tell whether a number is too great for a part of the requests before."""
    received = [draft.value for draft in place.mind.sentence.drafts if draft.readings[:1] == (What.RECEIVED,)]
    return value > max(received, default=value)


def counts_other_things(place: Place, value: Decimal) -> bool:
    """Tell whether things are counted that are no requests: 民生实事10件, 处理群众反映问题66件."""
    stretch = place.mind.stretch
    # 制发规范性文件3件，拟重新制定2件，现行有效18件 · 对我县制定的12件规范性文件进行清理，废止1件
    of_papers = stretch.domain in PAPERS or place.counted(*PAPERS)
    if place.text[place.end - 1] not in _THINGS or stretch.of_requests or of_papers:
        return False
    named = _NAMED.search(_SAYS_NOTHING.sub("", place.said)) is not None and _OF_REQUESTS.search(place.said) is None
    # 收到申请14件，其中：县政府门户5件；县长办公会9件
    apart = not place.mind.sentence.among or place.has(*_DEALT_WITH) or _is_beyond(place, value)
    return named and apart

"""The words that tell by which channel requests come in, and those that say that all channels are meant."""

from __future__ import annotations

import re
from typing import Final

CHANNEL: Final = "(?:网[上络]|在线|线上(?!线下)|(?<!线上)线下|当面|现场|信函|信件|书信|邮寄|邮件|电子邮[件箱]|传真)"
NOT_LISTED: Final = "[^,。;:、和或及与等0-9]"
WAY: Final = "(?:方式|形式|渠道|途径)?"
COMES: Final = "新?(?:收[到悉]|受理|接[到收])"

_IN_ALL: Final = "(?:总?共|累计)"
_OF_A_SITE: Final = (
    "网站|官网|服务网|平台|栏目|专栏|专区|邮[箱政寄件]|EMS|快递|专递|挂号信|电话|短信|微[信博]|公众号|小程序|客户端|APP"
    "|受理点|查阅点|来[信访]|到访|上门|书面|纸质|口头"
)
_COUNTER: Final = "窗口|大厅"
# 来访方式收到申请3件
_SOME_WAY: Final = "|".join(f"{way}(?<={NOT_LISTED}{way})" for way in ("方式", "形式", "渠道", "途径"))

ENTRANCE: Final = f"(?:{CHANNEL}|(?!书面)(?:{_OF_A_SITE})|{_COUNTER}){WAY}"
"""A channel by which some requests come in: 网上, 平台, 窗口; in writing they all come."""

_DONE: Final = (
    "加强|强化|健全|完善|优化|规范|提[升高]|落实|严格|建立|开展|推[行进]|实行|创新|拓[宽展]|畅通|组织"
    "|认真|积极|主动|有效|依法|及时|集中|审[核查批]|形式审|后"
)

CAME_IN: Final = re.compile(
    # 通过县政务服务中心收到申请3件
    # but 通过加强培训规范受理申请26件 and 审查通过后受理申请26件, which name no channel
    f"(?<!审[查核批])通过(?!{_DONE}){NOT_LISTED}+?{WAY}{_IN_ALL}?{COMES}"
    # 微信公众号收到申请3件 · 门户网站依申请公开系统收到申请3件, but 收到政府网站依申请公开8件
    f"|(?:{_OF_A_SITE}|网站{NOT_LISTED}{{0,10}}系统|{_SOME_WAY}){WAY}{_IN_ALL}?{COMES}"
    # 窗口收到申请3件, but 政务服务中心窗口共收到申请12件
    f"|(?:{_COUNTER}){WAY}{COMES}"
)
"""Words by which requests come in by a channel that is named."""

ALL_CHANNELS: Final = re.compile(
    # 各平台共收到, 两种方式收到, 线上线下收到, 法定渠道收到
    "各|多|等|均|都|全(?!年)|所有|不同|[两二三四五几数][个种类条]|线上线下|网上网下|以上|上述"
    "|(?:规定|法定|正规|规范|公开|畅通|拓[宽展]|丰富|创新|完善|优化)的?(?:申请|受理)?(?:方式|形式|渠道|途径)"
    # 门户网站和现场共收到
    f"|(?:{CHANNEL}|{_OF_A_SITE}|{_COUNTER}){WAY}[、和或及与]"
    # 电子、纸质渠道收到, but 网上收到12件、平台收到3件
    f"|(?<=.)、{NOT_LISTED}{{1,10}}?{_IN_ALL}?{COMES}"
    # 三个平台共收到, of which the number stands before
    f"|^(?:{_OF_A_SITE}){_IN_ALL}"
)
"""Words that say that more channels are meant than one: 通过各种渠道共收到申请12件."""

"""
Sentences that open with a year and go on with what the body did: that year is taken for the report year.

The usual copied report has them: last year's text, to which this year's figures were compared when it was written.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from govdisclosure.vocabulary.numerals import ORDINALS
from govdisclosure.vocabulary.years import YEAR, names_year, year_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_SENTENCE: Final = re.compile(r"[^。!?\n]+")
# 一、 (二) 3. 一是
_NUMBER: Final = rf"\(?(?:[{ORDINALS}]{{1,2}}|[0-9]{{1,2}}(?![0-9年]))(?:[、.)]+|是)"
# (一)主动公开情况2023年 · 依申请公开方面:2023年
_HEADING: Final = r"[^,;:0-9〇]{0,20}?(?:情况|方面|工作|公开|管理|建设|保障)"
# 在区政府的领导下,2023年我街道…… · 过去的2023年,……
_UNDER: Final = "在[^,;:。]{2,24}下,|(?:刚刚)?过去的|回[顾首望]"
_LEAD: Final = re.compile(rf"(?:{_NUMBER}(?:{_HEADING})?:?|{_HEADING}:|{_UNDER})?(?=(?:截[至止]到?)?{YEAR}年)")
# 2023年,我局共收到 · 2023年1-12月,我局共收到
_OPENING: Final = re.compile(rf"({YEAR})年[度内]?(?:1月?(?:[-—–~]+|至|到)12月(?:份|底|期间)?(?=,))?,?")
# 截至2023年12月31日 · 截止2023年底 · 2023年12月31日止
_CLOSING: Final = re.compile(rf"(?:截[至止]到?|(?={YEAR}年12月31日止,))({YEAR})年(?:[底末]|12月(?:31日止?|[底末]))")
# 我局2023年共收到 · 全县2023年度主动公开
_OURS: Final = "[我本](?:[局委厅办院镇乡县区市]|街道|单位|机关)|全[局县区市镇乡]"
_GOVERNMENT: Final = "人民政府"
_DID: Final = re.compile(
    # 我局 本镇 全县 各部门 示例县统计局
    r"[我本全](?!报告)|各|[县市区镇乡](?!场|级)|街道|示例|[^,;]{2,14}(?:局|委员会|办公室|办事处|人民政府)"
    # 共收到 主动公开 未收到 受理
    "|共|累计|主动|依|收到|受理|新收|接收|办理|答复|办结|未|没有|无|公开|发布|制发|制定|印发|出台|编制"
    "|召开|组织|举办|开展|参加|清理|修订|废止|完成|建立|健全|完善|加强|强化|推进|落实|规范|优化|拓展|更新|围绕|聚焦"
    # 在县委领导下 · 以公开促服务 · 严格执行
    "|在|按|根据|通过|以(?![来前后])|因|对|为|由|认真|严格|坚持|深入|积极|持续|扎实|进一步|不断|切实|充分|紧|大力|着力|结合"
    # 工作情况 · 政府信息公开工作稳步推进 · 信息公开方面未出现泄密事件
    "|(?:政府信息公开|政务公开)?工作(?:总体|基本|开展)?(?:情况|稳步|有序|扎实|取得)|(?:政府信息|政务|信息)公开(?:工作|方面)"
    # 门户网站共发布信息312条 · 政务新媒体更新72次
    "|[^,;]{0,14}(?:共|累计)(?:举办|召开|开展|组织|收到|办理|发布|公开|推送)"
    "|[^,;]{0,8}(?:网站|专栏|公众号|新媒体|平台|微信|微博|公开栏)[^,;]{0,6}(?:共|累计|发布|公开|更新|推送|上传|运行)"
)
# 2023年县政府印发的《办法》 · 2023年县级部门决算 · 2023年市政府工作报告
_DOCUMENT: Final = re.compile(
    "(?:印发|制定|出台|发布|公布|(?<!新)修订|制发|成立|公开|通过|编制)的(?!信息|政府信息)|决算|预算|工作报告|要点|评价报告|年度报告|年报|统计公报|白皮书"
)
# 累计公开预决算信息14条, which is what was done, and no document.
_COUNTED: Final = re.compile("共|累计|主动公开|未|没有|收到|受理")
# 2023年度考核中我局获评优秀等次
_OF_THAT_YEAR: Final = re.compile("[^,;]{0,10}(?:考核|考评|评估|评比|检查|审计|督查|巡察)(?:中|结果|指出|发现|反馈)")
# 2021年,国务院办公厅印发《……格式》
_OF_OTHERS: Final = re.compile("(?![我本])[^,;]{2,16}(?:印发|出台|颁布|修订|修改|施行)了?(?:新的|新修订的)?《")
# 我局2024年受理的3件申请均已办结, which are told of in the next report
_RECEIVED_THEN: Final = re.compile("(?:收到|受理|接收)的[^,;]{0,16}(?:均|都|全部|已|于)")
_CLAUSE: Final = re.compile("[,;]")
_ELSEWHERE: Final = re.compile("结转|遗留|未办结|以来|将|拟|计划|今年|明年|本年(?!度?报告)")
# 2025年，我局要在解读质量上下功夫, in the report on 2024
_PLANNED: Final = re.compile("要|继续|打算|力争|预计|目标|重点|进一步|做好")
_DONE: Final = re.compile("[0-9](?:余|多)?(?:条|件|次|篇|期|项|份|个)|未收到|未发生|了")


def openings(folded: str, year: int, agency: str) -> Iterator[re.Match[str]]:
    """
    Yield where sentences of a folded text open with another year than ``year``, taken for the report year.

    Group 1 is the year. Silent where the sentence names the report year too, looks back at what was left over from
    another year, or plans.

    Args:
        folded: The text.
        year: The report year.
        agency: Folded name of the agency that reports; empty if it is not known.
    """
    for sentence in _SENTENCE.finditer(folded):
        opening = _opening_of(folded, *sentence.span()) or _behind_body(folded, *sentence.span(), year, agency)
        if opening is not None and not _is_of_another_year(sentence[0], year):
            rest = folded[opening.end() : sentence.end()]
            if _tells_what_was_done(opening[0], rest) and (year_of(opening[1]) < year or _is_past(rest)):
                yield opening


def _opening_of(folded: str, start: int, end: int) -> re.Match[str] | None:
    lead = _LEAD.match(folded, start, end)
    if lead is None:
        return None
    return _CLOSING.match(folded, lead.end(), end) or _OPENING.match(folded, lead.end(), end)


def _behind_body(folded: str, start: int, end: int, year: int, agency: str) -> re.Match[str] | None:
    """Give the year behind the body that reports, where what was done is told right behind it: 我局2023年共收到."""
    body = _body(agency).match(folded, start, end)
    # 我局2023年共收到申请6件。2024年收到申请9件
    opening = None if body is None or names_year(folded, year) else _OPENING.match(folded, body.end(), end)
    return opening if opening is not None and _COUNTED.match(folded, opening.end(), end) else None


@lru_cache(maxsize=64)
def _body(agency: str) -> re.Pattern[str]:
    place = agency.removesuffix(_GOVERNMENT)
    names = f"{_OURS}|{re.escape(place)}(?:{_GOVERNMENT})?" if place else _OURS
    return re.compile(f"(?:{_NUMBER}(?:{_HEADING})?:?)?(?:{names})")


def _is_of_another_year(sentence: str, year: int) -> bool:
    """Tell whether a sentence means the other year: it says so, or names the report year as well."""
    return _ELSEWHERE.search(sentence) is not None or names_year(sentence, year)


def _tells_what_was_done(opening: str, rest: str) -> bool:
    """Tell whether a sentence goes on with what the body did; behind a comma it does."""
    # 2023年，… · 截至2023年底，…
    if opening.endswith((",", "止")) or opening.startswith("截"):
        return _OF_OTHERS.match(rest) is None
    if _DID.match(rest) is None or _OF_THAT_YEAR.match(rest) or _RECEIVED_THEN.match(rest):
        return False
    return _COUNTED.match(rest) is not None or _DOCUMENT.search(_CLAUSE.split(rest, maxsplit=1)[0]) is None


def _is_past(rest: str) -> bool:
    return _DONE.search(rest) is not None and _PLANNED.search(rest) is None

"""Words that name a problem, and words that tell how it is mended, in folded text."""

from __future__ import annotations

import re
from typing import Final

from govdisclosure.vocabulary.alternatives import each
from govdisclosure.vocabulary.letters import HAN
from govdisclosure.vocabulary.numerals import ORDINALS

_IN_CLAUSE: Final = "[^,。;]"
_AND_REMEDY: Final = "(?:以及|[及和与、])(?:改进|整改)(?:情况|措施|方向|举措)"
_ENDS: Final = "(?=[:。;]|$)"
_PROBLEMS: Final = f"的?(?:主要)?(?:问题|困难|不足)(?:{_AND_REMEDY}|{_ENDS})"
HEADING: Final = re.compile(
    # 五、政府信息公开工作存在的主要问题及改进情况 · (一)存在的主要问题:
    f"{each('五、政府信息公开工作|五、|政府信息公开工作', f'中?存在{_PROBLEMS}')}|{each('中存在|存在', _PROBLEMS)}"
    # (一)主要问题。 · 问题:
    f"|{each('主要问题|主要困难|主要不足|问题|困难|不足', f'(?:{_AND_REMEDY})?{_ENDS}', not_behind='[^。;:、)]')}"
)
"""Headings, and their repetition in the text."""

_NONE_TOLD: Final = (
    # 未收到投诉举报
    f"{each('未|没有', f'(?:收到|接到|发生|出现){_IN_CLAUSE}{{0,10}}(?:投诉|举报|反映|意见)')}"
    # 详见总结材料
    f"|{each('详见|参见|见附', f'{_IN_CLAUSE}{{0,20}}')}"
)
_WITHOUT_WU: Final = "未发现|未出现|不存在|没有"
_OF_PROBLEMS: Final = f"{_IN_CLAUSE}{{0,10}}(?:问题|不足)"
DENIED: Final = re.compile(
    # 未发现问题 · 没有需要改进的问题
    each(f"{_WITHOUT_WU}|暂无|尚无|无", _OF_PROBLEMS)
    # 本单位无此类情况
    + f"|(?<![^。;,]){_IN_CLAUSE}{{0,8}}无(?:此|该|这|上述|相关|其[他它]){_IN_CLAUSE}{{0,6}}(?:情[况形]|事项)"
    f"|{_NONE_TOLD}"
)
DENIED_OTHERWISE: Final = re.compile(f"{each(_WITHOUT_WU, _OF_PROBLEMS)}|{_NONE_TOLD}")
"""What is denied in a text without 无, which is soon known: no other denial begins with any words."""
_SOME_PROBLEM: Final = f"{_IN_CLAUSE}{{0,14}}(?:问题|不足|短板|情况)"
REFERENCE: Final = re.compile(
    f"{each('针对|对于|解决', _SOME_PROBLEM)}|{each('对', _SOME_PROBLEM, not_behind='[^,。;:]')}"
    f"|{each('上述|以上', '(?:问题|不足)')}"
    # 2024年度无存在问题
    f"|{each('0|1|2|3|4|5|6|7|8|9', '[0-9]{3}年度?')}|{each('本|今|全|当', '年度?')}"
)
# 更新不及时 · 质量不高; not 不断 or 不定期
_NOT_SO: Final = f"不(?![断仅但只得应予再忘懈限同论少收是可属一]|定期|间断|存在|发生)[{HAN}]"
_WANTING: Final = (
    "率低|欠缺|缺乏|缺少|缺失|滞后|单一|参差不齐|流动性大|粗放|随意|遗漏|疏漏|差错|陈旧|老旧|老化|过时|松散|缓慢"
    "|质量差|能力差"
)
NAMED: Final = re.compile(f"(?!不足(?:$|[、和及与或])){_NOT_SO}|{_WANTING}|[慢窄](?=的?问题)")
"""What in words that refer to a problem names it: 针对信息更新慢的问题, but 针对问题和不足."""
PROBLEM: Final = re.compile(
    f"{_NOT_SO}|{_WANTING}|差距|影响|{each('提升|改进|进步', '空间')}"
    "|薄弱|短板|困难"
    # 换得慢 · 形式还少 · 公开范围较窄
    f"|{each('得|还|仍|较|偏|太|过|有', '(?:些|于|为|比较)?[慢少窄低弱晚浅散乱旧差难小单]')}"
    f"|{each('新|应|复|布', '慢')}"
    # 有待加强 and 需进一步 name a problem; they are no remedy.
    f"|待(?:提|加|改|完|解|优|增|丰|进|规|拓|强|健)|急需|尚未|未能|未形成|没有形成|仍需|还需|尚需|需要?(?:进一步|加强|提升)"
    # 上年指出的栏目空白问题已解决
    f"|{each('指出|查出|发现|反馈|通报|反映', f'的?{_IN_CLAUSE}{{2,20}}(?:问题|不足)(?:已|均|全部|得到)')}"
    f"|存在{_IN_CLAUSE}{{2,30}}(?:问题|现象|情况|不足)|重{_IN_CLAUSE}{{1,6}}轻|的问题(?<={_IN_CLAUSE}{{4}}的问题)"
)
# 存在不足:人少,事多。 Right behind a heading, clauses as short as these name one.
SHORT: Final = re.compile(
    rf"(?:^|(?<=[。;]))(?:\(?[{ORDINALS}0-9]{{1,2}}[、.)])?:。?((?:(?!暂?无|没有)[^,。;:]{{2,3}}(?:,|(?=[。;]|$)))+)(?=[。;]|$)"
)
DEED: Final = re.compile(
    "加强|强化|完善|健全|建立|增配|增设|增加|充实|配[备齐]|制[定发]|修订|出台|组织|开展|举办|邀请|聘请|优化|调整|梳理|规范|改版"
    "|明确|落实|加大|拓展|拓宽|丰富|提[升高]|督促|指导|清理|扩大|新增|细化|推动|推[出行]|实[行施]|引入|统一|严格|纳入|列入|补[充编录]"
    "|改进|整改|解决|措施|探索|尝试|试[行点用]|降至|升至|使用|指定|安排|聚焦|设立|开[设通]|抽查|通报|约谈|升级|编[制印]|印发|选派|固定|对接|采购|公布"
    # 正在补编 · 已列入计划 · 改为每周更新 · 由专人维护
    f"|正在|已经?|改[为由]|后续|现[由已]|逐[件条项个]|专人|每[周月季日天年]|按[周月季日]|了(?<=[{HAN}]了)"
)
# 我区探索开放日 · 镇里现场指导, at the beginning of a clause
OUR_DEED: Final = re.compile(
    f"(?:我|本)?(?:[局镇乡县市区街办委厅]|街道|单位|机关|中心)(?!政府信息|政务公开|信息|公开|工作|网站|人员|[仍还尚无没未])[{HAN}]"
)
ANNOUNCED: Final = re.compile(
    # 下一步 · 今后 · 将进一步 · 针对上述问题
    f"{each('将', '(?!近)', not_behind='[即未有能]')}|下一?步|下阶段|接下来|今后|来年|明年|拟|计划|打算|为此|对此"
    f"|针对{_IN_CLAUSE}{{0,14}}(?:问题|不足|短板|情况|薄弱)|要(?:先|加强|强化|加大|完善|继续|健全|提)"
    # Behind 改进情况 stands what was done.
    f"|{each('改进|整改|解决', f'(?:情况|措施|方向|办法|举措)?[:。]+(?!无){_IN_CLAUSE}{{2}}')}"
)
# 本年度工作总体情况良好 · 取得一定成效
PRAISED: Final = re.compile("良好|顺利|有序|成[效绩]|取得|稳步|正常|平稳|圆满|满意")
# 我局加强了人员配备,但公开时效仍然滞后: what stands before is praise.
CONCESSION: Final = re.compile("但|然而|不过|仍存在|还存在")
# 三是专业人才短缺 · (二)解读形式老旧
ITEM: Final = re.compile(rf"\(?[{ORDINALS}0-9]{{1,2}}[是、.)]")

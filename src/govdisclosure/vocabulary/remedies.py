"""Words that name a problem, and words that say how it is mended, in the folded text of section 五."""

from __future__ import annotations

import re
from typing import Final

_IN_CLAUSE: Final = "[^,。;]"
# 五、政府信息公开工作存在的主要问题及改进情况 · (一)存在的主要问题: · 主要问题
_HEADING: Final = re.compile(
    r"(?:五、)?(?:政府信息公开工作)?中?存在的?(?:主要)?(?:问题|困难|不足)(?:(?:以及|[及和与、])(?:改进|整改)(?:情况|措施|方向|举措))?(?=[:。;]|$)"
    r"|(?:五、)?(?:政府信息公开工作)?中?存在的?(?:主要)?(?:问题|困难|不足)(?:以及|[及和与、])(?:改进|整改)(?:情况|措施|方向|举措)"
    r"|(?:^|(?<=[。;:、)]))(?:主要)?(?:问题|困难|不足)(?:(?:以及|[及和与、])(?:改进|整改)(?:情况|措施|方向|举措))?(?=[:。;]|$)"
)
# 未发现问题 · 没有需要改进的问题
_DENIED: Final = re.compile(f"(?:未发现|未出现|不存在|没有|[暂尚]?无){_IN_CLAUSE}{{0,10}}(?:问题|不足)")
_REFERENCE: Final = re.compile(
    f"(?:针对|对于?|解决){_IN_CLAUSE}{{0,14}}(?:问题|不足|短板|情况)|(?:上述|以上)(?:问题|不足)"
)
_PROBLEM: Final = re.compile(
    # 更新不及时 · 质量不高; not 不断 or 不定期
    "不(?![断仅但只得应予再忘懈限同论少收是能可属一]|定期|间断|存在|发生)[一-鿿]"
    "|差距|薄弱|欠缺|缺乏|缺少|缺失|短板|滞后|单一|参差不齐|困难|流动性大|粗放|随意|遗漏|疏漏|差错"
    # 换得慢 · 形式还少 · 公开范围较窄
    "|[得还仍较偏太过有](?:些|于|比较)?[慢少窄低弱晚浅散乱旧差难小单]|缓慢|[新应复布]慢|质量差|能力差"
    # 有待加强 and 需进一步 name a problem; they are no remedy.
    f"|待(?:提|加|改|完|解|优|增|丰|进|规|拓|强|健)|急需|尚未|未能|未形成|没有形成|[仍还尚]需|需要?(?:进一步|加强|提升)"
    f"|存在{_IN_CLAUSE}{{2,30}}(?:问题|现象|情况|不足)|重{_IN_CLAUSE}{{1,6}}轻|{_IN_CLAUSE}{{4,20}}的问题|[^,。;、]{{2}}不足"
)
_DEED: Final = re.compile(
    "加强|强化|完善|健全|建立|增配|增设|增加|充实|配[备齐]|制[定发]|修订|出台|组织|开展|举办|邀请|聘请|优化|调整|梳理|规范|改版"
    "|明确|落实|加大|拓展|拓宽|丰富|提[升高]|督促|指导|清理|扩大|新增|细化|推动|推[出行]|实[行施]|引入|统一|严格|纳入|列入|补[充编录]"
    "|改进|整改|解决|措施|探索|尝试|使用|指定|安排|聚焦|设立|开[设通]|抽查|通报|约谈|升级|编[制印]|印发|选派|固定|对接|采购|公布"
    # 正在补编 · 已列入计划 · 改为每周更新 · 由专人维护
    "|正在|已经?|改[为由]|后续|现[由已]|逐[件条项个]|专人|每[周月季日天年]|按[周月季日]|[一-鿿]了"
    # 我区探索开放日 · 镇里现场指导
    "|^(?:我|本)?(?:[局镇乡县市区街办委厅]|街道|单位|机关|中心)[一-鿿]"
)
_ANNOUNCED: Final = re.compile(
    # 下一步 · 今后 · 将进一步 · 针对上述问题
    "下一?步|下阶段|接下来|今后|来年|明年|(?<![即未有能])将(?!近)|拟|计划|打算|为此|对此"
    f"|针对{_IN_CLAUSE}{{0,14}}(?:问题|不足|短板|情况|薄弱)|要(?:先|加强|强化|加大|完善|继续|健全|提)"
    # Behind 改进情况 stands what was done.
    f"|(?:改进|整改|解决)(?:情况|措施|方向|办法|举措)?[:。]+(?!无){_IN_CLAUSE}{{2}}"
)
# 本年度工作总体情况良好 · 取得一定成效
_PRAISED: Final = re.compile("良好|顺利|有序|成[效绩]|取得|稳步|正常|圆满|满意")
_CLAUSE: Final = re.compile("[^,。;:]+")
_SENTENCE: Final = re.compile("[^。]+")
_PART: Final = re.compile("[^。;]+")
# 我局加强了人员配备,但公开时效仍然滞后: what stands before is praise.
_CONCEDED: Final = re.compile("^.*(?:但|然而|不过|[仍还]存在)", re.DOTALL)
# 三是专业人才短缺 · (二)解读形式老旧
_ITEM: Final = re.compile(r"\(?[一二三四五六七八九十0-9]{1,2}[是、.)]")
_TOLD: Final = 6
"""Characters of a sentence that can tell of a remedy."""
_WORTH: Final = 4
"""Characters of a clause that can name a problem:栏目空更; not 本年度, 一是 or 二是."""


def names_problem(folded: str) -> bool:
    """
    Tell whether a text names a problem; one that is denied, or only referred to, is none.

    Problems have endless names: a clause that is no remedy and no praise is taken for one.
    """
    text = _REFERENCE.sub("", _own_words(folded))
    return _PROBLEM.search(text) is not None or any(map(_can_be_problem, _PART.findall(text)))


def _can_be_problem(part: str) -> bool:
    # 下一步,我局加强业务培训,提升公开水平
    if _ANNOUNCED.search(part):
        return False
    return any(
        len(clause) >= _WORTH and not _DEED.search(clause) and not _PRAISED.search(clause)
        for clause in _CLAUSE.findall(part)
    )


def names_remedy(folded: str) -> bool:
    """
    Tell whether a text says how a problem is mended: what is to be done, or what was.

    Remedies have endless names as well: a sentence behind a problem that names none is taken for one.
    """
    text = _own_words(folded)
    if _ANNOUNCED.search(text):
        return True
    sentences = [_CONCEDED.sub("", sentence) for sentence in _SENTENCE.findall(text)]
    return any(map(_is_deed, _clauses(sentences))) or _goes_on(sentences)


def _clauses(sentences: list[str]) -> list[str]:
    return [clause for sentence in sentences for clause in _CLAUSE.findall(sentence)]


def _is_deed(clause: str) -> bool:
    # 年内已增配2名专职人员 is a remedy, 整改落实不到位 a problem.
    return _DEED.search(clause) is not None and not _PROBLEM.search(clause) and not _PRAISED.search(clause)


def _goes_on(sentences: list[str]) -> bool:
    """Tell whether a sentence with a problem has one behind it that names none, and is no item of a list of them."""
    named = False
    for sentence in sentences:
        is_problem = _PROBLEM.search(sentence) is not None
        # 申请登记有漏记。现由两人复核登记。
        if (
            named
            and not is_problem
            and len(sentence) >= _TOLD
            and not _ITEM.match(sentence)
            and not _PRAISED.search(sentence)
        ):
            return True
        named = named or is_problem
    return False


def _own_words(folded: str) -> str:
    """Leave out headings, and problems that are denied."""
    return _HEADING.sub("", _DENIED.sub("", folded))

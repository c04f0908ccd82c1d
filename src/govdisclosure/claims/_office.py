"""Whether the body that a clause speaks of is the one that reports, or one office of several."""

from __future__ import annotations

import re
from typing import Final

from govdisclosure.claims._draft import FAR
from govdisclosure.vocabulary.fold import fold
from govdisclosure.vocabulary.letters import HAN
from govdisclosure.vocabulary.numerals import COUNTING, ORDINALS

OF_SECTOR: Final = "(?:(?:公安|税务|执法|司法)机关|各?(?:中小)?学校)"
"""Whose count is not that of a whole county: 全县公安机关收到申请110件, 全县各学校收到申请6件."""
_LOCAL: Final = "(?<=管理|服务|司法|派出|监管)"  # 河道管理所, but not 期间所收到
# 承办, 待办 and their like are no offices.
_ENDINGS: Final = (
    *(
        "本级",
        "部门",
        "单位",
        "局",
        "委员会",
        "委",
        "厅",
        "院",
        "办公室",
        "办事处",
        "(?<![承举主协督代在已未续]|(?<!接)待|(?<!军)转)办",
        "中心",
    ),
    *(OF_SECTOR, "街", "股室", "科室", "领域"),
    *("学校", "中学", "小学", "分局", "大队", "股", "(?<!本)科", "室", f"{_LOCAL}所", f"{_LOCAL}站", "属机构"),
    *("派[出驻]机构", "政府", "街道", "镇", "乡", "县", "区", "市", "省"),
    *("管委会", "工会", "联合会", "残联", "妇联", "供销社", "公司", "馆", "执法队", "村", "社区", "一级", "层面"),
    # 教育系统, but 依申请公开系统
    "(?<!公开|申请|信息|服务|办公|办理|管理|受理|平台|网络|在线|网上|公示)系统",
)
_MARK: Final = re.compile(f"[{''.join(sorted({ending[-1] for ending in _ENDINGS}))}]")
_DOES: Final = (
    # 各乡镇均未收到申请, but 法院均判决维持
    "(?:[均都也](?=未|没有|无)|共(?!青)|累计|全年|今年|[上去]年|2|新收|收(?!费|储|购)|受理|接[到收受]|答复|办[理结]|作出|实施|因|未(?!来)|没有|无(?!线)|出台|印发|颁布"
    # 县被申请行政复议, 县制定, 县行政处罚, but 县行政审批局, 县行政复议局
    "|被(?!征)(?=[^,。;]{0,12}(?:申请|提起|复议|诉|纠|撤))|制[定发作]|行政(?=许可(?!科|股)|处罚|强制|复议(?![局办科股]|机[关构])|诉讼|应诉|规范性|事业性)"
    "|[发公]布|依法|本年|[0-9]|(?P<lead>(?:依申请公开|申请|工作|办理|受理)*情况)?:|$"
    "|政府信息(?!公开(?:工作)?(?:办|领导小组|[科股处]|中心))|依申请公开(?=[0-9共政申信件情]|(?:受理|办理|答复)[0-9共])"
    # 县政府办公室直接受理申请5件
    "|直接(?=收到|受理|接[到收]|办[理结]|答复)"
    "|予以(?:部分)?公开|部分公开|不予|无法提供|其他处理|(?<!办)结转|废止|现行有效|保留|现?有[0-9]"
    "|的(?=(?:政府信息|依申请|信息)?(?:公开)?申请|行政(?:许可|处罚|强制|复议|诉讼)|规范性文件))"
)
"""What an office of which figures are told is said to do, or to have."""
_AND_MORE: Final = f"(?P<more>(?:[、和及与][{HAN}]{{1,20}}?(?:{'|'.join(_ENDINGS)}))*?)(?:分别|各)?"
_SUBJECT: Final = re.compile(
    f"(?:其中[,:]?)?+(?:[{ORDINALS}]是)?+(?:[0-9]{{4}}年度?)?+(?:[上下]半年|全年|今年|本年度?内?|另外|同时|[上去]年度?|(?:截[至止])?目前)?+"
    # 被市政府行政复议纠正1件 · 含县直学校
    # 受理全县依申请公开23件
    "(?![被向含]|(?:收到|受理|接[到收]|办[理结])全|经(?![济开])|包括|通过|制[发定]|[印颁]发|出台|[发公]布|废止)"
    # 各乡镇(街道)均未收到申请
    rf"(?P<name>[{HAN}]{{0,20}}?(?P<ending>{'|'.join(_ENDINGS)}))(?:\((?P<beside>[{HAN}、]{{1,12}})\))?"
    # 升级政府网站系统；收到申请23件 · 打造示范村6个
    "(?!(?<=系统)(?:[0-9]|$)|(?<=[村区馆])[0-9]{1,4}[个家处])"
    f"(?={_AND_MORE}{_DOES})"
)
# 县公安局、县教育局等12个部门 · 其余30家单位
_SEVERAL: Final = re.compile(
    f"[^,。;0-9]{{0,24}}[0-9]{{1,4}}[个家][{HAN}]{{0,6}}?(?:部门|单位|镇|乡|街道|科室|局|村|社区)"
)
_OURS: Final = re.compile(
    rf"全(?!.?{OF_SECTOR})|各(?![下所直]属|乡|镇|街|股|科|村|社|(?:中小)?学)|.{{0,18}}[我本](?!级)|单位|机关|各级|政府|人民政府"
)
_TOGETHER: Final = re.compile("[市县区省州旗]?本级[及和][各其所]")
# 我局机关收到申请10件, but 我局及下属单位收到申请12件 and 全局收到申请12件
OWN_OFFICE: Final = re.compile(
    "(?<![全各])(?:[我本](?:[局委厅办院]|单位)|机关|[局委厅]|办公室)(?:机关|本部)?(?!(?:系统)?[及和与、])"
)
"""What before a count says that it is of the office itself, where those of others stand beside it."""

# (一)县本级依申请公开情况 · 县政府本级。 · 乡镇依申请公开情况 · 全县情况, but 争当先进单位。 and (一)服务大局
_HEADING: Final = re.compile(
    rf"(?:\(?[0-9{ORDINALS}]{{1,3}}[)、.]?)?(?:(?P<all>全[省市州盟县区旗镇乡])|(?P<level>[{HAN}]{{1,12}}?)本级"
    "|各?(?:乡镇(?:街道)?|街道|[省市县区]直(?:部门|单位|机关))(?=.*情况))"
    "(?:(?:依申请|主动|(?:政府)?信息)公开)?(?:申请)?(?:工作|办理|受理)*(?:情况)?[。:]?"
)

# 2025年全省共受理申请9件 · 全省水利系统收到申请9件, but 全省首个试点
_REGION: Final = re.compile(
    "(?:其中[,:]?)?(?:[0-9]{4}年度?)?(?:[上下]半年|全年|今年|本年度?)?全(?P<level>[国省市州盟县区旗])"
    f"(?:各级)?(?:[{HAN}]{{0,8}}?(?:系统|机关|部门|单位))?(?={_DOES})"
    # 全市政府信息公开第三方评估中位列第三 · 全国行政许可事项清单发布, but 全市未收到申请 is of all of them
    f"(?=[^,。;]{{0,40}}?(?:[0-9]|[{COUNTING}][件份宗起条项部]))(?![{HAN}]*(?:评[查估比优议]|考核|会议?|排名|位列|试点|清单|优秀|先进|整治|改革|以?[来后][,{HAN}]))"
)
# 全县各部门收到申请15件, but 各部门、乡镇 and 各单位, which can be all
_DEPARTMENTS: Final = re.compile(
    "(?:[^,。;:0-9]{1,10}:)?(?:[0-9]{4}年度?)?(?:全年|今年|本年度?)?(?:全[省市州盟县区旗])?各(?:级|职能)*部门(?![、和及与各(])"
)
# 各乡镇(街道)5件 · 各乡镇共收到申请5件, but 各乡镇开展培训5次 and 其中，乡镇5件
_TOWNS: Final = re.compile(
    r"(?<![^,;:。])(?<!其中.)各?(?:乡镇|镇街|镇办|街道|镇|乡)(?:\([^()]{1,8}\))?"
    "(?:总?共|累计|均|分别|收到|受理|接[到收]|办[理结]|答复|制[发定]|印发|出台|依申请公开|(?:政府)?信息公开|申请|(?:行政)?规范性文件|[为有])*"
    "[1-9][0-9]{0,5}[件份]"
)
# 各部门共收到申请216件，区本级74件，镇街33件，区直部门109件, of which the first are all
_OF_ALL_DEPARTMENTS: Final = re.compile("本级|[省市州盟县区旗]直")
_LEVELS: Final = {"国": 0, "省": 1, "自治区": 1, **dict.fromkeys("市州盟", 2), **dict.fromkeys("县区旗", 3)}
_TOWN: Final = 4
# 示例县城市管理局, but 示例省市场监督管理局, 贵州省水利厅 and 示例省林区管理局
_OF_REGION: Final = re.compile(
    "自治区|省|市(?!场|政|容|民|(?<=城市)(?:管理|建设|规划))|州(?!省)|盟|县|旗|(?<![社园景林])区(?!域|划)"
)
_EVERY: Final = re.compile("各(?:县|市|区|乡|镇|街|部门|单位)")
_SECTOR: Final = re.compile("(?:部门|机关|领域|系统)$")
_OF_A_TOWN: Final = re.compile("(?:镇|乡|街道)(?:人民政府|办事处)?$")
_OF_GOVERNMENT: Final = "政府部门"
_SCHOOL: Final = "学校"
_OF_A_SCHOOL: Final = re.compile("(?:大学|学院|[中小]学)$")
_PLACES: Final = frozenset({"街道", "镇", "乡", "县", "区", "市", "省", "政府"})


def is_part(clause: str, agency: str | None) -> bool:
    """
    Tell whether a clause begins with an office that is not the one that reports.

    A name that is a short form of the agency's own (县人社局 of 示例县人力资源和社会保障局) is its own. A department
    named in a report whose agency is not known counts as one of several; a place does not.

    Args:
        clause: The folded clause.
        agency: Name of the agency that reports.
    """
    if ("个" in clause or "家" in clause) and _SEVERAL.match(clause):
        return True
    # Most clauses have none of the characters that an office ends with.
    subject = _SUBJECT.match(clause) if _MARK.search(clause) else None
    if subject is None or _is_of_all(subject):
        return False
    if subject["ending"] == "本级":
        return True
    if agency is None:
        return subject["ending"] not in _PLACES
    # 县行政审批局情况：收到申请23件 can be of that bureau by another name, but is of some in the report of a county.
    if subject["lead"] and (_OF_A_TOWN.search(agency) or not agency.endswith("政府")):
        return False
    return not _is_of(subject, fold(agency))


def are_departments_beside_towns(text: str, start: int, sentence: int) -> bool:
    """
    Tell whether a clause is about departments that are not all: 全县各部门收到申请15件；各乡镇5件.

    Args:
        text: The folded text.
        start: Where the clause begins.
        sentence: Where its sentence begins.
    """
    if _DEPARTMENTS.match(text, start) is None:
        return False
    stop = text.find("。", start, start + FAR)
    rest = sentence, stop if stop >= 0 else start + FAR
    return _TOWNS.search(text, *rest) is not None and _OF_ALL_DEPARTMENTS.search(text, *rest) is None


def is_of_larger_region(clause: str, agency: str | None) -> bool:
    """
    Tell whether a clause begins with all bodies of a region that is larger than that of the agency: 全省共收到申请9件.

    Args:
        clause: The folded clause.
        agency: Name of the agency that reports.
    """
    named = _REGION.match(clause)
    # Of a government it can be another name of its own region: 全市 in a county that is a city.
    if named is None or agency is None or agency.endswith("政府"):
        return False
    return _LEVELS[named["level"]] < _level(fold(agency))


def _level(agency: str) -> int:
    """Give how small the region of an agency is; 0 where its name does not tell."""
    if _OF_A_TOWN.search(agency):
        return _TOWN
    return max((_LEVELS[level] for level in _OF_REGION.findall(agency)), default=0)


def _is_of_all(subject: re.Match[str]) -> bool:
    """Tell whether a clause begins with all bodies together, or with what is no body."""
    name = subject["name"]
    # 因信息公开被区政府行政复议2件
    if "被" in name or _OURS.match(name):
        return True
    # 区本级及各部门 · 本级及所属单位 · 各乡镇、县直部门
    several = subject["more"] and _EVERY.search(name + subject["more"])
    return bool(several) or _TOGETHER.match(name + subject["more"]) is not None


def _is_of(subject: re.Match[str], agency: str) -> bool:
    """Tell whether the office that a clause begins with is the agency, under whatever name."""
    # A town decides on penalties by those who enforce its rules: 综合行政执法队作出行政处罚40件
    if subject["ending"] == "执法队" and _OF_A_TOWN.search(agency):
        return True
    # 全县公安机关
    name, _, _ = subject["name"].removeprefix("全").partition("及")
    # 税务部门, 公安机关, 应急管理领域, but 县政府部门
    name = name if name.endswith(_OF_GOVERNMENT) else _SECTOR.sub("", name)
    # 学校收到申请12件, of a university or a middle school
    if subject["name"] == _SCHOOL and _OF_A_SCHOOL.search(agency):
        return True
    # 县政府及其部门 · 江口镇(青溪镇), a body that has another name
    return any(is_short_for(each, agency) for each in (name, subject["beside"]) if each)


def is_part_by_heading(heading: str, agency: str | None) -> bool | None:
    """Tell whether a folded heading names some of several offices, and nothing else; None if it names no body."""
    named = _HEADING.fullmatch(heading)
    # 强化本级。
    if named is None or (named["level"] and agency is not None and not is_short_for(named["level"], fold(agency))):
        return None
    return not named["all"]


def is_short_for(name: str, agency: str) -> bool:
    """Tell whether a name has some of the characters of an agency's name in their order: 县人社局."""
    letters = iter(agency)
    return all(letter in letters for letter in name)

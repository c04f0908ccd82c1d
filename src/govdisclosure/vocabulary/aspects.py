"""Words that show that a report speaks of something that it has to speak of, in folded text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.vocabulary.alternatives import each
from govdisclosure.vocabulary.numerals import COUNTING
from govdisclosure.vocabulary.signs import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

_IN_CLAUSE: Final = "[^,。;]"
_COUNT: Final = rf"[0-9{COUNTING}][0-9,.{COUNTING}]{{0,15}}余?[万亿]?余?多?[条件篇期次项份个则]"
_OF_ITS_OWN: Final = f"(?:公开|发布|公示)(?!工作|培训|申请|{_IN_CLAUSE}{{0,6}}申请)"
_NO_DISCLOSURE: Final = "工作|培训|会|专题|业务|考核|日|讲座|督查|检查"
_SO_MANY: Final = f"(?:(?!申请){_IN_CLAUSE}){{0,20}}?{_COUNT}"

SUPERVISION: Final[Mapping[str, Words]] = {
    # 绩效考核 · 年度考评; a bare 评估 can be that of a risk or of a policy
    "工作考核": Words({"考绩估": f"考核|考评|绩效评[估价]|第三方{_IN_CLAUSE}{{0,16}}评估"}),
    # 群众评议 · 满意度测评 · 发放调查问卷 · 请市民代表打分评价; a bare 满意度 has been asked of nobody
    "社会评议": Words(
        {
            "议测卷": "评议|测评|问卷",
            "查价打": each("满意度|群众|公众|市民|企业|代表|委员", f"{_IN_CLAUSE}{{0,10}}(?:调查|评价|打分)"),
        }
    ),
    # 未发生责任追究 · 依法追究责任
    "责任追究": Words({"追问": "追究|追责|问责"}),
}
"""What a government reports of its supervision of disclosure: 条例 Art. 50(4), 国办公开办函〔2021〕30号 part 一."""

OVERVIEW: Final[Mapping[str, Words]] = {
    # 发布信息86条 · 公示救助名单12次; 公开申请5件 is of the next, 公开培训3期 of the last
    "主动公开": Words(
        {
            "主": "主动公开",
            "条件篇期次项份个则": (
                f"{each('公开', f'(?!{_NO_DISCLOSURE}){_SO_MANY}', not_behind='申请')}"
                f"|{each('发布|公示|公布|推送|上网|挂网|上传|晒出|刊发|刊登|张贴', _SO_MANY, not_behind='申请')}"
            ),
            # 及时公开部门预算 · 公开行政执法信息
            "时期面确集": each("及时|按时|按期|定期|全面|准确|集中", _OF_ITS_OWN),
            "算权": "公开(?:部门|财政|政府)?(?:预决?算|决算|权责清单)",
        }
    ),
    "依申请公开": Words(
        {
            "申": (
                f"申请(?:政府)?(?:信息)?公开|申请{_COUNT}"
                f"|{each('公开|收到|受理|新收|办理|答复', f'{_IN_CLAUSE}{{0,6}}申请')}"
            )
        }
    ),
    # 信息发布管理制度 · 政府信息的收集与管理 · 保密审查 · 清理失效文件 · 公开目录动态调整
    "政府信息管理": Words(
        {
            "理审归认账清存属注库指录": (
                f"信息{_IN_CLAUSE}{{0,6}}(?:管理|审[核查签批]|归[档集]|认定|台账)|信息{_IN_CLAUSE}{{0,10}}清理"
                f"|信息{_IN_CLAUSE}{{0,8}}(?:审[签批校]|[初复终]审|清查|保存)|管理{_IN_CLAUSE}{{0,4}}信息"
                f"|保密审查|三审三校|先审[查核]?后公开|公开前{_IN_CLAUSE}{{0,4}}审[查核签]"
                f"|公开属性|{each('公文|文件', f'{_IN_CLAUSE}{{0,14}}(?:属性|管理|清理|归档|标注)')}"
                f"|清理{_IN_CLAUSE}{{0,6}}文件|文件库|公开指南"
                f"|公开目录|{each('动态|调整|更新|编制|修订', f'{_IN_CLAUSE}{{0,12}}目录')}"
                f"|目录{_IN_CLAUSE}{{0,6}}(?:动态|调整|更新|编制)"
            ),
        }
    ),
    "平台建设": Words(
        {
            "台网号门媒报": "平台|网站|官网|账号|网页|门户|政府网|新媒体|融媒体|公报|公众号|一网一微|视频号",
            "栏区微抖程端屏阅载": (
                "专栏|专区|体验区|微信|微博|两微|抖音|小程序|客户端|公[开示]栏|宣传栏|显示屏|LED屏|查阅点|载体"
            ),
        }
    ),
    "监督保障": Words(
        {
            "监督查导": f"监督保障|自查|接受{_IN_CLAUSE}{{0,12}}监督|检查|督查|督导|社会监督",
            "考培议测追问通估满": "考核|考评|培训|评议|测评|追究|追责|问责|通报|第三方评估|满意度(?:调查|评价)",
        }
    ),
}
"""The aspects of section 一: 国办公开办函〔2021〕30号, part 一."""

_SENTENCE: Final = re.compile("[^。!?]+")
HEADINGS: Final = Words(
    {
        "体主到议讼存需": (
            "总体情况|主动公开政府信息|收到和处理|行政复议|行政诉讼|存在的?(?:主要)?问题|需要报告的(?:其他)?事项"
        )
    }
)
"""The headings of the form, as a list of its sections has them."""

_LIST_OF_SECTIONS: Final = 4
"""A sentence with so many headings of the form lists them: 本报告由总体情况、主动公开政府信息情况……组成."""
ANNOUNCES: Final = Words(
    {
        "组构括含分": "组成|构成|报告(?:内容|主要)?(?:包括|包含|分为)",
        "如": each("报告|汇报|公布|总结", "如下"),
    }
)
"""What announces a list of aspects."""


def unsaid(folded: str, aspects: Mapping[str, Words]) -> list[str]:
    """Name the aspects of which a folded text says nothing; a list of the parts of the report shows none."""
    said = folded
    # A text that lists nothing in all is not gone through sentence by sentence.
    if _is_list(folded):
        said = "。".join(sentence for sentence in _SENTENCE.findall(folded) if not _is_list(sentence))
    return [name for name, words in aspects.items() if not words.are_in(said)]


def _is_list(text: str) -> bool:
    # 现从主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面报告如下
    if text.count("、") >= _LIST_OF_SECTIONS - 1 and ANNOUNCES.are_in(text):
        return True
    return len(set(HEADINGS.all_in(text))) >= _LIST_OF_SECTIONS

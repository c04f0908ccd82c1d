"""Bodies whose names begin with that of another one, which can stand on a line of its own above them."""

from __future__ import annotations

import re
from typing import Final

from govdisclosure.vocabulary.letters import HAN
from govdisclosure.vocabulary.numerals import ORDINALS

NAME: Final = f"[{HAN}〇]+"
"""What a name consists of."""
OF_CORPS: Final = rf"(?:新疆生产建设兵团)?第[{ORDINALS}]{{1,3}}师(?:{NAME}团场?)?|[{ORDINALS}〇]{{2,4}}团"
"""A division of the corps, and a regiment, with numbers for names: 第一师十六团."""
PART: Final = re.compile(
    "(?:管理|事务|服务)?(?:局|中心|委员会)|[镇乡]人民政府|街道办事处"
    "|公[室厅]|理?委?员会|(?:委?员)?会办公室|(?:集团)?(?:股份)?(?:有限)?(?:责?任)?公司|学院|事处|[理务](?:局|处|中心)|民政府|出所"
)
"""
What no agency calls itself by alone, unlike 水利局 and 办公室.

The last part of a name that a line breaks, also in a word: 某县人民政府办 / 公室.
"""
IS_OF_A_KIND: Final = re.compile(
    "(?:人民)?政府|机关|单位|部门|[省市县区州镇乡]?本级|社区|街道办?|办事处|管委会|学校|集团|党[委组]|全国|年度|工作"
    "|分局|[总支大中]队|(?:中心)?[分支]行|附属医院|监管分?局|调查总?队"
)
"""Words for bodies of a kind, which name none of them: 政府, 支队, 市本级."""
# 国家税务总局 / 某市税务局, 国家统计局 / 某调查队, 中华人民共和国 / 某海关; not 国家统计局 / 国家统计局某调查队
_OF_STATE: Final = re.compile(
    rf"(?!.+国家)(?:国家税务总局{NAME}税务局(?:{NAME})?|国家统计局{NAME}调查总?队|中国人民银行{NAME}行"
    rf"|(?:国家金融监督管理总局|中国(?:银保监会|证监会|银行保险监督管理委员会|证券监督管理委员会)){NAME}监管[分支]?局"
    rf"|国家(?:外汇管理|矿山安全监察|粮食和物资储备)局{NAME}局|中华人民共和国(?!中央){NAME}(?:海关|海事局))"
)
# 中共某县委 / 机构编制委员会办公室, 某县公安局 / 城关派出所, 某市生态环境局 / 某分局
_BELOW_BODY: Final = re.compile(
    rf"中共{NAME}委(?:员会)?\|(?:{NAME})?(?:办公室|研究室|委员会|部|党校)|{NAME}公安分?局\|{NAME}(?:派出所|[支大中]队)|{NAME}局\|{NAME}分局|{NAME}中心\|{NAME}分中心"
)


def are_one_of_state(first: str, second: str) -> bool:
    """Tell whether two folded lines are the name of an office of the state, of which the first is not one by itself."""
    return _OF_STATE.fullmatch(first + second) is not None and _OF_STATE.fullmatch(first) is None


def is_part_of_body(part: str, body: str) -> bool:
    """Tell whether a folded name is that of a part of a body, which is called by both."""
    return _BELOW_BODY.fullmatch(f"{body}|{part}") is not None

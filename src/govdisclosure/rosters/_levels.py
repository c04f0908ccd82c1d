"""The words of the levels of regions, and the words of names that begin with one of them and speak of no region."""

from __future__ import annotations

import re
from typing import Final

LEVELS: Final = tuple("省市县区旗镇乡盟州")

# What stands behind (?! makes two words of it: 市政局 is one of 市政, 市政务服务局 the 政务服务局 of a city.
_WORDS: Final = re.compile(
    r"""
    # 县级机关事务中心, 市直机关工委, 区属企业, 县长热线办公室, 县委办公室, 市立医院, 区情研究所, 县域经济发展中心
    .(?:[级属委域际]|界(?![首河牌])|直(?!升)|长(?![江河途安城征寿乐春青期护])|立(?![法案交新])|情(?!报)|志(?!愿)
      |内(?![河务燃科分])|外(?![事国侨资经宣专贸办语汇]))
    # 市政局, 市场监督管理局, 市容环境卫生局, 市民服务中心, 市区管理处, 市郊铁路公司
    |市(?:政(?![府务协法策数研治监企])|场(?!口)|容|民(?:中心|服务|卡|之|热线|广场|文化|学校|公园|活动|投诉|诉求|云|健身)
      |区(?![划域块])|郊)
    # 省道管理处
    |省道(?![路教桥])
    # 县乡公路局
    |县乡(?![村镇土])
    # 区划地名管理所, 区块链中心, 区间车站
    |区[划块间位段别]
    # 镇区管理办公室, 镇村公交公司, 镇容管理所
    |镇(?:区(?!划)|村(?!镇)|容)
    # 乡村振兴局, 乡镇企业局, 乡土文化馆, 乡贤馆
    |乡(?:村(?!镇)|镇|土(?!地)|贤)
    # 旗县合作办公室, 盟市协作中心, 州府街道
    |旗县|盟市(?![场政容民])|州[府庆]
    """,
    re.VERBOSE,
)


def begins_a_word(level: str, rest: str) -> bool:
    """
    Tell whether the word of a level is the beginning of a word of a name: 市 in 市政局, and not in 市民政局.

    Args:
        level: The word of a level.
        rest: What follows it.
    """
    return level in LEVELS and _WORDS.match(level + rest) is not None

"""Other spellings of the words of the form, and where such a thing was seen: official word → all the others."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

LABELS: Final[Mapping[str, tuple[str, ...]]] = {
    # In 7 of the 55 reports of the survey that have the form of 2021, the row still has its name of 2019.
    "行政规范性文件": ("规范性文件",),
    # The same the other way round: one of the 55 has a form with words of both editions.
    "规范性文件": ("行政规范性文件",),
}
"""Labels of rows."""

COLUMN_HEADS: Final[Mapping[str, tuple[str, ...]]] = {
    # Everyday words for the same, as a table that was typed anew can have them; the survey has none.
    "总计": ("合计", "共计"),
    "自然人": ("个人", "公民", "公民个人"),
    "其他": ("其它",),
    "其他结果": ("其它结果", "其他情况"),
    "商业企业": ("企业", "工商企业"),
}
"""Heads of columns in words of their own."""

# 本年度制发数, 本年废止数 and 现行有效数 stand in one table of a published report.
_IN_WORDS: Final = (
    "本年 制发 件数",
    "本年 废止 件数",
    "现行 有效 件数",
    "本年 处理决定 数量",
    "本年 收费 金额",
    "本年 新 制作 数量",
    "本年 新 公开 数量",
    "对外 公开 总 数量",
    "上一年 项目 数量",
    "本年 增减",
    "处理决定 数量",
    "采购 项目 数量",
    "采购 总 金额",
    "商业 企业",
    "科研 机构",
    "社会 公益 组织",
    "法律 服务 机构",
    "结果 维持",
    "结果 纠正",
    "其他 结果",
    "尚未 审结",
    "未经 复议 直接 起诉",
    "复议 后 起诉",
)
"""Heads of columns as the words that they are made of: people leave some out, or write others for them."""

_OTHER_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "本年": ("本年度", "当年", "当年度", "今年"),
    "上一年": ("上年", "上年度", "上一年度", "去年"),
    "数量": ("数", "件数", "个数", "量"),
    "金额": ("总额", "数额", "额"),
    "机构": ("组织", "单位", "院所"),
    "起诉": ("诉讼",),
}
_COUNTING: Final = frozenset({"数量", "总", "结果"})
"""Words that no head is told by: 采购总金额 and 采购金额 are one, 维持 is 结果维持."""

_OFFICIAL_HEADS: Final = {spelling: head for head, spellings in COLUMN_HEADS.items() for spelling in spellings}
_OFFICIAL_WORDS: Final = {other: word for word, others in _OTHER_WORDS.items() for other in others}

OTHER_COLUMN_HEADS: Final = frozenset(_OFFICIAL_HEADS)
"""All the spellings of heads of columns in words of their own."""

_KNOWN_WORDS: Final = sorted({*" ".join(_IN_WORDS).split(), *_OFFICIAL_WORDS}, key=len, reverse=True)
_WORD: Final = re.compile("|".join(_KNOWN_WORDS))
_LONGEST: Final = 20


@lru_cache(maxsize=4096)
def official_column_head(head: str) -> str:
    """
    Give the official head of a column that another one means; what means none, or could mean two, stays as it is.

    It is made of whole words of that head and of no other one, or of others for them. What extractors lose is not words
    but letters: 本年发件 is no such head.

    Args:
        head: The key of the head.

    >>> [official_column_head(head) for head in ("合计", "本年度制发数", "科研院所", "维持", "本年发件", "机构")]
    ['总计', '本年制发件数', '科研机构', '结果维持', '本年发件', '机构']
    """
    if head in _OFFICIAL_HEADS or head in COLUMN_HEADS or head in _HEADS:
        return _OFFICIAL_HEADS.get(head, head)
    words = _words(head)
    meant = [official for official, said in _HEADS.items() if words and words <= said]
    # 处理决定数 is 处理决定数量, and not 本年处理决定数量 with a word left out.
    whole = [official for official in meant if words == _HEADS[official]]
    return (whole or meant)[0] if len(whole or meant) == 1 else head


def _words(head: str) -> frozenset[str]:
    """Give the words that a text is made of, each in its official form; none if it is made of others as well."""
    words = _WORD.findall(head) if len(head) <= _LONGEST else []
    if "".join(words) != head:
        return frozenset()
    return frozenset(_OFFICIAL_WORDS.get(word, word) for word in words) - _COUNTING


_HEADS: Final = {words.replace(" ", ""): _words(words.replace(" ", "")) for words in _IN_WORDS}

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

_ROWS_IN_WORDS: Final = (
    "行政 规范性 文件",
    "行政 事业性/事业 收费",
    "其他 对外 管理 服务 事项",
    "政府 集中 采购",
    "一 本年/本年度 新 收 政府 信息 公开 申请 数量/数",
    "二 上年/上年度 结转 政府 信息 公开 申请 数量/数",
    "三 本年度/本年 办理 结果",
    "一 予以 公开",
    "二 部分 公开 区分 处理 的 只 计 这一 情形 不 计 其他 情形",
    "三 不予/不 公开",
    "1 属于 国家 秘密",
    "2 其他 法律 行政 法规 禁止 公开",
    "3 危及 三安全 一稳定",
    "4 保护 第三方 合法 权益",
    "5 属于 三类 内部 事务 信息",
    "6 属于 四类 过程性 信息",
    "7 属于 行政 执法 案卷",
    "8 属于 行政 查询 事项",
    "四 无法 提供",
    "1 本 机关 不 掌握 相关 政府 信息",
    "2 没有 现成 信息 需要/需 另行/另 制作",
    "3 补正 后 申请 内容 仍 不 明确",
    "五 不予/不 处理",
    "1 信访 举报 投诉 类 申请",
    "2 重复 申请",
    "3 要求 提供 公开 出版物",
    "4 无 正当 理由 大量 反复 申请",
    "5 要求 行政 机关 确认 或 重新 出具 已 获取 信息",
    "六 其他 处理",
    "1 申请人 无 正当 理由 逾期 不 补正 行政 机关 不再/不 处理 其 政府 信息 公开 申请",
    "2 申请人 逾期 未 按 收费 通知 要求 缴纳 费用 行政 机关 不再/不 处理 其 政府 信息 公开 申请",
    "七 总计",
    "四 结转 下年度/下年 继续 办理",
)
"""Labels of rows as the words that they are made of: people leave some out, or write a shorter one."""

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


def _in_words(label: str) -> str:
    """Give the pattern of a label of which words are left out; without a 不, it would be another."""
    return "".join(f"(?:{word.replace('/', '|')}){'' if word[0] in _NOT else '?'}" for word in label.split())


_NOT: Final = "不无未"
_ROWS: Final = re.compile("|".join(map(_in_words, _ROWS_IN_WORDS)))


def is_row_in_words(label: str) -> bool:
    """
    Tell whether a text is made of whole words of the label of a row, in their order.

    Args:
        label: The key of the text.

    >>> [is_row_in_words(label) for label in ("三不公开", "8属于行政查询", "一予公开", "3补正后申请内容仍明确")]
    [True, True, False, False]
    """
    return bool(label) and _ROWS.fullmatch(label) is not None

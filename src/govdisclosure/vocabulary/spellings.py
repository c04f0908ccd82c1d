"""Other spellings of the words of the form, and where such a thing was seen: official word → all the others."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain, combinations
from typing import TYPE_CHECKING, Final, NamedTuple

from govdisclosure.model.report import TABLE_CLASSES
from govdisclosure.model.structure import nodes
from govdisclosure.vocabulary.fold import header_key, key
from govdisclosure.vocabulary.memory import remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LABELS: Final[Mapping[str, tuple[str, ...]]] = {
    # In 7 of the 55 reports of the survey that have the form of 2021, the row still has its name of 2019.
    "行政规范性文件": ("规范性文件",),
    # The same the other way round: one of the 55 has a form with words of both editions.
    "规范性文件": ("行政规范性文件",),
    # An everyday word for the same, as in the heads of columns.
    "（七）总计": ("（七）合计",),
}
"""Labels of rows."""

COLUMN_HEADS: Final[Mapping[str, tuple[str, ...]]] = {
    # Everyday words for the same, as a table that was typed anew can have them; the survey has none.
    "总计": ("合计", "共计"),
    "自然人": ("个人", "公民", "公民个人"),
    "其他": ("其它",),
    "其他结果": ("其它结果", "其他情况"),
    "商业企业": ("企业", "工商企业"),
    # 法人、其他组织, of which the key lacks the mark
    "法人或其他组织": ("法人其他组织", "法人和其他组织", "法人及其他组织", "法人或其它组织", "法人组织", "法人或组织"),
}
"""Heads of columns in words of their own."""

# 本年度制发数, 本年废止数 and 现行有效数 stand in one table of a published report.
_WORDS_OF_HEADS: Final = (
    "本年 上一年 制发 废止 现行 有效 新 制作 公开 对外 处理 决定 收费 采购 项目 总 件数 数量 金额 增减 商业 "
    "企业 科研 机构 社会 公益 组织 法律 服务 未经 复议 后 直接 起诉 结果 维持 纠正 其他 尚未 审结"
)
"""By what the labels of columns are parted: people leave some of these words out, or write others for them."""

_WORDS_OF_ROWS: Final = (
    "行政 规范性 文件 事业性 收费 对外 管理 服务 政府 集中 采购 本年 本年度 上年 下年度 新 收 结转 继续 办理 "
    "结果 总计 信息 公开 申请 数量 予以 部分 区分 处理 的 只 计 这一 情形 其他 不 不予 属于 国家 秘密 法律 "
    "法规 禁止 危及 三安全 一稳定 保护 第三方 合法 权益 三类 内部 事务 四类 过程性 执法 案卷 查询 事项 无法 "
    "提供 本 机关 掌握 相关 没有 现成 需要 另行 制作 补正 后 内容 仍 明确 信访 举报 投诉 类 重复 要求 出版物 "
    "无 正当 理由 大量 反复 确认 或 重新 出具 已 获取 申请人 逾期 不再 其 未 按 通知 缴纳 费用 一 二 三 四 五 "
    "六 七 1 2 3 4 5 6 7 8"
)
"""By what the labels of rows are parted: people leave some of these words out, or write a shorter one."""

_SHORTER: Final[Mapping[str, str]] = {
    "本年": "本年度",
    "本年度": "本年",
    "上年": "上年度",
    "下年度": "下年",
    "数量": "数",
    "事业性": "事业",
    "需要": "需",
    "另行": "另",
    "不予": "不",
    "不再": "不",
}

_OTHER_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "本年": ("本年度", "当年", "当年度", "今年"),
    "上一年": ("上年", "上年度", "上一年度", "去年"),
    "数量": ("数", "件数", "个数", "量"),
    "金额": ("总额", "数额", "额"),
    "增减": ("增加减少",),
    "机构": ("组织", "单位", "院所"),
    "起诉": ("诉讼",),
}
_COUNTING: Final = frozenset({"数量", "总", "结果"})
"""Words that no head is told by: 采购总金额 and 采购金额 are one, 维持 is 结果维持."""

_OFFICIAL_HEADS: Final = {spelling: head for head, spellings in COLUMN_HEADS.items() for spelling in spellings}
_OFFICIAL_WORDS: Final = {other: word for word, others in _OTHER_WORDS.items() for other in others}

OTHER_COLUMN_HEADS: Final = frozenset(_OFFICIAL_HEADS)
"""All the spellings of heads of columns in words of their own."""

OTHER_COLUMNS: Final = re.compile("[上去]年|同比|环比|增[减幅长]|小计|占比|比例")
"""Words of a column that the form has not: that of the year before, a subtotal, a share."""

COLUMNS_OF_NUMBERS: Final = frozenset({"行次", "序号"})
"""The keys of heads of columns that number rows."""

COLUMNS_OF_YEARS: Final = frozenset({"年度", "年份"})
"""The keys of heads of columns that say of which year rows are."""

COLUMNS_OF_REMARKS: Final = frozenset({"备注", "说明"})
"""The keys of heads of columns for remarks, most of whose cells are left blank."""

_LONGEST: Final = 20
# 本年收费金额/万元, 本年收费金额单位：元, as the key of a head is
_UNIT_BEHIND: Final = re.compile("[/:]*(?:单位)?[/:]*(?:人民币)?[千百万亿]?元$")


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


_WORD: Final = _any_of({*_WORDS_OF_HEADS.split(), *_OFFICIAL_WORDS})


def _parted(words: str) -> dict[str, list[str]]:
    """Give the keys of the labels of the form that consist of some of these words, of several, with these."""
    word = _any_of(words.split())
    parted: dict[str, list[str]] = {}
    for node in chain.from_iterable(map(nodes, TABLE_CLASSES)):
        for label in (key(node.declared.label), header_key(node.declared.label)):
            parts = word.findall(label)
            if "".join(parts) == label and len(parts) > 1:
                parted[label] = parts
    return parted


@cache
def _labels() -> frozenset[str]:
    """Give the keys of all labels of the form, 本年收费金额单位万元 among them."""
    declared = chain.from_iterable(map(nodes, TABLE_CLASSES))
    return frozenset(key(node.declared.label) for node in declared)


@cache
def _heads_in_words() -> dict[str, frozenset[str]]:
    """Give the heads of columns that are told by their words, with those that tell them."""
    return {head: _words(head) for head in _parted(_WORDS_OF_HEADS)}


@remembered
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
    heads = _heads_in_words()
    head = head if head in _labels() else _UNIT_BEHIND.sub("", head)
    if head in _OFFICIAL_HEADS or head in COLUMN_HEADS or head in heads:
        return _OFFICIAL_HEADS.get(head, head)
    words = _words(head)
    meant = _meant(words)
    # 处理决定数 is 处理决定数量, and not 本年处理决定数量 with a word left out.
    whole = [official for official in meant if words == heads[official]]
    return (whole or meant)[0] if len(whole or meant) == 1 else head


def _meant(words: frozenset[str]) -> list[str]:
    """Give the heads of the form that are made of these words and perhaps more."""
    return [official for official, said in _heads_in_words().items() if words and words <= said]


def is_head_in_words(head: str) -> bool:
    """
    Tell whether a text is made of whole words of the head of a column, or of several, so that no letter is lost.

    Args:
        head: The key of the text.

    >>> [is_head_in_words(head) for head in ("处理数量", "本年收费金额", "本年决数量")]
    [True, True, False]
    """
    return bool(_meant(_words(head)))


def leaves_words_out(head: str, official: str) -> bool:
    """
    Tell whether the key of a head says no more than that of another one, and nothing else.

    >>> [leaves_words_out(head, "本年处理决定数量") for head in ("处理决定数量", "本年处理决定数量", "上一年项目数量")]
    [True, True, False]
    """
    return frozenset() < _words(head) <= _words(official)


def _words(head: str) -> frozenset[str]:
    """Give the words that a text is made of, each in its official form; none if it is made of others as well."""
    words = _WORD.findall(head) if len(head) <= _LONGEST else []
    if "".join(words) != head:
        return frozenset()
    return frozenset(_OFFICIAL_WORDS.get(word, word) for word in words) - _COUNTING


_NOT: Final = "不无未"
_NUMBERS: Final = frozenset("一二三四五六七12345678")
OF_CAPTIONS: Final = "二十条"
"""What the key of each caption of table II has, however people abridge it."""

# 第二十条（八）项, 二十条第（一）项, 第二十条第八, with the number or without it, as the key of a head is
# 申请情况, the head of a table of the office's own
_OTHERS_IN_WORDS: Final = (f"第?{OF_CAPTIONS}第?[一五六八九]?项?", "申请情况")


class Lacking(NamedTuple):
    """
    What a text lacks of the label of a row.

    Args:
        letters: Of how many words of the label it lacks letters, or a 不 that stands alone.
        words: How many whole words of the label it lacks, numbers apart.
    """

    letters: int
    words: int


@cache
def _labels_in_words() -> re.Pattern[str]:
    """Give the pattern of a label of which words are left out; without a 不, that of a row would be another."""
    labels = _words_of_labels().values()
    return re.compile("|".join([*("".join(map(_spelt, words)) for words in labels), *_OTHERS_IN_WORDS]))


@cache
def _words_of_labels() -> dict[str, list[str]]:
    """Give the words of the labels of rows, by their keys."""
    return {label: words for label, words in _parted(_WORDS_OF_ROWS).items() if label not in _heads_in_words()}


def _spelt(word: str) -> str:
    return f"(?:{'|'.join(_spellings(word))}){'' if word[0] in _NOT else '?'}"


def _spellings(word: str) -> list[str]:
    return [word, _SHORTER[word]] if word in _SHORTER else [word]


def is_label_in_words(label: str) -> bool:
    """
    Tell whether a text is made of whole words of the label of a row, a caption or a head above others, in order.

    Args:
        label: The key of the text.

    >>> [is_label_in_words(label) for label in ("三不公开", "8属于行政查询", "一予公开", "3补正后申请内容仍明确")]
    [True, True, False, False]
    >>> [is_label_in_words(label) for label in ("第二十条八项", "第条第八项")]
    [True, False]
    """
    return bool(label) and _labels_in_words().fullmatch(label) is not None


def lacking_of_label(text: str, label: str) -> Lacking | None:
    """
    Give the least that a text can lack of the label of a row; None if it has anything else, or the label no words.

    Args:
        text: The key of the text.
        label: The key of the label.

    >>> lacking_of_label("3补正后申请内容仍确", "3补正后申请内容仍不明确")
    Lacking(letters=2, words=0)
    >>> lacking_of_label("属于行政查事项", "8属于行政查询事项")
    Lacking(letters=1, words=0)
    >>> lacking_of_label("三本年结果", "三本年度办理结果")
    Lacking(letters=0, words=1)
    """
    least = {0: Lacking(0, 0)}
    for word in _words_of_labels().get(label, [label]):
        behind: dict[int, Lacking] = {}
        for place, lacking in least.items():
            for end, more in _printed(word, text, place):
                total = Lacking(lacking.letters + more.letters, lacking.words + more.words)
                behind[end] = min(total, behind.get(end, total))
        least = behind
    return least.get(len(text))


def _printed(word: str, text: str, place: int) -> Iterator[tuple[int, Lacking]]:
    """Give how far a word of a label can go in a text from a place on, with what it lacks then."""
    for spelling in _spellings(word):
        if text.startswith(spelling, place):
            yield place + len(spelling), Lacking(0, 0)
    left_out = Lacking(1, 0) if word[0] in _NOT else Lacking(0, int(word not in _NUMBERS))
    yield place, left_out
    for start, end in combinations(range(len(word) + 1), 2):
        rest = word[:start] + word[end:]
        if text.startswith(rest, place):
            yield place + len(rest), Lacking(1, 0)

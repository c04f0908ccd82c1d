"""Units in which figures are sometimes printed: of counts, though the form counts single things, and of money."""

from __future__ import annotations

import re
from typing import Final

from govdisclosure.vocabulary.fold import fold, key
from govdisclosure.vocabulary.letters import HAN
from govdisclosure.vocabulary.memory import remembered

THINGS: Final = "件次|人次|件|条|宗|份|例|项|个|起|次|人"
"""What counts are printed with: 46件."""

# 万件, 十件, 百件, 千, but not （十）, the number of an item, nor 万元
_MULTIPLE: Final = rf"[十百千万亿]+(?:{THINGS})|[百千万亿]+"
_SHARE: Final = "[%‰]|百分[比率]|百分之一|千分之一"
_UNIT: Final = rf"(?P<unit>{_MULTIPLE}|{_SHARE})"
_OTHER_QUANTITY: Final = re.compile(
    r"[(\[【]((?:上一?年度?|去年)(?:数|同期数?)?|[同环]比(?:增[减长幅])?|占比|比[例重]|增长?[率幅])[)\]】]$"
)
# 10件, 1000件, which in a head without more words may be a remark
_IN_DIGITS: Final = rf"10+(?:{THINGS})"
_SAID: Final = r"(?:计量|计数|数量|统计)?单位[:为是]?"
# 自然人（万件）, 自然人（单位：%）, （单位：百件、万元）
_IN_BRACKETS: Final = re.compile(
    rf"[(\[【〔<](?:[^()\[\]【】〔〕<>]*[:、,;/])?(?:{_SAID}|[以按])?{_UNIT}(?:为单位|计)?[)\]】〕>、,;/]"
)
# 单位：万件
_IN_WORDS: Final = re.compile(rf"{_SAID}(?:[^()。;]{{0,8}}[、,/])?{_UNIT}(?:[)\]】、,;/。]|$)")
# 单位：万件 制表：示例县, 单位：1000件, but not 填报单位：万年县司法局
_WITH_THINGS: Final = re.compile(rf"{_SAID}(?P<unit>[十百千万亿]+(?:{THINGS})|{_IN_DIGITS}|[%‰])")
"""What counts are printed with: 46件."""

# 以万件为单位
_AS_UNIT: Final = re.compile(rf"[以按](?P<unit>{_MULTIPLE}|{_SHARE}|{_IN_DIGITS})(?:为单位|计)")
# 万件, 自然人/万件
_ALONE: Final = re.compile(rf"(?:^|[/:,;]){_UNIT}$")
_GLUED: Final = re.compile(rf"(?P<label>.+?)(?P<unit>[十百千万亿]+(?:{THINGS})|[%‰])$")
_LONGEST: Final = 60
# 单位：元, 金额单位：人民币千元, （单位：件、元）, but not 填报单位：元氏县司法局
_MONEY_SAID: Final = re.compile(
    rf"{_SAID}(?:[^()。;]{{0,8}}[、,/])?(?:人民币)?(?P<unit>[十百千万亿]*元)(?=人民币|[制填日时编]|[^{HAN}]|$)"
)
# （单位：件、万元）, the units of the form
_OF_FORM: Final = re.compile(rf"[(\[【]?{_SAID}件(?:[、,/]万元)?[)\]】]?")
# What every such unit has some of; most labels have none, and nothing is looked for in them.
_HINT: Final = re.compile("[十百千万亿萬億%％‰0０]")

# 数量, 案件数量（件）, 件数（单位：件）, 项目
_CASES: Final = re.compile("(?:案件|办件)?(?:数量?|件数)(?:单位)?件?|项目|案件|件")


def counts_cases(label: str) -> bool:
    """Tell whether the label of a row says no more than that cases are counted: 数量, 案件数量（件）, 单位：件."""
    return _CASES.fullmatch(key(label)) is not None or says_units_of_form(label)


def other_unit(text: str) -> str | None:
    """
    Give the unit that a head of counts, or a line above a table, names, if it is another one than that of the form.

    >>> [other_unit(head) for head in ("自然人（万件）", "单位：%", "自然人（件）", "（单位：万元）", "（十）其他")]
    ['万件', '%', None, None, None]
    """
    if len(text) > _LONGEST or not _HINT.search(text):
        return None
    folded = fold(text)
    for pattern in (_IN_BRACKETS, _IN_WORDS, _WITH_THINGS, _AS_UNIT, _ALONE):
        named = pattern.search(folded)
        if named is not None:
            return named["unit"]
    return None


@remembered
def other_quantity(head: str) -> tuple[str, str] | None:
    """
    Take a head and what it says in brackets that its figures are other than counts of the year apart.

    >>> other_quantity("本年制发件数（上年数）"), other_quantity("自然人（件）")
    (('本年制发件数', '上年数'), None)
    """
    folded = fold(head) if len(head) <= _LONGEST else ""
    named = _OTHER_QUANTITY.search(folded)
    return named and (folded[: named.start()], named[1])


def says_units_of_form(line: str) -> bool:
    """
    Tell whether a line says nothing but the units that the form has.

    >>> [says_units_of_form(line) for line in ("（单位：件、万元）", "单位：元", "填报单位：某县水利局")]
    [True, False, False]
    """
    return len(line) <= _LONGEST and _OF_FORM.fullmatch(fold(line)) is not None


def money_unit(line: str) -> str | None:
    """
    Give the unit of money that a line above a table names.

    >>> [money_unit(line) for line in ("单位：元", "（单位：件、千元）", "填报单位：元氏县司法局", "收费200元")]
    ['元', '千元', None, None]
    """
    named = _MONEY_SAID.search(fold(line)) if "元" in line and len(line) <= _LONGEST else None
    return named and named["unit"]


def glued_unit(text: str) -> tuple[str, str] | None:
    """
    Take a head and the unit that stands behind it apart.

    >>> glued_unit("自然人 万件"), glued_unit("总计")
    (('自然人', '万件'), None)
    """
    glued = _GLUED.fullmatch(fold(text)) if len(text) <= _LONGEST and _HINT.search(text) else None
    return glued and (glued["label"], glued["unit"])

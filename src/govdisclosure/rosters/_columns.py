"""The columns of a roster: what they are called, and how what stands in their cells becomes a value of a unit."""

from __future__ import annotations

import datetime as dt
import enum
import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.model.message import Message
from govdisclosure.model.profile import Day
from govdisclosure.model.report import broken_code
from govdisclosure.model.values import broken_text, shown
from govdisclosure.rosters._names import bare
from govdisclosure.rosters._units import KIND_WORDS, UnitKind
from govdisclosure.vocabulary.fold import fold, key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govdisclosure.model.values import JSON

LONGEST_NAME: Final = 200
"""No body has a name of more characters."""

_SEPARATORS: Final = re.compile(r"[、；;，,|\n]")
# 2026-01-31 · 2026/1/31 · 2026年1月31日 · 2026-01-31 00:00:00
_DATE: Final = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?:0?0:00(?::00)?)?")
# 01-31 · 1/31 · 1月31日
_DAY: Final = re.compile(r"([0-9]{1,2})[-/.月]([0-9]{1,2})日?")


class Column(enum.Enum):
    """A column: the key in TOML, its head in Chinese and English, and other heads that it has."""

    NAME = (
        "name",
        "名称",
        "name",
        ("单位", "单位名称", "机关", "机关名称", "部门", "部门名称", "全称", "单位全称", "unit", "agency"),
    )
    KIND = ("kind", "类型", "kind", ("类别", "性质", "单位类型", "单位类别", "单位性质", "机关性质", "type"))
    CODE = (
        "code",
        "统一社会信用代码",
        "code",
        ("社会信用代码", "信用代码", "机构代码", "单位代码", "代码", "credit code"),
    )
    OTHER_NAMES = (
        "other_names",
        "其他名称",
        "other names",
        ("别名", "别称", "曾用名", "简称", "其它名称", "aliases", "alias"),
    )
    PARENT = ("parent", "上级单位", "parent", ("上级", "上级机关", "主管单位", "主管部门", "所属", "所属政府"))
    DUE = (
        "due",
        "截止日期",
        "due",
        ("截止日", "截止时间", "期限", "报送期限", "公布期限", "应报日期", "due day", "deadline"),
    )

    def __init__(self, name: str, zh: str, en: str, also: tuple[str, ...]) -> None:
        self.field = name
        self.zh = zh
        self.en = en
        self.also = also


def _head(text: str) -> str:
    """Fold a column head, without remarks: 名称（必填）."""
    return key(bare(text)).lower().replace("_", "")


HEADS: Final = {_head(head): column for column in Column for head in (column.zh, column.en, column.field, *column.also)}
_KINDS: Final[Mapping[str, UnitKind]] = {
    **{str(kind): kind for kind in UnitKind},
    **{word: kind for kind, word in KIND_WORDS.items()},
    **dict.fromkeys(("政府部门", "工作部门", "政府工作部门", "县直部门", "市直部门"), UnitKind.DEPARTMENT),
    **dict.fromkeys(("人民政府", "县政府", "区政府", "市政府"), UnitKind.GOVERNMENT),
    **dict.fromkeys(("镇", "乡", "乡镇政府", "镇政府", "乡政府"), UnitKind.TOWN),
    **dict.fromkeys(("街道办", "街道办事处"), UnitKind.STREET),
    **dict.fromkeys(("管理委员会", "开发区", "园区", "功能区"), UnitKind.ZONE),
    **dict.fromkeys(("政府本级", "本级机关", "本机关"), UnitKind.OWN),
}


def column_of(text: str) -> Column | None:
    """Tell which column a head is that of; None for a column that is left alone."""
    return HEADS.get(_head(text))


@frozen
class Value:
    """
    What a cell gives.

    Args:
        value: The value of the unit.
        problem: What is wrong with the cell; None for nothing.
    """

    value: object = None
    problem: Message | None = None


def value_in(column: Column, text: str) -> Value:
    """Take what stands in a cell that is not blank."""
    return _PARSERS[column](text.strip())


def _name(text: str) -> Value:
    if len(text) > LONGEST_NAME:
        return Value(problem=Message(f"名称超过{LONGEST_NAME}字", f"a name of more than {LONGEST_NAME} characters"))
    broken = broken_text(text)
    if broken is not None:
        return Value(problem=Message("名称含有换行或不允许的字符", "a name with a line break or a refused character"))
    return Value(text)


def _kind(text: str) -> Value:
    kind = _KINDS.get(fold(text).lower())
    if kind is not None:
        return Value(kind)
    zh, en = "、".join(KIND_WORDS.values()), ", ".join(UnitKind)
    return Value(problem=Message(f"类型 {shown(text)} 不是 {zh}", f"the kind {shown(text)} is none of {en}"))


def _code(text: str) -> Value:
    code = fold(text).upper()
    broken = broken_code(code)
    if broken is None:
        return Value(code)
    problem = Message(
        f"{shown(text)} 不是统一社会信用代码（18位，末位为校验码）",
        f"{shown(text)} is no 统一社会信用代码 of 18 characters with its check digit",
    )
    return Value(problem=problem)


def _names(text: str) -> Value:
    names = [name.strip() for name in _SEPARATORS.split(text) if name.strip()]
    problem = next((each.problem for each in map(_name, names) if each.problem is not None), None)
    return Value(tuple(names), problem)


def _due(text: str) -> Value:
    folded = fold(text)
    date, day = _DATE.fullmatch(folded), _DAY.fullmatch(folded)
    try:
        if date is not None:
            return Value(dt.date(int(date[1]), int(date[2]), int(date[3])))
        if day is not None:
            return Value(Day(int(day[1]), int(day[2])))
    except ValueError:
        pass
    return Value(
        problem=Message(
            f"{shown(text)} 不是日期，应如 2026-01-31 或 01-31", f"{shown(text)} is no date such as 2026-01-31 or 01-31"
        )
    )


_PARSERS: Final[Mapping[Column, Callable[[str], Value]]] = {
    Column.NAME: _name,
    Column.KIND: _kind,
    Column.CODE: _code,
    Column.OTHER_NAMES: _names,
    Column.PARENT: _name,
    Column.DUE: _due,
}


def text_of(value: JSON | dt.date) -> str | None:
    """Give what stands in a value of TOML as a cell would have it: text, a list of texts, a date; None for others."""
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return "、".join(map(str, value))
    if type(value) is dt.date:
        return value.isoformat()
    return value if isinstance(value, str) else None

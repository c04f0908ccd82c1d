"""
The errors of the library; all of them can be pickled.

Two channels are never mixed: bad input raises one of these, a report that does not add up yields findings.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable


class GovDisclosureError(Exception):
    """The root of every error that the library raises for bad input or wrong use."""


class UsageError(GovDisclosureError, ValueError):
    """A call that cannot be meant: an unknown path, format or code."""


class ReadError(GovDisclosureError):
    """
    A source that cannot be read as a report.

    Args:
        reason: What was looked for and what was found.
        code: Stable code of the reason, such as ``NO-FORM``.
        zh: The reason in Chinese; by default the same words.
        format: Name of the format that the source was taken for, such as ``text``; None if that is not known.
        place: Where in the source, such as ``line 3``; None for the whole of it.
    """

    def __init__(
        self,
        reason: str,
        *,
        code: str = "UNREADABLE",
        zh: str | None = None,
        format: str | None = None,  # noqa: A002 - the word of the public face
        place: str | None = None,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code
        self.zh = zh
        self.format = format
        self.place = place

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.format, self.place) if part is not None)
        return f"{where}: {self.reason}" if where else self.reason

    @property
    def message(self) -> Message:
        """The error in words, with its place."""
        place = _PLACE.sub(lambda found: _PLACES[found[1]].format(found[2] or ""), self.place or "")
        reason = self.reason if self.zh is None else self.zh
        return Message(f"{place}：{reason}" if place else reason, str(self))

    def __reduce__(self) -> tuple[object, ...]:
        build = partial(type(self), code=self.code, zh=self.zh, format=self.format, place=self.place)
        return build, (self.reason,)


_PLACE: Final = re.compile(r"(line|column|byte|head)(?: ([0-9]+))?(?:, )?")
_PLACES: Final = {"line": "第{}行", "column": "第{}列", "byte": "第{}字节", "head": "文首"}


@frozen
class Fault:
    """
    One thing wrong with a JSON document.

    Args:
        path: Dotted path such as ``requests.total.newly_received``; empty for the whole document.
        found: What stands there, in short.
        expected: What should.
    """

    path: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.path or 'document'}: expected {self.expected}, found {self.found}"

    @property
    def zh(self) -> str:
        """The fault in Chinese; what no word is known for stays as it is."""
        return f"{self.path or '整个文件'}：{_chinese(f'expected {self.expected}, found {self.found}')}"


def _chinese(words: str) -> str:
    for pattern, translation in _CHINESE.items():
        found = re.fullmatch(pattern, words)
        if found:
            return translation.format(*map(_chinese, found.groups()))
    return words


# Texts of a document stand in quotation marks, so that no word of theirs is taken for one of ours.
_CHINESE: Final = {
    "expected no such key, found an unknown key": "未知的键",
    "expected a value, the key is required, found nothing": "缺少必需的键",
    "expected the key once, found the key ([0-9]+) times": "键重复出现，共{0}次",
    "expected (.+), found nothing": "缺失，应为{0}",
    "expected (.+?), found (.+)": "应为{0}，实为{1}",
    '(.+), "/" or null': '{0}、"/"或null',
    "(.+) or null": "{0}或null",
    r'("[^"\\]*") or ("[^"\\]*"(?: or .+)?)': "{0}或{1}",
    "an object": "对象",
    "a list": "列表",
    "a list of paragraphs": "段落的列表",
    "text(?:, a plain str)?": "文本",
    "text that is not blank": "不是空白的文本",
    r"text without (U\+[0-9A-F]+) \(at ([0-9]+)\)": "不含{0}的文本（位置{1}）",
    "a whole number": "整数",
    "a whole number, text": "整数、文本",
    "a whole number of at most ([0-9]+) digits": "不超过{0}位的整数",
    "a whole number of at most ([0-9]+) digits, not negative": "不超过{0}位的非负整数",
    'an amount such as ("[0-9.]+"), of at most ([0-9]+) digits': "形如{0}且不超过{1}位的金额",
    'a date such as ("[0-9-]+")': "形如{0}的日期",
    "from ([0-9]+) to ([0-9]+)": "{0}至{1}",
    "a code of 18 digits and capital letters without I, O, S, V and Z": "18位代码（数字和I、O、S、V、Z以外的大写字母）",
    "a code that ends in its check digit (.)": "以校验码{0}结尾的代码",
    "a code of six digits": "六位数字代码",
    "finite": "有限的数",
    "at most ([0-9]+) digits": "不超过{0}位",
    "at most ([0-9]+) levels deep": "不超过{0}层",
    "at most ([0-9]+) levels of nesting": "不超过{0}层的嵌套",
    '("[0-9]+"), the only version known': "{0}（只支持此版本）",
    "JSON without one": "不带它的JSON",
    "a byte order mark": "字节顺序标记",
    "a further level": "更深的一层",
    "a number of more than 30 digits": "超过30位的数",
    'the key (".*")': "键{0}",
    r"the end \((.+)\)": "文件末尾（{0}）",
}
"""Faults in Chinese, their parts, and the parts of those; the first that fits is taken."""


class StructureError(ReadError):
    """
    A JSON document that is no report of ours: every fault of it at once.

    Args:
        faults: All faults, in the order of the document's keys.
        place: For a document that is no JSON at all, where it stops to be.
    """

    def __init__(self, faults: Iterable[Fault], *, place: str | None = None) -> None:
        self.faults = tuple(faults)
        zh = "；".join(fault.zh for fault in self.faults)
        super().__init__("; ".join(map(str, self.faults)), code="STRUCTURE", zh=zh, format="json", place=place)

    def __reduce__(self) -> tuple[object, ...]:
        return partial(type(self), place=self.place), (self.faults,)


class MissingDependency(GovDisclosureError, ImportError):  # noqa: N818 - pinned name
    """
    An optional dependency that is not installed.

    Args:
        extra: The extra that brings it, as in ``pip install "govdisclosure[cli]"``.
        purpose: What it is needed for.
    """

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(extra, purpose)
        self.extra = extra
        self.purpose = purpose

    def __str__(self) -> str:
        return self.message.en

    @property
    def message(self) -> Message:
        """What to install."""
        command = f'pip install "govdisclosure[{self.extra}]"'
        return Message(f"{self.purpose} 需要安装附加组件：{command}", f"{self.purpose} needs an extra: {command}")

"""
The errors of the library; all of them can be pickled.

Two channels are never mixed: bad input raises one of these, a report that does not add up yields findings.
"""

from __future__ import annotations

import enum
from functools import partial
from typing import TYPE_CHECKING

from attrs import field, frozen

from govdisclosure.model.message import Message
from govdisclosure.model.phrases import Phrase, Template

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
        place: Where in the source, as text or one of ``Place``; None for the whole of it.
    """

    def __init__(
        self,
        reason: str,
        *,
        code: str = "UNREADABLE",
        zh: str | None = None,
        format: str | None = None,  # noqa: A002 - the word of the public face
        place: str | Phrase | None = None,
    ) -> None:
        super().__init__(reason)
        self.code = code
        self.format = format
        self._reason = reason
        self._zh = zh
        self._place = place

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.format, self.place) if part is not None)
        return f"{where}: {self.reason}" if where else self.reason

    @property
    def reason(self) -> str:
        """What was looked for and what was found."""
        return self._reason

    @property
    def zh(self) -> str | None:
        """The reason in Chinese; None where it has the same words."""
        return self._zh

    @property
    def place(self) -> str | None:
        """Where in the source, such as ``line 3``; None for the whole of it."""
        return None if self._place is None else str(self._place)

    @property
    def message(self) -> Message:
        """The error in words, with its place."""
        reason = self.reason if self.zh is None else self.zh
        place = self._place.of("zh") if isinstance(self._place, Phrase) else self._place
        return Message(reason if place is None else f"{place}：{reason}", str(self))

    def __reduce__(self) -> tuple[object, ...]:
        build = partial(type(self), code=self.code, zh=self.zh, format=self.format, place=self._place)
        return build, (self.reason,)


@enum.unique
class Place(Template):
    """Where in a source something is; bytes count from 0, all else from 1."""

    LINE = "第{0}行", "line {0}"
    TABLE = "表{0}", "table {0}"
    ROW = "行{0}", "row {0}"
    COLUMN = "列{0}", "column {0}"
    PAGE = "第{0}页", "page {0}"
    SHEET = "工作表“{0}”", "sheet {0}"
    CELL = "{0}格", "cell {0}"
    POSITION = "第{0}行第{1}列", "line {0}, column {1}"
    BYTE = "第{0}字节", "byte {0}"
    HEAD = "文首", "head"


@enum.unique
class Absence(Template):
    """What stands in a JSON document where no value of ours does; a third text is the whole fault in Chinese."""

    NO_VALUE = "空缺", "nothing", "缺失，应为{expected}"
    NO_KEY = "缺键", "nothing", "缺少必需的键"
    UNKNOWN_KEY = "未知的键", "an unknown key", "未知的键"
    REPEATED_KEY = "键{0}次", "the key {0} times", "键重复出现，共{0}次"

    def __init__(self, zh: str, en: str, fault: str) -> None:
        super().__init__(zh, en)
        self.fault = fault


@frozen(repr=False)
class Fault:
    """
    One thing wrong with a JSON document; what it says is data, and text only when it is shown.

    Args:
        path: Dotted path such as ``requests.total.newly_received``; empty for the whole document.
        found: What stands there, in short.
        expected: What should.
    """

    path: str
    _found: str | Phrase = field(alias="found", eq=str)
    _expected: str | Phrase = field(alias="expected", eq=str)

    @property
    def found(self) -> str:
        """What stands there, in short."""
        return str(self._found)

    @property
    def expected(self) -> str:
        """What should stand there."""
        return str(self._expected)

    def __str__(self) -> str:
        return f"{self.path or 'document'}: expected {self._expected}, found {self._found}"

    def __repr__(self) -> str:
        return f"Fault(path={self.path!r}, found={self.found!r}, expected={self.expected!r})"

    @property
    def zh(self) -> str:
        """The fault in Chinese; what was given as text stays as it is."""
        expected, place = _in_chinese(self._expected), self.path or "整个文件"
        if isinstance(self._found, Phrase) and isinstance(self._found.template, Absence):
            return f"{place}：{self._found.template.fault.format(*self._found.values, expected=expected)}"
        return f"{place}：应为{expected}，实为{_in_chinese(self._found)}"


def _in_chinese(words: str | Phrase) -> str:
    return words.of("zh") if isinstance(words, Phrase) else words


class StructureError(ReadError):
    """
    A JSON document that is no report of ours: every fault of it at once.

    Args:
        faults: The faults, in the order of the document's keys: all of them, or the first so many.
        place: For a document that is no JSON at all, where it stops to be.
        more: How many faults there are besides.
    """

    def __init__(self, faults: Iterable[Fault], *, place: str | Phrase | None = None, more: int = 0) -> None:
        super().__init__("", code="STRUCTURE", format="json", place=place)
        self.faults: tuple[Fault, ...] = tuple(faults)
        self.more = more
        self.args: tuple[object, ...] = (self.faults,)

    @property
    def reason(self) -> str:
        """The faults, in words."""
        beyond = (f"and {self.more} more",) if self.more else ()
        return "; ".join((*map(str, self.faults), *beyond))

    @property
    def zh(self) -> str:
        """The faults, in Chinese."""
        beyond = (f"另有{self.more}处",) if self.more else ()
        return "；".join((*(fault.zh for fault in self.faults), *beyond))

    def __reduce__(self) -> tuple[object, ...]:
        return partial(type(self), place=self._place, more=self.more), (self.faults,)


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

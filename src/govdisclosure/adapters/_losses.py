"""What is lost between two formats, as data, and what reading and writing give."""

from __future__ import annotations

import enum
import json

from attrs import frozen

from govdisclosure.model.message import Message
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.values import JSON, MAX_SHOWN, shown


class Reason(enum.Enum):
    """Why something is lost; the values are its words."""

    NO_PLACE = Message("对方格式中没有位置", "the other format has no place for it")
    EDITION = Message("对方格式只有2021版表格", "the other format has the tables of edition 2021 only")
    NOT_APPLICABLE = Message("对方格式没有“/”，写成空白", "the other format knows no “/”: the cell is blank there")
    DECIMALS = Message("JSON 的数不能保留这些数位", "a number of JSON does not keep these digits")
    HEADING = Message("标题的写法不保留", "how the heading is spelled is not kept")
    READ_AS_SECTION = Message(
        "会被读成报告的一个部分，没有写出", "it would be read as a section of the report: it is not written"
    )
    EMPTY = Message("空白的文字读回时不保留", "text that is empty is not there when it is read back")
    SUBTOTAL = Message("表格没有这一小计，而它与各项之和不符", "no cell of the form, and not the sum of its parts")


@frozen
class Loss:
    """
    Something that the other side does not keep.

    Args:
        path: Where it stands on the side that it is lost from: a path of the report, or of the other document.
        reason: Why it is lost.
        value: What stands there, in short.
    """

    path: str
    reason: Reason
    value: str

    @classmethod
    def of(cls, path: str, reason: Reason, value: object) -> Loss:
        """Make a loss of a value, however long that is."""
        return cls(path, reason, value if isinstance(value, str) and len(value) <= MAX_SHOWN else shown(value))

    @property
    def message(self) -> Message:
        """The loss in words."""
        words = self.reason.value
        return Message(f"{self.path}：{words.zh}（{self.value}）", f"{self.path}: {words.en} ({self.value})")


@frozen
class Imported:
    """
    A report that was read from a document of another tool.

    Args:
        report: The report.
        lost: What stands in the document and not in the report, in the order of the document.
    """

    report: AnnualReport
    lost: tuple[Loss, ...]


@frozen
class Exported:
    """
    A report as a document of another tool.

    Args:
        tree: The document, as a parser of JSON would give it.
        lost: What stands in the report and not in the document.
    """

    tree: dict[str, JSON]
    lost: tuple[Loss, ...]

    @property
    def text(self) -> str:
        """The document as JSON."""
        return json.dumps(self.tree, ensure_ascii=False)

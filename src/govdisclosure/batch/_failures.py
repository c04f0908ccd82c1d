"""Why there is no report of a source: as data, with words in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.errors import MissingDependency, ReadError, StructureError
from govdisclosure.model.message import Message
from govdisclosure.system_errors import absence, message_of

if TYPE_CHECKING:
    from govdisclosure.model.values import JSON

NO_FILE: Final = "NO-FILE"
SYSTEM: Final = "SYSTEM"
MISSING: Final = "MISSING-DEPENDENCY"
UNEXPECTED: Final = "UNEXPECTED"
CHECK: Final = "CHECK"
WORKER: Final = "WORKER"
EXECUTOR: Final = "EXECUTOR"
NO_REPORT: Final = "NO-REPORT"
ARCHIVE_SIZE: Final = "ARCHIVE-SIZE"
ARCHIVE_NAME: Final = "ARCHIVE-NAME"
ARCHIVE_NESTED: Final = "ARCHIVE-NESTED"

_WORDS: Final = {
    UNEXPECTED: Message("处理时发生意外错误（{what}）", "an error that nobody expected: {what}"),
    CHECK: Message("自定义的检查未能完成（{what}）", "a check of your own failed: {what}"),
    WORKER: Message(
        "处理该文件的进程两次意外终止（内存不足，或所用的库崩溃）",
        "the process that was at it ended twice: it had no memory left, or a library crashed",
    ),
    EXECUTOR: Message("执行器未给出结果（{what}）", "the executor gave no result: {what}"),
    NO_REPORT: Message("其中没有可读取的报告", "it holds no report that is read"),
    ARCHIVE_SIZE: Message(
        "压缩文件解压后过大（{name} 超过 {limit}）；如确需读取，请调高 ArchiveLimits 的 {name}",
        "the archive is beyond {name} = {limit}; raise it in its ArchiveLimits to read it",
    ),
    ARCHIVE_NAME: Message("压缩文件内的文件名{why.zh}，不读取", "its name {why.en}; it is not read"),
    ARCHIVE_NESTED: Message(
        "压缩文件内的压缩文件不读取；请先解压", "an archive in an archive is not read; unpack it first"
    ),
}
_OF_THE_MOMENT: Final = frozenset({NO_FILE, SYSTEM, MISSING, UNEXPECTED, CHECK, WORKER, EXECUTOR})
# What a bound on time or memory refuses, another machine may read, or the same when it is idle.
_OF_THE_MACHINE: Final = frozenset({"BEYOND-LIMIT", "PDF-MEMORY", "PDF-DAMAGED"})


@frozen
class Failure:
    """
    Why there is no report.

    Args:
        code: Stable code: that of a ``ReadError``, or one of the batch, such as ``NO-FILE``.
        message: The reason in words.
        format: Name of the format that the source was taken for; None if that is not known.
        paths: Of a JSON document, the paths of its faults.
    """

    code: str
    message: Message
    format: str | None = None
    paths: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.message.en

    @property
    def is_lasting(self) -> bool:
        """Whether the same content would fail again, at any time and on any machine."""
        return self.code not in _OF_THE_MOMENT and self.code not in _OF_THE_MACHINE

    def to_json(self) -> dict[str, JSON]:
        """Give the failure as JSON."""
        message: dict[str, JSON] = {"zh": self.message.zh, "en": self.message.en}
        return {"code": self.code, "message": message, "format": self.format, "paths": list(self.paths)}


def failure(code: str, **values: object) -> Failure:
    """Make a failure of the batch's own."""
    words = _WORDS[code]
    return Failure(code, Message(words.zh.format_map(values), words.en.format_map(values)))


def failure_of(error: BaseException, otherwise: str = UNEXPECTED) -> Failure:
    """Make a failure of an error: what the library raises, what the system says, or what nobody expected."""
    if isinstance(error, StructureError):
        return Failure(error.code, error.message, error.format, tuple(fault.path for fault in error.faults))
    if isinstance(error, ReadError):
        return Failure(error.code, error.message, error.format)
    if isinstance(error, MissingDependency):
        return Failure(MISSING, error.message)
    if isinstance(error, FileNotFoundError):
        return Failure(NO_FILE, absence(error))
    if isinstance(error, OSError):
        return Failure(SYSTEM, message_of(error))
    return failure(otherwise, what=f"{type(error).__name__}: {error}")

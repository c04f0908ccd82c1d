"""Why there is no report of a source: as data, with words in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.batch.codes import CHECK, EXECUTOR, MISSING, NO_FILE, SYSTEM, UNEXPECTED, WORDS, WORKER
from govdisclosure.errors import MissingDependency, ReadError, StructureError
from govdisclosure.model.message import Message
from govdisclosure.system_errors import absence, message_of

if TYPE_CHECKING:
    from govdisclosure.model.values import JSON

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
    words = WORDS[code]
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

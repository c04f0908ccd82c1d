"""What is wrong with the file of a roster."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.errors import ReadError
from govdisclosure.model.message import Message
from govdisclosure.model.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


_SHOWN: Final = 20
"""So many faults are named; the rest are counted."""


@frozen
class RosterFault:
    """
    One thing wrong with a roster.

    Args:
        problem: What is wrong.
        place: Where: line and column; None for the whole file.
    """

    problem: Message
    place: Phrase | None = None

    @property
    def message(self) -> Message:
        """What is wrong, with its place."""
        if self.place is None:
            return self.problem
        return Message(f"{self.place.of('zh')}：{self.problem.zh}", f"{self.place}: {self.problem.en}")


class RosterError(ReadError):
    """
    A file that is no roster: every fault of it at once.

    Args:
        path: The file.
        faults: What is wrong, in the order of the file.
    """

    def __init__(self, path: Path, faults: Iterable[RosterFault]) -> None:
        super().__init__("", code="ROSTER")
        self.path = path
        self.faults: tuple[RosterFault, ...] = tuple(faults)
        self.args: tuple[object, ...] = (self.path, self.faults)

    def __str__(self) -> str:
        return f"{self.path}: {self.message.en}"

    @property
    def reason(self) -> str:
        """The faults, in words."""
        return self.message.en

    @property
    def zh(self) -> str:
        """The faults, in Chinese."""
        return self.message.zh

    @property
    def message(self) -> Message:
        """The faults in words, without the file."""
        words = [fault.message for fault in self.faults[:_SHOWN]]
        more = len(self.faults) - len(words)
        if more:
            words.append(Message(f"另有{more}处", f"and {more} more"))
        return Message("；".join(each.zh for each in words), "; ".join(each.en for each in words))

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.path, self.faults)

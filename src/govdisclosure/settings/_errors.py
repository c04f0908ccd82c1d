"""What is wrong with a file of settings, or with a profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.errors import Place, UsageError
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from pathlib import Path


class SettingsError(UsageError):
    """
    A file of settings, or a profile, that cannot be meant.

    Args:
        path: The file.
        key: What is wrong in it, such as ``waivers[0].reason``; empty for the whole of it.
        problem: What is wrong with that, in both languages.
        line: The line that the key stands in, from 1 on, where it is told: in profiles.
    """

    def __init__(self, path: Path, key: str, problem: Message, line: int | None = None) -> None:
        super().__init__(path, key, problem, line)
        self.path = path
        self.key = key
        self.problem = problem
        self.line = line

    def __str__(self) -> str:
        return f"{self.path}: {self.message.en}"

    @property
    def message(self) -> Message:
        """What is wrong, with the key and its line, and without the file."""
        key = f"{self.key} " if self.key else ""
        if self.line is None:
            return Message(key + self.problem.zh, key + self.problem.en)
        place = Place.LINE(self.line)
        return Message(f"{place.of('zh')}：{key}{self.problem.zh}", f"{place.of('en')}: {key}{self.problem.en}")

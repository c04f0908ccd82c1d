"""Words for people, in both languages."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import frozen

Language: TypeAlias = Literal["zh", "en"]


@frozen
class Message:
    """
    Words for people, in both languages; as text, they are the English ones.

    Args:
        zh: In Chinese; cells are named by their official labels.
        en: In English; cells are named by their paths.
    """

    zh: str = ""
    en: str = ""

    def __str__(self) -> str:
        return self.en

    def of(self, language: Language) -> str:
        """Give the words in one language."""
        return self.zh if language == "zh" else self.en

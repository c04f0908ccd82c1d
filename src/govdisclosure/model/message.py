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


def one_or_many(n: int, forms: str) -> str:
    """
    Choose the words for a number of things: ``one_or_many(1, "file|files")`` is ``file``.

    Args:
        n: The number.
        forms: The words for one, and those for any other number; Chinese has the same ones for both.
    """
    return forms.split("|")[0 if n == 1 else -1]


def counted(n: int, forms: str) -> str:
    """Say a number of things, with ``{n}`` in the words: ``counted(1, "{n} file|{n} files")`` is ``1 file``."""
    return one_or_many(n, forms).format(n=n)

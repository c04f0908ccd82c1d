"""Words for people, in both languages."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import frozen

Language: TypeAlias = Literal["zh", "en"]


@frozen
class Message:
    """
    Words for people, in both languages.

    Args:
        zh: In Chinese; cells are named by their official labels.
        en: In English; cells are named by their paths.
    """

    zh: str = ""
    en: str = ""

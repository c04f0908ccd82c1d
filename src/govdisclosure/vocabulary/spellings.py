"""Other spellings of the words of the form, and where such a thing was seen: official word → all the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

LABELS: Final[Mapping[str, tuple[str, ...]]] = {
    # In 7 of the 55 reports of the survey that have the form of 2021, the row still has its name of 2019.
    "行政规范性文件": ("规范性文件",),
    # The same the other way round: one of the 55 has a form with words of both editions.
    "规范性文件": ("行政规范性文件",),
}
"""Labels of rows."""

COLUMN_HEADS: Final[Mapping[str, tuple[str, ...]]] = {
    # Everyday words for the same, as a table that was typed anew can have them; the survey has none.
    "总计": ("合计",),
    "自然人": ("个人",),
    "其他": ("其它",),
}
"""Heads of columns."""

_OFFICIAL_HEADS: Final = {spelling: head for head, spellings in COLUMN_HEADS.items() for spelling in spellings}

OTHER_COLUMN_HEADS: Final = frozenset(_OFFICIAL_HEADS)
"""All the other spellings of heads of columns."""


def official_column_head(head: str) -> str:
    """
    Give the official spelling of the head of a column; a word that is no other spelling stays as it is.

    >>> [official_column_head(head) for head in ("合计", "总计", "科研机构")]
    ['总计', '总计', '科研机构']
    """
    return _OFFICIAL_HEADS.get(head, head)

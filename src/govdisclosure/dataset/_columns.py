"""How a column of a table is declared: what it holds, its title, and what it says; schemas are derived from it."""

from __future__ import annotations

import enum
from typing import Any, Final

import attrs
from attrs import field, frozen

_KEY: Final = "govdisclosure.dataset"


class Holds(enum.Enum):
    """What a column holds."""

    TEXT = "text"
    WORDS = "words"
    """One of a few words."""
    WHOLE = "whole number"
    YEAR = "year"
    DECIMAL = "decimal"
    DAY = "day"
    TEXTS = "texts"
    """A list of texts."""


@frozen
class Column:
    """
    A column of a table.

    Args:
        name: Its name.
        holds: What it holds.
        title: Its name in Chinese.
        description: What it says.
        words: The words of which it holds one; none where it holds something else.
        is_required: Whether a row always has a value there.
    """

    name: str
    holds: Holds
    title: str
    description: str
    words: tuple[str, ...]
    is_required: bool


def column(
    holds: Holds, title: str, description: str, *, words: tuple[str, ...] = (), is_required: bool = False
) -> Any:  # noqa: ANN401 - as attrs.field
    """Declare a column; one that is not required is null by default."""
    metadata = {_KEY: (holds, title, description, words, is_required)}
    return field(metadata=metadata) if is_required else field(metadata=metadata, default=None)


def columns(cls: type) -> tuple[Column, ...]:
    """Give the columns of a table, in their order, by the class of its rows."""
    return tuple(Column(attribute.name, *attribute.metadata[_KEY]) for attribute in attrs.fields(cls))

"""Words as data: which words, and what stands in them. They are made when they are shown, in the language asked for."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.model.message import Language

_OR: Final[dict[Language, str]] = {"zh": "或", "en": " or "}


class Template(enum.Enum):
    """
    The words of phrases of one kind, in Chinese and in English, with ``{0}``, ``{1}`` … where values stand.

    A table of words is an enumeration derived from this; calling a member with its values makes a phrase.
    """

    def __init__(self, zh: str, en: str) -> None:
        self.zh = zh
        self.en = en

    def __call__(self, *values: object) -> Phrase:
        """Make a phrase."""
        return Phrase(self, values)


@frozen
class Phrase:
    """
    A few words as data.

    Args:
        template: Which words.
        values: What stands in them: text or numbers, other phrases, or a tuple of alternatives.
    """

    template: Template
    values: tuple[object, ...] = ()

    def __str__(self) -> str:
        return self.of("en")

    def of(self, language: Language) -> str:
        """Give the words in one language."""
        return filled(self.template.zh if language == "zh" else self.template.en, self.values, language)


def filled(template: str, values: Iterable[object], language: Language) -> str:
    """Fill the values of a phrase into words of its language."""
    return template.format(*(_worded(value, language) for value in values))


def _worded(value: object, language: Language) -> object:
    if isinstance(value, Phrase):
        return value.of(language)
    return _OR[language].join(map(str, value)) if isinstance(value, tuple) else value

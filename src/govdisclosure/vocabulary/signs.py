"""
Words that are looked for only where one of their characters stands.

To look for one character takes a fraction of what it takes to look for words, and few texts have the rare ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping


def _compiled(words: Mapping[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((signs, re.compile(pattern)) for signs, pattern in words.items())


@frozen
class Words:
    """
    Words that say one thing.

    Args:
        by_signs: Patterns of words, each by its signs: characters of which one stands in whatever it matches.
    """

    by_signs: tuple[tuple[str, re.Pattern[str]], ...] = field(converter=_compiled)

    def are_in(self, text: str) -> bool:
        """Tell whether one of them stands in a text."""
        return any(pattern.search(text) for pattern in self._possible_in(text))

    def all_in(self, text: str) -> list[str]:
        """Give those that stand in a text."""
        return [word for pattern in self._possible_in(text) for word in pattern.findall(text)]

    def _possible_in(self, text: str) -> list[re.Pattern[str]]:
        return [pattern for signs, pattern in self.by_signs if _has_one_of(signs, text)]


def _has_one_of(signs: str, text: str) -> bool:
    """Tell whether one of some characters stands in a text."""
    for sign in signs:  # noqa: SIM110 - any() with a generator takes longer than looking for the signs
        if sign in text:
            return True
    return False

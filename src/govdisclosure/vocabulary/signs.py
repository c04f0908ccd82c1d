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
        for signs, pattern in self.by_signs:  # noqa: SIM110 - any() with a generator takes longer than the signs do
            if _has_one_of(signs, text) and pattern.search(text) is not None:
                return True
        return False

    def all_in(self, text: str) -> list[str]:
        """Give those that stand in a text."""
        possible = [pattern for signs, pattern in self.by_signs if _has_one_of(signs, text)]
        return [word for pattern in possible for word in pattern.findall(text)]


def _has_one_of(signs: str, text: str) -> bool:
    for sign in signs:  # noqa: SIM110 - as above
        if sign in text:
            return True
    return False

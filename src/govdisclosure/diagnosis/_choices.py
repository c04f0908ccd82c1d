"""Pairs of changes that are all those of one list with all those of another: each slip by itself has many equals."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

_Item = TypeVar("_Item", bound="Hashable")

Choices: TypeAlias = "tuple[tuple[_Item, ...], tuple[_Item, ...]]"


def choices(pairs: Sequence[tuple[_Item, _Item]]) -> Choices[_Item] | None:
    """
    Give the two lists of which each pair takes one.

    Args:
        pairs: The pairs, each once.

    Returns:
        The lists, in the order in which the pairs have their items; None if some pair of the two is missing.
    """
    partners: dict[_Item, dict[_Item, None]] = {}
    for one, other in pairs:
        partners.setdefault(one, {})[other] = None
        partners.setdefault(other, {})[one] = None
    first, second = pairs[0]
    ones, others = partners[second], partners[first]
    if len(ones) * len(others) != len(pairs):
        return None
    whole = all(partners[one].keys() == others.keys() for one in ones)
    return (tuple(ones), tuple(others)) if whole else None

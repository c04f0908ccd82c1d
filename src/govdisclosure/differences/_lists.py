"""Lists of paragraphs or sections: what was added, removed, moved and changed between two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar, cast

from attrs import frozen

from govdisclosure.copies.alignment import in_common, share_in_common

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

_Item = TypeVar("_Item", bound="Hashable")

# Of two paragraphs that have less in common, none became the other: one was removed and the other added.
_ALIKE: Final = 0.5
# What is looked at of a paragraph to tell that; aligning takes time by the square of it.
_LOOKED_AT: Final = 1_000
# Pairs of items, of which each is asked whether one became the other; and those that are compared at all. Of longer
# lists, which no section of a report has, items become one another in their order.
_PAIRS_ASKED: Final = 400
_PAIRS_COMPARED: Final = 1_000_000
# Of two lists with no more pairs than these, one has no more items.
_LONGEST_FIRST: Final = 1_000


@frozen
class Edit(Generic[_Item]):
    """
    One item with its places in both lists.

    It was added or removed if the other side is None, moved if both sides are the same, and else changed.
    """

    before: _Item | None
    after: _Item | None
    place_before: int
    place_after: int


def edits(before: Sequence[_Item], after: Sequence[_Item], became: Callable[[_Item, _Item], bool]) -> list[Edit[_Item]]:
    """
    Give what makes one list of the other, in order; nothing of what both have in the same order.

    Args:
        before: The list as it was.
        after: The list as it is.
        became: Tells whether an item can have become another one.
    """
    start = agreeing(before, after)
    end = agreeing(before[start:][::-1], after[start:][::-1])
    was, now = before[start : len(before) - end], after[start : len(after) - end]
    apart: list[Edit[_Item]] = []
    for at, other, first, second in _unlike(was, now):
        pairs = len(first) * len(second)
        asked = became if pairs <= _PAIRS_ASKED else _anything
        apart += _paired(first, second, start + at, start + other, asked)
    apart = _joined(apart, _same(*_halves(apart)))
    return _joined(apart, _alike(*_halves(apart), became))


def became_text(before: str, after: str) -> bool:
    """Tell whether a paragraph can have become another one: they have at least half in common."""
    one, other = before[:_LOOKED_AT], after[:_LOOKED_AT]
    # Where one is twice as long as the other, no half of it can be in that.
    if min(len(one), len(other)) < _ALIKE * max(len(one), len(other)):
        return False
    return share_in_common(one, other) >= _ALIKE


def _anything(_: object, __: object) -> bool:
    return True


def agreeing(one: Sequence[object], other: Sequence[object]) -> int:
    """Give how many items, or characters, both begin with."""
    for at, (first, second) in enumerate(zip(one, other, strict=False)):
        if first != second:
            return at
    return min(len(one), len(other))


def _unlike(
    before: Sequence[_Item], after: Sequence[_Item]
) -> Iterator[tuple[int, int, Sequence[_Item], Sequence[_Item]]]:
    """Yield the places and items of the stretches that are not in both lists."""
    if not before or not after or len(before) * len(after) > _PAIRS_COMPARED:
        yield 0, 0, before, after
        return
    at = other = 0
    for place, there in (*_kept(before, after), (len(before), len(after))):
        if place > at or there > other:
            yield at, other, before[at:place], after[other:there]
        at, other = place + 1, there + 1


def _kept(before: Sequence[_Item], after: Sequence[_Item]) -> Iterator[tuple[int, int]]:
    """Yield the places of the most items that both lists have in the same order."""
    # 100,000 paragraphs, of which one is left: lists are aligned in time and memory by the square of the first.
    if len(before) > _LONGEST_FIRST:
        yield from ((place, there) for there, place in _kept(after, before))
        return
    # Each item is a character, and the lists are texts of them.
    signs = {item: chr(number) for number, item in enumerate(dict.fromkeys((*before, *after)))}
    one, other = ("".join(map(signs.__getitem__, items)) for items in (before, after))
    start = 0
    for place in in_common(one, other):
        start = other.index(one[place], start) + 1
        yield place, start - 1


def _paired(
    before: Sequence[_Item], after: Sequence[_Item], start: int, other: int, became: Callable[[_Item, _Item], bool]
) -> Iterator[Edit[_Item]]:
    """Yield each item that became a later one of the other list as changed, the others as removed and added."""
    reached = 0
    for at, item in enumerate(before):
        into = next((to for to in range(reached, len(after)) if became(item, after[to])), None)
        if into is None:
            yield Edit(item, None, start + at, other + reached)
            continue
        yield from _added(after[reached:into], start + at, other + reached)
        if item != after[into]:
            yield Edit(item, after[into], start + at, other + into)
        reached = into + 1
    yield from _added(after[reached:], start + len(before), other + reached)


def _halves(edits: list[Edit[_Item]]) -> tuple[list[Edit[_Item]], list[Edit[_Item]]]:
    """Give what was removed, and what was added."""
    return [edit for edit in edits if edit.after is None], [edit for edit in edits if edit.before is None]


def _same(removed: list[Edit[_Item]], added: list[Edit[_Item]]) -> dict[Edit[_Item], Edit[_Item]]:
    """Give for removed items the added ones that are the same, each once."""
    waiting: dict[_Item | None, list[Edit[_Item]]] = {}
    for edit in reversed(added):
        waiting.setdefault(edit.after, []).append(edit)
    return {edit: waiting[edit.before].pop() for edit in removed if waiting.get(edit.before)}


def _alike(
    removed: list[Edit[_Item]], added: list[Edit[_Item]], became: Callable[[_Item, _Item], bool]
) -> dict[Edit[_Item], Edit[_Item]]:
    """Give for removed items the added ones that they can have become, each once; none where they are very many."""
    if len(removed) * len(added) > _PAIRS_ASKED:
        return {}
    into: dict[Edit[_Item], Edit[_Item]] = {}
    for edit in removed:
        free = (each for each in added if each not in into.values())
        there = next((each for each in free if became(cast("_Item", edit.before), cast("_Item", each.after))), None)
        if there is not None:
            into[edit] = there
    return into


def _joined(edits: list[Edit[_Item]], into: Mapping[Edit[_Item], Edit[_Item]]) -> list[Edit[_Item]]:
    """Make one edit of a removed item and the added one that it is, where it stood."""
    gone = set(into.values())
    joined: list[Edit[_Item]] = []
    for edit in edits:
        there = into.get(edit)
        if there is not None:
            joined.append(Edit(edit.before, there.after, edit.place_before, there.place_after))
        elif edit not in gone:
            joined.append(edit)
    return joined


def _added(items: Sequence[_Item], place: int, start: int) -> Iterator[Edit[_Item]]:
    for at, item in enumerate(items, start):
        yield Edit(None, item, place, at)

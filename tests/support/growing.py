"""How time grows with size at many places at once: groups of places are halved until what is wrong stands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

SMALL, LARGE = 6_000, 24_000
MEGABYTE: Final = 1_000_000
MOST_SECONDS: Final = 5.0
MOST_MEBIBYTES: Final = 2_000.0
# What grows with the square of the size and takes less here takes less than the most at a megabyte.
NOTHING: Final = MOST_SECONDS * (LARGE / MEGABYTE) ** 2
# At less than this a megabyte takes less than 3 s, if the time is in step with the size.
LITTLE: Final = 3.0 * LARGE / MEGABYTE
MEMORY: Final = MOST_MEBIBYTES * LARGE / MEGABYTE


class Taken(NamedTuple):
    """
    What a run took.

    Args:
        seconds: The time of the processor, beyond what it takes with next to nothing at its places.
        mebibytes: The memory, likewise.
        is_refused: Whether it ended in a named refusal, so that the rest was not looked at.
    """

    seconds: float
    mebibytes: float
    is_refused: bool


Measure: TypeAlias = "Callable[[Sequence[str], str, int], Taken]"
"""From places, the name of a text and its size at each of them to what a run takes."""


class Suspect(NamedTuple):
    """
    A text at a place, alone, that takes much.

    Args:
        place: The place.
        text: The name of the text.
        seconds: What it takes.
        grows: Whether that is more than is in step with its size.
    """

    place: str
    text: str
    seconds: float
    grows: bool


class Search:
    """
    Looks for what is wrong anywhere.

    Args:
        measure: What runs take.
    """

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._refusing: set[str] = set()

    def suspects(self, groups: Iterable[Sequence[str]], text: str) -> Iterator[Suspect]:
        """Give the places of groups that are to be looked at alone with a text."""
        for group in groups:
            # A place that was refused with the text before stands alone at once: halving would show it again.
            for place in self._refusing.intersection(group):
                yield from self._looked_at([place], text)
            rest = [place for place in group if place not in self._refusing]
            if rest:
                yield from self._looked_at(rest, text)

    def _looked_at(self, places: Sequence[str], text: str) -> Iterator[Suspect]:
        taken = self._measure(places, text, LARGE)
        is_alone = len(places) == 1
        if is_alone:
            (self._refusing.add if taken.is_refused else self._refusing.discard)(places[0])
        is_hidden = taken.is_refused and not is_alone
        is_much = taken.seconds >= LITTLE or taken.mebibytes >= MEMORY
        if is_alone or not (is_hidden or is_much):
            grows = self._grows(places, text, taken.seconds)
            if is_alone and (grows or is_much):
                yield Suspect(places[0], text, taken.seconds, grows)
            if is_alone or not grows:
                return
        middle = len(places) // 2
        for half in (places[:middle], places[middle:]):
            yield from self._looked_at(half, text)

    def _grows(self, places: Sequence[str], text: str, large: float) -> bool:
        """Tell whether time grows faster than the size; where it seems so, both are measured again."""
        small = self._measure(places, text, SMALL).seconds if large >= NOTHING else 0.0
        if not is_faster(small, large, len(places)):
            return False
        small = min(small, self._measure(places, text, SMALL).seconds)
        large = min(large, self._measure(places, text, LARGE).seconds)
        return is_faster(small, large, len(places))


def is_faster(small: float, large: float, places: int) -> bool:
    """
    Tell whether one of some places takes more time than is in step with its size.

    One that takes, at the large size, half as much beyond its share as its share is, tells in a group of any number.
    """
    most = LARGE / SMALL * (1 + 0.5 / places)
    return large >= NOTHING and large > most * max(small, NOTHING / 8)

"""
Asking what comparisons are about that stand behind words and not behind figures.

A number stands in for each, so that the grammar of all other claims decides what it would be about.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from attrs import Factory, define

from govdisclosure.claims._comparisons import FEW, About, Comparison, is_of_one_cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.claims._changes import Change
    from govdisclosure.claims._draft import Draft

STAND_IN: Final = "1余件"
"""A number that is not exact is no part and no total of others."""

_CLAUSE: Final = re.compile("[,;:(]")
_AND: Final = re.compile("[、和及与]")
_LONGEST_LIST: Final = 100
"""Characters before a comparison that are looked at for the things of its list."""

_OF_NO_CELL: Final = About((), 0, money=False)


class Drafts:
    """
    The claims of a text, by where they end.

    Args:
        drafts: These, in any order.
    """

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = sorted(drafts, key=lambda draft: draft.end)
        self._ends = [draft.end for draft in self._drafts]

    def within(self, start: int, end: int) -> list[Draft]:
        """Give those that end between two places."""
        return self._drafts[bisect_right(self._ends, start) : bisect_right(self._ends, end)]

    def around(self, start: int, end: int) -> list[Draft]:
        """Give those whose words hold all between two places."""
        first = bisect_left(self._ends, end)
        return [draft for draft in self._drafts[first : first + FEW] if draft.start <= start]


@define
class Question:
    """
    A paragraph in which numbers stand in for comparisons whose words have to tell what they are about.

    Args:
        published: The paragraph.
        comparisons: All of its comparisons.
        places: Where numbers stand in, by where the comparison begins.
    """

    published: str
    comparisons: Sequence[Comparison]
    places: dict[int, list[int]] = Factory(dict)
    _parts: list[str] = Factory(list)
    _origins: list[int] = Factory(list)

    def __attrs_post_init__(self) -> None:
        done = 0
        for start, end, asked in sorted(self._edits(), key=lambda edit: edit[:2]):
            self._keep(done, start)
            if asked is not None:
                self.places.setdefault(asked, []).append(len(self._origins))
                self._parts.append(STAND_IN)
                self._origins += [start] * len(STAND_IN)
            done = max(done, end)
        self._keep(done, len(self.published))

    @property
    def text(self) -> str:
        """The paragraph as it is asked about."""
        return "".join(self._parts)

    def answered(self, change: Change, drafts: Drafts) -> list[About]:
        """Give what each item of a change is about, by the claims of the text; one of no cell keeps its place."""
        answers = (self._answer(drafts, place) for place in self.places[change.start])
        return [
            About(draft.readings, self._origins[draft.start], draft.money) if draft else _OF_NO_CELL
            for draft in answers
        ]

    def _answer(self, drafts: Drafts, place: int) -> Draft | None:
        """Give the one claim that a number which stands in makes; None for a part, or for several."""
        made = drafts.around(place, place + len(STAND_IN))
        plain = len(made) == 1 and made[0].whole and made[0].year == "this" and is_of_one_cell(made[0])
        return made[0] if plain else None

    def _keep(self, start: int, end: int) -> None:
        self._parts.append(self.published[start:end])
        self._origins += range(start, end)

    def _edits(self) -> Iterator[tuple[int, int, int | None]]:
        """Yield what is left out, and the comparison that a number stands in for there, by where that begins."""
        changes = [change for comparison in self.comparisons for change in comparison.changes]
        for lead in {change.lead for change in changes if change.lead is not None}:
            yield *lead, None
        for comparison in self.comparisons:
            asks = comparison.about is None
            for place in self._listed(comparison.first) if asks else ():
                yield place, place, comparison.first.start
            for change in comparison.changes:
                yield change.start, change.end, change.start if asks and change is comparison.first else None

    def _listed(self, change: Change) -> list[int]:
        """Give where the things of a list end, but for the last: 行政复议、行政诉讼分别增加1件、2件."""
        if len(change.items) == 1:
            return []
        stop = change.start if change.lead is None else min(change.lead[0], change.start)
        marks = _CLAUSE.finditer(self.published, max(0, stop - _LONGEST_LIST), stop)
        begin = max((mark.end() for mark in marks), default=max(0, stop - _LONGEST_LIST))
        return [mark.start() for mark in _AND.finditer(self.published, begin, stop)]

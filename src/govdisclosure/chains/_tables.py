"""A table of a chain: which of its identities do not hold, also once a cell has another figure."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from attrs import frozen

from govdisclosure.arithmetic.convention import Total, totals
from govdisclosure.arithmetic.figures import TableFigures
from govdisclosure.arithmetic.identities import identities
from govdisclosure.arithmetic.verdicts import Verdict, judged
from govdisclosure.model.values import NA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govdisclosure.arithmetic.verdicts import Judged
    from govdisclosure.model.values import CellValue


@frozen(eq=False)
class Sheet:
    """
    One table.

    Args:
        figures: Its figures.
    """

    figures: TableFigures

    @cached_property
    def position(self) -> Mapping[str, int]:
        """The positions of the cells by their paths in the report."""
        return {path: place for place, path in enumerate(self.figures.paths)}

    def value(self, path: str) -> CellValue:
        """Give what is printed in a cell."""
        return self.figures.values[self.position[path]]

    @cached_property
    def broken(self) -> Mapping[int, bool]:
        """
        The identities that do not hold under the convention, by their numbers, each with whether it is refuted.

        One that is not refuted by its own cells can be made up for by its blanks; where such contradict each other
        only jointly, nothing tells which of them it is.
        """
        return _broken(self._judged)

    def broken_with(self, path: str, value: int) -> Mapping[int, bool]:
        """Give those that do not hold once a cell has another figure."""
        place = self.position[path]
        return _broken(
            judged(self.figures.cls, [*self.figures.values[:place], value, *self.figures.values[place + 1 :]])
        )

    def has(self, number: int, path: str) -> bool:
        """Tell whether a cell is one of an identity."""
        return self.position[path] in identities(self.figures.cls)[number].at

    def proposed(self, number: int) -> Iterator[tuple[str, int]]:
        """Yield the cells that can make an identity hold, each with the figure that does."""
        identity, full = identities(self.figures.cls)[number], self._judged.full
        gap = self._judged.sum_of(identity.left_at) - self._judged.sum_of(identity.right_at)
        for place in identity.at:
            sign = 1 if place in identity.left_at else -1
            for meant in self._meant(place):
                yield self.figures.paths[meant], full[meant] - sign * gap

    @cached_property
    def _judged(self) -> Judged:
        return judged(self.figures.cls, self.figures.values)

    @cached_property
    def _derived(self) -> Mapping[int, Total]:
        return {total.at: total for total in totals(self.figures.cls) if self.figures.values[total.at] is None}

    def _meant(self, place: int) -> Iterator[int]:
        """Yield a cell; in the place of a blank total its parts, which it follows."""
        if place not in self._derived:
            yield place
            return
        for identity in self._derived[place].sums:
            for part in identity.left_at:
                yield from self._meant(part)


def _broken(judgement: Judged) -> Mapping[int, bool]:
    verdicts = enumerate(judgement.verdicts)
    return {number: verdict is Verdict.REFUTED for number, verdict in verdicts if verdict is not Verdict.HOLDS}


def counted(value: CellValue) -> int:
    """Give what a cell counts for: nought for a blank and for "/"."""
    return 0 if value is None or value is NA else cast("int", value)

"""The two looks at a table, the convention and the bounds, and what follows from them for each of its identities."""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import frozen

from govdisclosure.arithmetic.bounds import Bounds, Equation, Gap, gap, propagate
from govdisclosure.arithmetic.convention import completed
from govdisclosure.arithmetic.identities import identities
from govdisclosure.model.values import CellValue


class Verdict(enum.Enum):
    """What is to be said of an identity."""

    HOLDS = "holds"
    """It holds under the convention."""
    REFUTED = "refuted"
    """Its own cells refute it, whatever the blanks hold."""
    JOINT = "joint"
    """It fails under the convention, and no figures in the blanks make all identities true at once."""
    OPEN = "open"
    """It fails under the convention, but the blanks could make up for it."""

    @property
    def is_error(self) -> bool:
        """Whether the table cannot be right."""
        return self in {Verdict.REFUTED, Verdict.JOINT}


@frozen(eq=False)
class Judged:
    """
    What the figures of a table say of its identities and of its blanks; the order of the identities decides nothing.

    The bounds are made when somebody asks for what follows from them, and not where every identity holds.

    Args:
        equations: The identities.
        values: What is stated in the cells, by position: "/" counts as nought, None is a blank.
        full: Every figure under the convention, by position.
    """

    equations: Sequence[Equation]
    values: Sequence[CellValue]
    full: Sequence[int]

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """One for each identity, in their order."""
        return tuple(map(self._verdict, range(len(self.equations))))

    @cached_property
    def proved(self) -> Mapping[int, int]:
        """
        The blanks that can hold one figure only, by position.

        None where an identity is in error, and none where the bounds had not settled at the limit of rounds.
        """
        if None not in self.values or any(verdict.is_error for verdict in self.verdicts) or not self.bounds.settled:
            return {}
        return {at: low for at, (low, high) in self.bounds.ranges.items() if low == high}

    @cached_property
    def bounds(self) -> Bounds:
        """The bounds of the blanks, without the identities that are refuted by their own cells."""
        return propagate(each for each in self._gaps if not each.refuted)

    @cached_property
    def _gaps(self) -> list[Gap]:
        return [gap(each, self.values) for each in self.equations]

    def _verdict(self, index: int) -> Verdict:
        equation = self.equations[index]
        if self.sum_of(equation.left_at) == self.sum_of(equation.right_at):
            return Verdict.HOLDS
        if self._gaps[index].refuted:
            return Verdict.REFUTED
        return Verdict.JOINT if self.bounds.contradictory else Verdict.OPEN

    def sum_of(self, positions: Sequence[int]) -> int:
        """Give the sum of some cells under the convention."""
        return sum([self.full[at] for at in positions])


def judged(cls: type, values: Sequence[CellValue]) -> Judged:
    """
    Judge a table.

    Args:
        cls: Class of the table; one without identities has nothing to be judged.
        values: Its figures, in the order of ``cell_paths``.
    """
    return Judged(identities(cls), values, completed(cls, values))

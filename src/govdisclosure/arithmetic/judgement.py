"""The two looks at a table, the convention and the bounds, and what follows from them for each of its identities."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from govdisclosure.arithmetic.bounds import gap, propagate
from govdisclosure.arithmetic.convention import completed
from govdisclosure.arithmetic.identities import identities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.arithmetic.bounds import Equation
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


@frozen
class Judgement:
    """
    What the figures of a table say of its identities and of its blanks.

    Args:
        full: Every figure under the convention, by position.
        verdicts: One for each identity, in their order.
        proved: The blanks that can hold one figure only, by position; none where an identity is in error, and none
            where the bounds had not settled at the limit of rounds.
        rounds: How many rounds the bounds took.
    """

    full: tuple[int, ...]
    verdicts: tuple[Verdict, ...]
    proved: Mapping[int, int]
    rounds: int = 0


@lru_cache(maxsize=16)  # The checks ask one after the other about the same tables.
def judged(cls: type, values: tuple[CellValue, ...]) -> Judgement:
    """
    Judge a table.

    Args:
        cls: Class of the table; one without identities has nothing to be judged.
        values: Its figures, in the order of ``cell_paths``.
    """
    wanted = identities(cls)
    return judge(wanted, values, completed(cls, values)) if wanted else Judgement((), (), {})


def judge(equations: Sequence[Equation], values: Sequence[CellValue], full: Sequence[int]) -> Judgement:
    """
    Judge equations between cells; their order decides nothing.

    Args:
        equations: The equations.
        values: What is stated in the cells, by position: "/" counts as nought, None is a blank.
        full: Every figure under the convention, by position.
    """
    holds = [sum(full[at] for at in each.left_at) == sum(full[at] for at in each.right_at) for each in equations]
    if None not in values:
        return Judgement(tuple(full), tuple(Verdict.HOLDS if good else Verdict.REFUTED for good in holds), {})
    gaps = [gap(each, values) for each in equations]
    bounds = propagate(each for each in gaps if not each.refuted)
    otherwise = Verdict.JOINT if bounds.contradictory else Verdict.OPEN
    verdicts = tuple(
        Verdict.HOLDS if good else Verdict.REFUTED if each.refuted else otherwise
        for good, each in zip(holds, gaps, strict=True)
    )
    sound = bounds.settled and not any(verdict.is_error for verdict in verdicts)
    proved = {at: low for at, (low, high) in bounds.ranges.items() if low == high} if sound else {}
    return Judgement(tuple(full), verdicts, proved, bounds.rounds)

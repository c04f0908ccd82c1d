"""The bounds: every blank is nought or more, and the equations of a table narrow what it can be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govdisclosure.model.values import CellValue

MAX_ROUNDS: Final = 100
"""Where equations contradict each other, bounds can climb for ever; what is not decided by then stays open."""

Range: TypeAlias = "tuple[int, int | None]"
"""The least and the greatest figure that a blank can hold; None where nothing limits it."""

_ANY: Final[Range] = (0, None)


class Equation(Protocol):
    """An equation between sums of cells, by their positions; an ``Identity`` is one."""

    @property
    def left_at(self) -> tuple[int, ...]:
        """Positions of the cells on the left."""

    @property
    def right_at(self) -> tuple[int, ...]:
        """Positions of the cells on the right."""


@frozen(eq=False)
class Gap:
    """
    What an equation asks of its blanks: those on the left hold ``missing`` more than those on the right.

    Args:
        left: Positions of the blanks on the left.
        right: Positions of the blanks on the right.
        missing: What is stated on the right less what is stated on the left.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    missing: int

    @property
    def refuted(self) -> bool:
        """Whether no figures from nought upwards in place of the blanks could make the two sides equal."""
        return (self.missing > 0 and not self.left) or (self.missing < 0 and not self.right)


@frozen
class Bounds:
    """
    What the blanks of a table can hold.

    Args:
        ranges: The range of each blank that is in an equation, by its position.
        contradictory: Whether a blank is left with no figure at all: the equations contradict each other.
        settled: Whether nothing changed any more, or the limit of rounds was reached.
        rounds: How many rounds it took.
    """

    ranges: Mapping[int, Range]
    contradictory: bool
    settled: bool
    rounds: int


_Sum: TypeAlias = "tuple[int, int, int]"
"""Of some blanks: the sum of the least figures, that of the greatest which are limited, and how many are not."""


def gap(equation: Equation, values: Sequence[CellValue]) -> Gap:
    """
    Give what an equation asks of its blanks.

    Args:
        equation: The equation.
        values: What is stated, by position: "/" counts as nought, None is a blank.
    """
    left, stated_left = _split(equation.left_at, values)
    right, stated_right = _split(equation.right_at, values)
    return Gap(left, right, stated_right - stated_left)


def _split(positions: Iterable[int], values: Sequence[CellValue]) -> tuple[tuple[int, ...], int]:
    """Give the blanks among some cells, and the sum of the others."""
    blanks = []
    total = 0
    for at in positions:
        value = values[at]
        if value is None:
            blanks.append(at)
        elif isinstance(value, int):
            total += value
    return tuple(blanks), total


def propagate(gaps: Iterable[Gap]) -> Bounds:
    """
    Narrow the range of every blank until nothing changes, at most ``MAX_ROUNDS`` times.

    In a round, each equation sees the ranges of the round before, and what all of them say is put together. So the
    order of the equations never matters, not even where the limit is reached.

    Args:
        gaps: What the equations ask; none of them refuted by itself.
    """
    touching: dict[int, list[Gap]] = {}
    for each in gaps:
        for at in (*each.left, *each.right):
            touching.setdefault(at, []).append(each)
    ranges = dict.fromkeys(touching, _ANY)
    changed, rounds = set(touching), 0
    while changed and rounds < MAX_ROUNDS:
        rounds += 1
        concerned = dict.fromkeys(each for at in changed for each in touching[at])
        narrowed = _narrowed(concerned, ranges)
        ranges.update(narrowed)
        if any(high is not None and low > high for low, high in narrowed.values()):
            return Bounds(ranges, contradictory=True, settled=True, rounds=rounds)
        changed = set(narrowed)
    return Bounds(ranges, contradictory=False, settled=not changed, rounds=rounds)


def _narrowed(gaps: Iterable[Gap], ranges: Mapping[int, Range]) -> dict[int, Range]:
    """Give the ranges that become smaller when each equation is looked at once."""
    narrowed: dict[int, Range] = {}
    for each in gaps:
        left, right = _sum(each.left, ranges), _sum(each.right, ranges)
        _narrow(each.left, left, _plus(right, each.missing), ranges, narrowed)
        _narrow(each.right, right, _plus(left, -each.missing), ranges, narrowed)
    return narrowed


def _sum(blanks: tuple[int, ...], ranges: Mapping[int, Range]) -> _Sum:
    low = high = unlimited = 0
    for at in blanks:
        least, most = ranges[at]
        low += least
        if most is None:
            unlimited += 1
        else:
            high += most
    return low, high, unlimited


def _plus(summed: _Sum, missing: int) -> _Sum:
    low, high, unlimited = summed
    return low + missing, high + missing, unlimited


def _narrow(
    blanks: tuple[int, ...], own: _Sum, due: _Sum, ranges: Mapping[int, Range], narrowed: dict[int, Range]
) -> None:
    """Narrow the ranges of the blanks of one side, by what is due of them together."""
    own_low, own_high, own_unlimited = own
    due_low, due_high, due_unlimited = due
    for at in blanks:
        least, most = ranges[at]
        low, high = 0, None
        if own_unlimited == (most is None):  # None of the others on this side is without limit.
            low = due_low - own_high + (0 if most is None else most)
        if not due_unlimited:
            high = due_high - own_low + least
        least, most = narrowed.get(at, (least, most))
        if low > least or (high is not None and (most is None or high < most)):
            narrowed[at] = max(low, least), most if high is None or (most is not None and most < high) else high

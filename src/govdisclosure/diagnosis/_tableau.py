"""
Equations between figures that are not negative, solved exactly; where that fails, what stands in the way.

The figures come one after another. With each, the equations are solved for as many figures as can be (Gauss, Jordan);
then figures that come out negative are made good by the dual simplex method, always with the first that can be taken
(Bland), so that it ends. Every step is exact. In a form of sums each pivot is 1 or -1, since each cell stands in a row
and a column, and so every figure is a whole number; others would come out as fractions.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Number: TypeAlias = int | Fraction
_Vector: TypeAlias = "dict[int, Number]"


class Tableau:
    """
    Equations, some of them solved for a figure; one is never changed, others are made of it.

    Args:
        due: The right side of each equation; the left sides have no figure yet.
    """

    __slots__ = ("basic", "columns", "due", "inverse")

    def __init__(self, due: Sequence[int]) -> None:
        self.due: list[Number] = list(due)
        self.inverse: dict[int, _Vector] = {row: {row: 1} for row in range(len(due))}
        self.basic: dict[int, int] = {}  # By row, the figure that it is solved for.
        self.columns: dict[int, _Vector] = {}  # By figure that no row is solved for, how often the rows have it.

    def with_figures(self, figures: Iterable[tuple[int, Mapping[int, int], int]]) -> Tableau:
        """
        Give the equations with more figures on the left.

        Args:
            figures: Of each its name, how often the equations have it, and how much the right sides counted for it.
        """
        made = self.copied()
        for name, effect, counted in figures:
            column = made.solved(effect)
            for row, each in column.items():
                made.due[row] += each * counted
            made.columns[name] = column
            unsolved = next((row for row in column if row not in made.basic), None)
            if unsolved is not None:
                made.pivot(name, unsolved)
        made.make_good()
        return made

    def with_due(self, more: Mapping[int, int]) -> Tableau:
        """Give the equations with something added to their right sides."""
        made = self.copied()
        for row, each in made.solved(more).items():
            made.due[row] += each
        made.make_good()
        return made

    def blocks(self) -> list[tuple[Mapping[int, Number], Number]]:
        """
        Give what stands in the way of a solution: nothing, if there is one.

        Returns:
            Sums of equations: how often each has which of them, and its right side. That is negative, although no
            figure stands on its left less than no times.
        """
        unsolved = [row for row, due in enumerate(self.due) if due and row not in self.basic]
        if unsolved:
            return [self.summed(row, -1 if self.due[row] > 0 else 1) for row in unsolved]
        row = self.negative()
        return [] if row is None else [self.summed(row, 1)]

    def solution(self) -> dict[int, Number]:
        """Give one solution of equations that have one."""
        return {**dict.fromkeys(self.columns, 0), **{name: self.due[row] for row, name in self.basic.items()}}

    @property
    def freedom(self) -> int:
        """How many figures can be chosen, within limits; where there are none, the solution is the only one."""
        return len(self.columns)

    def least(self, name: int) -> Number:
        """Give the least that a figure can be."""
        made = self.copied()
        while name not in made.columns:
            row = made.row_of(name)
            entering = min((each for each, column in made.columns.items() if column.get(row, 0) > 0), default=None)
            if entering is None:
                return made.due[row]
            made.is_raised(entering)  # It is limited by this row, if by no other.
        return 0

    def most(self, name: int) -> Number | None:
        """Give the most that a figure can be; None where nothing limits it."""
        made = self.copied()
        if name in made.columns and not made.is_raised(name):
            return None
        row = made.row_of(name)
        while (entering := made.first_below_nought(row)) is not None:
            if not made.is_raised(entering):
                return None
        return made.due[row]

    def copied(self) -> Tableau:
        made = Tableau(())
        # The vectors in them are never changed, only replaced.
        made.due, made.inverse = self.due.copy(), self.inverse.copy()
        made.basic, made.columns = self.basic.copy(), self.columns.copy()
        return made

    def solved(self, vector: Mapping[int, int]) -> _Vector:
        """Give what becomes of a vector by all that was done to the equations."""
        result: _Vector = {}
        for equation, times in vector.items():
            for row, each in self.inverse[equation].items():
                result[row] = result.get(row, 0) + times * each
        return {row: each for row, each in result.items() if each}

    def make_good(self) -> None:
        """Make negative figures good, until there are none, or none can be."""
        while (row := self.negative()) is not None:
            name = self.first_below_nought(row)
            if name is None:
                return
            self.pivot(name, row)

    def negative(self) -> int | None:
        """Give the row of the first figure that is negative."""
        negative = [(name, row) for row, name in self.basic.items() if self.due[row] < 0]
        return min(negative)[1] if negative else None

    def first_below_nought(self, row: int) -> int | None:
        """Give the first figure that makes the one of a row greater if it is raised."""
        return min((name for name, column in self.columns.items() if column.get(row, 0) < 0), default=None)

    def row_of(self, name: int) -> int:
        return next(row for row, each in self.basic.items() if each == name)

    def is_raised(self, name: int) -> bool:
        """Raise a figure until the first of the others is nought; that there is none is told."""
        column = self.columns[name]
        limits = [(_divided(self.due[row], each), self.basic[row], row) for row, each in column.items() if each > 0]
        if limits:
            self.pivot(name, min(limits)[2])
        return bool(limits)

    def pivot(self, name: int, row: int) -> None:
        """Solve a row for a figure and put that into the others; the one that it was solved for is free again."""
        column = self.columns.pop(name).copy()
        pivot = column.pop(row)
        for vectors in (self.inverse, self.columns):
            for key in [key for key, vector in vectors.items() if row in vector]:
                vectors[key] = _changed(vectors[key], row, pivot, column)
        if row in self.basic:
            self.columns[self.basic[row]] = _changed({row: 1}, row, pivot, column)
        self.basic[row] = name
        self.due[row] = due = _divided(self.due[row], pivot)
        for other, each in column.items():
            self.due[other] -= each * due

    def summed(self, row: int, sign: int) -> tuple[_Vector, Number]:
        times = {place: sign * vector[row] for place, vector in self.inverse.items() if row in vector}
        return times, sign * self.due[row]


def _changed(vector: _Vector, row: int, pivot: Number, others: _Vector) -> _Vector:
    changed = vector.copy()
    changed[row] = head = _divided(vector[row], pivot)
    for other, each in others.items():
        value = changed.get(other, 0) - each * head
        if value:
            changed[other] = value
        else:
            changed.pop(other, None)
    return changed


def _divided(number: Number, by: Number) -> Number:
    return number * by if by in {1, -1} else Fraction(number) / by

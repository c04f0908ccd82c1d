"""
What explains that a parent is not the sum of its children: at most three causes that leave exactly the gaps there are.

The gaps of all counts are packed into one whole number, a lane for each line, so that those of several causes are added
at once. Three causes are looked for by their remainders, which are small numbers: for each two of them the third must
be in a table. What is found so is compared in full.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from decimal import Decimal
from itertools import combinations, islice, product
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from govdisclosure.model.declare import Kind
from govdisclosure.model.money import EXACT
from govdisclosure.summing._adding import Figure, exact_sum, plus
from govdisclosure.summing._causes import Cause, CauseKind, causes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.summing._causes import Gaps
    from govdisclosure.summing._compare import Comparison, Line

MOST_CAUSES: Final = 3
MOST_SHOWN: Final = 20
"""So many equal explanations are listed; of more, only the number is said."""

MOST_COUNTED: Final = 10_000
"""So many are counted."""

_MOST_TRIED: Final = 100_000
"""So many sets of causes that add up are looked at."""

_MOST_SUMMED: Final = 500_000
"""So many sets of causes are summed up for one number of causes: where many bodies state the same, there are many."""

_MOST_FOR_THREE: Final = 3_000
"""The time for three causes is that of all pairs of them; a county has some 300, a province has more than this."""

_LANE: Final = 64
_MODULUS: Final = (1 << 61) - 31
"""A prime, so that different gaps seldom leave the same remainder."""

_LARGEST: Final = 1 << 62
"""A cell has at most 18 digits, so three causes leave no larger gap, and fit into their lane."""


@frozen
class Explanation:
    """
    Causes that together leave exactly the gaps there are.

    Args:
        causes: One to three.
    """

    causes: tuple[Cause, ...]


@frozen
class Explained:
    """
    What explains the gaps of a roll-up.

    Args:
        explanations: The explanations of the fewest causes, which the figures cannot tell apart; none above twenty.
        number: How many there are.
        size: How many causes each of them has.
        invisible: The children whose figures are all nought: whether they were counted, no figure says.
        is_all: Whether the number is all: neither were there more than are counted, nor too many to be looked at.
    """

    explanations: tuple[Explanation, ...]
    number: int
    size: int
    invisible: tuple[str, ...]
    is_all: bool = True


@frozen(eq=False)
class _Class:
    """
    Causes that leave the same gaps.

    Args:
        place: Its place among the classes.
        packed: The gaps of all counts.
        money: The gap of the amount.
        causes: The causes.
    """

    place: int
    packed: int
    money: Decimal
    causes: list[Cause] = field(factory=list)


def explained(comparison: Comparison) -> Explained | None:
    """
    Explain the gaps of a roll-up; None where there is none, or none of up to three causes fits.

    Blanks of children are looked at in two ways, as those of tables are. By the convention a blank is nought: the gap
    that causes leave must be the one there is wherever the parent and a child state something. If nothing fits so, it
    must be that wherever the parent and all children do, and elsewhere no more: a blank is nought or more. Where no
    line fails, since a child has a report on another year only, or several that differ, gaps are explained as well.
    """
    lines = comparison.lines
    is_apart = any(not -line.tolerance <= line.gap <= line.tolerance for line in lines)
    if not comparison.failing and not (comparison.family.leaves_open and is_apart):
        return None
    stated = [at for at, line in enumerate(lines) if line.parent is not None and _is_stated(line)]
    complete = [at for at in stated if lines[at].is_complete]
    explanation = _explained(comparison, stated)
    if explanation is None and complete != stated and any(lines[at].fails for at in complete):
        explanation = _explained(comparison, complete)
    return explanation


def _is_stated(line: Line) -> bool:
    return any(figure is not None for figure in line.figures)


def _explained(comparison: Comparison, decided: Sequence[int]) -> Explained | None:
    search = _Search(comparison, decided)
    if search.is_hopeless:
        return None
    for number in range(1, MOST_CAUSES + 1):
        fitting, is_all = search.explanations(number)
        if fitting:
            listed = fitting if len(fitting) <= MOST_SHOWN else []
            return Explained(tuple(listed), len(fitting), number, search.invisible, is_all)
        # One of so many causes can be among those that were not looked at: more causes would not be the fewest.
        if not is_all:
            return None
    return None


class _Search:
    """
    The search for the causes of the gaps of one comparison.

    Args:
        comparison: The comparison.
        decided: The places of the lines whose gaps must be those that causes leave.
    """

    def __init__(self, comparison: Comparison, decided: Sequence[int]) -> None:
        self._lines = comparison.lines
        counts = [at for at in decided if not self._lines[at].kind.is_money]
        self._lanes = {at: lane for lane, at in enumerate(counts)}
        # A table has one amount at most.
        self._amount = next((at for at in decided if self._lines[at].kind.is_money), None)
        own = {at: line.gap for at, line in enumerate(self._lines)}
        self._target = self._packed(own)
        self.is_hopeless = any(abs(int(own[at])) >= _LARGEST for at in counts)
        self._bounds = {at for at, line in enumerate(self._lines) if _is_bound(line)} - set(decided)
        self._left = _MOST_SUMMED
        self._gaps: dict[Cause, Gaps] = {}
        self._classes: list[_Class] = []
        self.invisible: tuple[str, ...] = ()
        self._sort(comparison)
        counted = [each for each in self._classes if each.packed]
        self._remainders = [each.packed % _MODULUS for each in counted]
        self._by_remainder: dict[int, list[_Class]] = {}
        for each, remainder in zip(counted, self._remainders, strict=True):
            # A difference of two remainders is above minus the modulus, and below the modulus.
            for known in (remainder, remainder - _MODULUS):
                self._by_remainder.setdefault(known, []).append(each)
        without = (each for each in self._classes if not each.packed)
        self._amounts = sorted(without, key=attrgetter("money"))

    def _sort(self, comparison: Comparison) -> None:
        """Sort the causes into classes, those with counts first; a cause that leaves no gap explains nothing."""
        classes: dict[tuple[int, Decimal], list[Cause]] = {}
        for cause, gaps in causes_of(comparison):
            money = Decimal(0) if self._amount is None else Decimal(gaps.get(self._amount, 0))
            classes.setdefault((self._packed(gaps), money), []).append(cause)
            self._gaps[cause] = gaps
        without_gap = classes.pop((0, Decimal(0)), [])
        self.invisible = tuple(
            cause.child
            for cause in without_gap
            # A child can have figures where the parent has none; it is not invisible, and explains nothing either.
            if cause.kind is CauseKind.TWICE and cause.child is not None and not any(self._gaps[cause].values())
        )
        for (packed, money), causes in sorted(classes.items(), key=lambda each: not each[0][0]):
            self._classes.append(_Class(len(self._classes), packed, money, causes))

    def _packed(self, gaps: Gaps) -> int:
        """Pack the gaps of all counts into one number: a lane of 64 bits for each."""
        return sum(int(gap) << (_LANE * self._lanes[at]) for at, gap in gaps.items() if at in self._lanes)

    def explanations(self, number: int) -> tuple[list[Explanation], bool]:
        """Give the explanations of so many causes, and whether these are all."""
        fitting: list[Explanation] = []
        self._left = _MOST_SUMMED
        adding_up = self._adding_up(number)
        for causes in islice(adding_up, _MOST_TRIED):
            if self._fits(causes):
                if len(fitting) == MOST_COUNTED:
                    return fitting, False
                fitting.append(Explanation(causes))
        return fitting, next(adding_up, None) is None and self._left >= 0

    def _may_sum(self) -> bool:
        """Tell whether one more set of causes may be summed up."""
        self._left -= 1
        return self._left >= 0

    def _adding_up(self, number: int) -> Iterator[tuple[Cause, ...]]:
        """Yield so many causes whose gaps add up to those there are."""
        if number == MOST_CAUSES and len(self._classes) > _MOST_FOR_THREE:
            return
        for counted in range(number + 1):
            for classes in self._with_counts(counted):
                for others in self._with_money(number - counted, self._rest(classes)):
                    yield from _of_classes((*classes, *others))

    def _with_counts(self, number: int) -> Iterator[tuple[_Class, ...]]:
        """Yield so many classes, in their order, whose counts add up to the gaps."""
        target = self._target % _MODULUS
        candidates: Iterable[tuple[_Class, ...]] = [()]
        if number == 1:
            candidates = ((each,) for each in self._by_remainder.get(target, ()))
        elif number == 2:
            candidates = self._pairs(target, 0)
        elif number == 3:
            candidates = self._triples(target)
        for classes in candidates:
            # Eight hundred bodies with one licence each and different fees: all their threes have the same counts.
            if not self._may_sum():
                return
            if sum(each.packed for each in classes) == self._target:
                yield classes

    def _pairs(self, target: int, start: int) -> Iterator[tuple[_Class, ...]]:
        known = self._by_remainder
        for place in range(start, len(self._remainders)):
            rest = target - self._remainders[place]
            if rest in known:
                yield from ((self._classes[place], other) for other in known[rest] if other.place >= place)

    def _triples(self, target: int) -> Iterator[tuple[_Class, ...]]:
        for place, remainder in enumerate(self._remainders):
            rest = (target - remainder) % _MODULUS
            # With most first causes no two others fit, which is soon told.
            if not self._by_remainder.keys().isdisjoint([rest - other for other in self._remainders[place:]]):
                yield from ((self._classes[place], *pair) for pair in self._pairs(rest, place))

    def _rest(self, classes: Iterable[_Class]) -> Decimal:
        """Give what is left of the gap of the amount."""
        if self._amount is None:
            return Decimal(0)
        return EXACT.subtract(Decimal(self._lines[self._amount].gap), exact_sum(each.money for each in classes))

    def _with_money(self, number: int, rest: Decimal, start: int = 0) -> Iterator[tuple[_Class, ...]]:
        """Yield so many classes without counts, in their order, whose amounts add up to a rest but for rounding."""
        tolerance = Decimal(0) if self._amount is None else self._lines[self._amount].tolerance
        if number == 0:
            if abs(rest) <= tolerance:
                yield ()
        elif number == 1:
            money = attrgetter("money")
            first = bisect_left(self._amounts, EXACT.subtract(rest, tolerance), lo=start, key=money)
            last = bisect_right(self._amounts, EXACT.add(rest, tolerance), lo=start, key=money)
            yield from ((each,) for each in self._amounts[first:last])
        else:
            for place in range(start, len(self._amounts)):
                if not self._may_sum():
                    return
                chosen = self._amounts[place]
                for others in self._with_money(number - 1, EXACT.subtract(rest, chosen.money), place):
                    yield (chosen, *others)

    def _fits(self, causes: Sequence[Cause]) -> bool:
        """Tell whether causes concern different things, and are in keeping with the lines that blanks leave open."""
        subjects = [subject for cause in causes for subject in cause.subjects]
        if len(set(subjects)) < len(subjects):
            return False
        together: dict[int, Figure] = {}
        for at, gap in (each for cause in causes for each in self._gaps[cause].items() if each[0] in self._bounds):
            together[at] = plus(together.get(at, 0), gap)
        return all(self._leaves_room(self._lines[at], gap) for at, gap in together.items())

    @staticmethod
    def _leaves_room(line: Line, gap: Figure) -> bool:
        return EXACT.add(Decimal(line.gap), line.tolerance) >= gap


def _of_classes(classes: Sequence[_Class]) -> Iterator[tuple[Cause, ...]]:
    """Yield a cause of each class, different ones where a class stands there twice."""
    times = Counter(classes)
    for chosen in product(*(combinations(each.causes, number) for each, number in times.items())):
        yield tuple(cause for several in chosen for cause in several)


def _is_bound(line: Line) -> bool:
    """Tell whether blanks leave open how large a gap is, but not how small."""
    return line.parent is not None and not line.is_complete and line.kind is not Kind.CHANGE

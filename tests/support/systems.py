"""Tables and equations drawn at random, with blanks and faults, and brute force to judge the small ones by."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from attrs import define

from govdisclosure.arithmetic.convention import completed, totals
from govdisclosure.arithmetic.identities import identities, or_nought
from govdisclosure.arithmetic.verdicts import Judged, Verdict
from govdisclosure.model.declare import Balance, block, count, total
from govdisclosure.model.requests import Requests
from govdisclosure.model.requests_2019 import Requests2019
from govdisclosure.model.review_and_litigation import ReviewAndLitigation
from govdisclosure.model.structure import Group, Table, blocks, cell_paths
from govdisclosure.model.values import Count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from govdisclosure.arithmetic.bounds import Equation

MOST = 24
"""The greatest figure that brute force tries in a blank; small systems state at most 4, in at most five cells."""

_PLACES: dict[str, tuple[str, str, str, str]] = {
    "T3": ("newly_received", "carried_over", "carried_forward", "outcomes.total"),
    "small": ("received", "over", "forward", "total"),
}


@define(kw_only=True, repr=False)
class SmallColumn(Group):
    """A column of a small table III: two outcomes only."""

    received: Count = count("收")
    over: Count = count("转入")
    granted: Count = count("公开")
    refused: Count = count("不公开")
    total: Count = total("总计", of=(granted, refused), identity="T3-OUTCOMES")
    forward: Count = count("转出", balance=Balance("T3-BALANCE", ("received", "over"), ("total", "forward")))


@define(kw_only=True, repr=False)
class SmallTable(Table):
    """A small table III: two columns and their total, 18 cells, 12 identities."""

    edition: ClassVar[str | None] = "small"

    first: SmallColumn = block("甲", SmallColumn)
    second: SmallColumn = block("乙", SmallColumn)
    total: SmallColumn = block("总计", SmallColumn, of=(first, second), identity="T3-ROW")


LARGE: tuple[type[Table], ...] = (Requests, Requests2019, ReviewAndLitigation)


class Sum(NamedTuple):
    """An equation between cells that belong to no form."""

    left_at: tuple[int, ...]
    right_at: tuple[int, ...]


class System(NamedTuple):
    """Equations, what is stated, and one completion of it."""

    equations: Sequence[Equation]
    values: Sequence[Count]
    full: Sequence[int]

    def judged(self, order: Sequence[int] | None = None) -> tuple[dict[int, Verdict], dict[int, int], int]:
        """Judge the equations in an order; give their verdicts by index, the proofs and the number of rounds."""
        order = range(len(self.equations)) if order is None else order
        seen = Judged([self.equations[index] for index in order], self.values, self.full)
        return dict(zip(order, seen.verdicts, strict=True)), dict(seen.proved), seen.bounds.rounds


class Confirmed(NamedTuple):
    """
    What brute force says of a judgement: what is wrong with it, and what it did not see.

    Args:
        wrong: Verdicts and proofs that some solution denies.
        errors: Errors without one that would deny them.
        proofs: Proofs in a system with solutions, all of which say the same.
        empty_proofs: Proofs in a system without a solution, which the bounds did not show: there, anything follows.
        unseen_contradictions: 1 for such a system, with or without proofs.
        unseen_proofs: Other blanks that hold the same figure in all solutions.
    """

    wrong: tuple[str, ...]
    errors: int
    proofs: int
    empty_proofs: int
    unseen_contradictions: int
    unseen_proofs: int


def system_of(cls: type, values: Sequence[Count]) -> System:
    """Give the identities of a table with its figures and the convention."""
    return System(identities(cls), values, completed(cls, values))


def random_table(random: Random, cls: type[Table], scale: int = 40) -> list[int]:
    """Draw the figures of a table in which all adds up; most of them nought."""
    table: type = cls
    figures: dict[str, Count] = dict.fromkeys(cell_paths(table))
    summed = {each.path for each in totals(table)}
    for path in figures:
        if path not in summed:
            figures[path] = random.choice((0, 0, 1, random.randint(0, scale)))
    full = dict(zip(figures, completed(table, list(figures.values())), strict=True))
    if cls is not ReviewAndLitigation:
        received, over, forward, whole = _PLACES["small" if cls is SmallTable else "T3"]
        for column in (node.path for node in blocks(table) if not node.declared.of):
            most = full[f"{column}.{whole}"] + full[f"{column}.{forward}"]
            figures[f"{column}.{over}"] = carried = min(full[f"{column}.{over}"], most)
            figures[f"{column}.{received}"] = most - carried
    return completed(table, list(figures.values()))


def with_faults(random: Random, figures: Sequence[int], faults: int, scale: int = 40) -> list[int]:
    """Put wrong figures into some cells."""
    wrong = list(figures)
    for at in random.sample(range(len(wrong)), faults):
        wrong[at] = random.choice((wrong[at] + 1, max(wrong[at] - 1, 0), random.randint(0, scale)))
    return wrong


def with_blanks(random: Random, figures: Sequence[int], share: float) -> list[Count]:
    """Blank some of the cells."""
    return [None if random.random() < share else figure for figure in figures]


def random_system(random: Random) -> System:
    """Draw one to four equations between three to six cells, at most four of them blank; a blank counts as nought."""
    size = random.randint(3, 6)
    values: list[Count] = [random.randint(0, 4) for _ in range(size)]
    for at in random.sample(range(size), random.randint(1, min(size, 4))):
        values[at] = None
    equations = []
    for _ in range(random.randint(1, 4)):
        cells = random.sample(range(size), random.randint(2, size))
        cut = random.randint(1, len(cells) - 1)
        equations.append(Sum(tuple(cells[:cut]), tuple(cells[cut:])))
    return System(equations, values, list(map(or_nought, values)))


def random_small_table(random: Random) -> System:
    """Draw a small table III with none to two faults and one to four blanks."""
    figures = with_faults(random, random_table(random, SmallTable, 2), random.choice((0, 1, 1, 2)), 4)
    values: list[Count] = list(figures)
    for at in random.sample(range(len(values)), random.randint(1, 4)):
        values[at] = None
    return system_of(SmallTable, values)


def solutions(equations: Sequence[Equation], values: Sequence[Count]) -> Iterator[list[int]]:
    """Give the figures that make all equations true, up to ``MOST`` in every blank that no equation decides."""
    concerned = set().union(*map(cells_of, equations))
    blanks = [at for at, value in enumerate(values) if value is None and at in concerned]
    yield from _extended(equations, list(map(or_nought, values)), blanks)


def _extended(equations: Sequence[Equation], full: list[int], blanks: list[int]) -> Iterator[list[int]]:
    if not all(_excess(each, full) == 0 for each in equations if cells_of(each).isdisjoint(blanks)):
        return
    if not blanks:
        yield list(full)
        return
    first, *others = blanks
    full[first] = 0
    decided = (
        _excess(each, full) * (1 if first in each.right_at else -1)
        for each in equations
        if first in cells_of(each) and cells_of(each).isdisjoint(others)
    )
    figure = next(decided, None)
    for full[first] in range(MOST + 1) if figure is None else range(max(figure, 0), figure + 1):
        yield from _extended(equations, full, others)


def cells_of(equation: Equation) -> set[int]:
    """Give the cells of an equation."""
    return {*equation.left_at, *equation.right_at}


def _excess(equation: Equation, full: Sequence[int]) -> int:
    return sum(full[at] for at in equation.left_at) - sum(full[at] for at in equation.right_at)


def confirm(system: System) -> Confirmed:
    """Compare a judgement with what brute force finds."""
    judged = Judged(system.equations, system.values, system.full)
    pairs = list(zip(system.equations, judged.verdicts, strict=True))
    wrong = [f"{each} is not refuted" for each, verdict in pairs if _wrongly(each, system.values, verdict)]
    left = [each for each, verdict in pairs if verdict is not Verdict.REFUTED]
    every = list(solutions(left, system.values))
    joint = Verdict.JOINT in judged.verdicts
    if joint and every:
        wrong.append("they do not contradict each other")
    wrong += [
        f"{at} need not be {figure}"
        for at, figure in judged.proved.items()
        if any(full[at] != figure for full in every)
    ]
    return Confirmed(
        tuple(wrong),
        sum(verdict.is_error for verdict in judged.verdicts),
        len(judged.proved) if every else 0,
        0 if every else len(judged.proved),
        int(not every and not joint),
        _unseen_proofs(system, judged, every),
    )


def _wrongly(equation: Equation, values: Sequence[Count], verdict: Verdict) -> bool:
    return verdict is Verdict.REFUTED and any(True for _ in solutions([equation], values))


def _unseen_proofs(system: System, judged: Judged, every: list[list[int]]) -> int:
    if not every or any(verdict.is_error for verdict in judged.verdicts):
        return 0
    concerned = set().union(*map(cells_of, system.equations))
    fixed = {at for at in concerned if system.values[at] is None and len({full[at] for full in every}) == 1}
    return len(fixed - judged.proved.keys())

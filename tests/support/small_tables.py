"""Small tables with sums like those of table III, and every repair of one by trying: for tests of the diagnosis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, product
from typing import TYPE_CHECKING, ClassVar

from attrs import define, frozen

from govdisclosure.arithmetic.figures import Figures, TableFigures
from govdisclosure.diagnosis import Range, diagnosed
from govdisclosure.model.declare import Balance, block, count, total
from govdisclosure.model.notes import Note
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.structure import Group, Shape, Table, cell_paths, set_cell
from govdisclosure.model.values import CellValue, Count

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random


Repairs = dict[frozenset[int], dict[int, tuple[int, int | None]]]
"""The least and the greatest figure of each cell that a repair changes, by the positions of these cells."""


@define(kw_only=True, repr=False)
class SmallColumn(Group):
    """A column in which what came in is granted, refused or carried forward."""

    received: Count = count("收到")
    granted: Count = count("予以公开")
    refused: Count = count("不予公开")
    total: Count = total("办结", of=(granted, refused), identity="SMALL-OUTCOMES")
    forward: Count = count("结转", balance=Balance("SMALL-BALANCE", ("received",), ("total", "forward")))


@define(kw_only=True, repr=False)
class SmallTable(Table):
    """Two columns and their sum."""

    section: ClassVar[str] = "requests"
    shape: ClassVar[Shape] = Shape.COLUMNS

    person: SmallColumn = block("自然人", SmallColumn)
    firm: SmallColumn = block("商业企业", SmallColumn)
    total: SmallColumn = block("总计", SmallColumn, of=(person, firm), identity="SMALL-ROW")


TOTAL = range(10, 15)
RECEIVED, GRANTED, REFUSED, DONE, FORWARD = range(5)
_MOST, _MOST_IN_DOUBT = 12, 9
# Written down here once more, so that nothing is taken from what is tested.
EQUATIONS = [
    *(([part + row for part in (0, 5)], [10 + row]) for row in range(5)),
    *(([column + GRANTED, column + REFUSED], [column + DONE]) for column in (0, 5, 10)),
    *(([column + RECEIVED], [column + DONE, column + FORWARD]) for column in (0, 5, 10)),
]


def consistent(random: Random, most: int) -> list[CellValue]:
    """Give the figures of a table in which all holds."""
    columns = []
    for _ in range(2):
        granted, refused, forward = (random.randint(0, most) for _ in range(3))
        columns.append([granted + refused + forward, granted, refused, granted + refused, forward])
    return [*columns[0], *columns[1], *(one + other for one, other in zip(*columns, strict=True))]


def _stated(value: CellValue) -> int:
    return value if isinstance(value, int) else 0


def small_table(values: Sequence[CellValue]) -> SmallTable:
    """Make a table of its figures."""
    table = SmallTable()
    for path, value in zip(cell_paths(SmallTable), values, strict=True):
        set_cell(table, path, value)
    return table


def diagnosed_repairs(values: Sequence[CellValue], unknown: Sequence[int]) -> Repairs | None:
    """Give what the diagnosis says of changes of at most two cells; None of a table in which all holds."""
    figures = TableFigures("requests", small_table(values))
    note = Note("AMBIGUOUS", tuple(figures.paths[at] for at in unknown))
    diagnosis = diagnosed(AnnualReport(), Figures((figures,)), [note])
    if not diagnosis.ailments:
        return None
    position = {path: at for at, path in enumerate(figures.paths)}
    repairs: Repairs = {}
    for group in diagnosis.groups:
        for repair in group:
            if len(repair.cells) <= 2:
                cells = {position[path]: _range(each) for path, each in repair.cells.items()}
                assert frozenset(cells) not in repairs
                repairs[frozenset(cells)] = cells
    return repairs


def _range(proposed: int | Range) -> tuple[int, int | None]:
    return (proposed.low, proposed.high) if isinstance(proposed, Range) else (proposed, proposed)


@frozen
class _Tried:
    """A table as it is tried: blanks that follow, with what they are the sum of, and the figure of each other cell."""

    follow: Mapping[int, Sequence[int]]
    figures: Sequence[int]

    def excess(self, put: Mapping[int, int]) -> list[int]:
        """Complete the table with figures put in, and give how much each left side exceeds its right side."""
        full = [put.get(at, figure) for at, figure in enumerate(self.figures)]
        for at, parts in self.follow.items():
            full[at] = sum(full[part] for part in parts)
        return [sum(full[at] for at in left) - sum(full[at] for at in right) for left, right in EQUATIONS]


def _tried(values: Sequence[CellValue], unknown: Sequence[int]) -> _Tried:
    says = {at for at, value in enumerate(values) if isinstance(value, int)} | set(unknown)
    follow: dict[int, list[int]] = {}
    sums = [(10 + row, [row, 5 + row]) for row in (RECEIVED, GRANTED, REFUSED, FORWARD)]
    sums += [(column + DONE, [column + GRANTED, column + REFUSED]) for column in (0, 5)]
    sums += [(10 + DONE, [10 + GRANTED, 10 + REFUSED]), (10 + DONE, [DONE, 5 + DONE])]
    for at, parts in sums:
        if values[at] is None and at not in unknown and at not in follow and says & set(parts):
            follow[at] = parts
            says.add(at)
    return _Tried(follow, list(map(_stated, values)))


def tried_repairs(values: Sequence[CellValue], unknown: Sequence[int], most: int) -> Repairs:
    """Give every change of at most two cells that heals, no part of which does, of all figures up to ``most``."""
    tried = _tried(values, unknown)
    cells = [at for at in range(15) if at not in tried.follow and at not in unknown]
    repairs: Repairs = {}
    for size in range(3):
        for some in combinations(cells, size):
            if not any(smaller <= set(some) for smaller in repairs):
                healing = list(_healing(tried, some, unknown, most))
                if healing:
                    repairs[frozenset(some)] = {
                        at: (min(each), max(each)) for at, *each in zip(some, *healing, strict=True)
                    }
    return repairs


def _healing(tried: _Tried, some: Sequence[int], unknown: Sequence[int], most: int) -> Iterator[tuple[int, ...]]:
    """Give the figures of some cells that heal with figures in the unknown ones: sums change evenly with each cell."""
    free = (*some, *unknown)
    nought = tried.excess(dict.fromkeys(free, 0))
    slopes = [
        [one - none for one, none in zip(tried.excess({**dict.fromkeys(free, 0), at: 1}), nought, strict=True)]
        for at in free
    ]
    rows = [row for row in zip(nought, *slopes, strict=True) if any(row)]
    rows.sort(key=lambda row: sum(map(bool, row[1:])))
    for figures in product(range(most + 1), repeat=len(free)):
        if all(none + sum(map(int.__mul__, figures, slope)) == 0 for none, *slope in rows):
            yield figures[: len(some)]


@frozen
class Disturbed:
    """
    A small table that does not add up.

    Args:
        values: Its figures.
        unknown: Positions of the cells in doubt.
        most: A figure that none in a repair is above, but for cells that nothing limits.
    """

    values: Sequence[CellValue]
    unknown: Sequence[int]
    most: int


def disturbed(random: Random, *, blank: bool, unknown: int) -> Disturbed:
    """Make a table that fails; one for which few enough figures have to be tried."""
    while True:
        values = consistent(random, 2)
        for _ in range(random.choice((1, 1, 1, 2, 2, 3))):
            at = random.randrange(len(values))
            values[at] = max(0, _stated(values[at]) + random.choice((-2, -1, 1, 2)))
        if blank:
            values = _with_blanks(random, values)
        doubted = sorted(random.sample(range(len(values)), unknown))
        for at in doubted:
            values[at] = random.choice((values[at], None))
        tried = _tried(values, doubted)
        if any(tried.excess({})):
            most = max(tried.figures) + sum(map(abs, tried.excess(dict.fromkeys(doubted, 0))))
            if most <= (_MOST if not unknown else _MOST_IN_DOUBT):
                return Disturbed(values, doubted, most)


def _with_blanks(random: Random, values: Sequence[CellValue]) -> list[CellValue]:
    """Leave noughts, or some totals, or any cells blank."""
    kind = random.choice(("noughts", "totals", "any"))
    blank = {
        "noughts": [at for at, value in enumerate(values) if value == 0],
        "totals": [at for at in TOTAL if random.random() < 0.6],
        "any": [at for at in range(len(values)) if random.random() < 0.4],
    }[kind]
    return [None if at in blank else value for at, value in enumerate(values)]


def compared(table: Disturbed) -> bool:
    """Tell whether the diagnosis has the same repairs as trying; a range is compared as far as was tried."""
    told = diagnosed_repairs(table.values, table.unknown)
    tried = tried_repairs(table.values, table.unknown, table.most)
    if told is None:  # The convention makes all hold, so that nothing has to be changed.
        return tried == {frozenset(): {}}
    limited = {
        cells: {at: (low, table.most if high is None else min(high, table.most)) for at, (low, high) in each.items()}
        for cells, each in told.items()
    }
    return limited == tried

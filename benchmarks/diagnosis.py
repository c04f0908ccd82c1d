"""
How well the diagnosis finds what was done to a table, and what it costs.

Run it as ``python benchmarks/diagnosis.py [PART...]``; the parts are ``single``, ``blanks``, ``slides``, ``exchanges``,
``pairs``, ``blank_pairs`` and ``small``, all by default. Tables III of both editions are made that add up, faults are
put into them, and the figures that are printed say how often what was done is among the repairs; ``small`` compares all
repairs of small tables with those that are found by trying every figure. It ends with an error if something is worse
than its limit.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from random import Random
from statistics import mean
from time import process_time
from typing import TYPE_CHECKING, Final

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from attrs import define, field
from support.faulty_tables import FAULTS, WAYS, Sample, blanked, dense, place_of, rows, slid, sparse
from support.small_tables import compared, disturbed

import govdisclosure as gd

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from support.small_tables import Disturbed


TABLES: Final = 20
"""Tables of each kind: dense, sparse, and with blanks."""
TRIED: Final = 2000
SMALL: Final = 5000
MOST_EQUALS: Final = 24
MILLISECONDS: Final = 20.0


@define
class Score:
    """
    What became of the tables of one part.

    Args:
        name: What was done to them.
    """

    name: str
    n: int = 0
    unseen: int = 0
    smaller: int = 0
    first: int = 0
    alone: int = 0
    listed: int = 0
    times: list[float] = field(factory=list)
    sizes: Counter[int] = field(factory=Counter)

    def add(self, sample: Sample, truth: dict[str, int]) -> None:
        """Diagnose a table, of which the repair is known."""
        reading = sample.reading()
        start = process_time()
        diagnosis = gd.diagnose(reading)
        self.times.append(1000 * (process_time() - start))
        self.n += 1
        if not diagnosis.ailments:  # Blanks have taken it up.
            self.unseen += 1
            return
        place = place_of(diagnosis, truth)
        first = diagnosis.groups[0]
        self.sizes[len(first)] += 1
        self.listed += place is not None
        self.first += place == 0
        self.alone += place == 0 and len(first) == 1
        self.smaller += place != 0 and first.size < len(truth)

    def print(self) -> None:
        """Print what was counted."""
        seen = self.n - self.unseen
        print(f"{self.name}: {self.n} tables, {self.unseen} of them without a sum that fails")
        for name, count in (
            ("alone in the first group", self.alone),
            ("in the first group", self.first),
            ("in the first group, or a smaller one heals", self.first + self.smaller),
            ("in the list", self.listed),
        ):
            print(f"  {name}: {count} of {seen}, {100 * count / seen:.2f} %")
        print(f"  repairs in the first group, and how often: {dict(sorted(self.sizes.items()))}")
        print(f"  ms a table: mean {mean(self.times):.1f}, greatest {max(self.times):.1f}", flush=True)

    def failures(self, least: dict[str, float]) -> Iterator[str]:
        """Say what is worse than its limit, a share of the tables in which a sum fails."""
        for name, share in least.items():
            count = self.first + self.smaller if name == "first or smaller" else getattr(self, name)
            if count < share * (self.n - self.unseen):
                yield f"{self.name}: {name} is below {100 * share} %"
        if mean(self.times) > MILLISECONDS:
            yield f"{self.name}: above {MILLISECONDS} ms a table"


def single(random: Random) -> Iterator[str]:
    """Every cell of complete tables, one fault."""
    for name, make in (("one cell, dense", dense), ("one cell, sparse", sparse)):
        score = Score(name)
        for _ in range(TABLES):
            each_cell(score, make(random))
        score.print()
        yield from score.failures({"alone": 1.0})


def blanks(random: Random) -> Iterator[str]:
    """Every stated cell of tables with blanks, one fault."""
    score = Score("one cell, with blanks")
    for number in range(TABLES):
        each_cell(score, blanked(random, (dense, sparse)[number % 2](random)))
    score.print()
    if max(score.sizes) > MOST_EQUALS:
        yield f"more than {MOST_EQUALS} equals"
    yield from score.failures({"first or smaller": 1.0})


def each_cell(score: Score, sample: Sample) -> None:
    """Put each fault into each cell in which a figure stands for sure."""
    for path, figure in sample.figures.items():
        if isinstance(figure, int) and path not in sample.noted:
            for wrong in {fault(figure) for fault in FAULTS.values()} - {figure}:
                score.add(sample.with_figures({path: wrong}), {path: figure})


def slides(random: Random) -> Iterator[str]:
    """A row of a complete table slid by a column."""
    score = Score("a row slid")
    while score.n < TRIED:
        sample = random.choice((dense, sparse))(random)
        row = random.choice(rows(sample.cls))
        figures = [sample.count(path) for path in row]
        printed = dict(zip(row, slid(figures, random.choice(WAYS)), strict=True))
        truth = {path: figure for path, figure in zip(row, figures, strict=True) if printed[path] != figure}
        if truth:
            score.add(sample.with_figures(printed), truth)
    score.print()
    yield from score.failures({"first": 0.99})


def exchanges(random: Random) -> Iterator[str]:
    """Two neighbours of a complete table exchanged, beside or below each other."""
    score = Score("neighbours exchanged")
    while score.n < TRIED:
        sample = random.choice((dense, sparse))(random)
        grid = rows(sample.cls)
        lines = random.choice((grid, tuple(zip(*grid, strict=True))))
        line = random.choice(lines)
        at = random.randrange(len(line) - 1)
        one, other = line[at], line[at + 1]
        truth = {one: sample.count(one), other: sample.count(other)}
        if truth[one] != truth[other]:
            score.add(sample.with_figures({one: truth[other], other: truth[one]}), truth)
    score.print()
    yield from score.failures({"listed": 1.0, "first": 0.98})


def pairs(random: Random) -> Iterator[str]:
    """Two faults in a complete table."""
    score = Score("two cells")
    while score.n < TRIED:
        two_cells(random, score, random.choice((dense, sparse))(random))
    score.print()
    yield from score.failures({"listed": 1.0, "first": 0.98})


def blank_pairs(random: Random) -> Iterator[str]:
    """Two faults in a table with blanks: where each has up to 24 equals, there are as many pairs as their product."""
    score = Score("two cells, with blanks")
    while score.n < TRIED:
        two_cells(random, score, blanked(random, random.choice((dense, sparse))(random)))
    score.print()
    if max(score.sizes) > MOST_EQUALS**2:
        yield f"more than {MOST_EQUALS} times {MOST_EQUALS} equals"
    yield from score.failures({"first or smaller": 1.0})


def two_cells(random: Random, score: Score, sample: Sample) -> None:
    """Put faults into two cells in which figures stand for sure, if that changes both."""
    sure = [path for path, figure in sample.figures.items() if isinstance(figure, int) and path not in sample.noted]
    if len(sure) < 2:
        return
    truth = {path: sample.count(path) for path in random.sample(sure, 2)}
    wrong = {path: random.choice(list(FAULTS.values()))(figure) for path, figure in truth.items()}
    if all(wrong[path] != figure for path, figure in truth.items()):
        score.add(sample.with_figures(wrong), truth)


def small(random: Random) -> Iterator[str]:
    """All repairs of small tables, against those that trying every figure finds."""
    kinds: list[tuple[str, int, Callable[[Random], Disturbed]]] = [
        ("complete", SMALL // 2, lambda random: disturbed(random, blank=False, unknown=0)),
        ("with blanks", SMALL * 2 // 5, lambda random: disturbed(random, blank=True, unknown=0)),
        ("with blanks and a cell in doubt", SMALL // 10, lambda random: disturbed(random, blank=True, unknown=1)),
    ]
    for name, number, make in kinds:
        equal = sum(compared(make(random)) for _ in range(number))
        print(f"small tables, {name}: {equal} of {number} have the same repairs as by trying")
        if equal < number:
            yield f"small tables, {name}: not the same repairs"


PARTS: Final = {each.__name__: each for each in (single, blanks, slides, exchanges, pairs, blank_pairs, small)}


def main() -> int:
    """Run the parts that are asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    failures: list[str] = []
    for part in parser.parse_args().parts or PARTS:
        failures += PARTS[part](Random(part))  # noqa: S311 - no secrets
    for failure in failures:
        print(failure)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

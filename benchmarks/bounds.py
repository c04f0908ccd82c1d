"""
What the bounds find in random tables with blanks and faults, and what they cost.

Run it as ``python benchmarks/bounds.py [SEED]``; it ends with an error if a verdict is wrong.
"""

from __future__ import annotations

import sys
from collections import Counter
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.systems import (
    LARGE,
    Confirmed,
    confirm,
    random_small_table,
    random_system,
    random_table,
    system_of,
    with_blanks,
    with_faults,
)

import govdisclosure as gd
from govdisclosure.arithmetic.bounds import MAX_ROUNDS
from govdisclosure.model.structure import cell_paths, set_cell

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.systems import System

    from govdisclosure.model.structure import Table
    from govdisclosure.model.values import Count

SHARES = (0.02, 0.1, 0.3, 0.5, 0.8, 0.95)
SCALES = (3, 40, 10**16)


def consistent(random: Random, count: int) -> None:
    """Blank cells of consistent tables: no error, and every proof is true."""
    errors = false = proofs = blanks = most = 0
    for _ in range(count):
        figures = random_table(random, cls := random.choice(LARGE), random.choice(SCALES))
        values = with_blanks(random, figures, random.choice(SHARES))
        verdicts, proved, rounds = system_of(cls, values).judged()
        errors += any(verdict.is_error for verdict in verdicts.values())
        false += sum(figures[at] != figure for at, figure in proved.items())
        proofs, blanks, most = proofs + len(proved), blanks + values.count(None), max(most, rounds)
    print(
        f"{count} consistent tables: {blanks} blanks, {proofs} proved, {false} of them wrong; {errors} tables with an"
    )
    print(f"  error; at most {most} rounds")
    assert errors == false == 0


def faulty(random: Random, count: int) -> None:
    """One to three faults and blanks: the same verdicts for every order of the identities."""
    seen: Counter[str] = Counter()
    most = limited = different = 0
    for _ in range(count):
        cls = random.choice(LARGE)
        figures = with_faults(random, random_table(random, cls), random.randint(1, 3))
        system = system_of(cls, with_blanks(random, figures, random.choice(SHARES)))
        order = list(range(len(system.equations)))
        judgement = system.judged()
        orders = (order[::-1], *(random.sample(order, len(order)) for _ in range(3)))
        different += any(system.judged(other) != judgement for other in orders)
        seen.update(verdict.value for verdict in judgement[0].values())
        most, limited = max(most, judgement[2]), limited + (judgement[2] == MAX_ROUNDS)
    print(f"{count} tables with faults, five orders each: {different} differ; {dict(seen)};")
    print(f"  at most {most} rounds, {limited} tables reach the limit of {MAX_ROUNDS}")
    assert different == 0
    assert most <= MAX_ROUNDS


def brute_force(random: Random, count: int, name: str, draw: Callable[[Random], System]) -> None:
    """Try all figures in small systems: every error and every proof is confirmed."""
    confirmed = [confirm(draw(random)) for _ in range(count)]
    wrong = [words for each in confirmed for words in each.wrong]
    summed = Confirmed((), *(sum(column) for column in list(zip(*confirmed, strict=True))[1:]))
    print(f"{count} {name} by brute force: {len(wrong)} verdicts wrong")
    print(f"  {summed.errors} errors confirmed, {summed.proofs} proofs confirmed by every solution")
    print(f"  beyond them, {summed.unseen_proofs} blanks that are the same in every solution")
    print(f"  {summed.unseen_contradictions} systems without a solution that the bounds leave open,")
    print(f"    with {summed.empty_proofs} proofs, which no solution confirms and none denies")
    assert not wrong


def cost(random: Random, count: int) -> None:
    """Time a whole check of reports that are clean, with blanks, with faults, with both."""
    print("check of a report, microseconds (median, greatest), and the bounds of its table III alone:")
    for name, faults, share in (
        ("clean", 0, 0),
        ("blanks", 0, 0.3),
        ("faults", 3, 0),
        ("blanks and faults", 3, 0.3),
        ("mostly blank, faults", 3, 0.9),
    ):
        checks, alone = [], []
        for _ in range(count):
            report = _report(random, faults, share)
            checks.append(_timed(partial(gd.check, report)))
            values = with_blanks(random, with_faults(random, random_table(random, gd.Requests), faults), share)
            alone.append(_timed(partial(_judge, values)))
        print(f"  {name:22}{median(checks):8.0f}{max(checks):8.0f}{median(alone):12.0f}{max(alone):8.0f}")


def _report(random: Random, faults: int, share: float) -> gd.AnnualReport:
    report = gd.AnnualReport.blank(agency="示例县人民政府", year=2021)
    for section, cls in (("requests", gd.Requests), ("review_and_litigation", gd.ReviewAndLitigation)):
        figures = with_faults(random, random_table(random, cls), faults)
        setattr(report, section, _filled(cls, with_blanks(random, figures, share)))
    return report


def _filled(cls: type[Table], values: list[Count]) -> Table:
    table = cls.blank()
    for path, value in zip(cell_paths(cls), values, strict=True):
        set_cell(table, path, value)
    return table


def _judge(values: list[Count]) -> object:
    return system_of(gd.Requests, values).judged()


def _timed(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return (perf_counter() - start) * 1e6


def main() -> None:
    """Run everything."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    random = Random(seed)  # noqa: S311 - drawing tables is no cryptography
    consistent(random, 4_000)
    faulty(random, 2_000)
    brute_force(random, 2_000, "systems of 3 to 6 cells", random_system)
    brute_force(random, 2_000, "tables of 18 cells", random_small_table)
    cost(random, 100)


if __name__ == "__main__":
    main()

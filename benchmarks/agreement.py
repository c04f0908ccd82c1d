"""
Whether what is done fast is what is done at length: JSON of mutated documents, sums of random reports.

Run it as ``python benchmarks/agreement.py [--documents 50000] [--reports 20000] [--seed 0]``. The fast and the strict
reader must agree in verdict, faults, report and bytes, and the judgement in short with that which looks at every
identity. It prints what was tried, and ends with an error at the first that they do not agree about.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.agreement import (
    bound,
    checks_differ,
    is_judged_in_short,
    is_read_fast,
    mutated,
    random_report,
    readers_differ,
)

import govdisclosure as gd


def documents(count: int, seed: int) -> str:
    """Try the readers; give what was tried."""
    good = fast = 0
    for number in range(seed, seed + count):
        rng = Random(number)  # noqa: S311 - documents, no secret
        data, most = mutated(rng), bound(rng)
        differs = readers_differ(data, most)
        assert differs is None, (number, differs)
        fast += is_read_fast(data)
        good += _is_good(data)
    return f"{count:,} documents: {good:,} are reports, of which {fast:,} are read fast; none is judged in two ways"


def _is_good(data: str | bytes) -> bool:
    try:
        gd.loads(data)
    except gd.StructureError:
        return False
    return True


def reports(count: int, seed: int) -> str:
    """Try the judgement; give what was tried."""
    short = 0
    for number in range(seed, seed + count):
        report = random_report(Random(number))  # noqa: S311 - figures, no secret
        differs = checks_differ(report)
        assert differs is None, (number, differs)
        short += is_judged_in_short(report)
    return f"{count:,} reports: {short:,} are clean; none is judged in two ways"


def main() -> None:
    """Try as many as are asked for, and print what they were."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=50_000)
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=0, help="the number of the first document and report")
    arguments = parser.parse_args()
    print(documents(arguments.documents, arguments.seed), flush=True)
    print(reports(arguments.reports, arguments.seed), flush=True)


if __name__ == "__main__":
    main()

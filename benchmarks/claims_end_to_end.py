"""
Reports built from sentences, checked: false alarms where all agrees, and what is found where the tables are changed.

Run it with ``python benchmarks/claims_end_to_end.py [--reports 300] [--seed 1] [--misses]``. At most one of 300
consistent reports may have a finding of TEXT-*; of the stated figures, each changed in the tables, at least 95 % are
due to be found with the right code, expected and actual figure, and quote.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.prose import built, is_found

import govdisclosure as gd


def main() -> None:
    """Print how many reports have false alarms, and which share of the changed figures is found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    random = Random(options.seed)  # noqa: S311 - to be repeated
    alarms = stated = noticed = 0
    for _ in range(options.reports):
        made = built(random)
        findings = list(gd.check(made.report, select="TEXT"))
        alarms += bool(findings)
        if options.misses:
            for finding in findings:
                print("false alarm:", finding.message.zh, made.report.overview)
        for figure in made.figures:
            by = random.randrange(1, 10)
            seen = is_found(made, figure, min(by, int(figure.value) or by))
            stated, noticed = stated + 1, noticed + seen
            if options.misses and not seen:
                print("not found:", figure.name, figure.value, by, figure.sentence)
    print(f"{options.reports} consistent reports: {alarms} with a false alarm")
    print(f"{stated} stated figures changed in the tables: {noticed} found, {noticed / stated:.4f}")


if __name__ == "__main__":
    main()

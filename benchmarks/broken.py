"""
What ``govdisclosure.testing.broken`` draws, for every rule: whether a check finds that rule broken and no other.

    python benchmarks/broken.py [--examples 200] [CODE ...]

Prints a line a code: how many cases were drawn, how many of them fail exactly that code, and the seconds it took.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from time import process_time

from hypothesis import HealthCheck, Phase, given, settings

from govdisclosure import testing
from govdisclosure.checks import rules


def outcomes(code: str, examples: int) -> Counter[frozenset[str]]:
    """Count the sets of codes that are found in so many cases."""
    counted: Counter[frozenset[str]] = Counter()

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=testing.broken(code))
    def look(case: testing.Case) -> None:
        counted[frozenset(finding.code for finding in case.check())] += 1

    look()
    return counted


def main() -> int:
    """Try every code, or those that are named; give 1 if a case fails anything else."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=200)
    parser.add_argument("codes", nargs="*")
    asked = parser.parse_args()
    cases = right = 0
    for code in asked.codes or [rule.code for rule in rules()]:
        begun = process_time()
        counted = outcomes(code, asked.examples)
        drawn, exact = counted.total(), counted[frozenset({code})]
        cases, right = cases + drawn, right + exact
        print(f"{code:22} {exact:5} of {drawn:5}  {process_time() - begun:6.1f} s", flush=True)
        for codes, times in counted.items():
            if codes != {code}:
                print(f"    {times} cases: {', '.join(sorted(codes)) or 'nothing found'}")
    print(f"{right} of {cases} cases fail exactly the rule that they are named for")
    return int(right != cases)


if __name__ == "__main__":
    sys.exit(main())

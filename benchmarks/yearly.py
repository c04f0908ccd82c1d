"""
How many year-on-year claims of the labelled sentences are found, and how many of those that are found are labelled.

Run it with ``python benchmarks/yearly.py``; ``--misses`` lists the sentences that are not read as labelled. The
sentences were written and labelled before there was a grammar for them, and parted by lot: one half was looked at while
it was written, the other is held back.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

from govdisclosure.claims.yearly import Statement, YearlyClaim, yearly_claims_in

DATA = Path(__file__).parent.parent / "tests" / "data" / "claims"
FILES = ("yearly_development.tsv", "yearly_held_back.tsv")
YEAR, AGENCY = 2024, "示例县水务局"


def _stated(statement: Statement) -> str:
    return statement.form if statement.form in {"same", "halved"} else f"{statement.form}={statement.value}"


def label(claim: YearlyClaim) -> str:
    """Write a claim as the data label it: ``what:form=value&form=value``."""
    return f"{claim.readings[0]}:{'&'.join(map(_stated, claim.statements))}"


def score(name: str) -> tuple[int, int, int, int, list[str]]:
    """Score one file: sentences, claims that are right, found, labelled, and what is read otherwise."""
    right = extracted = labelled = sentences = 0
    misses: list[str] = []
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            due = Counter(row["claims"].split()) - Counter("-")
            got = Counter(map(label, yearly_claims_in(row["sentence"], year=YEAR, agency=AGENCY)))
            right, extracted, labelled = right + (due & got).total(), extracted + got.total(), labelled + due.total()
            sentences += 1
            if due != got:
                misses.append(f"{row['sentence']}\n    due {' '.join(due) or '-'}\n    got {' '.join(got) or '-'}")
    return sentences, right, extracted, labelled, misses


def main() -> None:
    """Print the scores of each file."""
    for name in FILES:
        sentences, right, extracted, labelled, misses = score(name)
        print(f"{name}: {sentences} sentences, precision {right / extracted:.4f}, recall {right / labelled:.4f}")
        if "--misses" in sys.argv[1:]:
            print("\n".join(misses))


if __name__ == "__main__":
    main()

"""
How many claims of the labelled sentences the grammar finds, and how many of those it finds are labelled.

Run it with ``python benchmarks/claims.py``; ``--misses`` lists the sentences that are not read as labelled. Each file
is scored apart: precision is due at least 0.99 and recall at least 0.95 on each. Report year of all sentences: 2021.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

from govdisclosure.claims import Claim, claims_in

DATA = Path(__file__).parent.parent / "tests" / "data" / "claims"
YEAR = 2021


def label(claim: Claim) -> str:
    """Write a claim as the data label it: ``readings=value``, ``~`` approximate, ``@last`` year, ``@part``."""
    flags = "" if claim.exact else "~"
    flags += "@last" if claim.year == "last" else ""
    flags += "" if claim.whole else "@part"
    return f"{'|'.join(claim.readings)}={claim.value}{flags}"


def score(name: str) -> tuple[float, float, int, list[str]]:
    """Give precision, recall, the number of sentences of one file, and the sentences that are not as labelled."""
    right = found = labelled = sentences = 0
    misses = []
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            due = Counter(row["claims"].split()) - Counter("-")
            got = Counter(label(each) for each in claims_in(row["sentence"], year=YEAR, agency=row["agency"] or None))
            right, found, labelled = right + (due & got).total(), found + got.total(), labelled + due.total()
            sentences += 1
            if due != got:
                misses.append(f"{row['sentence']}\n    due {' '.join(due) or '-'}\n    got {' '.join(got) or '-'}")
    return right / found, right / labelled, sentences, misses


def main() -> None:
    """Print the scores of each file."""
    for name in ("first.tsv", "second.tsv", "third.tsv", "fourth.tsv"):
        precision, recall, sentences, misses = score(name)
        print(f"{name}: {sentences} sentences, precision {precision:.4f}, recall {recall:.4f}")
        if "--misses" in sys.argv[1:]:
            print("\n".join(misses))


if __name__ == "__main__":
    main()

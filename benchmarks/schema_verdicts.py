"""
Damaged documents, judged by the JSON Schema in another library's validator and by the loader.

Run it with ``python benchmarks/schema_verdicts.py [--documents 50000] [--seed 0]``. What the loader accepts must obey
the schema; once what no schema can say is mended in a document, both must say the same. The exit status is 1 otherwise.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from support.json_documents import document
from support.schema_documents import Verdicts, verdicts


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=50_000, help="how many documents (default 50000)")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the run (default 0)")
    return parser.parse_args()


def main() -> int:
    """Judge them all, and print how many each accepts."""
    options = arguments()
    counts: Counter[Verdicts] = Counter()
    for number in range(options.documents):
        rng = random.Random(f"{options.seed}:{number}")  # noqa: S311 - documents, no secret
        judged = verdicts(document(rng))
        counts[judged] += 1
        if not judged.agree:
            print(f"{options.seed}:{number} {judged}")
    for judged, count in counts.most_common():
        print(f"{count:6}  {judged}")
    return 0 if all(judged.agree for judged in counts) else 1


if __name__ == "__main__":
    sys.exit(main())

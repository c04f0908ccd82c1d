"""
Copies among 2,000 reports: time, and how many planted ones are told from what bodies write alike anyhow.

Each report has sentences that all have, sentences of a common model, and sentences of its own, which are made of the
same words as those of others. One in twenty is a copy of a section of another one, of which a tenth was edited: single
characters, words, sentences, or paragraphs in another order besides. Figures and names are always other ones.

Run: ``python benchmarks/copies.py [REPORTS [SEED]]``. Precision and recall are due at least 0.99, in 20 seconds.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import Final

from govdisclosure.copies import peer_copies

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.batches import batch

REPORTS: Final = 2_000
COPIES: Final = 0.05
EDITED: Final = 0.1


def main(size: int = REPORTS, seed: int = 1) -> None:
    """Build a batch, look for copies, and print what was seen."""
    built = batch(Random(seed), size, copies=COPIES, edited=EDITED)  # noqa: S311 - no secret
    start, used = time.perf_counter(), time.process_time()
    copies = peer_copies(built.reports)
    seconds, used = time.perf_counter() - start, time.process_time() - used
    told = {
        (copy.section, frozenset((place, copy.other))): copy.similarity
        for place, own in enumerate(copies)
        for copy in own
    }
    right = told.keys() & built.planted.keys()
    due, seen = (Counter(built.planted[key] for key in keys) for keys in (built.planted, right))
    for how in sorted(due):
        print(f"{how}: {seen[how]} of {due[how]}")
    recall, precision = len(right) / len(built.planted), len(right) / max(1, len(told))
    print(f"{size} reports, {len(built.planted)} copies: recall {recall:.4f}, precision {precision:.4f}")
    print(f"{seconds:.1f} s, of them {used:.1f} s of the processor")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

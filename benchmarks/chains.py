"""
Whether the year and the cell are named when one cell of a five-year chain is changed.

Run it with ``python benchmarks/chains.py [CHAINS]``. Each chain is a consistent one of random figures, from a year of
edition 2019 or 2021 on, a third of them nearly empty; in each, one cell is changed in one of the ways in which people
slip. The neighbours decide it for what was carried over from a year that is there or carried forward to one, and for
documents in force with a year of edition 2021 on both sides. A name is wrong if it is another cell or another figure.
Counted apart are chains with noughts left blank, chains in which any cell can be blank, and chains in which documents
lapsed, which no figure tells from a slip in what was issued.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from support.random_chains import run


def main() -> None:
    """Print how changed cells were named."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    for blanks, lapse in (("none", False), ("noughts", False), ("any", False), ("none", True)):
        begin = time.perf_counter()
        counts = run(random.Random(5), count, blanks=blanks, lapse=lapse)  # noqa: S311 - figures to try, no secrets
        words = f"blanks: {blanks}, {'documents lapse' if lapse else 'none lapses'}"
        print(f"{count} chains, {words} ({time.perf_counter() - begin:.0f} s)")
        for (kind, how), number in sorted(counts.items()):
            print(f"  {kind:36} {how:12} {number}")


if __name__ == "__main__":
    main()

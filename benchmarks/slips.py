"""
Slips of labels and rows in published tables: right, named by a note, needlessly named, silently wrong.

Run it with ``python benchmarks/slips.py [--documents 2000] [--kinds NAME…] [--seed N] [--jobs 2]``; with
``--only KIND:SEED`` it repeats one document, with ``--against PATH/src`` it reads with that package, too.

Labels are dropped, lost with their cells, damaged, doubled, remarked, printed beside the next row as well; rows are
doubled, put in, left away, moved; in text of many layouts and in grids of web pages and Word files. ``unsaid`` counts
the documents in which a printed figure stands neither in its cell nor in what a note quotes. The exit status is 1 if a
document is read silently wrong or a reader crashes.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from fnmatch import fnmatch
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from reading import HEADER_AGAINST, Batch, failures, in_batches, keep, line_against, read_all, sums_of

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from support.publishing.scoring import score
from support.publishing.slipped import SLIPPED, publish_slipped

_HEADER = f"{'kind':<36}{'docs':>6}" + "".join(
    f"{name:>9}" for name in ("right", "noted", "needless", "silent", "unsaid", "refused", "crashes")
)


def line_of(name: str, batch: Batch) -> str:
    """Give the line of a kind of slips."""
    sums = sums_of(batch.own)
    figures = sums.figures or 1
    shares = "".join(f"{part / figures:>9.2%}" for part in (sums.right, sums.noted, sums.needless))
    return f"{name:<36}{len(batch.own):>6}{shares}{sums.silent:>9}{sums.unsaid:>9}{sums.refused:>9}{sums.crashes:>9}"


def show_one(name: str, seed: int, save: Path) -> int:
    """Repeat one document, save it, and print how each wrong cell was read and what is unsaid."""
    (document,) = publish_slipped(name, [seed])
    result = score(document)
    print(keep(document, save))
    print(line_of(name, Batch([result], [])))
    print("\n".join((*result.wrong, *(f"unsaid {figure}" for figure in result.unsaid))))
    print(result.refused or result.crash or "")
    return int(bool(result.wrong or result.crash))


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000, help="documents of all kinds together (default 2000)")
    parser.add_argument("--kinds", nargs="*", default=["*"], help="names or patterns, such as 'label-*-text'")
    parser.add_argument("--seed", type=int, default=0, help="the first seed (default 0)")
    parser.add_argument("--jobs", type=int, default=2, help="processes (default 2)")
    parser.add_argument("--cells", type=int, default=3, help="wrong cells to print of a document (default 3)")
    parser.add_argument("--only", metavar="KIND:SEED", help="repeat one document")
    parser.add_argument("--against", type=Path, metavar="PATH/src", help="read with the package of this folder, too")
    parser.add_argument("--save", type=Path, default=Path("build/slips"), help="where documents are saved")
    return parser.parse_args()


def main() -> int:
    """Print the table, then what is to be looked into."""
    options = arguments()
    if options.only:
        name, _, seed = options.only.rpartition(":")
        return show_one(name, int(seed), options.save)
    names = [name for name in SLIPPED if any(fnmatch(name, pattern) for pattern in options.kinds)]
    print(HEADER_AGAINST if options.against else _HEADER)
    own, other = [], []
    with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool:
        for name in names:
            seeds = in_batches(options.seed, -(-options.documents // len(names)))
            batch = read_all(pool, partial(publish_slipped, name), seeds, options)
            print(line_against(name, batch) if options.against else line_of(name, batch), flush=True)
            own += batch.own
            other += batch.other
    everything = Batch(own, other)
    print(line_against("all", everything) if options.against else line_of("all", everything))
    failed = failures(own, options.cells)
    print("\n".join(failed))
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())

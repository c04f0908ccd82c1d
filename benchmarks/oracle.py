"""
What was read against what a person sees: in a browser, and on pages that are printed.

Documents are made in which many cells are altered: digits put into a figure are hidden, raised, lowered, struck,
covered, generated, or nothing of the kind. What is seen in each of these cells is asked of Chromium, of LibreOffice and
of pictures of pages; what was meant when the document was made is a vote of its own. A figure that was read otherwise
than it is seen, without a note that names its cell, is silently different.

Run it with ``python benchmarks/oracle.py [--pages 1500] [--pdfs 1000] [--words 200] [--sheets 200] [--seed N]
[--jobs 2]``; ``--kinds WORD`` looks at the kinds alone whose name has this word, ``--only web:0:17`` repeats one
document and saves it below ``--save``. The exit status is 1 if anything is silently different, or the votes disagree.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Final

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from support.oracle.cells import Outcome, Tally
from support.oracle.runs import RUNS, made

if TYPE_CHECKING:
    from collections.abc import Iterable

    from support.oracle.cells import Verdict

_BATCH: Final = {"web": 75, "pdf": 25, "word": 20, "sheet": 20}
_OPTIONS: Final = {"web": ("pages", 1500), "pdf": ("pdfs", 1000), "word": ("words", 200), "sheet": ("sheets", 200)}
_HEADER: Final = "kind                                               cells    read   noted refused  silent  needless"


def run_batch(name: str, numbers: Iterable[int], seed: int, kinds: str) -> Tally:
    """Look at the documents of a batch, in a process of the pool."""
    return RUNS[name](numbers, seed, kinds)


def table(tally: Tally) -> Iterable[str]:
    """Give the lines of the table: the kinds, then all of them."""
    yield _HEADER
    for kind, outcomes in sorted(tally.outcomes.items()):
        yield _line(kind, [outcomes[each] for each in Outcome], tally.needless_of[kind])
    totals = [sum(outcomes[each] for outcomes in tally.outcomes.values()) for each in Outcome]
    yield _line("all", totals, tally.needless_of.total())


def _line(kind: str, counts: list[int], needless: int) -> str:
    return f"{kind[:48]:<48}{sum(counts):>8}{counts[0]:>8}{counts[1]:>8}{counts[2]:>8}{counts[3]:>8}{needless:>10}"


def examples(title: str, verdicts: list[Verdict], each: int) -> Iterable[str]:
    """Give some of the verdicts of each kind."""
    by_kind: defaultdict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        by_kind[verdict.cell.kind].append(verdict)
    for kind, alike in sorted(by_kind.items()):
        yield f"{title}: {kind}: {len(alike)}"
        yield from (f"    {verdict}" for verdict in alike[:each])


def summary(name: str, tally: Tally, shown: int) -> Iterable[str]:
    """Give all that is said of the documents of a format."""
    yield from table(tally)
    yield from examples("silently different", tally.silent, shown)
    yield from examples("the votes disagree", tally.disagreements, shown)
    yield from (f"beside: {each}" for each in tally.others[: 10 * shown])
    yield (
        f"{name}: {tally.documents} documents, {len(tally.outcomes)} kinds, "
        f"silently different {len(tally.silent)} altered cells and {len(tally.others)} beside them, "
        f"votes disagree on {len(tally.disagreements)}, noted beside them {tally.noted_beside} of {tally.beside}, "
        f"refused {dict(tally.refused)}"
    )


def keep(name: str, seed: int, number: int, folder: Path, kinds: str) -> None:
    """Save a document."""
    folder.mkdir(parents=True, exist_ok=True)
    content, suffix = made(name, number, seed, kinds)
    path = folder / f"{name}-{seed}-{number}.{suffix}"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    print(path)


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option, count in _OPTIONS.values():
        parser.add_argument(f"--{option}", type=int, default=count, help=f"how many {option} (default {count})")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the run (default 0)")
    parser.add_argument("--jobs", type=int, default=2, help="processes (default 2)")
    parser.add_argument("--kinds", default="", help="a word that the names of the kinds have")
    parser.add_argument("--examples", type=int, default=2, help="cells to print of each kind (default 2)")
    parser.add_argument("--only", metavar="FORMAT:SEED:NUMBER", help="repeat one document")
    parser.add_argument("--save", type=Path, default=Path("build/oracle"), help="where a repeated document is saved")
    return parser.parse_args()


def main() -> int:
    """Look at all documents, format by format, and print what was seen."""
    options = arguments()
    if options.only:
        name, seed, number = options.only.split(":")
        keep(name, int(seed), int(number), options.save, options.kinds)
        tally = RUNS[name]([int(number)], int(seed), options.kinds)
        print(*summary(name, tally, 99), sep="\n")
        return int(bool(tally.silent or tally.others or tally.disagreements))
    bad = 0
    for name, (option, _) in _OPTIONS.items():
        count = getattr(options, option)
        size = _BATCH[name]
        batches = [range(first, min(first + size, count)) for first in range(0, count, size)]
        tally = Tally()
        with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool:
            for each in pool.map(partial(run_batch, name, seed=options.seed, kinds=options.kinds), batches):
                tally.merge(each)
        if count:
            print(*summary(name, tally, options.examples), sep="\n", flush=True)
        bad += len(tally.silent) + len(tally.others) + len(tally.disagreements)
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())

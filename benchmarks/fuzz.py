"""
Damaged documents: each must be read or refused with a reason, within bounds of time and memory.

Run it with ``python benchmarks/fuzz.py [--html 100000] [--text 100000] [--docx 30000] [--xlsx 30000] [--pdf 5000]
[--json 300000] [--seed N] [--jobs 2]``; ``--only html:0:17`` repeats one document and shows what becomes of it.
Documents at which something else than a ``ReadError`` leaves the reader, or that take too long, and JSON that a judge
made from its specification alone does not agree upon, are saved below ``--save``; the exit status is 1 then.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from support.fuzzing import Damaged, Outcomes, fuzz

_BATCH: Final = 100
_DEFAULTS: Final = {
    "html": 100_000,
    "text": 100_000,
    "docx": 30_000,
    "xlsx": 30_000,
    "pdf": 5_000,
    "json": 300_000,
}


def fuzz_batch(numbers: range, *, name: str, seed: int, bound: float) -> Outcomes:
    """Read a batch of documents, in a process of the pool."""
    return fuzz([Damaged(name, seed, number) for number in numbers], bound)


def report(name: str, outcomes: Outcomes) -> str:
    """Say what became of the documents of a format."""
    codes = ", ".join(f"{code} {count}" for code, count in outcomes.refused.most_common())
    seconds, slowest = outcomes.slowest
    memory, largest = outcomes.largest
    return (
        f"{name}: {outcomes.count} documents, {outcomes.read} read, {outcomes.refused.total()} refused, "
        f"{len(outcomes.crashes)} crashes, {len(outcomes.late)} too late\n"
        f"  refused: {codes}\n"
        f"  slowest: {seconds:.2f} s ({slowest}); most memory of a process: {memory:.0f} MiB ({largest})"
    )


def save(name: str, folder: Path) -> None:
    """Save a document, and tell how it is repeated."""
    kind, seed, number = name.split(":")
    content = Damaged(kind, int(seed), int(number)).content()
    folder.mkdir(parents=True, exist_ok=True)
    data = content if isinstance(content, bytes) else content.encode(errors="surrogatepass")
    (folder / name.replace(":", "-")).write_bytes(data)
    print(f"  --only {name}")


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, count in _DEFAULTS.items():
        parser.add_argument(f"--{name}", type=int, default=count, help=f"how many documents (default {count})")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the run (default 0)")
    parser.add_argument("--jobs", type=int, default=2, help="processes (default 2)")
    parser.add_argument("--bound", type=float, default=10.0, help="seconds of processor time (default 10)")
    parser.add_argument("--only", metavar="FORMAT:SEED:NUMBER", help="repeat one document")
    parser.add_argument("--save", type=Path, default=Path("build/fuzz"), help="where documents are saved")
    return parser.parse_args()


def main() -> int:
    """Read them all, and print what became of them."""
    options = arguments()
    if options.only:
        name, seed, number = options.only.split(":")
        outcomes = fuzz([Damaged(name, int(seed), int(number))], options.bound)
        save(options.only, options.save)
        print(report(name, outcomes), *outcomes.crashes.values(), sep="\n")
        return int(bool(outcomes.crashes or outcomes.late))
    bad = 0
    for name in _DEFAULTS:
        count = getattr(options, name)
        batches = [range(first, min(first + _BATCH, count)) for first in range(0, count, _BATCH)]
        read = partial(fuzz_batch, name=name, seed=options.seed, bound=options.bound)
        total = Outcomes()
        with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool:
            for outcomes in pool.map(read, batches):
                total.add(outcomes)
        print(report(name, total), flush=True)
        for each in (*total.crashes, *total.late):
            save(each, options.save)
            print(total.crashes.get(each, "  too late"))
        bad += len(total.crashes) + len(total.late)
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())

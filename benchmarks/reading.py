"""
How published reports are read, layout by layout: right, named by a note, silently wrong, refused, crashed.

Run it with ``python benchmarks/reading.py [--per-layout 200] [--pdf 100] [--layouts NAME…] [--seed N] [--jobs 2]``;
``--only LAYOUT:SEED`` repeats one document and shows its cells. Documents that are read silently wrong, or at which a
reader crashes, are saved below ``--save``. The exit status is 1 if there are any.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
from concurrent.futures import ProcessPoolExecutor
from fnmatch import fnmatch
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Final

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from support.publishing import LAYOUTS, publish
from support.publishing.scoring import Score, has_reader, score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.publishing import Document

RIGHT: Final = 0.999
FLAGGED: Final = 0.005
_BATCH: Final = 25
_HEADER: Final = "layout                          docs  figures    right  flagged  silent docs  refused  crashes  named"


def read_batch(seeds: Sequence[int], *, layout: str, save: Path) -> list[Score]:
    """Publish, read and score the documents of these seeds."""
    scores = []
    for document in publish(layout, seeds):
        result = score(document)
        if result.wrong or result.crash:
            keep(document, save)
        scores.append(result)
    return scores


def keep(document: Document, save: Path) -> Path:
    """Save a document."""
    save.mkdir(parents=True, exist_ok=True)
    suffix = {"text": "txt"}.get(document.format, document.format)
    path = save / f"{document.layout}-{document.seed}.{suffix}"
    content = document.content.encode() if isinstance(document.content, str) else document.content
    path.write_bytes(content)
    return path


def line_of(name: str, scores: Sequence[Score]) -> str:
    """Give the line of a layout; percentages where it keeps positions, how many cells are named where it does not."""
    layout, figures = LAYOUTS.get(name), sum(each.figures for each in scores) or 1
    right, flagged = sum(each.right for each in scores), sum(each.flagged for each in scores)
    silent = sum(len(each.wrong) for each in scores)
    counts = (
        sum(bool(each.wrong) for each in scores),
        sum(each.refused is not None for each in scores),
        sum(each.crash is not None for each in scores),
    )
    named = statistics.median(each.flagged for each in scores)
    missed = layout is not None and layout.keeps_positions and (right < RIGHT * figures or flagged > FLAGGED * figures)
    tail = "" if layout is None or layout.keeps_positions else f"{named:7.0f}"
    tail += "  below target" if missed else ""
    return (
        f"{name:<30}{len(scores):>6}{figures:>9}{right / figures:>9.2%}{flagged / figures:>9.2%}"
        f"{silent:>8}{counts[0]:>5}{counts[1]:>9}{counts[2]:>9}{tail}"
    )


def failures(scores: Sequence[Score], cells: int) -> list[str]:
    """Say which documents were read silently wrong or crashed a reader, and how to repeat each."""
    found = []
    for each in scores:
        if each.wrong or each.crash:
            last = each.crash.rstrip().rpartition("\n")[2] if each.crash else ""
            last += "" if each.sound else "(its own figures contradict each other)"
            found.append(f"--only {each.layout}:{each.seed}  {len(each.wrong)} cells  {last}".rstrip())
            found += [f"    {cell}" for cell in each.wrong[:cells]]
    return found


def show_one(layout: str, seed: int, save: Path) -> int:
    """Repeat one document, save it, and print how each wrong cell was read."""
    (document,) = publish(layout, [seed])
    result = score(document)
    print(keep(document, save))
    print(line_of(layout, [result]))
    if result.refused:
        print(result.refused)
    if result.crash:
        print(result.crash)
    print("\n".join(result.wrong))
    return int(bool(result.wrong or result.crash))


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--per-layout", type=int, default=200, help="documents of each layout (default 200)")
    parser.add_argument("--pdf", type=int, default=100, help="documents of each layout of PDF (default 100)")
    parser.add_argument("--layouts", nargs="*", default=["*"], help="names or patterns, such as 'text-*'")
    parser.add_argument("--seed", type=int, default=0, help="the first seed (default 0)")
    parser.add_argument("--jobs", type=int, default=2, help="processes (default 2)")
    parser.add_argument("--cells", type=int, default=3, help="wrong cells to print of a document (default 3)")
    parser.add_argument("--only", metavar="LAYOUT:SEED", help="repeat one document")
    parser.add_argument("--save", type=Path, default=Path("build/reading"), help="where documents are saved")
    return parser.parse_args()


def main() -> int:
    """Print the table, then what is to be looked into."""
    options = arguments()
    if options.only:
        layout, _, seed = options.only.rpartition(":")
        return show_one(layout, int(seed), options.save)
    print(_HEADER)
    everything: list[Score] = []
    with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool:
        for name, layout in LAYOUTS.items():
            if not any(fnmatch(name, pattern) for pattern in options.layouts):
                continue
            if layout.finish is not None and shutil.which("soffice") is None:
                print(f"{name:<30}  no LibreOffice")
                continue
            if not has_reader(layout.format):
                print(f"{name:<30}  no reader")
                continue
            count = options.pdf if layout.format == "pdf" else options.per_layout
            if not count:
                continue
            last = options.seed + count
            seeds = [range(first, min(first + _BATCH, last)) for first in range(options.seed, last, _BATCH)]
            read = partial(read_batch, layout=name, save=options.save)
            scores = [each for batch in pool.map(read, seeds) for each in batch]
            print(line_of(name, scores), flush=True)
            everything += scores
    if everything:
        print(line_of("all", everything))
    found = failures(everything, options.cells)
    print("\n".join(found))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())

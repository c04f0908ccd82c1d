"""
How published reports are read, layout by layout: right, named by a note, silently wrong, refused, crashed.

Run it with ``python benchmarks/reading.py [--per-layout 200] [--pdf 100] [--layouts NAME…] [--seed N] [--jobs 2]``;
``--only LAYOUT:SEED`` repeats one document and shows its cells. ``--against PATH/src`` reads the same documents with
the reader of another tree as well, in a process of its own: each pair of columns is that tree, then this one, and
layouts that are read worse than there are marked. Documents that are read silently wrong, or at which a reader crashes,
are saved below ``--save``. ``unsaid`` counts documents in which a printed figure stands neither in its cell nor in what
a note quotes. The exit status is 1 if something is silently wrong, crashes, or is worse.
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

from attrs import frozen

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from support.other_tree import outcomes_of_other_tree
from support.publishing import LAYOUTS, publish
from support.publishing.scoring import Score, has_reader, judge, score

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from support.publishing import Document, Layout

RIGHT: Final = 0.999
FLAGGED: Final = 0.005
_BATCH: Final = 25
_HEADER: Final = (
    f"{'layout':<36}{'docs':>6}{'figures':>9}{'right':>9}{'flagged':>9}{'needless':>9}{'silent':>8}{'docs':>5}"
    f"{'unsaid':>8}{'refused':>9}{'crashes':>9}  named"
)
HEADER_AGAINST: Final = (
    f"{'layout':<36}{'docs':>6}{'right':>19}{'noted':>19}{'needless':>19}{'silent docs':>15}{'unsaid':>12}"
    f"{'refused':>12}{'crashes':>12}"
)


@frozen
class Batch:
    """The scores of the same documents, by the reader of this tree and by that of another one, if there is one."""

    own: list[Score]
    other: list[Score]


def read_batch(
    seeds: Sequence[int], *, documents: Callable[[Sequence[int]], list[Document]], save: Path, against: Path | None
) -> Batch:
    """Publish, read and score the documents of these seeds."""
    published = documents(seeds)
    scores = [score(document) for document in published]
    for document, result in zip(published, scores, strict=True):
        if result.wrong or result.crash:
            keep(document, save)
    if against is None:
        return Batch(scores, [])
    outcomes = outcomes_of_other_tree(against, [document.content for document in published])
    return Batch(scores, [judge(*pair) for pair in zip(published, outcomes, strict=True)])


def keep(document: Document, save: Path) -> Path:
    """Save a document."""
    save.mkdir(parents=True, exist_ok=True)
    suffix = {"text": "txt", "markdown": "md"}.get(document.format, document.format)
    path = save / f"{document.layout}-{document.seed}.{suffix}"
    content = document.content.encode() if isinstance(document.content, str) else document.content
    path.write_bytes(content)
    return path


def line_of(name: str, scores: Sequence[Score]) -> str:
    """Give the line of a layout; percentages where it keeps positions, how many cells are named where it does not."""
    layout, figures = LAYOUTS.get(name), sum(each.figures for each in scores) or 1
    right, flagged = sum(each.right for each in scores), sum(each.flagged for each in scores)
    needless = sum(each.needless for each in scores)
    silent = sum(len(each.wrong) for each in scores)
    counts = (
        sum(bool(each.wrong) for each in scores),
        sum(bool(each.unsaid) for each in scores),
        sum(each.refused is not None for each in scores),
        sum(each.crash is not None for each in scores),
    )
    named = statistics.median(each.flagged for each in scores)
    missed = layout is not None and layout.keeps_positions and (right < RIGHT * figures or flagged > FLAGGED * figures)
    tail = "" if layout is None or layout.keeps_positions else f"{named:7.0f}"
    tail += "  below target" if missed else ""
    return (
        f"{name:<36}{len(scores):>6}{figures:>9}{right / figures:>9.2%}{flagged / figures:>9.2%}"
        f"{needless / figures:>9.2%}{silent:>8}{counts[0]:>5}{counts[1]:>8}{counts[2]:>9}{counts[3]:>9}{tail}"
    )


@frozen
class Sums:
    """What one reader made of the documents of a layout, in all."""

    figures: int
    right: int
    noted: int
    needless: int
    silent: int
    unsaid: int
    refused: int
    crashes: int


def sums_of(scores: Sequence[Score]) -> Sums:
    """Add scores up; from ``silent`` on documents are counted, before it figures."""
    return Sums(
        sum(each.figures for each in scores),
        sum(each.right for each in scores),
        sum(each.noted for each in scores),
        sum(each.needless for each in scores),
        sum(bool(each.wrong) for each in scores),
        sum(bool(each.unsaid) for each in scores),
        sum(each.refused is not None for each in scores),
        sum(each.crash is not None for each in scores),
    )


def worse_than(own: Sums, other: Sums) -> list[str]:
    """Say in what the reader of this tree is worse than the other one."""
    worse = ["right"] if own.right < other.right else []
    names = ("needless", "silent", "refused", "crashes")
    return worse + [name for name in names if getattr(own, name) > getattr(other, name)]


def line_against(name: str, batch: Batch) -> str:
    """Give the line of a layout that two readers have read: the other tree's first, then this one's."""
    own, other = sums_of(batch.own), sums_of(batch.other)
    figures = own.figures or 1

    def shares(first: int, second: int) -> str:
        return f"{first / figures:>9.2%} {second / figures:>8.2%} "

    line = f"{name:<36}{len(batch.own):>6}"
    line += "".join(shares(getattr(other, what), getattr(own, what)) for what in ("right", "noted", "needless"))
    pairs = ((getattr(other, what), getattr(own, what)) for what in ("silent", "unsaid", "refused", "crashes"))
    line += "".join(f"{first:>8} {second:>4}" for first, second in pairs)
    worse = worse_than(own, other)
    return line + (f"  worse: {', '.join(worse)}" if worse else "")


def failures(scores: Sequence[Score], cells: int) -> list[str]:
    """Say which documents were read silently wrong or crashed a reader, and how to repeat each."""
    lines = []
    for each in scores:
        if each.wrong or each.crash:
            last = each.crash.rstrip().rpartition("\n")[2] if each.crash else ""
            last += "" if each.sound else "(its own figures contradict each other)"
            lines.append(f"--only {each.layout}:{each.seed}  {len(each.wrong)} cells  {last}".rstrip())
            lines += [f"    {cell}" for cell in each.wrong[:cells]]
    return lines


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
    parser.add_argument("--against", type=Path, metavar="PATH/src", help="read with the package of this folder, too")
    parser.add_argument("--save", type=Path, default=Path("build/reading"), help="where documents are saved")
    return parser.parse_args()


def chosen(patterns: Sequence[str]) -> Iterator[Layout]:
    """Give the layouts whose names match, and say which of them cannot be read here."""
    for name, layout in LAYOUTS.items():
        if not any(fnmatch(name, pattern) for pattern in patterns):
            continue
        if layout.finish is not None and shutil.which("soffice") is None:
            print(f"{name:<36}  no LibreOffice")
        elif not has_reader(layout.format):
            print(f"{name:<36}  no reader")
        else:
            yield layout


def in_batches(first: int, count: int) -> list[range]:
    """Give the seeds from the first one on, in batches."""
    last = first + count
    return [range(start, min(start + _BATCH, last)) for start in range(first, last, _BATCH)]


def read_all(
    pool: ProcessPoolExecutor,
    documents: Callable[[Sequence[int]], list[Document]],
    seeds: list[range],
    options: argparse.Namespace,
) -> Batch:
    """Read the documents of these seeds in the processes of the pool."""
    read = partial(read_batch, documents=documents, save=options.save, against=options.against)
    batches = list(pool.map(read, seeds))
    return Batch([each for batch in batches for each in batch.own], [each for batch in batches for each in batch.other])


def main() -> int:
    """Print the table, then what is to be looked into."""
    options = arguments()
    if options.only:
        layout, _, seed = options.only.rpartition(":")
        return show_one(layout, int(seed), options.save)
    print(HEADER_AGAINST if options.against else _HEADER)
    everything, others, worse = [], [], 0
    with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool:
        for layout in chosen(options.layouts):
            wanted = options.pdf if layout.format == "pdf" else options.per_layout
            if not wanted:
                continue
            seeds = in_batches(options.seed, max(1, int(wanted * layout.share)))
            batch = read_all(pool, partial(publish, layout.name), seeds, options)
            print(line_against(layout.name, batch) if options.against else line_of(layout.name, batch.own), flush=True)
            worse += bool(options.against and worse_than(sums_of(batch.own), sums_of(batch.other)))
            everything += batch.own
            others += batch.other
    if everything:
        print(line_against("all", Batch(everything, others)) if options.against else line_of("all", everything))
    failed = failures(everything, options.cells)
    print("\n".join(failed))
    return int(bool(failed or worse))


if __name__ == "__main__":
    sys.exit(main())

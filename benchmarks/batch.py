"""
Batches: how fast they are, in how much memory, what a second process brings, and what a cache saves.

Run it with ``python benchmarks/batch.py [json] [scaling] [pages] [again]``, all of them by default; ``--full`` takes
the numbers of the claims (100,000 documents of JSON, 10,000 web pages, 1,000 PDF files, a folder of 1,000), and
``--reports``, ``--pages``, ``--pdfs``, ``--files`` take any other. ``scaling`` says something on an idle machine only:
two processes are measured beside one by turns, and the best of ``--rounds`` counts.

Reports are random ones, of which a few hundred are made and named anew for each document; in ``again``, which is kept
by the content, each page has a report of its own.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from recorded import keep

import govdisclosure as gd
from govdisclosure import batch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.publishing.html import MARKUP, print_html
from support.publishing.noise import some_noise
from support.publishing.pages import page_of
from support.publishing.pdf import by_library
from support.publishing.reports import random_report

Row: TypeAlias = dict[str, Any]
"""What was measured, by the names of the figures."""

DISTINCT: Final = 200
"""How many reports are made; the others are copies of them under other names."""

PARTS: Final = ["json", "scaling", "pages", "again"]
SENTENCE: Final = "本机关坚持以公开为常态、不公开为例外，全面推进决策、执行、管理、服务和结果公开，及时回应社会关切。"
MEGABYTE: Final = 1_000_000
MILLION: Final = 1_000_000
HOUR: Final = 3600


def reports(n: int, seed: int = 1) -> Iterator[gd.AnnualReport]:
    """Make random reports with as much text as published ones have."""
    rng = Random(seed)  # noqa: S311 - no secret
    for _ in range(n):
        report = random_report(rng)
        report.overview = [*(report.overview or ()), *(SENTENCE * rng.randint(1, 5) for _ in range(5))]
        report.problems_and_improvements = [SENTENCE * rng.randint(1, 3) for _ in range(3)]
        yield report


def documents(n: int) -> Iterator[tuple[str, bytes]]:
    """Give documents of JSON, each of another body, with names."""
    made = [gd.dumpb(report) for report in reports(min(n, DISTINCT))]
    names = ["".join(chr(0x4E00 + (n * 7919 + step * 104_729) % 20_000) for step in range(3)) for n in range(n)]
    for number, (name, content) in enumerate(zip(names, itertools.cycle(made), strict=False)):
        yield f"{number // 1000:03}/{number:06}.json", content.replace(b'"name":"', b'"name":"' + name.encode(), 1)


def archive(folder: Path, n: int) -> Path:
    """Write documents into an archive, unless it is there."""
    path = folder / f"reports-{n}.zip"
    if not path.exists():
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as written:
            for name, content in documents(n):
                written.writestr(name, content)
    return path


def pages(n: int, *, distinct: int = DISTINCT) -> Iterator[batch.Content]:
    """Give web pages of many makers, so many of them of different content."""
    rng = Random(2)  # noqa: S311 - no secret
    markups = list(MARKUP.values())
    made = [
        print_html(page_of(report, some_noise(rng)), rng, rng.choice(markups)).encode()
        for report in reports(min(n, distinct))
    ]
    return (batch.Content(f"{number}.html", content) for number, content in zip(range(n), itertools.cycle(made)))


def pdfs(n: int) -> Iterator[batch.Content]:
    """Give PDF files, drawn by a library."""
    rng = Random(3)  # noqa: S311 - no secret
    made = [by_library(page_of(report, some_noise(rng)), rng) for report in reports(min(n, DISTINCT // 4), seed=3)]
    return (batch.Content(f"{number}.pdf", content) for number, content in zip(range(n), itertools.cycle(made)))


def peak() -> tuple[float, float]:
    """Give the peak of the memory of this process, and of the largest of those that it has started, in megabytes."""
    own, others = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own * 1024 / MEGABYTE, others * 1024 / MEGABYTE


def count(outcomes: Iterable[batch.Outcome]) -> tuple[int, int, int]:
    """Go through outcomes: how many there are, how many of them are errors, how many findings they have."""
    n = failed = findings = 0
    for outcome in outcomes:
        n += 1
        failed += not outcome.is_read
        findings += len(outcome.findings)
    return n, failed, findings


def timed(act: Callable[[], tuple[int, int, int]]) -> tuple[float, tuple[int, int, int]]:
    """Give the seconds on the wall, and what came of it."""
    start = time.perf_counter()
    result = act()
    return time.perf_counter() - start, result


def measure_json(folder: Path, n: int, workers: int) -> Row:
    """Check documents in an archive, in a process of its own, whose peak is that of this work alone."""
    path = archive(folder, n)
    print(f"json: {n} documents, {path.stat().st_size / MEGABYTE:.1f} MB packed")
    done = subprocess.run(  # noqa: S603 - this script
        [sys.executable, __file__, "run", "--archive", str(path), "--workers", str(workers)],
        check=True,
        stdout=subprocess.PIPE,
    )
    row: Row = json.loads(done.stdout)
    print(
        f"  {workers} processes: {row['seconds']:.1f} s, {n / row['seconds']:.0f} a second, "
        f"{n / row['seconds'] / workers:.0f} a second and core; {row['errors']} errors, {row['findings']} findings; "
        f"peak {row['megabytes']:.0f} MB here, {row['megabytes_each']:.0f} MB in each process"
    )
    return row


def run(path: Path, workers: int) -> None:
    """Check an archive, and print time and memory as JSON."""
    seconds, (n, failed, findings) = timed(partial(_checked, path, workers))
    own, others = peak()
    row = {"what": "json", "files": n, "workers": workers, "seconds": seconds, "errors": failed, "findings": findings}
    print(json.dumps({**row, "megabytes": own, "megabytes_each": others}))


def _checked(path: Path, workers: int) -> tuple[int, int, int]:
    return count(batch.examine(path, workers=workers))


def used() -> tuple[float, float]:
    """Give the seconds of the processor that this process has used, and those that it has started and that ended."""
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime, others.ru_utime + others.ru_stime


def measure_scaling(folder: Path, n: int, rounds: int) -> Row:
    """Check documents by one process and by two, by turns; what they use of the processor tells on a busy machine."""
    path = archive(folder, n)
    best = {1: float("inf"), 2: float("inf")}
    least = {1: (float("inf"), 0.0), 2: (float("inf"), 0.0)}
    for _ in range(rounds):
        for workers in (1, 2):
            before = used()
            seconds, _ = timed(partial(_checked, path, workers))
            best[workers] = min(best[workers], seconds)
            own, others = (after - begun for after, begun in zip(used(), before, strict=True))
            least[workers] = min(least[workers], (own, others), key=sum)
    load = os.getloadavg()[0]
    print(
        f"scaling: {n} documents, one {best[1]:.2f} s, two {best[2]:.2f} s: {best[1] / best[2]:.2f} times as fast"
        f" (best of {rounds}; load {load:.1f}; due 1.7 on an idle machine)"
    )
    alone, (own, others) = sum(least[1]), least[2]
    print(
        f"  processor: one {alone:.2f} s; two {own:.2f} s in this process and {others:.2f} s in theirs: two idle cores"
        f" can be {2 * alone / (own + others):.2f} times as fast"
    )
    return {"what": "scaling", "files": n, "one": best[1], "two": best[2], "times": best[1] / best[2]}


def measure_files(kind: str, contents: Iterator[batch.Content], workers: int) -> Row:
    """Check files, and say what a million of them would take."""
    before = used()
    seconds, (n, failed, findings) = timed(lambda: count(batch.examine(contents, workers=workers)))
    processor = sum(used()) - sum(before)
    hours, of_processor = (MILLION * each / n / HOUR for each in (seconds, processor / workers))
    print(
        f"{kind}: {n} files, {seconds:.1f} s with {workers} processes, {n / seconds:.1f} a second, {failed} errors, "
        f"{findings} findings; a million: {hours:.1f} hours\n"
        f"  processor: {processor / n * 1000:.1f} ms each; a million on {workers} idle cores: {of_processor:.1f} hours"
    )
    return {"what": kind, "files": n, "workers": workers, "seconds": seconds, "million": hours, "errors": failed}


def measure_again(folder: Path, n: int, workers: int) -> Row:
    """Check a folder twice with a cache, by the library and by the command line."""
    where = folder / f"folder-{n}"
    where.mkdir(exist_ok=True)
    # No page is like another: what is known already would make the first time fast, too.
    for page in pages(n, distinct=n):
        (where / page.name).write_bytes(page.content)
    kept = folder / "cache"
    kept.unlink(missing_ok=True)
    first, once = timed(lambda: count(batch.examine(where, workers=workers, cache=kept)))
    second, twice = timed(lambda: count(batch.examine(where, workers=workers, cache=kept)))
    assert once == twice, "what is kept is what was there"
    size = kept.stat().st_size / MEGABYTE
    print(
        f"again: {n} pages, first {first:.2f} s, second {second:.2f} s: {second / first:.3f} (due 0.1); {size:.1f} MB"
    )
    return {"what": "again", "files": n, "first": first, "second": second, "megabytes": size}


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description="Batches.")
    parser.add_argument("parts", nargs="*", metavar="PART", help="json, scaling, pages, again; all by default")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--reports", type=int)
    parser.add_argument("--pages", type=int)
    parser.add_argument("--pdfs", type=int)
    parser.add_argument("--files", type=int)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--json", metavar="OUT", type=Path, help="write the figures to a file")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir(), "govdisclosure-batch"))
    options = parser.parse_args()
    if options.parts == ["run"]:
        run(options.archive, options.workers)
        return
    sizes = (100_000, 10_000, 1_000, 1_000) if options.full else (2_000, 100, 20, 100)
    given = (options.reports, options.pages, options.pdfs, options.files)
    n_reports, n_pages, n_pdfs, n_files = (number or size for number, size in zip(given, sizes, strict=True))
    parts = options.parts or PARTS
    if unknown := set(parts).difference(PARTS):
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    options.folder.mkdir(exist_ok=True)
    rows = []
    if "json" in parts:
        rows.append(measure_json(options.folder, n_reports, options.workers))
    if "scaling" in parts:
        rows.append(measure_scaling(options.folder, min(n_reports, 10_000), options.rounds))
    if "pages" in parts:
        rows.append(measure_files("web pages", pages(n_pages), options.workers))
        rows.append(measure_files("PDF", pdfs(n_pdfs), options.workers))
    if "again" in parts:
        rows.append(measure_again(options.folder, n_files, options.workers))
    if options.json is not None:
        keep(options.json, rows)


if __name__ == "__main__":
    main()

"""
Facts: reports to Parquet and CSV and back, equal, sections that are null too; how fast, how large, in how much memory.

Run it with ``python benchmarks/facts.py [--reports 10000] [--csv 1000]``. Reports are random ones of both editions, and
of each section one in ten is null. They are made anew for the comparison, so that none of them is in memory meanwhile.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Final

from govdisclosure import dataset
from govdisclosure.model.report import SECTIONS, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    import govdisclosure as gd

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.publishing.reports import random_report

NULL: Final = 0.1
MEGABYTE: Final = 1_000_000


def reports(n: int) -> Iterator[gd.AnnualReport]:
    """Make random reports, each time the same."""
    rng = Random(16)  # noqa: S311 - no secret
    for number in range(n):
        report = random_report(rng)
        report.title = f"{report.title}之{number}"
        for section in SECTIONS:
            if rng.random() < NULL:
                setattr(report, section, None)
        yield report


def kept(report: gd.AnnualReport) -> tuple[Any, ...]:
    """Give what the tables keep of a report: all but its text."""
    null = [section for section in SECTIONS if getattr(report, section) is None]
    tables = [getattr(report, section) for section in TABLES]
    return report.agency, report.year, report.title, report.period, report.published, null, tables


def compare(n: int, folder: Path, form: dataset.Form) -> None:
    """Write reports and read them back; tell what it takes, and stop at one that is not what it was."""
    start = time.process_time()
    for _ in reports(n):
        pass
    making = time.process_time() - start
    start = time.process_time()
    written = dataset.write(reports(n), folder, format=form)
    middle = time.process_time()
    read = {report.title: kept(report) for report in dataset.read(folder)}
    end = time.process_time()
    # Parquet has the reports in the order of years.
    assert read == {report.title: kept(report) for report in reports(n)}
    null = sum(len(sections) for *_, sections, _ in read.values())
    size = sum(path.stat().st_size for path in folder.rglob("*.*") if path.is_file())
    written_at, read_at = n / (middle - start - making), n / (end - middle)
    print(
        f"{form}: {written.reports:,} reports, {written.facts:,} facts, {size / MEGABYTE:.1f} MB: written at "
        f"{written_at:,.0f}/s of one core (making them taken off); {len(read):,} read back equal at {read_at:,.0f}/s, "
        f"{null:,} null sections among them"
    )


def peak() -> float:
    """Give the peak of the memory of this process, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MEGABYTE


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--csv", type=int, default=1_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        dataset.write(reports(1_000), Path(folder, "memory"))
        first = peak()
        dataset.write(reports(asked.reports), Path(folder, "more"))
        print(f"peak memory: {first:.0f} MB after 1,000 reports, {peak():.0f} MB after {asked.reports:,}")
        compare(asked.reports, Path(folder, "parquet"), "parquet")
        compare(asked.csv, Path(folder, "csv"), "csv")


if __name__ == "__main__":
    main()

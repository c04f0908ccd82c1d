"""
How long it takes to write workbooks: reports of both editions, one with much text, a summary, and an empty roster.

Run it with ``python benchmarks/workbooks.py [--runs 9]``. It prints milliseconds of CPU, the least and the median.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import govdisclosure as gd
from govdisclosure.formats.xlsx.table import write_table
from govdisclosure.rosters.template import blank_roster

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from support.builders import build_report

if TYPE_CHECKING:
    from collections.abc import Callable

_ROWS: Final = 5_000


def milliseconds(act: Callable[[], object], runs: int) -> list[float]:
    """Measure what one act takes of the CPU, once for each run; the first act, which also imports, is not counted."""
    act()
    taken = []
    for _ in range(runs):
        begun = time.process_time()
        act()
        taken.append(1_000 * (time.process_time() - begun))
    return taken


def main() -> None:
    """Write each workbook some times, and print what that took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    current, before, long = build_report(), build_report(year=2020), build_report(overview=["字" * 50] * 2_000)
    rows: list[list[str | int | None]] = [["文件", "机关", "错误"]]
    rows += [[f"{number}.html", "示例县人民政府", number] for number in range(_ROWS)]
    links = {(row, 1): f"pages/{row}.html" for row in range(2, _ROWS + 2)}
    acts: dict[str, Callable[[], object]] = {
        "report, edition 2021": lambda: gd.render(current, "xlsx"),
        "report, edition 2019": lambda: gd.render(before, "xlsx"),
        "report of 2,000 paragraphs": lambda: gd.render(long, "xlsx"),
        f"summary of {_ROWS:,} reports": lambda: write_table("汇总", rows, links=links),
        "empty roster": lambda: blank_roster(".xlsx"),
    }
    for name, act in acts.items():
        taken = milliseconds(act, runs)
        print(f"{name:30} least {min(taken):8.1f} ms, median {statistics.median(taken):8.1f} ms")


if __name__ == "__main__":
    main()

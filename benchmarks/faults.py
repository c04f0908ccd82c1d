"""
What a JSON document with faults costs, beside another version of the library.

Run it as ``python benchmarks/faults.py [--against SRC]``; ``SRC`` is the folder ``src`` of that version. Both are timed
in turns, each in a process of its own, by the time of the processor.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parents[1] / "src"
COUNTS = (1, 10, 100)
ACTS = ("raised", "told")
ROUNDS = 41
WRONG = (-1, "x", 1.5, True)


def document(faults: int) -> str:
    """Give a report of 2021 in which so many cells hold what none can."""
    import govdisclosure as gd  # noqa: PLC0415 - the version that the process is for

    report = gd.AnnualReport.blank(agency="示例镇人民政府", year=2021)
    tree: dict[str, Any] = json.loads(gd.dumps(report))
    for number, cell in enumerate(list(gd.cells(report))[-faults:]):
        *above, key = cell.path.split(".")
        node = tree
        for part in above:
            node = node[part]
        node[key] = WRONG[number % len(WRONG)]
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))


def seconds(data: str, act: str, times: int) -> float:
    """Time the reading of a document, and for ``told`` the making of the English text of each fault."""
    import govdisclosure as gd  # noqa: PLC0415 - the version that the process is for

    begun = process_time()
    for _ in range(times):
        try:
            gd.loads(data)
        except gd.StructureError as error:
            if act == "told":
                [str(fault) for fault in error.faults]
    return (process_time() - begun) / times


def work() -> None:
    """Time what is asked for, line by line, until nobody asks."""
    documents = {count: document(count) for count in COUNTS}
    for data in documents.values():
        seconds(data, "told", 3)  # The first reading pays for what is derived from the declarations.
    for line in sys.stdin:
        count, act = line.split()
        print(seconds(documents[int(count)], act, 300 // int(count) + 3), flush=True)


class Worker:
    """A process that times one version of the library."""

    def __init__(self, source: Path, stack: ExitStack) -> None:
        environment = {**os.environ, "PYTHONPATH": str(source)}
        command = [sys.executable, __file__, "--work"]
        self._process = stack.enter_context(
            subprocess.Popen(  # noqa: S603 - this file
                command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
        )

    def seconds(self, count: int, act: str) -> float:
        """Ask for one timing."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(count, act, file=self._process.stdin, flush=True)
        return float(self._process.stdout.readline())


def compared(workers: list[Worker]) -> Iterator[tuple[int, str, list[float]]]:
    """Give the median of each act for each version, timed in turns."""
    for count in COUNTS:
        for act in ACTS:
            timings = [[worker.seconds(count, act) for worker in workers] for _ in range(ROUNDS)]
            yield count, act, [median(of_one) for of_one in zip(*timings, strict=True)]


def main() -> None:
    """Print a row for each number of faults and each act."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--against", type=Path, help="the folder src of another version")
    parser.add_argument("--work", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        work()
        return
    sources = [HERE] if options.against is None else [HERE, options.against]
    print("faults  act     ms" + ("   against   ratio" if options.against else ""))
    with ExitStack() as stack:
        for count, act, medians in compared([Worker(source, stack) for source in sources]):
            shown = "".join(f"{1000 * value:8.3f}" for value in medians)
            ratio = f"{medians[0] / medians[1]:8.2f}" if options.against else ""
            print(f"{count:6}  {act:6}{shown}{ratio}")


if __name__ == "__main__":
    main()

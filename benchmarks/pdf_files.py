"""
What reading a PDF costs beside pdfplumber's own extraction of its text and tables.

Run it with ``python benchmarks/pdf_files.py [--rounds 15] [FILE…]``; without files it needs LibreOffice, which prints a
report. All are timed by turns in one run; the best of each counts. Time on the clock tells what a caller waits for,
processor time what both processes take; the start of the process that reads is told apart.
"""

from __future__ import annotations

import argparse
import gc
import io
import logging
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pdfplumber
from recorded import keep

import govdisclosure as gd
from govdisclosure.formats import Limits
from govdisclosure.formats.pdf.read import read

if TYPE_CHECKING:
    from collections.abc import Callable

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from support.builders import build_report
from support.publishing.pdf import by_office

_SENTENCE = "本机关坚持以公开为常态、不公开为例外，全面推进决策、执行、管理、服务和结果公开，及时回应社会关切。"
_HERE = Limits(pdf_process=False)


def document() -> bytes:
    """Print a report of six pages."""
    report = build_report(overview=[_SENTENCE * 4] * 5, problems_and_improvements=[_SENTENCE * 3] * 3)
    (content,) = by_office([gd.render(report, "docx")])
    return content


def extract(content: bytes) -> int:
    """Take text and tables out of every page as pdfplumber does."""
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        return sum(len(page.extract_text()) + len(page.extract_tables()) for page in pdf.pages)


def best(steps: dict[str, Callable[[], object]], rounds: int, clock: Callable[[], float]) -> dict[str, float]:
    """Time the steps by turns; give the best milliseconds of each."""
    least = dict.fromkeys(steps, float("inf"))
    for _ in range(rounds):
        for name, step in steps.items():
            start = clock()
            step()
            least[name] = min(least[name], (clock() - start) * 1000)
    return least


class Row(NamedTuple):
    """What a step takes, by which clock, in milliseconds and beside pdfplumber."""

    step: str
    clock: str
    milliseconds: float
    ratio: float


def compare(content: bytes, rounds: int) -> list[Row]:
    """Print what reading costs, and the ratio; give what was printed."""
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        print(f"PDF of {len(content):,} bytes, {len(pdf.pages)} pages")
    on_the_clock = best(
        {
            "pdfplumber": lambda: extract(content),
            "read": lambda: read(content),
            "parse whole": lambda: gd.parse(content),
        },
        rounds,
        time.perf_counter,
    )
    # Without a process of its own, the time of the processor is all that is taken.
    of_processor = best(
        {"pdfplumber": lambda: extract(content), "read, one process": lambda: read(content, _HERE)},
        rounds,
        time.process_time,
    )
    rows = []
    for clock, taken in (("on the clock", on_the_clock), ("of the processor", of_processor)):
        for step, milliseconds in taken.items():
            rows.append(Row(step, clock, milliseconds, milliseconds / taken["pdfplumber"]))
            print(f"{step:<20}{milliseconds:>9.1f} ms {clock:<17}{rows[-1].ratio:>6.2f} x pdfplumber")
    return rows


def main() -> None:
    """Print the start of the process, and the comparison of each file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="PDF files (default: a report that LibreOffice prints)")
    parser.add_argument("--rounds", type=int, default=15, help="rounds (default 15)")
    parser.add_argument("--json", metavar="OUT", type=Path, help="write the figures to a file")
    arguments = parser.parse_args()
    # What it has to say of fonts is printed at every page.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    contents = [file.read_bytes() for file in arguments.files] or [document()]
    # What is loaded for the comparison is a burden on neither.
    gc.freeze()
    start = time.perf_counter()
    read(contents[0])
    first = time.perf_counter() - start
    start = time.perf_counter()
    read(contents[0])
    again = time.perf_counter() - start
    print(f"the start of the process takes {(first - again) * 1000:.0f} ms, once")
    rows = [row for content in contents for row in compare(content, arguments.rounds)]
    if arguments.json is not None:
        keep(arguments.json, [row._asdict() for row in rows])


if __name__ == "__main__":
    main()

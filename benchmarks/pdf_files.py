"""
What reading a PDF costs beside pdfplumber's own extraction of its text and tables.

Run it with ``python benchmarks/pdf_files.py [--rounds 15]``; it needs LibreOffice, which prints the report. Both are
timed by turns in one run, in processor time; the best of each counts.
"""

from __future__ import annotations

import argparse
import io
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pdfplumber

import govdisclosure as gd

if TYPE_CHECKING:
    from collections.abc import Callable

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from support.builders import build_report
from support.publishing.pdf import by_office

_SENTENCE = "本机关坚持以公开为常态、不公开为例外，全面推进决策、执行、管理、服务和结果公开，及时回应社会关切。"


def document() -> bytes:
    """Print a report of six pages."""
    report = build_report(overview=[_SENTENCE * 4] * 5, problems_and_improvements=[_SENTENCE * 3] * 3)
    (content,) = by_office([gd.render(report, "docx")])
    return content


def extract(content: bytes) -> int:
    """Take text and tables out of every page as pdfplumber does."""
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        return sum(len(page.extract_text()) + len(page.extract_tables()) for page in pdf.pages)


def best(steps: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Time the steps by turns; give the best milliseconds of each."""
    found = dict.fromkeys(steps, float("inf"))
    for _ in range(rounds):
        for name, step in steps.items():
            start = time.process_time()
            step()
            found[name] = min(found[name], (time.process_time() - start) * 1000)
    return found


def main() -> None:
    """Print what both cost, and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15, help="rounds (default 15)")
    rounds = parser.parse_args().rounds
    content = document()
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        print(f"PDF of {len(content):,} bytes, {len(pdf.pages)} pages")
    found = best({"pdfplumber": lambda: extract(content), "parse whole": lambda: gd.parse(content)}, rounds)
    for name, milliseconds in found.items():
        print(f"{name:<14}{milliseconds:>9.1f} ms{milliseconds / found['pdfplumber']:>8.2f} x pdfplumber")


if __name__ == "__main__":
    main()

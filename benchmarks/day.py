"""
A county's day: a folder of 80 reports by many makers, checked by one command and timed, and its faults looked for.

Run it with ``python benchmarks/day.py [--units 80] [--folder FOLDER]``; it needs LibreOffice. The folder is that of
``examples/county.py``, but every other Word file is written by another maker, and some reports are PDF. It stays where
it is named, to be looked at.
"""

from __future__ import annotations

import argparse
import csv
import io
import os
import subprocess
import sys
import tempfile
import time
from importlib import util
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

import govdisclosure as gd

if TYPE_CHECKING:
    from types import ModuleType

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from support.publishing.noise import no_noise
from support.publishing.pages import page_of
from support.publishing.pdf import by_office
from support.publishing.word import print_word

ROOT: Final = Path(__file__).parent.parent
_COMMAND: Final = (
    *("check", "2025/", "--roster", "units.csv", "--previous", "2024/", "--parent", "county.docx"),
    *("--summary", "out.xlsx", "--html", "pages/", "--lang", "zh"),
)


def county() -> ModuleType:
    """Load the example that makes a county."""
    spec = util.spec_from_file_location("county", ROOT / "examples" / "county.py")
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Makers:
    """Writes reports as many makers do, by turns: our Word and that of another maker, Excel, pages, text, JSON, PDF."""

    def __init__(self) -> None:
        self._word = 0
        self._to_print: list[tuple[Path, bytes]] = []

    def __call__(self, report: gd.AnnualReport, path: Path) -> None:
        """Write a report, as Word of another maker or, later, as PDF in place of some of ours."""
        # An empty form of others is no report, and not read.
        if not report.overview or path.suffix not in {".docx", ".md"}:
            gd.write(report, path)
            return
        self._word += path.suffix == ".docx"
        by_another = _by_another(report) if path.suffix == ".md" or self._word % 2 else None
        if by_another is None:
            gd.write(report, path.with_suffix(".docx"))
        elif path.suffix == ".md":
            self._to_print.append((path.with_suffix(".pdf"), by_another))
        else:
            path.write_bytes(by_another)

    def print_all(self) -> None:
        """Let an office print what is to be PDF."""
        for (path, _), content in zip(self._to_print, by_office([word for _, word in self._to_print]), strict=True):
            path.write_bytes(content)


def _by_another(report: gd.AnnualReport) -> bytes | None:
    """Write Word as another maker does, who names the agency and the day; None if none of a few does."""
    for seed in range(12):
        rng = Random(seed)  # noqa: S311 - looks, no secret
        content = print_word(page_of(gd.loads(gd.dumps(report)), no_noise(rng)), rng, "merged")
        read = gd.parse(content).report
        is_late = report.published is not None and report.published.month > 1
        if read.agency == report.agency and (not is_late or read.published == report.published):
            return content
    return None


def main() -> None:
    """Make the folder, run the command, and print what it took and found."""
    parser = argparse.ArgumentParser(description="A county's day.")
    parser.add_argument("--units", type=int, default=80)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir(), "govdisclosure-day"))
    options = parser.parse_args()
    made = county()
    makers = Makers()
    made.make(options.folder, options.units, makers)
    makers.print_all()
    kinds: dict[str, int] = {}
    for path in (options.folder / "2025").iterdir():
        kinds[path.suffix] = kinds.get(path.suffix, 0) + 1
    print("files:", dict(sorted(kinds.items())))
    start = time.perf_counter()
    result = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "govdisclosure", *_COMMAND],
        cwd=options.folder,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    took = time.perf_counter() - start
    print(f"one command: {took:.1f} s, exit status {result.returncode}")
    (options.folder / "out.txt").write_bytes(result.stdout + result.stderr)
    subprocess.run(  # noqa: S603 - as above
        [sys.executable, "-m", "govdisclosure", *_COMMAND[:8], "--summary", "out.csv", "--lang", "zh"],
        cwd=options.folder,
        capture_output=True,
        check=False,
    )
    content = (options.folder / "out.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content, newline="")))
    for name, fault in made.FAULTS.items():
        said = [f"{row['delivery']}/{row['state']}: {row['cause'][:60]}" for row in rows if name in row["agency"]]
        print(f"{name} ({fault}): {' | '.join(said)}")
    planted = set(made.FAULTS)
    others = [
        row for row in rows if not any(name in row["agency"] for name in planted) and row["file"] != "county.docx"
    ]
    print(
        "others:", {state: sum(row["state"] == state for row in others) for state in {row["state"] for row in others}}
    )
    for row in others:
        if row["state"] != "无问题":
            print("  ", row["file"], row["state"], row["cause"][:100])


if __name__ == "__main__":
    main()

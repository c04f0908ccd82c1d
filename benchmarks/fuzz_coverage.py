"""
Fuzz a target, led by what of the library it reaches: every reader, the loader of JSON, the grammar of claims.

Run it with ``python benchmarks/fuzz_coverage.py [--seconds 600] [--folder build/fuzz] html``; it needs atheris (``pip
install atheris``), which is no dependency of the tests. It begins with documents of our own and the kept corpus, and
ends with its figures after so much processor time. A crash, and an input that takes too long or too much memory, ends
it at once, is saved in the folder, and makes the exit status another than 0. Inputs that reached more stay in the
folder, and the next run begins with them, too. What stands behind ``--`` goes to libFuzzer.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from hashlib import sha256
from pathlib import Path
from typing import Final

import atheris
from attrs import define

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

# For good: readers are imported when they are used.
atheris.instrument_imports(include=["govdisclosure"]).__enter__()

from support.fuzz_targets import TARGETS, Target  # noqa: E402 - after the hook that watches it

import govdisclosure as gd  # noqa: E402 - as above

_SECONDS_FOR_ONE: Final = 60
_MEBIBYTES: Final = 2_048
_MARKUP: Final = (
    *("<table>", "<tr>", "<td ", 'colspan="2"', 'rowspan="2"', "style=", "display:none", "</", "<!--", "&#"),
    *("--- word/document.xml\n", "<w:p>", "<w:tbl>", "<w:tc>", "<w:r>", "<w:t>", "<w:gridSpan ", "<w:vMerge "),
    *("--- xl/workbook.xml\n", "<row ", '<c r="', 't="s"', "<v>", "<mergeCell ", "<is><t>", "<f>"),
    *("BT", "ET", " Tj ", " re S ", " cm ", "endobj", "stream\n", "/Kids", "obj\n<< "),
    *("| --- |", "|", "# ", '":', "null", "\\u", '"edition"', "万元", "余", "分别", "其中", "同比", "上年", "零"),
)


@define
class Run:
    """
    A run of a target, and its figures.

    Args:
        target: The target.
        seconds: Processor time after which it ends.
        executions: How many inputs were tried.
        read: How many of them were read.
        slowest: Seconds of processor time of the slowest, and its first bytes.
    """

    target: Target
    seconds: float
    executions: int = 0
    read: int = 0
    slowest: tuple[float, bytes] = (0.0, b"")

    def __call__(self, content: bytes) -> None:
        """Try one input; end the process once its time is over."""
        began = time.process_time()
        self.read += self.target.run(content)
        self.executions += 1
        now = time.process_time()
        if now - began > self.slowest[0]:
            self.slowest = now - began, content
        if now > self.seconds:
            print(self.figures(), flush=True)
            os._exit(0)  # libFuzzer has no other end that is none of its own

    def figures(self) -> str:
        """Say what became of the inputs."""
        seconds, content = self.slowest
        mebibytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return (
            f"{self.target.name}: {self.executions} executions in {time.process_time():.0f} s of processor time, "
            f"{self.read} read, {self.executions - self.read} refused, 0 crashes; slowest {seconds:.2f} s "
            f"({len(content)} bytes, {sha256(content).hexdigest()[:16]}); most memory {mebibytes:.0f} MiB"
        )


def words() -> str:
    """Give a dictionary of libFuzzer: the labels of the form, and what its formats are made of."""
    form = gd.AnnualReport.blank(agency="", year=2024)
    labels = {label for cell in gd.cells(form) for label in cell.label.split(" / ")}
    written = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in (*sorted(labels), *_MARKUP))
    return "".join(f'"{word}"\n' for word in written)


def main() -> None:
    """Write what a run begins with, and begin it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=float, default=600, help="processor time of the run (default 600)")
    parser.add_argument("--folder", type=Path, default=Path("build/fuzz"), help="where inputs are saved")
    parser.add_argument("others", nargs="*", metavar="OPTION", help="options of libFuzzer")
    options = parser.parse_args()
    target = TARGETS[options.target]
    folder = options.folder / target.name
    for each in ("seeds", "reached"):
        (folder / each).mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.beginnings()):
        (folder / "seeds" / f"{number:03}").write_bytes(seed)
        target.run(seed)  # what is imported and derived at first is no input's time
    dictionary = folder / "words.txt"
    dictionary.write_text(words(), encoding="ascii")
    bounds = [f"-max_len={target.longest}", f"-timeout={_SECONDS_FOR_ONE}", f"-rss_limit_mb={_MEBIBYTES}"]
    files = [f"-dict={dictionary}", f"-artifact_prefix={folder}/", str(folder / "reached"), str(folder / "seeds")]
    atheris.Setup([sys.argv[0], *bounds, *options.others, *files], Run(target, options.seconds))
    atheris.Fuzz()


if __name__ == "__main__":
    main()

"""
What reading a Word document costs beside parsing its body, and beside another version of the library.

Run it with ``python benchmarks/word_files.py [--against PATH/src] [--rounds 9] [FILE…]``; without files it reads a
report that we wrote, and one that somebody else did. Versions read by turns, each in processes of its own, and the best
of each counts; all is told by the time that parsing the body takes lxml in the same process.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from lxml import etree

import govdisclosure as gd
from govdisclosure.formats.docx.read import read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

_SENTENCE: Final = "本机关坚持以公开为常态、不公开为例外，全面推进决策、执行、管理、服务和结果公开，及时回应社会关切。"
_REPEATS: Final = 3
_TURNS: Final = 3
_SOURCES: Final = Path(__file__).parent.parent / "src"


def documents() -> dict[str, bytes]:
    """Make the documents."""
    from support.builders import build_report  # noqa: PLC0415 - another version has no need of them
    from support.publishing.noise import no_noise  # noqa: PLC0415 - the same
    from support.publishing.pages import page_of  # noqa: PLC0415 - the same
    from support.publishing.word import print_word  # noqa: PLC0415 - the same

    report = build_report(overview=[_SENTENCE * 2] * 12, problems_and_improvements=[_SENTENCE] * 12)
    rng = Random(0)  # noqa: S311 - looks, no secret
    return {
        "ours": gd.render(report, "docx"),
        "of others": print_word(page_of(report, no_noise(rng)), rng, "merged"),
    }


def measured(content: bytes, rounds: int) -> tuple[float, float]:
    """Give how many times what lxml takes for the body alone is taken to read a document, and to parse it whole."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body = archive.read("word/document.xml")
    steps: tuple[Callable[[], object], ...] = (
        lambda: etree.fromstring(body),
        lambda: read(content),
        lambda: gd.parse(content),
    )
    least = [float("inf")] * len(steps)
    for _ in range(rounds):
        for place, step in enumerate(steps):
            start = time.process_time()
            for _ in range(_REPEATS):
                step()
            least[place] = min(least[place], time.process_time() - start)
    return least[1] / least[0], least[2] / least[0]


def _measured_with(sources: Path, files: Sequence[Path], rounds: int) -> list[tuple[float, float]]:
    """Measure in a process that has another version of the library."""
    command = [sys.executable, __file__, "--child", "--rounds", str(rounds), *map(str, files)]
    environment = {**os.environ, "PYTHONPATH": str(sources)}
    told = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)  # noqa: S603 - our own
    pairs = [line.split() for line in told.stdout.splitlines()]
    return [(float(read_alone), float(whole)) for read_alone, whole in pairs]


def compare(files: Sequence[Path], against: Path | None, rounds: int) -> None:
    """Print what each document takes, and its share of what the other version takes."""
    versions = [_SOURCES, *([] if against is None else [against])]
    runs: dict[Path, list[list[tuple[float, float]]]] = {version: [] for version in versions}
    for _ in range(_TURNS):
        for version in versions:
            runs[version].append(_measured_with(version, files, rounds))
    for place, file in enumerate(files):
        best = [tuple(min(run[place][what] for run in runs[version]) for what in (0, 1)) for version in versions]
        print(f"{file.stem:<24}read {best[0][0]:6.1f} x lxml, parse whole {best[0][1]:6.1f}", end="")
        if against is not None:
            print(f"; {best[0][0] / best[1][0]:.2f} and {best[0][1] / best[1][1]:.2f} of the other version", end="")
        print()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="Word documents (default: two reports that are made)")
    parser.add_argument("--against", type=Path, help="the src folder of another version")
    parser.add_argument("--rounds", type=int, default=9, help="rounds (default 9)")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        for file in arguments.files:
            print(*measured(file.read_bytes(), arguments.rounds))
        return
    with tempfile.TemporaryDirectory() as folder:
        files = list(arguments.files)
        for name, content in () if files else documents().items():
            files.append(Path(folder, f"{name}.docx"))
            files[-1].write_bytes(content)
        compare(files, arguments.against, arguments.rounds)


if __name__ == "__main__":
    main()

"""
Two versions of the library beside each other: by turns, each in processes of its own, the best of each counts.

What a step takes is told by what a yardstick takes in the same process, since a machine is not always as fast.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_REPEATS: Final = 3
_TURNS: Final = 3
_HERE: Final = Path(__file__).parent.parent / "src"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what is common to all that compare versions."""
    parser.add_argument("--against", type=Path, help="the src folder of another version")
    parser.add_argument("--rounds", type=int, default=9, help="rounds (default 9)")
    parser.add_argument("--json", metavar="OUT", type=Path, help="write the figures to a file")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)


def measured(
    yardstick: Callable[[], object], steps: Mapping[str, Callable[[], object]], rounds: int
) -> dict[str, float]:
    """Give how many times what the yardstick takes each step takes."""
    least = dict.fromkeys(["yardstick", *steps], float("inf"))
    for _ in range(rounds):
        for name, step in {"yardstick": yardstick, **steps}.items():
            start = time.process_time()
            for _ in range(_REPEATS):
                step()
            least[name] = min(least[name], time.process_time() - start)
    return {name: least[name] / least["yardstick"] for name in steps}


class Row(NamedTuple):
    """
    What a step takes.

    Args:
        file: Of which document.
        step: Which step.
        ratio: How many times what the yardstick takes.
        share: How many times what it takes in the other version; None without one.
    """

    file: str
    step: str
    ratio: float
    share: float | None


def compare(script: str, files: Sequence[Path], against: Path | None, rounds: int) -> list[Row]:
    """
    Print what the steps of a script take, and their share of what they take in another version.

    Args:
        script: The script, which prints lines ``step ratio`` for a file where it is called with ``--child``.
        files: The files.
        against: The folder with the other version; None for none.
        rounds: How many rounds.

    Returns:
        What was printed.
    """
    rows = []
    for file in files:
        runs: dict[Path, list[dict[str, float]]] = {_HERE: []}
        if against is not None:
            runs[against] = []
        for _ in range(_TURNS):
            for version, told in runs.items():
                told.append(_run(script, file, version, rounds))
        best = {version: {step: min(run[step] for run in told) for step in told[0]} for version, told in runs.items()}
        for step, ratio in best[_HERE].items():
            rows.append(Row(file.name, step, ratio, None if against is None else ratio / best[against][step]))
            print(_line(rows[-1]))
    return rows


def _line(row: Row) -> str:
    share = "" if row.share is None else f"{row.share:8.2f} of the other version"
    return f"{row.file:<32}{row.step:<18}{row.ratio:8.1f} x yardstick{share}"


def _run(script: str, file: Path, version: Path, rounds: int) -> dict[str, float]:
    command = [sys.executable, script, "--child", "--rounds", str(rounds), str(file)]
    environment = {**os.environ, "PYTHONPATH": str(version)}
    told = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)  # noqa: S603 - our own
    pairs = (line.rpartition(" ") for line in told.stdout.splitlines())
    return {step: float(ratio) for step, _, ratio in pairs}

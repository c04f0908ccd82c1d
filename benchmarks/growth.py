"""
Whatever stands wherever in a report, to read, check and write it takes time in step with its size.

``python benchmarks/growth.py [--only TEXT] [--share 1/8]`` puts pieces of text that mean harm at every place of a
report in every format. Where 64 KB take so little time that even growing with the square of the size a megabyte would
take less than five seconds, that is enough; the others are read, checked or written at 16, 32 and 64 KB, and at one
megabyte in a process of their own. It prints what grows faster than its size, what takes more than 5 seconds or 2 GB at
a megabyte, and what ends in something else than a named refusal; the exit status is 1 then.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import govdisclosure as gd
from govdisclosure.formats import Limits

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from support.fragments import FRAGMENTS
from support.places import format_of, places, reports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIZES: Final = (16_000, 32_000, 64_000)
MEGABYTE: Final = 1_000_000
# 20 ms at 64 KB are less than 5 s at a megabyte, also where they grow with the square of the size.
NOTHING: Final = 0.02
# Twice what a text four times as long takes more where its time is in step; a machine is busy now and then.
GROWTH: Final = 1.8 * SIZES[-1] / SIZES[0]
# At less than this a megabyte takes less than 3 s, if the time is in step with the size.
LITTLE: Final = 0.18
MOST_SECONDS: Final = 5.0
MOST_MEBIBYTES: Final = 2_000
WRITTEN: Final = ("json", "text", "markdown", "html", "docx", "xlsx")
# What a process of its own does would not be counted.
HERE: Final = Limits(pdf_process=False)
_MEBIBYTE: Final = 1024 * (1024 if sys.platform == "darwin" else 1)


Work: TypeAlias = "Callable[[str], Callable[[], object]]"
"""From a text to what is timed."""


def works() -> dict[str, Work]:
    """Give every piece of work by its name."""
    made = {f"read {place}": reading(place, make) for place, make in places().items()}
    for place, report in reports().items():
        made[f"check {place}"] = checking(report)
        made |= {f"write {format_}, {place}": writing(report, format_) for format_ in WRITTEN}
    return made


def reading(place: str, make: Callable[[str], str | bytes]) -> Work:
    """Give the reading of sources with a text at a place."""
    return lambda text: partial(read, format_of(place), make(text))


def checking(report: Callable[[str], gd.AnnualReport]) -> Work:
    """Give the checking of reports with a text at a place."""
    return lambda text: partial(gd.check, report(text))


def writing(report: Callable[[str], gd.AnnualReport], format_: str) -> Work:
    """Give the writing of reports with a text at a place."""
    return lambda text: partial(write, report(text), format_)


def read(format_: str, content: str | bytes) -> None:
    """Read a source; a named refusal is an end, too."""
    try:
        gd.parse(content, format=format_, limits=HERE)
    except gd.ReadError:
        return


def write(report: gd.AnnualReport, format_: str) -> None:
    """Write a report; a named refusal is an end, too."""
    try:
        gd.render(report, format_)
    except gd.UsageError:
        return


WORKS: Final = works()


def seconds(work: str, text: str) -> float:
    """Give the processor's time that a piece of work takes, the shorter of two."""
    run = WORKS[work](text)
    taken: list[float] = []
    for _ in range(2):
        began = time.process_time()
        run()
        taken.append(time.process_time() - began)
        if taken[0] < NOTHING:
            break
    return min(taken)


@cache
def bare(work: str) -> float:
    """Give the time that a piece of work takes with next to nothing at its place."""
    return min(seconds(work, "一") for _ in range(3))


def tried(work: str, name: str) -> Iterator[str]:
    """Try a text at a place; say what is wrong."""
    fragment = FRAGMENTS[name]
    if seconds(work, fragment.of_size(SIZES[-1])) - bare(work) < NOTHING:
        return
    taken = [seconds(work, fragment.of_size(size)) - bare(work) for size in SIZES]
    if taken[-1] >= NOTHING and taken[-1] > GROWTH * max(taken[0], NOTHING / 8):
        yield f"grows faster than its size: {[round(each, 3) for each in taken]} s at {SIZES} bytes"
    if taken[-1] >= LITTLE:
        command = [sys.executable, __file__, "--one", work, name]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - this file again
        took, used = map(float, done.stdout.split())
        if took > MOST_SECONDS or used > MOST_MEBIBYTES:
            yield f"{took:.1f} s, {used:.0f} MiB at a megabyte"


def one(work: str, name: str) -> None:
    """Do a piece of work with a megabyte, and print the seconds and mebibytes that it takes."""
    taken = seconds(work, FRAGMENTS[name].of_size(MEGABYTE))
    print(taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEBIBYTE)


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="the places whose names hold this, such as docx or 'read html, a'")
    parser.add_argument("--share", default="1/1", help="one share of so many, such as 3/8")
    parser.add_argument("--one", nargs=2, metavar=("WORK", "FRAGMENT"), help="do this once, with a megabyte")
    return parser.parse_args()


def main() -> int:
    """Try every text at every place, print what is wrong, and how many there were."""
    options = arguments()
    if options.one:
        one(*options.one)
        return 0
    share, shares = map(int, options.share.split("/"))
    chosen = [work for work in WORKS if options.only in work]
    count = wrong = 0
    for work, name in islice(((work, name) for work in chosen for name in FRAGMENTS), share - 1, None, shares):
        count += 1
        try:
            complaints = list(tried(work, name))
        except Exception as error:  # noqa: BLE001 - whatever leaves a reader is what is looked for
            complaints = [f"ends in {error!r:.200}"]
        wrong += bool(complaints)
        for complaint in complaints:
            print(f"{work} | {name} | {complaint}", flush=True)
    print(f"{len(FRAGMENTS)} texts at {len(chosen)} places: {count} tried, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

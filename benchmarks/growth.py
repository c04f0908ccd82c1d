"""
Whatever stands wherever in a report, to read, check and write it takes time in step with its size.

``python benchmarks/growth.py [--only TEXT] [--share 1/8]`` puts pieces of text that mean harm at every place of a
report in every format, at up to four places of one document at once. Where 24 KB at each take so little time that even
growing with the square of the size a megabyte would take less than five seconds, that is enough; else 6 KB must take a
quarter. A group that takes more, or is refused, is halved until what is wrong stands alone. What grows is then read,
checked or written at 16, 32 and 64 KB, at twice and four times as much, and at one megabyte in a process of its own;
of texts that take time in step with their size at one place, the slowest is. It prints what grows faster than its
size, what takes more than 5 seconds of the processor or 2 GB at a megabyte, and what ends in anything but a named
refusal; the exit status is 1 then.
``--singly`` looks at each text at each place alone.
"""

from __future__ import annotations

import argparse
import gc
import re
import resource
import subprocess
import sys
import time
from collections import defaultdict
from contextlib import suppress
from functools import cache, partial
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

import govdisclosure as gd
from govdisclosure.formats import Limits
from govdisclosure.formats.pdf.read import read as read_pdf

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from support.fragments import FRAGMENTS
from support.growing import MEGABYTE, MOST_MEBIBYTES, MOST_SECONDS, Search, Suspect, Taken
from support.places import format_of, places_together, report, reports_together, source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

SIZES: Final = (16_000, 32_000, 64_000)
# 20 ms at 64 KB are less than 5 s at a megabyte, also where they grow with the square of the size.
NOTHING: Final = 0.02
# Twice what a text four times as long takes more where its time is in step; a machine is busy now and then.
GROWTH: Final = 1.8 * SIZES[-1] / SIZES[0]
# What grows faster than its size does so from any size on; a machine that is busy or a cache that is full, at one.
SCALES: Final = (1, 2, 4)
# A text that takes less than one which takes so long at a megabyte is not tried.
ENOUGH: Final = 0.7 * MOST_SECONDS
MOST_TOGETHER: Final = 4
WRITTEN: Final = ("json", "text", "markdown", "html", "docx", "xlsx")
# What a process of its own does would not be counted.
HERE: Final = Limits(pdf_process=False)
MOST_TURNS: Final = 64
_TURNS: Final = count()
_MEBIBYTE: Final = 1024 * (1024 if sys.platform == "darwin" else 1)
_PEAK: Final = Path("/proc/self/clear_refs")
"""Where Linux is told to forget the most memory that a process had."""
_STATUS: Final = Path("/proc/self/status")
_MOST_HELD: Final = re.compile(r"^VmHWM:\s*([0-9]+) kB$", re.MULTILINE)


def groups(most: int) -> list[list[str]]:
    """Give every piece of work by its name; by so many as can be done with one document."""
    made = [[f"read {place}" for place in together] for together in places_together(most)]
    for together in reports_together(most):
        made.append([f"check {place}" for place in together])
        made += [[f"write {format_}, {place}" for place in together] for format_ in WRITTEN]
    return made


def prepared(works: Sequence[str], text: str) -> Callable[[], bool]:
    """Give what does a piece of work with a text at each place, and tells whether that ends in a named refusal."""
    does = works[0].split()[0]
    places = [work.removeprefix(f"{does} ") for work in works]
    if does == "read":
        return partial(read, format_of(places[0]), source(places, text))
    if does == "check":
        return partial(check, report(places, text))
    format_ = format_of(places[0])
    return partial(write, report([place.removeprefix(f"{format_}, ") for place in places], text), format_)


def read(format_: str, content: str | bytes) -> bool:
    """Read a source."""
    try:
        if isinstance(content, bytes) and format_ == "pdf":
            # BMC BMC BMC: what the bounds of the process refuse would take all the memory that there is here.
            read_pdf(content)
        gd.parse(content, format=format_, limits=HERE)
    except gd.ReadError:
        return True
    return False


def check(made: gd.AnnualReport) -> bool:
    """Check a report."""
    gd.check(made)
    return False


def write(made: gd.AnnualReport, format_: str) -> bool:
    """Write a report."""
    try:
        gd.render(made, format_)
    except gd.UsageError:
        return True
    return False


def texts(name: str, size: int) -> Iterator[str]:
    """Give a text of about a size again and again, never the same: what is kept of the last run tells nothing."""
    fragment = FRAGMENTS[name]
    piece = len(fragment.piece.encode(errors="surrogatepass"))
    while True:
        yield fragment.of_size(size + next(_TURNS) % MOST_TURNS * piece)


def timed(run: Callable[[], bool]) -> tuple[float, bool]:
    """Give the processor's time that work takes, and whether it ends in a refusal."""
    # What a long run keeps would be gone through by Python's collector again and again, at the cost of this work.
    gc.freeze()
    began = time.process_time()
    is_refused = run()
    taken = time.process_time() - began
    gc.unfreeze()
    return taken, is_refused


def seconds(works: Sequence[str], name: str, size: int) -> float:
    """Give the time that work takes with a text, the shorter of two runs."""
    taken: list[float] = []
    for text in islice(texts(name, size), 2):
        taken.append(timed(prepared(works, text))[0])
        if taken[0] < NOTHING:
            break
    return min(taken)


@cache
def bare(works: tuple[str, ...]) -> float:
    """Give the time that work takes with next to nothing at its places."""
    return min(timed(prepared(works, text))[0] for text in ("一", "二", "三"))


def measured(works: Sequence[str], name: str, size: int) -> Taken:
    """Give what work takes with a text of a size at each of its places."""
    before = bare(tuple(works))
    run = prepared(works, next(texts(name, size)))
    with suppress(OSError):
        _PEAK.write_text("5")
    held = memory()
    took, is_refused = timed(run)
    return Taken(took - before, memory() - held, is_refused)


def memory() -> float:
    """Give the most mebibytes that this process had."""
    # Where Linux is asked as other systems are, it gives those of the process that has started this one, if more.
    with suppress(OSError):
        most_held = _MOST_HELD.search(_STATUS.read_text())
        if most_held is not None:
            return int(most_held[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEBIBYTE


class Results:
    """What is wrong, and what takes long, but in step with its size."""

    def __init__(self) -> None:
        self.wrong = 0
        self.suspects = 0
        self._slow: dict[str, list[tuple[float, str]]] = defaultdict(list)

    def complain(self, work: str, name: str, complaint: str) -> None:
        """Print what is wrong."""
        self.wrong += 1
        print(f"{work} | {name} | {complaint}", flush=True)

    def take(self, suspect: Suspect) -> None:
        """Try a text at a place, alone."""
        self.suspects += 1
        work, name = suspect.place, suspect.text
        taken = self._growing(work, name) if suspect.grows else None
        if taken:
            shown = [round(each, 3) for each in taken]
            self.complain(work, name, f"grows faster than its size: {shown} s at {SCALES[-1]} times {SIZES} bytes")
            self._at_a_megabyte(work, name)
        else:
            self._slow[work].append((suspect.seconds, name))

    def _growing(self, work: str, name: str) -> list[float] | None:
        """Give what the sizes take, at the largest scale, if it grows faster than they do at each."""
        for scale in SCALES:
            taken = [seconds([work], name, scale * size) - bare((work,)) for size in SIZES]
            if taken[-1] < NOTHING or taken[-1] <= GROWTH * max(taken[0], NOTHING / 8):
                return None
        return taken

    def finish(self) -> None:
        """Try a megabyte of the slowest text of each place, and of others until one takes little enough."""
        for work, slow in self._slow.items():
            for _, name in sorted(slow, reverse=True):
                if self._at_a_megabyte(work, name) < ENOUGH:
                    break

    def _at_a_megabyte(self, work: str, name: str) -> float:
        command = [sys.executable, __file__, "--one", work, name]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - this file again
        if done.returncode:
            self.complain(work, name, f"at a megabyte: {done.stderr.splitlines()[-1:]}")
            return 0.0
        took, used = map(float, done.stdout.split())
        if took > MOST_SECONDS or used > MOST_MEBIBYTES:
            self.complain(work, name, f"{took:.1f} s, {used:.0f} MiB at a megabyte")
        return took


def one(work: str, name: str) -> None:
    """Do a piece of work with a megabyte, and print the seconds and mebibytes that it takes."""
    taken, _ = timed(prepared([work], FRAGMENTS[name].of_size(MEGABYTE)))
    print(taken, memory())


def looked_at(search: Search, chosen: Iterable[Sequence[str]], name: str, results: Results) -> Iterator[Suspect]:
    """Give the works that are to be done alone with a text; print which end in anything but a named refusal."""
    for group in chosen:
        try:
            yield from list(search.suspects([group], name))
        except Exception as error:  # noqa: BLE001 - whatever leaves a reader is what is looked for
            if len(group) == 1:
                results.complain(group[0], name, f"ends in {error!r:.200}")
            else:
                yield from looked_at(search, [[work] for work in group], name, results)


def spent() -> float:
    """Give the seconds of the processor that this process took, and those that it started."""
    return time.process_time() + resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="the places whose names hold this, such as docx or 'read html, a'")
    parser.add_argument("--texts", default="", help="the texts whose names hold this")
    parser.add_argument("--share", default="1/1", help="one share of so many of the texts, such as 3/8")
    parser.add_argument("--first", type=int, default=1, help="the number of the first text (default 1)")
    parser.add_argument("--singly", action="store_true", help="one place at a time")
    parser.add_argument("--one", nargs=2, metavar=("WORK", "TEXT"), help="do this once, with a megabyte")
    return parser.parse_args()


def main() -> int:
    """Try every text at every place, print what is wrong, and how many there were."""
    options = arguments()
    if options.one:
        one(*options.one)
        return 0
    together = groups(1 if options.singly else MOST_TOGETHER)
    chosen = [group for works in together if (group := [work for work in works if options.only in work])]
    share, shares = map(int, options.share.split("/"))
    names = [name for name in FRAGMENTS if options.texts in name][options.first - 1 :][share - 1 :: shares]
    search, results = Search(measured), Results()
    for number, name in enumerate(names, 1):
        # What is frozen again and again is hardly ever collected by itself.
        gc.collect()
        for suspect in looked_at(search, chosen, name, results):
            results.take(suspect)
        if number % 20 == 0:
            print(f"{number} of {len(names)} texts, {spent():.0f} s of the processor", flush=True)
    results.finish()
    tried = len(names) * sum(map(len, chosen))
    print(f"{len(names)} texts at {sum(map(len, chosen))} places in {len(chosen)} groups: {tried} tried,")
    print(f"{results.suspects} looked at alone, {results.wrong} wrong; {spent():.0f} s of the processor")
    return 1 if results.wrong else 0


if __name__ == "__main__":
    sys.exit(main())

"""
Whatever stands wherever in a report, to read, check and write it takes time in step with its size.

``python benchmarks/growth.py`` puts texts that mean harm at every place of a report in every format, doubles their
size twice, and prints what grows faster than its size; the exit status is 1 then.
"""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import govdisclosure as gd

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from support.builders import build_report
from support.growth import FORMATS, FRAGMENTS, PLACES, checked_and_written, handled, source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIZE: Final = 5_000
DOUBLED_TWICE: Final = 4 * SIZE
# Linear is 4, quadratic 16; a machine is busy now and then, and little time says nothing.
GROWTH: Final = 8
NOTHING: Final = 0.3
# Attributes and sheets are longer than lines, and sooner read.
LONG: Final = 10
STYLES: Final = {
    "list-style": ('<ol style="', "list-style:", '"><li>一</ol>'),
    "visibility": ('<p style="', "visibility:", '">一'),
    "classes": ('<p class="', "a ", '">一'),
    "rules": ("<style>", ".a{", "</style>"),
    "comments": ("<style>", "/*", "</style>"),
    "selectors": ("<style>.a{display:none}", ".a,", "</style>"),
}


def seconds(work: Callable[[], object]) -> float:
    """Give the processor's time that a piece of work takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def grows(work_of: Callable[[int], Callable[[], object]]) -> bool:
    """Tell whether work grows faster than its size; asked twice before it is said."""
    for _ in range(2):
        large = seconds(work_of(DOUBLED_TWICE))
        if large <= NOTHING or large <= GROWTH * seconds(work_of(SIZE)) + NOTHING:
            return False
    return True


def reading(format_: str, place: str, name: str, size: int) -> Callable[[], None]:
    """Give the reading of a source that holds a text at a place."""
    return handled(format_, source(format_, place, FRAGMENTS[name](size)))


def writing(name: str, size: int) -> Callable[[], None]:
    """Give the checking and writing of what a program puts into a report: JSON hands it on as it is."""
    text = FRAGMENTS[name](size)
    report = build_report(preamble=[text, "发布日期", text], overview=[text], problems_and_improvements=[text])
    report.title = f"{text}2021年政府信息公开工作年度报告"
    report.agency = gd.Agency(name=text)
    report.extensions = {text: [text]}
    return lambda: checked_and_written(gd.loads(gd.dumps(report)), *FORMATS)


def styled(name: str, size: int) -> Callable[[], None]:
    """Give the reading of a page with styles, classes or sheets that do not end."""
    before, repeated, after = STYLES[name]
    hostile = before + repeated * (LONG * size // len(repeated)) + after
    page = str(source("html", "preamble", ""))
    return handled("html", page.replace("<body>", f"<body>{hostile}"))


def works() -> Iterator[tuple[str, Callable[[int], Callable[[], None]]]]:
    """Give every piece of work by its name."""
    for format_ in FORMATS:
        for place in PLACES:
            for name in FRAGMENTS:
                yield f"read {format_}, {place}: {name}", partial(reading, format_, place, name)
    for name in FRAGMENTS:
        yield f"check and write: {name}", partial(writing, name)
    for name in STYLES:
        yield f"read html, styles: {name}", partial(styled, name)


def main() -> int:
    """Try every piece of work, and tell how many there are and which grow."""
    tried, growing = 0, 0
    for name, work_of in works():
        tried += 1
        if grows(work_of):
            growing += 1
            print(f"grows faster than its size: {name}")
    print(f"{tried} tried, {growing} grow faster than their size")
    return 1 if growing else 0


if __name__ == "__main__":
    sys.exit(main())

"""Whatever stands wherever in a report, to read, check and write it takes time in step with its size."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

import pytest
from support.builders import build_report
from support.growth import FORMATS, FRAGMENTS, PLACES, checked_and_written, handled, source

import govdisclosure as gd

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.property

_SIZE: Final = 5_000
_DOUBLED_TWICE: Final = 4 * _SIZE
# Linear is 4, quadratic 16; a machine is busy now and then, and little time says nothing.
_GROWTH: Final = 8
_NOTHING: Final = 0.3


def seconds(work: Callable[[], object]) -> float:
    """Give the processor's time that a piece of work takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def grows(work_of: Callable[[int], Callable[[], object]]) -> bool:
    """Tell whether work grows faster than its size; asked twice before it is said."""
    for _ in range(2):
        small, large = seconds(work_of(_SIZE)), seconds(work_of(_DOUBLED_TWICE))
        if large <= _GROWTH * small + _NOTHING:
            return False
    return True


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("format_", FORMATS)
def test_reading_grows_with_the_size(format_: str, place: str) -> None:
    """Title, preamble, narrative, cell, metadata; each with texts that mean harm."""
    handled(format_, source(format_, place, "x"))()
    too_slow = [
        name
        for name, fragment in FRAGMENTS.items()
        if grows(lambda size, fragment=fragment: handled(format_, source(format_, place, fragment(size))))  # type: ignore[misc]
    ]

    assert too_slow == []


@pytest.mark.parametrize("name", FRAGMENTS)
def test_checking_and_writing_grow_with_the_size(name: str) -> None:
    """What a program puts into a report was read by no reader, and JSON hands it on as it is."""

    def work(size: int) -> Callable[[], None]:
        text = FRAGMENTS[name](size)
        report = build_report(preamble=[text, "发布日期", text], overview=[text], problems_and_improvements=[text])
        report.title = f"{text}2021年政府信息公开工作年度报告"
        report.agency = gd.Agency(name=text)
        report.extensions = {text: [text]}
        return lambda: checked_and_written(gd.loads(gd.dumps(report)))

    assert not grows(work)


@pytest.mark.parametrize(
    ("before", "repeated", "after"),
    [
        ('<ol style="', "list-style:", '"><li>一</ol>'),
        ('<p style="', "visibility:", '">一'),
        ('<p class="', "a ", '">一'),
        ("<style>", ".a{", "</style>"),
        ("<style>", "/*", "</style>"),
        ("<style>.a{display:none}", ".a,", "</style>"),
    ],
)
def test_what_a_web_page_says_of_its_looks_grows_with_its_size(before: str, repeated: str, after: str) -> None:
    """Styles, classes and sheets that do not end."""
    page = str(source("html", "preamble", ""))

    def work(size: int) -> Callable[[], None]:
        hostile = before + repeated * (size // len(repeated)) + after
        return handled("html", page.replace("<body>", f"<body>{hostile}"))

    assert not grows(work)

"""The narrative of a report, as far as claims are looked for in it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from govdisclosure.model.report import SECTIONS, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.model.report import AnnualReport

LONGEST: Final = 100_000
"""Characters that are read: a long report has some 20,000; a megabyte that claims something everywhere takes 5 s."""


class Part(NamedTuple):
    """
    Paragraphs that follow on each other.

    Args:
        section: Where they stand, such as ``requests``.
        path: The path above them, such as ``requests.notes``.
        paragraphs: Their text.
    """

    section: str
    path: str
    paragraphs: list[str]


class Narrative(NamedTuple):
    """
    What is read of a narrative.

    Args:
        parts: Preamble, narrative sections, notes beside tables, and other sections.
        unread: The path of the paragraph in which the reading ends; None if all is read.
    """

    parts: list[Part]
    unread: str | None


def narrative(report: AnnualReport) -> Narrative:
    """Give the first characters of the narrative of a report, by parts."""
    read, room = list[Part](), LONGEST
    for part in _parts(report):
        starts = list(accumulate(map(len, part.paragraphs), initial=0))
        if starts[-1] > room:
            last = bisect_right(starts, room) - 1
            cut = [*part.paragraphs[:last], part.paragraphs[last][: room - starts[last]]]
            return Narrative([*read, part._replace(paragraphs=cut)], f"{part.path}[{last}]")
        read.append(part)
        room -= starts[-1]
    return Narrative(read, None)


def _parts(report: AnnualReport) -> Iterator[Part]:
    yield Part("preamble", "preamble", report.preamble)
    for section in SECTIONS:
        held = getattr(report, section)
        if held is not None and section not in TABLES:
            yield Part(section, section, held)
        # Few tables have any.
        elif held is not None and held.notes:
            yield Part(section, f"{section}.notes", held.notes)
    for index, other in enumerate(report.other_sections):
        yield Part("other_sections", f"other_sections[{index}].paragraphs", other.paragraphs)

"""Sections that two bodies of a batch have nearly alike."""

from __future__ import annotations

from collections import Counter
from heapq import nsmallest
from itertools import chain
from typing import TYPE_CHECKING, Final
from zlib import crc32

from attrs import frozen

from govdisclosure.copies.common import left_of
from govdisclosure.copies.likeness import likeness
from govdisclosure.copies.texts import Text
from govdisclosure.copies.thresholds import LEAST, NEAREST, SHARING, SKETCH, SKETCH_SHARE, STRETCH
from govdisclosure.model.notes import Reading, all_reports
from govdisclosure.model.report import agency_name
from govdisclosure.vocabulary.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.model.report import AnnualReport

COMPARED: Final = ("overview", "problems_and_improvements")
"""The sections in which a body speaks for itself, and which are therefore compared."""

_WIDTH: Final = 4  # Bytes of a character in UTF-32.


@frozen
class Copy:
    """
    A section that a report and another one of a batch have nearly alike; nobody knows who copied.

    Args:
        section: Name of the section.
        similarity: How much of what is left of the shorter text the other has, from 0.85 to 1.
        other: Place of the other report in the batch, from 0.
        agency: Name of the other body; None if it is not known.
        year: Year of the other report.
        file: Name of the other file, if names were given.
    """

    section: str
    similarity: float
    other: int
    agency: str | None = None
    year: int | None = None
    file: str | None = None


def peer_copies(
    reports: Iterable[AnnualReport | Reading], names: Iterable[str | None] = ()
) -> tuple[tuple[Copy, ...], ...]:
    """
    Look in a batch for sections 一 and 五 that two bodies have nearly alike.

    Nearly alike are two texts of which the shorter has at least 200 characters, 0.85 of which the other has too.
    What more than half of at least six texts, and at least five of them, have is left out first. Blanks, figures and
    the bodies' own names make no difference. Reports of one body (by code, or by a name with which the other ends) are
    not compared.

    Args:
        reports: The reports, or readings of them.
        names: Names of their files, in the same order; none by default.

    Returns:
        For each report its copies, in the order of its sections, the nearest first.

    Raises:
        TypeError: If ``reports`` cannot be gone through, or something in it is neither a report nor a reading.
        ValueError: If there are names, but not as many as reports.
    """
    batch = [each.report if isinstance(each, Reading) else each for each in all_reports("reports", reports)]
    files = list(names) or [None] * len(batch)
    if len(files) != len(batch):
        raise ValueError(f"names of files must be as many as reports, {len(batch)}, got {len(files)}")
    copies: list[list[Copy]] = [[] for _ in batch]
    for section in COMPARED:
        pairs = [*_alike(batch, section)]
        both = chain(pairs, ((other, one, similarity) for one, other, similarity in pairs))
        for here, there, similarity in sorted(both, key=lambda pair: (-pair[2], pair[1])):
            copies[here].append(_copy(section, similarity, there, batch[there], files[there]))
    return tuple(map(tuple, copies))


def _copy(section: str, similarity: float, place: int, report: AnnualReport, file: str | None) -> Copy:
    agency = agency_name(report)
    return Copy(section, similarity, place, agency, report.year, file)


def _alike(batch: Sequence[AnnualReport], section: str) -> Iterator[tuple[int, int, float]]:
    """Yield the places of two reports whose sections are nearly alike, and how much they are."""
    written = [(place, Text.of_section(report, section)) for place, report in enumerate(batch)]
    places = [place for place, text in written if text.characters]
    left = left_of([text for _, text in written if text.characters])
    long_enough = [(place, text) for place, text in zip(places, left, strict=True) if text.size >= LEAST]
    for one, other in _candidates([text.characters for _, text in long_enough]):
        (here, text), (there, another) = long_enough[one], long_enough[other]
        if not _is_one_body(batch[here], batch[there]):
            similarity = likeness(text, another)
            if similarity is not None:
                yield here, there, similarity


def _is_one_body(one: AnnualReport, other: AnnualReport) -> bool:
    """Tell whether two reports are known to be of one body: 教育局 and 示例县教育局 may well be."""
    if one.agency is None or other.agency is None:
        return False
    if one.agency.code is not None and one.agency.code == other.agency.code:
        return True
    first, second = fold(one.agency.name), fold(other.agency.name)
    return first.endswith(second) or second.endswith(first)


def _candidates(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Give the places of texts that share enough of their sketches, of each text the nearest, in order."""
    sketches = [_sketch(text) for text in texts]
    had_by = Counter(chain.from_iterable(sketches))
    told = [[stretch for stretch in sketch if had_by[stretch] <= SHARING] for sketch in sketches]
    sharing: dict[int, list[int]] = {}
    for place, sketch in enumerate(told):
        for stretch in sketch:
            sharing.setdefault(stretch, []).append(place)
    pairs: set[tuple[int, int]] = set()
    for place, sketch in enumerate(told):
        others = Counter(chain.from_iterable(sharing[stretch] for stretch in sketch))
        del others[place]
        for other, shared in others.most_common(NEAREST):
            shorter, longer = sorted((place, other), key=lambda each: (len(texts[each]), each))
            if shared >= SKETCH_SHARE * len(told[shorter]) * len(texts[shorter]) / len(texts[longer]):
                pairs.add((min(place, other), max(place, other)))
    return sorted(pairs)


def _sketch(text: str) -> list[int]:
    """Give the smallest hashes of the stretches of a text; they are the same in each run and on each machine."""
    coded = text.encode("utf-32-le")
    ends = range(STRETCH * _WIDTH, len(coded) + 1, _WIDTH)
    return nsmallest(SKETCH, {crc32(coded[end - STRETCH * _WIDTH : end]) for end in ends})

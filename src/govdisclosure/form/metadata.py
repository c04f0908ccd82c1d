"""What title, preamble and section 一 tell of a report: agency, year, period, day of publication."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.form.days import period_told, published_told
from govdisclosure.form.titles import (
    agency_of,
    hides_agency,
    is_like_title,
    is_whole_title,
    lacks_agency,
    other_agency,
    other_year,
    tells_beside,
    title_within,
    year_of_title,
)
from govdisclosure.form.wording import note
from govdisclosure.model.notes import Note
from govdisclosure.model.report import Period, broken_code
from govdisclosure.vocabulary.fold import fold_characters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.form.blocks import Paragraph

# 统一社会信用代码：11320682014242577N
_CODE: Final = re.compile(r"统一社会信用代码[:：]\s*([0-9A-Za-z]+)")


@frozen
class Metadata:
    """
    What a report tells of itself.

    Args:
        agency: Name of the agency, from the title; never guessed from the narrative.
        year: The year reported on: that of the title, else of the period, else the one before publication.
        period: The period that the figures cover.
        published: The day of publication.
        code: 统一社会信用代码.
        notes: What disagrees or could not be read.
    """

    agency: str | None = None
    year: int | None = None
    period: Period | None = None
    published: dt.date | None = None
    code: str | None = None
    notes: tuple[Note, ...] = ()


def find_metadata(
    title: str | None, preamble: Iterable[Paragraph], overview: Iterable[Paragraph], rival: str | None = None
) -> Metadata:
    """
    Find the metadata of a report.

    Args:
        title: Its title.
        preamble: The paragraphs before section 一.
        overview: Those of section 一.
        rival: Another title that could be that of the report; then neither tells wherein they differ.
    """
    preamble = tuple(preamble)
    notes: list[Note] = []
    agency, year = _of_title(title, rival, notes) if title is not None else (None, None)
    period, words = period_told((*preamble, *overview)) or (None, "")
    published = published_told(preamble, notes)
    code = _code(preamble, notes)
    alike = (
        [each for each in preamble if is_like_title(each.text)] if title is None or not is_whole_title(title) else []
    )
    if title is None:
        notes += (note("METADATA-UNREADABLE", ("title", "agency"), raw=each.text, source=each.source) for each in alike)
    elif lacks_agency(title) and not tells_beside(title):
        # 2022年政府信息公开工作年度报告-某县统计局, where the page calls itself by the first half; not _某县政府网站
        more = {each.text: each for each in alike if tells_beside(title_within(each.text) or each.text)}
        notes += (note("METADATA-UNREADABLE", ("agency",), raw=each.text, source=each.source) for each in more.values())
    if period is not None and year not in {None, period.start.year}:
        raw = f"{title} | {words}"
        notes.append(note("METADATA-DISAGREES", ("year",), raw=raw, title=year, period=period.start.year))
    if year is None and period is not None:
        year = period.start.year
    elif year is None:
        year = _year_of_publication(published, [year_of_title(line.text) for line in alike])
    return Metadata(agency, year, period, published, code, tuple(notes))


def _year_of_publication(published: dt.date | None, named: list[int | None]) -> int | None:
    """
    Give the year before publication, which only tells it where nothing else does: late reports are common.

    Args:
        published: The day of publication.
        named: The years in lines that may be the title, though in other words; with another year there is none.
    """
    if published is None or published.year == 1:
        return None
    year = published.year - 1
    return year if set(named) <= {year} else None


def _of_title(title: str, rival: str | None, notes: list[Note]) -> tuple[str | None, int | None]:
    """Give agency and year of a title, as far as a rival does not leave them in doubt."""
    agency, year = agency_of(title), year_of_title(title)
    # 某县统计局23年政府信息公开工作年度报告
    if hides_agency(title):
        notes.append(note("METADATA-UNREADABLE", ("agency",), raw=title))
    if rival is not None and other_agency(title, rival):
        agency = None
        notes.append(note("METADATA-UNREADABLE", ("agency",), raw=f"{title} | {rival}"))
    if rival is not None and other_year(title, rival):
        year = None
    return agency, year


def _code(preamble: Iterable[Paragraph], notes: list[Note]) -> str | None:
    for paragraph in preamble:
        matched = _CODE.search(fold_characters(paragraph.text))
        if matched:
            if broken_code(matched[1]) is None:
                return matched[1]
            notes.append(note("METADATA-UNREADABLE", ("agency.code",), raw=matched[1], source=paragraph.source))
    return None

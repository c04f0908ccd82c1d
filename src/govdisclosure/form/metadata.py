"""What title, preamble and section 一 tell of a report: agency, year, period, day of publication."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.form.days import period_told, published_told, values_named
from govdisclosure.form.thresholds import LONGEST_TITLE
from govdisclosure.form.title_lines import is_column_and_title, title_within
from govdisclosure.form.title_years import is_year, year_of_title
from govdisclosure.form.titles import (
    agency_of,
    hides_agency,
    is_like_title,
    is_title,
    is_whole_title,
    lacks_agency,
    other_agency,
    other_year,
    tells_beside,
)
from govdisclosure.form.wording import note
from govdisclosure.model.notes import Note
from govdisclosure.model.report import Period, broken_code
from govdisclosure.vocabulary.fold import fold_characters
from govdisclosure.vocabulary.letters import HAN
from govdisclosure.vocabulary.years import YEAR, year_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.form.blocks import Paragraph

# 统一社会信用代码：11320682014242577N
_CODE: Final = re.compile(r"统一社会信用代码[:：]\s*([0-9A-Za-z]+)")
# 报告年度：2022, 年份 | 2022年
_YEAR_CALLED: Final = rf"(?<![{HAN}])(?:(?:报告|填报|统计|所属)\s*)?年\s*[度份][\s:]*+"
_CALLED: Final = re.compile(_YEAR_CALLED)
_YEAR_BEHIND: Final = re.compile(rf"{_YEAR_CALLED}[\s|]*+\(?({YEAR})(?![0-9.月/-])")
_BARE_YEAR: Final = re.compile("20[0-9]{2}")
# 某县统计局2022年政府信息公开工作年度报告根据《条例》编制。: a title, or the subject of the sentence
_BEFORE_SENTENCE: Final = re.compile("[^。，；,;《》]*?(?:年度报告|年报)(?=根据|按照?|依据|依照|本(?:年度)?报告)")


@frozen
class Metadata:
    """
    What a report tells of itself.

    Args:
        agency: Name of the agency, from the title; never guessed from the narrative.
        year: The year reported on: that of the title, else of the period, else that of the head of the page, else the
            one before publication.
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
    agency, year, doubted = _of_title(title, rival, notes) if title is not None else (None, None, None)
    period, words = period_told((*preamble, *overview)) or (None, "")
    published = published_told(preamble, notes)
    code = _code(preamble, notes)
    alike = (
        [each for each in preamble if _may_hold_title(each.text)] if title is None or not is_whole_title(title) else []
    )
    if title is None:
        notes += (note("METADATA-UNREADABLE", ("title", "agency"), raw=each.text, source=each.source) for each in alike)
        # 某县统计局政府信息公开 / 年度报告
        notes += (
            note("METADATA-UNREADABLE", ("title", "agency"), raw=f"{line.text} | {below.text}", source=line.source)
            for line, below in pairwise(preamble)
            if is_column_and_title(line.text, below.text)
        )
    elif lacks_agency(title) and not tells_beside(title):
        # 2022年政府信息公开工作年度报告-某县统计局, where the page calls itself by the first half; not _某县政府网站
        more = {each.text: each for each in alike if tells_beside(title_within(each.text) or each.text)}
        notes += (note("METADATA-UNREADABLE", ("agency",), raw=each.text, source=each.source) for each in more.values())
    if period is not None and year not in {None, period.start.year}:
        raw = f"{title} | {words}"
        notes.append(note("METADATA-DISAGREES", ("year",), raw=raw, title=year, period=period.start.year))
    if year is None and period is not None:
        year = period.start.year
    elif doubted is not None:
        year = _year_confirmed(published, preamble, doubted)
    elif year is None:
        year = _year_of_head(published, preamble, alike, notes)
    return Metadata(agency, year, period, published, code, tuple(notes))


def _may_hold_title(text: str) -> bool:
    """Tell whether a line may be a title in words of its own, or begins with a whole one and goes on as a sentence."""
    begun = _BEFORE_SENTENCE.match(text[: 2 * LONGEST_TITLE])
    # 本年度政府信息公开年度报告根据《条例》编制。 names none.
    return is_like_title(text) or (begun is not None and is_title(begun[0]) and is_whole_title(begun[0]))


def _year_confirmed(published: dt.date | None, head: Sequence[Paragraph], year: int) -> int | None:
    """Give the year of a title, if the head of a page tells it as well; 2021年 on a line of its own is a menu's."""
    told = set(_years_called(head)) or ({published.year - 1} if published is not None else set())
    return year if told == {year} else None


def _year_of_head(
    published: dt.date | None, head: Sequence[Paragraph], alike: Sequence[Paragraph], notes: list[Note]
) -> int | None:
    """
    Give the year that the head of a page tells, or else that before publication; late reports are common.

    Args:
        published: The day of publication; years that end after it are none reported on.
        head: The lines of the head.
        alike: Those that may be the title, though in other words; with another year there is none.
        notes: Takes a note on each line that names another year, and may be on something else.
    """
    if published is None or published.year == 1:
        return None
    last = published.year - 1
    told = {year for year in _years_told(head) if year <= last}
    if told:
        return told.pop() if len(told) == 1 else last if last in told else None
    others = [line for line in head if line not in alike and (_year_named(line.text) or last) < last]
    if others and all(_year_named(line.text) != last for line in head):
        notes += (note("METADATA-UNREADABLE", ("year",), raw=line.text, source=line.source) for line in others)
        return None
    return last if {year_of_title(line.text) for line in alike} <= {last} else None


def _years_told(head: Sequence[Paragraph]) -> Iterator[int]:
    """Give the years that are plainly those of the report: 报告年度：2022, 年份 | 2022, and 2022年 alone on a line."""
    yield from _years_called(head)
    for line in head:
        year = year_of_title(line.text)
        if year is not None and is_year(line.text):
            yield year


def _years_called(head: Sequence[Paragraph]) -> Iterator[int]:
    """Give the years that are called so: 报告年度：2022, 年份 | 2022."""
    for written, _ in values_named(head, _CALLED, _YEAR_BEHIND):
        yield year_of(written)


def _year_named(text: str) -> int | None:
    """Give the year in a line that is no sentence: 2022年某县概况, or 2022, which can be a number as well."""
    if _BARE_YEAR.fullmatch(text.strip()):
        return int(text)
    return None if len(text) > LONGEST_TITLE or "。" in text else year_of_title(text)


def _of_title(title: str, rival: str | None, notes: list[Note]) -> tuple[str | None, int | None, int | None]:
    """Give agency and year of a title, as far as a rival does not leave them in doubt; then a year that is in doubt."""
    agency, year = agency_of(title), year_of_title(title)
    # 某县统计局23年政府信息公开工作年度报告
    if hides_agency(title):
        notes.append(note("METADATA-UNREADABLE", ("agency",), raw=title))
    if rival is not None and other_agency(title, rival):
        agency = None
        notes.append(note("METADATA-UNREADABLE", ("agency",), raw=f"{title} | {rival}"))
    if rival is not None and other_year(title, rival):
        return agency, None, year
    return agency, year, None


def _code(preamble: Iterable[Paragraph], notes: list[Note]) -> str | None:
    for paragraph in preamble:
        matched = _CODE.search(fold_characters(paragraph.text))
        if matched:
            if broken_code(matched[1]) is None:
                return matched[1]
            notes.append(note("METADATA-UNREADABLE", ("agency.code",), raw=matched[1], source=paragraph.source))
    return None

"""What title, preamble and section 一 tell of a report: agency, year, period, day of publication."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from itertools import zip_longest
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.form.blocks import Paragraph
from govdisclosure.form.thresholds import LONGEST_TITLE, SHORT_LINE
from govdisclosure.form.wording import note
from govdisclosure.model.notes import Note
from govdisclosure.model.report import Period, broken_code
from govdisclosure.vocabulary.fold import fold, fold_aligned, fold_characters
from govdisclosure.vocabulary.years import YEAR, year_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


# What a title ends with: 政府信息公开工作年度报告, 的政府信息公开年报(修订), 政府信息公开工作情况的报告
_REPORT: Final = re.compile(
    r"(?:的)?政府信息公开(?:工作)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:报告|年报)(?:\([^()]*\))?$"
)
_YEAR: Final = re.compile(f"({YEAR})年度?")
# 【年报】, 关于, ★, 1., (2022年), 2022年度的
_AGENCY_NOISE: Final = re.compile(
    rf"^【[^】]*】|^关于|^(?:[>★☆※●◆■·•]+|[0-9]+[.、])|\({YEAR}年度?\)|(?:关于)?{YEAR}年度?的?|\([^()]*\)$"
)
_YEAR_ALONE: Final = re.compile(rf"\({YEAR}年度?\)")
# 某县统计局, a line of its own above the rest of the title
_AGENCY: Final = re.compile(
    r"[㐀-鿿]+(?:人民政府|局|厅|部|委|办|会|处|院|署|行|校|队|所|站|馆|办公室|中心|省|市|区|县|镇|乡|街道)"
)
# What is left of a title with another time than one year (上半年), of a way through a menu (首页>政务公开>某县), or of
# a headline of news (我县发布).
_NO_NAME: Final = re.compile(
    r"[0-9](?:$|[年月日~—–-])|[A-Za-z]年|[|<>\[\]~^]|、$|[上下]半年$|季度$|(?:发布|公布|公开|印发|编制)了?$"
)
# 名称 | 某县2022年政府信息公开工作年度报告
_CELLS: Final = re.compile(r"\S\s*\|\s*[^\s|]")
_GOVERNMENT: Final = re.compile("人民政府|政府")
_STOPS: Final = re.compile(r"[，。；：！？,;:!?]")
# 统计期限为2022年1月1日起至12月31日
_DATE: Final = r"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日"
_SECOND_DATE: Final = r"(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})日"
_PERIOD: Final = re.compile(
    rf"(统计(?:数据)?(?:期限|时限)[^。0-9]{{0,12}}|起止[^。0-9]{{0,12}})?{_DATE}起?,?(?:至|到|[-—–─―~]+){_SECOND_DATE}"
)
# 发布日期：2023-01-20, [发布时间] 2023年1月20日, PubDate：2023/1/20
_PUBLISHED_NAME: Final = re.compile(r"[\[(]?(?:发布日期|发布时间|公开日期|公开时间|PubDate)[\s:\])]*+", re.IGNORECASE)
_PUBLISHED: Final = re.compile(
    rf"{_PUBLISHED_NAME.pattern}[\s|]*+"
    r"([0-9]+\s*年\s*[0-9]+\s*月\s*[0-9]+\s*日|[0-9][0-9年月日./-]*)",
    re.IGNORECASE,
)
_YEAR_FIRST: Final = re.compile("[0-9]{4}")
# 2023-01-20T09:30:00.000+08:00 has 29 characters; what is longer is looked at by no parser.
_LONGEST_DATE: Final = 40
_USUAL: Final = re.compile(r"([0-9]{4})([-./])([0-9]{1,2})\2([0-9]{1,2})")
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


def is_title(text: str) -> bool:
    """Tell whether a paragraph before the first heading is the title of a report, or its second line."""
    if len(text) > LONGEST_TITLE or _STOPS.search(text) or not _REPORT.search(fold(text)):
        return False
    return _CELLS.search(text) is None


def lacks_agency(title: str) -> bool:
    """Tell whether a title names no agency, so that the line above may be its first part."""
    return _agency(title) is None


def lacks_year(title: str) -> bool:
    """Tell whether a title names no year, so that the line below may be its last part."""
    return _year(title) is None


def title_tells(title: str) -> int:
    """Tell how much a title says: whether it names an agency, and whether a year."""
    return (not lacks_agency(title)) + (not lacks_year(title))


def is_whole_title(title: str) -> bool:
    """Tell whether a title names both an agency and a year."""
    return not lacks_agency(title) and not lacks_year(title)


def tell_apart(first: str, second: str) -> bool:
    """Tell whether two titles are those of different reports: their agencies or their years differ."""
    return _other_agency(first, second) or _other_year(first, second)


def _other_agency(first: str, second: str) -> bool:
    """Tell whether two titles name different agencies, not one in other words, or without its province."""
    one, other = _agency_words(first), _agency_words(second)
    # 某省某县政府办公室, 某县人民政府办
    return not one.endswith(other) and not other.endswith(one)


def _agency_words(title: str) -> str:
    """Give the agency that a title names, without the words that can be left out."""
    return _GOVERNMENT.sub("", fold(_agency(title) or "")).replace("办公室", "办")


def _other_year(first: str, second: str) -> bool:
    return len({_year(first), _year(second)} - {None}) > 1


def begins_title(text: str, title: str) -> bool:
    """Tell whether a line above a title is its first part: an agency, a year, or both, but no second year."""
    if len(text) > LONGEST_TITLE or not (lacks_year(text) or lacks_year(title)):
        return False
    agency = _agency(text)
    return not lacks_year(text) if agency is None else _AGENCY.fullmatch(fold(agency).removesuffix("关于")) is not None


def ends_title(text: str) -> bool:
    """Tell whether a line of its own is a year in parentheses."""
    return _YEAR_ALONE.fullmatch(fold(text)) is not None


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
    _, period = min(_periods((*preamble, *overview)), key=itemgetter(0), default=(False, None))
    published = _published(preamble, notes)
    code = _code(preamble, notes)
    if period is not None and year not in {None, period.start.year}:
        notes.append(note("METADATA-DISAGREES", ("year",), title=year, period=period.start.year))
    if year is None and period is not None:
        year = period.start.year
    elif year is None and published is not None and published.year > 1:
        # The day of publication only tells the year where nothing else does: late reports are common.
        year = published.year - 1
    return Metadata(agency, year, period, published, code, tuple(notes))


def _of_title(title: str, rival: str | None, notes: list[Note]) -> tuple[str | None, int | None]:
    """Give agency and year of a title, as far as a rival does not leave them in doubt."""
    agency, year = _agency(title), _year(title)
    if rival is not None and _other_agency(title, rival):
        agency = None
        notes.append(note("METADATA-UNREADABLE", ("agency",), raw=f"{title} | {rival}"))
    if rival is not None and _other_year(title, rival):
        year = None
    return agency, year


def read_date(text: str) -> dt.date:
    """
    Read a day in one of its many spellings, the year first.

    Raises:
        ValueError: If the text is no date, or names no day.
    """
    plain = re.sub(r"[年月]", "-", fold(text)).replace("日", "")
    if len(plain) > _LONGEST_DATE or not _YEAR_FIRST.match(plain):
        raise ValueError(f"{text!r} is no date that begins with its year")
    try:
        days = _days(plain)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"{text!r} is no date") from error
    if len(days) > 1:
        raise ValueError(f"{text!r} names no day")
    return days.pop()


def _days(text: str) -> set[dt.date]:
    """Give the days that a date can name: more than one where it lacks a part."""
    usual = _USUAL.fullmatch(text)
    if usual is not None:
        return {dt.date(*map(int, usual.group(1, 3, 4)))}
    # Imported here, since few dates are unusual; python-dateutil fills in missing parts from a default.
    from dateutil import parser  # noqa: PLC0415

    return {
        parser.parse(text, yearfirst=True, default=default).date()
        for default in (dt.datetime(2000, 1, 1), dt.datetime(1999, 2, 2))  # noqa: DTZ001 - only days are compared
    }


@lru_cache(maxsize=64)
def _agency(title: str) -> str | None:
    folded, places = fold_aligned(title)
    dropped: set[int] = set()
    for noise in (*_REPORT.finditer(folded), *_AGENCY_NOISE.finditer(folded)):
        dropped.update(places[noise.start() : noise.end()])
    name = "".join(title[place] for place in dict.fromkeys(places) if place not in dropped)
    return None if _NO_NAME.search(fold(name)) else name or None


def _year(title: str) -> int | None:
    matched = _YEAR.search(fold(title))
    # 0000年 is no year.
    return (year_of(matched[1]) or None) if matched else None


def _periods(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[bool, Period]]:
    """Give the periods, and of each whether it is only one year, and not called the period."""
    # A line can end between the two dates, or before them: 统计期限为2022年1月1日 / 至12月31日
    text = "".join([_text_for_dates(paragraph.text) for paragraph in paragraphs])
    for matched in _PERIOD.finditer(text) if "月" in text else ():
        named, year, month, day, last_year, last_month, last_day = matched.groups()
        try:
            start = dt.date(int(year), int(month), int(day))
            end = dt.date(int(last_year or year), int(last_month), int(last_day))
        except ValueError:  # 2022年2月30日
            continue
        period = Period(start=start, end=end)
        if named or period == Period.of_year(start.year):
            yield not named, period


def _text_for_dates(text: str) -> str:
    """Fold a text that may hold a date or a piece of one; a long one without the signs of a date ends a sentence."""
    return fold(text) if len(text) <= SHORT_LINE or "年" in text or "月" in text else "。"


def _published(preamble: Sequence[Paragraph], notes: list[Note]) -> dt.date | None:
    for paragraph, below in zip_longest(preamble, preamble[1:], fillvalue=Paragraph("")):
        text = fold_characters(paragraph.text)
        matched = _PUBLISHED.search(text) or _PUBLISHED.search(_name_and_below(text, fold_characters(below.text)))
        if matched:
            try:
                return read_date(matched[1])
            except ValueError:
                notes.append(note("METADATA-UNREADABLE", ("published",), raw=matched[1], source=paragraph.source))
    return None


def _name_and_below(text: str, below: str) -> str:
    """Give the name of the day of publication with what stands below it, in a list of pairs or a table of two rows."""
    names, values = (line.split("|") for line in (text, below))
    if len(names) != len(values):
        return ""
    # 索引号 | 发布日期 / 01-2023-0001 | 2023-01-20
    for name, value in zip(names, values, strict=True):
        if _PUBLISHED_NAME.fullmatch(name.strip()):
            return f"{name}:{value}"
    return ""


def _code(preamble: Iterable[Paragraph], notes: list[Note]) -> str | None:
    for paragraph in preamble:
        matched = _CODE.search(fold_characters(paragraph.text))
        if matched:
            if broken_code(matched[1]) is None:
                return matched[1]
            notes.append(note("METADATA-UNREADABLE", ("agency.code",), raw=matched[1], source=paragraph.source))
    return None

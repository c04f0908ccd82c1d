"""Days that a report tells of: in their many spellings, as its period, and as its day of publication."""

from __future__ import annotations

import datetime as dt
import re
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from govdisclosure.form.thresholds import LONGEST_VALUE, SHORT_LINE
from govdisclosure.form.wording import note
from govdisclosure.model.report import Period
from govdisclosure.vocabulary.fold import fold, fold_characters
from govdisclosure.vocabulary.letters import HAN
from govdisclosure.vocabulary.memory import remembered
from govdisclosure.vocabulary.numerals import ORDINALS, number_of
from govdisclosure.vocabulary.years import YEAR, year_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.form.blocks import Paragraph
    from govdisclosure.model.notes import Note, Source

_FIGURES: Final = f"[0-9]{{1,2}}|[{ORDINALS}]{{1,3}}"
# 2022年1月1日, 2022-01-01, 2022.1.1, 二〇二二年一月一日
_DATE: Final = rf"({YEAR})(?:年|[-./])({_FIGURES})(?:月|[-./])({_FIGURES})日?"
SPELT_DAY: Final = rf"{YEAR}年(?:{_FIGURES})月(?:{_FIGURES})日"
"""A day without blanks in it, in figures or numerals: 二〇二二年一月一日."""
_WHOLE_DATE: Final = re.compile(_DATE)
_LAST_DATE: Final = re.compile(rf"{_DATE}\Z")
# The year is often left out of the second date, or is 同年.
_SECOND_DATE: Final = rf"(?:({YEAR})[年./-]|[同当本]年)?({_FIGURES})(?:月|[-./])({_FIGURES})日?"
_JOINED: Final = r"(?:[零0]时)?(?:(?:起|开始|始)?,?(?:截止[至到]?|截?[至到]|[-—–─―~]+)|起,)"
# 统计期限为2022年1月1日起至12月31日止, 2022年1月1日起，12月31日止
_PERIOD: Final = re.compile(
    rf"(统计(?:数据)?(?:期限|时限)[^。0-9]{{0,12}}?|起止[^。0-9]{{0,12}}?)?{_DATE}{_JOINED}{_SECOND_DATE}"
)
# 2022年 · 2022-01; with one class before the alternatives, re skips quickly to the next of its characters.
_PIECE_OF_PERIOD: Final = re.compile("[年月0-9](?:(?<=[年月])|(?<=[0-9])[0-9]{3}[-./])")
PUBLISHED: Final = "发布|公开|公布"
"""What the head of a page calls the day of publication by, before 日期 or 时间."""
OTHERWISE_DATED: Final = (
    "发文|成文|制发|制作|编制|签发|印发|生成|创建|刊发|上网|信息(?:提供)?|发稿|发表|录入|添加|上传|公告"
)
"""What it calls other days by, of which one is taken where that of publication is not told."""

_PUB_DATE: Final = "[Uu][Bb][Dd][Aa][Tt][Ee]"
# 发布日期：2023-01-20, 发布：2023-01-20, [发布时间] 2023年1月20日, PubDate：2023/1/20; where no such day stands,
# 成文日期 or 时间. Each alternative begins with a letter, since re skips quickly to the next of these.
_NAMES: Final = (
    rf"(?:(?:{PUBLISHED})(?:日期|时间)|发布(?:于|(?=\s?:))|P{_PUB_DATE}|p{_PUB_DATE})[\s:\[\](】]*+",
    rf"(?<![{HAN}])(?:(?:{OTHERWISE_DATED})(?:日\s*期|时\s*间)|日\s*期|时\s*间)[\s:\[\](】]*+",
)
# 2023 年 1 月 20 日, 2023- 01- 13; a stretch of days (2022年1月1日至12月31日) is none.
_DAY: Final = (
    r"((?>[0-9]+\s*年\s*[0-9]+\s*月\s*[0-9]+\s*日|[0-9]{4}\s?[-./]\s?[0-9]{1,2}\s?[-./]\s?[0-9]{1,2}(?![0-9])"
    # 二〇二三年一月二十日, Jan 20, 2023
    rf"|{SPELT_DAY}|[A-Z][a-z]{{2,8}}\.?\s[0-9]{{1,2}},\s?[0-9]{{4}}"
    r"|[0-9][0-9年月日./-]*))"
)
# JAN 20, 2023, behind a name
_NAMED_DAY: Final = _DAY.replace("[A-Z][a-z]{2,8}", "[A-Za-z]{3,9}")
_STRETCH: Final = r"(?!\s*(?:起|至|到|止|[—–~]))"
_TIME: Final = r"(?:[T\s]\s*[0-9]{1,2}:[0-9]{1,2}(?::[0-9]{1,2})?)?"
_SOURCE: Final = r"(?:(?:信息|稿件)?来\s?源|稿源|作\s?者|(?:责任)?编辑|审核)\s?[:|]"
SITE: Final = rf"(?:[{HAN}]{{2,20}}(?:网站?|门户|平台)(?:\s+|$))?(?:(?:https?://|www\.)[!-~]+(?:\s+|$))?"
"""The name of a site, its address, or both: 某县人民政府网 www.example.gov.cn."""
# What tells of a day with no name that it is that of publication. Behind it, 2023-01-13 10:20 来源：某县统计局;
_BEFORE_SOURCE: Final = rf"{_TIME}[\s|]*{_SOURCE}"
# 2023-01-13 10:20 浏览次数：12, 2023-01-13【字体：大 中 小】;
_BEFORE_COUNT: Final = (
    rf"{_TIME}\s*[\[【(]?\s?(?:(?:浏览|点击|阅读|访问)(?:次数|人数|量|数)?|字[体号])\s?[:0-9\[【(][^，,。]*$"
)
# and before it, 来源：某县统计局 编辑：张某 2023-01-13, 某县人民政府网 www.example.gov.cn 2023-01-13.
_BEHIND_SOURCE: Final = rf"(?!\d)(?:(?:{_SOURCE}\s{{0,4}}(?:https?://[!-~]+|[^\s:|。,;]{{1,30}})\s+){{1,4}}|{SITE})"
_WHOLE_DAY: Final = r"((?>[0-9]{4}\s?[-./年]\s?[0-9]{1,2}\s?[-./月]\s?[0-9]{1,2}日?))(?![0-9])"
# What WeChat prints below the title of an article: 原创 办公室 某县水利 2022年02月18日 10:30 福建, 某县发布2022-02-18,
# the author and the account, the day, and from where it was put there
_FROM: Final = (
    "北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南"
    "|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆"
)
IN_WECHAT: Final = re.compile(
    rf"\s*+(?=原创\s|[{HAN}\s]{{1,40}}发布\s?[0-9]|.{{0,80}}[0-9]\s(?:发表于\s?)?(?:{_FROM})\s*$)(?:[^\s:|。，,;0-9]{{1,40}}+\s*+){{0,5}}+"
    rf"{_WHOLE_DAY}(?:\s+[0-9]{{1,2}}:[0-9]{{2}})?(?:\s+(?:发表于\s?)?(?:{_FROM}))?\s*$"
)
"""The line with who wrote an article of WeChat, its account, the day, and the province: its day is the group."""
_AROUND_SIGN: Final = re.compile(r"\s*([-./年月])\s*")
_DAY_ALONE: Final = re.compile(
    r"[\[(【]?\s?([^\s\])】]+?)(?:\s?\(?星期[一二三四五六日天]\)?)?(?:[T\s]\s?[0-9]{1,2}[:时]\s?[0-9]{1,2}(?:[:分]\s?[0-9]{0,2}秒?)?)?\s?[\])】]?"
)
_PUBLISHED: Final[tuple[tuple[re.Pattern[str] | None, re.Pattern[str]], ...]] = (
    *((re.compile(rf"[\[(【]?{name}"), re.compile(rf"{name}[\s|]*+{_NAMED_DAY}{_STRETCH}")) for name in _NAMES),
    (None, re.compile(rf"^\s*{_DAY}{_BEFORE_SOURCE}")),
    (None, re.compile(rf"^\s*{_WHOLE_DAY}{_BEFORE_COUNT}")),
    (None, re.compile(rf"^\s*{_BEHIND_SOURCE}{_WHOLE_DAY}{_STRETCH}")),
    (None, re.compile(rf"^{IN_WECHAT.pattern}")),
    # date: 2022-01-20, in front matter; Published Time: 2022-01-20T09:00:00+08:00
    (None, re.compile(rf"^\s*(?:[Pp]ublish(?:ed)?[ _-]?(?:[Tt]ime|[Dd]ate|[Oo]n|[Aa]t)?|[Dd]ate)\s*:[\s\"']*+{_DAY}")),
)
MARKS: Final = "•·●◆■ "
"""What stands before the items of a list."""
_YEAR_FIRST: Final = re.compile("[0-9]{4}")
# 2023-01-20T09:30:00.000+08:00 has 29 characters; what is longer is looked at by no parser.
_LONGEST_DATE: Final = 40
_USUAL: Final = re.compile(r"([0-9]{4})([-./])([0-9]{1,2})\2([0-9]{1,2})")


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


def print_day(day: dt.date) -> str:
    """Give a day as an official document has it: 2026年1月20日."""
    return f"{day.year:04}年{day.month}月{day.day}日"


def day_of(text: str) -> dt.date | None:
    """Give the day that a text is, in figures or numerals; None if it is none, or more than one."""
    matched = _WHOLE_DATE.fullmatch(fold(text)) if len(text) <= _LONGEST_DATE else None
    try:
        return _date(*matched.groups()) if matched else None
    except ValueError:  # 2026年2月30日
        return None


def day_alone(text: str) -> dt.date | None:
    """Give the day that a line is, in brackets or not, whatever the time of it: （2023年1月20日）, 2023-01-20 09:10."""
    return _day_alone(text) if len(text) <= _LONGEST_DATE else None


@remembered
def _day_alone(text: str) -> dt.date | None:
    # 2023- 01- 20
    matched = _DAY_ALONE.fullmatch(_AROUND_SIGN.sub(r"\1", fold_characters(text)).strip())
    return day_of(matched[1]) if matched else None


def day_signed(lines: Sequence[str], name: str | None) -> dt.date | None:
    """
    Give the day that a text ends in, where it stands below the name of who signs it, or behind.

    >>> day_signed(["无。", "某县水利局", "2023年1月20日"], "某县水利局")
    datetime.date(2023, 1, 20)
    """
    if name is None or not lines:
        return None
    signed = fold(name)
    *_, above, last = ["", *map(fold, lines[-2:])]
    if above == signed:
        return day_alone(last)
    return day_alone(last.removeprefix(signed)) if last.startswith(signed) else None


def ends_in_day(text: str) -> bool:
    """Tell whether a short line ends in a day, as the last one of a signed document does: 县财政局 2026年1月20日."""
    return len(text) <= LONGEST_VALUE and _LAST_DATE.search(fold(text)) is not None


def period_told(paragraphs: Iterable[Paragraph]) -> tuple[Period, str] | None:
    """
    Give the period that a text tells, and its words: two dates that it calls so, else the first and last of a year.

    Args:
        paragraphs: The paragraphs, of which one can go on where another ends.
    """
    told = min(_periods(paragraphs), key=itemgetter(0), default=None)
    return told and told[1:]


def _periods(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[bool, Period, str]]:
    """Give the periods, of each before it whether it is only one year, and not called the period, then its words."""
    # A line can end between the two dates, or before them: 统计期限为2022年1月1日 / 至12月31日
    text = "".join([_text_for_dates(paragraph.text) for paragraph in paragraphs])
    for matched in _PERIOD.finditer(text):
        named, year, month, day, last_year, last_month, last_day = matched.groups()
        try:
            start = _date(year, month, day)
            end = _date(last_year or year, last_month, last_day)
        except ValueError:  # 2022年2月30日
            continue
        if named or (start, end) == (dt.date(start.year, 1, 1), dt.date(start.year, 12, 31)):
            yield not named, Period(start=start, end=end), matched.group()


def _date(year: str, month: str, day: str) -> dt.date:
    return dt.date(year_of(year), _number(month), _number(day))


def _number(written: str) -> int:
    """Read a number of a month or a day; 0 for what is none."""
    return int(written) if written.isdecimal() else number_of(written) or 0


def _text_for_dates(text: str) -> str:
    """Fold a text that may hold a date or a piece of one; a long one without the signs of a date ends a sentence."""
    return fold(text) if len(text) <= SHORT_LINE or _PIECE_OF_PERIOD.search(text) else "。"


def published_told(paragraphs: Sequence[Paragraph], notes: list[Note]) -> dt.date | None:
    """
    Give the day of publication, or else another day that the head of a page tells.

    Args:
        paragraphs: The paragraphs before section 一.
        notes: Takes a note on each such day that cannot be read; then there is none.
    """
    for name, published in _PUBLISHED:
        before = len(notes)
        for text, source in values_named(paragraphs, name, published):
            try:
                return day_of(text) or read_date(text)
            except ValueError:
                notes.append(note("METADATA-UNREADABLE", ("published",), raw=text, source=source))
        if len(notes) > before:
            return None
    return None


def values_named(
    paragraphs: Sequence[Paragraph], name: re.Pattern[str] | None, value: re.Pattern[str]
) -> Iterator[tuple[str, Source | None]]:
    """
    Give what stands behind a name in the head of a page, or below it, and where.

    Args:
        paragraphs: The lines of the head.
        name: The name, with what can stand around it; None where the value has none.
        value: The name with the value behind it, which is the group.
    """
    texts = [fold_characters(paragraph.text) for paragraph in paragraphs]
    for paragraph, text, below in zip(paragraphs, texts, [*texts[1:], ""], strict=False):
        matched = value.search(text)
        if matched is None and name is not None:
            matched = value.search(_name_and_below(text, below, name))
        if matched:
            yield matched[1], paragraph.source


def _name_and_below(text: str, below: str, searched: re.Pattern[str]) -> str:
    """Give the name of a day with what stands below it, in a list of pairs or a table of two rows."""
    names, values = text.split("|"), below.split("|")
    if len(names) != len(values):
        return ""
    # 索引号 | 发布日期 / 01-2023-0001 | 2023-01-20
    for name, value in zip(names, values, strict=True):
        # • 发布日期, an item of a list
        if searched.fullmatch(name.strip().lstrip(MARKS)):
            return f"{name}:{value}"
    return ""

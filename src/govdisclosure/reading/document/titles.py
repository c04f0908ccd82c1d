"""The title of a report: what stands above section 一 and is it, on however many lines; and that of another report."""

from __future__ import annotations

import re
from itertools import chain, pairwise, takewhile
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from govdisclosure.form.blocks import Grid, Paragraph
from govdisclosure.form.days import day_alone, published_told
from govdisclosure.form.thresholds import MOST_LINES_OF_A_TITLE
from govdisclosure.form.title_frames import without_annex
from govdisclosure.form.title_lines import (
    are_listed,
    begins_title,
    begins_wrapped_title,
    cells_of_line,
    is_broken_title,
    title_within,
)
from govdisclosure.form.title_years import is_year, without_suffix
from govdisclosure.form.titles import (
    hides_agency,
    is_title,
    is_whole_title,
    lacks_agency,
    lacks_year,
    names_subject,
    names_two,
    names_year_alone,
    other_year,
    tell_apart,
    title_tells,
)
from govdisclosure.reading.document.refusal import names_explanation

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

# 根据条例，现公布本报告, unlike a menu
_SENTENCE: Final = re.compile("[。，；]")
# A title that names neither agency nor year is more than none.
_NO_TITLE: Final = -1
_NUMBER: Final = re.compile("20[0-9]{2}")
_SITE: Final = re.compile("[-_|—–]+")


@frozen
class _Title:
    """A title, the places of its first line and behind its last, and how much the line that shows it tells."""

    text: str
    first: int
    last: int
    tells: int


@frozen
class Opening:
    """
    What stands before section 一.

    Args:
        title: The title; None where there is none.
        above: What stands above the title: the page's own.
        preamble: What stands below it, or beside it in its row.
        below: The first of these that stands below; None where nothing does, or there is no title in the text.
        rival: The title of another report that could be this one's as well; None where there is none.
    """

    title: str | None = None
    above: list[Paragraph] = field(factory=list)
    preamble: list[Paragraph] = field(factory=list)
    below: Paragraph | None = None
    rival: str | None = None


def split_title(paragraphs: list[Paragraph], page: Sequence[Paragraph], above: int | None) -> Opening:
    """
    Take the title out of what stands before section 一; on several lines it is joined without a separator.

    Of several, the last of those that tell most is taken, or the one that the page names as its own.

    Args:
        paragraphs: What stands there.
        page: What the page says of itself; its title is taken where the text has none.
        above: How many of the paragraphs stand above the first heading or table, None for all; a title below is taken
            if none does.
    """
    names = list(dict.fromkeys(_titles_of_page(page)))
    lines = [paragraph.text for paragraph in paragraphs]
    titles = _titles_in(lines[:above]) or _titles_in(lines)
    # 2022年政府信息公开工作年度报告 / 某县统计局 / 附件：某县教育局2022年…: the annex can be of another body.
    if _told_by(titles) <= 0:
        titles = max(titles, _titles_within(lines, titles), key=_told_by)
    if not titles:
        return Opening(next(map(without_suffix, names), None), [], paragraphs)
    titles = [_as_page_calls(title, lines, names) for title in titles]
    # (图解)某县2022年政府信息公开工作年度报告, a link below the title
    titles = [title for title in titles if not names_explanation(title.text)] or titles
    is_numbered = any(any(_numbers_in(title, lines)) for title in titles)
    published = published_told(paragraphs, []) if is_numbered else None
    titles = [_without_late_year(title, lines, published) for title in titles]
    whole_names = list(filter(is_whole_title, names))
    best = _best(titles, whole_names)
    title = best[-1]
    others = [other.text for other in best]
    # 某县人民政府 / 2022年政府信息公开工作年度报告: the line above can be one of the menu.
    if title.tells < title_tells(title.text):
        others += whole_names
    # 某县教育局 某县体育局2022年政府信息公开工作年度报告 above 某县民政局2022年政府信息公开工作年度报告
    others += [other.text for other in titles if names_two(other.text)]
    rival = next((other for other in others if tell_apart(title.text, other)), None)
    headline, title = title, _last_that_says(title, titles, lines)
    # The day right below the first of the two is that of publication.
    days = [each for each in paragraphs[headline.last : title.first] if day_alone(each.text) is not None]
    beside = chain.from_iterable(map(_cells_beside_title, paragraphs[title.first : title.last]))
    named = without_annex(without_suffix(title.text))
    below = [*days, *paragraphs[title.last :]]
    return Opening(named, paragraphs[: title.first], [*beside, *below], next(iter(below), None), rival)


def _told_by(titles: Iterable[_Title]) -> int:
    """Give how much the title says that tells most, and is none of an explanation."""
    return max((title_tells(title.text) for title in titles if not names_explanation(title.text)), default=_NO_TITLE)


def _titles_within(lines: Sequence[str], titles: Sequence[_Title]) -> list[_Title]:
    """Give the titles in these lines, those among them that hold more; where others are there, above all sentences."""
    # 政府信息公开年报 / 附件1：某县统计局2022年政府信息公开工作年度报告; below a sentence, it can be a link.
    head = list(takewhile(_is_no_sentence, lines)) if titles else lines
    return _titles_in(list(map(_title_within, head)))


def _is_no_sentence(line: str) -> bool:
    return _SENTENCE.search(line) is None


def _title_within(line: str) -> str:
    """Give the title in a line that holds more, unless that is an explanation; else the line."""
    # 一图读懂 | 某县2022年政府信息公开工作年度报告
    return line if names_explanation(line) else title_within(line) or line


def _cells_beside_title(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Give the other cells of a row that has the title in one, or in two: 单位：件."""
    cells = cells_of_line(paragraph.text)
    if len(cells) == 1:
        return
    title = title_within(paragraph.text) or ""
    for cell, behind in pairwise([*cells, ""]):
        # 标题：, before it
        is_its_name = title_within(behind) is not None and not without_annex(f"{cell.rstrip('：: ')}：")
        if cell.strip() and title_within(cell) is None and not (is_its_name or title.startswith(cell.strip())):
            yield evolve(paragraph, text=cell.strip())


def _best(titles: Sequence[_Title], names: Sequence[str]) -> list[_Title]:
    """Give the titles that tell most; of these, those that the page names, if there are such."""
    most = max(title.tells for title in titles)
    telling = [title for title in titles if title.tells == most]
    return [title for title in telling if _is_named(title, names)] or telling


def _last_that_says(title: _Title, titles: Sequence[_Title], lines: Sequence[str]) -> _Title:
    """
    Give the last title that says what this one does: 某县统计局 / 2022年政府信息公开工作年度报告, below one line.

    It names agency and year, and no others, and no sentence stands between them.
    """
    sentences = (place for place in range(title.last, len(lines)) if _SENTENCE.search(lines[place]))
    end = next(sentences, len(lines))
    counts = range(2, MOST_LINES_OF_A_TITLE + 1)
    broken = chain.from_iterable(_broken_titles(lines, count, title.last) for count in counts)
    below = (each for each in (*reversed(titles), *broken) if title.last <= each.first <= end)
    again = (each for each in below if is_whole_title(each.text) and not tell_apart(each.text, title.text))
    return next(again, title)


def _as_page_calls(title: _Title, lines: Sequence[str], names: Sequence[str]) -> _Title:
    """Add the line above a title if the page calls itself by both together: 某经济技术 / 开发区管理委员会2022年…."""
    whole = "".join([*lines[max(0, title.first - 1) : title.first], title.text])
    return evolve(title, text=whole, first=title.first - 1) if whole != title.text and whole in names else title


def _is_named(title: _Title, names: Iterable[str]) -> bool:
    return any(not tell_apart(title.text, name) for name in names)


def _titles_in(lines: Sequence[str]) -> list[_Title]:
    """Give the titles in these lines; where no line is one, those that several lines make together."""
    titles = [_extended(lines, place, place + 1) for place, line in enumerate(lines) if is_title(line)]
    # 某县人民政府2022年 / 政府信息公开工作年度报告
    for titles_of in (_broken_titles, _doubted_titles):
        for count in range(2, MOST_LINES_OF_A_TITLE + 1):
            titles = titles or list(titles_of(lines, count))
    return titles


def _broken_titles(lines: Sequence[str], count: int, start: int = 0) -> Iterator[_Title]:
    """Give the titles that so many lines make together, from a place on."""
    for first in range(start, len(lines) - count + 1):
        pieces = lines[first : first + count]
        if is_title("".join(pieces)) and not any(map(is_title, pieces)):
            # 打印 / 2022年政府信息公开工作 / 年度报告
            is_above = lacks_year(pieces[0]) and names_year_alone("".join(pieces[1:]))
            title = _extended(lines, first + is_above, first + count)
            # Lines of the menu can look like a title that lacks its agency or year.
            if is_above or is_whole_title(title.text) or is_broken_title(pieces):
                yield title


def _doubted_titles(lines: Sequence[str], count: int) -> Iterator[_Title]:
    """Give those with a year on the first line, and no agency: 某县水利系统2022年政府信息公开工作 / 年度报告."""
    for first in range(len(lines) - count + 1):
        pieces = lines[first : first + count]
        title = "".join(pieces)
        if is_title(title) and hides_agency(title) and not (lacks_year(pieces[0]) or is_title("".join(pieces[1:]))):
            yield _extended(lines, first, first + count)


def _extended(lines: Sequence[str], first: int, last: int) -> _Title:
    """Give the title in these lines, with those above and below that are parts of it."""
    title = "".join(lines[first:last])
    tells = title_tells(title)
    wrapped = last - first > 1 and lacks_year(title)
    # 某县人民政府政府信息公开工作年度报告 / （2022年）, below a menu of years
    has_year_below = last < len(lines) and is_year(lines[last])
    # 某县人民政府 / 2022年政府信息公开工作年度报告
    while first and not _is_listed(lines, first - 1):
        above = lines[first - 1]
        if has_year_below and is_year(above) and other_year(above, lines[last]):
            break
        if not begins_title(above, title) and not (wrapped and begins_wrapped_title(above, title, lines[first])):
            break
        # 某县统计局20 / 22年政府信息公开工作年度报告
        wrapped = wrapped or (lacks_year(above) and lacks_year(title) and not lacks_year(above + title))
        title, first = above + title, first - 1
    if has_year_below and lacks_year(title):
        title, last = title + lines[last], last + 1
    return _Title(title, first, last, tells)


def _is_listed(lines: Sequence[str], place: int) -> bool:
    """Tell whether a line is the last of a menu: of bodies, 某县水利局 / 某县民政局, or of years."""
    listed = lines[max(0, place - 1) : place + 1]
    return len(listed) > 1 and (are_listed(*listed) or all(map(is_year, listed)))


def _without_late_year(title: _Title, lines: Sequence[str], published: dt.date | None) -> _Title:
    """Leave out a number beside a title, where no report published on that day can be on such a year: 2024."""
    if published is None:
        return title
    late = [number is not None and int(number[0]) >= published.year for number in _numbers_in(title, lines)]
    first, last = title.first + late[0], title.last - late[-1]
    return evolve(title, text="".join(lines[first:last]), first=first, last=last)


def _numbers_in(title: _Title, lines: Sequence[str]) -> list[re.Match[str] | None]:
    """Give for each line of a title the number that it is; None for most."""
    return [_NUMBER.fullmatch(line) for line in lines[title.first : title.last]]


def _titles_of_page(page: Iterable[Paragraph]) -> Iterator[str]:
    """Give the titles of a report that the page names: its own less the name of the site, or that of its article."""
    for paragraph in page:
        # ArticleTitle：某县2022年政府信息公开工作年度报告, then 某县2022年政府信息公开工作年度报告_某县人民政府网站
        texts = dict.fromkeys((paragraph.text, paragraph.text.rpartition("：")[2]))
        for piece in map(str.strip, chain.from_iterable(map(_SITE.split, texts))):
            if is_title(piece):
                yield piece


def second_title(body: Sequence[Paragraph | Grid], title: str) -> Paragraph | None:
    """
    Give the first title in a body that names another agency or year than this one; None if there is none.

    One that names no agency is a line of the report that speaks of another year.
    """
    lines = [block.text if isinstance(block, Paragraph) else "" for block in body]
    for place, block in enumerate(body):
        # 示例市2021年政务公开工作报告 can be an item of a list.
        if isinstance(block, Paragraph) and is_title(block.text) and names_subject(block.text):
            other = _extended(lines, place, place + 1).text
            # 某市人民政府 某县统计局2022年政府信息公开工作年度报告, of which the first can be the site's
            other = "".join(other.split()[1:]) if lacks_agency(other) else other
            # 2021年政府信息公开工作年度报告 names no agency.
            if not lacks_agency(other) and tell_apart(title, other):
                return block
    return None

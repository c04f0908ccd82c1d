"""Titles of reports: what is one, and the agency and the year that it names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from govdisclosure.form.thresholds import LONGEST_TITLE, SHORTEST_NAME
from govdisclosure.form.title_bodies import IS_OF_A_KIND, NAME, PART
from govdisclosure.form.title_columns import COLUMN
from govdisclosure.form.title_frames import without_annex
from govdisclosure.form.title_marks import (
    BEFORE_AGENCY,
    BESIDE_NAME,
    BESIDE_WHOLE_NAME,
    HANDS_OUT,
    OF_FILE,
    OF_KIND,
    PLACES,
    SEAL,
)
from govdisclosure.form.title_names import AGENCY, IS_GENERAL, is_agency_of_a_place, is_body
from govdisclosure.form.title_years import (
    DIGITS,
    PUBLISHED,
    SEVERAL_YEARS,
    SUBJECT,
    YEAR_AS_DIGITS,
    YEAR_IN_BRACKETS,
    without_suffix,
    year_of_title,
)
from govdisclosure.vocabulary.aligned import fold_aligned
from govdisclosure.vocabulary.fold import fold
from govdisclosure.vocabulary.letters import HAN
from govdisclosure.vocabulary.memory import remembered
from govdisclosure.vocabulary.years import YEAR

# 某县水利局2022年政务公开工作总结暨政府信息公开年度报告
_OTHER_REPORT: Final = f"(?:{SUBJECT}(?:工作)?(?:情况)?的?(?:年度)?(?:总结|报告)[和与及暨])?"
# What a title ends with: 政府信息公开工作年度报告, 的政府信息公开年报(修订), 信息公开工作情况的报告, and with the year
# inside, 政府信息公开工作2021年度报告, or behind, 年度报告2021年, or the agency behind, 年度报告——某县统计局.
_REPORT: Final = re.compile(
    rf"(?:年度|的)?{_OTHER_REPORT}{SUBJECT}(?:工作)?(?:情况)?(?:的)?(?:\(?{YEAR}年度?\)?)?"
    rf"(?:的)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:报告|年报)(?:\([^()]*\)|{OF_FILE}|[—-]*(?:{DIGITS}|{YEAR}年度?)|——{NAME})?$"
)
# 【年报】, (2022年), 2022年度的
_AGENCY_NOISE: Final = re.compile(
    rf"{BEFORE_AGENCY}|{YEAR_IN_BRACKETS}|\({PUBLISHED}\)|(?:关于)?{YEAR}年(?:度年|年?度?)的?"
    rf"|{SEAL}|\([^()]*\)$"
)
# 某县统计局·2022年政府信息公开工作年度报告, 某县统计局：2022年政府信息公开工作年度报告
_BEHIND_AGENCY: Final = "·•:：-—– "
# 某县统计局的2022年政府信息公开工作年度报告
_OF_AGENCY: Final = re.compile("(?<=[局厅部委办室院处会府])的$")
# (某县统计局) or ——某县统计局, behind a title
_BEHIND: Final = re.compile(rf"(\(|——)({NAME})\)?$")
# 【某县统计局】2022年政府信息公开工作年度报告, unlike 【年报】某县统计局2022年, 【公开平台】, 【乡镇】某镇人民政府
_FRAMED_AGENCY: Final = re.compile(rf"^\s*(?!{OF_KIND})[【\[](?![{HAN}]*(?:{COLUMN.pattern}))({AGENCY.pattern})[】\]]")
# 某县教育局|某县体育局, who report together
_OF_ONE_PLACE: Final = re.compile(rf"([{HAN}]+(?:{PLACES}))[{HAN}]*\|\1[{HAN}]+")
# What is left of a title with another time than one year (上半年), of a way through a menu (首页>政务公开>某县,
# 某县人民政府 政府信息公开年报 某县统计局), or of a headline of news (我县发布).
_NO_NAME: Final = re.compile(
    r"^[0-9]|^附件|[^\w)]$|[0-9](?:$|[年月日~—–-])|[A-Za-z]年|[|<>\[\]〔〕~^_]|[、的年]$|[名全]称\)?$|系统$|[上下]半年$|季度$|年报|年度报告|(?:发布|公布|公开|印发|编制)[了的]?$"
    # 2022年法治政府信息公开工作年度报告, 某县统计局2022年工作总结暨政府信息公开工作年度报告
    r"|法治(?:政府)?(?:建设)?$|[和与及暨]$|总结"
    # 某县人政府, and 某县人民政府网站 某县水利局2022年政府信息公开工作年度报告
    r"|(?<!人)民政府|人政府|人民府|人民政$|网站(?!管理)|门户网|专栏|栏目"
    # 某县 政府信息公开 某县水利局2022年政府信息公开工作年度报告, unlike 某县政务公开办公室
    rf"|^{SUBJECT}|{SUBJECT}[{HAN}]{{1,6}}?(?:{PLACES})"
    # 某县水利局关于水利系统2022年政府信息公开工作年度报告
    r"|.关于."
)
# 名称 | 某县2022年政府信息公开工作年度报告
_CELLS: Final = re.compile(r"\S\s*\|\s*[^\s|]")
_GOVERNMENT: Final = re.compile("人民政府|政府")
# 某县人民政府办公室关于某县水利局2022年政府信息公开工作年度报告: the report is on the body behind.
_ABOUT: Final = "关于"
# 某市人民政府 某县统计局2022年政府信息公开工作年度报告
_OF_SITES: Final = ("政府", "办公室", "办公厅")
_BLANK: Final = re.compile(r"\s+")
_STOPS: Final = re.compile(r"[，。；：！？,;:!?]")
# 某县统计局：, before the year
_AGENCY_AND_COLON: Final = re.compile(rf"^\s*(?:{AGENCY.pattern})\s*[:：]")
# 某县2022年信息公开工作自查报告: of a year, on disclosure, and a report of some kind; 某县统计局2022年年度报告
_ALIKE: Final = re.compile(
    rf".*公开.*(?:报告|年报|总结|情况).{{0,12}}|.*公开.*(?:报告|年报)[—–-]*\(?(?:{AGENCY.pattern})\)?|.*{YEAR}年度?(?:年度)?(?:报告|年报)(?:\([^()]*\))?"
)
# 某县统计局2022年政府信息公开工作年度报告来了！, 某县统计局政府信息公开工作2022年度报告，现予公布
_REPORT_WITHIN: Final = re.compile(
    rf"{YEAR}年度?的?{SUBJECT}(?:工作)?(?:情况)?的?(?:年度)?(?:报告|年报)|{SUBJECT}(?:工作)?{YEAR}年度?(?:报告|年报)"
)


def is_title(text: str) -> bool:
    """Tell whether a paragraph before the first heading is the title of a report, or its second line."""
    return len(text) <= LONGEST_TITLE and _is_title_in_length(text)


# The steps of a reading ask it of the same lines.
@remembered
def _is_title_in_length(text: str) -> bool:
    if not _REPORT.search(fold(without_suffix(text))):
        return False
    # 某县统计局：2022年政府信息公开工作年度报告
    if _STOPS.search(_AGENCY_AND_COLON.sub("", text)):
        return False
    # 信息公开年报 is a line of a menu, 2022年信息公开年报 none.
    return _CELLS.search(text) is None and (names_subject(text) or title_tells(text) > 0)


def names_subject(title: str) -> bool:
    """Tell whether a title names its subject in full, not only 信息公开 or 政务公开."""
    return "政府信息公开" in fold(title)


def is_like_title(text: str) -> bool:
    """Tell whether a line may be the title of a report in words of its own: a report of some kind, on one year."""
    # 最新！某县统计局2022年政府信息公开工作年度报告, 现将某县统计局2022年政府信息公开工作年度报告公布如下：
    folded = fold(text.rstrip("。 "))
    names_report = _REPORT.search(folded) is not None or _REPORT_WITHIN.search(folded) is not None
    is_sentence = _STOPS.search(folded) is not None and not names_report
    # 某大学2021—2022学年信息公开年度报告
    tells_no_year = lacks_year(text) and SEVERAL_YEARS.search(folded) is None
    if len(text) > LONGEST_TITLE or is_sentence or tells_no_year:
        return False
    return _ALIKE.fullmatch(fold(without_suffix(text))) is not None


def hides_agency(title: str) -> bool:
    """Tell whether a title says something beside year and subject that cannot be taken for its agency."""
    return lacks_agency(title) and tells_beside(title)


def tells_beside(title: str) -> bool:
    """Tell whether a title says something beside year and subject."""
    return bool(beside_year_and_subject(title))


def lacks_agency(title: str) -> bool:
    """Tell whether a title names no agency, so that the line above may be its first part."""
    return agency_of(title) is None


def lacks_year(title: str) -> bool:
    """Tell whether a title names no year, so that the line below may be its last part."""
    return year_of_title(title) is None


def names_year_alone(title: str) -> bool:
    """Tell whether a title names a year, and no agency or a piece of its name; 部门 is neither."""
    name = fold(beside_year_and_subject(title))
    return not lacks_year(title) and (not name or IS_OF_A_KIND.fullmatch(name) is not None)


def title_tells(title: str) -> int:
    """Tell how much a title says: whether it names an agency, and whether a year."""
    return (not lacks_agency(title)) + (not lacks_year(title))


def is_whole_title(title: str) -> bool:
    """Tell whether a title names both an agency and a year."""
    return not lacks_agency(title) and not lacks_year(title)


def tell_apart(first: str, second: str) -> bool:
    """Tell whether two titles are those of different reports: their agencies or their years differ."""
    return other_agency(first, second) or other_year(first, second)


def other_agency(first: str, second: str) -> bool:
    """Tell whether two titles name different agencies, not one in other words, or without its province."""
    one, other = _agency_words(first), _agency_words(second)
    # 某省某县政府办公室, 某县人民政府办
    return not one.endswith(other) and not other.endswith(one)


def _agency_words(title: str) -> str:
    """Give the agency that a title names, or two names in it that hide it, without the words that can be left out."""
    # 某县教育局 某县体育局2021年, above 某县民政局2021年
    words = fold(beside_year_and_subject(title) if names_two(title) else agency_of(title) or "")
    return _GOVERNMENT.sub("", words).replace("办公室", "办")


def other_year(first: str, second: str) -> bool:
    """Tell whether two titles name different years."""
    return len({year_of_title(first), year_of_title(second)} - {None}) > 1


@lru_cache(maxsize=64)
def agency_of(title: str) -> str | None:
    """
    Give the agency that a title names: what is left of it without the year and the name of the report.

    If nothing is, it may stand behind, in brackets or behind a dash.
    """
    name = beside_year_and_subject(title)
    behind = _BEHIND.search(fold(without_suffix(title)))
    other = behind[2] if behind is not None and is_agency_of_a_place(behind[2]) else None
    if not name:
        return other
    # 某县2022年政府信息公开工作年度报告——某县统计局: which of the two it is, nobody tells.
    if behind is not None and behind[1] == "——" and other is not None:
        return None
    # 府信息公开工作年度报告 is the second half of a title that a line breaks inside a word.
    folded = fold(name)
    is_general = IS_OF_A_KIND.fullmatch(folded) or IS_GENERAL.match(folded)
    is_name = len(name) >= SHORTEST_NAME and not PART.fullmatch(folded) and not is_general
    holds_more = _NO_NAME.search(folded) or _says_more(fold(title)) or names_two(title)
    return name if is_name and not holds_more else None


def _says_more(folded: str) -> bool:
    """Tell whether words that are no name stand between the year and the subject of a folded title."""
    beside = BESIDE_WHOLE_NAME.search(folded)
    return BESIDE_NAME.search(folded) is not None or (beside is not None and not is_body(beside[1]))


def names_two(title: str) -> bool:
    """Tell whether a title names two bodies with a blank between, whichever is its own; the first can be the site's."""
    name = fold(beside_year_and_subject(title))
    for blank in _BLANK.finditer(title):
        first = fold(title[: blank.start()])
        body = name.removeprefix(first)
        are_two = body != name and (first.endswith(_OF_SITES) or _OF_ONE_PLACE.fullmatch(f"{first}|{body}"))
        if are_two and is_agency_of_a_place(body):
            # 某区人民政府 某街道办事处, or 某地区办事处, is the whole name of the office.
            return not body.endswith("办事处")
    return False


@lru_cache(maxsize=64)
def beside_year_and_subject(title: str) -> str:
    """Give what is left of a title without the year and the name of the report."""
    title = _FRAMED_AGENCY.sub(r"\1", without_annex(without_suffix(title)))
    folded = fold_aligned(title)
    dropped: set[int] = set()
    # 2021某县统计局2022年政府信息公开工作年度报告: which of the two is the year is not told.
    year = year_of_title(title)
    bare = [digits for digits in YEAR_AS_DIGITS.finditer(folded.text) if int(digits[0]) == year]
    for noise in (*_REPORT.finditer(folded.text), *_AGENCY_NOISE.finditer(folded.text), *bare):
        dropped.update(folded.places[slice(*noise.span())])
    left = "".join(title[place] for place in dict.fromkeys(folded.places) if place not in dropped)
    # 2021年和2022年某县水利局政府信息公开工作年度报告: what joins two years is no part of a name, as in 和平镇人民政府.
    of_years = SEVERAL_YEARS.match(folded.text) is not None
    return title if of_years else _reported_on(_OF_AGENCY.sub("", left.strip(_BEHIND_AGENCY)))


def _reported_on(name: str) -> str:
    """Give the body that another one reports on (某办公室关于某县水利局), or else what was given."""
    folded = fold_aligned(name)
    reporting, _, reported = folded.text.rpartition(_ABOUT)
    # 某办公室关于公布某县水利局2022年政府信息公开工作年度报告的公告
    body = HANDS_OUT.sub("", reported, count=1)
    # 某县水利局关于政府信息公开工作2022年度报告, 某县水利局关于公布2022年政府信息公开工作年度报告
    if reporting and not body:
        return name[: folded.places[len(reporting)]]
    return name[folded.places[len(folded.text) - len(body)] :] if reporting and is_agency_of_a_place(body) else name

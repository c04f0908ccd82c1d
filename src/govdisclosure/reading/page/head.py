"""What a web site prints between the title of a report and its text: who wrote it, when, and how to print it."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from govdisclosure.form.blocks import BETWEEN_CELLS, Grid, Paragraph
from govdisclosure.form.days import IN_WECHAT, MARKS, OTHERWISE_DATED, PUBLISHED, SITE, SPELT_DAY, day_alone
from govdisclosure.form.thresholds import LEAST_CONTENTS, LEAST_PAIRS, LONGEST_NAME, LONGEST_TITLE, LONGEST_VALUE
from govdisclosure.form.titles import is_title
from govdisclosure.reading.page.furniture import without_commands
from govdisclosure.vocabulary.fold import fold, fold_characters, key
from govdisclosure.vocabulary.heading_lines import names_section
from govdisclosure.vocabulary.memory import remembered
from govdisclosure.vocabulary.numerals import ORDINALS
from govdisclosure.vocabulary.years import YEAR

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

_DAY: Final = (
    r"(?:\d{4}\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}\s?日?(?:[T\s]*\d{1,2}[:时]\s?\d{1,2}(?:[:分]\s?\d{1,2}(?:\.\d{1,3}|秒)?)?分?)?"
    # 二〇二三年一月十三日
    rf"|{SPELT_DAY})"
)
# 作者：张某, 来源：示例县政府办, 发布时间：2023-02-06 10:37, 浏览次数：12次, 【字体：大 中 小】
_PIECES: Final = re.compile(
    rf"[\[【]?(?:(?:{PUBLISHED}|{OTHERWISE_DATED}|更新)?\s?(?:日\s?期|时\s?间)|(?:发布|更新)(?:于|(?=\s?:))|今天是)[\]】]?\s?[:|]?\s?[\[(]?\s?"
    rf"(?:{_DAY}|20[0-9]{{6}}(?![0-9]))\s?[\])]?(?:\s?\(?星期[一二三四五六日天]\)?)?"
    r"|(?:作\s?者|(?:信息|文章|稿件|发布)?来\s?[源自]|稿源|供稿(?:单位|人)?|撰稿人?|信息员|录入|(?:责任)?编\s?辑|责编|审\s?核|校\s?对|发布[人者])"
    # 来源：http://www.example.gov.cn/a.html
    # 来源：示例县水利局浏览次数：123, of which each was in an element of its own
    r"\s?(?::|[\]】]\s?:?)[^\S\n]{0,4}(?:https?://[!-~]+|[^\s:|。，,;]{0,30})(?=[\s|】\])]|$|浏览|点击|阅读|访问|字[体号]|作者|来源|(?:发布|公开)?(?:时间|日期)|编辑|审核|分享|打印)"
    rf"|(?:{PUBLISHED}|{OTHERWISE_DATED})?(?:日\s?期|时\s?间)\s?:\s*$"
    r"|[0-9]+\s?次(?:浏览|阅读)|^次$"
    # but 语音阅读 and 阅读模式 are commands
    r"|(?<!语音)(?:浏览|点击|阅读|访问)(?!模式)(?:次数|人数|量|数|率)?\s?:?\s?[\[(【]?(?:\d[\d,.]*万?|加载中)?[\])】]?\s?次?"
)
# What a sentence below a title begins with: 根据《条例》…, 本报告…
_BEGINS_SENTENCE: Final = re.compile(
    "(?:根据|按照?|依据|依照|遵照|本(?:年度)?报告|为(?:了|全面|深入|认真|切实|进一步|贯彻))"
)
# What stands between a title and that, on one line; nothing before …年度报告[2024-01-20]
_BEHIND_REPORT: Final = re.compile(r"(?<=[告报])(?:\s+(?=\S)|(?=[\[【(（]\s?20[0-9]{2}))")
# What of a site can stand beside these: its name, its address, and the day without a name
_FROM_SITE: Final = re.compile(rf"({SITE})({_DAY}(?=[\s\[【(]|$))?")
# What is a head table without its values: 索引号 | | 发布机构 | |
_NAMES: Final = re.compile(
    r"(?:信息)?索引号|统一登记号|(?:主题|信息|公文|服务对象|组配)分类|(?:公文|信息)?(?:种|体裁)类|体裁|发[布文](?:机构|机关|单位|部门)|公开(?:机构|方式|形式|范围|时限)"
    r"|(?:所属|责任)(?:机构|机关|单位|部门)|是否有效|(?:关联|相关)(?:稿件|文章|文件|附件|链接)"
    rf"|(?:{PUBLISHED}|{OTHERWISE_DATED}|生效|废止|失效)(?:日期|时间)|(?:发?文|文件|信息)(?:字号|编号|号|名称)|标题|名称|主题词|关键[词字]|(?:内容)?(?:概述|摘要)|导读|核心提示|是否失效|公开目录"
    r"|(?:有效|时效)性|有效期|(?:文件|效力)状态|信息来源"
)
# 文件已失效, a line of its own that the site adds by itself
_STATE: Final = re.compile(
    r"(?:该|本)?(?:文件|信息|公文)?(?:状态|有效性|时效)?:?(?:已失效|已废止|现行有效|有效|失效|废止)"
)
# 当前位置：首页 > 政务公开 > 年报
_WAY: Final = re.compile(
    r"(?:当前|您(?:现在|当前|所在)?的|您所在的?|所在)?位置\s?:.*|(?:[^>»›。]{1,30}[>»›]+){2,}[^>»›。]{0,80}|首页\s?[>»›/].*"
)
# （2024年3月）, when the report was made
_MONTH: Final = re.compile(rf"\({YEAR}年(?:[0-9]{{1,2}}|[{ORDINALS}]{{1,3}})月\)")
# 索引号：000/2022-01 发布机构：某县水利局, 索引号 | 000/2022-01
_NAMED: Final = re.compile(rf"(?:{_NAMES.pattern})[:|]+(?=[^:|])")
_DAY_NAMED: Final = re.compile(rf"(?:{PUBLISHED}|{OTHERWISE_DATED})(?:日期|时间)[:|]+(?=[^:|])")
_PUBLISHER: Final = re.compile("发[布文](?:机构|机关|单位|部门)[:|]+(?=[^:|])")
# 一、总体情况……1
_PAGE_BEHIND: Final = re.compile(r"[.．…·—\s-]*+[0-9]{0,3}\s*$")
# 生效日期, 有效期, 公开时限, whose value can be a day
_OF_DAYS: Final = re.compile(r"日\s?期|时\s?[间限效]|有效")
_COLONS: Final = re.compile("[:|]")


def heads_among(texts: Sequence[str]) -> set[int]:
    """
    Give the places of the lines below a title that are the site's and not the report's.

    So are two names of a head table or more with their values, on one line or below each other; one alone stays, with
    a value on the next line unless both would go on one line.

    >>> sorted(heads_among(["作者: 来源: 发布时间:2023-02-06 10:37", "发布日期：", "2023-02-06", "来源广泛，内容真实"]))
    [0, 1, 2]
    >>> sorted(heads_among(["索引号：000/2022-01", "发布机构", "某县水利局", "发布机构：某县水利局公开"]))
    [0, 1, 2, 3]
    """
    heads: set[int] = set()
    for is_part, run in groupby(_parts_of_head(texts), lambda part: part.goes or part.pairs > 0):
        parts = list(run)
        is_block = sum(part.pairs for part in parts) >= LEAST_PAIRS
        for part in parts if is_part else ():
            heads.update(part.places if part.goes or is_block else ())
    return heads


def publisher_among(texts: Sequence[str], heads: Collection[int]) -> str | None:
    """Give what names the publisher among the lines of a head, whose value can stand on the next one; None if none."""
    for part in _parts_of_head(texts):
        said = BETWEEN_CELLS.join(texts[part.places.start : part.places.stop])
        if part.places.start in heads and part.pairs and _PUBLISHER.search(fold(said)):
            return said
    return None


@frozen
class _Part:
    """
    A line, or the name of something and its value on two.

    Args:
        places: Of the lines.
        pairs: How many names of a head table stand there with their values.
        goes: Whether it is the site's whatever stands beside it.
    """

    places: range
    pairs: int
    goes: bool


def _parts_of_head(texts: Sequence[str]) -> Iterator[_Part]:
    """Give lines in parts, of which those can be of a head that go, or have pairs."""
    place = 0
    while place < len(texts):
        text, below = texts[place], texts[place + 1] if place + 1 < len(texts) else ""
        if is_head(text) and _is_name(text) and _is_value(below) and not _is_day_of_its_own(below, text):
            # 发布日期： / 2023-01-20, 来源： / 某县统计局, but not 索引号： / 000/2023-01
            part = _Part(range(place, place + 2), _pairs_on_two_lines(text, below), is_head(f"{text}{below}"))
        else:
            is_month = _MONTH.fullmatch(fold(text)) is not None
            part = _Part(range(place, place + 1), _pairs_on_line(text), is_head(text) or is_month)
        yield part
        place = part.places.stop


def _pairs_on_line(text: str) -> int:
    """Count the names of a head table that a line holds with their values: 索引号：000/2022-01 发布机构：某县水利局."""
    folded = fold(text.lstrip(MARKS)) if len(text) <= LONGEST_NAME and "。" not in text else ""
    # 发布日期：025年1月5日, of which nothing else tells
    is_told = _DAY_NAMED.search(fold(_PIECES.sub(" ", fold_characters(text)))) is None
    return len(_NAMED.findall(folded)) if is_told and _NAMED.match(folded) else 0


def _pairs_on_two_lines(text: str, below: str) -> int:
    """Count the names on a line that have their values on the next: 索引号 | 发布机构 / 000/2022-01 | 某县水利局."""
    names, values = text.split("|"), below.split("|")
    if not names_other(text) or len(names) != len(values):
        return 0
    return _pairs_on_line(" ".join(f"{name.rstrip('：: ')}:{value}" for name, value in zip(names, values, strict=True)))


def with_heads_apart(body: Iterable[Paragraph | Grid]) -> Iterator[Paragraph | Grid]:
    """Begin a line at what a site says behind the title of a report: …年度报告 发布时间：2023-01-20."""
    has_title = False
    blocks = iter(body)
    for block in blocks:
        # Below the first heading, such lines are links to other reports.
        if isinstance(block, Paragraph) and names_section(block.text):
            yield block
            break
        place = _behind_title(block.text, has_title=has_title) if isinstance(block, Paragraph) else None
        if isinstance(block, Grid) or place is None:
            has_title = has_title or (isinstance(block, Paragraph) and is_title(block.text))
            yield block
        else:
            has_title = True
            yield evolve(block, text=block.text[:place].rstrip())
            yield evolve(block, text=block.text[place:])
    yield from blocks


def _behind_title(text: str, *, has_title: bool) -> int | None:
    """
    Give where what a site says, or the text, begins behind a title on its line; None if the line is anything else.

    Args:
        text: The line.
        has_title: Whether a title stands above; below it, one before a sentence is what that speaks of.
    """
    for gap in _BEHIND_REPORT.finditer(text[: LONGEST_TITLE + LONGEST_NAME]):
        title, said = text[: gap.start()], text[gap.end() :]
        begins_text = not has_title and _BEGINS_SENTENCE.match(said) is not None
        if (begins_text or is_head(said) or day_alone(said) is not None) and is_title(title):
            return gap.end()
    return None


def contents_among(texts: Sequence[str]) -> set[int]:
    """
    Give the places of the lines of a table of contents: headings below each other, whatever pages stand behind them.

    >>> sorted(contents_among(["目录", "一、总体情况……1", "二、主动公开政府信息情况 2", "六、其他需要报告的事项"]))
    [1, 2, 3]
    """
    places: set[int] = set()
    for is_named, run in groupby(range(len(texts)), lambda place: _names_section(texts[place])):
        run_of_lines = set(run)
        if is_named and len(run_of_lines) >= LEAST_CONTENTS:
            places |= run_of_lines
    return places


def _names_section(text: str) -> bool:
    return len(text) <= LONGEST_NAME and _names_section_and_page(text)


@remembered
def _names_section_and_page(line: str) -> bool:
    return names_section(_PAGE_BEHIND.sub("", line))


def is_head(text: str) -> bool:
    """Tell whether a line tells who wrote a page, when, how to print it, or where it stands, or holds but names."""
    return len(text) <= LONGEST_NAME and "。" not in text and _is_head_line(text)


# Several steps ask it of the lines around a title.
@remembered
def _is_head_line(text: str) -> bool:
    folded = fold_characters(text).strip()
    if _WAY.fullmatch(folded) or _STATE.fullmatch(key(text)) or IN_WECHAT.fullmatch(folded):
        return True
    rest = _without_pieces(folded)
    return not without_commands(key(rest)) or _holds_names(rest) or _holds_names(folded)


def _without_pieces(folded: str) -> str:
    """Leave out who wrote a page, and when; beside these, or beside the day, what names the site as well."""
    rest = _PIECES.sub(" ", folded).strip()
    site = _FROM_SITE.match(rest)
    assert site is not None, "nothing of it needs to be there"
    behind, has_pieces = rest[site.end() :], rest != folded
    # 某县人民政府网 www.example.gov.cn alone can be a piece of a sentence, and a day alone is not the site's.
    is_site_s = has_pieces if site[2] is None else site[1] or has_pieces or behind
    return behind if is_site_s else rest


def _holds_names(folded: str) -> bool:
    """Tell whether a line holds names of a head table and none of their values."""
    cells = [key(cell) for cell in _COLONS.split(folded)]
    # ---|---, the rule of a head table, holds none.
    return any(cells) and all(_NAMES.fullmatch(cell) for cell in cells if cell)


def names_other(text: str) -> bool:
    """Tell whether a line names something of a head table, whose value stands below it: 生效日期, 索引号：."""
    return _holds_names(fold_characters(text).strip())


def _is_name(text: str) -> bool:
    """Tell whether a line is the name of what can stand below it: 索引号, 来源：, 索引号 | 发布机构."""
    folded = fold_characters(text).strip()
    return _holds_names(folded) or (folded.endswith(":") and folded.count(":") == 1)


def _is_day_of_its_own(text: str, above: str) -> bool:
    """Tell whether a line is a day, and none that the name above it is that of: 作者：, 分享：."""
    return day_alone(text) is not None and _OF_DAYS.search(fold_characters(above)) is None


def _is_value(text: str) -> bool:
    """Tell whether a line can be the value of the name above it."""
    return 0 < len(text) <= LONGEST_VALUE and "。" not in text and not is_head(text)

"""Titles of reports: what is one, and the agency and the year that it names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from govdisclosure.form.blocks import BETWEEN_CELLS
from govdisclosure.form.thresholds import LONGEST_BARE_PLACE, LONGEST_TITLE, SHORTEST_NAME
from govdisclosure.form.title_bodies import IS_OF_A_KIND, OF_CORPS, PART, are_one_of_state, is_part_of_body
from govdisclosure.form.title_columns import COLUMN, HAS_CATEGORY, IS_CATEGORY, OF_SITE
from govdisclosure.form.title_frames import without_annex, without_frame
from govdisclosure.form.title_marks import (
    BEFORE_AGENCY,
    BEGINS_WITHIN,
    BESIDE_NAME,
    BESIDE_WHOLE_NAME,
    ENDS_PLACE,
    HANDS_OUT,
    OF_FILE,
    OF_KIND,
    PLACES,
)
from govdisclosure.form.title_years import (
    DIGITS,
    PUBLISHED,
    SEVERAL_YEARS,
    SUBJECT,
    YEAR_AS_DIGITS,
    YEAR_IN_BRACKETS,
    is_year,
    without_suffix,
    year_of_title,
)
from govdisclosure.vocabulary.aligned import fold_aligned
from govdisclosure.vocabulary.fold import fold
from govdisclosure.vocabulary.letters import HAN
from govdisclosure.vocabulary.memory import remembered
from govdisclosure.vocabulary.years import YEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

# Of an agency
_NAME: Final = f"[{HAN}〇]+"
# 某县水利局2022年政务公开工作总结暨政府信息公开年度报告
_OTHER_REPORT: Final = f"(?:{SUBJECT}(?:工作)?(?:情况)?的?(?:年度)?(?:总结|报告)[和与及暨])?"
# What a title ends with: 政府信息公开工作年度报告, 的政府信息公开年报(修订), 信息公开工作情况的报告, and with the year
# inside, 政府信息公开工作2021年度报告, or behind, 年度报告2021年, or the agency behind, 年度报告——某县统计局.
_REPORT: Final = re.compile(
    rf"(?:年度|的)?{_OTHER_REPORT}{SUBJECT}(?:工作)?(?:情况)?(?:的)?(?:\(?{YEAR}年度?\)?)?"
    rf"(?:的)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:报告|年报)(?:\([^()]*\)|{OF_FILE}|[—-]*(?:{DIGITS}|{YEAR}年度?)|——{_NAME})?$"
)
# 某县统计局（盖章）
_SEAL: Final = r"\((?:盖章|公章|章)\)"
# 【年报】, (2022年), 2022年度的
_AGENCY_NOISE: Final = re.compile(
    rf"{BEFORE_AGENCY}|{YEAR_IN_BRACKETS}|\({PUBLISHED}\)|(?:关于)?{YEAR}年(?:度年|年?度?)的?"
    rf"|{_SEAL}|\([^()]*\)$"
)
# 某县统计局·2022年政府信息公开工作年度报告, 某县统计局：2022年政府信息公开工作年度报告
_BEHIND_AGENCY: Final = "·•:：-—– "
# 某县统计局的2022年政府信息公开工作年度报告
_OF_AGENCY: Final = re.compile("(?<=[局厅部委办室院处会府])的$")
# (某县统计局) or ——某县统计局, behind a title
_BEHIND: Final = re.compile(rf"(\(|——)({_NAME})\)?$")
# 编制单位：某县统计局, （某县统计局） or ——某县统计局, below a title that names none; 发布机构 can be another body.
_BELOW: Final = re.compile(rf"(?:(?:编制|填报|报告|报送)?(?:单位|机关)(?:名称)?(?:{_SEAL})?:|——|\()?({_NAME})\)?")
# 关于2022年度某县, a line above 统计局政府信息公开工作年度报告
_YEAR_IN_FRONT: Final = re.compile(rf"^(?:关于)?(?:{YEAR}年度?)?")
# 全区, 各乡镇, 本局, 县直单位, 乡镇街道: no agency by themselves, unlike 全州县, 全州镇 and 本溪市
_GENERAL: Final = re.compile(
    f"(?:{PLACES}|[直属级])*各(?:{PLACES}|[各部单科股直级地类有相])|[本我](?:{PLACES}|[局厅委办部院]|机关|单位)"
    f"|全(?!州[县镇])(?:{PLACES}|系统|体)|(?:{PLACES}|[直属级]){{2,}}(?:部门|单位|机关)?$"
)
# 某县统计局, a line of its own above the rest of the title
_AGENCY: Final = re.compile(
    rf"{_NAME}(?:政府|局|厅|部|委|办|会|处|院|署|行|校|队|所|站|馆|联|协|中心|{PLACES}"
    # 某县第一中学, 某市公交集团有限公司, 某县国有林场
    "|大学|中学|小学|幼儿园|公司|集团|[农林牧渔总]场|供销社|合作社|联社|海关|监狱|[业技工]园|电视台|气象台|苏木|嘎查|兵团)"
    # 某县政府督查室, 某县公路段, 某镇某村; 机关科室 can be a line of the menu.
    rf"|{_NAME}(?:{PLACES})[{HAN}〇]*(?:室|段|村|社|台|团|组|科|股|港|场|库|庭|专班|人大)"
    f"|[{HAN}]*办公[室厅]|{OF_CORPS}"
)
# What a name ends with that is whole: 某县人力资源和社会 / 保障局 breaks inside it
_WHOLE_NAME: Final = re.compile("(?:政府|局|厅|委|办|处|院|署|校|所|站|馆|中心|办公[室厅]|委员?会)$")
# 某县水利局（某县河长办）
_REMARK: Final = re.compile(rf"\([{HAN}]+\)")
_IN_BRACKETS: Final = re.compile(rf"^\(([{HAN}]+)\)$")
_WORD: Final = re.compile(f"[{HAN}]{{2}}")
_ENDS_SENTENCE: Final = re.compile("[。；！？;!?]")
# 示例省示例市, a line of its own above 统计局
_PLACE: Final = re.compile(rf"[{HAN}]+(?:{PLACES})")
# 【某县统计局】2022年政府信息公开工作年度报告, unlike 【年报】某县统计局2022年, 【公开平台】, 【乡镇】某镇人民政府
_FRAMED_AGENCY: Final = re.compile(rf"^\s*(?!{OF_KIND})[【\[](?![{HAN}]*(?:{COLUMN.pattern}))({_AGENCY.pattern})[】\]]")
# 某县教育局|某县体育局, who report together
_OF_ONE_PLACE: Final = re.compile(rf"([{HAN}]+(?:{PLACES}))[{HAN}]*\|\1[{HAN}]+")
_BEGINS_WITH_PLACE: Final = re.compile(rf"[{HAN}]{{1,6}}?(?:{PLACES})[{HAN}]+")
# What tells of which place an agency is: 示例县统计局, 国家统计局
_OF_A_PLACE: Final = re.compile(f"{PLACES}|国家|中国|中华")
# What looks like a place in the name of an agency and is none: 住房和城乡建设局
_NO_PLACE: Final = re.compile(r"城[乡市]|市[场政]|乡村|社区|区[划域]")
# 某县住房和城, a line above
_OF_TOWN: Final = re.compile("[乡市](?:建设|规划|管理|发展|综合|更新)")
# 某市高新技术产业, a line above 开发区管理委员会, which names no place
_ZONE: Final = re.compile("(?:开发|园)区")
_COUNTY: Final = re.compile(f"[{HAN}]+[市区县旗]")
_TOWN: Final = re.compile(f"(?:(?![市区县旗])[{HAN}]){{1,6}}?(?:[乡镇]|街道)")
# 某, behind a year: the beginning of a name, unlike 重点工作
_PIECE: Final = re.compile(f"[{HAN}]{{1,12}}(?<!工作)")
# The part of an agency that cannot be all of its name
_OFFICE: Final = re.compile(r"办公[室厅]|(?:管理)?委员会")
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
_JOINING: Final = ("、", "和", "与", "及", "暨")
_COLONS: Final = re.compile("[:|]")
_STOPS: Final = re.compile(r"[，。；：！？,;:!?]")
# 某县统计局：, before the year
_AGENCY_AND_COLON: Final = re.compile(rf"^\s*(?:{_AGENCY.pattern})\s*[:：]")
# 某县2022年信息公开工作自查报告: of a year, on disclosure, and a report of some kind; 某县统计局2022年年度报告
_ALIKE: Final = re.compile(
    rf".*公开.*(?:报告|年报|总结|情况).{{0,12}}|.*公开.*(?:报告|年报)[—–-]*\(?(?:{_AGENCY.pattern})\)?|.*{YEAR}年度?(?:年度)?(?:报告|年报)(?:\([^()]*\))?"
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


def title_within(text: str) -> str | None:
    """
    Give the title in a line that holds more: the mark of an annex, the name of the site, cells beside it.

    None if there is none, or more than one.
    """
    cells = list(map(without_frame, cells_of_line(text)))
    titles = [place for place, cell in enumerate(cells) if is_title(cell)]
    if len(titles) != 1:
        return None
    place, title = titles[0], cells[titles[0]]
    # 某县统计局 | 2022年政府信息公开工作年度报告
    return cells[place - 1] + title if place and begins_title(cells[place - 1], title) else title


def cells_of_line(text: str) -> list[str]:
    """Give the cells of a line that was a row of a table, 一图读懂|某县 has none; of another line, itself."""
    return text.split(BETWEEN_CELLS)


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
    return bool(_beside_year_and_subject(title))


def lacks_agency(title: str) -> bool:
    """Tell whether a title names no agency, so that the line above may be its first part."""
    return agency_of(title) is None


def lacks_year(title: str) -> bool:
    """Tell whether a title names no year, so that the line below may be its last part."""
    return year_of_title(title) is None


def names_year_alone(title: str) -> bool:
    """Tell whether a title names a year, and no agency or a piece of its name; 部门 is neither."""
    name = fold(_beside_year_and_subject(title))
    return not lacks_year(title) and (not name or IS_OF_A_KIND.fullmatch(name) is not None)


def title_tells(title: str) -> int:
    """Tell how much a title says: whether it names an agency, and whether a year."""
    return (not lacks_agency(title)) + (not lacks_year(title))


def is_whole_title(title: str) -> bool:
    """Tell whether a title names both an agency and a year."""
    return not lacks_agency(title) and not lacks_year(title)


def is_broken_title(pieces: Sequence[str]) -> bool:
    """Tell whether a title without a year stands on several lines, which could not be a column and its items."""
    title, first = "".join(pieces), fold("".join(pieces[:-1]))
    # 某县人民政府 / 信息公开年报, 某县统计局政府信息公开 / 年度报告: a site, and what its menu has, unlike 工作年度报告
    is_column = first.endswith("公开") and not pieces[-1].startswith("工作")
    return _names_body(title) and not _is_body(first) and not is_column


def is_column_and_title(line: str, below: str) -> bool:
    """Tell whether two lines can be a title without a year, or a column of a site and an item of it."""
    title = line + below
    return fold(line).endswith("公开") and is_title(title) and _names_body(title)


def _names_body(title: str) -> bool:
    """Tell whether a title names a body and its place."""
    agency = agency_of(title)
    return agency is not None and _is_agency_of_a_place(fold(agency))


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
    words = fold(_beside_year_and_subject(title) if names_two(title) else agency_of(title) or "")
    return _GOVERNMENT.sub("", words).replace("办公室", "办")


def other_year(first: str, second: str) -> bool:
    """Tell whether two titles name different years."""
    return len({year_of_title(first), year_of_title(second)} - {None}) > 1


def begins_title(text: str, title: str) -> bool:
    """Tell whether a line above a title is its first part: what of its agency, or the year, the title has not."""
    if len(text) > LONGEST_TITLE or not (lacks_year(text) or lacks_year(title)):
        return False
    line, agency = fold(text), agency_of(title)
    # 某县统计局20 / 22年政府信息公开工作年度报告
    if lacks_year(text) and lacks_year(title) and not lacks_year(text + title):
        return True
    name = _YEAR_IN_FRONT.sub("", line)
    # 某县统计局 / 2022年政府信息公开工作年度报告
    if agency is None:
        above = agency_of(text)
        # 某县农业农村局 / （乡村振兴局）2022年 / 政府信息公开工作年度报告
        is_body = above is not None and _is_body(_IN_BRACKETS.sub(r"\1", fold(above).removesuffix("关于")))
        # 某县人民政府 / 一、市本级2022年政府信息公开工作年度报告
        is_body = is_body and title.startswith(_beside_year_and_subject(title))
        # 某县发展和改革 / 委员会 / 2022年政府信息公开工作年度报告
        is_agency = is_body or PART.fullmatch(line) is not None
        # 某县统计 / 局政府信息公开工作年度报告, 某县卫生健康 / 委员会2022年政府信息公开工作年度报告
        is_piece = hides_agency(title) and _breaks_off(name)
        return is_agency or is_piece or (above is None and not lacks_year(text))
    # 2022年 / 某县统计局 / 政府信息公开工作年度报告
    # 国家税务总局 / 2022年政府信息公开工作年度报告（某市税务局）
    if is_year(line) or (_is_body_and_part(name, fold(agency)) and not title.endswith(f"{agency}）")):
        return True
    # 某县住房和城 / 乡建设局2022年政府信息公开工作年度报告
    if name.endswith("城") and _OF_TOWN.match(fold(agency)) and _breaks_off(name):
        return True
    # 某县 / 统计局2022年政府信息公开工作年度报告
    # The line above 某县统计局 can be one of the menu, unless it has the year: 2022年某市某区 / 某街道办事处.
    names_place = _names_place(agency) and not _ZONE.match(agency)
    may_go_on = not names_place or (not lacks_year(text) and not fold(agency).startswith(name))
    is_place = _PLACE.fullmatch(name) is not None or _breaks_off(name)
    # 乡镇街道 / 水利局, a column of the site
    return may_go_on and is_place and not _GENERAL.match(name)


def _is_body_and_part(name: str, agency: str) -> bool:
    """Tell whether a line is a body and the agency below it is a part of that, or its name without it."""
    if are_one_of_state(name, agency):
        return True
    # 某县人民政府 / 办公室2022年政府信息公开工作年度报告
    # 某县水利局、 / 某县水务局2022年政府信息公开工作年度报告
    # 某县农业农村局 / （乡村振兴局）2022年政府信息公开工作年度报告, 某县水利局 / 、林业局2022年政府信息公开工作年度报告
    is_part = _OFFICE.fullmatch(agency) or agency.startswith(("(", "、")) or name.endswith(_JOINING)
    # 某县公安局 / 城关派出所2022年政府信息公开工作年度报告
    is_below = is_part_of_body(agency, name) and not _names_place(agency)
    return bool(is_part or is_below) and _is_body(name.rstrip("".join(_JOINING)))


def begins_wrapped_title(text: str, title: str, below: str) -> bool:
    """Tell whether a line is the first part of a title, whose line below it is, that breaks wherever a line is full."""
    name, agency = _YEAR_IN_FRONT.sub("", fold(text)), fold(agency_of(title) or "")
    if not lacks_year(text):
        # 关于2021年某 / 县统计局政府信 / 息公开工作年度报告, unlike 2021年重点工作
        is_piece = _PIECE.fullmatch(name) and not HAS_CATEGORY.search(name) and not _WHOLE_NAME.search(name)
        return lacks_year(title) and bool(is_piece) and not agency.startswith(name)
    # 某市某土家族苗 / 族自治县水利局政府信 / 息公开工作年度报告; a line of the menu is short.
    # 某市高 / 新技术产业开发区管理委员会2 / 023年政府信息公开工作年度报告
    if _breaks_off(name) and (len(text) + 1 >= len(below) or not lacks_year(title)):
        return True
    # 某市开发区 / 某乡人民政府政府信 / 息公开工作年度报告
    return _COUNTY.fullmatch(name) is not None and _TOWN.match(agency) is not None


def _breaks_off(line: str) -> bool:
    """Tell whether a line breaks off inside the name of an agency: 某县人力资源和社会."""
    # 城市管理, a line of a menu, begins with no place.
    begun = _BEGINS_WITH_PLACE.fullmatch(_NO_PLACE.sub("某", line)) is not None
    is_column = COLUMN.search(line) or (OF_SITE.search(line) and not line.endswith(_JOINING))
    # 中共某县委机构编制 / 委员会办公室
    is_column = is_column and not line.startswith("中共")
    # 乡镇街道
    return begun and not _WHOLE_NAME.search(line) and not is_column and not _GENERAL.match(line)


def _is_body(line: str) -> bool:
    """Tell whether a folded line is the name of a body, and not of a column of a site: 某县政务公开专区."""
    # 某县水利局、水务局
    bodies = _REMARK.sub("", line).split("、")
    return all(map(_AGENCY.fullmatch, bodies)) and not COLUMN.search(line) and not _GENERAL.match(line)


def may_name_agency(text: str, above: Sequence[str]) -> bool:
    """
    Tell whether a line above a title can be the name of its agency, whatever it ends with, or hold it.

    A sentence cannot, nor what names a column of the site: 通知公告, 某县政府信息公开指南.

    Args:
        text: The line.
        above: The lines above it; where there are such, one that names no place is the last of a menu: 互动交流.
    """
    # 发布机构：某县水利局, 索引号 | 01-2023-0001
    name = _COLONS.split(fold(text))[-1]
    if len(text) > LONGEST_TITLE or _ENDS_SENTENCE.search(name) or not _WORD.search(name) or _GENERAL.match(name):
        return False
    if _names_place(name):
        return not IS_CATEGORY.search(name)
    return not above and not HAS_CATEGORY.search(name)


def may_begin_agency(text: str, agency: str) -> bool:
    """Tell whether a line above a title, unless it is a body, can begin a name: 某经济技术 / 开发区管理委员会."""
    name, rest = _YEAR_IN_FRONT.sub("", fold(text)), fold(agency)
    is_site_s = HAS_CATEGORY.search(name) or (_is_body(name) and not _PLACE.fullmatch(name))
    # 某某 / 省气象局, unlike 某县 / 县政府办; a letter alone is no line of a menu.
    is_short = len(name) <= LONGEST_BARE_PLACE and _PLACE.fullmatch(name) is None
    breaks_place = len(name) == 1 or (is_short and ENDS_PLACE.match(rest) is not None)
    goes_on = breaks_place or BEGINS_WITHIN.match(rest) is not None
    return _PIECE.fullmatch(name) is not None and not is_site_s and goes_on


def are_listed(first: str, second: str) -> bool:
    """
    Tell whether two lines are the names of two bodies, as they stand in a menu.

    The first can be the name of the site, which is that of a government, or the same body; a place is the beginning of
    the second.
    """
    lines = [fold(first), fold(second)]
    if lines[0] == lines[1]:
        return False
    are_bodies = all(_is_body(line) and not _PLACE.fullmatch(line) and _names_place(line) for line in lines)
    return are_bodies and not lines[0].endswith("政府") and not are_one_of_state(*lines)


def _names_place(agency: str) -> bool:
    """Tell whether an agency names the place that it is of."""
    return _OF_A_PLACE.search(_NO_PLACE.sub("", agency)) is not None


@lru_cache(maxsize=64)
def agency_of(title: str) -> str | None:
    """
    Give the agency that a title names: what is left of it without the year and the name of the report.

    If nothing is, it may stand behind, in brackets or behind a dash.
    """
    name = _beside_year_and_subject(title)
    behind = _BEHIND.search(fold(without_suffix(title)))
    other = behind[2] if behind is not None and _is_agency_of_a_place(behind[2]) else None
    if not name:
        return other
    # 某县2022年政府信息公开工作年度报告——某县统计局: which of the two it is, nobody tells.
    if behind is not None and behind[1] == "——" and other is not None:
        return None
    # 府信息公开工作年度报告 is the second half of a title that a line breaks inside a word.
    folded = fold(name)
    is_general = IS_OF_A_KIND.fullmatch(folded) or _GENERAL.match(folded)
    is_name = len(name) >= SHORTEST_NAME and not PART.fullmatch(folded) and not is_general
    holds_more = _NO_NAME.search(folded) or _says_more(fold(title)) or names_two(title)
    return name if is_name and not holds_more else None


def _says_more(folded: str) -> bool:
    """Tell whether words that are no name stand between the year and the subject of a folded title."""
    beside = BESIDE_WHOLE_NAME.search(folded)
    return BESIDE_NAME.search(folded) is not None or (beside is not None and not _is_body(beside[1]))


def names_two(title: str) -> bool:
    """Tell whether a title names two bodies with a blank between, whichever is its own; the first can be the site's."""
    name = fold(_beside_year_and_subject(title))
    for blank in _BLANK.finditer(title):
        first = fold(title[: blank.start()])
        body = name.removeprefix(first)
        are_two = body != name and (first.endswith(_OF_SITES) or _OF_ONE_PLACE.fullmatch(f"{first}|{body}"))
        if are_two and _is_agency_of_a_place(body):
            # 某区人民政府 某街道办事处, or 某地区办事处, is the whole name of the office.
            return not body.endswith("办事处")
    return False


def agency_below(title: str, line: str) -> str | None:
    """Give the agency in a line of its own right below a title that names none; None if there is none."""
    if not lacks_agency(title) or hides_agency(title) or len(line) > LONGEST_TITLE:
        return None
    folded = fold_aligned(line)
    name = _BELOW.fullmatch(folded.text)
    if name is None or not _is_agency_of_a_place(name[1]):
        return None
    return line[slice(*folded.published(*name.span(1)))]


def _is_agency_of_a_place(name: str) -> bool:
    """Tell whether folded words are the name of an agency; 修订版 and 全县各单位 are none."""
    return _is_body(name) and _names_place(name)


@lru_cache(maxsize=64)
def _beside_year_and_subject(title: str) -> str:
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
    return name[folded.places[len(folded.text) - len(body)] :] if reporting and _is_agency_of_a_place(body) else name

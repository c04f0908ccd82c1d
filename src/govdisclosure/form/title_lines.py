"""Titles on several lines: what a line beside one is to it, its first part, its agency or a line of the menu."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.form.blocks import BETWEEN_CELLS
from govdisclosure.form.thresholds import LONGEST_BARE_PLACE, LONGEST_TITLE
from govdisclosure.form.title_bodies import NAME, PART, are_one_of_state, is_part_of_body
from govdisclosure.form.title_columns import COLUMN, HAS_CATEGORY, IS_CATEGORY, OF_SITE
from govdisclosure.form.title_frames import without_frame
from govdisclosure.form.title_marks import BEGINS_WITHIN, ENDS_PLACE, PLACES, SEAL
from govdisclosure.form.title_names import IS_GENERAL, NO_PLACE, is_agency_of_a_place, is_body, names_place
from govdisclosure.form.title_years import is_year
from govdisclosure.form.titles import (
    agency_of,
    beside_year_and_subject,
    hides_agency,
    is_title,
    lacks_agency,
    lacks_year,
)
from govdisclosure.vocabulary.aligned import fold_aligned
from govdisclosure.vocabulary.fold import fold
from govdisclosure.vocabulary.letters import HAN
from govdisclosure.vocabulary.years import YEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

# 编制单位：某县统计局, （某县统计局） or ——某县统计局, below a title that names none; 发布机构 can be another body.
_BELOW: Final = re.compile(rf"(?:(?:编制|填报|报告|报送)?(?:单位|机关)(?:名称)?(?:{SEAL})?:|——|\()?({NAME})\)?")
# 关于2022年度某县, a line above 统计局政府信息公开工作年度报告
_YEAR_IN_FRONT: Final = re.compile(rf"^(?:关于)?(?:{YEAR}年度?)?")
# What a name ends with that is whole: 某县人力资源和社会 / 保障局 breaks inside it
_WHOLE_NAME: Final = re.compile("(?:政府|局|厅|委|办|处|院|署|校|所|站|馆|中心|办公[室厅]|委员?会)$")
_IN_BRACKETS: Final = re.compile(rf"^\(([{HAN}]+)\)$")
_WORD: Final = re.compile(f"[{HAN}]{{2}}")
_ENDS_SENTENCE: Final = re.compile("[。；！？;!?]")
# 示例省示例市, a line of its own above 统计局
_PLACE: Final = re.compile(rf"[{HAN}]+(?:{PLACES})")
_BEGINS_WITH_PLACE: Final = re.compile(rf"[{HAN}]{{1,6}}?(?:{PLACES})[{HAN}]+")
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
_JOINING: Final = ("、", "和", "与", "及", "暨")
_COLONS: Final = re.compile("[:|]")


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


def is_broken_title(pieces: Sequence[str]) -> bool:
    """Tell whether a title without a year stands on several lines, which could not be a column and its items."""
    title, first = "".join(pieces), fold("".join(pieces[:-1]))
    # 某县人民政府 / 信息公开年报, 某县统计局政府信息公开 / 年度报告: a site, and what its menu has, unlike 工作年度报告
    is_column = first.endswith("公开") and not pieces[-1].startswith("工作")
    return _names_body(title) and not is_body(first) and not is_column


def is_column_and_title(line: str, below: str) -> bool:
    """Tell whether two lines can be a title without a year, or a column of a site and an item of it."""
    title = line + below
    return fold(line).endswith("公开") and is_title(title) and _names_body(title)


def _names_body(title: str) -> bool:
    """Tell whether a title names a body and its place."""
    agency = agency_of(title)
    return agency is not None and is_agency_of_a_place(fold(agency))


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
        is_of_body = above is not None and is_body(_IN_BRACKETS.sub(r"\1", fold(above).removesuffix("关于")))
        # 某县人民政府 / 一、市本级2022年政府信息公开工作年度报告
        is_of_body = is_of_body and title.startswith(beside_year_and_subject(title))
        # 某县发展和改革 / 委员会 / 2022年政府信息公开工作年度报告
        is_agency = is_of_body or PART.fullmatch(line) is not None
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
    tells_place = names_place(agency) and not _ZONE.match(agency)
    may_go_on = not tells_place or (not lacks_year(text) and not fold(agency).startswith(name))
    is_place = _PLACE.fullmatch(name) is not None or _breaks_off(name)
    # 乡镇街道 / 水利局, a column of the site
    return may_go_on and is_place and not IS_GENERAL.match(name)


def _is_body_and_part(name: str, agency: str) -> bool:
    """Tell whether a line is a body and the agency below it is a part of that, or its name without it."""
    if are_one_of_state(name, agency):
        return True
    # 某县人民政府 / 办公室2022年政府信息公开工作年度报告
    # 某县水利局、 / 某县水务局2022年政府信息公开工作年度报告
    # 某县农业农村局 / （乡村振兴局）2022年政府信息公开工作年度报告, 某县水利局 / 、林业局2022年政府信息公开工作年度报告
    is_part = _OFFICE.fullmatch(agency) or agency.startswith(("(", "、")) or name.endswith(_JOINING)
    # 某县公安局 / 城关派出所2022年政府信息公开工作年度报告
    is_below = is_part_of_body(agency, name) and not names_place(agency)
    return bool(is_part or is_below) and is_body(name.rstrip("".join(_JOINING)))


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
    begun = _BEGINS_WITH_PLACE.fullmatch(NO_PLACE.sub("某", line)) is not None
    is_column = COLUMN.search(line) or (OF_SITE.search(line) and not line.endswith(_JOINING))
    # 中共某县委机构编制 / 委员会办公室
    is_column = is_column and not line.startswith("中共")
    # 乡镇街道
    return begun and not _WHOLE_NAME.search(line) and not is_column and not IS_GENERAL.match(line)


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
    if len(text) > LONGEST_TITLE or _ENDS_SENTENCE.search(name) or not _WORD.search(name) or IS_GENERAL.match(name):
        return False
    if names_place(name):
        return not IS_CATEGORY.search(name)
    return not above and not HAS_CATEGORY.search(name)


def may_begin_agency(text: str, agency: str) -> bool:
    """Tell whether a line above a title, unless it is a body, can begin a name: 某经济技术 / 开发区管理委员会."""
    name, rest = _YEAR_IN_FRONT.sub("", fold(text)), fold(agency)
    is_site_s = HAS_CATEGORY.search(name) or (is_body(name) and not _PLACE.fullmatch(name))
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
    are_bodies = all(is_body(line) and not _PLACE.fullmatch(line) and names_place(line) for line in lines)
    return are_bodies and not lines[0].endswith("政府") and not are_one_of_state(*lines)


def agency_below(title: str, line: str) -> str | None:
    """Give the agency in a line of its own right below a title that names none; None if there is none."""
    if not lacks_agency(title) or hides_agency(title) or len(line) > LONGEST_TITLE:
        return None
    folded = fold_aligned(line)
    name = _BELOW.fullmatch(folded.text)
    if name is None or not is_agency_of_a_place(name[1]):
        return None
    return line[slice(*folded.published(*name.span(1)))]

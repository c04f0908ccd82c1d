"""Names of bodies as they are compared: folded, without brackets, and without the region in front."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from govdisclosure.rosters._levels import LEVELS, begins_a_word
from govdisclosure.vocabulary.fold import fold

# 示例市示例县 · 示例自治州示例市 · 示例盟示例旗; 州 alone is the end of many a city's name (杭州市).
# The word of a level before another one is part of a name (新乡市, 沙市区), but for 市 before 市中区.
_ENDS: Final = "".join(level for level in LEVELS if level != "州")
_REGION: Final = re.compile(rf".+?(?:自治州|[{_ENDS}])(?![省县区旗盟]|市(?![中北南]区))")
_GOVERNMENT: Final = "人民政府"
# 农业农村局(乡村振兴局), of which the fold has made the usual brackets narrow
_BRACKETS: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕")
_ZONE_OFFICE: Final = ("管委会", "管理委员会")
_TOWNS: Final = (f"镇{_GOVERNMENT}", f"乡{_GOVERNMENT}")
_STREET: Final = "街道办事处"
# 城市管理局, 城乡规划局, 开发区财政局, 国家税务总局示例县税务局: what ends with the word of a level and is no region
_NO_REGION: Final = re.compile(r".*(?:城市|城乡|[城乡]镇|[城社园景]区|开发区|高新区)$|.*(?:[局院委厅]|银行|公司)")
_LONGEST: Final = 200
"""Nothing with more characters is taken for the name of a body with brackets, or with regions in front."""


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """Fold a name and drop its brackets; 管委会 is short for 管理委员会."""
    folded = fold(name)
    shorter = _BRACKETS.sub("", folded) if len(folded) <= _LONGEST else folded
    while shorter != folded:
        folded, shorter = shorter, _BRACKETS.sub("", shorter)
    return folded.replace(*_ZONE_OFFICE)


@lru_cache(maxsize=4096)
def brackets_in(name: str) -> str:
    """Give what a name has in brackets, one after the other: (乡村振兴局)."""
    return "".join(_BRACKETS.findall(fold(name))) if len(name) <= _LONGEST else ""


@lru_cache(maxsize=4096)
def region_of(parent: str) -> tuple[str, ...]:
    """
    Give the chain of regions that the name of a government consists of: 示例市, 示例县.

    None for the name of any other body: whatever stands in front of its units' names stays there.
    """
    region = bare(parent).removesuffix(_GOVERNMENT).removesuffix(_ZONE_OFFICE[1])
    return tuple(_REGION.findall(region)) if region.endswith(LEVELS) and len(region) <= _LONGEST else ()


@lru_cache(maxsize=65536)
def forms(name: str, region: tuple[str, ...]) -> frozenset[str]:
    """
    Give what a name is compared by, for units of a region: as it is, and without the region in front, if it has it.

    Taken off are whole ends of the chain (示例市示例县, 示例县), or the bare word of its last level (县), unless it
    begins a word of the name (市政局). That of a region can be both: 示例市政局 is 市政局, too.
    """
    own = bare(name)
    ends = ["".join(region[place:]) for place in range(len(region))]
    rests = [own[len(front) :] for front in ends if own.startswith(front)]
    for level in LEVELS:
        if region and region[-1].endswith(level):
            rests += [level + rest for rest in rests if begins_a_word(level, rest)]
            if own.startswith(level) and not begins_a_word(level, own[len(level) :]):
                rests.append(own[len(level) :])
    return frozenset(_tail(rest) for rest in (own, *rests) if rest)


@lru_cache(maxsize=4096)
def without_region(name: str, region: tuple[str, ...]) -> str:
    """Give what all names of a body of a region come down to: 民政局 of 示例市示例县民政局 and of 县民政局."""
    own = _from_region(bare(name), "".join(region))
    level = region[-1][-1] if region else ""
    for front in (*("".join(region[place:]) for place in range(len(region))), level):
        rest = own.removeprefix(front)
        if rest and rest != own:
            return _tail(level + rest if begins_a_word(level, rest) else rest)
    return _tail(own)


def _from_region(name: str, region: str) -> str:
    """Leave out regions in front of that of the parent: 示例市 of 示例市示例县民政局, for 示例县人民政府."""
    begin = name.find(region)
    return name[begin:] if begin > 0 and is_one_body(name[begin:], name) else name


@lru_cache(maxsize=65536)
def is_one_body(first: str, second: str) -> bool:
    """
    Tell whether two names can only be those of one body: they are one, or one has more regions in front, or brackets.

    示例市示例县民政局, 示例县民政局, 县民政局 and 民政局 are; 示例市民政局 and 示例县民政局 are not, and nor are
    城市管理局 and 管理局, or 税务所（城东） and 税务所（城西）.
    """
    shorter, longer = sorted((bare(first), bare(second)), key=len)
    brackets = {brackets_in(first), brackets_in(second)} - {""}
    # A blank names nobody.
    if not shorter or not longer.endswith(shorter) or len(brackets) > 1:
        return False
    more = len(longer) - len(shorter)
    return more == 0 or (len(longer) <= _LONGEST and more <= _in_front(longer))


def _in_front(name: str) -> int:
    """Count the characters of the regions in front of a name."""
    # 县乡公路局
    if begins_a_word(name[0], name[1:]):
        return 0
    # 县民政局
    end = 1 if name.startswith(LEVELS) else 0
    for region in _REGION.finditer(name):
        own = region[0]
        if _NO_REGION.match(own):
            break
        if begins_a_word(own[-1], name[region.end() :]):
            # 示例市市政局
            return region.end() - 1 if own[:-1].endswith(LEVELS) else end
        end = region.end()
    return end


def _tail(name: str) -> str:
    """Leave out the end that names of towns and streets can have or not: 城关镇人民政府, 城北街道办事处."""
    if name.endswith(_TOWNS):
        return name.removesuffix(_GOVERNMENT)
    return name.removesuffix("办事处") if name.endswith(_STREET) else name

"""Names of bodies as they are compared: folded, without brackets, and without the region in front."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from govdisclosure.vocabulary.fold import fold

# 示例市示例县 · 示例自治州示例市 · 示例盟示例旗
# The word of a level before another one is part of a name (新乡市, 沙市区), but for 市 before 市中区.
_REGION: Final = re.compile(r".+?(?:自治州|[省市县区旗镇乡盟])(?![省县区旗盟]|市(?![中北南]区))")
_LEVELS: Final = tuple("省市县区旗镇乡盟州")
_GOVERNMENT: Final = "人民政府"
# 农业农村局(乡村振兴局), of which the fold has made the usual brackets narrow
_BRACKETS: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕")
_ZONE_OFFICE: Final = ("管委会", "管理委员会")
_TOWNS: Final = (f"镇{_GOVERNMENT}", f"乡{_GOVERNMENT}")
_STREET: Final = "街道办事处"
_LONGEST: Final = 200
"""Nothing with more characters is taken for the name of a body with brackets."""


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """Fold a name and drop its brackets; 管委会 is short for 管理委员会."""
    folded = fold(name)
    shorter = _BRACKETS.sub("", folded) if len(folded) <= _LONGEST else folded
    while shorter != folded:
        folded, shorter = shorter, _BRACKETS.sub("", shorter)
    return folded.replace(*_ZONE_OFFICE)


@lru_cache(maxsize=4096)
def region_of(parent: str) -> tuple[str, ...]:
    """
    Give the chain of regions that the name of a government consists of: 示例市, 示例县.

    None for the name of any other body: whatever stands in front of its units' names stays there.
    """
    region = bare(parent).removesuffix(_GOVERNMENT).removesuffix(_ZONE_OFFICE[1])
    return tuple(_REGION.findall(region)) if region.endswith(_LEVELS) else ()


@lru_cache(maxsize=65536)
def forms(name: str, region: tuple[str, ...]) -> frozenset[str]:
    """
    Give what a name is compared by, for units of a region: as it is, and without the region in front, if it has it.

    Taken off are whole ends of the chain (示例市示例县, 示例县), or the bare word of its last level (县).
    """
    own = bare(name)
    ends = ["".join(region[place:]) for place in range(len(region))]
    levels = [level for level in _LEVELS if region and region[-1].endswith(level)]
    rests = [own[len(front) :] for front in (*ends, *levels) if own.startswith(front)]
    return frozenset(_tail(rest) for rest in (own, *rests) if rest)


def _tail(name: str) -> str:
    """Leave out the end that names of towns and streets can have or not: 城关镇人民政府, 城北街道办事处."""
    if name.endswith(_TOWNS):
        return name.removesuffix(_GOVERNMENT)
    return name.removesuffix("办事处") if name.endswith(_STREET) else name

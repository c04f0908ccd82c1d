"""What stands around a title on its line: the mark of an annex, the name of the site, an announcement of the report."""

from __future__ import annotations

import re
from typing import Final

from govdisclosure.form.thresholds import LONGEST_FRAMED_TITLE
from govdisclosure.form.title_marks import ANNEX
from govdisclosure.vocabulary.letters import HAN

# 《某县2022年政府信息公开工作年度报告》
_QUOTED: Final = re.compile(r"^[《“「]([^《》“”「」]*)[》”」]$")
# 某县统计局关于公布《某县统计局2022年政府信息公开工作年度报告》的公告
_ANNOUNCED: Final = re.compile(
    rf"[{HAN}]*(?:关于|现|予以)(?:公布|发布|公开|公示|印发)《([^《》]*)》(?:的(?:公告|通告|公示|通知))?"
    # 某县统计局关于公布2022年政府信息公开工作年度报告的公告, 某县统计局2022年政府信息公开工作年度报告公示
    r"|(.*(?:报告|年报))(?:的?(?:公告|通告|公示)|的(?:报告|函))"
)
# 某县2022年政府信息公开工作年度报告 - 某县人民政府网, …年度报告_政府信息公开年报_某县人民政府
_SITE: Final = re.compile(
    r"(?:\s*[-_—–]+[^-_—–0-9]{0,12}(?:年报|年度报告|公开))*\s*[-_—–]+\s*[^-_—–]{2,30}(?:网站?|政府|门户|平台)\s*$"
)
_SHORTEST_TITLE: Final = len("信息公开年报")


def without_frame(text: str) -> str:
    """
    Leave out what stands around a title: the mark of an annex before it, the name of the site behind it.

    So are the marks of a quotation, and the words of an announcement of the report, but those on whose it is.
    """
    if len(text) > LONGEST_FRAMED_TITLE:
        return text
    text = text.strip()
    # 规章 | 1 | 0: of the cells of a document, hardly one is as long as a title.
    if len(text) < _SHORTEST_TITLE:
        return text
    text = _QUOTED.sub(r"\1", _SITE.sub("", ANNEX.sub("", text)).strip()).strip()
    announced = _ANNOUNCED.fullmatch(text)
    return text if announced is None else announced[1] or announced[2]


def without_annex(title: str) -> str:
    """Leave out the mark of an annex before a title."""
    return ANNEX.sub("", title)

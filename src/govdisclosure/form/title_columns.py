"""Names of columns of a site, which stand above and beside a title and are none of bodies."""

from __future__ import annotations

import re
from typing import Final

from govdisclosure.vocabulary.letters import HAN

OF_SITE: Final = re.compile("(?<!和)信息|目录|网|年报|报告|概况|政务|动态|[新要]闻|首页|机构|领导|通知|公告")
"""某县概况, 某县要闻: no name breaks off with such a word."""
COLUMN: Final = re.compile(
    # 某县政务公开领导小组办公室 is an office, 公开平台站 none.
    f"公开(?![{HAN}]*(?:办|小组|委员会|中心|局|办公[室厅])$)|专[栏题区]|栏目|平台|网站|门户"
    # 走进某县, 某县召开水利工作会
    "|走进|召开|开展|举[办行]|慰问|走访"
)
"""某县政府信息公开专栏, 某县人民政府网站, which stand on each page of a site."""
_CATEGORY: Final = f"(?:{OF_SITE.pattern}|{COLUMN.pattern}|指南|制度|内容|解读|公示|规划|数据|附件|专页|声明)"
HAS_CATEGORY: Final = re.compile(_CATEGORY)
"""Of a line without a place, any such word tells that it is a column."""
IS_CATEGORY: Final = re.compile(f"{_CATEGORY}[0-9]*$")
"""Of a line with a place, its end tells: 某县信息产业 can be a body, 某县政府信息公开指南 none."""

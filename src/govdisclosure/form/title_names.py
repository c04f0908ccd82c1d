"""Names of bodies: what is one, and which names its place."""

from __future__ import annotations

import re
from typing import Final

from govdisclosure.form.title_bodies import NAME, OF_CORPS
from govdisclosure.form.title_columns import COLUMN
from govdisclosure.form.title_marks import PLACES
from govdisclosure.vocabulary.letters import HAN

IS_GENERAL: Final = re.compile(
    f"(?:{PLACES}|[直属级])*各(?:{PLACES}|[各部单科股直级地类有相])|[本我](?:{PLACES}|[局厅委办部院]|机关|单位)"
    f"|全(?!州[县镇])(?:{PLACES}|系统|体)|(?:{PLACES}|[直属级]){{2,}}(?:部门|单位|机关)?$"
)
"""全区, 各乡镇, 本局, 县直单位, 乡镇街道: no agency by themselves, unlike 全州县, 全州镇 and 本溪市."""
AGENCY: Final = re.compile(
    rf"{NAME}(?:政府|局|厅|部|委|办|会|处|院|署|行|校|队|所|站|馆|联|协|中心|{PLACES}"
    # 某县第一中学, 某市公交集团有限公司, 某县国有林场
    "|大学|中学|小学|幼儿园|公司|集团|[农林牧渔总]场|供销社|合作社|联社|海关|监狱|[业技工]园|电视台|气象台|苏木|嘎查|兵团)"
    # 某县政府督查室, 某县公路段, 某镇某村; 机关科室 can be a line of the menu.
    rf"|{NAME}(?:{PLACES})[{HAN}〇]*(?:室|段|村|社|台|团|组|科|股|港|场|库|庭|专班|人大)"
    f"|[{HAN}]*办公[室厅]|{OF_CORPS}"
)
"""The name of a body, as it can stand on a line of its own: 某县统计局."""
# 某县水利局（某县河长办）
_REMARK: Final = re.compile(rf"\([{HAN}]+\)")
# What tells of which place an agency is: 示例县统计局, 国家统计局
_OF_A_PLACE: Final = re.compile(f"{PLACES}|国家|中国|中华")
NO_PLACE: Final = re.compile(r"城[乡市]|市[场政]|乡村|社区|区[划域]")
"""What looks like a place in the name of an agency and is none: 住房和城乡建设局."""


def is_body(line: str) -> bool:
    """Tell whether a folded line is the name of a body, and not of a column of a site: 某县政务公开专区."""
    # 某县水利局、水务局
    bodies = _REMARK.sub("", line).split("、")
    return all(map(AGENCY.fullmatch, bodies)) and not COLUMN.search(line) and not IS_GENERAL.match(line)


def names_place(agency: str) -> bool:
    """Tell whether an agency names the place that it is of."""
    return _OF_A_PLACE.search(NO_PLACE.sub("", agency)) is not None


def is_agency_of_a_place(name: str) -> bool:
    """Tell whether folded words are the name of an agency; 修订版 and 全县各单位 are none."""
    return is_body(name) and names_place(name)

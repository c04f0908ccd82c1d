"""Plausibility of table II: rules at bodies that make none, and counts that contradict each other."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from govdisclosure.checks._messages import LAW_OF_THE_FORM
from govdisclosure.checks._rules import rule, where
from govdisclosure.checks.predecessors import count_of
from govdisclosure.model.cells import get
from govdisclosure.model.findings import Finding, Severity
from govdisclosure.model.message import Message
from govdisclosure.model.structure import cell_values
from govdisclosure.model.values import NA
from govdisclosure.vocabulary.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.arithmetic.figures import Figures
    from govdisclosure.checks._case import Case
    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.values import JSON, CellValue

_SECTION: Final = "proactive_disclosure"
_DOCUMENTS: Final = ("rules", "normative_documents")


def _cells(*names: str) -> dict[tuple[str, ...], attrgetter[tuple[CellValue, ...]]]:
    """Give the paths of cells in each of these rows, with what gets their values from a report that has them."""
    rows = [tuple(f"{_SECTION}.{row}.{name}" for name in names) for row in _DOCUMENTS]
    return {paths: attrgetter(*paths) for paths in rows}


_IN_FORCE: Final = _cells("in_force", "issued", "repealed")
_DISCLOSED: Final = _cells("disclosed_total", "disclosed")
_NOUGHTS: Final = frozenset({0, NA, None})

# Words that only look as if they held a county, a city or a town. 市政 and 市民 begin the names of offices as well
# (镇江市政府, 镇江市民政局), so they count only with what follows.
_NO_UNITS: Final = re.compile(
    "城乡|乡村|乡镇|乡土|水乡|家乡|侨乡|返乡|城镇|村镇|集镇|县域|县级|区域|区划|区块|旗渠"
    "|市场|市容|都市|超市|城市(?=管理|规划|建设|更新|运行|综合|执法|公用|园林|发展|服务)"
    "|市政(?=园林|管理|公用|工程|设施|建设|公共|环卫|道路)|市民(?=服务|热线|中心|广场)|省(?=级|直)"
    "|(?:社|地|园|景|保护|开发|高新|新|特|行政|林|矿|库|老|灾|垦|牧|灌|片|辖|小|功能|工业|产业|经济|管理|旅游|名胜|度假|试验"
    "|实验|示范|合作|保税|自贸|贸易|加工|物流|集聚|先行)区(?!人民政府)"
)
_ABOVE: Final = re.compile("自治区|自治州|省|市")
_COUNTY_OR_TOWN: Final = re.compile(".(?:县|区|镇|乡|街道|旗|苏木)")


def cannot_make_rules(name: str) -> bool:
    """
    Tell whether a name is that of a county, district, town or street, or of one of their departments.

    These cannot make rules (规章). Only what follows the last province, region, prefecture or city of the name is
    looked at; False where the name does not tell.

    Source: 《立法法》, Art. 91 and 93.
    """
    # 示例市城乡规划局 · 示例市市场监督管理局 · 示例开发区管理委员会
    words = _NO_UNITS.sub("〇", fold(name))
    # 示例市示例县统计局
    return _COUNTY_OR_TOWN.search(_ABOVE.split(words)[-1]) is not None


def _states_rules(case: Case) -> bool:
    table = case.report.proactive_disclosure
    if table is None:
        return False
    return not _NOUGHTS.issuperset(cell_values(table.rules))


@where(_states_rules)
@rule(
    "T2-RULES",
    Severity.WARNING,
    law="《立法法》Art. 91, 93",
    zh="{paths:cells}填报 {figures}，但“{agency}”无权制定规章；行政规范性文件不是规章，请核对是否填错行。",
    en="{paths:cells}: {figures}; but {agency} cannot make rules (规章); normative documents belong into the row below",
    about=Message(
        zh=(
            "规章只能由国务院部门以及省、自治区、直辖市、设区的市、自治州的人民政府制定；"
            "县、区、乡镇、街道及其部门应填 0。"
        ),
        en=(
            "Rules (规章) are made by ministries and by the governments of provinces, regions, prefectures and cities "
            "with districts; a county, district, town or street, and their departments, state 0."
        ),
    ),
)
def rules_at_bodies_that_make_none(report: AnnualReport, figures: Figures) -> Iterator[Finding]:
    """规章 is nought at a body that cannot make rules; silent where its name does not tell."""
    stated = {path: _number(report, path) for path in figures.cells(f"{_SECTION}.rules")}
    above = {path: number for path, number in stated.items() if number}
    if above and report.agency is not None and cannot_make_rules(report.agency.name):
        numbers: list[JSON] = list(above.values())
        yield Finding(
            list(above),
            expected=0,
            actual=above[next(iter(above))],
            details={"agency": report.agency.name, "figures": numbers},
        )


@rule(
    "T2-IN-FORCE",
    Severity.WARNING,
    law=LAW_OF_THE_FORM,
    zh="{label}填报 {actual}，少于本年制发 {issued} 减去本年废止 {repealed}，至少应为 {expected}，请核对。",
    en="{path} is {actual}, but {issued} issued minus {repealed} repealed this year: at least {expected} are in force",
    about=Message(
        zh="现行有效件数不少于本年制发件数减去本年废止件数：本年制发而未废止的都有效。请核对三个数。",
        en=(
            "At least as many are in force as were issued less those repealed this year. Compare the three figures; "
            "most often in_force counts only this year's, or was left at 0."
        ),
    ),
)
def in_force(report: AnnualReport, figures: Figures) -> Iterator[Finding]:
    """What is in force is not fewer than what was issued minus what was repealed this year; from edition 2021 on."""
    for paths, values in _IN_FORCE.items():
        if not figures.has(*paths):
            continue
        actual, issued, repealed = values(report)
        issued, repealed = count_of(issued), count_of(repealed)
        if not isinstance(actual, int) or issued is None or repealed is None or actual >= issued - repealed:
            continue
        yield Finding(
            paths, expected=issued - repealed, actual=actual, details={"issued": issued, "repealed": repealed}
        )


@rule(
    "T2-DISCLOSED",
    Severity.WARNING,
    law=LAW_OF_THE_FORM,
    zh="{label}填报 {actual}，少于本年新公开数量 {expected}，请核对。",
    en="{path} is {actual}, fewer than the {expected} disclosed this year",
    about=Message(
        zh="对外公开总数量包含本年新公开数量，不会比它少。请核对两个数。",
        en="All that is disclosed includes what was disclosed this year. Compare the two figures.",
    ),
)
def disclosed(report: AnnualReport, figures: Figures) -> Iterator[Finding]:
    """What is disclosed in all is not fewer than what was disclosed this year; a row of edition 2019."""
    for paths, values in _DISCLOSED.items():
        if figures.has(*paths):
            total, new = values(report)
            if isinstance(total, int) and isinstance(new, int) and total < new:
                yield Finding(paths, expected=new, actual=total)


def _number(report: AnnualReport, path: str) -> int | None:
    value = get(report, path)
    return value if isinstance(value, int) else None

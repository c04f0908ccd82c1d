"""Reports for tests: a complete one in which all is right, of which a test changes what it is about."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import govdisclosure as gd
from govdisclosure.model.editions import edition_of, table_class

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue

_COLUMNS = 7
OPENING = "（一）主动公开、依申请公开、政府信息管理、平台、考核、评议、追究"
"""A first paragraph of section 一 that speaks of all that it has to speak of."""


def build_report(*, year: int = 2021, cells: dict[str, CellValue] | None = None, **sections: object) -> gd.AnnualReport:
    """
    Give a report in which a check finds nothing: 示例镇人民政府, every figure of its tables stated.

    In table III, 12 requests of natural persons: 11 granted, 1 refused as deliberative process.

    Args:
        year: The year; before 2021, the tables are of edition 2019.
        cells: Paths of cells and what to put there instead.
        sections: Attributes of the report and their values instead.
    """
    report = gd.AnnualReport.blank(agency="示例镇人民政府", year=year)
    report.published = dt.date(year + 1, 1, 20)
    report.preamble = [f"本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"]
    report.overview = [OPENING, "本机关依法公开政府信息。"]
    report.proactive_disclosure = _disclosure(year)
    report.requests = build_requests(edition_of(year))
    report.review_and_litigation = gd.ReviewAndLitigation.from_rows([[0] * 15])
    report.problems_and_improvements = ["主动公开的深度有待加强，将进一步完善工作机制。"]
    report.other_matters = ["本机关本年度未收取政府信息公开信息处理费。"]
    for name, value in sections.items():
        setattr(report, name, value)
    for path, value in (cells or {}).items():
        gd.put(report, path, value)
    return report


def build_requests(edition: str = "2021") -> gd.Requests | gd.Requests2019:
    """Give a table III in which every figure is stated and all adds up: 12 received, 11 granted, 1 refused."""
    cls = table_class("requests", edition)
    table = cls.from_rows([[0] * _COLUMNS for _ in cls.figure_paths()])
    assert isinstance(table, gd.Requests | gd.Requests2019)
    for column in (table.natural_person, table.total):
        column.newly_received = 12
        column.outcomes.granted = 11
        column.outcomes.refused.deliberative_process = 1
        column.outcomes.total = 12
    return table


def _disclosure(year: int) -> gd.ProactiveDisclosure | gd.ProactiveDisclosure2019:
    if edition_of(year) == "2021":
        return gd.ProactiveDisclosure.from_rows([[0, 0, 0], [2, 0, 4], [8], [2], [0], [Decimal(0)]])
    items = [3, -1, 8]
    procurement: list[CellValue] = [5, gd.Amount(Decimal("96171.6"), "元")]
    return gd.ProactiveDisclosure2019.from_rows([[0, 0, 0], [2, 2, 4], items, items, items, items, [1, 0], procurement])

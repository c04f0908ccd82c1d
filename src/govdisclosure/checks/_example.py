"""What an example of a rule is, and the report that examples begin with."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.model.editions import edition_of, table_class
from govdisclosure.model.message import Message
from govdisclosure.model.proactive_disclosure import ProactiveDisclosure
from govdisclosure.model.proactive_disclosure_2019 import ProactiveDisclosure2019
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.requests import Requests
from govdisclosure.model.requests_2019 import Requests2019
from govdisclosure.model.review_and_litigation import ReviewAndLitigation
from govdisclosure.model.values import Amount

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue

ASPECTS: Final = "主动公开、依申请公开、政府信息管理、平台建设、监督保障均由专人负责。"
"""A paragraph that speaks of all aspects of section 一."""

IN_TWO_COLUMNS: Final = 'for column in ("natural_person", "total"):\n    '
"""The beginning of what is done in a column of table III, and in that of the totals."""

_COLUMNS: Final = 7


@frozen
class Example:
    """
    One rule as one looks it up: what must hold as a formula, a report that breaks it, and how that is mended.

    Args:
        formula: What must hold, in labels of the form (Chinese) and in names of cells (English).
        mend: How to mend a report that breaks the rule.
        fails: Python that breaks the rule; it begins with ``report``, a ``valid_report()``, and with ``gd``.
        mended: Python that goes on from there and mends it.
        year: The year of the report.
        given: Python for what else the check is given, such as ``profile=gd.Profile(…)``; names that ``fails`` binds
            can stand in it, and are changed in place by ``mended``.
    """

    formula: Message
    mend: Message
    fails: str
    mended: str
    year: int = 2025
    given: str = ""


def valid_report(year: int = 2025) -> AnnualReport:
    """
    Give a report in which a check finds nothing: that of a county's bureau of culture and tourism.

    Args:
        year: The year; before 2021, tables II and III are of edition 2019.
    """
    report = AnnualReport.blank(agency="示例县文化和旅游局", year=year)
    report.published = dt.date(year + 1, 1, 20)
    report.preamble = [f"本报告的统计期限为{year}年1月1日至{year}年12月31日。"]
    report.overview = [
        f"{year}年新收政府信息公开申请12件，上年结转1件，均按期答复。",
        ASPECTS,
    ]
    report.proactive_disclosure = _disclosure(year)
    report.requests = _requests(year)
    report.review_and_litigation = ReviewAndLitigation.from_rows([[1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1]])
    report.problems_and_improvements = ["公开内容不够丰富，将增加文化惠民活动的信息。"]
    report.other_matters = ["本年度未收取政府信息公开信息处理费。"]
    return report


def _disclosure(year: int) -> ProactiveDisclosure | ProactiveDisclosure2019:
    if edition_of(year) == "2021":
        # Each year two documents are issued and one is repealed, so that one more is in force than the year before.
        in_force = max(year - 2021, 1)
        return ProactiveDisclosure.from_rows([[0, 0, 0], [2, 1, in_force], [8], [2], [0], [Decimal("1.5")]])
    items: list[CellValue] = [3, -1, 8]
    procurement: list[CellValue] = [5, Amount(Decimal("96171.6"), "元")]
    rows: list[list[CellValue]] = [[0, 0, 0], [2, 2, 4], items, items, items, items, [1, 0], procurement]
    return ProactiveDisclosure2019.from_rows(rows)


def _requests(year: int) -> Requests | Requests2019:
    """All requests are of natural persons: 12 new and 1 carried over, 12 concluded and 1 carried forward."""
    cls = table_class("requests", edition_of(year))
    table = cls.from_rows([[0] * _COLUMNS for _ in cls.figure_paths()])
    assert isinstance(table, Requests | Requests2019)
    for column in (table.natural_person, table.total):
        column.newly_received, column.carried_over = 12, 1
        column.outcomes.granted, column.outcomes.partially_granted = 6, 2
        column.outcomes.refused.third_party_rights = 2
        column.outcomes.unavailable.not_held = 1
        column.outcomes.not_processed.repeated = 1
        column.outcomes.total, column.carried_forward = 12, 1
    return table

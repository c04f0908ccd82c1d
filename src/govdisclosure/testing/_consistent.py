"""Reports in which all is right, for years and bodies of one's choice."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from attrs import frozen
from hypothesis import strategies as st

from govdisclosure.model.cells import get
from govdisclosure.model.editions import EDITIONS, Edition, edition_of, last_year
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.structure import cache, cell_paths
from govdisclosure.testing._adding_up import table_adding_up

if TYPE_CHECKING:
    from govdisclosure.model.structure import Table

# The current edition has no last year; reports are drawn for ten years of it.
_YEARS_TO_COME: Final = 9
GOVERNMENT: Final = "示例县人民政府"
TOWN: Final = "示例镇人民政府"
DEPARTMENT: Final = "示例县教育局"
NAMES: Final = (GOVERNMENT, TOWN, DEPARTMENT, "示例省司法厅", "示例市示例区示例街道办事处")
WITHOUT_RULES: Final = tuple(name for name in NAMES if name != "示例省司法厅")
"""The bodies of whose names one sees that they cannot make rules."""

_OPENINGS: Final = (
    ("（一）主动公开", "（二）依申请公开", "本年新收政府信息公开申请{}件。"),
    ("本年新收政府信息公开申请{}件。",),
    ("本机关依法公开政府信息。",),
)
SUPERVISION: Final = ("开展考核", "开展社会评议", "没有责任追究的情形")
"""What the Regulation asks a government to speak of in section 一, as parts of a sentence."""
# What the format asks section 一 to speak of, and of a government the Regulation.
_ASPECTS: Final = (
    "主动公开、依申请公开和政府信息管理有专人负责，网站专栏按时更新；开展考核和社会评议，没有责任追究的情形。"
)


@st.composite
def consistent_reports(draw: st.DrawFn) -> AnnualReport:
    """Draw a complete report of any edition, for a year that it is used in, in which a check finds nothing at all."""
    return draw(_CONSISTENT)


@cache  # Here and below: a strategy that is made once is looked through once, however often it is drawn from.
def sound_reports(
    *, names: tuple[str, ...] = NAMES, since: int = 0, cell: str | None = None
) -> st.SearchStrategy[AnnualReport]:
    """
    Draw a report in which all is right, of any edition.

    Args:
        names: The names of agencies to draw from.
        since: Only editions that are used from this year on, or later.
        cell: Only editions that have the cell with this path.
    """
    return st.one_of(*(_sound(edition, names, years_of(edition)) for edition in _editions(since, cell)))


@cache
def sound_reports_on(year: int, name: str) -> st.SearchStrategy[AnnualReport]:
    """Draw a report in which all is right, on a year and of an agency with a name."""
    return _sound(EDITIONS[edition_of(year)], (name,), st.just(year))


def any_year() -> st.SearchStrategy[int]:
    """Draw a year of any edition."""
    return st.one_of(*map(years_of, _editions()))


def years_of(edition: Edition) -> st.SearchStrategy[int]:
    """Draw a year that an edition is used in."""
    return st.integers(edition.first_year, last_year(edition) or edition.first_year + _YEARS_TO_COME)


def _editions(since: int = 0, cell: str | None = None) -> list[Edition]:
    """Give the editions, the current one first: those used from a year on, and those that have a cell."""
    editions = [edition for edition in sorted(EDITIONS.values(), reverse=True) if edition.first_year >= since]
    if cell is None:
        return editions
    section, _, path = cell.partition(".")
    return [edition for edition in editions if path in cell_paths(edition.tables[section])]


def _sound(edition: Edition, names: tuple[str, ...], years: st.SearchStrategy[int]) -> st.SearchStrategy[AnnualReport]:
    tables = {section: table_adding_up(cls) for section, cls in edition.tables.items()}
    return st.builds(Head.report, _heads(names, years), st.fixed_dictionaries(tables))


@frozen
class Head:
    """
    What a report says besides its tables.

    Args:
        agency: The name of its agency.
        year: Its year.
        day: The day of January on which it was published; None for no day.
        opening: The first paragraphs of section 一, with a place for the number of requests received.
    """

    agency: str
    year: int
    day: int | None
    opening: tuple[str, ...]

    def report(self, tables: dict[str, Table]) -> AnnualReport:
        """Make the report with these tables, by the names of their sections."""
        report = AnnualReport.blank(agency=self.agency, year=self.year)
        report.published = None if self.day is None else dt.date(self.year + 1, 1, self.day)
        for section, table in tables.items():
            setattr(report, section, table)
        report.preamble = [f"本报告所列数据的统计期限自{self.year}年1月1日起至{self.year}年12月31日止。"]
        received = get(report, "requests.total.newly_received")
        say(report, *(paragraph.format(received) for paragraph in self.opening))
        report.problems_and_improvements = ["主动公开的深度有待加强，将进一步完善工作机制。"]
        report.other_matters = ["本机关本年度未收取政府信息公开信息处理费。"]
        return report


@cache
def heads_on(year: int, name: str) -> st.SearchStrategy[Head]:
    """Draw what the report of an agency on a year says besides its tables."""
    return _heads((name,), st.just(year))


def _heads(names: tuple[str, ...], years: st.SearchStrategy[int]) -> st.SearchStrategy[Head]:
    days = st.one_of(st.none(), st.integers(1, 31))
    return st.builds(Head, st.sampled_from(names), years, days, st.sampled_from(_OPENINGS))


def say(report: AnnualReport, *paragraphs: str) -> None:
    """Let section 一 say this, and all that it has to speak of."""
    report.overview = [*paragraphs, _ASPECTS]


_CONSISTENT: Final = sound_reports()

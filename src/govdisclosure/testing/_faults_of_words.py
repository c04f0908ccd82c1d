"""Reports with one fault in their words: dates, what the narrative has to speak of, fees, and claims on the tables."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from hypothesis import strategies as st

from govdisclosure.model.cells import get, put, tables
from govdisclosure.model.editions import EDITION_2021
from govdisclosure.model.profile import Profile
from govdisclosure.model.report import NARRATIVES, Agency, AnnualReport, Period, standard_title
from govdisclosure.testing._adding_up import summed_up, table_adding_up
from govdisclosure.testing._case import Case
from govdisclosure.testing._consistent import DEPARTMENT, GOVERNMENT, SUPERVISION, TOWN, preamble_on, say, sound_reports
from govdisclosure.testing._faults import SOME, sum_of
from govdisclosure.testing._faults_of_tables import columns_of, other_classes, outcomes_of

if TYPE_CHECKING:
    from govdisclosure.testing._faults import Faults

_T2: Final = "proactive_disclosure"
_T3: Final = "requests"
_FEES: Final = f"{_T2}.fees.amount"
_FORMAT_OF_2021: Final = EDITION_2021.first_year
"""From this report year on the format asks for five aspects in section 一, and for a word on fees in section 六."""

_ASPECTS: Final = (
    "主动公开有专人负责",
    "依申请公开有专人负责",
    "政府信息管理有专人负责",
    "网站专栏按时更新",
    "开展业务培训",
)


@st.composite
def _without_text(draw: st.DrawFn) -> AnnualReport:
    # Where section 六 has to speak of fees, its want of text is two faults.
    report = draw(sound_reports())
    sections = [each for each in NARRATIVES if each != "other_matters" or _year(report) < _FORMAT_OF_2021]
    setattr(report, draw(st.sampled_from(sections)), draw(st.sampled_from([[], [""], ["\u3000"]])))
    return report


@st.composite
def _without_agency(draw: st.DrawFn) -> AnnualReport:
    report = draw(sound_reports())
    report.agency = draw(st.sampled_from([None, Agency(name="")]))
    return report


@st.composite
def _without_year(draw: st.DrawFn) -> AnnualReport:
    report = draw(sound_reports())
    report.year = None
    return report


@st.composite
def _other_period(draw: st.DrawFn) -> AnnualReport:
    report = draw(sound_reports())
    start, end = dt.date(_year(report), 1, 1), dt.date(_year(report), 12, 31)
    days = dt.timedelta(draw(SOME))
    report.period = draw(
        st.sampled_from(
            [
                Period.of_year(_year(report) - 1),
                Period(start=start + days, end=end),
                Period(start=start, end=end - days),
            ]
        )
    )
    return report


@st.composite
def _late(draw: st.DrawFn) -> AnnualReport:
    # On 1 April, or later, the last day of every kind of body has passed.
    report = draw(sound_reports())
    report.published = dt.date(_year(report) + 1, 4, 1) + dt.timedelta(draw(st.integers(0, 200)))
    return report


@st.composite
def _other_year(draw: st.DrawFn) -> AnnualReport:
    report = draw(sound_reports())
    assert report.agency is not None
    other = _year(report) - draw(st.integers(1, 3))
    where = draw(st.sampled_from(["title", "preamble", "overview"]))
    if where == "title":
        report.title = standard_title(report.agency.name, other)
    elif where == "preamble":
        report.preamble = [preamble_on(other)]
    else:
        say(report, f"{other}年，本机关依法公开政府信息。")
    return report


@st.composite
def _other_edition(draw: st.DrawFn) -> AnnualReport:
    report = draw(sound_reports())
    say(report)
    section, cls = draw(st.sampled_from(other_classes(report)))
    setattr(report, section, draw(table_adding_up(cls)))
    return report


def _year(report: AnnualReport) -> int:
    assert report.year is not None
    return report.year


@st.composite
def _without_supervision(draw: st.DrawFn) -> AnnualReport:
    report = draw(sound_reports(names=(GOVERNMENT, TOWN)))
    left_out = draw(st.sampled_from(SUPERVISION))
    said = [part for part in SUPERVISION if part != left_out and draw(st.booleans())]
    report.overview = [f"{'，'.join([*_ASPECTS, *said])}。"]
    return report


@st.composite
def _without_aspect(draw: st.DrawFn) -> AnnualReport:
    report = draw(sound_reports(names=(DEPARTMENT,), since=_FORMAT_OF_2021))
    left_out = draw(st.sampled_from(_ASPECTS))
    said = [aspect for aspect in _ASPECTS if aspect != left_out and draw(st.booleans())]
    report.overview = [f"{'，'.join(['各项工作有序进行', *said])}。"]
    return report


@st.composite
def _too_long(draw: st.DrawFn) -> Case:
    report = draw(sound_reports())
    length = sum(map(len, report.overview or []))
    return Case(report, profile=Profile(longest_overview=draw(st.integers(1, length - 1))))


@st.composite
def _without_remedy(draw: st.DrawFn) -> AnnualReport:
    report = draw(sound_reports())
    words = ["公开内容有待丰富。", "将进一步完善工作机制。", "无。", "未发现问题。"]
    report.problems_and_improvements = [draw(st.sampled_from(words))]
    return report


@st.composite
def _without_word_on_fees(draw: st.DrawFn) -> AnnualReport:
    report = draw(sound_reports(since=_FORMAT_OF_2021))
    report.other_matters = [draw(st.sampled_from(["无。", "没有其他需要报告的事项。"]))]
    return report


@st.composite
def _odd_fee(draw: st.DrawFn) -> AnnualReport:
    # 1 万元 in the table is more than any fee drawn here.
    report = draw(sound_reports(since=_FORMAT_OF_2021))
    put(report, _FEES, Decimal(1))
    fee = 10 * draw(st.integers(0, 900)) + draw(st.integers(1, 9))
    report.other_matters = [f"本年度收取信息处理费{fee}元。"]
    return report


@st.composite
def _fee_beyond_table(draw: st.DrawFn) -> AnnualReport:
    report = draw(sound_reports(since=_FORMAT_OF_2021))
    stated = get(report, _FEES)
    assert isinstance(stated, Decimal)
    report.other_matters = [f"本年度收取信息处理费{(int(stated) + draw(SOME)) * 10_000}元。"]
    return report


@st.composite
def _unpaid_without_notice(draw: st.DrawFn) -> AnnualReport:
    report = draw(sound_reports(since=_FORMAT_OF_2021))
    say(report)
    column, outcome = draw(st.sampled_from(columns_of(report))), draw(st.sampled_from(outcomes_of(report)))
    stated = {outcome: draw(SOME), "outcomes.other.fee_unpaid": draw(SOME)}
    cls = type(dict(tables(report))[_T3])
    setattr(report, _T3, summed_up(cls, {column.partition(".")[2]: stated}))
    report.other_matters = ["本年度未发出收费通知，未收取信息处理费。"]
    return report


class _Claim(NamedTuple):
    """
    A sentence on figures of the tables.

    Args:
        words: The sentence, with a place for its figure.
        cells: Cells and groups of cells; no sum that the sentence can mean is larger than theirs.
    """

    words: str
    cells: tuple[str, ...]


def _of_requests(words: str) -> _Claim:
    # However the words are understood, they cannot mean more than all requests there were.
    return _Claim(words, ("requests.total.newly_received", "requests.total.carried_over"))


def _of_cases(words: str) -> _Claim:
    return _Claim(words, ("review_and_litigation",))


def _of_table_two(words: str, cell: str) -> _Claim:
    return _Claim(words, (f"{_T2}.{cell}",))


_CLAIMS: Final = {
    "TEXT-RECEIVED": _of_requests("本年收到政府信息公开申请{}件。"),
    "TEXT-CARRIED-OVER": _of_requests("上年结转申请{}件。"),
    "TEXT-GRANTED": _of_requests("经审查，予以公开{}件。"),
    "TEXT-PARTIAL": _of_requests("予以部分公开的{}件。"),
    "TEXT-REFUSED": _of_requests("{}件不予公开。"),
    "TEXT-UNAVAILABLE": _of_requests("因本机关不掌握等原因无法提供{}件。"),
    "TEXT-NOT-PROCESSED": _of_requests("不予处理的{}件。"),
    "TEXT-OTHER": _of_requests("作其他处理{}件。"),
    "TEXT-CONCLUDED": _of_requests("依法办结依申请公开{}件。"),
    "TEXT-CARRIED-FORWARD": _of_requests("另有{}件申请结转至下一年度继续办理。"),
    "TEXT-RECONSIDERATION": _of_cases("因政府信息公开被申请行政复议{}件。"),
    "TEXT-LITIGATION": _of_cases("因政府信息公开被提起行政诉讼{}件。"),
    "TEXT-RULES": _of_table_two("本年制发规章{}件。", "rules.issued"),
    "TEXT-DOCUMENTS": _of_table_two("本年制发规范性文件{}件。", "normative_documents.issued"),
    "TEXT-LICENSING": _of_table_two("全年作出行政许可决定{}件。", "licensing.decisions"),
    "TEXT-PENALTIES": _of_table_two("全年作出行政处罚决定{}件。", "penalties.decisions"),
    "TEXT-COMPULSION": _of_table_two("全年作出行政强制决定{}件。", "compulsion.decisions"),
    "TEXT-FEES": _of_table_two("全年行政事业性收费{}万元。", "fees.amount"),
}


@st.composite
def _false(draw: st.DrawFn, claim: _Claim) -> AnnualReport:
    cell = claim.cells[0] if claim.cells[0].startswith(f"{_T2}.") else None
    report = draw(sound_reports(cell=cell))
    money = get(report, cell) if cell == _FEES else None
    stated = int(money) if isinstance(money, Decimal) else sum_of(report, *claim.cells)
    say(report, claim.words.format(stated + draw(SOME)))
    return report


FAULTS: Final[Faults] = {
    "NARRATIVE-EMPTY": _without_text,
    "AGENCY-MISSING": _without_agency,
    "YEAR-MISSING": _without_year,
    "PERIOD": _other_period,
    "LATE": _late,
    "YEAR": _other_year,
    "EDITION": _other_edition,
    "GOV-SUPERVISION": _without_supervision,
    "OVERVIEW-ASPECTS": _without_aspect,
    "OVERVIEW-LENGTH": _too_long,
    "PROBLEMS-REMEDY": _without_remedy,
    "FEE-STATEMENT": _without_word_on_fees,
    "FEE-AMOUNT": _odd_fee,
    "FEE-TABLE": _fee_beyond_table,
    "FEE-UNPAID": _unpaid_without_notice,
    **{code: partial(_false, claim) for code, claim in _CLAIMS.items()},
}
"""Faults of dates and words."""

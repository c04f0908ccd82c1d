"""Dates and editions: what the year of a report asks of its period, its publication, its words and its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from govdisclosure.checks._editions import each_edition
from govdisclosure.checks._messages import LAW_OF_THE_FORM
from govdisclosure.checks._rules import rule
from govdisclosure.checks._years import spoken_of
from govdisclosure.model.cells import tables
from govdisclosure.model.editions import FIRST_YEAR, edition_of, table_class
from govdisclosure.model.findings import Finding, Quote, Severity
from govdisclosure.model.message import Message
from govdisclosure.model.report import MAX_YEAR, Period
from govdisclosure.rosters import last_day
from govdisclosure.vocabulary.bodies import body_of, name_of_body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.model.profile import Duty, Profile
    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.values import JSON
    from govdisclosure.rosters import Roster

_FOR_YEARS: Final = each_edition(
    Message("{years}用{edition}版", "edition {edition} is for {years}"),
    Message("{years}用{edition}版", "edition {edition} for {years}"),
    Message("，", ", "),
)
_OF_TABLES: Final = each_edition(
    Message("{years}用{edition}版表格", "Edition {edition} of tables II and III is for report years {years}"),
    Message("{years}用{edition}版", "edition {edition} for {years}"),
    Message("，", ", "),
)


@rule(
    "PERIOD",
    Severity.ERROR,
    law="Art. 49",
    zh="统计期限写的是{actual:date}，{year}年度报告应为{expected:date}。",
    en="the period is {actual:date}; that of a report on {year} is {expected:date}",
    about=Message(
        zh="统计期限为报告年度的1月1日至12月31日。请核对统计期限和报告年度。",
        en="The period is 1 January to 31 December of the report year. Compare the two; one may be last year's.",
    ),
)
def period(report: AnnualReport) -> Iterator[Finding]:
    """The period is 1 January to 31 December of the report year."""
    if report.year is not None and report.period is not None:
        due = Period.of_year(report.year)
        if report.period != due:
            yield Finding(
                "period", expected=_interval(due), actual=_interval(report.period), details={"year": report.year}
            )


_LATE: Final = Message(
    "报告于{actual:date}发布，超过了{expected:date}的公布期限",
    "published on {actual}; the last day for that was {expected}",
)
_HANDING_IN: Final = Message("报送期限为{hand_in:date}", "to be handed in by {hand_in}")
_NOTICE: Final = Message("见 {notice}", "see {notice}")


@rule(
    "LATE",
    Severity.WARNING,
    law="Art. 49",
    zh=f"{_LATE.zh}。",
    en=_LATE.en,
    about=Message(
        zh=(
            "县级以上政府部门应在次年1月31日前公布年度报告，其他机关（包括乡镇、街道和各类管委会）在次年3月31日前公布；"
            "地方另有规定的，可用配置（profile）设定报送和公布期限。请核对发布日期。"
        ),
        en=(
            "A department publishes its report by 31 January of the following year, every other body (towns, streets "
            "and zones as well) by 31 March; a profile can set the days of a place, for handing in and for publishing. "
            "If the report was published in time, correct the date of publication."
        ),
    ),
)
def late(report: AnnualReport, profile: Profile, roster: Roster | None = None) -> Iterator[Finding]:
    """Departments publish by 31 January of the following year, all others, towns and streets too, by 31 March."""
    if report.published is None or report.year is None or report.year == MAX_YEAR:
        return
    unit = None if roster is None else roster.unit_of(report)
    body = body_of(report.agency) if unit is None else unit.body
    # What the roster says of the one body wins over what the profile says of its kind.
    duty = profile.days.get(body) if unit is None or unit.due is None else None
    deadline = last_day(unit, body, report.year, profile)
    if report.published > deadline:
        finding = Finding("published", expected=deadline.isoformat(), actual=report.published.isoformat())
        yield finding if duty is None else _by_duty(finding, duty, profile, report.year + 1)


def _by_duty(finding: Finding, duty: Duty, profile: Profile, year: int) -> Finding:
    """Name the other duty that a profile sets as well, handing in, and the notice that it has them from."""
    details: dict[str, JSON] = {}
    behind: list[Message] = []
    if duty.hand_in is not None:
        details["hand_in"] = duty.hand_in.of(year).isoformat()
        behind.append(_HANDING_IN)
    notice = profile.source_of(duty.notice)
    if notice is not None:
        details["notice"] = notice
        behind.append(_NOTICE)
    if not behind:
        return finding
    message = Message(
        zh=f"{_LATE.zh}（{'，'.join(each.zh for each in behind)}）。",
        en=f"{_LATE.en} ({', '.join(each.en for each in behind)})",
    )
    return attrs.evolve(finding, details=details, message=message)


_IN_TITLE: Final = Message(
    "{label}写的是“{words}”，报告年度却是{expected}年，请核对是否沿用了其他年度的标题。",
    "the {path} speaks of “{words}”, but the report is on {expected}; is it the title of another year's report?",
)


@rule(
    "YEAR",
    Severity.WARNING,
    law="Art. 49",
    zh="{where}写的是“{words}”，报告年度却是{expected}年，请核对是否沿用了其他年度的文字。",
    en="{where} speaks of “{words}”, but the report is on {expected}; are these words of another year's report?",
    about=Message(
        zh=(
            "标题、前言和第一部分所称年度应是报告年度。以其他年度开头、叙述本机关工作的句子，后面写有“较上年”的也算沿用旧文字；"
            "与上年比较、计划、结转和文件名称中的年度不算。请改正沿用的旧文字，或核对报告年度。"
        ),
        en=(
            "Title, preamble and section 一 speak of the report year. A sentence that opens with another year and "
            "tells what the body did is copied, also where a comparison follows; comparisons, plans, what was carried "
            "over, and names of documents are none of it. Correct the words, or the report year."
        ),
    ),
)
def year(report: AnnualReport) -> Iterator[Finding]:
    """Title, preamble and section 一 speak of no other year as the report year; at most one finding for each text."""
    if report.year is None:
        return
    texts = [("title", "", report.title or "")]
    texts += [("preamble", f"[{index}]", paragraph) for index, paragraph in enumerate(report.preamble)]
    texts += [("overview", f"[{index}]", paragraph) for index, paragraph in enumerate(report.overview or [])]
    agency = name_of_body(report.agency)
    for section, index, text in texts:
        spoken = spoken_of(text, report.year, section, agency)
        if spoken is not None:
            path, words = section + index, text[spoken.start : spoken.end]
            finding = Finding(path, expected=report.year, actual=spoken.year, details={"words": words})
            quote = Quote(path, spoken.start, spoken.end, words)
            title = path == "title"
            yield attrs.evolve(finding, message=_IN_TITLE) if title else attrs.evolve(finding, quote=quote)


@rule(
    "EDITION",
    Severity.WARNING,
    law=LAW_OF_THE_FORM,
    zh="“{label}”用的是{actual}版表格，报告年度却是{year}年；" + f"{_FOR_YEARS.zh}。",
    en="the table of {path} is of edition {actual}, but the report is on {year}; " + _FOR_YEARS.en,
    about=Message(
        zh=f"{_OF_TABLES.zh}。请改用报告年度对应的表格。",
        en=f"{_OF_TABLES.en}.",
    ),
)
def edition(report: AnnualReport) -> Iterator[Finding]:
    """Tables II and III are of the edition that the report year asks for; before 2019 there was none."""
    if report.year is None:
        return
    due = None if report.year < FIRST_YEAR else edition_of(report.year)
    for section, table in tables(report):
        is_due = due is not None and type(table) is table_class(section, due)
        if table.edition is not None and not is_due:
            yield Finding(section, expected=due, actual=table.edition, details={"year": report.year})


def _interval(days: Period) -> str:
    return f"{days.start.isoformat()}/{days.end.isoformat()}"

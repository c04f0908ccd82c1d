"""The day that stands below the text of a report, as its signature or as the site's."""

from __future__ import annotations

import datetime as dt

import pytest
from support.builders import build_report
from support.printers import print_report
from support.publishing.text import row_a_line

import govdisclosure as gd
from govdisclosure.model.report import OtherSection

REPORT = build_report(published=None)
SIGNED = ("示例镇人民政府", "2022年1月20日")


def below(*texts: str, head: str = "") -> gd.Reading:
    """Read a report with these lines below it, and one below its title."""
    title, _, rest = print_report(REPORT, row_a_line).rstrip("\n").partition("\n")
    return gd.parse("\n".join([title, *filter(None, [head]), rest, *texts]))


@pytest.mark.parametrize(
    "texts",
    [
        SIGNED,
        ("示例镇人民政府", "二〇二二年一月二十日"),
        ("示例镇人民政府", "2022 年 1 月 20 日"),
        ("示例镇人民政府 2022年1月20日",),
    ],
)
@pytest.mark.parametrize("beneath", [(), ("（此件主动公开）",), ("附件：示例镇2021年年报.docx", "【打印】")])
def test_a_report_that_is_signed_tells_its_day(texts: tuple[str, ...], beneath: tuple[str, ...]) -> None:
    """Where none is told above; its lines are text, as they are published. What a site puts below is none."""
    reading = below(*texts, *beneath)

    assert (reading.report.published, reading.notes) == (dt.date(2022, 1, 20), ())
    assert reading.report.other_matters == [*(REPORT.other_matters or []), *texts]
    assert reading.report.other_sections == []


def test_the_day_that_is_told_above_is_that_of_publication() -> None:
    """Whatever day the report was signed on; a day that cannot be read leaves it in doubt."""
    told, in_doubt = (below(*SIGNED, head=f"发布日期：{day}") for day in ("2022-01-25", "22-01-25"))

    assert (told.report.published, told.notes) == (dt.date(2022, 1, 25), ())
    assert in_doubt.report.published is None
    assert [(each.code, each.paths) for each in in_doubt.notes] == [("METADATA-UNREADABLE", ("published",))]


@pytest.mark.parametrize(
    "texts",
    [
        ("示例镇党政办公室", "2022年1月20日"),
        ("2022年1月20日",),
        ("示例镇人民政府办公室 2022年1月20日",),
        (*SIGNED, "特此公布"),
        ("示例镇人民政府", "2022年1月"),
    ],
)
def test_a_day_that_nobody_signs_is_text(texts: tuple[str, ...]) -> None:
    """Another body's, one of no body, and one that more text stands below."""
    report = below(*texts).report

    assert (report.published, report.other_matters) == (None, [*(REPORT.other_matters or []), *texts])


def test_a_report_whose_agency_is_not_known_is_signed_by_nobody() -> None:
    """The name below it can be that of another body."""
    untitled = build_report(published=None, title="2021年政府信息公开工作年度报告", agency=None)

    reading = gd.parse("\n".join([print_report(untitled, row_a_line).rstrip("\n"), *SIGNED]))

    assert (reading.report.agency, reading.report.published) == (None, None)


def test_an_annex_stands_below_the_signature() -> None:
    """As in official documents; a report can be signed below it as well, but not in the middle of its text."""
    annex = OtherSection(heading="附件：说明", paragraphs=["本年度无变化。"])
    signed = OtherSection(heading="附件：说明", paragraphs=["本年度无变化。", *SIGNED])
    within = build_report(published=None, overview=["已公开。", *SIGNED])

    above, beneath = (below(*SIGNED, annex.heading, *annex.paragraphs), below(signed.heading, *signed.paragraphs))

    assert (above.report.published, above.report.other_sections) == (dt.date(2022, 1, 20), [annex])
    assert (beneath.report.published, beneath.report.other_sections) == (dt.date(2022, 1, 20), [signed])
    assert gd.parse(print_report(within, row_a_line)) == gd.Reading(within)


@pytest.mark.parametrize("line", ["（发布日期：2022-01-20）", "发布时间：2022-01-20 10:20", "成文日期：2022年1月20日"])
def test_the_day_that_a_site_prints_below_is_that_of_publication(line: str) -> None:
    """Where none stands above; the line is no text of the report."""
    reading, told = below(line), below(line, head="发布日期：2022-01-25")

    assert reading == gd.Reading(build_report(published=dt.date(2022, 1, 20)))
    assert told == gd.Reading(build_report(published=dt.date(2022, 1, 25)))


def test_the_day_on_which_a_page_was_last_changed_is_not_that_of_publication() -> None:
    """It changes with the site."""
    assert below("最后更新时间：2022-01-20") == gd.Reading(REPORT)

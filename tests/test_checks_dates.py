"""Dates and editions: period, deadline, the year that the words speak of, and the edition of the tables."""

from __future__ import annotations

import datetime as dt

import pytest
from support.builders import build_report, build_requests

import govdisclosure as gd
from govdisclosure.checks import check
from govdisclosure.model.findings import Quote
from govdisclosure.model.message import Message


def late(agency: gd.Agency | None, published: dt.date | None, year: int | None = 2021) -> list[tuple[object, object]]:
    """Give what LATE expects and finds."""
    report = build_report(agency=agency, published=published)
    report.year = year
    return [(finding.expected, finding.actual) for finding in check(report, select="LATE")]


def year_findings(section: str, text: str | list[str] | None) -> list[tuple[str, int | str | None, str | None]]:
    """Give path, year and quoted words of the findings of YEAR in a report on 2021 with this text."""
    report = build_report()
    setattr(report, section, text)
    findings = check(report, select="YEAR", ignore="YEAR-")
    return [(each.paths[0], each.actual, None if each.quote is None else each.quote.text) for each in findings]


def test_period_of_another_year_is_an_error() -> None:
    """Expected and actual are ISO intervals."""
    (finding,) = check(build_report(period=gd.Period.of_year(2020)))

    assert finding == gd.Finding(
        "period",
        expected="2021-01-01/2021-12-31",
        actual="2020-01-01/2020-12-31",
        code="PERIOD",
        severity=gd.Severity.ERROR,
        law="Art. 49",
        message=Message(
            zh="统计期限写的是2020年1月1日至2020年12月31日，2021年度报告应为2021年1月1日至2021年12月31日。",
            en="the period is 2020-01-01 to 2020-12-31; that of a report on 2021 is 2021-01-01 to 2021-12-31",
        ),
        details={"year": 2021},
    )


def test_period_that_is_unknown_says_nothing() -> None:
    """Without period or year there is nothing to compare; part of the year is an error."""
    part = gd.Period(start=dt.date(2021, 1, 1), end=dt.date(2021, 11, 30))

    assert list(check(build_report(period=None))) == []
    assert [finding.code for finding in check(build_report(period=part))] == ["PERIOD"]


@pytest.mark.parametrize(
    "name",
    [
        "示例县教育局",
        "示例镇财政办公室",
        "示例街道综合行政执法办事处",
        "示例县农业农村局（乡村振兴局）",
        "示例县自然资源局(林业局)",
        "示例市国有资产监督管理委员会",
        "示例县人民政府办公室",
    ],
)
def test_departments_publish_by_the_end_of_january(name: str) -> None:
    """31 January of the following year is in time, 1 February is not."""
    agency = gd.Agency(name=name)

    assert late(agency, dt.date(2022, 1, 31)) == []
    assert late(agency, dt.date(2022, 2, 1)) == [("2022-01-31", "2022-02-01")]


@pytest.mark.parametrize(
    "agency",
    [
        gd.Agency(name="示例镇人民政府"),
        gd.Agency(name="示例市示例区示例街道办事处"),
        gd.Agency(name="示例街道辦事處"),
        gd.Agency(name="示例经济技术开发区管理委员会"),
        gd.Agency(name="示例高新区管委会"),
        gd.Agency(name="示例林场管委会（筹）"),
        gd.Agency(name="示例区示例街道"),
        gd.Agency(name="示例镇"),
        gd.Agency(name="示例县人民政府（县长办公会）"),
        gd.Agency(name="示例市公安局城关派出所"),
        gd.Agency(name="示例公司（示例厂）"),
        gd.Agency(name="示例公司"),
        gd.Agency(name="示例县教育局", kind=None),
        None,
    ],
)
def test_all_others_publish_by_the_end_of_march(agency: gd.Agency | None) -> None:
    """Governments, towns, streets, zones and bodies of an unknown kind have until 31 March."""
    assert late(agency, dt.date(2022, 3, 31)) == []
    assert late(agency, dt.date(2022, 4, 1)) == [("2022-03-31", "2022-04-01")]


def test_deadline_that_is_unknown_says_nothing() -> None:
    """No date, no year, or a year after which there is none: silent."""
    agency = gd.Agency(name="示例县教育局")

    assert late(agency, None) == []
    assert late(agency, dt.date(2030, 1, 1), None) == []
    assert late(agency, dt.date(9999, 12, 31), 9999) == []


def test_message_of_a_late_report() -> None:
    """Both dates are named, and the ground is Art. 49."""
    (finding,) = check(build_report(published=dt.date(2022, 4, 1)))

    assert (finding.code, finding.severity, finding.paths, finding.law) == (
        "LATE",
        "warning",
        ("published",),
        "Art. 49",
    )
    assert finding.message == Message(
        zh="报告于2022年4月1日发布，超过了2022年3月31日的公布期限。",
        en="published on 2022-04-01; the last day for that was 2022-03-31",
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("示例镇人民政府2020年政府信息公开工作年度报告", 2020),
        ("示例镇２０２０ 年度政府信息公开工作年度报告", 2020),
        ("示例镇二〇二〇年政府信息公开工作年度报告", 2020),
        ("示例镇二○二零年政府信息公开工作年度报告", 2020),
    ],
)
def test_title_of_another_year(title: str, expected: int) -> None:
    """A title that names years, none of them the report year."""
    assert year_findings("title", title) == [("title", expected, None)]


def test_a_title_of_another_year_is_called_one() -> None:
    """Its words need no place."""
    (finding,) = check(build_report(title="示例镇２０２０ 年报告"), select="YEAR")

    assert finding.message == Message(
        zh="标题写的是“２０２０ 年”，报告年度却是2021年，请核对是否沿用了其他年度的标题。",
        en="the title speaks of “２０２０ 年”, but the report is on 2021; is it the title of another year's report?",
    )


@pytest.mark.parametrize(
    "title",
    [
        None,
        "示例镇人民政府政府信息公开工作年度报告",
        "示例镇二〇二一年政府信息公开工作年度报告",
        "2020年至2021年政府信息公开工作年度报告",
        "示例镇政府信息公开工作年度报告（2021）（2022年1月）",
        "示例镇12020年报告",
    ],
)
def test_title_that_names_the_report_year_or_none(title: str | None) -> None:
    """The report year anywhere in the title is enough."""
    assert year_findings("title", title) == []


def test_period_of_another_year_in_the_words_is_quoted() -> None:
    """The quote has its place in the paragraph as printed: full-width digits and blanks are kept."""
    paragraph = "统计期限为２０２０ 年1月1日 起至2020年12月31日止。"

    (finding,) = check(build_report(preamble=["编制说明", paragraph]))

    words = "２０２０ 年1月1日 起至2020年12月31日"
    assert finding == gd.Finding(
        "preamble[1]",
        expected=2021,
        actual=2020,
        quote=Quote("preamble[1]", 5, 5 + len(words), words),
        code="YEAR",
        severity=gd.Severity.WARNING,
        law="Art. 49",
        message=Message(
            zh=f"前言第2段写的是“{words}”，报告年度却是2021年，请核对是否沿用了其他年度的文字。",
            en=f"前言, paragraph 2 speaks of “{words}”, but the report is on 2021; "
            "are these words of another year's report?",
        ),
        details={"words": words},
    )


@pytest.mark.parametrize("section", ["preamble", "overview"])
@pytest.mark.parametrize(
    "words",
    [
        "2020年1月1日至12月31日",
        "2020年1月1日—2020年12月31日",
        "2020年01月01日起到12月31日",
        "二〇二〇年1月1日至12月31日",
        "2022年1月1日至2022年12月31日",
    ],
)
def test_periods_are_told_in_many_ways(section: str, words: str) -> None:
    """A period of one other year, in the preamble or in section 一."""
    year = 2022 if words.startswith("2022") else 2020

    assert year_findings(section, [f"统计时限自{words}。"]) == [(f"{section}[0]", year, words)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "统计期限为2021年1月1日至2021年12月31日。",
        "2021年1月1日至12月31日收到12件，2020年1月1日至12月31日收到9件。",
        "自2008年1月1日至2021年12月31日累计公开1000条。",
        "自2008年1月1日至2020年12月31日累计公开1000条。",
        "该办法有效期自2020年1月1日至2020年12月31日。",
        "收到申请12件，较2020年增加3件。",
        "根据2019年修订的《中华人民共和国政府信息公开条例》编制。",
    ],
)
@pytest.mark.parametrize("section", ["preamble", "overview"])
def test_other_years_with_good_reason(section: str, paragraph: str) -> None:
    """The report's own period, comparisons, sums of many years, terms of validity and laws are no slip."""
    assert year_findings(section, [paragraph]) == []


@pytest.mark.parametrize(("between", "expected"), [("期定为一二三四自", []), ("期定为一二三四五自", ["YEAR"])])
def test_terms_of_validity_are_told_by_what_stands_before(between: str, expected: list[str]) -> None:
    """有效 within eight characters before a period makes it a term of validity; further off it does not."""
    report = build_report(preamble=[f"该办法有效{between}2020年1月1日至2020年12月31日。"])

    assert [each.code for each in check(report)] == expected


@pytest.mark.parametrize(
    ("section", "paragraph", "expected"),
    [
        ("preamble", "现公布示例镇2020年政府信息公开工作年度报告。", "2020年政府信息公开工作年度报告"),
        ("preamble", "编制2019年度报告，欢迎监督。", "2019年度报告"),
        ("overview", "现将2020年政府信息公开工作报告如下：", "2020年政府信息公开工作报告"),
        ("overview", "按要求编制2018年度政府信息公开年报。", "2018年度政府信息公开年报"),
        ("overview", "2020年，示例镇主动公开信息100条。", "2020年"),
        ("overview", "2020年度,示例镇主动公开信息100条。", "2020年度"),
        ("overview", "二〇一九年，示例镇主动公开信息100条。", "二〇一九年"),
    ],
)
def test_report_of_another_year_is_quoted(section: str, paragraph: str, expected: str) -> None:
    """Another year's report, or a paragraph of section 一 that begins with another year."""
    ((path, year, quote),) = year_findings(section, [paragraph])

    assert path == f"{section}[0]"
    assert year in {2018, 2019, 2020}
    assert quote == expected


@pytest.mark.parametrize(
    ("section", "paragraph"),
    [
        ("overview", "按时公布2020年政府信息公开工作年度报告。"),
        ("overview", "2021年，公布2019年政府信息公开工作年度报告。"),
        ("preamble", "2021年公布2019年政府信息公开工作年度报告。"),
        ("overview", "2022年，将进一步做好公开工作。"),
        ("overview", "2020年，收到9件，今年收到12件，比上年多3件。"),
        ("overview", "据统计，2020年，收到9件。"),
        ("overview", "主动公开信息100条。"),
        ("problems_and_improvements", "2020年，公开不够及时。"),
    ],
)
def test_last_years_report_and_plans_are_no_slip(section: str, paragraph: str) -> None:
    """Last year's report was published in this year; plans and comparisons name other years."""
    assert year_findings(section, [paragraph]) == []


def test_an_opening_is_quoted_where_it_stands() -> None:
    """In the sentence that opens with it, as printed; the preamble is asked as well."""
    paragraph = "2021年工作有序。　（二）依申请公开情况。２０２０ 年度，收到申请5件，较上年增加2件。"

    assert year_findings("overview", [paragraph]) == [("overview[0]", 2020, "２０２０ 年度")]
    assert year_findings("preamble", ["截至2020年12月31日，共公开信息3条。"]) == [
        ("preamble[0]", 2020, "截至2020年12月31日")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年，我局公开信息12条。", [2022]),
        ("2022年，我局重点公开信息12条以上。", []),
        ("2022年，我局公开信息。", []),
    ],
)
def test_a_later_year_is_taken_for_the_report_year_only_of_what_was_done(text: str, expected: list[int]) -> None:
    """A plan names next year with good reason; what has a number and is no plan was done."""
    assert [year for _, year, _ in year_findings("overview", [text])] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # What is said of an account, without 年度报告
        ("现将我局2020年度政府信息公开工作情况报告如下。", "2020年"),
        ("示例镇2020年政务公开工作总结如下：", "2020年"),
        # A year behind the body that reports
        ("我镇2020年共收到政府信息公开申请6件。", "2020年"),
        ("（一）主动公开情况。全镇2020年度主动公开信息860条。", "2020年度"),
        ("示例镇2020年未收到政府信息公开申请。", "2020年"),
        ("示例镇人民政府2020年未收到政府信息公开申请。", "2020年"),
        # The whole of a year by its months, or by its last day
        ("我镇2020年收到的申请共6件。", "2020年"),
        ("2020年1-12月，我镇共收到政府信息公开申请6件。", "2020年1-12月"),
        ("2020年12月31日止，共收到政府信息公开申请6件。", "2020年12月31日止"),
    ],
)
@pytest.mark.parametrize("section", ["preamble", "overview"])
def test_year_of_what_the_body_did_is_told_in_many_ways(section: str, text: str, words: str) -> None:
    """The year of an account, one right behind the body that reports, and that of twelve months."""
    assert year_findings(section, [text]) == [(f"{section}[0]", 2020, words)]


@pytest.mark.parametrize(
    "text",
    [
        "现将我镇2020年政府信息公开工作第三方评估的整改情况报告如下。",
        "现将我镇2021年政府信息公开工作情况报告如下，2020年政府信息公开工作情况如下表。",
        "我镇2020年共收到政府信息公开申请6件。2021年收到政府信息公开申请9件。",
        "我镇2020年共收到政府信息公开申请6件，今年收到9件。",
        "我镇2020年制定的规范性文件继续有效。",
        "我镇2020年组织的培训广受好评。",
        "我镇2020年未办结的申请1件，已答复。",
        "示例市2020年共通报问题3个，我镇均已整改。",
        "我镇2020年受理的3件申请均已办结。",
        "我镇2020年度收到的申请3件于2月答复。",
        "2020年1-6月，我镇共收到政府信息公开申请6件。",
        "2020年12月31日止。",
    ],
)
def test_year_of_others_or_of_a_part_is_no_slip(text: str) -> None:
    """Other bodies, part of a year, what was done earlier, and a paragraph that names the report year as well."""
    assert year_findings("overview", [text]) == []


def test_body_that_is_not_known_is_told_by_its_pronoun_alone() -> None:
    """Without an agency no name is that of the body which reports."""
    report = build_report(agency=None)
    report.overview = ["示例镇2020年未收到政府信息公开申请。", "我镇2020年未收到政府信息公开申请。"]

    assert [finding.paths for finding in check(report, select="YEAR")] == [("overview[1]",)]


def test_one_finding_for_each_paragraph() -> None:
    """Several slips in a paragraph are one finding, those of several texts one each; silent without a year."""
    slip = "2020年1月1日至12月31日，示例镇2020年政府信息公开工作年度报告"
    report = build_report(title=slip, preamble=[slip], overview=[slip, "无", slip])

    findings = check(report, select="YEAR")
    report.year = None

    assert [each.paths for each in findings] == [("title",), ("preamble[0]",), ("overview[0]",), ("overview[2]",)]
    assert [each.code for each in check(report, select="YEAR")] == ["YEAR-MISSING"]


@pytest.mark.parametrize(
    ("year", "edition", "expected"),
    [
        (2018, "2019", None),
        (2018, "2021", None),
        (2020, "2021", "2019"),
        (2021, "2019", "2021"),
        (2023, "2019", "2021"),
    ],
)
def test_table_of_another_edition(year: int, edition: str, expected: str | None) -> None:
    """A finding for each table that is not of the edition of its year; before 2019 there was none."""
    report = build_report(year=2020 if edition == "2019" else 2021)
    report.year = year

    findings = check(report, select="EDITION")

    assert [(each.severity, each.paths, each.expected, each.actual) for each in findings] == [
        ("warning", ("proactive_disclosure",), expected, edition),
        ("warning", ("requests",), expected, edition),
    ]


def test_mixed_editions_name_the_odd_table() -> None:
    """Only the table of the wrong edition is reported; without a year none is."""
    report = build_report(requests=build_requests("2019"))

    (finding,) = check(report)
    report.year = None

    assert finding.message == Message(
        zh="“三、收到和处理政府信息公开申请情况”用的是2019版表格，报告年度却是2021年；"
        "2019、2020年度用2019版，2021年度起用2021版。",
        en="the table of requests is of edition 2019, but the report is on 2021; edition 2019 is for 2019 and 2020, "
        "edition 2021 for 2021 and later",
    )
    assert list(check(report, select="EDITION")) == []

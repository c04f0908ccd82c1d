"""Title, agency, year, period and publication, from wherever they stand."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import build_report
from support.printers import print_report
from support.publishing.text import row_a_line

import govdisclosure as gd
from govdisclosure.form.blocks import MARK, MetadataBlock, Paragraph
from govdisclosure.form.days import read_date
from govdisclosure.form.metadata import find_metadata
from govdisclosure.form.title_lines import begins_title
from govdisclosure.form.titles import is_title, tell_apart
from govdisclosure.writing.compose import compose

CODE = "11320682014242577N"


def told(title: str | None = None, *preamble: str, overview: tuple[str, ...] = ()) -> gd.AnnualReport:
    """Give what title, preamble and section 一 tell, as a report."""
    metadata = find_metadata(title, map(Paragraph, preamble), map(Paragraph, overview))
    agency = None if metadata.agency is None else gd.Agency(name=metadata.agency, code=metadata.code)
    return gd.AnnualReport(agency=agency, year=metadata.year, period=metadata.period, published=metadata.published)


@pytest.mark.parametrize(
    ("title", "agency", "year"),
    [
        ("示例县统计局2022年政府信息公开工作年度报告", "示例县统计局", 2022),
        ("2022年示例县统计局政府信息公开工作年度报告", "示例县统计局", 2022),
        ("示例县统计局关于2022年政府信息公开工作的报告", "示例县统计局", 2022),
        ("关于2022年度示例县统计局政府信息公开工作报告", "示例县统计局", 2022),
        ("示例县统计局 ２０２２年度 政府信息公开年度报告", "示例县统计局", 2022),
        ("示例縣統計局2022年政府信息公開工作年度報告", "示例縣統計局", 2022),
        ("二〇二二年示例县统计局政府信息公开工作年度报告", "示例县统计局", 2022),
        ("示例县统计局二○二二年度政府信息公开年报", "示例县统计局", 2022),
        ("2022年政府信息公开工作年度报告", None, 2022),
        ("示例县统计局政府信息公开工作年度报告（2022年）", "示例县统计局", 2022),
        ("政府信息公开工作年度报告", None, None),
        ("示例县统计局政府信息公开工作年度报告", "示例县统计局", None),
        ("0000年政府信息公开工作年度报告", None, None),
        ("【年报】示例县统计局2022年政府信息公开工作年度报告", "示例县统计局", 2022),
        ("示例县统计局2021-2022年政府信息公开工作年度报告", None, None),
        ("示例县统计局2022年上半年政府信息公开工作报告", None, 2022),
        ("示例县统计局2022政府信息公开工作年度报告", "示例县统计局", 2022),
        ("2022示例县统计局政府信息公开工作年度报告", "示例县统计局", 2022),
        ("示例县统计局政府信息公开工作年度报告2022", "示例县统计局", 2022),
        ("2021示例县统计局政府信息公开工作年度报告2022", None, None),
        ("2021示例县统计局2022年政府信息公开工作年度报告", None, 2022),
        ("示例县统计局20221政府信息公开工作年度报告", None, None),
        ("示例县统计局1922政府信息公开工作年度报告", None, None),
        ("示例县统计局22年政府信息公开工作年度报告", None, None),
        ("2022示例县2022年政府信息公开工作年度报告", "示例县", 2022),
        ("示例县统计局：2022年政府信息公开工作年度报告", "示例县统计局", 2022),
        ("示例县统计局·2022年政府信息公开工作年度报告", "示例县统计局", 2022),
        ("示例县统计局“2022年政府信息公开工作年度报告", None, 2022),
        ("附件 示例县统计局2022年政府信息公开工作年度报告", "示例县统计局", 2022),
        ("2022年政府信息公开工作年度报告（示例县统计局）", "示例县统计局", 2022),
        ("示例县统计局2022年政府信息公开工作年度报告（示例县人民政府）", "示例县统计局", 2022),
        ("2022年政府信息公开工作年度报告（修订版）", None, 2022),
        ("2022年政府信息公开工作年度报告（全区）", None, 2022),
        ("2022年政府信息公开工作年度报告（住房和城乡建设局）", None, 2022),
        ("我县发布2022年政府信息公开工作年度报告", None, 2022),
        ("2022年法治政府信息公开工作年度报告", None, 2022),
        ("示例县统计局2022年法治政府建设和政府信息公开工作年度报告", None, 2022),
        ("示例县统计局2O22年政府信息公开工作年度报告", None, None),
        ("示例县统计局202l年政府信息公开工作年度报告", None, None),
        ("示例县统计局2022^年政府信息公开工作年度报告", None, None),
        ("示例县统计局2021年、2022年政府信息公开工作年度报告", None, None),
        ("和平镇人民政府2024年政府信息公开工作年度报告", "和平镇人民政府", 2024),
        ("首页 > 政务公开 > 示例县统计局2022年政府信息公开工作年度报告", None, 2022),
        ("[置顶]示例县统计局2022年政府信息公开工作年度报告", "示例县统计局", 2022),
        ("[年度报告] 示例县统计局2022年政府信息公开工作年度报告", "示例县统计局", 2022),
        ("[示例县] 统计局2022年政府信息公开工作年度报告", "示例县统计局", 2022),
        ("★示例县统计局2022年政府信息公开工作年度报告", "示例县统计局", 2022),
        (">> 示例县统计局2022年政府信息公开工作年度报告", "示例县统计局", 2022),
        ("1.示例县统计局2022年政府信息公开工作年度报告", "示例县统计局", 2022),
    ],
)
def test_title_tells_agency_and_year(title: str, agency: str | None, year: int | None) -> None:
    """The agency is the title less the year and the name of the report, in either order."""
    report = told(title)

    assert is_title(title)
    assert (report.agency and report.agency.name, report.year) == (agency, year)


@pytest.mark.parametrize(
    "text",
    [
        "一、总体情况",
        "本报告是2021年政府信息公开工作年度报告。",
        "示例县统计局依法编制，2021年政府信息公开工作年度报告",
        "政府信息公开指南",
        "报告" * 60,
        f"{'示例县' * 30}2022年政府信息公开工作年度报告",
        "名称 | 示例镇人民政府2021年政府信息公开工作年度报告",
    ],
)
def test_other_paragraphs_are_no_title(text: str) -> None:
    """A sentence that names the report is no title."""
    assert not is_title(text)


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("示例县统计局", True),
        ("示例县统计局关于", True),
        ("示例县统计局2022年", False),
        ("统计工作动态", False),
        (f"{'示例县' * 30}统计局", False),
    ],
)
def test_a_line_above_a_title_can_be_its_first_part(line: str, begins: bool) -> None:
    """An agency alone, but no second year, no other words, and nothing as long as a sentence."""
    assert begins_title(line, "2022年政府信息公开工作年度报告") is begins


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("统计期限为2021年1月1日至2021年12月31日。", (2021, 1, 1), (2021, 12, 31)),
        ("自2021年1月1日起至12月31日止", (2021, 1, 1), (2021, 12, 31)),
        ("２０２１年１月１日—２０２１年１２月３１日", (2021, 1, 1), (2021, 12, 31)),
        ("自2021年1月1日起，至2021年12月31日止", (2021, 1, 1), (2021, 12, 31)),
        ("统计期限为2021年1月1日起，12月31日止", (2021, 1, 1), (2021, 12, 31)),
        ("2021年1月1日──2021年12月31日", (2021, 1, 1), (2021, 12, 31)),
        ("统计时限：2021年2月1日到2022年1月31日", (2021, 2, 1), (2022, 1, 31)),
        ("數據的統計期限自2021年1月1日起至2021年12月31日止", (2021, 1, 1), (2021, 12, 31)),
    ],
)
def test_period_in_its_spellings(text: str, start: tuple[int, int, int], end: tuple[int, int, int]) -> None:
    """Any two dates of a whole year are the period; where it is named, any two dates at all."""
    assert told(None, text).period == gd.Period(start=dt.date(*start), end=dt.date(*end))
    assert told(None, overview=(text,)).period == gd.Period(start=dt.date(*start), end=dt.date(*end))


@pytest.mark.parametrize(
    "text", ["2021年3月1日至2021年5月31日开展培训", "统计期限为2021年2月30日至2021年12月31日", "2021年1月1日"]
)
def test_other_dates_are_no_period(text: str) -> None:
    """A stretch of days that nobody calls the period, or that is no date, is none."""
    assert told(None, text).period is None


@pytest.mark.parametrize(
    "text",
    [
        "发布日期：2021-01-31",
        "发布时间: 2021/1/31 10:30",
        "公开日期：2021年1月31日",
        "发布日期：2021.01.31",
        "发布日期：2021 年 1 月 31 日 10:30",
        "[发布日期] 2021-01-31",
        "發布日期：２０２１-１-３１",
    ],
)
def test_day_of_publication(text: str) -> None:
    """The metadata block tells the day of publication in many spellings, and the year before, if nothing else does."""
    report = told(None, text)

    assert (report.published, report.year) == (dt.date(2021, 1, 31), 2020)


@given(parts=st.tuples(st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32)), mark=st.sampled_from("-./"))
def test_a_date_in_figures_is_year_month_and_day(parts: tuple[int, int, int], mark: str) -> None:
    """The usual spelling is read as written, and refused where there is no such day."""
    text = mark.join((f"{parts[0]:04}", *map(str, parts[1:])))
    try:
        expected = dt.date(*parts)
    except ValueError:
        with pytest.raises(ValueError, match="is no date"):
            read_date(text)
        return

    assert read_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("2021年1月", "2021", "2021-13-01", "昨天", "21-01-31", "01-02-2021", "99999999999999999999"),
        f"2021-01-20T00:00:00.{'0' * 40}",
    ],
)
def test_what_names_no_day_is_no_date(text: str) -> None:
    """A missing day is never filled in; what is longer than any date is none."""
    with pytest.raises(ValueError, match=r"is no date|names no day"):
        read_date(text)


@pytest.mark.parametrize(
    "lines", [("发布日期 | 2021-01-31",), ("发布日期", "2021-01-31"), ("发布日期：", "2021年1月31日")]
)
def test_day_of_publication_in_pairs(lines: tuple[str, ...]) -> None:
    """In a table or a list of pairs, the day stands beside its name or below it."""
    assert told(None, *lines).published == dt.date(2021, 1, 31)


@pytest.mark.parametrize(
    ("line", "noted"),
    [
        ("发布日期：二〇二二年一月二十日", []),
        ("发布时间 | 二○二二年一月二十日", []),
        ("成文日期：二零二二年一月二十日", []),
        ("信息时间：2022-01-20", []),
        ("发稿时间：2022-01-20 09:30", []),
        ("录入时间：2022年1月20日", []),
        ("公告日期：2022-01-20", []),
        ("制发日期：2022-01-20", []),
        ("编制时间：2022年1月20日", []),
        ("签发日期：2022-01-20", []),
        ("2022-01-20 10:20 来源： 示例镇人民政府", []),
        ("2022年1月20日 作者：张某", []),
        ("发布于 2022-01-20", []),
        ("发布日期：20220120", []),
        ("发布日期：2022年1月20日 星期四", []),
        ("稿源：示例镇 发布时间：2022-01-20", []),
        ("发布时间：2022-01-20 09:00:00.0", []),
        ("发布时间：2022年1月20日（星期四）", []),
        ("发布日期：[ 2022-01-20 ]", []),
        ("【发布日期】2022-01-20", []),
        ("2022-01-20 09:10 信息来源：示例镇 浏览量：【32】", []),
        ("（2022年1月20日）", []),
        ("二〇二二年一月二十日", []),
        ("2022- 01- 20", []),
        ("2022.1.20", []),
        ("2022年1月20日 星期四", []),
        ("2022-01-20（星期四） 09:10", []),
        ("2022年01月20日 09时10分", []),
        ("发布日期：Jan 20, 2022", ["METADATA-UNREADABLE"]),
    ],
)
def test_a_day_in_numerals_or_by_another_name_is_taken(line: str, noted: list[str]) -> None:
    """It is the site's line, not the report's; what cannot be read is noted and stays."""
    report = build_report(published=None)
    report.preamble = [line, *report.preamble]

    reading = gd.parse(print_report(report, row_a_line))

    assert [note.code for note in reading.notes] == noted
    assert reading.report.published == (None if noted else dt.date(2022, 1, 20))
    assert reading.report.preamble == (report.preamble if noted else report.preamble[1:])


def test_the_day_that_the_head_names_is_before_the_one_below_the_title() -> None:
    """A day with no name is that of publication only right below the title, where no other one is told."""
    report = build_report(published=None)
    report.preamble = ["（2022年1月19日）", *report.preamble]
    printed = print_report(report, row_a_line)

    assert gd.parse(f"发布日期：2022-01-20\n{printed}").report.published == dt.date(2022, 1, 20)
    assert gd.parse(f"2022-01-20\n{printed}").report.published == dt.date(2022, 1, 19)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("示例县水利局", "示例县水利局"),
        ("（示例縣水利局）", "示例縣水利局"),
        ("——示例县水利局", "示例县水利局"),
        ("编制单位：示例县水利局", "示例县水利局"),
        ("填报单位（盖章）：示例县水利局", "示例县水利局"),
        ("发布机构：示例县水利局", None),
        ("水利局", None),
        ("全县各部门", None),
        ("示例县人民政府网站", None),
        (f"{'示例' * 100}县水利局", None),
    ],
)
def test_a_body_alone_right_below_a_title_that_names_none_is_the_agency(line: str, agency: str | None) -> None:
    """As one above it is; the day may follow. Where the title names one, the line is the report's."""
    report = build_report(published=None, title="2021年政府信息公开工作年度报告", agency=None)
    report.preamble = [line, "（2022年1月20日）", *report.preamble]
    titled = build_report(published=None)
    titled.preamble = [line, *titled.preamble]

    reading = gd.parse(print_report(report, row_a_line))

    assert reading.report.agency == (None if agency is None else gd.Agency(name=agency))
    assert reading.report.preamble == report.preamble[0 if agency is None else 2 :]
    assert reading.report.published == (None if agency is None else dt.date(2022, 1, 20))
    assert gd.parse(print_report(titled, row_a_line)).report == titled


@pytest.mark.parametrize(
    ("lines", "is_signed"),
    [
        (("示例镇人民政府", "2022年1月20日"), True),
        (("来源：办公室", "示例镇人民政府", "（2022年1月20日）"), True),
        (("示例镇党政办公室", "2022年1月20日"), False),
        (("示例镇人民政府", "示例镇人民政府", "2022年1月20日"), False),
    ],
)
def test_a_title_signed_by_its_agency_tells_the_day(lines: tuple[str, ...], is_signed: bool) -> None:
    """Its name and the day below it are no text; another body's are."""
    report = build_report(published=None)
    written = attrs.evolve(report, preamble=[*lines, *(report.preamble or ())])

    reading = gd.parse(print_report(written, row_a_line))

    day, kept = (dt.date(2022, 1, 20), report) if is_signed else (None, written)
    assert (reading.report, reading.notes) == (attrs.evolve(kept, published=day), ())


def test_two_titles_leave_the_agency_in_doubt_whatever_stands_below() -> None:
    """The title of the article and another one tell different years; of neither is the line below."""
    report = build_report(published=None, title="2021年政府信息公开工作年度报告", agency=None)
    report.preamble = ["示例县水利局", *report.preamble]

    read = gd.parse(f"2020年政府信息公开工作年度报告\n{print_report(report, row_a_line)}").report

    assert (read.agency, read.preamble) == (None, report.preamble)


def test_what_was_published_when_is_taken_from_a_sentence() -> None:
    """发布于 needs no colon."""
    assert told(None, "示例县水利局 发布于 2022-01-20").published == dt.date(2022, 1, 20)


def test_the_fullest_title_is_taken() -> None:
    """Of several lines that could be the title, the one with agency and year is it; no menu line becomes the agency."""
    printed = print_report(build_report(published=None), row_a_line)
    nameless = printed.replace("示例镇人民政府2021年", "2021年", 1)

    for above in ("政府信息公开工作年度报告", "2020年政府信息公开工作年度报告"):
        report = gd.parse(f"{above}\n{printed}").report
        assert (report.title, report.year) == ("示例镇人民政府2021年政府信息公开工作年度报告", 2021)
        assert report.preamble == build_report().preamble
    assert gd.parse(f"首页 > 政务公开 > 年报\n{nameless}").report.agency is None


def test_unreadable_metadata_is_left_blank_and_noted() -> None:
    """A day without a day and a code with a wrong check digit are left null."""
    report = build_report(published=None)
    report.preamble = ["发布日期：2022年1月", f"统一社会信用代码：{CODE[:-1]}X", *report.preamble]

    reading = gd.parse(print_report(report, row_a_line))

    assert (reading.report.published, reading.report.agency) == (None, gd.Agency(name="示例镇人民政府"))
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [
        ("METADATA-UNREADABLE", ("published",), "2022年1月"),
        ("METADATA-UNREADABLE", ("agency.code",), f"{CODE[:-1]}X"),
    ]


def test_a_valid_code_is_taken() -> None:
    """A 统一社会信用代码 with the right check digit belongs to the agency of the title."""
    assert told("示例局2021年政府信息公开工作年度报告", f"统一社会信用代码： {CODE}").agency == gd.Agency(
        name="示例局", code=CODE
    )


def test_a_title_without_a_year_is_quoted_where_nothing_tells_the_year() -> None:
    """So a clerk sees which line lacks it."""
    title = "示例镇人民政府政府信息公开工作年度报告"
    report = build_report(published=None)
    report.title, report.preamble = title, []

    notes = gd.parse(print_report(report, row_a_line)).notes

    assert [(note.code, note.paths, note.raw) for note in notes] == [("YEAR-MISSING", ("year",), title)]


def test_the_title_wins_over_the_period_and_the_disagreement_is_noted() -> None:
    """A title and a period of different years are both kept; the year is that of the title."""
    report = build_report(published=None)
    report.preamble = ["统计期限为2020年1月1日至2020年12月31日。"]

    reading = gd.parse(print_report(report, row_a_line))

    assert (reading.report.year, reading.report.period) == (2021, gd.Period.of_year(2020))
    raw = "示例镇人民政府2021年政府信息公开工作年度报告 | 统计期限为2020年1月1日至2020年12月31日"
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [("METADATA-DISAGREES", ("year",), raw)]
    assert reading.notes[0].message.en == "The title says 2021, the period 2020; the title was taken"


def test_the_caller_wins() -> None:
    """Agency and year given by the caller replace what was read."""
    printed = print_report(build_report(published=None), row_a_line)

    report = gd.parse(printed, agency="另一局", year=1999).report

    assert (report.agency, report.year) == (gd.Agency(name="另一局"), 1999)


def test_a_year_that_nothing_tells_is_noted() -> None:
    """Without title, period and publication the year stays null."""
    report = build_report(published=None, title=None, preamble=[])

    reading = gd.parse(print_report(report, row_a_line))

    assert (reading.report.year, reading.report.agency, reading.report.title) == (None, None, None)
    assert [(note.code, note.paths) for note in reading.notes] == [("YEAR-MISSING", ("year",))]


def test_title_on_two_lines_is_joined() -> None:
    """The agency on a line of its own belongs to the title below it."""
    printed = print_report(build_report(published=None), row_a_line).replace("人民政府2021年", "人民政府\n2021年", 1)

    assert gd.parse(printed) == gd.Reading(build_report(published=None))


def test_what_stands_above_the_title_is_the_page_s() -> None:
    """Menus and metadata blocks are no preamble; a sentence above a title without agency is not part of it."""
    printed = print_report(build_report(published=None, title="2021年政府信息公开工作年度报告"), row_a_line)

    report = gd.parse(f"首页，政务公开。\n发布日期：2022-01-20\n{printed}").report

    assert (report.title, report.agency) == ("2021年政府信息公开工作年度报告", None)
    assert (report.published, report.preamble) == (dt.date(2022, 1, 20), build_report().preamble)


def test_what_is_called_the_period_is_it() -> None:
    """Another year that the text names before is not taken for it."""
    text = "2019年1月1日至2019年12月31日的数据已另行公布。本报告统计期限自2021年1月1日至12月31日。"

    assert told(None, text).period == gd.Period.of_year(2021)


@pytest.mark.parametrize(
    ("title", "agency", "year"),
    [
        ("示例县统计局（2022年度）政府信息公开工作年度报告", "示例县统计局", 2022),
        ("示例县统计局二0二二年政府信息公开工作年度报告", "示例县统计局", 2022),
        ("【年报】示例县统计局2022年政府信息公开工作年度报告", "示例县统计局", 2022),
    ],
)
def test_what_stands_in_brackets_is_no_part_of_the_agency(title: str, agency: str, year: int) -> None:
    """Neither a year in parentheses, nor the name of a column of the site."""
    report = told(title)

    assert (report.agency and report.agency.name, report.year) == (agency, year)


@pytest.mark.parametrize(
    "rows",
    [
        ("成文日期 | 发布日期", "2022-01-10 | 2022-01-20"),
        ("索引号 | 发布日期 | 成文日期", "12 | 2022-01-20 | 2022-01-10"),
        ("发布日期 | 2022-01-20 | 成文日期 | 2022-01-10", "2022-01-10 | 1 | 1 | 1"),
        ("发布日期：", "2022-01-20"),
    ],
)
def test_the_day_below_another_name_is_not_that_of_publication(rows: tuple[str, ...]) -> None:
    """In a table with a row of names above the row of their values, the column tells."""
    assert told(None, *rows).published == dt.date(2022, 1, 20)


def test_a_row_of_names_above_something_else_tells_no_day() -> None:
    """Names and values must be as many."""
    assert told(None, "成文日期 | 发布日期", "2022-01-10").published is None


@pytest.mark.parametrize(
    "lines",
    [
        ("统计期限自2021年1月1日起", "至2021年12月31日止。"),
        ("本报告由示例县统计局按照有关规定编制，统计期限自2021年", "1月1日至12月31日。"),
        ("统计期限自2021年", "1月1日至12月31日，数据由本机关各科室和所属单位报送"),
        ("统计期限自2021年1月1日至12月", "31日止。"),
    ],
)
def test_a_period_may_go_over_two_lines(lines: tuple[str, str]) -> None:
    """A line ends between the two dates, or inside one of them."""
    assert told(None, *lines).period == gd.Period.of_year(2021)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("示例县统计局2022年政府信息公开工作年度报告", {"机关": None, "年度": None}),
        ("2022年政府信息公开工作年度报告", {"年度": None}),
        ("政府信息公开工作年度报告", {}),
    ],
)
def test_what_the_title_tells_against_the_report_is_denied(title: str, said: dict[str, None]) -> None:
    """The metadata of a report without agency and year say so, where the title names one; else they say nothing."""
    report = build_report(title=title, agency=None, period=None, published=None, preamble=[])
    report.year = None

    block = compose(report)[0]

    assert isinstance(block, MetadataBlock)
    assert block.values == {MARK: "1", **said}
    assert gd.parse(gd.render(report, "text")) == gd.Reading(report)


@pytest.mark.parametrize(
    ("title", "published", "year"),
    [
        ("示例县统计局政府信息公开工作年度报告", "2022-01-20", 2021),
        ("示例县统计局2021年政府信息公开工作年度报告", "2024-01-20", 2021),
        ("示例县统计局政府信息公开工作年度报告", "0002-01-20", 1),
        ("示例县统计局政府信息公开工作年度报告", "0001-01-20", None),
    ],
)
def test_the_day_of_publication_tells_the_year_where_nothing_else_does(
    title: str, published: str, year: int | None
) -> None:
    """The year before; there is none before the first."""
    assert told(title, f"发布日期：{published}").year == year


@pytest.mark.parametrize(
    ("other", "apart"),
    [
        ("示例县2021年政府信息公开工作年度报告", False),
        ("某省示例县人民政府2021年政府信息公开工作年度报告", False),
        ("2021年政府信息公开工作年度报告", False),
        ("示例县政府信息公开工作年度报告", False),
        ("示例縣人民政府2021年政府信息公開工作年度報告", False),
        ("示例县统计局2021年政府信息公开工作年度报告", True),
        ("示例县人民政府办公室2021年政府信息公开工作年度报告", True),
        ("示例县2022年政府信息公开工作年度报告", True),
    ],
)
def test_titles_of_two_reports_are_told_apart(other: str, *, apart: bool) -> None:
    """By agency and year; a name with fewer words, or none, can be the same."""
    title = "示例县人民政府2021年政府信息公开工作年度报告"

    assert (tell_apart(title, other), tell_apart(other, title)) == (apart, apart)


def test_an_office_may_be_shortened() -> None:
    """政府办 is 人民政府办公室."""
    office, short = (f"示例县{name}2021年政府信息公开工作年度报告" for name in ("人民政府办公室", "政府办"))

    assert not tell_apart(office, short)

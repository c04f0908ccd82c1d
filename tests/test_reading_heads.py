"""What stands above the text of a report: titles in all forms, days, the period, and what the site prints there."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from support.builders import OPENING, build_report
from support.printers import print_report
from support.publishing.text import row_a_line

import govdisclosure as gd
from govdisclosure.form.titles import is_like_title, is_title
from govdisclosure.model.notes import Source
from govdisclosure.reading.page.head import is_head

BARE = build_report(published=None, title=None, preamble=[], period=None)
BODY = print_report(BARE, row_a_line).removeprefix("\n")
DAY = "发布日期：2024-03-05"


def headed(*lines: str) -> gd.Reading:
    """Read a report on 2021, though nothing but these lines above its text tells that."""
    return gd.parse("\n".join([*lines, BODY]))


def told(*lines: str) -> tuple[str | None, str | None, int | None]:
    """Give title, agency and year that such a report is read with, without a note."""
    reading = headed(*lines)
    agency = reading.report.agency
    assert reading.notes == ()
    return reading.report.title, None if agency is None else agency.name, reading.report.year


TITLES = [
    ("示例县水利局2019年信息公开工作年度报告", "示例县水利局", 2019),
    ("示例县水利局2021年政务公开工作年度报告", "示例县水利局", 2021),
    ("示例县水利局2021年政务信息公开年度报告", "示例县水利局", 2021),
    ("示例县水利局政府信息公开工作2021年度报告", "示例县水利局", 2021),
    ("示例部政府信息公开工作（2021年度）报告", "示例部", 2021),
    ("示例县水利局信息公开工作2021年年度报告", "示例县水利局", 2021),
    ("2021年度示例县水利局政府信息公开工作年度报告", "示例县水利局", 2021),
    ("2021年示例县水利局信息公开年报", "示例县水利局", 2021),
    ("示例县水利局关于2021年政府信息公开工作情况的报告", "示例县水利局", 2021),
    ("关于示例县水利局2021年度政务公开工作的报告", "示例县水利局", 2021),
    ("示例县水利局二〇二一年政务公开工作报告", "示例县水利局", 2021),
    ("示例县水利局政府信息公开工作年度报告（2021年）", "示例县水利局", 2021),
    ("示例縣水利局2021年政務公開工作年度報告", "示例縣水利局", 2021),
    ("示例县水利局２０２１年政府信息与政务公开工作年度报告", "示例县水利局", 2021),
]


@pytest.mark.parametrize(
    "title",
    ["示例县统计局2022年发布2021年政府信息公开工作年度报告", "示例县统计局2021年政府信息公开工作年度报告（2022年1月）"],
)
def test_the_year_in_which_a_title_says_that_it_was_published_is_not_meant(title: str) -> None:
    """It stands before that of the report or behind it."""
    assert headed(title).report.year == 2021


@pytest.mark.parametrize(("title", "agency", "year"), TITLES)
def test_titles_in_all_their_forms(title: str, agency: str, year: int) -> None:
    """Each tells agency and year, whatever the day of publication."""
    assert told(title, DAY) == (title, agency, year)


@pytest.mark.parametrize(("title", "agency", "year"), TITLES)
@pytest.mark.parametrize("suffix", [".docx", ".doc", ".pdf", " .wps", "．DOCX"])
def test_the_suffix_of_a_file_is_no_part_of_a_title(title: str, agency: str, year: int, suffix: str) -> None:
    """The name of the file stands where the title does."""
    assert told(f"{title}{suffix}") == (title, agency, year)


@pytest.mark.parametrize("mark", ["# ", "#", "## ", "**", "* "])
def test_marks_around_a_title_are_none_of_it(mark: str) -> None:
    """They are those of Markdown, whatever the file is called."""
    title = "示例县水利局2021年信息公开工作年度报告"
    behind = mark if mark == "**" else ""

    assert told(f"{mark}{title}{behind}", "## 说明")[:2] == (title, "示例县水利局")


@pytest.mark.parametrize(
    "lines",
    [
        ("示例县水利局", "2021年信息公开工作年度报告"),
        ("示例县水利局2021年政府", "信息公开工作年度报告"),
        ("示例县水利局2021年政", "府信息公开工作年度报告"),
        ("示例县水利局2021年度", "政务公开工作年度报告"),
        ("示例县水利局", "政府信息公开工作2021年度报告"),
        ("示例县水利局政府信息公开工作", "2021年度报告"),
        ("示例县水利局关于2021年政务公开工作", "情况的报告"),
    ],
)
def test_a_title_on_two_lines_is_one_in_all_its_forms(lines: tuple[str, str]) -> None:
    """Joined without a separator."""
    assert told(*lines) == ("".join(lines), "示例县水利局", 2021)


@pytest.mark.parametrize(
    "text",
    ["信息公开年报", "政务公开年度报告", "政务公开工作报告", "信息公开工作年度报告", "政府信息公开指南", "年度报告"],
)
def test_lines_of_a_menu_are_no_titles(text: str) -> None:
    """They name neither an agency nor a year, and less than the whole subject."""
    assert not is_title(text)


ALIKE = [
    "示例县水利局2019年度信息公开工作自查报告",
    "2019年示例县水利局公开工作报告",
    "示例县水利局2019年度政府信息公开年度执行报告",
    "示例县水利局2019年政务公开工作总结",
]


@pytest.mark.parametrize("line", ALIKE)
def test_a_line_that_looks_like_a_title_is_noted(line: str) -> None:
    """It is none that is known; the day of publication does not tell the year against it."""
    reading = headed(line, DAY)

    assert is_like_title(line)
    assert (reading.report.title, reading.report.agency, reading.report.year) == (None, None, None)
    assert [(note.code, note.paths, note.raw, note.source) for note in reading.notes] == [
        ("YEAR-MISSING", ("year",), None, None),
        ("METADATA-UNREADABLE", ("title", "agency"), line, Source(line=1)),
    ]


def test_a_line_that_looks_like_a_title_can_agree_with_the_day_of_publication() -> None:
    """Then both tell the year; the title stays in doubt. A period tells it in any case."""
    line = ALIKE[0].replace("2019", "2023")

    agreeing = headed(line, DAY)
    with_period = headed(ALIKE[0], DAY, "统计期限为2021年1月1日至2021年12月31日。")

    assert [agreeing.report.year, with_period.report.year] == [2023, 2021]
    assert [[note.code for note in each.notes] for each in (agreeing, with_period)] == [["METADATA-UNREADABLE"]] * 2


@pytest.mark.parametrize(
    "line",
    [
        "示例县水利局信息公开工作自查报告",
        "本局2019年编制了政府信息公开工作年度报告，现予公布",
        "2019年度工作报告",
        "公开2019年部门预算",
        "示例县水利局2019年政府信息公开" + "工作" * 40 + "报告",
    ],
)
def test_other_lines_do_not_look_like_a_title(line: str) -> None:
    """Without a year, in a sentence, or without disclosure there is nothing to note."""
    assert not is_like_title(line)


def test_beside_a_title_no_other_line_is_noted() -> None:
    """A title with agency and year leaves nothing in doubt; one without a year leaves that."""
    assert told(TITLES[0][0], ALIKE[0].replace("2019", "2018")) == TITLES[0]
    yearless = headed("示例县水利局政府信息公开工作年度报告", ALIKE[0], DAY)
    assert [note.code for note in yearless.notes] == ["YEAR-MISSING"]


LINKS = [
    "(图解)示例县水利局2021年政府信息公开工作年度报告",
    "【图解】示例县水利局2021年政府信息公开工作年度报告",
    "一图读懂：示例县水利局2021年政府信息公开工作年度报告",
    "《示例县水利局2021年政府信息公开工作年度报告》解读",
    "图解 示例县水利局2021年政府信息公开年报",
    "示例县水利局2021年政府信息公开工作年度报告（图解）",
]


@pytest.mark.parametrize("link", LINKS)
def test_a_link_to_a_picture_version_is_no_explanation(link: str) -> None:
    """It stands below the title, and is no preamble either."""
    title = "示例县水利局2021年政府信息公开工作年度报告"

    reading = headed(title, link)

    assert (reading.report.title, reading.report.preamble, reading.notes) == (title, [], ())


@pytest.mark.parametrize("link", LINKS)
def test_an_explanation_is_refused_as_ever(link: str) -> None:
    """Where it is the title itself, or where no table of the form stands below it."""
    without_tables = "\n".join(line for line in BODY.splitlines() if "|" not in line)

    for text in (f"{link}\n{BODY}", f"示例县水利局2021年政府信息公开工作年度报告\n{link}\n{without_tables}"):
        with pytest.raises(gd.ReadError) as caught:
            gd.parse(text)
        assert caught.value.code == "EXPLANATION"


TITLE = "示例镇人民政府2021年政府信息公开工作年度报告"
FURNITURE = [
    "作者: 来源: 发布时间:2022-02-06 10:37",
    "作者：张三 来源：示例镇党政办 发布时间：2022-02-06",
    "来源：示例镇人民政府",
    "信息来源：示例镇 浏览次数：12次",
    "发布日期：2022年2月6日  字号：【大 中 小】",
    "【打印】 【字体:",
    "字体：[大] [中] [小]",
    "【打印本页】【关闭窗口】",
    "分享到：",
    "文件已失效",
    "状态：有效",
    "当前位置：首页 > 政务公开 > 政府信息公开年报",
    "您所在的位置：首页>>年报",
    "首页 > 政务公开 > 年报",
    "索引号 |  | 发布机构 |",
    "索引号： 主题分类：",
    "发文字号：",
    "时间 :2022-02-06",
    "日期:2022-02-06 浏览量:",
    "阅读：120",
    "阅读：1,234次",
    "浏览量：1.2万次",
    "登录 | 注册",
    "A- A A+",
    "T|T 放大 缩小 默认",
    "下载文字版 下载图片版",
    "无障碍浏览 长者模式",
    "本文共有 1234 字",
    "保护视力色：",
    "【发布日期】2022-02-06【来源】示例镇",
    "上传时间：2022-02-06 信息员：王五",
    "背景色： 繁體",
    "下载：附件",
    "统一登记号： 失效日期：",
    "来自： 时间：2022-02-06",
    "发布时间：2022-02-06 16:41:00   索引号：    文号：    来源：",
    "所属机构： | 关键字： | 是否有效：",
    "关联稿件：",
    "更新日期：2022-02-06 文章来源：示例镇 点击率：12",
    "来源：示例镇 | 发布时间: 2022-02-06 | 12次浏览 | 分享到:",
    "朗读： 播放 暂停",
    "收听全文 语音阅读 适老化 大字版 阅读模式",
    "设为首页 加入收藏 English",
    "信息索引号： 信息名称： 内容摘要： 是否失效：",
    "次",
    "---|---|---|---",
    "发布来源：示例镇 发布时间：2022-02-06",
    "点击上方蓝字关注我们",
    "来源：  示例镇人民政府  字号：[ | | ]",
    "示例镇政务网 发布日期：2022-02-06",
    "示例镇人民政府门户网站 时间：2022-2-6 来源：示例镇",
    "示例镇人民政府网 www.example.gov.cn 2022-02-06",
    "http://www.example.gov.cn 2022-02-06 10:20",
    "2022-02-06 10:20 浏览次数：12",
    "来源：示例镇 2022-02-06 10:20 阅读：12",
    "文字大小显示：",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_what_the_site_prints_below_a_title_is_no_preamble(line: str) -> None:
    """Who wrote it, when, and how to print it; the first sentence is the preamble's."""
    reading = headed(TITLE, line, "本报告依据条例编制。")

    assert (reading.report.title, reading.report.preamble, reading.notes) == (TITLE, ["本报告依据条例编制。"], ())


@pytest.mark.parametrize(
    "line",
    [
        "本报告依据条例编制。",
        "来源广泛，内容真实",
        "时间安排如下",
        "联系电话：000-00000000",
        "发布机构：示例镇人民政府",
        "索引号 | 000/2022-01",
        "索引号 | 000/2022-01 | 公开情况 | 示例镇",
        "日期以文件为准",
        "公开是常态",
        "示例镇人民政府网站",
        "本报告可从示例镇人民政府网站 www.example.gov.cn",
        "目录",
    ],
)
def test_other_lines_below_a_title_are_its_preamble(line: str) -> None:
    """Only what says nothing of the report goes."""
    assert headed(TITLE, line).report.preamble == ([line] if line != "目录" else [])


@pytest.mark.parametrize(
    "name",
    [
        *("发布日期", "发文日期", "成文日期", "生成日期", "印发日期", "时间 ", "日期", "日 期"),
        *("创建时间", "刊发日期", "上网时间"),
    ],
)
@pytest.mark.parametrize("day", ["2022-01-13", "2022- 01- 13", "2022年 1月13日", "2022.1.13", "2022/01/13 10:30"])
def test_days_of_publication_under_all_names(name: str, day: str) -> None:
    """With blanks inside the date or the name."""
    for colon in (":", "：", " : "):
        reading = headed(TITLE, f"{name}{colon}{day}")

        assert (reading.report.published, reading.notes) == (dt.date(2022, 1, 13), ())


@pytest.mark.parametrize(("day", "kept"), [("2022-01-13 09:10", []), ("2022年1月14日", ["2022年1月14日"])])
def test_the_day_of_publication_once_more_is_none_of_the_preamble(day: str, kept: list[str]) -> None:
    """Below what the site says; another day may be the report's own."""
    report = headed(TITLE, "发布时间：2022-01-13", day, "本报告依据条例编制。").report

    assert (report.published, report.preamble) == (dt.date(2022, 1, 13), [*kept, "本报告依据条例编制。"])


@pytest.mark.parametrize("name", ["• 发布日期", "·发布日期：", "●  成文日期"])
def test_the_day_below_its_name_in_a_list_is_that_of_publication(name: str) -> None:
    """The mark of an item is no part of the name."""
    reading = headed("• 索引号", "000/2022-01", name, "2022-01-13", TITLE)

    assert (reading.report.published, reading.notes) == (dt.date(2022, 1, 13), ())


@pytest.mark.parametrize(
    "lines",
    [
        ("2022-01-13 10:30 浏览次数：12",),
        ("2022年1月13日【字体：大 中 小】",),
        ("来源：示例镇 2022-01-13",),
        ("示例镇人民政府网 2022/01/13 10:30",),
        ("示例镇人民政府网 www.example.gov.cn 2022-01-13",),
        ("https://www.example.gov.cn/a.html 2022-01-13",),
        ("来源：示例镇", "浏览次数：12", "2022-01-13 10:30"),
    ],
)
def test_a_day_without_a_name_is_that_of_publication_where_a_site_says_so(lines: tuple[str, ...]) -> None:
    """Beside what a site prints below a title, or on a line of its own below that."""
    reading = headed(TITLE, *lines, "本报告依据条例编制。")

    assert (reading.report.published, reading.report.preamble) == (dt.date(2022, 1, 13), ["本报告依据条例编制。"])
    assert reading.notes == ()


@pytest.mark.parametrize(
    "lines",
    [
        ("来源：示例镇", "本报告依据条例编制。", "2022-01-13"),
        ("数据来源：示例镇 2022-01-13",),
        ("2022-01-13 浏览示例镇网站",),
        ("来源：示例镇 20 件",),
        ("示例镇人民政府网 2022-01-13 至 2022-02-13 改版",),
        ("示例镇公开平台 2021年1月1日至2021年12月31日",),
        ("来源：示例镇 2021年12月31日止",),
        ("2021年12月31日访问量12万次，高于上年",),
        ("生效日期：", "2022-01-13"),
        ("有效期", "（2022年1月13日）"),
        ("来源：示例镇", "文号：", "2022-01-13"),
    ],
)
def test_a_day_among_other_words_is_none_of_publication(lines: tuple[str, ...]) -> None:
    """Nor one below a sentence."""
    assert headed(TITLE, *lines).report.published is None


@pytest.mark.parametrize(
    "line",
    [
        "会议时间：2022-01-13",
        "统计时间：2022年1月13日",
        "时间：2022年1月1日至2022年12月31日",
        "日期：2022年1月1日—12月31日",
        "时间紧，任务重",
    ],
)
def test_other_days_are_none_of_publication(line: str) -> None:
    """Another name, or a stretch of days."""
    assert headed(TITLE, line).report.published is None


def test_the_day_of_publication_wins_over_that_of_writing() -> None:
    """Wherever they stand; and where it cannot be read, the other does not stand for it."""
    lines = ("成文日期：2022-01-10", "时间：2022-01-11", "发布日期：2022-01-20")

    assert headed(TITLE, *lines).report.published == dt.date(2022, 1, 20)
    reading = headed(TITLE, *lines[:2], "发布日期：2022年1月")
    assert reading.report.published is None
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [
        ("METADATA-UNREADABLE", ("published",), "2022年1月")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "本报告数据自2021年1月1日至2021年12月31日",
        "2021年1月1日到12月31日的数据",
        "2021年1月1日——2021年12月31日",
        "从2021年1月1日起，至12月31日止",
        "2021年1月1日起截止12月31日",
        "自2021年1月1日开始，截至2021年12月31日",
        "自2021年1月1日零时起至2021年12月31日24时止",
        "数据统计从2021年1月1日至同年12月31日",
        "期限：2021.1.1-2021.12.31",
        "2021-01-01至2021-12-31",
        "2021/01/01—2021/12/31",
        "二〇二一年一月一日至二〇二一年十二月三十一日",
        "统计期限：2021年01月01日-12月31日",
    ],
)
def test_the_first_and_the_last_day_of_a_year_are_the_period(text: str) -> None:
    """However they are written and joined, in the preamble or in section 一."""
    period = gd.Period.of_year(2021)
    overview = BODY.replace("本机关依法公开政府信息。", f"{text}，本机关依法公开政府信息。")

    assert headed(TITLE, text).report.period == period
    assert gd.parse(f"{TITLE}\n{overview}").report.period == period


@pytest.mark.parametrize("name", ["统计期限为", "统计时限：", "数据起止日期：", "起止时间 "])
def test_any_two_days_are_the_period_where_they_are_called_so(name: str) -> None:
    """A wrong one is for the checks to find."""
    period = gd.Period(start=dt.date(2021, 1, 5), end=dt.date(2022, 1, 4))

    assert headed(TITLE, f"{name}2021年1月5日至2022年1月4日").report.period == period


@pytest.mark.parametrize(
    "text",
    [
        "2021年1月1日至2021年6月30日",
        "2021年1月1日至2022年12月31日",
        "2021年1月1日和2021年12月31日",
        "2021年1月1日印发，2021年12月31日废止",
        "2021.13.1-2021.12.31",
    ],
)
def test_other_stretches_are_no_period(text: str) -> None:
    """Not a whole year, or two days that nothing joins."""
    assert headed(TITLE, text).report.period is None


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (("索引号：", "000/2022-01"), 2),
        (("索引号 | 发布机构", "000/2022-01"), 2),
        (("发布日期", "022年1月20日", "索引号：000/2022-01"), 3),
        (("发布日期：022年1月20日", "索引号：000/2022-01"), 2),
        (("来源：", "示例镇"), 0),
        (("信息来源:", "示例镇人民政府", "作者：", "张某", "浏览次数：", "12"), 0),
        (("来源", "示例镇"), 2),
        (("索引号", "发布机构", "文号"), 0),
        (("发布日期", "2022-01-20"), 0),
        (("发布日期：", "2022年1月20日", "来源："), 0),
        (("索引号", "发布日期：", "2022-01-20"), 0),
    ],
)
def test_a_value_below_its_name_stays_with_it(lines: tuple[str, ...], kept: int) -> None:
    """The day goes, which is known, and what is the site's."""
    reading = headed(TITLE, *lines, "本报告依据条例编制。")

    assert reading.report.preamble == [*lines[:kept], "本报告依据条例编制。"]


@pytest.mark.parametrize(
    "lines",
    [
        ("索引号", "000/2022-01", "发布机构", "示例镇"),
        ("索引号：000/2022-01", "发布机构：示例镇", "关键词：年报"),
        ("索引号：000/2022-01", "【打印】", "信息分类", "政府信息公开年报"),
        ("• 索引号：000/2022-01 发布机构：示例镇",),
        ("索引号 | 发布机构", "000/2022-01 | 示例镇"),
        ("索引号 | 000/2022-01 | 发布机构 | 示例镇",),
        ("索引号 | 000/2022-01", "---|---", "发布机构 | 示例镇"),
        ("发布机构：示例镇", "发布日期：2022-01-20"),
    ],
)
def test_two_names_of_a_head_table_with_their_values_are_one(lines: tuple[str, ...]) -> None:
    """As a list, as pairs, or as a table, with a row of names or without."""
    reading = headed(TITLE, *lines, "本报告依据条例编制。")

    assert (reading.report.preamble, reading.notes) == (["本报告依据条例编制。"], ())


@pytest.mark.parametrize(
    ("lines", "raw"),
    [
        (("索引号：000/2022-01", "发布机构：示例镇人民政府"), "发布机构：示例镇人民政府"),
        (("索引号", "000/2022-01", "发布机构", "示例镇人民政府"), "发布机构 | 示例镇人民政府"),
        (("索引号：000/2022-01 发布机构：", "文号：示发1号"), None),
    ],
)
def test_a_publisher_below_a_title_without_agency_is_noted(lines: tuple[str, ...], raw: str | None) -> None:
    """It can be another body than the one that reports."""
    reading = headed("2021年政府信息公开工作年度报告", *lines, "本报告依据条例编制。")

    assert (reading.report.agency, reading.report.preamble) == (None, ["本报告依据条例编制。"])
    expected = [("METADATA-UNREADABLE", ("agency",), raw)] if raw else []
    assert [(each.code, each.paths, each.raw) for each in reading.notes] == expected


@pytest.mark.parametrize(
    "line",
    [
        *("访问次数：加载中 发布时间：2022-02-18", "原创 办公室 示例水利 2022年02月18日 10:30 福建"),
        *("示例县水利局示例发布2022-02-18", "示例发布 2022-02-18 10:30 发表于福建", "示例水利 2022-02-18 10:30 内蒙古"),
        "原创 示例水利 2022-02-18",
    ],
)
def test_the_line_that_wechat_prints_below_a_title_tells_the_day(line: str) -> None:
    """Who wrote the article, its account, the day, and the province; a counter can still be loading elsewhere."""
    reading = headed(TITLE, line, "本报告依据条例编制。")

    assert (reading.report.published, reading.notes) == (dt.date(2022, 2, 18), ())
    assert reading.report.preamble == ["本报告依据条例编制。"]


@pytest.mark.parametrize("line", ["今天是2031年5月6日 星期二", "（2022年3月）", "（二〇二二年三月）"])
def test_today_and_a_month_are_no_day_of_publication(line: str) -> None:
    """Nor are they text of the report."""
    reading = headed(TITLE, line, "本报告依据条例编制。")

    assert (reading.report.published, reading.report.preamble) == (None, ["本报告依据条例编制。"])


@pytest.mark.parametrize(
    "line", ["原创内容12篇 2022-02-18", "示例县水利局 2022-02-18 示例", "福建 2022-02-18", "（2022年3月印发）"]
)
def test_other_lines_with_a_day_are_none_of_wechat(line: str) -> None:
    """They name neither an account nor a province behind the day."""
    reading = headed(TITLE, line)

    assert (reading.report.published, reading.report.preamble) == (None, [line])


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("date: 2022-02-18", True),
        ('date: "2022-02-18"', True),
        ("Published Time: 2022-02-18T09:00:00+08:00", True),
        ("publish_date: 2022-02-18 09:00", True),
        ("updated: 2022-02-18", False),
        ("Published Time: Fri, 18 Feb 2022 09:00:00 GMT", False),
    ],
)
def test_front_matter_tells_the_day_of_publication(line: str, is_told: bool) -> None:
    """Unless the page itself tells another."""
    front = ("---", "title: 年报", line, "---", "")

    published = headed(*front, f"# {TITLE}").report.published
    told = headed(*front, f"# {TITLE}", "发布日期：2022-02-20").report.published

    assert (published, told) == (dt.date(2022, 2, 18) if is_told else None, dt.date(2022, 2, 20))


def test_only_a_title_that_names_its_subject_is_that_of_a_second_report() -> None:
    """A line of the report can name a report on something near it."""
    lines = ("示例市2020年政务公开工作报告", "示例市2020年政府信息公开工作年度报告")
    texts = [BODY.replace("本机关依法公开政府信息。", f"{line}\n本机关依法公开政府信息。") for line in lines]

    assert gd.parse(f"{TITLE}\n{texts[0]}").report.overview == [OPENING, lines[0], "本机关依法公开政府信息。"]
    with pytest.raises(gd.ReadError) as caught:
        gd.parse(f"{TITLE}\n{texts[1]}")
    assert caught.value.code == "TWO-FORMS"


@pytest.mark.parametrize("site", ["示例市人民政府", "示例市人民政府办公室"])
def test_the_title_of_a_second_report_can_have_the_site_before_it(site: str) -> None:
    """The agency is behind the blank: another body, or this one's report of another year."""
    sentence = "本机关依法公开政府信息。"
    for other in ("示例县民政局2021年", "示例镇人民政府 2020年"):
        line = f"{site} {other}政府信息公开工作年度报告"
        with pytest.raises(gd.ReadError) as caught:
            gd.parse(f"{TITLE}\n{BODY}".replace(sentence, f"{line}\n{sentence}"))
        assert caught.value.code == "TWO-FORMS"

    line = f"{site} {TITLE}"
    assert gd.parse(f"{TITLE}\n{BODY}".replace(sentence, f"{line}\n{sentence}")).report.overview == [
        OPENING,
        line,
        sentence,
    ]


def test_a_whole_page_around_a_report() -> None:
    """All of it at once."""
    reading = headed("首页 > 年报", TITLE, *FURNITURE[:8], LINKS[0].replace("县水利局", "镇人民政府"), "本报告如下。")

    expected = attrs.evolve(
        BARE, title=TITLE, agency=gd.Agency(name="示例镇人民政府"), published=dt.date(2022, 2, 6), year=2021
    )
    assert reading == gd.Reading(attrs.evolve(expected, preamble=["本报告如下。"]))


def test_a_long_line_is_none_of_the_site() -> None:
    """Nor one with a full stop."""
    assert not is_head("来源：" + "示例" * 60)
    assert not is_head("当前位置：" + "示例" * 60)
    assert not is_head("当前位置：首页。")
    assert is_head("当前位置：首页")


@pytest.mark.parametrize("day", ["[2022-01-20]", "（2022年1月20日）", " 2022-01-20"])
def test_a_day_right_behind_a_title_is_no_part_of_it(day: str) -> None:
    """In brackets, which need no blank before them; it is that of publication where no other is told."""
    reading, told = headed(f"{TITLE}{day}"), headed(f"{TITLE}{day}", "发布日期：2022-01-25")

    assert (reading.report.title, reading.report.published, reading.report.preamble) == (
        TITLE,
        dt.date(2022, 1, 20),
        [],
    )
    assert (told.report.title, told.report.published, told.notes) == (TITLE, dt.date(2022, 1, 25), ())


def test_a_year_in_brackets_behind_a_title_is_a_part_of_it() -> None:
    """As is a month, which names no day."""
    for behind in ("（2021年）", "（2021）", "（2022年1月）"):
        assert headed(f"{TITLE}{behind}").report.title == f"{TITLE}{behind}"

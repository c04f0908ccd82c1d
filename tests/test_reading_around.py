"""What stands around the sections of a report: title, agency, menus, head and foot of the page, contents."""

from __future__ import annotations

import datetime as dt
import re

import attrs
import pytest
from support.builders import build_report
from support.grids import foreign, spans
from support.printers import print_report
from support.publishing.text import row_a_line

import govdisclosure as gd
from govdisclosure.form.blocks import Block, Grid, GridCell, Paragraph, Role
from govdisclosure.model.report import HEADINGS, OtherSection
from govdisclosure.reading.page.head import contents_among
from govdisclosure.reading.recognize import recognize

UNTITLED = build_report(title=None, agency=None, published=None)
REPORT = build_report(published=None)
TITLE = "2021年政府信息公开工作年度报告"
HEAD_TABLE = Grid(tuple((GridCell(name), GridCell("1")) for name in ("索引号", "文号", "主题分类", "体裁分类")))


def lines(*texts: str) -> list[Block]:
    """Give lines of a page."""
    return list(map(Paragraph, texts))


def titled(*before: Block) -> gd.Reading:
    """Read a report that has these blocks for a title."""
    return recognize([*before, *foreign(UNTITLED, spans)])


def named(reading: gd.Reading) -> tuple[str | None, int | None]:
    """Give agency and year of what was read."""
    agency = reading.report.agency
    return None if agency is None else agency.name, reading.report.year


def printed(report: gd.AnnualReport = REPORT) -> str:
    """Print a report as text of others."""
    return print_report(report, row_a_line)


def below(*texts: str) -> gd.Reading:
    """Read a report with these lines below it."""
    return gd.parse("\n".join([printed().rstrip("\n"), *texts]))


def below_the_title(*texts: str) -> gd.Reading:
    """Read a report with these lines below its title."""
    title, _, rest = printed().partition("\n")
    return gd.parse("\n".join([title, *texts, rest]))


@pytest.mark.parametrize("above", ["政府信息公开年报", "示例县民政局2020年政府信息公开工作年度报告"])
def test_a_head_table_above_the_title_hides_it_from_nobody(above: str) -> None:
    """Its rows are lines above the tables as others are, however many there are."""
    reading = titled(*lines(above), HEAD_TABLE, *lines(f"示例县水利局{TITLE}"))

    assert reading.report.title == f"示例县水利局{TITLE}"
    # Two titles of equal worth: which of them it is is noted.
    assert (reading.notes == ()) is (above == "政府信息公开年报")


@pytest.mark.parametrize(
    ("upper", "lower", "agency"),
    [
        ("示例县人力资源和社会", "保障局", "示例县人力资源和社会保障局"),
        ("示例市示例区市场监督", "管理局", "示例市示例区市场监督管理局"),
        ("示例县水", "利局", "示例县水利局"),
        ("示例县农业农村局", "（乡村振兴局）", "示例县农业农村局（乡村振兴局）"),
        ("示例县民政局", "水利局", "水利局"),
        ("示例县要闻", "水利局", "水利局"),
        ("城市管理", "水利局", "水利局"),
        ("示例县公开栏目", "水利局", "水利局"),
        ("政务公开专栏", "（水利局）", "（水利局）"),
        ("示例县", "水利局", "示例县水利局"),
    ],
)
def test_a_title_can_break_inside_the_name_of_its_agency(upper: str, lower: str, agency: str) -> None:
    """But another body and a column of the site are no beginning of it."""
    assert named(titled(*lines(upper, f"{lower}{TITLE}"))) == (agency, 2021)


@pytest.mark.parametrize(
    ("lower", "agency"),
    [
        (("（乡村振兴局）2021年", TITLE.removeprefix("2021年")), "示例县农业农村局（乡村振兴局）"),
        (("（图解）2021年", TITLE.removeprefix("2021年")), None),
    ],
)
def test_another_name_in_brackets_can_stand_on_a_line_of_the_title(lower: tuple[str, ...], agency: str | None) -> None:
    """Below the name before it, as our own titles have it; another remark there is none."""
    assert named(titled(*lines("示例县农业农村局", *lower))) == (agency, 2021)


@pytest.mark.parametrize(
    ("above", "agency"),
    [
        (("示例县水利局", "示例县民政局", "示例县教育局"), None),
        (("示例县人民政府", "示例县水利局"), "示例县水利局"),
        (("示例省示例县", "水利局"), "示例省示例县水利局"),
        (("首页", "示例县水利局"), "示例县水利局"),
        (("示例县水利局",), "示例县水利局"),
        (("示例县政务公开专区",), None),
        (("示例县人民政府网站",), None),
        (("示例县人民政府门户网站",), None),
    ],
)
def test_the_last_body_of_a_menu_is_not_the_agency(above: tuple[str, ...], agency: str | None) -> None:
    """The name of the site above the agency is no menu, nor is its place."""
    assert named(titled(*lines(*above, TITLE))) == (agency, 2021)


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        (f"{TITLE}——示例县水利局", "示例县水利局"),
        (f"{TITLE}——修订版", None),
        (f"{TITLE}（示例县水利局）", "示例县水利局"),
        (f"{TITLE}（示例县人民政府网站）", None),
        (f"示例县民政局{TITLE}——修订版", "示例县民政局"),
    ],
)
def test_the_agency_can_stand_behind_the_title(title: str, agency: str | None) -> None:
    """In brackets or behind a dash, where nothing before the year names one."""
    reading = titled(*lines(title))

    assert (*named(reading), reading.report.title, reading.notes) == (agency, 2021, title, ())


def test_of_two_agencies_before_and_behind_a_title_none_is_taken() -> None:
    """Which of them reports, nobody tells: a note says so."""
    title = f"示例县{TITLE}——示例县水利局"

    reading = titled(*lines(title))

    assert (*named(reading), reading.report.title) == (None, 2021, title)
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [
        ("METADATA-UNREADABLE", ("agency",), title)
    ]


@pytest.mark.parametrize(
    "agency",
    [
        *("示例县第一中学", "示例县实验小学", "示例县机关幼儿园", "示例大学", "示例市公交集团有限公司", "示例能源集团"),
        *(
            "示例国有农场",
            "示例县供销社",
            "示例县农村信用联社",
            "示例海关",
            "示例监狱",
            "示例产业园",
            "示例县广播电视台",
        ),
        *("示例市气象台", "示例苏木", "示例嘎查", "示例兵团", "二〇镇人民政府"),
    ],
)
def test_any_kind_of_body_can_stand_above_its_title(agency: str) -> None:
    """Schools, companies and offices of the state report, too."""
    assert named(titled(*lines(agency, TITLE))) == (agency, 2021)


@pytest.mark.parametrize(
    ("title", "agency", "year"),
    [
        ("示例县水利局2021年年政府信息公开工作年度报告", "示例县水利局", 2021),
        ("示例县水利局2021年年度政府信息公开工作报告", "示例县水利局", 2021),
        ("示例县水利局2021年度（2022年发布）政府信息公开工作年度报告", "示例县水利局", 2021),
        ("示例县水利局2021年政府信息公开工作年度报告（2022年1月20日公布）", "示例县水利局", 2021),
        ("示例县水利局2021-2022年政府信息公开工作年度报告", None, None),
        ("示例县水利局2021—2022学年政府信息公开工作年度报告", None, None),
    ],
)
def test_the_year_of_a_title_may_be_written_oddly(title: str, agency: str | None, year: int | None) -> None:
    """Of two years nobody knows which; agency and year are noted then."""
    reading = recognize(
        [
            Paragraph(title),
            *foreign(build_report(title=None, agency=None, year=2021, published=None, preamble=[]), spans),
        ]
    )

    assert (reading.report.title, *named(reading)) == (title, agency, year)
    assert sorted(note.code for note in reading.notes) == ([] if year else ["METADATA-UNREADABLE", "YEAR-MISSING"])


@pytest.mark.parametrize("column", ["年报_", "政务公开-", ""])
def test_a_column_of_the_site_is_no_part_of_the_title_that_a_page_gives(column: str) -> None:
    """Whether it stands before or behind."""
    reading = titled(Paragraph(f"{column}示例县水利局{TITLE}_示例县人民政府", Role.PAGE))

    assert (reading.report.title, *named(reading)) == (f"示例县水利局{TITLE}", "示例县水利局", 2021)


@pytest.mark.parametrize(
    "sentence",
    [
        "本年度报告的图解版同步发布，可在县政府网站查看。",
        "对本年度报告的解读请见县政府网站。",
        "欢迎对年度报告提出意见，解读电话：0551-123",
    ],
)
def test_a_sentence_that_speaks_of_an_explanation_is_no_link_to_one(sentence: str) -> None:
    """It stays in the preamble, and the report is one."""
    reading = recognize(foreign(build_report(published=None, preamble=[*REPORT.preamble, sentence]), spans))

    assert (reading.report.preamble, reading.notes) == ([*REPORT.preamble, sentence], ())


@pytest.mark.parametrize("nothing", ["/", "—", "——", "无"])
def test_a_section_that_says_that_there_is_nothing_is_kept(nothing: str) -> None:
    """A stroke is no command of the site."""
    report = build_report(published=None, other_matters=[nothing])

    assert recognize(foreign(report, spans)) == gd.Reading(report)


@pytest.mark.parametrize("line", ["行政复议：2", "行政诉讼 3", "未经复议直接起诉：5", "行政复议 2 行政诉讼 3"])
def test_a_figure_above_table_four_is_text_of_its_section(line: str) -> None:
    """It may say otherwise than the table."""
    assert REPORT.review_and_litigation is not None
    heading = HEADINGS["review_and_litigation"]
    reading = gd.parse(printed().replace(f"{heading}\n", f"{heading}\n{line}\n", 1))

    assert reading.report.review_and_litigation is not None
    assert reading.report.review_and_litigation.notes == [line]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("二、政府信息公开数据", "全年主动公开信息一百条。"),
        ("二、公开政府信息情况", ""),
        ("二、《条例》第二十条的情况", ""),
    ],
)
def test_the_number_above_its_table_tells_a_heading_in_any_words(heading: str, text: str) -> None:
    """With a note; what stands below is text of that section."""
    reading = gd.parse(printed().replace(HEADINGS["proactive_disclosure"], f"{heading}\n{text}".strip(), 1))

    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [
        ("HEADING-ODD", ("proactive_disclosure",), heading)
    ]
    assert reading.report.overview == REPORT.overview
    assert reading.report.proactive_disclosure is not None
    assert reading.report.proactive_disclosure.notes == ([text] if text else [])


def test_its_number_tells_the_heading_of_section_one_in_any_words() -> None:
    """With a note; it and its text were the preamble's."""
    heading = "一、工作开展情况"
    reading = gd.parse(printed().replace(HEADINGS["overview"], heading, 1))

    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [("HEADING-ODD", ("overview",), heading)]
    assert reading.report == REPORT


def test_a_line_numbered_so_above_the_heading_of_section_one_is_the_preamble_s() -> None:
    """It is no heading where there is one."""
    reading = below_the_title("一、编制依据")

    assert (reading.report.preamble, reading.notes) == (["一、编制依据", *(REPORT.preamble or [])], ())
    assert reading.report.overview == REPORT.overview


@pytest.mark.parametrize("lines", [("一、做法", "二、成效"), ("一是公开",), ("一、全年公开一百条。",)])
def test_other_lines_above_the_first_heading_are_the_preamble(lines: tuple[str, ...]) -> None:
    """A list, an item in words, and a sentence."""
    written = printed().replace(f"{HEADINGS['overview']}\n", "".join(f"{line}\n" for line in lines), 1)
    reading = gd.parse(written)

    assert reading.report.overview is None
    assert reading.report.preamble == [*(REPORT.preamble or []), *lines, *(REPORT.overview or [])]


@pytest.mark.parametrize(
    "line", ["二、全年公开一百条。", "二是全年公开一百条", "（二）数据", f"二、{'公开' * 16}", "三、数据"]
)
def test_a_line_above_a_table_without_a_heading_may_be_text(line: str) -> None:
    """A sentence, an item and a line under another number stay in section 一."""
    reading = gd.parse(printed().replace(HEADINGS["proactive_disclosure"], line, 1))

    assert reading.report.overview == [*REPORT.overview, line]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("numbered", "further"),
    [
        ("{0}、", ["七、联系方式", "十一、其他"]),
        ("（{0}）", ["（七）年度重点工作", "（八）其他"]),
        ("第{0}部分 ", ["第七部分 附件", "第十一部分 其他"]),
    ],
)
def test_sections_beyond_the_six_are_numbered_as_these_are(numbered: str, further: list[str]) -> None:
    """However many there are."""
    written = printed()
    for number, heading in zip("一二三四五六", HEADINGS.values(), strict=True):
        written = written.replace(heading, numbered.format(number) + heading.partition("、")[2], 1)
    reading = gd.parse("\n".join([written.rstrip("\n"), further[0], "甲。", further[1], "乙。"]))

    assert reading.report.other_sections == [
        OtherSection(heading=heading, paragraphs=[text])
        for heading, text in zip(further, ("甲。", "乙。"), strict=True)
    ]


@pytest.mark.parametrize("line", ["（七）甲", "七、甲。", f"十一、{'甲' * 41}", "11.甲"])
def test_items_of_section_six_are_no_sections(line: str) -> None:
    """They are numbered otherwise, or sentences."""
    assert below(line, "乙。").report.other_matters == [*(REPORT.other_matters or []), line, "乙。"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<p>今天天气</p><table border=1>" + "<tr><td>\ufffd\ue000<td>\uf8ff\ufffd" * 2 + "</table>", "UNSUPPORTED"),
        ("<p>\ufffd\ufffd</p><table border=1>" + "<tr><td>今天<td>天气" * 2 + "</table>", "NO-FORM"),
        ("\ue001" * 9 + "\n\n（，）2024", "UNSUPPORTED"),
        ("\ufffd" * 4 + "今天天气", "NO-FORM"),
        ("今天天气\ufffd", "NO-FORM"),
    ],
)
def test_a_document_of_which_most_characters_cannot_be_told_is_said_to_be_one(text: str, code: str) -> None:
    """As a PDF gives them whose fonts do not name theirs; where half of them can, it is a document without the form."""
    with pytest.raises(gd.ReadError) as refused:
        gd.parse(text)

    assert refused.value.code == code


def test_a_report_of_another_kind_is_none() -> None:
    """A title, a table or the heading of one tells that it is a report on disclosure."""
    text = "一、基本情况\n甲。\n二、存在的问题和改进措施\n乙。"
    with pytest.raises(gd.ReadError) as refused:
        gd.parse(f"示例县水利局2021年建议提案办理情况报告\n{text}")

    assert refused.value.code == "NO-FORM"
    assert gd.parse(f"示例县水利局{TITLE}\n{text}").report.overview == ["甲。"]
    for heading in (HEADINGS["requests"], HEADINGS["other_matters"]):
        assert gd.parse(f"一、基本情况\n甲。\n{heading}\n乙。").report.overview == ["甲。"]


@pytest.mark.parametrize(
    ("behind", "text"),
    [
        ("（一）主要问题。公开不够。", "（一）主要问题。公开不够。"),
        ("(1)公开不够。", "(1)公开不够。"),
        ("1.公开不够。", "1.公开不够。"),
        ("一是公开不够全面。", "一是公开不够全面。"),
        ("无。", "无。"),
        ("无", "无"),
        ("（无）", "（无）"),
    ],
)
def test_text_begins_behind_a_heading_with_its_first_item(behind: str, text: str) -> None:
    """Or says that there is nothing."""
    heading = HEADINGS["problems_and_improvements"]
    written = re.sub(rf"{heading}\n.*\n", f"{heading}{behind}\n", printed())
    reading = gd.parse(written)

    assert (reading.report.problems_and_improvements, reading.notes) == ([text], ())


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2022-01-20 10:10来源：示例县水利局浏览次数：123",
        "来源：示例市示例区人力资源和社会保障局办公室综合科",
        *(
            "字号：默认 大 超大",
            "语音播报",
            "[语音朗读]",
            "来源：http://www.example.gov.cn/a/b.html",
            "AI朗读",
            "听全文 适老版 无障碍阅读",
            "视力保护色：",
            "更新时间：2022-01-20",
        ),
        *("撰稿人：张某", "点击下载PDF版", "查看图片版", "A+ A-", "分享到：微信微博QQ"),
        *("今日头条 微博 空间 qq", "默认 大 特大"),
    ],
)
def test_what_a_site_prints_below_a_title_is_none_of_the_preamble(line: str) -> None:
    """Also in elements of their own, with no blanks between them."""
    reading = below_the_title(line)

    assert (reading.report.preamble, reading.notes) == (REPORT.preamble, ())
    assert reading.report.published == (dt.date(2022, 1, 20) if line.startswith("发布") else None)


@pytest.mark.parametrize(
    "line",
    [
        *("信息提供日期：2022-01-20", "信息来源：示例县水利局 信息提供日期：2022-01-20 18:07 【字体： 视力保护色："),
        *("2022/1/20 16:25:00 | 来源：示例县水利局 | 浏览：120", "2022-01-20|稿源：示例县水利局"),
        *("2022-01-20来源：示例县水利局浏览：12", "2022-01-20 10:10信息来源：示例县水利局"),
        "发布：2022-01-20",
        *("稿源：示例县水利局 编辑：张某 2022-01-20", "来源：示例县水利局 责任编辑：张某 审核：王某 2022-01-20"),
        "来源：http://www.example.gov.cn/a.html 2022-01-20",
    ],
)
def test_the_day_that_a_site_prints_so_is_that_of_publication(line: str) -> None:
    """As the day on which the page was supplied, or with bars between what it says."""
    reading = below_the_title(line)

    assert (str(reading.report.published), reading.report.preamble, reading.notes) == (
        "2022-01-20",
        REPORT.preamble,
        (),
    )


@pytest.mark.parametrize(
    "head", [("作者：",), ("分享：", "语音播报："), ("点击数：", "12"), ("来源：", "示例县水利局")]
)
@pytest.mark.parametrize("day", ["2022-01-20", "2022-01-20 09:10:22", "（2022年1月20日）"])
def test_a_day_below_what_a_site_leaves_blank_is_that_of_publication(head: tuple[str, ...], day: str) -> None:
    """It is no value of 作者：, and stands below the value of 来源：."""
    reading = below_the_title(*head, day)

    assert (str(reading.report.published), reading.report.preamble) == ("2022-01-20", REPORT.preamble)
    assert reading.notes == ()


@pytest.mark.parametrize("name", ["生效日期：", "有效期：", "公开时限：", "时效：", "失效时间："])
def test_a_day_below_its_name_is_another_one(name: str) -> None:
    """It stays with the name."""
    reading = below_the_title(name, "2025-01-20")

    assert (reading.report.published, reading.report.preamble[:1]) == (None, [name])


@pytest.mark.parametrize(
    "name",
    [
        *(
            "示例县水利局2021年法治政府建设年度报告",
            "示例县2021年法治政府建设工作报告（审议稿）",
            "示例县法治政府建设2021年度报告",
            "示例县水利局普法工作（2021年）年度报告",
            "示例县行政执法2021年报",
        ),
        *("2021年度部门决算", "示例县水利局2021年工作总结", "政府网站2021年度工作报表"),
    ],
)
def test_a_report_of_another_kind_can_have_the_last_heading(name: str) -> None:
    """其他需要报告的事项 alone tells nothing, unless nobody says what else the report is on."""
    text = f"一、基本情况\n甲。\n二、存在的问题\n乙。\n三、{HEADINGS['other_matters'][2:]}\n无。"
    with pytest.raises(gd.ReadError) as refused:
        gd.parse(f"{name}\n{text}")

    assert refused.value.code == "NO-FORM"
    in_fewer_words = (
        "2021年报告",
        "2021年年报",
        "示例县水利局2021年度报告",
        "（2021年）年度报告",
        "2021年信息工作年报",
    )
    for own in (*in_fewer_words, "2021年公开报告", f"{name}。", "示例县水利局法治政府建设报告", "示例县" * 40 + name):
        assert gd.parse(f"{own}\n{text}").report.overview == ["甲。", "二、存在的问题", "乙。"]
    assert gd.parse(f"{name}\n一、基本情况\n甲。\n{HEADINGS['requests']}\n无。").report.overview == ["甲。"]


def test_a_report_without_heading_of_this_form_is_none() -> None:
    """一、总体情况 and 存在的主要问题 are sections of others as well, whatever these are on."""
    with pytest.raises(gd.ReadError) as refused:
        gd.parse("公开报告\n一、总体情况\n甲。\n二、存在的主要问题及改进情况\n乙。")

    assert refused.value.code == "NO-FORM"


def test_a_table_of_contents_is_none_of_the_preamble() -> None:
    """With pages behind its lines, or without."""
    contents = ["目录", *(f"{heading}……{page}" for page, heading in enumerate(HEADINGS.values(), 1))]

    assert below_the_title(*contents) == gd.Reading(REPORT)
    assert contents_among(["一、总体情况 1", "甲", "二、主动公开政府信息情况 2"]) == set()


@pytest.mark.parametrize("number", ["- 4 -", "第4页", "第 4 页 共 9 页", "4/9"])
def test_numbers_of_pages_are_text_of_no_section(number: str) -> None:
    """Wherever a page ends."""
    written = printed().replace(HEADINGS["proactive_disclosure"], f"{number}\n{HEADINGS['proactive_disclosure']}", 1)

    assert gd.parse(f"{written.rstrip()}\n{number}") == gd.Reading(REPORT)


@pytest.mark.parametrize(
    "texts",
    [
        ("（责任编辑：张某）",),
        ("编辑：张某 审核：王某",),
        ("我要纠错", "网友评论", "网站地图 | 关于我们 | 隐私声明"),
        ("主办单位：示例县人民政府", "网站标识码：0000000000 皖ICP备00000000号", "联系电话：123"),
        ("版权所有：示例县人民政府", "技术支持：某公司"),
        (
            "相关信息",
            "示例县民政局2021年政府信息公开工作年度报告 2022-01-10",
            "示例县水利局2020年政府信息公开工作年度报告 01-10",
        ),
        ("历年年报", "2021年", "2020年度"),
        ("初审：张某 复审：李某", "终审：王某", "签发：赵某"),
        ("文件下载：", "关联文件：", "政策解读："),
        ("【打印】【关闭】", "相关文档"),
        ("扫一扫在手机端查看", "打开微信扫一扫", "扫码关注官方微信公众号", "政务微博 政务微信"),
        ("没有上一篇", "网站首页 回顶部", "--请选择--"),
        ("审核人：张某", "供稿：示例县水利局", "阅读 123", "点赞12", "原文链接：http://www.example.gov.cn"),
        ("您对该信息的评价：", "满意 基本满意 不满意", "是否有用"),
        ("政府网站找错 党政机关", "本网站已支持IPv6", "智能问答 在线客服", "今日访问：12", "站点地图 隐私保护"),
        ("为您推荐", "您可能感兴趣的", "往期回顾", "阅读原文", "-END-"),
        ("扫一扫在手机上查看当前页面", "扫描二维码 手机版 电脑版"),
        ("【TOP】【回到顶部】", "用户登录", "您是第1234位访问者"),
        (
            "主办：示例县人民政府　承办：示例县人民政府办公室",
            "地址：示例县示例路1号　邮编：000000",
            "联系电话：0551-123",
        ),
        ("示例县人民政府主办 示例县政府办公室承办 技术支持：示例公司",),
        (
            "首页 | 网站地图 | 联络我们",
            "示例县信息中心承办　技术支持:示例信息中心",
            "地址：示例县示例路1号　邮编：000000",
        ),
        ("您认为这篇文章对您有帮助吗？", "有用 没用", "示例县召开工作会"),
        ("您对本页面内容是否满意？", "满意 基本满意 不满意", "提交"),
        ("您对该信息的服务满意吗", "示例县召开工作会"),
        ("热点推荐", "示例县召开工作会 2022-02-01", "示例县举办培训班 [02-02]", "热门词条"),
        ("返回列表", "相关信息：", "示例县召开工作会 2022-02-01"),
        ("您访问的链接即将离开“示例县人民政府”网站", "是否继续？", "继续访问 放弃"),
        ("您即将离开“示例县人民政府网”，", "是否继续？", "示例县召开工作会"),
        ("适老化 无障碍服务", "关联稿件", "文章来源：示例县水利局", "稿件来源：示例县水利局"),
        ("正文已结束", "猜你喜欢：", "责编：张某", "All Rights Reserved"),
        ("复制链接 网上举报", "网上举报 打印", "内容纠错", "预览", "在线预览 点击下载"),
        ("一审：张某 二审：李某某 三审：王某", "（一审：张某/二审：李某/三审：王某）", "一审:张某,二审:李某,三审:王某"),
        ("政策图解", "图解：示例县水利局2021年政府信息公开工作年度报告"),
        ("查看全文", "展开全文", "阅读全文", "最近更新", "建议使用1024*768分辨率浏览", "建议使用IE9以上浏览器"),
        ("附件下载：", "1.示例县水利局2021年政府信息公开工作年度报告.pdf"),
        ("相关解读", "解读材料：示例县水利局2021年政府信息公开工作年度报告解读"),
        ("[图解文件]示例县水利局2021年政府信息公开工作年度报告", "相关词条"),
        ("责任编辑：张某", "（此件主动公开）"),
        ("（此件公开发布）", "政策咨询：0551-1234567"),
        ("热点信息", "示例县召开工作会", "关于防汛工作的通知"),
        ("推荐阅读", "示例县2020年年报"),
        ("【相关解读】图解：年报", "[政策解读]示例县年报问答"),
        ("最后更新时间：2099-01-01", "【打印】"),
        ("网站声明|联系我们|网站地图", "主办：示例县水利局 承办：信息中心", "技术支持：示例公司 您是第1234位访问者"),
        ("阅读 302", "预览时标签不可点", "微信扫一扫", "关注该公众号"),
        ("阅读原文阅读 302", "继续滑动看下一个", "轻触阅读原文", "写留言"),
        ("微信扫一扫可打开此内容，", "使用完整服务", "知道了"),
        ("： ， ， 。 视频 小程序 赞 ，轻点两下取消赞 在看 ，轻点两下取消在看 分享 留言",),
    ],
)
def test_the_foot_of_a_site_is_none_of_the_last_section(texts: tuple[str, ...]) -> None:
    """What stands below its number at the ministry, or the notice of its rights, is the site's whatever it says."""
    assert below(*texts) == gd.Reading(REPORT)


@pytest.mark.parametrize(
    "line",
    [
        *("联系电话：0551-123", "咨询邮箱：a@example.com", "无其他事项", "完成网站ICP备案变更", "清理友情链接12个"),
        *("更新网站标识码和公网安备信息", "一图读懂政策12期，未收取信息处理费", "一图读懂12期", "历年年报均已公开"),
        *("完成ICP备案12个", "ICP备案已完成", "初审：3件", "政策解读：12期", "主办：3件", "往期精彩内容12篇"),
        *("官方网站公开12条", "点赞服务12次", "群众满意", "审核人：3名", "初审：由信息员负责", "终审：分管负责人"),
        *("由示例县人民政府主办 示例县水利局承办", "示例县人民政府主办", "您认为不准确的，可以申请更正"),
        *("做好网站维护和新媒体维护", "人大建议主办 政协提案承办", "热点信息：公开12条", "热点内容", "热点公开"),
        *("您对本信息是否满意的调查收到12份", "您对本局是否满意"),
        *("您认为本信息是否有用的调查收到12份", "您觉得该页面好用的占90%", "您认为本文章有用的有12人。"),
        *("一审：3件 二审：1件", "行政诉讼一审：维持", "一审：维持", "在线预览服务12次", "责编：由信息员负责"),
        *("一审：维持 二审：维持", "一审：胜诉，二审：改判", "网上举报"),
        *("此件公开发布3件", "政策咨询：全年接待12人", "【政策解读】12期", "阅读原文件12次", "推荐阅读12篇"),
        *("知道了解情况的途径", "最后更新时间：每周一", "由示例公司提供技术支持", "技术支持：示例公司负责网站维护"),
        *("供稿：向示例市供稿12篇", "录入：全年录入120条", "满意度评价：满意", "满意度评价：非常满意"),
    ],
)
def test_a_last_line_of_other_words_is_kept(line: str) -> None:
    """It may be the office's own."""
    assert below(line).report.other_matters == [*(REPORT.other_matters or []), line]


@pytest.mark.parametrize(
    "texts",
    [
        ("公开渠道：", "微信公众号"),
        ("主要渠道", "官方微信", "官方微博"),
        ("政府网站", "政务微博", "微信公众号"),
        ("公开渠道：", "微信公众号", "今日头条"),
        ("新媒体平台", "政务微博、今日头条", "头条"),
        ("主办：示例县人民政府", "参加人数：120人"),
        ("热点信息", "示例县召开工作会 2022-02-01", "另有3条"),
        ("热点信息", "公开政策解读12篇"),
        ("示例县召开工作会 2022-02-01", "示例县举办培训班 2022-02-02"),
        ("主办单位：示例县人民政府 承办单位：示例县水利局", "时间：2021年5月1日", "地址：示例县示例路1号"),
    ],
)
def test_lists_at_the_end_are_of_the_report(texts: tuple[str, ...]) -> None:
    """Of ways to disclose, or of what is told of an event, though a site prints such lines as well."""
    assert below(*texts, "【打印】").report.other_matters == [*(REPORT.other_matters or []), *texts]


@pytest.mark.parametrize("texts", [("微信公众号",), ("官方微博", "官方微信"), ("扫码关注：", "微信公众号")])
def test_captions_of_pictures_are_of_the_site(texts: tuple[str, ...]) -> None:
    """Below a sentence, they are no list."""
    assert below(*texts) == gd.Reading(REPORT)


@pytest.mark.parametrize("section", ["overview", "other_matters"])
@pytest.mark.parametrize(
    "rows",
    [
        ("申请人 | 件数", "自然人 | 3", "商业企业 | 0", "科研机构 | 0", "其他 | 0", "总计 | 3"),
        ("信息内容 | 数量", "规章 | 0", "行政许可 | 8"),
    ],
    ids=lambda rows: rows[1],
)
def test_a_small_table_in_a_section_of_text_is_text_of_it(section: str, rows: tuple[str, ...]) -> None:
    """Its head row and its labels, where the whole table stands elsewhere; none of them is lost."""
    expected = build_report(published=None)
    last = getattr(expected, section)[-1]
    within = "\n".join((last, *(f"{row} |" for row in rows), ""))

    reading = gd.parse(print_report(expected, row_a_line).replace(f"{last}\n", within))

    getattr(expected, section).extend(rows)
    assert reading == gd.Reading(expected)


@pytest.mark.parametrize("between", [" | ", "\n"])
def test_rows_of_a_table_in_section_one_are_text_of_it_however_many(between: str) -> None:
    """On a line each, or with a cell a line; all rows would be a second form."""
    rows = ["规章", "0", "行政规范性文件", "2", "行政许可", "8", "行政处罚", "1"]
    printed = "\n".join(between.join(rows[place : place + 2]) for place in range(0, len(rows), 2))
    last = (REPORT.overview or [])[-1]

    reading = gd.parse(print_report(REPORT, row_a_line).replace(f"{last}\n", f"{last}\n{printed}\n"))

    assert reading == gd.Reading(attrs.evolve(REPORT, overview=[*(REPORT.overview or []), *printed.split("\n")]))


def test_the_words_of_a_gateway_in_traditional_script_are_those_of_the_form() -> None:
    """資訊 for 信息, which it writes in title, headings and labels."""
    reading = gd.parse(printed().replace("信息", "資訊"))

    report = reading.report
    tables = (report.proactive_disclosure, report.requests, report.review_and_litigation)
    assert tables == (REPORT.proactive_disclosure, REPORT.requests, REPORT.review_and_litigation)
    assert (report.title, report.agency, report.year) == (
        (REPORT.title or "").replace("信息", "資訊"),
        REPORT.agency,
        REPORT.year,
    )
    assert reading.notes == ()


def test_a_label_in_the_words_of_a_gateway_goes_on_below_them() -> None:
    """資訊 are two letters that only together make 信息; the rest of the label stands on the next line."""
    text = printed().replace("信息", "資訊")
    label = "一、本年新收政府資訊"
    assert text.count(label) == 1

    reading = gd.parse(text.replace(label, f"{label}\n"))

    assert (reading.report.requests, reading.notes) == (REPORT.requests, ())

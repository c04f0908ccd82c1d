"""Titles in other words: with more on their line, in a cell of a row, in the page header; what is in doubt is noted."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import attrs
import pytest
from support.builders import build_report
from support.grids import foreign, spans
from support.word import paragraph, part, zipped
from support.workbooks import by_others, saved, workbook_of

import govdisclosure as gd
from govdisclosure.form.blocks import Block, Grid, GridCell, Paragraph, Role
from govdisclosure.form.title_lines import title_within
from govdisclosure.form.title_years import year_of_title
from govdisclosure.formats.docx.read import read
from govdisclosure.reading.recognize import recognize

if TYPE_CHECKING:
    from collections.abc import Sequence

TITLE = "示例市林业局2021年政府信息公开工作年度报告"
UNTITLED = build_report(title=None, agency=None, published=None)


def titled(*before: Block) -> gd.Reading:
    """Read a report that has these blocks for a title."""
    return recognize([*before, *foreign(UNTITLED, spans)])


def told(reading: gd.Reading) -> tuple[str | None, str | None, int | None]:
    """Give title, agency and year of what was read."""
    report = reading.report
    return report.title, report.agency.name if report.agency is not None else None, report.year


def noted(reading: gd.Reading) -> list[tuple[str, Sequence[str], str | None]]:
    """Give the notes without their words."""
    return [(note.code, note.paths, note.raw) for note in reading.notes]


@pytest.mark.parametrize(
    "agency", ["示例𫰛县人民政府", "示例市塔𣲗区发展和改革局", "𠮷水县人民政府办公室", "示例县兀〇乡人民政府"]
)
def test_rare_letters_are_letters_of_a_name(agency: str) -> None:
    """Names of places have letters that no font had for long, and that are far from all others."""
    rest = "2021年政府信息公开工作年度报告"

    one_line, two_lines = titled(Paragraph(f"{agency}{rest}")), titled(Paragraph(agency), Paragraph(rest))

    expected = (f"{agency}{rest}", agency, 2021)
    assert (told(one_line), told(two_lines), noted(one_line), noted(two_lines)) == (expected, expected, [], [])


@pytest.mark.parametrize(
    "line",
    [
        f"附件1：{TITLE}",
        f"• {TITLE}",
        f"附件一.{TITLE}",
        f"附件：{TITLE}.docx",
        f"附件 {TITLE}",
        f"{TITLE} - 示例市人民政府网",
        f"{TITLE}_示例市政府门户网站",
        f"附件：{TITLE}——示例市人民政府",
        f"{TITLE}_政府信息公开年报_示例市人民政府",
        f"{TITLE}-年报-信息公开-示例市政府网站",
        *(
            f"{mark}{TITLE}"
            for mark in ("- 标 题：", "• 名 称：", "·标题:", "题目：", "原标题：", "文件名称：", "信息名称: ")
        ),
    ],
)
def test_a_title_is_taken_out_of_its_line(line: str) -> None:
    """The mark of an annex before it, what a head table calls it, and the name of the site behind it are none of it."""
    reading = titled(Paragraph(line))

    assert (told(reading), noted(reading)) == ((TITLE, "示例市林业局", 2021), [])
    assert reading.report.preamble == UNTITLED.preamble


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"示例市林业局关于公开《{TITLE}》的公告", TITLE),
        (f"关于印发《{TITLE}》的通知", TITLE),
        (f"现公布《{TITLE}》", TITLE),
        (f"{TITLE}公示", TITLE),
        (f"关于{TITLE}的通告", f"关于{TITLE}"),
        ("示例市林业局关于发布2021年政府信息公开年报的公告", "示例市林业局关于发布2021年政府信息公开年报"),
        (f"示例市林业局关于报送{TITLE[6:]}的函", f"示例市林业局关于报送{TITLE[6:]}"),
        (f"示例市林业局关于报送{TITLE[6:]}的报告", f"示例市林业局关于报送{TITLE[6:]}"),
        (f"示例市人民政府办公室关于公布{TITLE}的公告", f"示例市人民政府办公室关于公布{TITLE}"),
        (f"关于更正{TITLE}的公告", f"关于更正{TITLE}"),
    ],
)
def test_the_report_that_an_announcement_names_is_this_one(line: str, title: str) -> None:
    """Where no title stands on a line of its own; it is that of the body whose report is announced."""
    reading, below = titled(Paragraph(line)), titled(Paragraph(line), Paragraph(TITLE))

    assert (told(reading), noted(reading)) == ((title, "示例市林业局", 2021), [])
    assert (told(below), noted(below)) == ((TITLE, "示例市林业局", 2021), [])


@pytest.mark.parametrize(
    "line",
    [
        f"关于做好《{TITLE}》编制的通知",
        f"{TITLE}更正说明",
        f"关于{TITLE}的通知",
        f"{TITLE}的通报",
        f"对《{TITLE}》的公示",
    ],
)
def test_what_else_is_told_about_a_report_is_no_title(line: str) -> None:
    """It is noted, as what it says may be of this report."""
    assert title_within(line) is None


@pytest.mark.parametrize(
    "line",
    [
        f"{TITLE} - 示例市水务局",
        f"{TITLE} | 示例市水务局2020年政府信息公开工作年度报告",
        "附件1：政府信息公开申请表",
        f"依法编制，示例市林业局：{TITLE}",
        f"{'附件' * 100}{TITLE}",
        f"一图读懂|{TITLE}",
    ],
)
def test_a_line_with_other_words_holds_no_title(line: str) -> None:
    """What stands beside a title must be known to be none of its words, and a row must hold one alone."""
    assert title_within(line) is None


@pytest.mark.parametrize("above", ["政府信息公开年报", "首页 > 政务公开 > 政府信息公开年报", f"(图解){TITLE}"])
@pytest.mark.parametrize("line", [f"附件：{TITLE}", f"《{TITLE}》"])
def test_a_title_in_its_line_tells_more_than_a_column_of_the_site_above(line: str, above: str) -> None:
    """政府信息公开年报 looks like a title that names neither agency nor year; a link to a picture is none."""
    reading = titled(Paragraph(above), Paragraph(line))

    assert (told(reading), noted(reading)) == ((TITLE, "示例市林业局", 2021), [])
    assert reading.report.preamble == UNTITLED.preamble


def test_a_title_in_its_line_can_stand_below_the_text_where_no_other_is() -> None:
    """现公布如下, and below that the annex, is how an agency makes its report public."""
    reading = titled(Paragraph("现公布如下。"), Paragraph(f"附件：{TITLE}"))

    assert (told(reading), noted(reading)) == ((TITLE, "示例市林业局", 2021), [])


def test_a_link_below_the_text_is_no_title() -> None:
    """What stands between the title and the link to an annex is the preamble."""
    title, annex = TITLE.removeprefix("示例市林业局"), f"附件：{TITLE}.docx"

    reading = titled(Paragraph(title), Paragraph("现公布如下。"), Paragraph(annex))

    assert told(reading) == (title, None, 2021)
    assert reading.report.preamble == ["现公布如下。", annex, *(UNTITLED.preamble or ())]
    below_a_column = titled(Paragraph("政府信息公开年报"), Paragraph("现公布如下。"), Paragraph(annex))
    assert told(below_a_column) == ("政府信息公开年报", None, 2021)


@pytest.mark.parametrize(
    ("above", "agency", "year"),
    [
        (["2022年政府信息公开工作年度报告", "示例市林业局"], "示例市林业局", 2022),
        (["示例市林业局政府信息公开年报"], "示例市林业局", 2021),
        (["2022年政府信息公开年报"], None, 2022),
    ],
)
def test_a_title_that_names_agency_or_year_is_not_that_of_an_annex(
    above: list[str], agency: str | None, year: int
) -> None:
    """附件：… can be the report of another body, or of another year."""
    annex = Paragraph("附件：示例市教育局2020年政府信息公开工作年度报告")

    reading = titled(*map(Paragraph, above), annex)

    assert told(reading) == (above[0], agency, year)


@pytest.mark.parametrize("beside", ["单位：件", "附件1", "2022年1月15日", "1"])
def test_a_title_is_found_in_a_cell_of_its_row(beside: str) -> None:
    """What stands to the right of it in a workbook stays text, its figures too."""
    workbook = workbook_of(by_others(attrs.evolve(UNTITLED, title=TITLE)))
    sheet = workbook.worksheets[0]
    sheet.unmerge_cells("A1:O1")
    sheet.merge_cells("A1:I1")
    sheet["J1"] = beside

    reading = gd.read(io.BytesIO(saved(workbook)))

    assert told(reading) == (TITLE, "示例市林业局", 2021)
    assert reading.report.preamble is not None
    assert reading.report.preamble[0] == beside


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        (f"标　　题： | {TITLE}", []),
        (f"名称 | {TITLE} | 单位：件", ["单位：件"]),
        (f"文号 | 示发3号 | 标题 | {TITLE}", ["文号", "示发3号"]),
        (f"附件1 | {TITLE}", []),
        (f"单位：件 | {TITLE}", ["单位：件"]),
    ],
)
def test_what_a_head_table_calls_the_title_is_no_text(row: str, kept: list[str]) -> None:
    """In the cell before it, as the mark of an annex; other cells are."""
    reading = titled(Paragraph(row), Paragraph("全文如下"))

    assert (told(reading), noted(reading)) == ((TITLE, "示例市林业局", 2021), [])
    assert reading.report.preamble == [*kept, "全文如下", *(UNTITLED.preamble or ())]


def test_a_line_above_a_row_with_the_title_can_be_its_first_part() -> None:
    """The agency on a line of its own belongs to the title in the cell below it."""
    row = Grid(((GridCell("2021年政府信息公开工作年度报告"), GridCell(""), GridCell("单位：件")),))

    reading = titled(Paragraph("示例市林业局"), row)

    assert told(reading) == (TITLE, "示例市林业局", 2021)
    assert reading.report.preamble == ["单位：件", *(UNTITLED.preamble or ())]


def test_the_titles_of_two_reports_in_rows_leave_their_agency_in_doubt() -> None:
    """A list of links in a table names other reports as well; which is this one is not guessed."""
    other = "示例市水务局2021年政府信息公开工作年度报告"
    rows = Grid(tuple((GridCell(title), GridCell("2022-01-20")) for title in (TITLE, other)))

    reading = titled(rows)

    assert told(reading) == (other, None, 2021)
    assert noted(reading) == [("METADATA-UNREADABLE", ("agency",), f"{other} | {TITLE}")]


def test_an_explanation_in_a_row_is_no_title() -> None:
    """A row that names the explanation of a report says what the page is."""
    with pytest.raises(gd.ReadError) as caught:
        titled(Grid(((GridCell("一图读懂"), GridCell(TITLE)),)))

    assert caught.value.code == "EXPLANATION"


@pytest.mark.parametrize(
    "title",
    [
        "示例市林业局21年政府信息公开工作年度报告",
        "示例市林业局2020-2021年政府信息公开工作年度报告",
        "示例市林业局2020年、2021年政府信息公开工作年度报告",
        "2020年和2021年示例市林业局政府信息公开工作年度报告",
        "示例市人民政府办公室关于林业系统2021年政府信息公开工作年度报告",
        "示例市林业局2021年上半年政府信息公开工作年度报告",
        "示例市人民政府 政府信息公开年报 示例市林业局2021年政府信息公开工作年度报告",
        "示例市林业局2021年1月1日至12月31日政府信息公开工作年度报告",
        "2020示例市林业局2021年政府信息公开工作年度报告",
        "117示例局2021年政府信息公开工作年度报告",
        "示例市人政府2021年政府信息公开工作年度报告",
        "示例市民政府2021年政府信息公开工作年度报告",
        "示例市人民府办公室2021年政府信息公开工作年度报告",
        "示例市人民政2021年政府信息公开工作年度报告",
        "示例市林业局“2021年政府信息公开工作年度报告",
        "示例市林业系统2021年政府信息公开工作年度报告",
    ],
)
def test_a_title_that_hides_its_agency_is_noted(title: str) -> None:
    """More than a name is left beside year and subject; it is quoted, and no agency made of it."""
    reading = titled(Paragraph(title))

    assert told(reading) == (title, None, 2021)
    assert noted(reading) == [("METADATA-UNREADABLE", ("agency",), title)]


def test_a_title_that_has_no_agency_is_not_noted() -> None:
    """Nothing is left beside year and subject, so nothing is lost."""
    reading = titled(Paragraph("2021年政府信息公开工作年度报告（修订版）"))

    assert (told(reading)[1:], noted(reading)) == ((None, 2021), [])


def test_a_yearly_report_without_a_subject_is_noted() -> None:
    """It may be the title of this report, or of one on something else."""
    line = "示例市林业局2021年年度报告"

    reading = titled(Paragraph(line))

    assert told(reading) == (None, None, 2021)
    assert noted(reading) == [("METADATA-UNREADABLE", ("title", "agency"), line)]


def test_what_a_line_says_beside_a_title_is_not_lost_where_the_page_is_called_by_the_title() -> None:
    """The agency in front of a bar is taken; behind a dash may stand the site, and the line is noted, once."""
    bar = Paragraph(f"示例市林业局 | {TITLE[6:]}")
    dash = Paragraph(f"{TITLE[6:]}-示例市林业局")

    read = titled(Paragraph(bar.text, Role.PAGE), bar)
    unread = titled(Paragraph(dash.text, Role.PAGE), dash)

    assert (told(read), noted(read)) == ((TITLE, "示例市林业局", 2021), [])
    assert told(unread) == (TITLE[6:], None, 2021)
    assert noted(unread) == [("METADATA-UNREADABLE", ("agency",), dash.text)]


def test_an_agency_that_the_page_alone_names_is_noted() -> None:
    """Unless it stands below the title as well, or the page adds the name of its site only."""
    title, page = Paragraph(TITLE[6:]), Paragraph("示例市林业局2021年年度报告", Role.PAGE)

    unread = titled(page, title)
    below = titled(page, title, Paragraph("（示例市林业局）"))
    site = titled(Paragraph(f"{TITLE[6:]}_示例市人民政府网站", Role.PAGE), title)

    assert noted(unread) == [("METADATA-UNREADABLE", ("agency",), page.text)]
    assert (told(below), noted(below)) == ((TITLE[6:], "示例市林业局", 2021), [])
    assert (told(site), noted(site)) == ((TITLE[6:], None, 2021), [])


REFERENCE = '<w:headerReference w:type="{}" r:id="{}"/>'


def with_headers(properties: str, **headers: str) -> bytes:
    """Give a document with a section of these properties, and with page headers by their names."""
    links = "".join(f'<r Id="{name}" Type="http://x/header" Target="{name}.xml"/>' for name in headers)
    body = f"<w:body>{paragraph('x')}<w:sectPr>{properties}</w:sectPr></w:body>"
    parts = {f"word/{name}.xml": part("hdr", inner) for name, inner in headers.items()}
    return zipped(
        {"word/document.xml": part("document", body), "word/_rels/document.xml.rels": f"<R>{links}</R>".encode()}
        | parts
    )


@pytest.mark.parametrize(
    ("properties", "lines"),
    [
        (REFERENCE.format("default", "a"), ["甲"]),
        (REFERENCE.format("default", "a") + REFERENCE.format("first", "b"), ["甲"]),
        (REFERENCE.format("default", "a") + REFERENCE.format("first", "b") + "<w:titlePg/>", ["甲", "乙"]),
        (REFERENCE.format("even", "b"), []),
        (REFERENCE.format("default", "nowhere"), []),
        (REFERENCE.format("default", "a") * 2, ["甲"]),
        ('<w:headerReference w:type="default"/>', []),
    ],
)
def test_page_headers_are_what_a_document_says_of_itself(properties: str, lines: list[str]) -> None:
    """Those that are shown are given, each line once; what was left behind from another document is not."""
    content = with_headers(properties, a=paragraph("甲") + paragraph(" "), b=paragraph("乙"))

    assert read(content) == [*(Paragraph(line, Role.PAGE) for line in lines), Paragraph("x")]


def test_a_page_header_that_links_to_nothing_is_none() -> None:
    """The link is there, the part is not."""
    content = zipped(
        {
            "word/document.xml": part(
                "document", f"<w:body>{paragraph('x')}<w:sectPr>{REFERENCE.format('default', 'a')}</w:sectPr></w:body>"
            ),
            "word/_rels/document.xml.rels": b'<R><r Id="a" Type="http://x/header" Target="a.xml"/></R>',
        }
    )

    assert read(content) == [Paragraph("x")]


def test_a_title_in_the_page_header_is_taken_where_the_text_has_none() -> None:
    """One in the text goes before it."""
    other = "示例市水务局2021年政府信息公开工作年度报告"

    assert told(titled(Paragraph(TITLE, Role.PAGE))) == (TITLE, "示例市林业局", 2021)
    assert told(titled(Paragraph(other, Role.PAGE), Paragraph(TITLE))) == (TITLE, "示例市林业局", 2021)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("示例市林业局政府信息公开工作年度报告（2021）", None),
        ("示例市林业局政府信息公开工作年度报告2021年", None),
        ("示例市林业局政府信息公开工作年度报告二〇二一年", None),
        ("【示例市林业局】2021年政府信息公开工作年度报告", None),
        (f"标 题：{TITLE}", TITLE),
        ("示例市林业局2021年度年政府信息公开工作报告", None),
        (f"《{TITLE}》", TITLE),
        (f"“{TITLE}”", TITLE),
        ("示例市林业局 | 2021年政府信息公开工作年度报告", TITLE),
    ],
)
def test_agency_and_year_are_told_wherever_a_title_has_them(line: str, title: str | None) -> None:
    """The year behind it, the agency in a frame or in the cell before, all of it as a quotation."""
    reading = titled(Paragraph(line))

    assert (told(reading), noted(reading)) == ((title or line, "示例市林业局", 2021), [])
    assert reading.report.preamble == UNTITLED.preamble


def test_a_frame_around_other_words_is_no_agency() -> None:
    """A column of the site, though it ends as the name of an agency does."""
    rest = "2021年政府信息公开工作年度报告"

    assert told(titled(Paragraph(f"【公开平台站】{rest}"))) == (f"【公开平台站】{rest}", None, 2021)
    assert told(titled(Paragraph(f"【年报】{TITLE}"))) == (f"【年报】{TITLE}", "示例市林业局", 2021)


def test_the_year_can_stand_on_the_line_below() -> None:
    """Without parentheses as well."""
    lines = ("示例市林业局政府信息公开工作年度报告", "2021年度")

    assert told(titled(*map(Paragraph, lines))) == ("".join(lines), "示例市林业局", 2021)


def test_who_published_a_report_is_not_told_by_the_words_for_it() -> None:
    """示例市林业局发布的 is the name of no agency."""
    line = "示例市林业局发布的2021年政府信息公开工作年度报告"

    reading = titled(Paragraph(line))

    assert told(reading) == (line, None, 2021)
    assert noted(reading) == [("METADATA-UNREADABLE", ("agency",), line)]


@pytest.mark.parametrize("line", [f"现公布{TITLE}。", f"最新！{TITLE}", f"示例市林业局，{TITLE[6:]}"])
def test_a_title_with_the_marks_of_a_sentence_is_noted(line: str) -> None:
    """It is not taken, and its words are in the note."""
    reading = titled(Paragraph(line))

    assert told(reading) == (None, None, 2021)
    assert noted(reading) == [("METADATA-UNREADABLE", ("title", "agency"), line)]


@pytest.mark.parametrize("word", ["数说", "图说", "数读", "长图：", "一图看懂", "一张图带你读懂"])
def test_the_explanation_of_a_report_below_its_title_is_a_link(word: str) -> None:
    """Its name is not taken for that of an agency."""
    reading = titled(Paragraph(TITLE), Paragraph(f"{word}{TITLE}"))

    assert (told(reading), noted(reading)) == ((TITLE, "示例市林业局", 2021), [])


REST = "2021年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "agency",
    [
        *("示例县残联", "示例县工商联", "示例县科协", "示例县政协", "示例县政府", "残联"),
        *("示例县政府督查室", "示例县公路段", "示例镇示例村", "示例县政务公开领导小组", "共青团示例县委"),
        *("示例县水利局、示例县林业局", "示例县水利局、林业局", "示例县政务公开领导小组办公室", "示例县政府信息公开办"),
        *("中共示例县委（示例县人民政府）办公室", "示例县烟草专卖局（公司）", "全州县水利局", "本溪市水利局"),
    ],
)
def test_a_body_of_any_kind_above_a_title_that_names_none_is_its_agency(agency: str) -> None:
    """Whatever its name ends with, several together, and offices for disclosure as well."""
    reading = titled(Paragraph(agency), Paragraph(REST))

    assert (told(reading), noted(reading)) == ((f"{agency}{REST}", agency, 2021), [])


@pytest.mark.parametrize(
    ("lines", "raw"),
    [
        (("示例县邮政",), "示例县邮政"),
        (("示例县信息产业",), "示例县信息产业"),
        (("示例县水利局文件",), "示例县水利局文件"),
        (("示例县水利局2021年",), "示例县水利局2021年"),
        (("××县残联",), "××县残联"),
        (("编制单位：示例县水利局",), "编制单位：示例县水利局"),
        (("示例县邮政", "2022-01-12", "发布时间：2022-01-12"), "示例县邮政"),
        (("示例县残联", "示例县妇联"), "示例县妇联"),
        (("首页", "政策动态", "示例县邮政"), "示例县邮政"),
        (("邮政",), "邮政"),
        (("走进示例县",), "走进示例县"),
        (("示例县召开水利工作会",), "示例县召开水利工作会"),
    ],
)
def test_a_line_above_a_title_that_may_name_its_agency_is_noted(lines: tuple[str, ...], raw: str) -> None:
    """It is not taken, and not lost."""
    reading = titled(*map(Paragraph, lines), Paragraph(REST))

    assert (told(reading), noted(reading)) == ((REST, None, 2021), [("METADATA-UNREADABLE", ("agency",), raw)])


@pytest.mark.parametrize(
    "line",
    [
        *("首页", "通知公告", "政务公开", "政府信息公开年报", "示例县要闻", "示例县政府信息公开指南", "附件1", "1"),
        *("示例县人民政府网站", "2022-01-12", "索引号：01-2022-0001", "当前位置：首页>政务公开>年报"),
        *("本网站由示例县主办。", "示例县" * 30, "政策动态\n互动交流"),
        *("我县", "各乡镇", "乡镇街道", "县直单位", "全县各单位", "本局"),
    ],
)
def test_a_line_above_a_title_that_is_plainly_no_agency_is_the_page_s(line: str) -> None:
    """A column of the site, a day, a number, a sentence: nothing is in doubt."""
    reading = titled(*map(Paragraph, line.split("\n")), Paragraph(REST))

    assert (told(reading), noted(reading)) == ((REST, None, 2021), [])


@pytest.mark.parametrize(
    ("above", "agency"),
    [
        *(("示例经济技术", "开发区管理委员会"), ("示例高新", "技术产业开发区财政局"), ("示例综合保", "税区管委会")),
        *(("示例土家族苗", "族自治县水利局"), ("示例彝族自", "治县人民政府"), ("示例省示例", "彝族自治州统计局")),
        *(("示例", "省气象局"), ("示", "例县水利局"), ("示例", "县人民政府"), ("示例高新", "区管理委员会")),
        *(("示例山", "市水利局"), ("示例", "镇财政所"), ("示例", "乡司法所"), ("示例", "街道党政办公室")),
    ],
)
def test_a_name_that_lacks_its_beginning_is_in_doubt_below_a_line_that_can_be_it(above: str, agency: str) -> None:
    """No zone and no autonomous county is called by its kind alone; where the line is one of a menu, it may be."""
    title = f"{agency}{TITLE[6:]}"
    noticed = [("METADATA-UNREADABLE", ("agency",), above)]

    assert (
        told(titled(Paragraph(above), Paragraph(title)))[:2],
        noted(titled(Paragraph(above), Paragraph(title))),
    ) == (
        (title, None),
        noticed,
    )
    for lines in (("政务公开",), ("A1",), ("政策动态", "示例经济"), ()):
        reading = titled(*map(Paragraph, lines), Paragraph(title))
        assert (told(reading)[:2], noted(reading)) == ((title, agency), [])


@pytest.mark.parametrize(
    ("above", "agency"),
    [
        *(("公文", "市中区水利局"), ("公文", "镇江市水利局"), ("公文", "市场监督管理局"), ("公文", "乡村振兴局")),
        *(("公文", "区划地名办公室"), ("领导之窗", "市水利局"), ("示例县", "县政府办公室")),
    ],
)
def test_a_name_that_begins_like_the_end_of_a_place_is_whole_below_a_line_that_cannot_be_its_beginning(
    above: str, agency: str
) -> None:
    """Places begin with such letters, and so do other words; a column is longer than the name of a place."""
    title = f"{agency}{TITLE[6:]}"

    reading = titled(Paragraph(above), Paragraph(title))

    assert (told(reading), noted(reading)) == ((title, agency, 2021), [])


@pytest.mark.parametrize("agency", ["第一师十六团", "新疆生产建设兵团第二师", "第十四师一牧场团", "一〇一团"])
def test_a_division_or_regiment_on_a_line_of_its_own_is_the_agency(agency: str) -> None:
    """Its name is a number; 示例艺术团 may be a line of the menu."""
    assert told(titled(Paragraph(agency), Paragraph(REST))) == (f"{agency}{REST}", agency, 2021)
    assert told(titled(Paragraph("示例艺术团"), Paragraph(REST)))[1] is None


@pytest.mark.parametrize("behind", ["全文", "正文", "定稿", "终稿", "最终稿", "修订版", "公示稿", "更正稿"])
def test_what_the_name_of_a_file_says_behind_a_title_is_no_part_of_its_agency(behind: str) -> None:
    """It is the report, in one of its states."""
    reading = titled(Paragraph(TITLE + behind))

    assert (told(reading), noted(reading)) == ((TITLE + behind, "示例市林业局", 2021), [])


def test_the_year_in_which_a_report_was_published_is_not_the_one_that_it_is_on() -> None:
    """Also where the title names no other."""
    title = "示例市林业局政府信息公开工作年度报告（2022年发布）"

    assert year_of_title(title) is None
    assert told(titled(Paragraph(title))) == (title, "示例市林业局", 2021)


@pytest.mark.parametrize("joined", ["、", "和"])
def test_two_bodies_on_two_lines_are_one_agency(joined: str) -> None:
    """The first line says that another follows."""
    lines = (f"示例县水利局{joined}", "示例县林业局", REST)

    assert told(titled(*map(Paragraph, lines)))[1] == f"示例县水利局{joined}示例县林业局"


def test_a_line_above_a_title_with_an_agency_is_not_noted() -> None:
    """Nothing is missing that it could tell."""
    assert noted(titled(Paragraph("示例县邮政"), Paragraph(TITLE))) == []


@pytest.mark.parametrize("above", ["高新区管理委员会", "示例高新区管委会", "示例市林业局", "示例市卫生健康委员会"])
@pytest.mark.parametrize("agency", ["高新区管理委员会", "开发区管理委员会"])
def test_a_body_above_a_name_that_could_lack_its_beginning_is_none(above: str, agency: str) -> None:
    """The name of the site is whole."""
    title = f"{agency}{TITLE[6:]}"

    reading = titled(Paragraph(above), Paragraph(title))

    assert (told(reading), noted(reading)) == ((title, agency, 2021), [])


@pytest.mark.parametrize(
    "title",
    [
        "示例市林业局2021年政务公开工作总结暨政府信息公开年度报告",
        "示例市林业局2021年信息公开工作总结和政府信息公开工作年度报告",
        f"一、{TITLE}",
        f"（一）{TITLE}",
        "示例市林业局贰零贰壹年政府信息公开工作年度报告",
        "示例市林业局（盖章）2021年政府信息公开工作年度报告",
        "示例市林业局贰〇贰壹年度政府信息公开工作年度报告",
        "示例市人民政府办公室关于示例市林业局2021年政府信息公开工作年度报告",
        "示例市林业局关于政府信息公开工作2021年度报告",
    ],
)
def test_what_a_title_has_beside_its_agency_is_no_part_of_that(title: str) -> None:
    """Another report on disclosure, its number, the year as a receipt has it, the body that reports on another."""
    reading = titled(Paragraph(title))

    assert (told(reading), noted(reading)) == ((title, "示例市林业局", 2021), [])


@pytest.mark.parametrize(
    "before",
    [
        *(
            "（文字版）",
            "（公示稿）",
            "（更正）",
            "（拟公开）",
            "(转发)",
            "（3）",
            "更正后的",
            "修订后",
            "调整后的",
            "完善后的",
        ),
        *(
            "更新版",
            "最新版的",
            "新版",
            "公布",
            "关于公布",
            "关于重新发布",
            "拟公开",
            "转发",
            "报送",
            "补发",
            "A.",
            "3）",
            "*",
        ),
        *("《", "“", '"', "》", "示林发2022年3号 "),
    ],
)
def test_what_says_in_which_form_a_report_is_handed_out_is_no_part_of_its_agency(before: str) -> None:
    """Corrected, as text, handed on, or quoted: 更正后的示例市林业局 is no body."""
    reading = titled(Paragraph(f"{before}{TITLE}"))

    assert (told(reading), noted(reading)) == ((f"{before}{TITLE}".strip(), "示例市林业局", 2021), [])


@pytest.mark.parametrize("name", ["第六六六团更正局", "全州县新版局", "示例市林业局（更正办）"])
def test_such_words_elsewhere_are_of_the_name(name: str) -> None:
    """Within it, or behind it."""
    assert told(titled(Paragraph(f"{name}2021年政府信息公开工作年度报告")))[1:] == (name, 2021)


@pytest.mark.parametrize("before", ["2022年 ", "【2022年】", "2022年度", "示例专题2022年："])
def test_the_year_right_before_the_subject_is_that_of_the_report(before: str) -> None:
    """Another one in front is that of the column of a site, or of publication."""
    assert year_of_title(f"{before}{TITLE}") == 2021


@pytest.mark.parametrize("before", ["示例省人民政府 ", "示例省人民政府办公厅\u3000", "示例县人民政府办公室  "])
def test_the_body_of_a_site_before_that_of_the_report_hides_it(before: str) -> None:
    """示例省人民政府示例市林业局 is no body; which of the two reports is not told."""
    title = f"{before}{TITLE}"

    reading = titled(Paragraph(title))

    assert (told(reading), noted(reading)) == ((title, None, 2021), [("METADATA-UNREADABLE", ("agency",), title)])


@pytest.mark.parametrize(
    "names", ["示例县教育局 示例县体育局", "示例县教育局\u3000示例县体育局", "示例县 示例县教育局"]
)
def test_two_bodies_of_one_place_are_not_run_into_one(names: str) -> None:
    """Whether they report together, or one is the column of a site, is not told."""
    title = f"{names}2021年政府信息公开工作年度报告"

    reading = titled(Paragraph(title))

    assert (told(reading), noted(reading)) == ((title, None, 2021), [("METADATA-UNREADABLE", ("agency",), title)])


@pytest.mark.parametrize("is_above", [True, False])
@pytest.mark.parametrize("names", ["示例县教育局 示例县体育局", "示例县人民政府 示例县体育局"])
def test_a_title_with_two_bodies_leaves_that_of_a_third_in_doubt(names: str, is_above: bool) -> None:
    """It names no agency by itself, but another one than the title above or below it does."""
    two, other = f"{names}2021年政府信息公开工作年度报告", "示例县民政局2021年政府信息公开工作年度报告"

    reading = titled(*map(Paragraph, (two, other) if is_above else (other, two)))

    assert told(reading) == (other, None, 2021)
    assert noted(reading) == [("METADATA-UNREADABLE", ("agency",), f"{other} | {two}")]


def test_a_title_with_two_bodies_says_nothing_against_that_of_the_second() -> None:
    """示例县 before 示例县教育局 can be a column of the site."""
    title = "示例县教育局2021年政府信息公开工作年度报告"

    assert told(titled(Paragraph(f"示例县 {title}"), Paragraph(title))) == (title, "示例县教育局", 2021)


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("示例县 示例镇人民政府2021年", "示例县示例镇人民政府"),
        ("示例市示例区人民政府 南岸街道办事处2021年", "示例市示例区人民政府南岸街道办事处"),
        ("示例市示例区人民政府 南岸地区办事处2021年", "示例市示例区人民政府南岸地区办事处"),
        ("示例市人民政府 办公室2021年", "示例市人民政府办公室"),
        ("示例市公安局 示例县分局2021年", "示例市公安局示例县分局"),
        ("公布示例市人民政府 2021年", "示例市人民政府"),
    ],
)
def test_a_blank_in_a_name_is_none_of_it(title: str, agency: str) -> None:
    """Where both halves are one body, or the blank stands behind the name."""
    reading = titled(Paragraph(f"{title}政府信息公开工作年度报告"))

    assert (told(reading)[1:], noted(reading)) == ((agency, 2021), [])


@pytest.mark.parametrize("years", ["2020年、2021年", "2020、2021年", "2020年度和2021年度", "2020-2021年"])
def test_a_title_of_several_years_tells_none(years: str) -> None:
    """Of which of them the report is, only something else can tell."""
    title = f"示例市林业局{years}政府信息公开工作年度报告"

    reading = recognize([Paragraph(title), *foreign(attrs.evolve(UNTITLED, preamble=[]), spans)])

    notes = [("METADATA-UNREADABLE", ("agency",), title), ("YEAR-MISSING", ("year",), title)]
    assert (told(reading), sorted(noted(reading))) == ((title, None, None), notes)


@pytest.mark.parametrize("other", ["工作总结暨", "政务公开工作总结暨2021年", "依法行政和", "年度工作总结"])
def test_another_report_in_the_title_hides_the_agency(other: str) -> None:
    """Where its name begins is not told."""
    title = f"示例市林业局2021年{other}政府信息公开工作年度报告"

    reading = titled(Paragraph(title))

    assert (told(reading), noted(reading)) == ((title, None, 2021), [("METADATA-UNREADABLE", ("agency",), title)])


@pytest.mark.parametrize(
    "title",
    [
        "2021年示例县人民政府信息公开工作年度报告",
        "示例县人民政府信息公开2021年度报告",
        "示例县人民政府政府信息公开工作年度报告（2021年度）",
    ],
)
def test_a_peoples_government_keeps_its_name(title: str) -> None:
    """人民政府信息公开 is disclosure of information by a 人民政府, not 政府信息公开 of a 人民."""
    reading = titled(Paragraph(title))

    assert (told(reading), noted(reading)) == ((title, "示例县人民政府", 2021), [])


@pytest.mark.parametrize(
    "said", [" 发布时间：2022-01-20", "\u3000\u30002022-01-20", " 日期：2022-01-20 来源：本站 浏览次数：12"]
)
def test_what_a_site_says_behind_a_title_is_no_part_of_it(said: str) -> None:
    """On the same line; the title was lost, and the agency with it."""
    reading = titled(Paragraph(f"{TITLE}{said}"))

    assert (told(reading), str(reading.report.published)) == ((TITLE, "示例市林业局", 2021), "2022-01-20")
    assert (reading.notes, reading.report.preamble) == ((), UNTITLED.preamble)


def test_a_sentence_behind_a_title_hides_it() -> None:
    """What it is a part of is no title; a note says so, and the year is that of the period."""
    line = f"{TITLE} 现予公布"

    reading = titled(Paragraph(line))

    assert told(reading) == (None, None, 2021)
    assert [(code, raw) for code, _, raw in noted(reading)] == [("METADATA-UNREADABLE", line)]


@pytest.mark.parametrize("gap", [" ", "\u3000\u3000"])
@pytest.mark.parametrize(
    "text",
    ["根据《条例》，编制本报告。", "本年度报告由办公室编制，如有疑问，请与我局联系。", "为深入贯彻《条例》，现公布。"],
)
def test_the_text_behind_a_title_on_its_line_is_a_paragraph(gap: str, text: str) -> None:
    """They were one line, in which the title was lost, and the agency with it."""
    reading = titled(Paragraph(f"{TITLE}{gap}{text}"))

    assert (told(reading), noted(reading)) == ((TITLE, "示例市林业局", 2021), [])
    assert reading.report.preamble == [text, *(UNTITLED.preamble or ())]


def test_a_sentence_that_begins_with_the_title_above_it_stays_whole() -> None:
    """It speaks of the report."""
    text = f"{TITLE} 根据《条例》编制。"

    first = "按照《条例》，全文如下。"
    for lines, above in (((TITLE, text), []), ((f"{TITLE} {first}", text), [first])):
        reading = titled(*map(Paragraph, lines))

        assert (told(reading), noted(reading)) == ((TITLE, "示例市林业局", 2021), [])
        assert reading.report.preamble == [*above, text, *(UNTITLED.preamble or ())]


@pytest.mark.parametrize(
    "text", ["根据《条例》编制。", "按照《条例》的要求编制，统计期限自2021年1月1日起至2021年12月31日止。" * 2]
)
def test_a_sentence_that_begins_with_a_title_is_noted_where_none_stands(text: str) -> None:
    """However long it is: the title can be its subject, and then the sentence has no other."""
    line = f"{TITLE}{text}"

    reading = titled(Paragraph(line))

    assert (told(reading), noted(reading)) == (
        (None, None, 2021),
        [("METADATA-UNREADABLE", ("title", "agency"), line)],
    )


@pytest.mark.parametrize("subject", ["本年度", "本单位", "", "我局", "全市"])
def test_a_sentence_that_speaks_of_the_report_is_no_title(subject: str) -> None:
    """It names no agency with a year; the year is that before the day of publication, as without the sentence."""
    text = f"{subject}政府信息公开工作年度报告根据《条例》编制。"
    untold = foreign(attrs.evolve(UNTITLED, period=None, preamble=[]), spans)

    reading = recognize([Paragraph("发布日期：2022-01-20"), Paragraph(text), *untold])

    assert (told(reading), noted(reading)) == ((None, None, 2021), [])
    assert reading.report.preamble == [text]


@pytest.mark.parametrize("text", ["全市各单位的年度报告按照要求公开", "《示例市林业局2021年年报》根据《条例》编制"])
def test_a_sentence_that_begins_with_no_title_is_not_noted(text: str) -> None:
    """It names reports, or quotes the name of one."""
    assert (
        noted(
            titled(Paragraph(f"{text}，全文共六个部分，如有疑问，请与示例市林业局办公室联系，地址为示例路12号。" * 2))
        )
        == []
    )


def test_a_title_of_a_school_year_is_noted() -> None:
    """示例学院2020—2021学年 is of two years; its words are in the note."""
    line = "示例学院2020—2021学年信息公开年度报告"

    reading = titled(Paragraph(line))

    assert noted(reading) == [("METADATA-UNREADABLE", ("title", "agency"), line)]


@pytest.mark.parametrize(
    "title",
    [
        *("示例市林业局（2021）政府信息公开工作年度报告", "示例市林业局[2021]政府信息公开工作年度报告"),
        *("示例市林业局〔2021〕年政府信息公开工作年度报告", "〔2021〕年度示例市林业局政府信息公开工作年度报告"),
        *("示例市林业局年度政府信息公开工作年度报告（2021年）", "2021年·示例市林业局政府信息公开工作年度报告"),
    ],
)
def test_a_year_in_brackets_is_that_of_the_title_and_no_part_of_the_agency(title: str) -> None:
    """Whatever brackets; nor is a dot behind the year, or 年度 before the subject."""
    reading = titled(Paragraph(title))

    assert (told(reading), noted(reading)) == ((title, "示例市林业局", 2021), [])


def test_the_number_of_a_document_in_a_title_tells_no_year() -> None:
    """示林发〔2022〕3号 is a number; the year of the report is not known then."""
    title = "示林发〔2022〕3号示例市林业局政府信息公开工作年度报告"

    reading = recognize([Paragraph(title), *foreign(attrs.evolve(UNTITLED, period=None, preamble=[]), spans)])

    assert (told(reading), noted(reading)) == ((title, "示例市林业局", None), [("YEAR-MISSING", ("year",), title)])


@pytest.mark.parametrize(
    "title",
    [
        *(
            f"示例市林业局2021年{words}政府信息公开工作年度报告"
            for words in ("本机关", "部门", "县级", "全市", "市本级")
        ),
        *("示例市林业局2021年基层政务公开工作年度报告", "示例市林业局2021年的重点领域信息公开工作年度报告"),
        *("示例市林业局2021年党务政务公开工作年度报告", "示例市林业局2021年政府网站信息公开工作年度报告"),
        *("示例市人民政府网站 示例市林业局2021年政府信息公开工作年度报告", f"政府信息公开 {TITLE}"),
        f"示例市 政务公开 {TITLE}",
    ],
)
def test_words_that_are_no_name_beside_an_agency_hide_it(title: str) -> None:
    """What the report covers, behind the year; the site or a column of it in front."""
    reading = titled(Paragraph(title))

    assert told(reading) == (title, None, 2021)
    assert noted(reading) == [("METADATA-UNREADABLE", ("agency",), title)]


@pytest.mark.parametrize("between", ["年关于", "年度关于", "年关于年度", "年度年度", "年年年度", "年度的年度"])
def test_words_between_year_and_subject_that_name_nothing_hide_no_agency(between: str) -> None:
    """关于 tells of what the report is, and 年度 can stand twice."""
    title = f"示例市林业局2021{between}政府信息公开工作情况的报告"

    reading = titled(Paragraph(title))

    assert (told(reading), noted(reading)) == ((title, "示例市林业局", 2021), [])


@pytest.mark.parametrize("agency", ["全州县林业局", "市林业局", "示例市气象部门"])
def test_a_name_behind_the_year_is_the_agency(agency: str) -> None:
    """Though it begins or ends like such words."""
    reading = titled(Paragraph(f"2021年{agency}政府信息公开工作年度报告"))

    assert (told(reading)[1:], noted(reading)) == ((agency, 2021), [])


@pytest.mark.parametrize("mark", [" ", "—", "-", "（"])
def test_a_long_name_behind_a_title_is_noted(mark: str) -> None:
    """It may be the agency, or the site."""
    title = f"2021年政府信息公开工作年度报告{mark}国家税务总局示例市示例区税务局第一税务分局"

    reading = titled(Paragraph(title))

    assert told(reading) == (None, None, 2021)
    assert noted(reading) == [("METADATA-UNREADABLE", ("title", "agency"), title)]


@pytest.mark.parametrize(
    "again",
    [
        ("示例市林业局", "2021年政府信息公开工作年度报告"),
        ("示例市林业局2021年", "政府信息公开工作年度报告"),
        ("示例市林业局2021年度", "政府信息公开年报"),
        ("示例市林业局2021年政府信息公开工作", "年度报告"),
        ("示例市林业局", "2021年政府信息公开", "工作年度报告"),
    ],
)
@pytest.mark.parametrize("day", ["发布时间：2022-01-20", "2022-01-20"])
def test_a_title_that_stands_again_below_on_more_lines_is_the_title(again: tuple[str, ...], day: str) -> None:
    """The headline of the page is that of the document once more, and the day between them that of publication."""
    lines = (TITLE, day, "来源：示例市林业局", "部门年报", *again, "本报告依据条例编制。")

    reading = recognize([*map(Paragraph, lines), *foreign(attrs.evolve(UNTITLED, preamble=[]), spans)])

    assert (told(reading), noted(reading)) == (("".join(again), "示例市林业局", 2021), [])
    assert (reading.report.preamble, reading.report.published) == (["本报告依据条例编制。"], dt.date(2022, 1, 20))


@pytest.mark.parametrize(
    "below", [("示例市水利局", "2021年政府信息公开工作年度报告"), ("2021年政府信息公开工作年度报告",)]
)
def test_a_title_below_that_names_no_or_another_agency_is_not_the_title_again(below: tuple[str, ...]) -> None:
    """It stays where it stands, as one does that a sentence parts from the title."""
    again = ("示例市林业局", f"{TITLE[6:]}")
    for above, lines in (("本报告如下：", below), ("本报告依据条例编制。", again), ("依据条例，编制本报告", again)):
        reading = recognize([*map(Paragraph, (TITLE, above, *lines)), *foreign(UNTITLED, spans)])

        assert told(reading) == (TITLE, "示例市林业局", 2021)
        assert (reading.report.preamble or [])[: 1 + len(lines)] == [above, *lines]


@pytest.mark.parametrize("sign", [" > ", ">", " » "])
def test_the_way_to_a_page_is_no_title_where_one_stands_on_two_lines(sign: str) -> None:
    """Though its last step is called as a report is."""
    way = sign.join(("- 首页", "政务公开", "政府信息公开年度报告"))
    lines = (way, "示例市林业局2021年政府信息公开", "工作年度报告")

    reading = titled(*map(Paragraph, lines))

    assert (told(reading), noted(reading)) == ((TITLE, "示例市林业局", 2021), [])


def test_a_title_below_one_that_names_no_agency_is_the_title() -> None:
    """It says the same, and more, though on two lines."""
    lines = (TITLE[6:], "示例市林业局2021年政府信息公开", "工作年度报告")

    reading = titled(*map(Paragraph, lines))

    assert (told(reading), noted(reading)) == ((TITLE, "示例市林业局", 2021), [])


@pytest.mark.parametrize(
    "lines",
    [
        ("国家税务总局", "示例市税务局2021年政府信息公开工作年度报告"),
        ("国家税务总局", "示例市税务局", "2021年政府信息公开工作年度报告"),
        ("2021年国家统计局", "示例调查队政府信息公开工作年度报告"),
        ("中华人民共和国", "示例海关2021年政府信息公开工作年度报告"),
        ("示例县公安局", "城关派出所2021年政府信息公开工作年度报告"),
        ("示例市生态环境局", "高新分局2021年政府信息公开工作年度报告"),
        ("示例县人民政府办", "公室2021年政府信息公开工作年度报告"),
        ("示例经济开发区管理委", "员会2021年政府信息公开工作年度报告"),
        ("示例县住房和城", "乡建设局2021年政府信息公开工作年度报告"),
        *(
            ("中共示例县委", "机构编制委员会办公室2021年政府信息公开工作年度报告"),
            ("中共示例县委机构编制", "委员会办公室2021年政府信息公开工作年度报告"),
            ("中共示例县委员会", "党校2021年政府信息公开工作年度报告"),
        ),
    ],
)
def test_a_name_that_begins_with_another_body_or_breaks_in_a_word_is_read_whole(lines: tuple[str, ...]) -> None:
    """Offices of the state, and those below another one, are called by both; no body is called by the end of a word."""
    reading = titled(*map(Paragraph, lines))

    title = "".join(lines)
    agency = title.replace("2021年", "").removesuffix("政府信息公开工作年度报告")
    assert (told(reading), noted(reading)) == ((title, agency, 2021), [])


@pytest.mark.parametrize(
    "lines",
    [
        ("示例县人民政府", "城关派出所2021年政府信息公开工作年度报告"),
        ("示例县公安局", "示例县司法局", "城关派出所2021年政府信息公开工作年度报告"),
        ("国家税务总局示例省税务局", "国家税务总局示例市税务局2021年政府信息公开工作年度报告"),
        ("国家税务总局", "示例省气象局2021年政府信息公开工作年度报告"),
        ("示例县概况", "市民政局2021年政府信息公开工作年度报告"),
        ("示例县公安局", "示例县交警大队2021年政府信息公开工作年度报告"),
        ("通知公告", "城关派出所2021年政府信息公开工作年度报告"),
        ("示例县司法局", "水利局2021年政府信息公开工作年度报告"),
        ("示例县司法局", "城关派出所2021年政府信息公开工作年度报告"),
        ("国家统计局", "国家统计局示例调查队2021年政府信息公开工作年度报告"),
        ("国家税务总局示例省税务局", "示例县水利局2021年政府信息公开工作年度报告"),
        ("示例县教育", "市民政局2021年政府信息公开工作年度报告"),
        ("示例县教育", "市建设管理局2021年政府信息公开工作年度报告"),
        ("文化名城", "市建设管理局2021年政府信息公开工作年度报告"),
        ("示例县连城", "乡村振兴局示例县分局2021年政府信息公开工作年度报告"),
        ("乡镇街道", "水利局2021年政府信息公开工作年度报告"),
        ("中华人民共和国中央人民政府", "示例海关2021年政府信息公开工作年度报告"),
    ],
)
def test_another_body_above_a_title_is_no_part_of_its_agency(lines: tuple[str, ...]) -> None:
    """The name of the site, the last line of a menu."""
    assert told(titled(*map(Paragraph, lines)))[:2] == (lines[-1], lines[-1].removesuffix(TITLE[6:]))


def test_a_column_of_the_site_above_a_title_with_a_broken_year_is_no_part_of_it() -> None:
    """Its lines are as full as they are, but the column is whole."""
    lines = ("乡镇街道", "示例县新闻出版局（202", "1）政府信息公开工作年度报告")

    assert told(titled(*map(Paragraph, lines))) == ("".join(lines[1:]), "示例县新闻出版局", 2021)


def test_an_agency_in_brackets_behind_a_title_is_no_part_of_the_body_above() -> None:
    """The agency of the state stands above the title, not before the name."""
    lines = ("国家税务总局", "2021年政府信息公开工作年度报告（示例市税务局第一税务分局）")

    assert told(titled(*map(Paragraph, lines))) == (lines[1], "示例市税务局第一税务分局", 2021)


def test_a_body_that_manages_a_site_is_an_agency() -> None:
    """Unlike a site before the name of one."""
    title = "示例市政府网站管理中心2021年政府信息公开工作年度报告"

    assert told(titled(Paragraph(title))) == (title, "示例市政府网站管理中心", 2021)

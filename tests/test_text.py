"""The official layout as plain text: what we write is read again, unchanged."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from support.builders import OPENING, build_report

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell, MetadataBlock, Paragraph, Role
from govdisclosure.formats import text
from govdisclosure.model.report import OtherSection
from govdisclosure.testing import reports
from govdisclosure.writing.compose import compose


@given(report=reports(extensions=False))
def test_every_report_is_read_as_it_was_written(report: gd.AnnualReport) -> None:
    """For all reports, with tables of either edition or none, any figures and any text: equal, and no notes."""
    assert gd.parse(gd.render(report, "text")) == gd.Reading(report)


@given(report=reports(extensions=True))
def test_extensions_stay_behind(report: gd.AnnualReport) -> None:
    """The text holds no extensions; all else is the same."""
    read = gd.parse(gd.render(report, "text")).report

    assert read.extensions == {}
    read.extensions = report.extensions
    assert read == report


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\r\r\n"])
@given(report=reports(extensions=False))
def test_line_ends_of_another_system_change_nothing(report: gd.AnnualReport, ending: str) -> None:
    """Editors end lines with CR LF or CR, or begin files with a mark; Windows makes CR CR LF of CR LF."""
    written = gd.render(report, "text").replace("\n", ending)

    assert gd.parse(b"\xef\xbb\xbf" + written.encode()) == gd.Reading(report)


def test_the_text_is_the_official_layout() -> None:
    """Title, preamble, headings and tables stand as on the form, their columns aligned."""
    report = build_report(requests=None, review_and_litigation=None, problems_and_improvements=None)

    assert gd.render(report, "text") == (
        'govdisclosure："1"\n'
        '发布日期："2022-01-20"\n'
        '空缺部分：["三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", '
        '"五、存在的主要问题及改进情况"]\n'
        "\n"
        "示例镇人民政府2021年政府信息公开工作年度报告\n"
        "本报告所列数据的统计期限自2021年1月1日起至2021年12月31日止。\n"
        "\n"
        "一、总体情况\n"
        f"{OPENING}\n"
        "本机关依法公开政府信息。\n"
        "\n"
        "二、主动公开政府信息情况\n"
        "第二十条第（一）项 |\n"
        "信息内容       | 本年制发件数 | 本年废止件数 | 现行有效件数\n"
        "规章           | 0            | 0            | 0\n"
        "行政规范性文件 | 2            | 0            | 4\n"
        "第二十条第（五）项 |\n"
        "信息内容       | 本年处理决定数量\n"
        "行政许可       | 8\n"
        "第二十条第（六）项 |\n"
        "信息内容       | 本年处理决定数量\n"
        "行政处罚       | 2\n"
        "行政强制       | 0\n"
        "第二十条第（八）项 |\n"
        "信息内容       | 本年收费金额（单位：万元）\n"
        "行政事业性收费 | 0\n"
        "\n"
        "六、其他需要报告的事项\n"
        "本机关本年度未收取政府信息公开信息处理费。\n"
    )


def test_table_four_has_its_headers_above_its_figures() -> None:
    """A column head over several columns is as wide as they are; a cell that reaches down leaves blank room below."""
    report = build_report(cells={"review_and_litigation.litigation.direct.upheld": gd.NA})

    lines = gd.render(report, "text").splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith("行政复议"))

    assert lines[start : start + 4] == [
        "行政复议                                         | 行政诉讼",
        "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉" + " " * 33 + "| 复议后起诉",
        (
            "         |          |          |          |      | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 "
            "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计"
        ),
        (
            "0        | 0        | 0        | 0        | 0    | /        | 0        | 0        | 0        | 0    "
            "| 0        | 0        | 0        | 0        | 0"
        ),
    ]


_CODE = "11320682014242577N"


@pytest.mark.parametrize(
    ("code", "published", "head"),
    [
        (_CODE, dt.date(2022, 1, 20), {}),
        (None, None, {"统一社会信用代码": None, "发布日期": None}),
    ],
)
def test_the_head_says_that_what_a_paragraph_tells_does_not_hold(
    code: str | None, published: dt.date | None, head: dict[str, None]
) -> None:
    """A code and a day of publication that stand in the preamble are those of the report, unless the head denies it."""
    report = build_report(
        agency=gd.Agency(name="示例镇人民政府", code=code),
        published=published,
        preamble=["统一社会信用代码：" + _CODE, "发布日期：2022-01-20", *build_report().preamble],
    )

    assert compose(report)[0] == MetadataBlock({"govdisclosure": "1", **head})
    assert gd.parse(gd.render(report, "text")) == gd.Reading(report)


def test_the_head_holds_only_what_the_rest_does_not_tell() -> None:
    """Agency, year and period are read from title and preamble where they stand there."""
    report = build_report(published=None)
    unusual = build_report(
        agency=gd.Agency(name="另一机关", division="320682"), period=None, published=dt.date(1, 1, 1)
    )
    unusual.year = 2022

    assert compose(report)[0] == MetadataBlock({"govdisclosure": "1"})
    nameless = build_report(agency=None, title="2021年政府信息公开工作年度报告", published=None)
    assert compose(nameless)[0] == MetadataBlock({"govdisclosure": "1"})
    assert compose(unusual)[0] == MetadataBlock(
        {
            "govdisclosure": "1",
            "机关名称": "另一机关",
            "行政区划代码": "320682",
            "年度": 2022,
            "统计期限": None,
            "发布日期": "0001-01-01",
        }
    )


def test_a_period_that_section_one_tells_is_not_that_of_a_report_without_one() -> None:
    """So the head says that there is none; and says nothing where the two are the same."""
    told = build_report(preamble=[], overview=["统计期限自2021年1月1日起至2021年12月31日止。"], published=None)
    without = build_report(preamble=[], overview=told.overview, published=None, period=None)

    assert compose(told)[0] == MetadataBlock({"govdisclosure": "1"})
    assert compose(without)[0] == MetadataBlock({"govdisclosure": "1", "统计期限": None})
    assert gd.parse(gd.render(without, "text")) == gd.Reading(without)


def test_blank_report_round_trips() -> None:
    """The blank form is read as a blank form, its tables blank and not missing."""
    for year in (2020, 2025):
        blank = gd.AnnualReport.blank(agency="示例县统计局", year=year)

        assert gd.parse(gd.render(blank, "text")) == gd.Reading(blank)


def test_paragraphs_that_look_like_something_else_are_escaped() -> None:
    """Headings, table rows, quotes and blanks in the narrative are written as JSON strings."""
    paragraphs = ["二、主动公开政府信息情况", "a | b", '"x"', " 前有空格", "", "正常"]
    report = build_report(overview=paragraphs)

    written = gd.render(report, "text")

    assert '"二、主动公开政府信息情况"\n"a | b"\n"\\"x\\""\n" 前有空格"\n""\n正常\n' in written
    assert gd.parse(written).report.overview == paragraphs


def test_headings_that_look_like_something_else_are_escaped() -> None:
    """They are written as JSON lists, which are not taken for paragraphs."""
    others = [
        OtherSection(heading=heading, paragraphs=["甲"]) for heading in ("七、甲 | 乙", '"八"', '["九"]', "十、附件")
    ]

    written = gd.render(build_report(other_sections=others), "text")

    lines = written.splitlines()
    assert [lines[place - 1] for place, line in enumerate(lines) if line == "甲"] == [
        '["七、甲 | 乙"]',
        '["\\"八\\""]',
        '["[\\"九\\"]"]',
        "十、附件",
    ]
    assert gd.parse(written).report.other_sections == others


def test_a_line_is_decoded_only_if_it_was_written_so() -> None:
    """A JSON string that somebody else put into the text stays as it stands."""
    written = gd.render(build_report(overview=["甲"]), "text")
    edited = written.replace("\n甲\n", '\n"甲"\n"\\u7532"\n["甲"]\n[" "]\n" \\n"\n"不完整\n')

    assert gd.parse(edited).report.overview == ['"甲"', '"\\u7532"', '["甲"]', '[" "]', '" \\n"', '"不完整']


def test_our_own_text_can_be_filled_in_by_hand() -> None:
    """Figures put into the written form are read; what cannot be read is left blank and noted."""
    written = gd.render(gd.AnnualReport.blank(agency="示例县统计局", year=2025), "text")
    lines = [
        "行政许可 | 7" if line.startswith("行政许可") else "行政处罚 | 约3" if line.startswith("行政处罚") else line
        for line in written.splitlines()
    ]

    reading = gd.parse("\n".join(lines))

    assert gd.get(reading.report, "proactive_disclosure.licensing.decisions") == 7
    assert gd.get(reading.report, "proactive_disclosure.penalties.decisions") is None
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [
        ("CELL-UNREADABLE", ("proactive_disclosure.penalties.decisions",), "约3")
    ]


def test_blank_lines_above_our_own_text_change_nothing() -> None:
    """The metadata begin with the first line that holds something."""
    written = gd.render(build_report(), "text")

    assert gd.parse(f"\n \n{written}") == gd.parse(written)


@pytest.mark.parametrize("lost", ["\ufdd0", "\ufffe", "\U0002ffff", "\ud800"])
def test_what_is_no_character_stands_for_one_that_was_lost(lost: str) -> None:
    """It is never dropped silently: a cell with it is no blank, and a sentence is noted."""
    (paragraph, grid) = text.read(f"政府信{lost}公开\n规章 | {lost} | 1{lost}2")
    assert paragraph == Paragraph("政府信\ufffd公开")
    assert isinstance(grid, Grid)
    assert [cell.text.strip() for cell in grid.rows[0]] == ["规章", "\ufffd", "1\ufffd2"]

    report = build_report(published=None, overview=["依法公开政府信息。"])
    blocks = [block for block in compose(report) if not isinstance(block, MetadataBlock)]
    reading = gd.parse(text.write(blocks).replace("政府信息。", f"政府信{lost}。"), format="text")
    assert ("CHARACTERS-LOST", ("overview[0]",), "依法公开政府信\ufffd。") in [
        (note.code, note.paths, note.raw) for note in reading.notes
    ]


def test_only_a_line_feed_ends_a_line_of_our_own_text() -> None:
    """What somebody put into it, and ends a line of a text of others, is a blank in ours."""
    marks = "甲\f乙\x85丙\x0b丁\r戊"
    written = gd.render(build_report(overview=["甲"]), "text")

    assert gd.parse(written.replace("\n甲\n", f"\n{marks}\n")).report.overview == ["甲 乙 丙 丁 戊"]
    assert text.read(f"{marks}\u2028己\u2029庚") == [Paragraph(words) for words in "甲乙丙丁戊己庚"]


def test_a_full_width_blank_alone_is_a_blank_cell_of_others() -> None:
    """In a text of ours it is an empty line; nor is anything decoded that we did not write."""
    written = gd.render(build_report(overview=["甲", "乙"]), "text")

    assert text.read('甲\n\u3000\n \n" 乙"\n"丙|丁"') == [
        *(Paragraph("甲"), Paragraph("\u3000"), Paragraph('" 乙"')),
        Grid(((GridCell('"丙'), GridCell('丁"')),), lines=True),
    ]
    assert gd.parse(written.replace("\n乙\n", "\n\u3000\n乙\n")).report.overview == ["甲", "乙"]


def test_our_own_text_cut_anywhere_is_never_silently_wrong() -> None:
    """Cut after any line, a text of ours is refused, or what it still holds is right."""
    report = build_report()
    lines = gd.render(report, "text").splitlines(keepends=True)
    codes = set()
    for end in range(len(lines)):
        try:
            reading = gd.parse("".join(lines[:end]))
        except gd.ReadError as error:
            codes.add(error.code)
        else:
            assert list(gd.cells(reading.report)) == list(gd.cells(report))

    assert codes == {"EMPTY", "TITLE-MISSING", "HEADING-MISSING", "BREAKS-OFF"}


def test_a_table_that_was_deleted_from_our_own_text_is_noted() -> None:
    """A heading that the metadata do not call missing must have its table."""
    written = gd.render(build_report(), "text")
    start, end = written.index("行政复议  "), written.index("\n五、")

    reading = gd.parse(written[:start] + written[end:])

    assert reading.report.review_and_litigation is None
    assert [(note.code, note.paths) for note in reading.notes] == [
        ("TABLE-MISSING", ("review_and_litigation",)),
        ("METADATA-UNREADABLE", ("published",)),
    ]


def broken(old: str, new: str) -> str:
    """Write a report and change something in it."""
    report = build_report(other_sections=[])
    written = gd.render(report, "text")
    assert old in written
    return written.replace(old, new, 1)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            broken('govdisclosure："1"', 'govdisclosure："2"'),
            "text, head: version '2' of the layout is not known; known is '1'",
        ),
        (
            broken('发布日期："2022-01-20"', "发布日期：2022-01-20"),
            (
                "text, line 2: the head is 名称：JSON, each name once, and ends at an empty line; "
                "found '发布日期：2022-01-20'"
            ),
        ),
        (
            broken('发布日期："2022-01-20"', '发布日期："2022-01-20"\n发布日期："2022-01-20"'),
            (
                "text, line 3: the head is 名称：JSON, each name once, and ends at an empty line; "
                "found '发布日期：\"2022-01-20\"'"
            ),
        ),
        (broken('发布日期："2022-01-20"', '发布日期："昨天"'), "text, head: Invalid isoformat string: '昨天'"),
        (broken('发布日期："2022-01-20"', "发布日期：7"), "text, head: published must be a date, got 7"),
        (broken('发布日期："2022-01-20"', "统计期限：[1]"), "text, head: 统计期限 must be two dates, got [1]"),
        (broken('发布日期："2022-01-20"', "标题：5"), "text, head: 标题 can only be null, got 5"),
        (broken('发布日期："2022-01-20"', '机关："某局"'), "text, head: 机关 can only be null, got '某局'"),
        (
            broken('发布日期："2022-01-20"', '统计期限：["2021-01-01"]'),
            "text, head: 统计期限 must be two dates, got ['2021-01-01']",
        ),
        (broken('发布日期："2022-01-20"', "怪：1"), "text, head: unknown name '怪'"),
        (
            broken('发布日期："2022-01-20"', '空缺部分：["七"]'),
            "text, head: 空缺部分 names '七', which is no section of the form",
        ),
        (
            broken('发布日期："2022-01-20"', '其他部分：["a\\nb"]'),
            "text, head: 其他部分 must be a list of headings, got ['a\\nb']",
        ),
        (
            broken('发布日期："2022-01-20"', '其他部分：[["七"]]'),
            "text, head: 其他部分 must be a list of headings, got [['七']]",
        ),
        (broken('发布日期："2022-01-20"', "其他部分：7"), "text, head: 其他部分 must be a list of headings, got 7"),
        ('govdisclosure："1"', "text: expected a title, found none"),
        (
            'govdisclosure："1"\n\n规章 | 1\n',
            (
                "text: expected the headings and tables of the form, such as 三、收到和处理政府信息公开申请情况; "
                "found other paragraphs and tables (1)"
            ),
        ),
        (
            broken("六、其他需要报告的事项\n", ""),
            "text: the document breaks off: the heading 六、其他需要报告的事项 was not found",
        ),
    ],
)
def test_a_damaged_text_of_ours_is_refused(content: str, message: str) -> None:
    """What our writer cannot have written is an error that says where and why."""
    with pytest.raises(gd.ReadError) as caught:
        gd.parse(content)

    assert str(caught.value) == message


def test_blocks_can_be_written_without_metadata() -> None:
    """A grid alone is written as its rows."""
    grid = next(block for block in compose(build_report()) if isinstance(block, Grid))

    assert text.write([Paragraph("标题", Role.TITLE), grid]).splitlines()[:2] == ["标题", "第二十条第（一）项 |"]
